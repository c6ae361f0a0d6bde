// What could not be done with an input, said so that its owner can mend it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace candor {

// One usage, configuration, rule or I/O error. Any problem in a run makes its exit code 2; the rest of the run goes on.
struct Problem {
  std::string file;          // as the user named it, with '/'; empty where no file is concerned
  std::uint32_t line = 0;    // from 1; 0 where there is none
  std::uint32_t column = 0;  // from 1, in code points (in bytes where the text is not UTF-8); 0 where there is none
  std::string message;       // one lower-case sentence without a full stop: what was found and what would do

  friend bool operator==(const Problem&, const Problem&) = default;
};

// "file:line:column: message", leaving out what is not known. Not escaped: see report/escape.h before a terminal.
[[nodiscard]] std::string to_string(const Problem& problem);

// Sorts by place, then by message, and leaves each once.
void put_in_order(std::vector<Problem>& problems);

}  // namespace candor
