#include <gtest/gtest.h>

#include <random>

#include "lint/report/display_width.h"
#include "lint/report/escape.h"
#include "tests/report/example_report.h"
#include "tests/support/render.h"

namespace candor {
namespace {

std::string as_text(const Report& report, const TextStyle& style = {}) {
  return render(report, ReportFormat::text, style);
}

Finding finding_at(const Place& place, std::string rule = "blame-shifting/fate",
                   Severity severity = Severity::warning) {
  return {std::move(rule), severity, "a message", "", place, {}, {}, "0123456789abcdef"};
}

std::string excerpt_of(Excerpt excerpt) {
  const Place place{"a.md", {}, std::move(excerpt)};
  const std::string text = as_text(report_of({finding_at(place)}), {.quiet = true});
  return text.substr(text.find('\n') + 1);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(RenderTextTest, MarksThePlace) {
  EXPECT_EQ(excerpt_of({"I had no choice.", 12, 1, {6, 15}}),
            "   |\n"
            "12 | I had no choice.\n"
            "   |       ^^^^^^^^^\n"
            "   |\n\n");
}

TEST(RenderTextTest, NumbersEveryLineOfAnExcerptWhateverEndsIt) {
  EXPECT_EQ(excerpt_of({"one\r\ntwo\rthree\n\nfive\n", 9, 1, {5, 12}}),
            "   |\n"
            " 9 | one\n"
            "10 | two\n"
            "   | ^^^\n"
            "11 | three\n"
            "   | ^^^\n"
            "12 |\n"
            "13 | five\n"
            "   |\n\n");
}

TEST(RenderTextTest, MarksAPlaceWithoutCharacters) {
  EXPECT_EQ(excerpt_of({"abc", 1, 1, {1, 1}}), "  |\n1 | abc\n  |  ^\n  |\n\n");
  EXPECT_EQ(excerpt_of({"abc", 1, 1, {3, 3}}), "  |\n1 | abc\n  |    ^\n  |\n\n") << "the end of the text";
  EXPECT_EQ(excerpt_of({"abc\ndef", 1, 1, {3, 4}}), "  |\n1 | abc\n  |    ^\n2 | def\n  |\n\n") << "a line break";
  EXPECT_EQ(excerpt_of({"", 1, 1, {0, 0}}), "  |\n1 |\n  | ^\n  |\n\n") << "an empty excerpt";
}

TEST(RenderTextTest, MarksALongPassageAtItsSideAndShowsItsEnds) {
  const std::string words(72, 'a');
  std::string text;
  for (int i = 0; i < 9; ++i) text += (i == 0 ? "" : " ") + words + std::to_string(i);
  const auto size = static_cast<std::uint32_t>(text.size());
  EXPECT_EQ(excerpt_of({text, 3, 1, {0, size}}),
            "  |\n"
            "3 | / " +
                words +
                "0\n"
                "  | | " +
                words +
                "1\n"
                "  | | " +
                words +
                "2\n"
                "  | | " +
                words +
                "3\n"
                "  | | ...\n"
                "  | | " +
                words +
                "7\n"
                "  | \\ " +
                words +
                "8\n"
                "  |\n\n");
  EXPECT_EQ(excerpt_of({"one\ntwo\nthree\n\nfour\nfive\nsix\n", 9, 1, {4, 24}}),
            "   |\n"
            " 9 |   one\n"
            "10 | / two\n"
            "11 | | three\n"
            "12 | |\n"
            "13 | | four\n"
            "14 | \\ five\n"
            "15 |   six\n"
            "   |\n\n");
}

TEST(RenderTextTest, ShowsWordsOnceForAllThatIsSaidOfThem) {
  const Source source = source_of("a.md", "one two three");
  const Place one = place_of(source, "one");
  Finding related = finding_at(one, "c/c");
  related.related.push_back({place_of(source, "two"), "the other"});
  const std::string text = as_text(
      report_of({finding_at(one, "a/a"), finding_at(one, "b/b"), related, finding_at(place_of(source, "two"), "d/d")}),
      {.quiet = true});
  EXPECT_EQ(text.substr(0, text.find("a.md:1:1: warning[c/c]")),
            "a.md:1:1: warning[a/a] a message\n"
            "  |\n1 | one two three\n  | ^^^\n  |\n\n"
            "a.md:1:1: warning[b/b] a message\n\n");
  EXPECT_EQ(lines_of(text).size(), 25U) << text;
}

TEST(RenderTextTest, NeverWritesWhatTheTerminalObeys) {
  const std::string text = as_text(example_report(), {});
  for (std::size_t at = 0; at < text.size(); ++at) {
    EXPECT_TRUE(text[at] == '\n' || static_cast<unsigned char>(text[at]) >= ' ') << "byte " << at;
  }
  EXPECT_EQ(text.find("\u202e"), std::string::npos);
  EXPECT_EQ(text.find("\u2066"), std::string::npos);
  EXPECT_EQ(text.find("\u009b"), std::string::npos);
}

TEST(RenderTextTest, AnyExcerptFitsTheWidth) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"word ", "名",   "e\u0301", "\x1b", "\u202e", "👩‍⚕️",
                                     "\n",    "\r\n", " ",       "\t",   "\xff",   "longerword"};
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  for (int i = 0; i < 500; ++i) {
    std::string excerpt;
    for (std::size_t n = below(40); n > 0; --n) excerpt += pieces[below(std::size(pieces))];
    const auto begin = static_cast<std::uint32_t>(below(excerpt.size() + 1));
    const auto end = static_cast<std::uint32_t>(begin + below(excerpt.size() + 3));
    const std::string text = excerpt_of({excerpt, 98, 1, {begin, end}});
    for (const std::string& line : lines_of(text)) ASSERT_LE(display_width(line), 80U) << line;
    EXPECT_TRUE(text.find('^') != std::string::npos || text.find("| /") != std::string::npos) << terminal_safe(excerpt);
  }
}

TEST(RenderTextTest, ShowsEveryFindingOfARule) {
  const Source source = source_of("a.md", "one two three");
  const Report report = report_of({finding_at(place_of(source, "one")), finding_at(place_of(source, "two")),
                                   finding_at(place_of(source, "three"))});
  const std::string text = as_text(report, {});
  for (const char* head : {"a.md:1:1: ", "a.md:1:5: ", "a.md:1:9: "})
    EXPECT_NE(text.find(head), std::string::npos) << head;
}

TEST(SummaryTest, SaysWhatToLookAtFirst) {
  const Source source = source_of("a.md", "one two three four");
  const auto last_line = [](const Report& report) { return lines_of(as_text(report, {})).back(); };
  const Finding one = finding_at(place_of(source, "one"));
  const Finding two = finding_at(place_of(source, "two"), "passive-framing/helpless");
  const Finding three = finding_at(place_of(source, "three"), "passive-framing/helpless");
  const Finding missing = finding_at(place_of(source, "four"), "gap/missing-reason");
  const Finding error = finding_at(place_of(source, "four"), "eras-text/quotes", Severity::error);

  EXPECT_EQ(last_line(report_of({one})), "look first at a.md:1:1, blame-shifting/fate");
  EXPECT_EQ(last_line(report_of({one, two, three})),
            "look first at a.md:1:5, passive-framing/helpless (and 1 more of this rule)");
  EXPECT_EQ(last_line(report_of({one, two, three, missing})), "look first at a.md:1:15, gap/missing-reason");
  EXPECT_EQ(last_line(report_of({one, two, three, missing, error})), "look first at a.md:1:15, eras-text/quotes");
}

TEST(SummaryTest, SaysThatThereIsNothing) {
  Report report;
  report.summary.files = 3;
  report.summary.applications = 1;
  EXPECT_EQ(as_text(report, {}), "no findings in 3 texts\n");
  EXPECT_EQ(as_text(report, {.statistics = true}), "no findings in 3 texts\n");
  EXPECT_EQ(as_text(report, {.quiet = true}), "");
  report.problems.push_back({"a.md", 0, 0, "is empty"});
  EXPECT_EQ(as_text(report, {}), "no findings in 3 texts; 1 problem on the way\n");
}

TEST(StatisticsTest, CountsRulesMostFrequentFirst) {
  const Source source = source_of("a.md", "one two three");
  const Report report =
      report_of({finding_at(place_of(source, "one"), "a/a"), finding_at(place_of(source, "two"), "b/b"),
                 finding_at(place_of(source, "three"), "b/b")});
  const std::string text = as_text(report, {.statistics = true, .quiet = true});
  EXPECT_TRUE(text.ends_with("count  rule\n    2  b/b\n    1  a/a\n\n")) << text;
}

}  // namespace
}  // namespace candor
