// English inflections: from the base form in a word class to every form a writer uses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

enum class Form : std::uint8_t { base, third, past, participle, ing, plural };

struct Inflected {
  std::string text;
  Form form;
};

// Forms of a verb in lower case: "study" gives study, studies, studied (past and participle), studying. Irregular verbs
// are known (about 200). In a phrase the first word is inflected: "put off" gives "putting off".
[[nodiscard]] std::vector<Inflected> inflect_verb(std::string_view verb);

// Singular and plural. In a phrase the last word is inflected.
[[nodiscard]] std::vector<Inflected> inflect_noun(std::string_view noun);

}  // namespace candor
