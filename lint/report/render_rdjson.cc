#include "lint/report/render_rdjson.h"

#include <nlohmann/json.hpp>

#include "lint/report/json_text.h"
#include "lint/report/json_writer.h"
#include "lint/report/tool.h"
#include "lint/report/wording.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::info:
      break;
  }
  return "INFO";
}

Json position_json(const Position& position) { return {{"line", position.line}, {"column", position.byte_column}}; }

Json range_json(const Range& range) {
  return {{"start", position_json(range.start)}, {"end", position_json(range.end)}};
}

Json location_json(const Place& place) { return {{"path", place.file}, {"range", range_json(place.range)}}; }

Json suggestions_json(const Fix& fix) {
  Json list = Json::array();
  for (const Edit& edit : fix.edits) list.push_back({{"range", range_json(edit.range)}, {"text", edit.text}});
  return list;
}

Json related_json(const std::vector<Related>& related) {
  Json list = Json::array();
  for (const Related& other : related) {
    list.push_back({{"message", other.message}, {"location", location_json(other.place)}});
  }
  return list;
}

Json diagnostic_json(const Finding& finding, const Report& /*report*/) {
  Json diagnostic = {{"message", message_and_help(finding)},
                     {"location", location_json(finding.place)},
                     {"severity", severity_name(finding.severity)},
                     {"code", {{"value", finding.rule}}}};
  if (finding.fix) diagnostic["suggestions"] = suggestions_json(*finding.fix);
  if (!finding.related.empty()) diagnostic["related_locations"] = related_json(finding.related);
  return diagnostic;
}

Json document(const Report& /*report*/) {
  return {{"source", {{"name", kToolName}}}, {"diagnostics", JsonPieces::hole()}};
}

}  // namespace

std::unique_ptr<ReportWriter> rdjson_writer() { return std::make_unique<JsonWriter>(document, diagnostic_json); }

}  // namespace candor
