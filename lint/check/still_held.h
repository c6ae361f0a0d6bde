// dates/contradiction: a post that the writer says is still held, whose dates in the lists are over.
//
// "I still teach at the College", beside "January 2019 - December 2020".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_still_held(DateFaults& faults);

}  // namespace candor
