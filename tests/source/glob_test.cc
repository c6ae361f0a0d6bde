#include "lint/source/glob.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace candor {
namespace {

bool matches(std::string_view pattern, std::string_view path, bool is_folder = false) {
  std::string why;
  const auto glob = Glob::compile(pattern, why);
  EXPECT_TRUE(glob) << pattern << ": " << why;
  return glob && glob->matches(path, is_folder);
}

std::string fault(std::string_view pattern) {
  std::string why;
  EXPECT_FALSE(Glob::compile(pattern, why)) << pattern;
  return why;
}

GlobList list(std::initializer_list<std::string_view> patterns) {
  GlobList globs;
  for (const auto pattern : patterns) {
    std::string why;
    EXPECT_TRUE(globs.add(pattern, why)) << why;
  }
  return globs;
}

TEST(Glob, NameMatchesInAnyFolder) {
  EXPECT_TRUE(matches("cv.md", "cv.md"));
  EXPECT_TRUE(matches("cv.md", "a/b/cv.md"));
  EXPECT_FALSE(matches("cv.md", "a/xcv.md"));
  EXPECT_FALSE(matches("cv.md", "cv.md/x"));
}

TEST(Glob, SlashAtTheStartOrInTheMiddleHoldsToTheTop) {
  EXPECT_TRUE(matches("/cv.md", "cv.md"));
  EXPECT_FALSE(matches("/cv.md", "a/cv.md"));
  EXPECT_TRUE(matches("a/cv.md", "a/cv.md"));
  EXPECT_FALSE(matches("a/cv.md", "b/a/cv.md"));
  EXPECT_TRUE(matches("./cv.md", "cv.md"));
  EXPECT_FALSE(matches("./cv.md", "a/cv.md"));
}

TEST(Glob, SlashAtTheEndMeansFoldersOnly) {
  EXPECT_TRUE(matches("drafts/", "drafts", true));
  EXPECT_TRUE(matches("drafts/", "a/drafts", true));
  EXPECT_FALSE(matches("drafts/", "drafts", false));
}

TEST(Glob, StarStaysInItsFolder) {
  EXPECT_TRUE(matches("*.md", "a/b.md"));
  EXPECT_TRUE(matches("a/*", "a/b"));
  EXPECT_FALSE(matches("a/*", "a/b/c"));
  EXPECT_TRUE(matches("a*c*e", "abcde"));
  EXPECT_TRUE(matches("a*c*e", "aceace"));
  EXPECT_FALSE(matches("a*c*e", "acd"));
  EXPECT_TRUE(matches("a***b", "axb"));
}

TEST(Glob, TwoStarsCrossFolders) {
  EXPECT_TRUE(matches("**/x", "x"));
  EXPECT_TRUE(matches("**/x", "a/b/x"));
  EXPECT_TRUE(matches("a/**/x", "a/x"));
  EXPECT_TRUE(matches("a/**/x", "a/b/c/x"));
  EXPECT_FALSE(matches("a/**/x", "b/a/x"));
  EXPECT_TRUE(matches("a/**/b/**/c", "a/b/x/b/y/c"));
  EXPECT_FALSE(matches("a/**/b/**/c", "a/x/c"));
}

TEST(Glob, TwoStarsAtTheEndMatchWhatIsBelowButNotTheFolder) {
  EXPECT_TRUE(matches("a/**", "a/b"));
  EXPECT_TRUE(matches("a/**", "a/b/c"));
  EXPECT_FALSE(matches("a/**", "a", true));
  EXPECT_TRUE(matches("**", "a/b/c"));
}

TEST(Glob, QuestionMarkIsOneCodePoint) {
  EXPECT_TRUE(matches("?.md", "a.md"));
  EXPECT_TRUE(matches("?.md", "é.md"));
  EXPECT_TRUE(matches("?.md", "山.md"));
  EXPECT_FALSE(matches("??.md", "山.md"));
  EXPECT_FALSE(matches("*??.md", "山.md"));
  EXPECT_FALSE(matches("a?b", "a/b"));
}

TEST(Glob, SetsAndRanges) {
  EXPECT_TRUE(matches("[abc].md", "b.md"));
  EXPECT_FALSE(matches("[abc].md", "d.md"));
  EXPECT_TRUE(matches("v[0-9]", "v7"));
  EXPECT_FALSE(matches("v[!0-9]", "v7"));
  EXPECT_FALSE(matches("v[^0-9]", "v7"));
  EXPECT_TRUE(matches("v[!0-9]", "vx"));
  EXPECT_TRUE(matches("[]x]", "]"));
  EXPECT_TRUE(matches("[x-]", "-"));
  EXPECT_TRUE(matches("[à-ü]", "é"));
  EXPECT_TRUE(matches("[[:alpha:][:digit:]]z", "7z"));
  EXPECT_FALSE(matches("[[:alpha:]]z", "7z"));
  EXPECT_TRUE(matches("[\\]]", "]"));
}

TEST(Glob, BackslashTakesTheNextCharacterAsItIs) {
  EXPECT_TRUE(matches("\\*.md", "*.md"));
  EXPECT_FALSE(matches("\\*.md", "a.md"));
  EXPECT_TRUE(matches("\\!a", "!a"));
  EXPECT_TRUE(matches("\\[a]", "[a]"));
}

TEST(Glob, CoversWhatIsBelowAMatchedFolder) {
  std::string why;
  EXPECT_TRUE(Glob::compile("drafts", why)->covers("a/drafts/b/c.md"));
  EXPECT_TRUE(Glob::compile("drafts/", why)->covers("drafts/c.md"));
  EXPECT_FALSE(Glob::compile("drafts/", why)->covers("a/drafts"));
}

TEST(Glob, MalformedPatternSaysWhy) {
  EXPECT_EQ(fault(""), "an empty pattern");
  EXPECT_EQ(fault("/"), "an empty pattern");
  EXPECT_EQ(fault("!"), "an empty pattern");
  EXPECT_EQ(fault("a[b"), "\"[\" without a matching \"]\"; write \"\\[\" for the character itself");
  EXPECT_EQ(fault("[[:word:]]"), "\"[\" without a matching \"]\"; write \"\\[\" for the character itself");
  EXPECT_EQ(fault("a\\"), "a backslash escapes nothing");
  EXPECT_EQ(fault("../a"), "\".\" and \"..\" match nothing; patterns see what is below their folder");
}

TEST(Glob, ManyStarsDoNotExplode) {
  std::string pattern;
  std::string folders = "**/";
  for (int i = 0; i < 200; ++i) pattern += "a*";
  for (int i = 0; i < 200; ++i) folders += "a/**/";
  std::string path;
  for (int i = 0; i < 500; ++i) path += "a/";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_FALSE(matches(pattern + "b", std::string(4000, 'a')));
  EXPECT_FALSE(matches(folders + "b", path + "a"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

TEST(GlobList, LastMatchDecides) {
  const GlobList globs = list({"*.md", "!keep.md", "a/keep.md"});
  EXPECT_EQ(globs.judge("x.md", false), GlobList::Match::matched);
  EXPECT_EQ(globs.judge("keep.md", false), GlobList::Match::taken_back);
  EXPECT_EQ(globs.judge("a/keep.md", false), GlobList::Match::matched);
  EXPECT_EQ(globs.judge("x.txt", false), GlobList::Match::none);
}

TEST(GlobList, NothingBelowAMatchedFolderIsTakenBack) {
  const GlobList globs = list({"drafts/", "!drafts/keep.md"});
  EXPECT_TRUE(globs.covers("drafts/keep.md"));
  EXPECT_FALSE(list({"drafts/*", "!drafts/keep.md"}).covers("drafts/keep.md"));
}

TEST(GlobList, ReadsLinesAsGitDoes) {
  GlobList globs;
  globs.add_lines("\xEF\xBB\xBF# comment\r\n\n*.bak  \r\n\\#x\na\\ \n[broken\n!y");
  std::vector<std::string> patterns;
  for (const Glob& glob : globs.globs()) patterns.push_back(glob.pattern());
  EXPECT_EQ(patterns, (std::vector<std::string>{"*.bak", "\\#x", "a\\ ", "!y"}));
  EXPECT_EQ(globs.judge("#x", false), GlobList::Match::matched);
  EXPECT_EQ(globs.judge("a ", false), GlobList::Match::matched);
}

}  // namespace
}  // namespace candor
