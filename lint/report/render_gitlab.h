// GitLab's Code Quality report.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_gitlab(const Report& report);

}  // namespace candor
