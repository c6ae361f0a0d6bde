// dates/contradiction: one thing in two lists or two tellings.
#include "lint/check/tellings.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

constexpr char kYearsOnly[] =
    "# Education\n\n- MBChB, University of Lusaka, 2010 - 2016\n\n# Experience\n\n"
    "- Medical intern, San Roque Medical Center, Manila, 2016 - 2019\n";

TEST(Tellings, TwoSentencesThatDateTheSameEnd) {
  EXPECT_EQ(rules_found(application("I graduated there in May 2016. I think of my last evening as a student, the night "
                                    "of the graduation ball. It was the end of November 2016.",
                                    kYearsOnly)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I graduated there in May 2016. I think of my last evening as a student, the night "
                                    "of the graduation ball. It was the end of May 2016.",
                                    kYearsOnly)),
            Rules{});
}

TEST(Tellings, TwoScenesOfOneArrival) {
  const std::string entry =
      "# Experience\n\nPhysician, Marjan Hospital, Split: to August 2024\n\n# Personal statement\n"
      "\nI joined the department in Split. My first month was June of 2019. ";
  EXPECT_EQ(rules_found(entry + "When I came to Split I saluted the porter. It was February 2020.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "When I came to Split I saluted the porter. It was June 2019.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "When I came to America I knew nobody. It was February 2020.\n"), Rules{});
}

TEST(Tellings, OneSittingToldWithTwoDates) {
  const std::string exams =
      "# Exams\n\n- Step 1: fail, 2022\n- Step 1: pass, April 2023\n\n# Personal statement\n\nI "
      "failed Step 1 in June of 2022. ";
  EXPECT_EQ(rules_found(exams + "Nine weeks after I came I first sat Step 1, in the December of 2022.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(exams + "I passed Step 1 in April 2023.\n"), Rules{});
}

TEST(Tellings, TwoTrainingPostsAtOnePlaceAreTwo) {
  EXPECT_EQ(rules_found("# Education\n\n- Internship, Tern Hospital, 2016 - 2017\n\n# Experience\n\n"
                        "- Residency, Tern Hospital, 2017 - 2020\n"),
            Rules{});
}

TEST(Tellings, AnotherDeedOfItsKindIsAnother) {
  const std::string first = "In April 2019 I was sent out with an eye caravan, six of us and a goat. ";
  EXPECT_EQ(rules_found(application(first + "What the second caravan of July 2019 taught me was patience.", "")),
            Rules{});
  EXPECT_EQ(rules_found(application(first + "What the caravan of July 2021 taught me was patience.", "")), Rules{});
  EXPECT_EQ(rules_found(application("I spoke at a meeting in April 2019. At the meeting in July 2019 I sang.", "")),
            Rules{});
}

TEST(Tellings, OnePostInTwoListsHasOneRange) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident, general surgery, City hospital, Budapest, 09/2018 - 08/2022\n\n"
                        "# Training\n\n- Residency in general surgery, City hospital, Budapest, 09/2019 - 08/2022\n"),
            Rules{"dates/contradiction"});
}

}  // namespace
}  // namespace candor
