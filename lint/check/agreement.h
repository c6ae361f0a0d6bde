// dates/contradiction and dates/duration-mismatch: what two places say of one thing, and what a length says of its
// range.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// A length beside its own range: "May 2018 to October 2019, two and a half years".
void check_own_lengths(DateFaults& faults);
// Claims against the entries that they tell of, dates and lengths.
void check_claims(DateFaults& faults);
// Lengths that open an entry's description: "Twenty-nine months of night cover".
void check_description_lengths(DateFaults& faults);
// The same role, exam or gap in two lists or two tellings.
void check_tellings(DateFaults& faults);

}  // namespace candor
