#include "lint/check/told_sittings.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

namespace candor {
namespace {

constexpr Day kMonth = 31;
constexpr Day kYear = 365;
// A text that says "in my second year" may count from the first day of work, of study or of the calendar.
constexpr Day kSlack = 45;
constexpr Day kPartSlack = 75;
// In a medical degree the internship may or may not be its last year, and a year of study is none of the calendar.
constexpr Day kStudySlack = 400;

class ToldSittings {
 public:
  explicit ToldSittings(DateFaults& faults) : faults_(faults) {}

  void check() {
    const Timeline& timeline = faults_.timeline();
    for (std::size_t r = 0; r < timeline.relations.size(); ++r) check(timeline.relations[r], timeline.relation_ties[r]);
  }

 private:
  void check(const Relation& relation, const std::vector<Tie>& ties) {
    const std::vector<const Event*> anchors = anchors_of(relation, ties);
    const std::vector<const Event*> listed = sittings_of(relation.sitting);
    bool compared = false;  // a sitting is not placed by itself
    for (const Event* anchor : anchors) {
      const std::optional<Interval> days = days_of(relation, *anchor);
      if (!days) return;
      for (const Event* sitting : listed) {
        if (sitting == anchor) continue;
        if (days->touches(sitting->start->days)) return;
        compared = true;
      }
    }
    if (compared) report(relation, *anchors.front(), *listed.front());
  }
  // All that it may be placed by; none where one of them is not sure.
  [[nodiscard]] std::vector<const Event*> anchors_of(const Relation& relation, const std::vector<Tie>& ties) const {
    if (relation.anchor.kind == EventKind::exam) return sittings_of(relation.anchor);
    if (relation.anchor.dated()) return {&relation.anchor};
    std::vector<const Event*> anchors;
    for (const Tie& tie : ties) {
      const Event& entry = faults_.event(tie.entry);
      // "six months after I came to Gorkha": of all that was there
      const bool firm = tie.weight >= kFirmTie || (tie.reason == TieReason::place && is_post(entry));
      if (!firm || faults_.is_faulty(tie.entry) || entry.kind == EventKind::exam) return {};
      anchors.push_back(&entry);
      if (tie.reason != TieReason::role && tie.reason != TieReason::degree) add_others_there(entry, anchors);
    }
    return anchors;
  }
  // "in my second year in Khartoum": where two posts were in that town, of either.
  void add_others_there(const Event& entry, std::vector<const Event*>& anchors) const {
    for (const Event& other : faults_.timeline().entries()) {
      if (&other != &entry && other.kind != EventKind::exam && !other.paper && other.dated() &&
          faults_.timeline().are_of_one_place(entry, other))
        anchors.push_back(&other);
    }
  }
  // The listed sittings that it may tell of.
  [[nodiscard]] std::vector<const Event*> sittings_of(const Event& told) const {
    std::vector<const Event*> listed;
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      if (entry.kind != EventKind::exam || entry.sitting.exam != told.sitting.exam) continue;
      if (!entry.start || !entry.start->date.has_month() || !entry.point || faults_.is_faulty(e)) return {};
      const ExamResult result = told.sitting.result;
      const int attempt = faults_.timeline().attempt_of(entry);
      const bool other_result = result != ExamResult::unstated && entry.sitting.result != ExamResult::unstated &&
                                entry.sitting.result != result;
      if (other_result || (told.sitting.attempt > 0 && attempt > 0 && attempt != told.sitting.attempt)) continue;
      listed.push_back(&entry);
    }
    return listed;
  }
  // The days on which it was sat, as told; nothing where the anchor does not say enough.
  [[nodiscard]] std::optional<Interval> days_of(const Relation& relation, const Event& anchor) const {
    const auto to_month = [](const std::optional<Stated>& side) { return side && side->date.has_month(); };
    const bool of_start = is_of_start(relation.kind);
    const bool of_end = is_of_end(relation.kind);
    if (!of_end && !to_month(anchor.start)) return std::nullopt;
    if (!of_start && !to_month(anchor.end) && (of_end || !anchor.to_present)) return std::nullopt;
    const Interval start = anchor.start ? anchor.start->days : Interval();
    const Interval end = faults_.end_of(anchor);
    const Interval side = of_end ? end : start;
    const MonthRange length = months_meant(relation.length);
    const Day slack = anchor.kind == EventKind::education ? kStudySlack : kPartSlack;
    const Day unit = relation.length.months >= 1200 ? kYear : relation.length.months / 100 * kMonth;
    switch (relation.kind) {
      case RelationKind::before_start:
      case RelationKind::before_end:
        return Interval{Interval::kOpenPast, side.last + kSlack};
      case RelationKind::during:
        return Interval{start.first - kSlack, end.last + kSlack};
      case RelationKind::in_part:
        return Interval{start.first + (relation.part - 1) * unit - slack, start.last + relation.part * unit + slack};
      case RelationKind::in_last:
        return Interval{end.first - unit - slack, end.last + kSlack};
      case RelationKind::after_start:
      case RelationKind::after_end:
        return days_after(side, length, kSlack);
      case RelationKind::ahead_of_start:
      case RelationKind::ahead_of_end:
        return days_after(side, {-length.most, -length.least}, kSlack);
    }
    return std::nullopt;
  }
  void report(const Relation& relation, const Event& anchor, const Event& listed) {
    const MarkedText& text = faults_.marked(relation.sitting);
    Finding* finding =
        faults_.contradict(relation.sitting, in_one_line(text.slice(relation.source)), relation.source, listed);
    if (anchor.claim) return;
    faults_.relate(finding, anchor, DateFaults::place_span(anchor),
                   fmt::format("{} says {}", DateFaults::name_of(anchor), faults_.dates_as_written(anchor)));
  }

  DateFaults& faults_;
};

}  // namespace

void check_told_sittings(DateFaults& faults) { ToldSittings(faults).check(); }

}  // namespace candor
