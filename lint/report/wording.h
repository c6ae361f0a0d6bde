// What several renderers say in the same words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lint/check/finding.h"
#include "lint/report/report.h"

namespace candor {

// "file:line:column", safe for a terminal.
[[nodiscard]] std::string place_text(const Place& place);

// "file:line:column: severity: message [rule]", safe for a terminal.
[[nodiscard]] std::string finding_line(const Finding& finding);

// "1 text", "2 texts"; "1 fix", "2 fixes".
[[nodiscard]] std::string counted(std::size_t count, std::string_view noun);
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);

// "2 errors and 1 warning in 3 texts", "no findings in 1 text (2 in the baseline)".
[[nodiscard]] std::string summary_text(const Report& report);

// "message\nhelp", for viewers that show one text a finding.
[[nodiscard]] std::string message_and_help(const Finding& finding);

}  // namespace candor
