#include "lint/rule/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
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

TEST(Lexicon, TheFirstWordsOfAPhraseTellThatItGoesOn) {
  LexiconBuilder builder;
  const Feature f = builder.add_class("exam");
  for (const char* phrase : {"step", "step 2", "step 2 ck", "level 1"}) builder.add_word(phrase, f);
  const auto built = builder.build();
  const Lexicon lexicon(built.tables());
  EXPECT_TRUE(lexicon.find("step").goes_on);
  EXPECT_EQ(lexicon.find("step").features.size(), 1U);
  EXPECT_TRUE(lexicon.find("step 2").goes_on);
  EXPECT_FALSE(lexicon.find("step 2 ck").goes_on);
  EXPECT_TRUE(lexicon.find("level").goes_on) << "a word that only opens a phrase";
  EXPECT_TRUE(lexicon.find("level").features.empty());
}

TEST(Lexicon, APhraseIsFoundByTheKeysOfItsWords) {
  LexiconBuilder builder;
  const Feature f = builder.add_class("exam");
  builder.add_word("a b", f);
  builder.add_word("clinical skills examination", f);
  const auto built = builder.build();
  const Lexicon lexicon(built.tables());
  const WordKey clinical = WordKey("clinical");
  const WordKey whole = clinical.then(WordKey("skills")).then(WordKey("examination"));
  EXPECT_EQ(lexicon.find("clinical skills examination", whole).features.size(), 1U);
  EXPECT_FALSE(lexicon.find("clinical-skills examination", whole).known) << "the text is compared";
  EXPECT_TRUE(lexicon.find("a b", WordKey("a").then(WordKey("b"))).known);
  EXPECT_FALSE(lexicon.find("a,b", WordKey("a").then(WordKey("b"))).known) << "however short it is";
}

TEST(Lexicon, KeysOfShortWordsDifferWhereTheWordsDo) {
  std::set<std::uint64_t> keys;
  const std::string letters = "abz";
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < words.size() && words[i].size() < 8; ++i) {
    for (const char c : letters) words.push_back(words[i] + c);
  }
  for (const std::string& word : words) EXPECT_TRUE(keys.insert(WordKey(word).value()).second) << word;
  EXPECT_EQ(keys.size(), words.size());
}

TEST(Lexicon, AShapeIsToldOfListedAndOfUnknownWords) {
  using Of = LexiconTables::Shape::Of;
  LexiconBuilder builder;
  const Feature exam = builder.add_class("exam");
  builder.add_word("hospital", exam);
  const Feature stem = builder.add_shape({"hospit", "", Of::letters, 0, 0});
  const Feature owner = builder.add_shape({"", "'s", Of::letters, 1, 0});
  const Feature room = builder.add_shape({"b", "", Of::digits, 2, 0});
  const auto built = builder.build();
  const Lexicon lexicon(built.tables());
  EXPECT_EQ(features(built, "hospital"), (std::vector<Feature>{exam, stem}));
  const auto guessed = [&](std::string_view word) {
    std::vector<Feature> out;
    lexicon.guess(word, out);
    return out;
  };
  EXPECT_EQ(guessed("hospit"), std::vector<Feature>{stem});
  EXPECT_EQ(guessed("hospitalist"), std::vector<Feature>{stem});
  EXPECT_TRUE(guessed("hospital-wide").empty());
  EXPECT_EQ(guessed("dean's"), std::vector<Feature>{owner});
  EXPECT_TRUE(guessed("'s").empty());
  EXPECT_EQ(guessed("b12"), std::vector<Feature>{room});
  EXPECT_TRUE(guessed("b1").empty());
}

TEST(Lexicon, AnEndingTellsTheFormWhereNoListDoes) {
  LexiconBuilder builder;
  const Feature literal = builder.add_literal("failed");
  builder.add_word("need", feature(Builtin::base));
  builder.add_word("speed", builder.add_class("quality"));
  const auto built = builder.build();
  EXPECT_EQ(features(built, "failed"),
            (std::vector<Feature>{feature(Builtin::past), feature(Builtin::participle), literal}));
  EXPECT_EQ(features(built, "need"), std::vector<Feature>{feature(Builtin::base)}) << "its form is listed";
}

TEST(Lexicon, LiteralsHaveFeaturesBeyondTheClasses) {
  LexiconBuilder builder;
  const Feature exam = builder.add_class("exam");
  const Feature word = builder.add_literal("late");
  EXPECT_GE(word, kMostClasses);
  EXPECT_EQ(builder.add_literal("late"), word);
  EXPECT_NE(builder.add_literal("early"), word);
  const auto built = builder.build();
  EXPECT_EQ(features(built, "late"), std::vector<Feature>{word});
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
