#include "lint/report/report.h"

#include <algorithm>
#include <array>

#include "lint/report/render_github.h"
#include "lint/report/render_gitlab.h"
#include "lint/report/render_json.h"
#include "lint/report/render_junit.h"
#include "lint/report/render_line.h"
#include "lint/report/render_rdjson.h"
#include "lint/report/render_sarif.h"
#include "lint/report/render_text.h"

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

std::string render(const Report& report, ReportFormat format, const TextStyle& style) {
  switch (format) {
    case ReportFormat::text:
      return render_text(report, style);
    case ReportFormat::line:
      return render_line(report);
    case ReportFormat::json:
      return render_json(report);
    case ReportFormat::sarif:
      return render_sarif(report);
    case ReportFormat::github:
      return render_github(report);
    case ReportFormat::rdjson:
      return render_rdjson(report);
    case ReportFormat::junit:
      return render_junit(report);
    case ReportFormat::gitlab:
      return render_gitlab(report);
  }
  return {};
}

}  // namespace candor
