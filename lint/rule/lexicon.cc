#include "lint/rule/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>

namespace candor {
namespace {

template <typename Number>
Number load(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Up to eight bytes as one number, without reading past them.
std::uint64_t load_short(const char* bytes, std::size_t size) {
  if (size >= 4) {
    const std::uint64_t last = load<std::uint32_t>(bytes + size - 4);
    return load<std::uint32_t>(bytes) | last << (8 * (size - 4));
  }
  if (size == 0) return 0;
  const auto byte = [bytes](std::size_t at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at]));
  };
  return byte(0) | byte(size / 2) << (8 * (size / 2)) | byte(size - 1) << (8 * (size - 1));
}

// One to one on 64-bit numbers, after MurmurHash3's finalizer.
std::uint64_t mixed(std::uint64_t h) {
  h ^= h >> 32U;
  h *= 0xD6E8FEB86659FD93U;
  h ^= h >> 32U;
  return h;
}

// 1 for 'a'; 0 where it is no letter.
std::size_t letter_number(char c) { return c < 'a' || c > 'z' ? 0 : static_cast<std::size_t>(c - 'a') + 1; }
std::size_t first_letter(std::string_view word) { return word.empty() ? 0 : letter_number(word.front()); }
std::size_t last_letter(std::string_view word) { return word.empty() ? 0 : letter_number(word.back()); }

std::size_t last_letter_of_suffix(const LexiconTables::Shape& shape) { return last_letter(shape.suffix); }

// Never 0. The slot comes of the lowest bits.
std::uint8_t tag_of(std::uint64_t key) { return static_cast<std::uint8_t>(key >> 56U | 1U); }

WordKey key_of(std::string_view text) {
  std::size_t end = std::min(text.find(' '), text.size());
  WordKey key(text.substr(0, end));
  while (end < text.size()) {
    const std::size_t begin = end + 1;
    end = std::min(text.find(' ', begin), text.size());
    key = key.then(WordKey(text.substr(begin, end - begin)));
  }
  return key;
}

// The commonest words of ordinary English, the commonest first: they make poor triggers.
constexpr std::string_view kCommon[] = {
    "the",   "to",  "and", "of",   "a",   "i",   "in",    "my",   "was",  "that", "for", "with", "it",
    "is",    "as",  "on",  "me",   "at",  "had", "from",  "this", "be",   "have", "by",  "not",  "an",
    "but",   "or",  "we",  "were", "are", "he",  "she",   "they", "his",  "her",  "you", "so",   "would",
    "could", "did", "do",  "been", "has", "who", "which", "when", "what", "all",  ",",   "."};

}  // namespace

WordKey::WordKey(std::string_view word) {
  std::uint64_t h = word.size() > kWhole ? word.size() : 0;
  for (; word.size() > kWhole; word.remove_prefix(kWhole)) h = mixed(h ^ load<std::uint64_t>(word.data()));
  value_ = mixed(h ^ load_short(word.data(), word.size()));
}

WordKey WordKey::then(WordKey word) const {
  WordKey both;
  both.value_ = mixed(std::rotl(value_, 17) ^ word.value_ * 0x9E3779B97F4A7C15U);
  return both;
}

bool LexiconTables::Shape::fits(std::string_view word) const {
  if (!suffix.empty() && !word.empty() && word.back() != suffix.back()) return false;  // nearly always
  if (word.size() < prefix.size() + suffix.size() + least || !word.starts_with(prefix) || !word.ends_with(suffix))
    return false;
  const std::string_view between = word.substr(prefix.size(), word.size() - prefix.size() - suffix.size());
  const char first = of == Of::letters ? 'a' : '0';
  const char last = of == Of::letters ? 'z' : '9';
  return std::all_of(between.begin(), between.end(), [&](char c) { return c >= first && c <= last; });
}

Lexicon::Lexicon(const LexiconTables& tables) : tables_(tables) {
  const auto is_bare = [](const LexiconTables::Shape& shape) { return shape.prefix.empty(); };
  const auto prefixed = std::find_if_not(tables.shapes.begin(), tables.shapes.end(), is_bare);
  const auto group = [](auto begin, auto end, auto letter_of, ShapesByLetter& groups) {
    while (begin != end) {
      const auto other = [&](const LexiconTables::Shape& shape) { return letter_of(shape) != letter_of(*begin); };
      const auto next = std::find_if(begin, end, other);
      groups[letter_of(*begin)] = {begin, next};
      begin = next;
    }
  };
  group(tables.shapes.begin(), prefixed, last_letter_of_suffix, shapes_by_last_);
  group(
      prefixed, tables.shapes.end(), [](const LexiconTables::Shape& shape) { return first_letter(shape.prefix); },
      shapes_by_first_);
}

Lexicon::Hit Lexicon::find(std::string_view text, WordKey key) const {
  const std::size_t mask = tables_.slots.size() - 1;
  const std::uint8_t tag = tag_of(key.value());
  for (std::size_t i = key.value() & mask;; i = (i + 1) & mask) {
    if (tables_.tags[i] == 0) return {};
    if (tables_.tags[i] != tag) continue;
    const LexiconTables::Slot& slot = tables_.slots[i];
    if (slot.key != key.value() || slot.text_size != text.size()) continue;
    if (!slot.key_is_text && tables_.words.substr(slot.text, slot.text_size) != text) continue;
    return {tables_.features.subspan(slot.features, slot.feature_count), slot.goes_on, true};
  }
}

Lexicon::Hit Lexicon::find(std::string_view text) const { return find(text, key_of(text)); }

void Lexicon::complete(std::string_view word, std::vector<Feature>& features) const {
  const bool form_is_known =
      std::any_of(features.begin(), features.end(), [](Feature f) { return f <= feature(Builtin::adverb); });
  std::vector<Feature> told;
  if (!form_is_known) guess_form(word, told);
  guess_shape(word, told);
  features.insert(features.end(), told.begin(), told.end());
  std::sort(features.begin(), features.end());
}

void Lexicon::guess(std::string_view word, std::vector<Feature>& out) const {
  guess_form(word, out);
  guess_shape(word, out);
}

void Lexicon::guess_form(std::string_view word, std::vector<Feature>& out) {
  if (word.size() <= 3) return;
  if (word.ends_with("ed")) {
    out.push_back(feature(Builtin::past));
    out.push_back(feature(Builtin::participle));
  } else if (word.ends_with("ing")) {
    out.push_back(feature(Builtin::ing));
  } else if (word.ends_with("ly")) {
    out.push_back(feature(Builtin::adverb));
  }
}

void Lexicon::guess_shape(std::string_view word, std::vector<Feature>& out) const {
  const auto add = [&](std::span<const LexiconTables::Shape> shapes) {
    for (const LexiconTables::Shape& shape : shapes) {
      if (shape.fits(word)) out.push_back(shape.feature);
    }
  };
  const std::size_t last = last_letter(word);
  add(shapes_by_last_[0]);
  if (last > 0) add(shapes_by_last_[last]);
  add(shapes_by_first_[first_letter(word)]);
}

int commonness(std::string_view word) {
  constexpr std::size_t kLongest = 5;  // letters
  if (word.size() > kLongest) return 1;
  const auto* at = std::find(std::begin(kCommon), std::end(kCommon), word);
  return at == std::end(kCommon) ? 1 : 400 - 6 * static_cast<int>(at - std::begin(kCommon));
}

LexiconBuilder::LexiconBuilder() {
  for (const std::string_view name : kBuiltinNames) add_class(name);
}

LexiconBuilder::LexiconBuilder(const LexiconTables& base) : base_(base) {
  for (const std::string_view name : base.classes) add_class(name);
  for (std::size_t group = 0; group < base.alike.size(); ++group) {
    alike_names_.emplace_back(base.alike[group]);
    alike_.emplace(base.alike[group], static_cast<Feature>(kMostClasses + group));
  }
  std::vector<std::size_t> sizes(base.feature_count);
  for (const LexiconTables::Slot& slot : base.slots) {
    for (const Feature feature : base.features.subspan(slot.features, slot.feature_count)) ++sizes[feature];
  }
  for (std::size_t feature = 0; feature < sizes.size(); ++feature)
    sizes_.emplace_hint(sizes_.end(), static_cast<Feature>(feature), sizes[feature]);
  for (const std::string_view word : kCommon) {
    for (const Feature feature : Lexicon(base).find(word).features) commonness_[feature] += commonness(word);
  }
}

std::vector<std::string_view> LexiconBuilder::base_words_of(Feature feature) const {
  std::vector<std::string_view> words;
  for (const LexiconTables::Slot& slot : base_.slots) {
    const auto features = base_.features.subspan(slot.features, slot.feature_count);
    if (std::ranges::find(features, feature) != features.end()) words.push_back(base_text(slot));
  }
  return words;
}

Feature LexiconBuilder::add_class(std::string_view name) {
  if (const auto known = class_of(name)) return *known;
  if (class_names_.size() == kMostClasses) throw std::length_error("more than 218 word classes");
  const auto next = static_cast<Feature>(class_names_.size());
  class_names_.emplace_back(name);
  classes_.emplace(name, next);
  return next;
}

Feature LexiconBuilder::add_alike(std::string_view name) {
  const auto [known, added] = alike_.try_emplace(std::string(name), next_feature());
  if (added) alike_names_.emplace_back(name);
  return known->second;
}

Feature LexiconBuilder::add_literal(std::string_view word) {
  const Feature next = next_feature();
  const auto [known, added] = literals_.try_emplace(std::string(word), next);
  if (added) add_word(word, next);
  return known->second;
}

Feature LexiconBuilder::add_shape(const LexiconTables::Shape& shape) {
  const auto [known, added] = shapes_.try_emplace(
      {std::string(shape.prefix), std::string(shape.suffix), shape.of, shape.least}, next_feature());
  if (!added) return known->second;
  for (const LexiconTables::Slot& slot : base_.slots) {  // these words have been completed before
    const std::string_view word = base_text(slot);
    if (slot.key != 0 && word.find(' ') == std::string_view::npos && shape.fits(word)) add_word(word, known->second);
  }
  return known->second;
}

std::size_t LexiconBuilder::size_of(Feature feature) const {
  const auto at = sizes_.find(feature);
  return at == sizes_.end() ? 0 : at->second;
}

int LexiconBuilder::commonness_of(Feature feature) const {
  const auto at = commonness_.find(feature);
  return at == commonness_.end() ? 0 : at->second;
}

void LexiconBuilder::add_word(std::string_view word, Feature feature) {
  const auto add = [&](std::string text) {
    const int common = commonness(text);
    std::vector<Feature>& features = words_[std::move(text)];
    const auto at = std::lower_bound(features.begin(), features.end(), feature);
    if (at != features.end() && *at == feature) return;
    features.insert(at, feature);
    ++sizes_[feature];
    if (common > 1) commonness_[feature] += common;
  };
  add(std::string(word));
  if (word.find(' ') == std::string_view::npos) return;
  std::string hyphenated(word);
  std::replace(hyphenated.begin(), hyphenated.end(), ' ', '-');
  add(std::move(hyphenated));
}

void LexiconBuilder::lay_out_shapes(Built& built) const {
  built.shapes.assign(base_.shapes.begin(), base_.shapes.end());
  for (const auto& [shape, feature] : shapes_) {
    const auto& [prefix, suffix, of, least] = shape;
    built.shapes.push_back({built.names.emplace_back(prefix), built.names.emplace_back(suffix), of, least, feature});
  }
  using Shape = LexiconTables::Shape;
  std::ranges::stable_sort(built.shapes, {}, [](const Shape& shape) { return shape.prefix; });
  const auto prefixed = std::ranges::find_if(built.shapes, [](const Shape& shape) { return !shape.prefix.empty(); });
  std::stable_sort(built.shapes.begin(), prefixed,
                   [](const Shape& a, const Shape& b) { return last_letter_of_suffix(a) < last_letter_of_suffix(b); });
}

LexiconBuilder::Built LexiconBuilder::build() const {
  Built built;
  built.feature_count = next_feature();
  for (const std::string& name : class_names_) built.classes.push_back(built.names.emplace_back(name));
  for (const std::string& name : alike_names_) built.alike.push_back(built.names.emplace_back(name));
  lay_out_shapes(built);

  std::map<std::string, bool, std::less<>> goes_on;  // every text that is looked up, in order
  for (const auto& [text, features] : words_) {
    goes_on.try_emplace(text, false);
    for (std::size_t blank = text.find(' '); blank != std::string::npos; blank = text.find(' ', blank + 1))
      goes_on[text.substr(0, blank)] = true;
  }
  const auto in_base =
      static_cast<std::size_t>(std::ranges::count_if(base_.tags, [](std::uint8_t tag) { return tag != 0; }));
  built.slots.resize(std::bit_ceil((in_base + goes_on.size()) * 2 + 1));
  built.tags.resize(built.slots.size());
  built.words = base_.words;
  built.features.assign(base_.features.begin(), base_.features.end());
  // Where the text stands, or the free slot for it.
  const auto slot_of = [&](std::string_view text, std::uint64_t key) {
    std::size_t i = key & (built.slots.size() - 1);
    for (; built.slots[i].key != 0; i = (i + 1) & (built.slots.size() - 1)) {
      const LexiconTables::Slot& slot = built.slots[i];
      if (slot.key == key && std::string_view(built.words).substr(slot.text, slot.text_size) == text) break;
    }
    return i;
  };
  for (const LexiconTables::Slot& slot : base_.slots) {
    if (slot.key == 0) continue;
    const std::size_t i = slot_of(base_text(slot), slot.key);
    built.tags[i] = tag_of(slot.key);
    built.slots[i] = slot;
  }
  const Lexicon guesser({{}, {}, {}, built.shapes, {}, {}, {}, 0});
  for (const auto& [text, more] : goes_on) {
    const auto added = words_.find(text);
    std::vector<Feature> features = added == words_.end() ? std::vector<Feature>() : added->second;
    const bool phrase = text.find(' ') != std::string::npos;
    const std::uint64_t key = key_of(text).value();
    const std::size_t i = slot_of(text, key);
    LexiconTables::Slot& slot = built.slots[i];
    if (slot.key == 0) {
      if (!phrase) guesser.complete(text, features);
      built.tags[i] = tag_of(key);
      slot = {key,   static_cast<std::uint32_t>(built.words.size()), 0, static_cast<std::uint16_t>(text.size()), 0,
              false, !phrase && text.size() <= WordKey::kWhole};
      built.words += text;
    } else {
      const auto known = base_.features.subspan(slot.features, slot.feature_count);
      features.insert(features.end(), known.begin(), known.end());
      std::ranges::sort(features);
      features.erase(std::unique(features.begin(), features.end()), features.end());
    }
    slot.features = static_cast<std::uint32_t>(built.features.size());
    slot.feature_count = static_cast<std::uint8_t>(features.size());
    slot.goes_on = slot.goes_on || more;
    built.features.insert(built.features.end(), features.begin(), features.end());
  }
  return built;
}

}  // namespace candor
