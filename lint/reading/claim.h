// Claims: what a text's prose says of the writer's own path, with its dates.
//
// A clause is a claim where the writer is its subject ("I joined ...", "... and left in 2019") and its verb is one of
// a path: beginning, doing, ending, sitting an exam, being away. What patients, parents and years of history do is
// story and is left alone.
#pragma once

#include <span>
#include <vector>

#include "lint/dates/expression.h"
#include "lint/reading/event.h"
#include "lint/reading/reading.h"

namespace candor {

// The claims of the text's sentences, in order. `dates` are dates_of the text, `text_index` goes to Event::text.
[[nodiscard]] std::vector<Event> read_claims(const TextReading& text, std::uint32_t text_index,
                                             std::span<const DateExpression> dates);

}  // namespace candor
