// The texts of a git commit before it is made: as they were staged, which need not be how they stand in their files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/problem.h"

namespace candor {

struct StagedTexts {
  std::vector<std::string> paths;  // absolute: those that the commit adds or changes
  // What is staged of these and of every other text that has changed in its file since, by absolute path.
  std::map<std::string, std::string, std::less<>> contents;
};

// Asks the git program about the repository around the folder (absolute; empty for the process's own). Nothing, with
// `problem` set, where there is none and where git fails.
[[nodiscard]] std::optional<StagedTexts> read_staged_texts(Problem& problem, std::string_view folder = {});

}  // namespace candor
