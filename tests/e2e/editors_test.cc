// The hooks in the editors that they are made for: real programs, without a screen.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "tests/e2e/program.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Lines = std::vector<std::string>;

// "cat" stands at character 11 of the line, at byte 16 and at UTF-16 unit 12, all from 1.
constexpr std::string_view kCat = "N\u00e9 \U0001F642 \u00e0: a cat sat.\n";
constexpr std::string_view kPack = R"TOML([[rule]]
id = "house/cat"
message = "an animal"
help = "is it needed?"
patterns = ["cat"]
bad = ["A cat."]
good = ["A dog."]
)TOML";

constexpr std::string_view kPoor =
    "I failed Step 1 in June 2019. The exam was unfair, mistakes were made, and I had no choice but to wait.\n";

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Lines lines_of(const std::string& path) {
  std::ifstream file(path);
  Lines lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

class EditorsTest : public testing::Test {
 protected:
  EditorsTest() {
    const std::string programs = std::filesystem::path(candor_binary()).parent_path();
    environment_ = {"HOME=" + home_.path(), "XDG_CONFIG_HOME=" + home_.path(".config"),
                    "PATH=" + programs + ":/usr/local/bin:/usr/bin:/bin", "TERM=dumb"};
    repository_.write("house.toml", kPack);
    repository_.write("candor.toml", "rules = [\"house.toml\"]\nselect = [\"house\"]\n");
  }

  Outcome run(std::vector<std::string> words, std::string_view input = {}) const {
    return run_program(words, repository_.path(), input, environment_);
  }
  void install(std::vector<std::string> words) const {
    words.insert(words.begin(), {"candor", "hook"});
    words.push_back("--install");
    const Outcome outcome = run(words);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }
  // The same on a terminal.
  Outcome run_on_terminal(const std::string& command) const {
    return run({"timeout", "60", "script", "--quiet", "--return", "--command", command, "/dev/null"});
  }
  // The default rules, in place of the house's own.
  void use_shipped_rules() const { std::filesystem::remove(repository_.path("candor.toml")); }
  // Two texts of one application with two dates of one exam.
  void write_contradiction() const {
    repository_.write("candor.toml", "select = [\"dates/contradiction\"]\n");
    repository_.write("ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n");
    repository_.write("exams.md", "# Exams\n\nUSMLE Step 1: failed, August 2020\n");
  }

  TemporaryFolder home_;
  TemporaryFolder repository_;
  std::vector<std::string> environment_;
};

// Vim

class VimTest : public EditorsTest {
 protected:
  // Runs commands in Vim, with the hook where it is installed.
  Outcome vim(const std::string& commands) const {
    home_.write("vimrc", "set nocompatible encoding=utf-8\n");
    const std::string script = home_.write("script.vim", commands + R"VIM(
      call writefile(map(getqflist(), {_, e -> printf('%s:%d:%d-%d:%d %s %s', fnamemodify(bufname(e.bufnr), ':t'), e.lnum,
            \ e.col, e.end_lnum, e.end_col, e.type, e.text)}), $HOME . '/quickfix')
      qall!
    )VIM");
    return run({"vim", "-Nes", "-n", "-i", "NONE", "-u", home_.path("vimrc"), "-S", script});
  }
  static constexpr const char* kWrite = R"VIM(
      try
        write
      catch
        call writefile([v:exception] + split(execute('messages'), "\n"), $HOME . '/refused')
      endtry
    )VIM";
  [[nodiscard]] Lines quickfix() const { return lines_of(home_.path("quickfix")); }
  [[nodiscard]] std::string refused() const { return read(home_.path("refused")); }
};

TEST_F(VimTest, SavingFillsTheQuickfixList) {
  install({"vim"});
  const Outcome outcome =
      vim("edit ps.md\ncall setline(1, '" + std::string(kCat.substr(0, kCat.size() - 1)) + "')\n" + kWrite);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(quickfix(), ElementsAre("ps.md:1:16-1:19 W an animal (is it needed?) [house/cat]"));
  EXPECT_EQ(read(repository_.path("ps.md")), kCat) << "a warning does not keep it from being saved";
  EXPECT_EQ(refused(), "");
}

TEST_F(VimTest, ACleanTextEmptiesTheListThatIsOurs) {
  install({"vim"});
  repository_.write("ps.md", kCat);
  vim(std::string("edit ps.md\n") + kWrite + "%s/cat/dog/\n" + kWrite);
  EXPECT_THAT(quickfix(), IsEmpty());
  vim(std::string("call setqflist([{'filename': 'mine', 'lnum': 1, 'text': 'mine'}])\nedit ps.md\n") + kWrite);
  EXPECT_EQ(quickfix().size(), 1U) << "a list of the user's stays";
}

TEST_F(VimTest, TheOtherDateOfAContradictionIsShownWhereItIsSaved) {
  use_shipped_rules();
  install({"vim", "--block"});
  write_contradiction();
  vim(std::string("edit exams.md\n") + kWrite);
  EXPECT_THAT(quickfix(), Contains(AllOf(HasSubstr("exams.md:3:"), HasSubstr("[dates/contradiction]"))));
  EXPECT_THAT(quickfix(), Contains(HasSubstr("ps.md:3:")));
  EXPECT_THAT(refused(), HasSubstr("is not saved"));
}

TEST_F(VimTest, APoorStatementIsBlockedWhenAsked) {
  use_shipped_rules();
  install({"vim", "--block"});
  repository_.write("ps.md", "Before.\n");
  const std::string edit = "edit ps.md\ncall setline(1, '" + std::string(kPoor.substr(0, kPoor.size() - 1)) + "')\n";
  vim(edit + kWrite);
  EXPECT_THAT(refused(), HasSubstr("is not saved"));
  EXPECT_THAT(quickfix(), Contains(HasSubstr("passive-framing/")));
  EXPECT_EQ(read(repository_.path("ps.md")), "Before.\n");
  vim(edit + "write!\n");
  EXPECT_EQ(read(repository_.path("ps.md")), kPoor) << "':w!' saves";
}

// Types ":write" and waits for the last message that this leaves; then all messages are in ~/messages.
constexpr std::string_view kTypeWrite = R"VIM(
  function! Look(timer) abort
    if execute('messages') =~# 'not saved'
      call writefile(split(execute('messages'), "\n"), $HOME . '/messages')
      qall!
    endif
  endfunction
  call timer_start(10, 'Look', {'repeat': -1})
  call feedkeys(":write\<CR>")
)VIM";

TEST_F(VimTest, ARefusalIsSaidWithoutAnErrorOfVims) {
  install({"vim", "--block"});
  repository_.write("ps.md", "Before.\n");
  home_.write("vimrc", "set nocompatible encoding=utf-8\n");
  const std::string script =
      home_.write("script.vim", "edit ps.md\ncall setline(1, 'A cat.')\n" + std::string(kTypeWrite));
  run_on_terminal("vim -n -i NONE -u ~/vimrc -S " + script);
  EXPECT_THAT(lines_of(home_.path("messages")),
              Contains("candor: ps.md is not saved, 1 finding (:copen shows them, :w! saves)"));
  EXPECT_THAT(read(home_.path("messages")), Not(HasSubstr("Error")));
  EXPECT_EQ(read(repository_.path("ps.md")), "Before.\n");
}

TEST_F(VimTest, ASettingThatIsBrokenIsSaidAndTheTextIsSaved) {
  install({"vim"});
  repository_.write("candor.toml", "gap-months = \"x\"\nrules = [\"house.toml\"]\nselect = [\"house\"]\n");
  repository_.write("ps.md", kCat);
  vim(std::string("edit ps.md\nredir! > $HOME/messages\n") + kWrite + "redir END\n");
  EXPECT_THAT(read(home_.path("messages")), HasSubstr("candor.toml:1:"));
  EXPECT_EQ(quickfix().size(), 1U);
}

TEST_F(VimTest, WithoutTheProgramTheTextIsSaved) {
  install({"vim", "--block"});
  repository_.write("ps.md", "Before.\n");
  vim(std::string("let g:candor_program = '/nowhere/candor'\nedit ps.md\ncall setline(1, 'A cat.')\n") + kWrite);
  EXPECT_EQ(read(repository_.path("ps.md")), "A cat.\n");
}

TEST_F(VimTest, ATextInNoRepositoryIsLookedAtAlone) {
  install({"vim"});
  const TemporaryFolder elsewhere;
  elsewhere.write("ps.md", kPoor);
  vim("edit " + elsewhere.path("ps.md") + "\n" + kWrite);
  EXPECT_THAT(quickfix(), Contains(HasSubstr("passive-framing/")));
}

TEST_F(VimTest, AnOddNameIsNoCommand) {
  install({"vim"});
  repository_.write("a b'$(touch pwned).md", kCat);
  vim(std::string("execute 'edit ' . fnameescape(\"a b'$(touch pwned).md\")\n") + kWrite);
  EXPECT_EQ(quickfix().size(), 1U);
  EXPECT_FALSE(std::filesystem::exists(repository_.path("pwned")));
}

// Neovim

class NeovimTest : public EditorsTest {
 protected:
  Outcome neovim(const std::string& lua) const {
    const std::string script = home_.write("script.lua", R"LUA(
      local function dump()
        local lines = {}
        for _, d in ipairs(vim.diagnostic.get(0)) do
          local code = d.code or (d.user_data and d.user_data.lsp and d.user_data.lsp.code)
          lines[#lines + 1] = ('%d:%d-%d:%d %s %s'):format(d.lnum, d.col, d.end_lnum, d.end_col, d.source, code)
        end
        vim.fn.writefile(lines, vim.env.HOME .. '/diagnostics')
      end
      local function wait_for(count)
        vim.wait(20000, function() return #vim.diagnostic.get(0) == count end, 10)
        dump()
      end
    )LUA" + lua + "\nvim.cmd('qall!')\n");
    return run({"nvim", "--headless", "-n", "-i", "NONE", "-c", "luafile " + script});
  }
  [[nodiscard]] Lines diagnostics() const { return lines_of(home_.path("diagnostics")); }
};

TEST_F(NeovimTest, ItsOwnClientShowsDiagnosticsAtTheRightColumns) {
  install({"neovim"});
  repository_.write("ps.md", kCat);
  const Outcome outcome = neovim("vim.cmd('edit ps.md') wait_for(1)");
  EXPECT_THAT(diagnostics(), ElementsAre("0:15-0:18 candor house/cat"))
      << outcome.err << read(home_.path("diagnostics"));
}

TEST_F(NeovimTest, DiagnosticsFollowTheEdits) {
  install({"neovim"});
  repository_.write("ps.md", kCat);
  neovim(R"(vim.cmd('edit ps.md') wait_for(1)
    vim.api.nvim_buf_set_text(0, 0, 0, 0, 3, {'', '\u{1F642}\u{1F642} '}) wait_for(1)
    vim.wait(20000, function() return vim.diagnostic.get(0)[1].lnum == 1 end, 10) dump())");
  EXPECT_THAT(diagnostics(), ElementsAre("1:21-1:24 candor house/cat"));
}

TEST_F(NeovimTest, WithoutAServerSavingShowsTheDiagnostics) {
  install({"neovim"});
  repository_.write("ps.md", kCat);
  neovim("vim.g.candor_lsp = false vim.cmd('edit ps.md') vim.cmd('write') dump()");
  EXPECT_THAT(diagnostics(), ElementsAre("0:15-0:18 candor house/cat"));
}

TEST_F(NeovimTest, APoorStatementIsBlockedWhenAsked) {
  use_shipped_rules();
  install({"neovim", "--block"});
  repository_.write("ps.md", "Before.\n");
  const std::string edit = "vim.cmd('edit ps.md') vim.api.nvim_buf_set_lines(0, 0, -1, true, {'" +
                           std::string(kPoor.substr(0, kPoor.size() - 1)) + "'}) ";
  neovim(edit +
         "local ok, why = pcall(vim.cmd, 'write') vim.fn.writefile({tostring(why)}, vim.env.HOME .. '/refused')");
  EXPECT_THAT(read(home_.path("refused")), HasSubstr("is not saved"));
  EXPECT_EQ(read(repository_.path("ps.md")), "Before.\n");
  neovim(edit + "vim.cmd('write!')");
  EXPECT_EQ(read(repository_.path("ps.md")), kPoor);
}

TEST_F(NeovimTest, ARefusalIsSaidWithoutAnErrorOfNeovims) {
  install({"neovim", "--block"});
  repository_.write("ps.md", "Before.\n");
  const std::string script =
      home_.write("script.vim", "edit ps.md\ncall setline(1, 'A cat.')\n" + std::string(kTypeWrite));
  run_on_terminal("nvim -n -i NONE -S " + script);
  EXPECT_THAT(lines_of(home_.path("messages")), Contains("candor: ps.md is not saved, 1 finding (:w! saves)"));
  EXPECT_THAT(read(home_.path("messages")), Not(HasSubstr("Error")));
  EXPECT_EQ(read(repository_.path("ps.md")), "Before.\n");
}

// Emacs

class EmacsTest : public EditorsTest {
 protected:
  Outcome emacs(const std::string& lisp) const {
    const std::string script = home_.write("script.el", R"LISP(
      (defun wait-for-diagnostics ()
        (flymake-start)
        (let ((until (+ (float-time) 20)))
          (while (and (not (memq 'candor-flymake (flymake-reporting-backends))) (< (float-time) until))
            (accept-process-output nil 0.05)))
        (let ((lines (mapcar (lambda (d)
                               (format "%d-%d %s %s\n" (flymake-diagnostic-beg d) (flymake-diagnostic-end d)
                                       (flymake-diagnostic-type d) (flymake-diagnostic-text d)))
                             (flymake-diagnostics)))
              (coding-system-for-write 'utf-8-unix))
          (write-region (apply #'concat lines) nil (expand-file-name "~/diagnostics"))))
    )LISP" + lisp);
    return run({"emacs", "--batch", "-Q", "-l", home_.path(".emacs.d/candor.el"), "-l", script});
  }
};

TEST_F(EmacsTest, FlymakeShowsFindingsAtTheRightPlace) {
  install({"emacs"});
  repository_.write("ps.md", kCat);
  const Outcome outcome = emacs("(find-file \"ps.md\") (wait-for-diagnostics)");
  EXPECT_THAT(lines_of(home_.path("diagnostics")), ElementsAre("11-14 :warning an animal", "is it needed? [house/cat]"))
      << outcome.err;
}

TEST_F(EmacsTest, APoorStatementIsBlockedWhenAsked) {
  use_shipped_rules();
  install({"emacs", "--block"});
  repository_.write("ps.md", "Before.\n");
  const std::string edit =
      "(find-file \"ps.md\") (erase-buffer) (insert \"" + std::string(kPoor.substr(0, kPoor.size() - 1)) + "\\n\") ";
  const Outcome refused = emacs(edit + "(save-buffer)");
  EXPECT_NE(refused.status, 0);
  EXPECT_THAT(refused.err, HasSubstr("candor: not saved"));
  EXPECT_EQ(read(repository_.path("ps.md")), "Before.\n");
  emacs(edit + "(setq candor-block nil) (save-buffer)");
  EXPECT_EQ(read(repository_.path("ps.md")), kPoor);
}

TEST_F(EmacsTest, TheHookCompilesWithoutAWarning) {
  install({"emacs"});
  const Outcome outcome = run({"emacs", "--batch", "-Q", "--eval", "(setq byte-compile-error-on-warn t)", "-f",
                               "batch-byte-compile", home_.path(".emacs.d/candor.el")});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
}

TEST_F(EmacsTest, EglotShowsFindingsAtTheRightPlace) {
  install({"emacs"});
  repository_.write("ps.md", kCat);
  const Outcome outcome = emacs(R"LISP(
    (let ((default-directory "/usr/share/emacs/site-lisp/elpa/")) (normal-top-level-add-subdirs-to-load-path))
    (require 'eglot)
    (find-file "ps.md")
    (text-mode)
    (let ((eglot-sync-connect 20)) (apply #'eglot (eglot--guess-contact)))
    (let ((until (+ (float-time) 20)))
      (while (and (null (flymake-diagnostics)) (< (float-time) until)) (accept-process-output nil 0.05)))
    (dolist (d (flymake-diagnostics))
      (princ (format "%d-%d %s" (flymake-diagnostic-beg d) (flymake-diagnostic-end d) (flymake-diagnostic-text d))))
  )LISP");
  EXPECT_EQ(outcome.out, "11-14 candor [house/cat]: an animal\nis it needed?") << outcome.err;
}

// Kakoune

TEST_F(EditorsTest, KakouneLintsWhatIsShownAndWhatIsSaved) {
  install({"kakoune"});
  home_.write(".config/kak/kakrc", "source \"%val{config}/candor.kak\"\n");
  home_.write("script.kak", R"KAK(
    hook global BufSetOption lint_warning_count=.* %{ nop %sh{ printf '%s\n' "$kak_opt_lint_messages" >> ~/messages } }
    hook global BufSetOption lint_warning_count=1 %{
      execute-keys '%cA dog.<esc>'
      write
      hook global BufSetOption lint_warning_count=0 %{ kill! 0 }
    }
  )KAK");
  repository_.write("a b.md", kCat);
  const Outcome outcome =
      run({"timeout", "60", "kak", "-ui", "dummy", "-e", "source %sh{ echo ~/script.kak }", "a b.md"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(lines_of(home_.path("messages")),
              ElementsAre(HasSubstr(" 1|warning: an animal [house/cat](col 11)"), Not(HasSubstr("warning"))));
  EXPECT_EQ(read(repository_.path("a b.md")), "A dog.\n");
}

TEST_F(EditorsTest, KakouneRunsNoName) {
  install({"kakoune"});
  home_.write(".config/kak/kakrc", "source \"%val{config}/candor.kak\"\n");
  repository_.write("a'$(touch pwned)'.md", kCat);
  run({"timeout", "60", "kak", "-ui", "dummy", "-e", "write; nop %sh{ sleep 1 }; kill! 0", "a'$(touch pwned)'.md"});
  EXPECT_FALSE(std::filesystem::exists(repository_.path("pwned")));
}

// git

class GitTest : public EditorsTest {
 protected:
  GitTest() {
    git({"init", "--quiet"});
    git({"config", "user.name", "A"});
    git({"config", "user.email", "a@example.org"});
  }
  Outcome git(std::vector<std::string> words) const {
    words.insert(words.begin(), "git");
    return run(words);
  }
};

TEST_F(GitTest, ACommitWithFindingsIsRefusedAndMendedItIsAccepted) {
  install({"git", "--block"});
  repository_.write("a b/ps.md", kCat);
  repository_.write("other.c", "a cat\n");
  git({"add", "."});
  const Outcome refused = git({"commit", "-m", "One"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("a b/ps.md:1:11: warning[house/cat] an animal"));
  EXPECT_THAT(refused.err, Not(HasSubstr("other.c")));
  EXPECT_NE(git({"rev-parse", "--verify", "--quiet", "HEAD"}).status, 0) << "nothing was committed";

  repository_.write("a b/ps.md", "A dog.\n");
  git({"add", "."});
  repository_.write("a b/ps.md", kCat);  // what is not staged does not count
  const Outcome accepted = git({"commit", "-m", "One"});
  EXPECT_EQ(accepted.status, 0) << accepted.err;
}

TEST_F(GitTest, AHookThatOnlyWarnsLetsTheCommitPass) {
  install({"git"});
  repository_.write("ps.md", kCat);
  git({"add", "."});
  const Outcome outcome = git({"commit", "-m", "One"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_THAT(outcome.err, HasSubstr("house/cat"));
}

TEST_F(GitTest, AContradictionWithACommittedTextIsRefused) {
  write_contradiction();
  git({"add", "candor.toml", "ps.md"});
  git({"commit", "-m", "One"});
  install({"git", "--block"});
  git({"add", "exams.md"});
  const Outcome refused = git({"commit", "-m", "Two"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, HasSubstr("exams.md:3:23: error[dates/contradiction]"));
}

TEST_F(GitTest, TextsThatAreCommittedTogetherAreReadTogether) {
  write_contradiction();
  install({"git", "--block"});
  git({"add", "."});
  repository_.write("ps.md", "# Personal statement\n\nI failed Step 1 in August 2020.\n");
  const Outcome refused = git({"commit", "-m", "One"});
  EXPECT_EQ(refused.status, 1) << "what is mended in the file alone is committed as it was staged";
  const std::size_t first = refused.err.find("error[dates/contradiction]");
  ASSERT_NE(first, std::string::npos) << refused.err;
  EXPECT_EQ(refused.err.find("error[dates/contradiction]", first + 1), std::string::npos) << refused.err;
  const Outcome accepted = git({"commit", "-a", "-m", "One"});
  EXPECT_EQ(accepted.status, 0) << accepted.err;
}

TEST_F(GitTest, ATextThatIsNotStagedIsReadAsItWasCommitted) {
  write_contradiction();
  git({"add", "candor.toml", "ps.md"});
  git({"commit", "-m", "One"});
  install({"git", "--block"});
  repository_.write("ps.md", "# Personal statement\n\nI failed Step 1 in August 2020.\n");
  git({"add", "exams.md"});
  EXPECT_EQ(git({"commit", "-m", "Two"}).status, 1);
}

TEST_F(GitTest, AnOddNameIsRead) {
  install({"git", "--block"});
  repository_.write("a b'$(touch pwned)\n.md", kCat);
  git({"add", "."});
  EXPECT_EQ(git({"commit", "-m", "One"}).status, 1);
  EXPECT_FALSE(std::filesystem::exists(repository_.path("pwned")));
}

TEST_F(GitTest, StagedTextsAreThoseOfTheRepositoryFromAnyFolder) {
  repository_.write("a/ps.md", kCat);
  repository_.write("b/notes.md", "A dog.\n");
  git({"add", "."});
  std::filesystem::remove(repository_.path("a/ps.md"));
  const Outcome outcome =
      run_program({"candor", "check", "--staged", "--format", "line"}, repository_.path("b"), {}, environment_);
  EXPECT_EQ(outcome.out, "../a/ps.md:1:11: warning: an animal [house/cat]\n") << outcome.err;
}

TEST_F(EditorsTest, StagedOutsideOfARepositoryIsTrouble) {
  const Outcome outcome = run({"candor", "check", "--staged"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("error: --staged: git says: fatal: not a git repository"));
  EXPECT_EQ(run({"candor", "check", "--staged", "a.md"}).status, 2);
  EXPECT_EQ(run({"candor", "check", "--staged", "--fix"}).status, 2);
}

TEST_F(GitTest, ACommitWithoutTextsIsNobodysBusiness) {
  install({"git", "--block"});
  git({"add", "candor.toml"});
  const Outcome outcome = git({"commit", "-m", "One"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, Not(HasSubstr("candor")));
}

TEST_F(GitTest, TheHookGoesWhereGitLooksForIt) {
  git({"config", "core.hooksPath", "my-hooks"});
  install({"git"});
  struct stat status {};
  ASSERT_EQ(::stat(repository_.path("my-hooks/pre-commit").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0111U, 0111U);
}

// candor hook

TEST_F(EditorsTest, OutsideOfARepositoryThereIsNoPlaceForAGitHook) {
  const Outcome outcome = run({"candor", "hook", "git", "--install"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no git repository"));
}

TEST_F(EditorsTest, WithoutGitTheTroubleIsGit) {
  const Outcome outcome = run_candor({"hook", "git", "--install"}, home_.path(), {}, {"PATH=/nowhere"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("git cannot be run"));
}

TEST_F(EditorsTest, WhatIsThereStaysUnlessForced) {
  const std::string path = home_.write(".vim/plugin/candor.vim", "\" mine\n");
  const Outcome refused = run({"candor", "hook", "vim", "--install"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr(".vim/plugin/candor.vim: is there already"));
  EXPECT_EQ(read(path), "\" mine\n");
  EXPECT_EQ(run({"candor", "hook", "vim", "--install", "--force"}).status, 0);
  const std::string warns = read(path);
  EXPECT_EQ(run({"candor", "hook", "vim", "--install", "--block"}).status, 0) << "what candor wrote it may replace";
  EXPECT_NE(read(path), warns);
}

TEST_F(EditorsTest, OfSeveralFilesAllAreInstalledOrNone) {
  repository_.write(".vscode/tasks.json", "{}\n");
  EXPECT_EQ(run({"candor", "hook", "vscode", "--install"}).status, 2);
  EXPECT_FALSE(std::filesystem::exists(repository_.path(".vscode/settings.json")));
}

TEST_F(EditorsTest, TheTaskOfVsCodeReadsWhatCandorWrites) {
  install({"vscode"});
  repository_.write("a: b/ps.md", kCat);
  const auto tasks = nlohmann::json::parse(read(repository_.path(".vscode/tasks.json")), nullptr, true, true);
  const auto& task = tasks["tasks"][0];
  Lines command = {task["command"]};
  for (const auto& argument : task["args"]) command.push_back(argument);
  const std::string line = run(command).out;
  std::smatch parts;
  const std::regex pattern(task["problemMatcher"]["pattern"]["regexp"].get<std::string>());
  const std::string first = line.substr(0, line.find('\n'));
  ASSERT_TRUE(std::regex_match(first, parts, pattern)) << line;
  EXPECT_EQ(Lines(parts.begin() + 1, parts.end()),
            (Lines{"a: b/ps.md", "1", "11", "warning", "an animal", "house/cat"}));
  const auto settings = nlohmann::json::parse(read(repository_.path(".vscode/settings.json")), nullptr, true, true);
  EXPECT_EQ(settings["triggerTaskOnSave.tasks"].begin().key(), task["label"]);
}

TEST_F(EditorsTest, TheSettingsOfHelixAreToml) {
  install({"helix"});
  const Outcome outcome =
      run({"python3", "-c",
           "import tomllib; print(tomllib.load(open('.helix/languages.toml', 'rb'))['language-server']['candor'])"});
  EXPECT_EQ(outcome.out, "{'command': 'candor', 'args': ['lsp']}\n") << outcome.err;
}

TEST_F(EditorsTest, EveryHookIsPrintedAndListed) {
  const Outcome list = run({"candor", "hook"});
  EXPECT_EQ(list.status, 0);
  for (const char* name : {"vim", "neovim", "emacs", "vscode", "kakoune", "helix", "sublime", "git"}) {
    EXPECT_THAT(list.out, HasSubstr(std::string(name) + " "));
    const Outcome outcome = run({"candor", "hook", name});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    EXPECT_THAT(outcome.out, HasSubstr("candor hook " + std::string(name)));
    EXPECT_THAT(outcome.out, Not(HasSubstr("@block@")));
  }
  const Outcome unknown = run({"candor", "hook", "vmi"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_THAT(unknown.err, HasSubstr("did you mean 'vim'"));
  EXPECT_EQ(run({"candor", "hook", "--install"}).status, 2);
}

TEST_F(EditorsTest, WhatCannotBeBlockedIsSaid) {
  const Outcome outcome = run({"candor", "hook", "helix", "--block"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--block: the hook for helix cannot keep a text from being saved"));
}

}  // namespace
}  // namespace candor
