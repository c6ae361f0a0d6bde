// dates/contradiction: when the text says that an exam was sat, against the list of exams.
#include "lint/check/agreement.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(AgreementOfExams, APassOnAnotherDay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In November 2024 I passed Step 2 CK.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 2 CK: 18 June 2024, 236\n"),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnAttemptOfTheExamThatWasNamedBefore) {
  EXPECT_EQ(rules_found(
                "# Personal statement\n"
                "\n"
                "My first attempt at Step 1, in June 2024, was a fail. I passed on my second attempt in January 2025.\n"
                "\n"
                "# Exams\n"
                "\n"
                "| Exam | Date | Result |\n"
                "| --- | --- | --- |\n"
                "| USMLE Step 1, attempt 1 | June 2024 | Fail |\n"
                "| USMLE Step 1, attempt 2 | May 2025 | Pass |\n"),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnotherThingThatWasPassedOrFailedIsNotTheExamNamedBefore) {
  for (const char* told : {"I passed the MCCQE in October 2021.", "I failed my surgery shelf exam in March 2019.",
                           "I failed anatomy in December 2016. I met with a tutor and passed in June 2017.",
                           "I failed my driving test in March 2015.", "I repeated the year from August 2018."}) {
    EXPECT_EQ(rules_found("# Personal statement\n\nI passed Step 2 CK in May 2020. " + std::string(told) +
                          "\n\n# Exams\n\n- USMLE Step 2 CK: May 2020, pass\n"),
              Rules{})
        << told;
  }
  for (const char* told :
       {"I passed it in October 2021.", "I passed the exam in October 2021.",
        "I sat my second attempt in October 2021 and passed.", "I passed narrowly in October 2021."}) {
    EXPECT_EQ(rules_found("# Personal statement\n\nI failed Step 2 CK in May 2020. " + std::string(told) +
                          "\n\n# Exams\n\n- USMLE Step 2 CK: May 2020, fail\n- USMLE Step 2 CK: May 2021, pass\n"),
              Rules{"dates/contradiction"})
        << told;
  }
}

TEST(AgreementOfExams, WhatIsToldBesideAnExamIsNotTheDayOfItsSitting) {
  for (const char* told :
       {"I received my Step 1 result in June 2022.", "My Step 1 result came in June 2022.",
        "My father died in June 2022, a month after my Step 1.", "I took leave before Step 1, in January 2022.",
        "I took a mock Step 1 in January 2022.", "I took a course for Step 1 in January 2022.",
        "I sat a full-length Step 1 practice test in January 2022.", "I hoped to sit Step 1 in January 2022.",
        "I did not take Step 1 in January 2022.", "I applied in September 2021 without a Step 1 score.",
        "In July 2023 I gave my sister my Step 1 notes.",
        "In March 2023, with Step 1 behind me, I bought a bicycle."}) {
    EXPECT_EQ(
        rules_found("# Personal statement\n\n" + std::string(told) + "\n\n# Exams\n\n- USMLE Step 1: May 2022, pass\n"),
        Rules{})
        << told;
  }
  for (const char* told : {"I passed Step 1 in June 2022.", "I took Step 1 in June 2022, after two months of leave.",
                           "My first attempt at Step 1, in June 2022, was a pass."}) {
    EXPECT_EQ(
        rules_found("# Personal statement\n\n" + std::string(told) + "\n\n# Exams\n\n- USMLE Step 1: May 2022, pass\n"),
        Rules{"dates/contradiction"})
        << told;
  }
}

TEST(AgreementOfExams, ASeasonThatNoReadingFits) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I took Step 1 in the summer of 2018.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 1: 16 October 2018, 232\n"),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, PreparingForAnExamIsNoSitting) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I registered for Step 2 CK in March 2024.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 2 CK: 18 June 2024, 236\n"),
            Rules{});
}

constexpr char kTwoSteps[] =
    "# Exams\n\n- Step 1: 17 October 2023, pass\n- Step 2 CK, first attempt: 29 August 2024, fail\n"
    "- Step 2 CK, second attempt: 12 March 2025, pass\n";

TEST(AgreementOfExams, ADateBeforeEachExamIsThatExams) {
  EXPECT_EQ(rules_found(application("In 2023 I passed Step 1, in 2025 Step 2 CK.", kTwoSteps)), Rules{});
  EXPECT_EQ(rules_found(application("In 2022 I passed Step 1, in 2025 Step 2 CK.", kTwoSteps)),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, TwoExamsShareTheResultOfTheirVerb) {
  EXPECT_EQ(rules_found(application("I passed Step 1 in October 2023 and Step 2 CK in August 2024.", kTwoSteps)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I passed Step 1 in October 2023 and Step 2 CK in March 2025.", kTwoSteps)),
            Rules{});
}

TEST(AgreementOfExams, ATableMayHaveAnExamInEachColumn) {
  constexpr const char* kTable =
      "\n\n# Exams\n\n| | Step 1 | Step 2 CK |\n|---|---|---|\n| Date | 05/2020 | 06/2021 |\n| Result | Fail | Pass "
      "|\n";
  EXPECT_EQ(rules_found(std::string("# Personal statement\n\nI passed Step 2 CK in June 2021.") + kTable), Rules{});
  EXPECT_EQ(rules_found(std::string("# Personal statement\n\nI passed Step 2 CK in May 2020.") + kTable),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnotherCertificateInBracketsIsNoSitting) {
  EXPECT_EQ(rules_found(application("I passed Step 3 in May 2025.",
                                    "# Exams\n\n- Step 3: 20 May 2025, 231 (ECFMG certified in January 2024)\n")),
            Rules{});
}

TEST(AgreementOfExams, TakingAnExamOnADayIsTakingOnNoPost) {
  EXPECT_EQ(
      rules_found(application("I flew to Lisbon for the language examination, which I took on 10 March 2019.", kOrkla)),
      Rules{});
}

TEST(AgreementOfExams, ASeasonContradictsAMonthOnlyWhereNeitherHalfOfTheEarthReadsItSo) {
  const auto exams = [](const std::string& day) { return "# Exams\n\n- USMLE Step 1, " + day + ", pass\n"; };
  const std::string told = "I passed Step 1 in the autumn of 2022.";
  EXPECT_EQ(rules_found(application(told, exams("12 April 2022"))), Rules{});
  EXPECT_EQ(rules_found(application(told, exams("12 October 2022"))), Rules{});
  EXPECT_EQ(rules_found(application(told, exams("12 July 2022"))), Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, SittingAgainIsAnotherSitting) {
  EXPECT_EQ(rules_found(application("I first sat Step 2 CK in May 2023 and sat it again in November 2023.", kWardha)),
            Rules{});
}

TEST(AgreementOfExams, AFailThatAListWithoutResultsLeavesOut) {
  EXPECT_EQ(rules_found(application("I failed the OET once, in February 2023, before I passed it.", kWardha)), Rules{});
}

TEST(AgreementOfExams, ASittingWithoutAResultMayBeTheOneThatFailed) {
  const std::string exams = "# Exams\n\n- USMLE Step 1, August 2022, pass\n";
  EXPECT_EQ(rules_found(application("I sat Step 1 in May 2022. I failed Step 1 and learned from it.", exams)), Rules{});
  EXPECT_EQ(rules_found(application("I passed Step 1 in May 2022.", exams)), Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, ALevelIsThatOfTheExamOfTheOtherTexts) {
  const std::string exams = "# Exams\n\nCOMLEX Level 3: 11/2019, fail\nCOMLEX Level 3: 05/2021, 465\n";
  EXPECT_EQ(rules_found(application("I failed Level 3 in May 2020, tired and unprepared.", exams)),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnExamTakenAgainIsTheOneJustNamed) {
  const std::string exams = "# Exams\n\nUSMLE Step 1: 10/2020, fail\nUSMLE Step 1: 10 January 2022, 221\n";
  const std::string failed = "I failed Step 1. I had answered four thousand questions. ";
  EXPECT_EQ(rules_found(application(failed + "I took it again in the autumn of 2021.", exams)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(failed + "I took it again in January 2022.", exams)), Rules{});
}

TEST(AgreementOfExams, AnExamThatTimeIsCountedFromIsNotTheOneThatWasSat) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I prepared for Step 2 CK and passed in February 2024, about a year and a half after Step 1.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- Step 1: pass, August 2022\n"
                        "- Step 2 CK: 238, February 2024\n"),
            Rules{});
}

TEST(AgreementOfExams, AnExamsNumberIsNoDayOfARange) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I passed Step 1 on 25 January 2022.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "Step 1 - 25 January 2022 - 218\n"),
            Rules{});
}

TEST(AgreementOfExams, AnExaminationOfAnotherNameHasADateOfItsOwn) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I passed Step 1 in 2022.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "Physician Licensure Examination: September 2017, passed. USMLE Step 1: 27 April 2022, passed. "
                        "USMLE Step 2 CK: 16 August 2023, passed with 236.\n"),
            Rules{});
}

TEST(AgreementOfExams, AnAgeDatesAnExam) {
  EXPECT_EQ(rules_found("# CV\n"
                        "\n"
                        "Born 22 May 1993\n"
                        "\n"
                        "- Step 1: 18 March 2025, pass\n"
                        "\n"
                        "# Personal statement\n"
                        "\n"
                        "I was twenty-nine when I sat Step 1.\n"),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnExamTakenAgainIsTheOneToldLast) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI failed Step 1 in November 2022. I took the exam again in February 2023 "
                  "and passed.\n\n# Exams\n\n- Step 1: 11/22/2022, fail\n- Step 1: 05/16/2023, pass\n"),
      Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found("# Personal statement\n\nI failed Step 1 in March 2023. I passed in December of the same year."
                        "\n\n# Exams\n\n- Step 1: 14 March 2023, fail\n- Step 1: 6 June 2024, pass\n"),
            Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, TwoSittingsInOneLineAreTwo) {
  EXPECT_EQ(rules_found("# Short answers\n\nStep 1, August 2021. Passed March 2022, second attempt.\n\n# Exams\n\n"
                        "- Step 1: 08/18/2021, fail\n- Step 1: 03/19/2022, pass\n"),
            Rules{});
}

TEST(AgreementOfExams, AnExamBesideAnotherHasItsOwnDate) {
  const std::string exams = "\n\n# Exams\n\n- Step 2 CK: 05/14/2021, 226\n- Step 3: 02/11/2026, 208\n";
  EXPECT_EQ(
      rules_found("# Personal statement\n\nOn Step 2 CK I had a 226, and on Step 3, in February 2026, a 208." + exams),
      Rules{});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI sat Step 2 CK late. In the third year of it, in February 2026, I passed "
                  "Step 3." +
                  exams),
      Rules{});
}

TEST(AgreementOfExams, ADateThatOpensASentenceIsThatOfAnExamBehindAnAnd) {
  EXPECT_EQ(rules_beside_posts("In March 2024, while I was at home, I flew to Ankara and passed Step 1."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("In May 2023, while I was at home, I flew to Ankara and passed Step 1."), Rules{});
}

// What is found of short answers beside a list with a failed and a passed sitting.
Rules rules_beside_sittings(std::string_view answers) {
  return rules_found("# Short answers\n\n" + std::string(answers) +
                     "\n\n# Exams\n\n- Step 1: 10 May 2022, pass\n- Step 2 CK: 20 June 2023, fail, 206\n"
                     "- Step 2 CK: 13 February 2024, pass, 239\n");
}

TEST(AgreementOfExams, WhatWasPassedLaterWasNoPassBefore) {
  for (const char* answer :
       {"FAILED EXAMINATION\n\nStep 2 CK, June 2023. Passed eight months later.",
        "Examination failures: Step 2 CK, first attempt, summer 2023; passed at the second attempt.",
        "**Failed examinations**\n\n2. USMLE Step 2 CK, June 2023. Passed in February 2024.",
        "My graduation moved because I needed a second attempt at Step 2 CK (June 2023, then February 2024)."})
    EXPECT_EQ(rules_beside_sittings(answer), Rules{}) << answer;
}

TEST(AgreementOfExams, WhatIsNoSittingOfTheExamNamedBefore) {
  for (const char* answer :
       {"I passed Step 2 CK in February 2024. I sat out 2025 to get the letters I did not have.",
        "Step 2 CK, first attempt, June 2023. EUNACOM, first attempt, July 2019.",
        "I failed Step 2 CK in June 2023. I had passed Step 1 in 2022 and trusted in this. I passed in February 2024."})
    EXPECT_EQ(rules_beside_sittings(answer), Rules{}) << answer;
}

TEST(AgreementOfExams, TwoMonthsOfOneYearAreOneEach) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn June and July 2024 I took Step 2 CK and Step 3.\n\n# Exams\n\n- Step "
                  "2 CK: 24 June 2024, 250\n- Step 3: 8 July 2024, 220\n"),
      Rules{});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn June and July 2024 I took Step 2 CK and Step 3.\n\n# Exams\n\n- Step "
                  "2 CK: 24 February 2024, 250\n- Step 3: 8 July 2024, 220\n"),
      Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, AnExamThatIsAnAimOrOneOfAListIsNoSitting) {
  constexpr std::string_view kExams = "\n\n# Exams\n\n- Step 3: 14 Nov 2023, 219\n";
  const auto told = [&](std::string_view sentence) {
    return rules_found("# Personal statement\n\n" + std::string(sentence) + std::string(kExams));
  };
  EXPECT_EQ(told("Since then: degree finished in May 2026, Step 3, a second article."), Rules{});
  EXPECT_EQ(told("I left the ward at the end of May 2021 to sit NEET-PG."), Rules{});
  EXPECT_EQ(told("I passed Step 3 in May 2024."), Rules{"dates/contradiction"});
}

TEST(AgreementOfExams, WhatWasPassedThenWasAFailBefore) {
  const auto told = [](std::string_view year) {
    return rules_found(
        "# Short answers\n\n**Explain any failed examination.** USMLE Step 1, 23 September " + std::string(year) +
        ", then passed on 29 September 2022 with the night schedule.\n\n# Exams\n\n- Step 1: 23 September "
        "2021, fail, 181\n- Step 1: 29 September 2022, pass\n");
  };
  EXPECT_EQ(told("2021"), Rules{});
  EXPECT_EQ(told("2020"), Rules{"dates/contradiction"});
}

using ExamsOfALife = DatesOfALife;

TEST_F(ExamsOfALife, AnAttemptHasItsNumber) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 9 March 2021, fail\n- USMLE Step 1: 7 September 2021, fail\n"
                "- USMLE Step 1: 14 June 2022, pass\n");
  EXPECT_EQ(found("I failed Step 1 and changed how I read. On my second try I passed, in June 2022."), kContradiction);
  EXPECT_EQ(found("I failed Step 1 and changed how I read. On my third try I passed, in June 2022."), kNone);
  EXPECT_EQ(found("I failed Step 1 and changed how I read. I passed in June 2022, nine months after the second try."),
            kNone);
}

TEST_F(ExamsOfALife, TheFirstAttemptHasTheDateOfTheFirst) {
  folder_.write("exams.md", "# Exams\n\n- USMLE Step 1: 7 September 2021, fail\n- USMLE Step 1: 14 June 2022, pass\n");
  EXPECT_EQ(found("My first attempt at Step 1, in June 2022, came back below the line."), kContradiction);
  EXPECT_EQ(found("My first attempt at Step 1, in September 2021, came back below the line."), kNone);
}

TEST_F(ExamsOfALife, SittingWithSomebodyIsNoExam) {
  EXPECT_EQ(
      found("I failed Step 1 once in a mock. In March 2023 I sat with her through a delivery that went sideways."),
      kNone);
  EXPECT_EQ(found("I wrote Step 1 in June 2022. A grant took me to Sofia for a master's. I finished it in March 2023."),
            kNone);
}

TEST_F(ExamsOfALife, TheFirstTimeInMonthsIsNoAttempt) {
  EXPECT_EQ(found("I passed Step 1 in June 2022. I defended in March 2023, asleep for the first time in months."),
            kNone);
}

TEST_F(ExamsOfALife, TheSecondBehindAFirstIsOfTheSameExam) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 18 March 2021, fail\n- USMLE Step 1: 9 December 2021, pass\n"
                "- USMLE Step 2 CK: 9 May 2023, 238\n");
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in May 2022, was a pass."), kContradiction);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail; my second, in May 2022, a pass."), kContradiction);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in December 2021, was a pass."), kNone);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in May 2022, was a boy."), kNone);
}

TEST_F(ExamsOfALife, AScoreAndItsDate) {
  EXPECT_EQ(found("A score of 238 on Step 2 CK in December 2023 told me enough."), kContradiction);
  EXPECT_EQ(found("A score of 238 on Step 2 CK in May 2023 told me enough."), kNone);
}

TEST_F(ExamsOfALife, AMonthAndItsYearBehindAComma) {
  EXPECT_EQ(found("I sat Step 3 the following August, in 2025."), kContradiction);
  EXPECT_EQ(found("I sat Step 3 the following February, in 2025."), kNone);
}

TEST_F(ExamsOfALife, AScoreBeforeAnExamsNameIsThatExams) {
  EXPECT_EQ(found("I passed Step 1 in the week before the end of June 2022, and the same method gave me 238 in Step 2 "
                  "CK."),
            kNone);
}

TEST_F(ExamsOfALife, TheExamItselfChanged) {
  EXPECT_EQ(found("Step 1 became pass/fail in January 2022."), kNone);
  EXPECT_EQ(found("I passed Step 1 in January 2022."), kContradiction);
}

TEST_F(ExamsOfALife, AnExamThatIsOnlyCompared) {
  EXPECT_EQ(found("I had prepared with the same notes as for Step 1. On 9 May 2023 I passed with 238."), kNone);
}

TEST_F(ExamsOfALife, TheFirstDateIsOfTheExamThatWasToldOfBefore) {
  EXPECT_EQ(found("I was slow with Step 1. I passed in June 2022, and Step 2 CK at my first attempt."), kNone);
  EXPECT_EQ(found("I was slow with Step 1. I passed in October 2022, and Step 2 CK at my first attempt."),
            kContradiction);
}

TEST_F(ExamsOfALife, AStepByItsColumn) {
  folder_.write("exams.md",
                "# Exams\n\n| Step | Date | Outcome |\n| --- | --- | --- |\n| 1 | 14 June 2022 | pass |\n"
                "| 2 CK | 9 May 2023 | 238 |\n");
  EXPECT_EQ(found("I passed Step 1 in October 2021."), kContradiction);
  EXPECT_EQ(found("I passed Step 1 in June 2022."), kNone);
}

TEST_F(ExamsOfALife, ADateInFrontOfThatOrWhen) {
  EXPECT_EQ(found("It was in March 2021 that I passed Step 1."), kContradiction);
  EXPECT_EQ(found("It was in June 2022 that I passed Step 1."), kNone);
  EXPECT_EQ(found("March 2021 was when I passed Step 1."), kContradiction);
  EXPECT_EQ(found("It was in March 2021 that I left the Regional Hospital Dobrich."), kContradiction);
}

TEST_F(ExamsOfALife, ExamsAppearedForDoneOrFaced) {
  for (const char* sat : {"I appeared for", "I did", "I undertook", "I faced my"}) {
    EXPECT_EQ(found(std::string(sat) + " Step 1 in March 2021."), kContradiction) << sat;
    EXPECT_EQ(found(std::string(sat) + " Step 1 in June 2022."), kNone) << sat;
  }
  EXPECT_EQ(found("With Step 1 passed in March 2021, I rested."), kContradiction);
  EXPECT_EQ(found("I did questions for Step 1 in March 2021."), kNone);
}

TEST_F(ExamsOfALife, AnExamToldByTheSeasonThatFollowed) {
  EXPECT_EQ(found("The hospital took me on in May 2019, and I sat Step 1 the following spring."), kContradiction);
  EXPECT_EQ(found("The course took me on in November 2021, and I sat Step 1 the following June."), kNone);
  EXPECT_EQ(found("We moved in the summer of 2021, and I sat Step 1 the following summer."), kNone);
}

TEST_F(ExamsOfALife, AnExamToldByWhereItWasSat) {
  EXPECT_EQ(found("Step 1 frightened me. I walked into the test centre in March 2021 and passed."), kContradiction);
  EXPECT_EQ(found("Step 1 frightened me. I walked into the test centre in June 2022 and passed."), kNone);
  EXPECT_EQ(found("Step 2 CK went well, after my 236 in Step 1. In May 2023 I passed with 238."), kNone);
}

TEST_F(ExamsOfALife, ASecondAttemptToldByItsNumber) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1, first attempt: 9 March 2021, fail\n"
                "- USMLE Step 1, second attempt: 14 June 2022, pass\n");
  EXPECT_EQ(found("Step 1 humbled me. The second attempt, in January 2022, was a pass."), kContradiction);
  EXPECT_EQ(found("Step 1 humbled me. The second attempt, in June 2022, was a pass."), kNone);
}

TEST_F(ExamsOfALife, AnExamOfThisPastMonth) {
  EXPECT_EQ(found("I sat Step 3 this past August."), kContradiction);
  EXPECT_EQ(found("I sat Step 3 this past February."), kNone);
  EXPECT_EQ(found("I had a Step 3 date for this past August, which I moved."), kNone);
}

TEST(Exams, TwoSittingsOfOneExamInOneBreath) {
  const std::string exams =
      "# Exams\n\n- Step 1: 3/10/2020, Fail\n- Step 1: 2/16/2021, Fail\n- Step 1: 8/24/2021, Pass\n";
  EXPECT_EQ(rules_found(application("I failed Step 1 in March 2020 and again in February 2021.", exams)), kNone);
  EXPECT_EQ(rules_found(application("I failed Step 1 in March 2020 and again in October 2020.", exams)),
            kContradiction);
  EXPECT_EQ(rules_found(application("I failed Step 1 twice, in March 2020 and October 2020.", exams)), kContradiction);
}

TEST(Exams, TheResultBehindTwoSittingsIsOfTheLast) {
  const std::string exams = "# Exams\n\n- Step 1, Aug 2023, Fail\n- Step 1, Apr 2024, Pass\n";
  for (const char* told :
       {"I took Step 1 in August 2023 and again in April 2024, and passed.",
        "I attempted Step 1 in August 2023, without success, and again in April 2024, when I passed.",
        "I took Step 1 twice, in August 2023 and in April 2024, and passed on the second occasion."}) {
    EXPECT_EQ(rules_found(application(told, exams)), kNone) << told;
  }
}

TEST(Exams, APassThatWasNoneIsAFail) {
  const std::string exams = "# Exams\n\n- Step 1, February 2023: fail\n- Step 1, December 2023: pass\n";
  for (const char* told :
       {"My first attempt at Step 1, in February 2023, was not a pass.", "I almost passed Step 1 in February 2023."}) {
    EXPECT_EQ(rules_found(application(told, exams)), kNone) << told;
  }
}

TEST(Exams, ASittingTheCommasOfWhoseDatePartItFromItsVerb) {
  const std::string exams = "# Exams\n\n- Step 2 CK: 22 August 2023, Fail\n- Step 2 CK: 16 April 2024, 229, Pass\n";
  for (const char* told : {"I did questions, and on my second attempt, in October 2024, I passed.",
                           "I studied with a tutor and finally, in October 2024, I passed."}) {
    EXPECT_EQ(rules_found(application("I failed Step 2 CK in August 2023. " + std::string(told), exams)),
              kContradiction)
        << told;
  }
}

TEST(Exams, TwoExamsAndTwoYearsInOrder) {
  const std::string exams = "# Exams\n\n- USMLE Step 1: 3 June 2024, pass\n- USMLE Step 2 CK: 8 April 2025, 240\n";
  EXPECT_EQ(
      rules_found(application("I learned from it for Step 1 and Step 2 CK, which I passed in 2024 and 2025.", exams)),
      kNone);
  EXPECT_EQ(
      rules_found(application("I learned from it for Step 1 and Step 2 CK, which I passed in 2022 and 2025.", exams)),
      kContradiction);
}

TEST(Exams, AMonthAfterAFailureIsTheNextOne) {
  const std::string exams = "# Exams\n\n- COMLEX Level 1: 10-Jun-2025 Fail\n- COMLEX Level 1: 19-Aug-2025 Pass\n";
  const std::string failed = "I failed Level 1 in June 2025. I was tired of my own excuses. ";
  EXPECT_EQ(rules_found(application(failed + "I sat again and passed it in October.", exams)), kContradiction);
  EXPECT_EQ(rules_found(application(failed + "I sat again and passed it in August.", exams)), kNone);
}

TEST(Exams, WhatBecameQuietIsNotTheExam) {
  EXPECT_EQ(rules_found(application("I passed Step 1 in November 2024, reading at four after the ward became quiet.",
                                    "# Exams\n\n- USMLE Step 1: 14 November 2023, pass\n")),
            kContradiction);
}

TEST(Exams, WhichIsTheExamRightBeforeIt) {
  const std::string exams = "# Exams\n\n- USMLE Step 2 CK: 9 May 2023, 245\n";
  EXPECT_EQ(rules_found(application("I scored 245 on Step 2 CK, which I took in September 2022.", exams)),
            kContradiction);
  EXPECT_EQ(rules_found(application("I scored 245 on Step 2 CK, which I took in May 2023.", exams)), kNone);
}

TEST(Exams, StudyBehindTheDateOfAnAttemptIsNotWhatTheDateIsOf) {
  const std::string exams =
      "# Exams\n\n- USMLE Step 2 CK: 12 August 2023, fail\n- USMLE Step 2 CK: 9 October 2024, pass\n";
  const std::string told = "I failed Step 2 CK in August 2023. I gave the second attempt in ";
  EXPECT_EQ(rules_found(application(told + "April 2024, after five months with a study partner.", exams)),
            kContradiction);
  EXPECT_EQ(rules_found(application(told + "October 2024, after five months with a study partner.", exams)), kNone);
}

}  // namespace
}  // namespace candor
