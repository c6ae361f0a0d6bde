#include "lint/reading/claim.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "lint/dates/month_days.h"
#include "lint/dates/words.h"
#include "lint/reading/carry.h"
#include "lint/reading/clause.h"
#include "lint/reading/entry.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/scene.h"
#include "lint/reading/sitting.h"
#include "lint/reading/time_away.h"

namespace candor {
namespace {

class ClaimReader {
 public:
  explicit ClaimReader(const MarkedText& text) : text_(text), document_(text.text.document) {}

  std::vector<Event> read() {
    const auto sentences = document_.sentences();
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const Sentence& sentence = sentences[s];
      if (document_.blocks()[sentence.block].kind == BlockKind::heading) continue;
      if (auto scene = read_scene(text_, sentence, s + 1 < sentences.size() ? &sentences[s + 1] : nullptr))
        events_.push_back(*std::move(scene));
      sentence_ = &sentence;
      section_ = answers_about_time_away(s) ? SectionKind::interruption : text_.text.section_of(sentence.block).kind;
      const IndexRange dates = text_.dates_within(sentence.source);
      const bool away = tells_of_time_away(text_, sentence.source, section_);
      const bool exam = text_.words.any(sentence.source, PathWord::exam);
      if (dates.empty() && !away && !exam) continue;
      clauses_ = read_clauses(text_, sentence);
      lend_subjects(s);
      read_sentence(dates, away);
    }
    return std::move(events_);
  }

 private:
  // "The residency began in 2018, and it ended in 2021", "My internship was in Karlovac. It ended in May": a thing of
  // the writer's path again.
  void lend_subjects(std::size_t s) {
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
    for (std::size_t c = 0; c < clauses_.size(); ++c) {
      if (!goes_on(clauses_[c])) continue;
      const bool own = c > 0 ? clauses_[c - 1].actor == Actor::own : is_of_own_thing(s);
      if (!own) continue;
      clauses_[c].actor = Actor::own;
      clauses_[c].linked = true;
    }
  }
  // The sentence before has a thing of the writer's path for its subject.
  [[nodiscard]] bool is_of_own_thing(std::size_t s) const {
    const auto sentences = document_.sentences();
    if (s == 0 || sentences[s - 1].block != sentences[s].block) return false;
    const std::vector<Clause> before = read_clauses(text_, sentences[s - 1]);
    return !before.empty() && before.front().actor == Actor::own;
  }
  // "Was your training interrupted? Yes, from January to June 2020, for a family illness.", "Please explain any gaps.
  // From January to June 2020 ..."
  [[nodiscard]] bool answers_about_time_away(std::size_t s) const {
    if (s == 0) return false;
    const auto sentences = document_.sentences();
    const bool said_yes = s > 1 && text_.low(sentences[s - 1].source) == "yes.";
    const Span asked = sentences[said_yes ? s - 2 : s - 1].source;
    const std::string_view answer = text_.low(sentences[said_yes ? s - 1 : s].source);
    const bool asks = text_.slice(asked).ends_with('?') || has_phrase(text_.low(asked), "please explain") ||
                      has_phrase(text_.low(asked), "please describe");
    return asks && (answer.starts_with("yes") || answer.starts_with("from ")) &&
           text_.words.any(asked, PathWord::gap_title);
  }
  void read_sentence(IndexRange dates, bool away) {
    first_event_ = events_.size();
    for (std::size_t c = 0; c < clauses_.size(); ++c) read_sittings(c);
    if (away) read_away();
    for (std::uint32_t d = dates.first; d + 1 < dates.last; ++d) read_told_end(text_.dates[d], text_.dates[d + 1]);
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      if (text_.dates[d].kind != DateKind::duration && !is_next_length(text_.dates[d])) read_date(text_.dates[d]);
    }
    for (std::uint32_t d = dates.first; d < dates.last; ++d) {
      if (text_.dates[d].kind == DateKind::duration || is_next_length(text_.dates[d])) read_length(text_.dates[d]);
      read_stay(text_.dates[d]);
      read_distance(text_.dates[d]);
      read_carried(d);
    }
    for (std::uint32_t d = dates.first; d + 1 < dates.last; ++d) read_pair(text_.dates[d], text_.dates[d + 1]);
  }
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
    read_date(*date);
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
    event.title = std::string(word(told->verb));
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
    event.title = "spent";
    event.telling = event.done = true;
    events_.push_back(std::move(event));
  }
  // "Two years after graduation I went to Kassala", "I went to Kassala two years after graduation".
  void read_distance(const DateExpression& date) {
    if (date.anchor != DateAnchor::previous_event || date.duration.in_months() <= 0 || date.before_anchor ||
        date.duration.looseness == Looseness::vague || !text_.low(date.source).ends_with(" after"))
      return;
    constexpr std::uint32_t kReach = 40;  // bytes
    const Span behind{date.source.end, std::min(sentence_->source.end, date.source.end + kReach)};
    Event event = blank();
    Span milestone;
    for (const auto& [list, after] : {std::pair(PathWord::after_degree, Milestone::degree),
                                      std::pair(PathWord::after_internship, Milestone::internship),
                                      std::pair(PathWord::after_residency, Milestone::residency)}) {
      const WordHit* hit = text_.words.first(behind, list);
      if (hit == nullptr || event.after != Milestone::none) continue;
      event.after = after;
      milestone = hit->place;
    }
    if (const WordHit* exam = text_.words.first(behind, PathWord::exam);
        exam != nullptr && tells_of_a_pass(behind, *exam)) {
      event.after = Milestone::exam;
      event.sitting.exam = static_cast<Exam>(exam->value);
      milestone = exam->place;
    }
    if (event.after == Milestone::none || text_.low({behind.begin, milestone.begin}).find(',') != std::string::npos)
      return;
    const Clause& clause = clause_of(date.source);
    const bool leads = date.source.begin == clause.source.begin;
    event.source = leads ? Span{milestone.end, sentence_->source.end} : Span{clause.source.begin, date.source.begin};
    for (const Clause& other : clauses_) {  // no further than the clause that begins behind it
      if (leads && other.source.begin > milestone.end + 2 && other.source.begin > clause.source.end)
        event.source.end = std::min(event.source.end, other.source.begin);
    }
    if (event.after == Milestone::degree && !clause.quoted) read_degree_before(date);
    if (clause.quoted || event.source.begin >= event.source.end || !has_phrase(text_.low(event.source), "i") ||
        text_.date_in(event.source) != nullptr)
      return;
    const bool begins = has(event.source, PathWord::act_start) || has(event.source, PathWord::act_arrive) ||
                        (!leads && clause.act == Act::deed);
    const WordHit* const sat = text_.words.first(event.source, PathWord::exam);  // "I sat Step 1 five years after"
    const bool sits = sat != nullptr && event.after != Milestone::exam && has(event.source, PathWord::act_exam);
    if (!begins && !sits && !has(event.source, PathWord::act_whole)) return;
    if (sits) {
      event.sitting = sitting_in(text_, event.source);
      event.sitting.exam = static_cast<Exam>(sat->value);
    }
    event.kind = sits ? EventKind::exam : kind_of(text_.words, event.source);
    if (event.kind == EventKind::education) return;
    event.length = date.duration;
    event.length_source = date.source;
    event.title = "was";
    event.aspect = begins ? Aspect::start : Aspect::whole;
    event.done = event.telling = true;
    events_.push_back(std::move(event));
  }
  // "In September 2023, six years after Kharkiv had given me my diploma": six years before then.
  void read_degree_before(const DateExpression& distance) {
    constexpr Day kRounded = 62;
    if (distance.source.begin < sentence_->source.begin + 2) return;
    const Span lead{sentence_->source.begin, distance.source.begin - 2};
    const DateExpression* const then = text_.date_in(lead);
    const std::string_view opening =
        text_.low({lead.begin, std::max(lead.begin, then != nullptr ? then->source.begin : 0)});
    if (then == nullptr || then->source.end != lead.end || !is_one_of(trim(opening), {"in", "on", "and in", "so in"}) ||
        !then->is_one_time() || then->anchor != DateAnchor::none || !then->start.has_month() ||
        distance.duration.finest > LengthUnit::years)
      return;
    // "six years after" may be told of nearly seven, or counted from year to year.
    const double months = distance.duration.in_months();
    const bool years = distance.duration.finest == LengthUnit::years;
    const double more = years ? 11 : 0;
    const Interval given = days_after(then->days(), {-months - more, more - months}, kRounded);
    const CivilDate middle = civil_date(given.first + (given.last - given.first) / 2);
    Event event = blank();
    event.source = {distance.source.begin, sentence_->source.end};
    event.kind = EventKind::education;
    event.aspect = Aspect::end;
    event.telling = event.done = event.point = true;
    event.title = "graduated";
    event.start = event.end = Stated{month_date(middle.year, middle.month), given, distance.source};
    events_.push_back(std::move(event));
  }
  // "after I passed Step 2 CK", "after Step 1".
  [[nodiscard]] bool tells_of_a_pass(Span behind, const WordHit& exam) const {
    const std::string_view lead = trim(text_.low({behind.begin, exam.place.begin}));
    return lead.empty() || is_one_of(lead, {"i passed", "i had passed", "passing", "having passed", "i took", "i sat",
                                            "taking", "my", "the"});
  }
  // "I spent the next four years there": told in the past, no time to come. "I have spent the last four years there".
  [[nodiscard]] bool is_next_length(const DateExpression& date) const {
    if (date.anchor != DateAnchor::as_of || date.duration.in_months() <= 0) return false;
    const std::string_view low = text_.low(date.source);
    const std::string_view clause = text_.low(clause_of(date.source).source);
    if (has_phrase(low, "next")) return !has(clause_of(date.source).source, PathWord::expected);
    return (has_phrase(low, "last") || has_phrase(low, "past")) && has_phrase(clause, "have");
  }
  [[nodiscard]] Event blank() const {
    Event event;
    event.claim = true;
    event.text = text_.index;
    event.source = event.whole = sentence_->source;
    return event;
  }
  [[nodiscard]] const Clause& clause_of(Span place) const {
    const auto at =
        std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& c) { return c.source.contains(place.begin); });
    return at == clauses_.end() ? clauses_.back() : *at;
  }
  [[nodiscard]] bool has(Span span, PathWord word) const { return text_.words.any(span, word); }
  [[nodiscard]] bool used(Span date) const {
    return std::any_of(events_.begin() + static_cast<std::ptrdiff_t>(first_event_), events_.end(), [&](const Event& e) {
      return (e.start && e.start->source == date) || (e.end && e.end->source == date) ||
             (e.length && e.length_source == date);
    });
  }
  [[nodiscard]] std::string_view word(std::uint32_t token) const { return document_.word(token); }

  // ---- dates of roles and degrees
  void read_date(const DateExpression& date) {
    if (used(date.source)) return;
    const Clause& clause = clause_told_of(date);
    if (clause.quoted || begins_no_post(clause, date) || is_of_another_then(clause, date) || is_unreal(clause) ||
        is_next_of_then(clause, date) || is_of_an_event(date.source) || is_of_the_noun_before(clause, date) ||
        has_phrase(text_.low(clause.source), "coursework") ||
        (clause.act == Act::start && text_.low(date.source).starts_with("the class of")) ||  // and may leave it
        is_value_of_a_label(date.source) || is_of_what_lay_between(clause) || is_lived_through(date.source))
      return;
    Event event = blank();
    if (!set_dates(date, event)) return;
    const bool then = std::string_view(text_.folded).substr(date.source.end).starts_with(", and then ");
    if (date.label == DateLabel::academic_year && event.start && event.end) {  // one year of study, for one date
      event.start->days.last = event.end->days.last;
      event.end = event.start;
      event.point = true;
    }
    event.source = hull(clause.source, date.source);
    const bool listed = section_ == SectionKind::interruption && !event.point;
    // "Prize of the society, received in May": nobody's path, but told as done.
    const bool listed_deed = (clause.actor == Actor::none && clause.act != Act::none && clause.act != Act::whole &&
                              has(clause.source, PathWord::over)) ||
                             tells_of_own_work(up_to_and_behind(clause.source, date.source));
    const bool given = gives_my_degree(clause, date) || is_date_of_diploma(clause, date);
    const bool took_until = is_taken_until(date);
    if (!listed_deed && !given && !took_until &&
        (clause.actor == Actor::other || (clause.actor == Actor::none && !listed)))
      return;
    event.expected = is_to_come(clause);
    event.done = clause.act != Act::none && !event.expected && !is_present(clause) && is_past(clause) &&
                 !is_asked_of(clause, date);
    Clause told = clause;
    if (!listed) told.source = event.source = without_tail(date, without_destination(clause, around(clause, date)));
    event.kind = listed ? EventKind::gap : kind_of_clause(told);
    if (clause.act != Act::none) event.title = std::string(word(clause.verb));
    event.telling =
        (is_telling(clause, event) && (is_date_of_verb(clause, date) || dates_its_subject(clause, event))) ||
        is_range_of_a_stay(clause, event);
    if (event.telling && clause.act == Act::arrive && event.point && event.start) {  // weeks before it begins
      constexpr Day kSettling = 75;
      event.start->days.last += kSettling;
    }
    event.naming = !event.telling && !is_of_two_roles(clause) &&
                   (event.point || !(is_qualified(clause, event) || is_of_a_part(clause))) &&
                   names_a_place_perhaps(clause, event) && is_date_of_verb(clause, date);
    event.aspect = aspect_of(clause, event);
    if (then && event.point) event.source.end = date.source.end;  // what follows came later
    if (date.anchor == DateAnchor::birth && !event.telling) take_first_time(clause, event);
    event.pointing =
        has(clause.source, PathWord::there) || clause.linked || (clause_has_no_subject(clause) && !is_since_as(date));
    const bool of_class = is_of_the_class(date, clause);
    const bool received = event.point && !event.expected && is_of_the_degree_before(clause);
    if (received) event.source.begin = sentence_->source.begin;
    if (given && event.point) event.source = hull(event.source, clause.source);
    if (of_class || (event.point && given) || received || leaves_with_degree(clause, event)) {
      event.telling = true;
      event.done = event.done && !of_class;  // one is of a class before it graduates
      event.aspect = Aspect::end;
      event.kind = EventKind::education;
    }
    // "In March 2014 I surrendered my badge in Makati"
    if (!event.telling && event.point && !event.expected && clause.actor == Actor::self && clause.act == Act::deed &&
        is_date_of_verb(clause, date) && hands_over(text_, clause.source)) {
      event.telling = true;
      event.aspect = Aspect::end;
      event.title = "left";
    }
    if (!event.telling && is_day_of_a_role(clause, date, event)) {
      event.telling = true;
      event.aspect = Aspect::whole;
      event.source = {clause.source.begin, date.source.end};
    }
    if (took_until || (!event.telling && begins_my_post(clause, event))) {
      event.telling = event.done = true;
      event.expected = false;
      event.aspect = took_until ? Aspect::end : Aspect::start;
    }
    if (listed_deed && !given) event.telling = false;
    for (const std::string_view words : {"a role i held", "a post i held", "a job i held", "a position i held"}) {
      if (has_phrase(text_.low(clause.source), words)) event.source.begin = sentence_->source.begin;
    }
    join_ends(date, event);
    take_own_length(clause, date, event);
    events_.push_back(std::move(event));
  }

  // "Since graduating in June 2023 I have worked as a scribe", "Medicine took me to December of 2016", "a medical
  // officer on the wards and, from 2016, on Saturdays at a clinic": no post began then.
  [[nodiscard]] bool begins_no_post(const Clause& clause, const DateExpression& date) const {
    const std::string_view before = text_.low({sentence_->source.begin, date.source.begin});
    const bool graduated = before.ends_with("since graduating in ") || before.ends_with("since graduation in ") ||
                           before.ends_with("since qualifying in ");
    return (graduated && !is_one_of(word(clause.verb), {"graduated", "graduating", "qualifying", "graduation"})) ||
           before.ends_with(" took me to ") || before.ends_with(" and, from ") || before.ends_with(" and, since ");
  }
  // "It took me until December 2024 to earn the master's degree": the end of that.
  [[nodiscard]] bool is_taken_until(const DateExpression& date) const {
    constexpr std::uint32_t kReach = 8;  // bytes
    if (!date.open_start || !text_.low(bytes_before(date.source.begin, kReach)).ends_with("took me ")) return false;
    const std::string_view after = std::string_view(text_.folded).substr(date.source.end);
    constexpr std::array<std::string_view, 4> kEnds = {" to earn ", " to finish ", " to complete ", " to get my "};
    return std::ranges::any_of(kEnds, [&](std::string_view words) { return after.starts_with(words); });
  }
  // "I was there through the spring of 2020, when the families waved": no end.
  [[nodiscard]] bool is_lived_through(Span date) const {
    return text_.low(date).starts_with("through ") &&
           std::string_view(text_.folded).substr(date.end).starts_with(", when ");
  }
  // "Between the internship and Gish Ridge there was only December 2014"
  [[nodiscard]] bool is_of_what_lay_between(const Clause& clause) const {
    std::string_view low = text_.low(clause.source);
    for (const std::string_view lead : {", ", "and "}) {
      if (low.starts_with(lead)) low.remove_prefix(lead.size());
    }
    const std::string_view sentence = text_.low(sentence_->source);
    return low.starts_with("between ") && (has_phrase(sentence, "there was") || has_phrase(sentence, "there were"));
  }
  // "Degree Month: 05/2027": a field of a form, and no sentence.
  [[nodiscard]] bool is_value_of_a_label(Span date) const {
    std::string_view before = text_.text.source.bytes().substr(0, date.begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (!before.ends_with(':')) return false;
    before.remove_suffix(1);
    const std::size_t line = before.rfind('\n') + 1;
    const std::size_t gap = before.rfind("  ");
    before.remove_prefix(gap == std::string_view::npos ? line : std::max(line, gap + 2));
    return field_named(before) != Field::none;
  }
  // "Still an intern at Mercy in the spring of 2018, I followed": one was it then.
  [[nodiscard]] bool is_day_of_a_role(const Clause& clause, const DateExpression& date, const Event& event) const {
    const bool day = event.point && !event.expected && event.kind != EventKind::gap && clause.actor == Actor::self;
    if (!day || date.source.begin <= clause.source.begin || date.open_start || date.open_end || event.relative)
      return false;
    const Span lead{clause.source.begin, date.source.begin};
    const std::string_view words = text_.low(lead);
    const bool opens = words.starts_with("still a") || words.starts_with("as a ") || words.starts_with("as an ") ||
                       words.starts_with("already a") || words.starts_with("while a");
    const bool role = has(lead, PathWord::training) || has(lead, PathWord::clinical) || has(lead, PathWord::work) ||
                      has(lead, PathWord::research);
    return opens && role && words.ends_with(" in ") && words.find_first_of(",;:(") == std::string_view::npos &&
           std::string_view(text_.folded).substr(date.source.end).starts_with(",");
  }
  // "I took a boat to Timbiqui to begin my rural year", "I drove to Sikeston to start as a physician": whatever the
  // verb.
  [[nodiscard]] bool begins_my_post(const Clause& clause, const Event& event) const {
    const std::string_view low = text_.low(clause.source);
    const bool to_come = has_phrase(low, "will") || has_phrase(low, "am") || has_phrase(low, "hope") ||
                         has_phrase(low, "plan") || has_phrase(low, "want") || has_phrase(low, "like to") ||
                         has_phrase(low, "would");
    if (!event.point || to_come || clause.actor != Actor::self) return false;
    std::size_t at = std::string_view::npos;
    for (const std::string_view words : {" to begin my ", " to start my ", " to begin as ", " to start as "})
      at = std::min(at, low.find(words));
    // "I had gone up to the hills for my social year in March"
    const bool gone = has_phrase(low, "had gone") || has_phrase(low, "went") || has_phrase(low, "had come");
    if (const std::size_t goal = low.find(" for my "); gone && goal != std::string_view::npos)
      return has({clause.source.begin + static_cast<std::uint32_t>(goal), clause.source.end}, PathWord::own_noun);
    return at != std::string_view::npos && low.substr(0, at).find("had ") == std::string_view::npos &&
           names_role({clause.source.begin + static_cast<std::uint32_t>(at), clause.source.end});
  }
  // "I belong to the class of 2013", "I am a 2013 graduate of"
  [[nodiscard]] bool is_of_the_class(const DateExpression& date, const Clause& clause) const {
    const std::string_view low = text_.low(sentence_->source);
    const bool graduate = std::string_view(text_.folded).substr(date.source.end).starts_with(" graduate of");
    return (date.label == DateLabel::graduation || graduate) && clause.actor == Actor::self &&
           !has_phrase(low, "should") && !has_phrase(low, "would");
  }
  // "The dean put my degree in my hands", "the rector handed me the degree": it was given then.
  [[nodiscard]] bool gives_my_degree(const Clause& clause, const DateExpression& date) const {
    constexpr std::array<std::string_view, 11> kGives = {"handed",  "gave",      "put",       "placed",
                                                         "pressed", "passed",    "conferred", "awarded",
                                                         "granted", "presented", "given"};
    constexpr std::array<std::string_view, 7> kPapers = {"diploma", "degree", "doctorate", "mbbs",
                                                         "mbchb",   "mbbch",  "md"};
    const std::string_view low = text_.low(clause.source);
    const auto says = [&](std::string_view words) { return has_phrase(low, words); };
    constexpr std::array<std::string_view, 5> kFeasts = {"party for my ", "feast for my ", "dinner for my ",
                                                         "ceremony of my ", "party of my "};
    if (says(", in") && std::ranges::any_of(kFeasts, [&](std::string_view feast) {
          const std::size_t at = low.find(feast);
          return at != std::string_view::npos && std::ranges::any_of(kPapers, [&](std::string_view paper) {
                   return low.substr(at + feast.size()).starts_with(paper);
                 });
        }))
      return true;                                      // "at the party for my diploma, in 2014"
    const bool age = date.anchor == DateAnchor::birth;  // "I was twenty-three when the rector handed me"
    const bool to_me = says("conferred on me") || says("handed me") || says("gave me") || says("awarded me") ||
                       says("in my hands") || says("into my hands");
    if ((clause.actor == Actor::self && !age && !to_me) || std::ranges::none_of(kGives, says)) return false;
    const bool mine = says("me") || says("my") || says("us");
    const bool paper = std::ranges::any_of(kPapers, says) || says("my title");
    const bool aim = has_phrase(text_.low({clause.source.begin, document_.tokens()[clause.verb].source.end}), "left");
    if (mine && paper && !aim) return true;  // not "when I left to begin my MD he gave me a page"
    const bool conferred = says("conferred") || says("awarded") || says("granted");
    return conferred && (says("on me") || says("awarded me") || says("granted me") || says("my")) &&
           has(clause.source, PathWord::degree);
  }
  // "The diploma came in April", "my diploma, with the date of April", "My degree certificate ... bears the month of
  // May"
  [[nodiscard]] bool is_date_of_diploma(const Clause& clause, const DateExpression& date) const {
    constexpr std::array<std::string_view, 8> kDated = {" dated ", " the date of ", " the month of ", " date, ",
                                                        " bears ", " carries ",     " says ",         " reads "};
    const std::string_view before = text_.low({sentence_->source.begin, date.source.begin});
    std::size_t paper = std::string_view::npos;
    for (const std::string_view name : {"diploma", "degree certificate", "medical degree"}) {
      paper = std::min(paper, before.find(name));
    }
    if (paper == std::string_view::npos || !date.is_one_time() || !date.start.has_month()) return false;
    const std::string_view lead = before.substr(0, paper);
    if (!lead.ends_with("the ") && !lead.ends_with("my ") && !lead.ends_with("medical ")) return false;
    if (std::ranges::any_of(kDated, [&](std::string_view words) { return before.ends_with(words); })) return true;
    const bool subject = paper < 16 && clause.source.begin == sentence_->source.begin;
    return subject && is_one_of(word(clause.verb), {"came", "arrived", "bears", "carries"});
  }
  // "I hold a master's degree, which I received in 2021"
  [[nodiscard]] bool is_of_the_degree_before(const Clause& clause) const {
    std::string_view low = text_.low(clause.source);
    if (low.starts_with(", ")) low.remove_prefix(2);
    return (low.starts_with("which i ") || low.starts_with("that i ")) && clause.act != Act::none &&
           is_one_of(word(clause.verb), {"received", "earned", "obtained", "completed", "finished", "got"}) &&
           has({sentence_->source.begin, clause.source.begin}, PathWord::degree);
  }
  // "I walked out with my diploma in December"
  [[nodiscard]] bool leaves_with_degree(const Clause& clause, const Event& event) const {
    const std::string_view low = text_.low(clause.source);
    return event.point && !event.expected && clause.actor == Actor::self && clause.act != Act::none &&
           (has_phrase(low, "with my diploma") || has_phrase(low, "diploma in hand") ||
            has_phrase(low, "with my degree")) &&
           is_one_of(word(clause.verb), {"walked", "left", "came", "went", "emerged", "returned", "stepped"});
  }
  // "I was twenty-four when I first sat in the reading room as a resident", "when I sat down in the first lecture": a
  // beginning, whatever the verb says.
  void take_first_time(const Clause& clause, Event& event) const {
    const std::string_view low = text_.low(clause.source);
    const std::size_t first = find_phrase(low, "first");
    if (first == std::string_view::npos || event.expected || clause.actor != Actor::self) return;
    const std::string_view behind = low.substr(first);
    const bool lecture =
        behind.starts_with("first lecture") || behind.starts_with("first anatomy") || behind.starts_with("first class");
    const std::size_t as = low.find(" as a");
    const std::size_t of = low.find("'s ", first);  // "an intern's badge"
    const std::size_t named = as != std::string_view::npos ? as : of != std::string_view::npos ? first : as;
    const bool role = named != std::string_view::npos &&
                      names_role({clause.source.begin + static_cast<std::uint32_t>(named), clause.source.end});
    if (!lecture && !role) return;
    event.telling = true;
    event.aspect = Aspect::start;
    if (lecture) event.kind = EventKind::education;
  }
  // "The trial I recruit for at Baylor opened in 2019": of the trial.
  [[nodiscard]] bool is_of_the_noun_before(const Clause& clause, const DateExpression& date) const {
    if (date.source.begin <= clause.source.begin) return false;
    const std::string_view before = text_.low({clause.source.begin, date.source.begin});
    const std::size_t self = before.find(" i ");
    const bool noun = before.starts_with("the ") || before.starts_with("a ") || before.starts_with("an ") ||
                      before.starts_with("that ") || before.starts_with("our ");
    if (!noun || self == std::string_view::npos ||
        before.substr(0, self).find_first_of(",;:") != std::string_view::npos)
      return false;
    return std::ranges::any_of(
        std::array<std::string_view, 7>{" opened in ", " began in ", " started in ", " closed in ", " ended in ",
                                        " was founded in ", " was built in "},
        [&](std::string_view words) { return before.ends_with(words) && before.size() > self + 2 + words.size(); });
  }
  // "In April of next year I passed": of the year after the one that was just told of.
  [[nodiscard]] bool is_next_of_then(const Clause& clause, const DateExpression& date) const {
    return date.anchor == DateAnchor::as_of && has_phrase(text_.low(date.source), "next year") &&
           clause.act != Act::none && is_told_in_the_past(word(clause.verb));
  }
  // "When I was nine, a radiologist in Lisbon showed me my wrist, in 2002": of the radiologist.
  [[nodiscard]] bool is_of_another_then(const Clause& clause, const DateExpression& date) const {
    const std::string_view low = text_.low({clause.source.begin, std::max(clause.source.begin, date.source.begin)});
    const std::size_t comma = low.find(", ");
    if (!(low.starts_with("when i ") || low.starts_with("while i ")) || comma == std::string_view::npos) return false;
    const std::string_view then = low.substr(comma + 2);
    return (then.starts_with("a ") || then.starts_with("an ") || then.starts_with("the ") || then.starts_with("my ")) &&
           !has_phrase(then, "i") && then.find(' ') != std::string_view::npos;
  }
  // "My work there ended in May, | and the poster was printed without me"
  [[nodiscard]] Span up_to_and_behind(Span clause, Span date) const {
    if (date.end >= clause.end) return clause;
    const std::size_t next = text_.low({date.end, clause.end}).find(", and ");
    return next == std::string_view::npos ? clause : Span{clause.begin, date.end + static_cast<std::uint32_t>(next)};
  }
  // "The paper came out in February": the writer's own where the sentence has the writer in it.
  [[nodiscard]] bool tells_of_own_work(Span told) const {
    const std::string_view low = text_.low(told);
    const std::string_view sentence = text_.low(sentence_->source);
    const auto any = [](std::string_view words, std::initializer_list<std::string_view> list) {
      return std::any_of(list.begin(), list.end(), [&](std::string_view w) { return has_phrase(words, w); });
    };
    return any(sentence, {"our", "my", "i", "we"}) &&
           any(sentence, {"paper", "article", "manuscript", "abstract", "results", "chapter", "report", "poster"}) &&
           any(low,
               {"published", "came out", "appeared", "was accepted", "was presented", "were published", "was printed"});
  }
  // "I entered Marlow in 2017, still thinking like a teacher": of Marlow alone.
  [[nodiscard]] Span without_tail(const DateExpression& date, Span span) const {
    const std::string_view behind = text_.low({date.source.end, std::max(date.source.end, span.end)});
    if (behind.starts_with(", still ") || behind.starts_with(", thinking ") || behind.starts_with(", having "))
      span.end = date.source.end;
    // "I joined the army straight from internship, in the summer of 2010": not of the internship
    for (const std::string_view from : {" straight from ", " fresh from ", " straight out of ", " straight after "}) {
      const std::size_t at = text_.low(span).find(from);
      if (at != std::string_view::npos && span.begin + at < date.source.begin)
        span.end = span.begin + static_cast<std::uint32_t>(at);
    }
    return span;
  }
  // The clause between the dates before and after: what stands beside another date belongs to that one.
  [[nodiscard]] Span around(const Clause& clause, const DateExpression& date) const {
    Span span = hull(clause.source, date.source);
    const IndexRange range = text_.dates_within(span);
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& other = text_.dates[d];
      if (&other == &date || other.kind == DateKind::duration || other.open_start) continue;
      if (other.source.end <= date.source.begin && clause.act != Act::none &&
          document_.tokens()[clause.verb].source.begin > other.source.end)
        continue;  // both before the verb
      // "I finished school in 2008, a residency in 2011, and ...": each thing has the date behind it.
      if (other.source.end <= date.source.begin && lists_things({other.source.end, date.source.begin}))
        span.begin = std::max(span.begin, other.source.end);
      if (other.source.begin < date.source.end) continue;
      if (lists_things({date.source.end, other.source.begin})) span.end = std::min(span.end, date.source.end);
      // "my internship in 2011 and my service in 2012": what the next date is of stands before it.
      const std::size_t next = text_.low({date.source.end, other.source.begin}).find(" and ");
      span.end =
          std::min(span.end, next == std::string_view::npos ? other.source.begin
                                                            : date.source.end + static_cast<std::uint32_t>(next));
    }
    if (is_since_as(date)) span.begin = std::max(span.begin, date.source.begin);
    // "I did my house job there, and then my youth service, all through 2018": of the thing beside the date.
    if (clause.act != Act::none && date.source.begin > document_.tokens()[clause.verb].source.end) {
      const std::uint32_t verb = document_.tokens()[clause.verb].source.end;
      const std::size_t next = text_.low({verb, date.source.begin}).rfind(", and then my ");
      if (next != std::string_view::npos) span.begin = std::max(span.begin, verb + static_cast<std::uint32_t>(next));
    }
    const bool of_a_thing = clause.actor == Actor::self &&
                            (clause.act == Act::start || clause.act == Act::end || clause.act == Act::award ||
                             (clause.act != Act::none && word(clause.verb) == "spent"));
    for (const std::string_view word :
         {" after ", " before ", " later ", " until the ", " until my ", " and the ", " and my "}) {
      if (word.starts_with(" and") && !of_a_thing) continue;  // "I finished school in 2019 and the internship within"
      const std::size_t at = text_.low({date.source.end, span.end}).find(word);
      if (at != std::string_view::npos) span.end = date.source.end + static_cast<std::uint32_t>(at);
    }
    return span;
  }
  // "first as a medical assistant, and | since 2024 as coordinator": of what stands behind it alone.
  [[nodiscard]] bool is_since_as(const DateExpression& date) const {
    constexpr std::uint32_t kAnd = 6;  // bytes
    return date.open_end && std::string_view(text_.folded).substr(date.source.end).starts_with(" as ") &&
           text_.low(bytes_before(date.source.begin, kAnd)) == ", and ";
  }
  // ", a residency in", ", and the internship in"
  [[nodiscard]] bool lists_things(Span between) const {
    std::string_view words = text_.low(between);
    if (!words.starts_with(", ")) return false;
    words.remove_prefix(2);
    if (words.starts_with("and ")) words.remove_prefix(4);
    const bool thing =
        words.starts_with("a ") || words.starts_with("an ") || words.starts_with("the ") || words.starts_with("my ");
    return thing && words.find_first_of(",;:.") == std::string_view::npos && !has_phrase(words, "i");
  }
  // "I left the unit in May for Dhaka": of the unit alone.
  [[nodiscard]] Span without_destination(const Clause& clause, Span span) const {
    if (clause.act != Act::end || !is_one_of(word(clause.verb), {"left", "resigned", "quit"})) return span;
    const Span verb = document_.tokens()[clause.verb].source;
    if (verb.begin >= span.end) return span;
    const DateExpression* date = verb.end < span.end ? text_.date_in({verb.end, span.end}) : nullptr;
    if (date != nullptr && is_one_of(text_.low({verb.end, date->source.begin}), {" on ", " in ", " "}))
      span.end = date->source.end;  // "I left on 2 September, by land: Lima, Santiago": where from is not said
    const std::string_view low = text_.low({verb.begin, span.end});
    std::size_t at = word(clause.verb) == "left" ? low.find(" for ") : std::string_view::npos;
    for (const std::string_view aim :
         {" to do ", " to study ", " to pursue ", " to attend ", " to become ", " to join ", " to begin ", " to start ",
          " to train ", " to work ", " to take up ", " to move ", " to be "})
      at = std::min(at, low.find(aim));  // "... to become a research associate"
    if (at != std::string_view::npos) span.end = verb.begin + static_cast<std::uint32_t>(at);
    return span;
  }
  // Not "I reported to the unit, with my licence not yet printed".
  [[nodiscard]] bool is_to_come(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    if (low.starts_with("if ") && (has_phrase(low, "is") || has_phrase(low, "are"))) return true;
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
  // "I left Farlow in April to be with my mother": the leaving is over.
  [[nodiscard]] bool is_for_what_comes(const Clause& clause, const WordHit& hit) const {
    return clause.act != Act::none && text_.low(hit.place).starts_with("to ") &&
           document_.tokens()[clause.verb].source.end < hit.place.begin &&
           is_one_of(word(clause.verb), {"left", "came", "moved", "returned", "went", "resigned", "quit", "joined",
                                         "stopped", "started", "began"});
  }
  // "I left Farlow in August 2018 with a disc that would not let me stand": what is told of the disc has no date.
  [[nodiscard]] bool is_aside(const Clause& clause, const WordHit& hit) const {
    const DateExpression* date = text_.date_in(clause.source);
    if (date == nullptr || date->source.end >= hit.place.begin || !is_told_in_the_past(word(clause.verb))) return false;
    const std::string_view between = text_.low({date->source.end, hit.place.begin});
    return between.find(" that ") != std::string_view::npos || between.find(" which ") != std::string_view::npos ||
           between.find(" who ") != std::string_view::npos;
  }
  static bool is_told_in_the_past(std::string_view verb) {
    return verb.ends_with("ed") ||
           is_one_of(verb, {"came", "left", "began", "got", "went", "took", "was", "had", "became"});
  }
  // "I have a place in the course in February 2025", "I am due".
  [[nodiscard]] bool is_present(const Clause& clause) const {
    const std::string_view verb = word(clause.verb);
    return verb == "have" || verb == "am";
  }
  // "I was asked to speak in February": the asking has no date.
  [[nodiscard]] bool is_asked_of(const Clause& clause, const DateExpression& date) const {
    const std::string_view lead = text_.low(bytes_before(date.source.begin, 5));
    // "extended to January", "a grant for January", "since August (to July)"
    if (lead.ends_with(" to ") || lead.ends_with("(to ") || lead.ends_with(" for ")) return true;
    for (std::uint32_t t = clause.verb + 1; t + 1 < clause.tokens.last; ++t) {
      const Token& next = document_.tokens()[t + 1];
      if (is_one_of(word(t - 1), {"promoted", "appointed", "elected"}) && word(t) == "to") continue;
      if (document_.tokens()[t].source.begin >= date.source.begin) return false;
      if (word(t) == "for" && clause.act == Act::deed) return true;  // "asked for four days in", "accepted for the"
      if (word(t) == "and" &&
          is_one_of(word(t + 1), {"take", "begin", "start", "join", "move", "become", "go", "come"}))
        return true;  // "I have been elected and take office in July"
      if (next.source.begin >= date.source.begin) return false;
      if (word(t) == "to" && next.kind == TokenKind::word && !next.capital &&
          !is_one_of(word(t + 1), {"the", "a", "an", "my", "his", "her", "our", "their", "this", "that", "its", "me"}))
        return true;
    }
    return false;
  }
  // "My scholarship covers training from July 2027": a participle alone tells of nothing done.
  [[nodiscard]] bool is_past(const Clause& clause) const {
    if (!word(clause.verb).ends_with("ing")) return true;
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
      if (is_one_of(word(t), {"was", "were", "been", "had", "have", "has"}) || word(t).ends_with("ed")) return true;
    }
    return clause.actor != Actor::own;
  }
  // "506 specimens from 2003 to 2010": the dates are those of what was counted.
  [[nodiscard]] bool counts_things(Span between) const {
    const IndexRange dates = text_.dates_within(between);
    for (std::uint32_t at = between.begin; at < between.end; ++at) {
      const char c = text_.folded[at];
      if (c < '0' || c > '9') continue;
      const bool dated = std::any_of(text_.dates.begin() + dates.first, text_.dates.begin() + dates.last,
                                     [&](const DateExpression& date) { return date.source.contains(at); });
      std::uint32_t end = at;
      while (end < between.end && ((text_.folded[end] >= '0' && text_.folded[end] <= '9') || text_.folded[end] == ','))
        ++end;
      if (!dated && end - at >= 2 && end + 1 < between.end && text_.folded[end] == ' ') return true;
      at = end;
    }
    const std::vector<WordHit> counted = text_.words.all(between, PathWord::counted);
    return std::ranges::any_of(counted, [&](const WordHit& hit) {  // not "the surgical outcomes group"
      return !text_.words.follows(hit.place.end, PathWord::organization_loose);
    });
  }
  // "My gap was from April to December": the subject.
  [[nodiscard]] bool is_of_a_gap(const Clause& clause) const {
    if (clause.actor != Actor::own || clause.act == Act::none) return false;
    const Span subject{clause.source.begin, document_.tokens()[clause.verb].source.begin};
    return subject.begin < subject.end && has(subject, PathWord::gap_title);
  }
  [[nodiscard]] EventKind kind_of_clause(const Clause& clause) const {
    const std::string_view verb = clause.act != Act::none ? word(clause.verb) : std::string_view();
    if (tells_of_leave(text_, clause.source) || is_of_a_gap(clause)) return EventKind::gap;
    const std::string_view low = text_.low(clause.source);
    if (has_phrase(low, "studied for") || has_phrase(low, "studying for") || has_phrase(low, "prepared for"))
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

  // "I completed my Doctor of Medicine", where the degree's own words name a role.
  [[nodiscard]] bool takes_a_degree(const Clause& clause) const {
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
  // "I studied for the MSc in Epidemiology", but not "for Step 1".
  [[nodiscard]] bool studies_for_a_degree(const Clause& clause) const {
    const std::size_t at = text_.low(clause.source).find(" for ");
    if (at == std::string_view::npos) return false;
    constexpr std::uint32_t kReach = 24;  // bytes
    const std::uint32_t begin = clause.source.begin + static_cast<std::uint32_t>(at) + 5;
    const Span behind{begin, std::min(clause.source.end, begin + kReach)};
    return has(behind, PathWord::degree) && !has(behind, PathWord::exam);
  }
  [[nodiscard]] Aspect aspect_of(const Clause& clause, const Event& event) const {
    if (!event.point) return event.start && !event.end ? Aspect::start : !event.start ? Aspect::end : Aspect::whole;
    if (event.kind == EventKind::education && clause.act != Act::none && word(clause.verb) == "promoted")
      return Aspect::end;  // "promoted to doctor of medicine"
    if (clause.act == Act::start || clause.act == Act::arrive) return Aspect::start;
    const std::uint32_t date = event.date_source().begin;
    const std::string_view last = text_.low(clause.source);  // "I worked my last shift there in November"
    if (clause.act == Act::whole &&
        (has_phrase(last, "my last shift") || has_phrase(last, "my last day") || has_phrase(last, "my last night")))
      return Aspect::end;
    const std::string_view before = text_.low(bytes_before(date, 6));
    const bool leads = clause.act == Act::whole && date < document_.tokens()[clause.verb].source.begin;
    const IndexRange dates = text_.dates_within(sentence_->source);
    const bool goes_on = clause.act == Act::whole && dates.size() == 1 && !has_phrase(text_.low(clause.source), "then");
    if ((leads || goes_on) && (before.ends_with("from ") || before.ends_with("as of "))) return Aspect::start;
    if (clause.act == Act::end || clause.act == Act::award) return Aspect::end;
    return Aspect::whole;
  }

  // "I was twenty-six when I came": of what follows.
  [[nodiscard]] const Clause& clause_told_of(const DateExpression& date) const {
    const Clause& clause = clause_of(date.source);
    const auto next = static_cast<std::size_t>(&clause - clauses_.data()) + 1;
    if (next >= clauses_.size()) return clause_behind_cleft(clause);
    // "February 2022: we moved to Orlando"
    if (clause.source.begin == date.source.begin && date.source.end + 1 >= clause.source.end &&
        date.start == date.end && text_.low(clauses_[next].source).starts_with(": "))
      return clauses_[next];
    if (date.anchor == DateAnchor::birth)
      return is_one_of(word(clauses_[next].tokens.first), {"when", "i"}) ? clauses_[next] : clause;
    return follows_a_distance(clause, date) && clauses_[next].actor != Actor::none ? clauses_[next]
                                                                                   : clause_behind_cleft(clause);
  }
  // "A year after I had graduated, in September 2017, I came": the date of the coming.
  [[nodiscard]] bool follows_a_distance(const Clause& clause, const DateExpression& date) const {
    const IndexRange range = text_.dates_within({clause.source.begin, date.source.begin});
    if (range.empty() || clause.act == Act::none || document_.tokens()[clause.verb].source.end > date.source.begin)
      return false;
    const DateExpression& first = text_.dates[range.first];
    const std::string_view low = text_.low(first.source);
    const std::string_view before = text_.low({document_.tokens()[clause.verb].source.end, date.source.begin});
    return first.source.begin == clause.source.begin && first.anchor == DateAnchor::previous_event &&
           (low.ends_with(" after") || low.ends_with(" before")) &&
           (before.ends_with(", in ") || before.ends_with(", on ") || before.ends_with(", "));
  }
  // "It was in March 2022 that I came": the clause behind.
  [[nodiscard]] const Clause& clause_behind_cleft(const Clause& clause) const {
    std::string_view low = text_.low(clause.source);
    if (low.starts_with("and ")) low.remove_prefix(4);
    const auto at = static_cast<std::size_t>(&clause - clauses_.data());
    const bool cleft = low.starts_with("it was ") && text_.date_in(clause.source) != nullptr &&
                       at + 1 < clauses_.size() &&
                       (is_one_of(word(clauses_[at + 1].tokens.first), {"that", "when"}) ||
                        text_.low(clauses_[at + 1].source).starts_with("and i was "));
    return cleft ? clauses_[at + 1] : clause;
  }
  // "I came to Mercy in May", "I finished Kolkheti in June": of a post or degree where that is the name of its place.
  [[nodiscard]] bool names_a_place_perhaps(const Clause& clause, const Event& event) const {
    if (clause.actor != Actor::self || event.expected || event.kind == EventKind::gap) return false;
    if (event.point && has_phrase(text_.low(clause.source), "back")) return false;  // a visit
    const std::string_view lead = text_.low({clause.source.begin, document_.tokens()[clause.verb].source.begin});
    const bool by_another = (has_phrase(lead, "a") || has_phrase(lead, "an")) && !has_phrase(lead, "i");
    if (by_another) return false;  // "In July at Camp Sawtooth a boy went low on the trail"
    if (word(clause.verb - (clause.verb > 0 ? 1 : 0)) == "we") return false;  // "we came there": a family's move
    if (is_one_of(word(clause.verb), {"was", "were"}) && has(clause.source, PathWord::with_kin)) return false;
    if (event.start && event.end && !event.point) return clause.act != Act::none && clause.act != Act::exam;
    if (!event.point) return false;
    const std::string_view before = text_.low({clause.source.begin, event.date_source().begin});
    if (before.ends_with("from ") && is_one_of(word(clause.verb), {"was", "were"}) &&
        text_.low(behind_verb(clause)).find(" at ") != std::string_view::npos)
      return true;  // "From July 2018 I was at Mercy"
    if (word(clause.verb) == "joined" && clause.verb + 1 < clause.tokens.last &&
        is_one_of(word(clause.verb + 1), {"them", "it"}))
      return true;
    return is_one_of(word(clause.verb), {"left", "got", "came", "moved", "arrived", "went", "finished", "completed",
                                         "entered", "reported", "crossed", "returned", "landed", "walked", "showed"});
  }
  // Whether the date is that of the role or degree itself.
  [[nodiscard]] bool is_telling(const Clause& clause, const Event& event) const {
    if (event.expected || event.kind == EventKind::gap) return false;
    if (clause.act == Act::whole && event.dated() && text_.low(event.date_source()).starts_with("by "))
      return false;  // "By the winter I was the resident who stayed": since when, is not said
    if (clause.actor == Actor::own && clause.act == Act::none) return !event.point;
    // "since 2021 I have been a house physician and then a coordinator": whose start it is, is not said
    if (event.start && !event.end && (has_phrase(text_.low(clause.source), "then") || leads_within_a_post(clause)))
      return false;
    const bool range = event.start && event.end && !event.point;
    if (range && is_of_two_roles(clause)) return false;
    if (range && (is_qualified(clause, event) || is_of_a_part(clause))) return false;
    if (range && clause.actor == Actor::own && clause.act == Act::arrive) return true;  // "my residency went from"
    if (is_range_at_a_place(clause, event) || dates_its_subject(clause, event)) return true;
    if (is_since_at_a_place(clause, event)) return true;
    const std::string_view verb = clause.act != Act::none ? word(clause.verb) : std::string_view();
    const Span behind = behind_verb(clause);
    switch (clause.act) {
      case Act::deed:  // "I kept it until June"
        return verb == "kept" && event.end && !event.start && clause.verb + 1 < clause.tokens.last &&
               word(clause.verb + 1) == "it";
      case Act::none:
      case Act::exam:
        return false;
      case Act::start:
        if ((has(behind, PathWord::membership) && !begins_to_work(clause)) || takes_on_a_date(clause) ||
            starts_a_habit(clause) || joins_a_person(clause) || starts_something_else(clause, event))
          return false;
        return verb != "became" ||
               (names_role(behind) && !has_phrase(text_.low(behind), "its") && !has(behind, PathWord::within_post));
      case Act::arrive:
        return (text_.low(clause.source).find(" as ") != std::string_view::npos || is_for_a_post(clause)) &&
               names_role(clause.source);
      case Act::end:
        // months before the end; a country is no post
        if (text_.low(behind).starts_with("gave notice") || text_.low(behind).starts_with("left the country"))
          return false;
        if (range && verb == "left") return false;  // "July to September: I left my residency and looked for a post"
        // where to, not from where; "the ward for the theatre": within one post
        if (verb == "left" && (text_.low(behind).starts_with("left for ") || leaves_for_another_ward(clause, event)))
          return false;
        if (is_one_of(verb, {"finished", "completed", "finishing", "completing", "concluded"}))
          return ends_a_stay(clause, event) && !has(behind, PathWord::paper) && !has(behind, PathWord::honour);
        return true;
      case Act::award:
        return (verb == "took" || has(behind, PathWord::degree) || has(behind, PathWord::graduation) ||
                (clause.actor == Actor::own && has(clause.source, PathWord::degree))) &&
               !has(behind, PathWord::honour) && !has(behind, PathWord::paper);
      case Act::whole:
        if (!has(clause.source, PathWord::work_verb) &&
            (has(up_to_and(behind), PathWord::paper) || has(up_to_and(behind), PathWord::honour)))
          return false;  // "I had a licence from 2019", but "I worked under a licence"
        if (clause.verb + 1 < clause.tokens.last && word(clause.verb + 1) == "born") return false;
        if (verb == "stayed" && has(behind, PathWord::with_person)) return false;
        if (verb == "was" &&
            (text_.low(behind).starts_with("was also ") || text_.low(behind).starts_with("was part of")))
          return false;  // beside the post
        if (is_one_of(verb, {"was", "were", "been", "stayed"}) && has(clause.source, PathWord::with_kin) &&
            !names_role(behind))
          return false;  // "I was in Cairo with my parents"
        if (is_one_of(verb, {"had", "have"}) && !has_a_thing(clause))
          return false;  // "I have given a class since 2023"
        if (clause.actor == Actor::own && verb == "was" && is_at_a_place(clause, event)) return true;
        if (is_one_of(verb, {"was", "were"}) && clause.verb + 1 < clause.tokens.last &&
            is_one_of(word(clause.verb + 1), {"working", "observing", "shadowing", "training", "interning", "tutoring",
                                              "volunteering", "scribing", "practising", "practicing"}))
          return true;  // "I was observing at Erie Valley in the summer of 2022"
        if (is_one_of(verb, {"had", "have", "did", "ran", "held", "managed", "covered", "was", "were", "been", "am",
                             "based"}))
          return names_role(behind) || !event.point;
        return !event.point || event.kind != EventKind::education || is_from(event);
    }
    return false;
  }
  // "... a research assistant in Dayton, | and then the grant ended"
  [[nodiscard]] Span up_to_and(Span span) const {
    const std::size_t next = text_.low(span).find(", and ");
    return next == std::string_view::npos ? span : Span{span.begin, span.begin + static_cast<std::uint32_t>(next)};
  }
  // "Since August I coordinate studies at a sleep institute", "Since the winter I give three hours at the free clinic",
  // "Since May I work as a health coach".
  [[nodiscard]] bool is_since_at_a_place(const Clause& clause, const Event& event) const {
    if (clause.actor != Actor::self || clause.act != Act::none || event.end || !event.start ||
        !text_.low(event.start->source).starts_with("since "))
      return false;
    const bool leads = event.start->source.begin == clause.source.begin;
    const Span told =
        leads ? Span{event.start->source.end, clause.source.end} : Span{clause.source.begin, event.start->source.begin};
    const std::string_view low = text_.low(told);
    return (has(told, PathWord::organization) && low.find(" at ") != std::string_view::npos) ||
           (low.find(" work as a") != std::string_view::npos && names_role(told));
  }
  // "My first observership was at Ozark Lane in the autumn of 2023": of the observership.
  [[nodiscard]] bool is_at_a_place(const Clause& clause, const Event& event) const {
    const Span verb = document_.tokens()[clause.verb].source;
    const std::uint32_t date = event.date_source().begin;
    if (date < verb.end || !(has({clause.source.begin, verb.begin}, PathWord::training) ||
                             has({clause.source.begin, verb.begin}, PathWord::clinical)))
      return false;
    const std::string_view words = text_.low({verb.end, date});
    return (words.starts_with(" at ") || words.starts_with(" in ")) &&
           words.find_first_of(",;:(") == std::string_view::npos &&
           (words.ends_with(" in ") || words.ends_with(" on "));
  }
  // "My community service in Mthatha in 2019 was the first time": of the service.
  [[nodiscard]] bool dates_its_subject(const Clause& clause, const Event& event) const {
    const std::uint32_t date = event.date_source().begin;
    return event.point && clause.actor == Actor::own && clause.act == Act::whole && date > clause.source.begin &&
           event.date_source().end <= document_.tokens()[clause.verb].source.begin &&
           text_.low({clause.source.begin, date}).ends_with(" in ") &&
           text_.low({event.date_source().end, document_.tokens()[clause.verb].source.begin}) == " ";
  }
  // "I have a post", "I had two half-time jobs": no participle follows.
  [[nodiscard]] bool has_a_thing(const Clause& clause) const {
    std::uint32_t t = clause.verb + 1;
    while (t < clause.tokens.last && is_one_of(word(t), {"not", "also", "now", "only", "always", "since"})) ++t;
    if (t >= clause.tokens.last) return true;
    const std::string_view next = word(t);
    if (next == "given" && t + 1 < clause.tokens.last && word(t + 1) == "my") return true;  // "given my Saturdays to"
    return !(next.ends_with("en") || next.ends_with("wn") || next.ends_with("ght") || next.ends_with("ung") ||
             is_one_of(next, {"held", "led", "run", "kept", "met", "sat", "read", "made", "done", "gone", "come", "put",
                              "sent", "spent", "told", "won"})) ||
           next == "been";
  }
  // Not "left Ibadan in May for the United States".
  [[nodiscard]] bool leaves_for_another_ward(const Clause& clause, const Event& event) const {
    const Span verb = document_.tokens()[clause.verb].source;
    const std::uint32_t date = event.date_source().begin;
    const Span object{verb.end, date > verb.end ? date : clause.source.end};
    return text_.low(object).find(" for the ") != std::string_view::npos;
  }
  [[nodiscard]] bool is_from(const Event& event) const {
    return text_.low(bytes_before(event.date_source().begin, 5)) == "from ";
  }
  // "I moved to Houston for a research position", "I came to Utica to begin residency".
  [[nodiscard]] bool is_for_a_post(const Clause& clause) const {
    const Span behind = behind_verb(clause);
    const std::string_view low = text_.low(behind);
    for (const std::string_view lead : {" for a ", " for an ", " for the ", " for my ", " to join ", " to begin ",
                                        " to start ", " to take up ", " to work as ", " to train as "}) {
      const std::size_t at = low.find(lead);
      if (at == std::string_view::npos) continue;
      const auto begin = behind.begin + static_cast<std::uint32_t>(at);
      const std::size_t stop = low.find_first_of(",;:", at + 1);
      const std::uint32_t end =
          stop == std::string_view::npos ? behind.end : behind.begin + static_cast<std::uint32_t>(stop);
      return names_role({begin, end}) && !has({begin, end}, PathWord::visit);
    }
    return false;
  }
  // "I was the only one from 2021 to 2022": a part of the post.
  [[nodiscard]] bool is_qualified(const Clause& clause, const Event& event) const {
    return event.start && has({std::min(clause.source.begin, event.start->source.begin), event.start->source.begin},
                              PathWord::qualified);
  }
  // "From January to August I was in charge of the nights", "I spent my first months there": within a post.
  [[nodiscard]] bool is_of_a_part(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return leads_within_a_post(clause) || has_phrase(low, "in charge of") || has_phrase(low, "my first months");
  }
  // "I have been since January the lead assistant", "since May the only doctor": a part of the post.
  [[nodiscard]] bool leads_within_a_post(const Clause& clause) const {
    if (clause.act != Act::whole) return false;
    const WordHit* hit = text_.words.first(behind_verb(clause), PathWord::qualified);
    return hit != nullptr && text_.low({hit->place.begin > 4 ? hit->place.begin - 4 : 0, hit->place.begin}) == "the ";
  }
  // "From 2016 through 2021 I was first a resident and then a specialist": of neither alone.
  [[nodiscard]] bool is_of_two_roles(const Clause& clause) const {
    const std::string_view words = text_.low({clause.source.begin, sentence_->source.end});
    return has_phrase(words, "first") && has_phrase(words, "then");
  }
  // "In the emergency room of Clinica Abreu, from 2016 until 2018, I saw ...": whatever the verb says.
  [[nodiscard]] bool is_range_at_a_place(const Clause& clause, const Event& event) const {
    if (event.point || !event.start || !event.end || clause.act == Act::none ||
        (clause.actor != Actor::self && clause.actor != Actor::own))
      return false;
    const std::uint32_t date = event.start->source.begin;
    const Span lead{clause.source.begin, std::max(clause.source.begin, date)};
    return date < document_.tokens()[clause.verb].source.begin && has(lead, PathWord::organization) &&
           !counts_things(lead);
  }
  // "As a coordinator for two trials, from July 2021 to May 2023, I learned", "In the internship, May 2017 to May 2018,
  // I", "... and a senior house officer from 2018 to 2021": the range stands beside what it is of, whatever the verb.
  [[nodiscard]] bool is_range_of_a_stay(const Clause& clause, const Event& event) const {
    if (event.point || !event.start || !event.end || event.expected || event.kind == EventKind::gap ||
        (clause.actor != Actor::self && clause.actor != Actor::own) || is_qualified(clause, event))
      return false;
    const std::uint32_t date = event.date_source().begin;
    std::uint32_t begin = clause.source.begin;
    bool again = false;  // another verb or date stands before it: only "and a ..." leads to what it is of
    const IndexRange range = text_.dates_within({clause.source.begin, std::max(clause.source.begin, date)});
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      if (text_.dates[d].kind == DateKind::duration) continue;
      begin = text_.dates[d].source.end;
      again = true;
    }
    if (begin >= date) return false;
    if (clause.act != Act::none && document_.tokens()[clause.verb].source.begin < date && !again) return false;
    const Span lead{begin, date};
    const std::string_view words = text_.low(lead);
    if (again && !leads_to_another(words)) return false;
    const bool role = has(lead, PathWord::training) || has(lead, PathWord::clinical) || has(lead, PathWord::work) ||
                      has(lead, PathWord::research) || has(lead, PathWord::degree);
    return role && !counts_things(lead) && !has(lead, PathWord::paper) && !has(lead, PathWord::honour) &&
           !has(lead, PathWord::relative) && words.find(" that ") == std::string_view::npos;
  }
  // ", and then a medical assistant", " and the residency": a further thing of the same verb.
  [[nodiscard]] static bool leads_to_another(std::string_view words) {
    while (words.starts_with(",") || words.starts_with(" ")) words.remove_prefix(1);
    for (const std::string_view link : {"and ", "then "}) {
      if (words.starts_with(link)) words.remove_prefix(link.size());
    }
    return is_one_of(words.substr(0, words.find(' ')), {"a", "an", "the", "my", "as", "medicine", "then"});
  }
  // No other date and no clause of somebody else's stands between the verb and the date, and no calendar of its own.
  [[nodiscard]] bool is_date_of_verb(const Clause& clause, const DateExpression& date) const {
    if (has_phrase(text_.low(sentence_->source), "calendar")) return false;
    if (clause.act == Act::none) return true;
    const Span verb = document_.tokens()[clause.verb].source;
    const std::string_view low = text_.low(date.source);
    if (low.starts_with("after ") || low.starts_with("before ")) return false;
    // "From March 2020 until I left in July": of what is told behind
    if (date.source.end < verb.begin && std::string_view(text_.folded).substr(date.source.end).starts_with(" until i "))
      return false;
    // "I studied there from 2012, until 2014 without a word of Russian"
    if (date.open_start && std::string_view(text_.folded).substr(date.source.end).starts_with(" without ") &&
        text_.low({clause.source.begin, date.source.begin}).ends_with(", "))
      return false;
    const bool range = !(date.start == date.end) && !date.open_start && !date.open_end;
    if (date.source.begin < verb.begin && range &&
        (has({clause.source.begin, date.source.begin}, PathWord::organization) ||
         (clause.actor == Actor::own && clause.act == Act::whole)))
      return true;  // "My years at Mercy, 2019 to 2020, taught me"
    if (date.open_start && date.source.begin == clause.source.begin && clause.actor == Actor::self) return true;
    if (date.source.begin < verb.begin)
      return !is_counted_to(date.source, verb) && (opens(clause, date.source) || leads_when(date.source, verb));
    const std::string_view words = text_.low({verb.end, date.source.begin});
    // "in the winter, which is to say as 2020 became 2021": the same time in other words.
    if (words.find("which is to say") != std::string_view::npos) return true;
    const IndexRange between = text_.dates_within({verb.end, date.source.begin});
    for (std::uint32_t d = between.first; d < between.last; ++d) {
      const bool again =
          text_.dates[d].anchor == DateAnchor::as_of &&  // "last spring, in April 2026"
          is_one_of(text_.low({text_.dates[d].source.end, date.source.begin}), {", in ", ", on ", ", ", " ("});
      if (text_.dates[d].kind != DateKind::duration && !text_.dates[d].open_start && !date.open_start && !again)
        return false;
    }
    // "In 2016 I was sent to Gondar, and in 2018, with a letter, I came back": the date leads what follows.
    const bool and_since = words.ends_with(" and ") && (low.starts_with("since ") || low.starts_with("from "));
    if ((words.ends_with(" and in ") || words.ends_with(" and on ") || and_since) &&
        !text_.dates_within({clause.source.begin, verb.begin}).empty())
      return false;
    if (counts_things({verb.end, date.source.begin})) return false;
    if (has({verb.end, date.source.begin}, PathWord::exam)) return false;
    const bool that_place = has({verb.end, date.source.begin}, PathWord::there) ||  // "left that hospital in May"
                            (words.starts_with(" that ") && has({verb.end, date.source.begin}, PathWord::training));
    return (that_place || !has_phrase(words, "that")) && !has_phrase(words, "where") && !has_phrase(words, "which") &&
           !has_phrase(words, "who") &&
           (!opens_a_bracket(words) || (clause.act == Act::whole && is_a_stay_in_brackets(date)));
  }
  // Not "a resident (full time) since".
  static bool opens_a_bracket(std::string_view words) {
    const std::size_t open = words.rfind('(');
    return open != std::string_view::npos && words.find(')', open) == std::string_view::npos;
  }
  // "I was a health worker at Mercy (October 2023 to present)."
  [[nodiscard]] bool is_a_stay_in_brackets(const DateExpression& date) const {
    const std::string_view after = std::string_view(text_.folded).substr(date.source.end, 1);
    return !(date.start == date.end && !date.open_end) && text_.low(bytes_before(date.source.begin, 1)) == "(" &&
           after == ")";
  }
  // "In June 2019 I joined", "After that, in June 2019, I joined", but not "After my discharge in June 2019 I joined".
  [[nodiscard]] bool opens(const Clause& clause, Span date) const {
    std::uint32_t before = 0;  // words
    for (std::uint32_t t = clause.tokens.first;
         t < clause.tokens.last && document_.tokens()[t].source.begin < date.begin; ++t) {
      const bool in_date = !text_.dates_within({clause.source.begin, document_.tokens()[t].source.end}).empty();
      const bool leads = document_.tokens()[t].kind == TokenKind::punctuation ||
                         (t + 1 < clause.tokens.last && document_.tokens()[t + 1].source.begin >= date.begin &&
                          is_one_of(word(t), {"in", "on", "from", "at"}));
      before += in_date || leads ? 0U : 1U;
    }
    return before < 3;
  }
  // "In October 2020, two months before I left, we closed": the leaving has no date but that distance.
  [[nodiscard]] bool is_counted_to(Span date, Span verb) const {
    const IndexRange between = text_.dates_within({date.end, verb.begin});
    return std::any_of(text_.dates.begin() + between.first, text_.dates.begin() + between.last,
                       [](const DateExpression& told) { return told.anchor == DateAnchor::previous_event; }) &&
           text_.low({date.end, date.end + 2}) == ", ";
  }
  // "In the hospital of San Telmo, from July 2015, when I entered": of that verb, however much stands before.
  [[nodiscard]] bool leads_when(Span date, Span verb) const {
    const std::string_view between = text_.low({date.end, verb.begin});
    return between.starts_with(", when i ") || between.starts_with(" when i ");
  }
  [[nodiscard]] Span behind_verb(const Clause& clause) const {
    return {document_.tokens()[clause.verb].source.begin, clause.source.end};
  }
  [[nodiscard]] bool names_role(Span span) const {
    return has(span, PathWord::clinical) || has(span, PathWord::work) || has(span, PathWord::research) ||
           has(span, PathWord::training) || has(span, PathWord::own_noun) || has(span, PathWord::education);
  }
  // "I began to volunteer in the clinic of a church": whose it is does not matter.
  [[nodiscard]] bool begins_to_work(const Clause& clause) const {
    return clause.verb + 2 < clause.tokens.last && word(clause.verb + 1) == "to" &&
           is_one_of(word(clause.verb + 2), {"volunteer", "work", "teach", "serve"});
  }
  // "which I took on 10 March": no post was taken on.
  [[nodiscard]] bool takes_on_a_date(const Clause& clause) const {
    if (clause.verb + 2 >= clause.tokens.last || word(clause.verb) != "took" || word(clause.verb + 1) != "on")
      return false;
    const std::uint32_t next = document_.tokens()[clause.verb + 2].source.begin;
    return std::any_of(text_.dates.begin(), text_.dates.end(),
                       [&](const DateExpression& date) { return date.source.contains(next); });
  }
  // "began to read", "started keeping a notebook".
  [[nodiscard]] bool starts_a_habit(const Clause& clause) const {
    if (clause.verb + 1 >= clause.tokens.last) return false;
    const std::string_view next = word(clause.verb + 1);
    if (next == "to" && clause.verb + 3 < clause.tokens.last) {
      const bool trade =
          is_one_of(word(clause.verb + 2), {"study", "work", "train", "practise", "practice", "teach", "serve",
                                            "volunteer", "tutor", "scribe", "interpret", "coordinate"});
      return !trade || word(clause.verb + 3) == "for";  // "began to study medicine", not "to study for Step 1"
    }
    if (next == "to") return true;
    return next.ends_with("ing") &&
           !is_one_of(next, {"working", "training", "teaching", "volunteering", "practising", "practicing", "studying",
                             "rotating", "shadowing", "observing", "tutoring", "interpreting", "scribing",
                             "translating", "lecturing"});
  }
  // "I began the study of snake bites in 2017": no post, no degree and no name stands behind the verb.
  [[nodiscard]] bool starts_something_else(const Clause& clause, const Event& event) const {
    const bool joined = word(clause.verb) == "joined";  // "the mountain rescue"
    if (clause.actor != Actor::self ||
        !(joined || is_one_of(word(clause.verb), {"began", "started", "begun", "commenced"})))
      return false;
    const std::uint32_t verb_end = document_.tokens()[clause.verb].source.end;
    const std::uint32_t date = event.date_source().begin;
    const Span object{verb_end, date > verb_end ? date : object_end(clause)};
    for (std::uint32_t t = clause.verb + 1; t < clause.tokens.last && document_.tokens()[t].source.begin < object.end;
         ++t) {
      if (t > clause.verb + 1 && is_one_of(word(t), {"in", "at", "of", "for", "on"})) {  // where, not what
        if (joined && word(t) == "at" && t + 1 < clause.tokens.last && document_.tokens()[t + 1].capital) return false;
        break;
      }
      if (document_.tokens()[t].capital || is_one_of(word(t), {"there", "as", "it", "here", "at", "in", "with"}))
        return false;
    }
    if (text_.low(object).starts_with(" to ")) return false;  // see starts_a_habit
    const bool thing = has_phrase(text_.low(object), "the") || has_phrase(text_.low(object), "a") ||
                       has_phrase(text_.low(object), "my");
    // "I began a clinic for wheezing children": founded, not entered.
    const bool founded = !joined && is_one_of(word(clause.verb + 1), {"a", "an", "the", "my", "our"});
    return thing && !names_role(object) &&
           (founded ||
            !(has(object, PathWord::organization) || (joined && has(object, PathWord::organization_loose)))) &&
           !has(object, PathWord::degree) && !has(object, PathWord::there);
  }
  // "In 2019 I started a chart | for small babies and ...": where its noun is told.
  [[nodiscard]] std::uint32_t object_end(const Clause& clause) const {
    for (std::uint32_t t = clause.verb + 1; t < clause.tokens.last; ++t) {
      if (is_one_of(word(t), {",", "for", "and", "that", "to"})) return document_.tokens()[t].source.begin;
    }
    return clause.source.end;
  }
  // "I joined my husband in Buffalo."
  [[nodiscard]] bool joins_a_person(const Clause& clause) const {
    if (word(clause.verb) == "joined" && clause.verb + 1 < clause.tokens.last &&
        is_one_of(word(clause.verb + 1), {"me", "us", "him", "her", "them"}))
      return true;
    const std::uint32_t end = std::min(clause.verb + 4, clause.tokens.last);
    const std::vector<WordHit> kin = text_.words.all(
        {document_.tokens()[clause.verb].source.begin, document_.tokens()[end - 1].source.end}, PathWord::relative);
    return std::ranges::any_of(kin, [&](const WordHit& hit) {  // not "joined Sacred Palm Children's Hospital"
      return !is_capital_at(text_.text.source.bytes(), hit.place.begin);
    });
  }
  // "completed my residency", not "completed an audit".
  [[nodiscard]] bool ends_a_stay(const Clause& clause, const Event& event) const {
    const Span behind = behind_verb(clause);
    return has(behind, PathWord::own_noun) || has(behind, PathWord::degree) || has(behind, PathWord::training) ||
           has(behind, PathWord::education) || has(behind, PathWord::organization) || clause.actor == Actor::own ||
           finishes_there(clause, event) || is_behind_its_degree(clause);
  }
  // "a bachelor's in biochemistry that I finished in Gyumri"
  [[nodiscard]] bool is_behind_its_degree(const Clause& clause) const {
    const Span lead{clause.source.begin, document_.tokens()[clause.verb].source.begin};
    return (text_.low(lead).ends_with(" that i ") || text_.low(lead).ends_with(" which i ")) &&
           has(lead, PathWord::degree);
  }
  // "finished there in March", "finished up in March", but not "finished up in Leeds in March", "finished a book
  // there".
  [[nodiscard]] bool finishes_there(const Clause& clause, const Event& event) const {
    const std::uint32_t verb_end = document_.tokens()[clause.verb].source.end;
    const std::uint32_t date = std::max(verb_end, event.date_source().begin);
    return is_one_of(trim(text_.low({verb_end, date})),
                     {"there", "there in", "there at", "there on", "up", "up in", "up at", "up on", "up there in",
                      "it in", "it, in", "it at", "it on", "it", "them in"});
  }

  // "I joined in June 2019 ... until May 2021" within one clause.
  void join_ends(const DateExpression& date, Event& event) {
    const Clause& clause = clause_of(date.source);
    if (!event.point || event.aspect == Aspect::end || !event.telling) return;
    const IndexRange range = text_.dates_within(clause.source);
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& other = text_.dates[d];
      if (&other == &date || !other.open_start || !other.resolved || other.kind == DateKind::duration ||
          other.anchor != DateAnchor::none || other.source.begin < date.source.end)
        continue;
      event.end = Stated{other.end, other.end_days, other.source};
      event.point = false;
      event.aspect = Aspect::whole;
    }
  }

  // ---- lengths
  // A length that stands right beside a range, or is said "for" it in the same clause.
  void take_own_length(const Clause& clause, const DateExpression& date, Event& event) {
    // "I have been there since October 2022, nearly three years"
    const bool goes_on = event.start && !event.end && !event.point && date.open_end &&
                         (has_phrase(text_.low(clause.source), "been") || has_phrase(text_.low(clause.source), "am"));
    if (event.point || !event.start || (!event.end && !event.to_present && !goes_on)) return;
    const std::string_view lead = text_.low({std::min(clause.source.begin, date.source.begin), date.source.begin});
    if (has_phrase(lead, "each") || has_phrase(lead, "every"))
      return;  // "Each May from 2016 to 2022, for a week": of one
    const IndexRange range = text_.dates_within(hull(clause.source, date.source));
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& length = text_.dates[d];
      if (length.kind != DateKind::duration || !belongs(date, length)) continue;
      if (goes_on && !stands_behind(date.source, length.source)) continue;
      event.length = length.duration;
      event.length_source = length.source;
      event.to_present |= goes_on;
      return;
    }
  }
  // ", nearly three years", but not ", at first as an observer for three months"
  [[nodiscard]] bool stands_behind(Span range, Span length) const {
    return length.begin >= range.end &&
           is_one_of(trim(text_.low({range.end, length.begin})), {",", ", now", ", for", ", so"});
  }
  // "Between September and December I completed an observership of eight months": longer than the time within which it
  // is told to lie.
  [[nodiscard]] static bool outlasts(const Duration& length, const DateExpression& range) {
    constexpr Day kSlack = 45;
    if (!range.start.has_month() || !range.end.has_month()) return false;
    return months_meant(length).least * kDaysPerMonth >
           static_cast<double>(range.end_days.last - range.start_days.first + kSlack);
  }
  [[nodiscard]] bool belongs(const DateExpression& dates, const DateExpression& measured) const {
    const Span range = dates.source;
    const Span length = measured.source;
    const Span between{std::min(range.end, length.end), std::max(range.begin, length.begin)};
    if (between.begin > between.end || between.size() > 70) return false;
    const std::string_view words = text_.low(between);
    if (length.end < range.begin && is_of_what_has_the_range(length, words)) return true;
    if (!is_length_of_stay(length)) return false;
    if (words.find_first_of(";.") != std::string_view::npos) return false;
    // "ten months between 2014 and 2018" lie within; "A doctor for nine years, I drove a taxi from 2015 to 2019".
    const bool longer = measured.looseness != Looseness::vague && outlasts(measured.duration, dates);
    if ((text_.low(range).starts_with("between ") && !longer) || words.find(", i ") != std::string_view::npos)
      return false;
    const std::string_view lead = text_.low({sentence_->source.begin, length.begin});
    // "Eleven years in Cuba, from September 2006 to July 2013"
    if (length.end < range.begin && (lead.empty() || is_one_of(lead, {"my ", "the ", "those "})) &&
        is_of_one_thing(words))
      return true;
    // "three of its four years, from July 2019 to June 2022"
    if (lead.ends_with(" of its ") || lead.ends_with(" of the ") || lead.ends_with(" of my ")) return false;
    if (without_loose_words(lead).ends_with(" after ")) return false;  // "and after three years I moved"
    constexpr std::string_view kWas = " i was ";
    const std::string_view told = words.starts_with(kWas) ? words.substr(kWas.size()) : words;
    for (const std::string_view word : {"so", "because", "then", "after", "before", "the course", "it", "was"}) {
      if (has_phrase(told, word)) return false;
    }
    const bool behind = length.begin >= range.end;
    const std::string_view bare = behind ? without_loose_words(words) : words;  // ", over two years"
    const bool beside = bare.find_first_not_of(" ,():-") == std::string_view::npos || words == " – " || words == " — ";
    if (behind && (is_followed_by_parts(length) || adds_up_with_next(dates, measured))) return false;
    if (beside) return true;
    if (behind && is_one_of(trim(bare), {"for", ", in all", ", all", ", for", ", or", ", that is", ", i.e.",
                                         ", a period of", ", which is", ", a span of", ", that makes", ", in total",
                                         ", that is,", ", that is to say,"}))
      return true;
    // "From July 2017 to August 2018 I did my housemanship, twenty-two months, because"
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 8);
    const bool ends = after.starts_with(",") || after.starts_with(".") || after.starts_with(";") ||
                      after.starts_with(" in all") || after.starts_with(" in total");
    if (behind && words.ends_with(", ") && ends && words.starts_with(" i ") &&
        std::count(words.begin(), words.end(), ',') == 1)
      return true;
    // "From April 2022 to July 2024 I worked in Callao, three years in which I took over the list"
    const std::string_view further = std::string_view(text_.folded).substr(length.end, 13);
    if (behind && words.ends_with(", ") && words.starts_with(" i ") &&
        std::count(words.begin(), words.end(), ',') == 1 &&
        (further.starts_with(" in which ") || further.starts_with(" during which")))
      return true;
    const std::string_view before = text_.low({sentence_->source.begin, length.begin});
    const bool said_for = before.ends_with("for ") || before.ends_with("spent ") || before.ends_with("spend ") ||
                          before.ends_with("lasted ") || before.ends_with("a total of ");
    const bool parts = has_phrase(words, "and") || has_phrase(words, "where") || has_phrase(words, "which") ||
                       has_phrase(words, "including") || has_phrase(words, "but") || has_phrase(words, "with") ||
                       has_phrase(words, "of which");
    // "an observership of eight months", "took up one year of my life, from 2010"
    const bool of_a_stay =
        longer && behind && words.ends_with(" of ") && has({range.end, length.begin}, PathWord::own_noun);
    const bool of_my_life = !behind && trim(words) == "of my life,";
    return (said_for || of_a_stay || of_my_life) && !parts;
  }
  // " in Cuba, from ", " of residency, "
  static bool is_of_one_thing(std::string_view between) {
    constexpr std::array<std::string_view, 6> kLeads = {" in ", " at ", " as ", " of ", " on ", " with "};
    const std::size_t comma = between.find(',');
    return std::ranges::any_of(kLeads, [&](std::string_view lead) { return between.starts_with(lead); }) &&
           comma != std::string_view::npos && is_one_of(trim(between.substr(comma)), {",", ", from"}) &&
           between.find_first_of("(:") == std::string_view::npos && !has_phrase(between, "and");
  }
  // "a one-year certificate course in ultrasound (January 2025 to June 2025", but not "three years of a four-year
  // program"
  [[nodiscard]] bool is_of_what_has_the_range(Span length, std::string_view between) const {
    const std::string_view lead = text_.low({sentence_->source.begin, length.begin});
    return between.ends_with(" (") && between.find_first_of(",;.") == std::string_view::npos &&
           text_.low(length).find('-') != std::string_view::npos && !lead.ends_with(" of a ") &&
           !lead.ends_with(" of the ");
  }
  // "... from 2007 until 2017, seven years on nights and the last three on days", "three months in each department"
  [[nodiscard]] bool is_followed_by_parts(Span length) const {
    const std::string_view rest = text_.low({length.end, std::max(length.end, sentence_->source.end)});
    const bool of_each = rest.starts_with(" in each") || rest.starts_with(" at each") || rest.starts_with(" each");
    return of_each || goes_on_without_unit(length) || has_phrase(rest, "and the last") ||
           has_phrase(rest, "the rest") || has_phrase(rest, "and the other") || has_phrase(rest, "and the first");
  }
  // "from May 2018 to April 2019, six months of medicine and six months of surgery": together they are the range.
  [[nodiscard]] bool adds_up_with_next(const DateExpression& range, const DateExpression& length) const {
    const IndexRange behind =
        text_.dates_within({length.source.end, std::max(length.source.end, sentence_->source.end)});
    if (behind.empty() || text_.dates[behind.first].kind != DateKind::duration) return false;
    const DateExpression& next = text_.dates[behind.first];
    const double months = static_cast<double>(range.end_days.last - range.start_days.first) / kDaysPerMonth;
    return has_phrase(text_.low({length.source.end, next.source.begin}), "and") &&
           std::abs(length.duration.in_months() + next.duration.in_months() - months) < 2;
  }
  static std::string_view trim(std::string_view words) {
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    return words;
  }
  // Not "six months later", "two years old", "every three months".
  [[nodiscard]] bool is_length_of_stay(Span length) const {
    const WordHits& words = text_.words;
    const bool within = words.leads(length.end + 1, PathWord::distance);  // "ten months later" in one expression
    const bool for_before = without_loose_words(text_.low({sentence_->source.begin, length.begin})).ends_with("for ") &&
                            std::string_view(text_.folded).substr(length.end).starts_with(" before");
    return !within && (for_before || !words.follows(length.end, PathWord::distance)) &&
           !words.follows(length.end, PathWord::no_stay) && !words.leads(length.begin, PathWord::each_time);
  }

  // "For seven of those ten months I taught": the seven are told, and not the ten.
  [[nodiscard]] bool is_counted_in_parts(Span length) const {
    std::string_view before = text_.low({sentence_->source.begin, length.begin});
    // "... after three of four years"
    for (const std::string_view of : {" of those ", " of these ", " of the ", " of my ", " of "}) {
      if (!before.ends_with(of)) continue;
      before.remove_suffix(of.size());
      const DateWord* const count = find_date_word(before.substr(before.rfind(' ') + 1));
      return count != nullptr && count->lex == Lex::small;
    }
    return false;
  }
  // A length without a range: "my fourteen months at X", "I spent two years there", "those fifteen months".
  void read_length(const DateExpression& date) {
    if (used(date.source) || !is_length_of_stay(date.source) || is_counted_in_parts(date.source)) return;
    const Clause& clause = clause_of(date.source);
    if (clause.quoted) return;
    // "Step 2 CK took me seventeen months more"
    if (has({clause.source.begin, date.source.begin}, PathWord::exam) &&
        has_phrase(text_.low(clause.source), "took me"))
      return;
    if (stands_before(PathWord::unreal, clause, date.source) || is_unreal(clause) ||
        comes_back_after(clause, date.source) || is_of_a_thing_told(clause, date.source) ||
        counts_others_in(date.source))
      return;
    if (last_exam_ != Exam::none && last_exam_block_ == sentence_->block &&
        text_.low({clause.source.begin, date.source.begin}).ends_with(" it "))
      return;  // "I sat it again and gave it ten months"
    const LengthFrame frame = frame_of(clause, date);
    // "I was nine months without a hospital", but "my eighteen months of residency were no normal training"
    if (denies_work(text_, clause.source) && !(frame.mine && frame.of_it)) return;
    if (!is_told(clause, frame, date.source) || (frame.it_was && follows_a_range_without_years())) return;
    Event event = blank();
    event.source = frame.of_it && !frame.own_subject ? behind_length(clause, date.source)
                   : frame.those && frame.of_it      ? behind_length(clause, date.source)
                   : frame.those                     ? date.source  // of what was told before, not of what follows
                                                     : between_lengths(clause, date.source);
    const std::size_t before =
        text_.low({date.source.end, std::max(date.source.end, event.source.end)}).find(" before ");
    if (before != std::string_view::npos)  // "for a year, before medical school"
      event.source.end = date.source.end + static_cast<std::uint32_t>(before);
    event.length = date.duration;
    event.length_source = date.source;
    event.kind = frame.of_it ? kind_of(text_.words, event.source) : kind_of_clause(clause);
    if (event.kind == EventKind::other && has(event.source, PathWord::degree)) event.kind = EventKind::education;
    if (frame.own_subject && text_.low(clause.source).starts_with("medical school")) event.kind = EventKind::education;
    if (clause.actor == Actor::own && has({clause.source.begin, date.source.begin}, PathWord::gap_title))
      event.kind = EventKind::gap;  // "The break before Richmond, eight months, was"
    event.title = clause.act != Act::none ? std::string(word(clause.verb)) : std::string();
    event.expected = has({clause.source.begin, date.source.end}, PathWord::expected);
    event.done = !event.expected;
    const bool role_for = frame.told_for && frame.of_it &&
                          is_one_of(event.title, {"served", "worked", "trained", "practised", "practiced", "stayed"});
    event.partial = is_part_of_more(clause, date, frame);
    event.pointing = points_back(clause, event.source, frame);
    event.telling = (frame.mine && (frame.of_it || frame.spent_behind)) || frame.spent || frame.was_in ||
                    frame.of_a_post || frame.those || (frame.opens && frame.of_it) || role_for || frame.all_of_it ||
                    (frame.own_subject && is_one_of(event.title, {"was", "were", "lasted", "took", "ran", "came"}));
    event.loose = (frame.all_of_it || (frame.of_a_post && !frame.mine_hyphened)) && !frame.spent && !role_for &&
                  event.title != "stayed";
    read_start_before(clause, date, event);
    events_.push_back(std::move(event));
  }
  // "In August 2012, when the king died, I had been a resident there for a full year": it began a year before then.
  void read_start_before(const Clause& clause, const DateExpression& length, const Event& stay) {
    constexpr Day kRounded = 62;
    const std::string_view low = text_.low(clause.source);
    const bool by_then = (has_phrase(low, "i had been") || has_phrase(low, "i had already been") ||
                          has_phrase(low, "i had worked") || has_phrase(low, "i had already worked")) &&
                         has_phrase(low, "for");
    if (!by_then || clause.source.begin <= sentence_->source.begin || length.duration.looseness == Looseness::vague ||
        length.duration.finest < LengthUnit::months)
      return;
    const DateExpression* const then = text_.date_in({sentence_->source.begin, clause.source.begin});
    const std::string_view lead =
        then == nullptr ? std::string_view() : trim(text_.low({sentence_->source.begin, then->source.begin}));
    if (then == nullptr || !(lead.empty() || lead == "in" || lead == "and in") || !then->is_one_time() ||
        then->anchor != DateAnchor::none || !then->start.has_month())
      return;
    const double months = length.duration.in_months();
    const auto before = static_cast<Day>(months * kDaysPerMonth);
    const Day slack = kRounded + before / 4;
    const CivilDate middle = civil_date(then->start_days.first - before);
    Event event = stay;
    event.length.reset();
    event.aspect = Aspect::start;
    event.partial = event.loose = false;
    event.point = event.telling = event.done = true;
    event.start = event.end = Stated{month_date(middle.year, middle.month),
                                     days_after(then->days(), {-months, -months}, slack), length.source};
    events_.push_back(std::move(event));
  }

  // "in one audit that covered nine months": of the audit; "a nurse with 31 years of experience": of the nurse.
  [[nodiscard]] bool is_of_a_thing_told(const Clause& clause, Span length) const {
    const std::string_view before = text_.low({clause.source.begin, std::max(clause.source.begin, length.begin)});
    const std::size_t that = std::max(before.rfind(" that ") + 1, before.rfind(" which ") + 1);
    const bool relative = that > 0 && !has_phrase(before.substr(that), "i") && !has_phrase(before.substr(that), "we") &&
                          before.find(',', that) == std::string_view::npos && before.ends_with(" covered ");
    const bool beside = has_phrase(before, "beside a") || has_phrase(before, "next to a");  // "a family physician"
    return relative || beside ||
           (std::string_view(text_.folded).substr(length.end).starts_with(" of experience") &&
            before.ends_with(" with "));
  }
  // "I was sent to Samar less than a year after the typhoon of November 2013": of the typhoon.
  [[nodiscard]] bool is_of_an_event(Span date) const {
    std::string_view lead = text_.low({sentence_->source.begin, std::max(sentence_->source.begin, date.begin)});
    constexpr std::string_view kOf = " of ";
    if (!lead.ends_with(kOf)) return false;
    lead.remove_suffix(kOf.size());
    const std::size_t last = lead.rfind(' ');
    if (last == std::string_view::npos) return false;
    const std::string_view noun = lead.substr(last + 1);
    const std::string_view before = lead.substr(0, last + 1);
    const bool governed = before.ends_with(" after the ") || before.ends_with(" before the ") ||
                          before.ends_with(" since the ") || before.ends_with(" during the ");
    const std::string_view distance = before.substr(before.size() - std::min<std::size_t>(before.size(), 24));
    const bool far = has_phrase(distance, "year") || has_phrase(distance, "years") || has_phrase(distance, "months");
    return governed && far &&
           !is_one_of(noun, {"end",    "start",  "beginning",   "middle", "close",    "class",     "graduation",
                             "match",  "exam",   "examination", "term",   "semester", "year",      "summer",
                             "spring", "autumn", "fall",        "winter", "degree",   "residency", "internship"});
  }
  // "I could have stayed ten years."
  [[nodiscard]] bool is_unreal(const Clause& clause) const {
    return tells_the_unreal(text_.low(clause.source)) ||
           text_.low(sentence_->source).starts_with("had i ");  // "Had I stayed until 2023, I would"
  }
  // "the career is eight years, internship and social service included"
  [[nodiscard]] bool counts_others_in(Span length) const {
    constexpr std::uint32_t kReach = 60;  // bytes
    const std::string_view rest = text_.low({length.end, std::min(sentence_->source.end, length.end + kReach)});
    return rest.starts_with(", ") &&
           rest.substr(0, rest.find(" included")).find_first_of(".;:") == std::string_view::npos &&
           rest.find(" included") != std::string_view::npos;
  }
  // "I had returned to basic science after seven years", "after three years I moved to Pudong": how long it had been.
  [[nodiscard]] bool comes_back_after(const Clause& clause, Span length) const {
    const bool behind = document_.tokens()[clause.verb].source.end <= length.begin;
    return (behind ? clause.act == Act::arrive : clause.act == Act::arrive || clause.act == Act::start) &&
           without_loose_words(text_.low({clause.source.begin, length.begin})).ends_with("after ");
  }
  // "From that month until the following January I had no post. It was nine months": of that time, not of the post.
  [[nodiscard]] bool follows_a_range_without_years() const {
    if (sentence_ == document_.sentences().data()) return false;
    const IndexRange range = text_.dates_within((sentence_ - 1)->source);
    return std::any_of(
        text_.dates.begin() + range.first, text_.dates.begin() + range.last,
        [](const DateExpression& d) { return d.kind == DateKind::period && !d.resolved && !(d.start == d.end); });
  }

  // "my 236 in ", "a 241 on "
  [[nodiscard]] static bool is_score_in(std::string_view before) {
    if (!before.ends_with(" in ") && !before.ends_with(" on ")) return false;
    const std::string_view lead = before.substr(0, before.size() - 4);
    return lead.size() > 3 && lead[lead.size() - 4] == ' ' &&
           std::ranges::all_of(lead.substr(lead.size() - 3), [](char c) { return c >= '0' && c <= '9'; });
  }
  // "with the same notes as for Step 1", "harder than Step 1": told of for the likeness alone.
  [[nodiscard]] bool is_compared(Span exam) const {
    constexpr std::uint32_t kReach = 12;  // bytes
    const std::string_view before = text_.low(bytes_before(exam.begin, kReach));
    return std::ranges::any_of(
               std::array<std::string_view, 6>{" as for ", " as with ", " than ", " than for ", " unlike ", " like "},
               [&](std::string_view words) { return before.ends_with(words); }) ||
           is_score_in(before);
  }
  // What stands around a length.
  struct LengthFrame {
    bool part = false;           // "my first two years"
    bool it_was = false;         // "it was only two years"
    bool those = false;          // that, and "those two years"
    bool takes_me = false;       // "it took me two years"
    bool spent = false;          // "I spent two years"
    bool told_for = false;       // "for two years", "Two years I"
    bool was_in = false;         // "I was two years in": a part, unless it is longer than the whole
    bool all_of = false;         // "all two years of it"
    bool mine = false;           // "my two years", "the two years"
    bool opens = false;          // at the head of the clause: "In two years of"
    bool of_it = false;          // "two years of", "at", "as"
    bool spent_behind = false;   // "the two years that I"
    bool mine_hyphened = false;  // "my two-year"
    bool of_a_post = false;      // "a two-year observership"
    bool own_subject = false;    // "The residency took two years"
    bool all_of_it = false;      // "I was a registrar for two years"
    bool of_my_post = false;     // "the two years of my post there", whoever the clause is about
  };
  [[nodiscard]] LengthFrame frame_of(const Clause& clause, const DateExpression& date) const {
    const std::string_view low = text_.low(date.source);
    const std::string_view before =
        without_loose_words(text_.low({clause.source.begin, std::max(clause.source.begin, date.source.begin)}));
    const std::string_view after = std::string_view(text_.folded).substr(date.source.end, 9);
    const auto ends = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view w) {
        return before.ends_with(w) && (before.size() == w.size() || before[before.size() - w.size() - 1] == ' ');
      });
    };
    const auto goes_on = [&](std::initializer_list<std::string_view> words) {
      return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return after.starts_with(w); });
    };
    const bool own = clause.actor == Actor::self || clause.actor == Actor::own;
    const bool first = trim(before).empty();
    LengthFrame frame;
    frame.part =
        ends({"first ", "last ", "final ", "next ", "another ", "further ", "early ", "other ", "remaining ", "past "});
    frame.it_was = is_told_of_it(clause, date.source);
    frame.those = frame.it_was || ends({"those ", "these ", "that ", "this "});
    frame.takes_me = stands_before(PathWord::takes_me, clause, date.source);
    frame.spent = frame.takes_me || stands_alone(clause, date.source) || completes_in(clause, date.source) ||
                  is_told_in_all(clause, date.source) || stands_before(PathWord::stay_verb, clause, date.source) ||
                  is_given_to(clause, date.source) || stands_right_behind_deed(clause, date.source) ||
                  // "after a year with two revolutions in it" measures no stay
                  (ends({"after "}) && !low.starts_with("a ") && !low.starts_with("an "));
    frame.told_for = ((first && after.starts_with(" i ")) || ends({"for ", "for the next ", "over ", "during "})) &&
                     clause.act != Act::none;
    frame.was_in = clause.actor == Actor::self && ((ends({"was ", "been "}) && goes_on({" in ", " at ", " with "})) ||
                                                   ends({"was there ", "been there "}));
    frame.all_of = ends({"all ", "the whole "}) && after.starts_with(" of it");
    frame.mine = low.starts_with("the ") || frame.all_of || frame.those ||
                 ends({"my ", "the ", "my first ", "our ", "whole ", "full ", "entire "});
    frame.opens = first || ends({"came ", "followed was ", "in ", "after my ", "in my ", "and ", "then ", "after ",
                                 "with ", "of "});
    // "the years in which somebody could have acted"
    const bool of_a_deed = goes_on({" in which", " on which"});
    frame.of_it =
        goes_on({" of ", " at ", " in ", " as ", " with ", " on ", " there"}) && !goes_on({" in all"}) && !of_a_deed;
    frame.spent_behind = goes_on({" i was ", " i spent", " i worke", " i stay", " i serve", " that i", " that fol",
                                  " i gave", " i put i"}) ||
                         works_behind(date.source) || is_given(date.source);
    const bool hyphened = low.find('-') != std::string_view::npos;
    frame.mine_hyphened = hyphened && ends({"my "});
    frame.of_a_post = hyphened && ends({"my ", "a ", "the ", "an "}) && is_post_behind(date.source);
    frame.own_subject = clause.actor == Actor::own && clause.act != Act::none && !first && !frame.mine;
    frame.all_of_it = own && frame.told_for && is_told_of_all(clause, date.source);
    frame.of_my_post = frame.mine && is_of_my_post(date.source);
    return frame;
  }
  [[nodiscard]] bool is_of_my_post(Span length) const {
    constexpr std::string_view kMine = " of my ";
    if (!std::string_view(text_.folded).substr(length.end).starts_with(kMine)) return false;
    const std::uint32_t noun = length.end + static_cast<std::uint32_t>(kMine.size());
    return is_one_of(text_.low({noun, static_cast<std::uint32_t>(path_word_end(text_.folded, noun))}),
                     {"post", "posting", "contract", "appointment", "employment", "stay", "service", "job"});
  }
  // "I was a scribe at a clinic in Parlier, nineteen months in all", "My internship at Tungaru, ten months long,
  // taught".
  [[nodiscard]] bool is_told_in_all(const Clause& clause, Span length) const {
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 12);
    if (clause.actor == Actor::own && text_.low(bytes_before(length.begin, 2)) == ", " && after.starts_with(" long,"))
      return true;
    if (clause.actor != Actor::self || clause.act == Act::none || clause.act == Act::deed || clause.act == Act::exam)
      return false;
    return after.starts_with(" in all") || after.starts_with(" altogether") || after.starts_with(" in total") ||
           after.starts_with(" all told");
  }
  // "I completed the master's degree in ten months."
  [[nodiscard]] bool completes_in(const Clause& clause, Span length) const {
    if (clause.actor != Actor::self || clause.act == Act::none ||
        !is_one_of(word(clause.verb), {"completed", "finished", "did"}))
      return false;
    const Span verb = document_.tokens()[clause.verb].source;
    if (length.begin < verb.end) return false;
    const Span between{verb.end, length.begin};
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 4);
    return without_loose_words(text_.low(between)).ends_with(" in ") &&
           (has(between, PathWord::degree) || has(between, PathWord::training)) && !after.starts_with(" of ") &&
           !after.starts_with("'") && text_.low(between).find_first_of(",;:") == std::string_view::npos;
  }
  // "I was in Cardiff eighteen months."
  [[nodiscard]] bool stands_alone(const Clause& clause, Span length) const {
    if (clause.actor != Actor::self || clause.act != Act::whole) return false;
    const Span verb = document_.tokens()[clause.verb].source;
    if (length.begin < verb.end) return false;
    const std::string_view between = trim(text_.low({verb.end, length.begin}));
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 1);
    if (between.empty() && length.begin > verb.end) return after.find_first_of(".,; ") == 0;  // "I studied nine years"
    const bool place = between.starts_with("in ") || between.starts_with("at ") || between.starts_with("with ");
    return place && std::count(between.begin(), between.end(), ' ') < 4 && between.back() != 's' &&
           !without_loose_words(text_.low({verb.end, length.begin})).ends_with("for ") &&
           (after.find_first_of(".,;") == 0 ||
            std::string_view(text_.folded).substr(length.end).starts_with(" before "));
  }
  // "I gave to Bon Secours five years."
  [[nodiscard]] bool is_given_to(const Clause& clause, Span length) const {
    constexpr std::size_t kLongest = 48;  // bytes of a name
    const Span verb = document_.tokens()[clause.verb].source;
    if (clause.actor != Actor::self || clause.act == Act::none || length.begin < verb.end ||
        !is_one_of(word(clause.verb), {"gave", "devoted", "dedicated"}))
      return false;
    const std::string_view between = trim(text_.low({verb.end, length.begin}));
    return between.starts_with("to ") && between.size() < kLongest &&
           between.find_first_of(",;:") == std::string_view::npos;
  }
  // "In Krakow I sat three years with a headset on": a deed that fills the time, and no exam.
  [[nodiscard]] bool stands_right_behind_deed(const Clause& clause, Span length) const {
    const Span verb = document_.tokens()[clause.verb].source;
    return clause.actor == Actor::self && length.begin > verb.end &&
           is_one_of(word(clause.verb), {"sat", "stood", "drove", "wrote", "answered", "kept", "carried", "ran"}) &&
           trim(without_loose_words(text_.low({verb.end, length.begin}))).empty();
  }
  // "In the twenty months I scribed at".
  [[nodiscard]] bool works_behind(Span length) const {
    constexpr std::string_view kSelf = " i ";
    if (!std::string_view(text_.folded).substr(length.end).starts_with(kSelf)) return false;
    const std::uint32_t verb = length.end + static_cast<std::uint32_t>(kSelf.size());
    return is_one_of(text_.low({verb, static_cast<std::uint32_t>(path_word_end(text_.folded, verb))}),
                     {"scribed", "taught", "volunteered", "trained", "practised", "practiced", "coordinated",
                      "interned", "tutored", "drove", "assisted"});
  }
  // "The eight months the corps gave me".
  [[nodiscard]] bool is_given(Span length) const {
    constexpr std::uint32_t kReach = 40;  // bytes
    const Span behind{length.end, std::min(sentence_->source.end, length.end + kReach)};
    const WordHit* given = text_.words.first(behind, PathWord::takes_me);
    return given != nullptr && text_.low({length.end, given->place.begin}).find_first_of(",;:") == std::string::npos;
  }
  // "I have known for twenty years": of no post.
  [[nodiscard]] bool is_of_no_path(const Clause& clause, Span length) const {
    if (clause.act != Act::whole || !is_one_of(word(clause.verb), {"have", "had", "was", "am", "been"})) return false;
    if (has_length_itself(clause, length)) return true;
    if (word(clause.verb) == "been") {
      const std::uint32_t next = clause.verb + 1;
      return next < clause.tokens.last && word(next).ends_with("ing") && word(next).size() > 5 &&
             !has(document_.tokens()[next].source, PathWord::work_verb) &&
             !is_one_of(word(next), {"working", "training", "teaching", "serving", "practising", "practicing",
                                     "studying", "running", "living", "coordinating", "managing", "volunteering",
                                     "scribing", "assisting", "tutoring", "interpreting", "nursing", "researching"});
    }
    std::uint32_t t = clause.verb + 1;
    while (t < clause.tokens.last &&
           (is_one_of(word(t), {"not", "never", "always", "also", "now"}) || word(t).ends_with("ly")))
      ++t;
    return t < clause.tokens.last &&
           is_one_of(word(t), {"known",   "wanted", "loved",  "wished",  "hoped", "thought", "believed",
                               "dreamed", "dreamt", "waited", "married", "lived", "told",    "heard",
                               "owned",   "kept",   "played", "written", "said",  "felt"});
  }
  // "I have 37 years", "I have eighteen years around sick lungs": of an age, of a life's work.
  [[nodiscard]] bool has_length_itself(const Clause& clause, Span length) const {
    const Span verb = document_.tokens()[clause.verb].source;
    return word(clause.verb) == "have" && length.begin > verb.end &&
           trim(without_loose_words(text_.low({verb.end, length.begin}))).empty();
  }
  // The length is one of the writer's path.
  [[nodiscard]] bool is_told(const Clause& clause, const LengthFrame& frame, Span length) const {
    // "For eight months a teacher examined me"
    const std::string_view before = text_.low({clause.source.begin, std::max(clause.source.begin, length.begin)});
    const std::string_view behind = std::string_view(text_.folded).substr(length.end, 4);
    if (frame.told_for && trim(before) == "for" && (behind.starts_with(" a ") || behind == " an " || behind == " the"))
      return false;
    if (before.ends_with(" was of ")) return false;  // "the girl was of four years"
    if (is_of_no_path(clause, length) ||
        std::string_view(text_.folded).substr(length.end).starts_with(" with patients"))
      return false;
    const bool own = clause.actor == Actor::self || clause.actor == Actor::own;
    const bool of_those = frame.those && frame.of_it;  // "These two years at the Institute have taught me"
    if (clause.actor == Actor::other && !frame.it_was && !frame.takes_me && !frame.of_a_post && !of_those &&
        !frame.of_my_post)
      return false;
    if (frame.those && denies(clause)) return false;
    // "What I don't have is the same patient in clinic for three years"
    if (frame.told_for && is_one_of(word(clause.verb), {"have", "had"}) && denies(clause)) return false;
    return frame.was_in || frame.of_a_post || (frame.spent && (own || frame.takes_me)) || (frame.told_for && own) ||
           (frame.mine && (frame.of_it || frame.those || frame.spent_behind)) || (frame.opens && frame.of_it) ||
           frame.mine_hyphened || (clause.actor == Actor::own && clause.act != Act::none);
  }
  // "three months of my time there", "two years of medicine and one of surgery", "for two years before that".
  [[nodiscard]] bool is_part_of_more(const Clause& clause, const DateExpression& date, const LengthFrame& frame) const {
    const std::string_view after = std::string_view(text_.folded).substr(date.source.end, 9);
    const bool and_others =
        frame.own_subject && frame.of_it && has_phrase(text_.low({date.source.end, clause.source.end}), "and");
    const bool of_more = frame.of_it && !frame.all_of &&
                         (after.starts_with(" of my t") ||
                          (after.starts_with(" of my ") && !after.starts_with(" of my lif") && !frame.mine) ||
                          after.starts_with(" of the ") || after.starts_with(" of that") ||
                          after.starts_with(" of it") || after.starts_with(" of this"));
    // "for the past year I have worked as": all of it until now
    const bool until_now = frame.all_of_it && date.anchor == DateAnchor::as_of && !date.to_present &&
                           !has_phrase(text_.low(date.source), "next");
    if (until_now) return false;
    // "I was a registrar for two years before I was given the keys": longer it may have been, but not shorter.
    const bool until_then = (after.starts_with(" before") && !goes_elsewhere(date.source.end)) ||
                            after.starts_with(" when") || after.starts_with(" until");
    const bool until_learned = frame.takes_me && has_phrase(text_.low({date.source.end, clause.source.end}), "to");
    return frame.part || frame.was_in || until_then || until_learned || leads_to_a_deed(date.source) ||
           date.kind != DateKind::duration || and_others || of_more || is_one_of_several(date.source) ||
           (frame.told_for && !frame.spent && !frame.mine && !frame.all_of_it);
  }
  // "four years before going to medical school", "before I moved to Boise": all of it, then something else.
  [[nodiscard]] bool goes_elsewhere(std::uint32_t length_end) const {
    const std::string_view low = std::string_view(text_.folded).substr(length_end);
    return std::ranges::any_of(
        std::array<std::string_view, 18>{
            " before i resigned", " before i quit", " before turning to ", " before switching ", " before changing ",
            " before returning ", " before going to ", " before entering ", " before coming to ", " before moving to ",
            " before leaving ", " before joining ", " before medical school", " before i went to ",
            " before i entered ", " before i moved to ", " before i came to ", " before i left "},
        [&](std::string_view words) { return low.starts_with(words); });
  }
  // "nine months building a register"
  [[nodiscard]] bool leads_to_a_deed(Span length) const {
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 24);
    if (after.empty() || after.front() != ' ') return false;
    const std::string_view next = after.substr(1, after.find(' ', 1) - 1);
    return next.ends_with("ing") && !is_one_of(next, {"working", "training", "serving", "teaching", "practising",
                                                      "practicing", "studying", "as"});
  }
  // Of what was named before: "there", "those two years", "I ran it for two years".
  [[nodiscard]] bool points_back(const Clause& clause, Span told, const LengthFrame& frame) const {
    const std::string_view low = text_.low(told);
    const bool where = clause.linked && low.starts_with("where i ");  // "a hospice, where I sat for three years"
    return frame.those || frame.all_of || where || has(told, PathWord::there) || has_phrase(low, "its") ||
           (clause.actor == Actor::self && has_phrase(low, "it")) ||
           (frame.spent && !frame.of_it && has({sentence_->source.begin, clause.source.end}, PathWord::there)) ||
           (frame.spent && clause_has_no_subject(clause));
  }

  // "for nearly" is "for".
  static std::string_view without_loose_words(std::string_view before) {
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
  // A word of the list ends right before the length: "spent two years".
  [[nodiscard]] bool stands_before(PathWord list, const Clause& clause, Span length) const {
    const std::vector<WordHit> hits = text_.words.all({clause.source.begin, length.begin}, list);
    if (hits.empty()) return false;
    if (text_.low({clause.source.begin, hits.back().place.begin}).ends_with("how to ")) return false;
    const std::string_view between = trim(without_loose_words(text_.low({hits.back().place.end, length.begin})));
    return between.size() < 20 && std::count(between.begin(), between.end(), ' ') < 2 &&
           between.find(',') == std::string_view::npos;
  }
  // "six months of medicine and six of surgery", "a year with nine months of neurology": parts of a whole.
  [[nodiscard]] bool is_one_of_several(Span length) const {
    const IndexRange range = text_.dates_within(sentence_->source);
    return std::any_of(text_.dates.begin() + range.first, text_.dates.begin() + range.last,
                       [&](const DateExpression& other) {
                         return other.kind == DateKind::duration && !(other.source == length) &&
                                is_length_of_stay(other.source);
                       }) ||
           goes_on_without_unit(length);
  }
  // "in medicine for six months and in surgery for six, and"
  [[nodiscard]] bool goes_on_without_unit(Span length) const {
    bool and_told = false;
    for (std::uint32_t t = sentence_->tokens.first; t + 1 < sentence_->tokens.last; ++t) {
      if (document_.tokens()[t].source.begin < length.end) continue;
      and_told = and_told || word(t) == "and" || word(t) == ",";
      const DateWord* known = find_date_word(word(t));
      const bool number =
          (known != nullptr && known->lex == Lex::small) || document_.tokens()[t].kind == TokenKind::number;
      const bool ends = document_.tokens()[t + 1].kind == TokenKind::punctuation ||
                        is_one_of(word(t + 1), {"in", "of", "on", "at", "because"});
      if (and_told && number && ends && is_one_of(word(t - 1), {"for", "then", "and"})) return true;
    }
    return false;
  }
  // "It was only eighteen months, but": of what was told before. Not "it was two years before I".
  [[nodiscard]] bool is_told_of_it(const Clause& clause, Span length) const {
    const std::string_view before = trim(text_.low({clause.source.begin, std::max(clause.source.begin, length.begin)}));
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 2);
    return is_one_of(before, {"it was", "it was only", "it lasted", "it lasted only", "it lasted for", "that was",
                              "it was all of", "this was", "it ran for", "but it was only", "and it lasted"}) &&
           (after.starts_with(",") || after.starts_with(".") || after.starts_with(";"));
  }
  // "a practitioner in Abu Kabir for two years, and a resident for fifteen months": what stands by this length.
  [[nodiscard]] Span between_lengths(const Clause& clause, Span length) const {
    Span around = clause.source;
    // "The house job was next, and then two years in a children's hospital"
    if (text_.low({clause.source.begin, std::max(clause.source.begin, length.begin)}).ends_with(" and then "))
      around.begin = length.begin;
    const IndexRange range = text_.dates_within(clause.source);
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& other = text_.dates[d];
      if (other.kind != DateKind::duration || other.source == length) continue;
      if (other.source.end <= length.begin) {
        around.begin = std::max(around.begin, other.source.end);
        // "a doctor of a health post, and then for three years a practitioner"
        const std::string_view between = text_.low({around.begin, length.begin});
        const std::size_t then = std::min(between.rfind(" and then for "), between.rfind(" and for "));
        if (then != std::string_view::npos) around.begin += static_cast<std::uint32_t>(then);
      }
      if (other.source.begin < length.end) continue;
      const std::size_t cut = text_.low({length.end, other.source.begin}).find(" and ");
      if (cut != std::string_view::npos)
        around.end = std::min(around.end, length.end + static_cast<std::uint32_t>(cut));
    }
    return around;
  }
  // Right behind the hyphened length a post is named: "six-month observership", "one-year research fellowship".
  [[nodiscard]] bool is_post_behind(Span length) const {
    constexpr std::uint32_t kReach = 30;  // bytes
    const std::string_view low = text_.low(length);
    if (!low.ends_with("-year") && !low.ends_with("-month") && !low.ends_with("-week")) return false;
    const Span behind{length.end, std::min(sentence_->source.end, length.end + kReach)};
    return has(behind, PathWord::clinical) || has(behind, PathWord::training) || has(behind, PathWord::master_degree);
  }
  // "I was a registrar there for two years": all of the stay, unless something else follows or it is a part by its
  // words.
  [[nodiscard]] bool is_told_of_all(const Clause& clause, Span length) const {
    if (clause.act != Act::whole) return false;
    // Behind a comma stands what was in it: "for two years, first with a senior".
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 8);
    // ... and "for two years I worked there, mostly at night".
    const std::uint32_t verb = std::max(length.end, document_.tokens()[clause.verb].source.end);
    const std::size_t comma = text_.low({verb, std::max(verb, clause.source.end)}).find(", ");
    const std::uint32_t end =
        comma == std::string_view::npos ? clause.source.end : verb + static_cast<std::uint32_t>(comma);
    const Span told{clause.source.begin, after.starts_with(", ") ? length.end : end};
    const std::vector<WordHit> parts = text_.words.all(told, PathWord::part_of);
    if (std::ranges::any_of(parts, [&](const WordHit& hit) { return !length.overlaps(hit.place); }))
      return false;  // of "more than two years", "more" is a part of the length
    return !after.starts_with(" on ") && !after.starts_with(" in ") && !after.starts_with(" by ");
  }

  // "In those ten months I was no doctor."
  [[nodiscard]] bool denies(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return has_phrase(low, "no") || has_phrase(low, "not") || has_phrase(low, "without") ||
           low.find("n't ") != std::string_view::npos;
  }
  // What the length is of: "six years of medical school and two of internship" is of the first.
  [[nodiscard]] Span behind_length(const Clause& clause, Span length) const {
    std::uint32_t end = std::max(clause.source.end, length.end);
    const Span verb = document_.tokens()[clause.verb].source;
    if (clause.act != Act::none && verb.begin > length.end && !word(clause.verb).ends_with("ing"))
      end = verb.begin;  // "ten months of fatherhood followed the registrar years"
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
      const Span at = document_.tokens()[t].source;
      if (at.begin < length.end || at.begin >= end) continue;
      const bool stops =
          word(t) == "i" || word(t) == ";" || word(t) == "," || (word(t) == "and" && at.begin > length.end + 3);
      if (stops ||
          (text_.length_in({at.begin, end}) != nullptr && text_.length_in({at.begin, end})->source.begin == at.begin))
        end = at.begin;
    }
    return {length.begin, end};
  }

  // ---- time away
  void read_away() {
    if (auto event = read_time_away(text_, *sentence_, clauses_, section_)) events_.push_back(*std::move(event));
  }

  // ---- exams
  // "Step 1 became pass/fail in January 2022": of everybody's exam.
  [[nodiscard]] bool tells_of_the_exam_itself(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return has_phrase(low, "became") || has_phrase(low, "went pass") || has_phrase(low, "discontinued");
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
    return has_phrase(low, "ticket") || has_phrase(low, "tickets") || has_phrase(low, "had booked") ||
           has_phrase(low, "had a seat") || has_phrase(low, "my seat") || has_phrase(low, "slot") ||
           low.find(" date for ") != std::string_view::npos;
  }
  void read_sittings(std::size_t index) {
    const Clause& clause = clauses_[index];
    std::vector<WordHit> named = text_.words.all(clause.source, PathWord::exam);
    std::erase_if(named, [&](const WordHit& name) {
      return is_told_for_another(clause, name.place) || is_counted_from(name.place) ||
             (clause.act == Act::start && is_behind_after(clause, name.place));
    });
    const std::string_view low = text_.low(clause.source);
    if (clause.actor == Actor::other && named.empty() && !low.starts_with(", passed in ") && !opens_with_attempt(low))
      return;
    if (named.empty() && (sits_down(clause) || is_on_another_line(clause))) return;
    if (tells_of_the_exam_itself(clause)) return;
    std::vector<const DateExpression*> dates = points_in(clause.source);
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
      dates = date_that_opens();
    const Exam before = last_exam_;
    // "I had passed Step 1 in 2021": told beside what the paragraph is about
    const bool aside = before != Exam::none && last_exam_block_ == sentence_->block && clause.act == Act::exam &&
                       clause.verb > clause.tokens.first && word(clause.verb - 1) == "had";
    if (!named.empty() && !aside && !is_compared(named.back().place)) {
      last_exam_ = static_cast<Exam>(named.back().value);
      last_exam_block_ = sentence_->block;
    }
    if (dates.empty() || clause.quoted || is_unreal(clause) || is_booked(clause)) return;
    if (named.empty()) {
      if (before != Exam::none && goes_on_about_it(clause)) add_sitting(index, before, *dates.front(), clause.source);
      return;
    }
    const Span lead{clause.source.begin, named.front().place.begin};
    const bool of_it = sits_it(lead);  // "I passed it in May, and"
    if (before != Exam::none && dates.front()->source.end <= lead.end && (of_it || attempt_in(text_, lead) > 0) &&
        result_in(text_, lead) != ExamResult::unstated) {
      add_sitting(index, before, *dates.front(), lead);
      dates.erase(dates.begin());
    }
    if (!is_sitting(clause, named)) return;
    // "In 2023 I passed Step 1, in 2024 Step 2 CK": each date leads its name.
    const bool leads = dates.size() > 1 && dates.front()->source.end <= named.front().place.begin &&
                       dates.back()->source.end <= named.back().place.begin;
    // "In June and July I took Step 2 CK and Level 2-CE": in order.
    if (leads && dates.size() == named.size() && dates.back()->source.end <= named.front().place.begin) {
      for (std::size_t n = 0; n < named.size(); ++n)
        add_sitting(index, static_cast<Exam>(named[n].value), *dates[n], clause.source, named[n].place);
      return;
    }
    // A run of names, then a run of dates: one each, or one date for all.
    for (std::size_t m = 0; m < named.size();) {
      std::size_t run = m + 1;
      while (run < named.size() && !time_between(named[run - 1].place.end, named[run].place.begin) &&
             score_in(text_, {named[run - 1].place.end, named[run].place.begin}) == 0)
        ++run;
      const std::uint32_t until = run < named.size() ? named[run].place.begin : clause.source.end;
      std::vector<const DateExpression*> mine;
      for (const DateExpression* date : dates) {
        const std::uint32_t at = date->source.begin;
        if (leads) {
          if (date->source.end <= named[m].place.begin) mine.assign(1, date);
          continue;
        }
        const bool near = at >= named[run - 1].place.end && at < until && at - named[run - 1].place.end < 70 &&
                          !(has({named[run - 1].place.end, at}, PathWord::training) &&
                            text_.low({named[run - 1].place.end, at}).find(" and ") != std::string_view::npos);
        if (near && (!mine.empty() || !time_between(named[run - 1].place.end, at) ||
                     points_at_once(named[run - 1].place.end, at)))
          mine.push_back(date);
      }
      if (mine.empty() && m == 0) {
        for (const DateExpression* date : dates) {
          if (date->source.end <= named[0].place.begin && !stands_in_a_list(*date, named[0].place))
            mine.assign(1, date);
        }
      }
      for (std::size_t n = m; n < run && !mine.empty(); ++n) {
        const DateExpression* date = mine.size() == run - m ? mine[n - m] : mine.front();
        const std::uint32_t from = n == 0 ? clause.source.begin : named[n - 1].place.end;
        const Span around{std::max(clause.source.begin, std::min(from, date->source.begin)),
                          end_of_sitting(dates, date->source.end, std::max(until, date->source.end))};
        add_sitting(index, static_cast<Exam>(named[n].value), *date, around, named[n].place);
      }
      m = run;
    }
  }
  // "In June 2023, while I was still there, I flew to Ankara and passed Step 1": the one date, at the sentence's head.
  [[nodiscard]] std::vector<const DateExpression*> date_that_opens() const {
    std::vector<const DateExpression*> dates = points_in(sentence_->source);
    const std::size_t all = text_.dates_within(sentence_->source).size();
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
    const bool dated = after.starts_with(" passed in ") || after.starts_with(" passed on ");
    const bool aim = before.ends_with(" to sit ") || before.ends_with(" to take ") ||
                     before.ends_with(" to sit the ") || before.ends_with(" to take the ");
    if (aim && is_one_of(word(clause.verb), {"left", "stopped", "quit", "resigned", "gave", "paused"})) return true;
    return before.ends_with(" over my ") || before.ends_with(" than my ") || before.ends_with(" above my ") ||
           before.ends_with(" than in ") || (before.ends_with("with ") && after.starts_with(" passed") && !dated);
  }
  // "passed it", but not "in the third year of it I passed".
  [[nodiscard]] bool sits_it(Span lead) const {
    const std::vector<WordHit> sits = text_.words.all(lead, PathWord::sit);
    return std::any_of(sits.begin(), sits.end(), [&](const WordHit& sit) {
      const std::string_view behind = text_.low({sit.place.end, lead.end});
      return behind.starts_with(" it ") || behind.starts_with(" it,");
    });
  }
  // "Step 1, August 2021. Passed March 2022": no further than the stop before the next date.
  [[nodiscard]] std::uint32_t end_of_sitting(const std::vector<const DateExpression*>& dates, std::uint32_t from,
                                             std::uint32_t end) const {
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
    const IndexRange range = text_.dates_within({sentence_->source.begin, name.begin});
    return range.first < range.last && text_.dates[range.last - 1].anchor == DateAnchor::previous_event &&
           text_.low({text_.dates[range.last - 1].source.end, name.begin}) == " ";
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
  [[nodiscard]] std::vector<const DateExpression*> points_in(Span span) const {
    std::vector<const DateExpression*> points;
    const IndexRange range = text_.dates_within(span);
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& date = text_.dates[d];
      if (date.kind != DateKind::duration && date.start == date.end && !date.open_start && !date.open_end)
        points.push_back(&date);
    }
    return points;
  }
  [[nodiscard]] bool is_sitting(const Clause& clause, const std::vector<WordHit>& named) const {
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
    return std::ranges::any_of(
        std::array<std::string_view, 5>{" did ", " undertook ", " tackled ", " faced ", " challenged "},
        [&](std::string_view verb) { return before.ends_with(verb); });
  }
  // "I flew to Atlanta for Step 2 CS in July 2021"
  [[nodiscard]] bool is_travelled_for(const Clause& clause, Span lead) const {
    const std::string_view before = text_.low(lead);
    return (before.ends_with(" for ") || before.ends_with(" for the ")) &&
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
    if (!lead.starts_with("my ") && !lead.starts_with("the ")) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    return lead.starts_with("second, ") || lead.starts_with("third, ");
  }
  // "The second sitting, in March 2018, was 202", in the paragraph that named the exam.
  [[nodiscard]] bool opens_with_attempt(std::string_view lead) const {
    if (last_exam_block_ != sentence_->block) return false;
    if (!lead.starts_with("the ") && !lead.starts_with("my ")) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    if (!lead.starts_with("second ") && !lead.starts_with("third ")) return false;
    lead.remove_prefix(lead.find(' ') + 1);
    constexpr std::array<std::string_view, 4> kTries = {"sitting, in ", "attempt, in ", "try, in ", "time, in "};
    return std::ranges::any_of(kTries, [&](std::string_view one) { return lead.starts_with(one); });
  }
  // "I passed on my second attempt in January 2025": the exam that was named before.
  [[nodiscard]] bool goes_on_about_it(const Clause& clause) const {
    const std::string_view lead = text_.low(clause.source);
    if ((counts_another(lead) && result_in(text_, clause.source) != ExamResult::unstated) || opens_with_attempt(lead))
      return true;
    const bool named = text_.words.any({sentence_->source.begin, clause.source.begin}, PathWord::exam);
    const bool result = named && (lead.starts_with("and passed in ") || lead.starts_with(", passed ") ||
                                  lead.starts_with("and failed in "));
    if (!result &&
        (clause.actor == Actor::other || (clause.actor == Actor::none && attempt_in(text_, clause.source) == 0)))
      return false;
    if (goes_to_the_test(clause)) return true;
    // "passed it in June, after changing to forty questions every morning"
    const bool over = is_one_of(word(clause.verb), {"passed", "failed"});
    const Span studied = over ? Span{clause.source.begin, document_.tokens()[clause.verb].source.end} : clause.source;
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
    const bool the_exam = (clause.act == Act::exam || takes_it(clause)) &&
                          (has_phrase(low, "the exam") || has_phrase(low, "the examination"));
    if (has_phrase(low, "shelf") || has_phrase(low, "clerkship") || low.find("licens") != std::string_view::npos ||
        (low.find("exam") != std::string_view::npos && !the_exam) || low.find("board") != std::string_view::npos ||
        low.find("interview") != std::string_view::npos)
      return false;
    if (has_phrase(low, "applied") || has_phrase(low, "programs") || has_phrase(low, "match")) return false;
    // "to go back a fourth time", "each first time from books I had underlined"
    const bool again = has_phrase(low, "time") && (clause.act == Act::none || clause.act == Act::deed) &&
                       !has(clause.source, PathWord::pass) && !has(clause.source, PathWord::fail);
    return clause.act == Act::exam || (attempt_in(text_, clause.source) > 0 && !again) || takes_it(clause) ||
           (has(clause.source, PathWord::pass) && has(clause.source, PathWord::sit));
  }
  // "I went back to the test centre in October", in the paragraph that named the exam.
  [[nodiscard]] bool goes_to_the_test(const Clause& clause) const {
    constexpr std::array<std::string_view, 8> kPlaces = {"test cent",       "testing cent",   "exam cent",
                                                         "exam hall",       "prometric",      "examination cent",
                                                         "into the centre", "into the center"};
    if (clause.actor != Actor::self || last_exam_block_ != sentence_->block ||
        !is_one_of(word(clause.verb), {"went", "walked", "returned", "came", "drove", "sat", "entered", "stepped"}))
      return false;
    const std::string_view low = text_.low(clause.source);
    return std::ranges::any_of(kPlaces,
                               [&](std::string_view place) { return low.find(place) != std::string_view::npos; });
  }
  // "I took it again in the autumn", "I took the exam again", in the paragraph that named it.
  [[nodiscard]] bool takes_it(const Clause& clause) const {
    if (clause.act == Act::none || clause.verb + 2 >= clause.tokens.last || last_exam_block_ != sentence_->block ||
        !has(document_.tokens()[clause.verb].source, PathWord::sit))
      return false;
    const std::string_view object = word(clause.verb + 1);
    const std::string_view next = word(clause.verb + 2);
    if (object == "the" || object == "this" || object == "that")
      return is_one_of(next, {"exam", "examination", "test", "step"});
    return object == "it" && is_one_of(next, {"again", "in", "on", "once", "for", "at"});
  }
  // `name`: where the exam is named, if it is named there at all.
  void add_sitting(std::size_t index, Exam exam, const DateExpression& date, Span around, Span name = {}) {
    Event event = blank();
    if (!set_dates(date, event)) {  // "I failed in March 2023. I passed in December of the same year"
      const bool told_here = events_.size() > first_event_ && text_.low(date.source).starts_with("that ");
      const bool same_year =
          last_exam_block_ == sentence_->block && (told_here || has_phrase(text_.low(date.source), "same year"));
      const bool of_it = same_year && !events_.empty() && events_.back().sitting.exam == exam;
      // "The clinic signed me on in August 2022, and I sat Step 1 the following spring"
      const DateExpression* before = &date != text_.dates.data() ? &date - 1 : nullptr;
      const std::string_view when = text_.low(date.source);
      const bool next = when.starts_with("the following ") || when.ends_with(" of the next year") ||
                        when.ends_with(" of the following year");
      const bool following =
          next && before != nullptr && before->is_one_time() && before->start.has_month() && date.start.part != 0;
      if (!of_it && !following) return;
      const auto carried = carried_date(text_, static_cast<std::uint32_t>(&date - text_.dates.data()));
      if (!carried || !set_dates(*carried, event)) return;
      event.relative = event.carried = following && !of_it;
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
    const bool was_fail = then.starts_with(", then passed ") || then.starts_with(" and then passed ");
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
    if (event.sitting.result == ExamResult::fail && has(around, PathWord::pass) &&
        text_.low(around).find("passed") != std::string_view::npos)
      event.sitting.result = ExamResult::unstated;
    event.expected = is_to_come(clause);
    event.done = !event.expected;
    event.telling = true;
    event.title = to_string(exam);
    events_.push_back(std::move(event));
  }
  [[nodiscard]] bool clause_has_no_subject(const Clause& clause) const {
    const std::uint32_t reach = std::max(clause.tokens.first + 3, clause.act != Act::none ? clause.verb : 0);
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last && t <= reach; ++t) {
      if (word(t) == "i" || word(t) == "my") return false;
    }
    return true;
  }
  // "I took Step 1 in June and failed": the next clause, where it has no date of its own.
  [[nodiscard]] ExamResult result_beside(std::size_t index, Span around) const {
    if (around.end < clauses_[index].source.end || index + 1 >= clauses_.size()) return ExamResult::unstated;
    const Clause& next = clauses_[index + 1];
    if (next.actor == Actor::other || !points_in(next.source).empty() || has(next.source, PathWord::exam))
      return ExamResult::unstated;
    return next.act == Act::exam ? result_in(text_, next.source) : ExamResult::unstated;
  }

  const MarkedText& text_;
  const Document& document_;
  std::vector<Event> events_;
  std::size_t first_event_ = 0;  // of the sentence
  const Sentence* sentence_ = nullptr;
  SectionKind section_ = SectionKind::other;
  std::vector<Clause> clauses_;
  Exam last_exam_ = Exam::none;        // that the text named last
  std::uint32_t last_exam_block_ = 0;  // where it did
};

}  // namespace

std::vector<Event> read_claims(const MarkedText& text) { return ClaimReader(text).read(); }

}  // namespace candor
