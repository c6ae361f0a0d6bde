// Where a folder keeps its applicants, by the names of the files in it.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace candor {

// What `applications` of a candor.toml should say: the patterns ("/applicants/*") of the folders that hold a personal
// statement each, sorted. Empty where fewer than two folders do. `names` are files relative to the candor.toml's own
// folder, with '/'; a statement that lies in that folder itself says nothing.
[[nodiscard]] std::vector<std::string> applicant_patterns(std::span<const std::string> names);

}  // namespace candor
