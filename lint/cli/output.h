// Where everything that candor says leaves the program: findings on stdout, all else on stderr.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/source/problem.h"

namespace candor {

// False, with a word on stderr, where the text cannot be written. A reader who closed the pipe (`| head`) has had
// enough: that is no trouble, and true.
[[nodiscard]] bool write_stdout(std::string_view text);

// Writes the file as a whole or not at all. False, with a word on stderr, where it cannot.
[[nodiscard]] bool write_file(const std::string& path, std::string_view text);

// Adds to the end of a file. False, with a word on stderr, where it cannot.
[[nodiscard]] bool append_file(const std::string& path, std::string_view text);

// The whole of stdin, or nothing with a word on stderr.
[[nodiscard]] std::optional<std::string> read_stdin();

// The whole of a file, or nothing with a word on stderr.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path);

// Says on stderr what went wrong: "error: file:line:column: message".
void print_problem(const Problem& problem);
void print_problems(std::span<const Problem> problems);
// "note: message"
void print_note(std::string_view message);

}  // namespace candor
