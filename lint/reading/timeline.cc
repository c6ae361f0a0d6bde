#include "lint/reading/timeline.h"

#include <algorithm>

#include "lint/reading/applicant.h"
#include "lint/reading/claim.h"
#include "lint/reading/entry.h"
#include "lint/reading/told_entry.h"
#include "lint/reading/tying.h"

namespace candor {
namespace {

// What each text's dates are read against; where a text does not show its order of day and month, it is that of the
// writer's first text that does.
std::vector<DateContext> contexts_of(const ApplicationReading& application) {
  std::vector<DateContext> contexts;
  DayOrder common = DayOrder::unknown;
  for (const TextReading& text : application.texts) {
    const DateHabits habits = date_habits(text.document);
    contexts.push_back({application.as_of, habits.day_order, {}, habits.joined_years});
    if (common == DayOrder::unknown) common = habits.day_order;
  }
  for (DateContext& context : contexts) {
    if (context.day_order == DayOrder::unknown) context.day_order = common;
  }
  return contexts;
}

// Some reading of one touches one of the other: "summer 2018" is June or December, never October.
bool agree(const Stated& a, const Stated& b) {
  const bool season = a.date.precision == Precision::season || b.date.precision == Precision::season;
  if (season && a.date.has_year() && b.date.has_year()) return !contradicts(a.date, b.date);
  // A day beside the month that the other gives: the first of February for the end of January.
  const Day slack = a.date.precision == Precision::day || b.date.precision == Precision::day ? 5 : 0;
  return a.days.touches(widened(b.days, slack));
}

bool is_within(Interval inner, Interval outer) { return outer.first <= inner.first && inner.last <= outer.last; }

// What one text tells.
struct TextEvents {
  std::vector<Event> entries;
  std::vector<Event> claims;
  std::vector<Relation> relations;
};

TextEvents read_events(const MarkedText& text, const std::optional<Stated>& birth) {
  Claims told = read_claims(text);
  TextEvents read{read_entries(text), std::move(told.events), std::move(told.relations)};
  if (birth)  // "Born in Treviso, 22 May 1993" under the name
    std::erase_if(read.entries, [&](const Event& entry) {
      return entry.dated() && entry.date_source() == birth->source && entry.kind != EventKind::exam;
    });
  // What an entry's own head says is no claim beside it.
  std::erase_if(read.claims, [&](const Event& claim) {
    return std::any_of(read.entries.begin(), read.entries.end(), [&](const Event& entry) {
      return claim.dated() && entry.dated() && claim.date_source().overlaps(entry.date_source());
    });
  });
  return read;
}

// The one text beside the statement that tells a whole path in sentences, where no text lists it.
std::optional<std::size_t> letter_among(std::span<const MarkedText> texts, std::span<const TextEvents> told) {
  const bool listed = std::ranges::any_of(told, [](const TextEvents& text) {
    return std::ranges::any_of(text.entries, [](const Event& entry) {
      return entry.dated() && !entry.point && !entry.paper && entry.kind != EventKind::exam;
    });
  });
  if (listed || texts.size() < 2) return std::nullopt;
  std::optional<std::size_t> letter;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    if (section_kind_of_file(texts[t].text.source.name()) == SectionKind::personal_statement ||
        !tells_a_whole_path(told[t].claims))
      continue;
    if (letter) return std::nullopt;
    letter = t;
  }
  return letter;
}

// "Subotica, Serbia", "Zrenjanin, Serbia": what ends two entries' places, behind other towns, and begins none; and
// countries and states by their names.
std::vector<std::string> regions_in(std::span<const Event> entries) {
  std::vector<std::string> regions;
  const auto ends_with = [](const Event& entry, const std::string& word) {
    return entry.places.size() > 1 && entry.places.back() == word;
  };
  for (const Event& entry : entries) {
    if (entry.places.size() < 2) continue;
    const std::string& word = entry.places.back();
    const std::span<const std::string> towns = std::span(entry.places).first(entry.places.size() - 1);
    const bool again = std::ranges::any_of(entries, [&](const Event& other) {
      return ends_with(other, word) && !share_a_word(towns, std::span(other.places).first(other.places.size() - 1));
    });
    const bool a_town = std::ranges::any_of(entries, [&](const Event& other) {
      return (!other.places.empty() && other.places.front() == word) ||
             std::ranges::find(other.names, word) != other.names.end();
    });
    if (again && !a_town) regions.push_back(word);
  }
  for (const Event& entry : entries) {
    for (const std::string& word : entry.places) {
      const WordHits known(word);
      const Span all = whole_of(word);
      if (known.any(all, PathWord::abroad) || known.any(all, PathWord::us_state)) regions.push_back(word);
    }
  }
  std::ranges::sort(regions);
  regions.erase(std::unique(regions.begin(), regions.end()), regions.end());
  return regions;
}

}  // namespace

bool dates_contradict(const Event& claim, const Event& entry, Day as_of) {
  if (!claim.dated() || !entry.dated()) return false;
  const Interval now{as_of, as_of};
  const auto agrees_with_more = [&](const Stated& stated) {
    return std::any_of(entry.other_dates.begin(), entry.other_dates.end(),
                       [&](const Stated& other) { return agree(other, stated); });
  };
  const auto start_differs = [&] { return claim.start && entry.start && !agree(*claim.start, *entry.start); };
  const auto end_differs = [&] {
    if (!claim.end)
      return claim.to_present && entry.end && !entry.end->days.touches(now) && entry.end->days.last < as_of - 31;
    const bool same = entry.end ? agree(*claim.end, *entry.end) : claim.end->days.last >= as_of;
    return !same && !agrees_with_more(*claim.end);
  };
  if (claim.aspect == Aspect::start) {
    if (entry.point && entry.kind != EventKind::exam) return false;
    return start_differs() || (claim.to_present && end_differs());
  }
  if (claim.aspect == Aspect::end)  // "Graduated: June 2022", where the list has no other end
    return claim.end && (entry.end || entry.to_present || (entry.start && !entry.other_dates.empty())) && end_differs();
  if (claim.kind == EventKind::exam && claim.start && entry.start)  // a sitting has its day
    return !claim.start->days.touches(entry.start->days) || start_differs();
  if (claim.point && entry.point) return start_differs() && !agrees_with_more(*claim.start);
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

bool touch_to_the_month(const std::optional<Stated>& a, const std::optional<Stated>& b) {
  return a && b && a->date.has_month() && b->date.has_month() && a->days.touches(b->days);
}

bool shares_an_end(const Event& a, const Event& b) {
  return touch_to_the_month(a.start, b.start) || touch_to_the_month(a.end, b.end);
}

bool dates_agree(const Event& claim, const Event& entry) {
  const auto same = [](const std::optional<Stated>& one, const std::optional<Stated>& other) {
    return one && other && one->date.has_month() && other->date.has_month() && agree(*one, *other);
  };
  const bool start = same(claim.start, entry.start);
  const bool end = same(claim.end, entry.end) || (claim.to_present && entry.to_present) ||
                   std::any_of(entry.other_dates.begin(), entry.other_dates.end(),
                               [&](const Stated& other) { return same(claim.end, other); });
  if (claim.aspect == Aspect::start && (!claim.end || claim.point))
    return start && (!claim.to_present || entry.to_present);
  if (claim.aspect == Aspect::end) return end;
  return claim.point ? start || end : start && end;
}

bool Timeline::is_in_an_entry(std::uint32_t text, Span span) const {
  const auto all = entries();
  return std::any_of(all.begin(), all.end(),
                     [&](const Event& entry) { return entry.text == text && entry.whole.overlaps(span); });
}

bool Timeline::is_a_place(const std::string& name) const {
  const auto all = entries();
  return std::any_of(all.begin(), all.end(), [&](const Event& entry) {
    return std::find(entry.places.begin(), entry.places.end(), name) != entry.places.end();
  });
}

std::vector<std::string> Timeline::towns_of(const Event& event) const {
  std::vector<std::string> towns = event.places;
  std::erase_if(towns, [&](const std::string& place) {
    return place.size() < 3 || std::ranges::binary_search(regions, place);  // "NC" is no town
  });
  return towns;
}

int Timeline::attempt_of(const Event& sitting) const {
  if (sitting.sitting.attempt > 0) return sitting.sitting.attempt;
  int before = 0;
  int all = 0;
  for (const Event& other : entries()) {
    if (other.kind != EventKind::exam || other.sitting.exam != sitting.sitting.exam || other.text != sitting.text)
      continue;
    ++all;
    if (other.start && sitting.start && other.start->days.first < sitting.start->days.first) ++before;
  }
  return all > 1 ? before + 1 : 0;
}

bool Timeline::are_of_one_place(const Event& a, const Event& b) const {
  const std::vector<std::string> towns = towns_of(a);
  return share_a_word(towns, b.places) || share_a_word(towns, b.names) || share_a_word(a.names, b.places) ||
         share_a_word(a.names, b.names);
}

Timeline read_timeline(const ApplicationReading& application) {
  Timeline timeline;
  constexpr int kYoungest = 17;  // years: nobody applies before
  std::vector<DateContext> contexts = contexts_of(application);
  std::vector<Event> claims;
  timeline.texts.reserve(application.texts.size());
  ExamKinds exams;
  for (const TextReading& text : application.texts) {
    const ExamKinds kinds = exam_kinds_in(text.source.bytes());
    exams.usmle |= kinds.usmle;
    exams.comlex |= kinds.comlex;
  }
  for (std::uint32_t t = 0; t < application.texts.size(); ++t) {
    const MarkedText& marked = timeline.texts.emplace_back(application.texts[t], t, contexts[t], exams);
    if (!timeline.birth) timeline.birth = birth_in(marked);
    // "I was born in 2049": by another calendar
    if (timeline.birth && timeline.birth->date.year > application.as_of.year - kYoungest) timeline.birth.reset();
  }
  std::vector<TextEvents> told(timeline.texts.size());
  for (MarkedText& marked : timeline.texts) {
    if (timeline.birth) {
      contexts[marked.index].birth = timeline.birth->days;
      marked.read_ages(contexts[marked.index]);
    }
    add_applicants(marked, timeline.applicants);
    told[marked.index] = read_events(marked, timeline.birth);
  }
  const std::optional<std::size_t> letter = letter_among(timeline.texts, told);
  for (const MarkedText& marked : timeline.texts) {
    auto& [entries, text_claims, relations] = told[marked.index];
    std::vector<Event> in_sentences = take_told_entries(marked, entries, text_claims, letter == marked.index);
    std::move(in_sentences.begin(), in_sentences.end(), std::back_inserter(entries));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Event& a, const Event& b) { return a.whole.begin < b.whole.begin; });
    std::move(entries.begin(), entries.end(), std::back_inserter(timeline.events));
    std::move(text_claims.begin(), text_claims.end(), std::back_inserter(claims));
    std::move(relations.begin(), relations.end(), std::back_inserter(timeline.relations));
  }
  timeline.entry_count = static_cast<std::uint32_t>(timeline.events.size());
  timeline.events.insert(timeline.events.end(), std::make_move_iterator(claims.begin()),
                         std::make_move_iterator(claims.end()));
  if (timeline.is_of_many()) {
    timeline.ties.resize(timeline.claims().size());
    timeline.relations.clear();
    return timeline;
  }
  timeline.regions = regions_in(timeline.entries());
  auto [ties, relation_ties] = tie_claims(timeline);
  timeline.ties = std::move(ties);
  timeline.relation_ties = std::move(relation_ties);
  return timeline;
}

}  // namespace candor
