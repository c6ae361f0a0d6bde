#include "lint/cli/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "lint/cli/terminal.h"
#include "lint/report/escape.h"

namespace candor {
namespace {

// 0, or the error number.
int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

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

// Owns an open file.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool ok() const { return descriptor_ >= 0; }
  // 0, or the error number.
  int close() { return ::close(std::exchange(descriptor_, -1)) == 0 ? 0 : errno; }

 private:
  int descriptor_;
};

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

// A pipe or a device cannot be replaced by a file: it is written to.
bool is_replaceable(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

int write_in_place(const std::string& path, std::string_view text, int flags) {
  File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0666));
  if (!file.ok()) return errno;
  const int error = write_all(file.get(), text);
  return error != 0 ? error : file.close();
}

int replace_file(const std::string& path, std::string_view text) {
  const std::string draft = fmt::format("{}.{}.tmp", path, ::getpid());
  int error = write_in_place(draft, text, O_EXCL);
  if (error == 0 && ::rename(draft.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0 && error != EEXIST) ::unlink(draft.c_str());
  return error;
}

}  // namespace

bool write_stdout(std::string_view text) {
  const int error = write_all(STDOUT_FILENO, text);
  return error == 0 || error == EPIPE || cannot("stdout", "written", error);
}

bool write_file(const std::string& path, std::string_view text) {
  const int error = is_replaceable(path) ? replace_file(path, text) : write_in_place(path, text, 0);
  return error == 0 || cannot(path, "written", error);
}

bool append_file(const std::string& path, std::string_view text) {
  const int error = write_in_place(path, text, O_APPEND);
  return error == 0 || cannot(path, "written", error);
}

std::optional<std::string> read_stdin() { return read_all(STDIN_FILENO, "stdin"); }

std::optional<std::string> read_file(const std::string& path) {
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
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
