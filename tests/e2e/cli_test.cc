// The real binary: every exit status, and what is said where something is wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "tests/e2e/program.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using testing::HasSubstr;
using testing::Test;
using Words = std::vector<std::string>;

// A curly quote: found by a rule of form (severity info) that needs no reading of the text.
constexpr std::string_view kCurly = "We wrote \xE2\x80\x9Cyes\xE2\x80\x9D on the form.\n";
constexpr std::string_view kClean = "I work on the ward.\n";

class CliTest : public Test {
 protected:
  Outcome run(const Words& words, std::string_view input = {}) const {
    return run_candor(words, folder_.path(), input);
  }

  std::string read(std::string_view name) const {
    std::ifstream stream(folder_.path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  // Nothing on stdout, status 2, and these words on stderr.
  void expect_misuse(const Words& words, std::string_view message) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_EQ(outcome.out, "") << message;
    EXPECT_NE(outcome.err.find(message), std::string::npos) << outcome.err;
  }

  // Status 2 and these words on stderr, and a text beside what is broken is linted all the same.
  void expect_problem(const Words& words, std::string_view message) const {
    folder_.write("other/fine.md", kCurly);
    Words all = {"check", "--format", "line"};
    all.insert(all.end(), words.begin(), words.end());
    all.push_back("other/fine.md");
    const Outcome outcome = run(all);
    EXPECT_EQ(outcome.status, 2) << message;
    EXPECT_NE(outcome.err.find(message), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.out.find("other/fine.md:1:10: info"), std::string::npos) << outcome.out;
  }

  TemporaryFolder folder_;
};

// Exit statuses of check

TEST_F(CliTest, NothingFoundIsZero) {
  folder_.write("a.md", kClean);
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CliTest, FindingsBelowTheLevelAreZero) {
  folder_.write("a.md", kCurly);
  EXPECT_EQ(run({"check"}).status, 0);
  EXPECT_EQ(run({"check", "--fail-on", "error"}).status, 0);
  EXPECT_EQ(run({"check", "--fail-on", "never"}).status, 0);
}

TEST_F(CliTest, FindingsAtTheLevelAreOne) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--fail-on", "info"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_NE(outcome.out.find("eras-text/quotes"), std::string::npos);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CliTest, SettingsSetTheLevel) {
  folder_.write("a/candor.toml", "fail-on = \"info\"\n");
  folder_.write("a/a.md", kCurly);
  folder_.write("b.md", kCurly);
  EXPECT_EQ(run({"check", "a"}).status, 1);
  EXPECT_EQ(run({"check", "b.md"}).status, 0);
  EXPECT_EQ(run({"check", "b.md", "a"}).status, 1);
  EXPECT_EQ(run({"check", "a", "--fail-on", "warning"}).status, 0);
  EXPECT_EQ(run({"check", "a", "--no-config"}).status, 0);
}

TEST_F(CliTest, ExitZeroHidesFindingsButNotProblems) {
  folder_.write("a.md", kCurly);
  EXPECT_EQ(run({"check", "--fail-on", "info", "--exit-zero"}).status, 0);
  EXPECT_EQ(run({"check", "--exit-zero", "nope.md"}).status, 2);
}

TEST_F(CliTest, NoTextIsZeroWithANote) {
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.err.find("note: there is no text to lint"), std::string::npos) << outcome.err;
  EXPECT_EQ(run({"check", "--quiet"}).err, "");
  EXPECT_EQ(run({"check", "--error-on-empty"}).status, 2);
}

// What check takes

TEST_F(CliTest, ReadsStdin) {
  const Outcome outcome = run({"check", "-", "--format", "line"}, kCurly);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out.rfind("<stdin>:1:10: info", 0), 0U) << outcome.out;
}

TEST_F(CliTest, ReadsStdinInPlaceOfAFile) {
  folder_.write("a/ps.md", kClean);
  folder_.write("a/other.md", kCurly);
  const Outcome outcome = run({"check", "-", "--stdin-filename", "a/ps.md", "--format", "line"}, kCurly);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("a/ps.md:1:10: info"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("a/other.md"), std::string::npos) << outcome.out;
}

TEST_F(CliTest, SelectsAndIgnores) {
  folder_.write("a.md", kCurly);
  EXPECT_EQ(run({"check", "--format", "line", "--select", "dates,gap"}).out, "");
  EXPECT_NE(run({"check", "--format", "line", "--select", "eras-text"}).out, "");
  EXPECT_EQ(run({"check", "--format", "line", "--ignore", "eras-text/quotes"}).out, "");
}

TEST_F(CliTest, Excludes) {
  folder_.write("a/a.md", kClean);
  folder_.write("b/b.md", kClean);
  EXPECT_EQ(run({"check", "--quiet", "--show-files"}).out, "a/a.md\nb/b.md\n");
  EXPECT_EQ(run({"check", "--quiet", "--show-files", "--exclude", "a/"}).out, "b/b.md\n");
  EXPECT_EQ(run({"check", "--quiet", "--show-files", "--exclude", "a/", "a/a.md"}).out, "a/a.md\n");
  EXPECT_EQ(run({"check", "--quiet", "--show-files", "--exclude", "a/", "--force-exclude", "a/a.md"}).out, "");
}

TEST_F(CliTest, RespectsGitignore) {
  folder_.make_folder(".git");
  folder_.write(".gitignore", "drafts/\n");
  folder_.write("drafts/a.md", kClean);
  EXPECT_EQ(run({"check", "--quiet", "--show-files"}).out, "");
  EXPECT_EQ(run({"check", "--quiet", "--show-files", "--no-gitignore"}).out, "drafts/a.md\n");
}

TEST_F(CliTest, ShowsSettings) {
  folder_.write("candor.toml", "fail-on = \"info\"\n");
  folder_.write("a.md", kClean);
  const Outcome outcome = run({"check", "--show-settings"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("fail-on = \"info\""), std::string::npos) << outcome.out;
}

TEST_F(CliTest, ShowsFilesWithWhatHoldsForThem) {
  folder_.write("candor.toml", "applications = [\"applicants/*\"]\n[sections]\n\"work.md\" = \"experience\"\n");
  folder_.write("applicants/a/ps.md", kClean);
  folder_.write("applicants/a/work.md", kClean);
  EXPECT_EQ(run({"check", "--show-files"}).out,
            "applicants/a/ps.md  # application applicants/a, 2 texts, by candor.toml\n"
            "applicants/a/work.md  # application applicants/a, 2 texts, by candor.toml, experience by [sections]\n");
}

TEST_F(CliTest, TakesNamesThatLookLikeOptionsOrLists) {
  folder_.write("-q", kClean);
  folder_.write("[a,b]", kClean);
  EXPECT_EQ(run({"check", "--quiet", "--show-files", "[a,b]", "--", "-q"}).out, "-q\n[a,b]\n");
}

TEST_F(CliTest, WritesToAFile) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--format", "json", "--output", "report.json"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(nlohmann::json::parse(read("report.json"))["version"], 1);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 2);  // no draft is left
}

TEST_F(CliTest, SaysWhereItCannotWrite) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--output", "no/such/report.txt"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: no/such/report.txt: cannot be written: "), std::string::npos) << outcome.err;
}

TEST_F(CliTest, IsTheSameWithAnyNumberOfThreads) {
  for (int i = 0; i < 12; ++i) {
    folder_.write("applicants/" + std::to_string(i) + "/ps.md", kCurly);
    folder_.write("applicants/" + std::to_string(i) + "/broken.md", "\xFF");
  }
  folder_.write("candor.toml", "applications = [\"applicants/*\"]\n");
  const Outcome one = run({"check", "--format", "json", "--jobs", "1"});
  const Outcome many = run({"check", "--format", "json", "--jobs", "8"});
  EXPECT_EQ(one.out, many.out);
  EXPECT_EQ(one.err, many.err);
  EXPECT_EQ(nlohmann::json::parse(one.out)["summary"]["applications"], 12);
}

TEST_F(CliTest, EndsQuietlyWhereNobodyReads) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run_candor_into_closed_pipe({"check"}, folder_.path());
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CliTest, WritesTheSummaryOfAGithubJob) {
  folder_.write("a.md", kCurly);
  (void)run_candor({"check", "--format", "github"}, folder_.path(), {},
                   {"GITHUB_STEP_SUMMARY=" + folder_.path("summary.md")});
  EXPECT_NE(read("summary.md").find("eras-text/quotes"), std::string::npos);
}

TEST_F(CliTest, ColoursOnlyWhereAsked) {
  folder_.write("a.md", kCurly);
  EXPECT_EQ(run({"check"}).out.find('\x1b'), std::string::npos);
  EXPECT_NE(run({"check", "--color", "always"}).out.find('\x1b'), std::string::npos);
}

// Bad input: each has its message, the rest of the run goes on

TEST_F(CliTest, MissingPath) { expect_problem({"nope.md"}, "error: nope.md: no such file or folder"); }

// A file that the system does not let anybody read, root among them.
TEST_F(CliTest, UnreadableFile) {
  folder_.link("memory.md", "/proc/self/mem");
  expect_problem({"memory.md"}, "error: memory.md: cannot be read: Input/output error");
  expect_problem({std::string(300, 'a') + ".md"}, "aaa.md: cannot be read: File name too long");
}

TEST_F(CliTest, AFileWithoutPermission) {
  ::chmod(folder_.write("secret.md").c_str(), 0);
  ::chmod(folder_.path().c_str(), 0755);
  folder_.write("other/fine.md", kCurly);
  const Outcome outcome =
      run_candor_as_nobody({"check", "--format", "line", "secret.md", "other/fine.md"}, folder_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: secret.md: cannot be read: Permission denied"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.out.find("other/fine.md:1:10: info"), std::string::npos) << outcome.out;
}

TEST_F(CliTest, APipeIsNoText) {
  ASSERT_EQ(::mkfifo(folder_.path("pipe.md").c_str(), 0600), 0);
  expect_problem({"pipe.md"}, "error: pipe.md: is not a regular file");
}

TEST_F(CliTest, LinkToNothing) {
  folder_.make_folder("a");
  folder_.link("a/x.md", "nowhere");
  expect_problem({"a"}, "error: a/x.md: is a link to \"nowhere\"");
}

TEST_F(CliTest, FolderLoop) {
  folder_.make_folder("a");
  folder_.link("a/loop", "../a");
  expect_problem({"a"}, "error: a/loop: is a link to ");
}

TEST_F(CliTest, InvalidUtf8) {
  folder_.write("a.md", "one\ntw\xFFo\n");
  expect_problem({"a.md"}, "error: a.md:2:3: byte 0xFF is not valid UTF-8");
}

TEST_F(CliTest, NulByte) {
  folder_.write("a.md", std::string_view("one\nt\0o\n", 8));
  expect_problem({"a.md"}, "error: a.md:2:2: a NUL byte");
}

TEST_F(CliTest, VeryLongLine) {
  folder_.write("a.md", std::string(100'000'000, 'a'));
  expect_problem({"a.md"}, "error: a.md:1:1: a line of more than 16 MiB");
}

TEST_F(CliTest, EmptyFile) {
  folder_.write("a.md", "");
  expect_problem({"a.md"}, "error: a.md: is empty");
}

TEST_F(CliTest, BrokenSettings) {
  folder_.write("a/candor.toml", "select = [\n");
  folder_.write("a/a.md");
  expect_problem({"a"}, "error: a/candor.toml:1:");
}

TEST_F(CliTest, UnknownSetting) {
  folder_.write("a/candor.toml", "fail-onn = \"info\"\n");
  folder_.write("a/a.md");
  expect_problem({"a"}, "error: a/candor.toml:1:1: ");
}

TEST_F(CliTest, UnknownRuleInSelect) {
  folder_.write("a.md", kCurly);
  const Outcome outcome = run({"check", "--format", "line", "--select", "eras-text/quots,eras-text/quotes"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: --select: unknown rule"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("eras-text/quotes"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.out.find("a.md:1:10"), std::string::npos) << outcome.out;
}

TEST_F(CliTest, UnknownRuleInSelectWithoutTexts) {
  const Outcome outcome = run({"check", "--select", "eras-text/quots"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("error: --select: unknown rule"), std::string::npos) << outcome.err;
}

TEST_F(CliTest, PatternThatRe2Refuses) {
  folder_.write("a/candor.toml", "rules = [\"mine.toml\"]\n");
  folder_.write("a/mine.toml",
                "[[rule]]\nid = \"mine/one\"\nsummary = \"s\"\nmessage = \"m\"\nhelp = \"h\"\npatterns = [\"fai(l\"]\n"
                "bad = [\"I fail.\"]\ngood = [\"I pass.\"]\n");
  folder_.write("a/a.md");
  expect_problem({"a"}, "mine.toml:6:");
}

TEST_F(CliTest, UnreadableRulePack) {
  folder_.write("a/candor.toml", "rules = [\"mine.toml\"]\n");
  folder_.link("a/mine.toml", "/proc/self/mem");
  folder_.write("a/a.md");
  expect_problem({"a"}, "mine.toml: cannot be read: Input/output error");
}

TEST_F(CliTest, ControlCharactersNeverReachTheTerminal) {
  folder_.write("a\x1b[31m.md", std::string(kCurly) + "\x1b[31m red \xC2\x9B and \xE2\x80\xAE back\n");
  for (const char* format : {"text", "line", "json", "sarif", "github", "rdjson", "junit", "gitlab"}) {
    const Outcome outcome = run({"check", "--format", format});
    EXPECT_EQ(outcome.out.find('\x1b'), std::string::npos) << format;
    EXPECT_EQ(outcome.out.find("\xC2\x9B"), std::string::npos) << format;
    EXPECT_EQ(outcome.out.find("\xE2\x80\xAE"), std::string::npos) << format;
  }
  for (const char* command : {"outline", "parse"}) {
    EXPECT_EQ(run({command}).out.find('\x1b'), std::string::npos) << command;
  }
  EXPECT_EQ(run({"check", "nope\x1b[31m"}).err.find('\x1b'), std::string::npos);
}

TEST_F(CliTest, MachineFormatsHoldTheProblemsToo) {
  const Outcome outcome = run({"check", "--format", "json", "nope.md"});
  EXPECT_EQ(outcome.status, 2);
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json["errors"].size(), 1U);
  EXPECT_EQ(json["errors"][0]["file"], "nope.md");
}

// Misuse

TEST_F(CliTest, Misuse) {
  expect_misuse({}, "error: no command is given");
  expect_misuse({"chek"}, "error: unknown command 'chek', did you mean 'check'?");
  expect_misuse({"--verison"}, "error: unknown option '--verison'");
  expect_misuse({"check", "--formt", "json"}, "error: unknown option '--formt', did you mean '--format'?");
  expect_misuse({"check", "-x"}, "error: unknown option '-x'");
  expect_misuse({"check", "--format"}, "error: --format needs a value");
  expect_misuse({"check", "--format", "jsn"}, "error: --format: unknown value 'jsn', did you mean 'json'?");
  expect_misuse({"check", "--fail-on", "warn"}, "error: --fail-on: unknown value 'warn'");
  expect_misuse({"check", "--as-of", "2026-02-30"}, "error: --as-of: '2026-02-30' is not a day as in 2026-09-15");
  expect_misuse({"check", "--jobs", "-1"}, "error: --jobs: '-1' is not a whole number");
  expect_misuse({"check", "-", "a.md"}, "error: '-' reads one text from stdin");
  expect_misuse({"check", "a.md", "--stdin-filename", "b.md"}, "error: --stdin-filename goes with the path '-'");
  expect_misuse({"check", "--config", "a", "--no-config"}, "error: --config and --no-config exclude each other");
  expect_misuse({"check", "--since", ""}, "error: --since needs a value");
  expect_misuse({"check", "--diff", "--prune-baseline"}, "error: --diff changes nothing");
  expect_misuse({"explain"}, "error: RULE is missing");
  expect_misuse({"explain", "a", "b"}, "error: 'b' is one argument too many");
  expect_misuse({"completions", "bsh"}, "error: unknown shell 'bsh', did you mean 'bash'?");
}

TEST_F(CliTest, ExplainSaysWhatARuleGoesByAndHowSureItIs) {
  EXPECT_THAT(run({"explain", "length/field"}).out, HasSubstr("experience-description 750: official; AAMC"));
  EXPECT_THAT(run({"explain", "dates/impossible"}).out,
              HasSubstr("Step 2 CS was given from June 2004 to 16 March 2020 (official)"));
}

TEST_F(CliTest, SettingsThatExcludeEachOtherAreToldByEveryCommand) {
  folder_.write("a.toml", "");
  for (const char* command : {"rules", "test"}) {
    const Outcome outcome = run({command, "--config", "a.toml", "--no-config"});
    EXPECT_EQ(outcome.status, 2) << command;
    EXPECT_THAT(outcome.err, HasSubstr("--config and --no-config exclude each other")) << command;
  }
}

TEST_F(CliTest, ParseGoesByTheClassesOfEachApplicationAndTellsAProblemOnce) {
  folder_.write("a/candor.toml", "rules = [\"pack.toml\"]\nnonsense = 1\n");
  folder_.write("a/pack.toml", "[class.beast]\nnouns = [\"cat\"]\n");
  folder_.write("a/ps.md", "I saw cats.\n");
  const Outcome outcome = run({"parse", "--classes", "a"});
  EXPECT_THAT(outcome.out, HasSubstr("beast"));
  const std::size_t told = outcome.err.find("nonsense");
  ASSERT_NE(told, std::string::npos);
  EXPECT_EQ(outcome.err.find("a/candor.toml", told), std::string::npos) << outcome.err;
}

TEST_F(CliTest, ACorpusWithoutLabelsFitsNothing) {
  folder_.write("corpus/notes.md", "Nothing.\n");
  const Outcome outcome = run({"fit", "corpus", "--rules", source_path("rules"), "-o", "weights.toml"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("corpus: holds no labelled text"));
}

TEST_F(CliTest, MissingConfig) {
  folder_.write("a.md", kClean);
  const Outcome outcome = run({"check", "--config", "nope.toml"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("nope.toml"), std::string::npos) << outcome.err;
}

// The other commands

TEST_F(CliTest, HelpsEverywhere) {
  EXPECT_EQ(run({"--version"}).out, "candor 0.1.0\n");
  EXPECT_NE(run({"--help"}).out.find("Commands:"), std::string::npos);
  for (const char* command :
       {"check", "outline", "explain", "rules", "init", "test", "parse", "score", "fit", "completions"}) {
    const Outcome outcome = run({command, "--help"});
    EXPECT_EQ(outcome.status, 0) << command;
    EXPECT_NE(outcome.out.find(std::string("Usage: candor ") + command), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("Examples:"), std::string::npos) << outcome.out;
    EXPECT_EQ(run({"help", command}).out, outcome.out);
  }
}

TEST_F(CliTest, ExplainsRules) {
  const Outcome outcome = run({"explain", "layers/missing-insight"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  for (const char* part : {"What it finds", "Why a reader minds", "Bad", "Good", "What to do", "Settings"}) {
    EXPECT_NE(outcome.out.find(part), std::string::npos) << part;
  }
  EXPECT_NE(run({"explain", "layers"}).out.find("layers/missing-change"), std::string::npos);
  expect_misuse({"explain", "layer"}, "unknown rule 'layer', did you mean 'layers'?");
  expect_misuse({"explain", "layers/missing-insigt"},
                "unknown rule 'layers/missing-insigt', did you mean 'layers/missing-insight'?");
}

TEST_F(CliTest, ListsRules) {
  const auto json = nlohmann::json::parse(run({"rules", "--format", "json"}).out);
  EXPECT_EQ(json["version"], 1);
  EXPECT_GT(json["rules"].size(), 10U);
  EXPECT_NE(run({"rules"}).out.find("layers/missing-insight"), std::string::npos);
}

TEST_F(CliTest, InitWritesOnce) {
  EXPECT_EQ(run({"init"}).status, 0);
  EXPECT_EQ(read("candor.toml"), run({"init", "--print"}).out);
  const Outcome again = run({"init"});
  EXPECT_EQ(again.status, 2);
  EXPECT_NE(again.err.find("candor.toml: is there already"), std::string::npos) << again.err;
  EXPECT_EQ(run({"init", "--force"}).status, 0);
  folder_.write("a.md", kClean);
  EXPECT_EQ(run({"check"}).status, 0);
}

TEST_F(CliTest, SeveralApplicantsAreToldApartOnceInitHasRun) {
  folder_.write("applicants/a/ps.md", kClean);
  folder_.write("applicants/b/ps.md", kClean);
  const std::string note = "note: this folder holds several personal statements, read as one applicant's: ";
  const std::string setting = "applications = [\"/applicants/*\"]";
  EXPECT_NE(run({"check"}).err.find(note + "'candor init' there writes a candor.toml that says " + setting),
            std::string::npos);
  EXPECT_EQ(run({"check", "--quiet"}).err, "");
  folder_.write("candor.toml", "");
  EXPECT_NE(run({"check"}).err.find(note + "candor.toml should say " + setting), std::string::npos);
  EXPECT_EQ(run({"init", "--force"}).status, 0);
  EXPECT_NE(read("candor.toml").find("\n" + setting + "\n"), std::string::npos);
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.out, "no findings in 2 texts of 2 applications\n");
  EXPECT_EQ(outcome.err, "");
  folder_.write("candor.toml", "applications = []\n");
  EXPECT_EQ(run({"check"}).err, "") << "who says so wants them as one";
}

TEST_F(CliTest, TheManualHasEveryCommandAndOption) {
  std::ifstream file(source_path("lint/cli/candor.1"));
  const std::string manual((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const std::string command : {"check", "outline", "timeline", "explain", "rules", "init", "hook", "lsp", "test",
                                    "parse", "score", "fit", "completions"}) {
    EXPECT_NE(manual.find("\n.Cm " + command), std::string::npos) << command << " in the synopsis";
    EXPECT_NE(manual.find("\n.It Cm " + command), std::string::npos) << command << " among the commands";
    const std::string help = run({command, "--help"}).out;
    const std::regex option(" --([a-z-]+)");
    for (std::sregex_iterator at(help.begin(), help.end(), option); at != std::sregex_iterator(); ++at) {
      const std::string name = (*at)[1];
      if (name == "help") continue;
      EXPECT_NE(manual.find("Fl Fl " + name), std::string::npos) << command << " --" << name;
    }
  }
}

TEST_F(CliTest, TestRunsExamples) {
  folder_.write("mine.toml",
                "[[rule]]\nid = \"mine/kettle\"\nsummary = \"s\"\nmessage = \"m\"\nhelp = \"h\"\nfinds = \"f\"\n"
                "minds = \"m\"\npatterns = [\"kettle\"]\nbad = [\"A kettle.\", \"A pan.\"]\ngood = [\"A cup.\"]\n");
  const Outcome outcome = run({"test", "mine.toml"});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_NE(outcome.out.find("this bad example is not found: A pan."), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("3 examples, 1 do not hold"), std::string::npos) << outcome.out;
  const Outcome unknown = run({"test", "layrs"});
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.err.find("unknown pack or rule 'layrs', did you mean 'layers'?"), std::string::npos) << unknown.err;
}

TEST_F(CliTest, ParsesAsTheContractSays) {
  folder_.write("a.md", "The exam was graded. I worked from July 2021 to December 2022.\n");
  const Outcome outcome = run({"parse", "--format", "json"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  const auto file = nlohmann::json::parse(outcome.out)["files"][0];
  EXPECT_EQ(file["file"], "a.md");
  EXPECT_EQ(file["sentences"], nlohmann::json::parse(R"([{"start": 0, "end": 20}, {"start": 21, "end": 62}])"));
  EXPECT_EQ(file["passives"], nlohmann::json::parse(R"([{"start": 9, "end": 19}])"));
  ASSERT_EQ(file["dates"].size(), 1U);
  EXPECT_EQ(file["dates"][0]["kind"], "period");
  EXPECT_EQ(file["dates"][0]["value"], "2021-07/2022-12");
  EXPECT_NE(run({"parse", "--classes"}).out.find("classes"), std::string::npos);
}

TEST_F(CliTest, OutlinesAsTheContractSays) {
  folder_.write("a/ps.md", "# Personal statement\n\nI failed Step 1 in May 2019.\n");
  const auto json = nlohmann::json::parse(run({"outline", "--format", "json", "a"}).out);
  const auto& application = json["applications"][0];
  EXPECT_EQ(application["root"], "a");
  EXPECT_EQ(application["sections"][0]["kind"], "personal-statement");
  EXPECT_TRUE(application["passages"].is_array());
  EXPECT_TRUE(application["timeline"].is_array());
  EXPECT_NE(run({"outline", "a"}).out.find("section  personal-statement"), std::string::npos);
}

TEST_F(CliTest, ScoresAndCompares) {
  folder_.write("corpus/a.jsonl",
                R"({"id": "p1", "topic": "none", "text": "The kettle.", "blame": ["The kettle."], "oversharing": [],)"
                R"( "passive": [], "layers": {}, "note": ""})");
  const Outcome outcome = run({"score", "corpus", "--write-baseline", "figures.json"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("The kettle."), std::string::npos);
  EXPECT_EQ(run({"score", "corpus", "--summary"}).out.find("The kettle."), std::string::npos);
  EXPECT_EQ(run({"score", "corpus", "--baseline", "figures.json"}).status, 0);
  folder_.write("figures.json", R"({"version": 1, "figures": {"sentences.blame-shifting.f1": 0.5}})");
  const Outcome fallen = run({"score", "corpus", "--baseline", "figures.json"});
  EXPECT_EQ(fallen.status, 1);
  EXPECT_NE(fallen.err.find("sentences.blame-shifting.f1 was 0.5000"), std::string::npos) << fallen.err;
  folder_.write("figures.json", "no JSON");
  EXPECT_EQ(run({"score", "corpus", "--baseline", "figures.json"}).status, 2);
  const auto json = nlohmann::json::parse(run({"score", "corpus", "--format", "json"}).out);
  EXPECT_EQ(json["sentences"]["blame-shifting"]["missed"], 1);
  folder_.write("corpus/b.jsonl", "{");
  const Outcome broken = run({"score", "corpus"});
  EXPECT_EQ(broken.status, 2);
  EXPECT_NE(broken.err.find("error: corpus/b.jsonl:1:"), std::string::npos) << broken.err;
}

TEST_F(CliTest, FitsClaimsOnLabelledApplications) {
  folder_.write("corpus/none.jsonl", "");
  const Outcome none = run({"fit", "--claims", "corpus", "-o", "claims.toml"});
  EXPECT_EQ(none.status, 2);
  EXPECT_NE(none.err.find("error: corpus: there is no labelled application"), std::string::npos) << none.err;
  folder_.write("corpus/a1/experience.md", "# Experience\n\n- Resident, Borsod Hospital, 09/2018 - 08/2021\n");
  folder_.write("corpus/a1/statement.md", "I began as a resident at Borsod Hospital in January 2019.\n");
  folder_.write("corpus/a1/gold.json",
                R"({"as_of": "2026-09-15", "expected": [{"rule": "dates/contradiction", "in": [{"file": )"
                R"("statement.md", "quote": "January 2019"}], "why": "months off"}]})");
  const Outcome fitted = run({"fit", "--claims", "corpus", "-o", "claims.toml"});
  EXPECT_EQ(fitted.status, 0) << fitted.err;
  EXPECT_NE(fitted.out.find("1 claims in doubt, 1 faults"), std::string::npos) << fitted.out;
  EXPECT_NE(read("claims.toml").find("rule = \"dates/contradiction\""), std::string::npos);
  EXPECT_EQ(run({"fit", "--claims", "corpus", "--leave-out", "a", "-o", "claims.toml"}).status, 2);
}

TEST_F(CliTest, CompletesInThreeShells) {
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome outcome = run({"completions", shell});
    EXPECT_EQ(outcome.status, 0) << shell;
    EXPECT_NE(outcome.out.find("layers/missing-insight"), std::string::npos) << shell;
    EXPECT_NE(outcome.out.find("fail-on"), std::string::npos) << shell;
  }
}

}  // namespace
}  // namespace candor
