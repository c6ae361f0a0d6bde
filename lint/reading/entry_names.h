// Who and what an entry names: its fields, its organization, its role or degree.
#pragma once

#include <string_view>
#include <vector>

#include "lint/reading/entry_blocks.h"
#include "lint/reading/event.h"

namespace candor {

struct FieldValue {
  Field field = Field::none;
  Span span;  // in the source's bytes
};

// The values of a block in order: cells of a row, labelled values, lines without a label.
[[nodiscard]] std::vector<FieldValue> values_of(const MarkedText& text, const EntryBlock& block);

// Sets organization, title, place and the words that tell them apart.
void read_names(const MarkedText& text, const EntryBlock& block, const std::vector<FieldValue>& values, Event& event);

// What kind of thing the entry is, by its section and its words.
[[nodiscard]] EventKind entry_kind(SectionKind section, const Event& event);

// True where the verb tells what one with that role does: "taught" of a teacher. Both in lower case.
[[nodiscard]] bool is_work_of(std::string_view verb, std::string_view role);

// The words within a span name some work, clinical or not, some research or training.
[[nodiscard]] bool names_a_role(const WordHits& words, Span span);

// What kind of thing the words within a span name, other where they name none.
[[nodiscard]] EventKind kind_of(const WordHits& words, Span span);

}  // namespace candor
