#include "lint/report/render_diff.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

// The text that `patch` makes of `before`.
std::string patched(std::string_view before, std::string_view diff) {
  const TemporaryFolder folder;
  folder.write("a b.txt", before);
  folder.write("diff", diff);
  const std::string command = "cd '" + folder.path() + "' && patch -p1 --binary -s < diff";
  EXPECT_EQ(std::system(command.c_str()), 0) << diff;
  std::ifstream stream(folder.path("a b.txt"), std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST(RenderDiffTest, ShowsThreeLinesAroundAChange) {
  EXPECT_EQ(render_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5!\n6\n7\n8\n9\n"),
            "--- a/a.md\n+++ b/a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+5!\n 6\n 7\n 8\n");
}

TEST(RenderDiffTest, IsEmptyForTheSameText) { EXPECT_EQ(render_diff("a.md", "1\n", "1\n"), ""); }

TEST(RenderDiffTest, PatchMakesTheNewTextOfTheOldOne) {
  std::string before;
  for (int i = 0; i < 40; ++i) before += "line " + std::to_string(i) + (i % 3 == 0 ? "\r\n" : "\n");
  std::string after = before;
  for (const char* line : {"line 0\r", "line 4\n", "line 9\r", "line 30\r", "line 39"})
    after.insert(after.find(line) + 4, "!");
  EXPECT_EQ(patched(before, render_diff("a b.txt", before, after)), after);
}

TEST(RenderDiffTest, KnowsALastLineWithoutAnEnd) {
  EXPECT_EQ(patched("1\n2", render_diff("a b.txt", "1\n2", "1\n2!")), "1\n2!");
}

TEST(RenderDiffTest, TakesALineThatIsNew) {
  EXPECT_EQ(patched("1\n2\n3\n", render_diff("a b.txt", "1\n2\n3\n", "1\nnew\n2\n3\n")), "1\nnew\n2\n3\n");
}

}  // namespace
}  // namespace candor
