// dates/overlap: what cannot have been done beside a post, and what can.
#include "lint/check/gaps.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/check/dates_found.h"

namespace candor {
namespace {

TEST(Overlaps, AnInternshipBelongsToNoMastersDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MSc Neuroscience (full time), University of Orkla, 09/2018 - 09/2019\n\n"
                        "# Training\n\n- House Officer, Ravi Hospital (full time), 03/2018 - 03/2019\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, AnInternshipWithinTheDegree) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- MBBS, Pune Medical College, 08/2012 - 03/2018\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Intern, Pune Medical College Hospital, 03/2017 - 03/2018\n"),
            Rules{});
}

TEST(Overlaps, HoursTellTheLoad) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Physician, North Hospital (44 hours per week), 03/2017 - 12/2019\n"
                        "- Auditor, South Insurance (40 hours per week), 06/2019 - 02/2021\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, HalfHoursTellTheLoadToo) {
  EXPECT_EQ(rules_found("# Experience\n"
                        "\n"
                        "- Physician, North Hospital (37.5 hours a week), 03/2017 - 12/2019\n"
                        "- Auditor, South Insurance (full-time), 06/2019 - 02/2021\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, WhatIsNoFullWeekOfAPostOverlapsNothing) {
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

TEST(Overlaps, ARoleWithinAPostDoesNotOverlapIt) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident (full time), Royal Hospital, Amman, Mar. 2020 - Feb. 2024\n"
                        "- Chief resident, as above, full time, Nov. 2023 - Feb. 2024\n"),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Resident (full time), Royal Hospital, Amman, Mar. 2020 - Feb. 2024\n"
                        "- Physician (full time), Nebo Clinic, Zarqa, Nov. 2023 - Feb. 2024\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, APartOfADegreeIsNoSecondPlace) {
  const std::string degree = "# Education\n\n- MPH, Cuyahoga University, Cleveland, full time, 04/2022 - 05/2024\n\n";
  EXPECT_EQ(rules_found(degree + "# Experience\n\n- MPH practicum, county health department, full time, 06/2023 - "
                                 "08/2023\n"),
            Rules{});
  EXPECT_EQ(rules_found(degree + "# Experience\n\n- Coordinator, county health department, full time, 06/2023 - "
                                 "12/2023\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, ALeaveFromOnePostLeavesRoomForAnother) {
  const std::string other = "- Fellow, Lindholm Heart Clinic, full time, 01/2019 - 12/2019\n";
  EXPECT_EQ(rules_found("# Experience\n\n- Registrar, Tern Hospital, full time, 03/2016 - 06/2021 (leave of absence "
                        "01/2019 - 12/2019)\n" +
                        other),
            Rules{});
  EXPECT_EQ(rules_found("# Experience\n\n- Registrar, Tern Hospital, full time, 03/2016 - 06/2021\n" + other),
            Rules{"dates/overlap"});
}

TEST(Overlaps, WhatIsExpectedMayHaveBegun) {
  EXPECT_EQ(
      rules_found("# Education\n\n- MD, University of Iowa, August 2021 - present (expected May 2027), full time\n\n"
                  "# Experience\n\n- Nurse, MercyOne, July 2012 - June 2022, 40 hours per week\n"),
      Rules{"dates/overlap"});
}

TEST(Overlaps, APhDWithinItsJointDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MD/PhD, University of Iowa, August 2016 - May 2026\n"
                        "- PhD, Graduate College, August 2018 - May 2022\n"),
            Rules{});
}

TEST(Overlaps, ALoadThatBeginsLaterIsNotThatOfTheFirstMonths) {
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

TEST(Overlaps, SummersAreNoFullTimeYears) {
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

TEST(Overlaps, HoursOfAShiftAreNotThoseOfAWeek) {
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

TEST(Overlaps, ASchoolInATownIsNotTheLaboratoryThere) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "- MS in Clinical Research (full-time program), University of Houston, Aug 2023 - May 2024\n"
                        "\n"
                        "# Experience\n"
                        "\n"
                        "- Research Fellow (40 hours a week), Houston skin cancer laboratory, Sep 2021 - Jul 2024\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, AnInterneWithinADegree) {
  EXPECT_EQ(rules_found("# Education\n"
                        "\n"
                        "| Degree | Dates |\n"
                        "|---|---|\n"
                        "| Doctorat en médecine, Faculté de Fès | 09/2007 - 06/2016 |\n"
                        "| including: interne, CHU de Fès | 01/2014 - 12/2015 |\n"),
            Rules{});
}

TEST(Overlaps, StudyForADegreeIsAnEntryOfAList) {
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

TEST(Overlaps, AFormsQuestionIsNoPost) {
  EXPECT_EQ(rules_found("# Experience\n\n- Clinical research physician, full time, Genesee Cancer Institute, 07/2022 - "
                        "present\n\n# Other\n\n- Have you been away from clinical training? (Since July 2022)\n"),
            Rules{});
}

TEST(Overlaps, ASentenceWithoutRoleOrPlaceIsNoEntry) {
  EXPECT_EQ(rules_found("# Work\n\nI have been in Minnesota since March 2025, full time.\n\n# Experience\n\n- Research "
                        "associate, North Loop Hospital, 07/2025 - present (full time)\n"),
            Rules{});
}

TEST(Overlaps, TimesAwayDoNotOverlapAPost) {
  EXPECT_EQ(rules_found("# Experience\n\n- Resident, Irbid Hospital, 10/2018 - 09/2022\n\n# Interruption\n\nMaternity "
                        "leave in the residency: January to March 2019, full time.\n"),
            Rules{});
}

TEST(Overlaps, WhatSaysTwiceThatItIsFullTimeLeavesNoRoomInOneTown) {
  const auto listed = [](std::string_view degree, std::string_view post) {
    return rules_found("# Education\n\n- PhD, imaging, Shanghai, 09/2018 - 06/2022" + std::string(degree) +
                       "\n\n# Experience\n\n- 05/2021 - 12/2023, attending radiologist, Shanghai" + std::string(post) +
                       "\n");
  };
  EXPECT_EQ(listed(", full time", ", full time"), Rules{"dates/overlap"});
  EXPECT_EQ(listed("", ", full time"), Rules{});
}

TEST(Overlaps, AFullTimeFellowshipThatOutlastsTheResidencyBesideIt) {
  const auto listed = [](std::string_view fellowship) {
    return rules_found(
        "# Experience\n\n- Resident, Bayou Hospital, Houston, TX: 07/2018 - 06/2020\n"
        "- Research fellow (full time), Bayou Hospital, Houston, TX: " +
        std::string(fellowship) + "\n");
  };
  EXPECT_EQ(listed("02/2020 - 06/2022"), Rules{"dates/overlap"});
  EXPECT_EQ(listed("07/2019 - 06/2020"), Rules{});
}

TEST(Overlaps, YearsToldAgainToTheMonthAreTheMonths) {
  const auto told = [](std::string_view end) {
    return rules_found("# Experience\n\n- 2018-2021: Assistenzarzt, Klinikum Rotenfels, full time, June 2018 - " +
                       std::string(end) +
                       " 2021\n- 2021-2022: Master of Public Health, Hochschule Lahntal, full-time, April 2021 - March "
                       "2022\n");
  };
  EXPECT_EQ(told("September"), Rules{"dates/overlap"});
  EXPECT_EQ(told("March"), Rules{});
}

TEST(Overlaps, OneWeekendAMonthIsPartTimeWhateverItsBracketsSay) {
  EXPECT_EQ(rules_found("# Experience\n\n**Army Reserve**, one weekend a month. 10/2014 - 10/2022. Activated in 2020 "
                        "(full-time orders).\n\n**Registry coordinator**, Tallow Medical Center, full time. 05/2021 - "
                        "07/2023.\n"),
            Rules{});
}

using OverlapsOfALife = DatesOfALife;

TEST_F(OverlapsOfALife, AnOverlapHangsOnOneEndAndOneBeginning) {
  folder_.write("experience.md",
                "# Experience\n\n"
                "- Clinical research fellow, Maumee Heart Institute, Toledo: March 2024 - present, full time\n"
                "- Observer, Swan Creek Hospital, Toledo: October 2023 - December 2023\n"
                "- Ward physician, Regional Hospital Dobrich, Dobrich: February 2019 - October 2021, full time\n"
                "- Emergency physician, Ambulance Service, Shumen: November 2017 - April 2019, full time\n"
                "- Medical intern, St. Marina Hospital, Varna: October 2016 - September 2017, full time\n");
  EXPECT_EQ(found("I began at the Ambulance Service in Shumen in May 2016."),
            (Rules{"dates/overlap", "dates/contradiction"}));
}

TEST_F(OverlapsOfALife, ASecondFullTimePostInProseAlone) {
  const Rules kOverlap{"dates/overlap"};
  EXPECT_EQ(
      found("Through the whole of 2020 I was at the same time a full-time medical officer at a hospital in Ruse."),
      kOverlap);
  EXPECT_EQ(
      found("From February to September 2020, besides the ward, I held a second full-time job in a private hospital."),
      kOverlap);
  EXPECT_EQ(
      found("From February to September 2020, besides the ward, I held a job of two evenings in a private hospital."),
      kNone);
  EXPECT_EQ(found("From May 2019 to October 2021 I was a full-time ward physician, and I also worked on my English."),
            kNone);
}

TEST(Overlaps, ALeaveFromTheDegreeIsNoSecondPlace) {
  EXPECT_EQ(rules_found("# Education\n\n- MB BCh BAO, University College Galway, Sep 2010 - Jun 2018\n"
                        "- Leave of absence from medical school, Jan 2014 - Aug 2015\n"),
            Rules{});
}

TEST(Overlaps, TheHoursOfAMyErasExportTellTheLoad) {
  EXPECT_EQ(rules_found("# Experience\n\nTitle: Hospitalist\nOrganization: Tern Hospital\nDates: 01/2018 - 12/2021\n"
                        "Avg Hours Worked Per Week: 50\n\nTitle: Medical officer\nOrganization: Shoal Hospital\n"
                        "Dates: 01/2021 - 12/2022\nAvg Hours Worked Per Week: 48\n"),
            Rules{"dates/overlap"});
}

TEST(Overlaps, AMembershipIsNoPost) {
  EXPECT_EQ(rules_found("# Experience\n\n- Residency in internal medicine, Hospital Provincial, 06/1995 - 05/1999\n\n"
                        "## Memberships\n\nAsociacion Medica de Rosario (1996-2018); ACP (since 2020)\n"),
            kNone);
}

TEST(Overlaps, AMastersYearWithinAMedicalDegree) {
  EXPECT_EQ(rules_found("# Education\n\n- MD, University of Orkla School of Medicine, 07/2021 - present\n"
                        "- MPH, University of Orkla College of Population Health, 07/2024 - 06/2025\n"),
            kNone);
}

TEST(Overlaps, AStatementTellsTheHoursOfAPost) {
  const std::string entries =
      "# Training\n\n- Internal Medicine (categorical), Boise: 07/2023 - 06/2025. PGY-1, PGY-2.\n\n"
      "# Experience\n\n- Clinical informatics analyst, Salt Lake City, 02/2025 - Present\n";
  EXPECT_EQ(rules_found(application("From February 2025 I have been, forty hours in the week, the clinical informatics "
                                    "analyst of an epilepsy group in Salt Lake City.",
                                    entries)),
            Rules{"dates/overlap"});
  EXPECT_EQ(rules_found(application("From February 2025 I have been the clinical informatics analyst of an epilepsy "
                                    "group in Salt Lake City.",
                                    entries)),
            kNone);
}

}  // namespace
}  // namespace candor
