// Runs the real candor, and other real programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

struct Outcome {
  int status = -1;  // exit status; -1 where a signal ended it
  std::string out;
  std::string err;
};

// Runs candor with these words in `folder`, `input` on stdin, and no colours. `environment` adds "NAME=value".
// `largest_file`: no file can grow beyond so many bytes, as on a full disk; 0 for no limit.
Outcome run_candor(const std::vector<std::string>& words, const std::string& folder, std::string_view input = {},
                   const std::vector<std::string>& environment = {}, std::uint64_t largest_file = 0);

// As somebody without rights, where the test itself is root. The folder must let anybody in.
[[nodiscard]] Outcome run_candor_as_nobody(const std::vector<std::string>& words, const std::string& folder);
// The same for any program: the first word, looked up in PATH. `environment` may replace PATH.
Outcome run_program(const std::vector<std::string>& words, const std::string& folder, std::string_view input = {},
                    const std::vector<std::string>& environment = {}, std::uint64_t largest_file = 0);

// The same with stdout closed by its reader before anything is written.
[[nodiscard]] Outcome run_candor_into_closed_pipe(const std::vector<std::string>& words, const std::string& folder);

}  // namespace candor
