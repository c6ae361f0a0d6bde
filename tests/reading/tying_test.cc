// Which entries a claim is held to tell of, and how firmly.
#include "lint/reading/tying.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

constexpr const char* kEntries =
    "# Experience\n\n"
    "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
    "- Junior resident (surgery), Public General Hospital, Nashik, 12/2019 - 11/2020\n"
    "- Medical officer, Mercy General Hospital, Tampa, 02/2018 - 08/2019\n"
    "\n# Education\n\n"
    "- MBBS, Varna Medical University, Varna, 09/2010 - 07/2016\n";

struct Tied {
  std::vector<std::string> titles;  // of the entries, for the statement's last claim
  int weight = 0;                   // of the heaviest
};

Tied tied(const std::string& statement) {
  PathTexts path;
  path.add("application.md", kEntries).add("personal-statement.md", statement + "\n");
  const Timeline& timeline = path.timeline();
  Tied result;
  if (timeline.ties.empty()) return result;
  for (const Tie& tie : timeline.ties.back()) {
    result.titles.push_back(timeline.events[tie.entry].title);
    result.weight = std::max(result.weight, tie.weight);
  }
  return result;
}

using Titles = std::vector<std::string>;

TEST(Tying, ByTheWholeName) {
  EXPECT_EQ(tied("I joined Mercy General Hospital in 2018.").titles, Titles{"Medical officer"});
}

TEST(Tying, ByAPartOfTheName) { EXPECT_EQ(tied("I joined Mercy in 2018.").titles, Titles{"Medical officer"}); }

TEST(Tying, ByTheInitials) { EXPECT_EQ(tied("I joined MGH in 2018.").titles, Titles{"Medical officer"}); }

TEST(Tying, ByTheDegree) { EXPECT_EQ(tied("I received my MBBS in July 2015.").titles, Titles{"MBBS"}); }

TEST(Tying, ByTheRole) { EXPECT_EQ(tied("My residency began in June 2020.").titles, Titles{"Junior resident"}); }

TEST(Tying, NotToAnotherKindOfRole) {
  EXPECT_EQ(tied("I began an observership at Public General Hospital in June 2021.").titles, Titles{});
}

TEST(Tying, ThereIsThePlaceThatTheLastDateGives) {
  // No name in common: the months are those of one entry.
  EXPECT_EQ(tied("In July 2021 I went into trials. My thirty months there were the best.").titles,
            Titles{"Research coordinator"});
}

TEST(Tying, ACityAloneIsNotFirm) { EXPECT_LT(tied("In May 2019 I moved to Tampa.").weight, kFirmTie); }

TEST(Tying, ANameIsFirm) { EXPECT_GE(tied("I left Mercy General in March 2021.").weight, kFirmTie); }

TEST(Tying, ARoleWithItsSubjectIsFirm) {
  EXPECT_GE(tied("I resigned from the surgical residency in October 2021.").weight, kFirmTie);
}

}  // namespace
}  // namespace candor
