// Taking in a file as a whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "lint/source/problem.h"

namespace candor {

// The bytes of the file at `path`. Nothing, with `problem` set in the name of `name`, where it is missing, cannot be
// read, is no regular file (a folder, a pipe) or says that it has more than `most` bytes. One that has more than it
// says is read up to somewhere behind `most`.
[[nodiscard]] std::optional<std::string> read_file(const std::string& name, const std::string& path, Problem& problem,
                                                   std::size_t most = std::string::npos);

}  // namespace candor
