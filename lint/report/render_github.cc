#include "lint/report/render_github.h"

#include <fmt/format.h>

#include "lint/report/escape.h"
#include "lint/report/wording.h"

namespace candor {
namespace {

constexpr std::size_t kMostAnnotations = 10;                       // of each kind, a step
constexpr std::size_t kLargestSummary = std::size_t{1000} * 1000;  // bytes; GitHub refuses more than 1 MiB

std::string_view command_of(Severity severity) { return severity == Severity::info ? "notice" : to_string(severity); }

// GitHub refuses columns where the range covers more than one line.
std::string columns_property(const Range& range) {
  if (range.start.line != range.end.line) return {};
  return fmt::format(",col={},endColumn={}", range.start.column, range.end.column);
}

// The log is a terminal too: what is said there is made safe first, then escaped for the command.
std::string annotation(const Finding& finding) {
  const Range& range = finding.place.range;
  std::string message = terminal_safe(finding.message);
  if (!finding.help.empty()) message += "\n" + terminal_safe(finding.help);
  for (const Related& related : finding.related) {
    message += fmt::format("\n{}: {}", place_text(related.place), terminal_safe(related.message));
  }
  return fmt::format("::{} file={},line={},endLine={}{},title={}::{}\n", command_of(finding.severity),
                     github_property(terminal_safe(finding.place.file)), range.start.line, range.end.line,
                     columns_property(range), github_property(terminal_safe(finding.rule)), github_data(message));
}

std::string summary_row(const Finding& finding) {
  return fmt::format("| {} | {} | {} | {} |\n", to_string(finding.severity),
                     markdown_escaped(place_text(finding.place)), markdown_escaped(finding.rule),
                     markdown_escaped(finding.message));
}

}  // namespace

std::string render_github(const Report& report) {
  std::string annotations;
  std::string plain_lines;
  std::size_t more = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
    std::size_t shown = 0;
    for (const Finding& finding : report.findings) {
      if (finding.severity != severity) continue;
      if (shown++ < kMostAnnotations) {
        annotations += annotation(finding);
      } else {
        plain_lines += "- " + finding_line(finding) + "\n";  // never starts with "::", whatever the file is called
        ++more;
      }
    }
  }
  if (more == 0) return annotations;
  return annotations + plain_lines + fmt::format("{} more without an annotation, listed above\n", more);
}

std::string render_github_summary(const Report& report) {
  std::string out = fmt::format("### candor: {}\n", summary_text(report));
  if (!report.findings.empty()) out += "\n| severity | place | rule | finding |\n| --- | --- | --- | --- |\n";
  std::size_t shown = 0;
  for (const Finding& finding : report.findings) {
    const std::string row = summary_row(finding);
    if (out.size() + row.size() > kLargestSummary) break;
    out += row;
    ++shown;
  }
  if (shown < report.findings.size()) out += fmt::format("\n{} more in the log\n", report.findings.size() - shown);

  if (!report.problems.empty()) out += "\n**Problems**\n\n";
  for (const Problem& problem : report.problems) out += fmt::format("- {}\n", markdown_escaped(to_string(problem)));
  return out;
}

}  // namespace candor
