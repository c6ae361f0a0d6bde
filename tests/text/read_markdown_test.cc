#include "lint/text/read_markdown.h"

#include "tests/text/reading.h"

namespace candor {
namespace {

TEST(Markdown, ReadsHeadingsOfBothKinds) {
  EXPECT_EQ(read_md("# One\n\n### Three *deep* ###\n\nTwo\n---\n\nText.").blocks(),
            (Strings{"heading: One", "heading: Three deep", "heading: Two", "paragraph: Text."}));
}

TEST(Markdown, TakesMarkupOut) {
  EXPECT_EQ(read_md("I **failed** _Step 1_ at [Mercy](https://example.org \"x\") with `care`, un*believ*ably ~~so~~.")
                .blocks(),
            (Strings{"paragraph: I failed Step 1 at Mercy with care, unbelievably so."}));
}

TEST(Markdown, ReadsLineBreaksAsBlanks) {
  EXPECT_EQ(read_md("one\ntwo  \nthree\\\nfour<br>five `six\nseven`").blocks(),
            (Strings{"paragraph: one two three four five six seven"}));
}

TEST(Markdown, ReadsEntities) {
  const Reading text = read_md("Caf&eacute;s &amp; &ldquo;bars&rdquo;&nbsp;&#8212; &unknown; R&D");
  EXPECT_EQ(text.words(), (Strings{"Caf\u00E9s", "&", "\"", "bars", "\"", "\u2014", "&", "unknown", ";", "R&D"}));
  EXPECT_EQ(text.of(text.document.tokens()[0].source), "Caf&eacute;s");
  EXPECT_EQ(text.of(text.document.tokens()[1].source), "&amp;");
  EXPECT_EQ(text.of(text.document.tokens()[2].source), "&ldquo;");
}

TEST(Markdown, ReadsTightLooseAndNestedLists) {
  EXPECT_EQ(
      read_md("- one\n- two\n  - inner\n    1. deep\n- [ ] task\n\n---\n\n1. loose\n\n   more\n\n2. end").blocks(),
      (Strings{"item: one", "item: two", "item: inner", "item: deep", "item: task", "item: loose", "item: more",
               "item: end"}));
}

TEST(Markdown, ReadsATightItemThatStartsWithMarkup) {
  EXPECT_EQ(read_md("- <b>bold</b> one\n- **two**").blocks(), (Strings{"item: bold one", "item: two"}));
}

TEST(Markdown, ReadsBlockQuotes) {
  EXPECT_EQ(read_md("> I failed\n> once.\n>\n> - and again\n\nI rose.").blocks(),
            (Strings{"quotation: I failed once.", "quotation: and again", "paragraph: I rose."}));
}

TEST(Markdown, ReadsTableRowsWithTheirBars) {
  const Reading text = read_md("| Place | Years |\n|---|---|\n| Mercy \\| East | 2019 |\n|  | 2020 |\n| Last |\n");
  EXPECT_EQ(text.blocks(), (Strings{"row: Place | Years", "row: Mercy | East | 2019", "row: | 2020", "row: Last"}));
  for (const Token& t : text.document.tokens()) EXPECT_EQ(text.of(t.source), text.document.view(t.view));
}

TEST(Markdown, LeavesCodeOpaque) {
  EXPECT_EQ(read_md("Text.\n\n```cpp\nint x;\n\nint y;\n```\n\n    indented\n").blocks(),
            (Strings{"paragraph: Text.", "code: int x;\n\nint y;", "code: indented"}));
}

TEST(Markdown, GivesCommentsOfTheirOwnExactly) {
  EXPECT_EQ(read_md("One.\n\n<!-- candor-disable -->\n\nTwo.\n\n<!-- many\n\nlines -->\n").blocks(),
            (Strings{"paragraph: One.", "comment: <!-- candor-disable -->", "paragraph: Two.",
                     "comment: <!-- many\n\nlines -->"}));
}

TEST(Markdown, GivesInlineCommentsAfterTheirBlock) {
  EXPECT_EQ(read_md("One <!-- a --> two <!-- b\nc --> three.\n\n- item <!-- d -->").blocks(),
            (Strings{"paragraph: One two three.", "comment: <!-- a -->", "comment: <!-- b\nc -->", "item: item",
                     "comment: <!-- d -->"}));
}

TEST(Markdown, ReadsTextBesideACommentOnItsLine) {
  EXPECT_EQ(read_md("<!-- a --> I failed.\n").blocks(), (Strings{"comment: <!-- a -->", "paragraph: I failed."}));
  EXPECT_EQ(read_md("<!-- a --><!-- b -->\n").blocks(), (Strings{"comment: <!-- a -->", "comment: <!-- b -->"}));
}

TEST(Markdown, GivesACommentWithoutAnEndToTheTextsEnd) {
  EXPECT_EQ(read_md("One.\n\n<!-- open\n\nTwo.").blocks(), (Strings{"paragraph: One.", "comment: <!-- open\n\nTwo."}));
}

TEST(Markdown, LeavesHtmlBlocksOpaqueButFindsTheirComments) {
  EXPECT_EQ(read_md("<div>\n<!-- a -->\n</div>\n\nText.").blocks(),
            (Strings{"code: <div>", "comment: <!-- a -->", "code: </div>", "paragraph: Text."}));
}

TEST(Markdown, LeavesFrontMatterOpaque) {
  const Reading text = read_md("\uFEFF---\ntitle: X\n---\n# Head\n");
  EXPECT_EQ(text.blocks(), (Strings{"front: ---\ntitle: X\n---\n", "heading: Head"}));
  EXPECT_EQ(read_md("---\r\ntitle: X\r\n---\r\nText.").blocks(),
            (Strings{"front: ---\r\ntitle: X\r\n---\r\n", "paragraph: Text."}));
}

TEST(Markdown, DoesNotTakeThematicBreaksForFrontMatter) {
  EXPECT_EQ(read_md("---\n\nI failed.\n\n---\n\nI rose.").blocks(),
            (Strings{"paragraph: I failed.", "paragraph: I rose."}));
  EXPECT_EQ(read_md("---\ntitle: open\n").blocks(), Strings{"paragraph: title: open"});
}

TEST(Markdown, ReadsCrLf) {
  EXPECT_EQ(read_md("# One\r\n\r\nI failed\r\nonce.\r\n").blocks(),
            (Strings{"heading: One", "paragraph: I failed once."}));
}

TEST(Markdown, SurvivesDeepNesting) {
  EXPECT_EQ(read_md(std::string(400, '>') + " deep").sentences(), Strings{"deep"});
  std::string list;
  for (int i = 0; i < 300; ++i) list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "- item\n";
  EXPECT_GE(read_md(list).document.blocks().size(), 1U);
}

}  // namespace
}  // namespace candor
