#include "lint/engine/settings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lint/engine/toml_file.h"
#include "lint/reading/section.h"
#include "lint/source/day.h"
#include "tests/support/places.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

Lines lines(const std::vector<Problem>& problems) {
  Lines lines;
  for (const Problem& problem : problems) lines.push_back(to_string(problem));
  return lines;
}

Lines patterns(const GlobList& globs) {
  Lines patterns;
  for (const Glob& glob : globs.globs()) patterns.push_back(glob.pattern());
  return patterns;
}

class SettingsTest : public testing::Test {
 protected:
  // Reads `toml` as the candor.toml of the folder; all must be well.
  Settings read(std::string_view toml) {
    std::vector<Problem> problems;
    Settings settings = read(toml, problems);
    EXPECT_EQ(lines(problems), Lines{});
    return settings;
  }
  Settings read(std::string_view toml, std::vector<Problem>& problems) {
    return read_settings(here_.write("candor.toml", toml), problems, here_.path());
  }
  Lines faults(std::string_view toml) {
    std::vector<Problem> problems;
    (void)read(toml, problems);
    return lines(problems);
  }
  Lines unknown_names(const Settings& settings) {
    const std::string_view rules[] = {"dates/gap", "dates/overlap", "layers/missing-insight"};
    const std::string_view limits[] = {"personal-statement"};
    const std::string_view profiles[] = {"eras-2026", "eras-2027"};
    std::vector<Problem> problems;
    check_names(settings, {rules, limits, profiles}, problems);
    return lines(problems);
  }

  TemporaryFolder here_;
};

constexpr std::string_view kEverything = R"(
applications = ["applicants/*", "!applicants/template"]
exclude = ["drafts/"]
select = ["all"]
ignore = ["length", "dates/overlap"]
fail-on = "error"
as-of = 2026-09-15
rules = ["packs/*.toml"]
strict = true
profile = "eras-2026"
gap-months = 6
required-version = ">=0.1, <9"
[severity]
"dates/*" = "error"
repetition = "off"
[sections]
"work/*.md" = "experience"
"cv.md" = "other"
[limits]
personal-statement = 28000
dwelling-share = 0.5
[per-file-ignores]
"old/**" = ["length", "all"]
)";

TEST_F(SettingsTest, EveryKeyIsRead) {
  const Settings settings = read(kEverything);
  EXPECT_EQ(settings.file, "candor.toml");
  EXPECT_EQ(settings.root, here_.path());
  EXPECT_EQ(patterns(settings.applications), (Lines{"applicants/*", "!applicants/template"}));
  EXPECT_EQ(patterns(settings.exclude), Lines{"drafts/"});
  EXPECT_EQ(settings.select, Lines{"all"});
  EXPECT_EQ(settings.ignore, (Lines{"length", "dates/overlap"}));
  EXPECT_EQ(settings.fail_on, FailOn::error);
  EXPECT_EQ(settings.as_of, day_from("2026-09-15"));
  EXPECT_EQ(settings.rules, (std::vector<PackPattern>{{here_.path("packs"), "/*.toml"}}));
  EXPECT_TRUE(settings.strict);
  EXPECT_EQ(settings.profile, "eras-2026");
  EXPECT_EQ(settings.gap_months, 6U);
  EXPECT_EQ(settings.required_version, ">=0.1, <9");
  EXPECT_EQ(settings.severity.at("dates/*"), Severity::error);
  EXPECT_EQ(settings.severity.at("repetition"), std::nullopt);
  ASSERT_EQ(settings.sections.size(), 2U);
  EXPECT_EQ(settings.sections[0].first.pattern(), "work/*.md");  // as ordered in the file
  EXPECT_EQ(settings.sections[1].second, "other");
  EXPECT_EQ(settings.limits.at("personal-statement"), 28000);
  EXPECT_EQ(settings.limits.at("dwelling-share"), 0.5);
  ASSERT_EQ(settings.per_file_ignores.size(), 1U);
  EXPECT_EQ(settings.per_file_ignores[0].second, (Lines{"length", "all"}));
}

TEST_F(SettingsTest, DayMayBeAString) { EXPECT_EQ(read("as-of = \"2024-02-29\"").as_of, day_from("2024-02-29")); }

TEST_F(SettingsTest, UnknownKeyNamesTheNearest) {
  EXPECT_EQ(faults("strict = true\nexclud = []\n"),
            Lines{"candor.toml:2:1: unknown key \"exclud\"; did you mean \"exclude\"?"});
  EXPECT_EQ(faults("[sverity]\n"), Lines{"candor.toml:1:2: unknown key \"sverity\"; did you mean \"severity\"?"});
  EXPECT_EQ(
      faults("colour = 1\n"),
      Lines{"candor.toml:1:1: unknown key \"colour\"; the keys are applications, as-of, exclude, extend, fail-on, "
            "gap-months, ignore, limits, per-file-ignores, profile, required-version, rules, sections, select, "
            "severity, strict"});
}

TEST_F(SettingsTest, WrongTypesSayWhatIsWanted) {
  EXPECT_EQ(faults("applications = \"a\""),
            Lines{"candor.toml:1:16: \"applications\" is a string; it wants a list of strings"});
  EXPECT_EQ(faults("select = [\"all\",\n 3]"),
            Lines{"candor.toml:2:2: \"select\" holds a whole number; it wants strings"});
  EXPECT_EQ(faults("exclude = [true]"), Lines{"candor.toml:1:12: \"exclude\" holds true or false; it wants strings"});
  EXPECT_EQ(faults("strict = \"yes\""), Lines{"candor.toml:1:10: \"strict\" is a string; it wants true or false"});
  EXPECT_EQ(faults("profile = []"),
            Lines{"candor.toml:1:11: \"profile\" is a list; it wants a string such as \"eras-2027\""});
  EXPECT_EQ(faults("as-of = 2026"),
            Lines{"candor.toml:1:9: \"as-of\" is a whole number; it wants a day such as 2026-09-15"});
  EXPECT_EQ(faults("as-of = 2026-09-15T10:00:00"),
            Lines{"candor.toml:1:9: \"as-of\" is a date with a time; it wants a day such as 2026-09-15"});
  EXPECT_EQ(faults("fail-on = 10:00:00"),
            Lines{"candor.toml:1:11: \"fail-on\" is a time; it wants info, warning, error or never"});
  EXPECT_EQ(faults("severity = 1.5"), Lines{"candor.toml:1:12: \"severity\" is a number; it wants a table"});
  EXPECT_EQ(faults("[limits]\nx = \"1\""), Lines{"candor.toml:2:5: \"x\" is a string; it wants a number"});
  EXPECT_EQ(faults("[severity]\n\"dates/gap\" = { a = 1 }"),
            Lines{"candor.toml:2:15: \"dates/gap\" is a table; it wants error, warning, info or off"});
  EXPECT_EQ(faults("[per-file-ignores]\n\"a\" = \"b\""),
            Lines{"candor.toml:2:7: \"a\" is a string; it wants a list of strings"});
}

TEST_F(SettingsTest, WrongValuesSayWhatIsWanted) {
  EXPECT_EQ(faults("fail-on = \"warn\""),
            Lines{"candor.toml:1:11: \"fail-on\" is \"warn\"; it wants info, warning, error or never"});
  EXPECT_EQ(faults("fail-on = \"waring\""),
            Lines{"candor.toml:1:11: \"fail-on\" is \"waring\"; it wants info, warning, error or never; did you mean "
                  "\"warning\"?"});
  EXPECT_EQ(
      faults("as-of = \"2026-02-30\""),
      Lines{"candor.toml:1:9: \"as-of\" is \"2026-02-30\", which is no day of the calendar; it wants a day such as "
            "2026-09-15"});
  EXPECT_EQ(faults("gap-months = 0"),
            Lines{"candor.toml:1:14: \"gap-months\" is 0; it wants a whole number from 1 to 12"});
  EXPECT_EQ(faults("gap-months = 13"),
            Lines{"candor.toml:1:14: \"gap-months\" is 13; it wants a whole number from 1 to 12"});
  EXPECT_EQ(faults("gap-months = 2.5"),
            Lines{"candor.toml:1:14: \"gap-months\" is a number; it wants a whole number from 1 to 12"});
  EXPECT_EQ(
      faults("[severity]\ndates = \"errors\""),
      Lines{"candor.toml:2:9: \"dates\" is \"errors\"; it wants error, warning, info or off; did you mean \"error\"?"});
  EXPECT_EQ(
      faults("[sections]\n\"cv.md\" = \"educaton\""),
      Lines{"candor.toml:2:11: \"cv.md\" is \"educaton\"; it wants personal-statement, experience, education, exams, "
            "interruption or other; did you mean \"education\"?"});
  EXPECT_EQ(faults("[limits]\nx = -1"), Lines{"candor.toml:2:5: \"x\" is -1; it wants a number from 0 on"});
  EXPECT_EQ(faults("[limits]\nx = nan"), Lines{"candor.toml:2:5: \"x\" is nan; it wants a number from 0 on"});
}

TEST_F(SettingsTest, MalformedPatternsSayWhy) {
  EXPECT_EQ(
      faults("exclude = [\"a\", \"[b\"]"),
      Lines{"candor.toml:1:17: the pattern \"[b\" in \"exclude\" is malformed: \"[\" without a matching \"]\"; write "
            "\"\\[\" for the character itself"});
  EXPECT_EQ(faults("applications = [\"\"]"),
            Lines{"candor.toml:1:17: the pattern \"\" in \"applications\" is malformed: an empty pattern"});
  EXPECT_EQ(faults("rules = [\"packs/\"]"),
            Lines{"candor.toml:1:10: the pattern \"packs/\" in \"rules\" is malformed: an empty pattern"});
  EXPECT_EQ(
      faults("[sections]\n\"!a\" = \"other\""),
      Lines{"candor.toml:2:1: the pattern \"!a\" in \"sections\" is malformed: \"!\" takes nothing back here; the last "
            "pattern that matches holds"});
}

TEST_F(SettingsTest, OneFaultLeavesTheOtherValues) {
  std::vector<Problem> problems;
  const Settings settings = read("gap-months = 99\nstrict = true\nfail-on = 1\nexclude = [\"a\", 1]", problems);
  EXPECT_EQ(problems.size(), 3U);
  EXPECT_EQ(settings.gap_months, 3U);
  EXPECT_EQ(settings.fail_on, FailOn::warning);
  EXPECT_TRUE(settings.strict);
  EXPECT_EQ(patterns(settings.exclude), Lines{"a"});
}

TEST_F(SettingsTest, BrokenTomlSaysWhere) {
  const Lines found = faults("strict = true\nselect = [\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].starts_with("candor.toml:")) << found[0];
  EXPECT_NE(found[0].find(": not TOML: "), std::string::npos) << found[0];
  EXPECT_EQ(faults("strict = true\nstrict = false\n").size(), 1U);
  EXPECT_EQ(faults("as-of = 2026-02-30\n").size(), 1U);
}

TEST_F(SettingsTest, ColumnsCountCodePoints) {
  EXPECT_EQ(faults("profile = \"éé\" # 山\n[limits]\n\"éé\" = true"),
            Lines{"candor.toml:3:8: \"éé\" is true or false; it wants a number"});
}

TEST_F(SettingsTest, RequiredVersionIsChecked) {
  EXPECT_EQ(read("required-version = \"0.1.0\"").required_version, "0.1.0");
  EXPECT_EQ(faults("required-version = \"== 0.1\""), Lines{});
  EXPECT_EQ(faults("required-version = \">0.0.9,<=0.1.0\""), Lines{});
  EXPECT_EQ(
      faults("required-version = \">=9.2\""),
      Lines{"candor.toml:1:20: this is candor 0.1.0, but \"required-version\" wants \">=9.2\"; install a version that "
            "fits"});
  for (const std::string malformed : {"", "new", "~1", "1.2.3.4", ">=", "1,", "1."}) {
    EXPECT_EQ(faults("required-version = \"" + malformed + "\""),
              Lines{"candor.toml:1:20: \"required-version\" is \"" + malformed +
                    "\"; it wants versions such as \"0.1.0\" or \">=0.1, <0.3\""});
  }
}

TEST_F(SettingsTest, MissingFileIsAProblem) {
  std::vector<Problem> problems;
  (void)read_settings(here_.path("gone.toml"), problems, here_.path());
  (void)read_settings(here_.make_folder("folder"), problems, here_.path());
  EXPECT_EQ(lines(problems), (Lines{"gone.toml: no such file", "folder: is a folder; name the file in it"}));
}

TEST_F(SettingsTest, NearestFileUpwardIsFound) {
  here_.write("candor.toml", "");
  here_.write("a/b/candor.toml", "");
  here_.make_folder("a/b/c/d");
  here_.make_folder("a/candor.toml");  // a folder of that name is no settings file
  EXPECT_EQ(find_settings(here_.path("a/b/c/d")), here_.path("a/b/candor.toml"));
  EXPECT_EQ(find_settings(here_.path("a/b")), here_.path("a/b/candor.toml"));
  EXPECT_EQ(find_settings(here_.path("a")), here_.path("candor.toml"));
}

TEST_F(SettingsTest, ExtendInheritsListsReplaceTablesAdd) {
  here_.write("shared/base.toml",
              "select = [\"dates\", \"gap\"]\nstrict = true\nrules = [\"own.toml\"]\n"
              "[severity]\ndates = \"error\"\ngap = \"info\"\n[sections]\n\"a\" = \"exams\"\n\"b\" = \"other\"\n");
  const Settings settings = read(
      "extend = \"shared/base.toml\"\nselect = [\"layers\"]\n[severity]\ngap = \"off\"\n[sections]\n\"a\" = "
      "\"education\"\n");
  EXPECT_EQ(settings.root, here_.path());
  EXPECT_EQ(settings.select, Lines{"layers"});
  EXPECT_TRUE(settings.strict);
  EXPECT_EQ(settings.severity.at("dates"), Severity::error);
  EXPECT_EQ(settings.severity.at("gap"), std::nullopt);
  EXPECT_EQ(settings.rules, (std::vector<PackPattern>{{here_.path("shared"), "/own.toml"}}));
  ASSERT_EQ(settings.sections.size(), 2U);
  EXPECT_EQ(settings.sections[1].first.pattern(), "a");
  EXPECT_EQ(settings.sections[1].second, "education");
  EXPECT_EQ(settings.origins.at("strict"), (Origin{"shared/base.toml", 2, 1}));
  EXPECT_EQ(settings.origins.at("select[0]"), (Origin{"candor.toml", 2, 11}));
  EXPECT_FALSE(settings.origins.contains("select[1]"));
}

TEST_F(SettingsTest, ExtendLoopsAndMissingFilesAreProblems) {
  here_.write("a/base.toml", "extend = \"../candor.toml\"\nstrict = true\n");
  std::vector<Problem> problems;
  EXPECT_TRUE(read("extend = \"a/base.toml\"", problems).strict);
  EXPECT_EQ(lines(problems),
            Lines{"a/base.toml:1:10: \"extend\" leads back to \"candor.toml\"; a settings file cannot extend itself"});
  EXPECT_EQ(faults("extend = \"candor.toml\""),
            Lines{"candor.toml:1:10: \"extend\" leads back to \"candor.toml\"; a settings file cannot extend itself"});
  EXPECT_EQ(faults("extend = \"gone.toml\""),
            Lines{"candor.toml:1:10: \"extend\" is \"gone.toml\", where there is no file"});
  EXPECT_EQ(faults("extend = 3"),
            Lines{"candor.toml:1:10: \"extend\" is a whole number; it wants the path of a settings file"});
}

TEST_F(SettingsTest, ProblemsOfAnExtendedFileNameIt) {
  here_.write("base.toml", "stric = true\n");
  EXPECT_EQ(faults("extend = \"base.toml\""), Lines{"base.toml:1:1: unknown key \"stric\"; did you mean \"strict\"?"});
}

TEST_F(SettingsTest, RulePacksAreFoundSortedAndOnce) {
  here_.write("packs/b.toml");
  here_.write("packs/a.toml");
  here_.write("packs/deep/c.toml");
  here_.write("packs/readme.md");
  here_.write("one.toml");
  std::vector<Problem> problems;
  EXPECT_EQ(find_rule_packs(read("rules = [\"packs/*.toml\", \"one.toml\", \"./packs/a.toml\"]"), problems),
            (Lines{here_.path("one.toml"), here_.path("packs/a.toml"), here_.path("packs/b.toml")}));
  EXPECT_EQ(find_rule_packs(read("rules = [\"packs/**/*.toml\"]"), problems).size(), 3U);
  EXPECT_EQ(find_rule_packs(read("rules = [\"" + here_.path("one.toml") + "\"]"), problems).size(), 1U);
  EXPECT_EQ(lines(problems), Lines{});
  EXPECT_TRUE(find_rule_packs(read("rules = [\"one.toml\", \"gone/*.toml\"]"), problems).size() == 1);
  EXPECT_EQ(lines(problems), Lines{"candor.toml:1:22: no rule pack matches \"gone/*.toml\""});
}

TEST_F(SettingsTest, UnknownNamesNameTheNearest) {
  const Settings settings = read(
      "select = [\"dates\", \"layers/missing-insigt\"]\nignore = [\"date\", \"styles\", \"all\", \"dates/*\"]\nprofile "
      "= "
      "\"eras-2028\"\n[severity]\n\"dates/overlaps\" = \"off\"\n[limits]\npersonal-statment = "
      "1\n[per-file-ignores]\n\"a\" = "
      "[\"dates/gap\", \"nothing/*\"]\n");
  EXPECT_EQ(unknown_names(settings),
            (Lines{"candor.toml:1:20: unknown rule \"layers/missing-insigt\"; did you mean \"layers/missing-insight\"?",
                   "candor.toml:2:11: unknown category \"date\"; did you mean \"dates\"?",
                   "candor.toml:2:19: unknown category \"styles\"; see \"candor rules\" for what there is",
                   "candor.toml:5:1: unknown rule \"dates/overlaps\"; did you mean \"dates/overlap\"?",
                   "candor.toml:9:21: unknown category \"nothing/*\"; see \"candor rules\" for what there is",
                   "candor.toml:3:1: unknown profile \"eras-2028\"; did you mean \"eras-2026\"?",
                   "candor.toml:7:1: unknown limit \"personal-statment\"; did you mean \"personal-statement\"?"}));
}

TEST_F(SettingsTest, NamesFromTheCommandLineAreCheckedToo) {
  Settings settings;
  settings.select = {"dats"};
  settings.origins["select"] = {"--select", 0, 0};
  EXPECT_EQ(unknown_names(settings), Lines{"--select: unknown category \"dats\"; did you mean \"dates\"?"});
}

TEST_F(SettingsTest, DefaultsNameOnlyWhatThereIs) { EXPECT_EQ(unknown_names(Settings{}), Lines{}); }

TEST(Selectors, AllCategoryAndRule) {
  EXPECT_TRUE(selects("all", "dates/gap"));
  EXPECT_TRUE(selects("dates", "dates/gap"));
  EXPECT_TRUE(selects("dates/*", "dates/gap"));
  EXPECT_TRUE(selects("dates/gap", "dates/gap"));
  EXPECT_FALSE(selects("date", "dates/gap"));
  EXPECT_FALSE(selects("dates/", "dates/gap"));
  EXPECT_FALSE(selects("dates/g", "dates/gap"));
  EXPECT_FALSE(selects("", "dates/gap"));
  EXPECT_FALSE(selects(std::vector<std::string>{}, "dates/gap"));
}

TEST(Selectors, MoreExactNameWins) {
  Settings settings;
  EXPECT_TRUE(is_on(settings, "dates/gap"));
  EXPECT_FALSE(is_on(settings, "dates/gap", false));
  settings.ignore = {"dates"};
  EXPECT_FALSE(is_on(settings, "dates/gap"));
  settings.select = {"all"};
  EXPECT_FALSE(is_on(settings, "dates/gap"));
  EXPECT_TRUE(is_on(settings, "layers/x", false));
  settings.select = {"all", "dates/gap"};
  EXPECT_TRUE(is_on(settings, "dates/gap"));
  settings.ignore = {"dates/gap"};
  EXPECT_FALSE(is_on(settings, "dates/gap"));
  settings.select = {"dates"};
  EXPECT_FALSE(is_on(settings, "layers/x"));
}

TEST(Selectors, MostExactSeverityHolds) {
  Settings settings;
  settings.severity = {{"all", Severity::info}, {"dates", std::nullopt}, {"dates/gap", Severity::error}};
  EXPECT_EQ(severity_of(settings, "layers/x", Severity::warning), Severity::info);
  EXPECT_EQ(severity_of(settings, "dates/gap", Severity::warning), Severity::error);
  EXPECT_TRUE(is_on(settings, "dates/gap"));
  EXPECT_FALSE(is_on(settings, "dates/overlap"));
  EXPECT_EQ(severity_of(Settings{}, "dates/gap", Severity::info), Severity::info);
}

TEST_F(SettingsTest, PatternsSayWhatHoldsInAFile) {
  const Settings settings =
      read("[sections]\n\"*.md\" = \"other\"\n\"jobs/\" = \"experience\"\n[per-file-ignores]\n\"old\" = [\"dates\"]\n");
  EXPECT_EQ(section_kind(settings, "a/jobs/b.md"), "experience");
  EXPECT_EQ(section_kind(settings, "a/b.md"), "other");
  EXPECT_EQ(section_kind(settings, "a/b.txt"), "");
  EXPECT_TRUE(is_ignored_in(settings, "dates/gap", "old/a.md"));
  EXPECT_FALSE(is_ignored_in(settings, "layers/x", "old/a.md"));
  EXPECT_FALSE(is_ignored_in(settings, "dates/gap", "new/a.md"));
}

TEST_F(SettingsTest, StarterHoldsTheDefaults) {
  EXPECT_EQ(show_settings(read(starter_settings())).find("applications = []"), 0U);
  const Settings settings = read(starter_settings());
  const Settings defaults;
  EXPECT_EQ(settings.exclude, defaults.exclude);
  EXPECT_EQ(settings.select, defaults.select);
  EXPECT_EQ(settings.ignore, defaults.ignore);
  EXPECT_EQ(settings.fail_on, defaults.fail_on);
  EXPECT_EQ(settings.gap_months, defaults.gap_months);
  EXPECT_EQ(settings.profile, defaults.profile);
  EXPECT_EQ(settings.strict, defaults.strict);
}

// The examples in comments must be ones that read.
TEST_F(SettingsTest, StarterNamesEveryKeyAndItsExamplesRead) {
  std::string text = starter_settings();
  for (const std::string_view key : settings_keys()) {
    EXPECT_TRUE(text.find("\n" + std::string(key) + " = ") != std::string::npos ||
                text.find("\n# " + std::string(key) + " = ") != std::string::npos ||
                text.find("\n[" + std::string(key) + "]") != std::string::npos)
        << key;
  }
  here_.write("shared.toml", "");
  std::string uncommented;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text.find('\n', i);
    std::string line = text.substr(i, end - i);
    i = end + 1;
    if (line.starts_with("# extend")) continue;
    if (line.starts_with("# ") && line.find(" = ") != std::string::npos) line.erase(0, 2);
    uncommented += line + "\n";
  }
  const Settings settings = read(uncommented);
  EXPECT_TRUE(settings.as_of);
  EXPECT_EQ(settings.severity.size(), 2U);
  EXPECT_EQ(settings.per_file_ignores.size(), 1U);
}

TEST_F(SettingsTest, ShownSettingsSayWhereEachWasSet) {
  here_.write("base.toml", "strict = true\n");
  Settings settings = read("extend = \"base.toml\"\nexclude = [\"a\\\\b\\\"\"]\n[severity]\n\"dates/gap\" = \"off\"\n");
  settings.select = {"dates"};
  settings.origins["select"] = {"--select", 0, 0};
  EXPECT_EQ(show_settings(settings), R"(applications = []  # default
# as-of is not set: today
exclude = ["a\\b\""]  # candor.toml:2:1
fail-on = "warning"  # default
gap-months = 3  # default
ignore = []  # default
profile = "eras-2027"  # default
# required-version is not set: any
rules = []  # default
select = ["dates"]  # --select
strict = true  # base.toml:1:1

[severity]
"dates/gap" = "off"  # candor.toml:4:1
)");
}

TEST_F(SettingsTest, ShownSettingsReadBackTheSame) {
  const auto without_origins = [](std::string text) {
    std::string bare;
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t end = text.find('\n', i);
      const std::string line = text.substr(i, end - i);
      bare += line.substr(0, line.find("  #")) + "\n";
      i = end + 1;
    }
    return bare;
  };
  EXPECT_EQ(toml_string("a\x1B\u0085\u202Eb"), "\"a\\u001B\\u0085\\u202Eb\"") << "nothing that steers a terminal";
  const std::string shown = show_settings(read(kEverything));
  EXPECT_EQ(without_origins(show_settings(read(shown))), without_origins(shown));
}

TEST_F(SettingsTest, SchemaDescribesEveryKeyAndNoOther) {
  std::ifstream file(source_path("rules/schema/candor.schema.json"));
  const nlohmann::json schema = nlohmann::json::parse(file);
  std::vector<std::string> described;
  for (const auto& [key, property] : schema.at("properties").items()) {
    described.push_back(key);
    EXPECT_TRUE(property.contains("description")) << key;
  }
  const auto keys = settings_keys();
  EXPECT_EQ(described, Lines(keys.begin(), keys.end()));
  EXPECT_FALSE(schema.at("additionalProperties").get<bool>());
}

TEST_F(SettingsTest, SchemaNamesTheValuesThatAreRead) {
  std::ifstream file(source_path("rules/schema/candor.schema.json"));
  const nlohmann::json properties = nlohmann::json::parse(file).at("properties");
  for (const auto& level : properties.at("fail-on").at("enum")) EXPECT_TRUE(fail_on_from(level.get<std::string>()));
  EXPECT_EQ(properties.at("sections").at("additionalProperties").at("enum").get<Lines>(),
            Lines(std::begin(kSectionKindNames), std::end(kSectionKindNames)));
  const Settings defaults;
  EXPECT_EQ(properties.at("fail-on").at("default").get<std::string>(), to_string(defaults.fail_on));
  EXPECT_EQ(properties.at("gap-months").at("default").get<std::uint32_t>(), defaults.gap_months);
  EXPECT_EQ(properties.at("profile").at("default").get<std::string>(), defaults.profile);
  EXPECT_EQ(properties.at("strict").at("default").get<bool>(), defaults.strict);
}

}  // namespace
}  // namespace candor
