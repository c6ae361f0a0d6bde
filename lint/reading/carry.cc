#include "lint/reading/carry.h"

#include <string_view>

#include "lint/dates/month_days.h"

namespace candor {
namespace {

constexpr Day kRounded = 31;  // days that a distance may be off, beside the rounding of its unit

bool is_absolute(const DateExpression& date) {
  return date.kind != DateKind::duration && date.resolved && date.anchor == DateAnchor::none &&
         date.label == DateLabel::none && date.end.has_year() && !date.open_end;
}

// The date told last before it, in its paragraph.
const DateExpression* told_before(const MarkedText& text, std::uint32_t index) {
  constexpr std::uint32_t kReach = 400;  // bytes
  const DateExpression& date = text.dates[index];
  for (std::uint32_t d = index; d-- > 0;) {
    const DateExpression& before = text.dates[d];
    if (before.source.end + kReach < date.source.begin) return nullptr;
    if (before.kind == DateKind::duration && before.anchor == DateAnchor::none) continue;  // a length
    const std::string_view between = text.slice({before.source.end, date.source.begin});
    if (!is_absolute(before) || between.find("\n\n") != std::string_view::npos) return nullptr;
    // "twelve months, from April 2008": what is told next comes after their end
    const bool begins = d > 0 && text.dates[d - 1].kind == DateKind::duration &&
                        text.low({text.dates[d - 1].source.end, before.source.begin}) == ", from ";
    return begins ? nullptr : &before;
  }
  return nullptr;
}

// "Two years later", "six months after that", "six months after it, I", but not "two years after I came".
bool is_distance(const MarkedText& text, const DateExpression& date) {
  const std::string_view low = text.low(date.source);
  const std::string_view behind = std::string_view(text.folded).substr(date.source.end);
  return low.ends_with(" later") || (low.ends_with(" after") && starts_with_any(behind, {" that", " it,", " it i "}));
}

DateExpression placed(DateExpression date, PartialDate when, Interval days) {
  date.kind = DateKind::period;
  date.start = date.end = when;
  date.start_days = date.end_days = days;
  date.resolved = true;
  date.anchor = DateAnchor::none;
  return date;
}

DateExpression at_distance(const DateExpression& date, Interval anchor) {
  const Interval days = days_after(anchor, months_meant(date.duration), kRounded);
  const CivilDate middle = civil_date(days.first + (days.last - days.first) / 2);
  return placed(date, month_date(middle.year, middle.month), days);
}

bool tells_the_same(std::string_view low) {
  return low.find("same") != std::string_view::npos || low.find("that") != std::string_view::npos;
}

// "That summer", "the following March", "May of the same year", "the next year".
std::optional<DateExpression> in_its_year(const MarkedText& text, const DateExpression& date,
                                          const DateExpression& anchor) {
  const std::string_view low = text.low(date.source);
  const bool next = low.find("following") != std::string_view::npos || low.find("next") != std::string_view::npos ||
                    low.ends_with(" after");
  const bool same = tells_the_same(low);
  if (next == same) return std::nullopt;
  const Interval told = anchor.end_days;
  const bool of_a_year = date.start.precision > Precision::year && low.find("year") != std::string_view::npos;
  PartialDate when = date.start;
  when.year = anchor.end.year;
  if (when.precision == Precision::year || of_a_year) {
    if (next) ++when.year;
    return placed(date, when, readings(when).hull());
  }
  if (anchor.end.precision < Precision::season) return std::nullopt;
  // The seasons of both ends of the earth, but one of them here.
  const Day first = anchor.end.precision == Precision::season ? named_days(anchor.end).first : told.first;
  if (next && named_days(when).first <= first) ++when.year;
  const Interval days = readings(when).hull();
  if (same && days.last + kRounded < told.first) return std::nullopt;  // of the year after, or told backwards
  return placed(date, when, days);
}

// "The same month"
std::optional<DateExpression> in_its_month(const MarkedText& text, const DateExpression& date,
                                           const DateExpression& anchor) {
  if (!tells_the_same(text.low(date.source)) || !anchor.end.has_month()) return std::nullopt;
  const PartialDate when = month_date(anchor.end.year, anchor.end.part);
  return placed(date, when, named_days(when));
}

}  // namespace

std::optional<DateExpression> carried_date(const MarkedText& text, std::uint32_t index) {
  const DateExpression& date = text.dates[index];
  if (date.anchor != DateAnchor::previous_event || date.resolved || date.before_anchor || date.open_start ||
      date.open_end || date.looseness == Looseness::vague)
    return std::nullopt;
  if (text.low(date.source).ends_with(" after") &&
      std::string_view(text.folded).substr(date.source.end).starts_with(" the "))
    return std::nullopt;  // "the week after the county fair"
  const bool distance = date.duration.in_months() > 0;
  if (distance ? !is_distance(text, date) : date.tells_two_ends()) return std::nullopt;
  const std::string_view before = text.low({0, date.source.begin});
  if (ends_with_any(before, {" and ", " until ", " to ", " by ", " before ", " since ", " from "}))
    return std::nullopt;  // the end of something else
  const DateExpression* anchor = told_before(text, index);
  if (anchor == nullptr) return std::nullopt;
  if (distance) return at_distance(date, anchor->end_days);
  if (text.low(date.source).ends_with(" month")) return in_its_month(text, date, *anchor);
  return in_its_year(text, date, *anchor);
}

}  // namespace candor
