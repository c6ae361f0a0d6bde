#include "lint/text/abbreviations.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Abbreviation, KnowsTitlesBeforeANumberAndTheRest) {
  EXPECT_EQ(abbreviation("dr"), Abbreviation::before_name);
  EXPECT_EQ(abbreviation("vs"), Abbreviation::before_name);
  EXPECT_EQ(abbreviation("e.g"), Abbreviation::before_name);
  EXPECT_EQ(abbreviation("fig"), Abbreviation::before_number);
  EXPECT_EQ(abbreviation("no"), Abbreviation::before_number);
  EXPECT_EQ(abbreviation("univ"), Abbreviation::anywhere);
  EXPECT_EQ(abbreviation("sept"), Abbreviation::anywhere);
}

TEST(Abbreviation, IsNoneForOrdinaryWords) {
  for (const std::string_view word : {"", "exam", "hospital", "passed", "i", "2019"}) {
    EXPECT_EQ(abbreviation(word), Abbreviation::none) << word;
  }
}

TEST(SentenceStarter, KnowsFunctionWordsOnly) {
  for (const std::string_view word : {"the", "i", "during", "a", "your", "however"})
    EXPECT_TRUE(is_sentence_starter(word)) << word;
  for (const std::string_view word : {"", "hospital", "government", "singh"})
    EXPECT_FALSE(is_sentence_starter(word)) << word;
}

}  // namespace
}  // namespace candor
