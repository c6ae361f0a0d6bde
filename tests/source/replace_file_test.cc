#include "lint/source/replace_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

class ReplaceFileTest : public testing::Test {
 protected:
  std::string read(std::string_view name) const {
    std::ifstream stream(folder_.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }
  bool replace(std::string_view name, std::string_view text) {
    return replace_file(std::string(name), folder_.path(name), text, problem_);
  }
  std::ptrdiff_t files() const { return std::distance(std::filesystem::directory_iterator(folder_.path()), {}); }

  TemporaryFolder folder_;
  Problem problem_;
};

TEST_F(ReplaceFileTest, KeepsTheMode) {
  ::chmod(folder_.write("a").c_str(), 0640);
  ASSERT_TRUE(replace("a", "new"));
  struct stat status {};
  ASSERT_EQ(::stat(folder_.path("a").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0640U);
  EXPECT_EQ(read("a"), "new");
  EXPECT_EQ(files(), 1);
}

TEST_F(ReplaceFileTest, KeepsTheOwner) {
  const std::string path = folder_.write("a");
  if (::chown(path.c_str(), 65534, 65534) != 0) {
    // Who may not give files away cannot lose an owner but his own.
    ASSERT_NE(::geteuid(), 0U);
  }
  struct stat before {};
  ASSERT_EQ(::stat(path.c_str(), &before), 0);
  ASSERT_TRUE(replace("a", "new"));
  struct stat after {};
  ASSERT_EQ(::stat(path.c_str(), &after), 0);
  EXPECT_EQ(after.st_uid, before.st_uid);
  EXPECT_EQ(after.st_gid, before.st_gid);
}

TEST_F(ReplaceFileTest, MakesAFileThatIsNotThere) {
  ASSERT_TRUE(replace("a", "new"));
  EXPECT_EQ(read("a"), "new");
}

TEST_F(ReplaceFileTest, FollowsALink) {
  folder_.write("real/a", "old");
  folder_.link("b", "real/a");
  ASSERT_TRUE(replace("b", "new"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path("b")));
  EXPECT_EQ(read("real/a"), "new");
}

TEST_F(ReplaceFileTest, LeavesAReadOnlyFileAlone) {
  ::chmod(folder_.write("a", "old").c_str(), 0444);
  EXPECT_FALSE(replace("a", "new"));
  EXPECT_EQ(to_string(problem_), "a: cannot be written: it is read-only");
  EXPECT_EQ(read("a"), "old");
}

TEST_F(ReplaceFileTest, SaysWhereTheFolderIsMissing) {
  EXPECT_FALSE(replace("no/a", "new"));
  EXPECT_EQ(to_string(problem_), "no/a: cannot be written: No such file or directory");
}

// A limit on the size of files ends a write in the middle, as a full disk does.
TEST_F(ReplaceFileTest, LosesNothingWhereTheWriteFails) {
  folder_.write("a", "old");
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{4096, 4096};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const bool replaced = replace("a", std::string(100'000, 'x'));
    ::_exit(!replaced && problem_.message == "cannot be written: File too large" ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0);
  EXPECT_EQ(read("a"), "old");
  EXPECT_EQ(files(), 1);  // no draft is left
}

}  // namespace
}  // namespace candor
