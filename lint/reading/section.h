// The parts of an application text: what kind of thing each stretch of a text is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/span.h"
#include "lint/text/document.h"

namespace candor {

enum class SectionKind : std::uint8_t { personal_statement, experience, education, exams, interruption, other };
inline constexpr std::string_view kSectionKindNames[] = {"personal-statement", "experience", "education", "exams",
                                                         "interruption",       "other"};
[[nodiscard]] constexpr std::string_view to_string(SectionKind kind) {
  return kSectionKindNames[static_cast<std::size_t>(kind)];
}
[[nodiscard]] std::optional<SectionKind> section_kind_from(std::string_view name);

// What the file's name alone says ("personal-statement.md", "ps.txt", "experience.md"); nothing where it says nothing.
[[nodiscard]] std::optional<SectionKind> section_kind_of_file(std::string_view file_name);

struct Section {
  SectionKind kind = SectionKind::other;
  std::string title;  // the heading's words; empty before the first heading
  Span source;        // heading and content, in the source's bytes
  IndexRange blocks;  // in Document::blocks(), the heading's block included
};

// Parts a text at its headings. A heading whose words name a kind ("Education", "WORK EXPERIENCE", "Interruption of
// training") opens a section of it; any other heading goes on with the kind of the section it stands in. Before the
// first heading, and for a text without headings, the kind is `given` (from settings), else what the file's name says,
// else a personal statement if it holds prose paragraphs and is not full of dates. Covers every block once, in order.
// Never empty for a document with blocks.
[[nodiscard]] std::vector<Section> read_sections(const Document& document, std::string_view file_name,
                                                 std::optional<SectionKind> given);

}  // namespace candor
