#include "lint/cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/cli/terminal.h"
#include "lint/report/layout.h"

namespace candor {
namespace {

constexpr std::size_t kWidestLabel = 28;  // columns; the help of a longer one starts on a line of its own

// "-f, --format FORMAT", long names aligned.
std::string label_of(const OptionHelp& option) {
  if (option.names.empty()) return option.value;
  const std::size_t comma = option.names.find(',');
  std::string label = comma == std::string::npos
                          ? "    " + option.names
                          : option.names.substr(0, comma) + ", " + option.names.substr(comma + 1);
  if (!option.value.empty()) label += " " + option.value;
  return label;
}

std::string help_text(const OptionHelp& option) {
  if (option.choices.empty()) return option.help;
  std::string choices;
  for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : ", ") + choice;
  return fmt::format("{}: {}", option.help, choices);
}

// A label, and beside it a text in as many rows as it needs.
std::string entry(const std::string& label, const std::string& text, std::size_t label_width, std::uint32_t width) {
  const auto indent = static_cast<std::uint32_t>(label_width + 4);
  std::string shown = "  " + label;
  bool first = label.size() <= label_width;
  if (!first) shown += "\n";
  for (const std::string& row : wrapped(text, std::max(20U, width - std::min(width, indent)))) {
    shown += fmt::format("{}{}\n", std::string(first ? indent - 2 - label.size() : indent, ' '), row);
    first = false;
  }
  return shown;
}

std::string groups_help(const std::vector<OptionHelp>& options, std::uint32_t width) {
  std::size_t label_width = 0;
  for (const OptionHelp& option : options) {
    const std::size_t size = label_of(option).size();
    if (size <= kWidestLabel) label_width = std::max(label_width, size);
  }
  std::string text;
  std::string group;
  for (const OptionHelp& option : options) {
    if (option.group != group) text += fmt::format("\n{}:\n", option.group);
    group = option.group;
    text += entry(label_of(option), help_text(option), label_width, width);
  }
  return text;
}

}  // namespace

std::string command_help(const CommandHelp& command) {
  const std::uint32_t width = terminal_width();
  std::string text = fmt::format("candor {}: {}\n\nUsage: candor {} [OPTIONS]{}{}\n", command.name, command.summary,
                                 command.name, command.usage.empty() ? "" : " ", command.usage);
  std::vector<OptionHelp> options = command.options;
  std::ranges::stable_sort(options, [](const OptionHelp& a, const OptionHelp& b) {
    return a.names.empty() && !b.names.empty();  // arguments first
  });
  options.push_back({options.empty() || options.back().names.empty() ? "Options" : options.back().group,
                     "-h,--help",
                     "",
                     "show this help",
                     {}});
  text += groups_help(options, width);
  if (!command.examples.empty()) text += "\nExamples:\n";
  for (const ExampleHelp& example : command.examples) {
    text += fmt::format("  candor {}\n", example.command);
    for (const std::string& row : wrapped(example.what, width - 6)) text += fmt::format("      {}\n", row);
  }
  return text;
}

}  // namespace candor
