// One line a finding, as compilers write it: "file:line:column: severity: message [rule]".
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_line(const Report& report);

}  // namespace candor
