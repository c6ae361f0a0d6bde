// JUnit XML: a suite a text, a failed case a finding, one passed case for a clean text, an error for a problem.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_junit(const Report& report);

}  // namespace candor
