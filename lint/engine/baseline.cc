#include "lint/engine/baseline.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "lint/engine/suppression.h"
#include "lint/engine/toml_file.h"
#include "lint/source/nearest.h"
#include "lint/source/replace_file.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

constexpr std::string_view kHead =
    "# What candor lets stand for now: findings that were there when this file was written, without their words.\n"
    "# `candor check --write-baseline` writes it anew and keeps the reasons; `--prune-baseline` drops what is "
    "fixed.\n";

using EntryKey = std::tuple<std::string_view, std::string_view, std::string_view>;
EntryKey key_of(const BaselineEntry& entry) { return {entry.file, entry.rule, entry.sentence}; }

// What problems call the baseline, and where it is.
Baseline unread(const std::string& path, std::string_view working_directory) {
  const std::string here = absolute_path(".", working_directory);
  Baseline baseline;
  baseline.path = absolute_path(path, here);
  baseline.name = relative_path(baseline.path, here);
  return baseline;
}

bool is_there(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

// One [[finding]] table of a baseline.
class EntryReader {
 public:
  EntryReader(const std::string& name, std::vector<Problem>& problems) : name_(name), problems_(problems) {}

  std::optional<BaselineEntry> read(const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return fail(node.source().begin, "\"finding\" wants tables: [[finding]]");
    BaselineEntry entry;
    entry.line = node.source().begin.line;
    bool sound = true;
    for (const TomlEntry& field : in_file_order(*table)) sound = read_field(field, entry) && sound;
    if (!sound) return std::nullopt;
    if (entry.file.empty() || entry.rule.empty() || entry.sentence.empty())
      return fail(node.source().begin, "a finding wants \"file\", \"rule\" and \"sentence\"");
    return entry;
  }

  std::nullopt_t fail(toml::source_position at, std::string message) {
    problems_.push_back({name_, at.line, at.column, std::move(message)});
    return std::nullopt;
  }

 private:
  bool read_field(const TomlEntry& field, BaselineEntry& entry) {
    if (field.key == "count") {
      const auto* count = field.value->as_integer();
      if (count == nullptr || count->get() < 1 || count->get() > 1'000'000) {
        fail(field.value->source().begin, "\"count\" wants a whole number from 1 on");
        return false;
      }
      entry.count = static_cast<std::uint32_t>(count->get());
      return true;
    }
    static constexpr std::pair<std::string_view, std::string BaselineEntry::*> kStrings[] = {
        {"file", &BaselineEntry::file},
        {"rule", &BaselineEntry::rule},
        {"sentence", &BaselineEntry::sentence},
        {"reason", &BaselineEntry::reason}};
    for (const auto& [key, member] : kStrings) {
      if (field.key != key) continue;
      const auto* text = field.value->as_string();
      if (text == nullptr) {
        fail(field.value->source().begin, fmt::format("\"{}\" is {}; it wants a string", key, type_name(*field.value)));
        return false;
      }
      entry.*member = text->get();
      return true;
    }
    constexpr std::string_view kKeys[] = {"file", "rule", "sentence", "count", "reason"};
    fail(field.at,
         fmt::format("unknown key \"{}\"{}", field.key,
                     did_you_mean(field.key, kKeys, "; the keys are file, rule, sentence, count and reason")));
    return false;
  }

  const std::string& name_;
  std::vector<Problem>& problems_;
};

// The entry of that key among sorted ones, or nullptr.
BaselineEntry* find_entry(std::vector<BaselineEntry>& entries, const BaselineEntry& wanted) {
  const auto at = std::ranges::lower_bound(entries, key_of(wanted), {}, key_of);
  return at == entries.end() || key_of(*at) != key_of(wanted) ? nullptr : &*at;
}

// Adds an entry where it belongs, or its count to the one that is there.
void add(std::vector<BaselineEntry>& entries, BaselineEntry entry) {
  if (BaselineEntry* there = find_entry(entries, entry)) {
    there->count += entry.count;
    if (there->reason.empty()) there->reason = std::move(entry.reason);
    return;
  }
  const auto at = std::ranges::lower_bound(entries, key_of(entry), {}, key_of);
  entries.insert(at, std::move(entry));
}

// The entry that a finding belongs to.
BaselineEntry entry_of(const Baseline& baseline, const Finding& finding, std::string_view working_directory) {
  std::string_view file = finding.place.file;
  for (const Related& related : finding.related) file = std::min<std::string_view>(file, related.place.file);
  return {relative_path(absolute_path(file, working_directory), parent_folder(baseline.path)), finding.rule,
          finding.fingerprint};
}

// Takes out of `findings` those that the baseline holds, in order and up to the count of their entry. Returns what is
// left of the entries: those with a count that was not used up, with that count.
std::vector<BaselineEntry> apply_baseline(const Baseline& baseline, std::vector<Finding>& findings,
                                          std::string_view working_directory) {
  std::vector<BaselineEntry> left = baseline.entries;
  std::erase_if(findings, [&](const Finding& finding) {
    BaselineEntry* entry = find_entry(left, entry_of(baseline, finding, working_directory));
    if (entry == nullptr || entry->count == 0) return false;
    --entry->count;
    return true;
  });
  std::erase_if(left, [](const BaselineEntry& entry) { return entry.count == 0; });
  return left;
}

}  // namespace

Baseline read_baseline(const std::string& path, std::vector<Problem>& problems, std::string_view working_directory) {
  Baseline baseline = unread(path, working_directory);
  const std::optional<toml::table> table = read_toml(baseline.name, baseline.path, problems);
  if (!table) return baseline;
  EntryReader reader(baseline.name, problems);
  for (const TomlEntry& top : in_file_order(*table)) {
    const toml::array* list = top.value->as_array();
    if (top.key != "finding" || list == nullptr) {
      reader.fail(top.at, fmt::format("unknown key \"{}\"; a baseline holds [[finding]] tables", top.key));
      continue;
    }
    for (const toml::node& node : *list) {
      if (std::optional<BaselineEntry> entry = reader.read(node)) add(baseline.entries, *std::move(entry));
    }
  }
  return baseline;
}

std::string baseline_text(const Baseline& baseline) {
  std::string text(kHead);
  for (const BaselineEntry& entry : baseline.entries) {
    text += fmt::format("\n[[finding]]\nfile = {}\nrule = {}\nsentence = {}\n", toml_string(entry.file),
                        toml_string(entry.rule), toml_string(entry.sentence));
    if (entry.count != 1) text += fmt::format("count = {}\n", entry.count);
    text += fmt::format("reason = {}\n", toml_string(entry.reason));
  }
  return text;
}

void add_to_baseline(Baseline& baseline, const Finding& finding, std::string_view working_directory) {
  add(baseline.entries, entry_of(baseline, finding, working_directory));
}

Baselines Baselines::read(const Applications& applications, const std::string& given, std::vector<Problem>& problems,
                          std::string_view working_directory) {
  Baselines all;
  all.working_directory_ = absolute_path(".", working_directory);
  std::map<std::string, std::size_t> by_path;
  for (const Application& application : applications.applications) {
    const std::string& root = application.settings->root;
    const std::string path = given.empty() ? absolute_path(kBaselineFile, root.empty() ? all.working_directory_ : root)
                                           : absolute_path(given, all.working_directory_);
    const auto [at, fresh] = by_path.emplace(path, all.held_.size());
    if (fresh) {
      Held held;
      held.baseline =
          is_there(path) ? read_baseline(path, problems, all.working_directory_) : unread(path, all.working_directory_);
      if (is_there(path)) held.before = baseline_text(held.baseline);
      all.held_.push_back(std::move(held));
    }
    for (const ApplicationText& text : application.texts) {
      if (text.linted) all.by_text_.emplace(text.name, at->second);
      if (text.linted && !application.complete) all.incomplete_.insert(text.name);
    }
  }
  return all;
}

bool Baselines::judges(const Report& report, const Held& held, const BaselineEntry& entry) const {
  const std::string path = absolute_path(entry.file, parent_folder(held.baseline.path));
  if (!is_there(path)) return true;
  const std::string name = relative_path(path, working_directory_);
  const bool was_on = std::ranges::any_of(report.rules, [&](const RuleInfo& rule) { return rule.id == entry.rule; });
  return was_on && std::ranges::binary_search(report.files, name) &&
         !(looks_across_texts(entry.rule) && incomplete_.contains(name));
}

void Baselines::apply(Report& report) {
  const auto is_empty = [](const Held& held) { return held.baseline.entries.empty(); };
  if (std::ranges::all_of(held_, is_empty)) return;
  const std::size_t before = report.findings.size();
  std::vector<std::vector<Finding>> findings(held_.size() + 1);  // by baseline; the last ones have none
  for (Finding& finding : report.findings) {
    const auto at = by_text_.find(finding.place.file);
    findings[at == by_text_.end() ? held_.size() : at->second].push_back(std::move(finding));
  }
  report.findings = std::move(findings.back());
  for (std::size_t i = 0; i < held_.size(); ++i) {
    Held& held = held_[i];
    held.stale = apply_baseline(held.baseline, findings[i], working_directory_);
    std::erase_if(held.stale, [&](const BaselineEntry& entry) { return !judges(report, held, entry); });
    std::ranges::move(findings[i], std::back_inserter(report.findings));
  }
  std::ranges::sort(report.findings, report_order);
  report.summary.baselined = static_cast<std::uint32_t>(before - report.findings.size());
  count_findings(report);
}

std::vector<Problem> Baselines::stale() const {
  std::vector<Problem> problems;
  for (const Held& held : held_) {
    for (const BaselineEntry& entry : held.stale) {
      problems.push_back(
          {held.baseline.name, entry.line, 0,
           fmt::format("stale entry: \"{}\" in {}, which no longer has this finding", entry.rule, entry.file)});
    }
  }
  return problems;
}

void Baselines::hold(const Report& report) {
  for (Held& held : held_) {
    const std::vector<BaselineEntry> old = std::exchange(held.baseline.entries, {});
    for (const Finding& finding : report.findings) {
      const auto at = by_text_.find(finding.place.file);
      if (at != by_text_.end() && &held_[at->second] == &held)
        add_to_baseline(held.baseline, finding, working_directory_);
    }
    for (const BaselineEntry& entry : old) {
      BaselineEntry* found = find_entry(held.baseline.entries, entry);
      if (found != nullptr) found->reason = entry.reason;
      if (judges(report, held, entry)) continue;
      if (found != nullptr) {
        found->count = std::max(found->count, entry.count);
      } else {
        add(held.baseline.entries, entry);
      }
    }
  }
}

void Baselines::prune() {
  for (Held& held : held_) {
    for (const BaselineEntry& stale : held.stale) {
      find_entry(held.baseline.entries, stale)->count -= stale.count;
    }
    std::erase_if(held.baseline.entries, [](const BaselineEntry& entry) { return entry.count == 0; });
    held.stale.clear();
  }
}

bool Baselines::write(std::vector<Problem>& problems) const {
  bool written = true;
  for (const Held& held : held_) {
    const std::string text = baseline_text(held.baseline);
    if (text == held.before || (held.before.empty() && held.baseline.entries.empty())) continue;
    Problem problem;
    if (replace_file(held.baseline.name, held.baseline.path, text, problem)) continue;
    problems.push_back(std::move(problem));
    written = false;
  }
  return written;
}

std::size_t Baselines::size() const {
  std::size_t entries = 0;
  for (const Held& held : held_) entries += held.baseline.entries.size();
  return entries;
}

}  // namespace candor
