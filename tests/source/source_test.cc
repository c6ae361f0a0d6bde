#include "lint/source/source.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

namespace candor {
namespace {

Source source_of(std::string bytes) {
  Problem problem;
  std::optional<Source> source = Source::from_bytes("a.txt", std::move(bytes), problem);
  EXPECT_TRUE(source.has_value()) << to_string(problem);
  return std::move(*source);
}

Problem problem_of(std::string bytes) {
  Problem problem;
  EXPECT_FALSE(Source::from_bytes("a.txt", std::move(bytes), problem).has_value());
  return problem;
}

class TemporaryFolder {
 public:
  TemporaryFolder()
      : path_(std::filesystem::temp_directory_path() / ("candor-source-test-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] std::string folder() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST(Source, KeepsNameAndBytes) {
  const Source source = source_of("one\ntwo\n");
  EXPECT_EQ(source.name(), "a.txt");
  EXPECT_EQ(source.bytes(), "one\ntwo\n");
  EXPECT_EQ(source.slice({4, 7}), "two");
}

TEST(Source, EndsLinesAtLineFeeds) {
  const Source source = source_of("one\ntwo\n");
  EXPECT_EQ(source.line_count(), 3U);
  EXPECT_EQ(source.slice(source.line(1)), "one");
  EXPECT_EQ(source.slice(source.line(2)), "two");
  EXPECT_EQ(source.slice(source.line(3)), "");
}

TEST(Source, EndsLinesAtCrLfAndAtALoneCr) {
  const Source source = source_of("one\r\ntwo\rthree\r\r\nfive");
  EXPECT_EQ(source.line_count(), 5U);
  EXPECT_EQ(source.slice(source.line(1)), "one");
  EXPECT_EQ(source.slice(source.line(2)), "two");
  EXPECT_EQ(source.slice(source.line(3)), "three");
  EXPECT_EQ(source.slice(source.line(4)), "");
  EXPECT_EQ(source.slice(source.line(5)), "five");
}

TEST(Source, CountsPositionsFromOneInCodePoints) {
  const Source source = source_of("caf\u00E9 \U0001F600x\ny");
  EXPECT_EQ(source.position(0), (Position{1, 1, 0}));
  EXPECT_EQ(source.position(5), (Position{1, 5, 5}));    // after é: two bytes, one column
  EXPECT_EQ(source.position(10), (Position{1, 7, 10}));  // after the emoji: four bytes, one column
  EXPECT_EQ(source.position(12), (Position{2, 1, 12}));
}

TEST(Source, GivesPositionsAtLineEndsToTheLineThatEnds) {
  const Source source = source_of("ab\r\ncd\re");
  EXPECT_EQ(source.position(2), (Position{1, 3, 2}));  // the CR
  EXPECT_EQ(source.position(3), (Position{1, 4, 3}));  // the LF after it
  EXPECT_EQ(source.position(4), (Position{2, 1, 4}));
  EXPECT_EQ(source.position(7), (Position{3, 1, 7}));
  EXPECT_EQ(source.position(8), (Position{3, 2, 8}));  // the end of the text
}

TEST(Source, RefusesAnEmptyText) { EXPECT_EQ(problem_of("").message, "is empty; there is no text to lint"); }

TEST(Source, SaysWhereUtf8IsInvalid) {
  const Problem problem = problem_of("fine\nna\xC3\xAFve \xFF");
  EXPECT_EQ(problem.file, "a.txt");
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.column, 8U);  // in bytes: nothing else can be counted in such a file
  EXPECT_NE(problem.message.find("0xFF"), std::string::npos);
}

TEST(Source, RefusesEveryKindOfInvalidUtf8) {
  for (const std::string& bytes :
       {std::string("\x80"), std::string("\xC3"), std::string("\xC0\xAF"), std::string("\xED\xA0\x80"),
        std::string("\xF4\x90\x80\x80"), std::string("12345678\xE2\x82")}) {
    EXPECT_EQ(problem_of(bytes).line, 1U);
  }
}

TEST(Source, SaysWhereANulStands) {
  const Problem problem = problem_of(std::string("ab\ncd\0e", 7));
  EXPECT_EQ(problem.line, 2U);
  EXPECT_EQ(problem.column, 3U);
}

TEST(Source, AcceptsALineOf16MiBAndRefusesALongerOne) {
  std::string bytes = "first\n" + std::string(kLongestLine, 'a');
  EXPECT_EQ(source_of(bytes).line_count(), 2U);
  bytes += 'a';
  const Problem problem = problem_of(bytes);
  EXPECT_EQ(problem.line, 2U);
  EXPECT_NE(problem.message.find("16 MiB"), std::string::npos);
}

TEST(Source, ReadsAFile) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("a.txt")) << "I passed.\n";
  Problem problem;
  const auto source = Source::from_file("shown.txt", folder.file("a.txt"), problem);
  ASSERT_TRUE(source.has_value());
  EXPECT_EQ(source->name(), "shown.txt");
  EXPECT_EQ(source->bytes(), "I passed.\n");
}

TEST(Source, AFileThatIsTooLargeIsNotReadAtAll) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("vast.txt")).flush();
  std::filesystem::resize_file(folder.file("vast.txt"), std::uintmax_t{3} << 40U);  // takes no room: it is all hole
  Problem problem;
  EXPECT_FALSE(Source::from_file("vast.txt", folder.file("vast.txt"), problem).has_value());
  EXPECT_EQ(to_string(problem), "vast.txt: is larger than 2 GiB; split it");
}

TEST(Source, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  Problem problem;
  EXPECT_FALSE(Source::from_file("b.txt", folder.file("b.txt"), problem).has_value());
  EXPECT_EQ(to_string(problem), "b.txt: no such file or folder");
  EXPECT_FALSE(Source::from_file("folder", folder.folder(), problem).has_value());
  EXPECT_EQ(to_string(problem), "folder: is not a regular file");
  std::ofstream(folder.file("empty.txt")).flush();
  EXPECT_FALSE(Source::from_file("empty.txt", folder.file("empty.txt"), problem).has_value());
  EXPECT_EQ(problem.message, "is empty; there is no text to lint");
}

TEST(CountCodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("abc"), 3U);
  EXPECT_EQ(count_code_points("\u00E9\u201C\U0001F600"), 3U);
}

TEST(CountUtf16Units, CountsTwoBeyondTheBasicPlane) {
  EXPECT_EQ(count_utf16_units("abc"), 3U);
  EXPECT_EQ(count_utf16_units("\u00E9\u201C\U0001F600"), 4U);
}

}  // namespace
}  // namespace candor
