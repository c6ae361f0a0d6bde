// What the readers of claims have in common: a sentence of prose by its clauses, and the claims read from it so far.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/reading/clause.h"
#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"
#include "lint/reading/section.h"

namespace candor {

// The exam that a text named last, and the block it did so in.
struct LastExam {
  Exam exam = Exam::none;
  std::uint32_t block = 0;
};

// Cheap to copy: a reader of claims is made of one.
class ClaimSentence {
 public:
  // All must outlive it. Claims are added to `events`. `last_exam`: before the sentence. REQUIRES: some clauses.
  ClaimSentence(const MarkedText& text, const Sentence& sentence, SectionKind section, std::span<const Clause> clauses,
                std::vector<Event>& events, LastExam& last_exam);

 protected:
  // A claim of the sentence that tells nothing yet.
  [[nodiscard]] Event blank() const;
  [[nodiscard]] const Clause& clause_of(Span place) const { return clause_at(clauses_, place); }
  [[nodiscard]] bool has(Span span, PathWord word) const;
  // Some claim of the sentence has that date or length.
  [[nodiscard]] bool used(Span date) const;
  // In lower case.
  [[nodiscard]] std::string_view word(std::uint32_t token) const;
  [[nodiscard]] EventKind kind_of_clause(const Clause& clause) const;
  // Neither "I" nor "my" stands up to the verb, or among the first words where there is none.
  [[nodiscard]] bool clause_has_no_subject(const Clause& clause) const;
  // What the clause tells is still to come: "I hope to sit Step 3 in May". Not where only an aside is: "I reported to
  // the unit, with my licence not yet printed".
  [[nodiscard]] bool is_to_come(const Clause& clause) const;
  // What the clause tells did not happen: "I could have stayed ten years."
  [[nodiscard]] bool is_unreal(const Clause& clause) const;
  // The date is of the year after the one that was just told of, not after today's: "In April of next year I passed".
  [[nodiscard]] bool is_next_of_then(const Clause& clause, const DateExpression& date) const;
  // The date is that of an event that the sentence counts from, not of what it tells: "I was sent to Samar less than a
  // year after the typhoon of November 2013".
  [[nodiscard]] bool is_of_an_event(Span date) const;
  // The length may be that of a stay. Not "six months later", "two years old", "every three months".
  [[nodiscard]] bool is_length_of_stay(Span length) const;
  // Without words at the end that make a length loose: "for nearly" is "for".
  static std::string_view without_loose_words(std::string_view before);
  // Without the blanks at either end.
  static std::string_view trim(std::string_view words);

  const MarkedText& text_;
  const Document& document_;
  const Sentence* sentence_;
  SectionKind section_;
  std::span<const Clause> clauses_;
  std::vector<Event>& events_;
  std::size_t first_event_;  // of the sentence
  LastExam& last_exam_;

 private:
  static bool is_told_in_the_past(std::string_view verb);
  // The words hit tell what the deed was for, and the deed is over: "I left Farlow in April to be with my mother".
  [[nodiscard]] bool is_for_what_comes(const Clause& clause, const WordHit& hit) const;
  // The words hit stand behind the date in a clause of their own, which has none: "I left Farlow in August 2018 with a
  // disc that would not let me stand".
  [[nodiscard]] bool is_aside(const Clause& clause, const WordHit& hit) const;
  // The subject is a gap: "My gap was from April to December".
  [[nodiscard]] bool is_of_a_gap(const Clause& clause) const;
  // A degree is what was completed, also where its own words name a role: "I completed my Doctor of Medicine".
  [[nodiscard]] bool takes_a_degree(const Clause& clause) const;
  // The studying was for a degree: "I studied for the MSc in Epidemiology", not "for Step 1".
  [[nodiscard]] bool studies_for_a_degree(const Clause& clause) const;
};

}  // namespace candor
