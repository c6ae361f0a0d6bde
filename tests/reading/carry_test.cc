// Dates that are told from the one before them.
#include "lint/reading/carry.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

// The text's last date, as the one before it places it: "2021-03"; "nothing" where it does not.
std::string carried(const std::string& words) {
  PathTexts path;
  const MarkedText& text = path.add("statement.md", words + "\n").timeline().texts.front();
  const std::optional<DateExpression> date = carried_date(text, static_cast<std::uint32_t>(text.dates.size()) - 1);
  return date ? to_value(date->start) : "nothing";
}

TEST(CarriedDate, IsADistanceFromTheDateBefore) {
  EXPECT_EQ(carried("I joined the Tern Clinic in July 2015. Two years later I left it."), "2017-07");
  EXPECT_EQ(carried("I joined the Tern Clinic in July 2015. Six months after that I left it."), "2016-01");
  EXPECT_EQ(carried("I joined the Tern Clinic in July 2015. Two years after I came, it rained."), "nothing");
}

TEST(CarriedDate, IsTheNextMonthOrSeasonOfThatName) {
  EXPECT_EQ(carried("I left Bergen in October 2015. The following March I joined the Tern Clinic."), "2016-03");
  EXPECT_EQ(carried("I left Bergen in January 2015. The following March I joined the Tern Clinic."), "2015-03");
}

TEST(CarriedDate, IsAMonthOfTheSameYear) {
  EXPECT_EQ(carried("I left Bergen in January 2015. In August of the same year I joined the Tern Clinic."), "2015-08");
  EXPECT_EQ(carried("I left Bergen in January 2015. That August I joined the Tern Clinic."), "2015-08");
  EXPECT_EQ(carried("I left Bergen in October 2015. That May I joined the Tern Clinic."), "nothing");
}

TEST(CarriedDate, IsTheSameMonth) {
  EXPECT_EQ(carried("I left Bergen in January 2015. The same month I joined the Tern Clinic."), "2015-01");
  EXPECT_EQ(carried("I left Bergen in 2015. The same month I joined the Tern Clinic."), "nothing");
}

TEST(CarriedDate, IsOfItsParagraph) {
  EXPECT_EQ(carried("I left Bergen in October 2015.\n\nThe following March I joined the Tern Clinic."), "nothing");
}

}  // namespace
}  // namespace candor
