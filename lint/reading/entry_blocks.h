// Which lines belong together: the run of lines that tells of one thing.
//
// Each list keeps to one layout, and that layout shows: names above the date or behind it, a blank line or none between
// two entries, bullets as entries or as their details. What the first entry of a run does, the next ones do.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lint/reading/entry_lines.h"

namespace candor {

struct EntryBlock {
  std::vector<const Line*> lines;
  const Line* heading = nullptr;  // that the entry stands under; one of `lines` where it is the entry's own
  const Line* exam = nullptr;     // the line above that names the exam: "USMLE STEP 1"
  std::vector<Field> columns;     // of a table row
  std::uint32_t column = 0;  // of a table with an exam or entry in each: which one; its rows are `lines`. 0 for none
  SectionKind section = SectionKind::other;

  [[nodiscard]] Span source() const { return hull(lines.front()->source, lines.back()->source); }
};

// The blocks of all sections but the personal statement. Keeps pointers into `lines`.
[[nodiscard]] std::vector<EntryBlock> read_blocks(const MarkedText& text, std::span<const Line> lines);

}  // namespace candor
