#include "lint/text/document.h"

#include <random>

#include "lint/text/shown.h"
#include "tests/text/reading.h"

#include <unicode/utf8.h>

namespace candor {
namespace {

// What the view must show of these source bytes, markup of the generators below taken out.
std::string as_shown(std::string_view source) {
  static constexpr struct {
    std::string_view markup;
    std::string_view shown;
  } kMarkup[] = {{"**", ""},     {"*", ""},        {"\\", ""},  {"&eacute;", "\u00E9"},
                 {"&amp;", "&"}, {"&rsquo;", "'"}, {"<b>", ""}, {"</b>", ""}};
  std::string out;
  for (std::size_t i = 0; i < source.size();) {
    bool replaced = false;
    for (const auto& m : kMarkup) {
      // A mark on its own is a token, not markup.
      if (source.size() > m.markup.size() && source.substr(i).starts_with(m.markup)) {
        out += m.shown;
        i += m.markup.size();
        replaced = true;
        break;
      }
      if (source == m.markup && !m.shown.empty()) return std::string(m.shown);
    }
    if (replaced) continue;
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(reinterpret_cast<const std::uint8_t*>(source.data()), i, c);
    switch (shown(c)) {
      case Shown::as_it_is:
        out += source.substr(start, i - start);
        break;
      case Shown::as_blank:
        out += ' ';
        break;
      case Shown::as_apostrophe:
        out += '\'';
        break;
      case Shown::as_quote:
        out += '"';
        break;
      case Shown::not_at_all:
        break;
    }
  }
  return out;
}

void expect_consistent(const Reading& text) {
  const Document& d = text.document;
  ASSERT_EQ(d.view().size(), d.folded().size());
  std::uint32_t next_token = 0;
  std::uint32_t next_sentence = 0;
  for (std::uint32_t b = 0; b < d.blocks().size(); ++b) {
    const Block& block = d.blocks()[b];
    ASSERT_EQ(block.tokens.first, next_token);
    ASSERT_EQ(block.sentences.first, next_sentence);
    next_token = block.tokens.last;
    next_sentence = block.sentences.last;
    std::uint32_t in_block = block.tokens.first;
    for (std::uint32_t s = block.sentences.first; s < block.sentences.last; ++s) {
      const Sentence& sentence = d.sentences()[s];
      ASSERT_EQ(sentence.block, b);
      ASSERT_EQ(sentence.tokens.first, in_block);
      ASSERT_FALSE(sentence.tokens.empty());
      in_block = sentence.tokens.last;
      ASSERT_TRUE(block.view.contains(sentence.view));
      ASSERT_TRUE(block.source.contains(sentence.source))
          << text.of(sentence.source) << " not in " << text.of(block.source);
    }
    ASSERT_EQ(in_block, block.tokens.last);
  }
  ASSERT_EQ(next_token, d.tokens().size());
  ASSERT_EQ(next_sentence, d.sentences().size());
  Span before;
  for (const Token& token : d.tokens()) {
    ASSERT_LE(before.end, token.source.begin);
    ASSERT_TRUE(d.sentences()[token.sentence].source.contains(token.source));
    ASSERT_TRUE(d.sentences()[token.sentence].view.contains(token.view));
    ASSERT_EQ(as_shown(text.of(token.source)), d.view(token.view)) << "in\n" << text.source.bytes();
    before = token.source;
  }
}

std::string random_text(std::mt19937& random, std::span<const std::string_view> pieces) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += pieces[random() % pieces.size()];
  return text;
}

TEST(Document, TiesEveryPlainTokenToItsSource) {
  static constexpr std::string_view kPieces[] = {
      "word ",   "I ",           "Dr. ",     "U.S. ",  "na\u00EFve", "\u00C9",  " ",      "  ",     "\n",  "\r\n",
      "\r",      "\n\n",         ". ",       "? ",     "... ",       "\u2026 ", "\u201C", "\u201D", "\"",  "'",
      "\u2019",  "\u2018",       "\u00A0",   "\u00AD", "\u200B",     "\u2022 ", "- ",     "1. ",    "a) ", "Label: ",
      "TITLE\n", "12",           "3.5 ",     "1,000",  "\U0001F600", "\t",      "(",      ") ",     "[3]", "\u2014",
      "e\u0301", "\u4E2D\u6587", "x@y.org ", "-",      "_",          ",",       "\u2028", "&"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    expect_consistent(read(random_text(random, kPieces)));
    if (HasFatalFailure()) return;
  }
}

TEST(Document, TiesEveryMarkdownTokenToItsSource) {
  static constexpr std::string_view kPieces[] = {"word ",
                                                 "I ",
                                                 "Dr. ",
                                                 "na\u00EFve ",
                                                 " ",
                                                 "\n",
                                                 "\n\n",
                                                 "\r\n",
                                                 ". ",
                                                 "? ",
                                                 "\u201C",
                                                 "\u201D",
                                                 "\u2019",
                                                 "\u00A0",
                                                 "**bold** ",
                                                 "*it* ",
                                                 "un*believ*able ",
                                                 "\\* ",
                                                 "caf&eacute;s ",
                                                 "&amp; ",
                                                 "don&rsquo;t ",
                                                 "<b>x</b> ",
                                                 "\n\n# ",
                                                 "\n- ",
                                                 "\n  - ",
                                                 "\n1. ",
                                                 "\n> ",
                                                 "[a](b) ",
                                                 "`code` ",
                                                 "<!-- c --> ",
                                                 "\n\n<!-- d\ne -->\n\n",
                                                 "\n\n    code\n\n",
                                                 "<br> ",
                                                 "\n\n| a | b |\n|---|---|\n| c |  |\n|  | d |\n\n"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    expect_consistent(read_md(random_text(random, kPieces)));
    if (HasFatalFailure()) return;
  }
}

TEST(Document, ReadsALongTextWithoutLosingPlace) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "I failed \u201Conce\u201D. Then I rose and passed it.\n\n";
  const Reading reading = read(text);
  EXPECT_EQ(reading.document.blocks().size(), 2000U);
  EXPECT_EQ(reading.document.sentences().size(), 4000U);
  EXPECT_EQ(reading.of(reading.document.sentences().back().source), "Then I rose and passed it.");
}

TEST(Document, SeparatesBlocksInItsView) {
  EXPECT_EQ(read("I failed.\n\nI rose.").document.view(), "I failed.\nI rose.\n");
  EXPECT_EQ(read("I FAILED.").document.folded(), "i failed.\n");
}

TEST(Document, GivesOpaqueBlocksNoView) {
  const Reading text = read_md("One.\n\n<!-- a -->\n\nTwo.");
  const Block& comment = text.document.blocks()[1];
  EXPECT_TRUE(comment.view.empty());
  EXPECT_TRUE(comment.tokens.empty());
  EXPECT_TRUE(comment.sentences.empty());
}

TEST(FormatOf, GoesByTheEnding) {
  EXPECT_EQ(format_of("a/b.md"), Format::markdown);
  EXPECT_EQ(format_of("b.markdown"), Format::markdown);
  EXPECT_EQ(format_of("B.MD"), Format::markdown);
  EXPECT_EQ(format_of("b.txt"), Format::plain);
  EXPECT_EQ(format_of("md"), Format::plain);
}

}  // namespace
}  // namespace candor
