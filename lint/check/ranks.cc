#include "lint/check/ranks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/clause.h"

namespace candor {
namespace {

// "chief resident", "lead registrar", "shift leader", "covid-19 ward": as the lower-case text has it; empty where it
// names none.
std::string_view rank_in(std::string_view low) {
  constexpr std::array<std::string_view, 7> kFirst = {"chief", "lead", "head", "shift", "team", "senior", "deputy"};
  constexpr std::array<std::string_view, 11> kSecond = {"resident", "registrar", "leader", "intern",
                                                        "fellow",   "scribe",    "tutor",  "coordinator",
                                                        "officer",  "nurse",     "lead"};
  for (const std::string_view first : kFirst) {
    const std::size_t at = find_phrase(low, first);
    if (at == std::string_view::npos) continue;
    for (const std::string_view second : kSecond) {
      const std::size_t end = at + first.size() + 1 + second.size();
      if (find_phrase(low.substr(at + first.size()), second) == 1) return low.substr(at, end - at);
    }
  }
  for (const std::string_view words : {"acting chief", "in charge", "chief of", "head of"}) {
    if (has_phrase(low, words)) return words;
  }
  for (const std::string_view ward : {"covid ward", "covid-19 ward", "covid unit", "covid-19 unit"}) {
    if (has_phrase(low, ward)) return ward.ends_with("unit") ? "covid unit" : "covid ward";
  }
  return {};
}

struct Rank {
  Event event;
  std::string_view name;
};

// "Lead coordinator from January 2024 to January 2025.": a sentence below a post that opens with the rank.
std::optional<Rank> rank_told_by(const MarkedText& text, const Sentence& sentence) {
  constexpr std::uint32_t kOpening = 24;  // bytes: "Officer in charge"
  const IndexRange dates = text.dates_within(sentence.source);
  if (dates.last != dates.first + 1) return std::nullopt;
  const DateExpression& date = text.dates[dates.first];
  if (date.kind == DateKind::duration || !date.resolved || date.foreign_calendar || date.open_start ||
      (date.start == date.end && !date.open_end))
    return std::nullopt;
  const std::string_view name = rank_in(text.low(sentence.source).substr(0, kOpening));
  if (name.empty()) return std::nullopt;
  Rank rank;
  rank.name = name;
  rank.event.claim = true;
  rank.event.text = text.index;
  rank.event.source = rank.event.whole = sentence.source;
  rank.event.start = Stated{date.start, date.start_days, date.source};
  if (!date.open_end) rank.event.end = Stated{date.end, date.end_days, date.source};
  return rank;
}

bool may_tell_a_rank(const Event& claim) {
  return claim.kind != EventKind::exam && claim.kind != EventKind::gap && !claim.expected && !claim.relative;
}

// What is told of ranks below the posts.
std::vector<Rank> listed_ranks(const DateFaults& faults) {
  std::vector<Rank> ranks;
  for (const Event& claim : faults.timeline().claims()) {
    if (!may_tell_a_rank(claim) || !claim.dated() || !faults.timeline().is_in_an_entry(claim.text, claim.source))
      continue;
    const std::string_view name = rank_in(faults.marked(claim).low(claim.source));
    if (!name.empty()) ranks.push_back({claim, name});
  }
  for (const MarkedText& text : faults.timeline().texts) {
    for (const Sentence& sentence : text.text.document.sentences()) {
      auto rank = rank_told_by(text, sentence);
      if (!rank || !faults.timeline().is_in_an_entry(text.index, sentence.source)) continue;
      const bool own = std::ranges::any_of(faults.timeline().entries(), [&](const Event& entry) {
        return entry.text == text.index && entry.dated() && entry.date_source().overlaps(rank->event.date_source());
      });  // the post is the rank
      const bool known = std::ranges::any_of(ranks, [&](const Rank& other) {
        return other.event.text == text.index && other.event.whole.overlaps(sentence.source);
      });
      if (!own && !known) ranks.push_back(*std::move(rank));
    }
  }
  return ranks;
}

// To the month at least: "in 2018" lies within.
bool is_fine(const std::optional<Stated>& side) { return side && side->date.has_month(); }

bool is_near(const Stated& one, const Stated& other) {
  constexpr Day kSlack = 45;
  return one.days.touches({other.days.first - kSlack, other.days.last + kSlack});
}

// Another beginning, another end, or another length.
bool differs(const DateFaults& faults, const Event& told, const Event& listed) {
  const bool begins = told.aspect == Aspect::start || is_one_of(told.title, {"made", "promoted", "named", "appointed"});
  const bool starts = is_fine(told.start) && (!told.point || begins);
  if (starts && is_fine(listed.start) && !is_near(*told.start, *listed.start)) return true;
  const bool ends = is_fine(told.end) && (!told.point || told.aspect == Aspect::end);
  if (ends && is_fine(listed.end) && !is_near(*told.end, *listed.end)) return true;
  return !told.dated() && told.length && !told.partial && told.length->looseness != Looseness::vague && listed.start &&
         !listed.point && !faults.length_fits(*told.length, listed);
}

void report(DateFaults& faults, std::uint32_t told, const Rank& rank) {
  const Event& claim = faults.event(told);
  const Event& listed = rank.event;
  const Span place = DateFaults::place_span(claim);
  const std::string here = faults.words(claim, place);
  const std::string there = faults.dates_as_written(listed);
  const auto elsewhere = [&](const Event& event) { return faults.text_of(event).source.name(); };
  faults.mark(told);
  Finding* finding =
      claim.dated()
          ? faults.add("dates/contradiction", claim,
                       fmt::format("{}: \"{}\" here, \"{}\" in {}", rank.name, here, there, elsewhere(listed)), place)
          : faults.add(
                "dates/duration-mismatch", claim,
                fmt::format("{}: \"{}\" here, but \"{}\" is {}", rank.name, here, there, faults.length_of(listed)),
                place);
  faults.relate(finding, listed, DateFaults::place_span(listed), fmt::format("{}: {}", rank.name, there),
                fmt::format("{}: \"{}\" here, \"{}\" in {}", rank.name, there, here, elsewhere(claim)));
}

}  // namespace

void check_ranks(DateFaults& faults) {
  const std::vector<Rank> ranks = listed_ranks(faults);
  if (ranks.empty()) return;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    if (faults.is_faulty(e) || !may_tell_a_rank(claim) || faults.timeline().is_in_an_entry(claim.text, claim.source))
      continue;
    const MarkedText& text = faults.marked(claim);
    const std::string_view name = rank_in(text.low(claim.source));
    // "Six months after I became chief, in March": when that was, or this
    const bool distant = has_phrase(text.low(claim.whole), "after") || has_phrase(text.low(claim.whole), "before");
    if (name.empty() || (claim.point && distant)) continue;
    const Rank* listed = nullptr;
    bool agrees = false;
    for (const Rank& rank : ranks) {
      if (rank.name != name) continue;
      agrees |= listed != nullptr || !differs(faults, claim, rank.event);
      listed = &rank;
    }
    if (listed != nullptr && !agrees) report(faults, e, *listed);
  }
}

}  // namespace candor
