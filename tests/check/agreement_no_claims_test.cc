// dates/contradiction: what is told beside an entry, and says nothing of when it began or ended.
#include "lint/check/agreement.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(NoClaims, AStoryOfAParentIsNoClaim) {
  EXPECT_EQ(rules_found("# Personal statement\n\nMy father joined Mercy General Hospital in 1985.\n\n# Experience\n\n"
                        "- Medical officer, Mercy General Hospital, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(NoClaims, WhatOneHasBeenSinceSomeMonthIsNotThePostThatOneHolds) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI have been a father since April 2025.\n\n# Experience\n\n"
                        "- Research associate, Cleveland Clinic, 02/2024 - present, full time\n"),
            Rules{});
}

TEST(NoClaims, ADeedWithinAPostIsNotItsBeginning) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "At Mercy I presented an audit of sepsis in May 2022.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(NoClaims, AYearOfHistoryBesideAPlaceIsNoClaim) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I worked at Mercy, which opened in 1952.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(NoClaims, JoiningAPersonIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2022 I joined my husband in Tampa.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(NoClaims, TheYearOfBirthIsNoStay) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was born in 1993 in Tampa.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical officer, Mercy General Hospital, Tampa, 02/2019 - 08/2020\n"),
            Rules{});
}

TEST(NoClaims, YearsThatBeginWithOneEntryAndEndWithAnotherAreOfBoth) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI worked at Sahiwal from 2017 until 2020.\n\n# Education\n\n"
                        "## House job, Sahiwal Teaching Hospital\nJanuary 2017 - January 2018, full time\n\n"
                        "# Experience\n\n## Medical officer, Sahiwal Teaching Hospital\n"
                        "February 2018 - February 2020, full time\n"),
            Rules{});
}

TEST(NoClaims, WhereOneLeftForIsNotWhatOneLeft) {
  EXPECT_EQ(rules_found(application("In September 2015 I left for Jos with a scholarship.", kOnePost)), Rules{});
}

TEST(NoClaims, AnAuntsWorkIsNoClaimBehindWho) {
  EXPECT_EQ(rules_found(application("I came to medicine because of an aunt who fell ill in 1998 and worked until 2006.",
                                    kClinic)),
            Rules{});
}

TEST(NoClaims, ANameOutweighsAnotherPostThatBeganJustThen) {
  const std::string posts =
      "# Experience\n\n- Physician, Mercy Clinic, Oslo | Nov. 2019 - Jan. 2020\n"
      "- Registrar, Hope Clinic, Turku | Mar. 2020 - Nov. 2021\n";
  // A month in common is no place in common.
  EXPECT_EQ(rules_found(application("I joined Mercy as a physician in November 2019.", posts)), Rules{});
}

TEST(NoClaims, APartOfAPostInItsOwnRange) {
  EXPECT_EQ(rules_found(
                application("At Karolinska I was the only registrar from October 2019 to the summer of 2020.", kGulu)),
            Rules{});
}

TEST(NoClaims, TheSettingOfAClauseIsNotItsRole) {
  EXPECT_EQ(rules_found(application("As a registrar I tutored again, from 2021 on.", kGulu)), Rules{});
}

TEST(NoClaims, TheSecondDateLeadsTheSecondVerb) {
  EXPECT_EQ(
      rules_found(application("In October 2016 I was sent to Bistrita as a resident, and in February 2022, with a "
                              "letter, I came to Vatra.",
                              kVatra)),
      Rules{});
}

TEST(NoClaims, BeginningSomethingElseIsNoPost) {
  EXPECT_EQ(rules_found(application("I began the study of snake bites in 2017, as a resident.",
                                    "# Experience\n\n- Resident, Vernaza Hospital, 02/2016 - 07/2019\n")),
            Rules{});
  EXPECT_EQ(rules_found(application("In 2017, as a second-year resident, I had started a chart for small babies.",
                                    "# Experience\n\n- Resident, Vernaza Hospital, 02/2016 - 07/2019\n")),
            Rules{});
}

TEST(NoClaims, TheCohortThatIWorkWithHasItsOwnDates) {
  EXPECT_EQ(
      rules_found(application("The cohort that I work with at Lakeshore was recruited from 2011 to 2019.", kLakeshore)),
      Rules{});
}

TEST(NoClaims, ARangeOfTwoRolesIsOfNeither) {
  EXPECT_EQ(rules_found(application("From March 2016 through July 2021 I was first a resident and then a specialist "
                                    "in a hospital of 220 beds.",
                                    kMalalai)),
            Rules{});
}

TEST(NoClaims, ABeginningYearsFromAnyEntryIsOfSomethingElse) {
  EXPECT_EQ(rules_found(application("My first shift was in March 2010, and it snowed.", kOrkla)), Rules{});
}

TEST(NoClaims, ARangeBeforeTheEntrysIsAnotherStay) {
  EXPECT_EQ(rules_found(application("I trained at the Institute of Sleep Medicine from May 2012 to February 2014, in "
                                    "its old house.",
                                    kOrkla)),
            Rules{});
}

TEST(NoClaims, ARangeInATownThatSharesOneEndWithThePostThere) {
  EXPECT_EQ(rules_found(application("Between December 2016 and March 2019 I learned to swim in Leeds.", kDoha)),
            Rules{});
}

TEST(NoClaims, TwoEndsInOneSentenceAreOfTwoThings) {
  EXPECT_EQ(rules_found(application("I graduated from the Universidad del Tern in July 2018, completed the rural "
                                    "practice in August 2019 and was resident of pediatrics there until March 2021.",
                                    "")),
            Rules{});
}

TEST(NoClaims, BecomingChiefIsWithinThePost) {
  EXPECT_EQ(rules_found(application("I became chief registrar in May 2022.", kOrkla)), Rules{});
}

TEST(NoClaims, AStayThatBeganWhenTheListedOneWasOverIsAnother) {
  EXPECT_EQ(rules_found(application("I began an observership at Ben Taub in January 2022, on Fridays.", kWardha)),
            Rules{});
}

TEST(NoClaims, ARankWithinAPostIsAPartOfIt) {
  EXPECT_EQ(rules_found(application("I was the chief resident in Wardha from June 2017 to May 2018.", kWardha)),
            Rules{});
  EXPECT_EQ(rules_found(application("I became a member of the college of physicians in October 2017.", kWardha)),
            Rules{});
}

TEST(NoClaims, ARangeThatBeginsWithOnePostAndEndsWithAnotherIsOfBoth) {
  EXPECT_EQ(
      rules_found(application("From March 2014 to November 2021 I served on that coast, on Orkla in the end.", kOrkla)),
      Rules{});
}

TEST(NoClaims, ATownAloneIsNoUniversity) {
  EXPECT_EQ(rules_found(application("I spent two months in Bergen in 2018 learning to scan.", kTelemark)), Rules{});
}

TEST(NoClaims, ADateBehindADistanceIsThatOfWhatFollows) {
  EXPECT_EQ(
      rules_found(application("A year and a bit after I graduated, in September 2017, I went to Kragero.", kTelemark)),
      Rules{});
}

TEST(NoClaims, ADayAtWorkOrOnAVisitIsNoBeginning) {
  EXPECT_EQ(rules_found(application("In May 2018 I delivered twins at the Jomfru Hospital.", kTelemark)), Rules{});
  EXPECT_EQ(rules_found(application("In May 2017 I visited Kragero for an interview.", kTelemark)), Rules{});
  EXPECT_EQ(rules_found(application("My mother fell ill in Kragero in May 2017.", kTelemark)), Rules{});
}

TEST(NoClaims, WhatIsToldOfAWayBackIsOfAnotherClause) {
  EXPECT_EQ(
      rules_found(application("One waits between the degree and the internship; I spent it teaching, from July 2016 "
                              "until the internship began in August 2017.",
                              "# Experience\n\n- Intern, National Hospital, 08/2017 - 08/2018\n"
                              "- Instructor, Nuwara Eliya, 07/2016 - 07/2017\n")),
      Rules{});
}

TEST(NoClaims, WhatAnotherDidWhenTheWriterWasYoungIsAStory) {
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

TEST(NoClaims, WhatIsGivenSinceADateIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "Since the winter of 2023 I have given a class on blood pressure in the practice.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Medical assistant, Arden Family Practice, Sacramento, 02/2022 - present\n"),
            Rules{});
}

TEST(NoClaims, ADateThatTimeIsCountedToIsNotThatOfTheLeaving) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2020, two months before I left, we closed the last cholera bed.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- General physician, Grand Foundation, 11/2017 - 12/2020\n"),
            Rules{});
}

TEST(NoClaims, AWifeWhoJoinedTheWriterBeganNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "My wife joined me in Seattle in August 2022.\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research coordinator, Harborview Stroke Center, Seattle, 03/2022 - present\n"),
            Rules{});
}

TEST(NoClaims, ANewRoleAtOnePlaceIsNotTheOldOne) {
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

TEST(NoClaims, AStayWithKinIsNoPost) {
  EXPECT_EQ(rules_found("# Personal statement\n\nFrom April to October 2023 I was in Cairo with my parents.\n\n"
                        "# Experience\n\n- Volunteer, first aid classes, Cairo, 06/2023 - 10/2023\n"),
            Rules{});
}

TEST(NoClaims, WhoLeftOnADayWasNotWhereTheJourneyEnded) {
  EXPECT_EQ(rules_found("# Personal statement\n\nI left on 2 September 2018, by land: Cali, Quito, Lima, Santiago.\n\n"
                        "# Experience\n\n- General practitioner, Puente Clinic, Santiago, 02/2019 - 11/2023\n"),
            Rules{});
}

TEST(NoClaims, WhatIsToldUntilSomethingElseIsItsOwn) {
  EXPECT_EQ(rules_beside_posts("From March 2020 until I left in June 2022, I was also part of the airway team."),
            Rules{});
}

using NoClaimsOfALife = DatesOfALife;

TEST_F(NoClaimsOfALife, WhatIsLivedThroughIsNoEnd) {
  EXPECT_EQ(found("I was at the hospital in Dobrich through the spring of 2020, when families waved from the street."),
            kNone);
  EXPECT_EQ(found("Between the ambulance in Shumen and Dobrich there was only April 2018."), kNone);
  EXPECT_EQ(
      found("I came to the ambulance in November 2017, two months out of residency, and stayed until April 2019."),
      kNone);
}

TEST_F(NoClaimsOfALife, SinceADateAsSomethingIsOfThat) {
  EXPECT_EQ(
      found("Since October 2016 I have seen patients, first as a medical intern, and since 2018 as the voice of a "
            "telephone line."),
      kNone);
}

TEST_F(NoClaimsOfALife, TwoSeasonsBelongToTheClauseBehindThem) {
  EXPECT_EQ(found("I came to Dobrich as a ward physician, and in two seasons, autumn 2020 and spring 2021, I took my "
                  "annual leave at a mountain hut."),
            kNone);
}

TEST_F(NoClaimsOfALife, WhatDidNotComeAboutIsNoClaim) {
  EXPECT_EQ(found("I had thought to sit Step 1 while still a resident, in 2020."), kNone);
  EXPECT_EQ(found("Had I stayed in Dobrich until 2024, I would run the ward now."), kNone);
  EXPECT_EQ(found("If I match, I will be ten years a doctor on the day that I put on the coat in July 2026."), kNone);
}

TEST_F(NoClaimsOfALife, APartOfAPostByItsWords) {
  EXPECT_EQ(found("From May to August 2019 I was in charge of the nights in Dobrich."), kNone);
  EXPECT_EQ(
      found("At the Maumee Heart Institute I spent my first months, from March to July 2024, only reading charts."),
      kNone);
  EXPECT_EQ(found("For three months of my internship there was no X-ray."), kNone);
}

TEST_F(NoClaimsOfALife, WhatANounBeforeMeDid) {
  EXPECT_EQ(found("The trial I recruit for at Maumee opened in 2019, long before I came."), kNone);
  EXPECT_EQ(found("My classmate in the MPH had graduated from medical school in 1998."), kNone);
}

TEST_F(NoClaimsOfALife, SomeWeeksAfterTheLastDayAreNotThatDay) {
  EXPECT_EQ(found("In January 2022, some weeks after my last shift as a ward physician, I took the bus to Sofia."),
            kNone);
}

TEST_F(NoClaimsOfALife, TheRangeOfAnotherPostIsOfThatPost) {
  folder_.write(
      "experience.md",
      "RESEARCH FELLOW\nMaumee Heart Institute, Toledo\nMarch 2024 - present\n\n"
      "OBSERVER\nSwan Creek Hospital, Toledo\nOctober 2023 - December 2023\n\n"
      "PEER TUTOR, PHYSIOLOGY\nUniversity of Pleven School of Medicine\nSeptember 2022 - April 2023\n"
      "Weekly, one evening.\n\n"
      "TEACHER, SEVENTH GRADE LIFE SCIENCE\nBlackburn Middle School, Ruse, Bulgaria\nMay 2019 - October 2021\n"
      "Full time.\n\n"
      "EMERGENCY PHYSICIAN\nAmbulance Service, Shumen\nOctober 2016 - April 2019\n");
  EXPECT_EQ(found("I taught life science in Ruse, Pleven, from May 2019 to October 2021, and I still think of it."),
            kNone);
}

TEST_F(NoClaimsOfALife, WhatStoodBeforeAPostHasNotItsDate) {
  EXPECT_EQ(found("I joined the coast guard straight from my internship, in the summer of 2018."), kNone);
  EXPECT_EQ(found("I was a ward physician in Dobrich, mostly with the old and, from 2020, on Saturdays at a school."),
            kNone);
  EXPECT_EQ(found("I failed the shelf in surgery in March 2016 after Step 1 had gone well."), kNone);
}

TEST_F(NoClaimsOfALife, WhatOughtToHaveBeenWasNot) {
  EXPECT_EQ(found("I ought to have graduated in 2014."), kNone);
  EXPECT_EQ(found("When I was eleven I did my homework for two years in the hospital of Varna."), kNone);
  EXPECT_EQ(found("I served in Dobrich, after three of four years of a course."), kNone);
}

TEST(NoClaims, WhatHappensSomeWayIntoAStayDoesNotBeginIt) {
  const std::string resident =
      "# Experience\n\n- Resident, Obstetrics, Guntur Medical College, July 2018 - December 2021, full time\n";
  for (const char* told : {"In October 2018, early in my residency, I lost my first patient.",
                           "In January 2020, after a year as a resident, I became head of the simulation group.",
                           "In October 2018, as a resident, I lost my first patient."}) {
    EXPECT_EQ(rules_found(application(told, resident)), kNone) << told;
  }
}

TEST(NoClaims, APartOfAStayHasEndsOfItsOwn) {
  const std::string resident =
      "# Experience\n\n- Resident, Internal Medicine, Saint Rita Hospital, Beirut, July 2018 - June 2021, full time\n";
  for (const char* told :
       {"My second year of residency began in July 2019.", "I finished my first year of residency in June 2019.",
        "The second half of my residency, January 2020 to June 2021, was calmer."}) {
    EXPECT_EQ(rules_found(application(told, resident)), kNone) << told;
  }
  EXPECT_EQ(rules_found(application("My first year of residency began in January 2018.", resident)), kContradiction);
}

TEST(NoClaims, OthersSitExamsToo) {
  const std::string exams = "# Exams\n\n- Step 1: December 22, 2020: fail\n- Step 1: January 10, 2022: pass\n";
  for (const char* told :
       {"My co-resident passed Step 1 in May 2020 and tutored me.",
        "All twelve of my students passed Step 1 in June 2025.", "My mentee passed Step 1 in June 2025."}) {
    EXPECT_EQ(rules_found(application(told, exams)), kNone) << told;
  }
}

TEST(NoClaims, FullTimeSinceIsNoBeginning) {
  EXPECT_EQ(rules_found(application("I joined Lung Rescue as a research associate, three days weekly at first and full "
                                    "time since September 2025.",
                                    "# Experience\n\n- Research Associate, Lung Rescue, March 2025 - present\n")),
            kNone);
}

TEST(NoClaims, TheMonthBehindARankInTheEntry) {
  EXPECT_EQ(rules_found(application("The first two years I was medical officer, and from January 2020 registrar.",
                                    "# Experience\n\n- Registrar in Psychiatry (Medical Officer until December 2019), "
                                    "Neuropsychiatric Hospital, Aro, January 2018 - September 2021\n")),
            kNone);
}

TEST(NoClaims, ACountryIsLeftAfterThePostThere) {
  const std::string post = "# Experience\n\n- Resident, Family Medicine, Enugu, Nigeria, 08/2018 - 07/2021\n";
  EXPECT_EQ(rules_found(application("In August 2021 my husband and I left Nigeria for Winnipeg.", post)), kNone);
  EXPECT_EQ(rules_found(application("In March 2020 my husband and I left Nigeria for Winnipeg.", post)),
            kContradiction);
}

}  // namespace
}  // namespace candor
