#include "lint/check/certificates.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "lint/reading/clause.h"

namespace candor {
namespace {

constexpr Day kApart = 45;  // days between its issue and what a writer says of it

// "ECFMG certificate", "ECFMG certified", in one line or clause.
bool names_certificate(const MarkedText& text, Span span) {
  const std::string_view words = text.low(span);
  return has_phrase(words, "ecfmg") && text.words.any(span, PathWord::paper) &&
         words.find("certif") != std::string_view::npos;
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
      const DateExpression* date = only_date_in(text, clause.source);
      if (clause.quoted || date == nullptr || !names_certificate(text, clause.source) ||
          text.words.any(clause.source, PathWord::expected) || text.words.any(clause.source, PathWord::exam))
        continue;
      const bool agrees = std::any_of(listed_.begin(), listed_.end(), [&](const Event* entry) {
        return date->start_days.touches({entry->start->days.first - kApart, entry->start->days.last + kApart});
      });
      if (agrees) continue;
      Event claim;
      claim.text = text.index;
      faults_.contradict(claim, faults_.words(claim, date->source), hull(date->source, clause.source),
                         *listed_.front());
      return;
    }
  }
  // The only one, to the year at least.
  static const DateExpression* only_date_in(const MarkedText& text, Span span) {
    const DateExpression* found = nullptr;
    const IndexRange dates = text.dates_within(span);
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      const DateExpression& date = text.dates[d];
      if (date.kind == DateKind::duration) continue;
      if (found != nullptr) return nullptr;
      found = &date;
    }
    const bool fine = found != nullptr && found->resolved && found->anchor == DateAnchor::none && !found->open_start &&
                      found->start.has_year();
    return fine ? found : nullptr;
  }

  DateFaults& faults_;
  std::vector<const Event*> listed_;
};

}  // namespace

void check_certificates(DateFaults& faults) { Certificates(faults).check(); }

}  // namespace candor
