// reviewdog's rdjson. Its columns count bytes of UTF-8.
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> rdjson_writer();

}  // namespace candor
