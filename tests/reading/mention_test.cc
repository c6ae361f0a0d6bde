// Mentions of an entry in words that are no name.
#include "lint/reading/mention.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/reading/path_texts.h"

namespace candor {
namespace {

constexpr const char* kEntries =
    "# Experience\n\n"
    "- Registrar, Institute of Sleep Medicine, Oslo, 12/2021 - 06/2023\n"
    "- Medical officer, Orkla Infirmary, Orkla, 10/2018 - 11/2021\n"
    "- Staff nurse, Tarvos Surgical Clinic, Bergen, 03/2014 - 08/2018\n"
    "- Nursing aide, Fjell Eye Clinic, Odda, 03/2012 - 08/2013\n";

// "Institute: Registrar" for each mention in the statement.
std::vector<std::string> mentions(const std::string& statement) {
  PathTexts path;
  path.add("entries.md", kEntries).add("statement.md", statement + "\n");
  const Timeline& timeline = path.timeline();
  const std::vector<std::vector<Mention>> found =
      find_mentions(timeline.texts, timeline.entries(), std::array{std::uint32_t{1}});
  std::vector<std::string> words;
  for (const Mention& mention : found.back()) {
    words.push_back(std::string(timeline.texts.back().slice(mention.source)) + ":");
    for (const std::uint32_t entry : mention.entries) words.back() += " " + timeline.events[entry].title;
  }
  return words;
}

using Words = std::vector<std::string>;

TEST(Mentions, AWordOfANameStandsForItsEntryBehindThe) {
  EXPECT_EQ(mentions("The Institute was quiet at night."), Words{"Institute: Registrar"});
  EXPECT_EQ(mentions("I slept in the infirmary."), Words{"infirmary: Medical officer"});
  EXPECT_EQ(mentions("I slept in an infirmary."), Words{});
  EXPECT_EQ(mentions("The infirmary registrar slept."), Words{});
}

TEST(Mentions, AWordOfTwoPlacesStandsForNeither) { EXPECT_EQ(mentions("The Clinic was quiet at night."), Words{}); }

TEST(Mentions, AThingToldOfAPlaceStandsForItFromThenOn) {
  EXPECT_EQ(mentions("Orkla is an island of sheep. It rains. I liked the island."), Words{"island: Medical officer"});
  EXPECT_EQ(mentions("I grew up on an island of sheep. It rains. I liked the island."), Words{});
}

TEST(Mentions, APersonIsAtThePlaceThatTheNameWasToldWith) {
  EXPECT_EQ(mentions("At Orkla I met Dr. Lindqvist. She hummed. I still write to Dr. Lindqvist.").back(),
            "Lindqvist: Medical officer");
  EXPECT_EQ(mentions("I met Dr. Lindqvist on a train. She hummed. I still write to Dr. Lindqvist."), Words{});
}

TEST(Mentions, WhatPeopleCallAPlaceStandsForIt) {
  EXPECT_EQ(mentions("People in Orkla call it \"the rock\". I came to the rock by boat."),
            Words{"rock: Medical officer"});
}

}  // namespace
}  // namespace candor
