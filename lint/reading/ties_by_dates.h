// Ties by the date alone.
#pragma once

#include <vector>

#include "lint/reading/tie_context.h"

namespace candor {

// The entry whose beginning or end is nearest to the one that is told, where none has it and nothing tells that one
// rightly. One or none.
[[nodiscard]] std::vector<Tie> near_ties(const TieContext& context, const Event& claim, const ClaimWords& words);

// Nothing ties it, or only what was told before does, and is years away from its date.
[[nodiscard]] bool is_told_years_away(const TieContext& context, const Event& claim, const std::vector<Tie>& ties);

// The one entry whose dates the claim has, to the month: what is told next is told of it. Of those `among` it is tied
// to, if any. One or none.
[[nodiscard]] std::vector<Tie> dated_ties(const TieContext& context, const Event& claim, const std::vector<Tie>& among);

}  // namespace candor
