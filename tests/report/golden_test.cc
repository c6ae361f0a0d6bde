// Every format, byte for byte, for one report.
#include "tests/report/golden.h"

#include <gtest/gtest.h>

#include "lint/report/render_github.h"
#include "tests/report/example_report.h"
#include "tests/support/render.h"

namespace candor {
namespace {

struct Golden {
  const char* file;
  ReportFormat format;
  TextStyle style;
};

void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.file; }

class GoldenTest : public testing::TestWithParam<Golden> {};

TEST_P(GoldenTest, EveryByteIsAsExpected) {
  expect_golden(GetParam().file, render(example_report(), GetParam().format, GetParam().style));
}

INSTANTIATE_TEST_SUITE_P(Formats, GoldenTest,
                         testing::Values(Golden{"report.text", ReportFormat::text, {false, 80, true, false}},
                                         Golden{"report.narrow.text", ReportFormat::text, {false, 40, false, false}},
                                         Golden{"report.color.text", ReportFormat::text, {true, 100, true, false}},
                                         Golden{"report.line", ReportFormat::line, {}},
                                         Golden{"report.json", ReportFormat::json, {}},
                                         Golden{"report.sarif", ReportFormat::sarif, {}},
                                         Golden{"report.github", ReportFormat::github, {}},
                                         Golden{"report.rdjson", ReportFormat::rdjson, {}},
                                         Golden{"report.junit.xml", ReportFormat::junit, {}},
                                         Golden{"report.gitlab.json", ReportFormat::gitlab, {}}));

TEST(GoldenSummaryTest, TheJobSummaryIsAsExpected) {
  expect_golden("report.github-summary.md", render_github_summary(example_report()));
}

}  // namespace
}  // namespace candor
