// candor: finds what weakens the explanation of a setback in a residency application.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/source/nearest.h"
#include "lint/source/version.h"

namespace candor {
namespace {

std::string help() {
  std::string text =
      "candor: finds what weakens the explanation of a setback in a residency application\n\n"
      "Usage: candor COMMAND [OPTIONS] [ARGUMENTS]\n\nCommands:\n";
  for (const Command& command : all_commands()) text += fmt::format("  {:<13}{}\n", command.name, command.summary);
  text +=
      "\nOptions:\n  -h, --help     show this help\n  -V, --version  show the version\n"
      "\nExamples:\n"
      "  candor check                            lint all texts in the current folder\n"
      "  candor check personal-statement.md      lint one text\n"
      "  candor explain layers/missing-insight   why a rule exists, and what to write in its place\n"
      "\n'candor COMMAND --help' shows the options of a command.\n"
      "Exit status: 0 nothing found, 1 findings, 2 something could not be done.\n";
  return text;
}

int show(const std::string& text) { return write_stdout(text) ? kExitClean : kExitTrouble; }

int unknown_command(std::string_view name) {
  std::vector<std::string_view> names;
  for (const Command& command : all_commands()) names.push_back(command.name);
  print_problem({"", 0, 0, unknown_name(name.starts_with('-') ? "option" : "command", name, names)});
  print_note("'candor --help' lists the commands");
  return kExitTrouble;
}

int run(std::vector<std::string> words) {
  if (words.empty()) {
    print_problem({"", 0, 0, "no command is given; 'candor check' lints the current folder"});
    print_note("'candor --help' lists the commands");
    return kExitTrouble;
  }
  const std::string name = words.front();
  if (name == "--version" || name == "-V") return show(fmt::format("candor {}\n", kVersion));
  if (name == "--help" || name == "-h") return show(help());
  if (name == "help" && words.size() == 1) return show(help());
  if (name == "help") return run({words[1], "--help"});

  const auto command = std::ranges::find(all_commands(), name, &Command::name);
  if (command == all_commands().end()) return unknown_command(name);
  words.erase(words.begin());
  return command->run({std::move(words), nullptr});
}

}  // namespace
}  // namespace candor

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), see write_stdout
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may not grow, see replace_file
  try {
    return candor::run(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  } catch (const std::exception& error) {
    candor::print_problem({"", 0, 0, fmt::format("candor cannot go on: {}", error.what())});
    return candor::kExitTrouble;
  }
}
