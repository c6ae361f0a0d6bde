#include "lint/reading/sentence_memory.h"

#include <utility>

namespace candor {
namespace {

std::string key_of(const Document& document, const Sentence& sentence, bool quotations) {
  std::string key(document.view(sentence.view));
  key += '\0';
  for (const Token& token : document.tokens(sentence)) {  // what stands around a sentence may tell of them
    key += token.quoted ? '\1' : '\2';
    key += static_cast<char>('\3' + static_cast<char>(token.view.size() & 0x3FU));
  }
  key += quotations ? '\1' : '\2';
  return key;
}

}  // namespace

void SentenceMemory::begin() {
  before_ = std::move(now_);
  now_.clear();
}

SentenceSaid& SentenceMemory::of(const Document& document, const Sentence& sentence, bool quotations,
                                 std::uint8_t group) {
  std::string key = key_of(document, sentence, quotations);
  if (const auto known = now_.find(key); known != now_.end()) return known->second[group];
  if (auto kept = before_.extract(key); !kept.empty()) return now_.insert(std::move(kept)).position->second[group];
  return now_[std::move(key)][group];
}

}  // namespace candor
