#include "prose.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include <nlohmann/json.hpp>

#include "lint/text/document.h"

namespace candor::bench {
namespace {

namespace fs = std::filesystem;

void add_sentences(std::string text, std::vector<std::string>& out) {
  Problem problem;
  const auto source = Source::from_bytes("train.md", std::move(text), problem);
  if (!source) return;
  const Document document = read_document(*source, Format::markdown);
  for (const Block& block : document.blocks()) {
    if (block.kind != BlockKind::paragraph) continue;
    for (std::uint32_t s = block.sentences.first; s < block.sentences.last; ++s) {
      std::string sentence(source->slice(document.sentences()[s].source));
      std::replace(sentence.begin(), sentence.end(), '\n', ' ');
      out.push_back(std::move(sentence));
    }
  }
}

std::vector<std::string> train_sentences() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(CANDOR_TRAIN_DIR)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<std::string> sentences;
  for (const fs::path& path : files) {
    std::ifstream file(path, std::ios::binary);
    if (path.extension() == ".md") add_sentences({std::istreambuf_iterator<char>(file), {}}, sentences);
    if (path.extension() != ".jsonl") continue;
    for (std::string line; std::getline(file, line);) {
      const auto passage = nlohmann::json::parse(line, nullptr, false);
      if (passage.contains("text")) add_sentences(passage["text"].get<std::string>(), sentences);
    }
  }
  if (sentences.empty()) throw std::runtime_error("there are no sentences in " CANDOR_TRAIN_DIR);
  return sentences;
}

}  // namespace

std::string prose(std::size_t bytes, std::uint32_t seed) {
  static const std::vector<std::string> sentences = train_sentences();
  std::mt19937 random(seed);  // its numbers are the same everywhere; those of the standard's distributions are not
  std::string text;
  text.reserve(bytes + 1000);
  while (text.size() < bytes) {
    for (std::size_t left = 4 + random() % 4; left > 0; --left) {
      text += sentences[random() % sentences.size()];
      text += left > 1 ? ' ' : '\n';
    }
    text += '\n';
  }
  return text;
}

const std::vector<std::string>& statements(std::size_t bytes) {
  static std::map<std::size_t, std::vector<std::string>> made;
  std::vector<std::string>& texts = made[bytes];
  std::size_t size = texts.empty() ? 0 : bytes;
  while (size < bytes) {
    texts.push_back(prose(std::min(bytes - size, kStatementBytes), static_cast<std::uint32_t>(texts.size())));
    size += texts.back().size();
  }
  return texts;
}

}  // namespace candor::bench
