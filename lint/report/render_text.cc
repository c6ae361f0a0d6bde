#include "lint/report/render_text.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/report/escape.h"
#include "lint/report/layout.h"
#include "lint/report/wording.h"

namespace candor {
namespace {

constexpr std::uint32_t kNarrowest = 40;  // columns

// A mark over more rows than kMostUnderlined is drawn beside them; of more than kMostRows the first and last are shown.
constexpr std::ptrdiff_t kMostUnderlined = 3;
constexpr std::ptrdiff_t kMostRows = 8;
constexpr std::ptrdiff_t kFirstRows = 4;
constexpr std::ptrdiff_t kLastRows = 2;

// How a piece of text looks where colours are on; the numbers are ANSI's.
constexpr std::string_view kBold = "1";
constexpr std::string_view kQuiet = "2";
constexpr std::string_view kGutter = "34";
constexpr std::string_view kHelp = "1;36";

std::string_view look_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "1;31";
    case Severity::warning:
      return "1;33";
    case Severity::info:
      break;
  }
  return "1;36";
}

// The lines of an excerpt, without their ends; at least one.
std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", begin), text.size()));
    lines.push_back({begin, end});
    begin = end + (text.substr(end).starts_with("\r\n") ? 2U : 1U);
  }
  if (lines.empty()) lines.push_back({});
  return lines;
}

struct ShownLine {
  std::uint32_t number = 1;
  std::vector<Cell> cells;
};

bool has_mark(std::span<const Cell> cells) {
  return std::any_of(cells.begin(), cells.end(), [](const Cell& c) { return c.marked && c.columns > 0; });
}

// The lines of an excerpt. Something is always marked: an empty mark takes the character after it, and a mark on
// nothing that can be seen (a line break, the text's end) a blank at the end of its line.
std::vector<ShownLine> shown_lines(const Excerpt& excerpt) {
  Span marked = excerpt.marked;
  if (marked.empty()) ++marked.end;
  const std::vector<Span> lines = lines_of(excerpt.text);
  std::vector<ShownLine> shown;
  std::size_t home = 0;  // the line on which the mark starts
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto [begin, end] = lines[i];
    const Span in_line{std::clamp(marked.begin, begin, end) - begin, std::clamp(marked.end, begin, end) - begin};
    shown.push_back({excerpt.line + static_cast<std::uint32_t>(i),
                     cells_of(std::string_view(excerpt.text).substr(begin, end - begin), in_line)});
    if (begin <= marked.begin) home = i;
  }
  if (std::none_of(shown.begin(), shown.end(), [](const ShownLine& line) { return has_mark(line.cells); }))
    shown[home].cells.push_back({" ", 1, true, true});
  return shown;
}

// A row of the terminal; a long line takes several, the first of which has its number.
struct Row {
  std::string number;
  std::span<const Cell> cells;

  [[nodiscard]] bool is_marked() const { return has_mark(cells); }
};

std::vector<Row> rows_of(const std::vector<ShownLine>& lines, std::uint32_t columns) {
  std::vector<Row> rows;
  for (const ShownLine& line : lines) {
    std::string number = fmt::format("{}", line.number);
    if (line.cells.empty()) rows.push_back({number, {}});
    for (const auto cells : rows_of(line.cells, columns)) rows.push_back({std::exchange(number, ""), cells});
  }
  return rows;
}

std::size_t digits(std::uint32_t number) { return fmt::formatted_size("{}", number); }

// What a passage lacks decides how it is read; how a sentence is put comes after.
bool says_what_is_missing(const Finding& finding) {
  const std::string_view category = finding.category();
  const bool of_passage = category == "layers" || category == "gap" || category == "discipline";
  return of_passage && std::string_view(finding.rule).substr(category.size()).starts_with("/missing-");
}

// What the end of a report says of one rule.
struct RuleTally {
  std::size_t count = 0;
  // Of the finding to look at first among the rule's: the first of the gravest.
  std::pair<Severity, bool> gravity;  // with whether it says what is missing
  std::size_t number = 0;             // in the report
  std::string place;
};

class TextWriter : public ReportWriter {
 public:
  explicit TextWriter(const TextStyle& style) : style_(style), width_(std::max(style.width, kNarrowest)) {}

  std::string add(const Report& part) override {
    for (const Finding& finding : part.findings) {
      add_finding(finding);
      count(finding);
      before_ = {finding.place.file, finding.place.range, finding.related.empty()};
    }
    return std::exchange(out_, {});
  }
  std::string finish(const Report& report) override {
    if (style_.statistics && !rules_.empty()) add_statistics();
    if (!style_.quiet) add_summary(report);
    return std::exchange(out_, {});
  }

 private:
  [[nodiscard]] std::string paint(std::string_view look, std::string_view text) const {
    if (!style_.color || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", look, text);
  }

  void add_line(std::string_view line) {
    out_ += line;
    out_ += '\n';
  }

  void add_finding(const Finding& finding) {
    std::vector<std::vector<ShownLine>> excerpts{shown_lines(finding.place.excerpt)};
    for (const Related& related : finding.related) excerpts.push_back(shown_lines(related.place.excerpt));
    gutter_ = 0;
    for (const auto& lines : excerpts) gutter_ = std::max(gutter_, digits(lines.back().number));

    const std::string kind = paint(look_of(finding.severity), to_string(finding.severity));
    add_line(fmt::format("{}: {}[{}] {}", paint(kBold, place_text(finding.place)), kind, terminal_safe(finding.rule),
                         terminal_safe(finding.message)));
    if (!is_shown(finding)) add_excerpt(excerpts[0], '^', look_of(finding.severity));
    for (std::size_t i = 0; i < finding.related.size(); ++i) {
      const Related& related = finding.related[i];
      add_line(fmt::format("{} {}: {}", paint(kGutter, std::string(gutter_, ' ') + ":::"),
                           paint(kBold, place_text(related.place)), terminal_safe(related.message)));
      add_excerpt(excerpts[i + 1], '-', kGutter);
    }
    if (!finding.help.empty()) add_note("help", finding.help);
    if (finding.fix) add_note("fix", finding.fix->title);
    out_ += '\n';
  }

  // Whether the same words stand right above, as for each thing that one passage lacks.
  [[nodiscard]] bool is_shown(const Finding& finding) const {
    return before_.alone && finding.related.empty() && before_.file == finding.place.file &&
           before_.range == finding.place.range;
  }

  // "12 | text"; without a number where the row goes on.
  void add_gutter_row(std::string_view number, std::string_view text) {
    const std::string gutter = fmt::format("{:>{}} |", number, gutter_);
    add_line(text.empty() ? paint(kGutter, gutter) : fmt::format("{} {}", paint(kGutter, gutter), text));
  }

  void add_excerpt(const std::vector<ShownLine>& lines, char mark, std::string_view look) {
    const auto columns = width_ - static_cast<std::uint32_t>(gutter_ + 3);
    const std::vector<Row> rows = rows_of(lines, columns);
    add_gutter_row("", "");
    if (std::count_if(rows.begin(), rows.end(), std::mem_fn(&Row::is_marked)) > kMostUnderlined) {
      add_beside_mark(rows_of(lines, columns - 2), look);
    } else {
      for (const Row& row : rows) add_above_mark(row, mark, look);
    }
    add_gutter_row("", "");
  }

  void add_above_mark(const Row& row, char mark, std::string_view look) {
    add_gutter_row(row.number, row_text(row.cells));
    const std::string underline = row_underline(row.cells, mark);
    if (underline.empty()) return;
    const std::size_t indent = underline.find(mark);
    add_gutter_row("", std::string(indent, ' ') + paint(look, underline.substr(indent)));
  }

  void add_beside_mark(const std::vector<Row>& rows, std::string_view look) {
    const auto is_marked = std::mem_fn(&Row::is_marked);
    const auto first = std::find_if(rows.begin(), rows.end(), is_marked);
    const auto last = std::find_if(rows.rbegin(), rows.rend(), is_marked).base() - 1;
    for (auto row = rows.begin(); row != rows.end(); ++row) {
      if (last - first >= kMostRows && row == first + kFirstRows) {
        add_gutter_row("", paint(look, "|") + paint(kQuiet, " ..."));
        row = last + 1 - kLastRows;
      }
      const std::string_view rail = row < first || row > last ? " " : row == first ? "/" : row == last ? "\\" : "|";
      const std::string text = row_text(row->cells);
      add_gutter_row(row->number, paint(look, rail) + (text.empty() ? "" : " " + text));
    }
  }

  // "   = help: text", wrapped with its rows below one another.
  void add_note(std::string_view title, std::string_view text) {
    const std::size_t indent = gutter_ + 1 + 2 + title.size() + 2;
    std::string lead = fmt::format("{}{} {} ", std::string(gutter_ + 1, ' '), paint(kGutter, "="),
                                   paint(kHelp, fmt::format("{}:", title)));
    for (const std::string& row : wrapped(text, width_ - static_cast<std::uint32_t>(indent))) {
      add_line(lead + row);
      lead.assign(indent, ' ');
    }
  }

  void count(const Finding& finding) {
    RuleTally& rule = rules_[finding.rule];
    const std::pair gravity(finding.severity, says_what_is_missing(finding));
    if (rule.count == 0 || gravity > rule.gravity) {
      rule.gravity = gravity;
      rule.number = findings_;
      rule.place = place_text(finding.place);
    }
    ++rule.count;
    ++findings_;
  }

  void add_statistics() {
    std::vector<std::pair<std::string_view, std::size_t>> counts;
    for (const auto& [id, rule] : rules_) counts.emplace_back(id, rule.count);
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    add_line(paint(kBold, "count  rule"));
    for (const auto& [rule, count] : counts) add_line(fmt::format("{:>5}  {}", count, terminal_safe(rule)));
    out_ += '\n';
  }

  // Names the finding to look at first: by severity, then what a passage lacks, then the rule with most findings, then
  // the order of the report.
  void add_summary(const Report& report) {
    add_line(paint(kBold, summary_text(report)));
    if (rules_.empty()) return;
    const auto lighter = [](const auto& a, const auto& b) {
      return std::tuple(a.second.gravity, a.second.count, b.second.number) <
             std::tuple(b.second.gravity, b.second.count, a.second.number);
    };
    const auto& [id, rule] = *std::max_element(rules_.begin(), rules_.end(), lighter);
    const std::string others =
        rule.count == 1 ? "" : paint(kQuiet, fmt::format(" (and {} more of this rule)", rule.count - 1));
    add_line(fmt::format("look first at {}, {}{}", rule.place, terminal_safe(id), others));
  }

  // Of the finding before the one at hand, what tells whether its words need not be shown again.
  struct Before {
    std::string file;
    Range range;
    bool alone = false;  // it has no related places
  };

  TextStyle style_;
  std::uint32_t width_;     // columns
  std::size_t gutter_ = 0;  // columns of the line numbers of the finding at hand
  Before before_;
  std::map<std::string, RuleTally, std::less<>> rules_;
  std::size_t findings_ = 0;  // so far
  std::string out_;
};

}  // namespace

std::unique_ptr<ReportWriter> text_writer(const TextStyle& style) { return std::make_unique<TextWriter>(style); }

}  // namespace candor
