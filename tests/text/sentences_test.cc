// Where sentences end.
#include "tests/text/reading.h"

namespace candor {
namespace {

// Every string is one sentence; the text is all of them, parted by blanks.
void expect_sentences(const Strings& sentences) {
  std::string text;
  for (const std::string& s : sentences) text += (text.empty() ? "" : " ") + s;
  EXPECT_EQ(read(text).sentences(), sentences);
}

TEST(Sentences, EndAtEndMarksBeforeACapital) {
  expect_sentences({"I failed.", "Why did I?", "I guessed!", "Then I learned."});
}

TEST(Sentences, GoOnAfterTitlesAndInitials) {
  expect_sentences({"I worked with Dr. Singh and Prof. J. R. Rao.", "Mr. Lee and Mrs. K. Lee came."});
}

TEST(Sentences, GoOnAfterLatinAbbreviations) {
  expect_sentences(
      {"I saw many wards, e.g. Surgery and i.e. the ICU.", "It was night vs. Day shifts.", "Kumar et al. Nature."});
}

TEST(Sentences, GoOnAfterDottedAbbreviationsUnlessAStarterFollows) {
  expect_sentences({"I gained U.S. Clinical experience.", "I moved to the U.S.", "The work was new."});
  expect_sentences(
      {"I hold an M.B.B.S. from Lahore.", "I hold a Ph.D.", "My thesis was long.", "I passed Step 2 C.K. on time."});
  expect_sentences(
      {"I left at 5 p.m. and slept.", "I rose at 4 a.m.", "The ward was quiet.", "At 9 a.m. Dr. Lee called."});
}

TEST(Sentences, GoOnAfterReferencesBeforeANumber) {
  expect_sentences({"See Fig. 3 and p. 5 of vol. 2.", "He said no.", "It paid Rs. 500 then."});
}

TEST(Sentences, GoOnAfterMonthsAndPlaces) {
  expect_sentences({"I rotated at Aga Khan Univ. Hospital from Jan. 2019 to Feb. 2020.", "We met on 5th Ave. Sunday.",
                    "On 5th Ave.", "The end came."});
}

TEST(Sentences, EndAfterASingleLetterBeforeAStarter) {
  expect_sentences(
      {"I treated hepatitis C.", "The virus stayed.", "I took vitamin D.", "It helped.", "Maria J. Ortega did too."});
}

TEST(Sentences, EndAtExamStepsAndScores) {
  expect_sentences(
      {"I took Step 2.", "Then I scored 238.", "15 months later I passed.", "My GPA was 3.5.", "It rose."});
}

TEST(Sentences, KeepQuotationsWithWhatIntroducesOrFollowsThem) {
  expect_sentences({"\"Was it hard?\" he asked.", "She said, \"It was.\"", "I knew.", "He cried \"Stop!\" and ran."});
}

TEST(Sentences, KeepParenthesesWhole) {
  expect_sentences({"I failed (see p. 5).", "(It was my fault.)", "I rose (by then!) again."});
}

TEST(Sentences, EndAtAnEndMarkBeforeALowerCaseLetterAfterAnOrdinaryWord) {
  expect_sentences({"i failed the exam.", "then i passed.", "was it hard?", "it was."});
  expect_sentences({"It took approx. half a year and two yrs. of work."});
}

TEST(Sentences, GoOnAfterANameThatBringsItsMark) { expect_sentences({"We played Jeopardy! with the nurses."}); }

TEST(Sentences, EndAtAnEllipsisBeforeACapitalOnly) {
  expect_sentences({"I waited... and waited.", "I failed...", "Then I rose\u2026", "And I passed."});
}

TEST(Sentences, GoOnAtTwoDotsBetweenDates) {
  expect_sentences({"Physician, Belgrade, 2020-05 .. 2022-12 and after.", "Clerk, 2023-02 .. Present."});
}

TEST(Sentences, TakeSpacedDotsForWordsLeftOut) {
  expect_sentences({"It was . . . I think . . . My fault."});
  expect_sentences({"That was that . . . .", "Then I rose."});
}

TEST(Sentences, KeepListMarks) {
  expect_sentences({"1. First I failed.", "2. Then I passed."});
  expect_sentences({"1.) Read the log.", "2.) Mend the plan."});
  expect_sentences({"a) Teaching on Mondays", "b) Clinic on Fridays", "c) Research at night"});
}

TEST(Sentences, KeepCitationsWithTheSentenceBefore) {
  expect_sentences({"It is known. [3]", "Others say so. [4, 5]", "I agree."});
  EXPECT_EQ(read("It is known.[1][2] I agree.").sentences(), (Strings{"It is known.[1][2]", "I agree."}));
}

TEST(Sentences, KeepTrailingMarksWithTheLastOne) {
  expect_sentences({"I passed. :-)"});
  expect_sentences({"I passed.", "Thanks ! ! !"});
}

TEST(Sentences, EndWhereABlankIsMissing) {
  EXPECT_EQ(read("It ended.Then I rose.Was it hard?I think so.").sentences(),
            (Strings{"It ended.", "Then I rose.", "Was it hard?", "I think so."}));
  EXPECT_EQ(read("Write to Sara.Khan@example.org. I will too.").sentences(),
            (Strings{"Write to Sara.Khan@example.org.", "I will too."}));
}

TEST(Sentences, EndAtBulletsInsideALine) {
  EXPECT_EQ(read("\u2022 read more \u2022 sleep more").sentences(), (Strings{"read more", "\u2022 sleep more"}));
}

TEST(Sentences, CarryTheirSourceAndTokens) {
  const Reading text = read("I failed.  It was\nmine to repair \u2014 all of it.");
  ASSERT_EQ(text.document.sentences().size(), 2U);
  const Sentence& second = text.document.sentences()[1];
  EXPECT_EQ(text.of(second.source), "It was\nmine to repair \u2014 all of it.");
  EXPECT_EQ(text.document.view(second.view), "It was mine to repair \u2014 all of it.");
  EXPECT_EQ(second.block, 0U);
  EXPECT_EQ(text.document.tokens(second).front().sentence, 1U);
  EXPECT_EQ(text.document.source_of(second.tokens), second.source);
}

}  // namespace
}  // namespace candor
