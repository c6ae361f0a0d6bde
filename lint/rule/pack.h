// Rule packs: TOML to RulesetData. The format is described in rules/README.md and rules/schema/pack.schema.json.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/lexicon.h"
#include "lint/rule/model.h"
#include "lint/source/problem.h"

namespace candor {

struct PackFile {
  std::string name;  // as problems call it
  std::string text;
};

struct PackOptions {
  bool strict = false;  // a rule without both `bad` and `good` examples is a problem and does not load
};

// A ruleset and everything its data points into. Not copied, not moved: data() keeps views of it.
class OwnedRuleset {
 public:
  OwnedRuleset() = default;
  OwnedRuleset(const OwnedRuleset&) = delete;
  OwnedRuleset& operator=(const OwnedRuleset&) = delete;

  [[nodiscard]] const RulesetData& data() const { return data_; }

 private:
  friend class PackLoader;

  std::string_view keep(std::string text) { return strings_.emplace_back(std::move(text)); }

  std::deque<std::string> strings_;
  std::deque<std::vector<Feature>> features_;
  std::deque<std::vector<std::span<const Feature>>> needs_;
  std::deque<std::vector<PlaceCode>> programs_;
  std::deque<std::vector<std::uint32_t>> indices_;
  std::deque<std::vector<CueData>> cues_;
  std::deque<std::vector<std::string_view>> examples_;
  LexiconBuilder::Built lexicon_;
  std::vector<PatternData> patterns_;
  std::vector<SignalData> signals_;
  std::deque<std::vector<float>> numbers_;
  std::vector<RuleData> rules_;
  std::vector<LimitData> limits_;
  std::vector<ExamFactData> exam_facts_;
  std::vector<EvidenceData> evidence_;
  std::deque<std::vector<CueWeight>> weights_;
  BuiltTriggers triggers_;
  RulesetData data_;
};

// The keys that a pack takes, sorted, by the table they stand in: "class", "rule", ..., and "" for the pack itself.
// rules/schema/pack.schema.json describes the same ones.
[[nodiscard]] std::map<std::string_view, std::span<const std::string_view>> pack_keys();

// Reads packs in order: a later rule, signal, limit or evidence of the same name takes the place of an earlier one, a
// later class adds to it. What is broken is left out and told in `problems` with file, line and column; the rest loads.
[[nodiscard]] std::unique_ptr<OwnedRuleset> load_packs(std::span<const PackFile> packs, const PackOptions& options,
                                                       std::vector<Problem>& problems);

// As load_packs() of the packs that `base` was made of and of these behind them, but reads these alone: a hundredth of
// the work. nullptr, and no problem told, where they change what the base was made of (they add to one of its classes,
// have groups of words used alike, or a fitted rule): then all have to be read. `base` must outlive what is returned.
[[nodiscard]] std::unique_ptr<OwnedRuleset> load_packs_behind(const RulesetData& base, std::span<const PackFile> packs,
                                                              const PackOptions& options,
                                                              std::vector<Problem>& problems);

}  // namespace candor
