// Claims with a length: how long the writer was at something, with its dates or without.
#pragma once

#include "lint/reading/claim_sentence.h"

namespace candor {

// Adds the claim that a length without dates makes, and that of the beginning it leads back to.
void read_length(const ClaimSentence& sentence, const DateExpression& length);
// Gives the event of the clause the length that belongs to its dates.
void take_own_length(const ClaimSentence& sentence, const Clause& clause, const DateExpression& date, Event& event);

}  // namespace candor
