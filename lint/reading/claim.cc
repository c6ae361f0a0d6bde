#include "lint/reading/claim.h"

#include <algorithm>
#include <array>

#include "lint/reading/entry.h"
#include "lint/reading/event_words.h"

namespace candor {
namespace {

enum class Act : std::uint8_t { start, end, whole, exam };

struct ActWord {
  std::string_view word;
  Act act;
};
constexpr ActWord kActs[] = {
    {"began", Act::start},     {"begun", Act::start},       {"started", Act::start},      {"joined", Act::start},
    {"entered", Act::start},   {"enrolled", Act::start},    {"matriculated", Act::start}, {"became", Act::start},
    {"commenced", Act::start}, {"moved", Act::start},       {"arrived", Act::start},      {"returned", Act::start},
    {"came", Act::start},      {"went", Act::start},        {"signed", Act::start},       {"hired", Act::start},
    {"appointed", Act::start}, {"resumed", Act::start},     {"finished", Act::end},       {"completed", Act::end},
    {"graduated", Act::end},   {"left", Act::end},          {"resigned", Act::end},       {"received", Act::end},
    {"earned", Act::end},      {"obtained", Act::end},      {"awarded", Act::end},        {"ended", Act::end},
    {"concluded", Act::end},   {"quit", Act::end},          {"stayed", Act::whole},       {"worked", Act::whole},
    {"served", Act::whole},    {"spent", Act::whole},       {"trained", Act::whole},      {"rotated", Act::whole},
    {"observed", Act::whole},  {"volunteered", Act::whole}, {"studied", Act::whole},      {"practised", Act::whole},
    {"practiced", Act::whole}, {"held", Act::whole},        {"attended", Act::whole},     {"coordinated", Act::whole},
    {"taught", Act::whole},    {"did", Act::whole},         {"cared", Act::whole},        {"was", Act::whole},
    {"been", Act::whole},      {"stepped", Act::whole},     {"stopped", Act::whole},      {"prepared", Act::whole},
    {"shadowed", Act::whole},  {"ran", Act::whole},         {"lived", Act::whole},        {"paused", Act::whole},
    {"took", Act::whole},      {"had", Act::whole},         {"looked", Act::whole},       {"helped", Act::whole},
    {"managed", Act::whole},   {"covered", Act::whole},     {"assisted", Act::whole},     {"researched", Act::whole},
    {"working", Act::whole},   {"presented", Act::exam},    {"passed", Act::exam},        {"failed", Act::exam},
    {"sat", Act::exam},        {"retook", Act::exam},       {"scored", Act::exam},        {"cleared", Act::exam},
    {"wrote", Act::exam},      {"published", Act::exam},    {"repeated", Act::exam},      {"led", Act::whole},
    {"devoted", Act::whole},   {"remained", Act::whole},    {"followed", Act::whole},     {"saw", Act::whole},
    {"met", Act::whole},       {"treated", Act::whole},     {"learned", Act::whole},      {"learnt", Act::whole},
    {"built", Act::whole},     {"gave", Act::whole},        {"passing", Act::exam},       {"am", Act::whole},
    {"have", Act::whole},      {"reviewed", Act::whole},    {"earning", Act::end},        {"finishing", Act::end},
    {"leaving", Act::end},     {"starting", Act::start},    {"joining", Act::start},      {"completing", Act::end},
    {"graduating", Act::end}};

constexpr std::string_view kOthers[] = {
    "he",           "she",      "they",    "it",       "who",     "we",        "you",         "mother",
    "father",       "patient",  "husband", "wife",     "brother", "sister",    "grandmother", "grandfather",
    "grandparents", "parents",  "son",     "daughter", "uncle",   "aunt",      "cousin",      "man",
    "woman",        "boy",      "girl",    "friend",   "mentor",  "colleague", "doctor",      "professor",
    "supervisor",   "program",  "class",   "family",   "teacher", "neighbor",  "neighbour",   "child",
    "children",     "patients", "people",  "team",     "which",   "nurse",     "consultant",  "hospital",
    "government",   "clinic",   "nobody",  "everyone", "flood",   "war",       "pandemic",    "strike"};

constexpr std::string_view kSitVerbs[] = {
    "took",    "take",    "sat",        "passed",      "failed",    "scored",   "retook",    "attempt",  "cleared",
    "score",   "result",  "wrote",      "pass",        "fail",      "repeated", "sitting",   "taken",    "passing",
    "failing", "failure", "first time", "second time", "attempted", "retaken",  "completed", "finished", "earned"};
constexpr std::string_view kStudyVerbs[] = {"study",    "studying",    "studied",  "prepare",    "preparing",
                                            "prepared", "preparation", "register", "registered", "plan"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

const ActWord* act_of(std::string_view word) {
  const auto at =
      std::find_if(std::begin(kActs), std::end(kActs), [&](const ActWord& known) { return known.word == word; });
  return at == std::end(kActs) ? nullptr : at;
}

// A verb of the writer's.
struct Predicate {
  std::uint32_t token = 0;
  Act act = Act::whole;
  std::uint32_t subject = 0;  // token of its "I"
};

class ClaimReader {
 public:
  ClaimReader(const TextReading& text, std::uint32_t text_index, std::span<const DateExpression> dates)
      : text_(text), document_(text.document), text_index_(text_index), dates_(dates) {}

  std::vector<Event> read() {
    std::size_t first = 0;
    for (const Sentence& sentence : document_.sentences()) {
      while (first < dates_.size() && dates_[first].source.begin < sentence.source.begin) ++first;
      std::size_t last = first;
      while (last < dates_.size() && dates_[last].source.begin < sentence.source.end) ++last;
      if (document_.blocks()[sentence.block].kind == BlockKind::heading) continue;
      read_sentence(sentence, dates_.subspan(first, last - first));
    }
    return std::move(events_);
  }

 private:
  void read_sentence(const Sentence& sentence, std::span<const DateExpression> dates) {
    const std::string_view folded = document_.folded(sentence.view);
    const bool gap = is_gap_text(folded);
    if (dates.empty() && !gap && !has_phrase(folded, "i")) return;
    if (dates.empty() && !gap) return;
    read_predicates(sentence);
    const bool interruption = text_.section_of(sentence.block).kind == SectionKind::interruption;
    const bool mine = !predicates_.empty() || has_phrase(folded, "my") || has_phrase(folded, "me") ||
                      has_phrase(folded, "i") || interruption;
    if (!mine) return;
    read_carried_sitting(sentence, folded, dates);
    if (!exams_in(folded).empty() && is_sitting_text(folded)) read_sittings(sentence, folded, dates);
    bool placed = false;
    for (const DateExpression& date : dates) {
      if (date.kind != DateKind::duration) placed |= read_date(sentence, folded, date, dates, interruption);
    }
    for (const DateExpression& date : dates) {
      if (date.kind == DateKind::duration) read_length(sentence, folded, date);
    }
    if (!placed && gap) add_gap(sentence, folded);
  }

  // Words that tell of time away by themselves.
  static bool is_gap_text(std::string_view folded) {
    static constexpr std::string_view kAway[] = {"leave of absence",   "gap",
                                                 "gap year",           "year off",
                                                 "time off",           "months off",
                                                 "maternity leave",    "stepped away",
                                                 "away from medicine", "away from the wards",
                                                 "away from clinical", "out of clinical",
                                                 "clinical work",      "stopped work",
                                                 "stopped working",    "did not work",
                                                 "not practise",       "not practice",
                                                 "without a post",     "out of medicine",
                                                 "from any post",      "time away",
                                                 "was away",           "then away",
                                                 "without practice",   "between posts",
                                                 "took leave",         "break from",
                                                 "career break",       "parental leave",
                                                 "i cared for",        "to care for my",
                                                 "to look after my",   "looked after my",
                                                 "caring for my",      "left work",
                                                 "stayed home",        "stayed at home"};
    return !any_phrase(folded, kAway).empty();
  }

  // ---- who does what
  void read_predicates(const Sentence& sentence) {
    predicates_.clear();
    for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      const ActWord* act = act_of(document_.word(t));
      if (act == nullptr) continue;
      for (std::uint32_t s = t; s-- > sentence.tokens.first;) {
        const std::string_view word = document_.word(s);
        if (word == ";" || is_one_of(word, kOthers)) break;
        if (word == "i" || word == "i've" || word == "i'd" || word == "i'm") {
          predicates_.push_back({t, act->act, s});
          break;
        }
      }
    }
  }

  [[nodiscard]] std::uint32_t token_at(const Sentence& sentence, std::uint32_t view) const {
    std::uint32_t t = sentence.tokens.first;
    while (t + 1 < sentence.tokens.last && document_.tokens()[t + 1].view.begin <= view) ++t;
    return t;
  }

  // The verb that a date belongs to: the one before it, but "In June 2019 I joined" the one after.
  [[nodiscard]] const Predicate* governing(const Sentence& sentence, const DateExpression& date) const {
    const std::uint32_t first = token_at(sentence, date.view.begin);
    const std::uint32_t last = token_at(sentence, date.view.end - 1);
    std::uint32_t next = last + 1;
    while (next < sentence.tokens.last &&
           (document_.word(next) == "," || document_.word(next) == "and" || document_.word(next) == ")"))
      ++next;
    const bool opens_clause = next < sentence.tokens.last && document_.word(next) == "i";
    const Predicate* before = nullptr;
    const Predicate* after = nullptr;
    for (const Predicate& predicate : predicates_) {
      if (predicate.token < first)
        before = &predicate;
      else if (after == nullptr && predicate.subject > last)
        after = &predicate;
    }
    if (opens_clause && after != nullptr && after->subject <= next) return after;
    if (before != nullptr) return broken_between(before->token, first) ? nullptr : before;
    return after != nullptr && after->subject < last + 9 ? after : nullptr;
  }

  // Another's deed, or a new clause with a subject of its own, stands between a verb and a date.
  [[nodiscard]] bool broken_between(std::uint32_t verb, std::uint32_t date) const {
    for (std::uint32_t t = verb + 1; t < date; ++t) {
      const std::string_view word = document_.word(t);
      if (word == ";" || word == "he" || word == "she" || word == "they" || word == "it" || word == "who" ||
          word == "we" || word == "whose" || word == "where" || word == "which" || (word == "that" && t > verb + 1) ||
          word == "built" || word == "founded" || word == "published" || word == "born" || word == "died")
        return true;
    }
    return false;
  }

  // From the predicate's own clause to the next one's.
  [[nodiscard]] Span clause_of(const Sentence& sentence, const Predicate& predicate, const DateExpression& date) const {
    const auto tokens = document_.tokens();
    std::uint32_t end = sentence.tokens.last;
    std::uint32_t begin = predicate.subject;
    for (const Predicate& other : predicates_) {
      if (other.token > predicate.token && other.subject != predicate.subject) end = std::min(end, other.subject);
      if (other.token < predicate.token && other.subject == predicate.subject) begin = other.token + 1;
    }
    for (const Predicate& other : predicates_) {  // "joined X in 2019 and left in 2020": one subject, two clauses
      if (other.subject == predicate.subject && other.token > predicate.token + 2) end = std::min(end, other.token);
    }
    // What stands before the subject belongs to the first clause.
    const bool first = std::none_of(predicates_.begin(), predicates_.end(),
                                    [&](const Predicate& p) { return p.token < predicate.token; });
    if (first) begin = sentence.tokens.first;
    const std::uint32_t date_first = token_at(sentence, date.view.begin);
    const std::uint32_t date_last = token_at(sentence, date.view.end - 1);
    if (first && date_last < predicate.subject)
      begin = date_first;  // "Three months in Toledo followed, and since May I have ..."
    for (std::uint32_t t = predicate.token + 1; t < date_first; ++t) {
      if (is_turn(document_.word(t))) begin = t;
    }
    for (std::uint32_t t = std::max(predicate.token, date_last) + 1; t < end; ++t) {
      if (is_turn(document_.word(t)) || document_.word(t) == "after" || document_.word(t) == "before" ||
          document_.word(t) == "first")
        end = t;
    }
    for (std::uint32_t t = std::max(predicate.token, date_last) + 1; t < end; ++t) {
      if (document_.word(t) == "i") end = t;
    }
    if (begin >= end) begin = end - 1;
    Span clause{tokens[begin].source.begin, tokens[std::max(end, begin + 1) - 1].source.end};
    return hull(clause, date.source);
  }

  static bool is_turn(std::string_view word) {
    return word == "then" || word == "now" || word == "later" || word == "currently";
  }

  // ---- claims with a date
  bool read_date(const Sentence& sentence, std::string_view folded, const DateExpression& date,
                 std::span<const DateExpression> dates, bool interruption) {
    if (date.label == DateLabel::training_year) return false;
    Event event = blank(sentence);
    if (!set_dates(date, event)) return false;
    const Predicate* predicate = governing(sentence, date);
    if (predicate == nullptr && !(interruption && !event.point)) {
      const bool graduation = date.label == DateLabel::graduation;
      if (!graduation) return noun_claim(sentence, folded, date, event);
      event.kind = EventKind::education;
      event.aspect = Aspect::end;
      event.title = "degree";
      events_.push_back(std::move(event));
      return true;
    }
    if (predicate != nullptr) {
      event.source = clause_of(sentence, *predicate, date);
      event.done = true;
    }
    const std::string clause = folded_copy(text_.source.slice(event.source));
    const bool exam = !exams_in(clause).empty() && is_sitting_text(clause);
    if (exam && predicate != nullptr && event.point &&
        (predicate->act == Act::exam || document_.word(predicate->token) == "took"))
      return true;
    if (predicate != nullptr) {
      event.title = std::string(document_.word(predicate->token));
      if (event.point && predicate->act == Act::start) event.aspect = Aspect::start;
      if (event.point && predicate->act == Act::end) event.aspect = Aspect::end;
      if (!event.point && event.start && !event.end) event.aspect = Aspect::start;
    }
    event.kind = kind_in(clause, interruption);
    if (event.kind == EventKind::education &&
        (event.title == "worked" || event.title == "been" || event.title == "served"))
      event.kind = EventKind::work;
    event.expected = !expected_word(clause).empty();
    for (const DateExpression& other : dates) {
      if (other.kind == DateKind::duration && !event.point && belongs(folded, sentence, date, other)) {
        event.length = other.duration;
        event.length_source = other.source;
      }
    }
    events_.push_back(std::move(event));
    return true;
  }

  // "My internship (July 2018 - June 2019)": only ranges, and only under "my".
  bool noun_claim(const Sentence& sentence, std::string_view folded, const DateExpression& date, Event& event) {
    const std::size_t at = date.view.begin - sentence.view.begin;
    const std::size_t my = folded.rfind("my ", at);
    if (event.point || my == std::string_view::npos || at - my > 90 || (my > 0 && folded[my - 1] != ' ')) return false;
    event.kind = kind_in(folded.substr(my, at - my), false);
    if (event.kind == EventKind::other) return false;
    events_.push_back(std::move(event));
    return true;
  }

  static EventKind kind_in(std::string_view clause, bool interruption) {
    if (interruption || has_phrase(clause, "clinical work") || has_phrase(clause, "not work") ||
        has_phrase(clause, "stepped away") || has_phrase(clause, "leave of absence"))
      return EventKind::gap;
    if (has_phrase(clause, "graduated") || has_phrase(clause, "medical school")) return EventKind::education;
    const EventKind kind = kind_of(clause, EventKind::other);
    if (kind != EventKind::other && gap_word(clause).empty()) return kind;
    if (!degree_word(clause).empty()) return EventKind::education;
    if (!gap_word(clause).empty()) return EventKind::gap;
    return kind;
  }

  // ---- lengths
  // A length that stands right beside a range, or is said "for" it in the same clause.
  [[nodiscard]] bool belongs(std::string_view folded, const Sentence& sentence, const DateExpression& range,
                             const DateExpression& length) const {
    const std::uint32_t from = std::min(range.view.end, length.view.end);
    const std::uint32_t to = std::max(range.view.begin, length.view.begin);
    if (from > to) return false;
    const std::string_view between = folded.substr(from - sentence.view.begin, to - from);
    if (between.size() > 70 || between.find(';') != std::string_view::npos) return false;
    const std::size_t after = length.view.end - sentence.view.begin;
    const std::string_view rest = folded.substr(after, 14);
    if (rest.starts_with(" later") || rest.starts_with(" after") || rest.starts_with(" before") ||
        rest.starts_with(" ago") || rest.starts_with(" into") || rest.starts_with(" earlier"))
      return false;
    const bool beside =
        between.find_first_not_of(" ,():-") == std::string_view::npos || between == " – " || between == " — ";
    if (beside) return true;
    const std::string_view before = folded.substr(0, length.view.begin - sentence.view.begin);
    const bool said_for = before.ends_with("for ") || before.ends_with("spent ") || before.ends_with("spend ") ||
                          before.ends_with("lasted ") || before.ends_with("a total of ");
    const bool same_clause = !has_phrase(between, "and") && !has_phrase(between, "where") &&
                             !has_phrase(between, "which") && !has_phrase(between, "including") &&
                             !has_phrase(between, "but") && !has_phrase(between, "i") && !has_phrase(between, "with");
    return said_for && (same_clause || between.size() < 25);
  }

  // A length without a range: "my fourteen months at X", "I spent two years there".
  void read_length(const Sentence& sentence, std::string_view folded, const DateExpression& date) {
    for (const Event& event : events_) {
      if (event.length && event.length_source == date.source) return;
    }
    const std::size_t begin = date.view.begin - sentence.view.begin;
    const std::size_t end = date.view.end - sentence.view.begin;
    const std::string_view before = folded.substr(0, begin);
    const std::string_view after = folded.substr(end);
    const auto ends = [&](std::string_view words) { return before.ends_with(words); };
    const bool spent = ends("i spent ") || ends("stayed ") || ends("i stayed for ") || ends("spent more than ") ||
                       ends("spent almost ") || ends("spent nearly ") || ends("spent over ") || ends("spent about ") ||
                       ends("spent the next ");
    const bool worked = (ends("for ") || ends("for over ") || ends("for more than ") || ends("for almost ") ||
                         ends("for nearly ") || ends("for about ")) &&
                        !predicates_.empty();
    const bool mine = ends("my ") || ends("the ") || ends("those ") || ends("a ") || ends("an ") || begin == 0 ||
                      ends("these ") || ends("my first ");
    const bool of_it = after.starts_with(" of ") || after.starts_with(" at ") || after.starts_with(" in ") ||
                       after.starts_with(" as ") || after.starts_with(" with ");
    const bool adjective = folded.substr(begin, end - begin).find('-') != std::string_view::npos;
    const bool not_length = after.starts_with(" later") || after.starts_with(" after") ||
                            after.starts_with(" before") || after.starts_with(" ago") || after.starts_with(" old") ||
                            after.starts_with(" into") || after.starts_with(" earlier") || after.starts_with(" since");
    if (not_length || !(spent || worked || (mine && (of_it || adjective)))) return;
    Event event = blank(sentence);
    event.length = date.duration;
    event.length_source = date.source;
    event.kind = kind_in(folded, false);
    event.title = spent ? "spent" : worked ? "for" : adjective ? "adjective" : "of";
    event.done = true;
    events_.push_back(std::move(event));
  }

  // A gap without a date: it accounts for a hole in the entries all the same.
  void add_gap(const Sentence& sentence, std::string_view folded) {
    if (has_phrase(folded, "he") || has_phrase(folded, "she") || has_phrase(folded, "patient")) return;
    if (!events_.empty() && events_.back().whole == sentence.source) {
      events_.back().kind = EventKind::gap;
      return;
    }
    Event event = blank(sentence);
    event.kind = EventKind::gap;
    events_.push_back(std::move(event));
  }

  // ---- exams
  static bool is_sitting_text(std::string_view folded) { return !any_phrase(folded, kSitVerbs).empty(); }

  void read_sittings(const Sentence& sentence, std::string_view folded, std::span<const DateExpression> dates) {
    const std::vector<ExamMention> mentions = exams_in(folded);
    if (!mentions.empty()) last_exam_ = mentions.back().exam;
    for (std::size_t m = 0; m < mentions.size(); ++m) {
      const std::size_t from = mentions[m].end;
      const std::size_t until = m + 1 < mentions.size() ? mentions[m + 1].begin : folded.size();
      const DateExpression* date = nullptr;
      for (const DateExpression& d : dates) {
        const std::size_t at = d.view.begin - sentence.view.begin;
        if (d.kind == DateKind::duration) continue;
        if (at >= from && at < until) {
          if (at - from < 60) date = &d;
          break;
        }
        if (m == 0 && at < mentions[m].begin) date = &d;  // the nearest before it
      }
      if (date == nullptr || used(date->source)) continue;
      const std::size_t date_at = date->view.begin - sentence.view.begin;
      const std::size_t begin = std::min(mentions[m].begin, date_at);
      const std::size_t end = std::max(mentions[m].end, date_at + date->view.size());
      const std::size_t wide_begin = m == 0 ? 0 : std::max(mentions[m - 1].end, begin > 40 ? begin - 40 : 0);
      const std::string_view clause = folded.substr(wide_begin, std::min(until, end + 60) - wide_begin);
      if (!is_sitting_text(clause) || studied_for(folded, mentions[m].begin)) continue;
      Event event = blank(sentence);
      if (!set_dates(*date, event) || !event.point) continue;
      event.kind = EventKind::exam;
      event.sitting.exam = mentions[m].exam;
      event.sitting.result = result_in(clause);
      event.sitting.attempt = attempt_in(clause);
      event.sitting.score = score_in(clause);
      if (event.sitting.result == ExamResult::fail && has_phrase(clause, "passed"))
        event.sitting.result = ExamResult::unstated;
      event.expected = !expected_word(clause).empty();
      event.done = !event.expected;
      event.title = to_string(event.sitting.exam);
      events_.push_back(std::move(event));
    }
  }
  // "I passed on my second attempt in January 2025": the exam that was named before.
  void read_carried_sitting(const Sentence& sentence, std::string_view folded, std::span<const DateExpression> dates) {
    if (last_exam_ == Exam::none || dates.empty()) return;
    const std::size_t end = dates.front().view.end - sentence.view.begin;
    const std::string_view clause = folded.substr(0, end);
    Event event = blank(sentence);
    if (attempt_in(clause) == 0 || !has_phrase(clause, "attempt") || !exams_in(clause).empty() ||
        !set_dates(dates.front(), event) || !event.point)
      return;
    event.kind = EventKind::exam;
    event.sitting = {last_exam_, attempt_in(clause), result_in(clause), 0};
    event.expected = !expected_word(clause).empty();
    event.done = !event.expected;
    event.title = to_string(last_exam_);
    events_.push_back(std::move(event));
  }
  [[nodiscard]] bool used(Span date) const {
    return std::any_of(events_.begin(), events_.end(),
                       [&](const Event& e) { return e.dated() && e.date_source() == date; });
  }
  static bool studied_for(std::string_view folded, std::size_t exam) {
    const std::string_view before = folded.substr(exam > 45 ? exam - 45 : 0, std::min<std::size_t>(exam, 45));
    return !any_phrase(before, kStudyVerbs).empty() && any_phrase(before, kSitVerbs).empty();
  }

  [[nodiscard]] Event blank(const Sentence& sentence) const {
    Event event;
    event.claim = true;
    event.text = text_index_;
    event.source = event.whole = sentence.source;
    return event;
  }

  const TextReading& text_;
  const Document& document_;
  std::uint32_t text_index_;
  std::span<const DateExpression> dates_;
  std::vector<Predicate> predicates_;
  std::vector<Event> events_;
  Exam last_exam_ = Exam::none;  // that the text named last
};

}  // namespace

std::vector<Event> read_claims(const TextReading& text, std::uint32_t text_index,
                               std::span<const DateExpression> dates) {
  return ClaimReader(text, text_index, dates).read();
}

}  // namespace candor
