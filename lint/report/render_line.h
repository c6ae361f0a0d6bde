// One line a finding, as compilers write it: "file:line:column: severity: message [rule]".
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> line_writer();

}  // namespace candor
