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

// A ruleset made ready to match. Regexes are compiled when a text first needs them and then kept. Safe to use from several threads.
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
    float weight;
    enum class Role : std::uint8_t { cue, unless, unless_next } role;
  };
  [[nodiscard]] std::span<const Use> uses(std::uint32_t pattern) const {
    return std::span(uses_).subspan(use_starts_[pattern], use_starts_[pattern + 1] - use_starts_[pattern]);
  }
  // Patterns whose rarest need holds the feature.
  [[nodiscard]] std::span<const std::uint32_t> triggered_by(Feature feature) const {
    return std::span(triggered_).subspan(trigger_starts_[feature], trigger_starts_[feature + 1U] - trigger_starts_[feature]);
  }
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
  std::vector<Use> uses_;
  std::vector<std::uint32_t> use_starts_;
  std::vector<std::uint32_t> triggered_;
  std::vector<std::uint32_t> trigger_starts_;
  std::vector<std::uint32_t> always_;
  std::unique_ptr<Compiled[]> compiled_;
};

struct PatternMatch {
  std::uint32_t pattern = 0;
  IndexRange tokens;  // in the document
};

// What a signal makes of one sentence.
struct SignalHit {
  std::uint32_t signal = 0;
  float score = 0;       // bias and the weights of all cues that match
  bool vetoed = false;   // an antipattern matches
  float strongest = 0;   // the largest weight among the cues
  IndexRange tokens;     // where that cue matches
};

// Reads one sentence after the other. Holds scratch memory: one a thread.
class SentenceMatcher {
 public:
  explicit SentenceMatcher(const PatternBank& bank);

  // Reads a sentence: afterwards the members below speak of it, until the next call. Words in quotation marks are left out of
  // matches unless `with_quotations`.
  void read(const Document& document, const Sentence& sentence, bool with_quotations = false);

  // In order of pattern. At most one a pattern: the first.
  [[nodiscard]] std::span<const PatternMatch> matches() const { return matches_; }
  // Signals that some cue or antipattern speaks of, in no order.
  [[nodiscard]] std::span<const SignalHit> signals() const { return signals_; }
  // Signals whose "unless-next" antipattern matches this sentence: they are off in the sentence before it.
  [[nodiscard]] std::span<const std::uint32_t> vetoes_before() const { return vetoes_before_; }
  [[nodiscard]] bool has(Feature feature) const { return stamps_[feature] == generation_; }
  [[nodiscard]] std::span<const PassiveClause> passives() const { return passives_; }
  // The sentence with its classes, as patterns see it (see pattern.h), for rule authors.
  [[nodiscard]] const std::string& annotated();

 private:
  void tag(const Document& document, const Sentence& sentence);
  void tag_token(const Document& document, const Sentence& sentence, std::uint32_t token);
  void tag_phrases(const Document& document, const Sentence& sentence, std::uint32_t token, std::uint8_t longest);
  void add_feature(Feature feature);
  void find_candidates();
  void match(std::uint32_t pattern, bool with_quotations);
  void annotate();
  void gather_signals();
  [[nodiscard]] bool could_match(const PatternData& pattern) const;

  const PatternBank& bank_;
  const Document* document_ = nullptr;
  Sentence sentence_;
  std::uint32_t generation_ = 0;
  std::vector<std::uint32_t> stamps_;           // by feature: the last generation that had it
  std::vector<Feature> seen_;
  std::vector<Feature> features_;               // of all tokens, one after the other
  std::vector<std::uint32_t> feature_starts_;   // by token of the sentence
  std::vector<bool> continues_;                 // by token: it goes on a phrase
  std::vector<PassiveClause> passives_;
  std::vector<std::uint32_t> candidates_;
  std::vector<PatternMatch> matches_;
  std::vector<SignalHit> signals_;
  std::vector<std::uint32_t> signal_slots_;     // by signal: index into signals_, valid where signal_stamps_ says so
  std::vector<std::uint32_t> signal_stamps_;
  std::vector<std::uint32_t> vetoes_before_;
  std::string annotated_;
  std::vector<std::uint32_t> word_starts_;      // by token: its offset in annotated_
};

}  // namespace candor
