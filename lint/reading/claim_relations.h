// Sittings that a sentence places by the writer's path and not by a date. See Relation.
#pragma once

#include <vector>

#include "lint/reading/claim_sentence.h"
#include "lint/reading/relation.h"

namespace candor {

// Appends those that the sentence tells.
void read_relations(const ClaimSentence& sentence, std::vector<Relation>& out);

}  // namespace candor
