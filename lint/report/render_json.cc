#include "lint/report/render_json.h"

#include <nlohmann/json.hpp>

#include "lint/report/json_text.h"
#include "lint/report/json_writer.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

Json related_json(const std::vector<Related>& related) {
  Json list = Json::array();
  for (const Related& other : related) {
    list.push_back({{"file", other.place.file}, {"range", to_json(other.place.range)}, {"message", other.message}});
  }
  return list;
}

Json fix_json(const std::optional<Fix>& fix) {
  if (!fix) return nullptr;
  Json edits = Json::array();
  for (const Edit& edit : fix->edits) edits.push_back({{"range", to_json(edit.range)}, {"text", edit.text}});
  return {{"title", fix->title}, {"edits", std::move(edits)}};
}

Json finding_json(const Finding& finding, const Report& /*report*/) {
  return {{"rule", finding.rule},
          {"category", finding.category()},
          {"severity", to_string(finding.severity)},
          {"message", finding.message},
          {"help", finding.help},
          {"file", finding.place.file},
          {"range", to_json(finding.place.range)},
          {"related", related_json(finding.related)},
          {"fix", fix_json(finding.fix)}};
}

Json error_json(const Problem& problem) {
  Json error = {{"file", problem.file}};
  if (problem.line > 0) error["line"] = problem.line;
  if (problem.column > 0) error["column"] = problem.column;
  error["message"] = problem.message;
  return error;
}

Json summary_json(const Summary& summary) {
  return {{"files", summary.files},
          {"applications", summary.applications},
          {"error", summary.errors},
          {"warning", summary.warnings},
          {"info", summary.infos}};
}

Json document(const Report& report) {
  Json errors = Json::array();
  for (const Problem& problem : report.problems) errors.push_back(error_json(problem));
  return {{"version", 1},
          {"findings", JsonPieces::hole()},
          {"errors", std::move(errors)},
          {"summary", summary_json(report.summary)}};
}

}  // namespace

std::unique_ptr<ReportWriter> json_writer() { return std::make_unique<JsonWriter>(document, finding_json); }

}  // namespace candor
