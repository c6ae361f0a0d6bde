// dates/contradiction and dates/duration-mismatch: what claims say of the entries that they are tied to.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// Claims against the entries that they tell of, dates and lengths.
void check_claims(DateFaults& faults);

}  // namespace candor
