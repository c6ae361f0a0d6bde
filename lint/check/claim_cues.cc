#include "lint/check/claim_cues.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>

#include <fmt/format.h>

namespace candor {
namespace {

constexpr std::string_view kReasons[] = {"none", "near", "pointed", "described", "mention", "place",
                                         "role", "part", "name",    "short",     "degree",  "exam"};
constexpr std::string_view kPrecisions[] = {"decade", "year", "half", "quarter", "season", "month", "day"};
constexpr std::string_view kUnits[] = {"days", "weeks", "months", "years"};
constexpr std::string_view kLoosenesses[] = {"exact", "about", "nearly", "over", "vague"};

static_assert(std::size(kReasons) == static_cast<std::size_t>(TieReason::exam) + 1);
static_assert(std::size(kPrecisions) == static_cast<std::size_t>(Precision::day) + 1);
static_assert(std::size(kUnits) == static_cast<std::size_t>(LengthUnit::years) + 1);
static_assert(std::size(kLoosenesses) == static_cast<std::size_t>(Looseness::vague) + 1);

// A stay that takes time: neither a sitting nor a paper, and no single day.
bool is_stay(const Event& event) {
  return event.start && !event.point && !event.paper && event.kind != EventKind::exam;
}

bool touch(const std::optional<Stated>& a, const std::optional<Stated>& b) {
  return a && b && a->days.touches(b->days);
}

// How many days `a` lies behind `b`; 0 where they touch, negative where it lies before.
std::optional<Day> days_behind(const std::optional<Stated>& a, const std::optional<Stated>& b) {
  if (!a || !b) return std::nullopt;
  if (a->days.touches(b->days)) return 0;
  return a->days.first > b->days.last ? a->days.first - b->days.last : a->days.last - b->days.first;
}

class ClaimCues {
 public:
  ClaimCues(const DateFaults& faults, const Event& claim, const std::vector<Tie>& ties)
      : faults_(faults), claim_(claim), ties_(ties), text_(faults.marked(claim)), clause_(text_.low(claim.source)) {}

  std::vector<std::string> of_date(const Event& nearest) {
    add_tie();
    add(fmt::format("reason.{}", kReasons[static_cast<std::size_t>(ties_.front().reason)]));
    add_entry(nearest);
    add_if(claim_.point, "point");
    add_if(claim_.telling, "telling");
    add_if(claim_.carried, "carried");
    add(fmt::format("told.{}",
                    kPrecisions[static_cast<std::size_t>((claim_.start ? claim_.start : claim_.end)->date.precision)]));
    add_if(is_told_by_age(), "by-age");
    add_distance(nearest);
    add_if(is_of_several(), "of-several");
    add_others();
    add_if(claim_.kind != EventKind::exam && was_elsewhere(claim_.start ? claim_.start->days : claim_.end->days),
           "elsewhere");
    add_if(tells_another_length(nearest), "another-length");
    add_steps("dates", dates_in(claim_.whole), {1, 2});
    add_words("says", clause_, {"i", "my", "there"});
    add_if(has_any_phrase(clause_, {"when", "while", "during"}), "says.when");
    add_if(has_any_phrase(clause_, {"we", "our", "us"}), "says.we");
    add_word_at_date({"in", "since", "from", "the"});
    const std::uint32_t told = text_.words.roles(claim_.source);
    const std::uint32_t listed = roles_in(nearest.title);
    add_if(told != 0, "role");
    add_if(told != 0 && listed != 0 && (told & listed) == 0, "role.another");
    add_names(nearest);
    add_if(text_.words.any(claim_.source, PathWord::within_post), "within-post");
    return std::move(cues_);
  }

  std::vector<std::string> of_length(const Event& together) {
    const Event& first = faults_.event(ties_.front().entry);
    add_tie();
    add_entry(first);
    add_if(first.training, "entry.training");
    add_if(first.to_present, "entry.goes-on");
    add_if(claim_.partial, "partial");
    add_if(claim_.pointing, "pointing");
    add_if(text_.words.roles(claim_.source) != 0, "role");
    add_measure(together);
    add_what_fits(together);
    add_if(tells_a_sum(), "sum");
    add_steps("dates", dates_in(claim_.whole), {0});
    add_steps("lengths", lengths_in(claim_.whole), {1});
    add_if(has_any_phrase(clause_, {"after", "before", "later"}), "says.after");
    add_words("says", clause_, {"had"});
    add_word_before(text_.low(bytes_before(claim_.length_source.begin, kBeside)),
                    {"my", "the", "spent", "for", "those", "these", "of"});
    const std::string_view behind = std::string_view(text_.folded).substr(claim_.length_source.end);
    for (const std::string_view word : {" i ", " in ", " of ", " as ", " at "}) {
      if (behind.starts_with(word)) add(fmt::format("then.{}", word.substr(1, word.size() - 2)));
    }
    add_if(behind.starts_with("."), "then.stop");
    add_if(behind.starts_with(","), "then.comma");
    return std::move(cues_);
  }

 private:
  static constexpr std::uint32_t kBeside = 12;  // bytes before a date or length in which a word stands right before it

  void add(std::string cue) { cues_.push_back(std::move(cue)); }
  void add_if(bool there, std::string_view cue) {
    if (there) cues_.emplace_back(cue);
  }
  // "off.4" where the value is more than 4.
  void add_steps(std::string_view name, double value, std::initializer_list<double> steps) {
    for (const double step : steps) {
      if (value > step) add(fmt::format("{}.{:g}", name, step));
    }
  }
  void add_words(std::string_view name, std::string_view low, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
      if (has_phrase(low, word)) add(fmt::format("{}.{}", name, word));
    }
  }
  // `before` ends with the word and a blank.
  void add_word_before(std::string_view before, std::initializer_list<std::string_view> words) {
    const std::size_t blank = before.find_last_not_of(' ');
    if (blank == std::string_view::npos || blank + 2 != before.size()) return;
    before = before.substr(0, blank + 1);
    const std::string_view last = before.substr(before.find_last_of(" ,;:(\n") + 1);
    if (std::ranges::find(words, last) != words.end()) add(fmt::format("behind.{}", last));
  }
  // "since May 2019": the date's first word, or the one before it.
  void add_word_at_date(std::initializer_list<std::string_view> words) {
    const Span date = claim_.date_source();
    const std::string_view low = text_.low(date);
    const std::string_view first = low.substr(0, low.find(' '));
    if (std::ranges::find(words, first) != words.end())
      add(fmt::format("behind.{}", first));
    else
      add_word_before(text_.low(bytes_before(date.begin, kBeside)), words);
  }

  void add_tie() { add_steps("weight", heaviest(ties_), {2, 3, 4, 5, 7}); }

  void add_entry(const Event& entry) {
    add(fmt::format("entry.{}", to_string(entry.kind)));
    add_if(entry.load == Load::full_time, "entry.full-time");
    add_if(entry.load == Load::part_time, "entry.part-time");
    add_if(entry.within_degree, "entry.within-degree");
  }

  // Whether the clause has a word of what the entry is called.
  void add_names(const Event& entry) {
    const auto says = [&](const std::string& name) { return has_phrase(clause_, name); };
    const std::string title = folded_role(entry.title);
    constexpr std::size_t kTelling = 4;  // letters of a last word: no "MD"
    const std::string role = title.substr(title.rfind(' ') + 1);
    add_if(role.size() > kTelling && says(role), "names.role");
    add_if(std::ranges::any_of(entry.names, says), "names.organization");
    add_if(std::ranges::any_of(entry.places, says), "names.place");
  }

  // How far off the date is, and where it lies beside the stay.
  void add_distance(const Event& entry) {
    const bool end = claim_.aspect == Aspect::end;
    const std::optional<Day> off = end ? days_behind(claim_.end, entry.end) : days_behind(claim_.start, entry.start);
    if (off) add_steps("off", std::abs(static_cast<double>(*off)) / kDaysPerMonth, {1, 2, 4, 7, 13, 25, 37, 61});
    add_if(touch(claim_.end, entry.end), "end-agrees");
    add_if(touch(claim_.start, entry.end), "begins-at-its-end");
    add_if(touch(claim_.end, entry.start), "ends-at-its-start");
    add_if(shares_an_end(claim_, entry), "shares-an-end");
    constexpr Day kLong = 124;
    const std::optional<Day> behind_start = days_behind(claim_.start, entry.start);
    const std::optional<Day> behind_end = days_behind(claim_.start, entry.end);
    add_if(behind_start && *behind_start >= 0 && (entry.end ? *behind_end <= 0 : entry.to_present), "begins-within");
    add_if(behind_end && *behind_end > kLong, "begins-long-after");
    const std::optional<Day> before_start = days_behind(claim_.end, entry.start);
    add_if(before_start && *before_start < 0, "ends-before");
    add_if(!claim_.point && ((behind_end && *behind_end > 0) || (before_start && *before_start < 0)), "apart");
  }

  [[nodiscard]] bool is_tied(std::uint32_t e) const {
    return std::ranges::any_of(ties_, [&](const Tie& tie) { return tie.entry == e; });
  }

  // Whether it has the dates of something else.
  void add_others() {
    bool dates = false;
    bool ends = false;
    bool sat = false;
    bool told = false;
    const std::optional<Stated>& mine = claim_.start ? claim_.start : claim_.end;
    for (std::uint32_t e = 0; e < faults_.event_count(); ++e) {
      const Event& other = faults_.event(e);
      if (&other == &claim_ || !other.dated() || is_tied(e)) continue;
      if (other.claim) {
        told = told || (other.text != claim_.text && dates_agree(claim_, other));
      } else if (other.kind == EventKind::exam) {
        const bool moment = claim_.point || claim_.aspect != Aspect::whole;
        sat = sat || (moment && claim_.start && claim_.start->date.has_month() && touch(claim_.start, other.start));
      } else {
        dates = dates || dates_agree(claim_, other);
        ends = ends || touch_to_the_month(mine, other.start) || touch_to_the_month(mine, other.end);
      }
    }
    add_if(dates, "dates-of-another");
    add_if(ends, "end-of-another");
    add_if(sat, "day-of-an-exam");
    add_if(told, "told-elsewhere");
  }

  // Full-time posts or studies at other places than the tied ones have the writer on the first of the days, in the
  // middle and on the last.
  [[nodiscard]] bool was_elsewhere(Interval days) const {
    constexpr int kShort = 100;  // days: the middle tells
    const auto elsewhere_on = [&](Day day) {
      return std::ranges::any_of(faults_.timeline().entries(), [&](const Event& entry) {
        return entry.load == Load::full_time && !entry.paper && !entry.point && !entry.expected && entry.start &&
               entry.start->days.first <= day && day <= faults_.end_of(entry).last && is_another_place(entry);
      });
    };
    const Day middle = days.first + (days.last - days.first) / 2;
    return elsewhere_on(middle) &&
           (days.last - days.first < kShort || (elsewhere_on(days.first) && elsewhere_on(days.last)));
  }
  [[nodiscard]] bool is_another_place(const Event& entry) const {
    if (entry.names.empty() && entry.places.empty()) return false;
    return std::ranges::none_of(
        ties_, [&](const Tie& tie) { return faults_.timeline().are_of_one_place(entry, faults_.event(tie.entry)); });
  }

  // "I was twenty-eight when I received my diploma"
  [[nodiscard]] bool is_told_by_age() const {
    const DateExpression* const date = claim_.point ? text_.date_in(claim_.date_source()) : nullptr;
    return date != nullptr && date->anchor == DateAnchor::birth;
  }
  // "I spent two months there in 2018", of a stay of six years.
  [[nodiscard]] bool tells_another_length(const Event& entry) const {
    if (!is_stay(entry)) return false;
    return std::ranges::any_of(text_.dates_in(claim_.whole), [&](const DateExpression& date) {
      return date.kind == DateKind::duration && !faults_.length_fits(date.duration, entry);
    });
  }
  // "From 2016 to 2021 I served in Magway": it begins with one entry and ends with another.
  [[nodiscard]] bool is_of_several() const {
    if (claim_.point || !claim_.start || !claim_.end || claim_.kind == EventKind::gap) return false;
    bool begins = false;
    bool ends = false;
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.point || entry.paper || entry.kind == EventKind::gap) continue;
      const bool first = touch(entry.start, claim_.start);
      const bool last = touch(entry.end, claim_.end);
      if (first && last) return false;
      begins = begins || first;
      ends = ends || last;
    }
    return begins && ends;
  }

  [[nodiscard]] std::uint32_t lengths_in(Span span) const {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        text_.dates_in(span), [](const DateExpression& date) { return date.kind == DateKind::duration; }));
  }
  [[nodiscard]] std::uint32_t dates_in(Span span) const { return text_.dates_within(span).size() - lengths_in(span); }

  // How much longer or shorter than the stay.
  void add_measure(const Event& together) {
    const double stay = static_cast<double>(faults_.end_of(together).last - together.start->days.first) / kDaysPerMonth;
    const double told = claim_.length->in_months();
    constexpr double kHalf = 0.5;  // months: a day is no thousandth of a year
    const double times = (told + kHalf) / (stay + kHalf);
    add_if(months_meant(*claim_.length).most < stay, "shorter");
    add_steps("times", std::max(times, 1 / times), {1.25, 1.6, 2.2, 2.6, 3.2, 3.65, 4.2, 6, 8});
    add_steps("off", std::abs(told - stay), {1, 2, 4, 8});
    add(fmt::format("unit.{}", kUnits[static_cast<std::size_t>(claim_.length->finest)]));
    add(fmt::format("length.{}", kLoosenesses[static_cast<std::size_t>(claim_.length->looseness)]));
  }

  // What else is as long.
  void add_what_fits(const Event& together) {
    constexpr Day kNext = 120;            // days between two posts
    constexpr std::uint32_t kNear = 400;  // bytes
    const Event& tied = faults_.event(ties_.front().entry);
    int posts = 0;
    bool next = false;
    bool there = false;
    bool beside = false;
    bool told = false;
    for (std::uint32_t e = 0; e < faults_.event_count(); ++e) {
      const Event& other = faults_.event(e);
      if (&other == &claim_ || !is_stay(other) || is_tied(e) || !faults_.length_fits(*claim_.length, other)) continue;
      if (other.claim) {
        told = told || (other.text == claim_.text && other.source.begin < claim_.source.begin + kNear &&
                        claim_.source.begin < other.source.begin + kNear);
        continue;
      }
      if (other.kind != EventKind::education) ++posts;
      there = there || may_be_there(other, together);
      next = next || (ties_.front().reason == TieReason::pointed && tied.end &&
                      std::abs(static_cast<double>(other.start->days.first - tied.end->days.last)) < kNext);
      beside = beside || is_told_in_the_sentence(other);
    }
    add_steps("fits-post", posts, {0, 1});
    add_if(next, "fits-the-next");
    add_if(there, "fits-another-there");
    add_if(beside, "fits-one-told-beside");
    add_if(told, "fits-dates-told-near");
    add_if(fits_all_there(together), "fits-all-there");
  }
  [[nodiscard]] bool is_told_in_the_sentence(const Event& entry) const {
    return std::ranges::any_of(faults_.timeline().claims(), [&](const Event& other) {
      return other.text == claim_.text && other.whole == claim_.whole && other.dated() && !other.relative &&
             dates_agree(other, entry);
    });
  }
  // In that town, or nobody knows where.
  [[nodiscard]] bool may_be_there(const Event& entry, const Event& tied) const {
    const std::vector<std::string> towns = faults_.timeline().towns_of(tied);
    return entry.places.empty() || share_a_word(entry.places, towns) || share_a_word(entry.names, towns) ||
           share_a_word(entry.places, tied.names);
  }
  // "I gave that hospital seven years": all stays of one name, or in one town, together.
  [[nodiscard]] bool fits_all_there(const Event& tied) const {
    std::vector<std::string> name = tied.names;
    if (name.size() > 1) name.resize(1);
    std::vector<std::string> town = faults_.timeline().towns_of(tied);
    town.insert(town.end(), name.begin(), name.end());
    const auto named = [&](const Event& entry) { return share_a_word(entry.names, name); };
    const auto there = [&](const Event& entry) {
      return share_a_word(entry.names, town) || share_a_word(entry.places, town);
    };
    return fits_together_with(tied, named) || fits_together_with(tied, there);
  }
  template <typename Holds>
  [[nodiscard]] bool fits_together_with(Event together, Holds holds) const {
    for (const Event& entry : faults_.timeline().entries()) {
      if (!is_stay(entry) || !holds(entry)) continue;
      stretch_over(together, entry);
    }
    return faults_.length_fits(*claim_.length, together);
  }
  // "Taken together I gave that hospital four years": of several stays.
  [[nodiscard]] bool tells_a_sum() const {
    const std::string_view low = text_.low(claim_.whole);
    const std::string_view behind = text_.low({claim_.length_source.end, claim_.whole.end});
    if (behind.starts_with(", as a") && behind.find(" and then as ") != std::string_view::npos) return true;
    return has_any_phrase(low, {"taken together", "years together", "months together", "all together", "put together",
                                "counting from", "counted from", "counting the"}) ||
           has_phrase(behind, "the rest");
  }

  const DateFaults& faults_;
  const Event& claim_;
  const std::vector<Tie>& ties_;
  const MarkedText& text_;
  std::string_view clause_;
  std::vector<std::string> cues_;
};

}  // namespace

std::vector<std::string> cues_of_date(const DateFaults& faults, const Event& claim, const std::vector<Tie>& ties,
                                      const Event& nearest) {
  return ClaimCues(faults, claim, ties).of_date(nearest);
}

std::vector<std::string> cues_of_length(const DateFaults& faults, const Event& claim, const std::vector<Tie>& ties,
                                        const Event& together) {
  return ClaimCues(faults, claim, ties).of_length(together);
}

int heaviest(const std::vector<Tie>& ties) { return std::ranges::max_element(ties, {}, &Tie::weight)->weight; }

}  // namespace candor
