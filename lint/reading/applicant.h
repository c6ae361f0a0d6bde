// Whose application it is: birth, name and number where a text states them.
#pragma once

#include <optional>
#include <vector>

#include "lint/reading/timeline.h"

namespace candor {

// The stated date of birth: "Birth Date: 02/11/1994", "Born 4 May 1994", "I was born in 1994".
[[nodiscard]] std::optional<Stated> birth_in(const MarkedText& text);

// Appends the names and AAMC numbers that the text states and that are not there yet. A name is there where the one is
// the other with words left out: "Maria Lopez" beside "Maria Isabel Lopez".
void add_applicants(const MarkedText& text, std::vector<Applicant>& applicants);

}  // namespace candor
