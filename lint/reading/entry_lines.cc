#include "lint/reading/entry_lines.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/reading/path_tokens.h"
#include "lint/reading/section_title.h"

namespace candor {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }

// ---- labels

// "NephrologyPosition:": merged columns leave no blank.
bool starts_inside(std::string_view text, std::size_t at) {
  const char before = text[at - 1];
  return is_upper(text[at]) && (is_lower(before) || is_digit(before) || before == ')' || before == '.');
}

// What a label names, though a PDF broke it: "Start Da-", and on the next line "te".
Field field_of(std::string_view label) {
  const std::size_t broken = label.find("-\n");
  if (broken == std::string_view::npos) return field_named(label);
  return field_named(std::string(label.substr(0, broken)) + std::string(label.substr(broken + 2)));
}

// "**Mercy Hospital**: Intern": what is marked is a name, and its last word no label.
bool ends_emphasis_of_more(std::string_view text, std::size_t begin, std::size_t colon) {
  const char mark = text[colon - 1];
  return (mark == '*' || mark == '_') && (begin == 0 || text[begin - 1] != mark);
}

// "conferred by the University: 12 July 2021"
bool follows_an_article(std::string_view text, std::size_t begin) {
  const std::string_view before = text.substr(0, begin);
  return ends_with_any(before, {" the ", " a ", " of ", " by ", " my "});
}

// The known name that ends at the colon, the longest one.
std::optional<LabelAt> label_before(std::string_view text, std::size_t from, std::size_t colon) {
  constexpr std::size_t kLongest = 44;  // bytes
  for (std::size_t begin = std::max(from, colon - std::min(colon, kLongest)); begin < colon; ++begin) {
    if (!(is_letter(text[begin]) || text[begin] == '#')) continue;
    const bool starts = begin == from || text[begin - 1] == ' ' || text[begin - 1] == '*' || text[begin - 1] == '\t' ||
                        text[begin - 1] == '_' || text[begin - 1] == '|' || starts_inside(text, begin);
    if (!starts || ends_emphasis_of_more(text, begin, colon)) continue;
    const Field field = field_of(text.substr(begin, colon - begin));
    if (field == Field::none) continue;
    // In the middle of a line a lower-case word before a colon is a word, not a label.
    if (begin > from && (!is_upper(text[begin]) || follows_an_article(text, begin))) continue;
    return LabelAt{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(colon + 1), field};
  }
  return std::nullopt;
}

// Labels that a PDF may leave without a colon, at the start of a line: "Dates 01/2018 - 12/2020".
constexpr std::string_view kBareLabels[] = {
    "organization", "positiontitle", "position",  "datesattended", "dates",           "experiencetype", "institution",
    "degree",       "startdate",     "enddate",   "role",          "frequency",       "description",    "exam",
    "result",       "testdate",      "start/end", "employer",      "titleofposition", "location",       "setting"};

// "Position Title *", pasted from a web form: the value stands on the next line. `line`: without its end.
bool is_label_alone(std::string_view line) {
  constexpr std::size_t kLongest = 24;  // bytes
  while (!line.empty() && (line.back() == '*' || line.back() == ' ')) line.remove_suffix(1);
  if (line.empty() || line.size() > kLongest || !is_upper(line.front())) return false;
  constexpr std::array<std::string_view, 13> kMore = {"attendedfrom",
                                                      "attendedto",
                                                      "schoolname",
                                                      "organizationname",
                                                      "institutionname",
                                                      "nameofinstitution",
                                                      "title",
                                                      "dateofgraduation",
                                                      "from",
                                                      "to",
                                                      "start",
                                                      "end",
                                                      "jobtitle"};
  std::string name;
  for (const char c : line) {
    if (c != ' ') name += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  return std::find(std::begin(kBareLabels), std::end(kBareLabels), name) != std::end(kBareLabels) ||
         std::ranges::find(kMore, name) != kMore.end();
}

std::optional<LabelAt> bare_label(std::string_view text) {
  if (const std::size_t end = text.find('\n'); end != std::string_view::npos && is_label_alone(text.substr(0, end))) {
    const std::string_view label = text.substr(0, text.find_last_not_of("* ", end - 1) + 1);
    return LabelAt{0, static_cast<std::uint32_t>(end + 1), field_named(label)};
  }
  std::string name;
  std::optional<LabelAt> longest;
  for (std::size_t i = 0; i < text.size() && name.size() < 18; ++i) {
    if (text[i] == ' ' && i + 1 < text.size() && !name.empty()) {
      const char next = text[i + 1];
      const bool known = std::find(std::begin(kBareLabels), std::end(kBareLabels), name) != std::end(kBareLabels);
      if (known && (is_upper(next) || is_digit(next))) {
        longest = LabelAt{0, static_cast<std::uint32_t>(i), field_named(name)};
      }
    }
    if (text[i] == ' ') continue;
    if (!is_letter(text[i]) && text[i] != '/') break;
    name += is_upper(text[i]) ? static_cast<char>(text[i] + 32) : text[i];
  }
  return longest;
}

// "From              September 2014": labels in a column and values in the next.
std::optional<LabelAt> label_in_a_column(std::string_view text) {
  constexpr std::size_t kLongest = 30;  // bytes
  constexpr std::string_view kGap = "   ";
  const std::size_t gap = std::min(text.find(kGap), text.find('\t'));
  if (gap == 0 || gap > kLongest) return std::nullopt;
  const std::size_t value = text.find_first_not_of(" \t", gap);
  if (value == std::string_view::npos || text.find(kGap, value) != std::string_view::npos) return std::nullopt;
  const Field field = field_of(text.substr(0, gap));
  if (field == Field::none) return std::nullopt;
  return LabelAt{0, static_cast<std::uint32_t>(value), field};
}

std::vector<LabelAt> labels_on(std::string_view text, bool plain) {
  std::vector<LabelAt> found;
  std::size_t from = 0;
  for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    const bool time_of_day =
        colon > 0 && is_digit(text[colon - 1]) && colon + 1 < text.size() && is_digit(text[colon + 1]);
    if (time_of_day) continue;
    if (auto label = label_before(text, from, colon)) {
      found.push_back(*label);
      from = colon + 1;
    }
  }
  // "Institution ............ Lakemont University"
  if (const std::size_t dots = text.find("....");
      found.empty() && plain && dots != std::string_view::npos && dots > 0) {
    const std::size_t value = std::min(text.find_first_not_of('.', dots), text.size());
    const Field field = field_of(text.substr(0, dots));
    if (field != Field::none && value < text.size()) found.push_back({0, static_cast<std::uint32_t>(value), field});
  }
  if (found.empty() && plain) {
    if (auto label = label_in_a_column(text)) found.push_back(*label);
  }
  if (found.empty() && plain) {
    if (auto label = bare_label(text); label && label->field != Field::none) found.push_back(*label);
  }
  return found;
}

// ---- titles

bool is_upper_title(std::string_view line) {
  std::size_t letters = 0;
  for (const char c : line) {
    if (is_lower(c)) return false;
    letters += is_upper(c) ? 1U : 0U;
  }
  return letters >= 4 && std::none_of(line.begin(), line.end(), is_digit);
}

// Words that make a plain line a title: "Current/Prior Training", but not "Research assistant".
constexpr std::string_view kTitleCores[] = {
    "education",    "experience",     "experiences",   "training",    "employment",     "exam",       "exams",
    "examination",  "examinations",   "history",       "licensure",   "publications",   "awards",     "activities",
    "gaps",         "interruptions",  "preferences",   "information", "certifications", "skills",     "languages",
    "statement",    "answers",        "licenses",      "memberships", "appointments",   "positions",  "interrupted",
    "interruption", "qualifications", "presentations", "honors",      "honours",        "posts",      "post",
    "gap",          "absence",        "transcript",    "prizes",      "licences",       "curriculum", "licensing"};

// Titles whose entries take no time of a path; another kind beside them ("Research and publications") undoes that.
bool names_papers(std::string_view title) {
  constexpr std::string_view kPapers[] = {
      "awards",         "award",        "accomplishments", "honors",      "honours",      "prizes",
      "certifications", "certificates", "certification",   "languages",   "publications", "presentations",
      "conferences",    "courses",      "papers",          "talks",       "posters",      "licenses",
      "licences",       "licensure",    "grants",          "memberships", "membership",   "societies"};
  constexpr std::string_view kPath[] = {"education",  "experience", "experiences", "work",      "training",
                                        "employment", "research",   "teaching",    "volunteer", "leadership"};
  return has_phrase(title, "scholarly") || (has_any_phrase(title, kPapers) && !has_any_phrase(title, kPath));
}

bool is_title_word(std::string_view word) {
  return std::ranges::any_of(path_phrases_with(word), [&](const PathPhrase& phrase) {
    return phrase.list == PathWord::section_title && phrase.text == word;
  });
}

// The letters as words of titles, the longest first; empty where they are none.
std::string mended_title(std::string_view letters) {
  std::vector<std::size_t> from(letters.size() + 1, std::string_view::npos);
  from[0] = 0;
  for (std::size_t end = 1; end <= letters.size(); ++end) {
    for (std::size_t begin = 0; begin < end; ++begin) {
      if (from[begin] == std::string_view::npos || end - begin < 2) continue;
      if (is_title_word(letters.substr(begin, end - begin))) {
        from[end] = begin;
        break;
      }
    }
  }
  if (from[letters.size()] == std::string_view::npos) return {};
  std::string whole;
  for (std::size_t end = letters.size(); end > 0; end = from[end]) {
    if (!whole.empty()) whole.insert(0, " ");
    whole.insert(0, letters.substr(from[end], end - from[end]));
  }
  return whole;
}

// "Experience 1" without its number.
std::string_view without_number(std::string_view line) {
  const std::size_t last = line.find_last_not_of("0123456789");
  if (last == std::string_view::npos || line[last] != ' ' || line.size() - last > 3) return line;
  const std::string_view title = line.substr(0, last);
  const std::string low = folded_copy(title);
  constexpr std::string_view kCounted[] = {"experience", "education", "employment", "training", "work"};
  return ends_with_any(low, kCounted) ? title : line;
}

// The line's words where all are words of titles, however blanks cut them ("Gen eral Information"); else empty.
std::string title_of(std::string_view counted) {
  const std::string_view line = without_number(counted);
  if (line.size() > 72 || line.find_first_of("0123456789") != std::string_view::npos) return {};
  std::string whole;
  bool all = true;
  std::string letters;
  for (std::size_t at = path_word_begin(line, 0); at < line.size();) {
    const std::size_t end = path_word_end(line, at);
    const std::string word = folded_copy(line.substr(at, end - at));
    all = all && is_title_word(word);
    whole += (whole.empty() ? "" : " ") + word;
    letters += word;
    at = path_word_begin(line, end);
  }
  if (letters.size() < 4) return {};
  return all ? whole : mended_title(letters);
}

bool has_title_core(std::string_view title) { return has_any_phrase(title, kTitleCores); }

// ---- lines

// "Entry 1: kidney trials. Entry 3: the microscope was from 1983.", below a table: no entry of its own.
bool is_note_on_rows(const MarkedText& text, Span line) {
  constexpr std::string_view kEntry = "entry ";
  const std::string_view low = text.low(line);
  if (!low.starts_with(kEntry) || !low.ends_with('.')) return false;
  const std::size_t numbered = low.find_first_not_of("0123456789", kEntry.size());
  return numbered > kEntry.size() && numbered != std::string_view::npos && low.substr(numbered).starts_with(": ");
}

class LineReader {
 public:
  explicit LineReader(const MarkedText& text) : text_(text), bytes_(text.text.source.bytes()) {}

  std::vector<Line> read() {
    std::vector<Line> lines;
    const auto& sections = text_.text.sections;
    SectionKind section = sections.empty() ? SectionKind::other : sections.front().kind;
    std::size_t next_section = 0;
    bool papers = false;
    for (std::uint32_t n = 1; n <= text_.text.source.line_count(); ++n) {
      Span whole = text_.text.source.line(n);
      if (n < text_.text.source.line_count() && breaks_a_label(whole, text_.text.source.line(n + 1)))
        whole = hull(whole, text_.text.source.line(++n));
      constexpr std::uint32_t kParagraph = 240;  // bytes: longer than any title or record
      const bool opens_section = next_section < sections.size() && sections[next_section].source.begin < whole.end;
      if (section == SectionKind::personal_statement && whole.size() > kParagraph && !opens_section) {
        Line line;
        line.source = whole;
        line.section = section;
        lines.push_back(std::move(line));
        continue;
      }
      number_ = n;
      // "September 2022 -", and here "March 2024": read with the line above
      if (!lines.empty() && lines.back().kind != LineKind::blank && lines.back().source.end > whole.begin)
        whole.begin = std::min(whole.end, lines.back().source.end);
      under_dates_ = !lines.empty() && is_range_alone(lines.back()) && is_blank({lines.back().source.end, whole.begin});
      Line line = read_line(whole);
      // "Work Experience", below "07/2024 - Present": what sort of thing the entry is
      if (under_dates_ && line.kind == LineKind::text && !title_of(text_.slice(line.source)).empty()) continue;
      read_delimited(line);
      if (line.kind == LineKind::text && is_page_header(text_.slice(line.source))) continue;
      if (lines.empty() && names_the_applicant(line, whole)) line.kind = LineKind::title;
      while (next_section < sections.size() && sections[next_section].source.begin < whole.end) {
        const Section& opened = sections[next_section++];
        if (line.kind == LineKind::title || names_no_thing(line)) section = opened.kind;
      }
      if (line.kind == LineKind::title && !title_.empty()) {
        // What comes after a statement under a title of its own is no part of it.
        const bool statement = section == SectionKind::personal_statement;
        section = section_kind_of(title_).value_or(statement ? SectionKind::other : section);
        papers = names_papers(title_);
      } else if (line.kind == LineKind::heading) {
        papers = false;
      }
      if (line.kind == LineKind::text && bytes_[whole.begin] == '|' && !lines.empty()) open_record(lines.back());
      const bool opens = lines.empty() || lines.back().kind == LineKind::blank || lines.back().kind == LineKind::title;
      const Pieces pieces = section == SectionKind::personal_statement || !opens ? Pieces() : pieces_of(line);
      if (!pieces.entries.empty()) {
        add_pieces(pieces, section, lines);
        continue;
      }
      if (const auto told = section_of_label(line)) section = *told;
      line.section = section;
      line.papers = papers;
      lines.push_back(std::move(line));
    }
    return lines;
  }

 private:
  // "Experience: Delivery driver", below an answer about an interruption: a record of another section.
  [[nodiscard]] std::optional<SectionKind> section_of_label(const Line& line) const {
    constexpr std::array<std::string_view, 6> kLabels = {
        "experience: ", "education: ", "volunteer: ", "research: ", "training: ", "employment: "};
    const std::string_view low = text_.low(line.source);
    for (const std::string_view label : kLabels) {
      if (line.kind == LineKind::text && low.starts_with(label))
        return section_kind_of(label.substr(0, label.size() - 2));
    }
    return std::nullopt;
  }
  // Several entries on one line, and the title in front of them.
  struct Pieces {
    Span title;
    std::vector<Span> entries;
  };
  // "Posts: Rural physician, X, 06/2018 to 05/2019; Emergency physician, Y, 07/2019 to 08/2021", "**Research.** Fellow,
  // X (2019-2020). Coordinator, Y (2020-2021)."
  [[nodiscard]] Pieces pieces_of(const Line& line) const {
    if (line.kind != LineKind::text || ranges_in(line.source) < 2) return {};
    Pieces pieces;
    Span rest = line.source;
    const std::string_view text = text_.slice(rest);
    const std::size_t mark = text.find_first_of(":.");
    constexpr std::size_t kTitle = 40;  // bytes
    if (mark < kTitle) {
      const std::string_view name = text.substr(0, mark);
      const std::size_t letters = name.find_first_not_of("*_");
      const std::size_t behind = text.find_first_not_of(":.*_ ", mark);
      if (letters != std::string_view::npos && behind != std::string_view::npos &&
          !title_of(name.substr(letters, name.find_last_not_of("*_") + 1 - letters)).empty()) {
        pieces.title = {rest.begin, rest.begin + static_cast<std::uint32_t>(mark)};
        rest.begin += static_cast<std::uint32_t>(behind);
      }
    }
    const bool labelled = std::ranges::any_of(
        line.labels, [&](const LabelAt& label) { return label.begin >= rest.begin || pieces.title.empty(); });
    if (labelled) return {};
    std::uint32_t from = rest.begin;
    bool bracketed = false;
    for (std::uint32_t at = rest.begin; at < rest.end; ++at) {
      const std::string_view behind = text_.slice({at, rest.end});
      bracketed = behind.front() == '(' || (bracketed && behind.front() != ')');
      if (bracketed || !parts_entries(behind) || text_.date_over(at) != nullptr) continue;
      add_piece({from, at}, pieces.entries);
      from = at + 2;
    }
    add_piece({from, rest.end}, pieces.entries);
    const bool all = std::ranges::all_of(pieces.entries, [&](Span piece) { return is_entry_alone(piece); });
    return all && pieces.entries.size() > 1 ? pieces : Pieces();
  }
  [[nodiscard]] std::ptrdiff_t ranges_in(Span span) const {
    return std::ranges::count_if(text_.dates_in(span), is_range);
  }
  static bool is_range(const DateExpression& date) {
    return date.kind != DateKind::duration && date.resolved && (date.open_end || date.tells_two_ends());
  }
  // A semicolon, or a stop before a capital letter.
  static bool parts_entries(std::string_view behind) {
    const bool stop = behind.size() > 2 && behind.starts_with(". ") && (is_upper(behind[2]) || behind[2] == '*');
    return stop || behind.starts_with("; ");
  }
  // What has no range goes with what stands before it.
  void add_piece(Span piece, std::vector<Span>& pieces) const {
    if (ranges_in(piece) == 0 && !pieces.empty())
      pieces.back().end = piece.end;
    else
      pieces.push_back(piece);
  }
  // One range, and no sentence around it.
  [[nodiscard]] bool is_entry_alone(Span piece) const {
    const std::string_view low = text_.low(piece);
    const auto names = [&](PathWord list) { return text_.words.any(piece, list); };
    return ranges_in(piece) == 1 && (names(PathWord::organization) || names(PathWord::clinical)) &&
           !has_any_phrase(low, {"i", "my", "was", "were", "is", "are", "had", "has"});
  }
  void add_pieces(const Pieces& pieces, SectionKind section, std::vector<Line>& lines) {
    if (!pieces.title.empty()) {
      Line title;
      title.kind = LineKind::title;
      title.source = pieces.title;
      title.section = section = section_kind_of(folded_copy(text_.slice(pieces.title))).value_or(section);
      lines.push_back(std::move(title));
    }
    for (const Span piece : pieces.entries) {
      Line line = read_line(piece);
      line.section = section;
      lines.push_back(std::move(line));
    }
  }
  // "type,title,organization,start,end": a line of names of fields opens a table whose cells this mark parts. Its rows
  // go on until a line that has fewer.
  void read_delimited(Line& line) {
    constexpr std::ptrdiff_t kLeast = 3;
    if (line.kind == LineKind::row || line.kind == LineKind::blank) {
      delimiter_ = 0;
      return;
    }
    const std::string_view text = text_.slice(line.source);
    if (delimiter_ == 0 && !line.has_date) {
      for (const char mark : {',', ';', '\t', '|'}) {
        if (std::count(text.begin(), text.end(), mark) + 1 < kLeast) continue;
        const std::vector<Span> cells = cells_of(text_, line.source, mark);
        const auto named =
            std::ranges::count_if(cells, [&](Span cell) { return field_named(text_.slice(cell)) != Field::none; });
        if (named < kLeast || named * 4 < static_cast<std::ptrdiff_t>(cells.size()) * 3) continue;
        delimiter_ = mark;
        columns_ = cells.size();
        break;
      }
    }
    if (delimiter_ == 0) return;
    if (cells_of(text_, line.source, delimiter_).size() + 1 < columns_) {
      delimiter_ = 0;
      return;
    }
    line.kind = LineKind::row;
    line.bar = delimiter_;
    line.labels.clear();
    line.prose = false;
  }
  [[nodiscard]] bool is_range_alone(const Line& line) const {
    constexpr std::uint32_t kMarks = 6;  // bytes
    return line.kind == LineKind::text && line.has_range && is_dates_alone(text_, line, kMarks);
  }

  // "# Narges Daneshvar, MD", the first line of a list: whose it is.
  [[nodiscard]] bool names_the_applicant(const Line& line, Span whole) const {
    return line.kind == LineKind::heading && bytes_.substr(whole.begin).starts_with("# ") && !line.has_date &&
           names_no_thing(line);
  }
  // A heading such as "Why I was away" tells the kind of its section; "Research fellow, X Hospital" is a thing itself.
  [[nodiscard]] bool names_no_thing(const Line& line) const {
    return line.kind != LineKind::heading ||
           (!text_.words.any(line.source, PathWord::organization) &&
            !text_.words.any(line.source, PathWord::clinical) && !text_.words.any(line.source, PathWord::work) &&
            !text_.words.any(line.source, PathWord::research));
  }

  static std::string_view without_end(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
    return line;
  }
  // "Start Da-", and on the next line "te: 06/2017".
  [[nodiscard]] bool breaks_a_label(Span line, Span next) const {
    const std::string_view text = without_end(text_.slice(line));
    // "Dates of attendance", and on the next line ":10/2006 - 07/2013"
    if (!next.empty() && bytes_[next.begin] == ':' && !text.empty() && field_named(text) != Field::none) return true;
    if (!next.empty() && is_label_alone(text) && !is_label_alone(without_end(text_.slice(next)))) return true;
    if (text.size() < 2 || text.back() != '-' || !is_letter(text[text.size() - 2]) || next.empty() ||
        !is_lower(bytes_[next.begin]))
      return false;
    const std::string_view both = text_.slice(hull(line, next));
    const std::size_t colon = both.find(':', text.size());
    if (colon == std::string_view::npos) return false;
    const auto label = label_before(both, 0, colon);
    return label && label->begin < text.size();
  }

  // Lines of a page's head that stand again and again: "NAME MyERAS", "Application".
  static bool is_page_header(std::string_view line) {
    const std::size_t page = line.find(" Page ");  // "Printed 10/01/2026     Page 2 of 7"
    const bool counted = page != std::string_view::npos && page + 7 < line.size() && is_digit(line[page + 6]) &&
                         line.substr(page + 7).find(" of ") < 3;
    return line.ends_with("MyERAS") || line == "Application" || line.starts_with("Page ") || counted ||
           line.find("MyERAS Application") != std::string_view::npos;
  }

  Line read_line(Span whole) {
    Line line;
    title_.clear();
    std::uint32_t begin = whole.begin;
    std::uint32_t end = whole.end;
    while (begin < end && (bytes_[begin] == ' ' || bytes_[begin] == '\t'))
      line.indent += bytes_[begin++] == '\t' ? 4U : 1U;
    while (end > begin && (bytes_[end - 1] == ' ' || bytes_[end - 1] == '\r' || bytes_[end - 1] == '\t')) --end;
    if (begin == end || is_rule(bytes_.substr(begin, end - begin))) {
      line.kind = LineKind::blank;
      line.source = {begin, begin};
      return line;
    }
    strip_frame(begin, end);
    const bool markdown = bytes_[begin] == '#';
    begin += mark_in_front(begin, end, line);
    while (begin < end && bytes_[begin] == ' ') ++begin;
    line.source = behind_category({begin, end});
    read_title(line, markdown);
    take_dates(line);
    if (line.kind == LineKind::title) return line;
    if (line.kind == LineKind::row)
      read_labelled_row(line);
    else
      read_labels(line);
    const bool note = is_note_on_rows(text_, line.source);
    if (note) line.labels.clear();
    line.prose = line.kind != LineKind::heading && line.kind != LineKind::row && line.labels.empty() &&
                 (note || is_prose(text_, line.source));
    if (is_form(line)) line.kind = LineKind::form;
    return line;
  }

  // "--- Training ---", "== POSTS ==": what stands in the frame.
  void strip_frame(std::uint32_t& begin, std::uint32_t& end) const {
    const char mark = bytes_[begin];
    constexpr std::uint32_t kTitle = 40;  // bytes
    if (mark == '[' && end - begin > 3 && end - begin < kTitle && bytes_.find_first_of("[]", begin + 1) == end - 1) {
      ++begin;
      --end;
      return;
    }
    const auto framed = [&] {
      return end - begin > 6 && bytes_[begin] == mark && bytes_[begin + 1] == mark && bytes_[end - 1] == mark &&
             bytes_[end - 2] == mark;
    };
    if ((mark != '-' && mark != '=' && mark != '~') || !framed()) return;
    while (begin < end && (bytes_[begin] == mark || bytes_[begin] == ' ')) ++begin;
    while (end > begin && (bytes_[end - 1] == mark || bytes_[end - 1] == ' ')) --end;
  }
  // "| Organization | Mercy Hospital |": a record a table, a field a row. It is then a line with a label.
  void read_labelled_row(Line& line) const {
    const std::vector<Span> cells = cells_of(text_, line.source);
    if (cells.size() != 2 || cells[1].empty()) return;
    const Field field = field_named(text_.slice(cells[0]));
    if (field == Field::none || field == Field::person || field_named(text_.slice(cells[1])) != Field::none) return;
    line.kind = LineKind::text;
    line.labels = {{cells[0].begin, cells[1].begin, field}};
    line.source = hull(cells[0], cells[1]);
  }

  // "| Intern | Mercy Hospital |" above "| Dates | July 2018 - June 2019 |": the names of that record.
  void open_record(Line& line) const {
    if (line.kind != LineKind::row || line.has_date) return;
    const std::vector<Span> cells = cells_of(text_, line.source);
    if (cells.size() != 2 || cells[0].empty() || cells[1].empty() || field_of(text_.slice(cells[0])) != Field::none)
      return;
    line.kind = LineKind::text;
    line.source = hull(cells[0], cells[1]);
  }

  [[nodiscard]] bool is_blank(Span line) const {
    return text_.slice(line).find_first_not_of(" \r\n\t") == std::string_view::npos;
  }
  static bool is_rule(std::string_view text) { return text.find_first_not_of("-=_*~ ") == std::string_view::npos; }

  // Bytes of "#", "- ", "1. " in front; sets the kind.
  std::uint32_t mark_in_front(std::uint32_t begin, std::uint32_t end, Line& line) const {
    const std::string_view text = bytes_.substr(begin, end - begin);
    if (text.front() == '#') {
      line.kind = LineKind::heading;
      return static_cast<std::uint32_t>(std::min(text.find_first_not_of('#'), text.size()));
    }
    if (text.front() == '|') {
      line.kind = LineKind::row;
      return 0;
    }
    if (starts_with_any(text, {"- ", "* ", "+ "})) {
      line.kind = LineKind::item;
      return 2;
    }
    // "** Resident", one level below "* Training"
    if (const std::size_t stars = text.find_first_not_of('*');
        stars != std::string_view::npos && stars > 1 && stars < 5 && text[stars] == ' ') {
      line.kind = LineKind::item;
      line.indent += static_cast<std::uint32_t>(stars - 1);
      return static_cast<std::uint32_t>(stars + 1);
    }
    for (const std::string_view bullet : {"• ", "– ", "▪ ", "◦ ", "‣ ", "· ", "● ", "o "}) {
      if (!text.starts_with(bullet)) continue;
      line.kind = LineKind::item;
      return static_cast<std::uint32_t>(bullet.size());
    }
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits > 0 && digits < 3 && digits + 1 < text.size() && (text[digits] == '.' || text[digits] == ')') &&
        text[digits + 1] == ' ') {
      line.kind = LineKind::item;
      return static_cast<std::uint32_t>(digits + 2);
    }
    return 0;
  }

  // "**Clinic work.** Medical assistant, family practice": without what sort of thing it is. "**Medical officer.**
  // Mercy General Hospital" has its role there.
  [[nodiscard]] Span behind_category(Span line) const {
    constexpr std::size_t kLongest = 40;  // bytes
    const std::string_view text = text_.slice(line);
    const std::size_t close = text.find(".**");
    if (!text.starts_with("**") || close == std::string_view::npos || close > kLongest ||
        text.substr(0, close).find_first_of(",:;|(0123456789") != std::string_view::npos)
      return line;
    std::size_t behind = close + 3;
    while (behind < text.size() && text[behind] == ' ') ++behind;
    if (behind == text.size()) return line;
    const Span category{line.begin + 2, line.begin + static_cast<std::uint32_t>(close)};
    if (names_papers(text_.low(category))) return line;
    const Span rest{line.begin + static_cast<std::uint32_t>(behind), line.end};
    const DateExpression* const date = text_.date_in(rest);
    const bool months = date != nullptr && date->tells_two_ends() && date->start.has_month();
    if (!months) return line;  // "Language. Spanish (native), French (school, 2004-2008)"
    const auto names_role = [&](Span span) {
      return text_.words.any(span, PathWord::clinical) || text_.words.any(span, PathWord::work) ||
             text_.words.any(span, PathWord::research);
    };
    const bool told = names_role(rest) || (!names_role(category) && text_.words.any(rest, PathWord::organization));
    return told ? rest : line;
  }
  void read_title(Line& line, bool markdown) {
    std::string_view text = text_.slice(line.source);
    const bool colon = text.ends_with(':');  // "education:", over its list
    while (text.ends_with(':') || text.ends_with('*') || text.ends_with('_') || text.ends_with('#') ||
           text.ends_with(' '))
      text.remove_suffix(1);
    while (text.starts_with('*') || text.starts_with('_')) text.remove_prefix(1);
    if (markdown || is_upper_title(text)) text = without_counter(text);
    if (text.empty() || (under_dates_ && !markdown) || (line.kind != LineKind::heading && line.indent > 0)) return;
    // "2. TRAINING", "2. Training"
    const bool numbered =
        line.kind == LineKind::item &&
        (is_upper_title(text) || (is_counted(line) && is_upper(text[0])) || (is_upper(text[0]) && opens_over_posts()));
    // "2. Beschäftigungen", over "von 02.09.2013 bis 29.08.2014": a title in any words
    if (line.kind == LineKind::item && is_counted(line) && text_.dates_within(line.source).empty() &&
        (opens_over_dates() || (is_upper_title(text) && opens_block() && names_no_post(line))) &&
        bytes_[text_.text.source.line(number_ + 1).begin] != ' ') {
      line.kind = LineKind::title;
      title_ = title_of(text);
      return;
    }
    if (line.kind != LineKind::heading && line.kind != LineKind::text && !numbered) return;
    const std::string words = title_of(text);
    if (words.empty()) return;
    // "Work", over "Jan 2020 - Jul 2021   EMT"
    if (!markdown && !numbered && !is_upper_title(text) &&
        !((is_upper(text[0]) || colon) && (has_title_core(words) || opens_over_dates())))
      return;
    line.kind = LineKind::title;
    title_ = words;
  }

  // "B. Clinical work", "2. Training": without what counts the sections.
  static std::string_view without_counter(std::string_view text) {
    const std::size_t stop = text.find(". ");
    const std::string_view counter = text.substr(0, std::min(stop, text.size()));
    const bool letters = std::ranges::all_of(counter, [](char c) { return c == 'I' || c == 'V' || c == 'X'; });
    const bool counts = counter.size() == 1 ? is_upper(counter[0]) || is_digit(counter[0]) : letters;
    if (stop == std::string_view::npos || counter.empty() || !counts) return text;
    const std::size_t name = text.find_first_not_of(' ', stop + 2);
    return name == std::string_view::npos ? text : text.substr(name);
  }
  // The line that is read stands behind a blank one, and another one behind it.
  [[nodiscard]] bool opens_block() const {
    const Source& source = text_.text.source;
    return (number_ == 1 || is_blank(source.line(number_ - 1))) && number_ < source.line_count() &&
           !is_blank(source.line(number_ + 1));
  }
  // ... that begins with a date.
  [[nodiscard]] bool opens_over_dates() const {
    return opens_block() && starts_with_date(text_.text.source.line(number_ + 1).begin);
  }
  // "2. PROFESSIONAL ACTING", but not "2. RESIDENT, MERCY HOSPITAL"
  [[nodiscard]] bool names_no_post(const Line& line) const {
    constexpr PathWord kThings[] = {PathWord::organization, PathWord::organization_loose, PathWord::clinical,
                                    PathWord::work,         PathWord::research,           PathWord::degree,
                                    PathWord::exam};
    return text_.slice(line.source).find(',') == std::string_view::npos &&
           std::ranges::none_of(kThings, [&](PathWord list) { return text_.words.any(line.source, list); });
  }
  // "* Work", over lines below it that each have dates of their own, or have their details below them
  [[nodiscard]] bool opens_over_posts() const {
    const Source& source = text_.text.source;
    const auto indent = [&](std::uint32_t n) {
      if (n > source.line_count() || is_blank(source.line(n))) return 0U;
      const Span line = source.line(n);
      return static_cast<std::uint32_t>(std::min(bytes_.find_first_not_of(" \t", line.begin), bytes_.size())) -
             line.begin;
    };
    const std::uint32_t first = indent(number_ + 1);
    if (first == 0) return false;
    if (indent(number_ + 2) > first) return true;
    for (std::uint32_t n = number_ + 1; indent(n) > 0; ++n) {
      if (text_.dates_within(source.line(n)).empty()) return false;
    }
    return true;
  }
  // "2. " in front
  [[nodiscard]] bool is_counted(const Line& line) const {
    const std::uint32_t begin = line.source.begin;
    return begin > 2 && is_digit(bytes_[begin - 3]);
  }

  // "pathology (degree conferred 2024-09)", below its dates
  [[nodiscard]] bool is_of_a_degree_in_brackets(Span date) const {
    constexpr std::array<std::string_view, 4> kLeads = {"(degree conferred ", "(degree awarded ", "(conferred ",
                                                        "(awarded "};
    const std::string_view before = text_.low({0, date.begin});
    return ends_with_any(before, kLeads);
  }
  void take_dates(Line& line) const {
    const auto& dates = text_.dates;
    const auto first = std::lower_bound(dates.begin(), dates.end(), line.source.begin,
                                        [](const DateExpression& d, std::uint32_t at) { return d.source.begin < at; });
    auto last = first;
    for (; last != dates.end() && last->source.begin < line.source.end; ++last) {
      // "The last year was the internship": of the degree
      const bool counted = last->anchor == DateAnchor::as_of && last->tells_two_ends();
      if (last->kind == DateKind::duration || counted || is_of_a_degree_in_brackets(last->source)) continue;
      line.has_date = true;
      line.has_range = line.has_range || last->open_end || last->open_start || last->tells_two_ends();
    }
    line.dates = {static_cast<std::uint32_t>(first - dates.begin()), static_cast<std::uint32_t>(last - dates.begin())};
    // "July 2021 -" whose end stands on the next line.
    if (last != first) line.source.end = std::max(line.source.end, (last - 1)->source.end);
  }

  void read_labels(Line& line) const {
    line.labels = labels_on(text_.slice(line.source), line.kind == LineKind::text);
    for (LabelAt& label : line.labels) {
      label.begin += line.source.begin;
      label.value += line.source.begin;
    }
    // "Mercy General Hospital: Feb 2019 - Aug 2020" names its hospital in front.
    // "Mercy General Hospital: resident in surgery" too.
    const bool leads = !line.labels.empty() && line.labels.front().begin > line.source.begin;
    const std::uint32_t first = leads ? line.labels.front().begin : line.source.begin;
    std::erase_if(line.labels, [&](const LabelAt& label) {
      return label.field == Field::organization && label.begin > line.source.begin &&
             (starts_with_date(label.value) || (leads && label.begin == first && follows_a_name(line, label)));
    });
  }

  // One blank parts it from a capital word: a name goes on.
  [[nodiscard]] bool follows_a_name(const Line& line, const LabelAt& label) const {
    const std::string_view before = bytes_.substr(line.source.begin, label.begin - line.source.begin);
    if (before.size() < 2 || before.back() != ' ' || !is_letter(before[before.size() - 2])) return false;
    const std::size_t word = before.substr(0, before.size() - 1).rfind(' ');
    return is_upper(before[word == std::string_view::npos ? 0 : word + 1]);
  }
  [[nodiscard]] bool starts_with_date(std::uint32_t at) const {
    while (at < bytes_.size() && bytes_[at] == ' ') ++at;
    const auto& dates = text_.dates;
    const auto date = std::lower_bound(dates.begin(), dates.end(), at, [](const DateExpression& d, std::uint32_t from) {
      return d.source.begin < from;
    });
    return date != dates.end() && date->source.begin == at;
  }

  // "Ever Named in a Malpractice Suit? No"; "Gender: Male Birth Date: 02/11/1994".
  [[nodiscard]] bool is_form(const Line& line) const {
    if (line.kind != LineKind::text) return false;
    if (!line.labels.empty())
      return std::any_of(line.labels.begin(), line.labels.end(),
                         [](const LabelAt& label) { return label.field == Field::person; });
    const std::string_view low = text_.low(line.source);
    return ends_with_any(low, {"? no", "? yes", "? no.", "? yes."}) || (low.ends_with('?') && low.size() < 90) ||
           starts_with_any(low, {"end of exam history", "test date pass/fail", "exam date pass/fail"}) ||
           (low.find("dates attended") != std::string_view::npos && !line.has_date);
  }

  const MarkedText& text_;
  std::string_view bytes_;
  std::string title_;         // the words of the line's title
  char delimiter_ = 0;        // of the table that the line may be a row of; 0 for none
  std::size_t columns_ = 0;   // ... and how many its head has
  bool under_dates_ = false;  // the line above is a range of dates alone
  std::uint32_t number_ = 0;  // of the line that is read, from 1; of two that are one, the second
};

// Runs of blanks part two words as one blank does: columns are laid out with them.
std::ptrdiff_t word_count(std::string_view line) {
  std::ptrdiff_t words = 0;
  for (std::size_t i = 0; i < line.size(); ++i) words += line[i] != ' ' && (i == 0 || line[i - 1] == ' ') ? 1 : 0;
  return words;
}

// The range that the span begins with, or nullptr.
const DateExpression* opening_range(const MarkedText& text, Span span) {
  const DateExpression* date = text.date_in(span);
  const bool range = date != nullptr && date->source.begin == span.begin && !date->open_start &&
                     (date->open_end || date->tells_two_ends());
  return range ? date : nullptr;
}

// "July 2021 - February 2024. In these months I ...": the dates of an entry, whatever is told behind them.
bool opens_with_a_range(const MarkedText& text, Span span) {
  constexpr std::size_t kLoad = 40;  // bytes: ", full time, 44 hours a week"
  const DateExpression* date = opening_range(text, span);
  if (date == nullptr) return false;
  const std::string_view behind = std::string_view(text.folded).substr(date->source.end);
  const std::size_t stop = behind.find(". ");
  if (stop == 0 || stop >= kLoad) return stop == 0;
  const Span load{date->source.end, date->source.end + static_cast<std::uint32_t>(stop)};
  return text.words.any(load, PathWord::full_time) || text.words.any(load, PathWord::part_time) ||
         has_phrase(text.low(load), "hours");
}

// "03/2022-10/2022   At home: care of my mother", in columns.
bool has_a_range_in_a_column(const MarkedText& text, Span span) {
  constexpr std::ptrdiff_t kShort = 14;  // words
  const DateExpression* date = opening_range(text, span);
  return date != nullptr && starts_with_any(text.slice({date->source.end, span.end}), {"  ", "\t"}) &&
         word_count(text.low(span)) <= kShort && !has_phrase(text.low(span), "i");
}

// "Epidemiologist I (full-time)", "Research Assistant I, Mercy Hospital": of the first grade.
bool is_grade(std::string_view low, std::size_t at) {
  const std::string_view behind = low.substr(at + 1);
  return at > 0 && (behind.empty() || starts_with_any(behind, {" (", ",", ":", " |", " - "}));
}

// Not "ward physician, regional hospital (see my statement)".
bool speaks_of_self(const MarkedText& text, Span span) {
  const std::string_view low = text.low(span);
  const std::string_view written = text.slice(span);
  for (const std::string_view word : {"i", "my"}) {
    for (std::size_t at = find_phrase(low, word); at != std::string_view::npos; at = find_phrase(low, word, at + 1)) {
      if (low.substr(0, at).ends_with("part ")) continue;  // "MCCQE Part I"
      if (word == "i" && is_grade(low, at)) continue;
      constexpr std::size_t kName = 3;  // bytes behind which "My Xuyen District" goes on
      if (word == "my" && at > 0 && written[at] == 'M' && at + kName < written.size() && is_upper(written[at + kName]))
        continue;
      const std::size_t open = low.substr(0, at).rfind('(');
      if (open == std::string_view::npos || low.substr(open, at - open).find(')') != std::string_view::npos)
        return true;
    }
  }
  return false;
}

std::ptrdiff_t count_ranges_outside_brackets(const MarkedText& text, Span span) {
  return std::ranges::count_if(text.dates_in(span), [&](const DateExpression& date) {
    return date.kind != DateKind::duration && date.resolved && date.tells_two_ends() &&
           !opens_bracket(text.slice({span.begin, std::max(span.begin, date.source.begin)}));
  });
}

}  // namespace

std::vector<Line> read_lines(const MarkedText& text) { return LineReader(text).read(); }

Span entry_head(const MarkedText& text, Span span) {
  constexpr std::size_t kLongest = 160;  // bytes
  const DateExpression* date = text.date_in(span);
  if (date == nullptr || date->open_start || (date->start == date->end && !date->open_end)) return {};
  const std::string_view low = text.low(span);
  const std::size_t stop = low.find(". ", date->source.end - span.begin);
  if (stop == std::string_view::npos || stop > kLongest) return {};
  const Span head{span.begin, span.begin + static_cast<std::uint32_t>(stop)};
  const std::string_view words = text.low(head);
  if (has_any_phrase(words, {"was", "were", "is", "are", "had", "has"})) return {};
  const auto opens_with = [&](PathWord list) {
    const WordHit* hit = text.words.first(head, list);
    return hit != nullptr && hit->place.begin < span.begin + 30;
  };
  const bool role = opens_with(PathWord::clinical) || opens_with(PathWord::work) || opens_with(PathWord::research) ||
                    opens_with(PathWord::training);
  return role && !speaks_of_self(text, head) ? head : Span{};
}

bool is_prose(const MarkedText& text, Span span) {
  const std::string_view low = text.low(span);
  const auto words = word_count(low);
  // "Medical education extended or interrupted? Yes. Strikes, July to September 2009"
  const std::size_t question = low.find('?');
  if (question != std::string_view::npos &&
      text.words.any({span.begin, span.begin + static_cast<std::uint32_t>(question)}, PathWord::gap_title))
    return true;
  // "ST1: Aug 2019 to Jul 2020. ST2: Aug 2020 to Apr 2022, with leave from Oct 2020": a note on what is listed; not
  // "Aug 2008 - Jul 2015 MBBS, Lahore (internship Jul 2013 - Jun 2014, rural service Aug 2014 - Jul 2015)"
  constexpr std::ptrdiff_t kRanges = 3;
  if (count_ranges_outside_brackets(text, span) >= kRanges) return true;
  if (words < 5 || !entry_head(text, span).empty() || has_a_range_in_a_column(text, span)) return false;
  if (words > 34 || speaks_of_self(text, span)) return !opens_with_a_range(text, span);
  if (words <= 9) return false;
  if (!low.ends_with('.') && words < 14) return false;
  int small = 0;
  for (const std::string_view word :
       {"the", "a", "an", "was", "were", "is", "are", "that", "which", "to", "with", "by", "from", "who"})
    small += has_phrase(low, word) ? 1 : 0;
  if (small < 2) return false;
  for (const std::string_view word : {"and", "for", "in", "of", "this", "my"}) small += has_phrase(low, word) ? 1 : 0;
  const bool told = has_any_phrase(low, {"was", "were", "is", "are"});
  if (small > 4 && told) return true;
  if (!low.ends_with('.')) return false;
  // A line with a range of dates and without its writer is an entry, full stop or not.
  const DateExpression* date = text.date_in(span);
  return date == nullptr || date->kind == DateKind::date || (date->start == date->end && !date->open_end);
}

Span trimmed(const MarkedText& text, Span span) {
  const std::string_view bytes = text.text.source.bytes();
  const auto mark_at = [&](std::uint32_t at) -> std::uint32_t {
    constexpr std::string_view kMarks = " \t\n\r*_,|;-:.#/&";
    if (kMarks.find(bytes[at]) != std::string_view::npos) return 1;
    return static_cast<std::uint32_t>(wide_mark_at(bytes, at));
  };
  while (!span.empty()) {
    const std::uint32_t mark = mark_at(span.begin);
    if (mark == 0 || mark > span.size()) break;
    span.begin += mark;
  }
  while (!span.empty()) {
    std::uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(bytes[last]) & 0xC0U) == 0x80U) --last;
    const std::uint32_t mark = mark_at(last);
    if (mark == 0 || last + mark != span.end) break;
    span.end = last;
  }
  return span;
}

bool is_dates_alone(const MarkedText& text, const Line& line, std::uint32_t beside) {
  std::uint32_t covered = 0;
  for (std::uint32_t d = line.dates.first; d < line.dates.last; ++d) covered += text.dates[d].source.size();
  return covered + beside >= line.source.size();
}

std::vector<Span> cells_of(const MarkedText& text, Span row, char bar) {
  std::vector<Span> cells;
  const std::string_view bytes = text.text.source.bytes();
  if (bar == '|' && row.begin < row.end && bytes[row.begin] == bar) ++row.begin;
  for (std::uint32_t at = row.begin; at <= row.end;) {
    if (bar == '|' && at == row.end) break;
    std::uint32_t from = at;
    if (bar != '|' && at < row.end && bytes[at] == '"')  // "Mercy Hospital, Denver" is one cell
      from = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.find('"', at + 1), row.end));
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.find(bar, from), row.end));
    Span cell = trimmed(text, {at, end});
    if (bar != '|' && cell.size() > 1 && bytes[cell.begin] == '"' && bytes[cell.end - 1] == '"') {
      ++cell.begin;
      --cell.end;
    }
    cells.push_back(cell);
    at = end + 1;
  }
  return cells;
}

}  // namespace candor
