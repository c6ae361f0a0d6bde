#include "lint/source/problem.h"

#include <fmt/format.h>

namespace candor {

std::string to_string(const Problem& problem) {
  if (problem.file.empty()) return problem.message;
  if (problem.line == 0) return fmt::format("{}: {}", problem.file, problem.message);
  if (problem.column == 0) return fmt::format("{}:{}: {}", problem.file, problem.line, problem.message);
  return fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message);
}

}  // namespace candor
