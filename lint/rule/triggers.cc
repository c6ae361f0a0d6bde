#include "lint/rule/triggers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <utility>

#include "lint/rule/model.h"

namespace candor {
namespace {

constexpr float kWeightsPerUnit = 10'000;

class TriggerLayout {
 public:
  explicit TriggerLayout(const RulesetData& ruleset) : ruleset_(ruleset) {}

  BuiltTriggers build() {
    group_signals();
    collect_uses();
    const std::size_t rows_of_group = std::size_t{ruleset_.lexicon.feature_count} + 1;
    for (std::size_t g = 0; g < built_.groups.size(); ++g)
      built_.groups[g].first_row = static_cast<std::uint32_t>(g * rows_of_group);
    built_.words.resize(rows_of_group);
    std::vector<std::vector<Trigger>> rows(rows_of_group * built_.groups.size());
    for (const auto& [pattern, by_group] : uses_) {
      TriggerTables::Said said{static_cast<std::uint32_t>(built_.entries.size()), 0};
      for (const auto& [group, uses] : by_group) {
        TriggerTables::Entry entry{pattern, static_cast<std::uint32_t>(built_.uses.size()), 0, 0, 0};
        entry.cues = add_uses(uses[0]);
        entry.unless = add_uses(uses[1]);
        entry.unless_next = add_uses(uses[2]);
        built_.entries.push_back(entry);
        said.groups = static_cast<Groups>(said.groups | only_group(group));
      }
      if (speaks_at_once(ruleset_.patterns[pattern], said)) continue;
      Trigger trigger{pattern, said.first_entry};
      for (const auto& [group, uses] : by_group) {
        const std::size_t first_row = built_.groups[group].first_row;
        add_triggers(ruleset_.patterns[pattern], trigger,
                     [&](std::size_t feature, const Trigger& made) { rows[first_row + feature].push_back(made); });
        ++trigger.entry;
      }
    }
    lay_out_pairs(rows_of_group);
    for (std::vector<Trigger>& row : rows) {
      std::ranges::stable_sort(row, {}, &Trigger::test);
      built_.rows.push_back(static_cast<std::uint32_t>(built_.triggers.size()));
      built_.triggers.insert(built_.triggers.end(), row.begin(), row.end());
    }
    built_.rows.push_back(static_cast<std::uint32_t>(built_.triggers.size()));
    for (std::size_t feature = 0; feature < rows_of_group; ++feature) {
      Groups groups = 0;
      for (std::size_t g = 0; g < built_.groups.size(); ++g) {
        if (!rows[built_.groups[g].first_row + feature].empty()) groups = static_cast<Groups>(groups | only_group(g));
      }
      built_.groups_with.push_back(groups);
    }
    return std::move(built_);
  }

 private:
  void group_signals() {
    built_.groups.resize(2);
    std::vector<std::string_view> families;
    for (const SignalData& signal : ruleset_.signals) {
      const std::string_view family = signal.name.substr(0, signal.name.find('.'));
      const auto at = std::find(families.begin(), families.end(), family);
      const auto index = std::min(static_cast<std::size_t>(at - families.begin()), kMostGroups - 3);
      if (at == families.end() && signal.name.find('/') == std::string_view::npos) families.push_back(family);
      built_.group_of.push_back(static_cast<std::uint8_t>(2 + index));
    }
    std::vector<bool> quotations(ruleset_.signals.size(), false);
    for (const RuleData& rule : ruleset_.rules) {
      if (rule.signal < 0) continue;
      const auto signal = static_cast<std::size_t>(rule.signal);
      built_.group_of[signal] = rule.scope == Scope::passage ? kRulesForPassages : kRulesForAnywhere;
      quotations[signal] = rule.quotations;
    }
    for (std::size_t s = 0; s < ruleset_.signals.size(); ++s) {
      if (built_.group_of[s] >= built_.groups.size()) built_.groups.resize(built_.group_of[s] + std::size_t{1});
      TriggerTables::Group& group = built_.groups[built_.group_of[s]];
      group.vetoes_before |= !ruleset_.signals[s].unless_next.empty();
      group.quotations |= quotations[s];
    }
  }

  void collect_uses() {
    for (std::uint32_t s = 0; s < ruleset_.signals.size(); ++s) {
      const SignalData& signal = ruleset_.signals[s];
      const auto add = [&](std::uint32_t pattern, Weight weight, std::size_t role) {
        uses_[pattern][built_.group_of[s]][role].push_back({s, weight});
      };
      for (const CueData& cue : signal.cues) add(cue.pattern, weight_of(cue.weight), 0);
      for (const std::uint32_t p : signal.unless) add(p, 0, 1);
      for (const std::uint32_t p : signal.unless_next) add(p, 0, 2);
    }
  }

  // Puts what the pattern says under its one feature, or its two; false where it has others, or where another pattern
  // stands there.
  bool speaks_at_once(const PatternData& pattern, TriggerTables::Said said) {
    if (is_word(pattern) && pattern.program[1] == 1) {
      TriggerTables::Said& place = built_.words[pattern.program[2]];
      if (place.groups != 0) return false;
      place = said;
      return true;
    }
    return is_pair(pattern) && pairs_.try_emplace({pattern.program[2], pattern.program[5]}, said).second;
  }

  void lay_out_pairs(std::size_t features) {
    built_.leads.resize(features);
    built_.follows.resize(features);
    built_.pairs.resize(std::bit_ceil(pairs_.size() * 2 + 1));
    built_.homes.resize(built_.pairs.size());
    const std::size_t mask = built_.pairs.size() - 1;
    for (const auto& [features_of, said] : pairs_) {
      const auto [first, second] = features_of;
      built_.leads[first] = static_cast<Groups>(built_.leads[first] | said.groups);
      built_.follows[second] = static_cast<Groups>(built_.follows[second] | said.groups);
      std::size_t i = TriggerTables::hash(first, second) & mask;
      built_.homes[i] = static_cast<Groups>(built_.homes[i] | said.groups);
      while (built_.pairs[i].said.groups != 0) i = (i + 1) & mask;
      built_.pairs[i] = {first, second, said};
    }
  }

  std::uint16_t add_uses(std::span<const TriggerTables::Use> uses) {
    built_.uses.insert(built_.uses.end(), uses.begin(), uses.end());
    return static_cast<std::uint16_t>(uses.size());
  }

  template <typename Put>
  void add_triggers(const PatternData& pattern, Trigger trigger, Put put) const {
    if (pattern.needs.empty()) return put(ruleset_.lexicon.feature_count, trigger);
    for (const auto need : pattern.needs.subspan(1)) {
      if (need.size() == 1 && trigger.other == kNoFeature) trigger.other = need[0];
    }
    if (is_word(pattern)) trigger.test = Trigger::Test::word;
    for (const Feature feature : pattern.needs[0]) put(feature, trigger);
  }

  static bool is(PlaceCode code, PlaceStep step) { return code == static_cast<PlaceCode>(step); }
  // One word, whatever stands around it.
  static bool is_word(const PatternData& pattern) {
    return pattern.exact && is(pattern.program[0], PlaceStep::any) && pattern.program.size() == 2U + pattern.program[1];
  }
  // Two words in a row, each told by one feature.
  static bool is_pair(const PatternData& pattern) {
    const auto code = pattern.program;
    return pattern.exact && code.size() == 6 && is(code[0], PlaceStep::any) && code[1] == 1 &&
           is(code[3], PlaceStep::any) && code[4] == 1;
  }

  const RulesetData& ruleset_;
  // As a cue, as an antipattern, as one in the sentence after.
  using UsesByRole = std::array<std::vector<TriggerTables::Use>, 3>;
  std::map<std::uint32_t, std::map<std::uint8_t, UsesByRole>> uses_;  // by pattern and group
  std::map<std::pair<Feature, Feature>, TriggerTables::Said> pairs_;
  BuiltTriggers built_;
};

}  // namespace

Weight weight_of(float number) { return static_cast<Weight>(std::lround(number * kWeightsPerUnit)); }
float number_of(Weight weight) { return static_cast<float>(weight) / kWeightsPerUnit; }

BuiltTriggers lay_out_triggers(const RulesetData& ruleset) { return TriggerLayout(ruleset).build(); }

}  // namespace candor
