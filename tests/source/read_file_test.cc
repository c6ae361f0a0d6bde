#include "lint/source/read_file.h"

#include <sys/stat.h>

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

class ReadFileTest : public testing::Test {
 protected:
  std::string trouble_with(const std::string& name) const {
    Problem problem;
    EXPECT_EQ(read_file(name, here_.path(name), problem), std::nullopt);
    return to_string(problem);
  }

  TemporaryFolder here_;
};

TEST_F(ReadFileTest, TakesInEveryByte) {
  const std::string bytes("a\r\n\0\xFF", 5);
  Problem problem;
  EXPECT_EQ(read_file("a", here_.write("a", bytes), problem), bytes);
  EXPECT_EQ(read_file("b", here_.write("b", ""), problem), "");
  EXPECT_EQ(problem, Problem{});
}

TEST_F(ReadFileTest, ReadsAFileThatHasMoreThanItSays) {
  Problem problem;
  const auto bytes = read_file("status", "/proc/self/status", problem);
  ASSERT_TRUE(bytes) << to_string(problem);
  EXPECT_EQ(bytes->substr(0, 5), "Name:");
}

TEST_F(ReadFileTest, RefusesWhatIsNoRegularFile) {
  here_.make_folder("folder");
  ASSERT_EQ(::mkfifo(here_.path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(trouble_with("folder"), "folder: is not a regular file");
  EXPECT_EQ(trouble_with("pipe"), "pipe: is not a regular file");
  EXPECT_EQ(trouble_with("gone"), "gone: no such file or folder");
}

}  // namespace
}  // namespace candor
