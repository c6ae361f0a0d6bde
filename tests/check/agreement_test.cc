// dates/contradiction: when the text says that a post began or ended, against its entry.
#include "lint/check/agreement.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Agreement, AShortenedNameTiesAClaimToItsEntry) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn June 2019 I joined Mercy as a medical officer.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, ALeavingDateThatTheEntryDoesNotHave) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left Mercy General in March 2021.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, ARangeToldWithAnotherEnd) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I worked at MGH from February 2019 to December 2020.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, AYearHoldsItsMonths) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In 2019 I joined Mercy as a medical officer.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Agreement, ThatHospitalPointsBack) {
  EXPECT_EQ(
      rules_found(application("I worked at the Plateau Eye Foundation. I left that hospital in May 2020.", kOnePost)),
      Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I worked at the Plateau Eye Foundation. I left that hospital in February 2020.",
                                    kOnePost)),
            Rules{});
}

TEST(Agreement, ComingToANamedPlaceIsItsBeginning) {
  EXPECT_EQ(rules_found(application("I came to Karolinska in May 2020, knowing forty words of Swedish.", kGulu)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("It was in May 2020 that I came to Karolinska as a registrar.", kGulu)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I came to Karolinska in September 2019, a month before my contract.", kGulu)),
            Rules{});
  // A town is come to for many reasons.
}

TEST(Agreement, ASceneOfTheFirstOrLastDayDatesTheStay) {
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

TEST(Agreement, ASceneWithinAnEntryIsLaidBesideItsDates) {
  const std::string entry =
      "# Experience\n\n**Medical officer**\nClifton University Hospital, January 2021 - "
      "September 2023\nI introduced a hearing check. ";
  EXPECT_EQ(rules_found(entry + "I worked in the clinic from my first day there, 7 June 2021, until the move.\n"),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(entry + "I worked in the clinic from my first day there, 4 January 2021, until the move.\n"),
            Rules{});
}

TEST(Agreement, VerbsThatOthersDidToTheWriter) {
  EXPECT_EQ(rules_found(application("I was called to Vatra in August 2022, as their specialist.", kVatra)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Ridge Hospital took me in at New Year of 2025, as a fellow.", kVatra)),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WorkUnderALicenceIsWork) {
  EXPECT_EQ(rules_found(application("I worked at Lakeshore under a licence between November 2024 and May 2025.",
                                    "# Experience\n\n- Physician, Lakeshore Clinic, 11/2024 - 02/2026\n")),
            Rules{"dates/contradiction"});
}

TEST(Agreement, FinishingUpIsTheEndOfTheStayToldOfLast) {
  const std::string statement = "I was a specialist at Malalai from March 2020, and I finished up in ";
  EXPECT_EQ(rules_found(application(statement + "February of 2021.", kMalalai)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(statement + "July of 2021.", kMalalai)), Rules{});
  EXPECT_EQ(rules_found(application("I finished up in Kabul, with two bags, in March 2020.", kMalalai)), Rules{});
  EXPECT_EQ(rules_found(application(statement + "July of 2021. In May 2018 I finished up a register there.", kMalalai)),
            Rules{});
}

TEST(Agreement, ALastShiftIsAtThePlaceNamedJustBefore) {
  const std::string dream = "I still dream of Malalai. It is always the evening of my last shift, in ";
  EXPECT_EQ(rules_found(application(dream + "February 2021.", kMalalai)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(dream + "July 2021.", kMalalai)), Rules{});
  EXPECT_EQ(
      rules_found(application("I still dream of Malalai. My first shift on the burns was in May 2018.", kMalalai)),
      Rules{});
}

TEST(Agreement, ABeginningThatNoEntryHasIsTheOneSomeMonthsOff) {
  EXPECT_EQ(rules_found(application("My first shift was in March 2019, and it snowed.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("My first shift was in October 2018, and it snowed.", kOrkla)), Rules{});
}

TEST(Agreement, ABeginningWithACircumstanceBesideIt) {
  EXPECT_EQ(rules_found(application(
                "In March 2014, with my contract not yet printed, I reported to the surgical clinic.", kOrkla)),
            Rules{});
  EXPECT_EQ(rules_found(application("In July 2014, with my contract not yet printed, I reported to the surgical clinic "
                                    "on Tarvos Street.",
                                    kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WhatBeganForMeBeganAtThePlaceNamedJustBefore) {
  const std::string orkla = "Orkla was the opposite. It had begun for me in ";
  EXPECT_EQ(rules_found(application(orkla + "May 2019, on a ferry.", kOrkla)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(orkla + "October 2018, on a ferry.", kOrkla)), Rules{});
}

TEST(Agreement, WorkInATownWithOneListedPostIsThatPost) {
  EXPECT_EQ(rules_found(application("I worked in Dori for five years.", kDoha)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I was five years in Dori.", kDoha)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I worked in Dori until February 2016.", kDoha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I worked in Dori for three years, until August 2016.", kDoha)), Rules{});
}

TEST(Agreement, AStayAtThePlaceThatTheWordsTell) {
  EXPECT_EQ(rules_found(application("I stayed at the mission until February 2016.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I stayed at the mission until August 2016.", kDoha)), Rules{});
}

TEST(Agreement, OnesTrainingIsTheSubjectOfItsVerb) {
  EXPECT_EQ(rules_found(application("My anaesthetic training started in Leeds in February 2017.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("My anaesthetic training started in Leeds in October 2016.", kDoha)), Rules{});
}

TEST(Agreement, ATownThatLetMeGo) {
  EXPECT_EQ(rules_found(application("Leeds let me go in March 2019.", kDoha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Leeds let me go in September 2019.", kDoha)), Rules{});
}

TEST(Agreement, TheDateBeforeWhenIsThatOfTheVerbBehindIt) {
  EXPECT_EQ(rules_found(application("In the old house of the Queen Adelaide, from February 2017, when I entered it, I "
                                    "learned to listen.",
                                    kDoha)),
            Rules{"dates/contradiction"});
}

TEST(Agreement, APersonIsAtThePlaceThatTheNameWasToldWith) {
  const std::string ward = "In Oslo I was registrar to Dr. Lindqvist. She hummed. ";
  EXPECT_EQ(rules_found(application(ward + "I went to Dr. Lindqvist in October 2022, knowing how to walk.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(ward + "I went to Dr. Lindqvist in December 2021, knowing how to walk.", kOrkla)),
            Rules{});
}

TEST(Agreement, ARangeWithoutAPlaceIsTheStayThatSharesOneEnd) {
  EXPECT_EQ(rules_found(application("I was with her from February 2019 until November 2021.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I was with her from October 2018 until November 2021.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I was in Tromsø from December 2018 until November 2021, at weekends.", kOrkla)),
            Rules{});
}

TEST(Agreement, MotionToAPlaceOfWorkIsItsBeginning) {
  EXPECT_EQ(rules_found(application("In May 2019 I crossed the fjord to a health clinic on Orkla.", kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WhatIsFoundedOrJoinedBesideAPostIsNotItsBeginning) {
  EXPECT_EQ(rules_found(application("In May 2019 I began a clinic for coughing sheep.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I joined the ferry committee in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I joined the mountain rescue in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("In May 2021 I left the ward for the theatre.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I left the island in May 2021.", kOrkla)), Rules{"dates/contradiction"});
}

TEST(Agreement, AnUnknownPlaceIsNoListedStay) {
  EXPECT_EQ(rules_found(application("I was sent to Tromsø in May 2019.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I was sent to Orkla in May 2019.", kOrkla)), Rules{"dates/contradiction"});
}

TEST(Agreement, AWordThatNotEveryPlaceHasTellsOfItInSmallLetters) {
  EXPECT_EQ(rules_found(application("The infirmary admitted me in January 2017.", kDoha)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("The hospital was cold in January 2017.", kDoha)), Rules{});
}

TEST(Agreement, AStayThatBeganWithTheMonthBehindItsVerb) {
  EXPECT_EQ(rules_found(application("In Oslo I was a registrar from March 2022.", kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("In Oslo I was a registrar from December 2021.", kOrkla)), Rules{});
}

TEST(Agreement, OnePlaceMayTellWrongWhatAnotherTellsRightly) {
  EXPECT_EQ(rules_found("# Personal statement\n\nIn November 2021 I left Orkla.\n\n# Short answers\n\nWhen I left my "
                        "post there, in June 2021, the ferry was late.\n\n" +
                        std::string(kOrkla)),
            Rules{"dates/contradiction"});
}

TEST(Agreement, ItIsWhatTheSentenceBeforeNames) {
  EXPECT_EQ(rules_found(application("The best was the Institute of Sleep Medicine. I entered it in June 2019, the "
                                    "youngest of nine.",
                                    kOrkla)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("The best was the Institute of Sleep Medicine. I entered it in December 2021, the "
                                    "youngest of nine.",
                                    kOrkla)),
            Rules{});
}

TEST(Agreement, ATeachingHospitalIsNoTeachingPost) {
  EXPECT_EQ(rules_found(application("I joined the Tern Teaching Hospital in September 2019.",
                                    "# Experience\n\n- Resident, Tern Teaching Hospital, 03/2019 - 02/2022\n")),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WhatPeopleCallAPlaceStandsForIt) {
  const std::string naming = "Nobody in Kragero calls the hospital by its name. They call it \"the rock\". ";
  EXPECT_EQ(rules_found(application(naming + "I came to the rock in August 2018.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(naming + "I came to the rock in September 2017.", kTelemark)), Rules{});
}

TEST(Agreement, AStayLeftForAnother) {
  const std::string naming = "The Jomfru Hospital stands on a rock, and I was its only doctor. ";
  EXPECT_EQ(rules_found(application(naming + "I left it as 2018 was turning into 2019, for Porsgrunn.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application(naming + "I left it in February 2020, for Porsgrunn.", kTelemark)), Rules{});
}

TEST(Agreement, AYearOfOnesAgeIsADateWhereTheBirthIsKnown) {
  const std::string born = std::string("Birth date: 3 May 1991\n\n") + kTelemark;
  EXPECT_EQ(rules_found(application("I was twenty-eight when I joined the Jomfru Hospital.", born)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I was twenty-six when I joined the Jomfru Hospital.", born)), Rules{});
  EXPECT_EQ(rules_found(application("I was twenty-eight when I joined the Jomfru Hospital.", kTelemark)), Rules{});
}

TEST(Agreement, AnArrivalLongAfterTheStayBegan) {
  EXPECT_EQ(rules_found(application("Then came Porsgrunn, in March 2021, and children.", kTelemark)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Then came Porsgrunn, in March 2020, and children.", kTelemark)), Rules{});
}

TEST(Agreement, ARoleByItsInitials) {
  EXPECT_EQ(rules_found(application("I started as an EMT in the fall of 2023.", kCincinnati)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I started as an EMT in June 2025.", kCincinnati)), Rules{});
}

TEST(Agreement, AContradictionThatIsNotSureIsAWarning) {
  const auto severity = [](const std::string& statement) {
    const Report report = report_on(application(statement, kOrkla));
    return report.findings.size() == 1 ? report.findings.front().severity : Severity::info;
  };
  EXPECT_EQ(severity("I joined the Orkla Health District as a district doctor in March 2019."), Severity::error);
  EXPECT_EQ(severity("I was with her from February 2019 until November 2021."), Severity::warning);
}

TEST(Agreement, OneMayComeToATownMonthsBeforeAPostThere) {
  const std::string posts = "# Experience\n\n| Position | Site | Begin | End |\n| --- | --- | --- | --- |\n";
  const auto came = [&](const std::string& month, const std::string& site) {
    return rules_found(application("I came to Hoboken in " + month + ".",
                                   posts + "| Research Associate | " + site + " | 10/2022 | 09/2024 |\n" +
                                       "| Volunteer | " + site + " | 03/2022 | 09/2022 |\n"));
  };
  EXPECT_EQ(came("July 2021", "Hoboken"), Rules{});
  EXPECT_EQ(came("February 2023", "Hoboken"), Rules{"dates/contradiction"}) << "the posts there have begun";
}

TEST(Agreement, AnEndToldByAPronounIsThatOfTheThingBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "The residency in Los Banos began in January 2018, and it ended in July 2021.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Resident, internal medicine, Los Banos Hospital, 01/2018 - 12/2020\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, ARangeBesideARoleIsTheRolesWhateverTheVerb) {
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

TEST(Agreement, ASecondRoleOfOneVerbHasTheRangeBesideIt) {
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

TEST(Agreement, WhatIsDoneUntilNowIsOfThePostThatIsStillHeld) {
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

TEST(Agreement, AMoveForAPostTellsItsBeginning) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In January 2022 I moved to Houston for a research position in diabetes.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research assistant, Bayou Diabetes Center, Houston, 08/2022 - present\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, AYearOfTrainingInATitleIsNoDateOfTheEntry) {
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

TEST(Agreement, YearsLaterAreCountedFromTheDateBefore) {
  EXPECT_EQ(rules_of_leaving_after_two_years("12/2020"), Rules{"dates/contradiction"});
}

TEST(Agreement, YearsLaterMayBeSomeMonthsOff) { EXPECT_EQ(rules_of_leaving_after_two_years("12/2017"), Rules{}); }

TEST(Agreement, AMonthOfTheSameYearIsThatOfTheDateBefore) {
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

TEST(Agreement, TheFollowingSpringIsTheNextOneOnEitherHemisphere) {
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

TEST(Agreement, TheSameMonthIsThatOfTheDateBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Houston in May 2022 and joined the Baylor Heart Group the same month.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Clinical research coordinator, Baylor Heart Group, Houston, 05/2021 - present\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, LeavingATownBeforeThePostThereIsOver) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I left Ibadan in February 2020 for the United States.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, St. Nicholas Hospital, Ibadan, 09/2017 - 02/2021\n"),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WhatOneLeavesToBecomeIsNotWhatIsLeft) {
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

TEST(Agreement, YearsLaterThatTouchAnotherPostAreStillTold) {
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

TEST(Agreement, OfSeveralPostsTheOneThere) {
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

TEST(Agreement, AMonthAfterThatLeadsItsVerb) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI took Step 1 in March 2023. Two months after it, in May 2023, I started "
                  "as a scribe in a family clinic.\n\n# Experience\n\n"
                  "- Medical scribe, family clinic, Las Vegas, 11/2022 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Agreement, AThingOfThePathBehindAnAndHasItsOwnDate) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nI began in October 2018, at 24, and the residency ended in September 2020."
                  "\n\n# Experience\n\n- Resident, infectious diseases, Cho Ray Hospital, 10/2018 - 09/2021\n"),
      Rules{"dates/contradiction"});
}

TEST(Agreement, NamesAgreeWhateverMarksTheirLettersHave) {
  EXPECT_EQ(rules_beside_posts("I was a physician in Maip\u00FA until November 2020."), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("I was a physician in Maip\u00FA until June 2022."), Rules{});
}

TEST(Agreement, ARangeOfTheSameMonthsAYearOff) {
  EXPECT_EQ(rules_beside_posts("From October 2014 to January 2017 I was a medical officer in Kerrin."),
            Rules{"dates/contradiction"});
}

TEST(Agreement, WhoLeavesATownForAnotherPostLeavesThePostThere) {
  EXPECT_EQ(rules_beside_posts("In March 2017 I left Kerrin for the emergency hospital in Santiago."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("In January 2018 I left Kerrin for the emergency hospital in Santiago."), Rules{});
}

TEST(Agreement, WhoJoinsThemJoinsWhatWasNamedBefore) {
  EXPECT_EQ(rules_beside_posts("Farlow Mission Hospital was short of hands. I joined them in April 2016."),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_beside_posts("Farlow Mission Hospital was short of hands. I joined them in October 2015."), Rules{});
}

TEST(Agreement, ADistanceIsNoTimeAway) {
  EXPECT_EQ(
      rules_found("# Personal statement\n\nIn October 2022 I moved to Tampa, where my sister lives, and the month "
                  "after that I started as a coordinator.\n\n# Short answers\n\nI moved to Tampa in March 2023, "
                  "and my nieces live there.\n\n# Experience\n\n- Coordinator, Bayshore Institute, Tampa, "
                  "11/2022 - present\n"),
      Rules{"dates/contradiction"});
}

TEST(Agreement, AnAgeThatIsAlreadyReached) {
  EXPECT_EQ(rules_found("# Curriculum vitae\n\nDate of birth: 23 August 1990\n\n# Experience\n\n- Intern, Omdurman "
                        "Hospital, 02/2016 - 01/2017\n\n# Personal statement\n\nI was already twenty-eight when I "
                        "started my internship in Omdurman.\n"),
            Rules{"dates/contradiction"});
}

using AgreementOfALife = DatesOfALife;

TEST_F(AgreementOfALife, TheLastFilmIsTheEndOfAPost) {
  EXPECT_EQ(found("I read my last film in Dobrich in December 2020."), kContradiction);
  EXPECT_EQ(found("I read my last film in Dobrich in October 2021."), kNone);
}

TEST_F(AgreementOfALife, TwoTownsOfOneCountryAreTwoPlaces) {
  EXPECT_EQ(found("I spent three years on the ambulances of Shumen."), kMismatch);
  EXPECT_EQ(found("I spent a year and a half on the ambulances of Shumen."), kNone);
  EXPECT_EQ(found("I left Shumen in the summer of 2020."), kContradiction);
}

TEST_F(AgreementOfALife, WhereAnObservershipWas) {
  EXPECT_EQ(found("My first American observership was at Swan Creek in the autumn of 2022."), kContradiction);
  EXPECT_EQ(found("My first American observership was at Swan Creek in the autumn of 2023."), kNone);
}

TEST_F(AgreementOfALife, APostLeftByItsFullNameIsNoOther) {
  EXPECT_EQ(found("In October 2021 I resigned from Regional Hospital Dobrich."), kNone);
}

TEST_F(AgreementOfALife, WorkSinceADateInThePresentTense) {
  EXPECT_EQ(found("Since August 2024 I work as a clinical research fellow in Toledo."), kContradiction);
  EXPECT_EQ(found("Since March 2024 I work as a clinical research fellow in Toledo."), kNone);
}

TEST_F(AgreementOfALife, ADayToldOfARole) {
  EXPECT_EQ(found("Still an intern at St. Marina in the spring of 2019, I met her."), kContradiction);
  EXPECT_EQ(found("Still an intern at St. Marina in the spring of 2017, I met her."), kNone);
  EXPECT_EQ(found("I was observing at Swan Creek during the summer of 2021."), kContradiction);
  EXPECT_EQ(found("I was observing at Swan Creek in the autumn of 2023."), kNone);
}

TEST_F(AgreementOfALife, ABadgeHandedInIsAPostLeft) {
  EXPECT_EQ(found("In March 2021 I surrendered my badge in Dobrich."), kContradiction);
  EXPECT_EQ(found("In October 2021 I surrendered my badge in Dobrich."), kNone);
}

TEST_F(AgreementOfALife, AFirstOrLastDayByItsNumber) {
  EXPECT_EQ(found("My first ambulance shift as a doctor in Shumen was on a foggy night in May 2017."), kContradiction);
  EXPECT_EQ(found("My first ambulance shift as a doctor in Shumen was on a foggy night in November 2017."), kNone);
}

TEST_F(AgreementOfALife, WhatIsHandedBackEndsAPost) {
  EXPECT_EQ(found("I handed back my ambulance jacket in Shumen in January 2020."), kContradiction);
  EXPECT_EQ(found("In April 2019 I gave the dispatcher in Shumen my keys."), kNone);
}

TEST_F(AgreementOfALife, JoiningAGroupAtANamedPlace) {
  EXPECT_EQ(found("When I joined the heart failure group at Maumee, in January 2025, I had never used R."),
            kContradiction);
  EXPECT_EQ(found("When I joined the heart failure group at Maumee, in March 2024, I had never used R."), kNone);
}

TEST_F(AgreementOfALife, APresentSince) {
  EXPECT_EQ(found("I volunteer at the Harbor Street Free Clinic since January 2024."), kContradiction);
  EXPECT_EQ(found("I volunteer at the Harbor Street Free Clinic since September 2024."), kNone);
}

TEST_F(AgreementOfALife, AStayByItsRoleAndPlaceIsTheOneThere) {
  EXPECT_EQ(found("My observership at Swan Creek ran from June to August 2024."), kContradiction);
}

TEST_F(AgreementOfALife, TheFellowshipOfAResearchFellow) {
  EXPECT_EQ(found("My fellowship in Toledo began in October 2024."), kContradiction);
  EXPECT_EQ(found("I passed the fellowship examination of the college in the winter of 2022."), kNone);
}

TEST_F(AgreementOfALife, AgesFromSixteenToFiftyInWords) {
  folder_.write("cv.md", "Born: 12 May 1991, Varna\n");
  EXPECT_EQ(found("I was thirty-three when I started as a ward physician in Dobrich."), kContradiction);
  EXPECT_EQ(found("I was twenty-nine when I first stood in the yard of Shumen as an emergency physician."),
            kContradiction);
  EXPECT_EQ(found("I was twenty-eight when I started as a ward physician in Dobrich."), kNone);
}

TEST_F(AgreementOfALife, WhatStillGoesOnThoughTheListsEndIt) {
  EXPECT_EQ(found("I have worked at Swan Creek Hospital since October 2023."), kContradiction);
  EXPECT_EQ(found("I volunteered at the Harbor Street Free Clinic from September 2024 to January 2025."),
            kContradiction);
  EXPECT_EQ(found("I have volunteered at the Harbor Street Free Clinic since September 2024."), kNone);
}

TEST_F(AgreementOfALife, WorkAsSomethingEndsAndBegins) {
  EXPECT_EQ(found("My work as an emergency physician in Shumen ended in the fall of 2020."), kContradiction);
  EXPECT_EQ(found("My work as an emergency physician in Shumen ended in April 2019."), kNone);
}

TEST_F(DatesOfAPractice, OpensAndCloses) {
  EXPECT_EQ(found("I opened my private practice in January 2018."), kContradiction);
  EXPECT_EQ(found("I opened my private practice in September 2018."), kNone);
  EXPECT_EQ(found("I closed my office in March 2020, when the pandemic came."), kContradiction);
  EXPECT_EQ(found("For five years I had my own private practice."), kMismatch);
}

TEST_F(DatesOfAPractice, TheRuralYearIsTheRuralPhysicians) {
  EXPECT_EQ(found("In April 2013 I took a boat to Guapi to begin my rural year."), kContradiction);
  EXPECT_EQ(found("In April 2015 I took a boat to Guapi to begin my rural year."), kNone);
}

TEST_F(DatesOfAPractice, TheUniformIsTheArmys) {
  EXPECT_EQ(found("I took off the uniform for good in March 2009."), kContradiction);
  EXPECT_EQ(found("I took off the uniform for good in December 2009."), kNone);
}

TEST_F(AgreementOfALife, AStayUntilTheEndOfAYearIsRough) {
  folder_.write(
      "experience.md",
      "# Experience\n\n"
      "- Research fellow, Maumee Heart Institute, Toledo: March 2024 - present (full time)\n"
      "- Observer, Swan Creek Hospital, Toledo: October 2023 - December 2023\n"
      "- Senior ward physician, Regional Hospital Dobrich, Dobrich: September 2020 - October 2021 (full time)\n"
      "- Ward physician, Regional Hospital Dobrich, Dobrich: May 2019 - August 2020 (full time)\n"
      "- Emergency physician, Ambulance Service, Shumen: October 2016 - April 2019 (full time)\n");
  EXPECT_EQ(
      found("In May 2019 I became a ward physician at the hospital in Dobrich and I remained until the end of 2021."),
      kNone);
}

TEST_F(AgreementOfALife, WhatIsToldOfAThingIsNotToCome) {
  EXPECT_EQ(found("I left the Regional Hospital Dobrich in March 2021 with a disc that would not let me stand."),
            kContradiction);
}

TEST_F(AgreementOfALife, AContractThatHasRunOut) {
  EXPECT_EQ(found("The contract with the Regional Hospital Dobrich had run out in June 2020."), kContradiction);
}

TEST_F(AgreementOfALife, PositionsTakenAndWorkStopped) {
  EXPECT_EQ(found("I took a position as a ward physician in January 2019."), kContradiction);
  EXPECT_EQ(found("I secured a position at the Maumee Heart Institute in July 2024."), kContradiction);
  EXPECT_EQ(found("I stopped working at the Regional Hospital Dobrich in March 2021."), kContradiction);
  EXPECT_EQ(found("I stopped working at the Regional Hospital Dobrich in October 2021."), kNone);
  EXPECT_EQ(found("I continued at the Regional Hospital Dobrich through March 2021."), kContradiction);
}

TEST_F(AgreementOfALife, WhoStopsVolunteeringHasEndedIt) {
  EXPECT_EQ(found("I stopped volunteering at the Harbor Street Free Clinic in March 2025."), kContradiction);
}

TEST_F(AgreementOfALife, AJobThatWasTakenBegan) {
  EXPECT_EQ(found("I took the ward physician job in May 2018."), kContradiction);
  EXPECT_EQ(found("I took the ward physician job in May 2019."), kNone);
}

TEST_F(AgreementOfALife, ADoorThatWasClosedEndsAPost) {
  EXPECT_EQ(found("At the Regional Hospital Dobrich I had the night ward. I locked the room in March 2021."),
            kContradiction);
  EXPECT_EQ(found("At the Regional Hospital Dobrich I had the night ward. I locked the room in October 2021."), kNone);
}

TEST_F(AgreementOfALife, WhatIsHeldToThisDay) {
  EXPECT_EQ(found("From May 2019 to this day I have worked as a ward physician in Dobrich."), kContradiction);
  EXPECT_EQ(found("From March 2024 to this day I have worked at the Maumee Heart Institute."), kNone);
}

TEST(Agreement, ATownOfThreeLetters) {
  EXPECT_EQ(
      rules_found(application("When I left Owo in July 2023 they gave me a torch.",
                              "# Experience\n\n- Medical Officer, full time, Federal Medical Centre, Owo, 01/2022 - "
                              "07/2024\n")),
      kContradiction);
}

TEST(Agreement, ADateThatStandsInTheEntry) {
  EXPECT_EQ(
      rules_found(application("Since August 2024 I have been a research fellow in nephrology at Tern University, "
                              "and since September 2025 the senior one of three.",
                              "# Experience\n\n- Research Fellow, full time (Senior Fellow from Sep 2025), Division of "
                              "Nephrology, Tern University, Aug 2024 - Present\n")),
      kNone);
}

TEST(Agreement, ARangeOverTwoStaysAtOnePlace) {
  EXPECT_EQ(
      rules_found(application("I was a medical officer at the Ankaase Methodist Hospital from October 2019 to "
                              "December 2023.",
                              "# Experience\n\n- Medical Officer, Ankaase Methodist Hospital - October 2019 to "
                              "December 2021\n- Senior Medical Officer, Ankaase Methodist Hospital - January 2022 to "
                              "December 2023\n")),
      kNone);
}

TEST(Agreement, WhoIsSentForAFortnightBeginsNoPost) {
  EXPECT_EQ(
      rules_found(application("On the thirty-first of December 2004 I was sent to Kalmunai, for a fortnight.",
                              "# Experience\n\n- Medical Officer of Health, Hatton and Kalmunai, 01/2001 - 08/2008\n")),
      kNone);
}

TEST(Agreement, ADateInFrontIsOfWhatTheWriterThenDid) {
  const std::string post = "# Experience\n\n- Research assistant, Tern Institute, Boston, August 2021 - June 2023\n";
  const std::string told = " the hospital closed and I moved to the Tern Institute as a research assistant.";
  EXPECT_EQ(rules_found(application("In December 2021" + told, post)), kContradiction);
  EXPECT_EQ(rules_found(application("In August 2021" + told, post)), kNone);
}

}  // namespace
}  // namespace candor
