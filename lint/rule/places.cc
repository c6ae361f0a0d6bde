#include "lint/rule/places.h"

#include <algorithm>

namespace candor {
namespace {

// As the regex of a gap has it, see Translator::gap.
bool parts_a_gap(char first_byte) { return std::string_view(";:.!?()\xE2").find(first_byte) != std::string_view::npos; }

// As the regex of '$' has it.
bool is_closer(std::string_view mark) {
  return std::string_view(".!?\"')]").find(mark[0]) != std::string_view::npos || mark == "\xE2\x80\xA6";
}

}  // namespace

void WordPlaces::add_word(std::uint32_t place, std::string_view folded, bool mark) {
  if (place == 0) gap_words_ = gap_commas_ = closers_ = {};
  const Places here = Places::only(place);
  words_ |= here;
  count_ = place + 1;
  marks_[place] = mark && folded.size() == 1 ? folded[0] : '\0';
  const bool comma = folded[0] == ',';
  if (!parts_a_gap(folded[0])) gap_commas_ |= here;
  if (!parts_a_gap(folded[0]) && !comma) gap_words_ |= here;
  if (mark && is_closer(folded)) closers_ |= here;
}

void WordPlaces::finish() {
  ends_ = Places::only(count_);
  for (std::uint32_t place = count_; place > 0 && !(closers_ & Places::only(place - 1)).empty(); --place)
    ends_ |= Places::only(place - 1);
}

// A class takes in the words that go on its phrase; some of them or all.
Places WordPlaces::with_phrases(Places after) const {
  Places more = (after & continues_).next();
  while ((more & ~after) != Places{}) {
    after |= more;
    more = (after & continues_).next();
  }
  return after;
}

Places WordPlaces::second_of_pair(Feature first, Feature second, Places among) const {
  const Places after = (of(first) & among).next();
  return (first < kMostClasses ? with_phrases(after) : after) & of(second) & among;
}

Places WordPlaces::repeat(std::span<const PlaceCode> program, PlaceCode least, PlaceCode most, Places at) const {
  for (PlaceCode i = 0; i < least && !at.empty(); ++i) at = run(program, at);
  Places reached = at;
  for (PlaceCode i = least; i < most && !at.empty(); ++i) {
    at = run(program, at) & ~reached;
    reached |= at;
  }
  return reached;
}

Places WordPlaces::run(std::span<const PlaceCode> program, Places at) const {
  std::size_t i = 0;
  const auto operands = [&](std::size_t count) {
    const auto taken = program.subspan(i, count);
    i += count;
    return taken;
  };
  while (i < program.size() && !at.empty()) {
    switch (static_cast<PlaceStep>(program[i++])) {
      case PlaceStep::any: {
        Places here;
        bool phrases = false;
        for (const PlaceCode feature : operands(program[i++])) {
          here |= of(feature);
          phrases |= feature < kMostClasses;
        }
        at = (at & here).next();
        if (phrases) at = with_phrases(at);
        break;
      }
      case PlaceStep::all: {
        for (const PlaceCode feature : operands(program[i++])) at = at & of(feature);
        at = with_phrases(at.next());
        break;
      }
      case PlaceStep::none: {
        for (const PlaceCode feature : operands(program[i++])) at = at & ~of(feature);
        at = (at & words_).next();
        break;
      }
      case PlaceStep::mark: {
        Places here;
        for (std::uint32_t place = 0; place < count_; ++place) {
          if (marks_[place] == static_cast<char>(program[i])) here |= Places::only(place);
        }
        ++i;
        at = (at & here).next();
        break;
      }
      case PlaceStep::gap: {
        const auto limits = operands(3);
        const Places passable = limits[2] != 0 ? gap_commas_ : gap_words_;
        for (PlaceCode n = 0; n < limits[0]; ++n) at = (at & passable).next();
        Places reached = at;
        for (PlaceCode n = limits[0]; n < limits[1] && !at.empty(); ++n) {
          at = (at & passable).next();
          reached |= at;
        }
        at = reached;
        break;
      }
      case PlaceStep::some:
        at |= (at & words_).next();
        break;
      case PlaceStep::either: {
        Places reached;
        for (PlaceCode branches = program[i++]; branches > 0; --branches) {
          const PlaceCode length = program[i++];
          reached |= run(operands(length), at);
        }
        at = reached;
        break;
      }
      case PlaceStep::repeat: {
        const auto head = operands(3);
        at = repeat(operands(head[2]), head[0], head[1], at);
        break;
      }
      case PlaceStep::start:
        at = at & Places::only(0);
        break;
      case PlaceStep::end:
        at = at & ends_;
        break;
    }
  }
  return at;
}

}  // namespace candor
