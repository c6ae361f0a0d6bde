#include "lint/report/render_github.h"

#include <gtest/gtest.h>

#include "tests/report/example_report.h"

namespace candor {
namespace {

Report report_of_many(std::size_t count, Severity severity) {
  Finding finding{"length/dwelling", severity, "a message", "", {"::error::.md", {}, {"x", 1, 1, {0, 1}}}, {}, {}, "0"};
  return report_of(std::vector<Finding>(count, finding));
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string_view::npos; at += part.size()) ++count;
  return count;
}

TEST(RenderGithubTest, WritesTenAnnotationsOfAKindAndSaysHowManyMore) {
  const std::string ten = render_github(report_of_many(10, Severity::warning));
  EXPECT_EQ(count_of(ten, "::warning "), 10U);
  EXPECT_EQ(ten.find("more"), std::string::npos);

  const std::string many = render_github(report_of_many(13, Severity::info));
  EXPECT_EQ(count_of(many, "::notice "), 10U);
  EXPECT_EQ(count_of(many, "- ::error::.md:1:1: info: a message [length/dwelling]\n"), 3U);
  EXPECT_TRUE(many.ends_with("\n3 more without an annotation, listed above\n"));
}

TEST(RenderGithubTest, NothingButCandorsOwnCommandsStartALine) {
  const std::string text = render_github(report_of_many(13, Severity::info));
  EXPECT_EQ(count_of(text, "\n::"), count_of(text, "\n::notice "));
}

TEST(RenderGithubTest, LeavesColumnsOutWhereTheRangeHasManyLines) {
  const Source source = source_of("a.md", "one\ntwo\nthree\n");
  const Report report =
      report_of({{"length/dwelling", Severity::error, "a message", "", place_of(source, "two\nthr"), {}, {}, "0"}});
  EXPECT_EQ(render_github(report), "::error file=a.md,line=2,endLine=3,title=length/dwelling::a message\n");
}

TEST(RenderGithubTest, SaysNothingOfNothing) { EXPECT_EQ(render_github({}), ""); }

TEST(RenderGithubSummaryTest, StaysBelowWhatGithubTakes) {
  const std::string page = render_github_summary(report_of_many(30000, Severity::warning));
  EXPECT_LT(page.size(), std::size_t{1024} * 1024);
  EXPECT_TRUE(page.ends_with(" more in the log\n"));
}

TEST(RenderGithubSummaryTest, NeedsNoTableForNothing) {
  EXPECT_EQ(render_github_summary({}), "### candor: no findings in 0 texts\n");
}

}  // namespace
}  // namespace candor
