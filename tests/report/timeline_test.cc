// The timeline's picture in every format, byte for byte.
#include "lint/report/render_timeline.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "lint/dates/calendar.h"
#include "lint/engine/run.h"
#include "lint/report/timeline_picture.h"
#include "tests/reading/path_texts.h"
#include "tests/report/golden.h"

namespace candor {
namespace {

TimelineBar bar(const char* label, const char* dates, int first, int last) {
  TimelineBar bar;
  bar.label = label;
  bar.dates = dates;
  bar.first = first;
  bar.last = last;
  bar.file = "applicants/a/entries.md";
  return bar;
}

// A role that goes on, a problem on a bar and on a mark, a failed exam, a label too long, a name that wants escaping.
TimelinePicture example() {
  TimelinePicture picture;
  picture.root = "applicants/a";
  picture.as_of = month_number(2026, 9);

  TimelineBar degree = bar("M.B.B.S, College of Medicine & Dentistry <Irbid>", "Sep 2013 – Jun 2019",
                           month_number(2013, 9), month_number(2019, 6));
  degree.start = "2013-09";
  degree.end = "2019-06";
  TimelineBar officer = bar("General practitioner, Ajloun Comprehensive Health Center of the Northern Region",
                            "Aug 2020 – Feb 2022", month_number(2020, 8), month_number(2022, 2));
  officer.start = "2020-08";
  officer.end = "2022-02";
  officer.problems = {2};
  TimelineBar coordinator = bar("Research coordinator, Maumee Valley Hospital", "Jul 2023 – present",
                                month_number(2023, 7), month_number(2026, 9));
  coordinator.start = "2023-07";
  coordinator.open = true;
  TimelineBar failed = bar("Step 1, fail", "May 2021", month_number(2021, 5), month_number(2021, 5));
  failed.start = failed.end = "2021-05";
  failed.point = failed.hollow = true;
  failed.problems = {1};
  TimelineBar passed = bar("Step 1", "14 Feb 2022", month_number(2022, 2), month_number(2022, 2));
  passed.start = passed.end = "2022-02-14";
  passed.point = true;

  picture.lanes = {
      {"education", {degree}}, {"clinical", {officer}}, {"research", {coordinator}}, {"exam", {failed, passed}}};
  picture.problems = {
      {"dates/contradiction", Severity::error, "Step 1: \"June 2021\" here, \"May 2021\" in applicants/a/exams.md",
       "applicants/a/personal-statement.md", 7},
      {"dates/duration-mismatch", Severity::warning, "two years is not Aug 2020 – Feb 2022", "applicants/a/entries.md",
       12},
  };
  return picture;
}

TEST(TimelineGolden, Terminal) { expect_golden("timeline.text", render_timeline_text(example(), 100, false)); }

TEST(TimelineGolden, ANarrowTerminal) {
  expect_golden("timeline.narrow.text", render_timeline_text(example(), 48, false));
}

TEST(TimelineGolden, ATerminalWithColours) {
  expect_golden("timeline.color.text", render_timeline_text(example(), 100, true));
}

TEST(TimelineGolden, Svg) { expect_golden("timeline.svg", render_timeline_svg(example())); }

TEST(TimelineGolden, Json) { expect_golden("timeline.json", render_timeline_json({example()})); }

TEST(TimelinePictureTest, NothingToShowIsSaid) {
  TimelinePicture empty;
  empty.root = ".";
  empty.as_of = month_number(2026, 9);
  EXPECT_EQ(render_timeline_text(empty, 80, false), "this folder\n  no dated entry or claim found\n");
}

// The gap lane of the picture of one text with what the rules find in it.
std::vector<TimelineBar> gaps_of(const std::string& text) {
  Settings settings;
  settings.select = {"dates"};
  RunOptions options;
  options.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
  const Report report = check_one("application.md", text, *Rulebook::shipped(), settings, options);
  PathTexts path;
  path.add("application.md", text);
  for (TimelineLane& lane : timeline_picture(path.application(), report.findings).lanes) {
    if (lane.kind == "gap") return std::move(lane.bars);
  }
  return {};
}

constexpr char kOpenMonths[] =
    "# Experience\n\n- Medical officer, Lily Hospitals, Warri, 01/2019 - 06/2022\n"
    "- Research assistant, Emory University, Atlanta, 03/2023 - present\n";

TEST(TimelinePictureTest, OpenMonthsHaveABarOfTheirOwn) {
  const std::vector<TimelineBar> bars = gaps_of(kOpenMonths);
  ASSERT_EQ(bars.size(), 1U);
  EXPECT_EQ(bars[0].label, "not told of");
  EXPECT_EQ(bars[0].start, "2022-07");
  EXPECT_EQ(bars[0].end, "2023-02");
  EXPECT_EQ(bars[0].problems, std::vector<std::uint32_t>{1});
}

TEST(TimelinePictureTest, SoDoMonthsThatAreToldVaguely) {
  const std::vector<TimelineBar> bars =
      gaps_of(std::string(kOpenMonths) + "\n# Personal statement\n\nFor several months I was not employed.\n");
  ASSERT_EQ(bars.size(), 1U);
  EXPECT_EQ(bars[0].label, "told without its ends");
  EXPECT_EQ(bars[0].start, "2022-07");
}

}  // namespace
}  // namespace candor
