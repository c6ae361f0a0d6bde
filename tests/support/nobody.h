// What somebody without rights sees: root, as whom CI runs, may read everything.
#pragma once

#include <grp.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <stdexcept>

namespace candor {

inline constexpr unsigned kNobody = 65534;  // user and group, by Debian's policy

// In a child process: gives up root's rights, where it has them.
inline void become_nobody() {
  if (::geteuid() != 0) return;
  if (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0) ::_exit(126);
}

// What `holds` says in a child process that has no special rights.
inline bool holds_for_nobody(const std::function<bool()>& holds) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork failed");
  if (child == 0) {
    become_nobody();
    ::_exit(holds() ? 0 : 1);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("waitpid failed");
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace candor
