#include "lint/reading/clause.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lint/text/word_table.h"

namespace candor {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool tells_the_unreal(std::string_view words) {
  constexpr std::array<std::string_view, 6> kBeforeHave = {"ought to", "was to", "could", "would", "might", "should"};
  constexpr std::array<std::string_view, 14> kBeforeTo = {
      "meant",       "had planned", "had hoped",   "had thought", "had wanted",   "had intended", "had expected",
      "i'd planned", "i'd hoped",   "i'd thought", "i'd wanted",  "i'd intended", "was supposed", "were supposed"};
  const auto follows = [&](std::string_view word, std::span<const std::string_view> leads) {
    for (std::size_t at = find_phrase(words, word); at != std::string_view::npos;
         at = find_phrase(words, word, at + 1)) {
      if (at > 0 && ends_with_any(words.substr(0, at - 1), leads)) return true;
    }
    return false;
  };
  return follows("have", kBeforeHave) || follows("to", kBeforeTo);
}

namespace {

// clang-format off
constexpr WordTable kSelf({
    "i", "i'd", "i'll", "i'm", "i've"
});
constexpr WordTable kPronouns({
    "everyone", "he", "he'd", "i", "i'd", "i'll", "i'm", "i've", "it", "nobody", "she", "she'd", "someone", "they",
    "they'd", "we", "we'd", "who", "you"
});
constexpr WordTable kConjunctions({
    "and", "but", "nor", "or", "so", "then", "yet"
});
constexpr WordTable kSubordinators({
    "after", "although", "as", "because", "before", "for", "if", "once", "since", "than", "that", "though", "until",
    "when", "whereas", "while"
});
constexpr WordTable kRelatives({
    "where", "which", "who", "whom", "whose"
});
// Words that may stand between a conjunction and the verb or subject of its clause.
constexpr WordTable kFillers({
    "after", "afterwards", "again", "already", "also", "at", "by", "duly", "during", "eventually", "finally", "first",
    "from", "had", "has", "have", "immediately", "in", "instead", "just", "later", "meanwhile", "never", "next",
    "not", "now", "of", "on", "once", "only", "promptly", "since", "soon", "still", "subsequently", "that", "the",
    "then", "there", "twice", "until"
});
// clang-format on

class ClauseReader {
 public:
  ClauseReader(const MarkedText& text, const Sentence& sentence)
      : text_(text), document_(text.text.document), sentence_(sentence), dated_(is_dated(text, sentence.source)) {
    find_acts();
  }

  std::vector<Clause> read() {
    std::uint32_t begin = sentence_.tokens.first;
    for (std::uint32_t t = begin + 1; t < sentence_.tokens.last; ++t) {
      if (!breaks_before(t) || in_date(t)) continue;
      add(begin, t);
      begin = t;
    }
    add(begin, sentence_.tokens.last);
    join_adverbials();
    for (std::size_t c = 0; c < clauses_.size(); ++c) read_actor(c);
    lend_participles();
    return std::move(clauses_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t t) const { return document_.word(t); }
  [[nodiscard]] Span source(std::uint32_t t) const { return document_.tokens()[t].source; }

  void add(std::uint32_t begin, std::uint32_t end) {
    if (begin >= end) return;
    Clause clause;
    clause.tokens = {begin, end};
    clause.source = document_.source_of(clause.tokens);
    clause.linked = kRelatives.holds(word(begin)) ||
                    (word(begin) == "that" && begin + 1 < end && act_at(begin + 1) == Act::whole) ||
                    (word(begin) == "," && begin + 1 < end && kRelatives.holds(word(begin + 1)));
    clause.quoted = document_.tokens()[begin].quoted && document_.tokens()[end - 1].quoted;
    clauses_.push_back(clause);
  }

  // Some date stands in the span, or reaches into it.
  static bool is_dated(const MarkedText& text, Span span) {
    const auto begin = [](const DateExpression& date) { return date.source.begin; };
    const auto next = std::ranges::lower_bound(text.dates, span.begin, {}, begin);
    return (next != text.dates.end() && next->source.begin < span.end) || text.date_over(span.begin) != nullptr;
  }
  [[nodiscard]] const DateExpression* date_at(std::uint32_t t) const {
    return dated_ ? text_.date_over(source(t).begin) : nullptr;
  }
  // Within a date expression, past its first word.
  [[nodiscard]] bool in_date(std::uint32_t t) const {
    const DateExpression* date = date_at(t);
    return date != nullptr && source(t).begin > date->source.begin;
  }

  [[nodiscard]] Act act_at(std::uint32_t t) const {
    const std::uint32_t at = t - sentence_.tokens.first;
    return t >= sentence_.tokens.first && at < acts_.size() ? acts_[at] : Act::none;
  }
  // By token: of several lists that have the word, the one that says most; then the longest phrase: "became a doctor".
  void find_acts() {
    acts_.assign(sentence_.tokens.size(), Act::none);
    std::uint32_t t = sentence_.tokens.first;
    std::uint32_t at = 0;  // where the hits before this one begin
    int weight = 0;
    std::uint32_t longest = 0;
    for (const WordHit& hit : text_.words.within(sentence_.source)) {
      if (hit.place.begin != at) weight = 0, longest = 0;
      at = hit.place.begin;
      while (t < sentence_.tokens.last && source(t).begin < at) ++t;
      if (t == sentence_.tokens.last || source(t).begin != at) continue;
      const auto [told, says] = act_of(hit.list);
      if (says < weight || says == 0 || (says == weight && (says == 1 || hit.place.size() <= longest))) continue;
      acts_[t - sentence_.tokens.first] = told;
      weight = says;
      longest = hit.place.size();
    }
  }
  static std::pair<Act, int> act_of(PathWord list) {
    switch (list) {
      case PathWord::act_exam:
        return {Act::exam, 3};
      case PathWord::act_start:
        return {Act::start, 3};
      case PathWord::act_end:
        return {Act::end, 3};
      case PathWord::act_award:
        return {Act::award, 3};
      case PathWord::act_arrive:
        return {Act::arrive, 2};
      case PathWord::act_whole:
        return {Act::whole, 1};
      case PathWord::act_deed:
        return {Act::deed, 1};
      default:
        return {Act::none, 0};
    }
  }
  [[nodiscard]] bool is_participle(std::uint32_t t) const { return word(t).ends_with("ing"); }
  // A past verb that is no adjective: "screened", but not "the screened".
  [[nodiscard]] bool is_past(std::uint32_t t) const {
    const std::string_view w = word(t);
    return w.size() > 4 && w.ends_with("ed") && document_.tokens()[t].kind == TokenKind::word;
  }

  // "..., and the Step 2 CK I sat in May": the exam leads its clause.
  [[nodiscard]] bool opens_with_exam(std::uint32_t t) const {
    if (t < sentence_.tokens.last && is_one_of(word(t), {"the", "my"})) ++t;
    if (t >= sentence_.tokens.last) return false;
    for (const WordHit& hit : text_.words.within({source(t).begin, source(t).begin + 1})) {
      if (hit.list != PathWord::exam) continue;
      while (t < sentence_.tokens.last && source(t).begin < hit.place.end) ++t;
      return t < sentence_.tokens.last && kSelf.holds(word(t));
    }
    return false;
  }
  // After a conjunction or comma: does a subject or a verb follow, dates and small words passed over?
  [[nodiscard]] bool opens_clause(std::uint32_t t) const {
    for (std::uint32_t steps = 0; t < sentence_.tokens.last && steps < 16; ++steps) {
      if (const DateExpression* date = date_at(t)) {
        while (t < sentence_.tokens.last && source(t).begin < date->source.end) ++t;
        continue;
      }
      const std::string_view w = word(t);
      if (kPronouns.holds(w) || w == "my" || opens_with_own_thing(t) || opens_with_exam(t)) return true;
      if (opens_role(t) || (is_lead_in(w) && (self_follows(t) || self_follows_date(t)))) return true;
      if (kConjunctions.holds(w) || kFillers.holds(w) || w == "," || (w.size() > 4 && w.ends_with("ly"))) {
        ++t;
        continue;
      }
      if (act_at(t) != Act::none && !is_participle(t)) return true;
      return false;
    }
    return false;
  }
  // "in two seasons | , autumn 2019 and spring 2021, I worked"
  [[nodiscard]] bool is_before_apposed_date(std::uint32_t t) const {
    if (t + 1 >= sentence_.tokens.last || date_at(t + 1) == nullptr) return false;
    std::uint32_t n = t + 1;
    while (n < sentence_.tokens.last && (date_at(n) != nullptr || kConjunctions.holds(word(n)))) ++n;
    return n < sentence_.tokens.last && word(n) == ",";
  }
  // "..., and the residency ended in September": a thing of the path and its verb.
  [[nodiscard]] bool opens_with_own_thing(std::uint32_t t) const {
    return word(t) == "the" && t + 2 < sentence_.tokens.last && starts(t + 1, PathWord::own_noun) &&
           (act_at(t + 2) == Act::start || act_at(t + 2) == Act::end) && !is_participle(t + 2);
  }
  static bool is_lead_in(std::string_view w) {
    return is_one_of(w, {"for", "with", "at", "after", "through", "within", "because", "as", "to", "in", "on"});
  }
  // "and for a long period I did not practise"
  [[nodiscard]] bool self_follows(std::uint32_t t) const {
    for (std::uint32_t n = t + 1; n < sentence_.tokens.last && n < t + 12; ++n) {
      if (kSelf.holds(word(n))) return true;
      const bool by_a_date = date_at(n - 1) != nullptr || stands_before_date(n);
      if ((word(n) == "," && !by_a_date) || (act_at(n) != Act::none && !is_participle(n))) return false;
    }
    return false;
  }

  // The comma of ", October 2024" and ", in October 2024".
  [[nodiscard]] bool stands_before_date(std::uint32_t comma) const {
    const std::uint32_t last = sentence_.tokens.last;
    return (comma + 1 < last && date_at(comma + 1) != nullptr) ||
           (comma + 2 < last && date_at(comma + 2) != nullptr && is_one_of(word(comma + 1), {"in", "on"}));
  }

  // "and in June 2019, some days after the sit-in, I became": between the date and the writer stands no verb.
  [[nodiscard]] bool self_follows_date(std::uint32_t t) const {
    constexpr std::uint32_t kReach = 14;  // words
    if (t + 1 >= sentence_.tokens.last || date_at(t + 1) == nullptr || date_at(t + 1)->kind == DateKind::duration)
      return false;
    for (std::uint32_t n = t + 1; n < sentence_.tokens.last && n < t + kReach; ++n) {
      if (kSelf.holds(word(n))) return word(n - 1) == ",";
      if (date_at(n) == nullptr && (act_at(n) != Act::none || kPronouns.holds(word(n)))) return false;
    }
    return false;
  }

  // "as a medical assistant", with the verb left out.
  [[nodiscard]] bool opens_role(std::uint32_t t) const {
    return word(t) == "as" && t + 1 < sentence_.tokens.last && is_one_of(word(t + 1), {"a", "an"});
  }

  [[nodiscard]] bool is_behind_length(std::uint32_t t) const {
    const DateExpression* date = t > sentence_.tokens.first ? date_at(t - 1) : nullptr;
    return date != nullptr && date->kind == DateKind::duration && source(t).begin >= date->source.end;
  }
  // The subject of "the twenty months that I was medical officer": the length is told in that clause.
  [[nodiscard]] bool is_subject_of_length(std::uint32_t t) const {
    return is_self(t) &&
           (is_behind_length(t) || (t > sentence_.tokens.first && word(t - 1) == "that" && is_behind_length(t - 1)));
  }
  // "... and in the twenty months that I was medical officer the clinic grew"
  [[nodiscard]] bool opens_stay(std::uint32_t t) const {
    if (!is_one_of(word(t), {"in", "over", "during", "for"})) return false;
    std::uint32_t n = t + 1;
    while (n < sentence_.tokens.last && is_one_of(word(n), {"the", "those", "these", "all"})) ++n;
    const DateExpression* date = n < sentence_.tokens.last ? date_at(n) : nullptr;
    if (date == nullptr || date->kind != DateKind::duration) return false;
    while (n < sentence_.tokens.last && source(n).begin < date->source.end) ++n;
    if (is_one_of(word(n - 1), {"after", "before"})) return false;
    if (n < sentence_.tokens.last && word(n) == "that") ++n;
    return n < sentence_.tokens.last && is_subject_of_length(n);
  }

  [[nodiscard]] bool breaks_before(std::uint32_t t) const {
    const std::string_view w = word(t);
    if (opens_stay(t)) return true;
    if (is_subject_of_length(t) || (w == "that" && is_behind_length(t))) return false;
    if (is_one_of(w, {";", ":", "(", ")", "\u2014", "--"})) return true;
    if (w == "\u2013" || w == "-") return document_.tokens()[t].kind == TokenKind::punctuation;
    if (kRelatives.holds(w)) return true;
    if (w == "that" && t + 1 < sentence_.tokens.last &&
        is_one_of(word(t + 1), {"was", "were", "is", "are", "had", "has", "opened", "closed"}))
      return true;
    if (w == ",") return !is_before_apposed_date(t) && opens_clause(t + 1);
    if (kConjunctions.holds(w)) {  // not within "March and April 2025"
      const bool in_dates = date_at(t - 1) != nullptr && t + 1 < sentence_.tokens.last && date_at(t + 1) != nullptr;
      return word(t - 1) != "," && !in_dates && opens_clause(t + 1);
    }
    if (!kSubordinators.holds(w)) return is_self(t) && !follows_link(t);
    if (w == "for" && is_for_it(t)) return false;
    if (w == "for" || w == "that" || w == "than") return t + 1 < sentence_.tokens.last && kPronouns.holds(word(t + 1));
    if (t + 1 >= sentence_.tokens.last) return false;
    return kPronouns.holds(word(t + 1)) || word(t + 1) == "my" ||
           (is_participle(t + 1) && act_at(t + 1) != Act::none) || word(t + 1) == "having" ||
           is_one_of(w, {"when", "while", "because"}) ||
           (is_one_of(w, {"although", "though", "whereas"}) && self_follows(t));  // "although in 2022 I had begun"
  }
  // "I sat | for it in November": its object. Not "for it was late", "for it took me a year".
  [[nodiscard]] bool is_for_it(std::uint32_t t) const {
    if (t + 1 >= sentence_.tokens.last || word(t + 1) != "it") return false;
    const std::uint32_t next = t + 2;
    return next >= sentence_.tokens.last || date_at(next) != nullptr || word(next) == "," || word(next) == "." ||
           is_one_of(word(next),
                     {"in", "on", "at", "again", "after", "and", "during", "late", "once", "twice", "with"});
  }
  // Not "MCCQE Part I".
  [[nodiscard]] bool is_self(std::uint32_t t) const {
    return kSelf.holds(word(t)) &&
           !(t > sentence_.tokens.first && is_one_of(word(t - 1), {"part", "step", "level", "mccqe", "plab"}));
  }
  // "and I", ", I" are cut at the link.
  [[nodiscard]] bool follows_link(std::uint32_t t) const {
    const std::string_view before = word(t - 1);
    if (before == "," || kConjunctions.holds(before) || kSubordinators.holds(before) || kRelatives.holds(before) ||
        before == "(" || before == ":")
      return true;
    return only_adverbial_before(t);
  }
  // "In June 2019 I joined": what stands before is no clause.
  [[nodiscard]] bool only_adverbial_before(std::uint32_t t) const {
    for (std::uint32_t b = t; b-- > sentence_.tokens.first;) {
      const std::string_view w = word(b);
      if (w == ";" || w == ":" || w == ",") return true;
      if (act_at(b) != Act::none && !is_participle(b) && date_at(b) == nullptr) return false;
    }
    return true;
  }

  // ---- clauses without verb or subject join the next one, at the end the one before
  [[nodiscard]] bool is_adverbial(const Clause& clause) const {
    if (word(clause.tokens.first) == "who") return false;
    const IndexRange beside = circumstance_in(clause);
    for (std::uint32_t t = clause.tokens.first; t < clause.tokens.last; ++t) {
      if (beside.first <= t && t < beside.last) continue;
      if (t > clause.tokens.first && opens_role(t) && text_.date_in(clause.source) != nullptr &&
          !in_role_phrase(clause))
        return false;
      if (kPronouns.holds(word(t)) && !kRelatives.holds(word(t)) && !is_object(clause, t)) return false;
      if ((act_at(t) != Act::none || is_past(t)) && date_at(t) == nullptr) return false;
    }
    return true;
  }
  // "Two months after it, in May, I started": no subject.
  [[nodiscard]] bool is_object(const Clause& clause, std::uint32_t t) const {
    return t > clause.tokens.first && is_one_of(word(t - 1), {"after", "before", "with", "of", "from"}) &&
           (t + 1 == clause.tokens.last || word(t + 1) == ",");
  }
  // "In February 2019, with my card not yet laminated, I reported": what stands between the commas has its own verb.
  [[nodiscard]] IndexRange circumstance_in(const Clause& clause) const {
    std::uint32_t t = clause.tokens.first;
    while (t < clause.tokens.last && !(word(t) == "with" && (t == clause.tokens.first || word(t - 1) == ","))) ++t;
    std::uint32_t end = t;
    while (end < clause.tokens.last && word(end) != ",") ++end;
    return {t, end};
  }
  // Behind a verb of the same breath: "worked, from 2019, as a clerk".
  [[nodiscard]] bool in_role_phrase(const Clause& clause) const {
    return !is_one_of(word(clause.tokens.first), {"then", "and", ",", ":", "later"}) ||
           !text_.words.any(clause.source, PathWord::clinical);
  }
  [[nodiscard]] std::string_view first_word(const Clause& clause) const {
    const std::uint32_t first = clause.tokens.first;
    return word(first) == "," && first + 1 < clause.tokens.last ? word(first + 1) : word(first);
  }
  // "It was in March 2021 | that I passed", "March 2021 was | when I passed": one clause, with its date in front.
  [[nodiscard]] bool is_cleft_from(const Clause& clause, const Clause& next) const {
    return is_one_of(word(next.tokens.first), {"that", "when"}) &&
           behind_cleft({clause.tokens.first, next.tokens.last}) == next.tokens.first + 1;
  }
  // The token behind "it was in March 2021 that" at the head of the tokens, or the first of them.
  [[nodiscard]] std::uint32_t behind_cleft(IndexRange tokens) const {
    const auto says = [&](std::uint32_t t, std::string_view w) { return t < tokens.last && word(t) == w; };
    std::uint32_t t = tokens.first;
    while (t < tokens.last && (word(t) == "," || kConjunctions.holds(word(t)))) ++t;
    const bool it = says(t, "it") && says(t + 1, "was");
    if (it) t += 2;
    while (
        it && t < tokens.last && date_at(t) == nullptr &&
        is_one_of(word(t), {"only", "not", "until", "already", "in", "on", "by", "during", "around", "about", "the"}))
      ++t;
    const DateExpression* const date = t < tokens.last ? date_at(t) : nullptr;
    if (date == nullptr || date->kind == DateKind::duration) return tokens.first;
    while (t < tokens.last && source(t).begin < date->source.end) ++t;
    if (!it && !says(t++, "was")) return tokens.first;
    return says(t, it ? "that" : "when") ? t + 1 : tokens.first;
  }
  // The next clause begins with this one.
  void lead_into_next(std::size_t c) {
    clauses_[c + 1].tokens.first = clauses_[c].tokens.first;
    clauses_[c + 1].source = document_.source_of(clauses_[c + 1].tokens);
  }
  void join_adverbials() {
    if (clauses_.size() < 2) return;
    std::vector<Clause> joined;
    for (std::size_t c = 0; c < clauses_.size(); ++c) {
      Clause clause = clauses_[c];
      const std::string_view opens = word(clause.tokens.first);
      const bool hard = opens == ";" || opens == ")" || opens == "(";
      if (c + 1 < clauses_.size() && is_cleft_from(clause, clauses_[c + 1])) {
        clauses_[c + 1].linked = false;
        lead_into_next(c);
        continue;
      }
      if (is_adverbial(clause)) {
        // "... and finally, | in October 2024, | I passed"
        if (kConjunctions.holds(first_word(clause)) && c + 1 < clauses_.size() &&
            word(clauses_[c + 1].tokens.first) == "," && is_adverbial(clauses_[c + 1])) {
          lead_into_next(c);
          continue;
        }
        // "... and until May 2020 | I looked after": of what follows
        const bool leads = kConjunctions.holds(first_word(clause)) && c + 1 < clauses_.size() &&
                           text_.date_in(clause.source) != nullptr && kSelf.holds(first_word(clauses_[c + 1]));
        if (leads) {
          lead_into_next(c);
          continue;
        }
        if (!joined.empty() && !(hard && opens == ";")) {
          joined.back().tokens.last = clause.tokens.last;
          joined.back().source = document_.source_of(joined.back().tokens);
          continue;
        }
        if (joined.empty() && c + 1 < clauses_.size() && word(clauses_[c + 1].tokens.first) != ";") {
          lead_into_next(c);
          continue;
        }
      }
      joined.push_back(clause);
    }
    clauses_ = std::move(joined);
  }

  // ---- who and what
  void read_actor(std::size_t index) {
    Clause& clause = clauses_[index];
    clause.verb = clause.tokens.first;
    read_verb(clause, read_subject(clause));
    if (clause.act == Act::none && clause.actor == Actor::none && !is_adverbial(clause)) clause.act = Act::whole;
    if (clause.act == Act::deed && takes_a_post(clause)) clause.act = Act::start;
    take_what_happens_to_me(clause);
    if (clause.actor == Actor::none && clause.act == Act::whole && clause.verb > clause.tokens.first &&
        word(clause.verb - 1) == "there" && is_weak(clause.verb))
      clause.actor = Actor::other;  // "There was measles"
    if (clause.actor == Actor::none && clause.act != Act::none && opens_with_subject(clause))
      clause.actor = Actor::other;  // "The cohort was recruited"
    if (clause.actor == Actor::none && clause.act != Act::none && index > 0 && !clause.linked) take_actor_before(index);
    if (clause.linked && clause.actor == Actor::none) clause.actor = Actor::other;
  }
  // Sets the actor, if there is one. Returns the token from which on the verb is looked for.
  [[nodiscard]] std::uint32_t read_subject(Clause& clause) const {
    const std::uint32_t first = behind_cleft(clause.tokens);
    const IndexRange beside = circumstance_in(clause);
    for (std::uint32_t t = first; t < clause.tokens.last; ++t) {
      if ((beside.contains(t) && beside.last < clause.tokens.last) || is_object(clause, t)) continue;
      if (is_self(t))
        clause.actor = is_of_a_thing(clause, t) ? Actor::other : Actor::self;
      else
        clause.actor = noun_actor(clause, t);
      if (clause.actor != Actor::none) return t;
      if (act_at(t) != Act::none && !is_participle(t) && date_at(t) == nullptr) break;
    }
    return first;
  }
  // What others do is told of the writer, or of the writer's path.
  void take_what_happens_to_me(Clause& clause) const {
    const bool begins_or_ends = clause.act == Act::start || clause.act == Act::end;
    // "The hospital hired me", "Dow gave me my degree", but not "My wife joined me"
    if (clause.verb + 1 < clause.tokens.last && word(clause.verb + 1) == "me") {
      const bool kin = text_.words.any({clause.source.begin, source(clause.verb).begin}, PathWord::relative);
      if (!kin && (begins_or_ends || clause.act == Act::award)) clause.actor = Actor::self;
      if (hosts(clause)) {
        clause.actor = Actor::self;
        clause.act = Act::whole;
      }
    }
    // "Then came Durham"
    if (clause.act == Act::start && clause.actor == Actor::none && text_.words.any(clause.source, PathWord::comes_next))
      clause.actor = Actor::own;
    // "It had begun for me in October."
    if (begins_or_ends && clause.verb + 2 < clause.tokens.last && word(clause.verb + 1) == "for" &&
        word(clause.verb + 2) == "me")
      clause.actor = Actor::self;
  }
  // "I drove, looked after my father who was ill, and did no work": the writer's again.
  // "an aunt who fell ill and worked until 2006": without a comma still the aunt's.
  void take_actor_before(std::size_t index) {
    Clause& clause = clauses_[index];
    std::size_t before = index - 1;
    clause.linked = clauses_[before].linked && kConjunctions.holds(word(clause.tokens.first));
    while (!clause.linked && before > 0 && clauses_[before].linked) --before;
    if (clauses_[before].actor != Actor::none) clause.actor = clauses_[before].actor;
    // "The line, where I volunteer, began in 1988": what the clause in between is about.
    if (clauses_[before].linked && opens_with_article(clauses_[before])) clause.actor = Actor::other;
  }
  // "I took the contact tracing job"
  [[nodiscard]] bool takes_a_post(const Clause& clause) const {
    constexpr std::uint32_t kReach = 6;             // words
    if (word(clause.verb) != "took") return false;  // what was found or accepted began later
    std::uint32_t t = clause.verb + 1;
    if (t >= clause.tokens.last || !is_one_of(word(t), {"a", "an", "the", "my", "this", "that", "another"}))
      return false;
    for (const std::uint32_t end = std::min(clause.tokens.last, t + kReach); ++t < end;) {
      if (is_one_of(word(t), {"job", "post", "position"})) return true;
      if (document_.tokens()[t].kind != TokenKind::word || date_at(t) != nullptr ||
          is_one_of(word(t), {"in", "of", "to", "for", "at", "with", "from", "on", "and"}))
        return false;
    }
    return false;
  }
  // "Ring Road had me as an intern."
  [[nodiscard]] bool hosts(const Clause& clause) const {
    if (is_one_of(word(clause.verb), {"kept", "held", "housed", "employed"})) return true;
    return clause.act == Act::whole && clause.verb + 2 < clause.tokens.last &&
           is_one_of(word(clause.verb + 2), {"as", "from", "for", "until", "since"});
  }
  // "The cohort that I work with was recruited": the cohort's verb.
  [[nodiscard]] bool is_of_a_thing(const Clause& clause, std::uint32_t self) const {
    if (self == clause.tokens.first || !opens_with_article(clause) ||
        !is_one_of(word(self - 1), {"that", "which", "whom"}) || starts(clause.tokens.first + 1, PathWord::own_noun))
      return false;
    const bool loose = is_one_of(word(clause.tokens.first + 1), {"almost", "nearly", "roughly", "over", "about"});
    if (date_at(clause.tokens.first + (loose ? 2 : 1)) != nullptr)
      return false;  // "the almost five years that I spent"
    for (std::uint32_t t = self + 2; t < clause.tokens.last; ++t) {
      if (is_one_of(word(t), {"was", "were", "is", "are", "has", "had", "began", "ended", "ran"})) return true;
    }
    return false;
  }
  [[nodiscard]] bool opens_with_article(const Clause& clause) const {
    return is_one_of(word(clause.tokens.first), {"the", "a", "an", "this", "these"}) &&
           date_at(clause.tokens.first) == nullptr;
  }
  // A noun with its article stands at the head of the clause, before the verb, and is nothing of the writer's path.
  [[nodiscard]] bool opens_with_subject(const Clause& clause) const {
    std::uint32_t t = clause.tokens.first;
    while (t < clause.verb && (kConjunctions.holds(word(t)) || kSubordinators.holds(word(t)) || word(t) == "," ||
                               word(t) == ";" || word(t) == ":"))
      ++t;
    if (t + 1 >= clause.verb || date_at(t) != nullptr) return false;
    return is_one_of(word(t),
                     {"the", "a", "an", "this", "these", "his", "her", "their", "its", "most", "many", "some"});
  }
  [[nodiscard]] Actor noun_actor(const Clause& clause, std::uint32_t t) const {
    const std::string_view w = word(t);
    if (w == "we" && t + 1 < clause.tokens.last &&
        (act_at(t + 1) == Act::arrive || (is_one_of(word(t + 1), {"were", "lived", "stayed"}) && has_range(clause))))
      return Actor::self;  // "we moved to", "we were in Cairo from May 2023 to January 2024"
    if ((w == "my" || w == "our") && t + 2 < clause.tokens.last && word(t + 1) == "family" &&
        act_at(t + 2) == Act::arrive)
      return Actor::self;
    if (is_one_of(w, {"he", "she", "they", "it", "we", "you", "he'd", "she'd", "they'd", "we'd", "nobody", "everyone"}))
      return Actor::other;
    if (is_one_of(w, {"my", "the", "this", "that", "our"})) {
      for (std::uint32_t n = t + 1; n < clause.tokens.last && n < t + 7; ++n) {
        if (act_at(n) != Act::none && n > t + 1 && !starts(n, PathWord::own_noun)) break;
        if (starts(n, PathWord::other_actor) && !starts(n, PathWord::own_noun))
          return before_verb(clause, n) ? Actor::other : Actor::none;
        if (starts(n, PathWord::own_noun) && date_at(n) != nullptr && date_at(n)->kind != DateKind::duration)
          return Actor::none;  // "in the last three months of 2019"
        if (starts(n, PathWord::own_noun)) return before_verb(clause, n) ? Actor::own : Actor::none;
      }
      return Actor::none;
    }
    if (starts(t, PathWord::other_actor) && !date_at(t) && before_verb(clause, t) && t < clause.tokens.first + 6)
      return Actor::other;
    if (t == clause.tokens.first && starts(t, PathWord::own_noun) && before_verb(clause, t)) return Actor::own;
    return Actor::none;
  }
  [[nodiscard]] bool has_range(const Clause& clause) const {
    return std::ranges::any_of(text_.dates_in(clause.source), [](const DateExpression& d) {
      return d.kind == DateKind::period && d.resolved && d.tells_two_ends() && !d.open_start && !d.open_end;
    });
  }
  [[nodiscard]] bool starts(std::uint32_t t, PathWord list) const {
    for (const WordHit& hit : text_.words.within({source(t).begin, source(t).begin + 1})) {
      if (hit.list == list) return true;
    }
    return false;
  }
  // A verb follows before another subject does: the noun is the subject, not an object of a preposition in front.
  [[nodiscard]] bool before_verb(const Clause& clause, std::uint32_t t) const {
    for (std::uint32_t n = t + 1; n < clause.tokens.last; ++n) {
      if (kSelf.holds(word(n))) return false;
      if ((act_at(n) != Act::none || is_past(n) || is_one_of(word(n), {"is", "has", "are"})) && date_at(n) == nullptr)
        return true;
    }
    return false;
  }

  // The first verb of a path behind the subject; "was" and "have" give way to what follows them.
  void read_verb(Clause& clause, std::uint32_t from) {
    for (std::uint32_t t = from; t < clause.tokens.last; ++t) {
      if (date_at(t) != nullptr) continue;
      Act act = act_at(t);
      if (act == Act::none && t > from && is_past(t) && clause.actor != Actor::none && !is_determiner(word(t - 1)))
        act = Act::deed;
      if (act != Act::none && is_participle(t) && t > from && is_determiner(word(t - 1))) continue;  // "my training"
      if (is_participle(t) && clause.actor == Actor::own && starts(t, PathWord::own_noun))
        continue;  // "my surgical training"
      if (act == Act::none) continue;
      if (clause.act == Act::none || (is_weak(clause.verb) && clause.act == Act::whole)) {
        if (clause.act != Act::none && !(t <= clause.verb + 3)) return;
        clause.act = act;
        clause.verb = t;
      }
      if (!is_weak(t) || act != Act::whole) return;  // "was called to" is a start of its own
    }
  }
  static bool is_determiner(std::string_view w) {
    return is_one_of(w, {"the", "a", "an", "my", "his", "her", "their", "our", "of", "this", "that"});
  }
  [[nodiscard]] bool is_weak(std::uint32_t t) const {
    return is_one_of(word(t), {"was", "were", "have", "had", "been", "am", "did", "being"});
  }

  // "After finishing in 2019, I": the participle's subject is that of the next clause.
  void lend_participles() {
    for (std::size_t c = 0; c + 1 < clauses_.size(); ++c) {
      Clause& clause = clauses_[c];
      if (clause.actor == Actor::none && clause.act != Act::none && clauses_[c + 1].actor == Actor::self &&
          participle_in(clause))
        clause.actor = Actor::self;
    }
    for (std::size_t c = 1; c < clauses_.size(); ++c) {
      Clause& clause = clauses_[c];
      if (clause.act != Act::none && is_participle(clause.verb) && clauses_[c - 1].actor == Actor::self &&
          clause.actor == Actor::none)
        clause.actor = Actor::self;
    }
  }
  [[nodiscard]] bool participle_in(const Clause& clause) const {
    if (opens_with_subject(clause) || is_one_of(word(clause.tokens.first), {"my", "our"})) return false;
    return is_participle(clause.verb) || word(clause.tokens.first) == "having" ||
           clause.tokens.first == sentence_.tokens.first;
  }

  const MarkedText& text_;
  const Document& document_;
  const Sentence& sentence_;
  bool dated_;             // some date stands in the sentence
  std::vector<Act> acts_;  // by token of the sentence
  std::vector<Clause> clauses_;
};

}  // namespace

std::vector<Clause> read_clauses(const MarkedText& text, const Sentence& sentence) {
  return ClauseReader(text, sentence).read();
}

const Clause& clause_at(std::span<const Clause> clauses, Span place) {
  const auto at = std::ranges::find_if(clauses, [&](const Clause& c) { return c.source.contains(place.begin); });
  return at == clauses.end() ? clauses.back() : *at;
}

}  // namespace candor
