#include "lint/reading/path_words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace candor {
namespace {

// The words of the list that stand in the text.
std::vector<std::string> found(std::string_view text, PathWord list) {
  const WordHits words(text, folded_copy(text));
  std::vector<std::string> out;
  for (const WordHit& hit : words.all({0, static_cast<std::uint32_t>(text.size())}, list))
    out.emplace_back(text.substr(hit.place.begin, hit.place.size()));
  return out;
}
using Words = std::vector<std::string>;

TEST(PathWords, AreFoundInAnyCaseAndOverALineBreak) {
  EXPECT_EQ(found("A Leave of\nAbsence at the HOSPITAL.", PathWord::away), Words{"Leave of\nAbsence"});
  EXPECT_EQ(found("A Leave of\nAbsence at the HOSPITAL.", PathWord::organization), Words{"HOSPITAL"});
}

TEST(PathWords, AreWholeWords) {
  EXPECT_EQ(found("unhospitable hospitality", PathWord::organization), Words{});
  EXPECT_EQ(found("the hospital, hospitals", PathWord::organization), (Words{"hospital", "hospitals"}));
}

TEST(PathWords, OfOneListTheLongestPhraseHolds) {
  EXPECT_EQ(found("two gap years", PathWord::away), Words{"gap years"});
  EXPECT_EQ(found("a house officer", PathWord::title_opener), Words{"house"});
}

TEST(PathWords, APhraseGoesOverAHyphenAndOverNoComma) {
  EXPECT_EQ(found("Part-time and part time", PathWord::part_time), (Words{"Part-time", "part time"}));
  EXPECT_EQ(found("year, off", PathWord::away), Words{});
}

TEST(PathWords, AreAskedForWithinASpan) {
  const std::string text = "hospital and clinic";
  const WordHits words(text, folded_copy(text));
  EXPECT_TRUE(words.any({0, 8}, PathWord::organization));
  EXPECT_FALSE(words.any({0, 7}, PathWord::organization)) << "it does not end within";
  EXPECT_FALSE(words.any({8, 12}, PathWord::organization));
}

TEST(PathWords, PhrasesStandUnderTheirFirstWord) {
  for (const PathPhrase& phrase : path_phrases()) {
    const auto row = path_phrases_with(phrase.text.substr(0, phrase.text.find(' ')));
    EXPECT_TRUE(&phrase >= row.data() && &phrase < row.data() + row.size()) << phrase.text;
  }
  EXPECT_TRUE(path_phrases_with("zzz").empty());
}

}  // namespace
}  // namespace candor
