// dates/contradiction within prose: one deed, told twice with two dates. "In May I was sent out with a surgical
// brigade"; later, "the brigade of October".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_retold(DateFaults& faults);

}  // namespace candor
