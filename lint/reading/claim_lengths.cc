#include "lint/reading/claim_lengths.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "lint/dates/month_days.h"
#include "lint/dates/words.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/time_away.h"

namespace candor {
namespace {

class LengthClaims : ClaimSentence {
 public:
  explicit LengthClaims(const ClaimSentence& sentence) : ClaimSentence(sentence) {}

  // A length that stands right beside a range, or is said "for" it in the same clause.
  void take_own_length(const Clause& clause, const DateExpression& date, Event& event) {
    // "I have been there since October 2022, nearly three years"
    const bool goes_on = event.start && !event.end && !event.point && date.open_end &&
                         has_any_phrase(text_.low(clause.source), {"been", "am"});
    if (event.point || !event.start || (!event.end && !event.to_present && !goes_on)) return;
    const std::string_view lead = text_.low({std::min(clause.source.begin, date.source.begin), date.source.begin});
    if (has_any_phrase(lead, {"each", "every"})) return;  // "Each May from 2016 to 2022, for a week": of one
    for (const DateExpression& length : text_.dates_in(hull(clause.source, date.source))) {
      if (length.kind != DateKind::duration || !belongs(date, length)) continue;
      if (goes_on && !stands_behind(date.source, length.source)) continue;
      event.length = length.duration;
      event.length_source = length.source;
      event.to_present |= goes_on;
      return;
    }
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
    if (last_exam_.exam != Exam::none && last_exam_.block == sentence_->block &&
        text_.low({clause.source.begin, date.source.begin}).ends_with(" it "))
      return;  // "I sat it again and gave it ten months"
    const LengthFrame frame = frame_of(clause, date);
    // "I was nine months without a hospital", but "my eighteen months of residency were no normal training"
    if (denies_work(text_, clause.source) && !(frame.mine && frame.of_it)) return;
    if (!is_told(clause, frame, date.source) || (frame.it_was && follows_a_range_without_years())) return;
    Event event = blank();
    if (frame.of_it && (!frame.own_subject || frame.those))
      event.source = behind_length(clause, date.source);
    else  // those are of what was told before, not of what follows
      event.source = frame.those ? date.source : between_lengths(clause, date.source);
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
    if (clause.act != Act::none) event.verb = word(clause.verb);
    event.expected = has({clause.source.begin, date.source.end}, PathWord::expected);
    event.done = !event.expected;
    const bool role_for = frame.told_for && frame.of_it &&
                          is_one_of(event.verb, {"served", "worked", "trained", "practised", "practiced", "stayed"});
    event.partial = is_part_of_more(clause, date, frame);
    event.pointing = points_back(clause, event.source, frame);
    event.telling = (frame.mine && (frame.of_it || frame.spent_behind)) || frame.spent || frame.was_in ||
                    frame.of_a_post || frame.those || (frame.opens && frame.of_it) || role_for || frame.all_of_it ||
                    (frame.own_subject && is_one_of(event.verb, {"was", "were", "lasted", "took", "ran", "came"}));
    event.loose = (frame.all_of_it || (frame.of_a_post && !frame.mine_hyphened)) && !frame.spent && !role_for &&
                  event.verb != "stayed";
    read_start_before(clause, date, event);
    events_.push_back(std::move(event));
  }

 private:
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
    if (ends_with_any(lead, {" of its ", " of the ", " of my "})) return false;
    if (without_loose_words(lead).ends_with(" after ")) return false;  // "and after three years I moved"
    constexpr std::string_view kWas = " i was ";
    const std::string_view told = words.starts_with(kWas) ? words.substr(kWas.size()) : words;
    if (has_any_phrase(told, {"so", "because", "then", "after", "before", "the course", "it", "was"})) return false;
    const bool behind = length.begin >= range.end;
    if (behind && (is_followed_by_parts(length) || adds_up_with_next(dates, measured))) return false;
    if (stands_beside(words, behind) || (behind && ends_what_i_did(words, length.end))) return true;
    const bool said_for = ends_with_any(lead, {"for ", "spent ", "spend ", "lasted ", "a total of "});
    const bool parts = has_any_phrase(words, {"and", "where", "which", "including", "but", "with", "of which"});
    // "an observership of eight months", "took up one year of my life, from 2010"
    const bool of_a_stay =
        longer && behind && words.ends_with(" of ") && has({range.end, length.begin}, PathWord::own_noun);
    const bool of_my_life = !behind && trim(words) == "of my life,";
    return (said_for || of_a_stay || of_my_life) && !parts;
  }
  // "from 2016 to 2019, over three years", "three years (2016 to 2019)": nothing is told between the two.
  static bool stands_beside(std::string_view between, bool behind) {
    const std::string_view bare = behind ? without_loose_words(between) : between;  // ", over two years"
    if (bare.find_first_not_of(" ,():-") == std::string_view::npos || is_one_of(between, {" – ", " — "})) return true;
    return behind && is_one_of(trim(bare), {"for", ", in all", ", all", ", for", ", or", ", that is", ", i.e.",
                                            ", a period of", ", which is", ", a span of", ", that makes", ", in total",
                                            ", that is,", ", that is to say,"});
  }
  // "From July 2017 to August 2018 I did my housemanship, twenty-two months, because", "From April 2022 to July 2024 I
  // worked in Callao, three years in which I took over the list"
  [[nodiscard]] bool ends_what_i_did(std::string_view between, std::uint32_t length_end) const {
    return between.starts_with(" i ") && between.ends_with(", ") &&
           std::count(between.begin(), between.end(), ',') == 1 &&
           starts_with_any(std::string_view(text_.folded).substr(length_end),
                           {",", ".", ";", " in all", " in which ", " during which"});
  }
  // " in Cuba, from ", " of residency, "
  static bool is_of_one_thing(std::string_view between) {
    constexpr std::array<std::string_view, 6> kLeads = {" in ", " at ", " as ", " of ", " on ", " with "};
    const std::size_t comma = between.find(',');
    return starts_with_any(between, kLeads) && comma != std::string_view::npos &&
           is_one_of(trim(between.substr(comma)), {",", ", from"}) &&
           between.find_first_of("(:") == std::string_view::npos && !has_phrase(between, "and");
  }
  // "a one-year certificate course in ultrasound (January 2025 to June 2025", but not "three years of a four-year
  // program"
  [[nodiscard]] bool is_of_what_has_the_range(Span length, std::string_view between) const {
    const std::string_view lead = text_.low({sentence_->source.begin, length.begin});
    return between.ends_with(" (") && between.find_first_of(",;.") == std::string_view::npos &&
           text_.low(length).find('-') != std::string_view::npos && !ends_with_any(lead, {" of a ", " of the "});
  }
  // "... from 2007 until 2017, seven years on nights and the last three on days", "three months in each department"
  [[nodiscard]] bool is_followed_by_parts(Span length) const {
    const std::string_view rest = text_.low({length.end, std::max(length.end, sentence_->source.end)});
    const bool of_each = starts_with_any(rest, {" in each", " at each", " each"});
    return of_each || goes_on_without_unit(length) ||
           has_any_phrase(rest, {"and the last", "the rest", "and the other", "and the first"});
  }
  // "from May 2018 to April 2019, six months of medicine and six months of surgery": together they are the range.
  [[nodiscard]] bool adds_up_with_next(const DateExpression& range, const DateExpression& length) const {
    const auto behind = text_.dates_in({length.source.end, std::max(length.source.end, sentence_->source.end)});
    if (behind.empty() || behind.front().kind != DateKind::duration) return false;
    const DateExpression& next = behind.front();
    const double months = static_cast<double>(range.end_days.last - range.start_days.first) / kDaysPerMonth;
    return has_phrase(text_.low({length.source.end, next.source.begin}), "and") &&
           std::abs(length.duration.in_months() + next.duration.in_months() - months) < 2;
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
  // "In August 2012, when the king died, I had been a resident there for a full year": it began a year before then.
  void read_start_before(const Clause& clause, const DateExpression& length, const Event& stay) {
    constexpr Day kRounded = 62;
    const std::string_view low = text_.low(clause.source);
    const bool by_then =
        has_any_phrase(low, {"i had been", "i had already been", "i had worked", "i had already worked"}) &&
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
    const bool relative = that > 0 && !has_any_phrase(before.substr(that), {"i", "we"}) &&
                          before.find(',', that) == std::string_view::npos && before.ends_with(" covered ");
    const bool beside = has_any_phrase(before, {"beside a", "next to a"});  // "a family physician"
    return relative || beside ||
           (std::string_view(text_.folded).substr(length.end).starts_with(" of experience") &&
            before.ends_with(" with "));
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
    return std::ranges::any_of(text_.dates_in((sentence_ - 1)->source), [](const DateExpression& d) {
      return d.kind == DateKind::period && !d.resolved && d.tells_two_ends();
    });
  }
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
    const auto goes_on = [&](std::initializer_list<std::string_view> words) { return starts_with_any(after, words); };
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
                  (ends({"after "}) && !starts_with_any(low, {"a ", "an "}));
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
    const std::string_view behind = std::string_view(text_.folded).substr(length.end);
    for (const std::string_view lead : {" of my ", " of the "}) {
      if (!behind.starts_with(lead)) continue;
      const std::uint32_t noun = length.end + static_cast<std::uint32_t>(lead.size());
      return is_one_of(text_.low({noun, static_cast<std::uint32_t>(path_word_end(text_.folded, noun))}),
                       {"post", "posting", "contract", "appointment", "employment", "stay", "service", "job", "degree",
                        "residency", "fellowship", "internship"});
    }
    return false;
  }
  // "I was a scribe at a clinic in Parlier, nineteen months in all", "My internship at Tungaru, ten months long,
  // taught".
  [[nodiscard]] bool is_told_in_all(const Clause& clause, Span length) const {
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 12);
    if (clause.actor == Actor::own && text_.low(bytes_before(length.begin, 2)) == ", " && after.starts_with(" long,"))
      return true;
    if (clause.actor != Actor::self || clause.act == Act::none || clause.act == Act::deed || clause.act == Act::exam)
      return false;
    return starts_with_any(after, {" in all", " altogether", " in total", " all told"});
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
           (has(between, PathWord::degree) || has(between, PathWord::training)) &&
           !starts_with_any(after, {" of ", "'"}) && text_.low(between).find_first_of(",;:") == std::string_view::npos;
  }
  // "I was in Cardiff eighteen months."
  [[nodiscard]] bool stands_alone(const Clause& clause, Span length) const {
    if (clause.actor != Actor::self || clause.act != Act::whole) return false;
    const Span verb = document_.tokens()[clause.verb].source;
    if (length.begin < verb.end) return false;
    const std::string_view between = trim(text_.low({verb.end, length.begin}));
    const std::string_view after = std::string_view(text_.folded).substr(length.end, 1);
    if (between.empty() && length.begin > verb.end) return after.find_first_of(".,; ") == 0;  // "I studied nine years"
    const bool place = starts_with_any(between, {"in ", "at ", "with "});
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
        starts_with_any(std::string_view(text_.folded).substr(length.end),
                        {" with patients", " in weekly ", " in mock ", " in daily ", " in evening "}))
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
                          (starts_with_any(after, {" of the ", " of that", " of it", " of this"}) &&
                           !(frame.mine && is_of_my_post(date.source))));
    // "for the past year I have worked as": all of it until now
    const bool until_now = frame.all_of_it && date.anchor == DateAnchor::as_of && !date.to_present &&
                           !has_phrase(text_.low(date.source), "next");
    if (until_now) return false;
    // "I was a registrar for two years before I was given the keys": longer it may have been, but not shorter.
    const bool until_then = (after.starts_with(" before") && !goes_elsewhere(date.source.end)) ||
                            starts_with_any(after, {" when", " until"});
    const bool until_learned = frame.takes_me && has_phrase(text_.low({date.source.end, clause.source.end}), "to");
    return frame.part || frame.was_in || until_then || until_learned || leads_to_a_deed(date.source) ||
           date.kind != DateKind::duration || and_others || of_more || is_one_of_several(date.source) ||
           (frame.told_for && !frame.spent && !frame.mine && !frame.all_of_it);
  }
  // "four years before going to medical school", "before I moved to Boise": all of it, then something else.
  [[nodiscard]] bool goes_elsewhere(std::uint32_t length_end) const {
    const std::string_view low = std::string_view(text_.folded).substr(length_end);
    return starts_with_any(low, {" before i resigned", " before i quit", " before turning to ", " before switching ",
                                 " before changing ", " before returning ", " before going to ", " before entering ",
                                 " before coming to ", " before moving to ", " before leaving ", " before joining ",
                                 " before medical school", " before i went to ", " before i entered ",
                                 " before i moved to ", " before i came to ", " before i left "});
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
           (clause.actor == Actor::self && (has_phrase(low, "it") || is_at_that_place(low))) ||
           (frame.spent && !frame.of_it && has({sentence_->source.begin, clause.source.end}, PathWord::there)) ||
           (frame.spent && clause_has_no_subject(clause));
  }
  // "in that practice", "behind that counter", "I served that district"
  [[nodiscard]] static bool is_at_that_place(std::string_view low) {
    constexpr std::array<std::string_view, 8> kLeads = {" in that ",     " at that ",  " on that ", " behind that ",
                                                        " served that ", " ran that ", " in this ", " at this "};
    return std::ranges::any_of(kLeads, [&](std::string_view lead) {
      const std::size_t at = low.find(lead);
      if (at == std::string_view::npos) return false;
      const std::string_view noun = low.substr(at + lead.size());
      return !starts_with_any(noun, {"time", "year", "month", "period", "way", "case", "sense", "age", "moment",
                                     "spirit", "week", "country", "city", "same"});
    });
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
    const DateExpression* own = text_.length_in(length);
    return std::ranges::any_of(text_.dates_in(sentence_->source),
                               [&](const DateExpression& other) {
                                 // "for eighteen months, but they were eighteen months in which"
                                 const bool again = own != nullptr && other.duration == own->duration;
                                 return other.kind == DateKind::duration && !(other.source == length) && !again &&
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
    const std::string_view after = std::string_view(text_.folded).substr(length.end);
    if (before.empty() && starts_with_any(after, {" it was,", " it was.", " it lasted"})) return true;
    return is_one_of(before, {"it was", "it was only", "it lasted", "it lasted only", "it lasted for", "that was",
                              "it was all of", "this was", "it ran for", "but it was only", "and it lasted"}) &&
           starts_with_any(after, {",", ".", ";"});
  }
  // "a practitioner in Abu Kabir for two years, and a resident for fifteen months": what stands by this length.
  [[nodiscard]] Span between_lengths(const Clause& clause, Span length) const {
    Span around = clause.source;
    // "The house job was next, and then two years in a children's hospital"
    if (text_.low({clause.source.begin, std::max(clause.source.begin, length.begin)}).ends_with(" and then "))
      around.begin = length.begin;
    for (const DateExpression& other : text_.dates_in(clause.source)) {
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
    if (!ends_with_any(low, {"-year", "-month", "-week"})) return false;
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
    return !starts_with_any(after, {" on ", " in ", " by "});
  }
  // "In those ten months I was no doctor."
  [[nodiscard]] bool denies(const Clause& clause) const {
    const std::string_view low = text_.low(clause.source);
    return has_any_phrase(low, {"no", "not", "without"}) || low.find("n't ") != std::string_view::npos;
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
};

}  // namespace

void read_length(const ClaimSentence& sentence, const DateExpression& length) {
  LengthClaims(sentence).read_length(length);
}

void take_own_length(const ClaimSentence& sentence, const Clause& clause, const DateExpression& date, Event& event) {
  LengthClaims(sentence).take_own_length(clause, date, event);
}

}  // namespace candor
