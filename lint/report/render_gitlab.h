// GitLab's Code Quality report.
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> gitlab_writer();

}  // namespace candor
