#include "lint/cli/check_options.h"

#include <algorithm>
#include <string_view>

#include "lint/cli/terminal.h"
#include "lint/report/report.h"

namespace candor {

void declare(Parser& parser, CheckCommand& command) {
  add_input_options(parser, command.input);
  parser.flag("--staged", command.input.staged,
              "the texts that git's next commit adds or changes, as they are staged, in place of PATH");
  parser.group("Rules");
  parser.list("--select", "RULE,...", command.select, "only these rules or categories, in place of the settings' own");
  parser.list("--ignore", "RULE,...", command.ignore, "not these rules or categories");
  parser.choice("--fail-on", "SEVERITY", command.fail_on, kFailOnNames,
                "exit 1 from this severity on (default: warning)");
  parser.flag("--strict", command.strict, "what suppresses nothing, in a comment or the baseline, is an error");
  parser.flag("--exit-zero", command.exit_zero, "exit 0 whatever is found");
  parser.flag("--error-on-empty", command.error_on_empty, "exit 2 where there is no text to lint");
  parser.option("--since", "REVISION", command.since,
                "only what touches lines that have changed since this git revision, or a new file");
  parser.group("Baseline");
  parser.option("--baseline", "FILE", command.baseline,
                "leave out the findings that it holds (default: candor.baseline.toml beside candor.toml)");
  parser.flag("--no-baseline", command.no_baseline, "go by no baseline");
  parser.flag("--write-baseline", command.write_baseline, "put all that is found into the baseline");
  parser.flag("--prune-baseline", command.prune_baseline, "drop from the baseline what is no longer found");
  parser.group("Fixes");
  parser.flag("--fix", command.fix, "mend what touches no word: characters that MyERAS loses, blanks too many");
  parser.flag("--diff", command.diff, "print what --fix would change, and exit 1 where there is something");
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", command.format, kReportFormatNames, "how to print what is found");
  parser.option("-o,--output", "FILE", command.output, "write it there, as a whole or not at all");
  parser.choice("--color", "WHEN", command.color, kColorChoices, "colour it");
  parser.flag("-q,--quiet", command.quiet, "no summary and no notes");
  parser.flag("--statistics", command.statistics, "count the findings of each rule");
  parser.number("-j,--jobs", "N", command.jobs, "how many threads (default: one a core)");
  parser.flag("-w,--watch", command.watch, "lint again whenever a text or a setting is saved, until Ctrl-C");
  parser.flag("--show-files", command.show_files,
              "list the texts that would be linted with what holds for each (--quiet: names only), and stop");
  parser.flag("--show-settings", command.show_settings,
              "print the settings that hold and where each was set, and stop");
  parser.example("check", "lint all texts in the current folder");
  parser.example("check applicants/ --format sarif --output candor.sarif", "for a code-scanning service");
  parser.example("check --select dates,layers/missing-insight ps.md", "only the timeline and one layer");
  parser.example("check - --stdin-filename applicants/a/ps.md < draft.md",
                 "lint a draft in place of the file, beside its folder's other texts");
  parser.example("check --write-baseline", "from now on report only what is new");
  parser.example("check --diff", "see what --fix would mend");
  parser.example("check --since main", "only what this branch has brought");
  parser.example("check --staged", "what is about to be committed");
}

std::string_view clash(const CheckCommand& command) {
  if (command.no_baseline && (!command.baseline.empty() || command.write_baseline || command.prune_baseline))
    return "--no-baseline goes with no other option about the baseline";
  if (command.write_baseline && (command.fix || command.diff))
    return "--write-baseline goes with neither --fix nor --diff";
  if (command.prune_baseline && command.diff) return "--diff changes nothing: it does not go with --prune-baseline";
  const bool reads_stdin = !command.input.stdin_filename.empty() || std::ranges::count(command.input.paths, "-") > 0;
  if (!command.since.empty() && reads_stdin) return "--since compares files: it does not go with '-'";
  if (command.input.staged && (command.fix || command.diff || command.watch || !command.since.empty()))
    return "--staged reads what git holds, not files: it goes with none of --fix, --diff, --since and --watch";
  if (command.watch &&
      (reads_stdin || !command.output.empty() || command.fix || command.diff || command.write_baseline ||
       command.prune_baseline || command.show_files || command.show_settings))
    return "--watch prints findings: it goes with no option that writes files or shows something else, nor with '-'";
  return {};
}

void adjust(const CheckCommand& command, Settings& settings) {
  if (!command.select.empty()) set_select(settings, command.select, "--select");
  add_ignore(settings, command.ignore, "--ignore");
  if (!command.fail_on.empty()) {
    settings.fail_on = *fail_on_from(command.fail_on);
    settings.origins["fail-on"] = {"--fail-on", 0, 0};
  }
  if (command.strict) {
    settings.strict = true;
    settings.origins["strict"] = {"--strict", 0, 0};
  }
}

}  // namespace candor
