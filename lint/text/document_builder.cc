#include "lint/text/document_builder.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lint/text/segment.h"
#include "lint/text/shown.h"

namespace candor {
namespace {

// Eight ASCII bytes in lower case.
constexpr std::uint64_t ascii_lower(std::uint64_t bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const std::uint64_t from_a = bytes + kOnes * (0x80 - 'A');
  const std::uint64_t beyond_z = bytes + kOnes * (0x7F - 'Z');
  return bytes | (((from_a ^ beyond_z) & (kOnes * 0x80)) >> 2);
}

// Lower case of the same byte length, so that view and folded text share offsets.
void fold(std::string_view view, std::string& out) {
  constexpr std::uint64_t kBeyondAscii = 0x8080808080808080U;
  const std::size_t base = out.size();
  out.append(view);
  auto* bytes = reinterpret_cast<std::uint8_t*>(out.data());
  for (std::size_t i = base; i < out.size();) {
    std::uint64_t word = kBeyondAscii;
    if (i + sizeof word <= out.size()) std::memcpy(&word, bytes + i, sizeof word);
    if ((word & kBeyondAscii) == 0) {
      word = ascii_lower(word);
      std::memcpy(bytes + i, &word, sizeof word);
      i += sizeof word;
      continue;
    }
    std::size_t next = i;
    UChar32 c = 0;
    U8_NEXT_UNSAFE(bytes, next, c);
    const UChar32 lower = u_tolower(c);
    if (lower != c && static_cast<std::size_t>(U8_LENGTH(lower)) == next - i) {
      U8_APPEND_UNSAFE(bytes, i, static_cast<std::uint32_t>(lower));
    }
    i = next;
  }
}

constexpr bool is_plain(char c) { return c > ' ' && c < 0x7F; }

// How many of eight bytes have nothing to change, as far as they tell: 8, 7 before a last blank, 0 where any has.
std::size_t plain_bytes(const char* bytes) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHigh = kOnes * 0x80;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t controls = word - kOnes * ' ';  // borrows from the high bit of a byte below the blank
  const std::uint64_t beyond = word + kOnes;          // carries into the high bit of 0x7F
  if (((word | controls | beyond) & kHigh) != 0) return 0;
  const std::uint64_t not_blank = (word ^ kOnes * ' ') + kOnes * 0x7F;  // its high bits: bytes that are no blanks
  const std::uint64_t blanks = ~not_blank & kHigh;
  if ((blanks & blanks << 8U) != 0) return 0;
  return blanks >> 63U != 0 ? 7 : 8;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view source) : source_(source) {
  document_.view_.reserve(source.size());
  document_.folded_.reserve(source.size());
  // A little more than prose needs: pages that are not touched cost nothing, growing copies all.
  document_.tokens_.reserve(source.size() / 4);
  document_.sentences_.reserve(source.size() / 50);
}

void DocumentBuilder::begin_block(BlockKind kind) {
  open_ = {};
  open_.kind = kind;
  view_base_ = static_cast<std::uint32_t>(document_.view_.size());
  pieces_.clear();
}

void DocumentBuilder::append_piece(Span source, std::string_view as, bool as_it_is) {
  pieces_.push_back({static_cast<std::uint32_t>(document_.view_.size()), source.begin, as_it_is ? 0U : source.size()});
  document_.view_.append(as);
}

void DocumentBuilder::space(Span source) {
  const std::string& view = document_.view_;
  if (view.size() == view_base_ || view.back() == ' ') return;
  append_piece(source, " ", false);
}

void DocumentBuilder::append(std::uint32_t source_begin, std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  // The end of a run without anything to change: words and single blanks.
  const auto end_of_plain_run = [&](std::size_t i) {
    while (i + sizeof(std::uint64_t) <= bytes.size()) {
      const std::size_t plain = plain_bytes(bytes.data() + i);
      if (plain == 0) break;
      i += plain;
    }
    while (i < bytes.size()) {
      if (is_plain(bytes[i])) {
        ++i;
      } else if (bytes[i] == ' ' && i + 1 < bytes.size() && is_plain(bytes[i + 1])) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  };
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t start = i;
    const auto source_at = [&](std::size_t at) { return source_begin + static_cast<std::uint32_t>(at); };
    if (is_plain(bytes[i])) {
      i = end_of_plain_run(i);
      append_piece({source_at(start), source_at(i)}, bytes.substr(start, i - start), true);
      continue;
    }
    UChar32 c = 0;
    U8_NEXT_UNSAFE(data, i, c);
    const Span character{source_at(start), source_at(i)};
    append_character(character, c, bytes.substr(start, i - start), true);
  }
}

void DocumentBuilder::append_character(Span source, UChar32 c, std::string_view as, bool as_it_is) {
  if (c > ' ' && c < 0x7F) return append_piece(source, as, as_it_is);
  switch (c < 0x80 ? Shown::as_blank : shown(c)) {
    case Shown::as_it_is:
      append_piece(source, as, as_it_is);
      break;
    case Shown::as_blank:
      space(source);
      break;
    case Shown::as_apostrophe:
      append_piece(source, "'", false);
      break;
    case Shown::as_quote:
      append_piece(source, "\"", false);
      break;
    case Shown::not_at_all:
      break;
  }
}

void DocumentBuilder::open_source(Span source) {
  if (open_.source.empty()) open_.source.begin = source.begin;
  open_.source.end = source.end;
}

void DocumentBuilder::text(Span source) {
  open_source(source);
  append(source.begin, source_.substr(source.begin, source.size()));
}

void DocumentBuilder::text_as(Span source, std::string_view as) {
  open_source(source);
  UChar32 c = 0;
  std::size_t size = 0;
  U8_NEXT_UNSAFE(reinterpret_cast<const std::uint8_t*>(as.data()), size, c);
  if (size == as.size()) return append_character(source, c, as, false);
  append_piece(source, as, false);
}

void DocumentBuilder::blank(Span source) { space(source); }

void DocumentBuilder::end_block() {
  Document& d = document_;
  if (d.view_.size() > view_base_ && d.view_.back() == ' ') d.view_.pop_back();
  const Span view{view_base_, static_cast<std::uint32_t>(d.view_.size())};
  const auto first_token = static_cast<std::uint32_t>(d.tokens_.size());
  const auto first_sentence = static_cast<std::uint32_t>(d.sentences_.size());
  fold(d.view(view), d.folded_);
  segment(d.view_, d.folded_, view, open_.kind, d.tokens_, d.sentences_);
  if (d.tokens_.size() == first_token) {
    d.view_.resize(view_base_);
    d.folded_.resize(view_base_);
    return;
  }
  open_.view = view;
  open_.tokens = {first_token, static_cast<std::uint32_t>(d.tokens_.size())};
  open_.sentences = {first_sentence, static_cast<std::uint32_t>(d.sentences_.size())};
  map_tokens(first_token);
  finish_sentences(open_.sentences);
  d.blocks_.push_back(open_);
  d.view_ += '\n';  // no match ever runs from one block into the next
  d.folded_ += '\n';
}

void DocumentBuilder::finish_sentences(IndexRange sentences) {
  Document& d = document_;
  for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
    Sentence& sentence = d.sentences_[s];
    sentence.block = static_cast<std::uint32_t>(d.blocks_.size());
    sentence.source = d.source_of(sentence.tokens);
    sentence.view = {d.tokens_[sentence.tokens.first].view.begin, d.tokens_[sentence.tokens.last - 1].view.end};
    for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) d.tokens_[t].sentence = s;
  }
}

// Tokens and pieces both stand in view order, so one walk maps all of them.
void DocumentBuilder::map_tokens(std::uint32_t first_token) {
  std::size_t piece = 0;
  const auto move_to = [&](std::uint32_t view) {
    while (piece + 1 < pieces_.size() && pieces_[piece + 1].view <= view) ++piece;
  };
  for (std::size_t t = first_token; t < document_.tokens_.size(); ++t) {
    Token& token = document_.tokens_[t];
    move_to(token.view.begin);
    const Piece& first = pieces_[piece];
    token.source.begin = first.source + (first.shown_as_other > 0 ? 0U : token.view.begin - first.view);
    move_to(token.view.end - 1);
    const Piece& last = pieces_[piece];
    token.source.end = last.source + (last.shown_as_other > 0 ? last.shown_as_other : token.view.end - last.view);
  }
}

void DocumentBuilder::opaque_block(BlockKind kind, Span source) {
  Block block;
  block.kind = kind;
  block.source = source;
  const auto view = static_cast<std::uint32_t>(document_.view_.size());
  block.view = {view, view};
  const auto token = static_cast<std::uint32_t>(document_.tokens_.size());
  block.tokens = {token, token};
  const auto sentence = static_cast<std::uint32_t>(document_.sentences_.size());
  block.sentences = {sentence, sentence};
  document_.blocks_.push_back(block);
}

Document DocumentBuilder::take() && { return std::move(document_); }

}  // namespace candor
