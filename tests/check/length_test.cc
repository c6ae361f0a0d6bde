#include "lint/check/length.h"

#include <gtest/gtest.h>

#include "tests/check/checked.h"

namespace candor {
namespace {

class LengthTest : public testing::Test {
 protected:
  LengthTest() : checked_(pack()) {}

  static std::string pack() {
    std::string pack;
    for (const char* name : {"field", "passage", "share", "opening", "closing", "dwelling"})
      pack += plain_rule("length/" + std::string(name), "length");
    return pack;
  }
  Lines rules() const {
    Lines out;
    for (const Finding& finding : checked_.findings(check_length)) out.push_back(finding.rule);
    return out;
  }
  // `count` sentences of ten words.
  static std::string sentences(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "I saw the same ten rooms again every single morning. ";
    return text;
  }
  static Passage passage(std::uint32_t first, std::uint32_t last) {
    Passage passage;
    passage.topic = Topic::gap;
    passage.sentences = {first, last};
    return passage;
  }

  Checked checked_;
};

TEST_F(LengthTest, AFieldMayBeExactlyAsLongAsItsLimit) {
  checked_.limits["experience-description"] = 11;
  checked_.add("experience.md", "# Experience\n\nHello world\n");
  EXPECT_EQ(rules(), Lines{});
  checked_.limits["experience-description"] = 10;
  const auto found = checked_.findings(check_length);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "this experience has 11 characters; the field takes 10");
}

TEST_F(LengthTest, CharactersAreCountedNotBytesAndABlankLineIsTwo) {
  checked_.add("experience.md", "# Experience\n\n\u00E9\u00E9\u00E9\n\n\u738B\u738B\n");
  checked_.limits["experience-description"] = 7;
  EXPECT_EQ(rules(), Lines{});
  checked_.limits["experience-description"] = 6;
  EXPECT_EQ(rules(), Lines{"length/field"});
}

TEST_F(LengthTest, EveryEntryIsAFieldOfItsOwn) {
  checked_.limits["experience-description"] = 15;
  checked_.add(
      "experience.md",
      "# Experience\n\n## One\n\nTwelve chars\n\n## Two\n\nTwelve chars\n\n## Three\n\nMore than fifteen chars\n");
  EXPECT_EQ(checked_.lines(check_length).size(), 1U);
}

TEST_F(LengthTest, AKindOfSectionWithoutALimitHasNone) {
  checked_.limits["personal-statement"] = 1;
  checked_.add("education.md", "# Education\n\nA long entry about a school.\n");
  EXPECT_EQ(rules(), Lines{});
}

TEST_F(LengthTest, APassageMayTakeAsManySentencesAsTheLimitSays) {
  checked_.limits = {{"passage-sentences", 3}, {"passage-share", 100}};
  TextReading& text = checked_.add("ps.md", sentences(10));
  text.passages = {passage(2, 5)};
  EXPECT_EQ(rules(), Lines{});
  text.passages = {passage(2, 6)};
  const auto found = checked_.findings(check_length);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "this explanation takes 4 sentences; 3 will do");
}

TEST_F(LengthTest, AShareOfTheStatementIsMeasuredInWords) {
  checked_.limits = {{"passage-sentences", 99}, {"passage-share", 40}};
  TextReading& text = checked_.add("ps.md", sentences(20));
  text.passages = {passage(1, 9)};
  EXPECT_EQ(rules(), Lines{}) << "exactly 40 %";
  text.passages = {passage(1, 10)};
  const auto found = checked_.findings(check_length);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "this explanation is 45 % of the statement");
}

TEST_F(LengthTest, TheSetbackAtEitherEndIsTold) {
  checked_.limits = {{"passage-sentences", 99}, {"passage-share", 100}};
  TextReading& text = checked_.add("ps.md", sentences(20));
  text.passages = {passage(0, 2)};
  EXPECT_EQ(rules(), Lines{"length/opening"});
  text.passages = {passage(18, 20)};
  EXPECT_EQ(rules(), Lines{"length/closing"});
  text.passages = {passage(1, 2)};
  EXPECT_EQ(rules(), Lines{});
}

TEST_F(LengthTest, AShortTextHasNoShareAndNoEnds) {
  checked_.limits = {{"passage-sentences", 99}, {"passage-share", 10}};
  checked_.add("ps.md", sentences(14)).passages = {passage(0, 14)};
  EXPECT_EQ(rules(), Lines{});
}

TEST_F(LengthTest, APassageOutsideTheStatementHasNoShare) {
  checked_.limits = {{"passage-sentences", 99}, {"passage-share", 10}};
  checked_.add("experience.md", "# Experience\n\n" + sentences(20)).passages = {passage(1, 20)};
  EXPECT_EQ(rules(), Lines{});
}

TEST_F(LengthTest, DwellingIsToldOnTheWholePassage) {
  checked_.limits = {{"passage-sentences", 99}, {"passage-share", 100}};
  Passage dwelling = passage(0, 2);
  dwelling.dwelling = true;
  checked_.add("ps.md", "It rained. It rained on. I left.\n").passages = {dwelling};
  EXPECT_EQ(checked_.lines(check_length), Lines{"ps.md:1:1 length/dwelling: It rained. It rained on."});
}

}  // namespace
}  // namespace candor
