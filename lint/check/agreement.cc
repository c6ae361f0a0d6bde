#include "lint/check/agreement.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "lint/reading/entry_lines.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

// Of two entries the side that they date differently, where they agree about the other.
Aspect side_in_doubt(const Event& a, const Event& b) {
  const auto same = [](const std::optional<Stated>& one, const std::optional<Stated>& other) {
    return one && other && one->days.touches(other->days);
  };
  if (same(a.end, b.end)) return Aspect::start;
  return same(a.start, b.start) ? Aspect::end : Aspect::whole;
}

// `firm`: the other place's date may be the wrong one, so nothing more is asked about it.
void contradiction(DateFaults& faults, std::uint32_t a, std::uint32_t b, bool firm = true) {
  const Event& one = faults.event(a);
  const Event& other = faults.event(b);
  const Aspect side = one.claim && one.point ? one.aspect : one.claim ? Aspect::whole : side_in_doubt(one, other);
  faults.mark(a, one.claim ? Aspect::whole : side);
  if (firm) faults.mark(b, side);
  const std::string dates = faults.dates_as_written(one);
  Finding* finding = faults.contradict(one, dates, DateFaults::place_span(one), other);
  if (finding != nullptr) finding->note = fmt::format("{} says {}", DateFaults::name_of(other), dates);
}

// The days that it covers on any reading of its dates: a year that one ends in and the other begins in is not shared.
Interval surely(const DateFaults& faults, const Event& told) {
  return {told.start->days.last, std::max(told.start->days.last, faults.end_of(told).first)};
}

// ---- claims and their entries

class ClaimCheck {
 public:
  explicit ClaimCheck(DateFaults& faults) : faults_(faults) {}

  void check(std::uint32_t c) {
    const std::uint32_t e = faults_.entry_count() + c;
    const Event& claim = faults_.event(e);
    std::vector<Tie> ties = faults_.timeline().ties[c];
    if (faults_.is_faulty(e) || claim.expected) return;
    std::erase_if(ties, [&](const Tie& tie) { return faults_.is_faulty(tie.entry); });
    if (ties.empty() || (!claim.scene && is_description(claim, ties))) return;
    if (claim.after != Milestone::none) return check_distance(e, ties);
    if (!claim.dated()) return check_length(e, ties);
    if ((claim.relative && !claim.carried) || !(claim.telling || is_named(claim, ties)) || !is_firm(claim, ties))
      return;
    if (is_beyond_the_stay(claim, ties) || is_rank_within(claim, ties) || is_told_beside(claim, ties) ||
        may_be_another_sitting(claim) || is_conferred_later(claim, ties))
      return;
    // "I have been in Dearborn since October": not at the post there
    if (claim.title == "been" && ties.front().reason == TieReason::place &&
        faults_.marked(claim).words.roles(claim.source) == 0)
      return;
    if (is_of_several(claim) || is_another_stay(claim, ties) || is_years_away(claim, ties) ||
        is_told_by_kin(claim, ties) || is_move_later(claim, ties) || is_other_end(claim, ties) ||
        is_part_by_the_entry(claim, ties))
      return;
    const bool elsewhere = is_told_by_another(claim, ties);
    if (elsewhere && !claim.point && claim.start && claim.end) return;  // both ends are another's
    const int doubt = !elsewhere                                       ? 0
                      : ties.front().reason >= TieReason::part_of_name ? kNamedElsewhere
                                                                       : kToldElsewhere;
    if (heaviest(ties) - doubt < kFirmTie) return;
    const bool all = std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.dated() && dates_contradict(claim, entry, faults_.as_of());
    });
    const bool named_side =  // "I left Mercy Hospital in 2017"
        claim.telling && claim.aspect != Aspect::whole && ties.front().reason >= TieReason::part_of_name;
    if (!all || (!named_side && is_beyond_years(claim, faults_.event(nearest_of(claim, ties))))) return;
    contradiction(faults_, e, nearest_of(claim, ties), claim.telling && !is_description(claim, ties));
  }

 private:
  static constexpr int kNamedElsewhere = 2;  // ... where a name ties the claim
  static constexpr int kToldElsewhere = 3;   // what another entry with those very dates weighs against a tie

  static int heaviest(const std::vector<Tie>& ties) {
    return std::max_element(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.weight < b.weight; })
        ->weight;
  }
  // Who misdates is off by months or by a year or two: what is farther off is something else, unless a name and the
  // verb say what it is. (Of 174 contradictions of corpus/train that claims tell of, one is.)
  [[nodiscard]] static bool is_beyond_years(const Event& claim, const Event& entry) {
    constexpr Day kMost = 900;
    if (claim.kind == EventKind::exam) return false;
    const Interval told = claim.start ? claim.start->days : claim.end->days;
    const auto& side = claim.aspect == Aspect::end && entry.end ? entry.end : entry.start;
    return side && !told.touches({side->days.first - kMost, side->days.last + kMost});
  }
  // "I began an observership in January 2022", a year after the listed one was over; a degree years after another.
  [[nodiscard]] bool is_beyond_the_stay(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kMonth = 31;
    constexpr Day kDegrees = 790;  // days between two degrees, and more than any slip
    constexpr Day kTraining = 900;
    constexpr int kRoleAndName = 8;
    if (claim.kind == EventKind::exam || !claim.point || claim.aspect == Aspect::whole) return false;
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      if (entry.point || !entry.start) return false;
      const Interval told = claim.start ? claim.start->days : claim.end->days;
      const Day end = faults_.end_of(entry).last;
      const bool degree = claim.kind == EventKind::education;
      const bool named = degree && ties.size() == 1 && tie.reason >= TieReason::name;
      // "I was twenty-eight when I started my internship in Omdurman": there is one
      const bool once = entry.training && claim.telling && ties.size() == 1 && heaviest(ties) >= kRoleAndName;
      if (claim.aspect == Aspect::start) return told.first > end + (once ? kTraining : named ? kDegrees : kMonth);
      if (degree) return told.first > end + kDegrees;
      return told.last + kMonth < entry.start->days.first;
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
    // "a second attempt at Step 1 (June 2019, then November 2019)": one that is listed has that date
    if (std::ranges::any_of(entries, [&](const Event& entry) {
          return entry.kind == EventKind::exam && entry.sitting.exam == claim.sitting.exam && entry.dated() &&
                 !dates_contradict(claim, entry, faults_.as_of());
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
              claim.end->days.first <=
                  entry.end->days.last + (claim.end->date.precision == Precision::year ? kTurnOfTheYear : kCeremony));
    });
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
      return entry.start && overlap_in_months(surely(faults_, claim), surely(faults_, entry)) < 1;
    });
  }
  // Role and town, or degree and school, of one entry: there is no other stay that it could be, no more than two years
  // away.
  [[nodiscard]] bool is_the_only_one(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kSlip = 800;
    constexpr int kSure = 6;
    const Event& entry = faults_.event(ties.front().entry);
    if (ties.size() == 1 && heaviest(ties) >= kFirmTie && are_years_off(claim, entry)) return true;
    const bool degree = claim.kind == EventKind::education && entry.kind == EventKind::education;
    if (ties.size() != 1 || !claim.telling || heaviest(ties) < (degree ? kSure - 1 : kSure) || !entry.start ||
        !(degree || names_role_of(claim, entry)))
      return false;
    return claim.start->days.touches({entry.start->days.first - kSlip, entry.start->days.last + kSlip});
  }
  // From month to month it is the entry's range, a year or two off.
  static bool are_years_off(const Event& claim, const Event& entry) {
    constexpr int kMonths = 24;
    if (!entry.start || !entry.end || entry.point) return false;
    const auto off = [](const Stated& told, const Stated& listed) -> std::optional<int> {
      if (!told.date.has_month() || !told.date.has_year() || !listed.date.has_month() ||
          told.date.part != listed.date.part)
        return std::nullopt;
      return 12 * (told.date.year - listed.date.year);
    };
    const std::optional<int> start = off(*claim.start, *entry.start);
    return start && *start != 0 && std::abs(*start) <= kMonths && start == off(*claim.end, *entry.end);
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
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      const bool degrees = claim.kind == EventKind::education && entry.kind == EventKind::education;
      if (entry.kind == EventKind::exam || entry.paper || entry.point ||
          !(degrees ? fits_its_side(claim, entry) : dates_agree(claim, entry)))
        continue;
      for (const Tie& tie : ties) {
        const Event& tied = faults_.event(tie.entry);
        if (names_role_of(claim, tied) && !names_role_of(claim, entry)) continue;  // the role tells which
        if (tie.entry != e &&
            (degrees || share_a_word(entry.places, tied.places) || share_a_word(entry.places, tied.names) ||
             share_a_word(entry.names, tied.places) || share_a_word(entry.names, tied.names)))
          return true;
      }
    }
    return false;
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
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return entry.text == claim.text && entry.whole.contains(claim.source);
    });
  }
  // Held firmly enough to call it a contradiction.
  [[nodiscard]] bool is_firm(const Event& claim, const std::vector<Tie>& ties) const {
    const TieReason reason = ties.front().reason;
    if (claim.kind == EventKind::exam || reason == TieReason::near) return true;
    const auto has = [&](PathWord list) { return faults_.marked(claim).words.any(claim.source, list); };
    if (reason == TieReason::pointed && claim.scene)  // "my last night there", "I handed over my keys"
      return has(PathWord::there) || has(PathWord::handover) || is_day_there(claim, ties);
    if (reason == TieReason::pointed)  // "I began there in July"
      return claim.aspect == Aspect::end || !claim.point || (claim.aspect == Aspect::start && has(PathWord::there));
    if (claim.kind == EventKind::other && claim.aspect == Aspect::end)
      return claim.title == "left" || claim.title == "resigned" || claim.title == "gave" || claim.title == "withdrew" ||
             reason >= TieReason::part_of_name || reason == TieReason::mention || claim.title == "stayed" ||
             claim.title == "remained" || claim.title == "ended" || has(PathWord::work_verb) || has(PathWord::there);
    return claim.kind != EventKind::other || reason > TieReason::role || reason == TieReason::mention ||
           heaviest(ties) > kFirmTie;
  }
  // "I still dream of Mercy. It is always my last shift, in May": the sentence before names the place.
  [[nodiscard]] bool is_day_there(const Event& claim, const std::vector<Tie>& ties) const {
    const MarkedText& text = faults_.marked(claim);
    const std::vector<WordHit> days = text.words.all(claim.source, PathWord::day_there);
    const bool day = std::any_of(days.begin(), days.end(), [&](const WordHit& hit) {
      const std::string_view after = std::string_view(text.folded).substr(hit.place.end);
      return after.starts_with(",") || after.starts_with(" was ");  // not "my first shift on the burns unit"
    });
    const auto sentences = text.text.document.sentences();
    const auto here = std::find_if(sentences.begin(), sentences.end(),
                                   [&](const Sentence& sentence) { return sentence.source == claim.whole; });
    if (!day || here == sentences.begin() || here == sentences.end()) return false;
    const std::string_view before = text.low(std::prev(here)->source);
    const auto named = [&](const std::string& name) { return has_phrase(before, name); };
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      const Event& entry = faults_.event(tie.entry);
      return std::any_of(entry.names.begin(), entry.names.end(), named) ||
             std::any_of(entry.places.begin(), entry.places.end(), named);
    });
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
  void check_length(std::uint32_t e, const std::vector<Tie>& ties) {
    const Event& claim = faults_.event(e);
    if (!claim.length || claim.length->looseness == Looseness::vague || claim.kind == EventKind::gap) return;
    const bool weak = (ties.front().reason == TieReason::place || ties.front().reason == TieReason::role) &&
                      heaviest(ties) <= kFirmTie;
    if (weak && !claim.telling) return;
    if (weak && claim.loose && !is_longer_than_the_post(claim, ties)) return;
    const Event& first = faults_.event(ties.front().entry);
    // "I have lived in Atlanta for three years", "I lived in that hospital"
    if (claim.title == "lived") return;
    // "The last two years of the degree are given to social service": of the degree.
    if (ties.front().reason == TieReason::role && first.kind != EventKind::education && is_of_a_degree(claim)) return;
    // "for two years I taught" may be done beside any post, "I was a tutor for two years" not.
    const bool stated = claim.title == "was" || claim.title == "been" || claim.title == "worked" ||
                        claim.title == "served" || claim.title == "trained" ||
                        (claim.title == "coordinated" && heaviest(ties) > kFirmTie);
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
    const bool one_place =
        (claim.pointing && claim.source != claim.length_source) || ties.front().reason == TieReason::mention;
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
    if (fits_another_of_that_name(claim, ties)) return;
    if (ties.front().reason == TieReason::pointed &&
        (claim.length->finest < LengthUnit::months || is_told_with_dates(claim, ties)))
      return;
    if (is_told_beside_dates(claim) || is_told_to_another_end(claim, ties)) return;
    const bool shorter =
        months_meant(*claim.length).most < (faults_.end_of(together).first - together.start->days.last) / kDaysPerMonth;
    const MarkedText& text = faults_.marked(claim);
    // "After two years there I was given the keys"
    const bool after = text.low(bytes_before(claim.length_source.begin, 6)) == "after ";
    const bool by_then = claim.loose && claim.title == "been" &&  // "I had been a registrar for half a year, when"
                         has_phrase(text.low(claim.source), "had");
    // "I did two years of medical school", of a course that still goes on
    const bool so_far = first.kind == EventKind::education && (first.to_present || first.expected);
    if (shorter && (after || by_then || so_far || is_within(claim, ties) || claim.partial || !claim.telling ||
                    is_part(claim) || claim.length->in_months() < 3))
      return;
    const bool of_one = claim.partial && !claim.pointing && ties.front().reason < TieReason::part_of_name;
    if (!shorter && ties.size() > 1 && (of_one || ties.front().reason == TieReason::place) &&
        !was_elsewhere_around(together))
      return;
    const bool by_context = ties.front().reason == TieReason::pointed && !claim.pointing;
    if (by_context && (shorter || fits_with_neighbours(claim, together, TieReason::pointed) || fits_another(claim)))
      return;
    faults_.mark(e);
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
  // Who misremembers a length is off by half or by twice, seldom by more: what is farther off measures something else,
  // the sooner where little ties it. (By the mismatches of corpus/train and what was found there amiss.)
  [[nodiscard]] bool is_beyond_a_slip(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr double kMost = 2.6;      // times as long or as short
    constexpr double kMostFirm = 3.5;  // ... of a firm tie
    constexpr double kMostSure = 4;    // ... of one by two things
    constexpr int kSure = 5;
    const int weight = heaviest(ties);
    const double most = weight < kFirmTie ? kMost : weight < kSure ? kMostFirm : kMostSure;
    const Event& entry = faults_.event(ties.front().entry);
    const double stay = static_cast<double>(faults_.end_of(entry).last - entry.start->days.first) / kDaysPerMonth;
    const double told = claim.length->in_months();
    return told > most * stay || stay > most * told;
  }
  // "Taken together I gave that hospital four years": of several stays.
  [[nodiscard]] bool tells_a_sum(const Event& claim) const {
    const std::string_view low = faults_.marked(claim).low(claim.whole);
    return has_phrase(low, "taken together") || has_phrase(low, "all together") || has_phrase(low, "put together");
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
  // "I began in 2011 and took six years, the last as an intern"; "three years there", of the post that came next.
  [[nodiscard]] bool is_length_of_another(const Event& claim, const std::vector<Tie>& ties) const {
    constexpr Day kNext = 120;  // days between two posts
    const Event& tied = faults_.event(ties.front().entry);
    const bool of_training = has_phrase(faults_.marked(claim).low(claim.source), "training");
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      if (entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start ||
          !faults_.length_fits(*claim.length, entry) || (of_training && tied.training && !entry.training) ||
          std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == e; }))
        continue;
      const bool next = ties.front().reason == TieReason::pointed && tied.end &&
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
    const auto claims = faults_.timeline().claims();
    return std::ranges::any_of(claims, [&](const Event& other) {
      return other.text == claim.text && other.whole == claim.whole && other.start && other.end && !other.point &&
             !other.relative && faults_.length_fits(*claim.length, other);
    });
  }
  // "I was there for two years, until December 2020", where the stay ends otherwise: of another one.
  [[nodiscard]] bool is_told_to_another_end(const Event& claim, const std::vector<Tie>& ties) const {
    const auto claims = faults_.timeline().claims();
    return ties.front().reason == TieReason::pointed && std::ranges::any_of(claims, [&](const Event& other) {
             return other.text == claim.text && other.whole == claim.whole && other.aspect == Aspect::end && other.end &&
                    !other.relative && std::ranges::none_of(ties, [&](const Tie& tie) {
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
               return share_a_word(entry.names, tied.names) && !names_role_of(claim, tied);
             });
    });
  }
  static std::vector<std::string> towns_of(const Event& event) {
    std::vector<std::string> towns = event.places;
    std::erase_if(towns, [](const std::string& place) { return place.size() < 3; });  // "NC" is no town
    return towns;
  }
  // "I gave that hospital seven years": all posts of one name, or in one town, together.
  [[nodiscard]] bool fits_all_there(const Event& claim, const Event& tied) const {
    std::vector<std::string> name = tied.names;
    if (name.size() > 1) name.resize(1);
    std::vector<std::string> town = towns_of(tied);
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
    return told != 0 && listed != 0 && (told & listed) == 0;
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
  static bool may_be_there(const Event& entry, const Event& tied) {
    const std::vector<std::string> towns = towns_of(tied);
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
               !share_a_word(entry.places, stay.places) && !share_a_word(entry.names, stay.places) &&
               entry.start->days.first <= day && day <= faults_.end_of(entry).last;
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
  // "I spent six months there on the ICU".
  [[nodiscard]] bool is_part(const Event& claim) const {
    const MarkedText& text = faults_.marked(claim);
    const std::string_view after = std::string_view(text.folded).substr(claim.length_source.end);
    if (after.starts_with(" in all") || after.starts_with(" altogether") || after.starts_with(" in total"))
      return false;
    const bool ends_there = after.starts_with(", ");
    const Span told{claim.source.begin, ends_there ? claim.length_source.end : claim.source.end};
    const std::vector<WordHit> ranks = text.words.all(told, PathWord::qualified);
    return text.words.any(told, PathWord::part_of) || std::any_of(ranks.begin(), ranks.end(), [&](const WordHit& rank) {
             return rank.place.end + 1 != claim.length_source.begin;  // not "for only six months"
           });
  }

  DateFaults& faults_;
};

// ---- two lists

const Section* section_at(const DateFaults& faults, const Event& told) {
  const std::vector<Section>& sections = faults.text_of(told).sections;
  const auto at = std::find_if(sections.begin(), sections.end(),
                               [&](const Section& s) { return s.source.contains(told.source.begin); });
  return at == sections.end() ? nullptr : &*at;
}

bool same_organization(const Event& a, const Event& b) {
  if (!a.names.empty() && a.names == b.names) return true;
  const auto name_of = [](const Event& entry) {
    return folded_name(entry.organization.substr(0, entry.organization.find_first_of(",(")));
  };
  if (name_of(a).find(' ') != std::string::npos && name_of(a) == name_of(b)) return true;  // "City hospital"
  const std::string first = initials_of(a.organization);
  const std::string second = initials_of(b.organization);
  if ((first.size() > 2 && b.organization.starts_with(first)) ||
      (second.size() > 2 && a.organization.starts_with(second)))
    return true;
  // One of the names with words left out or added: two telling words in common.
  std::size_t common = 0;
  for (const std::string& word : a.names) common += std::count(b.names.begin(), b.names.end(), word) > 0 ? 1U : 0U;
  return common >= 2 || (common == 1 && (a.names.size() == 1 || b.names.size() == 1));
}

// "Chief resident", "senior fellow" and the resident and fellow that they were before; another role.
bool is_part_of_other(const Event& a, const Event& b) {
  const std::string first = folded_name(a.title);
  const std::string second = folded_name(b.title);
  const std::uint32_t one = roles_in(a.title);
  const std::uint32_t other = roles_in(b.title);
  return a.within_post || b.within_post || (first != second && (first.ends_with(second) || second.ends_with(first))) ||
         (one != 0 && other != 0 && (one & other) == 0);
}

bool same_role(const Event& a, const Event& b) {
  if (a.kind == EventKind::exam || b.kind == EventKind::exam) {
    return a.kind == b.kind && a.point && b.point && a.sitting.exam == b.sitting.exam && a.text != b.text &&
           (a.sitting.result == b.sitting.result || a.sitting.result == ExamResult::unstated ||
            b.sitting.result == ExamResult::unstated) &&
           (a.sitting.attempt == b.sitting.attempt || a.sitting.attempt == 0 || b.sitting.attempt == 0) &&
           (a.sitting.score == 0 || b.sitting.score == 0 || a.sitting.score == b.sitting.score);
  }
  if (!a.dated() || !b.dated() || a.point || b.point || a.kind == EventKind::gap || b.kind == EventKind::gap)
    return false;
  if (a.medical_degree && b.medical_degree && a.load != Load::part_time && b.load != Load::part_time)
    return a.text != b.text || same_organization(a, b);
  if (a.title.empty() || b.title.empty() || !same_organization(a, b)) return false;
  if ((a.load == Load::part_time && b.load == Load::full_time) ||
      (a.load == Load::full_time && b.load == Load::part_time))
    return false;
  const std::string first = folded_name(a.title);
  const std::string second = folded_name(b.title);
  if (a.text != b.text && a.kind != EventKind::education && shares_an_end(a, b) && !is_part_of_other(a, b)) return true;
  if (first == second || first.starts_with(second) || second.starts_with(first)) return true;
  return a.training && b.training && !a.within_post && !b.within_post && roles_in(a.title) == roles_in(b.title);
}

bool listed_twice(const DateFaults& faults, const Event& a, const Event& b) {
  // Two stays at one place are two entries; one stay told in two lists is one.
  return !(a.text == b.text && section_at(faults, a) == section_at(faults, b));
}

// The two are called the same, to the word, and neither text has another one of that name.
bool is_one_of_its_name(const DateFaults& faults, const Event& a, const Event& b) {
  const auto same = [](const Event& one, const Event& other) {
    return one.names == other.names && folded_name(one.title) == folded_name(other.title);
  };
  if (a.text == b.text || a.names.size() < 2 || !same(a, b)) return false;
  const auto entries = faults.timeline().entries();
  return std::count_if(entries.begin(), entries.end(), [&](const Event& entry) { return same(entry, a); }) == 2;
}

// Another sitting in the second list has that date: "Step 1 in the spring of 2023" beside a fail in May and a pass.
bool is_another_sitting(const DateFaults& faults, const Event& told, const Event& listed) {
  if (told.kind != EventKind::exam) return false;
  const auto entries = faults.timeline().entries();
  return std::ranges::any_of(entries, [&](const Event& other) {
    return &other != &listed && other.text == listed.text && other.kind == EventKind::exam &&
           other.sitting.exam == told.sitting.exam && other.dated() && !dates_contradict(told, other, faults.as_of());
  });
}

void check_entry_pairs(DateFaults& faults) {
  for (std::uint32_t a = 0; a < faults.entry_count(); ++a) {
    for (std::uint32_t b = a + 1; b < faults.entry_count(); ++b) {
      const Event& one = faults.event(a);
      const Event& other = faults.event(b);
      if (faults.is_faulty(a) || faults.is_faulty(b) || !same_role(one, other)) continue;
      if (!listed_twice(faults, one, other)) continue;
      if (!dates_contradict(one, other, faults.as_of())) continue;
      if (is_another_sitting(faults, one, other) || is_another_sitting(faults, other, one)) continue;
      // A second stay elsewhere in time is another entry, not another date; but two lists that have that role at that
      // place once each mean one stay.
      if (!is_one_of_its_name(faults, one, other) && one.kind != EventKind::exam && one.start && other.start &&
          overlap_in_months(surely(faults, one), surely(faults, other)) < 1)
        continue;
      contradiction(faults, a, b);
    }
  }
}

// "Dates of attendance: 09/2018 - 12/2022. Degree date: 05/2022": given months before the studies were over.
void check_degree_dates(DateFaults& faults) {
  constexpr Day kLastMonths = 61;
  constexpr std::uint32_t kReach = 30;  // bytes
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& entry = faults.event(e);
    if (faults.is_faulty(e) || entry.kind != EventKind::education || entry.expected || entry.point || !entry.start ||
        !entry.end || entry.end->date.precision < Precision::month)
      continue;
    for (const Stated& degree : entry.other_dates) {
      const MarkedText& text = faults.marked(entry);
      const Span lead = bytes_before(degree.source.begin, kReach);
      const std::string_view before = text.low(lead);
      const bool given =
          text.words.any(lead, PathWord::graduation) || before.find("degree") != std::string_view::npos ||
          before.find("awarded") != std::string_view::npos || before.find("conferred") != std::string_view::npos;
      if (!given || degree.days.last + kLastMonths >= entry.end->days.first ||
          degree.days.last < entry.start->days.last)
        continue;
      faults.mark(e);
      Event other = entry;
      other.start = other.end = degree;
      other.point = true;
      faults.contradict(entry, faults.dates_as_written(entry), DateFaults::place_span(entry), other);
      break;
    }
  }
}

// Of one entry that tells how it went, and neither told otherwise.
bool may_be_one(const Sitting& one, const Sitting& other, const Sitting& listed) {
  const bool told = listed.result != ExamResult::unstated || listed.score > 0;
  const bool results =
      one.result == other.result || one.result == ExamResult::unstated || other.result == ExamResult::unstated;
  const bool attempts = one.attempt == other.attempt || one.attempt == 0 || other.attempt == 0;
  return told && results && attempts;
}

// Two sentences date the same end of the same stay, or the same sitting, where the entry may have no more than its
// years.
void check_claim_pairs(DateFaults& faults) {
  constexpr Day kApart = 45;
  const auto side_of = [](const Event& claim) { return claim.aspect != Aspect::end ? claim.start : claim.end; };
  const auto is_sitting = [](const Event& claim) { return claim.kind == EventKind::exam; };
  // The one entry that it can be of.
  const auto entry_of = [&](std::uint32_t c) -> std::optional<std::uint32_t> {
    std::optional<std::uint32_t> found;
    for (const Tie& tie : faults.timeline().ties[c]) {
      if (dates_contradict(faults.event(faults.entry_count() + c), faults.event(tie.entry), faults.as_of())) continue;
      if (found) return std::nullopt;
      found = tie.entry;
    }
    return found;
  };
  const auto tells_a_side = [&](std::uint32_t c) {
    const Event& claim = faults.event(faults.entry_count() + c);
    const auto side = side_of(claim);
    return claim.telling && (claim.aspect != Aspect::whole || is_sitting(claim)) && !claim.expected &&
           !claim.relative && side && side->date.precision >= Precision::season && side->date.has_year() && entry_of(c);
  };
  const auto& ties = faults.timeline().ties;
  for (std::uint32_t a = 0; a < ties.size(); ++a) {
    if (!tells_a_side(a)) continue;
    for (std::uint32_t b = a + 1; b < ties.size(); ++b) {
      const std::uint32_t first = faults.entry_count() + a;
      const std::uint32_t second = faults.entry_count() + b;
      if (!tells_a_side(b) || faults.is_faulty(first) || faults.is_faulty(second) ||
          faults.event(first).aspect != faults.event(second).aspect || entry_of(a) != entry_of(b))
        continue;
      const Event& entry = faults.event(*entry_of(a));
      if (is_sitting(entry) && !may_be_one(faults.event(first).sitting, faults.event(second).sitting, entry.sitting))
        continue;
      const auto& listed = faults.event(first).aspect != Aspect::end ? entry.start : entry.end;
      if (listed && listed->date.has_month()) continue;  // each was laid beside that
      const Interval one = side_of(faults.event(first))->days;
      const Interval other = side_of(faults.event(second))->days;
      if (!one.touches({other.first - kApart, other.last + kApart})) contradiction(faults, second, first);
    }
  }
}

// The words of a sentence that tell it from others: long ones, without months and generic words.
std::vector<std::string> telling_words_of(const DateFaults& faults, const Event& claim) {
  constexpr std::size_t kLong = 6;  // letters
  std::vector<std::string> words = telling_words(faults.marked(claim).low(claim.whole));
  std::erase_if(words, [](const std::string& word) { return word.size() < kLong; });
  std::sort(words.begin(), words.end());
  return words;
}

// "I began as a navigator at the syringe program in May"; elsewhere, of the same navigator there, "I started in March".
// No entry lists it.
void check_untied_pairs(DateFaults& faults) {
  constexpr Day kApart = 45;
  constexpr Day kSlip = 400;
  constexpr std::size_t kShared = 3;  // words
  const auto& ties = faults.timeline().ties;
  std::vector<std::uint32_t> sides;
  for (std::uint32_t c = 0; c < ties.size(); ++c) {
    const Event& claim = faults.event(faults.entry_count() + c);
    const bool side = claim.telling && claim.point && claim.aspect != Aspect::whole && claim.start &&
                      claim.kind != EventKind::exam && claim.kind != EventKind::gap && !claim.expected &&
                      !claim.relative && claim.start->date.precision >= Precision::month;
    if (side && ties[c].empty()) sides.push_back(faults.entry_count() + c);
  }
  std::vector<std::optional<std::vector<std::string>>> words(sides.size());  // by side; read when they are needed
  const auto words_of = [&](std::size_t side) -> const std::vector<std::string>& {
    if (!words[side]) words[side] = telling_words_of(faults, faults.event(sides[side]));
    return *words[side];
  };
  for (std::size_t a = 0; a < sides.size(); ++a) {
    for (std::size_t b = a + 1; b < sides.size(); ++b) {
      const Event& one = faults.event(sides[a]);
      const Event& other = faults.event(sides[b]);
      const Interval told = one.start->days;
      const Interval again = other.start->days;
      const bool one_sentence = one.text == other.text && one.whole.overlaps(other.whole);
      if (one_sentence || one.aspect != other.aspect || faults.is_faulty(sides[a]) || faults.is_faulty(sides[b]) ||
          told.touches({again.first - kApart, again.last + kApart}) ||
          !told.touches({again.first - kSlip, again.last + kSlip}))
        continue;
      const std::vector<std::string>& first = words_of(a);
      const std::vector<std::string>& second = words_of(b);
      std::vector<std::string> shared;
      std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
      if (shared.size() >= kShared) contradiction(faults, sides[b], sides[a]);
    }
  }
}

// "I moved to Graz in January", while another full-time post elsewhere goes on for months and the one in Graz begins in
// July: the move has the wrong date, or one of the posts.
void check_moves(DateFaults& faults) {
  constexpr Day kApart = 60;
  for (std::uint32_t c = 0; c < faults.timeline().ties.size(); ++c) {
    const std::uint32_t e = faults.entry_count() + c;
    const Event& claim = faults.event(e);
    const std::vector<Tie>& ties = faults.timeline().ties[c];
    // "Graz" may stand for the town or, alone on its line, for the post there.
    const bool placed = !ties.empty() && (ties.front().reason == TieReason::place ||
                                          (!claim.telling && ties.front().reason == TieReason::part_of_name));
    if (!placed || faults.is_faulty(e) || !claim.start || claim.aspect != Aspect::start || claim.expected ||
        faults.marked(claim).words.any(claim.source, PathWord::visit) || claim.relative || !claim.done ||
        (claim.start->date.precision < Precision::season && claim.start->date.portion == Portion::whole))
      continue;
    const Interval moved = claim.start->days;
    std::optional<std::uint32_t> there;
    for (const Tie& tie : ties) {
      const Event& entry = faults.event(tie.entry);
      if (entry.start && (!there || entry.start->days.first < faults.event(*there).start->days.first))
        there = tie.entry;
    }
    if (!there || faults.is_faulty(*there) || faults.event(*there).start->days.first <= moved.last + kApart) continue;
    for (std::uint32_t other = 0; other < faults.entry_count(); ++other) {
      const Event& entry = faults.event(other);
      const bool tied = std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == other; });
      if (tied || entry.load != Load::full_time || entry.point || entry.paper || !entry.start || !entry.end ||
          entry.places.empty() || entry.start->days.last > moved.first || entry.end->days.first < moved.last + kApart)
        continue;
      contradiction(faults, e, *there, false);
      break;
    }
  }
}

// "I came to Minnesota in September 2022", "I have lived in Minnesota since March 2022": where the writer came to live.
// Empty where it is no such thing.
std::string arrived_at(const DateFaults& faults, const Event& claim) {
  const MarkedText& text = faults.marked(claim);
  const bool lives = claim.title == "lived" && claim.start && !claim.end;
  const bool comes = claim.point && claim.aspect == Aspect::start &&
                     (claim.title == "came" || claim.title == "moved" || claim.title == "arrived" ||
                      claim.title == "immigrated" || claim.title == "emigrated" || claim.title == "relocated");
  const std::size_t comma = text.low(claim.source).find(", ");  // "..., where my sister lives"
  const Span told{claim.source.begin, comma == std::string_view::npos
                                          ? claim.source.end
                                          : claim.source.begin + static_cast<std::uint32_t>(comma)};
  const std::vector<WordHit> visits = text.words.all(told, PathWord::visit);
  const bool visit =
      std::any_of(visits.begin(), visits.end(), [&](const WordHit& hit) { return text.low(hit.place) != "lived"; });
  if (!(lives || comes) || visit || !claim.start || claim.start->date.precision < Precision::season ||
      (claim.expected && !lives) || claim.relative)
    return {};
  const std::string_view low = text.low(claim.source);
  const std::size_t verb = find_phrase(low, claim.title);
  if (verb == std::string_view::npos) return {};
  const std::string_view behind = text.slice(claim.source).substr(verb + claim.title.size());
  const std::string_view lead = behind.substr(0, 4);
  if ((lead != " to " && lead != " in ") || has_phrase(low, "born")) return {};  // "and our daughter was born in May"
  std::size_t end = 4;
  while (end < behind.size() && behind[end] >= 'A' && behind[end] <= 'Z') {  // "New York"
    end = path_word_end(behind, end);
    if (end + 1 >= behind.size() || behind[end] != ' ') break;
    ++end;
  }
  constexpr std::string_view kHere = "this city";
  if (folded_name(behind.substr(4, kHere.size())) == kHere) return std::string(kHere);
  return folded_name(behind.substr(4, end - 4));
}
void check_arrivals(DateFaults& faults) {
  constexpr Day kApart = 45;
  constexpr Day kSlip = 700;
  std::vector<std::pair<std::uint32_t, std::string>> arrivals;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    std::string place = arrived_at(faults, faults.event(e));
    if (place == "this city")  // the one that the text told of before
      place = !arrivals.empty() && faults.event(arrivals.back().first).text == faults.event(e).text
                  ? arrivals.back().second
                  : std::string();
    if (!place.empty()) arrivals.emplace_back(e, std::move(place));
  }
  for (std::size_t a = 0; a < arrivals.size(); ++a) {
    for (std::size_t b = a + 1; b < arrivals.size(); ++b) {
      const Event& one = faults.event(arrivals[a].first);
      const Event& other = faults.event(arrivals[b].first);
      if (arrivals[a].second != arrivals[b].second || faults.is_faulty(arrivals[a].first) ||
          faults.is_faulty(arrivals[b].first) || (one.text == other.text && one.whole.overlaps(other.whole)))
        continue;
      const Interval then = one.start->days;
      const Interval again = other.start->days;
      if (!then.touches({again.first - kApart, again.last + kApart}) &&
          then.touches({again.first - kSlip, again.last + kSlip}))
        contradiction(faults, arrivals[b].first, arrivals[a].first);
    }
  }
}

// "My father's operation" and "studying for Step 1": one of them may be a part of the other.
bool tell_other_reasons(const DateFaults& faults, const Event& a, const Event& b) {
  return !faults.reasons_of(a).empty() && !faults.reasons_of(b).empty() && !faults.share_a_reason(a, b);
}

// "I went on leave in September", "I took a family leave": by the same word, whatever else each says.
bool are_both_leaves(const DateFaults& faults, const Event& a, const Event& b) {
  const auto is_leave = [&](const Event& gap) {
    const std::string_view low = faults.marked(gap).low(gap.whole);
    return has_phrase(low, "leave") && !has_phrase(low, "then");
  };
  return is_leave(a) && is_leave(b);
}

// The only leave that either text tells of, for one reason, within the year: it has two dates.
bool is_one_leave(const DateFaults& faults, std::uint32_t a, std::uint32_t b) {
  constexpr Day kYear = 366;
  const Event& first = faults.event(a);
  const Event& second = faults.event(b);
  const auto fine = [](const Event& gap) { return gap.start->date.has_month() && gap.end->date.has_month(); };
  if (first.text == second.text || !fine(first) || !fine(second) || first.end->days.touches(second.end->days) ||
      !first.start->days.touches({second.start->days.first - kYear, second.start->days.last + kYear}) ||
      !(faults.share_a_reason(first, second) || are_both_leaves(faults, first, second)))
    return false;
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& other = faults.event(e);
    if (e != a && e != b && other.kind == EventKind::gap && other.dated()) return false;
  }
  return true;
}

// The one leave or break with both ends that another text dates; nothing where there are none or several.
std::optional<std::uint32_t> only_dated_gap(const DateFaults& faults, const Event& told) {
  const auto has = [&](const Event& gap, std::string_view word) {
    return has_phrase(faults.marked(gap).low(gap.whole), word);
  };
  std::optional<std::uint32_t> found;
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& gap = faults.event(e);
    if (gap.kind != EventKind::gap || gap.text == told.text || gap.point || !gap.start || !gap.end ||
        !gap.start->date.has_month() || !gap.end->date.has_month() ||
        !((has(told, "leave") && has(gap, "leave")) || (has(told, "break") && has(gap, "break"))))
      continue;
    const bool again = found && gap.start->days.touches(faults.event(*found).start->days) &&
                       gap.end->days.touches(faults.event(*found).end->days);
    if ((found && !again) || faults.is_faulty(e)) return std::nullopt;
    found = e;
  }
  return found;
}

// "In January I went on leave"; elsewhere the one leave begins in September.
void check_gap_starts(DateFaults& faults) {
  constexpr Day kApart = 45;
  constexpr Day kSlip = 800;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || told.kind != EventKind::gap || !told.start || (told.end && !told.point) || told.relative ||
        told.expected || !told.start->date.has_month() || !has_phrase(faults.marked(told).low(told.source), "leave"))
      continue;
    const std::optional<std::uint32_t> other = only_dated_gap(faults, told);
    const Event* const gap = other ? &faults.event(*other) : nullptr;
    if (gap == nullptr || told.start->days.touches({gap->start->days.first - kApart, gap->start->days.last + kApart}) ||
        told.start->days.touches({gap->end->days.first - kApart, gap->end->days.last + kApart}) ||
        !told.start->days.touches({gap->start->days.first - kSlip, gap->start->days.last + kSlip}))
      continue;
    contradiction(faults, e, *other);
  }
}

// "I took a five-month leave"; elsewhere, of the one leave there is, "February 2018 to November 2018".
void check_gap_lengths(DateFaults& faults) {
  constexpr double kMost = 2.6;  // times as long or as short: what is farther off is another one
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    const bool away = told.kind == EventKind::gap || has_phrase(faults.marked(told).low(told.source), "my leave");
    if (faults.is_faulty(e) || !away || told.dated() || told.expected || told.partial || !told.length || told.length->looseness == Looseness::vague || told.length->finest < LengthUnit::months)
      continue;
    const std::optional<std::uint32_t> other = only_dated_gap(faults, told);
    const Event* const dated = other ? &faults.event(*other) : nullptr;
    if (dated == nullptr || faults.length_fits(*told.length, *dated)) continue;
    const double months = static_cast<double>(dated->end->days.last - dated->start->days.first) / kDaysPerMonth;
    const double length = told.length->in_months();
    if (length > kMost * months || months > kMost * length) continue;
    faults.mark(e);
    Finding* finding = faults.add("dates/duration-mismatch", told,
                                  fmt::format("{} is not {}: it is {}", faults.dates_as_written(*dated),
                                              faults.words(told, told.length_source), faults.length_of(*dated)),
                                  told.length_source);
    faults.relate(finding, *dated, DateFaults::place_span(*dated), "the dates");
  }
}

// "back to the wards", "returned to my rotations"
bool comes_back_to_work(std::string_view low) {
  constexpr std::array<std::string_view, 12> kWork = {"wards",          "school",    "work",       "classes",
                                                      "medical school", "rotations", "clerkships", "training",
                                                      "studies",        "residency", "practice",   "class"};
  for (const std::string_view verb : {"back to ", "returned to "}) {
    const std::size_t at = low.find(verb);
    if (at == std::string_view::npos) continue;
    std::string_view object = low.substr(at + verb.size());
    for (const std::string_view own : {"the ", "my "}) {
      if (object.starts_with(own)) object.remove_prefix(own.size());
    }
    if (std::ranges::any_of(kWork, [&](std::string_view word) { return find_phrase(object, word) == 0; })) return true;
  }
  return false;
}

// "By the time I came back to the wards, in August 2023", of a leave that elsewhere ends in April.
void check_returns(DateFaults& faults) {
  constexpr Day kApart = 75;
  constexpr Day kSlip = 400;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || !told.point || told.aspect != Aspect::start || !told.start || told.expected ||
        told.relative || told.pointing || !told.start->date.has_month() ||
        !(told.title == "came" || told.title == "returned"))
      continue;
    const std::string_view low = faults.marked(told).low(told.source);
    if (!comes_back_to_work(low)) continue;
    std::optional<std::uint32_t> gap;
    bool fits = false;
    for (std::uint32_t other = 0; other < faults.event_count(); ++other) {
      const Event& away = faults.event(other);
      if (away.kind != EventKind::gap || away.point || !away.end || !away.end->date.has_month() ||
          away.end->days.first > faults.as_of() ||
          !told.start->days.touches({away.end->days.first - kSlip, away.end->days.last + kSlip}))
        continue;
      const bool another = gap && !away.end->days.touches({faults.event(*gap).end->days.first - kApart,
                                                           faults.event(*gap).end->days.last + kApart});
      fits |= another || faults.is_faulty(other) ||
              told.start->days.touches({away.end->days.first - kApart, away.end->days.last + kApart});
      gap = other;
    }
    const auto entries = faults.timeline().entries();
    const bool begins = std::ranges::any_of(entries, [&](const Event& entry) {
      return entry.kind != EventKind::gap && entry.kind != EventKind::exam && !entry.paper && !entry.point &&
             entry.start &&
             told.start->days.touches({entry.start->days.first - kApart, entry.start->days.last + kApart});
    });
    if (gap && !fits && !begins) contradiction(faults, e, *gap);
  }
}

void check_gap_pairs(DateFaults& faults) {
  std::vector<std::uint32_t> gaps;  // with both ends
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& gap = faults.event(e);
    if (gap.kind == EventKind::gap && !gap.point && gap.start && gap.end) gaps.push_back(e);
  }
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    for (std::size_t j = i + 1; j < gaps.size(); ++j) {
      const std::uint32_t a = gaps[i];
      const std::uint32_t b = gaps[j];
      const Event& first = faults.event(a);
      const Event& second = faults.event(b);
      if (faults.is_faulty(a) || faults.is_faulty(b)) continue;
      if (first.text == second.text && first.whole.overlaps(second.whole)) continue;
      if (first.end->days.last < second.start->days.first || second.end->days.last < first.start->days.first)
        if (first.text == second.text) continue;  // one after the other
      // "until residency began in July" is until the end of June.
      constexpr Day kSlack = 28;
      const auto touches = [](Interval one, Interval other) {
        return one.touches({other.first - kSlack, other.last + kSlack});
      };
      const bool start = touches(first.start->days, second.start->days);
      const bool end = touches(first.end->days, second.end->days);
      const bool inside =
          (first.start->days.first <= second.start->days.first) == (first.end->days.last >= second.end->days.last);
      const auto fine = [](const Event& gap) { return gap.start->date.has_month() && gap.end->date.has_month(); };
      const bool crossed = !start && !end && !inside && fine(first) && fine(second) &&
                           overlap_in_months({first.start->days.first, first.end->days.last},
                                             {second.start->days.first, second.end->days.last}) > 1;
      if (start != end && first.claim && second.claim && tell_other_reasons(faults, first, second)) continue;
      if (start != end || crossed || is_one_leave(faults, a, b))
        contradiction(faults, second.claim ? b : a, second.claim ? a : b);
    }
  }
}

// ---- descriptions

// "Notes: Two years in a coronary care unit."
bool ends_in_note_label(std::string_view before) {
  if (!before.ends_with(':')) return false;
  before.remove_suffix(1);
  return field_named(before.substr(before.rfind('\n') + 1)) == Field::note;
}

bool is_shorter(const DateFaults& faults, const Duration& length, const Event& entry) {
  return months_meant(length).most < (faults.end_of(entry).first - entry.start->days.last) / kDaysPerMonth;
}

// "The whole two years there": of no part.
bool tells_of_all(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const std::string_view bytes = faults.text_of(entry).source.bytes();
  const std::string_view before = bytes.substr(entry.whole.begin, date.source.begin - entry.whole.begin);
  const std::string_view after = bytes.substr(date.source.end, 7);
  return before.ends_with("whole ") || before.ends_with("entire ") || before.ends_with("these ") ||
         before.ends_with("those ") || after.starts_with(" there") || after.starts_with(" here");
}

// "Six months in the ICU, the rest on the wards": there are other lengths, or a word of parts.
bool is_one_of_parts(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const MarkedText& text = faults.marked(entry);
  const Span behind{date.source.end, entry.whole.end};
  return text.length_in({entry.date_source().end, date.source.begin}) != nullptr || text.length_in(behind) != nullptr ||
         text.words.any(behind, PathWord::part_of) || has_phrase(text.low(behind), "the rest") ||
         has_phrase(text.low(behind), "later");
}

// "I led the group every Wednesday for three years": no part of an entry that is shorter.
bool is_longer_than_the_entry(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  constexpr double kMost = 3.5;  // times as long: what is farther off measures something else
  const MarkedText& text = faults.marked(entry);
  std::string_view before = text.low({entry.whole.begin, date.source.begin});
  before.remove_prefix(before.find_last_of(".\n;:") + 1);
  while (before.starts_with(' ') || before.starts_with('-')) before.remove_prefix(1);
  const double stay = static_cast<double>(faults.end_of(entry).last - entry.start->days.first) / kDaysPerMonth;
  const double told = months_meant(date.duration).least;
  return before.starts_with("i ") && before.ends_with(" for ") && !has_phrase(before, "had") && told > stay + 1 &&
         told < kMost * stay;
}

// The length opens the line or sentence, or the sentence says "Full-time for three years", "the whole two years there",
// "in these two years".
bool opens_description(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const std::string_view bytes = faults.text_of(entry).source.bytes();
  std::string_view before = bytes.substr(entry.whole.begin, date.source.begin - entry.whole.begin);
  const std::string_view after = bytes.substr(date.source.end, 7);
  if (tells_of_all(faults, entry, date)) return true;
  if (before.ends_with(" for ") || before.ends_with("For ") || before.ends_with("\nfor ")) {
    before.remove_suffix(4);
    const std::size_t cut = before.find_last_of(".\n|:,;");
    const std::string_view words = cut == std::string_view::npos ? before : before.substr(cut + 1);
    return std::count(words.begin(), words.end(), ' ') <= 3;
  }
  while (!before.empty() && (before.back() == ' ' || before.back() == '(' || before.back() == '*'))
    before.remove_suffix(1);
  const bool opens = before.empty() || before.back() == '\n' || before.back() == '.' || before.back() == '-' ||
                     before.back() == '|' || ends_in_note_label(before) || before.ends_with("Description");
  const std::size_t bracket = before.rfind('(');  // "(course of four months)"
  const std::string_view noun = bracket == std::string_view::npos ? std::string_view() : before.substr(bracket + 1);
  if (after.starts_with(")") && (noun == "course of" || noun == "program of" || noun == "programme of" ||
                                 noun == "stay of" || noun == "a total of" || noun == "total of"))
    return true;
  return opens && ((after.starts_with(" of ") && !after.starts_with(" of it") && !after.starts_with(" of th")) ||
                   after.starts_with(" in ") || after.starts_with(" as ") || after.starts_with(" on ") ||
                   after.starts_with(" at ") || after.starts_with(",") || after.starts_with(".") ||
                   after.starts_with(")") || after.starts_with("\n") || after.starts_with(" |"));
}

}  // namespace

namespace {

// "I passed Step 1 in October 2021 and Step 2 CK in September 2022; for this last I took three weeks off"
bool is_between_exams(const DateFaults& faults, const Event& away) {
  const Span between{std::min(away.start->source.end, away.end->source.begin),
                     std::max(away.start->source.end, away.end->source.begin)};
  return faults.marked(away).words.any(between, PathWord::exam);
}

// The range that was told last before a length, in its sentence or the one before; nullptr where the last date is none.
const Event* range_told_before(const DateFaults& faults, const Event& told) {
  const auto sentences = faults.text_of(told).document.sentences();
  const auto here =
      std::ranges::lower_bound(sentences, told.whole.begin, {}, [](const Sentence& s) { return s.source.begin; });
  if (here == sentences.end()) return nullptr;
  const bool follows = here != sentences.begin() && std::prev(here)->block == here->block;
  const std::uint32_t from = follows ? std::prev(here)->source.begin : here->source.begin;
  const Event* last = nullptr;
  for (const Event& claim : faults.timeline().claims()) {
    if (claim.text != told.text || claim.kind == EventKind::exam || !claim.dated() || claim.whole.begin < from ||
        claim.date_source().end > told.length_source.begin)
      continue;
    if (last == nullptr || claim.date_source().begin > last->date_source().begin) last = &claim;
  }
  const bool range = last != nullptr && last->start && last->end && !last->point && !last->relative;
  return range ? last : nullptr;
}

// "From April 2007 to June 2022 I was responsible for 2,400 people. In these eleven years I missed four days."
void check_length_of_range_before(DateFaults& faults, const Event& told) {
  const Event* const range = range_told_before(faults, told);
  if (range == nullptr || faults.is_faulty(*range) || faults.length_fits(*told.length, *range)) return;
  const auto claims = faults.timeline().claims();
  const auto fits_a_tie = [&](std::size_t claim) {
    return std::ranges::any_of(faults.timeline().ties[claim], [&](const Tie& tie) {
      const Event& entry = faults.event(tie.entry);
      return entry.start && !entry.point && faults.length_fits(*told.length, entry);
    });
  };
  if (fits_a_tie(static_cast<std::size_t>(range - claims.data()))) return;
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].text != told.text || !claims[c].length || claims[c].length_source != told.length_source) continue;
    if (fits_a_tie(c) || faults.is_faulty(claims[c])) return;
    faults.mark(faults.entry_count() + static_cast<std::uint32_t>(c));
  }
  Finding* finding = faults.add("dates/duration-mismatch", told,
                                fmt::format("{} is not {}: it is {}", faults.dates_as_written(*range),
                                            faults.words(told, told.length_source), faults.length_of(*range)),
                                told.length_source);
  faults.relate(finding, *range, range->date_source(), "the dates");
}

void check_lengths_of_ranges_before(DateFaults& faults) {
  for (const MarkedText& text : faults.timeline().texts) {
    for (const Sentence& sentence : text.text.document.sentences()) {
      const IndexRange dates = text.dates_within(sentence.source);
      for (std::uint32_t d = dates.first; d < dates.last; ++d) {
        const DateExpression& date = text.dates[d];
        if (date.kind != DateKind::duration || date.looseness == Looseness::vague ||
            !DateFaults::points_back(text, date.source) || faults.timeline().is_in_an_entry(text.index, sentence.source))
          continue;
        Event told;
        told.claim = true;
        told.text = text.index;
        told.source = told.whole = sentence.source;
        told.length = date.duration;
        told.length_source = date.source;
        check_length_of_range_before(faults, told);
      }
    }
  }
}

}  // namespace

void check_own_lengths(DateFaults& faults) {
  check_lengths_of_ranges_before(faults);
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || !told.length || !told.start || told.point || (!told.end && !told.to_present)) continue;
    if (told.away && (!told.end || told.loose || is_between_exams(faults, told))) continue;
    if (faults.length_fits(*told.length, told)) continue;
    faults.mark(e);
    Finding* finding = faults.add("dates/duration-mismatch", told,
                                  fmt::format("{} is not {}: it is {}", faults.dates_as_written(told),
                                              faults.words(told, told.length_source), faults.length_of(told)),
                                  hull(told.date_source(), told.length_source));
    faults.relate(finding, told, told.length_source, "the length");
  }
}

void check_claims(DateFaults& faults) {
  ClaimCheck check(faults);
  for (std::uint32_t c = 0; c < faults.timeline().ties.size(); ++c) check.check(c);
}

void check_description_lengths(DateFaults& faults) {
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& entry = faults.event(e);
    if (faults.is_faulty(e) || !entry.start || entry.point || entry.kind == EventKind::exam) continue;
    const MarkedText& text = faults.marked(entry);
    const IndexRange range = text.dates_within(entry.whole);
    for (std::uint32_t d = range.first; d < range.last; ++d) {
      const DateExpression& date = text.dates[d];
      if (date.kind != DateKind::duration || date.source.begin < entry.date_source().end) continue;
      const bool of_all = opens_description(faults, entry, date) || is_longer_than_the_entry(faults, entry, date);
      if (date.duration.finest < LengthUnit::months || !of_all || faults.length_fits(date.duration, entry) ||
          (is_shorter(faults, date.duration, entry) && !tells_of_all(faults, entry, date) &&
           is_one_of_parts(faults, entry, date)))
        continue;
      faults.mark(e);
      Finding* finding = faults.add("dates/duration-mismatch", entry,
                                    fmt::format("{} is not {}: it is {}", faults.dates_as_written(entry),
                                                faults.words(entry, date.source), faults.length_of(entry)),
                                    date.source);
      faults.relate(finding, entry, DateFaults::place_span(entry), "the dates");
      break;
    }
  }
}

void check_tellings(DateFaults& faults) {
  check_entry_pairs(faults);
  check_degree_dates(faults);
  check_claim_pairs(faults);
  check_untied_pairs(faults);
  check_moves(faults);
  check_arrivals(faults);
  check_gap_pairs(faults);
  check_gap_lengths(faults);
  check_gap_starts(faults);
  check_returns(faults);
}

}  // namespace candor
