#include "lint/cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal.h"
#include "lint/engine/staged.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

constexpr std::string_view kStdin = "-";

bool reads_stdin(const InputOptions& options) {
  return std::ranges::find(options.paths, kStdin) != options.paths.end() ||
         (options.paths.empty() && !options.stdin_filename.empty());
}

// What is wrong with the options together, or nothing.
std::string_view clash(const InputOptions& options) {
  if (const std::string_view wrong = clash(options.settings); !wrong.empty()) return wrong;
  if (options.staged && (!options.paths.empty() || !options.stdin_filename.empty()))
    return "--staged takes the texts from git: no path can be given beside it";
  if (!reads_stdin(options)) return options.stdin_filename.empty() ? "" : "--stdin-filename goes with the path '-'";
  return options.paths.size() > 1 ? "'-' reads one text from stdin: no other path can be given beside it" : "";
}

// The settings that hold for all texts, where the command line says so.
std::optional<Settings> given_settings(const SettingsOptions& options, std::vector<Problem>& problems) {
  if (options.no_config) return Settings{};
  if (options.config.empty()) return std::nullopt;
  return read_settings(options.config, problems);
}

GlobList compiled(const std::vector<std::string>& patterns, std::vector<Problem>& problems) {
  GlobList list;
  for (const std::string& pattern : patterns) {
    std::string why;
    if (!list.add(pattern, why)) problems.push_back({"--exclude", 0, 0, fmt::format("'{}': {}", pattern, why)});
  }
  return list;
}

// Leaves out what --exclude names. Its patterns are relative to the working directory, as everything on the command
// line, while those of a candor.toml are relative to that; so this is done on the names that were found.
void exclude(const GlobList& patterns, const InputOptions& options, std::vector<Application>& applications) {
  std::set<std::string> named;
  if (!options.force_exclude) {
    for (const std::string& path : options.paths) named.insert(absolute_path(path));
  }
  const auto left_out = [&](const ApplicationText& text) {
    return !text.held && !named.contains(text.path) && patterns.covers(text.name);
  };
  for (Application& application : applications) {
    if (std::erase_if(application.texts, left_out) > 0) application.complete = false;
  }
  std::erase_if(applications, [](const Application& application) {
    return std::ranges::none_of(application.texts, &ApplicationText::linted);
  });
}

void hold_stdin(const Applications& applications, std::string bytes, RunOptions& run) {
  for (const Application& application : applications.applications) {
    for (const ApplicationText& text : application.texts) {
      if (!text.held) continue;
      run.held[text.path] = std::move(bytes);
      return;
    }
  }
}

}  // namespace

std::string_view clash(const SettingsOptions& options) {
  return options.no_config && !options.config.empty() ? "--config and --no-config exclude each other" : "";
}

void add_settings_options(Parser& parser, SettingsOptions& options) {
  parser.option("--config", "FILE", options.config, "go by this candor.toml, whatever stands beside the texts");
  parser.flag("--no-config", options.no_config, "go by no candor.toml");
}

void add_input_options(Parser& parser, InputOptions& options) {
  parser.arguments(options.paths, "PATH", "files and folders; the current folder where none is given, - for stdin");
  parser.group("Texts");
  parser.option("--stdin-filename", "NAME", options.stdin_filename, "the file that stdin stands for");
  parser.repeated("--exclude", "PATTERN", options.exclude, "pass over what matches, as in .gitignore; may be repeated");
  parser.flag("--force-exclude", options.force_exclude, "exclude also the files that are named on the command line");
  parser.flag("--no-gitignore", options.no_gitignore, "read what .gitignore names, too");
  parser.group("Settings");
  add_settings_options(parser, options.settings);
  parser.day("--as-of", options.as_of, "the day that counts as today (default: today)");
}

void add_show_options(Parser& parser, ShowOptions& options, Choices formats) {
  add_input_options(parser, options.input);
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", options.format, formats, "how to print it");
  parser.choice("--color", "WHEN", options.color, kColorChoices, "colour it");
}

std::chrono::year_month_day today() {
  return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
}

Settings settings_here(const SettingsOptions& options, std::vector<Problem>& problems) {
  if (const std::string_view wrong = clash(options); !wrong.empty()) problems.push_back({"", 0, 0, std::string(wrong)});
  if (std::optional<Settings> given = given_settings(options, problems)) return *std::move(given);
  const std::optional<std::string> file = find_settings(absolute_path("."));
  return file ? read_settings(*file, problems) : Settings{};
}

std::optional<Inputs> find_inputs(const Parser& parser, const InputOptions& options,
                                  const std::function<void(Settings&)>& adjust) {
  if (const std::string_view wrong = clash(options); !wrong.empty()) {
    parser.misused(wrong);
    return std::nullopt;
  }
  std::optional<std::string> held;
  if (reads_stdin(options)) {
    held = read_stdin();
    if (!held) return std::nullopt;
  }

  Inputs inputs;
  ApplicationRequest request;
  std::vector<Problem> problems;
  if (held) {
    request.held = {options.stdin_filename};
  } else if (options.staged) {
    Problem problem;
    std::optional<StagedTexts> staged = read_staged_texts(problem);
    if (!staged) {
      print_problem(problem);
      return std::nullopt;
    }
    request.held = std::move(staged->paths);
    inputs.run.held = std::move(staged->contents);
  } else {
    request.paths = options.paths.empty() ? std::vector<std::string>{"."} : options.paths;
  }
  request.settings = given_settings(options.settings, problems);
  request.respect_gitignore = !options.no_gitignore;
  request.force_exclude = options.force_exclude;
  request.with_context = options.with_context;
  request.adjust = [&](Settings& settings) {
    if (options.as_of) settings.as_of = options.as_of;
    if (adjust) adjust(settings);
  };
  const GlobList excludes = compiled(options.exclude, problems);

  inputs.applications = find_applications(request);
  if (!excludes.empty()) exclude(excludes, options, inputs.applications.applications);
  inputs.applications.problems.insert(inputs.applications.problems.begin(), problems.begin(), problems.end());
  inputs.run.today = today();
  if (held) hold_stdin(inputs.applications, *std::move(held), inputs.run);
  return inputs;
}

int show_readings(const Inputs& inputs,
                  const std::function<std::string(const std::vector<ApplicationReading>&)>& render) {
  std::vector<Problem> problems;
  const std::vector<ApplicationReading> readings = run_read(inputs.applications, inputs.run, problems);
  const bool written = write_stdout(render(readings));
  print_problems(problems);
  return problems.empty() && written ? kExitClean : kExitTrouble;
}

}  // namespace candor
