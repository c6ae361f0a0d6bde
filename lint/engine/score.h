// How well candor does on a labelled corpus: what it found, what it missed, and where it raised a false alarm.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/labelled_corpus.h"
#include "lint/engine/run.h"
#include "lint/engine/settings.h"
#include "lint/source/problem.h"

namespace candor {

// The day that counts as today where a corpus does not say: figures must not change with the calendar.
inline constexpr std::chrono::year_month_day kScoreDay = kExampleDay;

// What there was to find, and what was said. A ratio of nothing to nothing is no number.
struct Tally {
  std::uint32_t found = 0;
  std::uint32_t missed = 0;
  std::uint32_t false_alarms = 0;

  [[nodiscard]] std::optional<double> precision() const;
  [[nodiscard]] std::optional<double> recall() const;
  [[nodiscard]] std::optional<double> f1() const;

  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

struct ScoreInterval {
  double low = 0;
  double high = 1;
};

// Wilson's 95 % interval for a share of `hits` in `trials`. REQUIRES: trials > 0.
[[nodiscard]] ScoreInterval wilson_interval(std::uint32_t hits, std::uint32_t trials);

struct NamedTally {
  std::string name;
  Tally tally;
};

// The findings of one rule that a label bears out, and the others.
struct RuleAlarms {
  std::uint32_t right = 0;
  std::uint32_t wrong = 0;
};

// One thing that was missed or wrong.
struct ScoreFault {
  enum class Kind : std::uint8_t { missed, false_alarm, wrong_topic } kind = Kind::missed;
  std::string what;        // the rule; for a missed sentence its category; "passage" for a passage
  std::string id;          // of the labelled text or application
  std::string file;        // that holds the labels
  std::uint32_t line = 0;  // of the record in it; 0 where there is none
  std::string sentence;    // the words concerned
  std::string note;        // what candor said in place of it, or why it should have spoken
};
[[nodiscard]] std::string_view to_string(ScoreFault::Kind kind);

struct Score {
  std::uint32_t passage_records = 0;
  std::uint32_t statements = 0;
  std::uint32_t applications = 0;

  // Labelled sentences that a finding of their category overlaps; findings that overlap none.
  std::vector<NamedTally> sentences;  // as kSentenceCategories
  // Labelled passages that a detected one overlaps; detected ones that overlap none.
  Tally passages;
  std::uint32_t right_topics = 0;  // of the passages that were found
  // Layers at fault that their rule speaks of; such findings where nothing is at fault.
  std::vector<NamedTally> layers;  // as kLayerNames, and kDwelling
  Tally all_layers;
  // What is said of statements with nothing to find, but for the rules of form (eras-text/*, length/*).
  std::uint32_t clean_statements = 0;
  std::uint32_t clean_findings = 0;
  // What applications expect, by rule: the dates, and the categories that any of them names.
  std::map<std::string, Tally> expected;
  Tally all_expected;

  std::map<std::string, RuleAlarms> rules;
  std::vector<ScoreFault> faults;  // in the order of the corpus
  std::vector<Problem> problems;   // of the corpus, of its texts and of the rules

  [[nodiscard]] std::optional<double> clean_rate() const;      // findings per clean statement
  [[nodiscard]] std::optional<double> topic_accuracy() const;  // of the passages that were found
};

struct ScoreOptions {
  Settings settings;  // for the texts; an application with a candor.toml of its own goes by that
  RunOptions run;     // `today` holds where an application does not say
};

// Lints and reads all of the corpus, record by record. The same corpus and rules give the same score.
[[nodiscard]] Score score_corpus(const LabelledCorpus& corpus, const Rulebook& rulebook, const ScoreOptions& options);

// Figures to hold on to, by name: "sentences.blame-shifting.f1". Larger is better, but for kCleanRateFigure.
using Figures = std::map<std::string, double, std::less<>>;
inline constexpr std::string_view kCleanRateFigure = "clean-statements.findings-per-statement";
[[nodiscard]] Figures figures_of(const Score& score);

struct FallenFigure {
  std::string name;
  double before = 0;
  std::optional<double> now;  // nothing: no longer measured
};
// The figures of `baseline` that are now worse by more than 0.001.
[[nodiscard]] std::vector<FallenFigure> fallen_figures(const Figures& baseline, const Figures& now);

}  // namespace candor
