// dates/duration-mismatch: a length that does not fit the range that it stands beside, or behind.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// A length beside its own range, "May 2018 to October 2019, two and a half years", or behind it: "In those four years".
void check_own_lengths(DateFaults& faults);
// Lengths in an entry's description that are of all of it: "Twenty-nine months of night cover".
void check_description_lengths(DateFaults& faults);

}  // namespace candor
