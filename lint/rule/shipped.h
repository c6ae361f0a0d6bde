// The rule packs that are compiled into the program (rules/*.toml).
#pragma once

#include <span>
#include <string_view>

#include "lint/rule/model.h"

namespace candor {

struct ShippedPack {
  std::string_view name;  // "blame-shifting.toml"
  std::string_view text;
};

// Constant data: no start-up cost. Defined by the build (rules/compile_packs.cc).
[[nodiscard]] const RulesetData& shipped_ruleset();
// The packs' sources, in load order, for a repository that adds its own.
[[nodiscard]] std::span<const ShippedPack> shipped_packs();

}  // namespace candor
