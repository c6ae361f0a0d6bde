#include "lint/engine/chain_fit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace candor {
namespace {

constexpr int kRounds = 40;
constexpr float kFirstStep = 0.4F;  // of a price; of the scale a quarter
constexpr float kLastStep = 0.05F;
constexpr float kLeastScale = 0.05F;
// A passage that is none counts as so many in a short text: in the corpus most of those explain something, in life most
// do not.
constexpr std::uint32_t kFalseAlarm = 2;
// Of the scores of `inside` and `names`: where the search begins, for it ends at the next best place.
constexpr std::pair<float, float> kStarts[] = {{0.2F, 0.5F}, {0.6F, 0.3F}, {0.8F, 0.5F}};

std::vector<IndexRange> runs_of(const LabelledChain& text, const FittedChain& fitted) {
  std::vector<ChainLink> links = text.links;
  for (ChainLink& link : links) {
    link.inside = bounded_inside(fitted.inside.of(link.inside));
    link.names = bounded_names(fitted.names.of(link.names));
  }
  ChainPrices prices = fitted.prices;
  if (text.several_paragraphs) prices.opening = fitted.opening_among_others;
  return likeliest_runs(links, prices);
}

bool overlap(IndexRange a, IndexRange b) { return a.first < b.last && b.first < a.last; }

Tally passage_tally(std::span<const IndexRange> labelled, std::span<const IndexRange> found) {
  const auto meets = [](std::span<const IndexRange> ranges) {
    return [ranges](IndexRange one) {
      return std::ranges::any_of(ranges, [&](IndexRange other) { return overlap(one, other); });
    };
  };
  Tally tally;
  tally.found = static_cast<std::uint32_t>(std::ranges::count_if(labelled, meets(found)));
  tally.missed = static_cast<std::uint32_t>(labelled.size()) - tally.found;
  tally.false_alarms = static_cast<std::uint32_t>(
      found.size() - static_cast<std::size_t>(std::ranges::count_if(found, meets(labelled))));
  return tally;
}

Tally sentence_tally(std::span<const IndexRange> labelled, std::span<const IndexRange> found) {
  Tally tally;
  std::uint32_t said = 0;
  for (const IndexRange one : found) {
    said += one.size();
    for (const IndexRange other : labelled) {
      if (overlap(one, other)) tally.found += std::min(one.last, other.last) - std::max(one.first, other.first);
    }
  }
  tally.false_alarms = said - tally.found;
  for (const IndexRange one : labelled) tally.missed += one.size();
  tally.missed -= tally.found;
  return tally;
}

double worth(std::span<const LabelledChain> texts, const FittedChain& fitted) {
  std::array<Tally, 2> passages;
  std::array<Tally, 2> sentences;
  for (const LabelledChain& text : texts) {
    const std::vector<IndexRange> found = runs_of(text, fitted);
    const std::size_t kind = text.several_paragraphs ? 1 : 0;
    passages[kind] += passage_tally(text.passages, found);
    sentences[kind] += sentence_tally(text.passages, found);
  }
  passages[0].false_alarms *= kFalseAlarm;
  double sum = 0;
  for (std::size_t kind = 0; kind < 2; ++kind)
    sum += passages[kind].f1().value_or(0) + sentences[kind].f1().value_or(0) / 2;
  return sum;
}

struct Fit {
  FittedChain chain;
  double worth = 0;
};

// Changes one number at a time for as long as that helps.
Fit climb(std::span<const LabelledChain> texts, const FittedChain& start) {
  Fit best{start, worth(texts, start)};
  using Change = void (*)(FittedChain&, float);
  static constexpr Change kChanges[] = {
      [](FittedChain& f, float step) { f.inside.scale = std::max(kLeastScale, f.inside.scale + step / 4); },
      [](FittedChain& f, float step) { f.inside.shift += step; },
      [](FittedChain& f, float step) { f.names.scale = std::max(kLeastScale, f.names.scale + step / 4); },
      [](FittedChain& f, float step) { f.names.shift += step; },
      [](FittedChain& f, float step) { f.prices.opening += step; },
      [](FittedChain& f, float step) { f.opening_among_others += step; },
      [](FittedChain& f, float step) { f.prices.within_paragraph += step; },
      [](FittedChain& f, float step) { f.prices.over_paragraphs += step; },
  };
  float step = kFirstStep;
  for (int round = 0; round < kRounds && step >= kLastStep; ++round) {
    bool improved = false;
    for (const Change change : kChanges) {
      for (const float by : {step, -step}) {
        Fit other{best.chain, 0};
        change(other.chain, by);
        other.worth = worth(texts, other.chain);
        if (other.worth <= best.worth) continue;
        best = other;
        improved = true;
      }
    }
    if (!improved) step /= 2;
  }
  return best;
}

}  // namespace

Tally passages_found(const LabelledChain& text, const FittedChain& fitted) {
  return passage_tally(text.passages, runs_of(text, fitted));
}

FittedChain fit_chain(std::span<const LabelledChain> texts) {
  std::optional<Fit> best;
  for (const auto& [inside, names] : kStarts) {
    const Fit found = climb(texts, {{inside, 0}, {names, 0}, {0.5F, 2, 1.5F}, 3});
    if (!best || found.worth > best->worth) best = found;
  }
  return best->chain;
}

}  // namespace candor
