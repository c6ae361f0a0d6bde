// All patterns meet a sentence once: its words' features say which patterns could match, and only those are looked at.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "lint/rule/model.h"
#include "lint/rule/word_memo.h"
#include "lint/text/document.h"
#include "lint/text/passive.h"

namespace candor {

// A ruleset made ready to match: costs next to nothing to make. Regexes are compiled when a text first needs them and
// then kept. Safe to use from several threads.
class PatternBank {
 public:
  // `ruleset` must outlive the bank.
  explicit PatternBank(const RulesetData& ruleset);
  ~PatternBank();
  PatternBank(const PatternBank&) = delete;
  PatternBank& operator=(const PatternBank&) = delete;

  [[nodiscard]] const RulesetData& ruleset() const { return ruleset_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const TriggerTables& triggers() const { return ruleset_.triggers; }
  // REQUIRES: the pattern has its regex (see PatternData).
  [[nodiscard]] const RE2& regex(std::uint32_t pattern) const;

  // The index of the signal, or -1.
  [[nodiscard]] std::int32_t signal(std::string_view name) const;
  // Who judges the rule whose signal it is: the fitted rule of its category.
  struct Judge {
    std::int32_t signal = -1;  // the fitted rule's; -1 where there is none
    float least = kNoVeto;     // what it has to come to
  };
  [[nodiscard]] Judge judge(std::uint32_t signal) const { return judges_[signal]; }
  // The pattern of one of the signal's cues, by its rank: 0 for the one with the largest weight, among equals the
  // first.
  [[nodiscard]] std::uint32_t cue(std::uint32_t signal, std::uint16_t rank) const {
    return triggers().cues[triggers().first_cues[signal] + std::size_t{rank}];
  }

 private:
  const RulesetData& ruleset_;
  Lexicon lexicon_;
  std::unique_ptr<std::atomic<const RE2*>[]> compiled_;  // by pattern; nullptr until needed
  std::vector<Judge> judges_;                            // by signal
  std::vector<std::uint32_t> signals_;                   // by name
};

// What a signal makes of one sentence.
struct SignalHit {
  static constexpr std::uint16_t kNoCue = 0xFFFF;

  std::uint32_t signal = 0;
  float score = 0;                   // bias and the weights of all cues that match
  bool vetoed = false;               // an antipattern matches
  std::uint16_t strongest = kNoCue;  // the cue with the largest weight, see PatternBank::cue
  IndexRange tokens;                 // where it matches; left empty until somebody asks, see SentenceMatcher::find
};

// Reads one sentence after the other. Holds scratch memory: one a thread.
//
// A sentence of more than Places::kMostWords words is read in stretches of that many, each of which takes in the last
// kOverlap words of the one before: a pattern that reaches farther is not found.
class SentenceMatcher {
 public:
  explicit SentenceMatcher(const PatternBank& bank);

  // Looks up the words of a sentence: afterwards match() and the members below speak of it. `quotations`: words in
  // quotation marks may match too. The document must outlive what is asked of the sentence.
  void look_up(const Document& document, const Sentence& sentence, bool quotations);
  // Matches the patterns of some groups of signals (see triggers.h); signals() and the like speak of those matched
  // last.
  void match(Groups groups);

  struct Options {
    bool quotations = false;
  };
  // Both, for all groups; keeps the patterns that match.
  void read(const Document& document, const Sentence& sentence, Options options);
  void read(const Document& document, const Sentence& sentence) { read(document, sentence, Options{}); }

  // The patterns that match, in no order; one that speaks in several groups once for each. Empty after match().
  [[nodiscard]] std::span<const std::uint32_t> matches() const { return matches_; }
  // Signals that some cue or antipattern speaks of, in no order.
  [[nodiscard]] std::span<const SignalHit> signals() const { return signals_; }
  // Signals whose "unless-next" antipattern matches this sentence: they are off in the sentence before it.
  [[nodiscard]] std::span<const std::uint32_t> vetoes_before() const { return vetoes_before_; }
  // Where the pattern matches first in the sentence that was looked up last; empty where it does not.
  [[nodiscard]] IndexRange find(std::uint32_t pattern);
  // Of a sentence that is read in stretches, the last one.
  [[nodiscard]] bool has(Feature feature) const { return words_.has(feature); }
  // The sentence with its classes, as patterns see it (see pattern.h), for rule authors.
  [[nodiscard]] std::string annotated();

 private:
  static constexpr std::uint32_t kOverlap = 31;  // words

  // Calls visit() with each stretch of the sentence looked up.
  template <typename Visit>
  void each_stretch(Visit visit);
  void look_up_stretch(IndexRange tokens);
  void look_up_word(std::uint32_t token, WordKey key, std::uint32_t place);
  void look_up_phrases(std::uint32_t token, std::uint32_t place);
  void match_stretch(Groups groups);
  void match_group(std::size_t group);
  void gather_seconds(std::size_t group);
  [[nodiscard]] const std::uint64_t* seconds_at(Places places);
  void look_at_pairs(std::span<const TriggerTables::Pairs> row, Places behind);
  void look_at_triggers(const TriggerTables::Role& role, Places places);
  [[nodiscard]] bool is_added(std::uint32_t entry) const { return (added_[entry / 64] >> entry % 64 & 1) != 0; }
  void tally_entries();
  void tally(const TriggerTables::Use& use);
  [[nodiscard]] bool program_matches(const PatternData& pattern);
  [[nodiscard]] IndexRange find_in_stretch(std::uint32_t pattern);
  [[nodiscard]] IndexRange find_regex(std::uint32_t pattern);
  void annotate_stretch();
  void gather_signals(Groups groups);
  // What a signal's cues come to.
  struct Tally {
    Weight score = 0;
    std::uint16_t strongest = SignalHit::kNoCue;  // the lowest rank
    bool vetoed = false;
  };
  [[nodiscard]] bool is_long() const { return sentence_.tokens.size() > Places::kMostWords; }

  const PatternBank& bank_;
  const Document* document_ = nullptr;
  Sentence sentence_;
  bool quotations_ = false;
  bool keeps_matches_ = false;

  WordMemo memo_;
  IndexRange stretch_;  // the tokens that words_ holds
  WordPlaces words_;
  Places starts_;                            // where a match may start
  std::vector<WordKey> keys_;                // by place
  std::vector<std::uint32_t> opens_phrase_;  // places
  std::vector<PassiveClause> passives_;      // of the whole sentence

  std::vector<std::uint32_t> entries_;  // of the patterns that match; each once a stretch
  std::vector<std::uint64_t> added_;    // by entry, a bit each: those that a trigger added
  std::vector<std::uint32_t> matches_;
  std::vector<SignalHit> signals_;
  std::vector<Tally> untold_;   // by signal, and one behind: what they come to without a cue
  std::vector<Tally> tallies_;  // likewise
  std::array<std::vector<std::uint32_t>, kGroups> signals_of_;  // by group
  std::vector<std::uint32_t> vetoes_before_;
  // By place and block: the columns of pairs (see triggers.h) that its word stands for; the place behind the last has
  // none.
  std::vector<std::uint64_t> seconds_;
  std::size_t blocks_ = 0;
  std::vector<std::uint64_t> several_;      // scratch of seconds_at()
  std::string annotated_;                   // of the stretch; empty until somebody needs it
  std::vector<std::uint32_t> word_starts_;  // by place: its offset in annotated_
};

}  // namespace candor
