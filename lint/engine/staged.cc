#include "lint/engine/staged.h"

#include <utility>

#include <fmt/format.h>

#include "lint/engine/git.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

// Runs git as one of the questions that have to be answered.
class Questions {
 public:
  explicit Questions(Problem& problem) : problem_(problem) {}

  std::optional<std::string> ask(std::vector<std::string> words, const std::string& folder) {
    ProcessResult result = run_git(std::move(words), folder);
    if (result.status == 0) return std::move(result.out);
    problem_ = {"--staged", 0, 0, git_complaint(result)};
    return std::nullopt;
  }

 private:
  Problem& problem_;
};

}  // namespace

std::optional<StagedTexts> read_staged_texts(Problem& problem, std::string_view folder) {
  Questions git(problem);
  const std::string here = absolute_path(".", folder);
  const std::optional<std::string> up = git.ask({"rev-parse", "--show-cdup"}, here);
  if (!up) return std::nullopt;
  const std::string root = absolute_path(up->size() > 1 ? up->substr(0, up->find('\n')) : ".", here);

  const auto differing = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"diff", "--name-only", "-z", "--no-renames", "--no-ext-diff"});
    return git.ask(std::move(options), root);
  };
  const std::optional<std::string> staged = differing({"--cached", "--diff-filter=AM"});
  const std::optional<std::string> changed_since = staged ? differing({"--diff-filter=M"}) : std::nullopt;
  if (!changed_since) return std::nullopt;

  StagedTexts texts;
  for (const std::string* names : {&*staged, &*changed_since}) {
    for (const std::string_view name : pieces(*names, '\0')) {
      if (!is_text_name(name)) continue;
      std::string path = absolute_path(name, root);
      if (names == &*staged) texts.paths.push_back(path);
      if (texts.contents.contains(path)) continue;
      std::optional<std::string> content = git.ask({"cat-file", "blob", fmt::format(":{}", name)}, root);
      if (!content) return std::nullopt;
      texts.contents.emplace(std::move(path), *std::move(content));
    }
  }
  return texts;
}

}  // namespace candor
