#include "lint/report/layout.h"

#include <algorithm>
#include <utility>

#include "lint/report/display_width.h"
#include "lint/report/escape.h"

namespace candor {
namespace {

std::span<const Cell> without_blank_end(std::span<const Cell> row) {
  while (!row.empty() && row.back().blank) row = row.first(row.size() - 1);
  return row;
}

Cell cell_of(std::string_view glyph) {
  if (glyph == "\t") return {" ", 1, true, false};
  if (glyph.size() == 1 && glyph[0] >= ' ' && glyph[0] < 0x7F) return {std::string(glyph), 1, glyph == " ", false};
  Cell cell{terminal_safe(glyph), 0, glyph == " ", false};
  cell.columns = display_width(cell.shown);
  return cell;
}

// The index after the last cell of the row that starts at `first`.
std::size_t end_of_row(std::span<const Cell> cells, std::size_t first, std::uint32_t columns) {
  std::size_t after_blank = first;
  std::uint32_t used = 0;
  for (std::size_t i = first; i < cells.size(); ++i) {
    used += cells[i].columns;
    if (cells[i].blank) {
      after_blank = i + 1;
    } else if (used > columns && i > first) {
      return after_blank > first ? after_blank : i;
    }
  }
  return cells.size();
}

}  // namespace

std::vector<Cell> cells_of(std::string_view line, Span marked) {
  std::vector<Cell> cells;
  cells.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t size = glyph_at(line, at).bytes;
    Cell cell = cell_of(line.substr(at, size));
    cell.marked = marked.overlaps({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)});
    cells.push_back(std::move(cell));
    at += size;
  }
  return cells;
}

std::vector<std::span<const Cell>> rows_of(std::span<const Cell> cells, std::uint32_t columns) {
  std::vector<std::span<const Cell>> rows;
  for (std::size_t first = 0; first < cells.size();) {
    const std::size_t end = end_of_row(cells, first, columns);
    rows.push_back(cells.subspan(first, end - first));
    first = end;
  }
  return rows;
}

std::string row_text(std::span<const Cell> row) {
  std::string text;
  for (const Cell& cell : without_blank_end(row)) text += cell.shown;
  return text;
}

std::string row_underline(std::span<const Cell> row, char mark) {
  // A blank that is all that is marked keeps its mark; a marked blank at the end of a marked row would only hang there.
  const bool only_blanks = std::all_of(row.begin(), row.end(), [](const Cell& c) { return c.blank || !c.marked; });
  std::string line;
  for (const Cell& cell : only_blanks ? row : without_blank_end(row))
    line.append(cell.columns, cell.marked ? mark : ' ');
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::vector<std::string> wrapped(std::string_view paragraph, std::uint32_t columns) {
  const std::vector<Cell> cells = cells_of(paragraph);
  std::vector<std::string> rows;
  for (const auto row : rows_of(cells, columns)) rows.push_back(row_text(row));
  return rows;
}

}  // namespace candor
