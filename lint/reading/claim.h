// Claims: what a text's prose says of the writer's own path, with its dates.
//
// A clause is a claim where the writer or a thing of the writer's path is its subject ("I joined ...", "my internship
// ran ...") and its verb is one of a path: beginning, doing, ending, sitting an exam, being away. What patients,
// parents and years of history do is story and is left alone.
#pragma once

#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"
#include "lint/reading/relation.h"

namespace candor {

struct Claims {
  std::vector<Event> events;
  std::vector<Relation> relations;
};

// Those of the text's sentences, in order.
[[nodiscard]] Claims read_claims(const MarkedText& text);

}  // namespace candor
