// Adverbs that may stand inside a verb: "was *not yet* graded", "has *of course* been graded".
#pragma once

#include <cstddef>
#include <string_view>

namespace candor {

// Words in -ly and a table of the others, "not" among them. `folded_word` is one word in lower case.
[[nodiscard]] bool is_adverb(std::string_view folded_word);

// How many words of an adverb phrase ("in part", "for the first time") `folded_text` starts with; 0 where it starts
// with none.
[[nodiscard]] std::size_t words_of_adverb_phrase(std::string_view folded_text);

}  // namespace candor
