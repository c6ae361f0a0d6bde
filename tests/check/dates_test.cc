// dates/*: what is found, and what looks like it and is not.
#include "lint/check/dates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "lint/engine/run.h"

namespace candor {
namespace {

std::vector<std::string> rules_found(const std::string& text) {
  Settings settings;
  settings.select = {"dates/contradiction", "dates/reversed",        "dates/duration-mismatch",
                     "dates/overlap",       "dates/unexplained-gap", "dates/impossible",
                     "dates/future"};
  RunOptions options;
  options.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  const Report report = check_one("application.md", text, *Rulebook::shipped(), settings, options);
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Dates, ADayThatDoesNotExist) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 2 CK: 31 June 2022, 228\n"), Rules{"dates/impossible"});
}

TEST(Dates, ANonGregorianYearIsNeverFuture) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI graduated in 2075 BS.\n"), Rules{});
}

TEST(Dates, AStoryOfAParentIsNoClaim) {
  EXPECT_EQ(rules_found("# Personal statement\n\nMy father joined Mercy General Hospital in 1985.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, AShortenedNameTiesAClaimToItsEntry) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn June 2019 I joined Mercy as a medical officer.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AnEntryWithoutDatesIsLeftAlone) {
  EXPECT_EQ(rules_found("# Experience\n\nOrganization: Mercy General Hospital\nPosition: Observer\n"), Rules{});
}

TEST(Dates, ThreeHundredEntries) {
  std::string text = "# Experience\n\n";
  for (int i = 0; i < 300; ++i) {
    text += "- Volunteer, Food Pantry " + std::to_string(i) + ", 02/2019 - 08/2020\n";
  }
  EXPECT_EQ(rules_found(text), Rules{});
}

}  // namespace
}  // namespace candor
