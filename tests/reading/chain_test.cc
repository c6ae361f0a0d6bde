#include "lint/reading/chain.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

constexpr ChainPrices kPrices{.opening = 1, .within_paragraph = 1, .opens = 1, .over_paragraphs = 1};

using Chain = std::vector<ChainLink>;

std::vector<std::pair<std::uint32_t, std::uint32_t>> runs(const Chain& chain) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
  for (const IndexRange run : likeliest_runs(chain, kPrices)) found.emplace_back(run.first, run.last);
  return found;
}

using Runs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

TEST(LikeliestRuns, NothingIsFoundInNothing) { EXPECT_EQ(runs({}), Runs{}); }

TEST(LikeliestRuns, AParagraphThatNamesItsSetbackIsARunWithWhatGoesOnAboutIt) {
  EXPECT_EQ(runs({{-3, -4, true}, {1, 2, true}, {1, -4, false}, {-3, -4, true}}), (Runs{{1, 3}}));
}

TEST(LikeliestRuns, WithoutASentenceThatNamesASetbackThereIsNone) {
  EXPECT_EQ(runs({{1, -4, true}, {1, -4, false}, {1, -4, false}}), Runs{});
  EXPECT_EQ(runs({{1, -1, true}, {1, -4, false}, {1, -4, false}}), (Runs{{0, 3}}));
}

TEST(LikeliestRuns, TheSetbackMayBeNamedLast) {
  EXPECT_EQ(runs({{1, -4, true}, {1, -4, false}, {1, 1, false}}), (Runs{{0, 3}}));
}

TEST(LikeliestRuns, ABorderWithinAParagraphHasItsPrice) {
  EXPECT_EQ(runs({{-0.5F, -4, true}, {1, 2, false}}), (Runs{{0, 2}}));
  EXPECT_EQ(runs({{-2, -4, true}, {1, 2, false}}), (Runs{{1, 2}}));
}

TEST(LikeliestRuns, ASentenceThatBeginsAnotherMatterPaysForTheBorderBeforeIt) {
  EXPECT_EQ(runs({{-0.5F, -4, true}, {1, 2, false, 1}}), (Runs{{1, 2}}));
  EXPECT_EQ(runs({{1, 2, true}, {-0.5F, -4, false}}), (Runs{{0, 2}}));
  EXPECT_EQ(runs({{1, 2, true}, {-0.5F, -4, false, 1}}), (Runs{{0, 1}}));
}

TEST(LikeliestRuns, ABorderIsForNothingAtBest) {
  EXPECT_EQ(runs({{-3, -4, true}, {0, 0.5F, false, 4}, {-3, -4, false, 4}}), Runs{});
}

TEST(LikeliestRuns, TwoSetbacksWithSomethingElseBetweenThemAreTwoRuns) {
  EXPECT_EQ(runs({{2, 2, true}, {-3, -4, true}, {2, 2, true}}), (Runs{{0, 1}, {2, 3}}));
}

}  // namespace
}  // namespace candor
