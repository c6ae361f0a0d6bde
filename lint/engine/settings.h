// What a repository's candor.toml says.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/rule/severity.h"
#include "lint/source/glob.h"
#include "lint/source/problem.h"

namespace candor {

inline constexpr std::string_view kSettingsFile = "candor.toml";

// From which severity on a finding fails the run.
enum class FailOn : std::uint8_t { info, warning, error, never };
inline constexpr std::string_view kFailOnNames[] = {"info", "warning", "error", "never"};  // in the order of FailOn
inline constexpr std::string_view kSeverityOff = "off";                                    // in [severity]
[[nodiscard]] std::string_view to_string(FailOn level);
[[nodiscard]] std::optional<FailOn> fail_on_from(std::string_view name);

// Where a value was set.
struct Origin {
  // A candor.toml as Problem::file names it, an option such as "--select" or an editor's setting; empty for a default.
  std::string file;
  std::uint32_t line = 0;    // from 1; 0 where there is none
  std::uint32_t column = 0;  // from 1, in code points; 0 where there is none

  friend bool operator==(const Origin&, const Origin&) = default;
};

// Rule packs of a repository: the files below `folder` that match.
struct PackPattern {
  std::string folder;   // absolute
  std::string pattern;  // what of the path stands below it: "/name.toml", "/*.toml", "/**/*.toml"

  friend bool operator==(const PackPattern&, const PackPattern&) = default;
};

// A plain value: a default-made one is what holds without a candor.toml. All patterns are as in .gitignore (see Glob)
// and relative to `root`, also those that came by `extend`; paths are relative to the file that they stand in.
struct Settings {
  std::string file;  // the candor.toml, relative to the working directory; empty where there is none
  std::string root;  // its folder, absolute; empty where there is none

  // `applications`: each folder that matches is one application; empty: all texts below root are one.
  GlobList applications;
  // `exclude`: files and folders that are passed over.
  GlobList exclude;
  // `select`: selectors of the rules that are on; empty: those that are on by default.
  std::vector<std::string> select;
  // `ignore`: selectors of rules that are off.
  std::vector<std::string> ignore;
  // `fail-on`: from which severity on a finding fails the run.
  FailOn fail_on = FailOn::warning;
  // `as-of`: the day that counts as today; nothing: today.
  std::optional<std::chrono::year_month_day> as_of;
  // `rules`: a repository's own rule packs; see find_rule_packs.
  std::vector<PackPattern> rules;
  // `strict`: stale suppressions and baseline entries are errors, and rules without examples do not load.
  bool strict = false;
  // `profile`: whose limits hold, an application service and its season.
  std::string profile = "eras-2027";
  // `gap-months`: the most empty months between two entries that need no explanation, 1 to 12.
  std::uint32_t gap_months = 3;
  // `required-version`: "0.1.0" or ">=0.1, <0.3", which read_settings has checked; empty: any.
  std::string required_version;

  // [severity]: selector to severity; nothing stands for "off".
  std::map<std::string, std::optional<Severity>, std::less<>> severity;
  // [sections]: pattern to one of kSectionKindNames (reading/section.h); the last match decides.
  std::vector<std::pair<Glob, std::string>> sections;
  // [limits]: a limit's name to the number that takes its place.
  std::map<std::string, double, std::less<>> limits;
  // [per-file-ignores]: pattern to selectors; all that match hold.
  std::vector<std::pair<Glob, std::vector<std::string>>> per_file_ignores;

  // Where each value was set, by key: "fail-on", "select", "select[0]", "severity.dates/overlap". No entry: a default.
  std::map<std::string, Origin, std::less<>> origins;
};

// Finding and reading

// The nearest candor.toml in `folder` or above it, as an absolute path; nothing where there is none. REQUIRES: absolute
// folder.
[[nodiscard]] std::optional<std::string> find_settings(std::string_view folder);

// Reads the candor.toml at `path` and what it extends. A key that is unknown, of the wrong type or out of range is a
// problem with line and column and keeps its default; the others hold. A list replaces the list that it inherits, a
// table adds to it. `working_directory` is what names in problems are relative to; empty for the process's own.
[[nodiscard]] Settings read_settings(const std::string& path, std::vector<Problem>& problems,
                                     std::string_view working_directory = {});

// An absolute path as messages name it: relative to the working directory, as Settings::file is.
[[nodiscard]] std::string shown_name(const Settings& settings, const std::string& path);

// The files that `rules` stands for, absolute and sorted, each once. A pattern that matches none is a problem, and so
// is a folder that cannot be read.
[[nodiscard]] std::vector<std::string> find_rule_packs(const Settings& settings, std::vector<Problem>& problems);

// What names there are, for check_names. An empty span means: not known, not checked.
struct KnownNames {
  std::span<const std::string_view> rules;  // ids, a repository's own rules included
  std::span<const std::string_view> limits;
  std::span<const std::string_view> profiles;
};

// Where a key was set, or an item of a list: "select[0]"; where nothing is known of the item, where the list was.
[[nodiscard]] Origin origin_of(const Settings& settings, std::string_view key);
// What is wrong with the value of a key, told of where it was set.
[[nodiscard]] Problem problem_with(const Settings& settings, std::string_view key, std::string message);

// Adds a problem, with the nearest name there is, for every selector, limit and profile that stands for nothing.
// Apart from read_settings, because a repository's own packs add names.
void check_names(const Settings& settings, const KnownNames& known, std::vector<Problem>& problems);

// Overriding

// Selectors that take the place of `select`, or come to `ignore`. What is wrong with one is told of `origin`: an option
// such as "--select", or a setting of an editor.
void set_select(Settings& settings, std::span<const std::string> selectors, std::string_view origin);
void add_ignore(Settings& settings, std::span<const std::string> selectors, std::string_view origin);

// Asking

// Whether a selector stands for a rule: "all", "category", "category/*" or "category/name".
[[nodiscard]] bool selects(std::string_view selector, std::string_view rule);
[[nodiscard]] bool selects(std::span<const std::string> selectors, std::string_view rule);

// Whether the settings have the rule on. Of `select` and `ignore` the more exact selector wins, `ignore` where they are
// equally exact; where [severity] says "off", it is off.
[[nodiscard]] bool is_on(const Settings& settings, std::string_view rule, bool on_by_default = true);

// The rule's severity by its most exact entry in [severity]; `usual` where there is none or it says "off".
[[nodiscard]] Severity severity_of(const Settings& settings, std::string_view rule, Severity usual);

// The following take a file as the patterns see it: relative to root (ApplicationText::local).
[[nodiscard]] bool is_ignored_in(const Settings& settings, std::string_view rule, std::string_view local);
// One of kSectionKindNames, or empty where [sections] says nothing about the file.
[[nodiscard]] std::string_view section_kind(const Settings& settings, std::string_view local);

// Showing

// The commented candor.toml that `candor init` writes. Reading it gives the defaults, and `applications`.
[[nodiscard]] std::string starter_settings(const std::vector<std::string>& applications = {});
// All values as a candor.toml, each with a comment that says where it was set.
[[nodiscard]] std::string show_settings(const Settings& settings);
// The keys of a candor.toml, tables included, sorted: what the schema must describe.
[[nodiscard]] std::vector<std::string_view> settings_keys();

}  // namespace candor
