// Numbers as dates and lengths spell them: "twenty-first", "18", "nineteen eighty four", "two thousand and nine".
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "lint/dates/atoms.h"

namespace candor {

// The atoms of one sentence, safe to ask past either end.
class AtomRun {
 public:
  AtomRun(std::span<const Atom> atoms, std::string_view folded) : atoms_(atoms), folded_(folded) {}

  [[nodiscard]] std::size_t size() const { return atoms_.size(); }
  [[nodiscard]] const Atom& operator[](std::size_t i) const { return i < atoms_.size() ? atoms_[i] : kEnd; }
  [[nodiscard]] Lex lex(std::size_t i) const { return (*this)[i].lex; }
  // The atom before i; Lex::end at the start.
  [[nodiscard]] const Atom& before(std::size_t i) const { return i == 0 ? kEnd : (*this)[i - 1]; }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    const Span view = (*this)[i].view;
    return folded_.substr(view.begin, view.size());
  }

  [[nodiscard]] bool is_mark(std::size_t i, char mark) const { return lex(i) == Lex::mark && (*this)[i].mark == mark; }
  [[nodiscard]] bool is_mark_of(std::size_t i, std::string_view marks) const {
    return lex(i) == Lex::mark && (*this)[i].mark != 0 && marks.find((*this)[i].mark) != std::string_view::npos;
  }
  // A mark with no blank on either side.
  [[nodiscard]] bool is_inner_mark(std::size_t i, std::string_view marks) const {
    return is_mark_of(i, marks) && (*this)[i].glued && (*this)[i + 1].glued;
  }

  // "to" between the ends of a range in Spanish, Italian, Portuguese and French; in English each may be something else.
  [[nodiscard]] bool is_foreign_to(std::size_t i) const {
    constexpr std::array<std::string_view, 5> kTo = {"a", "al", "até", "à", "au"};
    return std::ranges::find(kTo, text(i)) != kTo.end();
  }

  [[nodiscard]] std::size_t skip(std::size_t i, Lex lex_to_skip) const { return lex(i) == lex_to_skip ? i + 1 : i; }
  [[nodiscard]] std::size_t skip_mark(std::size_t i, char mark) const { return is_mark(i, mark) ? i + 1 : i; }
  [[nodiscard]] std::size_t skip_hyphen(std::size_t i) const { return is_inner_mark(i, "-") ? i + 1 : i; }

 private:
  static constexpr Atom kEnd = [] {
    Atom atom;
    atom.lex = Lex::end;
    return atom;
  }();

  std::span<const Atom> atoms_;
  std::string_view folded_;
};

struct ReadNumber {
  std::size_t end = 0;  // the atom after it
  std::int32_t value = 0;
};

// "5", "five", "twenty five", "twenty-five": 0 to 99 in words, up to four digits in figures.
[[nodiscard]] std::optional<ReadNumber> read_cardinal(const AtomRun& atoms, std::size_t i);
// "3rd", "third", "twenty-first", "thirty first".
[[nodiscard]] std::optional<ReadNumber> read_ordinal(const AtomRun& atoms, std::size_t i);
// A year in words, 1900 to 2099: "nineteen eighty four", "nineteen hundred eighty one", "twenty nineteen", "two
// thousand and five".
[[nodiscard]] std::optional<ReadNumber> read_spelled_year(const AtomRun& atoms, std::size_t i);
// A decade in words, its first year: "nineteen seventies", "two thousands", "twenty tens".
[[nodiscard]] std::optional<ReadNumber> read_spelled_decade(const AtomRun& atoms, std::size_t i);

}  // namespace candor
