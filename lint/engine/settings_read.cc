// Reading a candor.toml.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/engine/required_version.h"
#include "lint/engine/settings.h"
#include "lint/engine/toml_file.h"
#include "lint/reading/section.h"
#include "lint/source/day.h"
#include "lint/source/nearest.h"
#include "lint/source/version.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSeverityNames[] = {"error", "warning", "info", kSeverityOff};

std::string or_list(std::span<const std::string_view> names) {
  return fmt::format("{} or {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

// One candor.toml while its values go into the settings. The read_* functions below take one key each.
struct Reader {
  std::string file;    // as problems name it
  std::string folder;  // absolute: paths in the file are relative to it
  Settings& settings;
  std::vector<Problem>& problems;

  void problem(toml::source_position at, std::string message) {
    problems.push_back({file, at.line, at.column, std::move(message)});
  }
  void problem(const toml::node& node, std::string message) { problem(node.source().begin, std::move(message)); }
  void wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
    problem(node, fmt::format("\"{}\" is {}; it wants {}", key, type_name(node), wanted));
  }
  void set_origin(std::string key, toml::source_position at) {
    settings.origins.insert_or_assign(std::move(key), Origin{file, at.line, at.column});
  }

  // The node's string; null, after a problem, where it is none.
  const std::string* string(const toml::node& node, std::string_view key, std::string_view wanted = "a string") {
    if (const auto* value = node.as_string()) return &value->get();
    wrong_type(node, key, wanted);
    return nullptr;
  }

  // Calls `take(string, node)` for every string of a list; problems for what is none.
  template <typename Take>
  void strings(const toml::node& node, std::string_view key, Take take) {
    const toml::array* list = node.as_array();
    if (list == nullptr) return wrong_type(node, key, "a list of strings");
    for (const toml::node& item : *list) {
      if (const auto* value = item.as_string()) {
        take(value->get(), item);
      } else {
        problem(item, fmt::format("\"{}\" holds {}; it wants strings", key, type_name(item)));
      }
    }
  }

  // Calls `take(entry)` for every entry of a table, in the file's order.
  template <typename Take>
  void entries(const toml::node& node, std::string_view key, Take take) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return wrong_type(node, key, "a table");
    for (const TomlEntry& entry : in_file_order(*table)) take(entry);
  }

  // A list takes the place of the inherited one, with all that was known of its items.
  void forget_items(std::string_view key) {
    const std::string prefix = fmt::format("{}[", key);
    std::erase_if(settings.origins, [&](const auto& origin) { return origin.first.starts_with(prefix); });
  }

  void selectors(const toml::node& node, std::string_view key, std::vector<std::string>& selectors) {
    selectors.clear();
    forget_items(key);
    strings(node, key, [&](const std::string& selector, const toml::node& item) {
      set_origin(fmt::format("{}[{}]", key, selectors.size()), item.source().begin);
      selectors.push_back(selector);
    });
  }

  void bad_pattern(toml::source_position at, std::string_view key, std::string_view pattern, std::string_view why) {
    problem(at, fmt::format("the pattern \"{}\" in \"{}\" is malformed: {}", pattern, key, why));
  }

  void globs(const toml::node& node, std::string_view key, GlobList& globs) {
    globs = {};
    strings(node, key, [&](const std::string& pattern, const toml::node& item) {
      if (std::string why; !globs.add(pattern, why)) bad_pattern(item.source().begin, key, pattern, why);
    });
  }

  // The pattern that is an entry's key; nothing, after a problem, where it is malformed.
  std::optional<Glob> glob(const TomlEntry& entry, std::string_view key) {
    std::string why = "\"!\" takes nothing back here; the last pattern that matches holds";
    std::optional<Glob> glob = Glob::compile(entry.key, why);
    if (glob && !glob->negated()) return glob;
    bad_pattern(entry.at, key, entry.key, why);
    return std::nullopt;
  }

  // Adds to a table whose order counts; an entry of the same pattern goes to the end.
  template <typename Value>
  void put(std::vector<std::pair<Glob, Value>>& table, Glob glob, Value value) {
    std::erase_if(table, [&](const auto& entry) { return entry.first == glob; });
    table.emplace_back(std::move(glob), std::move(value));
  }
};

void read_applications(Reader& reader, const toml::node& node, std::string_view key) {
  reader.globs(node, key, reader.settings.applications);
}

void read_exclude(Reader& reader, const toml::node& node, std::string_view key) {
  reader.globs(node, key, reader.settings.exclude);
}

void read_select(Reader& reader, const toml::node& node, std::string_view key) {
  reader.selectors(node, key, reader.settings.select);
}

void read_ignore(Reader& reader, const toml::node& node, std::string_view key) {
  reader.selectors(node, key, reader.settings.ignore);
}

void read_fail_on(Reader& reader, const toml::node& node, std::string_view key) {
  const std::string wanted = or_list(kFailOnNames);
  const std::string* name = reader.string(node, key, wanted);
  if (name == nullptr) return;
  if (const std::optional<FailOn> level = fail_on_from(*name)) {
    reader.settings.fail_on = *level;
  } else {
    reader.problem(
        node, fmt::format("\"{}\" is \"{}\"; it wants {}{}", key, *name, wanted, did_you_mean(*name, kFailOnNames)));
  }
}

void read_as_of(Reader& reader, const toml::node& node, std::string_view key) {
  constexpr std::string_view kWanted = "a day such as 2026-09-15";
  if (const auto* date = node.as_date()) {
    const toml::date& day = date->get();
    reader.settings.as_of = std::chrono::year(day.year) / std::chrono::month(day.month) / std::chrono::day(day.day);
    return;
  }
  const std::string* text = reader.string(node, key, kWanted);
  if (text == nullptr) return;
  if (const auto day = day_from(*text)) {
    reader.settings.as_of = day;
  } else {
    reader.problem(node,
                   fmt::format("\"{}\" is \"{}\", which is no day of the calendar; it wants {}", key, *text, kWanted));
  }
}

void read_rules(Reader& reader, const toml::node& node, std::string_view key) {
  std::vector<PackPattern>& packs = reader.settings.rules;
  packs.clear();
  reader.forget_items(key);
  reader.strings(node, key, [&](const std::string& pattern, const toml::node& item) {
    const auto at = item.source().begin;
    // What stands before the first wildcard is a path, which may lead up; the rest, at least the file's name, is a
    // pattern.
    const std::size_t wildcard = std::min(pattern.find_first_of("*?[\\"), pattern.size());
    const std::size_t slash = pattern.rfind('/', wildcard);
    const std::string_view text = pattern;
    const std::string_view path = slash == std::string::npos ? "." : text.substr(0, slash + 1);
    std::string rest = fmt::format("/{}", slash == std::string::npos ? text : text.substr(slash + 1));
    if (std::string why; !Glob::compile(rest, why)) return reader.bad_pattern(at, key, pattern, why);
    reader.set_origin(fmt::format("{}[{}]", key, packs.size()), at);
    packs.push_back({absolute_path(path, reader.folder), std::move(rest)});
  });
}

void read_strict(Reader& reader, const toml::node& node, std::string_view key) {
  if (const auto* value = node.as_boolean()) {
    reader.settings.strict = value->get();
  } else {
    reader.wrong_type(node, key, "true or false");
  }
}

void read_profile(Reader& reader, const toml::node& node, std::string_view key) {
  if (const std::string* name = reader.string(node, key, "a string such as \"eras-2027\""))
    reader.settings.profile = *name;
}

void read_gap_months(Reader& reader, const toml::node& node, std::string_view key) {
  constexpr std::string_view kWanted = "a whole number from 1 to 12";
  const auto* months = node.as_integer();
  if (months == nullptr) return reader.wrong_type(node, key, kWanted);
  if (months->get() < 1 || months->get() > 12) {
    return reader.problem(node, fmt::format("\"{}\" is {}; it wants {}", key, months->get(), kWanted));
  }
  reader.settings.gap_months = static_cast<std::uint32_t>(months->get());
}

void read_required_version(Reader& reader, const toml::node& node, std::string_view key) {
  const std::string* conditions = reader.string(node, key, "a string such as \">=0.1\"");
  if (conditions == nullptr) return;
  const std::optional<bool> met = meets_version(kVersion, *conditions);
  if (!met) {
    return reader.problem(node, fmt::format("\"{}\" is \"{}\"; it wants versions such as \"{}\" or \">=0.1, <0.3\"",
                                            key, *conditions, kVersion));
  }
  reader.settings.required_version = *conditions;
  if (!*met) {
    reader.problem(node, fmt::format("this is candor {}, but \"{}\" wants \"{}\"; install a version that fits",
                                     kVersion, key, *conditions));
  }
}

void read_severity(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TomlEntry& entry) {
    const std::string wanted = or_list(kSeverityNames);
    const std::string* name = reader.string(*entry.value, entry.key, wanted);
    if (name == nullptr) return;
    const std::optional<Severity> severity = severity_from(*name);
    if (!severity && *name != kSeverityOff) {
      return reader.problem(*entry.value, fmt::format("\"{}\" is \"{}\"; it wants {}{}", entry.key, *name, wanted,
                                                      did_you_mean(*name, kSeverityNames)));
    }
    reader.settings.severity.insert_or_assign(std::string(entry.key), severity);
    reader.set_origin(fmt::format("{}.{}", key, entry.key), entry.at);
  });
}

void read_sections(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TomlEntry& entry) {
    const std::string* kind = reader.string(*entry.value, entry.key, "a kind of section");
    if (kind == nullptr) return;
    if (std::find(std::begin(kSectionKindNames), std::end(kSectionKindNames), *kind) == std::end(kSectionKindNames)) {
      return reader.problem(*entry.value,
                            fmt::format("\"{}\" is \"{}\"; it wants {}{}", entry.key, *kind, or_list(kSectionKindNames),
                                        did_you_mean(*kind, kSectionKindNames)));
    }
    if (std::optional<Glob> glob = reader.glob(entry, key)) {
      reader.put(reader.settings.sections, *std::move(glob), *kind);
      reader.set_origin(fmt::format("{}.{}", key, entry.key), entry.at);
    }
  });
}

void read_limits(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TomlEntry& entry) {
    if (!entry.value->is_number()) return reader.wrong_type(*entry.value, entry.key, "a number");
    const double value = entry.value->value<double>().value_or(0);
    if (!std::isfinite(value) || value < 0) {
      return reader.problem(*entry.value, fmt::format("\"{}\" is {}; it wants a number from 0 on", entry.key, value));
    }
    reader.settings.limits.insert_or_assign(std::string(entry.key), value);
    reader.set_origin(fmt::format("{}.{}", key, entry.key), entry.at);
  });
}

void read_per_file_ignores(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TomlEntry& entry) {
    std::optional<Glob> glob = reader.glob(entry, key);
    if (!glob) return;
    const std::string entry_key = fmt::format("{}.{}", key, entry.key);
    std::vector<std::string> selectors;
    reader.forget_items(entry_key);
    reader.strings(*entry.value, entry.key, [&](const std::string& selector, const toml::node& item) {
      reader.set_origin(fmt::format("{}[{}]", entry_key, selectors.size()), item.source().begin);
      selectors.push_back(selector);
    });
    reader.put(reader.settings.per_file_ignores, *std::move(glob), std::move(selectors));
    reader.set_origin(entry_key, entry.at);
  });
}

// Has been read before all others, see read_base.
void read_extend(Reader&, const toml::node&, std::string_view) {}

struct Key {
  std::string_view name;
  void (*read)(Reader& reader, const toml::node& node, std::string_view key);
};

constexpr std::string_view kExtend = "extend";

constexpr Key kKeys[] = {
    {"applications", read_applications},
    {"as-of", read_as_of},
    {"exclude", read_exclude},
    {kExtend, read_extend},
    {"fail-on", read_fail_on},
    {"gap-months", read_gap_months},
    {"ignore", read_ignore},
    {"limits", read_limits},
    {"per-file-ignores", read_per_file_ignores},
    {"profile", read_profile},
    {"required-version", read_required_version},
    {"rules", read_rules},
    {"sections", read_sections},
    {"select", read_select},
    {"severity", read_severity},
    {"strict", read_strict},
};

void read_key(Reader& reader, const TomlEntry& entry) {
  const auto* key = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const Key& k) { return k.name == entry.key; });
  if (key == std::end(kKeys)) {
    const std::vector<std::string_view> names = settings_keys();
    return reader.problem(
        entry.at,
        fmt::format("unknown key \"{}\"{}", entry.key,
                    did_you_mean(entry.key, names, fmt::format("; the keys are {}", fmt::join(names, ", ")))));
  }
  reader.set_origin(std::string(key->name), entry.at);
  key->read(reader, *entry.value, key->name);
}

// A chain of settings files, each of which extends the next.
class ChainReader {
 public:
  ChainReader(std::string_view working_directory, Settings& settings, std::vector<Problem>& problems)
      : working_directory_(working_directory), settings_(settings), problems_(problems) {}

  // Reads the file at `path` on top of what the settings hold.
  void read(const std::string& path) {
    Reader reader{relative_path(path, working_directory_), std::string(parent_folder(path)), settings_, problems_};
    const std::optional<toml::table> table = read_toml(reader.file, path, problems_);
    if (!table) return;

    // What is inherited comes first, so that the file's own values go over it.
    chain_.push_back(path);
    if (const toml::node* base = table->get(kExtend)) read_base(reader, *base);
    for (const TomlEntry& entry : in_file_order(*table)) read_key(reader, entry);
  }

 private:
  void read_base(Reader& reader, const toml::node& node) {
    const std::string* name = reader.string(node, kExtend, "the path of a settings file");
    if (name == nullptr) return;
    const std::string base = absolute_path(*name, reader.folder);
    std::error_code error;
    if (std::find(chain_.begin(), chain_.end(), base) != chain_.end()) {
      reader.problem(node, fmt::format("\"{}\" leads back to \"{}\"; a settings file cannot extend itself", kExtend,
                                       relative_path(base, working_directory_)));
    } else if (!fs::is_regular_file(base, error)) {
      reader.problem(node, fmt::format("\"{}\" is \"{}\", where there is no file", kExtend, *name));
    } else {
      read(base);
    }
  }

  std::string_view working_directory_;
  Settings& settings_;
  std::vector<Problem>& problems_;
  std::vector<std::string> chain_;  // absolute paths of the files read so far
};

}  // namespace

std::optional<std::string> find_settings(std::string_view folder) {
  for (;; folder = parent_folder(folder)) {
    std::string path = fmt::format("{}/{}", folder == "/" ? "" : folder, kSettingsFile);
    std::error_code error;
    if (fs::is_regular_file(path, error)) return path;
    if (folder == "/") return std::nullopt;
  }
}

Settings read_settings(const std::string& path, std::vector<Problem>& problems, std::string_view working_directory) {
  const std::string here = absolute_path(".", working_directory);
  const std::string file = absolute_path(path, here);
  Settings settings;
  settings.file = relative_path(file, here);
  settings.root = parent_folder(file);
  ChainReader(here, settings, problems).read(file);
  return settings;
}

std::string shown_name(const Settings& settings, const std::string& path) {
  if (settings.file.empty() || !path.starts_with('/')) return path;
  const fs::path own = fs::path(settings.file).parent_path();
  return (own / fs::path(path).lexically_relative(settings.root)).lexically_normal().generic_string();
}

std::vector<std::string> find_rule_packs(const Settings& settings, std::vector<Problem>& problems) {
  std::vector<std::string> packs;
  for (std::size_t i = 0; i < settings.rules.size(); ++i) {
    const auto& [folder, pattern] = settings.rules[i];
    std::string why;
    const std::optional<Glob> glob = Glob::compile(pattern, why);
    const std::size_t before = packs.size();
    const int depth = static_cast<int>(std::count(pattern.begin(), pattern.end(), '/')) - 1;
    const bool any_depth = pattern.find("**") != std::string::npos;
    std::error_code error;
    fs::recursive_directory_iterator file(folder, error);
    for (; glob && !error && file != fs::recursive_directory_iterator(); file.increment(error)) {
      if (!any_depth && file.depth() >= depth) file.disable_recursion_pending();
      const std::string path = file->path().generic_string();
      if (std::error_code type_error; file->is_directory(type_error)) continue;
      if (glob->matches(relative_path(path, folder), false)) packs.push_back(path);
    }
    if (error && error != std::errc::no_such_file_or_directory) {
      problems.push_back(problem_with(
          settings, fmt::format("rules[{}]", i),
          fmt::format("the folder \"{}\" cannot be read: {}", shown_name(settings, folder), error.message())));
    } else if (packs.size() == before) {
      problems.push_back(
          problem_with(settings, fmt::format("rules[{}]", i),
                       fmt::format("no rule pack matches \"{}{}\"", shown_name(settings, folder), pattern)));
    }
  }
  std::sort(packs.begin(), packs.end());
  packs.erase(std::unique(packs.begin(), packs.end()), packs.end());
  return packs;
}

std::vector<std::string_view> settings_keys() {
  std::vector<std::string_view> names;
  for (const Key& key : kKeys) names.push_back(key.name);
  return names;
}

}  // namespace candor
