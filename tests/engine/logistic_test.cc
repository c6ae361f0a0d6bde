#include "lint/engine/logistic.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace candor {
namespace {

// Column 0 tells yes from no, column 1 stands in every second row of both, column 2 in none.
struct Rows {
  std::vector<SparseRow> rows;
  std::vector<bool> is_yes;
  std::vector<std::uint32_t> all;
  std::vector<double> penalties = {1, 1, 1};

  explicit Rows(std::size_t count = 40) {
    for (std::size_t r = 0; r < count; ++r) {
      SparseRow row;
      is_yes.push_back(r % 2 == 0);
      if (is_yes.back()) row.entries.push_back({0, 1});
      if (r % 4 < 2) row.entries.push_back({1, 1});
      rows.push_back(row);
    }
    all.resize(count);
    std::iota(all.begin(), all.end(), 0U);
  }

  [[nodiscard]] LogisticModel fit(const LogisticOptions& options) const {
    return fit_logistic(rows, all, is_yes, penalties, options);
  }
};

TEST(Logistic, TheColumnThatTellsGetsTheWeight) {
  const Rows rows;
  const LogisticModel model = rows.fit({.lasso = 1, .ridge = 0.1});
  EXPECT_GT(model.weights[0], 1);
  EXPECT_EQ(model.weights[1], 0);
  EXPECT_EQ(model.weights[2], 0);
  for (std::size_t r = 0; r < rows.rows.size(); ++r) EXPECT_EQ(model.score(rows.rows[r]) > 0, rows.is_yes[r]) << r;
}

TEST(Logistic, AStrongLassoLeavesNothingButTheBias) {
  Rows rows;
  rows.is_yes.assign(rows.is_yes.size(), true);
  rows.is_yes[0] = false;
  const LogisticModel model = rows.fit({.lasso = 1000, .ridge = 0.1});
  EXPECT_EQ(model.weights, (std::vector<double>{0, 0, 0}));
  EXPECT_NEAR(model.bias, std::log(39.0), 0.05);
}

TEST(Logistic, AColumnWithALargePenaltyHasToTellMore) {
  Rows rows;
  rows.penalties = {10, 1, 1};
  EXPECT_LT(rows.fit({.lasso = 1, .ridge = 0.1}).weights[0], Rows().fit({.lasso = 1, .ridge = 0.1}).weights[0]);
}

TEST(Logistic, RowsThatAreNotChosenDoNotCount) {
  Rows rows;
  rows.all = {0, 2, 4};
  EXPECT_GT(rows.fit({}).bias, 1) << "only yes is left";
}

TEST(Logistic, WhereItBeginsDoesNotMatter) {
  const Rows rows;
  const LogisticModel model = rows.fit({});
  const LogisticModel again = fit_logistic(rows.rows, rows.all, rows.is_yes, rows.penalties, {}, {3, {-1, 2, 1}});
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(again.weights[c], model.weights[c], 0.02) << c;
}

TEST(Logistic, CountsAddUp) {
  const LogisticModel model{0.5, {2, -1}};
  EXPECT_DOUBLE_EQ(model.score({{{0, 2}, {1, 1}}}), 3.5);
}

}  // namespace
}  // namespace candor
