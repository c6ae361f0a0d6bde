#include "lint/report/wording.h"

#include <vector>

#include <fmt/format.h>

#include "lint/report/escape.h"

namespace candor {
namespace {

// "a", "a and b", "a, b and c".
std::string enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

}  // namespace

std::string place_text(const Place& place) {
  return fmt::format("{}:{}:{}", terminal_safe(place.file), place.range.start.line, place.range.start.column);
}

std::string finding_line(const Finding& finding) {
  return fmt::format("{}: {}: {} [{}]", place_text(finding.place), to_string(finding.severity),
                     terminal_safe(finding.message), terminal_safe(finding.rule));
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string summary_text(const Report& report) {
  const Summary& summary = report.summary;
  std::vector<std::string> counts;
  if (summary.errors > 0) counts.push_back(counted(summary.errors, "error"));
  if (summary.warnings > 0) counts.push_back(counted(summary.warnings, "warning"));
  if (summary.infos > 0) counts.push_back(fmt::format("{} info", summary.infos));

  std::string text = counts.empty() ? "no findings" : enumerated(counts);
  text += " in " + counted(summary.files, "text");
  if (summary.applications > 1) text += " of " + counted(summary.applications, "application");
  std::vector<std::string> left_out;
  if (summary.baselined > 0) left_out.push_back(fmt::format("{} in the baseline", summary.baselined));
  if (summary.suppressed > 0) left_out.push_back(fmt::format("{} ignored in the text", summary.suppressed));
  if (!left_out.empty()) text += fmt::format(" ({})", enumerated(left_out));
  // "no findings" must not read as "all is well" where a text could not be read.
  if (!report.problems.empty()) text += "; " + counted(report.problems.size(), "problem") + " on the way";
  return text;
}

std::string message_and_help(const Finding& finding) {
  return finding.help.empty() ? finding.message : finding.message + "\n" + finding.help;
}

}  // namespace candor
