#include "lint/check/ranks.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  for (const std::string_view ward : {"covid ward", "covid-19 ward", "covid unit", "covid-19 unit"}) {
    if (has_phrase(low, ward)) return ward.ends_with("unit") ? "covid unit" : "covid ward";
  }
  return {};
}

struct Rank {
  std::uint32_t claim = 0;  // an index of the timeline's events
  std::string_view name;
  bool in_an_entry = false;
};

// To the month at least: "in 2018" lies within.
bool is_fine(const std::optional<Stated>& side) { return side && side->date.has_month(); }

bool is_near(const Stated& one, const Stated& other) {
  constexpr Day kSlack = 45;
  return one.days.touches({other.days.first - kSlack, other.days.last + kSlack});
}

// Another beginning, another end, or another length.
bool differs(const DateFaults& faults, const Event& told, const Event& listed) {
  const bool starts = is_fine(told.start) && (!told.point || told.aspect == Aspect::start);
  if (starts && is_fine(listed.start) && !is_near(*told.start, *listed.start)) return true;
  if (is_fine(told.end) && is_fine(listed.end) && !is_near(*told.end, *listed.end)) return true;
  return !told.dated() && told.length && !told.partial && told.length->looseness != Looseness::vague && listed.start &&
         !listed.point && !faults.length_fits(*told.length, listed);
}

void report(DateFaults& faults, const Rank& told, const Event& listed) {
  const Event& claim = faults.event(told.claim);
  const Span place = DateFaults::place_span(claim);
  const std::string here = faults.words(claim, place);
  const std::string there = faults.dates_as_written(listed);
  const auto elsewhere = [&](const Event& event) { return faults.text_of(event).source.name(); };
  faults.mark(told.claim);
  Finding* finding =
      claim.dated()
          ? faults.add("dates/contradiction", claim,
                       fmt::format("{}: \"{}\" here, \"{}\" in {}", told.name, here, there, elsewhere(listed)), place)
          : faults.add(
                "dates/duration-mismatch", claim,
                fmt::format("{}: \"{}\" here, but \"{}\" is {}", told.name, here, there, faults.length_of(listed)),
                place);
  faults.relate(finding, listed, DateFaults::place_span(listed), fmt::format("{}: {}", told.name, there),
                fmt::format("{}: \"{}\" here, \"{}\" in {}", told.name, there, here, elsewhere(claim)));
}

}  // namespace

void check_ranks(DateFaults& faults) {
  std::vector<Rank> ranks;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    const std::string_view name = rank_in(faults.marked(claim).low(claim.source));
    const bool usable =
        claim.kind != EventKind::exam && claim.kind != EventKind::gap && !claim.expected && !claim.relative;
    if (!name.empty() && usable) ranks.push_back({e, name, faults.timeline().is_in_an_entry(claim.text, claim.source)});
  }
  for (const Rank& told : ranks) {
    const Event& claim = faults.event(told.claim);
    if (told.in_an_entry || faults.is_faulty(told.claim)) continue;
    const Rank* listed = nullptr;
    bool agrees = false;
    for (const Rank& other : ranks) {
      if (!other.in_an_entry || other.name != told.name || !faults.event(other.claim).dated()) continue;
      agrees |= listed != nullptr || !differs(faults, claim, faults.event(other.claim));
      listed = &other;
    }
    if (listed != nullptr && !agrees) report(faults, told, faults.event(listed->claim));
  }
}

}  // namespace candor
