// What the lexicon says of the words met last. Prose says a few hundred words again and again, and the lexicon is too
// large to stay near the processor.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"

namespace candor {

// Scratch memory of one reader: one a thread. The lexicon must outlive it.
class WordMemo {
 public:
  explicit WordMemo(const Lexicon& lexicon) : lexicon_(lexicon), kept_(kSlots) {}

  struct Word {
    std::span<const Feature> features;  // for a word that is not listed: what its shape and ending tell
    bool goes_on = false;               // a longer phrase may follow
  };
  // The word will be asked for soon: has the processor fetch what is kept of it.
  void expect(WordKey key) const { __builtin_prefetch(&kept_[key.value() % kSlots]); }
  // What Lexicon::find and Lexicon::guess say of the word. Good until the next call.
  [[nodiscard]] Word find(std::string_view word, WordKey key);

 private:
  static constexpr std::size_t kSlots = 4096;  // a power of two; a word takes the place of the one that was there
  // Fits a line of the processor's cache. Longer words and those with more features are not kept.
  struct Kept {
    std::uint64_t key = 0;
    std::array<char, 24> text{};
    std::array<Feature, 14> features{};
    std::uint8_t size = 0;  // of the text; 0 where nothing is kept
    std::uint8_t feature_count = 0;
    bool goes_on = false;
  };
  static_assert(sizeof(Kept) == 64);

  const Lexicon& lexicon_;
  std::vector<Kept> kept_;
  std::vector<Feature> guessed_;
};

}  // namespace candor
