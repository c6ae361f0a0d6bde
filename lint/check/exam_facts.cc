#include "lint/check/exam_facts.h"

#include <fmt/format.h>

namespace candor {
namespace {

std::optional<Day> day_in(std::string_view iso) {
  if (iso.size() != 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : iso.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  return is_real_date(date) ? std::optional(day_number(date)) : std::nullopt;
}

class ExamFacts {
 public:
  explicit ExamFacts(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (std::uint32_t e = 0; e < faults_.event_count(); ++e) {
      const Event& sitting = faults_.event(e);
      if (sitting.kind != EventKind::exam || sitting.expected) continue;
      const std::string_view id = kExamIds[static_cast<std::size_t>(sitting.sitting.exam)];
      for (const ExamFactData& fact : faults_.context().bank.ruleset().exam_facts) {
        if (fact.exam == id && !faults_.is_faulty(e)) check(e, sitting, fact);
      }
    }
  }

 private:
  void check(std::uint32_t e, const Event& sitting, const ExamFactData& fact) {
    const auto first = day_in(fact.first);
    const auto last = day_in(fact.last);
    const int score = sitting.sitting.score;
    if (fact.kind == "after-degree") return check_after_degree(e, fact);
    if (fact.kind == "after-certificate") return check_after_certificate(e, fact);
    if (fact.kind == "no-retake") return check_retake(e, fact);
    if (fact.kind == "after-pass") return check_after_pass(e, fact);
    if (holds_against(fact, sitting, first, last, score)) break_fact(e, fact);
  }

  // Facts about the sitting alone.
  static bool holds_against(const ExamFactData& fact, const Event& sitting, std::optional<Day> first,
                            std::optional<Day> last, int score) {
    if (fact.kind == "no-number")
      return score > 0 && (!first || (sitting.start && sitting.start->days.first >= *first));
    if (!sitting.start) return fact.kind == "most" && score > fact.value && !first;
    const Interval days = sitting.start->days;
    const bool within = (!first || days.first >= *first) && (!last || days.last <= *last);
    if (fact.kind == "given") return (last && days.first > *last) || (first && days.last < *first);
    if (fact.kind == "closed") return within;
    if (fact.kind == "most") return within && score > fact.value;
    if (fact.kind == "least") return within && score > 0 && score < fact.value;
    if (fact.kind == "most-attempts") return within && sitting.sitting.attempt > fact.value;
    if (fact.kind == "step") return score > 0 && score % static_cast<int>(fact.value) != 0;
    if (fact.kind == "sat-on")
      return first && sitting.start->date.has_year() && sitting.start->date.year == civil_date(*first).year &&
             sitting.start->date.has_month() && !days.touches({*first - 1, *first + 1});
    if (fact.kind == "fail-below" && within && score >= 100) {
      const bool below = score < fact.value;
      return (below && sitting.sitting.result == ExamResult::pass) ||
             (!below && sitting.sitting.result == ExamResult::fail);
    }
    return false;
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
      if (!entry.paper || !entry.start || !has_phrase(folded_copy(entry.title + " " + entry.organization), "ecfmg"))
        continue;
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
          kExamIds[static_cast<std::size_t>(entry.sitting.exam)] != fact.after)
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
