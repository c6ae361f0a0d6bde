// One timeline of an application: all that its texts tell of the writer's path, and which places tell of the same
// thing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/reading.h"

namespace candor {

// Why a claim is held to tell of an entry; the stronger wins.
enum class TieReason : std::uint8_t { none, role, part_of_name, name, abbreviation, degree, exam };

struct Tie {
  std::uint32_t entry = 0;  // index in Timeline::events
  TieReason reason = TieReason::none;
};

struct Timeline {
  std::vector<Event> events;                       // the entries in text order, then the claims
  std::uint32_t entry_count = 0;                   // how many of them are entries
  std::vector<std::vector<Tie>> ties;              // by claim: the entries that it may tell of, equally well
  std::vector<std::vector<DateExpression>> dates;  // by text: all date expressions, story included
  std::optional<Stated> birth;

  [[nodiscard]] std::span<const Event> entries() const { return std::span(events).first(entry_count); }
  [[nodiscard]] std::span<const Event> claims() const { return std::span(events).subspan(entry_count); }
};

[[nodiscard]] Timeline read_timeline(const ApplicationReading& application);

// True where the two places cannot both be right about their dates. An open end counts as the application's date.
[[nodiscard]] bool dates_contradict(const Event& claim, const Event& entry, Day as_of);

}  // namespace candor
