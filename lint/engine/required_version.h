// The versions of candor that settings are made for.
#pragma once

#include <optional>
#include <string_view>

namespace candor {

// Whether `version` ("0.1.0") meets all conditions, set apart by commas: "0.1.0", "==0.1.0", ">=0.1, <0.3". Nothing
// where one is malformed. REQUIRES: `version` is one to three numbers with dots.
[[nodiscard]] std::optional<bool> meets_version(std::string_view version, std::string_view conditions);

}  // namespace candor
