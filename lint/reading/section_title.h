// What the words of a section's title say of it.
#pragma once

#include <optional>
#include <string_view>

#include "lint/reading/section.h"

namespace candor {

// The kind that the words of a title name; lower case.
[[nodiscard]] std::optional<SectionKind> section_kind_of(std::string_view title);

// Entries stand in it, not prose: experience, education, exams.
[[nodiscard]] constexpr bool lists_entries(SectionKind kind) {
  return kind == SectionKind::experience || kind == SectionKind::education || kind == SectionKind::exams;
}

}  // namespace candor
