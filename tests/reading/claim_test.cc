// Claims: which sentences of prose tell of the writer's own path, and which only have a date in them.
#include "lint/reading/claim.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

std::vector<Event> claims(const std::string& sentence) {
  PathTexts path;
  path.add("personal-statement.md", sentence + "\n");
  const auto told = path.timeline().claims();
  return {told.begin(), told.end()};
}

// The dates that are told as those of a role, degree or exam.
std::vector<std::string> told(const std::string& sentence) {
  std::vector<std::string> dates;
  for (const Event& claim : claims(sentence)) {
    if (!claim.telling || !claim.dated()) continue;
    dates.push_back((claim.start ? to_value(claim.start->date) : "..") +
                    (claim.point ? "" : "/" + (claim.end ? to_value(claim.end->date) : "..")));
  }
  return dates;
}

using Dates = std::vector<std::string>;

TEST(Claims, ABeginning) {
  EXPECT_EQ(told("In June 2019 I joined Mercy as a medical officer."), Dates{"2019-06"});
  EXPECT_EQ(claims("In June 2019 I joined Mercy as a medical officer.").front().aspect, Aspect::start);
}

TEST(Claims, AnEnd) { EXPECT_EQ(claims("I completed my residency in June 2020.").front().aspect, Aspect::end); }

TEST(Claims, ARange) {
  EXPECT_EQ(told("I worked as a medical officer from February 2019 to August 2020."), Dates{"2019-02/2020-08"});
}

TEST(Claims, BeingHiredIsTheWritersToo) {
  EXPECT_EQ(told("The regional hospital hired me in February 2017."), Dates{"2017-02"});
}

TEST(Claims, TwoSittingsOfOneSentence) {
  EXPECT_EQ(told("I passed Step 1 in October 2024 and Step 2 CK in August 2025."), (Dates{"2024-10", "2025-08"}));
}

TEST(Claims, ALeaveUntilSomethingOfThatMonth) {
  const std::vector<Event> all = claims("I was away from work from New Year's of 2019 until the harvest that August.");
  ASSERT_EQ(all.size(), 1U);
  ASSERT_TRUE(all[0].start && all[0].end);
  EXPECT_EQ(to_value(all[0].start->date) + "/" + to_value(all[0].end->date), "2019-01/2019-08");
}

TEST(Claims, WhatHadBeenForAYearByADateBeganAYearBefore) {
  EXPECT_EQ(told("In August 2012, when the bridge fell, I had been a resident at Mercy for a full year."),
            Dates{"2011-08"});
  EXPECT_EQ(told("In August 2012, when the bridge fell, she had been a resident at Mercy for a full year."), Dates{});
}

TEST(Claims, WhatOthersDidIsStory) {
  for (const char* sentence : {
           "My father joined the hospital in 1985.",
           "She had worked as a nurse from 1970 to 1999.",
           "The cohort was transplanted between 1999 and 2012.",
           "The ward opened in March 2018.",
           "My patient, who had served in the army from 2001 to 2004, could not sleep.",
       })
    EXPECT_EQ(told(sentence), Dates{}) << sentence;
}

TEST(Claims, TheYearsOfWhatWasCountedAreNotTheWriters) {
  EXPECT_EQ(told("I stayed on for a master's degree, on gastric cancer in 506 specimens from 2003 to 2010."), Dates{});
  EXPECT_EQ(told("I studied the records of patients who were treated from 2003 to 2010."), Dates{});
}

TEST(Claims, AHabitOrAPersonIsNoRole) {
  EXPECT_EQ(told("In May 2019 I began to read Chekhov."), Dates{});
  EXPECT_EQ(told("In October 2022 I joined my husband in Tampa."), Dates{});
}

TEST(Claims, WhatIsStillToComeIsNotDone) {
  for (const char* sentence :
       {"My scholarship covers training from July 2027 to June 2030.", "I will begin a fellowship in July 2027.",
        "I am registered for Step 3 in November 2026."}) {
    const std::vector<Event> all = claims(sentence);
    EXPECT_TRUE(std::none_of(all.begin(), all.end(), [](const Event& claim) { return claim.done; })) << sentence;
  }
}

TEST(Claims, ALengthOfAStay) {
  const std::vector<Event> all = claims("My fourteen months at Mercy taught me to wait.");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(to_value(*all.front().length), "P14M");
  EXPECT_TRUE(all.front().telling);
}

TEST(Claims, APartOfAStayIsPartial) {
  const std::vector<Event> all = claims("I spent my first six months at Mercy on the wards.");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.front().partial);
}

TEST(Claims, TimeAwayWithAndWithoutItsEnds) {
  const std::vector<Event> vague = claims("After residency I stepped away from medicine for family reasons.");
  ASSERT_EQ(vague.size(), 1U);
  EXPECT_TRUE(vague.front().away);
  EXPECT_FALSE(vague.front().dated());
  const std::vector<Event> bounded = claims("I was on leave from May 2020 to April 2021 to care for my mother.");
  ASSERT_FALSE(bounded.empty());
  EXPECT_TRUE(bounded.front().away);
  EXPECT_TRUE(bounded.front().start && bounded.front().end);
}

}  // namespace
}  // namespace candor
