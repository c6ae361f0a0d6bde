#include "lint/check/dates.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/check/agreement.h"
#include "lint/check/certificates.h"
#include "lint/check/date_faults.h"
#include "lint/check/exam_facts.h"
#include "lint/check/gaps.h"
#include "lint/check/leaves.h"
#include "lint/check/moves.h"
#include "lint/check/overlaps.h"
#include "lint/check/own_lengths.h"
#include "lint/check/presence.h"
#include "lint/check/tellings.h"
#include "lint/check/told_deeds.h"
#include "lint/check/told_sittings.h"
#include "lint/reading/clause.h"

namespace candor {
namespace {

// The first two that the texts name apart: in two texts, or by two numbers in one.
std::optional<std::pair<const Applicant*, const Applicant*>> two_applicants(const std::vector<Applicant>& all) {
  for (const Applicant& one : all) {
    for (const Applicant& other : all) {
      if (&one < &other && one.name == other.name && (one.text != other.text || !one.name))
        return std::pair(&one, &other);
    }
  }
  return std::nullopt;
}

// Texts of two people, or of many: their dates are not laid beside each other.
bool check_applicants(DateFaults& faults) {
  if (faults.timeline().is_of_many()) {
    const Event& first = faults.event(0);
    faults.add("dates/two-applicants", first,
               fmt::format("{} posts, degrees and exams are listed here and in other texts: these are texts of many "
                           "applicants, so no dates were compared",
                           faults.entry_count()),
               DateFaults::place_span(first));
    return false;
  }
  const std::optional<std::pair<const Applicant*, const Applicant*>> two = two_applicants(faults.timeline().applicants);
  if (!two) return true;
  const auto& [first, second] = *two;
  Event here;
  here.text = second->text;
  Event there;
  there.text = first->text;
  const auto seen_from = [&](const Event& at, Span name, const Event& elsewhere, Span other_name) {
    return fmt::format("\"{}\" here, \"{}\" in {}: these are texts of two applicants, so no dates were compared",
                       faults.words(at, name), faults.words(elsewhere, other_name),
                       faults.text_of(elsewhere).source.name());
  };
  Finding* finding =
      faults.add("dates/two-applicants", here, seen_from(here, second->source, there, first->source), second->source);
  faults.relate(finding, there, first->source, "the other applicant",
                seen_from(there, first->source, here, second->source));
  return false;
}

// "Tir 2007 - Tahsas 2009 E.C. | January 2015 - December 2016": in one line, so that a reader can place it.
bool is_told_in_ours_beside(const MarkedText& text, const DateExpression& foreign) {
  constexpr std::uint32_t kBeside = 40;  // bytes
  const Source& source = text.text.source;
  const Span line = source.line(source.line_at(foreign.source.begin));
  const bool row = source.slice(line).find('|') != std::string_view::npos;
  const Span near{bytes_before(foreign.source.begin, kBeside).begin, foreign.source.end + kBeside};
  return std::ranges::any_of(text.dates_in(line), [&](const DateExpression& date) {
    return date.kind != DateKind::duration && date.resolved && !date.foreign_calendar &&
           (row || near.overlaps(date.source));
  });
}

// 31 June, month 13, the year 20219; a year of another calendar is asked for, not judged.
void check_expressions(DateFaults& faults) {
  for (const MarkedText& text : faults.timeline().texts) {
    Event at;
    at.text = text.index;
    for (const DateExpression& date : text.dates) {
      if (date.foreign_calendar) {
        if (is_told_in_ours_beside(text, date)) continue;
        faults.add("dates/other-calendar", at,
                   fmt::format("{} is a year of another calendar", faults.words(at, date.source)), date.source);
        continue;
      }
      if (date.invalid == InvalidDate::none) continue;
      for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
        if (faults.event(e).text == text.index && faults.event(e).whole.overlaps(date.source)) faults.mark(e);
      }
      const std::string_view why = date.invalid == InvalidDate::no_such_day     ? "is no day of the calendar"
                                   : date.invalid == InvalidDate::no_such_month ? "has no such month"
                                                                                : "is no year of a person's path";
      faults.add("dates/impossible", at, fmt::format("{} {}", faults.words(at, date.source), why), date.source);
    }
  }
}

// "11/2021 - 02/2021", not two dates that were taken together.
bool is_one_expression(const DateFaults& faults, const Event& told) {
  const std::vector<DateExpression>& dates = faults.marked(told).dates;
  return std::ranges::any_of(dates,
                             [&](const DateExpression& date) { return date.source.contains(told.date_source()); });
}

void check_reversed(DateFaults& faults) {
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || !told.start || !told.end || told.point || told.relative) continue;
    if (told.start->days.first <= told.end->days.last) continue;
    if (told.away && !is_one_expression(faults, told)) continue;
    if (told.claim && !told.done && told.kind == EventKind::other) continue;
    faults.mark(e);
    Finding* finding = faults.add(
        "dates/reversed", told,
        fmt::format("{} ends before it begins: {}", DateFaults::name_of(told), faults.dates_as_written(told)),
        told.start->source);
    if (told.start->source != told.end->source) faults.relate(finding, told, told.end->source, "the end");
  }
}

// "Dominica, May 2014 to August 2012: two hurricanes' worth of biochemistry": of no post and no deed.
void check_reversed_asides(DateFaults& faults) {
  const auto is_in_an_event = [&](const MarkedText& text, const DateExpression& date) {
    for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
      const Event& event = faults.event(e);
      if (event.text == text.index && (event.whole.overlaps(date.source) || event.source.overlaps(date.source)))
        return true;
    }
    return false;
  };
  for (const MarkedText& text : faults.timeline().texts) {
    for (const DateExpression& date : text.dates) {
      if (!date.is_range_of_months() || date.anchor != DateAnchor::none || date.foreign_calendar ||
          date.start_days.first <= date.end_days.last || is_in_an_event(text, date))
        continue;
      Event told;
      told.text = text.index;
      told.source = date.source;
      faults.add("dates/reversed", told, fmt::format("this ends before it begins: {}", faults.words(told, date.source)),
                 date.source);
    }
  }
}

void check_birth(DateFaults& faults) {
  if (!faults.timeline().birth) return;
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& entry = faults.event(e);
    if (faults.is_faulty(e) || !entry.start || entry.start->days.last >= faults.timeline().birth->days.first) continue;
    faults.mark(e);
    faults.add("dates/impossible", entry, fmt::format("{} begins before the stated birth", DateFaults::name_of(entry)),
               DateFaults::place_span(entry));
  }
}

// A full registration before the medical degree that it requires.
void check_registration(DateFaults& faults) {
  constexpr Day kFormalities = 31;
  constexpr std::uint32_t kLineBefore = 60;  // bytes: "provisional registration" may stand in the line before
  const Event* degree = faults.first_medical_degree();
  if (degree == nullptr) return;
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& paper = faults.event(e);
    const WordHits& words = faults.marked(paper).words;
    if (faults.is_faulty(e) || !paper.paper || !paper.start || !words.any(paper.whole, PathWord::registration) ||
        words.any(hull(bytes_before(paper.whole.begin, kLineBefore), paper.whole), PathWord::provisional) ||
        has_phrase(faults.marked(paper).low(paper.whole), "parts") ||
        paper.start->days.last + kFormalities >= degree->end->days.first)
      continue;
    faults.mark(e);
    Finding* finding =
        faults.add("dates/impossible", paper,
                   fmt::format("{} comes before the degree that it requires", DateFaults::name_of(paper)),
                   DateFaults::place_span(paper));
    faults.relate(finding, *degree, degree->end->source,
                  fmt::format("the degree: {}", faults.dates_as_written(*degree)));
  }
}

constexpr int kOurYears = 20;  // from the application on; 2075 is a year of another calendar
constexpr Day kSoon = 31;      // days in which what is listed as over may still end

// "By December I had written it"
bool is_had_by(const MarkedText& text, Span date, Span telling) {
  return text.low(date).starts_with("by ") && has_phrase(text.low(telling), "had");
}

// "I signed up for the course of November", "I resigned with effect from 31 December": what was done is past.
bool is_arranged(const MarkedText& text, const Event& told) {
  constexpr std::uint32_t kReach = 20;  // bytes
  return text.words.any(told.source, PathWord::arranged) ||
         (told.dated() && text.words.any(bytes_before(told.date_source().begin, kReach), PathWord::arranged));
}

// Told as done, or listed without a word that it is still to come.
void check_future(DateFaults& faults) {
  std::vector<const Event*> found;
  // "09/2023 - 05/2025, degree awarded May 2025": one fault, told twice.
  const auto is_told = [&](const Event& told, Span date) {
    return std::ranges::any_of(found, [&](const Event* other) {
      return other->text == told.text &&
             (other->claim ? other->date_source().overlaps(date) : other->whole.contains(date));
    });
  };
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || told.expected || told.relative || (told.claim && !told.done)) continue;
    if (told.claim &&
        (has_phrase(faults.marked(told).low(told.whole), "i will present") || is_arranged(faults.marked(told), told)))
      continue;
    if (told.start && told.start->date.year > faults.context().application.as_of.year + kOurYears) continue;
    // "Class of 2026 Humanism Society", among the awards
    if (!told.claim && told.point && told.start && faults.marked(told).low(told.start->source).starts_with("class of"))
      continue;
    const bool begins =
        told.start && told.start->days.first > faults.as_of() && told.start->date.precision >= Precision::year;
    // Studies and residencies are listed with the end that they will have; not so where the head says that they are
    // over.
    const bool runs_on = told.kind == EventKind::education || told.training;
    const bool over = told.done && (!runs_on || faults.marked(told).words.any(told.source, PathWord::over));
    // "I worked there from June 2026 to December 2026", "until December 2026"
    const bool worked = told.claim && is_one_of(told.verb, {"worked", "served", "completed", "did", "spent",
                                                            "volunteered", "shadowed", "observed"});
    const bool ends = (worked || (!told.claim && over)) && told.end && told.end->days.first > faults.as_of() + kSoon &&
                      !told.to_present;
    const bool by_then = told.claim && !told.start && told.end && told.end->days.first > faults.as_of() &&
                         is_had_by(faults.marked(told), told.end->source, told.source);
    if (!begins && !ends && !by_then) continue;
    faults.mark(e);
    const Span date = begins ? told.start->source : told.end->source;
    if (is_told(told, date)) continue;
    found.push_back(&told);
    faults.add("dates/future", told,
               fmt::format("told as done, but {} lies after the date of the application", faults.words(told, date)),
               told.claim ? hull(date, told.source) : date);
  }
}

// "The first results were shown in February 2027": whoever did it, a past verb tells of no time to come.
class FutureTellings {
 public:
  explicit FutureTellings(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        for (const DateExpression& date : text.dates_in(sentence.source)) {
          if (is_to_come(date) && (!is_known(text, date) || is_behind_participle(text, date)))
            check(text, sentence, date);
        }
      }
    }
  }

 private:
  [[nodiscard]] bool is_to_come(const DateExpression& date) const {
    return date.kind != DateKind::duration && date.resolved && date.anchor == DateAnchor::none && !date.open_end &&
           date.start == date.end && date.precision() > Precision::year && date.end_days.first > faults_.as_of() &&
           date.start.year <= faults_.context().application.as_of.year + kOurYears;
  }
  // "I have a certificate, issued in November": whatever its verb tells.
  [[nodiscard]] static bool is_behind_participle(const MarkedText& text, const DateExpression& date) {
    std::string_view before = text.low({0, date.source.begin});
    for (const std::string_view at : {" in ", " on "}) {
      if (!before.ends_with(at)) continue;
      before.remove_suffix(at.size());
      const std::size_t comma = before.rfind(", ");
      const std::string_view last = comma == std::string_view::npos ? std::string_view() : before.substr(comma + 2);
      return last.size() > 4 && last.ends_with("ed") && last.find(' ') == std::string_view::npos;
    }
    return false;
  }
  // Read as an event, or within an entry: that was judged there.
  [[nodiscard]] bool is_known(const MarkedText& text, const DateExpression& date) const {
    for (std::uint32_t e = 0; e < faults_.event_count(); ++e) {
      const Event& event = faults_.event(e);
      if (event.text == text.index && event.dated() &&
          (event.claim ? event.date_source() : event.whole).overlaps(date.source))
        return true;
    }
    return false;
  }
  void check(const MarkedText& text, const Sentence& sentence, const DateExpression& date) {
    if (has_phrase(text.low(sentence.source), "i will"))
      return;  // "I will have ... on the day that I put on the coat in"
    for (const Clause& clause : read_clauses(text, sentence)) {
      if (!clause.source.contains(date.source.begin) || clause.quoted || !is_told_as_done(text, clause, date)) continue;
      Event at;
      at.text = text.index;
      faults_.add(
          "dates/future", at,
          fmt::format("told as done, but {} lies after the date of the application", faults_.words(at, date.source)),
          hull(date.source, clause.source));
    }
  }
  static bool is_told_as_done(const MarkedText& text, const Clause& clause, const DateExpression& date) {
    if (text.words.any(clause.source, PathWord::expected) || text.words.any(clause.source, PathWord::arranged))
      return false;
    if (date.open_start) return is_had_by(text, date.source, clause.source);
    const Document& document = text.text.document;
    if (is_listed_deed(text, clause, date)) return true;
    bool past = false;
    bool aim = false;     // "was asked to speak in", "moved to"
    bool raised = false;  // "was promoted to registrar in"
    std::string_view before;
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
      const Span at = document.tokens()[t].source;
      const std::string_view word = document.word(t);
      if (at.begin >= date.source.begin && !past) return leads(text, clause, date, t);
      if (at.begin >= date.source.begin) break;
      past = past || word == "was" || word == "were" || word == "had" || word == "came" || word == "went" ||
             word == "won" || word == "died" || (word.size() > 4 && word.ends_with("ed"));
      raised = raised || word == "promoted" || word == "appointed" || word == "elected" || word == "admitted";
      const bool to_me = word == "to" && t + 1 < clause.tokens.last && is_one_of(document.word(t + 1), {"me", "us"});
      aim = past && (aim || (word == "to" && !raised && !to_me) || word == "for" || word == "until" || word == "till" ||
                     word == "through" || word == "from" || word == "before" || word == "with");
      before = word;
    }
    return past && !aim && (before == "in" || before == "on" || before == "at" || before == "during");
  }

  // "Presented the poster at the meeting in Cleveland, 14 November 2026."
  static bool is_listed_deed(const MarkedText& text, const Clause& clause, const DateExpression& date) {
    const Document& document = text.text.document;
    if (clause.tokens.empty()) return false;
    const std::string_view first = document.word(clause.tokens.first);
    const std::string_view before = text.low({clause.source.begin, date.source.begin});
    if (!ends_with_any(before, {", ", " on ", " in "})) return false;
    // "Oral talk given at the meeting, Los Angeles, 19 October 2026"
    if (has_any_phrase(before, {"given at", "presented at", "delivered at", "shown at"})) return true;
    return first.size() > 4 && first.ends_with("ed") && document.tokens()[clause.tokens.first].capital &&
           text.words.any(document.tokens()[clause.tokens.first].source, PathWord::over);
  }

  // "In October 2026 mine was the last talk", "In April 2026 we presented": the verb behind the date.
  static bool leads(const MarkedText& text, const Clause& clause, const DateExpression& date, std::uint32_t t) {
    const Document& document = text.text.document;
    const std::string_view before = t > clause.tokens.first ? document.word(t - 1) : std::string_view();
    if (before != "in" && before != "on") return false;
    for (; t < clause.tokens.last; ++t) {
      if (document.tokens()[t].source.begin < date.source.end) continue;
      const std::string_view word = document.word(t);
      if (word == "to" || word == "that" || word == "which" || word == "is" || word == "are" || word == "has")
        return false;
      if (word == "was" || word == "were") return true;
      const bool past =
          text.words.any(document.tokens()[t].source, PathWord::act_deed) || (word.size() > 4 && word.ends_with("ed"));
      if (past && document.word(t - 1) == "we") return true;
    }
    return false;
  }

  DateFaults& faults_;
};

}  // namespace

void check_dates(const CheckContext& context, FindingSink& sink) {
  const bool any = std::any_of(context.rules.begin(), context.rules.end(),
                               [](const ActiveRule& rule) { return rule.rule->id.starts_with("dates/"); });
  if (!any) return;
  DateFaults faults(context, sink);
  check_expressions(faults);
  if (!check_applicants(faults)) return;
  check_reversed(faults);
  check_reversed_asides(faults);
  check_exam_facts(faults);
  check_birth(faults);
  check_registration(faults);
  check_future(faults);
  FutureTellings(faults).check();
  check_own_lengths(faults);
  check_claims(faults);
  check_description_lengths(faults);
  check_tellings(faults);
  check_told_deeds(faults);
  check_told_sittings(faults);
  check_moves(faults);
  check_leaves(faults);
  check_certificates(faults);
  check_presence(faults);
  check_overlaps(faults);
  check_gaps(faults);
}

}  // namespace candor
