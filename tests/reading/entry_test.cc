// Entries: what each layout of an application's fields comes to.
#include "lint/reading/entry.h"

#include <gtest/gtest.h>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

using Words = std::vector<std::string>;

Words entries(const std::string& text, const std::string& name = "experience.md") {
  PathTexts path;
  path.add(name, text);
  return in_short(path.timeline().entries());
}

Event only_entry(const std::string& text, const std::string& name = "experience.md") {
  PathTexts path;
  path.add(name, text);
  return path.timeline().entry_count == 1 ? path.timeline().events.front() : Event{};
}

const Words kOfficer{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08"};

TEST(Entries, ABulletOfAList) {
  EXPECT_EQ(entries("# Experience\n\n- Medical officer, Mercy General Hospital, 02/2019 - 08/2020\n"), kOfficer);
}

TEST(Entries, ANoteOfManyRangesBelowIsNone) {
  EXPECT_EQ(entries("# Experience\n\n| Dates | Position | Organization |\n| --- | --- | --- |\n"
                    "| 02/2019 - 08/2020 | Medical officer | Mercy General Hospital |\n\n"
                    "ST1: Aug 2019 to Jan 2020. ST2: Feb 2020 to May 2020, with leave from Mar 2020 to Apr 2020.\n"),
            kOfficer);
}

TEST(Entries, AQuestionAboutInterruptionsIsNone) {
  EXPECT_EQ(entries("River University, Zaria, Nigeria\nMBBS    11/2006 - 12/2013\n"
                    "Medical education extended or interrupted? Yes. National university strikes, July to September "
                    "2009 and December 2011 to January 2012, each followed by a longer session.\n",
                    "application.txt")
                .size(),
            1U);
}

TEST(Entries, UnderATitleInBracketsOfAnExport) {
  std::string prose;
  for (int i = 0; i < 90; ++i) prose += "word ";
  EXPECT_EQ(entries("Specialty: Internal Medicine\n\n[Experience]\nOrganization: Mercy General Hospital\n"
                    "Title: Medical officer\nDates: February 2019 to August 2020\n\n[Statement]\n" +
                        prose + ".\n",
                    "export.txt"),
            kOfficer);
}

TEST(Entries, BelowABulletThatIsTheirTitle) {
  EXPECT_EQ(entries("* Work\n  Medical officer, Mercy General Hospital: February 2019 to August 2020. Full time.\n"
                    "  Scribe, River Clinic: May 2021 to June 2023. Full time.\n",
                    "application.txt"),
            (Words{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08",
                   "clinical: Scribe, River Clinic 2021-05/2023-06"}));
  EXPECT_EQ(entries("* Work\n  * Mercy General Hospital\n    * Medical officer\n    * February 2019 - August 2020\n"
                    "  * River Clinic\n    * Scribe\n    * May 2021 - June 2023\n"),
            (Words{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08",
                   "clinical: Scribe, River Clinic 2021-05/2023-06"}));
}

TEST(Entries, ADegreeBeforeItsUniversityInOneLineIsEducation) {
  EXPECT_EQ(only_entry("EDUCATION AND TRAINING\n\n01/09/2011 – 30/06/2017 Benin City, Nigeria\nMBBS University of "
                       "Benin\n",
                       "cv.txt")
                .kind,
            EventKind::education);
}

TEST(Entries, ARowOfATable) {
  EXPECT_EQ(entries("# Experience\n\n| Dates | Position | Organization |\n| --- | --- | --- |\n"
                    "| 02/2019 - 08/2020 | Medical officer | Mercy General Hospital |\n"),
            kOfficer);
}

TEST(Entries, LabelsOnLinesOfTheirOwn) {
  EXPECT_EQ(entries("Organization: Mercy General Hospital\nPosition: Medical officer\nStart Date: 02/2019\n"
                    "End Date: 08/2020\n"),
            kOfficer);
}

TEST(Entries, AKindOfTrainingIsNoOtherEntry) {
  EXPECT_EQ(entries("Program: Pathology residency, Mercy General Hospital\nType of training: Residency, abroad\n"
                    "Dates of training: 03/2015 - 02/2019\n"),
            (Words{"clinical: Pathology residency, Mercy General Hospital 2015-03/2019-02"}));
}

TEST(Entries, ACountedTitleEndsTheSectionBefore) {
  EXPECT_EQ(
      entries("Education\nDegree: MBChB\nSchool: Basra Gate University\nDates: 10/2010 - 07/2016\n\nExperience 1\n"
              "Position: Coordinator, asthma school\nOrganization: Tamar Lane Center\nDates: 08/2022 - 09/2023\n",
              "export.txt"),
      (Words{"education: MBChB, Basra Gate University 2010-10/2016-07",
             "work: Coordinator, asthma school, Tamar Lane Center 2022-08/2023-09"}));
}

TEST(Entries, ADiplomaOfPhysicianIsAMedicalDegree) {
  EXPECT_TRUE(only_entry("- Diploma of physician, Dnipro Bend Medical University, 09/2009 - 06/2015\n", "cv.md")
                  .medical_degree);
}

TEST(Entries, ARangeWithBothItsEndsIsTheEntrys) {
  EXPECT_EQ(
      entries(
          "EXPERIENCE\nMercy General Hospital | Medical officer, lead since 05/2020 | 02/2019 - Present | Full time\n",
          "cv.txt"),
      (Words{"clinical: Medical officer, Mercy General Hospital 2019-02/.."}));
}

TEST(Entries, AClassThatOneTaughtIsNoDate) {
  EXPECT_EQ(entries("# Volunteer\n\n**Anatomy tutor for the class of 2025**\nMercy College, 2021 - 2022\n"),
            (Words{"work: Anatomy tutor for the class of 2025, Mercy College 2021/2022"}));
}

TEST(Entries, ATitleAboveItsListIsNoPartOfTheFirstLine) {
  EXPECT_EQ(
      entries("COMLEX-USA\n  Level 1   Fail   372   September 14, 2020\n  Level 1   Pass   468   February 9, 2021\n",
              "exams.txt"),
      (Words{"exam: COMLEX Level 1 2020-09-14", "exam: COMLEX Level 1 2021-02-09"}));
}

TEST(Entries, AListInAFileWithASpanishName) {
  const Words all = entries(
      "**Medical officer**, full time\nMercy General Hospital\n*February 2019 to August 2020*\n\n"
      "**Education**\nMedico, Universidad del Rio, Cali\n*January 2009 to December 2014*\n\n"
      "**Exams**\nStep 1, September 20, 2022, pass. Step 2 CK, March 12, 2024, 240. OET, April "
      "2024, pass. ECFMG certificate, June 2024.\n",
      "experiencia.md");
  ASSERT_FALSE(all.empty());
  EXPECT_EQ(all.front(), kOfficer.front());
}

TEST(Entries, ATitleInAFrame) {
  EXPECT_EQ(
      entries(
          "Name: Ioana Popa\n\n--- Experience ---\nOrganization: Mercy General Hospital\nPosition: Medical officer\n"
          "Dates: 02/2019 - 08/2020\nDescription: Operating theatres three days, intensive care two days, about six "
          "calls in a month, and the list of those who were to be told of a death.\n",
          "application.txt"),
      kOfficer);
}

TEST(Entries, ABoldNameAboveItsDates) {
  EXPECT_EQ(entries("# Experience\n\n**Medical officer**, Mercy General Hospital\nFeb. 2019 – Aug. 2020\n"), kOfficer);
}

TEST(Entries, ALineOfACvWithTheDatesInFront) {
  EXPECT_EQ(entries("EXPERIENCE\n02/2019 - 08/2020   Medical officer, Mercy General Hospital\n", "cv.txt"), kOfficer);
}

TEST(Entries, RomanMonths) {
  EXPECT_EQ(entries("# Experience\n\n- Medical officer, Mercy General Hospital: II.2019 - VIII.2020\n"), kOfficer);
}

TEST(Entries, ATitleOfItsOwnEndsTheStatement) {
  EXPECT_EQ(entries("STATEMENT\n\nI like trials.\n\nAPPOINTMENTS\n\n"
                    "02/2019 - 08/2020   Medical officer, Mercy General Hospital\n",
                    "application.txt"),
            kOfficer);
}

TEST(Entries, WhatStandsUnderAwardsOrLanguagesTakesNoTime) {
  for (const std::string title : {"Awards", "Certifications", "Languages", "Publications"}) {
    EXPECT_TRUE(only_entry("# " + title + "\n\n- German (B2 certificate), June 2023\n").paper) << title;
  }
}

TEST(Entries, AnInstructorsCertificateIsNoPost) {
  EXPECT_TRUE(only_entry("CERTIFICATIONS\n\nBasic Life Support Instructor: since 03/2018\n", "eras.txt").paper);
}

TEST(Entries, ASittingHasItsExamAttemptResultAndScore) {
  const Event event = only_entry("# Exams\n\n- USMLE Step 2 CK, attempt 2: 18 June 2024, passed, 236\n", "exams.md");
  EXPECT_EQ(event.sitting.exam, Exam::step2_ck);
  EXPECT_EQ(event.sitting.attempt, 2);
  EXPECT_EQ(event.sitting.result, ExamResult::pass);
  EXPECT_EQ(event.sitting.score, 236);
}

TEST(Entries, HoursDaysAndFrequencyTellTheLoad) {
  const auto load = [](const std::string& words) {
    return only_entry("# Experience\n\n- Auditor (" + words + "), North Insurance, 06/2019 - 02/2021\n").load;
  };
  EXPECT_EQ(load("full-time"), Load::full_time);
  EXPECT_EQ(load("44 hours per week"), Load::full_time);
  EXPECT_EQ(load("12 hours per week"), Load::part_time);
  EXPECT_EQ(load("weekends"), Load::part_time);
  EXPECT_EQ(load("internal audits"), Load::unstated);
  EXPECT_EQ(load("full-time, 12 home visits a week"), Load::full_time);
}

TEST(Entries, AnInternshipIsFullTimeWithoutAWord) {
  EXPECT_EQ(only_entry("# Experience\n\n- Intern, Mercy General Hospital, 06/2019 - 05/2020\n").load, Load::full_time);
}

TEST(Entries, OneThatIsStillToComeSaysSo) {
  EXPECT_TRUE(only_entry("# Experience\n\n- Observer, Lake Hospital, 10/2026 - 11/2026 (scheduled)\n").expected);
}

TEST(Entries, ProseIsNone) {
  EXPECT_EQ(entries("I worked at Mercy General Hospital from February 2019 to August 2020, and I liked the wards.\n",
                    "personal-statement.md"),
            Words{});
}

TEST(Entries, AStateBehindItsTownIsNoDegree) {
  EXPECT_EQ(
      entries("EXPERIENCE\n\nTern Bone Health Unit, Baltimore, MD\nResearch fellow  09/2023 - Present\n", "cv.txt"),
      Words{"research: Research fellow, Tern Bone Health Unit 2023-09/.."});
}

TEST(Entries, AFieldOfWorkIsNoRoleWhereOneIsNamed) {
  EXPECT_EQ(entries("# Experience\n\n## San Telmo Renal Research, Fresno\nClinical research coordinator\n"
                    "November 2022 - present\n"),
            Words{"research: Clinical research coordinator, San Telmo Renal Research 2022-11/.."});
}

TEST(Entries, TheSameHospitalIsThatOfTheEntryBefore) {
  EXPECT_EQ(entries("# Experience\n\n- Intern, Mercy General Hospital, 07/2018 - 06/2019\n"
                    "- Senior house officer, same hospital, 07/2019 - 06/2021\n"),
            (Words{"clinical: Intern, Mercy General Hospital 2018-07/2019-06",
                   "clinical: Senior house officer, Mercy General Hospital 2019-07/2021-06"}));
}

TEST(Entries, ALabelIsNoTown) {
  EXPECT_EQ(only_entry("PLACE: Mercy General Hospital\nROLE: Medical officer\nDATES: 02/2019 - 08/2020\n").places,
            Words{});
}

TEST(Entries, ANameThatEndsInALabelIsAName) {
  EXPECT_EQ(
      entries("EXPERIENCE\n\nOrkla Municipal Hospital: resident in family medicine, January 2015 to October 2018\n",
              "experience.txt"),
      Words{"clinical: resident in family medicine, Orkla Municipal Hospital 2015-01/2018-10"});
}

TEST(Entries, AGradeIsNotTheWriter) {
  EXPECT_EQ(entries("# Experience\n\nResearch Coordinator I (full-time): Mercy General Hospital, Tacoma, WA\n"
                    "Jul. 2021 - Dec. 2022\n")
                .size(),
            1U);
}

TEST(Entries, ASeniorHouseOfficerIsOneTitle) {
  EXPECT_EQ(entries("EXPERIENCE\n2017-07 to 2019-12   Senior House Officer, Mercy Hospital, Kingston\n", "cv.txt"),
            Words{"clinical: Senior House Officer, Mercy Hospital 2017-07/2019-12"});
}

TEST(Entries, AMastersWithItsDissertationIsADegree) {
  EXPECT_FALSE(only_entry("OTHER DEGREES\nUniversity of Orkla\nMSc Neuroscience (full time), 09/2018 - 09/2019\n"
                          "Dissertation: Delay in acute stroke\n",
                          "cv.txt")
                   .within_degree);
}

TEST(Entries, TheFootOfAPageIsNone) {
  EXPECT_EQ(entries("Experience\nMedical officer (Work)      02/2019 - 08/2020\nMercy General Hospital\n\n"
                    "Printed 10/01/2026                              Page 2 of 7\n",
                    "application.txt")
                .size(),
            1U);
}

TEST(Entries, TheApplicantsNameIsNoneOfTheirFields) {
  EXPECT_EQ(
      entries(
          "# Nora Vale, MD\n\n**Clinic work.** Medical assistant, Harbor family practice, July 2020 to August 2022\n",
          "cv.md"),
      Words{"clinical: Medical assistant, Harbor family practice 2020-07/2022-08"});
}

TEST(Entries, ARunInCategoryIsNeitherRoleNorPlace) {
  EXPECT_EQ(
      entries("# Experience\n\n**Practice.** Medical officer, Mercy General Hospital, February 2019 to August 2020\n"),
      kOfficer);
  EXPECT_EQ(entries("# Experience\n\n**Medical officer.** Mercy General Hospital, February 2019 to August 2020\n"),
            kOfficer);
}

TEST(Entries, ACountedSectionIsATitle) {
  EXPECT_EQ(entries("# Nora Vale\n\n### B. Clinical work\n\n* **02/2019 – 08/2020** District therapist, polyclinic\n",
                    "cv.md"),
            Words{"work: District therapist, polyclinic 2019-02/2020-08"});
}

TEST(Entries, ADegreeInBracketsBelowItsDates) {
  EXPECT_EQ(only_entry("# Education\n\n2020-04 – 2024-03  \nOrkla University, doctoral course, pathology (degree "
                       "conferred 2024-09)\n",
                       "cv.md")
                .start->date.year,
            2020);
}

TEST(Entries, AColumnOfAnotherCalendarGivesNoDates) {
  PathTexts path;
  path.add("education.md",
           "# Education\n\n| Step | Bikram Sambat | Gregorian |\n| --- | --- | --- |\n"
           "| Admission, MBBS, Himal College of Medicine | Bhadra 2068 | September 2011 |\n");
  const Timeline timeline = path.timeline();
  ASSERT_FALSE(timeline.entries().empty());
  ASSERT_TRUE(timeline.entries().back().start.has_value());
  EXPECT_EQ(timeline.entries().back().start->date.year, 2011);
}

TEST(Entries, WhatAnExamWasMovedFromIsNoSitting) {
  EXPECT_EQ(entries("# Exams\n\n| Exam | Date | Result |\n| --- | --- | --- |\n"
                    "| USMLE Step 1 | 11 Sep 2021 (rescheduled from 18 Apr 2021) | Pass |\n",
                    "exams.md")
                .size(),
            1U);
}

TEST(Entries, ABirthDateIsNone) {
  EXPECT_EQ(entries("**Prior applications**\n\nOne.\n\n**Date of birth**\n\n9 January 1994\n", "short-answers.md"),
            Words{});
}

TEST(Entries, WhatIsSaidOfACourseIsNoEntry) {
  EXPECT_EQ(entries("# Education\n\n**MBBS**, University of Orkla\nNovember 2010 – October 2017\n\n"
                    "The course is of six years. A strike closed the university from July to December 2013, and the "
                    "calendar shifted.\n",
                    "education.md")
                .size(),
            1U);
}

TEST(Entries, TwoColumnsOutOfAPdf) {
  EXPECT_EQ(
      entries("EXPERIENCE\nPathologist                      10/2020 -\nTern Diagnostics, Bergen         05/2023\n\n"
              "Research Fellow, Pathology       01/2024 -\nOrkla University                 Present\n",
              "entries_from_pdf.txt")
          .size(),
      2U);
}

TEST(Entries, ATableThatIsOneRecord) {
  EXPECT_EQ(entries("# Experience\n\n| | |\n| --- | --- |\n| Organization | Mercy General Hospital |\n"
                    "| Position | Medical officer |\n| Dates | 02/2019 - 08/2020 |\n"),
            kOfficer);
  EXPECT_EQ(entries("# Experience\n\n| | |\n| --- | --- |\n| **Medical officer** | Mercy General Hospital |\n"
                    "| Dates | 02/2019 - 08/2020 |\n| **Registrar** | Hope Clinic |\n| Dates | 09/2020 - 01/2022 |\n"),
            (Words{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08",
                   "clinical: Registrar, Hope Clinic 2020-09/2022-01"}));
}

TEST(Entries, LabelsThatAPdfBroke) {
  EXPECT_EQ(entries("Organization: Mercy General Hospital\nPosition Ti-\ntle: Medical officer\nStart Da-\nte: 02/2019\n"
                    "End Da-\nte: 08/2020\n",
                    "experience.txt"),
            kOfficer);
}

TEST(Entries, APostToldInASentence) {
  EXPECT_EQ(
      entries("# Experience\n\nI was a medical officer at Mercy General Hospital, Tampa, from February 2019 until "
              "August 2020. Full time.\n"),
      Words{"clinical: medical officer, Mercy General Hospital 2019-02/2020-08"});
  EXPECT_EQ(
      entries("# Experience\n\nMedical officer. I began in February 2019 at Mercy General Hospital, and worked there "
              "until August 2020.\n"),
      kOfficer);
  EXPECT_EQ(
      entries("# Experience\n\nFrom February 2019 until I left Tampa in August 2020 I was a medical officer at Mercy "
              "General Hospital.\n"),
      Words{"clinical: medical officer, Mercy General Hospital 2019-02/2020-08"});
}

TEST(Entries, ASentenceOfTheStatementIsNone) {
  EXPECT_EQ(
      entries("# Personal statement\n\nI was a medical officer at Mercy General Hospital from February 2019 until "
              "August 2020.\n",
              "application.md"),
      Words{});
}

TEST(Entries, ADegreeAmongPostsIsADegree) {
  EXPECT_EQ(entries("# Curriculum vitae\n\n- Doctor of Medicine, Institute of Medicine, 06/2012 - 04/2016\n"
                    "- Médico general de zona, Servicio de Salud, 03/2017 - 03/2021\n"),
            (Words{"education: Doctor of Medicine, Institute of Medicine 2012-06/2016-04",
                   "clinical: Médico general de zona, Servicio de Salud 2017-03/2021-03"}));
}

TEST(Entries, WhatIsMarkedBeforeAColonIsAName) {
  EXPECT_EQ(entries("## Posts held\n\n- **Valken Hospital, Cape Town**: Medical officer. January 2022 - current\n"
                    "- **Khaya Hospital**: Medical officer. January 2018 - December 2021\n"),
            (Words{"clinical: Medical officer, Valken Hospital 2022-01/..",
                   "clinical: Medical officer, Khaya Hospital 2018-01/2021-12"}));
}

TEST(Entries, ARangeCountsBeforeAnEndThatStandsAboveIt) {
  EXPECT_EQ(entries("# Experience\n\n**Lakes University**\nResearch assistant (volunteer until January 2025)\n"
                    "09/2024 - present\n"),
            Words{"research: Research assistant, Lakes University 2024-09/.."});
}

TEST(Entries, ADegreeThatHasAWordOfPlaces) {
  EXPECT_EQ(entries("# Education\n\n- Master of Public Health, Emory University, 08/2019 - 05/2021\n"),
            Words{"education: Master of Public Health, Emory University 2019-08/2021-05"});
}

TEST(Entries, NumberedTitlesOverTheirLines) {
  EXPECT_EQ(entries("Curriculum Vitae\n\n1. Training and work\n"
                    "   Medical officer, Mercy General Hospital    02/2019 - 08/2020\n"
                    "   Physician, Farlow Hospital                 10/2020 - 06/2021\n\n"
                    "2. Courses\n   Microsurgery laboratory, Hannover    03/2021 - 01/2021\n",
                    "cv.txt"),
            (Words{kOfficer[0], "clinical: Physician, Farlow Hospital 2020-10/2021-06",
                   "research: Hannover, Microsurgery laboratory 2021-03/2021-01"}));
}

TEST(Entries, APlainTitleOverLinesThatBeginWithDates) {
  EXPECT_EQ(entries("Work\nFeb 2019 - Aug 2020   Medical officer, Mercy General Hospital\n", "cv.txt"), kOfficer);
}

TEST(Entries, ADashThatNothingFollowsLeavesAPostOpen) {
  for (const char* dates : {"09/2020 -", "September 2020 \u2013", "(Sept. 2020 -)"}) {
    const Event post = only_entry("# Experience\n\n- Physician, Farlow Hospital, " + std::string(dates) + "\n");
    ASSERT_TRUE(post.start) << dates;
    EXPECT_FALSE(post.end) << dates;
    EXPECT_TRUE(post.to_present) << dates;
  }
}

TEST(Entries, ADateAboveTheExamThatItIsOf) {
  EXPECT_EQ(entries("Examinations\n\n06/05/2021\nUSMLE Step 1, Fail\n\n01/18/2022\nUSMLE Step 1, Pass\n", "exams.txt"),
            (Words{"exam: Step 1 2021-06-05", "exam: Step 1 2022-01-18"}));
}

TEST(Entries, FullTimeIsToldByWordsBeforeTheHoursOfTheDay) {
  const auto load = [](const std::string& hours) {
    return only_entry(
               "Organization: Mercy General Hospital\nPosition: Medical officer\nStart Date: 02/2019\n"
               "End Date: 08/2020\nHours: " +
               hours + "\n")
        .load;
  };
  EXPECT_EQ(load("full time, five days a week, 8 to 4"), Load::full_time);
  EXPECT_EQ(load("part time (full time in the summers)"), Load::part_time);
  EXPECT_EQ(load("8"), Load::part_time);
}

TEST(Entries, APostThatIsStillHeld) {
  EXPECT_EQ(entries("# Experience\n\nCommunity Health Worker, Mattapan Health Center. I started in October 2021 and "
                    "still hold this post.\n\nMedical officer, Mercy General Hospital. 02/2019 - 08/2020\n"),
            (Words{"work: Community Health Worker, Mattapan Health Center 2021-10/..", kOfficer[0]}));
}

const Words kTwo{kOfficer[0], "clinical: Physician, Farlow Hospital 2020-10/2021-06"};

TEST(Entries, UnderATitleOfMilitaryServiceOrJobs) {
  for (const char* title : {"MILITARY SERVICE", "JOBS", "BERUFSERFAHRUNG"}) {
    EXPECT_EQ(entries(std::string(title) + "\nHellenic Army, soldier   01/2017 - 12/2017\n", "cv.txt"),
              Words{"work: soldier, Hellenic Army 2017-01/2017-12"})
        << title;
  }
}

TEST(Entries, ARowThatLeavesTheExamToTheRowAbove) {
  EXPECT_EQ(entries("# Exams\n\n| Exam | Date | Result |\n| --- | --- | --- |\n"
                    "| USMLE Step 1 | 11 May 2021 | Fail |\n| | 20 Dec 2022 | Pass |\n",
                    "exams.md"),
            (Words{"exam: Step 1 2021-05-11", "exam: Step 1 2022-12-20"}));
}

TEST(Entries, DatesAboveTheirNames) {
  EXPECT_EQ(
      entries("## Where I worked\n\n*February 2019 \u2013 August 2020*\nMedical officer, Mercy General Hospital\n\n"
              "*October 2020 \u2013 June 2021*\nPhysician, Farlow Hospital\n"),
      kTwo);
}

TEST(Entries, TheSortOfExperienceBelowItsDatesIsNoTitle) {
  EXPECT_EQ(entries("Experience\n02/2019 - 08/2020\nWork Experience\nMercy General Hospital, Lagos\nMedical officer\n"
                    "Average Hours/Week: 40\n\n10/2020 - 06/2021\nWork Experience\nFarlow Hospital, Lagos\nPhysician\n",
                    "cv.txt"),
            kTwo);
}

TEST(Entries, RowsOfATableWithoutBars) {
  for (const char* bar : {",", ";", "\t"}) {
    std::string table =
        "title|organization|start|end|load\nMedical officer|Mercy General Hospital|2019-02|2020-08|full time\n"
        "Physician|Farlow Hospital|2020-10|2021-06|full time\n";
    for (char& c : table) c = c == '|' ? bar[0] : c;
    EXPECT_EQ(entries(table, "sheet.txt"), kTwo) << bar;
  }
  EXPECT_EQ(
      entries("title,organization,start,end\n\"Medical officer\",\"Mercy General Hospital, Lagos\",2019-02,2020-08\n",
              "sheet.txt"),
      Words{"clinical: Medical officer, Mercy General Hospital, Lagos 2019-02/2020-08"});
}

TEST(Entries, SeveralOnALineBehindItsTitle) {
  EXPECT_EQ(entries("Posts: Medical officer, Mercy General Hospital, 02/2019 to 08/2020, full time; Physician, Farlow "
                    "Hospital, 10/2020 to 06/2021, full time.\n",
                    "background.txt"),
            kTwo);
  EXPECT_EQ(entries("**Work.** Medical officer, Mercy General Hospital (Feb. 2019\u2013Aug. 2020). Physician, Farlow "
                    "Hospital (Oct. 2020\u2013June 2021).\n",
                    "summary.md"),
            kTwo);
}

TEST(Entries, DetailsBelowADegreeAreNotSeveral) {
  EXPECT_EQ(entries("# Education\n\n**MD**, Palm University School of Medicine\n01/2018 \u2013 05/2022\n"
                    "Basic sciences, 01/2018 \u2013 12/2019; clerkships at Mercy Hospital, 02/2020 \u2013 03/2022.\n",
                    "education.md")
                .size(),
            1U);
}

TEST(Entries, NestedUnderTheirCountry) {
  EXPECT_EQ(entries("- **Nigeria**\n    - Medical officer, Mercy General Hospital, Feb 2019 to Aug 2020\n"
                    "    - Physician, Farlow Hospital, Oct 2020 to Jun 2021\n",
                    "history.md"),
            kTwo);
  EXPECT_EQ(entries("* Work\n** Medical officer, Mercy General Hospital   [2019-02 to 2020-08]\n"
                    "** Physician, Farlow Hospital   [2020-10 to 2021-06]\n",
                    "cv.txt"),
            kTwo);
}

TEST(Entries, ALabelWhoseColonStandsOnTheNextLine) {
  EXPECT_EQ(entries("Organization\n: Mercy General Hospital\nPosition\n: Medical officer\nDates\n:02/2019 - 08/2020\n",
                    "application.txt"),
            kOfficer);
}

TEST(Entries, NumberedTitlesInAnyLanguage) {
  EXPECT_EQ(entries("1. Besch\u00E4ftigungen\nvon 01.02.2019 bis 30.08.2020   Mercy General Hospital, medical officer\n"
                    "von 01.10.2020 bis 30.06.2021   Farlow Hospital, physician\n",
                    "cv.txt"),
            (Words{"clinical: medical officer, Mercy General Hospital 2019-02-01/2020-08-30",
                   "clinical: physician, Farlow Hospital 2020-10-01/2021-06-30"}));
}

TEST(Entries, ADiplomaByItsNameIsADegree) {
  EXPECT_EQ(
      entries("# Training and degrees\n\n- Postgraduate Diploma in Clinical Epidemiology, Maule University, 03/2017 - "
              "12/2017\n"),
      Words{"education: Postgraduate Diploma in Clinical Epidemiology, Maule University 2017-03/2017-12"});
}

TEST(Entries, WhatStandsAmongStudiesMayBeWork) {
  EXPECT_EQ(entries("# Education\n\n- Research assistant, Mercy University, 02/2019 - 08/2020\n", "cv.md"),
            Words{"research: Research assistant, Mercy University 2019-02/2020-08"});
}

TEST(Entries, AwardsAndAccomplishmentsAreNoPosts) {
  PathTexts path;
  path.add("cv.txt", "Other Awards/Accomplishments\nBest House Officer, Teaching Hospital, 2019\n");
  for (const Event& entry : path.timeline().entries()) EXPECT_TRUE(entry.paper) << entry.title;
}

TEST(Entries, OfALetterThatTellsThePathWhereNothingListsIt) {
  PathTexts path;
  path.add(
      "letter.md",
      "Dear coordinator,\n\nI studied medicine at Lakes University from October 2007 to November 2013. I was a medical "
      "officer at Mercy General Hospital from February 2019 to August 2020, and from October 2020 to June 2021 I was a "
      "physician at Farlow Hospital. I passed USMLE Step 1 on 18 May 2021.\n");
  path.add("statement.md", "I joined Farlow Hospital in October 2020.\n");
  EXPECT_EQ(in_short(path.timeline().entries()),
            (Words{"education: , Lakes University 2007-10/2013-11",
                   "clinical: medical officer, Mercy General Hospital 2019-02/2020-08",
                   "clinical: physician, Farlow Hospital 2020-10/2021-06", "exam: Step 1 2021-05-18"}));
}

TEST(Entries, ARangeUnderDurationIsTheDates) {
  EXPECT_EQ(
      entries(
          "Position: Medical officer\nOrganization: Mercy General Hospital\nDuration: February 2019 to August 2020 (18 "
          "months)\n"),
      kOfficer);
  EXPECT_EQ(entries("| Position | Organization | Duration |\n| --- | --- | --- |\n"
                    "| Medical officer | Mercy General Hospital | Feb 2019 to Aug 2020 (18 months) |\n"),
            kOfficer);
}

TEST(Entries, AColumnForTheMonthAndOneForTheYear) {
  EXPECT_EQ(
      entries(
          "# Experience\n\n| Position | Organization | From | From | To | To |\n| --- | --- | --- | --- | --- | --- |\n"
          "| Medical officer | Mercy General Hospital | February | 2019 | August | 2020 |\n"),
      kOfficer);
}

TEST(Entries, DatesOverTwoLines) {
  EXPECT_EQ(entries("# Experience\n\nMedical officer, Mercy General Hospital\nFebruary 2019 \u2013\nAugust 2020\n"),
            kOfficer);
  EXPECT_EQ(entries("Experience\n\nFeb 2019\nAug 2020\nMedical officer, Mercy General Hospital\n\n"
                    "Oct 2020\nJun 2021\nPhysician, Farlow Hospital\n",
                    "cv.txt"),
            kTwo);
}

TEST(Entries, DottedLeadersAndMonthsAndYearsApart) {
  EXPECT_EQ(entries("EXPERIENCE 1\n\nTitle ............ Medical officer\nOrganization ..... Mercy General Hospital\n"
                    "Start ............ Month: February  Year: 2019\nEnd .............. Month: August  Year: 2020\n",
                    "application.txt"),
            kOfficer);
}

TEST(Entries, ThePeriodOfEligibilityIsNotTheDayOfAnExam) {
  EXPECT_EQ(entries("# Examinations\n\nUSMLE Step 1    17-AUG-2021    01-JUN-2021 - 31-AUG-2021    Pass\n", "exams.md"),
            Words{"exam: Step 1 2021-08-17"});
}

TEST(Entries, DatesAboveTheirExams) {
  EXPECT_EQ(
      entries("Examinations\n\nMay 11, 2021\nUSMLE Step 1, fail\nMay 23, 2022\nUSMLE Step 1, pass\n", "exams.txt"),
      (Words{"exam: Step 1 2021-05-11", "exam: Step 1 2022-05-23"}));
}

TEST(Entries, ALoadBehindTheDates) {
  EXPECT_EQ(
      entries("Experience\nMedical officer\nMercy General Hospital\n02/2019 - 08/2020    Frequency: Daily\nPhysician\n"
              "Farlow Hospital\n10/2020 - 06/2021    Frequency: Daily\n",
              "cv.txt"),
      kTwo);
}

TEST(Entries, AnEndAfterSomeMonthIsNotStated) {
  const Event event = only_entry(
      "# Experience\n\nOrganization: Lake Hospital\nPosition: Clerk\nStart Date: 08/2018\nEnd Date: after June "
      "2020\n");
  EXPECT_TRUE(event.start);
  EXPECT_FALSE(event.end);
}

TEST(Entries, ACapitalWithinANameCutsNoWord) {
  EXPECT_EQ(
      only_entry("# Experience\n\n## Observer, Shirley Ryan AbilityLab, Chicago\nMay 2021 - June 2021\n").organization,
      "Shirley Ryan AbilityLab");
}

TEST(Entries, AConferralOnItsOwnLineIsOfTheCourse) {
  PathTexts path;
  path.add("education.md",
           "# Education\n\n- Doctor of Medicine, Lakes University, 09/2010 - 07/2016\n\n"
           "Degree of Doctor of Medicine conferred by the University: 12 May 2017\n");
  const Event& course = path.timeline().events.front();
  ASSERT_EQ(course.other_dates.size(), 1U);
  EXPECT_EQ(course.other_dates.front().date.year, 2017);
}

TEST(Entries, ASentenceOfADescriptionWithADateIsNone) {
  EXPECT_EQ(entries("## Training\n**Medical officer, Mercy General Hospital** \u2014 Stockton, CA\n*02/2019 - 08/2020 "
                    "\u00B7 full "
                    "time*\nInjuries, return-to-work plans. California licence since 2021.\n"),
            Words{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08"});
}

TEST(Entries, DatesOfOthersInADescriptionAreNotItsOwn) {
  EXPECT_EQ(
      entries("## Experience\n\n### Research Assistant\nGroup on kidney disease | since October 2021\nEnters data; the "
              "cohort itself was recruited in 2008-2011 by others.\n"),
      Words{"research: Research Assistant, Group on kidney disease 2021-10/.."});
}

TEST(Entries, MedicineOfAUniversityIsACourse) {
  EXPECT_EQ(entries("| Dates | Activity | Place |\n|---|---|---|\n| Feb 2010 - Dec 2016 | Medicina (con internado) | "
                    "Universidad del Rio, Arequipa |\n",
                    "history.md"),
            Words{"education: Medicina (con internado), Universidad del Rio, Arequipa 2010-02/2016-12"});
}

TEST(Entries, UnderATitleThatTellsTheirOrderOrAnything) {
  for (const char* title : {"Work and training, newest first", "Clinical and other work of these years"}) {
    EXPECT_EQ(entries("## " + std::string(title) +
                      "\n\n**Medical officer** (full time)\nMercy General Hospital\n*02/2019 - 08/2020*\n\n"
                      "**Physician** (full time)\nFarlow Hospital\n*10/2020 - 06/2021*\n"),
              kTwo)
        << title;
  }
}

TEST(Entries, TwoLinesEachAndALabelThatIsNotKnown) {
  EXPECT_EQ(entries("Internship: CWM Hospital, Suva\nDates: January 1995 to January 1996\n"
                    "Post: Medical officer, Hutt Hospital\nDates: December 2006 to January 2020\n"
                    "Side role: Visiting doctor, two weeks each January\nDates: 2008 to 2020\n"
                    "Post: Clinics manager, Wasatch Partnership\nDates: July 2022 to Present\n",
                    "cv.txt")
                .size(),
            4U);
}

TEST(Entries, TheWholeRangeStandsBeforeThoseInBrackets) {
  EXPECT_EQ(entries("## Appointments\n\n- Assistant professor (2010-2015), associate professor (2015-2021), Changwon "
                    "Hospital, Mar 2010 - Feb 2021\n"),
            Words{"work: Assistant professor, Changwon Hospital 2010-03/2021-02"});
}

TEST(Entries, NumberedOnesUnderAName) {
  EXPECT_EQ(
      entries("Aigerim Seitkali\n\n1. Research Coordinator, Lung Registry, Pittsburgh (full time)\n   November 2021 - "
              "Present\n2. Ward Physician, Karaganda Regional Hospital (full time)\n   September 2017 - January 2021\n",
              "entries.txt")
          .size(),
      2U);
}

TEST(Entries, ALabelOfExperienceEndsTheAnswerAboutAnInterruption) {
  EXPECT_EQ(
      entries("Was your medical education extended or interrupted? Yes\nExplanation: Leave in 2022.\n\n"
              "Experience: Delivery driver, full time\nDates: 06/2018 - 07/2020\n"
              "Experience: Lab technician, full time\nDates: 06/2017 - 05/2018\n",
              "export.txt"),
      (Words{"work: Delivery driver, full time 2018-06/2020-07", "work: Lab technician, full time 2017-06/2018-05"}));
}

TEST(Entries, MyIsAPlaceToo) {
  EXPECT_EQ(
      entries("EXPERIENCE\nPhysician, My Xuyen District Health Center\nFull time. November 2020 to August 2022.\n",
              "experiences.txt")
          .size(),
      1U);
}

TEST(Entries, ATableOfBarsWithoutThoseAtItsEdges) {
  const Words both{"clinical: Medical officer, Mercy General Hospital 2019-02/2020-08",
                   "research: Research assistant, Tern Institute 2021-08/.."};
  for (const char* head : {"From | To | Position | Organization", "desde | hasta | cargo | lugar"}) {
    EXPECT_EQ(entries(std::string(head) + "\n2019-02 | 2020-08 | Medical officer | Mercy General Hospital\n"
                                          "2021-08 | present | Research assistant | Tern Institute\n",
                      "experience.txt"),
              both)
        << head;
  }
}

TEST(Entries, ATurnedTableHasAnEntryInEachColumn) {
  EXPECT_EQ(entries("# Experience\n\n|           | B | A |\n|---|---|---|\n"
                    "| **Role**  | Research assistant | Medical officer |\n"
                    "| **Place** | Tern Institute | Mercy General Hospital |\n"
                    "| **Start** | Aug 2021 | Feb 2019 |\n| **End**   | present | Aug 2020 |\n"),
            (Words{"research: Research assistant, Tern Institute 2021-08/..", kOfficer.front()}));
  EXPECT_EQ(entries("# Education\n\n|           | MD |  Pre-university |\n|---|---|---|\n"
                    "| **Place** | Zagros University of Medical Sciences | Hafez High School |\n"
                    "| **Start** | Sep 2008 | Sep 2007 |\n| **End**   | Sep 2015 | Jun 2008 |\n")
                .size(),
            2U);
}

TEST(Entries, ADatedLineThatGoesOnInTheFirstPerson) {
  for (const char* load : {"full time", "44 hours a week"}) {
    EXPECT_EQ(entries("# Experience\n\n### Medical officer, Mercy General Hospital\n02/2019 - 08/2020, " +
                      std::string(load) + ". I set up the wound clinic and trained two nurses to run it.\n"),
              kOfficer)
        << load;
  }
}

TEST(Entries, ARangeInAColumnOfItsOwn) {
  EXPECT_EQ(entries("EXPERIENCE\n\n02/2019-08/2020   Medical officer, Mercy General Hospital\n"
                    "03/2022-10/2022   At home: care of my mother\n",
                    "cv.txt")
                .size(),
            2U);
}

TEST(Entries, ANoteOnTheRowsOfATableIsNone) {
  EXPECT_EQ(entries("# Experience\n\n| # | Organization | Position | Start | End |\n| --- | --- | --- | --- | --- |\n"
                    "| 1 | Mercy General Hospital | Medical officer | Feb 2019 | Aug 2020 |\n\n"
                    "Entry 1: 2,600 cataract operations; the microscope was from 1983.\n"),
            kOfficer);
}

TEST(Entries, LabelsInAColumn) {
  EXPECT_EQ(entries("Organization      Mercy General Hospital\nPosition          Medical officer\n"
                    "From              February 2019\nTo                August 2020 (one month of leave)\n",
                    "experience.txt"),
            kOfficer);
}

TEST(Entries, PartsOfADegreeFurtherIn) {
  EXPECT_EQ(entries("# Education\n\n- **MBBS**, Tern Medical College: August 2011 - July 2018\n"
                    "  - Internship, Mercy General Hospital: August 2016 - July 2017\n"
                    "  - Servicio social, Batopilas: August 2017 - July 2018\n")
                .size(),
            3U);
}

}  // namespace
}  // namespace candor
