#include "lint/report/report.h"

#include <algorithm>
#include <array>

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
  // In the order of ReportFormat.
  constexpr std::array<std::string_view, 8> kNames = {"text",   "line",   "json",  "sarif",
                                                      "github", "rdjson", "junit", "gitlab"};
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<ReportFormat>(i);
  }
  return std::nullopt;
}

}  // namespace candor
