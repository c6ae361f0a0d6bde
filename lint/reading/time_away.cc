#include "lint/reading/time_away.h"

#include <algorithm>
#include <array>

#include "lint/reading/carry.h"
#include "lint/reading/entry.h"

namespace candor {
namespace {

// "I stopped working | at the Ferry Road Hospital in March 2021", but not "at the end of March"
bool is_of_a_post(std::string_view away, std::string_view after) {
  constexpr std::array<std::string_view, 5> kTimes = {" at the end", " at the start", " at the beginning",
                                                      " at the turn", " at all"};
  return away == "stopped working" && after.starts_with(" at ") && !starts_with_any(after, kTimes);
}

// "September 2022 to April 2023: at home in Kottayam"
bool opens_with_range(const MarkedText& text, Span span) {
  const DateExpression* date = text.date_in(span);
  return date != nullptr && date->source.begin == span.begin && date->tells_two_ends();
}

class AwayReader {
 public:
  AwayReader(const MarkedText& text, const Sentence& sentence, std::span<const Clause> clauses, SectionKind section)
      : text_(text), sentence_(sentence), clauses_(clauses), section_(section) {}

  std::optional<Event> read() {
    const Clause* clause = told_by();
    if (clause == nullptr) return std::nullopt;
    Event event;
    event.claim = event.away = true;
    event.kind = EventKind::gap;
    event.text = text_.index;
    event.source = clause->source;
    event.whole = sentence_.source;
    event.expected = is_to_come(*clause);
    event.done = !event.expected;
    read_length(*clause, event);
    read_ends(*clause, event);
    if (!event.dated() && !event.length) take_range_of_sentence(*clause, event);
    return event;
  }

 private:
  // "I was without work, and without the permit for it, from October 2022 to February 2023": the one date behind it.
  void take_range_of_sentence(const Clause& clause, Event& event) const {
    const auto dates = text_.dates_in({clause.source.end, std::max(clause.source.end, sentence_.source.end)});
    if (dates.size() != 1 || text_.dates_in(sentence_.source).size() != 1 || !dates.front().tells_two_ends()) return;
    const std::string_view between = text_.low({clause.source.end, dates.front().source.begin});
    if (has_any_phrase(between, {"i", "my", "he", "she", "who", "which"})) return;
    set_dates(dates.front(), event);
  }
  [[nodiscard]] bool has(Span span, PathWord word) const { return text_.words.any(span, word); }

  // "I was away, with my papers pending" is over: what is awaited stands behind the verb.
  [[nodiscard]] bool is_to_come(const Clause& clause) const {
    const std::vector<WordHit> awaited = text_.words.all(clause.source, PathWord::expected);
    if (awaited.empty() || text_.low(clause.source).starts_with("you will ")) return false;
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
      const Token& token = text_.text.document.tokens()[t];
      if (token.source.begin >= awaited.front().place.begin) return true;
      const std::string_view verb = text_.text.document.word(t);
      if (verb == "was" || verb == "took" || verb == "had" || verb == "spent" || verb == "stayed" ||
          verb == "stepped" || verb == "left" || verb == "stopped" || verb == "paused")
        return false;
    }
    return true;
  }

  // The clause that tells of time away: by words of leave, or by a length and a reason where no role is named.
  [[nodiscard]] const Clause* told_by() const {
    if (has(sentence_.source, PathWord::no_gap) || asks_the_writer()) return nullptr;
    for (const Clause& clause : clauses_) {
      if (clause.quoted || !is_own(clause)) continue;
      if (tells_of_leave(text_, clause.source)) return &clause;
    }
    for (const Clause& clause : clauses_) {
      if (!clause.quoted && ((is_own(clause) && dates_an_interruption(clause)) || begins_an_interruption(clause) ||
                             goes_on_about_a_gap(clause)))
        return &clause;
    }
    for (const Clause& clause : clauses_) {
      // "May 2022 to July 2023: at home with my father, who was ill" is no clause of "who"
      if (clause.quoted || !is_own(clause) || (clause.linked && !opens_with_range(text_, clause.source)) ||
          measures_training(clause))
        continue;
      if (clause.actor == Actor::own && !has(clause.source, PathWord::relative)) continue;
      const bool length = length_of_stay(clause) != nullptr || has(clause.source, PathWord::vague_length);
      const bool range = has_range(clause);
      const bool answer =  // to what was asked about gaps
          section_ == SectionKind::interruption && range &&
          (text_.low(clause.source).starts_with("from ") || opens_with_range(text_, clause.source));
      if (!(length || range) || !(has(clause.source, PathWord::away_reason) || takes_time(clause) || answer ||
                                  stays_with_family(clause) || (range && denies_work(text_, clause.source))))
        continue;
      if (!tells_of_work(clause) || names_my_kin(clause)) return &clause;
    }
    return nullptr;
  }
  // "Explain any gap of more than three months", "Months in which you did not work must be listed": the form's words.
  [[nodiscard]] bool asks_the_writer() const {
    const std::string_view low = text_.low(sentence_.source);
    return has_any_phrase(low, {"you", "your", "any"}) &&
           !has_any_phrase(low, {"i", "my", "me", "see", "notice", "find"});
  }
  // "The interruption lasted from July 2021 until May 2022": such a noun stands before its verb and its range.
  [[nodiscard]] bool dates_an_interruption(const Clause& clause) const {
    const bool shown = shows_an_interruption(text_.low(clause.source));
    // "There was a long pause before any hospital could use me"; not "before he answered me"
    if (shown && has(clause.source, PathWord::vague_length) && has(sentence_.source, PathWord::organization))
      return true;
    if (!has_range(clause)) return false;
    if (shown) return true;
    if (clause.act == Act::none) return false;
    const std::uint32_t verb = text_.text.document.tokens()[clause.verb].source.begin;
    const DateExpression* date = text_.date_in(clause.source);
    return date != nullptr && verb < date->source.begin && has({clause.source.begin, verb}, PathWord::gap_title) &&
           is_one_of(text_.text.document.word(clause.verb), {"lasted", "was", "ran", "extended", "went", "took"});
  }
  // "The hole in my record begins in August 2013 and it finishes in May 2014"
  [[nodiscard]] bool begins_an_interruption(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    // "Was there a leave? One, for family illness. It began in August 2018 and ended in February 2019."
    if (low.starts_with("it began in ") && low.find(" and ended in ") != std::string_view::npos)
      return names_a_gap_before();
    const std::size_t verb = std::min({low.find(" begins in "), low.find(" began in "), low.find(" started in ")});
    constexpr std::array<std::string_view, 4> kEnds = {"and it", "and ended in", "and closed in", "and finished in"};
    return verb != std::string_view::npos && has_phrase(low, "my") &&
           has({clause.source.begin, clause.source.begin + static_cast<std::uint32_t>(verb)}, PathWord::gap_title) &&
           has_any_phrase(text_.low({clause.source.begin, sentence_.source.end}), kEnds);
  }
  // "There was an interruption in my training from", "You will see a gap in my application from"
  [[nodiscard]] static bool shows_an_interruption(std::string_view low) {
    constexpr std::array<std::string_view, 6> kShows = {"there was",   "there is",        "you will see",
                                                        "you may see", "you will notice", "you will find"};
    constexpr std::array<std::string_view, 4> kGaps = {"gap", "interruption", "break", "pause"};
    return has_any_phrase(low, kShows) && has_any_phrase(low, kGaps);
  }
  // "I will be exact about my gap. It goes from February 2013 to December 2016."
  [[nodiscard]] bool goes_on_about_a_gap(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return starts_with_any(low, {"it goes from ", "it went from ", "it runs from ", "it ran from ", "it lasted from ",
                                 "it is from ", "it was from "}) &&
           has_range(clause) && names_a_gap_before();
  }
  [[nodiscard]] bool names_a_gap_before() const {
    const auto sentences = text_.text.document.sentences();
    if (&sentence_ == sentences.data()) return false;
    const Sentence& before = *(&sentence_ - 1);
    return before.block == sentence_.block && has(before.source, PathWord::gap_title);
  }
  // "I stayed at my parents' house.", "I spent several months in Poland with my mother."
  [[nodiscard]] bool stays_with_family(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    const bool spent = has_phrase(low, "spent") && has_any_phrase(low, {"with my", "with our"});
    return (spent || has_phrase(low, "stayed")) && has(clause.source, PathWord::relative);
  }
  // "I took the better part of a year to regroup."
  [[nodiscard]] bool takes_time(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    // "it took me five years there to stop being angry", "it took me a year to admit it", "service took me to a
    // village"
    if (has(clause.source, PathWord::there) || low.find("took me to ") != std::string_view::npos) return false;
    for (const std::string_view thought : {"to admit", "to see that", "to understand", "to realize", "to realise",
                                           "to accept", "to forgive", "to say it"}) {
      if (low.find(thought) != std::string_view::npos) return false;
    }
    if (has_any_phrase(low, {"to finish", "to complete", "to graduate", "to earn", "to become"})) return false;
    const DateExpression* length = length_of_stay(clause);
    const std::string_view after =
        length == nullptr ? std::string_view() : std::string_view(text_.folded).substr(length->source.end, 4);
    if (starts_with_any(after, {" in ", " at "})) return false;  // "nine months in Cardiff to understand"
    return has_any_phrase(low, {"i took", "i needed", "i lost", "took me"}) && has_any_phrase(low, {"to", "for"});
  }
  // "my mother", but not "a team that follows dying children into their houses"
  [[nodiscard]] bool names_my_kin(const Clause& clause) const {
    const std::vector<WordHit> kin = text_.words.all(clause.source, PathWord::relative);
    return std::any_of(kin.begin(), kin.end(), [&](const WordHit& hit) {
      const std::string_view before = text_.low(bytes_before(hit.place.begin, 4));
      return ends_with_any(before, {"my ", "our ", "a ", "two "});
    });
  }
  // "Five years of residency gave me a foundation", "Over my four years in Kettering I looked after adults"
  [[nodiscard]] bool measures_training(const Clause& clause) const {
    constexpr std::uint32_t kReach = 16;  // bytes
    const DateExpression* length = length_of_stay(clause);
    if (length == nullptr) return false;
    const bool mine = text_.low(bytes_before(length->source.begin, 4)).ends_with(" my ");
    if (mine && starts_with_any(std::string_view(text_.folded).substr(length->source.end), {" in ", " at "}) &&
        is_capital_at(text_.text.source.bytes(), length->source.end + 4))
      return true;
    const Span behind{length->source.end, length->source.end + kReach};
    return text_.low(behind).starts_with(" of ") && has(behind, PathWord::training);
  }
  [[nodiscard]] bool tells_of_work(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    if (has_any_phrase(low, {"worked", "working", "coordinated", "managed", "supervised", "served", "trained",
                             "rotated", "observed", "volunteered", "taught", "practised", "practiced", "researched",
                             "shadowed", "joined", "enrolled", "treated"}))
      return true;
    if (has(clause.source, PathWord::degree)) return true;
    const bool role = has(clause.source, PathWord::clinical) || has(clause.source, PathWord::research) ||
                      has(clause.source, PathWord::training);
    return role && (low.find(" as a") != std::string_view::npos || has(clause.source, PathWord::organization));
  }
  // "kept me out of medicine" is the writer's time too.
  [[nodiscard]] bool is_own(const Clause& clause) const {
    if (clause.actor == Actor::self || clause.actor == Actor::own || section_ == SectionKind::interruption) return true;
    const std::string_view low = text_.low(clause.source);
    const bool me = has_any_phrase(low, {"me", "my"});
    // "There was then a long break from clinical work while my family settled here"
    if (shows_an_interruption(low) && has_any_phrase(text_.low(sentence_.source), {"me", "my"})) return true;
    return clause.actor == Actor::none ? me || sentence_has_self() : has_phrase(low, "me");
  }
  [[nodiscard]] bool sentence_has_self() const {
    return std::any_of(clauses_.begin(), clauses_.end(), [](const Clause& c) { return c.actor == Actor::self; });
  }
  [[nodiscard]] bool has_range(const Clause& clause) const {
    return std::ranges::any_of(text_.dates_in(clause.source), [](const DateExpression& d) {
      return d.kind == DateKind::period && d.tells_two_ends();
    });
  }

  // The first length in the clause; nullptr where that is a distance, "one month before", or an age.
  [[nodiscard]] const DateExpression* length_of_stay(const Clause& clause) const {
    const DateExpression* length = text_.length_in(clause.source);
    if (length == nullptr) return nullptr;
    const std::string_view low = text_.low(length->source);
    const std::string_view after = std::string_view(text_.folded).substr(length->source.end, 8);
    if (text_.low(bytes_before(length->source.begin, 6)) == "after ")
      return nullptr;  // "and after three years I moved"
    constexpr std::array<std::string_view, 8> kOther = {" later", " after",  " ago",     " old",
                                                        "-old",   " before", " pregnan", "' pregn"};
    if (starts_with_any(after, kOther) || ends_with_any(low, kOther)) return nullptr;
    return low.starts_with("the ") && after.starts_with(" that") ? nullptr : length;  // "the month after that"
  }
  void read_length(const Clause& clause, Event& event) const {
    const DateExpression* length = length_of_stay(clause);
    if (length == nullptr) return;
    for (const DateExpression& date : text_.dates_in(clause.source)) {  // beside a range only where it is said of it
      const Span between{std::min(date.source.end, length->source.end),
                         std::max(date.source.begin, length->source.begin)};
      const bool behind = length->source.begin >= date.source.end;
      if (date.kind != DateKind::duration && date.tells_two_ends() && !is_of_the_range(text_.low(between), behind))
        return;
    }
    event.length = length->duration;
    event.length_source = length->source;
    // "for the first ten weeks I studied"
    const std::string_view told = text_.low(hull(bytes_before(length->source.begin, 8), length->source));
    event.partial = has_any_phrase(told, {"first", "last", "final"});
  }

  // "from May to August, four months", "for four months, from"; not "a resident from 2018 to 2024, interrupted by".
  static bool is_of_the_range(std::string_view between, bool behind) {
    constexpr std::uint32_t kBeside = 45;  // bytes
    // "two years, with a leave from"
    const bool beside = has_any_phrase(between, {"with a", "with an"});
    // "I was at home with my father for"
    const bool said_for = behind && ends_with_any(between, {" for ", " for nearly ", " for almost ", " for about "});
    if (beside || (behind && !said_for && has_phrase(between, "with"))) return false;
    if (has_any_phrase(between, {"interrupted", "including", "where", "which", "by", "and", "then"})) return false;
    return between.size() < kBeside && between.find_first_of(":;") == std::string_view::npos;
  }

  // A range; else the dates around the clause, of which the writer's own count.
  void read_ends(const Clause& clause, Event& event) const {
    const IndexRange range = text_.dates_within(sentence_.source);
    std::vector<const DateExpression*> points;
    std::vector<DateExpression> carried;  // "from New Year's of 2019 until the county fair that August"
    carried.reserve(range.size());
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const bool of_that_year = !points.empty() && text_.low(text_.dates[d].source).starts_with("that ");
      if (auto told = of_that_year ? carried_date(text_, d) : std::nullopt) carried.push_back(*std::move(told));
      const bool is_carried = !carried.empty() && carried.back().source == text_.dates[d].source;
      const DateExpression& date = is_carried ? carried.back() : text_.dates[d];
      if (date.kind == DateKind::duration || !date.resolved || date.foreign_calendar) continue;
      const bool here =
          clause.source.contains(date.source.begin) || goes_on_with_which(clause, clause_at(clauses_, date.source));
      if (!here && !is_own(clause_at(clauses_, date.source)) &&
          !text_.low(clause_at(clauses_, date.source).source).starts_with("and it "))
        continue;
      const bool whole_range = date.tells_two_ends() && !date.open_start && (!date.open_end || date.to_present);
      // "I cared for my father from July until December, and I did not practise during this time."
      const bool of_the_reason = whole_range && has(clause_at(clauses_, date.source).source, PathWord::away_reason);
      if (whole_range && (here || of_the_reason)) {
        set_dates(date, event);
        return;
      }
      points.push_back(&date);
    }
    // "From May to December of that year": told, though not resolved.
    for (std::uint32_t d = range.first; d < range.last && !event.start; ++d) {
      const DateExpression& date = text_.dates[d];
      const bool months = date.kind == DateKind::period && date.start.has_month() && date.tells_two_ends();
      if (!date.resolved && (months || (has_month_alone(date) && follows_a_date(date)))) event.relative = true;
    }
    // "I was without a post from then until the September of that year": from the date told last.
    const std::string_view low = text_.low(clause.source);
    const std::size_t then = std::min(low.find("from then until"), low.find("from then to"));
    if (then != std::string_view::npos) {
      const auto at = clause.source.begin + static_cast<std::uint32_t>(then);
      const DateExpression* last = nullptr;
      for (const DateExpression& date : text_.dates_in({sentence_.source.begin, at})) {
        if (date.kind != DateKind::duration && date.resolved) last = &date;
      }
      const bool until =
          std::any_of(points.begin(), points.end(), [](const DateExpression* d) { return d->open_start; });
      if (last != nullptr && until)
        event.start = Stated{last->end, last->end_days, last->source};
      else
        event.relative = true;
    }
    event.loose = points.size() > 2;  // which of them are the ends is a guess
    for (const DateExpression* date : points) {
      if ((date->open_start || is_said_to_end(date->source)) && !date->open_end && !event.end)
        event.end = Stated{date->end, date->end_days, date->source};
      else if (event.end && !event.start && date->source.begin > event.end->source.end)
        continue;  // "at home until August 2021, and I sat Step 1 in January 2022"
      else if (!event.start)
        event.start = Stated{date->start, date->start_days, date->source};
      else if (!event.end && date->start_days.last > event.start->days.first)
        event.end = Stated{date->start, date->start_days, date->source};
      event.to_present = event.to_present || date->to_present;
      event.relative = event.relative || date->anchor == DateAnchor::as_of;
    }
  }
  // "The months at home ended in October"
  [[nodiscard]] bool is_said_to_end(Span date) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    const std::string_view before = text_.low(bytes_before(date.begin, kReach));
    return ends_with_any(before,
                         {" ended in ", " was over in ", " were over in ", " came to an end in ", " finished in "});
  }
  // "They gave me a leave, which ran from September to March": of the leave.
  [[nodiscard]] bool goes_on_with_which(const Clause& clause, const Clause& next) const {
    if (&next != &clause + 1 || next.act == Act::none) return false;
    std::string_view low = text_.low(next.source);
    if (low.starts_with(", ")) low.remove_prefix(2);
    return low.starts_with("which ") && is_one_of(text_.text.document.word(next.verb),
                                                  {"ran", "lasted", "went", "was", "began", "started", "ended"});
  }
  // "Until February", "from March": of the year that was told last.
  static bool has_month_alone(const DateExpression& date) {
    const PartialDate& told = date.open_start ? date.end : date.start;
    return date.kind != DateKind::duration && (date.open_start || date.open_end) && told.has_month();
  }
  [[nodiscard]] bool follows_a_date(const DateExpression& date) const {
    return std::ranges::any_of(
        text_.dates_in({text_.text.document.blocks()[sentence_.block].source.begin, date.source.begin}),
        [](const DateExpression& told) {
          return told.kind != DateKind::duration && told.resolved && told.precision() >= Precision::season;
        });
  }

  const MarkedText& text_;
  const Sentence& sentence_;
  std::span<const Clause> clauses_;
  SectionKind section_;
};

}  // namespace

bool tells_of_time_away(const MarkedText& text, Span sentence, SectionKind section) {
  if (text.words.any(sentence, PathWord::away)) return true;
  const bool told_how_long = section == SectionKind::interruption || text.words.any(sentence, PathWord::vague_length) ||
                             !text.dates_within(sentence).empty();
  if (!told_how_long) return false;
  const bool answers_with_range = section == SectionKind::interruption && opens_with_range(text, sentence);
  const std::string_view low = text.low(sentence);
  const bool begins = has_any_phrase(low, {"began in", "started in"}) && text.words.any(sentence, PathWord::gap_title);
  return answers_with_range || begins || text.words.any(sentence, PathWord::away_reason) ||
         denies_work(text, sentence) || low.starts_with("it ") || low.find("took") != std::string_view::npos ||
         low.find("lost") != std::string_view::npos || low.find("stayed") != std::string_view::npos ||
         low.find("spent") != std::string_view::npos || low.find("needed") != std::string_view::npos ||
         low.find("interruption") != std::string_view::npos || low.find(" in my record ") != std::string_view::npos;
}

bool tells_of_leave(const MarkedText& text, Span span) {
  constexpr std::array<std::string_view, 6> kSchools = {" of college", " of school",    " of university",
                                                        " of medical", " of residency", " of high"};
  return std::ranges::any_of(text.words.all(span, PathWord::away), [&](const WordHit& hit) {
    const std::string_view after = std::string_view(text.folded).substr(hit.place.end);
    // "I tried to put this camp out of work"
    const std::string_view before = text.low({span.begin, hit.place.begin});
    const bool other = text.low(hit.place) == "out of work" && has_any_phrase(before, {"put", "putting"});
    return !other && !is_of_a_post(text.low(hit.place), after) && !starts_with_any(after, kSchools);
  });
}

// "we had run | out of ward boys"
static bool is_run_out_of(const MarkedText& text, Span denial) {
  constexpr std::uint32_t kRun = 8;  // bytes
  const std::string_view before = text.low(bytes_before(denial.begin, kRun));
  return text.low(denial).starts_with("out of") && ends_with_any(before, {" run ", " ran ", "running "});
}

bool denies_work(const MarkedText& text, Span span) {
  constexpr std::uint32_t kReach = 40;  // bytes
  for (const WordHit& denial : text.words.all(span, PathWord::denial)) {
    if (is_run_out_of(text, denial.place)) continue;
    const Span behind{denial.place.end, std::min(span.end, denial.place.end + kReach)};
    const WordHit* work = text.words.first(behind, PathWord::workplace);
    if (work == nullptr) continue;
    const std::string_view rest = std::string_view(text.folded).substr(work->place.end);
    const bool study = starts_with_any(rest, {" test", " exam", " question"});
    const std::string_view between = text.low({denial.place.end, work->place.begin});
    constexpr std::ptrdiff_t kWords = 4;
    const bool far = std::ranges::count(between, ' ') > kWords;  // "had not told anyone at the clinic": of no work
    if (!far && !study && between.find_first_of(",;:.") == std::string_view::npos) return true;
  }
  return false;
}

std::optional<Event> read_time_away(const MarkedText& text, const Sentence& sentence, std::span<const Clause> clauses,
                                    SectionKind section) {
  return AwayReader(text, sentence, clauses, section).read();
}

}  // namespace candor
