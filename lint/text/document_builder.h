// Makes a Document out of pieces of a source: the one place where view and source offsets are tied together.
#pragma once

#include <string_view>
#include <vector>

#include <unicode/umachine.h>

#include "lint/text/document.h"

namespace candor {

// Readers of formats (plain, Markdown) call begin_block, any number of text/blank/separator, end_block, in source
// order.
class DocumentBuilder {
 public:
  // `source` must outlive the builder. All spans are in its bytes.
  explicit DocumentBuilder(std::string_view source);

  void begin_block(BlockKind kind);
  // Source bytes that are read as they stand. Blanks are folded, quotes straightened, invisible characters dropped.
  void text(Span source);
  // Source bytes that are read as something else: an entity, a line break. `as` is UTF-8 and not empty; a character is
  // folded as in text().
  void text_as(Span source, std::string_view as);
  // A blank that stands for these source bytes (a line break inside a paragraph).
  void blank(Span source);
  // Closes the block: finds its words and sentences. A block without a word or number is left out, unless it has no
  // view by kind.
  void end_block();

  // A block that nobody reads as prose (code, comment, front matter).
  void opaque_block(BlockKind kind, Span source);

  [[nodiscard]] Document take() &&;

 private:
  // View bytes from `view` up to the next piece's stand for source bytes from `source` on: one for one, or, where
  // `shown_as_other` is not 0, all of them for that many source bytes (a curly quote, an entity).
  struct Piece {
    std::uint32_t view;
    std::uint32_t source;
    std::uint32_t shown_as_other;
  };

  void open_source(Span source);
  void append(std::uint32_t source_begin, std::string_view bytes);
  // `as`: the character `c` in UTF-8. `as_it_is`: it stands so in the source.
  void append_character(Span source, UChar32 c, std::string_view as, bool as_it_is);
  void append_piece(Span source, std::string_view as, bool as_it_is);
  void space(Span source);
  void finish_sentences(IndexRange sentences);
  void map_tokens(std::uint32_t first_token);

  std::string_view source_;
  Document document_;
  std::vector<Piece> pieces_;  // of the open block
  Block open_;
  std::uint32_t view_base_ = 0;
};

}  // namespace candor
