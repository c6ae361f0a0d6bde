// Which words bring up which patterns, laid out flat: made when packs are compiled, nothing is built at start.
//
// Nearly all patterns are one word class or two in a row. What one says stands under its feature; what two say, in a
// matrix with a row for each feature that comes first and a column for each that comes second, so that a sentence
// meets all its pairs with a few operations on bits. Any other pattern is looked at where its rarest need stands in a
// sentence, and only where a second need stands there, too. Signals are read in two groups, since most sentences stand
// in no passage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lint/rule/lexicon.h"

namespace candor {

struct RulesetData;

// A weight in ten-thousandths. Whole numbers add up to the same sum in any order, and 0.1 + 0.2 + 0.7 to 1.
using Weight = std::int32_t;
[[nodiscard]] Weight weight_of(float number);
[[nodiscard]] float number_of(Weight weight);

// What every sentence is read for: the rules for anywhere, and the signals that find passages ("passage.inside").
inline constexpr std::uint8_t kForEverySentence = 0;
// What sentences in and around passages are read for: all others.
inline constexpr std::uint8_t kForPassages = 1;
inline constexpr std::size_t kGroups = 2;
// A set of groups: a bit for each.
using Groups = std::uint8_t;
[[nodiscard]] constexpr Groups only_group(std::size_t group) { return static_cast<Groups>(1U << group); }

inline constexpr Feature kNoFeature = 0xFFFF;

// A pattern of more than two words, or of words that may be one or another, under one of the features that it needs.
struct Trigger {
  // What there is to be done where `other` stands in the sentence as well, in the order in which they stand in a row.
  enum class Test : std::uint8_t {
    word,     // nothing: the word is all the pattern asks for
    program,  // the pattern's own program, or its regex, decides
  };

  std::uint32_t pattern = 0;
  std::uint32_t entry = 0;     // see TriggerTables
  Feature other = kNoFeature;  // kNoFeature where nothing else is needed
  Test test = Test::program;
};

struct TriggerTables {
  // A signal that a pattern speaks of.
  struct Use {
    std::uint16_t signal;
    std::uint16_t rank;  // among the cues of the signal, 0 for the strongest; or one of the next two
    Weight weight;       // of a cue
  };
  static constexpr std::uint16_t kVeto = 0xFFFF;        // it is no cue but an antipattern,
  static constexpr std::uint16_t kVetoBefore = 0xFFFE;  // or one of the sentence before
  static constexpr std::uint16_t kLastRank = 0xFFFD;    // of this one and any cues behind it
  static constexpr std::uint32_t kNoEntry = ~0U;
  static constexpr std::uint16_t kNone = 0xFFFF;
  // What a feature is to a group.
  struct Role {
    std::uint32_t entry = kNoEntry;   // what it says by itself
    std::uint32_t first_trigger = 0;  // those it brings up; they end where the next feature's begin
    std::uint32_t first_pairs = 0;    // its row, as the first of two words; it ends likewise
    std::uint16_t column = kNone;     // as the second
  };
  // 64 columns of a row of pairs; where a row has none of them, they are left out. The entries of the pairs that are
  // there stand one after the other.
  struct Pairs {
    std::uint64_t columns = 0;
    std::uint32_t first_entry = 0;
    std::uint32_t block = 0;  // columns from 64 * block on
  };
  struct Group {
    std::uint32_t first_role = 0;
    std::uint32_t width = 0;     // blocks of columns
    bool vetoes_before = false;  // some signal has an antipattern in the sentence after
    bool quotations = false;     // some signal reads words in quotation marks
  };

  std::span<const Group> groups;           // kGroups
  std::span<const std::uint8_t> group_of;  // by signal
  // Group by group, by feature. The feature after the last stands for every sentence; one more role ends the triggers
  // and the rows.
  std::span<const Role> roles;
  std::span<const Pairs> pairs;
  std::span<const Trigger> triggers;
  // An entry is what a pattern says in one group. It has an even number of uses; where there is one too few, the last
  // is that of a signal behind the last, which nobody asks about.
  std::span<const std::uint32_t> patterns;    // by entry
  std::span<const std::uint32_t> first_uses;  // by entry, and the end
  std::span<const Use> uses;
  std::span<const std::uint32_t> first_cues;  // by signal
  std::span<const std::uint32_t> cues;        // patterns; a signal's by rank

  [[nodiscard]] static constexpr Groups all_groups() { return (1U << kGroups) - 1; }
  [[nodiscard]] const Role& role(Feature feature, std::size_t group) const {
    return roles[groups[group].first_role + std::size_t{feature}];
  }
  [[nodiscard]] std::span<const Trigger> brought_up_by(const Role& role) const {
    return triggers.subspan(role.first_trigger, (&role)[1].first_trigger - role.first_trigger);
  }
  [[nodiscard]] std::span<const Pairs> row_of(const Role& role) const {
    return pairs.subspan(role.first_pairs, (&role)[1].first_pairs - role.first_pairs);
  }
};

// Owns what TriggerTables points into.
struct BuiltTriggers {
  std::vector<TriggerTables::Group> groups;
  std::vector<std::uint8_t> group_of;
  std::vector<TriggerTables::Role> roles;
  std::vector<TriggerTables::Pairs> pairs;
  std::vector<Trigger> triggers;
  std::vector<std::uint32_t> patterns;
  std::vector<std::uint32_t> first_uses;
  std::vector<TriggerTables::Use> uses;
  std::vector<std::uint32_t> first_cues;
  std::vector<std::uint32_t> cues;

  [[nodiscard]] TriggerTables tables() const {
    return {groups, group_of, roles, pairs, triggers, patterns, first_uses, uses, first_cues, cues};
  }
};

// From the ruleset's patterns, signals and rules; its own triggers are not looked at. `base`: a ruleset whose features,
// patterns and signals are the first ones of this one, each signal with the same cues and in the same group; its
// triggers are taken over, and only what was added is laid out.
[[nodiscard]] BuiltTriggers lay_out_triggers(const RulesetData& ruleset, const RulesetData* base = nullptr);

}  // namespace candor
