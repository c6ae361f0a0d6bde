// What reports call the program that made them.
#pragma once

#include <string_view>

namespace candor {

inline constexpr std::string_view kToolName = "candor";

}  // namespace candor
