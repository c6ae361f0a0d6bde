// One thing in an applicant's path as one place tells it: a role, a degree, an exam, a gap.
//
// Entries (ERAS fields, tables, lists) and claims (sentences of prose) are read into the same plain form, so that what
// two places say of one thing can be laid side by side.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/dates/expression.h"
#include "lint/rule/exam.h"
#include "lint/source/span.h"

namespace candor {

enum class EventKind : std::uint8_t { education, work, clinical, research, exam, gap, other };
inline constexpr std::string_view kEventKindNames[] = {"education", "work", "clinical", "research",
                                                       "exam",      "gap",  "other"};
[[nodiscard]] constexpr std::string_view to_string(EventKind kind) {
  return kEventKindNames[static_cast<std::size_t>(kind)];
}

// What of the thing a date places: all of it, its beginning ("joined in 2019") or its end ("graduated in 2016").
enum class Aspect : std::uint8_t { whole, start, end };

enum class Load : std::uint8_t { unstated, full_time, part_time };

enum class ExamResult : std::uint8_t { unstated, pass, fail };

struct Sitting {
  Exam exam = Exam::none;
  int attempt = 0;  // from 1; 0 where it is not told
  ExamResult result = ExamResult::unstated;
  int score = 0;  // 0 where it is not told
};

// One side of an event's time.
struct Stated {
  PartialDate date;
  Interval days;  // all days that it may mean, slack included
  Span source;    // the words, in the source's bytes
};

struct Event {
  EventKind kind = EventKind::other;
  Aspect aspect = Aspect::whole;
  bool claim = false;     // told in prose; otherwise an entry
  bool expected = false;  // told as still to come
  bool done = false;      // told as done: a past verb, a result
  bool relative = false;  // its date is counted from the application's ("three years ago") or carried
  bool carried = false;   // ... from the date told before it: "two years later"
  bool telling = false;   // a claim: its date is the role's own, not that of a deed within it
  bool naming = false;    // a claim: telling where a name ties it, "I came to Mercy in May", not where a town does
  bool away = false;      // a claim: time outside training and work, dated or not
  bool partial = false;   // a claim: its length is a part of the whole, "my first two years"
  bool loose = false;     // a claim: its length is told of what the writer did, not of a stay; its ends are a guess
  bool scene = false;     // a claim: the first or last day of a stay, told as a scene
  bool pointing = false;  // a claim: speaks of what was named before: "there", "those fifteen months"

  // What its words make of it.
  bool paper = false;           // a certificate, prize or publication: dated, but no time spent
  bool training = false;        // internship, residency: full time without a word about it
  bool within_degree = false;   // what may be a part of a degree: internship, thesis, elective
  bool within_post = false;     // what may be a part of a post: chief resident, visiting resident
  bool medical_degree = false;  // of an education
  bool master_degree = false;

  Load load = Load::unstated;
  std::string organization;         // as written; empty where none is named
  std::string title;                // role, degree or exam; of a claim only the exam
  std::string verb;                 // of a claim, lower case; where the words have none, the one that they mean
  std::string place;                // city and country as written
  std::vector<std::string> names;   // telling words of the organization, lower case
  std::vector<std::string> places;  // telling words of the place, lower case
  Sitting sitting;                  // kind exam

  std::optional<Stated> start;  // nothing: open or not told
  std::optional<Stated> end;
  bool to_present = false;
  bool point = false;  // one date only: start and end are the same words

  std::optional<Duration> length;
  Span length_source;
  std::vector<Stated> other_dates;  // further dates told of the same thing: a degree date beside the years of study

  std::uint32_t text = 0;  // index in ApplicationReading::texts
  Span source;             // the entry's head, or the clause; in the source's bytes
  Span whole;              // the entry with its description, or the sentence

  [[nodiscard]] bool dated() const { return start || end; }
  // The words that tell when. REQUIRES: dated().
  [[nodiscard]] Span date_source() const {
    if (!start) return end->source;
    if (!end || end->source == start->source) return start->source;
    return hull(start->source, end->source);
  }
};

// No exam, no gap, no study and no paper.
[[nodiscard]] inline bool is_post(const Event& event) {
  return event.kind != EventKind::exam && event.kind != EventKind::gap && event.kind != EventKind::education &&
         !event.paper;
}

}  // namespace candor
