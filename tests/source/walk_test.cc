#include "lint/source/walk.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/nobody.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Names = std::vector<std::string>;

class WalkTest : public testing::Test {
 protected:
  FoundTexts find(const std::vector<std::string>& paths) {
    options_.working_directory = here_.path();
    return find_texts(paths, options_);
  }
  Names names(const std::vector<std::string>& paths) {
    const FoundTexts found = find(paths);
    EXPECT_TRUE(found.problems.empty()) << to_string(found.problems.front());
    Names names;
    for (const FoundText& text : found.texts) names.push_back(text.name);
    return names;
  }
  Names problems(const std::vector<std::string>& paths) {
    Names lines;
    for (const Problem& problem : find(paths).problems) lines.push_back(to_string(problem));
    return lines;
  }

  TemporaryFolder here_;
  WalkOptions options_;
};

TEST_F(WalkTest, FindsTextsByTheirEndingSortedByName) {
  for (const char* name : {"b.md", "a/z.txt", "a.markdown", "c.TEXT", "d.docx", "e", ".md"}) here_.write(name);
  EXPECT_EQ(names({"."}), (Names{"a.markdown", "a/z.txt", "b.md", "c.TEXT"}));
}

TEST_F(WalkTest, TellsTextsAndMarkdownByEndingInAnyCase) {
  EXPECT_TRUE(is_text_name("a.md") && is_text_name("a.Markdown") && is_text_name("x/a.txt") && is_text_name("a.TEXT"));
  EXPECT_FALSE(is_text_name("a.mdx") || is_text_name("md") || is_text_name(".md"));
  EXPECT_TRUE(is_markdown_name("a.MD"));
  EXPECT_FALSE(is_markdown_name("a.txt"));
}

TEST_F(WalkTest, NamesAreRelativeToTheWorkingDirectoryHoweverTheyAreGiven) {
  here_.write("a/b.md");
  EXPECT_EQ(names({"./a//../a/b.md"}), Names{"a/b.md"});
  EXPECT_EQ(names({here_.path("a/b.md")}), Names{"a/b.md"});
  options_.working_directory = here_.make_folder("other");
  const FoundTexts found = find_texts(std::vector<std::string>{"../a"}, options_);
  ASSERT_EQ(found.texts.size(), 1U);
  EXPECT_EQ(found.texts[0].name, "../a/b.md");
  EXPECT_EQ(found.texts[0].path, here_.path("a/b.md"));
}

TEST_F(WalkTest, GivenFileIsATextWhateverItsName) {
  here_.write("statement.tex");
  here_.write(".hidden/x.md");
  EXPECT_EQ(names({"statement.tex", ".hidden/x.md"}), (Names{".hidden/x.md", "statement.tex"}));
}

TEST_F(WalkTest, HiddenFilesAndFoldersAreSkipped) {
  here_.write(".git/x.md");
  here_.write(".notes/x.md");
  here_.write("._a.md");
  here_.write("a.md");
  EXPECT_EQ(names({"."}), Names{"a.md"});
}

TEST_F(WalkTest, SameFileIsFoundOnce) {
  here_.write("a/b.md");
  EXPECT_EQ(names({"a/b.md", "a", "./a/b.md", ".", "a"}), Names{"a/b.md"});
}

TEST_F(WalkTest, OutermostGivenFolderIsNoted) {
  here_.write("a/b/c.md");
  here_.write("d.md");
  const FoundTexts found = find({"a/b/c.md", "a/b", "a", "d.md"});
  ASSERT_EQ(found.texts.size(), 2U);
  EXPECT_EQ(found.texts[0].given_folder, here_.path("a"));
  EXPECT_EQ(found.texts[1].given_folder, "");
}

TEST_F(WalkTest, NotRecursiveTakesTheFoldersOwnTexts) {
  here_.write("a.md");
  here_.write("b/c.md");
  options_.recursive = false;
  EXPECT_EQ(names({"."}), Names{"a.md"});
}

TEST_F(WalkTest, MissingPathIsAProblemAndTheRestIsFound) {
  here_.write("a.md");
  const FoundTexts found = find({"gone.md", "a.md", "a.md/x"});
  EXPECT_EQ(found.texts.size(), 1U);
  EXPECT_EQ(problems({"gone.md", "a.md", "a.md/x", ""}),
            (Names{"an empty path; name a file or a folder", "a.md/x: no such file or folder",
                   "gone.md: no such file or folder"}));
}

TEST_F(WalkTest, UnreadableFolderIsAProblemAndTheRestIsFound) {
  here_.write("a.md");
  std::filesystem::permissions(here_.path(), std::filesystem::perms(0755));
  const std::string closed = here_.make_folder("closed");
  std::filesystem::permissions(closed, std::filesystem::perms::none);
  EXPECT_TRUE(holds_for_nobody([&] {
    return problems({"."}) == Names{"closed: cannot be read: Permission denied"} && find({"."}).texts.size() == 1;
  }));
  std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
}

TEST_F(WalkTest, NestedGitignoreFilesHoldFromTheirFolderDown) {
  here_.write(".gitignore", "*.txt\n/drafts/\n");
  here_.write("a/.gitignore", "!keep.txt\nb.md\n");
  for (const char* name : {"x.txt", "drafts/d.md", "a/keep.txt", "a/y.txt", "a/b.md", "a/drafts/e.md", "b.md"}) {
    here_.write(name);
  }
  EXPECT_EQ(names({"."}), (Names{"a/drafts/e.md", "a/keep.txt", "b.md"}));
  EXPECT_EQ(names({"a"}), (Names{"a/drafts/e.md", "a/keep.txt"}));
  options_.respect_gitignore = false;
  EXPECT_EQ(names({"."}).size(), 7U);
}

TEST_F(WalkTest, RepositorysOwnExcludeFileHoldsAndIsWeakest) {
  here_.write(".git/info/exclude", "*.txt\n");
  here_.write(".gitignore", "!keep.txt\n");
  here_.write("a/x.txt");
  here_.write("a/keep.txt");
  EXPECT_EQ(names({"a"}), Names{"a/keep.txt"});
}

TEST_F(WalkTest, WhatIsNoFileIsPassedOverWhereGitKeepsPatterns) {
  here_.make_folder(".git/info/exclude");
  here_.make_folder(".gitignore");
  here_.make_folder("a/.gitignore");
  here_.write("a/b/x.md");
  ASSERT_EQ(::mkfifo(here_.path("a/b/.gitignore").c_str(), 0600), 0);
  EXPECT_EQ(names({"."}), Names{"a/b/x.md"});
  EXPECT_EQ(names({"a/b"}), Names{"a/b/x.md"});
}

TEST_F(WalkTest, LinkedWorkTreeUsesTheSharedExcludeFile) {
  here_.write("main/.git/info/exclude", "*.txt\n");
  here_.write("main/.git/worktrees/tree/commondir", "../..\n");
  here_.write("tree/.git", "gitdir: ../main/.git/worktrees/tree\n");
  here_.write("tree/x.txt");
  here_.write("tree/x.md");
  EXPECT_EQ(names({"tree"}), Names{"tree/x.md"});
}

TEST_F(WalkTest, GitignoreAboveTheRepositoryDoesNotHold) {
  here_.write(".gitignore", "*.md\n");
  here_.make_folder("repository/.git");
  here_.write("repository/a.md");
  EXPECT_EQ(names({"repository"}), Names{"repository/a.md"});
}

TEST_F(WalkTest, ExcludedFoldersAreNotEntered) {
  here_.write("a.md");
  here_.write("drafts/b.md");
  options_.excluded = [&](const std::string& path, bool is_folder) {
    EXPECT_NE(path, here_.path("drafts/b.md"));
    return is_folder && path == here_.path("drafts");
  };
  EXPECT_EQ(names({"."}), Names{"a.md"});
}

TEST_F(WalkTest, GivenFileIsExcludedOnlyByForce) {
  here_.write(".gitignore", "ignored/\n");
  here_.write("drafts/b.md");
  here_.write("ignored/c.md");
  options_.excluded = [&](const std::string& path, bool) { return path == here_.path("drafts"); };
  EXPECT_EQ(names({"drafts/b.md", "ignored/c.md"}).size(), 2U);
  options_.force_exclude = true;
  EXPECT_EQ(names({"drafts/b.md", "ignored/c.md"}), Names{});
  EXPECT_TRUE(is_passed_over(here_.path("drafts/new.md"), options_));
  EXPECT_FALSE(is_passed_over(here_.path("new.md"), options_));
}

TEST_F(WalkTest, GitignoreSaysNothingOfTheFoldersAboveIt) {
  here_.write(".gitignore", "*\n!*.md\n");
  here_.write("a.md");
  options_.force_exclude = true;
  EXPECT_EQ(names({"a.md"}), Names{"a.md"});
}

TEST_F(WalkTest, LinkToAFolderThatContainsItIsAProblem) {
  here_.write("a/b/c.md");
  here_.link("a/b/up", "..");
  EXPECT_EQ(problems({"."}), Names{"a/b/up: is a link to \"a\", a folder that contains it; remove it or exclude it"});
  EXPECT_EQ(find({"."}).texts.size(), 1U);
  EXPECT_EQ(find({"a/b"}).texts.size(), 1U);
}

TEST_F(WalkTest, LinkToItselfIsAProblem) {
  here_.link("loop", "loop");
  EXPECT_EQ(problems({"."}), Names{"loop: is a link that leads back to itself; remove it"});
  EXPECT_EQ(problems({"loop"}).size(), 1U);
}

TEST_F(WalkTest, LinkToNothingIsAProblemIfItIsNamedAsAText) {
  here_.link("a.md", "gone.md");
  here_.link("a.png", "gone.png");
  EXPECT_EQ(problems({"."}), Names{"a.md: is a link to \"gone.md\", which does not exist; remove it"});
  EXPECT_EQ(problems({"a.md"}), Names{"a.md: no such file or folder"});
}

TEST_F(WalkTest, LinksAreFollowedAndTheFilesOwnNameIsKept) {
  here_.write("z/real.md");
  here_.link("a.md", "z/real.md");
  here_.link("b", "z");
  EXPECT_EQ(names({"."}), Names{"z/real.md"});
  EXPECT_EQ(names({"b"}), Names{"b/real.md"});
  EXPECT_EQ(names({"a.md"}), Names{"a.md"});
}

TEST_F(WalkTest, FoldersThatLinkToEachOtherAreFoundOnce) {
  here_.write("a/x.md");
  here_.write("b/y.md");
  here_.link("a/to_b", "../b");
  here_.link("b/to_a", "../a");
  EXPECT_EQ(names({"."}), (Names{"a/x.md", "b/y.md"}));
  EXPECT_EQ(find({"a"}).texts.size(), 2U);
}

TEST_F(WalkTest, OrderOfArgumentsDoesNotMatter) {
  for (const char* name : {"a/1.md", "b/2.md", "c.md"}) here_.write(name);
  EXPECT_EQ(find({"c.md", "b", "a"}).texts, find({"a", "b", "c.md"}).texts);
}

TEST_F(WalkTest, SpecialFilesInAFolderAreNoTexts) {
  here_.make_folder("folder.md");
  ASSERT_EQ(::mkfifo(here_.path("pipe.md").c_str(), 0600), 0);
  EXPECT_EQ(names({"."}), Names{});
}

TEST(Paths, AbsoluteAndRelative) {
  EXPECT_EQ(absolute_path("a/../b/", "/w"), "/w/b");
  EXPECT_EQ(absolute_path(".", "/w"), "/w");
  EXPECT_EQ(absolute_path("/", "/w"), "/");
  EXPECT_EQ(relative_path("/w/a/b", "/w"), "a/b");
  EXPECT_EQ(relative_path("/w", "/w"), ".");
  EXPECT_EQ(relative_path("/wa", "/w"), "../wa");
  EXPECT_EQ(relative_path("/a", "/"), "a");
  EXPECT_TRUE(is_below("/w/a", "/w") && is_below("/w", "/w") && is_below("/w", "/"));
  EXPECT_FALSE(is_below("/wa", "/w"));
  EXPECT_EQ(parent_folder("/a/b"), "/a");
  EXPECT_EQ(parent_folder("/a"), "/");
  EXPECT_EQ(parent_folder("/"), "/");
}

}  // namespace
}  // namespace candor
