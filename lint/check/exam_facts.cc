#include "lint/check/exam_facts.h"

#include <fmt/format.h>

namespace candor {
namespace {

class ExamFacts {
 public:
  explicit ExamFacts(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (std::uint32_t e = 0; e < faults_.event_count(); ++e) {
      const Event& event = faults_.event(e);
      const Exam exam = exam_of(event);
      if (exam == Exam::none || event.expected) continue;
      for (const ExamFactData& fact : faults_.context().bank.ruleset().exam_facts) {
        if (fact.exam == exam && !faults_.is_faulty(e)) check(e, event, fact);
      }
    }
  }

 private:
  static bool is_of_ecfmg(const Event& paper) {
    return paper.paper && paper.start && has_phrase(folded_copy(paper.title + " " + paper.organization), "ecfmg");
  }
  // What the facts speak of: a sitting's exam, or the certificate that is listed.
  [[nodiscard]] Exam exam_of(const Event& event) const {
    if (event.kind == EventKind::exam) return event.sitting.exam;
    const bool certificate =
        is_of_ecfmg(event) && faults_.marked(event).low(event.whole).find("certif") != std::string_view::npos;
    return certificate ? Exam::ecfmg_certificate : Exam::none;
  }

  void check(std::uint32_t e, const Event& sitting, const ExamFactData& fact) {
    switch (fact.kind) {
      case ExamFactKind::after_degree:
        return check_after_degree(e, fact);
      case ExamFactKind::after_certificate:
        return check_after_certificate(e, fact);
      case ExamFactKind::no_retake:
        return check_retake(e, fact);
      case ExamFactKind::after_pass:
        return check_after_pass(e, fact);
      default:
        if (holds_against(fact, sitting)) break_fact(e, fact);
    }
  }

  // Facts about the sitting alone.
  static bool holds_against(const ExamFactData& fact, const Event& sitting) {
    const int score = sitting.sitting.score;
    if (!sitting.start) {  // a fact that has begun on some day may have begun later
      if (fact.first) return false;
      return fact.kind == ExamFactKind::no_number ? score > 0 : fact.kind == ExamFactKind::most && score > fact.value;
    }
    const Interval days = sitting.start->days;
    const bool has_begun = !fact.first || days.first >= *fact.first;
    const bool within = has_begun && (!fact.last || days.last <= *fact.last);
    switch (fact.kind) {
      case ExamFactKind::given:
        return (fact.last && days.first > *fact.last) || (fact.first && days.last < *fact.first);
      case ExamFactKind::closed:
        return within;
      case ExamFactKind::sat_on: {
        const PartialDate& date = sitting.start->date;
        return fact.first && date.has_year() && date.year == civil_date(*fact.first).year && date.has_month() &&
               !days.touches({*fact.first - 1, *fact.first + 1});
      }
      case ExamFactKind::no_number:
        return has_begun && score > 0;
      case ExamFactKind::most:
        return within && score > fact.value;
      case ExamFactKind::least:
        return within && score > 0 && score < fact.value;
      case ExamFactKind::step:
        return score > 0 && score % static_cast<int>(fact.value) != 0;
      case ExamFactKind::fail_below:
        return within && score >= 100 &&
               sitting.sitting.result == (score < fact.value ? ExamResult::pass : ExamResult::fail);
      case ExamFactKind::most_attempts:
        return within && sitting.sitting.attempt > fact.value;
      default:
        return false;
    }
  }

  void check_after_degree(std::uint32_t e, const ExamFactData& fact) {
    const Event& sitting = faults_.event(e);
    if (!sitting.start) return;
    const Event* degree = faults_.first_medical_degree();
    if (degree == nullptr) return;
    const Stated* given = &*degree->end;
    for (const Stated& other : degree->other_dates) {  // conferred after the studies
      if (faults_.is_day_given(*degree, other) && other.days.first > given->days.last) given = &other;
    }
    if (sitting.start->days.last >= given->days.first) return;
    Finding* finding = break_fact(e, fact);
    faults_.relate(finding, *degree, given->source,
                   fmt::format("the degree: {}", faults_.words(*degree, given->source)));
  }

  void check_after_certificate(std::uint32_t e, const ExamFactData& fact) {
    const Event& sitting = faults_.event(e);
    if (!sitting.start) return;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_of_ecfmg(entry)) continue;
      if (sitting.start->days.last >= entry.start->days.first) return;
      Finding* finding = break_fact(e, fact);
      faults_.relate(finding, entry, entry.start->source,
                     fmt::format("the certificate: {}", faults_.dates_as_written(entry)));
      return;
    }
  }

  // All listed sittings of the other exam that may have been its pass are later.
  void check_after_pass(std::uint32_t e, const ExamFactData& fact) {
    const Event& sitting = faults_.event(e);
    if (sitting.claim || !sitting.start) return;
    const Event* pass = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind != EventKind::exam || entry.expected || entry.sitting.result == ExamResult::fail ||
          entry.sitting.exam != fact.after)
        continue;
      if (!entry.start || entry.start->days.first <= sitting.start->days.last) return;
      pass = &entry;
    }
    if (pass == nullptr) return;
    Finding* finding = break_fact(e, fact);
    faults_.relate(finding, *pass, pass->start->source,
                   fmt::format("{}: {}", DateFaults::name_of(*pass), faults_.dates_as_written(*pass)));
  }

  // A sitting after a pass of the same exam.
  void check_retake(std::uint32_t e, const ExamFactData& fact) {
    const Event& sitting = faults_.event(e);
    if (sitting.claim || !sitting.start) return;
    for (std::uint32_t other = 0; other < faults_.entry_count(); ++other) {
      const Event& before = faults_.event(other);
      if (other == e || before.kind != EventKind::exam || before.sitting.exam != sitting.sitting.exam ||
          before.sitting.result != ExamResult::pass || !before.start || before.text != sitting.text)
        continue;
      if (before.start->days.last >= sitting.start->days.first || before.expected) continue;
      Finding* finding = break_fact(e, fact);
      faults_.relate(finding, before, before.start->source,
                     fmt::format("passed: {}", faults_.dates_as_written(before)));
      return;
    }
  }

  Finding* break_fact(std::uint32_t e, const ExamFactData& fact) {
    faults_.mark(e);
    const Event& sitting = faults_.event(e);
    const Span told = sitting.dated() ? sitting.date_source() : sitting.source;
    Finding* finding =
        faults_.add("dates/impossible", sitting,
                    fmt::format("{} {}: {}", DateFaults::name_of(sitting), faults_.words(sitting, told), fact.says),
                    sitting.claim ? hull(DateFaults::place_span(sitting), sitting.source) : sitting.source);
    if (fact.certainty != "H") DateFaults::make_unsure(finding);
    mark_same(finding, e);
    return finding;
  }
  // The same sitting told elsewhere is the same fault.
  void mark_same(Finding* finding, std::uint32_t e) {
    const Event& sitting = faults_.event(e);
    for (std::uint32_t other = 0; other < faults_.event_count(); ++other) {
      const Event& same = faults_.event(other);
      if (other == e || same.kind != EventKind::exam || same.sitting.exam != sitting.sitting.exam ||
          faults_.is_faulty(other))
        continue;
      if (!same.start || !sitting.start || !same.start->days.touches(sitting.start->days)) continue;
      faults_.mark(other);
      faults_.relate(finding, same, DateFaults::place_span(same), "told here too");
    }
  }

  DateFaults& faults_;
};

}  // namespace

void check_exam_facts(DateFaults& faults) { ExamFacts(faults).check(); }

}  // namespace candor
