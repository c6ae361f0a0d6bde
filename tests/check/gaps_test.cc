// dates/unexplained-gap and dates/vague-gap: months between entries, and what tells of them.
#include "lint/check/gaps.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Gaps, AHoleOfAsManyMonthsAsGapMonthsNeedsNoWord) {
  const std::string december_to_february =
      "# Experience\n\n- Research coordinator, Godavari Trials Unit, Nashik, 03/2021 - 02/2023\n"
      "- Junior resident, Public General Hospital, Nashik, 12/2019 - 11/2020\n";
  Settings settings;
  settings.gap_months = 3;
  EXPECT_TRUE(report_on(december_to_february, settings).findings.empty());
  settings.gap_months = 2;
  const Report report = report_on(december_to_february, settings);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].rule, "dates/unexplained-gap");
}

TEST(Gaps, StudyForAnExamWithARangeIsTimeSpent) {
  for (const char* study :
       {"## Study for Step 1\nJuly 2021 - February 2022", "- Study for Step 1, 07/2021 - 02/2022"}) {
    EXPECT_EQ(rules_found("# Experience\n\n## Medical assistant, Lakeside Clinic\nMarch 2022 - present, full time\n\n" +
                          std::string(study) +
                          "\n\n## Medical officer, Mayo Hospital\nJanuary 2018 - June 2021, full time\n"),
              Rules{})
        << study;
  }
}

TEST(Gaps, ATimeAwayWithALengthAlone) {
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

TEST(Gaps, ATimeAwayWithAReasonAlone) {
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

TEST(Gaps, ATimeAwayWhoseEndsAnotherTextGives) {
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

TEST(Gaps, ATimeAwayWithBothEnds) {
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

TEST(Gaps, AHoleThatNoTextTellsOf) {
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

TEST(Gaps, AReturnToTheSameCityFillsNoHole) {
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

TEST(Gaps, ALengthAfterADateAndTwoEndsOfAnIllnessTellOfAHole) {
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

TEST(Gaps, TimeAwayIsOverWherePapersWerePending) {
  EXPECT_EQ(rules_found(application("For a little over a year I was away from medicine, with my title pending.",
                                    "# Experience\n\n- Physician, Callao Clinic, September 2013 - December 2016\n"
                                    "- Nurse, Henares Hospital, March 2018 - May 2019\n")),
            Rules{"dates/vague-gap"});
}

constexpr char kOpenMonths[] =
    "# Experience\n\n- Medical officer, Lily Hospitals, Warri, 01/2019 - 06/2022\n"
    "- Research assistant, Emory University, Atlanta, 03/2023 - present\n";

TEST(Gaps, OpenMonthsToldInAnyWordsAreVague) {
  for (const char* told :
       {"When Lily let me go, I did not see a patient for most of a year while our visa case went from desk to desk.",
        "After Warri came a blank of about eight months; my brother had died.",
        "I put down the stethoscope for a while after Lily, because my son was born with a heart defect.",
        "The months that followed my time in Warri were spent at my sister's house, where I looked after her children.",
        "Family obligations then kept me at home for about eight months."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{"dates/vague-gap"}) << told;
  }
}

TEST(Gaps, OpenMonthsToldWithTheirEndsAreExplained) {
  for (const char* told : {"I left Lily at the end of June 2022 and spent the next eight months caring for my mother.",
                           "My break began in July 2022, when my father lost his sight, and ended in February 2023.",
                           "I resigned in June 2022 to move to Georgia, and until I joined Emory in March 2023 I "
                           "prepared for Step 2 CK.",
                           "My contract at Lily ended in June 2022. I joined Emory the following March. In between I "
                           "kept my uncle's shop."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{}) << told;
  }
}

TEST(Gaps, WhatIsToldOfOtherTimesExplainsNoOpenMonths) {
  for (const char* told : {"I left Lily in June 2022 and started at Emory in March 2023.",
                           "I joined Lily in January 2019. In between I kept my uncle's shop.",
                           "In the summer of 2018 I was reading for the licensure examination, and my mother was ill.",
                           "At Lily I learned to look after thirty beds with two nurses and no generator."}) {
    EXPECT_EQ(rules_found(application(told, kOpenMonths)), Rules{"dates/unexplained-gap"}) << told;
  }
}

TEST(Gaps, TimeAwayBesideAPartTimePostIsVagueToo) {
  EXPECT_EQ(rules_found(application("I took about eight months away from work when my mother was ill.",
                                    std::string(kOpenMonths) + "- Volunteer, Food Bank, weekends, 2020 - present\n")),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, AnEntryWithoutAStartLeavesNoGapBeforeIt) {
  const std::string head = "# Experience\n\nEmergency physician, Zadar General Hospital: 2017 - 2019\n";
  EXPECT_EQ(rules_found(head + "Physician, Marjan Hospital, Split: to August 2024\n"), Rules{});
  EXPECT_EQ(rules_found(head + "Physician, Marjan Hospital, Split: May 2023 to August 2024\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, TheYearsOfExamsExplainNoGap) {
  const std::string entries =
      "# Experience\n\n- Resident, Ippokrateio Hospital, June 2018 - August 2021\n- Research "
      "fellow, Boston University, September 2022 - present\n\n# Personal statement\n\n";
  EXPECT_EQ(rules_found(entries + "I passed the three Steps between 2021 and 2025.\n"), Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(entries + "I studied for the Steps between September 2021 and August 2022.\n"), Rules{});
}

TEST(Gaps, AnIntervalOutsideMedicineIsVague) {
  const std::string entries =
      "# Experience\n\n- Medical officer, Kabala Hospital, January 2020 - October 2021\n- "
      "Medical officer, Bo Hospital, December 2022 - present\n\n# Personal statement\n\n";
  EXPECT_EQ(rules_found(entries + "There was an interval in which I was not in medicine at all, my husband having had "
                                  "his accident.\n"),
            Rules{"dates/vague-gap"});
  EXPECT_EQ(rules_found(entries + "I had to be absent from practice for a while to nurse my brother.\n"),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, AWideColumnOfDatesWithAWrappedName) {
  EXPECT_EQ(rules_found("# Experience\n\n"
                        "Medical officer, Kabala District         Jan 2020 - Oct 2021\n"
                        "Medical officer, Mothers' Pressure\n"
                        "  Programme, Bo                                      Dec 2021 - Nov 2023\n"
                        "Community health worker, Potomac\n"
                        "  Maternal Health, Silver Spring                     Aug 2024 - present\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, MonthsBetweenTwoNamesAndTwoSentences) {
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

TEST(Gaps, QuittingMedicineForASpellIsVague) {
  EXPECT_EQ(rules_found(application("I quit medicine for a spell to run the ranch.", kOpenMonths)),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, SeasonsOfThatYearExplainAGap) {
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

TEST(Gaps, AnArrivalAndALeavingInOneSentenceFillTheMonthsBetween) {
  EXPECT_EQ(rules_found(application("I arrived in Axum in March 2022 and I left it in February 2023.", kOpenMonths)),
            Rules{});
}

TEST(Gaps, AFaultyBeginningLeavesTheHoleAfterTheEndToBeTold) {
  EXPECT_EQ(rules_found(application("I joined the Tarvos Clinic in June 2016.",
                                    "# Experience\n\n- Nurse, Tarvos Clinic, 01/2016 - 08/2018 (full time)\n"
                                    "- Registrar, Fjell Hospital, 06/2019 - 06/2023 (full time)\n")),
            (Rules{"dates/contradiction", "dates/unexplained-gap"}));
}

TEST(Gaps, FromThenUntilAMonthOfThatYearHasItsEnds) {
  EXPECT_EQ(
      rules_found(application("On 8 August 2022 I walked out. I was without a post from then until the May of the "
                              "next year.",
                              "")),
      Rules{});
}

TEST(Gaps, ADateOfAnybodysWhereTheHoleBeginsBoundsALength) {
  const std::string home = ", and I stayed home with her for nine months.";
  EXPECT_EQ(rules_found(application("My daughter was born in July 2022" + home, kOpenMonths)), Rules{});
  EXPECT_EQ(rules_found(application("My daughter was loud" + home, kOpenMonths)), Rules{"dates/vague-gap"});
}

TEST(Gaps, UntilTheFollowingMonthEndsAHole) {
  EXPECT_EQ(rules_found(application("My father had a stroke in July 2022, and I fed and washed him until the following "
                                    "March.",
                                    kOpenMonths)),
            Rules{});
}

TEST(Gaps, WhatTheWritersFamilyDidFillsNoHole) {
  EXPECT_EQ(rules_found(application("My wife studied for a year in Leeds.", kOpenMonths)),
            Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(application("My mother nursed my grandmother for nine months in 1999.", kOpenMonths)),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, AGapBetweenAMonthAndAMonthOfThatYearIsBounded) {
  EXPECT_EQ(rules_found(application("I left the Indus Hospital in March 2020 and began at Liaquat National in December "
                                    "of that year. In the months between I cared for my mother.",
                                    kKarachi)),
            Rules{});
  EXPECT_EQ(rules_found(application("After the Indus Hospital I was away from medicine for the better part of a year.",
                                    kKarachi)),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, ALengthFromItsEdgeOnTellsOfAGap) {
  EXPECT_EQ(
      rules_found(application("I gave notice at the Indus Hospital at the end of March 2020, and for eight months I "
                              "was a nurse to my mother.",
                              kKarachi)),
      Rules{});
}

TEST(Gaps, TheSameTimeAwayIsAskedAboutOnce) {
  EXPECT_EQ(
      rules_found(application("After the Indus Hospital I took eight months off to care for my mother. I do not regret "
                              "the eight months off, in which I cared for her.",
                              kKarachi)),
      Rules{"dates/vague-gap"});
}

TEST(Gaps, TimeOffThatAnEntryFillsIsBounded) {
  EXPECT_EQ(rules_found(application("After college I took two years off to work as a scribe.", kCincinnati)), Rules{});
  EXPECT_EQ(rules_found(application("I took two years off after college.", kCincinnati)), Rules{"dates/vague-gap"});
  EXPECT_EQ(rules_found(application("I was away from home for four years.", kCincinnati)), Rules{});
}

TEST(Gaps, AStatementThatStandsAloneGoesByItsPassages) {
  EXPECT_EQ(
      rules_found("I took a gap year because my degree had to be verified. I completed two courses in statistics and "
                  "worked as a data clerk.\n"),
      Rules{"dates/vague-gap"});
}

TEST(Gaps, PatientsAtHomeAreNoTimeAway) {
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

TEST(Gaps, MonthsSpentUnderATitleOfLicencesFillAHole) {
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

TEST(Gaps, AGapThatIsAnnouncedIsAskedAboutWhereItIsTold) {
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

TEST(Gaps, ATownOnBothSidesOfAHoleTellsOfNeither) {
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

TEST(Gaps, AStartInDoubtLeavesTheEndOfAStayForAHole) {
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

TEST(Gaps, TimeAwayOfASisterIsNotTheWriters) {
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

TEST(Gaps, MonthsFromThenOnAreTold) {
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

TEST(Gaps, AWalkOnceAYearFillsNoMonths) {
  EXPECT_EQ(rules_found("# Experience\n\n- Research associate, Dialysis Center, Columbus, 06/2023 - present\n"
                        "- Physician, Urgent Care, Columbus, 08/2020 - 10/2022\n"
                        "- Kidney walk, route marshal, one day each October since 2021\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, TheFirstMonthsOfAPostTellOfNoHole) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn Rajkot I was a medical officer in an ICU. In the first six months I "
                  "did 140 intubations.\n\n# Experience\n\n- Medical officer, Health Centre, Dholka, 04/2019 - "
                  "08/2020 (full time)\n- Medical officer, Sterling Hospital, Rajkot, 05/2021 - present (full "
                  "time)\n"),
      Rules{"dates/unexplained-gap"});
}

TEST(Gaps, WhatHasNoEndMayHaveEnded) {
  EXPECT_EQ(rules_found("# Education\n\nSchool: Universidad Nacional\nDegree: MD\nStart Date: 08/2010\nTitle "
                        "awarded: August 2016\n\n# Experience\n\n- General practitioner, Clinica Alta, 09/2016 - "
                        "02/2019 (full time)\n"),
            Rules{});
}

TEST(Gaps, WhatFillsAYearOrASeasonInAListIsNoPost) {
  constexpr std::string_view kPosts =
      "# Experience\n\n- Resident, Indus Hospital, 01/2018 - 06/2019 (full time)\n"
      "- Demonstrator, Sehat College, 01/2020 - 08/2026 (full time)\n\n";
  EXPECT_EQ(rules_found(std::string(kPosts) + "# Scholarly work\n\n- Article: Zinc at discharge: an audit. 2019.\n"),
            Rules{"dates/unexplained-gap"});
  EXPECT_EQ(rules_found(std::string(kPosts) + "# Other\n\n- Examiner, student OSCE, Leeds, spring 2019\n"),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, NobodysPayrollIsTimeAway) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nThere are some seven months when I was on nobody's payroll. My dad had "
                  "surgery.\n\n# Experience\n\n- Coordinator, Niagara Center, 09/2024 - 08/2026 (full time)\n- "
                  "House officer, Shannon Hospital, 07/2022 - 01/2024 (full time)\n"),
      Rules{"dates/vague-gap"});
}

using GapsOfALife = DatesOfALife;

TEST_F(GapsOfALife, AGapWithItsEndsTellsOfNoMonthsBesideAPost) {
  folder_.write("experience.md",
                "# Experience\n\n"
                "- Research coordinator, Maumee Heart Institute, Toledo: September 2025 - present, full time\n"
                "- Research assistant, Maumee Heart Institute, Toledo: March 2024 - August 2025, part time\n"
                "- Ward physician, Regional Hospital Dobrich, Dobrich: October 2016 - October 2021, full time\n");
  folder_.write("interruption.md",
                "# Interruption\n\nApril 2023 to February 2024. I had my daughter and moved to the United States.\n");
  EXPECT_EQ(found("My daughter was born in June 2023, and we moved to Toledo for my husband's work. I was at home from "
                  "April 2023 to February 2024."),
            kNone);
}

TEST_F(GapsOfALife, ServingOneOfTheFamilyIsAReason) {
  folder_.write("interruption.md", "# Notes\n\nI type fast.\n");
  EXPECT_EQ(found("After the MPH my mother broke her hip. I went home to Varna, and for half a year I was "
                  "her nurse and cook in a house with four steps."),
            Rules{"dates/vague-gap"});
}

TEST_F(GapsOfALife, AnEndInDoubtLeavesTheTimeBeforeTheBeginning) {
  folder_.write("interruption.md", "# Interruption\n\nNone.\n");
  EXPECT_EQ(found("I stayed at Swan Creek Hospital until June 2024."),
            (Rules{"dates/unexplained-gap", "dates/contradiction"}));
}

TEST_F(GapsOfALife, AnAnswerBehindABoldTitleExplainsTheGap) {
  folder_.write("interruption.md", "# Interruption\n\nNone.\n");
  const auto answer = [&](const std::string& title) {
    folder_.write("short-answers.md", "**" + title +
                                          ".** I left Sofia in April 2023. Until the end of September 2023 I was "
                                          "settling: documents, a language, a room.\n\n**Hobbies.** Chess.\n");
    return found("I like an early round.");
  };
  EXPECT_EQ(answer("Gap explanation"), kNone);
  EXPECT_EQ(answer("Region"), Rules{"dates/unexplained-gap"});
}

TEST_F(GapsOfALife, AnAnswerAboutInterruptionsWithALengthAloneIsVague) {
  folder_.write("interruption.md",
                "# Interruption\n\nThere was one, when a country had let me go and another had no stamp for me yet: "
                "about six months in which I sold bread from a bicycle.\n");
  EXPECT_EQ(found("I like an early round."), Rules{"dates/vague-gap"});
}

TEST_F(GapsOfALife, WhatWasSeenInTenYearsTellsOfNoGap) {
  folder_.write("interruption.md", "# Interruption\n\nNone.\n");
  EXPECT_EQ(found("My chief asked how many such livers we had seen in the last ten years."),
            Rules{"dates/unexplained-gap"});
}

TEST_F(GapsOfALife, AVagueGapInOneBreath) {
  folder_.write("interruption.md", "# Interruption\n\nIn September 2023 I moved to Toledo, Ohio.\n");
  const std::string told = "After Sofia I left practice, and for the better part of a year I grew onions.";
  EXPECT_EQ(found(told), Rules{"dates/vague-gap"});
  EXPECT_EQ(place(told), told);
}

TEST_F(GapsOfALife, NotAwayIsNoGap) { EXPECT_EQ(found("But I have not been away from patients for long."), kNone); }

// A list that leaves the months from December 2018 to September 2019 open; a test tells of them, or does not.
class DatesOfAHole : public DatesOfALife {
 protected:
  DatesOfAHole() {
    folder_.write("experience.md",
                  "# Experience\n\n"
                  "- Registrar, Ferry Road Hospital, Karachi: October 2019 - present (full time)\n"
                  "- Medical officer, Canal District Hospital, Thatta: January 2017 - November 2018 (full time)\n"
                  "- House officer, Harbour Hospital, Karachi: December 2015 - December 2016 (full time)\n");
    folder_.write("education.md", "# Education\n\n- MBBS, Indus Medical College: January 2010 - November 2015\n");
    folder_.write("exams.md", "# Exams\n\n- USMLE Step 1: 14 June 2022, pass\n");
    folder_.write("interruption.md", "# Short answers\n\nNothing to add.\n");
  }
  const Rules kVague{"dates/vague-gap"};
  const Rules kUnexplained{"dates/unexplained-gap"};
};

TEST_F(DatesOfAHole, NothingTellsOfIt) {
  EXPECT_EQ(found("I like the ward best at four in the morning."), kUnexplained);
  EXPECT_EQ(
      found("I left Thatta in November 2018, past the guard who knew me. In October 2019 I sat down at Ferry Road "
            "between two registrars."),
      kUnexplained);
}

TEST_F(DatesOfAHole, DatesBesideItTellItsEnds) {
  EXPECT_EQ(found("For ten months, December to September, we lived with my uncle, and I did not work as a physician."),
            kNone);
  EXPECT_EQ(found("I was away from hospitals for ten months, with my uncle."), kVague);
}

TEST_F(DatesOfAHole, TheWordsOfAFormTellOfNone) {
  folder_.write("interruption.md", "# Gaps\n\nMonths in which you did not work must be listed, with the reason.\n");
  EXPECT_EQ(found("I like the ward best at four in the morning."), kUnexplained);
}

TEST_F(DatesOfAHole, WhatRanOutOrWasNotSaidAtWorkIsNoAbsence) {
  EXPECT_EQ(found("On the worst week we had run out of ward boys and I was rolling the cylinders myself."),
            kUnexplained);
  EXPECT_EQ(found("My wife was packing, and I had not told anyone there or at the clinic where we were going."),
            kUnexplained);
  EXPECT_EQ(found("They scattered when I stepped out with my tray."), kUnexplained);
}

TEST_F(DatesOfAHole, MonthsThatFollowTheDateBefore) {
  EXPECT_EQ(found("I stayed in Thatta until the end of November 2018. Then ten months at my aunt's table, December to "
                  "September, reading for the boards."),
            kNone);
}

TEST_F(DatesOfAHole, ALengthBetweenTheTwoPostsTellsVaguely) {
  EXPECT_EQ(found("The ten months between the canal and Ferry Road went to question banks."), kVague);
}

TEST_F(DatesOfAHole, AnActBetweenItsTwoDatesTells) {
  EXPECT_EQ(
      found("I hung up the stethoscope at the end of November 2018, ran my uncle's shop, and did not pick up another "
            "until the first week of October 2019."),
      kNone);
}

TEST_F(DatesOfAHole, ItIsTakenUpAgain) {
  EXPECT_EQ(found("I stopped at the end of November 2018, and I began again in the first days of October 2019."),
            kNone);
}

TEST_F(DatesOfAHole, ALengthAndItsBeginningInTwoSentences) {
  EXPECT_EQ(found("Ten months is long. Mine began in December 2018 and went on exams and a new baby."), kNone);
}

TEST_F(DatesOfAHole, ANoteOfAGapTellsWithItsEntries) {
  EXPECT_EQ(found("My gap was to care for my mother."), kVague);
  EXPECT_EQ(found("Gap after the canal hospital: exam preparation."), kVague);
}

TEST_F(DatesOfAHole, OneEndAloneIsVague) {
  EXPECT_EQ(found("From December 2018 onward my husband's transfer kept me from the wards."), kVague);
}

TEST_F(DatesOfAHole, APauseOfSomebodyElseIsNot) {
  EXPECT_EQ(found("It had been blank on most charts; after six months it was blank on few."), kUnexplained);
}

TEST_F(GapsOfALife, OnlyTheSideThatDiffersIsInDoubt) {
  folder_.write("interruption.md", "# Interruption\n\nNothing to add.\n");
  EXPECT_EQ(found("I was a research fellow at the Maumee Heart Institute from March 2024 to June 2025."),
            (Rules{"dates/unexplained-gap", "dates/contradiction"}));
}

TEST_F(DatesOfAHole, QuestionsAndAnswersOfAWordOrTwo) {
  EXPECT_EQ(found("How long was I out? Ten months. As from when? December of 2018."), kNone);
  EXPECT_EQ(found("Reason for gap: awaiting a licence. Duration: ten months."), kVague);
}

TEST_F(DatesOfAHole, ANoteWithOtherDatesContradicts) {
  EXPECT_EQ(found("Gap 12/2020 - 09/2021 (after Thatta, before Ferry Road): care of an ill parent."),
            Rules{"dates/contradiction"});
}

TEST_F(DatesOfAHole, ADateThatStandsForAnEdgeAndIsNotItContradicts) {
  EXPECT_EQ(found("I left Thatta in April 2018 with a backache and a plan, and lived at my in-laws' place till Ferry "
                  "Road called "
                  "me for October 2019."),
            Rules{"dates/contradiction"});
}

TEST_F(DatesOfAHole, TheLastStepOfALongSentence) {
  EXPECT_EQ(found("My house job ended in December 2016, I worked in Thatta, and then I rested some months because of a "
                  "bad back."),
            kVague);
}

TEST_F(DatesOfAHole, OnesReasonAndComingBack) {
  EXPECT_EQ(
      found(
          "In December 2018 I left everything to care for my grandmother. After she was gone I went down to the coast "
          "to work again."),
      kVague);
}

TEST_F(DatesOfAHole, NoWardOfOnesOwnUntilADate) {
  EXPECT_EQ(found("In the last days of November 2018 we went west with my mother. Until the end of September 2019 I "
                  "had no ward "
                  "of my own."),
            kNone);
}

TEST_F(DatesOfAHole, WhatLiesBetweenTheTwo) {
  EXPECT_EQ(
      found(
          "I crossed the border in early December 2018 and came back to a ward in the autumn that followed, in October "
          "2019. Between the two: a language school and a shelter kitchen."),
      kNone);
}

TEST_F(DatesOfAHole, AnswersTheQuestionWhetherThereIsOne) {
  EXPECT_EQ(found("Any gaps? Yes, there is one, it was for ten months."), kVague);
}

TEST(Gaps, AYearOfGraduationBelowADegreeDoesNotEndItsYears) {
  EXPECT_EQ(rules_found("# Experience\n\n- House officer, Tern Hospital, 05/2018 - 05/2019\n\n# Education\n\n"
                        "MBBS, King George Medical University, 2012 - 2018\nYear of graduation: 2018\n"),
            Rules{});
}

TEST(Gaps, UntilADateBehindTheDateOfAMove) {
  const std::string posts =
      "# Experience\n\n- Attending, Hospital of Mirebalais, full time: October 2013 to July 2021\n"
      "- Home care aide, Brockton: December 2021 to March 2023\n";
  EXPECT_EQ(
      rules_found(application("In July 2021 my wife put her finger on Brockton. We arrived in August. Until the end "
                              "of November I was not permitted to work.",
                              posts)),
      kNone);
  EXPECT_EQ(rules_found(application("I learned there to read a map.", posts)), Rules{"dates/unexplained-gap"});
}

TEST(Gaps, WhatLeavesNoMoreThanThreeMonths) {
  EXPECT_EQ(rules_found(application("From April to June 2010 I waited in Bogota for the American parole.",
                                    "# Experience\n\n- Physician, Barrio Adentro, Caracas, Feb. 2008 - Apr. 2010\n"
                                    "- Home health aide, Miami, Sept. 2010 - Aug. 2013\n")),
            kNone);
}

TEST(Gaps, MonthsOfCreditTellOfNoGap) {
  EXPECT_EQ(rules_found(application("I resigned effective February 28, 2022, with credit for eight months.",
                                    "# Experience\n\n- Resident in surgery, Tern Hospital, 07/2021 - 02/2022\n"
                                    "- Instructor in anatomy, Tern College, 10/2022 - 06/2024\n")),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, ALeaveWithAReasonIsVagueThoughTheEntriesHaveNoHole) {
  const std::string studies = "# Education\n\n- DO, Tern College of Medicine, Aug 2017 - May 2022\n";
  EXPECT_EQ(rules_found(application("I took a leave of absence during medical school because of an illness in my "
                                    "family. My dean supported it.",
                                    studies)),
            Rules{"dates/vague-gap"});
  EXPECT_EQ(rules_found(application("I took a leave of absence during medical school, from March to July 2019, because "
                                    "of an illness in my family.",
                                    studies)),
            kNone);
}

TEST(Gaps, ALengthWithinTheLastYearOfAPostIsNoneOfAGap) {
  EXPECT_EQ(rules_found(application("I finished the residency in February 2017. In my last year there was no lithium "
                                    "for five months and no clozapine for seven.",
                                    "# Experience\n\n- Resident in psychiatry, Tern Hospital, 02/2014 - 02/2017\n"
                                    "- Physician, Heron Hospital, 11/2017 - 06/2021\n")),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, FromTheMonthThatWasToldBefore) {
  const std::string posts =
      "# Experience\n\n- Technician, Tern Hospital, full time: March 2023 to June 2024\n"
      "- Student assistant, Heron Hospital: October 2016 to June 2022\n";
  EXPECT_EQ(rules_found(application("I came back to Illinois in July 2022. From that month through February 2023 I ran "
                                    "my parents' hardware store.",
                                    posts)),
            kNone);
  EXPECT_EQ(rules_found(application("I came back to Illinois in July 2022.", posts)), Rules{"dates/unexplained-gap"});
}

TEST(Gaps, WhatTheNextSentenceSaysOfATimeAwayIsAskedAboutOnce) {
  EXPECT_EQ(rules_found(application("After my daughter was born I stayed away from the wards for about a year. I was "
                                    "at home with her and translated a handbook.",
                                    "# Experience\n\n- Resident in pediatrics, Tern Hospital, 05/2014 - 04/2019\n"
                                    "- Pediatrician, Heron Hospital, 05/2020 - present\n"
                                    "- Thesis: \"What mothers say\", 2017-2019\n")),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, ThereWasABreakWhileTheFamilySettled) {
  const std::string posts =
      "# Experience\n\n- Cardiologist, Tern Hospital, 10/2019 - 08/2023\n"
      "- Regimental physician (military service), 10/2017 - 09/2019\n"
      "- Observer, Heron Hospital, 06/2024 - 08/2024\n";
  EXPECT_EQ(rules_found(application("There was then a long break from clinical work while my family settled in "
                                    "Glendale.",
                                    posts)),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, WhatStandsUnderAYearMayHaveGoneOn) {
  EXPECT_EQ(
      rules_found("# Experience\n\n## 2017\n- marzo: título de Médica\n- junio: inicio de la residencia, Hospital "
                  "Saladillo (4 años)\n\n## 2021\n- mayo: fin de la residencia, Hospital Saladillo\n"),
      kNone);
}

TEST(Gaps, UntilAWeekdayIsNotBetweenTwoPosts) {
  EXPECT_EQ(rules_found(application("National service followed, at the same hospital, with a small charter of my own. "
                                    "In August 2018 I joined Red Sea Hospital as a registrar, in which I learned to "
                                    "tell a family that there was no machine free until Thursday.",
                                    "# Experience\n\n- Registrar in medicine, Red Sea Hospital, 08/2018 - 03/2021\n"
                                    "- Medical officer (national service), Tern Hospital, 12/2015 - 11/2017\n")),
            Rules{"dates/unexplained-gap"});
}

TEST(Gaps, AMaternityHospitalIsNoLeave) {
  EXPECT_EQ(rules_found(application("A residency followed, at King's Gate Maternity Hospital, from August 2018 to July "
                                    "2022.\n\nI stayed at home for several months with my first child.",
                                    "# Experience\n\n- Physician, Women's Clinic, May 2023 – August 2024\n"
                                    "- Resident, King's Gate Maternity Hospital, August 2018 – July 2022\n")),
            Rules{"dates/vague-gap"});
}

TEST(Gaps, BesideADateThatWouldOnlyMakeThemLonger) {
  const std::string posts =
      "# Experience\n\n- Registrar, Tern Hospital, April 2020 - present\n"
      "- House officer, Heron Hospital, July 2016 - June 2018\n";
  EXPECT_EQ(rules_found(application("I began as a registrar at Tern Hospital in January 2022.", posts)),
            (Rules{"dates/contradiction", "dates/unexplained-gap"}));
  EXPECT_EQ(rules_found(application("I began as a registrar at Tern Hospital in July 2018.", posts)),
            Rules{"dates/contradiction"});
}

TEST(Gaps, AreToldByOneAnswerBelowTheOther) {
  const std::string posts =
      "# Experience\n\n- Resident, Tern Hospital, May 2022 - present\n"
      "- Registrar, Mercy Hospital, January 2018 - December 2020\n"
      "- House officer, Heron Hospital, July 2016 - June 2017\n\n";
  const std::string question = "# Answers\n\nPlease explain any interruption in your work.\n\n";
  const std::string first = "July 2017 - December 2017: at home with my father, who was ill.\n\n";
  EXPECT_EQ(rules_found(posts + question + first + "January 2021 - April 2022: in Kottayam.\n"), kNone);
  EXPECT_EQ(rules_found(posts + question + first), Rules{"dates/unexplained-gap"});
}

}  // namespace
}  // namespace candor
