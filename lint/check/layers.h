// Layers of an explanation that a passage lacks, a finding each, on the whole passage.
#pragma once

#include "lint/check/check.h"

namespace candor {

void check_layers(const CheckContext& context, FindingSink& sink);

}  // namespace candor
