// What prose may call the entries by: their names and short names, their kind of place, units, roles and services, as
// far as they tell one entry from another.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/reading/path_tokens.h"
#include "lint/reading/timeline.h"

namespace candor {

// Which words a text may have, for a quick no: a bit for each, several words a bit.
class WordBits {
 public:
  WordBits() = default;
  explicit WordBits(std::string_view folded) {
    for (std::size_t at = path_word_begin(folded, 0); at < folded.size();) {
      const std::size_t end = path_word_end(folded, at);
      bits_ |= bit_of(folded.substr(at, end - at));
      at = path_word_begin(folded, end);
    }
  }
  [[nodiscard]] bool may_have(std::uint64_t bit) const { return (bits_ & bit) != 0; }
  // Of the first word of a phrase.
  static std::uint64_t bit_of(std::string_view phrase) {
    const std::size_t begin = path_word_begin(phrase, 0);
    return std::uint64_t{1} << (path_slot(phrase.substr(begin, path_word_end(phrase, begin) - begin)) % 64);
  }

 private:
  std::uint64_t bits_ = 0;
};

// An entry as prose may name it.
struct EntryNames {
  std::string all;                          // organization, place and title, folded
  std::string organization;                 // folded, up to the first comma
  std::vector<std::string> abbreviations;   // as written
  std::vector<std::string> units;           // folded: "digital slide group", named in the head beside the organization
  std::string kind_of_place;                // "the regional hospital", where no other entry's name ends so
  std::vector<std::string> own_words;       // of the organization's name: no other entry has them
  std::string role;                         // folded, up to the first comma or bracket
  std::string service;                      // "community service" of "community service officer", no other entry's
  bool is_the_service = false;              // no other entry has one: "my service"
  std::string short_role;                   // "as a trust grade" of "trust grade doctor"
  std::string role_of_unit;                 // "surgical ward nurse" of "Staff nurse, surgical ward"; or empty
  std::string head;                         // its last word, where no other entry's role has it: "fellow"
  std::string tail;                         // its last two of three or more, likewise: "public defender"
  std::string role_initials;                // "EMT"
  std::vector<std::string_view> same_role;  // other words for it: "internship" of "intern"
  std::uint32_t roles = 0;                  // see WordHits::roles
  std::vector<std::string> subjects;        // of the role, see subjects_of
  bool only_of_its_kind = false;            // `kind_of_place` has two words, no other name both
  bool is_a_kind = false;                   // "children's hospital", "call center group": all of its name, no other's
  bool named_by_place = false;              // the organization's name is a city where another entry is
  std::uint64_t first_words = 0;            // of all its names, see WordBits
};

// The words of a claim, on one line.
struct ClaimWords {
  std::string_view written;
  std::string_view folded;  // byte for byte
  std::uint32_t roles = 0;
  WordBits bits;  // of `folded`

  // Whether the phrase stands in them.
  [[nodiscard]] bool says(std::string_view phrase) const {
    return !phrase.empty() && bits.may_have(WordBits::bit_of(phrase)) && has_phrase(folded, phrase);
  }
};

// By entry.
[[nodiscard]] std::vector<EntryNames> names_of_entries(const Timeline& timeline);

// The word as a name, with a capital. At the start of the clause every word has one.
[[nodiscard]] bool names_it(const ClaimWords& words, std::string_view name);

// By what of its name or place the words name the entry best; TieReason::none where they do not.
[[nodiscard]] TieReason name_tie(const Event& entry, const EntryNames& names, const ClaimWords& words);

// "medical officer"; "internship" for "intern", "residency" for "resident".
[[nodiscard]] bool says_role(const ClaimWords& words, const EntryNames& names);

}  // namespace candor
