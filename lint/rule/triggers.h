// Which words bring up which patterns, laid out flat: made when packs are compiled, nothing is built at start.
//
// Every pattern is looked at where its rarest need stands in a sentence, and only where a second need stands there,
// too. Signals are read in groups, so that a sentence pays for the readings that somebody asks for: one group of rules
// that look at every sentence, one of rules that look at passages, and one for each family of other signals by the
// first part of their names ("passage", "topic", "reads").
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
// A byte has a bit for each. A family beyond these goes into the last one.
inline constexpr std::size_t kMostGroups = 8;

inline constexpr Feature kNoFeature = 0xFFFF;

// What a feature brings up. Small: a sentence passes hundreds of them.
struct Trigger {
  // What there is to be done where `other` stands in the sentence as well, in the order in which they stand in a row.
  enum class Test : std::uint8_t {
    word,     // nothing: the word is all the pattern asks for
    before,   // `other` has to stand right before the feature
    after,    // right behind it
    program,  // the pattern's own program, or its regex, decides
  };
  static constexpr std::uint16_t kEntry = 0x1FFF;  // as a signal

  std::uint32_t pattern = 0;
  // Where the pattern is a cue of one signal and nothing else within its group, its weight; otherwise an index into
  // TriggerTables::entries.
  std::int32_t weight_or_entry = 0;
  Feature other = kNoFeature;
  std::uint16_t signal : 13 = kEntry;  // whose cue it is; kEntry where the entry tells
  Test test : 2 = Test::program;
  bool shared : 1 = false;  // other features bring up the same pattern
};
static_assert(sizeof(Trigger) == 12);

struct TriggerTables {
  // A place where a pattern speaks: as a cue of a signal, or as one of its antipatterns.
  struct Use {
    enum class Role : std::uint8_t { cue, unless, unless_next };
    std::uint32_t signal;
    Weight weight;
    Role role;
  };
  // A pattern that speaks in several places of one group.
  struct Entry {
    std::uint32_t first_use;  // in uses
    std::uint32_t use_count;
  };
  struct Group {
    std::uint32_t first_row = 0;  // in rows
    bool vetoes_before = false;   // some signal has an antipattern in the sentence after
    bool quotations = false;      // some signal reads words in quotation marks
  };

  std::span<const Group> groups;
  std::span<const std::uint8_t> group_of;     // by signal
  std::span<const std::uint8_t> groups_with;  // by feature: a bit for each group in which it brings up something
  // Where the triggers of a feature begin, group by group, since a sentence is read for one group at a time; and the
  // end. The feature after the last stands for every sentence.
  std::span<const std::uint32_t> rows;
  std::span<const Trigger> triggers;
  std::span<const Entry> entries;
  std::span<const Use> uses;

  [[nodiscard]] bool any(Feature feature, std::uint8_t group) const {
    return (static_cast<unsigned>(groups_with[feature]) >> group & 1U) != 0;
  }
  [[nodiscard]] std::span<const Trigger> of(Feature feature, std::uint8_t group) const {
    const std::size_t row = groups[group].first_row + std::size_t{feature};
    return triggers.subspan(rows[row], rows[row + 1] - rows[row]);
  }
  [[nodiscard]] std::span<const Use> uses_of(const Entry& entry) const {
    return uses.subspan(entry.first_use, entry.use_count);
  }
};

// Owns what TriggerTables points into.
struct BuiltTriggers {
  std::vector<TriggerTables::Group> groups;
  std::vector<std::uint8_t> group_of;
  std::vector<std::uint8_t> groups_with;
  std::vector<std::uint32_t> rows;
  std::vector<Trigger> triggers;
  std::vector<TriggerTables::Entry> entries;
  std::vector<TriggerTables::Use> uses;

  [[nodiscard]] TriggerTables tables() const { return {groups, group_of, groups_with, rows, triggers, entries, uses}; }
};

// From the ruleset's patterns, signals and rules; its own triggers are not looked at.
[[nodiscard]] BuiltTriggers lay_out_triggers(const RulesetData& ruleset);

}  // namespace candor
