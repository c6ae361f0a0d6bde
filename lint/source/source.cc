#include "lint/source/source.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "lint/source/read_file.h"

namespace candor {
namespace {

// The first byte that starts no well-formed UTF-8 sequence (RFC 3629), or the size where there is none.
std::size_t first_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t i = 0;
  while (i < size) {
    // Eight ASCII bytes at once: most of what people write.
    std::uint64_t word = 0;
    while (i + 8 <= size && (std::memcpy(&word, data + i, 8), (word & 0x8080808080808080U) == 0)) i += 8;
    if (i == size) break;
    const std::int32_t start = i;
    UChar32 code_point = 0;
    U8_NEXT(data, i, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return bytes.size();
}

// How many bytes `test` holds for, of those beyond ASCII. It is given eight bytes at once and answers in the high bit
// of each; only bits of the byte itself may tell, which it shifts there.
template <typename Test>
std::size_t count_bytes(std::string_view bytes, Test test) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  std::size_t count = 0;
  const auto add = [&](std::uint64_t word) {
    if ((word & kHigh) != 0) count += static_cast<std::size_t>(std::popcount(test(word) & kHigh));
  };
  std::uint64_t word = 0;
  for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    add(word);
  }
  word = 0;
  std::memcpy(&word, bytes.data(), bytes.size());
  add(word);
  return count;
}

}  // namespace

std::optional<Source> Source::from_bytes(std::string name, std::string bytes, Problem& problem) {
  const auto fail = [&](std::string message) {
    problem = {name, 0, 0, std::move(message)};
    return std::nullopt;
  };
  if (bytes.empty()) return fail("is empty; there is no text to lint");
  if (bytes.size() >= kLargestSource) return fail("is larger than 2 GiB; split it");

  Source source;
  source.line_starts_ = find_line_starts(bytes);
  const auto fail_at = [&](std::size_t offset, std::string message) {
    const auto next = std::upper_bound(source.line_starts_.begin(), source.line_starts_.end(), offset);
    problem = {name, static_cast<std::uint32_t>(next - source.line_starts_.begin()),
               static_cast<std::uint32_t>(offset - *std::prev(next)) + 1, std::move(message)};
    return std::nullopt;
  };
  if (const std::size_t at = first_invalid_utf8(bytes); at < bytes.size()) {
    return fail_at(at, fmt::format("byte 0x{:02X} is not valid UTF-8; save the text as UTF-8",
                                   static_cast<unsigned char>(bytes[at])));
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string::npos) {
    return fail_at(at, "a NUL byte; this is not a text file");
  }
  for (std::size_t i = 0; i < source.line_starts_.size(); ++i) {
    const std::size_t end = i + 1 < source.line_starts_.size() ? source.line_starts_[i + 1] : bytes.size();
    if (end - source.line_starts_[i] > kLongestLine) {
      return fail_at(source.line_starts_[i], "a line of more than 16 MiB; break the text into paragraphs");
    }
  }
  source.index_long_lines(bytes);
  source.name_ = std::move(name);
  source.bytes_ = std::move(bytes);
  return source;
}

std::optional<Source> Source::from_file(std::string name, const std::string& path, Problem& problem) {
  std::optional<std::string> bytes = read_file(name, path, problem, kLargestSource - 1);
  if (!bytes) return std::nullopt;
  return from_bytes(std::move(name), *std::move(bytes), problem);
}

void Source::index_long_lines(std::string_view bytes) {
  std::uint32_t longest = 0;
  for (std::size_t i = 0; i < line_starts_.size(); ++i) {
    const auto end = i + 1 < line_starts_.size() ? line_starts_[i + 1] : static_cast<std::uint32_t>(bytes.size());
    longest = std::max(longest, end - line_starts_[i]);
  }
  if (longest <= kLongLine) return;
  columns_.push_back({});
  for (std::size_t at = 0; at + kLongLine <= bytes.size(); at += kLongLine) {
    const std::string_view part = bytes.substr(at, kLongLine);
    columns_.push_back(
        {columns_.back().code_points + count_code_points(part), columns_.back().utf16 + count_utf16_units(part)});
  }
}

Span Source::line(std::uint32_t line) const {
  const std::uint32_t begin = line_starts_[line - 1];
  std::uint32_t end = line < line_count() ? line_starts_[line] : static_cast<std::uint32_t>(bytes_.size());
  while (end > begin && (bytes_[end - 1] == '\n' || bytes_[end - 1] == '\r')) --end;
  return {begin, end};
}

std::uint32_t Source::line_at(std::uint32_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  return static_cast<std::uint32_t>(next - line_starts_.begin());
}

Position Source::position(std::uint32_t offset) const {
  const std::uint32_t line = line_at(offset);
  const std::uint32_t start = line_starts_[line - 1];
  const Columns before = columns_before(offset, start);
  return {line, before.code_points + 1, offset, offset - start + 1, before.utf16 + 1};
}

// Between the line's start and the offset.
Source::Columns Source::columns_before(std::uint32_t offset, std::uint32_t start) const {
  const auto count = [this](std::size_t begin, std::size_t end) {
    const std::string_view part = bytes().substr(begin, end - begin);
    return Columns{count_code_points(part), count_utf16_units(part)};
  };
  if (offset - start <= kLongLine) return count(start, offset);
  const std::size_t first = start / kLongLine + 1;
  const std::size_t last = offset / kLongLine;
  const Columns head = count(start, first * kLongLine);
  const Columns tail = count(last * kLongLine, offset);
  return {head.code_points + (columns_[last].code_points - columns_[first].code_points) + tail.code_points,
          head.utf16 + (columns_[last].utf16 - columns_[first].utf16) + tail.utf16};
}

std::vector<std::uint32_t> find_line_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts{0};
  const bool carriage_returns = bytes.find('\r') != std::string_view::npos;
  std::size_t end = 0;
  while ((end = carriage_returns ? bytes.find_first_of("\r\n", end) : bytes.find('\n', end)) !=
         std::string_view::npos) {
    const bool ends_line = bytes[end] == '\n' || !bytes.substr(end + 1).starts_with('\n');
    ++end;
    if (ends_line) starts.push_back(static_cast<std::uint32_t>(end));
  }
  return starts;
}

std::uint32_t count_code_points(std::string_view utf8) {
  // Bytes that go on a code point are 10xxxxxx.
  return static_cast<std::uint32_t>(utf8.size() - count_bytes(utf8, [](std::uint64_t b) { return b & ~b << 1U; }));
}

std::uint32_t count_utf16_units(std::string_view utf8) {
  // A code point beyond the BMP takes four bytes in UTF-8, the first of them 1111xxxx, and two units in UTF-16.
  return count_code_points(utf8) +
         static_cast<std::uint32_t>(count_bytes(utf8, [](std::uint64_t b) { return b & b << 1U & b << 2U & b << 3U; }));
}

}  // namespace candor
