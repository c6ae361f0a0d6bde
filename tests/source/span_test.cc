#include "lint/source/span.h"

#include <gtest/gtest.h>

namespace candor {
namespace {

TEST(Span, KnowsItsSize) {
  EXPECT_EQ((Span{3, 8}.size()), 5U);
  EXPECT_TRUE((Span{3, 3}.empty()));
  EXPECT_FALSE((Span{3, 4}.empty()));
}

TEST(Span, ContainsItsBeginButNotItsEnd) {
  constexpr Span span{3, 8};
  EXPECT_TRUE(span.contains(3U));
  EXPECT_TRUE(span.contains(7U));
  EXPECT_FALSE(span.contains(8U));
  EXPECT_TRUE(span.contains(Span{3, 8}));
  EXPECT_TRUE(span.contains(Span{8, 8}));
  EXPECT_FALSE(span.contains(Span{2, 4}));
}

TEST(Span, OverlapsOnlyWhereAByteIsShared) {
  EXPECT_TRUE((Span{0, 4}.overlaps({3, 9})));
  EXPECT_FALSE((Span{0, 4}.overlaps({4, 9})));
}

TEST(Span, HullHoldsBothInEitherOrder) {
  EXPECT_EQ(hull({5, 7}, {1, 2}), (Span{1, 7}));
  EXPECT_EQ(hull({1, 9}, {2, 3}), (Span{1, 9}));
}

TEST(IndexRange, CountsAndContains) {
  constexpr IndexRange range{2, 5};
  EXPECT_EQ(range.size(), 3U);
  EXPECT_TRUE(range.contains(4));
  EXPECT_FALSE(range.contains(5));
  EXPECT_TRUE((IndexRange{2, 2}.empty()));
}

}  // namespace
}  // namespace candor
