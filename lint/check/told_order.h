// dates/contradiction of what is told by order alone: "I joined the registry fourteen months after the MPH", "the
// spring after we landed", "I passed Step 1 while I was still at Spanish Town".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_told_order(DateFaults& faults);

}  // namespace candor
