// First and last days that are told as scenes.
#include "lint/reading/scene.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

// "begins 2018-11", "ends 2021-03", of the first sentence and the one behind it; "nothing" where they tell no such day.
std::string scene_in(const std::string& words) {
  PathTexts path;
  const MarkedText& text = path.add("statement.md", words + "\n").timeline().texts.front();
  const auto sentences = text.text.document.sentences();
  const std::optional<Event> scene =
      read_scene(text, sentences.front(), sentences.size() > 1 ? &sentences[1] : nullptr);
  if (!scene) return "nothing";
  return (scene->aspect == Aspect::start ? "begins " : "ends ") + to_value(scene->start->date);
}

TEST(Scene, AFirstDayIsABeginningAndALastOneAnEnd) {
  EXPECT_EQ(scene_in("My first day as an intern was in November 2018."), "begins 2018-11");
  EXPECT_EQ(scene_in("My last shift at the Tern Clinic was in March 2021."), "ends 2021-03");
}

TEST(Scene, IsDatedByTheNextSentenceThatSaysWhenItWas) {
  EXPECT_EQ(scene_in("I remember my first day as an intern. It was November 2018, and it rained."), "begins 2018-11");
  EXPECT_EQ(scene_in("I remember my first day as an intern. In November 2018 it rained."), "nothing");
  EXPECT_EQ(scene_in("I remember my first day as an intern.\n\nIt was November 2018, and it rained."), "nothing");
}

TEST(Scene, AnArrivalIsABeginningWhereTheNextSentenceDatesIt) {
  EXPECT_EQ(scene_in("When I came to Bergen nobody met me. It was November 2018."), "begins 2018-11");
  EXPECT_EQ(scene_in("When I came to Bergen nobody met me. I had a lamp."), "nothing");
}

TEST(Scene, ALastNightOfTheCalendarIsNoneOfTheWriters) {
  EXPECT_EQ(scene_in("On the last night of November 2018 I saw the sea."), "nothing");
}

TEST(Scene, AFirstWeekOfSomethingElseIsNone) {
  EXPECT_EQ(scene_in("My first week on call was in November 2018."), "nothing");
  EXPECT_EQ(scene_in("It was November 2018, a month before my first day as an intern."), "nothing");
}

TEST(Scene, HandingBackWhatBelongsToAPostEndsIt) {
  EXPECT_EQ(scene_in("I handed back my locker key in March 2021."), "ends 2021-03");
  const auto hands = [](const std::string& sentence) {
    PathTexts path;
    const MarkedText& text = path.add("statement.md", sentence + "\n").timeline().texts.front();
    return hands_over(text, text.text.document.sentences().front().source);
  };
  EXPECT_TRUE(hands("I handed back my blue badge."));
  EXPECT_FALSE(hands("I handed back his blue badge."));
  EXPECT_FALSE(hands("I handed back my essay."));
}

}  // namespace
}  // namespace candor
