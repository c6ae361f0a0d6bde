#include "lint/check/certificates.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

constexpr Day kApart = 45;  // days between its issue and what a writer says of it

// "ECFMG certificate", "ECFMG certified", in one line or clause.
bool names_certificate(const MarkedText& text, Span span) {
  const std::string_view words = text.low(span);
  return has_phrase(words, "ecfmg") && text.words.any(span, PathWord::paper) &&
         words.find("certif") != std::string_view::npos;
}

// The only date to the year at least; nullptr where there are more.
const DateExpression* only_date_with_year_in(const MarkedText& text, Span span) {
  const DateExpression* found = text.only_date_in(span);
  const bool fine = found != nullptr && found->resolved && found->anchor == DateAnchor::none && !found->open_start &&
                    found->start.has_year();
  return fine ? found : nullptr;
}

class Certificates {
 public:
  explicit Certificates(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind != EventKind::exam && entry.start && entry.start->date.has_month() && !entry.expected &&
          names_certificate(faults_.marked(entry), entry.whole))
        listed_.push_back(&entry);
    }
    if (listed_.empty()) return;
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        if (names_certificate(text, sentence.source) && !faults_.timeline().is_in_an_entry(text.index, sentence.source))
          read(text, sentence);
      }
    }
  }

 private:
  void read(const MarkedText& text, const Sentence& sentence) {
    for (const Clause& clause : read_clauses(text, sentence)) {
      const DateExpression* date = only_date_with_year_in(text, clause.source);
      if (clause.quoted || date == nullptr || !names_certificate(text, clause.source) ||
          text.words.any(clause.source, PathWord::expected) || text.words.any(clause.source, PathWord::exam))
        continue;
      const bool agrees = std::any_of(listed_.begin(), listed_.end(), [&](const Event* entry) {
        return date->start_days.touches(widened(entry->start->days, kApart));
      });
      if (agrees) continue;
      Event claim;
      claim.text = text.index;
      faults_.contradict(claim, faults_.words(claim, date->source), hull(date->source, clause.source),
                         *listed_.front());
      return;
    }
  }

  DateFaults& faults_;
  std::vector<const Event*> listed_;
};

// "Certificate: Iranian Board of Anesthesiology, issued December 2020"; "I have held the certificate of the Iranian
// Board of Anesthesiology since 2019"
struct Paper {
  std::uint32_t text = 0;
  Span source;  // the line or clause
  const DateExpression* date = nullptr;
  std::vector<std::string> names;  // what it is of: its words, sorted
  bool listed = false;
};

// One board certificate, licence or title, dated in a list and once more elsewhere.
class Papers {
 public:
  explicit Papers(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) read_lines(text);
    if (papers_.empty()) return;
    for (const MarkedText& text : faults_.timeline().texts) read_prose(text);
    for (std::size_t a = 0; a < papers_.size(); ++a) {
      for (std::size_t b = a + 1; b < papers_.size(); ++b) compare(papers_[a], papers_[b]);
    }
  }

 private:
  static constexpr Day kSlip = 1500;         // days: what lies farther apart was issued anew
  static constexpr std::size_t kShared = 2;  // words

  // What papers are called, and a licence as it is spelt elsewhere.
  static constexpr std::array<std::string_view, 11> kNouns = {
      "certificate",  "certification", "board", "title", "licence",    "license",
      "registration", "registered",    "prize", "award", "approbation"};
  // A doctor has one of these, and no other word is needed to know it again.
  static bool is_the_one(std::string_view low) { return has_phrase(low, "approbation"); }
  static bool names_paper(std::string_view low) { return has_any_phrase(low, kNouns); }
  static bool is_given(std::string_view low) {
    return has_any_phrase(low, {"issued", "conferred", "granted", "awarded", "received", "given", "obtained",
                                "certificate", "registered", "prize", "award"});
  }
  // One of several of its kind, or given more than once.
  static bool is_one_of_several(std::string_view low) {
    return has_any_phrase(low, {"provisional", "temporary", "limited", "renewed", "renewal", "valid until",
                                "valid through", "expires", "part"});
  }

  void read_lines(const MarkedText& text) {
    const Source& source = text.text.source;
    for (const DateExpression& date : text.dates) {
      const Span line = source.line(source.line_at(date.source.begin));
      if (names_paper(text.low(line)) && (is_given(text.low(line)) || is_the_one(text.low(line))) &&
          faults_.timeline().is_in_an_entry(text.index, line))
        add(text, line, true);
    }
  }
  void read_prose(const MarkedText& text) {
    for (const Sentence& sentence : text.text.document.sentences()) {
      if (text.dates_within(sentence.source).empty() || !names_paper(text.low(sentence.source)) ||
          faults_.timeline().is_in_an_entry(text.index, sentence.source))
        continue;
      for (const Clause& clause : read_clauses(text, sentence)) {
        const std::string_view words = text.low(clause.source);
        const bool mine = clause.actor == Actor::self || has_phrase(words, "gave me") ||
                          starts_with_any(words, {"my approbation", "the approbation"});
        if (!clause.quoted && mine && names_paper(text.low(clause.source))) add(text, clause.source, false);
      }
    }
  }
  void add(const MarkedText& text, Span span, bool listed) {
    const std::string_view low = text.low(span);
    const DateExpression* const date = only_date_with_year_in(text, span);
    if (date == nullptr || is_one_of_several(low) || has_phrase(low, "ecfmg") || text.words.any(span, PathWord::exam) ||
        text.words.any(span, PathWord::expected))
      return;
    papers_.push_back({text.index, span, date, names_in(text, span), listed});
  }
  // Its words but those of dates and of papers, sorted.
  static std::vector<std::string> names_in(const MarkedText& text, Span span) {
    constexpr std::size_t kShortest = 5;  // letters
    std::vector<std::string> names;
    const auto dates = text.dates_in(span);
    const std::string_view low = text.folded;
    for (std::size_t at = path_word_begin(low, span.begin); at < span.end;) {
      const std::size_t end = path_word_end(low, at);
      const Span word{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      const bool of_a_date =
          std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.overlaps(word); });
      const std::string_view name = text.low(word);
      if (name.size() >= kShortest && !of_a_date && !is_given(name) && !names_paper(name)) names.emplace_back(name);
      at = path_word_begin(low, end);
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }
  [[nodiscard]] bool are_of_one_kind(const Paper& one, const Paper& other) const {
    const std::string_view first = faults_.timeline().texts[one.text].low(one.source);
    const std::string_view second = faults_.timeline().texts[other.text].low(other.source);
    return std::ranges::any_of(
        kNouns, [&](std::string_view noun) { return has_phrase(first, noun) && has_phrase(second, noun); });
  }
  void compare(const Paper& one, const Paper& other) {
    const Interval then = one.date->start_days;
    const Interval again = other.date->start_days;
    std::vector<std::string> shared;
    std::ranges::set_intersection(one.names, other.names, std::back_inserter(shared));
    const auto is_one = [&](const Paper& paper) {
      return is_the_one(faults_.timeline().texts[paper.text].low(paper.source));
    };
    const bool same = (is_one(one) && is_one(other)) || (shared.size() >= kShared && are_of_one_kind(one, other));
    if (one.text == other.text || !same || then.touches(widened(again, kApart)) || !then.touches(widened(again, kSlip)))
      return;
    const auto event = [](const Paper& paper) {
      Event told;
      told.text = paper.text;
      told.source = told.whole = paper.source;
      told.title = "the certificate";
      told.point = true;
      told.start = told.end = Stated{paper.date->start, paper.date->start_days, paper.date->source};
      return told;
    };
    const Paper& told = one.listed ? other : one;
    const Event here = event(told);
    faults_.contradict(here, faults_.words(here, told.date->source), hull(told.date->source, told.source),
                       event(one.listed ? one : other));
  }

  DateFaults& faults_;
  std::vector<Paper> papers_;
};

}  // namespace

void check_certificates(DateFaults& faults) {
  Certificates(faults).check();
  Papers(faults).check();
}

}  // namespace candor
