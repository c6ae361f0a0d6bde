#include "lint/engine/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

#include <fmt/format.h>

namespace candor {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kQuiet{100};
constexpr milliseconds kLongest{1000};
constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

int blocked_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
}

enum class Woken { changed, ended, quiet };

// Waits for a change, for the end or, from 0 on, so long.
Woken poll_both(int signals, int changes, milliseconds longest) {
  pollfd both[] = {{signals, POLLIN, 0}, {changes, POLLIN, 0}};
  for (;;) {
    const int ready = ::poll(both, 2, static_cast<int>(longest.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0 || both[0].revents != 0) return Woken::ended;
    return ready == 0 ? Woken::quiet : Woken::changed;
  }
}

}  // namespace

FolderWatch::FolderWatch() : signals_(blocked_signals()), changes_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

void FolderWatch::watch(std::span<const std::string> folders, std::vector<Problem>& problems) {
  for (const std::string& folder : folders) {
    if (::inotify_add_watch(changes_.get(), folder.c_str(), kChanges) >= 0 || errno == ENOENT || errno == ENOTDIR)
      continue;
    problems.push_back({folder, 0, 0, fmt::format("cannot be watched: {}", std::strerror(errno))});
  }
}

bool FolderWatch::drain(const std::function<bool(std::string_view name)>& matters) {
  bool mattered = false;
  alignas(inotify_event) char buffer[16384];
  for (ssize_t size = 0; (size = ::read(changes_.get(), buffer, sizeof buffer)) > 0;) {
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer + at, sizeof event);
      const char* name = event.len > 0 ? buffer + at + sizeof event : "";
      mattered = mattered || (event.mask & (IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW)) != 0 ||
                 ((event.mask & IN_CREATE) == 0 && matters(name));
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
  return mattered;
}

bool FolderWatch::wait(const std::function<bool(std::string_view name)>& matters) {
  do {
    if (poll_both(signals_.get(), changes_.get(), milliseconds(-1)) == Woken::ended) return false;
  } while (!drain(matters));
  const Clock::time_point latest = Clock::now() + kLongest;
  while (Clock::now() < latest) {
    const Woken woken = poll_both(signals_.get(), changes_.get(), kQuiet);
    if (woken == Woken::ended) return false;
    if (woken == Woken::quiet) return true;
    drain(matters);
  }
  return true;
}

}  // namespace candor
