#include "lint/check/characters.h"

#include <gtest/gtest.h>

#include "tests/check/checked.h"

namespace candor {
namespace {

class CharactersTest : public testing::Test {
 protected:
  static std::string pack() {
    std::string pack;
    for (const char* name : {"quotes", "dashes", "ellipsis", "bullets", "invisible", "letters", "accents"}) {
      pack += plain_rule("eras-text/" + std::string(name), "characters");
    }
    return pack;
  }
  Lines lines(std::string bytes, std::string name = "ps.txt") {
    Checked checked(pack());
    checked.add(std::move(name), std::move(bytes));
    return checked.lines(check_characters);
  }
  // The finding's message and what its fix writes: "message -> text", "message" where there is no fix.
  Lines fixes(std::string bytes) {
    Checked checked(pack());
    checked.add("ps.txt", std::move(bytes));
    Lines out;
    for (const Finding& finding : checked.findings(check_characters)) {
      out.push_back(finding.message + (finding.fix ? " -> '" + finding.fix->edits.at(0).text + "'" : ""));
      if (finding.fix) {
        EXPECT_EQ(finding.fix->edits[0].range, finding.place.range);
      }
    }
    return out;
  }
};

TEST_F(CharactersTest, PlainAsciiIsClean) {
  EXPECT_EQ(lines("It's \"fine\" - 100 % (really)...\r\nNext line.\n"), Lines{});
}

TEST_F(CharactersTest, EveryKindHasItsRule) {
  EXPECT_EQ(lines("a\u2019b \u201Cc\u201D\n"),
            (Lines{"ps.txt:1:2 eras-text/quotes: \u2019", "ps.txt:1:5 eras-text/quotes: \u201C",
                   "ps.txt:1:7 eras-text/quotes: \u201D"}));
  EXPECT_EQ(lines("a \u2013 b \u2014 c\n"),
            (Lines{"ps.txt:1:3 eras-text/dashes: \u2013", "ps.txt:1:7 eras-text/dashes: \u2014"}));
  EXPECT_EQ(lines("so\u2026\n"), Lines{"ps.txt:1:3 eras-text/ellipsis: \u2026"});
  EXPECT_EQ(lines("\u2022 one\n", "ps.md"), Lines{"ps.md:1:1 eras-text/bullets: \u2022"});
  EXPECT_EQ(lines("One.\n\n  \u2022 Two.\n"), Lines{"ps.txt:3:3 eras-text/bullets: \u2022"}) << "of a list";
  EXPECT_EQ(lines("a\u00A0b\u200Bc\n"),
            (Lines{"ps.txt:1:2 eras-text/invisible: \u00A0", "ps.txt:1:4 eras-text/invisible: \u200B"}));
  EXPECT_EQ(lines("S\u00E3o\n"), Lines{"ps.txt:1:2 eras-text/accents: \u00E3"});
}

TEST_F(CharactersTest, ARunOfForeignLettersIsOneFinding) {
  EXPECT_EQ(lines("I am \u738B\u82B3.\n"), Lines{"ps.txt:1:6 eras-text/letters: \u738B\u82B3"});
}

TEST_F(CharactersTest, AFixWritesThePlainCharacter) {
  EXPECT_EQ(fixes("a\u2019b\n"), Lines{"a curly apostrophe or quote does not survive in a MyERAS text box -> '''"});
  EXPECT_EQ(fixes("a\u2014b\n"), Lines{"an em dash does not survive in a MyERAS text box -> '--'"});
  EXPECT_EQ(fixes("a\u200Bb\n"), Lines{"an invisible character does not survive in a MyERAS text box -> ''"});
  EXPECT_EQ(fixes("a\u00A0b\n"), Lines{"a non-breaking or wide blank does not survive in a MyERAS text box -> ' '"});
}

TEST_F(CharactersTest, TheWritersOwnChoiceHasNoFix) {
  EXPECT_EQ(fixes("\u738B\n"), Lines{"a character outside Latin-1 does not survive in a MyERAS text box"});
}

TEST_F(CharactersTest, ControlCharactersAndTabsAreFound) { EXPECT_EQ(lines("a\tb\x1B c\n").size(), 2U); }

TEST_F(CharactersTest, CodeCommentsAndFrontMatterAreNotRead) {
  EXPECT_EQ(lines("---\ntitle: \u2014\n---\n\n<!-- \u2014 -->\n\n```\n\u2014\n```\n\nText.\n", "ps.md"), Lines{});
}

TEST_F(CharactersTest, ARuleThatIsOffSaysNothing) {
  Checked checked(plain_rule("eras-text/quotes", "characters"));
  checked.add("ps.txt", "a \u2014 b\n");
  EXPECT_EQ(checked.lines(check_characters), Lines{});
}

}  // namespace
}  // namespace candor
