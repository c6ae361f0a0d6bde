#include "lint/report/display_width.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(DisplayWidthTest, CountsColumnsAsTerminalsDo) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("Step 1"), 6U);
  EXPECT_EQ(display_width("naïve “x”"), 9U);
  EXPECT_EQ(display_width("名古屋"), 6U);
  EXPECT_EQ(display_width("ｆｕｌｌ"), 8U);
  EXPECT_EQ(display_width("한국"), 4U);
}

TEST(DisplayWidthTest, MarksTakeNoColumns) {
  EXPECT_EQ(display_width("e\u0301"), 1U);
  EXPECT_EQ(display_width("a\u0300\u0323b"), 2U);
  EXPECT_EQ(display_width("\u1112\u1161\u11ab"), 2U) << "a Hangul syllable of three letters";
  EXPECT_EQ(display_width("\u0301"), 0U) << "a mark without a base";
}

TEST(DisplayWidthTest, AnEmojiIsOneWideCharacterHoweverItIsMade) {
  EXPECT_EQ(display_width("😀"), 2U);
  EXPECT_EQ(display_width("👩‍⚕️"), 2U);
  EXPECT_EQ(display_width("👍🏽"), 2U);
  EXPECT_EQ(display_width("👨‍👩‍👧‍👦"), 2U);
  EXPECT_EQ(display_width("🇨🇦"), 2U);
  EXPECT_EQ(display_width("🇨🇦🇨🇦"), 4U);
  EXPECT_EQ(display_width("\u2764"), 1U) << "a heart as text";
  EXPECT_EQ(display_width("\u2764\ufe0f"), 2U) << "a heart as emoji";
}

TEST(GlyphAtTest, HoldsAWholeCharacter) {
  EXPECT_EQ(glyph_at("e\u0301x", 0).bytes, 3U);
  EXPECT_EQ(glyph_at("ex", 0).bytes, 1U);
  EXPECT_EQ(glyph_at("🇨🇦🇨🇦", 0).bytes, 8U);
  EXPECT_EQ(glyph_at("x\x1b[31m", 0).bytes, 1U);
  EXPECT_EQ(glyph_at("\u202e\u0301", 0).bytes, 3U) << "nothing joins a control";
}

TEST(GlyphAtTest, AlwaysGoesForward) {
  for (const std::string_view text : {"\xff\xff", "\xe5\x90", "\xf0\x9f\x98", "a\xcc"}) {
    for (std::size_t at = 0; at < text.size(); at += glyph_at(text, at).bytes) {
      ASSERT_GT(glyph_at(text, at).bytes, 0U);
      ASSERT_LE(at + glyph_at(text, at).bytes, text.size());
    }
  }
}

}  // namespace
}  // namespace candor
