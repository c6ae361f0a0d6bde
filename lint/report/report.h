// What a run has found, to be written for people and machines. Every writer goes by the Report alone: same report, same
// bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/source/problem.h"

namespace candor {

// What a report says of a rule, for SARIF and for people who ask.
struct RuleInfo {
  std::string id;
  Severity severity = Severity::warning;
  std::string summary;  // one line
  std::string finds;    // what it finds
  std::string minds;    // why a reader minds
  std::string bad;      // an example
  std::string good;     // an example
};

struct Summary {
  std::uint32_t files = 0;
  std::uint32_t applications = 0;
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t infos = 0;
  std::uint32_t suppressed = 0;  // findings left out because a comment in the text says so
  std::uint32_t baselined = 0;   // findings left out because the baseline holds them
};

struct Report {
  std::vector<Finding> findings;  // in report_order
  std::vector<Problem> problems;
  std::vector<std::string> files;  // every file that was linted, sorted; JUnit tells the clean ones too
  std::vector<RuleInfo> rules;     // every rule that was on, sorted by id
  Summary summary;
};

// Sets the summary's numbers of findings by severity to what is in the report.
void count_findings(Report& report);

enum class ReportFormat : std::uint8_t { text, line, json, sarif, github, rdjson, junit, gitlab };
inline constexpr std::string_view kReportFormatNames[] = {"text",   "line",   "json",  "sarif",
                                                          "github", "rdjson", "junit", "gitlab"};

// One of kReportFormatNames; nothing for any other word.
[[nodiscard]] std::optional<ReportFormat> report_format_from(std::string_view name);

struct TextStyle {
  bool color = false;
  std::uint32_t width = 80;  // terminal columns, at least 40
  bool statistics = false;   // counts per rule after the findings
  bool quiet = false;        // no summary
};

}  // namespace candor
