#include "lint/rule/model.h"

#include <algorithm>

namespace candor {

float EvidenceData::weigh(std::span<const std::string> cues) const {
  float sum = bias;
  for (const std::string& cue : cues) {
    const auto at = std::ranges::lower_bound(weights, std::string_view(cue), {}, &CueWeight::cue);
    if (at != weights.end() && at->cue == cue) sum += at->weight;
  }
  return sum;
}

const EvidenceData* RulesetData::evidence_for(std::string_view rule) const {
  const auto at = std::ranges::find(evidence, rule, &EvidenceData::rule);
  return at == evidence.end() ? nullptr : &*at;
}

}  // namespace candor
