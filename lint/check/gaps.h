// dates/unexplained-gap and dates/vague-gap: what the months between the entries were.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

// Holes between entries, and time away that is told without its ends. A hole that is told vaguely is no hole.
void check_gaps(DateFaults& faults);

}  // namespace candor
