#include "lint/reading/plain_letters.h"

#include <gtest/gtest.h>

#include "lint/reading/path_words.h"

namespace candor {
namespace {

TEST(PlainLetters, LoseTheirMarks) {
  EXPECT_EQ(plain_letters("s\u00E3o jos\u00E9"), "sao jose");
  EXPECT_EQ(plain_letters("\u00C9vora, \u0219tefan, kh\u00F6vsg\u00F6l, \u1ED3ng"), "evora, stefan, khovsgol, ong");
}

TEST(PlainLetters, LoseMarksOfTheirOwnToo) { EXPECT_EQ(plain_letters("me\u0301rida"), "merida"); }

TEST(PlainLetters, AreSpelledOutWhereTheyHaveNoOthers) {
  EXPECT_EQ(plain_letters("\u0142\u00F3d\u017A \u00F8rsta gro\u00DFhadern \u0131\u011Fd\u0131r"),
            "lodz orsta grosshadern igdir");
}

TEST(PlainLetters, OfOtherScriptsStay) {
  for (const char* word : {"\u041A\u0438\u0457\u0432", "\uD55C\uAE00", "\u0301"}) EXPECT_EQ(plain_letters(word), word);
}

TEST(FoldedCopy, KeepsEveryWordInItsPlace) {
  EXPECT_EQ(folded_copy("In M\u00E9rida, 2019\nand S\u00E3o Paulo"), "in merida , 2019 and sao  paulo");
}

TEST(FoldedName, HasOneBlankBetweenWords) { EXPECT_EQ(folded_name("Cl\u00EDnica San Jos\u00E9"), "clinica san jose"); }

}  // namespace
}  // namespace candor
