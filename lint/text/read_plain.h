// Plain text to blocks.
#pragma once

#include <string_view>

#include "lint/text/document_builder.h"

namespace candor {

// Feeds the lines of `source` to `builder` as headings, list items and paragraphs. See read_document for what ends a
// paragraph.
void read_plain(std::string_view source, DocumentBuilder& builder);

}  // namespace candor
