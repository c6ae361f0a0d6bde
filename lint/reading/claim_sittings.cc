#include "lint/reading/claim_sittings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "lint/dates/month_days.h"
#include "lint/reading/carry.h"
#include "lint/reading/entry.h"
#include "lint/reading/sitting.h"
#include "lint/text/adverbs.h"
#include "lint/text/word_table.h"

namespace candor {
namespace {

// clang-format off
// What may be said of an exam behind its verb without naming it: "failed the exam", "passed my second attempt".
constexpr WordTable kOfTheExam({
    "a", "again", "all", "an", "attempt", "attempts", "both", "exam", "examination", "exams", "first", "for", "fourth",
    "last", "my", "next", "one", "only", "other", "paper", "resit", "retake", "same", "second", "sitting", "step",
    "test", "that", "the", "third", "this", "time", "try", "whole"
});
// Behind these comes no object of the verb.
constexpr WordTable kEndsObject({
    "after", "and", "as", "at", "because", "before", "but", "by", "during", "from", "here", "if", "in", "inside", "into",
    "it", "like", "none", "of", "on", "once", "or", "out", "over", "since", "so", "than", "them", "then", "there",
    "three", "through", "to", "twice", "two", "under", "until", "when", "where", "which", "while", "who", "with",
    "within", "without", "yet"
});
// clang-format on

class SittingClaims : ClaimSentence {
 public:
  explicit SittingClaims(const ClaimSentence& sentence) : ClaimSentence(sentence) {}

  void read_sittings(std::size_t index) {
    const Clause& clause = clauses_[index];
    std::vector<WordHit> named = names_in(clause);
    if (tells_of_no_sitting(clause, named)) return;
    Dates dates = dates_of(index, named);
    if (named.empty() && has_another_object(clause)) last_exam_ = {};
    const Exam before = last_exam_.exam;
    remember_exam(clause, named);
    if (dates.empty() || clause.quoted || is_unreal(clause) || is_booked(clause)) return;
    if (named.empty()) {
      if (add_in_order(index, dates)) return;
      if (const Exam told = told_right_before(clause); told != Exam::none && sits(clause)) {
        add_sitting(index, told, *dates.front(), clause.source);
        return;
      }
      if (before != Exam::none && goes_on_about_it(clause)) add_sitting(index, before, *dates.front(), clause.source);
      return;
    }
    std::erase_if(named, [&](const WordHit& name) {
      return is_beside_a_sitting(text_, clause.source, name.place) || is_dated_before_after(clause, name.place);
    });
    if (named.empty()) return;
    const Span lead{clause.source.begin, named.front().place.begin};
    if (before != Exam::none && tells_of_it_first(lead, dates.front()->source)) {
      add_sitting(index, before, *dates.front(), lead);
      dates.erase(dates.begin());
    }
    if (is_sitting(clause, named)) add_sittings(index, named, dates);
  }

 private:
  using Dates = std::vector<const DateExpression*>;

  [[nodiscard]] std::vector<WordHit> names_in(const Clause& clause) const {
    std::vector<WordHit> named = text_.words.all(clause.source, PathWord::exam);
    std::erase_if(named, [&](const WordHit& name) {
      return is_told_for_another(clause, name.place) || is_counted_from(name.place) ||
             (clause.act == Act::start && is_behind_after(clause, name.place));
    });
    return named;
  }
  [[nodiscard]] bool tells_of_no_sitting(const Clause& clause, std::span<const WordHit> named) const {
    const std::string_view low = text_.low(clause.source);
    if (named.empty() && clause.actor == Actor::other && !low.starts_with(", passed in ") && !opens_with_attempt(low))
      return true;
    return (named.empty() && (sits_down(clause) || is_on_another_line(clause))) || tells_of_the_exam_itself(clause);
  }
  // "I scored 251 on Step 2 CK, | which I took in September 2024"
  [[nodiscard]] Exam told_right_before(const Clause& clause) const {
    const std::vector<WordHit> named = text_.words.all({sentence_->source.begin, clause.source.begin}, PathWord::exam);
    if (named.empty() || !text_.low(clause.source).starts_with("which i ")) return Exam::none;
    const bool right_before = trim(text_.low({named.back().place.end, clause.source.begin})) == ",";
    return right_before ? static_cast<Exam>(named.back().value) : Exam::none;
  }
  [[nodiscard]] bool sits(const Clause& clause) const {
    return clause.act == Act::exam || is_one_of(word(clause.verb), {"took", "sat", "wrote"});
  }
  // The dates that the clause, or what it hangs on, tells of its exams.
  [[nodiscard]] Dates dates_of(std::size_t index, std::span<const WordHit> named) const {
    const Clause& clause = clauses_[index];
    Dates dates = points_in(clause.source);
    if (section_ == SectionKind::exams && !named.empty())  // of another line of the list
      std::erase_if(dates, [&](const DateExpression* date) {
        return std::none_of(named.begin(), named.end(), [&](const WordHit& name) {
          return text_.slice(hull(name.place, date->source)).find('\n') == std::string_view::npos;
        });
      });
    if (dates.empty() && index > 0 && word(clause.tokens.first) == "when") {  // "I was twenty-nine when I sat Step 1"
      const DateExpression* age = text_.date_in(clauses_[index - 1].source);
      if (age != nullptr && age->anchor == DateAnchor::birth) dates.push_back(age);
    }
    if (dates.empty() && index > 0 && clause.act == Act::exam && clause_has_no_subject(clause))
      return date_that_opens();
    return dates;
  }
  // The last that is named is what the paragraph goes on about.
  void remember_exam(const Clause& clause, std::span<const WordHit> named) {
    // "I had passed Step 1 in 2021": told beside what the paragraph is about
    const bool aside = last_exam_.exam != Exam::none && last_exam_.block == sentence_->block &&
                       clause.act == Act::exam && clause.verb > clause.tokens.first && word(clause.verb - 1) == "had";
    if (named.empty() || aside || is_compared(named.back().place)) return;
    last_exam_.exam = static_cast<Exam>(named.back().value);
    last_exam_.block = sentence_->block;
  }
  // "I passed it in May, and", "I passed in May, and | Step 2 CK": the date is of the exam that was named before.
  [[nodiscard]] bool tells_of_it_first(Span lead, Span date) const {
    if (date.end > lead.end) return false;
    const bool of_it = sits_it(lead) || text_.low({date.end, lead.end}) == ", and ";
    return (of_it || attempt_in(text_, lead) > 0) && result_in(text_, lead) != ExamResult::unstated;
  }
  void add_sittings(std::size_t index, std::span<const WordHit> named, const Dates& dates) {
    // "In 2023 I passed Step 1, in 2024 Step 2 CK": each date leads its name.
    const bool leads = dates.size() > 1 && dates.front()->source.end <= named.front().place.begin &&
                       dates.back()->source.end <= named.back().place.begin;
    // "In June and July I took Step 2 CK and Level 2-CE": in order.
    if (leads && dates.size() == named.size() && dates.back()->source.end <= named.front().place.begin) {
      for (std::size_t n = 0; n < named.size(); ++n)
        add_sitting(index, static_cast<Exam>(named[n].value), *dates[n], clauses_[index].source, named[n].place);
      return;
    }
    add_runs(index, named, dates, leads);
  }
  // "I learned from it for Step 1 and Step 2 CK, which I passed in 2024 and 2025": the exams of the clause before, in
  // order.
  bool add_in_order(std::size_t index, const Dates& dates) {
    const Clause& clause = clauses_[index];
    if (index == 0 || dates.size() < 2 || clause.act != Act::exam ||
        !starts_with_any(text_.low(clause.source), {"which i ", ", which i "}))
      return false;
    const std::vector<WordHit> named = names_in(clauses_[index - 1]);
    if (named.size() != dates.size()) return false;
    for (std::size_t n = 0; n < named.size(); ++n)
      add_sitting(index, static_cast<Exam>(named[n].value), *dates[n], clause.source);
    return true;
  }
  // A run of names, then a run of dates: one each, or one date for all.
  void add_runs(std::size_t index, std::span<const WordHit> named, const Dates& dates, bool leads) {
    const Span clause = clauses_[index].source;
    for (std::size_t first = 0, behind = 0; first < named.size(); first = behind) {
      behind = end_of_run(named, first);
      const std::span<const WordHit> run = named.subspan(first, behind - first);
      const std::uint32_t until = behind < named.size() ? named[behind].place.begin : clause.end;
      Dates mine;
      if (!leads) mine = dates_behind(run.back().place.end, until, dates);
      if (leads || (mine.empty() && first == 0)) mine = date_before(run.front().place, dates, leads);
      if (run.size() == 1 && mine.size() == 2 && tells_two_sittings(clause, *mine[0], *mine[1])) {
        const Span first_time{clause.begin, mine[0]->source.end};
        const Span second_time{mine[0]->source.end, std::max(until, mine[1]->source.end)};
        const ExamResult shared = result_in(text_, {clause.begin, mine[0]->source.begin});
        add_sitting(index, static_cast<Exam>(run[0].value), *mine[0], first_time, run[0].place);
        add_sitting(index, static_cast<Exam>(run[0].value), *mine[1], second_time, run[0].place, shared);
        continue;
      }
      for (std::size_t n = first; n < behind && !mine.empty(); ++n) {
        const DateExpression* date = mine.size() == run.size() ? mine[n - first] : mine.front();
        const std::uint32_t from = n == 0 ? clause.begin : named[n - 1].place.end;
        const Span around{std::max(clause.begin, std::min(from, date->source.begin)),
                          end_of_sitting(dates, date->source.end, std::max(until, date->source.end))};
        add_sitting(index, static_cast<Exam>(named[n].value), *date, around, named[n].place);
      }
    }
  }
  // "I failed Step 1 in March and again in October", "twice, in March and in October"
  [[nodiscard]] bool tells_two_sittings(Span clause, const DateExpression& first, const DateExpression& second) const {
    if (section_ == SectionKind::exams || second.anchor != DateAnchor::none) return false;
    const std::string_view between = text_.low({first.source.end, second.source.begin});
    return has_any_phrase(between, {"again", "once more"}) ||
           (has_any_phrase(text_.low({clause.begin, first.source.begin}), {"twice", "two times"}) &&
            has_phrase(between, "and"));
  }
  // Behind the last of the names from `first` between which neither a time nor a score stands.
  [[nodiscard]] std::size_t end_of_run(std::span<const WordHit> named, std::size_t first) const {
    std::size_t end = first + 1;
    while (end < named.size() && !time_between(named[end - 1].place.end, named[end].place.begin) &&
           score_in(text_, {named[end - 1].place.end, named[end].place.begin}) == 0)
      ++end;
    return end;
  }
  // Those between the end of a run of names and the next name, up to what is told of something else.
  [[nodiscard]] Dates dates_behind(std::uint32_t names_end, std::uint32_t until, const Dates& dates) const {
    constexpr std::uint32_t kNear = 70;  // bytes
    Dates found;
    for (const DateExpression* date : dates) {
      const std::uint32_t at = date->source.begin;
      if (at < names_end || at >= until || at - names_end >= kNear) continue;
      const Span between{names_end, at};
      if (has(between, PathWord::training) && text_.low(between).find(" and ") != std::string_view::npos) continue;
      if (!found.empty() || !time_between(names_end, at) || points_at_once(names_end, at)) found.push_back(date);
    }
    return found;
  }
  // The last date before the name, if there is one. `leads`: each date leads its name, so that none stands in a list.
  [[nodiscard]] Dates date_before(Span name, const Dates& dates, bool leads) const {
    Dates found;
    for (const DateExpression* date : dates) {
      if (date->source.end <= name.begin && (leads || !stands_in_a_list(*date, name))) found.assign(1, date);
    }
    return found;
  }
  // "my 236 in ", "a 241 on "
  [[nodiscard]] static bool is_score_in(std::string_view before) {
    if (!ends_with_any(before, {" in ", " on "})) return false;
    const std::string_view lead = before.substr(0, before.size() - 4);
    return lead.size() > 3 && lead[lead.size() - 4] == ' ' &&
           std::ranges::all_of(lead.substr(lead.size() - 3), [](char c) { return c >= '0' && c <= '9'; });
  }
  // "with the same notes as for Step 1", "harder than Step 1": told of for the likeness alone.
  [[nodiscard]] bool is_compared(Span exam) const {
    constexpr std::uint32_t kReach = 12;  // bytes
    const std::string_view before = text_.low(bytes_before(exam.begin, kReach));
    return ends_with_any(before, {" as for ", " as with ", " than ", " than for ", " unlike ", " like "}) ||
           is_score_in(before);
  }
  // "Step 1 became pass/fail in January 2022": of everybody's exam.
  [[nodiscard]] bool tells_of_the_exam_itself(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return has_any_phrase(low, {"became pass", "became a pass", "went pass", "discontinued"});
  }
  // "I passed the MCCQE", "I failed anatomy", "I repeated the year": of something else than the exam named before.
  [[nodiscard]] bool has_another_object(const Clause& clause) const {
    if (clause.act != Act::exam) return false;
    const auto tokens = document_.tokens();
    for (std::uint32_t t = clause.verb + 1; t < clause.tokens.last; ++t) {
      if (tokens[t].kind != TokenKind::word || text_.date_over(tokens[t].source.begin) != nullptr ||
          kEndsObject.holds(word(t)))
        return false;
      if (!kOfTheExam.holds(word(t)) && !is_adverb(word(t))) return true;
    }
    return false;
  }
  // In a list of exams: a line with an exam of its own that is not known, "TUS  Apr 2014 (first attempt, Sep 2013)".
  [[nodiscard]] bool is_on_another_line(const Clause& clause) const {
    const Source& source = text_.text.source;
    const Span line = source.line(source.line_at(clause.source.begin));
    const bool row = source.slice(line).find("   ") != std::string_view::npos;
    return (row || section_ == SectionKind::exams) && !has(line, PathWord::exam);
  }
  // "I sat with her through a delivery", "I finished it", of a course: no exam.
  [[nodiscard]] bool sits_down(const Clause& clause) const {
    if (clause.act == Act::none || clause.verb + 1 >= clause.tokens.last) return false;
    const std::string_view verb = word(clause.verb);
    const std::string_view next = word(clause.verb + 1);
    return (verb == "sat" &&
            is_one_of(next, {"with", "down", "beside", "next", "there", "behind", "at", "under", "among", "by"})) ||
           (is_one_of(verb, {"finished", "completed"}) && next == "it" && tells_of_a_course_before());
  }
  // "A scholarship took me to England for a master's. I finished it in September"
  [[nodiscard]] bool tells_of_a_course_before() const {
    if (sentence_ == document_.sentences().data()) return false;
    const Sentence& before = *(sentence_ - 1);
    return before.block == sentence_->block && has(before.source, PathWord::degree) &&
           !has(before.source, PathWord::exam);
  }
  // "I had bought the ticket for the Clinical Skills of 24 March"
  [[nodiscard]] bool is_booked(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return has_any_phrase(low, {"ticket", "tickets", "had booked", "had a seat", "my seat", "slot"}) ||
           low.find(" date for ") != std::string_view::npos;
  }
  // "In June 2023, while I was still there, I flew to Ankara and passed Step 1": the one date, at the sentence's head.
  [[nodiscard]] Dates date_that_opens() const {
    Dates dates = points_in(sentence_->source);
    const std::size_t all = text_.dates_in(sentence_->source).size();
    if (all != 1 || dates.empty() || text_.low({sentence_->source.begin, dates[0]->source.begin}) != "in ") return {};
    return dates;
  }
  // "degree finished in May 2026, Step 3, a second article"
  [[nodiscard]] bool stands_in_a_list(const DateExpression& date, Span name) const {
    return text_.low({date.source.end, name.begin}) == ", " &&
           std::string_view(text_.folded).substr(name.end).starts_with(", ");
  }
  // "forty points over my Step 1", "with Step 1 passed, I moved", "I left the ward in May to sit NEET-PG": no sitting
  // of its own.
  [[nodiscard]] bool is_told_for_another(const Clause& clause, Span name) const {
    const std::string_view before = text_.low({clause.source.begin, std::max(clause.source.begin, name.begin)});
    const std::string_view after = std::string_view(text_.folded).substr(name.end, 11);
    const bool dated = starts_with_any(after, {" passed in ", " passed on "});
    const bool aim = ends_with_any(before, {" to sit ", " to take ", " to sit the ", " to take the "});
    if (aim && is_one_of(word(clause.verb), {"left", "stopped", "quit", "resigned", "gave", "paused"})) return true;
    return ends_with_any(before, {" over my ", " than my ", " above my ", " than in "}) ||
           (before.ends_with("with ") && after.starts_with(" passed") && !dated);
  }
  // "My father died in June 2022, after I had failed Step 1", "a month after my Step 1 failure": the date of the other.
  [[nodiscard]] bool is_dated_before_after(const Clause& clause, Span name) const {
    constexpr std::uint32_t kReach = 30;  // bytes
    const std::string_view lead = text_.low(bytes_before(name.begin, kReach));
    const std::size_t after = lead.rfind(" after ");
    if (after == std::string_view::npos || lead.find_first_of(".;", after) != std::string_view::npos) return false;
    const std::string_view counted = lead.substr(0, after);
    if (ends_with_any(counted, {"month", "months", "week", "weeks", "days", "day"})) return true;
    const DateExpression* date = text_.date_in({sentence_->source.begin, name.begin});
    return date != nullptr && clause.actor == Actor::other && points_in({name.end, clause.source.end}).empty();
  }
  // "passed it", but not "in the third year of it I passed".
  [[nodiscard]] bool sits_it(Span lead) const {
    const std::vector<WordHit> sits = text_.words.all(lead, PathWord::sit);
    return std::any_of(sits.begin(), sits.end(), [&](const WordHit& sit) {
      const std::string_view behind = text_.low({sit.place.end, lead.end});
      return starts_with_any(behind, {" it ", " it,"});
    });
  }
  // "Step 1, August 2021. Passed March 2022": no further than the stop before the next date.
  [[nodiscard]] std::uint32_t end_of_sitting(const Dates& dates, std::uint32_t from, std::uint32_t end) const {
    for (const DateExpression* next : dates) {
      if (next->source.begin < from || next->source.begin >= end) continue;
      const std::string_view between = text_.low({from, next->source.begin});
      const std::size_t stop = std::min(between.find(". "), between.find("; "));
      return stop == std::string_view::npos ? end : from + static_cast<std::uint32_t>(stop);
    }
    return end;
  }
  // "I passed in February, a year and a half after Step 1": what the time is counted from.
  [[nodiscard]] bool is_counted_from(Span name) const {
    const auto range = text_.dates_in({sentence_->source.begin, name.begin});
    return !range.empty() && range.back().anchor == DateAnchor::previous_event &&
           text_.low({range.back().source.end, name.begin}) == " ";
  }
  // "My clerkships began on 22 August 2024, after a failed Step 1": the date of the clerkships.
  [[nodiscard]] bool is_behind_after(const Clause& clause, Span name) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    const std::uint32_t verb = document_.tokens()[clause.verb].source.end;
    if (verb >= name.begin) return false;
    const std::string_view lead = text_.low({std::max(verb, bytes_before(name.begin, kReach).begin), name.begin});
    return lead.find(" after ") != std::string_view::npos;
  }
  // Any expression of time, "thirteen months later" too.
  [[nodiscard]] bool time_between(std::uint32_t from, std::uint32_t to) const {
    return !text_.dates_within({from, to}).empty();
  }
  [[nodiscard]] Dates points_in(Span span) const {
    Dates points;
    for (const DateExpression& date : text_.dates_in(span)) {
      if (date.kind != DateKind::duration && date.start == date.end && !date.open_start && !date.open_end)
        points.push_back(&date);
    }
    return points;
  }
  [[nodiscard]] bool is_sitting(const Clause& clause, std::span<const WordHit> named) const {
    const std::uint32_t first = named.front().place.begin;
    const Span lead{std::max(clause.source.begin, bytes_before(first, 50).begin), first};
    const bool studied = has(lead, PathWord::study_verb) && !text_.words.any(lead, PathWord::act_exam);
    if (studied) return false;
    if (clause.actor == Actor::other && clause.act != Act::whole)
      return text_.low(clause.source).starts_with("a score of ");
    const bool goes_on = std::any_of(events_.begin() + static_cast<std::ptrdiff_t>(first_event_), events_.end(),
                                     [](const Event& e) { return e.kind == EventKind::exam; });
    return has(clause.source, PathWord::sit) || clause.actor == Actor::none || goes_on ||
           is_travelled_for(clause, lead) || (clause.actor == Actor::self && is_done(lead));
  }
  // "I did Step 1 in March", but not "I did questions for Step 1"
  [[nodiscard]] bool is_done(Span lead) const {
    std::string_view before = text_.low(lead);
    for (const std::string_view small : {"usmle ", "my ", "the "}) {
      if (before.ends_with(small)) before.remove_suffix(small.size());
    }
    return ends_with_any(before, {" did ", " undertook ", " tackled ", " faced ", " challenged "});
  }
  // "I flew to Atlanta for Step 2 CS in July 2021"
  [[nodiscard]] bool is_travelled_for(const Clause& clause, Span lead) const {
    const std::string_view before = text_.low(lead);
    return ends_with_any(before, {" for ", " for the "}) &&
           is_one_of(word(clause.verb), {"flew", "travelled", "traveled", "drove", "went"});
  }
  // "a year later, in June 2019": the same time said twice.
  [[nodiscard]] bool points_at_once(std::uint32_t from, std::uint32_t to) const {
    const IndexRange range = text_.dates_within({from, to});
    const std::uint32_t last = text_.dates[range.last - 1].source.end;
    const std::string_view between = text_.low({last, to});
    return between == ", in " || between == ", " || between == " (" || between == ", on " || between == ", that is in ";
  }
  // "My first Step 1, in June, was a fail; my second, in May, a pass."
  static bool counts_another(std::string_view lead) {
    for (const std::string_view link : {"; ", ", ", "and "}) {
      if (lead.starts_with(link)) lead.remove_prefix(link.size());
    }
    if (!starts_with_any(lead, {"my ", "the "})) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    return starts_with_any(lead, {"second, ", "third, "});
  }
  // "The second sitting, in March 2018, was 202", in the paragraph that named the exam.
  [[nodiscard]] bool opens_with_attempt(std::string_view lead) const {
    if (last_exam_.block != sentence_->block) return false;
    if (!starts_with_any(lead, {"the ", "my "})) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    if (!starts_with_any(lead, {"second ", "third "})) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    constexpr std::array<std::string_view, 4> kTries = {"sitting, in ", "attempt, in ", "try, in ", "time, in "};
    return starts_with_any(lead, kTries);
  }
  // "I passed on my second attempt in January 2025": the exam that was named before.
  [[nodiscard]] bool goes_on_about_it(const Clause& clause) const {
    const std::string_view lead = text_.low(clause.source);
    if ((counts_another(lead) && result_in(text_, clause.source) != ExamResult::unstated) || opens_with_attempt(lead))
      return true;
    const bool named = text_.words.any({sentence_->source.begin, clause.source.begin}, PathWord::exam);
    const bool result = named && starts_with_any(lead, {"and passed in ", ", passed ", "and failed in "});
    if (!result &&
        (clause.actor == Actor::other || (clause.actor == Actor::none && attempt_in(text_, clause.source) == 0)))
      return false;
    if (goes_to_the_test(clause)) return true;
    // "passed it in June, after changing to forty questions every morning"
    const bool over = is_one_of(word(clause.verb), {"passed", "failed"});
    Span studied = over ? Span{clause.source.begin, document_.tokens()[clause.verb].source.end} : clause.source;
    // "I gave the second attempt in April, after five months with a study partner"
    if (const DateExpression* date = text_.date_in(clause.source);
        date != nullptr && attempt_in(text_, {clause.source.begin, date->source.begin}) > 0)
      studied.end = date->source.begin;
    if (has(clause.source, PathWord::paper) || has(clause.source, PathWord::organization) ||
        has(studied, PathWord::study_verb) || has(clause.source, PathWord::degree))
      return false;
    if (clause.act == Act::exam && clause.verb + 1 < clause.tokens.last && word(clause.verb + 1) == "out")
      return false;  // "I sat out 2024"
    if (clause.act == Act::whole && text_.low(clause.source).starts_with("the first time i was "))
      return false;  // "The first time I was twenty-six when I began": of what is told next
    const std::string_view opening = text_.slice(document_.tokens()[clause.tokens.first].source);
    const bool initials =
        opening.size() > 2 && std::ranges::all_of(opening, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (clause.actor == Actor::none && initials) return false;  // "EUNACOM, first attempt, July 2019"
    const std::string_view low = text_.low(clause.source);
    const bool the_exam =
        (clause.act == Act::exam || takes_it(clause)) && has_any_phrase(low, {"the exam", "the examination"});
    if (has_any_phrase(low, {"shelf", "clerkship"}) || low.find("licens") != std::string_view::npos ||
        (low.find("exam") != std::string_view::npos && !the_exam) || low.find("board") != std::string_view::npos ||
        low.find("interview") != std::string_view::npos)
      return false;
    if (has_any_phrase(low, {"applied", "programs", "match"})) return false;
    // "to go back a fourth time", "each first time from books I had underlined"
    const bool again = has_phrase(low, "time") && clause.act != Act::exam && !has(clause.source, PathWord::pass) &&
                       !has(clause.source, PathWord::fail);
    return clause.act == Act::exam || (attempt_in(text_, clause.source) > 0 && !again) || takes_it(clause) ||
           (has(clause.source, PathWord::pass) && has(clause.source, PathWord::sit));
  }
  // "I went back to the test centre in October", in the paragraph that named the exam.
  [[nodiscard]] bool goes_to_the_test(const Clause& clause) const {
    constexpr std::array<std::string_view, 8> kPlaces = {"test cent",       "testing cent",   "exam cent",
                                                         "exam hall",       "prometric",      "examination cent",
                                                         "into the centre", "into the center"};
    if (clause.actor != Actor::self || last_exam_.block != sentence_->block ||
        !is_one_of(word(clause.verb), {"went", "walked", "returned", "came", "drove", "sat", "entered", "stepped"}))
      return false;
    const std::string_view low = text_.low(clause.source);
    return std::ranges::any_of(kPlaces,
                               [&](std::string_view place) { return low.find(place) != std::string_view::npos; });
  }
  // "I took it again in the autumn", "I took the exam again", in the paragraph that named it.
  [[nodiscard]] bool takes_it(const Clause& clause) const {
    if (clause.act == Act::none || clause.verb + 2 >= clause.tokens.last || last_exam_.block != sentence_->block ||
        !has(document_.tokens()[clause.verb].source, PathWord::sit))
      return false;
    const std::string_view object = word(clause.verb + 1);
    const std::string_view next = word(clause.verb + 2);
    if (object == "the" || object == "this" || object == "that")
      return is_one_of(next, {"exam", "examination", "test", "step"});
    return object == "it" && is_one_of(next, {"again", "in", "on", "once", "for", "at"});
  }
  // "I failed Level 1 in June 2025. I sat again and passed it in October": the next October.
  [[nodiscard]] std::optional<DateExpression> month_after_failure(Exam exam, const DateExpression& date) const {
    if (last_exam_.block != sentence_->block || events_.empty() || date.anchor != DateAnchor::none ||
        date.start.has_year() || !date.start.has_month())
      return std::nullopt;
    const Event& failed = events_.back();
    if (failed.sitting.exam != exam || failed.sitting.result != ExamResult::fail || !failed.start ||
        !failed.start->date.has_month() || failed.relative)
      return std::nullopt;
    DateExpression next = date;
    next.start.year = failed.start->date.year;
    if (readings(next.start).hull().last <= failed.start->days.last) ++next.start.year;
    next.end = next.start;
    next.start_days = next.end_days = readings(next.start).hull();
    next.resolved = true;
    return next;
  }
  // `name`: where the exam is named, if it is named there at all. `shared`: the result of two sittings in one breath,
  // where nothing else is told of this one.
  void add_sitting(std::size_t index, Exam exam, const DateExpression& date, Span around, Span name = {},
                   ExamResult shared = ExamResult::unstated) {
    Event event = blank();
    if (!set_dates(date, event)) {  // "I failed in March 2023. I passed in December of the same year"
      const bool told_here = events_.size() > first_event_ && text_.low(date.source).starts_with("that ");
      const bool same_year =
          last_exam_.block == sentence_->block && (told_here || has_phrase(text_.low(date.source), "same year"));
      const bool of_it = same_year && !events_.empty() && events_.back().sitting.exam == exam;
      // "The clinic signed me on in August 2022, and I sat Step 1 the following spring"
      const DateExpression* before = &date != text_.dates.data() ? &date - 1 : nullptr;
      const std::string_view when = text_.low(date.source);
      const bool next =
          when.starts_with("the following ") || ends_with_any(when, {" of the next year", " of the following year"});
      const bool following =
          next && before != nullptr && before->is_one_time() && before->start.has_month() && date.start.part != 0;
      const auto after_failure = of_it || following ? std::nullopt : month_after_failure(exam, date);
      if (!of_it && !following && !after_failure) return;
      const auto carried =
          after_failure ? after_failure : carried_date(text_, static_cast<std::uint32_t>(&date - text_.dates.data()));
      if (!carried || !set_dates(*carried, event)) return;
      event.relative = event.carried = !of_it;
    }
    const Clause& clause = clauses_[index];
    if (is_next_of_then(clause, date)) return;
    if (!event.point || (used(date.source) && clause.source.contains(date.source))) return;
    event.kind = EventKind::exam;
    event.source = hull(clause.source, date.source);
    event.sitting = sitting_in(text_, around);
    event.sitting.exam = exam;
    // "Step 1, 23 September 2021, then passed on 29 September 2022": the first was no pass.
    const std::string_view then = text_.low({date.source.end, std::max(date.source.end, clause.source.end)});
    const bool was_fail = starts_with_any(then, {", then passed ", " and then passed "});
    if (was_fail)
      event.sitting = {exam, event.sitting.attempt, ExamResult::fail, 0};
    else if (!name.empty())
      event.sitting.score = score_of(text_, event.source, name);
    if (event.sitting.result == ExamResult::fail && has(event.source, PathWord::pass))
      event.sitting.score = 0;  // "a fail in May, then a pass (233)": that of the pass
    const bool led_on = index > 0 && clause_has_no_subject(clause);
    if (event.sitting.attempt == 0 && led_on && !has_phrase(text_.low(clause.source), "again"))
      event.sitting.attempt = attempt_in(text_, clauses_[index - 1].source);
    if (event.sitting.result == ExamResult::unstated && is_one_of(word(clause.verb), {"passed", "failed"}) &&
        has(clause.source, PathWord::pass) != has(clause.source, PathWord::fail))
      event.sitting.result = result_in(text_, clause.source);  // of the verb that both exams share
    if (event.sitting.result == ExamResult::unstated) event.sitting.result = result_beside(index, around);
    if (event.sitting.result == ExamResult::unstated) event.sitting.result = shared;
    if (event.sitting.result == ExamResult::fail && has(around, PathWord::pass) &&
        text_.low(around).find("passed") != std::string_view::npos)
      event.sitting.result = ExamResult::unstated;
    event.expected = is_to_come(clause);
    event.done = !event.expected;
    event.telling = true;
    event.title = to_string(exam);
    events_.push_back(std::move(event));
  }
  // "I took Step 1 in June and failed": the next clause, where it has no date of its own.
  [[nodiscard]] ExamResult result_beside(std::size_t index, Span around) const {
    if (around.end < clauses_[index].source.end || index + 1 >= clauses_.size()) return ExamResult::unstated;
    const Clause& next = clauses_[index + 1];
    if (next.actor == Actor::other || !points_in(next.source).empty() || has(next.source, PathWord::exam))
      return ExamResult::unstated;
    return next.act == Act::exam ? result_in(text_, next.source) : ExamResult::unstated;
  }
};

}  // namespace

void read_sittings(const ClaimSentence& sentence, std::size_t clause) { SittingClaims(sentence).read_sittings(clause); }

}  // namespace candor
