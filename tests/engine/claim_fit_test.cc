#include "lint/engine/claim_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/engine/score.h"
#include "tests/support/rules.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

// Six writers of three applications each: what was begun months off is a fault, what was done there on a day is none.
void write_corpus(const TemporaryFolder& folder) {
  for (const std::string writer : {"a", "b", "c", "d", "e", "f"}) {
    for (int i = 1; i < 4; ++i) {
      const std::string one = writer + std::to_string(i) + "/";
      folder.write(one + "experience.md",
                   "# Experience\n\n- Resident, Borsod Hospital, 09/2018 - 08/2021 (full time)\n");
      const std::string month = i == 1 ? "January" : i == 2 ? "February" : "March";
      folder.write(one + "personal-statement.md", "I began as a resident at Borsod Hospital in " + month +
                                                      " 2019. I was at Borsod Hospital with my father in " + month +
                                                      " 2014.\n");
      folder.write(one + "gold.json",
                   R"({"as_of": "2026-09-15", "expected": [{"rule": "dates/contradiction", "in": [{"file": )"
                   R"("personal-statement.md", "quote": ")" +
                       month + R"( 2019"}], "why": "months off"}]})");
    }
  }
}

class ClaimFit : public testing::Test {
 protected:
  ClaimFit() { write_corpus(folder_); }

  FittedClaims fit() {
    const LabelledCorpus corpus = read_labelled_corpus(folder_.path());
    EXPECT_TRUE(corpus.problems.empty());
    RunOptions options;
    options.today = kScoreDay;
    return fit_claims(corpus, options, problems_);
  }

  TemporaryFolder folder_;
  std::vector<Problem> problems_;
};

TEST_F(ClaimFit, WritesAPackThatTellsFaultsFromTheRest) {
  const FittedClaims fitted = fit();
  ASSERT_TRUE(problems_.empty());
  const Rules rules(fitted.evidence);
  EXPECT_EQ(rules.said(), std::vector<std::string>{});
  const EvidenceData* evidence = rules.data().evidence_for("dates/contradiction");
  ASSERT_NE(evidence, nullptr) << fitted.evidence;
  EXPECT_FALSE(evidence->weights.empty());
}

TEST_F(ClaimFit, GivesTheSameTwice) {
  const FittedClaims first = fit();
  const FittedClaims second = fit();
  EXPECT_EQ(first.evidence, second.evidence);
  EXPECT_EQ(first.figures, second.figures);
}

TEST_F(ClaimFit, AWriterIsTheNameWithoutItsNumber) {
  LabelledApplication application;
  application.id = "bq20";
  EXPECT_EQ(writer_of(application), "bq");
}

}  // namespace
}  // namespace candor
