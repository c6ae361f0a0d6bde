#include "lint/reading/mention.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

bool is_of_a_stay(const Event& entry) {
  return entry.kind != EventKind::exam && entry.kind != EventKind::gap && !entry.paper;
}

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
};

// What a word stands for: the entries of one place, or, where two places have it, nothing.
class WordOwners {
 public:
  explicit WordOwners(std::span<const Event> entries) : entries_(entries) {}

  void add(std::string_view word, std::uint32_t entry) {
    std::vector<std::uint32_t>& owners = owners_.try_emplace(std::string(word)).first->second;
    if (std::find(owners.begin(), owners.end(), entry) == owners.end()) owners.push_back(entry);
  }
  // Empty where the word is nobody's or that of several places.
  [[nodiscard]] std::span<const std::uint32_t> of(std::string_view word) const {
    const auto owners = all_of(word);
    return is_one_place(owners) ? owners : std::span<const std::uint32_t>();
  }
  [[nodiscard]] std::span<const std::uint32_t> all_of(std::string_view word) const {
    const auto at = owners_.find(word);
    return at == owners_.end() ? std::span<const std::uint32_t>() : std::span<const std::uint32_t>(at->second);
  }
  [[nodiscard]] bool is_one_place(std::span<const std::uint32_t> owners) const {
    return std::all_of(owners.begin(), owners.end(),
                       [&](std::uint32_t e) { return entries_[e].names == entries_[owners.front()].names; });
  }

 private:
  std::span<const Event> entries_;
  std::unordered_map<std::string, std::vector<std::uint32_t>, WordHash, std::equal_to<>> owners_;
};

class MentionReader {
 public:
  MentionReader(std::span<const MarkedText> texts, std::span<const Event> entries)
      : entries_(entries), capitals_(entries), words_(entries), names_(entries), persons_(entries) {
    for (std::uint32_t e = 0; e < entries.size(); ++e) {
      if (!is_of_a_stay(entries[e])) continue;
      read_entry(entries[e], e);
      read_description(texts[entries[e].text], entries[e].whole, e);
    }
  }

  // Of all texts, before any is read.
  void meet_persons(const MarkedText& text) {
    if (!text.words.any(whole_of(text.folded), PathWord::person_title)) return;
    const auto sentences = text.text.document.sentences();
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      if (!text.words.any(sentence.source, PathWord::person_title)) continue;
      std::vector<std::uint32_t> named = named_in(text, sentence.source);
      if (named.empty() && s > 0) named = named_in(text, sentences[s - 1].source);
      for (const std::uint32_t e : named) {
        for_words(text, sentence.source, [&](const Word& word) {
          if (word.titled) persons_.add(text.low(word.source), e);
        });
      }
    }
  }
  std::vector<Mention> read(const MarkedText& text) {
    by_naming_.clear();
    std::vector<Mention> mentions;
    std::vector<std::uint32_t> before;  // what the sentence before names
    for (const Sentence& sentence : text.text.document.sentences()) {
      Naming naming(names_);
      for_words(text, sentence.source, [&](const Word& word) {
        naming.take(text, word);
        const auto owners = owners_of(text, word);
        if (owners.empty() || text.words.follows(word.source.end, PathWord::clinical)) return;  // "the ward clinician"
        if (!word.capital && is_of_another_kind(text, word.source, owners)) return;
        mentions.push_back({word.source, {owners.begin(), owners.end()}});
      });
      std::vector<std::uint32_t> named = naming.entries();
      read_naming(text, sentence.source, named);
      read_alias(text, sentence.source, named.empty() ? before : named);
      before = std::move(named);
    }
    return mentions;
  }

 private:
  struct Word {
    Span source;
    bool definite = false;    // "the" or its like stands before it, with no more than one word between
    bool introduced = false;  // ... or "a", "one"
    bool titled = false;      // "Dr." does, and it has a capital
    bool capital = false;
  };
  template <typename Take>
  static void for_words(const MarkedText& text, Span span, Take take) {
    Span before;
    bool after_definite = false;  // the word before stands right behind "the"
    bool after_first = false;     // ... or "a"
    for (std::size_t at = path_word_begin(text.folded, span.begin); at < span.end;) {
      const std::size_t end = std::min<std::size_t>(path_word_end(text.folded, at), span.end);
      const char first = text.text.source.bytes()[at];
      const bool capital = first >= 'A' && first <= 'Z';
      const Span source{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      const bool right_behind = is_definite(text.low(before));
      const bool quality = after_definite && !text.words.any(before, PathWord::generic) && !capital;
      const bool behind_a = is_indefinite(text.low(before));
      take(Word{source, right_behind || quality, behind_a || after_first,
                capital && text.words.any(before, PathWord::person_title), capital});
      after_definite = right_behind;
      after_first = behind_a;
      before = source;
      at = path_word_begin(text.folded, end);
    }
  }
  static bool is_definite(std::string_view word) {
    constexpr std::array<std::string_view, 5> kDefinite = {"the", "that", "this", "our", "my"};
    return std::find(kDefinite.begin(), kDefinite.end(), word) != kDefinite.end();
  }
  static bool is_indefinite(std::string_view word) {
    constexpr std::array<std::string_view, 4> kIndefinite = {"a", "an", "one", "another"};
    return std::find(kIndefinite.begin(), kIndefinite.end(), word) != kIndefinite.end();
  }
  static bool is_place_noun(const MarkedText& text, Span word) {
    return text.words.any(word, PathWord::organization) || text.words.any(word, PathWord::organization_loose) ||
           text.words.any(word, PathWord::place_noun);
  }

  void read_entry(const Event& entry, std::uint32_t e) {
    const std::string_view first =
        std::string_view(entry.organization).substr(0, entry.organization.find_first_of(",("));
    const std::string folded = folded_copy(first);
    const WordHits hits(first);
    for (std::size_t at = path_word_begin(first, 0); at < first.size();) {
      const std::size_t end = path_word_end(first, at);
      const std::string_view word = std::string_view(folded).substr(at, path_word_end(folded, at) - at);
      const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      if (first[at] != folded[at]) capitals_.add(word, e);
      const bool place = hits.any(span, PathWord::organization) || hits.any(span, PathWord::organization_loose);
      if (place && !hits.any(span, PathWord::any_place)) words_.add(word, e);
      at = path_word_begin(first, end);
    }
    constexpr std::size_t kTelling = 4;  // letters
    for (const std::string& name : entry.names) {
      if (name.size() < kTelling) continue;
      names_.add(name, e);
      words_.add(name, e);
    }
    for (const std::string& place : entry.places) {
      if (place.size() >= kTelling) names_.add(place, e);
    }
  }
  // "Night cover for the whole coast": where the entry itself says it was.
  void read_description(const MarkedText& text, Span whole, std::uint32_t e) {
    for (const PathWord list : {PathWord::place_noun, PathWord::organization, PathWord::organization_loose}) {
      for (const WordHit& hit : text.words.all(whole, list)) {
        const bool of_a_name = text.slice(hit.place) == "City";  // "Panama City" is not the only city
        if (!of_a_name && !text.words.any(hit.place, PathWord::any_place)) words_.add(text.low(hit.place), e);
      }
    }
  }
  // The entries of the one place that a sentence names; none where it names several or no place. "The burn unit in
  // Basra" is the one that has both words.
  class Naming {
   public:
    explicit Naming(const WordOwners& names) : names_(names) {}

    void take(const MarkedText& text, const Word& word) {
      if (several_ || !(word.capital || word.definite)) return;
      const auto owners = names_.all_of(text.low(word.source));
      if (owners.empty()) return;
      if (entries_.empty()) {
        entries_.assign(owners.begin(), owners.end());
        return;
      }
      std::erase_if(entries_,
                    [&](std::uint32_t e) { return std::find(owners.begin(), owners.end(), e) == owners.end(); });
      several_ = entries_.empty();
    }
    [[nodiscard]] std::vector<std::uint32_t> entries() const {
      return names_.is_one_place(entries_) ? entries_ : std::vector<std::uint32_t>();
    }

   private:
    const WordOwners& names_;
    std::vector<std::uint32_t> entries_;
    bool several_ = false;
  };
  [[nodiscard]] std::vector<std::uint32_t> named_in(const MarkedText& text, Span sentence) const {
    Naming naming(names_);
    for_words(text, sentence, [&](const Word& word) { naming.take(text, word); });
    return naming.entries();
  }
  // "Wando is an island", "the burn unit in Basra has one bath": the places that stand beside the name of one, and the
  // things that are first told of there.
  void read_naming(const MarkedText& text, Span sentence, const std::vector<std::uint32_t>& named) {
    if (named.empty()) return;
    constexpr std::size_t kTelling = 4;  // letters
    for_words(text, sentence, [&](const Word& word) {
      const bool thing = word.introduced && word.source.size() >= kTelling &&
                         !text.words.any(word.source, PathWord::generic) &&
                         !text.words.any(word.source, PathWord::other_actor);
      if (!word.capital && (is_place_noun(text, word.source) || thing))
        by_naming_.insert_or_assign(text.low(word.source), named);
    });
  }
  // 'They call it "the hill"', in the sentence that names the place or the next one.
  void read_alias(const MarkedText& text, Span sentence, const std::vector<std::uint32_t>& named) {
    if (named.empty()) return;
    const std::vector<WordHit> calls = text.words.all(sentence, PathWord::is_called);
    if (calls.empty()) return;
    bool taken = false;
    for_words(text, {calls.front().place.end, sentence.end}, [&](const Word& word) {
      if (!taken && word.definite) by_naming_.insert_or_assign(text.low(word.source), named);
      taken = taken || word.definite;
    });
  }
  // "the women's ward", where the women's center is a place of the path.
  [[nodiscard]] bool is_of_another_kind(const MarkedText& text, Span word,
                                        std::span<const std::uint32_t> owners) const {
    constexpr std::string_view kPossessive = "'s ";
    if (!std::string_view(text.folded).substr(word.end).starts_with(kPossessive)) return false;
    const auto next = word.end + static_cast<std::uint32_t>(kPossessive.size());
    const std::string_view kind = text.low({next, static_cast<std::uint32_t>(path_word_end(text.folded, next))});
    return std::ranges::none_of(
        owners, [&](std::uint32_t e) { return has_phrase(folded_copy(entries_[e].organization), kind); });
  }
  [[nodiscard]] std::span<const std::uint32_t> owners_of(const MarkedText& text, const Word& word) const {
    const std::string_view low = text.low(word.source);
    if (word.titled) return persons_.of(low);
    if (!word.definite) return {};
    const auto owners = (word.capital ? capitals_ : words_).of(low);
    const auto named = by_naming_.find(low);
    return owners.empty() && named != by_naming_.end() ? std::span<const std::uint32_t>(named->second) : owners;
  }

  std::span<const Event> entries_;
  WordOwners capitals_;  // all words of the entries' names: "the Institute"
  WordOwners words_;     // the telling ones, without a capital: "the dialysis unit", "the infirmary"
  WordOwners names_;     // and those of towns
  WordOwners persons_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_naming_;  // what stood beside a name last
};

}  // namespace

std::vector<std::vector<Mention>> find_mentions(std::span<const MarkedText> texts, std::span<const Event> entries,
                                                std::span<const std::uint32_t> asked_of) {
  MentionReader reader(texts, entries);
  for (const MarkedText& text : texts) reader.meet_persons(text);
  std::vector<std::vector<Mention>> mentions;
  for (const MarkedText& text : texts) {
    const bool asked = std::ranges::binary_search(asked_of, text.index);
    mentions.push_back(asked ? reader.read(text) : std::vector<Mention>());
  }
  return mentions;
}

}  // namespace candor
