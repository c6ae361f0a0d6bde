// dates/contradiction of a certificate: "I have held my ECFMG certificate since January 2023", which the list of exams
// dates in June 2024; the same board certificate, licence or title, issued on one day by one list and on another day by
// the other.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_certificates(DateFaults& faults);

}  // namespace candor
