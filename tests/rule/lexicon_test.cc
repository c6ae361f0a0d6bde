#include "lint/rule/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace candor {
namespace {

std::vector<Feature> features(const LexiconBuilder::Built& built, std::string_view word) {
  const auto found = Lexicon(built.tables()).find(word).features;
  return {found.begin(), found.end()};
}

TEST(Lexicon, TheBuiltInClassesComeFirstAndInOrder) {
  const auto built = LexiconBuilder().build();
  ASSERT_EQ(built.classes.size(), static_cast<std::size_t>(Builtin::count));
  for (std::size_t i = 0; i < built.classes.size(); ++i) EXPECT_EQ(built.classes[i], kBuiltinNames[i]);
}

TEST(Lexicon, AWordHasEveryFeatureItWasGivenOnce) {
  LexiconBuilder builder;
  const Feature exam = builder.add_class("exam");
  const Feature score = builder.add_class("score");
  for (const Feature f : {score, exam, score}) builder.add_word("step", f);
  EXPECT_EQ(features(builder.build(), "step"), (std::vector<Feature>{exam, score}));
}

TEST(Lexicon, AnUnknownWordHasNone) {
  LexiconBuilder builder;
  builder.add_word("exam", builder.add_class("exam"));
  const auto built = builder.build();
  for (const char* word : {"", "exams", "exa", "examexam"}) EXPECT_TRUE(features(built, word).empty()) << word;
}

TEST(Lexicon, AnEmptyOneFindsNothingAndEnds) { EXPECT_TRUE(features(LexiconBuilder().build(), "exam").empty()); }

TEST(Lexicon, TheSameClassTwiceIsOneFeature) {
  LexiconBuilder builder;
  EXPECT_EQ(builder.add_class("exam"), builder.add_class("exam"));
  EXPECT_EQ(builder.add_class("past"), feature(Builtin::past));
}

TEST(Lexicon, APhraseIsKnownWithHyphensToo) {
  LexiconBuilder builder;
  const Feature f = builder.add_class("load");
  builder.add_word("full time", f);
  const auto built = builder.build();
  EXPECT_EQ(features(built, "full time"), std::vector<Feature>{f});
  EXPECT_EQ(features(built, "full-time"), std::vector<Feature>{f});
}

TEST(Lexicon, AFirstWordTellsItsLongestPhrase) {
  LexiconBuilder builder;
  const Feature f = builder.add_class("exam");
  for (const char* phrase : {"step", "step 2", "step 2 ck", "level 1"}) builder.add_word(phrase, f);
  const auto built = builder.build();
  const Lexicon lexicon(built.tables());
  EXPECT_EQ(lexicon.find("step").longest_phrase, 3);
  EXPECT_EQ(lexicon.find("step").features.size(), 1U);
  EXPECT_EQ(lexicon.find("level").longest_phrase, 2) << "a word that only opens a phrase";
  EXPECT_TRUE(lexicon.find("level").features.empty());
  EXPECT_EQ(lexicon.find("step 2").longest_phrase, 1);
}

TEST(Lexicon, LiteralsHaveFeaturesBeyondTheClasses) {
  LexiconBuilder builder;
  const Feature exam = builder.add_class("exam");
  const Feature word = builder.add_literal("failed");
  EXPECT_GE(word, kMostClasses);
  EXPECT_EQ(builder.add_literal("failed"), word);
  EXPECT_NE(builder.add_literal("passed"), word);
  const auto built = builder.build();
  EXPECT_EQ(features(built, "failed"), std::vector<Feature>{word});
  EXPECT_LT(exam, built.feature_count);
  EXPECT_LT(word, built.feature_count);
}

TEST(Lexicon, TooManyClassesAreRefused) {
  LexiconBuilder builder;
  for (std::size_t i = static_cast<std::size_t>(Builtin::count); i < kMostClasses; ++i)
    builder.add_class("c" + std::to_string(i));
  EXPECT_EQ(builder.class_names().size(), kMostClasses);
  EXPECT_THROW(builder.add_class("one more"), std::length_error);
  EXPECT_NO_THROW(builder.add_class("c50"));
}

TEST(Lexicon, TenThousandWordsAreAllFoundAgain) {
  LexiconBuilder builder;
  const Feature even = builder.add_class("even");
  const Feature odd = builder.add_class("odd");
  for (int i = 0; i < 10'000; ++i) builder.add_word("w" + std::to_string(i), i % 2 == 0 ? even : odd);
  const auto built = builder.build();
  for (int i = 0; i < 10'000; ++i) {
    ASSERT_EQ(features(built, "w" + std::to_string(i)), std::vector<Feature>{i % 2 == 0 ? even : odd});
  }
  EXPECT_TRUE(features(built, "w10000").empty());
  EXPECT_EQ(built.slots.size() & (built.slots.size() - 1), 0U) << "a power of two";
}

TEST(Lexicon, TheSameWordsInAnyOrderGiveTheSameTables) {
  const auto build = [](std::vector<std::string> words) {
    LexiconBuilder builder;
    const Feature f = builder.add_class("c");
    for (const std::string& word : words) builder.add_word(word, f);
    return builder.build();
  };
  EXPECT_EQ(build({"alpha", "beta", "gamma delta"}).words, build({"gamma delta", "beta", "alpha"}).words);
}

}  // namespace
}  // namespace candor
