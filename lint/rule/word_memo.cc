#include "lint/rule/word_memo.h"

#include <algorithm>

namespace candor {

WordMemo::Word WordMemo::find(std::string_view word, WordKey key) {
  Kept& kept = kept_[key.value() % kSlots];
  const bool same = kept.key == key.value() && kept.size == word.size() &&
                    (word.size() <= WordKey::kWhole || std::ranges::equal(word, std::span(kept.text).first(kept.size)));
  if (same) return {std::span(kept.features).first(kept.feature_count), kept.goes_on};
  const Lexicon::Hit hit = lexicon_.find(word, key);
  Word found{hit.features, hit.goes_on};
  if (!hit.known) {
    guessed_.clear();
    lexicon_.guess(word, guessed_);
    found.features = guessed_;
  }
  if (word.size() > kept.text.size() || found.features.size() > kept.features.size()) return found;
  kept.key = key.value();
  std::ranges::copy(word, kept.text.begin());
  std::ranges::copy(found.features, kept.features.begin());
  kept.size = static_cast<std::uint8_t>(word.size());
  kept.feature_count = static_cast<std::uint8_t>(found.features.size());
  kept.goes_on = found.goes_on;
  return found;
}

}  // namespace candor
