#include "lint/report/render_sarif.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "lint/report/escape.h"
#include "lint/report/json_text.h"
#include "lint/report/json_writer.h"
#include "lint/report/tool.h"
#include "lint/report/wording.h"
#include "lint/rule/category.h"
#include "lint/source/version.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) { return severity == Severity::info ? "note" : to_string(severity); }

Json text_json(std::string_view text) { return {{"text", text}}; }

Json artifact_json(std::string_view file) {
  const std::string path = uri_path(file);
  return {{"uri", path.starts_with('/') ? "file://" + path : path}};
}

Json region_json(const Range& range) {
  return {{"startLine", range.start.line},
          {"startColumn", range.start.column},
          {"endLine", range.end.line},
          {"endColumn", range.end.column}};
}

Json physical_location_json(const Place& place) {
  return {{"artifactLocation", artifact_json(place.file)}, {"region", region_json(place.range)}};
}

Json related_json(const std::vector<Related>& related) {
  Json list = Json::array();
  for (const Related& other : related) {
    list.push_back({{"id", list.size() + 1},
                    {"physicalLocation", physical_location_json(other.place)},
                    {"message", text_json(other.message)}});
  }
  return list;
}

Json fix_json(const Fix& fix, std::string_view file) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits) {
    replacements.push_back({{"deletedRegion", region_json(edit.range)}, {"insertedContent", text_json(edit.text)}});
  }
  Json change = {{"artifactLocation", artifact_json(file)}, {"replacements", std::move(replacements)}};
  return {{"description", text_json(fix.title)}, {"artifactChanges", Json::array({std::move(change)})}};
}

// Each line escaped and led by `prefix`.
std::string markdown_lines(std::string_view text, std::string_view prefix) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out += fmt::format("{}{}\n", prefix, markdown_escaped(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// What `candor explain` says of the rule, in short. A rule may leave out any part.
Json help_json(const RuleInfo& rule) {
  std::string text = rule.finds;
  std::string markdown = markdown_lines(rule.finds, "");
  const auto add = [&](std::string_view title, std::string_view part, std::string_view prefix) {
    if (part.empty()) return;
    text += fmt::format("\n\n{}: {}", title, part);
    markdown += fmt::format("\n**{}**\n\n{}", title, markdown_lines(part, prefix));
  };
  add("Why a reader minds", rule.minds, "");
  add("Instead of", rule.bad, "> ");
  add("Rather", rule.good, "> ");
  return {{"text", text}, {"markdown", markdown}};
}

Json rule_json(const RuleInfo& rule) {
  return {{"id", rule.id},
          {"shortDescription", text_json(rule.summary)},
          {"fullDescription", text_json(rule.finds)},
          {"help", help_json(rule)},
          {"defaultConfiguration", {{"level", level_of(rule.severity)}}},
          {"properties", {{"tags", Json::array({category_of(rule.id)})}}}};
}

Json rules_json(const std::vector<RuleInfo>& rules) {
  Json list = Json::array();
  for (const RuleInfo& rule : rules) list.push_back(rule_json(rule));
  return list;
}

Json result_json(const Finding& finding, const Report& report) {
  Json result = {{"ruleId", finding.rule}};
  const std::vector<RuleInfo>& rules = report.rules;
  const auto rule = std::lower_bound(rules.begin(), rules.end(), finding.rule,
                                     [](const RuleInfo& info, const std::string& id) { return info.id < id; });
  if (rule != rules.end() && rule->id == finding.rule) result["ruleIndex"] = rule - rules.begin();
  result["level"] = level_of(finding.severity);
  result["message"] = text_json(message_and_help(finding));
  result["locations"] = Json::array({{{"physicalLocation", physical_location_json(finding.place)}}});
  if (!finding.related.empty()) result["relatedLocations"] = related_json(finding.related);
  result["partialFingerprints"] = {{"candor/v1", finding.fingerprint}};
  if (finding.fix) result["fixes"] = Json::array({fix_json(*finding.fix, finding.place.file)});
  return result;
}

Json notification_json(const Problem& problem) {
  Json notification = {{"level", "error"}, {"message", text_json(problem.message)}};
  if (problem.file.empty()) return notification;
  Json location = {{"artifactLocation", artifact_json(problem.file)}};
  if (problem.line > 0) location["region"]["startLine"] = problem.line;
  if (problem.line > 0 && problem.column > 0) location["region"]["startColumn"] = problem.column;
  notification["locations"] = Json::array({{{"physicalLocation", std::move(location)}}});
  return notification;
}

Json invocation_json(const std::vector<Problem>& problems) {
  Json notifications = Json::array();
  for (const Problem& problem : problems) notifications.push_back(notification_json(problem));
  return {{"executionSuccessful", problems.empty()}, {"toolExecutionNotifications", std::move(notifications)}};
}

// The results stand before what is only known at the end.
Json document(const Report& report) {
  const Json driver = {{"name", kToolName}, {"version", kVersion}, {"rules", rules_json(report.rules)}};
  const Json run = {{"tool", {{"driver", driver}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"results", JsonPieces::hole()},
                    {"invocations", Json::array({invocation_json(report.problems)})}};
  return {
      {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}};
}

}  // namespace

std::unique_ptr<ReportWriter> sarif_writer() { return std::make_unique<JsonWriter>(document, result_json); }

}  // namespace candor
