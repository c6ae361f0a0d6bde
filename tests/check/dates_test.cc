// dates/impossible, reversed, future, other-calendar and two-applicants: what a date tells by itself.
#include "lint/check/dates.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Dates, ADayThatDoesNotExist) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 2 CK: 31 June 2022, 228\n"), Rules{"dates/impossible"});
}

TEST(Dates, ANonGregorianYearIsNeverFuture) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI graduated in 2075 BS.\n"), Rules{"dates/other-calendar"});
}

TEST(Dates, ABirthByAnotherCalendarIsNone) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI was born in 2049, above the river.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, 02/2019 - 08/2020\n"),
            Rules{});
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

TEST(Dates, WhatOthersDidIsNotDoneInTheFutureEither) {
  EXPECT_EQ(rules_found(application("The first results were shown at a meeting in February 2027.", "")),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("I was asked to speak at a meeting in February 2027.",
                                    "# Experience\n\n- Physician, Lakeshore Clinic, 11/2024 - present\n")),
            Rules{});
  EXPECT_EQ(rules_found(application("The results will be shown at a meeting in February 2027.", "")), Rules{});
}

TEST(Dates, AFullRegistrationRequiresTheDegree) {
  const std::string degree =
      "# Education\n\n- MB ChB, Freetown College of Medicine, 10/2012 - 11/2018\n\n# Registration\n\n";
  EXPECT_EQ(rules_found(degree + "- Full registration as a medical practitioner: 12 March 2017\n"),
            Rules{"dates/impossible"});
  EXPECT_EQ(rules_found(degree + "- Full registration as a medical practitioner: 12 March 2020\n"), Rules{});
  EXPECT_EQ(rules_found(degree + "- Provisional registration as a medical practitioner: 12 March 2017\n"), Rules{});
}

TEST(Dates, AnExtensionIntoTheFutureIsNotDoneThere) {
  EXPECT_EQ(rules_found(application("My fellowship was extended to January 2027.", kLakeshore)), Rules{});
}

TEST(Dates, ElectedNowToTakeOfficeLater) {
  EXPECT_EQ(rules_found(application("I have been elected chief and take office in July 2027.", kLakeshore)), Rules{});
}

TEST(Dates, SinceAndUntilAreLabelsOfTheEnds) {
  EXPECT_EQ(rules_found("# Experience\n\nPlace: Parish radio\nPost: Voluntary host\nSince: 02/2016\nUntil: 09/2015\n"),
            Rules{"dates/reversed"});
  EXPECT_EQ(rules_found("# Experience\n\nPlace: Parish radio\nPost: Voluntary host\nSince: 02/2015\nUntil: 09/2016\n"),
            Rules{});
}

TEST(Dates, AContractIntoTheFutureAgreesWithAPostThatGoesOn) {
  const std::string post = "# Experience\n\n- Research associate, Tern Hernia Registry, 03/2022 - present\n";
  EXPECT_EQ(rules_found(application("The registry hired me until December 2026.", post)), Rules{});
  EXPECT_EQ(rules_found(application("I was awarded a grant for January to December 2027.", post)), Rules{});
}

TEST(Dates, ASittingThatIsRegisteredForIsStillToCome) {
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 3: February 2027 (registered)\n"), Rules{});
  EXPECT_EQ(rules_found("# Exams\n\n- USMLE Step 3: February 2027, pass\n"), Rules{"dates/future"});
}

TEST(Dates, WhatIsDoneByADateToComeIsNotDone) {
  EXPECT_EQ(rules_found(application("By December 2026 I had written forty pages of the manual.", kTelemark)),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("I have a certificate, issued in November 2026.", kTelemark)),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found(application("By December 2026 I will have written forty pages.", kTelemark)), Rules{});
}

TEST(Dates, ABirthDateWithARemarkIsNoEntry) {
  EXPECT_EQ(rules_found("# Experience\n\nBirth date (from the form): 3 May 1991\n\n"
                        "2018 June - 2020 July: resident doctor, burn unit, Basra (full time)\n"),
            Rules{});
}

TEST(Dates, WhatWePresentedInTimeToCome) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn April 2027 we presented the results in Denver.\n"),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found("# Personal statement\n\nIn April 2027 we plan a talk on the results in Denver.\n"), Rules{});
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

TEST(Dates, WhatIsToEndIsNotToldAsDone) {
  EXPECT_EQ(
      rules_found("# Experience\n\nI have been a research fellow in Rochester since August 2026 (to July 2027).\n"),
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

TEST(Dates, WhatIsOverBeforeItBeginsIsToldAsDone) {
  for (const char* sentence :
       {"My first teacher died in December 2026.", "I was promoted to senior registrar in 11/2026."})
    EXPECT_EQ(rules_found(std::string("# Personal statement\n\n") + sentence + "\n"), Rules{"dates/future"})
        << sentence;
  EXPECT_EQ(rules_found("# Education\n\n- MPH, Emory University, 08/2024 - 05/2027\n"), Rules{});
  EXPECT_EQ(rules_found("# Education\n\n- MPH, Emory University, completed, 08/2024 - 05/2027\n"),
            Rules{"dates/future"});
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

TEST(Dates, ANumberedTitleMayHaveAnyWords) {
  EXPECT_EQ(rules_found("1. FORMATION\nMedicine, Universidade do Vale\n    02/2010 to 12/2015\n\n"
                        "2. PROFESSIONAL ACTING\nEmergency physician, Pronto-Socorro Aurora\n    01/2016 to 12/2019\n"
                        "Neurologist, Hospital Santa Quiteria\n    10/2021 to 03/2021\n"),
            Rules{"dates/reversed"});
}

TEST(Dates, ADeedAtTheHeadOfALineIsDone) {
  EXPECT_EQ(rules_found("# Presentations\n\n- Presented the poster at the meeting of the lakes, Cleveland, 14 November "
                        "2026.\n"),
            Rules{"dates/future"});
  EXPECT_EQ(rules_found("# Presentations\n\n- Presented the poster at the meeting of the lakes, Cleveland, 14 November "
                        "2024.\n"),
            Rules{});
}

TEST_F(DatesOfALife, TheListsAgree) { EXPECT_EQ(found("I like the quiet of an early ward round."), kNone); }

TEST_F(DatesOfALife, AYearOfAnotherCalendarBesideOursIsSilent) {
  folder_.write("school.md",
                "# School\n\n| What | Ethiopian | Gregorian |\n| --- | --- | --- |\n| Choir | 2002 E.C. | 2010 |\n");
  EXPECT_EQ(found("I sang until 2002 E.C. (2010)."), kNone);
  EXPECT_EQ(found("I sang until 2002 E.C."), Rules{"dates/other-calendar"});
}

TEST_F(DatesOfALife, WhatWillBePresentedIsNotDone) {
  EXPECT_EQ(found("Meeting of November 2026, Varna: abstract accepted, I will present on the 5th."), kNone);
}

TEST_F(DatesOfALife, TheProvisionalRegistrationStandsInTheLineBefore) {
  folder_.write(
      "licences.txt",
      "INTERN\nSt. Marina Hospital, Varna, part time\n10/2016 - 09/2017\nDescription: Four blocks. Provisional "
      "registration dated\n06/25/2015, full registration 07/2017.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, WhatIsToComeUnderAnIf) {
  EXPECT_EQ(found("If our abstract is accepted in December 2025, I will present it in the spring."), kNone);
}

TEST_F(DatesOfALife, ADateToComeIsToldOnce) {
  EXPECT_EQ(found("It was in November 2027 that I gave my first lecture."), Rules{"dates/future"});
}

TEST_F(DatesOfALife, ARangeTheWrongWayRoundInAnAside) {
  EXPECT_EQ(found("Dominica, May 2014 to August 2012: two hurricanes' worth of biochemistry."),
            Rules{"dates/reversed"});
}

TEST_F(DatesOfALife, PlansAndObligationsAreNoPast) {
  EXPECT_EQ(found("My obligation ends in June of 2027, and I'd like to start as an intern that July."), kNone);
  EXPECT_EQ(found("We'll both move in May 2026."), kNone);
  EXPECT_EQ(found("And I should like to go back a fourth time, perhaps in 2031."), kNone);
}

TEST_F(DatesOfALife, APaperIssuedToMeInTimeToCome) {
  EXPECT_EQ(found("My ECFMG certificate was issued to me in December 2025."), Rules{"dates/future"});
  EXPECT_EQ(found("My contract was extended to December 2025."), kNone);
}

TEST_F(DatesOfALife, WhatHangsOnAMatchIsNoPast) {
  EXPECT_EQ(found("If I match in March 2026 I'll be forty on the first morning."), kNone);
  EXPECT_EQ(found("In a residency starting July 2026 I wish to learn the rest."), kNone);
  EXPECT_EQ(found("Step 2 CK took me seventeen months, and the Maumee Heart Institute waited."), kNone);
  EXPECT_EQ(found("I listened in Varna for six years, as a student and then as an intern."), kNone);
}

TEST(Dates, WhatWasArrangedForADayToComeIsDone) {
  const std::string post = "# Experience\n\n- Hospitalist, Regional Hospital, Accra, January 2024 - present\n";
  for (const char* told :
       {"My last day at the hospital will be 31 December 2026.", "I am moving to Boston in November 2026.",
        "I have been granted leave from January to June 2027.",
        "I have signed up for the ACLS course of November 2026.",
        "I resigned in September 2026 with effect from 31 December 2026.", "Step 3 is on 12 December 2026."}) {
    EXPECT_EQ(rules_found(application(told, post)), Rules{}) << told;
  }
}
TEST(Dates, AStayToldAsDoneEndsBeforeTheApplication) {
  EXPECT_EQ(rules_found(application("I worked as a scribe from June 2026 to December 2026.", "")),
            Rules{"dates/future"});
}

TEST(Dates, AnAuthorisationToPractiseNeedsTheDegree) {
  EXPECT_EQ(
      rules_found("# Education\n\n- Doctor of Medicine, University of Haiti: October 1993 to September 2000\n\n"
                  "# Licence\n\n- Authorisation to practise medicine, Ministry of Health: issued 12 February 1999, "
                  "without restriction\n"),
      Rules{"dates/impossible"});
}

TEST(Dates, WhatIsToAppearIsNotDone) {
  EXPECT_EQ(rules_found("# Publications\n\nSpirometry in retired miners. Accepted; to appear January 2027.\n"),
            Rules{});
}

TEST(Dates, TheLastAutumnWithScoresIsNotThatOfLastYear) {
  EXPECT_EQ(
      rules_found("I had passed Step 1 before the score was abolished, in the last autumn with numbers, with a 231."),
      Rules{});
}

TEST(Dates, ATalkGivenAtAMeetingToCome) {
  EXPECT_EQ(
      rules_found("# Scholarly work\n\n- Seitkali A. Home oxygen and stigma. Oral talk given at the chest meeting, Los "
                  "Angeles, 19 October 2026; it was well received.\n"),
      Rules{"dates/future"});
  EXPECT_EQ(
      rules_found("# Scholarly work\n\n- Seitkali A. Home oxygen and stigma. Oral talk accepted for the chest meeting, "
                  "Los Angeles, 19 October 2026.\n"),
      Rules{});
}

}  // namespace
}  // namespace candor
