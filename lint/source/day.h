// Days as settings, rule packs and options write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace candor {

// A day as YYYY-MM-DD; nothing where it is none or the calendar has no such day.
[[nodiscard]] std::optional<std::chrono::year_month_day> day_from(std::string_view text);

}  // namespace candor
