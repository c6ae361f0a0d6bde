// dates/contradiction: a deed within a post that two places date apart: being made its head, opening a clinic in it,
// defending a thesis.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_told_deeds(DateFaults& faults);

}  // namespace candor
