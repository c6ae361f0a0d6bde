#include "lint/dates/length.h"

#include <algorithm>
#include <array>

namespace candor {
namespace {

// How many, in hundredths of the unit that follows.
struct Amount {
  std::size_t end = 0;
  int hundredths = 0;
  bool vague = false;    // "several", "a few"
  bool rough = false;    // "a couple of", "a dozen"
  bool article = false;  // "a", "another", "full": one, without a number
};

bool is_unit(const AtomRun& atoms, std::size_t i) { return atoms.lex(i) == Lex::unit; }
Unit unit_at(const AtomRun& atoms, std::size_t i) { return static_cast<Unit>(atoms[i].value); }
bool is_plural(const AtomRun& atoms, std::size_t i) { return atoms.text(i).ends_with('s'); }

// "and a half", "and a quarter", "and one half": in hundredths.
struct Fraction {
  std::size_t end = 0;
  int hundredths = 0;
};
std::optional<Fraction> read_fraction(const AtomRun& atoms, std::size_t i) {
  const std::size_t and_at = atoms.skip_hyphen(i);  // "two-and-a-half"
  if (atoms.lex(and_at) != Lex::and_) return std::nullopt;
  std::size_t at = atoms.skip_hyphen(and_at + 1);
  int times = 1;
  if (atoms.lex(at) == Lex::a) {
    at = atoms.skip_hyphen(at + 1);
  } else if (atoms.lex(at) == Lex::small) {
    times = atoms[at].value;
    ++at;
  }
  if (atoms.lex(at) == Lex::half) return Fraction{at + 1, 50};
  if (atoms.lex(at) == Lex::quarter || atoms.text(at) == "quarters") return Fraction{at + 1, 25 * times};
  return std::nullopt;
}

std::optional<Amount> read_amount(const AtomRun& atoms, std::size_t i) {
  switch (atoms.lex(i)) {
    case Lex::decimal:
      return Amount{i + 1, atoms[i].value};
    case Lex::few:
      return Amount{i + 1, 0, true};
    case Lex::couple:
      return Amount{atoms.skip(i + 1, Lex::of), 200, false, true};
    case Lex::all:
      return Amount{i + 1, 100, false, false, true};
    case Lex::half: {
      const std::size_t next = atoms.skip(i + 1, Lex::a);
      if (atoms.lex(next) == Lex::dozen) return Amount{next + 1, 600, false, true};
      return Amount{next, 50};
    }
    case Lex::another:
      if (const auto more = read_cardinal(atoms, i + 1)) return Amount{more->end, more->value * 100};
      return Amount{i + 1, 100, false, false, true};
    case Lex::a: {
      const Lex next = atoms.lex(i + 1);
      if (next == Lex::dozen) return Amount{i + 2, 1200, false, true};
      if (next == Lex::few || next == Lex::couple || next == Lex::half) return read_amount(atoms, i + 1);
      if (next == Lex::quarter && atoms.lex(i + 2) == Lex::of) return Amount{atoms.skip(i + 3, Lex::a), 25};
      return Amount{next == Lex::all ? i + 2 : i + 1, 100, false, false, true};
    }
    default:
      break;
  }
  const auto number = read_cardinal(atoms, i);
  if (!number || number->value == 0) return std::nullopt;
  Amount amount{number->end, number->value * 100};
  // "two of the three years": two
  if (atoms.lex(number->end) == Lex::of &&
      (atoms.lex(number->end + 1) == Lex::the || atoms.lex(number->end + 1) == Lex::person)) {
    if (const auto all = read_cardinal(atoms, number->end + 2); all && all->value > number->value)
      amount.end = all->end;
  }
  if (const auto fraction = read_fraction(atoms, number->end)) {
    amount.end = fraction->end;
    amount.hundredths += fraction->hundredths;
  }
  return amount;
}

void add(Duration& duration, Unit unit, int hundredths) {
  const auto is_finer = [&](LengthUnit other) { return other < duration.finest; };
  const auto set = [&](int& field, int amount, LengthUnit length_unit) {
    field += amount;
    if (is_finer(length_unit)) duration.finest = length_unit;
  };
  switch (unit) {
    case Unit::day:
      return set(duration.days, hundredths, LengthUnit::days);
    case Unit::week:
      return set(duration.weeks, hundredths, LengthUnit::weeks);
    case Unit::month:
      return set(duration.months, hundredths, LengthUnit::months);
    case Unit::year:
      return set(duration.years, hundredths, LengthUnit::years);
    case Unit::decade:
      return set(duration.years, hundredths * 10, LengthUnit::years);
  }
}

bool is_number(Lex lex) { return lex == Lex::number || lex == Lex::small || lex == Lex::tens || lex == Lex::few; }

// "twice a week", "two times in a month", "40 hours a week", "three referral letters a month", "per year".
bool is_rate(const AtomRun& atoms, std::size_t i) {
  const Lex before = atoms.before(i).lex;
  if (before == Lex::rate) return true;
  if (atoms.lex(i) == Lex::a && before == Lex::in && atoms.before(i - 1).lex == Lex::rate) return true;
  if (atoms.lex(i) != Lex::a || (before != Lex::other && before != Lex::unit && before != Lex::weekday)) return false;
  constexpr std::size_t kLongestNoun = 3;  // words between the number and the rate
  for (std::size_t back = 2; back <= kLongestNoun + 1 && back <= i; ++back) {
    if (is_number(atoms.lex(i - back))) return atoms.before(i - back).lex != Lex::counted;  // "Step 2 CK came a year"
    if (atoms.lex(i - back) != Lex::other) return false;
  }
  return false;
}

// "24 years old", "a 5-year-old", "3 months of age", "a loss at nineteen weeks".
bool is_age(const AtomRun& atoms, std::size_t begin, std::size_t end) {
  const std::size_t next = atoms.skip_hyphen(end);
  if (atoms.lex(next) == Lex::old) return true;
  if (atoms.lex(end) == Lex::of && atoms.lex(end + 1) == Lex::age) return true;
  return atoms.before(begin).lex == Lex::age || atoms.before(begin).lex == Lex::at;
}

// "six long years", "five school years", "fourteen straight months"
bool is_how_it_felt(std::string_view word) {
  constexpr std::array<std::string_view, 23> kWords = {
      "long",   "short",    "whole",      "full",     "entire",        "good", "happy",    "hard",
      "school", "calendar", "straight",   "solid",    "consecutive",   "busy", "lovely",   "lonely",
      "quiet",  "crowded",  "continuous", "unbroken", "uninterrupted", "cold", "difficult"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// "my year and a half": one, without its article.
std::optional<Length> read_bare_year(const AtomRun& atoms, std::size_t i) {
  if (i == 0 || !is_unit(atoms, i) || is_plural(atoms, i)) return std::nullopt;
  const std::string_view before = atoms.text(i - 1);
  if (before != "my" && before != "that" && before != "this" && before != "our") return std::nullopt;
  const auto fraction = read_fraction(atoms, i + 1);
  if (!fraction) return std::nullopt;
  Length length{i, fraction->end, {}};
  length.duration.finest = LengthUnit::years;
  add(length.duration, unit_at(atoms, i), 100 + fraction->hundredths);
  return length;
}

// "my yearlong observership", "the year-long course": one, without its article.
std::optional<Length> read_year_long(const AtomRun& atoms, std::size_t i) {
  const bool hyphen = atoms.text(i) == "year" && atoms.is_inner_mark(i + 1, "-") && atoms.text(i + 2) == "long";
  if (!hyphen && atoms.text(i) != "yearlong") return std::nullopt;
  Length length{i, hyphen ? i + 3 : i + 1, {}};
  length.duration.finest = LengthUnit::years;
  add(length.duration, Unit::year, 100);
  return length;
}

// One amount and its unit.
std::optional<Length> read_one(const AtomRun& atoms, std::size_t i) {
  const auto amount = read_amount(atoms, i);
  if (!amount) return std::nullopt;
  std::size_t at = atoms.skip_hyphen(amount->end);
  if (!amount->article && is_how_it_felt(atoms.text(at))) ++at;
  if (!is_unit(atoms, at)) return std::nullopt;
  const Unit unit = unit_at(atoms, at);
  if (amount->article && is_plural(atoms, at)) return std::nullopt;
  // "one day I" and "a day" tell no length.
  const bool single_day =
      unit == Unit::day && (amount->article || (amount->hundredths == 100 && atoms.lex(i) == Lex::small));
  if (single_day) return std::nullopt;
  Length length{i, at + 1, {}};
  length.duration.finest = LengthUnit::years;
  add(length.duration, unit, amount->hundredths);
  if (amount->vague) length.duration.looseness = Looseness::vague;
  if (amount->rough) length.duration.looseness = Looseness::about;
  if (atoms.is_mark(length.end, '.') && atoms[length.end].glued && atoms.lex(length.end + 1) != Lex::end &&
      !atoms[length.end + 1].capital && atoms.text(at).size() <= 4 && !is_plural(atoms, at)) {
    ++length.end;  // "3 yr. of"
  }
  if (const auto fraction = read_fraction(atoms, length.end); fraction && !amount->vague) {
    length.end = fraction->end;
    add(length.duration, unit, fraction->hundredths);
  }
  return length;
}

// The words before a length that make it loose. "over three years" may also mean "in the course of": its span is the
// length alone.
struct Loosening {
  std::size_t length_at = 0;  // where the length starts
  bool within = false;        // the words belong to the expression
  Looseness looseness = Looseness::exact;
};

Loosening read_loosening(const AtomRun& atoms, std::size_t i) {
  const Lex lex = atoms.lex(i);
  const bool than = atoms.lex(i + 1) == Lex::than;
  if (lex == Lex::more && than) return {i + 2, true, Looseness::over};
  if (lex == Lex::less && than) return {i + 2, true, Looseness::nearly};
  if (lex == Lex::at && atoms.lex(i + 1) == Lex::least) return {i + 2, true, Looseness::over};
  if (lex == Lex::up && atoms.lex(i + 1) == Lex::to) return {i + 2, true, Looseness::nearly};
  return {i, false, Looseness::exact};
}

Looseness looseness_before(const AtomRun& atoms, std::size_t i) {
  // "the better part of three years", "just shy of a year"
  const bool less = i > 1 && atoms.lex(i - 1) == Lex::of && (atoms.text(i - 2) == "part" || atoms.text(i - 2) == "shy");
  if (less) return Looseness::nearly;
  switch (atoms.before(i).lex) {
    case Lex::about:
      return Looseness::about;
    case Lex::nearly:
      return Looseness::nearly;
    case Lex::over:
      return Looseness::over;
    default:
      return Looseness::exact;
  }
}

// "two years and a bit", "a year or so"
Looseness read_looseness_behind(const AtomRun& atoms, std::size_t& end) {
  if (atoms.lex(end) == Lex::or_ && atoms.text(end + 1) == "so") {
    end += 2;
    return Looseness::about;
  }
  if (atoms.lex(end) != Lex::and_) return Looseness::exact;
  const std::size_t at = atoms.lex(end + 1) == Lex::a ? end + 2 : end + 1;
  const std::string_view more = atoms.text(at);
  if (more != "bit" && more != "change" && more != "little") return Looseness::exact;
  end = at + 1;
  return Looseness::over;
}

// "six days a week", "3 days/week", "three days of the week": how often, not how long.
bool says_how_often(const AtomRun& atoms, std::size_t end) {
  if (atoms.lex(end) == Lex::rate) return true;
  if (atoms.lex(end) == Lex::a || atoms.is_mark(end, '/')) return is_unit(atoms, end + 1);
  return atoms.lex(end) == Lex::of && atoms.lex(end + 1) == Lex::the && is_unit(atoms, end + 2) &&
         unit_at(atoms, end + 2) == Unit::week && !is_plural(atoms, end + 2);
}

// Adds the next part of a length: "two years and six months", "three weeks two days", "2 years, 3 months". False where
// none follows.
bool add_part(const AtomRun& atoms, Length& length) {
  std::size_t next = atoms.skip(length.end, Lex::and_);
  const bool comma = atoms.is_mark(next, ',');
  if (comma) ++next;
  const Lex first = atoms.lex(next);
  const bool rate = next == length.end && first == Lex::a;  // "six days a week"
  const auto part = rate || first == Lex::all ? std::nullopt : read_one(atoms, next);
  Duration& sum = length.duration;
  if (!part || part->duration.looseness != Looseness::exact || part->duration.finest == sum.finest) return false;
  if (says_how_often(atoms, part->end)) return false;  // "nine years, three days a week"
  // The parts of a list stay apart.
  const bool whole = sum.years % 100 == 0 && sum.months % 100 == 0;
  if (comma && !(whole && part->duration.finest < sum.finest)) return false;
  length.end = part->end;
  sum.years += part->duration.years;
  sum.months += part->duration.months;
  sum.weeks += part->duration.weeks;
  sum.days += part->duration.days;
  sum.finest = std::min(sum.finest, part->duration.finest);
  return true;
}

}  // namespace

std::optional<Length> read_length(const AtomRun& atoms, std::size_t i) {
  constexpr int kLeastYear = 1000;  // of the calendar
  // "for months", "for years".
  if (is_unit(atoms, i) && is_plural(atoms, i) && atoms.before(i).lex == Lex::for_ && unit_at(atoms, i) != Unit::day) {
    Length vague{i, i + 1, {}};
    add(vague.duration, unit_at(atoms, i), 0);
    if (unit_at(atoms, i) >= Unit::year) vague.duration.finest = LengthUnit::years;
    vague.duration.looseness = Looseness::vague;
    return vague;
  }
  if (const auto bare = read_bare_year(atoms, i)) return bare;
  if (const auto whole = read_year_long(atoms, i)) return whole;
  const Loosening loosening = read_loosening(atoms, i);
  const std::size_t start = loosening.length_at;
  const Atom& first = atoms[start];
  const bool part_of_figure = first.glued && (first.lex == Lex::number || first.lex == Lex::decimal) && start > 0 &&
                              atoms.is_mark_of(start - 1, "$/:.,#");
  if (part_of_figure || is_rate(atoms, start)) return std::nullopt;
  auto length = read_one(atoms, start);
  if (!length || length->duration.years >= kLeastYear * 100) return std::nullopt;  // "in 2018 year", the year
  while (length->duration.looseness == Looseness::exact && add_part(atoms, *length)) {
  }
  if (is_age(atoms, start, length->end)) return std::nullopt;
  if (says_how_often(atoms, length->end)) return std::nullopt;
  length->begin = loosening.within ? i : start;
  Looseness looseness = loosening.within ? loosening.looseness : looseness_before(atoms, start);
  if (looseness == Looseness::exact) looseness = read_looseness_behind(atoms, length->end);
  if (looseness != Looseness::exact && length->duration.looseness != Looseness::vague)
    length->duration.looseness = looseness;
  return length;
}

}  // namespace candor
