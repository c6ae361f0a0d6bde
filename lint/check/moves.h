// dates/contradiction: when the writer moved, against the posts before and after, and told twice.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_moves(DateFaults& faults);

}  // namespace candor
