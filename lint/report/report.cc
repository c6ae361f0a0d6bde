#include "lint/report/report.h"

#include <algorithm>
#include <iterator>

namespace candor {

void count_findings(Report& report) {
  const auto count = [&](Severity severity) {
    return static_cast<std::uint32_t>(std::ranges::count(report.findings, severity, &Finding::severity));
  };
  report.summary.errors = count(Severity::error);
  report.summary.warnings = count(Severity::warning);
  report.summary.infos = count(Severity::info);
}

std::optional<ReportFormat> report_format_from(std::string_view name) {
  const auto found = std::ranges::find(kReportFormatNames, name);
  if (found == std::end(kReportFormatNames)) return std::nullopt;
  return static_cast<ReportFormat>(found - std::begin(kReportFormatNames));
}

}  // namespace candor
