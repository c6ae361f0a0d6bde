#include "lint/cli/commands.h"

namespace candor {
namespace {

constexpr Command kCommands[] = {
    {"check", "lint texts", run_check_command},
    {"outline", "show what was understood: sections, passages and their layers", run_outline_command},
    {"timeline", "draw the one timeline of an application", run_timeline_command},
    {"explain", "say why a rule exists and what to write in its place", run_explain_command},
    {"rules", "list the rules", run_rules_command},
    {"init", "write a commented candor.toml", run_init_command},
    {"hook", "print or install the pre-save hook for an editor, or for git", run_hook_command},
    {"lsp", "serve an editor: the Language Server Protocol on stdin and stdout", run_lsp_command},
    {"test", "run the examples inside rule packs", run_test_command},
    {"parse", "show the raw reading: sentences, passive clauses, dates", run_parse_command},
    {"score", "measure the rules on a labelled corpus", run_score_command},
    {"fit", "fit the weights by which passages are read", run_fit_command},
    {"completions", "print completions for a shell", run_completions_command},
};

}  // namespace

std::span<const Command> all_commands() { return kCommands; }

}  // namespace candor
