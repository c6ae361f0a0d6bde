// Relations: sittings of exams that are placed by the writer's path and not by a date, "I passed Step 1 in my second
// year at Mercy", "two months after I came to Tern", "before I boarded the plane".
#pragma once

#include <cstdint>

#include "lint/reading/event.h"

namespace candor {

// Where the sitting lies, seen from the anchor.
enum class RelationKind : std::uint8_t {
  before_start,
  before_end,
  during,
  in_part,      // the n-th part of it: "in my second year"
  in_last,      // "in the last month of"
  after_start,  // by `length`
  after_end,
  ahead_of_start,  // likewise before it
  ahead_of_end,
};

// Which side of the anchor it is counted from; of the others both.
[[nodiscard]] constexpr bool is_of_start(RelationKind kind) {
  return kind == RelationKind::before_start || kind == RelationKind::after_start ||
         kind == RelationKind::ahead_of_start || kind == RelationKind::in_part;
}
[[nodiscard]] constexpr bool is_of_end(RelationKind kind) {
  return kind == RelationKind::before_end || kind == RelationKind::after_end || kind == RelationKind::ahead_of_end ||
         kind == RelationKind::in_last;
}

struct Relation {
  RelationKind kind = RelationKind::during;
  Event sitting;    // a claim of kind exam without a date
  Event anchor;     // a claim of what it is placed by; with a date only where the words give one
  Duration length;  // after_..., ahead_...: how long; in_...: of one part
  int part = 0;     // in_part: from 1
  Span source;      // the words that place it
};

}  // namespace candor
