// Whether a role took the whole week: by its words ("full-time", "Saturdays"), its hours, or because it is a degree, an
// internship or a residency.
#pragma once

#include <span>

#include "lint/reading/entry_names.h"
#include "lint/reading/event.h"

namespace candor {

// Sets Event::load. REQUIRES: kind, title and training are read.
void read_load(const MarkedText& text, std::span<const FieldValue> values, Event& event);

}  // namespace candor
