#include "prose.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <stdexcept>

#include <nlohmann/json.hpp>

#include "lint/text/document.h"

namespace candor::bench {
namespace {

namespace fs = std::filesystem;

// The train corpus in pieces.
struct Pieces {
  std::vector<std::string> paragraphs;  // of statements, and of passages without a setback
  std::vector<std::string> sentences;   // of explanations
};

struct Read {
  Source source;
  Document document;
};

Read read(std::string text) {
  Problem problem;
  auto source = Source::from_bytes("train.md", std::move(text), problem);
  if (!source) throw std::runtime_error(to_string(problem));
  Document document = read_document(*source, Format::markdown);
  return {*std::move(source), std::move(document)};
}

std::string in_one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

void add_paragraphs(std::string text, std::vector<std::string>& out) {
  const Read read_text = read(std::move(text));
  for (const Block& block : read_text.document.blocks()) {
    if (block.kind == BlockKind::paragraph) out.push_back(in_one_line(read_text.source.slice(block.source)));
  }
}

void add_sentences(std::string text, std::vector<std::string>& out) {
  const Read read_text = read(std::move(text));
  for (const Sentence& sentence : read_text.document.sentences())
    out.push_back(in_one_line(read_text.source.slice(sentence.source)));
}

Pieces read_corpus() {
  std::vector<fs::path> files;
  for (const char* folder : {"", "statements"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(CANDOR_TRAIN_DIR) / folder)) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  Pieces pieces;
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    if (path.extension() == ".md") add_paragraphs({std::istreambuf_iterator<char>(file), {}}, pieces.paragraphs);
    if (path.extension() != ".jsonl") continue;
    for (std::string line; std::getline(file, line);) {
      const auto passage = nlohmann::json::parse(line);
      std::string text = passage.at("text").get<std::string>();
      if (passage.at("topic") == "none")
        add_paragraphs(std::move(text), pieces.paragraphs);
      else
        add_sentences(std::move(text), pieces.sentences);
    }
  }
  if (pieces.paragraphs.empty() || pieces.sentences.empty())
    throw std::runtime_error("there is nothing to read in " CANDOR_TRAIN_DIR);
  return pieces;
}

}  // namespace

std::string prose(Prose kind, std::size_t bytes, std::uint32_t seed) {
  static const Pieces pieces = read_corpus();
  std::mt19937 random(seed);  // its numbers are the same everywhere; those of the standard's distributions are not
  const auto any_of = [&](const std::vector<std::string>& all) -> const std::string& {
    return all[random() % all.size()];
  };
  std::string text;
  text.reserve(bytes + 2000);
  while (text.size() < bytes) {
    if (kind == Prose::statements) {
      text += any_of(pieces.paragraphs) + "\n";
    } else {
      for (std::size_t left = 4 + random() % 4; left > 0; --left)
        text += any_of(pieces.sentences) + (left > 1 ? " " : "\n");
    }
    text += '\n';
  }
  return text;
}

const std::vector<std::string>& statements(Prose kind, std::size_t bytes) {
  static std::map<std::pair<Prose, std::size_t>, std::vector<std::string>> made;
  std::vector<std::string>& texts = made[{kind, bytes}];
  std::size_t size = texts.empty() ? 0 : bytes;
  while (size < bytes) {
    texts.push_back(prose(kind, std::min(bytes - size, kStatementBytes), static_cast<std::uint32_t>(texts.size())));
    size += texts.back().size();
  }
  return texts;
}

}  // namespace candor::bench
