#include "lint/engine/required_version.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace candor {
namespace {

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

}  // namespace

std::optional<bool> meets_version(std::string_view version, std::string_view conditions) {
  const Version ours = version_from(version).value_or(Version{});
  bool met = true;
  for (;;) {
    const std::size_t comma = std::min(conditions.find(','), conditions.size());
    const std::optional<bool> one = meets_condition(ours, conditions.substr(0, comma));
    if (!one) return std::nullopt;
    met = met && *one;
    if (comma == conditions.size()) return met;
    conditions.remove_prefix(comma + 1);
  }
}

}  // namespace candor
