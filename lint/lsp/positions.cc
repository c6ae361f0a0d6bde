#include "lint/lsp/positions.h"

#include <algorithm>
#include <iterator>

namespace candor {
namespace {

constexpr std::string_view kNames[] = {"utf-8", "utf-16", "utf-32"};

// Bytes of the code point that this byte starts.
std::uint32_t bytes_from(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

}  // namespace

std::string_view to_string(PositionEncoding encoding) { return kNames[static_cast<std::size_t>(encoding)]; }

PositionEncoding choose_encoding(std::span<const std::string> offered) {
  if (std::find(offered.begin(), offered.end(), kNames[0]) != offered.end()) return PositionEncoding::utf8;
  for (const std::string& name : offered) {
    const auto known = std::find(std::begin(kNames), std::end(kNames), name);
    if (known != std::end(kNames)) return static_cast<PositionEncoding>(known - std::begin(kNames));
  }
  return PositionEncoding::utf16;
}

ClientPosition to_client(const Position& position, PositionEncoding encoding) {
  const std::uint32_t columns[] = {position.byte_column, position.utf16_column, position.column};
  return {position.line - 1, columns[static_cast<std::size_t>(encoding)] - 1};
}

ClientRange to_client(const Range& range, PositionEncoding encoding) {
  return {to_client(range.start, encoding), to_client(range.end, encoding)};
}

std::uint32_t bytes_of_units(std::string_view line, std::uint32_t units, PositionEncoding encoding) {
  std::uint32_t bytes = 0;
  for (std::uint32_t used = 0; bytes < line.size();) {
    const std::uint32_t size = bytes_from(line[bytes]);
    used += encoding == PositionEncoding::utf8 ? size : encoding == PositionEncoding::utf16 && size == 4 ? 2 : 1;
    if (used > units) break;
    bytes += size;
  }
  return std::min(bytes, static_cast<std::uint32_t>(line.size()));
}

std::uint32_t units_of(std::string_view utf8, PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return static_cast<std::uint32_t>(utf8.size());
    case PositionEncoding::utf16:
      return count_utf16_units(utf8);
    case PositionEncoding::utf32:
      break;
  }
  return count_code_points(utf8);
}

}  // namespace candor
