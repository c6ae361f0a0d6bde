// Whether a role took the whole week: by its words ("full-time", "Saturdays"), its hours, or because it is a degree, an
// internship or a residency.
#pragma once

#include <span>

#include "lint/reading/entry_names.h"
#include "lint/reading/event.h"

namespace candor {

// Hours a week where the words tell them ("40 hours weekly", "16 h/week"), else 0. `labelled`: a field of hours, where
// a bare number counts.
[[nodiscard]] int weekly_hours(std::string_view folded, bool labelled);

// Sets Event::load. REQUIRES: kind, title and training are read.
void read_load(const MarkedText& text, std::span<const FieldValue> values, Event& event);

}  // namespace candor
