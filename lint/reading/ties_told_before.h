// Ties by what was told before the claim: the sentence before it, the claim before it, the place that was named last.
#pragma once

#include <span>
#include <vector>

#include "lint/reading/tie_context.h"

namespace candor {

// The claim of a stay that was told last, tied or not, and the entries that it tells of.
struct ToldLast {
  const Event* claim = nullptr;  // none before the first
  std::vector<Tie> ties;
};

// "I got there in May": of the one place that the sentence before names.
[[nodiscard]] std::vector<Tie> arrival_ties(const TieContext& context, const Event& claim);
// "Most meaningful experience: Tiruvallur. For thirty-two months I was": of what the words in front of it name.
[[nodiscard]] std::vector<Tie> head_ties(const TieContext& context, const Event& claim);
// "I began it in Aleppo in 2008 and finished in Damascus in 2015": of what the claim before began. `told`: the ties of
// all claims before it.
[[nodiscard]] std::vector<Tie> finishing_ties(const TieContext& context, const Event& claim,
                                              std::span<const std::vector<Tie>> told);
// "I stayed until 2021", "those fifteen months": of what was told of last, by a claim or by a name.
[[nodiscard]] std::vector<Tie> pointed_ties(const TieContext& context, const Event& claim, const ClaimWords& words,
                                            const ToldLast& last);

// "Mercy had ninety beds. I worked there as a registrar until 2020": of several such posts keeps the one there.
void keep_those_there(const TieContext& context, const Event& claim, std::vector<Tie>& ties);

// "The residency at the Rawson. I entered it in June."
[[nodiscard]] bool is_named_just_before(const TieContext& context, const Event& claim, std::uint32_t e);
// "I left it in July" of another place than the entry's: the sentence before does not name the entry, or one was said
// to arrive at a place that no entry knows.
[[nodiscard]] bool is_left_elsewhere(const TieContext& context, const Event& claim, std::uint32_t e);
// "... at Mercy. I stayed until October": of what this sentence or the one before names.
[[nodiscard]] bool stays_until(const TieContext& context, const Event& claim, std::uint32_t e);

}  // namespace candor
