#include "lint/dates/expression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lint/dates/atoms.h"
#include "lint/dates/length.h"
#include "lint/dates/number_words.h"
#include "lint/dates/point.h"
#include "lint/dates/relative.h"

namespace candor {
namespace {

// What the grammar found, in atoms.
struct Found {
  std::size_t begin = 0;
  std::size_t end = 0;
  Point start;                // also the only point
  std::optional<Point> last;  // the other end of a range
  bool open_start = false;
  bool open_end = false;
  bool to_present = false;  // the words name the present
  bool since = false;       // runs to the application date without naming it
};

// A place in the year to tell which of two dates without year comes first; 0 for a whole year.
int place_in_year(const PartialDate& date) {
  switch (date.precision) {
    case Precision::month:
    case Precision::day:
      return date.part * 32 + date.day;
    case Precision::season:
    case Precision::quarter:
      return date.part * 3 * 32;
    case Precision::half:
      return date.part * 6 * 32;
    case Precision::decade:
    case Precision::year:
      break;
  }
  return 0;
}

void move_month(PartialDate& date, int months) {
  const bool dated = date.has_year();
  const int month = month_number(dated ? date.year : 2000, date.part) + months;
  if (dated) date.year = year_of_month(month);
  date.part = static_cast<std::uint8_t>(month_of_month(month));
}

// Gives each end of a range what only the other one says: "3 to 9 May", "May to Oct 2020", "Nov 2014 to Feb".
void complete(Point& left, Point& right) {
  PartialDate& a = left.date;
  PartialDate& b = right.date;
  if (left.day_only) {
    a = day_date(b.year, b.part, a.day);
    if (a.day > b.day) move_month(a, -1);
  } else if (right.day_only) {
    b = day_date(a.year, a.part, b.day);
    if (b.day < a.day) move_month(b, 1);
  } else if (!a.has_year() && b.has_year() && a.precision != Precision::year &&
             left.anchor != DateAnchor::previous_event) {  // not "November of that year until August 2020"
    a.year = b.year;
    if (place_in_year(b) != 0 && place_in_year(a) > place_in_year(b)) --a.year;
  } else if (a.has_year() && !b.has_year() && b.precision != Precision::year) {
    b.year = a.year;
    if (place_in_year(b) < place_in_year(a)) ++b.year;
  }
}

class Finder {
 public:
  Finder(const Document& document, const AtomRun& atoms, const DateContext& context, std::vector<DateExpression>& out)
      : document_(document),
        atoms_(atoms),
        context_(context),
        points_(atoms, context),
        relatives_(atoms, context),
        out_(out) {}

  void find() {
    for (std::size_t i = 0; i < atoms_.size();) {
      if (!may_start(i)) {
        ++i;
      } else if (const auto found = read_dated(i)) {
        emit(*found);
        i = found->end;
      } else if (const auto length = read_length(atoms_, i)) {
        emit(*length);
        i = length->end;
      } else {
        i = after_nothing(i);
      }
    }
  }

 private:
  // False for the atoms, most of a sentence, that begin no expression.
  [[nodiscard]] bool may_start(std::size_t i) const {
    switch (atoms_.lex(i)) {
      case Lex::other:
      case Lex::of:
      case Lex::in:
      case Lex::on:
      case Lex::for_:
      case Lex::and_:
      case Lex::or_:
      case Lex::counted:
      case Lex::rate:
      case Lex::old:
      case Lex::age:
      case Lex::title:
      case Lex::risk:
      case Lex::edition:
      case Lex::person:
      case Lex::present:
      case Lex::now:
        return false;
      case Lex::roman:
        return atoms_.is_inner_mark(i + 1, "./");
      case Lex::mark:
        return atoms_.is_mark(i, '\'');
      default:
        return true;
    }
  }

  // Where to go on when nothing starts at i: past the rest of a figure, so that its tail is not taken for a date.
  [[nodiscard]] std::size_t after_nothing(std::size_t i) const {
    const Lex lex = atoms_.lex(i);
    if (lex != Lex::number && lex != Lex::decimal) return i + 1;
    const std::size_t end = points_.figures_end(i);
    // "3-4 years": the length is the longer one.
    const bool length_range = end > i + 1 && atoms_.lex(end) == Lex::unit && atoms_.is_mark(end - 2, '-');
    return length_range ? end - 1 : end;
  }

  [[nodiscard]] std::optional<Found> read_dated(std::size_t i) const {
    if (const auto age = points_.read_age(i)) return Found{i, age->end, *age, {}};
    if (auto found = read_bounded(i)) return found;
    if (auto found = read_open(i)) return found;
    if (auto found = read_month_between(i)) return found;
    const auto left = read_end(i);
    if (!left) return std::nullopt;
    // "July 2021 - December 2022", "2019-present", "3 to 9 May".
    if (auto found = read_rest(*left, false, false)) {
      if (i == 1 && is_foreign_from(0)) found->begin = 0;
      return found;
    }
    return read_single(*left);
  }

  [[nodiscard]] std::optional<Point> read_point(std::size_t i) const {
    if (auto point = relatives_.read(i)) return point;
    return points_.read(i);
  }

  // Either end of a range; the figures "5/1" and the bare day "13" are dates only here.
  [[nodiscard]] std::optional<Point> read_end(std::size_t i) const {
    const std::size_t at = atoms_.skip(i, Lex::about);
    auto point = read_point(at);
    // "from the September of 2021 to the August of 2022"
    if (!point && atoms_.lex(at) == Lex::the && atoms_.lex(at + 1) == Lex::month) {
      point = points_.read(at + 1);
      if (point && !point->date.has_year()) point.reset();
    }
    if (!point) point = points_.read_digits_without_year(at);
    if (!point) point = points_.read_day_only(at);
    return point;
  }

  // The atom after what links two ends, i where nothing does.
  [[nodiscard]] std::size_t after_link(std::size_t i, bool between) const {
    if (atoms_.is_mark_of(i, "-~")) {
      std::size_t at = i + 1;
      while (atoms_.is_mark_of(at, "->")) ++at;
      return atoms_.lex(at) == Lex::until ? at + 1 : at;  // "06/22 - till date", "2019 - hasta la fecha"
    }
    if (atoms_.is_mark(i, '/') && !atoms_[i].glued && !atoms_[i + 1].glued) return i + 1;  // "2010-03 / 2016-12"
    switch (atoms_.lex(i)) {
      case Lex::to:
      case Lex::until:
        return i + 1;
      case Lex::through:
        return atoms_.skip(i + 1, Lex::to);
      case Lex::and_:
        return between ? i + 1 : i;
      case Lex::up:
        return atoms_.lex(i + 1) == Lex::to || atoms_.lex(i + 1) == Lex::until ? i + 2 : i;
      default:
        return i;
    }
  }

  // "present", "now", "the present day", "current", "to date", "to this day", "à ce jour", "la fecha": the atom after
  // it, i where it is something else.
  [[nodiscard]] std::size_t after_present(std::size_t i) const {
    if (atoms_.text(i + 1) == "ce" && atoms_.text(i + 2) == "jour") return i + 3;
    if (atoms_.text(i) == "en" && atoms_.text(i + 1) == "cours") return i + 2;
    if (atoms_.text(i) == "actual" && atoms_.lex(i + 1) == Lex::end) return i + 1;  // "sep 2024 - actual"
    if (atoms_.text(i) == "a" && atoms_.text(i + 1) == "la") ++i;                   // "junio 2023 - a la fecha"
    if (atoms_.text(i) == "la" && (atoms_.text(i + 1) == "fecha" || atoms_.text(i + 1) == "actualidad")) return i + 2;
    const std::size_t at = atoms_.skip(i, Lex::the);
    const bool until = atoms_.lex(i - 1) == Lex::to || atoms_.lex(i - 1) == Lex::until;
    if (until && atoms_.text(i) == "this" && atoms_.text(i + 1) == "day") return i + 2;
    if (atoms_.lex(at) == Lex::now && atoms_.text(at) == "date" && !until) return i;
    switch (atoms_.lex(at)) {
      case Lex::now:
        return at + 1;
      case Lex::present:
      case Lex::current:
        break;
      default:
        return i;
    }
    const bool noun =
        atoms_.lex(at + 1) == Lex::unit || atoms_.text(at + 1) == "time" || atoms_.text(at + 1) == "moment";
    if (atoms_.lex(at) == Lex::current && !noun && atoms_.lex(at + 1) == Lex::other && !atoms_[at + 1].capital)
      return i;
    return noun ? at + 2 : at + 1;
  }

  [[nodiscard]] bool ends_agree(const Point& left, const Point& right) const {
    if (left.last || right.last || left.foreign_calendar != right.foreign_calendar) return false;
    if (left.distance && left.anchor == DateAnchor::previous_event) return false;
    // "from April 2019 until the July before medical school": which July hangs on what follows.
    if (right.anchor == DateAnchor::previous_event && right.before_anchor) return false;
    if (left.day_only && right.day_only) return false;
    if (left.day_only)  // "3 to 9 May"; "attempt 1 - June 14" is none
      return right.date.precision == Precision::day && !right.weak && atoms_.lex(right.begin) != Lex::month;
    if (right.day_only) {
      return left.date.precision == Precision::day && !points_.counts_something(right.end) && !left.weak;
    }
    return true;
  }

  // "Oct. - Dec. 2017": its stop is no end.
  [[nodiscard]] bool is_shortened_month(const Point& point) const {
    constexpr std::size_t kShort = 4;  // letters
    return point.date.precision == Precision::month && !point.date.has_year() && atoms_.is_mark(point.end, '.') &&
           point.end > point.begin && atoms_.text(point.end - 1).size() <= kShort;
  }
  // "06.2025. - 08.2025.", as dates are written in the Balkans
  [[nodiscard]] bool stops_before_dash(const Point& point) const {
    return point.date.has_month() && point.date.has_year() && atoms_.lex(point.begin) == Lex::number &&
           atoms_.is_mark(point.end, '.') && atoms_[point.end].glued && atoms_.is_mark(point.end + 1, '-');
  }
  // "agosto 2012 a | julio 2019", "marzo 2023 a | la fecha", "02/2024 a | presente"
  [[nodiscard]] bool leads_to_an_end(std::size_t i) const {
    return atoms_.lex(i) == Lex::month || after_present(i) != i;
  }
  // "De novembre 2022 à juin 2024", at the head of a line
  [[nodiscard]] bool is_foreign_from(std::size_t i) const {
    constexpr std::array<std::string_view, 5> kFrom = {"de", "del", "du", "dal", "vom"};
    return std::ranges::find(kFrom, atoms_.text(i)) != kFrom.end();
  }
  [[nodiscard]] bool is_iso_year(std::size_t i) const {
    constexpr std::size_t kFigures = 4;
    return atoms_.lex(i) == Lex::number && atoms_.text(i).size() == kFigures;
  }
  // The second end of the range that `left` begins.
  [[nodiscard]] std::optional<Found> read_rest(Point left, bool between, bool sure) const {
    const std::size_t link = is_shortened_month(left) || stops_before_dash(left) ? left.end + 1 : left.end;
    std::size_t at = after_link(link, between);
    if (sure && !between && atoms_.text(link) == "into") at = link + 1;  // "from September into the following March"
    const bool figures = atoms_.lex(left.begin) == Lex::number && left.date.has_year();
    if (atoms_.is_foreign_to(link) && (figures || leads_to_an_end(link + 1))) at = link + 1;
    // "2019-04-01/2020-09-30", "2025-06-16/present": an interval of ISO 8601
    const bool iso = figures && left.date.has_month() && is_iso_year(left.begin) && atoms_.is_mark(link, '/');
    if (iso && (is_iso_year(link + 1) || after_present(link + 1) != link + 1)) at = link + 1;
    // "2003, September, to 2004, January"
    if (figures && left.date.has_month() && atoms_.is_mark(link, ',') && atoms_.lex(link + 1) == Lex::to) at = link + 2;
    if (at == link) return std::nullopt;
    Found found;
    found.begin = left.begin;
    if (const std::size_t end = after_present(at); end != at && !left.day_only) {
      if (left.weak && !sure) {
        const auto month = points_.read_month_and_short_year(left.begin);
        if (!month && left.date.precision == Precision::day) return std::nullopt;
        if (month) left = *month;
      }
      found.start = left;
      found.end = end;
      found.open_end = found.to_present = true;
      return found;
    }
    auto right = read_end(at);
    if (!right || !ends_agree(left, *right)) return std::nullopt;
    if (right->weak && atoms_.is_mark(at - 1, '-')) read_short_months(at, sure, left, *right);
    if (left.weak && right->weak && !sure) return std::nullopt;
    if (left.weak && !sure && !left.day_only && left.date.precision == Precision::month &&
        !atoms_[left.begin].capital) {
      return std::nullopt;
    }
    complete(left, *right);
    if (right->day_only && !left.date.has_year()) {
      if (const auto year = points_.read_trailing_year(right->end)) {
        left.date.year = right->date.year = year->date.year;
        if (right->date.part < left.date.part) ++right->date.year;
        right->end = year->end;
      }
    }
    found.end = right->end;
    found.start = left;
    found.last = right;
    return found;
  }

  // "07/19 - 12/20": as entries write months, and what the second is, the first is too ("08/10 - 02/15"). "4/10 -
  // 8/11", where both could be days: nobody writes those without a year, but for "2/10 - 3/10" of a scale. Sets both
  // ends where they are so. `at`: where the second is written, behind a dash.
  void read_short_months(std::size_t at, bool sure, Point& left, Point& right) const {
    const auto first = points_.read_month_and_short_year(left.begin, 0);
    const auto last = points_.read_month_and_short_year(at, 0);
    if (!first || !last) return;
    const bool no_day = points_.read_month_and_short_year(at).has_value();
    const bool no_scale = left.weak && !sure && first->date.year < last->date.year && !atoms_[at - 1].glued;
    if (!no_day && !no_scale) return;
    left = *first;
    right = *last;
  }
  // "from early 2018 until the summer of 2019", "between 3 and 9 May 2018", "from 2019 onwards".
  [[nodiscard]] std::optional<Found> read_bounded(std::size_t i) const {
    const bool between = atoms_.lex(i) == Lex::between;
    if (!between && atoms_.lex(i) != Lex::from) return std::nullopt;
    auto left = read_end(i + 1);
    if (!left) return std::nullopt;
    if (auto found = read_rest(*left, between, true)) {
      found->begin = i;
      return found;
    }
    if (left->day_only || left->weak || between) return std::nullopt;
    const bool on = atoms_.lex(left->end) == Lex::on && atoms_.is_mark_of(left->end + 1, ",.;");
    if (atoms_.lex(left->end) != Lex::onward && !on) return std::nullopt;
    Found found;
    found.begin = i;
    found.end = left->end + 1;
    found.start = *left;
    found.open_end = true;
    return found;
  }

  // Which way an open range runs, and where its date starts.
  struct Opening {
    std::size_t at = 0;
    bool open_start = false;
    bool since = false;
  };
  // "just before Christmas of 2020", "the Friday before Easter of 2020": at that time, and no range.
  [[nodiscard]] bool is_close(std::size_t i) const {
    if (i == 0) return false;
    const std::size_t feast = atoms_.skip(i + 1, Lex::the);
    const bool of_a_feast = atoms_.lex(feast) == Lex::feast || atoms_.lex(feast) == Lex::moving_feast;
    const bool day = atoms_.lex(i - 1) == Lex::weekday || atoms_.text(i - 1) == "week" || atoms_.text(i - 1) == "day";
    return atoms_.lex(i - 1) == Lex::just || atoms_.text(i - 1) == "shortly" || atoms_.text(i - 1) == "right" ||
           (of_a_feast && day);
  }
  [[nodiscard]] std::optional<Opening> read_opening(std::size_t i) const {
    const Lex second = atoms_.lex(i + 1);
    switch (atoms_.lex(i)) {
      case Lex::since:
        return Opening{i + 1, false, true};
      case Lex::after:
        if (is_close(i)) return std::nullopt;
        return Opening{i + 1, false, false};
      case Lex::before:
        if (is_close(i)) return std::nullopt;
        return Opening{i + 1, true, false};
      case Lex::until:
      case Lex::through:
      case Lex::by:
        return Opening{i + 1, true, false};
      case Lex::up:
        if (second == Lex::to || second == Lex::until) return Opening{i + 2, true, false};
        return std::nullopt;
      case Lex::prior:
        if (second == Lex::to) return Opening{i + 2, true, false};
        return std::nullopt;
      case Lex::later:
      case Lex::earlier:
        if (second == Lex::than) return Opening{i + 2, atoms_.lex(i) == Lex::earlier, false};
        return std::nullopt;
      case Lex::no:
        if (second == Lex::before) return Opening{i + 2, false, false};
        if (atoms_.lex(i + 2) != Lex::than) return std::nullopt;
        if (second == Lex::later) return Opening{i + 3, true, false};
        if (second == Lex::earlier) return Opening{i + 3, false, false};
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  // "since March 2020", "until December 2022", "no later than 1 May", "anytime after 2018".
  [[nodiscard]] std::optional<Found> read_open(std::size_t i) const {
    const auto opening = read_opening(atoms_.skip(i, Lex::anytime));
    if (!opening) return std::nullopt;
    auto point = read_point(atoms_.skip(opening->at, Lex::about));
    if (!point) point = points_.read_digits_without_year(opening->at);
    if (!point || point->last) return std::nullopt;
    const bool figures = point->date.precision == Precision::day;
    if (point->weak && !figures) return std::nullopt;
    if (point->distance && point->anchor == DateAnchor::previous_event) return std::nullopt;
    Found found;
    found.begin = i;
    found.end = point->end;
    found.start = *point;
    found.open_start = opening->open_start;
    found.open_end = !opening->open_start;
    found.since = opening->since;
    if (opening->since) {
      const std::size_t link = after_link(point->end, false);
      const std::size_t end = link == point->end ? link : after_present(link);
      if (end != link) {
        found.end = end;
        found.to_present = true;
      }
    }
    return found;
  }

  // "March between 4 and 9".
  [[nodiscard]] std::optional<Found> read_month_between(std::size_t i) const {
    if (atoms_.lex(i) != Lex::month || atoms_.lex(i + 1) != Lex::between) return std::nullopt;
    auto left = points_.read_day_only(i + 2);
    if (!left || atoms_.lex(left->end) != Lex::and_) return std::nullopt;
    auto right = points_.read_day_only(left->end + 1);
    if (!right || points_.counts_something(right->end)) return std::nullopt;
    left->date.part = right->date.part = static_cast<std::uint8_t>(atoms_[i].value);
    left->day_only = right->day_only = false;
    Found found;
    found.begin = i;
    found.end = right->end;
    found.start = *left;
    found.last = right;
    return found;
  }

  // A date that is no part of a range.
  [[nodiscard]] std::optional<Found> read_single(Point point) const {
    const std::size_t i = point.begin;
    const bool never_a_day = atoms_[i].value == 24 && atoms_[i + 2].value == 7;  // "24/7"
    const bool figures = point.weak && !point.day_only && point.date.precision == Precision::day;
    if (point.day_only || (point.weak && !(figures && is_placed(i) && !never_a_day))) return std::nullopt;
    Found found;
    found.begin = i;
    found.end = point.end;
    found.start = point;
    read_suffix(found);
    return found;
  }

  // "or later", "and earlier", "onwards".
  void read_suffix(Found& found) const {
    std::size_t at = found.end;
    if (atoms_.lex(at) == Lex::or_ || atoms_.lex(at) == Lex::and_) ++at;
    const bool joined = at > found.end;
    const Lex lex = atoms_.lex(at);
    const bool ends_here =
        atoms_.lex(at + 1) == Lex::end || atoms_.lex(at + 1) == Lex::mark || atoms_.text(found.end) == "or";
    if (lex == Lex::onward || (joined && ends_here && (lex == Lex::later || lex == Lex::after))) {
      found.open_end = true;
    } else if (joined && ends_here && (lex == Lex::earlier || lex == Lex::before)) {
      found.open_start = true;
    } else {
      return;
    }
    found.end = at + 1;
  }

  // True after "on", "by" and the like, where figures such as 5/1 are a day.
  [[nodiscard]] bool is_placed(std::size_t i) const {
    const Lex before = atoms_.before(i).lex;
    return before == Lex::on || before == Lex::by || before == Lex::from || before == Lex::since;
  }

  [[nodiscard]] DateExpression expression(std::size_t begin, std::size_t end) const {
    const Atom& first = atoms_[begin];
    const Atom& last = atoms_[end - 1];
    DateExpression result;
    result.tokens = {first.token, last.token + 1};
    result.view = {first.view.begin, last.view.end};
    result.source = {in_source(first.token, first.view.begin, false), in_source(last.token, last.view.end, true)};
    return result;
  }

  // A place within a token as a place in the source; a token that markup or a line break runs through counts whole.
  [[nodiscard]] std::uint32_t in_source(std::uint32_t index, std::uint32_t view_offset, bool is_end) const {
    const Token& token = document_.tokens()[index];
    if (token.source.size() != token.view.size()) return is_end ? token.source.end : token.source.begin;
    return token.source.begin + (view_offset - token.view.begin);
  }

  void emit(const Length& length) {
    DateExpression result = expression(length.begin, length.end);
    result.kind = DateKind::duration;
    result.duration = length.duration;
    result.looseness = length.duration.looseness;
    result.value = to_value(length.duration);
    out_.push_back(std::move(result));
  }

  void emit(const Found& found) {
    DateExpression result = expression(found.begin, found.end);
    const Point& point = found.start;
    result.start = point.date;
    result.end = found.last ? found.last->date : point.last.value_or(point.date);
    result.open_start = found.open_start;
    result.open_end = found.open_end;
    result.to_present = found.to_present;
    result.anchor = point.anchor;
    result.before_anchor = point.before_anchor;
    result.of_named_year = point.of_named_year;
    result.label = point.label;
    result.invalid = point.invalid;
    if (result.invalid == InvalidDate::none && found.last) result.invalid = found.last->invalid;
    result.foreign_calendar = point.foreign_calendar;
    if (point.distance) {
      result.duration = *point.distance;
      result.looseness = point.distance->looseness;
    }
    if (atoms_.before(found.begin).lex == Lex::about) result.looseness = Looseness::about;
    set_kind(result, found);
    set_value(result, found);
    set_days(result, found);
    out_.push_back(std::move(result));
  }

  static bool is_unplaced_distance(const Point& point) {
    return point.distance &&
           (point.anchor == DateAnchor::previous_event || point.distance->looseness == Looseness::vague);
  }

  static void set_kind(DateExpression& result, const Found& found) {
    const bool one_day = !found.last && !found.start.last && !result.open_start && !result.open_end &&
                         result.start.precision == Precision::day;
    result.kind = is_unplaced_distance(found.start) ? DateKind::duration : one_day ? DateKind::date : DateKind::period;
  }

  static void set_value(DateExpression& result, const Found& found) {
    const auto side = [](const PartialDate& date, bool foreign) { return foreign ? "XXXX" : to_value(date); };
    if (result.kind == DateKind::duration) {
      result.value = to_value(result.duration);
    } else if (found.start.century_unstated) {
      result.value = fmt::format("XX{}X", result.start.year % 100 / 10);
    } else {
      const std::string start = result.open_start ? ".." : side(result.start, result.foreign_calendar);
      const std::string end = result.open_end ? ".." : side(result.end, result.foreign_calendar);
      const bool range = result.open_start || result.open_end || found.last || found.start.last;
      result.value = range ? start + "/" + end : start;
    }
  }

  // What one end may mean.
  static Interval window(const PartialDate& date, const Point& point) {
    Interval days = point.days.value_or(readings(date).hull());
    days.first -= point.slack;
    days.last += point.slack;
    if (point.ambiguous && point.alternative.has_year()) {
      const Interval other = readings(point.alternative).hull();
      days = {std::min(days.first, other.first), std::max(days.last, other.last)};
    }
    return days;
  }

  void set_days(DateExpression& result, const Found& found) const {
    const bool readable = result.invalid == InvalidDate::none || result.invalid == InvalidDate::no_such_day;
    const bool dated = result.start.has_year() && result.end.has_year();
    if (result.kind == DateKind::duration || !readable || !dated || result.foreign_calendar) return;
    result.resolved = true;
    result.start_days = window(result.start, found.start);
    result.end_days = window(result.end, found.last ? *found.last : found.start);
    const bool one_academic_year = result.label == DateLabel::academic_year && result.start == result.end;
    if (one_academic_year) {
      const int january = month_number(result.start.year, 1);
      result.start_days.first = first_day_of_month(january - 6);
      result.end_days.last = last_day_of_month(january + 17);
    }
    // "2010-11" as two years.
    if (found.start.ambiguous && found.start.alternative.precision == Precision::year && !found.last) {
      result.end_days.last = named_days(year_date(found.start.alternative.year + 1)).last;
    }
    if (result.open_start) result.start_days = {Interval::kOpenPast, Interval::kOpenPast};
    if (result.open_end) {
      const bool runs_on = result.to_present || found.since;
      const Day last = runs_on ? day_number(context_.as_of) : Interval::kOpenFuture;
      result.end_days = {last, last};
    }
  }

  const Document& document_;
  const AtomRun& atoms_;
  const DateContext& context_;
  PointReader points_;
  RelativeReader relatives_;
  std::vector<DateExpression>& out_;
};

// What a numeric date says about the order of day and month: 1 day first, -1 month first, 0 nothing.
int order_of(const AtomRun& atoms, std::size_t i) {
  const Atom& first = atoms[i];
  const Atom& second = atoms[i + 2];
  const Atom& year = atoms[i + 4];
  const bool figures = first.lex == Lex::number && second.lex == Lex::number && year.lex == Lex::number &&
                       first.digits <= 2 && second.digits <= 2 && (year.digits == 4 || year.digits == 2);
  if (!figures || !atoms.is_inner_mark(i + 1, "/-.") || !atoms.is_inner_mark(i + 3, "/-.")) return 0;
  if (atoms[i + 1].mark != atoms[i + 3].mark || first.value < 1 || second.value < 1) return 0;
  if (i > 0 && atoms[i].glued && atoms.is_mark_of(i - 1, "/-.:")) return 0;
  if (first.value > 12 && first.value <= 31 && second.value <= 12) return 1;
  if (second.value > 12 && second.value <= 31 && first.value <= 12) return -1;
  return 0;
}

// What the two figures behind a year can only be: 1 another year ("2009-15"), -1 a month ("2019-03"), 0 either or
// nothing.
int joined_figure(const AtomRun& atoms, std::size_t i) {
  constexpr int kLongest = 12;  // years
  const Atom& year = atoms[i];
  const Atom& figure = atoms[i + 2];
  if (year.lex != Lex::number || year.digits != 4 || figure.lex != Lex::number || figure.digits != 2 ||
      !atoms.is_inner_mark(i + 1, "-") || atoms.is_inner_mark(i + 3, "-"))
    return 0;
  const int years = (figure.value - year.value % 100 + 100) % 100;
  const bool span = years > 0 && years <= kLongest;
  const bool month = figure.value >= 1 && figure.value <= 12;
  return span == month ? 0 : span ? 1 : -1;
}

}  // namespace

void find_dates(const Document& document, const Sentence& sentence, const DateContext& context,
                std::vector<DateExpression>& out) {
  if (!may_hold_date(document, sentence)) return;
  std::vector<Atom> atoms;
  atoms.reserve(std::size_t{2} * sentence.tokens.size());
  append_atoms(document, sentence, atoms);
  const AtomRun run(atoms, document.folded());
  Finder(document, run, context, out).find();
}

bool may_tell_age(const Document& document, const Sentence& sentence) {
  constexpr std::array<std::string_view, 7> kBefore = {"was", "at", "of", "already", "only", "just", "barely"};
  constexpr std::array<std::string_view, 8> kOpens = {"twenty", "thirt",  "fort",  "fift",
                                                      "sixt",   "sevent", "eight", "ninet"};
  for (std::uint32_t t = sentence.tokens.first; t + 1 < sentence.tokens.last; ++t) {
    if (std::ranges::find(kBefore, document.word(t)) == kBefore.end()) continue;
    const std::string_view next = document.word(t + 1);
    if (document.tokens()[t + 1].kind == TokenKind::number ||
        std::ranges::any_of(kOpens, [&](std::string_view opens) { return next.starts_with(opens); }))
      return true;
  }
  return false;
}

DateHabits date_habits(const Document& document) {
  int votes = 0;
  int joined = 0;
  int months = 0;
  std::vector<Atom> atoms;
  for (const Sentence& sentence : document.sentences()) {
    const auto is_number = [](const Token& token) { return token.kind == TokenKind::number; };
    if (std::ranges::none_of(document.tokens(sentence), is_number)) continue;
    atoms.clear();
    append_atoms(document, sentence, atoms);
    const AtomRun run(atoms, document.folded());
    for (std::size_t i = 0; i < run.size(); ++i) {
      votes += order_of(run, i);
      const int figure = joined_figure(run, i);
      joined += figure > 0 ? 1 : 0;
      months += figure < 0 ? 1 : 0;
    }
  }
  return {votes == 0  ? DayOrder::unknown
          : votes > 0 ? DayOrder::day_first
                      : DayOrder::month_first,
          joined > 0 && months == 0};
}

}  // namespace candor
