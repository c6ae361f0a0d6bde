// The proleptic Gregorian calendar: days as numbers, so that two dates compare and subtract as integers.
#pragma once

#include <compare>
#include <cstdint>

namespace candor {

// Days since 1970-01-01; earlier days are negative.
using Day = std::int32_t;

// A day as people write it. `month` 1 to 12, `day` from 1.
struct CivilDate {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

[[nodiscard]] bool is_leap_year(int year);
// REQUIRES: 1 <= month <= 12.
[[nodiscard]] int days_in_month(int year, int month);
// False for 31 June, 29 February 2023, month 13, day 0.
[[nodiscard]] bool is_real_date(CivilDate date);

// REQUIRES: is_real_date(date).
[[nodiscard]] Day day_number(CivilDate date);
[[nodiscard]] CivilDate civil_date(Day day);

// Months since year 0: consecutive months have consecutive numbers.
[[nodiscard]] constexpr int month_number(int year, int month) { return year * 12 + month - 1; }
[[nodiscard]] constexpr int year_of_month(int number) { return number >= 0 ? number / 12 : (number - 11) / 12; }
[[nodiscard]] constexpr int month_of_month(int number) { return number - year_of_month(number) * 12 + 1; }
[[nodiscard]] inline int month_number_of(Day day) {
  const CivilDate date = civil_date(day);
  return month_number(date.year, date.month);
}
[[nodiscard]] Day first_day_of_month(int month_number);
[[nodiscard]] Day last_day_of_month(int month_number);

// The same day that many months later (earlier where negative); a day the month does not have becomes its last day.
[[nodiscard]] CivilDate add_months(CivilDate date, int months);

}  // namespace candor
