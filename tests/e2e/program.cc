#include "tests/e2e/program.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/support/nobody.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

std::string contents(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// In the child: puts `path` in the place of a descriptor.
void redirect(const std::string& path, int flags, int descriptor) {
  const int opened = ::open(path.c_str(), flags, 0600);
  if (opened < 0 || ::dup2(opened, descriptor) < 0) ::_exit(126);
}

std::vector<std::string> with_candor(const std::vector<std::string>& words) {
  std::vector<std::string> all = {candor_binary()};
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

// In the child: never returns.
[[noreturn]] void become(std::vector<std::string> all, const std::string& folder,
                         const std::vector<std::string>& environment, bool as_nobody = false) {
  const int program = as_nobody ? ::open(all.front().c_str(), O_RDONLY | O_CLOEXEC) : -1;  // nobody might not reach it
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  std::vector<char*> arguments;
  for (std::string& word : all) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<std::string> variables = environment;
  for (const std::string_view usual : {"NO_COLOR=1", "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"}) {
    const std::string_view name = usual.substr(0, usual.find('=') + 1);
    if (std::none_of(environment.begin(), environment.end(), [&](const auto& own) { return own.starts_with(name); }))
      variables.emplace_back(usual);
  }
  std::vector<char*> pointers;
  for (std::string& variable : variables) pointers.push_back(variable.data());
  pointers.push_back(nullptr);
  if (as_nobody) become_nobody();
  if (program >= 0) ::fexecve(program, arguments.data(), pointers.data());
  ::environ = pointers.data();
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

int status_of(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Outcome run(const std::vector<std::string>& words, const std::string& folder, std::string_view input,
            const std::vector<std::string>& environment, std::uint64_t largest_file, bool as_nobody) {
  const TemporaryFolder streams;
  const std::string in = streams.write("in", input);
  const std::string out = streams.path("out");
  const std::string err = streams.path("err");
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    redirect(in, O_RDONLY, STDIN_FILENO);
    redirect(out, O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    const rlimit limit{largest_file, largest_file};
    if (largest_file > 0 && ::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(126);
    become(words, folder, environment, as_nobody);
  }
  const int status = status_of(child);
  return {status, contents(out), contents(err)};
}

}  // namespace

Outcome run_program(const std::vector<std::string>& words, const std::string& folder, std::string_view input,
                    const std::vector<std::string>& environment, std::uint64_t largest_file) {
  return run(words, folder, input, environment, largest_file, false);
}

Outcome run_candor(const std::vector<std::string>& words, const std::string& folder, std::string_view input,
                   const std::vector<std::string>& environment, std::uint64_t largest_file) {
  return run(with_candor(words), folder, input, environment, largest_file, false);
}

Outcome run_candor_as_nobody(const std::vector<std::string>& words, const std::string& folder) {
  return run(with_candor(words), folder, {}, {}, 0, true);
}

Outcome run_candor_into_closed_pipe(const std::vector<std::string>& words, const std::string& folder) {
  const TemporaryFolder streams;
  const std::string err = streams.path("err");
  int ends[2];
  if (::pipe(ends) != 0) throw std::runtime_error("pipe failed");
  ::close(ends[0]);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    std::signal(SIGPIPE, SIG_DFL);
    ::dup2(ends[1], STDOUT_FILENO);
    redirect(err, O_WRONLY | O_CREAT, STDERR_FILENO);
    become(with_candor(words), folder, {});
  }
  ::close(ends[1]);
  const int status = status_of(child);
  return {status, {}, contents(err)};
}

}  // namespace candor
