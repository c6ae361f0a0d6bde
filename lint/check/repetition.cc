#include "lint/check/repetition.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace candor {
namespace {

constexpr std::uint32_t kShingle = 5;    // words in a row that count as the same words
constexpr std::uint32_t kShortest = 12;  // words; a shorter sentence may well stand twice
constexpr double kSame = 0.6;            // share of a sentence's shingles that stand in the other one

struct SentenceRef {
  std::uint32_t text;
  std::uint32_t sentence;
  std::uint32_t shingles;
};

std::uint64_t mix(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash * 0x9E3779B97F4A7C15U;
}

// Hashes of every run of kShingle words of the sentence.
void shingles_of(const Document& document, const Sentence& sentence, std::vector<std::uint64_t>& out) {
  out.clear();
  std::vector<std::string_view> words;
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
    if (document.tokens()[t].kind != TokenKind::punctuation) words.push_back(document.word(t));
  }
  if (words.size() < kShortest) return;
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (std::size_t k = 0; k < kShingle; ++k) hash = mix(hash, words[i + k]);
    out.push_back(hash);
  }
}

}  // namespace

void check_repetition(const CheckContext& context, FindingSink& sink) {
  const ActiveRule* rule = context.find("repetition/explanation");
  if (rule == nullptr) return;
  const auto& texts = context.application.texts;
  std::unordered_map<std::uint64_t, std::uint32_t> first_seen;  // shingle to index in `known`
  std::vector<SentenceRef> known;
  std::vector<std::uint64_t> shingles;
  const auto section_at = [&](const SentenceRef& ref) {
    const TextReading& text = texts[ref.text];
    return &text.section_of(text.document.sentences()[ref.sentence].block);
  };
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    const Document& document = texts[t].document;
    for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
      shingles_of(document, document.sentences()[s], shingles);
      if (shingles.empty()) continue;
      const SentenceRef here{t, s, static_cast<std::uint32_t>(shingles.size())};
      std::unordered_map<std::uint32_t, std::uint32_t> shared;
      for (const std::uint64_t hash : shingles) {
        const auto seen = first_seen.find(hash);
        if (seen != first_seen.end()) ++shared[seen->second];
      }
      const auto best = std::max_element(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second < b.second : a.first > b.first;
      });
      const bool repeats = best != shared.end() &&
                           best->second >= kSame * std::min(here.shingles, known[best->first].shingles) &&
                           section_at(known[best->first]) != section_at(here);
      if (repeats) {
        const SentenceRef& there = known[best->first];
        if (Finding* finding = sink.add(*rule, texts[t], document.sentences()[s].source)) {
          finding->related.push_back(
              {place_of(texts[there.text], texts[there.text].document.sentences()[there.sentence].source),
               "first told here"});
        }
        continue;
      }
      const auto index = static_cast<std::uint32_t>(known.size());
      known.push_back(here);
      for (const std::uint64_t hash : shingles) first_seen.try_emplace(hash, index);
    }
  }
}

}  // namespace candor
