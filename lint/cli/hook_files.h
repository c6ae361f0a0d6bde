// The hooks of lint/cli/hooks/, compiled in.
#pragma once

#include <span>
#include <string_view>

namespace candor {

struct HookFile {
  std::string_view name;  // "vim.vim"
  std::string_view text;  // "@block@" in it stands for 1 or 0
};

[[nodiscard]] std::span<const HookFile> hook_files();

}  // namespace candor
