// Patterns without a regex: where the words of a sentence stand, and short programs that step from word to word.
//
// A regex over the annotated sentence says exactly where a pattern matches, but running one for each pattern that could
// match costs a hundred times what reading the sentence costs. A program answers for all places of the sentence at
// once: it moves a set of places, one bit a word, through the pattern; where no place is left, the pattern does not
// match. Asked for the words, it takes what the regex takes: the first place, then the preferred branches.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"
#include "lint/source/span.h"

namespace candor {

// A set of words of a sentence, by their place in it from 0. As the state of a program: the words that may come next.
struct Places {
  static constexpr std::uint32_t kCount = 128;
  // The most words that a program reads at once: the place after the last one must fit, too.
  static constexpr std::uint32_t kMostWords = kCount - 1;

  std::uint64_t low = 0;
  std::uint64_t high = 0;

  [[nodiscard]] static constexpr Places only(std::uint32_t place) {
    return place < 64 ? Places{std::uint64_t{1} << place, 0} : Places{0, std::uint64_t{1} << (place - 64)};
  }
  // The places before `end`.
  [[nodiscard]] static constexpr Places before(std::uint32_t end) {
    if (end < 64) return {(std::uint64_t{1} << end) - 1, 0};
    return {~std::uint64_t{0}, end < kCount ? (std::uint64_t{1} << (end - 64)) - 1 : ~std::uint64_t{0}};
  }
  [[nodiscard]] constexpr Places next() const { return {low << 1, high << 1 | low >> 63}; }
  [[nodiscard]] constexpr bool empty() const { return (low | high) == 0; }
  [[nodiscard]] constexpr bool has_one() const {
    return low != 0 ? high == 0 && (low & (low - 1)) == 0 : high != 0 && (high & (high - 1)) == 0;
  }
  [[nodiscard]] constexpr bool contains(std::uint32_t place) const {
    return ((place < 64 ? low >> place : high >> (place - 64)) & 1) != 0;
  }
  // REQUIRES: not empty.
  [[nodiscard]] constexpr std::uint32_t first() const {
    return static_cast<std::uint32_t>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high));
  }
  // Calls visit() with each, in order.
  template <typename Visit>
  constexpr void each(Visit visit) const {
    for (std::uint64_t left = low; left != 0; left &= left - 1)
      visit(static_cast<std::uint32_t>(std::countr_zero(left)));
    for (std::uint64_t left = high; left != 0; left &= left - 1)
      visit(64 + static_cast<std::uint32_t>(std::countr_zero(left)));
  }

  constexpr Places& operator|=(Places other) { return *this = *this | other; }
  constexpr Places& operator&=(Places other) { return *this = *this & other; }
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
  gap,     // least, most, commas: words without a mark in between
  some,    // what no word class tells: no word or one, whatever it is
  either,  // count, then a length and a program for each
  repeat,  // least, most, lazy, length, program
  start,   // the sentence starts here
  end,     // it ends here, closing marks aside
};
inline constexpr PlaceCode kWithoutEnd = 0xFFFF;  // as `most` of a repeat

// The words of one sentence, at most kMostWords of them in a row, as programs see them.
class WordPlaces {
 public:
  explicit WordPlaces(std::size_t features);

  void clear();
  // A word or mark, in order of place. REQUIRES: place < Places::kMostWords.
  void add_word(std::uint32_t place, std::string_view folded, bool mark);
  void add(Feature feature, std::uint32_t place) {
    Places& places = of_[feature];
    if (places.contains(place)) return;
    if (places.empty()) {
      seen_.push_back(feature);
      has_[feature / 64U] |= std::uint64_t{1} << feature % 64U;
    }
    places |= Places::only(place);
  }
  // The word goes on a phrase that began before it.
  void add_continuation(std::uint32_t place) { continues_ |= Places::only(place); }
  // After the last word. `opens`, `closes`: the first and the last words are the sentence's.
  void finish(bool opens, bool closes);

  [[nodiscard]] bool has(Feature feature) const { return (has_[feature / 64U] >> feature % 64U & 1) != 0; }
  // The features that some word has, in order of their first word.
  [[nodiscard]] std::span<const Feature> seen() const { return seen_; }
  [[nodiscard]] Places of(Feature feature) const { return of_[feature]; }
  [[nodiscard]] bool goes_on(std::uint32_t place) const { return continues_.contains(place); }

  // The words that stand right behind these. `phrases`: as a class sees it, which takes in the words that go on its
  // phrase; some of them or all.
  [[nodiscard]] Places behind(Places places, bool phrases) const {
    const Places after = places.next();
    return phrases && !continues_.empty() ? with_phrases(after) : after;
  }
  // True where the program leads from one of `starts` to anywhere.
  [[nodiscard]] bool match(std::span<const PlaceCode> program, Places starts) const {
    return !run(program, starts & words_).empty();
  }
  // The words that the program takes in from the first of `starts` that it leads on from, or an empty range. As RE2 has
  // it: the first branch before the second, more repetitions before fewer.
  [[nodiscard]] IndexRange find(std::span<const PlaceCode> program, Places starts) const;

 private:
  using Ends = std::vector<std::uint32_t>;  // places in order of preference

  [[nodiscard]] Places run(std::span<const PlaceCode> program, Places at) const;
  [[nodiscard]] Places repeat(std::span<const PlaceCode> program, PlaceCode least, PlaceCode most, Places at) const;
  [[nodiscard]] Places with_phrases(Places after) const;
  [[nodiscard]] Ends ends(std::span<const PlaceCode> program, std::uint32_t start) const;
  void add_ends_of_word(std::uint32_t place, bool with_phrase, Ends& out) const;
  struct Repeat {
    PlaceCode least;
    PlaceCode most;
    bool lazy;
    std::span<const PlaceCode> program;
  };
  void add_ends_of_repeat(const Repeat& repeat, std::uint32_t place, PlaceCode done, Ends& out) const;

  std::vector<Feature> seen_;
  std::vector<std::uint64_t> has_;  // by feature, a bit each: asked for far more often than where
  std::vector<Places> of_;          // by feature
  Places words_;
  Places continues_;
  Places gap_words_;   // may stand in a gap
  Places gap_commas_;  // in one that lets commas pass
  Places closers_;     // closing marks
  Places opening_;     // the sentence's first word
  Places ends_;        // nothing but closing marks comes from here on
  std::uint32_t count_ = 0;
};

}  // namespace candor
