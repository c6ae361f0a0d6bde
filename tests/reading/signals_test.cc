#include "lint/reading/signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/rules.h"

namespace candor {
namespace {

constexpr std::string_view kPack = R"TOML(
[[signal]]
name = "passage"
bias = -1
cues = [[2, "failed"], [0.5, "late"]]
[[signal]]
name = "layer.act"
cues = [[1, "studied"]]
[[rule]]
id = "a/anywhere"
message = "said"
patterns = ["late"]
unless-next = ["^my fault"]
[[rule]]
id = "a/passage"
message = "said"
scope = "passage"
patterns = ["failed"]
[[rule]]
id = "a/quoted"
message = "said"
quotations = true
patterns = ["lazy"]
)TOML";

class SignalReaderTest : public testing::Test {
 protected:
  // The rules that speak, as "sentence:rule:words".
  std::vector<std::string> found(const Text& text, const std::vector<bool>& in_passage) {
    SignalReader reader(text.document, matcher_, *rules_.bank);
    const SentenceSignals signals = reader.read_rules(in_passage);
    std::vector<std::string> out;
    for (std::uint32_t s = 0; s < text.document.sentences().size(); ++s) {
      for (const SignalHit& hit : signals.of(s)) {
        out.push_back(std::to_string(s) + ":" + std::string(rules_.data().signals[hit.signal].name) + ":" +
                      std::string(text.source.slice(text.document.source_of(hit.tokens))));
      }
    }
    return out;
  }
  std::int32_t signal(std::string_view name) const { return rules_.bank->signal(name); }

  Rules rules_{std::string(kPack)};
  SentenceMatcher matcher_{*rules_.bank};
};

using Lines = std::vector<std::string>;

TEST_F(SignalReaderTest, ASignalIsReadWhereSomebodyAsks) {
  const Text text("I failed late. I studied. I slept.");
  SignalReader reader(text.document, matcher_, *rules_.bank);
  const SignalHit* hit = reader.hit(0, signal("passage"));
  ASSERT_NE(hit, nullptr);
  EXPECT_FLOAT_EQ(hit->score, 1.5F);
  EXPECT_EQ(reader.hit(2, signal("passage")), nullptr) << "no cue speaks";
  EXPECT_NE(reader.hit(1, signal("layer.act")), nullptr);
  EXPECT_NE(reader.hit(0, signal("passage")), nullptr) << "going back";
  EXPECT_EQ(reader.hit(0, -1), nullptr) << "a signal that there is none of";
}

TEST(SignalReader, WhereASentenceStandsInItsPassageAddsToItsScore) {
  const Rules rules(std::string(R"TOML(
[[signal]]
name = "reads.act"
sentences-before = [0.5, 1]
sentences-after = [4, 2, 0]
sentences = [0, 8, 16]
)TOML"));
  const Text text("I slept. I failed. I studied. I passed. I ate.");
  SentenceMatcher matcher(*rules.bank);
  SignalReader reader(text.document, matcher, *rules.bank);
  const PassageSignal signal(*rules.bank, "reads.act", Topic::path);
  EXPECT_FLOAT_EQ(reader.added(signal, 1, {1, 2}), 0.5F + 4 + 0) << "alone";
  EXPECT_FLOAT_EQ(reader.added(signal, 1, {1, 3}), 0.5F + 2 + 8) << "the first of two";
  EXPECT_FLOAT_EQ(reader.added(signal, 4, {0, 5}), 1 + 4 + 16) << "the last numbers hold for more";
}

TEST_F(SignalReaderTest, TheWordsAreThoseOfTheStrongestCue) {
  const Text text("I was late and failed. I slept.");
  SignalReader reader(text.document, matcher_, *rules_.bank);
  EXPECT_EQ(text.source.slice(text.document.source_of(reader.words_of(0, signal("passage")))), "failed");
  EXPECT_TRUE(reader.words_of(1, signal("passage")).empty());
}

TEST_F(SignalReaderTest, MoreSentencesThanAreKeptAreReadAgain) {
  std::string many;
  for (int i = 0; i < 100; ++i) many += i % 2 == 0 ? "I failed. " : "I slept. ";
  const Text text(many);
  SignalReader reader(text.document, matcher_, *rules_.bank);
  for (int round = 0; round < 2; ++round) {
    for (std::uint32_t s = 0; s < 100; ++s) EXPECT_EQ(reader.hit(s, signal("passage")) != nullptr, s % 2 == 0) << s;
  }
}

TEST_F(SignalReaderTest, RulesForPassagesReadPassagesAndTheOthersEverySentence) {
  const Text text("I failed late. I failed late.");
  EXPECT_EQ(found(text, {false, true}), (Lines{"0:a/anywhere:late", "1:a/anywhere:late", "1:a/passage:failed"}));
}

TEST_F(SignalReaderTest, TheNextSentenceOfTheParagraphTakesBackWhatItRejects) {
  EXPECT_EQ(found(Text("I was late. My fault."), {false, false}), Lines{});
  EXPECT_EQ(found(Text("I was late.\n\nMy fault."), {false, false}), Lines{"0:a/anywhere:late"});
}

TEST_F(SignalReaderTest, WordsInQuotationMarksAreReadForThoseThatWantThem) {
  EXPECT_EQ(found(Text("He said \"you are late and lazy\" then."), {false}), Lines{"0:a/quoted:lazy"});
}

TEST_F(SignalReaderTest, WhatWasAskedBeforeChangesNothing) {
  const Text text("I was late. My fault. I was late.");
  SignalReader reader(text.document, matcher_, *rules_.bank);
  for (std::uint32_t s = 0; s < 3; ++s) (void)reader.hit(s, signal("passage"));
  const SentenceSignals signals = reader.read_rules({false, false, false});
  EXPECT_TRUE(signals.of(0).empty());
  EXPECT_EQ(signals.of(2).size(), 1U);
}

TEST(FittedRule, SpeaksByTheSignalOfItsNameAndVetoesTheOtherRulesOfItsCategory) {
  const Rules rules(std::vector<PackFile>{{"rules.toml", R"TOML(
[[rule]]
id = "a/weighed"
message = "said"
scope = "passage"
fitted = true
threshold = 1
veto = -1
[[rule]]
id = "a/plain"
message = "said"
scope = "passage"
patterns = ["failed"]
[[rule]]
id = "a/broad"
message = "said"
scope = "passage"
veto = 0
patterns = ["never"]
[[rule]]
id = "b/plain"
message = "said"
scope = "passage"
patterns = ["failed"]
)TOML"},
                                          {"weights.toml", R"TOML(
[[signal]]
name = "a/weighed"
bias = -0.5
cues = [[2, "unfair"], [-1, "calmly"], [1, "they"]]
)TOML"}});
  EXPECT_EQ(rules.said(), std::vector<std::string>{});
  const auto heard = [&](const std::string& text) {
    const Text read(text);
    SentenceMatcher matcher(*rules.bank);
    SignalReader reader(read.document, matcher, *rules.bank);
    std::vector<std::string> names;
    for (const SignalHit& hit : reader.read_rules(std::vector<bool>(1, true)).hits) {
      if (!hit.vetoed) names.emplace_back(rules.bank->ruleset().signals[hit.signal].name);
    }
    std::ranges::sort(names);
    return names;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(heard("It was unfair."), Names{"a/weighed"});
  EXPECT_EQ(heard("I failed."), (Names{"a/plain", "b/plain"}));
  EXPECT_EQ(heard("I calmly failed."), Names{"b/plain"});
  EXPECT_EQ(heard("I never came."), Names{}) << "it asks for more than its category does";
  EXPECT_EQ(heard("They never came."), Names{"a/broad"});
}

TEST(FittedRule, GoesByTheTopicAndTheSentencesBesideInAPassage) {
  const Rules rules(std::string(R"TOML(
[[rule]]
id = "a/weighed"
message = "said"
scope = "passage"
fitted = true
threshold = 1
[[signal]]
name = "a/weighed"
cues = [[0.5, "they"]]
[[signal]]
name = "before.a/weighed"
cues = [[1, "lazy"]]
[[signal]]
name = "after.a/weighed"
cues = [[1, "careless"]]
[[signal]]
name = "gap.a/weighed"
cues = [[1, "they"]]
)TOML"));
  EXPECT_EQ(rules.said(), std::vector<std::string>{});
  // Whether it speaks in the second of three sentences.
  const auto speaks = [&](const std::string& text, IndexRange passage, Topic topic) {
    const Text read(text);
    SentenceMatcher matcher(*rules.bank);
    SignalReader reader(read.document, matcher, *rules.bank);
    reader.read_passage(passage, topic);
    return !reader.read_rules({true, true, true}).of(1).empty();
  };
  EXPECT_FALSE(speaks("I slept. They came. I slept.", {0, 3}, Topic::path));
  EXPECT_TRUE(speaks("I was lazy. They came. I slept.", {0, 3}, Topic::path));
  EXPECT_TRUE(speaks("I slept. They came. I was careless.", {0, 3}, Topic::path));
  EXPECT_TRUE(speaks("I slept. They came. I slept.", {0, 3}, Topic::gap));
  EXPECT_FALSE(speaks("I was lazy. They came. I was careless.", {1, 2}, Topic::path)) << "they stand outside";
}

TEST_F(SignalReaderTest, ReadingAheadChangesNothing) {
  const Text text("I failed late. My fault. I studied late. I failed.");
  SignalReader reader(text.document, matcher_, *rules_.bank);
  for (std::uint32_t s = 0; s < 4; ++s) reader.read_ahead(s);
  ASSERT_NE(reader.hit(0, signal("passage")), nullptr);
  EXPECT_FLOAT_EQ(reader.hit(0, signal("passage"))->score, 1.5F);
  EXPECT_NE(reader.hit(2, signal("layer.act")), nullptr);
  const SentenceSignals signals = reader.read_rules({true, true, true, false});
  EXPECT_EQ(signals.of(0).size(), 1U) << "the next sentence takes back what the rule for anywhere says";
  EXPECT_EQ(signals.of(2).size(), 1U);
  EXPECT_TRUE(signals.of(3).empty()) << "it stands in no passage";
}

}  // namespace
}  // namespace candor
