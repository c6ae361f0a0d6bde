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

// Takes a program apart.
class CodeReader {
 public:
  explicit CodeReader(std::span<const PlaceCode> code) : code_(code) {}

  [[nodiscard]] bool done() const { return code_.empty(); }
  PlaceCode one() { return many(1)[0]; }
  std::span<const PlaceCode> many(std::size_t count) {
    const auto taken = code_.first(count);
    code_ = code_.subspan(count);
    return taken;
  }

 private:
  std::span<const PlaceCode> code_;
};

bool names_a_class(std::span<const PlaceCode> features) {
  return std::any_of(features.begin(), features.end(), [](PlaceCode f) { return f < kMostClasses; });
}

}  // namespace

WordPlaces::WordPlaces(std::size_t features) : has_(features / 64 + 1), of_(features) {}

void WordPlaces::clear() {
  for (const Feature f : seen_) {
    of_[f] = {};
    has_[f / 64U] = 0;
  }
  seen_.clear();
  words_ = continues_ = gap_words_ = gap_commas_ = closers_ = opening_ = ends_ = {};
  count_ = 0;
}

void WordPlaces::add_word(std::uint32_t place, std::string_view folded, bool mark) {
  count_ = place + 1;
  if (!mark && static_cast<unsigned char>(folded[0]) < 0x80) return;  // finish() knows
  const Places here = Places::only(place);
  if (parts_a_gap(folded[0])) gap_commas_ |= here;
  if (parts_a_gap(folded[0]) || folded[0] == ',') gap_words_ |= here;
  if (mark && is_closer(folded)) closers_ |= here;
}

void WordPlaces::finish(bool opens, bool closes) {
  words_ = Places::before(count_);
  gap_words_ = words_ & ~gap_words_;
  gap_commas_ = words_ & ~gap_commas_;
  if (opens) opening_ = Places::only(0);
  if (!closes) return;
  ends_ = Places::only(count_);
  for (std::uint32_t place = count_; place > 0 && closers_.contains(place - 1); --place)
    ends_ |= Places::only(place - 1);
}

// A phrase may end before each word that goes on it, and behind the last.
Places WordPlaces::with_phrases(Places after) const {
  Places more = (after & continues_).next();
  while ((more & ~after) != Places{}) {
    after |= more;
    more = (after & continues_).next();
  }
  return after;
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
  CodeReader code(program);
  while (!code.done() && !at.empty()) {
    switch (static_cast<PlaceStep>(code.one())) {
      case PlaceStep::any: {
        const auto features = code.many(code.one());
        Places here;
        for (const PlaceCode feature : features) here |= of(feature);
        at = (at & here).next();
        if (!continues_.empty() && names_a_class(features)) at = with_phrases(at);
        break;
      }
      case PlaceStep::all:
        for (const PlaceCode feature : code.many(code.one())) at &= of(feature);
        at = behind(at, true);
        break;
      case PlaceStep::none:
        for (const PlaceCode feature : code.many(code.one())) at &= ~of(feature);
        at = (at & words_).next();
        break;
      case PlaceStep::gap: {
        const auto limits = code.many(3);
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
        for (PlaceCode branches = code.one(); branches > 0; --branches) reached |= run(code.many(code.one()), at);
        at = reached;
        break;
      }
      case PlaceStep::repeat: {
        const auto head = code.many(4);
        at = repeat(code.many(head[3]), head[0], head[1], at);
        break;
      }
      case PlaceStep::start:
        at &= opening_;
        break;
      case PlaceStep::end:
        at &= ends_;
        break;
    }
  }
  return at;
}

IndexRange WordPlaces::find(std::span<const PlaceCode> program, Places starts) const {
  starts &= words_;
  if (run(program, starts).empty()) return {};
  while (!starts.empty()) {
    const std::uint32_t start = starts.first();
    if (!run(program, Places::only(start)).empty()) return {start, ends(program, start).front()};
    starts &= ~Places::only(start);
  }
  return {};
}

// A backtracking matcher would try the ends of each step in order of preference. Two ways to the same place go on
// alike, so only the first of them is kept, and the list never grows longer than the sentence.
WordPlaces::Ends WordPlaces::ends(std::span<const PlaceCode> program, std::uint32_t start) const {
  Ends at{start};
  CodeReader code(program);
  const auto step = [&](auto add_ends) {
    Ends reached;
    Places known;
    for (const std::uint32_t place : at) {
      Ends more;
      add_ends(place, more);
      for (const std::uint32_t end : more) {
        if (known.contains(end)) continue;
        known |= Places::only(end);
        reached.push_back(end);
      }
    }
    at = std::move(reached);
  };
  while (!code.done()) {
    switch (static_cast<PlaceStep>(code.one())) {
      case PlaceStep::any: {
        const auto features = code.many(code.one());
        step([&](std::uint32_t place, Ends& out) {
          const bool fits = std::any_of(features.begin(), features.end(),
                                        [&](PlaceCode feature) { return of(feature).contains(place); });
          if (fits) add_ends_of_word(place, names_a_class(features), out);
        });
        break;
      }
      case PlaceStep::all: {
        const auto features = code.many(code.one());
        step([&](std::uint32_t place, Ends& out) {
          const bool fits = std::all_of(features.begin(), features.end(),
                                        [&](PlaceCode feature) { return of(feature).contains(place); });
          if (fits) add_ends_of_word(place, true, out);
        });
        break;
      }
      case PlaceStep::none: {
        const auto features = code.many(code.one());
        step([&](std::uint32_t place, Ends& out) {
          const bool fits = std::none_of(features.begin(), features.end(),
                                         [&](PlaceCode feature) { return of(feature).contains(place); });
          if (fits && words_.contains(place)) out.push_back(place + 1);
        });
        break;
      }
      case PlaceStep::gap: {
        const auto limits = code.many(3);
        const Places passable = limits[2] != 0 ? gap_commas_ : gap_words_;
        step([&](std::uint32_t place, Ends& out) {
          PlaceCode passed = 0;
          while (passed < limits[1] && passable.contains(place + passed)) ++passed;
          for (; passed >= limits[0]; --passed) {
            out.push_back(place + passed);
            if (passed == 0) break;
          }
        });
        break;
      }
      case PlaceStep::some:
        step([&](std::uint32_t place, Ends& out) {
          if (words_.contains(place)) out.push_back(place + 1);
          out.push_back(place);
        });
        break;
      case PlaceStep::either: {
        std::vector<std::span<const PlaceCode>> branches;
        for (PlaceCode left = code.one(); left > 0; --left) branches.push_back(code.many(code.one()));
        step([&](std::uint32_t place, Ends& out) {
          for (const auto branch : branches) {
            const Ends more = ends(branch, place);
            out.insert(out.end(), more.begin(), more.end());
          }
        });
        break;
      }
      case PlaceStep::repeat: {
        const auto head = code.many(4);
        const Repeat repeat{head[0], head[1], head[2] != 0, code.many(head[3])};
        step([&](std::uint32_t place, Ends& out) { add_ends_of_repeat(repeat, place, 0, out); });
        break;
      }
      case PlaceStep::start:
        step([&](std::uint32_t place, Ends& out) {
          if (opening_.contains(place)) out.push_back(place);
        });
        break;
      case PlaceStep::end:  // the closing marks belong to the match
        step([&](std::uint32_t place, Ends& out) {
          if (ends_.contains(place)) out.push_back(count_);
        });
        break;
    }
  }
  return at;
}

void WordPlaces::add_ends_of_word(std::uint32_t place, bool with_phrase, Ends& out) const {
  std::uint32_t end = place + 1;
  while (with_phrase && continues_.contains(end)) ++end;
  for (; end > place; --end) out.push_back(end);
}

void WordPlaces::add_ends_of_repeat(const Repeat& repeat, std::uint32_t place, PlaceCode done, Ends& out) const {
  const bool enough = done >= repeat.least;
  if (enough && std::find(out.begin(), out.end(), place) != out.end()) return;
  if (enough && repeat.lazy) out.push_back(place);
  if (done < repeat.most) {
    for (const std::uint32_t end : ends(repeat.program, place)) {
      if (end != place || !enough) add_ends_of_repeat(repeat, end, static_cast<PlaceCode>(done + 1), out);
    }
  }
  if (enough && !repeat.lazy) out.push_back(place);
}

}  // namespace candor
