// ERAS field limits, passages too long or too large a share of a statement, and dwelling.
#pragma once

#include "lint/check/check.h"

namespace candor {

void check_length(const CheckContext& context, FindingSink& sink);

}  // namespace candor
