// What a sentence or an entry is about, by the stems of its telling words: to lay two tellings side by side that share
// neither a name nor an entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace candor {

// Sorted, each once: of the words of five letters and more, but those of time, of places of work in general and of
// any text; seven letters each, so that "coordinate" and "coordinator" are one. `folded` is lower case.
[[nodiscard]] std::vector<std::string> stems_of(std::string_view folded);

}  // namespace candor
