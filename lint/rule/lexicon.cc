#include "lint/rule/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace candor {
namespace {

// A multiply-and-fold hash over eight bytes at a time, after wyhash; words are short.
std::uint32_t hash_of(std::string_view word) {
  std::uint64_t h = 0x9E3779B97F4A7C15U ^ word.size();
  const auto mix = [&h](std::uint64_t part) {
    h = (h ^ part) * 0xD6E8FEB86659FD93U;
    h ^= h >> 32U;
  };
  while (word.size() >= 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, word.data(), 8);
    mix(part);
    word.remove_prefix(8);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  mix(rest);
  const auto folded = static_cast<std::uint32_t>(h);
  return folded == 0 ? 1 : folded;
}

std::uint8_t words_in(std::string_view phrase) {
  return static_cast<std::uint8_t>(1 + std::count(phrase.begin(), phrase.end(), ' '));
}

}  // namespace

Lexicon::Lexicon(const LexiconTables& tables) : tables_(tables) {
  const auto letter = [](const LexiconTables::Stem& stem) { return static_cast<std::size_t>(stem.text[0] - 'a'); };
  for (std::size_t i = 0; i < tables.stems.size();) {
    std::size_t end = i;
    while (end < tables.stems.size() && letter(tables.stems[end]) == letter(tables.stems[i])) ++end;
    stems_by_letter_[letter(tables.stems[i])] = tables.stems.subspan(i, end - i);
    i = end;
  }
}

Lexicon::Hit Lexicon::find(std::string_view word) const {
  const std::uint32_t hash = hash_of(word);
  const std::size_t mask = tables_.slots.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const LexiconTables::Slot& slot = tables_.slots[i];
    if (slot.hash == 0) return {};
    if (slot.hash == hash && tables_.words.substr(slot.word, slot.word_size) == word) {
      return {tables_.features.subspan(slot.features, slot.feature_count), slot.longest_phrase};
    }
  }
}

LexiconBuilder::LexiconBuilder() {
  for (const std::string_view name : kBuiltinNames) class_names_.emplace_back(name);
}

Feature LexiconBuilder::add_class(std::string_view name) {
  const auto known = std::find(class_names_.begin(), class_names_.end(), name);
  if (known != class_names_.end()) return static_cast<Feature>(known - class_names_.begin());
  if (class_names_.size() == kMostClasses) throw std::length_error("more than 200 word classes");
  class_names_.emplace_back(name);
  return static_cast<Feature>(class_names_.size() - 1);
}

Feature LexiconBuilder::add_literal(std::string_view word) {
  const Feature next = next_feature();
  const auto [known, added] = literals_.try_emplace(std::string(word), next);
  if (added) add_word(word, next);
  return known->second;
}

Feature LexiconBuilder::add_stem(std::string_view stem) {
  return stems_.try_emplace(std::string(stem), next_feature()).first->second;
}

bool LexiconBuilder::has_word(Feature word_class, std::string_view word) const {
  const auto at = words_.find(word);
  return at != words_.end() && std::binary_search(at->second.begin(), at->second.end(), word_class);
}

void LexiconBuilder::add_word(std::string_view word, Feature feature) {
  const auto add = [&](std::string text) {
    std::vector<Feature>& features = words_[std::move(text)];
    const auto at = std::lower_bound(features.begin(), features.end(), feature);
    if (at == features.end() || *at != feature) features.insert(at, feature);
  };
  add(std::string(word));
  if (word.find(' ') == std::string_view::npos) return;
  std::string hyphenated(word);
  std::replace(hyphenated.begin(), hyphenated.end(), ' ', '-');
  add(std::move(hyphenated));
}

LexiconBuilder::Built LexiconBuilder::build() const {
  std::map<std::string, std::uint8_t, std::less<>> longest;
  for (const auto& [word, features] : words_) {
    const std::string first = word.substr(0, word.find(' '));
    std::uint8_t& count = longest[first];
    count = std::max(count, words_in(word));
  }
  Built built;
  built.feature_count = next_feature();
  for (const std::string& name : class_names_) built.classes.push_back(built.names.emplace_back(name));
  for (const auto& [stem, feature] : stems_) built.stems.push_back({built.names.emplace_back(stem), feature});
  built.slots.resize(std::bit_ceil((words_.size() + longest.size()) * 2 + 1));
  const auto insert = [&](std::string_view word, const std::vector<Feature>& features, std::uint8_t phrase) {
    const std::uint32_t hash = hash_of(word);
    std::size_t i = hash & (built.slots.size() - 1);
    while (built.slots[i].hash != 0) i = (i + 1) & (built.slots.size() - 1);
    built.slots[i] = {hash,
                      static_cast<std::uint32_t>(built.words.size()),
                      static_cast<std::uint32_t>(built.features.size()),
                      static_cast<std::uint16_t>(word.size()),
                      static_cast<std::uint8_t>(features.size()),
                      phrase};
    built.words += word;
    built.features.insert(built.features.end(), features.begin(), features.end());
  };
  for (const auto& [word, features] : words_) {
    const auto phrase = longest.find(word);
    insert(word, features, phrase == longest.end() ? std::uint8_t{1} : phrase->second);
  }
  for (const auto& [word, count] : longest) {
    if (words_.find(word) == words_.end()) insert(word, {}, count);
  }
  return built;
}

}  // namespace candor
