// candor's own JSON, version 1. Keys and their order are promises to editors and scripts.
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> json_writer();

}  // namespace candor
