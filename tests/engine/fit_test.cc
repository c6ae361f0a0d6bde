#include "lint/engine/fit.h"

#include <gtest/gtest.h>

#include "lint/engine/cues.h"
#include "tests/support/rules.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

constexpr const char* kClasses = R"(
[class.exam]
words = ["step", "level"]
[[signal]]
name = "candidates"
cues = [[1, 'never <0-2> opened']]
)";

// Four writers, who tell of exams and of rivers in the same few words.
void write_corpus(const TemporaryFolder& folder) {
  for (const std::string writer : {"a", "b", "c", "d"}) {
    std::string records;
    for (int i = 0; i < 6; ++i) {
      const std::string id = writer + std::to_string(i);
      records += R"({"id": ")" + id + R"(x", "topic": "exam-failure", "text": "I failed )" +
                 (i % 2 == 0 ? "Step" : "Level") +
                 R"( One in May. I had never once opened the book. I passed later.", "blame": [], "oversharing": [],)"
                 R"( "passive": [], "layers": {"context": true, "insight": true, "change": false, "result": true,)"
                 R"( "dwelling": false}, "evidence": {"context": [0], "insight": [1], "result": [2]}})"
                 "\n";
      records += R"({"id": ")" + id +
                 R"(y", "topic": "none", "text": "The river was high. We sang all day.",)"
                 R"( "blame": [], "oversharing": [], "passive": [], "layers": {}})"
                 "\n";
    }
    folder.write("passages-" + writer + ".jsonl", records);
  }
}

class Fit : public testing::Test {
 protected:
  Fit() { write_corpus(folder_); }

  Fitted fit(const FitOptions& options = {}, const std::string& classes = kClasses) {
    const LabelledCorpus corpus = read_labelled_corpus(folder_.path());
    EXPECT_TRUE(corpus.problems.empty());
    const std::vector<PackFile> packs = {{"classes.toml", classes}};
    return fit_weights(corpus, packs, options, problems_);
  }

  TemporaryFolder folder_;
  std::vector<Problem> problems_;
};

TEST_F(Fit, StopsAtABrokenCueBeforeItBegins) {
  const std::string broken = std::string(kClasses) + R"(
[[signal]]
name = "more"
cues = [[1, '<no-such-class> opened']]
)";
  EXPECT_TRUE(fit({}, broken).weights.empty());
  EXPECT_FALSE(problems_.empty());
}

TEST_F(Fit, WritesAPackThatReadsTheCorpusAsLabelled) {
  const Fitted fitted = fit();
  ASSERT_TRUE(problems_.empty());
  const Rules rules(std::vector<PackFile>{{"classes.toml", kClasses}, {"weights.toml", fitted.weights}});
  EXPECT_EQ(rules.said(), std::vector<std::string>{});
  const auto score = [&](std::string_view signal, std::string text) {
    const std::optional<SignalHit> hit = signal_hit(rules, signal, Text(std::move(text)));
    const std::int32_t index = rules.bank->signal(signal);
    return hit ? hit->score : index < 0 ? 0 : rules.data().signals[static_cast<std::size_t>(index)].bias;
  };
  EXPECT_GT(score("passage.inside", "I failed Step One in May."), score("passage.inside", "The river was high."));
  EXPECT_GT(score("passage.names", "I failed Step One in May."), score("passage.names", "The river was high."));
  EXPECT_GT(score("opens", "I failed Step One in May."), score("first.of-passage", "I passed later."));
  EXPECT_GT(score("reads.own", "I had never once opened the book."), score("reads.own", "I passed later."));
}

TEST_F(Fit, TellsWhatTheWordsOfOneStemHaveInCommonAndWhereALayerStands) {
  const Rules rules(std::vector<PackFile>{{"classes.toml", kClasses}, {"weights.toml", fit().weights}});
  const SignalData& outcome = rules.data().signals[static_cast<std::size_t>(rules.bank->signal("reads.outcome"))];
  ASSERT_EQ(outcome.sentences_after.size(), 7U);
  EXPECT_GT(outcome.sentences_after[0], outcome.sentences_after[1]) << "an outcome comes last in this corpus";
  std::vector<Candidate> candidates = {
      {"failed", CueKind::word}, {"river", CueKind::word}, {"failing", CueKind::word}, {"fail", CueKind::word}};
  add_families(candidates);
  ASSERT_EQ(candidates.size(), 5U);
  EXPECT_EQ(candidates[4].kind, CueKind::family);
  for (const std::size_t word : {0U, 2U, 3U}) EXPECT_EQ(candidates[word].family, 4U);
  EXPECT_EQ(candidates[1].family, Candidate::kNoFamily);
}

TEST_F(Fit, GivesTheSameBytesEveryTime) {
  const Fitted first = fit();
  const Fitted second = fit();
  EXPECT_EQ(first.weights, second.weights);
  EXPECT_EQ(first.figures, second.figures);
}

TEST_F(Fit, AWriterWhoIsLeftOutIsNotLookedAt) {
  const Fitted all = fit();
  folder_.write("passages-e.jsonl",
                R"({"id": "e1", "topic": "gap", "text": "I stayed away.", "blame": [], "oversharing": [], )"
                R"("passive": [], "layers": {"bounded": false, "reason": false, "responsibility": false, )"
                R"("relevance": false, "recovery": false, "dwelling": false}})"
                "\n");
  EXPECT_NE(fit().figures, all.figures);
  EXPECT_EQ(fit({.leave_out = {"passages-e"}}).figures, all.figures);
}

TEST(WriterOf, IsTheFileOfAPassageAndTheFolderOfAStatement) {
  LabelledText text;
  text.file = "corpus/train/passages-a.jsonl";
  text.line = 3;
  EXPECT_EQ(writer_of(text), "passages-a");
  text.file = "corpus/train/statements/st-17.json";
  text.line = 0;
  text.id = "st-17";
  EXPECT_EQ(writer_of(text), "statements-2");
}

}  // namespace
}  // namespace candor
