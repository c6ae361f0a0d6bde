// One timeline of an application: all that its texts tell of the writer's path, and which places tell of the same
// thing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lint/reading/event.h"
#include "lint/reading/marked_text.h"
#include "lint/reading/reading.h"
#include "lint/reading/relation.h"

namespace candor {

// Why a claim is held to tell of an entry. The order decides: of two reasons the later one is the stronger.
enum class TieReason : std::uint8_t {
  none,
  near,          // nothing names it, but its dates are the nearest: "from May 2019" beside an entry from 03/2019
  pointed,       // "there", "those fifteen months": the one told of before
  described,     // "I worked on the vaccine registry": words of this entry's description and of no other
  mention,       // "on the island": words of the claim, or of the sentence before it, that elsewhere stand for it
  place,         // "in Nashik": its town
  role,          // "as a scribe": its role, or a subject of it
  part_of_name,  // "at Mercy": Mercy General Hospital; also "a district hospital", where only one is listed
  name,          // "at Mercy General Hospital"
  abbreviation,  // "at MGH"
  degree,        // "my medical degree"
  exam           // "Step 1", where attempt, result and score agree with the entry
};

struct Tie {
  std::uint32_t entry = 0;  // index in Timeline::events
  TieReason reason = TieReason::none;
  int weight = 0;  // of all that speaks for it; see kFirmTie
};

// What a tie must weigh before two dates are called a contradiction: a name, or a role with something beside it.
inline constexpr int kFirmTie = 3;

// Whose text it is, as the text says: "Name: Rohan Deshmukh", "ROHAN DESHMUKH MyERAS", "AAMC ID: 15660931".
struct Applicant {
  std::uint32_t text = 0;
  Span source;         // the name or number
  bool name = true;    // else an AAMC number
  std::string folded;  // as it compares: the name's words sorted, or the number
};

struct Timeline {
  std::vector<MarkedText> texts;                // by ApplicationReading::texts
  std::vector<Event> events;                    // the entries in text order, then the claims
  std::uint32_t entry_count = 0;                // how many of them are entries
  std::vector<std::vector<Tie>> ties;           // by claim: the entries that it may tell of, equally well
  std::vector<Relation> relations;              // in text order
  std::vector<std::vector<Tie>> relation_ties;  // by relation: the entries that its anchor may tell of
  std::optional<Stated> birth;
  std::vector<Applicant> applicants;  // each once; more than one is an application of two people
  std::vector<std::string> regions;   // words of places that stand behind several towns: "Serbia", "Ohio"; sorted

  // Nobody's path has more: it is a folder of many applicants, and their claims are tied to nothing. (Tying compares
  // every claim with every entry.)
  static constexpr std::uint32_t kMostEntries = 1500;
  [[nodiscard]] bool is_of_many() const { return entry_count > kMostEntries; }

  [[nodiscard]] std::span<const Event> entries() const { return std::span(events).first(entry_count); }
  [[nodiscard]] std::span<const Event> claims() const { return std::span(events).subspan(entry_count); }
  // Whether some entry of the text (an index in texts) stands there.
  [[nodiscard]] bool is_in_an_entry(std::uint32_t text, Span span) const;
  // Whether some entry has it among its places.
  [[nodiscard]] bool is_a_place(const std::string& name) const;
  // The telling words of the event's place that are no region.
  [[nodiscard]] std::vector<std::string> towns_of(const Event& event) const;
  // The attempt as the entry of a sitting tells it, or by its place among several sittings of that exam in the list; 0
  // where it stands alone.
  [[nodiscard]] int attempt_of(const Event& sitting) const;
  // One place or one name: a town, a hospital, and not a region alone.
  [[nodiscard]] bool are_of_one_place(const Event& a, const Event& b) const;
};

// Keeps references to the application's texts.
[[nodiscard]] Timeline read_timeline(const ApplicationReading& application);

// True where the two places cannot both be right about their dates. An open end counts as the application's date.
[[nodiscard]] bool dates_contradict(const Event& claim, const Event& entry, Day as_of);
// Both are told to the month, and they touch.
[[nodiscard]] bool touch_to_the_month(const std::optional<Stated>& a, const std::optional<Stated>& b);
// To the month: one stay, told with another date at its other side.
[[nodiscard]] bool shares_an_end(const Event& a, const Event& b);
// True where what the claim states (a start, an end, both) is what the entry has there, to the month.
[[nodiscard]] bool dates_agree(const Event& claim, const Event& entry);

}  // namespace candor
