#include "lint/report/layout.h"

#include <gtest/gtest.h>

#include "lint/report/display_width.h"

namespace candor {
namespace {

using Rows = std::vector<std::string>;

TEST(WrappedTest, BreaksAfterBlanks) {
  EXPECT_EQ(wrapped("the quick brown fox", 10), (Rows{"the quick", "brown fox"}));
  EXPECT_EQ(wrapped("the quick", 9), Rows{"the quick"});
  EXPECT_EQ(wrapped("", 10), Rows{});
}

TEST(WrappedTest, BreaksALongWordOnlyWhereItMust) {
  EXPECT_EQ(wrapped("a pneumonoultramicroscopic word", 10), (Rows{"a", "pneumonoul", "tramicrosc", "opic word"}));
}

TEST(WrappedTest, CountsColumnsAndNotBytes) {
  EXPECT_EQ(wrapped("名古屋大学", 6), (Rows{"名古屋", "大学"}));
  EXPECT_EQ(wrapped("名古屋", 5), (Rows{"名古", "屋"}));
  EXPECT_EQ(wrapped("e\u0301e\u0301 e\u0301e\u0301", 2), (Rows{"e\u0301e\u0301", "e\u0301e\u0301"}));
}

TEST(WrappedTest, DoesNotBreakAtABlankThatHoldsTogether) {
  EXPECT_EQ(wrapped("see Dr.\u00a0Okafor", 12), (Rows{"see", "Dr.\u00a0Okafor"}));
}

TEST(CellsOfTest, ShowWhatCannotBeSeen) {
  EXPECT_EQ(row_text(cells_of("a\x1b[1m\u200bb")), "a\\x1b[1m\\u{200b}b");
  EXPECT_EQ(row_text(cells_of("a\tb")), "a b");
}

TEST(RowUnderlineTest, StandsBelowItsText) {
  const std::vector<Cell> cells = cells_of("名 e\u0301x y", {4, 7});  // "é"
  EXPECT_EQ(row_underline(cells, '^'), "   ^");
  EXPECT_EQ(row_underline(cells_of("a 名古 b", {2, 8}), '-'), "  ----");
}

TEST(RowUnderlineTest, MarksAWholeCharacterWhereAPartIsMeant) {
  EXPECT_EQ(row_underline(cells_of("xe\u0301", {2, 4}), '^'), " ^");
  EXPECT_EQ(row_underline(cells_of("a\u200bb", {1, 4}), '^'), " ^^^^^^^^");
}

TEST(RowUnderlineTest, IsEmptyWhereNothingIsMarked) { EXPECT_EQ(row_underline(cells_of("abc"), '^'), ""); }

TEST(RowUnderlineTest, MarksBlanksOnlyWhereTheyAreWhatIsMeant) {
  EXPECT_EQ(row_underline(cells_of("ab  ", {0, 4}), '^'), "^^");
  EXPECT_EQ(row_underline(cells_of("ab  ", {2, 4}), '^'), "  ^^");
}

TEST(RowsOfTest, NoRowIsWiderThanAsked) {
  const std::string text =
      "In 2019 I failed 名古屋 at 👩‍⚕️👩‍⚕️👩‍⚕️ pneumonoultramicroscopic e\u0301e\u0301 "
      "\x1b[31m "
      "end";
  const std::vector<Cell> cells = cells_of(text);
  for (std::uint32_t columns = 8; columns < 60; ++columns) {
    std::size_t shown = 0;
    for (const auto row : rows_of(cells, columns)) {
      EXPECT_LE(display_width(row_text(row)), columns);
      shown += row.size();
    }
    EXPECT_EQ(shown, cells.size());
  }
}

}  // namespace
}  // namespace candor
