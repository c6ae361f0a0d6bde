// Runs another program and says what it took.
#pragma once

#include <string>
#include <vector>

namespace candor::bench {

struct Cost {
  double wall = 0;       // seconds
  double cpu = 0;        // seconds, user and system
  double megabytes = 0;  // the most that was resident, or what this process holds where that is more
  bool ran = false;      // false: the program is not there, or died
  int status = -1;       // its exit status
};

// `words` are the program (looked up in PATH) and its arguments; its output is thrown away.
[[nodiscard]] Cost run(const std::vector<std::string>& words);
// Each figure the median of its own.
[[nodiscard]] Cost median_of(std::size_t runs, const std::vector<std::string>& words);

}  // namespace candor::bench
