// A rule's pattern: RE2 syntax over the words and word classes of one sentence.
//
// A pattern is matched against an *annotated sentence*: every word in lower case, followed by '{' and a byte for each
// of its classes, and a blank: " i{\x22} failed{\x25\x30} step{\x2C} 1{~\x28} . ". A word that goes on a phrase of a
// class has '~' before its own classes. What an author writes, and what it means:
//   failed          the word (RE2 syntax inside a word works: "fail(ed|ing)?")
//   <exam>          a word or phrase of the class
//   <exam|course>   of one of the classes
//   <verb&past>     of both
//   <!self>         a word or mark that is not of the class
//   <~exam>         a word of a group of words that are used alike: only where no regex is needed
//   <0-4>           up to four words (no mark) in between; "<0-4,>" lets commas pass
//   <name>          also a fragment of the pack's [fragment] table, put in place
//   ^ at the start, $ at the end: the sentence's ends (closing marks aside)
// Blanks part words. Alternation, groups and repetition are RE2's: "(<adverb> )?", "(was|were) <past>".
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"
#include "lint/rule/places.h"

namespace candor {

// The byte that stands for a class in an annotated sentence; never a blank, '{' or '~'.
[[nodiscard]] constexpr char class_byte(Feature class_feature) {
  const unsigned byte = 0x21U + class_feature;
  return static_cast<char>(byte >= '{' ? byte + 5 : byte);
}

struct Pattern {
  std::string regex;  // for RE2 in Latin-1 mode, unanchored; a match runs from the blank before its first word to the
                      // one after its last
  // A sentence can match only if it has, for each inner list, at least one of the features. Empty: it can always match.
  std::vector<std::vector<Feature>> needs;
  // Tells without a regex (see places.h) whether a sentence can match. Where it is exact, it says the same as the regex
  // in all; otherwise the regex decides.
  std::vector<PlaceCode> program;
  bool exact = false;
};

struct PatternError {
  std::size_t offset = 0;  // bytes into the pattern
  std::string message;
};

using Fragments = std::map<std::string, std::string, std::less<>>;

// Translates `source`. Adds the literal words it names to `lexicon`. Returns false and sets `error` on an unknown class
// (with the nearest name), an unclosed '<', or a regex that RE2 refuses.
[[nodiscard]] bool translate_pattern(std::string_view source, const Fragments& fragments, LexiconBuilder& lexicon,
                                     Pattern& pattern, PatternError& error);

}  // namespace candor
