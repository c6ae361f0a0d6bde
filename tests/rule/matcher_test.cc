#include "lint/rule/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "lint/rule/shipped.h"
#include "tests/support/places.h"
#include "tests/support/rules.h"

namespace candor {
namespace {

constexpr std::string_view kPack = R"TOML(
[class.exam]
nouns = ["exam", "step 1"]
[[signal]]
name = "weighed"
bias = -0.5
threshold = 1
cues = [[0.7, "late"], [0.8, "again"], [0.1, "tardy"]]
[[signal]]
name = "vetoed"
patterns = ["failed"]
unless = ["not failed", "nearly"]
unless-next = ["^but passed"]
[[signal]]
name = "word"
patterns = ["<exam>"]
[[signal]]
name = "phrase"
patterns = ["the <exam> was"]
[[signal]]
name = "pair"
bias = 0.1
cues = [[0.2, "<exam> was"], [0.3, "(<exam>) was"], [0.4, "was"], [0.5, "(was)"]]
)TOML";

class MatcherTest : public testing::Test {
 protected:
  std::optional<SignalHit> hit(std::string_view signal, std::string text, bool with_quotations = false) const {
    return signal_hit(rules_, signal, Text(std::move(text)), 0, with_quotations);
  }
  std::string words(std::string_view signal, std::string bytes) const {
    const Text text(std::move(bytes));
    const auto hit = signal_hit(rules_, signal, text);
    return hit && !hit->tokens.empty() ? std::string(text.source.slice(text.document.source_of(hit->tokens))) : "-";
  }

  Rules rules_{std::string(kPack)};
};

TEST_F(MatcherTest, AScoreIsTheBiasAndTheWeightsOfAllCues) {
  EXPECT_FLOAT_EQ(hit("weighed", "I was late.")->score, 0.2F);
  EXPECT_FLOAT_EQ(hit("weighed", "I was late again.")->score, 1.0F);
  EXPECT_FLOAT_EQ(hit("weighed", "Tardy, late, and late again.")->score, 1.1F);
}

TEST_F(MatcherTest, ACueCountsOnceHoweverOftenItMatches) {
  EXPECT_FLOAT_EQ(hit("weighed", "Late, late, late.")->score, 0.2F);
}

TEST_F(MatcherTest, APlainPatternReachesTheThresholdByItself) {
  EXPECT_FLOAT_EQ(hit("vetoed", "I failed.")->score, 1.0F);
}

TEST_F(MatcherTest, WithoutACueThereIsNoHit) { EXPECT_FALSE(hit("weighed", "I was early.")); }

TEST_F(MatcherTest, TheHitIsWhereTheStrongestCueStands) {
  EXPECT_EQ(words("weighed", "I was late again."), "again");
  const SignalHit weighed = *hit("weighed", "I was late again.");
  EXPECT_EQ(rules_.data().patterns[rules_.bank->cue(weighed.signal, weighed.strongest)].source, "again");
}

TEST_F(MatcherTest, TheFirstOfSeveralPlacesCounts) { EXPECT_EQ(hit("weighed", "Late, then late.")->tokens.first, 0U); }

TEST_F(MatcherTest, AClassMatchesItsWholePhrase) {
  EXPECT_EQ(words("word", "I took Step 1 twice."), "Step 1");
  EXPECT_EQ(words("phrase", "Then the Step 1 was over."), "the Step 1 was");
}

TEST_F(MatcherTest, TwoWordsInARowMayBePartedByTheRestOfAPhrase) {
  EXPECT_FLOAT_EQ(hit("pair", "So Step 1 was over.")->score, 1.5F);
  EXPECT_FALSE(hit("pair", "Step 1, then the exam."));
}

TEST_F(MatcherTest, TwoPatternsOfTheSameWordsBothCount) {
  EXPECT_FLOAT_EQ(hit("pair", "It was.")->score, 1.0F);
  EXPECT_FLOAT_EQ(hit("pair", "The exam was late.")->score, 1.5F);
  EXPECT_FLOAT_EQ(hit("pair", "The exam was late, since Step 1 was.")->score, 1.5F) << "each once";
}

TEST_F(MatcherTest, AnAntipatternVetoes) {
  EXPECT_FALSE(hit("vetoed", "I failed.")->vetoed);
  EXPECT_TRUE(hit("vetoed", "I nearly failed.")->vetoed);
  EXPECT_TRUE(hit("vetoed", "I have not failed.")->vetoed);
}

TEST_F(MatcherTest, AnAntipatternOfTheNextSentenceIsToldThere) {
  const Text text("I failed. But passed later.");
  SentenceMatcher matcher(*rules_.bank);
  matcher.read(text.document, text.document.sentences()[0]);
  EXPECT_TRUE(matcher.vetoes_before().empty());
  matcher.read(text.document, text.document.sentences()[1]);
  ASSERT_EQ(matcher.vetoes_before().size(), 1U);
  EXPECT_EQ(rules_.data().signals[matcher.vetoes_before()[0]].name, "vetoed");
}

TEST_F(MatcherTest, WordsInQuotationMarksAreLeftOutUnlessAskedFor) {
  EXPECT_FALSE(hit("vetoed", "He said \"you failed\" to me."));
  EXPECT_TRUE(hit("vetoed", "He said \"you failed\" to me.", true));
}

TEST_F(MatcherTest, APlaceOutsideTheQuotationIsFoundBehindIt) {
  EXPECT_EQ(words("vetoed", "He said \"you failed\", and I had failed."), "failed");
  EXPECT_GT(hit("vetoed", "He said \"you failed\", and I had failed.")->tokens.first, 5U);
}

TEST_F(MatcherTest, ASentenceLeavesNothingForTheNextOne) {
  const Text text("I failed the exam late. I slept.");
  SentenceMatcher matcher(*rules_.bank);
  matcher.read(text.document, text.document.sentences()[0]);
  EXPECT_FALSE(matcher.signals().empty());
  matcher.read(text.document, text.document.sentences()[1]);
  EXPECT_TRUE(matcher.signals().empty());
  EXPECT_TRUE(matcher.matches().empty());
  const auto classes = rules_.bank->lexicon().classes();
  const auto exam = std::ranges::find(classes, "exam");
  ASSERT_NE(exam, classes.end());
  EXPECT_FALSE(matcher.has(static_cast<Feature>(exam - classes.begin())));
}

TEST_F(MatcherTest, ASentenceOfAnyLengthIsReadInStretches) {
  std::string before;
  for (int i = 0; i < 300; ++i) before += "word ";
  EXPECT_EQ(words("phrase", "Then " + before + "the Step 1 was over."), "the Step 1 was");
  EXPECT_FLOAT_EQ(hit("weighed", "Late " + before + "late " + before + "again.")->score, 1.0F)
      << "each cue counts once";
  EXPECT_TRUE(hit("vetoed", "Failed " + before + "nearly.")->vetoed);
}

TEST_F(MatcherTest, SignalsAreFoundByName) {
  EXPECT_GE(rules_.bank->signal("weighed"), 0);
  EXPECT_EQ(rules_.bank->signal("nothing"), -1);
}

TEST_F(MatcherTest, TheAnnotatedSentenceShowsWordsAndClasses) {
  const Text text("Step 1 came.");
  SentenceMatcher matcher(*rules_.bank);
  matcher.read(text.document, text.document.sentences()[0]);
  const std::string& annotated = matcher.annotated();
  EXPECT_EQ(annotated.substr(0, 6), " step{");
  EXPECT_NE(annotated.find(" 1{~"), std::string::npos) << "a word that goes on a phrase";
  EXPECT_EQ(annotated.back(), ' ');
}

// Every text of the demo, as sentences.
std::vector<Text> demo_texts() {
  std::vector<Text> texts;
  for (const char* name : {"leila-haddad", "daniel-osei", "marcus-bell"}) {
    for (const char* file : {"personal-statement.md", "experience.md"}) {
      std::ifstream stream(source_path(std::string("corpus/demo/applicants/") + name + "/" + file), std::ios::binary);
      texts.emplace_back(std::string(std::istreambuf_iterator<char>(stream), {}), file);
    }
  }
  return texts;
}

// The words that the regex finds first, by their place in the sentence; empty where it finds none.
IndexRange words_of(const RE2& regex, const std::string& annotated) {
  re2::StringPiece found;
  if (!regex.Match(annotated, 0, annotated.size(), RE2::UNANCHORED, &found, 1)) return {};
  const auto blanks_before = [&](const char* end) {
    return static_cast<std::uint32_t>(std::count(annotated.data(), end, ' '));
  };
  return {blanks_before(found.data()), blanks_before(found.data() + found.size()) - 1};
}

// The short ways for common forms of pattern find what the regex finds, and where.
TEST(MatcherShortcut, EveryShippedPatternFindsTheSameAsItsRegex) {
  std::vector<PackFile> packs;
  for (const ShippedPack& pack : shipped_packs()) packs.push_back({std::string(pack.name), std::string(pack.text)});
  const Rules rules(packs);
  const RulesetData& shipped = rules.data();
  const PatternBank& bank = *rules.bank;
  SentenceMatcher matcher(bank);
  std::size_t found = 0;
  for (const Text& text : demo_texts()) {
    for (const Sentence& sentence : text.document.sentences()) {
      matcher.read(text.document, sentence, {.quotations = true});
      std::vector<std::uint32_t> matched(matcher.matches().begin(), matcher.matches().end());
      std::sort(matched.begin(), matched.end());
      matched.erase(std::unique(matched.begin(), matched.end()), matched.end());
      // No regex knows the groups of words used alike.
      const auto names_alike = [&](std::uint32_t p) {
        return shipped.patterns[p].source.find("<~") != std::string::npos;
      };
      std::erase_if(matched, names_alike);
      const std::string annotated = matcher.annotated();
      std::vector<std::uint32_t> expected;
      for (std::uint32_t p = 0; p < shipped.patterns.size(); ++p) {
        const IndexRange words = names_alike(p) ? IndexRange{} : words_of(bank.regex(p), annotated);
        if (words.empty()) continue;
        expected.push_back(p);
        const IndexRange tokens = matcher.find(p);
        ASSERT_EQ(tokens.first - sentence.tokens.first, words.first) << shipped.patterns[p].source << annotated;
        ASSERT_EQ(tokens.last - sentence.tokens.first, words.last) << shipped.patterns[p].source << annotated;
      }
      ASSERT_EQ(matched, expected) << annotated;
      found += matched.size();
    }
  }
  EXPECT_GT(found, 100U) << "the texts say something";
}

TEST(MatcherThreads, OneBankServesSeveralThreads) {
  const PatternBank bank(shipped_ruleset());
  const std::vector<Text> texts = demo_texts();
  const auto read_all = [&] {
    std::vector<std::tuple<std::uint32_t, float, std::uint32_t>> hits;
    SentenceMatcher matcher(bank);
    for (const Text& text : texts) {
      for (const Sentence& sentence : text.document.sentences()) {
        matcher.read(text.document, sentence);
        for (const SignalHit& hit : matcher.signals()) hits.emplace_back(hit.signal, hit.score, hit.tokens.first);
      }
    }
    return hits;
  };
  std::vector<decltype(read_all())> results(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : results) threads.emplace_back([&] { result = read_all(); });
  }
  for (const auto& result : results) EXPECT_EQ(result, results[0]);
  EXPECT_FALSE(results[0].empty());
}

}  // namespace
}  // namespace candor
