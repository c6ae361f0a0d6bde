#include "lint/engine/settings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "lint/source/nearest.h"
#include "lint/source/version.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFailOnNames[] = {"info", "warning", "error", "never"};
constexpr std::string_view kSeverityNames[] = {"error", "warning", "info", "off"};
constexpr std::string_view kOff = "off";

// '; did you mean "x"?' for the candidate nearest to `word`, else `otherwise`.
std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string otherwise) {
  const std::string nearest = nearest_name(word, candidates);
  return nearest.empty() ? std::move(otherwise) : fmt::format("; did you mean \"{}\"?", nearest);
}

std::string or_list(std::span<const std::string_view> names) {
  return fmt::format("{} or {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date with a time";
    default:
      return "nothing";
  }
}

// Days

std::string day_text(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

// Versions

using Version = std::array<std::uint32_t, 3>;

// "1", "1.2" or "1.2.3".
std::optional<Version> version_from(std::string_view text) {
  Version version{};
  for (std::size_t part = 0; part < version.size(); ++part) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version[part]);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.empty()) return version;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Whether `version` meets one condition such as ">=0.1"; nothing where that is malformed.
std::optional<bool> meets_condition(const Version& version, std::string_view condition) {
  condition = trimmed(condition);
  const std::size_t operator_size = std::min(condition.find_first_not_of("<>="), condition.size());
  const std::string_view comparison = condition.substr(0, operator_size);
  const std::optional<Version> wanted = version_from(trimmed(condition.substr(operator_size)));
  if (!wanted) return std::nullopt;
  if (comparison.empty() || comparison == "==") return version == *wanted;
  if (comparison == ">=") return version >= *wanted;
  if (comparison == "<=") return version <= *wanted;
  if (comparison == ">") return version > *wanted;
  if (comparison == "<") return version < *wanted;
  return std::nullopt;
}

// Whether `version` meets all conditions, set apart by commas; nothing where one is malformed.
std::optional<bool> meets(const Version& version, std::string_view conditions) {
  bool met = true;
  for (;;) {
    const std::size_t comma = std::min(conditions.find(','), conditions.size());
    const std::optional<bool> one = meets_condition(version, conditions.substr(0, comma));
    if (!one) return std::nullopt;
    met = met && *one;
    if (comma == conditions.size()) return met;
    conditions.remove_prefix(comma + 1);
  }
}

// Reading one file

// The text of a settings file: small, so read at once. Nothing where it cannot be read.
std::optional<std::string> read_all(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (file.bad()) return std::nullopt;
  return text;
}

struct TableEntry {
  std::string_view key;
  toml::source_position at;
  const toml::node* value;
};

// The entries of a table as the author ordered them; toml++ sorts them by key.
std::vector<TableEntry> in_file_order(const toml::table& table) {
  std::vector<TableEntry> entries;
  for (const auto& [key, value] : table) entries.push_back({key.str(), key.source().begin, &value});
  std::sort(entries.begin(), entries.end(), [](const TableEntry& a, const TableEntry& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  return entries;
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
    for (const TableEntry& entry : in_file_order(*table)) take(entry);
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
  std::optional<Glob> glob(const TableEntry& entry, std::string_view key) {
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
        node, fmt::format("\"{}\" is \"{}\"; it wants {}{}", key, *name, wanted, suggestion(*name, kFailOnNames, "")));
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
  const std::optional<bool> met = meets(version_from(kVersion).value_or(Version{}), *conditions);
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
  reader.entries(node, key, [&](const TableEntry& entry) {
    const std::string wanted = or_list(kSeverityNames);
    const std::string* name = reader.string(*entry.value, entry.key, wanted);
    if (name == nullptr) return;
    const std::optional<Severity> severity = severity_from(*name);
    if (!severity && *name != kOff) {
      return reader.problem(*entry.value, fmt::format("\"{}\" is \"{}\"; it wants {}{}", entry.key, *name, wanted,
                                                      suggestion(*name, kSeverityNames, "")));
    }
    reader.settings.severity.insert_or_assign(std::string(entry.key), severity);
    reader.set_origin(fmt::format("{}.{}", key, entry.key), entry.at);
  });
}

void read_sections(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TableEntry& entry) {
    const std::string* kind = reader.string(*entry.value, entry.key, "a kind of section");
    if (kind == nullptr) return;
    if (std::find(std::begin(kSectionKinds), std::end(kSectionKinds), *kind) == std::end(kSectionKinds)) {
      return reader.problem(*entry.value, fmt::format("\"{}\" is \"{}\"; it wants {}{}", entry.key, *kind,
                                                      or_list(kSectionKinds), suggestion(*kind, kSectionKinds, "")));
    }
    if (std::optional<Glob> glob = reader.glob(entry, key)) {
      reader.put(reader.settings.sections, *std::move(glob), *kind);
      reader.set_origin(fmt::format("{}.{}", key, entry.key), entry.at);
    }
  });
}

void read_limits(Reader& reader, const toml::node& node, std::string_view key) {
  reader.entries(node, key, [&](const TableEntry& entry) {
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
  reader.entries(node, key, [&](const TableEntry& entry) {
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

void read_key(Reader& reader, const TableEntry& entry) {
  const auto* key = std::find_if(std::begin(kKeys), std::end(kKeys), [&](const Key& k) { return k.name == entry.key; });
  if (key == std::end(kKeys)) {
    const std::vector<std::string_view> names = settings_keys();
    return reader.problem(
        entry.at, fmt::format("unknown key \"{}\"{}", entry.key,
                              suggestion(entry.key, names, fmt::format("; the keys are {}", fmt::join(names, ", ")))));
  }
  reader.set_origin(std::string(key->name), entry.at);
  key->read(reader, *entry.value, key->name);
}

// "Error while parsing key: expected ..." as the rest of a sentence.
std::string toml_fault(const toml::parse_error& error) {
  std::string_view fault = error.description();
  constexpr std::string_view kPreamble = "Error while parsing ";
  if (fault.starts_with(kPreamble)) fault.remove_prefix(kPreamble.size());
  return fmt::format("not TOML: {}", fault);
}

// A chain of settings files, each of which extends the next.
class ChainReader {
 public:
  ChainReader(std::string_view working_directory, Settings& settings, std::vector<Problem>& problems)
      : working_directory_(working_directory), settings_(settings), problems_(problems) {}

  // Reads the file at `path` on top of what the settings hold.
  void read(const std::string& path) {
    Reader reader{relative_path(path, working_directory_), std::string(parent_folder(path)), settings_, problems_};
    const std::optional<std::string> text = read_all(path);
    if (!text) return problems_.push_back({reader.file, 0, 0, "cannot be read"});
    const toml::parse_result parsed = toml::parse(*text, reader.file);
    if (!parsed) return reader.problem(parsed.error().source().begin, toml_fault(parsed.error()));

    // What is inherited comes first, so that the file's own values go over it.
    chain_.push_back(path);
    if (const toml::node* base = parsed.table().get(kExtend)) read_base(reader, *base);
    for (const TableEntry& entry : in_file_order(parsed.table())) read_key(reader, entry);
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

// Selectors

// How exactly a selector names a rule: 0 not at all, then "all", a category, one rule.
int exactness(std::string_view selector, std::string_view rule) {
  if (selector == rule) return 3;
  if (selector == "all") return 1;
  if (selector.ends_with("/*")) selector.remove_suffix(2);
  return selector == rule.substr(0, rule.find('/')) ? 2 : 0;
}

int exactness(std::span<const std::string> selectors, std::string_view rule) {
  int most = 0;
  for (const std::string& selector : selectors) most = std::max(most, exactness(selector, rule));
  return most;
}

// The most exact entry of [severity] for a rule; null where there is none.
const std::optional<Severity>* severity_entry(const Settings& settings, std::string_view rule) {
  const std::optional<Severity>* found = nullptr;
  int most = 0;
  for (const auto& [selector, severity] : settings.severity) {
    if (const int exact = exactness(selector, rule); exact > most) {
      most = exact;
      found = &severity;
    }
  }
  return found;
}

// Checking names

// Where `key` was set; of an item, in the want of anything better, where the list was.
Origin origin_of(const Settings& settings, std::string_view key) {
  if (const auto origin = settings.origins.find(key); origin != settings.origins.end()) return origin->second;
  const std::size_t list_end = std::min(key.rfind('['), key.size());
  const auto origin = settings.origins.find(key.substr(0, list_end));
  return origin == settings.origins.end() ? Origin{} : origin->second;
}

void add_problem(const Settings& settings, std::string_view key, std::string message, std::vector<Problem>& problems) {
  Origin origin = origin_of(settings, key);
  problems.push_back({std::move(origin.file), origin.line, origin.column, std::move(message)});
}

class SelectorChecker {
 public:
  SelectorChecker(const Settings& settings, std::span<const std::string_view> rules, std::vector<Problem>& problems)
      : settings_(settings), rules_(rules), problems_(problems), candidates_{"all"} {
    for (const std::string_view rule : rules) {
      const std::string_view category = rule.substr(0, rule.find('/'));
      if (std::find(candidates_.begin(), candidates_.end(), category) == candidates_.end())
        candidates_.push_back(category);
    }
    candidates_.insert(candidates_.end(), rules.begin(), rules.end());
  }

  void check(std::string_view selector, std::string_view key) {
    if (std::any_of(rules_.begin(), rules_.end(), [&](std::string_view rule) { return selects(selector, rule); }))
      return;
    const bool names_rule = selector.find('/') != std::string_view::npos && !selector.ends_with("/*");
    add_problem(settings_, key,
                fmt::format("unknown {} \"{}\"{}", names_rule ? "rule" : "category", selector,
                            suggestion(selector, candidates_, "; see \"candor rules\" for what there is")),
                problems_);
  }

  void check(std::span<const std::string> selectors, std::string_view key) {
    for (std::size_t i = 0; i < selectors.size(); ++i) check(selectors[i], fmt::format("{}[{}]", key, i));
  }

 private:
  const Settings& settings_;
  std::span<const std::string_view> rules_;
  std::vector<Problem>& problems_;
  std::vector<std::string_view> candidates_;
};

void check_name(const Settings& settings, std::string_view name, std::string_view key, std::string_view what,
                std::span<const std::string_view> known, std::vector<Problem>& problems) {
  if (known.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
  add_problem(settings, key,
              fmt::format("unknown {} \"{}\"{}", what, name,
                          suggestion(name, known, fmt::format("; there is {}", fmt::join(known, ", ")))),
              problems);
}

// Showing

std::string toml_string(std::string_view text) {
  std::string toml = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      toml += '\\';
      toml += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      toml += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      toml += c;
    }
  }
  return toml + '"';
}

template <typename Items, typename Text>
std::string list(const Items& items, Text text) {
  std::vector<std::string> strings;
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
  return origin.line == 0 ? origin.file : fmt::format("{}:{}:{}", origin.file, origin.line, origin.column);
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

std::string_view to_string(FailOn level) { return kFailOnNames[static_cast<std::size_t>(level)]; }

std::optional<FailOn> fail_on_from(std::string_view name) {
  const auto* found = std::find(std::begin(kFailOnNames), std::end(kFailOnNames), name);
  if (found == std::end(kFailOnNames)) return std::nullopt;
  return static_cast<FailOn>(found - std::begin(kFailOnNames));
}

std::optional<std::chrono::year_month_day> day_from(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) -> std::optional<unsigned> {
    unsigned value = 0;
    const char* end = text.data() + at + size;
    const auto result = std::from_chars(text.data() + at, end, value);
    return result.ec == std::errc() && result.ptr == end ? std::optional(value) : std::nullopt;
  };
  const auto year = number(0, 4);
  const auto month = number(5, 2);
  const auto day = number(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date =
      std::chrono::year(static_cast<int>(*year)) / std::chrono::month(*month) / std::chrono::day(*day);
  return date.ok() ? std::optional(date) : std::nullopt;
}

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
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  if (status.type() == fs::file_type::not_found) {
    problems.push_back({settings.file, 0, 0, "no such file"});
  } else if (status.type() == fs::file_type::directory) {
    problems.push_back({settings.file, 0, 0, fmt::format("is a folder; name the {} in it", kSettingsFile)});
  } else {
    ChainReader(here, settings, problems).read(file);
  }
  return settings;
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
      if (std::error_code type_error; !file->is_regular_file(type_error)) continue;
      if (glob->matches(relative_path(path, folder), false)) packs.push_back(path);
    }
    if (packs.size() == before) {
      add_problem(settings, fmt::format("rules[{}]", i), fmt::format("no rule pack matches \"{}{}\"", folder, pattern),
                  problems);
    }
  }
  std::sort(packs.begin(), packs.end());
  packs.erase(std::unique(packs.begin(), packs.end()), packs.end());
  return packs;
}

void check_names(const Settings& settings, const KnownNames& known, std::vector<Problem>& problems) {
  if (!known.rules.empty()) {
    SelectorChecker selectors(settings, known.rules, problems);
    selectors.check(settings.select, "select");
    selectors.check(settings.ignore, "ignore");
    for (const auto& [selector, severity] : settings.severity) {
      selectors.check(selector, fmt::format("severity.{}", selector));
    }
    for (const auto& [glob, ignored] : settings.per_file_ignores) {
      selectors.check(ignored, fmt::format("per-file-ignores.{}", glob.pattern()));
    }
  }
  check_name(settings, settings.profile, "profile", "profile", known.profiles, problems);
  for (const auto& [name, value] : settings.limits) {
    check_name(settings, name, fmt::format("limits.{}", name), "limit", known.limits, problems);
  }
}

bool selects(std::string_view selector, std::string_view rule) { return exactness(selector, rule) > 0; }

bool selects(std::span<const std::string> selectors, std::string_view rule) { return exactness(selectors, rule) > 0; }

bool is_on(const Settings& settings, std::string_view rule, bool on_by_default) {
  if (const auto* severity = severity_entry(settings, rule); severity != nullptr && !severity->has_value())
    return false;
  const int ignored = exactness(settings.ignore, rule);
  if (settings.select.empty()) return on_by_default && ignored == 0;
  return exactness(settings.select, rule) > ignored;
}

Severity severity_of(const Settings& settings, std::string_view rule, Severity usual) {
  const std::optional<Severity>* severity = severity_entry(settings, rule);
  return severity == nullptr ? usual : severity->value_or(usual);
}

bool is_ignored_in(const Settings& settings, std::string_view rule, std::string_view local) {
  return std::any_of(settings.per_file_ignores.begin(), settings.per_file_ignores.end(),
                     [&](const auto& entry) { return selects(entry.second, rule) && entry.first.covers(local); });
}

std::string_view section_kind(const Settings& settings, std::string_view local) {
  const auto last = std::find_if(settings.sections.rbegin(), settings.sections.rend(),
                                 [&](const auto& entry) { return entry.first.covers(local); });
  return last == settings.sections.rend() ? std::string_view() : last->second;
}

std::vector<std::string_view> settings_keys() {
  std::vector<std::string_view> names;
  for (const Key& key : kKeys) names.push_back(key.name);
  return names;
}

std::string starter_settings() {
  return R"(# Settings of candor, the linter for residency personal statements.
# They hold for every text below this folder that has no candor.toml nearer to it. Each line shows the default.
# Patterns are those of .gitignore, relative to this folder. "candor rules" lists the rules.

# Folders that each hold the texts of one applicant. Without it, all texts below this folder are one application.
# applications = ["applicants/*"]

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

# From how many empty months on the timeline has a gap: 1 to 12.
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
    show.entry(selector, toml_string(severity ? to_string(*severity) : kOff));
  }
  return show.take();
}

}  // namespace candor
