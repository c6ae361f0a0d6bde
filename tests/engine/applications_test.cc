#include "lint/engine/applications.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

class ApplicationsTest : public testing::Test {
 protected:
  ApplicationsTest() { request_.working_directory = here_.path(); }

  Applications find(const Lines& paths) {
    request_.paths = paths;
    return find_applications(request_);
  }
  // One line an application: "root: text text"; context in brackets, a held text with a star.
  Lines groups(const Lines& paths) {
    const Applications found = find(paths);
    for (const Problem& problem : found.problems) ADD_FAILURE() << to_string(problem);
    Lines lines;
    for (const Application& application : found.applications) {
      std::string line = application.root + ":";
      for (const ApplicationText& text : application.texts) {
        line += " " + (text.linted ? text.name : "(" + text.name + ")") + (text.held ? "*" : "");
      }
      lines.push_back(line);
    }
    return lines;
  }
  Lines problems(const Lines& paths) {
    Lines lines;
    for (const Problem& problem : find(paths).problems) lines.push_back(to_string(problem));
    return lines;
  }
  void write_two_applicants() {
    here_.write("candor.toml", "applications = [\"applicants/*\"]\n");
    for (const char* name :
         {"applicants/a/cv.md", "applicants/a/text/ps.md", "applicants/b/ps.md", "README.md", "notes.md"}) {
      here_.write(name);
    }
  }

  TemporaryFolder here_;
  ApplicationRequest request_;
};

TEST_F(ApplicationsTest, WithoutSettingsAGivenFolderIsOne) {
  here_.write("a/cv.md");
  here_.write("a/b/ps.md");
  here_.write("c/ps.md");
  EXPECT_EQ(groups({"a", "a/b", "c"}), (Lines{"a: a/b/ps.md a/cv.md", "c: c/ps.md"}));
  EXPECT_EQ(groups({"."}), Lines{".: a/b/ps.md a/cv.md c/ps.md"});
}

TEST_F(ApplicationsTest, WithoutSettingsAGivenFileStandsAlone) {
  here_.write("a/cv.md");
  here_.write("a/ps.md");
  EXPECT_EQ(groups({"a/cv.md"}), Lines{"a: a/cv.md"});
  EXPECT_EQ(groups({"a/cv.md", "a/ps.md"}), (Lines{"a: a/cv.md", "a: a/ps.md"}));
}

TEST_F(ApplicationsTest, AllTextsBelowTheSettingsAreOne) {
  here_.write("candor.toml", "");
  here_.write("a/cv.md");
  here_.write("ps.md");
  EXPECT_EQ(groups({"a", "ps.md"}), Lines{".: a/cv.md ps.md"});
  EXPECT_EQ(groups({"ps.md"}), Lines{".: ps.md"});
}

TEST_F(ApplicationsTest, EveryFolderThatMatchesIsOneAndOtherTextsStandAlone) {
  write_two_applicants();
  EXPECT_EQ(groups({"."}),
            (Lines{".: README.md", ".: notes.md", "applicants/a: applicants/a/cv.md applicants/a/text/ps.md",
                   "applicants/b: applicants/b/ps.md"}));
}

TEST_F(ApplicationsTest, OutermostFolderThatMatchesHolds) {
  here_.write("candor.toml", "applications = [\"people/**\", \"!people/old\"]\n");
  here_.write("people/a/deep/cv.md");
  here_.write("people/old/b/cv.md");
  EXPECT_EQ(groups({"."}), (Lines{"people/a: people/a/deep/cv.md", "people/old/b: people/old/b/cv.md"}));
}

TEST_F(ApplicationsTest, SettingsAboveTheWorkingDirectoryHold) {
  write_two_applicants();
  request_.working_directory = here_.path("applicants/a/text");
  EXPECT_EQ(groups({".", ".."}), Lines{"..: ../cv.md ps.md"});
}

TEST_F(ApplicationsTest, NestedSettingsMakeTheirOwnApplication) {
  here_.write("candor.toml", "exclude = [\"drafts/\"]\nstrict = true\n");
  here_.write("ps.md");
  here_.write("drafts/x.md");
  here_.write("b/candor.toml", "");
  here_.write("b/drafts/y.md");
  const Applications found = find({"."});
  ASSERT_EQ(found.applications.size(), 2U);
  EXPECT_EQ(groups({"."}), (Lines{".: ps.md", "b: b/drafts/y.md"}));
  EXPECT_TRUE(found.applications[0].settings->strict);
  EXPECT_FALSE(found.applications[1].settings->strict);
}

TEST_F(ApplicationsTest, ApplicationsShareTheirSettings) {
  write_two_applicants();
  const Applications found = find({"applicants"});
  ASSERT_EQ(found.applications.size(), 2U);
  EXPECT_EQ(found.applications[0].settings, found.applications[1].settings);
}

TEST_F(ApplicationsTest, LocalNamesAreWhatPatternsSee) {
  write_two_applicants();
  EXPECT_EQ(find({"applicants/b"}).applications.at(0).texts.at(0).local, "applicants/b/ps.md");
  request_.settings = Settings{};
  EXPECT_EQ(find({"applicants/b"}).applications.at(0).texts.at(0).local, "ps.md");
}

TEST_F(ApplicationsTest, ExcludedFilesAreLintedWhenNamedUnlessForced) {
  here_.write("candor.toml", "exclude = [\"drafts\", \"*.txt\"]\n");
  for (const char* name : {"drafts/x.md", "a.txt", "ps.md"}) here_.write(name);
  EXPECT_EQ(groups({"."}), Lines{".: ps.md"});
  EXPECT_EQ(groups({"drafts/x.md", "a.txt"}), Lines{".: a.txt drafts/x.md"});
  request_.force_exclude = true;
  EXPECT_EQ(groups({"drafts/x.md", "a.txt", "ps.md"}), Lines{".: ps.md"});
}

TEST_F(ApplicationsTest, GivenSettingsHoldInPlaceOfThoseFound) {
  write_two_applicants();
  request_.settings = Settings{};  // as --no-config
  EXPECT_EQ(groups({"applicants"}), Lines{"applicants: applicants/a/cv.md applicants/a/text/ps.md applicants/b/ps.md"});
}

TEST_F(ApplicationsTest, AdjustReachesAllSettings) {
  here_.write("a/candor.toml", "");
  here_.write("a/ps.md");
  here_.write("b/ps.md");
  request_.adjust = [](Settings& settings) { settings.gap_months = 7; };
  for (const Application& application : find({"a", "b"}).applications) EXPECT_EQ(application.settings->gap_months, 7U);
}

TEST_F(ApplicationsTest, ProblemsOfSettingsAndPathsAreToldOnceAndInOrder) {
  here_.write("candor.toml", "strct = true\ngap-months = 0\n");
  here_.write("a/x.md");
  here_.write("b/y.md");
  EXPECT_EQ(problems({"a", "b", "gone", "gone"}),
            (Lines{"candor.toml:1:1: unknown key \"strct\"; did you mean \"strict\"?",
                   "candor.toml:2:14: \"gap-months\" is 0; it wants a whole number from 1 to 12",
                   "gone: no such file or folder"}));
  EXPECT_EQ(find({"a", "gone"}).applications.size(), 1U);
}

TEST_F(ApplicationsTest, HeldTextBringsItsApplicationAsContext) {
  write_two_applicants();
  request_.held = {"applicants/a/cv.md"};
  EXPECT_EQ(groups({}), Lines{"applicants/a: applicants/a/cv.md* (applicants/a/text/ps.md)"});
  request_.held = {"notes.md"};
  EXPECT_EQ(groups({}), Lines{".: notes.md*"});
}

TEST_F(ApplicationsTest, HeldTextsOfOneApplicationAreLintedTogether) {
  write_two_applicants();
  request_.held = {"applicants/a/cv.md", "applicants/a/new.md", "applicants/b/ps.md", "applicants/a/cv.md"};
  EXPECT_EQ(groups({}), (Lines{"applicants/a: applicants/a/cv.md* applicants/a/new.md* (applicants/a/text/ps.md)",
                               "applicants/b: applicants/b/ps.md*"}));
}

TEST_F(ApplicationsTest, HeldTextNeedNotExist) {
  write_two_applicants();
  request_.held = {"applicants/b/new.md"};
  EXPECT_EQ(groups({}), Lines{"applicants/b: applicants/b/new.md* (applicants/b/ps.md)"});
  request_.held = {"applicants/c/new.md"};
  EXPECT_EQ(groups({}), Lines{"applicants/c: applicants/c/new.md*"});
}

TEST_F(ApplicationsTest, HeldTextWithoutSettingsBringsItsFolderOnly) {
  for (const char* name : {"a/ps.md", "a/cv.md", "a/deep/x.md", "b/y.md"}) here_.write(name);
  request_.held = {"a/ps.md"};
  EXPECT_EQ(groups({}), Lines{"a: (a/cv.md) a/ps.md*"});
}

TEST_F(ApplicationsTest, HeldTextWithoutANameStandsAlone) {
  here_.write("candor.toml", "strict = true\n");
  here_.write("ps.md");
  request_.held = {""};
  EXPECT_EQ(groups({}), Lines{".: <stdin>*"});
  EXPECT_TRUE(find({}).applications.at(0).settings->strict);
}

TEST_F(ApplicationsTest, HeldTextThatIsExcludedIsPassedOverByForce) {
  here_.write("candor.toml", "exclude = [\"drafts/\"]\n");
  request_.held = {"drafts/new.md"};
  EXPECT_EQ(groups({}), Lines{".: drafts/new.md*"});
  request_.force_exclude = true;
  EXPECT_EQ(groups({}), Lines{});
}

TEST_F(ApplicationsTest, ContextOfNamedFilesOnRequest) {
  write_two_applicants();
  request_.with_context = true;
  EXPECT_EQ(groups({"applicants/a/cv.md", "notes.md"}),
            (Lines{".: notes.md", "applicants/a: applicants/a/cv.md (applicants/a/text/ps.md)"}));
}

TEST_F(ApplicationsTest, ContextOfAFolderThatIsAPart) {
  write_two_applicants();
  request_.with_context = true;
  EXPECT_EQ(groups({"applicants/a/text"}), Lines{"applicants/a: (applicants/a/cv.md) applicants/a/text/ps.md"});
  EXPECT_EQ(groups({"applicants"}),
            (Lines{"applicants/a: applicants/a/cv.md applicants/a/text/ps.md", "applicants/b: applicants/b/ps.md"}));
}

TEST_F(ApplicationsTest, ContextStopsAtNestedSettings) {
  here_.write("candor.toml", "");
  here_.write("ps.md");
  here_.write("cv.md");
  here_.write("b/candor.toml", "");
  here_.write("b/other.md");
  request_.held = {"ps.md"};
  EXPECT_EQ(groups({}), Lines{".: (cv.md) ps.md*"});
}

}  // namespace
}  // namespace candor
