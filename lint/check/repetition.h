// The same long explanation in two sections of one application.
#pragma once

#include "lint/check/check.h"

namespace candor {

void check_repetition(const CheckContext& context, FindingSink& sink);

}  // namespace candor
