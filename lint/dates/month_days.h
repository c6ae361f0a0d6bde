// Lengths in months as days.
#pragma once

#include "lint/dates/interval.h"

namespace candor {

inline constexpr double kDaysPerMonth = 30.44;  // of the Gregorian calendar, on average

// The days that lie so many months behind the interval's (before them where the months are below 0), and up to `slack`
// days off.
[[nodiscard]] constexpr Interval days_after(Interval from, MonthRange months, Day slack) {
  return {from.first + static_cast<Day>(months.least * kDaysPerMonth) - slack,
          from.last + static_cast<Day>(months.most * kDaysPerMonth) + slack};
}

}  // namespace candor
