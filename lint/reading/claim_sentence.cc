#include "lint/reading/claim_sentence.h"

#include <algorithm>

#include "lint/reading/entry_names.h"
#include "lint/reading/time_away.h"

namespace candor {

ClaimSentence::ClaimSentence(const MarkedText& text, const Sentence& sentence, SectionKind section,
                             std::span<const Clause> clauses, std::vector<Event>& events, LastExam& last_exam)
    : text_(text),
      document_(text.text.document),
      sentence_(&sentence),
      section_(section),
      clauses_(clauses),
      events_(events),
      first_event_(events.size()),
      last_exam_(last_exam) {}

Event ClaimSentence::blank() const {
  Event event;
  event.claim = true;
  event.text = text_.index;
  event.source = event.whole = sentence_->source;
  return event;
}

bool ClaimSentence::has(Span span, PathWord word) const { return text_.words.any(span, word); }

bool ClaimSentence::used(Span date) const {
  return std::any_of(events_.begin() + static_cast<std::ptrdiff_t>(first_event_), events_.end(), [&](const Event& e) {
    return (e.start && e.start->source == date) || (e.end && e.end->source == date) ||
           (e.length && e.length_source == date);
  });
}

std::string_view ClaimSentence::word(std::uint32_t token) const { return document_.word(token); }

bool ClaimSentence::is_next_of_then(const Clause& clause, const DateExpression& date) const {
  return date.anchor == DateAnchor::as_of && has_phrase(text_.low(date.source), "next year") &&
         clause.act != Act::none && is_told_in_the_past(word(clause.verb));
}

bool ClaimSentence::is_to_come(const Clause& clause) const {
  const std::string_view low = text_.low(clause.source);
  if (low.starts_with("if ") && has_any_phrase(low, {"is", "are"})) return true;
  const std::string_view whole = text_.low(sentence_->source);
  if ((has_phrase(low, "if") || whole.starts_with("if ")) && has_phrase(whole, "i will")) return true;
  const std::vector<WordHit> awaited = text_.words.all(clause.source, PathWord::expected);
  return std::any_of(awaited.begin(), awaited.end(), [&](const WordHit& hit) {
    if (std::string_view(text_.folded).substr(hit.place.end).starts_with(" say")) return false;  // "which is to say"
    if (text_.low(hit.place) == "by the time" && is_told_in_the_past(word(clause.verb))) return false;
    if (is_for_what_comes(clause, hit) || is_aside(clause, hit)) return false;
    const std::string_view before = text_.low({clause.source.begin, hit.place.begin});
    // "with two suitcases and a plan to stay"
    const bool over = word(clause.verb) == "arrived" || word(clause.verb) == "came";
    const std::size_t with = before.rfind(over ? " with " : ", with ");
    return with == std::string_view::npos || before.find(',', with + 1) != std::string_view::npos;
  });
}

bool ClaimSentence::is_for_what_comes(const Clause& clause, const WordHit& hit) const {
  return clause.act != Act::none && text_.low(hit.place).starts_with("to ") &&
         document_.tokens()[clause.verb].source.end < hit.place.begin &&
         is_one_of(word(clause.verb), {"left", "came", "moved", "returned", "went", "resigned", "quit", "joined",
                                       "stopped", "started", "began"});
}

bool ClaimSentence::is_aside(const Clause& clause, const WordHit& hit) const {
  const DateExpression* date = text_.date_in(clause.source);
  if (date == nullptr || date->source.end >= hit.place.begin || !is_told_in_the_past(word(clause.verb))) return false;
  const std::string_view between = text_.low({date->source.end, hit.place.begin});
  return between.find(" that ") != std::string_view::npos || between.find(" which ") != std::string_view::npos ||
         between.find(" who ") != std::string_view::npos;
}

bool ClaimSentence::is_told_in_the_past(std::string_view verb) {
  return verb.ends_with("ed") ||
         is_one_of(verb, {"came", "left", "began", "got", "went", "took", "was", "had", "became"});
}

bool ClaimSentence::is_of_a_gap(const Clause& clause) const {
  if (clause.actor != Actor::own || clause.act == Act::none) return false;
  const Span subject{clause.source.begin, document_.tokens()[clause.verb].source.begin};
  return subject.begin < subject.end && has(subject, PathWord::gap_title);
}

EventKind ClaimSentence::kind_of_clause(const Clause& clause) const {
  const std::string_view verb = clause.act != Act::none ? word(clause.verb) : std::string_view();
  if (tells_of_leave(text_, clause.source) || is_of_a_gap(clause)) return EventKind::gap;
  const std::string_view low = text_.low(clause.source);
  if (has_any_phrase(low, {"studied for", "studying for", "prepared for"}))
    return studies_for_a_degree(clause) ? EventKind::education : EventKind::gap;
  if (is_one_of(verb, {"graduated", "graduating", "graduation", "qualified", "qualifying", "matriculated"}))
    return EventKind::education;
  if (clause.act == Act::award && verb == "took") return EventKind::education;  // "took my DO"
  if (is_one_of(verb, {"started", "began", "entered", "finished"}) && has_phrase(low, std::string(verb) + " college"))
    return EventKind::education;
  if (verb == "taught" && !has_phrase(low, "taught me")) return EventKind::work;  // "I taught middle school science"
  if (clause.act == Act::award)
    return has(clause.source, PathWord::degree) || has(clause.source, PathWord::graduation) ? EventKind::education
                                                                                            : EventKind::other;
  const bool as_a = low.find(" as a") != std::string_view::npos && has(clause.source, PathWord::clinical);
  if (is_one_of(verb, {"studied", "studying", "enrolled"}) && !has(clause.source, PathWord::research) && !as_a)
    return EventKind::education;
  if (is_one_of(verb, {"admitted", "entered", "entering"}) && has_phrase(low, "university") &&
      !has_phrase(low, "hospital"))
    return EventKind::education;
  if (takes_a_degree(clause)) return EventKind::education;
  EventKind kind = kind_of(text_.words, clause.source);
  if (kind == EventKind::research && has(clause.source, PathWord::training))
    kind = EventKind::clinical;  // "finished the residency with a thesis"
  const bool worked = is_one_of(verb, {"worked", "working", "served", "serving", "employed"});
  if (kind == EventKind::education && worked) return EventKind::work;
  if (kind == EventKind::other && has(clause.source, PathWord::degree)) return EventKind::education;
  return kind;
}

bool ClaimSentence::takes_a_degree(const Clause& clause) const {
  if (clause.act != Act::end || !is_one_of(word(clause.verb), {"finished", "completed"}) ||
      has(clause.source, PathWord::training))
    return false;
  std::uint32_t object = clause.verb + 1;
  if (object < clause.tokens.last && is_one_of(word(object), {"my", "the", "a", "an"})) ++object;
  if (object >= clause.tokens.last) return false;
  const std::uint32_t begin = document_.tokens()[object].source.begin;
  return std::ranges::any_of(text_.words.all(clause.source, PathWord::degree),
                             [&](const WordHit& hit) { return hit.place.begin == begin; });
}

bool ClaimSentence::studies_for_a_degree(const Clause& clause) const {
  const std::size_t at = text_.low(clause.source).find(" for ");
  if (at == std::string_view::npos) return false;
  constexpr std::uint32_t kReach = 24;  // bytes
  const std::uint32_t begin = clause.source.begin + static_cast<std::uint32_t>(at) + 5;
  const Span behind{begin, std::min(clause.source.end, begin + kReach)};
  return has(behind, PathWord::degree) && !has(behind, PathWord::exam);
}

std::string_view ClaimSentence::trim(std::string_view words) {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  return words;
}

bool ClaimSentence::is_length_of_stay(Span length) const {
  const WordHits& words = text_.words;
  const bool within = words.leads(length.end + 1, PathWord::distance);  // "ten months later" in one expression
  constexpr std::size_t kReach = 16;                                    // bytes: "seven months' pregnancy"
  const std::string_view behind = std::string_view(text_.folded).substr(length.end, kReach);
  if (behind.find(" pregnan") != std::string_view::npos) return false;
  const bool for_before = without_loose_words(text_.low({sentence_->source.begin, length.begin})).ends_with("for ") &&
                          starts_with_any(std::string_view(text_.folded).substr(length.end), {" before", " after"});
  return !within && (for_before || !words.follows(length.end, PathWord::distance)) &&
         !words.follows(length.end, PathWord::no_stay) && !words.leads(length.begin, PathWord::each_time);
}

bool ClaimSentence::is_of_an_event(Span date) const {
  std::string_view lead = text_.low({sentence_->source.begin, std::max(sentence_->source.begin, date.begin)});
  constexpr std::string_view kOf = " of ";
  if (!lead.ends_with(kOf)) return false;
  lead.remove_suffix(kOf.size());
  const std::size_t last = lead.rfind(' ');
  if (last == std::string_view::npos) return false;
  const std::string_view noun = lead.substr(last + 1);
  const std::string_view before = lead.substr(0, last + 1);
  const bool governed = ends_with_any(before, {" after the ", " before the ", " since the ", " during the "});
  const std::string_view distance = before.substr(before.size() - std::min<std::size_t>(before.size(), 24));
  const bool far = has_any_phrase(distance, {"year", "years", "months"});
  return governed && far &&
         !is_one_of(noun, {"end",    "start",  "beginning",   "middle", "close",    "class",     "graduation",
                           "match",  "exam",   "examination", "term",   "semester", "year",      "summer",
                           "spring", "autumn", "fall",        "winter", "degree",   "residency", "internship"});
}

bool ClaimSentence::is_unreal(const Clause& clause) const {
  return tells_the_unreal(text_.low(clause.source)) ||
         text_.low(sentence_->source).starts_with("had i ");  // "Had I stayed until 2023, I would"
}

std::string_view ClaimSentence::without_loose_words(std::string_view before) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view word :
         {"about ",    "nearly ",         "almost ",         "roughly ",      "around ",       "some ",
          "over ",     "more than ",      "just ",           "only ",         "close to ",     "approximately ",
          "a little ", "upwards of ",     "all of ",         "the whole of ", "no less than ", "not less than ",
          "at least ", "a good ",         "well ",           "barely ",       "exactly ",      "a total of ",
          "a full ",   "the course of ",  "hardly ",         "scarcely ",     "a mere ",       "a bare ",
          "a bit ",    "something like ", "something over ", "a touch ",      "a shade "}) {
      if (!before.ends_with(word)) continue;
      before.remove_suffix(word.size());
      found = true;
    }
  }
  return before;
}

bool ClaimSentence::clause_has_no_subject(const Clause& clause) const {
  const std::uint32_t reach = std::max(clause.tokens.first + 3, clause.act != Act::none ? clause.verb : 0);
  for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last && t <= reach; ++t) {
    if (word(t) == "i" || word(t) == "my") return false;
  }
  return true;
}

}  // namespace candor
