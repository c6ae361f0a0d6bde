// reviewdog's rdjson. Its columns count bytes of UTF-8.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

[[nodiscard]] std::string render_rdjson(const Report& report);

}  // namespace candor
