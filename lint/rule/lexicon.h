// Words to features. A feature is a word class ("exam", "self"), a group of words that are used alike ("~exam"), or a
// literal word that some pattern names.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace candor {

// Index into the features of one Lexicon. Classes come first (0 to class_count - 1); from kMostClasses on the groups of
// words used alike, then literal words.
using Feature = std::uint16_t;

// At most this many classes: a class is one byte in an annotated sentence (see pattern.h).
inline constexpr std::size_t kMostClasses = 218;

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
  // A word, a phrase, or the first words of a longer phrase.
  struct Slot {
    std::uint64_t key;        // see WordKey; 0 where the slot is free
    std::uint32_t text;       // offset in `words`
    std::uint32_t features;   // offset in `features`
    std::uint16_t text_size;  // bytes
    std::uint8_t feature_count;
    bool goes_on;      // some phrase begins with this text and a blank
    bool key_is_text;  // the key says it all: no need to compare the text
  };
  // Words that no list holds: `prefix`, then at least `least` characters of one kind, then `suffix`.
  struct Shape {
    enum class Of : std::uint8_t { letters, digits };
    std::string_view prefix;
    std::string_view suffix;
    Of of;
    std::uint8_t least;
    Feature feature;

    [[nodiscard]] bool fits(std::string_view word) const;
  };
  std::string_view words;
  std::span<const Slot> slots;  // open addressing; a power of two
  // By slot: some bits of its key, 0 where it is free. What is no word of the lexicon nearly always stops here, and
  // these stay near the processor where the slots do not.
  std::span<const std::uint8_t> tags;
  std::span<const Shape> shapes;  // those without a prefix first, by the last letter; then by prefix
  std::span<const Feature> features;
  std::span<const std::string_view> classes;  // names, by feature; the built-in ones first
  std::span<const std::string_view> alike;    // names of the groups, by feature from kMostClasses on
  std::uint32_t feature_count = 0;
};

// What a text is looked up by: of two words of up to eight bytes the keys differ where the words do; longer texts and
// phrases are compared as well. A phrase's key comes of its words' keys, so that a reader hashes every word once.
class WordKey {
 public:
  WordKey() = default;
  explicit WordKey(std::string_view word);
  // Of a text and the word behind it.
  [[nodiscard]] WordKey then(WordKey word) const;

  [[nodiscard]] std::uint64_t value() const { return value_; }
  // A word of at most this many bytes is told by its key and its length.
  static constexpr std::size_t kWhole = 8;

 private:
  std::uint64_t value_ = 0;
};

// Read only, safe from several threads. Keeps views of its tables.
class Lexicon {
 public:
  struct Hit {
    std::span<const Feature> features;
    bool goes_on = false;  // a longer phrase may follow
    bool known = false;
  };

  explicit Lexicon(const LexiconTables& tables);

  // `text` in lower case, with its key; a phrase has single blanks between its words. A word that is known has the
  // features of its shape and ending among the others.
  [[nodiscard]] Hit find(std::string_view text, WordKey key) const;
  [[nodiscard]] Hit find(std::string_view text) const;
  // Appends what the shape and the ending of an unknown word tell.
  void guess(std::string_view word, std::vector<Feature>& out) const;
  // Adds to the features of a listed word what its shape tells, and its ending where no form of it is listed. Sorted.
  void complete(std::string_view word, std::vector<Feature>& features) const;

  [[nodiscard]] std::span<const std::string_view> classes() const { return tables_.classes; }
  [[nodiscard]] std::uint32_t feature_count() const { return tables_.feature_count; }
  [[nodiscard]] const LexiconTables& tables() const { return tables_; }

 private:
  static constexpr std::size_t kLetters = 26;
  using ShapesByLetter = std::array<std::span<const LexiconTables::Shape>, kLetters + 1>;  // 0: no letter

  static void guess_form(std::string_view word, std::vector<Feature>& out);
  void guess_shape(std::string_view word, std::vector<Feature>& out) const;

  LexiconTables tables_;
  ShapesByLetter shapes_by_last_;   // without a prefix, by the suffix's last letter
  ShapesByLetter shapes_by_first_;  // by the prefix's first letter
};

// How common a word is in ordinary English: some hundreds for those that make poor triggers, else 1.
[[nodiscard]] int commonness(std::string_view word);

// Collects words and classes and lays them out.
class LexiconBuilder {
 public:
  LexiconBuilder();
  // Goes on where a lexicon ends: what it has keeps its features, what is added comes behind. Keeps views of its
  // tables. A form that it guessed for a word stays, also where a class tells another one.
  explicit LexiconBuilder(const LexiconTables& base);

  // The class's feature; made where it is new. Throws std::length_error beyond kMostClasses.
  Feature add_class(std::string_view name);
  [[nodiscard]] const std::vector<std::string>& class_names() const { return class_names_; }
  // The class's or group's feature; nothing where there is none of that name.
  [[nodiscard]] std::optional<Feature> class_of(std::string_view name) const { return find(classes_, name); }
  [[nodiscard]] std::optional<Feature> alike_of(std::string_view name) const { return find(alike_, name); }
  // The feature of a group of words that are used alike; made where it is new. REQUIRES: there is no base, and no
  // literal and no shape was added yet, unless the group is known.
  Feature add_alike(std::string_view name);
  [[nodiscard]] const std::vector<std::string>& alike_names() const { return alike_names_; }
  // The feature of a literal word that a pattern names. REQUIRES: all classes are known.
  Feature add_literal(std::string_view word);
  // The feature of all words of a shape (its own feature is not looked at).
  Feature add_shape(const LexiconTables::Shape& shape);
  // The words and phrases of the base that have the feature.
  [[nodiscard]] std::vector<std::string_view> base_words_of(Feature feature) const;
  // How many words and phrases have the feature.
  [[nodiscard]] std::size_t size_of(Feature feature) const;
  // How common those of its words are that are among the commonest of ordinary English; see commonness().
  [[nodiscard]] int commonness_of(Feature feature) const;
  // Gives `word` (lower case, single blanks) the feature. A phrase is known with hyphens too ("full time",
  // "full-time").
  void add_word(std::string_view word, Feature feature);

  // Owns what LexiconTables points into.
  struct Built {
    std::string words;
    std::vector<LexiconTables::Slot> slots;
    std::vector<std::uint8_t> tags;
    std::vector<Feature> features;
    std::deque<std::string> names;  // what the views below point into
    std::vector<LexiconTables::Shape> shapes;
    std::vector<std::string_view> classes;
    std::vector<std::string_view> alike;
    std::uint32_t feature_count = 0;

    [[nodiscard]] LexiconTables tables() const {
      return {words, slots, tags, shapes, features, classes, alike, feature_count};
    }
  };
  [[nodiscard]] Built build() const;

 private:
  [[nodiscard]] Feature next_feature() const {
    const std::size_t first = base_.feature_count > 0 ? base_.feature_count : kMostClasses + alike_names_.size();
    return static_cast<Feature>(first + literals_.size() + shapes_.size());
  }
  [[nodiscard]] std::string_view base_text(const LexiconTables::Slot& slot) const {
    return base_.words.substr(slot.text, slot.text_size);
  }
  // Shapes in the order that LexiconTables asks for.
  void lay_out_shapes(Built& built) const;

  using Features = std::map<std::string, Feature, std::less<>>;
  static std::optional<Feature> find(const Features& features, std::string_view name) {
    const auto at = features.find(name);
    return at == features.end() ? std::nullopt : std::optional(at->second);
  }

  LexiconTables base_;
  std::vector<std::string> class_names_;
  Features classes_;
  std::vector<std::string> alike_names_;
  Features alike_;

  std::map<std::string, Feature, std::less<>> literals_;
  std::map<std::tuple<std::string, std::string, LexiconTables::Shape::Of, std::uint8_t>, Feature> shapes_;
  std::map<std::string, std::vector<Feature>, std::less<>> words_;
  std::map<Feature, std::size_t> sizes_;
  std::map<Feature, int> commonness_;
};

}  // namespace candor
