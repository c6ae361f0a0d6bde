#include "lint/reading/claim_relations.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>

#include "lint/reading/entry_names.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

constexpr std::array<std::string_view, 26> kBegins = {
    "came",      "moved",    "went",     "arrived",    "boarded",   "flew",   "joined", "began",    "started",
    "entered",   "landed",   "crossed",  "emigrated",  "relocated", "coming", "moving", "arriving", "joining",
    "beginning", "starting", "entering", "relocating", "come",      "begun",  "flying", "boarding"};
constexpr std::array<std::string_view, 10> kEnds = {"left",    "finished",  "completed",  "graduated",  "resigned",
                                                    "leaving", "finishing", "completing", "graduating", "qualified"};
constexpr std::array<std::string_view, 6> kOrdinals = {"first", "second", "third", "fourth", "fifth", "sixth"};

// The word at `at`; empty at the end.
std::string_view word_at(std::string_view low, std::size_t at) {
  at = std::min(at, low.size());
  return low.substr(at, path_word_end(low, at) - at);
}

class RelationReader : ClaimSentence {
 public:
  RelationReader(const ClaimSentence& sentence, std::vector<Relation>& out)
      : ClaimSentence(sentence), out_(out), low_(text_.low(sentence_->source)) {}

  void read() {
    if (!has_any_phrase(low_, {"before", "by the time", "while", "when", "during", "year", "month", "semester", "after",
                               "into", "later"}))
      return;
    for (const Clause& clause : clauses_) {
      std::vector<Sat> exams = sat_in(clause);
      if (exams.empty()) continue;
      std::optional<Relation> relation = placed_by(clause);
      if (!relation) continue;
      std::erase_if(exams, [&](const Sat& exam) { return relation->source.overlaps(exam.place); });
      for (const Sat& exam : placed_among(exams, relation->source)) {
        relation->sitting = sitting_of(clause, relation->source, exam.exam);
        out_.push_back(*relation);
      }
    }
  }

 private:
  // An exam that the writer sat, and where the words name it.
  struct Sat {
    Exam exam = Exam::none;
    Span place;
  };
  [[nodiscard]] std::uint32_t source_at(std::size_t at) const {
    return sentence_->source.begin + static_cast<std::uint32_t>(at);
  }
  // By a clause without a date of its own.
  [[nodiscard]] std::vector<Sat> sat_in(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    const bool sits =
        clause.act == Act::exam || has_any_phrase(low, {"took", "sat", "wrote", "written", "taken", "gave"});
    const bool mine = clause.actor == Actor::self || (clause.actor == Actor::none && clause.act == Act::exam);
    if (!sits || !mine || clause.quoted || is_unreal(clause) || is_to_come(clause) || has_phrase(low, "not")) return {};
    std::vector<Sat> exams;
    for (const WordHit& exam : text_.words.all(clause.source, PathWord::exam)) {
      const std::string_view before = text_.low({clause.source.begin, exam.place.begin});
      const bool of_it = !before.ends_with(" sat for ") &&
                         ends_with_any(before, {" for ", " for the ", " for my ", " after ", " into ", " before "});
      if (!of_it && !is_beside_a_sitting(text_, clause.source, exam.place))
        exams.push_back({static_cast<Exam>(exam.value), exam.place});
    }
    if (exams.empty() && sits_it_again(clause))
      exams.push_back({last_exam_.exam, document_.tokens()[clause.verb].source});
    return exams;
  }
  // "Ten weeks later I sat it again", in the paragraph that named the exam.
  [[nodiscard]] bool sits_it_again(const Clause& clause) const {
    return last_exam_.exam != Exam::none && last_exam_.block == sentence_->block && clause.act != Act::none &&
           (has_any_phrase(low_, {"again", "retook", "resat"}) || attempt_in(text_, clause.source) > 1) &&
           !has(sentence_->source, PathWord::exam) && !has(clause.source, PathWord::organization) &&
           !has(clause.source, PathWord::study_verb) && !has(clause.source, PathWord::degree);
  }
  // Those that stand next to the words: "Step 1 in my second year, and Step 2 CK" is of Step 1 alone, "Step 1 and Step
  // 2 CK in my second year" of both.
  [[nodiscard]] std::vector<Sat> placed_among(std::span<const Sat> exams, Span words) const {
    std::vector<Sat> placed;
    const auto joined = [&](Span one, Span other) {
      return is_one_of(text_.low({std::min(one.end, other.end), std::max(one.begin, other.begin)}),
                       {" and ", ", ", " and the "});
    };
    const auto take = [&](auto first, auto last) {
      for (; first != last; ++first) {
        if (!placed.empty() && !joined(placed.back().place, first->place)) return;
        placed.push_back(*first);
      }
    };
    const auto behind = std::ranges::find_if(exams, [&](const Sat& exam) { return exam.place.begin >= words.end; });
    if (behind == exams.begin())
      take(exams.begin(), exams.end());
    else
      take(std::make_reverse_iterator(behind), exams.rend());
    return placed;
  }
  // `words`: those that place it, which may tell what came of another sitting: "eight months after the failure".
  [[nodiscard]] Event sitting_of(const Clause& clause, Span words, Exam exam) const {
    Event sitting = blank();
    sitting.kind = EventKind::exam;
    sitting.source = clause.source;
    Span told = clause.source;
    if (words.begin <= told.begin && words.end > told.begin) told.begin = std::min(words.end, told.end);
    if (words.end >= told.end && words.begin > told.begin && words.begin < told.end) told.end = words.begin;
    sitting.sitting = sitting_in(text_, told);
    sitting.sitting.exam = exam;
    sitting.sitting.score = 0;
    if (has(told, PathWord::pass) && has(told, PathWord::fail)) sitting.sitting.result = ExamResult::unstated;
    sitting.title = to_string(exam);
    sitting.done = sitting.telling = true;
    return sitting;
  }
  // What the sentence places it by; nothing where that is a date, or nothing.
  [[nodiscard]] std::optional<Relation> placed_by(const Clause& clause) const {
    for (const auto read : {&RelationReader::read_length_after, &RelationReader::read_part,
                            &RelationReader::read_before, &RelationReader::read_during}) {
      std::optional<Relation> relation = (this->*read)();
      if (!relation || is_dated_otherwise(clause, relation->source) || !reaches(clause, relation->source)) continue;
      if (set_anchor(*relation)) return relation;
    }
    return std::nullopt;
  }
  // In the clause itself or right before or behind it.
  [[nodiscard]] bool reaches(const Clause& clause, Span words) const {
    const auto index = [&](const Clause& of) { return &of - clauses_.data(); };
    const auto distance = index(clause_of(words)) - index(clause);
    return distance >= -1 && distance <= 1;
  }
  [[nodiscard]] bool is_dated_otherwise(const Clause& clause, Span words) const {
    return std::ranges::any_of(text_.dates_in(clause.source), [&](const DateExpression& date) {
      const bool counted = date.anchor == DateAnchor::previous_event && !clause.source.overlaps(words);
      return !date.source.overlaps(words) && (counted || (date.kind != DateKind::duration && date.resolved));
    });
  }
  // `relation.anchor.source` is where its words are; the rest is read from them.
  bool set_anchor(Relation& relation) const {
    Event anchor = blank();
    anchor.source = relation.anchor.source;
    if (anchor.source.empty()) return false;
    anchor.sitting = relation.anchor.sitting;
    const bool exam = anchor.sitting.exam != Exam::none;
    if (!exam && has(anchor.source, PathWord::exam)) return false;
    anchor.kind = exam ? EventKind::exam : kind_of(text_.words, anchor.source);
    anchor.verb = relation.anchor.verb;
    anchor.aspect = relation.anchor.aspect;
    anchor.done = anchor.telling = anchor.naming = true;
    for (const DateExpression& date : text_.dates_in(anchor.source)) {
      if (date.kind == DateKind::duration || relation.source.begin > date.source.begin) continue;
      if (!date.is_one_time() || date.anchor != DateAnchor::none || anchor.start || !date.start.has_month())
        return false;
      anchor.start = anchor.end = Stated{date.start, date.start_days, date.source};
      anchor.point = true;
    }
    const auto own = std::ranges::count(text_.low(anchor.source), ' ');
    if (!exam && !anchor.dated() && own < 2) take_arrival_before(anchor);  // "six months after I landed"
    relation.anchor = std::move(anchor);
    return true;
  }
  // The date of the arrival that was told last in the paragraph.
  void take_arrival_before(Event& anchor) const {
    constexpr std::array<std::string_view, 6> kArrivals = {"came", "arrived", "landed", "moved", "flew", "arriving"};
    const auto is_arrival = [&](const Event& event) {
      return std::ranges::find(kArrivals, event.verb) != kArrivals.end();
    };
    if (!is_arrival(anchor)) return;
    const auto last = std::find_if(events_.rbegin(), events_.rend(), is_arrival);
    if (last == events_.rend() || last->whole.begin < document_.blocks()[sentence_->block].source.begin ||
        !last->point || last->relative || !last->start || !last->start->date.has_month())
      return;
    anchor.start = last->start;
    anchor.end = last->end;
    anchor.point = true;
  }
  // From `at` to the end of its clause, to a mark or to the "I" of what it leads.
  [[nodiscard]] Span anchor_from(std::size_t at) const {
    const std::uint32_t begin = source_at(at);
    const std::uint32_t clause_end = clause_of({begin, begin + 1}).source.end;
    const std::string_view words = text_.low({begin, clause_end});
    const std::size_t whole = words.ends_with('.') ? words.size() - 1 : words.size();
    const std::size_t end = std::min({words.find_first_of(",;:()"), words.find(" i ", 1), whole});
    return {begin, begin + static_cast<std::uint32_t>(end)};
  }
  // A relation by the words from `cue` on, to what begins at `anchor`.
  [[nodiscard]] Relation relate(RelationKind kind, std::size_t cue, std::size_t anchor, std::string_view verb) const {
    Relation relation;
    relation.kind = kind;
    relation.anchor.source = anchor_from(anchor);
    relation.anchor.verb = verb;
    relation.anchor.aspect = is_of_start(kind) ? Aspect::start : is_of_end(kind) ? Aspect::end : Aspect::whole;
    relation.source = hull({source_at(cue), source_at(cue)}, relation.anchor.source);
    return relation;
  }
  // "i had come to", "joining": the verb at `at` and whether it begins or ends what is told.
  struct Turn {
    std::string_view verb;
    bool begins = false;
  };
  [[nodiscard]] std::optional<Turn> turn_at(std::size_t at) const {
    for (const std::string_view skip : {"i ", "had ", "first ", "even ", "ever ", "finally "}) {
      if (low_.substr(at).starts_with(skip)) at += skip.size();
    }
    const std::string_view verb = word_at(low_, at);
    const bool begins = std::ranges::find(kBegins, verb) != kBegins.end();
    const bool ends = std::ranges::find(kEnds, verb) != kEnds.end();
    return begins || ends ? std::optional(Turn{verb, begins}) : std::nullopt;
  }
  // From the words at `cue` to "I came to Tern", "leaving Mercy", "the end of my residency": `of_start`, or the kind
  // that is its like for an end.
  [[nodiscard]] std::optional<Relation> to_a_turn(std::size_t cue, std::size_t anchor, RelationKind of_start) const {
    const RelationKind of_end = of_start == RelationKind::before_start  ? RelationKind::before_end
                                : of_start == RelationKind::after_start ? RelationKind::after_end
                                                                        : RelationKind::ahead_of_end;
    for (const std::string_view end : {"the end of ", "the close of "}) {
      if (low_.substr(anchor).starts_with(end)) return relate(of_end, cue, anchor + end.size(), "finished");
    }
    const std::optional<Turn> turn = turn_at(anchor);
    if (!turn) return std::nullopt;
    return relate(turn->begins ? of_start : of_end, cue, anchor, turn->verb);
  }
  // "before I came to Tern", "by the time I left Mercy", "by the end of my residency"
  [[nodiscard]] std::optional<Relation> read_before() const {
    for (const std::string_view cue : {"before ", "by the time ", "by "}) {
      for (std::size_t at = low_.find(cue); at != std::string_view::npos; at = low_.find(cue, at + 1)) {
        const bool opens = at == 0 || low_[at - 1] == ' ' || low_[at - 1] == '(';
        if (!opens || (cue == "by " && !low_.substr(at).starts_with("by the end of "))) continue;
        if (std::optional<Relation> relation = to_a_turn(at, at + cue.size(), RelationKind::before_start))
          return relation;
      }
    }
    return std::nullopt;
  }
  // "while I was still at Mercy", "when I was a resident", "during my residency"
  [[nodiscard]] std::optional<Relation> read_during() const {
    constexpr std::array<std::string_view, 10> kCues = {
        "while i was ", "while still ",      "while working ", "while at ",   "while a ",
        "while an ",    "when i was still ", "during my ",     "during the ", "when i was a "};
    for (const std::string_view cue : kCues) {
      const std::size_t at = low_.find(cue);
      if (at == std::string_view::npos || (at > 0 && low_[at - 1] != ' ')) continue;
      return relate(RelationKind::during, at, at + cue.size(), "was");
    }
    return std::nullopt;
  }
  // "in my second year at Mercy", "in the last month of my residency"
  [[nodiscard]] std::optional<Relation> read_part() const {
    for (const std::string_view cue : {"in my ", "in the ", "during my ", "during the "}) {
      for (std::size_t at = low_.find(cue); at != std::string_view::npos; at = low_.find(cue, at + 1)) {
        if (at > 0 && low_[at - 1] != ' ') continue;
        const std::string_view which = word_at(low_, at + cue.size());
        const std::size_t unit_at = at + cue.size() + which.size() + 1;
        const std::string_view unit = word_at(low_, unit_at);
        const std::size_t behind = std::min(low_.size(), unit_at + unit.size());
        if (!starts_with_any(low_.substr(behind), {" at ", " of ", " as ", " there", " in ", " with "})) continue;
        const std::size_t nth = static_cast<std::size_t>(std::ranges::find(kOrdinals, which) - kOrdinals.begin());
        const bool last = which == "last" || which == "final";
        const int months = unit == "year" ? 12 : unit == "semester" ? 6 : unit == "month" ? 1 : 0;
        if (months == 0 || (nth == kOrdinals.size() && !last)) continue;
        Relation relation = relate(last ? RelationKind::in_last : RelationKind::in_part, at, behind + 1, "was");
        relation.part = last ? 0 : static_cast<int>(nth) + 1;
        relation.length.months = months * 100;
        return relation;
      }
    }
    return std::nullopt;
  }
  // "two months after I came to Tern", "seventeen months into the fellowship", "ten weeks later I sat it again"
  [[nodiscard]] std::optional<Relation> read_length_after() const {
    for (const DateExpression& date : text_.dates_in(sentence_->source)) {
      if (date.duration.in_months() <= 0 || date.duration.looseness == Looseness::vague) continue;
      const std::size_t begin = date.source.begin - sentence_->source.begin;
      const std::size_t end = date.source.end - sentence_->source.begin;
      const bool counted = date.anchor == DateAnchor::previous_event && !date.before_anchor;
      const std::string_view when = text_.low(date.source);
      std::optional<Relation> relation;
      const bool ahead = date.anchor == DateAnchor::previous_event && date.before_anchor && when.ends_with(" before");
      if (ahead)
        relation = to_a_turn(begin, std::min(low_.size(), end + 1), RelationKind::ahead_of_start);
      else if (counted && when.ends_with(" after"))
        relation = read_after(begin, std::min(low_.size(), end + 1));
      else if (counted && when.ends_with(" later") && !has(sentence_->source, PathWord::exam))
        relation = after_sitting(begin, begin, {last_exam_.exam, 0, ExamResult::unstated, 0});
      else if (date.kind == DateKind::duration && low_.substr(end).starts_with(" into "))
        relation = relate(RelationKind::after_start, begin, end + std::string_view(" into ").size(), "began");
      if (!relation) continue;
      relation->length = date.duration;
      return relation;
    }
    return std::nullopt;
  }
  // Behind "two months after": a turn of the path, or a sitting.
  [[nodiscard]] std::optional<Relation> read_after(std::size_t begin, std::size_t anchor) const {
    if (std::optional<Relation> relation = to_a_turn(begin, anchor, RelationKind::after_start)) return relation;
    const Span words = anchor_from(anchor);
    const std::vector<WordHit> exams = text_.words.all(words, PathWord::exam);
    const bool sat = starts_with_any(low_.substr(anchor), {"i had passed ", "i passed ", "i failed ", "i had failed ",
                                                           "i sat ", "i took ", "passing ", "failing ", "my "});
    if (exams.size() == 1 && sat) {
      Sitting sitting = sitting_in(text_, words);
      sitting.exam = static_cast<Exam>(exams.front().value);
      return after_sitting(begin, anchor, sitting);
    }
    const bool told_last = last_exam_.exam != Exam::none && last_exam_.block == sentence_->block;
    const bool first = starts_with_any(low_.substr(anchor), {"that first ", "the first ", "my first ", "that fail",
                                                             "the fail", "my fail", "it,", "it ", "that,"});
    if (!told_last || !first || !exams.empty()) return std::nullopt;
    return after_sitting(begin, anchor, {last_exam_.exam, 0, ExamResult::unstated, 0});
  }
  [[nodiscard]] Relation after_sitting(std::size_t begin, std::size_t anchor, const Sitting& sitting) const {
    Relation relation = relate(RelationKind::after_start, begin, anchor, "sat");
    relation.anchor.sitting = sitting;
    return relation;
  }

  std::vector<Relation>& out_;
  std::string_view low_;  // the sentence
};

}  // namespace

void read_relations(const ClaimSentence& sentence, std::vector<Relation>& out) { RelationReader(sentence, out).read(); }

}  // namespace candor
