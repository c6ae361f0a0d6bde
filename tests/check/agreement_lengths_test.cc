// dates/duration-mismatch: how long the text says that a stay was, against its entry.
#include "lint/check/agreement.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Lengths, AStayThatIsLongerThanItsEntry) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I spent four years at Mercy General Hospital.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, MonthsThatAreCountedWithBothEnds) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "My nineteen months at Mercy taught me to wait.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Lengths, APartOfAStayIsNoMismatch) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I spent my first six months at Mercy on the wards.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(Lengths, ALengthIsOfThePlaceThatWasToldOfLast) {
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

TEST(Lengths, ALengthWithoutANameIsOfTheStayToldOfLast) {
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

TEST(Lengths, TheYearThatIsPastReachesUntilNow) {
  const std::string entry =
      "# Experience\n\n- Data manager, Patapsco Cohort, Baltimore, 05/2024 - present\n\n# Personal "
      "statement\n\n";
  EXPECT_EQ(rules_found(entry + "For the past year I have worked as a data manager for the Patapsco cohort.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "For the past two years I have worked as a data manager for the Patapsco cohort.\n"),
            Rules{});
}

TEST(Lengths, TheNameInSmallLettersTellsWhichOfTwo) {
  EXPECT_EQ(rules_found(
                application("For more than two years I was a medical officer in the mission hospital in Gulu.", kGulu)),
            Rules{});
  EXPECT_EQ(rules_found(application("I was at the mission hospital in Gulu for four and a half years.", kGulu)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, ALengthInFrontOrBehindItsNoun) {
  EXPECT_EQ(rules_found(application("Nine years I studied in Iasi.", kVatra)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("Six years I studied in Iasi.", kVatra)), Rules{});
}

TEST(Lengths, ALengthLaterIsNoStay) {
  EXPECT_EQ(rules_found(application("In Vatra I opened the letter with my result; the second examination I took ten "
                                    "months later.",
                                    kVatra)),
            Rules{});
}

TEST(Lengths, ABreakBeforeAPostIsNotItsLength) {
  EXPECT_EQ(rules_found("# Experience\n\n- Dialysis physician, Addis Kidney Center, Oct 2019 - Dec 2022\n"
                        "- Research specialist, Kidney Registry, Richmond, Sept 2023 - present\n\n"
                        "# Personal statement\n\n"
                        "The break before Richmond, eight months from January 2023, was for the visa.\n"),
            Rules{});
}

TEST(Lengths, ALengthInFrontOfAPost) {
  const std::string posts =
      "# Experience\n\n- Assistant registrar, Dhaka Chest Institute, 04/2018 - 09/2021\n"
      "- Clinical observer, Elmhurst Lake Hospital, Queens, 10/2021 - 12/2021\n";
  EXPECT_EQ(rules_found(application("A six-month observership at Elmhurst Lake Hospital followed.", posts)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("A three-month observership at Elmhurst Lake Hospital followed.", posts)), Rules{});
  EXPECT_EQ(rules_found(application("I worked at the Chest Institute for a total of six years.", posts)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, EachLengthIsOfWhatStandsByIt) {
  EXPECT_EQ(rules_found(application("I was a practitioner in Oslo for two years, and a resident for fifteen months in "
                                    "Bergen.",
                                    "# Experience\n\n- General practitioner, Oslo Clinic, Oslo, 04/2019 - 03/2021\n"
                                    "- Resident, Bergen Hospital, Bergen, 04/2021 - 06/2022\n")),
            Rules{});
}

TEST(Lengths, TwoPostsAtOnePlaceAreToldApartByTheirRole) {
  EXPECT_EQ(rules_found(application("I have been an interpreter at Lakeshore for five years.", kLakeshore)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("Lakeshore hired me in November 2024 as an interpreter.", kLakeshore)), Rules{});
}

TEST(Lengths, ALengthOfTheRangeToldJustBeforeIsNotOfThePost) {
  EXPECT_EQ(rules_found(application("From March 2020 to July 2021 I was a specialist at Malalai. From that month until "
                                    "the following April I had no hospital. It was nine months, and I spent it in "
                                    "Port Sudan.",
                                    kMalalai)),
            Rules{});
}

TEST(Lengths, TheIslandIsThePlaceThatWasNamedAsOne) {
  const std::string island = "Orkla is an island of sheep. It rains there. I served on the island for ";
  EXPECT_EQ(rules_found(application(island + "five years.", kOrkla)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application(island + "three years.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("I served on the island for five years.", kOrkla)), Rules{});
}

TEST(Lengths, ACommonWordOfANameWithItsCapitalIsThatPlace) {
  const std::string institute = "The Institute hired me after it, and I was there for ";
  EXPECT_EQ(rules_found(application(institute + "seven months, on the night side.", kOrkla)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application(institute + "a year and a half, on the night side.", kOrkla)), Rules{});
}

TEST(Lengths, ALengthAsATrustGradeIsOfThatPost) {
  const std::string post =
      "# Experience\n\n- Trust grade doctor, Royal Tern Infirmary, 03/2020 - 08/2020 (full time)\n";
  EXPECT_EQ(rules_found(application("As a trust grade I was for fourteen months the quietest person there.", post)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("As a trust grade I was for six months the quietest person there.", post)),
            Rules{});
}

TEST(Lengths, AFaultInOneOfTwoEntriesThereLeavesTheOtherToBeAskedAbout) {
  const std::string two =
      "# Experience\n\n- District doctor, Orkla Health District, 10/2018 - 11/2021 (full time)\n"
      "- Volunteer, Orkla lifeboat, 06/2019 - 02/2019\n";
  EXPECT_EQ(rules_found(application("My fourteen months in Orkla made me a doctor.", two)),
            (Rules{"dates/duration-mismatch", "dates/reversed"}));
}

TEST(Lengths, HavingBeenThereForHalfAYearByThenIsNotAllOfIt) {
  EXPECT_EQ(rules_found(application("I had been a district doctor for half a year and I was bored.", kOrkla)), Rules{});
}

TEST(Lengths, TheLastWordOfARoleTellsWhereNoOtherHasIt) {
  EXPECT_EQ(rules_found(application("I have now been a fellow for six years.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("For six years I was a specialist in Doha.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I have now been a fellow for three years.", kDoha)), Rules{});
}

TEST(Lengths, ARoleToldOfAsHavingOnesOwn) {
  EXPECT_EQ(rules_found(application("Then came eighteen months at the Infirmary in Leeds.", kDoha)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I had eighteen months at the Infirmary.", kDoha)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, TheLengthThatSomebodyGaveMe) {
  EXPECT_EQ(rules_found(application("The fourteen months the county gave me in Orkla were dark.", kOrkla)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, ItsClinicIsThatOfThePlaceToldOfLast) {
  EXPECT_EQ(rules_found(application("Orkla had been built for four hundred people. The five years that I spent in its "
                                    "clinic are why I write.",
                                    kOrkla)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, MonthsOfOneDeedAreAPartOfTheStay) {
  EXPECT_EQ(rules_found(application("I spent nine months building a register in Orkla.", kOrkla)), Rules{});
  EXPECT_EQ(rules_found(application("It took me nine months in Orkla to understand the accent.", kOrkla)), Rules{});
}

TEST(Lengths, AStayWithItsLengthInAnyOrder) {
  EXPECT_EQ(rules_found(application("I was in Orkla eighteen months.", kOrkla)), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("My service in Orkla lasted eighteen months.", kOrkla)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("These eight months at the Institute have taught me patience.", kOrkla)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, TheTownTellsWhichOfTwoCentersItIs) {
  const std::string centers =
      "# Experience\n\n- Radiologist, National Cancer Center, Astana, 08/2017 - 08/2023 (full time)\n"
      "- Fellow, Anders Cancer Center, Houston, 09/2023 - 02/2026 (full time)\n";
  EXPECT_EQ(rules_found(application("In August 2017 I was employed at the cancer center in Astana. I worked there for "
                                    "six years.",
                                    centers)),
            Rules{});
}

TEST(Lengths, TheOnlyOneInATownForLongerThanThePostThere) {
  EXPECT_EQ(rules_found(application("For ten years I was the only doctor in Leeds.", kDoha)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, AnEntryIsKnownByWordsOfItsDescription) {
  EXPECT_EQ(rules_found(application("I was on the archipelago for five years.", kTelemark)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I was on the archipelago for two and a half years.", kTelemark)), Rules{});
}

TEST(Lengths, ALengthBeforeOrUntilSomethingIsNoShorterThanTheStay) {
  EXPECT_EQ(rules_found(application("I was a registrar for four years before I came to Raleigh.", kTelemark)),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, FromTheBeginningOfAStayToItsEnd) {
  EXPECT_EQ(rules_found(application("I left the Jomfru Hospital four years after I had come.", kTelemark)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I left the Jomfru Hospital two and a half years after I had come.", kTelemark)),
            Rules{});
}

TEST(Lengths, ARoleInAnotherTownIsAnother) {
  EXPECT_EQ(rules_found(application("I was a registrar in Skien for five years.", kTelemark)), Rules{});
}

TEST(Lengths, WhatAClauseOpensWithIsNoNameOfWhatItTells) {
  EXPECT_EQ(
      rules_found(application("I left the Indus Hospital in March 2020 and began at Liaquat National in December "
                              "of that year; in between I cared for my mother. After Indus I was a medical officer at "
                              "Liaquat National Hospital for two and a half years.",
                              kKarachi)),
      Rules{});
}

TEST(Lengths, AnotherPlaceInBetweenIsWhereThereIs) {
  EXPECT_EQ(
      rules_found(application("I finished at Aga Khan University in September 2015. I entered government service in a "
                              "hospital in Sukkur, and I was there for two years. In 2020, from April to November, I "
                              "cared for my mother.",
                              kKarachi)),
      Rules{});
}

TEST(Lengths, AnotherPostOfThatNameMayBeAsLong) {
  const std::string posts =
      "# Experience\n\n- Language course, Kassel, April 2023 - August 2023\n"
      "- Assistant physician, Klinikum Kassel, September 2023 - October 2024\n";
  EXPECT_EQ(rules_found(application("I left Kassel after thirteen months.", posts)), Rules{});
}

TEST(Lengths, AnEntryWhoseLineGoesOnInTheFirstPerson) {
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

TEST(Lengths, ALengthInAllIsThatOfTheWholeStay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From September 2022 I was a scribe at a clinic in Parlier, 19 months in all.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Scribe, Campesino Health Center, Parlier, CA, 09/2022 - 12/2024\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(Lengths, OnlySixMonthsAreNoPartOfAStay) {
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

TEST(Lengths, AStayInBracketsIsAnEntryOfAList) {
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

TEST(Lengths, YearsInWhichOneTrainedAreThoseOfThePost) {
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

TEST(Lengths, ADistrictHospitalIsTheOneThatIsListed) {
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

TEST(Lengths, WhatOneHasBeenExplainingIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I studied in Cork, at Lee Valley Hospital, and I have been explaining it for fourteen years.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Lee Valley Hospital, Cork, 07/2016 - 06/2017\n"),
            Rules{});
}

TEST(Lengths, MonthsThatWereNoNormalTrainingAreTold) {
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

TEST(Lengths, AFewWordsSayWhereTheNextSentenceIs) {
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

TEST(Lengths, TwoStaysInOneSentenceOfAList) {
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

TEST(Lengths, ASecondLengthIsOfTheRoleBehindIt) {
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

TEST(Lengths, YearsInWhichOneStayedAreThoseOfThePost) {
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

TEST(Lengths, AServiceOfTwoWordsIsThePostOfThatName) {
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

// How long after something it was, is no length of a stay.
TEST(Lengths, ALengthBehindAfterOrBeforeOutOfIsNoStay) {
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

TEST(Lengths, WhatMightHaveBeenIsNoStay) {
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

TEST(Lengths, WhatALengthOrADateIsOfDecides) {
  const std::string entries =
      "\n\n# Experience\n\n- Resident, Teaching Hospital, 07/2020 - 06/2022\n"
      "- Rural physician, Caylloma, 05/2018 - 05/2020\n\n# Exams\n\n- Step 1: 16 May 2024, fail\n";
  for (const char* sentence : {"I read one audit that covered nine months of my residency.",
                               "As rural physician I had a radio and a nurse with 31 years of experience.",
                               "My clerkships began late, on 22 August 2024, after a failed Step 1.",
                               "I should have begun the residency in July 2019."})
    EXPECT_EQ(rules_found(std::string("# Personal statement\n\n") + sentence + entries), Rules{}) << sentence;
}

TEST(Lengths, ALengthFarFromThatOfAStayIsOfSomethingElse) {
  EXPECT_EQ(rules_beside_posts("For fifteen months I was the medical officer in Kerrin."),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_beside_posts("For five months I was the medical officer in Kerrin."),
            Rules{"dates/duration-mismatch"});  // by what it is and where: far as it is
}

TEST(Lengths, WhatThePersonHasIsAnAgeOrALifesWork) {
  for (const char* sentence :
       {"I work at Azalea. I have 37 years.", "I work at Azalea. I have nine years around lungs."})
    EXPECT_EQ(rules_beside_posts(sentence), Rules{}) << sentence;
}

TEST(Lengths, WhatIsOfSomebodyOrSomethingElse) {
  for (const char* sentence :
       {"In October 2015 I was sent to Kerrin, less than a year after the typhoon of November 2014.",
        "I have sat beside a physician for more than nine years.", "I have been out of residency for eleven years.",
        "After five months I moved to Santiago as a physician."})
    EXPECT_EQ(rules_beside_posts(sentence), Rules{}) << sentence;
}

TEST(Lengths, ALengthOfOnePlaceIsNotExcusedByAnotherOfAKind) {
  const auto told = [](std::string_view sentence) {
    return rules_found("# Personal statement\n\n" + std::string(sentence) +
                       "\n\n# Experience\n\n- Resident, Alzahra Children's Hospital, Tabriz, 10/2018 - 09/2020 (full "
                       "time)\n- Research coordinator, Snake River Children's Clinic, Boise, 10/2020 - 09/2023 (full "
                       "time)\n");
  };
  EXPECT_EQ(told("I left Alzahra after two years."), Rules{});
}

TEST(Lengths, ARoleIsToldByItsLastTwoWords) {
  const auto told = [](std::string_view years) {
    return rules_found("# Personal statement\n\nI spent " + std::string(years) +
                       " years as a public defender, and I kept two lists.\n\n# Experience\n\n- Research coordinator, "
                       "Lane Institute, 08/2018 - 07/2023\n- Assistant public defender, Penobscot County, 09/2011 - "
                       "07/2018\n");
  };
  EXPECT_EQ(told("eleven"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("seven"), Rules{});
}

using LengthsOfALife = DatesOfALife;

TEST_F(LengthsOfALife, ALengthIsOfThePostThatIsNamedBesideIt) {
  EXPECT_EQ(
      found("I was sent to Shumen. One car was on the road, and for the ten months of my post there it was mine."),
      kMismatch);
  EXPECT_EQ(found("I was sent to Shumen. One car was on the road, and for the year and a half of my post there it was "
                  "mine."),
            kNone);
  EXPECT_EQ(found("I gave to Dobrich Regional five years."), kMismatch);
  EXPECT_EQ(found("In Shumen I sat four years beside a driver who sang."), kMismatch);
}

TEST_F(LengthsOfALife, ALengthOfSomethingElse) {
  EXPECT_EQ(found("What I don't have is the long view, the same patient in the research clinic for four years."),
            kNone);
  EXPECT_EQ(found("I had been a year an intern and for a year and a half an emergency physician in Shumen."), kNone);
  EXPECT_EQ(found("I took Step 1 the week after the Toledo Fair."), kNone);
}

TEST_F(LengthsOfALife, ALengthWithinAnEntryIsOfThatEntry) {
  const auto list = [&](const std::string& dates) {
    folder_.write("posts.md",
                  "# Other posts\n\n**Goethe Academy, Ruse**\nGerman course, part time, January 2018 - June 2018\n\n"
                  "**Klinik Ruse, Ruse**\nAssistant physician, part time\n" +
                      dates + ". In these twenty months I rotated through the sleep laboratory.\n");
    return found("I like an early round.");
  };
  EXPECT_EQ(list("July 2018 - February 2020"), kNone);
  EXPECT_EQ(list("July 2018 - February 2019"), kMismatch);
}

TEST_F(LengthsOfALife, MyServiceIsTheServiceThatIsListed) {
  folder_.write("service.md",
                "# Experience\n\n- Military service, medical officer (reserve), Field Hospital, Sofia, part time, "
                "August 2016 - October 2017\n");
  EXPECT_EQ(found("There are jokes about the twenty-four months of my service, and I will spare you them."), kMismatch);
  EXPECT_EQ(found("There are jokes about the fifteen months of my service, and I will spare you them."), kNone);
}

TEST_F(LengthsOfALife, TheYearsSpentAtAPlaceAreThoseOfThePost) {
  folder_.write(
      "house.md",
      "# House\n\n- **House parent**, Lantern House, Ruse (06/2009 - 07/2010). Residential care of six boys.\n"
      "- **Volunteer**, Lantern House, Ruse (Sundays, 03/2014 - 06/2014).\n");
  EXPECT_EQ(found("The three years I spent at Lantern House are what I reach for."), kMismatch);
  EXPECT_EQ(found("The year I spent at Lantern House is what I reach for."), kNone);
}

TEST_F(LengthsOfALife, AWardIsNotTheCenterOfThatName) {
  folder_.write("center.md",
                "# Work\n\n- Interpreter, Saturdays, Buffalo Women's Center, Toledo. May 2024 - present\n");
  EXPECT_EQ(found("In May 2019 I became a ward physician in the regional hospital, and I was given the women's ward. I "
                  "stayed there for two years and five months."),
            kNone);
}

TEST_F(LengthsOfALife, AnotherOnesTimeOrAge) {
  EXPECT_EQ(
      found(
          "It was June 2019, my second month of service at Regional Hospital Dobrich, and the girl was of four years."),
      kNone);
  EXPECT_EQ(found("In Dobrich I failed once. For eight months a retired teacher examined me every Friday."), kNone);
  EXPECT_EQ(found("My internship began that May, in a town of salt, and in May 2016 nobody knew me."), kNone);
}

TEST_F(LengthsOfALife, TheMonthsSpentThereAreOfWhatWasJustNamed) {
  EXPECT_EQ(found("In Dobrich I was ward physician. I spent two and a half years there, and they were dense."), kNone);
}

TEST_F(LengthsOfALife, ALengthThatCountsOtherThingsInIsNotTheDegrees) {
  EXPECT_EQ(found("Medical school was eight years, internship and service included."), kNone);
  EXPECT_EQ(found("Medical school was eight years."), kMismatch);
}

TEST_F(LengthsOfALife, WhoeverWaitsForAPsychiatristIsNotTheWriter) {
  EXPECT_EQ(found("I was told the waiting list for a child psychiatrist was nine months."), kNone);
}

TEST_F(LengthsOfALife, ALengthOfTheWholeWhateverTheVerb) {
  EXPECT_EQ(found("My internship at St. Marina, six months long, taught me to listen."), kMismatch);
  EXPECT_EQ(found("My internship at St. Marina, twelve months long, taught me to listen."), kNone);
  EXPECT_EQ(found("My job at the Regional Hospital Dobrich came to an end after thirty months."), kNone);
}

TEST_F(LengthsOfALife, SevenOfTenMonthsAreSeven) {
  EXPECT_EQ(found("For three of those ten months I was an observer at Swan Creek."), kNone);
  EXPECT_EQ(found("For ten months I was an observer at Swan Creek."), kMismatch);
}

TEST_F(LengthsOfALife, AlreadyForMonthsIsUntilThen) {
  EXPECT_EQ(found("By then I had been already four months in Toledo as a clinical research fellow."), kNone);
}

TEST_F(LengthsOfALife, ALengthOfTheInternshipThatIsTheWriters) {
  EXPECT_EQ(found("My two-year internship in Varna took me through medicine and surgery."), kMismatch);
  EXPECT_EQ(found("I am working as a research fellow already for four years."), kMismatch);
  EXPECT_EQ(found("I was for almost eight years, counting from the first day of my internship, a doctor there."),
            kNone);
}

TEST_F(LengthsOfALife, ALengthBeforeSomethingElse) {
  EXPECT_EQ(found("I was a ward physician in Dobrich for one year before I resigned."), kMismatch);
  EXPECT_EQ(found("My internship lasted twenty months and took me through medicine and surgery."), kMismatch);
  EXPECT_EQ(found("From 10/2016 to 09/2017, a span of twenty months, I rotated as an intern."), kMismatch);
}

TEST_F(LengthsOfALife, WhatLastedIsMeasuredWhole) { EXPECT_EQ(found("My internship in Varna lasted a year."), kNone); }

TEST_F(LengthsOfALife, APostThatGoesOnIsMeasuredUntilNow) {
  EXPECT_EQ(found("For a year and a half now, I have been a research fellow at the Maumee Heart Institute."), kNone);
}

TEST_F(LengthsOfALife, ADegreeIsCompletedInALength) {
  EXPECT_EQ(found("I completed the Master of Public Health in seven months."), kMismatch);
  EXPECT_EQ(found("I completed the Master of Public Health in seventeen months."), kNone);
}

TEST_F(LengthsOfALife, ADegreeTakesALengthFromItsFirstLecture) {
  EXPECT_EQ(found("From the first lecture to the diploma, the Master of Public Health took me eight months."),
            kMismatch);
}

TEST_F(LengthsOfALife, AHeadingOverAListIsNoNameOfItsEntries) {
  folder_.write("experience.md",
                "# History of study and work\n\n"
                "* 10/2016 to 09/2017 - Phlebotomist, hospital laboratory, Varna, Bulgaria\n"
                "* 11/2017 to present - Home health aide, agency, Toledo, Ohio\n");
  EXPECT_EQ(found("I was a phlebotomist for twenty-two months."), kMismatch);
  EXPECT_EQ(found("I was a phlebotomist for a year."), kNone);
}

TEST_F(LengthsOfALife, ALengthWhoseStayIsToldBehindIt) {
  EXPECT_EQ(found("I was tired, and in the twelve months that I was ward physician in Dobrich the ward grew."),
            kMismatch);
  EXPECT_EQ(found("I was tired, and in the thirty months that I was ward physician in Dobrich the ward grew."), kNone);
  EXPECT_EQ(found("My twelve months as a ward physician in Dobrich were my first work in a team."), kMismatch);
}

TEST_F(LengthsOfALife, WhatIsToldOfAnotherTimeIsNoMismatch) {
  EXPECT_EQ(found("In March 2024 I began a three-month observership in Toledo, and in June they took me on as a "
                  "research fellow."),
            kNone);
  EXPECT_EQ(found("I was an intern in Varna. My service took two years, October to September."), kNone);
  EXPECT_EQ(found("Since graduating in July 2016 I have worked as a physician."), kNone);
}

TEST_F(LengthsOfALife, ALengthBehindWhichItIsToldWhoGaveIt) {
  EXPECT_EQ(found("In the twelve months that St. Marina had me I never slept."), kNone);
  EXPECT_EQ(found("In the thirty-one months that St. Marina had me I never slept."), kMismatch);
}

TEST(Lengths, OfSeveralStaysAtOnePlaceInARow) {
  const std::string nurse =
      "# Experience\n\n- Registered nurse, inpatient psychiatry, Cascade Medical Center: Sept. 2006 - Aug. 2015\n"
      "- Nurse manager, same unit: Sept. 2015 - Feb. 2022\n";
  EXPECT_EQ(rules_found(application("In September 2006 I was hired by the psychiatric unit, and I remained in that "
                                    "hospital for fifteen and a half years, the last six and a half as manager.",
                                    nurse)),
            kNone);
  EXPECT_EQ(rules_found(application("In September 2006 I was hired by the psychiatric unit, and I remained in that "
                                    "hospital for eleven years, the last six and a half as manager.",
                                    nurse)),
            kMismatch);
}

TEST(Lengths, ToldTwiceOrBehindItsVerb) {
  const std::string resident =
      "# Posts\n\n- Resident in Neurology, Alexandria Main University Hospital: Jun 2019 to May 2022\n";
  EXPECT_EQ(
      rules_found(application("I was a resident just for eighteen months, but they were eighteen months in which I "
                              "slept on the ward.",
                              resident)),
      kMismatch);
  const std::string officer =
      "# Posts\n\n- Resident Medical Officer (full-time), mission hospital, Kottayam, February 2021 - May 2023\n";
  EXPECT_EQ(
      rules_found(application("I stayed on as a resident medical officer in the same town. Eleven months it was, with "
                              "sixty beds.",
                              officer)),
      kMismatch);
}

TEST(Lengths, ALengthAsOneTitleIsNotThatOfAllPostsThere) {
  const std::string posts =
      "# Experience\n\n- Surgical Assistant, Tern Clinic, June 2021 to August 2023\n"
      "- Emergency Physician, Tern Clinic, March 2019 to May 2021\n";
  EXPECT_EQ(rules_found(application("I spent four years as an emergency physician at Tern Clinic.", posts)),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(application("I spent four years at Tern Clinic.", posts)), kNone);
}

TEST(Lengths, ALengthAfterThatIsOfTheStay) {
  const std::string posts =
      "# Experience\n\n- Cardiologist, Tern Center, 10/2019 - 08/2023\n"
      "- Regimental physician, Heron, 10/2017 - 09/2019\n";
  EXPECT_EQ(
      rules_found(application("From October 2017 I was physician to a regiment. For nearly six years after that I "
                              "was a cardiologist at Tern Center.",
                              posts)),
      Rules{"dates/duration-mismatch"});
}

TEST(Lengths, WhoStayedStayedWhereTheSentenceBeforeSays) {
  const std::string post =
      "# Experience\n\n- Medical Officer, Khayelitsha East Hospital, February 2018 – November 2021\n";
  const std::string told = "I returned as a medical officer in the emergency unit at Khayelitsha. I stayed for ";
  EXPECT_EQ(rules_found(application(told + "eighteen months and loved every Friday of them.", post)), kMismatch);
  EXPECT_EQ(rules_found(application(told + "nearly four years and loved every Friday of them.", post)), kNone);
}

TEST(Lengths, ThatPlaceIsTheOneNamedShortlyBefore) {
  const std::string post = "# Experience\n\n- General Practitioner, Heron Practice, March 2016 - April 2019\n";
  const std::string told = "I joined Heron Practice as a general practitioner in March 2016. ";
  for (const char* place :
       {"I stayed in that practice for ", "I served that district for ", "In that clinic I worked for "}) {
    EXPECT_EQ(rules_found(application(told + place + "five years.", post)), kMismatch) << place;
    EXPECT_EQ(rules_found(application(told + place + "three years.", post)), kNone) << place;
  }
}

TEST(Lengths, TheYearsOfTheResidencyAreAllOfIt) {
  EXPECT_EQ(rules_found(application("I spent the three years of the residency at Tern Hospital.",
                                    "# Experience\n\n- Resident, Tern Hospital, July 2014 - June 2019\n")),
            kMismatch);
}

TEST(Lengths, MonthsOfMockExamsAreNoStay) {
  EXPECT_EQ(rules_found(application("I spent seven months in weekly mock examinations at Tern Hospital.",
                                    "# Experience\n\n- Resident, Tern Hospital, July 2014 - June 2019\n")),
            kNone);
}

TEST(Lengths, TheAlmostFiveYearsThatOneGaveToAPlace) {
  const std::string post = "# Experience\n\n- Case manager, Tern Clinic, Hialeah, 09/2021 - 04/2024\n";
  const std::string behind = " that I gave to the clinic in Hialeah as a case manager were humble.";
  EXPECT_EQ(rules_found(application("The almost five years" + behind, post)), kMismatch);
  EXPECT_EQ(rules_found(application("The almost three years" + behind, post)), kNone);
}

TEST(Lengths, ADeedOfADescriptionLastsNoLongerThanThePost) {
  const auto post = [](const std::string& deed) {
    return "# Experience\n\n### Medical officer, Mercy General Hospital\nNov 2018 - Oct 2020\n" + deed + "\n";
  };
  EXPECT_EQ(rules_found(post("In three and a half years: 212 caesareans.")), kMismatch);
  EXPECT_EQ(rules_found(post("Enrolled 140 patients in forty months.")), kMismatch);
  EXPECT_EQ(rules_found(post("In two years: 212 caesareans.")), kNone);
  EXPECT_EQ(rules_found(post("Enrolled 140 patients in ten months.")), kNone);
}

TEST(Lengths, AFamilyDoctorIsTheFamilyPhysician) {
  const std::string posts =
      "# Experience\n\n- Residency in anesthesiology, Tern Hospital, 03/2017 - 02/2020\n"
      "- Family physician, municipal program, 03/2015 - 01/2017\n";
  const std::string told = "In the winter of 2017, in my residency, I saw it. During ";
  EXPECT_EQ(rules_found(application(told + "twenty-three months I was family doctor in a town.", posts)), kNone);
}

}  // namespace
}  // namespace candor
