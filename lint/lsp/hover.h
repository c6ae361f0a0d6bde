// What an editor shows over a finding: what it says, and the rule's own explanation.
#pragma once

#include <string>

#include "lint/check/finding.h"
#include "lint/rule/model.h"

namespace candor {

// As Markdown, or as plain text. `rule` may be null.
[[nodiscard]] std::string hover_text(const Finding& finding, const RuleData* rule, bool markdown);

}  // namespace candor
