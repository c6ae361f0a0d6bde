#include "lint/reading/ties_by_dates.h"

#include <algorithm>
#include <array>
#include <limits>

namespace candor {
namespace {

// A slip of the pen is one of months, or of one in the year.
constexpr Day kSlip = 400;
constexpr Day kSame = 20;  // days between two tellings of one day or month

// The side of a stay that the claim dates.
const std::optional<Stated>& side_of(const Event& event, Aspect aspect) {
  return aspect == Aspect::end ? event.end : event.start;
}

// Days between what the claim dates and that side of the entry; more than any slip where one has no such date.
Day days_apart(const Event& claim, const Event& entry) {
  const auto& told = side_of(claim, claim.aspect);
  const auto& listed = side_of(entry, claim.aspect);
  if (!told || !listed) return std::numeric_limits<Day>::max();
  return told->days.last < listed->days.first   ? listed->days.first - told->days.last
         : listed->days.last < told->days.first ? told->days.first - listed->days.last
                                                : 0;
}

// Only one who dates a beginning or an end, and to the month.
bool dates_a_side(const TieContext& context, const Event& claim) {
  if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.expected || claim.relative ||
      !claim.point || claim.aspect == Aspect::whole)
    return false;
  const auto& side = side_of(claim, claim.aspect);
  if (!side || side->date.precision < Precision::season) return false;
  if (context.marked(claim).words.any(claim.source, PathWord::gap_title)) return false;  // "my break began"
  const MarkedText& text = context.marked(claim);
  // "I came to the clinic", "I came to it"
  return claim.telling || (claim.naming && (text.words.any(claim.source, PathWord::organization) ||
                                            has_phrase(text.low(claim.source), "to it")));
}

// "I began in January 2025 and continue", below a head of its own.
bool is_told_in_a_list(const TieContext& context, const Event& claim) {
  const std::vector<Section>& sections = context.marked(claim).text.sections;
  const auto at = std::ranges::find_if(
      sections, [&](const Section& section) { return section.source.contains(claim.source.begin); });
  const bool lists = std::ranges::any_of(context.timeline().entries(), [&](const Event& entry) {
    return entry.text == claim.text && entry.kind != EventKind::gap;
  });
  const WordHits& words = context.marked(claim).words;
  const bool named = words.any(claim.source, PathWord::own_noun) || words.any(claim.source, PathWord::there);
  return lists && !named && at != sections.end() &&
         (at->kind == SectionKind::experience || at->kind == SectionKind::education);
}

// "I started third year in January"
bool tells_of_a_year_of_study(const ClaimWords& words) {
  constexpr std::array<std::string_view, 6> kYears = {"first year",  "second year", "third year",
                                                      "fourth year", "fifth year",  "final year"};
  return std::any_of(kYears.begin(), kYears.end(), [&](std::string_view year) { return words.says(year); });
}

// "I arrived in March 2018 and left in July 2020": the other end is not the entry's either, so it is no slip.
bool is_told_with_another_end(const TieContext& context, const Event& claim, const Event& entry) {
  const auto claims = context.timeline().claims();
  return std::any_of(claims.begin(), claims.end(), [&](const Event& other) {
    return &other != &claim && other.text == claim.text && other.whole == claim.whole && other.point &&
           other.aspect != Aspect::whole && other.aspect != claim.aspect && days_apart(other, entry) > kSame;
  });
}

// "I was with her from January 2018 until the end of 2020": no word says what or where.
bool is_bare_range(const TieContext& context, const Event& claim) {
  if (claim.point || !claim.start || !claim.end || !claim.telling || claim.expected || claim.relative ||
      claim.kind != EventKind::other || claim.start->date.precision < Precision::season)
    return false;
  const MarkedText& text = context.marked(claim);
  if (text.words.any(claim.source, PathWord::organization) || text.words.roles(claim.source) != 0) return false;
  const auto dates = text.dates_in(claim.source);
  const auto dated = [&](std::uint32_t at) {
    return std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.contains(at); });
  };
  for (std::uint32_t at = claim.source.begin + 1; at + 1 < claim.source.end; ++at) {  // a name, but no "I"
    const std::string_view bytes = text.text.source.bytes();
    if (is_capital_at(bytes, at) && bytes[at - 1] == ' ' && bytes[at + 1] >= 'a' && bytes[at + 1] <= 'z' && !dated(at))
      return false;
  }
  return true;
}

// A range to the month, whatever it is of, but at no place that no entry knows.
bool is_range_of_its_own(const TieContext& context, const Event& claim) {
  const auto fine = [](const std::optional<Stated>& side) { return side && side->date.has_month(); };
  return !claim.point && fine(claim.start) && fine(claim.end) && (claim.telling || claim.naming) && !claim.expected &&
         !claim.relative && claim.kind != EventKind::exam && claim.kind != EventKind::gap && claim.verb != "lived" &&
         !context.names_another_place(claim);
}

// What the range has beyond the stay is that of another full-time entry.
bool goes_on_elsewhere(const TieContext& context, const Event& claim, std::uint32_t e) {
  const Event& tied = context.entry(e);
  const Interval before{claim.start->days.first, tied.start->days.first - 1};
  const Interval after{tied.end->days.last + 1, claim.end->days.last};
  const auto entries = context.timeline().entries();
  return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
    if (&entry == &tied || entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start ||
        entry.load == Load::part_time)
      return false;
    const Interval stay{entry.start->days.first, entry.end ? entry.end->days.last : Interval::kOpenFuture};
    const auto most_of = [&](Interval beyond) {
      return beyond.first < beyond.last &&
             2 * (std::min(beyond.last, stay.last) - std::max(beyond.first, stay.first)) > beyond.last - beyond.first;
    };
    return most_of(before) || most_of(after);
  });
}

// The one entry that has one of its ends, and the other some months off; of a range that is not `bare`, one that is
// shorter: a part of a stay may begin or end with it.
std::vector<Tie> near_ranges(const TieContext& context, const Event& claim, const ClaimWords& words, bool bare) {
  std::vector<Tie> ties;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start || !entry.end) continue;
    const bool start = claim.start->days.touches(entry.start->days);
    const bool end = claim.end->days.touches(entry.end->days);
    if (start && end) return {};
    const auto off = [](const Stated& a, const Stated& b) { return a.days.touches(widened(b.days, kSlip)); };
    const bool one_end = (start && off(*claim.end, *entry.end)) || (end && off(*claim.start, *entry.start));
    const bool longer = start ? claim.end->days.first > entry.end->days.last + kSame
                              : claim.start->days.last + kSame < entry.start->days.first;
    const bool whole = longer && entry.load != Load::part_time && !goes_on_elsewhere(context, claim, e);
    if (one_end && context.fits(claim, words, e) && (bare || whole)) ties.push_back({e, TieReason::near, kFirmTie});
  }
  return ties.size() == 1 ? ties : std::vector<Tie>();
}

bool is_told_rightly(const TieContext& context, const Event& claim, const Event& entry) {
  const auto claims = context.timeline().claims();
  return std::any_of(claims.begin(), claims.end(), [&](const Event& other) {
    return &other != &claim && other.text == claim.text && other.aspect == claim.aspect && other.telling &&
           dates_agree(other, entry);
  });
}

}  // namespace

std::vector<Tie> near_ties(const TieContext& context, const Event& claim, const ClaimWords& words) {
  const bool bare = is_bare_range(context, claim);
  if (bare || is_range_of_its_own(context, claim)) return near_ranges(context, claim, words, bare);
  if (!dates_a_side(context, claim) || words.says("clerkships") || is_told_in_a_list(context, claim) ||
      (claim.aspect == Aspect::start && tells_of_a_year_of_study(words)))
    return {};
  std::optional<std::uint32_t> nearest;
  Day distance = kSlip;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind == EventKind::exam || entry.paper) continue;
    const Day apart = days_apart(claim, entry);
    if (apart <= kSame) return {};
    const bool study = entry.kind == EventKind::education && claim.kind != EventKind::education;
    if (entry.kind == EventKind::gap || entry.point || study || apart > distance || !context.fits(claim, words, e) ||
        context.is_of_a_training_elsewhere(words, e))
      continue;
    distance = apart;
    nearest = e;
  }
  if (!nearest || context.names_another_place(claim) || is_told_rightly(context, claim, context.entry(*nearest)) ||
      is_told_with_another_end(context, claim, context.entry(*nearest)))
    return {};
  return {{*nearest, TieReason::near, kFirmTie}};
}

bool is_told_years_away(const TieContext& context, const Event& claim, const std::vector<Tie>& ties) {
  return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
    return tie.reason == TieReason::pointed && days_apart(claim, context.entry(tie.entry)) > kSlip;
  });
}

std::vector<Tie> dated_ties(const TieContext& context, const Event& claim, const std::vector<Tie>& among) {
  std::vector<Tie> found;
  if (!claim.dated() || claim.expected || claim.relative || claim.aspect == Aspect::end) return found;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.paper || entry.point) continue;
    const bool tied = among.empty() || has_entry(among, e);
    if (tied && dates_agree(claim, entry)) found.push_back({e, TieReason::pointed});
  }
  if (found.size() > 1) found.clear();
  return found;
}

}  // namespace candor
