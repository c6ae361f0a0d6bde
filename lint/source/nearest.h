// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace candor {

// The candidate with the fewest insertions, deletions, replacements and swaps of neighbours (optimal string alignment)
// from `word`, or an empty string where none is nearer than a third of the word's length. Ties go to the first.
[[nodiscard]] std::string nearest_name(std::string_view word, std::span<const std::string_view> candidates);

// The end of a message: '; did you mean "x"?' for the nearest candidate, else `otherwise`.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                                       std::string_view otherwise = {});

// A whole message: "unknown format 'jsn', did you mean 'json'?"
[[nodiscard]] std::string unknown_name(std::string_view what, std::string_view name,
                                       std::span<const std::string_view> known);

}  // namespace candor
