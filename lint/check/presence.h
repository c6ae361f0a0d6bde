// dates/contradiction between a scene in prose and the entry that it is laid in: "It was March 2016, my second week on
// Dr. Protsiuk's stroke unit", where the entry that names both begins in September 2017.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_presence(DateFaults& faults);

}  // namespace candor
