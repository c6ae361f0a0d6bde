#include "process.h"

#include <fcntl.h>
#include <malloc.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace candor::bench {
namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Makes what this process holds now its peak. The system counts the peak of the process that starts another one for the
// other one, too.
void forget_peak() {
  ::malloc_trim(0);
  if (const int file = ::open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC); file >= 0) {
    (void)!::write(file, "5", 1);
    ::close(file);
  }
}

}  // namespace

Cost run(const std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

  forget_peak();
  Cost cost;
  const auto start = std::chrono::steady_clock::now();
  pid_t child = 0;
  const bool started = posix_spawnp(&child, arguments[0], &files, nullptr, arguments.data(), environ) == 0;
  posix_spawn_file_actions_destroy(&files);
  int status = 0;
  rusage usage{};
  if (!started || wait4(child, &status, 0, &usage) != child) return cost;
  cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  cost.megabytes = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
  cost.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  cost.ran = cost.status >= 0 && cost.status < 126;
  return cost;
}

Cost median_of(std::size_t runs, const std::vector<std::string>& words) {
  std::vector<double> wall;
  std::vector<double> cpu;
  std::vector<double> megabytes;
  for (std::size_t i = 0; i < runs; ++i) {
    const Cost cost = run(words);
    if (!cost.ran) return {};
    wall.push_back(cost.wall);
    cpu.push_back(cost.cpu);
    megabytes.push_back(cost.megabytes);
  }
  return {median(wall), median(cpu), median(megabytes), true, 0};
}

}  // namespace candor::bench
