// candor test: runs the examples inside rule packs.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/engine/run.h"
#include "lint/report/escape.h"
#include "lint/report/wording.h"
#include "lint/source/nearest.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

struct TestCommand {
  std::vector<std::string> packs;
  bool strict = false;
  SettingsOptions settings;
};

// As a pattern for exactly this name.
std::string literal_pattern(std::string_view name) {
  std::string pattern = "/";
  for (const char byte : name) {
    if (std::string_view("*?[]\\!").find(byte) != std::string_view::npos) pattern += '\\';
    pattern += byte;
  }
  return pattern;
}

// A pack that is named as a file is loaded beside those of the settings, and goes by its absolute path.
void load_named_files(std::vector<std::string>& packs, Settings& settings) {
  for (std::string& pack : packs) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(pack, error)) continue;
    pack = absolute_path(pack);
    const std::string_view folder = parent_folder(pack);
    const std::string_view name = std::string_view(pack).substr(pack.rfind('/') + 1);
    settings.rules.push_back({std::string(folder), literal_pattern(name)});
  }
}

void check_packs(const std::vector<std::string>& packs, const Rulebook& rulebook, std::vector<Problem>& problems) {
  const auto rules = rulebook.data().rules;
  std::vector<std::string_view> names;
  for (const RuleData& rule : rules) std::ranges::copy(names_of(rule), std::back_inserter(names));
  for (const std::string& pack : packs) {
    const bool known = pack.starts_with('/') ||
                       std::ranges::any_of(rules, [&](const RuleData& rule) { return stands_for(pack, rule); });
    if (!known) problems.push_back({"", 0, 0, unknown_name("pack or rule", pack, names)});
  }
}

std::string failure_text(const ExampleFailure& failure) {
  const std::string file =
      failure.file.starts_with('/') ? relative_path(failure.file, absolute_path(".")) : failure.file;
  return fmt::format("{}:{}: {}: this {} example is {}: {}\n", terminal_safe(file), failure.line,
                     terminal_safe(failure.rule), failure.bad ? "bad" : "good",
                     failure.bad ? "not found" : "found all the same", terminal_safe(failure.example));
}

}  // namespace

int run_test_command(const Arguments& arguments) {
  TestCommand command;
  Parser parser("test", "runs the examples inside rule packs: every bad one must be found, no good one may be");
  parser.arguments(command.packs, "PACK", "a pack's name or file, a rule or a category; all where none is given");
  parser.flag("--strict", command.strict, "a rule without both examples does not load");
  parser.group("Settings");
  add_settings_options(parser, command.settings);
  parser.example("test", "all packs");
  parser.example("test blame-shifting my-rules.toml", "a shipped pack, and a file");
  if (const auto status = parser.parse(arguments)) return *status;

  std::vector<Problem> problems;
  Settings settings = settings_here(command.settings, problems);
  settings.strict = settings.strict || command.strict;
  load_named_files(command.packs, settings);
  const auto rulebook = Rulebook::for_settings(settings, problems);
  check_packs(command.packs, *rulebook, problems);
  const ExampleRun run = run_examples(*rulebook, command.packs);

  std::string text;
  for (const ExampleFailure& failure : run.failures) text += failure_text(failure);
  text += fmt::format("{}, {} do not hold\n", counted(run.examples, "example"), run.failures.size());
  const bool written = write_stdout(text);
  print_problems(problems);
  if (!problems.empty() || !written) return kExitTrouble;
  return run.failures.empty() ? kExitClean : kExitFindings;
}

}  // namespace candor
