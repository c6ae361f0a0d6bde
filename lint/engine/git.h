// Asking the git program about a repository.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lint/source/process.h"

namespace candor {

// Runs git in the folder, without a shell and without the programs that the repository's settings name for watching it.
[[nodiscard]] ProcessResult run_git(std::vector<std::string> words, const std::string& folder);

// Why it failed, as the end of a sentence.
[[nodiscard]] std::string git_complaint(const ProcessResult& result);

// Pieces up to each `end`; what stands behind the last one is left out.
[[nodiscard]] std::vector<std::string_view> pieces(std::string_view text, char end);

}  // namespace candor
