// Which entries a claim tells of: by the organization's name, a part of it, its short form or its city, by role, by
// degree, by exam and attempt, by words of the entry's description, because the claim points to what was named before,
// or because it dates a beginning or end that no entry has, some months off one that an entry has.
#pragma once

#include <vector>

#include "lint/reading/timeline.h"

namespace candor {

struct ClaimTies {
  std::vector<std::vector<Tie>> claims;     // by claim: the entries that it may tell of, equally well
  std::vector<std::vector<Tie>> relations;  // by relation, likewise of its anchor
};
[[nodiscard]] ClaimTies tie_claims(const Timeline& timeline);

}  // namespace candor
