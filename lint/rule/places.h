// Patterns without a regex: where the words of a sentence stand, and short programs that step from word to word.
//
// A regex over the annotated sentence says exactly where a pattern matches, but most patterns that could match do not,
// and running a regex for each costs a hundred times what reading the sentence costs. A program answers for all places
// of the sentence at once: it moves a set of places, one bit a word, through the pattern; where no place is left, the
// pattern does not match.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"

namespace candor {

// A set of words of a sentence, by their place in it from 0. As the state of a program: the words that may come next.
struct Places {
  static constexpr std::uint32_t kCount = 128;
  // The longest sentence a program reads: the place after its last word must fit, too.
  static constexpr std::uint32_t kMostWords = kCount - 1;

  std::uint64_t low = 0;
  std::uint64_t high = 0;

  [[nodiscard]] static constexpr Places all() { return {~std::uint64_t{0}, ~std::uint64_t{0}}; }
  [[nodiscard]] static constexpr Places only(std::uint32_t place) {
    return place < 64 ? Places{std::uint64_t{1} << place, 0} : Places{0, std::uint64_t{1} << (place - 64)};
  }
  [[nodiscard]] constexpr Places next() const { return {low << 1, high << 1 | low >> 63}; }
  [[nodiscard]] constexpr bool empty() const { return (low | high) == 0; }
  // REQUIRES: not empty.
  [[nodiscard]] constexpr std::uint32_t first() const {
    return static_cast<std::uint32_t>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high));
  }

  constexpr Places& operator|=(Places other) { return *this = *this | other; }
  [[nodiscard]] friend constexpr Places operator|(Places a, Places b) { return {a.low | b.low, a.high | b.high}; }
  [[nodiscard]] friend constexpr Places operator&(Places a, Places b) { return {a.low & b.low, a.high & b.high}; }
  [[nodiscard]] friend constexpr Places operator~(Places a) { return {~a.low, ~a.high}; }
  [[nodiscard]] friend constexpr bool operator==(Places, Places) = default;
};

// A program is a row of instructions, each with its operands; what they hold is a sequence.
using PlaceCode = std::uint16_t;
enum class PlaceStep : PlaceCode {
  any,     // count, features: a word with one of them, and the words that go on its phrase
  all,     // count, features: with all of them
  none,    // count, features: a word or mark with none of them
  mark,    // character: this punctuation mark
  gap,     // least, most, commas: words without a mark in between
  some,    // what no word class tells: no word or one, whatever it is
  either,  // count, then a length and a program for each
  repeat,  // least, most, length, program
  start,   // the sentence starts here
  end,     // it ends here, closing marks aside
};
inline constexpr PlaceCode kWithoutEnd = 0xFFFF;  // as `most` of a repeat

// One sentence as programs see it.
class WordPlaces {
 public:
  explicit WordPlaces(std::size_t features) : of_(features) {}

  void clear() {
    ++generation_;
    words_ = {};
    continues_ = {};
  }
  // A word's text, in order of place. REQUIRES: place < Places::kMostWords.
  void add_word(std::uint32_t place, std::string_view folded, bool mark);
  void add(Feature feature, std::uint32_t place) {
    Entry& entry = of_[feature];
    if (entry.generation != generation_) entry = {generation_, {}};
    entry.places |= Places::only(place);
  }
  // The word goes on a phrase that began before it.
  void add_continuation(std::uint32_t place) { continues_ |= Places::only(place); }
  // After the last word.
  void finish();

  [[nodiscard]] bool stands(Feature feature, std::uint32_t place) const {
    return !(of(feature) & Places::only(place)).empty();
  }
  // Where the second of two words in a row stands: one with `first`, or a phrase, then one with `second`. Both are of
  // `among`.
  [[nodiscard]] Places second_of_pair(Feature first, Feature second, Places among) const;
  // True where the program leads from one of `starts` to anywhere.
  [[nodiscard]] bool match(std::span<const PlaceCode> program, Places starts) const {
    return !run(program, starts & words_).empty();
  }

 private:
  struct Entry {
    std::uint32_t generation = 0;
    Places places;
  };

  [[nodiscard]] Places of(PlaceCode feature) const {
    return of_[feature].generation == generation_ ? of_[feature].places : Places{};
  }
  [[nodiscard]] Places run(std::span<const PlaceCode> program, Places at) const;
  [[nodiscard]] Places repeat(std::span<const PlaceCode> program, PlaceCode least, PlaceCode most, Places at) const;
  [[nodiscard]] Places with_phrases(Places after) const;

  std::uint32_t generation_ = 0;
  std::vector<Entry> of_;  // by feature
  Places words_;
  Places continues_;
  Places gap_words_;   // may stand in a gap
  Places gap_commas_;  // in one that lets commas pass
  Places closers_;     // closing marks
  Places ends_;        // nothing but closing marks comes from here on
  std::uint32_t count_ = 0;
  char marks_[Places::kCount] = {};  // by place: the mark that stands there, or '\0'
};

}  // namespace candor
