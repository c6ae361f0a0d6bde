#include "lint/check/gap_accounts.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace candor {
namespace {

bool fills(Interval told, Interval hole) { return overlap_in_months(told, hole) * 2 > overlap_in_months(hole, hole); }

// What it leaves of the hole, at one of its ends, needs no word.
bool leaves_little(Interval told, Interval hole) {
  constexpr double kNeedsNoWord = 3;  // months
  const double filled = overlap_in_months(told, hole);
  return filled > 1 && overlap_in_months(hole, hole) - filled <= kNeedsNoWord &&
         (told.first <= hole.first || told.last >= hole.last);
}

// "I passed the three Steps between 2021 and 2025": they leave years free.
bool is_of_exams(const MarkedText& text, Span date) {
  const Span line = line_around(text, date);
  return (text.words.any(line, PathWord::exam) || text.words.any(line, PathWord::usmle_mark)) &&
         text.words.any(line, PathWord::sit) && !text.words.any(line, PathWord::study_verb);
}

bool accounts_for(const DateFaults& faults, const Event& claim, Interval hole) {
  if (claim.kind == EventKind::exam || claim.expected || claim.carried || !claim.dated()) return false;
  const bool years = claim.start && claim.start->date.precision <= Precision::year;
  if (years && is_of_exams(faults.marked(claim), claim.date_source())) return false;
  if (claim.start && (claim.end || claim.to_present) && !claim.point) {
    const Interval told{claim.start->days.first, claim.end ? claim.end->days.last : faults.as_of()};
    return fills(told, hole) || (claim.done && leaves_little(told, hole));
  }
  // One date within the hole, of a thing that takes time.
  const Stated& date = claim.start ? *claim.start : *claim.end;
  const bool inside = hole.first <= date.days.first && date.days.last <= hole.last;
  if (claim.away) return has_measure(claim) && date.days.touches(hole);
  return inside && claim.telling && claim.kind != EventKind::other;
}

// "I arrived in February 2018 and left in July 2020": a beginning and an end in one breath.
bool accounts_for_with_next(const DateFaults& faults, std::uint32_t e, Interval hole) {
  if (e + 1 >= faults.event_count()) return false;
  const Event& first = faults.event(e);
  const Event& next = faults.event(e + 1);
  return first.text == next.text && first.whole == next.whole && first.aspect == Aspect::start &&
         next.aspect == Aspect::end && first.start && next.end && !first.expected && !next.expected &&
         fills({first.start->days.first, next.end->days.last}, hole);
}

// "chief in the last year", "how many we had seen in the last ten years"
bool is_counted_from_now(const DateExpression& date) {
  constexpr Day kYears = 3 * 365;
  return date.anchor == DateAnchor::as_of &&
         (date.precision() <= Precision::year || date.end_days.last - date.start_days.first > kYears);
}

constexpr std::string_view kFromThen[] = {"from then ",       "from that week ", "from that day ",
                                          "from that month ", "from there ",     "between then and "};

// "We came in October 2022. From then to March 2023 I found a flat": up to the end of the hole, from what was just
// told.
bool runs_from_then(const MarkedText& text, const DateExpression& date, Interval hole) {
  constexpr std::uint32_t kReach = 32;  // bytes
  constexpr Day kEdge = 31;
  if (date.kind == DateKind::duration || !date.resolved || !date.end.has_month() ||
      !date.end_days.touches({hole.last - kEdge, hole.last + kEdge}))
    return false;
  const std::string_view lead = text.low({bytes_before(date.source.begin, kReach).begin, date.source.end});
  return std::any_of(std::begin(kFromThen), std::end(kFromThen), [&](std::string_view from) {
    const std::size_t at = lead.find(from);
    return at != std::string_view::npos && lead.find_first_of(".;", at) == std::string_view::npos;
  });
}

// The date that the text told last before another, with its year and at least as precise; null where there is none.
const DateExpression* last_told_before(const MarkedText& text, const DateExpression& date, Precision least) {
  const DateExpression* last = nullptr;
  for (const DateExpression& told : text.dates) {
    if (told.source.end > date.source.begin) break;
    if (told.kind != DateKind::duration && told.resolved && told.end.has_year() && told.end.precision >= least)
      last = &told;
  }
  return last;
}

// "From the spring to the early autumn of that year", "I finished in 2017, reviewed from July to October": of the
// year that the text told last.
bool fills_that_year(const MarkedText& text, const DateExpression& date, Interval hole) {
  const std::string_view after = std::string_view(text.folded).substr(date.source.end, 17);
  const bool that_year = text.low(date.source).ends_with(" of that year") ||
                         starts_with_any(after, {" of that year", " that year", " of the same year"});
  if (date.kind != DateKind::period || date.start == date.end || date.start.has_year() || date.open_start ||
      date.open_end || date.precision() < Precision::season)
    return false;
  const DateExpression* before = last_told_before(text, date, Precision::decade);
  if (before == nullptr) return false;
  PartialDate start = date.start;
  PartialDate end = date.end;
  start.year = end.year = before->end.year;
  Interval told{readings(start).hull().first, readings(end).hull().last};
  if (told.last < told.first) {  // "December to September"
    ++end.year;
    told.last = readings(end).hull().last;
  }
  // "until the end of June 2019. Then four months at my aunt's table, July to October"
  constexpr Day kNext = 62;
  const std::string_view between = text.low({before->source.end, date.source.begin});
  const bool one_sentence = between.find_first_of(".!?;") == std::string_view::npos;
  const bool goes_on = between.find('\n') == std::string_view::npos && told.first >= before->start_days.first &&
                       told.first <= before->end_days.last + kNext;
  return (that_year || one_sentence || goes_on) && fills(told, hole);
}

// "in July 2021 my wife took a map. We arrived in August. Until the end of November I was not permitted to work": up to
// the end of the hole, after a date at its beginning.
bool runs_up_to_its_end(const MarkedText& text, const DateExpression& date, Interval hole) {
  constexpr Day kBegins = 62;
  constexpr Day kEnds = 31;
  if (!date.open_start || date.kind == DateKind::duration || date.start.has_year() || !date.end.has_month())
    return false;
  const DateExpression* before = last_told_before(text, date, Precision::month);
  if (before == nullptr || !before->end_days.touches({hole.first - kBegins, hole.first + kBegins})) return false;
  PartialDate end = date.end;
  end.year = before->end.year;
  if (readings(end).hull().last < before->end_days.first) ++end.year;
  return readings(end).hull().touches({hole.last - kEnds, hole.last + kEnds});
}

bool is_of_an_entry(const DateFaults& faults, Span date, std::uint32_t text) {
  const auto entries = faults.timeline().entries();
  return std::any_of(entries.begin(), entries.end(), [&](const Event& e) {
    if (e.text != text) return false;
    // "Licensure examination, passed (preparation from July to October 2016)" tells what those months were.
    if (e.paper) return e.whole.contains(date) && !has_phrase(faults.marked(e).low(e.whole), "preparation");
    const bool further = e.load == Load::part_time && e.source.contains(date);  // "Sundays, 2019 to 2021 and 2022"
    return e.dated() && (further || e.date_source().contains(date));
  });
}

// A range somewhere that was read as neither entry nor claim: not known to be the writer's, but enough not to accuse.
bool is_told_otherwise(const DateFaults& faults, Interval hole) {
  for (const MarkedText& text : faults.timeline().texts) {
    for (const DateExpression& date : text.dates) {
      if (fills_that_year(text, date, hole) || runs_from_then(text, date, hole) || runs_up_to_its_end(text, date, hole))
        return true;
      if (date.kind != DateKind::period || !date.resolved || date.open_start || date.start == date.end ||
          date.label != DateLabel::none || is_of_an_entry(faults, date.source, text.index) ||
          is_counted_from_now(date) || (date.precision() <= Precision::year && is_of_exams(text, date.source)))
        continue;
      if (fills({date.start_days.first, date.open_end ? faults.as_of() : date.end_days.last}, hole)) return true;
    }
  }
  return false;
}

}  // namespace

bool is_accounted_for(const DateFaults& faults, Interval hole) {
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    if (accounts_for(faults, faults.event(e), hole) || accounts_for_with_next(faults, e, hole)) return true;
  }
  return is_told_otherwise(faults, hole);
}

Span line_around(const MarkedText& text, Span place) {
  std::uint32_t begin = place.begin;
  std::uint32_t end = place.end;
  const std::string_view bytes = text.text.source.bytes();
  const auto ends = [&](std::uint32_t at) { return bytes[at] == '\n' || bytes.substr(at, 2) == ". "; };
  while (begin > 0 && !ends(begin - 1)) --begin;
  while (end < bytes.size() && !ends(end)) ++end;
  return {begin, end};
}

bool has_measure(const Event& away) { return away.length && away.length->looseness != Looseness::vague; }

}  // namespace candor
