#include "lint/check/exam_order.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

constexpr std::uint32_t kBeside = 40;  // bytes between a distance and the exam that it is of
constexpr double kSlack = 2.5;         // months

class ExamOrder {
 public:
  explicit ExamOrder(DateFaults& faults) : faults_(faults) {}

  void check() {
    const auto entries = faults_.timeline().entries();
    if (std::count_if(entries.begin(), entries.end(), [](const Event& e) { return e.kind == EventKind::exam; }) < 2)
      return;
    for (const MarkedText& text : faults_.timeline().texts) read(text);
  }

 private:
  void read(const MarkedText& text) {
    last_.reset();
    const Sentence* before = nullptr;
    const Sentence* of_exam = nullptr;  // the last one that named an exam
    for (const Sentence& sentence : text.text.document.sentences()) {
      const std::vector<WordHit> named = text.words.all(sentence.source, PathWord::exam);
      if (faults_.timeline().is_in_an_entry(text.index, sentence.source)) continue;
      read_tries(text, sentence, before, of_exam, named);
      before = &sentence;
      if (named.empty()) continue;
      const IndexRange dates = text.dates_within(sentence.source);
      for (std::uint32_t d = dates.first; d < dates.last; ++d) {
        if (is_distance(text.dates[d])) check(text, text.dates[d], named);
      }
      last_ = static_cast<Exam>(named.back().value);
      of_exam = &sentence;
    }
  }
  static bool is_distance(const DateExpression& date) {
    return date.anchor == DateAnchor::previous_event &&
           (date.duration.finest >= LengthUnit::months || date.duration.in_months() > 1.5) &&
           date.duration.in_months() > 0 && date.duration.looseness != Looseness::vague;
  }

  // ---- from a fail to the pass, and from one exam to another
  // "It took me two years to pass Level 1 after the first failure", "The three months between the fail and the pass",
  // "I failed Step 1. I made a new plan, and two years later I passed", "Two years lie between my Step 2 CK and Step
  // 3".
  void read_tries(const MarkedText& text, const Sentence& sentence, const Sentence* before, const Sentence* of_exam,
                  const std::vector<WordHit>& named) {
    const std::string_view low = text.low(sentence.source);
    if (has_phrase(low, "shelf")) return;
    const bool own = has_phrase(low, "i") || has_phrase(low, "my") || has_phrase(low, "me");
    const DateExpression* length = text.only_date_that(sentence.source, [](const DateExpression& date) {
      return date.duration.in_months() > 0 && date.duration.looseness != Looseness::vague &&
             (date.kind == DateKind::duration || is_distance(date));
    });
    if (length == nullptr || !(own || has_phrase(low, "the pass"))) return;
    const bool within = text.low(bytes_before(length->source.begin, 13)).find("between ") != std::string_view::npos;
    const bool from_here = !within &&  // not "between the two years of the degree"
                           (has_phrase(low, "between") || has_phrase(low, "separated") || has_phrase(low, "from my"));
    if (named.size() == 2 && named[0].value != named[1].value) {
      if (from_here && !is_distance(*length))
        check_apart(text, *length, listed(static_cast<Exam>(named[0].value), ExamResult::pass),
                    listed(static_cast<Exam>(named[1].value), ExamResult::pass));
      return;
    }
    const auto has = [&](Span span, PathWord list) { return text.words.any(span, list); };
    const auto tells_of_a_fail = [&](const Sentence* told) {
      return told != nullptr && told->block == sentence.block && has(told->source, PathWord::fail);
    };
    const bool failed =
        has(sentence.source, PathWord::fail) || tells_of_a_fail(before) || (named.empty() && tells_of_a_fail(of_exam));
    const bool later = (text.low(length->source).ends_with(" later") && length->duration.in_months() >= 1) ||
                       (text.low(length->source).ends_with(" after") && is_of_a_sitting(text, *length));
    const bool took = has_phrase(low, "took me") || has_phrase(low, "needed");
    const bool passed = has(sentence.source, PathWord::pass) || has_phrase(low, "retook") ||
                        has_phrase(low, "sat it again") || has_phrase(low, "took it again");
    if (!failed || !passed || !(later || took || from_here)) return;
    if (named.empty() && !last_) return;
    const Exam exam = named.empty() ? *last_ : static_cast<Exam>(named.front().value);
    check_apart(text, *length, listed(exam, ExamResult::fail), listed(exam, ExamResult::pass));
  }
  // "a year after the failure", but not "seven weeks after I had come back".
  [[nodiscard]] static bool is_of_a_sitting(const MarkedText& text, const DateExpression& length) {
    const auto size = static_cast<std::uint32_t>(text.folded.size());
    const Span behind{length.source.end, std::min(size, length.source.end + kBeside)};
    return text.words.any(behind, PathWord::fail) || text.words.any(behind, PathWord::exam) ||
           has_phrase(text.low(behind), "attempt") || has_phrase(text.low(behind), "sitting");
  }
  // The one listed sitting of the exam that came to that; nullptr where there are none or several. What is not told is
  // a pass.
  [[nodiscard]] const Event* listed(Exam exam, ExamResult result) const {
    const Event* found = nullptr;
    for (const Event& entry : faults_.timeline().entries()) {
      if (entry.kind != EventKind::exam || entry.sitting.exam != exam || entry.expected || !entry.start) continue;
      const bool failed = entry.sitting.result == ExamResult::fail;
      if (failed != (result == ExamResult::fail)) continue;
      if (!entry.start->date.has_month() || faults_.is_faulty(entry)) return nullptr;
      const bool again = found != nullptr && found->start->days.touches(entry.start->days);
      if (found != nullptr && !again) return nullptr;
      found = &entry;
    }
    return found;
  }
  void check_apart(const MarkedText& text, const DateExpression& length, const Event* first, const Event* second) {
    if (first == nullptr || second == nullptr) return;
    const MonthRange meant = months_meant(length.duration);
    const double apart =
        std::abs(static_cast<double>(second->start->days.first - first->start->days.first)) / kDaysPerMonth;
    if (apart >= meant.least - kSlack && apart <= meant.most + kSlack) return;
    Event claim;
    claim.text = text.index;
    const std::string told = faults_.words(claim, length.source);
    Finding* finding = nullptr;
    if (is_distance(length)) {
      finding = faults_.contradict(claim, told, length.source, *second);
    } else {
      finding =
          faults_.add("dates/duration-mismatch", claim,
                      fmt::format("{} to {}: \"{}\" here, but it is {:.0f} months", faults_.dates_as_written(*first),
                                  faults_.dates_as_written(*second), told, apart),
                      length.source);
      faults_.relate(finding, *second, DateFaults::place_span(*second), DateFaults::name_of(*second));
    }
    faults_.relate(finding, *first, DateFaults::place_span(*first),
                   fmt::format("{} says {}", DateFaults::name_of(*first), faults_.dates_as_written(*first)));
  }

  void check(const MarkedText& text, const DateExpression& distance, const std::vector<WordHit>& named) {
    const std::string_view words = text.low(distance.source);
    if (words.ends_with(" afterwards") || words.ends_with(" afterward")) return;  // after what, is not said
    const std::string_view behind = std::string_view(text.folded).substr(distance.source.end);
    if (behind.starts_with(", this ") || behind.starts_with(", last ")) return;  // "a year later, this June"
    const std::optional<Pair> pair = words.ends_with(" later") ? with_the_one_before(text, distance, named)
                                                               : with_the_one_named(text, distance, named);
    if (!pair || pair->from == pair->to) return;
    const std::vector<std::uint32_t> from = listed(pair->from);
    const std::vector<std::uint32_t> to = listed(pair->to);
    if (from.empty() || to.empty()) return;
    const bool back = words.ends_with(" before");
    const MonthRange meant = months_meant(distance.duration);
    const bool fits = std::any_of(from.begin(), from.end(), [&](std::uint32_t one) {
      return std::any_of(to.begin(), to.end(), [&](std::uint32_t other) {
        const Interval first = faults_.event(back ? other : one).start->days;
        const Interval second = faults_.event(back ? one : other).start->days;
        return (second.last - first.first) / kDaysPerMonth >= meant.least - kSlack &&
               (second.first - first.last) / kDaysPerMonth <= meant.most + kSlack;
      });
    });
    if (fits) return;
    Event claim;
    claim.text = text.index;
    const Event& entry = faults_.event(to.front());
    Finding* finding =
        faults_.contradict(claim, faults_.words(claim, distance.source), hull(distance.source, pair->name), entry);
    if (pair->carried) DateFaults::make_unsure(finding);
    const Event& other = faults_.event(from.front());
    faults_.relate(finding, other, DateFaults::place_span(other),
                   fmt::format("{} says {}", DateFaults::name_of(other), faults_.dates_as_written(other)));
  }

  // From one exam to another.
  struct Pair {
    Exam from = Exam::none;
    Exam to = Exam::none;
    Span name;             // of the second
    bool carried = false;  // the first is not named beside the distance: never an error
  };
  // "eleven months after Step 1 I passed Step 2 CK", "Step 2 CK eleven months after it"
  [[nodiscard]] std::optional<Pair> with_the_one_named(const MarkedText& text, const DateExpression& distance,
                                                       const std::vector<WordHit>& named) const {
    const auto behind = std::find_if(named.begin(), named.end(),
                                     [&](const WordHit& hit) { return hit.place.begin >= distance.source.end; });
    if (is_after_it(text, distance)) return with_the_one_before(text, distance, named);
    const bool beside = behind != named.end() && is_of_the_distance(text, {distance.source.end, behind->place.begin});
    if (!beside) return std::nullopt;
    std::optional<Pair> pair;
    for (const WordHit& hit : named) {
      if (hit.value == behind->value) continue;
      if (pair && pair->to != static_cast<Exam>(hit.value)) return std::nullopt;  // of several
      pair = Pair{static_cast<Exam>(behind->value), static_cast<Exam>(hit.value), hit.place};
    }
    return pair;
  }
  // "eleven months after it", "ten months after that"
  static bool is_after_it(const MarkedText& text, const DateExpression& distance) {
    const Span next{distance.source.end + 1,
                    static_cast<std::uint32_t>(path_word_end(text.folded, distance.source.end + 1))};
    return is_one_of(text.low(next), {"it", "that", "this"});
  }
  // No more than a few words, without a mark or another thing between them.
  static bool goes_on(std::string_view words) {
    return words.size() < kBeside && words.find_first_of(",;:.") == std::string_view::npos && !has_phrase(words, "and");
  }
  // "after I had passed", but not "after I arrived I passed", "after leaving I took".
  static bool is_of_the_distance(const MarkedText& text, Span between) {
    const std::string_view words = text.low(between);
    const std::string_view first = first_path_word(words.substr(std::min<std::size_t>(words.size(), 1)));
    if (first.ends_with("ing") && !is_one_of(first, {"passing", "sitting", "taking", "failing", "clearing"}))
      return false;
    const std::size_t self = find_phrase(words, "i");
    return goes_on(words) &&
           (self == std::string_view::npos || find_phrase(words, "i", self + 1) == std::string_view::npos);
  }
  // "Step 2 CK came thirteen months later": than the exam that was told of before.
  [[nodiscard]] std::optional<Pair> with_the_one_before(const MarkedText& text, const DateExpression& distance,
                                                        const std::vector<WordHit>& named) const {
    const auto behind = std::find_if(named.begin(), named.end(),
                                     [&](const WordHit& hit) { return hit.place.begin >= distance.source.begin; });
    auto told = behind;
    if (behind != named.begin() && is_one_breath(text, {std::prev(behind)->place.end, distance.source.begin}))
      told = std::prev(behind);
    else if (behind == named.end() || !is_one_breath(text, {distance.source.end, behind->place.begin}))
      return std::nullopt;
    auto before = told;
    while (before != named.begin() && is_of_a_distance(text, *std::prev(before))) --before;
    const std::optional<Exam> from = before == named.begin() ? last_ : static_cast<Exam>(std::prev(before)->value);
    if (!from) return std::nullopt;
    return Pair{*from, static_cast<Exam>(told->value), told->place, true};
  }

  // "a year after my second NEET-PG": told of for the distance alone.
  static bool is_of_a_distance(const MarkedText& text, const WordHit& exam) {
    const IndexRange before =
        text.dates_within({exam.place.begin > 2 * kBeside ? exam.place.begin - 2 * kBeside : 0, exam.place.begin});
    return std::any_of(text.dates.begin() + before.first, text.dates.begin() + before.last,
                       [&](const DateExpression& date) {
                         return is_distance(date) && is_of_the_distance(text, {date.source.end, exam.place.begin});
                       });
  }
  static bool is_one_breath(const MarkedText& text, Span between) {
    return goes_on(text.low(between)) && text.date_in(between) == nullptr;
  }

  // The sittings of the exam that the lists have; none where one of them is doubted.
  [[nodiscard]] std::vector<std::uint32_t> listed(Exam exam) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) {
      const Event& entry = faults_.event(e);
      if (entry.kind != EventKind::exam || entry.sitting.exam != exam || entry.expected || !entry.start) continue;
      if (faults_.is_faulty(e) || !entry.start->date.has_month()) return {};
      found.push_back(e);
    }
    return found;
  }

  DateFaults& faults_;
  std::optional<Exam> last_;  // that the text named in a sentence before
};

}  // namespace

void check_exam_order(DateFaults& faults) { ExamOrder(faults).check(); }

}  // namespace candor
