#include "lint/rule/triggers.h"

#include <algorithm>
#include <cmath>
#include <map>

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
    std::vector<std::vector<Trigger>> rows(rows_of_group * built_.groups.size());
    for (const auto& [place, uses] : uses_) {
      const auto& [group, pattern] = place;
      Trigger trigger;
      trigger.pattern = pattern;
      if (uses.size() == 1 && uses[0].role == TriggerTables::Use::Role::cue && uses[0].signal < Trigger::kEntry) {
        trigger.signal = static_cast<std::uint16_t>(uses[0].signal) & Trigger::kEntry;
        trigger.weight_or_entry = uses[0].weight;
      } else {
        trigger.weight_or_entry = static_cast<std::int32_t>(built_.entries.size());
        built_.entries.push_back(
            {static_cast<std::uint32_t>(built_.uses.size()), static_cast<std::uint32_t>(uses.size())});
        built_.uses.insert(built_.uses.end(), uses.begin(), uses.end());
      }
      add_triggers(ruleset_.patterns[pattern], trigger, [&](std::size_t feature, const Trigger& made) {
        rows[built_.groups[group].first_row + feature].push_back(made);
      });
    }
    for (std::vector<Trigger>& row : rows) {
      std::ranges::stable_sort(row, {}, [](const Trigger& trigger) { return trigger.test; });
      built_.rows.push_back(static_cast<std::uint32_t>(built_.triggers.size()));
      built_.triggers.insert(built_.triggers.end(), row.begin(), row.end());
    }
    built_.rows.push_back(static_cast<std::uint32_t>(built_.triggers.size()));
    for (std::size_t feature = 0; feature < rows_of_group; ++feature) {
      std::uint8_t groups = 0;
      for (std::size_t g = 0; g < built_.groups.size(); ++g) {
        const bool any = !rows[built_.groups[g].first_row + feature].empty();
        groups = static_cast<std::uint8_t>(groups | (any ? 1U << g : 0U));
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
    using Role = TriggerTables::Use::Role;
    for (std::uint32_t s = 0; s < ruleset_.signals.size(); ++s) {
      const SignalData& signal = ruleset_.signals[s];
      const auto add = [&](std::uint32_t pattern, Weight weight, Role role) {
        uses_[{built_.group_of[s], pattern}].push_back({s, weight, role});
      };
      for (const CueData& cue : signal.cues) add(cue.pattern, weight_of(cue.weight), Role::cue);
      for (const std::uint32_t p : signal.unless) add(p, 0, Role::unless);
      for (const std::uint32_t p : signal.unless_next) add(p, 0, Role::unless_next);
    }
  }

  template <typename Put>
  void add_triggers(const PatternData& pattern, Trigger trigger, Put put) const {
    if (pattern.needs.empty()) return put(ruleset_.lexicon.feature_count, trigger);
    trigger.shared = pattern.needs[0].size() > 1;
    for (const auto need : pattern.needs.subspan(1)) {
      if (need.size() == 1 && trigger.other == kNoFeature) trigger.other = need[0];
    }
    if (is_word(pattern)) trigger.test = Trigger::Test::word;
    if (is_pair(pattern))
      trigger.test = pattern.needs[0][0] == pattern.program[2] ? Trigger::Test::after : Trigger::Test::before;
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
    return pattern.exact && pattern.needs.size() == 2 && code.size() == 6 && is(code[0], PlaceStep::any) &&
           code[1] == 1 && is(code[3], PlaceStep::any) && code[4] == 1;
  }

  const RulesetData& ruleset_;
  std::map<std::pair<std::uint8_t, std::uint32_t>, std::vector<TriggerTables::Use>> uses_;  // by group and pattern
  BuiltTriggers built_;
};

}  // namespace

Weight weight_of(float number) { return static_cast<Weight>(std::lround(number * kWeightsPerUnit)); }
float number_of(Weight weight) { return static_cast<float>(weight) / kWeightsPerUnit; }

BuiltTriggers lay_out_triggers(const RulesetData& ruleset) { return TriggerLayout(ruleset).build(); }

}  // namespace candor
