// A text with what entries and claims are read from: its dates and the words it has of a path in medicine.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/dates/expression.h"
#include "lint/reading/path_words.h"
#include "lint/reading/reading.h"

namespace candor {

// The date expressions of a whole text, in order of their place.
[[nodiscard]] std::vector<DateExpression> dates_of(const Document& document, const DateContext& context);

// The text with every run of blanks and line breaks as one blank, none at either end.
[[nodiscard]] std::string in_one_line(std::string_view text);

struct MarkedText {
  // Keeps a reference to the text. `index` is its place in ApplicationReading::texts; `exams`: what all of them speak
  // of.
  MarkedText(const TextReading& text, std::uint32_t index, const DateContext& context, ExamKinds exams);
  // Reads the dates once more, now that the birth is known, where some sentence may tell the writer's age.
  void read_ages(const DateContext& context);

  [[nodiscard]] std::string_view slice(Span span) const { return text.source.slice(span); }
  [[nodiscard]] std::string_view low(Span span) const {
    return std::string_view(folded).substr(span.begin, span.size());
  }
  // The date expressions that lie within a span of the source, by their index and as they are.
  [[nodiscard]] IndexRange dates_within(Span span) const;
  [[nodiscard]] std::span<const DateExpression> dates_in(Span span) const {
    const IndexRange range = dates_within(span);
    return std::span(dates).subspan(range.first, range.size());
  }
  // The one that the byte stands in, or nullptr.
  [[nodiscard]] const DateExpression* date_over(std::uint32_t byte) const;
  // The first one within that is no length, or nullptr.
  [[nodiscard]] const DateExpression* date_in(Span span) const;
  [[nodiscard]] const DateExpression* length_in(Span span) const;
  // The only one within of which that holds; nullptr where there are none or several.
  template <typename Holds>
  [[nodiscard]] const DateExpression* only_date_that(Span span, Holds holds) const {
    const DateExpression* found = nullptr;
    for (const DateExpression& date : dates_in(span)) {
      if (!holds(date)) continue;
      if (found != nullptr) return nullptr;
      found = &date;
    }
    return found;
  }
  // The only one within that is no length.
  [[nodiscard]] const DateExpression* only_date_in(Span span) const {
    return only_date_that(span, [](const DateExpression& date) { return date.kind != DateKind::duration; });
  }
  // ... where it is one time that hangs on no other.
  [[nodiscard]] const DateExpression* only_time_in(Span span) const {
    const DateExpression* found = only_date_in(span);
    return found != nullptr && found->is_one_time() && found->anchor == DateAnchor::none ? found : nullptr;
  }
  // How many within tell of two ends that differ.
  [[nodiscard]] std::ptrdiff_t count_ranges_in(Span span) const;

  const TextReading& text;
  std::uint32_t index;
  std::vector<DateExpression> dates;
  std::string folded;  // the source as names compare, byte for byte; see folded_copy()
  WordHits words;      // in the source's bytes

 private:
  // What the dates' own words leave open, by what stands between and before them.
  void mend_dates();
  // "11 Sep 2021 (rescheduled from 18 Apr 2021)": nothing happened then.
  void drop_what_was_moved();
  void share_years();
  void place_in_told_years();
  void start_in_told_months();
  void join_years();
  void join_over_lines();
};

}  // namespace candor
