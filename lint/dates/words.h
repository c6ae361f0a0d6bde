// The words that date expressions are made of, each with what it is and its number.
#pragma once

#include <cstdint>
#include <string_view>

namespace candor {

// What one atom of a sentence is to the grammar of dates.
enum class Lex : std::uint8_t {
  end,    // past the last atom
  other,  // a word that no date expression holds
  mark,   // one punctuation mark; every dash is '-'

  // Numbers.
  number,   // "12", "2019"; value
  decimal,  // "1.5"; value in hundredths
  ordinal,  // "3rd", "third", "twentieth"; value
  small,    // "zero" to "nineteen"; value
  tens,     // "twenty" to "ninety"; value
  hundred,
  thousand,
  decade,       // "1970s" (value 1970), "70s" (70)
  decade_word,  // "tens", "twenties": value 10, 20
  half,
  dozen,
  quarter,
  couple,  // "couple"
  few,     // "few", "several"

  // Parts of the calendar.
  month,         // value 1 to 12
  roman,         // "IV": value 1 to 12, a month only between numbers
  season,        // value: a Season
  feast,         // "Christmas": value is its month
  moving_feast,  // "Easter", "Diwali": value is the month in the middle of where it falls
  weekday,
  unit,  // value: a Unit
  term,  // "semester", "term"
  q,
  h,  // "Q3", "H1"

  // What places a date.
  early,
  middle,
  late,
  beginning,
  close,
  last,
  next,
  past,
  current,
  this_,
  that,
  same,
  previous,
  following,
  coming,
  ago,
  later,
  earlier,
  present,
  now,  // "present", "ongoing"; "now", "today", "date"
  since,
  after,
  before,
  until,
  through,
  to,
  from,
  between,
  by,
  during,
  in,
  on,
  of,
  at,
  for_,
  and_,
  or_,
  the,
  a,
  another,
  all,
  prior,
  no,
  than,
  onward,
  anytime,

  // What makes it loose.
  about,
  nearly,
  over,
  more,
  less,
  least,
  just,
  up,

  // Labels.
  class_,
  batch,
  graduation_year,
  academic,
  fiscal,
  academic_short,
  pgy,
  medical_school,
  intern,

  // What tells that a number or a month name is no date.
  counted,  // "page", "step", "grade", "score": the number after it is not a year
  rate,     // "times", "once", "per": "a week" after it is a rate
  old,      // "old", "pregnant": the length before it is an age
  age,      // "age", "aged": the number after it is an age
  title,    // "Dr", "sister", "named": a name follows
  risk,     // "risk", "precautions", "camp": the season word before it is no time
  edition,  // "guideline", "edition": the year before it is the document's
  person,   // "her", "my": a decade after it is an age
};

enum class Unit : std::uint8_t { day, week, month, year, decade };

// Why a month or season word may be something else.
enum class Doubt : std::uint8_t {
  none,
  name,          // "April", "June": also a person's
  abbreviation,  // "Mar", "dec": also other abbreviations
  verb,          // "may", "march", "fall", "spring", "august": also common words
  foreign,       // "marzo", "mai": a month only beside a day or a year
};

struct DateWord {
  std::string_view text;  // lower case
  Lex lex = Lex::other;
  std::uint8_t value = 0;
  Doubt doubt = Doubt::none;
  bool starts = false;  // a sentence without a word like this and without a digit has no date expression
};

// False for most words that are none of those with `starts`: their first letter and their length tell.
[[nodiscard]] bool may_start_date(std::string_view folded);
// The word's entry, or null. `folded` is lower case.
[[nodiscard]] const DateWord* find_date_word(std::string_view folded);

}  // namespace candor
