#include "lint/check/repetition.h"

#include <gtest/gtest.h>

#include "tests/check/checked.h"

namespace candor {
namespace {

constexpr std::string_view kLong =
    "I failed the first step because I had read two books and never answered a question.";

class RepetitionTest : public testing::Test {
 protected:
  RepetitionTest() : checked_(plain_rule("repetition/explanation", "repetition")) {}

  Checked checked_;
};

TEST_F(RepetitionTest, TheSameLongSentenceInTwoSectionsIsToldOnceAtTheSecond) {
  checked_.add("experience.md", "# Experience\n\n" + std::string(kLong) + "\n");
  checked_.add("ps.md", "I like rooms. " + std::string(kLong) + "\n");
  EXPECT_EQ(checked_.lines(check_repetition), Lines{"ps.md:1:15 repetition/explanation: " + std::string(kLong)});
  const auto found = checked_.findings(check_repetition);
  ASSERT_EQ(found[0].related.size(), 1U);
  EXPECT_EQ(found[0].related[0].place.file, "experience.md");
  EXPECT_EQ(found[0].related[0].place.range.start.line, 3U);
  EXPECT_EQ(found[0].related[0].message, "first told here");
}

TEST_F(RepetitionTest, AFewOtherWordsDoNotHideIt) {
  checked_.add("a.md", std::string(kLong) + "\n");
  checked_.add("b.md",
               "In May I failed the first step because I had read two books and never answered a question, sadly.\n");
  EXPECT_EQ(checked_.findings(check_repetition).size(), 1U);
}

TEST_F(RepetitionTest, OtherWordsAreAnotherSentence) {
  checked_.add("a.md", std::string(kLong) + "\n");
  checked_.add("b.md",
               "I failed the first step because nobody told me how long the day was and I slept in the last block.\n");
  EXPECT_EQ(checked_.lines(check_repetition), Lines{});
}

TEST_F(RepetitionTest, WithinOneSectionItIsTheWritersStyle) {
  checked_.add("a.md", std::string(kLong) + "\n\n" + std::string(kLong) + "\n");
  EXPECT_EQ(checked_.lines(check_repetition), Lines{});
}

TEST_F(RepetitionTest, TwoSectionsOfOneTextCount) {
  checked_.add("a.md", "# Experience\n\n" + std::string(kLong) + "\n\n# Education\n\n" + std::string(kLong) + "\n");
  EXPECT_EQ(checked_.findings(check_repetition).size(), 1U);
}

TEST_F(RepetitionTest, AShortSentenceMayStandTwice) {
  checked_.add("a.md", "I failed the first step in May and passed in June.\n");
  checked_.add("b.md", "I failed the first step in May and passed in June.\n");
  EXPECT_EQ(checked_.lines(check_repetition), Lines{}) << "eleven words";
}

TEST_F(RepetitionTest, TheThirdTimePointsToTheFirst) {
  for (const char* name : {"a.md", "b.md", "c.md"}) checked_.add(name, std::string(kLong) + "\n");
  const auto found = checked_.findings(check_repetition);
  ASSERT_EQ(found.size(), 2U);
  for (const Finding& finding : found) EXPECT_EQ(finding.related.at(0).place.file, "a.md");
}

TEST_F(RepetitionTest, AContextTextIsCompared) {
  checked_.add("a.md", std::string(kLong) + "\n").linted = false;
  checked_.add("b.md", std::string(kLong) + "\n");
  EXPECT_EQ(checked_.findings(check_repetition).size(), 1U);
  checked_.text(0).linted = true;
  checked_.text(1).linted = false;
  const auto found = checked_.findings(check_repetition);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].related.at(0).seen_from_here, "b.md tells this again in nearly the same words");
}

}  // namespace
}  // namespace candor
