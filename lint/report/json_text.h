// What every JSON document of candor has in common.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "lint/check/finding.h"

namespace candor {

// {"start": {"line", "column", "offset"}, "end": {...}}
[[nodiscard]] nlohmann::ordered_json to_json(const Range& range);

// The document, indented, with a line break at its end. All that is not ASCII is escaped: a text's bytes cannot steer
// the terminal on which someone looks at the JSON, nor be spoilt by a pipe that is not UTF-8. What is not UTF-8 becomes
// U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& document);

}  // namespace candor
