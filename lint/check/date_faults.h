// What the checks of one timeline share: its events, which of them a finding tells of already, and how places are put
// into words.
//
// One fault, one finding: an event that a finding tells of is faulty, and later checks leave it alone.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/check/check.h"
#include "lint/dates/month_days.h"
#include "lint/reading/timeline.h"

namespace candor {

// "January 2020", of a month counted as month_number() does.
[[nodiscard]] std::string month_words(int month);

// One is more than `most` times the other.
[[nodiscard]] constexpr bool are_times_apart(double one, double other, double most) {
  return one > most * other || other > most * one;
}

// How many years later `told` lies than `other`, where they run from and to the same months; nothing where they do not,
// or where a date has no year. REQUIRES: both have a start and an end.
[[nodiscard]] std::optional<int> years_off(const Event& told, const Event& other);

// Makes the stay reach to the beginning and the end of the other one as well. REQUIRES: both have a start.
void stretch_over(Event& stay, const Event& other);

class DateFaults {
 public:
  static constexpr Day kLongOver = 150;  // days before the application in which a text may have been written

  // Keeps references to both.
  DateFaults(const CheckContext& context, FindingSink& sink);

  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const Event& event(std::uint32_t e) const { return timeline_.events[e]; }
  [[nodiscard]] std::uint32_t entry_count() const { return timeline_.entry_count; }
  [[nodiscard]] std::uint32_t event_count() const { return static_cast<std::uint32_t>(timeline_.events.size()); }
  [[nodiscard]] const CheckContext& context() const { return context_; }
  [[nodiscard]] Day as_of() const { return as_of_; }
  [[nodiscard]] const TextReading& text_of(const Event& event) const { return timeline_.texts[event.text].text; }
  [[nodiscard]] const MarkedText& marked(const Event& event) const { return timeline_.texts[event.text]; }

  [[nodiscard]] bool is_faulty(std::uint32_t e) const { return faulty_[e] != 0; }
  // REQUIRES: an event of timeline().events.
  [[nodiscard]] bool is_faulty(const Event& event) const {
    return is_faulty(static_cast<std::uint32_t>(&event - timeline_.events.data()));
  }
  // Of what bounds a hole: the end of one event, the beginning of another.
  [[nodiscard]] bool is_faulty_at(std::uint32_t e, Aspect side) const { return (faulty_[e] & bits_of(side)) != 0; }
  // What contradicts it there makes it shorter: the time beside it is as empty whichever of the two is right.
  [[nodiscard]] bool is_shorter_elsewhere(std::uint32_t e, Aspect side) const {
    return (shorter_[e] & bits_of(side)) != 0;
  }
  void mark(std::uint32_t e, Aspect side = Aspect::whole) { faulty_[e] |= bits_of(side); }

  // Some entry that takes time has the dates of the claim.
  [[nodiscard]] bool has_dates_of_an_entry(const Event& claim) const;

  // Adds a finding; nullptr where the rule is off. Good until the next one is added.
  Finding* add(std::string_view rule, const Event& at, std::string message, Span span);
  // The same, of a text's own words, with the rule's own message.
  void add(const ActiveRule& rule, const TextReading& text, Span span) { sink_.add(rule, text, span); }
  // What is not sure is a warning at most. Does nothing where the finding is nullptr.
  static void make_unsure(Finding* finding);
  // Does nothing where the finding is nullptr. See Related.
  void relate(Finding* finding, const Event& other, Span span, std::string message, std::string seen_from_here = {});
  // Adds that `one`, by the words `told` at the span, contradicts the dates of the other; nullptr where the rule is
  // off, and where those words contradict something already.
  Finding* contradict(const Event& one, std::string_view told, Span span, const Event& other);

  // ... and that the two are marked; where `firm`, the other one too: its date may be the wrong one, so nothing more is
  // asked about it.
  // Returns the finding, see add().
  Finding* report_contradiction(std::uint32_t one, std::uint32_t other, bool firm = true);

  // Adds that the length `told` has at the span is not that of the dates.
  void report_length(const Event& told, Span length, const Event& dated);

  // The words that say why there was time away, as its text has them in lower case: relatives, and reasons to stay
  // away.
  [[nodiscard]] std::vector<std::string_view> reasons_of(const Event& away) const;
  // By those words of its sentence, or of the next one where it has none.
  [[nodiscard]] bool share_a_reason(const Event& a, const Event& b) const;

  // "these four years": the length is of what was told before.
  [[nodiscard]] static bool points_back(const MarkedText& text, Span length);

  // One of the entry's other dates is that on which its degree was given, by the words before it.
  [[nodiscard]] bool is_day_given(const Event& entry, const Stated& other) const;
  // The medical degree that was given first; nullptr where no entry has one with its end.
  [[nodiscard]] const Event* first_medical_degree() const;

  // ---- in words
  [[nodiscard]] std::string words(const Event& event, Span span) const;
  // The event's dates as its text has them.
  [[nodiscard]] std::string dates_as_written(const Event& event) const;
  // "June 2020 to May 2021 is not two years: it is a year"
  [[nodiscard]] std::string length_fault(const Event& told, Span length, const Event& dated) const;
  [[nodiscard]] static std::string name_of(const Event& event);
  // Where to point: at what tells the date.
  [[nodiscard]] static Span place_span(const Event& event);

  // The end of what is told, or the application's month where it goes on.
  [[nodiscard]] Interval end_of(const Event& told) const;
  // The days that it covers on any reading of its dates: a year that one ends in and another begins in is not shared.
  // REQUIRES: told.start.
  [[nodiscard]] Interval sure_days(const Event& told) const {
    return {told.start->days.last, std::max(told.start->days.last, end_of(told).first)};
  }
  // REQUIRES: told.start.
  [[nodiscard]] bool length_fits(const Duration& length, const Event& told) const;
  [[nodiscard]] std::string length_of(const Event& told) const;

 private:
  [[nodiscard]] std::vector<std::string_view> reasons_around(const Event& away) const;

  const CheckContext& context_;
  FindingSink& sink_;
  Timeline timeline_;
  Day as_of_;
  static constexpr std::uint8_t bits_of(Aspect side) { return side == Aspect::start ? 1 : side == Aspect::end ? 2 : 3; }
  std::vector<std::uint8_t> faulty_;                            // by event: bits of its beginning and its end
  std::vector<std::uint8_t> shorter_;                           // likewise, see is_shorter_elsewhere()
  std::vector<std::pair<std::uint32_t, Span>> contradictions_;  // where each was told: the text and the words
};

}  // namespace candor
