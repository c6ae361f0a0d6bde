// The picture of a timeline: a lane a kind, a row a thing, problems marked. Pure functions of what they are given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "lint/check/finding.h"

namespace candor {

// One thing on the timeline. Months are counted as in dates/calendar.h.
struct TimelineBar {
  std::string label;  // "Medical officer, Chenab General Hospital"
  std::string dates;  // in short: "Aug 2014 – May 2020"
  int first = 0;      // months, both included
  int last = 0;
  bool open = false;                    // goes on at the application's date
  bool point = false;                   // one date: a mark, not a bar
  bool hollow = false;                  // a mark of what did not succeed: a failed exam
  std::vector<std::uint32_t> problems;  // that touch it: numbers in TimelinePicture::problems, from 1
  std::string start;                    // ISO 8601 with the text's precision; empty where it is not told
  std::string end;                      // the same; empty where open
  std::string file;
  Range range;
};

struct TimelineLane {
  std::string kind;  // "education"
  std::vector<TimelineBar> bars;
};

struct TimelineProblem {
  std::string rule;
  Severity severity = Severity::warning;
  std::string message;
  std::string file;
  std::uint32_t line = 0;
};

struct TimelinePicture {
  std::string root;
  int as_of = 0;                    // month
  std::vector<TimelineLane> lanes;  // those that hold something
  std::vector<TimelineProblem> problems;
};

// For a terminal of that many columns.
[[nodiscard]] std::string render_timeline_text(const TimelinePicture& picture, std::uint32_t columns, bool color);
// A document of its own, light or dark as its reader's system is.
[[nodiscard]] std::string render_timeline_svg(const TimelinePicture& picture);
// A bar of a lane of this kind, as the `timeline` array of the outline's JSON holds it. render_timeline_json says
// beside that whether there is a `problem` with it.
[[nodiscard]] nlohmann::ordered_json bar_json(const TimelineBar& bar, std::string_view kind);
[[nodiscard]] std::string render_timeline_json(const std::vector<TimelinePicture>& pictures);

}  // namespace candor
