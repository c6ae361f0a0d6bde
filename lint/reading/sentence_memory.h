// What the signals said of the sentences of a text, kept for when it is read again with a word changed: most of its
// sentences stand as they stood.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "lint/rule/matcher.h"
#include "lint/text/document.h"

namespace candor {

// What one group of signals says of a sentence, see SentenceMatcher.
struct SentenceSaid {
  bool known = false;
  std::vector<SignalHit> signals;
  std::vector<std::uint32_t> vetoes_before;
};

// Holds for one ruleset. Sentences are told apart by their words, as written, and by which of them are quoted: that is
// all a matcher goes by. Not safe to use from several threads at once.
class SentenceMemory {
 public:
  // Begins a new reading: what the one before did not ask for is forgotten.
  void begin();
  // What is known of the sentence, to be filled in where it is not. Good until the next begin().
  [[nodiscard]] SentenceSaid& of(const Document& document, const Sentence& sentence, bool quotations,
                                 std::uint8_t group);
  // Sentences that are kept.
  [[nodiscard]] std::size_t size() const { return now_.size() + before_.size(); }

 private:
  using Groups = std::array<SentenceSaid, kGroups>;
  using Sentences = std::unordered_map<std::string, Groups>;

  Sentences now_;     // asked for in this reading
  Sentences before_;  // in the one before
};

}  // namespace candor
