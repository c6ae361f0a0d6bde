#include "lint/report/render_junit.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/report/escape.h"
#include "lint/report/tool.h"

namespace candor {
namespace {

struct Suite {
  std::vector<const Finding*> findings;
  std::vector<const Problem*> problems;

  [[nodiscard]] bool clean() const { return findings.empty() && problems.empty(); }
  [[nodiscard]] std::size_t tests() const { return std::max<std::size_t>(findings.size() + problems.size(), 1); }
};

// By file name; problems that concern no file stand under the program's name.
using Suites = std::map<std::string_view, Suite>;

Suites suites_of(const Report& report) {
  Suites suites;
  for (const std::string& file : report.files) suites[file];
  for (const Finding& finding : report.findings) suites[finding.place.file].findings.push_back(&finding);
  for (const Problem& problem : report.problems) {
    suites[problem.file.empty() ? kToolName : std::string_view(problem.file)].problems.push_back(&problem);
  }
  return suites;
}

// Viewers fold cases of the same name into one, so the name holds the place too.
std::string failed_case(const Finding& finding) {
  const Position& start = finding.place.range.start;
  std::string details = xml_escaped(finding.message);
  if (!finding.help.empty()) details += "\nhelp: " + xml_escaped(finding.help);
  for (const Related& related : finding.related) {
    const Position& at = related.place.range.start;
    details += fmt::format("\n{}:{}:{}: {}", xml_escaped(related.place.file), at.line, at.column,
                           xml_escaped(related.message));
  }
  return fmt::format(
      "    <testcase name=\"{0} {1}:{2}\" classname=\"{3}\" file=\"{3}\" line=\"{1}\">\n"
      "      <failure type=\"{4}\" message=\"{5}\">{6}</failure>\n"
      "    </testcase>\n",
      xml_escaped(finding.rule), start.line, start.column, xml_escaped(finding.place.file), to_string(finding.severity),
      xml_escaped(finding.message), details);
}

std::string erroneous_case(const Problem& problem, std::string_view suite) {
  return fmt::format(
      "    <testcase name=\"{0}\" classname=\"{1}\">\n"
      "      <error type=\"problem\" message=\"{0}\">{2}</error>\n"
      "    </testcase>\n",
      xml_escaped(problem.message), xml_escaped(suite), xml_escaped(to_string(problem)));
}

std::string suite_xml(std::string_view name, const Suite& suite) {
  const std::string escaped_name = xml_escaped(name);
  std::string out = fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n", escaped_name,
                                suite.tests(), suite.findings.size(), suite.problems.size());
  for (const Problem* problem : suite.problems) out += erroneous_case(*problem, name);
  for (const Finding* finding : suite.findings) out += failed_case(*finding);
  if (suite.clean()) out += fmt::format("    <testcase name=\"{0}\" classname=\"{0}\"/>\n", escaped_name);
  out += "  </testsuite>\n";
  return out;
}

}  // namespace

std::string render_junit(const Report& report) {
  std::size_t tests = 0;
  std::string body;
  for (const auto& [name, suite] : suites_of(report)) {
    tests += suite.tests();
    body += suite_xml(name, suite);
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n{}</testsuites>\n",
      kToolName, tests, report.findings.size(), report.problems.size(), body);
}

}  // namespace candor
