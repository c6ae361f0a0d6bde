// candor check: lints texts.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal.h"
#include "lint/engine/run.h"
#include "lint/report/escape.h"
#include "lint/report/render_github.h"
#include "lint/report/report.h"

namespace candor {
namespace {

constexpr std::string_view kFormats[] = {"text", "line", "json", "sarif", "github", "rdjson", "junit", "gitlab"};
constexpr std::string_view kFailOn[] = {"error", "warning", "info", "never"};

struct CheckCommand {
  InputOptions input;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::string fail_on;  // empty: as settings say
  bool exit_zero = false;
  bool error_on_empty = false;
  std::string format = "text";
  std::string output;
  std::string color = "auto";
  bool quiet = false;
  bool statistics = false;
  std::uint32_t jobs = 0;
  bool show_files = false;
  bool show_settings = false;
};

void declare(Parser& parser, CheckCommand& command) {
  add_input_options(parser, command.input);
  parser.group("Rules");
  parser.list("--select", "RULE,...", command.select, "only these rules or categories, in place of the settings' own");
  parser.list("--ignore", "RULE,...", command.ignore, "not these rules or categories");
  parser.choice("--fail-on", "SEVERITY", command.fail_on, kFailOn, "exit 1 from this severity on (default: warning)");
  parser.flag("--exit-zero", command.exit_zero, "exit 0 whatever is found");
  parser.flag("--error-on-empty", command.error_on_empty, "exit 2 where there is no text to lint");
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", command.format, kFormats, "how to print what is found");
  parser.option("-o,--output", "FILE", command.output, "write it there, as a whole or not at all");
  parser.choice("--color", "WHEN", command.color, kColorChoices, "colour it");
  parser.flag("-q,--quiet", command.quiet, "no summary and no notes");
  parser.flag("--statistics", command.statistics, "count the findings of each rule");
  parser.number("-j,--jobs", "N", command.jobs, "how many threads (default: one a core)");
  parser.flag("--show-files", command.show_files, "list the texts that would be linted, and stop");
  parser.flag("--show-settings", command.show_settings,
              "print the settings that hold and where each was set, and stop");
  parser.example("check", "lint all texts in the current folder");
  parser.example("check applicants/ --format sarif --output candor.sarif", "for a code-scanning service");
  parser.example("check --select dates,layers/missing-insight ps.md", "only the timeline and one layer");
  parser.example("check - --stdin-filename applicants/a/ps.md < draft.md",
                 "lint a draft in place of the file, beside its folder's other texts");
}

// The names of an option's values in Settings::origins, so that what is wrong with one is told of the option.
void set_selectors(std::vector<std::string>& into, const std::vector<std::string>& selectors, std::string_view key,
                   const std::string& option, Settings& settings) {
  for (const std::string& selector : selectors) {
    settings.origins[fmt::format("{}[{}]", key, into.size())] = {option, 0, 0};
    into.push_back(selector);
  }
}

void adjust(const CheckCommand& command, Settings& settings) {
  if (!command.select.empty()) {
    settings.select.clear();
    settings.origins["select"] = {"--select", 0, 0};
    set_selectors(settings.select, command.select, "select", "--select", settings);
  }
  set_selectors(settings.ignore, command.ignore, "ignore", "--ignore", settings);
  if (!command.fail_on.empty()) {
    settings.fail_on = *fail_on_from(command.fail_on);
    settings.origins["fail-on"] = {"--fail-on", 0, 0};
  }
}

int show_files(const Applications& applications) {
  std::vector<std::string> names;
  for (const Application& application : applications.applications) {
    for (const ApplicationText& text : application.texts) {
      if (text.linted) names.push_back(text.name);
    }
  }
  std::ranges::sort(names);
  std::string lines;
  for (const std::string& name : names) lines += terminal_safe(name) + "\n";
  return write_stdout(lines) ? kExitClean : kExitTrouble;
}

int show_settings_of(const Applications& applications) {
  std::vector<const Settings*> shown;
  std::string text;
  for (const Application& application : applications.applications) {
    const Settings* settings = application.settings.get();
    if (std::ranges::find(shown, settings) != shown.end()) continue;
    shown.push_back(settings);
    text += (text.empty() ? "" : "\n") + show_settings(*settings);
  }
  return write_stdout(text) ? kExitClean : kExitTrouble;
}

// Whether a finding counts as a failure, by the settings of the application it is in.
class FailureTest {
 public:
  explicit FailureTest(const Applications& applications) {
    for (const Application& application : applications.applications) {
      for (const ApplicationText& text : application.texts) levels_[text.name] = application.settings->fail_on;
    }
  }

  [[nodiscard]] bool fails(const Finding& finding) const {
    const auto found = levels_.find(finding.place.file);
    const FailOn level = found == levels_.end() ? FailOn::warning : found->second;
    return level != FailOn::never && static_cast<int>(finding.severity) >= static_cast<int>(level);
  }

 private:
  std::map<std::string_view, FailOn> levels_;  // by file
};
static_assert(static_cast<int>(FailOn::info) == static_cast<int>(Severity::info) &&
              static_cast<int>(FailOn::error) == static_cast<int>(Severity::error));

// Names that are wrong are told even where there is no text that they could hold for.
void check_names_of(const CheckCommand& command, std::vector<Problem>& problems) {
  Settings settings;
  adjust(command, settings);
  const auto rulebook = Rulebook::shipped();
  const auto rules = rulebook->rule_ids();
  check_names(settings, {rules, {}, {}}, problems);
}

bool print(const CheckCommand& command, const Report& report) {
  TextStyle style;
  style.color = command.output.empty() ? wants_color(command.color, Stream::out) : command.color == "always";
  style.width = terminal_width();
  style.statistics = command.statistics;
  style.quiet = command.quiet;
  const std::string text = render(report, *report_format_from(command.format), style);
  bool written = command.output.empty() ? write_stdout(text) : write_file(command.output, text);
  const char* summary = std::getenv("GITHUB_STEP_SUMMARY");
  if (command.format == "github" && summary != nullptr && *summary != '\0') {
    written = append_file(summary, render_github_summary(report)) && written;
  }
  return written;
}

int lint(const CheckCommand& command, Inputs& inputs) {
  inputs.run.jobs = command.jobs;
  Report report;
  {
    ProgressLine progress(!command.quiet);
    inputs.run.progress = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
    report = run_check(inputs.applications, inputs.run);
  }
  const bool empty = inputs.applications.applications.empty();
  if (empty) check_names_of(command, report.problems);

  const bool written = print(command, report);
  print_problems(report.problems);
  if (empty && report.problems.empty()) {
    if (command.error_on_empty) {
      print_problem({"", 0, 0, "there is no text to lint (.md, .markdown, .txt, .text)"});
      return kExitTrouble;
    }
    if (!command.quiet) print_note("there is no text to lint (.md, .markdown, .txt, .text)");
  }
  if (!report.problems.empty() || !written) return kExitTrouble;
  const FailureTest test(inputs.applications);
  const bool fails = std::ranges::any_of(report.findings, [&](const Finding& finding) { return test.fails(finding); });
  return fails && !command.exit_zero ? kExitFindings : kExitClean;
}

}  // namespace

int run_check_command(const Arguments& arguments) {
  CheckCommand command;
  Parser parser("check", "lints texts");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;

  std::optional<Inputs> inputs =
      find_inputs(parser, command.input, [&](Settings& settings) { adjust(command, settings); });
  if (!inputs) return kExitTrouble;
  if (!command.show_files && !command.show_settings) return lint(command, *inputs);

  const int status = command.show_files ? show_files(inputs->applications) : show_settings_of(inputs->applications);
  print_problems(inputs->applications.problems);
  return inputs->applications.problems.empty() ? status : kExitTrouble;
}

}  // namespace candor
