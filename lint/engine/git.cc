#include "lint/engine/git.h"

namespace candor {

ProcessResult run_git(std::vector<std::string> words, const std::string& folder) {
  words.insert(words.begin(), {"git", "-c", "core.fsmonitor=false"});
  return run_process(words, folder);
}

std::string git_complaint(const ProcessResult& result) {
  if (result.status == 127) return "git cannot be run: " + result.err;
  return "git says: " + result.err.substr(0, result.err.find('\n'));
}

std::vector<std::string_view> pieces(std::string_view text, char end) {
  std::vector<std::string_view> list;
  for (std::size_t at = text.find(end); at != std::string_view::npos; at = text.find(end)) {
    list.push_back(text.substr(0, at));
    text.remove_prefix(at + 1);
  }
  return list;
}

}  // namespace candor
