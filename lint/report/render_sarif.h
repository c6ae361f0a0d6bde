// SARIF 2.1.0, as GitHub code scanning and other viewers read it. Columns count code points, and the log says so.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_sarif(const Report& report);

}  // namespace candor
