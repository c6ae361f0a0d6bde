#include "lint/check/tellings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// ---- two lists

const Section* section_at(const DateFaults& faults, const Event& told) {
  const std::vector<Section>& sections = faults.text_of(told).sections;
  const auto at = std::find_if(sections.begin(), sections.end(),
                               [&](const Section& s) { return s.source.contains(told.source.begin); });
  return at == sections.end() ? nullptr : &*at;
}

bool same_organization(const Event& a, const Event& b) {
  if (!a.names.empty() && a.names == b.names) return true;
  const std::string organization = folded_organization(a.organization);  // "City hospital"
  if (organization.find(' ') != std::string::npos && organization == folded_organization(b.organization)) return true;
  const std::string first = initials_of(a.organization);
  const std::string second = initials_of(b.organization);
  if ((first.size() > 2 && b.organization.starts_with(first)) ||
      (second.size() > 2 && a.organization.starts_with(second)))
    return true;
  // "Rosen-Adeyemi Laboratory, Penn's Landing Institute" beside "Penn's Landing Institute"
  const auto holds_all = [](const Event& whole, const Event& part) {
    return part.names.size() > 1 && std::ranges::all_of(part.names, [&](const std::string& name) {
             return std::ranges::find(whole.places, name) != whole.places.end();
           });
  };
  if (holds_all(a, b) || holds_all(b, a)) return true;
  // One of the names with words left out or added: two telling words in common.
  std::size_t common = 0;
  for (const std::string& word : a.names) common += std::count(b.names.begin(), b.names.end(), word) > 0 ? 1U : 0U;
  return common >= 2 || (common == 1 && (a.names.size() == 1 || b.names.size() == 1));
}

// "Primary care physician, Amman" beside "Clinic physician", "Primary Care Clinic, Amman": one of them has no other
// name than the town, and both tell of one role.
bool is_named_by_its_town(const Event& a, const Event& b) {
  const auto head = [](const Event& entry) {
    const std::string role = folded_role(entry.title);
    constexpr std::size_t kStem = 5;  // letters: "fellow" and "fellowship"
    return role.substr(role.rfind(' ') + 1).substr(0, kStem);
  };
  const bool town =
      (a.names.empty() && share_a_word(a.places, b.names)) || (b.names.empty() && share_a_word(b.places, a.names));
  return town && (head(a) == head(b) || (roles_in(a.title) & roles_in(b.title)) != 0);
}

// "Chief resident", "senior fellow" and the resident and fellow that they were before; another role.
bool is_part_of_other(const Event& a, const Event& b) {
  const std::string first = folded_name(a.title);
  const std::string second = folded_name(b.title);
  const std::uint32_t one = roles_in(a.title);
  const std::uint32_t other = roles_in(b.title);
  const auto is_phase = [](const std::string& title) { return has_phrase(title, "phase"); };
  return a.within_post || b.within_post || is_phase(first) != is_phase(second) ||
         (first != second && (first.ends_with(second) || second.ends_with(first))) ||
         (one != 0 && other != 0 && (one & other) == 0);
}

bool same_role(const Event& a, const Event& b) {
  if (a.kind == EventKind::exam || b.kind == EventKind::exam) {
    return a.kind == b.kind && a.point && b.point && a.sitting.exam == b.sitting.exam && a.text != b.text &&
           (a.sitting.result == b.sitting.result || a.sitting.result == ExamResult::unstated ||
            b.sitting.result == ExamResult::unstated) &&
           (a.sitting.attempt == b.sitting.attempt || a.sitting.attempt == 0 || b.sitting.attempt == 0) &&
           (a.sitting.score == 0 || b.sitting.score == 0 || a.sitting.score == b.sitting.score);
  }
  if (!a.dated() || !b.dated() || a.point || b.point || a.kind == EventKind::gap || b.kind == EventKind::gap)
    return false;
  if (a.medical_degree && b.medical_degree && a.load != Load::part_time && b.load != Load::part_time &&
      !is_part_of_other(a, b))
    return a.text != b.text || same_organization(a, b);
  if (a.title.empty() || b.title.empty() || !(same_organization(a, b) || is_named_by_its_town(a, b))) return false;
  if ((a.load == Load::part_time && b.load == Load::full_time) ||
      (a.load == Load::full_time && b.load == Load::part_time))
    return false;
  const std::string first = folded_name(a.title);
  const std::string second = folded_name(b.title);
  if (a.text != b.text && a.kind != EventKind::education && shares_an_end(a, b) && !is_part_of_other(a, b)) return true;
  if (first == second || first.starts_with(second) || second.starts_with(first)) return true;
  return a.training && b.training && !a.within_post && !b.within_post && roles_in(a.title) == roles_in(b.title);
}

bool listed_twice(const DateFaults& faults, const Event& a, const Event& b) {
  // Two stays at one place are two entries; one stay told in two lists is one.
  return !(a.text == b.text && section_at(faults, a) == section_at(faults, b));
}

// The two are called the same, to the word, and neither text has another one of that name.
bool is_one_of_its_name(const DateFaults& faults, const Event& a, const Event& b) {
  const auto same = [](const Event& one, const Event& other) {
    return one.names == other.names && folded_name(one.title) == folded_name(other.title);
  };
  if (a.text == b.text || a.names.size() < 2 || !same(a, b)) return false;
  const auto entries = faults.timeline().entries();
  return std::count_if(entries.begin(), entries.end(), [&](const Event& entry) { return same(entry, a); }) == 2;
}

// Another sitting in the second list has that date: "Step 1 in the spring of 2023" beside a fail in May and a pass.
bool is_another_sitting(const DateFaults& faults, const Event& told, const Event& listed) {
  if (told.kind != EventKind::exam) return false;
  const auto entries = faults.timeline().entries();
  return std::ranges::any_of(entries, [&](const Event& other) {
    return &other != &listed && other.text == listed.text && other.kind == EventKind::exam &&
           other.sitting.exam == told.sitting.exam && other.dated() && !dates_contradict(told, other, faults.as_of());
  });
}

void check_entry_pairs(DateFaults& faults) {
  for (std::uint32_t a = 0; a < faults.entry_count(); ++a) {
    for (std::uint32_t b = a + 1; b < faults.entry_count(); ++b) {
      const Event& one = faults.event(a);
      const Event& other = faults.event(b);
      if (faults.is_faulty(a) || faults.is_faulty(b) || !listed_twice(faults, one, other)) continue;
      if (!same_role(one, other)) continue;
      if (!dates_contradict(one, other, faults.as_of())) continue;
      if (is_another_sitting(faults, one, other) || is_another_sitting(faults, other, one)) continue;
      // A second stay elsewhere in time is another entry, not another date; but two lists that have that role at that
      // place once each mean one stay.
      if (!is_one_of_its_name(faults, one, other) && one.kind != EventKind::exam && one.start && other.start &&
          overlap_in_months(faults.sure_days(one), faults.sure_days(other)) < 1)
        continue;
      faults.report_contradiction(a, b);
    }
  }
}

// Of one entry that tells how it went, and neither told otherwise.
bool may_be_one(const Sitting& one, const Sitting& other, const Sitting& listed) {
  const bool told = listed.result != ExamResult::unstated || listed.score > 0;
  const bool results =
      one.result == other.result || one.result == ExamResult::unstated || other.result == ExamResult::unstated;
  const bool attempts = one.attempt == other.attempt || one.attempt == 0 || other.attempt == 0;
  return told && results && attempts;
}

// What a claim dates: of a stay one side, of a sitting its day.
const std::optional<Stated>& side_of(const Event& claim) {
  return claim.aspect != Aspect::end ? claim.start : claim.end;
}

bool tells_a_side(const Event& claim) {
  const std::optional<Stated>& side = side_of(claim);
  return claim.telling && (claim.aspect != Aspect::whole || claim.kind == EventKind::exam) && !claim.expected &&
         !claim.relative && side && side->date.precision >= Precision::season && side->date.has_year();
}

// A claim that dates a side, and the one entry that it can be of; both as indices of events.
struct ToldSide {
  std::uint32_t claim = 0;
  std::uint32_t entry = 0;
};

std::vector<ToldSide> told_sides(const DateFaults& faults) {
  std::vector<ToldSide> sides;
  for (std::uint32_t c = faults.entry_count(); c < faults.event_count(); ++c) {
    const Event& claim = faults.event(c);
    if (!tells_a_side(claim)) continue;
    std::vector<Tie> ties = faults.timeline().ties[c - faults.entry_count()];
    std::erase_if(ties,
                  [&](const Tie& tie) { return dates_contradict(claim, faults.event(tie.entry), faults.as_of()); });
    if (ties.size() == 1) sides.push_back({c, ties.front().entry});
  }
  return sides;
}

// Two sentences date the same end of the same stay, or the same sitting, where the entry may have no more than its
// years.
void check_claim_pairs(DateFaults& faults) {
  constexpr Day kApart = 45;
  const std::vector<ToldSide> sides = told_sides(faults);
  for (std::size_t a = 0; a < sides.size(); ++a) {
    const Event& entry = faults.event(sides[a].entry);
    const Event& first = faults.event(sides[a].claim);
    const std::optional<Stated>& listed = first.aspect != Aspect::end ? entry.start : entry.end;
    if (listed && listed->date.has_month()) continue;  // each was laid beside that
    for (std::size_t b = a + 1; b < sides.size(); ++b) {
      const Event& second = faults.event(sides[b].claim);
      if (sides[a].entry != sides[b].entry || first.aspect != second.aspect || faults.is_faulty(sides[a].claim) ||
          faults.is_faulty(sides[b].claim) ||
          (entry.kind == EventKind::exam && !may_be_one(first.sitting, second.sitting, entry.sitting)))
        continue;
      if (!side_of(first)->days.touches(widened(side_of(second)->days, kApart)))
        faults.report_contradiction(sides[b].claim, sides[a].claim);
    }
  }
}

}  // namespace

void check_tellings(DateFaults& faults) {
  check_entry_pairs(faults);
  check_claim_pairs(faults);
}

}  // namespace candor
