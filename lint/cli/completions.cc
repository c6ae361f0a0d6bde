// candor completions: what a shell offers after "candor" and a tab, made from the commands' own declarations.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/engine/run.h"
#include "lint/source/nearest.h"

namespace candor {
namespace {

constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

// The help of every command, with its summary in one line.
std::vector<CommandHelp> all_help() {
  std::vector<CommandHelp> all;
  for (const Command& command : all_commands()) {
    CommandHelp help;
    command.run({{}, &help});
    help.summary = command.summary;
    help.options.push_back({"", "-h,--help", "", "show this help", {}});
    all.push_back(std::move(help));
  }
  return all;
}

bool is_option(const OptionHelp& option) { return !option.names.empty(); }
bool takes_file(const OptionHelp& option) {
  for (const std::string_view value : {"FILE", "NAME", "PATH...", "PACK...", "CORPUS", "FOLDER"}) {
    if (option.value == value) return true;
  }
  return false;
}
bool takes_rule(const OptionHelp& option) { return option.value.starts_with("RULE"); }

std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> list;
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(','));
    list.emplace_back(name);
    names.remove_prefix(std::min(names.size(), name.size() + 1));
  }
  return list;
}

template <typename Words>
std::string joined(const Words& words, std::string_view separator) {
  std::string text;
  for (const auto& word : words) text += fmt::format("{}{}", text.empty() ? "" : separator, word);
  return text;
}

std::string option_words(const CommandHelp& command) {
  std::vector<std::string> words;
  for (const OptionHelp& option : command.options) {
    for (std::string& name : split_names(option.names)) words.push_back(std::move(name));
  }
  return joined(words, " ");
}

std::string rule_words() { return joined(Rulebook::shipped()->rule_ids(), " "); }

// Words that may stand between single quotes in any of the shells.
std::string quoted(std::string_view text) {
  std::string safe;
  for (const char byte : text) {
    if (byte == '\'') {
      safe += "’";  // no shell needs it escaped
    } else {
      safe += byte;
    }
  }
  return "'" + safe + "'";
}

// bash

std::string bash_values(const CommandHelp& command) {
  std::string cases;
  for (const OptionHelp& option : command.options) {
    if (!is_option(option) || option.value.empty()) continue;
    std::string reply;
    if (!option.choices.empty()) {
      reply = fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", joined(option.choices, " "));
    } else if (takes_rule(option)) {
      reply = "COMPREPLY=($(compgen -W \"$rules\" -- \"$cur\"))";
    } else {
      reply = takes_file(option) ? "COMPREPLY=($(compgen -f -- \"$cur\"))" : "COMPREPLY=()";
    }
    cases += fmt::format("        {}) {}; return ;;\n", joined(split_names(option.names), "|"), reply);
  }
  return cases;
}

std::string bash_arguments(const CommandHelp& command) {
  const auto argument = std::ranges::find_if_not(command.options, is_option);
  if (argument == command.options.end()) return "COMPREPLY=()";
  if (!argument->choices.empty()) {
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$cur\"))", joined(argument->choices, " "));
  }
  return takes_rule(*argument) ? "COMPREPLY=($(compgen -W \"$rules\" -- \"$cur\"))"
                               : "COMPREPLY=($(compgen -f -- \"$cur\"))";
}

std::string bash_script(const std::vector<CommandHelp>& commands) {
  std::vector<std::string> names;
  std::string cases;
  for (const CommandHelp& command : commands) {
    names.push_back(command.name);
    cases += fmt::format(
        "    {})\n      case \"$prev\" in\n{}      esac\n"
        "      if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '{}' -- \"$cur\")); else {}; fi ;;\n",
        command.name, bash_values(command), option_words(command), bash_arguments(command));
  }
  return fmt::format(
      "# bash completion for candor\n_candor() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  local rules='{}'\n"
      "  if ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W '{} --help --version' -- \"$cur\")); return; fi\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n{}  esac\n}}\ncomplete -o filenames -F _candor candor\n",
      rule_words(), joined(names, " "), cases);
}

// zsh

// In an option's specification ':' and brackets part its fields.
std::string zsh_field(std::string_view text) {
  std::string field;
  for (const char byte : text) {
    if (byte == ':' || byte == '[' || byte == ']') field += '\\';
    field += byte;
  }
  return field;
}

std::string zsh_values(const OptionHelp& option) {
  if (!option.choices.empty()) return fmt::format("({})", joined(option.choices, " "));
  if (takes_rule(option)) return "($rules)";
  return is_option(option) && !takes_file(option) ? " " : "_files";
}

// A specification for _arguments. "$rules" must be expanded by the shell, so it stands in double quotes.
std::string zsh_spec(const std::string& name, const OptionHelp& option) {
  std::string spec = fmt::format("{}[{}]", name, zsh_field(option.help));
  if (!option.value.empty()) spec += fmt::format(":{}:{}", zsh_field(option.value), zsh_values(option));
  if (!takes_rule(option)) return quoted(spec);
  return "\"" + spec + "\"";
}

std::string zsh_options(const CommandHelp& command) {
  std::string specs;
  for (const OptionHelp& option : command.options) {
    if (is_option(option)) {
      for (const std::string& name : split_names(option.names)) specs += " \\\n        " + zsh_spec(name, option);
    } else {
      specs += fmt::format(" \\\n        \"*:{}:{}\"", zsh_field(option.value), zsh_values(option));
    }
  }
  return specs;
}

std::string zsh_script(const std::vector<CommandHelp>& commands) {
  std::string names;
  std::string cases;
  for (const CommandHelp& command : commands) {
    names += fmt::format("    {}\n", quoted(zsh_field(command.name) + ":" + command.summary));
    cases += fmt::format("    {})\n      _arguments{}\n      ;;\n", command.name, zsh_options(command));
  }
  return fmt::format(
      "#compdef candor\n\n_candor() {{\n  local -a commands\n  local rules='{}'\n  commands=(\n{}  )\n"
      "  if ((CURRENT == 2)); then\n    _describe command commands\n    return\n  fi\n"
      "  shift words\n  ((CURRENT--))\n  case \"$words[1]\" in\n{}  esac\n}}\n\n"
      "if [[ $funcstack[1] == _candor ]]; then _candor \"$@\"; else compdef _candor candor; fi\n",
      rule_words(), names, cases);
}

// fish

std::string fish_option(const CommandHelp& command, const OptionHelp& option) {
  std::string line = fmt::format("complete -c candor -n '__fish_seen_subcommand_from {}'", command.name);
  for (const std::string& name : split_names(option.names)) {
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.choices.empty()) {
    line += fmt::format(" -x -a {}", quoted(joined(option.choices, " ")));
  } else if (takes_rule(option)) {
    line += " -x -a \"$rules\"";
  } else if (!option.value.empty()) {
    line += takes_file(option) ? " -r -F" : " -x";
  }
  return fmt::format("{} -d {}\n", line, quoted(option.help));
}

std::string fish_script(const std::vector<CommandHelp>& commands) {
  std::string script = fmt::format("# fish completion for candor\nset -l rules {}\n", quoted(rule_words()));
  for (const CommandHelp& command : commands) {
    script += fmt::format("complete -c candor -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                          quoted(command.summary));
    for (const OptionHelp& option : command.options) script += fish_option(command, option);
  }
  return script;
}

}  // namespace

int run_completions_command(const Arguments& arguments) {
  std::string shell;
  Parser parser("completions", "prints completions for a shell");
  parser.argument(shell, "SHELL", "the shell");
  parser.argument_choices(kShells);
  parser.example("completions bash > ~/.local/share/bash-completion/completions/candor", "for bash");
  parser.example("completions zsh > ~/.zfunc/_candor", "for zsh, where ~/.zfunc is in $fpath");
  parser.example("completions fish > ~/.config/fish/completions/candor.fish", "for fish");
  if (const auto status = parser.parse(arguments)) return *status;

  if (std::ranges::find(kShells, shell) == std::end(kShells))
    return parser.misused(unknown_name("shell", shell, kShells));
  const std::vector<CommandHelp> commands = all_help();
  const std::string script = shell == "bash"  ? bash_script(commands)
                             : shell == "zsh" ? zsh_script(commands)
                                              : fish_script(commands);
  return write_stdout(script) ? kExitClean : kExitTrouble;
}

}  // namespace candor
