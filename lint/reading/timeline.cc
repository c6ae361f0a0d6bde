#include "lint/reading/timeline.h"

#include <algorithm>
#include <array>
#include <map>

#include "lint/reading/claim.h"
#include "lint/reading/entry.h"
#include "lint/reading/event_words.h"

namespace candor {
namespace {

// The order of day and month that the other texts of the writer show.
DayOrder order_of_others(std::span<const TextReading> texts) {
  for (const TextReading& text : texts) {
    const DayOrder order = vote_day_order(text.document);
    if (order != DayOrder::unknown) return order;
  }
  return DayOrder::unknown;
}

// ---- Tying

// An entry as prose may name it.
struct EntryNames {
  std::string organization;                // folded, up to the first comma
  std::vector<std::string> abbreviations;  // as written
  std::vector<std::string> words;          // telling words of the organization
  std::string role;                        // folded, up to the first comma or bracket
};

std::string up_to(std::string_view text, std::string_view marks) {
  std::string out(text.substr(0, text.find_first_of(marks)));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

EntryNames names_of(const Event& entry) {
  EntryNames names;
  const std::string first = up_to(entry.organization, ",(");
  names.organization = folded_copy(first);
  if (names.organization.starts_with("the ")) names.organization.erase(0, 4);
  names.words = telling_words(names.organization);
  const std::string initials = initials_of(first);
  if (initials.size() >= 3) names.abbreviations.push_back(initials);
  const std::size_t open = entry.organization.find('(');
  const std::size_t close = entry.organization.find(')', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos && close - open < 12 && close - open > 2) {
    names.abbreviations.push_back(entry.organization.substr(open + 1, close - open - 1));
  }
  // "UAB Division of Pulmonary Medicine", "KEM Hospital"
  names.role = folded_copy(up_to(entry.title, ",(;"));
  return names;
}

bool capital_at(std::string_view written, std::size_t at) {
  return at < written.size() &&
         ((written[at] >= 'A' && written[at] <= 'Z') || static_cast<unsigned char>(written[at]) >= 0xC3);
}

TieReason name_tie(const EntryNames& names, std::string_view written, std::string_view folded) {
  for (const std::string& abbreviation : names.abbreviations) {
    if (find_phrase(written, abbreviation) != std::string_view::npos) return TieReason::abbreviation;
  }
  const bool long_name = names.organization.find(' ') != std::string::npos ||
                         (!names.words.empty() && names.organization == names.words.front());
  if (names.organization.size() > 3 && long_name) {
    const std::size_t at = find_phrase(folded, names.organization);
    if (at != std::string_view::npos && capital_at(written, at)) return TieReason::name;
  }
  if (names.words.empty()) return TieReason::none;
  const bool all = std::all_of(names.words.begin(), names.words.end(), [&](const std::string& word) {
    const std::size_t at = find_phrase(folded, word);
    return at != std::string_view::npos && capital_at(written, at);
  });
  if (all) return names.words.size() > 1 ? TieReason::name : TieReason::part_of_name;
  const std::size_t at = find_phrase(folded, names.words.front());
  if (at != std::string_view::npos && capital_at(written, at) && names.words.front().size() > 3)
    return TieReason::part_of_name;
  return TieReason::none;
}

bool is_medical_degree(const Event& entry) {
  const std::string title = folded_copy(entry.title + " " + entry.organization);
  for (const std::string_view word :
       {"mbbs",     "mbchb", "mbbch", "mb;bs",       "m.b",   "mb bch", "mb bs",     "doctor of medicine",
        "medicine", "m.d",   "md",    "médic",       "medic", "mudr",   "physician", "cirujan",
        "lekar",    "arzt",  "do",    "osteopathic", "mb"}) {
    if (has_phrase(title, word) || (word.size() > 4 && title.find(word) != std::string::npos))
      return !has_phrase(title, "pre-medical") && !has_phrase(title, "premedical");
  }
  return false;
}
bool is_master(std::string_view folded) {
  return any_phrase(folded, std::array<std::string_view, 9>{"master", "master's", "masters", "mph", "m.p.h", "msc",
                                                            "m.sc", "mha", "ms"}) != std::string_view();
}

class Tying {
 public:
  Tying(const ApplicationReading& application, const Timeline& timeline)
      : application_(application), timeline_(timeline) {
    for (const Event& entry : timeline.entries()) names_.push_back(names_of(entry));
  }

  std::vector<Tie> of(const Event& claim) const {
    if (claim.kind == EventKind::exam) return exam_ties(claim);
    const std::string written = one_line(claim.source, claim.text);
    std::vector<Tie> ties = organization_ties(claim, written);
    if (ties.empty()) ties = degree_ties(claim, written);
    if (ties.empty()) ties = role_ties(claim, written);
    return ties;
  }

 private:
  std::string one_line(Span span, std::uint32_t text) const {
    std::string written(application_.texts[text].source.slice(span));
    std::replace_if(
        written.begin(), written.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return written;
  }

  std::vector<Tie> exam_ties(const Event& claim) const {
    std::vector<Tie> ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind != EventKind::exam || entry.sitting.exam != claim.sitting.exam || !entry.dated()) continue;
      const Sitting& a = claim.sitting;
      const Sitting& b = entry.sitting;
      if (a.attempt > 0 && attempt_of(e) > 0 && a.attempt != attempt_of(e)) continue;
      if (a.result != ExamResult::unstated && b.result != ExamResult::unstated && a.result != b.result) continue;
      if (a.score > 0 && b.score > 0 && a.score != b.score) continue;
      ties.push_back({e, TieReason::exam});
    }
    return ties;
  }
  // The attempt as told, or by its place among the sittings of that exam where several are listed.
  int attempt_of(std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    if (entry.sitting.attempt > 0) return entry.sitting.attempt;
    int before = 0;
    for (const Event& other : timeline_.entries()) {
      if (other.kind == EventKind::exam && other.sitting.exam == entry.sitting.exam && other.start && entry.start &&
          other.start->days.first < entry.start->days.first)
        ++before;
    }
    return before + 1;
  }

  std::vector<Tie> organization_ties(const Event& claim, const std::string& written) const {
    const std::string folded = folded_copy(written);
    std::vector<Tie> ties;
    TieReason best = TieReason::none;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind == EventKind::exam || entry.organization.empty() || is_honour(entry)) continue;
      const TieReason reason = name_tie(names_[e], written, folded);
      if (reason == TieReason::none) continue;
      ties.push_back({e, reason});
      best = std::max(best, reason);
    }
    std::erase_if(ties, [&](const Tie& tie) { return best >= TieReason::name && tie.reason < TieReason::name; });
    keep_where(ties, [&](const Tie& tie) { return fits_kind(claim, timeline_.events[tie.entry]); });
    keep_where(ties, [&](const Tie& tie) { return has_phrase(folded, names_[tie.entry].role); });
    std::erase_if(ties, [&](const Tie& tie) {
      return claim.kind == EventKind::gap || !fits_kind(claim, timeline_.events[tie.entry]);
    });
    return ties;
  }
  static bool is_honour(const Event& entry) {
    const std::string title = folded_copy(entry.title);
    return has_phrase(title, "award") || has_phrase(title, "prize") || has_phrase(title, "certificate") ||
           has_phrase(title, "dean's list");
  }
  static bool fits_kind(const Event& claim, const Event& entry) {
    if (claim.kind == EventKind::other) return true;
    const bool research = claim.kind == EventKind::research || entry.kind == EventKind::research;
    if (research && claim.kind != entry.kind) return entry.kind == EventKind::work || claim.kind == EventKind::work;
    return (claim.kind == EventKind::education) == (entry.kind == EventKind::education);
  }
  template <typename Holds>
  static void keep_where(std::vector<Tie>& ties, Holds holds) {
    if (std::any_of(ties.begin(), ties.end(), holds)) std::erase_if(ties, [&](const Tie& tie) { return !holds(tie); });
  }

  std::vector<Tie> degree_ties(const Event& claim, const std::string& written) const {
    std::vector<Tie> ties;
    if (claim.kind != EventKind::education) return ties;
    const std::string folded = folded_copy(written);
    const bool master = is_master(folded);
    const bool other_school = has_phrase(folded, "high school") || has_phrase(folded, "bachelor") ||
                              has_phrase(folded, "bachelor's") || has_phrase(folded, "phd") ||
                              has_phrase(folded, "diploma") || has_phrase(folded, "undergraduate") ||
                              has_phrase(folded, "college");
    const bool medical =
        has_phrase(folded, "graduated") || has_phrase(folded, "medical school") ||
        has_phrase(folded, "medical degree") ||
        !any_phrase(folded, std::array<std::string_view, 9>{"mbbs", "mbchb", "mbbch", "md", "m.d", "medical studies",
                                                            "graduation", "doctor of medicine", "class of"})
             .empty();
    if (other_school || (!master && !medical)) return ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind != EventKind::education || !entry.dated() || is_honour(entry)) continue;
      if (master ? is_master(folded_copy(entry.title))
                 : is_medical_degree(entry) && !is_master(folded_copy(entry.title)))
        ties.push_back({e, TieReason::degree});
    }
    return ties;
  }

  std::vector<Tie> role_ties(const Event& claim, const std::string& written) const {
    std::vector<Tie> ties;
    if (claim.kind == EventKind::education || claim.kind == EventKind::gap) return ties;
    const std::string folded = folded_copy(written);
    std::size_t longest = 0;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      const std::string& role = names_[e].role;
      if (entry.kind == EventKind::exam || entry.kind == EventKind::education || role.size() < 5 ||
          !role_in(folded, role))
        continue;
      ties.push_back({e, TieReason::role});
      longest = std::max(longest, role.size());
    }
    std::erase_if(ties, [&](const Tie& tie) { return names_[tie.entry].role.size() < longest; });
    return ties;
  }
  // "medical officer"; "internship" for "intern", "residency" for "resident".
  static bool role_in(std::string_view folded, const std::string& role) {
    if (has_phrase(folded, role)) return true;
    constexpr std::array<std::array<std::string_view, 3>, 8> kSame = {{{"intern", "internship", "intern year"},
                                                                       {"resident", "residency", "residency"},
                                                                       {"house officer", "house job", "housemanship"},
                                                                       {"observer", "observership", "observerships"},
                                                                       {"house job", "house officer", "housemanship"},
                                                                       {"internship", "intern", "intern year"},
                                                                       {"extern", "externship", "externship"},
                                                                       {"fellow", "fellowship", "fellowship"}}};
    for (const auto& same : kSame) {
      if (role.starts_with(same[0]) && (has_phrase(folded, same[1]) || has_phrase(folded, same[2]))) return true;
    }
    return false;
  }

  const ApplicationReading& application_;
  const Timeline& timeline_;
  std::vector<EntryNames> names_;
};

bool is_within(Interval inner, Interval outer) { return outer.first <= inner.first && inner.last <= outer.last; }

std::optional<Stated> birth_in(const TextReading& text, std::span<const DateExpression> dates) {
  for (const DateExpression& date : dates) {
    const std::uint32_t from = date.source.begin > 30 ? date.source.begin - 30 : 0;
    const std::string before = folded_copy(text.source.slice({from, date.source.begin}));
    if (!date.resolved || date.kind == DateKind::duration) continue;
    if (has_phrase(before, "birth date") || has_phrase(before, "date of birth") || before.ends_with("i was born in ") ||
        before.ends_with("i was born on ")) {
      return Stated{date.start, date.start_days, date.source};
    }
  }
  return std::nullopt;
}

}  // namespace

bool dates_contradict(const Event& claim, const Event& entry, Day as_of) {
  if (!claim.dated() || !entry.dated()) return false;
  const Interval now{as_of, as_of};
  const auto agrees_with_more = [&](const Stated& stated) {
    return std::any_of(entry.other_dates.begin(), entry.other_dates.end(),
                       [&](const Stated& other) { return other.days.touches(stated.days); });
  };
  const auto start_differs = [&] {
    return claim.start && entry.start && !claim.start->days.touches(entry.start->days);
  };
  const auto end_differs = [&] {
    if (!claim.end)
      return claim.to_present && entry.end && !entry.end->days.touches(now) && entry.end->days.last < as_of - 31;
    const Interval end = entry.end ? entry.end->days : now;
    return !claim.end->days.touches(end) && !agrees_with_more(*claim.end);
  };
  if (claim.aspect == Aspect::start) return entry.point && entry.kind == EventKind::education ? false : start_differs();
  if (claim.aspect == Aspect::end) return claim.end && entry.end && end_differs();
  if (claim.point || entry.point) {
    const Interval hull{entry.start ? entry.start->days.first : Interval::kOpenPast,
                        entry.end ? entry.end->days.last : as_of};
    return claim.start && !claim.start->days.touches(hull) && !agrees_with_more(*claim.start);
  }
  const bool start = start_differs();
  const bool end = end_differs();
  if (!start || !end) return start || end;
  // Both ends lie within: a part of the role is told.
  const Interval whole{entry.start->days.first, entry.end ? entry.end->days.last : as_of};
  return !(claim.start && claim.end && is_within({claim.start->days.first, claim.end->days.last}, whole));
}

Timeline read_timeline(const ApplicationReading& application) {
  Timeline timeline;
  const DayOrder common = order_of_others(application.texts);
  std::vector<Event> claims;
  for (std::uint32_t t = 0; t < application.texts.size(); ++t) {
    const TextReading& text = application.texts[t];
    const DayOrder own = vote_day_order(text.document);
    timeline.dates.push_back(dates_of(text.document, {application.as_of, own != DayOrder::unknown ? own : common}));
    const std::vector<DateExpression>& dates = timeline.dates.back();
    if (!timeline.birth) timeline.birth = birth_in(text, dates);
    std::vector<Event> entries = read_entries(text, t, dates);
    std::vector<Event> told = read_claims(text, t, dates);
    // What an entry's own head says is no claim beside it.
    std::erase_if(told, [&](const Event& claim) {
      return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
        return claim.dated() && entry.dated() && claim.date_source().overlaps(entry.date_source());
      });
    });
    std::move(entries.begin(), entries.end(), std::back_inserter(timeline.events));
    std::move(told.begin(), told.end(), std::back_inserter(claims));
  }
  timeline.entry_count = static_cast<std::uint32_t>(timeline.events.size());
  timeline.events.insert(timeline.events.end(), std::make_move_iterator(claims.begin()),
                         std::make_move_iterator(claims.end()));
  const Tying tying(application, timeline);
  for (const Event& claim : timeline.claims()) timeline.ties.push_back(tying.of(claim));
  return timeline;
}

}  // namespace candor
