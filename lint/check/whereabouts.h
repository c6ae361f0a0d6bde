// dates/contradiction between prose and where the entries have the writer: "In May 2017 I delivered twins in Kragero",
// while the post there began in September, and until then another one was elsewhere.
#pragma once

#include <vector>

#include "lint/check/date_faults.h"

namespace candor {

void check_whereabouts(DateFaults& faults);

// True where full-time posts at other places than the tied ones have the writer on the first of the days, in the middle
// and on the last. `slack`: days that a post may be taken to begin early and to end late. `studies`: a degree is one.
[[nodiscard]] bool was_elsewhere(const DateFaults& faults, Interval days, const std::vector<Tie>& ties, Day slack,
                                 bool studies);

}  // namespace candor
