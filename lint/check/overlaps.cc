#include "lint/check/overlaps.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/path_words.h"

namespace candor {
namespace {

// One lies within the other, to the month.
bool is_inside(const Event& part, const Event& whole) {
  return part.start && whole.start && whole.end && part.end && part.start->days.last >= whole.start->days.first &&
         part.end->days.first <= whole.end->days.last;
}

// "PhD" and "MD/PhD program".
bool is_of_the_joint_degree(const Event& part, const Event& degree) {
  const WordHits degrees(degree.title);
  const WordHits own(part.title);
  const std::string joint = folded_copy(degree.title);
  const std::vector<WordHit> named = own.all(whole_of(part.title), PathWord::degree);
  return degrees.all(whole_of(degree.title), PathWord::degree).size() > named.size() && is_inside(part, degree) &&
         std::any_of(named.begin(), named.end(), [&](const WordHit& hit) {
           return has_phrase(joint, folded_copy(part.title).substr(hit.place.begin, hit.place.size()));
         });
}

// "University of New Mexico School of Medicine", "University of New Mexico College of Population Health"
bool are_of_one_university(std::string_view a, std::string_view b) {
  constexpr std::string_view kOf = "university of ";
  if (!a.starts_with(kOf) || !b.starts_with(kOf)) return false;
  const auto name = [&](std::string_view all) {
    return all.substr(0, std::min({all.find(" school"), all.find(" college"), all.find(" faculty"), all.size()}));
  };
  return name(a) == name(b);
}

// At one place by its name; where one is a school, by the whole of it: "University of Houston" is no laboratory in
// Houston.
bool are_at_one_place(const Event& a, const Event& b) {
  if (a.names.empty() || b.names.empty() || a.names.front() != b.names.front()) return false;
  if (a.kind != EventKind::education && b.kind != EventKind::education) return true;
  const std::string first = folded_organization(a.organization);
  const std::string second = folded_organization(b.organization);
  const bool alone = a.names.size() == 1 || b.names.size() == 1;
  return !alone || are_of_one_university(first, second) || first.find(second) != std::string::npos ||
         second.find(first) != std::string::npos;
}

// "Years 5-6", "OMS-2"
bool is_year_of_study(const Event& entry) {
  const std::string name = folded_name(entry.title.empty() ? entry.organization : entry.title);
  return starts_with_any(name, {"year", "oms", "ms-", "academic year"});
}

bool names_an_organization(const Event& entry) {
  const WordHits words(entry.organization);
  return words.any(whole_of(entry.organization), PathWord::organization);
}

bool says_full_time(const DateFaults& faults, const Event& entry) {
  return faults.marked(entry).words.any(entry.whole, PathWord::full_time);
}

// An internship, thesis, elective or teaching post within a degree is a part of it.
bool belongs_to_degree(const DateFaults& faults, const Event& part, const Event& degree) {
  if (degree.kind != EventKind::education) return false;
  const bool portion =
      part.kind == EventKind::education && !part.medical_degree && !part.master_degree && part.text == degree.text;
  const bool inside = is_inside(part, degree);
  // "Years 5-6", "OMS-2": a year of it, that has no place of its own
  const bool year =
      portion && is_year_of_study(part) &&
      (inside || (!degree.end && part.start && degree.start && part.start->days.last >= degree.start->days.first));
  // "Basic sciences: Aug 2019 to Apr 2021", below the degree
  const bool stage = portion && inside && !names_an_organization(part);
  // A doctor's internship belongs to no master's degree.
  constexpr std::uint32_t kIntern = role_bit(Role::intern);
  const bool internship = degree.master_degree && (roles_in(part.title) & kIntern) != 0;
  return year || stage || (part.within_degree && !internship) ||
         // "PhD, Shanghai, full time", "Radiologist, Shanghai, full time": neither leaves room for the other
         (are_at_one_place(part, degree) && !(says_full_time(faults, part) && says_full_time(faults, degree))) ||
         is_of_the_joint_degree(part, degree) || (part.master_degree && degree.medical_degree && inside) ||
         (part.kind == EventKind::research && degree.medical_degree && inside);
}

// "Chief resident", "visiting resident (within the above)"; a certificate and the residency that it is of.
bool belongs_to_post(const Event& part, const Event& post) {
  const bool same_dates = is_inside(part, post) && is_inside(post, part);
  // "I was a resident from 2016 to 2021. The fifth year included three months in Lyon, from February to April 2020."
  const bool aside =
      part.organization.empty() && part.names.empty() && part.text == post.text && part.training && post.training;
  return same_dates || ((part.within_post || aside) && is_inside(part, post));
}

// "Staff physician, 2016 to 2021 (leave of absence 2018 to 2019)": away from one while at the other.
bool is_on_leave(const DateFaults& faults, const Event& entry, Interval meanwhile) {
  const MarkedText& text = faults.marked(entry);
  if (!text.words.any(entry.whole, PathWord::gap_title)) return false;
  return std::ranges::any_of(text.dates_in(entry.whole), [&](const DateExpression& date) {
    return date.kind == DateKind::period && date.resolved && date.tells_two_ends() &&
           !entry.date_source().contains(date.source) && date.start_days.first <= meanwhile.first &&
           meanwhile.last <= date.end_days.last;
  });
}

// "Research fellow, Boston (on unpaid leave from City Hospital)", "Deployed to Mali": within a post that went on.
bool is_out_of_post(const DateFaults& faults, const Event& part, const Event& post) {
  return is_inside(part, post) && faults.marked(part).words.any(part.whole, PathWord::out_of_post);
}

// Of "August 2021 - present, expected May 2026" only the end is to come.
bool is_ahead(const DateFaults& faults, const Event& event) {
  return event.expected && event.start && event.start->days.first > faults.as_of();
}

constexpr Day kOverlap = 28;  // days that two places may share

// "From February I have been, forty hours in the week, the analyst of that group": a claim that is tied to it, and it
// alone, says so.
bool is_told_full_time(const DateFaults& faults, const Event& entry) {
  const std::vector<std::vector<Tie>>& ties = faults.timeline().ties;
  for (std::uint32_t c = 0; c < ties.size(); ++c) {
    if (ties[c].size() != 1 || ties[c].front().weight < kFirmTie || ties[c].front().reason < TieReason::role ||
        &faults.event(ties[c].front().entry) != &entry)
      continue;
    const Event& claim = faults.event(faults.entry_count() + c);
    if (claim.telling && !claim.expected && claim.dated() &&
        faults.marked(claim).words.any(claim.source, PathWord::full_time))
      return true;
  }
  return false;
}

// Full time, and both its ends are known.
bool is_full_time_stay(const DateFaults& faults, const Event& entry) {
  const bool full = entry.load == Load::full_time || (entry.load == Load::unstated && is_told_full_time(faults, entry));
  return full && entry.kind != EventKind::gap && !entry.paper && !entry.point && entry.start &&
         (entry.end || entry.to_present) && !is_ahead(faults, entry);
}

// `as_told` names the one place, at the span, and when that was.
void report_overlap(DateFaults& faults, const Event& one, std::string_view as_told, Span span, const Event& other) {
  const std::string listed = faults.dates_as_written(other);
  const std::string name = DateFaults::name_of(other);
  Finding* finding = faults.add(
      "dates/overlap", one, fmt::format("two full-time places at once: {} and {} ({})", as_told, name, listed), span);
  faults.relate(finding, other, DateFaults::place_span(other), fmt::format("{}, {}", name, listed));
}

// REQUIRES: full-time stays.
void check_overlap(DateFaults& faults, std::uint32_t a, std::uint32_t b) {
  const Event& first = faults.event(a);
  const Event& second = faults.event(b);
  if (belongs_to_degree(faults, first, second) || belongs_to_degree(faults, second, first)) return;
  if (belongs_to_post(first, second) || belongs_to_post(second, first)) return;
  if (is_out_of_post(faults, first, second) || is_out_of_post(faults, second, first)) return;
  if (first.title == second.title && first.organization == second.organization) return;
  const bool research = first.kind == EventKind::research || second.kind == EventKind::research;
  // Research within a post, but not what says that it is full time and outlasts the other.
  const bool apart = !is_inside(first, second) && !is_inside(second, first) &&
                     (first.kind != EventKind::research || says_full_time(faults, first)) &&
                     (second.kind != EventKind::research || says_full_time(faults, second));
  if (research && are_at_one_place(first, second) && !apart) return;
  const Day from = std::max(first.start->days.last, second.start->days.last);
  const Day to = std::min(faults.end_of(first).first, faults.end_of(second).first);
  if (to - from < kOverlap || is_on_leave(faults, first, {from, to}) || is_on_leave(faults, second, {from, to})) return;
  report_overlap(faults, first, fmt::format("{} ({})", DateFaults::name_of(first), faults.dates_as_written(first)),
                 DateFaults::place_span(first), second);
}

// "Through the whole of 2020 I was at the same time a full-time medical officer in Wardha": a post that no list has.
class ToldOverlaps {
 public:
  explicit ToldOverlaps(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& told = faults_.event(e);
      if (faults_.is_faulty(e) || !is_full_time_beside(told)) continue;
      const Interval days = days_of(told);
      const auto entries = faults_.timeline().entries();
      const auto other = std::ranges::find_if(entries, [&](const Event& entry) { return is_held_with(days, entry); });
      if (other == entries.end() || faults_.has_dates_of_an_entry(told)) continue;
      faults_.mark(e);
      report_overlap(faults_, told, fmt::format("\"{}\"", faults_.words(told, told.source)), told.source, *other);
    }
  }

 private:
  [[nodiscard]] bool is_full_time_beside(const Event& told) const {
    if (!told.claim || told.away || told.expected || !told.done || told.relative || told.kind == EventKind::exam ||
        !told.start || !told.end)
      return false;
    const MarkedText& text = faults_.marked(told);
    return text.words.any(told.source, PathWord::full_time) && text.words.any(told.source, PathWord::besides) &&
           (!told.point || is_all_of_it(text.low(told.source)));
  }
  // "Throughout 2017", "for all of 2020"
  static bool is_all_of_it(std::string_view low) {
    return has_any_phrase(low, {"throughout", "all of", "whole of", "all through"});
  }
  // The days that it surely lasted.
  static Interval days_of(const Event& told) {
    if (told.point) return told.start->days;
    return {told.start->days.last, told.end->days.first};
  }
  [[nodiscard]] bool is_held_with(Interval days, const Event& entry) const {
    return is_full_time_stay(faults_, entry) && !faults_.is_faulty(entry) &&
           std::min(days.last, faults_.end_of(entry).first) - std::max(days.first, entry.start->days.last) >= kOverlap;
  }

  DateFaults& faults_;
};

}  // namespace

void check_overlaps(DateFaults& faults) {
  std::vector<std::uint32_t> stays;
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    if (is_full_time_stay(faults, faults.event(e))) stays.push_back(e);
  }
  const auto begins = [&](std::uint32_t e) { return faults.event(e).start->days.first; };
  for (std::size_t i = 0; i < stays.size(); ++i) {
    for (std::size_t j = i + 1; j < stays.size(); ++j) {
      const std::uint32_t a = stays[i];
      const std::uint32_t b = stays[j];
      const auto [first, second] = begins(a) <= begins(b) ? std::pair(a, b) : std::pair(b, a);
      // What makes them overlap is the end of the one and the beginning of the other.
      if (!faults.is_faulty_at(first, Aspect::end) && !faults.is_faulty_at(second, Aspect::start))
        check_overlap(faults, a, b);
    }
  }
  ToldOverlaps(faults).check();
}

}  // namespace candor
