// dates/contradiction: two things told one after the other, which the lists have the other way round.
//
// "After Zrenjanin I joined the service in Subotica", where the post in Subotica was over before the one in Zrenjanin
// began; "I passed Step 3 before I passed Step 2 CK".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_sequence(DateFaults& faults);

}  // namespace candor
