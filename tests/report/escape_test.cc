#include "lint/report/escape.h"

#include <gtest/gtest.h>

#include <string>

namespace candor {
namespace {

TEST(TerminalSafeTest, LeavesOrdinaryTextOfAnyScriptAsItIs) {
  for (const char* text : {"", "plain ASCII, 100%", "Zoë “quoted” – 名古屋", "الطب", "क्षि",
                           "👩‍⚕️ 🇨🇦 e\u0301", "a\u00A0b"}) {
    EXPECT_EQ(terminal_safe(text), text);
  }
}

TEST(TerminalSafeTest, ShowsControlsInsteadOfObeyingThem) {
  EXPECT_EQ(terminal_safe("\x1b[31mred\x07\x7f"), "\\x1b[31mred\\x07\\x7f");
  EXPECT_EQ(terminal_safe("a\tb\r\nc"), "a\\tb\\r\\nc");
  EXPECT_EQ(terminal_safe(std::string_view("a\0b", 3)), "a\\x00b");
  EXPECT_EQ(terminal_safe("\u009b31m"), "\\u{9b}31m") << "C1 control sequence introducer";
}

TEST(TerminalSafeTest, ShowsWhatReordersOrHides) {
  for (const UChar32 c :
       {0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C}) {
    EXPECT_TRUE(is_unprintable(c)) << std::hex << c;
  }
  EXPECT_EQ(terminal_safe("\u202egnol\u2069"), "\\u{202e}gnol\\u{2069}");
  EXPECT_EQ(terminal_safe("zero\u200bwidth\ufeff\u2028"), "zero\\u{200b}width\\u{feff}\\u{2028}");
}

TEST(TerminalSafeTest, ShowsBytesThatAreNotUtf8) { EXPECT_EQ(terminal_safe("caf\xe9 \xff"), "caf\\xe9 \\xff"); }

TEST(GithubEscapeTest, DataCannotEndItsLine) { EXPECT_EQ(github_data("100%\r\n::error::x"), "100%25%0D%0A::error::x"); }

TEST(GithubEscapeTest, PropertiesCannotEndThemselves) { EXPECT_EQ(github_property("a, b: 5%\n"), "a%2C b%3A 5%25%0A"); }

TEST(XmlEscapedTest, KeepsTheDocumentWellFormed) {
  EXPECT_EQ(xml_escaped("<a b=\"c\">&'"), "&lt;a b=&quot;c&quot;&gt;&amp;&apos;");
  EXPECT_EQ(xml_escaped("]]>"), "]]&gt;");
  EXPECT_EQ(xml_escaped("Zoë 名古屋 😀"), "Zoë 名古屋 😀");
}

TEST(XmlEscapedTest, ReplacesWhatXmlForbidsAndRefersToWhatCannotBeSeen) {
  EXPECT_EQ(xml_escaped("\x1b\x07\uFFFE\uFFFF\xff"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(xml_escaped("a\tb\r\nc"), "a&#x9;b&#xd;&#xa;c");
  EXPECT_EQ(xml_escaped("\u202e\u0085\x7f"), "&#x202e;&#x85;&#x7f;");
}

TEST(MarkdownEscapedTest, ShowsMarkupInsteadOfObeyingIt) {
  EXPECT_EQ(markdown_escaped("a|b *c* <img> `d`\n# e"), "a\\|b \\*c\\* &lt;img\\> \\`d\\`\\\\n\\# e");
}

TEST(UriPathTest, EncodesAllButUnreservedCharactersAndSlashes) {
  EXPECT_EQ(uri_path("a-b/c_d.~/e f"), "a-b/c_d.~/e%20f");
  EXPECT_EQ(uri_path("zoë/100%#?:&.md"), "zo%C3%AB/100%25%23%3F%3A%26.md");
}

}  // namespace
}  // namespace candor
