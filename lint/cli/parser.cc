#include "lint/cli/parser.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <utility>

#include "lint/cli/exit_status.h"
#include "lint/cli/help.h"
#include "lint/cli/output.h"
#include "lint/engine/settings.h"
#include "lint/source/day.h"
#include "lint/source/nearest.h"

namespace candor {

// CLI11 takes the words apart; values are read here, so that every message can say what would do.
struct Parser::Pending {
  std::string name;  // as in messages: "--format"
  std::string text;  // as given
  CLI::Option* option = nullptr;

  std::string* plain = nullptr;
  std::string* choice = nullptr;
  std::vector<std::string_view> choices;
  std::uint32_t* number = nullptr;
  std::optional<std::chrono::year_month_day>* day = nullptr;
};

namespace {

// "--format" of "-f,--format".
std::string long_name(std::string_view names) {
  const std::size_t at = names.find("--");
  return std::string(at == std::string_view::npos ? names : names.substr(at, names.find(',', at) - at));
}

// The views are of literals and of `help`.
std::vector<std::string_view> option_names(const CommandHelp& help) {
  std::vector<std::string_view> names = {"--help"};
  for (const OptionHelp& option : help.options) {
    const std::size_t at = option.names.find("--");
    if (at != std::string::npos) names.push_back(std::string_view(option.names).substr(at));
  }
  return names;
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + std::string(word);
  return text;
}

}  // namespace

Parser::Parser(std::string name, std::string summary) : app_(std::make_unique<CLI::App>()) {
  help_.name = std::move(name);
  help_.summary = std::move(summary);
  app_->set_help_flag("");
  app_->allow_extras();  // arguments are taken from what is left: CLI11 would read the file name "[a]" as a list
}

Parser::~Parser() = default;

void Parser::group(std::string title) { group_ = std::move(title); }

void Parser::remember(std::string names, std::string value, std::string help, Choices choices) {
  help_.options.push_back({names.empty() ? "Arguments" : group_, std::move(names), std::move(value), std::move(help),
                           std::vector<std::string>(choices.begin(), choices.end())});
}

void Parser::arguments(std::vector<std::string>& into, std::string value, std::string help) {
  arguments_ = &into;
  help_.usage = fmt::format("[{}...]", value);
  remember("", value + "...", std::move(help));
}

void Parser::argument(std::string& into, std::string value, std::string help) {
  argument_ = &into;
  argument_required_ = true;
  help_.usage = value;
  remember("", std::move(value), std::move(help));
}

void Parser::optional_argument(std::string& into, std::string value, std::string help) {
  argument_ = &into;
  help_.usage = fmt::format("[{}]", value);
  remember("", std::move(value), std::move(help));
}

void Parser::argument_choices(Choices choices) { help_.options.back().choices.assign(choices.begin(), choices.end()); }

void Parser::flag(std::string names, bool& into, std::string help) {
  app_->add_flag(names, into);
  remember(std::move(names), "", std::move(help));
}

void Parser::option(std::string names, std::string value, std::string& into, std::string help) {
  Pending& pending = *pending_.emplace_back(std::make_unique<Pending>());
  pending.name = long_name(names);
  pending.plain = &into;
  pending.option = app_->add_option(names, pending.text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  remember(std::move(names), std::move(value), std::move(help));
}

void Parser::list(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
  app_->add_option(names, into)->allow_extra_args(false)->delimiter(',');
  remember(std::move(names), std::move(value), std::move(help));
}

void Parser::repeated(std::string names, std::string value, std::vector<std::string>& into, std::string help) {
  app_->add_option(names, into)->allow_extra_args(false);
  remember(std::move(names), std::move(value), std::move(help));
}

void Parser::choice(std::string names, std::string value, std::string& into, Choices choices, std::string help) {
  Pending& pending = *pending_.emplace_back(std::make_unique<Pending>());
  pending.name = long_name(names);
  pending.choice = &into;
  pending.choices.assign(choices.begin(), choices.end());
  pending.option = app_->add_option(names, pending.text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  remember(std::move(names), std::move(value), std::move(help), choices);
}

void Parser::number(std::string names, std::string value, std::uint32_t& into, std::string help) {
  Pending& pending = *pending_.emplace_back(std::make_unique<Pending>());
  pending.name = long_name(names);
  pending.number = &into;
  pending.option = app_->add_option(names, pending.text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  remember(std::move(names), std::move(value), std::move(help));
}

void Parser::day(std::string names, std::optional<std::chrono::year_month_day>& into, std::string help) {
  Pending& pending = *pending_.emplace_back(std::make_unique<Pending>());
  pending.name = long_name(names);
  pending.day = &into;
  pending.option = app_->add_option(names, pending.text)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  remember(std::move(names), "YYYY-MM-DD", std::move(help));
}

void Parser::example(std::string command, std::string what) {
  help_.examples.push_back({std::move(command), std::move(what)});
}

std::optional<std::string> Parser::take_arguments() {
  std::vector<std::string> words;
  bool options_end = false;
  for (std::string& word : app_->remaining()) {
    if (!options_end && word == "--") {
      options_end = true;
    } else if (!options_end && word.size() > 1 && word.front() == '-') {
      return unknown_name("option", word.substr(0, word.find('=')), option_names(help_));
    } else {
      words.push_back(std::move(word));
    }
  }
  if (arguments_ != nullptr) {
    *arguments_ = std::move(words);
    return std::nullopt;
  }
  const std::size_t most = argument_ == nullptr ? 0 : 1;
  if (words.size() > most) return fmt::format("'{}' is one argument too many", words[most]);
  if (words.empty() && argument_required_) return fmt::format("{} is missing", help_.usage);
  if (!words.empty()) *argument_ = std::move(words.front());
  return std::nullopt;
}

std::optional<std::string> Parser::convert_values() {
  for (const auto& pending : pending_) {
    if (pending->option->count() == 0) continue;
    const std::string& text = pending->text;
    if (pending->plain != nullptr) {
      if (text.empty()) return fmt::format("{} needs a value", pending->name);  // an unset variable in a script
      *pending->plain = text;
    } else if (pending->choice != nullptr) {
      if (std::ranges::find(pending->choices, text) == pending->choices.end()) {
        return fmt::format("{}: {} (there are: {})", pending->name, unknown_name("value", text, pending->choices),
                           joined(pending->choices));
      }
      *pending->choice = text;
    } else if (pending->number != nullptr) {
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *pending->number);
      if (error != std::errc() || end != text.data() + text.size()) {
        return fmt::format("{}: '{}' is not a whole number", pending->name, text);
      }
    } else {
      *pending->day = day_from(text);
      if (!*pending->day) return fmt::format("{}: '{}' is not a day as in 2026-09-15", pending->name, text);
    }
  }
  return std::nullopt;
}

std::optional<int> Parser::parse(const Arguments& arguments) {
  if (arguments.describe != nullptr) {
    *arguments.describe = help_;
    return kExitClean;
  }
  // --help wins over whatever else is wrong.
  const auto rest = std::ranges::find(arguments.words, "--");
  const bool asked = std::any_of(arguments.words.begin(), rest,
                                 [](const std::string& word) { return word == "--help" || word == "-h"; });
  if (asked) return write_stdout(command_help(help_)) ? kExitClean : kExitTrouble;
  try {
    app_->parse(
        std::vector<std::string>(arguments.words.rbegin(), arguments.words.rend()));  // CLI11 takes them backwards
  } catch (const CLI::ArgumentMismatch& error) {
    const std::string_view what = error.what();
    return misused(fmt::format("{} needs a value", what.substr(0, what.find(':'))));
  } catch (const CLI::ParseError& error) {
    return misused(error.what());
  }
  if (const std::optional<std::string> wrong = take_arguments()) return misused(*wrong);
  if (const std::optional<std::string> wrong = convert_values()) return misused(*wrong);
  return std::nullopt;
}

int Parser::misused(std::string_view message) const {
  print_problem({"", 0, 0, std::string(message)});
  print_note(fmt::format("'candor {} --help' shows how it is used", help_.name));
  return kExitTrouble;
}

}  // namespace candor
