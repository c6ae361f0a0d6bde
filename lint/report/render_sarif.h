// SARIF 2.1.0, as GitHub code scanning and other viewers read it. Columns count code points, and the log says so.
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> sarif_writer();

}  // namespace candor
