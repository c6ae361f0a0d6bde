// A report that is there as a whole, through the writer that a run uses piece by piece.
#pragma once

#include <string>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] inline std::string render(const Report& report, ReportFormat format, const TextStyle& style = {}) {
  const auto writer = report_writer(format, style);
  std::string text = writer->add(report);
  return text += writer->finish(report);
}

}  // namespace candor
