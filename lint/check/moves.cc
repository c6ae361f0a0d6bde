#include "lint/check/moves.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// "I have lived in Minnesota since March 2022", "from March 2022 I am in Minnesota"
bool lives_since(const Event& claim) {
  const bool from_then = claim.point && claim.aspect == Aspect::start && claim.verb == "am";
  return claim.start && (!claim.end || from_then) && is_one_of(claim.verb, {"lived", "living", "been", "am"});
}

// "I have lived and worked in Minnesota since March 2022"
bool lives_and_works_since(const DateFaults& faults, const Event& claim) {
  return claim.start && !claim.end && claim.verb == "worked" &&
         has_phrase(faults.marked(claim).low(claim.whole), "lived and worked");
}

// "New York" of "New York with my sister", in lower case: the names that the words begin with.
std::string leading_names(std::string_view words) {
  const auto is_name = [&](std::size_t at) { return at < words.size() && words[at] >= 'A' && words[at] <= 'Z'; };
  std::size_t end = 0;
  while (is_name(end)) {
    end = path_word_end(words, end);
    if (end >= words.size() || words[end] != ' ' || !is_name(end + 1)) break;
    ++end;
  }
  return folded_name(words.substr(0, end));
}

// Between which places; empty where it is not said.
struct Move {
  std::string from;
  std::string to;

  [[nodiscard]] bool empty() const { return from.empty() && to.empty(); }
  // To one place, or away from one where only one of them says where to.
  [[nodiscard]] bool is_that_of(const Move& other) const {
    if (!to.empty() && !other.to.empty()) return to == other.to;
    return !from.empty() && from == other.from;
  }
};

constexpr std::string_view kHere = "this city";

// What stands behind the verb: "to Boise", "from Tabriz to Boise", "with him from Ibadan to Leeds".
Move places_of_a_move(const MarkedText& text, Span behind) {
  const std::string_view words = text.slice(behind);
  const DateExpression* const date = text.date_in(behind);
  const auto named = [&](std::string_view lead) {
    for (std::size_t at = words.find(lead); at != std::string_view::npos; at = words.find(lead, at + 1)) {
      const std::size_t name = at + lead.size();
      const auto begin = behind.begin + static_cast<std::uint32_t>(name);
      if (date == nullptr || !date->source.contains(begin)) {
        if (std::string found = leading_names(words.substr(name)); !found.empty()) return found;
      }
    }
    return std::string();
  };
  if (words.find(" from ") != std::string_view::npos) {
    if (Move move{named(" from "), named(" to ")}; !move.empty()) return move;
  }
  constexpr std::array<std::string_view, 4> kLeads = {" to the United States, to ", " to live in ", " to ", " in "};
  for (const std::string_view lead : kLeads) {
    if (!words.starts_with(lead)) continue;
    if (folded_name(words.substr(lead.size(), kHere.size())) == kHere) return {{}, std::string(kHere)};
    return {{}, leading_names(words.substr(lead.size()))};
  }
  return {};
}

// "I came to Minnesota in September 2022", "I have lived in Minnesota since March 2022": where the writer came to live.
// Empty where it is no such thing.
Move move_of(const DateFaults& faults, const Event& claim) {
  const MarkedText& text = faults.marked(claim);
  const bool lives = lives_since(claim) || lives_and_works_since(faults, claim);
  const bool comes =
      claim.point && claim.aspect == Aspect::start &&
      is_one_of(claim.verb, {"came", "moved", "arrived", "immigrated", "emigrated", "relocated", "landed"});
  const Precision least = lives ? Precision::year : Precision::season;
  if (!(lives || comes) || !claim.start || claim.start->date.precision < least || (claim.expected && !lives) ||
      claim.relative)
    return {};
  // "..., where my sister lives", "... and my sister lives there", "... to live with my sister"
  const std::string_view low = text.low(claim.source);
  const std::size_t comma = std::min({low.find(", "), low.find(" and my "), low.find(" to live with ")});
  const Span told{claim.source.begin, comma == std::string_view::npos
                                          ? claim.source.end
                                          : claim.source.begin + static_cast<std::uint32_t>(comma)};
  const bool visit = std::ranges::any_of(text.words.all(told, PathWord::visit), [&](const WordHit& hit) {
    return text.low(hit.place) != "lived" && text.low(hit.place) != "family";
  });
  const std::size_t verb = find_phrase(low, claim.verb);
  if (visit || verb == std::string_view::npos || has_phrase(low, "born"))
    return {};  // "and our daughter was born in May"
  const auto behind = claim.source.begin + static_cast<std::uint32_t>(verb + claim.verb.size());
  return places_of_a_move(text, {behind, claim.source.end});
}

}  // namespace

void check_moves(DateFaults& faults) {
  constexpr Day kMonths = 45;
  constexpr Day kSeasons = 0;  // ... which are wide by themselves
  constexpr Day kSlip = 700;
  std::vector<std::pair<std::uint32_t, Move>> arrivals;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    Move move = move_of(faults, faults.event(e));
    if (move.to == kHere)  // the one that the text told of before
      move.to = !arrivals.empty() && faults.event(arrivals.back().first).text == faults.event(e).text
                    ? arrivals.back().second.to
                    : std::string();
    if (!move.empty()) arrivals.emplace_back(e, std::move(move));
  }
  for (std::size_t a = 0; a < arrivals.size(); ++a) {
    for (std::size_t b = a + 1; b < arrivals.size(); ++b) {
      const Event& one = faults.event(arrivals[a].first);
      const Event& other = faults.event(arrivals[b].first);
      if (!arrivals[a].second.is_that_of(arrivals[b].second) || faults.is_faulty(arrivals[a].first) ||
          faults.is_faulty(arrivals[b].first) || (one.text == other.text && one.whole.overlaps(other.whole)))
        continue;
      const Interval then = one.start->days;
      const Interval again = other.start->days;
      const bool season =
          one.start->date.precision == Precision::season || other.start->date.precision == Precision::season;
      const Day apart = season ? kSeasons : kMonths;
      if (!then.touches(widened(again, apart)) && then.touches(widened(again, kSlip)))
        faults.report_contradiction(arrivals[b].first, arrivals[a].first);
    }
  }
}

}  // namespace candor
