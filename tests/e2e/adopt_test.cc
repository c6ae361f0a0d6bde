// Taking up candor where there are findings already: the baseline and comments, with the real binary.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/e2e/program.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

constexpr std::string_view kLetters = "My name is \u738B.\n";  // eras-text/letters, a warning

class AdoptTest : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& words) const { return run_candor(words, folder_.path()); }
  std::string read(std::string_view name) const {
    std::ifstream stream(folder_.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  TemporaryFolder folder_;
};

TEST_F(AdoptTest, ABaselineLeavesOutWhatWasThere) {
  folder_.write("candor.toml", "");
  folder_.write("a.md", kLetters);
  EXPECT_EQ(run({"check"}).status, 1);
  const Outcome written = run({"check", "--write-baseline"});
  EXPECT_EQ(written.status, 0) << written.err;
  EXPECT_EQ(written.err, "note: the baseline holds 1 entry\n");
  const Outcome held = run({"check"});
  EXPECT_EQ(held.status, 0);
  EXPECT_EQ(held.out, "no findings in 1 text (1 in the baseline)\n");
  EXPECT_EQ(run({"check", "--no-baseline"}).status, 1);
  folder_.write("b.md", kLetters);
  EXPECT_EQ(run({"check"}).status, 1);
}

TEST_F(AdoptTest, AContradictionIsReportedAnewWhenEitherDateChanges) {
  const auto write_dates = [&](const std::string& statement, const std::string& exams) {
    folder_.write("ps.md", "# Personal statement\n\nI failed Step 1 in " + statement + ".\n");
    folder_.write("exams.md", "# Exams\n\nUSMLE Step 1: failed, " + exams + "\n");
  };
  folder_.write("candor.toml", "select = [\"dates/contradiction\"]\n");
  write_dates("May 2019", "August 2020");
  run({"check", "--write-baseline"});
  for (const char* path : {".", "ps.md", "exams.md"}) EXPECT_EQ(run({"check", path}).status, 0) << path;
  write_dates("May 2019", "September 2020");
  for (const char* path : {".", "ps.md", "exams.md"}) EXPECT_EQ(run({"check", path}).status, 1) << path;
  write_dates("June 2019", "August 2020");
  for (const char* path : {".", "ps.md", "exams.md"}) EXPECT_EQ(run({"check", path}).status, 1) << path;
}

TEST_F(AdoptTest, AStaleEntryOfTheBaselineIsANoteOrUnderStrictAProblem) {
  folder_.write("candor.toml", "");
  folder_.write("a.md", kLetters);
  run({"check", "--write-baseline"});
  folder_.write("a.md", "My name is Wang.\n");
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.err.find("note: candor.baseline.toml:4: stale entry: \"eras-text/letters\" in a.md"),
            std::string::npos)
      << outcome.err;
  EXPECT_EQ(run({"check", "--quiet"}).err, "");
  const Outcome strict = run({"check", "--strict"});
  EXPECT_EQ(strict.status, 2);
  EXPECT_NE(strict.err.find("error: candor.baseline.toml:4: "), std::string::npos) << strict.err;
  EXPECT_EQ(run({"check", "--prune-baseline"}).err, "note: the baseline holds 0 entries\n");
  EXPECT_EQ(run({"check", "--strict"}).status, 0);
}

TEST_F(AdoptTest, ABaselineCanStandElsewhere) {
  folder_.write("a.md", kLetters);
  EXPECT_EQ(run({"check", "--write-baseline", "--baseline", "ci/known.toml"}).status, 2);  // there is no such folder
  folder_.make_folder("ci");
  EXPECT_EQ(run({"check", "--write-baseline", "--baseline", "ci/known.toml"}).status, 0);
  EXPECT_NE(read("ci/known.toml").find("file = \"../a.md\""), std::string::npos) << read("ci/known.toml");
  EXPECT_EQ(run({"check", "--baseline", "ci/known.toml"}).status, 0);
  const Outcome missing = run({"check", "--baseline", "nope.toml"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_NE(missing.err.find("error: nope.toml: no such file; --write-baseline makes it"), std::string::npos);
}

TEST_F(AdoptTest, ABrokenBaselineIsAProblemAndIsNotWrittenOver) {
  folder_.write("candor.toml", "");
  folder_.write("a.md", kLetters);
  folder_.write("candor.baseline.toml", "[[finding]\n");
  for (const std::vector<std::string>& words : {std::vector<std::string>{"check"}, {"check", "--write-baseline"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_NE(outcome.err.find("error: candor.baseline.toml:1:"), std::string::npos) << outcome.err;
  }
  EXPECT_EQ(read("candor.baseline.toml"), "[[finding]\n");
}

TEST_F(AdoptTest, OptionsOfTheBaselineThatExcludeEachOther) {
  for (const char* option : {"--write-baseline", "--prune-baseline", "--baseline=b.toml"}) {
    const Outcome outcome = run({"check", "--no-baseline", option});
    EXPECT_EQ(outcome.status, 2) << option;
    EXPECT_NE(outcome.err.find("--no-baseline goes with no other option about the baseline"), std::string::npos);
  }
  EXPECT_EQ(run({"check", "--write-baseline", "--fix"}).status, 2);
}

TEST_F(AdoptTest, ACommentLeavesOutAFinding) {
  folder_.write("a.md", "<!-- candor: ignore[eras-text/letters] -- my name -->\n\n" + std::string(kLetters));
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "no findings in 1 text (1 ignored in the text)\n");
}

TEST_F(AdoptTest, ACommentThatSuppressesNothingIsAFinding) {
  folder_.write("a.md", "<!-- candor: ignore[eras-text/letters] -->\n\nMy name is Wang.\n");
  const Outcome outcome = run({"check", "--format", "line"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.out,
            "a.md:1:21: warning: ignore \"eras-text/letters\" does nothing: there is no such finding here "
            "[suppression/unused]\n");
  EXPECT_NE(run({"check", "--format", "line", "--strict"}).out.find(": error: "), std::string::npos);
}

}  // namespace
}  // namespace candor
