// Running another program.
#pragma once

#include <string>
#include <vector>

namespace candor {

struct ProcessResult {
  int status = -1;  // exit status; 127 where the program could not be started, -1 where a signal ended it
  std::string out;
  std::string err;
};

// Runs the program `words[0]`, found along $PATH, in `folder`, without a shell: no word is taken apart. Its stdin is
// empty, its messages are in English. Waits for its end. REQUIRES: words is not empty.
[[nodiscard]] ProcessResult run_process(const std::vector<std::string>& words, const std::string& folder);

}  // namespace candor
