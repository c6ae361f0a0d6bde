// dates/overlap, dates/unexplained-gap and dates/vague-gap: whether the entries follow each other, and what the months
// between them were.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_overlaps(DateFaults& faults);
// Holes between entries, and time away that is told without its ends. A hole that is told vaguely is no hole.
void check_gaps(DateFaults& faults);

}  // namespace candor
