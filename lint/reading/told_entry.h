// Entries told in sentences: a list of posts whose writer writes "I worked at Savelugu District Hospital from January
// 2018 until March 2020.", or a letter that tells the whole path where nothing else lists it.
#pragma once

#include <span>
#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"

namespace candor {

// Turns those claims of the text into entries that tell of a stay from its beginning to its end (or until now), stand
// in a list of experience or education, and in none of the `entries` that were read there. `letter`: the text is one,
// all of it is such a list, and its exams are entries too.
[[nodiscard]] std::vector<Event> take_told_entries(const MarkedText& text, std::span<const Event> entries,
                                                   std::vector<Event>& claims, bool letter = false);

// True where the claims tell of three stays and more from their beginning to their end, as a letter does that accounts
// for a path.
[[nodiscard]] bool tells_a_whole_path(std::span<const Event> claims);

}  // namespace candor
