// The vocabulary of a path in medicine: what words make of an entry or a claim. All words are lower case; a phrase is
// looked for at word boundaries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/reading/event.h"

namespace candor {

// The first place at or after `from` where the phrase stands between word boundaries, or npos.
[[nodiscard]] std::size_t find_phrase(std::string_view folded, std::string_view phrase, std::size_t from = 0);
[[nodiscard]] inline bool has_phrase(std::string_view folded, std::string_view phrase) {
  return find_phrase(folded, phrase) != std::string_view::npos;
}
// The first of the phrases that stands in the text, or empty.
[[nodiscard]] std::string_view any_phrase(std::string_view folded, std::span<const std::string_view> phrases);

[[nodiscard]] std::string folded_copy(std::string_view text);

// Hospital, university, clinic, ...
[[nodiscard]] std::string_view organization_word(std::string_view folded);
// MBBS, Bachelor, PhD, ...
[[nodiscard]] std::string_view degree_word(std::string_view folded);
// Leave, break, maternity, caring for, ...
[[nodiscard]] std::string_view gap_word(std::string_view folded);
// Expected, anticipated, scheduled, will, ...
[[nodiscard]] std::string_view expected_word(std::string_view folded);

// What kind of thing the words of a title or clause name; `usual` where they name none.
[[nodiscard]] EventKind kind_of(std::string_view folded, EventKind usual);

struct LoadReading {
  Load load = Load::unstated;
  std::string_view reason;
};
[[nodiscard]] LoadReading load_of(std::string_view folded, EventKind kind);

// The exam whose name stands last before `before` (else first after it), Exam::none where there is none.
[[nodiscard]] Exam exam_in(std::string_view folded);
struct ExamMention {
  Exam exam = Exam::none;
  std::size_t begin = 0;
  std::size_t end = 0;
};
// All exams named in the text, in order.
[[nodiscard]] std::vector<ExamMention> exams_in(std::string_view folded);
[[nodiscard]] ExamResult result_in(std::string_view folded);
// 1 for "first attempt", "attempt 1", "1st try"; 2 for "retake"; 0 where nothing is said.
[[nodiscard]] int attempt_in(std::string_view folded);
// A three-digit score; 0 where there is none. `folded` without its dates.
[[nodiscard]] int score_in(std::string_view folded);

// Words that every second organization or title has; they tie nothing together.
[[nodiscard]] bool is_generic_word(std::string_view word);
// The telling words of a name, in order, each once.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view folded);
// "MGH" for "Mercy General Hospital": the capitals of a name's words.
[[nodiscard]] std::string initials_of(std::string_view name);

}  // namespace candor
