// What a passage has to earn to be one, fitted on labelled texts: see reading/chain.h.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lint/engine/score.h"
#include "lint/reading/chain.h"

namespace candor {

// A labelled text as a chain: each sentence with its score by weights that have not seen the writer.
struct LabelledChain {
  std::vector<ChainLink> links;
  std::vector<IndexRange> passages;  // as labelled, sentences from 0
  // among_others: an explanation among other sentences of one paragraph, as it would stand in a text of several.
  enum class Kind : std::uint8_t { short_text, several_paragraphs, among_others };
  Kind kind = Kind::short_text;
};

// Scores are multiplied by `scale` after `shift` is added: the cues of a sentence are no independent witnesses.
struct ScoreScale {
  float scale = 1;
  float shift = 0;

  [[nodiscard]] float of(float score) const { return scale * (score + shift); }
};

struct FittedChain {
  ScoreScale inside;
  ScoreScale names;
  ChainPrices prices;        // in texts of one or two paragraphs
  ChainPrices among_others;  // in texts of several
};

// Chosen step by step for the F1 of passages, in which a false alarm counts twice, and half as much for that of
// their sentences, over each kind of texts.
// Deterministic.
[[nodiscard]] FittedChain fit_chain(std::span<const LabelledChain> texts);

// Passages that a found one overlaps; found ones that overlap none.
[[nodiscard]] Tally passages_found(const LabelledChain& text, const FittedChain& fitted);

}  // namespace candor
