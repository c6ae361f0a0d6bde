// dates/impossible for exams: sittings that cannot have been, and what is no sitting.
#include "lint/check/exam_facts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(ExamFacts, StepThreeNeedsTheDegreeThatIsGivenAfterTheStudies) {
  const std::string degree =
      "# Education\n\nINSTITUTION: Universidad del Valle\nDEGREE: Médico Cirujano\nFROM: August 2013\nTO: July 2019\n"
      "TÍTULO (DEGREE DATE): 20 November 2020\n\n";
  EXPECT_EQ(rules_found(degree + "USMLE STEP 3: 18 February 2020, pass\n"), Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(degree + "USMLE STEP 3: 18 February 2021, pass\n"), Rules{});
}

TEST(ExamFacts, ADateBeforeItsExam) {
  EXPECT_EQ(rules_found("# Examinations\n\n14.11.2023: USMLE Step 1, pass. 18.03.2025: USMLE Step 2 CK, 242.\n"),
            Rules{});
}

TEST(ExamFacts, ASittingThatWasCancelled) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "- MCCQE Part II: 24 October 2020, pass\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, AStepThreeBeforeTheCertificate) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "- USMLE Step 3: 12 March 2022, 221\n"
                        "- ECFMG certificate: June 2023\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, ANumberIsTheScoreOfTheExamItStandsBy) {
  const std::string head = "# Personal statement\n\n";
  EXPECT_EQ(rules_found(head + "I passed Step 1 and Step 2 CK (247) in 2023 and 2024.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "Step 1 is a pass, Step 2 CK 244, both from 2024.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I passed Step 1, and Step 2 CK in March 2025, 241.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 231 on Step 1 in 2020 and 250 on Step 2 CK in 2022.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 245 on Step 1 in May 2023.\n"), Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(head + "I passed Step 1 in 2021 with 238 and Step 2 CK in 2024 with 199.\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, AScoreUnderThePassMarkIsAFail) {
  const std::string head = "# Personal statement\n\n";
  EXPECT_EQ(rules_found(head + "I passed Step 2 CK, and it is my second sitting: in June 2023 I scored 207, under the "
                               "passing line.\n"),
            Rules{});
  EXPECT_EQ(rules_found(head + "I sat Step 2 CK in June 2023 and scored 207, two points short of a pass.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 195 on Step 2 CK in May 2023, and passed.\n"), Rules{"dates/impossible"});
}

TEST(ExamFacts, AScoreBesideAFailAndAPassIsThatOfThePass) {
  EXPECT_EQ(rules_found("# Exams\n\nStep 2 CK took me two sittings: a fail in February 2021, then a pass (233) in "
                        "November 2021.\n"),
            Rules{});
}

TEST(ExamFacts, WhatStandsInBracketsWithTheDateIsDated) {
  EXPECT_EQ(rules_found("# Exams\n\nOET: not required (Step 3 passed, February 2025, 214)\n"), Rules{});
}

TEST(ExamFacts, ADegreeAmongTheExamsIsTheOneThatStep3Requires) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "| What | When | Result |\n"
                        "|---|---|---|\n"
                        "| MD, Universidad Central, Caracas | Oct 2014 - Nov 2021 | |\n"
                        "| Step 1 | 3 Mar 2020 | 219 |\n"
                        "| Step 2 CK | 17 Dec 2020 | 224 |\n"
                        "| Step 3 | 22 Jun 2021 | 211 |\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, ThePartOfAnExamIsNotTheWriter) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I passed MCCQE Part I in October 2021 and MCCQE Part II in June 2022.\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, ACertificateAmongTheExamsIsNoSitting) {
  EXPECT_EQ(rules_found("EXAMS\n"
                        "\n"
                        "USMLE Step 2 CK\n"
                        "29 May 2025, 233\n"
                        "\n"
                        "ECFMG certificate\n"
                        "14 January 2026\n"
                        "\n"
                        "USMLE Step 3\n"
                        "18 November 2025, 214\n"),
            Rules{"dates/impossible"});
}

TEST(ExamFacts, Step3ComesAfterTheOtherStepsArePassed) {
  const auto listed = [](std::string_view others) {
    return rules_found("# Exams\n\n- Step 3: 8 February 2023, 215\n" + std::string(others) + "\n");
  };
  EXPECT_EQ(listed("- Step 1: 2 May 2023, pass"), Rules{"dates/impossible"});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, pass\n- Step 2 CK: 2 May 2023, 240"), Rules{"dates/impossible"});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, pass\n- Step 2 CK: 2 May 2022, 240"), Rules{});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, fail"), Rules{});
}

TEST(ExamFacts, ASeatThatWasBookedIsNoSitting) {
  EXPECT_EQ(rules_found("# Personal statement\n\nMy seat for Step 2 CS was for 21 April 2020; I never took it.\n"),
            Rules{});
}

TEST(ExamFacts, AttemptsStandBelowTheLabelOfTheirExam) {
  const auto listed = [](std::string_view score) {
    return rules_found("# Exams\n\nExam: USMLE Step 1\nAttempt 1: 11/2020, fail\nAttempt 2: 08/2021, pass, " +
                       std::string(score) + "\nExam: USMLE Step 2 CK\nAttempt 1: 10/2023, pass, 226\n");
  };
  EXPECT_EQ(listed("203"), Rules{});
  EXPECT_EQ(listed("183"), Rules{"dates/impossible"});
}

TEST(ExamFacts, AnotherTestBelowAnExamIsNone) {
  EXPECT_EQ(rules_found("# Exams\n\nCOMLEX-USA\nLevel 1     06/18/2024   Pass\nLevel 3     to be taken after "
                        "graduation\n\nMCAT: May 2021\n\n# Education\n\n- DO, Northwoods College of Osteopathic "
                        "Medicine, August 2022 - expected May 2027\n"),
            Rules{});
}

using ExamFactsOfALife = DatesOfALife;

TEST_F(ExamFactsOfALife, ASittingThatWasBookedAndNeverSat) {
  EXPECT_EQ(found("My date for Step 2 CK was 17 January 2023 at first. I was given 9 May."), kNone);
  EXPECT_EQ(found("For Step 2 CK I had the 12th of January 2023 and gave it back, and sat it on 9 May 2023."), kNone);
  EXPECT_EQ(found("I had bought the ticket to Miami for the Clinical Skills of 24 March 2020."), kNone);
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 14 June 2022, pass\n"
                "- USMLE Step 2 CS: 24 March 2020, cancelled by the organizer, not taken\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(ExamFactsOfALife, AnotherExamsLineIsNoSitting) {
  folder_.write("exams.txt",
                "EXAMS\nStep 3      11 Feb 2025   224\n"
                "TUS         Apr 2015 (third of 640; first attempt, Sep 2014, I was far behind)\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(ExamFactsOfALife, AnExamTravelledForWasSat) {
  EXPECT_EQ(found("I flew to Atlanta for Step 2 CS in July 2021."), Rules{"dates/impossible"});
  EXPECT_EQ(found("My slot for Step 2 CS was 9 April 2020. It was called off, as every slot was."), kNone);
}

TEST(ExamFacts, DoIsADegree) {
  for (const char* degree : {"Rocky Vista University, DO: 07/2019 - 05/2023 (degree 05/19/2023)",
                             "DO, Rocky Vista University, 07/2019 - 05/2023"}) {
    EXPECT_EQ(
        rules_found("# Education\n\n- " + std::string(degree) + "\n\n# Exams\n\n- COMLEX-USA Level 3: 03/2023, 548\n"),
        Rules{"dates/impossible"})
        << degree;
  }
}

TEST(ExamFacts, TheCertificateNeedsTheDegreeAndBothSteps) {
  const auto found = [](std::string_view issued) {
    return rules_found(
        "# Education\n\n- MBBS, Shalimar Medical College, 11/2014 - 11/2019\n\n# Exams\n\n"
        "Exam: USMLE Step 1\nDate: 20 May 2024\nResult: Pass\n\n"
        "Exam: USMLE Step 2 CK\nDate: 12 August 2024\nResult: Pass, 241\n\n"
        "Certificate: ECFMG\nIssued: " +
        std::string(issued) + "\n");
  };
  EXPECT_EQ(found("15 March 2018"), Rules{"dates/impossible"});  // before the degree
  EXPECT_EQ(found("15 June 2024"), Rules{"dates/impossible"});   // before Step 2 CK
  EXPECT_EQ(found("15 November 2024"), kNone);
}

}  // namespace
}  // namespace candor
