#include "lint/check/told_order.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/check/named_entries.h"
#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

constexpr Day kSlack = 62;              // days that what is told by order may lie off
constexpr std::uint32_t kLongest = 70;  // bytes of what something is told after

// Something is told so long, or in the season or year, after or before something else.
struct Distance {
  const DateExpression* date = nullptr;
  Span anchor;  // what it is counted from: "the MPH", "we landed"
  Span told;    // what is dated by it: "I was hired by the registry"
  bool before = false;
};

class ToldOrder {
 public:
  explicit ToldOrder(DateFaults& faults) : faults_(faults) {}

  void check() {
    if (faults_.timeline().entries().empty()) return;
    for (const MarkedText& text : faults_.timeline().texts) {
      const Sentence* before = nullptr;
      for (const Sentence& sentence : text.text.document.sentences()) {
        const bool self = has_phrase(text.low(sentence.source), "i");
        if ((self || has_phrase(text.low(sentence.source), "my")) && is_of_a_text(text, sentence)) {
          if (self) {
            read_distances(text, sentence, before);
            read_left_by_then(text, sentence);
            read_sittings(text, sentence, before);
          }
          read_presence(text, sentence);
        }
        before = &sentence;
      }
    }
  }

 private:
  // And no heading or entry.
  [[nodiscard]] bool is_of_a_text(const MarkedText& text, const Sentence& sentence) const {
    return text.text.document.blocks()[sentence.block].kind != BlockKind::heading &&
           !faults_.timeline().is_in_an_entry(text.index, sentence.source);
  }

  // ---- what words name
  [[nodiscard]] std::vector<const Event*> named_in(const MarkedText& text, Span span) const {
    return candor::named_in(faults_.timeline(), text, span);
  }
  [[nodiscard]] std::vector<Interval> ends_of(const std::vector<const Event*>& entries) const {
    std::vector<Interval> days;
    days.reserve(entries.size());
    for (const Event* entry : entries) days.push_back(faults_.end_of(*entry));
    return days;
  }

  // ---- distances
  // A claim of its own that was found to be wrong.
  [[nodiscard]] bool is_claimed(const MarkedText& text, Span distance) const {
    const auto claims = faults_.timeline().claims();
    for (std::size_t c = 0; c < claims.size(); ++c) {
      if (claims[c].text == text.index && claims[c].after != Milestone::none && claims[c].length_source == distance &&
          faults_.is_faulty(faults_.entry_count() + static_cast<std::uint32_t>(c)))
        return true;
    }
    return false;
  }
  void read_distances(const MarkedText& text, const Sentence& sentence, const Sentence* before) {
    if (has_phrase(text.low(sentence.source), "thought would be")) return;  // "what I had thought would be one year"
    const IndexRange dates = text.dates_within(sentence.source);
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      if (is_claimed(text, text.dates[d].source)) continue;
      if (const auto distance = distance_at(text, sentence, text.dates[d])) check(text, sentence, before, *distance);
    }
  }
  [[nodiscard]] static std::optional<Distance> distance_at(const MarkedText& text, const Sentence& sentence,
                                                           const DateExpression& date) {
    const std::string_view low = text.low(date.source);
    const bool after = low.ends_with(" after");
    if (date.anchor != DateAnchor::previous_event || date.looseness == Looseness::vague ||
        !(after || low.ends_with(" before")) ||
        (date.duration.in_months() > 0 && date.duration.finest < LengthUnit::weeks))
      return std::nullopt;
    Distance distance;
    distance.date = &date;
    distance.before = !after;
    const std::string_view behind = text.low({date.source.end, sentence.source.end});
    if (!behind.starts_with(" ")) return std::nullopt;
    // Up to a mark, or to where the writer comes in again: "after the MPH | I was hired".
    std::size_t end = std::min(behind.find_first_of(",;:()"), behind.size());
    if (behind.substr(0, end).ends_with('.')) --end;
    const bool deed = behind.starts_with(" i ") || behind.starts_with(" we ");
    const std::size_t self = find_phrase(behind, "i", deed ? 3 : 1);
    end = std::min({end, self, behind.find(" and ")});
    if (end < 3 || end > kLongest) return std::nullopt;
    distance.anchor = {date.source.end + 1, date.source.end + static_cast<std::uint32_t>(end)};
    const std::string_view lead = text.low({sentence.source.begin, date.source.begin});
    const bool leads = lead.empty() || lead == "in " || lead == "about " || lead == "some " || lead == "then, ";
    distance.told = leads ? Span{distance.anchor.end, end_of_clause(text, distance.anchor.end + 2, sentence.source.end)}
                          : Span{begin_of_clause(text, sentence.source.begin, date.source.begin), date.source.begin};
    const std::string_view told = text.low(distance.told);
    if (distance.told.size() < 5 || !has_phrase(told, "i") || text.date_in(distance.told) != nullptr)
      return std::nullopt;
    return distance;
  }
  static std::uint32_t end_of_clause(const MarkedText& text, std::uint32_t from, std::uint32_t end) {
    if (from >= end) return end;
    const std::size_t stop = text.low({from, end}).find_first_of(",;:.");
    return stop == std::string_view::npos ? end : from + static_cast<std::uint32_t>(stop);
  }
  static std::uint32_t begin_of_clause(const MarkedText& text, std::uint32_t begin, std::uint32_t end) {
    const std::string_view low = text.low({begin, end});
    const std::size_t stop = low.find_last_of(",;:.");
    const std::size_t from = stop == std::string_view::npos || low.find(" i ", stop) == std::string_view::npos
                                 ? std::string_view::npos
                                 : stop;
    return from == std::string_view::npos ? begin : begin + static_cast<std::uint32_t>(from) + 1;
  }

  // When what something is counted from was, in each way that the lists tell it.
  [[nodiscard]] std::vector<Interval> days_of(const MarkedText& text, const Sentence& sentence, Span anchor) const {
    std::string_view low = text.low(anchor);
    const auto has = [&](PathWord list) { return text.words.any(anchor, list); };
    if (has(PathWord::exam)) return {};  // see check_exam_order and claims
    for (const std::string_view self : {"i had ", "we had ", "i ", "we "}) {
      if (!low.starts_with(self)) continue;
      low.remove_prefix(self.size());
      return days_of_deed(text, sentence, anchor, low);
    }
    if (has(PathWord::master_degree) || has(PathWord::medical_degree) || low == "graduation" || low == "graduating" ||
        low.find("doctorate") != std::string_view::npos) {
      std::vector<Interval> days;
      for (const Event& entry : faults_.timeline().entries()) {
        if (entry.kind != EventKind::education || entry.point || !entry.end || entry.paper) continue;
        if (has(PathWord::master_degree) ? entry.master_degree : entry.medical_degree) days.push_back(entry.end->days);
      }
      return days;
    }
    for (const std::string_view lead : {"leaving ", "finishing ", "completing ", "quitting "}) {
      if (low.starts_with(lead)) return ends_of(named_in(text, anchor));
    }
    const bool own = low.starts_with("my ") || low.starts_with("the ");
    return own ? ends_of(named_in(text, anchor)) : std::vector<Interval>();
  }
  // "I came back from London", "I moved to Cleveland", "we landed".
  [[nodiscard]] std::vector<Interval> days_of_deed(const MarkedText& text, const Sentence& sentence, Span anchor,
                                                   std::string_view deed) const {
    const auto starts = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return deed.starts_with(word); });
    };
    if (starts({"came back from ", "come back from ", "came home from ", "come home from ", "returned from ", "left ",
                "finished ", "completed ", "graduated ", "quit "})) {
      const Event* degree = faults_.first_medical_degree();
      if (has_phrase(deed, "medical school")) return degree != nullptr ? ends_of({degree}) : std::vector<Interval>();
      return ends_of(named_in(text, anchor));
    }
    if (!starts({"came ", "come ", "moved ", "landed", "arrived", "settled ", "joined ", "started ", "began "}))
      return {};
    if (const auto told = told_before(text, sentence, deed.substr(0, deed.find(' ')))) return {*told};
    std::vector<Interval> days;
    for (const Event* entry : named_in(text, anchor)) days.push_back(entry->start->days);
    return days;
  }
  // "I landed in Houston in September 2022. The spring after we landed": the date beside the same verb.
  [[nodiscard]] static std::optional<Interval> told_before(const MarkedText& text, const Sentence& sentence,
                                                           std::string_view verb) {
    std::optional<Interval> found;
    for (const Sentence& other : text.text.document.sentences()) {
      if (other.source.begin >= sentence.source.begin) break;
      if (!has_phrase(text.low(other.source), verb) || !has_phrase(text.low(other.source), "i")) continue;
      const DateExpression* date = text.date_in(other.source);
      if (date == nullptr || !date->resolved || !(date->start == date->end) || date->precision() < Precision::season ||
          text.dates_within(other.source).size() != 1)
        continue;
      if (found) return std::nullopt;  // told of twice
      found = date->start_days;
    }
    return found;
  }
  // All days that it may mean: a length is rounded, a season or year is the next one, or the last.
  [[nodiscard]] static std::optional<Interval> days_told(const Distance& distance, Interval anchor) {
    const DateExpression& date = *distance.date;
    if (date.duration.in_months() > 0) {
      const MonthRange months = months_meant(date.duration);
      return days_after(anchor, distance.before ? MonthRange{-months.most, -months.least} : months, kSlack);
    }
    PartialDate when = date.start;
    const int year = civil_date(anchor.first).year;
    if (when.precision == Precision::year) {  // the year after, or within a year
      when.year = distance.before ? year - 1 : year + 1;
      const Interval days = named_days(when);
      return distance.before ? Interval{days.first - kSlack, anchor.last} : Interval{anchor.first, days.last + kSlack};
    }
    when.year = year;
    if (!distance.before && named_days(when).last <= anchor.first) ++when.year;
    if (distance.before && named_days(when).first >= anchor.last) --when.year;
    const Interval days = named_days(when);
    return Interval{days.first - kSlack / 2, days.last + kSlack / 2};
  }

  void check(const MarkedText& text, const Sentence& sentence, const Sentence* before, const Distance& distance) {
    std::vector<const Event*> told = named_in(text, distance.told);
    if (told.empty() && before != nullptr && before->block == sentence.block &&
        text.words.any(distance.told, PathWord::there))
      told = named_in(text, before->source);
    const auto has = [&](PathWord list) { return text.words.any(distance.told, list); };
    const bool ends = has(PathWord::act_end) && !has(PathWord::act_start);
    const bool arrives = has(PathWord::act_arrive) && !has(PathWord::act_start);
    if (const WordHit* exam = text.words.first(distance.told, PathWord::exam)) {
      const WordHit* sit = text.words.first(distance.told, PathWord::sit);
      if (sit != nullptr && sit->place.begin < exam->place.begin) check_exam(text, sentence, distance, *exam);
      return;
    }
    const std::string_view words = text.low(distance.told);
    const bool there = !distance.before && (has_phrase(words, "i was at") || has_phrase(words, "i was in"));
    if (told.size() != 1 || !(has(PathWord::act_start) || ends || arrives || there) || has(PathWord::visit) ||
        told.front()->kind == EventKind::education)
      return;
    const Event& entry = *told.front();
    if (faults_.is_faulty(entry)) return;
    const Interval listed = ends ? faults_.end_of(entry) : entry.start->days;
    const std::vector<Interval> anchors = days_of(text, sentence, distance.anchor);
    if (anchors.empty()) return;
    const bool fits = std::any_of(anchors.begin(), anchors.end(), [&](Interval anchor) {
      const auto days = days_told(distance, anchor);
      if (!days || days->touches(listed)) return true;
      if (there && days->first > listed.first) return true;
      return arrives && days->first < listed.first && !is_elsewhere(*days, entry);  // settling in
    });
    if (!fits) report(text, {distance.date->source.begin, distance.anchor.end}, entry);
  }
  // "I passed Step 1 five years after graduation."
  void check_exam(const MarkedText& text, const Sentence& sentence, const Distance& distance, const WordHit& exam) {
    const std::vector<Interval> anchors = days_of(text, sentence, distance.anchor);
    const Sitting sitting = sitting_in(text, distance.told);
    const Event* listed = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_sitting_of(entry, exam, sitting)) continue;
      for (const Interval anchor : anchors) {
        const auto days = days_told(distance, anchor);
        if (!days || days->touches(entry.start->days)) return;
      }
      listed = &entry;
    }
    if (listed != nullptr && !anchors.empty())
      report(text, {distance.date->source.begin, distance.anchor.end}, *listed);
  }
  // A full-time post in another town has the writer all that time.
  [[nodiscard]] bool is_elsewhere(Interval days, const Event& there) const {
    const auto entries = faults_.timeline().entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return &entry != &there && entry.load == Load::full_time && !entry.paper && !entry.point && entry.start &&
             !faults_.timeline().are_of_one_place(entry, there) && entry.start->days.first <= days.first &&
             days.last <= faults_.end_of(entry).last;
    });
  }
  void report(const MarkedText& text, Span span, const Event& entry) {
    Event claim;
    claim.text = text.index;
    faults_.contradict(claim, faults_.words(claim, span), span, entry);
  }

  // ---- exams sat while somewhere
  void read_sittings(const MarkedText& text, const Sentence& sentence, const Sentence* before) {
    const std::vector<WordHit> exams = text.words.all(sentence.source, PathWord::exam);
    if (exams.empty()) return;
    read_sat_by_then(text, sentence, exams);
    const auto clauses = read_clauses(text, sentence);
    for (std::size_t e = 0; e < exams.size(); ++e) {
      const std::uint32_t limit = e + 1 < exams.size() ? exams[e + 1].place.begin : sentence.source.end;
      const auto clause = std::find_if(clauses.begin(), clauses.end(),
                                       [&](const Clause& c) { return c.source.contains(exams[e].place.begin); });
      if (clause == clauses.end() || clause->quoted || clause->actor != Actor::self ||
          tells_the_unreal(text.low(clause->source)) ||
          !text.words.any({clause->source.begin, exams[e].place.begin}, PathWord::sit) ||
          text.words.any({clause->source.begin, exams[e].place.begin}, PathWord::study_verb))
        continue;
      read_exam_order(text, *clause, exams[e], {exams[e].place.end, limit});
      std::optional<Span> stay = stay_behind(text, {exams[e].place.end, limit});
      if (!stay && e == 0) stay = stay_ahead(text, {sentence.source.begin, clause->source.begin});
      if (!stay) continue;
      const bool ahead = stay->begin < clause->source.begin;
      const Span told = ahead ? hull(*stay, exams[e].place) : Span{clause->source.begin, stay->end};
      if (text.date_in(ahead ? hull(*stay, clause->source) : told) != nullptr) continue;
      std::vector<const Event*> there = stays_in(text, *stay, before);
      if (!there.empty()) check_sitting(text, told, exams[e], there);
    }
  }
  // "By the time I came to Buffalo in June 2023 I had ...": the one date of the sentence, a month or day, and where the
  // deed begins.
  struct DoneByThen {
    const DateExpression* then;
    std::uint32_t from;
  };
  [[nodiscard]] static std::optional<DoneByThen> done_by_then(const MarkedText& text, const Sentence& sentence,
                                                              std::string_view deed) {
    const std::string_view low = text.low(sentence.source);
    const std::size_t had = find_phrase(low, deed);
    const DateExpression* then = text.date_in(sentence.source);
    if (!low.starts_with("by ") || had == std::string_view::npos || then == nullptr || !then->resolved ||
        then->anchor != DateAnchor::none || !(then->start == then->end) || !then->start.has_month())
      return std::nullopt;
    const std::uint32_t from = sentence.source.begin + static_cast<std::uint32_t>(had);
    if (then->source.end > from || text.date_in({from, sentence.source.end}) != nullptr) return std::nullopt;
    return DoneByThen{then, from};
  }
  // "By the time I came to Buffalo in June 2023 I had passed Step 1 and Step 2 CK": neither of them later.
  void read_sat_by_then(const MarkedText& text, const Sentence& sentence, const std::vector<WordHit>& exams) {
    constexpr Day kLater = 31;
    const std::optional<DoneByThen> done = done_by_then(text, sentence, "i had");
    if (!done) return;
    const auto [then, from] = *done;
    for (const WordHit& exam : exams) {
      const Span told{from, exam.place.end};
      const std::string_view words = text.low(told);
      if (exam.place.begin < from || !text.words.any(told, PathWord::sit) || has_phrase(words, "not") ||
          has_phrase(words, "but") || has_phrase(words, "only"))
        continue;
      const Event* listed = nullptr;
      for (const Event& entry : faults_.timeline().entries()) {
        if (!is_sitting_of(entry, exam, sitting_in(text, told))) continue;
        if (entry.start->days.first <= then->end_days.last + kLater) {
          listed = nullptr;
          break;
        }
        listed = &entry;
      }
      if (listed != nullptr) report(text, hull(then->source, exam.place), *listed);
    }
  }
  // "By the time my daughter started school, in June 2018, I had left the clinic in Pune": it did not end later.
  void read_left_by_then(const MarkedText& text, const Sentence& sentence) {
    constexpr Day kLater = 45;
    const std::optional<DoneByThen> done = done_by_then(text, sentence, "i had left");
    if (!done) return;
    const auto [then, from] = *done;
    const std::uint32_t end = end_of_clause(text, from, sentence.source.end);
    const std::vector<const Event*> left = named_in(text, {from, end});
    if (left.size() != 1 || faults_.is_faulty(*left.front()) ||
        faults_.end_of(*left.front()).first <= then->end_days.last + kLater)
      return;
    report(text, hull(then->source, {from, end}), *left.front());
  }
  // "while I was still at Spanish Town", "in my last semester there", "during my residency".
  [[nodiscard]] static std::optional<Span> stay_behind(const MarkedText& text, Span behind) {
    const std::string_view low = text.low(behind);
    for (const std::string_view lead :
         {" while i was ", " while still ", " when i was still ", " during my ", " during the ", " in my last ",
          " in my final ", " in the last ", " in my first ", " in my second ", " in my third ", " as an intern",
          " as a resident", " as a student"}) {
      if (!low.starts_with(lead)) continue;
      const std::size_t stop = std::min(low.find_first_of(",;:.", 1), low.size());
      return Span{behind.begin, behind.begin + static_cast<std::uint32_t>(stop)};
    }
    return std::nullopt;
  }
  // "While I was still a resident in Tabriz, | I took Step 1"
  [[nodiscard]] static std::optional<Span> stay_ahead(const MarkedText& text, Span lead) {
    const std::string_view low = text.low(lead);
    const std::size_t comma = std::min(low.find(','), low.size());
    if (comma + 2 < low.size()) return std::nullopt;
    for (const std::string_view words : {"while i was ", "while still ", "when i was still ", "during my ",
                                         "as an intern ", "as a resident ", "as a student "}) {
      if (low.starts_with(words)) return Span{lead.begin, lead.begin + static_cast<std::uint32_t>(comma)};
    }
    return std::nullopt;
  }
  [[nodiscard]] std::vector<const Event*> stays_in(const MarkedText& text, Span stay, const Sentence* before) const {
    std::vector<const Event*> found = named_in(text, stay);
    const std::string_view low = text.low(stay);
    const bool school = has_phrase(low, "semester") || has_phrase(low, "medical school") || has_phrase(low, "student");
    if (found.empty() && school) {
      for (const Event& entry : faults_.timeline().entries()) {
        if (entry.kind == EventKind::education && !entry.point && entry.start && !entry.paper) found.push_back(&entry);
      }
    } else if (found.empty() && before != nullptr && text.words.any(stay, PathWord::there)) {
      found = named_in(text, before->source);
      std::erase_if(found, [](const Event* entry) { return entry->load == Load::part_time; });
    }
    return found;
  }
  void check_sitting(const MarkedText& text, Span told, const WordHit& exam, const std::vector<const Event*>& there) {
    const Sitting sitting = sitting_in(text, told);
    const Event* listed = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_sitting_of(entry, exam, sitting)) continue;
      const bool within = std::any_of(there.begin(), there.end(), [&](const Event* stay) {
        return entry.start->days.touches({stay->start->days.first - kSlack, faults_.end_of(*stay).last + kSlack});
      });
      if (within) return;
      listed = &entry;
    }
    if (listed != nullptr) report(text, told, *listed);
  }

  // ---- somewhere at a date
  // "I was still at Mercy when the earthquake struck in April 2015", "My daughter was born in May 2019, in my first
  // month at Mercy": what happened then, the writer was there.
  void read_presence(const MarkedText& text, const Sentence& sentence) {
    const std::optional<Span> there = place_in(text, sentence.source);
    const IndexRange dates = text.dates_within(sentence.source);
    const DateExpression* then = nullptr;
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      const DateExpression& date = text.dates[d];
      if (date.kind == DateKind::duration) continue;
      if (then != nullptr || !date.resolved || date.anchor != DateAnchor::none || !(date.start == date.end) ||
          date.open_start || date.open_end || !date.start.has_month())
        return;
      then = &date;
    }
    if (!there || then == nullptr || is_read(text, then->source)) return;
    const std::vector<const Event*> found = named_in(text, *there);
    const Event* elsewhere = nullptr;
    for (const Event* entry : found) {
      if (naming_weight(text, *there, *entry) < 3) return;  // by its town alone
      Interval stay{entry->start->days.first, faults_.end_of(*entry).last};
      if (text.low(*there).starts_with("first month"))
        stay.last = std::min(stay.last, entry->start->days.last + kSlack);
      if (then->start_days.touches({stay.first - kSlack / 2, stay.last + kSlack / 2})) return;
      if (!faults_.is_faulty(*entry)) elsewhere = entry;
    }
    if (elsewhere != nullptr) report(text, hull(*there, then->source), *elsewhere);
  }
  // Behind "I was (still) at", "I had been at", "in my first month at": up to a mark or what happened.
  [[nodiscard]] static std::optional<Span> place_in(const MarkedText& text, Span sentence) {
    const std::string_view low = text.low(sentence);
    for (const std::string_view lead :
         {"i was still at ", "i was still in ", "i was at ", "i had been at ", "i was already at ",
          "in my first month at ", "in my first months at ", "in my first year at ", "in my second year at ",
          "in my last year at ", "in my last month at "}) {
      const std::size_t at = find_phrase(low, lead.substr(0, lead.size() - 1));
      if (at == std::string_view::npos) continue;
      const std::size_t in = lead.starts_with("in my ") ? at + 6 : at + lead.size();
      std::size_t end = std::min(low.find_first_of(",;:()", in), low.size());
      for (const std::string_view stop : {" when ", " for ", " as ", " and ", ". "})
        end = std::min(end, low.find(stop, in));
      if (in >= end) continue;  // "where I was at"
      return Span{sentence.begin + static_cast<std::uint32_t>(in), sentence.begin + static_cast<std::uint32_t>(end)};
    }
    return std::nullopt;
  }
  // A claim of its own was laid beside the entries.
  [[nodiscard]] bool is_read(const MarkedText& text, Span date) const {
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& claim = faults_.event(e);
      if (claim.text == text.index && claim.dated() && claim.date_source().overlaps(date) && faults_.is_faulty(e))
        return true;
    }
    return false;
  }

  // ---- an exam before or after a post
  // "I took Level 3 after I had left residency."
  void read_exam_after_leaving(const MarkedText& text, const Clause& clause, const WordHit& exam, Span stay) {
    const std::vector<const Event*> left = named_in(text, stay);
    const Sitting sitting = sitting_in(text, {clause.source.begin, exam.place.end});
    const Event* listed = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_sitting_of(entry, exam, sitting)) continue;
      for (const Event* post : left) {
        if (entry.start->days.last + kSlack / 2 >= faults_.end_of(*post).first) return;
      }
      listed = &entry;
    }
    if (listed != nullptr && !left.empty()) report(text, {clause.source.begin, stay.end}, *listed);
  }
  // "I had passed Step 1 before I began the MMed at Nairobi."
  void read_exam_order(const MarkedText& text, const Clause& clause, const WordHit& exam, Span behind) {
    const std::string_view low = text.low(behind);
    const bool before = low.starts_with(" before i ");
    if (!before && !low.starts_with(" after i ")) return;
    const std::size_t verb = low.find(" i ") + 3;
    const std::size_t stop = std::min(low.find_first_of(",;:.", verb), low.size());
    const Span stay{behind.begin + static_cast<std::uint32_t>(verb), behind.begin + static_cast<std::uint32_t>(stop)};
    if (text.date_in({clause.source.begin, stay.end}) != nullptr) return;
    if (!before && (text.low(stay).starts_with("had left ") || text.low(stay).starts_with("left ")))
      return read_exam_after_leaving(text, clause, exam, stay);
    if (!text.words.any(stay, PathWord::act_start)) return;
    const std::vector<const Event*> begun = named_in(text, stay);
    if (begun.empty()) return;
    const Span told{clause.source.begin, stay.end};
    const Sitting sitting = sitting_in(text, {clause.source.begin, exam.place.end});
    const Event* listed = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_sitting_of(entry, exam, sitting)) continue;
      for (const Event* post : begun) {
        const bool fits = before ? entry.start->days.first <= post->start->days.last + kSlack / 2
                                 : entry.start->days.last + kSlack / 2 >= post->start->days.first;
        if (fits) return;
      }
      listed = &entry;
    }
    if (listed != nullptr) report(text, told, *listed);
  }

  DateFaults& faults_;
};

}  // namespace

void check_told_order(DateFaults& faults) { ToldOrder(faults).check(); }

}  // namespace candor
