// The options that several commands share, and what they make of them.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/parser.h"
#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "lint/engine/settings.h"
#include "lint/source/problem.h"

namespace candor {

// Which settings hold.
struct SettingsOptions {
  std::string config;
  bool no_config = false;
};

// Which texts are read, and how.
struct InputOptions {
  std::vector<std::string> paths;
  std::string stdin_filename;
  std::vector<std::string> exclude;
  bool force_exclude = false;
  bool no_gitignore = false;
  SettingsOptions settings;
  std::optional<std::chrono::year_month_day> as_of;
  bool staged = false;        // the texts of git's next commit, in place of paths
  bool with_context = false;  // see ApplicationRequest; no option of the command line
};

inline constexpr std::string_view kTextOrJson[] = {"text", "json"};

void add_settings_options(Parser& parser, SettingsOptions& options);
// What is wrong with the options together, or nothing.
[[nodiscard]] std::string_view clash(const SettingsOptions& options);
void add_input_options(Parser& parser, InputOptions& options);

// The options of a command that reads applications and shows them.
struct ShowOptions {
  InputOptions input;
  std::string format = "text";
  std::string color = "auto";
};
void add_show_options(Parser& parser, ShowOptions& options, Choices formats);

// Today by the system's clock, in UTC.
[[nodiscard]] std::chrono::year_month_day today();

// The settings that hold in the current folder. Options that exclude each other are a problem.
[[nodiscard]] Settings settings_here(const SettingsOptions& options, std::vector<Problem>& problems);

// What the options come to.
struct Inputs {
  Applications applications;
  RunOptions run;
};

// Finds the texts. Nothing where the options do not fit together or stdin cannot be read: stderr has it, the exit
// status is kExitTrouble. `adjust` is what else the command line changes in all settings; may be empty.
[[nodiscard]] std::optional<Inputs> find_inputs(const Parser& parser, const InputOptions& options,
                                                const std::function<void(Settings&)>& adjust = {});

// Reads the texts, and prints what `render` makes of the readings. The exit status.
[[nodiscard]] int show_readings(const Inputs& inputs,
                                const std::function<std::string(const std::vector<ApplicationReading>&)>& render);

}  // namespace candor
