// Running candor over applications: on all cores, one application at a time in memory on each, in an order that never
// changes.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/engine/settings.h"
#include "lint/reading/reading.h"
#include "lint/report/report.h"
#include "lint/rule/matcher.h"

namespace candor {

class OwnedRuleset;
class RunCache;

// The day that counts as today for texts that are checked on themselves, such as the examples inside rules: what is
// found in them must not change with the calendar.
inline constexpr std::chrono::year_month_day kExampleDay{std::chrono::year{2026}, std::chrono::September,
                                                         std::chrono::day{15}};

// A ruleset and its patterns, ready: the shipped one, or with a repository's own packs on top. Safe to share between
// threads.
class Rulebook {
 public:
  ~Rulebook();

  // The shipped rules. Costs well under a millisecond.
  [[nodiscard]] static std::shared_ptr<const Rulebook> shipped();
  // With the packs that settings name. What does not load is told in `problems`.
  [[nodiscard]] static std::shared_ptr<const Rulebook> for_settings(const Settings& settings,
                                                                    std::vector<Problem>& problems);

  [[nodiscard]] const RulesetData& data() const { return bank_->ruleset(); }
  [[nodiscard]] const PatternBank& bank() const { return *bank_; }
  // The rule with this id, or nullptr.
  [[nodiscard]] const RuleData* find(std::string_view id) const;
  [[nodiscard]] std::vector<std::string_view> rule_ids() const;
  [[nodiscard]] std::vector<std::string_view> limit_names() const;
  [[nodiscard]] std::vector<std::string_view> profile_names() const;

 private:
  Rulebook() = default;

  std::unique_ptr<OwnedRuleset> owned_;  // nullptr for the shipped ruleset
  std::unique_ptr<PatternBank> bank_;
};

struct RunOptions {
  unsigned jobs = 0;                  // threads; 0 for as many as there are cores
  std::chrono::year_month_day today;  // what "present" means where settings say nothing
  std::map<std::string, std::string, std::less<>>
      held;  // texts that the caller holds, by absolute path: read in place of the file
  std::function<void(std::size_t done, std::size_t total)> progress;  // called from one thread at a time; may be empty
  // Where it is not empty, run_check gives it the findings as soon as they can stand in a report, piece by piece in
  // report_order, and drops them: a run of many applications then takes no more memory than the largest few. `part` has
  // the findings and the rules; what is left in it is counted. Called from one thread at a time.
  std::function<void(Report& part)> take;
  RunCache* cache = nullptr;           // what earlier runs left, kept for later ones; may be null
  bool everything_is_passage = false;  // rules for passages read every sentence: for the examples inside rules
};

// Lints. The problems of `applications` and those of reading texts and rules are in the report; the findings where
// `options.take` is empty.
[[nodiscard]] Report run_check(const Applications& applications, const RunOptions& options);

// Reads without linting, for outline, timeline and parse. In the order of `applications`. Keeps all of it in memory,
// and what it takes out of `options.cache` does not come back: see visit_readings.
[[nodiscard]] std::vector<ApplicationReading> run_read(const Applications& applications, const RunOptions& options,
                                                       std::vector<Problem>& problems);

// The same, shown one application at a time; then it is given back to `options.cache`, or anew.
void visit_readings(const Applications& applications, const RunOptions& options, std::vector<Problem>& problems,
                    const std::function<void(const ApplicationReading&)>& visit);

// Lints one text that stands alone, under default settings: for examples and labelled passages. REQUIRES: `text` is a
// text that Source takes; otherwise the report has the problem.
[[nodiscard]] Report check_one(const std::string& name, std::string text, const Rulebook& rulebook,
                               const Settings& settings, const RunOptions& options);

// An example inside a rule that does not hold.
struct ExampleFailure {
  std::string rule;
  std::string file;        // of the pack
  std::uint32_t line = 0;  // of the rule in it
  bool bad = false;        // a `bad` example that is not found; otherwise a `good` one that is
  std::string example;
};
struct ExampleRun {
  std::uint32_t examples = 0;
  std::vector<ExampleFailure> failures;
};
// The names that a rule goes by: its pack's file, with and without ".toml", and its id.
[[nodiscard]] std::array<std::string_view, 3> names_of(const RuleData& rule);
// Whether the name stands for the rule: one of names_of, or a selector of rules.
[[nodiscard]] bool stands_for(std::string_view name, const RuleData& rule);
// Runs the examples of the rules that the names in `packs` stand for; of all where it is empty.
[[nodiscard]] ExampleRun run_examples(const Rulebook& rulebook, std::span<const std::string> packs);

}  // namespace candor
