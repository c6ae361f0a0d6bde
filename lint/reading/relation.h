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
};

struct Relation {
  RelationKind kind = RelationKind::during;
  Event sitting;    // a claim of kind exam without a date
  Event anchor;     // a claim of what it is placed by; with a date only where the words give one
  Duration length;  // after_...: how long after; in_...: of one part
  int part = 0;     // in_part: from 1
  Span source;      // the words that place it
};

}  // namespace candor
