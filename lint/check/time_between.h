// dates/duration-mismatch of the time between two things: "Between the end of the house job and the start at Mercy
// there was half a year", "from that failure in June 2023 to my pass in September 2024 there were six months".
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_time_between(DateFaults& faults);

}  // namespace candor
