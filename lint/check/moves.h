// dates/contradiction of a move that is told twice: "In October I moved from Ibadan to Leeds", elsewhere in March.
#pragma once

#include "lint/check/date_faults.h"

namespace candor {

void check_moves(DateFaults& faults);

}  // namespace candor
