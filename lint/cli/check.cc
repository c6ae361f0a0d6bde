// candor check: lints texts.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "lint/cli/check_options.h"
#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal.h"
#include "lint/engine/applicant_folders.h"
#include "lint/engine/baseline.h"
#include "lint/engine/fix.h"
#include "lint/engine/folder_watch.h"
#include "lint/engine/run.h"
#include "lint/engine/since.h"
#include "lint/report/escape.h"
#include "lint/report/render_diff.h"
#include "lint/report/render_github.h"
#include "lint/report/report.h"
#include "lint/report/report_writer.h"
#include "lint/report/wording.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

// Which application a text belongs to, which settings hold for it and what it is taken for where they say so.
std::string what_holds(const Application& application, const ApplicationText& text) {
  const Settings& settings = *application.settings;
  std::string what = fmt::format("application {}, {}", application.root, counted(application.texts.size(), "text"));
  what += settings.file.empty() ? ", no candor.toml" : ", by " + settings.file;
  if (const std::string_view kind = section_kind(settings, text.local); !kind.empty())
    what += fmt::format(", {} by [sections]", kind);
  return what;
}

int show_files(const CheckCommand& command, const Applications& applications) {
  std::map<std::string, std::string> lines;  // by name
  for (const Application& application : applications.applications) {
    for (const ApplicationText& text : application.texts) {
      if (text.linted) lines.emplace(text.name, what_holds(application, text));
    }
  }
  std::string list;
  for (const auto& [name, what] : lines) {
    list += terminal_safe(name) + (command.quiet ? "" : "  # " + terminal_safe(what)) + "\n";
  }
  return write_stdout(list) ? kExitClean : kExitTrouble;
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

Baselines read_baselines(const CheckCommand& command, const Applications& applications,
                         std::vector<Problem>& problems) {
  if (command.no_baseline) return {};
  if (std::error_code error;
      !command.baseline.empty() && !command.write_baseline && !std::filesystem::exists(command.baseline, error))
    problems.push_back({command.baseline, 0, 0, "no such file; --write-baseline makes it"});
  return Baselines::read(applications, command.baseline, problems);
}

bool put(const CheckCommand& command, const std::string& text) {
  return command.output.empty() ? write_stdout(text) : write_file(command.output, text);
}

// Writes a report to where the command wants it: to stdout as it comes, to a file as a whole.
class ReportOutput {
 public:
  explicit ReportOutput(const CheckCommand& command)
      : command_(command), writer_(report_writer(*report_format_from(command.format), style_for(command))) {}

  // The findings that come next; see ReportWriter.
  void add(const Report& part) { put(writer_->add(part)); }
  // False where something could not be written.
  bool finish(const Report& report) {
    put(writer_->finish(report));
    if (!command_.output.empty()) return write_file(command_.output, whole_);
    return written_;
  }

 private:
  static TextStyle style_for(const CheckCommand& command) {
    TextStyle style;
    style.color = command.output.empty() ? wants_color(command.color, Stream::out) : command.color == "always";
    style.width = terminal_width();
    style.statistics = command.statistics;
    style.quiet = command.quiet;
    return style;
  }

  void put(const std::string& text) {
    if (!command_.output.empty())
      whole_ += text;
    else if (written_ && !text.empty())
      written_ = write_stdout(text);
  }

  const CheckCommand& command_;
  std::unique_ptr<ReportWriter> writer_;
  std::string whole_;    // for a file
  bool written_ = true;  // all so far
};

bool print(const CheckCommand& command, const Report& report) {
  ReportOutput output(command);
  output.add(report);
  bool written = output.finish(report);
  const char* summary = std::getenv("GITHUB_STEP_SUMMARY");
  if (command.format == "github" && summary != nullptr && *summary != '\0') {
    written = append_file(summary, render_github_summary(report)) && written;
  }
  return written;
}

// Whether the findings of a run are done with when they are printed once.
bool are_only_printed(const CheckCommand& command, const Baselines& baselines) {
  return !command.fix && !command.diff && !command.write_baseline && !command.prune_baseline &&
         command.format != "github" && baselines.size() == 0;
}

// Several applicants read as one contradict one another everywhere: the first thing that a new user would see.
void tell_mixed(const Applications& applications) {
  for (const Application& application : applications.applications) {
    if (!origin_of(*application.settings, "applications").file.empty()) continue;
    std::vector<std::string> names;
    for (const ApplicationText& text : application.texts) names.push_back(text.local);
    const std::vector<std::string> patterns = applicant_patterns(names);
    if (patterns.empty()) continue;
    print_note(fmt::format("{} holds several personal statements, read as one applicant's: {} applications = [\"{}\"]",
                           application.root == "." ? "this folder" : application.root,
                           application.settings->file.empty() ? "'candor init' there writes a candor.toml that says"
                                                              : application.settings->file + " should say",
                           fmt::join(patterns, "\", \"")));
  }
}

constexpr std::size_t kMostNotes = 10;

// The stale entries of the baseline: under `strict` a problem each, else a note.
void tell_stale(const CheckCommand& command, const Inputs& inputs, const Baselines& baselines, Report& report) {
  const std::vector<Problem> stale = baselines.stale();
  const bool strict = std::ranges::any_of(inputs.applications.applications,
                                          [](const Application& application) { return application.settings->strict; });
  if (strict) {
    report.problems.insert(report.problems.end(), stale.begin(), stale.end());
  } else if (!command.quiet) {
    for (const Problem& entry : std::span(stale).first(std::min(stale.size(), kMostNotes)))
      print_note(to_string(entry));
    if (stale.size() > kMostNotes) print_note(fmt::format("{} more stale entries", stale.size() - kMostNotes));
    if (!stale.empty()) print_note("--prune-baseline drops them");
  }
}

// Writes what --write-baseline and --prune-baseline have changed, unless the baseline could not be read.
void save(const CheckCommand& command, Baselines& baselines, bool sound, Report& report) {
  if (command.prune_baseline) baselines.prune();
  if (!command.write_baseline && !command.prune_baseline) return;
  if (sound && baselines.write(report.problems) && !command.quiet)
    print_note(fmt::format("the baseline holds {}", counted(baselines.size(), "entry", "entries")));
}

std::string shown_diff(const CheckCommand& command, const std::vector<FixedText>& texts) {
  std::string diff;
  for (const FixedText& text : texts) diff += render_diff(text.name, text.before, text.after);
  // A pipe gets a patch byte by byte; a terminal must not be steered by it.
  if (!command.output.empty() || !is_terminal(Stream::out)) return diff;
  std::string safe;
  std::string line;
  for (std::istringstream lines(diff); std::getline(lines, line);) safe += terminal_safe(line) + "\n";
  return safe;
}

// Writes the mended texts; one that was read from stdin goes to stdout, mended or not.
bool write_texts(const CheckCommand& command, const Inputs& inputs, const FixRun& fixed, Report& report) {
  std::size_t written = 0;
  for (const FixedText& text : fixed.texts) {
    Problem problem;
    if (text.held) continue;
    if (write_fixed(text, problem)) {
      ++written;
    } else {
      report.problems.push_back(std::move(problem));
    }
  }
  if (written > 0 && !command.quiet) {
    print_note(fmt::format("{} made in {}", counted(fixed.made, "fix", "fixes"), counted(written, "text", "texts")));
  }
  if (inputs.run.held.empty()) return true;
  const auto held = std::ranges::find_if(fixed.texts, &FixedText::held);
  return write_stdout(held == fixed.texts.end() ? inputs.run.held.begin()->second : held->after);
}

// Writes what the run has come to: a diff, mended texts, findings. False where it cannot.
bool write(const CheckCommand& command, const Inputs& inputs, FixRun& run) {
  if (command.diff) return put(command, shown_diff(command, run.texts));
  const bool written = !command.fix || write_texts(command, inputs, run, run.report);
  // With --fix, stdout belongs to the text that came from stdin.
  if (command.fix && !inputs.run.held.empty() && command.output.empty()) return written;
  return print(command, run.report) && written;
}

int tell_empty(const CheckCommand& command) {
  constexpr std::string_view kEmpty = "there is no text to lint (.md, .markdown, .txt, .text)";
  if (command.error_on_empty) {
    print_problem({"", 0, 0, std::string(kEmpty)});
    return kExitTrouble;
  }
  if (!command.quiet) print_note(kEmpty);
  return kExitClean;
}

// With --since, the lines that are looked at; false, with a problem told, where git does not say.
bool read_changed(const CheckCommand& command, const Applications& applications, std::optional<ChangedLines>& changed) {
  if (command.since.empty()) return true;
  Problem problem;
  changed = changed_lines(applications, command.since, problem);
  if (!changed) print_problem(problem);  // all that is found, old and new, would bury it
  return changed.has_value();
}

// One run: looks for findings, judges and prints them.
class Lint {
 public:
  // Keeps references to the command and the inputs.
  Lint(const CheckCommand& command, Inputs& inputs, std::optional<ChangedLines> changed)
      : command_(command),
        inputs_(inputs),
        changed_(std::move(changed)),
        failures_(inputs.applications),
        baselines_(read_baselines(command, inputs.applications, baseline_problems_)),
        only_printed_(are_only_printed(command, baselines_)),
        output_(command) {}

  // The exit status.
  int run() {
    FixRun run = look();
    Report& report = run.report;
    report.problems.insert(report.problems.end(), baseline_problems_.begin(), baseline_problems_.end());
    const bool empty = inputs_.applications.applications.empty();
    if (empty) check_names_of(command_, report.problems);
    save(command_, baselines_, baseline_problems_.empty(), report);
    tell_stale(command_, inputs_, baselines_, report);

    const bool written = only_printed_ ? output_.finish(report) : write(command_, inputs_, run);
    print_problems(report.problems);
    if (!command_.quiet) tell_mixed(inputs_.applications);
    if (!report.problems.empty() || !written) return kExitTrouble;
    if (empty) return tell_empty(command_);
    if (command_.diff) return run.texts.empty() ? kExitClean : kExitFindings;
    return fails_ && !command_.exit_zero ? kExitFindings : kExitClean;
  }

 private:
  // All findings, and the fixes that are asked for. What is only printed comes out as it is found.
  FixRun look() {
    ProgressLine progress(!command_.quiet);
    inputs_.run.jobs = command_.jobs;
    inputs_.run.progress = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
    if (command_.fix || command_.diff)
      return run_fix(inputs_.applications, inputs_.run, [&](const RunOptions& options) { return look_once(options); });
    FixRun run;
    if (!only_printed_) {
      run.report = look_once(inputs_.run);
      return run;
    }
    RunOptions options = inputs_.run;
    options.take = [&](Report& part) {
      judge(part);
      progress.hide();
      output_.add(part);
    };
    run.report = run_check(inputs_.applications, options);
    return run;
  }

  // The findings that the baseline does not hold; the last look decides about failure.
  Report look_once(const RunOptions& options) {
    Report report = run_check(inputs_.applications, options);
    if (command_.write_baseline) baselines_.hold(report);
    baselines_.apply(report);
    fails_ = false;
    judge(report);
    return report;
  }

  // Drops what is not asked about, and fails for what is.
  void judge(Report& report) {
    if (changed_) keep_changed(*changed_, report);
    fails_ = fails_ ||
             std::ranges::any_of(report.findings, [&](const Finding& finding) { return failures_.fails(finding); });
  }

  const CheckCommand& command_;
  Inputs& inputs_;
  std::optional<ChangedLines> changed_;
  FailureTest failures_;
  std::vector<Problem> baseline_problems_;
  Baselines baselines_;
  bool only_printed_;
  ReportOutput output_;
  bool fails_ = false;
};

// Lints once and prints; the exit status.
int lint(const CheckCommand& command, Inputs& inputs) {
  std::optional<ChangedLines> changed;
  if (!read_changed(command, inputs.applications, changed)) return kExitTrouble;
  return Lint(command, inputs, std::move(changed)).run();
}

std::optional<Inputs> inputs_of(const Parser& parser, const CheckCommand& command) {
  return find_inputs(parser, command.input, [&](Settings& settings) { adjust(command, settings); });
}

// Whether a change to a file of this name can change what is found.
bool matters(std::string_view name) { return is_text_name(name) || name.ends_with(".toml") || name == ".gitignore"; }

int watch(const Parser& parser, const CheckCommand& command) {
  FolderWatch folders;
  for (;;) {
    std::optional<Inputs> inputs = inputs_of(parser, command);
    if (!inputs) return kExitTrouble;
    // What is saved while a run goes on is seen after it.
    folders.watch(inputs->applications.folders, inputs->applications.problems);
    if (is_terminal(Stream::out)) (void)write_stdout("\x1b[2J\x1b[H");
    lint(command, *inputs);
    if (!command.quiet) print_note("waiting for the next save; Ctrl-C ends");
    if (!folders.wait(matters)) return kExitClean;
  }
}

}  // namespace

int run_check_command(const Arguments& arguments) {
  CheckCommand command;
  command.input.with_context = true;  // a text is a part of its application, whether all of that is named or not
  Parser parser("check", "lints texts");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;
  if (const std::string_view wrong = clash(command); !wrong.empty()) return parser.misused(wrong);

  if (command.watch) return watch(parser, command);
  std::optional<Inputs> inputs = inputs_of(parser, command);
  if (!inputs) return kExitTrouble;
  if (!command.show_files && !command.show_settings) return lint(command, *inputs);

  const int status =
      command.show_files ? show_files(command, inputs->applications) : show_settings_of(inputs->applications);
  print_problems(inputs->applications.problems);
  return inputs->applications.problems.empty() ? status : kExitTrouble;
}

}  // namespace candor
