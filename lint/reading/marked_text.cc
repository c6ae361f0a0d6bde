#include "lint/reading/marked_text.h"

#include <algorithm>
#include <array>

namespace candor {

std::vector<DateExpression> dates_of(const Document& document, const DateContext& context) {
  std::vector<DateExpression> dates;
  for (const Sentence& sentence : document.sentences()) find_dates(document, sentence, context, dates);
  // "intern year", "PGY-2": what one was, and not when.
  std::erase_if(dates, [](const DateExpression& date) { return date.label == DateLabel::training_year; });
  return dates;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// "rescheduled from 3 May", "my date was 17 January at first", "I had 12 December and gave it back": nothing took place
// then. "Tutor for the class of 2025": others' year.
void MarkedText::drop_what_was_moved() {
  constexpr std::array<std::string_view, 5> kLeads = {"rescheduled from ", "postponed from ", "originally ",
                                                      "originally scheduled for ", "originally planned for "};
  constexpr std::array<std::string_view, 9> kGoesOn = {" at first",         ", at first",     " and gave it back",
                                                       " and gave it up",   " and moved it",  " and postponed it",
                                                       " and cancelled it", " and let it go", " but moved it"};
  std::erase_if(dates, [&](const DateExpression& date) {
    const std::string_view before = low({0, date.source.begin});
    const std::string_view after = std::string_view(folded).substr(date.source.end);
    if (date.label == DateLabel::graduation && ends_with_any(before, {" for ", " tutored "})) return true;
    return ends_with_any(before, kLeads) || starts_with_any(after, kGoesOn);
  });
}

MarkedText::MarkedText(const TextReading& reading, std::uint32_t place, const DateContext& context, ExamKinds exams)
    : text(reading),
      index(place),
      dates(dates_of(reading.document, context)),
      folded(folded_copy(reading.source.bytes())),
      words(reading.source.bytes(), lower_copy(reading.source.bytes()), exams) {
  mend_dates();
}

std::ptrdiff_t MarkedText::count_ranges_in(Span span) const {
  return std::ranges::count_if(dates_in(span), [](const DateExpression& date) {
    return date.kind != DateKind::duration && date.resolved && date.tells_two_ends();
  });
}

void MarkedText::mend_dates() {
  drop_what_was_moved();
  share_years();
  place_in_told_years();
  start_in_told_months();
  join_years();
  join_over_lines();
}

void MarkedText::read_ages(const DateContext& context) {
  const Document& document = text.document;
  const auto sentences = document.sentences();
  if (std::ranges::any_of(sentences, [&](const Sentence& sentence) { return may_tell_age(document, sentence); })) {
    dates = dates_of(document, context);
    mend_dates();
  }
}

// "The following March, in 2023": one date.
void MarkedText::join_years() {
  for (std::size_t d = 0; d + 1 < dates.size(); ++d) {
    DateExpression& month = dates[d];
    const DateExpression& year = dates[d + 1];
    const bool bare = month.kind == DateKind::period && !month.resolved && month.start == month.end &&
                      month.start.precision == Precision::month && !month.start.has_year() &&
                      month.source.end <= year.source.begin;
    if (!bare || !year.resolved || year.start.precision != Precision::year || year.tells_two_ends() ||
        year.open_start || year.open_end || low({month.source.end, year.source.begin}) != ", in ")
      continue;
    month.start.year = month.end.year = year.start.year;
    month.start_days = month.end_days = readings(month.start).hull();
    month.anchor = DateAnchor::none;
    month.resolved = true;
    month.source.end = year.source.end;
    dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(d) + 1);
  }
}

// "We left in 2018. From November of that year until August 2020", "From March to October of that year": of the year
// that was told before. "From November 2018 until April of that same year": of the year that the range begins in.
void MarkedText::place_in_told_years() {
  for (std::size_t d = 0; d < dates.size(); ++d) {
    DateExpression& range = dates[d];
    if (range.kind != DateKind::period || range.open_start || range.open_end || range.start == range.end) continue;
    const std::string_view written = low(range.source);
    if (range.start.has_year()) {
      const bool same = ends_with_any(written, {" of that same year", " of the same year"});
      if (!same || !range.end.has_month() || range.end.year == range.start.year) continue;
      range.end.year = range.start.year;
      range.end_days = readings(range.end).hull();
      continue;
    }
    if (d == 0 || !dates[d - 1].end.has_year()) continue;
    const int told = dates[d - 1].end.year;
    const bool fits = range.end.has_year()
                          ? written.find(" of that year") != std::string_view::npos && told <= range.end.year
                          : written.ends_with(" of that year");
    if (!fits) continue;
    range.start.year = told;
    if (!range.end.has_year()) range.end.year = told;
    range.start_days = readings(range.start).hull();
    range.end_days = readings(range.end).hull();
    range.anchor = DateAnchor::none;
    range.resolved = true;
  }
}

// "I came back in July 2022. From that month through February 2023": from the month that was told before.
void MarkedText::start_in_told_months() {
  for (std::size_t d = 1; d < dates.size(); ++d) {
    const DateExpression& told = dates[d - 1];
    DateExpression& range = dates[d];
    if (range.kind != DateKind::period || range.resolved || !range.end.has_year() || range.start.has_year() ||
        !low(range.source).starts_with("from that month ") || !told.resolved || !told.is_one_time() ||
        !told.start.has_month())
      continue;
    const Interval end = readings(range.end).hull();
    if (end.last < told.start_days.first) continue;
    range.start = told.start;
    range.start_days = told.start_days;
    range.end_days = end;
    range.anchor = DateAnchor::none;
    range.resolved = true;
  }
}

// "September 2022 -", and on the next line "March 2024".
void MarkedText::join_over_lines() {
  const auto is_month = [](const DateExpression& date) {
    return date.kind != DateKind::duration && date.is_one_time() && date.start.has_month() &&
           date.anchor == DateAnchor::none;
  };
  const std::string_view bytes = text.source.bytes();
  for (std::size_t d = 0; d + 1 < dates.size(); ++d) {
    DateExpression& first = dates[d];
    const DateExpression& second = dates[d + 1];
    if (!is_month(first) || !is_month(second) || first.source.end > second.source.begin) continue;
    std::string_view between = bytes.substr(first.source.end, second.source.begin - first.source.end);
    const auto skip = [&](std::string_view blanks) {
      between.remove_prefix(std::min(between.find_first_not_of(blanks), between.size()));
    };
    skip(" ");
    if (between.starts_with("-"))
      between.remove_prefix(1);
    else if (starts_with_any(between, {"\u2013", "\u2014"}))
      between.remove_prefix(3);
    else
      continue;
    if (std::count(between.begin(), between.end(), '\n') != 1 ||
        between.find_first_not_of(" \r\n") != std::string_view::npos)
      continue;
    first.end = second.end;
    first.end_days = second.end_days;
    first.kind = DateKind::period;
    first.source.end = second.source.end;
    dates.erase(dates.begin() + static_cast<std::ptrdiff_t>(d) + 1);
  }
}

// "In September and October 2024": the first month is of the year that the second has.
void MarkedText::share_years() {
  for (std::size_t d = 0; d + 1 < dates.size(); ++d) {
    DateExpression& first = dates[d];
    const DateExpression& second = dates[d + 1];
    const bool bare = first.kind == DateKind::period && !first.resolved && first.anchor == DateAnchor::none &&
                      first.start == first.end && first.start.precision == Precision::month && !first.start.has_year();
    if (!bare || !second.resolved || second.start.precision != Precision::month || second.tells_two_ends() ||
        second.open_start || second.open_end || first.source.end > second.source.begin ||
        low({first.source.end, second.source.begin}) != " and ")
      continue;
    first.start.year = second.start.year - (first.start.part > second.start.part ? 1 : 0);
    first.end = first.start;
    first.start_days = first.end_days = readings(first.start).hull();
    first.anchor = second.anchor;
    first.of_named_year = second.of_named_year;
    first.resolved = true;
  }
}

IndexRange MarkedText::dates_within(Span span) const {
  const auto first = std::lower_bound(dates.begin(), dates.end(), span.begin,
                                      [](const DateExpression& d, std::uint32_t at) { return d.source.begin < at; });
  auto last = first;
  while (last != dates.end() && last->source.end <= span.end) ++last;
  return {static_cast<std::uint32_t>(first - dates.begin()), static_cast<std::uint32_t>(last - dates.begin())};
}

const DateExpression* MarkedText::date_over(std::uint32_t byte) const {
  const auto next = std::ranges::upper_bound(dates, byte, {}, [](const DateExpression& d) { return d.source.begin; });
  if (next == dates.begin()) return nullptr;
  const DateExpression& date = *std::prev(next);
  return date.source.contains(byte) ? &date : nullptr;
}

const DateExpression* MarkedText::date_in(Span span) const {
  for (const DateExpression& date : dates_in(span)) {
    if (date.kind != DateKind::duration) return &date;
  }
  return nullptr;
}

const DateExpression* MarkedText::length_in(Span span) const {
  for (const DateExpression& date : dates_in(span)) {
    if (date.kind == DateKind::duration) return &date;
  }
  return nullptr;
}

}  // namespace candor
