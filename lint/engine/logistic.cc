#include "lint/engine/logistic.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace candor {
namespace {

constexpr double kEnough = 4e-3;  // no weight moved by more in a whole round: they are told to 0.01
constexpr int kMostRounds = 400;
constexpr int kRoundsBetween = 10;  // rounds over the columns that have a weight, before all are asked again
constexpr double kFirstReach = 1;
constexpr double kMostSpread = 0.25;   // of a likelihood
constexpr double kLeastSpread = 1e-9;  // above 0 for what is certain, too

// The rows by column, and what is left to explain of each.
class Descent {
 public:
  Descent(std::span<const SparseRow> rows, std::span<const std::uint32_t> chosen, const std::vector<bool>& is_yes,
          std::span<const double> penalties, const LogisticOptions& options, LogisticModel start)
      : penalties_(penalties),
        options_(options),
        columns_(penalties.size()),
        most_(penalties.size(), 0),
        reach_(penalties.size(), kFirstReach),
        model_(std::move(start)) {
    model_.weights.resize(penalties.size(), 0);
    for (const std::uint32_t row : chosen) {
      const auto place = static_cast<std::uint32_t>(yes_.size());
      yes_.push_back(is_yes[row] ? 1 : 0);
      scores_.push_back(model_.score(rows[row]));
      for (const SparseRow::Entry& entry : rows[row].entries) {
        if (entry.column >= columns_.size()) break;
        columns_[entry.column].push_back({place, entry.count});
        most_[entry.column] = std::max(most_[entry.column], entry.count);
      }
    }
    left_.resize(yes_.size());
    spread_.resize(yes_.size());
    for (std::size_t i = 0; i < left_.size(); ++i) update(i);
  }

  LogisticModel run() {
    for (int round = 0; round < kMostRounds; ++round) {
      const bool all = round % kRoundsBetween == 0;
      double moved = move_bias();
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (all || model_.weights[c] != 0) moved = std::max(moved, move(c));
      }
      if (all && moved < kEnough) break;
    }
    return std::move(model_);
  }

 private:
  struct Cell {
    std::uint32_t row;
    float count;
  };

  void update(std::size_t row) {
    const double likely = 1 / (1 + std::exp(-scores_[row]));
    left_[row] = yes_[row] - likely;
    spread_[row] = std::max(likely * (1 - likely), kLeastSpread);
  }

  // Of a step from a weight, or the bias, how much of it stays within reach; the next one may go twice as far.
  static double within(double step, double& reach) {
    step = std::clamp(step, -reach, reach);
    reach = std::max(2 * std::abs(step), reach / 2);
    return step;
  }

  double move_bias() {
    if (left_.empty()) return 0;
    const double grown = std::exp(bias_reach_);
    double gradient = 0;
    double curvature = 0;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      gradient += left_[i];
      curvature += std::min(kMostSpread, spread_[i] * grown);
    }
    const double step = within(gradient / curvature, bias_reach_);
    model_.bias += step;
    for (std::size_t i = 0; i < left_.size(); ++i) {
      scores_[i] += step;
      update(i);
    }
    return std::abs(step);
  }

  double move(std::size_t column) {
    double& weight = model_.weights[column];
    if (columns_[column].empty()) {
      weight = 0;
      return 0;
    }
    const double grown = std::exp(reach_[column] * most_[column]);
    double gradient = 0;
    double curvature = 0;
    for (const Cell cell : columns_[column]) {
      gradient += cell.count * left_[cell.row];
      curvature += std::min(kMostSpread, spread_[cell.row] * grown) * cell.count * cell.count;
    }
    const double aim = gradient + curvature * weight;
    const double least = penalties_[column] * options_.lasso;
    const double shrunk = std::abs(aim) <= least ? 0 : aim - std::copysign(least, aim);
    const double next = shrunk / (curvature + penalties_[column] * options_.ridge);
    const double step = within(next - weight, reach_[column]);
    if (step == 0) return 0;
    weight += step;
    for (const Cell cell : columns_[column]) {
      scores_[cell.row] += step * cell.count;
      update(cell.row);
    }
    return std::abs(step);
  }

  std::span<const double> penalties_;
  LogisticOptions options_;
  std::vector<std::vector<Cell>> columns_;
  std::vector<float> most_;    // by column, the highest count
  std::vector<double> reach_;  // by column, how far the next step may go
  double bias_reach_ = kFirstReach;
  std::vector<double> yes_;  // by chosen row: 1 or 0
  std::vector<double> scores_;
  std::vector<double> left_;    // yes minus its likelihood
  std::vector<double> spread_;  // its likelihood's variance
  LogisticModel model_;
};

}  // namespace

double LogisticModel::score(const SparseRow& row) const {
  double sum = bias;
  for (const SparseRow::Entry& entry : row.entries) {
    if (entry.column >= weights.size()) break;
    sum += weights[entry.column] * entry.count;
  }
  return sum;
}

void LogisticModel::rescale(double scale, double shift) {
  bias = scale * (bias + shift);
  for (double& weight : weights) weight *= scale;
}

LogisticModel fit_logistic(std::span<const SparseRow> rows, std::span<const std::uint32_t> chosen,
                           const std::vector<bool>& is_yes, std::span<const double> penalties,
                           const LogisticOptions& options, LogisticModel start) {
  return Descent(rows, chosen, is_yes, penalties, options, std::move(start)).run();
}

}  // namespace candor
