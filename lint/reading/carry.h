// Dates that are told from the one before them: "two years later", "the following spring", "August of the same year".
#pragma once

#include <cstdint>
#include <optional>

#include "lint/reading/marked_text.h"

namespace candor {

// The date at that index of text.dates as the date told last in its paragraph places it, with all the days that it may
// mean. Nothing where it is not told from one, or where that is too far away or says too little.
[[nodiscard]] std::optional<DateExpression> carried_date(const MarkedText& text, std::uint32_t index);

}  // namespace candor
