#include "lint/check/whereabouts.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace candor {
namespace {

constexpr Day kLate = 75;     // ... and an arrival to lie behind its beginning
constexpr Day kBetween = 31;  // ... that may lie between two posts
constexpr Day kEdge = 45;     // days that a stay may be told to begin early or to end late

bool is_another_place(const DateFaults& faults, const Event& entry, const std::vector<Tie>& ties) {
  if (entry.names.empty() && entry.places.empty()) return false;
  return std::none_of(ties.begin(), ties.end(), [&](const Tie& tie) {
    return faults.timeline().are_of_one_place(entry, faults.event(tie.entry));
  });
}

class Whereabouts {
 public:
  explicit Whereabouts(DateFaults& faults) : faults_(faults) {}

  void check(std::uint32_t c) {
    const std::uint32_t e = faults_.entry_count() + c;
    const Event& claim = faults_.event(e);
    const std::vector<Tie>& ties = faults_.timeline().ties[c];
    if (ties.empty() || faults_.is_faulty(e) || !is_of_a_day_at_work(claim) || !are_of_one_place(claim, ties) ||
        is_the_range_of_another(claim))
      return;
    const std::vector<Interval> told = told_in(claim);
    const bool late = arrives(claim) && std::all_of(told.begin(), told.end(), [&](Interval days) {
                        return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
                          const Event& stay = faults_.event(tie.entry);
                          return days.first > stay.start->days.last + kLate && days.first < faults_.end_of(stay).last;
                        });
                      });
    const bool apart = std::all_of(told.begin(), told.end(), [&](Interval days) {
      return std::none_of(ties.begin(), ties.end(),
                          [&](const Tie& tie) {
                            const Event& stay = faults_.event(tie.entry);
                            return days.touches({stay.start->days.first - kEdge, faults_.end_of(stay).last + kEdge});
                          }) &&
             was_elsewhere(faults_, days, ties, claim.aspect == Aspect::start ? 0 : kBetween, false);
    });
    if (!apart && !late) return;
    faults_.mark(e);
    faults_.contradict(claim, faults_.dates_as_written(claim), DateFaults::place_span(claim),
                       faults_.event(ties.front().entry));
  }

 private:
  // The writer's own, done, dated, and no visit.
  [[nodiscard]] bool is_of_a_day_at_work(const Event& claim) const {
    if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.kind == EventKind::education ||
        claim.expected || claim.relative || claim.away || !claim.start)
      return false;
    const bool since = !claim.end && claim.aspect == Aspect::start;  // "Since May I have been in Raleigh"
    if (!claim.done && !since) return false;
    const MarkedText& text = faults_.marked(claim);
    const auto entries = faults_.timeline().entries();
    const bool description = std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return entry.text == claim.text && entry.whole.contains(claim.source);
    });
    const bool school =
        text.words.any(claim.source, PathWord::education) || has_phrase(text.low(claim.source), "school");
    return !description && !school && claim.start->date.precision != Precision::decade &&
           !text.words.any(claim.whole, PathWord::visit) && !is_about_kin(text, claim.source) &&
           !text.words.any(claim.source, PathWord::expected);
  }
  // "I taught in Jackson from August 2017 to June 2020": of the post with those very dates.
  [[nodiscard]] bool is_the_range_of_another(const Event& claim) const {
    return !claim.point && claim.start && claim.end && faults_.has_dates_of_an_entry(claim);
  }
  // "I joined my husband": but "a child" may be a patient.
  static bool is_about_kin(const MarkedText& text, Span span) {
    const std::vector<WordHit> kin = text.words.all(span, PathWord::relative);
    return std::any_of(kin.begin(), kin.end(), [&](const WordHit& hit) {
      return text.low({span.begin, hit.place.begin}).ends_with("my ");
    });
  }
  // "Then came Durham", "I came to Durham": no arrival where the writer has long been.
  [[nodiscard]] bool arrives(const Event& claim) const {
    return claim.point && claim.aspect == Aspect::start && (claim.telling || claim.naming);
  }
  // By a name or a town, and of work there.
  [[nodiscard]] bool are_of_one_place(const Event& claim, const std::vector<Tie>& ties) const {
    // "the laboratory" may be another one, "the island" hardly.
    const bool at_work = faults_.marked(claim).words.any(claim.source, PathWord::at_work);
    const bool somewhere = faults_.marked(claim).words.any(claim.source, PathWord::place_noun);
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      const bool placed = (tie.reason == TieReason::mention && somewhere) || tie.reason >= TieReason::place;
      return placed && (tie.weight >= kFirmTie || (at_work && ties.size() == 1)) && tie.reason != TieReason::role &&
             tie.reason != TieReason::degree && tie.reason != TieReason::exam && entry.kind != EventKind::education &&
             !entry.paper && !entry.point && entry.start && !faults_.is_faulty(tie.entry);
    });
  }
  // A date's readings; of a range the days that it surely covers.
  [[nodiscard]] std::vector<Interval> told_in(const Event& claim) const {
    if (!claim.point && claim.end) {
      const Day first = claim.start->days.last;
      return {{first, std::max(first, claim.end->days.first)}};
    }
    if (claim.start->date.precision != Precision::season || !claim.start->date.has_year()) return {claim.start->days};
    const Readings all = readings(claim.start->date);
    return {all.all().begin(), all.all().end()};
  }

  DateFaults& faults_;
};

}  // namespace

bool was_elsewhere(const DateFaults& faults, Interval days, const std::vector<Tie>& ties, Day slack, bool studies) {
  const Day middle = days.first + (days.last - days.first) / 2;
  const auto elsewhere_on = [&](Day day) {
    const auto entries = faults.timeline().entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return entry.load == Load::full_time && (studies || entry.kind != EventKind::education) && !entry.paper &&
             !entry.point && !entry.expected && entry.start && entry.start->days.first - slack <= day &&
             day <= faults.end_of(entry).last + slack && is_another_place(faults, entry, ties);
    });
  };
  const int length = static_cast<int>(days.last - days.first);
  return elsewhere_on(middle) && (length < 100 || (elsewhere_on(days.first) && elsewhere_on(days.last)));
}

void check_whereabouts(DateFaults& faults) {
  Whereabouts check(faults);
  for (std::uint32_t c = 0; c < faults.timeline().ties.size(); ++c) check.check(c);
}

}  // namespace candor
