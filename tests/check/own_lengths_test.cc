// dates/duration-mismatch: a length and the range that it stands beside.
#include "lint/check/own_lengths.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(OwnLengths, ALengthInBracketsBehindTheDates) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Research assistant, Stroke Network, November 2021 to May 2022 (fourteen months)\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, ALengthThatOpensADescription) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "**Physician** · City Hospital\n"
                        "- September 2022 - August 2024\n"
                        "- Full-time for three years.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, APartOfAPostAndTheYearsOfItsChartsAreNotThePosts) {
  for (const char* told : {"Rotated for six months in cardiology.", "Was acting head for six months.",
                           "A year as chief registrar.", "Reviewed 400 charts from 2010 to 2015."}) {
    EXPECT_EQ(rules_found("# Experience\n\n## Registrar, City Hospital\nJuly 2019 - October 2021, full time\n\n" +
                          std::string(told) + "\n\n## Scribe, Tampa Clinic\nNovember 2021 - present\n"),
              Rules{})
        << told;
  }
}

TEST(OwnLengths, ALengthThatOpensALineOfADescription) {
  EXPECT_EQ(rules_found("# Experience\n\n**Gulf Children Clinic, Sharjah**, Physician, full time\n"
                        "11/2020 - 01/2022\nFor eighteen months I ran the asthma mornings.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, TheseMonthsOfAnEntryAreAllOfThem) {
  const std::string entry = "# Experience\n\n**Klinikum Fuldatal**\nAssistant physician\nJuly 2021 - February 2024. ";
  EXPECT_EQ(rules_found(entry + "In these twenty months I rotated through the sleep laboratory.\n"),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "In these thirty-two months I rotated through the sleep laboratory.\n"), Rules{});
}

TEST(OwnLengths, ALengthBehindTheLabelOfANote) {
  const std::string entry =
      "# Experience\n\nEmployer: Indus Cardiac Centre, Karachi\nTitle: Medical Officer (full time)\nFrom: 08/2021\n"
      "To: 09/2022\nNotes: ";
  EXPECT_EQ(rules_found(entry + "Two years in a coronary care unit.\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(entry + "Fourteen months in a coronary care unit.\n"), Rules{});
}

TEST(OwnLengths, ALengthOfEachTimeIsNotThatOfTheRange) {
  EXPECT_EQ(rules_found(application("Every patient on the ship had a story. Each November from 2016 through 2022 I "
                                    "went on a mission, for one week.",
                                    "")),
            Rules{});
}

TEST(OwnLengths, WhatLiesBetweenTwoYearsIsNotTheirLength) {
  EXPECT_EQ(rules_found(application("I worked on ships, in contracts of four months, between 2014 and 2022.", "")),
            Rules{});
  EXPECT_EQ(rules_found(application("A doctor for nine years, I drove a taxi from 2015 to 2019.", "")), Rules{});
}

TEST(OwnLengths, AnIntervalOfEveryWeekIsALoadAndNoLength) {
  EXPECT_EQ(rules_found("# Experience\n\nClinic lead, Homa Hospital. 2020 - 2023. Half a day weekly.\n"), Rules{});
}

TEST(OwnLengths, PartsOfAnEntryAreNoLengthOfIt) {
  const std::string entry =
      "# Experience\n\nMedical officer (full time), District Hospital, Kassala, 03/2018 - 02/2021";
  EXPECT_EQ(rules_found(entry + " (six months' study leave in 2020)\n"), Rules{});
  EXPECT_EQ(rules_found(entry + "\nSix months of anesthesia, two years of everything else.\n"), Rules{});
  EXPECT_EQ(rules_found(entry + ", one-year contract, renewed\n"), Rules{});
  EXPECT_EQ(rules_found(entry + " (five years)\n"), Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, ALengthInCommasBehindWhatWasDoneInTheRange) {
  EXPECT_EQ(rules_found("# Personal statement\n"
                        "\n"
                        "From July 2017 to August 2018 I did my housemanship, twenty-two months, because two were "
                        "added for everybody after a strike.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, TillDateIsNow) {
  EXPECT_EQ(rules_found("# Experience\n\n- Consultant physician, Mercy Hospital, 07/2022 till date\n"
                        "- Senior resident, Stanley Hospital, 06/2019 - 06/2022. Tenure: 2 years 1 month\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, ALengthBehindItsRange) {
  EXPECT_EQ(rules_found(
                "# Personal statement\n\nFrom April 2022 to July 2024 I worked in a clinic in Callao, three and a half "
                "years in which I took over a list.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, ThoseYearsAreThoseOfTheRangeBefore) {
  constexpr std::string_view kRange = "From March 2018 to June 2022 I was a physician in Maipu. In these ";
  EXPECT_EQ(rules_beside_posts(std::string(kRange) + "seven years I missed four days."),
            Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_beside_posts(std::string(kRange) + "four years I missed four days."), Rules{});
}

TEST(OwnLengths, ALengthInEachOfSeveralPlacesIsAPart) {
  EXPECT_EQ(rules_found("# Experience\n\n- Intern, Tern Hospital, from July 2020 to June 2021, three months in each of "
                        "four departments\n"),
            Rules{});
}

TEST(OwnLengths, ACourseOfSomeMonthsInBrackets) {
  constexpr std::string_view kCourse =
      "# Courses\n\n10/2023 - 06/2024  Point-of-care ultrasound certificate, Saturdays ";
  EXPECT_EQ(rules_found(std::string(kCourse) + "(course of four months)\n"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(rules_found(std::string(kCourse) + "(course of nine months)\n"), Rules{});
  EXPECT_EQ(rules_found(std::string(kCourse) + "(three of five years)\n"), Rules{});
}

TEST(OwnLengths, ALengthBeforeItsRange) {
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

TEST(OwnLengths, ThoseMonthsBehindABeginningAndAnEnd) {
  const auto told = [](std::string_view length) {
    return rules_beside_posts("I arrived in Axum in February 2013 and I left it in July 2015. Those " +
                              std::string(length) + " made me a surgeon.");
  };
  EXPECT_EQ(told("eighteen months"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("thirty months"), Rules{});
}

TEST(OwnLengths, AnEntryWithItsPartsInBrackets) {
  EXPECT_EQ(rules_found("# Curriculum\n\nAug 2008 - Jul 2015 MBBS, Lahore (internship Jul 2013 - Jun 2014, rural "
                        "service Aug 2014 - Jul 2015)\nOct 2015 - Dec 2017 (4 years) General physician, Lahore\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, MonthsInAColumnOfTheirOwn) {
  const auto listed = [](std::string_view months) {
    return rules_found(
        "# Experience\n\n| From | To | Months | Position | Place |\n| --- | --- | --- | --- | --- |\n"
        "| 2019-03 | 2021-08 | " +
        std::string(months) + " | Research scientist | Columbus, Ohio |\n");
  };
  EXPECT_EQ(listed("14"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(listed("30"), Rules{});
}

TEST(OwnLengths, TheQuestionOfAFormTellsOfNoGap) {
  EXPECT_EQ(rules_found("# Interruption\n\nHave you had a period outside of training of three months or longer?\n\n"
                        "Yes. August 2021 to May 2022, a total of sixteen months. Reason: visa processing.\n"),
            Rules{"dates/duration-mismatch"});
}

TEST(OwnLengths, ALengthAndItsRangeWithWhatItWasOfInBetween) {
  const auto told = [](std::string_view months) {
    return rules_found(
        "# Experience\n\n- Epidemiologist, County Health, 11/2018 - 06/2022 (full time)\n  Led a team "
        "for " +
        std::string(months) + " of contact tracing (April 2020 to December 2020), then the clinics.\n");
  };
  EXPECT_EQ(told("eighteen months"), Rules{"dates/duration-mismatch"});
  EXPECT_EQ(told("nine months"), Rules{});
}

TEST(OwnLengths, ALengthThatAPartIsToldOfIsNotTheStays) {
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

using OwnLengthsOfALife = DatesOfALife;

TEST_F(OwnLengthsOfALife, ALengthInADescriptionIsOfThePost) {
  const auto list = [&](const std::string& description) {
    folder_.write(
        "posts.md",
        "# Other posts\n\n- Teacher of first aid, Red Cross Ruse, evenings, part time, March 2017 - April 2018. " +
            description + "\n");
    return found("I like an early round.");
  };
  EXPECT_EQ(list("In more than three years with the team I held ninety lessons."), kMismatch);
  EXPECT_EQ(list("Thirty months in the post; ninety lessons."), kMismatch);
  EXPECT_EQ(list("In more than a year with the team I held ninety lessons."), kNone);
}

TEST_F(OwnLengthsOfALife, MonthsOnTheJobInItsOwnEntry) {
  const auto entry = [](const std::string& length) {
    return "# Experience\n\n## Technician\n\nMaumee Surgical Center, Toledo, Ohio, USA\n\n"
           "September 2023 - present\n\nIn " +
           length + " on this job I turned over 3,900 rooms.\n";
  };
  folder_.write("technician.md", entry("forty months"));
  EXPECT_EQ(found("I like an early round."), kMismatch);
  folder_.write("technician.md", entry("twenty-five months"));
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(OwnLengthsOfALife, ALengthThatOpensTheSentenceBeforeItsDates) {
  EXPECT_EQ(found("Nine years in Varna, from September 2010 to July 2016, gave me a trade."), kMismatch);
  EXPECT_EQ(found("Six years in Varna, from September 2010 to July 2016, gave me a trade."), kNone);
  EXPECT_EQ(found("From May 2019 to October 2021, hardly a year and a half, I worked in Dobrich."), kMismatch);
}

TEST_F(OwnLengthsOfALife, ALengthOutlastsItsOwnDates) {
  EXPECT_EQ(found("Between October and December 2023 I completed an observership of eight months."), kMismatch);
  EXPECT_EQ(found("Between October and December 2023 I completed an observership of three months."), kNone);
  EXPECT_EQ(found("March 2024 to August 2025: thirty months of research in Toledo."), kMismatch);
  EXPECT_EQ(found("I worked in Dobrich from May 2019 to October 2021, that is, almost four years."), kMismatch);
}

TEST_F(OwnLengthsOfALife, ALengthBesideItsRangeWhateverTheSentenceTells) {
  EXPECT_EQ(found("From May 2019 to October 2021, a stretch of just over a year, the ward was mine at night."),
            kMismatch);
  EXPECT_EQ(found("From May 2019 to October 2021 (call it two and a half years) the ward was mine at night."), kNone);
  EXPECT_EQ(found("I stayed for two and a half of its five years, from May 2019 to October 2021."), kNone);
}

TEST_F(OwnLengthsOfALife, PartsThatAddUpToTheRange) {
  EXPECT_EQ(found("I did my internship from October 2016 to September 2017, six months of medicine and six months of "
                  "surgery."),
            kNone);
}

TEST_F(OwnLengthsOfALife, APostIsHeldAsLongAsItsDates) {
  folder_.write("experience.md",
                "# Experience\n\nHOUSE OFFICER\nSt. Marina Hospital, Varna\n10/2016 - 10/2021\n"
                "Daily. Full time. I held this post for eighteen months. 30 beds.\n");
  EXPECT_EQ(found("I like an early round."), kMismatch);
}

TEST(OwnLengths, HowOftenAndHowManyDaysIsNotHowLong) {
  for (const char* load : {"3 days/week", "2 days / month", "half days", "40 days in all"}) {
    EXPECT_EQ(rules_found("# Experience\n\n- Observer, Cardiology, Boston, January 2017 - June 2017, " +
                          std::string(load) + "\n"),
              Rules{})
        << load;
  }
}

TEST(OwnLengths, OfAPregnancyOrOfEachIsNoneOfTheRange) {
  EXPECT_EQ(rules_found("I trained in internal medicine from November 2014, and I did not complete the residency; in "
                        "October 2016 the road was open and I had a wife of seven months' pregnancy."),
            kNone);
  EXPECT_EQ(rules_found("We follow 610 patients enrolled between 2014 and 2019, ten years for each."), kNone);
}

TEST(OwnLengths, AMonthBeforeSomethingElseEndsNoRange) {
  EXPECT_EQ(rules_found("I pipetted for more than three years, from April 2019 until the July before medical school."),
            kNone);
}

TEST(OwnLengths, TheMonthsOfThisResidency) {
  EXPECT_EQ(rules_found("# Training\n\n**Resident, internal medicine**, Orkla Teaching Hospital\n"
                        "November 2015 - December 2019. The thirty-six months of this residency included six in "
                        "nephrology.\n"),
            kMismatch);
}

TEST(OwnLengths, InBracketsInAColumnBeforeTheDates) {
  const std::string row = "| Post | Place | Dates |\n| --- | --- | --- |\n| Rural doctor, social service (";
  EXPECT_EQ(rules_found("# Experience\n\n" + row + "18 months) | Bellavista, Choco | Feb 2002 - Jan 2003 |\n"),
            kMismatch);
  EXPECT_EQ(rules_found("# Experience\n\n" + row + "12 months) | Bellavista, Choco | Feb 2002 - Jan 2003 |\n"), kNone);
}

TEST(OwnLengths, ALengthBehindTheLoadInBrackets) {
  const auto found = [](const std::string& length) {
    return rules_found("# Training and work\n\n| | |\n|---|---|\n| 06/2023 – 11/2024 | Research fellow (full time; " +
                       length + "), Yolo Basin Medical Center, Davis |\n");
  };
  EXPECT_EQ(found("two and a half years"), kMismatch);
  EXPECT_EQ(found("eighteen months"), kNone);
}

TEST(OwnLengths, ADeedInADescriptionLastsNoLongerThanThePost) {
  const auto found = [](const std::string& description) {
    return rules_found(
        "# Experience\n\n* **Obstetrician**, National Perinatal Center, Bishkek\n"
        "  * January 2020 – July 2024, full time\n  * " +
        description + "\n");
  };
  EXPECT_EQ(found("Built and ran the village telephone line for seven years."), kMismatch);
  EXPECT_EQ(found("Built and ran the village telephone line for three years."), kNone);
  EXPECT_EQ(rules_found("# Experience\n\n**Physician**, river clinics around Breves — 02/2017 to 01/2019. I spent "
                        "thirty-six months on the river and saw about 9,000 patients.\n"),
            kMismatch);
}

}  // namespace
}  // namespace candor
