#include "lint/check/leaves.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/clause.h"

namespace candor {
namespace {

// "My father's illness fell in that year. From July I was out of work", and elsewhere "to nurse my father": the
// sentence before, or behind, has the other's reason.
bool is_named_beside(const DateFaults& faults, const Event& gap, const Event& other) {
  const MarkedText& text = faults.marked(gap);
  const auto sentences = text.text.document.sentences();
  const auto here =
      std::ranges::lower_bound(sentences, gap.whole.begin, {}, [](const Sentence& s) { return s.source.begin; });
  if (here == sentences.end()) return false;
  Span around = here->source;
  if (here != sentences.begin() && std::prev(here)->block == here->block) around.begin = std::prev(here)->source.begin;
  if (std::next(here) != sentences.end() && std::next(here)->block == here->block)
    around.end = std::next(here)->source.end;
  if (gap.text == other.text && around.overlaps(other.whole)) return false;
  const std::vector<std::string_view> reasons = faults.reasons_of(other);
  return std::ranges::any_of(text.words.within(around), [&](const WordHit& hit) {
    return std::ranges::find(reasons, text.low(hit.place)) != reasons.end();
  });
}

// "My father's operation" and "studying for Step 1": one of them may be a part of the other.
bool tell_other_reasons(const DateFaults& faults, const Event& a, const Event& b) {
  return !faults.reasons_of(a).empty() && !faults.reasons_of(b).empty() && !faults.share_a_reason(a, b) &&
         !is_named_beside(faults, a, b) && !is_named_beside(faults, b, a);
}

// "I took sick leave", "Family leave": two things.
bool are_of_other_kinds(const DateFaults& faults, const Event& a, const Event& b) {
  enum Kind : std::uint8_t { untold, of_oneself, of_the_family };
  const auto kind_of_leave = [&](const Event& gap) {
    const std::string_view low = faults.marked(gap).low(gap.whole);
    const auto says = [&](std::string_view words) { return has_phrase(low, words); };
    if (says("sick leave") || says("medical leave")) return of_oneself;
    return says("family leave") || says("parental leave") || says("maternity leave") ? of_the_family : untold;
  };
  const Kind first = kind_of_leave(a);
  const Kind second = kind_of_leave(b);
  return first != untold && second != untold && first != second;
}

// "I went on leave in September", "I took a family leave": by the same word, whatever else each says.
bool are_both_leaves(const DateFaults& faults, const Event& a, const Event& b) {
  const auto is_leave = [&](const Event& gap) {
    const std::string_view low = faults.marked(gap).low(gap.whole);
    return has_phrase(low, "leave") && !has_phrase(low, "then");
  };
  return is_leave(a) && is_leave(b) && !are_of_other_kinds(faults, a, b);
}

// "... and I stayed at home" beside the range: what is dated of it lies in the gap or a month beside it.
bool is_told_of(const Event& told, const Event& gap) {
  constexpr Day kSlack = 31;
  const Interval around{gap.start->days.first - kSlack, gap.end->days.last + kSlack};
  const auto within = [&](const std::optional<Stated>& side) { return !side || side->days.touches(around); };
  return within(told.start) && within(told.end);
}

// REQUIRES: both ends.
bool is_to_the_month(const Event& gap) { return gap.start->date.has_month() && gap.end->date.has_month(); }

// The only leave that either text tells of, for one reason, little more than a year apart: it has two dates.
bool is_one_leave(const DateFaults& faults, std::uint32_t a, std::uint32_t b) {
  constexpr Day kSlip = 600;
  const Event& first = faults.event(a);
  const Event& second = faults.event(b);
  if (first.text == second.text || !is_to_the_month(first) || !is_to_the_month(second) ||
      first.end->days.touches(second.end->days) || !first.start->days.touches(widened(second.start->days, kSlip)) ||
      !(faults.share_a_reason(first, second) || are_both_leaves(faults, first, second)))
    return false;
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& other = faults.event(e);
    if (e != a && e != b && other.kind == EventKind::gap && other.dated() && !is_told_of(other, first) &&
        !is_told_of(other, second) &&
        (are_both_leaves(faults, first, other) || !are_both_leaves(faults, first, second)))
      return false;
  }
  return true;
}

// The one time away with both ends, to the month, of which that holds; nothing where there are none or several, or
// where a finding tells of it.
template <typename Holds>
std::optional<std::uint32_t> only_gap_that(const DateFaults& faults, Holds holds) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& gap = faults.event(e);
    if (gap.kind != EventKind::gap || gap.point || !gap.start || !gap.end || !is_to_the_month(gap) || !holds(gap))
      continue;
    const bool again = found && gap.start->days.touches(faults.event(*found).start->days) &&
                       gap.end->days.touches(faults.event(*found).end->days);
    if ((found && !again) || faults.is_faulty(e)) return std::nullopt;
    found = e;
  }
  return found;
}

// The one leave or break that another text dates.
std::optional<std::uint32_t> only_dated_gap(const DateFaults& faults, const Event& told) {
  const auto has = [&](const Event& gap, std::string_view word) {
    return has_phrase(faults.marked(gap).low(gap.whole), word);
  };
  const bool leave = has(told, "leave") || has(told, "away from school") || has(told, "away from medical school") ||
                     has(told, "away from training");
  return only_gap_that(faults, [&](const Event& gap) {
    return gap.text != told.text && ((leave && has(gap, "leave")) || (has(told, "break") && has(gap, "break")));
  });
}

// The gap as a whole is spoken of, not what was done in it.
bool speaks_of_the_gap(std::string_view low) {
  constexpr std::array<std::string_view, 17> kWhole = {"gap",
                                                       "interruption",
                                                       "interrupted",
                                                       "break",
                                                       "pause",
                                                       "out of work",
                                                       "out of employment",
                                                       "without a job",
                                                       "without work",
                                                       "unemployed",
                                                       "without a position",
                                                       "had no position",
                                                       "had no job",
                                                       "stopped working",
                                                       "stopped work",
                                                       "stopped clinical",
                                                       "stopped practicing"};
  return has_any_phrase(low, kWhole);
}

// Time away, or a leave, of which it tells how long it was and no date.
bool tells_a_length_alone(const DateFaults& faults, std::uint32_t e) {
  const Event& told = faults.event(e);
  return !faults.is_faulty(e) && !told.dated() && !told.expected && !told.partial && told.length &&
         told.length->looseness != Looseness::vague;
}

// Not the length of the gap, but near enough to be told of it. REQUIRES: both ends.
bool is_wrong_length_of(const DateFaults& faults, const Duration& length, const Event& gap) {
  constexpr double kMost = 3.5;  // times as long or as short: what is farther off is another one
  const double months = static_cast<double>(gap.end->days.last - gap.start->days.first) / kDaysPerMonth;
  return !faults.length_fits(length, gap) && !are_times_apart(length.in_months(), months, kMost);
}

// "I interrupted my career for four years", where the one gap that is listed has thirty-two months.
void check_gap_as_a_whole(DateFaults& faults) {
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (told.kind != EventKind::gap || !tells_a_length_alone(faults, e)) continue;
    const auto is_another = [&](const Event& other) { return other.text != told.text || other.whole != told.whole; };
    std::optional<std::uint32_t> only = only_gap_that(
        faults, [&](const Event& other) { return is_another(other) && faults.share_a_reason(told, other); });
    if (!only && speaks_of_the_gap(faults.marked(told).low(told.source))) only = only_gap_that(faults, is_another);
    if (!only) continue;
    Event gap = faults.event(*only);
    gap.start->days.last = gap.start->days.first;  // all of its months
    gap.end->days.first = gap.end->days.last;
    if (!is_wrong_length_of(faults, *told.length, gap)) continue;
    faults.mark(e);
    Finding* finding = faults.add("dates/duration-mismatch", told,
                                  fmt::format("the gap: \"{}\" here, but it is {}",
                                              faults.words(told, told.length_source), faults.length_of(gap)),
                                  told.length_source);
    faults.relate(finding, gap, DateFaults::place_span(gap), "the dates");
  }
}

// "My break began in October", "I stopped working in January": when it began, and not a day in it. `leads`: the date
// opens the words, and what is told behind the verb is no time of its own ("In January I stopped after her stroke").
bool tells_when_it_began(std::string_view low, bool leads) {
  constexpr std::array<std::string_view, 15> kBegins = {"began",    "begins",  "started", "starts",   "stopped",
                                                        "stepped",  "went on", "took",    "left",     "paused",
                                                        "withdrew", "quit",    "gave up", "resigned", "interrupted"};
  constexpr std::array<std::string_view, 8> kOther = {"who",   "which",  "when",    "after",
                                                      "since", "before", "because", "until"};
  std::size_t verb = std::string_view::npos;
  for (const std::string_view word : kBegins) verb = std::min(verb, find_phrase(low, word));
  if (verb == std::string_view::npos) return false;
  if (leads) low = low.substr(0, verb);
  return std::ranges::none_of(kOther, [&](std::string_view word) { return has_phrase(low, word); });
}

// One time away: for one reason, or either is called a gap.
bool are_one_gap(const DateFaults& faults, const Event& a, const Event& b) {
  const auto whole = [&](const Event& gap) { return speaks_of_the_gap(faults.marked(gap).low(gap.whole)); };
  return faults.share_a_reason(a, b) || are_both_leaves(faults, a, b) || (whole(a) && (whole(b) || b.pointing));
}

constexpr Day kSideSlip = 800;  // days: a side of a gap that is dated farther off is that of another one

bool is_near(const Stated& told, Interval listed, Day slack) { return told.days.touches(widened(listed, slack)); }

// Time away of which it dates one side, where no finding tells of it.
bool dates_one_side(const DateFaults& faults, std::uint32_t e) {
  const Event& told = faults.event(e);
  if (faults.is_faulty(e) || told.relative || told.expected) return false;
  if (!told.point && told.start.has_value() == told.end.has_value()) return false;
  return told.kind == EventKind::gap || (told.claim && told.point &&
                                         has_any_phrase(faults.marked(told).low(told.source),
                                                        {"began my leave", "started my leave", "took my leave"}));
}

// "November 2020 to August 2021. I treated children in Mekelle until March": a part of the time told right before.
bool is_a_part_of_a_gap_before(const DateFaults& faults, const Event& told, const Stated& side) {
  constexpr std::uint32_t kReach = 100;  // bytes
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& gap = faults.event(e);
    if (gap.kind == EventKind::gap && gap.text == told.text && gap.start && gap.end &&
        gap.whole.begin < told.whole.begin && told.whole.begin < gap.whole.end + kReach &&
        gap.start->days.first < side.days.first && side.days.last < gap.end->days.first)
      return true;
  }
  return false;
}

// "My break began in October 2022", "I stayed with her until May": the one gap that is dated elsewhere has another date
// there.
void check_gap_sides(DateFaults& faults) {
  constexpr Day kApart = 75;
  constexpr std::uint32_t kOpening = 4;  // bytes: "In "
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (!dates_one_side(faults, e) || told.to_present || told.loose) continue;
    const bool start = told.start.has_value() && told.aspect != Aspect::end;
    const Stated& side = start ? *told.start : *told.end;
    const std::string_view low = faults.marked(told).low(told.source);
    if (!told.source.contains(side.source) || is_a_part_of_a_gap_before(faults, told, side)) continue;
    const bool leads = side.source.begin < told.source.begin + kOpening;
    if (start && !tells_when_it_began(low, leads)) continue;
    const std::optional<std::uint32_t> other = only_gap_that(
        faults, [&](const Event& gap) { return gap.text != told.text && are_one_gap(faults, told, gap); });
    if (!other) continue;
    const Event& gap = faults.event(*other);
    const Interval listed = start ? gap.start->days : gap.end->days;
    if (!is_near(side, listed, kApart) && is_near(side, listed, kSideSlip)) faults.report_contradiction(e, *other);
  }
}

// "In January I went on leave"; elsewhere the one leave begins in September.
void check_gap_starts(DateFaults& faults) {
  constexpr Day kApart = 45;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (!dates_one_side(faults, e) || !told.start || !told.start->date.has_month()) continue;
    const std::string_view low = faults.marked(told).low(told.source);
    if (!has_phrase(low, "leave")) continue;
    const std::optional<std::uint32_t> other = only_dated_gap(faults, told);
    if (!other) continue;
    const Event& gap = faults.event(*other);
    const bool ends =
        !tells_when_it_began(low, false) && is_near(*told.start, gap.end->days, kApart);  // a day at its end
    if (!ends && !is_near(*told.start, gap.start->days, kApart) && is_near(*told.start, gap.start->days, kSideSlip))
      faults.report_contradiction(e, *other);
  }
}

// "I took a five-month leave"; elsewhere, of the one leave there is, "February 2018 to November 2018".
void check_gap_lengths(DateFaults& faults) {
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    const bool away = told.kind == EventKind::gap || has_phrase(faults.marked(told).low(told.source), "my leave");
    if (!away || !tells_a_length_alone(faults, e) || told.length->finest < LengthUnit::months) continue;
    const std::optional<std::uint32_t> gap = only_dated_gap(faults, told);
    if (!gap || !is_wrong_length_of(faults, *told.length, faults.event(*gap))) continue;
    faults.mark(e);
    faults.report_length(told, told.length_source, faults.event(*gap));
  }
}

// "back to the wards", "returned to my rotations", "walked back into the faculty"
bool comes_back_to_work(std::string_view low) {
  constexpr std::array<std::string_view, 18> kWork = {
      "wards",     "ward",    "school", "work",     "classes", "medical school", "rotations", "clerkships", "training",
      "residency", "studies", "class",  "practice", "faculty", "university",     "college",   "hospital",   "clinic"};
  for (const std::string_view verb : {"back to ", "back into ", "back in ", "back at ", "back on ", "returned to "}) {
    const std::size_t at = low.find(verb);
    if (at == std::string_view::npos) continue;
    std::string_view object = low.substr(at + verb.size());
    for (const std::string_view own : {"the ", "my "}) {
      if (object.starts_with(own)) object.remove_prefix(own.size());
    }
    if (std::ranges::any_of(kWork, [&](std::string_view word) { return find_phrase(object, word) == 0; })) return true;
  }
  return false;
}

// "I had a break in it. In January 2020 I was again in the reading room"
bool is_again_after_a_gap(const DateFaults& faults, std::uint32_t e) {
  constexpr std::uint32_t kReach = 500;  // bytes
  const Event& told = faults.event(e);
  const std::string_view low = faults.marked(told).low(told.source);
  const bool again =
      low.find("i was again ") != std::string_view::npos || low.find("i was back ") != std::string_view::npos;
  if (!again) return false;
  for (std::uint32_t before = e; before-- > faults.entry_count();) {
    const Event& gap = faults.event(before);
    if (gap.text != told.text || gap.whole.end + kReach < told.whole.begin) return false;
    if (gap.kind == EventKind::gap && !gap.end) return true;
  }
  return false;
}

// "By the time I came back to the wards, in August 2023", of a leave that elsewhere ends in April.
void check_returns(DateFaults& faults) {
  constexpr Day kApart = 75;
  constexpr Day kSlip = 400;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    const std::string_view low = faults.marked(told).low(told.source);
    if (faults.is_faulty(e) || !told.point || told.aspect == Aspect::end || !told.start || told.expected ||
        told.relative || (told.pointing && told.verb != "walked") || !told.start->date.has_month() ||
        !is_one_of(told.verb, {"came", "returned", "walked", "went", "was", "stepped"}) ||
        !(comes_back_to_work(low) || is_again_after_a_gap(faults, e)))
      continue;
    std::optional<std::uint32_t> gap;
    bool fits = false;
    for (std::uint32_t other = 0; other < faults.event_count(); ++other) {
      const Event& away = faults.event(other);
      if (away.kind != EventKind::gap || away.point || !away.end || !away.end->date.has_month() ||
          away.end->days.first > faults.as_of() || !told.start->days.touches(widened(away.end->days, kSlip)))
        continue;
      const bool another = gap && !away.end->days.touches(widened(faults.event(*gap).end->days, kApart));
      fits |= another || faults.is_faulty(other) || told.start->days.touches(widened(away.end->days, kApart));
      gap = other;
    }
    const auto entries = faults.timeline().entries();
    const bool begins = std::ranges::any_of(entries, [&](const Event& entry) {
      return entry.kind != EventKind::gap && entry.kind != EventKind::exam && !entry.paper && !entry.point &&
             entry.start && told.start->days.touches(widened(entry.start->days, kApart));
    });
    if (gap && !fits && !begins) faults.report_contradiction(e, *gap);
  }
}

// "From April to July 2023 I had no position", where the one gap of those months is a year later.
bool are_years_apart(const DateFaults& faults, std::uint32_t a, std::uint32_t b) {
  const Event& first = faults.event(a);
  const Event& second = faults.event(b);
  constexpr int kMost = 3;
  const std::optional<int> years = years_off(first, second);
  return first.text != second.text && first.claim && years && *years != 0 && std::abs(*years) <= kMost;
}

// "leave of absence, July 2023 to June 2024 (birth of a child; spouse deployed September 2023 to May 2024)": the
// sentence of one has the dates of the other, too.
bool are_told_beside(const DateFaults& faults, std::span<const std::uint32_t> gaps, const Event& one,
                     const Event& other) {
  return std::ranges::any_of(gaps, [&](std::uint32_t e) {
    const Event& third = faults.event(e);
    return &third != &other && third.text == other.text && third.whole.overlaps(other.whole) && dates_agree(one, third);
  });
}

void check_gap_pairs(DateFaults& faults) {
  std::vector<std::uint32_t> gaps;  // with both ends
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& gap = faults.event(e);
    if (gap.kind == EventKind::gap && !gap.point && gap.start && gap.end) gaps.push_back(e);
  }
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    for (std::size_t j = i + 1; j < gaps.size(); ++j) {
      const std::uint32_t a = gaps[i];
      const std::uint32_t b = gaps[j];
      const Event& first = faults.event(a);
      const Event& second = faults.event(b);
      if (faults.is_faulty(a) || faults.is_faulty(b)) continue;
      if (first.text == second.text && first.whole.overlaps(second.whole)) continue;
      if (first.end->days.last < second.start->days.first || second.end->days.last < first.start->days.first)
        if (first.text == second.text) continue;  // one after the other
      // "until residency began in July" is until the end of June.
      constexpr Day kSlack = 28;
      const auto touches = [](Interval one, Interval other) { return one.touches(widened(other, kSlack)); };
      const bool start = touches(first.start->days, second.start->days);
      const bool end = touches(first.end->days, second.end->days);
      const bool inside =
          (first.start->days.first <= second.start->days.first) == (first.end->days.last >= second.end->days.last);
      const bool crossed = !start && !end && !inside && is_to_the_month(first) && is_to_the_month(second) &&
                           overlap_in_months({first.start->days.first, first.end->days.last},
                                             {second.start->days.first, second.end->days.last}) > 1;
      if (start != end && first.claim && second.claim && tell_other_reasons(faults, first, second) &&
          !are_both_leaves(faults, first, second))
        continue;
      if (are_told_beside(faults, gaps, first, second) || are_told_beside(faults, gaps, second, first)) continue;
      const bool same = start && end;  // "and returned in March", of a leave to the end of February
      if (start != end || crossed || (!same && is_one_leave(faults, a, b)) || are_years_apart(faults, a, b))
        faults.report_contradiction(second.claim ? b : a, second.claim ? a : b);
    }
  }
}

}  // namespace

void check_leaves(DateFaults& faults) {
  check_gap_pairs(faults);
  check_gap_lengths(faults);
  check_gap_as_a_whole(faults);
  check_gap_starts(faults);
  check_gap_sides(faults);
  check_returns(faults);
}

}  // namespace candor
