// dates/* over the texts of one applicant: what a sentence of the statement says, laid beside the lists and the answer
// about time away.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "lint/engine/run.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Rules = std::vector<std::string>;

const Rules kNone;
const Rules kContradiction{"dates/contradiction"};
const Rules kMismatch{"dates/duration-mismatch"};

// One doctor's lists, which agree; a test adds the statement.
class DatesOfALife : public testing::Test {
 protected:
  DatesOfALife() {
    folder_.write("experience.md",
                  "# Experience\n\n"
                  "## Clinical Research Fellow (full time)\n\n"
                  "Maumee Heart Institute, Toledo, Ohio, USA\n\n"
                  "March 2024 - present\n\n"
                  "## Desk Volunteer (Saturdays)\n\n"
                  "Harbor Street Free Clinic, Toledo, Ohio, USA\n\n"
                  "September 2024 - present\n\n"
                  "## Clinical Observer\n\n"
                  "Swan Creek Hospital, Toledo, Ohio, USA\n\n"
                  "October 2023 - December 2023\n\n"
                  "## Ward Physician (full time)\n\n"
                  "Regional Hospital Dobrich, Dobrich, Bulgaria\n\n"
                  "May 2019 - October 2021\n\n"
                  "## Emergency Physician (full time)\n\n"
                  "Ambulance Service, Shumen, Bulgaria\n\n"
                  "November 2017 - April 2019\n\n"
                  "## Medical Intern (full time)\n\n"
                  "St. Marina Hospital, Varna, Bulgaria\n\n"
                  "October 2016 - September 2017\n");
    folder_.write(
        "education.md",
        "# Education\n\n"
        "- Master of Public Health, Sofia University, Sofia, Bulgaria: November 2021 - March 2023 (full time)\n"
        "- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: September 2010 - July 2016\n");
    folder_.write("exams.md",
                  "# Exams\n\n"
                  "- USMLE Step 1: 14 June 2022, pass\n"
                  "- USMLE Step 2 CK: 9 May 2023, 238\n"
                  "- USMLE Step 3: 11 February 2025, 224\n");
    folder_.write(
        "interruption.md",
        "# Interruption\n\n"
        "From April 2023 to August 2023 I did not work as a physician. My mother had an operation, and I kept "
        "her house and drove her to therapy. In September 2023 I moved to Toledo, Ohio.\n");
  }

  // What is found with those words as the statement.
  [[nodiscard]] Rules found(const std::string& statement) const {
    Rules rules;
    for (const Finding& finding : findings(statement)) rules.push_back(finding.rule);
    return rules;
  }
  // The words of the statement's one line that the one finding is about.
  [[nodiscard]] std::string place(const std::string& statement) const {
    const std::vector<Finding> all = findings(statement);
    if (all.size() != 1) return {};
    const auto begin = all.front().place.range.start.column - 1;
    return statement.substr(begin, all.front().place.range.end.column - 1 - begin);
  }

  TemporaryFolder folder_;

 private:
  [[nodiscard]] std::vector<Finding> findings(const std::string& statement) const {
    folder_.write("personal-statement.md", "# Personal statement\n\n" + statement + "\n");
    folder_.write("candor.toml", "select = [\"dates\"]\n");
    ApplicationRequest request;
    request.paths = {"."};
    request.working_directory = folder_.path();
    RunOptions options;
    options.jobs = 1;
    options.today = std::chrono::year_month_day{std::chrono::year{2025}, std::chrono::month{10}, std::chrono::day{1}};
    return run_check(find_applications(request), options).findings;
  }
};

TEST_F(DatesOfALife, TheListsAgree) { EXPECT_EQ(found("I like the quiet of an early ward round."), kNone); }

TEST_F(DatesOfALife, WhereOneLivesIsToldWithAnotherDate) {
  EXPECT_EQ(found("In March 2023 I came from Varna to Toledo to live with my aunt."), kContradiction);
  EXPECT_EQ(found("In September 2023 I came from Varna to Toledo to live with my aunt."), kNone);
  EXPECT_EQ(found("I have lived and worked in Toledo since January 2023."), kContradiction);
  EXPECT_EQ(found("I have lived and worked in Toledo since September 2023."), kNone);
}

TEST_F(DatesOfALife, ACertificateIsIssuedOnce) {
  folder_.write("training.md",
                "# Training\n\n- Certificate: Bulgarian Board of Emergency Medicine, issued December 2020\n");
  EXPECT_EQ(found("I have held the certificate of the Bulgarian Board of Emergency Medicine since 2018."),
            kContradiction);
  EXPECT_EQ(found("I have held the certificate of the Bulgarian Board of Emergency Medicine since 2020."), kNone);
  EXPECT_EQ(found("I have held the provisional certificate of the Bulgarian Board of Emergency Medicine since 2018."),
            kNone);
}

TEST_F(DatesOfALife, AnAttemptHasItsNumber) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 9 March 2021, fail\n- USMLE Step 1: 7 September 2021, fail\n"
                "- USMLE Step 1: 14 June 2022, pass\n");
  EXPECT_EQ(found("I failed Step 1 and changed how I read. On my second try I passed, in June 2022."), kContradiction);
  EXPECT_EQ(found("I failed Step 1 and changed how I read. On my third try I passed, in June 2022."), kNone);
  EXPECT_EQ(found("I failed Step 1 and changed how I read. I passed in June 2022, nine months after the second try."),
            kNone);
}

TEST_F(DatesOfALife, AnAnswerAboutGapsTellsOfAGap) {
  folder_.write("answers.md",
                "1. Please explain any gaps.\n\nFrom April 2022 to August 2022 I was in Varna with my mother.\n");
  EXPECT_EQ(found("I like an early round."), kContradiction);
  folder_.write("answers.md",
                "1. Please explain any gaps.\n\nFrom April 2023 to August 2023 I was in Varna with my mother.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, TheFirstWeeksOfAGapAreAPartOfIt) {
  EXPECT_EQ(found("From April 2023 to August 2023 I was not employed. For the first ten weeks I cared for my mother."),
            kNone);
}

TEST_F(DatesOfALife, WhatAgeOneWas) {
  folder_.write("person.md", "# Person\n\nBorn: 11 May 1991\n");
  EXPECT_EQ(found("I was twenty-two when the dean put the diploma of doctor of medicine in my hands."), kContradiction);
  EXPECT_EQ(found("I was twenty-five when the dean put the diploma of doctor of medicine in my hands."), kNone);
  EXPECT_EQ(found("I was already thirty when I first clipped on an intern's badge."), kContradiction);
  EXPECT_EQ(found("I was already twenty-five when I first clipped on an intern's badge."), kNone);
}

TEST_F(DatesOfALife, ALengthIsOfThePostThatIsNamedBesideIt) {
  EXPECT_EQ(
      found("I was sent to Shumen. One car was on the road, and for the ten months of my post there it was mine."),
      kMismatch);
  EXPECT_EQ(found("I was sent to Shumen. One car was on the road, and for the year and a half of my post there it was "
                  "mine."),
            kNone);
  EXPECT_EQ(found("I gave to Dobrich Regional five years."), kMismatch);
  EXPECT_EQ(found("In Shumen I sat four years beside a driver who sang."), kMismatch);
}

TEST_F(DatesOfALife, ALengthOfSomethingElse) {
  EXPECT_EQ(found("What I don't have is the long view, the same patient in the research clinic for four years."),
            kNone);
  EXPECT_EQ(found("I had been a year an intern and for a year and a half an emergency physician in Shumen."), kNone);
  EXPECT_EQ(found("I took Step 1 the week after the Toledo Fair."), kNone);
}

TEST_F(DatesOfALife, ALengthWithinAnEntryIsOfThatEntry) {
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

TEST_F(DatesOfALife, AGapWithItsEndsTellsOfNoMonthsBesideAPost) {
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

TEST_F(DatesOfALife, ServingOneOfTheFamilyIsAReason) {
  folder_.write("interruption.md", "# Notes\n\nI type fast.\n");
  EXPECT_EQ(found("After the MPH my mother broke her hip. I went home to Varna, and for half a year I was "
                  "her nurse and cook in a house with four steps."),
            Rules{"dates/vague-gap"});
}

TEST_F(DatesOfALife, AYearOfAnotherCalendarBesideOursIsSilent) {
  folder_.write("school.md",
                "# School\n\n| What | Ethiopian | Gregorian |\n| --- | --- | --- |\n| Choir | 2002 E.C. | 2010 |\n");
  EXPECT_EQ(found("I sang until 2002 E.C. (2010)."), kNone);
  EXPECT_EQ(found("I sang until 2002 E.C."), Rules{"dates/other-calendar"});
}

TEST_F(DatesOfALife, ASittingThatWasBookedAndNeverSat) {
  EXPECT_EQ(found("My date for Step 2 CK was 17 January 2023 at first. I was given 9 May."), kNone);
  EXPECT_EQ(found("For Step 2 CK I had the 12th of January 2023 and gave it back, and sat it on 9 May 2023."), kNone);
  EXPECT_EQ(found("I had bought the ticket to Miami for the Clinical Skills of 24 March 2020."), kNone);
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 14 June 2022, pass\n"
                "- USMLE Step 2 CS: 24 March 2020, cancelled by the organizer, not taken\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, TheFirstAttemptHasTheDateOfTheFirst) {
  folder_.write("exams.md", "# Exams\n\n- USMLE Step 1: 7 September 2021, fail\n- USMLE Step 1: 14 June 2022, pass\n");
  EXPECT_EQ(found("My first attempt at Step 1, in June 2022, came back below the line."), kContradiction);
  EXPECT_EQ(found("My first attempt at Step 1, in September 2021, came back below the line."), kNone);
}

TEST_F(DatesOfALife, WhatIsLivedThroughIsNoEnd) {
  EXPECT_EQ(found("I was at the hospital in Dobrich through the spring of 2020, when families waved from the street."),
            kNone);
  EXPECT_EQ(found("Between the ambulance in Shumen and Dobrich there was only April 2018."), kNone);
  EXPECT_EQ(
      found("I came to the ambulance in November 2017, two months out of residency, and stayed until April 2019."),
      kNone);
}

TEST_F(DatesOfALife, ALengthInADescriptionIsOfThePost) {
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

TEST_F(DatesOfALife, MyServiceIsTheServiceThatIsListed) {
  folder_.write("service.md",
                "# Experience\n\n- Military service, medical officer (reserve), Field Hospital, Sofia, part time, "
                "August 2016 - October 2017\n");
  EXPECT_EQ(found("There are jokes about the twenty-four months of my service, and I will spare you them."), kMismatch);
  EXPECT_EQ(found("There are jokes about the fifteen months of my service, and I will spare you them."), kNone);
}

TEST_F(DatesOfALife, TheYearsSpentAtAPlaceAreThoseOfThePost) {
  folder_.write(
      "house.md",
      "# House\n\n- **House parent**, Lantern House, Ruse (06/2009 - 07/2010). Residential care of six boys.\n"
      "- **Volunteer**, Lantern House, Ruse (Sundays, 03/2014 - 06/2014).\n");
  EXPECT_EQ(found("The three years I spent at Lantern House are what I reach for."), kMismatch);
  EXPECT_EQ(found("The year I spent at Lantern House is what I reach for."), kNone);
}

TEST_F(DatesOfALife, AnAnswerGoesOnBehindItsYes) {
  folder_.write(
      "answers.md",
      "Was your education extended or interrupted? Yes. Approved leave of absence from 01/2013 to 09/2013; returned "
      "in good standing.\n");
  EXPECT_EQ(found("From October 2012 to June 2013 I was on a leave of absence for a health matter."), kContradiction);
  EXPECT_EQ(found("From January 2013 to September 2013 I was on a leave of absence for a health matter."), kNone);
}

TEST_F(DatesOfALife, AWardIsNotTheCenterOfThatName) {
  folder_.write("center.md",
                "# Work\n\n- Interpreter, Saturdays, Buffalo Women's Center, Toledo. May 2024 - present\n");
  EXPECT_EQ(found("In May 2019 I became a ward physician in the regional hospital, and I was given the women's ward. I "
                  "stayed there for two years and five months."),
            kNone);
}

TEST_F(DatesOfALife, APrizeAndARegistrationAreGivenOnce) {
  folder_.write("honours.md",
                "# Honours\n\n- Prize for the best teaching intern of the wards, June 2019\n"
                "- Regional medical council of Dobrich: registered 4 January 2017\n");
  EXPECT_EQ(found("In 2017 the department gave me its prize for the best teaching intern of the wards."),
            kContradiction);
  EXPECT_EQ(found("In 2019 the department gave me its prize for the best teaching intern of the wards."), kNone);
  EXPECT_EQ(found("I have been registered with the medical council of Dobrich since August 2018."), kContradiction);
  EXPECT_EQ(found("I have been registered with the medical council of Dobrich since January 2017."), kNone);
}

// Posts with what was done there.
class DatesOfScenes : public DatesOfALife {
 protected:
  DatesOfScenes() {
    folder_.write(
        "experience.md",
        "# Experience\n\n"
        "- Research fellow, Maumee Heart Institute, Toledo, Ohio: March 2024 - present, full time. Echo films of "
        "farmers.\n"
        "- Observer, Swan Creek Hospital, Toledo, Ohio: October 2023 - December 2023\n"
        "- Ward physician, Regional Hospital Dobrich, Dobrich: May 2019 - October 2021, full time. Leprosy "
        "pavilion; radio lessons with old Radka.\n"
        "- Emergency physician, Ambulance Service, Shumen: November 2017 - April 2019, full time\n"
        "- Medical intern, St. Marina Hospital, Varna: October 2016 - September 2017, full time\n");
  }
};

TEST_F(DatesOfScenes, ASceneIsLaidInThePostWhoseWordsItHas) {
  EXPECT_EQ(
      found("The leprosy pavilion had a stove. It was March 2018, my second week there, and old Radka lent me her "
            "radio."),
      kContradiction);
  EXPECT_EQ(found("The leprosy pavilion had a stove. It was June 2019, my second week there, and old Radka lent me her "
                  "radio."),
            kNone);
  EXPECT_EQ(found("It was March 2018, my second week on the road, and the driver lent me his radio."), kNone);
}

TEST_F(DatesOfScenes, ASceneByAge) {
  folder_.write("person.md", "# Person\n\nBorn: 11 May 1991\n");
  EXPECT_EQ(
      found("I was thirty-two and seasick when the bus first set me down at the leprosy pavilion beside old Radka."),
      kContradiction);
  EXPECT_EQ(found("I was twenty-eight and seasick when the bus first set me down at the leprosy pavilion beside old "
                  "Radka."),
            kNone);
}

TEST_F(DatesOfScenes, ASceneAtADistanceFromAnExam) {
  EXPECT_EQ(found("I began at the leprosy pavilion, with old Radka and her radio, half a year before Step 1."),
            kContradiction);
  EXPECT_EQ(found("I began at the leprosy pavilion, with old Radka and her radio, three years before Step 1."), kNone);
}

TEST_F(DatesOfALife, SittingWithSomebodyIsNoExam) {
  EXPECT_EQ(
      found("I failed Step 1 once in a mock. In March 2023 I sat with her through a delivery that went sideways."),
      kNone);
  EXPECT_EQ(found("I wrote Step 1 in June 2022. A grant took me to Sofia for a master's. I finished it in March 2023."),
            kNone);
}

TEST_F(DatesOfALife, TheHoleInARecordBeginsAndFinishes) {
  EXPECT_EQ(found("The hole in my record begins in December 2022 and it finishes in August 2023."), kContradiction);
  EXPECT_EQ(found("The hole in my record begins in April 2023 and it finishes in August 2023."), kNone);
}

TEST_F(DatesOfALife, TheLastFilmIsTheEndOfAPost) {
  EXPECT_EQ(found("I read my last film in Dobrich in December 2020."), kContradiction);
  EXPECT_EQ(found("I read my last film in Dobrich in October 2021."), kNone);
}

TEST_F(DatesOfALife, AnotherOnesTimeOrAge) {
  EXPECT_EQ(
      found(
          "It was June 2019, my second month of service at Regional Hospital Dobrich, and the girl was of four years."),
      kNone);
  EXPECT_EQ(found("In Dobrich I failed once. For eight months a retired teacher examined me every Friday."), kNone);
  EXPECT_EQ(found("My internship began that May, in a town of salt, and in May 2016 nobody knew me."), kNone);
}

TEST_F(DatesOfALife, WhatWillBePresentedIsNotDone) {
  EXPECT_EQ(found("Meeting of November 2026, Varna: abstract accepted, I will present on the 5th."), kNone);
}

TEST_F(DatesOfALife, ThePartyForADiplomaIsThatOfTheDegree) {
  EXPECT_EQ(found("My aunt took the microphone at the party for my diploma, in 2013, and the family had a doctor."),
            kContradiction);
  EXPECT_EQ(found("My aunt took the microphone at the party for my diploma, in 2016, and the family had a doctor."),
            kNone);
}

TEST_F(DatesOfALife, TheMonthsSpentThereAreOfWhatWasJustNamed) {
  EXPECT_EQ(found("In Dobrich I was ward physician. I spent two and a half years there, and they were dense."), kNone);
}

TEST_F(DatesOfALife, AnOverlapHangsOnOneEndAndOneBeginning) {
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

TEST_F(DatesOfALife, AnotherExamsLineIsNoSitting) {
  folder_.write("exams.txt",
                "EXAMS\nStep 3      11 Feb 2025   224\n"
                "TUS         Apr 2015 (third of 640; first attempt, Sep 2014, I was far behind)\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, TheProvisionalRegistrationStandsInTheLineBefore) {
  folder_.write(
      "licences.txt",
      "INTERN\nSt. Marina Hospital, Varna, part time\n10/2016 - 09/2017\nDescription: Four blocks. Provisional "
      "registration dated\n06/25/2015, full registration 07/2017.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, SinceADateAsSomethingIsOfThat) {
  EXPECT_EQ(
      found("Since October 2016 I have seen patients, first as a medical intern, and since 2018 as the voice of a "
            "telephone line."),
      kNone);
}

TEST_F(DatesOfALife, ReturningIsToWhatIsNamedBehindIt) {
  folder_.write("answers.md",
                "# Answers\n\nApril to August 2023: I waited for the papers for my move to the clinic in Toledo.\n\n"
                "Returning in 2019, as a physician, to the ward where I had been a nurse, I asked for one thing.\n");
  EXPECT_EQ(found("I like an early round."), kNone);
}

TEST_F(DatesOfALife, WhatItTookUntilADateToFinish) {
  EXPECT_EQ(found("It took me until December 2024 to earn the MPH."), kContradiction);
  EXPECT_EQ(found("It took me until March 2023 to earn the MPH."), kNone);
  EXPECT_EQ(found("It took me until December 2024 to read the MPH's books."), kNone);
}

TEST_F(DatesOfALife, AnEndInDoubtLeavesTheTimeBeforeTheBeginning) {
  folder_.write("interruption.md", "# Interruption\n\nNone.\n");
  EXPECT_EQ(found("I stayed at Swan Creek Hospital until June 2024."),
            (Rules{"dates/unexplained-gap", "dates/contradiction"}));
}

TEST_F(DatesOfALife, AnAnswerBehindABoldTitleExplainsTheGap) {
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

TEST_F(DatesOfALife, AnAnswerAboutInterruptionsWithALengthAloneIsVague) {
  folder_.write("interruption.md",
                "# Interruption\n\nThere was one, when a country had let me go and another had no stamp for me yet: "
                "about six months in which I sold bread from a bicycle.\n");
  EXPECT_EQ(found("I like an early round."), Rules{"dates/vague-gap"});
}

TEST_F(DatesOfALife, ALengthThatCountsOtherThingsInIsNotTheDegrees) {
  EXPECT_EQ(found("Medical school was eight years, internship and service included."), kNone);
  EXPECT_EQ(found("Medical school was eight years."), kMismatch);
}

TEST_F(DatesOfALife, TheFirstTimeInMonthsIsNoAttempt) {
  EXPECT_EQ(found("I passed Step 1 in June 2022. I defended in March 2023, asleep for the first time in months."),
            kNone);
}

TEST_F(DatesOfALife, TwoSeasonsBelongToTheClauseBehindThem) {
  EXPECT_EQ(found("I came to Dobrich as a ward physician, and in two seasons, autumn 2020 and spring 2021, I took my "
                  "annual leave at a mountain hut."),
            kNone);
}

TEST_F(DatesOfALife, WhoeverWaitsForAPsychiatristIsNotTheWriter) {
  EXPECT_EQ(found("I was told the waiting list for a child psychiatrist was nine months."), kNone);
}

TEST_F(DatesOfALife, MonthsOnTheJobInItsOwnEntry) {
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

TEST_F(DatesOfALife, TheSecondBehindAFirstIsOfTheSameExam) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1: 18 March 2021, fail\n- USMLE Step 1: 9 December 2021, pass\n"
                "- USMLE Step 2 CK: 9 May 2023, 238\n");
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in May 2022, was a pass."), kContradiction);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail; my second, in May 2022, a pass."), kContradiction);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in December 2021, was a pass."), kNone);
  EXPECT_EQ(found("My first Step 1, in March 2021, was a fail. My second, in May 2022, was a boy."), kNone);
}

TEST_F(DatesOfALife, WhatWasSeenInTenYearsTellsOfNoGap) {
  folder_.write("interruption.md", "# Interruption\n\nNone.\n");
  EXPECT_EQ(found("My chief asked how many such livers we had seen in the last ten years."),
            Rules{"dates/unexplained-gap"});
}

TEST_F(DatesOfALife, TwoTownsOfOneCountryAreTwoPlaces) {
  EXPECT_EQ(found("I spent three years on the ambulances of Shumen."), kMismatch);
  EXPECT_EQ(found("I spent a year and a half on the ambulances of Shumen."), kNone);
  EXPECT_EQ(found("I left Shumen in the summer of 2020."), kContradiction);
}

TEST_F(DatesOfALife, TheOneGapWithOtherEnds) {
  EXPECT_EQ(found("Between June 2022 and November 2022 I was at home with my mother."), kContradiction);
  EXPECT_EQ(found("From April to August 2023 I was at home with my mother."), kNone);
}

TEST_F(DatesOfALife, TheOneGapWithAnotherBeginningOrEnd) {
  EXPECT_EQ(found("My break from medicine began in October 2022, with a call about my mother."), kContradiction);
  EXPECT_EQ(found("My break from medicine began in April 2023, with a call about my mother."), kNone);
  EXPECT_EQ(found("I stayed at home with my mother until December 2023."), kContradiction);
  EXPECT_EQ(found("I stayed at home with my mother until August 2023."), kNone);
  EXPECT_EQ(found("In the summer of 2023 I was at home with my mother."), kNone);
}

TEST_F(DatesOfALife, TheOneGapWithAnotherLength) {
  EXPECT_EQ(found("I took two months off to look after my mother."), kMismatch);
  EXPECT_EQ(found("I took five months off to look after my mother."), kNone);
}

TEST_F(DatesOfALife, TheGapIsASubject) {
  EXPECT_EQ(found("My gap was from April to August 2022."), kContradiction);
  EXPECT_EQ(found("My gap was from April to August 2023."), kNone);
}

TEST_F(DatesOfALife, ALeaveThatIsDatedBehindWhich) {
  EXPECT_EQ(
      found("My mother fell ill and my chief gave me a leave, which ran from September 2022 into the following March."),
      kContradiction);
}

TEST_F(DatesOfALife, ALengthOfTheWholeWhateverTheVerb) {
  EXPECT_EQ(found("My internship at St. Marina, six months long, taught me to listen."), kMismatch);
  EXPECT_EQ(found("My internship at St. Marina, twelve months long, taught me to listen."), kNone);
  EXPECT_EQ(found("My job at the Regional Hospital Dobrich came to an end after thirty months."), kNone);
}

TEST_F(DatesOfALife, ALengthThatOpensTheSentenceBeforeItsDates) {
  EXPECT_EQ(found("Nine years in Varna, from September 2010 to July 2016, gave me a trade."), kMismatch);
  EXPECT_EQ(found("Six years in Varna, from September 2010 to July 2016, gave me a trade."), kNone);
  EXPECT_EQ(found("From May 2019 to October 2021, hardly a year and a half, I worked in Dobrich."), kMismatch);
}

TEST_F(DatesOfALife, WhereAnObservershipWas) {
  EXPECT_EQ(found("My first American observership was at Swan Creek in the autumn of 2022."), kContradiction);
  EXPECT_EQ(found("My first American observership was at Swan Creek in the autumn of 2023."), kNone);
}

TEST_F(DatesOfALife, APostLeftByItsFullNameIsNoOther) {
  EXPECT_EQ(found("In October 2021 I resigned from Regional Hospital Dobrich."), kNone);
}

TEST_F(DatesOfALife, TheBeginningOfAGapWhoseDateLeads) {
  EXPECT_EQ(found("In November 2022 I stopped working to care for my mother after her operation."), kContradiction);
  EXPECT_EQ(found("In April 2023 I stopped working to care for my mother after her operation."), kNone);
}

TEST_F(DatesOfALife, WorkSinceADateInThePresentTense) {
  EXPECT_EQ(found("Since August 2024 I work as a clinical research fellow in Toledo."), kContradiction);
  EXPECT_EQ(found("Since March 2024 I work as a clinical research fellow in Toledo."), kNone);
}

TEST_F(DatesOfALife, AMoveToldByTheCountryAndTheTown) {
  EXPECT_EQ(found("I have lived in Toledo since 2021."), kContradiction);
  EXPECT_EQ(found("I have lived in Toledo since September 2023."), kNone);
}

TEST_F(DatesOfALife, WhatDidNotComeAboutIsNoClaim) {
  EXPECT_EQ(found("I had thought to sit Step 1 while still a resident, in 2020."), kNone);
  EXPECT_EQ(found("Had I stayed in Dobrich until 2024, I would run the ward now."), kNone);
  EXPECT_EQ(found("If I match, I will be ten years a doctor on the day that I put on the coat in July 2026."), kNone);
}

TEST_F(DatesOfALife, SevenOfTenMonthsAreSeven) {
  EXPECT_EQ(found("For three of those ten months I was an observer at Swan Creek."), kNone);
  EXPECT_EQ(found("For ten months I was an observer at Swan Creek."), kMismatch);
}

TEST_F(DatesOfALife, ADayToldOfARole) {
  EXPECT_EQ(found("Still an intern at St. Marina in the spring of 2019, I met her."), kContradiction);
  EXPECT_EQ(found("Still an intern at St. Marina in the spring of 2017, I met her."), kNone);
  EXPECT_EQ(found("I was observing at Swan Creek during the summer of 2021."), kContradiction);
  EXPECT_EQ(found("I was observing at Swan Creek in the autumn of 2023."), kNone);
}

TEST_F(DatesOfALife, ADegreeThatIsConferred) {
  EXPECT_EQ(found("In May 2018 Sofia University conferred on me a Master of Public Health."), kContradiction);
  EXPECT_EQ(found("In March 2023 Sofia University conferred on me a Master of Public Health."), kNone);
}

TEST_F(DatesOfALife, AScoreAndItsDate) {
  EXPECT_EQ(found("A score of 238 on Step 2 CK in December 2023 told me enough."), kContradiction);
  EXPECT_EQ(found("A score of 238 on Step 2 CK in May 2023 told me enough."), kNone);
}

TEST_F(DatesOfALife, ABadgeHandedInIsAPostLeft) {
  EXPECT_EQ(found("In March 2021 I surrendered my badge in Dobrich."), kContradiction);
  EXPECT_EQ(found("In October 2021 I surrendered my badge in Dobrich."), kNone);
}

TEST_F(DatesOfALife, AMonthAndItsYearBehindAComma) {
  EXPECT_EQ(found("I sat Step 3 the following August, in 2025."), kContradiction);
  EXPECT_EQ(found("I sat Step 3 the following February, in 2025."), kNone);
}

TEST_F(DatesOfALife, ATownThatOneCameToLongAfterThePostThere) {
  EXPECT_EQ(found("I landed in Toledo in January 2025 with two suitcases."), kContradiction);
  EXPECT_EQ(found("I landed in Toledo in September 2023 with two suitcases."), kNone);
}

TEST_F(DatesOfALife, AlreadyForMonthsIsUntilThen) {
  EXPECT_EQ(found("By then I had been already four months in Toledo as a clinical research fellow."), kNone);
}

TEST_F(DatesOfALife, AFirstOrLastDayByItsNumber) {
  EXPECT_EQ(found("My first ambulance shift as a doctor in Shumen was on a foggy night in May 2017."), kContradiction);
  EXPECT_EQ(found("My first ambulance shift as a doctor in Shumen was on a foggy night in November 2017."), kNone);
}

TEST_F(DatesOfALife, WhatIsHandedBackEndsAPost) {
  EXPECT_EQ(found("I handed back my ambulance jacket in Shumen in January 2020."), kContradiction);
  EXPECT_EQ(found("In April 2019 I gave the dispatcher in Shumen my keys."), kNone);
}

TEST_F(DatesOfALife, JoiningAGroupAtANamedPlace) {
  EXPECT_EQ(found("When I joined the heart failure group at Maumee, in January 2025, I had never used R."),
            kContradiction);
  EXPECT_EQ(found("When I joined the heart failure group at Maumee, in March 2024, I had never used R."), kNone);
}

TEST_F(DatesOfALife, APresentSince) {
  EXPECT_EQ(found("I volunteer at the Harbor Street Free Clinic since January 2024."), kContradiction);
  EXPECT_EQ(found("I volunteer at the Harbor Street Free Clinic since September 2024."), kNone);
}

TEST_F(DatesOfALife, AStayByItsRoleAndPlaceIsTheOneThere) {
  EXPECT_EQ(found("My observership at Swan Creek ran from June to August 2024."), kContradiction);
}

TEST_F(DatesOfALife, TheOnlyDiplomaIsTheDoctors) {
  EXPECT_EQ(found("I was handed my diploma in the spring of 2014."), kContradiction);
  EXPECT_EQ(found("Snow lay on the steps when I walked out with my diploma in December 2014."), kContradiction);
  EXPECT_EQ(found("I belong to the class of 2013 of the university in Varna."), kContradiction);
  EXPECT_EQ(found("By the usual count I should be of the class of 2013."), kNone);
}

TEST_F(DatesOfALife, AMastersRange) {
  EXPECT_EQ(found("I was in the MPH program from October 2020 to March 2022."), kContradiction);
  EXPECT_EQ(found("I was in the MPH program from November 2021 to March 2023."), kNone);
}

TEST_F(DatesOfALife, ALengthOfTheInternshipThatIsTheWriters) {
  EXPECT_EQ(found("My two-year internship in Varna took me through medicine and surgery."), kMismatch);
  EXPECT_EQ(found("I am working as a research fellow already for four years."), kMismatch);
  EXPECT_EQ(found("I was for almost eight years, counting from the first day of my internship, a doctor there."),
            kNone);
}

TEST_F(DatesOfALife, TheFellowshipOfAResearchFellow) {
  EXPECT_EQ(found("My fellowship in Toledo began in October 2024."), kContradiction);
  EXPECT_EQ(found("I passed the fellowship examination of the college in the winter of 2022."), kNone);
}

TEST_F(DatesOfALife, AgesFromSixteenToFiftyInWords) {
  folder_.write("cv.md", "Born: 12 May 1991, Varna\n");
  EXPECT_EQ(found("I was thirty-three when I started as a ward physician in Dobrich."), kContradiction);
  EXPECT_EQ(found("I was twenty-nine when I first stood in the yard of Shumen as an emergency physician."),
            kContradiction);
  EXPECT_EQ(found("I was twenty-eight when I started as a ward physician in Dobrich."), kNone);
}

TEST_F(DatesOfALife, AScoreBeforeAnExamsNameIsThatExams) {
  EXPECT_EQ(found("I passed Step 1 in the week before the end of June 2022, and the same method gave me 238 in Step 2 "
                  "CK."),
            kNone);
}

TEST_F(DatesOfALife, WhatStillGoesOnThoughTheListsEndIt) {
  EXPECT_EQ(found("I have worked at Swan Creek Hospital since October 2023."), kContradiction);
  EXPECT_EQ(found("I volunteered at the Harbor Street Free Clinic from September 2024 to January 2025."),
            kContradiction);
  EXPECT_EQ(found("I have volunteered at the Harbor Street Free Clinic since September 2024."), kNone);
}

TEST_F(DatesOfALife, WhatSomebodyGivesIsADegreeToo) {
  EXPECT_EQ(found("In December 2014 the dean put my medical degree in my hands."), kContradiction);
  EXPECT_EQ(found("In July 2016 the dean put my medical degree in my hands."), kNone);
}

TEST_F(DatesOfALife, APartOfAPostByItsWords) {
  EXPECT_EQ(found("From May to August 2019 I was in charge of the nights in Dobrich."), kNone);
  EXPECT_EQ(
      found("At the Maumee Heart Institute I spent my first months, from March to July 2024, only reading charts."),
      kNone);
  EXPECT_EQ(found("For three months of my internship there was no X-ray."), kNone);
}

TEST_F(DatesOfALife, ALengthBeforeSomethingElse) {
  EXPECT_EQ(found("I was a ward physician in Dobrich for one year before I resigned."), kMismatch);
  EXPECT_EQ(found("My internship lasted twenty months and took me through medicine and surgery."), kMismatch);
  EXPECT_EQ(found("From 10/2016 to 09/2017, a span of twenty months, I rotated as an intern."), kMismatch);
}

TEST_F(DatesOfALife, WhatANounBeforeMeDid) {
  EXPECT_EQ(found("The trial I recruit for at Maumee opened in 2019, long before I came."), kNone);
  EXPECT_EQ(found("My classmate in the MPH had graduated from medical school in 1998."), kNone);
}

TEST_F(DatesOfALife, AVagueGapInOneBreath) {
  folder_.write("interruption.md", "# Interruption\n\nIn September 2023 I moved to Toledo, Ohio.\n");
  const std::string told = "After Sofia I left practice, and for the better part of a year I grew onions.";
  EXPECT_EQ(found(told), Rules{"dates/vague-gap"});
  EXPECT_EQ(place(told), told);
}

TEST_F(DatesOfALife, ADateAndAColon) {
  folder_.write("short-answers.md", "# Moves\n\nJanuary 2022: I moved to Toledo.\n");
  EXPECT_EQ(found("I like the quiet of an early ward round."), kContradiction);
}

TEST_F(DatesOfALife, WhatIsToComeUnderAnIf) {
  EXPECT_EQ(found("If our abstract is accepted in December 2025, I will present it in the spring."), kNone);
}

TEST_F(DatesOfALife, WorkAsSomethingEndsAndBegins) {
  EXPECT_EQ(found("My work as an emergency physician in Shumen ended in the fall of 2020."), kContradiction);
  EXPECT_EQ(found("My work as an emergency physician in Shumen ended in April 2019."), kNone);
}

TEST_F(DatesOfALife, WhatLastedIsMeasuredWhole) { EXPECT_EQ(found("My internship in Varna lasted a year."), kNone); }

TEST_F(DatesOfALife, APostThatGoesOnIsMeasuredUntilNow) {
  EXPECT_EQ(found("For a year and a half now, I have been a research fellow at the Maumee Heart Institute."), kNone);
}

TEST_F(DatesOfALife, ADegreeIsCompletedInALength) {
  EXPECT_EQ(found("I completed the Master of Public Health in seven months."), kMismatch);
  EXPECT_EQ(found("I completed the Master of Public Health in seventeen months."), kNone);
}

TEST_F(DatesOfALife, ADegreeThatISomedayReceived) {
  EXPECT_EQ(found("I hold a master's degree in public health, which I received in 2022."), kContradiction);
  EXPECT_EQ(found("I hold a master's degree in public health, which I received in 2023."), kNone);
}

TEST_F(DatesOfALife, TheExamItselfChanged) {
  EXPECT_EQ(found("Step 1 became pass/fail in January 2022."), kNone);
  EXPECT_EQ(found("I passed Step 1 in January 2022."), kContradiction);
}

TEST_F(DatesOfALife, TheOneGapIsToldWithAnotherDate) {
  EXPECT_EQ(found("There was an interruption in my training from April 2020 to August 2020."), kContradiction);
  EXPECT_EQ(found("You will see a gap in my application from April 2021 to August 2021."), kContradiction);
  EXPECT_EQ(found("You will see a gap in my application from April 2023 to August 2023."), kNone);
  EXPECT_EQ(found("From April 2023 to August 2023 I was at home with my mother for nearly two years."), kMismatch);
}

TEST_F(DatesOfALife, NotAwayIsNoGap) { EXPECT_EQ(found("But I have not been away from patients for long."), kNone); }

TEST_F(DatesOfALife, ALengthOutlastsItsOwnDates) {
  EXPECT_EQ(found("Between October and December 2023 I completed an observership of eight months."), kMismatch);
  EXPECT_EQ(found("Between October and December 2023 I completed an observership of three months."), kNone);
  EXPECT_EQ(found("March 2024 to August 2025: thirty months of research in Toledo."), kMismatch);
  EXPECT_EQ(found("I worked in Dobrich from May 2019 to October 2021, that is, almost four years."), kMismatch);
}

// "I was chief resident from ...": a rank below a post's own dates.
class DatesOfARank : public DatesOfALife {
 protected:
  DatesOfARank() {
    folder_.write(
        "experience.md",
        "# Experience\n\n"
        "## Clinical Research Fellow (full time)\n\n"
        "Maumee Heart Institute, Toledo, Ohio, USA\n\n"
        "September 2023 - present\n\n"
        "## Resident, Internal Medicine (full time)\n\n"
        "Regional Hospital Dobrich, Dobrich, Bulgaria\n\n"
        "August 2016 - October 2021\n\n"
        "I was chief resident from May 2020 to April 2021. From March 2020 to August 2020 I led the COVID-19 ward. "
        "Shift leader from July 2019 to April 2021.\n");
  }
};

// An own practice, a rural year: one list of another doctor.
class DatesOfAPractice : public DatesOfALife {
 protected:
  DatesOfAPractice() {
    folder_.write("experience.md",
                  "# Experience\n\n"
                  "## General Physician, Private Practice\n\n"
                  "Consultorio Prados, Cali, Colombia\n\n"
                  "September 2018 - March 2021\n\n"
                  "## Rural Physician\n\n"
                  "Hospital San Lucas, Guapi, Colombia\n\n"
                  "April 2015 - March 2016\n\n"
                  "## Soldier\n\n"
                  "Army of Colombia\n\n"
                  "January 2008 - December 2009\n");
    folder_.write("education.md",
                  "# Education\n\n"
                  "- Master of Epidemiology, Universidad Norte, Cali: January 2019 - December 2020 (part time)\n"
                  "- Medico Cirujano, Universidad del Rio, Cali: February 2010 - December 2014\n"
                  "The last year was the internship at Hospital San Jose.\n");
    folder_.write("interruption.md",
                  "# Interruption\n\nFrom April 2016 to August 2018 I cared for my mother at home.\n");
  }
};

TEST_F(DatesOfAPractice, OpensAndCloses) {
  EXPECT_EQ(found("I opened my private practice in January 2018."), kContradiction);
  EXPECT_EQ(found("I opened my private practice in September 2018."), kNone);
  EXPECT_EQ(found("I closed my office in March 2020, when the pandemic came."), kContradiction);
  EXPECT_EQ(found("For five years I had my own private practice."), kMismatch);
}

TEST_F(DatesOfAPractice, AReturnHasTheDateOfTheGapsEnd) {
  EXPECT_EQ(found("In March 2018 I walked back into the hospital with chalk on my coat."), kContradiction);
  EXPECT_EQ(found("In September 2018 I walked back into the hospital with chalk on my coat."), kNone);
  constexpr const char* kAgain =
      "I had a break to care for her. In March 2018 I was again in a consulting room with one window.";
  EXPECT_EQ(found(kAgain), kContradiction);
  folder_.write("a-statement.md", kAgain);  // the first of all claims
  EXPECT_EQ(found("I like fish."), kContradiction);
}

TEST_F(DatesOfAPractice, TheRuralYearIsTheRuralPhysicians) {
  EXPECT_EQ(found("In April 2013 I took a boat to Guapi to begin my rural year."), kContradiction);
  EXPECT_EQ(found("In April 2015 I took a boat to Guapi to begin my rural year."), kNone);
}

TEST_F(DatesOfAPractice, TheUniformIsTheArmys) {
  EXPECT_EQ(found("I took off the uniform for good in March 2009."), kContradiction);
  EXPECT_EQ(found("I took off the uniform for good in December 2009."), kNone);
}

TEST_F(DatesOfAPractice, AMaestriaIsTheMasters) {
  EXPECT_EQ(found("In March 2018 I enrolled in the Maestría en Epidemiología."), kContradiction);
}

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

TEST_F(DatesOfALife, ALengthBesideItsRangeWhateverTheSentenceTells) {
  EXPECT_EQ(found("From May 2019 to October 2021, a stretch of just over a year, the ward was mine at night."),
            kMismatch);
  EXPECT_EQ(found("From May 2019 to October 2021 (call it two and a half years) the ward was mine at night."), kNone);
  EXPECT_EQ(found("I stayed for two and a half of its five years, from May 2019 to October 2021."), kNone);
}

TEST_F(DatesOfALife, PartsThatAddUpToTheRange) {
  EXPECT_EQ(found("I did my internship from October 2016 to September 2017, six months of medicine and six months of "
                  "surgery."),
            kNone);
}

TEST_F(DatesOfALife, SomeWeeksAfterTheLastDayAreNotThatDay) {
  EXPECT_EQ(found("In January 2022, some weeks after my last shift as a ward physician, I took the bus to Sofia."),
            kNone);
}

TEST_F(DatesOfALife, ADegreeTakesALengthFromItsFirstLecture) {
  EXPECT_EQ(found("From the first lecture to the diploma, the Master of Public Health took me eight months."),
            kMismatch);
}

TEST_F(DatesOfALife, OnlyTheSideThatDiffersIsInDoubt) {
  folder_.write("interruption.md", "# Interruption\n\nNothing to add.\n");
  EXPECT_EQ(found("I was a research fellow at the Maumee Heart Institute from March 2024 to June 2025."),
            (Rules{"dates/unexplained-gap", "dates/contradiction"}));
}

TEST_F(DatesOfALife, ADateToComeIsToldOnce) {
  EXPECT_EQ(found("It was in November 2027 that I gave my first lecture."), Rules{"dates/future"});
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

TEST_F(DatesOfALife, AnExamThatIsOnlyCompared) {
  EXPECT_EQ(found("I had prepared with the same notes as for Step 1. On 9 May 2023 I passed with 238."), kNone);
}

TEST_F(DatesOfALife, AStayUntilTheEndOfAYearIsRough) {
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

TEST_F(DatesOfALife, TwoTellingsOfOneLeave) {
  folder_.write("education.md",
                "# Education\n\n- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: September 2010 - July "
                "2016\n- I took an approved personal leave, 10/2013 - 06/2014, to care for my mother, and returned.\n");
  EXPECT_EQ(found("From January to June 2014 I was on a leave of absence to nurse her at home."), kContradiction);
  EXPECT_EQ(found("From October 2013 to June 2014 I was on a leave of absence to nurse her at home."), kNone);
  EXPECT_EQ(found("My leave began on a Monday in February 2014."), kContradiction);
  EXPECT_EQ(found("My leave began on a Monday in October 2013."), kNone);
}

TEST_F(DatesOfALife, AMoveFromOnePlaceToAnotherIsToldTwice) {
  folder_.write("answers.md", "# Answers\n\nWe moved to my aunt from Varna on 3 September 2023.\n");
  EXPECT_EQ(found("In May 2023 I moved with my son from Varna to Toledo."), kContradiction);
  EXPECT_EQ(found("In September 2023 I moved with my son from Varna to Toledo."), kNone);
}

TEST_F(DatesOfALife, TheFirstDateIsOfTheExamThatWasToldOfBefore) {
  EXPECT_EQ(found("I was slow with Step 1. I passed in June 2022, and Step 2 CK at my first attempt."), kNone);
  EXPECT_EQ(found("I was slow with Step 1. I passed in October 2022, and Step 2 CK at my first attempt."),
            kContradiction);
}

TEST_F(DatesOfALife, AStepByItsColumn) {
  folder_.write("exams.md",
                "# Exams\n\n| Step | Date | Outcome |\n| --- | --- | --- |\n| 1 | 14 June 2022 | pass |\n"
                "| 2 CK | 9 May 2023 | 238 |\n");
  EXPECT_EQ(found("I passed Step 1 in October 2021."), kContradiction);
  EXPECT_EQ(found("I passed Step 1 in June 2022."), kNone);
}

TEST_F(DatesOfALife, AHeadingOverAListIsNoNameOfItsEntries) {
  folder_.write("experience.md",
                "# History of study and work\n\n"
                "* 10/2016 to 09/2017 - Phlebotomist, hospital laboratory, Varna, Bulgaria\n"
                "* 11/2017 to present - Home health aide, agency, Toledo, Ohio\n");
  EXPECT_EQ(found("I was a phlebotomist for twenty-two months."), kMismatch);
  EXPECT_EQ(found("I was a phlebotomist for a year."), kNone);
}

TEST_F(DatesOfALife, APostIsHeldAsLongAsItsDates) {
  folder_.write("experience.md",
                "# Experience\n\nHOUSE OFFICER\nSt. Marina Hospital, Varna\n10/2016 - 10/2021\n"
                "Daily. Full time. I held this post for eighteen months. 30 beds.\n");
  EXPECT_EQ(found("I like an early round."), kMismatch);
}

TEST_F(DatesOfALife, TheRangeOfAnotherPostIsOfThatPost) {
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

TEST_F(DatesOfALife, AnApprobationToldTwice) {
  folder_.write("certifications.md", "# Certifications\n\n- Approbation, Hessen: 14 March 2019\n");
  EXPECT_EQ(found("I was granted the Approbation, my full German licence, in August 2019."), kContradiction);
  EXPECT_EQ(found("My Approbation came in the post in August 2019."), kContradiction);
  EXPECT_EQ(found("My Approbation came in the post in March 2019."), kNone);
}

TEST_F(DatesOfALife, ADegreeConferredOnMe) {
  EXPECT_EQ(found("In June 2014 the rector conferred on me the degree of Doctor of Medicine."), kContradiction);
  EXPECT_EQ(found("In July 2016 the rector conferred on me the degree of Doctor of Medicine."), kNone);
}

TEST_F(DatesOfALife, WhatIsToldOfAThingIsNotToCome) {
  EXPECT_EQ(found("I left the Regional Hospital Dobrich in March 2021 with a disc that would not let me stand."),
            kContradiction);
}

TEST_F(DatesOfALife, AContractThatHasRunOut) {
  EXPECT_EQ(found("The contract with the Regional Hospital Dobrich had run out in June 2020."), kContradiction);
}

TEST_F(DatesOfALife, ARangeTheWrongWayRoundInAnAside) {
  EXPECT_EQ(found("Dominica, May 2014 to August 2012: two hurricanes' worth of biochemistry."),
            Rules{"dates/reversed"});
}

TEST_F(DatesOfALife, AnExamTravelledForWasSat) {
  EXPECT_EQ(found("I flew to Atlanta for Step 2 CS in July 2021."), Rules{"dates/impossible"});
  EXPECT_EQ(found("My slot for Step 2 CS was 9 April 2020. It was called off, as every slot was."), kNone);
}

TEST_F(DatesOfALife, ACollegePassedOutOf) {
  EXPECT_EQ(found("I passed out of Varna Medical University in March 2015."), kContradiction);
}

TEST_F(DatesOfALife, ASecondFullTimePostInProseAlone) {
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

TEST_F(DatesOfALife, ADegreeWhoseWordsNameARoleIsADegree) {
  EXPECT_EQ(found("I completed my Doctor of Medicine in 2014."), kContradiction);
  EXPECT_EQ(found("I completed my Doctor of Medicine in 2016."), kNone);
  EXPECT_EQ(found("In July 2016 I was promoted to doctor of medicine."), kNone);
}

TEST_F(DatesOfALife, ARangeInBracketsBehindWhatTaughtTheWriter) {
  EXPECT_EQ(found("My MPH (November 2020 to March 2022) taught me patience."), kContradiction);
  EXPECT_EQ(found("My MPH (November 2021 to March 2023) taught me patience."), kNone);
}

TEST_F(DatesOfALife, ALengthAndARangeOfWhatWasDone) {
  EXPECT_EQ(found("My medical studies ran from September 2012 to July 2018."), kContradiction);
}

TEST_F(DatesOfALife, ADateInFrontOfThatOrWhen) {
  EXPECT_EQ(found("It was in March 2021 that I passed Step 1."), kContradiction);
  EXPECT_EQ(found("It was in June 2022 that I passed Step 1."), kNone);
  EXPECT_EQ(found("March 2021 was when I passed Step 1."), kContradiction);
  EXPECT_EQ(found("It was in March 2021 that I left the Regional Hospital Dobrich."), kContradiction);
}

TEST_F(DatesOfALife, ExamsAppearedForDoneOrFaced) {
  for (const char* sat : {"I appeared for", "I did", "I undertook", "I faced my"}) {
    EXPECT_EQ(found(std::string(sat) + " Step 1 in March 2021."), kContradiction) << sat;
    EXPECT_EQ(found(std::string(sat) + " Step 1 in June 2022."), kNone) << sat;
  }
  EXPECT_EQ(found("With Step 1 passed in March 2021, I rested."), kContradiction);
  EXPECT_EQ(found("I did questions for Step 1 in March 2021."), kNone);
}

TEST_F(DatesOfALife, PositionsTakenAndWorkStopped) {
  EXPECT_EQ(found("I took a position as a ward physician in January 2019."), kContradiction);
  EXPECT_EQ(found("I secured a position at the Maumee Heart Institute in July 2024."), kContradiction);
  EXPECT_EQ(found("I stopped working at the Regional Hospital Dobrich in March 2021."), kContradiction);
  EXPECT_EQ(found("I stopped working at the Regional Hospital Dobrich in October 2021."), kNone);
  EXPECT_EQ(found("I continued at the Regional Hospital Dobrich through March 2021."), kContradiction);
}

TEST_F(DatesOfALife, WhoStopsVolunteeringHasEndedIt) {
  EXPECT_EQ(found("I stopped volunteering at the Harbor Street Free Clinic in March 2025."), kContradiction);
}

TEST_F(DatesOfALife, ALengthWhoseStayIsToldBehindIt) {
  EXPECT_EQ(found("I was tired, and in the twelve months that I was ward physician in Dobrich the ward grew."),
            kMismatch);
  EXPECT_EQ(found("I was tired, and in the thirty months that I was ward physician in Dobrich the ward grew."), kNone);
  EXPECT_EQ(found("My twelve months as a ward physician in Dobrich were my first work in a team."), kMismatch);
}

TEST_F(DatesOfALife, ADiplomaHasItsDate) {
  EXPECT_EQ(found("My diploma came in July 2014."), kContradiction);
  EXPECT_EQ(found("My diploma came in July 2016."), kNone);
  EXPECT_EQ(found("She lived to hang my medical diploma, with the date of July 2014, in her room."), kContradiction);
  EXPECT_EQ(found("My diploma on her wall bears the month of July 2014."), kContradiction);
  EXPECT_EQ(found("When I left in July 2014 to begin my MD she gave me a page of it."), kNone);
}

TEST_F(DatesOfALife, AnExamToldByTheSeasonThatFollowed) {
  EXPECT_EQ(found("The hospital took me on in May 2019, and I sat Step 1 the following spring."), kContradiction);
  EXPECT_EQ(found("The course took me on in November 2021, and I sat Step 1 the following June."), kNone);
  EXPECT_EQ(found("We moved in the summer of 2021, and I sat Step 1 the following summer."), kNone);
}

TEST_F(DatesOfALife, AnExamToldByWhereItWasSat) {
  EXPECT_EQ(found("Step 1 frightened me. I walked into the test centre in March 2021 and passed."), kContradiction);
  EXPECT_EQ(found("Step 1 frightened me. I walked into the test centre in June 2022 and passed."), kNone);
  EXPECT_EQ(found("Step 2 CK went well, after my 236 in Step 1. In May 2023 I passed with 238."), kNone);
}

TEST_F(DatesOfALife, APauseThatItGoesOnAbout) {
  EXPECT_EQ(found("I had one pause. It was from January to August 2023, when I drove my mother to therapy."),
            kContradiction);
  EXPECT_EQ(found("I had one pause. It was from April to August 2023, when I drove my mother to therapy."), kNone);
}

TEST_F(DatesOfALife, AJobThatWasTakenBegan) {
  EXPECT_EQ(found("I took the ward physician job in May 2018."), kContradiction);
  EXPECT_EQ(found("I took the ward physician job in May 2019."), kNone);
}

TEST_F(DatesOfALife, WhatIsToldOfAnotherTimeIsNoMismatch) {
  EXPECT_EQ(found("In March 2024 I began a three-month observership in Toledo, and in June they took me on as a "
                  "research fellow."),
            kNone);
  EXPECT_EQ(found("I was an intern in Varna. My service took two years, October to September."), kNone);
  EXPECT_EQ(found("Since graduating in July 2016 I have worked as a physician."), kNone);
}

TEST_F(DatesOfALife, ASecondAttemptToldByItsNumber) {
  folder_.write("exams.md",
                "# Exams\n\n- USMLE Step 1, first attempt: 9 March 2021, fail\n"
                "- USMLE Step 1, second attempt: 14 June 2022, pass\n");
  EXPECT_EQ(found("Step 1 humbled me. The second attempt, in January 2022, was a pass."), kContradiction);
  EXPECT_EQ(found("Step 1 humbled me. The second attempt, in June 2022, was a pass."), kNone);
}

TEST_F(DatesOfALife, PlansAndObligationsAreNoPast) {
  EXPECT_EQ(found("My obligation ends in June of 2027, and I'd like to start as an intern that July."), kNone);
  EXPECT_EQ(found("We'll both move in May 2026."), kNone);
  EXPECT_EQ(found("And I should like to go back a fourth time, perhaps in 2031."), kNone);
}

TEST_F(DatesOfALife, WhatStoodBeforeAPostHasNotItsDate) {
  EXPECT_EQ(found("I joined the coast guard straight from my internship, in the summer of 2018."), kNone);
  EXPECT_EQ(found("I was a ward physician in Dobrich, mostly with the old and, from 2020, on Saturdays at a school."),
            kNone);
  EXPECT_EQ(found("I failed the shelf in surgery in March 2016 after Step 1 had gone well."), kNone);
}

TEST_F(DatesOfALife, YearsAwayFromTheBedsideAreNoLeave) {
  EXPECT_EQ(found("Four years I am away from the bedside, except on Saturdays."), kNone);
  EXPECT_EQ(found("What I thought would be one year before the institute became the best of my life, and I stayed."),
            kNone);
}

TEST_F(DatesOfALife, MonthsOfAYearThatWasToldBefore) {
  folder_.write("interruption.md",
                "# Interruption\n\nApril 2022 - August 2023: I cared for my mother and drove her to therapy.\n");
  folder_.write("education.md",
                "# Education\n\n- Doctor of Medicine, Varna Medical University, Varna, Bulgaria: "
                "September 2010 - July 2016\n");
  EXPECT_EQ(found("She fell in 2022. From April of that year until August 2023 I cared for my mother."), kNone);
}

TEST_F(DatesOfALife, AnExamOfThisPastMonth) {
  EXPECT_EQ(found("I sat Step 3 this past August."), kContradiction);
  EXPECT_EQ(found("I sat Step 3 this past February."), kNone);
  EXPECT_EQ(found("I had a Step 3 date for this past August, which I moved."), kNone);
}

TEST_F(DatesOfALife, WhatOughtToHaveBeenWasNot) {
  EXPECT_EQ(found("I ought to have graduated in 2014."), kNone);
  EXPECT_EQ(found("When I was eleven I did my homework for two years in the hospital of Varna."), kNone);
  EXPECT_EQ(found("I served in Dobrich, after three of four years of a course."), kNone);
}

TEST_F(DatesOfALife, ALengthBehindWhichItIsToldWhoGaveIt) {
  EXPECT_EQ(found("In the twelve months that St. Marina had me I never slept."), kNone);
  EXPECT_EQ(found("In the thirty-one months that St. Marina had me I never slept."), kMismatch);
}

TEST_F(DatesOfALife, ADoorThatWasClosedEndsAPost) {
  EXPECT_EQ(found("At the Regional Hospital Dobrich I had the night ward. I locked the room in March 2021."),
            kContradiction);
  EXPECT_EQ(found("At the Regional Hospital Dobrich I had the night ward. I locked the room in October 2021."), kNone);
}

TEST_F(DatesOfALife, APaperIssuedToMeInTimeToCome) {
  EXPECT_EQ(found("My ECFMG certificate was issued to me in December 2025."), Rules{"dates/future"});
  EXPECT_EQ(found("My contract was extended to December 2025."), kNone);
}

TEST_F(DatesOfALife, AnArrivalWithAPlanToStay) {
  EXPECT_EQ(found("I came to Toledo in September 2023 with two suitcases and a plan to stay."), kNone);
  EXPECT_EQ(found("I came to Toledo in January 2023 with two suitcases and a plan to stay."), kContradiction);
}

TEST_F(DatesOfALife, WhatIsHeldToThisDay) {
  EXPECT_EQ(found("From May 2019 to this day I have worked as a ward physician in Dobrich."), kContradiction);
  EXPECT_EQ(found("From March 2024 to this day I have worked at the Maumee Heart Institute."), kNone);
}

TEST_F(DatesOfALife, WhatHangsOnAMatchIsNoPast) {
  EXPECT_EQ(found("If I match in March 2026 I'll be forty on the first morning."), kNone);
  EXPECT_EQ(found("In a residency starting July 2026 I wish to learn the rest."), kNone);
  EXPECT_EQ(found("Step 2 CK took me seventeen months, and the Maumee Heart Institute waited."), kNone);
  EXPECT_EQ(found("I listened in Varna for six years, as a student and then as an intern."), kNone);
}

}  // namespace
}  // namespace candor
