// The lines of an application's fields, as what they are: titles, bullets, table rows, labels, prose.
//
// Forms and exports are read by line, not by sentence: Markdown, plain CVs, "Label: value" exports, and text taken out
// of a MyERAS PDF, where labels break mid-word ("E nd Date:"), run together on one line, and page headers come in
// between.
#pragma once

#include <cstdint>
#include <vector>

#include "lint/reading/marked_text.h"
#include "lint/reading/section.h"

namespace candor {

struct LabelAt {
  std::uint32_t begin = 0;  // of the label, in the source's bytes
  std::uint32_t value = 0;  // after its colon
  Field field = Field::none;
};

enum class LineKind : std::uint8_t {
  blank,
  title,    // of a section: "# Education", "WORK EXPERIENCE", "Current/Prior Training"
  form,     // a question of the form or a line about the person: "Ever Named in a Malpractice Suit? No"
  heading,  // a Markdown heading that names a thing
  item,     // a bullet or a numbered line
  row,      // of a table
  text
};

struct Line {
  LineKind kind = LineKind::text;
  std::uint32_t indent = 0;
  Span source;                  // without indent, bullet and marks in front
  std::vector<LabelAt> labels;  // known ones
  IndexRange dates;             // in MarkedText::dates: those that begin here
  bool has_date = false;        // one that is no length
  bool has_range = false;
  bool prose = false;   // a sentence, which is read as a claim
  char bar = '|';       // between the cells of a row
  bool papers = false;  // under a title of awards, certificates, publications or languages
  SectionKind section = SectionKind::other;
};

// All lines of the text but those of the page headers.
[[nodiscard]] std::vector<Line> read_lines(const MarkedText& text);

// True where the words are a sentence of prose, not a field.
[[nodiscard]] bool is_prose(const MarkedText& text, Span span);
// "Research fellow at the Outcomes Laboratory, from June 2020 through August 2023. I reviewed ...": the first sentence,
// where it stands for an entry. Empty where it does not.
[[nodiscard]] Span entry_head(const MarkedText& text, Span span);

// Text without blanks, bullets, emphasis and marks at either end.
[[nodiscard]] Span trimmed(const MarkedText& text, Span span);

// The line is its dates and no more than so many bytes beside them.
[[nodiscard]] bool is_dates_alone(const MarkedText& text, const Line& line, std::uint32_t beside);

// Cells of a table row, without the blanks around them. `bar` stands between them.
[[nodiscard]] std::vector<Span> cells_of(const MarkedText& text, Span row, char bar = '|');

}  // namespace candor
