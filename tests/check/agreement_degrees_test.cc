// dates/contradiction: when the text says that a degree was begun or given, against its entry.
#include "lint/check/agreement.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Degrees, ADegreeToldByAge) {
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

TEST(Degrees, ADegreeReceivedInAnotherYear) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I received my MBBS in July 2015.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MBBS, Varna Medical University, 09/2010 - 07/2016\n"),
            Rules{"dates/contradiction"});
}

constexpr char kTwoDegrees[] =
    "# Education\n\n- BSc Nursing, Cebu Northern College, 2004 - 2008\n"
    "- Doctor of Medicine, Visayas Medical Institute, June 2008 - June 2017\n";

TEST(Degrees, ADateThatAnotherDegreeFitsIsNoContradiction) {
  EXPECT_EQ(rules_found(application("I graduated in 2008.", kTwoDegrees)), Rules{});
}

TEST(Degrees, ARangeThatTheEntryGivesToAPartOfItself) {
  EXPECT_EQ(rules_found("# Personal statement\n\nThe internship followed, from March 2018 to March 2019, and so the "
                        "degree bears the year 2019.\n\n# Education\n\n- MBBS, Vishwamitri Medical College, 08/2013 - "
                        "03/2019 (including internship 03/2018 - 03/2019)\n"),
            Rules{});
}

TEST(Degrees, ADegreeGivenToTheWriter) {
  const std::string degree = "# Education\n\n- MBBS, Dow University of Health Sciences, Nov 2011 - Nov 2016\n";
  EXPECT_EQ(rules_found(application("Dow gave me my MBBS in November 2015.", degree)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("Dow gave me my MBBS in November 2016.", degree)), Rules{});
}

TEST(Degrees, AnOathIsAGraduation) {
  EXPECT_EQ(rules_found(application("I took the oath in Iasi; it was July 2015 and the rector fainted.", kVatra)),
            Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I took the oath in Iasi; it was September 2016 and the rector fainted.", kVatra)),
            Rules{});
}

TEST(Degrees, ADegreeHasTheDateOfItsEntry) {
  EXPECT_EQ(rules_found(application("I received my MBBS in June 2014.", kWardha)), Rules{"dates/contradiction"});
  EXPECT_EQ(rules_found(application("I received my MBBS in June 2015.", kWardha)), Rules{});
}

TEST(Degrees, ADegreeMayBeConferredAfterTheLastDayOfItsCourse) {
  const std::string degree = "# Education\n\n- MBBS, Tern Medical College, 08/2012 - 12/2017\n";
  EXPECT_EQ(rules_found(application("I received my MBBS in March 2018.", degree)), Rules{});
  EXPECT_EQ(rules_found(application("I received my MBBS in March 2017.", degree)), Rules{"dates/contradiction"});
}

TEST(Degrees, AFirstPatientMayBeAStudents) {
  EXPECT_EQ(rules_found(application("In Addis Ababa in October 2015 I saw my first patient with heart failure.",
                                    "# Education\n\n- MD, Addis Ababa University, 09/2011 - 07/2018\n")),
            Rules{});
}

TEST(Degrees, AnArrivalForADegreeMayComeWeeksBefore) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I came to Minnesota in August 2020 for the MPH.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MPH, full time, University of Minnesota, Minneapolis, 09/2020 - 05/2022\n"),
            Rules{});
}

TEST(Degrees, TeachingThatBeginsIsNoStudy) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "In October 2019 I began to teach the nurses on Thursdays.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MPH, full time, University of Minnesota, Minneapolis, 09/2020 - 05/2022\n"),
            Rules{});
}

TEST(Degrees, StartedAndGraduatedAreTheEndsOfAStudy) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I graduated from the College of Medicine in December 2014.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "College of Medicine, Blantyre. MBBS. Started January 2010, graduated December 2016.\n"),
            Rules{"dates/contradiction"});
}

TEST(Degrees, TheYearsOfAMedicalStudentAreThoseOfTheDegree) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "I was a medical student from 2012 to 2018.\n"
                        "\n"
                        "# Education\n"
                        "\n"
                        "- MBBS, College of Medicine, Blantyre, 01/2011 - 12/2016\n"),
            Rules{"dates/contradiction"});
}

TEST(Degrees, AnAgeAtTheBeginningOfADegree) {
  EXPECT_EQ(rules_found("# Curriculum vitae\n\nDate of birth: 14 August 1991\n\n# Education\n\n"
                        "- MD, JIPMER, Puducherry, 05/2016 - 05/2019\n\n# Personal statement\n\n"
                        "I was twenty-eight when I began my MD at JIPMER.\n"),
            Rules{"dates/contradiction"});
}

TEST(Degrees, ACeremonyInTheNextYearComesSoonAfterTheCourse) {
  const auto graduated = [](std::string_view end) {
    return rules_found(
        "# Personal statement\n\nI graduated from Krakow in 2021.\n\n# Education\n\n- MD, Krakow "
        "University, 10/2016 - " +
        std::string(end) + "\n");
  };
  EXPECT_EQ(graduated("06/2020"), Rules{"dates/contradiction"});
  EXPECT_EQ(graduated("11/2020"), Rules{});
}

TEST(Degrees, AConvocationMayComeMuchLater) {
  EXPECT_EQ(rules_found("# Personal statement\n\nThe convocation of my class, where I received my degree, was held in "
                        "December 2019.\n\n# Education\n\n- MBBS, Lahore Medical University, 12/2012 - 02/2018\n"),
            Rules{});
}

TEST(Degrees, ADegreeWhoseOnlyEndIsItsAward) {
  const auto told = [](std::string_view month) {
    return rules_found("# Personal statement\n\nI graduated in " + std::string(month) +
                       ".\n\n# Education\n\nSchool: Jordan University, Irbid\nDegree: Doctor of Medicine\n"
                       "Started: September 2016\nGraduated: June 2022\n");
  };
  EXPECT_EQ(told("July 2021"), Rules{"dates/contradiction"});
  EXPECT_EQ(told("June 2022"), Rules{});
}

using DegreesOfALife = DatesOfALife;

TEST_F(DegreesOfALife, WhatAgeOneWas) {
  folder_.write("person.md", "# Person\n\nBorn: 11 May 1991\n");
  EXPECT_EQ(found("I was twenty-two when the dean put the diploma of doctor of medicine in my hands."), kContradiction);
  EXPECT_EQ(found("I was twenty-five when the dean put the diploma of doctor of medicine in my hands."), kNone);
  EXPECT_EQ(found("I was already thirty when I first clipped on an intern's badge."), kContradiction);
  EXPECT_EQ(found("I was already twenty-five when I first clipped on an intern's badge."), kNone);
}

TEST_F(DegreesOfALife, ThePartyForADiplomaIsThatOfTheDegree) {
  EXPECT_EQ(found("My aunt took the microphone at the party for my diploma, in 2013, and the family had a doctor."),
            kContradiction);
  EXPECT_EQ(found("My aunt took the microphone at the party for my diploma, in 2016, and the family had a doctor."),
            kNone);
}

TEST_F(DegreesOfALife, WhatItTookUntilADateToFinish) {
  EXPECT_EQ(found("It took me until December 2024 to earn the MPH."), kContradiction);
  EXPECT_EQ(found("It took me until March 2023 to earn the MPH."), kNone);
  EXPECT_EQ(found("It took me until December 2024 to read the MPH's books."), kNone);
}

TEST_F(DegreesOfALife, ADegreeThatIsConferred) {
  EXPECT_EQ(found("In May 2018 Sofia University conferred on me a Master of Public Health."), kContradiction);
  EXPECT_EQ(found("In March 2023 Sofia University conferred on me a Master of Public Health."), kNone);
}

TEST_F(DegreesOfALife, TheOnlyDiplomaIsTheDoctors) {
  EXPECT_EQ(found("I was handed my diploma in the spring of 2014."), kContradiction);
  EXPECT_EQ(found("Snow lay on the steps when I walked out with my diploma in December 2014."), kContradiction);
  EXPECT_EQ(found("I belong to the class of 2013 of the university in Varna."), kContradiction);
  EXPECT_EQ(found("By the usual count I should be of the class of 2013."), kNone);
}

TEST_F(DegreesOfALife, AMastersRange) {
  EXPECT_EQ(found("I was in the MPH program from October 2020 to March 2022."), kContradiction);
  EXPECT_EQ(found("I was in the MPH program from November 2021 to March 2023."), kNone);
}

TEST_F(DegreesOfALife, WhatSomebodyGivesIsADegreeToo) {
  EXPECT_EQ(found("In December 2014 the dean put my medical degree in my hands."), kContradiction);
  EXPECT_EQ(found("In July 2016 the dean put my medical degree in my hands."), kNone);
}

TEST_F(DegreesOfALife, ADegreeThatISomedayReceived) {
  EXPECT_EQ(found("I hold a master's degree in public health, which I received in 2022."), kContradiction);
  EXPECT_EQ(found("I hold a master's degree in public health, which I received in 2023."), kNone);
}

TEST_F(DatesOfAPractice, AMaestriaIsTheMasters) {
  EXPECT_EQ(found("In March 2018 I enrolled in the Maestría en Epidemiología."), kContradiction);
}

TEST_F(DegreesOfALife, ADegreeConferredOnMe) {
  EXPECT_EQ(found("In June 2014 the rector conferred on me the degree of Doctor of Medicine."), kContradiction);
  EXPECT_EQ(found("In July 2016 the rector conferred on me the degree of Doctor of Medicine."), kNone);
}

TEST_F(DegreesOfALife, ACollegePassedOutOf) {
  EXPECT_EQ(found("I passed out of Varna Medical University in March 2015."), kContradiction);
}

TEST_F(DegreesOfALife, ADegreeWhoseWordsNameARoleIsADegree) {
  EXPECT_EQ(found("I completed my Doctor of Medicine in 2014."), kContradiction);
  EXPECT_EQ(found("I completed my Doctor of Medicine in 2016."), kNone);
  EXPECT_EQ(found("In July 2016 I was promoted to doctor of medicine."), kNone);
}

TEST_F(DegreesOfALife, ARangeInBracketsBehindWhatTaughtTheWriter) {
  EXPECT_EQ(found("My MPH (November 2020 to March 2022) taught me patience."), kContradiction);
  EXPECT_EQ(found("My MPH (November 2021 to March 2023) taught me patience."), kNone);
}

TEST_F(DegreesOfALife, ALengthAndARangeOfWhatWasDone) {
  EXPECT_EQ(found("My medical studies ran from September 2012 to July 2018."), kContradiction);
}

TEST_F(DegreesOfALife, ADiplomaHasItsDate) {
  EXPECT_EQ(found("My diploma came in July 2014."), kContradiction);
  EXPECT_EQ(found("My diploma came in July 2016."), kNone);
  EXPECT_EQ(found("She lived to hang my medical diploma, with the date of July 2014, in her room."), kContradiction);
  EXPECT_EQ(found("My diploma on her wall bears the month of July 2014."), kContradiction);
  EXPECT_EQ(found("When I left in July 2014 to begin my MD she gave me a page of it."), kNone);
}

TEST(Degrees, TheDegreeIsThatOfTheStudiesNamedBefore) {
  const std::string studies =
      "# Education\n\n- Physician and surgeon, Universidad del Valle, Jan 2011 to Dec 2016\n"
      "- Master of Epidemiology, Universidad del Valle, Aug 2021 to Jun 2023\n\n"
      "# Experience\n\n- General physician, Clinica del Oriente, Feb 2017 to Jun 2021\n";
  const std::string told = "I studied the master's in epidemiology from August 2021, and in ";
  EXPECT_EQ(rules_found(application(told + "December 2022 I received the degree.", studies)), kContradiction);
  EXPECT_EQ(rules_found(application(told + "June 2023 I received the degree.", studies)), kNone);
}

TEST(Degrees, TheDateOfTheHeadAboveTheYears) {
  const std::string degree =
      "# Education\n\nFall 2020: **Título de Médico Cirujano**, Universidad de la Barranca, Guadalajara\n"
      "- AY 2014/15 through AY 2017/18: preclinical and clinical years\n"
      "- Summer 2018 to Summer 2019: *internado rotatorio*\n";
  EXPECT_EQ(rules_found(application("My degree was conferred in the fall of 2020.", degree)), kNone);
}

TEST(Degrees, ItWasConferred) {
  const std::string degree =
      "# Education\n\nBhagirathi Institute of Medical Sciences, Nashik\nMBBS with compulsory rotating internship\n"
      "Attended: August 2012 - March 2018\nDegree conferred: April 2018\n";
  const std::string told = "I took my MBBS degree at the Bhagirathi Institute, and it was conferred in April ";
  EXPECT_EQ(rules_found(application(told + "2019.", degree)), kContradiction);
  EXPECT_EQ(rules_found(application(told + "2018.", degree)), kNone);
}

TEST(Degrees, TheLastYearsOfADegreeAreNotTheDegree) {
  EXPECT_EQ(
      rules_found("# Experience\n\n**Internato (final-year clerkships of the medical degree)**, university hospital, "
                  "Londrina. January 2016 – December 2017.\n\n# Education\n\nUniversidade do Vale Verde, Londrina. "
                  "Medicine (Médico). February 2012 – December 2017.\n"),
      kNone);
}

TEST(Degrees, TheDiplomaOfAnEntryIsItsConferral) {
  const std::string degree =
      "# Education\n\n### MBBS, Tern Medical College\nAugust 2011 - June 2017\nDiploma issued: September 2017\n";
  EXPECT_EQ(rules_found(application("I was given my MBBS degree in September 2017.", degree)), kNone);
  EXPECT_EQ(rules_found(application("I was given my MBBS degree in December 2019.", degree)), kContradiction);
}

TEST(Degrees, ADiplomaBesideTheDegreeIsNoOtherDegree) {
  const std::string degree = "# Education\n\n### Doctor of Medicine, Tern University\nSeptember 2010 - June 2016\n";
  const std::string behind = ", with a diploma with honors, and I chose family medicine.";
  EXPECT_EQ(rules_found(application("I received my medical degree in June 2017" + behind, degree)), kContradiction);
  EXPECT_EQ(rules_found(application("I received my medical degree in June 2016" + behind, degree)), kNone);
}

}  // namespace
}  // namespace candor
