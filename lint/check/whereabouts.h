// dates/contradiction between prose and where the entries have the writer: "In May 2017 I delivered twins in Kragero",
// while the post there began in September, and until then another one was elsewhere.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_whereabouts(DateFaults& faults);

}  // namespace candor
