// dates/contradiction and dates/duration-mismatch: a leave or gap that is told twice, and the return from it.
#include "lint/check/leaves.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Leaves, SickLeaveIsNotTheFamilyLeaveThatIsListed) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI took sick leave from March to May 2021.\n\n# Experience\n\n"
                        "## Family leave\nAugust 2022 - January 2024\n\n"
                        "## Senior house officer, Letterkenny\nJuly 2019 - July 2022, full time\n"),
            Rules{});
}

TEST(Leaves, AGapWithAnotherEnd) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From June 2018 until January 2019 I cared for my father after an accident.\n"
                        "\n"
                        "# Interruption\n"
                        "\n"
                        "June 2018 - October 2018. Care of my father at home.\n"),
            Rules{"dates/contradiction"});
}

TEST(Leaves, AGapUntilTheEndOfThatMonthWithAnotherStart) {
  const std::string leave = "\n\n# Interruption\n\nLeave of absence, March 2020 - December 2020. Family business.\n";
  const std::string until = " 2020 until the end of that December, sewing masks.";
  EXPECT_EQ(rules_found("# Personal statement\n\nI was at home in the shop from June" + until + leave),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found("# Personal statement\n\nI was at home in the shop from March" + until + leave), Rules{});
}

TEST(Leaves, LeaveUntilAMonthEndsBeforeIt) {
  EXPECT_EQ(rules_found("# Interruptions\n\nSeptember 2022 - June 2023: parental leave; care of twins\n\n"
                        "# Personal statement\n\n"
                        "I was on leave with my twins from September 2022 until residency began in July 2023.\n"),
            Rules{});
}

TEST(Leaves, TimeAwayForAnotherReasonMayBeAPartOfIt) {
  const std::string both = "From January 2022 to May 2022 I cared for my mother. ";
  EXPECT_EQ(rules_found(application(both + "From January 2022 to October 2022 I was away from work, studying for Step "
                                           "1.",
                                    "")),
            Rules{});
  EXPECT_EQ(rules_found(application(both + "From January 2022 to October 2022 I was away from work, to care for my "
                                           "mother.",
                                    "")),
            Rules{"dates/contradiction"});
}

TEST(Leaves, AnInterruptionThatLastedFromTo) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From July 2021 to December 2022 I was out of clinical work.\n"
                        "\n"
                        "# Interruptions\n"
                        "\n"
                        "The interruption in clinical work lasted from July 2021 until May 2022, when I had family "
                        "responsibilities.\n"
                        "\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Resident, Santo Domingo, 07/2020 - 06/2021\n"
                        "- Physician, Clinica del Cibao, Santiago, 01/2023 - 05/2024\n"),
            Rules{"dates/contradiction"});
}

TEST(Leaves, TimesAwayOneAfterTheOtherAreTwo) {
  EXPECT_EQ(rules_found("# Interruption\n\n05/2023 - 01/2024: displaced by the war, without permission to practise.\n\n"
                        "02/2024 - 03/2024: arrival in the United States, without work.\n"),
            Rules{});
}

using LeavesOfALife = DatesOfALife;

TEST_F(LeavesOfALife, AnAnswerAboutGapsTellsOfAGap) {
  folder_.write("answers.md",
                "1. Please explain any gaps.\n\nFrom April 2022 to August 2022 I was in Varna with my mother.\n");
  EXPECT_EQ(found("I like an early round."), kContradiction);
  folder_.write("answers.md",
                "1. Please explain any gaps.\n\nFrom April 2023 to August 2023 I was in Varna with my mother.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(LeavesOfALife, TheFirstWeeksOfAGapAreAPartOfIt) {
  EXPECT_EQ(found("From April 2023 to August 2023 I was not employed. For the first ten weeks I cared for my mother."),
            kNone);
}

TEST_F(LeavesOfALife, AnAnswerGoesOnBehindItsYes) {
  folder_.write(
      "answers.md",
      "Was your education extended or interrupted? Yes. Approved leave of absence from 01/2013 to 09/2013; returned "
      "in good standing.\n");
  EXPECT_EQ(found("From October 2012 to June 2013 I was on a leave of absence for a health matter."), kContradiction);
  EXPECT_EQ(found("From January 2013 to September 2013 I was on a leave of absence for a health matter."), kNone);
}

TEST_F(LeavesOfALife, TheHoleInARecordBeginsAndFinishes) {
  EXPECT_EQ(found("The hole in my record begins in December 2022 and it finishes in August 2023."), kContradiction);
  EXPECT_EQ(found("The hole in my record begins in April 2023 and it finishes in August 2023."), kNone);
}

TEST_F(LeavesOfALife, ReturningIsToWhatIsNamedBehindIt) {
  folder_.write("answers.md",
                "# Answers\n\nApril to August 2023: I waited for the papers for my move to the clinic in Toledo.\n\n"
                "Returning in 2019, as a physician, to the ward where I had been a nurse, I asked for one thing.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(LeavesOfALife, TheOneGapWithOtherEnds) {
  EXPECT_EQ(found("Between June 2022 and November 2022 I was at home with my mother."), kContradiction);
  EXPECT_EQ(found("From April to August 2023 I was at home with my mother."), kNone);
}

TEST_F(LeavesOfALife, TheOneGapWithAnotherBeginningOrEnd) {
  EXPECT_EQ(found("My break from medicine began in October 2022, with a call about my mother."), kContradiction);
  EXPECT_EQ(found("My break from medicine began in April 2023, with a call about my mother."), kNone);
  EXPECT_EQ(found("I stayed at home with my mother until December 2023."), kContradiction);
  EXPECT_EQ(found("I stayed at home with my mother until August 2023."), kNone);
  EXPECT_EQ(found("In the summer of 2023 I was at home with my mother."), kNone);
}

TEST_F(LeavesOfALife, TheOneGapWithAnotherLength) {
  EXPECT_EQ(found("I took two months off to look after my mother."), kMismatch);
  EXPECT_EQ(found("I took five months off to look after my mother."), kNone);
}

TEST_F(LeavesOfALife, TheGapIsASubject) {
  EXPECT_EQ(found("My gap was from April to August 2022."), kContradiction);
  EXPECT_EQ(found("My gap was from April to August 2023."), kNone);
}

TEST_F(LeavesOfALife, ALeaveThatIsDatedBehindWhich) {
  EXPECT_EQ(
      found("My mother fell ill and my chief gave me a leave, which ran from September 2022 into the following March."),
      kContradiction);
}

TEST_F(LeavesOfALife, TheBeginningOfAGapWhoseDateLeads) {
  EXPECT_EQ(found("In November 2022 I stopped working to care for my mother after her operation."), kContradiction);
  EXPECT_EQ(found("In April 2023 I stopped working to care for my mother after her operation."), kNone);
}

TEST_F(LeavesOfALife, TheOneGapIsToldWithAnotherDate) {
  EXPECT_EQ(found("There was an interruption in my training from April 2020 to August 2020."), kContradiction);
  EXPECT_EQ(found("You will see a gap in my application from April 2021 to August 2021."), kContradiction);
  EXPECT_EQ(found("You will see a gap in my application from April 2023 to August 2023."), kNone);
  EXPECT_EQ(found("From April 2023 to August 2023 I was at home with my mother for nearly two years."), kMismatch);
}

TEST_F(DatesOfAPractice, AReturnHasTheDateOfTheGapsEnd) {
  EXPECT_EQ(found("In March 2018 I walked back into the hospital with chalk on my coat."), kContradiction);
  EXPECT_EQ(found("In September 2018 I walked back into the hospital with chalk on my coat."), kNone);
  constexpr const char* kAgain =
      "I had a break to care for her. In March 2018 I was again in a consulting room with one window.";
  EXPECT_EQ(found(kAgain), kContradiction);
  folder_.write("a-statement.md", kAgain);  // the first of all claims
  EXPECT_EQ(found("I like fish."), kContradiction);
}

TEST_F(LeavesOfALife, TwoTellingsOfOneLeave) {
  folder_.write("education.md",
                "# Education\n\n- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: September 2010 - July "
                "2016\n- I took an approved personal leave, 10/2013 - 06/2014, to care for my mother, and returned.\n");
  EXPECT_EQ(found("From January to June 2014 I was on a leave of absence to nurse her at home."), kContradiction);
  EXPECT_EQ(found("From October 2013 to June 2014 I was on a leave of absence to nurse her at home."), kNone);
  EXPECT_EQ(found("My leave began on a Monday in February 2014."), kContradiction);
  EXPECT_EQ(found("My leave began on a Monday in October 2013."), kNone);
}

TEST_F(LeavesOfALife, APauseThatItGoesOnAbout) {
  EXPECT_EQ(found("I had one pause. It was from January to August 2023, when I drove my mother to therapy."),
            kContradiction);
  EXPECT_EQ(found("I had one pause. It was from April to August 2023, when I drove my mother to therapy."), kNone);
}

TEST_F(LeavesOfALife, YearsAwayFromTheBedsideAreNoLeave) {
  EXPECT_EQ(found("Four years I am away from the bedside, except on Saturdays."), kNone);
  EXPECT_EQ(found("What I thought would be one year before the institute became the best of my life, and I stayed."),
            kNone);
}

TEST_F(LeavesOfALife, MonthsOfAYearThatWasToldBefore) {
  folder_.write("interruption.md",
                "# Interruption\n\nApril 2022 - August 2023: I cared for my mother and drove her to therapy.\n");
  folder_.write("education.md",
                "# Education\n\n- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: "
                "September 2010 - July 2016\n");
  EXPECT_EQ(found("She fell in 2022. From April of that year until August 2023 I cared for my mother."), kNone);
}

TEST(Leaves, AnAnswerMayOpenWithItsRange) {
  const std::string told = "My time away from patients ran from March 2021 to the end of March 2022.";
  for (const char* asked : {"Q. Account for time away from clinical duties.", "# Time away from work"}) {
    EXPECT_EQ(
        rules_found(application(told, std::string(asked) + "\n\nMarch 2021 to November 2022: emigration from Iran.\n")),
        kContradiction)
        << asked;
    EXPECT_EQ(
        rules_found(application(told, std::string(asked) + "\n\nMarch 2021 to March 2022: emigration from Iran.\n")),
        kNone)
        << asked;
  }
}

TEST(Leaves, TheReasonMayStandInTheSentenceBefore) {
  EXPECT_EQ(
      rules_found(application("My father's illness fell in that year. From July to November 2022 I was out of work "
                              "and learned from the ward sister.",
                              "# Time away from work\n\nJuly 2022 to February 2023: I left my post to nurse my "
                              "father at home.\n")),
      kContradiction);
}

TEST(Leaves, TheRangeMayStandBehindTheClause) {
  EXPECT_EQ(
      rules_found(application("When we arrived I was without work, and without the permit for it, from October 2022 "
                              "to February 2023.",
                              "# Interruption\n\nFrom October 2022 to May 2023 I was not employed.\n")),
      kContradiction);
}

TEST(Leaves, AnAnswerToAFormsFieldIsNoDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MD, Great Lakes College of Medicine, Aug 2018 - May 2023\n\n"
                        "# Short answers\n\nMedical school extended or interrupted: Yes. Leave of absence, nine months "
                        "(October 2020 - June 2021). Returned July 2021.\n"),
            kNone);
}

TEST(Leaves, APartOfTheTimeToldRightBeforeIsNotItsEnd) {
  const std::string answer =
      "# Interruption\n\nNovember 2020 to August 2021. War in the region; ten months without a post. I treated "
      "displaced children in Mekelle until March 2021.\n";
  EXPECT_EQ(rules_found(application("The war began in the first week of November 2020. From that month until August "
                                    "2021 I held no post.",
                                    answer)),
            kNone);
}

}  // namespace
}  // namespace candor
