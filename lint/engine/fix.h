// Mending what can be mended without touching a word. Every Fix of a finding is of that kind: a character that MyERAS
// would lose for one that it keeps, a blank too many.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "lint/report/report.h"
#include "lint/source/problem.h"

namespace candor {

// Fixes that are made together.
struct FixesTogether {
  std::vector<const Edit*> edits;  // in text order
  std::uint32_t made = 0;          // how many fixes they are
};

// Those of the fixes that can be made together, each wholly or not at all: a fix whose edits overlap those of an
// earlier one, or put something in at the same place, is left out. What it gives points into `fixes`.
[[nodiscard]] FixesTogether fixes_together(std::span<const Fix> fixes);

// The text with the fixes made that can be made together; the others are left for the next time. `made` is how many
// were. REQUIRES: the ranges are those of `text`.
[[nodiscard]] std::string apply_fixes(std::string_view text, std::span<const Fix> fixes, std::uint32_t& made);

// A text that fixes have changed.
struct FixedText {
  std::string name;  // as ApplicationText::name
  std::string path;  // absolute
  bool held = false;
  std::string before;
  std::string after;
};

struct FixRun {
  std::vector<FixedText> texts;  // sorted by name
  Report report;                 // of what is left, in the texts as they are after the fixes
  std::uint32_t made = 0;        // fixes
};

// Lints, mends in memory, and lints again until nothing is left to mend. `lint` says what counts: run_check, and what
// the caller leaves out of its report (a baseline, lines that did not change). Nothing is written.
[[nodiscard]] FixRun run_fix(const Applications& applications, RunOptions options,
                             const std::function<Report(const RunOptions&)>& lint);

// Writes a mended text as replace_file does. False, with `problem` set, where it cannot, or where the file is no longer
// what was read.
[[nodiscard]] bool write_fixed(const FixedText& text, Problem& problem);

}  // namespace candor
