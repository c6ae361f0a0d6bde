#include "lint/reading/mention.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

bool is_of_a_stay(const Event& entry) {
  return entry.kind != EventKind::exam && entry.kind != EventKind::gap && !entry.paper;
}

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
    const auto at = owners_.find(word);
    if (at == owners_.end()) return {};
    const std::vector<std::uint32_t>& owners = at->second;
    const bool one_place = std::all_of(owners.begin(), owners.end(), [&](std::uint32_t e) {
      return entries_[e].names == entries_[owners.front()].names;
    });
    return one_place ? std::span<const std::uint32_t>(owners) : std::span<const std::uint32_t>();
  }

 private:
  std::span<const Event> entries_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> owners_;
};

class MentionReader {
 public:
  MentionReader(const MarkedText& text, std::span<const Event> entries)
      : text_(text), entries_(entries), capitals_(entries), words_(entries), names_(entries) {}

  std::vector<Mention> read() {
    for (std::uint32_t e = 0; e < entries_.size(); ++e) {
      if (is_of_a_stay(entries_[e])) read_entry(e);
    }
    std::vector<Mention> mentions;
    for (const Sentence& sentence : text_.text.document.sentences()) {
      for_words(sentence.source, [&](Span word, bool definite, bool capital) {
        if (definite) add(word, capital, mentions);
      });
      read_naming(sentence.source);
    }
    return mentions;
  }

 private:
  // Calls `take` with each word of the span, whether "the" or its like stands right before it, and whether it has a
  // capital.
  template <typename Take>
  void for_words(Span span, Take take) const {
    std::string_view before;
    for (std::size_t at = path_word_begin(text_.folded, span.begin); at < span.end;) {
      const std::size_t end = std::min<std::size_t>(path_word_end(text_.folded, at), span.end);
      const std::string_view word = std::string_view(text_.folded).substr(at, end - at);
      const char first = text_.text.source.bytes()[at];
      take(Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, is_definite(before),
           first >= 'A' && first <= 'Z');
      before = word;
      at = path_word_begin(text_.folded, end);
    }
  }
  static bool is_definite(std::string_view word) {
    constexpr std::array<std::string_view, 5> kDefinite = {"the", "that", "this", "our", "my"};
    return std::find(kDefinite.begin(), kDefinite.end(), word) != kDefinite.end();
  }
  [[nodiscard]] bool is_place_noun(Span word) const {
    return text_.words.any(word, PathWord::organization) || text_.words.any(word, PathWord::organization_loose) ||
           text_.words.any(word, PathWord::place_noun);
  }

  void read_entry(std::uint32_t e) {
    const Event& entry = entries_[e];
    const std::string_view first =
        std::string_view(entry.organization).substr(0, entry.organization.find_first_of(",("));
    const std::string folded = folded_copy(first);
    for (std::size_t at = path_word_begin(first, 0); at < first.size();) {
      const std::size_t end = path_word_end(first, at);
      if (first[at] != folded[at]) capitals_.add(std::string_view(folded).substr(at, end - at), e);
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
  // "Wando is an island": the places that stand beside the name of one.
  void read_naming(Span sentence) {
    std::span<const std::uint32_t> named;
    bool several = false;
    for_words(sentence, [&](Span word, bool, bool capital) {
      if (!capital) return;
      const auto owners = names_.of(text_.low(word));
      if (owners.empty()) return;
      several |= !named.empty() && named.front() != owners.front();
      named = owners;
    });
    if (named.empty() || several) return;
    for_words(sentence, [&](Span word, bool, bool capital) {
      if (!capital && is_place_noun(word)) by_naming_.insert_or_assign(text_.low(word), named);
    });
  }
  void add(Span word, bool capital, std::vector<Mention>& mentions) const {
    const std::string_view low = text_.low(word);
    auto owners = (capital ? capitals_ : words_).of(low);
    const auto named = by_naming_.find(low);
    if (owners.empty() && named != by_naming_.end()) owners = named->second;
    if (!owners.empty()) mentions.push_back({word, {owners.begin(), owners.end()}});
  }

  const MarkedText& text_;
  std::span<const Event> entries_;
  WordOwners capitals_;  // all words of the entries' names: "the Institute"
  WordOwners words_;     // the telling ones, without a capital: "the dialysis unit"
  WordOwners names_;     // and those of towns
  std::map<std::string_view, std::span<const std::uint32_t>> by_naming_;  // what stood beside a name last
};

}  // namespace

std::vector<Mention> find_mentions(const MarkedText& text, std::span<const Event> entries) {
  return MentionReader(text, entries).read();
}

}  // namespace candor
