#include "lint/lsp/open_text.h"

#include <utility>

#include "lint/source/walk.h"

namespace candor {
namespace {

// The byte offset of a place; `beyond` is set where there is no such line.
std::uint32_t offset_of(std::string_view bytes, std::span<const std::uint32_t> starts, ClientPosition place,
                        PositionEncoding encoding, bool& beyond) {
  if (place.line >= starts.size()) {
    beyond = true;
    return static_cast<std::uint32_t>(bytes.size());
  }
  const std::uint32_t start = starts[place.line];
  std::size_t end = place.line + 1 < starts.size() ? starts[place.line + 1] : bytes.size();
  while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) --end;
  return start + bytes_of_units(bytes.substr(start, end - start), place.character, encoding);
}

}  // namespace

std::string_view apply(const TextChange& change, PositionEncoding encoding, std::string& bytes) {
  if (!change.range) {
    bytes = change.text;
    return {};
  }
  const std::vector<std::uint32_t> starts = find_line_starts(bytes);
  bool beyond = false;
  std::uint32_t begin = offset_of(bytes, starts, change.range->start, encoding, beyond);
  std::uint32_t end = offset_of(bytes, starts, change.range->end, encoding, beyond);
  const bool reversed = begin > end;
  if (reversed) std::swap(begin, end);
  bytes.replace(begin, end - begin, change.text);
  if (beyond) return "an edit beyond the last line was made at the end of the text";
  return reversed ? "an edit whose end stands before its start was turned round" : "";
}

std::string name_of(const OpenText& text) {
  if (!text.path.empty()) return text.path;
  return text.language == "markdown" ? "untitled.md" : "untitled.txt";
}

bool is_read(const OpenText& text) {
  if (is_text_name(text.path.empty() ? text.uri : text.path)) return true;
  return text.language == "markdown" || text.language == "plaintext" || text.language == "text";
}

}  // namespace candor
