// One date: what stands at either end of a range, or alone.
#pragma once

#include <cstddef>
#include <optional>

#include "lint/dates/expression.h"
#include "lint/dates/number_words.h"

namespace candor {

struct Point {
  std::size_t begin = 0;  // its first atom
  std::size_t end = 0;    // the atom after it
  PartialDate date;
  std::optional<PartialDate> last;  // where one expression is a range: "2019-20", "the past two years"
  bool day_only = false;            // "the 13th": month and year stand at the other end of a range
  bool weak = false;              // "5/1", "March" at the start of a sentence: a date only where something else says so
  bool century_unstated = false;  // "the 70s"
  bool ambiguous = false;
  PartialDate alternative;
  InvalidDate invalid = InvalidDate::none;
  bool foreign_calendar = false;
  DateLabel label = DateLabel::none;

  // Of relative dates.
  DateAnchor anchor = DateAnchor::none;
  bool before_anchor = false;
  bool of_named_year = false;
  std::optional<Duration> distance;  // "six months later", "ten years ago"
  Day slack = 0;                     // days that the date may lie off either way
  std::optional<Interval> days;      // where they are no calendar unit: a year of one's age
};

// Reads absolute dates from the atoms of one sentence.
class PointReader {
 public:
  PointReader(const AtomRun& atoms, const DateContext& context) : atoms_(atoms), context_(context) {}

  // A date that starts at atom i; weak ones too.
  [[nodiscard]] std::optional<Point> read(std::size_t i) const;
  // "the 13th", "9", "twenty-seventh": a day whose month stands elsewhere.
  [[nodiscard]] std::optional<Point> read_day_only(std::size_t i) const;
  // "I was twenty-six when", "At twenty-six I": a year of the writer's life, where the birth is known.
  [[nodiscard]] std::optional<Point> read_age(std::size_t i) const;
  // The year after a range of days: ", 2019" in "May 12-18, 2019". Its date is that year.
  [[nodiscard]] std::optional<Point> read_trailing_year(std::size_t i) const;
  // "5/1": month and day, or day and month, in figures; weak.
  [[nodiscard]] std::optional<Point> read_digits_without_year(std::size_t i) const;
  // "07/19" as a month of 2019; a smaller last number than `least_year` may as well be a month or a day.
  [[nodiscard]] std::optional<Point> read_month_and_short_year(std::size_t i, int least_year = 13) const;
  // The atom after the run of figures and marks without blanks that starts at i: "24/7", "555.010.4477".
  [[nodiscard]] std::size_t figures_end(std::size_t i) const;
  // True where a plural noun stands: "2000 patients", "in May 12 residents".
  [[nodiscard]] bool counts_something(std::size_t after_number) const;

 private:
  struct Day {
    std::size_t end = 0;
    int value = 0;
    bool ordinal = false;
    bool figures = false;
  };
  struct Year {
    std::size_t end = 0;
    int value = 0;
    InvalidDate invalid = InvalidDate::none;
  };

  [[nodiscard]] std::optional<Point> read_plain(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_numeric(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_roman_month(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_three_figures(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_two_figures(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_spaced_figures(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_year_span(std::size_t i) const;
  [[nodiscard]] bool names_calendar(std::size_t i, int year) const;
  [[nodiscard]] std::size_t after_day(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_foreign_year(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_day_first(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_month_first(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_year_first(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_season(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_feast(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_turn_of_year(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_part_of_year(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_year_alone(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_decade(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_label(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_training_year(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_portion(std::size_t i) const;
  [[nodiscard]] std::optional<Point> read_weekday(std::size_t i) const;

  [[nodiscard]] std::optional<Day> read_day(std::size_t i) const;
  [[nodiscard]] std::optional<Year> read_year(std::size_t i) const;
  [[nodiscard]] std::optional<Year> read_year_after(std::size_t i) const;
  [[nodiscard]] std::optional<Year> read_short_year(std::size_t i) const;
  [[nodiscard]] bool is_year_figure(std::size_t i) const;
  [[nodiscard]] bool is_month_word(std::size_t i, bool inner) const;
  [[nodiscard]] bool month_stands_alone(std::size_t i) const;
  [[nodiscard]] bool season_stands_alone(std::size_t i) const;
  [[nodiscard]] bool follows_preposition(std::size_t i) const;
  [[nodiscard]] bool stands_alone(std::size_t i) const;
  [[nodiscard]] bool figures_go_on(std::size_t i) const;
  [[nodiscard]] int full_year(int two_digits) const;
  [[nodiscard]] Point day_point(std::size_t begin, std::size_t end, int year, int month, int day) const;
  [[nodiscard]] std::optional<Point> ordered_day(std::size_t begin, std::size_t end, int first, int second,
                                                 int year) const;

  const AtomRun& atoms_;
  const DateContext& context_;
};

}  // namespace candor
