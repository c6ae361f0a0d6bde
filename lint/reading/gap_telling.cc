#include "lint/reading/gap_telling.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "lint/dates/month_days.h"
#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/time_away.h"

namespace candor {
namespace {

constexpr Day kEdge = 31;  // days that a date may lie outside the gap: the month in which a post ended or began

// What one sentence, or two, have of a gap.
struct Evidence {
  bool length = false;        // one that fits
  bool vague_length = false;  // "a while", "some months"
  bool absence = false;       // "no hospital", "an interruption"
  bool leave = false;         // an absence in set words: "a leave of absence", "stopped working"
  bool pause = false;         // ... in looser ones: "an interval", "the break"
  bool reason = false;
  bool soft = false;     // family, exams, moves: they fill the time between two posts, but are told of any time
  bool answer = false;   // to what was asked about interruptions
  bool headed = false;   // "Gap: ...": a note of its own
  bool between = false;  // "until", "between", "after that"
  bool apart = false;    // "the ten months between Warri and Atlanta": a length that fits
  bool again = false;    // "restarted", "back to the wards"
  bool kept = false;     // an act of the writer's between the dates at both edges
  bool before = false;   // the entry before the gap is named
  bool after = false;
  bool start = false;  // a date at the gap's start
  bool end = false;
  bool inside = false;       // a date within the gap
  bool elsewhere = false;    // another date, before or after the gap
  bool start_month = false;  // a month without a year, as the gap's start: "in March", "that May"
  bool end_month = false;

  void operator|=(const Evidence& other) {
    length |= other.length;
    vague_length |= other.vague_length;
    absence |= other.absence;
    leave |= other.leave;
    pause |= other.pause;
    reason |= other.reason;
    soft |= other.soft;
    answer |= other.answer;
    headed |= other.headed;
    between |= other.between;
    apart |= other.apart;
    again |= other.again;
    kept |= other.kept;
    before |= other.before;
    after |= other.after;
    start |= other.start;
    end |= other.end;
    inside |= other.inside;
    elsewhere |= other.elsewhere;
    start_month |= other.start_month;
    end_month |= other.end_month;
    settle_months();
  }
  // "I left in March 2020 and started in December of that year": a month of the year that the other end gives.
  void settle_months() {
    const bool one = start || end;
    start |= one && start_month;
    end |= one && end_month;
  }
  [[nodiscard]] bool bounded() const { return (start && end) || ((start || end) && length); }
  // "In December I left everything to care for my father. In the end I came back to work."
  [[nodiscard]] bool resumes() const { return (start || end) && reason && again; }
  // From 0; see kTells.
  [[nodiscard]] int weight() const {
    constexpr int kMeasured = 4;
    if (length && (start || end)) return kMeasured + (absence ? 1 : 0);  // from its edge on, for as long as it was
    const bool both = before && after && between;                        // "between Warri and Atlanta"
    const bool placed = length || resumes() || vague_length || both || (start && end) ||
                        ((start || end) && (absence || between)) || (absence && (before || after)) ||
                        ((leave || pause) && reason);
    // "The ten months between the district hospital and Lahore went to question banks"
    const bool filled = (soft && ((length && between) || both || (start && end && between))) || apart ||
                        (start && end && ((again && absence) || kept)) || resumes();
    const bool noted = headed && (before || after || reason || (absence && soft));  // "Gap after Warri: war-related."
    const bool asked = (answer && (length || (start && end))) || noted;
    const bool outside = elsewhere && !start && !end && !(headed && before && after);
    if (!(placed || asked) || !(absence || reason || filled || asked) || outside) return 0;
    return (length                 ? 2
            : vague_length || both ? 1
                                   : 0) +
           (absence ? 2 : 0) + (headed ? 1 : 0) + (headed && reason ? 1 : 0) + (reason || filled || asked ? 1 : 0) +
           (between ? 1 : 0) + (before || after ? 1 : 0) + (start ? 1 : 0) + (end ? 1 : 0) + (resumes() ? 1 : 0);
  }
};
constexpr int kTells = 3;
constexpr std::uint32_t kBrief = 120;  // bytes of questions and answers in a row

class GapReader {
 public:
  GapReader(const Timeline& timeline, const OpenMonths& gap, std::span<const GapTelling> taken)
      : timeline_(timeline), gap_(gap.days), before_(gap.before), after_(gap.after), taken_(taken) {}

  std::optional<GapTelling> read() {
    for (const MarkedText& text : timeline_.texts) read_text(text);
    return best_;
  }

 private:
  // What one sentence says of the gap.
  struct Told {
    const Sentence* sentence = nullptr;
    Evidence evidence;
    bool mine = false;  // the writer's
  };
  void read_text(const MarkedText& text) {
    Told before;   // the last sentence, where what it says may go on
    Told earlier;  // the same of `before`
    for (const Sentence& sentence : text.text.document.sentences()) {
      const std::optional<Evidence> here = evidence_of(text, sentence);
      if (!here) {
        before = {};
        continue;
      }
      Told told{&sentence, *here, false};
      const bool behind = before.sentence != nullptr && before.sentence->block == sentence.block;
      const bool mine_before = behind && before.mine;
      told.mine = is_the_writers(text, sentence, *here) || (mine_before && goes_on(sentence, before.evidence, *here));
      if (told.mine) {
        offer(text, *here, *here, sentence.source);
        if (behind) offer_together(text, earlier, before, told);
      } else if (mine_before && is_fragment(sentence) && text.slice(sentence.source).ends_with('?')) {
        continue;
      } else if (speaks_of_another(text, sentence) || !(here->length || here->start || here->end)) {
        before = {};
        continue;
      }  // "Ten months is long. | Mine began in November": what follows may be the writer's
      earlier = before;
      before = told;
    }
  }
  // Nothing where the sentence is of no gap.
  [[nodiscard]] std::optional<Evidence> evidence_of(const MarkedText& text, const Sentence& sentence) const {
    if (!is_prose(text, sentence)) return std::nullopt;
    const bool headed = opens_with_gap(text, sentence);
    Evidence here = evidence_in(text, sentence.source, headed || answers_about_gaps(text, sentence));
    if (here.elsewhere && !here.start && !here.end) take_last_step(text, sentence, here);
    if (here.absence && !here.length && tells_of_other_months(text, sentence)) return std::nullopt;
    if (!here.absence && opens_within_a_stay(text.low(sentence.source))) return std::nullopt;
    here.headed = headed && !is_title(text.slice(sentence.source));
    here.kept = here.start && here.end && acts_between_dates(text, sentence);
    if (is_between_dates_before(text, sentence)) here.start = here.end = here.answer = true;
    return here;
  }
  // Of sentences in a row, the last of them the writer's: what they tell together, and each beside the other's dates.
  void offer_together(const MarkedText& text, const Told& earlier, const Told& before, const Told& told) {
    const Span source = told.sentence->source;
    Evidence both = before.evidence;
    both |= told.evidence;
    if (tell_together(before, told, both)) offer(text, both, both, hull(before.sentence->source, source));
    if (told.evidence.weight() >= kTells)
      offer(text, told.evidence, with_dates_of(told.evidence, before.evidence), source);
    if (before.mine && before.evidence.weight() >= kTells)
      offer(text, before.evidence, with_dates_of(before.evidence, told.evidence), before.sentence->source);
    // "How long was I out? Thirteen months. As from when? December 2018."
    if (earlier.sentence == nullptr || earlier.sentence->block != told.sentence->block) return;
    const Span whole = hull(earlier.sentence->source, source);
    Evidence all = earlier.evidence;
    all |= both;
    const int most = std::max({earlier.evidence.weight(), before.evidence.weight(), told.evidence.weight()});
    if (whole.size() < kBrief && all.bounded() && !both.bounded() && all.weight() >= kTells && most >= kTells - 1)
      offer(text, all, all, whole);
  }
  // Two sentences do where one of them does most of it; not where the second has the dates of another time.
  [[nodiscard]] static bool tell_together(const Told& before, const Told& told, const Evidence& both) {
    const Evidence& first = before.evidence;
    const Evidence& here = told.evidence;
    const bool of_another =
        here.elsewhere && !here.start && !here.end && !here.inside && !first.elsewhere && !(first.start && first.end);
    const int most = std::max(first.weight(), here.weight());
    if (of_another || both.weight() <= most) return false;
    // "I finished my studies in July 2014. There was then a longer interruption."
    const bool right_behind = (first.start && here.pause) || (first.start && first.reason && here.again) ||
                              goes_on(*told.sentence, first, here) ||
                              (first.length && is_fragment(*before.sentence) && here.absence);
    return most >= kTells - 1 || both.bounded() || right_behind;
  }
  // "In my last year there was no lithium for five months": of the residency.
  [[nodiscard]] static bool opens_within_a_stay(std::string_view low) {
    constexpr std::string_view kOpening = "in my ";
    if (!low.starts_with(kOpening)) return false;
    low.remove_prefix(kOpening.size());
    return starts_with_any(low, {"first ", "second ", "third ", "fourth ", "fifth ", "sixth ", "last ", "final "}) &&
           low.substr(low.find(' ')).starts_with(" year");
  }
  // "From July 2014 to August 2020 I raised our three boys, and I did not practise", of the months behind those.
  [[nodiscard]] bool tells_of_other_months(const MarkedText& text, const Sentence& sentence) const {
    const auto is_outside = [&](const DateExpression& date) {
      return date.is_range_of_months() && (date.end_days.last <= gap_.first || date.start_days.first >= gap_.last);
    };
    return std::ranges::any_of(text.dates_in(sentence.source), is_outside) && denies_work(text, sentence.source);
  }
  // "My year of service ended in May 2017, I worked in Ibadan, and then I rested some months": by what comes last.
  void take_last_step(const MarkedText& text, const Sentence& sentence, Evidence& here) const {
    const std::size_t then = text.low(sentence.source).rfind(" then");
    if (then == std::string_view::npos) return;
    Evidence last =
        evidence_in(text, {sentence.source.begin + static_cast<std::uint32_t>(then), sentence.source.end}, here.answer);
    if (!last.absence || !(last.length || last.vague_length)) return;
    last.before |= here.before;
    last.after |= here.after;
    here = last;
  }
  // "I resigned in June. The next eight months were ...", "How long was I out? Thirteen months.": no word of the
  // writer's, and none is needed.
  [[nodiscard]] static bool goes_on(const Sentence& sentence, const Evidence& before, const Evidence& here) {
    const bool brief = is_fragment(sentence);
    return (here.length && (before.start || (brief && (before.absence || before.headed)))) ||
           (brief && before.length && (here.start || here.end));
  }
  // "Thirteen months."
  [[nodiscard]] static bool is_fragment(const Sentence& sentence) {
    constexpr std::uint32_t kShort = 30;  // bytes
    return sentence.source.size() < kShort;
  }
  // "The months between Warri and Atlanta were without salary": of the writer too, where much speaks for it.
  [[nodiscard]] static bool is_the_writers(const MarkedText& text, const Sentence& sentence, const Evidence& here) {
    return speaks_of_self(text, sentence) ||
           (!speaks_of_another(text, sentence) &&
            ((here.length || here.leave || here.pause) && (here.before || here.after || here.between))) ||
           (here.before && here.after && here.between) || (here.answer && here.length) ||
           (here.start && here.end && (here.answer || here.again));
  }
  // Under such a heading, or behind such a title: "**Gap explanation.** I emigrated in May 2019."
  [[nodiscard]] static bool answers_about_gaps(const MarkedText& text, const Sentence& sentence) {
    if (text.text.section_of(sentence.block).kind == SectionKind::interruption) return true;
    constexpr std::uint32_t kTitle = 80;  // bytes
    const Document& document = text.text.document;
    const auto sentences = document.sentences();
    const auto here = static_cast<std::uint32_t>(&sentence - sentences.data());
    const std::uint32_t opening = document.blocks()[sentence.block].sentences.first;
    // "Any gaps? Yes, there is one, it was for nine months"
    if (here > opening) {
      const Span question = sentences[here - 1].source;
      if (question.size() < kTitle && text.slice(question).ends_with('?') &&
          text.words.any(question, PathWord::gap_title))
        return true;
    }
    const Span first = sentences[opening].source;
    return first.end <= sentence.source.begin && first.size() < kTitle && first.begin >= 2 &&
           text.low({first.begin - 2, first.begin}) == "**" && text.words.any(first, PathWord::gap_title);
  }
  // "I left Chakwal in October, helped in my aunt's pharmacy, and began in Lahore in September 2020": an act of the
  // writer's that begins or ends no post, between the first date and the last.
  // "between November, my last pay there, and January, my first here, I lived in La Paz": wherever it stands.
  [[nodiscard]] static bool acts_between_dates(const MarkedText& text, const Sentence& sentence) {
    const bool is_between = has_phrase(text.low(sentence.source), "between");
    const std::span<const DateExpression> dates = text.dates_in(sentence.source);
    if (dates.empty()) return false;
    const Span between{dates.front().source.begin, dates.back().source.begin};
    const std::vector<Clause> clauses = read_clauses(text, sentence);
    const auto is_dated = [&](const Clause& clause) { return !text.dates_within(clause.source).empty(); };
    const auto is_step = [](const Clause& clause) {
      return clause.act == Act::start || clause.act == Act::arrive || clause.act == Act::end ||
             clause.act == Act::award;
    };
    // "I caught it in July 2020 and recovered in February 2021"
    const auto is_own_deed = [&](const Clause& clause) {
      return clause.actor != Actor::other && clause.act != Act::none && clause.act != Act::exam && !is_step(clause) &&
             !clause.quoted;
    };
    if (std::ranges::count_if(clauses, is_dated) > 1 &&
        std::ranges::all_of(clauses, [&](const Clause& clause) { return !is_dated(clause) || is_own_deed(clause); }))
      return true;
    return std::ranges::any_of(clauses, [&](const Clause& clause) {
      return clause.actor == Actor::self && !clause.linked && !clause.quoted && !is_step(clause) &&
             (between.contains(clause.source.begin) || is_between) && text.dates_within(clause.source).empty();
    });
  }
  // "My contract ended in August 2020. I joined Emory the following March. In between I helped at my uncle's pharmacy."
  [[nodiscard]] bool is_between_dates_before(const MarkedText& text, const Sentence& sentence) const {
    constexpr std::array<std::string_view, 4> kBetween = {"in between", "between the two", "between those two",
                                                          "between these two"};
    constexpr std::uint32_t kReach = 2;  // sentences
    const std::string_view low = text.low(sentence.source);
    if (!starts_with_any(low, kBetween)) return false;
    const auto sentences = text.text.document.sentences();
    const auto here = static_cast<std::uint32_t>(&sentence - sentences.data());
    const std::uint32_t first = text.text.document.blocks()[sentence.block].sentences.first;
    if (here == first) return false;
    const Span before{sentences[std::max(first, here - std::min(here, kReach))].source.begin, sentence.source.begin};
    const Evidence told = evidence_in(text, before, true);
    return (told.start && told.end) || (text.dates_within(before).size() == 2 && (told.start || told.end));
  }
  static Evidence with_dates_of(Evidence evidence, const Evidence& beside) {
    evidence.start |= beside.start;
    evidence.end |= beside.end;
    evidence.inside |= beside.inside;
    return evidence;
  }
  void offer(const MarkedText& text, const Evidence& evidence, const Evidence& around, Span source) {
    const int weight = evidence.weight();
    if (weight < kTells) return;
    const bool taken = std::any_of(taken_.begin(), taken_.end(), [&](const GapTelling& other) {
      return other.text == text.index && other.source.overlaps(source);
    });
    if (taken) return;
    const bool bounded = around.bounded();
    if (best_ && (best_->bounded > bounded || (best_->bounded == bounded && weight <= best_weight_))) return;
    best_ =
        GapTelling{text.index, source, bounded, evidence.absence, around.inside && (around.start || around.end), {}};
    best_weight_ = weight;
    if (!bounded && evidence.before && evidence.after) best_->off = off_edge(text, source, evidence.headed);
  }
  // The sentence's only two dates are those of the edges; in a note of the gap both may be wrong.
  [[nodiscard]] std::optional<OffEdge> off_edge(const MarkedText& text, Span source, bool note) const {
    constexpr Day kSlip = 800;  // days: what lies farther off is of something else
    struct Edge {
      Interval days;
      Span source;
    };
    std::vector<Edge> edges;
    for (const DateExpression& date : text.dates_in(source)) {
      if (date.kind == DateKind::duration) continue;
      if (!date.resolved || date.foreign_calendar || date.open_start || date.open_end || !date.start.has_month())
        return std::nullopt;
      edges.push_back({date.start_days, date.source});
      if (date.tells_two_ends()) edges.push_back({date.end_days, date.source});
    }
    if (edges.size() != 2) return std::nullopt;
    const auto misses = [](const Edge& edge, Day day) { return !edge.days.touches({day - kEdge, day + kEdge}); };
    const bool start = misses(edges[0], gap_.first);
    const bool end = misses(edges[1], gap_.last);
    if (!(start || end) || (start && end && !note)) return std::nullopt;
    const Edge& off = edges[start ? 0 : 1];
    const bool of_an_entry = std::ranges::any_of(timeline_.entries(), [&](const Event& entry) {
      return (entry.start && !misses(off, entry.start->days.first)) ||
             (entry.end && !misses(off, entry.end->days.last));
    });
    const bool far = !off.days.touches(widened(gap_, kSlip));
    if (far || (of_an_entry && !note)) return std::nullopt;
    return OffEdge{off.source, start};
  }

  // In no line of an entry, and in the statement or with the writer in it.
  [[nodiscard]] bool is_prose(const MarkedText& text, const Sentence& sentence) const {
    if (text.text.document.blocks()[sentence.block].kind == BlockKind::heading) return false;
    const std::string_view low = text.low(sentence.source);
    if (low.ends_with('?') && has_any_phrase(low, {"you", "your"})) return false;  // the form asks
    const SectionKind kind = text.text.section_of(sentence.block).kind;
    if (kind != SectionKind::interruption && kind != SectionKind::personal_statement && !speaks_of_self(text, sentence))
      return false;
    const auto entries = timeline_.entries();
    return std::none_of(entries.begin(), entries.end(), [&](const Event& e) {
      return e.text == text.index && e.dated() && e.kind != EventKind::gap && sentence.source.overlaps(e.date_source());
    });
  }
  [[nodiscard]] static bool speaks_of_another(const MarkedText& text, const Sentence& sentence) {
    const std::string_view words = text.low(sentence.source);
    return has_any_phrase(words, {"he", "she", "they", "her", "his", "their"});
  }
  // "Gap 11/2019 - 08/2020: care of a parent.", "Reason for the interruption: visa."
  [[nodiscard]] static bool opens_with_gap(const MarkedText& text, const Sentence& sentence) {
    constexpr std::array<std::string_view, 8> kGaps = {"gap",          "gaps",       "interruption", "interruptions",
                                                       "career break", "career gap", "time out",     "out of practice"};
    constexpr std::array<std::string_view, 4> kLeads = {"reason for the ", "reason for ", "my ", "any "};
    std::string_view low = text.low(sentence.source);
    for (const std::string_view lead : kLeads) {
      if (!low.starts_with(lead)) continue;
      low.remove_prefix(lead.size());
      break;
    }
    return std::ranges::any_of(kGaps, [&](std::string_view gap) {
      return low.starts_with(gap) && path_word_end(low, 0) <= gap.size() + 1 &&
             low.substr(gap.size()).find_first_not_of("abcdefghijklmnopqrstuvwxyz") == 0;
    });
  }
  static bool is_title(std::string_view sentence) { return sentence.ends_with(':') || sentence.ends_with('?'); }
  [[nodiscard]] static bool speaks_of_self(const MarkedText& text, const Sentence& sentence) {
    if (text.text.section_of(sentence.block).kind == SectionKind::interruption || opens_with_gap(text, sentence))
      return true;
    return speaks_of_self(text, sentence.source);
  }
  [[nodiscard]] static bool speaks_of_self(const MarkedText& text, Span span) {
    const std::vector<WordHit> self = text.words.all(span, PathWord::self);
    return std::any_of(self.begin(), self.end(), [&](const WordHit& hit) {
      // "My wife studied for a year": hers; "my wife's illness" is the writer's reason.
      return text.low(hit.place) != "my" || !text.words.follows(hit.place.end, PathWord::relative) ||
             is_possessive(text, hit.place.end + 1);
    });
  }
  static bool is_possessive(const MarkedText& text, std::uint32_t word) {
    const std::string_view rest = std::string_view(text.folded).substr(path_word_end(text.folded, word));
    return starts_with_any(rest, {"'s", "\u2019s", "s'"});
  }

  [[nodiscard]] Evidence evidence_in(const MarkedText& text, Span span, bool answer) const {
    Evidence found;
    found.answer = answer;
    const auto range = text.dates_in(span);
    for (const DateExpression& date : range) {
      if (measures(text, date)) {
        const bool fitting = fits(date.duration) && !is_of_a_stay(text, date.source) &&
                             !text.words.leads(date.source.begin, PathWord::each_time);
        found.length |= fitting && !is_distance(text, date.source);
        found.apart |= fitting && std::string_view(text.folded).substr(date.source.end).starts_with(" between ");
      }
      const bool next = date.anchor == DateAnchor::as_of && date.duration.in_months() > 0 && !date.before_anchor;
      if (date.kind != DateKind::duration && !next && (answer || !is_of_a_role(text, date.source)))
        add_edges(date, found);
    }
    found.settle_months();
    const auto any = [&](PathWord list) { return text.words.any(span, list); };
    const std::vector<WordHit> vague = text.words.all(span, PathWord::vague_length);
    found.vague_length = std::any_of(vague.begin(), vague.end(), [&](const WordHit& hit) {
      return !is_time_after(text, hit.place) && std::ranges::none_of(range, [&](const DateExpression& d) {
        return d.source.overlaps(hit.place) && d.looseness != Looseness::vague;
      });
    });
    const auto own = [&](PathWord list) {
      const std::vector<WordHit> hits = text.words.all(span, list);
      return std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) {
        return !is_told_of_others(text, {span.begin, hit.place.begin}) &&
               !is_done_at_home(text, {span.begin, hit.place.end});
      });
    };
    const bool no_gap = any(PathWord::no_gap);
    found.pause = !no_gap && own(PathWord::pause);
    // "an interval in which I was not in medicine" is as good as set words.
    found.leave = (!no_gap && own(PathWord::away)) || (found.pause && denies_work(text, span));
    found.between = stands_between(text, span);
    found.again = any(PathWord::resumed) && speaks_of_self(text, span);  // not "too many of them came back"
    // "ten months before I stood in a hospital again"
    const bool again = has_phrase(text.low(span), "again") && any(PathWord::workplace) &&
                       has_any_phrase(text.low(span), {"before i", "until i"});
    found.absence = found.leave || found.pause || (own(PathWord::denial) && denies_work(text, span)) || again;
    found.reason = any(PathWord::away_reason) || (any(PathWord::relative) && (found.leave || any(PathWord::care))) ||
                   serves_one_of_the_family(text.low(span));
    // "I worked in Ogun and later in Lagos, on the children's ward" tells of both posts, and of nothing between them.
    const bool worked = any(PathWord::work_verb) && !found.absence;
    found.soft = any(PathWord::exam) || any(PathWord::usmle_mark) || any(PathWord::study_verb) ||
                 fills_time(text, span) || (any(PathWord::relative) && !worked);
    // "Step 1 I passed in November 2020": a day of that time, and no edge of it.
    if (any(PathWord::exam) && !found.absence && !found.reason && !found.length && !found.between)
      found.start = found.end = false;
    found.before = names(text, span, before_, after_) || names_kind(text, span, before_);
    found.after = names(text, span, after_, before_) || names_kind(text, span, after_);
    return found;
  }
  // "until I came to Atlanta", but not "no machine free until Thursday".
  [[nodiscard]] static bool stands_between(const MarkedText& text, Span span) {
    constexpr std::array<std::string_view, 7> kDays = {" monday", " tuesday",  " wednesday", " thursday",
                                                       " friday", " saturday", " sunday"};
    const std::vector<WordHit> words = text.words.all(span, PathWord::between);
    return std::ranges::any_of(words, [&](const WordHit& hit) {
      return !starts_with_any(std::string_view(text.folded).substr(hit.place.end), kDays);
    });
  }
  // "I was waiting for the visa", but not "our waiting list".
  [[nodiscard]] static bool fills_time(const MarkedText& text, Span span) {
    const std::vector<WordHit> filling = text.words.all(span, PathWord::filling);
    return std::any_of(filling.begin(), filling.end(), [&](const WordHit& hit) {
      const std::string_view behind = std::string_view(text.folded).substr(hit.place.end);
      return !starts_with_any(behind, {" list", " room"});
    });
  }
  // "humbling at first, and after a time it was": how much later, and no length.
  [[nodiscard]] static bool is_time_after(const MarkedText& text, Span length) {
    const std::string_view behind = std::string_view(text.folded).substr(length.end);
    return text.low(bytes_before(length.begin, 6)).ends_with("after ") &&
           starts_with_any(behind, {" it ", " i ", " they ", " the ", " he ", " she "});
  }
  // "I was her therapist, cook and night nurse"
  [[nodiscard]] static bool serves_one_of_the_family(std::string_view low) {
    constexpr std::array<std::string_view, 3> kServes = {"i was her ", "i was his ", "i was their "};
    constexpr std::array<std::string_view, 8> kRoles = {"nurse", "cook",  "driver",    "therapist",
                                                        "legs",  "hands", "caregiver", "carer"};
    return std::ranges::any_of(kServes, [&](std::string_view words) {
      const std::size_t at = low.find(words);
      return at != std::string_view::npos && has_any_phrase(low.substr(at), kRoles);
    });
  }
  // "I teach women to use the cuff at home"
  [[nodiscard]] static bool is_done_at_home(const MarkedText& text, Span up_to) {
    std::string_view low = text.low(up_to);
    constexpr std::string_view kHome = " at home";
    if (!low.ends_with(kHome)) return false;
    low.remove_suffix(kHome.size());
    return low.find(" to use ") != std::string_view::npos || low.find(" teach ") != std::string_view::npos ||
           low.find(" taught ") != std::string_view::npos;
  }
  // "a program that visits women | at home", "my sister was | out of work"
  [[nodiscard]] static bool is_told_of_others(const MarkedText& text, Span before) {
    const std::string_view words = text.low(before);
    const std::size_t relative =
        std::max({words.rfind(" that ") + 1, words.rfind(" who ") + 1, words.rfind(" which ") + 1});
    if (relative > 0 && words.find_first_of(",;:", relative) == std::string_view::npos &&
        !has_phrase(words.substr(relative), "i"))
      return true;
    const std::size_t mark = words.find_last_of(",;:");
    const auto begin = before.begin + static_cast<std::uint32_t>(mark == std::string_view::npos ? 0 : mark + 2);
    const std::string_view clause = text.low({std::min(begin, before.end), before.end});
    return clause.starts_with("my ") && text.words.follows(begin + 2, PathWord::relative) &&
           !is_possessive(text, begin + 3) && !has_any_phrase(clause, {"i", "me"});
  }
  // A length, or "the next eight months"; no age, and not "the first six months".
  [[nodiscard]] static bool measures(const MarkedText& text, const DateExpression& date) {
    const std::string_view after = std::string_view(text.folded).substr(date.source.end, 4);
    if (starts_with_any(after, {"-old", " old"}) || date.duration.finest < LengthUnit::weeks ||
        text.low(bytes_before(date.source.begin, 6)) == "first ")
      return false;
    if (date.kind == DateKind::duration) return true;
    const std::string_view low = text.low(date.source);
    return date.duration.in_months() > 0 &&
           (has_any_phrase(low, {"next", "following"}) || is_distance(text, date.source));
  }
  // "ten months later": how far apart two things are, not how long one was, as "the ten months before that" were and
  // "for ten months after it".
  [[nodiscard]] static bool is_distance(const MarkedText& text, Span length) {
    const std::string_view lead = text.low(bytes_before(length.begin, 4));
    if (lead == "the " || lead == "for ") return false;
    const bool before = std::string_view(text.folded).substr(length.end).starts_with(" before");
    return text.words.leads(length.end + 1, PathWord::distance) ||
           (!before && text.words.follows(length.end, PathWord::distance));
  }
  void add_edges(const DateExpression& date, Evidence& found) const {
    if (!date.resolved && date.anchor == DateAnchor::previous_event && date.open_start && date.end.has_month()) {
      const int last = month_number_of(gap_.last) % 12;  // "until the following April"
      const int told = (date.end.part - 1) % 12;
      found.end |= told == last || told == (last + 1) % 12;
    }
    if (!date.resolved && date.kind != DateKind::duration && date.start == date.end && date.start.has_month() &&
        !date.start.has_year()) {
      const auto is_near = [&](int month) { return date.start.part % 12 == (month + 1) % 12; };  // 0 for January
      const int first = month_number_of(gap_.first);
      const int last = month_number_of(gap_.last);
      found.start_month |= is_near(first) || is_near(first - 1);
      found.end_month |= is_near(last) || is_near(last + 1);
    }
    if (!date.resolved || date.foreign_calendar) return;
    const bool whole = date.start.precision == Precision::year && !date.open_start && !date.open_end &&
                       std::abs(date.start_days.first - gap_.first) <= kEdge &&
                       std::abs(date.end_days.last - gap_.last) <= kEdge;  // "the whole of 2023"
    const auto near = [&](Interval days, Precision precision, Day edge) {
      return (whole || precision >= Precision::season) && days.touches({edge - kEdge, edge + kEdge});
    };
    for (const auto& [days, precision] :
         {std::pair(date.start_days, date.start.precision), std::pair(date.end_days, date.end.precision)}) {
      found.start |= near(days, precision, gap_.first);
      found.end |= near(days, precision, gap_.last);
      found.inside |= days.first > gap_.first + kEdge && days.last < gap_.last - kEdge;
      found.elsewhere |= !days.touches(widened(gap_, kEdge));
    }
  }
  // Within a third and a month or two: lengths of gaps are told roundly.
  [[nodiscard]] bool fits(const Duration& length) const {
    if (length.looseness == Looseness::vague) return false;
    const double months = (gap_.last - gap_.first + 1) / kDaysPerMonth;
    return length.in_months() > months * 0.7 - 1.5 && length.in_months() < months * 1.35 + 1.5;
  }
  // "I worked there for nine months": a claim that is tied to an entry of that length.
  [[nodiscard]] bool is_of_a_stay(const MarkedText& text, Span length) const {
    const std::string_view after = std::string_view(text.folded).substr(length.end, 8);
    if ((after.starts_with(" at ") && after != " at home") || starts_with_any(after, {" as ", " into "})) return true;
    const auto claims = timeline_.claims();
    for (std::size_t c = 0; c < claims.size(); ++c) {
      const Event& claim = claims[c];
      // "I joined it as a duty doctor and stayed there for a year"
      const bool stays = claim.telling && is_one_of(claim.verb, {"stayed", "remained", "served"});
      if (claim.text == text.index && claim.length && claim.length_source == length && !claim.away && stays)
        return true;
      if (claim.text == text.index && claim.length && claim.length_source == length && !claim.away &&
          std::any_of(timeline_.ties[c].begin(), timeline_.ties[c].end(), [&](const Tie& tie) {
            return tie.reason > TieReason::pointed && is_as_long(timeline_.events[tie.entry], *claim.length);
          }))
        return true;
    }
    return false;
  }
  static bool is_as_long(const Event& entry, const Duration& length) {
    if (!entry.start || !entry.end || entry.point) return true;
    return fits_length(length, entry.start->days, entry.end->days);
  }
  // "I worked there from 2019 until December": both dates are the role's; but not "I was in English classes until
  // August", which tells of no entry and no post.
  [[nodiscard]] bool is_of_a_role(const MarkedText& text, Span date) const {
    const auto claims = timeline_.claims();
    for (std::size_t c = 0; c < claims.size(); ++c) {
      const Event& claim = claims[c];
      if (claim.text != text.index || !claim.telling || claim.away || claim.point || !claim.dated() ||
          !claim.date_source().contains(date))
        continue;
      const std::string_view low = text.low(claim.source);
      const bool classes = timeline_.ties[c].empty() && text.words.roles(claim.source) == 0 &&
                           has_any_phrase(low, {"classes", "language course"});
      if (!classes && !denies(text, claim.source) && !denies_work(text, claim.source)) return true;
    }
    return false;
  }
  // "did not pick up another stethoscope until October": no role ended then
  [[nodiscard]] static bool denies(const MarkedText& text, Span span) {
    const std::string_view low = text.low(span);
    return has_any_phrase(low, {"did not", "didn't", "no longer"});
  }
  // By a word that the entry on the other side of the gap has not.
  [[nodiscard]] static bool names(const MarkedText& text, Span span, const Event& entry, const Event& other) {
    const std::string_view words = text.low(span);
    const auto has = [](const std::vector<std::string>& list, const std::string& word) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    const auto named = [&](const std::string& word) {
      return word.size() > 3 && has_phrase(words, word) && !has(other.names, word) && !has(other.places, word);
    };
    return std::any_of(entry.names.begin(), entry.names.end(), named) ||
           std::any_of(entry.places.begin(), entry.places.end(), named);
  }

  // "between the degree and the internship"
  [[nodiscard]] static bool names_kind(const MarkedText& text, Span span, const Event& entry) {
    if (entry.kind == EventKind::education) return text.words.any(span, PathWord::degree);
    return entry.training && text.words.any(span, PathWord::training);
  }

  const Timeline& timeline_;
  Interval gap_;
  const Event& before_;
  const Event& after_;
  std::span<const GapTelling> taken_;
  std::optional<GapTelling> best_;
  int best_weight_ = 0;
};

}  // namespace

std::optional<GapTelling> find_gap_telling(const Timeline& timeline, const OpenMonths& gap,
                                           std::span<const GapTelling> taken) {
  return GapReader(timeline, gap, taken).read();
}

}  // namespace candor
