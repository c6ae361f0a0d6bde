// What speaks for a fault where a claim does not agree with what it is tied to, and what against it.
//
// A claim whose dates are not those of the entry may contradict it, or tell of something else: of a deed within the
// stay, of another stay, of another person. None of the cues decides; rules/claims.toml says what each weighs, fitted
// by `candor fit --claims` on applications. Numbered cues add up: who is 14 months off is off by more than 1, 2, 4, 7
// and 13 ("off.1" to "off.13").
#pragma once

#include <string>
#include <vector>

#include "lint/check/date_faults.h"

namespace candor {

// Of a dated claim. `nearest`: of the entries that it is tied to, the one whose dates are nearest. REQUIRES: ties.
[[nodiscard]] std::vector<std::string> cues_of_date(const DateFaults& faults, const Event& claim,
                                                    const std::vector<Tie>& ties, const Event& nearest);

// Of a claim with a length. `together`: the time from the first beginning to the last end of the entries that it is
// tied to. REQUIRES: ties, all of stays that have a start.
[[nodiscard]] std::vector<std::string> cues_of_length(const DateFaults& faults, const Event& claim,
                                                      const std::vector<Tie>& ties, const Event& together);

// What the heaviest tie weighs. REQUIRES: ties.
[[nodiscard]] int heaviest(const std::vector<Tie>& ties);

}  // namespace candor
