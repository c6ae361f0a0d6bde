// candor's own JSON, version 1. Keys and their order are promises to editors and scripts.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_json(const Report& report);

}  // namespace candor
