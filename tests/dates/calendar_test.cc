#include "lint/dates/calendar.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Calendar, NumbersDaysFromTheEpoch) {
  EXPECT_EQ(day_number({1970, 1, 1}), 0);
  EXPECT_EQ(day_number({1969, 12, 31}), -1);
  EXPECT_EQ(day_number({2000, 3, 1}), 11017);
}

TEST(Calendar, TurnsEveryDayOfFourCenturiesBack) {
  const Day last = day_number({2100, 12, 31});
  CivilDate before = civil_date(day_number({1700, 1, 1}) - 1);
  for (Day day = day_number({1700, 1, 1}); day <= last; ++day) {
    const CivilDate date = civil_date(day);
    ASSERT_TRUE(is_real_date(date));
    ASSERT_LT(before, date);
    ASSERT_EQ(day_number(date), day);
    before = date;
  }
}

TEST(Calendar, KnowsWhichDatesDoNotExist) {
  EXPECT_FALSE(is_real_date({2021, 6, 31}));
  EXPECT_FALSE(is_real_date({2023, 2, 29}));
  EXPECT_TRUE(is_real_date({2024, 2, 29}));
  EXPECT_FALSE(is_real_date({1900, 2, 29}));
  EXPECT_TRUE(is_real_date({2000, 2, 29}));
  EXPECT_FALSE(is_real_date({2021, 13, 1}));
  EXPECT_FALSE(is_real_date({2021, 1, 0}));
}

TEST(Calendar, AddsMonthsAndKeepsWithinTheMonth) {
  EXPECT_EQ(add_months({2021, 1, 31}, 1), (CivilDate{2021, 2, 28}));
  EXPECT_EQ(add_months({2021, 1, 15}, -13), (CivilDate{2019, 12, 15}));
  EXPECT_EQ(add_months({2021, 12, 1}, 1), (CivilDate{2022, 1, 1}));
}

TEST(Calendar, CountsMonthsAcrossYears) {
  EXPECT_EQ(month_number(2022, 1) - month_number(2021, 12), 1);
  EXPECT_EQ(year_of_month(month_number(2021, 12)), 2021);
  EXPECT_EQ(month_of_month(month_number(2021, 12)), 12);
  EXPECT_EQ(last_day_of_month(month_number(2024, 2)), day_number({2024, 2, 29}));
}

}  // namespace
}  // namespace candor
