#include "lint/engine/score.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

// A corpus of one passage; `labels` are the members after "text".
std::string record(std::string_view id, std::string_view topic, std::string_view text, std::string_view labels) {
  return R"({"id": ")" + std::string(id) + R"(", "topic": ")" + std::string(topic) + R"(", "text": ")" +
         std::string(text) + "\", " + std::string(labels) + "}\n";
}

constexpr std::string_view kNothing = R"("blame": [], "oversharing": [], "passive": [], "layers": {}, "note": "")";

class ScoreTest : public testing::Test {
 protected:
  LabelledCorpus read() const { return read_labelled_corpus(folder_.path()); }

  std::vector<std::string> problems() const {
    std::vector<std::string> lines;
    for (const Problem& problem : read().problems) {
      std::string line = to_string(problem);
      lines.push_back(line.substr(line.find(folder_.path()) == 0 ? folder_.path().size() + 1 : 0));
    }
    return lines;
  }

  Score score() const {
    ScoreOptions options;
    options.run.today = kScoreDay;
    return score_corpus(read(), *Rulebook::shipped(), options);
  }

  using Lines = std::vector<std::string>;
  TemporaryFolder folder_;
};

TEST_F(ScoreTest, ReadsPassages) {
  folder_.write("a.jsonl", record("p1", "exam-failure", "I failed. It was unfair.",
                                  R"("blame": ["It was unfair."], "oversharing": [], "passive": [],
                                  "layers": {"context": false, "insight": false, "change": false, "result": true,
                                  "dwelling": false}, "note": "")"));
  // A record is one line.
  ASSERT_FALSE(read().problems.empty());

  folder_.write("a.jsonl",
                record("p1", "exam-failure", "I failed. It was unfair.",
                       R"("blame": ["It was unfair."], "oversharing": [], "passive": [], "layers": {"context": false, )"
                       R"("insight": false, "change": false, "result": true, "dwelling": true}, "note": "")"));
  const LabelledCorpus corpus = read();
  ASSERT_TRUE(corpus.problems.empty());
  ASSERT_EQ(corpus.texts.size(), 1U);
  const LabelledText& text = corpus.texts[0];
  EXPECT_EQ(text.name, "p1.txt");
  EXPECT_EQ(text.line, 1U);
  ASSERT_EQ(text.sentences.size(), 1U);
  EXPECT_EQ(text.sentences[0].category, "blame-shifting");
  EXPECT_EQ(text.sentences[0].span, (Span{10, 24}));
  ASSERT_EQ(text.passages.size(), 1U);
  EXPECT_EQ(text.passages[0].span, (Span{0, 24}));
  ASSERT_EQ(text.passages[0].layers.size(), 5U);
  EXPECT_EQ(text.passages[0].layers[0].rule, "layers/missing-context");
  EXPECT_TRUE(text.passages[0].layers[0].at_fault);
  EXPECT_FALSE(text.passages[0].layers[3].at_fault);
  EXPECT_EQ(text.passages[0].layers[4].rule, "length/dwelling");
  EXPECT_TRUE(text.passages[0].layers[4].at_fault);
}

TEST_F(ScoreTest, ReadsStatements) {
  folder_.write("s.md", "A story.\n\nI left. I waited. I returned.\n");
  folder_.write("s.json", R"({"band": "poor", "offences": [{"category": "passive-framing", "quote": "I waited."}],
    "passages": [{"topic": "gap", "first": "I left.", "last": "I returned.", "layers": {"bounded": false, "reason": true,
    "responsibility": true, "relevance": true, "recovery": true, "dwelling": false}}]})");
  const LabelledCorpus corpus = read();
  ASSERT_TRUE(corpus.problems.empty()) << to_string(corpus.problems[0]);
  ASSERT_EQ(corpus.texts.size(), 1U);
  EXPECT_EQ(corpus.texts[0].passages[0].span, (Span{10, 39}));
  EXPECT_EQ(corpus.texts[0].passages[0].layers[0].rule, "dates/vague-gap");
  EXPECT_FALSE(corpus.texts[0].clean_statement);
}

TEST_F(ScoreTest, KnowsCleanStatements) {
  folder_.write("band.md", "A story.\n");
  folder_.write("band.json", R"({"band": "clean", "offences": [], "passages": []})");
  folder_.write("labels.md", "A story.\n");
  folder_.write("labels.json", R"({"offences": [], "passages": []})");
  for (const LabelledText& text : read().texts) EXPECT_TRUE(text.clean_statement) << text.id;
  EXPECT_EQ(score().clean_statements, 2U);
}

TEST_F(ScoreTest, ReadsApplications) {
  folder_.write("a/ps.md", "I worked from 2021 to 2020.\n");
  folder_.write("a/gold.json", R"({"as_of": "2026-09-15", "expected": [{"rule": "dates/reversed",
    "in": [{"file": "ps.md", "quote": "2021 to 2020"}], "why": "ends before it starts"}]})");
  folder_.write("a/ps.json", "not labels: the folder is an application");
  const LabelledCorpus corpus = read();
  ASSERT_TRUE(corpus.problems.empty()) << to_string(corpus.problems[0]);
  ASSERT_EQ(corpus.applications.size(), 1U);
  EXPECT_EQ(corpus.applications[0].id, "a");
  EXPECT_EQ(corpus.applications[0].expected[0].places[0].span, (Span{14, 26}));
  EXPECT_EQ(score().expected.at("dates/reversed").found + score().expected.at("dates/reversed").missed, 1U);
}

TEST_F(ScoreTest, PassesOverFilesWithoutLabels) {
  folder_.write("figures.json", R"({"figures": {}})");
  folder_.write("notes.md");
  folder_.write(".hidden/a.jsonl", "broken");
  EXPECT_TRUE(read().problems.empty());
  EXPECT_TRUE(read().texts.empty());
}

TEST_F(ScoreTest, TellsBrokenRecordsWithTheirLine) {
  folder_.write("a.jsonl", record("p1", "none", "A text.", kNothing) + "{\n" +
                               record("p2", "gaps", "A text.", kNothing) +
                               record("p3", "none", "A text.",
                                      R"("blame": ["Not there."], "oversharing": [], )"
                                      R"("passive": [], "layers": {})"));
  EXPECT_EQ(problems(),
            (Lines{"a.jsonl:2:2: this is not valid JSON", "a.jsonl:3: unknown topic 'gaps', did you mean 'gap'?",
                   "a.jsonl:4: the text does not hold 'Not there.'"}));
  EXPECT_EQ(read().texts.size(), 1U);
}

TEST_F(ScoreTest, TellsBrokenStatementsWithTheirLine) {
  folder_.write("s.md", "A story.\n");
  folder_.write("s.json",
                "{\"offences\": [\n  {\"category\": \"blame\",\n   \"quote\": \"No.\"}],\n \"passages\": []}");
  EXPECT_EQ(problems(), (Lines{"s.json:2: unknown category 'blame'", "s.json:3: the text does not hold 'No.'"}));
}

TEST_F(ScoreTest, TellsBrokenApplications) {
  folder_.write(
      "a/gold.json",
      R"({"as_of": "soon", "expected": [{"rule": "dates/overlap", "in": [{"file": "x.md", "quote": "q"}]}]})");
  EXPECT_EQ(problems(), (Lines{"a/gold.json:1: 'as_of' should be a day as 2026-09-15, not 'soon'",
                               "a/gold.json:1: there is no text 'x.md' in this folder"}));
}

TEST_F(ScoreTest, TellsAMissingCorpus) {
  const LabelledCorpus corpus = read_labelled_corpus(folder_.path("nope"));
  ASSERT_EQ(corpus.problems.size(), 1U);
  EXPECT_EQ(corpus.problems[0].message, "no such file or folder");
}

TEST_F(ScoreTest, CountsWhatIsMissed) {
  folder_.write("a.jsonl",
                record("p1", "none", "The kettle stood there.",
                       R"("blame": ["The kettle stood there."], "oversharing": [], "passive": [], "layers": {})"));
  const Score score = this->score();
  EXPECT_EQ(score.passage_records, 1U);
  EXPECT_EQ(score.sentences[0].tally, (Tally{0, 1, 0}));
  EXPECT_EQ(score.sentences[1].tally, (Tally{0, 0, 0}));
  ASSERT_EQ(score.faults.size(), 1U);
  EXPECT_EQ(score.faults[0].what, "blame-shifting");
  EXPECT_EQ(score.faults[0].sentence, "The kettle stood there.");
}

// Rules of one's own, so that what is found does not hang on the shipped ones.
class ScoreRulesTest : public ScoreTest {
 protected:
  Score score_with(const std::vector<std::pair<std::string, std::string>>& rules) const {
    std::string pack;
    for (const auto& [id, word] : rules) {
      pack += "[[rule]]\nid = \"" + id + "\"\nsummary = \"s\"\nmessage = \"m\"\nhelp = \"h\"\npatterns = [\"" + word +
              "\"]\n";
    }
    const std::string file = rules_.write("own.toml", pack);
    ScoreOptions options;
    options.settings.rules = {{rules_.path(), "/own.toml"}};
    for (const auto& [id, word] : rules) options.settings.select.push_back(id);
    options.run.today = kScoreDay;
    std::vector<Problem> problems;
    const auto rulebook = Rulebook::for_settings(options.settings, problems);
    for (const Problem& problem : problems) ADD_FAILURE() << to_string(problem);
    return score_corpus(read(), *rulebook, options);
  }

  TemporaryFolder rules_;
};

TEST_F(ScoreRulesTest, CountsSentences) {
  folder_.write("a.jsonl",
                record("p1", "none", "A kettle stood there. A pan hung. A kettle fell.",
                       R"("blame": ["A kettle stood there.", "A pan hung."], "oversharing": ["A kettle fell."], )"
                       R"("passive": [], "layers": {})"));
  const Score score = score_with({{"blame-shifting/kettle", "kettle"}});
  EXPECT_EQ(score.sentences[0].tally, (Tally{1, 1, 1}));  // the third sentence is over-sharing, not blame
  EXPECT_EQ(score.sentences[1].tally, (Tally{0, 1, 0}));
  EXPECT_EQ(score.rules.at("blame-shifting/kettle").right, 1U);
  EXPECT_EQ(score.rules.at("blame-shifting/kettle").wrong, 1U);
  ASSERT_EQ(score.faults.size(), 3U);
  EXPECT_EQ(score.faults[2].sentence, "A kettle fell.");
}

TEST_F(ScoreRulesTest, CountsLayers) {
  const auto layers = [](std::string_view reason) {
    return R"("blame": [], "oversharing": [], "passive": [], "layers": {"bounded": true, "reason": )" +
           std::string(reason) + R"(, "responsibility": true, "relevance": true, "recovery": true, "dwelling": false})";
  };
  folder_.write("a.jsonl", record("found", "gap", "A kettle.", layers("false")) +
                               record("missed", "gap", "A pan.", layers("false")) +
                               record("false", "gap", "A kettle.", layers("true")) +
                               record("right", "gap", "A pan.", layers("true")) +
                               record("stray", "none", "A kettle.", kNothing));
  const Score score = score_with({{"gap/missing-reason", "kettle"}});
  const auto reason = std::ranges::find(score.layers, "reason", &NamedTally::name);
  EXPECT_EQ(reason->tally, (Tally{1, 1, 2}));
  EXPECT_EQ(score.all_layers, (Tally{1, 1, 2}));
}

TEST_F(ScoreRulesTest, CountsWhatIsSaidOfCleanStatements) {
  folder_.write("a.md", "A kettle stood on the stove of the ward.\n");
  folder_.write("a.json", R"({"band": "clean", "offences": [], "passages": []})");
  EXPECT_EQ(score_with({{"blame-shifting/kettle", "kettle"}}).clean_rate(), 1.0);
  EXPECT_EQ(score_with({{"eras-text/kettle", "kettle"}}).clean_rate(), 0.0);
}

TEST_F(ScoreRulesTest, CountsWhatApplicationsExpect) {
  folder_.write("a/ps.md", "A kettle stood there. A pan hung. A kettle fell.\n");
  folder_.write("a/gold.json",
                R"({"expected": [{"rule": "dates/overlap", "in": [{"file": "ps.md", "quote": "kettle stood"}]},
    {"rule": "dates/overlap", "in": [{"file": "ps.md", "quote": "pan hung"}]}]})");
  EXPECT_EQ(score_with({{"dates/overlap", "kettle"}}).expected.at("dates/overlap"), (Tally{1, 1, 1}));
}

TEST_F(ScoreTest, IsTheSameEachTime) {
  folder_.write("a.jsonl", record("p1", "none", "I failed for reasons beyond my control. I was waiting.", kNothing));
  EXPECT_EQ(figures_of(score()), figures_of(score()));
  EXPECT_EQ(score().faults.size(), score().faults.size());
}

TEST(Tally, HasNoRatioOfNothing) {
  EXPECT_FALSE(Tally{}.precision());
  EXPECT_FALSE(Tally{}.f1());
  EXPECT_DOUBLE_EQ(*(Tally{6, 2, 4}.precision()), 0.6);
  EXPECT_DOUBLE_EQ(*(Tally{6, 2, 4}.recall()), 0.75);
  EXPECT_DOUBLE_EQ(*(Tally{6, 2, 4}.f1()), 12.0 / 18.0);
}

TEST(WilsonInterval, IsAsInTheTables) {
  const ScoreInterval half = wilson_interval(5, 10);
  EXPECT_NEAR(half.low, 0.2366, 0.0001);
  EXPECT_NEAR(half.high, 0.7634, 0.0001);
  EXPECT_DOUBLE_EQ(wilson_interval(0, 10).low, 0);
  EXPECT_DOUBLE_EQ(wilson_interval(10, 10).high, 1);
}

TEST(FallenFigures, TellsWhatGotWorse) {
  const Figures before = {{"a.f1", 0.8}, {"b.f1", 0.8}, {"c.f1", 0.8}, {std::string(kCleanRateFigure), 0.1}};
  const Figures now = {{"a.f1", 0.7995}, {"b.f1", 0.79}, {std::string(kCleanRateFigure), 0.3}};
  std::vector<std::string> names;
  for (const FallenFigure& figure : fallen_figures(before, now)) names.push_back(figure.name);
  EXPECT_EQ(names, (std::vector<std::string>{"b.f1", "c.f1", std::string(kCleanRateFigure)}));
}

TEST(RuleOfLayer, GoesBothWays) {
  EXPECT_EQ(rule_of_layer(Topic::gap, "reason"), "gap/missing-reason");
  EXPECT_EQ(rule_of_layer(Topic::path, "insight"), "layers/missing-insight");
  EXPECT_EQ(layer_of_rule("discipline/missing-record"), "record");
  EXPECT_EQ(layer_of_rule("dates/vague-gap"), "bounded");
  EXPECT_EQ(layer_of_rule("dates/overlap"), "");
}

}  // namespace
}  // namespace candor
