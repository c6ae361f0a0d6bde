// dates/contradiction of the ECFMG certificate: "I have held my ECFMG certificate since January 2023", which the list
// of exams dates in June 2024.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_certificates(DateFaults& faults);

}  // namespace candor
