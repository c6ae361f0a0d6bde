// dates/contradiction: an exam that the text places by the writer's path ("in my second year at Mercy", "before I came
// to Tern") and that the list has at another time.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_told_sittings(DateFaults& faults);

}  // namespace candor
