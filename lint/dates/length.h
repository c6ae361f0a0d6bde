// Lengths of time: "eighteen months", "two and a half years", "a year and a quarter", "about 3 yrs", "one week three
// days".
#pragma once

#include <cstddef>
#include <optional>

#include "lint/dates/interval.h"
#include "lint/dates/number_words.h"

namespace candor {

struct Length {
  std::size_t begin = 0;  // its first atom; "more than" and "nearly" belong to it, "over" and "about" do not
  std::size_t end = 0;    // the atom after it
  Duration duration;
};

// The length that starts at atom i. Ages ("24 years old") and rates ("twice a week") are none.
[[nodiscard]] std::optional<Length> read_length(const AtomRun& atoms, std::size_t i);

}  // namespace candor
