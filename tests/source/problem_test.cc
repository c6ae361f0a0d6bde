#include "lint/source/problem.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Problem, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(to_string({"", 0, 0, "no such command"}), "no such command");
  EXPECT_EQ(to_string({"a.md", 0, 0, "is empty"}), "a.md: is empty");
  EXPECT_EQ(to_string({"a.md", 4, 0, "too long"}), "a.md:4: too long");
  EXPECT_EQ(to_string({"a.md", 4, 7, "a NUL byte"}), "a.md:4:7: a NUL byte");
}

}  // namespace
}  // namespace candor
