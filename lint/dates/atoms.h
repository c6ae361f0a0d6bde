// A sentence's tokens, cut as fine as dates need: "2018-04", "mid-November", "5day" and "1970's" are several atoms
// each.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/dates/words.h"
#include "lint/text/document.h"

namespace candor {

struct Atom {
  Lex lex = Lex::other;
  Doubt doubt = Doubt::none;
  std::int32_t value = 0;   // as said at Lex
  std::uint8_t digits = 0;  // of a number
  char mark = 0;            // of a mark: its character, '-' for every dash, 0 where it is none of ASCII
  bool glued = false;       // no blank stands before it
  bool capital = false;
  bool all_capitals = false;  // two letters or more
  std::uint32_t token = 0;    // in Document::tokens()
  Span view;                  // in Document::view()
};

// True when some word or digit of the sentence may belong to a date expression. Does not allocate.
[[nodiscard]] bool may_hold_date(const Document& document, const Sentence& sentence);

// Appends the sentence's atoms.
void append_atoms(const Document& document, const Sentence& sentence, std::vector<Atom>& atoms);

}  // namespace candor
