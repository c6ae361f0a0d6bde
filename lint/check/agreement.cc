#include "lint/check/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/check/whereabouts.h"
#include "lint/reading/clause.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/scene.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

class ClaimCheck {
 public:
  explicit ClaimCheck(DateFaults& faults) : faults_(faults) {}

  void check(std::uint32_t c) {
    const std::uint32_t e = faults_.entry_count() + c;
    const Event& claim = faults_.event(e);
    std::vector<Tie> ties = faults_.timeline().ties[c];
    if (faults_.is_faulty(e)) return;
    std::erase_if(ties, [&](const Tie& tie) { return faults_.is_faulty(tie.entry); });
    if (ties.empty() && claim.kind == EventKind::exam) return check_attempt(e);
    if (ties.empty() || (!claim.scene && is_description(claim, ties))) return;
    if (claim.expected) return check_plan(e, ties);
    if (claim.after != Milestone::none) return check_distance(e, ties);
    if (is_still_to_come(claim, faults_.event(ties.front().entry))) return;
    if (!claim.dated()) return check_length(e, keep_entry_around(claim, std::move(ties)));
    if (goes_on_though_over(claim, ties) || is_over_though_present(claim, ties))
      return faults_.report_contradiction(e, ties.front().entry);
    if (claim.relative && !claim.carried && !is_sat_this_year(claim)) return check_ago(e, ties);
    if (const std::optional<std::uint32_t> post = promoted_to(claim, ties)) return check_promotion(e, *post);
    if (!(claim.telling || is_named(claim, ties)) || !is_firm(claim, ties)) return;
    // "I left Subotica in 2019", when a post elsewhere had begun: it was no other stay there.
    const bool busy = claim.kind != EventKind::exam && claim.kind != EventKind::education && claim.telling &&
                      was_elsewhere(faults_, claim.start ? claim.start->days : claim.end->days, ties, 0, true);
    if ((!busy && !is_told_by_age(claim) && is_beyond_the_stay(claim, ties)) || is_rank_within(claim, ties) ||
        is_told_beside(claim, ties) || may_be_another_sitting(claim) || is_conferred_later(claim, ties))
      return;
    if (gets_another_role(claim, ties) || is_done_beside(claim, ties) || is_of_a_thing(claim, ties)) return;
    // "I have been in Dearborn since October": not at the post there
    if (claim.title == "been" && ties.front().reason == TieReason::place &&
        faults_.marked(claim).words.roles(claim.source) == 0)
      return;
    // "Returning in 2019 to the ward where I had been a nurse": to what is named there
    if (claim.title == "returning" && ties.front().reason == TieReason::pointed) return;
    if (!claim.point && ties.front().reason == TieReason::place && names_two_towns(claim)) return;
    const bool the_one = ties.size() == 1 && heaviest(ties) >= kRoleAndName;
    const bool sure = the_one && claim.kind != EventKind::education;
    if ((!sure && is_of_several(claim)) || is_another_stay(claim, ties) || is_told_by_kin(claim, ties) ||
        is_other_end(claim, ties) || is_part_by_the_entry(claim, ties) ||
        (!busy && (is_years_away(claim, ties) || is_move_later(claim, ties))))
      return;
    const bool elsewhere = is_told_by_another(claim, ties);
    if (elsewhere && !claim.point && claim.start && claim.end) return;  // both ends are another's
    const int doubt = !elsewhere || leaves_by_name(claim, ties)        ? 0
                      : ties.front().reason >= TieReason::part_of_name ? kNamedElsewhere
                                                                       : kToldElsewhere;
    if (heaviest(ties) - doubt < kFirmTie) return;
    const bool all = std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.dated() && dates_contradict(claim, entry, faults_.as_of());
    });
    const bool named_side =  // "I left Mercy Hospital in 2017"
        claim.telling && claim.aspect != Aspect::whole && ties.front().reason >= TieReason::part_of_name;
    const Event& nearest = faults_.event(nearest_of(claim, ties));
    if (is_near_the_sitting(claim, nearest)) return;
    if (!all ||
        (!named_side && is_beyond_years(claim, nearest, the_one) && !(busy && is_near_the_stay(claim, nearest))))
      return;
    // A date that hangs on another is never sure.
    const bool firm = claim.telling && !claim.relative && !is_description(claim, ties);
    faults_.report_contradiction(e, nearest_of(claim, ties), firm);
  }

 private:
  static constexpr int kRoleAndName = 8;     // what a tie by both weighs
  static constexpr int kNamedElsewhere = 2;  // ... where a name ties the claim
  static constexpr int kToldElsewhere = 3;   // what another entry with those very dates weighs against a tie

  static int heaviest(const std::vector<Tie>& ties) {
    return std::max_element(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.weight < b.weight; })
        ->weight;
  }
  // "The following spring", of an exam in June: a season that hangs on another date is told roundly.
  [[nodiscard]] static bool is_near_the_sitting(const Event& claim, const Event& sitting) {
    constexpr Day kNear = 45;
    if (!claim.carried || claim.kind != EventKind::exam || !claim.start || !sitting.start) return false;
    const Interval told = named_days(claim.start->date);
    return sitting.start->days.touches({told.first - kNear, told.last + kNear});
  }
  // "She made me her deputy", "then came the promotion": of no post but one of that role; "they sent me to Curitiba" of
  // none that is told by its date alone.
  [[nodiscard]] bool gets_another_role(const Event& claim, const std::vector<Tie>& ties) const {
    const std::string_view low = faults_.marked(claim).low(claim.source);
    const bool near = ties.front().reason == TieReason::near;
    const Event& first = faults_.event(ties.front().entry);
    if (has_phrase(low, "sent me to") && first.kind != EventKind::education &&
        (has_phrase(low, "school") || has_phrase(low, "college") || has_phrase(low, "university")))
      return true;  // "The Army sent me to osteopathic school"
    if (near && (has_phrase(low, "sent me") || has_phrase(low, "the promotion"))) return true;
    const std::size_t made = find_phrase(low, "made me");
    if (made == std::string_view::npos) return false;
    std::string_view role = low.substr(std::min(low.size(), made + 8));
    for (const std::string_view article : {"her ", "his ", "their ", "the ", "a ", "an "}) {
      if (role.starts_with(article)) role.remove_prefix(article.size());
    }
    role = role.substr(0, role.find_first_of(" ,.;"));
    return std::ranges::none_of(
        ties, [&](const Tie& tie) { return has_phrase(folded_copy(faults_.event(tie.entry).title), role); });
  }
  // "In September I began a Thursday clinic for them", "I finished the last block in January": deeds, where the post is
  // only pointed to.
  [[nodiscard]] bool is_of_a_thing(const Event& claim, const std::vector<Tie>& ties) const {
    const TieReason reason = ties.front().reason;
    if ((reason != TieReason::pointed && reason != TieReason::near) ||
        !is_one_of(claim.title, {"began", "started", "finished"}))
      return false;
    const MarkedText& text = faults_.marked(claim);
    const std::string_view low = text.low(claim.source);
    const std::size_t verb = find_phrase(low, claim.title);
    const std::string_view behind =
        verb == std::string_view::npos ? std::string_view() : low.substr(verb + claim.title.size());
    const bool thing = behind.starts_with(" a ") || behind.starts_with(" an ") ||
                       (claim.title == "finished" && behind.starts_with(" the "));
    return thing && text.words.roles(claim.source) == 0 && !text.words.any(claim.source, PathWord::training) &&
           !text.words.any(claim.source, PathWord::degree) && !text.words.any(claim.source, PathWord::own_noun);
  }
  // "Through 2023 I also did teleconsultation two evenings in a week, for patients of the same centre": beside a post.
  [[nodiscard]] bool is_done_beside(const Event& claim, const std::vector<Tie>& ties) const {
    const MarkedText& text = faults_.marked(claim);
    return has_phrase(text.low(claim.source), "also") && text.words.any(claim.source, PathWord::part_time) &&
           std::ranges::none_of(ties, [&](const Tie& tie) { return faults_.event(tie.entry).load == Load::part_time; });
  }
  // "I was promoted to senior registrar", "I was made senior registrar": the entry of that very role, be there one of a
  // registrar, too.
  [[nodiscard]] std::optional<std::uint32_t> promoted_to(const Event& claim, const std::vector<Tie>& ties) const {
    if (!claim.point || !claim.start || !claim.done || claim.relative || claim.kind == EventKind::exam ||
        claim.kind == EventKind::education)  // "promoted to doctor of medicine"
      return std::nullopt;
    const std::string_view low = faults_.marked(claim).low(claim.source);
    if (!has_phrase(low, "promoted to") && !has_phrase(low, "was made")) return std::nullopt;
    std::optional<std::uint32_t> best;
    std::size_t longest = 0;
    for (const Tie& tie : ties) {
      const Event& entry = faults_.event(tie.entry);
      const std::string role = folded_name(entry.title.substr(0, entry.title.find_first_of(",(;")));
      const bool to_it = std::ranges::any_of(
          std::array<std::string_view, 4>{"promoted to ", "promoted to the ", "was made ", "was made the "},
          [&](std::string_view verb) { return has_phrase(low, std::string(verb) + role); });
      if (!to_it || role.size() <= longest || !entry.start || entry.point) continue;
      longest = role.size();
      best = tie.entry;
    }
    return best;
  }
  void check_promotion(std::uint32_t e, std::uint32_t post) {
    constexpr Day kApart = 45;
    const Interval listed = faults_.event(post).start->days;
    if (faults_.event(e).start->days.touches({listed.first - kApart, listed.last + kApart})) return;
    faults_.report_contradiction(e, post, false);
    faults_.mark(post, Aspect::start);  // nothing is said of its end
  }
  // "On my second try I passed, in March 2021", where that sitting is the third of those listed.
  void check_attempt(std::uint32_t e) {
    const Event& claim = faults_.event(e);
    const bool after_it = has_phrase(faults_.marked(claim).low(claim.source), "after");  // "months after the second"
    if (claim.sitting.attempt == 0 || claim.sitting.result != ExamResult::pass || !claim.dated() || claim.expected ||
        claim.relative || after_it)
      return;
    for (std::uint32_t listed = 0; listed < faults_.entry_count(); ++listed) {
      const Event& entry = faults_.event(listed);
      const int attempt = entry.kind == EventKind::exam ? faults_.timeline().attempt_of(entry) : 0;
      if (faults_.is_faulty(listed) || entry.sitting.exam != claim.sitting.exam ||
          entry.sitting.result == ExamResult::fail || !entry.dated() || attempt == 0 ||
          attempt == claim.sitting.attempt || dates_contradict(claim, entry, faults_.as_of()))
        continue;
      faults_.mark(e);
      const std::string what = DateFaults::name_of(entry);
      Finding* finding = faults_.add("dates/contradiction", claim,
                                     fmt::format("{}: attempt {} here, but {} is attempt {}", what,
                                                 claim.sitting.attempt, faults_.dates_as_written(entry), attempt),
                                     hull(claim.date_source(), claim.source));
      faults_.relate(finding, entry, DateFaults::place_span(entry), fmt::format("{}, attempt {}", what, attempt));
      return;
    }
  }
  // "I will sit Step 3 in the spring", of an exam that was passed; "I will begin there in January", of a post that goes
  // on already.
  void check_plan(std::uint32_t e, const std::vector<Tie>& ties) {
    constexpr Day kSlack = 60;
    const Event& claim = faults_.event(e);
    if (!claim.start || !claim.point || claim.relative || claim.start->days.first <= faults_.as_of()) return;
    const auto listed = [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (!entry.start || entry.expected || entry.start->days.last + kSlack >= faults_.as_of()) return false;
      if (claim.kind == EventKind::exam)
        return entry.sitting.result == ExamResult::pass ||
               (entry.sitting.result == ExamResult::unstated && entry.sitting.score > 0);
      return ties.size() == 1 && heaviest(ties) >= kRoleAndName && entry.to_present && begins_anew(claim);
    };
    const auto at = std::ranges::find_if(ties, listed);
    if (at != ties.end()) faults_.report_contradiction(e, at->entry);
  }
  // Not "I will begin my second year there".
  [[nodiscard]] bool begins_anew(const Event& claim) const {
    const std::string_view low = faults_.marked(claim).low(claim.source);
    const auto says = [&](std::string_view word) { return has_phrase(low, word); };
    constexpr std::array<std::string_view, 4> kBegins = {"begin", "start", "join", "starting"};
    constexpr std::array<std::string_view, 8> kFurther = {"second", "third", "fourth", "final",
                                                          "last",   "next",  "new",    "year"};
    return std::ranges::any_of(kBegins, says) && std::ranges::none_of(kFurther, says);
  }
  // "I have volunteered there since October 2017", of a post that ended in 2020.
  [[nodiscard]] bool goes_on_though_over(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || !claim.telling || !claim.start || claim.end || claim.point || claim.relative ||
        ties.size() != 1 || heaviest(ties) < kFirmTie || ties.front().reason < TieReason::part_of_name)
      return false;
    const std::string_view low = faults_.marked(claim).low(claim.source);
    const Event& entry = faults_.event(ties.front().entry);
    const bool now = has_phrase(low, "i have") || has_phrase(low, "i've") || claim.title.empty();
    const bool stays_on = std::ranges::any_of(faults_.timeline().entries(), [&](const Event& other) {
      return &other != &entry && other.to_present && share_a_word(other.names, entry.names);
    });
    return now && !stays_on && !has_phrase(low, "been in") && has_phrase(low, "since") && entry.end && entry.start &&
           entry.start->days.touches(claim.start->days) &&
           entry.end->days.last + DateFaults::kLongOver < faults_.as_of();
  }
  // "I volunteered there from March 2022 to December 2023", of a post that is still held.
  [[nodiscard]] bool is_over_though_present(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || !claim.telling || !claim.start || !claim.end || claim.point ||
        claim.relative || ties.size() != 1 || heaviest(ties) < kFirmTie ||
        ties.front().reason < TieReason::part_of_name || is_description(claim, ties))
      return false;
    const Event& entry = faults_.event(ties.front().entry);
    return entry.to_present && entry.start && claim.start->date.has_month() &&
           entry.start->days.touches(claim.start->days) &&
           claim.end->days.last + DateFaults::kLongOver < faults_.as_of();
  }
  // "I sat it this past February": as good as a date.
  [[nodiscard]] bool is_sat_this_year(const Event& claim) const {
    return claim.kind == EventKind::exam && claim.point && claim.start && claim.start->date.has_month() &&
           faults_.marked(claim).low(claim.start->source).starts_with("this past ");
  }
  // "Seven years ago I closed my practice": counted from the application, roundly.
  void check_ago(std::uint32_t e, const std::vector<Tie>& ties) {
    const Event& claim = faults_.event(e);
    if (!claim.point || !claim.telling || claim.aspect == Aspect::whole || heaviest(ties) < kFirmTie) return;
    const Stated& told = claim.start ? *claim.start : *claim.end;
    const std::string_view words = faults_.marked(claim).low(told.source);
    constexpr std::array<std::string_view, 6> kVague = {"few", "some", "several", "many", "couple", "long"};
    if (!words.ends_with(" ago") ||
        std::ranges::any_of(kVague, [&](std::string_view word) { return has_phrase(words, word); }))
      return;
    constexpr Day kSlack = 75;
    const Day distance = faults_.as_of() - told.days.last;
    const Day slack = kSlack + distance / 4;
    const bool fits = std::ranges::any_of(ties, [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      const auto& side = claim.aspect == Aspect::end ? entry.end : entry.start;
      return !side || side->days.touches({told.days.first - slack, told.days.last + slack});
    });
    if (!fits) faults_.report_contradiction(e, nearest_of(claim, ties));
  }
  // "the class of 2027", of a course that still goes on
  [[nodiscard]] bool is_still_to_come(const Event& claim, const Event& entry) const {
    return claim.kind == EventKind::education && claim.aspect == Aspect::end && claim.end && entry.to_present &&
           claim.end->days.last > faults_.as_of();
  }
  // Who misdates is off by months or by a year or two: what is farther off is something else, unless a name and the
  // verb say what it is. (Of 174 contradictions of corpus/train that claims tell of, one is.) `sure`: one entry has the
  // role and the town.
  [[nodiscard]] bool is_beyond_years(const Event& claim, const Event& entry, bool sure) const {
    const bool degree = claim.kind == EventKind::education && !claim.point && claim.telling;
    const Day kMost = degree ? 1500 : 900;
    if (claim.kind == EventKind::exam || is_told_by_age(claim)) return false;
    if (sure && claim.telling && claim.point && claim.aspect == Aspect::start) return false;
    const Interval told = claim.start ? claim.start->days : claim.end->days;
    const auto& side = claim.aspect == Aspect::end && entry.end ? entry.end : entry.start;
    return side && !told.touches({side->days.first - kMost, side->days.last + kMost});
  }
  // "I was twenty-eight when I received my diploma": whoever counts years of life may be off by more.
  [[nodiscard]] bool is_told_by_age(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const DateExpression* const date = claim.point ? text.date_in(claim.date_source()) : nullptr;
    return date != nullptr && date->anchor == DateAnchor::birth;
  }
  // "In 2020 I was an emergency doctor there", two years after the end.
  [[nodiscard]] bool is_near_the_stay(const Event& claim, const Event& entry) const {
    constexpr Day kMost = 900;
    return claim.start && entry.start &&
           claim.start->days.touches({entry.start->days.first - kMost, faults_.end_of(entry).last + kMost});
  }
  // "I began an observership in January 2022", a year after the listed one was over; a degree years after another.
  [[nodiscard]] bool is_beyond_the_stay(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kMonth = 31;
    constexpr Day kDegrees = 790;  // days between two degrees, and more than any slip
    constexpr Day kTraining = 1500;
    if (claim.kind == EventKind::exam || !claim.point || claim.aspect == Aspect::whole) return false;
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (entry.point || !entry.start) return false;
      const Interval told = claim.start ? claim.start->days : claim.end->days;
      const Day end = faults_.end_of(entry).last;
      const bool degree = claim.kind == EventKind::education;
      const bool named = degree && ties.size() == 1 && tie.reason >= TieReason::name;
      // "I was twenty-eight when I started my internship in Omdurman", "I came to Lakeshore as an observer": there is
      // one
      const bool once = (entry.training || tie.reason >= TieReason::part_of_name) && claim.telling &&
                        ties.size() == 1 && heaviest(ties) >= kRoleAndName;
      const bool my_training = entry.training && ties.size() == 1 && says_my(claim);
      if (claim.aspect == Aspect::start) return told.first > end + (once ? kTraining : named ? kDegrees : kMonth);
      if (degree) return told.first > end + kDegrees;
      return told.last + (my_training ? kDegrees : kMonth) < entry.start->days.first;
    });
  }
  // "I was the chief resident there from 2017 to 2018": within the residency.
  [[nodiscard]] bool is_rank_within(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.point || !claim.start || !claim.end) return false;
    const MarkedText& text = faults_.marked(claim);
    // "I was the medical superintendent there", where the entry has another role
    const bool the_one = has_phrase(text.low(claim.source), "was the") &&
                         !has_phrase(text.low(claim.source), "was the first time") &&
                         !names_role_of(claim, faults_.event(ties.front().entry));
    if (!the_one && !text.words.any(claim.source, PathWord::within_post)) return false;
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.start && claim.start->days.last >= entry.start->days.first &&
             claim.end->days.first <= faults_.end_of(entry).last;
    });
  }
  // "The general course was over in 2013, and the internship in June 2015": the entry's end is told, of another thing.
  [[nodiscard]] bool is_told_beside(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || !claim.point || claim.aspect == Aspect::whole) return false;
    const MarkedText& text = faults_.marked(claim);
    const IndexRange range = text.dates_within(claim.whole);
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      const auto& side = claim.aspect == Aspect::end ? entry.end : entry.start;
      return side && std::any_of(text.dates.begin() + range.first, text.dates.begin() + range.last,
                                 [&](const DateExpression& date) {
                                   return date.kind != DateKind::duration && date.resolved && date.start == date.end &&
                                          date.start.has_month() && !claim.date_source().overlaps(date.source) &&
                                          date.start_days.touches(side->days);
                                 });
    });
  }
  // "I sat Step 1 in May", beside a pass in August: where it was failed once, that may have been then.
  [[nodiscard]] bool may_be_another_sitting(const Event& claim) const {
    if (claim.kind != EventKind::exam || claim.sitting.score > 0 || claim.sitting.result != ExamResult::unstated)
      return false;
    const auto entries = faults_.timeline().entries();
    // "a second attempt at Step 1 (June 2019, then November 2019)": one that is listed has that date, and no other
    // number where the claim has one date
    const bool numbered = claim.sitting.attempt > 0 && faults_.marked(claim).dates_within(claim.whole).size() == 1;
    if (std::ranges::any_of(entries, [&](const Event& entry) {
          if (entry.kind != EventKind::exam || entry.sitting.exam != claim.sitting.exam || !entry.dated() ||
              dates_contradict(claim, entry, faults_.as_of()))
            return false;
          const int attempt = numbered ? faults_.timeline().attempt_of(entry) : 0;
          return attempt == 0 || attempt == claim.sitting.attempt;
        }))
      return true;
    if (claim.sitting.attempt > 0) return false;
    if (std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
          return entry.sitting.exam == claim.sitting.exam && entry.sitting.result == ExamResult::fail;
        }))
      return false;                        // that one is listed, too
    constexpr std::uint32_t kBeside = 60;  // bytes
    const std::vector<MarkedText>& texts = faults_.timeline().texts;
    return std::any_of(texts.begin(), texts.end(), [&](const MarkedText& text) {
      const auto size = static_cast<std::uint32_t>(text.folded.size());
      const std::vector<WordHit> named = text.words.all({0, size}, PathWord::exam);
      return std::any_of(named.begin(), named.end(), [&](const WordHit& hit) {
        Span beside{bytes_before(hit.place.begin, kBeside).begin, std::min(size, hit.place.end + kBeside)};
        const std::string_view bytes = text.text.source.bytes();
        const std::size_t before = bytes.substr(beside.begin, hit.place.begin - beside.begin).rfind('\n');
        if (before != std::string_view::npos) beside.begin += static_cast<std::uint32_t>(before);
        beside.end = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.find('\n', hit.place.end), beside.end));
        return static_cast<Exam>(hit.value) == claim.sitting.exam && result_in(text, beside) == ExamResult::fail;
      });
    });
  }
  // "I received my degree in March", some months after the last day of a course whose degree has no date of its own.
  [[nodiscard]] bool is_conferred_later(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kCeremony = 200;
    constexpr Day kTurnOfTheYear = 100;  // in which the next year is the ceremony's, where only that is told
    if (claim.kind != EventKind::education || claim.aspect != Aspect::end || !claim.end) return false;
    const std::string_view whole = faults_.marked(claim).low(claim.source);
    const bool ceremony = has_phrase(whole, "convocation") || has_phrase(whole, "ceremony");
    const bool doctor = claim.title == "became" || ceremony;  // "I became a doctor": with the licence, for some
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.kind == EventKind::education && !entry.point && entry.end && entry.other_dates.empty() &&
             claim.end->days.first > entry.end->days.last &&
             (doctor ||
              claim.end->days.first <= end_with_internship(entry) +
                                           (claim.end->date.precision == Precision::year ? kTurnOfTheYear : kCeremony));
    });
  }
  // The last day of the degree, or of the internship that follows it at once.
  [[nodiscard]] Day end_with_internship(const Event& degree) const {
    constexpr Day kAtOnce = 62;
    Day end = degree.end->days.last;
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.start && entry.end &&
          entry.start->days.touches({degree.end->days.last, degree.end->days.last + kAtOnce}) &&
          (roles_in(entry.title) & 1U << static_cast<unsigned>(Role::intern)) != 0)
        end = std::max(end, entry.end->days.last);
    }
    return end;
  }
  // "Between August and May I worked in Mersin and in Leipzig": of neither alone.
  [[nodiscard]] bool names_two_towns(const Event& claim) const {
    const std::string_view written = faults_.marked(claim).slice(claim.source);
    const std::size_t in = written.find(" in ");
    const std::size_t and_in = in == std::string_view::npos ? in : written.find(" and in ", in);
    return and_in != std::string_view::npos && is_capital_at(written, in + 4) && is_capital_at(written, and_in + 8) &&
           written.substr(in + 4, and_in - in - 4).find_first_of(",;:") == std::string_view::npos;
  }
  // "From 2016 to 2021 I served in Magway": it begins with one entry and ends with another.
  [[nodiscard]] bool is_of_several(const Event& claim) const {
    if (claim.point || !claim.start || !claim.end || claim.kind == EventKind::gap) return false;
    const auto with = [&](bool start) {
      std::vector<std::uint32_t> found;
      for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
        const Event& entry = faults_.event(e);
        const auto& side = start ? entry.start : entry.end;
        const auto& told = start ? claim.start : claim.end;
        if (!entry.point && !entry.paper && entry.kind != EventKind::gap && side && side->date.has_month() &&
            side->days.touches(told->days))
          found.push_back(e);
      }
      return found;
    };
    const std::vector<std::uint32_t> first = with(true);
    const std::vector<std::uint32_t> last = with(false);
    return !first.empty() && !last.empty() &&
           std::find_first_of(first.begin(), first.end(), last.begin(), last.end()) == first.end();
  }
  // Both its ends lie before or after the entry's: "I trained there from 2013 to 2016" beside the post from 2017 on.
  [[nodiscard]] bool is_another_stay(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.point || !claim.start || !claim.end || is_the_only_one(claim, ties)) return false;
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.start && overlap_in_months(faults_.sure_days(claim), faults_.sure_days(entry)) < 1;
    });
  }
  // Role and town, or degree and school, of one entry: there is no other stay that it could be, no more than two years
  // away.
  [[nodiscard]] bool is_the_only_one(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr int kSure = 6;
    const Day kSlip = heaviest(ties) >= kSure ? 1300 : 800;
    const Event& entry = faults_.event(ties.front().entry);
    if (ties.size() == 1 && heaviest(ties) >= kFirmTie && are_years_off(claim, entry)) return true;
    const bool degree = claim.kind == EventKind::education && entry.kind == EventKind::education;
    const bool of_the_role = names_role_of(claim, entry) ||
                             (faults_.marked(claim).words.roles(claim.source) & roles_in(entry.title)) != 0 ||
                             is_work_of(claim.title, folded_copy(entry.title));
    const bool mine = says_my(claim);
    if (ties.size() != 1 || !claim.telling || heaviest(ties) < (degree || mine ? kSure - 1 : kSure) || !entry.start ||
        !(degree || of_the_role || mine))
      return false;
    return claim.start->days.touches({entry.start->days.first - kSlip, entry.start->days.last + kSlip});
  }
  // "my rural year", "my rotating internship": there is one.
  [[nodiscard]] bool says_my(const Event& claim) const {
    constexpr std::uint32_t kReach = 16;  // bytes
    const MarkedText& text = faults_.marked(claim);
    const std::vector<WordHit> nouns = text.words.all(claim.source, PathWord::own_noun);
    return std::ranges::any_of(nouns, [&](const WordHit& noun) {
      const std::string_view before = text.low(bytes_before(noun.place.begin, kReach));
      const std::size_t my = before.rfind("my ");
      return my != std::string_view::npos && std::ranges::count(before.substr(my), ' ') <= 2 &&
             before.find_first_of(",;.", my) == std::string_view::npos;
    });
  }
  // From month to month it is the entry's range, a year or two off.
  static bool are_years_off(const Event& claim, const Event& entry) {
    constexpr int kYears = 2;
    if (!entry.start || !entry.end || entry.point) return false;
    const std::optional<int> years = years_off(claim, entry);
    return years && *years != 0 && std::abs(*years) <= kYears;
  }
  // "I left Ghana in January", months after the post there: a move.
  [[nodiscard]] bool is_move_later(const Event& claim, const std::vector<Tie>& ties) const {
    const std::string_view low = faults_.marked(claim).low(claim.source);
    if (has_phrase(low, "left the") || has_phrase(low, "left my")) return false;  // "left the plant in Decatur"
    return claim.title == "left" && claim.end && ties.front().reason == TieReason::place &&
           std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
             const Event& entry = faults_.event(tie.entry);
             return entry.end && entry.end->days.last < claim.end->days.first;
           });
  }
  // Without a name to tie it, a date that far from the stay is of something else.
  [[nodiscard]] bool is_years_away(const Event& claim, const std::vector<Tie>& ties) const {
    // "I started as an EMT in 2018": the one role of that name, told as begun, may be two years off.
    const bool begun = claim.telling && claim.point && claim.aspect == Aspect::start &&
                       ties.front().reason == TieReason::role && heaviest(ties) > kFirmTie + 1;
    const Day kSlip = begun || claim.carried ? 800 : 400;
    constexpr int kSure = 6;  // role and town
    const bool sure = ties.front().reason >= TieReason::part_of_name || heaviest(ties) >= kSure;
    if (claim.kind == EventKind::exam || (sure && !claim.carried)) return false;
    const Interval told{claim.start ? claim.start->days.first : claim.end->days.first,
                        claim.end ? claim.end->days.last : claim.start->days.last};
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (!entry.start) return false;
      return !told.touches({entry.start->days.first - kSlip, faults_.end_of(entry).last + kSlip});
    });
  }
  // Another entry begins or ends just then: the claim may well tell of that one.
  [[nodiscard]] bool is_told_by_another(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || claim.carried) return false;  // a carried date is too wide to tell
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      if (entry.kind == EventKind::exam || entry.paper ||
          !(dates_agree(claim, entry) || (!claim.point && claim.start && claim.end && fits_its_side(claim, entry))))
        continue;
      if (std::none_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == e; })) return true;
    }
    return false;
  }
  // ... and it is as near to the claim as the tied one: a degree too, or at the same place.
  [[nodiscard]] bool is_told_by_kin(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam) return false;
    // "I remained there until the end of 2024": no month that could agree
    const bool rough = claim.aspect == Aspect::end && claim.end && !claim.start && !claim.end->date.has_month();
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      const bool degrees = claim.kind == EventKind::education && entry.kind == EventKind::education;
      if (entry.kind == EventKind::exam || entry.paper || entry.point ||
          !(degrees || rough ? fits_its_side(claim, entry) : dates_agree(claim, entry)))
        continue;
      for (const Tie& tie : ties) {
        const Event& tied = faults_.event(tie.entry);
        if (names_role_of(claim, tied) && !names_role_of(claim, entry)) continue;             // the role tells which
        if (leaves_by_name(claim, ties) && !share_a_word(tied.names, entry.names)) continue;  // or the name does
        if (tie.entry != e && (degrees || faults_.timeline().are_of_one_place(entry, tied))) return true;
      }
    }
    return false;
  }
  // "I resigned from Majuro Hospital in May": of no other post.
  [[nodiscard]] bool leaves_by_name(const Event& claim, const std::vector<Tie>& ties) const {
    const Event& entry = faults_.event(ties.front().entry);
    const std::vector<WordHit> kinds = faults_.marked(claim).words.all(claim.source, PathWord::organization);
    return claim.telling && claim.aspect == Aspect::end && is_one_of(claim.title, {"left", "resigned", "quit"}) &&
           ties.size() == 1 && ties.front().reason == TieReason::name && entry.kind != EventKind::education &&
           std::ranges::any_of(kinds, [&](const WordHit& kind) {
             return has_phrase(folded_copy(entry.organization), faults_.marked(claim).low(kind.place));
           });
  }
  [[nodiscard]] bool names_role_of(const Event& claim, const Event& entry) const {
    const std::string title = folded_name(entry.title.substr(0, entry.title.find_first_of(",(;")));
    const std::string_view last = std::string_view(title).substr(title.rfind(' ') + 1);
    return last.size() > 4 && has_phrase(faults_.marked(claim).low(claim.source), last);
  }
  // To what both state, be it only the year.
  [[nodiscard]] bool fits_its_side(const Event& claim, const Event& entry) const {
    if (dates_contradict(claim, entry, faults_.as_of())) return false;
    const auto touches = [](const std::optional<Stated>& a, const std::optional<Stated>& b) {
      return a && b && a->days.touches(b->days);
    };
    const bool start = touches(claim.start, entry.start);
    const bool end = touches(claim.end, entry.end);
    if (claim.aspect == Aspect::start) return start;
    return claim.aspect == Aspect::end || claim.point ? end : start && end;
  }
  // "... enrolled in 2009 and in October 2015 was made a doctor": one date that is the entry's to the month, at its
  // other side, was read from the wrong verb.
  [[nodiscard]] bool is_other_end(const Event& claim, const std::vector<Tie>& ties) const {
    if (!claim.point || claim.kind == EventKind::exam) return false;
    constexpr Day kNear = 45;  // of a carried date, whose days are many
    const Stated& date = claim.start ? *claim.start : *claim.end;
    Interval days = date.days;
    if (claim.carried && date.date.has_year()) {
      const Interval middle = named_days(date.date);
      days = {middle.first - kNear, middle.last + kNear};
    }
    const auto touches = [&](const std::optional<Stated>& side) {
      return side && side->date.has_month() && date.date.has_month() && side->days.touches(days);
    };
    // "... four years of residency, and became a neurologist in 2019", when it was over
    const bool become = claim.title == "became" && !date.date.has_month();
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return !entry.point && (touches(entry.start) || touches(entry.end) ||
                              (become && entry.end && entry.end->days.touches(date.days)));
    });
  }
  // The entry itself gives that range to a part of it: "MBBS, 2013 - 2019 (including internship 03/2018 - 03/2019)".
  [[nodiscard]] bool is_part_by_the_entry(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.point || !claim.start || !claim.end) return false;
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      const MarkedText& text = faults_.marked(entry);
      const IndexRange range = text.dates_within(entry.whole);
      bool begins = false;
      bool ends = false;
      for (std::uint32_t d = range.first; d < range.last; ++d) {
        const DateExpression& date = text.dates[d];
        if (date.kind != DateKind::period || date.start == date.end) continue;
        const bool start = date.start_days.touches(claim.start->days);
        const bool end = date.end_days.touches(claim.end->days);
        if (start && end && !(entry.dated() && entry.date_source().contains(date.source))) return true;
        begins |= start;
        ends |= end;
      }
      return begins && ends;  // "Panama City, 2015 to 2016; David, 2016 to 2017"
    });
  }
  // ... by all the ranges that the entry gives: two years of internship, one in each town.
  [[nodiscard]] bool fits_ranges_of(const Event& claim, const Event& entry) const {
    const MarkedText& text = faults_.marked(entry);
    const IndexRange range = text.dates_within(entry.whole);
    Event all = entry;
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& date = text.dates[d];
      if (date.kind != DateKind::period || !date.resolved || date.start == date.end || date.open_start || date.open_end)
        continue;
      if (date.start_days.first < all.start->days.first) all.start = Stated{date.start, date.start_days, date.source};
      if (all.end && date.end_days.last > all.end->days.last) all.end = Stated{date.end, date.end_days, date.source};
    }
    return faults_.length_fits(*claim.length, all);
  }
  // "I came to Mercy in May", three months and more from its dates: a name ties it, and it is no town's.
  [[nodiscard]] bool is_named(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kApart = 75;
    if (ties.front().reason == TieReason::near) return true;
    // "July 2024 to June 2025, I was in the imaging lab", of the post there a year later
    if (!claim.point && claim.start && claim.end && ties.size() == 1 && heaviest(ties) >= kFirmTie &&
        are_years_off(claim, faults_.event(ties.front().entry)))
      return true;
    if (claim.naming && !claim.point && heaviest(ties) > kFirmTie &&
        std::all_of(ties.begin(), ties.end(),
                    [&](const Tie& tie) { return shares_an_end(claim, faults_.event(tie.entry)); }))
      return true;
    if (shares_one_end(claim, ties) || leaves_for_another_post(claim, ties)) return true;
    const bool year = claim.start && claim.start->date.precision == Precision::year;
    if (!claim.naming || !claim.start || (claim.start->date.precision < Precision::season && !year)) return false;
    if (year && ties.front().reason != TieReason::mention) return false;
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      const bool named = tie.reason >= TieReason::part_of_name || tie.reason == TieReason::mention;
      if (!named || (tie.reason != TieReason::mention && is_town(claim, tie.entry)) || !entry.start) return false;
      if (comes_before(claim, entry)) return false;
      if (!claim.point)  // of a deed there: no part of the stay where it goes beyond it
        return claim.start->days.last < entry.start->days.first - kApart ||
               (claim.end && claim.end->days.first > faults_.end_of(entry).last + kApart);
      const auto& side = claim.aspect == Aspect::end ? entry.end : entry.start;
      return side && !claim.start->days.touches({side->days.first - kApart, side->days.last + kApart});
    });
  }
  // "From June 2018 to October 2019 I was that house officer", a month or more longer than the entry that begins then:
  // no part of the stay.
  [[nodiscard]] bool shares_one_end(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kLonger = 20;
    if (claim.point || !claim.start || !claim.end || claim.kind == EventKind::gap || heaviest(ties) < kFirmTie ||
        faults_.marked(claim).words.any(claim.source, PathWord::with_kin))
      return false;
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return !entry.point && shares_an_end(claim, entry) &&
             (claim.end->days.first > faults_.end_of(entry).last + kLonger ||
              claim.start->days.last + kLonger < entry.start->days.first);
    });
  }
  // "I left Hinche for the university hospital in March", months before the end of the one post there.
  [[nodiscard]] bool leaves_for_another_post(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kApart = 75;
    if (claim.title != "left" || !claim.end || heaviest(ties) < kFirmTie) return false;
    const MarkedText& text = faults_.marked(claim);
    const std::string_view low = text.low(claim.whole);
    const std::size_t left = find_phrase(low, "left");
    const std::size_t aim = left == std::string_view::npos ? left : low.find(" for ", left);
    if (aim == std::string_view::npos || low.substr(left, aim - left).find_first_of(",;") != std::string_view::npos)
      return false;
    const Span behind{claim.whole.begin + static_cast<std::uint32_t>(aim), claim.whole.end};
    const WordHit* post = text.words.first(behind, PathWord::organization);
    const bool beside =
        post != nullptr && text.low({behind.begin, post->place.begin}).find_first_of(",;") == std::string_view::npos;
    return beside && std::ranges::all_of(ties, [&](const Tie& tie) {
             const Event& entry = faults_.event(tie.entry);
             return entry.end && claim.end->days.last + kApart < entry.end->days.first;
           });
  }
  // "I came to Jersey City in July", months before a post of which no more than the town is told: settling in.
  [[nodiscard]] bool comes_before(const Event& claim, const Event& entry) const {
    const MarkedText& text = faults_.marked(entry);
    return claim.point && claim.aspect == Aspect::start && claim.start->days.last < entry.start->days.first &&
           !text.words.any(entry.whole, PathWord::organization) &&
           faults_.marked(claim).words.any(claim.source, PathWord::act_arrive);
  }
  // A word of its name is a place of its own or of another entry's, and no word that the claim has is another one of
  // its name: "University of Houston", but not "the children's hospital in Kassala".
  [[nodiscard]] bool is_town(const Event& claim, std::uint32_t e) const {
    const Event& tied = faults_.event(e);
    const auto is_place = [&](const std::string& name) { return faults_.timeline().is_a_place(name); };
    const std::string_view told = faults_.marked(claim).low(claim.source);
    return std::any_of(tied.names.begin(), tied.names.end(), is_place) &&
           std::none_of(tied.names.begin(), tied.names.end(), [&](const std::string& name) {
             return !is_place(name) && (has_phrase(told, name) || has_phrase(told, name + "'s"));
           });
  }
  // Told within the entry itself: a part of it.
  [[nodiscard]] bool is_description(const Event& claim, const std::vector<Tie>& ties) const {
    return std::any_of(ties.begin(), ties.end(),
                       [&](const Tie& tie) { return stands_in(claim, faults_.event(tie.entry)); });
  }
  static bool stands_in(const Event& claim, const Event& entry) {
    return entry.text == claim.text && entry.whole.contains(claim.source);
  }
  // What is told within an entry is of no other one; "In these twenty months" is of that entry.
  [[nodiscard]] std::vector<Tie> keep_entry_around(const Event& claim, std::vector<Tie> ties) const {
    const auto entries = faults_.timeline().entries();
    const auto around = std::ranges::find_if(entries, [&](const Event& entry) { return stands_in(claim, entry); });
    if (around == entries.end() || is_description(claim, ties)) return ties;
    if (claim.source != claim.length_source || !around->start || around->point) return {};
    return {{static_cast<std::uint32_t>(around - entries.begin()), ties.front().reason, ties.front().weight}};
  }
  // Held firmly enough to call it a contradiction.
  [[nodiscard]] bool is_firm(const Event& claim, const std::vector<Tie>& ties) const {
    const TieReason reason = ties.front().reason;
    if (claim.kind == EventKind::exam || reason == TieReason::near) return true;
    const auto has = [&](PathWord list) { return faults_.marked(claim).words.any(claim.source, list); };
    if (reason == TieReason::pointed && claim.scene)  // "my last night there", "I handed over my keys"
      return has(PathWord::there) || hands_over(faults_.marked(claim), claim.source) || is_day_there(claim, ties);
    if (reason == TieReason::pointed)  // "I began there in July"
      return claim.aspect == Aspect::end || !claim.point || (claim.aspect == Aspect::start && has(PathWord::there));
    if (claim.kind == EventKind::other && claim.aspect == Aspect::end)
      return claim.title == "left" || claim.title == "resigned" || claim.title == "closed" || claim.title == "gave" ||
             claim.title == "withdrew" || reason >= TieReason::part_of_name || reason == TieReason::mention ||
             claim.title == "stayed" || claim.title == "remained" || claim.title == "ended" || claim.title == "kept" ||
             has(PathWord::work_verb) || has(PathWord::there);
    return claim.kind != EventKind::other || reason > TieReason::role || reason == TieReason::mention ||
           heaviest(ties) > kFirmTie || (!claim.point && heaviest(ties) == kFirmTie && says_my(claim));
  }
  // The sentence before names one of them or its town.
  [[nodiscard]] bool is_named_before(const Event& claim, const std::vector<Tie>& ties) const {
    const MarkedText& text = faults_.marked(claim);
    const auto sentences = text.text.document.sentences();
    const auto here = std::find_if(sentences.begin(), sentences.end(),
                                   [&](const Sentence& sentence) { return sentence.source == claim.whole; });
    if (here == sentences.begin() || here == sentences.end()) return false;
    const std::string_view before = text.low(std::prev(here)->source);
    const auto named = [&](const std::string& name) { return has_phrase(before, name); };
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return std::any_of(entry.names.begin(), entry.names.end(), named) ||
             std::any_of(entry.places.begin(), entry.places.end(), named);
    });
  }
  // "I still dream of Mercy. It is always my last shift, in May": the sentence before names the place.
  [[nodiscard]] bool is_day_there(const Event& claim, const std::vector<Tie>& ties) const {
    const MarkedText& text = faults_.marked(claim);
    const std::vector<WordHit> days = text.words.all(claim.source, PathWord::day_there);
    const bool day = std::any_of(days.begin(), days.end(), [&](const WordHit& hit) {
      const std::string_view after = std::string_view(text.folded).substr(hit.place.end);
      return after.starts_with(",") || after.starts_with(" was ");  // not "my first shift on the burns unit"
    });
    return day && is_named_before(claim, ties);
  }
  [[nodiscard]] std::uint32_t nearest_of(const Event& claim, const std::vector<Tie>& ties) const {
    const auto distance = [&](const Tie& tie) {
      const Stated& mine = claim.start ? *claim.start : *claim.end;
      const Event& entry = faults_.event(tie.entry);
      const Stated& other = claim.aspect == Aspect::end && entry.end ? *entry.end
                            : entry.start                            ? *entry.start
                                                                     : *entry.end;
      return std::abs(static_cast<double>(mine.days.first) - static_cast<double>(other.days.first));
    };
    return std::min_element(ties.begin(), ties.end(),
                            [&](const Tie& a, const Tie& b) { return distance(a) < distance(b); })
        ->entry;
  }

  // "Two years after graduation I went to Kassala": against the entry's beginning, or, where it only says that the
  // writer was there, against the whole stay.
  void check_distance(std::uint32_t e, const std::vector<Tie>& ties) {
    constexpr Day kSlack = 62;
    const Event& claim = faults_.event(e);
    const std::vector<Interval> ends = ends_of(claim);
    if (ends.empty() || heaviest(ties) < kFirmTie || ties.front().reason <= TieReason::described) return;
    const MonthRange meant = months_meant(*claim.length);
    const bool fits = std::any_of(ends.begin(), ends.end(), [&](Interval end) {
      const Interval told = days_after(end, meant, kSlack);
      return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
        const Event& entry = faults_.event(tie.entry);
        if (claim.kind == EventKind::exam && entry.start) return told.touches(entry.start->days);
        if (!entry.start || entry.point) return true;
        return told.touches(claim.aspect == Aspect::start
                                ? entry.start->days
                                : Interval{entry.start->days.first, faults_.end_of(entry).last});
      });
    });
    if (fits) return;
    faults_.mark(e);
    faults_.contradict(claim, faults_.words(claim, claim.length_source), hull(claim.length_source, claim.source),
                       faults_.event(ties.front().entry));
  }
  // When degrees were given, exams sat, internships or residencies over, as far as they are listed.
  [[nodiscard]] std::vector<Interval> ends_of(const Event& claim) const {
    std::vector<Interval> ends;
    const Milestone milestone = claim.after;
    if (milestone == Milestone::exam) {
      for (const Event& entry : faults_.timeline().entries()) {
        if (entry.kind == EventKind::exam && entry.sitting.exam == claim.sitting.exam && entry.start && entry.point &&
            entry.sitting.result != ExamResult::fail)
          ends.push_back(entry.start->days);
      }
      return ends;
    }
    const Role role = milestone == Milestone::internship ? Role::intern : Role::resident;
    for (const Event& entry : faults_.timeline().entries()) {
      if (!entry.end || entry.paper) continue;
      const std::uint32_t roles = roles_in(entry.title);
      const bool is_one = milestone == Milestone::degree ? entry.kind == EventKind::education
                                                         : (roles & 1U << static_cast<unsigned>(role)) != 0;
      if (is_one) ends.push_back(entry.end->days);
    }
    return ends;
  }
  // "My fourteen months at X": against each of the entries, and against all of them together.
  void check_length(std::uint32_t e, std::vector<Tie> ties) {
    constexpr int kOutweighed = 3;
    const Event& claim = faults_.event(e);
    if (ties.empty()) return;
    std::erase_if(ties, [least = heaviest(ties) - kOutweighed](const Tie& tie) { return tie.weight <= least; });
    if (!claim.length || claim.length->looseness == Looseness::vague || claim.kind == EventKind::gap) return;
    const bool weak = (ties.front().reason == TieReason::place || ties.front().reason == TieReason::role) &&
                      heaviest(ties) <= kFirmTie;
    if (weak && !claim.telling) return;
    if (heaviest(ties) < kFirmTie && ties.front().reason == TieReason::role) return;
    if (is_length_of_another_role(claim, ties)) return;
    if (weak && claim.loose && !is_longer_than_the_post(claim, ties)) return;
    keep_the_post(claim, ties);
    const Event& first = faults_.event(ties.front().entry);
    // "for two years I did my homework in Cebu", of the degree there
    if (heaviest(ties) <= kFirmTie && ties.front().reason >= TieReason::place && claim.title == "did" &&
        first.kind == EventKind::education && claim.kind != EventKind::education)
      return;
    // "I have lived in Atlanta for three years", "I lived in that hospital"
    if (claim.title == "lived" || has_phrase(faults_.marked(claim).low(claim.source), "living in") ||
        has_phrase(faults_.marked(claim).low(claim.source), "out of"))
      return;
    // "The last two years of the degree are given to social service": of the degree.
    if (ties.front().reason == TieReason::role && first.kind != EventKind::education && is_of_a_degree(claim)) return;
    // "for two years I taught" may be done beside any post, "I was a tutor for two years" not.
    const bool own_practice = claim.title == "had" && has_phrase(faults_.marked(claim).low(claim.source), "practice");
    const bool was_attending =  // "I was attending physician for two years": the verb is no other
        claim.title == "attending" && has_phrase(faults_.marked(claim).low(claim.source), "was attending");
    const bool stated = own_practice || was_attending || claim.title == "was" || claim.title == "been" ||
                        claim.title == "worked" || claim.title == "working" || claim.title == "served" ||
                        claim.title == "trained" || (claim.title == "did" && names_its_object(claim)) ||
                        (claim.title == "coordinated" ? heaviest(ties) > kFirmTie : tells_the_work_there(claim, ties));
    if (claim.loose && !stated && ties.front().reason == TieReason::role) return;
    if (std::any_of(ties.begin(), ties.end(),
                    [&](const Tie& tie) { return !faults_.event(tie.entry).start || faults_.event(tie.entry).point; }))
      return;
    Event together = first;
    for (const Tie& tie : ties) {
      const Event& entry = faults_.event(tie.entry);
      if (faults_.length_fits(*claim.length, entry) || fits_ranges_of(claim, entry)) return;
      if (entry.start->days.first < together.start->days.first) together.start = entry.start;
      if (!entry.end)
        together.end.reset();
      else if (together.end && entry.end->days.last > together.end->days.last)
        together.end = entry.end;
    }
    if (faults_.length_fits(*claim.length, together) || tells_a_sum(claim) || is_beyond_a_slip(claim, ties)) return;
    // "I ran it for five years": of one place, where "those three years" may be of two.
    const std::string_view words = faults_.marked(claim).low(claim.source);
    const bool one_place = (claim.pointing && claim.source != claim.length_source) ||
                           ties.front().reason == TieReason::mention || has_phrase(words, "at that") ||
                           has_phrase(words, "in that");
    const bool loosely = !one_place && heaviest(ties) <= kFirmTie + 2 &&
                         ties.front().reason < TieReason::part_of_name && claim.title != "spent" &&
                         claim.title != "served" && claim.length->finest == LengthUnit::years;
    if (loosely && fits_with_neighbours(claim, together, ties.front().reason)) return;
    if (ties.front().reason < TieReason::part_of_name && is_length_of_another(claim, ties)) return;
    // "Then came four years at Penn State": of what was done there nothing is said.
    if (ties.front().reason == TieReason::place && !tells_of_work(claim) && fits_another_there(claim, together) &&
        !is_longer_than_the_post(claim, ties))
      return;
    if (ties.front().reason <= TieReason::part_of_name && fits_all_there(claim, together)) return;
    if (fits_another_of_that_name(claim, ties) || fits_another_of_that_title(claim, ties)) return;
    // "sent, with an internship, for three years and one month, to an island": of the post that is just as long
    if (!claim.telling && ties.front().reason == TieReason::role && claim.length->finest == LengthUnit::months &&
        fits_another(claim))
      return;
    // "My three years as the only physician of that island"
    const bool by_role = claim.pointing && ties.size() == 1 && names_role_of(claim, first);
    if (ties.front().reason == TieReason::pointed &&
        ((claim.length->finest < LengthUnit::months && !by_role) || is_told_with_dates(claim, ties)))
      return;
    if (is_told_beside_dates(claim) || is_told_to_another_end(claim, ties)) return;
    if (ties.front().reason == TieReason::pointed && begins_then(claim)) return;
    if (ties.front().reason == TieReason::pointed && is_told_at_another_time(claim, together)) return;
    const bool shorter =
        months_meant(*claim.length).most < (faults_.end_of(together).first - together.start->days.last) / kDaysPerMonth;
    const MarkedText& text = faults_.marked(claim);
    // "After two years there I was given the keys", but not "After the nine months I gave to the programme"
    const std::string_view lead = text.low(bytes_before(claim.length_source.begin, 14));
    const bool after = has_phrase(lead, "after") && !lead.ends_with("after the ");  // "after almost a"
    const bool by_then =
        has_phrase(text.low(hull(bytes_before(claim.length_source.begin, 20), claim.source)), "already") ||
        (claim.loose && claim.title == "been" &&  // "I had been a registrar for half a year, when"
         has_phrase(text.low(claim.source), "had")) ||
        (text.low(claim.whole).starts_with("by the time ") && has_phrase(text.low(claim.whole), "had been"));
    // "I did two years of medical school", of a course that still goes on
    const bool so_far = first.kind == EventKind::education && (first.to_present || first.expected);
    const bool of_a_rank = has_phrase(text.low(claim.source), "chief");  // "I was chief resident for a year"
    const bool brief = claim.length->in_months() < 3 && !lasted(claim, ties);
    const bool by_half =  // a text may be some months old
        is_held_until_now(claim, ties) &&
        claim.length->in_months() * 2 < (faults_.as_of() - together.start->days.last) / kDaysPerMonth;
    if (shorter && !by_half &&
        ((after && !lasted(claim, ties)) || by_then || so_far || of_a_rank || brief || is_within(claim, ties) ||
         claim.partial || !claim.telling || is_part(claim, first)))
      return;
    const bool of_one = claim.partial && !claim.pointing && ties.front().reason < TieReason::part_of_name;
    if (!shorter && ties.size() > 1 && (of_one || ties.front().reason == TieReason::place) &&
        !was_elsewhere_around(together))
      return;
    const bool by_context =
        ties.front().reason == TieReason::pointed && !claim.pointing && !stays_where_named(claim, first);
    if (by_context && (shorter || fits_with_neighbours(claim, together, TieReason::pointed) || fits_another(claim)))
      return;
    faults_.mark(e);
    if (is_description(claim, ties)) faults_.mark(ties.front().entry);  // its description is asked no more
    const std::string what = DateFaults::name_of(first);
    const std::string told = faults_.words(claim, claim.length_source);
    const std::string dates = faults_.dates_as_written(first);
    const std::string length = faults_.length_of(first);
    Finding* finding =
        faults_.add("dates/duration-mismatch", claim,
                    fmt::format("{}: \"{}\" here, but {} is {}", what, told, dates, length), claim.length_source);
    faults_.relate(finding, first, DateFaults::place_span(first), fmt::format("{} says {}", what, dates),
                   fmt::format("{}: {} here is {}, but \"{}\" in {}", what, dates, length, told,
                               faults_.text_of(claim).source.name()));
  }
  // "I began a three-month observership in Pittsburgh, and in December they took me on as a research fellow"
  [[nodiscard]] bool is_length_of_another_role(const Event& claim, const std::vector<Tie>& ties) const {
    const std::uint32_t behind = claim.length_source.end + 1;
    for (const WordHit& hit : faults_.marked(claim).words.within({behind, behind + 1})) {
      if (!names_role(hit, {behind, hit.place.end})) continue;
      return std::ranges::none_of(ties, [&](const Tie& tie) {
        const std::uint32_t roles = roles_in(faults_.event(tie.entry).title);
        return roles == 0 || (roles & 1U << hit.value) != 0;
      });
    }
    return false;
  }
  // "I taught pharmacology to nursing students in Pokhara", of the tutor there: the verb and more.
  [[nodiscard]] bool tells_the_work_there(const Event& claim, const std::vector<Tie>& ties) const {
    const std::string title = folded_copy(faults_.event(ties.front().entry).title);
    return is_work_of(claim.title, title) && (heaviest(ties) > kFirmTie + 2 || has_phrase(title, "teacher") ||
                                              has_phrase(faults_.marked(claim).low(claim.source), "that"));
  }
  // Who misremembers a length is off by half or by twice, seldom by more: what is farther off measures something else,
  // the sooner where little ties it. (By the mismatches of corpus/train and what was found there amiss.)
  [[nodiscard]] bool is_beyond_a_slip(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr double kMost = 2.6;       // times as long or as short
    constexpr double kMostFirm = 3.65;  // ... of a firm tie
    constexpr double kMostSure = 4.2;   // ... of one by two things
    constexpr double kMostFull = 8;     // ... by role and name, or where the words say that it is all
    constexpr int kSure = 5;
    constexpr int kFull = 7;
    const int weight = heaviest(ties);
    if (lasted(claim, ties)) return false;
    constexpr double kMostUntilNow = 8;
    const bool in_all = weight >= kFirmTie && faults_.marked(claim).words.any(claim.source, PathWord::in_all);
    const double most = is_held_until_now(claim, ties) ? kMostUntilNow
                        : in_all                       ? kMostFull
                        : weight < kFirmTie            ? kMost
                        : weight < kSure               ? kMostFirm
                        : weight < kFull               ? kMostSure
                                                       : kMostFull;
    const Event& entry = faults_.event(ties.front().entry);
    const double stay = static_cast<double>(faults_.end_of(entry).last - entry.start->days.first) / kDaysPerMonth;
    const double told = claim.length->in_months();
    return are_times_apart(told, stay, most);
  }
  // "For six months now, I have been an interpreter at the Charles Street Clinic", of the one post there, which goes
  // on.
  [[nodiscard]] bool is_held_until_now(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr int kSure = 7;
    const std::string_view low = faults_.marked(claim).low(claim.source);
    return ties.size() == 1 && heaviest(ties) >= kSure && faults_.event(ties.front().entry).to_present &&
           has_phrase(low, "i have been") &&
           (faults_.marked(claim).words.roles(claim.source) != 0 ||
            names_role_of(claim, faults_.event(ties.front().entry)));
  }
  // "My job as a tutor lasted six weeks", "... came to an end after six weeks": nothing else is measured.
  [[nodiscard]] bool lasted(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr int kSure = 5;
    const MarkedText& text = faults_.marked(claim);
    const std::string_view lead = text.low(bytes_before(claim.length_source.begin, 30));
    const bool ended = has_phrase(lead, "came to an end after") || has_phrase(lead, "ended after");
    return ((claim.title == "lasted" && heaviest(ties) >= kSure) || (ended && heaviest(ties) >= kFirmTie)) &&
           text.low(claim.source).starts_with("my ");
  }
  // "Taken together I gave that hospital four years": of several stays.
  [[nodiscard]] bool tells_a_sum(const Event& claim) const {
    const std::string_view low = faults_.marked(claim).low(claim.whole);
    const std::string_view behind = faults_.marked(claim).low({claim.length_source.end, claim.whole.end});
    if (behind.starts_with(", as a") && behind.find(" and then as ") != std::string_view::npos) return true;
    return has_phrase(low, "taken together") || has_phrase(low, "years together") ||
           has_phrase(low, "months together") || has_phrase(low, "all together") || has_phrase(low, "put together") ||
           has_phrase(low, "counting from") || has_phrase(low, "counted from") || has_phrase(low, "counting the") ||
           has_phrase(behind, "the rest");
  }
  // "I did my internship for two years"
  [[nodiscard]] bool names_its_object(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const std::string_view low = text.low(claim.source);
    const std::size_t verb = find_phrase(low, claim.title);
    if (verb == std::string_view::npos || claim.length_source.begin < claim.source.begin + verb) return false;
    return text.words.any({claim.source.begin + static_cast<std::uint32_t>(verb), claim.length_source.begin},
                          PathWord::own_noun);
  }
  [[nodiscard]] bool is_of_a_degree(const Event& claim) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    const MarkedText& text = faults_.marked(claim);
    const std::uint32_t begin = claim.length_source.end;
    const Span behind{begin, std::min(static_cast<std::uint32_t>(text.folded.size()), begin + kReach)};
    return text.low(behind).starts_with(" of ") && text.words.any(behind, PathWord::degree);
  }
  // "For three years I was the only person in Skardu", where the one post there was of one.
  [[nodiscard]] bool is_longer_than_the_post(const Event& claim, const std::vector<Tie>& ties) const {
    const Event& entry = faults_.event(ties.front().entry);
    const bool there =
        claim.title == "was" || claim.title == "been" || claim.title == "worked" || claim.title == "stayed";
    return ties.size() == 1 && ties.front().reason == TieReason::place && heaviest(ties) >= kFirmTie && there &&
           entry.start && !entry.point &&
           months_meant(*claim.length).least >
               (faults_.end_of(entry).last - entry.start->days.first) / kDaysPerMonth + 1;
  }
  // "The three years I spent at Lantern House": of the post there, not of the Sundays years later.
  void keep_the_post(const Event& claim, std::vector<Tie>& ties) const {
    const auto aside = [&](const Tie& tie) { return faults_.event(tie.entry).load == Load::part_time; };
    const std::string_view low = faults_.marked(claim).low(claim.source);
    if (std::ranges::all_of(ties, aside) || claim.title != "spent" || has_phrase(low, "volunteer")) return;
    std::erase_if(ties, aside);
  }
  // "I moved to the addiction unit in Helwan, and I stayed for eleven months": there.
  [[nodiscard]] bool stays_where_named(const Event& claim, const Event& entry) const {
    if (!is_one_of(claim.title, {"stayed", "remained", "worked", "served"})) return false;
    const std::string_view before = faults_.marked(claim).low({claim.whole.begin, claim.source.begin});
    const auto says = [&](const std::string& name) { return name.size() > 3 && has_phrase(before, name); };
    return std::ranges::any_of(entry.names, says) || std::ranges::any_of(entry.places, says);
  }
  // "I began in 2011 and took six years, the last as an intern"; "three years there", of the post that came next.
  [[nodiscard]] bool is_length_of_another(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kNext = 120;  // days between two posts
    const Event& tied = faults_.event(ties.front().entry);
    const bool of_training = has_phrase(faults_.marked(claim).low(claim.source), "training");
    // "In Colombo I was registrar. I spent only sixteen months there"
    const bool named_before = claim.title == "spent" && claim.pointing && is_named_before(claim, ties);
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      if (entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start ||
          !faults_.length_fits(*claim.length, entry) || (of_training && tied.training && !entry.training) ||
          std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == e; }))
        continue;
      const bool next = ties.front().reason == TieReason::pointed && tied.end && !named_before &&
                        std::abs(static_cast<long>(entry.start->days.first - tied.end->days.last)) < kNext;
      const auto claims = faults_.timeline().claims();
      const bool beside = std::any_of(claims.begin(), claims.end(), [&](const Event& other) {
        return other.text == claim.text && other.whole == claim.whole && other.dated() && !other.relative &&
               dates_agree(other, entry);
      });
      if (next || beside) return true;
    }
    return false;
  }
  // "I trained there from 2019 to 2022. Those three years": of the dates that were just told.
  [[nodiscard]] bool is_told_with_dates(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr std::uint32_t kReach = 400;  // bytes
    const auto claims = faults_.timeline().claims();
    for (std::size_t c = 0; c < claims.size(); ++c) {
      const Event& other = claims[c];
      const std::vector<Tie>& others = faults_.timeline().ties[c];
      const bool those = claim.source == claim.length_source;  // "those three years": whatever is named in between
      const bool elsewhere =
          !those && !others.empty() && std::none_of(others.begin(), others.end(), [&](const Tie& tie) {
            return std::any_of(ties.begin(), ties.end(), [&](const Tie& mine) { return mine.entry == tie.entry; });
          });
      if (!elsewhere && other.text == claim.text && other.source.begin < claim.source.begin &&
          other.source.end + kReach > claim.source.begin && other.start && other.end && !other.point &&
          !other.relative && faults_.length_fits(*claim.length, other))
        return true;
    }
    return false;
  }
  // "I studied in Hue nine years in all, from September 2009 to September 2018": of those dates.
  [[nodiscard]] bool is_told_beside_dates(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const auto behind = std::ranges::find_if(text.dates, [&](const DateExpression& date) {
      return date.source.begin > claim.length_source.end && date.kind == DateKind::period && !date.resolved &&
             !(date.start == date.end);
    });
    if (behind != text.dates.end() && text.low({claim.length_source.end, behind->source.begin}) == ", ")
      return true;  // "the service took two years, October to September"
    const auto claims = faults_.timeline().claims();
    return std::ranges::any_of(claims, [&](const Event& other) {
      return other.text == claim.text && other.whole == claim.whole && other.start && other.end && !other.point &&
             !other.relative && faults_.length_fits(*claim.length, other);
    });
  }
  // "I practised on the ward from that October for almost seven years": of what began then.
  [[nodiscard]] bool begins_then(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const IndexRange range = text.dates_within(claim.source);
    return std::any_of(text.dates.begin() + range.first, text.dates.begin() + range.last,
                       [&](const DateExpression& date) {
                         return date.kind != DateKind::duration && date.anchor == DateAnchor::previous_event &&
                                (text.low(date.source).starts_with("from ") ||
                                 text.low(bytes_before(date.source.begin, 5)) == "from ");
                       });
  }
  // "In October 2018 I took a job as a technician. Those twenty-one months ...": of no stay that ended in 2014.
  [[nodiscard]] bool is_told_at_another_time(const Event& claim, const Event& stay) const {
    constexpr std::uint32_t kReach = 400;  // bytes
    constexpr Day kSlack = 120;
    const Event* last = nullptr;
    for (const Event& other : faults_.timeline().claims()) {
      if (other.text == claim.text && other.dated() && !other.relative && other.source.end <= claim.source.begin &&
          other.source.end + kReach > claim.source.begin)
        last = &other;
    }
    if (last == nullptr || !last->done) return false;
    const std::string_view between = faults_.marked(claim).slice({last->source.end, claim.source.begin});
    if (between.find("\n\n") != std::string_view::npos) return false;
    return faults_.sure_days(*last).first > faults_.end_of(stay).last + kSlack;
  }
  // "I was there for two years, until December 2020", where the stay ends otherwise: of another one.
  [[nodiscard]] bool is_told_to_another_end(const Event& claim, const std::vector<Tie>& ties) const {
    const auto claims = faults_.timeline().claims();
    return ties.front().reason == TieReason::pointed && std::ranges::any_of(claims, [&](const Event& other) {
             return other.text == claim.text && other.whole == claim.whole && other.aspect == Aspect::end &&
                    other.end && !other.relative && std::ranges::none_of(ties, [&](const Tie& tie) {
                      const Event& entry = faults_.event(tie.entry);
                      return entry.end && entry.end->days.touches(other.end->days);
                    });
           });
  }
  // "I left Kassel after thirteen months": of the clinic there, not of the language course.
  [[nodiscard]] bool fits_another_of_that_name(const Event& claim, const std::vector<Tie>& ties) const {
    const auto entries = faults_.timeline().entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return entry.start && !entry.point && !entry.paper && entry.load != Load::part_time &&
             faults_.length_fits(*claim.length, entry) && std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
               const Event& tied = faults_.event(tie.entry);
               return says_a_name_of_both(claim, entry, tied) && !names_role_of(claim, tied);
             });
    });
  }
  // "Three years a duty officer in eastern Bhutan": of the other post of that title, which the town
  // alone does not tie.
  [[nodiscard]] bool fits_another_of_that_title(const Event& claim, const std::vector<Tie>& ties) const {
    if (ties.front().reason != TieReason::place) return false;
    const std::string title = folded_copy(faults_.event(ties.front().entry).title);
    return !title.empty() && std::ranges::any_of(faults_.timeline().entries(), [&](const Event& entry) {
      return entry.start && !entry.point && folded_copy(entry.title) == title &&
             faults_.length_fits(*claim.length, entry);
    });
  }
  // "Kassel", but not the children whose hospital and whose clinic it is.
  [[nodiscard]] bool says_a_name_of_both(const Event& claim, const Event& a, const Event& b) const {
    const std::string_view low = faults_.marked(claim).low(claim.source);
    return std::ranges::any_of(a.names, [&](const std::string& name) {
      return std::ranges::find(b.names, name) != b.names.end() && has_phrase(low, name);
    });
  }
  // "I gave that hospital seven years": all posts of one name, or in one town, together.
  [[nodiscard]] bool fits_all_there(const Event& claim, const Event& tied) const {
    std::vector<std::string> name = tied.names;
    if (name.size() > 1) name.resize(1);
    std::vector<std::string> town = faults_.timeline().towns_of(tied);
    town.insert(town.end(), name.begin(), name.end());
    const auto named = [&](const Event& entry) { return share_a_word(entry.names, name); };
    const bool of_the_role = names_role_of(claim, tied);
    const auto there = [&](const Event& entry) {  // a post in that town, but no study where a post is told of
      const bool other_kind =
          entry.kind == EventKind::education && claim.kind != EventKind::education && claim.kind != EventKind::other;
      return !other_kind && (!of_the_role || names_role_of(claim, entry)) &&
             (share_a_word(entry.names, town) || share_a_word(entry.places, town));
    };
    return faults_.length_fits(*claim.length, together_with(tied, named)) ||
           (!names_one_place(claim) && faults_.length_fits(*claim.length, together_with(tied, there)));
  }
  // "its coronary unit", but not "in two hospitals".
  [[nodiscard]] bool names_one_place(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const auto within = text.words.within(claim.source);
    return std::any_of(within.begin(), within.end(), [&](const WordHit& hit) {
      return (hit.list == PathWord::organization || hit.list == PathWord::organization_loose) &&
             !text.low(hit.place).ends_with("s");
    });
  }
  template <typename Holds>
  [[nodiscard]] Event together_with(Event together, Holds holds) const {
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start || !holds(entry)) continue;
      if (entry.start->days.first < together.start->days.first) together.start = entry.start;
      if (together.end && (!entry.end || entry.end->days.last > together.end->days.last)) together.end = entry.end;
    }
    return together;
  }
  [[nodiscard]] bool tells_of_work(const Event& claim) const {
    const WordHits verb(claim.title);
    return verb.any({0, static_cast<std::uint32_t>(claim.title.size())}, PathWord::work_verb) ||
           faults_.marked(claim).words.any(claim.source, PathWord::work_verb) || names_a_stay(claim);
  }
  // "My service in Split", but not the years of its length.
  [[nodiscard]] bool names_a_stay(const Event& claim) const {
    const std::vector<WordHit> nouns = faults_.marked(claim).words.all(claim.source, PathWord::own_noun);
    return std::any_of(nouns.begin(), nouns.end(),
                       [&](const WordHit& noun) { return !claim.length_source.overlaps(noun.place); });
  }
  [[nodiscard]] bool has_another_role(const Event& claim, const Event& entry) const {
    const std::uint32_t told = faults_.marked(claim).words.roles(claim.source);
    const std::uint32_t listed = roles_in(entry.title);
    constexpr std::uint32_t kTraining =
        1U << static_cast<unsigned>(Role::intern) | 1U << static_cast<unsigned>(Role::resident);
    return told != 0 && (listed != 0 || (told & kTraining) != 0) && (told & listed) == 0;
  }
  // ... in that town, or nobody knows where.
  [[nodiscard]] bool fits_another_there(const Event& claim, const Event& tied) const {
    const auto entries = faults_.timeline().entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return entry.start && !entry.point && may_be_there(entry, tied) && !lacks_the_kind(claim, entry, tied) &&
             faults_.length_fits(*claim.length, entry);
    });
  }
  // "The years in the clinic": of the clinic, not of the university.
  [[nodiscard]] bool lacks_the_kind(const Event& claim, const Event& entry, const Event& tied) const {
    const MarkedText& text = faults_.marked(claim);
    const std::vector<WordHit> kinds = text.words.all(claim.source, PathWord::organization);
    return std::any_of(kinds.begin(), kinds.end(), [&](const WordHit& kind) {
      const std::string_view word = text.low(kind.place);
      return has_phrase(faults_.marked(tied).low(tied.whole), word) &&
             !has_phrase(faults_.marked(entry).low(entry.whole), word);
    });
  }
  [[nodiscard]] bool may_be_there(const Event& entry, const Event& tied) const {
    const std::vector<std::string> towns = faults_.timeline().towns_of(tied);
    return entry.places.empty() || share_a_word(entry.places, towns) || share_a_word(entry.names, towns) ||
           share_a_word(entry.places, tied.names);
  }
  [[nodiscard]] bool fits_another(const Event& claim) const {
    const auto entries = faults_.timeline().entries();
    const bool work = claim.kind != EventKind::education && claim.kind != EventKind::other;
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return entry.start && !entry.point && !(work && entry.kind == EventKind::education) &&
             faults_.length_fits(*claim.length, entry);
    });
  }
  // Right before the stay, and after it where it is over, a full-time entry is in another town.
  [[nodiscard]] bool was_elsewhere_around(const Event& stay) const {
    constexpr Day kNear = 61;
    const auto elsewhere_at = [&](Day day) {
      const auto entries = faults_.timeline().entries();
      return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
        return entry.load == Load::full_time && !entry.paper && !entry.point && entry.start && !entry.places.empty() &&
               !faults_.timeline().are_of_one_place(entry, stay) && entry.start->days.first <= day &&
               day <= faults_.end_of(entry).last;
      });
    };
    return !stay.places.empty() && elsewhere_at(stay.start->days.first - kNear) &&
           (!stay.end || elsewhere_at(stay.end->days.last + kNear));
  }
  [[nodiscard]] bool is_next_to(const Event& entry, const Event& other) const {
    constexpr Day kNext = 180;
    return entry.start->days.first <= faults_.end_of(other).last + kNext &&
           other.start->days.first <= faults_.end_of(entry).last + kNext;
  }
  // "Those three years": of two posts, one after the other; in one town, where the town ties them.
  [[nodiscard]] bool fits_with_neighbours(const Event& claim, const Event& together, TieReason reason) const {
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind == EventKind::exam || entry.kind == EventKind::education || entry.paper || entry.point ||
          !entry.start || !is_next_to(entry, together) ||
          (reason == TieReason::place && !may_be_there(entry, together)) ||
          (reason == TieReason::role &&
           ((names_role_of(claim, together) && !names_role_of(claim, entry)) || has_another_role(claim, entry))))
        continue;
      Event both = together;
      if (entry.start->days.first < together.start->days.first)
        both.start = entry.start;
      else if (entry.end && (!together.end || entry.end->days.last > together.end->days.last))
        both.end = entry.end;
      if (faults_.length_fits(*claim.length, both)) return true;
    }
    return false;
  }
  // "I spent six months in the neonatal unit in Cardiff": no word of the post's own, which the town alone ties.
  [[nodiscard]] bool is_within(const Event& claim, const std::vector<Tie>& ties) const {
    if (ties.front().reason != TieReason::place) return false;
    const MarkedText& text = faults_.marked(claim);
    const Event& entry = faults_.event(ties.front().entry);
    const std::string_view names = faults_.marked(entry).low(entry.whole);
    const auto within = text.words.within(claim.source);
    return std::any_of(within.begin(), within.end(), [&](const WordHit& hit) {
      return (hit.list == PathWord::organization || hit.list == PathWord::organization_loose) &&
             !has_phrase(names, text.low(hit.place));
    });
  }
  // "I spent six months there on the ICU", but not "my rotating internship" where that is what the post is called.
  [[nodiscard]] bool is_part(const Event& claim, const Event& post) const {
    const MarkedText& text = faults_.marked(claim);
    const std::string_view after = std::string_view(text.folded).substr(claim.length_source.end);
    if (after.starts_with(" in all") || after.starts_with(" altogether") || after.starts_with(" in total"))
      return false;
    // "From the first lecture to the diploma, the degree took me nine months": the verb measures all of it.
    constexpr std::uint32_t kBeside = 24;  // bytes
    const bool measured = is_one_of(claim.title, {"took", "lasted"});
    const std::uint32_t from = std::max(
        claim.source.begin, measured ? bytes_before(claim.length_source.begin, kBeside).begin : claim.source.begin);
    const std::string_view rest =
        text.low({claim.length_source.end, std::max(claim.length_source.end, claim.source.end)});
    const auto told_end = claim.length_source.end + static_cast<std::uint32_t>(std::min(rest.find(", "), rest.size()));
    const Span told{from, told_end};
    const std::vector<WordHit> ranks = text.words.all(told, PathWord::qualified);
    const std::vector<WordHit> parts = text.words.all(told, PathWord::part_of);
    // "my two years in the emergency room" of the "emergency physician" is no part of what he was there
    const std::string_view entry = faults_.marked(post).low(post.whole);
    const bool part = std::ranges::any_of(parts, [&](const WordHit& hit) {
      const std::string_view words = text.low(hit.place);
      std::string_view word = words.substr(0, words.find(' '));
      // "my seven months there were my first paid work"
      const bool order = is_one_of(word, {"first", "last", "final", "next", "early", "more", "other"});
      if (order && hit.place.begin >= claim.length_source.end) return false;
      if (word.ends_with('s')) word.remove_suffix(1);
      return entry.find(word) == std::string_view::npos;
    });
    return part || std::any_of(ranks.begin(), ranks.end(), [&](const WordHit& rank) {
             return rank.place.end + 1 != claim.length_source.begin;  // not "for only six months"
           });
  }

  DateFaults& faults_;
};

}  // namespace

void check_claims(DateFaults& faults) {
  ClaimCheck check(faults);
  for (std::uint32_t c = 0; c < faults.timeline().ties.size(); ++c) check.check(c);
}

}  // namespace candor
