#include "lint/lsp/linter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/lsp/session.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kCurly = "It\u2019s so.\n";  // eras-text/quotes, and nothing else

class LinterTest : public testing::Test {
 protected:
  [[nodiscard]] LinterOptions options(std::string config = {}, bool no_config = false) const {
    return {folder_.path(), std::move(config), no_config, {}, [] { return kToday; }};
  }
  // The rules that are found in a text that is no file's.
  [[nodiscard]] static std::vector<std::string> untitled(LinterOptions options, ClientSettings settings = {}) {
    Linter linter(std::move(options));
    linter.set_client_settings(std::move(settings));
    OpenText text;
    text.uri = "untitled:Untitled-1";
    text.language = "markdown";
    text.bytes = kCurly;
    const OpenText* open[] = {&text};
    return rules(linter.lint(open, {text.uri}).at(text.uri));
  }
  // The texts of the workspace, without the folder, each with the rules that are found in it.
  [[nodiscard]] std::vector<std::string> workspace(LinterOptions options) const {
    Linter linter(std::move(options));
    const std::string folders[] = {folder_.path()};
    std::vector<std::string> lines;
    for (const auto& [path, text] : linter.lint_folders({}, folders)) {
      lines.push_back(path.substr(folder_.path("").size()));
      for (const std::string& rule : rules(text)) lines.back() += " " + rule;
    }
    return lines;
  }
  static std::vector<std::string> rules(const LintedText& text) {
    std::vector<std::string> rules;
    for (const Finding& finding : text.findings) rules.push_back(finding.rule);
    return rules;
  }

  TemporaryFolder folder_;
};

TEST_F(LinterTest, ATextWithoutAFileGoesByTheSettingsThatAreNamed) {
  folder_.write("candor.toml", "select = [\"dates\"]\n");
  const std::string other = folder_.write("other/candor.toml", "select = [\"eras-text\"]\n");
  EXPECT_THAT(untitled(options()), IsEmpty());
  EXPECT_THAT(untitled(options(other)), ElementsAre("eras-text/quotes"));
  EXPECT_THAT(untitled(options({}, true)), ElementsAre("eras-text/quotes"));
  ClientSettings editor;
  editor.config = "other/candor.toml";
  EXPECT_THAT(untitled(options(), editor), ElementsAre("eras-text/quotes"));
}

TEST_F(LinterTest, TheWorkspaceIsSearchedByTheSettingsThatAreNamed) {
  folder_.write("candor.toml", "exclude = [\"drafts/\"]\n");
  const std::string other = folder_.write("other.toml", "exclude = [\"finals/\"]\n");
  folder_.write("drafts/a.md", kCurly);
  folder_.write("finals/a.md", kCurly);
  EXPECT_THAT(workspace(options()), ElementsAre("finals/a.md eras-text/quotes"));
  EXPECT_THAT(workspace(options(other)), ElementsAre("drafts/a.md eras-text/quotes"));
  EXPECT_THAT(workspace(options({}, true)),
              ElementsAre("drafts/a.md eras-text/quotes", "finals/a.md eras-text/quotes"));
}

TEST_F(LinterTest, WhatTheSearchOfTheWorkspaceMeetsIsTold) {
  folder_.write("a.md", kCurly);
  folder_.make_folder("empty");
  folder_.link("empty/lost.md", "nowhere.md");
  Linter linter(options());
  const std::string folders[] = {folder_.path()};
  EXPECT_EQ(linter.lint_folders({}, folders).size(), 1U);
  ASSERT_EQ(linter.problems().size(), 1U);
  EXPECT_EQ(linter.problems()[0].file, "empty/lost.md");
}

}  // namespace
}  // namespace candor
