// The entries that the words of a text name.
#pragma once

#include <vector>

#include "lint/reading/marked_text.h"
#include "lint/reading/timeline.h"

namespace candor {

// How much of the entry the words within the span name: 3 each for a name of its own and its title, 2 each for its
// town and its role; 0 where they name nothing of it.
[[nodiscard]] int naming_weight(const MarkedText& text, Span span, const Event& entry);

// The entries of posts, studies too, that the words name best; none where they name nothing. They point into the
// timeline.
[[nodiscard]] std::vector<const Event*> named_in(const Timeline& timeline, const MarkedText& text, Span span);

// Whether the entry is a sitting, of a stated month, of the exam that is named there, and may have come to what is
// told.
[[nodiscard]] bool is_sitting_of(const Event& entry, const WordHit& exam, const Sitting& told);

}  // namespace candor
