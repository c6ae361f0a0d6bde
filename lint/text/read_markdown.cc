#include "lint/text/read_markdown.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <md4c.h>
#include <unicode/utf8.h>

namespace candor {
namespace {

std::string to_utf8(std::uint32_t code_point) {
  std::string out(4, '\0');
  std::size_t size = 0;
  auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
  U8_APPEND_UNSAFE(bytes, size, code_point);
  out.resize(size);
  return out;
}

// What "&eacute;" or "&#8217;" stands for. Only what people write in prose; an empty string for anything else.
std::string entity(std::string_view name) {
  if (name.starts_with("&#")) {
    const bool hex = name.size() > 2 && (name[2] == 'x' || name[2] == 'X');
    const unsigned long value = std::strtoul(std::string(name.substr(hex ? 3 : 2)).c_str(), nullptr, hex ? 16 : 10);
    const bool valid = value > 0 && value <= 0x10FFFF && !U_IS_SURROGATE(value);
    return valid ? to_utf8(static_cast<std::uint32_t>(value)) : std::string();
  }
  static constexpr struct {
    std::string_view name;
    std::string_view text;
  } kNamed[] = {
      {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""},  {"&apos;", "'"},   {"&nbsp;", " "},
      {"&ndash;", "–"},  {"&mdash;", "—"},  {"&rsquo;", "'"},  {"&lsquo;", "'"},  {"&ldquo;", "\""}, {"&rdquo;", "\""},
      {"&hellip;", "…"}, {"&eacute;", "é"}, {"&egrave;", "è"}, {"&aacute;", "á"}, {"&iacute;", "í"}, {"&oacute;", "ó"},
      {"&uacute;", "ú"}, {"&ntilde;", "ñ"}, {"&ouml;", "ö"},   {"&auml;", "ä"},   {"&uuml;", "ü"},   {"&ccedil;", "ç"},
      {"&middot;", "·"}, {"&bull;", "•"},   {"&deg;", "°"},    {"&ensp;", " "},   {"&emsp;", " "},   {"&thinsp;", " "},
  };
  for (const auto& known : kNamed) {
    if (known.name == name) return std::string(known.text);
  }
  return {};
}

constexpr std::string_view kCommentStart = "<!--";
constexpr std::string_view kCommentEnd = "-->";

// The source as md4c shall see it. CommonMark up to 0.30 has no comment with "--" in it inside a paragraph, and md4c
// knows no later one; but a comment to candor gives its reason behind "--". Byte for byte as long as the source.
std::string with_plain_comments(std::string_view source) {
  std::string plain(source);
  constexpr std::string_view kToCandor = "<!-- candor:";
  for (std::size_t at = plain.find(kToCandor); at != std::string::npos; at = plain.find(kToCandor, at)) {
    at += kToCandor.size();
    const std::size_t end = plain.find(kCommentEnd, at);
    if (end == std::string::npos) break;
    std::replace(plain.begin() + static_cast<std::ptrdiff_t>(at), plain.begin() + static_cast<std::ptrdiff_t>(end), '-',
                 '_');
  }
  return plain;
}

class MarkdownReader {
 public:
  // Reads `source` from `base` on. `parsed`: the same, as md4c shall see it.
  MarkdownReader(std::string_view source, std::string_view parsed, std::uint32_t base, DocumentBuilder& builder)
      : source_(source), parsed_(parsed), base_(base), builder_(builder), last_(base) {}

  void read() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      static_cast<MarkdownReader*>(self)->enter(type);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* data, MD_SIZE size, void* self) {
      static_cast<MarkdownReader*>(self)->text(type, {data, size});
      return 0;
    };
    md_parse(parsed_.data() + base_, static_cast<MD_SIZE>(parsed_.size() - base_), &parser, this);
  }

 private:
  void enter(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        new_cells_ += first_cell_ ? 0 : 1;
        first_cell_ = false;
        return;
      case MD_BLOCK_P:
        return open(prose());
      case MD_BLOCK_H:
        return open(BlockKind::heading);
      case MD_BLOCK_TR:
        first_cell_ = true;
        new_cells_ = 0;
        return open(BlockKind::table_row);
      default:
        break;
    }
    close();  // a tight item's own text ends where a block inside it starts
    if (type == MD_BLOCK_QUOTE) ++quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) ++lists_;
    if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
      in_opaque_ = true;
      opaque_ = {};
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return;
    close();
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
    if (type != MD_BLOCK_CODE && type != MD_BLOCK_HTML) return;
    in_opaque_ = false;
    if (opaque_.empty()) return;
    if (type == MD_BLOCK_CODE) {
      builder_.opaque_block(BlockKind::code, opaque_);
    } else {
      html_block(opaque_);
    }
  }

  // md4c hands out pieces of its input, and texts of its own for line breaks and NUL.
  void text(MD_TEXTTYPE type, std::string_view piece) {
    const bool from_source =
        piece.data() >= parsed_.data() && piece.data() + piece.size() <= parsed_.data() + parsed_.size();
    const std::uint32_t begin = from_source ? static_cast<std::uint32_t>(piece.data() - parsed_.data()) : last_;
    const Span at{begin, from_source ? begin + static_cast<std::uint32_t>(piece.size()) : begin};
    if (in_opaque_) {
      if (from_source) opaque_ = opaque_.empty() ? at : hull(opaque_, at);
    } else {
      if (!open_) open(prose());  // a tight list's items have no paragraph of their own
      if (new_cells_ > 0 && from_source) part_cells(at.begin);
      inline_text(type, piece, at, from_source);
    }
    last_ = at.end;
  }

  void inline_text(MD_TEXTTYPE type, std::string_view piece, Span at, bool from_source) {
    if (type == MD_TEXT_HTML) return inline_html(piece, at);
    if (!from_source) return builder_.blank(at);
    if (type == MD_TEXT_ENTITY) {
      if (const std::string character = entity(piece); !character.empty()) return builder_.text_as(at, character);
    }
    builder_.text(at);
  }

  void inline_html(std::string_view piece, Span at) {
    if (piece.starts_with(kCommentStart)) {
      comments_.push_back({at.begin, comment_end(at.begin, static_cast<std::uint32_t>(source_.size()))});
    } else if (piece.starts_with("<br") || piece.starts_with("<BR")) {
      builder_.blank(at);
    }
  }

  [[nodiscard]] std::uint32_t comment_end(std::uint32_t begin, std::uint32_t limit) const {
    const std::size_t end = source_.substr(0, limit).find(kCommentEnd, begin + kCommentStart.size());
    return end == std::string_view::npos ? limit : static_cast<std::uint32_t>(end + kCommentEnd.size());
  }

  // Comments, each on its own; what stands beside them is tags, or text on a comment's line.
  void html_block(Span html) {
    for (std::uint32_t at = html.begin; at < html.end;) {
      const std::size_t found = source_.substr(0, html.end).find(kCommentStart, at);
      const auto comment = static_cast<std::uint32_t>(std::min<std::size_t>(found, html.end));
      html_or_prose({at, comment});
      if (comment == html.end) return;
      at = comment_end(comment, html.end);
      builder_.opaque_block(BlockKind::comment, {comment, at});
    }
  }
  void html_or_prose(Span span) {
    const auto is_blank = [&](std::uint32_t i) {
      return source_[i] == ' ' || source_[i] == '\t' || source_[i] == '\n' || source_[i] == '\r';
    };
    while (!span.empty() && is_blank(span.begin)) ++span.begin;
    while (!span.empty() && is_blank(span.end - 1)) --span.end;
    if (span.empty()) return;
    if (source_[span.begin] == '<') return builder_.opaque_block(BlockKind::code, span);
    open(prose());
    builder_.text(span);
    close();
  }

  // Cells are parted by the '|' between them, which stands right before a cell's text. Empty cells at a row's end are
  // left out.
  void part_cells(std::uint32_t text_begin) {
    std::vector<std::uint32_t> bars;
    for (std::size_t at = text_begin; bars.size() < new_cells_ && at > 0; at = bars.back()) {
      const std::size_t bar = source_.find_last_of("|\n\r", at - 1);
      if (bar == std::string_view::npos || source_[bar] != '|') break;
      bars.push_back(static_cast<std::uint32_t>(bar));
    }
    // clang 14, whose clang-tidy asks for it, cannot read std::views::reverse.
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {  // NOLINT(modernize-loop-convert)
      builder_.blank({*bar, *bar});
      builder_.text({*bar, *bar + 1});
      builder_.blank({*bar + 1, *bar + 1});
    }
    new_cells_ = 0;
  }

  [[nodiscard]] BlockKind prose() const {
    return quotes_ > 0 ? BlockKind::quotation : lists_ > 0 ? BlockKind::list_item : BlockKind::paragraph;
  }

  void open(BlockKind kind) {
    close();
    builder_.begin_block(kind);
    open_ = true;
  }
  void close() {
    if (!open_) return;
    builder_.end_block();
    open_ = false;
    for (const Span comment : comments_) builder_.opaque_block(BlockKind::comment, comment);
    comments_.clear();
  }

  std::string_view source_;
  std::string_view parsed_;
  std::uint32_t base_;
  DocumentBuilder& builder_;
  std::uint32_t last_;  // the end of the last source bytes seen
  std::uint32_t lists_ = 0;
  std::uint32_t quotes_ = 0;
  bool open_ = false;
  bool first_cell_ = true;
  std::size_t new_cells_ = 0;  // since the row's last text
  bool in_opaque_ = false;
  Span opaque_;                 // of the open code or HTML block
  std::vector<Span> comments_;  // inside the open block
};

// The end of "---\nkey: value\n---\n" at the start of the text, or 0. Without a key the "---" is a thematic break.
std::uint32_t front_matter_end(std::string_view source) {
  std::size_t at = 0;
  const auto next_line = [&] {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    std::string_view line = source.substr(at, end - at);
    at = std::min(end + 1, source.size());
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    return line;
  };
  if (next_line() != "---") return 0;
  const std::string_view first = next_line();
  if (first != "---" && !first.starts_with("#") && first.find(':') == std::string_view::npos) return 0;
  for (std::string_view line = first; line != "---" && line != "..."; line = next_line()) {
    if (at == source.size()) return 0;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace

void read_markdown(std::string_view source, DocumentBuilder& builder) {
  std::uint32_t base = source.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (const std::uint32_t end = front_matter_end(source.substr(base)); end > 0) {
    builder.opaque_block(BlockKind::front_matter, {base, base + end});
    base += end;
  }
  const std::string plain = source.find("<!-- candor:") == std::string_view::npos ? "" : with_plain_comments(source);
  MarkdownReader(source, plain.empty() ? source : plain, base, builder).read();
}

}  // namespace candor
