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

}  // namespace candor
