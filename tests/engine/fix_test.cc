#include "lint/engine/fix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

Fix replacing(std::uint32_t begin, std::uint32_t end, std::string text) {
  Edit edit;
  edit.range.start.offset = begin;
  edit.range.end.offset = end;
  edit.text = std::move(text);
  return {"t", {edit}};
}

Fix both(Fix a, const Fix& b) {
  a.edits.push_back(b.edits[0]);
  return a;
}

std::string applied(std::string_view text, const std::vector<Fix>& fixes) {
  std::uint32_t made = 0;
  const std::string mended = apply_fixes(text, fixes, made);
  return mended + " " + std::to_string(made);
}

TEST(ApplyFixesTest, MakesAllThatDoNotOverlap) {
  EXPECT_EQ(applied("abcdef", {replacing(4, 5, "E"), replacing(0, 1, ""), replacing(2, 2, "-")}), "b-cdEf 3");
  EXPECT_EQ(applied("abc", {}), "abc 0");
}

TEST(ApplyFixesTest, LeavesAFixThatOverlapsAnEarlierOneWhole) {
  EXPECT_EQ(applied("abcdef", {replacing(1, 3, "X"), both(replacing(2, 4, "Y"), replacing(5, 6, "Z"))}), "aXdef 1");
  EXPECT_EQ(applied("abc", {replacing(1, 1, "X"), replacing(1, 1, "Y")}), "aXbc 1");
}

class FixTest : public testing::Test {
 protected:
  // The text as it is after --fix.
  std::string fixed(std::string_view text, std::string_view name = "a.md") const {
    folder_.write(name, text);
    const Applications all = applications(name);
    const FixRun run = run_fix(all, {}, [&](const RunOptions& options) { return run_check(all, options); });
    EXPECT_EQ(run.report.problems, std::vector<Problem>{});
    for (const Finding& finding : run.report.findings) EXPECT_FALSE(finding.fix) << finding.message;
    return run.texts.empty() ? std::string(text) : run.texts[0].after;
  }
  Applications applications(std::string_view path = ".") const {
    ApplicationRequest request;
    request.paths = {std::string(path)};
    request.working_directory = folder_.path();
    return find_applications(request);
  }

  TemporaryFolder folder_;
};

TEST_F(FixTest, WritesPlainCharacters) {
  EXPECT_EQ(fixed("\u201CIt wasn\u2019t luck\u201D, I said \u2014 in 2020\u20132021\u2026\n"),
            "\"It wasn't luck\", I said -- in 2020-2021...\n");
  EXPECT_EQ(fixed("clin\u200Bical\u00A0work\u00AD\n"), "clinical work\n");
}

TEST_F(FixTest, TakesOutBlanksThatNobodySees) {
  EXPECT_EQ(fixed("One  two. \nThree\t \n"), "One two.\nThree\n");
  EXPECT_EQ(fixed("One  two.  \r\nThree   \r\n", "a.txt"), "One two.\r\nThree\r\n");
  EXPECT_EQ(fixed("One  two", "a.txt"), "One two");
}

TEST_F(FixTest, KnowsWhereBlanksAreInALineOfMany) {
  folder_.write("a.txt", "\u00E9  b  c \nd  e\n");
  const Report report = run_check(applications("a.txt"), {});
  const auto finding = std::ranges::find(report.findings, "eras-text/blanks", &Finding::rule);
  ASSERT_NE(finding, report.findings.end());
  std::vector<std::string> places;
  for (const Edit& edit : finding->fix->edits) {
    const Position& at = edit.range.end;
    places.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::to_string(at.offset) + " " +
                     std::to_string(at.byte_column));
  }
  EXPECT_EQ(places, (std::vector<std::string>{"1:4 4 5", "1:7 7 8", "1:9 9 10", "2:4 13 4"}));
}

TEST_F(FixTest, LeavesLayoutAlone) {
  EXPECT_EQ(fixed("One  \ntwo\n"), "One  \ntwo\n");                       // a line break of Markdown
  EXPECT_EQ(fixed("Role      Months\n", "a.txt"), "Role      Months\n");  // columns
  EXPECT_EQ(fixed("    code  here \n\ntext\n"), "    code  here \n\ntext\n");
  EXPECT_EQ(fixed("Write `a  b` here\n"), "Write `a  b` here\n");
  EXPECT_EQ(fixed("-   one\n-   two\n"), "-   one\n-   two\n");
  EXPECT_EQ(fixed(">  quoted words\n"), ">  quoted words\n");
}

TEST_F(FixTest, LeavesWhatHoldsLettersTogether) {
  EXPECT_EQ(fixed("A \U0001F469\u200D\u2695\uFE0F here\n"), "A \U0001F469\u200D\u2695\uFE0F here\n");
  EXPECT_EQ(fixed("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 it\n"),
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 it\n");
}

TEST_F(FixTest, MakesNoHeadingOfDashes) { EXPECT_EQ(fixed("Words\n\u2014\n"), "Words\n\u2014\n"); }

TEST_F(FixTest, TouchesNoWord) {
  constexpr std::string_view kText =
      "# A \u201Cstory\u201D\n\n\u2022 I failed  Step\u00A01 in May\u20132019\u2026 and\u2014at last\u2014passed. \n\n"
      "Na\u00EFve na\u00EFvet\u00E9, \u540D\u53E4\u5C4B \U0001F64F\n";
  const auto letters = [](std::string_view text) {
    std::string kept;
    for (const char c : text) {
      if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) kept += c;
    }
    for (const std::string_view sign : {"\u201C", "\u201D", "\u2022", "\u00A0", "\u2013", "\u2026", "\u2014"}) {
      for (std::size_t at = kept.find(sign); at != std::string::npos; at = kept.find(sign)) kept.erase(at, sign.size());
    }
    return kept;
  };
  EXPECT_EQ(letters(fixed(kText)), letters(kText));
}

TEST_F(FixTest, IsDoneAfterOnce) {
  const std::string once = fixed("One\u00A0 two\u2014 \u2014three \u2009\n");
  EXPECT_EQ(fixed(once), once);
}

TEST_F(FixTest, DoesNotWriteOverWhatChangedMeanwhile) {
  folder_.write("a.md", "One  two.\n");
  const Applications all = applications();
  const FixRun run = run_fix(all, {}, [&](const RunOptions& options) { return run_check(all, options); });
  ASSERT_EQ(run.texts.size(), 1U);
  folder_.write("a.md", "One  two three.\n");
  Problem problem;
  EXPECT_FALSE(write_fixed(run.texts[0], problem));
  EXPECT_EQ(to_string(problem), "a.md: has changed since it was read; it is left as it is now");
}

}  // namespace
}  // namespace candor
