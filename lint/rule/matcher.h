// All patterns meet a sentence once: its words' features say which patterns could match, and only those run.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "lint/rule/model.h"
#include "lint/text/document.h"
#include "lint/text/passive.h"

namespace candor {

// A weight in ten-thousandths. Whole numbers add up to the same sum in any order, and 0.1 + 0.2 + 0.7 to 1.
using Weight = std::int32_t;

// Rows of different lengths in one array.
template <typename T>
class Rows {
 public:
  Rows() = default;
  // `visit_all(put)` calls put(row, item) for every item, the same each time it is called.
  template <typename Visit>
  Rows(std::size_t rows, Visit visit_all) : starts_(rows + 1, 0) {
    visit_all([&](std::size_t row, const T&) { ++starts_[row + 1]; });
    for (std::size_t i = 1; i <= rows; ++i) starts_[i] += starts_[i - 1];
    items_.resize(starts_[rows]);
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    visit_all([&](std::size_t row, const T& item) { items_[next[row]++] = item; });
  }

  [[nodiscard]] std::span<const T> of(std::size_t row) const {
    return {items_.data() + starts_[row], starts_[row + 1] - starts_[row]};
  }

 private:
  std::vector<T> items_;
  std::vector<std::uint32_t> starts_;
};

// A ruleset made ready to match. Regexes are compiled when a text first needs them and then kept. Safe to use from
// several threads.
class PatternBank {
 public:
  // `ruleset` must outlive the bank.
  explicit PatternBank(const RulesetData& ruleset);

  [[nodiscard]] const RulesetData& ruleset() const { return ruleset_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const RE2& regex(std::uint32_t pattern) const;

  // A place where a pattern speaks: as a cue of a signal, or as one of its antipatterns.
  struct Use {
    std::uint32_t signal;
    Weight weight;
    enum class Role : std::uint8_t { cue, unless, unless_next } role;
  };
  [[nodiscard]] std::span<const Use> uses(std::uint32_t pattern) const { return uses_.of(pattern); }
  [[nodiscard]] Weight bias(std::uint32_t signal) const { return biases_[signal]; }
  // True where the pattern speaks for nothing but rules of scope passage.
  [[nodiscard]] bool is_for_passages(std::uint32_t pattern) const { return for_passages_[pattern]; }
  // Patterns of a single word that match every word with the feature.
  [[nodiscard]] std::span<const std::uint32_t> matched_by(Feature feature) const { return words_.of(feature); }
  // Patterns whose rarest need holds the feature, those of a single word aside.
  [[nodiscard]] std::span<const std::uint32_t> triggered_by(Feature feature) const { return triggered_.of(feature); }
  // Patterns that could match any sentence.
  [[nodiscard]] std::span<const std::uint32_t> always() const { return always_; }

  // The index of the signal, or -1.
  [[nodiscard]] std::int32_t signal(std::string_view name) const;
  // The class's feature, or -1.
  [[nodiscard]] std::int32_t word_class(std::string_view name) const;

 private:
  struct Compiled {
    std::once_flag once;
    std::unique_ptr<RE2> regex;
  };

  const RulesetData& ruleset_;
  Lexicon lexicon_;
  Rows<Use> uses_;                  // by pattern
  std::vector<Weight> biases_;      // by signal
  std::vector<bool> for_passages_;  // by pattern
  Rows<std::uint32_t> words_;       // by feature
  Rows<std::uint32_t> triggered_;   // by feature
  std::vector<std::uint32_t> always_;
  std::unique_ptr<Compiled[]> compiled_;
};

struct PatternMatch {
  std::uint32_t pattern = 0;
  IndexRange tokens;  // in the document; empty where nobody asked yet
};

// What a signal makes of one sentence.
struct SignalHit {
  std::uint32_t signal = 0;
  float score = 0;      // bias and the weights of all cues that match
  bool vetoed = false;  // an antipattern matches
  float strongest = 0;  // the largest weight among the cues
  IndexRange tokens;    // where that cue matches; may be empty where the signal is not there
};

// Reads one sentence after the other. Holds scratch memory: one a thread.
class SentenceMatcher {
 public:
  explicit SentenceMatcher(const PatternBank& bank);

  struct Options {
    bool quotations = false;    // words in quotation marks may match too
    bool passage_rules = true;  // patterns that speak only for rules of scope passage are matched too
  };
  // Reads a sentence: afterwards the members below speak of it, until the next call.
  void read(const Document& document, const Sentence& sentence, Options options);
  void read(const Document& document, const Sentence& sentence) { read(document, sentence, Options{}); }

  // At most one a pattern: the first. Single words come first; the order depends on the sentence alone.
  [[nodiscard]] std::span<const PatternMatch> matches() const { return matches_; }
  // Signals that some cue or antipattern speaks of, in no order.
  [[nodiscard]] std::span<const SignalHit> signals() const { return signals_; }
  // Signals whose "unless-next" antipattern matches this sentence: they are off in the sentence before it.
  [[nodiscard]] std::span<const std::uint32_t> vetoes_before() const { return vetoes_before_; }
  [[nodiscard]] bool has(Feature feature) const { return seen_at_[feature].generation == generation_; }
  [[nodiscard]] std::span<const PassiveClause> passives() const { return passives_; }
  // The sentence with its classes, as patterns see it (see pattern.h), for rule authors.
  [[nodiscard]] const std::string& annotated();

 private:
  void tag(const Document& document, const Sentence& sentence);
  void tag_token(const Document& document, const Sentence& sentence, std::uint32_t token);
  void tag_phrases(const Document& document, const Sentence& sentence, std::uint32_t token, std::uint8_t longest);
  void add_feature(Feature feature, std::uint32_t token);
  void match_words();
  void place_words();
  void match_others();
  // By the words' places: whether the pattern matches, or only its regex can tell.
  void look_closer(std::uint32_t pattern);
  void match_regex(std::uint32_t pattern);
  // Where the regex matches first, quotations aside; empty where it does not.
  [[nodiscard]] IndexRange find_regex(std::uint32_t pattern);
  void annotate();
  void gather_signals();
  struct Tally {
    Weight score;
    Weight strongest;
    std::uint32_t pattern;  // of the strongest cue: among equals the first one decides
  };
  void add_use(const PatternBank::Use& use, const PatternMatch& match);
  void locate(SignalHit& hit, const Tally& tally);
  // True for the first call with the pattern in this sentence.
  bool is_first_look(std::uint32_t pattern);
  // The first word with one of the features that a match may start at, with the words that go on its phrase; empty
  // where there is none.
  [[nodiscard]] IndexRange first_word_of(std::span<const Feature> any, bool with_phrase) const;
  [[nodiscard]] bool could_match(const PatternData& pattern) const;
  void match_pair(std::uint32_t pattern);
  [[nodiscard]] bool has_places() const { return sentence_.tokens.size() <= Places::kMostWords; }

  const PatternBank& bank_;
  const Document* document_ = nullptr;
  Sentence sentence_;
  Options options_;
  std::uint32_t generation_ = 0;  // counts the sentences: what is stamped with another one is out of date

  struct SeenAt {
    std::uint32_t generation = 0;  // the last one that had the feature
    std::uint32_t token = 0;       // the first with it that a match may start at; kNoToken where all are quoted
  };
  static constexpr std::uint32_t kNoToken = ~0U;
  std::vector<SeenAt> seen_at_;  // by feature
  WordPlaces places_;            // empty where the sentence is too long for them
  Places starts_;                // where a match may start
  std::vector<Feature> seen_;
  std::vector<Feature> features_;              // of all tokens, one after the other
  std::vector<std::uint32_t> feature_starts_;  // by token of the sentence
  std::vector<bool> continues_;                // by token: it goes on a phrase
  std::vector<PassiveClause> passives_;
  std::vector<std::uint32_t> pattern_stamps_;  // by pattern: the last generation that looked at it
  std::vector<PatternMatch> matches_;
  std::vector<SignalHit> signals_;
  std::vector<Tally> tallies_;               // as signals_
  std::vector<std::uint32_t> signal_slots_;  // by signal: index into signals_, valid where signal_stamps_ says so
  std::vector<std::uint32_t> signal_stamps_;
  std::vector<std::uint32_t> vetoes_before_;
  std::string annotated_;
  std::vector<std::uint32_t> word_starts_;  // by token: its offset in annotated_
};

}  // namespace candor
