#include "lint/report/report_writer.h"

#include "lint/report/render_github.h"
#include "lint/report/render_gitlab.h"
#include "lint/report/render_json.h"
#include "lint/report/render_junit.h"
#include "lint/report/render_line.h"
#include "lint/report/render_rdjson.h"
#include "lint/report/render_sarif.h"
#include "lint/report/render_text.h"

namespace candor {

std::string KeepingWriter::add(const Report& part) {
  for (const Finding& finding : part.findings) {
    Finding& kept = findings_.emplace_back(finding);
    kept.place.excerpt = {};
    for (Related& related : kept.related) related.place.excerpt = {};
  }
  return {};
}

std::string KeepingWriter::finish(const Report& report) {
  Report whole = report;
  whole.findings = std::move(findings_);
  return render_(whole);
}

std::unique_ptr<ReportWriter> report_writer(ReportFormat format, const TextStyle& style) {
  switch (format) {
    case ReportFormat::text:
      return text_writer(style);
    case ReportFormat::line:
      return line_writer();
    case ReportFormat::json:
      return json_writer();
    case ReportFormat::sarif:
      return sarif_writer();
    case ReportFormat::github:
      return std::make_unique<KeepingWriter>(render_github);
    case ReportFormat::rdjson:
      return rdjson_writer();
    case ReportFormat::junit:
      return std::make_unique<KeepingWriter>(render_junit);
    case ReportFormat::gitlab:
      return gitlab_writer();
  }
  return nullptr;
}

}  // namespace candor
