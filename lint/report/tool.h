// What reports call the program that made them.
#pragma once

#include <string_view>

namespace candor {

inline constexpr std::string_view kToolName = "candor";
inline constexpr std::string_view kToolVersion = "0.1.0";  // as project(VERSION) in CMakeLists.txt

}  // namespace candor
