#include "lint/source/walk.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "lint/source/glob.h"
#include "lint/source/read_file.h"

namespace candor {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMarkdownEndings[] = {".md", ".markdown"};
constexpr std::string_view kPlainEndings[] = {".txt", ".text"};

bool has_ending(std::string_view name, std::span<const std::string_view> endings) {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return name.size() > ending.size() &&
           std::equal(name.end() - static_cast<std::ptrdiff_t>(ending.size()), name.end(), ending.begin(), same);
  });
}

// Hidden files are no texts of a person but what editors and systems leave: "._essay.md", ".#essay.md".
bool is_hidden(std::string_view name) { return name.starts_with('.'); }

std::string join(std::string_view folder, std::string_view name) {
  return folder == "/" ? fmt::format("/{}", name) : fmt::format("{}/{}", folder, name);
}

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(path, error);
}

// What git keeps in a file; nothing where it is none.
std::string content_of(const std::string& path) {
  Problem passed_over;
  return read_file(path, path, passed_over).value_or("");
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find_first_of("\r\n")); }

// Where the repository at `root` keeps what is not part of the work tree. In a linked work tree or a submodule ".git"
// is a file that says where that is, and a linked work tree in turn names the folder that it shares.
std::string git_folder(const std::string& root) {
  std::string folder = join(root, ".git");
  std::error_code error;
  if (fs::is_directory(folder, error)) return folder;
  constexpr std::string_view kPointer = "gitdir: ";
  const std::string pointer = content_of(folder);
  if (!pointer.starts_with(kPointer)) return folder;
  folder = absolute_path(first_line(pointer).substr(kPointer.size()), root);
  const std::string shared = content_of(join(folder, "commondir"));
  return shared.empty() ? folder : absolute_path(first_line(shared), folder);
}

// The .gitignore files that hold in a folder: those of the repository first, the folder's own last.
class IgnoreFiles {
 public:
  // Takes the patterns in `file`, which are relative to `folder`. REQUIRES: `folder` is not above that of an earlier
  // call.
  void add(const std::string& folder, const std::string& file) {
    GlobList patterns;
    patterns.add_lines(content_of(file));
    if (!patterns.empty()) lists_.emplace_back(folder, std::move(patterns));
  }

  // Takes all that holds in `folder` but for its own .gitignore: everything from the repository's folder down; without
  // a repository, from `top` down.
  void add_above(const std::string& folder, const std::string& top) {
    std::vector<std::string> folders;
    for (std::string_view at = folder;; at = parent_folder(at)) {
      folders.emplace_back(at);
      if (exists(join(at, ".git"))) {
        add(folders.back(), join(git_folder(folders.back()), "info/exclude"));
        break;
      }
      if (at == "/") {
        std::erase_if(folders, [&](const std::string& above) { return !is_below(above, top); });
        break;
      }
    }
    std::erase(folders, folder);
    // clang 14, whose clang-tidy asks for it, cannot read std::views::reverse.
    for (auto above = folders.rbegin(); above != folders.rend(); ++above)  // NOLINT(modernize-loop-convert)
      add(*above, join(*above, ".gitignore"));
  }

  // The innermost file that says something about the path decides.
  [[nodiscard]] bool ignores(const std::string& path, bool is_folder) const {
    for (auto list = lists_.rbegin(); list != lists_.rend(); ++list) {  // NOLINT(modernize-loop-convert)
      if (path == list->first || !is_below(path, list->first)) continue;
      const GlobList::Match match = list->second.judge(relative_path(path, list->first), is_folder);
      if (match != GlobList::Match::none) return match == GlobList::Match::matched;
    }
    return false;
  }

  [[nodiscard]] std::size_t size() const { return lists_.size(); }
  void shrink(std::size_t size) { lists_.resize(size); }

 private:
  std::vector<std::pair<std::string, GlobList>> lists_;
};

class Walker {
 public:
  explicit Walker(const WalkOptions& options)
      : options_(options), working_directory_(absolute_path(".", options.working_directory)) {}

  FoundTexts find(std::span<const std::string> paths) {
    // In order of path, so that the result does not hang on the order of the arguments and outer folders come first.
    std::vector<std::string> given;
    for (const std::string& path : paths) {
      if (path.empty()) {
        problem({}, "an empty path; name a file or a folder");
      } else {
        given.push_back(absolute_path(path, working_directory_));
      }
    }
    std::sort(given.begin(), given.end());
    for (const std::string& path : given) visit_given(path);
    follow_links();
    note_given_folders();
    return sorted();
  }

 private:
  // A link, looked at only when all that is no link has been found: what has been found under its own name keeps that
  // name.
  struct Link {
    std::string path;
    std::string folder;   // the folder it stands in, without links
    IgnoreFiles ignores;  // what holds in that folder
  };

  void problem(const std::string& path, std::string message) {
    found_.problems.push_back(
        {path.empty() ? path : relative_path(path, working_directory_), 0, 0, std::move(message)});
  }
  void unreadable(const std::string& path, const std::error_code& error) {
    problem(path, fmt::format("cannot be read: {}", error.message()));
  }

  [[nodiscard]] bool is_excluded(const std::string& path, bool is_folder) const {
    return options_.excluded && options_.excluded(path, is_folder);
  }

  void visit_given(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return problem(path, "no such file or folder");
    if (error) return unreadable(path, error);
    if (options_.force_exclude && is_passed_over(path, options_)) return;

    const std::string real = fs::canonical(path, error).string();
    if (error) return unreadable(path, error);
    if (status.type() != fs::file_type::directory) return add_text(path, real);

    given_folders_.push_back(path);
    IgnoreFiles ignores;
    if (options_.respect_gitignore)
      ignores.add_above(path, is_below(path, working_directory_) ? working_directory_ : path);
    visit_folder(path, real, ignores);
  }

  void add_text(const std::string& path, const std::string& real) {
    if (seen_.insert(real).second) found_.texts.push_back({relative_path(path, working_directory_), path, {}});
  }

  // `real` is the path without links. Leaves `ignores` as it was.
  void visit_folder(const std::string& path, const std::string& real, IgnoreFiles& ignores) {
    if (!seen_.insert(real).second) return;
    found_.folders.push_back(path);
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator entry(path, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(*entry);
    if (error) unreadable(path, error);

    const std::size_t outer_ignores = ignores.size();
    const auto is_ignore_file = [](const fs::directory_entry& file) { return file.path().filename() == ".gitignore"; };
    if (options_.respect_gitignore && std::any_of(entries.begin(), entries.end(), is_ignore_file)) {
      ignores.add(path, join(path, ".gitignore"));
    }
    for (const fs::directory_entry& child : entries) visit_entry(child, path, real, ignores);
    ignores.shrink(outer_ignores);
  }

  void visit_entry(const fs::directory_entry& entry, const std::string& folder, const std::string& real_folder,
                   IgnoreFiles& ignores) {
    const std::string name = entry.path().filename().string();
    if (is_hidden(name)) return;
    const std::string path = join(folder, name);
    std::error_code error;
    if (entry.is_symlink(error)) {
      links_.push_back({path, real_folder, ignores});
    } else if (entry.is_directory(error)) {
      if (options_.recursive && !ignores.ignores(path, true) && !is_excluded(path, true)) {
        visit_folder(path, join(real_folder, name), ignores);
      }
    } else if (is_text_name(name) && entry.is_regular_file(error)) {
      if (!ignores.ignores(path, false) && !is_excluded(path, false)) add_text(path, join(real_folder, name));
    }
  }

  void follow_links() {
    while (!links_.empty()) {
      std::vector<Link> links = std::exchange(links_, {});
      std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) { return a.path < b.path; });
      for (Link& link : links) follow(link);
    }
  }

  void follow(Link& link) {
    std::error_code error;
    const fs::file_status status = fs::status(link.path, error);
    const bool is_folder = status.type() == fs::file_type::directory;
    if (link.ignores.ignores(link.path, is_folder) || is_excluded(link.path, is_folder)) return;

    if (error == std::errc::too_many_symbolic_link_levels) {
      return problem(link.path, "is a link that leads back to itself; remove it");
    }
    if (status.type() == fs::file_type::not_found) {
      if (!is_text_name(link.path)) return;
      return problem(link.path, fmt::format("is a link to \"{}\", which does not exist; remove it",
                                            fs::read_symlink(link.path, error).generic_string()));
    }
    const std::string real = fs::canonical(link.path, error).string();
    if (error) return unreadable(link.path, error);

    if (!is_folder) {
      if (is_text_name(link.path) && status.type() == fs::file_type::regular) add_text(link.path, real);
    } else if (is_below(link.folder, real)) {
      problem(link.path, fmt::format("is a link to \"{}\", a folder that contains it; remove it or exclude it",
                                     relative_path(real, real_working_directory())));
    } else if (options_.recursive) {
      visit_folder(link.path, real, link.ignores);
    }
  }

  [[nodiscard]] std::string real_working_directory() const {
    std::error_code error;
    const fs::path real = fs::canonical(working_directory_, error);
    return error ? working_directory_ : real.string();
  }

  // The given folders are in order: the first that holds a text is the outermost.
  void note_given_folders() {
    for (FoundText& text : found_.texts) {
      const auto folder = std::find_if(given_folders_.begin(), given_folders_.end(),
                                       [&](const std::string& given) { return is_below(text.path, given); });
      if (folder != given_folders_.end()) text.given_folder = *folder;
    }
  }

  FoundTexts sorted() {
    std::sort(found_.texts.begin(), found_.texts.end(),
              [](const FoundText& a, const FoundText& b) { return a.name < b.name; });
    std::sort(found_.folders.begin(), found_.folders.end());
    put_in_order(found_.problems);
    return std::move(found_);
  }

  const WalkOptions& options_;
  std::string working_directory_;
  std::vector<std::string> given_folders_;  // absolute, sorted
  std::unordered_set<std::string> seen_;    // files and folders, without links
  std::vector<Link> links_;                 // still to be followed
  FoundTexts found_;
};

}  // namespace

bool is_markdown_name(std::string_view name) { return has_ending(name, kMarkdownEndings); }

bool is_text_name(std::string_view name) { return is_markdown_name(name) || has_ending(name, kPlainEndings); }

FoundTexts find_texts(std::span<const std::string> paths, const WalkOptions& options) {
  return Walker(options).find(paths);
}

bool is_passed_over(const std::string& path, const WalkOptions& options) {
  std::error_code error;
  const bool names_folder = fs::is_directory(path, error);
  IgnoreFiles ignores;
  if (options.respect_gitignore) {
    const std::string folder(parent_folder(path));
    const std::string working_directory = absolute_path(".", options.working_directory);
    ignores.add_above(path, is_below(path, working_directory) ? working_directory : folder);
  }
  const auto passed_over = [&](const std::string& at, bool is_folder) {
    return ignores.ignores(at, is_folder) || (options.excluded && options.excluded(at, is_folder));
  };
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    if (passed_over(path.substr(0, slash), true)) return true;
  }
  return passed_over(path, names_folder);
}

std::string absolute_path(std::string_view path, std::string_view working_directory) {
  fs::path absolute(path);
  if (!absolute.is_absolute()) {
    std::error_code error;
    absolute = (working_directory.empty() ? fs::current_path(error) : fs::path(working_directory)) / absolute;
  }
  std::string normal = absolute.lexically_normal().generic_string();
  while (normal.size() > 1 && normal.ends_with('/')) normal.pop_back();
  return normal;
}

std::string relative_path(std::string_view path, std::string_view folder) {
  if (path == folder) return ".";
  if (is_below(path, folder)) return std::string(path.substr(folder == "/" ? 1 : folder.size() + 1));
  return fs::path(path).lexically_relative(folder).generic_string();
}

bool is_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && (path.size() == folder.size() || folder == "/" || path[folder.size()] == '/');
}

std::string_view parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 || slash == std::string_view::npos ? "/" : path.substr(0, slash);
}

}  // namespace candor
