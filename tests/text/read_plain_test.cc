#include "lint/text/read_plain.h"

#include "tests/text/reading.h"

namespace candor {
namespace {

const std::string kLong =
    "I failed Step 1 on my first attempt, and I had no one to blame for it but my own plan. I changed the plan, kept a "
    "log of what I "
    "missed and asked for help every week.";

TEST(PlainText, PartsParagraphsAtBlankLines) {
  EXPECT_EQ(read("I failed once.\n\nI rose again.\n \t\nI passed.").blocks(),
            (Strings{"paragraph: I failed once.", "paragraph: I rose again.", "paragraph: I passed."}));
}

TEST(PlainText, TakesALineOfANoBreakSpaceForBlank) {
  EXPECT_EQ(read("I failed once.\n\u00A0\nI rose again.").blocks().size(), 2U);
}

TEST(PlainText, JoinsHardWrappedLines) {
  EXPECT_EQ(
      read("I failed Step 1 on my first attempt because I had\nunderestimated what Dr. Singh\'s course would ask of\n"
           "me. I passed in March.")
          .blocks(),
      (Strings{"paragraph: I failed Step 1 on my first attempt because I had underestimated what Dr. Singh's course "
               "would ask of me. "
               "I passed in March."}));
}

TEST(PlainText, PartsHardWrappedParagraphsAtAShortLastLine) {
  EXPECT_EQ(read("I failed Step 1 on my first attempt because I had\nunderestimated the exam.\n"
                 "The second attempt went better, since by then I\nhad a plan and kept to it.")
                .blocks(),
            (Strings{"paragraph: I failed Step 1 on my first attempt because I had underestimated the exam.",
                     "paragraph: The second attempt went better, since by then I had a plan and kept to it."}));
}

TEST(PlainText, ReadsALongLineAsAParagraph) {
  EXPECT_EQ(read(kLong + "\n" + kLong + "\n" + kLong).blocks(),
            (Strings{"paragraph: " + kLong, "paragraph: " + kLong, "paragraph: " + kLong}));
}

TEST(PlainText, JoinsASentenceALine) {
  EXPECT_EQ(read("I failed once.\nI rose again.\nI passed.").blocks(),
            (Strings{"paragraph: I failed once. I rose again. I passed."}));
}

TEST(PlainText, JoinsAShortBrokenLineButNotAListOfFragments) {
  EXPECT_EQ(read("I had a plan\nand kept to it.").blocks(), (Strings{"paragraph: I had a plan and kept to it."}));
  EXPECT_EQ(read("teaching\nchess, cooking\nlong walks").blocks(),
            (Strings{"paragraph: teaching", "paragraph: chess, cooking", "paragraph: long walks"}));
}

TEST(PlainText, FindsHeadings) {
  EXPECT_EQ(
      read("PERSONAL STATEMENT\n" + kLong + "\n\nEDUCATION\n\nWork Experience\n\n## Research\nI did some.").blocks(),
      (Strings{"heading: PERSONAL STATEMENT", "paragraph: " + kLong, "heading: EDUCATION", "heading: Work Experience",
               "heading: Research", "paragraph: I did some."}));
}

TEST(PlainText, DoesNotTakeGreetingsOrSentencesForHeadings) {
  EXPECT_EQ(read("Dear Program Director,\n\nI passed.\n\nSkills:").blocks(),
            (Strings{"paragraph: Dear Program Director,", "paragraph: I passed.", "paragraph: Skills:"}));
}

TEST(PlainText, KeepsFieldsOfAnExportApart) {
  EXPECT_EQ(read("Organization: Mercy Hospital\nPosition: Intern\nDates: 07/2019 - 06/2020\nDescription: I cared for "
                 "patients.")
                .blocks(),
            (Strings{"paragraph: Organization: Mercy Hospital", "paragraph: Position: Intern",
                     "paragraph: Dates: 07/2019 - 06/2020", "paragraph: Description: I cared for patients."}));
}

TEST(PlainText, ReadsBulletsAsItemsWithoutTheBullet) {
  EXPECT_EQ(read("I did this:\n- taught\n* wrote\n\u2022\u00A0cooked\n\uF0B7\twalked\n\u2022slept").blocks(),
            (Strings{"paragraph: I did this:", "item: taught", "item: wrote", "item: cooked", "item: walked",
                     "item: slept"}));
}

TEST(PlainText, KeepsCountsOfItems) {
  EXPECT_EQ(read("1. I failed.\n2. I rose.\n(iii) I passed.\na) I smiled.").blocks(),
            (Strings{"item: 1. I failed.", "item: 2. I rose.", "item: (iii) I passed.", "item: a) I smiled."}));
}

TEST(PlainText, JoinsAWrappedItem) {
  EXPECT_EQ(read("- I failed Step 1 on my first attempt because I had\n  underestimated it.\n- I passed.").blocks(),
            (Strings{"item: I failed Step 1 on my first attempt because I had underestimated it.", "item: I passed."}));
}

TEST(PlainText, DoesNotTakeAWrappedNumberForACount) {
  EXPECT_EQ(read("On my way through medical school I passed Step\n2. Then I rested.").blocks(),
            (Strings{"paragraph: On my way through medical school I passed Step 2. Then I rested."}));
}

TEST(PlainText, AShortLineGoesOnWhereTheOthersDo) {
  EXPECT_EQ(read("I studied where my grandfather, who was a cobbler,\n"
                 "had sold his shoes to medical students. On 30\n"
                 "November 2018 the dean put the title in my hands\n"
                 "and my grandfather asked to see it.\n")
                .blocks(),
            (Strings{"paragraph: I studied where my grandfather, who was a cobbler, had sold his shoes to medical "
                     "students. On 30 November 2018 the dean put the title in my hands and my grandfather asked to see "
                     "it."}));
}

TEST(PlainText, ReadsEveryKindOfLineEnd) {
  const Strings expected = {"paragraph: I failed.", "paragraph: I rose."};
  EXPECT_EQ(read("I failed.\n\nI rose.\n").blocks(), expected);
  EXPECT_EQ(read("I failed.\r\n\r\nI rose.\r\n").blocks(), expected);
  EXPECT_EQ(read("I failed.\r\rI rose.\r").blocks(), expected);
}

TEST(PlainText, SkipsAByteOrderMark) {
  const Reading text = read("\uFEFFI failed.");
  EXPECT_EQ(text.document.tokens()[0].source, (Span{3, 4}));
}

TEST(PlainText, FoldsBlanksAndStraightensQuotes) {
  EXPECT_EQ(read("I\u00A0said  \u201Cno\u201D\vto\tthat\u2019s\u2028end.").blocks(),
            (Strings{"paragraph: I said \"no\" to that's end."}));
}

TEST(PlainText, LeavesOutLinesWithoutWords) {
  EXPECT_EQ(read("I failed.\n-----\nI rose.\n\n* * *\n\n???\n\nI passed.").blocks(),
            (Strings{"paragraph: I failed.", "paragraph: I rose.", "paragraph: I passed."}));
  EXPECT_TRUE(read(" \n\t\n").document.blocks().empty());
}

TEST(PlainText, GivesBlocksTheSourceOfTheirContent) {
  const Reading text = read("  \u2022 I failed. \n\nThen I rose.  \n");
  ASSERT_EQ(text.document.blocks().size(), 2U);
  EXPECT_EQ(text.of(text.document.blocks()[0].source), "I failed.");
  EXPECT_EQ(text.of(text.document.blocks()[1].source), "Then I rose.");
}

}  // namespace
}  // namespace candor
