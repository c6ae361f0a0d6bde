// dates/contradiction between a distance and the list of exams: "Eight months after I had passed Step 2 CK, I sat Step
// 1", where the list has Step 1 a year before it.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_exam_order(DateFaults& faults);

}  // namespace candor
