// dates/contradiction: a rank within a post, told twice. "I was chief resident from 2018 to January 2019" below the
// residency's own dates; in the statement, "As chief resident, from February 2016 to January 2017".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_ranks(DateFaults& faults);

}  // namespace candor
