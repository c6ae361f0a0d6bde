#include "lint/engine/applicant_folders.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace candor {
namespace {

using Names = std::vector<std::string>;

TEST(ApplicantFolders, ArePatternsForTheFoldersWithAStatementEach) {
  const Names names = {"applicants/a/personal-statement.md", "applicants/a/exams.md", "applicants/b/ps.txt",
                       "older/2025/c/PS_final.md"};
  EXPECT_EQ(applicant_patterns(names), (Names{"/applicants/*", "/older/2025/*"}));
  EXPECT_EQ(applicant_patterns(Names{"a/ps.md", "b/ps.md"}), (Names{"/*"}));
}

TEST(ApplicantFolders, OneStatementOrNoFolderIsOneApplicant) {
  EXPECT_EQ(applicant_patterns(Names{"a/ps.md", "a/ps-surgery.md", "a/exams.md", "b/experience.md"}), Names());
  EXPECT_EQ(applicant_patterns(Names{"ps.md", "old/ps.md"}), Names());
  EXPECT_EQ(applicant_patterns(Names{}), Names());
}

}  // namespace
}  // namespace candor
