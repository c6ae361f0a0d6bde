#include "lint/report/render_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "lint/dates/calendar.h"
#include "lint/report/display_width.h"
#include "lint/report/escape.h"
#include "lint/report/json_text.h"

namespace candor {
namespace {

// The years that the picture covers: whole ones, from the first thing to the application.
struct Years {
  int first = 0;
  int last = 0;  // included

  [[nodiscard]] int first_month() const { return month_number(first, 1); }
  [[nodiscard]] int months() const { return (last - first + 1) * 12; }
};

Years years_of(const TimelinePicture& picture) {
  int first = picture.as_of;
  int last = picture.as_of;
  for (const TimelineLane& lane : picture.lanes) {
    for (const TimelineBar& bar : lane.bars) {
      first = std::min(first, bar.first);
      last = std::max(last, bar.last);
    }
  }
  const int application_year = year_of_month(picture.as_of);
  return {std::max(year_of_month(first), application_year - 60), std::min(year_of_month(last), application_year + 10)};
}

// Years between two marks of the axis, so that they do not crowd.
int year_step(const Years& years, int most_marks) {
  for (const int step : {1, 2, 5, 10}) {
    if ((years.last - years.first) / step < most_marks) return step;
  }
  return 20;
}

// ---- Terminal

std::string cut_to(std::string_view text, std::uint32_t columns) {
  std::string safe = terminal_safe(text);
  if (display_width(safe) <= columns) return safe;
  std::string out;
  std::uint32_t used = 0;
  for (std::size_t at = 0; at < safe.size();) {
    const Glyph glyph = glyph_at(safe, at);
    if (used + glyph.columns + 1 > columns) break;
    out.append(safe, at, glyph.bytes);
    used += glyph.columns;
    at += glyph.bytes;
  }
  return out + "…";
}

std::string padded(std::string text, std::uint32_t columns) {
  const std::uint32_t width = display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

class TerminalPicture {
 public:
  TerminalPicture(const TimelinePicture& picture, std::uint32_t columns, bool color)
      : picture_(picture), years_(years_of(picture)), color_(color) {
    mark_ = picture.problems.size() < 10 ? 2 : 3;
    const std::uint32_t room = std::max(columns, 48U) - 2 - mark_;
    label_ = std::clamp(room * 2 / 5, 16U, 44U);
    dates_ = room - label_ > 50 ? 23 : 0;
    chart_ = room - label_ - dates_ - (dates_ > 0 ? 1 : 0);
  }

  std::string draw() {
    text_ = look(picture_.root == "." ? "this folder" : picture_.root, "1") + "\n";
    if (picture_.lanes.empty()) return text_ + "  no dated entry or claim found\n";
    axis();
    for (const TimelineLane& lane : picture_.lanes) {
      text_ += look(lane.kind, "1;36") + "\n";
      for (const TimelineBar& bar : lane.bars) row(bar);
    }
    problems();
    return text_;
  }

 private:
  [[nodiscard]] std::uint32_t column_of(int month) const {
    const int offset = std::clamp(month - years_.first_month(), 0, years_.months());
    return std::min(static_cast<std::uint32_t>(offset) * chart_ / static_cast<std::uint32_t>(years_.months()),
                    chart_ - 1);
  }

  void axis() {
    std::string line(chart_ + 4, ' ');
    for (int year = years_.first; year <= years_.last; year += year_step(years_, static_cast<int>(chart_ / 7))) {
      const std::uint32_t at = column_of(month_number(year, 1));
      line.replace(at, 4, fmt::format("{:4}", year));
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text_ += std::string(mark_ + label_ + 2, ' ') + look(line, "2") + "\n";
  }

  void row(const TimelineBar& bar) {
    const std::uint32_t first = column_of(bar.first);
    const std::uint32_t last = std::max(first, column_of(bar.last));
    const std::uint32_t now = column_of(picture_.as_of);
    std::string before;
    std::string middle;
    std::string after;
    for (std::uint32_t c = 0; c < chart_; ++c) {
      const std::string_view empty = c == now ? "┊" : "·";
      if (c < first)
        before += empty;
      else if (c > last)
        after += empty;
      else if (bar.point)
        middle += bar.hollow ? "◇" : "◆";
      else
        middle += bar.open && c == last ? "▶" : "█";
    }
    const bool fault = !bar.problems.empty();
    const std::string_view shade = fault ? "1;31" : bar.point ? "1;35" : "32";
    text_ += look(padded(fault ? std::to_string(bar.problems.front()) : "", mark_), "1;31");
    text_ += padded(cut_to(bar.label, label_), label_) + "  ";
    text_ += look(before, "2") + look(middle, shade) + look(after, "2");
    if (dates_ > 0) text_ += " " + cut_to(bar.dates, dates_);
    while (text_.ends_with(' ')) text_.pop_back();
    text_ += "\n";
  }

  void problems() {
    if (picture_.problems.empty()) return;
    text_ += "\n";
    for (std::size_t p = 0; p < picture_.problems.size(); ++p) {
      const TimelineProblem& problem = picture_.problems[p];
      text_ += fmt::format("{}{}:{}: {} {}\n", look(padded(std::to_string(p + 1), mark_), "1;31"),
                           terminal_safe(problem.file), problem.line, terminal_safe(problem.message),
                           look("[" + problem.rule + "]", "2"));
    }
  }

  [[nodiscard]] std::string look(std::string_view words, std::string_view ansi) const {
    const std::string safe = terminal_safe(words);
    return color_ && !safe.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", ansi, safe) : safe;
  }

  const TimelinePicture& picture_;
  Years years_;
  bool color_;
  std::uint32_t mark_ = 0;  // columns in front, for the number of a problem
  std::uint32_t label_ = 0;
  std::uint32_t dates_ = 0;
  std::uint32_t chart_ = 0;
  std::string text_;
};

// ---- SVG

constexpr int kSvgWidth = 1080;
constexpr int kSvgLeft = 112;  // of the chart
constexpr int kSvgRight = 36;
constexpr int kSvgTop = 84;
constexpr int kSvgRow = 30;
constexpr int kSvgLaneGap = 16;
constexpr int kSvgBar = 12;

// Colours as plain classes: many viewers know neither variables nor media queries, and show the light ones.
constexpr std::string_view kSvgStyle = R"(
  text { font-family: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 12px; fill: #1f2430; }
  .title { font-size: 18px; font-weight: 600; } .soft, .lane { fill: #6b7280; } .lane, .number { font-weight: 600; }
  .paper { fill: #ffffff; } .band { fill: #f5f6f9; }
  .grid { stroke: #e3e6ec; } .now { stroke: #6b7280; stroke-dasharray: 3 3; }
  .fault { fill: #c0271f; } .ring { fill: none; stroke: #c0271f; stroke-width: 2; } .number { fill: #ffffff; font-size: 10px; text-anchor: middle; }
  .education { fill: #3b6fb6; } .work { fill: #7a5ea8; } .clinical { fill: #1f8a70; } .research { fill: #b7791f; }
  .exam { fill: #334155; stroke: #334155; stroke-width: 2; } .gap { fill: #9aa3b2; } .other { fill: #64748b; } .hollow { fill: #ffffff; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6e9ef; } .soft, .lane { fill: #98a1b2; } .paper { fill: #14171d; } .band { fill: #1a1e26; }
    .grid { stroke: #2a2f3a; } .now { stroke: #98a1b2; } .fault { fill: #ff6b62; } .ring { stroke: #ff6b62; } .number { fill: #14171d; }
    .education { fill: #6fa3ea; } .work { fill: #b296e0; } .clinical { fill: #4cc3a3; } .research { fill: #e2ad55; }
    .exam { fill: #cbd5e1; stroke: #cbd5e1; } .gap { fill: #77808f; } .other { fill: #94a3b8; } .hollow { fill: #14171d; }
  }
)";

// Width of a text in 12 px type, near enough to place it.
int text_width(std::string_view text) { return static_cast<int>(display_width(text) * 13 / 2); }

class SvgPicture {
 public:
  explicit SvgPicture(const TimelinePicture& picture) : picture_(picture), years_(years_of(picture)) {}

  std::string draw() {
    int y = kSvgTop;
    for (std::size_t l = 0; l < picture_.lanes.size(); ++l) y = lane(picture_.lanes[l], y, l % 2 == 0);
    const int chart_end = y;
    y = problems(y + 20);
    const int height = y + 20;
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\">\n"
        "<title>Timeline of {2}</title>\n<style>{3}</style>\n<rect class=\"paper\" "
        "width=\"{0}\" height=\"{1}\"/>\n"
        "<text class=\"title\" x=\"24\" y=\"36\">{2}</text>\n{4}{5}{6}</svg>\n",
        kSvgWidth, height, xml_escaped(picture_.root == "." ? "this folder" : picture_.root), kSvgStyle, bands_,
        axis(chart_end), body_);
  }

 private:
  [[nodiscard]] double x_of(int month) const {
    const int offset = std::clamp(month - years_.first_month(), 0, years_.months());
    return kSvgLeft + static_cast<double>(offset) * (kSvgWidth - kSvgLeft - kSvgRight) / years_.months();
  }

  std::string axis(int bottom) const {
    std::string out;
    const int step = year_step(years_, 16);
    for (int year = years_.first; year <= years_.last; year += step) {
      const double x = x_of(month_number(year, 1));
      out += fmt::format(
          "<line class=\"grid\" x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2}\"/><text class=\"soft\" "
          "x=\"{3:.1f}\" y=\"{4}\">{5}</text>\n",
          x, kSvgTop - 10, bottom, x + 4, kSvgTop - 14, year);
    }
    const double now = x_of(picture_.as_of);
    out += fmt::format(
        "<line class=\"now\" x1=\"{0:.1f}\" y1=\"{1}\" x2=\"{0:.1f}\" y2=\"{2}\"/><text class=\"soft\" x=\"{0:.1f}\" "
        "y=\"{3}\" text-anchor=\"end\">application</text>\n",
        now, kSvgTop - 30, bottom, kSvgTop - 34);
    return out;
  }

  int lane(const TimelineLane& lane, int y, bool banded) {
    const int height = static_cast<int>(lane.bars.size()) * kSvgRow + kSvgLaneGap;
    if (banded)
      bands_ += fmt::format("<rect class=\"band\" y=\"{}\" width=\"{}\" height=\"{}\"/>\n", y, kSvgWidth, height);
    body_ += fmt::format("<text class=\"lane\" x=\"24\" y=\"{}\">{}</text>\n", y + kSvgLaneGap / 2 + 19,
                         xml_escaped(lane.kind));
    int row = y + kSvgLaneGap / 2;
    for (const TimelineBar& bar : lane.bars) {
      add(bar, lane.kind, row);
      row += kSvgRow;
    }
    return y + height;
  }

  void add(const TimelineBar& bar, std::string_view kind, int row) {
    const double left = x_of(bar.first);
    const double right = std::max(x_of(bar.last + 1), left + 4);
    const int top = row + (kSvgRow - kSvgBar) / 2;
    const double center = top + kSvgBar / 2.0;
    double from = left;
    double to = right;
    if (bar.point) {
      const double middle = (left + right) / 2;
      body_ += fmt::format("<path class=\"{}{}\" d=\"M{:.1f} {:.1f} l6 6 l-6 6 l-6 -6 z\"/>", kind,
                           bar.hollow ? " hollow" : "", middle, center - 6);
      if (!bar.problems.empty())
        body_ += fmt::format("<circle class=\"ring\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"10\"/>", middle, center);
      from = middle - 8;
      to = middle + 8;
    } else {
      body_ += fmt::format("<rect class=\"{}\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" rx=\"3\"/>", kind,
                           left, top, right - left, kSvgBar);
      if (bar.open) {  // goes on
        body_ += fmt::format("<path class=\"{}\" d=\"M{:.1f} {} l7 {} l-7 {} z\"/>", kind, right - 2, top, kSvgBar / 2,
                             kSvgBar / 2);
        to = right + 5;
      }
      if (!bar.problems.empty())
        body_ += fmt::format("<rect class=\"ring\" x=\"{:.1f}\" y=\"{}\" width=\"{:.1f}\" height=\"{}\" rx=\"5\"/>",
                             left - 3, top - 3, to - left + 6, kSvgBar + 6);
    }
    if (!bar.problems.empty()) {
      number(bar.problems.front(), to + 14, center);
      to += 16;
    }
    add_words(bar, from, to, top + kSvgBar - 2);
  }

  // The number of a problem, in a disc.
  void number(std::uint32_t problem, double x, double y) {
    body_ += fmt::format(
        "<circle class=\"fault\" cx=\"{0:.1f}\" cy=\"{1:.1f}\" r=\"7\"/><text class=\"number\" x=\"{0:.1f}\" "
        "y=\"{2:.1f}\">{3}</text>",
        x, y, y + 3.5, problem);
  }

  // The words stand right of the bar where there is room, else left of it, else on the wider side, shortened.
  void add_words(const TimelineBar& bar, double from, double to, int baseline) {
    const double right_room = kSvgWidth - kSvgRight - to - 10;
    const double left_room = from - kSvgLeft - 10;
    const int dates_width = text_width(bar.dates) + 10;
    const int wanted = text_width(bar.label) + dates_width;
    const bool on_right = right_room >= wanted || (left_room < wanted && right_room >= left_room);
    const double room = std::max(40.0, (on_right ? right_room : left_room) - dates_width);
    const std::string label = cut_to(bar.label, static_cast<std::uint32_t>(room * 2 / 13));
    body_ += fmt::format("<text{} x=\"{:.1f}\" y=\"{}\"{}>{}<tspan class=\"soft\" dx=\"8\">{}</tspan></text>\n",
                         bar.problems.empty() ? "" : " class=\"fault\"", on_right ? to + 10 : from - 10, baseline,
                         on_right ? "" : " text-anchor=\"end\"", xml_escaped(label), xml_escaped(bar.dates));
  }

  int problems(int y) {
    const std::string folder = picture_.root == "." ? "" : picture_.root + "/";
    for (std::size_t p = 0; p < picture_.problems.size(); ++p) {
      const TimelineProblem& problem = picture_.problems[p];
      const std::string_view file = problem.file;
      const std::string place =
          fmt::format("{}:{}", file.starts_with(folder) ? file.substr(folder.size()) : file, problem.line);
      number(static_cast<std::uint32_t>(p + 1), 31, y - 4);
      body_ += fmt::format("<text x=\"46\" y=\"{}\">{}<tspan class=\"soft\" dx=\"8\">{} · {}</tspan></text>\n", y,
                           xml_escaped(cut_to(problem.message, 110)), xml_escaped(place), xml_escaped(problem.rule));
      y += 22;
    }
    return y;
  }

  const TimelinePicture& picture_;
  Years years_;
  std::string bands_;
  std::string body_;
};

using Json = nlohmann::ordered_json;

}  // namespace

std::string render_timeline_text(const TimelinePicture& picture, std::uint32_t columns, bool color) {
  return TerminalPicture(picture, columns, color).draw();
}

std::string render_timeline_svg(const TimelinePicture& picture) { return SvgPicture(picture).draw(); }

Json bar_json(const TimelineBar& bar, std::string_view kind) {
  return {{"label", bar.label},
          {"kind", kind},
          {"start", bar.start.empty() ? Json(nullptr) : Json(bar.start)},
          {"end", bar.end.empty() ? Json(nullptr) : Json(bar.end)},
          {"file", bar.file},
          {"range", to_json(bar.range)}};
}

std::string render_timeline_json(const std::vector<TimelinePicture>& pictures) {
  Json applications = Json::array();
  for (const TimelinePicture& picture : pictures) {
    Json timeline = Json::array();
    for (const TimelineLane& lane : picture.lanes) {
      for (const TimelineBar& bar : lane.bars) {
        Json& json = timeline.emplace_back(bar_json(bar, lane.kind));
        json["problem"] = !bar.problems.empty();
      }
    }
    Json problems = Json::array();
    for (const TimelineProblem& problem : picture.problems) {
      problems.push_back({{"rule", problem.rule},
                          {"severity", to_string(problem.severity)},
                          {"message", problem.message},
                          {"file", problem.file},
                          {"line", problem.line}});
    }
    applications.push_back(
        {{"root", picture.root}, {"timeline", std::move(timeline)}, {"problems", std::move(problems)}});
  }
  return json_text({{"version", 1}, {"applications", std::move(applications)}});
}

}  // namespace candor
