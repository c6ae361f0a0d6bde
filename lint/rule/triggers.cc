#include "lint/rule/triggers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
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
    for (std::size_t s = 0; s < ruleset_.signals.size(); ++s) {
      TriggerTables::Group& group = built_.groups[built_.group_of[s]];
      group.vetoes_before |= !ruleset_.signals[s].unless_next.empty();
      group.quotations |= quotations[s];
    }
  }

  void collect_uses() {
    for (std::uint32_t s = 0; s < ruleset_.signals.size(); ++s) {
      const SignalData& signal = ruleset_.signals[s];
      const auto add = [&](std::uint32_t pattern, std::size_t rank, Weight weight) {
        uses_[built_.group_of[s]][pattern].push_back(
            {static_cast<std::uint16_t>(s), static_cast<std::uint16_t>(rank), weight});
      };
      std::vector<CueData> cues(signal.cues.begin(), signal.cues.end());
      std::ranges::sort(cues, {}, [](const CueData& cue) { return std::pair(-weight_of(cue.weight), cue.pattern); });
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
    FeaturePairs pairs;
    for (const auto& [index, uses] : uses_[group]) {
      const PatternData& pattern = ruleset_.patterns[index];
      // Where another pattern says the same word or the same two, the second one goes among the others.
      if (Role* word = the_word(pattern, roles); word != nullptr && word->entry == TriggerTables::kNoEntry)
        word->entry = add_entry(group, index);
      else if (!is_pair(pattern) || !pairs.try_emplace({pattern.program[2], pattern.program[5]}, index).second)
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

  void lay_out_pairs(std::size_t of_group, const FeaturePairs& pairs, std::vector<Role>& roles) {
    constexpr std::uint32_t kColumns = 64;  // in one TriggerTables::Pairs
    constexpr std::uint32_t kNoBlock = ~0U;
    std::set<Feature> seconds;
    for (const auto& [features, pattern] : pairs) seconds.insert(features.second);
    std::uint16_t columns = 0;
    for (const Feature second : seconds) roles[second].column = columns++;
    built_.groups[of_group].width = static_cast<std::uint32_t>((columns + kColumns - 1) / kColumns);
    auto pair = pairs.begin();
    for (std::size_t feature = 0; feature < roles.size(); ++feature) {
      roles[feature].first_pairs = static_cast<std::uint32_t>(built_.pairs.size());
      for (std::uint32_t block = kNoBlock; pair != pairs.end() && pair->first.first == feature; ++pair) {
        const std::uint32_t column = roles[pair->first.second].column;
        const std::uint32_t entry = add_entry(of_group, pair->second);
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
    if (uses.size() % 2 != 0) {
      const auto nobody = static_cast<std::uint16_t>(ruleset_.signals.size());
      built_.uses.push_back({nobody, TriggerTables::kLastRank, 0});
    }
    return static_cast<std::uint32_t>(built_.patterns.size() - 1);
  }

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

  const RulesetData& ruleset_;
  std::array<std::map<std::uint32_t, Uses>, kGroups> uses_;  // by group, by pattern
  BuiltTriggers built_;
};

}  // namespace

Weight weight_of(float number) { return static_cast<Weight>(std::lround(number * kWeightsPerUnit)); }
float number_of(Weight weight) { return static_cast<float>(weight) / kWeightsPerUnit; }

BuiltTriggers lay_out_triggers(const RulesetData& ruleset) { return TriggerLayout(ruleset).build(); }

}  // namespace candor
