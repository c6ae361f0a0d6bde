#include "lint/lsp/open_text.h"

#include <gtest/gtest.h>

#include <string>

namespace candor {
namespace {

struct Applied {
  std::string bytes;
  std::string amiss;

  friend bool operator==(const Applied&, const Applied&) = default;
};
void PrintTo(const Applied& applied, std::ostream* out) { *out << '"' << applied.bytes << "\" " << applied.amiss; }

Applied after(std::string bytes, ClientRange range, const std::string& text,
              PositionEncoding encoding = PositionEncoding::utf16) {
  const std::string_view amiss = apply({range, text}, encoding, bytes);
  return {bytes, std::string(amiss)};
}

TEST(OpenTextTest, AChangeWithoutRangeIsAllOfTheText) {
  std::string bytes = "old";
  EXPECT_EQ(apply({std::nullopt, "new\n"}, PositionEncoding::utf16, bytes), "");
  EXPECT_EQ(bytes, "new\n");
}

TEST(OpenTextTest, TextIsPutInTakenOutAndReplaced) {
  EXPECT_EQ(after("one\ntwo\n", {{1, 0}, {1, 0}}, "and "), (Applied{"one\nand two\n", ""}));
  EXPECT_EQ(after("one\ntwo\n", {{0, 3}, {1, 0}}, ""), (Applied{"onetwo\n", ""}));
  EXPECT_EQ(after("one\ntwo\n", {{0, 1}, {1, 2}}, "-"), (Applied{"o-o\n", ""}));
  EXPECT_EQ(after("", {{0, 0}, {0, 0}}, "x"), (Applied{"x", ""}));
}

TEST(OpenTextTest, EveryLineEndParts) {
  EXPECT_EQ(after("a\rb\r\nc\nd", {{3, 0}, {3, 1}}, "D"), (Applied{"a\rb\r\nc\nD", ""}));
  EXPECT_EQ(after("a\r\nb", {{0, 9}, {0, 9}}, "!"), (Applied{"a!\r\nb", ""})) << "not between CR and LF";
}

TEST(OpenTextTest, ColumnsAreOfTheAgreedEncoding) {
  const std::string text = "\U0001F642\u00e9x";
  EXPECT_EQ(after(text, {{0, 3}, {0, 4}}, "y", PositionEncoding::utf16).bytes, "\U0001F642\u00e9y");
  EXPECT_EQ(after(text, {{0, 2}, {0, 3}}, "y", PositionEncoding::utf32).bytes, "\U0001F642\u00e9y");
  EXPECT_EQ(after(text, {{0, 6}, {0, 7}}, "y", PositionEncoding::utf8).bytes, "\U0001F642\u00e9y");
  EXPECT_EQ(after(text, {{0, 1}, {0, 1}}, "y", PositionEncoding::utf16).bytes, "y" + text) << "within a pair";
}

TEST(OpenTextTest, PlacesOutsideTheTextAreItsEdges) {
  EXPECT_EQ(after("one\ntwo", {{0, 99}, {0, 4'000'000'000U}}, "!"), (Applied{"one!\ntwo", ""}));
  EXPECT_EQ(after("one\ntwo", {{7, 0}, {9, 3}}, "!"),
            (Applied{"one\ntwo!", "an edit beyond the last line was made at the end of the text"}));
  EXPECT_EQ(after("one\ntwo", {{1, 1}, {4'000'000'000U, 0}}, ""),
            (Applied{"one\nt", "an edit beyond the last line was made at the end of the text"}));
  EXPECT_EQ(after("one\ntwo", {{1, 1}, {0, 1}}, "-"),
            (Applied{"o-wo", "an edit whose end stands before its start was turned round"}));
}

TEST(OpenTextTest, TextsAreReadByNameOrLanguage) {
  EXPECT_TRUE(is_read({"file:///a.md", "/a.md", "whatever", 1, ""}));
  EXPECT_TRUE(is_read({"untitled:Untitled-1", "", "markdown", 1, ""}));
  EXPECT_TRUE(is_read({"file:///STATEMENT", "/STATEMENT", "plaintext", 1, ""}));
  EXPECT_FALSE(is_read({"file:///candor.toml", "/candor.toml", "toml", 1, ""}));
}

}  // namespace
}  // namespace candor
