#include "lint/check/retold.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/clause.h"

namespace candor {
namespace {

constexpr std::uint32_t kNounReach = 4;  // words from "the" to its noun

// "the provincial congress" beside a date.
struct Deed {
  std::uint32_t text = 0;
  const Sentence* sentence = nullptr;
  const DateExpression* date = nullptr;
  std::string_view noun;
  std::vector<std::string_view> qualities;  // what stands between "the" and the noun
};

bool is_definite(std::string_view word) { return is_one_of(word, {"the", "that", "this", "our"}); }
bool is_article(std::string_view word) { return word == "a" || word == "an" || is_definite(word); }
bool leads_a_date(std::string_view word) { return is_one_of(word, {"in", "of", "on"}); }

// To the month at least, and one date.
bool is_a_month(const DateExpression& date) {
  return date.kind != DateKind::duration && date.resolved && date.anchor == DateAnchor::none && !date.open_start &&
         !date.open_end && date.start == date.end && date.precision() >= Precision::month;
}

class RetoldCheck {
 public:
  explicit RetoldCheck(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        if (!text.dates_within(sentence.source).empty() && is_prose(text, sentence)) read(text, sentence);
      }
    }
    for (const Deed& deed : deeds_) tellings_[deed.noun];
    if (tellings_.empty()) return;
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) read_tellings(text, sentence);
    }
    for (const Deed& deed : deeds_) check(deed);
  }

 private:
  [[nodiscard]] bool is_prose(const MarkedText& text, const Sentence& sentence) const {
    if (text.text.document.blocks()[sentence.block].kind == BlockKind::heading) return false;
    return !faults_.timeline().is_in_an_entry(text.index, sentence.source);
  }
  // "the brigade of October 2018"
  void read(const MarkedText& text, const Sentence& sentence) {
    const Document& document = text.text.document;
    const IndexRange dates = text.dates_within(sentence.source);
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      const DateExpression& date = text.dates[d];
      const std::uint32_t first = date.tokens.first;
      if (!is_a_month(date) || first < sentence.tokens.first + 3 || !leads_a_date(document.word(first - 1))) continue;
      if (auto deed = deed_ending_at(text, sentence, first - 2, is_definite)) {
        deed->date = &date;
        deeds_.push_back(*std::move(deed));
      }
    }
  }
  // The noun at that word with what leads up to its article; nothing where it has none or may come again and again.
  template <typename Opens>
  [[nodiscard]] std::optional<Deed> deed_ending_at(const MarkedText& text, const Sentence& sentence, std::uint32_t noun,
                                                   Opens opens) const {
    const Document& document = text.text.document;
    const Token& token = document.tokens()[noun];
    const bool stay = text.words.any(token.source, PathWord::training) || document.word(noun) == "clerkship";
    if (token.kind != TokenKind::word || token.capital || stay || text.words.any(token.source, PathWord::recurring))
      return std::nullopt;  // a stay begins and ends: see claims
    Deed deed{text.index, &sentence, nullptr, document.word(noun), {}};
    for (std::uint32_t t = noun; t > sentence.tokens.first && t + kNounReach > noun;) {
      --t;
      if (document.tokens()[t].kind != TokenKind::word) return std::nullopt;
      if (opens(document.word(t))) return deed;
      deed.qualities.push_back(document.word(t));
    }
    return std::nullopt;
  }

  // Where the noun of a deed stands, in a sentence of one date.
  void read_tellings(const MarkedText& text, const Sentence& sentence) {
    const DateExpression* date = only_date(text, sentence);
    if (date == nullptr || !is_prose(text, sentence)) return;
    for (std::uint32_t t = sentence.tokens.first + 1; t < sentence.tokens.last; ++t) {
      const auto known = tellings_.find(text.text.document.word(t));
      if (known == tellings_.end()) continue;
      if (auto telling = deed_ending_at(text, sentence, t, is_article)) {
        telling->date = date;
        known->second.push_back(*std::move(telling));
      }
    }
  }

  // Told once more, with one date: no third telling, and none that agrees.
  void check(const Deed& deed) {
    const Deed* other = nullptr;
    for (const Deed& telling : tellings_.at(deed.noun)) {
      if (telling.sentence == deed.sentence) continue;
      if (other != nullptr) return;
      other = &telling;
    }
    if (other != nullptr && may_be_one(deed, *other)) contradiction(deed, *other);
  }
  [[nodiscard]] static const DateExpression* only_date(const MarkedText& text, const Sentence& sentence) {
    const DateExpression* found = text.only_date_in(sentence.source);
    return found != nullptr && is_a_month(*found) ? found : nullptr;
  }
  // Within the year, and what one says of it the other says too.
  [[nodiscard]] static bool may_be_one(const Deed& deed, const Deed& other) {
    constexpr Day kYear = 366;
    const Interval a = deed.date->start_days;
    const Interval b = other.date->start_days;
    return !a.touches(b) && a.touches({b.first - kYear, b.last + kYear}) &&
           std::all_of(deed.qualities.begin(), deed.qualities.end(), [&](std::string_view quality) {
             return std::find(other.qualities.begin(), other.qualities.end(), quality) != other.qualities.end();
           });
  }
  void contradiction(const Deed& deed, const Deed& other) {
    Event here;
    here.text = deed.text;
    Event there;
    there.text = other.text;
    const std::string first = faults_.words(here, deed.date->source);
    const std::string second = faults_.words(there, other.date->source);
    const auto seen_from = [&](const std::string& own, const std::string& others, const Event& elsewhere) {
      return fmt::format("the {}: \"{}\" here, \"{}\" in {}", deed.noun, own, others,
                         faults_.text_of(elsewhere).source.name());
    };
    Finding* finding = faults_.add("dates/contradiction", here, seen_from(first, second, there), deed.date->source);
    faults_.relate(finding, there, other.date->source, fmt::format("the {} is told of as in {}", deed.noun, second),
                   seen_from(second, first, here));
  }

  DateFaults& faults_;
  std::vector<Deed> deeds_;
  std::unordered_map<std::string_view, std::vector<Deed>> tellings_;  // by noun
};

}  // namespace

void check_retold(DateFaults& faults) { RetoldCheck(faults).check(); }

}  // namespace candor
