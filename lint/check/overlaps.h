// dates/overlap: two full-time places at once.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// Between two entries, and between an entry and a post that only the prose tells of.
void check_overlaps(DateFaults& faults);

}  // namespace candor
