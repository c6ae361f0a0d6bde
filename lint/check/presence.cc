#include "lint/check/presence.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/stems.h"
#include "lint/dates/month_days.h"
#include "lint/reading/clause.h"

namespace candor {
namespace {

// A sentence of the writer's that dates a day somewhere.
struct DatedScene {
  const MarkedText* text = nullptr;
  const Sentence* sentence = nullptr;
  Span date;              // the words that tell it
  Interval days;          // ... and when that was
  Span told;              // the clause of the date
  bool arrives = false;   // at a place to live in
  bool distance = false;  // counted from a degree or an exam: "three years after my degree"
};

// "I came to that health centre three years after", "it was two years after college when I first stood up": a
// beginning.
bool comes_or_begins(std::string_view low) {
  constexpr std::array<std::string_view, 10> kBegins = {"came",   "come",  "began",   "started",    "arrived",
                                                        "joined", "moved", "entered", "first time", "first day"};
  return has_any_phrase(low, kBegins);
}

class Presence {
 public:
  explicit Presence(DateFaults& faults) : faults_(faults) {}

  void check() {
    if (std::ranges::none_of(faults_.timeline().entries(), is_a_stay)) return;
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        if (const auto scene = scene_in(text, sentence)) check(*scene);
      }
    }
  }

 private:
  static bool is_a_stay(const Event& entry) { return is_post(entry) && !entry.point && !entry.expected && entry.start; }
  // But those of its town, where one may live before and after.
  [[nodiscard]] std::vector<std::string> stems_of_entry(const Event& entry) const {
    std::vector<std::string> stems =
        stems_of(std::string(faults_.marked(entry).low(entry.whole)) + " " + folded_copy(entry.organization));
    const std::vector<std::string> places = stems_of(folded_copy(entry.place));
    std::erase_if(stems, [&](const std::string& stem) { return std::ranges::binary_search(places, stem); });
    return stems;
  }

  [[nodiscard]] std::optional<DatedScene> scene_in(const MarkedText& text, const Sentence& sentence) const {
    if (text.dates_within(sentence.source).empty()) return std::nullopt;
    const std::string_view low = text.low(sentence.source);
    const bool self = has_any_phrase(low, {"i", "my", "me"});
    if (!self || text.text.document.blocks()[sentence.block].kind == BlockKind::heading ||
        faults_.timeline().is_in_an_entry(text.index, sentence.source))
      return std::nullopt;
    const DateExpression* const date = only_time_or_age_in(text, sentence.source);
    if (date == nullptr) return scene_at_distance(text, sentence);
    // "a night in 2017" may be any of that year
    if (date->anchor == DateAnchor::none && date->precision() <= Precision::year) return std::nullopt;
    return is_new_there(low) && !is_told_rightly(text, date->source) ? scene_of_date(text, sentence, *date)
                                                                     : std::nullopt;
  }
  // A claim that agrees with the entry that it is tied to.
  [[nodiscard]] bool is_told_rightly(const MarkedText& text, Span date) const {
    const auto claims = faults_.timeline().claims();
    for (std::size_t c = 0; c < claims.size(); ++c) {
      if (claims[c].text != text.index || !claims[c].dated() || !claims[c].date_source().overlaps(date)) continue;
      const std::vector<Tie>& ties = faults_.timeline().ties[c];
      if (!ties.empty() && ties.front().weight >= kFirmTie &&
          !dates_contradict(claims[c], faults_.event(ties.front().entry), faults_.as_of()))
        return true;
    }
    return false;
  }
  [[nodiscard]] static std::optional<DatedScene> scene_of_date(const MarkedText& text, const Sentence& sentence,
                                                               const DateExpression& date) {
    const std::vector<Clause> clauses = read_clauses(text, sentence);
    for (std::size_t c = 0; c < clauses.size(); ++c) {
      const Clause& clause = clauses[c];
      if (!clause.source.contains(date.source.begin)) continue;
      const std::string_view told = text.low(clause.source);
      const std::string_view lead = text.low({clause.source.begin, date.source.begin});
      const bool ends_clause = date.source.end + 1 >= clause.source.end && lead.ends_with(" and in ");
      const bool goes_on =
          (clause.actor == Actor::none || ends_clause) && c + 1 < clauses.size() && clauses[c + 1].actor == Actor::self;
      const bool mine = clause.actor == Actor::self || clause.actor == Actor::own || told.starts_with("it was") ||
                        goes_on || has_any_phrase(told, {"put me", "set me"});
      const auto has = [&](PathWord list) { return text.words.any(clause.source, list); };
      if (clause.quoted || !mine || tells_the_unreal(told) || has_any_phrase(told, {"had", "since"}) ||
          has(PathWord::exam) || has(PathWord::expected) || has(PathWord::degree) || has(PathWord::graduation) ||
          has(PathWord::relative) || has_any_phrase(told, {"course", "we"}) || lead.ends_with("from "))
        return std::nullopt;
      return DatedScene{&text, &sentence, date.source, date.start_days, clause.source, clause.act == Act::arrive};
    }
    return std::nullopt;
  }
  // "I had come to that health centre three years after my degree", "half a year before Step 1"
  [[nodiscard]] std::optional<DatedScene> scene_at_distance(const MarkedText& text, const Sentence& sentence) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    const auto dates = text.dates_in(sentence.source);
    if (dates.size() != 1 || tells_the_unreal(text.low(sentence.source))) return std::nullopt;
    const DateExpression& date = dates.front();
    if (text.words.any({sentence.source.begin, date.source.begin}, PathWord::exam)) return std::nullopt;
    const std::string_view low = text.low(date.source);
    const bool after = low.ends_with(" after");
    if (date.anchor != DateAnchor::previous_event || date.duration.in_months() <= 0 ||
        date.duration.looseness == Looseness::vague || date.duration.finest < LengthUnit::months ||
        !(after || low.ends_with(" before")))
      return std::nullopt;
    const auto since = milestone_in(text, {date.source.end, std::min(sentence.source.end, date.source.end + kReach)});
    if (!since) return std::nullopt;
    const MonthRange months = months_meant(date.duration);
    constexpr Day kSlack = 62;
    const Interval told = days_after(*since, after ? months : MonthRange{-months.most, -months.least}, kSlack);
    return DatedScene{&text, &sentence, date.source, told, sentence.source, false, true};
  }
  // When the medical degree was given, the studies before it were over, or the exam was sat that the words open with.
  [[nodiscard]] std::optional<Interval> milestone_in(const MarkedText& text, Span behind) const {
    const std::string_view low = text.low(behind);
    if (starts_with_any(low, {" my degree", " my diploma", " graduation", " my graduation"})) {
      const Event* const degree = faults_.first_medical_degree();
      const auto is_further = [&](const Event& entry) {
        return &entry != degree && entry.kind == EventKind::education && !entry.paper;
      };
      if (degree == nullptr || std::ranges::any_of(faults_.timeline().entries(), is_further)) return std::nullopt;
      const auto& given = degree->other_dates;
      return given.empty() ? degree->end->days : given.front().days;
    }
    for (const Event& entry : faults_.timeline().entries()) {
      if (low.starts_with(" college") && entry.kind == EventKind::education && !entry.medical_degree &&
          !entry.master_degree && entry.end && !entry.paper)
        return entry.end->days;
      const WordHit* const exam = text.words.first(behind, PathWord::exam);
      if (exam != nullptr && exam->place.begin == behind.begin + 1 && entry.kind == EventKind::exam && entry.start &&
          entry.sitting.exam == static_cast<Exam>(exam->value))
        return entry.start->days;
    }
    return std::nullopt;
  }
  static const DateExpression* only_time_or_age_in(const MarkedText& text, Span span) {
    const DateExpression* found = text.only_date_in(span);
    const bool fine = found != nullptr && found->is_one_time() &&
                      (found->anchor == DateAnchor::none || found->anchor == DateAnchor::birth);
    return fine ? found : nullptr;
  }
  // Of the sentence and those around it.
  [[nodiscard]] std::vector<std::string> stems_around(const DatedScene& scene) const {
    constexpr std::size_t kReach = 2;  // sentences
    const auto sentences = scene.text->text.document.sentences();
    const auto here = static_cast<std::size_t>(scene.sentence - sentences.data());
    std::string words;
    for (std::size_t s = here - std::min(here, kReach); s < std::min(sentences.size(), here + kReach + 1); ++s) {
      if (sentences[s].block == scene.sentence->block) words += std::string(scene.text->low(sentences[s].source)) + " ";
    }
    return stems_of(words);
  }
  [[nodiscard]] bool are_one_place(std::uint32_t a, std::uint32_t b) const {
    const Event& one = faults_.event(a);
    const Event& other = faults_.event(b);
    return a == b || (!one.names.empty() && one.names == other.names);
  }
  // How many of the words no other place has.
  [[nodiscard]] std::size_t score_of(std::uint32_t entry, const std::vector<std::string>& words) const {
    std::size_t score = 0;
    for (const std::string& word : stems_[entry]) {
      if (!std::ranges::binary_search(words, word)) continue;
      bool elsewhere = false;
      for (std::uint32_t other = 0; other < stems_.size() && !elsewhere; ++other)
        elsewhere = !are_one_place(entry, other) && std::ranges::binary_search(stems_[other], word);
      score += elsewhere ? 0 : 1;
    }
    return score;
  }
  // Another post or a course of study went on then.
  [[nodiscard]] bool was_busy(Interval told, std::uint32_t best) const {
    const Day middle = told.first + (told.last - told.first) / 2;
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      const bool fills = entry.kind != EventKind::exam && entry.kind != EventKind::gap && !entry.paper &&
                         !entry.point && !entry.expected && entry.load != Load::part_time && entry.start;
      if (fills && !are_one_place(best, e) && entry.start->days.last <= middle && middle <= faults_.end_of(entry).first)
        return true;
    }
    return false;
  }
  // Some entry begins or ends just then: the date may well be of that.
  [[nodiscard]] bool begins_or_ends_another(Interval told) const {
    constexpr Day kNear = 45;
    const auto touches = [&](const std::optional<Stated>& side) {
      return side && side->date.has_month() && told.last - told.first < 100 && told.touches(widened(side->days, kNear));
    };
    return std::ranges::any_of(faults_.timeline().entries(), [&](const Event& entry) {
      return entry.kind != EventKind::exam && (touches(entry.start) || touches(entry.end));
    });
  }
  // "my second week on her unit", "when that launch first set me on the planks"
  static bool is_new_there(std::string_view low) {
    constexpr std::array<std::string_view, 14> kNew = {"first",  "second week", "second day", "came",   "arrived",
                                                       "began",  "started",     "put me",     "set me", "new",
                                                       "joined", "landed",      "hung my",    "moved"};
    return has_any_phrase(low, kNew);
  }
  void read_stems() {
    for (const Event& entry : faults_.timeline().entries())
      stems_.push_back(is_a_stay(entry) ? stems_of_entry(entry) : std::vector<std::string>());
  }
  // The stay that the words tell of, and of no other place as well.
  [[nodiscard]] std::optional<std::uint32_t> stay_of(const std::vector<std::string>& words) const {
    constexpr std::size_t kLeast = 2;
    std::size_t best_score = 0;
    std::size_t second = 0;  // of another place
    std::uint32_t best = 0;
    for (std::uint32_t e = 0; e < stems_.size(); ++e) {
      const std::size_t score = stems_[e].empty() ? 0 : score_of(e, words);
      if (score > best_score) {
        if (best_score > 0 && !are_one_place(best, e)) second = std::max(second, best_score);
        best_score = score;
        best = e;
      } else if (score > second && !are_one_place(best, e)) {
        second = score;
      }
    }
    if (best_score < kLeast || best_score < second + kLeast) return std::nullopt;
    return best;
  }
  // Some entry of that place was going on then, or just before or after.
  [[nodiscard]] bool was_there(const DatedScene& scene, std::uint32_t stay) const {
    constexpr Day kSlack = 75;
    const bool begins = scene.distance && comes_or_begins(scene.text->low(scene.sentence->source));
    for (std::uint32_t e = 0; e < stems_.size(); ++e) {
      const Event& entry = faults_.event(e);
      if (!are_one_place(stay, e) || !entry.start) continue;
      const Day last = begins ? entry.start->days.last : faults_.end_of(entry).last;
      if (scene.days.touches({entry.start->days.first - kSlack, last + kSlack})) return true;
    }
    return false;
  }
  void check(const DatedScene& scene) {
    if (stems_.empty()) read_stems();
    const std::optional<std::uint32_t> at = stay_of(stems_around(scene));
    if (!at || faults_.is_faulty(*at) || was_there(scene, *at)) return;
    if (!scene.distance && begins_or_ends_another(scene.days)) return;
    // "I came to Virginia in 2021", to live there
    if (scene.arrives && score_of(*at, stems_of(scene.text->low(scene.sentence->source))) == 0) return;
    const Event& stay = faults_.event(*at);
    const bool before = scene.days.last < stay.start->days.first;
    if (!scene.distance && !before && !was_busy(scene.days, *at)) return;
    Event here;
    here.text = scene.text->index;
    for (std::uint32_t e = faults_.entry_count(); e < faults_.event_count(); ++e) {
      const Event& claim = faults_.event(e);
      if (claim.text != here.text || !claim.dated() || !claim.date_source().overlaps(scene.date)) continue;
      if (faults_.is_faulty(e)) return;
      faults_.mark(e);
    }
    faults_.contradict(here, faults_.words(here, scene.date), hull(scene.date, scene.told), stay);
  }

  DateFaults& faults_;
  std::vector<std::vector<std::string>> stems_;  // by entry, sorted, none of what is no stay; read for the first scene
};

}  // namespace

void check_presence(DateFaults& faults) { Presence(faults).check(); }

}  // namespace candor
