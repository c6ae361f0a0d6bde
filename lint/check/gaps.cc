#include "lint/check/gaps.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

#include "lint/check/gap_accounts.h"
#include "lint/reading/entry.h"
#include "lint/reading/gap_telling.h"
#include "lint/reading/section_title.h"

namespace candor {
namespace {

constexpr int kUsualGap = 3;  // whole months that need no word

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

// The sentence of a time away whose ends are known: no other months are told of there.
GapTelling bounded_telling(const Event& away) {
  return {.text = away.text, .source = away.whole, .bounded = true, .absence = true};
}

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
    for (Hole& hole : holes_) hole.told = is_accounted_for(faults_, hole.days());
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& away = faults_.event(e);
      if (!away.away || away.expected) continue;
      if (faults_.is_faulty(e))
        tellings_.push_back(bounded_telling(away));  // of a gap that a finding tells of
      else
        check_away(e);
    }
    for (const Hole& hole : holes_) {
      if (!hole.told && !hole.vague && !take_telling(hole)) unexplained(hole);
    }
    for (const std::uint32_t e : bounded_) {  // has its ends: tells of no months beside a post
      tellings_.push_back(bounded_telling(faults_.event(e)));
    }
    for (const Hole& hole : partly_) {
      if (!is_accounted_for(faults_, hole.days())) take_telling(hole);
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
    if (is_in_doubt(hole) || stands_under_a_year(earlier) || stands_under_a_year(later)) return;
    const Span end = earlier.end ? earlier.end->source : earlier.start->source;
    Finding* finding = faults_.add("dates/unexplained-gap", earlier,
                                   fmt::format("no text tells of the {} months from {} to {}, between {} and {}",
                                               hole.months(), month_words(hole.first), month_words(hole.last),
                                               DateFaults::name_of(earlier), DateFaults::name_of(later)),
                                   end);
    const Span start = later.start ? later.start->source : later.end->source;
    faults_.relate(finding, later, start, fmt::format("{} begins", DateFaults::name_of(later)));
  }

  // "## 2017", and below it "March: degree", "June: beginning of the residency (4 years)": some of what began in that
  // year, and nothing of how long it went on.
  [[nodiscard]] bool stands_under_a_year(const Event& entry) const {
    if (!entry.point || !entry.start || entry.start->date.precision != Precision::year) return false;
    const Source& source = faults_.text_of(entry).source;
    const std::string_view line = source.slice(source.line(source.line_at(entry.start->source.begin)));
    const std::size_t name = line.find_first_not_of("# ");
    return line.starts_with('#') && name != std::string_view::npos &&
           line.substr(name).starts_with(source.slice(entry.start->source)) &&
           line.size() - name <= entry.start->source.size() + 2;  // a blank and the line's end
  }

  // What tells best of the hole, and of no other one.
  [[nodiscard]] std::optional<GapTelling> find_telling(const Hole& hole) const {
    return find_gap_telling(faults_.timeline(), {hole.days(), faults_.event(hole.before), faults_.event(hole.after)},
                            tellings_);
  }
  // Takes the words of any kind that tell of the hole, and asks about what is vague or wrong in them. False where there
  // are none.
  bool take_telling(const Hole& hole) {
    const std::optional<GapTelling> telling = find_telling(hole);
    if (!telling) return false;
    tellings_.push_back(*telling);
    judge(*telling, hole);
    return true;
  }
  // Without its ends it is vague.
  void judge(const GapTelling& telling, const Hole& hole) {
    if (telling.bounded || (hole.partly && (!telling.absence || telling.in_part))) return;
    Event told;
    told.text = telling.text;
    told.source = telling.source;
    if (!telling.off) {
      if (!has_dates_beside(faults_.timeline().texts[telling.text], telling.source)) vague(told, &hole);
    } else if (const Span date = telling.off->date; !is_asked_about(telling.text, date)) {
      faults_.contradict(told, faults_.words(told, date), hull(date, told.source),
                         faults_.event(telling.off->start ? hole.before : hole.after));
    }
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
      if (goes_on_about(away)) tellings_.push_back(bounded_telling(away));  // and of no other months
      return;
    }
    if (is_told_more_of_next(e)) return;
    Hole* hole = hole_of(away);
    if (hole == nullptr && is_spent_at_an_entry(away)) return;
    if (has_dates_beside(faults_.marked(away), away.whole) ||
        (hole != nullptr && (is_bounded_beside(away, *hole) || take_telling_with_ends(*hole)))) {
      if (hole != nullptr) hole->told = true;
      return;
    }
    if (hole == nullptr && is_told_of_before(away)) return;
    if (hole != nullptr) hole->vague = true;
    if (goes_on_about_asked(away)) return;
    const bool asked = !is_short(away) && is_worth_a_word(away, hole);
    if (hole != nullptr || asked) tellings_.push_back({.text = away.text, .source = away.whole, .absence = true});
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

  // "The pandemic found me between posts. I had left the Indus in March 2020, and was hired that December." Takes the
  // words that tell of the hole with its ends. False where there are none.
  bool take_telling_with_ends(const Hole& hole) {
    const std::optional<GapTelling> telling = find_telling(hole);
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
  // "I stayed away from the wards for about a year. I was at home with her": the next sentence of what was asked about.
  [[nodiscard]] bool goes_on_about_asked(const Event& away) const {
    constexpr std::uint32_t kBlank = 2;  // bytes
    return !away.length && !away.dated() && std::ranges::any_of(asked_, [&](std::uint32_t e) {
      const Event& told = faults_.event(e);
      return told.text == away.text && told.whole.end <= away.whole.begin &&
             away.whole.begin <= told.whole.end + kBlank;
    });
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
      if (!is_post(entry) || entry.point || !entry.start) continue;
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
  // By an entry, or by what the statement says of one: "A residency followed, at King's Gate Maternity Hospital, from
  // ...".
  [[nodiscard]] bool dates_a_post(const MarkedText& text, Span date) const {
    return std::ranges::any_of(faults_.timeline().events, [&](const Event& event) {
      const bool post = event.claim ? event.kind != EventKind::gap && event.telling : is_post(event);
      return post && event.text == text.index && event.dated() && event.date_source().contains(date);
    });
  }
  // "Maternity: January to June 2021", but not "at King's Gate Maternity Hospital".
  [[nodiscard]] static bool names_time_away(const MarkedText& text, Span line) {
    return std::ranges::any_of(text.words.within(line), [&](const WordHit& hit) {
      return (hit.list == PathWord::away || hit.list == PathWord::gap_title) &&
             !text.words.follows(hit.place.end, PathWord::organization);
    });
  }
  // A line of a form that is no entry: "Reason: leave of absence, from January 2021 to June 2021".
  [[nodiscard]] bool is_bounded_in_a_line(const Event& away) const {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const DateExpression& date : text.dates) {
        if (date.kind == DateKind::duration || !date.resolved || date.open_start || date.start == date.end) continue;
        if (date.start.precision < Precision::quarter || dates_a_post(text, date.source) ||
            (text.index == away.text && away.whole.contains(date.source)))
          continue;
        const Span line = line_around(text, date.source);
        if (!names_time_away(text, line)) continue;
        Event told;
        set_dates(date, told);
        if (!away.length || faults_.length_fits(*away.length, told)) return true;
      }
    }
    return false;
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
    if (faults_.entry_count() > 0)
      return (leave && length && (!away.length || away.length->in_months() < kCareer)) ||
             (reason && takes_a_leave(faults_.marked(away), away.source));
    return leave && reason && tells_a_path();
  }
  // "I took a leave of absence", by the name that a school or hospital has for it.
  [[nodiscard]] static bool takes_a_leave(const MarkedText& text, Span span) {
    return std::ranges::any_of(text.words.all(span, PathWord::away), [&](const WordHit& hit) {
      return ends_with_any(text.low(hit.place), {"leave", "leave of absence"});
    });
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
  // An entry beside it may have a wrong date there, and the right one would make the hole smaller.
  [[nodiscard]] bool is_in_doubt(const Hole& hole) const {
    const auto in_doubt = [&](std::uint32_t e, Aspect side) {
      return faults_.is_faulty_at(e, side) && !faults_.is_shorter_elsewhere(e, side);
    };
    return in_doubt(hole.before, Aspect::end) || in_doubt(hole.after, Aspect::start);
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

void check_gaps(DateFaults& faults) {
  if (faults.context().find("dates/unexplained-gap") == nullptr && faults.context().find("dates/vague-gap") == nullptr)
    return;
  GapCheck(faults).check();
  check_passages(faults);
}

}  // namespace candor
