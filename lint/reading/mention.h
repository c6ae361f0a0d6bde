// Mentions of an entry in words of its own that are no name: "the Institute", "the dialysis unit", and, where a
// sentence has named the entry beside it, "the island" or a person.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"

namespace candor {

struct Mention {
  Span source;                         // the word, in the text's bytes
  std::vector<std::uint32_t> entries;  // of one place
};

// The mentions of each text, in order of their place. A word counts where no entry of another place has it, and only
// behind "the", "that" or their like; a person's name ("Dr. Lindholm") where any text has it beside an entry's. Of the
// texts `asked_of`, by their index, sorted; the others have none.
[[nodiscard]] std::vector<std::vector<Mention>> find_mentions(std::span<const MarkedText> texts,
                                                              std::span<const Event> entries,
                                                              std::span<const std::uint32_t> asked_of);

}  // namespace candor
