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

Report report_on(const std::string& text) {
  Settings settings;
  settings.select = {"dates"};
  RunOptions options;
  options.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  return check_one("application.md", text, *Rulebook::shipped(), settings, options);
}

std::vector<std::string> rules_found(const std::string& text) {
  std::vector<std::string> rules;
  for (const Finding& finding : report_on(text).findings) rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Dates, ADayThatDoesNotExist) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 2 CK: 31 June 2022, 228\n"), Rules{"dates/impossible"});
}

TEST(Dates, ANonGregorianYearIsNeverFuture) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI graduated in 2075 BS.\n"), Rules{"dates/other-calendar"});
}

TEST(Dates, ADegreeToldByAge) {
  const std::string lists =
      "\n\n# Education\n\nBirth Date: 12 May 1990\n\n"
      "- Doctor of Medicine, Orkla University, 09/2008 - 06/2014\n";
  EXPECT_EQ(rules_found("# Personal statement\n\nI was twenty-eight when I received my diploma." + lists),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found("# Personal statement\n\nI was twenty-four on the June day when the rector put the diploma in "
                        "my hands." +
                        lists),
            Rules{});
}

TEST(Dates, ABirthByAnotherCalendarIsNone) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI was born in 2049, above the river.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, StepThreeNeedsTheDegreeThatIsGivenAfterTheStudies) {
  const std::string degree =
      "# Education\n\nINSTITUTION: Universidad del Valle\nDEGREE: Médico Cirujano\nFROM: August 2013\nTO: July 2019\n"
      "TÍTULO (DEGREE DATE): 20 November 2020\n\n";
  EXPECT_EQ(rules_found(degree + "USMLE STEP 3: 18 February 2020, pass\n"), Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(degree + "USMLE STEP 3: 18 February 2021, pass\n"), Rules{});
}

TEST(Dates, ADateBeforeItsExam) {
  EXPECT_EQ(rules_found("# Examinations\n\n14.11.2023: USMLE Step 1, pass. 18.03.2025: USMLE Step 2 CK, 242.\n"),
            Rules{});
}

TEST(Dates, AnInternshipBelongsToNoMastersDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MSc Neuroscience (full time), University of Orkla, 09/2018 - 09/2019\n\n"
                        "# Training\n\n- House Officer, Ravi Hospital (full time), 03/2018 - 03/2019\n"),
            Rules{"dates/overlap"});
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

TEST(Dates, ALeavingDateThatTheEntryDoesNotHave) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left Mercy General in March 2021.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ARangeToldWithAnotherEnd) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I worked at MGH from February 2019 to December 2020.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ADegreeReceivedInAnotherYear) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I received my MBBS in July 2015.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MBBS, Varna Medical University, 09/2010 - 07/2016\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, APassOnAnotherDay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In November 2024 I passed Step 2 CK.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 2 CK: 18 June 2024, 236\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AnAttemptOfTheExamThatWasNamedBefore) {
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

TEST(Dates, AnotherThingThatWasPassedOrFailedIsNotTheExamNamedBefore) {
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

TEST(Dates, WhatIsToldBesideAnExamIsNotTheDayOfItsSitting) {
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

TEST(Dates, WhatOneHasBeenSinceSomeMonthIsNotThePostThatOneHolds) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI have been a father since April 2025.\n\n# Experience\n\n"
                        "- Research associate, Cleveland Clinic, 02/2024 - present, full time\n"),
            Rules{});
}

TEST(Dates, StudyForAnExamWithARangeIsTimeSpent) {
  for (const char* study :
       {"## Study for Step 1\nJuly 2021 - February 2022", "- Study for Step 1, 07/2021 - 02/2022"}) {
    EXPECT_EQ(rules_found("# Experience\n\n## Medical assistant, Lakeside Clinic\nMarch 2022 - present, full time\n\n" +
                          std::string(study) +
                          "\n\n## Medical officer, Mayo Hospital\nJanuary 2018 - June 2021, full time\n"),
              Rules{})
        << study;
  }
}

TEST(Dates, SickLeaveIsNotTheFamilyLeaveThatIsListed) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI took sick leave from March to May 2021.\n\n# Experience\n\n"
                        "## Family leave\nAugust 2022 - January 2024\n\n"
                        "## Senior house officer, Letterkenny\nJuly 2019 - July 2022, full time\n"),
            Rules{});
}

TEST(Dates, AGapWithAnotherEnd) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From June 2018 until January 2019 I cared for my father after an accident.\n"
                        "\n"
                        "# Interruption\n"
                        "\n"
                        "June 2018 - October 2018. Care of my father at home.\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AGapUntilTheEndOfThatMonthWithAnotherStart) {
  const std::string leave = "\n\n# Interruption\n\nLeave of absence, March 2020 - December 2020. Family business.\n";
  const std::string until = " 2020 until the end of that December, sewing masks.";
  EXPECT_EQ(rules_found("# Personal statement\n\nI was at home in the shop from June" + until + leave),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found("# Personal statement\n\nI was at home in the shop from March" + until + leave), Rules{});
}

TEST(Dates, ASeasonThatNoReadingFits) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I took Step 1 in the summer of 2018.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 1: 16 October 2018, 232\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AYearHoldsItsMonths) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In 2019 I joined Mercy as a medical officer.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, ADeedWithinAPostIsNotItsBeginning) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "At Mercy I presented an audit of sepsis in May 2022.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, AYearOfHistoryBesideAPlaceIsNoClaim) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I worked at Mercy, which opened in 1952.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, JoiningAPersonIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2022 I joined my husband in Tampa.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, TheYearOfBirthIsNoStay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was born in 1993 in Tampa.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, PreparingForAnExamIsNoSitting) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I registered for Step 2 CK in March 2024.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "- USMLE Step 2 CK: 18 June 2024, 236\n"),
            Rules{});
}

TEST(Dates, AStayThatIsLongerThanItsEntry) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I spent four years at Mercy General Hospital.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, MonthsThatAreCountedWithBothEnds) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "My nineteen months at Mercy taught me to wait.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, APartOfAStayIsNoMismatch) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I spent my first six months at Mercy on the wards.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Dates, ALengthInBracketsBehindTheDates) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Research assistant, Stroke Network, November 2021 to May 2022 (fourteen months)\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ALengthThatOpensADescription) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "**Physician** · City Hospital\n"
                        "- September 2022 - August 2024\n"
                        "- Full-time for three years.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ATimeAwayWithALengthAlone) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "After that post I was out of clinical work for seven months.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ATimeAwayWithAReasonAlone) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "We moved, and for family reasons I did not work for some time.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ATimeAwayWhoseEndsAnotherTextGives) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "After that post I was out of clinical work for seven months.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"
                        "\n"
                        "# Interruption\n"
                        "\n"
                        "December 2020 to June 2021. Care of my mother.\n"),
            Rules{});
}

TEST(Dates, ATimeAwayWithBothEnds) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From December 2020 to June 2021 I cared for my mother.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"),
            Rules{});
}

TEST(Dates, AHoleThatNoTextTellsOf) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I like trials.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AReturnToTheSameCityFillsNoHole) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In March 2021 I passed Step 1.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Godavari Trials Unit, Nashik, 07/2021 - 02/2023\n"
                        "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AnInternshipWithinTheDegree) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- MBBS, Pune Medical College, 08/2012 - 03/2018\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Pune Medical College Hospital, 03/2017 - 03/2018\n"),
            Rules{});
}

TEST(Dates, HoursTellTheLoad) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Physician, North Hospital (44 hours per week), 03/2017 - 12/2019\n"
                        "- Auditor, South Insurance (40 hours per week), 06/2019 - 02/2021\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, HalfHoursTellTheLoadToo) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Physician, North Hospital (37.5 hours a week), 03/2017 - 12/2019\n"
                        "- Auditor, South Insurance (full-time), 06/2019 - 02/2021\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, WhatIsNoFullWeekOfAPostOverlapsNothing) {
  const auto beside = [](const std::string& entry) {
    return rules_found("# Experience\n\n## Registrar, City Hospital\nJuly 2019 - October 2021, full time\n\n" + entry +
                       "\n");
  };
  for (const char* entry :
       {"## Physician, shelter\nJuly 2020 - October 2021, 40 hours a month",
        "## Physician, shelter\nJuly 2020 - October 2021, not full time",
        "## Tutor, Northern (beside my full-time post)\nJuly 2020 - October 2021",
        "## Residency selection committee, Northern\nJuly 2020 - October 2021",
        "## Research fellow, Boston, full time (sabbatical from City Hospital)\nMarch 2020 - August 2020"}) {
    EXPECT_EQ(beside(entry), Rules{}) << entry;
  }
  EXPECT_EQ(beside("## Physician, shelter\nJuly 2020 - October 2021, 40 hours a week"), Rules{"dates/overlap"});
}

TEST(Dates, APartOfAPostAndTheYearsOfItsChartsAreNotThePosts) {
  for (const char* told : {"Rotated for six months in cardiology.", "Was acting head for six months.",
                           "A year as chief registrar.", "Reviewed 400 charts from 2010 to 2015."}) {
    EXPECT_EQ(rules_found("# Experience\n\n## Registrar, City Hospital\nJuly 2019 - October 2021, full time\n\n" +
                          std::string(told) + "\n\n## Scribe, Tampa Clinic\nNovember 2021 - present\n"),
              Rules{})
        << told;
  }
}

TEST(Dates, ALengthAfterADateAndTwoEndsOfAnIllnessTellOfAHole) {
  for (const char* told : {"I cared for my father for eight months after I left Wardha in June 2020.",
                           "I caught COVID-19 in July 2020 and recovered in February 2021."}) {
    EXPECT_EQ(
        rules_found("# Personal statement\n\n" + std::string(told) +
                    "\n\n# Experience\n\n- Medical officer, Rural Hospital, Wardha, 01/2017 - 06/2020, full time\n"
                    "- Observer, Tampa General Hospital, 03/2021 - present\n"),
        Rules{})
        << told;
  }
}

TEST(Dates, ASittingThatWasCancelled) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "- MCCQE Part II: 24 October 2020, pass\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, AStepThreeBeforeTheCertificate) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "- USMLE Step 3: 12 March 2022, 221\n"
                        "- ECFMG certificate: June 2023\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, AnEntryBeforeTheStatedBirth) {
  EXPECT_EQ(rules_found("# General\n"
                        "\n"
                        "Birth Date: 14/05/1996\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Volunteer, Red Cross, 06/1994 - 12/1995\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, AnEntryStillToComeThatSaysSo) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Observer, Lake Hospital, October 2026 - November 2026 (scheduled)\n"),
            Rules{});
}

TEST(Dates, AnEntryStillToComeThatDoesNotSaySo) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Observer, Lake Hospital, October 2026 - November 2026\n"),
            Rules{"dates/future"});
}

TEST(Dates, LabelsBrokenMidWord) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "Organi zation: Lake Hospital\n"
                        "Posi tion: Observer\n"
                        "Sta rt Date: 10/2021\n"
                        "E nd Date: 04/2021\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, MergedColumns) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "Lake Hospital, ErbilPulmonologist\n"
                        "Da tes: 11/2022 - 04/2021Daily\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, NamesAboveTheirDatesWithoutBlankLines) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "Lake Hospital, Observer\n"
                        "10/2019 - 12/2019\n"
                        "Hill Hospital, Medical officer\n"
                        "10/2021 - 04/2021\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, AYearThatCannotBe) {
  EXPECT_EQ(rules_found("# Exams\n"
                        "\n"
                        "- USMLE Step 1: July 20219, 231\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, ANonGregorianYearIsAskedFor) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- MBBS, Pokhara Medical College, 2075 BS\n"),
            Rules{"dates/other-calendar"});
}

TEST(Dates, TwoNumbersAreTwoApplicants) {
  EXPECT_EQ(rules_found("# General\n"
                        "\n"
                        "AAMC ID: 15660931\n"
                        "\n"
                        "# More\n"
                        "\n"
                        "AAMC ID: 16104433\n"),
            Rules{"dates/two-applicants"});
}

TEST(Dates, MorePostsThanOnePersonHasAreThoseOfManyApplicants) {
  std::string posts = "# Experience\n\n";
  for (int post = 0; post < 1501; ++post) posts += "- Resident, full time, Borsod Hospital, 03/2019 - 08/2021\n";
  EXPECT_EQ(rules_found(posts), Rules{"dates/two-applicants"});
}

std::string application(const std::string& statement, const std::string& entries) {
  return "# Personal statement\n\n" + statement + "\n\n" + entries;
}

constexpr char kTwoDegrees[] =
    "# Education\n\n- BSc Nursing, Cebu Northern College, 2004 - 2008\n"
    "- Doctor of Medicine, Visayas Medical Institute, June 2008 - June 2017\n";

TEST(Dates, ADateThatAnotherDegreeFitsIsNoContradiction) {
  EXPECT_EQ(rules_found(application("I graduated in 2008.", kTwoDegrees)), Rules{});
}

constexpr char kTwoSteps[] =
    "# Exams\n\n- Step 1: 17 October 2023, pass\n- Step 2 CK, first attempt: 29 August 2024, fail\n"
    "- Step 2 CK, second attempt: 12 March 2025, pass\n";

TEST(Dates, ADateBeforeEachExamIsThatExams) {
  EXPECT_EQ(rules_found(application("In 2023 I passed Step 1, in 2025 Step 2 CK.", kTwoSteps)), Rules{});
  EXPECT_EQ(rules_found(application("In 2022 I passed Step 1, in 2025 Step 2 CK.", kTwoSteps)),
            Rules{"dates/contradiction"});
}

TEST(Dates, TwoExamsShareTheResultOfTheirVerb) {
  EXPECT_EQ(rules_found(application("I passed Step 1 in October 2023 and Step 2 CK in August 2024.", kTwoSteps)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I passed Step 1 in October 2023 and Step 2 CK in March 2025.", kTwoSteps)),
            Rules{});
}

constexpr char kOnePost[] =
    "# Experience\n\n- Medical officer, Plateau Eye Foundation, Jos, June 2017 to February 2020\n";

TEST(Dates, ATableMayHaveAnExamInEachColumn) {
  constexpr const char* kTable =
      "\n\n# Exams\n\n| | Step 1 | Step 2 CK |\n|---|---|---|\n| Date | 05/2020 | 06/2021 |\n| Result | Fail | Pass "
      "|\n";
  EXPECT_EQ(rules_found(std::string("# Personal statement\n\nI passed Step 2 CK in June 2021.") + kTable), Rules{});
  EXPECT_EQ(rules_found(std::string("# Personal statement\n\nI passed Step 2 CK in May 2020.") + kTable),
            Rules{"dates/contradiction"});
}

TEST(Dates, YearsThatBeginWithOneEntryAndEndWithAnotherAreOfBoth) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI worked at Sahiwal from 2017 until 2020.\n\n# Education\n\n"
                        "## House job, Sahiwal Teaching Hospital\nJanuary 2017 - January 2018, full time\n\n"
                        "# Experience\n\n## Medical officer, Sahiwal Teaching Hospital\n"
                        "February 2018 - February 2020, full time\n"),
            Rules{});
}

TEST(Dates, ANumberIsTheScoreOfTheExamItStandsBy) {
  const std::string head = "# Personal statement\n\n";
  EXPECT_EQ(rules_found(head + "I passed Step 1 and Step 2 CK (247) in 2023 and 2024.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "Step 1 is a pass, Step 2 CK 244, both from 2024.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I passed Step 1, and Step 2 CK in March 2025, 241.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 231 on Step 1 in 2020 and 250 on Step 2 CK in 2022.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 245 on Step 1 in May 2023.\n"), Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(head + "I passed Step 1 in 2021 with 238 and Step 2 CK in 2024 with 199.\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, AScoreUnderThePassMarkIsAFail) {
  const std::string head = "# Personal statement\n\n";
  EXPECT_EQ(rules_found(head + "I passed Step 2 CK, and it is my second sitting: in June 2023 I scored 207, under the "
                               "passing line.\n"),
            Rules{});
  EXPECT_EQ(rules_found(head + "I sat Step 2 CK in June 2023 and scored 207, two points short of a pass.\n"), Rules{});
  EXPECT_EQ(rules_found(head + "I scored 195 on Step 2 CK in May 2023, and passed.\n"), Rules{"dates/impossible"});
}

TEST(Dates, ThatHospitalPointsBack) {
  EXPECT_EQ(
      rules_found(application("I worked at the Plateau Eye Foundation. I left that hospital in May 2020.", kOnePost)),
      Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I worked at the Plateau Eye Foundation. I left that hospital in February 2020.",
                                    kOnePost)),
            Rules{});
}

TEST(Dates, WhereOneLeftForIsNotWhatOneLeft) {
  EXPECT_EQ(rules_found(application("In September 2015 I left for Jos with a scholarship.", kOnePost)), Rules{});
}

TEST(Dates, TimeAwayIsOverWherePapersWerePending) {
  EXPECT_EQ(rules_found(application("For a little over a year I was away from medicine, with my title pending.",
                                    "# Experience\n\n- Physician, Callao Clinic, September 2013 - December 2016\n"
                                    "- Nurse, Henares Hospital, March 2018 - May 2019\n")),
            Rules{"dates/vague-gap"});
}

constexpr char kOpenMonths[] =
    "# Experience\n\n- Medical officer, Lily Hospitals, Warri, 01/2019 - 06/2022\n"
    "- Research assistant, Emory University, Atlanta, 03/2023 - present\n";

TEST(Dates, OpenMonthsToldInAnyWordsAreVague) {
  for (const char* told :
       {"When Lily let me go, I did not see a patient for most of a year while our visa case went from desk to desk.",
        "After Warri came a blank of about eight months; my brother had died.",
        "I put down the stethoscope for a while after Lily, because my son was born with a heart defect.",
        "The months that followed my time in Warri were spent at my sister's house, where I looked after her children.",
        "Family obligations then kept me at home for about eight months."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{"dates/vague-gap"}) << told;
  }
}

TEST(Dates, OpenMonthsToldWithTheirEndsAreExplained) {
  for (const char* told : {"I left Lily at the end of June 2022 and spent the next eight months caring for my mother.",
                           "My break began in July 2022, when my father lost his sight, and ended in February 2023.",
                           "I resigned in June 2022 to move to Georgia, and until I joined Emory in March 2023 I "
                           "prepared for Step 2 CK.",
                           "My contract at Lily ended in June 2022. I joined Emory the following March. In between I "
                           "kept my uncle's shop."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{}) << told;
  }
}

TEST(Dates, WhatIsToldOfOtherTimesExplainsNoOpenMonths) {
  for (const char* told : {"I left Lily in June 2022 and started at Emory in March 2023.",
                           "I joined Lily in January 2019. In between I kept my uncle's shop.",
                           "In the summer of 2018 I was reading for the licensure examination, and my mother was ill.",
                           "At Lily I learned to look after thirty beds with two nurses and no generator."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{"dates/unexplained-gap"}) << told;
  }
}

TEST(Dates, TimeAwayBesideAPartTimePostIsVagueToo) {
  EXPECT_EQ(rules_found(application("I took about eight months away from work when my mother was ill.",
                                    std::string(kOpenMonths) + "- Volunteer, Food Bank, weekends, 2020 - present\n")),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ARoleWithinAPostDoesNotOverlapIt) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident (full time), Royal Hospital, Amman, Mar. 2020 - Feb. 2024\n"
                        "- Chief resident, as above, full time, Nov. 2023 - Feb. 2024\n"),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Resident (full time), Royal Hospital, Amman, Mar. 2020 - Feb. 2024\n"
                        "- Physician (full time), Nebo Clinic, Zarqa, Nov. 2023 - Feb. 2024\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, WhatOthersDidIsNotDoneInTheFutureEither) {
  EXPECT_EQ(rules_found(application("The first results were shown at a meeting in February 2027.", "")),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("I was asked to speak at a meeting in February 2027.",
                                    "# Experience\n\n- Physician, Lakeshore Clinic, 11/2024 - present\n")),
            Rules{});
  EXPECT_EQ(rules_found(application("The results will be shown at a meeting in February 2027.", "")), Rules{});
}

constexpr char kYearsOnly[] =
    "# Education\n\n- MBChB, University of Lusaka, 2010 - 2016\n\n# Experience\n\n"
    "- Medical intern, San Roque Medical Center, Manila, 2016 - 2019\n";

TEST(Dates, TwoSentencesThatDateTheSameEnd) {
  EXPECT_EQ(rules_found(application("I graduated there in May 2016. I think of my last evening as a student, the night "
                                    "of the graduation ball. It was the end of November 2016.",
                                    kYearsOnly)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I graduated there in May 2016. I think of my last evening as a student, the night "
                                    "of the graduation ball. It was the end of May 2016.",
                                    kYearsOnly)),
            Rules{});
}

constexpr char kTwoTowns[] =
    "# Experience\n\n- Resident physician, Lakeside Hospital, Keszthely, full time: August 2017 - November 2020\n"
    "- Assistant physician, Spinal Unit, Graz, full time: July 2021 - August 2023\n";

constexpr char kClinic[] =
    "# Experience\n\n- Founder and physician (full time), Clinic by the Clock, Mirpur, 06/2016 - 05/2019\n";

TEST(Dates, ALengthIsOfThePlaceThatWasToldOfLast) {
  EXPECT_EQ(rules_found(application("I opened a clinic in Mirpur. I ran it for five years.", kClinic)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(
      rules_found(application("I opened a clinic in Mirpur. It took me nearly five years there to be calm.", kClinic)),
      Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I opened a clinic in Mirpur. I ran it for three years.", kClinic)), Rules{});
  // Less than the whole may be a part of it.
  EXPECT_EQ(rules_found(application("I opened a clinic in Mirpur. I worked for six months on a register.", kClinic)),
            Rules{});
}

TEST(Dates, ALengthThatOpensALineOfADescription) {
  EXPECT_EQ(rules_found("# Experience\n\n**Gulf Children Clinic, Sharjah**, Physician, full time\n"
                        "11/2020 - 01/2022\nFor eighteen months I ran the asthma mornings.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AnAuntsWorkIsNoClaimBehindWho) {
  EXPECT_EQ(rules_found(application("I came to medicine because of an aunt who fell ill in 1998 and worked until 2006.",
                                    kClinic)),
            Rules{});
}

constexpr char kGulu[] =
    "# Experience\n\n- Medical officer, Gulu Regional Mission Hospital, 10/2015 - 12/2017\n"
    "- Medical officer, Lacor Children's Ward, Gulu, 01/2018 - 08/2019\n"
    "- Registrar, Karolinska, Stockholm, 10/2019 - present\n";

TEST(Dates, ComingToANamedPlaceIsItsBeginning) {
  EXPECT_EQ(rules_found(application("I came to Karolinska in May 2020, knowing forty words of Swedish.", kGulu)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("It was in May 2020 that I came to Karolinska as a registrar.", kGulu)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I came to Karolinska in September 2019, a month before my contract.", kGulu)),
            Rules{});
  // A town is come to for many reasons.
}

TEST(Dates, APartOfADegreeIsNoSecondPlace) {
  const std::string degree = "# Education\n\n- MPH, Cuyahoga University, Cleveland, full time, 04/2022 - 05/2024\n\n";
  EXPECT_EQ(rules_found(degree + "# Experience\n\n- MPH practicum, county health department, full time, 06/2023 - "
                                 "08/2023\n"),
            Rules{});
  EXPECT_EQ(rules_found(degree + "# Experience\n\n- Coordinator, county health department, full time, 06/2023 - "
                                 "12/2023\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, ARangeThatTheEntryGivesToAPartOfItself) {
  EXPECT_EQ(rules_found("# Personal statement\n\nThe internship followed, from March 2018 to March 2019, and so the "
                        "degree bears the year 2019.\n\n# Education\n\n- MBBS, Vishwamitri Medical College, 08/2013 - "
                        "03/2019 (including internship 03/2018 - 03/2019)\n"),
            Rules{});
}

TEST(Dates, AnEntryWithoutAStartLeavesNoGapBeforeIt) {
  const std::string head = "# Experience\n\nEmergency physician, Zadar General Hospital: 2017 - 2019\n";
  EXPECT_EQ(rules_found(head + "Physician, Marjan Hospital, Split: to August 2024\n"), Rules{});
  EXPECT_EQ(rules_found(head + "Physician, Marjan Hospital, Split: May 2023 to August 2024\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, TheYearsOfExamsExplainNoGap) {
  const std::string entries =
      "# Experience\n\n- Resident, Ippokrateio Hospital, June 2018 - August 2021\n- Research "
      "fellow, Boston University, September 2022 - present\n\n# Personal statement\n\n";
  EXPECT_EQ(rules_found(entries + "I passed the three Steps between 2021 and 2025.\n"), Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(entries + "I studied for the Steps between September 2021 and August 2022.\n"), Rules{});
}

TEST(Dates, AnIntervalOutsideMedicineIsVague) {
  const std::string entries =
      "# Experience\n\n- Medical officer, Kabala Hospital, January 2020 - October 2021\n- "
      "Medical officer, Bo Hospital, December 2022 - present\n\n# Personal statement\n\n";
  EXPECT_EQ(rules_found(entries + "There was an interval in which I was not in medicine at all, my husband having had "
                                  "his accident.\n"),
            Rules{"dates/vague-gap"});
  EXPECT_EQ(rules_found(entries + "I had to be absent from practice for a while to nurse my brother.\n"),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ASceneOfTheFirstOrLastDayDatesTheStay) {
  const std::string entry =
      "# Experience\n\n- Physician, Cedar Relief, Bekaa Valley, January 2017 - October 2020\n\n"
      "# Personal statement\n\nI worked for a relief organisation in the Bekaa. ";
  EXPECT_EQ(rules_found(entry + "I handed the keys to my successor on the last day of 2019.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "On the last day of October 2020 I handed the keys to my successor.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "My first month there was June of 2017, and hot.\n"), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "My first month there was January of 2017, and cold.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "In the first week of May 2019 I delivered twins.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "In my first week on call there, in May 2019, I lost a patient.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "I said goodbye to my father in May 2019.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "The day I started to walk again, in May 2019, it snowed.\n"), Rules{});
}

TEST(Dates, ASceneWithinAnEntryIsLaidBesideItsDates) {
  const std::string entry =
      "# Experience\n\n**Medical officer**\nClifton University Hospital, January 2021 - "
      "September 2023\nI introduced a hearing check. ";
  EXPECT_EQ(rules_found(entry + "I worked in the clinic from my first day there, 7 June 2021, until the move.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "I worked in the clinic from my first day there, 4 January 2021, until the move.\n"),
            Rules{});
}

TEST(Dates, TwoScenesOfOneArrival) {
  const std::string entry =
      "# Experience\n\nPhysician, Marjan Hospital, Split: to August 2024\n\n# Personal statement\n"
      "\nI joined the department in Split. My first month was June of 2019. ";
  EXPECT_EQ(rules_found(entry + "When I came to Split I saluted the porter. It was February 2020.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "When I came to Split I saluted the porter. It was June 2019.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "When I came to America I knew nobody. It was February 2020.\n"), Rules{});
}

TEST(Dates, OneSittingToldWithTwoDates) {
  const std::string exams =
      "# Exams\n\n- Step 1: fail, 2022\n- Step 1: pass, April 2023\n\n# Personal statement\n\nI "
      "failed Step 1 in June of 2022. ";
  EXPECT_EQ(rules_found(exams + "Nine weeks after I came I first sat Step 1, in the December of 2022.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(exams + "I passed Step 1 in April 2023.\n"), Rules{});
}

TEST(Dates, ALengthWithoutANameIsOfTheStayToldOfLast) {
  const std::string entry =
      "# Experience\n\n- Medical officer, full time, Bole District Hospital, October 2018 - June "
      "2021\n\n# Personal statement\n\nThe district hospital in Bole came next. ";
  EXPECT_EQ(rules_found(entry + "I was there for a year and a half, first with a senior and after that alone.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "I gave that hospital a full seven years.\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "I was there six years in all.\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "I was there six months as an intern before that.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "I was there for nearly three years, first with a senior and after that alone.\n"),
            Rules{});
  EXPECT_EQ(rules_found(entry + "During those five years I assisted at many operations.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, TheYearThatIsPastReachesUntilNow) {
  const std::string entry =
      "# Experience\n\n- Data manager, Patapsco Cohort, Baltimore, 05/2024 - present\n\n# Personal "
      "statement\n\n";
  EXPECT_EQ(rules_found(entry + "For the past year I have worked as a data manager for the Patapsco cohort.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "For the past two years I have worked as a data manager for the Patapsco cohort.\n"),
            Rules{});
}

TEST(Dates, TheseMonthsOfAnEntryAreAllOfThem) {
  const std::string entry = "# Experience\n\n**Klinikum Fuldatal**\nAssistant physician\nJuly 2021 - February 2024. ";
  EXPECT_EQ(rules_found(entry + "In these twenty months I rotated through the sleep laboratory.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "In these thirty-two months I rotated through the sleep laboratory.\n"), Rules{});
}

TEST(Dates, AFullRegistrationRequiresTheDegree) {
  const std::string degree =
      "# Education\n\n- MB ChB, Freetown College of Medicine, 10/2012 - 11/2018\n\n# Registration\n\n";
  EXPECT_EQ(rules_found(degree + "- Full registration as a medical practitioner: 12 March 2017\n"),
            Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(degree + "- Full registration as a medical practitioner: 12 March 2020\n"), Rules{});
  EXPECT_EQ(rules_found(degree + "- Provisional registration as a medical practitioner: 12 March 2017\n"), Rules{});
}

TEST(Dates, AWideColumnOfDatesWithAWrappedName) {
  EXPECT_EQ(rules_found("# Experience\n\n"
                        "Medical officer, Kabala District         Jan 2020 - Oct 2021\n"
                        "Medical officer, Mothers' Pressure\n"
                        "  Programme, Bo                                      Dec 2021 - Nov 2023\n"
                        "Community health worker, Potomac\n"
                        "  Maternal Health, Silver Spring                     Aug 2024 - present\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, TheNameInSmallLettersTellsWhichOfTwo) {
  EXPECT_EQ(rules_found(
                application("For more than two years I was a medical officer in the mission hospital in Gulu.", kGulu)),
            Rules{});
  EXPECT_EQ(rules_found(application("I was at the mission hospital in Gulu for four and a half years.", kGulu)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ANameOutweighsAnotherPostThatBeganJustThen) {
  const std::string posts =
      "# Experience\n\n- Physician, Mercy Clinic, Oslo | Nov. 2019 - Jan. 2020\n"
      "- Registrar, Hope Clinic, Turku | Mar. 2020 - Nov. 2021\n";
  // A month in common is no place in common.
  EXPECT_EQ(rules_found(application("I joined Mercy as a physician in November 2019.", posts)), Rules{});
}

TEST(Dates, APartOfAPostInItsOwnRange) {
  EXPECT_EQ(rules_found(
                application("At Karolinska I was the only registrar from October 2019 to the summer of 2020.", kGulu)),
            Rules{});
}

TEST(Dates, TheSettingOfAClauseIsNotItsRole) {
  EXPECT_EQ(rules_found(application("As a registrar I tutored again, from 2021 on.", kGulu)), Rules{});
}

TEST(Dates, ADegreeGivenToTheWriter) {
  const std::string degree = "# Education\n\n- MBBS, Dow University of Health Sciences, Nov 2011 - Nov 2016\n";
  EXPECT_EQ(rules_found(application("Dow gave me my MBBS in November 2015.", degree)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Dow gave me my MBBS in November 2016.", degree)), Rules{});
}

TEST(Dates, AnotherCertificateInBracketsIsNoSitting) {
  EXPECT_EQ(rules_found(application("I passed Step 3 in May 2025.",
                                    "# Exams\n\n- Step 3: 20 May 2025, 231 (ECFMG certified in January 2024)\n")),
            Rules{});
}

constexpr char kVatra[] =
    "# Education\n\n- Doctor-medic, University of Iasi, 10.2010 - 09.2016\n\n# Experience\n\n"
    "- Resident physician (full time), Spitalul Bistrita, 10.2016 - 12.2021\n"
    "- Specialist physician (full time), Spitalul Vatra Lac, 02.2022 - 06.2023\n"
    "- Research fellow, Ridge Hospital, Boston, 07.2023 - present\n";

TEST(Dates, VerbsThatOthersDidToTheWriter) {
  EXPECT_EQ(rules_found(application("I was called to Vatra in August 2022, as their specialist.", kVatra)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Ridge Hospital took me in at New Year of 2025, as a fellow.", kVatra)),
            Rules{"dates/contradiction"});
}

TEST(Dates, AnOathIsAGraduation) {
  EXPECT_EQ(rules_found(application("I took the oath in Iasi; it was July 2015 and the rector fainted.", kVatra)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I took the oath in Iasi; it was September 2016 and the rector fainted.", kVatra)),
            Rules{});
}

TEST(Dates, ALengthInFrontOrBehindItsNoun) {
  EXPECT_EQ(rules_found(application("Nine years I studied in Iasi.", kVatra)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("Six years I studied in Iasi.", kVatra)), Rules{});
}

TEST(Dates, ALengthLaterIsNoStay) {
  EXPECT_EQ(rules_found(application("In Vatra I opened the letter with my result; the second examination I took ten "
                                    "months later.",
                                    kVatra)),
            Rules{});
}

TEST(Dates, TheSecondDateLeadsTheSecondVerb) {
  EXPECT_EQ(
      rules_found(application("In October 2016 I was sent to Bistrita as a resident, and in February 2022, with a "
                              "letter, I came to Vatra.",
                              kVatra)),
      Rules{});
}

TEST(Dates, ABreakBeforeAPostIsNotItsLength) {
  EXPECT_EQ(rules_found("# Experience\n\n- Dialysis physician, Addis Kidney Center, Oct 2019 - Dec 2022\n"
                        "- Research specialist, Kidney Registry, Richmond, Sept 2023 - present\n\n"
                        "# Personal statement\n\n"
                        "The break before Richmond, eight months from January 2023, was for the visa.\n"),
            Rules{});
}

TEST(Dates, ALengthInFrontOfAPost) {
  const std::string posts =
      "# Experience\n\n- Assistant registrar, Dhaka Chest Institute, 04/2018 - 09/2021\n"
      "- Clinical observer, Elmhurst Lake Hospital, Queens, 10/2021 - 12/2021\n";
  EXPECT_EQ(rules_found(application("A six-month observership at Elmhurst Lake Hospital followed.", posts)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("A three-month observership at Elmhurst Lake Hospital followed.", posts)), Rules{});
  EXPECT_EQ(rules_found(application("I worked at the Chest Institute for a total of six years.", posts)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, EachLengthIsOfWhatStandsByIt) {
  EXPECT_EQ(rules_found(application("I was a practitioner in Oslo for two years, and a resident for fifteen months in "
                                    "Bergen.",
                                    "# Experience\n\n- General practitioner, Oslo Clinic, Oslo, 04/2019 - 03/2021\n"
                                    "- Resident, Bergen Hospital, Bergen, 04/2021 - 06/2022\n")),
            Rules{});
}

TEST(Dates, BeginningSomethingElseIsNoPost) {
  EXPECT_EQ(rules_found(application("I began the study of snake bites in 2017, as a resident.",
                                    "# Experience\n\n- Resident, Vernaza Hospital, 02/2016 - 07/2019\n")),
            Rules{});
  EXPECT_EQ(rules_found(application("In 2017, as a second-year resident, I had started a chart for small babies.",
                                    "# Experience\n\n- Resident, Vernaza Hospital, 02/2016 - 07/2019\n")),
            Rules{});
}

TEST(Dates, MonthsBetweenTwoNamesAndTwoSentences) {
  EXPECT_EQ(rules_found(application("The year between Warri and Atlanta was my mother's.", kOpenMonths)),
            Rules{"dates/vague-gap"});
  EXPECT_EQ(
      rules_found(application("I resigned at the end of June 2022 because my wife's green card had come. The next "
                              "eight months were two examinations and a wedding.",
                              kOpenMonths)),
      Rules{});
  EXPECT_EQ(rules_found(application("At Lily I passed Step 1, and eight months later Step 2 CK.", kOpenMonths)),
            Rules{"dates/unexplained-gap"});
}

constexpr char kLakeshore[] =
    "# Experience\n\n- Medical interpreter (full time), Cleveland Lakeshore Clinic, 11/2024 - present\n"
    "- Clinical observer (one day a week), Cleveland Lakeshore Clinic, 02/2025 - present\n";

TEST(Dates, TwoPostsAtOnePlaceAreToldApartByTheirRole) {
  EXPECT_EQ(rules_found(application("I have been an interpreter at Lakeshore for five years.", kLakeshore)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("Lakeshore hired me in November 2024 as an interpreter.", kLakeshore)), Rules{});
}

TEST(Dates, WorkUnderALicenceIsWork) {
  EXPECT_EQ(rules_found(application("I worked at Lakeshore under a licence between November 2024 and May 2025.",
                                    "# Experience\n\n- Physician, Lakeshore Clinic, 11/2024 - 02/2026\n")),
            Rules{"dates/contradiction"});
}

TEST(Dates, LeaveUntilAMonthEndsBeforeIt) {
  EXPECT_EQ(rules_found("# Interruptions\n\nSeptember 2022 - June 2023: parental leave; care of twins\n\n"
                        "# Personal statement\n\n"
                        "I was on leave with my twins from September 2022 until residency began in July 2023.\n"),
            Rules{});
}

TEST(Dates, TheCohortThatIWorkWithHasItsOwnDates) {
  EXPECT_EQ(
      rules_found(application("The cohort that I work with at Lakeshore was recruited from 2011 to 2019.", kLakeshore)),
      Rules{});
}

TEST(Dates, AnExtensionIntoTheFutureIsNotDoneThere) {
  EXPECT_EQ(rules_found(application("My fellowship was extended to January 2027.", kLakeshore)), Rules{});
}

TEST(Dates, ElectedNowToTakeOfficeLater) {
  EXPECT_EQ(rules_found(application("I have been elected chief and take office in July 2027.", kLakeshore)), Rules{});
}

TEST(Dates, ALengthBehindTheLabelOfANote) {
  const std::string entry =
      "# Experience\n\nEmployer: Indus Cardiac Centre, Karachi\nTitle: Medical Officer (full time)\nFrom: 08/2021\n"
      "To: 09/2022\nNotes: ";
  EXPECT_EQ(rules_found(entry + "Two years in a coronary care unit.\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "Fourteen months in a coronary care unit.\n"), Rules{});
}

constexpr char kMalalai[] =
    "# Experience\n\n- Resident, Malalai Hospital, Kabul, 03/2016 - 02/2020\n"
    "- Specialist, Malalai Hospital, Kabul, full time, 03/2020 - 07/2021\n";

TEST(Dates, SinceAndUntilAreLabelsOfTheEnds) {
  EXPECT_EQ(rules_found("# Experience\n\nPlace: Parish radio\nPost: Voluntary host\nSince: 02/2016\nUntil: 09/2015\n"),
            Rules{"dates/reversed"});
  EXPECT_EQ(rules_found("# Experience\n\nPlace: Parish radio\nPost: Voluntary host\nSince: 02/2015\nUntil: 09/2016\n"),
            Rules{});
}

TEST(Dates, ALengthOfEachTimeIsNotThatOfTheRange) {
  EXPECT_EQ(rules_found(application("Every patient on the ship had a story. Each November from 2016 through 2022 I "
                                    "went on a mission, for one week.",
                                    "")),
            Rules{});
}

TEST(Dates, ARangeOfTwoRolesIsOfNeither) {
  EXPECT_EQ(rules_found(application("From March 2016 through July 2021 I was first a resident and then a specialist "
                                    "in a hospital of 220 beds.",
                                    kMalalai)),
            Rules{});
}

TEST(Dates, FinishingUpIsTheEndOfTheStayToldOfLast) {
  const std::string statement = "I was a specialist at Malalai from March 2020, and I finished up in ";
  EXPECT_EQ(rules_found(application(statement + "February of 2021.", kMalalai)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(statement + "July of 2021.", kMalalai)), Rules{});
  EXPECT_EQ(rules_found(application("I finished up in Kabul, with two bags, in March 2020.", kMalalai)), Rules{});
  EXPECT_EQ(rules_found(application(statement + "July of 2021. In May 2018 I finished up a register there.", kMalalai)),
            Rules{});
}

TEST(Dates, ALastShiftIsAtThePlaceNamedJustBefore) {
  const std::string dream = "I still dream of Malalai. It is always the evening of my last shift, in ";
  EXPECT_EQ(rules_found(application(dream + "February 2021.", kMalalai)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(dream + "July 2021.", kMalalai)), Rules{});
  EXPECT_EQ(
      rules_found(application("I still dream of Malalai. My first shift on the burns was in May 2018.", kMalalai)),
      Rules{});
}

TEST(Dates, QuittingMedicineForASpellIsVague) {
  EXPECT_EQ(rules_found(application("I quit medicine for a spell to run the ranch.", kOpenMonths)),
            Rules{"dates/vague-gap"});
}

TEST(Dates, SeasonsOfThatYearExplainAGap) {
  EXPECT_EQ(
      rules_found(application("My father fell ill in 2022. From the summer to the late autumn of that year I drove "
                              "his truck.",
                              kOpenMonths)),
      Rules{});
  EXPECT_EQ(
      rules_found(application("My father fell ill in 2021. From the summer to the late autumn of that year I drove "
                              "his truck.",
                              kOpenMonths)),
      Rules{"dates/unexplained-gap"});
}

TEST(Dates, ALengthOfTheRangeToldJustBeforeIsNotOfThePost) {
  EXPECT_EQ(rules_found(application("From March 2020 to July 2021 I was a specialist at Malalai. From that month until "
                                    "the following April I had no hospital. It was nine months, and I spent it in "
                                    "Port Sudan.",
                                    kMalalai)),
            Rules{});
}

// ---- one event without its name

constexpr const char* kOrkla =
    "# Experience\n\n"
    "- Staff nurse, Tarvos Surgical Clinic, Bergen, 03/2014 - 08/2018 (full time)\n"
    "- District doctor, Orkla Health District, 10/2018 - 11/2021 (full time)\n"
    "- Registrar, Institute of Sleep Medicine, Oslo, 12/2021 - 06/2023 (full time)\n";

TEST(Dates, ABeginningThatNoEntryHasIsTheOneSomeMonthsOff) {
  EXPECT_EQ(rules_found(application("My first shift was in March 2019, and it snowed.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("My first shift was in October 2018, and it snowed.", kOrkla)), Rules{});
}

TEST(Dates, ABeginningYearsFromAnyEntryIsOfSomethingElse) {
  EXPECT_EQ(rules_found(application("My first shift was in March 2010, and it snowed.", kOrkla)), Rules{});
}

TEST(Dates, ABeginningWithACircumstanceBesideIt) {
  EXPECT_EQ(rules_found(application(
                "In March 2014, with my contract not yet printed, I reported to the surgical clinic.", kOrkla)),
            Rules{});
  EXPECT_EQ(rules_found(application("In July 2014, with my contract not yet printed, I reported to the surgical clinic "
                                    "on Tarvos Street.",
                                    kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Dates, WhatBeganForMeBeganAtThePlaceNamedJustBefore) {
  const std::string orkla = "Orkla was the opposite. It had begun for me in ";
  EXPECT_EQ(rules_found(application(orkla + "May 2019, on a ferry.", kOrkla)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(orkla + "October 2018, on a ferry.", kOrkla)), Rules{});
}

TEST(Dates, TakingAnExamOnADayIsTakingOnNoPost) {
  EXPECT_EQ(
      rules_found(application("I flew to Lisbon for the language examination, which I took on 10 March 2019.", kOrkla)),
      Rules{});
}

TEST(Dates, TheIslandIsThePlaceThatWasNamedAsOne) {
  const std::string island = "Orkla is an island of sheep. It rains there. I served on the island for ";
  EXPECT_EQ(rules_found(application(island + "five years.", kOrkla)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application(island + "three years.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I served on the island for five years.", kOrkla)), Rules{});
}

TEST(Dates, ACommonWordOfANameWithItsCapitalIsThatPlace) {
  const std::string institute = "The Institute hired me after it, and I was there for ";
  EXPECT_EQ(rules_found(application(institute + "seven months, on the night side.", kOrkla)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application(institute + "a year and a half, on the night side.", kOrkla)), Rules{});
}

TEST(Dates, ALengthAsATrustGradeIsOfThatPost) {
  const std::string post =
      "# Experience\n\n- Trust grade doctor, Royal Tern Infirmary, 03/2020 - 08/2020 (full time)\n";
  EXPECT_EQ(rules_found(application("As a trust grade I was for fourteen months the quietest person there.", post)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("As a trust grade I was for six months the quietest person there.", post)),
            Rules{});
}

TEST(Dates, AFaultInOneOfTwoEntriesThereLeavesTheOtherToBeAskedAbout) {
  const std::string two =
      "# Experience\n\n- District doctor, Orkla Health District, 10/2018 - 11/2021 (full time)\n"
      "- Volunteer, Orkla lifeboat, 06/2019 - 02/2019\n";
  EXPECT_EQ(rules_found(application("My fourteen months in Orkla made me a doctor.", two)),
            (Rules{"dates/duration-mismatch", "dates/reversed"}));
}

TEST(Dates, ARangeBeforeTheEntrysIsAnotherStay) {
  EXPECT_EQ(rules_found(application("I trained at the Institute of Sleep Medicine from May 2012 to February 2014, in "
                                    "its old house.",
                                    kOrkla)),
            Rules{});
}

TEST(Dates, HavingBeenThereForHalfAYearByThenIsNotAllOfIt) {
  EXPECT_EQ(rules_found(application("I had been a district doctor for half a year and I was bored.", kOrkla)), Rules{});
}

TEST(Dates, ALeaveFromOnePostLeavesRoomForAnother) {
  const std::string other = "- Fellow, Lindholm Heart Clinic, full time, 01/2019 - 12/2019\n";
  EXPECT_EQ(rules_found("# Experience\n\n- Registrar, Tern Hospital, full time, 03/2016 - 06/2021 (leave of absence "
                        "01/2019 - 12/2019)\n" +
                        other),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Registrar, Tern Hospital, full time, 03/2016 - 06/2021\n" + other),
            Rules{"dates/overlap"});
}

constexpr const char* kDoha =
    "# Experience\n\n"
    "- Medical officer, Upper Volta Mission Hospital, Dori, 09/2013 - 08/2016 (full time)\n"
    "- Registrar in anaesthesia, Queen Adelaide Infirmary, Leeds, 10/2016 - 09/2019 (full time)\n"
    "- Specialist, Kestrel Burn Centre, Doha, 11/2019 - 04/2023 (full time)\n"
    "- Research fellow, Lakeshore Pain Laboratory, Milwaukee, 06/2023 - present\n";

TEST(Dates, WorkInATownWithOneListedPostIsThatPost) {
  EXPECT_EQ(rules_found(application("I worked in Dori for five years.", kDoha)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I was five years in Dori.", kDoha)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I worked in Dori until February 2016.", kDoha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I worked in Dori for three years, until August 2016.", kDoha)), Rules{});
}

TEST(Dates, ARangeInATownThatSharesOneEndWithThePostThere) {
  EXPECT_EQ(rules_found(application("Between December 2016 and March 2019 I learned to swim in Leeds.", kDoha)),
            Rules{});
}

TEST(Dates, TheLastWordOfARoleTellsWhereNoOtherHasIt) {
  EXPECT_EQ(rules_found(application("I have now been a fellow for six years.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("For six years I was a specialist in Doha.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I have now been a fellow for three years.", kDoha)), Rules{});
}

TEST(Dates, ARoleToldOfAsHavingOnesOwn) {
  EXPECT_EQ(rules_found(application("Then came eighteen months at the Infirmary in Leeds.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I had eighteen months at the Infirmary.", kDoha)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AStayAtThePlaceThatTheWordsTell) {
  EXPECT_EQ(rules_found(application("I stayed at the mission until February 2016.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I stayed at the mission until August 2016.", kDoha)), Rules{});
}

TEST(Dates, OnesTrainingIsTheSubjectOfItsVerb) {
  EXPECT_EQ(rules_found(application("My anaesthetic training started in Leeds in February 2017.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("My anaesthetic training started in Leeds in October 2016.", kDoha)), Rules{});
}

TEST(Dates, ATownThatLetMeGo) {
  EXPECT_EQ(rules_found(application("Leeds let me go in March 2019.", kDoha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Leeds let me go in September 2019.", kDoha)), Rules{});
}

TEST(Dates, TheDateBeforeWhenIsThatOfTheVerbBehindIt) {
  EXPECT_EQ(rules_found(application("In the old house of the Queen Adelaide, from February 2017, when I entered it, I "
                                    "learned to listen.",
                                    kDoha)),
            Rules{"dates/contradiction"});
}

TEST(Dates, ASeasonContradictsAMonthOnlyWhereNeitherHalfOfTheEarthReadsItSo) {
  const auto exams = [](const std::string& day) { return "# Exams\n\n- USMLE Step 1, " + day + ", pass\n"; };
  const std::string told = "I passed Step 1 in the autumn of 2022.";
  EXPECT_EQ(rules_found(application(told, exams("12 April 2022"))), Rules{});
  EXPECT_EQ(rules_found(application(told, exams("12 October 2022"))), Rules{});
  EXPECT_EQ(rules_found(application(told, exams("12 July 2022"))), Rules{"dates/contradiction"});
}

TEST(Dates, APersonIsAtThePlaceThatTheNameWasToldWith) {
  const std::string ward = "In Oslo I was registrar to Dr. Lindqvist. She hummed. ";
  EXPECT_EQ(rules_found(application(ward + "I went to Dr. Lindqvist in October 2022, knowing how to walk.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(ward + "I went to Dr. Lindqvist in December 2021, knowing how to walk.", kOrkla)),
            Rules{});
}

TEST(Dates, ARangeWithoutAPlaceIsTheStayThatSharesOneEnd) {
  EXPECT_EQ(rules_found(application("I was with her from February 2019 until November 2021.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I was with her from October 2018 until November 2021.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I was in Tromsø from December 2018 until November 2021, at weekends.", kOrkla)),
            Rules{});
}

TEST(Dates, TwoEndsInOneSentenceAreOfTwoThings) {
  EXPECT_EQ(rules_found(application("I graduated from the Universidad del Tern in July 2018, completed the rural "
                                    "practice in August 2019 and was resident of pediatrics there until March 2021.",
                                    "")),
            Rules{});
}

TEST(Dates, MotionToAPlaceOfWorkIsItsBeginning) {
  EXPECT_EQ(rules_found(application("In May 2019 I crossed the fjord to a health clinic on Orkla.", kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Dates, TheLengthThatSomebodyGaveMe) {
  EXPECT_EQ(rules_found(application("The fourteen months the county gave me in Orkla were dark.", kOrkla)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ItsClinicIsThatOfThePlaceToldOfLast) {
  EXPECT_EQ(rules_found(application("Orkla had been built for four hundred people. The five years that I spent in its "
                                    "clinic are why I write.",
                                    kOrkla)),
            Rules{"dates/duration-mismatch"});
}

// ---- holes

TEST(Dates, AnArrivalAndALeavingInOneSentenceFillTheMonthsBetween) {
  EXPECT_EQ(rules_found(application("I arrived in Axum in March 2022 and I left it in February 2023.", kOpenMonths)),
            Rules{});
}

TEST(Dates, AFaultyBeginningLeavesTheHoleAfterTheEndToBeTold) {
  EXPECT_EQ(rules_found(application("I joined the Tarvos Clinic in June 2016.",
                                    "# Experience\n\n- Nurse, Tarvos Clinic, 01/2016 - 08/2018 (full time)\n"
                                    "- Registrar, Fjell Hospital, 06/2019 - 06/2023 (full time)\n")),
            (Rules{"dates/contradiction", "dates/unexplained-gap"}));
}

TEST(Dates, FromThenUntilAMonthOfThatYearHasItsEnds) {
  EXPECT_EQ(
      rules_found(application("On 8 August 2022 I walked out. I was without a post from then until the May of the "
                              "next year.",
                              "")),
      Rules{});
}

TEST(Dates, ADateOfAnybodysWhereTheHoleBeginsBoundsALength) {
  const std::string home = ", and I stayed home with her for nine months.";
  EXPECT_EQ(rules_found(application("My daughter was born in July 2022" + home, kOpenMonths)), Rules{});
  EXPECT_EQ(rules_found(application("My daughter was loud" + home, kOpenMonths)), Rules{"dates/vague-gap"});
}

TEST(Dates, UntilTheFollowingMonthEndsAHole) {
  EXPECT_EQ(rules_found(application("My father had a stroke in July 2022, and I fed and washed him until the following "
                                    "March.",
                                    kOpenMonths)),
            Rules{});
}

TEST(Dates, WhatTheWritersFamilyDidFillsNoHole) {
  EXPECT_EQ(rules_found(application("My wife studied for a year in Leeds.", kOpenMonths)),
            Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(application("My mother nursed my grandmother for nine months in 1999.", kOpenMonths)),
            Rules{"dates/unexplained-gap"});
}

// ---- parts of a stay

TEST(Dates, WhatIsFoundedOrJoinedBesideAPostIsNotItsBeginning) {
  EXPECT_EQ(rules_found(application("In May 2019 I began a clinic for coughing sheep.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I joined the ferry committee in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I joined the mountain rescue in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("In May 2021 I left the ward for the theatre.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I left the island in May 2021.", kOrkla)), Rules{"dates/contradiction"});
}

TEST(Dates, AnUnknownPlaceIsNoListedStay) {
  EXPECT_EQ(rules_found(application("I was sent to Tromsø in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I was sent to Orkla in May 2019.", kOrkla)), Rules{"dates/contradiction"});
}

TEST(Dates, BecomingChiefIsWithinThePost) {
  EXPECT_EQ(rules_found(application("I became chief registrar in May 2022.", kOrkla)), Rules{});
}

TEST(Dates, AWordThatNotEveryPlaceHasTellsOfItInSmallLetters) {
  EXPECT_EQ(rules_found(application("The infirmary admitted me in January 2017.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("The hospital was cold in January 2017.", kDoha)), Rules{});
}

TEST(Dates, MonthsOfOneDeedAreAPartOfTheStay) {
  EXPECT_EQ(rules_found(application("I spent nine months building a register in Orkla.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("It took me nine months in Orkla to understand the accent.", kOrkla)), Rules{});
}

TEST(Dates, AStayWithItsLengthInAnyOrder) {
  EXPECT_EQ(rules_found(application("I was in Orkla eighteen months.", kOrkla)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("My service in Orkla lasted eighteen months.", kOrkla)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("These eight months at the Institute have taught me patience.", kOrkla)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AStayThatBeganWithTheMonthBehindItsVerb) {
  EXPECT_EQ(rules_found(application("In Oslo I was a registrar from March 2022.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("In Oslo I was a registrar from December 2021.", kOrkla)), Rules{});
}

constexpr const char* kWardha =
    "# Experience\n\n"
    "- Junior resident, general medicine (MD), Wardha Institute, Wardha, 06/2015 - 05/2018 (full time)\n"
    "- Observer, Tern Hospital, Houston, 06/2018 - 08/2018\n\n"
    "# Education\n\n- MBBS, Nagpur Medical College, 08/2009 - 05/2015\n\n"
    "# Exams\n\n- USMLE Step 2 CK, 9 May 2023, fail\n- USMLE Step 2 CK, 9 November 2023, 238\n- OET, 12 August 2023\n";

TEST(Dates, ADegreeHasTheDateOfItsEntry) {
  EXPECT_EQ(rules_found(application("I received my MBBS in June 2014.", kWardha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I received my MBBS in June 2015.", kWardha)), Rules{});
}

TEST(Dates, AStayThatBeganWhenTheListedOneWasOverIsAnother) {
  EXPECT_EQ(rules_found(application("I began an observership at Ben Taub in January 2022, on Fridays.", kWardha)),
            Rules{});
}

TEST(Dates, SittingAgainIsAnotherSitting) {
  EXPECT_EQ(rules_found(application("I first sat Step 2 CK in May 2023 and sat it again in November 2023.", kWardha)),
            Rules{});
}

TEST(Dates, AFailThatAListWithoutResultsLeavesOut) {
  EXPECT_EQ(rules_found(application("I failed the OET once, in February 2023, before I passed it.", kWardha)), Rules{});
}

TEST(Dates, ARankWithinAPostIsAPartOfIt) {
  EXPECT_EQ(rules_found(application("I was the chief resident in Wardha from June 2017 to May 2018.", kWardha)),
            Rules{});
  EXPECT_EQ(rules_found(application("I became a member of the college of physicians in October 2017.", kWardha)),
            Rules{});
}

// ---- who tells it

TEST(Dates, OnePlaceMayTellWrongWhatAnotherTellsRightly) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn November 2021 I left Orkla.\n\n# Short answers\n\nWhen I left my "
                        "post there, in June 2021, the ferry was late.\n\n" +
                        std::string(kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Dates, ItIsWhatTheSentenceBeforeNames) {
  EXPECT_EQ(rules_found(application("The best was the Institute of Sleep Medicine. I entered it in June 2019, the "
                                    "youngest of nine.",
                                    kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("The best was the Institute of Sleep Medicine. I entered it in December 2021, the "
                                    "youngest of nine.",
                                    kOrkla)),
            Rules{});
}

TEST(Dates, TheTownTellsWhichOfTwoCentersItIs) {
  const std::string centers =
      "# Experience\n\n- Radiologist, National Cancer Center, Astana, 08/2017 - 08/2023 (full time)\n"
      "- Fellow, Anders Cancer Center, Houston, 09/2023 - 02/2026 (full time)\n";
  EXPECT_EQ(rules_found(application("In August 2017 I was employed at the cancer center in Astana. I worked there for "
                                    "six years.",
                                    centers)),
            Rules{});
}

TEST(Dates, TheOnlyOneInATownForLongerThanThePostThere) {
  EXPECT_EQ(rules_found(application("For ten years I was the only doctor in Leeds.", kDoha)),
            Rules{"dates/duration-mismatch"});
}

// ---- still to come

TEST(Dates, AContractIntoTheFutureAgreesWithAPostThatGoesOn) {
  const std::string post = "# Experience\n\n- Research associate, Tern Hernia Registry, 03/2022 - present\n";
  EXPECT_EQ(rules_found(application("The registry hired me until December 2026.", post)), Rules{});
  EXPECT_EQ(rules_found(application("I was awarded a grant for January to December 2027.", post)), Rules{});
}

TEST(Dates, ASittingThatIsRegisteredForIsStillToCome) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 3: February 2027 (registered)\n"), Rules{});
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 3: February 2027, pass\n"), Rules{"dates/future"});
}

// ---- exams

TEST(Dates, AScoreBesideAFailAndAPassIsThatOfThePass) {
  EXPECT_EQ(rules_found("# Exams\n\nStep 2 CK took me two sittings: a fail in February 2021, then a pass (233) in "
                        "November 2021.\n"),
            Rules{});
}

TEST(Dates, WhatStandsInBracketsWithTheDateIsDated) {
  EXPECT_EQ(rules_found("# Exams\n\nOET: not required (Step 3 passed, February 2025, 214)\n"), Rules{});
}

// ---- two events of one kind

TEST(Dates, ARangeThatBeginsWithOnePostAndEndsWithAnotherIsOfBoth) {
  EXPECT_EQ(
      rules_found(application("From March 2014 to November 2021 I served on that coast, on Orkla in the end.", kOrkla)),
      Rules{});
}

TEST(Dates, TimeAwayForAnotherReasonMayBeAPartOfIt) {
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

TEST(Dates, TwoTrainingPostsAtOnePlaceAreTwo) {
  EXPECT_EQ(rules_found("# Education\n\n- Internship, Tern Hospital, 2016 - 2017\n\n# Experience\n\n"
                        "- Residency, Tern Hospital, 2017 - 2020\n"),
            Rules{});
}

TEST(Dates, ASittingWithoutAResultMayBeTheOneThatFailed) {
  const std::string exams = "# Exams\n\n- USMLE Step 1, August 2022, pass\n";
  EXPECT_EQ(rules_found(application("I sat Step 1 in May 2022. I failed Step 1 and learned from it.", exams)), Rules{});
  EXPECT_EQ(rules_found(application("I passed Step 1 in May 2022.", exams)), Rules{"dates/contradiction"});
}

TEST(Dates, ADegreeMayBeConferredAfterTheLastDayOfItsCourse) {
  const std::string degree = "# Education\n\n- MBBS, Tern Medical College, 08/2012 - 12/2017\n";
  EXPECT_EQ(rules_found(application("I received my MBBS in March 2018.", degree)), Rules{});
  EXPECT_EQ(rules_found(application("I received my MBBS in March 2017.", degree)), Rules{"dates/contradiction"});
}

TEST(Dates, ATeachingHospitalIsNoTeachingPost) {
  EXPECT_EQ(rules_found(application("I joined the Tern Teaching Hospital in September 2019.",
                                    "# Experience\n\n- Resident, Tern Teaching Hospital, 03/2019 - 02/2022\n")),
            Rules{"dates/contradiction"});
}

// ---- one deed told twice

TEST(Dates, AnotherDeedOfItsKindIsAnother) {
  const std::string first = "In April 2019 I was sent out with an eye caravan, six of us and a goat. ";
  EXPECT_EQ(rules_found(application(first + "What the second caravan of July 2019 taught me was patience.", "")),
            Rules{});
  EXPECT_EQ(rules_found(application(first + "What the caravan of July 2021 taught me was patience.", "")), Rules{});
  EXPECT_EQ(rules_found(application("I spoke at a meeting in April 2019. At the meeting in July 2019 I sang.", "")),
            Rules{});
}

// ---- told in free prose

constexpr char kTelemark[] =
    "# Education\n\nMBBS, University of Bergen, Bergen, 08/2010 - 06/2016\n\n# Experience\n\n"
    "Intern (full time), Skien Hospital, Skien, 08/2016 - 07/2017\n\n"
    "Medical officer (full time), Jomfru Hospital, Kragero, 09/2017 - 02/2020\nNight cover for the whole "
    "archipelago.\n\n"
    "Registrar (full time), Porsgrunn Children's Hospital, Porsgrunn, 03/2020 - 12/2021\nSeizure registry.\n\n"
    "Scribe (full time), Birch Pediatrics, Raleigh, NC, 01/2022 - present\n";

TEST(Dates, AnEntryIsKnownByWordsOfItsDescription) {
  EXPECT_EQ(rules_found(application("I was on the archipelago for five years.", kTelemark)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I was on the archipelago for two and a half years.", kTelemark)), Rules{});
}

TEST(Dates, WhatPeopleCallAPlaceStandsForIt) {
  const std::string naming = "Nobody in Kragero calls the hospital by its name. They call it \"the rock\". ";
  EXPECT_EQ(rules_found(application(naming + "I came to the rock in August 2018.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(naming + "I came to the rock in September 2017.", kTelemark)), Rules{});
}

TEST(Dates, ATownAloneIsNoUniversity) {
  EXPECT_EQ(rules_found(application("I spent two months in Bergen in 2018 learning to scan.", kTelemark)), Rules{});
}

TEST(Dates, ALengthBeforeOrUntilSomethingIsNoShorterThanTheStay) {
  EXPECT_EQ(rules_found(application("I was a registrar for four years before I came to Raleigh.", kTelemark)),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, FromTheBeginningOfAStayToItsEnd) {
  EXPECT_EQ(rules_found(application("I left the Jomfru Hospital four years after I had come.", kTelemark)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I left the Jomfru Hospital two and a half years after I had come.", kTelemark)),
            Rules{});
}

TEST(Dates, ADateBehindADistanceIsThatOfWhatFollows) {
  EXPECT_EQ(
      rules_found(application("A year and a bit after I graduated, in September 2017, I went to Kragero.", kTelemark)),
      Rules{});
}

TEST(Dates, AStayLeftForAnother) {
  const std::string naming = "The Jomfru Hospital stands on a rock, and I was its only doctor. ";
  EXPECT_EQ(rules_found(application(naming + "I left it as 2018 was turning into 2019, for Porsgrunn.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(naming + "I left it in February 2020, for Porsgrunn.", kTelemark)), Rules{});
}

TEST(Dates, ARoleInAnotherTownIsAnother) {
  EXPECT_EQ(rules_found(application("I was a registrar in Skien for five years.", kTelemark)), Rules{});
}

TEST(Dates, AYearOfOnesAgeIsADateWhereTheBirthIsKnown) {
  const std::string born = std::string("Birth date: 3 May 1991\n\n") + kTelemark;
  EXPECT_EQ(rules_found(application("I was twenty-eight when I joined the Jomfru Hospital.", born)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I was twenty-six when I joined the Jomfru Hospital.", born)), Rules{});
  EXPECT_EQ(rules_found(application("I was twenty-eight when I joined the Jomfru Hospital.", kTelemark)), Rules{});
}

TEST(Dates, ALevelIsThatOfTheExamOfTheOtherTexts) {
  const std::string exams = "# Exams\n\nCOMLEX Level 3: 11/2019, fail\nCOMLEX Level 3: 05/2021, 465\n";
  EXPECT_EQ(rules_found(application("I failed Level 3 in May 2020, tired and unprepared.", exams)),
            Rules{"dates/contradiction"});
}

TEST(Dates, AnExamTakenAgainIsTheOneJustNamed) {
  const std::string exams = "# Exams\n\nUSMLE Step 1: 10/2020, fail\nUSMLE Step 1: 10 January 2022, 221\n";
  const std::string failed = "I failed Step 1. I had answered four thousand questions. ";
  EXPECT_EQ(rules_found(application(failed + "I took it again in the autumn of 2021.", exams)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(failed + "I took it again in January 2022.", exams)), Rules{});
}

TEST(Dates, WhatIsDoneByADateToComeIsNotDone) {
  EXPECT_EQ(rules_found(application("By December 2026 I had written forty pages of the manual.", kTelemark)),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("I have a certificate, issued in November 2026.", kTelemark)),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("By December 2026 I will have written forty pages.", kTelemark)), Rules{});
}

TEST(Dates, WhatLiesBetweenTwoYearsIsNotTheirLength) {
  EXPECT_EQ(rules_found(application("I worked on ships, in contracts of four months, between 2014 and 2022.", "")),
            Rules{});
  EXPECT_EQ(rules_found(application("A doctor for nine years, I drove a taxi from 2015 to 2019.", "")), Rules{});
}

TEST(Dates, ABirthDateWithARemarkIsNoEntry) {
  EXPECT_EQ(rules_found("# Experience\n\nBirth date (from the form): 3 May 1991\n\n"
                        "2018 June - 2020 July: resident doctor, burn unit, Basra (full time)\n"),
            Rules{});
}

TEST(Dates, AnIntervalOfEveryWeekIsALoadAndNoLength) {
  EXPECT_EQ(rules_found("# Experience\n\nClinic lead, Homa Hospital. 2020 - 2023. Half a day weekly.\n"), Rules{});
}

TEST(Dates, ADayAtWorkOrOnAVisitIsNoBeginning) {
  EXPECT_EQ(rules_found(application("In May 2018 I delivered twins at the Jomfru Hospital.", kTelemark)), Rules{});
  EXPECT_EQ(rules_found(application("In May 2017 I visited Kragero for an interview.", kTelemark)), Rules{});
  EXPECT_EQ(rules_found(application("My mother fell ill in Kragero in May 2017.", kTelemark)), Rules{});
}

TEST(Dates, AnArrivalLongAfterTheStayBegan) {
  EXPECT_EQ(rules_found(application("Then came Porsgrunn, in March 2021, and children.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Then came Porsgrunn, in March 2020, and children.", kTelemark)), Rules{});
}

TEST(Dates, PartsOfAnEntryAreNoLengthOfIt) {
  const std::string entry =
      "# Experience\n\nMedical officer (full time), District Hospital, Kassala, 03/2018 - 02/2021";
  EXPECT_EQ(rules_found(entry + " (six months' study leave in 2020)\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "\nSix months of anesthesia, two years of everything else.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + ", one-year contract, renewed\n"), Rules{});
  EXPECT_EQ(rules_found(entry + " (five years)\n"), Rules{"dates/duration-mismatch"});
}

constexpr char kKarachi[] =
    "# Education\n\n- MBBS, Aga Khan University, Karachi, 10/2010 - 09/2015\n\n# Experience\n\n"
    "- Intern, Aga Khan University Hospital, Karachi, 10/2015 - 09/2016\n"
    "- Medical officer, Indus Hospital, Karachi, 11/2016 - 03/2020\n"
    "- Medical officer, Liaquat National Hospital, Karachi, 12/2020 - 06/2023\n"
    "- Medical scribe, Loretto Hospital, Chicago, 08/2023 - present\n\n"
    "# Exams\n\n- Step 1: pass, 05/2021\n- Step 2 CK: 240, 02/2022\n";

TEST(Dates, WhatAClauseOpensWithIsNoNameOfWhatItTells) {
  EXPECT_EQ(
      rules_found(application("I left the Indus Hospital in March 2020 and began at Liaquat National in December "
                              "of that year; in between I cared for my mother. After Indus I was a medical officer at "
                              "Liaquat National Hospital for two and a half years.",
                              kKarachi)),
      Rules{});
}

TEST(Dates, AGapBetweenAMonthAndAMonthOfThatYearIsBounded) {
  EXPECT_EQ(rules_found(application("I left the Indus Hospital in March 2020 and began at Liaquat National in December "
                                    "of that year. In the months between I cared for my mother.",
                                    kKarachi)),
            Rules{});
  EXPECT_EQ(rules_found(application("After the Indus Hospital I was away from medicine for the better part of a year.",
                                    kKarachi)),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ALengthFromItsEdgeOnTellsOfAGap) {
  EXPECT_EQ(
      rules_found(application("I gave notice at the Indus Hospital at the end of March 2020, and for eight months I "
                              "was a nurse to my mother.",
                              kKarachi)),
      Rules{});
}

TEST(Dates, TheSameTimeAwayIsAskedAboutOnce) {
  EXPECT_EQ(
      rules_found(application("After the Indus Hospital I took eight months off to care for my mother. I do not regret "
                              "the eight months off, in which I cared for her.",
                              kKarachi)),
      Rules{"dates/vague-gap"});
}

constexpr char kCincinnati[] =
    "# Education\n\n- MD, University of Cincinnati, August 2020 - May 2025\n"
    "- BS, Miami University, August 2014 - May 2018\n\n# Experience\n\n"
    "- Medical scribe, TriHealth, Cincinnati, June 2018 - July 2020, full time\n"
    "- Emergency Medical Technician, Hamilton County, June 2025 - present\n";

TEST(Dates, TimeOffThatAnEntryFillsIsBounded) {
  EXPECT_EQ(rules_found(application("After college I took two years off to work as a scribe.", kCincinnati)), Rules{});
  EXPECT_EQ(rules_found(application("I took two years off after college.", kCincinnati)), Rules{"dates/vague-gap"});
  EXPECT_EQ(rules_found(application("I was away from home for four years.", kCincinnati)), Rules{});
}

TEST(Dates, ARoleByItsInitials) {
  EXPECT_EQ(rules_found(application("I started as an EMT in the fall of 2023.", kCincinnati)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I started as an EMT in June 2025.", kCincinnati)), Rules{});
}

TEST(Dates, WhatIsExpectedMayHaveBegun) {
  EXPECT_EQ(
      rules_found("# Education\n\n- MD, University of Iowa, August 2021 - present (expected May 2027), full time\n\n"
                  "# Experience\n\n- Nurse, MercyOne, July 2012 - June 2022, 40 hours per week\n"),
      Rules{"dates/overlap"});
}

TEST(Dates, APhDWithinItsJointDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MD/PhD, University of Iowa, August 2016 - May 2026\n"
                        "- PhD, Graduate College, August 2018 - May 2022\n"),
            Rules{});
}

TEST(Dates, WhatWePresentedInTimeToCome) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn April 2027 we presented the results in Denver.\n"),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found("# Personal statement\n\nIn April 2027 we plan a talk on the results in Denver.\n"), Rules{});
}

TEST(Dates, AContradictionThatIsNotSureIsAWarning) {
  const auto severity = [](const std::string& statement) {
    const Report report = report_on(application(statement, kOrkla));
    return report.findings.size() == 1 ? report.findings.front().severity : Severity::info;
  };
  EXPECT_EQ(severity("I joined the Orkla Health District as a district doctor in March 2019."), Severity::error);
  EXPECT_EQ(severity("I was with her from February 2019 until November 2021."), Severity::warning);
}

TEST(Dates, AnotherPlaceInBetweenIsWhereThereIs) {
  EXPECT_EQ(
      rules_found(application("I finished at Aga Khan University in September 2015. I entered government service in a "
                              "hospital in Sukkur, and I was there for two years. In 2020, from April to November, I "
                              "cared for my mother.",
                              kKarachi)),
      Rules{});
}

TEST(Dates, TheEcfmgCertificateHasOneDate) {
  const auto told = [](const std::string& statement) {
    return rules_found(application(statement, "# Exams\n\n- Step 1: pass, 05/2021\n- ECFMG certificate: June 2024\n"));
  };
  EXPECT_EQ(told("I have held my ECFMG certificate since January 2023."), Rules{"dates/contradiction"});
  EXPECT_EQ(told("I have held my ECFMG certificate since the summer of 2024."), Rules{});
  EXPECT_EQ(told("I passed Step 1 in May 2021 and am ECFMG certified."), Rules{});
}

TEST(Dates, WhatIsToldOfAWayBackIsOfAnotherClause) {
  EXPECT_EQ(
      rules_found(application("One waits between the degree and the internship; I spent it teaching, from July 2016 "
                              "until the internship began in August 2017.",
                              "# Experience\n\n- Intern, National Hospital, 08/2017 - 08/2018\n"
                              "- Instructor, Nuwara Eliya, 07/2016 - 07/2017\n")),
      Rules{});
}

TEST(Dates, AnotherPostOfThatNameMayBeAsLong) {
  const std::string posts =
      "# Experience\n\n- Language course, Kassel, April 2023 - August 2023\n"
      "- Assistant physician, Klinikum Kassel, September 2023 - October 2024\n";
  EXPECT_EQ(rules_found(application("I left Kassel after thirteen months.", posts)), Rules{});
}

TEST(Dates, OneMayComeToATownMonthsBeforeAPostThere) {
  const std::string posts = "# Experience\n\n| Position | Site | Begin | End |\n| --- | --- | --- | --- |\n";
  const auto came = [&](const std::string& month, const std::string& site) {
    return rules_found(application("I came to Hoboken in " + month + ".",
                                   posts + "| Research Associate | " + site + " | 10/2022 | 09/2024 |\n" +
                                       "| Volunteer | " + site + " | 03/2022 | 09/2022 |\n"));
  };
  EXPECT_EQ(came("July 2021", "Hoboken"), Rules{});
  EXPECT_EQ(came("February 2023", "Hoboken"), Rules{"dates/contradiction"}) << "the posts there have begun";
}

TEST(Dates, AFirstPatientMayBeAStudents) {
  EXPECT_EQ(rules_found(application("In Addis Ababa in October 2015 I saw my first patient with heart failure.",
                                    "# Education\n\n- MD, Addis Ababa University, 09/2011 - 07/2018\n")),
            Rules{});
}

TEST(Dates, AStatementThatStandsAloneGoesByItsPassages) {
  EXPECT_EQ(
      rules_found("I took a gap year because my degree had to be verified. I completed two courses in statistics and "
                  "worked as a data clerk.\n"),
      Rules{"dates/vague-gap"});
}

TEST(Dates, AnEndToldByAPronounIsThatOfTheThingBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "The residency in Los Banos began in January 2018, and it ended in July 2021.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Resident, internal medicine, Los Banos Hospital, 01/2018 - 12/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ARangeBesideARoleIsTheRolesWhateverTheVerb) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "As a coordinator for two hypertension trials from December 2021 to July 2023 I learned "
                        "consent and patience.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Clinical trial coordinator, Pune Research Group, 07/2021 - 02/2023\n"
                        "- Medical officer, Nashik Hospital, 06/2018 - 05/2021\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ASecondRoleOfOneVerbHasTheRangeBesideIt) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was an intern in the Mater Hospital and a senior house officer in emergency medicine "
                        "from December 2018 to January 2022.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Mater Hospital, Dublin, 07/2017 - 06/2018\n"
                        "- Senior house officer, emergency medicine, Cork Hospital, 07/2018 - 06/2021\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, WhatIsDoneUntilNowIsOfThePostThatIsStillHeld) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "Since June 2024 I have coordinated an asthma trial for children.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Bronx Lung Group, 03/2025 - Present\n"
                        "- Physician, Clinica Abreu, Santo Domingo, 01/2018 - 01/2025\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AMoveForAPostTellsItsBeginning) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In January 2022 I moved to Houston for a research position in diabetes.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research assistant, Bayou Diabetes Center, Houston, 08/2022 - present\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ALoadThatBeginsLaterIsNotThatOfTheFirstMonths) {
  EXPECT_EQ(
      rules_found(
          "# Personal statement\n"
          "\n"
          "In July 2023 I joined a sepsis research group, first three days a week and since January 2024 full time.\n"
          "\n"
          "# Experience\n"
          "\n"
          "**Research associate, Sepsis Outcomes Group, Boston, MA**\n"
          "July 2023 to present (part time, 3 days a week, until December 2023; full time since 01/2024)\n"),
      Rules{});
}

TEST(Dates, SummersAreNoFullTimeYears) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- BS Public Health, Woodward University, Detroit. August 2014 - May 2018\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "1. Wheelchair attendant, Detroit airport\n"
                        "   Summers, 2014 to 2017; full time from June 2018 to July 2021\n"),
            Rules{});
}

TEST(Dates, HoursOfAShiftAreNotThoseOfAWeek) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "Organization: Wasatch Headache Center\n"
                        "Position: Research Assistant, full time (40 h)\n"
                        "Dates: 03/2023 - Present\n"
                        "\n"
                        "Organization: Great Salt Sleep Laboratory\n"
                        "Position: Sleep Technician, full time (four 10-hour nights a week)\n"
                        "Dates: 06/2024 - Present\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, AnEntryWhoseLineGoesOnInTheFirstPerson) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I stayed in the laboratory for five years.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "Research fellow at the Outcomes Laboratory, Cleveland, from June 2020 through August 2023. I "
                        "reviewed 2,300 charts of patients after colectomy and wrote the protocol.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AYearOfTrainingInATitleIsNoDateOfTheEntry) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left my general surgery residency on November 20, 2023.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "PARAMEDIC, WEEKENDS\n"
                        "Shelby County Ambulance\n"
                        "07/2023 - 12/2023\n"
                        "\n"
                        "RESIDENT, GENERAL SURGERY, PGY-1\n"
                        "Delta Medical Center\n"
                        "07/2022 - 06/2023\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ALengthInAllIsThatOfTheWholeStay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From September 2022 I was a scribe at a clinic in Parlier, 19 months in all.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Scribe, Campesino Health Center, Parlier, CA, 09/2022 - 12/2024\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, OnlySixMonthsAreNoPartOfAStay) {
  EXPECT_EQ(
      rules_found("# Personal statement\n"
                  "\n"
                  "I was a community health worker for only six months, yet I know more from it than from any book.\n"
                  "\n"
                  "# Experience\n"
                  "\n"
                  "- Community Health Worker, Fox Point Partners, 06/2021 - 03/2023\n"),
      Rules{"dates/duration-mismatch"});
}

TEST(Dates, AnInterruptionThatLastedFromTo) {
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

TEST(Dates, PatientsAtHomeAreNoTimeAway) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I have completed a degree in maternal health, and now I work for a county program that visits "
                        "pregnant women at home.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Home visitor, Ramsey County, 07/2024 - present\n"
                        "- MPH, full time, Twin Rivers University, 08/2022 - 05/2024\n"
                        "- General practitioner, Tigray Hospital, 10/2017 - 10/2020\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AnExamThatTimeIsCountedFromIsNotTheOneThatWasSat) {
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

TEST(Dates, MonthsSpentUnderATitleOfLicencesFillAHole) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Postgraduate intern, Manila, Jul 2015 - Jun 2016\n"
                        "- General Practitioner, Balayan Hospital, May 2017 - Aug 2019\n"
                        "\n"
                        "# Licensure\n"
                        "\n"
                        "- Review for the board examination, full time, Jul 2016 - Sep 2016\n"
                        "- Released; provincial posting list, Oct 2016 - Apr 2017\n"),
            Rules{});
}

TEST(Dates, AnExamsNumberIsNoDayOfARange) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I passed Step 1 on 25 January 2022.\n"
                        "\n"
                        "# Exams\n"
                        "\n"
                        "Step 1 - 25 January 2022 - 218\n"),
            Rules{});
}

TEST(Dates, ASchoolInATownIsNotTheLaboratoryThere) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- MS in Clinical Research (full-time program), University of Houston, Aug 2023 - May 2024\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research Fellow (40 hours a week), Houston skin cancer laboratory, Sep 2021 - Jul 2024\n"),
            Rules{"dates/overlap"});
}

TEST(Dates, AGapThatIsAnnouncedIsAskedAboutWhereItIsTold) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "There is one gap in my record. When I came to the United States, I was out of clinical work "
                        "for several months because of family matters.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Patient educator, Kidney Foundation, Harrisburg, Apr 2023 - Present\n"
                        "- Medical Officer, Teaching Hospital, Kathmandu, Sep 2020 - Jul 2022\n"),
            Rules{"dates/vague-gap"});
}

TEST(Dates, ATownOnBothSidesOfAHoleTellsOfNeither) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I moved to Detroit after that.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Home visit coordinator, Asthma Program, Detroit, 04/2022 - Present\n"
                        "- Medical interpreter, Lakeside Clinic, Detroit, 09/2020 - 10/2021\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, WhatAnotherDidWhenTheWriterWasYoungIsAStory) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "When I was nine, a radiologist in Lisbon showed me my own wrist on a light box, in 2002, and "
                        "told me that the plates were open.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Assistant, Lisbon, 08/2017 - 12/2017\n"),
            Rules{});
}

TEST(Dates, TwoArrivalsInOnePlace) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Minnesota in September 2022 and was hired by a Karen program.\n"
                        "\n"
                        "# Short answers\n"
                        "\n"
                        "I have lived in Minnesota since March 2022, and my choir is here.\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AStartInDoubtLeavesTheEndOfAStayForAHole) {
  EXPECT_EQ(rules_found("# Training\n"
                        "\n"
                        "- Medical interpreter, Lakeside Clinic, Detroit, 09/2020 - 10/2021\n"
                        "- Home visit coordinator, Asthma Program, Flint, 04/2022 - Present\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical interpreter, Lakeside Clinic, Detroit, 01/2021 - 10/2021\n"),
            (Rules{"dates/contradiction", "dates/unexplained-gap"}));
}

// What is found of a post that the statement leaves two years after July 2015, where the list ends it then.
Rules rules_of_leaving_after_two_years(std::string_view listed_end) {
  return rules_found(
      "# Personal statement\n"
      "\n"
      "I joined Mercy Hospital as a medical officer in July 2015. Two years later I left Mercy Hospital.\n"
      "\n"
      "# Experience\n"
      "\n"
      "- Medical officer, Mercy Hospital, 07/2015 - " +
      std::string(listed_end) + "\n");
}

TEST(Dates, YearsLaterAreCountedFromTheDateBefore) {
  EXPECT_EQ(rules_of_leaving_after_two_years("12/2020"), Rules{"dates/contradiction"});
}

TEST(Dates, YearsLaterMayBeSomeMonthsOff) { EXPECT_EQ(rules_of_leaving_after_two_years("12/2017"), Rules{}); }

TEST(Dates, AMonthOfTheSameYearIsThatOfTheDateBefore) {
  EXPECT_EQ(
      rules_found("# Personal statement\n"
                  "\n"
                  "I graduated in January 2017. In March of the same year I began as an intern at Lagoon Hospital.\n"
                  "\n"
                  "# Experience\n"
                  "\n"
                  "- Intern, Lagoon Hospital, 08/2017 - 07/2018\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, TheFollowingSpringIsTheNextOneOnEitherHemisphere) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was in the emergency room in August 2020. In the following spring I found a place in Boston "
                        "as a research fellow.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research fellow, Mental health group, Boston, Mar 2021 - Present\n"),
            Rules{});
}

TEST(Dates, AStayInBracketsIsAnEntryOfAList) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I worked as a community health worker for four years.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "I have been a community health worker at the Three Rivers County Health Department, Fort "
                        "Wayne, Indiana (October 2023 to present). I visit households.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, YearsInWhichOneTrainedAreThoseOfThePost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I trained in Thrissur for seven years.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Resident, Family Medicine, Sacred Heart Hospital, Thrissur, 01/2022 - 01/2025\n"
                        "- Medical officer, Mission Hospital, Kottayam, 04/2019 - 12/2021\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ADistrictHospitalIsTheOneThatIsListed) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I completed my degree and then served five years in a district hospital under the bond.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical Officer, Teaching Hospital, Kathmandu, 09/2020 - 07/2022\n"
                        "- Medical Officer, District Hospital, Baglung, 07/2018 - 07/2020\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ALengthInCommasBehindWhatWasDoneInTheRange) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From July 2017 to August 2018 I did my housemanship, twenty-two months, because two were "
                        "added for everybody after a strike.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ABirthInALineOfItsOwnIsNoEntry) {
  EXPECT_EQ(rules_found("# CV\n"
                        "\n"
                        "CHIARA DAL MOLIN, MD\n"
                        "Born in Treviso, 22 May 1993\n"
                        "\n"
                        "2026-02 to present    Research fellow (full time), Cuyahoga Center for Aging, Cleveland, OH\n"
                        "2018-10 to 2026-01    Geriatrician (full time), Ospedale Civile, Treviso\n"),
            Rules{});
}

TEST(Dates, WhatIsGivenSinceADateIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "Since the winter of 2023 I have given a class on blood pressure in the practice.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical assistant, Arden Family Practice, Sacramento, 02/2022 - present\n"),
            Rules{});
}

TEST(Dates, ADateThatTimeIsCountedToIsNotThatOfTheLeaving) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2020, two months before I left, we closed the last cholera bed.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- General physician, Grand Foundation, 11/2017 - 12/2020\n"),
            Rules{});
}

TEST(Dates, WhatOneHasBeenExplainingIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I studied in Cork, at Lee Valley Hospital, and I have been explaining it for fourteen years.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Lee Valley Hospital, Cork, 07/2016 - 06/2017\n"),
            Rules{});
}

TEST(Dates, AnInterneWithinADegree) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "| Degree | Dates |\n"
                        "|---|---|\n"
                        "| Doctorat en médecine, Faculté de Fès | 09/2007 - 06/2016 |\n"
                        "| including: interne, CHU de Fès | 01/2014 - 12/2015 |\n"),
            Rules{});
}

TEST(Dates, StudyForADegreeIsAnEntryOfAList) {
  EXPECT_EQ(
      rules_found("# Education\n"
                  "\n"
                  "I studied for the MSc in Epidemiology, full time and on campus, at Bloomsbury University in London "
                  "from September 2020 until September 2021.\n"
                  "\n"
                  "# Experience\n"
                  "\n"
                  "- Residency in internal medicine, Black Lion Hospital, Addis Ababa, 01/2018 - 12/2020, full time\n"),
      Rules{"dates/overlap"});
}

TEST(Dates, ADegreeAmongTheExamsIsTheOneThatStep3Requires) {
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

TEST(Dates, MonthsThatWereNoNormalTrainingAreTold) {
  EXPECT_EQ(
      rules_found("# Personal statement\n"
                  "\n"
                  "My eighteen months of residency were not a normal training, but I learned to examine a patient.\n"
                  "\n"
                  "# Experience\n"
                  "\n"
                  "- Resident in internal medicine, Mouwasat Hospital, 10/2017 - 09/2020\n"),
      Rules{"dates/duration-mismatch"});
}

TEST(Dates, AFewWordsSayWhereTheNextSentenceIs) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "Most meaningful experience: Tiruvallur. For thirty-two months I was responsible for the "
                        "neonatal unit of a district hospital, with four nurses on a shift.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Consultant pediatrician, Headquarters Hospital, Tiruvallur, 07/2021 - 12/2022\n"
                        "- Duty doctor, Kaveri Hospital, Chennai, 05/2016 - 06/2021\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AnExaminationOfAnotherNameHasADateOfItsOwn) {
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

TEST(Dates, AnAgeDatesAnExam) {
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

TEST(Dates, TwoStaysInOneSentenceOfAList) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was a senior house officer in Spanish Town for three years.\n"
                        "\n"
                        "# Background\n"
                        "\n"
                        "I was a senior house officer in medicine (full time) at Spanish Town Hospital, Jamaica, from "
                        "July 2018 to June 2021, and an intern at Kingston Public Hospital in the twelve months before "
                        "that, July 2017 to June 2018.\n"),
            Rules{});
}

TEST(Dates, AnArrivalForADegreeMayComeWeeksBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Minnesota in August 2020 for the MPH.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MPH, full time, University of Minnesota, Minneapolis, 09/2020 - 05/2022\n"),
            Rules{});
}

TEST(Dates, TeachingThatBeginsIsNoStudy) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2019 I began to teach the nurses on Thursdays.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MPH, full time, University of Minnesota, Minneapolis, 09/2020 - 05/2022\n"),
            Rules{});
}

TEST(Dates, ASecondLengthIsOfTheRoleBehindIt) {
  EXPECT_EQ(
      rules_found(
          "# Personal statement\n"
          "\n"
          "For a year I was the doctor of a health post, and then for three and a half years a general practitioner.\n"
          "\n"
          "# Experience\n"
          "\n"
          "- General practitioner, Hospital Nacional, Coban, 02/2017 - 07/2020\n"
          "- Rural service, Health Post, San Juan Chamelco, 01/2016 - 12/2016\n"),
      Rules{});
}

TEST(Dates, TheSameMonthIsThatOfTheDateBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Houston in May 2022 and joined the Baylor Heart Group the same month.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Clinical research coordinator, Baylor Heart Group, Houston, 05/2021 - present\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, LeavingATownBeforeThePostThereIsOver) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left Ibadan in February 2020 for the United States.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, St. Nicholas Hospital, Ibadan, 09/2017 - 02/2021\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, YearsInWhichOneStayedAreThoseOfThePost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I stayed in Ibadan for six years and then moved to Houston.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MBBS, Lagos State University, 09/2010 - 07/2016\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, St. Nicholas Hospital, Ibadan, 09/2016 - 02/2021\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, TimeAwayOfASisterIsNotTheWriters) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "My sister was out of work for a year, and I paid her rent.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research Assistant, Kansas Lung Group, Kansas City, 07/2022 - Present\n"
                        "- Medical Officer, Indus Hospital, Karachi, 03/2018 - 08/2021\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AServiceOfTwoWordsIsThePostOfThatName) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I did two years of community service in Limpopo.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Baragwanath Hospital, Soweto, 01/2015 - 12/2016\n"
                        "- Community service medical officer, Tshilidzini Hospital, 01/2017 - 12/2017\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, WhatOneLeavesToBecomeIsNotWhatIsLeft) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left the clinic in Portland in June 2023 to become a research associate.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical assistant, Riverbend Family Clinic, Portland, 10/2021 - 12/2023\n"
                        "- Clinical research associate, Cascade Institute, Portland, 01/2024 - present\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ThePartOfAnExamIsNotTheWriter) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I passed MCCQE Part I in October 2021 and MCCQE Part II in June 2022.\n"),
            Rules{"dates/impossible"});
}

TEST(Dates, ACertificateAmongTheExamsIsNoSitting) {
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

TEST(Dates, WhatIsBornOfSomethingIsNoBirth) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "## Medical Officer\n"
                        "*Queen Elizabeth Central Hospital, Blantyre* | Aug 2018 - Jan 2022\n"
                        "- Born out of the 2019 cyclone: a mobile unit\n"
                        "\n"
                        "## Intern\n"
                        "*Kamuzu Central Hospital, Lilongwe* | Feb 2017 - Jul 2018\n"),
            Rules{});
}

TEST(Dates, StartedAndGraduatedAreTheEndsOfAStudy) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I graduated from the College of Medicine in December 2014.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "College of Medicine, Blantyre. MBBS. Started January 2010, graduated December 2016.\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, AWifeWhoJoinedTheWriterBeganNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "My wife joined me in Seattle in August 2022.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Harborview Stroke Center, Seattle, 03/2022 - present\n"),
            Rules{});
}

TEST(Dates, TheYearsOfAMedicalStudentAreThoseOfTheDegree) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was a medical student from 2012 to 2018.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MBBS, College of Medicine, Blantyre, 01/2011 - 12/2016\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, YearsLaterThatTouchAnotherPostAreStillTold) {
  EXPECT_EQ(
      rules_found(
          "# Personal statement\n"
          "\n"
          "I left Alexandria in December 2018. A year later I joined Rashid Hospital as a registrar in nephrology.\n"
          "\n"
          "# Experience\n"
          "\n"
          "- Observer, Metro Nephrology, Cleveland, 06/2022 - 09/2022\n"
          "- Registrar in nephrology, Rashid Hospital, Dubai, 02/2019 - 05/2022\n"
          "- Resident in internal medicine, Main Hospital, Alexandria, 03/2015 - 12/2018\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, OfSeveralPostsTheOneThere) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "Rashid Hospital had ninety dialysis chairs. I worked there as a registrar until June 2020.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Registrar in nephrology, Rashid Hospital, Dubai, 02/2019 - 05/2022\n"
                        "- Resident in internal medicine, Main Hospital, Alexandria, 03/2015 - 01/2019\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, ANewRoleAtOnePlaceIsNotTheOldOne) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From September 2019 to February 2021 I was a research assistant in Boston. In March 2021 I "
                        "became a clinical research coordinator there.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research assistant, Boston, 09/2019 - 02/2021\n"
                        "- Clinical research coordinator, 03/2021 - present\n"),
            Rules{});
}

TEST(Dates, AnExamTakenAgainIsTheOneToldLast) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI failed Step 1 in November 2022. I took the exam again in February 2023 "
                  "and passed.\n\n# Exams\n\n- Step 1: 11/22/2022, fail\n- Step 1: 05/16/2023, pass\n"),
      Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found("# Personal statement\n\nI failed Step 1 in March 2023. I passed in December of the same year."
                        "\n\n# Exams\n\n- Step 1: 14 March 2023, fail\n- Step 1: 6 June 2024, pass\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, TwoSittingsInOneLineAreTwo) {
  EXPECT_EQ(rules_found("# Short answers\n\nStep 1, August 2021. Passed March 2022, second attempt.\n\n# Exams\n\n"
                        "- Step 1: 08/18/2021, fail\n- Step 1: 03/19/2022, pass\n"),
            Rules{});
}

// How long after something it was, is no length of a stay.
TEST(Dates, ALengthBehindAfterOrBeforeOutOfIsNoStay) {
  const std::string entries =
      "\n\n# Experience\n\n- Medical assistant, Mercy Clinic, 06/2022 - present\n"
      "- Intern, Ministry of Health, 07/2017 - 06/2018\n- Ward physician, General Hospital, 07/2018 - 05/2022\n";
  EXPECT_EQ(rules_found("# Personal statement\n\nI had returned to basic science after seven years." + entries),
            Rules{});
  EXPECT_EQ(rules_found("# Personal statement\n\nI am eight years out of internship." + entries), Rules{});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI went there straight after my internship, to serve two years." + entries),
      Rules{});
}

TEST(Dates, AMonthAfterThatLeadsItsVerb) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI took Step 1 in March 2023. Two months after it, in May 2023, I started "
                  "as a scribe in a family clinic.\n\n# Experience\n\n"
                  "- Medical scribe, family clinic, Las Vegas, 11/2022 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, OnePostInTwoListsHasOneRange) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident, general surgery, City hospital, Budapest, 09/2018 - 08/2022\n\n"
                        "# Training\n\n- Residency in general surgery, City hospital, Budapest, 09/2019 - 08/2022\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, MonthsFromThenOnAreTold) {
  const std::string entries =
      "\n\n# Experience\n\n- Medical assistant, Dearborn Clinic, 04/2023 - present\n"
      "- Specialist, Karrada Centre, 12/2020 - 09/2022\n";
  EXPECT_EQ(
      rules_found("# Personal statement\n\nWe came to Michigan in October 2022. From then to March 2023 I found a "
                  "flat and a school." +
                  entries),
      Rules{});
  EXPECT_EQ(rules_found("# Personal statement\n\nWe came to Michigan by boat." + entries),
            Rules{"dates/unexplained-gap"});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI passed my internship in 2017, reviewed from July to October for the "
                  "licensure examination and went to sea.\n\n# Experience\n\n"
                  "- Ship's physician, Blue Line, 11/2017 - 12/2019\n- Intern, Cebu Hospital, 07/2016 - 06/2017\n"),
      Rules{});
}

TEST(Dates, AnAgeAtTheBeginningOfADegree) {
  EXPECT_EQ(rules_found("# Curriculum vitae\n\nDate of birth: 14 August 1991\n\n# Education\n\n"
                        "- MD, JIPMER, Puducherry, 05/2016 - 05/2019\n\n# Personal statement\n\n"
                        "I was twenty-eight when I began my MD at JIPMER.\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, TillDateIsNow) {
  EXPECT_EQ(rules_found("# Experience\n\n- Consultant physician, Mercy Hospital, 07/2022 till date\n"
                        "- Senior resident, Stanley Hospital, 06/2019 - 06/2022. Tenure: 2 years 1 month\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, AStayWithKinIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n\nFrom April to October 2023 I was in Cairo with my parents.\n\n"
                        "# Experience\n\n- Volunteer, first aid classes, Cairo, 06/2023 - 10/2023\n"),
            Rules{});
}

TEST(Dates, WhatIsToEndIsNotToldAsDone) {
  EXPECT_EQ(
      rules_found("# Experience\n\nI have been a research fellow in Rochester since August 2026 (to July 2027).\n"),
      Rules{});
}

TEST(Dates, WhatMightHaveBeenIsNoStay) {
  const std::string entries = "\n\n# Experience\n\n- Senior house officer, Ratnapura Hospital, 01/2018 - 02/2021\n";
  EXPECT_EQ(rules_found("# Personal statement\n\nI worked in Ratnapura as senior house officer from January 2018 until "
                        "February 2021. I could have stayed ten years." +
                        entries),
            Rules{});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI stayed in that residency for three of its four years, from July 2019 to "
                  "June 2022.\n"),
      Rules{});
}

TEST(Dates, AnExamBesideAnotherHasItsOwnDate) {
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

TEST(Dates, WhoLeftOnADayWasNotWhereTheJourneyEnded) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI left on 2 September 2018, by land: Cali, Quito, Lima, Santiago.\n\n"
                        "# Experience\n\n- General practitioner, Puente Clinic, Santiago, 02/2019 - 11/2023\n"),
            Rules{});
}

TEST(Dates, AWalkOnceAYearFillsNoMonths) {
  EXPECT_EQ(rules_found("# Experience\n\n- Research associate, Dialysis Center, Columbus, 06/2023 - present\n"
                        "- Physician, Urgent Care, Columbus, 08/2020 - 10/2022\n"
                        "- Kidney walk, route marshal, one day each October since 2021\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AFormsQuestionIsNoPost) {
  EXPECT_EQ(rules_found("# Experience\n\n- Clinical research physician, full time, Genesee Cancer Institute, 07/2022 - "
                        "present\n\n# Other\n\n- Have you been away from clinical training? (Since July 2022)\n"),
            Rules{});
}

TEST(Dates, MonthsOfOtherTonguesMayBeShort) {
  EXPECT_EQ(rules_found("# Experience\n\n- Physician, Health Unit, Pelotas, fev. 2019 - jan. 2021\n"
                        "- Resident, Hospital de Porto Alegre, 1 mar. 2021 - 28 fev. 2023\n"
                        "- Assistenzarzt, Krankenhaus Zwickau, 03/2023 - heute\n"),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Physician, Health Unit, Pelotas, fev. 2019 - jan. 2018\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, WhatALengthOrADateIsOfDecides) {
  const std::string entries =
      "\n\n# Experience\n\n- Resident, Teaching Hospital, 07/2020 - 06/2022\n"
      "- Rural physician, Caylloma, 05/2018 - 05/2020\n\n# Exams\n\n- Step 1: 16 May 2024, fail\n";
  for (const char* sentence : {"I read one audit that covered nine months of my residency.",
                               "As rural physician I had a radio and a nurse with 31 years of experience.",
                               "My clerkships began late, on 22 August 2024, after a failed Step 1.",
                               "I should have begun the residency in July 2019."})
    EXPECT_EQ(rules_found(std::string("# Personal statement\n\n") + sentence + entries), Rules{}) << sentence;
}

TEST(Dates, AThingOfThePathBehindAnAndHasItsOwnDate) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI began in October 2018, at 24, and the residency ended in September 2020."
                  "\n\n# Experience\n\n- Resident, infectious diseases, Cho Ray Hospital, 10/2018 - 09/2021\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, ALengthBehindItsRange) {
  EXPECT_EQ(rules_found(
                "# Personal statement\n\nFrom April 2022 to July 2024 I worked in a clinic in Callao, three and a half "
                "years in which I took over a list.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, WhatIsOverBeforeItBeginsIsToldAsDone) {
  for (const char* sentence :
       {"My first teacher died in December 2026.", "I was promoted to senior registrar in 11/2026."})
    EXPECT_EQ(rules_found(std::string("# Personal statement\n\n") + sentence + "\n"), Rules{"dates/future"})
        << sentence;
  EXPECT_EQ(rules_found("# Education\n\n- MPH, Emory University, 08/2024 - 05/2027\n"), Rules{});
  EXPECT_EQ(rules_found("# Education\n\n- MPH, Emory University, completed, 08/2024 - 05/2027\n"),
            Rules{"dates/future"});
}

// What is found of a statement of one sentence or two beside these entries.
Rules rules_beside_posts(std::string_view statement) {
  return rules_found("# Personal statement\n\n" + std::string(statement) +
                     "\n\n# Experience\n\n"
                     "- Physician, SAPU Maipu, Santiago, 03/2018 - 06/2022 (full time)\n"
                     "- Medical officer, Farlow Mission Hospital, Kerrin, 10/2015 - 01/2018 (full time)\n"
                     "- Medical scribe, Azalea Primary Care, Orlando, 07/2022 - present (full time)\n"
                     "\n# Exams\n\n- Step 1: 10 May 2023, pass\n- Step 2 CK: 6 August 2024, 229\n");
}

TEST(Dates, NamesAgreeWhateverMarksTheirLettersHave) {
  EXPECT_EQ(rules_beside_posts("I was a physician in Maip\u00FA until November 2020."), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("I was a physician in Maip\u00FA until June 2022."), Rules{});
}

TEST(Dates, ALengthFarFromThatOfAStayIsOfSomethingElse) {
  EXPECT_EQ(rules_beside_posts("For fifteen months I was the medical officer in Kerrin."),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_beside_posts("For five months I was the medical officer in Kerrin."),
            Rules{"dates/duration-mismatch"});  // by what it is and where: far as it is
}

TEST(Dates, WhatThePersonHasIsAnAgeOrALifesWork) {
  for (const char* sentence :
       {"I work at Azalea. I have 37 years.", "I work at Azalea. I have nine years around lungs."})
    EXPECT_EQ(rules_beside_posts(sentence), Rules{}) << sentence;
}

TEST(Dates, ThoseYearsAreThoseOfTheRangeBefore) {
  constexpr std::string_view kRange = "From March 2018 to June 2022 I was a physician in Maipu. In these ";
  EXPECT_EQ(rules_beside_posts(std::string(kRange) + "seven years I missed four days."),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_beside_posts(std::string(kRange) + "four years I missed four days."), Rules{});
}

TEST(Dates, ALengthInEachOfSeveralPlacesIsAPart) {
  EXPECT_EQ(rules_found("# Experience\n\n- Intern, Tern Hospital, from July 2020 to June 2021, three months in each of "
                        "four departments\n"),
            Rules{});
}

TEST(Dates, ACourseOfSomeMonthsInBrackets) {
  constexpr std::string_view kCourse =
      "# Courses\n\n10/2023 - 06/2024  Point-of-care ultrasound certificate, Saturdays ";
  EXPECT_EQ(rules_found(std::string(kCourse) + "(course of four months)\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(std::string(kCourse) + "(course of nine months)\n"), Rules{});
  EXPECT_EQ(rules_found(std::string(kCourse) + "(three of five years)\n"), Rules{});
}

TEST(Dates, ARangeOfTheSameMonthsAYearOff) {
  EXPECT_EQ(rules_beside_posts("From October 2014 to January 2017 I was a medical officer in Kerrin."),
            Rules{"dates/contradiction"});
}

TEST(Dates, WhoLeavesATownForAnotherPostLeavesThePostThere) {
  EXPECT_EQ(rules_beside_posts("In March 2017 I left Kerrin for the emergency hospital in Santiago."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("In January 2018 I left Kerrin for the emergency hospital in Santiago."), Rules{});
}

TEST(Dates, WhoJoinsThemJoinsWhatWasNamedBefore) {
  EXPECT_EQ(rules_beside_posts("Farlow Mission Hospital was short of hands. I joined them in April 2016."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("Farlow Mission Hospital was short of hands. I joined them in October 2015."), Rules{});
}

TEST(Dates, ADateThatOpensASentenceIsThatOfAnExamBehindAnAnd) {
  EXPECT_EQ(rules_beside_posts("In March 2024, while I was at home, I flew to Ankara and passed Step 1."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("In May 2023, while I was at home, I flew to Ankara and passed Step 1."), Rules{});
}

TEST(Dates, ADistanceIsNoTimeAway) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn October 2022 I moved to Tampa, where my sister lives, and the month "
                  "after that I started as a coordinator.\n\n# Short answers\n\nI moved to Tampa in March 2023, "
                  "and my nieces live there.\n\n# Experience\n\n- Coordinator, Bayshore Institute, Tampa, "
                  "11/2022 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, ACeremonyInTheNextYearComesSoonAfterTheCourse) {
  const auto graduated = [](std::string_view end) {
    return rules_found(
        "# Personal statement\n\nI graduated from Krakow in 2021.\n\n# Education\n\n- MD, Krakow "
        "University, 10/2016 - " +
        std::string(end) + "\n");
  };
  EXPECT_EQ(graduated("06/2020"), Rules{"dates/contradiction"});
  EXPECT_EQ(graduated("11/2020"), Rules{});
}

TEST(Dates, TheFirstMonthsOfAPostTellOfNoHole) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn Rajkot I was a medical officer in an ICU. In the first six months I "
                  "did 140 intubations.\n\n# Experience\n\n- Medical officer, Health Centre, Dholka, 04/2019 - "
                  "08/2020 (full time)\n- Medical officer, Sterling Hospital, Rajkot, 05/2021 - present (full "
                  "time)\n"),
      Rules{"dates/unexplained-gap"});
}

// What is found of short answers beside a list with a failed and a passed sitting.
Rules rules_beside_sittings(std::string_view answers) {
  return rules_found("# Short answers\n\n" + std::string(answers) +
                     "\n\n# Exams\n\n- Step 1: 10 May 2022, pass\n- Step 2 CK: 20 June 2023, fail, 206\n"
                     "- Step 2 CK: 13 February 2024, pass, 239\n");
}

TEST(Dates, WhatWasPassedLaterWasNoPassBefore) {
  for (const char* answer :
       {"FAILED EXAMINATION\n\nStep 2 CK, June 2023. Passed eight months later.",
        "Examination failures: Step 2 CK, first attempt, summer 2023; passed at the second attempt.",
        "**Failed examinations**\n\n2. USMLE Step 2 CK, June 2023. Passed in February 2024.",
        "My graduation moved because I needed a second attempt at Step 2 CK (June 2023, then February 2024)."})
    EXPECT_EQ(rules_beside_sittings(answer), Rules{}) << answer;
}

TEST(Dates, WhatIsNoSittingOfTheExamNamedBefore) {
  for (const char* answer :
       {"I passed Step 2 CK in February 2024. I sat out 2025 to get the letters I did not have.",
        "Step 2 CK, first attempt, June 2023. EUNACOM, first attempt, July 2019.",
        "I failed Step 2 CK in June 2023. I had passed Step 1 in 2022 and trusted in this. I passed in February 2024."})
    EXPECT_EQ(rules_beside_sittings(answer), Rules{}) << answer;
}

TEST(Dates, TwoMonthsOfOneYearAreOneEach) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn June and July 2024 I took Step 2 CK and Step 3.\n\n# Exams\n\n- Step "
                  "2 CK: 24 June 2024, 250\n- Step 3: 8 July 2024, 220\n"),
      Rules{});
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn June and July 2024 I took Step 2 CK and Step 3.\n\n# Exams\n\n- Step "
                  "2 CK: 24 February 2024, 250\n- Step 3: 8 July 2024, 220\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, ASentenceWithoutRoleOrPlaceIsNoEntry) {
  EXPECT_EQ(rules_found("# Work\n\nI have been in Minnesota since March 2025, full time.\n\n# Experience\n\n- Research "
                        "associate, North Loop Hospital, 07/2025 - present (full time)\n"),
            Rules{});
}

TEST(Dates, TimesAwayDoNotOverlapAPost) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident, Irbid Hospital, 10/2018 - 09/2022\n\n# Interruption\n\nMaternity "
                        "leave in the residency: January to March 2019, full time.\n"),
            Rules{});
}

TEST(Dates, TimesAwayOneAfterTheOtherAreTwo) {
  EXPECT_EQ(rules_found("# Interruption\n\n05/2023 - 01/2024: displaced by the war, without permission to practise.\n\n"
                        "02/2024 - 03/2024: arrival in the United States, without work.\n"),
            Rules{});
}

TEST(Dates, ALengthBeforeItsRange) {
  EXPECT_EQ(rules_found("# Personal statement\n\nWe were in Cairo for a year and a half, from May 2023 to January "
                        "2024.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(
      rules_found("# Short answers\n\nI completed a two-year certificate course in ultrasound (January 2025 to June "
                  "2025, evenings).\n"),
      Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found("# Short answers\n\nI completed three years of a four-year pathology program (July 2019 - June "
                        "2022).\n"),
            Rules{});
}

TEST(Dates, AConvocationMayComeMuchLater) {
  EXPECT_EQ(rules_found("# Personal statement\n\nThe convocation of my class, where I received my degree, was held in "
                        "December 2019.\n\n# Education\n\n- MBBS, Lahore Medical University, 12/2012 - 02/2018\n"),
            Rules{});
}

TEST(Dates, WhatIsToldUntilSomethingElseIsItsOwn) {
  EXPECT_EQ(rules_beside_posts("From March 2020 until I left in June 2022, I was also part of the airway team."),
            Rules{});
}

TEST(Dates, AnArrivalOfTheFamily) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nMy wife and I emigrated to Toronto in May 2019.\n\n# Short "
                  "answers\n\nWe were tired, and we moved to Toronto in October 2018.\n\n# Experience\n\n- Office "
                  "assistant, Yonge Practice, Toronto, 06/2019 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Dates, AnAgeThatIsAlreadyReached) {
  EXPECT_EQ(rules_found("# Curriculum vitae\n\nDate of birth: 23 August 1990\n\n# Experience\n\n- Intern, Omdurman "
                        "Hospital, 02/2016 - 01/2017\n\n# Personal statement\n\nI was already twenty-eight when I "
                        "started my internship in Omdurman.\n"),
            Rules{"dates/contradiction"});
}

TEST(Dates, Step3ComesAfterTheOtherStepsArePassed) {
  const auto listed = [](std::string_view others) {
    return rules_found("# Exams\n\n- Step 3: 8 February 2023, 215\n" + std::string(others) + "\n");
  };
  EXPECT_EQ(listed("- Step 1: 2 May 2023, pass"), Rules{"dates/impossible"});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, pass\n- Step 2 CK: 2 May 2023, 240"), Rules{"dates/impossible"});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, pass\n- Step 2 CK: 2 May 2022, 240"), Rules{});
  EXPECT_EQ(listed("- Step 1: 2 May 2021, fail"), Rules{});
}

TEST(Dates, ThoseMonthsBehindABeginningAndAnEnd) {
  const auto told = [](std::string_view length) {
    return rules_beside_posts("I arrived in Axum in February 2013 and I left it in July 2015. Those " +
                              std::string(length) + " made me a surgeon.");
  };
  EXPECT_EQ(told("eighteen months"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("thirty months"), Rules{});
}

TEST(Dates, WhatHasNoEndMayHaveEnded) {
  EXPECT_EQ(rules_found("# Education\n\nSchool: Universidad Nacional\nDegree: MD\nStart Date: 08/2010\nTitle "
                        "awarded: August 2016\n\n# Experience\n\n- General practitioner, Clinica Alta, 09/2016 - "
                        "02/2019 (full time)\n"),
            Rules{});
}

TEST(Dates, WhatIsOfSomebodyOrSomethingElse) {
  for (const char* sentence :
       {"In October 2015 I was sent to Kerrin, less than a year after the typhoon of November 2014.",
        "I have sat beside a physician for more than nine years.", "I have been out of residency for eleven years.",
        "After five months I moved to Santiago as a physician."})
    EXPECT_EQ(rules_beside_posts(sentence), Rules{}) << sentence;
}

TEST(Dates, ALengthOfOnePlaceIsNotExcusedByAnotherOfAKind) {
  const auto told = [](std::string_view sentence) {
    return rules_found("# Personal statement\n\n" + std::string(sentence) +
                       "\n\n# Experience\n\n- Resident, Alzahra Children's Hospital, Tabriz, 10/2018 - 09/2020 (full "
                       "time)\n- Research coordinator, Snake River Children's Clinic, Boise, 10/2020 - 09/2023 (full "
                       "time)\n");
  };
  EXPECT_EQ(told("I left Alzahra after two years."), Rules{});
}

TEST(Dates, AMoveThatIsDatedInBrackets) {
  const auto moved = [](std::string_view date) {
    return rules_found(
        "# Interruption\n\nFrom October 2020 to January 2021 I did not work: my family moved from "
        "Tabriz to Boise (December 2020).\n\n# Personal statement\n\nWe moved to Boise in " +
        std::string(date) +
        ".\n\n# Experience\n\n- Resident, Alzahra Hospital, Tabriz, 10/2018 - 09/2020\n- Interpreter, "
        "Treasure Center, Boise, 02/2021 - present\n");
  };
  EXPECT_EQ(moved("May 2020"), Rules{"dates/contradiction"});
  EXPECT_EQ(moved("December 2020"), Rules{});
}

TEST(Dates, WhatSaysTwiceThatItIsFullTimeLeavesNoRoomInOneTown) {
  const auto listed = [](std::string_view degree, std::string_view post) {
    return rules_found("# Education\n\n- PhD, imaging, Shanghai, 09/2018 - 06/2022" + std::string(degree) +
                       "\n\n# Experience\n\n- 05/2021 - 12/2023, attending radiologist, Shanghai" + std::string(post) +
                       "\n");
  };
  EXPECT_EQ(listed(", full time", ", full time"), Rules{"dates/overlap"});
  EXPECT_EQ(listed("", ", full time"), Rules{});
}

TEST(Dates, AnEntryWithItsPartsInBrackets) {
  EXPECT_EQ(rules_found("# Curriculum\n\nAug 2008 - Jul 2015 MBBS, Lahore (internship Jul 2013 - Jun 2014, rural "
                        "service Aug 2014 - Jul 2015)\nOct 2015 - Dec 2017 (4 years) General physician, Lahore\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ASeatThatWasBookedIsNoSitting) {
  EXPECT_EQ(rules_found("# Personal statement\n\nMy seat for Step 2 CS was for 21 April 2020; I never took it.\n"),
            Rules{});
}

TEST(Dates, MonthsInAColumnOfTheirOwn) {
  const auto listed = [](std::string_view months) {
    return rules_found(
        "# Experience\n\n| From | To | Months | Position | Place |\n| --- | --- | --- | --- | --- |\n"
        "| 2019-03 | 2021-08 | " +
        std::string(months) + " | Research scientist | Columbus, Ohio |\n");
  };
  EXPECT_EQ(listed("14"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(listed("30"), Rules{});
}

TEST(Dates, AFullTimeFellowshipThatOutlastsTheResidencyBesideIt) {
  const auto listed = [](std::string_view fellowship) {
    return rules_found(
        "# Experience\n\n- Resident, Bayou Hospital, Houston, TX: 07/2018 - 06/2020\n"
        "- Research fellow (full time), Bayou Hospital, Houston, TX: " +
        std::string(fellowship) + "\n");
  };
  EXPECT_EQ(listed("02/2020 - 06/2022"), Rules{"dates/overlap"});
  EXPECT_EQ(listed("07/2019 - 06/2020"), Rules{});
}

TEST(Dates, AWebFormWhoseValuesStandBelowTheirLabels) {
  const auto pasted = [](std::string_view end) {
    return rules_found(
        "# Experience\n\nOrganization *\nGodavari Hospital\nPosition Title *\nHospitalist (full-time)\n"
        "Start Date *\nOctober 2018\nEnd Date\n" +
        std::string(end) + "\nFrequency *\nDaily\n");
  };
  EXPECT_EQ(pasted("June 2017"), Rules{"dates/reversed"});
  EXPECT_EQ(pasted("June 2021"), Rules{});
}

TEST(Dates, AttemptsStandBelowTheLabelOfTheirExam) {
  const auto listed = [](std::string_view score) {
    return rules_found("# Exams\n\nExam: USMLE Step 1\nAttempt 1: 11/2020, fail\nAttempt 2: 08/2021, pass, " +
                       std::string(score) + "\nExam: USMLE Step 2 CK\nAttempt 1: 10/2023, pass, 226\n");
  };
  EXPECT_EQ(listed("203"), Rules{});
  EXPECT_EQ(listed("183"), Rules{"dates/impossible"});
}

TEST(Dates, ALineEachBelowAPlainTitle) {
  EXPECT_EQ(
      rules_found("# Experience\n\nWork in Haiti\n  Physician, cholera center, Artibonite, October 2016 to December "
                  "2019\n  Ward physician, Artibonite, October 2015 to September 2014\n"),
      Rules{"dates/reversed"});
}

TEST(Dates, MonthsOfThatSameYear) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI spent my Fridays there from November 2018 until April of that same "
                        "year.\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, TheQuestionOfAFormTellsOfNoGap) {
  EXPECT_EQ(rules_found("# Interruption\n\nHave you had a period outside of training of three months or longer?\n\n"
                        "Yes. August 2021 to May 2022, a total of sixteen months. Reason: visa processing.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Dates, ADegreeWhoseOnlyEndIsItsAward) {
  const auto told = [](std::string_view month) {
    return rules_found("# Personal statement\n\nI graduated in " + std::string(month) +
                       ".\n\n# Education\n\nSchool: Jordan University, Irbid\nDegree: Doctor of Medicine\n"
                       "Started: September 2016\nGraduated: June 2022\n");
  };
  EXPECT_EQ(told("July 2021"), Rules{"dates/contradiction"});
  EXPECT_EQ(told("June 2022"), Rules{});
}

TEST(Dates, YearsToldAgainToTheMonthAreTheMonths) {
  const auto told = [](std::string_view end) {
    return rules_found("# Experience\n\n- 2018-2021: Assistenzarzt, Klinikum Rotenfels, full time, June 2018 - " +
                       std::string(end) +
                       " 2021\n- 2021-2022: Master of Public Health, Hochschule Lahntal, full-time, April 2021 - March "
                       "2022\n");
  };
  EXPECT_EQ(told("September"), Rules{"dates/overlap"});
  EXPECT_EQ(told("March"), Rules{});
}

TEST(Dates, ANumberedTitleMayHaveAnyWords) {
  EXPECT_EQ(rules_found("1. FORMATION\nMedicine, Universidade do Vale\n    02/2010 to 12/2015\n\n"
                        "2. PROFESSIONAL ACTING\nEmergency physician, Pronto-Socorro Aurora\n    01/2016 to 12/2019\n"
                        "Neurologist, Hospital Santa Quiteria\n    10/2021 to 03/2021\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, ALengthAndItsRangeWithWhatItWasOfInBetween) {
  const auto told = [](std::string_view months) {
    return rules_found(
        "# Experience\n\n- Epidemiologist, County Health, 11/2018 - 06/2022 (full time)\n  Led a team "
        "for " +
        std::string(months) + " of contact tracing (April 2020 to December 2020), then the clinics.\n");
  };
  EXPECT_EQ(told("eighteen months"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("nine months"), Rules{});
}

TEST(Dates, ALengthThatAPartIsToldOfIsNotTheStays) {
  EXPECT_EQ(rules_found("# Interruption\n\nMy residency was left after two of five years (January 2014 to December "
                        "2015) on emigrating.\n"),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Volunteer, surgery caravan, Kafr, January 2018 to December 2021, once in a "
                        "month\n"),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n### House officer, Ogbaru Hospital\nFebruary 2019 - February 2020\nThree "
                        "months in each of four departments.\n"),
            Rules{});
}

TEST(Dates, WhatFillsAYearOrASeasonInAListIsNoPost) {
  constexpr std::string_view kPosts =
      "# Experience\n\n- Resident, Indus Hospital, 01/2018 - 06/2019 (full time)\n"
      "- Demonstrator, Sehat College, 01/2020 - 08/2026 (full time)\n\n";
  EXPECT_EQ(rules_found(std::string(kPosts) + "# Scholarly work\n\n- Article: Zinc at discharge: an audit. 2019.\n"),
            Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(std::string(kPosts) + "# Other\n\n- Examiner, student OSCE, Leeds, spring 2019\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Dates, AnExamThatIsAnAimOrOneOfAListIsNoSitting) {
  constexpr std::string_view kExams = "\n\n# Exams\n\n- Step 3: 14 Nov 2023, 219\n";
  const auto told = [&](std::string_view sentence) {
    return rules_found("# Personal statement\n\n" + std::string(sentence) + std::string(kExams));
  };
  EXPECT_EQ(told("Since then: degree finished in May 2026, Step 3, a second article."), Rules{});
  EXPECT_EQ(told("I left the ward at the end of May 2021 to sit NEET-PG."), Rules{});
  EXPECT_EQ(told("I passed Step 3 in May 2024."), Rules{"dates/contradiction"});
}

TEST(Dates, WhatWasPassedThenWasAFailBefore) {
  const auto told = [](std::string_view year) {
    return rules_found(
        "# Short answers\n\n**Explain any failed examination.** USMLE Step 1, 23 September " + std::string(year) +
        ", then passed on 29 September 2022 with the night schedule.\n\n# Exams\n\n- Step 1: 23 September "
        "2021, fail, 181\n- Step 1: 29 September 2022, pass\n");
  };
  EXPECT_EQ(told("2021"), Rules{});
  EXPECT_EQ(told("2020"), Rules{"dates/contradiction"});
}

TEST(Dates, AnotherTestBelowAnExamIsNone) {
  EXPECT_EQ(rules_found("# Exams\n\nCOMLEX-USA\nLevel 1     06/18/2024   Pass\nLevel 3     to be taken after "
                        "graduation\n\nMCAT: May 2021\n\n# Education\n\n- DO, Northwoods College of Osteopathic "
                        "Medicine, August 2022 - expected May 2027\n"),
            Rules{});
}

TEST(Dates, ARoleIsToldByItsLastTwoWords) {
  const auto told = [](std::string_view years) {
    return rules_found("# Personal statement\n\nI spent " + std::string(years) +
                       " years as a public defender, and I kept two lists.\n\n# Experience\n\n- Research coordinator, "
                       "Lane Institute, 08/2018 - 07/2023\n- Assistant public defender, Penobscot County, 09/2011 - "
                       "07/2018\n");
  };
  EXPECT_EQ(told("eleven"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("seven"), Rules{});
}

TEST(Dates, ADeedAtTheHeadOfALineIsDone) {
  EXPECT_EQ(rules_found("# Presentations\n\n- Presented the poster at the meeting of the lakes, Cleveland, 14 November "
                        "2026.\n"),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found("# Presentations\n\n- Presented the poster at the meeting of the lakes, Cleveland, 14 November "
                        "2024.\n"),
            Rules{});
}

TEST(Dates, OneWeekendAMonthIsPartTimeWhateverItsBracketsSay) {
  EXPECT_EQ(rules_found("# Experience\n\n**Army Reserve**, one weekend a month. 10/2014 - 10/2022. Activated in 2020 "
                        "(full-time orders).\n\n**Registry coordinator**, Tallow Medical Center, full time. 05/2021 - "
                        "07/2023.\n"),
            Rules{});
}

TEST(Dates, NobodysPayrollIsTimeAway) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nThere are some seven months when I was on nobody's payroll. My dad had "
                  "surgery.\n\n# Experience\n\n- Coordinator, Niagara Center, 09/2024 - 08/2026 (full time)\n- "
                  "House officer, Shannon Hospital, 07/2022 - 01/2024 (full time)\n"),
      Rules{"dates/vague-gap"});
}

}  // namespace
}  // namespace candor
