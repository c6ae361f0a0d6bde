// dates/contradiction: exams that the text places by the writer's path.
#include "lint/check/told_sittings.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

const std::string kPath =
    "# Experience\n\n"
    "- Research fellow, Tern Institute, October 2022 - present\n"
    "- House physician, Mercy General Hospital, November 2018 - September 2022\n\n"
    "# Exams\n\n"
    "- USMLE Step 1: 12 October 2021, fail\n"
    "- USMLE Step 1: 14 June 2022, pass\n"
    "- USMLE Step 2 CK: 11 April 2024, 247, pass\n";

Rules found(const std::string& told) { return rules_found(application(told, kPath)); }

TEST(ToldSittings, BeforeAPost) {
  EXPECT_EQ(found("I passed Step 2 CK before I joined Tern Institute."), kContradiction);
  EXPECT_EQ(found("I passed Step 1 before I joined Tern Institute."), kNone);
  EXPECT_EQ(found("By the time I came to Tern Institute in October 2022 I had passed Step 1 and Step 2 CK."),
            kContradiction);
}

TEST(ToldSittings, DuringAPost) {
  EXPECT_EQ(found("I passed Step 2 CK while I was still at Mercy General."), kContradiction);
  EXPECT_EQ(found("I passed Step 1 while I was still at Mercy General."), kNone);
}

TEST(ToldSittings, InAYearOfAPost) {
  EXPECT_EQ(found("I failed Step 1 in my first year at Mercy General, reading between calls."), kContradiction);
  EXPECT_EQ(found("I failed Step 1 in my third year at Mercy General, reading between calls."), kNone);
  EXPECT_EQ(found("I passed Step 2 CK in the last month of my work as house physician."), kContradiction);
}

TEST(ToldSittings, SomeMonthsAfterAnArrival) {
  EXPECT_EQ(found("I passed Step 2 CK three months after I arrived at Tern Institute."), kContradiction);
  EXPECT_EQ(found("I passed Step 2 CK eighteen months after I arrived at Tern Institute."), kNone);
  EXPECT_EQ(found("Five months into the fellowship at Tern Institute I passed Step 2 CK."), kContradiction);
}

TEST(ToldSittings, SomeMonthsAfterAnotherSitting) {
  EXPECT_EQ(found("I failed Step 1 once. Twenty months later I sat it again and passed."), kContradiction);
  EXPECT_EQ(found("I failed Step 1 once. Eight months later I sat it again and passed."), kNone);
  EXPECT_EQ(found("I passed Step 2 CK five months after I had passed Step 1."), kContradiction);
  EXPECT_EQ(found("I passed Step 2 CK twenty-two months after I had passed Step 1."), kNone);
}

TEST(ToldSittings, SomeMonthsBeforeAnArrival) {
  EXPECT_EQ(found("I failed Step 1 two months before I joined Tern Institute."), kContradiction);
  EXPECT_EQ(found("I failed Step 1 a year before I joined Tern Institute."), kNone);
  EXPECT_EQ(found("I passed Step 2 CK two months before I flew to Tampa in February 2024."), kContradiction);
}

TEST(ToldSittings, BeforeTheEndOfAPost) {
  EXPECT_EQ(found("I passed Step 2 CK before the end of my work as house physician."), kContradiction);
  EXPECT_EQ(found("I passed Step 1 before the end of my work as house physician."), kNone);
  EXPECT_EQ(found("I passed Step 2 CK by leaving my work as house physician."), kNone);
}

TEST(ToldSittings, AfterTheArrivalThatWasToldLast) {
  EXPECT_EQ(found("In October 2022 I landed in Tampa. I passed Step 2 CK six months after I landed."), kContradiction);
  EXPECT_EQ(found("In October 2022 I landed in Tampa. I passed Step 2 CK eighteen months after I landed."), kNone);
}

TEST(ToldSittings, TheWordsThatPlaceItDoNotTellWhatCameOfIt) {
  EXPECT_EQ(found("I failed Step 1 once. Eight months after the failure I sat it again, and I passed."), kNone);
}

TEST(ToldSittings, AClauseWithACountOfItsOwnIsNotPlacedByItsNeighbour) {
  EXPECT_EQ(found("Step 1 came while I was still at Mercy General, and two years after that I passed Step 2 CK."),
            kNone);
}

TEST(ToldSittings, ATownIsAnyOfThePostsThere) {
  const std::string posts =
      "# Experience\n\n- Research fellow, Tern Institute, Khartoum, October 2022 - present\n"
      "- House physician, Mercy General Hospital, Khartoum, November 2018 - September 2022\n\n"
      "# Exams\n\n- USMLE Step 1: 14 June 2024, pass\n";
  EXPECT_EQ(rules_found(application("I passed Step 1 during my second year in Khartoum.", posts)), kNone);
  EXPECT_EQ(rules_found(application("I passed Step 1 in my second year as a house physician in Khartoum.", posts)),
            kContradiction);
}

TEST(ToldSittings, OnlyTheExamBesideTheWordsIsPlacedByThem) {
  EXPECT_EQ(found("I passed Step 1 in my fourth year at Mercy General, and Step 2 CK with more difficulty."), kNone);
}

TEST(ToldSittings, NeitherStudyNorPlansAreASitting) {
  EXPECT_EQ(found("I studied for Step 2 CK while I was at Mercy General."), kNone);
  EXPECT_EQ(found("I wanted to pass Step 2 CK before I joined Tern Institute."), kNone);
  EXPECT_EQ(found("A friend passed Step 2 CK while I was at Mercy General."), kNone);
}

TEST(ToldSittings, OneSittingInTheListIsNotPlacedByItself) {
  EXPECT_EQ(rules_found(application("I failed Step 1 once. Twenty months later I sat it again and passed.",
                                    "# Exams\n\n- USMLE Step 1: 14 June 2022, pass\n")),
            kNone);
}

}  // namespace
}  // namespace candor
