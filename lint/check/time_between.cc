#include "lint/check/time_between.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/check/named_entries.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

constexpr double kSlack = 1.6;  // months that the ends may lie off together
constexpr Day kMonth = 31;

// One end of the time: its days, and where they stand.
struct End {
  Interval days;
  std::string written;
  const Event* entry = nullptr;  // nullptr where the sentence has the date itself
};

class TimeBetween {
 public:
  explicit TimeBetween(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        read(text, sentence);
      }
    }
  }

 private:
  void read(const MarkedText& text, const Sentence& sentence) {
    const DateExpression* length = text.only_date_that(sentence.source, [](const DateExpression& date) {
      return date.kind == DateKind::duration && date.looseness != Looseness::vague;
    });
    if (length == nullptr || faults_.timeline().is_in_an_entry(text.index, sentence.source) ||
        is_told_of(text, *length))
      return;
    const std::string_view low = text.low(sentence.source);
    if (!has_phrase(low, "i") && !has_phrase(low, "my")) return;
    if (read_since(text, sentence, *length)) return;
    struct Form {
      std::string_view lead;
      std::string_view link;
    };
    for (const Form form : {Form{"between ", " and "}, Form{"from ", " to "}}) {
      const std::size_t at = find_phrase(low, form.lead.substr(0, form.lead.size() - 1));
      if (at == std::string_view::npos) continue;
      const std::size_t link = low.find(form.link, at + form.lead.size());
      if (link == std::string_view::npos) continue;
      const std::uint32_t from = sentence.source.begin + static_cast<std::uint32_t>(at + form.lead.size());
      const std::uint32_t middle = sentence.source.begin + static_cast<std::uint32_t>(link);
      const std::uint32_t to = middle + static_cast<std::uint32_t>(form.link.size());
      const Span second{to, end_of_name(text, to, sentence.source.end)};
      if (length->source.overlaps({from, second.end}) || !stands_with(text, *length, {from, second.end})) continue;
      const std::optional<End> start = end_at(text, {from, middle}, Side::end);
      const std::optional<End> end = start ? end_at(text, second, Side::start) : std::nullopt;
      if (!start || !end) continue;
      const bool told_of = has_phrase(low, "between") || has_phrase(low, "from my");  // see check_exam_order
      if (!(told_of && is_exam(*start) && is_exam(*end))) report(text, *length, *start, *end);
      return;
    }
  }
  // A finding tells of the length already.
  [[nodiscard]] bool is_told_of(const MarkedText& text, const DateExpression& length) const {
    const auto claims = faults_.timeline().claims();
    return std::ranges::any_of(claims, [&](const Event& claim) {
      return claim.text == text.index && claim.length && claim.length_source == length.source &&
             faults_.is_faulty(claim);
    });
  }
  // "It is now four years since I left surgery", "two years have passed since my graduation": until the application.
  bool read_since(const MarkedText& text, const Sentence& sentence, const DateExpression& length) {
    const std::string_view low = text.low(sentence.source);
    const bool counts = low.starts_with("it is ") || low.starts_with("it's ") || low.starts_with("it has been ") ||
                        has_phrase(low, "have passed") || has_phrase(low, "has passed");
    if (!counts) return false;
    const std::string_view behind = text.low({length.source.end, sentence.source.end});
    const std::size_t since = find_phrase(behind, "since");
    constexpr std::size_t kNear = 14;  // " have passed "
    if (since == std::string_view::npos || since > kNear) return false;
    const std::uint32_t from = length.source.end + static_cast<std::uint32_t>(since) + 6;
    if (from >= sentence.source.end) return false;
    const Day now = faults_.as_of();
    if (const auto start = end_at(text, {from, end_of_name(text, from + 2, sentence.source.end)}, Side::stated))
      report(text, length, *start, {{now - kMonth, now}, "now"});
    return true;
  }
  // "there were six months from ... to ...", "between ... and ... lay a year": only such words between them.
  [[nodiscard]] static bool stands_with(const MarkedText& text, const DateExpression& length, Span times) {
    const bool behind = length.source.begin >= times.end;
    const std::string_view between =
        text.low(behind ? Span{times.end, length.source.begin} : Span{length.source.end, times.begin});
    constexpr std::size_t kLongest = 24;  // bytes
    if (between.size() > kLongest || between.find_first_of(".;:") != std::string_view::npos) return false;
    return !behind || has_phrase(between, "there") || has_phrase(between, "lay") || has_phrase(between, "lie") ||
           has_phrase(between, "passed") || has_phrase(between, "i had") || has_phrase(between, "it was");
  }
  [[nodiscard]] static std::uint32_t end_of_name(const MarkedText& text, std::uint32_t from, std::uint32_t end) {
    const std::string_view low = text.low({from, end});
    std::size_t stop = std::min(low.find_first_of(",;:.("), low.size());
    for (const std::string_view word : {" there ", " lay ", " lie ", " passed", " i ", " it was "})
      stop = std::min(stop, low.find(word));
    return from + static_cast<std::uint32_t>(stop);
  }

  // Which side of a post counts where the words name it alone: "between my internship and my post in Betio".
  enum class Side : std::uint8_t { stated, start, end };
  [[nodiscard]] std::optional<End> end_at(const MarkedText& text, Span span, Side side) const {
    const IndexRange dates = text.dates_within(span);
    if (dates.size() == 1) {
      const DateExpression& date = text.dates[dates.first];
      const bool sure =
          date.resolved && date.anchor == DateAnchor::none && date.start == date.end && date.start.has_month();
      return sure ? std::optional(End{date.start_days, std::string(text.slice(date.source))}) : std::nullopt;
    }
    if (dates.size() != 0) return std::nullopt;
    if (const WordHit* exam = text.words.first(span, PathWord::exam)) return sitting_at(text, span, *exam);
    const std::string_view low = text.low(span);
    const auto leads = [&](std::initializer_list<std::string_view> words) {
      return std::ranges::any_of(words, [&](std::string_view word) { return low.starts_with(word); });
    };
    const bool alone = side != Side::stated && leads({"my ", "the "});
    const bool ends =
        leads({"i left",     "i received",     "i earned",     "i got my",    "i was awarded", "i qualified",
               "receiving",  "i finished",     "i completed",  "i graduated", "i quit",        "i resigned",
               "the end of", "my last day",    "the last day", "leaving",     "my departure",  "finishing",
               "completing", "my resignation", "graduating",   "graduation",  "my graduation"});
    const bool starts = leads({"i started", "i began", "i joined", "i entered", "the start", "my first day",
                               "the first day", "my start", "starting", "joining", "the beginning of", "beginning"});
    if (!ends && !starts && !alone) return std::nullopt;
    const std::vector<const Event*> named = named_in(faults_.timeline(), text, span);
    const Event* entry = named.size() == 1 ? named.front() : nullptr;
    if (named.empty() && ends && is_of_the_degree(low)) entry = faults_.first_medical_degree();
    if (entry == nullptr || faults_.is_faulty(*entry)) return std::nullopt;
    const bool at_end = ends || (!starts && side == Side::end);
    const std::optional<Stated>& told = at_end ? entry->end : entry->start;
    if (!told || !told->date.has_month()) return std::nullopt;
    return End{told->days, words_of(*told), entry};
  }
  static bool is_exam(const End& end) { return end.entry != nullptr && end.entry->kind == EventKind::exam; }
  [[nodiscard]] static bool is_of_the_degree(std::string_view low) {
    return low == "i graduated" || has_phrase(low, "medical school") || has_phrase(low, "graduation") ||
           has_phrase(low, "graduating") || has_phrase(low, "my degree") || has_phrase(low, "the degree");
  }
  // The one sitting that the words fit; "my first Step 1" is the earliest.
  [[nodiscard]] std::optional<End> sitting_at(const MarkedText& text, Span span, const WordHit& exam) const {
    const Sitting told = sitting_in(text, span);
    std::vector<const Event*> listed;
    for (const Event& entry : faults_.timeline().entries()) {
      if (is_sitting_of(entry, exam, told)) listed.push_back(&entry);
    }
    const auto days = [](const Event* entry) { return entry->start->days.first; };
    std::ranges::sort(listed, {}, days);
    const bool first = told.attempt == 1 || text.low(span).starts_with("my first ");
    if (listed.empty() || (listed.size() > 1 && !first) || faults_.is_faulty(*listed.front())) return std::nullopt;
    const Event& sitting = *listed.front();
    return End{sitting.start->days, words_of(*sitting.start), &sitting};
  }

  [[nodiscard]] static std::string words_of(const Stated& told) {
    return month_words(month_number(told.date.year, told.date.part));
  }
  void report(const MarkedText& text, const DateExpression& length, const End& start, const End& end) {
    const MonthRange meant = months_meant(length.duration);
    const double least = (end.days.first - start.days.last) / kDaysPerMonth;
    const double most = (end.days.last - start.days.first) / kDaysPerMonth;
    if (most < 0 || (meant.most + kSlack >= least && meant.least - kSlack <= most)) return;
    Event claim;
    claim.claim = true;
    claim.text = text.index;
    Finding* finding = faults_.add("dates/duration-mismatch", claim,
                                   fmt::format("{} to {} is not {}: it is {:.0f} months", start.written, end.written,
                                               faults_.words(claim, length.source), (least + most) / 2),
                                   length.source);
    for (const Event* entry : {start.entry, end.entry}) {
      if (entry == nullptr) continue;
      faults_.relate(finding, *entry, DateFaults::place_span(*entry),
                     fmt::format("{} says {}", DateFaults::name_of(*entry), faults_.dates_as_written(*entry)));
    }
  }

  DateFaults& faults_;
};

}  // namespace

void check_time_between(DateFaults& faults) { TimeBetween(faults).check(); }

}  // namespace candor
