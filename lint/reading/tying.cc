#include "lint/reading/tying.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "lint/reading/tie_context.h"
#include "lint/reading/ties_by_dates.h"
#include "lint/reading/ties_by_words.h"
#include "lint/reading/ties_told_before.h"

namespace candor {
namespace {

// By a name, or by a role with something beside it.
bool is_firm(const std::vector<Tie>& ties) {
  return std::any_of(ties.begin(), ties.end(),
                     [](const Tie& tie) { return tie.reason >= TieReason::part_of_name && tie.weight >= kFirmTie; });
}

bool is_told_before(TieReason reason) {
  return reason == TieReason::pointed || reason == TieReason::described || reason == TieReason::mention;
}

// "I served in Okigwe until April": no other post was in that town.
bool is_only_post_there(const TieContext& context, const Event& claim, const ClaimWords& words, std::uint32_t e) {
  const WordHits& hits = context.marked(claim).words;
  const WordHits verb(claim.verb);
  const bool works =
      hits.any(claim.source, PathWord::work_verb) || verb.any(whole_of(claim.verb), PathWord::work_verb) ||
      (claim.length && claim.telling && hits.any(claim.source, PathWord::own_noun)) || verb_of(claim) == "stayed" ||
      verb_of(claim) == "left" || (claim.telling && verb_of(claim) == "spent") ||
      (claim.telling && claim.point &&
       (verb_of(claim) == "started" || verb_of(claim) == "joined" || verb_of(claim) == "began")) ||
      (claim.telling && !claim.point && hits.any(claim.source, PathWord::own_noun)) ||
      hits.any(claim.source, PathWord::comes_next) || hits.any(claim.source, PathWord::organization) ||
      (!claim.point && shares_an_end(claim, context.entry(e)));
  if (!works) return false;
  std::vector<std::string> places = context.entry(e).places;
  std::erase_if(places, [&](const std::string& place) { return !names_it(words, place); });
  for (std::uint32_t other = 0; other < context.timeline().entry_count; ++other) {
    const Event& entry = context.entry(other);
    if (other == e || entry.kind == EventKind::exam || entry.paper || entry.load == Load::part_time) continue;
    if (share_a_word(places, entry.places) || share_a_word(places, entry.names)) return false;
    // "two years a research fellow in Ann Arbor": of the fellowship, whose entry names no town.
    const bool role_of_other =
        (context.names(other).roles & words.roles) != 0 && (context.names(e).roles & words.roles) == 0;
    if (role_of_other && entry.places.empty()) return false;
  }
  return true;
}

// No other entry has a role of that group.
bool is_only_one(const TieContext& context, std::uint32_t e, std::uint32_t roles) {
  for (std::uint32_t other = 0; other < context.timeline().entry_count; ++other) {
    if (other != e && (context.names(other).roles & roles) != 0) return false;
  }
  return true;
}

// Each thing that claim and entry have in common counts; none of them decides alone but a name.
int weight_of(const TieContext& context, const Event& claim, const ClaimWords& words, const Tie& tie) {
  const Event& entry = context.entry(tie.entry);
  const EntryNames& names = context.names(tie.entry);
  TieReason reason = tie.reason;
  if (reason < TieReason::part_of_name && !is_told_before(reason)) reason = name_tie(entry, names, words);
  int weight = reason >= TieReason::exam           ? 5
               : reason >= TieReason::part_of_name ? 3
               : reason == TieReason::mention      ? 3
               : reason == TieReason::described
                   ? (context.described_in(telling_words(words.folded), tie.entry) > 1 ? 3 : 2)
               : reason == TieReason::pointed ? 2
               : reason == TieReason::place   ? (is_only_post_there(context, claim, words, tie.entry) ? 3 : 1)
                                              : 0;
  const bool there = context.marked(claim).words.any(claim.source, PathWord::there);
  if (reason == TieReason::pointed &&
      (there || claim.scene || context.leaves_it(claim) || stays_until(context, claim, tie.entry)))
    ++weight;
  const bool same_role = (names.roles & words.roles) != 0;
  const bool named_role =
      (names.role.size() > 3 && says_role(words, names)) || context.tells_its_work(claim, names.role);
  if (named_role)
    weight += 2;
  else if (same_role)
    weight += 1;
  // "I left general surgery": the one training in it
  const bool leaves = entry.training && !same_role && !named_role && shares_a_subject(words, names) && gives_up(claim);
  if (leaves && tie.reason == TieReason::role) weight += 2;
  if ((same_role && is_only_one(context, tie.entry, words.roles)) || (named_role && context.is_only_role(tie.entry)))
    weight += 2;
  if (claim.kind == entry.kind && claim.kind != EventKind::other) weight += 1;
  if (claim.kind == EventKind::other && context.marked(claim).words.any(claim.source, PathWord::work_verb)) weight += 1;
  if (shares_a_subject(words, names)) weight += 1;
  if (!claim.point && shares_an_end(claim, entry)) weight += 1;
  return weight;
}

bool tells_of_school(const TieContext& context, const Event& claim) {
  const MarkedText& text = context.marked(claim);
  return text.words.any(claim.whole, PathWord::education) || has_phrase(text.low(claim.whole), "white coat");
}

// The entry in whose description a scene stands.
std::vector<Tie> scene_ties(const TieContext& context, const Event& scene) {
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (entry.text == scene.text && entry.whole.contains(scene.source)) return {{e, TieReason::pointed}};
  }
  return {};
}

// By the first source that ties the claim. `told`: the ties of all claims before it. `words`: see ties_by_words().
std::vector<Tie> ties_of(const TieContext& context, const Event& claim, ClaimWords& words,
                         std::span<const std::vector<Tie>> told, const ToldLast& last) {
  if (claim.scene) {
    if (std::vector<Tie> ties = scene_ties(context, claim); !ties.empty()) return ties;
  }
  std::vector<Tie> ties = ties_by_words(context, claim, words);
  keep_those_there(context, claim, ties);
  if (ties.empty()) ties = arrival_ties(context, claim);
  if (ties.empty()) ties = head_ties(context, claim);
  if (ties.empty()) ties = finishing_ties(context, claim, told);
  if (ties.empty()) ties = pointed_ties(context, claim, words, last);
  return ties;
}

// What its own words speak against.
void drop_misread(const TieContext& context, const Event& claim, std::vector<Tie>& ties) {
  // "my first patient", as a student
  if (claim.scene && claim.aspect == Aspect::start && !tells_of_school(context, claim))
    std::erase_if(ties, [&](const Tie& tie) { return context.entry(tie.entry).kind == EventKind::education; });
  if (context.leaves_it(claim))  // of what the sentence before names
    std::erase_if(ties, [&](const Tie& tie) {
      return is_told_before(tie.reason) && is_left_elsewhere(context, claim, tie.entry);
    });
}

void weigh(const TieContext& context, const Event& claim, const ClaimWords& words, std::vector<Tie>& ties) {
  for (Tie& tie : ties) {
    if (tie.reason == TieReason::pointed && is_named_just_before(context, claim, tie.entry))
      tie.reason = TieReason::part_of_name;
    tie.weight = weight_of(context, claim, words, tie);
    if (tie.reason == TieReason::part_of_name) tie.weight = std::max(tie.weight, kFirmTie);
  }
}

// The ties, or where none of them is firm, those by the date alone.
std::vector<Tie> ties_or_near(const TieContext& context, const Event& claim, const ClaimWords& words,
                              std::vector<Tie> ties) {
  if (is_firm(ties)) return ties;
  std::vector<Tie> near = near_ties(context, claim, words);
  const bool better =
      !near.empty() && (is_told_years_away(context, claim, ties) || has_entry(ties, near.front().entry));
  return better ? near : ties;
}

// Of what a sitting is placed by.
std::vector<Tie> anchor_ties(const TieContext& context, const Event& anchor, std::span<const std::vector<Tie>> told,
                             const ToldLast& last) {
  ClaimWords words = context.words_of(anchor, anchor.source);
  std::vector<Tie> ties = ties_of(context, anchor, words, told, last);
  weigh(context, anchor, words, ties);
  return ties;
}

// What is told next may be told of this claim's entries.
void remember(const TieContext& context, const Event& claim, const std::vector<Tie>& ties, ToldLast& last) {
  if (claim.kind == EventKind::exam || claim.kind == EventKind::gap) return;
  const bool moves = claim.aspect == Aspect::start && claim.dated() &&
                     context.marked(claim).words.any(claim.source, PathWord::organization);
  const std::vector<Tie> dated = dated_ties(context, claim, ties);
  if (dated.empty() && ties.empty() && !moves) return;
  last = {&claim, dated.empty() ? ties : dated};
}

}  // namespace

ClaimTies tie_claims(const Timeline& timeline) {
  ClaimTies told{{}, std::vector<std::vector<Tie>>(timeline.relations.size())};
  if (timeline.entries().empty()) {  // most statements
    told.claims.resize(timeline.claims().size());
    return told;
  }
  const TieContext context(timeline);
  ToldLast last;
  std::size_t next = 0;
  const auto tie_relations_before = [&](const Event* claim) {
    for (; next < timeline.relations.size(); ++next) {
      const Event& anchor = timeline.relations[next].anchor;
      if (claim != nullptr && std::pair(anchor.text, anchor.source.begin) > std::pair(claim->text, claim->source.begin))
        return;
      if (!anchor.dated()) told.relations[next] = anchor_ties(context, anchor, told.claims, last);
    }
  };
  for (const Event& claim : timeline.claims()) {
    tie_relations_before(&claim);
    ClaimWords words = context.words_of(claim, claim.source);
    std::vector<Tie> ties = ties_of(context, claim, words, told.claims, last);
    drop_misread(context, claim, ties);
    if (ties.empty()) ties = described_ties(context, claim, words);
    weigh(context, claim, words, ties);
    remember(context, claim, ties, last);
    told.claims.push_back(ties_or_near(context, claim, words, std::move(ties)));
  }
  tie_relations_before(nullptr);
  return told;
}

}  // namespace candor
