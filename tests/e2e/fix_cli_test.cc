// --fix and --diff of the real binary.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/e2e/program.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

constexpr std::string_view kCurly = "We wrote \u201Cyes\u201D on  the form. \n";
constexpr std::string_view kPlain = "We wrote \"yes\" on the form.\n";

class FixCliTest : public testing::Test {
 protected:
  Outcome run(const std::vector<std::string>& words, std::string_view input = {}) const {
    return run_candor(words, folder_.path(), input);
  }
  std::string read(std::string_view name) const {
    std::ifstream stream(folder_.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  TemporaryFolder folder_;
};

TEST_F(FixCliTest, MendsFilesAndReportsWhatIsLeft) {
  folder_.write("a.md", kCurly);
  folder_.write("b.md", "My name is \u738B.\n");
  const Outcome outcome = run({"check", "--fix", "--format", "line"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_EQ(read("a.md"), kPlain);
  EXPECT_EQ(outcome.out.find("a.md"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("b.md:1:12: warning"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.err, "note: 3 fixes made in 1 text\n");
}

TEST_F(FixCliTest, KeepsLineEndingsAndMode) {
  ::chmod(folder_.write("a.md", "\u201Cyes\u201D\r\nno \r\n").c_str(), 0604);
  EXPECT_EQ(run({"check", "--fix"}).status, 0);
  EXPECT_EQ(read("a.md"), "\"yes\"\r\nno\r\n");
  struct stat status {};
  ASSERT_EQ(::stat(folder_.path("a.md").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777, 0604U);
}

TEST_F(FixCliTest, MendsOnlyWhatIsSelectedAndNotSuppressed) {
  folder_.write("a.md", kCurly);
  folder_.write("b.md", "<!-- candor: ignore[eras-text] -->\n\n" + std::string(kCurly));
  run({"check", "--fix", "--select", "eras-text/quotes"});
  EXPECT_EQ(read("a.md"), "We wrote \"yes\" on  the form. \n");
  EXPECT_EQ(read("b.md"), "<!-- candor: ignore[eras-text] -->\n\n" + std::string(kCurly));
}

TEST_F(FixCliTest, MendsStdinToStdout) {
  const Outcome outcome = run({"check", "--fix", "-"}, kCurly);
  EXPECT_EQ(outcome.out, kPlain);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(run({"check", "--fix", "-"}, kPlain).out, kPlain);
  folder_.write("a.md", kCurly);
  EXPECT_EQ(run({"check", "--fix", "-", "--stdin-filename", "a.md"}, kCurly).out, kPlain);
  EXPECT_EQ(read("a.md"), kCurly);
}

TEST_F(FixCliTest, StdinThatIsNoTextComesBackAsItIs) {
  const Outcome outcome = run({"check", "--fix", "-"}, "a\xFF  b\n");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "a\xFF  b\n");
}

TEST_F(FixCliTest, DiffShowsAndWritesNothing) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--diff"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_EQ(outcome.out,
            "--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-" + std::string(kCurly) + "+" + std::string(kPlain));
  EXPECT_EQ(read("a.md"), kCurly);
  folder_.write("a.md", kPlain);
  EXPECT_EQ(run({"check", "--diff"}).status, 0);
  EXPECT_EQ(run({"check", "--diff"}).out, "");
}

TEST_F(FixCliTest, DiffExitsTwoWhereAFileCannotBeRead) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--diff", "a.md", "nope.md"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.out.find("+++ b/a.md"), std::string::npos);
}

TEST_F(FixCliTest, AReadOnlyFileIsAProblemAndTheRestIsMended) {
  ::chmod(folder_.write("a.md", kCurly).c_str(), 0444);
  folder_.write("b.md", kCurly);
  const Outcome outcome = run({"check", "--fix"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: a.md: cannot be written: it is read-only\n"), std::string::npos) << outcome.err;
  EXPECT_EQ(read("a.md"), kCurly);
  EXPECT_EQ(read("b.md"), kPlain);
}

TEST_F(FixCliTest, AFullDiskIsAProblemAndLosesNothing) {
  std::string large;
  for (int i = 0; i < 4000; ++i) large += kCurly;
  folder_.write("a.md", large);
  const Outcome outcome = run_candor({"check", "--fix", "--quiet", "--select", "eras-text", "--format", "line"},
                                     folder_.path(), {}, {}, 16'384);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: a.md: cannot be written: File too large\n"), std::string::npos) << outcome.err;
  EXPECT_EQ(read("a.md"), large);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(FixCliTest, ALinkedFileIsMendedWhereItIs) {
  folder_.write("real/a.md", kCurly);
  folder_.link("b.md", "real/a.md");
  EXPECT_EQ(run({"check", "--fix", "b.md"}).status, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path("b.md")));
  EXPECT_EQ(read("real/a.md"), kPlain);
}

}  // namespace
}  // namespace candor
