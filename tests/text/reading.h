// Texts as the tests of this folder read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "lint/text/document.h"

namespace candor {

struct Reading {
  Source source;
  Document document;

  [[nodiscard]] std::string_view of(Span span) const { return source.slice(span); }

  // The view of every sentence, or of those of one block.
  [[nodiscard]] std::vector<std::string> sentences() const {
    std::vector<std::string> out;
    for (const Sentence& s : document.sentences()) out.emplace_back(document.view(s.view));
    return out;
  }
  [[nodiscard]] std::vector<std::string> words() const {
    std::vector<std::string> out;
    for (const Token& t : document.tokens()) out.emplace_back(document.view(t.view));
    return out;
  }
  // "kind: view" of every block; opaque blocks show their source.
  [[nodiscard]] std::vector<std::string> blocks() const {
    static constexpr std::string_view kNames[] = {"heading", "paragraph", "item",    "quotation",
                                                  "row",     "code",      "comment", "front"};
    std::vector<std::string> out;
    for (const Block& b : document.blocks()) {
      std::string line(kNames[static_cast<std::size_t>(b.kind)]);
      line += ": ";
      line += b.view.empty() ? of(b.source) : document.view(b.view);
      out.push_back(line);
    }
    return out;
  }
  // The words that stand in quotation marks.
  [[nodiscard]] std::vector<std::string> quoted() const {
    std::vector<std::string> out;
    for (const Token& t : document.tokens()) {
      if (t.quoted && t.kind != TokenKind::punctuation) out.emplace_back(document.view(t.view));
    }
    return out;
  }
};

inline Reading read(std::string text, Format format = Format::plain) {
  Problem problem;
  std::optional<Source> source = Source::from_bytes("text", std::move(text), problem);
  if (!source) throw std::runtime_error(to_string(problem));
  Document document = read_document(*source, format);
  return {std::move(*source), std::move(document)};
}

inline Reading read_md(std::string text) { return read(std::move(text), Format::markdown); }

using Strings = std::vector<std::string>;

}  // namespace candor
