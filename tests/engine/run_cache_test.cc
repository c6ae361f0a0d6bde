#include "lint/engine/run_cache.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/run.h"
#include "tests/support/render.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

constexpr std::string_view kStatement = "I failed Step 1 in 2019. Mistakes were made.\n";

class RunCacheTest : public testing::Test {
 protected:
  RunCacheTest() {
    options_.today = std::chrono::year_month_day{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{15}};
    options_.jobs = 1;
    folder_.write("candor.toml", "");
    folder_.write("experience.md", "# Experience\n\nResearch assistant, Harbor Clinic, March 2019 - June 2020\n");
    folder_.write("ps.md", kStatement);
  }

  std::string report(RunCache* cache) {
    options_.cache = cache;
    return render(run_check(applications(), options_), ReportFormat::json);
  }
  [[nodiscard]] Applications applications() const {
    ApplicationRequest request;
    request.paths = {"."};
    request.working_directory = folder_.path();
    return find_applications(request);
  }

  static Source source(std::string name, std::string bytes) {
    Problem problem;
    return *Source::from_bytes(std::move(name), std::move(bytes), problem);
  }
  static TextReading reading(const Source& text, const Rulebook& rulebook) {
    SentenceMatcher matcher(rulebook.bank());
    return read_text(text, text.name(), std::nullopt, matcher, rulebook.bank());
  }

  TemporaryFolder folder_;
  RunOptions options_;
};

TEST_F(RunCacheTest, AnotherPatternForPacksIsReadAnew) {
  RunCache cache;
  const auto told = [&](const char* settings) {
    folder_.write("candor.toml", settings);
    return report(&cache);
  };
  EXPECT_NE(told("rules = [\"one/*.toml\"]\n").find("one/*.toml"), std::string::npos);
  const std::string moved = told("# moved\nrules = [\"two/*.toml\"]\n");
  EXPECT_NE(moved.find("two/*.toml"), std::string::npos) << moved;
  EXPECT_NE(moved.find("\"line\": 2"), std::string::npos) << moved;
}

TEST_F(RunCacheTest, ReportsAreThoseOfARunWithoutIt) {
  RunCache cache;
  for (const char* text : {"I failed Step 1 in 2019. Mistakes were made.\n", "It\u2019s so.\n",
                           "Mistakes were made in 2020.\n", "It\u2019s so.\n"}) {
    folder_.write("ps.md", text);
    const std::string fresh = report(nullptr);
    EXPECT_EQ(report(&cache), fresh) << text;
    EXPECT_EQ(report(&cache), fresh) << text << "again";
  }
}

TEST_F(RunCacheTest, SentencesThatStandAsTheyStoodMeanWhatTheyMean) {
  RunCache cache;
  const std::string failed = "I failed Step 1 in 2019, and mistakes were made. ";
  const std::vector<std::string> texts = {failed + "I studied alone.",
                                          "He said: \"" + failed + "I studied alone.\"",
                                          failed + "I own that.",
                                          "> " + failed + "\n\n" + failed,
                                          "I FAILED STEP 1 in 2019, and mistakes were made. I studied alone.",
                                          "# " + failed + "\n\nI studied alone.",
                                          failed + "I studied alone."};
  for (const std::string& text : texts) {
    folder_.write("ps.md", text + "\n");
    EXPECT_EQ(report(&cache), report(nullptr)) << text;
  }
}

TEST_F(RunCacheTest, SettingsHoldForATextThatWasReadBefore) {
  RunCache cache;
  const std::string before = report(&cache);
  for (const char* settings : {"ignore = [\"passive-framing\"]\n", "[sections]\n\"ps.md\" = \"experience\"\n", ""}) {
    folder_.write("candor.toml", settings);
    EXPECT_EQ(report(&cache), report(nullptr)) << settings;
  }
  EXPECT_EQ(report(&cache), before);
}

TEST_F(RunCacheTest, AReadingHoldsForItsBytesKindAndRulesAlone) {
  RunCache cache;
  std::vector<Problem> problems;
  const auto rulebook = cache.rulebook({}, problems);
  const Source text = source("a.md", "One.\n");
  const auto keep = [&] { cache.give(reading(text, *rulebook), std::nullopt, rulebook); };
  EXPECT_FALSE(cache.take(text, std::nullopt, rulebook).has_value());
  keep();
  EXPECT_TRUE(cache.take(text, std::nullopt, rulebook).has_value());
  EXPECT_FALSE(cache.take(text, std::nullopt, rulebook).has_value()) << "it was taken out";
  keep();
  EXPECT_FALSE(cache.take(source("b.md", "One.\n"), std::nullopt, rulebook).has_value());
  EXPECT_FALSE(cache.take(source("a.md", "Two.\n"), std::nullopt, rulebook).has_value());
  keep();
  EXPECT_FALSE(cache.take(text, SectionKind::exams, rulebook).has_value());
  keep();
  EXPECT_FALSE(cache.take(text, std::nullopt, Rulebook::shipped()).has_value());
}

TEST_F(RunCacheTest, AReadingThatWasShownIsGivenBack) {
  RunCache cache;
  report(&cache);
  std::vector<Problem> problems;
  std::vector<std::string> shown;
  visit_readings(applications(), options_, problems, [&](const ApplicationReading& application) {
    for (const TextReading& text : application.texts) shown.push_back(text.source.name());
  });
  EXPECT_EQ(shown, (std::vector<std::string>{"experience.md", "ps.md"}));
  EXPECT_TRUE(cache.take(source("ps.md", std::string(kStatement)), std::nullopt, cache.rulebook({}, problems)));
}

TEST_F(RunCacheTest, ItForgetsWhatWasAskedForLeastRecently) {
  RunCache cache(20);
  std::vector<Problem> problems;
  const auto rulebook = cache.rulebook({}, problems);
  for (const char* name : {"a.md", "b.md", "c.md"})
    cache.give(reading(source(name, "Ten bytes\n"), *rulebook), std::nullopt, rulebook);
  EXPECT_FALSE(cache.take(source("a.md", "Ten bytes\n"), std::nullopt, rulebook).has_value());
  EXPECT_TRUE(cache.take(source("b.md", "Ten bytes\n"), std::nullopt, rulebook).has_value());
  EXPECT_TRUE(cache.take(source("c.md", "Ten bytes\n"), std::nullopt, rulebook).has_value());
}

TEST_F(RunCacheTest, TheSameRulesAreMadeReadyOnce) {
  RunCache cache;
  std::vector<Problem> problems;
  EXPECT_EQ(cache.rulebook({}, problems), cache.rulebook({}, problems));
  Settings own;
  own.rules = {{folder_.path(), "/house.toml"}};
  folder_.write("house.toml", "[[rule]]\nid = \"house/a\"\n");
  const auto broken = cache.rulebook(own, problems);
  const std::size_t said = problems.size();
  EXPECT_GT(said, 0U);
  EXPECT_EQ(cache.rulebook(own, problems), broken);
  EXPECT_EQ(problems.size(), 2 * said) << "what is wrong is told every time";
  folder_.write("house.toml", "[[rule]]\nid = \"house/a\"\nmessage = \"m\"\npatterns = [\"cat\"]\n");
  EXPECT_NE(cache.rulebook(own, problems), broken);
}

}  // namespace
}  // namespace candor
