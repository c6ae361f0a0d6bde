// Rules made of patterns: what one sentence says.
#pragma once

#include "lint/check/check.h"

namespace candor {

// A finding for every sentence in which a rule's signal reaches its threshold and no antipattern matches, within the
// rule's scope. Where several rules of a category find the same sentence, the one with the highest score speaks.
void check_sentences(const CheckContext& context, FindingSink& sink);

}  // namespace candor
