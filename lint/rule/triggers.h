// Which words bring up which patterns, laid out flat: made when packs are compiled, nothing is built at start.
//
// Nearly all patterns are one word class or two in a row. What these say is found under the feature, or under the two,
// at once. Any other pattern is looked at where its rarest need stands in a sentence, and only where a second need
// stands there, too. Signals are read in groups, so that a sentence pays for the readings that somebody asks for: one
// group of rules that look at every sentence, one of rules that look at passages, and one for each family of other
// signals by the first part of their names ("passage", "topic", "reads").
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"

namespace candor {

struct RulesetData;

// A weight in ten-thousandths. Whole numbers add up to the same sum in any order, and 0.1 + 0.2 + 0.7 to 1.
using Weight = std::int32_t;
[[nodiscard]] Weight weight_of(float number);
[[nodiscard]] float number_of(Weight weight);

inline constexpr std::uint8_t kRulesForAnywhere = 0;  // the groups that are always there
inline constexpr std::uint8_t kRulesForPassages = 1;
// A family beyond these goes into the last one.
inline constexpr std::size_t kMostGroups = 8;
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
  std::uint32_t entry = 0;     // in TriggerTables::entries
  Feature other = kNoFeature;  // kNoFeature where nothing else is needed
  Test test = Test::program;
};

struct TriggerTables {
  // A signal that a pattern speaks of.
  struct Use {
    std::uint32_t signal;
    Weight weight;  // of a cue
  };
  // What a pattern says in one group.
  struct Entry {
    std::uint32_t pattern;
    std::uint32_t first_use;    // in uses: first the signals whose cue it is,
    std::uint16_t cues;         // so many,
    std::uint16_t unless;       // then those whose antipattern it is,
    std::uint16_t unless_next;  // then those whose antipattern in the sentence after it is
  };
  // What a feature says by itself, or a pair: an entry for each of the groups, in their order.
  struct Said {
    std::uint32_t first_entry = 0;
    Groups groups = 0;
  };
  // Two features in a row. Free where it says nothing.
  struct Pair {
    Feature first = 0;
    Feature second = 0;
    Said said;
  };
  struct Group {
    std::uint32_t first_row = 0;  // in rows
    bool vetoes_before = false;   // some signal has an antipattern in the sentence after
    bool quotations = false;      // some signal reads words in quotation marks
  };

  std::span<const Group> groups;
  std::span<const std::uint8_t> group_of;  // by signal
  std::span<const Said> words;             // by feature
  std::span<const Groups> leads;           // by feature: the groups in which it is the first one of a pair
  std::span<const Groups> follows;         // the second one
  std::span<const Pair> pairs;             // open addressing; a power of two
  std::span<const Groups> homes;           // by the place that hash() gives: the groups of all pairs that belong there
  std::span<const Groups> groups_with;     // by feature: the groups in which it brings up something in rows
  // Where the triggers of a feature begin, group by group, since a sentence is read for few groups at a time; and the
  // end. The feature after the last stands for every sentence.
  std::span<const std::uint32_t> rows;
  std::span<const Trigger> triggers;
  std::span<const Entry> entries;
  std::span<const Use> uses;

  [[nodiscard]] Groups all_groups() const { return static_cast<Groups>((1U << groups.size()) - 1); }
  [[nodiscard]] std::span<const Trigger> of(Feature feature, std::size_t group) const {
    const std::size_t row = groups[group].first_row + std::size_t{feature};
    return triggers.subspan(rows[row], rows[row + 1] - rows[row]);
  }
  // What the two say to any of the groups, or nullptr. Hundreds of pairs a sentence are asked for, and few say
  // anything.
  [[nodiscard]] const Said* pair(Feature first, Feature second, Groups wanted) const {
    const std::size_t mask = pairs.size() - 1;
    std::size_t i = hash(first, second) & mask;
    if ((homes[i] & wanted) == 0) return nullptr;
    for (; pairs[i].said.groups != 0; i = (i + 1) & mask) {
      if (pairs[i].first == first && pairs[i].second == second) return &pairs[i].said;
    }
    return nullptr;
  }
  [[nodiscard]] static constexpr std::size_t hash(Feature first, Feature second) {
    return ((std::uint64_t{first} << 16U | second) * 0x9E3779B97F4A7C15U) >> 40U;
  }
};

// Owns what TriggerTables points into.
struct BuiltTriggers {
  std::vector<TriggerTables::Group> groups;
  std::vector<std::uint8_t> group_of;
  std::vector<TriggerTables::Said> words;
  std::vector<Groups> leads;
  std::vector<Groups> follows;
  std::vector<TriggerTables::Pair> pairs;
  std::vector<Groups> homes;
  std::vector<Groups> groups_with;
  std::vector<std::uint32_t> rows;
  std::vector<Trigger> triggers;
  std::vector<TriggerTables::Entry> entries;
  std::vector<TriggerTables::Use> uses;

  [[nodiscard]] TriggerTables tables() const {
    return {groups, group_of, words, leads, follows, pairs, homes, groups_with, rows, triggers, entries, uses};
  }
};

// From the ruleset's patterns, signals and rules; its own triggers are not looked at.
[[nodiscard]] BuiltTriggers lay_out_triggers(const RulesetData& ruleset);

}  // namespace candor
