#include "lint/reading/passage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "lint/reading/reading.h"
#include "tests/support/rules.h"

namespace candor {
namespace {

constexpr const char* kPack = R"(
[[signal]]
name = "passage.inside"
cues = [[2, "failed"], [2, "away"], [2, "warned"], [1, "studied"], [-2, "river"]]
[[signal]]
name = "passage.names"
bias = -1
cues = [[2, "failed"], [2, "away"]]
[[signal]]
name = "topic.exam-failure"
cues = [[3, "failed"], [-3, "away"], [-3, "warned"]]
[[signal]]
name = "topic.gap"
cues = [[3, "away"], [-3, "failed"], [-3, "warned"]]
[[signal]]
name = "topic.discipline"
cues = [[3, "warned"], [-3, "failed"], [-3, "away"]]
[[signal]]
name = "opens"
cues = [[14, "also"], [-4, "then"]]
[[signal]]
name = "first.topic.gap"
cues = [[20, "stopped"]]
[[signal]]
name = "reads.context"
first = -1
cues = [[1, "failed"], [1, "may"]]
[[signal]]
name = "reads.own"
bias = -3
cues = [[4, "misjudged"], [2.6, "misread"]]
[[signal]]
name = "before.reads.own"
cues = [[3, "lazy"]]
[[signal]]
name = "after.reads.own"
cues = [[3, "careless"]]
[[signal]]
name = "exam-failure.reads.own"
cues = [[3, "blindly"]]
[[signal]]
name = "reads.recovery"
bias = -1
cues = [[3, "back"]]
[[signal]]
name = "lasting"
cues = [[1, "today"]]
[[signal]]
name = "reads.circumstance"
bias = -1
cues = [[2, "rain"]]
[[limit]]
name = "passage.opening"
value = 1
[[limit]]
name = "passage.opening-among-others"
value = 2
[[limit]]
name = "passage.within-paragraph"
value = 0.5
[[limit]]
name = "passage.within-paragraph-among-others"
value = 0.5
[[limit]]
name = "passage.over-paragraphs"
value = 1
[[limit]]
name = "layer.context"
value = 0.5
[[limit]]
name = "layer.insight"
value = 0
)";

class ReadPassages : public testing::Test {
 protected:
  const std::vector<Passage>& read(std::string text, std::string name = "personal-statement.txt") {
    Problem problem;
    SentenceMatcher matcher(*rules_.bank);
    reading_ =
        read_text(*Source::from_bytes(name, std::move(text), problem), name, std::nullopt, matcher, *rules_.bank);
    return reading_->passages;
  }
  [[nodiscard]] std::string_view words(const Passage& passage) const {
    return reading_->source.slice(source_of(reading_->document, passage));
  }
  static const LayerReading& layer(const Passage& passage, Layer layer) {
    return *std::ranges::find(passage.layers, layer, &LayerReading::layer);
  }
  [[nodiscard]] std::string_view words(IndexRange tokens) const {
    return reading_->source.slice(reading_->document.source_of(tokens));
  }
  bool bounded(const std::string& dates) {
    const std::vector<Passage>& passages = read("I was away " + dates + ".\n");
    return passages.size() == 1 && layer(passages[0], Layer::bounded).present;
  }

  Rules rules_{kPack};
  std::optional<TextReading> reading_;
};

TEST_F(ReadPassages, AParagraphThatTellsOfASetbackIsAPassageAsAWhole) {
  const auto& passages = read("The river was high.\n\nI failed. It was a long day. I studied.\n\nThe river fell.\n");
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(words(passages[0]), "I failed. It was a long day. I studied.");
  EXPECT_EQ(passages[0].topic, Topic::exam_failure);
}

TEST_F(ReadPassages, SentencesThatSpeakAgainstItAreCutOff) {
  const auto& passages = read("The river. The river. I failed. I failed again.\n");
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(words(passages[0]), "I failed. I failed again.");
}

TEST_F(ReadPassages, OneWordIsNoPassage) { EXPECT_TRUE(read("I studied.\n\nThe river was high.\n").empty()); }

TEST_F(ReadPassages, ALineInTheInterruptionFieldIsOne) {
  const auto& passages = read("Family reasons.\n", "interruption.txt");
  EXPECT_EQ(passages.size(), 1U);
}

TEST_F(ReadPassages, AnEntryWithoutAFullStopExplainsNothing) {
  EXPECT_TRUE(read("Step 1 | June 2021 | I failed\n", "exams.txt").empty());
  EXPECT_EQ(read("I failed in May. I failed in June. I studied.\n", "exams.txt").size(), 1U);
}

TEST_F(ReadPassages, TwoParagraphsOfTwoTopicsAreTwoPassages) {
  const auto& passages = read("I failed. I failed again.\n\nI was also away. I went away.\n");
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[0].topic, Topic::exam_failure);
  EXPECT_EQ(passages[1].topic, Topic::gap);
}

TEST_F(ReadPassages, TheFirstSentenceTellsMoreOfTheTopic) {
  EXPECT_EQ(read("I failed, stopped. I failed.\n")[0].topic, Topic::gap);
  EXPECT_EQ(read("I failed. I failed, stopped.\n")[0].topic, Topic::exam_failure);
}

TEST_F(ReadPassages, ASentenceThatOpensAnExplanationPartsTwoInOneParagraph) {
  EXPECT_EQ(read("I failed. I was away.\n").size(), 1U);
  const auto& passages = read("I failed. I was also away.\n");
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(words(passages[1]), "I was also away.");
}

TEST_F(ReadPassages, TwoSetbacksOfOneTopicAreTwoPassagesWhereTheSecondOneOpens) {
  EXPECT_EQ(read("I failed in May. I studied. I failed in June. I studied.\n").size(), 1U);
  EXPECT_EQ(read("I failed in May. I studied. I also failed in June. I studied.\n").size(), 2U);
}

TEST_F(ReadPassages, WhatStandsBeforeAnExplanationInItsParagraphIsNoneOfIt) {
  const auto& passages = read("I studied. I studied. I also failed. I failed again.\n");
  ASSERT_EQ(passages.size(), 1U);
  EXPECT_EQ(words(passages[0]), "I also failed. I failed again.");
}

TEST_F(ReadPassages, ASentenceThatGoesOnDoesNotPartTwoParagraphs) {
  EXPECT_EQ(read("I failed. I failed again.\n\nThen I was away.\n").size(), 1U);
}

TEST_F(ReadPassages, ThreeSetbacksBackToBackAreThreePassages) {
  const auto& passages =
      read("I failed. I failed.\n\nI was also away. I was away.\n\nI was also warned. I was warned.\n");
  ASSERT_EQ(passages.size(), 3U);
  EXPECT_EQ(passages[2].topic, Topic::discipline);
}

TEST_F(ReadPassages, TwoParagraphsOfOneTopicAreOnePassage) {
  EXPECT_EQ(read("I failed. I studied.\n\nI failed. I studied.\n").size(), 1U);
}

TEST_F(ReadPassages, ContextAddsUpOverSentences) {
  EXPECT_TRUE(layer(read("I failed. It was May.\n")[0], Layer::context).present);
  EXPECT_FALSE(layer(read("I failed. It was late.\n")[0], Layer::context).present);
}

TEST_F(ReadPassages, InsightNeedsOneSentenceThatTells) {
  const auto& passages = read("I failed. I misjudged the time, and read late.\n");
  const LayerReading& insight = layer(passages[0], Layer::insight);
  ASSERT_TRUE(insight.present);
  ASSERT_EQ(insight.evidence.size(), 1U);
  EXPECT_EQ(words(insight.evidence[0]), "I misjudged the time");
  EXPECT_FALSE(layer(read("I failed. I read late.\n")[0], Layer::insight).present);
}

TEST_F(ReadPassages, TheSentencesBesideOneInThePassageSpeakForItsLayers) {
  EXPECT_TRUE(layer(read("I failed, lazy. I read late.\n")[0], Layer::insight).present);
  EXPECT_TRUE(layer(read("I failed. I studied, careless.\n")[0], Layer::insight).present);
  EXPECT_FALSE(layer(read("I failed. I read late.\n")[0], Layer::insight).present);
}

TEST_F(ReadPassages, ACueMayTellMoreInOneTopic) {
  EXPECT_TRUE(layer(read("I failed. I studied blindly.\n")[0], Layer::insight).present);
  EXPECT_FALSE(layer(read("I failed. I studied late.\n")[0], Layer::insight).present);
}

TEST_F(ReadPassages, TwoSentencesThatMayCarryALayerAreLikelierThanOne) {
  EXPECT_FALSE(layer(read("I failed, misread. I studied.\n")[0], Layer::insight).present);
  const auto& passages = read("I failed, misread. I studied, misread.\n");
  const LayerReading& insight = layer(passages[0], Layer::insight);
  ASSERT_TRUE(insight.present);
  EXPECT_FALSE(insight.evidence.empty()) << "the likelier of the two shows why";
}

TEST(AnyOf, OfOneIsThatOne) {
  const float one[] = {-2.5F};
  EXPECT_NEAR(any_of(one), -2.5F, 1e-4);
}

TEST(AnyOf, OfTwoEvenChancesIsThreeToOne) {
  const float even[] = {0, 0};
  EXPECT_NEAR(any_of(even), std::log(3.0), 1e-4);
}

TEST(AnyOf, HoldsWhereChancesAreCertainOrNone) {
  const float never[] = {-1e6F, -2e6F};
  EXPECT_FLOAT_EQ(any_of(never), -1e6F);
  const float certain[] = {1e4F, -1e6F};
  EXPECT_FLOAT_EQ(any_of(certain), 1e4F);
}

TEST_F(ReadPassages, ASentenceBesideThePassageDoesNot) {
  EXPECT_FALSE(layer(read("The river, lazy.\n\nI failed. I studied.\n")[0], Layer::insight).present);
  EXPECT_FALSE(layer(read("I failed. I studied.\n\nThe river, careless.\n")[0], Layer::insight).present);
}

TEST_F(ReadPassages, MonthsOfNoYearBoundNoGap) {
  EXPECT_FALSE(bounded("from March to November"));
  EXPECT_TRUE(bounded("in 2020, from March to November"));
}

TEST_F(ReadPassages, AStartBoundsAGapThatGoesOn) {
  EXPECT_FALSE(bounded("after my contract ended in March 2024"));
  EXPECT_TRUE(bounded("after my contract ended in March 2024, and today"));
  EXPECT_TRUE(bounded("since March 2024"));
}

TEST_F(ReadPassages, SinceTheReturnIsOneEndAlone) {
  EXPECT_FALSE(bounded("for long. I am back since March 2024"));
  EXPECT_TRUE(bounded("from May 2023 on. I am back since March 2024"));
}

TEST_F(ReadPassages, ALengthOfWeeksIsNotTheGap) {
  EXPECT_FALSE(bounded("from May 2020, with a course of six weeks and no end"));
  EXPECT_TRUE(bounded("for eight months after May 2020"));
}

TEST_F(ReadPassages, BothEndsToTheMonthOrSeasonBoundAGap) {
  EXPECT_TRUE(bounded("from July 2021 to December 2022"));
  EXPECT_TRUE(bounded("from spring 2019 until the winter of 2020"));
  EXPECT_TRUE(bounded("07/2021-12/2022"));
  EXPECT_TRUE(bounded("from July 2021 to the present"));
  EXPECT_TRUE(bounded("for eight months from July 2021"));
  EXPECT_TRUE(bounded("after July 2021, and came back in May 2022"));
}

TEST_F(ReadPassages, BareYearsLengthsAndOneEndDoNot) {
  EXPECT_FALSE(bounded("from 2019 to 2020"));
  EXPECT_FALSE(bounded("for eight months"));
  EXPECT_FALSE(bounded("in July 2021"));
  EXPECT_FALSE(bounded("for a time"));
}

TEST_F(ReadPassages, MoreThanTwoSentencesOfCircumstanceDwell) {
  EXPECT_TRUE(read("I failed. Rain. Rain. Rain.\n")[0].dwelling);
  EXPECT_FALSE(read("I failed. Rain. Rain.\n")[0].dwelling);
}

}  // namespace
}  // namespace candor
