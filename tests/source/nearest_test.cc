#include "lint/source/nearest.h"

#include <array>

#include <gtest/gtest.h>

namespace candor {
namespace {

constexpr std::array<std::string_view, 4> kCommands = {"check", "outline", "timeline", "explain"};

TEST(NearestName, ForgivesASwap) { EXPECT_EQ(nearest_name("chekc", kCommands), "check"); }
TEST(NearestName, ForgivesAMissingLetter) { EXPECT_EQ(nearest_name("timelne", kCommands), "timeline"); }
TEST(NearestName, ForgivesAnExtraLetter) { EXPECT_EQ(nearest_name("outtline", kCommands), "outline"); }
TEST(NearestName, ForgivesAWrongLetter) { EXPECT_EQ(nearest_name("explaim", kCommands), "explain"); }
TEST(NearestName, SaysNothingWhenNoneIsNear) { EXPECT_EQ(nearest_name("frobnicate", kCommands), ""); }
TEST(NearestName, SaysNothingWithoutCandidates) { EXPECT_EQ(nearest_name("check", {}), ""); }

TEST(NearestName, GivesTiesToTheFirst) {
  constexpr std::array<std::string_view, 2> kTwins = {"bat", "cat"};
  EXPECT_EQ(nearest_name("rat", kTwins), "bat");
}

TEST(UnknownName, OffersTheNearestIfThereIsOne) {
  EXPECT_EQ(unknown_name("command", "chekc", kCommands), "unknown command 'chekc', did you mean 'check'?");
  EXPECT_EQ(unknown_name("command", "frobnicate", kCommands), "unknown command 'frobnicate'");
}

}  // namespace
}  // namespace candor
