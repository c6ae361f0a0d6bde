// dates/contradiction and dates/duration-mismatch: what claims say of the entries that they are tied to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/check/date_faults.h"

namespace candor {

// Claims against the entries that they tell of, dates and lengths.
void check_claims(DateFaults& faults);

// A claim that does not agree with what it is tied to, and what speaks for or against a fault: what `candor fit` learns
// from.
struct ClaimInDoubt {
  std::string_view rule;          // that would tell it
  std::uint32_t text = 0;         // index in ApplicationReading::texts
  Span told;                      // the date, or the length
  std::vector<std::string> cues;  // see claim_cues.h
};

// All of them, whatever the weights that the rules have now.
[[nodiscard]] std::vector<ClaimInDoubt> doubts_of_claims(const ApplicationReading& application,
                                                         const PatternBank& bank);

}  // namespace candor
