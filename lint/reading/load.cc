#include "lint/reading/load.h"

#include <algorithm>
#include <array>

#include "lint/reading/entry_lines.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

constexpr int kFullWeek = 36;  // hours
constexpr int kLongestWeek = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "Summers, 2014 to 2017; full time from June 2018": of the months that are told behind it.
bool is_of_other_months(const MarkedText& text, Span load, const Event& event) {
  const auto size = static_cast<std::uint32_t>(text.folded.size());
  const Span behind{load.end, std::min(size, load.end + 8)};
  const std::string_view after = text.low(behind);
  if (!starts_with_any(after, {" from ", " since ", ", until ", " until "})) return false;
  const DateExpression* date = text.date_in({load.end, std::min(size, load.end + 48)});
  return date != nullptr && event.dated() && !event.date_source().overlaps(date->source) &&
         text.low({load.end, date->source.begin}).find_first_of(".\n;") == std::string_view::npos;
}

// "Full time: no"
bool is_answered_no(const MarkedText& text, Span label) {
  std::string_view behind = std::string_view(text.folded).substr(label.end);
  if (!behind.starts_with(":")) return false;
  behind.remove_prefix(std::min(behind.find_first_not_of(": *"), behind.size()));
  return starts_with_any(behind, {"no\n", "no "}) || behind == "no";
}

// Behind a number of hours: not those of a week.
bool counts_no_week(std::string_view behind) {
  constexpr std::array<std::string_view, 4> kLonger = {"month", "year", "in all", "total"};
  return std::ranges::any_of(kLonger,
                             [&](std::string_view word) { return behind.find(word) != std::string_view::npos; });
}

// "not full time", "beside my full-time post", "40 hours a month"
bool tells_no_full_week(const MarkedText& text, Span load) {
  constexpr std::uint32_t kReach = 14;  // bytes
  const std::string_view before = text.low(bytes_before(load.begin, kReach));
  return counts_no_week(std::string_view(text.folded).substr(load.end, kReach)) ||
         ends_with_any(before, {"not ", "beside ", "besides ", "alongside ", "my "});
}

// "12 hours", "12h", "12+ hrs", "12-hour", but not "12 home visits".
bool names_hours(std::string_view behind) {
  for (const std::string_view link : {"+ ", " ", "-"}) {
    if (!behind.starts_with(link)) continue;
    behind.remove_prefix(link.size());
    break;
  }
  std::size_t end = 0;
  while (end < behind.size() && behind[end] >= 'a' && behind[end] <= 'z') ++end;
  constexpr std::array<std::string_view, 5> kUnits = {"h", "hr", "hrs", "hour", "hours"};
  return std::ranges::find(kUnits, behind.substr(0, end)) != kUnits.end();
}

// Hours a week where the words tell them ("40 hours weekly", "16 h/week"), else 0. `labelled`: a field of hours, where
// a bare number counts.
int weekly_hours(std::string_view folded, bool labelled) {
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (!is_digit(folded[i])) continue;
    std::size_t end = i;
    int number = 0;
    while (end < folded.size() && is_digit(folded[end]) && number < 1000) number = number * 10 + (folded[end++] - '0');
    if (end + 1 < folded.size() && folded[end] == '.' && is_digit(folded[end + 1])) {  // "37.5 hours"
      ++end;
      while (end < folded.size() && is_digit(folded[end])) ++end;
    }
    const std::string_view rest = folded.substr(end, 22);
    const bool hours = names_hours(rest) || starts_with_any(rest, {"/week", " per week", "/wk"});
    const bool shift = starts_with_any(rest, {"-hour night", "-hour shift", "-hour day", "-hour call"});
    if (shift) continue;                 // "four 10-hour nights a week"
    if (counts_no_week(rest)) continue;  // "40 hours a month"
    const bool week = rest.find("week") != std::string_view::npos || rest.find("/wk") != std::string_view::npos;
    if (number > 0 && number < kLongestWeek &&
        ((hours && week) || (labelled && rest.find('%') == std::string_view::npos)))
      return number;
    i = end;
  }
  return 0;
}

}  // namespace

void read_load(const MarkedText& text, std::span<const FieldValue> values, Event& event) {
  const auto told = [&](PathWord word, bool notes) {
    return std::any_of(values.begin(), values.end(), [&](const FieldValue& value) {
      const bool note = value.field == Field::note || (value.field == Field::none && is_prose(text, value.span));
      const std::vector<WordHit> hits = text.words.all(value.span, word);
      return note == notes && std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) {
               return !is_of_other_months(text, hit.place, event) && !is_answered_no(text, hit.place) &&
                      !tells_no_full_week(text, hit.place);
             });
    });
  };
  // "part time (full time in the summers)", "one weekend a month. Activated in 2020 (full-time orders)"
  const auto is_seldom_full = [&](const FieldValue& value) {
    const WordHit* full = text.words.first(value.span, PathWord::full_time);
    if (full == nullptr) return false;
    const std::string_view lead = text.low({value.span.begin, full->place.begin});
    return has_any_phrase(lead, {"part time", "part-time"}) ||
           (opens_bracket(lead) && has_phrase(lead, "weekend a month"));
  };
  // "Type: Service, full time (two terms)", whatever the title sounds like
  const auto says_full = [&](const FieldValue& value) {
    constexpr std::uint32_t kLongest = 60;  // bytes
    const WordHit* full = text.words.first(value.span, PathWord::full_time);
    return value.field == Field::note && value.span.size() < kLongest && full != nullptr &&
           !text.words.any(value.span, PathWord::part_time) && !is_answered_no(text, full->place) &&
           !is_of_other_months(text, full->place, event);
  };
  const auto load_told = [&](bool notes) {
    if (!notes && std::ranges::any_of(values, says_full)) return Load::full_time;
    if (told(PathWord::full_time, notes) && (notes || std::ranges::none_of(values, is_seldom_full)))
      return Load::full_time;
    return told(PathWord::part_time, notes) ? Load::part_time : Load::unstated;
  };
  int hours = 0;
  for (const FieldValue& value : values) {
    const bool bare = value.field == Field::load && !text.words.any(value.span, PathWord::full_time);
    if (hours == 0) hours = weekly_hours(text.low(value.span), bare);  // not "full time, 8 to 4"
  }
  if (hours > 0)
    event.load = hours >= kFullWeek ? Load::full_time : Load::part_time;
  else if (const Load stated = load_told(false); stated != Load::unstated)
    event.load = stated;
  else if (const Load noted = load_told(true); noted != Load::unstated)
    event.load = noted;
  else if (event.training || (event.kind == EventKind::education && !event.paper &&
                              !(event.within_degree && !told(PathWord::degree, false))))
    event.load = Load::full_time;
}

}  // namespace candor
