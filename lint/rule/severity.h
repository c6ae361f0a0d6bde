// How much a finding matters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace candor {

enum class Severity : std::uint8_t { info, warning, error };

[[nodiscard]] constexpr std::string_view to_string(Severity severity) {
  constexpr std::string_view kNames[] = {"info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

// "error", "warning" or "info"; nothing for any other word.
[[nodiscard]] constexpr std::optional<Severity> severity_from(std::string_view name) {
  for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
    if (to_string(severity) == name) return severity;
  }
  return std::nullopt;
}

}  // namespace candor
