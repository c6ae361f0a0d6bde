#include "lint/source/problem.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace candor {

std::string to_string(const Problem& problem) {
  if (problem.file.empty()) return problem.message;
  if (problem.line == 0) return fmt::format("{}: {}", problem.file, problem.message);
  if (problem.column == 0) return fmt::format("{}:{}: {}", problem.file, problem.line, problem.message);
  return fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message);
}

void put_in_order(std::vector<Problem>& problems) {
  std::ranges::sort(problems, {}, [](const Problem& p) { return std::tie(p.file, p.line, p.column, p.message); });
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

}  // namespace candor
