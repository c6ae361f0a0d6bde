// A text as a reader sees it: blocks, sentences and words, each with its place in the source.
//
// A document has two texts. The *source* is the file's bytes. The *view* is what is read: one run of UTF-8 a block,
// markup and comments taken out, every run of blanks and line breaks folded to one space, quotes straight ('"' and
// '\''), dashes kept. Matching happens on the view; every token and sentence also carries its source span, made here
// once and never searched for again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/source.h"
#include "lint/source/span.h"

namespace candor {

enum class Format : std::uint8_t { plain, markdown };

enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  list_item,
  quotation,
  table_row,
  code,
  comment,
  front_matter
};

// Code, comments and front matter have no view, no tokens and no sentences: nobody reads them as prose.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span source;           // in the source's bytes, from the first to the last byte of its content
  Span view;             // in Document::view()
  IndexRange sentences;  // in Document::sentences()
  IndexRange tokens;     // in Document::tokens()

  friend bool operator==(const Block&, const Block&) = default;
};

// All but code, comments and front matter.
[[nodiscard]] constexpr bool is_prose(const Block& block) {
  return block.kind != BlockKind::code && block.kind != BlockKind::comment && block.kind != BlockKind::front_matter;
}

struct Sentence {
  Span source;  // from its first to the end of its last token
  Span view;
  IndexRange tokens;
  std::uint32_t block = 0;

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

enum class TokenKind : std::uint8_t { word, number, punctuation };

// A word ("don't", "follow-up" and "U.S." are one each; a possessive 's stays with its word), a number ("3.5", "1,020",
// "238") or one punctuation mark. Table cells are parted by a '|' token.
struct Token {
  Span source;
  Span view;
  std::uint32_t sentence = 0;
  TokenKind kind = TokenKind::word;
  bool quoted = false;   // stands within double or single quotation marks, or in a Markdown block quote
  bool capital = false;  // its first letter is upper case

  friend bool operator==(const Token&, const Token&) = default;
};

// One text, read. Immutable once made: safe to read from several threads. Keeps no pointer to the Source.
class Document {
 public:
  [[nodiscard]] std::string_view view() const { return view_; }
  // The view in lower case, byte for byte as long as the view (a letter whose lower case has another length stays as it
  // is).
  [[nodiscard]] std::string_view folded() const { return folded_; }
  [[nodiscard]] std::string_view view(Span span) const { return view().substr(span.begin, span.size()); }
  [[nodiscard]] std::string_view folded(Span span) const { return folded().substr(span.begin, span.size()); }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return folded(tokens_[token].view); }

  [[nodiscard]] std::span<const Block> blocks() const { return blocks_; }
  [[nodiscard]] std::span<const Sentence> sentences() const { return sentences_; }
  [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
  [[nodiscard]] std::span<const Token> tokens(const Sentence& sentence) const {
    return tokens().subspan(sentence.tokens.first, sentence.tokens.size());
  }
  // The source bytes from the first to the last of these tokens. REQUIRES: not empty.
  [[nodiscard]] Span source_of(IndexRange token_range) const {
    return {tokens_[token_range.first].source.begin, tokens_[token_range.last - 1].source.end};
  }

 private:
  friend class DocumentBuilder;

  std::string view_;
  std::string folded_;
  std::vector<Block> blocks_;
  std::vector<Sentence> sentences_;
  std::vector<Token> tokens_;
};

// ".md" and ".markdown" are Markdown, all else is plain text.
[[nodiscard]] Format format_of(std::string_view file_name);

// Reads a whole text. Linear in its size; never fails on a valid Source.
// Plain text: paragraphs end at blank lines and at lines without a letter or digit ("-----"). Lines between them are
// joined where they were hard-wrapped or hold a sentence each; lines too long to be wrapped are paragraphs. Upper-case
// and other short titles, "## Title", "Label: value" and list items stand alone; a bullet is left out, "1." and "a)"
// are read. Markdown: CommonMark with tables and task lists (md4c), and front matter between "---" lines. A comment
// inside a block comes right after that block, with the source span of "<!--" to "-->"; other HTML blocks are code.
[[nodiscard]] Document read_document(const Source& source, Format format);

}  // namespace candor
