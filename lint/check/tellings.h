// dates/contradiction: the same role, degree or exam, dated in two lists or two tellings.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_tellings(DateFaults& faults);

}  // namespace candor
