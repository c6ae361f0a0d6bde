#include "lint/report/render_gitlab.h"

#include <map>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lint/report/json_text.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::info:
      break;
  }
  return "info";
}

Json position_json(const Position& position) { return {{"line", position.line}, {"column", position.column}}; }

Json issue_json(const Finding& finding, const std::string& fingerprint) {
  const Range& range = finding.place.range;
  return {{"description", finding.message},
          {"check_name", finding.rule},
          {"fingerprint", fingerprint},
          {"severity", severity_name(finding.severity)},
          {"location",
           {{"path", finding.place.file},
            {"positions", {{"begin", position_json(range.start)}, {"end", position_json(range.end)}}}}}};
}

}  // namespace

std::string render_gitlab(const Report& report) {
  Json issues = Json::array();
  // GitLab drops issues of the same fingerprint, and the same sentence may stand in two files, or twice in one.
  std::map<std::string, std::size_t> seen;
  for (const Finding& finding : report.findings) {
    std::string fingerprint = fmt::format("{}:{}", finding.fingerprint, finding.place.file);
    if (const std::size_t repeat = seen[fingerprint]++; repeat > 0) fingerprint += fmt::format(":{}", repeat);
    issues.push_back(issue_json(finding, fingerprint));
  }
  return json_text(issues);
}

}  // namespace candor
