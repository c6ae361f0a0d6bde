// Which texts the given paths stand for.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/problem.h"

namespace candor {

struct WalkOptions {
  // Names are relative to it. Absolute; empty for the process's own.
  std::string working_directory;

  // Says which files and folders below a given folder are passed over, by absolute path; empty for none.
  std::function<bool(const std::string& path, bool is_folder)> excluded;

  bool recursive = true;          // false: a given folder stands for its own texts, not for those of folders in it
  bool respect_gitignore = true;  // .gitignore of every folder up to the repository's own, and .git/info/exclude
  bool force_exclude = false;  // also asks `excluded` and .gitignore about the given files and the folders above them
};

struct FoundText {
  std::string name;          // relative to the working directory, with '/'
  std::string path;          // absolute; opens the file
  std::string given_folder;  // absolute: the outermost given folder it was found below; empty where only the file
                             // itself was given

  friend bool operator==(const FoundText&, const FoundText&) = default;
};

struct FoundTexts {
  std::vector<FoundText> texts;      // sorted by name, each file once, however often it was named or linked
  std::vector<std::string> folders;  // absolute, sorted: those in which texts were looked for
  std::vector<Problem> problems;     // sorted by file; the rest of the paths is found all the same
};

// Whether the file's ending is that of a text: .md .markdown .txt .text, in any case.
[[nodiscard]] bool is_text_name(std::string_view name);
// Whether the file is read as Markdown: .md and .markdown. Everything else is plain text.
[[nodiscard]] bool is_markdown_name(std::string_view name);

// Finds the texts for `paths`:
// - a folder stands for all texts below it, but for hidden files and folders, what .gitignore names and what
//   `excluded` says;
// - a file stands for itself, whatever its ending: who names a file wants it linted. With `force_exclude`, unless
//   excluded;
// - links are followed. A link to a folder that contains it is a problem, as are links to nothing, missing paths
//   ("no such file or folder") and folders that cannot be read.
[[nodiscard]] FoundTexts find_texts(std::span<const std::string> paths, const WalkOptions& options = {});

// Whether a text at `path` (absolute; it need not exist) would be passed over when the folders above it are walked:
// `excluded` and .gitignore say so of it or of a folder above it.
[[nodiscard]] bool is_passed_over(const std::string& path, const WalkOptions& options);

// Helpers for paths, also for those who call find_texts. All are lexical: they do not touch the disk.

// `path` made absolute in `working_directory` (empty: the process's own), without "." and "..", and without a '/' at
// the end.
[[nodiscard]] std::string absolute_path(std::string_view path, std::string_view working_directory = {});
// `path` as seen from `folder`, "." for the folder itself. REQUIRES: both absolute, as absolute_path gives them.
[[nodiscard]] std::string relative_path(std::string_view path, std::string_view folder);
// Whether `path` is `folder` or lies below it. REQUIRES: as above.
[[nodiscard]] bool is_below(std::string_view path, std::string_view folder);
// The folder that a path stands in; "/" for the root itself. REQUIRES: as above.
[[nodiscard]] std::string_view parent_folder(std::string_view path);

}  // namespace candor
