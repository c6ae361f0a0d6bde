// Entries: the fields of an application that list a path, one role, degree or exam each.
//
// Read out of Markdown headings, lists and tables, "Label: value" exports, CV lines under upper-case titles, and the
// text of a MyERAS PDF (labels broken mid-word or run together on one line, page headers in between).
#pragma once

#include <span>
#include <vector>

#include "lint/dates/expression.h"
#include "lint/reading/event.h"
#include "lint/reading/reading.h"

namespace candor {

// The date expressions of a whole text, in order of their place.
[[nodiscard]] std::vector<DateExpression> dates_of(const Document& document, const DateContext& context);

// One date expression as start and end of an event. False where it says nothing of a place in time.
bool set_dates(const DateExpression& date, Event& event);

// The entries of the text's sections, in order. `dates` are dates_of the text, `text_index` goes to Event::text.
// An entry without a date is there too: what it names may fill a gap.
[[nodiscard]] std::vector<Event> read_entries(const TextReading& text, std::uint32_t text_index,
                                              std::span<const DateExpression> dates);

// True where the line of an entry's description is prose, which read_claims reads.
[[nodiscard]] bool is_prose(std::string_view line);

}  // namespace candor
