#include "lint/engine/since.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <limits>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "lint/engine/git.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

constexpr LineRange kAllLines{1, std::numeric_limits<std::uint32_t>::max()};

// The folder above a text that holds a repository; empty where there is none.
std::string repository_of(std::string_view path) {
  for (std::string_view folder = parent_folder(path);; folder = parent_folder(folder)) {
    std::error_code error;
    if (std::filesystem::exists(fmt::format("{}/.git", folder == "/" ? "" : folder), error)) return std::string(folder);
    if (folder == "/") return {};
  }
}

std::uint32_t take_number(std::string_view& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// What `git diff --unified=0` says of one file, from its "@@" lines.
std::vector<LineRange> hunk_lines(std::string_view file_diff) {
  std::vector<LineRange> ranges;
  for (std::string_view line : pieces(file_diff, '\n')) {
    if (!line.starts_with("@@ -")) continue;  // "@@ -3,2 +4,5 @@"; no line of content starts with '@'
    line.remove_prefix(std::min(line.find('+') + 1, line.size()));
    const std::uint32_t first = take_number(line);
    std::uint32_t count = 1;
    if (line.starts_with(',')) {
      line.remove_prefix(1);
      count = take_number(line);
    }
    ranges.push_back(count == 0 ? LineRange{first, first + 1} : LineRange{first, first + count - 1});
  }
  return ranges;
}

class Repository {
 public:
  explicit Repository(std::string root) : root_(std::move(root)) {}

  // Fills in what there is to know; otherwise why it cannot.
  std::optional<std::string> read(const std::string& revision) {
    const ProcessResult commit = git({"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"});
    if (commit.status == 1) {
      const bool shallow = git({"rev-parse", "--is-shallow-repository"}).out == "true\n";
      return fmt::format("git knows no revision \"{}\" in {}{}", revision, root_,
                         shallow ? ", a shallow clone; \"git fetch --unshallow\" fetches its history" : "");
    }
    if (commit.status != 0) return git_complaint(commit);
    const std::string id = commit.out.substr(0, commit.out.find('\n'));

    const ProcessResult names = diff({"--name-only", "-z"}, id);
    const ProcessResult lines = diff({"--unified=0"}, id);
    const ProcessResult tracked = git({"ls-files", "-z"});
    for (const ProcessResult* result : {&names, &lines, &tracked}) {
      if (result->status != 0) return git_complaint(*result);
    }
    for (const std::string_view name : pieces(tracked.out, '\0')) tracked_.emplace(name);
    match(pieces(names.out, '\0'), lines.out);
    return std::nullopt;
  }

  // `name`: relative to the repository.
  [[nodiscard]] std::vector<LineRange> lines_of(const std::string& name) const {
    if (!tracked_.contains(name)) return {kAllLines};
    const auto found = changed_.find(name);
    return found == changed_.end() ? std::vector<LineRange>{} : found->second;
  }

 private:
  [[nodiscard]] ProcessResult git(std::vector<std::string> words) const { return run_git(std::move(words), root_); }
  [[nodiscard]] ProcessResult diff(std::vector<std::string> options, const std::string& id) const {
    options.insert(options.begin(), {"diff", "--no-ext-diff", "--no-textconv", "--no-color", "--text", "--find-renames",
                                     "--ignore-submodules"});
    options.insert(options.end(), {id, "--"});
    return git(std::move(options));
  }

  // The files of a diff come in the order of its names, each from a "diff --git" line on; one that became a link, or
  // was one, from two such lines that are the same.
  void match(const std::vector<std::string_view>& names, std::string_view lines) {
    constexpr std::string_view kFile = "diff --git ";
    std::size_t at = lines.starts_with(kFile) ? 0 : std::string_view::npos;
    for (const std::string_view name : names) {
      if (at == std::string_view::npos) return;
      const std::string_view head = lines.substr(at, lines.find('\n', at) - at);
      std::size_t next = at;
      do {
        next = lines.find(fmt::format("\n{}", kFile), next);
        if (next != std::string_view::npos) ++next;
      } while (next != std::string_view::npos && lines.substr(next, lines.find('\n', next) - next) == head);
      changed_[std::string(name)] = hunk_lines(lines.substr(at, next - at));
      at = next;
    }
  }

  std::string root_;
  std::set<std::string, std::less<>> tracked_;
  std::map<std::string, std::vector<LineRange>, std::less<>> changed_;
};

bool touches(const ChangedLines& changed, const Place& place) {
  const auto text = changed.find(place.file);
  return text != changed.end() && std::ranges::any_of(text->second, [&](const LineRange& lines) {
           return lines.first <= place.range.end.line && place.range.start.line <= lines.last;
         });
}

}  // namespace

std::optional<ChangedLines> changed_lines(const Applications& applications, const std::string& revision,
                                          Problem& problem) {
  ChangedLines changed;
  std::map<std::string, Repository> repositories;
  for (const Application& application : applications.applications) {
    for (const ApplicationText& text : application.texts) {
      const std::string root = repository_of(text.path);
      const auto [repository, is_new] = repositories.try_emplace(root, root);
      const std::optional<std::string> wrong = root.empty() ? fmt::format("{} is in no git repository", text.name)
                                               : is_new     ? repository->second.read(revision)
                                                            : std::nullopt;
      if (wrong) {
        problem = {"--since", 0, 0, *wrong};
        return std::nullopt;
      }
      std::vector<LineRange> lines = repository->second.lines_of(relative_path(text.path, root));
      if (!lines.empty()) changed.emplace(text.name, std::move(lines));
    }
  }
  return changed;
}

void keep_changed(const ChangedLines& changed, Report& report) {
  std::erase_if(report.findings, [&](const Finding& finding) {
    return !touches(changed, finding.place) && std::ranges::none_of(finding.related, [&](const Related& related) {
      return touches(changed, related.place);
    });
  });
  count_findings(report);
}

}  // namespace candor
