// Waiting until somebody saves a file.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/open_file.h"
#include "lint/source/problem.h"

namespace candor {

// Watches folders, not files: many editors write a new file and rename it over the old one.
class FolderWatch {
 public:
  // From here on SIGINT and SIGTERM end wait() in place of the program. Make it before any thread.
  FolderWatch();

  // Watches these folders (absolute) too. A folder that is gone is passed over; a problem where the system has no more
  // watches to give.
  void watch(std::span<const std::string> folders, std::vector<Problem>& problems);

  // Waits for a change to a file for which `matters(name)` holds, or to a folder, and then until nothing has changed
  // for a tenth of a second, a second at most: one save is many changes. False where the user ended it.
  [[nodiscard]] bool wait(const std::function<bool(std::string_view name)>& matters);

 private:
  // Takes what has come. Whether any of it matters.
  bool drain(const std::function<bool(std::string_view name)>& matters);

  OpenFile signals_;
  OpenFile changes_;  // inotify
};

}  // namespace candor
