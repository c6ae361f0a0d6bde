// Text laid out in terminal rows, with a part of it marked.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/span.h"

namespace candor {

// One character as it is shown.
struct Cell {
  std::string shown;          // safe for a terminal
  std::uint32_t columns = 0;  // of `shown`
  bool blank = false;         // a row may end after it
  bool marked = false;
};

// The cells of one line; those that share a byte with `marked` (bytes of `line`) are marked. A tab is shown as one
// space.
[[nodiscard]] std::vector<Cell> cells_of(std::string_view line, Span marked = {});

// The rows, at most `columns` wide, that show the cells: broken after blanks where that can be, else within a word.
// Blanks at a row's end may stand beyond its edge. No cells, no rows.
[[nodiscard]] std::vector<std::span<const Cell>> rows_of(std::span<const Cell> cells, std::uint32_t columns);

// A row's text, and the line below it with `mark` under every marked column (empty where nothing is marked). Neither
// ends in blanks.
[[nodiscard]] std::string row_text(std::span<const Cell> row);
[[nodiscard]] std::string row_underline(std::span<const Cell> row, char mark);

// A paragraph in rows at most `columns` wide.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view paragraph, std::uint32_t columns);

}  // namespace candor
