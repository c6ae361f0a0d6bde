// What accounts for months that no entry covers: a claim, or a range of dates that was read as neither entry nor claim.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// Something that the application dates fills most of the months, or lies within them and takes time.
[[nodiscard]] bool is_accounted_for(const DateFaults& faults, Interval hole);

// The time away has a length that says how long.
[[nodiscard]] bool has_measure(const Event& away);

// The line of the place, and no further than the sentence.
[[nodiscard]] Span line_around(const MarkedText& text, Span place);

}  // namespace candor
