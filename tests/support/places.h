// Where the tests find the project's files and its program.
#pragma once

#include <string>

namespace candor {

[[nodiscard]] std::string candor_binary();  // the built program
// Of a file by its path in the project; of the project itself where that is empty.
[[nodiscard]] std::string source_path(const std::string& file);

}  // namespace candor
