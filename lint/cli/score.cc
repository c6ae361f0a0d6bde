// candor score: how well the rules do on a labelled corpus.
#include <cmath>

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/engine/score.h"
#include "lint/report/escape.h"
#include "lint/report/json_text.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

struct ScoreCommand {
  std::string corpus;
  std::string format = "text";
  bool summary = false;
  std::string baseline;
  std::string write_baseline;
  std::string config;
  std::optional<std::chrono::year_month_day> as_of;
};

// As text

std::string number_text(std::optional<double> value) { return value ? fmt::format("{:.3f}", *value) : "-"; }

// "0.812 [0.74, 0.87]"
std::string share_text(std::uint32_t hits, std::uint32_t trials) {
  if (trials == 0) return "-";
  const ScoreInterval interval = wilson_interval(hits, trials);
  return fmt::format("{:.3f} [{:.2f}, {:.2f}]", static_cast<double>(hits) / trials, interval.low, interval.high);
}

std::string table_head(std::string_view title) {
  return fmt::format("\n{:<28}{:>7}{:>8}{:>7}  {:<21}{:<21}{}\n", title, "found", "missed", "false", "precision",
                     "recall", "F1");
}

std::string row(std::string_view name, const Tally& tally) {
  return fmt::format("  {:<26}{:>7}{:>8}{:>7}  {:<21}{:<21}{}\n", terminal_safe(name), tally.found, tally.missed,
                     tally.false_alarms, share_text(tally.found, tally.found + tally.false_alarms),
                     share_text(tally.found, tally.found + tally.missed), number_text(tally.f1()));
}

std::string rules_text(const Score& score) {
  std::string text = fmt::format("\n{:<32}{:>6}{:>7}\n", "alarms by rule", "right", "wrong");
  for (const auto& [rule, alarms] : score.rules) {
    text += fmt::format("  {:<30}{:>6}{:>7}\n", terminal_safe(rule), alarms.right, alarms.wrong);
  }
  return score.rules.empty() ? "" : text;
}

// One line of the words concerned.
std::string shortened(std::string_view words) {
  constexpr std::size_t kEnough = 200;
  std::string line;
  for (const char byte : words) {
    const bool blank = byte == '\n' || byte == '\r' || byte == '\t' || byte == ' ';
    if (!blank) {
      line += byte;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.size() <= kEnough) return terminal_safe(line);
  std::size_t cut = kEnough;
  while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;  // not within a character
  return terminal_safe(line.substr(0, cut)) + " ...";
}

std::string faults_text(const Score& score) {
  std::string text;
  for (const auto kind : {ScoreFault::Kind::missed, ScoreFault::Kind::false_alarm, ScoreFault::Kind::wrong_topic}) {
    std::string lines;
    for (const ScoreFault& fault : score.faults) {
      if (fault.kind != kind) continue;
      lines += fmt::format("  {}  {}{}\n      {}\n", terminal_safe(fault.id), terminal_safe(fault.what),
                           fault.note.empty() ? "" : "  (" + shortened(fault.note) + ")", shortened(fault.sentence));
    }
    if (!lines.empty()) text += fmt::format("\n{}\n{}", to_string(kind), lines);
  }
  return text;
}

std::string score_text(const Score& score, bool summary) {
  std::string text = fmt::format("{} passages, {} statements, {} applications\n", score.passage_records,
                                 score.statements, score.applications);
  text += table_head("sentences");
  for (const NamedTally& category : score.sentences) text += row(category.name, category.tally);
  text += table_head("passages");
  text += row("detected", score.passages);
  text += fmt::format("  {:<26}{}\n", "topic right, of those", share_text(score.right_topics, score.passages.found));
  text += table_head("layers at fault");
  for (const NamedTally& layer : score.layers) text += row(layer.name, layer.tally);
  text += row("all", score.all_layers);
  if (score.applications > 0) {
    text += table_head("applications");
    for (const auto& [rule, tally] : score.expected) text += row(rule, tally);
    text += row("all", score.all_expected);
  }
  text += rules_text(score);
  text += fmt::format("\nclean statements: {} findings in {} ({} each)\n", score.clean_findings, score.clean_statements,
                      number_text(score.clean_rate()));
  if (!summary) text += faults_text(score);
  return text;
}

// As JSON

Json number_json(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

Json interval_json(std::uint32_t hits, std::uint32_t trials) {
  if (trials == 0) return nullptr;
  const ScoreInterval interval = wilson_interval(hits, trials);
  return {interval.low, interval.high};
}

Json tally_json(const Tally& tally) {
  return {{"found", tally.found},
          {"missed", tally.missed},
          {"false", tally.false_alarms},
          {"precision", number_json(tally.precision())},
          {"precision_interval", interval_json(tally.found, tally.found + tally.false_alarms)},
          {"recall", number_json(tally.recall())},
          {"recall_interval", interval_json(tally.found, tally.found + tally.missed)},
          {"f1", number_json(tally.f1())}};
}

Json tallies_json(const std::vector<NamedTally>& tallies) {
  Json json = Json::object();
  for (const NamedTally& named : tallies) json[named.name] = tally_json(named.tally);
  return json;
}

Json faults_json(const Score& score) {
  Json list = Json::array();
  for (const ScoreFault& fault : score.faults) {
    list.push_back({{"kind", to_string(fault.kind)},
                    {"what", fault.what},
                    {"id", fault.id},
                    {"file", fault.file},
                    {"line", fault.line == 0 ? Json(nullptr) : Json(fault.line)},
                    {"sentence", fault.sentence},
                    {"note", fault.note}});
  }
  return list;
}

std::string score_json(const Score& score, bool summary) {
  Json json = {{"version", 1},
               {"passages_read", score.passage_records},
               {"statements_read", score.statements},
               {"applications_read", score.applications},
               {"sentences", tallies_json(score.sentences)},
               {"passages", tally_json(score.passages)},
               {"layers", tallies_json(score.layers)}};
  json["passages"]["topic_accuracy"] = number_json(score.topic_accuracy());
  json["layers"]["all"] = tally_json(score.all_layers);
  json["applications"] = Json::object();
  for (const auto& [rule, tally] : score.expected) json["applications"][rule] = tally_json(tally);
  json["applications"]["all"] = tally_json(score.all_expected);
  json["rules"] = Json::object();
  for (const auto& [rule, alarms] : score.rules) {
    json["rules"][rule] = {{"right", alarms.right}, {"wrong", alarms.wrong}};
  }
  json["clean_statements"] = {{"statements", score.clean_statements},
                              {"findings", score.clean_findings},
                              {"findings_per_statement", number_json(score.clean_rate())}};
  if (!summary) json["faults"] = faults_json(score);
  return json_text(json);
}

// The baseline

double rounded(double value) { return static_cast<double>(std::llround(value * 10000)) / 10000; }

std::string baseline_text(const Figures& figures) {
  Json json = {{"version", 1}, {"figures", Json::object()}};
  for (const auto& [name, value] : figures) json["figures"][name] = rounded(value);
  return json_text(json);
}

// Nothing, with a word on stderr, where the file is no baseline.
std::optional<Figures> read_baseline(const std::string& path) {
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return std::nullopt;
  const Json json = Json::parse(*bytes, nullptr, false);
  if (!json.is_object() || !json.contains("figures") || !json["figures"].is_object()) {
    print_problem({path, 0, 0, "this is not a baseline; 'candor score --write-baseline' writes one"});
    return std::nullopt;
  }
  Figures figures;
  for (const auto& [name, value] : json["figures"].items()) {
    if (value.is_number()) figures.emplace(name, value.get<double>());
  }
  return figures;
}

// Says on stderr which figures fell; returns the exit status.
int compare(const Score& score, const std::string& path) {
  const std::optional<Figures> baseline = read_baseline(path);
  if (!baseline) return kExitTrouble;
  const std::vector<FallenFigure> fallen = fallen_figures(*baseline, figures_of(score));
  for (const FallenFigure& figure : fallen) {
    const std::string now = figure.now ? fmt::format("{:.4f}", *figure.now) : "not measured";
    print_note(fmt::format("{} was {:.4f} in {}, is {}", figure.name, figure.before, path, now));
  }
  return fallen.empty() ? kExitClean : kExitFindings;
}

void declare(Parser& parser, ScoreCommand& command) {
  parser.argument(command.corpus, "CORPUS", "a folder with labelled texts, or one file of labels");
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", command.format, kTextOrJson, "how to print it");
  parser.flag("--summary", command.summary, "figures only: do not list what was missed and what was wrong");
  parser.option("--baseline", "FILE", command.baseline,
                "compare with these figures; exit 1 where one fell by more than 0.001");
  parser.option("--write-baseline", "FILE", command.write_baseline, "write the figures for a later --baseline");
  parser.group("Settings");
  parser.option("--config", "FILE", command.config, "the candor.toml to go by (default: none)");
  parser.day("--as-of", command.as_of,
             "the day that counts as today where a record does not say (default: 2026-09-15)");
  parser.example("score corpus/test", "all figures, and everything that was missed or wrong");
  parser.example("score corpus/test --summary --baseline corpus/test.figures", "fails when a figure has fallen");
}

}  // namespace

int run_score_command(const Arguments& arguments) {
  ScoreCommand command;
  Parser parser("score", "measures the rules on a labelled corpus: precision, recall and F1");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;

  ScoreOptions options;
  options.run.today = command.as_of.value_or(kScoreDay);
  std::vector<Problem> problems;
  // Figures must not depend on the folder that the command is run in: only a --config that is named holds.
  if (!command.config.empty()) options.settings = read_settings(command.config, problems);
  const auto rulebook = Rulebook::for_settings(options.settings, problems);
  const Score score = score_corpus(read_labelled_corpus(command.corpus), *rulebook, options);
  problems.insert(problems.end(), score.problems.begin(), score.problems.end());

  bool written =
      write_stdout(command.format == "json" ? score_json(score, command.summary) : score_text(score, command.summary));
  print_problems(problems);
  if (!command.write_baseline.empty()) {
    written = write_file(command.write_baseline, baseline_text(figures_of(score))) && written;
  }
  const int status = command.baseline.empty() ? kExitClean : compare(score, command.baseline);
  return problems.empty() && written ? status : kExitTrouble;
}

}  // namespace candor
