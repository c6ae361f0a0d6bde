// candor fit: the weights by which passages, their layers and weighed sentences are read, fitted on a labelled corpus.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/engine/claim_fit.h"
#include "lint/engine/fit.h"
#include "lint/engine/score.h"

namespace candor {
namespace {

// What fitted weights stand on: word classes, and the cues that people wrote.
constexpr std::string_view kPacks[] = {"lexicon.toml",      "passages.toml",        "blame-shifting.toml",
                                       "over-sharing.toml", "passive-framing.toml", "alike.toml",
                                       "fit/cues.toml"};
constexpr std::string_view kWeights = "weights.toml";
constexpr std::string_view kClaims = "claims.toml";

struct FitCommand {
  std::string corpus;
  std::string rules = "rules";
  std::string output;
  bool claims = false;
  FitOptions fit;
};

void declare(Parser& parser, FitCommand& command) {
  parser.argument(command.corpus, "CORPUS", "a folder with labelled texts");
  parser.group("Input");
  parser.option("--rules", "FOLDER", command.rules, "where the packs with the word classes and fit/cues.toml are");
  parser.list(
      "--leave-out", "WRITER", command.fit.leave_out,
      "do not look at the texts of this writer (a file's name without its ending; of applications, the folder's "
      "name without its number); may be repeated");
  parser.flag("--claims", command.claims,
              "fit what speaks for a fault in claims that do not agree with the entries, on labelled applications");
  parser.group("Output");
  parser.option("-o,--output", "FILE", command.output,
                "the pack to write (default: weights.toml, or claims.toml, among the rules)");
  parser.example("fit corpus/train", "fit rules/weights.toml anew");
  parser.example("fit --claims corpus/train", "fit rules/claims.toml anew");
}

int fit_claims(const FitCommand& command, const std::string& output) {
  LabelledCorpus corpus = read_labelled_corpus(command.corpus);
  std::erase_if(corpus.applications, [&](const LabelledApplication& application) {
    return std::ranges::find(command.fit.leave_out, writer_of(application)) != command.fit.leave_out.end();
  });
  std::vector<Problem> problems = corpus.problems;
  if (corpus.applications.empty())
    problems.push_back({command.corpus, 0, 0, "there is no labelled application (a folder with a gold.json)"});
  RunOptions options;
  options.today = kScoreDay;
  const FittedClaims fitted = fit_claims(corpus, options, problems);
  print_problems(problems);
  if (!problems.empty()) return kExitTrouble;
  return write_stdout(fitted.figures) && write_file(output, fitted.evidence) ? kExitClean : kExitTrouble;
}

}  // namespace

int run_fit_command(const Arguments& arguments) {
  FitCommand command;
  Parser parser(
      "fit", "fits the weights by which passages, their layers and weighed sentences are read, on a labelled corpus");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;

  const std::filesystem::path rules(command.rules);
  const auto output_or = [&](std::string_view name) {
    return command.output.empty() ? (rules / name).string() : command.output;
  };
  if (command.claims) return fit_claims(command, output_or(kClaims));
  std::vector<PackFile> packs;
  for (const std::string_view name : kPacks) {
    const std::optional<std::string> text = read_file((rules / name).string());
    if (!text) return kExitTrouble;
    packs.push_back({(rules / name).string(), *text});
  }
  const LabelledCorpus corpus = read_labelled_corpus(command.corpus);
  std::vector<Problem> problems = corpus.problems;
  if (problems.empty() && corpus.texts.empty()) problems.push_back({command.corpus, 0, 0, "holds no labelled text"});
  print_problems(problems);
  if (!problems.empty()) return kExitTrouble;
  const Fitted fitted = fit_weights(corpus, packs, command.fit, problems);
  print_problems(problems);
  if (!problems.empty()) return kExitTrouble;
  return write_stdout(fitted.figures) && write_file(output_or(kWeights), fitted.weights) ? kExitClean : kExitTrouble;
}

}  // namespace candor
