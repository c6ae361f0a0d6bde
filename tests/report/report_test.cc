#include "lint/report/report.h"
#include "lint/report/report_writer.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "tests/report/example_report.h"
#include "tests/support/render.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;
using Named = std::multiset<std::string>;  // "rule line" of each finding

Json json_of(const Report& report, ReportFormat format) { return Json::parse(render(report, format)); }

std::string named(const Json& rule, const Json& line) { return rule.get<std::string>() + " " + line.dump(); }

Named named_in_json(const Report& report) {
  Named all;
  const Json document = json_of(report, ReportFormat::json);
  for (const Json& f : document["findings"]) all.insert(named(f["rule"], f["range"]["start"]["line"]));
  return all;
}

Named named_in_sarif(const Report& report) {
  Named all;
  const Json document = json_of(report, ReportFormat::sarif);
  for (const Json& r : document["runs"][0]["results"]) {
    all.insert(named(r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"]));
  }
  return all;
}

Named named_in_rdjson(const Report& report) {
  Named all;
  const Json document = json_of(report, ReportFormat::rdjson);
  for (const Json& d : document["diagnostics"]) {
    all.insert(named(d["code"]["value"], d["location"]["range"]["start"]["line"]));
  }
  return all;
}

Named named_in_gitlab(const Report& report) {
  Named all;
  for (const Json& i : json_of(report, ReportFormat::gitlab)) {
    all.insert(named(i["check_name"], i["location"]["positions"]["begin"]["line"]));
  }
  return all;
}

TEST(ReportTest, MachineFormatsNameTheSameFindings) {
  const Report report = example_report();
  Named expected;
  for (const Finding& f : report.findings) expected.insert(named(f.rule, f.place.range.start.line));
  EXPECT_EQ(named_in_json(report), expected);
  EXPECT_EQ(named_in_sarif(report), expected);
  EXPECT_EQ(named_in_rdjson(report), expected);
  EXPECT_EQ(named_in_gitlab(report), expected);

  const std::string junit = render(report, ReportFormat::junit);
  const std::string github = render(report, ReportFormat::github);
  const std::string line = render(report, ReportFormat::line);
  for (const Finding& f : report.findings) {
    EXPECT_NE(junit.find("name=\"" + f.rule + " "), std::string::npos) << f.rule;
    EXPECT_NE(github.find("title=" + f.rule + "::"), std::string::npos) << f.rule;
    EXPECT_NE(line.find("[" + f.rule + "]"), std::string::npos) << f.rule;
  }
}

TEST(ReportTest, EveryFormatIsTheSameEachTimeAndAcceptsAnEmptyReport) {
  for (const std::string_view name : kReportFormatNames) {
    const std::optional<ReportFormat> format = report_format_from(name);
    ASSERT_TRUE(format) << name;
    EXPECT_EQ(render(example_report(), *format), render(example_report(), *format)) << name;
    (void)render({}, *format);
  }
}

TEST(ReportTest, EveryFormatIsTheSameInPieces) {
  const Report whole = example_report();
  ASSERT_GT(whole.findings.size(), 2U);
  for (const std::string_view name : kReportFormatNames) {
    const ReportFormat format = *report_format_from(name);
    const auto writer = report_writer(format, {.statistics = true});
    std::string text;
    for (const Finding& finding : whole.findings) {
      Report part;
      part.rules = whole.rules;
      part.findings = {finding};
      text += writer->add(part);
    }
    Report rest = whole;
    rest.findings.clear();
    text += writer->finish(rest);
    EXPECT_EQ(text, render(whole, format, {.statistics = true})) << name;
  }
}

TEST(ReportTest, OtherNamesAreNoFormats) {
  for (const char* name : {"", "JSON", "yaml", "text "}) EXPECT_FALSE(report_format_from(name)) << name;
}

TEST(RenderJsonTest, HasTheKeysOfTheContractInOrder) {
  const auto keys = [](const Json& object) {
    std::vector<std::string> names;
    for (const auto& [name, value] : object.items()) names.push_back(name);
    return names;
  };
  using Keys = std::vector<std::string>;
  const Json json = json_of(example_report(), ReportFormat::json);
  EXPECT_EQ(keys(json), (Keys{"version", "findings", "errors", "summary"}));
  EXPECT_EQ(keys(json["findings"][0]),
            (Keys{"rule", "category", "severity", "message", "help", "file", "range", "related", "fix"}));
  EXPECT_EQ(keys(json["findings"][0]["range"]["start"]), (Keys{"line", "column", "offset"}));
  EXPECT_EQ(keys(json["findings"][3]["fix"]), (Keys{"title", "edits"}));
  EXPECT_TRUE(json["findings"][0]["fix"].is_null());
  EXPECT_EQ(keys(json["errors"][0]), (Keys{"file", "line", "column", "message"}));
  EXPECT_EQ(keys(json["errors"][1]), (Keys{"file", "message"}));
  EXPECT_EQ(keys(json["summary"]), (Keys{"files", "applications", "error", "warning", "info"}));
}

TEST(RenderJsonTest, IsAsciiWithoutControlsWhateverTheTextHolds) {
  Report report = example_report();
  report.problems.push_back({"caf\xe9.txt", 0, 0, "del \x7f, c1 \u009b"});
  for (const ReportFormat format :
       {ReportFormat::json, ReportFormat::sarif, ReportFormat::rdjson, ReportFormat::gitlab}) {
    for (const char c : render(report, format)) ASSERT_TRUE(c == '\n' || (c >= ' ' && c <= '~'));
  }
  EXPECT_EQ(json_of(report, ReportFormat::json)["errors"][2]["message"], "del \x7f, c1 \u009b");
}

TEST(RenderSarifTest, RulesAreFoundByTheirIndex) {
  const Json run = json_of(example_report(), ReportFormat::sarif)["runs"][0];
  for (const Json& result : run["results"]) {
    if (result.contains("ruleIndex")) {
      EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
    }
  }
}

TEST(RenderRdjsonTest, ColumnsCountBytes) {
  const Source source = source_of("a.md", "x\nZoë 名 failed\n");
  const Report report = report_of({{"a/b", Severity::error, "m", "", place_of(source, "名"), {}, {}, "0"}});
  const Json range = json_of(report, ReportFormat::rdjson)["diagnostics"][0]["location"]["range"];
  EXPECT_EQ(range["start"]["column"], 6);
  EXPECT_EQ(range["end"]["column"], 9);
}

TEST(RenderGitlabTest, EveryFingerprintIsItsOwn) {
  const Source a = source_of("a.md", "one two");
  const Source b = source_of("b.md", "one");
  const Report report = report_of({{"a/b", Severity::error, "m", "", place_of(a, "one"), {}, {}, "0"},
                                   {"a/b", Severity::error, "m", "", place_of(a, "two"), {}, {}, "0"},
                                   {"a/b", Severity::error, "m", "", place_of(b, "one"), {}, {}, "0"}});
  std::set<std::string> fingerprints;
  for (const Json& issue : json_of(report, ReportFormat::gitlab))
    fingerprints.insert(issue["fingerprint"].get<std::string>());
  EXPECT_EQ(fingerprints.size(), 3U);
}

}  // namespace
}  // namespace candor
