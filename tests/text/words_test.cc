// How a text is cut into words, numbers and marks.
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "tests/text/reading.h"

namespace candor {
namespace {

TEST(Words, KeepContractionsHyphensAndPossessivesTogether) {
  EXPECT_EQ(read("I didn't need follow-up at St. Mary's.").words(),
            (Strings{"I", "didn't", "need", "follow-up", "at", "St", ".", "Mary's", "."}));
}

TEST(Words, KeepDottedAbbreviationsWithTheirLastDot) {
  EXPECT_EQ(read("A U.S. Ph.D. and an M.B.B.S. at 5 p.m. sharp").words(),
            (Strings{"A", "U.S.", "Ph.D.", "and", "an", "M.B.B.S.", "at", "5", "p.m.", "sharp"}));
  EXPECT_EQ(read("Step 2 C.K., then").words(), (Strings{"Step", "2", "C.K.", ",", "then"}));
}

TEST(Words, KeepAddressesTogetherButNotTheirFullStop) {
  EXPECT_EQ(read("Write to sara.khan@example.org.").words(), (Strings{"Write", "to", "sara.khan@example.org", "."}));
  EXPECT_EQ(read("See example.com.").words(), (Strings{"See", "example.com", "."}));
}

TEST(Words, KeepNumbersWithTheirPointsAndCommas) {
  const Reading text = read("3.5 of 1,020 scored 238, not 2.");
  EXPECT_EQ(text.words(), (Strings{"3.5", "of", "1,020", "scored", "238", ",", "not", "2", "."}));
  EXPECT_EQ(text.document.tokens()[0].kind, TokenKind::number);
  EXPECT_EQ(text.document.tokens()[1].kind, TokenKind::word);
  EXPECT_EQ(text.document.tokens()[5].kind, TokenKind::punctuation);
}

TEST(Words, PartWhereABlankIsMissing) {
  EXPECT_EQ(read("It ended.Then Dr.Singh helped me.I passed.").words(),
            (Strings{"It", "ended", ".", "Then", "Dr", ".", "Singh", "helped", "me", ".", "I", "passed", "."}));
}

TEST(Words, LeaveUnderscoresOfEmphasisOutside) {
  EXPECT_EQ(read("I _failed_ file_name").words(), (Strings{"I", "_", "failed", "_", "file_name"}));
}

TEST(Words, KnowCapitalsBeyondAscii) {
  const Reading text = read("\u00C9mile met \u00E9mile");
  EXPECT_TRUE(text.document.tokens()[0].capital);
  EXPECT_FALSE(text.document.tokens()[1].capital);
  EXPECT_FALSE(text.document.tokens()[2].capital);
}

TEST(Words, AreFoldedAtTheSameLength) {
  const Reading text = read("\u00C9MILE \u0130stanbul ABC");
  EXPECT_EQ(text.document.word(0), "\u00E9mile");
  EXPECT_EQ(text.document.word(1), "\u0130stanbul");  // its lower case is longer: stays
  EXPECT_EQ(text.document.word(2), "abc");
  EXPECT_EQ(text.document.view().size(), text.document.folded().size());
}

TEST(Words, StandWhereTheSourceHasThemAfterCharactersOfManyBytes) {
  const Reading text = read("\u201CNa\u00EFve caf\u00E9\u201D \u2014 didn\u2019t \U0001F600 end.");
  Strings slices;
  for (const Token& t : text.document.tokens()) slices.emplace_back(text.of(t.source));
  EXPECT_EQ(slices, (Strings{"\u201C", "Na\u00EFve", "caf\u00E9", "\u201D", "\u2014", "didn\u2019t", "\U0001F600",
                             "end", "."}));
  EXPECT_EQ(text.words(),
            (Strings{"\"", "Na\u00EFve", "caf\u00E9", "\"", "\u2014", "didn't", "\U0001F600", "end", "."}));
}

TEST(Words, SkipSoftHyphensAndZeroWidthCharacters) {
  const Reading text = read("resi\u00ADdency\u200B now");
  EXPECT_EQ(text.words(), (Strings{"residency", "now"}));
  EXPECT_EQ(text.of(text.document.tokens()[0].source), "resi\u00ADdency");
}

TEST(Words, AgreeWithIcuOnPlainProse) {
  const std::string prose =
      "During my second year I failed one exam, and I wasn't ready to say why. My advisor asked me what I'd do with 12 "
      "more weeks; I had "
      "no answer (not a good one). She said: keep a log! I did, for 3.5 months, and 1,200 questions later I knew which "
      "topics I avoided. "
      "Was it pride? Perhaps. The next score, 241, wasn't luck, and today's habits come from that winter.";
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> icu_words(
      icu::BreakIterator::createWordInstance(icu::Locale("en"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  const auto utf16 = icu::UnicodeString::fromUTF8(prose);
  icu_words->setText(utf16);
  Strings expected;
  std::int32_t begin = icu_words->first();
  for (std::int32_t end = icu_words->next(); end != icu::BreakIterator::DONE; begin = end, end = icu_words->next()) {
    std::string piece;
    utf16.tempSubStringBetween(begin, end).toUTF8String(piece);
    if (piece.find_first_not_of(' ') != std::string::npos) expected.push_back(piece);
  }
  EXPECT_EQ(read(prose).words(), expected);
}

TEST(Quoted, HoldsBetweenDoubleMarks) {
  EXPECT_EQ(read("He said, \"I failed,\" and left.").quoted(), (Strings{"I", "failed"}));
  EXPECT_EQ(read("He said \u201Cno\u201D and \u00ABnon\u00BB twice.").quoted(), (Strings{"no", "non"}));
}

TEST(Quoted, HoldsBetweenSingleMarksButNotForApostrophes) {
  EXPECT_EQ(read("He said, \u2018I failed,\u2019 and left.").quoted(), (Strings{"I", "failed"}));
  EXPECT_EQ(read("The students' work didn't end in the '90s.").quoted(), Strings{});
  EXPECT_EQ(read("'Tis the students' rule. It is 'hard' here.").quoted(), Strings{"hard"});
}

TEST(Quoted, IgnoresInchesAndMarksWithoutAPartner) {
  EXPECT_EQ(read("The 10\" scar was \"fine\" by then.").quoted(), Strings{"fine"});
  EXPECT_EQ(read("He said \"no and left.").quoted(), Strings{});
}

TEST(Quoted, GoesOnToTheEndOfAParagraphThatAQuotationOpens) {
  EXPECT_EQ(read("\"First part of it.\n\n\"Second part.\" He left.").quoted(),
            (Strings{"First", "part", "of", "it", "Second", "part"}));
}

TEST(Quoted, HoldsInMarkdownBlockQuotes) {
  EXPECT_EQ(read_md("I wrote:\n\n> I failed.\n\nThen I rose.").quoted(), (Strings{"I", "failed"}));
  EXPECT_EQ(read_md("> - an item").quoted(), (Strings{"an", "item"}));
}

}  // namespace
}  // namespace candor
