// Markdown to blocks, through md4c.
#pragma once

#include <string_view>

#include "lint/text/document_builder.h"

namespace candor {

// Feeds CommonMark with tables to `builder`. Front matter ("---" on the first line up to the next "---"), code and HTML
// comments become opaque blocks; link addresses and tags are left out.
void read_markdown(std::string_view source, DocumentBuilder& builder);

}  // namespace candor
