// Words to features. A feature is a word class ("exam", "self") or a literal word that some pattern names.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

// Index into the features of one Lexicon. Classes come first (0 to class_count - 1), then literal words.
using Feature = std::uint16_t;

// At most this many classes: a class is one byte in an annotated sentence (see pattern.h).
inline constexpr std::size_t kMostClasses = 200;

// Classes the tagger gives by form, whatever the lexicon says. They are always the first ones, in this order.
enum class Builtin : Feature {
  past,
  participle,
  ing,
  base,
  third,
  plural,
  adverb,
  number,
  year,
  name,
  quoted,
  passive,
  first,
  count
};
[[nodiscard]] constexpr Feature feature(Builtin builtin) { return static_cast<Feature>(builtin); }
inline constexpr std::string_view kBuiltinNames[] = {"past",   "participle", "ing",    "base", "third",
                                                     "plural", "adverb",     "number", "year", "name",
                                                     "quoted", "passive",    "first"};

// The flat tables of a lexicon: compiled into the program, or owned by a LexiconBuilder's result.
struct LexiconTables {
  struct Slot {
    std::uint32_t hash;       // 0 where the slot is free
    std::uint32_t word;       // offset in `words`
    std::uint32_t features;   // offset in `features`
    std::uint16_t word_size;  // bytes
    std::uint8_t feature_count;
    std::uint8_t longest_phrase;  // words of the longest phrase that starts with this word; 1 where there is none
  };
  struct Stem {
    std::string_view text;
    Feature feature;
  };
  std::string_view words;
  std::span<const Slot> slots;  // open addressing; a power of two
  std::span<const Stem> stems;  // sorted; of all words that begin with it
  std::span<const Feature> features;
  std::span<const std::string_view> classes;  // names, by feature; the built-in ones first
  std::uint32_t feature_count = 0;
};

// Read only, safe from several threads. Keeps views of its tables.
class Lexicon {
 public:
  struct Hit {
    std::span<const Feature> features;
    std::uint8_t longest_phrase = 1;
  };

  explicit Lexicon(const LexiconTables& tables);

  // `word` in lower case; a phrase has single blanks between its words. Nothing where it is not known.
  [[nodiscard]] Hit find(std::string_view word) const;
  // The stems that start with the word's first letter.
  [[nodiscard]] std::span<const LexiconTables::Stem> stems_like(std::string_view word) const {
    const std::size_t letter =
        word.empty() || word[0] < 'a' || word[0] > 'z' ? kLetters : static_cast<std::size_t>(word[0] - 'a');
    return letter == kLetters ? std::span<const LexiconTables::Stem>() : stems_by_letter_[letter];
  }
  [[nodiscard]] std::span<const std::string_view> classes() const { return tables_.classes; }
  [[nodiscard]] std::uint32_t feature_count() const { return tables_.feature_count; }
  [[nodiscard]] const LexiconTables& tables() const { return tables_; }

 private:
  static constexpr std::size_t kLetters = 26;

  LexiconTables tables_;
  std::array<std::span<const LexiconTables::Stem>, kLetters> stems_by_letter_;
};

// Collects words and classes and lays them out.
class LexiconBuilder {
 public:
  LexiconBuilder();

  // The class's feature; made where it is new. Throws std::length_error beyond kMostClasses.
  Feature add_class(std::string_view name);
  [[nodiscard]] const std::vector<std::string>& class_names() const { return class_names_; }
  // The feature of a literal word that a pattern names. REQUIRES: all classes are known.
  Feature add_literal(std::string_view word);
  // The feature of all words that begin with `stem` (lower case; its first character is a to z).
  Feature add_stem(std::string_view stem);
  // True where a word of the class is `word`. REQUIRES: the class's words are known.
  [[nodiscard]] bool has_word(Feature word_class, std::string_view word) const;
  // Gives `word` (lower case, single blanks) the feature. A phrase is known with hyphens too ("full time",
  // "full-time").
  void add_word(std::string_view word, Feature feature);

  // Owns what LexiconTables points into.
  struct Built {
    std::string words;
    std::vector<LexiconTables::Slot> slots;
    std::vector<Feature> features;
    std::deque<std::string> names;  // what the views below point into
    std::vector<LexiconTables::Stem> stems;
    std::vector<std::string_view> classes;
    std::uint32_t feature_count = 0;

    [[nodiscard]] LexiconTables tables() const { return {words, slots, stems, features, classes, feature_count}; }
  };
  [[nodiscard]] Built build() const;

 private:
  std::vector<std::string> class_names_;
  [[nodiscard]] Feature next_feature() const {
    return static_cast<Feature>(kMostClasses + literals_.size() + stems_.size());
  }

  std::map<std::string, Feature, std::less<>> literals_;
  std::map<std::string, Feature, std::less<>> stems_;
  std::map<std::string, std::vector<Feature>, std::less<>> words_;
};

}  // namespace candor
