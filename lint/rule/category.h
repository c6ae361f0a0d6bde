// The category of a rule: what stands before the '/' of its id.
#pragma once

#include <string_view>

namespace candor {

// "dates/overlap" is of "dates"; an id without '/' is its own category.
[[nodiscard]] constexpr std::string_view category_of(std::string_view rule_id) {
  return rule_id.substr(0, rule_id.find('/'));
}

}  // namespace candor
