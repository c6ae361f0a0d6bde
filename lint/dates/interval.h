// Dates as people state them: with a precision, with open ends, with lengths that are rounded.
//
// A stated date means some day (or all days) of an interval; two statements contradict each other only when no reading
// of one touches a reading of the other. So "2019" agrees with "March 2019" and "summer 2021" with "July 2021".
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>

#include "lint/dates/calendar.h"

namespace candor {

// Days [first, last], both included. The sentinels stand for an open side.
struct Interval {
  static constexpr Day kOpenPast = std::numeric_limits<Day>::min();
  static constexpr Day kOpenFuture = std::numeric_limits<Day>::max();

  Day first = kOpenPast;
  Day last = kOpenFuture;

  [[nodiscard]] constexpr bool touches(Interval other) const { return first <= other.last && other.first <= last; }
  [[nodiscard]] constexpr bool contains(Day day) const { return first <= day && day <= last; }
  [[nodiscard]] constexpr bool open_past() const { return first == kOpenPast; }
  [[nodiscard]] constexpr bool open_future() const { return last == kOpenFuture; }

  friend constexpr bool operator==(Interval, Interval) = default;
};

// So many days more on either side. REQUIRES: neither side is open.
[[nodiscard]] constexpr Interval widened(Interval interval, Day days) {
  return {interval.first - days, interval.last + days};
}

// From coarse to fine.
enum class Precision : std::uint8_t { decade, year, half, quarter, season, month, day };

enum class Season : std::uint8_t { spring = 1, summer, fall, winter };

// "early 2020", "mid-June", "late 2019", "the end of 2019", "the turn of the year".
enum class Portion : std::uint8_t { whole, early, middle, late, start, end };

enum class Hemisphere : std::uint8_t { northern, southern };

inline constexpr int kUnstatedYear = std::numeric_limits<int>::min();

// A date with the precision that the text gives.
struct PartialDate {
  int year = kUnstatedYear;  // Gregorian; of a decade its first year; the year in which a northern winter begins
  Precision precision = Precision::year;
  std::uint8_t part = 0;  // half 1 to 2, quarter 1 to 4, a Season, or the month 1 to 12 (also with a day)
  std::uint8_t day = 0;   // 1 to 31; 0 unless the precision is day
  Portion portion = Portion::whole;

  [[nodiscard]] bool has_year() const { return year != kUnstatedYear; }
  [[nodiscard]] bool has_month() const { return precision >= Precision::month; }
  [[nodiscard]] Season season() const { return static_cast<Season>(part); }

  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

[[nodiscard]] PartialDate decade_date(int first_year);
[[nodiscard]] PartialDate year_date(int year);
[[nodiscard]] PartialDate season_date(int year, Season season);
[[nodiscard]] PartialDate month_date(int year, int month);
[[nodiscard]] PartialDate day_date(int year, int month, int day);

// The intervals that a date may mean: one, or several where it has readings (a season has a northern and a southern
// one, a winter begins or ends in its year).
class Readings {
 public:
  void add(Interval interval) { intervals_[size_++] = interval; }
  [[nodiscard]] std::span<const Interval> all() const { return {intervals_.data(), size_}; }
  [[nodiscard]] Interval hull() const;

 private:
  std::array<Interval, 4> intervals_{};
  std::size_t size_ = 0;
};

// The days that the words name, without slack: all of 2019, 1 to 30 June, June to August for a northern summer.
// Early, mid and late are thirds of a year, season or month; start and end its first and last quarter (a month: ten
// days). REQUIRES: date.has_year().
[[nodiscard]] Interval named_days(const PartialDate& date, Hemisphere hemisphere = Hemisphere::northern);

// The days that it may mean, with the slack that people take: one month around seasons and around portions of a year,
// a third around portions of a month. REQUIRES: date.has_year().
[[nodiscard]] Readings readings(const PartialDate& date);

// True when no reading of one touches a reading of the other. Where one has no year, the other's year is taken.
[[nodiscard]] bool contradicts(const PartialDate& a, const PartialDate& b);

// How long two intervals run at the same time, in months of 30.44 days; 0 when they do not touch. An open side counts
// as far as the other interval goes; two that are open on the same side share infinity.
[[nodiscard]] double overlap_in_months(Interval a, Interval b);

enum class LengthUnit : std::uint8_t { days, weeks, months, years };

enum class Looseness : std::uint8_t {
  exact,   // as stated, rounded to its unit
  about,   // "about", "roughly", "some"
  nearly,  // "nearly", "almost", "less than", "up to"
  over,    // "over", "more than", "at least"
  vague,   // "several months", "a few years": no number
};

// A length of time, in hundredths of each unit so that "a year and a quarter" is exact. A vague one has 0 of its unit.
struct Duration {
  int years = 0;                           // hundredths
  int months = 0;                          // hundredths
  int weeks = 0;                           // hundredths
  int days = 0;                            // hundredths
  LengthUnit finest = LengthUnit::months;  // the smallest unit that the words name: what it is rounded to
  Looseness looseness = Looseness::exact;

  [[nodiscard]] double in_months() const;

  friend bool operator==(const Duration&, const Duration&) = default;
};

// The months that a length may mean, both ends included.
struct MonthRange {
  double least = 0;
  double most = 0;
};

// Months and weeks are right within one, whole years within six months, halves and quarters of a year within three;
// "over" goes up to one unit more, "nearly" down to three months (a unit where that is less) short, "about" is a fifth
// either way, vague is anything.
[[nodiscard]] MonthRange months_meant(const Duration& duration);

// True when the length fits a span that starts somewhere in `start` and ends somewhere in `end`, counted with or
// without the end month.
[[nodiscard]] bool fits_length(const Duration& duration, Interval start, Interval end);

// ISO 8601 as `candor parse` prints it: 2021, 2021-07, 2021-07-15, 2021-SU, 2021-Q3, 2021-H1, 197X for a decade, XXXX
// for an unstated year. A portion ("early 2018") is not told: the value is what it is a portion of.
[[nodiscard]] std::string to_value(const PartialDate& date);
// P18M, P1.5Y, P1W3D; PXM where the number is vague.
[[nodiscard]] std::string to_value(const Duration& duration);

}  // namespace candor
