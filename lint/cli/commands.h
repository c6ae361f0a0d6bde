// The commands. Each is one pair of words and what they do; its options and its help live in its own file.
#pragma once

#include <span>
#include <string_view>

#include "lint/cli/parser.h"

namespace candor {

// Each runs one command and returns the exit status.
int run_check_command(const Arguments& arguments);
int run_completions_command(const Arguments& arguments);
int run_explain_command(const Arguments& arguments);
int run_fit_command(const Arguments& arguments);
int run_hook_command(const Arguments& arguments);
int run_init_command(const Arguments& arguments);
int run_lsp_command(const Arguments& arguments);
int run_outline_command(const Arguments& arguments);
int run_parse_command(const Arguments& arguments);
int run_rules_command(const Arguments& arguments);
int run_score_command(const Arguments& arguments);
int run_test_command(const Arguments& arguments);
int run_timeline_command(const Arguments& arguments);

struct Command {
  std::string_view name;
  std::string_view summary;
  int (*run)(const Arguments& arguments);
};

// In the order in which help shows them.
[[nodiscard]] std::span<const Command> all_commands();

}  // namespace candor
