#include "lint/dates/number_words.h"

namespace candor {
namespace {

// "seven", "seventy", "seventy-seven"; not figures.
std::optional<ReadNumber> read_below_hundred(const AtomRun& atoms, std::size_t i) {
  if (atoms.lex(i) == Lex::small) return ReadNumber{i + 1, atoms[i].value};
  if (atoms.lex(i) != Lex::tens) return std::nullopt;
  const std::size_t next = atoms.skip_hyphen(i + 1);
  const bool has_ones = atoms.lex(next) == Lex::small && atoms[next].value >= 1 && atoms[next].value <= 9;
  if (has_ones) return ReadNumber{next + 1, atoms[i].value + atoms[next].value};
  return ReadNumber{i + 1, atoms[i].value};
}

// The "nineteen" or "twenty" of a year: 1900 or 2000.
std::optional<ReadNumber> read_century(const AtomRun& atoms, std::size_t i) {
  if (atoms.lex(i) == Lex::small && atoms[i].value == 19) return ReadNumber{atoms.skip_hyphen(i + 1), 1900};
  if (atoms.lex(i) == Lex::tens && atoms[i].value == 20) return ReadNumber{atoms.skip_hyphen(i + 1), 2000};
  return std::nullopt;
}

// "two thousand [and]".
std::optional<ReadNumber> read_two_thousand(const AtomRun& atoms, std::size_t i) {
  if (atoms.lex(i) != Lex::small || atoms[i].value != 2 || atoms.lex(i + 1) != Lex::thousand) return std::nullopt;
  return ReadNumber{i + 2, 2000};
}

}  // namespace

std::optional<ReadNumber> read_cardinal(const AtomRun& atoms, std::size_t i) {
  if (atoms.lex(i) == Lex::number && atoms[i].digits <= 4) return ReadNumber{i + 1, atoms[i].value};
  return read_below_hundred(atoms, i);
}

std::optional<ReadNumber> read_ordinal(const AtomRun& atoms, std::size_t i) {
  if (atoms.lex(i) == Lex::ordinal) return ReadNumber{i + 1, atoms[i].value};
  if (atoms.lex(i) != Lex::tens) return std::nullopt;
  const std::size_t next = atoms.skip_hyphen(i + 1);
  if (atoms.lex(next) != Lex::ordinal || atoms[next].value > 9) return std::nullopt;
  return ReadNumber{next + 1, atoms[i].value + atoms[next].value};
}

std::optional<ReadNumber> read_spelled_year(const AtomRun& atoms, std::size_t i) {
  if (const auto thousand = read_two_thousand(atoms, i)) {
    const std::size_t next = atoms.skip(thousand->end, Lex::and_);
    const auto rest = read_below_hundred(atoms, next);
    return rest ? ReadNumber{rest->end, 2000 + rest->value} : *thousand;
  }
  const auto century = read_century(atoms, i);
  if (!century) return std::nullopt;
  if (atoms.lex(century->end) == Lex::hundred) {
    const std::size_t next = atoms.skip(century->end + 1, Lex::and_);
    const auto rest = read_below_hundred(atoms, next);
    return rest ? ReadNumber{rest->end, century->value + rest->value} : ReadNumber{century->end + 1, century->value};
  }
  const bool zero = atoms.lex(century->end) == Lex::small && atoms[century->end].value == 0;
  const auto rest = read_below_hundred(atoms, zero ? century->end + 1 : century->end);
  // "twenty five" is a number, "twenty oh five" a year.
  if (!rest || (zero ? rest->value > 9 : rest->value < 10)) return std::nullopt;
  return ReadNumber{rest->end, century->value + rest->value};
}

std::optional<ReadNumber> read_spelled_decade(const AtomRun& atoms, std::size_t i) {
  const auto is_decade = [&](std::size_t at) { return atoms.lex(at) == Lex::decade_word; };
  if (atoms.lex(i) == Lex::small && atoms[i].value == 2) {
    if (is_decade(i + 1) && atoms[i + 1].value == 0) return ReadNumber{i + 2, 2000};
    const auto thousand = read_two_thousand(atoms, i);
    if (!thousand) return std::nullopt;
    const std::size_t next = atoms.skip(thousand->end, Lex::and_);
    if (is_decade(next) && atoms[next].value != 0) return ReadNumber{next + 1, 2000 + atoms[next].value};
    return std::nullopt;
  }
  const auto century = read_century(atoms, i);
  if (century && is_decade(century->end) && atoms[century->end].value != 0) {
    return ReadNumber{century->end + 1, century->value + atoms[century->end].value};
  }
  return std::nullopt;
}

}  // namespace candor
