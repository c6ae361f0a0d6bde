#include "lint/engine/suppression.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/engine/fix.h"
#include "lint/engine/run.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

class SuppressionTest : public testing::Test {
 protected:
  // Curly quotes and the ellipsis character: found wherever they stand, whatever the text says.
  SuppressionTest() { settings("select = [\"eras-text\", \"suppression\"]\n"); }

  void settings(std::string_view toml) const { folder_.write("candor.toml", toml); }

  Report check(const Lines& paths = {"."}) const {
    ApplicationRequest request;
    request.paths = paths;
    request.working_directory = folder_.path();
    RunOptions options;
    options.today = std::chrono::year{2026} / 9 / 15;
    Report report = run_check(find_applications(request), options);
    EXPECT_EQ(report.problems, std::vector<Problem>{});
    return report;
  }

  // "line:column rule" of everything found in one text.
  Lines found(std::string_view text, std::string_view name = "a.md") const {
    folder_.write(name, text);
    Lines lines;
    for (const Finding& finding : check().findings) {
      const Position& start = finding.place.range.start;
      lines.push_back(std::to_string(start.line) + ":" + std::to_string(start.column) + " " + finding.rule);
    }
    return lines;
  }
  std::string message(std::string_view text, std::string_view name = "a.md") const {
    folder_.write(name, text);
    const Report report = check();
    return report.findings.size() == 1 ? report.findings[0].message : "not one finding";
  }

  TemporaryFolder folder_;
};

TEST_F(SuppressionTest, IgnoreCoversTheNextBlockAlone) {
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] -->\n\nA \u201Ckettle.\nA \u201Ckettle.\n\nA \u201Ckettle.\n"),
            Lines{"6:3 eras-text/quotes"});
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] -->\nA \u201Ckettle.\n"), Lines{});
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] --> A \u201Ckettle.\n"), Lines{});
  EXPECT_EQ(found("A pot.\n<!-- candor: ignore[eras-text/quotes] -->\nA \u201Ckettle.\n"), Lines{});
}

TEST_F(SuppressionTest, BehindWordsItCoversThatLine) {
  EXPECT_EQ(found("A \u201Ckettle. <!-- candor: ignore[eras-text/quotes] -->\nA \u201Ckettle.\n"),
            Lines{"2:3 eras-text/quotes"});
  EXPECT_EQ(found("- A \u201Ckettle. <!-- candor: ignore[eras-text/quotes] -->\n- A \u201Ckettle.\n"),
            Lines{"2:5 eras-text/quotes"});
  EXPECT_EQ(found("# A \u201Ckettle <!-- candor: ignore[eras-text/quotes] -->\n\nA pot.\n"), Lines{});
  EXPECT_EQ(
      found(
          "| A \u201Ckettle <!-- candor: ignore[eras-text/quotes] --> | b |\n| --- | --- |\n| A \u201Ckettle | d |\n"),
      Lines{"3:5 eras-text/quotes"});
}

TEST_F(SuppressionTest, TakesAReason) {
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] -- it is -- mine -->\n\nA \u201Ckettle.\n"), Lines{});
  EXPECT_EQ(found("A \u201Ckettle. <!-- candor: ignore[eras-text/quotes] -- it is -- mine -->\n"), Lines{});
  EXPECT_EQ(found("A \u201Ckettle. <!-- candor: ignore[eras-text/quotes]\n-- on two\nlines -->\n"), Lines{});
  EXPECT_EQ(message("<!-- candor: ignore[eras-text/quotes] mine -->\n\nA pot.\n"),
            "after the rules comes \"-->\", or \"--\" and a reason");
}

TEST_F(SuppressionTest, NamesRulesAndCategories) {
  EXPECT_EQ(found("<!-- candor: ignore[ eras-text/quotes ,eras-text/ellipsis ] -->\n\nA \u201Ckettle, a pan\u2026.\n"),
            Lines{});
  EXPECT_EQ(found("<!-- candor: ignore[eras-text] -->\n\nA \u201Ckettle, a pan\u2026.\n"), Lines{});
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/*] -->\n\nA \u201Ckettle, a pan\u2026.\n"), Lines{});
  EXPECT_EQ(found("<!--candor:ignore[eras-text]-->\n\nA \u201Ckettle, a pan\u2026.\n"), Lines{});
}

TEST_F(SuppressionTest, CommentsInARowAllCoverTheNextBlock) {
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] -->\n<!-- candor: ignore[eras-text/ellipsis] -->\n\nA "
                  "\u201Ckettle, a pan\u2026.\n"),
            Lines{});
}

TEST_F(SuppressionTest, DisableHoldsUntilEnable) {
  EXPECT_EQ(found("<!-- candor: disable[eras-text/quotes] -->\n\nA \u201Ckettle.\n\nA \u201Ckettle.\n\n"
                  "<!-- candor: enable[eras-text/quotes] -->\n\nA \u201Ckettle.\n"),
            Lines{"9:3 eras-text/quotes"});
  EXPECT_EQ(found("A \u201Ckettle.\n\n<!-- candor: disable[eras-text/quotes] -->\n\nA \u201Ckettle.\n"),
            Lines{"1:3 eras-text/quotes"});
  EXPECT_EQ(found("<!-- candor: disable[eras-text] -->\n\nA pan\u2026.\n\n<!-- candor: enable[eras-text/quotes] "
                  "-->\n\nA \u201Ckettle and "
                  "a pan\u2026.\n"),
            Lines{"7:3 eras-text/quotes"});
}

TEST_F(SuppressionTest, FileIgnoreHoldsEverywhere) {
  EXPECT_EQ(found("A \u201Ckettle.\n\n<!-- candor: file-ignore[eras-text/quotes] -->\n\nA \u201Ckettle.\n"), Lines{});
}

TEST_F(SuppressionTest, TellsWhatIsUnused) {
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes, eras-text/ellipsis] -->\n\nA \u201Ckettle.\n"),
            Lines{"1:39 suppression/unused"});
  EXPECT_EQ(message("<!-- candor: ignore[eras-text/ellipsis] -->\n\nA pot.\n"),
            "ignore \"eras-text/ellipsis\" does nothing: there is no such finding here");
  EXPECT_EQ(message("<!-- candor: enable[eras-text/ellipsis] -->\n\nA pot.\n"),
            "enable \"eras-text/ellipsis\" does nothing: it is not disabled");
  EXPECT_EQ(found("A pot.\n\n<!-- candor: ignore[eras-text/ellipsis] -->\n"), Lines{"3:21 suppression/unused"});
}

TEST_F(SuppressionTest, DoesNotJudgeWhatIsNotLookedFor) {
  settings("select = [\"eras-text/quotes\", \"suppression\"]\n");
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/ellipsis] -->\n\nA pot.\n"), Lines{});
  EXPECT_EQ(found("<!-- candor: ignore[eras-text] -->\n\nA pot.\n"), Lines{});
}

TEST_F(SuppressionTest, TellsWhatItDoesNotKnow) {
  EXPECT_EQ(message("<!-- candor: ignore[eras-text/quots] -->\n\nA pot.\n"),
            "there is no rule \"eras-text/quots\"; did you mean \"eras-text/quotes\"?");
  EXPECT_EQ(message("<!-- candor: ignroe[eras-text/quotes] -->\n\nA pot.\n"),
            "candor knows no \"ignroe\"; did you mean \"ignore\"?");
  EXPECT_EQ(message("<!-- candor: ignore[eras-text/quotes -->\n\nA pot.\n"), "the list of rules has no \"]\"");
}

TEST_F(SuppressionTest, ABlanketSuppressesNothing) {
  EXPECT_EQ(found("<!-- candor: ignore -->\n\nA \u201Ckettle.\n"),
            (Lines{"1:1 suppression/blanket", "3:3 eras-text/quotes"}));
  EXPECT_EQ(found("<!-- candor: disable[] -->\n\nA \u201Ckettle.\n"),
            (Lines{"1:1 suppression/blanket", "3:3 eras-text/quotes"}));
  EXPECT_EQ(found("<!-- candor: file-ignore[all] -->\n\nA \u201Ckettle.\n"),
            (Lines{"1:1 suppression/blanket", "3:3 eras-text/quotes"}));
}

TEST_F(SuppressionTest, PlainTextTakesNoComments) {
  EXPECT_EQ(found("<!-- candor: ignore[eras-text/quotes] -->\n\nA \u201Ckettle.\n", "a.txt"),
            (Lines{"1:1 suppression/unknown", "3:3 eras-text/quotes"}));
  EXPECT_EQ(message("A pot. <!-- candor: ignore[eras-text/quotes] -->\n", "a.txt"),
            "a plain text is pasted with its comments; what it may keep belongs in candor.baseline.toml");
}

TEST_F(SuppressionTest, OtherCommentsAndCodeSayNothing) {
  EXPECT_EQ(found("<!-- candor -->\n<!-- todo: ignore[eras-text] -->\n\n```\n<!-- candor: ignroe[x] -->\n```\n\n"
                  "Write `<!-- candor: ignroe[x] -- y -->`.\n"),
            Lines{});
}

TEST_F(SuppressionTest, CountsWhatItTakesOut) {
  folder_.write("a.md", "<!-- candor: ignore[eras-text] -->\n\nA \u201Ckettle, a pan\u2026.\n");
  EXPECT_EQ(check().summary.suppressed, 2U);
}

TEST_F(SuppressionTest, StrictMakesThemErrors) {
  settings("select = [\"suppression\"]\nstrict = true\n");
  folder_.write("a.md", "<!-- candor: ignore -->\n\nA \u201Ckettle.\n");
  EXPECT_EQ(check().findings.at(0).severity, Severity::error);
}

// Findings that are more than one place

TEST_F(SuppressionTest, APassageIsSuppressedInAnyOfItsBlocks) {
  settings("select = [\"layers/missing-change\", \"suppression\"]\n");
  constexpr std::string_view kFirst = "I failed Step 1 in May 2019 because I planned my months badly.";
  ASSERT_EQ(found(std::string(kFirst) + "\n"), Lines{"1:1 layers/missing-change"});
  EXPECT_EQ(found("<!-- candor: ignore[layers/missing-change] -->\n\n" + std::string(kFirst) + "\n"), Lines{});
  EXPECT_EQ(found(std::string(kFirst) + " <!-- candor: ignore[layers] -- told in the interview -->\n"), Lines{});
}

TEST_F(SuppressionTest, AContradictionIsSuppressedAtEitherEnd) {
  settings("select = [\"dates/contradiction\", \"suppression\"]\n");
  const auto write = [&](std::string_view a, std::string_view b) {
    folder_.write("ps.md", "# Personal statement\n\n" + std::string(a) + "I failed Step 1 in May 2019.\n");
    folder_.write("exams.md", "# Exams\n\n" + std::string(b) + "USMLE Step 1: failed, August 2020\n");
  };
  write("", "");
  ASSERT_EQ(check().findings.size(), 1U);
  constexpr std::string_view kComment = "<!-- candor: ignore[dates/contradiction] -->\n\n";
  write(kComment, "");
  EXPECT_EQ(check().findings.size(), 0U);
  write("", kComment);
  EXPECT_EQ(check().findings.size(), 0U);
  // One text alone cannot say whether the comment is of use.
  EXPECT_EQ(check({"exams.md"}).findings.size(), 0U);
}

// The comment as an edit

// The text with the comment for the one finding put in, and what is found then.
class IgnoreHereTest : public SuppressionTest {
 protected:
  std::string with_comment(std::string_view text, std::string_view name = "a.md") const {
    folder_.write(name, text);
    const Report before = check();
    if (before.findings.empty()) return "nothing found";
    const Finding& finding = before.findings[0];
    Problem problem;
    const std::optional<Source> source = Source::from_bytes(std::string(name), std::string(text), problem);
    const Document document = read_document(*source, format_of(name));
    const Span span{finding.place.range.start.offset, finding.place.range.end.offset};
    const std::optional<Fix> fix = ignore_here(*source, document, span, finding.rule);
    if (!fix) return "no comment";
    std::uint32_t made = 0;
    const std::string mended = apply_fixes(text, {&*fix, 1}, made);
    folder_.write(name, mended);
    EXPECT_EQ(check().findings.size() + 1, before.findings.size()) << mended;
    return mended;
  }
};

TEST_F(IgnoreHereTest, StandsAboveAParagraphOrHeading) {
  EXPECT_EQ(with_comment("A pot.\n\nOne\n\u201Ckettle.\n"),
            "A pot.\n\n<!-- candor: ignore[eras-text/quotes] -->\nOne\n\u201Ckettle.\n");
  EXPECT_EQ(with_comment("# A \u201Ckettle\n"), "<!-- candor: ignore[eras-text/quotes] -->\n# A \u201Ckettle\n");
  EXPECT_EQ(with_comment("A pot.\r\n\r\nA \u201Ckettle.\r\n"),
            "A pot.\r\n\r\n<!-- candor: ignore[eras-text/quotes] -->\r\nA \u201Ckettle.\r\n");
}

TEST_F(IgnoreHereTest, StandsBehindWordsInListsTablesAndQuotations) {
  EXPECT_EQ(with_comment("- A pot\n- A \u201Ckettle  \n  is here\n"),
            "- A pot\n- A \u201Ckettle <!-- candor: ignore[eras-text/quotes] -->  \n  is here\n");
  EXPECT_EQ(with_comment("1. One\n\n   A \u201Ckettle.\n"),
            "1. One\n\n   A \u201Ckettle. <!-- candor: ignore[eras-text/quotes] -->\n");
  EXPECT_EQ(with_comment("| a | b |\n| --- | --- |\n| A \u201Ckettle | d |\n"),
            "| a | b |\n| --- | --- |\n| A \u201Ckettle <!-- candor: ignore[eras-text/quotes] --> | d |\n");
}

TEST_F(IgnoreHereTest, JoinsTheCommentThatIsThere) {
  EXPECT_EQ(with_comment("<!-- candor: ignore[eras-text/ellipsis] -- mine -->\n\nA \u201Ckettle, a pan\u2026.\n"),
            "<!-- candor: ignore[eras-text/ellipsis, eras-text/quotes] -- mine -->\n\nA \u201Ckettle, a pan\u2026.\n");
}

TEST_F(IgnoreHereTest, HasNothingForPlainText) { EXPECT_EQ(with_comment("A \u201Ckettle.\n", "a.txt"), "no comment"); }

}  // namespace
}  // namespace candor
