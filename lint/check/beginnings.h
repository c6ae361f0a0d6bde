// dates/contradiction within prose: one beginning that no entry lists, told in two texts with two dates. "In 2018 I
// started the first aid course for drivers"; elsewhere, of the same course, "I ran the first session in February 2021".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_beginnings(DateFaults& faults);

}  // namespace candor
