#include "lint/reading/marked_text.h"

#include <algorithm>

namespace candor {

std::vector<DateExpression> dates_of(const Document& document, const DateContext& context) {
  std::vector<DateExpression> dates;
  for (const Sentence& sentence : document.sentences()) find_dates(document, sentence, context, dates);
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

MarkedText::MarkedText(const TextReading& reading, std::uint32_t place, const DateContext& context, ExamKinds exams)
    : text(reading),
      index(place),
      dates(dates_of(reading.document, context)),
      folded(folded_copy(reading.source.bytes())),
      words(reading.source.bytes(), lower_copy(reading.source.bytes()), exams) {}

void MarkedText::read_dates(const DateContext& context) { dates = dates_of(text.document, context); }

IndexRange MarkedText::dates_within(Span span) const {
  const auto first = std::lower_bound(dates.begin(), dates.end(), span.begin,
                                      [](const DateExpression& d, std::uint32_t at) { return d.source.begin < at; });
  auto last = first;
  while (last != dates.end() && last->source.end <= span.end) ++last;
  return {static_cast<std::uint32_t>(first - dates.begin()), static_cast<std::uint32_t>(last - dates.begin())};
}

const DateExpression* MarkedText::date_in(Span span) const {
  const IndexRange range = dates_within(span);
  for (std::uint32_t d = range.first; d < range.last; ++d) {
    if (dates[d].kind != DateKind::duration) return &dates[d];
  }
  return nullptr;
}

const DateExpression* MarkedText::length_in(Span span) const {
  const IndexRange range = dates_within(span);
  for (std::uint32_t d = range.first; d < range.last; ++d) {
    if (dates[d].kind == DateKind::duration) return &dates[d];
  }
  return nullptr;
}

}  // namespace candor
