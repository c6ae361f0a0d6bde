// Deeds within a post that two places date apart.
#include "lint/check/told_deeds.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

constexpr const char* kNurse =
    "# Experience\n\n- Registered nurse (full time), Orkla Memorial Hospital, 07/2013 - 07/2019\n"
    "  Step-down unit. Promoted to night charge nurse 02/2018.\n";

constexpr const char* kKidney =
    "# Experience\n\n- Nephrologist (full time), Ravi General Hospital, 09/2012 - 12/2020\n"
    "  Opened the peritoneal dialysis room, October 2016.\n";

TEST(ToldDeeds, APromotionThatTheListDatesOtherwise) {
  EXPECT_EQ(rules_found(application("They made me charge nurse of the night shift in October 2016.", kNurse)),
            kContradiction);
}

TEST(ToldDeeds, APromotionThatTheListDatesAlike) {
  EXPECT_EQ(rules_found(application("They made me charge nurse of the night shift in February 2018.", kNurse)), kNone);
}

TEST(ToldDeeds, AnotherPromotionSharesNoWords) {
  EXPECT_EQ(rules_found(application("In October 2016 they made me head of the ethics board.", kNurse)), kNone);
}

TEST(ToldDeeds, AnOpeningThatTheListDatesOtherwise) {
  EXPECT_EQ(rules_found(application(
                "In the spring of 2015 I opened with two nurses the first room for peritoneal dialysis.", kKidney)),
            kContradiction);
}

TEST(ToldDeeds, WhenThePostBeganIsNoPromotion) {
  EXPECT_EQ(rules_found(application("Since July 2013 I have been a nurse there, and now I am in charge of the night "
                                    "shift.",
                                    kNurse)),
            kNone);
}

TEST(ToldDeeds, AnExaminationThatIsNotKnownByItsName) {
  const std::string exams = "# Language and licence\n\n- Language test for doctors passed, 12/2017\n";
  EXPECT_EQ(rules_found(application("I passed the language test for doctors in April 2017.", exams)), kContradiction);
  EXPECT_EQ(rules_found(application("I passed the language test for doctors in December 2017.", exams)), kNone);
  EXPECT_EQ(rules_found(application(
                "I passed with a second class in March 2014, in the Second MB examination.",
                "# Exams\n\nSecond MB examination: March 2013, referred; March 2014, passed (second class)\n")),
            kNone);
}

TEST(ToldDeeds, APromotionToAPostThatIsListed) {
  const std::string posts =
      "# Experience\n\n### Senior registrar, Tern Hospital\nJuly 2021 - December 2022\n\n"
      "### Registrar, Tern Hospital\nJuly 2018 - June 2021\n";
  EXPECT_EQ(rules_found(application("I was made senior registrar in March 2022.", posts)), kContradiction);
  EXPECT_EQ(rules_found(application("I was made senior registrar in July 2021.", posts)), kNone);
  EXPECT_EQ(rules_found(application("I was elected senior registrar in March 2021.", posts)), kNone)
      << "chosen before it began";
}

TEST(ToldDeeds, TheOneDefenceThatIsListed) {
  const std::string degree = "# Education\n\n- PhD, Tern University: 10/2006 - 05/2010, thesis defended 05/2010\n";
  EXPECT_EQ(rules_found(application("I defended my doctorate in March 2009 in Kharkiv.", degree)), kContradiction);
  EXPECT_EQ(rules_found(application("I defended my doctorate in May 2010 in Kharkiv.", degree)), kNone);
  EXPECT_EQ(rules_found(application("I defended my interns in March 2009 in Kharkiv.", degree)), kNone);
}

}  // namespace
}  // namespace candor
