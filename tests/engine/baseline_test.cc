#include "lint/engine/baseline.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

class BaselineTest : public testing::Test {
 protected:
  // Curly quotes and the ellipsis character: found wherever they stand, whatever the text says.
  BaselineTest() { folder_.write("candor.toml", "select = [\"eras-text\"]\n"); }

  Applications applications(const Lines& paths = {"."}) const {
    ApplicationRequest request;
    request.paths = paths;
    request.with_context = true;
    request.working_directory = folder_.path();
    return find_applications(request);
  }

  Baselines read(const Applications& all, const std::string& given = {}) const {
    std::vector<Problem> problems;
    Baselines baselines = Baselines::read(all, given, problems, folder_.path());
    EXPECT_EQ(problems, std::vector<Problem>{});
    return baselines;
  }

  // candor check --write-baseline
  void write_baseline(const Lines& paths = {"."}, const std::string& given = {}) const {
    const Applications all = applications(paths);
    Baselines baselines = read(all, given);
    baselines.hold(run_check(all, {}));
    std::vector<Problem> problems;
    EXPECT_TRUE(baselines.write(problems));
  }

  struct Outcome {
    Lines found;
    Lines stale;
  };
  Outcome check(const Lines& paths = {"."}, bool prune = false) const {
    const Applications all = applications(paths);
    Baselines baselines = read(all);
    Report report = run_check(all, {});
    baselines.apply(report);
    Outcome outcome;
    for (const Finding& finding : report.findings)
      outcome.found.push_back(finding.place.file + ":" + std::to_string(finding.place.range.start.line) + " " +
                              finding.rule);
    for (const Problem& problem : baselines.stale()) outcome.stale.push_back(to_string(problem));
    if (prune) {
      baselines.prune();
      std::vector<Problem> problems;
      EXPECT_TRUE(baselines.write(problems));
    }
    return outcome;
  }

  std::string content(std::string_view name = kBaselineFile) const {
    std::ifstream stream(folder_.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  TemporaryFolder folder_;
};

TEST_F(BaselineTest, HoldsWhatWasThere) {
  folder_.write("a.md", "A \u201Ckettle.\n");
  EXPECT_EQ(check().found, Lines{"a.md:1 eras-text/quotes"});
  write_baseline();
  EXPECT_EQ(check().found, Lines{});
  folder_.write("b.md", "A \u201Ckettle.\n");
  EXPECT_EQ(check().found, Lines{"b.md:1 eras-text/quotes"});
}

TEST_F(BaselineTest, FollowsASentenceThatMoves) {
  folder_.write("a.md", "A \u201Ckettle stands here.\n");
  write_baseline();
  folder_.write("a.md", "# New\n\nAnother sentence. A \u201Ckettle\nstands here.\n");
  EXPECT_EQ(check().found, Lines{});
  EXPECT_EQ(check().stale, Lines{});
}

TEST_F(BaselineTest, HoldsWhenAMessageIsReworded) {
  folder_.write("pack.toml", "[[rule]]\nid = \"house/pot\"\nmessage = \"a pot\"\npatterns = [\"pot\"]\n");
  folder_.write("candor.toml", "rules = [\"pack.toml\"]\nselect = [\"house\"]\n");
  folder_.write("a.md", "A pot.\n");
  write_baseline();
  folder_.write("pack.toml", "[[rule]]\nid = \"house/pot\"\nmessage = \"other words\"\npatterns = [\"pot\"]\n");
  EXPECT_EQ(check().found, Lines{});
}

TEST_F(BaselineTest, ReportsASentenceThatIsChanged) {
  folder_.write("a.md", "A \u201Ckettle.\n");
  write_baseline();
  folder_.write("a.md", "One \u201Ckettle.\n");
  EXPECT_EQ(check().found, Lines{"a.md:1 eras-text/quotes"});
}

// The dates of one event in two texts.
class BaselineAcrossTexts : public BaselineTest {
 protected:
  BaselineAcrossTexts() {
    folder_.write("candor.toml", "select = [\"dates/contradiction\"]\n");
    folder_.write("ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n");
    write_exams("August 2020");
    write_baseline();
  }
  void write_exams(const std::string& date, const std::string& more = {}) const {
    folder_.write("exams.md", "# Exams\n\n" + more + "USMLE Step 1: failed, " + date + "\n");
  }
};

TEST_F(BaselineAcrossTexts, ReportsAContradictionWhoseOtherDateIsChanged) {
  EXPECT_EQ(check().found, Lines{});
  write_exams("August 2020", "USMLE Step 2 CK: passed, June 2021\n\n");
  EXPECT_EQ(check().found, Lines{}) << "what stands around it does not matter";
  write_exams("September 2021");
  const Outcome changed = check();
  EXPECT_EQ(changed.found, Lines{"ps.md:3 dates/contradiction"});
  EXPECT_EQ(changed.stale.size(), 1U);
}

TEST_F(BaselineAcrossTexts, HoldsFromWhicheverTextIsLinted) {
  const std::string whole = content();
  for (const char* text : {"ps.md", "exams.md"}) {
    EXPECT_EQ(check({text}).found, Lines{}) << text;
    EXPECT_EQ(check({text}).stale, Lines{}) << text;
    write_baseline({text});
    EXPECT_EQ(content(), whole) << text;
    std::filesystem::remove(folder_.path(kBaselineFile));
    write_baseline({text});
    EXPECT_EQ(content(), whole) << text;
  }
}

TEST_F(BaselineTest, HoldsAsManyAsThereWere) {
  folder_.write("a.md", "A \u201Ckettle.\n\nA \u201Ckettle.\n");
  write_baseline();
  EXPECT_NE(content().find("count = 2\n"), std::string::npos) << content();
  EXPECT_EQ(check().found, Lines{});
  folder_.write("a.md", "A \u201Ckettle.\n\nA \u201Ckettle.\n\nA \u201Ckettle.\n");
  EXPECT_EQ(check().found, Lines{"a.md:5 eras-text/quotes"});
}

TEST_F(BaselineTest, HoldsNoWordOfTheText) {
  folder_.write("a.md", "My secret \u201Ckettle.\n");
  write_baseline();
  EXPECT_EQ(content().find("secret"), std::string::npos) << content();
  EXPECT_NE(content().find("file = \"a.md\"\nrule = \"eras-text/quotes\"\nsentence = \""), std::string::npos)
      << content();
}

TEST_F(BaselineTest, KeepsReasonsAndIsTheSameTwice) {
  folder_.write("a.md", "A \u201Ckettle, a pan\u2026.\n");
  write_baseline();
  std::string text = content();
  text.replace(text.find("reason = \"\""), 11, "reason = \"a \\\"quote\\\"\"");
  folder_.write(kBaselineFile, text);
  folder_.write("b.md", "A \u201Ckettle.\n");
  write_baseline();
  EXPECT_NE(content().find("reason = \"a \\\"quote\\\"\""), std::string::npos) << content();
  const std::string once = content();
  write_baseline();
  EXPECT_EQ(content(), once);
}

TEST_F(BaselineTest, TellsOfStaleEntries) {
  folder_.write("a.md", "A \u201Ckettle. A pan\u2026.\n");
  write_baseline();
  folder_.write("a.md", "A \u201Ckettle.\n");
  EXPECT_EQ(check().stale,
            Lines{"candor.baseline.toml:4: stale entry: \"eras-text/ellipsis\" in a.md, which no longer has this "
                  "finding"});
  folder_.write("b.md", "A pot.\n");
  EXPECT_EQ(check({"b.md"}).stale, Lines{});  // a.md was not looked at
  EXPECT_EQ(check({"."}, true).found, Lines{});
  EXPECT_EQ(check().stale, Lines{});
  EXPECT_EQ(content().find("eras-text/ellipsis"), std::string::npos) << content();
}

TEST_F(BaselineTest, TellsAFileThatIsGone) {
  folder_.write("a.md", "A \u201Ckettle.\n");
  folder_.write("b.md", "A pot.\n");
  write_baseline();
  std::filesystem::remove(folder_.path("a.md"));
  EXPECT_EQ(check().stale.size(), 1U);
}

TEST_F(BaselineTest, ARunOfAPartKeepsTheRest) {
  folder_.write("a.md", "A \u201Ckettle.\n");
  folder_.write("b.md", "A \u201Ckettle.\n");
  write_baseline();
  folder_.write("b.md", "A pan\u2026.\n");
  write_baseline({"b.md"});
  EXPECT_NE(content().find("file = \"a.md\""), std::string::npos) << content();
  EXPECT_EQ(content().find("file = \"b.md\"\nrule = \"eras-text/quotes\""), std::string::npos) << content();
}

TEST_F(BaselineTest, EachCandorTomlHasItsOwn) {
  folder_.write("x/candor.toml", "select = [\"eras-text\"]\n");
  folder_.write("x/a.md", "A \u201Ckettle.\n");
  folder_.write("a.md", "A \u201Ckettle.\n");
  write_baseline();
  EXPECT_NE(content("x/candor.baseline.toml").find("file = \"a.md\""), std::string::npos);
  EXPECT_NE(content().find("file = \"a.md\""), std::string::npos);
  EXPECT_EQ(check().found, Lines{});
}

TEST_F(BaselineTest, SaysWhatIsWrongInIt) {
  folder_.write(kBaselineFile,
                "[[finding]]\nfile = \"a.md\"\nrule = \"eras-text/ellipsis\"\n\n"
                "[[finding]]\nfile = 3\nrule = \"r\"\nsentence = \"s\"\n\n"
                "[[finding]]\nfile = \"a\"\nrule = \"r\"\nsentence = \"s\"\nreasn = \"x\"\ncount = 0\n\n"
                "[[finding]]\nfile = \"a\"\nrule = \"r\"\nsentence = \"s\"\n");
  std::vector<Problem> problems;
  const Baseline baseline = read_baseline(folder_.path(kBaselineFile), problems, folder_.path());
  Lines said;
  for (const Problem& problem : problems) said.push_back(to_string(problem));
  EXPECT_EQ(said, (Lines{"candor.baseline.toml:1:1: a finding wants \"file\", \"rule\" and \"sentence\"",
                         "candor.baseline.toml:6:8: \"file\" is a whole number; it wants a string",
                         "candor.baseline.toml:14:1: unknown key \"reasn\"; did you mean \"reason\"?",
                         "candor.baseline.toml:15:9: \"count\" wants a whole number from 1 on"}));
  EXPECT_EQ(baseline.entries.size(), 1U);
}

TEST_F(BaselineTest, SaysWhereItIsNoToml) {
  folder_.write(kBaselineFile, "[[finding]\n");
  std::vector<Problem> problems;
  EXPECT_TRUE(read_baseline(folder_.path(kBaselineFile), problems, folder_.path()).entries.empty());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].line, 1U);
}

TEST_F(BaselineTest, WhatIsWrittenReadsTheSame) {
  Baseline baseline;
  baseline.path = folder_.path(kBaselineFile);
  Finding finding;
  finding.rule = "eras-text/quotes";
  finding.fingerprint = "00112233445566aa";
  for (const char* file : {"b \"c\"\n.md", "a.md", "a.md"}) {
    finding.place.file = file;
    add_to_baseline(baseline, finding, folder_.path());
  }
  for (BaselineEntry& entry : baseline.entries) entry.reason = "tab\t and \\";
  folder_.write(kBaselineFile, baseline_text(baseline));
  std::vector<Problem> problems;
  Baseline again = read_baseline(folder_.path(kBaselineFile), problems, folder_.path());
  EXPECT_EQ(problems, std::vector<Problem>{});
  ASSERT_EQ(again.entries.size(), 2U);
  EXPECT_EQ(again.entries[0].count, 2U);
  for (BaselineEntry& entry : again.entries) entry.line = 0;
  EXPECT_EQ(again.entries, baseline.entries);
}

}  // namespace
}  // namespace candor
