#include "lint/rule/word_memo.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/shipped.h"

namespace candor {
namespace {

// What the lexicon itself says.
std::vector<Feature> looked_up(const Lexicon& lexicon, std::string_view word) {
  const Lexicon::Hit hit = lexicon.find(word);
  std::vector<Feature> features(hit.features.begin(), hit.features.end());
  if (!hit.known) lexicon.guess(word, features);
  return features;
}

std::vector<Feature> remembered(WordMemo& memo, std::string_view word) {
  const auto features = memo.find(word, WordKey(word)).features;
  return {features.begin(), features.end()};
}

class WordMemoTest : public testing::Test {
 protected:
  Lexicon lexicon_{shipped_ruleset().lexicon};
  WordMemo memo_{lexicon_};
};

TEST_F(WordMemoTest, SaysWhatTheLexiconSaysTheFirstTimeAndLater) {
  for (int time = 0; time < 2; ++time) {
    for (const char* word : {"failed", "i", "examination", "step", "unlisted", "walked", "slowly", "2019"})
      EXPECT_EQ(remembered(memo_, word), looked_up(lexicon_, word)) << word;
  }
}

TEST_F(WordMemoTest, TellsThatAPhraseMayFollow) {
  for (int time = 0; time < 2; ++time) {
    EXPECT_TRUE(memo_.find("step", WordKey("step")).goes_on);
    EXPECT_FALSE(memo_.find("unlisted", WordKey("unlisted")).goes_on);
  }
}

TEST_F(WordMemoTest, WordsThatShareAPlaceDoNotMixUp) {
  for (int time = 0; time < 2; ++time) {
    for (int n = 0; n < 20'000; ++n) {  // more than it keeps
      const std::string word = std::to_string(n) + (n % 2 == 0 ? "ed" : "th");
      ASSERT_EQ(remembered(memo_, word), looked_up(lexicon_, word)) << word;
    }
  }
}

TEST_F(WordMemoTest, AWordTooLongToBeKeptIsLookedUp) {
  const std::string longer = std::string(40, 'a') + "ed";
  for (int time = 0; time < 2; ++time) EXPECT_EQ(remembered(memo_, longer), looked_up(lexicon_, longer));
}

}  // namespace
}  // namespace candor
