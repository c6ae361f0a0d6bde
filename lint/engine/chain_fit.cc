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
// What the kinds of texts weigh: those that were put together of others count less.
constexpr std::array<double, 3> kWeights = {1, 1, 0.5};

std::vector<IndexRange> runs_of(const LabelledChain& text, const FittedChain& fitted) {
  std::vector<ChainLink> links = text.links;
  for (ChainLink& link : links) {
    link.inside = bounded_inside(fitted.inside.of(link.inside));
    link.names = bounded_names(fitted.names.of(link.names));
    link.opens = bounded_opens(link.opens);
  }
  return likeliest_runs(links, text.kind == LabelledChain::Kind::short_text ? fitted.prices : fitted.among_others);
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
  std::array<Tally, kWeights.size()> passages;
  std::array<Tally, kWeights.size()> sentences;
  for (const LabelledChain& text : texts) {
    const std::vector<IndexRange> found = runs_of(text, fitted);
    const auto kind = static_cast<std::size_t>(text.kind);
    passages[kind] += passage_tally(text.passages, found);
    sentences[kind] += sentence_tally(text.passages, found);
  }
  passages[0].false_alarms *= kFalseAlarm;
  double sum = 0;
  for (std::size_t kind = 0; kind < kWeights.size(); ++kind)
    sum += kWeights[kind] * (passages[kind].f1().value_or(0) + sentences[kind].f1().value_or(0) / 2);
  return sum;
}

// A price is never below nothing.
void raise(float& price, float step) { price = std::max(0.0F, price + step); }

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
      [](FittedChain& f, float step) { raise(f.prices.opening, step); },
      [](FittedChain& f, float step) { raise(f.among_others.opening, step); },
      [](FittedChain& f, float step) { raise(f.prices.within_paragraph, step); },
      [](FittedChain& f, float step) { raise(f.among_others.within_paragraph, step); },
      [](FittedChain& f, float step) { raise(f.prices.opens, step / 4); },
      [](FittedChain& f, float step) { raise(f.among_others.opens, step / 4); },
      [](FittedChain& f, float step) {
        raise(f.prices.over_paragraphs, step);
        f.among_others.over_paragraphs = f.prices.over_paragraphs;
      },
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
    const Fit found = climb(texts, {{inside, 0}, {names, 0}, {0.5F, 2, 0.1F, 1.5F}, {3, 1, 0.6F, 1.5F}});
    if (!best || found.worth > best->worth) best = found;
  }
  return best->chain;
}

}  // namespace candor
