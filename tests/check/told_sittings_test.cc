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
