#include "lint/dates/point.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace candor {
namespace {

bool is_plausible_year(int year) { return year >= 1900 && year <= 2099; }

bool ends_like_plural(std::string_view word) {
  constexpr std::array<std::string_view, 12> kNotPlural = {"was",  "has",    "does",    "as",      "is",   "its",
                                                           "this", "always", "perhaps", "besides", "thus", "us"};
  if (word.size() < 3 || !word.ends_with('s') || word.ends_with("ss")) return false;
  return std::ranges::find(kNotPlural, word) == kNotPlural.end();
}

bool is_counted_noun(std::string_view word) {
  constexpr std::array<std::string_view, 12> kCounted = {"people", "children", "women", "men", "mg",   "ml",
                                                         "kg",     "km",       "usd",   "cc",  "feet", "bpm"};
  return std::ranges::find(kCounted, word) != kCounted.end();
}

bool is_preposition(Lex lex) {
  switch (lex) {
    case Lex::in:
    case Lex::on:
    case Lex::of:
    case Lex::since:
    case Lex::until:
    case Lex::from:
    case Lex::to:
    case Lex::by:
    case Lex::during:
    case Lex::before:
    case Lex::after:
    case Lex::through:
    case Lex::between:
      return true;
    default:
      return false;
  }
}

bool is_word_like(Lex lex) { return lex != Lex::mark && lex != Lex::end && lex != Lex::number && lex != Lex::decimal; }

}  // namespace

int PointReader::full_year(int two_digits) const {
  constexpr int kFarthestAhead = 10;  // years after the application that an expected date may still lie
  const int year = 2000 + two_digits;
  return year > context_.as_of.year + kFarthestAhead ? year - 100 : year;
}

Point PointReader::day_point(std::size_t begin, std::size_t end, int year, int month, int day) const {
  Point point;
  point.begin = begin;
  point.end = end;
  point.date = day_date(year, month, day);
  constexpr int kLeapYear = 2000;
  const bool exists = is_real_date({year == kUnstatedYear ? kLeapYear : year, month, day});
  if (!exists) point.invalid = InvalidDate::no_such_day;
  return point;
}

// Day and month in figures, in one order or the other.
std::optional<Point> PointReader::ordered_day(std::size_t begin, std::size_t end, int first, int second,
                                              int year) const {
  constexpr int kMostDays = 31;
  if (first < 1 || second < 1 || first > kMostDays || second > kMostDays) return std::nullopt;
  if (first > 12 && second > 12) {
    Point point = day_point(begin, end, year, 1, first);
    point.date = year_date(year);
    point.invalid = InvalidDate::no_such_month;
    return point;
  }
  if (first > 12) return day_point(begin, end, year, second, first);
  if (second > 12) return day_point(begin, end, year, first, second);
  const bool day_first = context_.day_order == DayOrder::day_first;
  Point point = day_first ? day_point(begin, end, year, second, first) : day_point(begin, end, year, first, second);
  if (context_.day_order == DayOrder::unknown && first != second) {
    point.ambiguous = true;
    point.alternative = day_date(year, second, first);
  }
  return point;
}

bool PointReader::follows_preposition(std::size_t i) const {
  const std::size_t word = i > 0 && atoms_.lex(i - 1) == Lex::the ? i - 1 : i;
  return is_preposition(atoms_.before(word).lex);
}

// At the end of a range, behind a label, in brackets or in a field of its own.
bool PointReader::stands_alone(std::size_t i) const {
  if (i == 0) return true;
  const Lex before = atoms_.lex(i - 1);
  return atoms_.is_mark_of(i - 1, "-:(|,;") || before == Lex::to || before == Lex::until;
}

bool PointReader::counts_something(std::size_t i) const {
  if (atoms_.lex(i) == Lex::unit) return true;
  if (atoms_.lex(i) != Lex::other || atoms_[i].capital || atoms_[i].glued) return false;
  const std::string_view word = atoms_.text(i);
  return ends_like_plural(word) || is_counted_noun(word);
}

// True when a mark without blanks and more figures follow: the number before i is part of something longer.
bool PointReader::figures_go_on(std::size_t i) const {
  if (!atoms_.is_inner_mark(i, "/-.:,;")) return false;
  const Lex next = atoms_.lex(i + 1);
  // "2017-05,2018-04": two cells of a table
  if (atoms_.is_mark_of(i, ",;") && next == Lex::number && atoms_.is_inner_mark(i + 2, "/-") &&
      (atoms_[i + 1].digits == 4 ? is_plausible_year(atoms_[i + 1].value) : atoms_[i + 1].digits < 3))
    return false;
  // "2019-04/2020-09": an interval of ISO 8601
  if (atoms_.is_mark(i, '/') && next == Lex::number && atoms_[i + 1].digits == 4 &&
      is_plausible_year(atoms_[i + 1].value) && atoms_.is_inner_mark(i + 2, "-") && atoms_.lex(i + 3) == Lex::number &&
      atoms_[i + 3].digits == 2)
    return false;
  return next == Lex::number || next == Lex::decimal;
}

std::size_t PointReader::figures_end(std::size_t i) const {
  std::size_t end = i + 1;
  while (atoms_.is_inner_mark(end, "/-.:,;") && is_word_like(atoms_.lex(end + 1)) == false) end += 2;
  return end;
}

// A four-digit year that is not part of a longer figure.
bool PointReader::is_year_figure(std::size_t i) const {
  if (atoms_.lex(i) != Lex::number || atoms_[i].digits != 4 || !is_plausible_year(atoms_[i].value)) return false;
  if (!figures_go_on(i + 1)) return true;
  // "2014-2018" and "2019-12/2020" are ranges; "2018-45", "2014-15-1" and "2014:12" are none.
  const Atom& next = atoms_[i + 2];
  const bool range = atoms_.is_mark(i + 1, '-') && next.lex == Lex::number;
  if (!range) return false;
  const bool to_year = next.digits == 4 && is_plausible_year(next.value) && !figures_go_on(i + 3);
  return to_year || read_three_figures(i + 2) || (atoms_.is_mark(i + 3, '/') && read_two_figures(i + 2));
}

// "2019", "'19", "nineteen eighty four"; "20219" told as such.
std::optional<PointReader::Year> PointReader::read_year(std::size_t i) const {
  if (is_year_figure(i)) return Year{i + 1, atoms_[i].value, InvalidDate::none};
  if (atoms_.is_mark(i, '\'') && atoms_[i + 1].glued && atoms_.lex(i + 1) == Lex::number && atoms_[i + 1].digits == 2) {
    return Year{i + 2, full_year(atoms_[i + 1].value), InvalidDate::none};
  }
  if (const auto spelled = read_spelled_year(atoms_, i)) return Year{spelled->end, spelled->value, InvalidDate::none};
  return std::nullopt;
}

// "14 May 2535": a year of the Thai calendar.
constexpr int kFirstBuddhist = 2450;
constexpr int kLastBuddhist = 2650;
bool is_buddhist(int year) { return year >= kFirstBuddhist && year < kLastBuddhist; }

// The year after a month, a day or a season: "2019", ", 2019", "of 2019", "in 2019", "of the year 2019", "| 2019".
std::optional<PointReader::Year> PointReader::read_year_after(std::size_t i) const {
  const std::size_t comma = atoms_.skip_mark(i, ',');
  std::size_t at = comma;
  if (atoms_.text(at) == "year" && atoms_.is_mark(at + 1, ':')) at += 2;  // "Month: September  Year: 2010"
  if (at == i) at = atoms_.skip_mark(i, '|');                             // "| September | 2010 |"
  if (atoms_.lex(at) == Lex::of || atoms_.lex(at) == Lex::in) {
    at = atoms_.skip(at + 1, Lex::the);
    if (atoms_.lex(at) == Lex::unit && atoms_[at].value == static_cast<int>(Unit::year)) ++at;
  }
  if (const auto year = read_year(at)) {
    const bool amount = comma > i && at == comma && counts_something(year->end);
    return amount ? std::nullopt : year;
  }
  const Atom& atom = atoms_[at];
  const bool slip = atom.lex == Lex::number && at == i && !figures_go_on(at + 1) && !counts_something(at + 1) &&
                    ((atom.digits == 5 && (atom.value / 1000 == 19 || atom.value / 1000 == 20)) ||
                     (atom.digits == 4 && atom.value >= 2100 && atom.value < 3000 && !is_buddhist(atom.value)));
  if (slip) return Year{at + 1, atom.value, InvalidDate::implausible_year};
  return std::nullopt;
}

std::optional<Point> PointReader::read_trailing_year(std::size_t i) const {
  const auto year = read_year_after(i);
  if (!year || year->invalid != InvalidDate::none) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = year->end;
  point.date = year_date(year->value);
  return point;
}

// Two figures for a year where day and month stand before them: "9th May 15", "12-Apr-19".
std::optional<PointReader::Year> PointReader::read_short_year(std::size_t i) const {
  const Atom& atom = atoms_[i];
  if (atom.lex != Lex::number || atom.digits != 2 || figures_go_on(i + 1)) return std::nullopt;
  if (counts_something(i + 1) || atoms_.is_mark_of(i + 1, ":%")) return std::nullopt;
  return Year{i + 1, full_year(atom.value), InvalidDate::none};
}

std::optional<PointReader::Day> PointReader::read_day(std::size_t i) const {
  if (const auto ordinal = read_ordinal(atoms_, i)) {
    if (ordinal->value > 31 || ordinal->value < 1) return std::nullopt;
    return Day{ordinal->end, ordinal->value, true, false};
  }
  const auto cardinal = read_cardinal(atoms_, i);
  if (!cardinal || cardinal->value < 1 || cardinal->value > 31) return std::nullopt;
  const bool figures = atoms_.lex(i) == Lex::number;
  if (figures && atoms_[i].digits > 2) return std::nullopt;
  if (!figures && cardinal->value == 1) return std::nullopt;  // "one" is not a day
  if (figures && atoms_.is_mark_of(i + 1, ":%") && atoms_[i + 1].glued && atoms_[i + 2].glued) return std::nullopt;
  return Day{cardinal->end, cardinal->value, false, figures};
}

std::optional<Point> PointReader::read_day_only(std::size_t i) const {
  if (i > 0 && atoms_.before(i).lex == Lex::counted) return std::nullopt;  // "Step 1 - 25 January 2022"
  const auto day = read_day(atoms_.skip(i, Lex::the));
  if (!day) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = day->end;
  point.day_only = true;
  point.date = day_date(kUnstatedYear, 1, day->value);
  return point;
}

// Day, month and year with one kind of mark between: 15/08/2017, 4-9-08, 11.30.1998, 2015-08-12, 12.IV.2019,
// 30/Nov/1998, "05/09, 2018".
std::optional<Point> PointReader::read_three_figures(std::size_t i) const {
  if (!atoms_.is_mark_of(i + 1, "/-.") || !atoms_[i + 1].glued) return std::nullopt;
  const char mark = atoms_[i + 1].mark;
  const Atom& first = atoms_[i];
  const Atom& second = atoms_[i + 2];
  const Atom& third = atoms_[i + 4];
  const bool comma = atoms_.is_mark(i + 3, ',') && mark == '/';
  if (!(atoms_.is_mark(i + 3, mark) && third.glued) && !comma) return std::nullopt;
  if (!second.glued || third.lex != Lex::number || !atoms_[i + 3].glued) return std::nullopt;
  const bool goes_on = figures_go_on(i + 5) && atoms_[i + 5].mark != (mark == '-' ? '/' : '-');
  if (goes_on) return std::nullopt;

  const bool year_first = first.digits == 4 && third.digits <= 2;
  const bool year_last = first.digits <= 2 && (third.digits == 4 || (third.digits == 2 && mark != '.'));
  if (!year_first && !year_last) return std::nullopt;
  const int year = year_first ? first.value : third.digits == 4 ? third.value : full_year(third.value);
  const int day = year_first ? third.value : first.value;
  if (!is_plausible_year(year) || day < 1) return std::nullopt;
  const std::size_t end = i + 5;

  if (second.lex == Lex::month || second.lex == Lex::roman) {
    if (day > 31) return std::nullopt;
    return day_point(i, end, year, second.value, day);
  }
  if (second.lex != Lex::number || second.digits > 2) return std::nullopt;
  if (!year_first) return ordered_day(i, end, first.value, second.value, year);
  if (day > 31 || second.value < 1 || second.value > 12) return std::nullopt;
  return day_point(i, end, year, second.value, day);
}

// "2018 04 12".
std::optional<Point> PointReader::read_spaced_figures(std::size_t i) const {
  const Atom& year = atoms_[i];
  const Atom& month = atoms_[i + 1];
  const Atom& day = atoms_[i + 2];
  const bool shaped = year.digits == 4 && is_plausible_year(year.value) && month.digits == 2 && day.digits == 2 &&
                      !month.glued && !day.glued && !figures_go_on(i + 3) && atoms_.lex(i + 3) != Lex::number;
  if (!shaped || !is_real_date({year.value, month.value, day.value})) return std::nullopt;
  return day_point(i, i + 3, year.value, month.value, day.value);
}

// Month and year: 07/2021, 2021-07, 2018.4, "2018 - 04".
std::optional<Point> PointReader::read_two_figures(std::size_t i) const {
  const Atom& first = atoms_[i];
  const Atom& mark = atoms_[i + 1];
  const Atom& second = atoms_[i + 2];
  if (!atoms_.is_mark_of(i + 1, "/-.") || second.lex != Lex::number) return std::nullopt;
  const bool year_first = first.digits == 4 && second.digits <= 2;
  const bool year_last = first.digits <= 2 && second.digits == 4;
  if (!year_first && !year_last) return std::nullopt;
  const int year = year_first ? first.value : second.value;
  const Atom& month = year_first ? second : first;
  if (!is_plausible_year(year)) return std::nullopt;
  const bool inner = mark.glued && second.glued;
  const bool half_spaced =
      mark.mark != '.' && month.digits == 2 && (year_first || mark.glued) && !counts_something(i + 3);
  if (!inner && !half_spaced) return std::nullopt;
  const bool range_follows = atoms_.is_mark(i + 3, '-') && mark.mark != '-';
  if (figures_go_on(i + 3) && !range_follows) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 3;
  point.date = month_date(year, month.value);
  if (month.value >= 1 && month.value <= 12) return point;
  // "13/2021" is a slip in a place for a date; "2019-20" is a span of years and "45-2018" nothing.
  constexpr int kMostLikeADay = 31;
  const bool slip = inner && year_last && mark.mark == '/' && month.value >= 13 && month.value <= kMostLikeADay &&
                    (follows_preposition(i) || range_follows || stands_alone(i));
  if (!slip) return std::nullopt;
  point.date = year_date(year);
  point.invalid = InvalidDate::no_such_month;
  return point;
}

// Years joined without blanks: 2019-20, 2018/19, 2018/2019. "2011-12" is left to the months.
std::optional<Point> PointReader::read_year_span(std::size_t i) const {
  const Atom& first = atoms_[i];
  const Atom& second = atoms_[i + 2];
  if (first.digits != 4 || !is_plausible_year(first.value) || !atoms_.is_inner_mark(i + 1, "-/")) return std::nullopt;
  const bool whole = second.digits == 4 && atoms_.is_mark(i + 1, '/');
  if (second.lex != Lex::number || (second.digits != 2 && !whole) || figures_go_on(i + 3)) return std::nullopt;
  constexpr int kLongest = 12;  // years
  const int years = whole ? second.value - first.value : (second.value - first.value % 100 + 100) % 100;
  if (years < 1 || years > kLongest) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 3;
  point.date = year_date(first.value);
  point.last = year_date(first.value + years);
  return point;
}

std::optional<Point> PointReader::read_digits_without_year(std::size_t i) const {
  const Atom& first = atoms_[i];
  const Atom& second = atoms_[i + 2];
  if (first.lex != Lex::number || second.lex != Lex::number || !atoms_.is_inner_mark(i + 1, "/")) return std::nullopt;
  if (first.digits > 2 || second.digits > 2) return std::nullopt;
  if (figures_go_on(i + 3) && !atoms_.is_mark(i + 3, '-')) return std::nullopt;
  auto point = ordered_day(i, i + 3, first.value, second.value, kUnstatedYear);
  if (!point || point->invalid != InvalidDate::none) return std::nullopt;
  point->weak = true;
  return point;
}

std::optional<Point> PointReader::read_month_and_short_year(std::size_t i, int least_year) const {
  const Atom& month = atoms_[i];
  const Atom& year = atoms_[i + 2];
  if (month.lex != Lex::number || year.lex != Lex::number || !atoms_.is_inner_mark(i + 1, "/")) return std::nullopt;
  if (month.digits > 2 || year.digits != 2 || month.value < 1 || month.value > 12 || year.value < least_year) {
    return std::nullopt;
  }
  if (figures_go_on(i + 3) && !atoms_.is_mark(i + 3, '-')) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 3;
  point.date = month_date(full_year(year.value), month.value);
  return point;
}

// "BS", "SH", "AH", "E.C.", "BE" behind a year of that calendar. "BS" after a year of ours is a degree.
bool PointReader::names_calendar(std::size_t i, int year) const {
  struct Calendar {
    std::string_view name;
    int first;
    int last;
  };
  constexpr std::array<Calendar, 10> kCalendars = {{{"bs", 2045, 2130},
                                                    {"b.s.", 2000, 2130},
                                                    {"sh", 1300, 1450},
                                                    {"ah", 1300, 1500},
                                                    {"a.h.", 1300, 1500},
                                                    {"be", kFirstBuddhist, kLastBuddhist},
                                                    {"b.e.", kFirstBuddhist, kLastBuddhist},
                                                    {"ec", 1950, 2060},
                                                    {"e.c.", 1950, 2060},
                                                    {"e.c", 1950, 2060}}};
  if (!atoms_[i].capital) return false;
  const std::string_view name = atoms_.text(i);
  return std::ranges::any_of(kCalendars, [&](const Calendar& calendar) {
    return calendar.name == name && year >= calendar.first && year <= calendar.last;
  });
}

// "2075 BS", "1399 SH".
std::optional<Point> PointReader::read_foreign_year(std::size_t i) const {
  const Atom& number = atoms_[i];
  if (number.lex != Lex::number || number.digits != 4 || !names_calendar(i + 1, number.value)) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 2;
  point.date = year_date(number.value);
  point.foreign_calendar = true;
  return point;
}

// "XI.2023", "IX/2019".
std::optional<Point> PointReader::read_roman_month(std::size_t i) const {
  const bool apart = !atoms_[i].glued || (i > 0 && atoms_.is_mark(i - 1, '-'));
  const bool shaped = atoms_[i].capital && apart && atoms_.is_inner_mark(i + 1, "./") && atoms_[i + 2].digits == 4 &&
                      is_plausible_year(atoms_[i + 2].value) && !figures_go_on(i + 3);
  if (!shaped) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 3;
  point.date = month_date(atoms_[i + 2].value, atoms_[i].value);
  return point;
}

std::optional<Point> PointReader::read_numeric(std::size_t i) const {
  if (atoms_.lex(i) == Lex::roman) return read_roman_month(i);
  const bool starts = atoms_.lex(i) == Lex::number && !(atoms_[i].glued && atoms_.before(i).lex == Lex::number);
  if (!starts) return std::nullopt;
  if (auto point = read_foreign_year(i)) return point;
  if (auto point = read_three_figures(i)) {
    if (names_calendar(point->end, point->date.year)) {  // "2074/02/05 BS"
      point->foreign_calendar = true;
      ++point->end;
    }
    return point;
  }
  // Glued to a word ("DS-2019", "COVID-19") only a whole date is one.
  const bool on_word = i > 1 && atoms_.is_inner_mark(i - 1, "-/#.") && atoms_.lex(i - 2) == Lex::other;
  // "Emergency Room 10/2018", the post above its dates; not "Step 2-2021"
  const bool month_of_year = atoms_.is_inner_mark(i + 1, "/") && atoms_[i].digits == 2 && atoms_[i + 2].digits == 4;
  if (on_word || (atoms_.before(i).lex == Lex::counted && !month_of_year)) return std::nullopt;
  // "2007-09" beside "2009-15", "the year 2009-10".
  const Atom& lead = atoms_.before(i);
  const bool years = context_.joined_years || (lead.lex == Lex::unit && lead.value == static_cast<int>(Unit::year));
  if (years && atoms_.is_mark(i + 1, '-')) {
    if (auto span = read_year_span(i)) return span;
  }
  if (auto point = read_two_figures(i)) {
    // "2010-11" may also be the years 2010 and 2011.
    const auto span = read_year_span(i);
    if (span && span->last->year == span->date.year + 1) {
      point->ambiguous = true;
      point->alternative = span->date;
    }
    return point;
  }
  if (auto point = read_year_span(i)) return point;
  return read_spaced_figures(i);
}

bool PointReader::is_month_word(std::size_t i, bool inner) const {
  if (atoms_.lex(i) == Lex::month) return true;
  return inner && atoms_.lex(i) == Lex::roman && atoms_[i].capital;
}

// "12 April 2019", "the 1st of March", "15th day of June", "12-Apr-2019", "15 de marzo de 2019", "15. März 2020".
std::optional<Point> PointReader::read_day_first(std::size_t i) const {
  const auto day = read_day(atoms_.skip(i, Lex::the));
  if (!day) return std::nullopt;
  if (i > 0 && ((atoms_[i].glued && atoms_.is_mark_of(i - 1, "/.:")) || atoms_.is_mark(i - 1, '$')))
    return std::nullopt;
  std::size_t at = day->end;
  if (day->ordinal && atoms_.lex(at) == Lex::unit && atoms_[at].value == static_cast<int>(Unit::day)) ++at;
  const bool inner = atoms_.is_inner_mark(at, "-/.");
  const bool linked = atoms_.lex(at) == Lex::of;
  const bool dotted = atoms_.is_mark(at, '.') && atoms_[at].glued && day->figures;
  if (inner || linked || dotted) ++at;
  const bool roman_figure = atoms_[at].all_capitals && day->figures && is_year_figure(at + 1);
  if (!is_month_word(at, inner || roman_figure)) return std::nullopt;
  if (linked) at = atoms_.skip(at, Lex::the);
  const Atom& month = atoms_[at];
  std::size_t end = at + 1;
  std::size_t next = end;
  if (atoms_.is_mark(next, '.') && atoms_[next].glued && !inner) ++next;

  std::optional<Year> year;
  if (atoms_.is_inner_mark(end, "-/.")) {
    year = is_year_figure(end + 1) ? read_year(end + 1) : inner ? read_short_year(end + 1) : std::nullopt;
  }
  if (!year) year = read_year_after(next);
  if (!year && !inner) {
    year = read_short_year(next);
    // "Step 1 Aug 29, 2023": the short year is the day, and the figure before the month is another thing's.
    const std::size_t behind = year ? (atoms_.is_mark(year->end, ',') ? year->end + 1 : year->end) : next;
    if (year && is_year_figure(behind)) return std::nullopt;
  }
  // "Step 1 Nov. 9, 2022": likewise.
  if (!year && !inner && atoms_.lex(next) == Lex::number) {
    const std::size_t behind = atoms_.is_mark(next + 1, ',') ? next + 2 : next + 1;
    if (read_day(next) && is_year_figure(behind)) return std::nullopt;
  }
  // "the second March" counts Marches.
  if (day->ordinal && !linked && !year && !inner && atoms_.lex(day->end - 1) == Lex::ordinal &&
      find_date_word(atoms_.text(day->end - 1)) != nullptr) {
    return std::nullopt;
  }
  const bool sure = year || linked || day->ordinal || month.capital;
  if (month.doubt == Doubt::verb && !sure) return std::nullopt;
  if (month.doubt == Doubt::verb && !month.capital && !day->figures && !day->ordinal && !year) return std::nullopt;
  if (year) end = year->end;
  Point point = day_point(i, end, year ? year->value : kUnstatedYear, month.value, day->value);
  if (year && year->invalid != InvalidDate::none) {
    point.date.year = kUnstatedYear;
    point.invalid = year->invalid;
  }
  return point;
}

// "July", "July 2021", "Sept. 2019", "April 12th, 2019", "May twenty six", "Aug-12-2019", "Jul-21", "mayo de 2020".
std::optional<Point> PointReader::read_month_first(std::size_t i) const {
  if (atoms_.lex(i) != Lex::month) return std::nullopt;
  const Atom& month = atoms_[i];
  const bool lower_verb = month.doubt == Doubt::verb && !month.capital;
  Point point;
  point.begin = i;
  point.end = i + 1;
  point.date = month_date(kUnstatedYear, month.value);
  const auto with_year = [&](const Year& year) {
    point.end = year.end;
    point.invalid = year.invalid;
    if (year.invalid == InvalidDate::none) point.date.year = year.value;
    return point;
  };

  if (atoms_.is_inner_mark(i + 1, "-/")) {
    if (is_year_figure(i + 2)) return with_year(*read_year(i + 2));
    const auto day = read_day(i + 2);
    if (day && day->figures && atoms_.is_inner_mark(day->end, "-/") && is_year_figure(day->end + 1)) {
      return day_point(i, day->end + 2, atoms_[day->end + 1].value, month.value, day->value);
    }
    if (const auto year = read_short_year(i + 2); year && month.capital) return with_year(*year);
  }

  std::size_t next = i + 1;
  if (atoms_.is_mark(next, '.') && atoms_[next].glued) ++next;
  const bool comma_before_ordinal = atoms_.is_mark(next, ',') && atoms_.lex(next + 1) == Lex::ordinal;
  const std::size_t day_at = comma_before_ordinal ? next + 1 : atoms_.skip(next, Lex::the);
  const bool word_glued = atoms_[day_at].glued && day_at == i + 1;
  const bool year_in_words = read_spelled_year(atoms_, day_at).has_value();
  if (const auto day = read_day(day_at); day && !word_glued && !year_in_words && (day_at == next || day->ordinal)) {
    std::optional<Year> year = read_year_after(day->end);
    if (!year && atoms_.is_inner_mark(day->end, "-") && is_year_figure(day->end + 1)) year = read_year(day->end + 1);
    const bool fraction = figures_go_on(day->end) && !atoms_.is_mark(day->end, '-');
    const bool amount = !day->ordinal && counts_something(day->end);
    // "the second of two" follows many a month; "may 5" and "march five" are verbs with a number.
    const bool loose_word = !day->figures && !month.capital && month.doubt != Doubt::none && !day->ordinal;
    if (year || !(fraction || amount || loose_word || (lower_verb && !day->ordinal))) {
      Point found =
          day_point(i, year ? year->end : day->end, year ? year->value : kUnstatedYear, month.value, day->value);
      if (year && year->invalid != InvalidDate::none) {
        found.date.year = kUnstatedYear;
        found.invalid = year->invalid;
      }
      return found;
    }
  }
  if (const auto year = read_year_after(next)) return with_year(*year);
  // "février à avril 2025"
  const bool shares_year = atoms_.is_foreign_to(next) && atoms_.lex(next + 1) == Lex::month && is_year_figure(next + 2);
  if (month.doubt == Doubt::foreign && !shares_year) return std::nullopt;
  if (!shares_year && !month_stands_alone(i)) point.weak = true;
  return point;
}

// True where a month's name without day or year is surely the month: "in March", "I left in May", not "may", "Dr.
// April", "MAR".
bool PointReader::month_stands_alone(std::size_t i) const {
  const Atom& month = atoms_[i];
  const Atom& before = atoms_.before(i);
  const Atom& after = atoms_[i + 1];
  if (i > 0 && month.glued && atoms_.is_mark_of(i - 1, "$#@")) return false;
  const bool titled =
      before.lex == Lex::title || (i > 1 && atoms_.is_mark(i - 1, '.') && atoms_.lex(i - 2) == Lex::title);
  if (titled && month.doubt != Doubt::none) return false;
  const bool placed = follows_preposition(i) || before.lex == Lex::early || before.lex == Lex::late ||
                      before.lex == Lex::middle || before.lex == Lex::last || before.lex == Lex::next ||
                      before.lex == Lex::this_ || before.lex == Lex::that;
  switch (month.doubt) {
    case Doubt::none:
      return true;
    case Doubt::foreign:
      return false;
    case Doubt::abbreviation:
      return placed && !month.all_capitals;
    case Doubt::name:
      return after.lex != Lex::other || !after.capital || after.glued;
    case Doubt::verb:
      break;
  }
  if (after.lex == Lex::other && after.capital && !placed) return false;
  if (!month.capital) return placed && month.value != 5 && before.lex != Lex::to && before.lex != Lex::the;
  // At the start of a sentence it may be the verb, unless nothing follows.
  return i > 0 || atoms_.size() == 1 || placed;
}

// "2017 April", "2018, Feb", "2018-Feb", "2018 May 12".
std::optional<Point> PointReader::read_year_first(std::size_t i) const {
  if (!is_year_figure(i)) return std::nullopt;
  const bool inner = atoms_.is_inner_mark(i + 1, "-/");
  const std::size_t at = inner ? i + 2 : atoms_.skip_mark(i + 1, ',');
  const Atom& month = atoms_[at];
  if (month.lex != Lex::month || (month.glued && !inner) || (month.doubt == Doubt::verb && !month.capital))
    return std::nullopt;
  // "2017, June - 2019, May:", but not "In 2019, June came to us"
  const bool closed =
      atoms_.is_mark_of(at + 1, "-:.)") || atoms_.lex(at + 1) == Lex::to || atoms_.lex(at + 1) == Lex::end;
  if (month.doubt == Doubt::name && at > i + 1 && !inner && !closed) return std::nullopt;
  if (read_year_after(at + 1)) return std::nullopt;  // "2018 May 2019" is two dates
  const auto day = read_day(at + 1);
  Point point;
  point.begin = i;
  point.end = at + 1;
  point.date = month_date(atoms_[i].value, month.value);
  if (!day || counts_something(day->end)) return point;
  return day_point(i, day->end, atoms_[i].value, month.value, day->value);
}

// "Christmas of 2020", "Midsummer's Day 2024", "the New Year of 2020": their month, beside a year only.
std::optional<Point> PointReader::read_feast(std::size_t i) const {
  const std::size_t at = atoms_.skip(i, Lex::the);
  const bool new_year = atoms_.text(at) == "new" && atoms_.text(at + 1).starts_with("year");
  const bool moves = atoms_.lex(at) == Lex::moving_feast;
  if (!(moves || atoms_.lex(at) == Lex::feast) || (atoms_.text(at) == "new" && !new_year)) return std::nullopt;
  std::size_t end = at + (new_year ? 2 : 1);
  const bool eve = atoms_.text(end) == "eve";
  if (eve || atoms_.text(end) == "day") ++end;
  const auto year = read_year_after(end);
  if (!year || year->invalid != InvalidDate::none) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = year->end;
  point.date = month_date(year->value, !new_year ? atoms_[at].value : eve ? 12 : 1);
  if (moves) point.slack = 31;
  return point;
}

// "the turn of 2021", "2020 was turning into 2021", "2020 became 2021": December or January.
std::optional<Point> PointReader::read_turn_of_year(std::size_t i) const {
  std::size_t at = i;
  if (is_year_figure(i)) {
    ++at;
    if (atoms_.text(at) == "was") ++at;
    if (atoms_.text(at) != "turning" && atoms_.text(at) != "turned" && atoms_.text(at) != "became") return std::nullopt;
    ++at;
    if (atoms_.text(at) == "into" || atoms_.lex(at) == Lex::to) ++at;
    if (!is_year_figure(at) || atoms_[at].value != atoms_[i].value + 1) return std::nullopt;
  } else {
    at = atoms_.skip(at, Lex::the);
    if (atoms_.text(at) != "turn" || atoms_.lex(at + 1) != Lex::of) return std::nullopt;
    at = atoms_.skip(at + 2, Lex::the);
    if (atoms_.lex(at) == Lex::unit && atoms_[at].value == static_cast<int>(Unit::year)) ++at;
    if (!is_year_figure(at)) return std::nullopt;
    // "the turn of 2020 to 2021"
    const bool goes_on = atoms_.lex(at + 1) == Lex::to && is_year_figure(at + 2);
    if (goes_on) at += 2;
  }
  Point point;
  point.begin = i;
  point.end = at + 1;
  point.date = month_date(atoms_[at].value, 1);
  point.slack = 31;
  return point;
}

// "summer 2021", "the summer of 2019", "Fall, 2020", "2019 spring", "winter 2019-20", "the summer".
std::optional<Point> PointReader::read_season(std::size_t i) const {
  Point point;
  point.begin = i;
  const std::size_t at = atoms_.skip(i, Lex::the);
  if (atoms_.lex(at) == Lex::season) {
    const std::size_t term = atoms_.skip(at + 1, Lex::term);
    const auto season = static_cast<Season>(atoms_[at].value);
    if (const auto span = read_year_span(atoms_.skip(term, Lex::of))) {
      point.end = span->end;
      point.date = season_date(span->date.year, season);
      return point;
    }
    const auto year = read_year_after(term);
    if (year && year->invalid == InvalidDate::none) {
      point.end = atoms_.skip(year->end, Lex::term);
      const bool goes_on = season == Season::winter && atoms_.lex(point.end) == Lex::to &&
                           is_year_figure(point.end + 1) && atoms_[point.end + 1].value == year->value + 1;
      if (goes_on) point.end += 2;  // "the winter of 2023 to 2024"
      point.date = season_date(year->value, season);
      return point;
    }
    point.end = term;
    point.date = season_date(kUnstatedYear, season);
    point.weak = !season_stands_alone(at);
    return point;
  }
  if (is_year_figure(i) && atoms_.lex(i + 1) == Lex::season &&
      !(atoms_[i + 1].doubt == Doubt::verb && !atoms_[i + 1].capital)) {
    point.end = i + 2;
    point.date = season_date(atoms_[i].value, static_cast<Season>(atoms_[i + 1].value));
    return point;
  }
  return std::nullopt;
}

bool PointReader::season_stands_alone(std::size_t i) const {
  const Lex next = atoms_.lex(i + 1);
  if (next == Lex::risk || next == Lex::academic || next == Lex::intern || atoms_.is_inner_mark(i + 1, "-"))
    return false;
  if (atoms_[i].doubt != Doubt::verb) return true;
  if (atoms_.lex(i + 1) == Lex::term) return true;
  const bool the = i > 0 && atoms_.lex(i - 1) == Lex::the;
  const Atom& placing = the ? atoms_.before(i - 1) : atoms_.before(i);
  if (placing.lex != Lex::in && placing.lex != Lex::during && placing.lex != Lex::since && placing.lex != Lex::until) {
    return false;
  }
  return atoms_.lex(i + 1) != Lex::from && atoms_.lex(i + 1) != Lex::of;
}

// "Q3 2020", "H1 of 2021", "the third quarter of 2019", "the second half of 2020", "the third month of 2019".
std::optional<Point> PointReader::read_part_of_year(std::size_t i) const {
  Point point;
  point.begin = i;
  if (atoms_.lex(i) == Lex::q || atoms_.lex(i) == Lex::h) {
    const int most = atoms_.lex(i) == Lex::q ? 4 : 2;
    const Atom& number = atoms_[i + 1];
    if (number.lex != Lex::number || !number.glued || number.value < 1 || number.value > most) return std::nullopt;
    const auto year = read_year_after(atoms_.skip_hyphen(i + 2));
    if (!year) return std::nullopt;
    point.end = year->end;
    point.date = year_date(year->value);
    point.date.precision = most == 4 ? Precision::quarter : Precision::half;
    point.date.part = static_cast<std::uint8_t>(number.value);
    return point;
  }
  const auto ordinal = read_ordinal(atoms_, atoms_.skip(i, Lex::the));
  if (!ordinal) return std::nullopt;
  const std::size_t kind = ordinal->end;
  const std::size_t of = atoms_.skip(kind + 1, Lex::of);
  if (of == kind + 1 && atoms_.lex(kind) != Lex::quarter && atoms_.lex(kind) != Lex::half) return std::nullopt;
  const auto year = read_year(of);
  if (!year) return std::nullopt;
  int parts = 0;
  if (atoms_.lex(kind) == Lex::quarter) parts = 4;
  if (atoms_.lex(kind) == Lex::half) parts = 2;
  if (atoms_.lex(kind) == Lex::unit && atoms_[kind].value == static_cast<int>(Unit::month)) parts = 12;
  if (ordinal->value < 1 || ordinal->value > parts) return std::nullopt;
  point.end = year->end;
  point.date = month_date(year->value, ordinal->value);
  if (parts == 4) point.date.precision = Precision::quarter;
  if (parts == 2) point.date.precision = Precision::half;
  return point;
}

// "2019", "the year 2019", "in '19", "in nineteen eighty four".
std::optional<Point> PointReader::read_year_alone(std::size_t i) const {
  std::size_t at = atoms_.skip(i, Lex::the);
  bool named = atoms_.lex(at) == Lex::unit && atoms_[at].value == static_cast<int>(Unit::year);
  if (named) at = atoms_.skip(at + 1, Lex::of);
  if (!named && at != i) return std::nullopt;
  const auto year = read_year(at);
  if (!year) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = year->end;
  point.date = year_date(year->value);
  if (named) return point;

  const Atom& before = atoms_.before(i);
  const bool placed =
      follows_preposition(i) || before.lex == Lex::early || before.lex == Lex::late || before.lex == Lex::middle;
  if (atoms_.lex(at) != Lex::number) {
    const bool alone = i == 0 && year->end == atoms_.size();
    // "two thousand souls" are no year.
    return (placed || alone) && !counts_something(year->end) ? std::optional(point) : std::nullopt;
  }
  const bool counted = before.lex == Lex::counted || before.lex == Lex::age ||
                       (i > 1 && atoms_.is_mark(i - 1, '.') && atoms_.lex(i - 2) == Lex::counted);
  if (counted || atoms_.is_mark(point.end, '%')) return std::nullopt;
  if (i > 0 && ((atoms_[i].glued && atoms_.is_mark_of(i - 1, "/:.")) || atoms_.is_mark_of(i - 1, "$#+")))
    return std::nullopt;
  // "45 - 2018" and "DS-2019" are none, "2014 - 2018" is.
  if (i > 1 && atoms_.is_mark(i - 1, '-')) {
    const Atom& first = atoms_[i - 2];
    if (first.lex == Lex::number && first.digits != 4 && first.digits != 2) return std::nullopt;
    if (first.lex == Lex::number && first.digits == 2 && !atoms_.is_mark(i - 3, '/')) return std::nullopt;
    if ((first.lex == Lex::other || first.lex == Lex::counted) && atoms_[i].glued) return std::nullopt;
  }
  if (atoms_.lex(point.end) == Lex::edition || atoms_.lex(point.end) == Lex::rate) return std::nullopt;
  if (counts_something(point.end)) {
    const bool surely = before.lex == Lex::since || before.lex == Lex::during || before.lex == Lex::until;
    const bool round = year->value % 50 == 0;
    const bool likely = before.lex == Lex::in && !round && atoms_.lex(point.end) != Lex::unit;
    if (!surely && !likely) return std::nullopt;
  }
  return point;
}

// "the 1970s", "the 70s", "the nineteen seventies"; not "her 70s".
std::optional<Point> PointReader::read_decade(std::size_t i) const {
  const std::size_t at = atoms_.skip(i, Lex::the);
  Point point;
  point.begin = i;
  if (atoms_.lex(at) == Lex::decade) {
    const int value = atoms_[at].value;
    point.end = at + 1;
    point.century_unstated = value < 100;
    point.date = decade_date(value < 100 ? full_year(value) : value);
    const bool placed = at > i || atoms_.before(at).lex == Lex::in || atoms_.before(at).lex == Lex::of;
    if (value >= 100 ? !is_plausible_year(value) : !placed) return std::nullopt;
    return point;
  }
  const auto spelled = read_spelled_decade(atoms_, at);
  if (!spelled) return std::nullopt;
  point.end = spelled->end;
  point.date = decade_date(spelled->value);
  return point;
}

// "Class of 2016", "YOG 2016", "Batch of 2012", "2012 batch", "AY 2018-19", "the academic year 2018/19", "FY19", "the
// 2018-2019 academic year".
std::optional<Point> PointReader::read_label(std::size_t i) const {
  const auto is_year_unit = [&](std::size_t at) {
    return atoms_.lex(at) == Lex::academic_short ||
           (atoms_.lex(at) == Lex::unit && atoms_[at].value == static_cast<int>(Unit::year));
  };
  const auto labelled = [&](std::size_t year_at, DateLabel label) -> std::optional<Point> {
    std::optional<Point> point = read_year_span(year_at);
    if (const auto year = read_year(year_at); !point && year) {
      point.emplace();
      point->end = year->end;
      point->date = year_date(year->value);
      if (atoms_.is_mark_of(year->end, "-/") && is_year_figure(year->end + 1) && label == DateLabel::academic_year) {
        point->last = year_date(atoms_[year->end + 1].value);
        point->end = year->end + 2;
      }
    }
    if (!point) {
      const auto short_year = label == DateLabel::academic_year ? read_short_year(year_at) : std::nullopt;
      if (!short_year || !atoms_[year_at].glued) return std::nullopt;
      point.emplace();
      point->end = short_year->end;
      point->date = year_date(short_year->value);
    }
    point->begin = i;
    point->label = label;
    return point;
  };

  std::size_t at = atoms_.skip(i, Lex::the);
  switch (atoms_.lex(at)) {
    case Lex::class_:
      return atoms_.lex(at + 1) == Lex::of ? labelled(at + 2, DateLabel::graduation) : std::nullopt;
    case Lex::batch:
      return atoms_.lex(at + 1) == Lex::of ? labelled(at + 2, DateLabel::batch) : std::nullopt;
    case Lex::graduation_year:
      ++at;
      if (atoms_.is_mark_of(at, ":-")) ++at;
      return labelled(at, DateLabel::graduation);
    case Lex::academic_short:
      at = atoms_.is_mark_of(at + 1, ":-") ? at + 2 : at + 1;
      return labelled(at, DateLabel::academic_year);
    case Lex::academic:
    case Lex::fiscal:
      if (!is_year_unit(at + 1)) return std::nullopt;
      return labelled(atoms_.skip(at + 2, Lex::of), DateLabel::academic_year);
    default:
      break;
  }
  if (!is_year_figure(at)) return std::nullopt;
  if (atoms_.lex(at + 1) == Lex::batch) {
    auto point = labelled(at, DateLabel::batch);
    if (point) ++point->end;
    return point;
  }
  auto point = labelled(at, DateLabel::academic_year);
  if (!point) return std::nullopt;
  const std::size_t suffix = point->end;
  if ((atoms_.lex(suffix) == Lex::academic || atoms_.lex(suffix) == Lex::fiscal) && is_year_unit(suffix + 1)) {
    point->end = suffix + 2;
    return point;
  }
  return std::nullopt;
}

// "PGY-2", "PGY2", "MS-3", "intern year": July to June of a year that is not told.
std::optional<Point> PointReader::read_training_year(std::size_t i) const {
  Point point;
  point.begin = i;
  if (atoms_.lex(i) == Lex::intern) {
    if (atoms_.lex(i + 1) != Lex::unit || atoms_[i + 1].value != static_cast<int>(Unit::year)) return std::nullopt;
    point.end = i + 2;
  } else {
    const bool pgy = atoms_.lex(i) == Lex::pgy;
    if (!pgy && (atoms_.lex(i) != Lex::medical_school || !atoms_[i].all_capitals)) return std::nullopt;
    const std::size_t at = atoms_.skip_mark(i + 1, '-');
    const Atom& number = atoms_[at];
    const int most = pgy ? 7 : 4;
    if (number.lex != Lex::number || number.digits != 1 || number.value < 1 || number.value > most) return std::nullopt;
    if (!pgy && !number.glued) return std::nullopt;
    point.end = at + 1;
  }
  point.date = month_date(kUnstatedYear, 7);
  point.last = month_date(kUnstatedYear, 6);
  point.label = DateLabel::training_year;
  point.anchor = DateAnchor::training;
  return point;
}

// "Monday, 12 April 2019".
std::optional<Point> PointReader::read_weekday(std::size_t i) const {
  if (atoms_.lex(i) != Lex::weekday) return std::nullopt;
  std::size_t at = atoms_.skip_mark(i + 1, '.');
  at = atoms_.skip_mark(at, ',');
  auto point = read_plain(at);
  if (!point || point->date.precision != Precision::day) return std::nullopt;
  point->begin = i;
  return point;
}

std::optional<Point> PointReader::read_plain(std::size_t i) const {
  if (auto point = read_label(i)) return point;
  if (auto point = read_numeric(i)) return point;
  if (auto point = read_part_of_year(i)) return point;
  if (auto point = read_day_first(i)) return point;
  if (auto point = read_month_first(i)) return point;
  if (auto point = read_year_first(i)) return point;
  if (auto point = read_season(i)) return point;
  if (auto point = read_feast(i)) return point;
  if (auto point = read_turn_of_year(i)) return point;
  if (auto point = read_decade(i)) return point;
  if (auto point = read_training_year(i)) return point;
  // "(the) month of September".
  const std::size_t at = atoms_.skip(i, Lex::the);
  if (atoms_.lex(at) == Lex::unit && atoms_.lex(at + 1) == Lex::of && atoms_.lex(at + 2) == Lex::month &&
      atoms_[at].value == static_cast<int>(Unit::month)) {
    auto point = read_month_first(at + 2);
    if (point) {
      point->begin = i;
      point->weak = false;
    }
    return point;
  }
  return read_year_alone(i);
}

// "early 2018", "mid-November", "late in 2019", "the end of March", "the beginning of the 2000s".
std::optional<Point> PointReader::read_portion(std::size_t i) const {
  std::size_t at = atoms_.skip(i, Lex::the);
  Portion portion = Portion::whole;
  bool of_needed = true;
  // "the first weeks of 2023", "the last days of December".
  const std::string_view which = atoms_.text(at);
  const bool first = which == "first" || which == "opening";
  const bool edge = (first || which == "last" || which == "final" || which == "closing") &&
                    atoms_.lex(at + 1) == Lex::unit && atoms_.lex(at + 2) == Lex::of;
  if (edge) ++at;
  switch (edge ? (first ? Lex::beginning : Lex::close) : atoms_.lex(at)) {
    case Lex::early:
      portion = Portion::early;
      of_needed = false;
      break;
    case Lex::late:
      portion = Portion::late;
      of_needed = false;
      break;
    case Lex::middle:
      portion = Portion::middle;
      of_needed = atoms_.text(at) != "mid";
      break;
    case Lex::beginning:
      portion = Portion::start;
      break;
    case Lex::close:
      portion = Portion::end;
      break;
    default:
      return std::nullopt;
  }
  ++at;
  // "mid-to-late 2021".
  if (!of_needed) {
    const std::size_t to = atoms_.skip_hyphen(at);
    const std::size_t second = atoms_.skip_hyphen(to + 1);
    if (atoms_.lex(to) == Lex::to && (atoms_.lex(second) == Lex::middle || atoms_.lex(second) == Lex::late)) {
      if (atoms_.lex(second) == Lex::late) portion = Portion::late;
      at = second + 1;
    }
  }
  const bool linked = atoms_.lex(at) == Lex::of || (!of_needed && atoms_.lex(at) == Lex::in) ||
                      (atoms_.text(at - 1).ends_with("way") && atoms_.lex(at) == Lex::through);
  // "end of March", "end March", but "the end 2019" is none.
  if (of_needed && !linked && atoms_.lex(at) != Lex::month) return std::nullopt;
  at = linked ? at + 1 : atoms_.skip_hyphen(at);
  auto point = read_plain(at);
  if (!point || point->last || point->date.precision == Precision::day || point->label == DateLabel::training_year) {
    return std::nullopt;
  }
  if (point->weak && !atoms_[at].capital && atoms_[at].doubt == Doubt::verb && !linked) return std::nullopt;
  point->begin = i;
  point->weak = false;
  point->date.portion = portion;
  return point;
}

// Behind "on the day", "on that June day"; i where no such words stand there.
std::size_t PointReader::after_day(std::size_t i) const {
  if (atoms_.lex(i) != Lex::on || (atoms_.lex(i + 1) != Lex::the && atoms_.text(i + 1) != "that")) return i;
  const std::size_t day = atoms_.text(i + 2) == "day" ? i + 2 : i + 3;
  return atoms_.text(day) == "day" ? day + 1 : i;
}

std::optional<Point> PointReader::read_age(std::size_t i) const {
  constexpr int kGrown = 16;
  constexpr int kOld = 70;
  if (!context_.birth || i == 0) return std::nullopt;
  const auto age = read_cardinal(atoms_, i);
  if (!age || age->value < kGrown || age->value > kOld) return std::nullopt;
  std::size_t end = age->end;
  const bool years = atoms_.lex(end) == Lex::unit && atoms_.lex(end + 1) == Lex::old;
  if (years) end += 2;
  std::size_t verb = i - 1;
  if (verb > 1 && (atoms_.text(verb) == "already" || atoms_.text(verb) == "only" || atoms_.text(verb) == "just" ||
                   atoms_.text(verb) == "barely"))
    --verb;
  // "when ...", "on the day when ...", "on the day I ..."
  // "I was twenty-six and seasick when", "I was twenty-nine the monsoon I"
  const bool further = (atoms_.text(end) == "and" && atoms_.text(end + 2) == "when") ||
                       (atoms_.lex(end) == Lex::the && atoms_.text(end + 2) == "i");
  const bool was =
      verb > 0 && atoms_.text(verb) == "was" && atoms_.text(verb - 1) == "i" &&
      (years || further || atoms_.text(end) == "when" || after_day(end) != end || atoms_.lex(end) == Lex::mark);
  const std::size_t next = atoms_.is_mark(end, ',') ? end + 1 : end;
  const bool of_age = i > 2 && atoms_.lex(i - 1) == Lex::of && atoms_.lex(i - 2) == Lex::age;
  const bool at = (of_age || atoms_.lex(i - 1) == Lex::at) && atoms_.text(next) == "i";
  if (!was && !at) return std::nullopt;
  const auto birthday = [](candor::Day born, int years_later) {
    return day_number(add_months(civil_date(born), 12 * years_later));
  };
  Point point;
  point.begin = i;
  point.end = end;
  point.anchor = DateAnchor::birth;
  point.days =
      Interval{birthday(context_.birth->first, age->value), birthday(context_.birth->last, age->value + 1) - 1};
  point.date = year_date(civil_date(point.days->first).year);
  return point;
}

std::optional<Point> PointReader::read(std::size_t i) const {
  if (auto point = read_portion(i)) return point;
  if (auto point = read_weekday(i)) return point;
  return read_plain(i);
}

}  // namespace candor
