// From paths to applications: which texts belong to one applicant, and which settings hold for them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lint/engine/settings.h"
#include "lint/source/problem.h"

namespace candor {

struct ApplicationRequest {
  std::vector<std::string> paths;  // files and folders, as given; empty for none

  // Texts that the caller holds (stdin, an editor's buffers), by the files they stand for, which need not exist. The
  // other texts of their applications take part as context; without a candor.toml, those of the folder itself. An empty
  // name stands for no file: the text stands alone.
  std::vector<std::string> held;

  std::string working_directory;     // absolute; empty for the process's own
  std::optional<Settings> settings;  // holds for all texts in place of what stands beside them (--config, --no-config)
  // What the command line overrides: done to all settings after reading. May be empty.
  std::function<void(Settings&)> adjust;

  bool with_context = false;  // where only some texts of an application are in `paths`, the others are context
  bool respect_gitignore = true;
  bool force_exclude = false;  // exclude patterns also hold for the files in `paths`
};

struct ApplicationText {
  std::string name;    // relative to the working directory, with '/'; "<stdin>" for a held text without a name
  std::string path;    // absolute; opens the file
  std::string local;   // relative to the settings' root (without one, to the application's), as patterns see it
  bool linted = true;  // false: context only, read for the checks across sections; of it alone nothing is reported
  bool held = false;   // the caller has the text: the file is not read

  friend bool operator==(const ApplicationText&, const ApplicationText&) = default;
};

// The texts of one applicant.
struct Application {
  std::string root;                          // its folder, relative to the working directory, "." for that itself
  std::vector<ApplicationText> texts;        // sorted by name, at least one of them linted
  std::shared_ptr<const Settings> settings;  // never null; shared by applications with the same candor.toml
  bool complete = true;                      // false: only some of its texts were named, what spans texts may be missed
};

struct Applications {
  std::vector<Application> applications;  // sorted by root, then first text
  std::vector<Problem> problems;          // of paths and settings, sorted by file, line and column; each once
  std::vector<std::string> folders;       // absolute, sorted: those in which a new file could change the above
};

// Finds the texts and groups them:
// - the nearest candor.toml above a text says what holds for it; nested ones are not merged;
// - with `applications` in it, the outermost folder that matches is the application; a text in none stands alone;
// - without, all texts below the candor.toml are one application;
// - without a candor.toml, all texts below the outermost given folder are one application, and a file given by itself
//   stands alone, also next to others: only a folder or a candor.toml says that texts belong together. A held text
//   belongs to its folder. The same goes for texts that are not below the root of ApplicationRequest::settings.
[[nodiscard]] Applications find_applications(const ApplicationRequest& request);

}  // namespace candor
