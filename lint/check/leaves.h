// dates/contradiction and dates/duration-mismatch: one leave or gap that two places tell of, and the return from it.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_leaves(DateFaults& faults);

}  // namespace candor
