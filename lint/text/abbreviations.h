// Words whose period does not end a sentence, and words that start one.
#pragma once

#include <cstdint>
#include <string_view>

namespace candor {

enum class Abbreviation : std::uint8_t {
  none,
  before_name,    // "Dr.", "vs.", "e.g.": the sentence always goes on
  before_number,  // "No.", "Fig.", "Rs.": it goes on before a number
  anywhere,       // "U.S.", "Inc.", "etc.": it ends only before a word that starts sentences
};

// `word` in lower case and without its last period ("dr", "u.s").
[[nodiscard]] Abbreviation abbreviation(std::string_view word);

// True for "the", "he", "during": words that open sentences and seldom follow an abbreviation with a capital. Lower
// case.
[[nodiscard]] bool is_sentence_starter(std::string_view word);

}  // namespace candor
