#include "lint/check/claim_cues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/check/agreement.h"
#include "lint/engine/run.h"

namespace candor {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kDates = "dates/contradiction";
constexpr std::string_view kLengths = "dates/duration-mismatch";

constexpr std::string_view kPosts =
    "# Experience\n\n- Intern, Mater Hospital, Dublin, 07/2017 - 06/2018\n"
    "- Resident physician, Borsod Hospital, Miskolc, 09/2018 - 08/2021 (full time)\n"
    "- Research fellow, Tisza Institute, Szeged, 10/2021 - 03/2024 (full time)\n";

// The doubts of one rule about a statement beside those posts.
std::vector<ClaimInDoubt> doubts(std::string_view rule, std::string_view statement) {
  const auto rulebook = Rulebook::shipped();
  Problem problem;
  const std::string text = "# Personal statement\n\n" + std::string(statement) + "\n\n" + std::string(kPosts);
  std::optional<Source> source = Source::from_bytes("a.md", text, problem);
  EXPECT_TRUE(source) << to_string(problem);
  SentenceMatcher matcher(rulebook->bank());
  ApplicationReading application;
  application.as_of = {2026, 9, 15};
  application.texts.push_back(read_text(*std::move(source), "a.md", std::nullopt, matcher, rulebook->bank(), false));
  std::vector<ClaimInDoubt> all = doubts_of_claims(application, rulebook->bank());
  std::erase_if(all, [&](const ClaimInDoubt& doubt) { return doubt.rule != rule; });
  return all;
}

std::vector<std::string> cues(std::string_view rule, std::string_view statement) {
  const std::vector<ClaimInDoubt> all = doubts(rule, statement);
  EXPECT_EQ(all.size(), 1U) << statement;
  return all.empty() ? std::vector<std::string>() : all.front().cues;
}

TEST(ClaimCues, ADateThatAgreesIsNotInDoubt) {
  EXPECT_THAT(doubts(kDates, "In September 2018 I joined Borsod Hospital as a resident."), IsEmpty());
  EXPECT_THAT(doubts(kLengths, "I was a resident at Borsod Hospital for three years."), IsEmpty());
}

TEST(ClaimCues, HowFarOffTheDateIsAddsUp) {
  const auto near = cues(kDates, "In January 2019 I joined Borsod Hospital as a resident.");
  EXPECT_THAT(near, Contains("off.2"));
  EXPECT_THAT(near, Not(Contains("off.4")));
  EXPECT_THAT(near, Contains("begins-within"));
  const auto far = cues(kDates, "In March 2017 I joined Borsod Hospital as a resident.");
  EXPECT_THAT(far, Contains("off.2"));
  EXPECT_THAT(far, Contains("off.13"));
  EXPECT_THAT(far, Not(Contains("begins-within")));
}

TEST(ClaimCues, ADateOfAnotherPostSpeaksForThatOne) {
  EXPECT_THAT(cues(kDates, "In October 2021 I joined Borsod Hospital as a resident."), Contains("end-of-another"));
  EXPECT_THAT(cues(kDates, "In January 2019 I joined Borsod Hospital as a resident."), Not(Contains("end-of-another")));
}

TEST(ClaimCues, TheWordBeforeADateIsACue) {
  EXPECT_THAT(cues(kDates, "In January 2019 I joined Borsod Hospital as a resident."), Contains("behind.in"));
}

TEST(ClaimCues, HowManyTimesTooLongAddsUp) {
  const auto twice = cues(kLengths, "I was a resident at Borsod Hospital for six years.");
  EXPECT_THAT(twice, Contains("times.1.6"));
  EXPECT_THAT(twice, Not(Contains("times.2.2")));
  EXPECT_THAT(twice, Not(Contains("shorter")));
  const auto half = cues(kLengths, "I was a resident at Borsod Hospital for eighteen months.");
  EXPECT_THAT(half, Contains("times.1.6"));
  EXPECT_THAT(half, Contains("shorter"));
}

TEST(ClaimCues, ALengthThatFitsAnotherPostMayBeOfThat) {
  EXPECT_THAT(cues(kLengths, "I was a resident at Borsod Hospital for two and a half years."), Contains("fits-post.0"));
  EXPECT_THAT(cues(kLengths, "I was a resident at Borsod Hospital for twenty months."), Not(Contains("fits-post.0")));
}

TEST(ClaimCues, ShippedWeightsAreOfBothRules) {
  const RulesetData& rules = Rulebook::shipped()->data();
  for (const std::string_view rule : {kDates, kLengths}) {
    const EvidenceData* evidence = rules.evidence_for(rule);
    ASSERT_NE(evidence, nullptr) << rule;
    EXPECT_LT(evidence->bias, 0) << rule;
    EXPECT_GT(evidence->weights.size(), 20U) << rule;
  }
}

}  // namespace
}  // namespace candor
