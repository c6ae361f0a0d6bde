// The options of one command, declared once: what is parsed, what --help says and what shells complete come from here.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace candor {

// One option or argument, as --help and completions show it.
struct OptionHelp {
  std::string group;
  std::string names;  // "-f,--format"; empty for an argument
  std::string value;  // "FORMAT"; empty for a flag
  std::string help;
  std::vector<std::string> choices;  // the values that there are; empty for any
};

struct ExampleHelp {
  std::string command;  // without "candor "
  std::string what;
};

struct CommandHelp {
  std::string name;
  std::string summary;
  std::string usage;  // what follows "[OPTIONS]"
  std::vector<OptionHelp> options;
  std::vector<ExampleHelp> examples;
};

// What a command is called with: the words after its name.
struct Arguments {
  std::vector<std::string> words;
  CommandHelp* describe = nullptr;  // set: nothing is to be run, the command only tells about itself
};

using Choices = std::span<const std::string_view>;

class Parser {
 public:
  Parser(std::string name, std::string summary);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  // Declares; the variables must outlive parse(), which leaves those alone whose option is not given.
  // `names` is "-f,--format" or "--format". Options that follow group() stand below its title in --help.
  void group(std::string title);
  void arguments(std::vector<std::string>& into, std::string value, std::string help);  // any number
  void argument(std::string& into, std::string value, std::string help);                // exactly one
  void optional_argument(std::string& into, std::string value, std::string help);       // at most one
  void flag(std::string names, bool& into, std::string help);
  void option(std::string names, std::string value, std::string& into, std::string help);
  void choice(std::string names, std::string value, std::string& into, Choices choices, std::string help);
  void list(std::string names, std::string value, std::vector<std::string>& into,
            std::string help);  // repeated, or with ','
  void repeated(std::string names, std::string value, std::vector<std::string>& into,
                std::string help);  // as list, without ','
  void number(std::string names, std::string value, std::uint32_t& into, std::string help);
  void day(std::string names, std::optional<std::chrono::year_month_day>& into, std::string help);
  void argument_choices(Choices choices);  // what the argument may be
  void example(std::string command, std::string what);

  // Nothing: go on. Otherwise the exit status to end with; --help is on stdout by then, what is wrong on stderr.
  [[nodiscard]] std::optional<int> parse(const Arguments& arguments);

  // Says on stderr what is wrong with how the command was called; returns the exit status.
  int misused(std::string_view message) const;

 private:
  struct Pending;  // a value that is looked at when all are there

  void remember(std::string names, std::string value, std::string help, Choices choices = {});
  // Each says what is wrong, or nothing.
  [[nodiscard]] std::optional<std::string> take_arguments();
  [[nodiscard]] std::optional<std::string> convert_values();

  CommandHelp help_;
  std::string group_ = "Options";
  std::unique_ptr<CLI::App> app_;
  std::vector<std::unique_ptr<Pending>> pending_;
  std::vector<std::string>* arguments_ = nullptr;  // at most one of these is set
  std::string* argument_ = nullptr;
  bool argument_required_ = false;
};

}  // namespace candor
