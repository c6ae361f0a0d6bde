// A text's bytes and where its lines start: the ground on which every span stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/problem.h"
#include "lint/source/span.h"

namespace candor {

inline constexpr std::size_t kLargestSource = std::size_t{1} << 31;  // bytes; spans hold 32 bits
inline constexpr std::size_t kLongestLine = std::size_t{16} << 20;   // bytes; a longer line is no text of a person

// A place in a text as people and editors count it.
struct Position {
  std::uint32_t line = 1;    // from 1; lines end at LF, CR LF or a lone CR
  std::uint32_t column = 1;  // from 1, in code points
  std::uint32_t offset = 0;  // bytes from 0
  // These follow from the others, so == leaves them out.
  std::uint32_t byte_column = 1;   // from 1, in bytes, as reviewdog counts
  std::uint32_t utf16_column = 1;  // from 1, in UTF-16 code units, as most editors count

  friend bool operator==(const Position& a, const Position& b) {
    return a.line == b.line && a.column == b.column && a.offset == b.offset;
  }
};

// One text, valid UTF-8 without NUL, kept as its bytes. Immutable: safe to read from several threads.
class Source {
 public:
  // Takes a text that is already in memory. `name` is what findings call it, with '/'.
  // Returns nothing and sets `problem` where the bytes are not a text candor reads: empty, over kLargestSource, a line
  // over kLongestLine, invalid UTF-8 or a NUL byte (both with line and byte column).
  [[nodiscard]] static std::optional<Source> from_bytes(std::string name, std::string bytes, Problem& problem);

  // Reads the file at `path`; `name` as above. Also fails where it is missing, unreadable or not a regular file.
  [[nodiscard]] static std::optional<Source> from_file(std::string name, const std::string& path, Problem& problem);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view slice(Span span) const { return bytes().substr(span.begin, span.size()); }

  [[nodiscard]] std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  // The line's bytes without its end. REQUIRES: 1 <= line <= line_count().
  [[nodiscard]] Span line(std::uint32_t line) const;
  // The number of the line that holds the offset. REQUIRES: offset <= bytes().size(). Costs a binary search.
  [[nodiscard]] std::uint32_t line_at(std::uint32_t offset) const;
  // REQUIRES: offset <= bytes().size(). Costs a binary search and a look at no more than 1 KiB
  // of the line, however long it is.
  [[nodiscard]] Position position(std::uint32_t offset) const;

 private:
  static constexpr std::uint32_t kLongLine = 512;  // bytes

  Source() = default;

  void index_long_lines(std::string_view bytes);
  struct Columns {
    std::uint32_t code_points = 0;
    std::uint32_t utf16 = 0;
  };
  [[nodiscard]] Columns columns_before(std::uint32_t offset, std::uint32_t start) const;

  std::string name_;
  std::string bytes_;
  std::vector<std::uint32_t> line_starts_;
  std::vector<Columns> columns_;  // before every kLongLine bytes; empty where no line is longer than that
};

// Where the lines of a text start, in bytes: 0 first. Lines end as Position says.
[[nodiscard]] std::vector<std::uint32_t> find_line_starts(std::string_view bytes);

// Code points in valid UTF-8.
[[nodiscard]] std::uint32_t count_code_points(std::string_view utf8);
// UTF-16 code units of valid UTF-8, as most language clients count columns.
[[nodiscard]] std::uint32_t count_utf16_units(std::string_view utf8);

}  // namespace candor
