// Ties by what the claim's own words name: an organization, a role, a degree, an exam, or what one entry alone says of
// itself.
#pragma once

#include <vector>

#include "lint/reading/tie_context.h"

namespace candor {

// By the organization's name, else by degree or role, else by mentions; exams by attempt and result. Of a gap none.
// `own`: the claim's words; with those of the clause before where these tie it.
[[nodiscard]] std::vector<Tie> ties_by_words(const TieContext& context, const Event& claim, ClaimWords& own);

// By the organization's name, a part of it, or its town alone.
[[nodiscard]] std::vector<Tie> organization_ties(const TieContext& context, const Event& claim,
                                                 const ClaimWords& words);

// "I worked on the vaccine registry": words that one entry alone has, in whatever it says of itself. One or none.
[[nodiscard]] std::vector<Tie> described_ties(const TieContext& context, const Event& claim, const ClaimWords& words);

}  // namespace candor
