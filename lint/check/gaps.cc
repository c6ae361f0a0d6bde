#include "lint/check/gaps.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

#include "lint/reading/entry.h"
#include "lint/reading/gap_telling.h"
#include "lint/reading/section_title.h"

namespace candor {
namespace {

constexpr int kUsualGap = 3;  // whole months that need no word

// ---- overlap

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

// At one place by its name; where one is a school, by the whole of it: "University of Houston" is no laboratory in
// Houston.
bool are_at_one_place(const Event& a, const Event& b) {
  if (a.names.empty() || b.names.empty() || a.names.front() != b.names.front()) return false;
  if (a.kind != EventKind::education && b.kind != EventKind::education) return true;
  const std::string first = folded_name(a.organization.substr(0, a.organization.find_first_of(",(")));
  const std::string second = folded_name(b.organization.substr(0, b.organization.find_first_of(",(")));
  const bool alone = a.names.size() == 1 || b.names.size() == 1;
  return !alone || first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

// "Years 5-6", "OMS-2"
bool is_year_of_study(const Event& entry) {
  const std::string name = folded_name(entry.title.empty() ? entry.organization : entry.title);
  return name.starts_with("year") || name.starts_with("oms") || name.starts_with("ms-") ||
         name.starts_with("academic year");
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
         is_of_the_joint_degree(part, degree) || (part.kind == EventKind::research && degree.medical_degree && inside);
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

// Full time, and both its ends are known.
bool is_full_time_stay(const DateFaults& faults, const Event& entry) {
  return entry.load == Load::full_time && entry.kind != EventKind::gap && !entry.paper && !entry.point && entry.start &&
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

void check_overlap(DateFaults& faults, std::uint32_t a, std::uint32_t b) {
  const Event& first = faults.event(a);
  const Event& second = faults.event(b);
  if (!is_full_time_stay(faults, first) || !is_full_time_stay(faults, second)) return;
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
    return has_phrase(low, "throughout") || has_phrase(low, "all of") || has_phrase(low, "whole of") ||
           has_phrase(low, "all through");
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

// ---- gaps

struct Hole {
  int first = 0;  // months, both included
  int last = 0;
  std::uint32_t before = 0;  // the entries around it
  std::uint32_t after = 0;
  bool told = false;    // with its ends, or as something else
  bool vague = false;   // without its ends
  bool partly = false;  // something part time was done: nothing to explain, though time away may be told of it

  [[nodiscard]] int months() const { return last - first + 1; }
  [[nodiscard]] Interval days() const { return {first_day_of_month(first), last_day_of_month(last)}; }
};

class GapCheck {
 public:
  explicit GapCheck(DateFaults& faults) : faults_(faults) {
    for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
      const Event& told = faults.event(e);
      if (told.kind == EventKind::gap && told.start && !told.point && (told.end || told.to_present))
        bounded_.push_back(e);
    }
  }

  void check() {
    find_holes();
    for (Hole& hole : holes_) hole.told = is_told(hole.days());
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& away = faults_.event(e);
      if (!away.away || away.expected) continue;
      if (faults_.is_faulty(e))
        tellings_.push_back({away.text, away.whole, true, true});  // of a gap that a finding tells of
      else
        check_away(e);
    }
    for (const Hole& hole : holes_) {
      if (!hole.told && !hole.vague && !is_told_somehow(hole)) unexplained(hole);
    }
    for (const std::uint32_t e : bounded_) {  // has its ends: tells of no months beside a post
      tellings_.push_back({faults_.event(e).text, faults_.event(e).whole, true, true});
    }
    for (const Hole& hole : partly_) {
      if (!is_told(hole.days())) is_told_somehow(hole);
    }
  }

 private:
  // ---- holes between entries
  struct Cover {
    int first = 0;  // months
    int last = 0;
    std::uint32_t event = 0;
  };
  // The months that an entry leaves nothing of: its earliest start to its latest end.
  [[nodiscard]] std::optional<Cover> cover_of(std::uint32_t e) const {
    const Event& told = faults_.event(e);
    if (!told.dated() || told.kind == EventKind::exam || told.paper || (told.kind == EventKind::other && told.point) ||
        faults_.marked(told).words.any(told.source, PathWord::yearly))
      return std::nullopt;
    if (told.expected && told.start && told.start->days.first > faults_.as_of()) return std::nullopt;
    // "Examiner, spring 2019": a spring of the south is too far to ask for.
    const bool season = told.point && told.start && told.start->date.precision == Precision::season;
    const Interval start = season ? named_days(told.start->date) : told.start ? told.start->days : told.end->days;
    const Interval end = told.end ? told.end->days : Interval{faults_.as_of(), faults_.as_of()};
    Cover cover{month_number_of(start.first), month_number_of(told.point ? start.last : end.last), e};
    for (const Stated& more : told.other_dates)  // the degree that is awarded in the spring after the last year
      cover.last = std::max(cover.last, month_number_of((season ? named_days(more.date) : more.days).last));
    if (cover.last < cover.first) std::swap(cover.first, cover.last);  // reversed: either way
    return cover;
  }

  void find_holes() {
    std::vector<Cover> covers;
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      if (const auto cover = cover_of(e)) covers.push_back(*cover);
    }
    std::sort(covers.begin(), covers.end(), [](const Cover& a, const Cover& b) {
      return std::tie(a.first, a.last, a.event) < std::tie(b.first, b.last, b.event);
    });
    holes_ = holes_between(covers);
    std::erase_if(covers, [&](const Cover& cover) { return faults_.event(cover.event).load == Load::part_time; });
    for (Hole& hole : holes_between(covers)) {
      const bool known = std::any_of(holes_.begin(), holes_.end(),
                                     [&](const Hole& other) { return other.days().touches(hole.days()); });
      hole.partly = true;
      if (!known) partly_.push_back(hole);
    }
  }
  [[nodiscard]] std::vector<Hole> holes_between(const std::vector<Cover>& covers) const {
    std::vector<Hole> holes;
    const double limit = faults_.context().limit("gap-months");
    for (std::size_t i = 1, reach = 0; i < covers.size(); ++i) {
      const int empty = covers[i].first - covers[reach].last - 1;
      // An entry that does not tell its start may have begun within the hole.
      const auto open = [&] {
        return std::any_of(covers.begin(), covers.end(), [&](const Cover& cover) {
          return !faults_.event(cover.event).start && cover.last >= covers[i].first - 1;
        });
      };
      if (empty > (limit > 0 ? static_cast<int>(limit) : kUsualGap) && !open())
        holes.push_back({covers[reach].last + 1, covers[i].first - 1, covers[reach].event, covers[i].event});
      if (covers[i].last > covers[reach].last) reach = i;
    }
    return holes;
  }

  void unexplained(const Hole& hole) {
    const Event& earlier = faults_.event(hole.before);
    const Event& later = faults_.event(hole.after);
    if (is_in_doubt(hole)) return;
    const Span end = earlier.end ? earlier.end->source : earlier.start->source;
    Finding* finding = faults_.add("dates/unexplained-gap", earlier,
                                   fmt::format("no text tells of the {} months from {} to {}, between {} and {}",
                                               hole.months(), month_words(hole.first), month_words(hole.last),
                                               DateFaults::name_of(earlier), DateFaults::name_of(later)),
                                   end);
    const Span start = later.start ? later.start->source : later.end->source;
    faults_.relate(finding, later, start, fmt::format("{} begins", DateFaults::name_of(later)));
  }

  // In words of any kind; without its ends that is vague.
  bool is_told_somehow(const Hole& hole) {
    const auto telling = find_gap_telling(
        faults_.timeline(), {hole.days(), faults_.event(hole.before), faults_.event(hole.after)}, tellings_);
    if (!telling) return false;
    tellings_.push_back(*telling);
    if (telling->bounded || (hole.partly && (!telling->absence || telling->in_part))) return true;
    Event told;
    told.text = telling->text;
    told.source = telling->source;
    if (telling->off) {
      if (!is_asked_about(telling->text, telling->off->date))
        faults_.contradict(told, faults_.words(told, telling->off->date), hull(telling->off->date, told.source),
                           faults_.event(telling->off->start ? hole.before : hole.after));
      return true;
    }
    if (!has_dates_beside(faults_.timeline().texts[telling->text], telling->source)) vague(told, &hole);
    return true;
  }
  // A finding tells of that very date.
  [[nodiscard]] bool is_asked_about(std::uint32_t text, Span date) const {
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& claim = faults_.event(e);
      if (faults_.is_faulty(e) && claim.text == text && claim.dated() && claim.date_source().overlaps(date))
        return true;
    }
    return false;
  }
  // `hole`: the entries that it lies between; may be nullptr.
  void vague(const Event& told, const Hole* hole) {
    const std::string message = fmt::format("no text says from when to when: \"{}\"", faults_.words(told, told.source));
    Finding* finding = faults_.add("dates/vague-gap", told, message, told.source);
    if (hole == nullptr) return;
    const std::string from_elsewhere = fmt::format("{} in {}", message, faults_.text_of(told).source.name());
    const Event& earlier = faults_.event(hole->before);
    const Event& later = faults_.event(hole->after);
    faults_.relate(finding, earlier, DateFaults::place_span(earlier), "the entry before it", from_elsewhere);
    faults_.relate(finding, later, DateFaults::place_span(later), "the entry after it", from_elsewhere);
  }

  // ---- what accounts for a hole
  [[nodiscard]] bool is_told(Interval hole) const {
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      if (accounts_for(faults_.event(e), hole) || accounts_for_with_next(e, hole)) return true;
    }
    return is_told_otherwise(hole);
  }
  [[nodiscard]] bool accounts_for(const Event& claim, Interval hole) const {
    if (claim.kind == EventKind::exam || claim.expected || claim.carried || !claim.dated()) return false;
    const bool years = claim.start && claim.start->date.precision <= Precision::year;
    if (years && is_of_exams(faults_.marked(claim), claim.date_source())) return false;
    if (claim.start && (claim.end || claim.to_present) && !claim.point)
      return fills({claim.start->days.first, claim.end ? claim.end->days.last : faults_.as_of()}, hole);
    // One date within the hole, of a thing that takes time.
    const Stated& date = claim.start ? *claim.start : *claim.end;
    const bool inside = hole.first <= date.days.first && date.days.last <= hole.last;
    if (claim.away) return has_measure(claim) && date.days.touches(hole);
    return inside && claim.telling && claim.kind != EventKind::other;
  }
  // "I arrived in February 2018 and left in July 2020": a beginning and an end in one breath.
  [[nodiscard]] bool accounts_for_with_next(std::uint32_t e, Interval hole) const {
    if (e + 1 >= faults_.event_count()) return false;
    const Event& first = faults_.event(e);
    const Event& next = faults_.event(e + 1);
    return first.text == next.text && first.whole == next.whole && first.aspect == Aspect::start &&
           next.aspect == Aspect::end && first.start && next.end && !first.expected && !next.expected &&
           fills({first.start->days.first, next.end->days.last}, hole);
  }
  static bool fills(Interval told, Interval hole) {
    return overlap_in_months(told, hole) * 2 > overlap_in_months(hole, hole);
  }
  // A range somewhere that was read as neither entry nor claim: not known to be the writer's, but enough not to accuse.
  [[nodiscard]] bool is_told_otherwise(Interval hole) const {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const DateExpression& date : text.dates) {
        if (fills_that_year(text, date, hole) || runs_from_then(text, date, hole)) return true;
        if (date.kind != DateKind::period || !date.resolved || date.open_start || date.start == date.end ||
            date.label != DateLabel::none || is_of_an_entry(date.source, text.index) || is_counted_from_now(date) ||
            (date.precision() <= Precision::year && is_of_exams(text, date.source)))
          continue;
        if (fills({date.start_days.first, date.open_end ? faults_.as_of() : date.end_days.last}, hole)) return true;
      }
    }
    return false;
  }
  // "chief in the last year", "how many we had seen in the last ten years"
  [[nodiscard]] bool is_counted_from_now(const DateExpression& date) const {
    constexpr Day kYears = 3 * 365;
    return date.anchor == DateAnchor::as_of &&
           (date.precision() <= Precision::year || date.end_days.last - date.start_days.first > kYears);
  }
  // "We came in October 2022. From then to March 2023 I found a flat": up to the end of the hole, from what was just
  // told.
  static bool runs_from_then(const MarkedText& text, const DateExpression& date, Interval hole) {
    constexpr std::uint32_t kReach = 32;  // bytes
    constexpr Day kEdge = 31;
    if (date.kind == DateKind::duration || !date.resolved || !date.end.has_month() ||
        !date.end_days.touches({hole.last - kEdge, hole.last + kEdge}))
      return false;
    const std::string_view lead = text.low({bytes_before(date.source.begin, kReach).begin, date.source.end});
    return std::any_of(std::begin(kFromThen), std::end(kFromThen), [&](std::string_view from) {
      const std::size_t at = lead.find(from);
      return at != std::string_view::npos && lead.find_first_of(".;", at) == std::string_view::npos;
    });
  }
  static constexpr std::string_view kFromThen[] = {"from then ",       "from that week ", "from that day ",
                                                   "from that month ", "from there ",     "between then and "};
  // "From the spring to the early autumn of that year", "I finished in 2017, reviewed from July to October": of the
  // year that the text told last.
  static bool fills_that_year(const MarkedText& text, const DateExpression& date, Interval hole) {
    const std::string_view after = std::string_view(text.folded).substr(date.source.end, 17);
    const bool that_year = text.low(date.source).ends_with(" of that year") || after.starts_with(" of that year") ||
                           after.starts_with(" that year") || after.starts_with(" of the same year");
    if (date.kind != DateKind::period || date.start == date.end || date.start.has_year() || date.open_start ||
        date.open_end || date.precision() < Precision::season)
      return false;
    const DateExpression* before = nullptr;
    for (const DateExpression& told : text.dates) {
      if (told.source.end > date.source.begin) break;
      if (told.kind != DateKind::duration && told.resolved && told.end.has_year()) before = &told;
    }
    if (before == nullptr) return false;
    PartialDate start = date.start;
    PartialDate end = date.end;
    start.year = end.year = before->end.year;
    Interval told{readings(start).hull().first, readings(end).hull().last};
    if (told.last < told.first) {  // "December to September"
      ++end.year;
      told.last = readings(end).hull().last;
    }
    // "until the end of June 2019. Then four months at my aunt's table, July to October"
    constexpr Day kNext = 62;
    const std::string_view between = text.low({before->source.end, date.source.begin});
    const bool one_sentence = between.find_first_of(".!?;") == std::string_view::npos;
    const bool goes_on = between.find('\n') == std::string_view::npos && told.first >= before->start_days.first &&
                         told.first <= before->end_days.last + kNext;
    return (that_year || one_sentence || goes_on) && fills(told, hole);
  }
  // "I passed the three Steps between 2021 and 2025": they leave years free.
  static bool is_of_exams(const MarkedText& text, Span date) {
    const Span line = line_around(text, date);
    return (text.words.any(line, PathWord::exam) || text.words.any(line, PathWord::usmle_mark)) &&
           text.words.any(line, PathWord::sit) && !text.words.any(line, PathWord::study_verb);
  }
  [[nodiscard]] bool is_of_an_entry(Span date, std::uint32_t text) const {
    const auto entries = faults_.timeline().entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& e) {
      if (e.text != text) return false;
      // "Licensure examination, passed (preparation from July to October 2016)" tells what those months were.
      if (e.paper) return e.whole.contains(date) && !has_phrase(faults_.marked(e).low(e.whole), "preparation");
      const bool further = e.load == Load::part_time && e.source.contains(date);  // "Sundays, 2019 to 2021 and 2022"
      return e.dated() && (further || e.date_source().contains(date));
    });
  }

  // ---- time away without its ends
  void check_away(std::uint32_t e) {
    const Event& away = faults_.event(e);
    if (away.relative && !away.dated()) {  // "from May to December of that year"
      if (Hole* hole = hole_of(away)) hole->told = true;
      return;
    }
    if (away.length && DateFaults::points_back(faults_.marked(away), away.length_source))
      return;  // "These twenty months are the only gap"
    if (has_ends(away) || returns_nearby(e) || is_dated_next(away) || is_bounded_elsewhere(e) ||
        is_bounded_in_a_line(away)) {
      if (goes_on_about(away)) tellings_.push_back({away.text, away.whole, true, true});  // and of no other months
      return;
    }
    if (is_told_more_of_next(e)) return;
    Hole* hole = hole_of(away);
    if (hole == nullptr && is_spent_at_an_entry(away)) return;
    if (has_dates_beside(faults_.marked(away), away.whole) ||
        (hole != nullptr && (is_bounded_beside(away, *hole) || is_told_with_ends(*hole)))) {
      if (hole != nullptr) hole->told = true;
      return;
    }
    if (hole == nullptr && is_told_of_before(away)) return;
    if (hole != nullptr) hole->vague = true;
    const bool asked = !is_short(away) && is_worth_a_word(away, hole);
    if (hole != nullptr || asked) tellings_.push_back({away.text, away.whole, false, true});
    if (!asked) return;
    asked_.push_back(e);
    faults_.mark(e);
    Event told = away;  // "I left the wards, and for the better part of a year I grew onions": all of it
    const MarkedText& text = faults_.marked(away);
    if (!away.length && !text.words.any(away.source, PathWord::vague_length) &&
        text.words.any(away.whole, PathWord::vague_length))
      told.source = away.whole;
    vague(told, hole);
  }

  // "The pandemic found me between posts. I had left the Indus in March 2020, and was hired that December."
  bool is_told_with_ends(const Hole& hole) {
    const auto telling = find_gap_telling(
        faults_.timeline(), {hole.days(), faults_.event(hole.before), faults_.event(hole.after)}, tellings_);
    if (!telling || !telling->bounded) return false;
    tellings_.push_back(*telling);
    return true;
  }
  // "For seven months, March to September, we lived in Lublin": both ends to the month or season, in the sentence or
  // between it and the words before it in the paragraph. Whoever tells of a gap vaguely, tells no dates beside it.
  [[nodiscard]] static bool has_dates_beside(const MarkedText& text, Span sentence) {
    constexpr std::uint32_t kReach = 250;  // bytes
    constexpr std::uint32_t kBoth = 2;
    constexpr std::uint32_t kMany = 3;  // ... where none of them is the sentence's own
    const auto ends_in = [&](Span span) {
      std::uint32_t ends = 0;
      for (const DateExpression& date : text.dates_in(span)) {
        if (date.kind == DateKind::duration || date.precision() < Precision::season) continue;
        ends += date.start == date.end || date.open_start || date.open_end ? 1U : 2U;
      }
      return ends;
    };
    Span before = bytes_before(sentence.begin, kReach);
    if (const std::size_t paragraph = text.slice(before).rfind("\n\n"); paragraph != std::string_view::npos)
      before.begin += static_cast<std::uint32_t>(paragraph);
    const std::uint32_t own = ends_in(sentence);
    const std::uint32_t all = ends_in({before.begin, sentence.end});
    return all >= (own > 0 ? kBoth : kMany);
  }
  // In another text or further on, the same time away.
  [[nodiscard]] bool is_told_of_before(const Event& away) const {
    return std::any_of(asked_.begin(), asked_.end(), [&](std::uint32_t e) {
      const Event& told = faults_.event(e);
      const bool measured = has_measure(away) && has_measure(told);
      const double months = measured ? away.length->in_months() - told.length->in_months() : 0;
      return std::abs(months) <= 1 && (measured || faults_.share_a_reason(away, told));
    });
  }
  // A length that says how long.
  [[nodiscard]] static bool has_measure(const Event& away) {
    return away.length && away.length->looseness != Looseness::vague;
  }
  [[nodiscard]] static bool has_ends(const Event& away) {
    if (away.relative) return true;
    const bool start = away.start.has_value();
    const bool end = away.end.has_value() || away.to_present;
    if (start && end) return true;
    return (start || end) && has_measure(away);
  }
  // "... The next two sentences say when the writer came back."
  [[nodiscard]] bool returns_nearby(std::uint32_t e) const {
    const Event& away = faults_.event(e);
    if (!away.start && !away.end) return false;
    for (std::uint32_t other = e + 1; other < faults_.event_count(); ++other) {
      const Event& next = faults_.event(other);
      if (next.text != away.text || next.whole.begin > away.whole.end + 320) return false;
      if (next.start && !next.expected && !next.carried && next.start->date.precision >= Precision::quarter)
        return true;
    }
    return false;
  }
  // The sentence behind the one that tells, in its block; nullptr where it is the last one.
  [[nodiscard]] static const Sentence* sentence_behind(const MarkedText& text, const Event& away) {
    const auto sentences = text.text.document.sentences();
    const auto next = std::upper_bound(sentences.begin(), sentences.end(), away.whole.begin,
                                       [](std::uint32_t at, const Sentence& s) { return at < s.source.begin; });
    const bool is_last = next == sentences.begin() || next == sentences.end() || next->block != std::prev(next)->block;
    return is_last ? nullptr : &*next;
  }
  // "There is one gap in my record. When I came here, I was out of work for several months": asked about there.
  [[nodiscard]] bool is_told_more_of_next(std::uint32_t e) const {
    const Event& away = faults_.event(e);
    if (e + 1 >= faults_.event_count() || away.length || away.dated() || !faults_.reasons_of(away).empty())
      return false;
    const Sentence* const next = sentence_behind(faults_.marked(away), away);
    if (next == nullptr) return false;
    for (std::uint32_t other = e + 1; other < faults_.event_count(); ++other) {
      const Event& told = faults_.event(other);
      if (told.text == away.text && told.away && !told.expected && told.whole == next->source) return true;
    }
    return false;
  }
  // "I took a year off. It was 2018 to 2020 in the end": the next sentence has both ends.
  [[nodiscard]] bool is_dated_next(const Event& away) const {
    const MarkedText& text = faults_.marked(away);
    const Sentence* const next = sentence_behind(text, away);
    if (next == nullptr) return false;
    return std::ranges::any_of(text.dates_in(next->source), [](const DateExpression& d) {
      return d.kind == DateKind::period && d.resolved && d.tells_two_ends() && !d.open_start && !d.open_end;
    });
  }
  // "I took a year off to work as a scribe": an entry has the role, and as much time.
  [[nodiscard]] bool is_spent_at_an_entry(const Event& away) const {
    // What the time is taken from.
    constexpr std::uint32_t kTraining = role_bit(Role::student) | role_bit(Role::intern) | role_bit(Role::resident);
    const std::uint32_t told = faults_.marked(away).words.roles(away.whole) & ~kTraining;
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.kind == EventKind::education ||
          entry.paper || entry.point || !entry.start)
        continue;
      const bool role =
          (told & roles_in(entry.title)) != 0 ||
          (entry.kind == EventKind::research && faults_.marked(away).words.any(away.whole, PathWord::research));
      if (role && (!has_measure(away) || faults_.length_fits(*away.length, entry))) return true;
    }
    return false;
  }
  // "Interruption of work: January to October 2022. I stopped to care for my wife": right behind both ends.
  [[nodiscard]] bool goes_on_about(const Event& away) const {
    constexpr std::uint32_t kBlank = 2;  // bytes
    return std::ranges::any_of(bounded_, [&](std::uint32_t e) {
      const Event& told = faults_.event(e);
      return told.text == away.text && told.whole.end <= away.whole.begin &&
             away.whole.begin <= told.whole.end + kBlank;
    });
  }
  // Another place gives both ends of what may be the same time away.
  [[nodiscard]] bool is_bounded_elsewhere(std::uint32_t e) const {
    const Event& away = faults_.event(e);
    for (const std::uint32_t other : bounded_) {
      const Event& told = faults_.event(other);
      if (other == e) continue;
      if (!told.claim && told.text == away.text && told.whole.contains(away.whole)) return true;  // of that very entry
      if (away.whole.overlaps(told.whole) && away.text == told.text) continue;
      if (away.start && !away.start->days.touches({told.start->days.first, faults_.end_of(told).last})) continue;
      if (away.length ? faults_.length_fits(*away.length, told)
                      : away.start || faults_.share_a_reason(away, told) || !has_open_hole())
        return true;
    }
    return false;
  }
  // "My daughter was born in August 2019, and I stayed home for nine months": a date of anybody's, where the hole
  // begins or ends.
  [[nodiscard]] bool is_bounded_beside(const Event& away, const Hole& hole) const {
    constexpr Day kEdge = 31;
    if (!has_measure(away)) return false;
    const MarkedText& text = faults_.marked(away);
    const Interval days = hole.days();
    return std::ranges::any_of(text.dates_in(away.whole), [&](const DateExpression& date) {
      return date.kind != DateKind::duration && date.resolved && date.precision() >= Precision::season &&
             (date.start_days.touches({days.first - kEdge, days.first + kEdge}) ||
              date.start_days.touches({days.last - kEdge, days.last + kEdge}));
    });
  }
  // A line of a form that is no entry: "Reason: leave of absence, from January 2021 to June 2021".
  [[nodiscard]] bool is_bounded_in_a_line(const Event& away) const {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const DateExpression& date : text.dates) {
        if (date.kind == DateKind::duration || !date.resolved || date.open_start || date.start == date.end) continue;
        if (date.start.precision < Precision::quarter || (text.index == away.text && away.whole.contains(date.source)))
          continue;
        const Span line = line_around(text, date.source);
        if (!text.words.any(line, PathWord::away) && !text.words.any(line, PathWord::gap_title)) continue;
        Event told;
        set_dates(date, told);
        if (!away.length || faults_.length_fits(*away.length, told)) return true;
      }
    }
    return false;
  }
  // Its line, and no further than the sentence.
  static Span line_around(const MarkedText& text, Span place) {
    std::uint32_t begin = place.begin;
    std::uint32_t end = place.end;
    const std::string_view bytes = text.text.source.bytes();
    const auto ends = [&](std::uint32_t at) { return bytes[at] == '\n' || bytes.substr(at, 2) == ". "; };
    while (begin > 0 && !ends(begin - 1)) --begin;
    while (end < bytes.size() && !ends(end)) ++end;
    return {begin, end};
  }
  [[nodiscard]] bool has_open_hole() const {
    return std::any_of(holes_.begin(), holes_.end(), [](const Hole& hole) { return !hole.told && !hole.vague; });
  }
  [[nodiscard]] static bool is_short(const Event& away) {
    if (away.length && away.length->finest < LengthUnit::months) return true;  // "a few weeks"
    return has_measure(away) && away.length->in_months() <= kUsualGap + 0.5;
  }
  // Words of leave with a length or a reason; or a length and a reason where the entries do have a hole.
  [[nodiscard]] bool is_worth_a_word(const Event& away, const Hole* hole) const {
    const WordHits& words = faults_.marked(away).words;
    const bool leave = words.any(away.source, PathWord::away);
    const bool length = away.length.has_value() || words.any(away.whole, PathWord::vague_length);
    const bool reason = words.any(away.whole, PathWord::away_reason) || words.any(away.whole, PathWord::relative);
    if (hole != nullptr) return leave || length || reason;
    constexpr double kCareer = 48;  // months: "eight years away from the bedside", all of which the entries cover
    if (faults_.entry_count() > 0) return leave && length && (!away.length || away.length->in_months() < kCareer);
    return leave && reason && tells_a_path();
  }
  // A statement that stands for the entries: it dates several steps.
  [[nodiscard]] bool tells_a_path() const {
    constexpr std::ptrdiff_t kSteps = 4;
    const auto claims = faults_.timeline().claims();
    return std::count_if(claims.begin(), claims.end(), [](const Event& claim) {
             return claim.telling && claim.dated() && claim.kind != EventKind::exam;
           }) >= kSteps;
  }
  static constexpr double kInDoubt = 1000;
  // An entry beside it has a wrong date there.
  [[nodiscard]] bool is_in_doubt(const Hole& hole) const {
    return faults_.is_faulty_at(hole.before, Aspect::end) || faults_.is_faulty_at(hole.after, Aspect::start);
  }
  // The hole that it most likely tells of: the one whose length fits best, else the only one, else the longest.
  [[nodiscard]] Hole* hole_of(const Event& away) {
    Hole* best = nullptr;
    double best_distance = 0;
    const bool measured = has_measure(away);
    for (Hole& hole : holes_) {
      if (hole.told || hole.vague) continue;
      if (away.start && !away.start->days.touches(hole.days())) continue;
      double distance = -hole.months();
      if (measured) {
        const double months = away.length->in_months();
        if (hole.months() > months * 1.7 + 2 || hole.months() < months * 0.5 - 1) continue;
        distance = std::abs(hole.months() - months);
      }
      if (is_in_doubt(hole)) distance += kInDoubt;
      if (best == nullptr || distance < best_distance) {
        best = &hole;
        best_distance = distance;
      }
    }
    return best;
  }

  DateFaults& faults_;
  std::vector<std::uint32_t> bounded_;  // the gaps whose ends are told
  std::vector<Hole> holes_;             // that no entry covers at all
  std::vector<Hole> partly_;            // the others that no full-time entry covers
  std::vector<GapTelling> tellings_;    // of one hole each
  std::vector<std::uint32_t> asked_;    // time away without its ends: each is asked about once
};

// Whether another field may tell when a gap began and ended: then the timeline decides.
bool has_entries(const DateFaults& faults) {
  const std::vector<TextReading>& texts = faults.context().application.texts;
  const bool lists = std::any_of(texts.begin(), texts.end(), [](const TextReading& text) {
    return std::any_of(text.sections.begin(), text.sections.end(),
                       [](const Section& section) { return lists_entries(section.kind); });
  });
  const auto entries = faults.timeline().entries();
  return lists || std::count_if(entries.begin(), entries.end(), [](const Event& entry) {
                    return entry.dated() && !entry.paper && entry.kind != EventKind::gap;
                  }) > 1;
}

// A statement that stands alone: what the reading of its passages says.
void check_passages(DateFaults& faults) {
  const ActiveRule* rule = faults.context().find("dates/vague-gap");
  if (rule == nullptr || has_entries(faults)) return;
  for (const TextReading& text : faults.context().application.texts) {
    for (const Passage& passage : text.passages) {
      const bool vague = std::any_of(passage.layers.begin(), passage.layers.end(), [](const LayerReading& reading) {
        return reading.layer == Layer::bounded && !reading.present;
      });
      if (vague) faults.add(*rule, text, source_of(text.document, passage));
    }
  }
}

}  // namespace

void check_overlaps(DateFaults& faults) {
  const auto begins = [&](std::uint32_t e) { return faults.event(e).start ? faults.event(e).start->days.first : 0; };
  for (std::uint32_t a = 0; a < faults.entry_count(); ++a) {
    for (std::uint32_t b = a + 1; b < faults.entry_count(); ++b) {
      const auto [first, second] = begins(a) <= begins(b) ? std::pair(a, b) : std::pair(b, a);
      // What makes them overlap is the end of the one and the beginning of the other.
      if (!faults.is_faulty_at(first, Aspect::end) && !faults.is_faulty_at(second, Aspect::start))
        check_overlap(faults, a, b);
    }
  }
  ToldOverlaps(faults).check();
}

void check_gaps(DateFaults& faults) {
  if (faults.context().find("dates/unexplained-gap") == nullptr && faults.context().find("dates/vague-gap") == nullptr)
    return;
  GapCheck(faults).check();
  check_passages(faults);
}

}  // namespace candor
