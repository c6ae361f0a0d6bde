// Which prose tells of months that no entry covers, by all that a sentence has of them: a length that fits, a word of
// absence, a reason, the names of what came before and after, dates at the edges.
//
// Writers tell of such months in any words ("I put down the stethoscope for a while"), so no word decides alone; that
// the entries leave the months open is what makes the sentence worth asking about.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "lint/reading/timeline.h"

namespace candor {

// Months that no entry covers, and the entries around them.
struct OpenMonths {
  Interval days;
  const Event& before;
  const Event& after;
};

// A date that stands for an edge of the gap, and is not it: "I left Warri in March 2019", where the list says October.
struct OffEdge {
  Span date;
  bool start = false;  // of the gap; or its end
};

struct GapTelling {
  std::uint32_t text = 0;      // index in Timeline::texts
  Span source;                 // the sentence, or two
  bool bounded = false;        // with a date at both edges, or at one and a length, to the month or season
  bool absence = false;        // in words of absence: "away from work", not by length and reason alone
  bool in_part = false;        // with a date at one edge and another within: a part of it, with its ends
  std::optional<OffEdge> off;  // where both entries beside the gap are named and its edges dated, one of them wrongly
};

// What tells best of them; nothing where no sentence does. What is `taken` tells of other months.
[[nodiscard]] std::optional<GapTelling> find_gap_telling(const Timeline& timeline, const OpenMonths& gap,
                                                         std::span<const GapTelling> taken);

}  // namespace candor
