// Runs of sentences that explain a setback, found in a chain of sentences that each say how much they belong to one.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "lint/source/span.h"

namespace candor {

// A sentence of a text; scores are log-odds.
struct ChainLink {
  float inside = 0;  // of standing in a passage, by itself
  float names = 0;   // of naming a setback of the writer's own
  bool starts_paragraph = false;
  float opens = 0;  // of beginning another matter; not asked where it starts a paragraph
};

// One sentence alone never decides more than this.
inline constexpr float kMostInside = 2;
inline constexpr float kMostNames = 3.2F;
inline constexpr float kMostOpens = 5;
[[nodiscard]] constexpr float bounded_inside(float score) { return std::clamp(score, -kMostInside, kMostInside); }
[[nodiscard]] constexpr float bounded_names(float score) { return std::min(score, kMostNames); }
[[nodiscard]] constexpr float bounded_opens(float score) { return std::clamp(score, -kMostOpens, kMostOpens); }

// What a passage has to earn, in the same log-odds.
struct ChainPrices {
  float opening = 0;           // for each passage
  float within_paragraph = 0;  // to begin or end elsewhere than with a paragraph,
  float opens = 0;             // less so much of what `opens` tells there, down to nothing
  float over_paragraphs = 0;   // to go on into the next paragraph
};

// The passages that earn most together (the Viterbi algorithm), in order: sentences from 0. Some sentence of each names
// the setback: the passage earns its `names`, be it below zero, and that of others where it is above. None touch.
[[nodiscard]] std::vector<IndexRange> likeliest_runs(std::span<const ChainLink> chain, const ChainPrices& prices);

}  // namespace candor
