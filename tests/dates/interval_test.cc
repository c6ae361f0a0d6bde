#include "lint/dates/interval.h"

#include <cmath>

#include <gtest/gtest.h>

namespace candor {
namespace {

Interval month_days(int year, int month) { return named_days(month_date(year, month)); }

bool fits_month(const PartialDate& date, int year, int month) { return !contradicts(date, month_date(year, month)); }

PartialDate early(PartialDate date) {
  date.portion = Portion::early;
  return date;
}

Duration months(int count, Looseness looseness = Looseness::exact) {
  return {.months = count * 100, .finest = LengthUnit::months, .looseness = looseness};
}

Duration years(int hundredths, Looseness looseness = Looseness::exact) {
  return {.years = hundredths, .finest = LengthUnit::years, .looseness = looseness};
}

TEST(Interval, YearAgreesWithItsMonthsOnly) {
  EXPECT_FALSE(contradicts(year_date(2019), month_date(2019, 3)));
  EXPECT_TRUE(contradicts(year_date(2019), month_date(2020, 1)));
}

TEST(Interval, MonthContradictsAnotherMonth) {
  EXPECT_TRUE(contradicts(month_date(2021, 6), month_date(2021, 7)));
  EXPECT_FALSE(contradicts(month_date(2021, 7), day_date(2021, 7, 15)));
}

TEST(Interval, EarlyYearHasAMonthOfSlack) {
  EXPECT_TRUE(fits_month(early(year_date(2020)), 2020, 2));
  EXPECT_TRUE(fits_month(early(year_date(2020)), 2020, 5));
  EXPECT_FALSE(fits_month(early(year_date(2020)), 2020, 8));
}

TEST(Interval, SeasonFitsNorthAndSouthButNotBetween) {
  const PartialDate summer = season_date(2021, Season::summer);
  EXPECT_TRUE(fits_month(summer, 2021, 7));
  EXPECT_TRUE(fits_month(summer, 2021, 1));
  EXPECT_FALSE(fits_month(summer, 2021, 4));
  EXPECT_FALSE(fits_month(summer, 2021, 10));
}

TEST(Interval, WinterMayBeginOrEndInItsYear) {
  const PartialDate winter = season_date(2020, Season::winter);
  EXPECT_TRUE(fits_month(winter, 2020, 1));
  EXPECT_TRUE(fits_month(winter, 2021, 2));
  EXPECT_FALSE(fits_month(winter, 2021, 8));
}

TEST(Interval, NamesSeasonsByHemisphere) {
  EXPECT_EQ(named_days(season_date(2021, Season::summer)).first, day_number({2021, 6, 1}));
  EXPECT_EQ(named_days(season_date(2021, Season::summer), Hemisphere::southern).first, day_number({2021, 12, 1}));
  EXPECT_EQ(named_days(season_date(2021, Season::winter), Hemisphere::southern).last, day_number({2021, 8, 31}));
}

TEST(Interval, UnstatedYearTakesTheOther) {
  EXPECT_FALSE(contradicts(month_date(kUnstatedYear, 7), month_date(2021, 7)));
  EXPECT_TRUE(contradicts(month_date(kUnstatedYear, 8), month_date(2021, 7)));
}

TEST(Interval, OverlapIsInMonths) {
  const Interval first = {day_number({2021, 1, 1}), day_number({2021, 6, 30})};
  const Interval second = {day_number({2021, 6, 1}), Interval::kOpenFuture};
  EXPECT_NEAR(overlap_in_months(first, second), 1, 0.05);
  EXPECT_EQ(overlap_in_months(first, {day_number({2021, 7, 1}), Interval::kOpenFuture}), 0);
  EXPECT_TRUE(std::isinf(overlap_in_months(second, second)));
}

TEST(Interval, LengthFitsInclusiveAndExclusiveCounts) {
  const Interval start = month_days(2021, 7);
  const Interval end = month_days(2022, 12);
  EXPECT_TRUE(fits_length(months(17), start, end));
  EXPECT_TRUE(fits_length(months(18), start, end));
  EXPECT_FALSE(fits_length(months(24), start, end));
  EXPECT_FALSE(fits_length(months(12), start, end));
}

TEST(Interval, LengthInYearsIsRounded) {
  const Interval start = month_days(2018, 1);
  EXPECT_TRUE(fits_length(years(200), start, month_days(2020, 4)));
  EXPECT_FALSE(fits_length(years(200), start, month_days(2020, 12)));
  EXPECT_FALSE(fits_length(years(150), start, month_days(2020, 4)));
}

TEST(Interval, LoosenessWidensOneSide) {
  EXPECT_EQ(months_meant(years(200, Looseness::over)).least, 24);
  EXPECT_EQ(months_meant(years(200, Looseness::over)).most, 36);
  EXPECT_EQ(months_meant(years(200, Looseness::nearly)).least, 21);
  EXPECT_EQ(months_meant(years(200, Looseness::nearly)).most, 24);
  EXPECT_EQ(months_meant(months(20, Looseness::about)).most, 24);
  EXPECT_EQ(months_meant(months(0, Looseness::vague)).least, 0);
}

TEST(Interval, WritesIsoValues) {
  EXPECT_EQ(to_value(year_date(2021)), "2021");
  EXPECT_EQ(to_value(month_date(2021, 7)), "2021-07");
  EXPECT_EQ(to_value(day_date(2021, 7, 5)), "2021-07-05");
  EXPECT_EQ(to_value(month_date(kUnstatedYear, 7)), "XXXX-07");
  EXPECT_EQ(to_value(season_date(2021, Season::fall)), "2021-FA");
  EXPECT_EQ(to_value(decade_date(1990)), "199X");
  EXPECT_EQ(to_value(months(18)), "P18M");
  EXPECT_EQ(to_value(years(150)), "P1.5Y");
  EXPECT_EQ(to_value(months(0, Looseness::vague)), "PXM");
}

}  // namespace
}  // namespace candor
