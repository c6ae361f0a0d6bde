// candor hook: what makes an editor, or git, ask candor before a text is saved or committed.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/hook_files.h"
#include "lint/cli/output.h"
#include "lint/engine/git.h"
#include "lint/source/nearest.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

// One file of a hook and where it belongs.
struct Part {
  std::string_view file;   // in lint/cli/hooks/
  std::string_view place;  // "~" is the home folder, "$CONFIG" that of settings, "$GIT" that of git's hooks
};

struct Hook {
  std::string_view name;
  std::string_view summary;
  std::vector<Part> parts;
  std::string_view then;  // what is left to do by hand; may be empty
};

const std::vector<Hook>& all_hooks() {
  static const std::vector<Hook> kHooks = {
      {"vim", "Vim: the quickfix list, on save", {{"vim.vim", "~/.vim/plugin/candor.vim"}}, ""},
      {"neovim",
       "Neovim: diagnostics, as you write and on save",
       {{"neovim.lua", "$CONFIG/nvim/plugin/candor.lua"}},
       ""},
      {"emacs",
       "Emacs: Flymake, as you write and on save",
       {{"emacs.el", "~/.emacs.d/candor.el"}},
       "put (load \"~/.emacs.d/candor\") into your init file"},
      {"vscode",
       "VS Code: a task on save, and the language server",
       {{"vscode-settings.json", ".vscode/settings.json"}, {"vscode-tasks.json", ".vscode/tasks.json"}},
       "install one of the two extensions that .vscode/settings.json names"},
      {"kakoune",
       "Kakoune: its own :lint, when a text is shown and saved",
       {{"kakoune.kak", "$CONFIG/kak/candor.kak"}},
       "put source \"%val{config}/candor.kak\" into your kakrc"},
      {"helix", "Helix: diagnostics, as you write", {{"helix.toml", ".helix/languages.toml"}}, ""},
      {"sublime",
       "Sublime Text: diagnostics, as you write",
       {{"sublime.json", "$CONFIG/sublime-text/Packages/User/LSP.sublime-settings"}},
       "install the package LSP"},
      {"git", "git: before a commit", {{"git.sh", "$GIT/pre-commit"}}, ""},
  };
  return kHooks;
}

std::vector<std::string_view> hook_names() {
  std::vector<std::string_view> names;
  for (const Hook& hook : all_hooks()) names.push_back(hook.name);
  return names;
}

std::string hook_list() {
  std::string text;
  for (const Hook& hook : all_hooks()) text += fmt::format("{:<9}{}\n", hook.name, hook.summary);
  return text;
}

constexpr std::string_view kBlock = "@block@";

std::string_view template_of(const Part& part) {
  return std::ranges::find(hook_files(), part.file, &HookFile::name)->text;
}

bool can_block(const Hook& hook) {
  return std::ranges::any_of(hook.parts,
                             [](const Part& part) { return template_of(part).find(kBlock) != std::string_view::npos; });
}

std::string text_of(const Part& part, bool block) {
  std::string text(template_of(part));
  for (std::size_t at = text.find(kBlock); at != std::string::npos; at = text.find(kBlock, at))
    text.replace(at, kBlock.size(), block ? "1" : "0");
  return text;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

// The folder in which git looks for the hooks of the repository around the current folder; nothing, with a word on
// stderr, outside of one.
std::optional<std::string> git_hooks_folder() {
  const ProcessResult git = run_git({"rev-parse", "--git-path", "hooks"}, ".");
  if (git.status == 0) return git.out.substr(0, git.out.find('\n'));
  print_problem(
      {"", 0, 0,
       git.status == 127 ? git_complaint(git) : "the current folder is in no git repository; run this inside of one"});
  return std::nullopt;
}

// Where the part belongs on this machine; nothing, with a word on stderr, where that cannot be known.
std::optional<std::string> path_of(const Part& part) {
  const std::size_t slash = part.place.find('/');
  const std::string_view root = part.place.substr(0, slash);
  const std::string rest(part.place.substr(slash));
  if (root == "$GIT") {
    const std::optional<std::string> folder = git_hooks_folder();
    return folder ? std::optional(*folder + rest) : std::nullopt;
  }
  if (root != "~" && root != "$CONFIG") return std::string(part.place);
  if (const std::string config = variable("XDG_CONFIG_HOME"); root == "$CONFIG" && !config.empty())
    return config + rest;
  const std::string home = variable("HOME");
  if (home.empty()) {
    print_problem(
        {"", 0, 0, "HOME is not set, so there is no place to install to; print the hook and save it yourself"});
    return std::nullopt;
  }
  return home + (root == "$CONFIG" ? "/.config" : "") + rest;
}

// Whether nothing would be lost: there is no file, or it is what this program writes.
bool may_write(const std::string& path, const Part& part) {
  std::error_code error;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, error))) return true;
  const std::optional<std::string> there =
      std::filesystem::is_regular_file(path, error) ? read_file(path) : std::nullopt;
  if (there && (*there == text_of(part, false) || *there == text_of(part, true))) return true;
  print_problem(
      {path, 0, 0, "is there already and is not what would be written; put the two together by hand, or use --force"});
  return false;
}

int install(const Hook& hook, bool block, bool force) {
  std::vector<std::string> paths;
  for (const Part& part : hook.parts) {
    std::optional<std::string> path = path_of(part);
    if (!path || (!force && !may_write(*path, part))) return kExitTrouble;
    paths.push_back(*std::move(path));
  }
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::error_code error;
    std::filesystem::create_directories(std::filesystem::path(paths[i]).parent_path(), error);
    if (!write_file(paths[i], text_of(hook.parts[i], block))) return kExitTrouble;
    if (hook.name == "git" && ::chmod(paths[i].c_str(), 0755) != 0) {
      print_problem({paths[i], 0, 0, fmt::format("cannot be made executable: {}", std::strerror(errno))});
      return kExitTrouble;
    }
    print_note(fmt::format("{} is written", paths[i]));
  }
  if (!hook.then.empty()) print_note(hook.then);
  return kExitClean;
}

int print(const Hook& hook, bool block) {
  std::string text;
  for (const Part& part : hook.parts) {
    if (hook.parts.size() > 1) text += fmt::format("{}// {}\n", text.empty() ? "" : "\n", part.place);
    text += text_of(part, block);
  }
  return write_stdout(text) ? kExitClean : kExitTrouble;
}

}  // namespace

int run_hook_command(const Arguments& arguments) {
  std::string name;
  bool wants_install = false;
  bool block = false;
  bool force = false;
  const std::vector<std::string_view> names = hook_names();
  Parser parser("hook",
                "prints or installs what makes an editor, or git, ask candor before a text is saved or committed");
  parser.optional_argument(name, "NAME", "the editor, or git; without it, the names that there are");
  parser.argument_choices(names);
  parser.flag("--install", wants_install, "write it where the editor looks for it; nothing that is there is replaced");
  parser.flag("--block", block, "keep a text with findings from being saved or committed, in place of a mere warning");
  parser.flag("--force", force, "with --install: replace what is there");
  parser.example("hook vim", "print the hook, to read it first");
  parser.example("hook vim --install", "write ~/.vim/plugin/candor.vim");
  parser.example("hook git --install --block", "refuse commits with findings in this repository");
  if (const auto status = parser.parse(arguments)) return *status;

  if (name.empty() && (wants_install || block || force)) return parser.misused("which editor? NAME is missing");
  if (name.empty()) return write_stdout(hook_list()) ? kExitClean : kExitTrouble;
  const auto hook = std::ranges::find(all_hooks(), name, &Hook::name);
  if (hook == all_hooks().end()) return parser.misused(unknown_name("hook", name, names));
  if (block && !can_block(*hook))
    return parser.misused(fmt::format("--block: the hook for {} cannot keep a text from being saved", name));
  return wants_install ? install(*hook, block, force) : print(*hook, block);
}

}  // namespace candor
