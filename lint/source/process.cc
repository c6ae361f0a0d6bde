#include "lint/source/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "lint/source/open_file.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX has the program declare it

namespace candor {
namespace {

struct Pipe {
  OpenFile read;
  OpenFile write;
};

// Both ends closed where there can be none.
Pipe make_pipe() {
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) return {OpenFile(-1), OpenFile(-1)};
  return {OpenFile(ends[0]), OpenFile(ends[1])};
}

// The environment, but for the language of messages.
std::vector<std::string> english_environment() {
  std::vector<std::string> variables = {"LC_ALL=C.UTF-8"};
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (std::strncmp(*variable, "LC_ALL=", 7) != 0) variables.emplace_back(*variable);
  }
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Reads both streams to their ends.
void read_streams(Pipe& out, Pipe& err, ProcessResult& result) {
  std::array<pollfd, 2> streams = {pollfd{out.read.get(), POLLIN, 0}, pollfd{err.read.get(), POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&result.out, &result.err};
  char chunk[65536];
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    if (::poll(streams.data(), streams.size(), -1) < 0) {  // what it says of the streams holds only where it succeeds
      if (errno == EINTR) continue;
      return;
    }
    for (std::size_t i = 0; i < streams.size(); ++i) {
      if (streams[i].fd < 0 || streams[i].revents == 0) continue;
      const ssize_t count = ::read(streams[i].fd, chunk, sizeof chunk);
      if (count > 0) texts[i]->append(chunk, static_cast<std::size_t>(count));
      if (count == 0 || (count < 0 && errno != EINTR)) streams[i].fd = -1;
    }
  }
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& words, const std::string& folder) {
  ProcessResult result;
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  const auto fail = [&](int error) {
    result.status = 127;
    result.err = std::strerror(error);
    return result;
  };
  if (!out.write.ok() || !err.write.ok()) return fail(errno);

  std::vector<std::string> arguments = words;
  std::vector<std::string> environment = english_environment();
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.write.get(), STDERR_FILENO);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, words[0].c_str(), &actions, nullptr, pointers_to(arguments).data(),
                                   pointers_to(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  if (error != 0) return fail(error);

  out.write.close();
  err.write.close();
  read_streams(out, err, result);
  out.read.close();  // where one could not be read to its end, the child must not wait for a reader
  err.read.close();
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

}  // namespace candor
