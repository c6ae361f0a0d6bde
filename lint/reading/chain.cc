#include "lint/reading/chain.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace candor {
namespace {

enum State : std::uint8_t { kOut, kUnnamed, kNamed };  // kUnnamed: in a passage that has not named its setback yet

// The best way to a state: what it has earned, and where it came from.
struct Way {
  float earned;
  State from;
};

Way better(Way a, Way b) { return a.earned >= b.earned ? a : b; }

}  // namespace

std::vector<IndexRange> likeliest_runs(std::span<const ChainLink> chain, const ChainPrices& prices) {
  constexpr float kImpossible = -std::numeric_limits<float>::infinity();
  const std::size_t n = chain.size();
  std::vector<std::array<State, 3>> from(n + 1);  // by sentence and state
  std::array<float, 3> earned = {0, kImpossible, kImpossible};
  for (std::size_t s = 0; s <= n; ++s) {
    const bool borders = s == n || chain[s].starts_paragraph;
    const float edge = borders ? 0 : std::max(0.0F, prices.within_paragraph - prices.opens * chain[s].opens);
    const float over = borders ? prices.over_paragraphs : 0;
    const Way out = better({earned[kOut], kOut}, {earned[kNamed] - edge, kNamed});
    from[s][kOut] = out.from;
    if (s < n) {
      const Way opened{earned[kOut] - prices.opening - edge, kOut};
      const Way unnamed = better(opened, {earned[kUnnamed] - over, kUnnamed});
      const Way goes_on{earned[kNamed] - over + std::max(chain[s].names, 0.0F), kNamed};
      const Way named = better(goes_on, {unnamed.earned + chain[s].names, unnamed.from});
      from[s][kUnnamed] = unnamed.from;
      from[s][kNamed] = named.from;
      earned = {out.earned, unnamed.earned + chain[s].inside, named.earned + chain[s].inside};
    } else {
      earned[kOut] = out.earned;
    }
  }
  std::vector<IndexRange> runs;
  State state = from[n][kOut];
  for (auto s = static_cast<std::uint32_t>(n); s > 0; --s) {
    if (state != kOut && (runs.empty() || runs.back().first != s)) {
      runs.push_back({s - 1, s});
    } else if (state != kOut) {
      runs.back().first = s - 1;
    }
    state = from[s - 1][state];
  }
  std::ranges::reverse(runs);
  return runs;
}

}  // namespace candor
