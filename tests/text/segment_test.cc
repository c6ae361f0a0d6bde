#include "lint/text/segment.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Segment, AppendsTokensAndSentencesOfItsSpanOnly) {
  const std::string_view text = "Before.\nI Failed. I rose.\n";
  const std::string_view folded = "before.\ni failed. i rose.\n";
  std::vector<Token> tokens(1);
  std::vector<Sentence> sentences;
  segment(text, folded, {8, 25}, BlockKind::paragraph, tokens, sentences);
  ASSERT_EQ(tokens.size(), 7U);
  EXPECT_EQ(tokens[1].view, (Span{8, 9}));
  EXPECT_TRUE(tokens[2].capital);
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].tokens, (IndexRange{1, 4}));
  EXPECT_EQ(sentences[1].tokens, (IndexRange{4, 7}));
}

TEST(Segment, TakesAHeadingOrRowForOneSentence) {
  for (const BlockKind kind : {BlockKind::heading, BlockKind::table_row}) {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    segment("I failed. I rose.", "i failed. i rose.", {0, 17}, kind, tokens, sentences);
    EXPECT_EQ(sentences.size(), 1U);
  }
}

TEST(Segment, AppendsNothingWithoutAWordOrNumber) {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  segment("... !", "... !", {0, 5}, BlockKind::paragraph, tokens, sentences);
  EXPECT_TRUE(tokens.empty());
  EXPECT_TRUE(sentences.empty());
}

TEST(Segment, ADayWithAStopBeforeItsMonthEndsNoSentence) {
  const auto count = [](std::string_view text, std::string_view folded) {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    segment(text, folded, {0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, tokens, sentences);
    return sentences.size();
  };
  EXPECT_EQ(count("I sat it on 18. January 2022.", "i sat it on 18. january 2022."), 1U);
  EXPECT_EQ(count("I passed Step 1. January 2022 was hard.", "i passed step 1. january 2022 was hard."), 2U);
}

}  // namespace
}  // namespace candor
