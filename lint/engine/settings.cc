#include "lint/engine/settings.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lint/rule/category.h"

namespace candor {
namespace {

// How exactly a selector names a rule: 0 not at all, then "all", a category, one rule.
int exactness(std::string_view selector, std::string_view rule) {
  if (selector == rule) return 3;
  if (selector == "all") return 1;
  if (selector.ends_with("/*")) selector.remove_suffix(2);
  return selector == category_of(rule) ? 2 : 0;
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

void add_selectors(std::vector<std::string>& list, std::span<const std::string> selectors, std::string_view key,
                   std::string_view origin, Settings& settings) {
  for (const std::string& selector : selectors) {
    settings.origins[fmt::format("{}[{}]", key, list.size())] = {std::string(origin), 0, 0};
    list.push_back(selector);
  }
}

}  // namespace

Origin origin_of(const Settings& settings, std::string_view key) {
  if (const auto origin = settings.origins.find(key); origin != settings.origins.end()) return origin->second;
  const std::size_t list_end = std::min(key.rfind('['), key.size());
  const auto origin = settings.origins.find(key.substr(0, list_end));
  return origin == settings.origins.end() ? Origin{} : origin->second;
}

Problem problem_with(const Settings& settings, std::string_view key, std::string message) {
  Origin origin = origin_of(settings, key);
  return {std::move(origin.file), origin.line, origin.column, std::move(message)};
}

std::string_view to_string(FailOn level) { return kFailOnNames[static_cast<std::size_t>(level)]; }

std::optional<FailOn> fail_on_from(std::string_view name) {
  const auto* found = std::find(std::begin(kFailOnNames), std::end(kFailOnNames), name);
  if (found == std::end(kFailOnNames)) return std::nullopt;
  return static_cast<FailOn>(found - std::begin(kFailOnNames));
}

void set_select(Settings& settings, std::span<const std::string> selectors, std::string_view origin) {
  settings.select.clear();
  settings.origins["select"] = {std::string(origin), 0, 0};
  add_selectors(settings.select, selectors, "select", origin, settings);
}

void add_ignore(Settings& settings, std::span<const std::string> selectors, std::string_view origin) {
  add_selectors(settings.ignore, selectors, "ignore", origin, settings);
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

}  // namespace candor
