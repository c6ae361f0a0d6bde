#include "lint/reading/entry.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "lint/reading/event_words.h"

namespace candor {
namespace {

// ---- Fields

enum class Field : std::uint8_t {
  none,
  organization,
  title,
  exam,
  dates,
  start,
  end,
  award,
  load,
  result,
  attempt,
  note
};

struct FieldName {
  std::string_view name;  // lower case, without blanks
  Field field;
};
constexpr FieldName kFieldNames[] = {{"organization", Field::organization},
                                     {"organisation", Field::organization},
                                     {"organizationname", Field::organization},
                                     {"institution", Field::organization},
                                     {"institute", Field::organization},
                                     {"hospital", Field::organization},
                                     {"school", Field::organization},
                                     {"medicalschool", Field::organization},
                                     {"employer", Field::organization},
                                     {"company", Field::organization},
                                     {"university", Field::organization},
                                     {"college", Field::organization},
                                     {"where", Field::organization},
                                     {"site", Field::organization},
                                     {"place", Field::organization},
                                     {"institution/program", Field::organization},
                                     {"position", Field::title},
                                     {"positiontitle", Field::title},
                                     {"role", Field::title},
                                     {"title", Field::title},
                                     {"degree", Field::title},
                                     {"degreeearned", Field::title},
                                     {"qualification", Field::title},
                                     {"program", Field::title},
                                     {"programme", Field::title},
                                     {"award", Field::title},
                                     {"post", Field::title},
                                     {"job", Field::title},
                                     {"experience", Field::title},
                                     {"activity", Field::title},
                                     {"what", Field::title},
                                     {"exam", Field::exam},
                                     {"examination", Field::exam},
                                     {"test", Field::exam},
                                     {"examname", Field::exam},
                                     {"dates", Field::dates},
                                     {"date", Field::dates},
                                     {"period", Field::dates},
                                     {"when", Field::dates},
                                     {"datesattended", Field::dates},
                                     {"attended", Field::dates},
                                     {"datesofattendance", Field::dates},
                                     {"testdate", Field::dates},
                                     {"examdate", Field::dates},
                                     {"datetaken", Field::dates},
                                     {"sat", Field::dates},
                                     {"taken", Field::dates},
                                     {"datesat", Field::dates},
                                     {"dateofexam", Field::dates},
                                     {"duration", Field::dates},
                                     {"years", Field::dates},
                                     {"time", Field::dates},
                                     {"tenure", Field::dates},
                                     {"startdate", Field::start},
                                     {"from", Field::start},
                                     {"start", Field::start},
                                     {"began", Field::start},
                                     {"begin", Field::start},
                                     {"started", Field::start},
                                     {"datefrom", Field::start},
                                     {"begindate", Field::start},
                                     {"enddate", Field::end},
                                     {"to", Field::end},
                                     {"end", Field::end},
                                     {"ended", Field::end},
                                     {"until", Field::end},
                                     {"finish", Field::end},
                                     {"finished", Field::end},
                                     {"dateto", Field::end},
                                     {"awarded", Field::award},
                                     {"degreedate", Field::award},
                                     {"graduation", Field::award},
                                     {"graduationdate", Field::award},
                                     {"dateofgraduation", Field::award},
                                     {"graduated", Field::award},
                                     {"conferred", Field::award},
                                     {"degreeawarded", Field::award},
                                     {"degreeconferred", Field::award},
                                     {"dateawarded", Field::award},
                                     {"dateofdegree", Field::award},
                                     {"degreeexpected", Field::award},
                                     {"load", Field::load},
                                     {"frequency", Field::load},
                                     {"hours", Field::load},
                                     {"hoursperweek", Field::load},
                                     {"averagehours/week", Field::load},
                                     {"averagehoursperweek", Field::load},
                                     {"frequencyofparticipation", Field::load},
                                     {"commitment", Field::load},
                                     {"time/week", Field::load},
                                     {"result", Field::result},
                                     {"outcome", Field::result},
                                     {"score", Field::result},
                                     {"pass/fail", Field::result},
                                     {"status", Field::result},
                                     {"attempt", Field::attempt},
                                     {"attemptnumber", Field::attempt},
                                     {"attemptno", Field::attempt},
                                     {"no", Field::attempt},
                                     {"description", Field::note},
                                     {"notes", Field::note},
                                     {"roles", Field::note},
                                     {"responsibilities", Field::note},
                                     {"location", Field::note},
                                     {"city", Field::note},
                                     {"country", Field::note},
                                     {"type", Field::note},
                                     {"experiencetype", Field::note},
                                     {"setting", Field::note},
                                     {"supervisor", Field::note},
                                     {"duties", Field::note},
                                     {"comments", Field::note},
                                     {"details", Field::note},
                                     {"remarks", Field::note},
                                     {"minimumpass", Field::note},
                                     {"focusarea", Field::note},
                                     {"keycharacteristic", Field::note},
                                     {"primaryfocusarea", Field::note},
                                     {"reasonforleaving", Field::note},
                                     {"context,roles,responsibilities", Field::note},
                                     {"mostmeaningful", Field::note},
                                     {"fieldofstudy", Field::note},
                                     {"name", Field::note},
                                     {"birthdate", Field::note},
                                     {"dateofbirth", Field::note},
                                     {"applicantid", Field::note},
                                     {"graduationstatus", Field::note},
                                     {"state/province", Field::note},
                                     {"specialty", Field::note},
                                     {"department", Field::note}};

std::string squashed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '*' || c == '_' || c == '.' || c == '#') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

Field field_named(std::string_view label) {
  const std::string name = squashed(label);
  for (const FieldName& known : kFieldNames) {
    if (known.name == name) return known.field;
  }
  return Field::none;
}

struct LabelAt {
  std::size_t begin = 0;  // of the label
  std::size_t value = 0;  // after the colon
  Field field = Field::none;
};

// "NephrologyPosition:": merged columns leave no blank.
bool starts_inside(std::string_view line, std::size_t at) {
  const char before = line[at - 1];
  return line[at] >= 'A' && line[at] <= 'Z' && ((before >= 'a' && before <= 'z') || before == ')' || before == '.');
}

// The labels on a line: known names before a colon, however blanks cut them ("E nd Date:"). Unknown ones count only at
// the start of the line.
std::vector<LabelAt> labels_on(std::string_view line) {
  std::vector<LabelAt> found;
  std::size_t from = 0;
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    LabelAt best;
    for (std::size_t begin = from; begin < colon; ++begin) {
      if (colon - begin > 40 || (begin > from && line[begin - 1] != ' ' && line[begin - 1] != '*' &&
                                 line[begin - 1] != '\t' && !starts_inside(line, begin)))
        continue;
      if (std::isalpha(static_cast<unsigned char>(line[begin])) == 0) continue;
      const Field field = field_named(line.substr(begin, colon - begin));
      if (field == Field::none) continue;
      best = {begin, colon + 1, field};
      break;
    }
    if (best.field == Field::none) continue;
    if (!found.empty() && best.field == Field::note && squashed(line.substr(best.begin, colon - best.begin)).size() < 5)
      continue;
    found.push_back(best);
    from = colon + 1;
  }
  return found;
}

// "Dates 01/2018 - 12/2020": a label that has lost its colon, at the start of a line.
void add_bare_label(std::string_view line, std::vector<LabelAt>& found) {
  constexpr std::string_view kBare[] = {"Organization", "Position", "Dates", "Experience Type", "Institution", "Degree",
                                        "Start Date",   "End Date", "Role",  "Frequency",       "Description", "Exam",
                                        "Result",       "Test Date"};
  if (!found.empty()) return;
  for (const std::string_view label : kBare) {
    if (line.size() < label.size() + 3 || !line.starts_with(label) || line[label.size()] != ' ') continue;
    const char next = line[label.size() + 1];
    if ((next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9'))
      found.push_back({0, label.size(), field_named(label)});
  }
}

// ---- Lines

enum class LineKind : std::uint8_t { blank, heading, item, row, text };

struct Line {
  LineKind kind = LineKind::text;
  std::uint32_t indent = 0;
  std::uint8_t level = 0;  // of a heading
  Span source;             // without indent and markup in front
  std::vector<LabelAt> labels;
  IndexRange dates;  // in the text's date expressions
};

constexpr std::string_view kSectionWords[] = {"education",
                                              "experience",
                                              "experiences",
                                              "work",
                                              "employment",
                                              "history",
                                              "exam",
                                              "exams",
                                              "examination",
                                              "examinations",
                                              "training",
                                              "clinical",
                                              "research",
                                              "volunteer",
                                              "and",
                                              "medical",
                                              "usmle",
                                              "comlex",
                                              "comlex-usa",
                                              "scores",
                                              "test",
                                              "tests",
                                              "licensure",
                                              "licensing",
                                              "postgraduate",
                                              "professional",
                                              "observerships",
                                              "observership",
                                              "us",
                                              "u.s",
                                              "of",
                                              "positions",
                                              "appointments",
                                              "degrees",
                                              "undergraduate",
                                              "graduate",
                                              "higher",
                                              "other",
                                              "honors",
                                              "awards",
                                              "publications",
                                              "skills",
                                              "languages",
                                              "hobbies",
                                              "interests",
                                              "memberships",
                                              "activities",
                                              "leadership",
                                              "teaching",
                                              "eras",
                                              "entries",
                                              "curriculum",
                                              "vitae",
                                              "cv",
                                              "application",
                                              "myeras",
                                              "volunteering",
                                              "certifications",
                                              "certification",
                                              "the",
                                              "selected",
                                              "step",
                                              "transcript",
                                              "results",
                                              "record",
                                              "timeline",
                                              "current",
                                              "prior",
                                              "previous",
                                              "qualifications",
                                              "background",
                                              "details",
                                              "english",
                                              "language",
                                              "general",
                                              "information",
                                              "extracurricular",
                                              "presentations",
                                              "scholarly",
                                              "paid",
                                              "unpaid",
                                              "career",
                                              "academic",
                                              "positions",
                                              "postings",
                                              "rotations",
                                              "electives",
                                              "externships",
                                              "service",
                                              "military",
                                              "residency",
                                              "internship",
                                              "attempts",
                                              "board",
                                              "interruption",
                                              "gap",
                                              "gaps",
                                              "interruptions",
                                              "or",
                                              "extended",
                                              "interrupted",
                                              "non-clinical"};

bool is_section_title(std::string_view title) {
  const std::string folded = folded_copy(title);
  bool any = false;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t end = std::min(folded.find_first_of(" ,/&()-:#*_", i), folded.size());
    const std::string_view word = std::string_view(folded).substr(i, end - i);
    if (!word.empty()) {
      any = true;
      if (std::find(std::begin(kSectionWords), std::end(kSectionWords), word) == std::end(kSectionWords)) return false;
    }
    i = end + 1;
  }
  return any;
}

bool is_upper_title(std::string_view line) {
  std::size_t letters = 0;
  for (const char c : line) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z' ? 1 : 0;
  }
  return letters >= 4 && line.find_first_of("0123456789") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const auto skip = [](char c) {
    return c == ' ' || c == '\t' || c == '*' || c == '_' || c == ',' || c == '|' || c == ';' || c == '-' || c == ':' ||
           c == '.';
  };
  while (!text.empty() && skip(text.front())) text.remove_prefix(1);
  while (!text.empty() && skip(text.back())) text.remove_suffix(1);
  while (text.starts_with("–") || text.starts_with("—") || text.starts_with("·") || text.starts_with("•")) {
    text.remove_prefix(text.starts_with("·") ? 2 : 3);
    while (!text.empty() && skip(text.front())) text.remove_prefix(1);
  }
  while (text.ends_with("–") || text.ends_with("—")) {
    text.remove_suffix(3);
    while (!text.empty() && skip(text.back())) text.remove_suffix(1);
  }
  return text;
}

Span span_in(const Source& source, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(part.data() - source.bytes().data());
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

// A run of lines that tells of one thing.
struct Chunk {
  std::vector<const Line*> lines;
  std::string_view heading;    // of the heading that the chunk stands under, where that names an organization
  std::string_view context;    // title of the section
  std::vector<Field> columns;  // of a table row
  SectionKind section = SectionKind::other;
};

class EntryReader {
 public:
  EntryReader(const TextReading& text, std::uint32_t text_index, std::span<const DateExpression> dates)
      : text_(text), text_index_(text_index), dates_(dates) {}

  std::vector<Event> read() {
    for (const Section& section : text_.sections) {
      if (section.kind != SectionKind::personal_statement) read_section(section);
    }
    return std::move(events_);
  }

 private:
  [[nodiscard]] std::string_view slice(Span span) const { return text_.source.slice(span); }

  // ---- lines
  Line read_line(Span whole) const {
    Line line;
    std::string_view text = slice(whole);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
      line.indent += text.front() == '\t' ? 4U : 1U;
      text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t')) text.remove_suffix(1);
    if (text.empty())
      line.kind = LineKind::blank;
    else if (text.front() == '#') {
      while (!text.empty() && text.front() == '#') {
        ++line.level;
        text.remove_prefix(1);
      }
      line.kind = LineKind::heading;
    } else if (text.front() == '|')
      line.kind = LineKind::row;
    else if (text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ")) {
      line.kind = LineKind::item;
      text.remove_prefix(2);
    } else if (text.starts_with("• ") || text.starts_with("– ")) {
      line.kind = LineKind::item;
      text.remove_prefix(4);
    } else if (std::size_t i = 0; std::isdigit(static_cast<unsigned char>(text[0])) != 0) {
      while (i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0) ++i;
      if (i < 3 && i + 1 < text.size() && (text[i] == '.' || text[i] == ')') && text[i + 1] == ' ') {
        line.kind = LineKind::item;
        text.remove_prefix(i + 2);
      }
    }
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    if (line.kind == LineKind::text && line.indent == 0 && is_upper_title(text) && is_section_title(text)) {
      line.kind = LineKind::heading;
      line.level = 1;
    }
    line.source = span_in(text_.source, text);
    if (line.kind != LineKind::row && line.kind != LineKind::heading) {
      line.labels = labels_on(text);
      if (line.kind == LineKind::text) add_bare_label(text, line.labels);
    }
    const auto first = std::lower_bound(dates_.begin(), dates_.end(), line.source.begin,
                                        [](const DateExpression& d, std::uint32_t at) { return d.source.begin < at; });
    line.dates.first = line.dates.last = static_cast<std::uint32_t>(first - dates_.begin());
    while (line.dates.last < dates_.size() && dates_[line.dates.last].source.begin < line.source.end) ++line.dates.last;
    return line;
  }

  [[nodiscard]] bool has_date(const Line& line) const {
    for (std::uint32_t d = line.dates.first; d < line.dates.last; ++d) {
      if (dates_[d].kind != DateKind::duration) return true;
    }
    return false;
  }

  // Lines of a page's head that stand again and again: "NAME MyERAS", "Application".
  [[nodiscard]] static bool is_page_header(std::string_view line) {
    return line.ends_with("MyERAS") || line == "Application" || line.starts_with("Page ");
  }

  // ---- chunks
  void read_section(const Section& section) {
    const std::uint32_t first_line = text_.source.position(section.source.begin).line;
    const std::uint32_t last_line = text_.source.position(section.source.end > 0 ? section.source.end - 1 : 0).line;
    std::vector<Line> lines;
    lines.reserve(last_line - first_line + 1);
    for (std::uint32_t n = first_line; n <= last_line; ++n) {
      const Line line = read_line(text_.source.line(n));
      if (line.kind == LineKind::text && is_page_header(slice(line.source))) continue;
      lines.push_back(line);
    }
    Chunk chunk;
    chunk.section = section.kind;
    chunk.context = section.title;
    std::vector<Field> columns;
    for (const Line& line : lines) {
      if (line.kind != LineKind::row) columns.clear();
      switch (line.kind) {
        case LineKind::blank:
          if (ends_at_blank(chunk)) close(chunk);
          break;
        case LineKind::heading:
          close(chunk);
          chunk.heading = {};
          chunk.context = slice(line.source);
          if (!is_section_title(slice(line.source))) {
            chunk.heading = slice(line.source);
            chunk.lines.push_back(&line);
          }
          break;
        case LineKind::row:
          read_row(chunk, line, columns);
          break;
        case LineKind::item:
        case LineKind::text:
          if (is_exam_title(line)) {
            close(chunk);
            chunk.context = slice(line.source);
            break;
          }
          if (starts_entry(chunk, line)) close(chunk);
          chunk.lines.push_back(&line);
          break;
      }
    }
    close(chunk);
  }

  // "USMLE STEP 2 Clinical Knowledge (CK)" above its table.
  [[nodiscard]] bool is_exam_title(const Line& line) const {
    return line.kind == LineKind::text && line.labels.empty() && line.dates.empty() && line.source.size() < 60 &&
           !exams_in(folded_copy(slice(line.source))).empty();
  }

  [[nodiscard]] bool chunk_has_date(const Chunk& chunk) const {
    return std::any_of(chunk.lines.begin(), chunk.lines.end(), [&](const Line* line) { return has_date(*line); });
  }

  // A blank line parts two entries, but not a heading from what stands under it.
  [[nodiscard]] bool ends_at_blank(const Chunk& chunk) const {
    if (chunk.lines.empty()) return false;
    const bool under_heading = chunk.lines.front()->kind == LineKind::heading;
    return !under_heading && (chunk_has_date(chunk) || chunk.lines.size() > 1 || chunk.lines.front()->labels.empty());
  }

  [[nodiscard]] bool starts_entry(const Chunk& chunk, const Line& line) const {
    if (chunk.lines.empty()) return false;
    if (!line.labels.empty()) return repeats_label(chunk, line);
    const Line& head = *chunk.lines.front();
    if (line.kind == LineKind::item) {
      if (head.kind == LineKind::item) return line.indent <= head.indent;
      // Items under a heading are its details, unless the heading has no date and they do.
      if (head.kind == LineKind::heading)
        return has_date(line) && !chunk_has_date(chunk) && !is_date_only(line) && !prose(slice(line.source));
      return has_date(line) && !chunk_has_date(chunk) && line.indent <= head.indent;
    }
    if (head.kind == LineKind::heading) return false;
    if (line.indent > head.indent || prose(slice(line.source))) return false;
    if (head.kind == LineKind::item) return line.indent == 0 && has_date(line) && chunk_has_date(chunk);
    if (!chunk_has_date(chunk)) return false;
    return !is_date_only(*chunk.lines.back()) || chunk.lines.size() > 1 || has_date(line);
  }

  [[nodiscard]] bool is_date_only(const Line& line) const {
    if (!has_date(line)) return false;
    std::uint32_t covered = 0;
    for (std::uint32_t d = line.dates.first; d < line.dates.last; ++d) covered += dates_[d].source.size();
    return covered + 8 >= line.source.size();
  }

  [[nodiscard]] bool repeats_label(const Chunk& chunk, const Line& line) const {
    for (const LabelAt& label : line.labels) {
      if (label.field == Field::note) continue;
      for (const Line* other : chunk.lines) {
        for (const LabelAt& known : other->labels) {
          if (known.field == label.field) return true;
        }
      }
    }
    return false;
  }

  // ---- tables
  static std::vector<std::string_view> cells_of(std::string_view row) {
    std::vector<std::string_view> cells;
    if (row.starts_with("|")) row.remove_prefix(1);
    while (!row.empty()) {
      const std::size_t bar = std::min(row.find('|'), row.size());
      std::string_view cell = row.substr(0, bar);
      while (!cell.empty() && (cell.front() == ' ' || cell.front() == '*')) cell.remove_prefix(1);
      while (!cell.empty() && (cell.back() == ' ' || cell.back() == '*')) cell.remove_suffix(1);
      cells.push_back(cell);
      row.remove_prefix(std::min(bar + 1, row.size()));
    }
    return cells;
  }

  void read_row(Chunk& chunk, const Line& line, std::vector<Field>& columns) {
    close(chunk);
    const std::string_view row = slice(line.source);
    if (row.find_first_not_of("|-: ") == std::string_view::npos) return;
    const std::vector<std::string_view> cells = cells_of(row);
    if (columns.empty()) {
      for (const std::string_view cell : cells) columns.push_back(field_named(cell));
      if (std::any_of(columns.begin(), columns.end(), [](Field f) { return f != Field::none; })) return;
    }
    chunk.lines.push_back(&line);
    chunk.columns = columns;
    close(chunk);
    chunk.columns.clear();
  }

  // ---- an entry out of a chunk
  struct Value {
    Field field;
    std::string_view text;
  };

  std::vector<Value> values_of(const Chunk& chunk) const {
    std::vector<Value> values;
    for (const Line* line : chunk.lines) {
      const std::string_view text = slice(line->source);
      if (line->kind == LineKind::row) {
        const std::vector<std::string_view> cells = cells_of(text);
        for (std::size_t c = 0; c < cells.size(); ++c) {
          values.push_back({c < chunk.columns.size() ? chunk.columns[c] : Field::none, cells[c]});
        }
        continue;
      }
      if (line->labels.empty()) {
        values.push_back({Field::none, text});
        continue;
      }
      if (line->labels.front().begin > 3) values.push_back({Field::none, text.substr(0, line->labels.front().begin)});
      for (std::size_t l = 0; l < line->labels.size(); ++l) {
        const std::size_t end = l + 1 < line->labels.size() ? line->labels[l + 1].begin : text.size();
        values.push_back({line->labels[l].field, text.substr(line->labels[l].value, end - line->labels[l].value)});
      }
    }
    return values;
  }

  // Prose; but a line with a range of dates and without its writer is an entry, full stop or not.
  [[nodiscard]] bool prose(std::string_view text) const {
    if (!is_prose(text)) return false;
    const std::string folded = folded_copy(text);
    if (has_phrase(folded, "i") || has_phrase(folded, "my") || std::count(folded.begin(), folded.end(), ' ') > 28)
      return true;
    const DateExpression* date = date_in(text);
    return date == nullptr || date->kind == DateKind::date || (date->start == date->end && !date->open_end);
  }

  // The first date in the text, a length excepted.
  [[nodiscard]] const DateExpression* date_in(std::string_view text, DateKind unwanted = DateKind::duration) const {
    const Span span = span_in(text_.source, text);
    for (const DateExpression& date : dates_) {
      if (date.source.begin >= span.end) break;
      if (span.contains(date.source) && date.kind != unwanted) return &date;
    }
    return nullptr;
  }
  [[nodiscard]] const DateExpression* length_in(std::string_view text) const {
    const Span span = span_in(text_.source, text);
    for (const DateExpression& date : dates_) {
      if (date.source.begin >= span.end) break;
      if (span.contains(date.source) && date.kind == DateKind::duration) return &date;
    }
    return nullptr;
  }

  static std::optional<Stated> stated(const DateExpression& date) {
    if (!date.resolved || date.open_start || date.foreign_calendar) return std::nullopt;
    return Stated{date.start, date.start_days, date.source};
  }

  void close(Chunk& chunk) {
    if (!chunk.lines.empty()) read_chunk(chunk);
    chunk.lines.clear();
  }

  void read_chunk(const Chunk& chunk) {
    std::vector<Value> values = values_of(chunk);
    const Span whole = hull(chunk.lines.front()->source, chunk.lines.back()->source);
    const std::string folded = folded_copy(slice(whole));
    const bool exam_section = chunk.section == SectionKind::exams || !exams_in(folded_copy(chunk.context)).empty();
    if (exam_section || !exams_in(head_text(chunk, values)).empty()) {
      if (read_sittings(chunk, values, folded)) return;
      if (exam_section && chunk.lines.front()->kind == LineKind::heading && chunk.lines.size() == 1) return;
    }
    read_plain(chunk, values, whole, folded);
  }

  static std::string head_text(const Chunk& chunk, const std::vector<Value>& values) {
    for (const Value& value : values) {
      if (value.field == Field::exam || value.field == Field::title) return folded_copy(value.text);
    }
    if (chunk.lines.empty() || values.empty()) return {};
    const std::string head = folded_copy(values.front().text);
    return head.size() < 120 ? head : std::string();
  }

  // Exams: one sitting a date. False where the chunk has no exam that is known.
  bool read_sittings(const Chunk& chunk, const std::vector<Value>& values, const std::string& folded) {
    const bool row_or_labels =
        chunk.lines.front()->kind == LineKind::row ||
        std::any_of(values.begin(), values.end(), [](const Value& v) { return v.field == Field::dates; });
    const std::string context = folded_copy(chunk.context);
    const bool comlex = has_phrase(context, "comlex-usa") || has_phrase(context, "comlex");
    bool read_any = false;
    Exam last = exam_in(context);
    const std::uint32_t base = chunk.lines.front()->source.begin;
    std::vector<std::pair<std::size_t, std::size_t>> pieces;  // in `folded`
    std::size_t dates_in_chunk = 0;
    for (const Line* line : chunk.lines) {
      for (std::uint32_t d = line->dates.first; d < line->dates.last; ++d)
        dates_in_chunk += dates_[d].kind != DateKind::duration ? 1U : 0U;
    }
    if (row_or_labels || dates_in_chunk <= 1) {
      pieces.emplace_back(0, folded.size());
    } else {
      for (const Line* line : chunk.lines) {
        std::size_t from = line->source.begin - base;
        const std::size_t end = line->source.end - base;
        while (from < end) {
          const std::size_t cut = std::min(folded.find(';', from), end);
          pieces.emplace_back(from, cut - from);
          from = cut + 1;
        }
      }
    }
    for (const auto& [from, size] : pieces) {
      std::string piece = folded.substr(from, size);
      if (comlex) piece.insert(0, "comlex ");
      const std::vector<ExamMention> mentions = exams_in(piece);
      if (!mentions.empty()) last = mentions.front().exam;
      const Span span{base + static_cast<std::uint32_t>(from), base + static_cast<std::uint32_t>(from + size)};
      const DateExpression* date = date_in(slice(span));
      if (last == Exam::none || (date == nullptr && !exam_said(values))) continue;
      Event event;
      event.kind = EventKind::exam;
      event.text = text_index_;
      event.source = event.whole = span;
      event.sitting.exam = last;
      event.title = to_string(last);
      std::string rest = piece;
      for (const DateExpression& other : dates_) {
        if (!span.contains(other.source)) continue;
        const std::size_t at = other.source.begin - span.begin + (comlex ? 7 : 0);
        rest.replace(at, other.source.size(), other.source.size(), ' ');
      }
      event.sitting.result = result_in(rest);
      event.sitting.attempt = attempt_in(rest);
      for (const Value& value : values) {
        if (value.field != Field::attempt) continue;
        for (const char c : value.text) {
          if (event.sitting.attempt == 0 && c >= '1' && c <= '9') event.sitting.attempt = c - '0';
        }
      }
      event.sitting.score = score_in(rest);
      event.expected = !expected_word(rest).empty();
      event.done = event.sitting.result != ExamResult::unstated || event.sitting.score > 0;
      if (date != nullptr) set_dates(*date, event);
      events_.push_back(std::move(event));
      read_any = true;
    }
    return read_any;
  }
  static bool exam_said(const std::vector<Value>& values) {
    return std::any_of(values.begin(), values.end(), [](const Value& v) { return v.field == Field::exam; });
  }

  void read_plain(const Chunk& chunk, const std::vector<Value>& values, Span whole, const std::string& folded) {
    Event event;
    event.text = text_index_;
    event.whole = whole;
    event.source = chunk.lines.front()->source;
    read_times(chunk, values, event);
    const bool labelled = std::any_of(values.begin(), values.end(), [](const Value& v) {
      return v.field == Field::organization || v.field == Field::title;
    });
    const bool entry_section = chunk.section == SectionKind::experience || chunk.section == SectionKind::education ||
                               chunk.section == SectionKind::interruption;
    if (!event.dated() && !labelled && chunk.lines.front()->kind != LineKind::heading &&
        chunk.lines.front()->kind != LineKind::row)
      return;
    if (!entry_section && !labelled && !event.dated()) return;
    if (chunk.lines.front()->kind == LineKind::text && prose(slice(chunk.lines.front()->source))) return;
    if (chunk.lines.front()->kind == LineKind::heading && !event.dated() && !labelled) return;
    read_names(chunk, values, event);
    if (event.title.empty() && event.organization.empty()) return;
    event.kind = entry_kind(chunk, event);
    if (event.kind == EventKind::other && !entry_section && !labelled) return;
    read_load(values, folded, event);
    event.expected = !expected_word(first_lines(values)).empty();
    events_.push_back(std::move(event));
  }

  // What is not description: labels other than notes, and the lines up to the first prose.
  std::string first_lines(const std::vector<Value>& values) const {
    std::string text;
    for (const Value& value : values) {
      if (value.field == Field::note || prose(value.text) || value.text.size() > 160) continue;
      text += folded_copy(value.text) + "\n";
    }
    return text;
  }

  void read_times(const Chunk& chunk, const std::vector<Value>& values, Event& event) {
    for (const Value& value : values) {
      if (value.field == Field::start) {
        if (const DateExpression* date = date_in(value.text)) event.start = stated(*date);
      } else if (value.field == Field::end) {
        const DateExpression* date = date_in(value.text);
        if (date != nullptr && !date->to_present) event.end = stated(*date);
        const std::string folded = folded_copy(value.text);
        event.to_present = has_phrase(folded, "present") || has_phrase(folded, "current") ||
                           has_phrase(folded, "ongoing") || has_phrase(folded, "now") || has_phrase(folded, "to date");
        if (event.to_present) event.end.reset();
      } else if (value.field == Field::award) {
        if (const DateExpression* date = date_in(value.text)) {
          if (const auto when = stated(*date)) event.other_dates.push_back(*when);
        }
      }
    }
    if (!event.dated()) {
      for (const Field wanted : {Field::dates, Field::none, Field::title, Field::organization}) {
        if (event.dated()) break;
        for (const Value& value : values) {
          if (value.field != wanted || (wanted == Field::none && prose(value.text))) continue;
          const DateExpression* date = date_in(value.text);
          if (date == nullptr || !set_dates(*date, event)) continue;
          more_dates(value.text, *date, event);
          if (event.point && wanted == Field::none && chunk.lines.front()->kind == LineKind::row)
            end_in_next_cell(values, value, event);
          break;
        }
      }
    }
    if (!event.dated() && !event.other_dates.empty()) {
      event.start = event.end = event.other_dates.front();
      event.point = true;
      event.other_dates.clear();
    }
    for (const Value& value : values) {
      if (value.field == Field::note || event.length || prose(value.text)) continue;
      if (value.field != Field::dates && date_in(value.text) == nullptr) continue;
      if (const DateExpression* length = length_in(value.text)) {
        event.length = length->duration;
        event.length_source = length->source;
      }
    }
    event.point = event.point || (event.start && event.end && event.start->source == event.end->source &&
                                  event.start->date == event.end->date);
  }

  // A table that gives start and end a column each without naming them so.
  void end_in_next_cell(const std::vector<Value>& values, const Value& first, Event& event) const {
    for (const Value& value : values) {
      if (value.text.data() <= first.text.data() || value.field != Field::none) continue;
      const DateExpression* date = date_in(value.text);
      if (date == nullptr || value.text.size() > date->source.size() + 6) continue;
      event.end.reset();
      if (!date->to_present) event.end = stated(*date);
      event.to_present = date->to_present;
      event.point = false;
      return;
    }
  }

  // Further dates on the line: "09/2010 - 07/2016, awarded July 2016".
  void more_dates(std::string_view text, const DateExpression& first, Event& event) {
    const Span span = span_in(text_.source, text);
    for (const DateExpression& date : dates_) {
      if (date.source.begin >= span.end) break;
      if (date.source.begin <= first.source.begin || !span.contains(date.source) || date.kind == DateKind::duration)
        continue;
      const std::string between = squashed(slice({first.source.end, date.source.begin}));
      const bool joined = date.source.begin - first.source.end < 12 &&
                          (between == "to" || between == ",to" || between == "," || between == "-" || between == "–" ||
                           between == "—" || between.empty());
      const bool closing = date.open_start || between != ",";
      if ((event.point || between == "to") && event.start && joined && closing && date.resolved &&
          date.end_days.last > event.start->days.last) {
        event.end = Stated{date.end, date.end_days, date.source};
        event.point = false;
      } else if (const auto when = stated(date)) {
        event.other_dates.push_back(*when);
      }
    }
  }

  void read_names(const Chunk& chunk, const std::vector<Value>& values, Event& event) {
    for (const Value& value : values) {
      if (value.field == Field::organization && event.organization.empty()) event.organization = trimmed(value.text);
      if ((value.field == Field::title || value.field == Field::exam) && event.title.empty())
        event.title = trimmed(without_dates(value.text));
    }
    if (event.organization.empty() || event.title.empty()) read_unlabelled_names(chunk, values, event);
    event.names = telling_words(folded_copy(event.organization.substr(0, event.organization.find(','))));
  }

  [[nodiscard]] std::string without_dates(std::string_view text) const {
    std::string out(text);
    const Span span = span_in(text_.source, text);
    for (const DateExpression& date : dates_) {
      if (date.source.begin >= span.end) break;
      if (span.contains(date.source))
        out.replace(date.source.begin - span.begin, date.source.size(), date.source.size(), '\x01');
    }
    out.erase(std::remove(out.begin(), out.end(), '\x01'), out.end());
    return out;
  }

  void read_unlabelled_names(const Chunk& chunk, const std::vector<Value>& values, Event& event) {
    std::vector<std::string> parts;
    std::vector<std::size_t> part_line;
    std::size_t line = 0;
    if (!chunk.heading.empty() && chunk.lines.front()->kind != LineKind::heading)
      add_parts(std::string(chunk.heading), line++, parts, part_line);
    for (const Value& value : values) {
      if (value.field != Field::none || line > 2) continue;
      if (prose(value.text)) break;
      add_parts(without_dates(value.text), line++, parts, part_line);
    }
    std::size_t organization = parts.size();
    for (std::size_t p = 0; p < parts.size() && organization == parts.size(); ++p) {
      const std::string folded = folded_copy(parts[p]);
      const bool named = std::isupper(static_cast<unsigned char>(parts[p][0])) != 0 && !telling_words(folded).empty();
      if (!organization_word(folded).empty() && (named || p > 0) &&
          (p > 0 || degree_word(folded).empty() || folded.find(' ') != std::string::npos))
        organization = p;
    }
    if (organization == parts.size()) {  // no word tells: the next line, or the second part
      for (std::size_t p = 1; p < parts.size() && organization == parts.size(); ++p) {
        if (part_line[p] > 0) organization = p;
      }
      if (organization == parts.size() && parts.size() > 1) organization = 1;
    }
    if (event.organization.empty() && organization < parts.size()) {
      event.organization = parts[organization];
      // A short name in brackets behind it.
      if (organization + 1 < parts.size() && is_upper_title(parts[organization + 1]) &&
          parts[organization + 1].size() < 9) {
        event.organization += " (" + parts[organization + 1] + ")";
      }
    }
    for (std::size_t p = 0; p < parts.size() && event.title.empty(); ++p) {
      if (p != organization) event.title = parts[p];
    }
  }

  static void add_parts(const std::string& text, std::size_t line, std::vector<std::string>& parts,
                        std::vector<std::size_t>& part_line) {
    std::string_view rest = text;
    while (!rest.empty()) {
      std::size_t cut = rest.size();
      std::size_t skip = 0;
      for (const std::string_view mark :
           {", ", " | ", " – ", " — ", " - ", "(", ")", "  ", "\t", " at ", ". ", "; ", ": ", "**", " @ "}) {
        const std::size_t at = rest.find(mark);
        if (at < cut) {
          cut = at;
          skip = mark.size();
        }
      }
      const std::string_view part = trimmed(rest.substr(0, cut));
      if (part.size() > 1) {
        parts.emplace_back(part);
        part_line.push_back(line);
      }
      rest.remove_prefix(std::min(cut + skip, rest.size()));
    }
  }

  [[nodiscard]] static EventKind entry_kind(const Chunk& chunk, const Event& event) {
    const std::string title = folded_copy(event.title);
    const std::string organization = folded_copy(event.organization);
    if (chunk.section == SectionKind::interruption) return EventKind::gap;
    if (!gap_word(title).empty() && organization_word(organization).empty() &&
        kind_of(title, EventKind::other) == EventKind::other)
      return EventKind::gap;
    if (chunk.section == SectionKind::education) {
      const EventKind told = kind_of(title, EventKind::education);
      return !degree_word(title).empty() || told != EventKind::clinical ? EventKind::education : told;
    }
    if (chunk.section == SectionKind::exams) return EventKind::other;
    if (has_phrase(title, "medical student") ||
        (!degree_word(title).empty() && kind_of(title, EventKind::other) == EventKind::other))
      return EventKind::education;
    const EventKind usual = chunk.section == SectionKind::experience ? EventKind::work : EventKind::other;
    const EventKind told = kind_of(title, EventKind::other);
    return told != EventKind::other ? told : kind_of(organization, usual);
  }

  void read_load(const std::vector<Value>& values, const std::string& folded, Event& event) const {
    std::string head = first_lines(values);
    LoadReading reading = load_of(head, event.kind);
    if (reading.load == Load::unstated || (reading.load == Load::full_time && !has_phrase(head, reading.reason))) {
      const LoadReading body = load_of(folded, EventKind::other);
      if (body.load == Load::part_time || reading.load == Load::unstated) reading = body;
    }
    for (const Value& value : values) {  // "Hours: 40 per week"
      if (value.field != Field::load) continue;
      int hours = 0;
      for (const char c : value.text) {
        if (c >= '0' && c <= '9')
          hours = hours * 10 + (c - '0');
        else if (hours > 0)
          break;
      }
      if (hours >= 36 && hours < 120)
        reading = {Load::full_time, "hours a week"};
      else if (hours > 0 && hours < 36)
        reading = {Load::part_time, "hours a week"};
    }
    event.load = reading.load;
    event.load_reason = reading.reason;
  }

  const TextReading& text_;
  std::uint32_t text_index_;
  std::span<const DateExpression> dates_;
  std::vector<Event> events_;
};

}  // namespace

std::vector<DateExpression> dates_of(const Document& document, const DateContext& context) {
  std::vector<DateExpression> dates;
  for (const Sentence& sentence : document.sentences()) find_dates(document, sentence, context, dates);
  return dates;
}

bool set_dates(const DateExpression& date, Event& event) {
  if (date.kind == DateKind::duration || !date.resolved || date.foreign_calendar) return false;
  if (!date.open_start) event.start = Stated{date.start, date.start_days, date.source};
  if (!date.open_end) event.end = Stated{date.end, date.end_days, date.source};
  event.to_present = date.to_present;
  event.relative = date.anchor != DateAnchor::none;
  event.point = event.start && event.end && date.start == date.end;
  return true;
}

bool is_prose(std::string_view line) {
  const std::string folded = folded_copy(line);
  const auto words = std::count(folded.begin(), folded.end(), ' ') + 1;
  if (words < 5) return false;
  if (has_phrase(folded, "i") || has_phrase(folded, "my")) return true;
  return words > 9 && (line.ends_with('.') || words > 30);
}

std::vector<Event> read_entries(const TextReading& text, std::uint32_t text_index,
                                std::span<const DateExpression> dates) {
  return EntryReader(text, text_index, dates).read();
}

}  // namespace candor
