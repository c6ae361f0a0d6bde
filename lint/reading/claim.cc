#include "lint/reading/claim.h"

#include <algorithm>
#include <span>

#include "lint/reading/carry.h"
#include "lint/reading/claim_dates.h"
#include "lint/reading/claim_lengths.h"
#include "lint/reading/claim_relations.h"
#include "lint/reading/claim_sentence.h"
#include "lint/reading/claim_sittings.h"
#include "lint/reading/clause.h"
#include "lint/reading/entry.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/scene.h"
#include "lint/reading/time_away.h"

namespace candor {
namespace {

// Reads the claims of a sentence.
class SentenceReader : ClaimSentence {
 public:
  explicit SentenceReader(const ClaimSentence& sentence) : ClaimSentence(sentence) {}

  // `dates`: those of the sentence. `away`: it tells of time away.
  void read(IndexRange dates, bool away) {
    for (std::size_t c = 0; c < clauses_.size(); ++c) read_sittings(*this, c);
    if (away) read_away();
    for (std::uint32_t d = dates.first; d + 1 < dates.last; ++d) read_told_end(text_.dates[d], text_.dates[d + 1]);
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      if (text_.dates[d].kind != DateKind::duration && !is_next_length(text_.dates[d]))
        read_date(*this, text_.dates[d]);
    }
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      if (text_.dates[d].kind == DateKind::duration || is_next_length(text_.dates[d]))
        read_length(*this, text_.dates[d]);
      read_stay(text_.dates[d]);
      read_carried(d);
    }
    for (std::uint32_t d = dates.first; d + 1 < dates.last; ++d) read_pair(text_.dates[d], text_.dates[d + 1]);
  }

 private:
  // "Residency in Santa Clara was next, three years, from late 2015 to late 2018": a range and its length side by side,
  // whoever the sentence is about.
  void read_pair(const DateExpression& first, const DateExpression& second) {
    const bool leads = first.kind == DateKind::duration && first.anchor == DateAnchor::none;
    const DateExpression& length = leads ? first : second;
    const DateExpression& range = leads ? second : first;
    const std::string_view between = text_.low({first.source.end, second.source.begin});
    if (length.kind != DateKind::duration || length.anchor != DateAnchor::none || range.kind == DateKind::duration ||
        used(range.source) || used(length.source) || has(sentence_->source, PathWord::relative) ||
        !(between == ", " || between == ", from " || between == " (" || between == " from ") ||
        !is_length_of_stay(length.source) || clause_of(first.source).quoted)
      return;
    const bool path = has(sentence_->source, PathWord::training) || has(sentence_->source, PathWord::own_noun);
    Event event = blank();
    if (!path || !set_dates(range, event) || event.point || !event.start || !event.end || event.relative) return;
    event.source = hull(first.source, second.source);
    event.length = length.duration;
    event.length_source = length.source;
    event.done = true;
    events_.push_back(std::move(event));
  }
  // "I joined Mercy in 2019. Two years later I left."
  void read_carried(std::uint32_t d) {
    const std::optional<DateExpression> date = carried_date(text_, d);
    if (!date || used(date->source)) return;
    const std::size_t before = events_.size();
    read_date(*this, *date);
    if (events_.size() == before) return;
    Event& event = events_.back();
    if (!event.telling || event.kind == EventKind::gap || event.away) {
      events_.pop_back();
      return;
    }
    event.relative = event.carried = true;
  }
  // "From March 2019 until I left government service in February 2021 I was an assistant surgeon": the end of the stay
  // is told in a clause of its own.
  void read_told_end(const DateExpression& start, const DateExpression& end) {
    const auto is_one = [](const DateExpression& date) {
      return date.kind != DateKind::duration && date.resolved && date.start == date.end && !date.open_start &&
             date.anchor == DateAnchor::none;
    };
    const std::string_view before = text_.low({sentence_->source.begin, start.source.begin});
    const std::string_view low = text_.low(start.source);
    const std::string_view between = text_.low({start.source.end, end.source.begin});
    const bool from = before.ends_with("from ") || low.starts_with("from ");
    if (!is_one(start) || !is_one(end) || !from || !between.starts_with(" until i ") ||
        end.start_days.last <= start.start_days.first)
      return;
    const auto told = std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& clause) {
      return clause.actor == Actor::self && clause.act == Act::whole &&
             (clause.source.begin >= end.source.end || clause.source.end <= start.source.begin);
    });
    if (told == clauses_.end() || told->quoted) return;
    Event event = blank();
    event.start = Stated{start.start, start.start_days, start.source};
    event.end = Stated{end.end, end.end_days, end.source};
    event.source = told->source;
    event.kind = kind_of_clause(*told);
    event.verb = word(told->verb);
    event.done = event.telling = true;
    events_.push_back(std::move(event));
  }
  // "I left Mercy four years after I had come", "Four years after I started there I left": the length of a stay.
  void read_stay(const DateExpression& date) {
    if (date.anchor != DateAnchor::previous_event || date.duration.in_months() <= 0 ||
        !text_.low(date.source).ends_with(" after"))
      return;
    const Clause& clause = clause_of(date.source);
    const auto begins_in = [&](Span span) {
      return has(span, PathWord::act_start) || has(span, PathWord::act_arrive) || has_phrase(text_.low(span), "come");
    };
    Span told = clause.source;
    if (date.source.begin == clause.source.begin) {
      const auto next = static_cast<std::size_t>(&clause - clauses_.data()) + 1;
      if (next >= clauses_.size() || !begins_in(clause.source) || clauses_[next].act != Act::end ||
          clauses_[next].actor != Actor::self)
        return;
      told = hull(told, clauses_[next].source);
    } else if (const Span behind{date.source.end, clause.source.end};
               clause.act != Act::end || !text_.low(behind).starts_with(" i ") || !begins_in(behind)) {
      return;
    }
    if (clause.actor != Actor::self) return;
    Event event = blank();
    event.source = told;
    event.kind = kind_of(text_.words, told);
    event.length = date.duration;
    event.length_source = date.source;
    event.verb = "spent";
    event.telling = event.done = true;
    events_.push_back(std::move(event));
  }
  // "I spent the next four years there": told in the past, no time to come. "I have spent the last four years there".
  [[nodiscard]] bool is_next_length(const DateExpression& date) const {
    if (date.anchor != DateAnchor::as_of || date.duration.in_months() <= 0) return false;
    const std::string_view low = text_.low(date.source);
    const std::string_view clause = text_.low(clause_of(date.source).source);
    if (has_phrase(low, "next")) return !has(clause_of(date.source).source, PathWord::expected);
    return has_any_phrase(low, {"last", "past"}) && has_phrase(clause, "have");
  }
  void read_away() {
    if (auto event = read_time_away(text_, *sentence_, clauses_, section_)) events_.push_back(*std::move(event));
  }
};

// Reads those of a text.
class ClaimReader {
 public:
  explicit ClaimReader(const MarkedText& text) : text_(text), document_(text.text.document) {}

  Claims read() {
    const auto sentences = document_.sentences();
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      if (document_.blocks()[sentence.block].kind == BlockKind::heading) continue;
      if (auto scene = read_scene(text_, sentence, s + 1 < sentences.size() ? &sentences[s + 1] : nullptr))
        events_.push_back(*std::move(scene));
      const SectionKind section =
          answers_about_time_away(s) ? SectionKind::interruption : text_.text.section_of(sentence.block).kind;
      const IndexRange dates = text_.dates_within(sentence.source);
      const bool away = tells_of_time_away(text_, sentence.source, section);
      const bool exam = text_.words.any(sentence.source, PathWord::exam);
      if (dates.empty() && !away && !exam) continue;
      std::vector<Clause> clauses = read_clauses(text_, sentence);
      lend_subjects(s, clauses);
      const ClaimSentence claims(text_, sentence, section, clauses, events_, last_exam_);
      if (exam || last_exam_.block == sentence.block) read_relations(claims, relations_);
      SentenceReader(claims).read(dates, away);
    }
    return {std::move(events_), std::move(relations_)};
  }

 private:
  // "The residency began in 2018, and it ended in 2021", "My internship was in Karlovac. It ended in May": a thing of
  // the writer's path again.
  void lend_subjects(std::size_t s, std::span<Clause> clauses) const {
    const auto word = [&](std::uint32_t token) { return document_.word(token); };
    const auto goes_on = [&](const Clause& clause) {
      const std::uint32_t first = clause.tokens.first;
      const std::uint32_t it = is_one_of(word(first), {"and", "but", ",", ";", ":", "("}) ? first + 1 : first;
      if (it + 2 >= clause.tokens.last) return false;
      const std::uint32_t subject = is_one_of(word(it), {"and", "but"}) ? it + 1 : it;
      return clause.actor == Actor::other && subject + 1 < clause.tokens.last &&
             is_one_of(word(subject), {"it", "they", "which"}) && clause.act != Act::none &&
             is_one_of(word(clause.verb),
                       {"began", "started", "ended", "finished", "closed", "ran", "lasted", "was", "were"}) &&
             clause.verb <= subject + 2;
    };
    for (std::size_t c = 0; c < clauses.size(); ++c) {
      if (!goes_on(clauses[c])) continue;
      const bool own = c > 0 ? clauses[c - 1].actor == Actor::own : is_of_own_thing(s);
      if (!own) continue;
      clauses[c].actor = Actor::own;
      clauses[c].linked = true;
    }
  }
  // The sentence before has a thing of the writer's path for its subject.
  [[nodiscard]] bool is_of_own_thing(std::size_t s) const {
    const auto sentences = document_.sentences();
    if (s == 0 || sentences[s - 1].block != sentences[s].block) return false;
    const std::vector<Clause> before = read_clauses(text_, sentences[s - 1]);
    return !before.empty() && before.front().actor == Actor::own;
  }
  // "Was your training interrupted? Yes, from January to June 2020, for a family illness.", "Explain any gaps. From
  // January to June 2020 ...", "# Time away from work", and below it "July 2022 to February 2023: I left my post".
  [[nodiscard]] bool answers_about_time_away(std::size_t s) const {
    if (s == 0) return false;
    const auto sentences = document_.sentences();
    const bool said_yes = s > 1 && text_.low(sentences[s - 1].source) == "yes.";
    const Span answer = sentences[said_yes ? s - 1 : s].source;
    if (!starts_with_any(text_.low(answer), {"yes", "from "}) && !opens_with_a_range(answer)) return false;
    std::size_t question = said_yes ? s - 2 : s - 1;
    // one answer below the other, a paragraph each
    while (question > 0 && opens_with_a_range(sentences[s].source) && opens_with_a_range(sentences[question].source))
      --question;
    const Sentence& before = sentences[question];
    const Span asked = before.source;
    const bool heading = document_.blocks()[before.block].kind == BlockKind::heading;
    const bool asks = heading || text_.slice(asked).ends_with('?') ||
                      has_any_phrase(text_.low(asked), {"explain", "please describe", "account for"});
    return asks && text_.words.any(asked, PathWord::gap_title);
  }
  // "March 2021 to November 2022: emigration", "A: January 2022 to October 2022."
  [[nodiscard]] bool opens_with_a_range(Span sentence) const {
    constexpr std::uint32_t kAnswer = 4;  // bytes: "A: "
    const DateExpression* date = text_.date_in(sentence);
    return date != nullptr && date->kind == DateKind::period && date->tells_two_ends() && date->start.has_month() &&
           date->source.begin < sentence.begin + kAnswer;
  }

  const MarkedText& text_;
  const Document& document_;
  std::vector<Event> events_;
  std::vector<Relation> relations_;
  LastExam last_exam_;
};

}  // namespace

Claims read_claims(const MarkedText& text) { return ClaimReader(text).read(); }

}  // namespace candor
