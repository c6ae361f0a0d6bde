// Time away: what prose tells of a period outside training and clinical work, with its ends or without them.
#pragma once

#include <optional>
#include <span>

#include "lint/reading/clause.h"
#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"
#include "lint/reading/section.h"

namespace candor {

// A quick look: does the sentence have words of a leave, a break, or of a length spent on something else than work?
[[nodiscard]] bool tells_of_time_away(const MarkedText& text, Span sentence, SectionKind section);

// In set words, as "a leave of absence"; "three months out of college" tells how long after it, and "I stopped working
// at Mercy Hospital" of a post.
[[nodiscard]] bool tells_of_leave(const MarkedText& text, Span span);

// "I did not see a patient", "held no job": a denial shortly before a word of work.
[[nodiscard]] bool denies_work(const MarkedText& text, Span span);

// The writer's time away that the sentence tells of: kind gap, `away`. Without start and end where the sentence has
// none. Nothing where somebody else was away.
[[nodiscard]] std::optional<Event> read_time_away(const MarkedText& text, const Sentence& sentence,
                                                  std::span<const Clause> clauses, SectionKind section);

}  // namespace candor
