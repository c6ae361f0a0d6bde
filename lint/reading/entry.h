// Entries: the fields of an application that list a path, one role, degree or exam each.
#pragma once

#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"

namespace candor {

// One date expression as start and end of an event. False where it says nothing of a place in time.
bool set_dates(const DateExpression& date, Event& event);

// Sets what the words of its head make of an entry: training, a degree, a part of either, a paper. `papers`: it stands
// in a list of them. REQUIRES: kind, title, organization and dates are read.
void mark_entry(const MarkedText& text, Span head, bool papers, Event& event);

// The entries of the text's sections, in order: out of Markdown headings, lists and tables, "Label: value" exports, CV
// lines, and the text of a MyERAS PDF. An entry without a date is there too: what it names may fill a gap.
[[nodiscard]] std::vector<Event> read_entries(const MarkedText& text);

}  // namespace candor
