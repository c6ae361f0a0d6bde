#include "lint/cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "lint/cli/terminal.h"
#include "lint/report/escape.h"
#include "lint/source/open_file.h"
#include "lint/source/replace_file.h"

namespace candor {
namespace {

void say(std::string_view label, std::string_view look, std::string_view message) {
  const std::string line = wants_color("auto", Stream::err)
                               ? fmt::format("\x1b[{}m{}:\x1b[0m {}\n", look, label, terminal_safe(message))
                               : fmt::format("{}: {}\n", label, terminal_safe(message));
  std::fflush(stderr);
  write_all(STDERR_FILENO, line);  // nowhere is left to tell of a failure
}

bool cannot(const std::string& file, std::string_view what, int error) {
  print_problem({file, 0, 0, fmt::format("cannot be {}: {}", what, std::strerror(error))});
  return false;
}

std::optional<std::string> read_all(int descriptor, const std::string& name) {
  std::string bytes;
  char chunk[65536];
  for (;;) {
    const ssize_t count = ::read(descriptor, chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      cannot(name, "read", errno);
      return std::nullopt;
    }
    if (count == 0) return bytes;
    bytes.append(chunk, static_cast<std::size_t>(count));
  }
}

}  // namespace

bool write_stdout(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  return error == 0 || error == EPIPE || cannot("stdout", "written", error);
}

bool write_file(const std::string& path, std::string_view text) {
  Problem problem;
  if (replace_file(path, path, text, problem)) return true;
  print_problem(problem);
  return false;
}

bool append_file(const std::string& path, std::string_view text) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  int error = file.ok() ? write_all(file.get(), text) : errno;
  if (error == 0) error = file.close();
  return error == 0 || cannot(path, "written", error);
}

std::optional<std::string> read_stdin() { return read_all(STDIN_FILENO, "stdin"); }

std::optional<std::string> read_file(const std::string& path) {
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.ok()) {
    cannot(path, "read", errno);
    return std::nullopt;
  }
  return read_all(file.get(), path);
}

void print_problem(const Problem& problem) { say("error", "1;31", to_string(problem)); }

void print_problems(std::span<const Problem> problems) {
  for (const Problem& problem : problems) print_problem(problem);
}

void print_note(std::string_view message) { say("note", "1;36", message); }

}  // namespace candor
