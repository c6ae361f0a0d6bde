// Candidates for cues: what of a corpus `candor fit` weighs, and which of it a sentence has.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "lint/engine/logistic.h"
#include "lint/rule/matcher.h"
#include "lint/rule/pack.h"
#include "lint/source/problem.h"
#include "lint/text/document.h"

namespace candor {

enum class CueKind : std::uint8_t {
  written,     // by people, in a signal named "candidates"
  word_class,  // "<fail>"
  word,        // "failed"
  alike,       // "<~failed>": a word that is used like it
  pair,        // two of these in a row
  neighbour,   // a class, in the sentence before or after
  family,      // the words of one stem: what they tell in common; no pattern of its own
  place,       // where the sentence stands in its passage
};

struct Candidate {
  static constexpr std::uint32_t kNoFamily = ~0U;

  std::string pattern;
  CueKind kind = CueKind::word;
  std::uint32_t family = kNoFamily;  // of a word: the index of the candidate that stands for its stem
};

// A text of the corpus; writers are numbered.
struct WrittenText {
  std::uint32_t writer = 0;
  Document document;
};

// The cues of the signal "candidates".
[[nodiscard]] std::vector<Candidate> written_cues(const RulesetData& rules);

// Words, the classes of `bank`, and two of them in a row, where enough sentences of enough writers have them; and its
// groups of words used alike.
[[nodiscard]] std::vector<Candidate> common_cues(std::span<const WrittenText> texts, const PatternBank& bank);

// Adds a candidate for each stem of which there are several words: "fail", "failed", "failing". A sentence has it as
// often as it has different words of the stem.
void add_families(std::vector<Candidate>& candidates);

// The packs, with all candidates in the signal "candidates".
[[nodiscard]] std::unique_ptr<OwnedRuleset> load_candidates(std::span<const PackFile> packs,
                                                            std::span<const Candidate> candidates,
                                                            std::vector<Problem>& problems);

// Says which candidates a sentence has. `bank` is of the ruleset that load_candidates gave for them.
class CueReader {
 public:
  CueReader(const PatternBank& bank, std::span<const Candidate> candidates);

  // By the candidates' index, in order, each once.
  [[nodiscard]] SparseRow row(const Document& document, const Sentence& sentence);

 private:
  static constexpr std::uint32_t kNone = ~0U;
  SentenceMatcher matcher_;
  std::vector<std::uint32_t> columns_;   // by pattern
  std::vector<std::uint32_t> families_;  // by candidate
};

}  // namespace candor
