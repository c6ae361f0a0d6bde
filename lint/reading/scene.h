// Scenes: "my very first day as an intern. It was the middle of November 2018" dates the beginning of a stay as "I
// began in July" does, in other words.
#pragma once

#include <optional>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"

namespace candor {

// The first or last day that the sentence tells of, as a claim of that side. Its date stands in the sentence, or in the
// next one of its paragraph where that begins with "It was"; `next` may be nullptr. "When I came to Split" is such a
// day too where the next sentence dates it. Nothing without a date.
[[nodiscard]] std::optional<Event> read_scene(const MarkedText& text, const Sentence& sentence, const Sentence* next);

// True where the writer gives back what belongs to a post: "I handed back my Red Cross vest".
[[nodiscard]] bool hands_over(const MarkedText& text, Span span);

}  // namespace candor
