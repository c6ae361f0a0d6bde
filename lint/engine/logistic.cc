#include "lint/engine/logistic.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace candor {
namespace {

constexpr double kEnough = 4e-3;  // no weight moved by more in a whole round: they are told to 0.01
constexpr int kMostPasses = 20;   // in which all columns are asked
constexpr int kMostRounds = 20;   // over the columns that have a weight, behind each pass
constexpr double kFirstReach = 1;
constexpr double kLeastReach = 0.03;   // so that a column that has rested may move again at once
constexpr float kMostSpread = 0.25F;   // of a likelihood
constexpr float kLeastSpread = 1e-9F;  // above 0 for what is certain, too

// Which columns can get a weight: the slope of a column's likelihood is never above what it counts in the rows of yes,
// or below what it counts in the others, and has to go beyond the penalty.
std::vector<bool> worth_asking(std::span<const SparseRow> rows, std::span<const std::uint32_t> chosen,
                               const std::vector<bool>& is_yes, std::span<const double> penalties, double lasso) {
  std::vector<double> yes(penalties.size(), 0);
  std::vector<double> no(penalties.size(), 0);
  for (const std::uint32_t row : chosen) {
    std::vector<double>& counts = is_yes[row] ? yes : no;
    for (const SparseRow::Entry& entry : rows[row].entries) {
      if (entry.column >= counts.size()) break;
      counts[entry.column] += entry.count;
    }
  }
  std::vector<bool> worth(penalties.size());
  for (std::size_t c = 0; c < worth.size(); ++c) worth[c] = std::max(yes[c], no[c]) > penalties[c] * lasso;
  return worth;
}

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
    const std::vector<bool> worth = worth_asking(rows, chosen, is_yes, penalties, options.lasso);
    for (std::size_t c = 0; c < worth.size(); ++c) {
      if (!worth[c]) model_.weights[c] = 0;
    }
    for (const std::uint32_t row : chosen) {
      const auto place = static_cast<std::uint32_t>(rows_.size());
      yes_.push_back(is_yes[row] ? 1 : 0);
      rows_.push_back({model_.score(rows[row])});
      update(place);
      for (const SparseRow::Entry& entry : rows[row].entries) {
        if (entry.column >= columns_.size()) break;
        if (!worth[entry.column]) continue;
        columns_[entry.column].push_back({place, entry.count});
        most_[entry.column] = std::max(most_[entry.column], entry.count);
      }
    }
  }

  LogisticModel run() {
    for (int pass = 0; pass < kMostPasses; ++pass) {
      if (move_all([](double) { return true; }) < kEnough) break;
      for (int round = 0; round < kMostRounds; ++round) {
        if (move_all([](double weight) { return weight != 0; }) < kEnough) break;
      }
    }
    return std::move(model_);
  }

 private:
  struct Cell {
    std::uint32_t row;
    float count;
  };

  // What the rows' columns are asked of together, in one place.
  struct Row {
    double score = 0;
    float left = 0;    // yes minus its likelihood
    float spread = 0;  // the likelihood's variance
  };

  void update(std::size_t place) {
    Row& row = rows_[place];
    const float likely = 1 / (1 + std::exp(static_cast<float>(-row.score)));
    row.left = yes_[place] - likely;
    row.spread = std::max(likely * (1 - likely), kLeastSpread);
  }

  // Of a step from a weight, or the bias, how much of it stays within reach; the next one may go twice as far.
  static double within(double step, double& reach) {
    step = std::clamp(step, -reach, reach);
    reach = std::max({2 * std::abs(step), reach / 2, kLeastReach});
    return step;
  }

  // Moves the bias and the columns whose weight is `asked`. Returns how far the one that moved most went.
  double move_all(bool (*asked)(double weight)) {
    double moved = move_bias();
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (!columns_[c].empty() && asked(model_.weights[c])) moved = std::max(moved, move(c));
    }
    return moved;
  }

  double move_bias() {
    if (rows_.empty()) return 0;
    const auto grown = static_cast<float>(std::exp(bias_reach_));
    double gradient = 0;
    double curvature = 0;
    for (const Row& row : rows_) {
      gradient += row.left;
      curvature += std::min(kMostSpread, row.spread * grown);
    }
    const double step = within(gradient / curvature, bias_reach_);
    model_.bias += step;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      rows_[i].score += step;
      update(i);
    }
    return std::abs(step);
  }

  double move(std::size_t column) {
    double& weight = model_.weights[column];
    const double least = penalties_[column] * options_.lasso;
    double gradient = 0;
    for (const Cell cell : columns_[column]) gradient += cell.count * rows_[cell.row].left;
    if (weight == 0 && std::abs(gradient) <= least) return 0;
    const auto grown = static_cast<float>(std::exp(reach_[column] * most_[column]));
    double curvature = 0;
    for (const Cell cell : columns_[column])
      curvature += std::min(kMostSpread, rows_[cell.row].spread * grown) * cell.count * cell.count;
    const double aim = gradient + curvature * weight;
    const double shrunk = std::abs(aim) <= least ? 0 : aim - std::copysign(least, aim);
    const double next = shrunk / (curvature + penalties_[column] * options_.ridge);
    const double step = within(next - weight, reach_[column]);
    if (step == 0) return 0;
    weight += step;
    for (const Cell cell : columns_[column]) {
      rows_[cell.row].score += step * cell.count;
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
  std::vector<Row> rows_;   // the chosen ones
  std::vector<float> yes_;  // by chosen row: 1 or 0
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
