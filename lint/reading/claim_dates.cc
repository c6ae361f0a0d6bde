#include "lint/reading/claim_dates.h"

#include <algorithm>
#include <array>

#include "lint/reading/claim_lengths.h"
#include "lint/reading/entry.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/scene.h"

namespace candor {
namespace {

class DateClaims : ClaimSentence {
 public:
  explicit DateClaims(const ClaimSentence& sentence) : ClaimSentence(sentence) {}

  void read_date(const DateExpression& date) {
    if (used(date.source)) return;
    const Clause& clause = clause_told_of(date);
    if (is_no_claim(clause, date)) return;
    Event event = blank();
    if (!set_dates(date, event)) return;
    if (date.label == DateLabel::academic_year && event.start && event.end) {  // one year of study, for one date
      event.start->days.last = event.end->days.last;
      event.end = event.start;
      event.point = true;
    }
    const DateFrame frame = frame_of(clause, date, event);
    const bool others = clause.actor == Actor::other || (clause.actor == Actor::none && !frame.listed);
    if (others && !frame.deed && !frame.degree && !frame.until) return;
    read_by_its_verb(clause, date, frame, event);
    read_degree(clause, date, frame, event);
    if (!event.telling) read_without_its_verb(clause, date, event);
    if (frame.until) {
      tell(event, Aspect::end);
      be_done(event);
    }
    if (frame.deed && !frame.degree) event.telling = false;
    if (has_any_phrase(text_.low(clause.source),
                       {"a role i held", "a post i held", "a job i held", "a position i held"}))
      event.source.begin = sentence_->source.begin;
    join_ends(date, event);
    take_own_length(*this, clause, date, event);
    events_.push_back(std::move(event));
  }

 private:
  // What a date may be told of, whoever its clause is about.
  struct DateFrame {
    bool listed = false;  // a range among the gaps
    bool deed = false;    // "Prize of the society, received in May": nobody's path, but told as done
    bool degree = false;  // "The diploma came in April"
    bool until = false;   // "It took me until December 2024 to earn the master's degree"
  };
  [[nodiscard]] bool is_no_claim(const Clause& clause, const DateExpression& date) const {
    return clause.quoted || begins_no_post(clause, date) || is_of_another_then(clause, date) || is_unreal(clause) ||
           is_next_of_then(clause, date) || is_of_an_event(date.source) || is_of_the_noun_before(clause, date) ||
           has_phrase(text_.low(clause.source), "coursework") ||
           (clause.act == Act::start && text_.low(date.source).starts_with("the class of")) ||  // and may leave it
           (clause.act == Act::start && tells_of_a_part(clause, Aspect::start)) ||
           (clause.act == Act::end && tells_of_a_part(clause, Aspect::end)) ||
           (date.tells_two_ends() && clause.actor == Actor::own && tells_of_a_part(clause, Aspect::whole)) ||
           is_value_of_a_label(date.source) || is_of_what_lay_between(clause) || is_lived_through(date.source);
  }
  [[nodiscard]] DateFrame frame_of(const Clause& clause, const DateExpression& date, const Event& event) const {
    DateFrame frame;
    frame.listed = section_ == SectionKind::interruption && !event.point;
    frame.deed = (clause.actor == Actor::none && clause.act != Act::none && clause.act != Act::whole &&
                  has(clause.source, PathWord::over)) ||
                 tells_of_own_work(up_to_and_behind(clause.source, date.source));
    frame.degree = gives_my_degree(clause, date) || is_date_of_diploma(clause, date);
    frame.until = is_taken_until(date);
    return frame;
  }
  static void tell(Event& event, Aspect aspect) {
    event.telling = true;
    event.aspect = aspect;
  }
  static void be_done(Event& event) {
    event.done = true;
    event.expected = false;
  }
  void read_by_its_verb(const Clause& clause, const DateExpression& date, const DateFrame& frame, Event& event) const {
    event.expected = is_to_come(clause);
    event.done = clause.act != Act::none && !event.expected && !is_present(clause) && is_past(clause) &&
                 !is_asked_of(clause, date);
    if (clause.act != Act::none) event.verb = word(clause.verb);
    if (frame.listed) {
      event.source = hull(clause.source, date.source);
      event.kind = EventKind::gap;
    } else {
      Clause told = clause;
      told.source = event.source = without_tail(date, without_destination(clause, around(clause, date)));
      event.kind = kind_of_clause(told);
    }
    event.telling =
        (is_telling(clause, event) && (is_date_of_verb(clause, date) || dates_its_subject(clause, event))) ||
        is_range_of_a_stay(clause, event);
    if (event.telling && clause.act == Act::arrive && event.point && event.start) {  // weeks before it begins
      constexpr Day kSettling = 75;
      event.start->days.last += kSettling;
    }
    event.naming = !event.telling && !is_of_two_roles(clause) &&
                   (event.point || !(is_qualified(clause, event) || is_of_a_part(clause))) &&
                   !(clause.act == Act::start && has(clause.source, PathWord::within_stay)) &&
                   names_a_place_perhaps(clause, event) && is_date_of_verb(clause, date);
    event.aspect = aspect_of(clause, event);
    if (event.point && std::string_view(text_.folded).substr(date.source.end).starts_with(", and then "))
      event.source.end = date.source.end;  // what follows came later
    if (date.anchor == DateAnchor::birth && !event.telling) take_first_time(clause, event);
    event.pointing =
        has(clause.source, PathWord::there) || clause.linked || (clause_has_no_subject(clause) && !is_since_as(date));
  }
  // "the class of 2019", "my diploma, with the date of April", "I left in May with my degree": the end of the study.
  void read_degree(const Clause& clause, const DateExpression& date, const DateFrame& frame, Event& event) const {
    const bool of_class = is_of_the_class(date, clause);
    const bool received = event.point && !event.expected && is_of_the_degree_before(clause);
    const bool given = event.point && frame.degree;
    if (received) event.source.begin = sentence_->source.begin;
    if (given) event.source = hull(event.source, clause.source);
    if (!of_class && !received && !given && !leaves_with_degree(clause, event)) return;
    tell(event, Aspect::end);
    event.done = event.done && !of_class;  // one is of a class before it graduates
    event.kind = EventKind::education;
  }
  // What else may date a stay: the first that does.
  void read_without_its_verb(const Clause& clause, const DateExpression& date, Event& event) const {
    // "In March 2014 I surrendered my badge in Makati"
    if (event.point && !event.expected && clause.actor == Actor::self && clause.act == Act::deed &&
        is_date_of_verb(clause, date) && hands_over(text_, clause.source)) {
      tell(event, Aspect::end);
      event.verb = "left";
    } else if (is_day_of_a_role(clause, date, event)) {
      tell(event, Aspect::whole);
      event.source = {clause.source.begin, date.source.end};
    } else if (begins_my_post(clause, event)) {
      tell(event, Aspect::start);
      be_done(event);
    }
  }
  // "Since graduating in June 2023 I have worked as a scribe", "Medicine took me to December of 2016", "a medical
  // officer on the wards and, from 2016, on Saturdays at a clinic": no post began then.
  [[nodiscard]] bool begins_no_post(const Clause& clause, const DateExpression& date) const {
    const std::string_view before = text_.low({sentence_->source.begin, date.source.begin});
    const bool graduated =
        ends_with_any(before, {"since graduating in ", "since graduation in ", "since qualifying in "});
    return (graduated && !is_one_of(word(clause.verb), {"graduated", "graduating", "qualifying", "graduation"})) ||
           ends_with_any(before, {" took me to ", " and, from ", " and, since "}) ||
           // "a research associate, three days weekly at first and full time since September"
           (date.open_end && ends_with_any(before, {" full time ", " full-time "}) &&
            has_any_phrase(before, {"first", "part time", "part-time"}));
  }
  // "It took me until December 2024 to earn the master's degree": the end of that.
  [[nodiscard]] bool is_taken_until(const DateExpression& date) const {
    constexpr std::uint32_t kReach = 8;  // bytes
    if (!date.open_start || !text_.low(bytes_before(date.source.begin, kReach)).ends_with("took me ")) return false;
    const std::string_view after = std::string_view(text_.folded).substr(date.source.end);
    constexpr std::array<std::string_view, 4> kEnds = {" to earn ", " to finish ", " to complete ", " to get my "};
    return starts_with_any(after, kEnds);
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
    return low.starts_with("between ") && has_any_phrase(sentence, {"there was", "there were"});
  }
  // "Degree Month: 05/2027": a field of a form, and no sentence.
  [[nodiscard]] bool is_value_of_a_label(Span date) const {
    std::string_view before = text_.text.source.bytes().substr(0, date.begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (!before.ends_with(':')) return false;
    before.remove_suffix(1);
    before.remove_prefix(before.rfind('\n') + 1);
    const std::size_t gap = before.rfind("  ");
    if (gap != std::string_view::npos) before.remove_prefix(gap + 2);
    return field_named(before) != Field::none;
  }
  // "Still an intern at Mercy in the spring of 2018, I followed": one was it then.
  [[nodiscard]] bool is_day_of_a_role(const Clause& clause, const DateExpression& date, const Event& event) const {
    const bool day = event.point && !event.expected && event.kind != EventKind::gap && clause.actor == Actor::self;
    if (!day || date.source.begin <= clause.source.begin || date.open_start || date.open_end || event.relative)
      return false;
    const Span lead{clause.source.begin, date.source.begin};
    const std::string_view words = text_.low(lead);
    const bool opens = starts_with_any(words, {"still a", "as a ", "as an ", "already a", "while a"});
    return opens && names_a_role(text_.words, lead) && words.ends_with(" in ") &&
           words.find_first_of(",;:(") == std::string_view::npos &&
           std::string_view(text_.folded).substr(date.source.end).starts_with(",");
  }
  // "I took a boat to Timbiqui to begin my rural year", "I drove to Sikeston to start as a physician": whatever the
  // verb.
  [[nodiscard]] bool begins_my_post(const Clause& clause, const Event& event) const {
    const std::string_view low = text_.low(clause.source);
    const bool to_come = has_any_phrase(low, {"will", "am", "hope", "plan", "want", "like to", "would"});
    if (!event.point || to_come || clause.actor != Actor::self) return false;
    std::size_t at = std::string_view::npos;
    for (const std::string_view words : {" to begin my ", " to start my ", " to begin as ", " to start as "})
      at = std::min(at, low.find(words));
    // "I had gone up to the hills for my social year in March"
    const bool gone = has_any_phrase(low, {"had gone", "went", "had come"});
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
           !has_any_phrase(low, {"should", "would"});
  }
  // "The dean put my degree in my hands", "the rector handed me the degree": it was given then.
  [[nodiscard]] bool gives_my_degree(const Clause& clause, const DateExpression& date) const {
    constexpr std::array<std::string_view, 11> kGives = {"handed",  "gave",      "put",       "placed",
                                                         "pressed", "passed",    "conferred", "awarded",
                                                         "granted", "presented", "given"};
    constexpr std::array<std::string_view, 7> kPapers = {"diploma", "degree", "doctorate", "mbbs",
                                                         "mbchb",   "mbbch",  "md"};
    const std::string_view low = text_.low(clause.source);
    constexpr std::array<std::string_view, 5> kFeasts = {"party for my ", "feast for my ", "dinner for my ",
                                                         "ceremony of my ", "party of my "};
    if (has_phrase(low, ", in") && std::ranges::any_of(kFeasts, [&](std::string_view feast) {
          const std::size_t at = low.find(feast);
          return at != std::string_view::npos && starts_with_any(low.substr(at + feast.size()), kPapers);
        }))
      return true;                                      // "at the party for my diploma, in 2014"
    const bool age = date.anchor == DateAnchor::birth;  // "I was twenty-three when the rector handed me"
    const bool to_me =
        has_any_phrase(low, {"conferred on me", "handed me", "gave me", "awarded me", "in my hands", "into my hands"});
    if ((clause.actor == Actor::self && !age && !to_me) || !has_any_phrase(low, kGives)) return false;
    const bool mine = has_any_phrase(low, {"me", "my", "us"});
    const bool paper = has_any_phrase(low, kPapers) || has_phrase(low, "my title");
    const bool aim = has_phrase(text_.low({clause.source.begin, document_.tokens()[clause.verb].source.end}), "left");
    if (mine && paper && !aim) return true;  // not "when I left to begin my MD he gave me a page"
    // "I took my MBBS at Bhagirathi, and it was conferred in April 2019"
    const std::string_view before = text_.low({sentence_->source.begin, clause.source.begin});
    if (has_any_phrase(low, {"it was conferred", "it was awarded", "was conferred on me"}) &&
        has_phrase(before, "my") && has({sentence_->source.begin, clause.source.begin}, PathWord::degree))
      return true;
    const bool conferred = has_any_phrase(low, {"conferred", "awarded", "granted"});
    return conferred && has_any_phrase(low, {"on me", "awarded me", "granted me", "my"}) &&
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
    if (!ends_with_any(lead, {"the ", "my ", "medical "})) return false;
    if (ends_with_any(before, kDated)) return true;
    const bool subject = paper < 16 && clause.source.begin == sentence_->source.begin;
    return subject && is_one_of(word(clause.verb), {"came", "arrived", "bears", "carries"});
  }
  // "I hold a master's degree, which I received in 2021"
  [[nodiscard]] bool is_of_the_degree_before(const Clause& clause) const {
    std::string_view low = text_.low(clause.source);
    if (low.starts_with(", ")) low.remove_prefix(2);
    return starts_with_any(low, {"which i ", "that i "}) && clause.act != Act::none &&
           is_one_of(word(clause.verb), {"received", "earned", "obtained", "completed", "finished", "got"}) &&
           has({sentence_->source.begin, clause.source.begin}, PathWord::degree);
  }
  // "I walked out with my diploma in December"
  [[nodiscard]] bool leaves_with_degree(const Clause& clause, const Event& event) const {
    const std::string_view low = text_.low(clause.source);
    return event.point && !event.expected && clause.actor == Actor::self && clause.act != Act::none &&
           has_any_phrase(low, {"with my diploma", "diploma in hand", "with my degree"}) &&
           is_one_of(word(clause.verb), {"walked", "left", "came", "went", "emerged", "returned", "stepped"});
  }
  // "I was twenty-four when I first sat in the reading room as a resident", "when I sat down in the first lecture": a
  // beginning, whatever the verb says.
  void take_first_time(const Clause& clause, Event& event) const {
    const std::string_view low = text_.low(clause.source);
    const std::size_t first = find_phrase(low, "first");
    if (first == std::string_view::npos || event.expected || clause.actor != Actor::self) return;
    const std::string_view behind = low.substr(first);
    const bool lecture = starts_with_any(behind, {"first lecture", "first anatomy", "first class"});
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
    const bool noun = starts_with_any(before, {"the ", "a ", "an ", "that ", "our "});
    if (!noun || self == std::string_view::npos ||
        before.substr(0, self).find_first_of(",;:") != std::string_view::npos)
      return false;
    return std::ranges::any_of(
        std::array<std::string_view, 7>{" opened in ", " began in ", " started in ", " closed in ", " ended in ",
                                        " was founded in ", " was built in "},
        [&](std::string_view words) { return before.ends_with(words) && before.size() > self + 2 + words.size(); });
  }
  // "When I was nine, a radiologist in Lisbon showed me my wrist, in 2002": of the radiologist.
  [[nodiscard]] bool is_of_another_then(const Clause& clause, const DateExpression& date) const {
    const std::string_view low = text_.low({clause.source.begin, std::max(clause.source.begin, date.source.begin)});
    const std::size_t comma = low.find(", ");
    if (!starts_with_any(low, {"when i ", "while i "}) || comma == std::string_view::npos) return false;
    const std::string_view then = low.substr(comma + 2);
    return starts_with_any(then, {"a ", "an ", "the ", "my "}) && !has_phrase(then, "i") &&
           then.find(' ') != std::string_view::npos;
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
    return has_any_phrase(sentence, {"our", "my", "i", "we"}) &&
           has_any_phrase(sentence,
                          {"paper", "article", "manuscript", "abstract", "results", "chapter", "report", "poster"}) &&
           has_any_phrase(low, {"published", "came out", "appeared", "was accepted", "was presented", "were published",
                                "was printed"});
  }
  // "I entered Marlow in 2017, still thinking like a teacher": of Marlow alone.
  [[nodiscard]] Span without_tail(const DateExpression& date, Span span) const {
    const std::string_view behind = text_.low({date.source.end, std::max(date.source.end, span.end)});
    if (starts_with_any(behind, {", still ", ", thinking ", ", having "})) span.end = date.source.end;
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
    for (const DateExpression& other : text_.dates_in(span)) {
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
    const bool thing = starts_with_any(words, {"a ", "an ", "the ", "my "});
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
  // "I have a place in the course in February 2025", "I am due".
  [[nodiscard]] bool is_present(const Clause& clause) const {
    const std::string_view verb = word(clause.verb);
    return verb == "have" || verb == "am";
  }
  // "I was asked to speak in February": the asking has no date.
  [[nodiscard]] bool is_asked_of(const Clause& clause, const DateExpression& date) const {
    const std::string_view lead = text_.low(bytes_before(date.source.begin, 5));
    // "extended to January", "a grant for January", "since August (to July)"
    if (ends_with_any(lead, {" to ", "(to ", " for "})) return true;
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
    const auto dates = text_.dates_in(between);
    for (std::uint32_t at = between.begin; at < between.end; ++at) {
      const char c = text_.folded[at];
      if (c < '0' || c > '9') continue;
      const bool dated =
          std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.contains(at); });
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
  [[nodiscard]] Aspect aspect_of(const Clause& clause, const Event& event) const {
    if (!event.point) return event.start && !event.end ? Aspect::start : !event.start ? Aspect::end : Aspect::whole;
    if (event.kind == EventKind::education && clause.act != Act::none && word(clause.verb) == "promoted")
      return Aspect::end;  // "promoted to doctor of medicine"
    if (clause.act == Act::start || clause.act == Act::arrive) return Aspect::start;
    const std::uint32_t date = event.date_source().begin;
    const std::string_view last = text_.low(clause.source);  // "I worked my last shift there in November"
    if (clause.act == Act::whole && has_any_phrase(last, {"my last shift", "my last day", "my last night"}))
      return Aspect::end;
    const std::string_view before = text_.low(bytes_before(date, 6));
    const bool leads = clause.act == Act::whole && date < document_.tokens()[clause.verb].source.begin;
    const bool goes_on = clause.act == Act::whole && text_.dates_in(sentence_->source).size() == 1 &&
                         !has_phrase(text_.low(clause.source), "then");
    if ((leads || goes_on) && ends_with_any(before, {"from ", "as of "})) return Aspect::start;
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
    if (tells_what_followed(clause, date, clauses_[next])) return clauses_[next];
    if (date.anchor == DateAnchor::birth)
      return is_one_of(word(clauses_[next].tokens.first), {"when", "i"}) ? clauses_[next] : clause;
    return follows_a_distance(clause, date) && clauses_[next].actor != Actor::none ? clauses_[next]
                                                                                   : clause_behind_cleft(clause);
  }
  // "In December 2021 the hospital closed | and I moved to Tern": of the writer's step as well.
  [[nodiscard]] bool tells_what_followed(const Clause& clause, const DateExpression& date, const Clause& next) const {
    constexpr std::uint32_t kLead = 4;  // bytes: "In "
    const bool leads = date.source.begin < clause.source.begin + kLead && date.start == date.end;
    const bool step = next.act == Act::start || next.act == Act::arrive || next.act == Act::end;
    return leads && step && clause.actor == Actor::other && next.actor == Actor::self &&
           text_.dates_within(next.source).empty() &&
           starts_with_any(text_.low(next.source), {"and i ", ", and i ", "and so i ", ", so i "});
  }
  // "A year after I had graduated, in September 2017, I came": the date of the coming.
  [[nodiscard]] bool follows_a_distance(const Clause& clause, const DateExpression& date) const {
    const auto range = text_.dates_in({clause.source.begin, date.source.begin});
    if (range.empty() || clause.act == Act::none || document_.tokens()[clause.verb].source.end > date.source.begin)
      return false;
    const DateExpression& first = range.front();
    const std::string_view low = text_.low(first.source);
    const std::string_view before = text_.low({document_.tokens()[clause.verb].source.end, date.source.begin});
    return first.source.begin == clause.source.begin && first.anchor == DateAnchor::previous_event &&
           ends_with_any(low, {" after", " before"}) && ends_with_any(before, {", in ", ", on ", ", "});
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
    const bool by_another = has_any_phrase(lead, {"a", "an"}) && !has_phrase(lead, "i");
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
        if (has(clause.source, PathWord::within_stay)) return false;
        if ((has(behind, PathWord::membership) && !begins_to_work(clause)) || takes_on_a_date(clause) ||
            starts_a_habit(clause) || joins_a_person(clause) || starts_something_else(clause, event))
          return false;
        if (verb == "took" && !takes_me_as_a_role(clause)) return false;
        // "made senior assistant of the same team": no other post
        if (verb == "made" && text_.low(behind).find(" the same ") != std::string_view::npos) return false;
        return verb != "became" ||
               (names_role(behind) && !has_phrase(text_.low(behind), "its") && !has(behind, PathWord::within_post));
      case Act::arrive:
        return (text_.low(clause.source).find(" as ") != std::string_view::npos || is_for_a_post(clause)) &&
               names_role(clause.source);
      case Act::end:
        // months before the end; a country is no post
        if (starts_with_any(text_.low(behind), {"gave notice", "left the country"})) return false;
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
        if (verb == "was" && starts_with_any(text_.low(behind), {"was also ", "was part of"}))
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
    return starts_with_any(words, {" at ", " in "}) && words.find_first_of(",;:(") == std::string_view::npos &&
           ends_with_any(words, {" in ", " on "});
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
    return !(ends_with_any(next, {"en", "wn", "ght", "ung"}) ||
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
    return leads_within_a_post(clause) || has_any_phrase(low, {"in charge of", "my first months"}) ||
           tells_of_a_part(clause, Aspect::whole);
  }
  // "My second year of residency began", "I finished the first half of it", "In the first six months of my leave": the
  // first part begins with the whole and the last one ends with it, each to be told of by that.
  [[nodiscard]] bool tells_of_a_part(const Clause& clause, Aspect aspect) const {
    if (has_phrase(text_.low(clause.source), "repeated")) return false;  // which is listed for itself
    const Span verb = clause.act == Act::none ? Span{} : document_.tokens()[clause.verb].source;
    return std::ranges::any_of(text_.words.all(clause.source, PathWord::part_of_stay), [&](const WordHit& part) {
      const std::string_view name = text_.low(part.place);
      if ((aspect == Aspect::start && name.starts_with("first")) ||
          (aspect == Aspect::end && starts_with_any(name, {"final", "last"})))
        return false;
      const std::string_view lead = text_.low({clause.source.begin, part.place.begin});
      const bool leads = is_one_of(lead, {"my ", "the ", "in my ", "in the ", "during my ", "during the ", "for the "});
      const bool follows = verb.end > 0 && verb.end <= part.place.begin &&
                           is_one_of(text_.low({verb.end, part.place.begin}), {" ", " my ", " the "});
      return follows || (leads && (clause.actor == Actor::own || aspect == Aspect::whole));
    });
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
    for (const DateExpression& other : text_.dates_in({clause.source.begin, std::max(clause.source.begin, date)})) {
      if (other.kind == DateKind::duration) continue;
      begin = other.source.end;
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
    while (starts_with_any(words, {",", " "})) words.remove_prefix(1);
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
    if (starts_with_any(low, {"after ", "before "})) return false;
    // "From March 2020 until I left in July": of what is told behind
    if (date.source.end < verb.begin && std::string_view(text_.folded).substr(date.source.end).starts_with(" until i "))
      return false;
    // "I studied there from 2012, until 2014 without a word of Russian"
    if (date.open_start && std::string_view(text_.folded).substr(date.source.end).starts_with(" without ") &&
        text_.low({clause.source.begin, date.source.begin}).ends_with(", "))
      return false;
    const bool range = date.tells_two_ends() && !date.open_start && !date.open_end;
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
    for (const DateExpression& other : text_.dates_in({verb.end, date.source.begin})) {
      const bool again = other.anchor == DateAnchor::as_of &&  // "last spring, in April 2026"
                         is_one_of(text_.low({other.source.end, date.source.begin}), {", in ", ", on ", ", ", " ("});
      if (other.kind != DateKind::duration && !other.open_start && !date.open_start && !again) return false;
    }
    // "In 2016 I was sent to Gondar, and in 2018, with a letter, I came back": the date leads what follows.
    const bool and_since = words.ends_with(" and ") && starts_with_any(low, {"since ", "from "});
    if ((ends_with_any(words, {" and in ", " and on "}) || and_since) &&
        !text_.dates_within({clause.source.begin, verb.begin}).empty())
      return false;
    if (counts_things({verb.end, date.source.begin})) return false;
    if (has({verb.end, date.source.begin}, PathWord::exam)) return false;
    const bool that_place = has({verb.end, date.source.begin}, PathWord::there) ||  // "left that hospital in May"
                            (words.starts_with(" that ") && has({verb.end, date.source.begin}, PathWord::training));
    return (that_place || !has_phrase(words, "that")) && !has_any_phrase(words, {"where", "which", "who"}) &&
           (!opens_bracket(words) || (clause.act == Act::whole && is_a_stay_in_brackets(date)));
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
    return std::ranges::any_of(text_.dates_in({date.end, verb.begin}),
                               [](const DateExpression& told) { return told.anchor == DateAnchor::previous_event; }) &&
           text_.low({date.end, date.end + 2}) == ", ";
  }
  // "In the hospital of San Telmo, from July 2015, when I entered": of that verb, however much stands before.
  [[nodiscard]] bool leads_when(Span date, Span verb) const {
    const std::string_view between = text_.low({date.end, verb.begin});
    return starts_with_any(between, {", when i ", " when i "});
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
  // "took me as a research fellow", but not "A choir in the Third Ward took me as alto".
  [[nodiscard]] bool takes_me_as_a_role(const Clause& clause) const {
    const std::string_view low = text_.low(behind_verb(clause));
    constexpr std::string_view kAs = "took me as ";
    const std::size_t at = low.find(kAs);
    if (at == std::string_view::npos) return true;
    const std::string_view role = low.substr(at + kAs.size());
    const std::size_t end = std::min({role.find(" in "), role.find(" at "), role.find(','), role.size()});
    const std::uint32_t begin = behind_verb(clause).begin + static_cast<std::uint32_t>(at + kAs.size());
    return names_role({begin, begin + static_cast<std::uint32_t>(end)});
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
    const bool thing = has_any_phrase(text_.low(object), {"the", "a", "my"});
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
    return ends_with_any(text_.low(lead), {" that i ", " which i "}) && has(lead, PathWord::degree);
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
    for (const DateExpression& other : text_.dates_in(clause.source)) {
      if (&other == &date || !other.open_start || !other.resolved || other.kind == DateKind::duration ||
          other.anchor != DateAnchor::none || other.source.begin < date.source.end)
        continue;
      event.end = Stated{other.end, other.end_days, other.source};
      event.point = false;
      event.aspect = Aspect::whole;
    }
  }
};

}  // namespace

void read_date(const ClaimSentence& sentence, const DateExpression& date) { DateClaims(sentence).read_date(date); }

}  // namespace candor
