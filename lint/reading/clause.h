// Clauses: who does what in a sentence, and which dates go with it.
//
// A sentence is cut where another subject or another verb of the same subject begins ("I joined X in 2019 and left in
// 2021, when my father fell ill" is three clauses). Words in front of the first subject belong to the first clause.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "lint/reading/marked_text.h"

namespace candor {

// "could have", "had hoped to": what did not come about. In lower case.
[[nodiscard]] bool tells_the_unreal(std::string_view words);
// `word` is folded, as Document::word gives it.
[[nodiscard]] bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words);

enum class Actor : std::uint8_t {
  none,   // no subject, as in "Three months in Toledo followed"
  self,   // "I"; or a participle of the writer's: "After finishing in 2019, I"
  own,    // a thing of the writer's path: "my internship ran", "the fellowship began"
  other,  // anyone and anything else
};

// What the verb makes of a date beside it.
enum class Act : std::uint8_t {
  none,
  start,   // joined, began
  arrive,  // moved, returned: near a start, but none
  end,     // finished, left
  award,   // received, earned
  whole,   // worked, was
  deed,    // presented, led
  exam     // passed, failed
};

struct Clause {
  IndexRange tokens;  // in Document::tokens()
  Span source;        // of the tokens
  Actor actor = Actor::none;
  Act act = Act::none;
  std::uint32_t verb = 0;  // token; the first one where act is none
  bool linked = false;     // "where", "which": its place is told in the clause before
  bool quoted = false;     // within quotation marks
};

// In order, covering the sentence. Never empty for a sentence with tokens.
[[nodiscard]] std::vector<Clause> read_clauses(const MarkedText& text, const Sentence& sentence);

// The clause that the place begins in; the last one where none has it. REQUIRES: some clauses.
[[nodiscard]] const Clause& clause_at(std::span<const Clause> clauses, Span place);

}  // namespace candor
