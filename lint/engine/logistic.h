// Logistic regression over sparse counts with few weights: most cues get none.
//
// Minimizes  sum log(1 + exp(-y score)) + sum penalty (lasso |w| + ridge w^2 / 2)  by cyclic coordinate descent with
// the curvature bounded over the reach of a step (Genkin, Lewis and Madigan 2007), which never goes uphill: within d of
// a score its likelihood's variance grows by at most exp(d), and is never above 1/4. The bias is not penalized.
// Deterministic: the same rows give the same weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace candor {

// One thing to be told apart: which columns it has, and how often.
struct SparseRow {
  struct Entry {
    std::uint32_t column = 0;
    float count = 1;
  };
  std::vector<Entry> entries;  // by column, each once
};

struct LogisticOptions {
  double lasso = 1;
  double ridge = 0.1;
};

struct LogisticModel {
  double bias = 0;
  std::vector<double> weights;  // by column; those behind the last have none

  [[nodiscard]] double score(const SparseRow& row) const;
  // Afterwards a row scores `scale` times as much as it did with `shift` on top.
  void rescale(double scale, double shift);
};

// Fits the rows whose index is in `chosen`; `is_yes` by row, `penalties` by column, each above 0: columns behind the
// last are passed over. `start` is where to begin, a model of the same columns: near the aim it saves most of the way.
// Safe to call from several threads.
[[nodiscard]] LogisticModel fit_logistic(std::span<const SparseRow> rows, std::span<const std::uint32_t> chosen,
                                         const std::vector<bool>& is_yes, std::span<const double> penalties,
                                         const LogisticOptions& options, LogisticModel start = {});

}  // namespace candor
