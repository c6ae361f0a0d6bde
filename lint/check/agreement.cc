#include "lint/check/agreement.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lint/check/claim_cues.h"
#include "lint/reading/clause.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

class ClaimCheck {
 public:
  // `doubts`: where it is given, all doubts go there, and none of them is told.
  explicit ClaimCheck(DateFaults& faults, std::vector<ClaimInDoubt>* doubts = nullptr)
      : faults_(faults), doubts_(doubts) {}

  void check() {
    for (std::uint32_t c = 0; c < faults_.timeline().ties.size(); ++c) check(c);
  }

 private:
  void check(std::uint32_t c) {
    const std::uint32_t e = faults_.entry_count() + c;
    const Event& claim = faults_.event(e);
    std::vector<Tie> ties = faults_.timeline().ties[c];
    if (faults_.is_faulty(e)) return;
    std::erase_if(ties, [&](const Tie& tie) { return faults_.is_faulty(tie.entry); });
    if (ties.empty() && claim.kind == EventKind::exam) return check_attempt(e);
    if (ties.empty() || claim.expected || (!claim.scene && is_description(claim, ties)) ||
        is_still_to_come(claim, faults_.event(ties.front().entry)))
      return;
    if (!claim.dated()) return check_length(e, keep_entry_around(claim, std::move(ties)));
    if (goes_on_though_over(claim, ties) || is_over_though_present(claim, ties)) {
      faults_.report_contradiction(e, ties.front().entry);
      return;
    }
    if (claim.relative && !claim.carried && !is_sat_this_year(claim)) return;
    if (!claim.telling && is_one_of(claim.verb, {"presented", "published"}))
      return;  // "I presented it in Lima in April"
    check_date(e, ties);
  }

  // By how much what the cues come to is more than enough to speak; nothing where it is not enough.
  std::optional<float> margin_of(std::string_view rule, const Event& claim, Span told, std::vector<std::string> cues) {
    if (doubts_ != nullptr) {
      doubts_->push_back({rule, claim.text, told, std::move(cues)});
      return std::nullopt;
    }
    const EvidenceData* evidence = faults_.context().bank.ruleset().evidence_for(rule);
    if (evidence == nullptr) return std::nullopt;
    const float margin = evidence->weigh(cues) - evidence->least;
    return margin < 0 ? std::nullopt : std::optional(margin);
  }

  // "In June 2019 I joined Mercy": a date that none of the entries has.
  void check_date(std::uint32_t e, const std::vector<Tie>& ties) {
    const Event& claim = faults_.event(e);
    const bool all = std::ranges::all_of(ties, [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.dated() && dates_contradict(claim, entry, faults_.as_of());
    });
    if (!all || may_be_another_sitting(claim) || is_conferred_later(claim, ties) ||
        is_dated_within_entry(claim, ties) || runs_over_stays_there(claim, ties))
      return;
    const std::uint32_t nearest = nearest_of(claim, ties);
    if (is_sent_for_a_while(claim, faults_.event(nearest)) || leaves_the_town_later(claim, ties, nearest)) return;
    constexpr float kSure = 1.5F;  // log-odds: on corpus/train 98 in 100 are right from there on, and 80 below
    const std::optional<float> margin = margin_of("dates/contradiction", claim, claim.date_source(),
                                                  cues_of_date(faults_, claim, ties, faults_.event(nearest)));
    if (!margin) return;
    // A date that hangs on another is never sure.
    const bool firm = claim.telling && !claim.relative && !is_description(claim, ties);
    Finding* finding = faults_.report_contradiction(e, nearest, firm);
    if (*margin < kSure) DateFaults::make_unsure(finding);
  }

  // "since September 2025 the senior one of three", where the entry says "(Senior Fellow from Sep 2025)"
  [[nodiscard]] bool is_dated_within_entry(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || claim.kind == EventKind::education || !claim.start ||
        !claim.start->date.has_month() || (claim.end && !claim.point))
      return false;
    return std::ranges::any_of(ties, [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (stands_in(claim, entry) || !entry.dated()) return false;
      return std::ranges::any_of(faults_.marked(entry).dates_in(entry.whole), [&](const DateExpression& date) {
        constexpr Day kNext = 31;
        if (date.kind == DateKind::duration || !date.resolved || entry.date_source().overlaps(date.source))
          return false;
        // "(Medical Officer until December 2019)", and "from January 2020 registrar"
        if (date.open_start) return date.end.has_month() && widened(date.end_days, kNext).touches(claim.start->days);
        return date.start.has_month() && date.start_days.touches(claim.start->days);
      });
    });
  }
  // "I was a medical officer there, from October 2019 to December 2023", as a senior one in the last two years: from
  // the beginning of one stay to the end of another at that place.
  [[nodiscard]] bool runs_over_stays_there(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.point || !claim.start || !claim.end) return false;
    const auto begins = [&](const Event& entry) { return entry.start && entry.start->days.touches(claim.start->days); };
    const auto ends = [&](const Event& entry) { return entry.end && entry.end->days.touches(claim.end->days); };
    return std::ranges::any_of(ties, [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (entry.names.empty() || !(begins(entry) || ends(entry))) return false;
      return std::ranges::any_of(faults_.timeline().entries(), [&](const Event& other) {
        return &other != &entry && is_post(other) && other.names == entry.names &&
               (begins(entry) ? ends(other) : begins(other));
      });
    });
  }

  // "In August 2021 we left Nigeria", of a post there until July.
  [[nodiscard]] bool leaves_the_town_later(const Event& claim, const std::vector<Tie>& ties, std::uint32_t e) const {
    constexpr Day kSoon = 62;
    const Event& entry = faults_.event(e);
    const bool by_town = std::ranges::all_of(ties, [](const Tie& tie) { return tie.reason == TieReason::place; });
    return by_town && claim.aspect == Aspect::end && claim.end && entry.end &&
           claim.end->days.first > entry.end->days.last && claim.end->days.first <= entry.end->days.last + kSoon;
  }
  // "On 31 December 2004 I was sent to Kalmunai, for a fortnight", of a stay of years
  [[nodiscard]] bool is_sent_for_a_while(const Event& claim, const Event& entry) const {
    if (!claim.point || claim.aspect != Aspect::start || !entry.start || entry.point) return false;
    const MarkedText& text = faults_.marked(claim);
    const Span behind{claim.date_source().end, std::max(claim.date_source().end, claim.whole.end)};
    const double stay = static_cast<double>(faults_.end_of(entry).last - entry.start->days.first) / kDaysPerMonth;
    const std::string_view low = text.low(behind);
    const DateExpression* length = text.length_in(behind);
    const bool weeks = has_any_phrase(low, {"for a fortnight", "for a week"});
    const bool told = length != nullptr && text.low({behind.begin, length->source.begin}).ends_with(", for ") &&
                      2 * length->duration.in_months() < stay;
    return (weeks && stay > 2) || told;
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
    const bool ceremony = has_any_phrase(whole, {"convocation", "ceremony"});
    const bool doctor = claim.verb == "became" || ceremony;  // "I became a doctor": with the licence, for some
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
          (roles_in(entry.title) & role_bit(Role::intern)) != 0)
        end = std::max(end, entry.end->days.last);
    }
    return end;
  }

  // "My fourteen months at X": against each of the entries, and against all of them together.
  void check_length(std::uint32_t e, std::vector<Tie> ties) {
    constexpr int kOutweighed = 3;
    const Event& claim = faults_.event(e);
    if (ties.empty() || !claim.length || claim.length->looseness == Looseness::vague || claim.kind == EventKind::gap)
      return;
    std::erase_if(ties, [least = heaviest(ties) - kOutweighed](const Tie& tie) { return tie.weight <= least; });
    if (std::ranges::any_of(ties, [&](const Tie& tie) {
          const Event& entry = faults_.event(tie.entry);
          return !entry.start || entry.point;
        }))
      return;
    const Event& first = faults_.event(ties.front().entry);
    Event together = first;
    for (const Tie& tie : ties) {
      const Event& entry = faults_.event(tie.entry);
      if (faults_.length_fits(*claim.length, entry) || fits_ranges_of(claim, entry)) return;
      stretch_over(together, entry);
    }
    if (is_told_in_parts(claim) || faults_.length_fits(*claim.length, together) || fits_stays_in_a_row(claim, first))
      return;
    if (!margin_of("dates/duration-mismatch", claim, claim.length_source,
                   cues_of_length(faults_, claim, ties, together)))
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

  // "a doctor of the NHS for nearly five years, first in Leicester as a fellow, then in Derby"
  [[nodiscard]] bool is_told_in_parts(const Event& claim) const {
    const std::string_view behind = faults_.marked(claim).low({claim.length_source.end, claim.whole.end});
    return behind.starts_with(", first ") && has_phrase(behind, "then");
  }
  // "I remained in that hospital for fifteen years", as a nurse first and then as a manager: the stays at one place
  // that follow one another.
  [[nodiscard]] bool fits_stays_in_a_row(const Event& claim, const Event& first) const {
    constexpr Day kNext = 93;
    const MarkedText& text = faults_.marked(claim);
    const Span lead{std::min(claim.source.begin, claim.length_source.begin), claim.length_source.begin};
    const bool role = text.words.roles(lead) != 0 || text.words.any(lead, PathWord::training);
    if (first.names.empty() || !first.start || role || !text.words.any(claim.source, PathWord::organization))
      return false;
    // "four years as an emergency physician there": not those as an assistant
    const Span behind{claim.length_source.end, std::max(claim.length_source.end, claim.source.end)};
    const bool by_title =
        text.low(behind).starts_with(" as a") && has_phrase(text.low(behind), folded_name(first.title));
    Event row = first;
    std::vector<const Event*> there;
    for (const Event& entry : faults_.timeline().entries()) {
      if (is_post(entry) && entry.start && !entry.point && entry.names == first.names &&
          (!by_title || entry.title == first.title))
        there.push_back(&entry);
    }
    std::ranges::sort(there, {}, [](const Event* entry) { return entry->start->days.first; });
    for (const Event* entry : there) {
      const Interval around = widened({row.start->days.first, faults_.end_of(row).last}, kNext);
      if (around.touches({entry->start->days.first, faults_.end_of(*entry).last})) stretch_over(row, *entry);
    }
    return faults_.length_fits(*claim.length, row);
  }

  // "On my second try I passed, in March 2021", where that sitting is the third of those listed.
  void check_attempt(std::uint32_t e) {
    const Event& claim = faults_.event(e);
    // "months after the second", "after a first attempt that I failed"
    const MarkedText& text = faults_.marked(claim);
    const bool after_it = has_phrase(text.low(claim.source), "after") || text.words.any(claim.whole, PathWord::fail);
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
  // "I have volunteered there since October 2017", of a post that ended in 2020.
  [[nodiscard]] bool goes_on_though_over(const Event& claim, const std::vector<Tie>& ties) const {
    if (claim.kind == EventKind::exam || !claim.telling || !claim.start || claim.end || claim.point || claim.relative ||
        ties.size() != 1 || heaviest(ties) < kFirmTie || ties.front().reason < TieReason::part_of_name)
      return false;
    const std::string_view low = faults_.marked(claim).low(claim.source);
    const Event& entry = faults_.event(ties.front().entry);
    const bool now = has_any_phrase(low, {"i have", "i've"}) || claim.verb.empty();
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
  // "the class of 2027", of a course that still goes on
  [[nodiscard]] bool is_still_to_come(const Event& claim, const Event& entry) const {
    return claim.kind == EventKind::education && claim.aspect == Aspect::end && claim.end && entry.to_present &&
           claim.end->days.last > faults_.as_of();
  }
  // ... by all the ranges that the entry gives: two years of internship, one in each town.
  [[nodiscard]] bool fits_ranges_of(const Event& claim, const Event& entry) const {
    const MarkedText& text = faults_.marked(entry);
    Event all = entry;
    for (const DateExpression& date : text.dates_in(entry.whole)) {
      if (date.kind != DateKind::period || !date.resolved || date.start == date.end || date.open_start || date.open_end)
        continue;
      if (date.start_days.first < all.start->days.first) all.start = Stated{date.start, date.start_days, date.source};
      if (all.end && date.end_days.last > all.end->days.last) all.end = Stated{date.end, date.end_days, date.source};
    }
    return faults_.length_fits(*claim.length, all);
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

  DateFaults& faults_;
  std::vector<ClaimInDoubt>* doubts_;
};

}  // namespace

void check_claims(DateFaults& faults) { ClaimCheck(faults).check(); }

std::vector<ClaimInDoubt> doubts_of_claims(const ApplicationReading& application, const PatternBank& bank) {
  const CheckContext context{application, bank, {}, {}, {}};
  std::vector<Finding> none;
  FindingSink sink(context, none);
  DateFaults faults(context, sink);
  std::vector<ClaimInDoubt> doubts;
  ClaimCheck(faults, &doubts).check();
  return doubts;
}

}  // namespace candor
