#include "lint/check/sentence.h"

#include <gtest/gtest.h>

#include "tests/check/checked.h"

namespace candor {
namespace {

std::string rule(std::string_view id, std::string_view pattern, std::string_view more = "") {
  return "[[rule]]\nid = \"" + std::string(id) +
         "\"\nmessage = \"\\\"{match}\\\" is said\"\nhelp = \"what then?\"\npatterns = ['" + std::string(pattern) +
         "']\n" + std::string(more) + "\n";
}

TEST(SentenceCheck, EverySentenceThatMatchesIsAFindingOnTheWordsFound) {
  Checked checked(rule("a/late", "was late"));
  checked.add("ps.md", "I was late. He was early.\n\nShe was late.\n");
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:1:3 a/late: was late", "ps.md:3:5 a/late: was late"}));
}

TEST(SentenceCheck, AFindingIsCompleteInItself) {
  Checked checked(rule("a/late", "was late", "severity = \"error\""));
  checked.add("ps.md", "He left. I was late.\n");
  const auto found = checked.findings(check_sentences);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].severity, Severity::error);
  EXPECT_EQ(found[0].message, "\"was late\" is said");
  EXPECT_EQ(found[0].help, "what then?");
  EXPECT_EQ(found[0].place.excerpt.text, "I was late.");
  EXPECT_EQ(found[0].place.excerpt.marked, (Span{2, 10}));
  EXPECT_EQ(found[0].fingerprint.size(), 16U);
}

TEST(SentenceCheck, TheFingerprintStaysWhenTheSentenceMoves) {
  const auto fingerprint = [](std::string bytes) {
    Checked checked(rule("a/late", "was late"));
    checked.add("ps.md", std::move(bytes));
    return checked.findings(check_sentences).at(0).fingerprint;
  };
  EXPECT_EQ(fingerprint("I was late.\n"), fingerprint("# Title\n\nHe left. I was late.\n"));
  EXPECT_NE(fingerprint("I was late.\n"), fingerprint("I was late again.\n"));
  EXPECT_EQ(fingerprint("I was late.\n"), "37da95fb0dd9161b")
      << "baselines hold it: it stays from one version to the next";
}

TEST(SentenceCheck, OnlyTheHighestScoreOfACategorySpeaks) {
  Checked checked(rule("a/late", "late") + "[[rule]]\nid = \"a/very\"\nmessage = \"m\"\ncues = [[3, \"very late\"]]\n" +
                  rule("b/late", "late"));
  checked.add("ps.md", "I was very late.\n");
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:1:7 a/very: very late", "ps.md:1:12 b/late: late"}));
}

TEST(SentenceCheck, AScoreBelowTheThresholdIsNone) {
  Checked checked(
      "[[rule]]\nid = \"a/late\"\nmessage = \"m\"\nthreshold = 1\ncues = [[0.6, \"late\"], [0.4, \"again\"]]\n");
  checked.add("ps.md", "I was late. I was late again.\n");
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:1:13 a/late: I was late again."}))
      << "cues that decide only together speak of the sentence";
}

TEST(SentenceCheck, AnAntipatternExcusesItsSentence) {
  Checked checked(rule("a/late", "late", "unless = [\"never late\"]"));
  checked.add("ps.md", "I was never late. I was late.\n");
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:1:25 a/late: late"}));
}

TEST(SentenceCheck, TheNextSentenceOfTheParagraphCanTakeItBack) {
  Checked checked(rule("a/late", "late", "unless-next = [\"the fault was mine\"]"));
  checked.add("ps.md", "I was late. The fault was mine.\n\nI was late.\n\nThe fault was mine.\n");
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:3:7 a/late: late"}));
}

TEST(SentenceCheck, ARuleForPassagesReadsPassagesOfItsTopicsOnly) {
  Checked checked(rule("a/late", "late", "scope = \"passage\"\ntopics = [\"gap\"]"));
  TextReading& text = checked.add("ps.md", "I was late. I was late. I was late.\n");
  EXPECT_EQ(checked.lines(check_sentences), Lines{});
  Passage gap;
  gap.topic = Topic::gap;
  gap.sentences = {1, 2};
  Passage path;
  path.topic = Topic::path;
  path.sentences = {2, 3};
  text.passages = {gap, path};
  EXPECT_EQ(checked.lines(check_sentences), (Lines{"ps.md:1:19 a/late: late"}));
  checked.everything_is_passage = true;
  EXPECT_EQ(checked.lines(check_sentences).size(), 3U);
}

TEST(SentenceCheck, QuotedWordsAreNotTheWriters) {
  Checked checked(rule("a/late", "late"));
  checked.add("ps.md", "She said \"you are late\" and left.\n\n> I was late.\n");
  EXPECT_EQ(checked.lines(check_sentences), Lines{});
}

TEST(SentenceCheck, ContextAndIgnoredFilesHaveNoFindings) {
  Checked checked(rule("a/late", "late"));
  checked.add("ps.md", "I was late.\n");
  checked.ignored = {"a/late"};
  EXPECT_EQ(checked.lines(check_sentences), Lines{});
  checked.ignored.clear();
  checked.text(0).linted = false;
  EXPECT_EQ(checked.lines(check_sentences), Lines{});
}

}  // namespace
}  // namespace candor
