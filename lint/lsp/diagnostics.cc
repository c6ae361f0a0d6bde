#include "lint/lsp/diagnostics.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "lint/lsp/uri.h"
#include "lint/report/tool.h"
#include "lint/report/wording.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

int level_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::info:
      break;
  }
  return 3;
}

std::string uri_of(std::string_view name, std::string_view working_directory) {
  return uri_of_path(absolute_path(name, working_directory));
}

Json related_json(const Finding& finding, const DiagnosticContext& context) {
  Json list = Json::array();
  for (const Related& other : finding.related) {
    list.push_back({{"location",
                     {{"uri", uri_of(other.place.file, context.working_directory)},
                      {"range", to_json(to_client(other.place.range, context.client.encoding))}}},
                    {"message", other.message}});
  }
  return list;
}

// Where the rule is written: its pack, and the line in it. Empty where the pack is nowhere on this machine.
std::string place_of_rule(const LintedText& text, std::string_view id, std::string_view rules_folder) {
  const RuleData* rule = text.rulebook == nullptr ? nullptr : text.rulebook->find(id);
  if (rule == nullptr) return {};
  const std::string path = absolute_path(rule->file, rules_folder.empty() ? "/" : rules_folder);
  if (std::error_code error; !std::filesystem::is_regular_file(path, error)) return {};
  return fmt::format("{}#L{}", uri_of_path(path), rule->line);
}

// The line of a text, without its end; empty where there is none.
std::string_view line_of(std::string_view bytes, std::span<const std::uint32_t> starts, std::uint32_t line) {
  if (line > starts.size()) return {};
  const std::uint32_t begin = starts[line - 1];
  std::string_view text = bytes.substr(begin, (line < starts.size() ? starts[line] : bytes.size()) - begin);
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

// A problem has a place but no end: it stands for the rest of its line, or for the first one.
ClientRange range_of(const Problem& problem, std::string_view bytes, PositionEncoding encoding) {
  const std::uint32_t line = std::max(problem.line, 1U);
  const std::vector<std::uint32_t> starts = find_line_starts(bytes);
  const std::string_view text = line_of(bytes, starts, line);
  const std::uint32_t before = bytes_of_units(text, std::max(problem.column, 1U) - 1, PositionEncoding::utf32);
  return {{line - 1, units_of(text.substr(0, before), encoding)}, {line - 1, units_of(text, encoding)}};
}

}  // namespace

Json diagnostic(const Finding& finding, const LintedText& text, const DiagnosticContext& context) {
  Json json = {{"range", to_json(to_client(finding.place.range, context.client.encoding))},
               {"severity", level_of(finding.severity)},
               {"code", finding.rule}};
  if (context.client.code_description) {
    if (std::string href = place_of_rule(text, finding.rule, context.rules_folder); !href.empty())
      json["codeDescription"] = {{"href", std::move(href)}};
  }
  json["source"] = kToolName;
  json["message"] = message_and_help(finding);
  if (context.client.related_information && !finding.related.empty())
    json["relatedInformation"] = related_json(finding, context);
  if (context.client.diagnostic_data) json["data"] = {{"fingerprint", finding.fingerprint}};
  return json;
}

Json diagnostics(const LintedText& text, std::string_view bytes, const DiagnosticContext& context) {
  if (bytes.empty()) return Json::array();  // nothing to read is no trouble while somebody writes
  Json list = diagnostics(text.problems, bytes, context.client.encoding);
  for (const Finding& finding : text.findings) list.push_back(diagnostic(finding, text, context));
  return list;
}

Json diagnostics(std::span<const Problem> problems, std::string_view bytes, PositionEncoding encoding) {
  Json list = Json::array();
  for (const Problem& problem : problems) {
    list.push_back({{"range", to_json(range_of(problem, bytes, encoding))},
                    {"severity", level_of(Severity::error)},
                    {"source", kToolName},
                    {"message", problem.message}});
  }
  return list;
}

}  // namespace candor
