// What a fix would change, as a patch.
#pragma once

#include <string>
#include <string_view>

namespace candor {

// A unified diff with three lines around each change, for `patch -p1`; empty where both texts are the same. Lines are
// the texts' own bytes: see terminal_safe before a terminal. Made for edits that stay within lines: where the number of
// lines differs, all from the first to the last difference is one change.
[[nodiscard]] std::string render_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace candor
