#include "lint/engine/findings_in_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace candor {
namespace {

using Names = std::vector<std::string>;

Application application(const Names& texts) {
  Application made;
  for (const std::string& text : texts) made.texts.push_back({text, "/" + text, text});
  return made;
}

std::vector<Finding> findings_in(const Names& texts) {
  std::vector<Finding> findings;
  for (const std::string& text : texts) findings.emplace_back().place.file = text;
  return findings;
}

class FindingsInOrderTest : public testing::Test {
 protected:
  FindingsInOrder::Take take() {
    return [this](std::vector<Finding> findings) {
      Names& piece = pieces_.emplace_back();
      for (const Finding& finding : findings) piece.push_back(finding.place.file);
    };
  }
  std::vector<Names> pieces_;
};

TEST_F(FindingsInOrderTest, PassesOnAtOnceWhatNothingCanComeBefore) {
  const std::vector<Application> applications{application({"a/1", "a/2"}), application({"b/1"}), application({"c/1"})};
  FindingsInOrder in_order(applications, take());
  in_order.add(0, findings_in({"a/1", "a/2"}));
  EXPECT_EQ(pieces_, (std::vector<Names>{{"a/1", "a/2"}}));
  in_order.add(2, findings_in({"c/1"}));
  EXPECT_EQ(pieces_.size(), 1U);  // those of b come before
  in_order.add(1, findings_in({"b/1"}));
  EXPECT_EQ(pieces_, (std::vector<Names>{{"a/1", "a/2"}, {"b/1", "c/1"}}));
}

TEST_F(FindingsInOrderTest, HoldsBackWhatStandsBehindTheTextsOfAnother) {
  const std::vector<Application> applications{application({"a", "z"}), application({"people/b/1"})};
  FindingsInOrder in_order(applications, take());
  in_order.add(0, findings_in({"a", "z"}));
  EXPECT_EQ(pieces_, (std::vector<Names>{{"a"}}));
  in_order.add(1, findings_in({"people/b/1"}));
  EXPECT_EQ(pieces_, (std::vector<Names>{{"a"}, {"people/b/1", "z"}}));
}

TEST_F(FindingsInOrderTest, AnApplicationWithoutFindingsHoldsNothingBack) {
  const std::vector<Application> applications{application({"b"}), application({"a"})};
  FindingsInOrder in_order(applications, take());
  EXPECT_EQ(in_order.order()[0], 1U);
  in_order.add(0, findings_in({"b"}));
  in_order.add(1, {});
  EXPECT_EQ(pieces_, (std::vector<Names>{{"b"}}));
}

TEST_F(FindingsInOrderTest, GivesOneOrderWhateverEndsFirst) {
  std::vector<Application> applications;
  Names expected;
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(10 + i);
    applications.push_back(application({number, "y" + number}));
    expected.insert(expected.end(), {number, "y" + number});
  }
  std::sort(expected.begin(), expected.end());
  std::mt19937 random(1);
  std::vector<std::size_t> ends(applications.size());
  for (std::size_t i = 0; i < ends.size(); ++i) ends[i] = i;
  for (int again = 0; again < 10; ++again) {
    std::shuffle(ends.begin(), ends.end(), random);
    pieces_.clear();
    FindingsInOrder in_order(applications, take());
    for (const std::size_t i : ends)
      in_order.add(i, findings_in({applications[i].texts[0].name, applications[i].texts[1].name}));
    Names all;
    for (const Names& piece : pieces_) all.insert(all.end(), piece.begin(), piece.end());
    EXPECT_EQ(all, expected);
    EXPECT_EQ(in_order.passed(), applications.size());
  }
}

}  // namespace
}  // namespace candor
