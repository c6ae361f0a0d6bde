// Past participles, told by the word alone.
#pragma once

#include <cstdint>
#include <string_view>

namespace candor {

enum class Participle : std::uint8_t {
  none,
  verbal,      // after "be" it is a passive: "graded", "taken"
  adjectival,  // after "be" it describes, unless an agent follows: "interested", "tired", "well-rounded"
};

// `word` is folded. Regular participles are known by their ending, irregular ones by a table; both are English only.
[[nodiscard]] Participle participle(std::string_view word);

[[nodiscard]] inline bool is_participle(std::string_view folded_word) {
  return participle(folded_word) != Participle::none;
}

}  // namespace candor
