#include "lint/check/repetition.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

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

// Hashes of every run of kShingle words of the sentence.
void shingles_of(const Document& document, const Sentence& sentence, std::vector<std::uint64_t>& words,
                 std::vector<std::uint64_t>& out) {
  words.clear();
  out.clear();
  const std::hash<std::string_view> hash;
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
    if (document.tokens()[t].kind != TokenKind::punctuation) words.push_back(hash(document.word(t)));
  }
  if (words.size() < kShortest) return;
  for (std::size_t i = 0; i + kShingle <= words.size(); ++i) {
    std::uint64_t all = 0;
    for (std::size_t k = 0; k < kShingle; ++k) all = (all ^ words[i + k]) * 0x9E3779B97F4A7C15U + (all >> 29U);
    out.push_back(all);
  }
}

// Which sentence a shingle was first seen in: a flat hash table, since there is one for nearly every word.
class FirstSeen {
 public:
  // Where the key is there already, its value stays.
  void put(std::uint64_t key, std::uint32_t value) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[place_of(key)];
    if (slot.value == kFree) {
      slot = {key, value};
      ++count_;
    }
  }
  // The value, or kFree.
  [[nodiscard]] std::uint32_t at(std::uint64_t key) const { return slots_[place_of(key)].value; }

  static constexpr std::uint32_t kFree = ~0U;

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = kFree;
  };

  [[nodiscard]] std::size_t place_of(std::uint64_t key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (key >> 20U) & mask;
    while (slots_[i].value != kFree && slots_[i].key != key) i = (i + 1) & mask;
    return i;
  }
  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.value != kFree) slots_[place_of(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1024);  // a power of two
  std::size_t count_ = 0;
};

// Of the sentences that share a shingle with this one, the one that shares the most; among equals the first. Returns it
// and how many it shares, or kFree and 0.
std::pair<std::uint32_t, std::uint32_t> closest(std::vector<std::uint32_t>& sharing) {
  std::sort(sharing.begin(), sharing.end());
  std::pair<std::uint32_t, std::uint32_t> best{FirstSeen::kFree, 0};
  for (std::size_t i = 0; i < sharing.size();) {
    const auto end = static_cast<std::size_t>(
        std::upper_bound(sharing.begin() + static_cast<std::ptrdiff_t>(i), sharing.end(), sharing[i]) -
        sharing.begin());
    if (end - i > best.second) best = {sharing[i], static_cast<std::uint32_t>(end - i)};
    i = end;
  }
  return best;
}

}  // namespace

void check_repetition(const CheckContext& context, FindingSink& sink) {
  const ActiveRule* rule = context.find("repetition/explanation");
  if (rule == nullptr) return;
  const auto& texts = context.application.texts;
  std::size_t sections = 0;
  for (const TextReading& text : texts) sections += text.sections.size();
  if (sections < 2) return;  // the same section never repeats itself
  FirstSeen first_seen;      // shingle to index in `known`
  std::vector<SentenceRef> known;
  std::vector<std::uint64_t> words;
  std::vector<std::uint64_t> shingles;
  std::vector<std::uint32_t> sharing;  // for each shingle that was seen, the sentence
  const auto section_at = [&](const SentenceRef& ref) {
    const TextReading& text = texts[ref.text];
    return &text.section_of(text.document.sentences()[ref.sentence].block);
  };
  for (std::uint32_t t = 0; t < texts.size(); ++t) {
    const Document& document = texts[t].document;
    for (std::uint32_t s = 0; s < document.sentences().size(); ++s) {
      shingles_of(document, document.sentences()[s], words, shingles);
      if (shingles.empty()) continue;
      const SentenceRef here{t, s, static_cast<std::uint32_t>(shingles.size())};
      sharing.clear();
      for (const std::uint64_t hash : shingles) {
        if (const std::uint32_t seen = first_seen.at(hash); seen != FirstSeen::kFree) sharing.push_back(seen);
      }
      const auto [best, shared] = closest(sharing);
      const bool repeats = shared > 0 && shared >= kSame * std::min(here.shingles, known[best].shingles) &&
                           section_at(known[best]) != section_at(here);
      if (repeats) {
        const SentenceRef& there = known[best];
        if (Finding* finding = sink.add_across(*rule, texts[t], document.sentences()[s].source)) {
          FindingSink::relate(*finding, texts[there.text],
                              texts[there.text].document.sentences()[there.sentence].source, "first told here",
                              fmt::format("{} tells this again in nearly the same words", texts[t].source.name()));
        }
        continue;
      }
      const auto index = static_cast<std::uint32_t>(known.size());
      known.push_back(here);
      for (const std::uint64_t hash : shingles) first_seen.put(hash, index);
    }
  }
}

}  // namespace candor
