// Claims with a date of the writer's own path: what of a role, a degree or a gap a date of the sentence places.
#pragma once

#include "lint/reading/claim_sentence.h"

namespace candor {

// Adds the claim that the date makes; none where it is used already, or of another's path.
void read_date(const ClaimSentence& sentence, const DateExpression& date);

}  // namespace candor
