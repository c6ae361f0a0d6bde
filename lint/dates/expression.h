// Date expressions: every place in a sentence that tells when, or for how long.
//
// find_dates reads "July 2021 - December 2022", "since March 2020", "from early 2018 until the summer of 2019",
// "15/08/2017", "2019-20", "Class of 2016", "PGY-2", "a year and a half", "the following year", "six months later",
// "last May"; and leaves alone what only looks like a date: scores, doses, ages, phone numbers, "24/7", "Step 2",
// "COVID-19", the verbs may, march, fall and spring, times of day.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/dates/calendar.h"
#include "lint/dates/interval.h"
#include "lint/text/document.h"

namespace candor {

// How 11/09/2021 is written.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

// What a text's dates are read against.
struct DateContext {
  CivilDate as_of;                         // the date of the application: "present", "last May", "ten years ago"
  DayOrder day_order = DayOrder::unknown;  // unknown reads month first and lets the days cover the other reading too
  std::optional<Interval> birth = {};  // of the writer: "I was twenty-six when I qualified"; without it ages are none
  bool joined_years = false;           // "2007-09" is 2007 to 2009, as the text writes years; otherwise September
};

enum class DateKind : std::uint8_t {
  date,      // a day
  period,    // anything longer: a month, a year, a range, an open range
  duration,  // a length without a place in time
};

// What a relative expression is counted from.
enum class DateAnchor : std::uint8_t {
  none,            // absolute
  as_of,           // "last May", "ten years ago": resolved against DateContext::as_of
  previous_event,  // "the following year", "six months later", "that November": not resolved
  training,        // "PGY-2", "intern year": July to June of an unstated year
  birth,           // "at twenty-six I": resolved where DateContext::birth is known
};

// What the words around a year make of it.
enum class DateLabel : std::uint8_t {
  none,
  academic_year,  // "AY 2018-19", "the 2018-2019 academic year", "FY 2019": may start up to half a year before or end
                  // after
  graduation,     // "Class of 2016", "YOG 2016"
  batch,          // "Batch of 2012": mostly the year of entry, sometimes of graduation
  training_year,  // "PGY-2"
};

enum class InvalidDate : std::uint8_t {
  none,
  no_such_day,       // 31 June, 29 February 2023
  no_such_month,     // 13/2021
  implausible_year,  // "July 20219"
};

struct DateExpression {
  IndexRange tokens;  // in Document::tokens()
  Span view;          // in Document::view(); may begin or end within a token ("report-2021-07-15")
  Span source;        // in the source's bytes
  DateKind kind = DateKind::date;
  std::string value;  // ISO 8601, see to_value; "2021-07/2022-12", "2020-03/..", "../2022-12"

  // Date and period. A single date has start == end. A side that is open says nothing.
  PartialDate start;
  PartialDate end;
  bool open_start = false;  // "until December 2022"
  bool open_end = false;    // "since March 2020", "2019 - present"
  bool to_present = false;  // open_end, and the words say that it goes on: "present", "now", "to date"

  // What start and end may mean, slack included. Meaningful when `resolved`: always for absolute dates with a year; for
  // relative ones only when the anchor is known.
  bool resolved = false;
  Interval start_days;
  Interval end_days;

  Duration duration;  // kind duration; or how far from the anchor: "six months later"
  DateAnchor anchor = DateAnchor::none;
  bool before_anchor = false;  // "two years earlier", "the previous summer"
  bool of_named_year = false;  // "March of last year", "June of this year", where "last June" may be of either
  DateLabel label = DateLabel::none;
  Looseness looseness = Looseness::exact;  // of the whole: "about 2019", "nearly two years"

  InvalidDate invalid = InvalidDate::none;
  bool foreign_calendar = false;  // "2075 BS", "1441 AH": never resolved, never future

  [[nodiscard]] Precision precision() const { return start.precision; }
  // From the first to the last day that it may cover. REQUIRES: resolved.
  [[nodiscard]] Interval days() const { return {start_days.first, end_days.last}; }
  // To the year at least, and no span: "May 2021", "in 2019".
  [[nodiscard]] bool is_one_time() const {
    return resolved && !open_start && !open_end && start == end && start.has_year();
  }
  // Its start and its end differ: "2019 to 2021", "the past two years".
  [[nodiscard]] bool tells_two_ends() const { return start != end; }
  // From one month to another, whichever comes first: "May 2021 - June 2022".
  [[nodiscard]] bool is_range_of_months() const {
    return kind == DateKind::period && resolved && !open_start && !open_end && tells_two_ends() && start.has_month() &&
           end.has_month();
  }
};

// Appends the date expressions of one sentence to `out`, in order, without overlaps. A sentence without digit, month,
// weekday, season or unit of time costs a look at each word and no allocation.
void find_dates(const Document& document, const Sentence& sentence, const DateContext& context,
                std::vector<DateExpression>& out);

// Whether DateContext::birth may make dates of words in the sentence that are none without it: an age's number stands
// where one may. Costs a look at each word.
[[nodiscard]] bool may_tell_age(const Document& document, const Sentence& sentence);

// How a text writes its dates, by those that can be read in one way only.
struct DateHabits {
  DayOrder day_order = DayOrder::unknown;  // unknown when there are none or as many of one as of the other
  bool joined_years = false;               // "2009-15" stands in it, and no "2019-03"
};
[[nodiscard]] DateHabits date_habits(const Document& document);

}  // namespace candor
