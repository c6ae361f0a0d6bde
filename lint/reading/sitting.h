// Sittings of exams, out of the words around a date: which exam, which attempt, what came of it.
#pragma once

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"

namespace candor {

// What the words within the span say; the exam is none where none is named. A score is a number of three digits that
// is no part of a date.
[[nodiscard]] Sitting sitting_in(const MarkedText& text, Span span);

[[nodiscard]] ExamResult result_in(const MarkedText& text, Span span);
// From 1; 0 where it is not told.
[[nodiscard]] int attempt_in(const MarkedText& text, Span span);
// 0 where there is none.
[[nodiscard]] int score_in(const MarkedText& text, Span span);
// The score of the exam that is named at `exam`, among all that the span tells: a number belongs to the exam named last
// before it, or to the one it leads ("a 250 in Step 2 CK"). 0 where there is none.
[[nodiscard]] int score_of(const MarkedText& text, Span span, Span exam);
// "without a Step 2 CK score", "a mock Step 1", "my Step 1 notes", "I received my Step 1 result", "I did not take
// Step 1": the clause tells of the exam at `name`, but not of when it was sat.
[[nodiscard]] bool is_beside_a_sitting(const MarkedText& text, Span clause, Span name);

}  // namespace candor
