// Whether the names in a candor.toml stand for something.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "lint/engine/settings.h"
#include "lint/rule/category.h"
#include "lint/source/nearest.h"

namespace candor {
namespace {

class SelectorChecker {
 public:
  SelectorChecker(const Settings& settings, std::span<const std::string_view> rules, std::vector<Problem>& problems)
      : settings_(settings), rules_(rules), problems_(problems), candidates_{"all"} {
    for (const std::string_view rule : rules) {
      const std::string_view category = category_of(rule);
      if (std::find(candidates_.begin(), candidates_.end(), category) == candidates_.end())
        candidates_.push_back(category);
    }
    candidates_.insert(candidates_.end(), rules.begin(), rules.end());
  }

  void check(std::string_view selector, std::string_view key) {
    if (std::any_of(rules_.begin(), rules_.end(), [&](std::string_view rule) { return selects(selector, rule); }))
      return;
    const bool names_rule = selector.find('/') != std::string_view::npos && !selector.ends_with("/*");
    problems_.push_back(
        problem_with(settings_, key,
                     fmt::format("unknown {} \"{}\"{}", names_rule ? "rule" : "category", selector,
                                 did_you_mean(selector, candidates_, "; see \"candor rules\" for what there is"))));
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
  problems.push_back(
      problem_with(settings, key,
                   fmt::format("unknown {} \"{}\"{}", what, name,
                               did_you_mean(name, known, fmt::format("; there is {}", fmt::join(known, ", "))))));
}

}  // namespace

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

}  // namespace candor
