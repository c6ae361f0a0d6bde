#include "lint/dates/relative.h"

#include "lint/dates/length.h"

namespace candor {
namespace {

bool is_unit(const AtomRun& atoms, std::size_t i, Unit unit) {
  return atoms.lex(i) == Lex::unit && atoms[i].value == static_cast<int>(unit);
}

bool is_singular(const AtomRun& atoms, std::size_t i) { return !atoms.text(i).ends_with('s'); }

bool is_month_or_season(const AtomRun& atoms, std::size_t i) {
  const Lex lex = atoms.lex(i);
  if (lex != Lex::month && lex != Lex::season) return false;
  return atoms[i].doubt != Doubt::foreign && (atoms[i].doubt != Doubt::verb || atoms[i].capital || lex == Lex::season);
}

PartialDate month_of(int month) { return month_date(year_of_month(month), month_of_month(month)); }

PartialDate day_of(CivilDate date) { return day_date(date.year, date.month, date.day); }

int whole(int hundredths) { return (hundredths + (hundredths < 0 ? -50 : 50)) / 100; }

// The day that lies a length from another; the parts of a unit are taken as months and days.
CivilDate moved(CivilDate from, const Duration& length, int direction) {
  const CivilDate by_months = add_months(from, direction * whole(length.years * 12 + length.months));
  return civil_date(day_number(by_months) + direction * whole(length.weeks * 7 + length.days));
}

// Half of the unit that a length is rounded to, in days.
Day half_unit(const Duration& length) {
  switch (length.finest) {
    case LengthUnit::days:
      return 1;
    case LengthUnit::weeks:
      return 4;
    case LengthUnit::months:
      return 15;
    case LengthUnit::years:
      break;
  }
  return 183;
}

}  // namespace

std::optional<PartialDate> RelativeReader::undated_unit(std::size_t i) const {
  if (is_unit(atoms_, i, Unit::year) && is_singular(atoms_, i)) return PartialDate{};
  if (!is_month_or_season(atoms_, i)) return std::nullopt;
  if (atoms_.lex(i) == Lex::month) return month_date(kUnstatedYear, atoms_[i].value);
  return season_date(kUnstatedYear, static_cast<Season>(atoms_[i].value));
}

std::optional<PartialDate> RelativeReader::calendar_unit(std::size_t i, int offset) const {
  if (is_unit(atoms_, i, Unit::month) && is_singular(atoms_, i)) return month_of(this_month() + offset);
  auto date = undated_unit(i);
  if (date) date->year = context_.as_of.year + offset;
  return date;
}

// "ten years ago", "six months later", "two weeks earlier", "a month after", "three years from now".
std::optional<Point> RelativeReader::read_from_length(std::size_t i) const {
  const auto length = read_length(atoms_, i);
  if (!length) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = length->end + 1;
  point.distance = length->duration;
  const Lex next = atoms_.lex(length->end);
  const bool from_now = next == Lex::from && atoms_.lex(length->end + 1) == Lex::now;
  if (next == Lex::ago || from_now) {
    point.anchor = DateAnchor::as_of;
    point.before_anchor = next == Lex::ago;
    if (from_now) ++point.end;
    if (length->duration.looseness == Looseness::vague) return point;
    const CivilDate day = moved(context_.as_of, length->duration, point.before_anchor ? -1 : 1);
    const bool coarse = length->duration.finest == LengthUnit::years;
    point.date = coarse ? month_date(day.year, day.month) : day_of(day);
    point.slack = half_unit(length->duration);
    return point;
  }
  point.anchor = DateAnchor::previous_event;
  // "for two years before I came", "for nearly six years after that": a length.
  const Lex lead = atoms_.before(i).lex;
  const bool loose = lead == Lex::about || lead == Lex::nearly || lead == Lex::over;
  const bool stays = (loose && i > 0 ? atoms_.before(i - 1).lex : lead) == Lex::for_;
  if (stays && (next == Lex::before || next == Lex::after)) return std::nullopt;
  switch (next) {
    case Lex::later:
    case Lex::after:
      return point;
    case Lex::earlier:
    case Lex::before:
    case Lex::prior:
      point.before_anchor = true;
      return point;
    default:
      return std::nullopt;
  }
}

// "the past two years", "the next 3 months", "the last five months of 2019", "the first six months of 2021", "the
// following six months".
std::optional<Point> RelativeReader::read_several(std::size_t i) const {
  std::size_t at = i;
  if (atoms_.lex(at) == Lex::during && atoms_.text(at) == "within") ++at;
  at = atoms_.skip(at, atoms_.lex(at) == Lex::this_ ? Lex::this_ : Lex::the);
  const bool the = at > i;
  const Lex direction = atoms_.lex(at);
  const bool backward = direction == Lex::last || direction == Lex::past || direction == Lex::previous;
  const bool forward = direction == Lex::next || direction == Lex::coming || direction == Lex::following;
  const bool opening = the && atoms_.text(at) == "first";
  if (!backward && !forward && !opening) return std::nullopt;
  std::optional<Length> length = read_length(atoms_, at + 1);
  const bool one_unit = the && !length && atoms_.lex(at + 1) == Lex::unit && is_singular(atoms_, at + 1) &&
                        (direction == Lex::past || direction == Lex::last) && !is_unit(atoms_, at + 1, Unit::day) &&
                        !is_unit(atoms_, at + 1, Unit::week);
  if (one_unit && atoms_.lex(at + 2) != Lex::of) {
    length = Length{at + 1, at + 2, {}};
    Duration& duration = length->duration;
    if (is_unit(atoms_, at + 1, Unit::month))
      duration.months = 100;
    else
      duration.years = is_unit(atoms_, at + 1, Unit::decade) ? 1000 : 100;
    duration.finest = duration.months > 0 ? LengthUnit::months : LengthUnit::years;
  }
  if (!length) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = length->end;
  point.before_anchor = backward;
  point.distance = length->duration;

  const bool of_year = atoms_.lex(length->end) == Lex::of && atoms_.lex(length->end + 1) == Lex::number &&
                       atoms_[length->end + 1].digits == 4;
  const int months = whole(length->duration.months);
  if (of_year && months >= 1 && months <= 12 && (backward || opening)) {
    const int year = atoms_[length->end + 1].value;
    point.end = length->end + 2;
    point.date = month_date(year, opening ? 1 : 13 - months);
    point.last = month_date(year, opening ? months : 12);
    return point;
  }
  if (opening) return std::nullopt;
  if (atoms_.lex(length->end) == Lex::of) return std::nullopt;  // "the last two years of medical school"
  if (direction == Lex::following || direction == Lex::previous) {
    point.anchor = DateAnchor::previous_event;
    return point;
  }
  point.anchor = DateAnchor::as_of;
  if (length->duration.looseness == Looseness::vague) return point;
  const CivilDate there = moved(context_.as_of, length->duration, backward ? -1 : 1);
  const bool by_day = length->duration.finest < LengthUnit::months;
  const auto end_of = [&](CivilDate date) { return by_day ? day_of(date) : month_date(date.year, date.month); };
  point.date = end_of(backward ? there : context_.as_of);
  point.last = end_of(backward ? context_.as_of : there);
  point.slack = half_unit(length->duration);
  return point;
}

// "last May", "next year", "this summer", "this past June", "that November", "the following spring", "the same year".
std::optional<Point> RelativeReader::read_one(std::size_t i) const {
  std::size_t at = atoms_.skip(i, Lex::the);
  const bool the = at > i;
  Lex which = atoms_.lex(at++);
  if ((which == Lex::this_ || which == Lex::that) && (atoms_.lex(at) == Lex::past || atoms_.lex(at) == Lex::coming ||
                                                      atoms_.lex(at) == Lex::last || atoms_.lex(at) == Lex::same)) {
    const Lex qualified = atoms_.lex(at++);
    if (which == Lex::this_ || qualified == Lex::same) which = qualified;  // "that last month" was told before
  }
  Point point;
  point.begin = i;
  point.end = at + 1;
  if (atoms_.lex(at) == Lex::unit && atoms_.lex(at + 1) == Lex::of) return std::nullopt;  // "next year of training"
  const bool told_before = which == Lex::that || which == Lex::same || which == Lex::following ||
                           which == Lex::previous || (the && (which == Lex::next || which == Lex::coming));
  if (told_before) {
    const auto date = undated_unit(at);
    if (!date) {
      const bool month = is_unit(atoms_, at, Unit::month) && is_singular(atoms_, at);
      if (!month) return std::nullopt;
    }
    // "that may" and "that fall" are words of a clause.
    if (which == Lex::that && atoms_[at].doubt == Doubt::verb && !atoms_[at].capital) return std::nullopt;
    point.anchor = DateAnchor::previous_event;
    point.before_anchor = which == Lex::previous;
    point.date = date.value_or(PartialDate{});
    return point;
  }

  int offset = 0;
  const bool named = is_month_or_season(atoms_, at);
  // "the last autumn with numbers", "the last winter that I trained": the last of several
  const std::string_view behind = atoms_.text(at + 1);
  const bool article = the || (i > 0 && atoms_.before(i).lex == Lex::the);
  if (article && which == Lex::last && named &&
      (behind == "with" || behind == "that" || behind == "when" || behind == "in"))
    return std::nullopt;
  const bool this_year_over = atoms_.lex(at) == Lex::month ? atoms_[at].value < context_.as_of.month
                                                           : atoms_[at].value * 3 < context_.as_of.month;
  switch (which) {
    case Lex::this_:
    case Lex::current:
      break;
    case Lex::last:
      offset = -1;
      break;
    case Lex::past:
      offset = named && this_year_over ? 0 : -1;
      break;
    case Lex::next:
    case Lex::coming: {
      const bool still_ahead = atoms_.lex(at) == Lex::month ? atoms_[at].value > context_.as_of.month : !this_year_over;
      offset = named && still_ahead ? 0 : 1;
      break;
    }
    default:
      return std::nullopt;
  }
  if (the && named && which == Lex::past) return std::nullopt;
  const auto date = calendar_unit(at, offset);
  if (!date) return std::nullopt;
  point.anchor = DateAnchor::as_of;
  point.date = *date;
  // In November "last September" is said of this year's and of the one before.
  if (which == Lex::last && named && this_year_over) {
    point.ambiguous = true;
    point.alternative = *date;
    point.alternative.year = context_.as_of.year;
  }
  return point;
}

// "May after next", "the year after next", "the year before last".
std::optional<Point> RelativeReader::read_after_next(std::size_t i) const {
  const std::size_t at = atoms_.skip(i, Lex::the);
  const Lex side = atoms_.lex(at + 1);
  if (side != Lex::after && side != Lex::before) return std::nullopt;
  const std::size_t next = atoms_.skip(at + 2, Lex::the);
  if (atoms_.lex(next) != (side == Lex::after ? Lex::next : Lex::last)) return std::nullopt;
  const bool named = is_month_or_season(atoms_, at);
  // The next March may still lie in this year; the one after is then next year's.
  const bool ahead = named && atoms_.lex(at) == Lex::month && atoms_[at].value > context_.as_of.month;
  const auto date = calendar_unit(at, side == Lex::before ? -2 : ahead ? 1 : 2);
  if (!date) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = next + 1;
  point.anchor = DateAnchor::as_of;
  point.date = *date;
  return point;
}

// "March of this year", "in the fall of last year", "June that year", "May of the following year".
std::optional<Point> RelativeReader::read_named_of_year(std::size_t i) const {
  const std::size_t named = atoms_.skip(i, Lex::the);
  if (!is_month_or_season(atoms_, named)) return std::nullopt;
  auto point = read_one(atoms_.skip(named + 1, Lex::of));
  if (!point || point->date.precision != Precision::year) return std::nullopt;
  const int year = point->date.year;
  point->begin = i;
  point->date = *undated_unit(named);
  point->date.year = year;
  point->of_named_year = point->anchor == DateAnchor::as_of;
  return point;
}

// "later this year", "early last summer", "earlier this year".
std::optional<Point> RelativeReader::read_within_this(std::size_t i) const {
  const Lex lex = atoms_.lex(i);
  if (lex != Lex::later && lex != Lex::earlier && lex != Lex::early && lex != Lex::late) return std::nullopt;
  auto point = read_one(atoms_.skip(i + 1, Lex::in));
  if (!point) return std::nullopt;
  point->begin = i;
  point->date.portion = lex == Lex::early || lex == Lex::earlier ? Portion::early : Portion::late;
  return point;
}

// "the end of that December", "the beginning of the following spring".
std::optional<Point> RelativeReader::read_portion_of_told(std::size_t i) const {
  const std::size_t at = atoms_.skip(i, Lex::the);
  const Lex side = atoms_.lex(at);
  if ((side != Lex::beginning && side != Lex::middle && side != Lex::close) || atoms_.lex(at + 1) != Lex::of)
    return std::nullopt;
  auto point = read_one(at + 2);
  if (!point || point->anchor != DateAnchor::previous_event || point->date.precision < Precision::season)
    return std::nullopt;
  point->begin = i;
  point->date.portion = side == Lex::beginning ? Portion::start : side == Lex::middle ? Portion::middle : Portion::end;
  return point;
}

// "the year after", "the summer before", "the month after that".
std::optional<Point> RelativeReader::read_beside_event(std::size_t i) const {
  if (atoms_.lex(i) != Lex::the) return std::nullopt;
  const Lex side = atoms_.lex(i + 2);
  if (side != Lex::after && side != Lex::before) return std::nullopt;
  Point point;
  point.begin = i;
  point.end = i + 3;
  const bool month = is_unit(atoms_, i + 1, Unit::month) && is_singular(atoms_, i + 1);
  const bool week = is_unit(atoms_, i + 1, Unit::week) && is_singular(atoms_, i + 1);
  if (month || week) {  // "in the month after I passed": a month away
    Duration length;
    (month ? length.months : length.weeks) = 100;
    length.finest = month ? LengthUnit::months : LengthUnit::weeks;
    point.distance = length;
  } else if (const auto date = undated_unit(i + 1)) {
    point.date = *date;
  } else if ((atoms_.lex(i + 1) == Lex::feast && atoms_.text(i + 1) != "new") ||
             atoms_.lex(i + 1) == Lex::moving_feast) {  // "the Christmas before I moved"
    point.date = month_date(kUnstatedYear, atoms_[i + 1].value);
  } else {
    return std::nullopt;
  }
  point.anchor = DateAnchor::previous_event;
  point.before_anchor = side == Lex::before;
  return point;
}

std::optional<Point> RelativeReader::read(std::size_t i) const {
  if (auto point = read_from_length(i)) return point;
  if (auto point = read_several(i)) return point;
  if (auto point = read_after_next(i)) return point;
  if (auto point = read_named_of_year(i)) return point;
  if (auto point = read_within_this(i)) return point;
  if (auto point = read_portion_of_told(i)) return point;
  if (auto point = read_one(i)) return point;
  return read_beside_event(i);
}

}  // namespace candor
