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

TEST(Problem, IsToldOnceAndInTheOrderOfItsPlace) {
  std::vector<Problem> problems = {{"b.md", 0, 0, "x"}, {"a.md", 4, 7, "x"}, {"a.md", 4, 2, "z"},
                                   {"a.md", 4, 2, "y"}, {"a.md", 4, 7, "x"}, {"", 9, 9, "x"}};
  put_in_order(problems);
  EXPECT_EQ(problems,
            (std::vector<Problem>{
                {"", 9, 9, "x"}, {"a.md", 4, 2, "y"}, {"a.md", 4, 2, "z"}, {"a.md", 4, 7, "x"}, {"b.md", 0, 0, "x"}}));
}

}  // namespace
}  // namespace candor
