// The version of candor. CMake reads it from here: a release changes this line and CHANGELOG.md.
#pragma once

#include <string_view>

namespace candor {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace candor
