#include "lint/engine/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/places.h"
#include "tests/support/render.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

constexpr std::string_view kOwnPack = R"TOML(
[class.beast]
nouns = ["cat"]
[[rule]]
id = "house/beast"
message = "an animal"
help = "is it needed?"
patterns = ["<beast>"]
bad = ["I saw two cats."]
good = ["I saw two people."]
)TOML";

class RunTest : public testing::Test {
 protected:
  RunTest() {
    options_.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
    options_.jobs = 1;
  }

  Applications find(const Lines& paths = {"."}) const {
    ApplicationRequest request;
    request.paths = paths;
    request.working_directory = folder_.path();
    return find_applications(request);
  }
  Report check(const Lines& paths = {"."}) const { return run_check(find(paths), options_); }
  // "file:line: rule" of the findings.
  static Lines rules(const Report& report) {
    Lines lines;
    for (const Finding& finding : report.findings) {
      lines.push_back(finding.place.file + ":" + std::to_string(finding.place.range.start.line) + ": " + finding.rule);
    }
    return lines;
  }
  static Lines problems(const Report& report) {
    Lines lines;
    for (const Problem& problem : report.problems) lines.push_back(to_string(problem));
    return lines;
  }
  // Everything a report says, in three formats.
  static std::string all(const Report& report) {
    return render(report, ReportFormat::json) + render(report, ReportFormat::sarif) +
           render(report, ReportFormat::text);
  }
  void only_own_rules(std::string_view more = "") const {
    folder_.write("house.toml", kOwnPack);
    folder_.write("candor.toml", "rules = [\"house.toml\"]\nselect = [\"house\"]\n" + std::string(more));
  }

  TemporaryFolder folder_;
  RunOptions options_;
};

// The same bytes whatever the threads

TEST_F(RunTest, WhatGoesWrongOnAnyThreadEndsTheRun) {
  for (int a = 0; a < 8; ++a) folder_.write("a" + std::to_string(a) + "/ps.md", "I saw.\n");
  for (int a = 0; a < 8; ++a) folder_.write("a" + std::to_string(a) + "/candor.toml", "");
  options_.progress = [](std::size_t, std::size_t) { throw std::runtime_error("no room"); };
  for (const unsigned jobs : {1U, 4U}) {
    options_.jobs = jobs;
    EXPECT_THROW((void)check(), std::runtime_error) << jobs << " threads";
  }
}

TEST_F(RunTest, TheDemoReadsTheSameOnAnyNumberOfThreads) {
  ApplicationRequest request;
  request.paths = {"corpus/demo"};
  request.working_directory = source_path("");
  const Applications demo = find_applications(request);
  ASSERT_EQ(demo.applications.size(), 3U);
  const std::string one = all(run_check(demo, options_));
  EXPECT_NE(one.find("corpus/demo/applicants/marcus-bell"), std::string::npos);
  for (const unsigned jobs : {2U, 3U, 8U}) {
    options_.jobs = jobs;
    EXPECT_EQ(all(run_check(demo, options_)), one) << jobs << " threads";
  }
}

TEST_F(RunTest, ManyApplicationsReadTheSameOnAnyNumberOfThreads) {
  folder_.write("candor.toml", "applications = [\"people/*\"]\n");
  for (int i = 0; i < 150; ++i) {
    const std::string folder = "people/p" + std::to_string(i * 7919 % 150) + "/";
    std::string text = "It wasn\u2019t luck. Mistakes were made and I had no choice but to leave.\n\n";
    for (int k = 0; k < i % 13; ++k) text += "The exam was failed in 2019 \u2014 through no fault of my own.\n\n";
    folder_.write(folder + "ps.md", text);
    folder_.write(folder + "experience.txt", "EXPERIENCE\n\n\u2022 Clerk, 2019 - 2018\n");
    if (i % 11 == 0) folder_.write(folder + "broken.md", "bad \xFF bytes\n");
  }
  const std::string one = all(check());
  const Report report = check();
  EXPECT_GT(report.findings.size(), 500U);
  EXPECT_EQ(report.problems.size(), 14U);
  for (const unsigned jobs : {2U, 4U, 16U}) {
    options_.jobs = jobs;
    for (int again = 0; again < 3; ++again) ASSERT_EQ(all(check()), one) << jobs << " threads";
  }
}

TEST_F(RunTest, GivesFindingsPieceByPieceInTheOrderOfTheReport) {
  folder_.write("candor.toml", "applications = [\"people/*\"]\n");
  for (const char* person : {"a", "b", "c", "d"})
    folder_.write(std::string("people/") + person + "/ps.md", "It wasn\u2019t luck. It\u2019s so.\n");
  const Report whole = check();
  for (const unsigned jobs : {1U, 4U}) {
    std::vector<Finding> taken;
    std::size_t most = 0;
    options_.jobs = jobs;
    options_.take = [&](Report& part) {
      EXPECT_EQ(part.rules.size(), whole.rules.size());
      most = std::max(most, part.findings.size());
      taken.insert(taken.end(), part.findings.begin(), part.findings.end());
    };
    const Report rest = check();
    EXPECT_EQ(taken, whole.findings);
    EXPECT_TRUE(rest.findings.empty());
    EXPECT_EQ(rest.summary.warnings, whole.summary.warnings);
    if (jobs == 1) {
      EXPECT_EQ(most, whole.findings.size() / 4);
    }
  }
}

TEST_F(RunTest, CountsWhatIsLeftOfAPiece) {
  folder_.write("ps.md", "It wasn\u2019t luck.\n");
  options_.take = [](Report& part) { part.findings.clear(); };
  const Summary counted = check().summary;
  EXPECT_EQ(counted.errors + counted.warnings + counted.infos, 0U);
}

TEST_F(RunTest, FindingsAreSortedByFileStartAndRule) {
  folder_.write("b.md", "It\u2019s \u2014 so.\n");
  folder_.write("a.md", "It\u2019s so.\n");
  const Report report = check();
  EXPECT_TRUE(std::is_sorted(report.findings.begin(), report.findings.end(), report_order));
  EXPECT_EQ(rules(report), (Lines{"a.md:1: eras-text/quotes", "b.md:1: eras-text/quotes", "b.md:1: eras-text/dashes"}));
  EXPECT_EQ(report.files, (Lines{"a.md", "b.md"}));
}

TEST_F(RunTest, TheSummaryCounts) {
  folder_.write("a.md", "It\u2019s \u2022 so.\n");
  folder_.write("clean.md", "It is so.\n");
  const Report report = check();
  EXPECT_EQ(report.summary.files, 2U);
  EXPECT_EQ(report.summary.applications, 1U);
  EXPECT_EQ(report.summary.warnings, 1U);
  EXPECT_EQ(report.summary.infos, 1U);
  EXPECT_EQ(report.summary.errors, 0U);
}

TEST_F(RunTest, ProgressIsToldOnceAnApplication) {
  folder_.write("candor.toml", "applications = [\"people/*\"]\n");
  for (int i = 0; i < 20; ++i) folder_.write("people/p" + std::to_string(i) + "/ps.md");
  options_.jobs = 4;
  std::vector<std::size_t> seen;
  options_.progress = [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 20U);
    seen.push_back(done);
  };
  (void)check();
  ASSERT_EQ(seen.size(), 20U);
  for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_EQ(seen[i], i + 1);
}

// Texts that the caller holds

TEST_F(RunTest, AHeldTextIsReadInPlaceOfTheFile) {
  only_own_rules();
  folder_.write("ps.md", "I saw a cat.\n");
  folder_.write("cv.md", "I saw a cat.\n");
  options_.held[folder_.path("ps.md")] = "First.\n\nI saw nobody.\n\nThen a cat.\n";
  EXPECT_EQ(rules(check()), (Lines{"cv.md:1: house/beast", "ps.md:5: house/beast"}));
}

TEST_F(RunTest, AHeldTextNeedNotExist) {
  only_own_rules();
  ApplicationRequest request;
  request.working_directory = folder_.path();
  request.held = {"new.md"};
  options_.held[folder_.path("new.md")] = "A cat.\n";
  EXPECT_EQ(rules(run_check(find_applications(request), options_)), Lines{"new.md:1: house/beast"});
}

TEST_F(RunTest, AHeldTextThatIsNoTextIsAProblem) {
  folder_.write("ps.md");
  options_.held[folder_.path("ps.md")] = "one\ntwo \xC3\x28\n";
  const Lines said = problems(check());
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].substr(0, 10), "ps.md:2:5:");
}

// A repository's own packs

TEST_F(RunTest, AnOwnPackAddsRules) {
  folder_.write("house.toml", kOwnPack);
  folder_.write("candor.toml", "rules = [\"house.toml\"]\n");
  folder_.write("ps.md", "It\u2019s a cat.\n");
  EXPECT_EQ(rules(check()), (Lines{"ps.md:1: eras-text/quotes", "ps.md:1: house/beast"}));
}

TEST_F(RunTest, AnOwnRuleTakesThePlaceOfAShippedOne) {
  folder_.write(
      "house.toml",
      "[[rule]]\nid = \"eras-text/quotes\"\ncheck = \"characters\"\nseverity = \"error\"\nmessage = \"mine\"\n");
  folder_.write("candor.toml", "rules = [\"house.toml\"]\n");
  folder_.write("ps.md", "It\u2019s so.\n");
  const Report report = check();
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].severity, Severity::error);
}

TEST_F(RunTest, OnePacksRulesHoldOnlyWhereItIsNamed) {
  folder_.write("a/house.toml", kOwnPack);
  folder_.write("a/candor.toml", "rules = [\"house.toml\"]\n");
  folder_.write("a/ps.md", "A cat.\n");
  folder_.write("b/candor.toml", "");
  folder_.write("b/ps.md", "A cat.\n");
  EXPECT_EQ(rules(check()), Lines{"a/ps.md:1: house/beast"});
}

TEST_F(RunTest, DatesAskedForAloneAreThoseFoundBesideAllElse) {
  folder_.write("cv.md", "# Experience\n\n- Medical officer, Tern Hospital, 02/2019 - 08/2020\n");
  folder_.write("ps.md",
                "In June 2019 I joined Tern as a medical officer. It was a mistake that mistakes were made.\n");
  const Lines all = rules(check());
  folder_.write("candor.toml", "select = [\"dates\"]\n");
  Lines dates;
  std::ranges::copy_if(all, std::back_inserter(dates),
                       [](const std::string& line) { return line.find(": dates/") != std::string::npos; });
  EXPECT_EQ(dates, Lines{"ps.md:1: dates/contradiction"});
  EXPECT_EQ(rules(check()), dates);
}

TEST_F(RunTest, TwoTextsDateTheOneLeave) {
  folder_.write("ps.md", "I went on leave in September 2022 and I was back on service in January 2023.\n");
  folder_.write("interruption.md",
                "# Interruption\n\nI took a family leave from February 2023 to January 2024.\n\n# Experience\n\n- "
                "Resident, Huron Hospital, 07/2021 - 06/2024\n");
  folder_.write("candor.toml", "select = [\"dates\"]\n");
  EXPECT_EQ(rules(check()), Lines{"ps.md:1: dates/contradiction"});
}

TEST_F(RunTest, TwoTextsPutOneGapInYearsThatFollow) {
  folder_.write("candor.toml", "select = [\"dates\"]\n");
  folder_.write("cv.md",
                "# Interruptions\n\nFrom April to July 2024 I had no position.\n\n# Experience\n\n- Physician, Huron "
                "Hospital, 03/2018 - 03/2024\n- Medical scribe, Azalea Primary Care, 08/2024 - present\n");
  folder_.write("ps.md", "I want to train here. From April to July 2023 I had no position.\n");
  EXPECT_EQ(rules(check()), Lines{"ps.md:1: dates/contradiction"});
  folder_.write("ps.md", "I want to train here. From April to July 2024 I had no position.\n");
  EXPECT_EQ(rules(check()), Lines{});
}

TEST_F(RunTest, ALeaveInOneTextHasALengthAndAReturnInTheOther) {
  folder_.write("interruption.md",
                "# Interruption\n\nI was on an approved leave from October 2022 to April 2023 for a health issue.\n\n# "
                "Education\n\n- MD, Tern University, 08/2020 - 05/2025\n");
  folder_.write("candor.toml", "select = [\"dates\"]\n");
  folder_.write("ps.md", "I took a leave of absence of twelve months.\n");
  EXPECT_EQ(rules(check()), Lines{"ps.md:1: dates/duration-mismatch"});
  folder_.write("ps.md", "I took a leave of absence of seven months.\n");
  EXPECT_EQ(rules(check()), Lines{});
  folder_.write("ps.md", "I took a leave of absence. When I returned to my rotations in August 2023, I was ready.\n");
  EXPECT_EQ(rules(check()), Lines{"ps.md:1: dates/contradiction"});
  folder_.write("ps.md", "I took a leave of absence. When I returned to my rotations in May 2023, I was ready.\n");
  EXPECT_EQ(rules(check()), Lines{});
}

TEST_F(RunTest, AnOwnLimitTakesThePlaceOfAShippedOne) {
  folder_.write("candor.toml", "[limits]\n\"experience-description\" = 10\n");
  folder_.write("experience.md", "# Experience\n\nMore than ten characters.\n");
  EXPECT_EQ(rules(check()), Lines{"experience.md:1: length/field"});
}

// Problems

TEST_F(RunTest, ABrokenTextIsAProblemAndTheOthersAreLinted) {
  only_own_rules();
  folder_.write("a.md", "A cat.\n");
  folder_.write("empty.md", "");
  folder_.write("nul.md", std::string_view("one\0two\n", 8));
  folder_.write("z.md", "A cat.\n");
  const Report report = check();
  EXPECT_EQ(rules(report), (Lines{"a.md:1: house/beast", "z.md:1: house/beast"}));
  ASSERT_EQ(report.problems.size(), 2U);
  EXPECT_EQ(report.problems[0].file, "empty.md");
  EXPECT_EQ(report.problems[1].file, "nul.md");
  EXPECT_EQ(report.files, (Lines{"a.md", "z.md"}));
}

TEST_F(RunTest, ABrokenPackIsToldOnceAndTheRestHolds) {
  folder_.write("house.toml",
                std::string(kOwnPack) + "[[rule]]\nid = \"house/other\"\nmessage = \"m\"\npatterns = [\"<beest>\"]\n");
  folder_.write("candor.toml", "applications = [\"people/*\"]\nrules = [\"house.toml\"]\nselect = [\"house/beast\"]\n");
  for (const char* name : {"a", "b", "c"}) folder_.write("people/" + std::string(name) + "/ps.md", "A cat.\n");
  const Report report = check();
  EXPECT_EQ(report.findings.size(), 3U);
  ASSERT_EQ(report.problems.size(), 1U);
  EXPECT_NE(to_string(report.problems[0]).find("no word class <beest>; did you mean <beast>?"), std::string::npos)
      << to_string(report.problems[0]);
}

TEST_F(RunTest, AnUnknownRuleInTheSettingsIsAProblem) {
  folder_.write("candor.toml", "select = [\"eras-text/quots\"]\n");
  folder_.write("ps.md");
  const Lines said = problems(check());
  ASSERT_EQ(said.size(), 1U);
  EXPECT_NE(said[0].find("eras-text/quotes"), std::string::npos) << said[0];
}

TEST_F(RunTest, ProblemsOfTheSearchAreKept) {
  folder_.write("ps.md");
  EXPECT_EQ(problems(check({"ps.md", "missing.md"})).size(), 1U);
}

TEST_F(RunTest, AContextTextThatIsBrokenIsNoProblemOfThisRun) {
  folder_.write("candor.toml", "");
  folder_.write("ps.md");
  folder_.write("cv.md", "bad \xFF\n");
  ApplicationRequest request;
  request.paths = {"ps.md"};
  request.working_directory = folder_.path();
  request.with_context = true;
  EXPECT_EQ(problems(run_check(find_applications(request), options_)), Lines{});
}

// A part of an application

class PartOfAnApplication : public RunTest {
 protected:
  PartOfAnApplication() {
    folder_.write("candor.toml", "select = [\"dates/contradiction\"]\n");
    folder_.write("ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n");
    folder_.write("exams.md", "# Exams\n\nUSMLE Step 1: failed, August 2020\n");
  }
  Report check_part(const Lines& paths) const {
    ApplicationRequest request;
    request.paths = paths;
    request.working_directory = folder_.path();
    request.with_context = true;
    return run_check(find_applications(request), options_);
  }
};

TEST_F(PartOfAnApplication, AFindingIsShownAtThePlaceThatIsLinted) {
  const Report whole = check_part({"."});
  ASSERT_EQ(rules(whole), Lines{"ps.md:3: dates/contradiction"});
  EXPECT_EQ(all(check_part({"ps.md", "exams.md"})), all(whole));
  EXPECT_EQ(check_part({"ps.md"}).findings, whole.findings);

  const Report exams = check_part({"exams.md"});
  ASSERT_EQ(rules(exams), Lines{"exams.md:3: dates/contradiction"});
  const Finding& seen = exams.findings[0];
  EXPECT_EQ(seen.message, "Step 1: \"August 2020\" here, \"May 2019\" in ps.md");
  ASSERT_EQ(seen.related.size(), 1U);
  EXPECT_EQ(seen.related[0].place, whole.findings[0].place);
  EXPECT_EQ(seen.related[0].message, "Step 1 says May 2019");
  EXPECT_EQ(seen.place, whole.findings[0].related[0].place);
  EXPECT_EQ(seen.fingerprint, whole.findings[0].fingerprint);
}

TEST_F(PartOfAnApplication, AGapThatIsToldElsewhereIsNamedWithItsText) {
  folder_.write("candor.toml", "select = [\"dates/vague-gap\"]\n");
  folder_.write("ps.md", "# Personal statement\n\nI took some time away from medicine for personal reasons.\n");
  folder_.write("experience.md",
                "# Experience\n\nResident, Harbor Clinic, full time, July 2019 - June 2020\n\n"
                "Fellow, Bay Hospital, full time, July 2022 - present\n");
  const Report entries = check_part({"experience.md"});
  ASSERT_EQ(rules(entries), Lines{"experience.md:3: dates/vague-gap"});
  EXPECT_EQ(entries.findings[0].message,
            "no text says from when to when: \"I took some time away from medicine for personal reasons.\" in ps.md");
}

TEST_F(PartOfAnApplication, WhatTouchesNoneOfItIsNotShown) {
  folder_.write("education.md", "# Education\n\nMD, University of Graz, October 2010 - July 2016\n");
  EXPECT_EQ(rules(check_part({"education.md"})), Lines{});
}

TEST_F(PartOfAnApplication, AFileThatIgnoresTheRuleShowsNothing) {
  folder_.write("candor.toml", "select = [\"dates/contradiction\"]\n[per-file-ignores]\n\"exams.md\" = [\"dates\"]\n");
  EXPECT_EQ(rules(check_part({"."})), Lines{"ps.md:3: dates/contradiction"});
  EXPECT_EQ(rules(check_part({"exams.md"})), Lines{});
}

TEST_F(PartOfAnApplication, ACommentAtTheOtherPlaceSuppresses) {
  folder_.write(
      "ps.md",
      "# Personal statement\n\n<!-- candor: ignore[dates/contradiction] -->\n\nI failed Step 1 in May 2019.\n");
  const Report exams = check_part({"exams.md"});
  EXPECT_EQ(rules(exams), Lines{});
  EXPECT_EQ(exams.summary.suppressed, 1U);
}

// Reading, examples, single texts

TEST_F(RunTest, ReadingKeepsEveryText) {
  folder_.write("a.md", "# Education\n\nA school.\n");
  folder_.write("b.md", "One. Two.\n");
  std::vector<Problem> said;
  const auto readings = run_read(find(), options_, said);
  ASSERT_EQ(readings.size(), 1U);
  ASSERT_EQ(readings[0].texts.size(), 2U);
  EXPECT_EQ(readings[0].texts[0].sections.at(0).kind, SectionKind::education);
  EXPECT_EQ(readings[0].texts[1].document.sentences().size(), 2U);
}

TEST_F(RunTest, OneTextIsCheckedByItself) {
  const Report report = check_one("ps.md", "It\u2019s so.\n", *Rulebook::shipped(), Settings{}, options_);
  EXPECT_EQ(rules(report), Lines{"ps.md:1: eras-text/quotes"});
  EXPECT_EQ(check_one("ps.md", "\xFF", *Rulebook::shipped(), Settings{}, options_).problems.size(), 1U);
}

TEST_F(RunTest, ExamplesThatDoNotHoldAreTold) {
  folder_.write("house.toml", std::string(kOwnPack) + R"TOML(
[[rule]]
id = "house/wrong"
message = "m"
patterns = ["dog"]
bad = ["I saw a cat."]
good = ["I saw a dog."]
)TOML");
  Settings settings;
  settings.rules = {{folder_.path(), "/house.toml"}};
  std::vector<Problem> said;
  const auto book = Rulebook::for_settings(settings, said);
  ASSERT_TRUE(said.empty()) << to_string(said[0]);
  const std::vector<std::string> packs = {"house"};
  const ExampleRun run = run_examples(*book, packs);
  EXPECT_EQ(run.examples, 4U);
  ASSERT_EQ(run.failures.size(), 2U);
  EXPECT_EQ(run.failures[0].rule, "house/wrong");
  EXPECT_TRUE(run.failures[0].bad);
  EXPECT_EQ(run.failures[0].example, "I saw a cat.");
  EXPECT_FALSE(run.failures[1].bad);
}

TEST_F(RunTest, TheShippedRulebookKnowsItsNames) {
  const auto book = Rulebook::shipped();
  EXPECT_NE(book->find("eras-text/quotes"), nullptr);
  EXPECT_EQ(book->find("eras-text/nothing"), nullptr);
  const auto ids = book->rule_ids();
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  const auto profiles = book->profile_names();
  EXPECT_NE(std::find(profiles.begin(), profiles.end(), Settings{}.profile), profiles.end())
      << "the default profile has limits";
}

// Memory is that of the largest application, not of the run

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
long peak_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word == "VmHWM:") {
      long kib = 0;
      status >> kib;
      return kib;
    }
  }
  return 0;
}

TEST_F(RunTest, AReportKeepsNothingOfTheTextsItWasMadeFrom) {
  folder_.write("candor.toml", "applications = [\"people/*\"]\nselect = [\"eras-text\"]\n");
  std::string text;
  while (text.size() < 200'000)
    text += "On the ward in the hills the long stays were at the end of the corridor, and people knew each other. ";
  for (int i = 0; i < 40; ++i) folder_.write("people/p" + std::to_string(i) + "/ps.md", text);
  (void)check({"people/p0"});
  const long one = peak_kib();
  const Report report = check();
  EXPECT_EQ(report.files.size(), 40U);
  EXPECT_LT(peak_kib() - one, 20'000) << "KiB: eight megabytes of text read after the first one";
}
#endif

}  // namespace
}  // namespace candor
