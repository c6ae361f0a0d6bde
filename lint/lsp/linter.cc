#include "lint/lsp/linter.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "lint/engine/baseline.h"
#include "lint/source/replace_file.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

bool is_excluded_everywhere(const Applications& applications, std::string_view path) {
  return std::none_of(applications.applications.begin(), applications.applications.end(), [&](const Application& a) {
    return std::any_of(a.texts.begin(), a.texts.end(), [&](const ApplicationText& text) { return text.path == path; });
  });
}

bool holds_any(const Application& application, const std::set<std::string>& keys) {
  return std::any_of(application.texts.begin(), application.texts.end(),
                     [&](const ApplicationText& text) { return keys.contains(text.path); });
}

}  // namespace

const std::string& key_of(const OpenText& text) { return text.path.empty() ? text.uri : text.path; }

ApplicationRequest Linter::request(std::vector<Problem>& problems) const {
  ApplicationRequest request;
  request.working_directory = options_.working_directory;
  request.force_exclude = true;  // an editor opens whatever is clicked on
  if (options_.no_config) {
    request.settings = Settings{};
  } else if (const std::string& config = client_.config.empty() ? options_.config : client_.config; !config.empty()) {
    request.settings =
        read_settings(absolute_path(config, options_.working_directory), problems, options_.working_directory);
  }
  request.adjust = [this](Settings& settings) {
    if (client_.select) set_select(settings, *client_.select, kSelectSetting);
    add_ignore(settings, client_.ignore, kIgnoreSetting);
    if (options_.as_of) settings.as_of = options_.as_of;
    if (client_.as_of) settings.as_of = client_.as_of;
  };
  return request;
}

Applications Linter::find(std::span<const OpenText* const> open, const std::set<std::string>& keys) {
  std::vector<Problem> problems;
  ApplicationRequest request = this->request(problems);
  for (const std::string& key : keys) {
    if (key.starts_with('/')) request.held.push_back(key);
  }
  for (const OpenText* text : open) {
    if (!text->path.empty()) request.held.push_back(text->path);
  }
  Applications applications = find_applications(request);
  applications.problems.insert(applications.problems.end(), problems.begin(), problems.end());
  for (const OpenText* text : open) {
    if (text->path.empty()) applications.applications.push_back(alone(*text, request));
  }
  return applications;
}

Application Linter::alone(const OpenText& text, const ApplicationRequest& request) const {
  Settings settings;
  if (request.settings) {
    settings = *request.settings;
  } else if (const std::optional<std::string> file = find_settings(options_.working_directory)) {
    std::vector<Problem> told_elsewhere;
    settings = read_settings(*file, told_elsewhere, options_.working_directory);
  }
  request.adjust(settings);
  const std::string name = name_of(text);
  return {".", {{name, text.uri, name, true, true}}, std::make_shared<const Settings>(std::move(settings))};
}

RunOptions Linter::run_options(std::span<const OpenText* const> open) {
  RunOptions run;
  run.today = options_.today();
  run.cache = &cache_;
  for (const OpenText* text : open) run.held[key_of(*text)] = text->bytes;
  return run;
}

LintedTexts Linter::lint(std::span<const OpenText* const> open, const std::set<std::string>& keys) {
  const Applications applications = find(open, keys);
  const RunOptions options = run_options(open);
  keep_problems(applications);
  LintedTexts linted;
  for (const Application& application : applications.applications) {
    if (holds_any(application, keys)) lint(application, options, linted);
  }
  for (const std::string& key : keys) {
    if (is_excluded_everywhere(applications, key)) linted.try_emplace(key);
  }
  return linted;
}

LintedTexts Linter::lint_folders(std::span<const OpenText* const> open, std::span<const std::string> folders) {
  std::vector<Problem> problems;
  ApplicationRequest everything = request(problems);
  everything.paths.assign(folders.begin(), folders.end());
  const Applications found = find_applications(everything);
  problems.insert(problems.end(), found.problems.begin(), found.problems.end());
  std::set<std::string> keys;
  for (const Application& application : found.applications) {
    for (const ApplicationText& text : application.texts) keys.insert(text.path);
  }
  for (const OpenText* text : open) keys.insert(key_of(*text));
  LintedTexts linted = lint(open, keys);
  found_problems_.insert(found_problems_.end(), problems.begin(), problems.end());
  return linted;
}

void Linter::lint(const Application& application, const RunOptions& options, LintedTexts& into) {
  const Applications only{{application}, {}};
  Report report = run_check(only, options);
  Baselines::read(only, {}, report.problems, options_.working_directory).apply(report);
  std::vector<Problem> ignored;
  const std::shared_ptr<const Rulebook> rulebook = cache_.rulebook(*application.settings, ignored);
  struct Shown {
    const ApplicationText* text;
    LintedText* linted;
  };
  std::map<std::string_view, Shown> by_name;
  for (const ApplicationText& text : application.texts) {
    if (!text.linted) continue;
    LintedText& linted = into[text.path];
    linted = {{}, {}, rulebook, application.settings};
    by_name[text.name] = {&text, &linted};
  }
  for (const Finding& finding : report.findings) {
    for (const auto& [name, shown] : by_name) {
      const bool is_its_own = finding.place.file == name;
      if (!is_its_own && is_ignored_in(*application.settings, finding.rule, shown.text->local)) continue;
      if (std::optional<Finding> seen = seen_in(finding, name)) shown.linted->findings.push_back(*std::move(seen));
    }
  }
  for (const auto& [name, shown] : by_name) std::ranges::sort(shown.linted->findings, report_order);
  std::vector<Problem>& others = run_problems_[application.settings->file];
  others.clear();
  for (Problem& problem : report.problems) {
    const auto at = by_name.find(problem.file);
    (at != by_name.end() ? at->second.linted->problems : others).push_back(std::move(problem));
  }
}

bool Linter::add_to_baseline(const LintedText& text, const Finding& finding, Problem& problem) const {
  const std::string& root = text.settings->root.empty() ? options_.working_directory : text.settings->root;
  const std::string path = absolute_path(kBaselineFile, root);
  std::vector<Problem> problems;
  Baseline baseline = read_baseline(path, problems, options_.working_directory);
  if (!problems.empty() && std::filesystem::exists(path)) {  // to write what could be read would lose the rest
    problem = problems.front();
    return false;
  }
  candor::add_to_baseline(baseline, finding, options_.working_directory);
  return replace_file(relative_path(path, options_.working_directory), path, baseline_text(baseline), problem);
}

void Linter::keep_problems(const Applications& applications) {
  found_problems_ = applications.problems;
  std::erase_if(run_problems_, [&](const auto& entry) {
    return std::none_of(applications.applications.begin(), applications.applications.end(),
                        [&](const Application& a) { return a.settings->file == entry.first; });
  });
}

std::vector<Problem> Linter::problems() const {
  std::vector<Problem> all = found_problems_;
  for (const auto& [file, problems] : run_problems_) all.insert(all.end(), problems.begin(), problems.end());
  put_in_order(all);
  return all;
}

void Linter::read(const OpenText& text, const std::function<void(const TextReading&)>& visit) {
  const OpenText* only[] = {&text};
  Applications applications = find(only, {});
  for (Application& application : applications.applications)
    std::erase_if(application.texts, [&](const ApplicationText& other) { return other.path != key_of(text); });
  std::vector<Problem> told_elsewhere;
  visit_readings(applications, run_options(only), told_elsewhere, [&](const ApplicationReading& application) {
    for (const TextReading& reading : application.texts) visit(reading);
  });
}

}  // namespace candor
