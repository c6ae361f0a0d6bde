#include "lint/check/characters.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace candor {
namespace {

// What becomes of characters in a MyERAS text box.
struct CharacterLoss {
  char32_t first;
  char32_t last;          // included
  std::string_view rule;  // id
  std::string_view name;  // what the character is called
  const char* plain;      // what to put in its place; nullptr where that is the writer's choice
};

// AAMC tells applicants to draft in plain text; which characters are lost is not published, so all of these are
// warnings or less. In order of the characters.
constexpr CharacterLoss kLosses[] = {
    {0x00, 0x08, "eras-text/invisible", "a control character", ""},
    {0x09, 0x09, "eras-text/invisible", "a tab", " "},
    {0x0B, 0x0C, "eras-text/invisible", "a control character", ""},
    {0x0E, 0x1F, "eras-text/invisible", "a control character", ""},
    {0x7F, 0x9F, "eras-text/invisible", "a control character", ""},
    {0xA0, 0xA0, "eras-text/invisible", "a non-breaking or wide blank", " "},
    {0xAD, 0xAD, "eras-text/invisible", "an invisible character", ""},
    {0xC0, 0xFF, "eras-text/accents", "an accented letter", nullptr},
    {0x2000, 0x2006, "eras-text/invisible", "a special blank", " "},
    {0x2007, 0x2007, "eras-text/invisible", "a non-breaking or wide blank", " "},
    {0x2008, 0x200A, "eras-text/invisible", "a special blank", " "},
    {0x200B, 0x200F, "eras-text/invisible", "an invisible character", ""},
    {0x2010, 0x2012, "eras-text/dashes", "a special hyphen", "-"},
    {0x2013, 0x2013, "eras-text/dashes", "an en dash", "-"},
    {0x2014, 0x2015, "eras-text/dashes", "an em dash", "--"},
    {0x2018, 0x201B, "eras-text/quotes", "a curly apostrophe or quote", "'"},
    {0x201C, 0x201F, "eras-text/quotes", "a curly quote", "\""},
    {0x2022, 0x2023, "eras-text/bullets", "a bullet", "-"},
    {0x2026, 0x2026, "eras-text/ellipsis", "an ellipsis character", "..."},
    {0x202A, 0x202E, "eras-text/invisible", "an invisible character", ""},
    {0x202F, 0x202F, "eras-text/invisible", "a non-breaking or wide blank", " "},
    {0x2043, 0x2043, "eras-text/bullets", "a bullet", "-"},
    {0x2060, 0x2060, "eras-text/invisible", "an invisible character", ""},
    {0x2066, 0x2069, "eras-text/invisible", "an invisible character", ""},
    {0x2212, 0x2212, "eras-text/dashes", "a special hyphen", "-"},
    {0x25A0, 0x25A0, "eras-text/bullets", "a bullet", "-"},
    {0x25AA, 0x25AA, "eras-text/bullets", "a bullet", "-"},
    {0x25CF, 0x25CF, "eras-text/bullets", "a bullet", "-"},
    {0x25E6, 0x25E6, "eras-text/bullets", "a bullet", "-"},
    {0x3000, 0x3000, "eras-text/invisible", "a non-breaking or wide blank", " "},
    {0xFEFF, 0xFEFF, "eras-text/invisible", "an invisible character", ""},
};
static_assert(std::ranges::adjacent_find(kLosses, [](const CharacterLoss& one, const CharacterLoss& next) {
                return one.first > one.last || one.last >= next.first;
              }) == std::ranges::end(kLosses));

// All others beyond Latin-1.
constexpr CharacterLoss kOutsideLatin1 = {0x100, 0x10FFFF, "eras-text/letters", "a character outside Latin-1", nullptr};

// nullptr where the character survives.
const CharacterLoss* loss_of(char32_t c) {
  const auto* const next = std::ranges::upper_bound(kLosses, c, {}, &CharacterLoss::first);
  if (next != std::ranges::begin(kLosses) && c <= std::prev(next)->last) return std::prev(next);
  return c >= kOutsideLatin1.first ? &kOutsideLatin1 : nullptr;
}

// Eight bytes of printable ASCII: most of what people write.
bool is_plain(const std::uint8_t* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t controls = word - kOnes * 0x20;  // borrows from the high bit of a byte below 0x20
  const std::uint64_t beyond = word + kOnes;           // carries into the high bit of 0x7F
  return ((word | controls | beyond) & (kOnes * 0x80)) == 0;
}

// The first place from `at` on where two blanks stand, or the size. Of two bytes in a row the second tells first:
// blanks are too common to be searched for.
std::size_t two_blanks(std::string_view bytes, std::size_t at) {
  for (; at + 1 < bytes.size(); at += 2) {
    if (bytes[at + 1] != ' ') continue;
    if (bytes[at] == ' ') return at;
    if (at + 2 < bytes.size() && bytes[at + 2] == ' ') return at + 1;
  }
  return bytes.size();
}

class CharacterCheck {
 public:
  CharacterCheck(const CheckContext& context, const TextReading& text, FindingSink& sink)
      : context_(context), text_(text), sink_(sink), is_markdown_(format_of(text.local) == Format::markdown) {}

  void run() {
    for (const Block& block : text_.document.blocks()) {
      if (!is_prose(block)) continue;
      if (block.kind == BlockKind::list_item && !is_markdown_) scan(mark_of(block));
      scan(block.source);
      if (block.kind != BlockKind::table_row) scan_blanks(block.source);
    }
    report_blanks();
  }

 private:
  // The bullet before a list item of plain text.
  [[nodiscard]] Span mark_of(const Block& item) const {
    const std::uint32_t line = text_.source.line(text_.source.line_at(item.source.begin)).begin;
    const std::string_view before = text_.source.slice({line, item.source.begin});
    const std::size_t mark = std::min(before.find_first_not_of(" \t"), before.size());
    return {line + static_cast<std::uint32_t>(mark), item.source.begin};
  }
  // Blanks that nobody sees: two between words, those at a line's end. More than two in a row are somebody's layout.
  void scan_blanks(Span block) {
    const Source& source = text_.source;
    const std::uint32_t last = source.line_at(block.end);
    for (std::uint32_t number = source.line_at(block.begin); number <= last; ++number) {
      const Span line = source.line(number);
      const std::string_view bytes = source.slice(line);
      const std::size_t first =
          std::max<std::size_t>(bytes.find_first_not_of(" \t>"), std::max(block.begin, line.begin) - line.begin);
      const std::size_t end = bytes.find_last_not_of(" \t") + 1;
      if (first >= end) continue;
      // Code shows its blanks.
      const bool code = is_markdown_ && bytes.find('`') != std::string_view::npos;
      for (std::size_t at = two_blanks(bytes, first); at < end && !code; at = two_blanks(bytes, at)) {
        const std::size_t after = bytes.find_first_not_of(' ', at);
        if (after - at == 2) blank(line, at, after, " ");
        at = after;
      }
      // In Markdown two blanks at a line's end break the line there, unless the paragraph ends with it.
      const bool breaks = is_markdown_ && line.end < block.end && bytes.size() - end > 1;
      if (!breaks && end < bytes.size()) blank(line, end, bytes.size(), "");
    }
  }
  void blank(Span line, std::size_t begin, std::size_t end, const char* plain) {
    const Span span{line.begin + static_cast<std::uint32_t>(begin), line.begin + static_cast<std::uint32_t>(end)};
    if (blanks_.empty()) first_blank_ = span;
    // A line may hold the end of one block and the start of the next.
    if (blanks_.empty() || blanks_.back().range.end.offset <= span.begin)
      blanks_.push_back({range_after(blanks_.empty() ? Position{} : blanks_.back().range.end, line, span), plain});
  }
  // The range of a span in a line; counts columns on from `before` where that is in the same line, so that a long line
  // of many is read once.
  [[nodiscard]] Range range_after(const Position& before, Span line, Span span) const {
    const bool same_line = line.begin <= before.offset && before.offset <= span.begin && before.offset > 0;
    const Position start = same_line ? onward(before, span.begin) : text_.source.position(span.begin);
    return {start, onward(start, span.end)};
  }
  [[nodiscard]] Position onward(const Position& from, std::uint32_t offset) const {
    const std::string_view between = text_.source.slice({from.offset, offset});
    return {from.line, from.column + count_code_points(between), offset, from.byte_column + offset - from.offset,
            from.utf16_column + count_utf16_units(between)};
  }
  // One finding a text: they are all the same, and one fix mends them.
  void report_blanks() {
    const ActiveRule* rule = context_.find("eras-text/blanks");
    if (rule == nullptr || blanks_.empty()) return;
    Finding* finding =
        sink_.add(*rule, text_, first_blank_,
                  fmt::format("{} doubled or trailing {}", blanks_.size(), blanks_.size() == 1 ? "blank" : "blanks"));
    if (finding != nullptr) finding->fix = Fix{"take out the blanks", std::move(blanks_)};
  }

  void scan(Span span) {
    const std::string_view bytes = text_.source.bytes();
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::uint32_t i = span.begin; i < span.end;) {
      if (i + 8 <= span.end && is_plain(data + i)) {
        i += 8;
        continue;
      }
      if (data[i] >= 0x20 && data[i] < 0x7F) {
        ++i;
        continue;
      }
      const std::uint32_t begin = i;
      std::size_t at = i;
      UChar32 c = 0;
      U8_NEXT_UNSAFE(data, at, c);
      i = static_cast<std::uint32_t>(at);
      const CharacterLoss* const loss = loss_of(static_cast<char32_t>(c));
      if (loss == nullptr) continue;
      // A run of the same trouble is one finding: "日本語".
      while (loss->plain == nullptr && i < span.end) {
        at = i;
        U8_NEXT_UNSAFE(data, at, c);
        const CharacterLoss* const next = loss_of(static_cast<char32_t>(c));
        if (next == nullptr || next->rule != loss->rule) break;
        i = static_cast<std::uint32_t>(at);
      }
      report({begin, i}, *loss);
    }
  }

  void report(Span span, const CharacterLoss& loss) {
    const ActiveRule* rule = context_.find(loss.rule);
    if (rule == nullptr) return;
    Finding* finding =
        sink_.add(*rule, text_, span, fmt::format("{} does not survive in a MyERAS text box", loss.name));
    if (finding == nullptr || loss.plain == nullptr || !loses_nothing(span)) return;
    const std::string title = *loss.plain == '\0'
                                  ? "delete it"
                                  : fmt::format("write {} instead", *loss.plain == ' ' ? "a plain blank" : loss.plain);
    finding->fix = Fix{title, {{finding->place.range, loss.plain}}};
  }

  // Whether the plain form says the same. A joiner holds an emoji or a letter of another script together; a line of
  // nothing but dashes would become a rule or a heading.
  [[nodiscard]] bool loses_nothing(Span span) const {
    const Source& source = text_.source;
    const std::string_view bytes = source.bytes();
    const std::string_view found = source.slice(span);
    if (found == "\u200C" || found == "\u200D") {
      const auto is_ascii = [&](std::size_t at) {
        return at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80;
      };
      return (span.begin == 0 || is_ascii(span.begin - 1)) && (span.end == bytes.size() || is_ascii(span.end));
    }
    const std::string_view line = source.slice(source.line(source.line_at(span.begin)));
    return !is_markdown_ || std::ranges::any_of(line, [](unsigned char c) { return std::isalnum(c) != 0; });
  }

  const CheckContext& context_;
  const TextReading& text_;
  FindingSink& sink_;
  bool is_markdown_;
  std::vector<Edit> blanks_;
  Span first_blank_;
};

}  // namespace

void check_characters(const CheckContext& context, FindingSink& sink) {
  for (const TextReading& text : context.application.texts) {
    if (text.linted) CharacterCheck(context, text, sink).run();
  }
}

}  // namespace candor
