#include "lint/check/length.h"

#include <algorithm>

#include <fmt/format.h>

namespace candor {
namespace {

// The limit that a section of this kind has, by name in rules/length.toml; empty where it has none.
std::string_view limit_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::personal_statement:
      return "personal-statement";
    case SectionKind::experience:
      return "experience-description";
    case SectionKind::interruption:
      return "interruption-explanation";
    default:
      return {};
  }
}

std::uint32_t characters(const TextReading& text, IndexRange blocks) {
  std::uint32_t count = 0;
  for (std::uint32_t b = blocks.first; b < blocks.last; ++b) {
    const Block& block = text.document.blocks()[b];
    if (block.view.empty() || block.kind == BlockKind::heading) continue;
    if (count > 0) count += 2;  // the blank line between two paragraphs
    count += count_code_points(text.source.slice(block.source));
  }
  return count;
}

void check_field(const CheckContext& context, const ActiveRule& rule, const TextReading& text, const Section& section,
                 FindingSink& sink) {
  const std::string_view name = limit_of(section.kind);
  const double limit = name.empty() ? -1 : context.limit(name);
  if (limit < 0) return;
  const std::uint32_t count = characters(text, section.blocks);
  if (count <= limit) return;
  sink.add(rule, text, section.source,
           fmt::format("this {} has {} characters; the field takes {:.0f}", to_string(section.kind), count, limit));
}

// The sentences of the text's personal-statement sections.
IndexRange statement_sentences(const TextReading& text) {
  IndexRange range{~0U, 0};
  for (const Section& section : text.sections) {
    if (section.kind != SectionKind::personal_statement) continue;
    for (std::uint32_t b = section.blocks.first; b < section.blocks.last; ++b) {
      const Block& block = text.document.blocks()[b];
      if (block.kind == BlockKind::heading || block.sentences.empty()) continue;
      range.first = std::min(range.first, block.sentences.first);
      range.last = std::max(range.last, block.sentences.last);
    }
  }
  return range.first >= range.last ? IndexRange{} : range;
}

std::uint32_t words_in(const TextReading& text, IndexRange sentences) {
  std::uint32_t words = 0;
  for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
    for (const Token& token : text.document.tokens(text.document.sentences()[s]))
      words += token.kind == TokenKind::word ? 1 : 0;
  }
  return words;
}

class PassageLength {
 public:
  PassageLength(const CheckContext& context, const TextReading& text, FindingSink& sink)
      : context_(context),
        text_(text),
        sink_(sink),
        statement_(statement_sentences(text)),
        words_(words_in(text, statement_)) {}

  void check(const Passage& passage) {
    const Span span = source_of(text_.document, passage);
    if (passage.dwelling) {
      if (const ActiveRule* rule = context_.find("length/dwelling")) sink_.add(*rule, text_, span);
    }
    const double most = context_.limit("passage-sentences");
    if (const ActiveRule* rule = context_.find("length/passage"); rule != nullptr && passage.sentences.size() > most) {
      sink_.add(*rule, text_, span,
                fmt::format("this explanation takes {} sentences; {:.0f} will do", passage.sentences.size(), most));
    }
    if (!statement_.contains(passage.sentences.first) || words_ < 150) return;
    const double share = 100.0 * words_in(text_, passage.sentences) / words_;
    if (const ActiveRule* rule = context_.find("length/share");
        rule != nullptr && share > context_.limit("passage-share")) {
      sink_.add(*rule, text_, span, fmt::format("this explanation is {:.0f} % of the statement", share));
    }
    if (passage.sentences.first == statement_.first) add("length/opening", span);
    if (passage.sentences.last == statement_.last) add("length/closing", span);
  }

 private:
  void add(std::string_view id, Span span) {
    if (const ActiveRule* rule = context_.find(id)) sink_.add(*rule, text_, span);
  }

  const CheckContext& context_;
  const TextReading& text_;
  FindingSink& sink_;
  IndexRange statement_;
  std::uint32_t words_;
};

}  // namespace

void check_length(const CheckContext& context, FindingSink& sink) {
  const ActiveRule* field = context.find("length/field");
  for (const TextReading& text : context.application.texts) {
    if (field != nullptr) {
      for (const Section& section : text.sections) check_field(context, *field, text, section, sink);
    }
    PassageLength length(context, text, sink);
    for (const Passage& passage : text.passages) length.check(passage);
  }
}

}  // namespace candor
