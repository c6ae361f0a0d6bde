// What `candor check` can be told.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/cli/options.h"
#include "lint/cli/parser.h"
#include "lint/engine/settings.h"

namespace candor {

struct CheckCommand {
  InputOptions input;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string fail_on;  // empty: as settings say
  bool strict = false;
  bool exit_zero = false;
  bool error_on_empty = false;
  std::string baseline;  // empty: beside candor.toml
  bool no_baseline = false;
  bool write_baseline = false;
  bool prune_baseline = false;
  std::string since;  // empty: all lines
  bool fix = false;
  bool diff = false;
  std::string format = "text";
  std::string output;
  std::string color = "auto";
  bool quiet = false;
  bool statistics = false;
  std::uint32_t jobs = 0;
  bool watch = false;
  bool show_files = false;
  bool show_settings = false;
};

void declare(Parser& parser, CheckCommand& command);

// What is wrong with the options together; empty where nothing is.
[[nodiscard]] std::string_view clash(const CheckCommand& command);

// What the command line changes in all settings.
void adjust(const CheckCommand& command, Settings& settings);

}  // namespace candor
