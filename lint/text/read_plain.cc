#include "lint/text/read_plain.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <unicode/utf8.h>

#include "lint/text/shown.h"

namespace candor {
namespace {

enum class Mark : std::uint8_t { none, bullet, count };

struct Line {
  Span source;                  // without blanks on both ends and without the line's end
  Mark mark = Mark::none;       // "•", or "1." and "a)"
  std::uint32_t mark_size = 0;  // bytes, with the blanks after it
  bool indented = false;
};

constexpr bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

// A broken line is at least this long; one that is shorter was ended by its writer.
constexpr std::uint32_t kNarrowestWrap = 45;
constexpr std::uint32_t kShortestOfWrapped = 36;
// Nobody wraps wider than this: longer lines are paragraphs.
constexpr std::uint32_t kWidestWrap = 160;
constexpr std::size_t kLongestHeading = 60;  // bytes
constexpr std::size_t kLongestTitle = 80;    // bytes, all in capitals

bool is_invisible(UChar32 c) { return shown(c) == Shown::as_blank || shown(c) == Shown::not_at_all; }

bool is_blank_at(std::string_view source, std::size_t at) {
  if (!is_beyond_ascii(source[at])) return is_ascii_blank(source[at]);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(source.data());
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, at, c);
  return is_invisible(c);
}

// Takes blanks off both ends, no-break spaces and zero-width characters too.
Span trim(std::string_view source, std::size_t begin, std::size_t end) {
  const auto is_inner_byte = [&](std::size_t at) { return (source[at] & 0xC0) == 0x80; };
  while (begin < end && is_blank_at(source, begin)) {
    do ++begin;
    while (begin < end && is_inner_byte(begin));
  }
  while (end > begin) {
    std::size_t last = end - 1;
    while (is_inner_byte(last)) --last;
    if (!is_blank_at(source, last)) break;
    end = last;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

std::string_view without_closers(std::string_view line) {
  while (!line.empty()) {
    if (line.back() == '"' || line.back() == '\'' || line.back() == ')') {
      line.remove_suffix(1);
    } else if (line.ends_with("”") || line.ends_with("’")) {
      line.remove_suffix(3);
    } else {
      break;
    }
  }
  return line;
}

bool ends_with_mark(std::string_view line) {
  line = without_closers(line);
  return !line.empty() && (line.back() == '.' || line.back() == '!' || line.back() == '?' || line.ends_with("…"));
}

// "-----", "* * *", "=====": a line that parts, and says nothing.
bool is_rule(std::string_view line) {
  return std::all_of(line.begin(), line.end(), [](char c) {
    return c == '-' || c == '=' || c == '_' || c == '*' || c == '~' || c == '#' || c == ' ';
  });
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
  for (;;) {
    if (at < line.size() && is_ascii_blank(line[at])) {
      ++at;
    } else if (line.substr(at).starts_with("\u00A0")) {
      at += 2;
    } else {
      return at;
    }
  }
}

// The bytes of "1.", "1.)", "(iv)", "a)" at the start of a line, or 0.
std::size_t count_size(std::string_view line) {
  std::size_t at = line.starts_with("(") ? 1 : 0;
  const std::size_t start = at;
  const auto in_line = [&] { return at < line.size(); };
  while (in_line() && at - start < 2 && is_digit(line[at])) ++at;
  const bool digits = at > start;
  if (!digits) {
    while (in_line() && at - start < 4 && (line[at] == 'i' || line[at] == 'v' || line[at] == 'x')) ++at;
    if (at == start && in_line() && (is_lower(line[at]) || is_upper(line[at]))) ++at;
    if (at == start) return 0;
  }
  const std::size_t delimiter = at;
  if (in_line() && line[at] == '.' && (digits || line.substr(at + 1).starts_with(")"))) ++at;
  if (in_line() && line[at] == ')') ++at;
  return at > delimiter ? at : 0;
}

// "- ", "• ", "o " and what Word's bullets become in plain text.
std::size_t bullet_size(std::string_view line) {
  if (!is_beyond_ascii(line[0])) return line[0] == '-' || line[0] == '*' || line[0] == '+' || line[0] == 'o' ? 1 : 0;
  for (const std::string_view bullet :
       {"•", "·", "–", "—", "▪", "●", "◦", "○", "■", "‣", "⁃", "►", "➢", "→", "✓", "\uF0B7", "\uF0A7", "§"}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

void find_mark(std::string_view line, Line& out) {
  std::size_t size = bullet_size(line);
  out.mark = Mark::bullet;
  if (size == 0) {
    size = count_size(line);
    out.mark = Mark::count;
  }
  const std::size_t end = skip_blanks(line, size);
  // "•text" is an item too; "-text" and "o" need the blank.
  if (size == 0 || (end == size && !is_beyond_ascii(line[0])) || end >= line.size()) {
    out.mark = Mark::none;
  } else {
    out.mark_size = static_cast<std::uint32_t>(end);
  }
}

// "EDUCATION", "WORK EXPERIENCE:".
bool is_title(std::string_view line) {
  if (line.size() > kLongestTitle) return false;
  std::ptrdiff_t capitals = 0;
  for (const char c : line) {
    if (is_lower(c)) return false;
    capitals += is_upper(c);
  }
  return capitals >= 3 && !ends_with_mark(line);
}

// "Organization: Mercy Hospital": a field of an export.
bool is_field(std::string_view line) {
  if (!is_upper(line[0])) return false;
  const std::size_t colon = line.substr(0, 42).find(':');
  if (colon == std::string_view::npos || colon < 2) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  const std::string_view label = line.substr(0, colon);
  return std::count(label.begin(), label.end(), ' ') <= 4 && label.find_first_of(".,;!?\"") == std::string_view::npos;
}

// "Personal Statement": a few words without an end mark.
bool is_heading(std::string_view line) {
  return line.size() <= kLongestHeading && (is_upper(line[0]) || is_digit(line[0])) && !ends_with_mark(line) &&
         !is_field(line) && line.back() != ',' && line.back() != ';' && line.back() != ':' &&
         std::count(line.begin(), line.end(), ' ') <= 7;
}

// How many '#' "## Experience" has, or 0.
std::uint32_t hashes_of(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  return hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ' ? static_cast<std::uint32_t>(hashes)
                                                                                   : 0;
}

// "passed. Then": a line that holds more than one sentence.
bool holds_inner_end(std::string_view line) {
  for (std::size_t i = 0; i + 2 < line.size(); ++i) {
    if ((line[i] == '.' || line[i] == '!' || line[i] == '?') && line[i + 1] == ' ' && is_upper(line[i + 2]))
      return true;
  }
  return false;
}

std::uint32_t first_word_width(std::string_view line) { return count_code_points(line.substr(0, line.find(' '))); }

// What the lines between two blank lines are.
struct Shape {
  std::uint32_t width = 0;         // what lines were wrapped at, in code points, where they were
  bool wrapped = false;            // a sentence runs over the end of some line
  std::uint32_t runs_over = 0;     // how surely lines go on in the next one: 2 for each, 1 where that is indented
  bool line_is_paragraph = false;  // lines are longer than anybody wraps, and hold sentences
  bool sentence_a_line = true;     // every line ends with an end mark
};

class PlainReader {
 public:
  PlainReader(std::string_view source, DocumentBuilder& builder) : source_(source), builder_(builder) {}

  void read() {
    std::size_t at = source_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < source_.size()) {
      std::size_t end = at;
      while (end < source_.size() && source_[end] != '\n' && source_[end] != '\r') ++end;
      add_line(at, end);
      at = end + (source_.substr(end).starts_with("\r\n") ? 2U : 1U);
    }
    flush();
  }

 private:
  [[nodiscard]] std::string_view text(const Line& line) const {
    return source_.substr(line.source.begin, line.source.size());
  }
  [[nodiscard]] std::string_view text(std::size_t i) const { return text(lines_[i]); }

  void add_line(std::size_t begin, std::size_t end) {
    Line line{.source = trim(source_, begin, end)};
    if (line.source.empty() || is_rule(text(line))) return flush();
    line.indented = line.source.begin > begin;
    find_mark(text(line), line);
    lines_.push_back(line);
  }

  // Makes blocks of the lines gathered since the last blank line.
  void flush() {
    if (lines_.empty()) return;
    const Shape shape = lines_.size() > 1 ? shape_of_lines() : Shape{};
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && runs_on(end - 1, shape)) ++end;
      block(i, end);
      i = end;
    }
    lines_.clear();
  }

  Shape shape_of_lines() {
    Shape shape;
    widths_.clear();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view line = text(i);
      widths_.push_back(count_code_points(line));
      if (i > 0 && is_lower(line[0]) && text(i - 1).size() >= kNarrowestWrap && !ends_with_mark(text(i - 1)))
        shape.runs_over += lines_[i].indented ? 1U : 2U;
      shape.line_is_paragraph |= widths_.back() > kWidestWrap && holds_inner_end(line);
      shape.sentence_a_line &= ends_with_mark(line);
    }
    shape.wrapped = shape.runs_over > 0 || ends_with_mark(text(lines_.size() - 1));
    shape.width = wrap_width(widths_);
    shape.line_is_paragraph &= shape.width > kWidestWrap;
    return shape;
  }

  // The longest line, unless it sticks out: most lines of wrapped text end within a word of the width.
  static std::uint32_t wrap_width(std::vector<std::uint32_t>& widths) {
    constexpr std::uint32_t kLongWord = 10;
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return std::min(*middle + kLongWord, *std::max_element(middle, widths.end()));
  }

  // Whether the text of line i goes on in line i + 1.
  [[nodiscard]] bool runs_on(std::size_t i, const Shape& shape) const {
    const std::string_view line = text(i);
    const std::string_view next = text(i + 1);
    if (hashes_of(line) > 0 || hashes_of(next) > 0 || lines_[i + 1].mark == Mark::bullet) return false;
    const bool mark = ends_with_mark(line);
    // Where others run over at 50, a line of 43 does so before a long word.
    const bool is_long =
        line.size() >= (shape.runs_over > 3 && !lines_[i + 1].indented ? kShortestOfWrapped : kNarrowestWrap);
    const bool next_would_not_fit = count_code_points(line) + 1 + first_word_width(next) > shape.width;
    const bool cut = !mark && is_long && shape.wrapped && (is_lower(next[0]) || next_would_not_fit);
    if (cut && !is_title(line)) return true;
    if (lines_[i + 1].mark == Mark::count || is_title(line) || is_title(next) || is_field(next)) return false;
    if (!mark) {
      if (is_lower(next[0])) return shape.wrapped && !(is_field(line) && line.back() == ':');
      return is_long && shape.wrapped && shape.width <= kWidestWrap && !is_field(line);
    }
    if (shape.line_is_paragraph || lines_[i].mark != Mark::none || is_field(line)) return false;
    if (lines_[i + 1].indented && !lines_[i].indented) return false;
    return shape.sentence_a_line || next_would_not_fit || !shape.wrapped;
  }

  void block(std::size_t first, std::size_t last) {
    const Line& head = lines_[first];
    const std::string_view line = text(head);
    const std::uint32_t hashes = hashes_of(line);
    const bool numbered = last == first + 1 && is_numbered_title(head);
    const bool heading =
        hashes > 0 || numbered || (last == first + 1 && head.mark == Mark::none && stands_as_heading(first));
    const BlockKind kind = heading                   ? BlockKind::heading
                           : head.mark != Mark::none ? BlockKind::list_item
                                                     : BlockKind::paragraph;
    builder_.begin_block(kind);
    for (std::size_t i = first; i < last; ++i) {
      Span span = lines_[i].source;
      // A bullet and '#' are layout; "1." and "a)" are read.
      if (i == first)
        span.begin += hashes > 0 ? hashes + 1U : numbered || head.mark == Mark::bullet ? head.mark_size : 0U;
      if (i > first) builder_.blank({lines_[i - 1].source.end, span.begin});
      builder_.text(span);
    }
    builder_.end_block();
  }

  // "2. WORK EXPERIENCE"
  [[nodiscard]] bool is_numbered_title(const Line& line) const {
    if (line.mark != Mark::count) return false;
    const std::string_view title = text(line).substr(line.mark_size);
    return !title.empty() && is_title(title) && title.find_first_of("0123456789,:") == std::string_view::npos;
  }
  [[nodiscard]] bool stands_as_heading(std::size_t i) const {
    const std::string_view line = text(i);
    if (is_title(line)) return true;
    if (i > 0 || !is_heading(line)) return false;
    // Alone between blank lines, or over prose.
    return lines_.size() == 1 || (text(1).size() > kLongestTitle && lines_[1].mark == Mark::none);
  }

  std::string_view source_;
  DocumentBuilder& builder_;
  std::vector<Line> lines_;            // since the last blank line
  std::vector<std::uint32_t> widths_;  // of those lines; kept for its memory
};

}  // namespace

void read_plain(std::string_view source, DocumentBuilder& builder) { PlainReader(source, builder).read(); }

}  // namespace candor
