// Claims of exams: which were sat when, at which attempt, and how they ended.
#pragma once

#include "lint/reading/claim_sentence.h"

namespace candor {

// Adds the claims of the sittings that a clause of the sentence, by its index, tells of.
void read_sittings(const ClaimSentence& sentence, std::size_t clause);

}  // namespace candor
