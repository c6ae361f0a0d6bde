#include "lint/text/document.h"

#include "lint/source/walk.h"
#include "lint/text/document_builder.h"
#include "lint/text/read_markdown.h"
#include "lint/text/read_plain.h"

namespace candor {

Format format_of(std::string_view file_name) { return is_markdown_name(file_name) ? Format::markdown : Format::plain; }

Document read_document(const Source& source, Format format) {
  DocumentBuilder builder(source.bytes());
  if (format == Format::markdown) {
    read_markdown(source.bytes(), builder);
  } else {
    read_plain(source.bytes(), builder);
  }
  return std::move(builder).take();
}

}  // namespace candor
