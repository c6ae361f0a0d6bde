#include "lint/rule/triggers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "lint/rule/model.h"

namespace candor {
namespace {

constexpr float kWeightsPerUnit = 10'000;

class TriggerLayout {
 public:
  TriggerLayout(const RulesetData& ruleset, const RulesetData* base) : ruleset_(ruleset) {
    if (base == nullptr) return;
    base_ = base->triggers;
    base_features_ = base->lexicon.feature_count;
    base_signals_ = base->signals.size();
  }

  BuiltTriggers build() {
    take_over_uses();
    group_signals();
    collect_uses();
    for (std::size_t group = 0; group < kGroups; ++group) lay_out_group(group);
    Role& end = built_.roles.emplace_back();
    end.first_trigger = static_cast<std::uint32_t>(built_.triggers.size());
    end.first_pairs = static_cast<std::uint32_t>(built_.pairs.size());
    built_.first_uses.push_back(static_cast<std::uint32_t>(built_.uses.size()));
    return std::move(built_);
  }

 private:
  using Role = TriggerTables::Role;
  using Uses = std::vector<TriggerTables::Use>;
  using FeaturePairs = std::map<std::pair<Feature, Feature>, std::uint32_t>;  // patterns

  void take_over_uses() {
    built_.patterns.assign(base_.patterns.begin(), base_.patterns.end());
    built_.first_cues.assign(base_.first_cues.begin(), base_.first_cues.end());
    built_.cues.assign(base_.cues.begin(), base_.cues.end());
    built_.uses.assign(base_.uses.begin(), base_.uses.end());
    for (TriggerTables::Use& use : built_.uses) {
      if (use.signal == base_signals_) use.signal = nobody();
    }
    if (base_.first_uses.empty()) return;
    built_.first_uses.assign(base_.first_uses.begin(), base_.first_uses.end() - 1);  // without the end
  }

  void group_signals() {
    built_.groups.resize(kGroups);
    for (const SignalData& signal : ruleset_.signals)
      built_.group_of.push_back(signal.name.starts_with("passage.") ? kForEverySentence : kForPassages);
    std::vector<bool> quotations(ruleset_.signals.size(), false);
    for (const RuleData& rule : ruleset_.rules) {
      if (rule.signal < 0) continue;
      const auto signal = static_cast<std::size_t>(rule.signal);
      built_.group_of[signal] = rule.scope == Scope::passage ? kForPassages : kForEverySentence;
      quotations[signal] = rule.quotations;
    }
    std::ranges::copy(base_.group_of, built_.group_of.begin());
    for (std::size_t s = 0; s < ruleset_.signals.size(); ++s) {
      TriggerTables::Group& group = built_.groups[built_.group_of[s]];
      group.vetoes_before |= !ruleset_.signals[s].unless_next.empty();
      group.quotations |= quotations[s];
    }
  }

  void collect_uses() {
    for (auto s = static_cast<std::uint32_t>(base_signals_); s < ruleset_.signals.size(); ++s) {
      const SignalData& signal = ruleset_.signals[s];
      const auto add = [&](std::uint32_t pattern, std::size_t rank, Weight weight) {
        uses_[built_.group_of[s]][pattern].push_back(
            {static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(rank), weight});
      };
      std::vector<CueData> cues(signal.cues.begin(), signal.cues.end());
      std::ranges::stable_sort(cues, std::greater(), [](const CueData& cue) { return weight_of(cue.weight); });
      built_.first_cues.push_back(static_cast<std::uint32_t>(built_.cues.size()));
      for (std::size_t rank = 0; rank < cues.size(); ++rank) {
        built_.cues.push_back(cues[rank].pattern);
        add(cues[rank].pattern, std::min<std::size_t>(rank, TriggerTables::kLastRank), weight_of(cues[rank].weight));
      }
      for (const std::uint32_t p : signal.unless) add(p, TriggerTables::kVeto, 0);
      for (const std::uint32_t p : signal.unless_next) add(p, TriggerTables::kVetoBefore, 0);
    }
  }

  void lay_out_group(std::size_t group) {
    std::vector<Role> roles(std::size_t{ruleset_.lexicon.feature_count} + 1);
    std::vector<std::vector<Trigger>> brought_up(roles.size());  // by feature
    for (std::size_t feature = 0; feature < roles.size(); ++feature) {
      const Role* const base = base_role(group, feature);
      if (base == nullptr) continue;
      roles[feature] = *base;
      const auto triggers = base_.brought_up_by(*base);
      brought_up[feature].assign(triggers.begin(), triggers.end());
    }
    FeaturePairs pairs;
    for (const auto& [index, uses] : uses_[group]) {
      const PatternData& pattern = ruleset_.patterns[index];
      // Where another pattern says the same word or the same two, the second one goes among the others.
      if (Role* word = the_word(pattern, roles); word != nullptr && word->entry == TriggerTables::kNoEntry)
        word->entry = add_entry(group, index);
      else if (!is_pair(pattern) || has_base_pair(group, pattern.program[2], pattern.program[5]) ||
               !pairs.try_emplace({pattern.program[2], pattern.program[5]}, index).second)
        add_triggers(pattern, {index, add_entry(group, index)}, brought_up);
    }
    lay_out_pairs(group, pairs, roles);
    for (std::size_t feature = 0; feature < roles.size(); ++feature) {
      std::ranges::stable_sort(brought_up[feature], {}, &Trigger::test);
      roles[feature].first_trigger = static_cast<std::uint32_t>(built_.triggers.size());
      built_.triggers.insert(built_.triggers.end(), brought_up[feature].begin(), brought_up[feature].end());
    }
    built_.groups[group].first_role = static_cast<std::uint32_t>(built_.roles.size());
    built_.roles.insert(built_.roles.end(), roles.begin(), roles.end());
  }

  // What the base says of the feature; nullptr where it does not know it. The one after the last stands for every
  // sentence there, too.
  [[nodiscard]] const Role* base_role(std::size_t group, std::size_t feature) const {
    if (base_.groups.empty()) return nullptr;
    if (feature == ruleset_.lexicon.feature_count)
      feature = base_features_;
    else if (feature >= base_features_)
      return nullptr;
    return &base_.roles[base_.groups[group].first_role + feature];
  }
  [[nodiscard]] bool has_base_pair(std::size_t group, Feature first, Feature second) const {
    const Role* const row = base_role(group, first);
    const Role* const other = base_role(group, second);
    if (row == nullptr || other == nullptr || other->column == TriggerTables::kNone) return false;
    return std::ranges::any_of(base_.row_of(*row), [&](const TriggerTables::Pairs& pairs) {
      return pairs.block == other->column / kColumns && (pairs.columns >> other->column % kColumns & 1) != 0;
    });
  }

  void lay_out_pairs(std::size_t of_group, const FeaturePairs& pairs, std::vector<Role>& roles) {
    constexpr std::uint32_t kNoBlock = ~0U;
    std::uint16_t columns = 0;
    for (const Role& role : roles) {
      if (role.column != TriggerTables::kNone) columns = std::max<std::uint16_t>(columns, role.column + 1);
    }
    std::set<Feature> seconds;
    for (const auto& [features, pattern] : pairs) seconds.insert(features.second);
    for (const Feature second : seconds) {
      if (roles[second].column == TriggerTables::kNone) roles[second].column = columns++;
    }
    built_.groups[of_group].width = static_cast<std::uint32_t>((columns + kColumns - 1) / kColumns);
    auto pair = pairs.begin();
    for (std::size_t feature = 0; feature < roles.size(); ++feature) {
      roles[feature].first_pairs = static_cast<std::uint32_t>(built_.pairs.size());
      if (const Role* const base = base_role(of_group, feature)) {
        const auto row = base_.row_of(*base);
        built_.pairs.insert(built_.pairs.end(), row.begin(), row.end());
      }
      std::vector<std::pair<std::uint32_t, std::uint32_t>> row;  // column and pattern
      for (; pair != pairs.end() && pair->first.first == feature; ++pair)
        row.emplace_back(roles[pair->first.second].column, pair->second);
      std::ranges::sort(row);
      for (std::uint32_t block = kNoBlock; const auto& [column, pattern] : row) {
        const std::uint32_t entry = add_entry(of_group, pattern);
        if (column / kColumns != block) {
          block = column / kColumns;
          built_.pairs.push_back({0, entry, block});
        }
        built_.pairs.back().columns |= std::uint64_t{1} << column % kColumns;
      }
    }
  }

  std::uint32_t add_entry(std::size_t group, std::uint32_t pattern) {
    const Uses& uses = uses_[group].at(pattern);
    built_.patterns.push_back(pattern);
    built_.first_uses.push_back(static_cast<std::uint32_t>(built_.uses.size()));
    built_.uses.insert(built_.uses.end(), uses.begin(), uses.end());
    if (uses.size() % 2 != 0) built_.uses.push_back({nobody(), TriggerTables::kLastRank, 0});
    return static_cast<std::uint32_t>(built_.patterns.size() - 1);
  }

  // The signal behind the last.
  [[nodiscard]] std::uint16_t nobody() const { return static_cast<std::uint16_t>(ruleset_.signals.size()); }

  // Puts it under each feature of its rarest need.
  void add_triggers(const PatternData& pattern, Trigger trigger, std::vector<std::vector<Trigger>>& brought_up) const {
    if (pattern.needs.empty()) return brought_up.back().push_back(trigger);
    for (const auto need : pattern.needs.subspan(1)) {
      if (need.size() == 1 && trigger.other == kNoFeature) trigger.other = need[0];
    }
    if (is_word(pattern)) trigger.test = Trigger::Test::word;
    for (const Feature feature : pattern.needs[0]) brought_up[feature].push_back(trigger);
  }

  static bool is(PlaceCode code, PlaceStep step) { return code == static_cast<PlaceCode>(step); }
  // One word, whatever stands around it.
  static bool is_word(const PatternData& pattern) {
    return pattern.exact && is(pattern.program[0], PlaceStep::any) && pattern.program.size() == 2U + pattern.program[1];
  }
  // The role of the one feature that is all the pattern asks for, or nullptr.
  static Role* the_word(const PatternData& pattern, std::vector<Role>& roles) {
    return is_word(pattern) && pattern.program[1] == 1 ? &roles[pattern.program[2]] : nullptr;
  }
  // Two words in a row, each told by one feature.
  static bool is_pair(const PatternData& pattern) {
    const auto code = pattern.program;
    return pattern.exact && code.size() == 6 && is(code[0], PlaceStep::any) && code[1] == 1 &&
           is(code[3], PlaceStep::any) && code[4] == 1;
  }

  static constexpr std::uint32_t kColumns = 64;  // in one TriggerTables::Pairs

  const RulesetData& ruleset_;
  TriggerTables base_;  // empty where there is none
  std::size_t base_features_ = 0;
  std::size_t base_signals_ = 0;
  std::array<std::map<std::uint32_t, Uses>, kGroups> uses_;  // by group, by pattern
  BuiltTriggers built_;
};

}  // namespace

Weight weight_of(float number) { return static_cast<Weight>(std::lround(number * kWeightsPerUnit)); }
float number_of(Weight weight) { return static_cast<float>(weight) / kWeightsPerUnit; }

BuiltTriggers lay_out_triggers(const RulesetData& ruleset, const RulesetData* base) {
  return TriggerLayout(ruleset, base).build();
}

}  // namespace candor
