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

std::vector<std::string> rules_found(const std::string& text) {
  Settings settings;
  settings.select = {"dates"};
  RunOptions options;
  options.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  const Report report = check_one("application.md", text, *Rulebook::shipped(), settings, options);
  std::vector<std::string> rules;
  for (const Finding& finding : report.findings) rules.push_back(finding.rule);
  return rules;
}

using Rules = std::vector<std::string>;

TEST(Dates, ADayThatDoesNotExist) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 2 CK: 31 June 2022, 228\n"), Rules{"dates/impossible"});
}

TEST(Dates, ANonGregorianYearIsNeverFuture) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI graduated in 2075 BS.\n"), Rules{"dates/other-calendar"});
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

std::string application(const std::string& statement, const std::string& entries) {
  return "# Personal statement\n\n" + statement + "\n\n" + entries;
}

constexpr char kTwoDegrees[] =
    "# Education\n\n- BSc Nursing, Cebu Northern College, 2004 - 2008\n"
    "- Doctor of Medicine, Visayas Medical Institute, June 2008 - June 2017\n";

TEST(Dates, ADateThatAnotherDegreeFitsIsNoContradiction) {
  EXPECT_EQ(rules_found(application("I graduated in 2008.", kTwoDegrees)), Rules{});
  EXPECT_EQ(rules_found(application("I graduated in 2012.", kTwoDegrees)), Rules{"dates/contradiction"});
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

}  // namespace
}  // namespace candor
