// Settings as text: what applies and why, and what to start from.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/engine/settings.h"
#include "lint/engine/toml_file.h"

namespace candor {
namespace {

std::string day_text(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

template <typename Items, typename Text>
std::string list(const Items& items, Text text) {
  std::vector<std::string> strings;
  strings.reserve(items.size());
  for (const auto& item : items) strings.push_back(toml_string(text(item)));
  return fmt::format("[{}]", fmt::join(strings, ", "));
}

std::string list(const std::vector<std::string>& items) {
  return list(items, [](const std::string& item) { return item; });
}

std::string list(const GlobList& globs) {
  return list(globs.globs(), [](const Glob& glob) { return glob.pattern(); });
}

std::string pack_list(const std::vector<PackPattern>& packs) {
  return list(packs, [](const PackPattern& pack) { return pack.folder + pack.pattern; });
}

std::string origin_text(const Settings& settings, std::string_view key) {
  const Origin origin = origin_of(settings, key);
  if (origin.file.empty()) return "default";
  std::string file = toml_string(origin.file);  // in a comment: with its escapes, without its quotes
  file = file.substr(1, file.size() - 2);
  return origin.line == 0 ? file : fmt::format("{}:{}:{}", file, origin.line, origin.column);
}

// Writes settings as a candor.toml line by line.
class Shower {
 public:
  explicit Shower(const Settings& settings) : settings_(settings) {}

  void value(std::string_view key, std::string_view value) { line(key, value, key); }
  // A value that a candor.toml cannot say: its absence.
  void absent(std::string_view key, std::string_view meaning) {
    text_ += fmt::format("# {} is not set: {}\n", key, meaning);
  }
  void table(std::string_view name) {
    table_ = name;
    text_ += fmt::format("\n[{}]\n", name);
  }
  void entry(std::string_view key, std::string_view value) {
    line(toml_string(key), value, fmt::format("{}.{}", table_, key));
  }

  std::string take() { return std::move(text_); }

 private:
  void line(std::string_view key, std::string_view value, std::string_view origin_key) {
    text_ += fmt::format("{} = {}  # {}\n", key, value, origin_text(settings_, origin_key));
  }

  const Settings& settings_;
  std::string_view table_;
  std::string text_;
};

}  // namespace

std::string starter_settings(const std::vector<std::string>& applications) {
  const std::string example =
      applications.empty() ? "# applications = [\"applicants/*\"]" : "applications = " + list(applications);
  return R"(# Settings of candor, the linter for residency personal statements.
# They hold for every text below this folder that has no candor.toml nearer to it. Each line shows the default.
# Patterns are those of .gitignore, relative to this folder. "candor rules" lists the rules.
# Findings that are there already: "candor check --write-baseline" sets them aside, in candor.baseline.toml.

# Folders that each hold the texts of one applicant. Without it, all texts below this folder are one application.
)" + example +
         R"(

# Files and folders to pass over, besides those that .gitignore names.
exclude = []

# Rules to run: "all", a category, or one rule as "category/name". Empty: those that are on by default.
select = []
# Rules to leave out. Where both lists name a rule, the more exact name wins.
ignore = []

# From which severity on a finding fails the run: "error", "warning", "info" or "never".
fail-on = "warning"

# The day that counts as today. Set it for an application that is already in.
# as-of = 2026-09-15

# The most empty months between two entries that need no explanation: 1 to 12.
gap-months = 3

# Whose limits on length hold: an application service and its season.
profile = "eras-2027"

# true: stale suppressions and baseline entries are errors, and a rule without examples does not load.
strict = false

# Your own rule packs, relative to this file.
# rules = ["packs/*.toml"]

# Another settings file to start from; what stands here goes over it.
# extend = "../candor.toml"

# The versions of candor that these settings are made for.
# required-version = ">=0.1"

# How much a rule or a category matters: "error", "warning", "info" or "off".
[severity]
# "dates/contradiction" = "error"
# "repetition" = "info"

# What a text is, where its name and headings do not say so: "personal-statement", "experience", "education", "exams",
# "interruption" or "other". The last pattern that matches holds.
[sections]
# "work/*.md" = "experience"

# Numbers that rules go by; "candor explain RULE" names them.
[limits]
# "personal-statement" = 28000

# Rules to leave out in some files only.
[per-file-ignores]
# "drafts/**" = ["length"]
)";
}

std::string show_settings(const Settings& settings) {
  Shower show(settings);
  show.value("applications", list(settings.applications));
  if (settings.as_of) {
    show.value("as-of", day_text(*settings.as_of));
  } else {
    show.absent("as-of", "today");
  }
  show.value("exclude", list(settings.exclude));
  show.value("fail-on", toml_string(to_string(settings.fail_on)));
  show.value("gap-months", fmt::to_string(settings.gap_months));
  show.value("ignore", list(settings.ignore));
  show.value("profile", toml_string(settings.profile));
  if (settings.required_version.empty()) {
    show.absent("required-version", "any");
  } else {
    show.value("required-version", toml_string(settings.required_version));
  }
  show.value("rules", pack_list(settings.rules));
  show.value("select", list(settings.select));
  show.value("strict", settings.strict ? "true" : "false");

  if (!settings.limits.empty()) show.table("limits");
  for (const auto& [name, number] : settings.limits) show.entry(name, fmt::to_string(number));
  if (!settings.per_file_ignores.empty()) show.table("per-file-ignores");
  for (const auto& [glob, selectors] : settings.per_file_ignores) show.entry(glob.pattern(), list(selectors));
  if (!settings.sections.empty()) show.table("sections");
  for (const auto& [glob, kind] : settings.sections) show.entry(glob.pattern(), toml_string(kind));
  if (!settings.severity.empty()) show.table("severity");
  for (const auto& [selector, severity] : settings.severity) {
    show.entry(selector, toml_string(severity ? to_string(*severity) : kSeverityOff));
  }
  return show.take();
}

}  // namespace candor
