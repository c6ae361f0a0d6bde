#include "lint/dates/interval.h"

#include <algorithm>

#include <fmt/format.h>

namespace candor {
namespace {

// Consecutive whole months, as month numbers.
struct MonthSpan {
  int first = 0;
  int count = 1;
};

Interval days_of(MonthSpan months) {
  return {first_day_of_month(months.first), last_day_of_month(months.first + months.count - 1)};
}

// Meteorological seasons: three whole months. A winter that spans two years begins in the stated one.
MonthSpan season_months(int year, Season season, Hemisphere hemisphere) {
  constexpr std::array<int, 4> kNorthernStart = {3, 6, 9, 12};  // spring, summer, fall, winter
  const auto index = static_cast<std::size_t>(season) - 1;
  const int start = kNorthernStart[index];
  const int southern_start = start <= 6 ? start + 6 : start - 6;
  return {month_number(year, hemisphere == Hemisphere::northern ? start : southern_start), 3};
}

MonthSpan whole_months(const PartialDate& date, Hemisphere hemisphere) {
  switch (date.precision) {
    case Precision::decade:
      return {month_number(date.year, 1), 120};
    case Precision::year:
      return {month_number(date.year, 1), 12};
    case Precision::half:
      return {month_number(date.year, 1 + 6 * (date.part - 1)), 6};
    case Precision::quarter:
      return {month_number(date.year, 1 + 3 * (date.part - 1)), 3};
    case Precision::season:
      return season_months(date.year, date.season(), hemisphere);
    case Precision::month:
    case Precision::day:
      break;
  }
  return {month_number(date.year, date.part), 1};
}

// The days [from, to) of an interval, in twelfths of its length.
Interval twelfths(Interval whole, int from, int to) {
  const int length = whole.last - whole.first + 1;
  return {whole.first + length * from / 12, whole.first + length * to / 12 - 1};
}

Interval portion_of(Interval whole, Portion portion) {
  switch (portion) {
    case Portion::whole:
      return whole;
    case Portion::early:
      return twelfths(whole, 0, 4);
    case Portion::middle:
      return twelfths(whole, 4, 8);
    case Portion::late:
      return twelfths(whole, 8, 12);
    case Portion::start:
      return twelfths(whole, 0, 3);
    case Portion::end:
      return twelfths(whole, 9, 12);
  }
  return whole;
}

constexpr Day kMonthSlack = 29;             // a month, and never a day of the second one
constexpr double kDaysInMonth = 30.436875;  // 146097 days in 4800 months

// Slack around a named interval: the parts of a long time are vague by a month, those of a month by a third.
Day slack_of(const PartialDate& date) {
  if (date.precision == Precision::season) return kMonthSlack;
  if (date.portion == Portion::whole) return 0;
  return date.precision == Precision::month ? 10 : kMonthSlack;
}

PartialDate with_year(PartialDate date, int year) {
  date.year = year;
  return date;
}

bool readings_touch(const PartialDate& a, const PartialDate& b) {
  const Readings of_a = readings(a);
  const Readings of_b = readings(b);
  return std::ranges::any_of(of_a.all(), [&](Interval x) {
    return std::ranges::any_of(of_b.all(), [&](Interval y) { return x.touches(y); });
  });
}

}  // namespace

PartialDate decade_date(int first_year) { return {.year = first_year, .precision = Precision::decade}; }
PartialDate year_date(int year) { return {.year = year, .precision = Precision::year}; }
PartialDate season_date(int year, Season season) {
  return {.year = year, .precision = Precision::season, .part = static_cast<std::uint8_t>(season)};
}
PartialDate month_date(int year, int month) {
  return {.year = year, .precision = Precision::month, .part = static_cast<std::uint8_t>(month)};
}
PartialDate day_date(int year, int month, int day) {
  return {.year = year,
          .precision = Precision::day,
          .part = static_cast<std::uint8_t>(month),
          .day = static_cast<std::uint8_t>(day)};
}

Interval Readings::hull() const {
  Interval hull = intervals_[0];
  for (const Interval& interval : all()) {
    hull.first = std::min(hull.first, interval.first);
    hull.last = std::max(hull.last, interval.last);
  }
  return hull;
}

Interval named_days(const PartialDate& date, Hemisphere hemisphere) {
  if (date.precision == Precision::day) {
    // A day the month does not have counts as its last, so that the rest of the text can still be read.
    const int day = std::clamp<int>(date.day, 1, days_in_month(date.year, date.part));
    const Day number = day_number({date.year, date.part, day});
    return {number, number};
  }
  return portion_of(days_of(whole_months(date, hemisphere)), date.portion);
}

Readings readings(const PartialDate& date) {
  Readings result;
  const Day slack = slack_of(date);
  const auto add = [&](const PartialDate& reading, Hemisphere hemisphere) {
    result.add(widened(named_days(reading, hemisphere), slack));
  };
  add(date, Hemisphere::northern);
  if (date.precision != Precision::season) return result;
  add(date, Hemisphere::southern);
  // The season over the turn of the year: "winter 2020" may also be the one that ends in 2020.
  const PartialDate before = with_year(date, date.year - 1);
  if (date.season() == Season::winter) add(before, Hemisphere::northern);
  if (date.season() == Season::summer) add(before, Hemisphere::southern);
  return result;
}

bool contradicts(const PartialDate& a, const PartialDate& b) {
  if (a.has_year() && b.has_year()) return !readings_touch(a, b);
  if (!a.has_year() && !b.has_year()) {
    constexpr int kAnyYear = 2000;
    return contradicts(with_year(a, kAnyYear), b);
  }
  const PartialDate& dated = a.has_year() ? a : b;
  const PartialDate& undated = a.has_year() ? b : a;
  // A winter may lie in the neighbouring year.
  for (const int year : {dated.year, dated.year - 1, dated.year + 1}) {
    if (readings_touch(dated, with_year(undated, year))) return false;
  }
  return true;
}

double overlap_in_months(Interval a, Interval b) {
  if (!a.touches(b)) return 0;
  const Interval common = {std::max(a.first, b.first), std::min(a.last, b.last)};
  if (common.open_past() || common.open_future()) return std::numeric_limits<double>::infinity();
  return (common.last - common.first + 1) / kDaysInMonth;
}

double Duration::in_months() const {
  return (years * 12.0 + months + weeks * 7.0 / kDaysInMonth + days / kDaysInMonth) / 100.0;
}

MonthRange months_meant(const Duration& duration) {
  const double stated = duration.in_months();
  double slack = 1;
  double unit = 1;
  switch (duration.finest) {
    case LengthUnit::days:
      slack = unit = 1 / kDaysInMonth;
      break;
    case LengthUnit::weeks:
      slack = unit = 7 / kDaysInMonth;
      break;
    case LengthUnit::months:
      break;
    case LengthUnit::years:
      slack = duration.years % 100 == 0 ? 6 : 3;
      unit = 12;
      break;
  }
  constexpr double kNearly = 3;
  switch (duration.looseness) {
    case Looseness::exact:
      return {std::max(0.0, stated - slack), stated + slack};
    case Looseness::about: {
      const double fifth = std::max(slack, stated * 0.2);
      return {std::max(0.0, stated - fifth), stated + fifth};
    }
    case Looseness::nearly:
      return {std::max(0.0, stated - std::min(kNearly, unit)), stated};
    case Looseness::over:
      return {stated, stated + unit};
    case Looseness::vague:
      break;
  }
  return {0, std::numeric_limits<double>::infinity()};
}

bool fits_length(const Duration& duration, Interval start, Interval end) {
  if (start.open_past() || end.open_future()) return true;
  const MonthRange meant = months_meant(duration);
  // The end month may be counted or not: between the first day of its window and the day after its last.
  const double shortest = std::max(0.0, (end.first - start.last) / kDaysInMonth);
  const double longest = (end.last - start.first + 1) / kDaysInMonth;
  constexpr double kRounding = 0.1;  // months are 28 to 31 days long
  return shortest <= meant.most + kRounding && meant.least <= longest + kRounding;
}

std::string to_value(const PartialDate& date) {
  constexpr std::array<const char*, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  if (date.precision == Precision::decade) {
    return date.has_year() ? fmt::format("{}X", date.year / 10) : "XXXX";
  }
  std::string year = date.has_year() ? fmt::format("{:04}", date.year) : "XXXX";
  switch (date.precision) {
    case Precision::decade:
    case Precision::year:
      break;
    case Precision::half:
      return fmt::format("{}-H{}", year, date.part);
    case Precision::quarter:
      return fmt::format("{}-Q{}", year, date.part);
    case Precision::season:
      return fmt::format("{}-{}", year, kSeasons[date.part - 1U]);
    case Precision::month:
      return fmt::format("{}-{:02}", year, date.part);
    case Precision::day:
      return fmt::format("{}-{:02}-{:02}", year, date.part, date.day);
  }
  return year;
}

std::string to_value(const Duration& duration) {
  constexpr std::array<char, 4> kLetters = {'D', 'W', 'M', 'Y'};
  if (duration.looseness == Looseness::vague) {
    return fmt::format("PX{}", kLetters[static_cast<std::size_t>(duration.finest)]);
  }
  std::string value = "P";
  const auto add = [&](int hundredths, char letter) {
    if (hundredths != 0) value += fmt::format("{:g}{}", hundredths / 100.0, letter);
  };
  add(duration.years, 'Y');
  add(duration.months, 'M');
  add(duration.weeks, 'W');
  add(duration.days, 'D');
  return value;
}

}  // namespace candor
