#include "lint/check/date_faults.h"

#include <algorithm>

#include <fmt/format.h>

namespace candor {
namespace {

std::vector<std::string_view> reasons_in(const MarkedText& text, Span span) {
  std::vector<std::string_view> words;
  for (const PathWord list : {PathWord::relative, PathWord::away_reason}) {
    for (const WordHit& hit : text.words.all(span, list)) words.push_back(text.low(hit.place));
  }
  return words;
}

constexpr std::string_view kMonthNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};

// Of two entries the side that they date differently, where they agree about the other.
Aspect side_in_doubt(const Event& a, const Event& b) {
  const auto same = [](const std::optional<Stated>& one, const std::optional<Stated>& other) {
    return one && other && one->days.touches(other->days);
  };
  if (same(a.end, b.end)) return Aspect::start;
  return same(a.start, b.start) ? Aspect::end : Aspect::whole;
}

}  // namespace

void stretch_over(Event& stay, const Event& other) {
  if (other.start->days.first < stay.start->days.first) stay.start = other.start;
  if (stay.end && (!other.end || other.end->days.last > stay.end->days.last)) stay.end = other.end;
}

DateFaults::DateFaults(const CheckContext& context, FindingSink& sink)
    : context_(context),
      sink_(sink),
      timeline_(read_timeline(context.application)),
      as_of_(day_number(context.application.as_of)),
      faulty_(timeline_.events.size(), 0),
      shorter_(timeline_.events.size(), 0) {}

Finding* DateFaults::add(std::string_view rule, const Event& at, std::string message, Span span) {
  const ActiveRule* active = context_.find(rule);
  return active == nullptr ? nullptr : sink_.add_across(*active, text_of(at), span, std::move(message));
}

void DateFaults::make_unsure(Finding* finding) {
  if (finding != nullptr && finding->severity == Severity::error) finding->severity = Severity::warning;
}

void DateFaults::relate(Finding* finding, const Event& other, Span span, std::string message,
                        std::string seen_from_here) {
  if (finding != nullptr)
    FindingSink::relate(*finding, text_of(other), span, std::move(message), std::move(seen_from_here));
}

bool DateFaults::has_dates_of_an_entry(const Event& claim) const {
  return std::ranges::any_of(timeline_.entries(), [&](const Event& entry) {
    return entry.kind != EventKind::exam && !entry.paper && !entry.point && dates_agree(claim, entry);
  });
}

Finding* DateFaults::contradict(const Event& one, std::string_view told, Span span, const Event& other) {
  const bool told_already = std::ranges::any_of(
      contradictions_, [&](const auto& at) { return at.first == one.text && at.second.overlaps(span); });
  if (told_already) return nullptr;
  contradictions_.emplace_back(one.text, span);
  const std::string what = name_of(other);
  const std::string dates = dates_as_written(other);
  const auto message = [&](std::string_view here, std::string_view there, const Event& in) {
    return fmt::format("{}: \"{}\" here, \"{}\" in {}", what, here, there, text_of(in).source.name());
  };
  Finding* finding = add("dates/contradiction", one, message(told, dates, other), span);
  relate(finding, other, place_span(other), fmt::format("{} says {}", what, dates), message(dates, told, one));
  return finding;
}

namespace {

// "From September 2023 to June 2024", of a post of September 2023 to December 2024: its end alone.
Aspect side_that_differs(const Event& told, const Event& entry) {
  if (touch_to_the_month(told.start, entry.start)) return Aspect::end;
  return touch_to_the_month(told.end, entry.end) ? Aspect::start : Aspect::whole;
}

// "I began there in April 2021", of a post of November 2019; "I left in June", of one until August.
bool is_told_shorter(const Event& told, const Event& entry, Aspect side) {
  if (side == Aspect::start) return told.start && entry.start && told.start->days.first > entry.start->days.last;
  return side == Aspect::end && told.end && entry.end && told.end->days.last < entry.end->days.first;
}

}  // namespace

Finding* DateFaults::report_contradiction(std::uint32_t one, std::uint32_t other, bool firm) {
  const Event& first = event(one);
  const Event& second = event(other);
  const bool one_side = first.point || !first.start || (!first.end && !first.to_present);  // "until 2019"
  const Aspect side = first.claim && one_side ? first.aspect
                      : first.claim           ? side_that_differs(first, second)
                                              : side_in_doubt(first, second);
  mark(one, first.claim ? Aspect::whole : side);
  if (firm) mark(other, side);
  if (first.claim && is_told_shorter(first, second, side)) shorter_[other] |= bits_of(side);
  const std::string dates = dates_as_written(first);
  Finding* finding = contradict(first, dates, place_span(first), second);
  if (finding != nullptr) finding->note = fmt::format("{} says {}", name_of(second), dates);
  return finding;
}

void DateFaults::report_length(const Event& told, Span length, const Event& dated) {
  Finding* finding = add("dates/duration-mismatch", told, length_fault(told, length, dated), length);
  relate(finding, dated, place_span(dated), "the dates");
}

std::vector<std::string_view> DateFaults::reasons_of(const Event& away) const {
  const MarkedText& text = marked(away);
  // "Teaching fellowship, July 2023 - June 2024. Leave of absence for family care, January 2025 - ...": of another time
  const bool several = !away.claim && text.count_ranges_in(away.whole) > 1;
  return reasons_in(text, several ? Span{away.whole.begin, away.date_source().end} : away.whole);
}

std::vector<std::string_view> DateFaults::reasons_around(const Event& away) const {
  std::vector<std::string_view> words = reasons_of(away);
  if (!words.empty() || !away.claim) return words;
  const MarkedText& text = marked(away);
  const auto sentences = text.text.document.sentences();
  const auto next = std::ranges::upper_bound(sentences, away.whole.begin, {},
                                             [](const Sentence& sentence) { return sentence.source.begin; });
  if (next == sentences.begin() || next == sentences.end() || next->block != std::prev(next)->block) return words;
  return reasons_in(text, next->source);
}

bool DateFaults::share_a_reason(const Event& a, const Event& b) const {
  const std::vector<std::string_view> first = reasons_around(a);
  const std::vector<std::string_view> second = reasons_around(b);
  // "to care for a parent", and elsewhere "my mother was ill"
  const auto same = [](std::string_view one, std::string_view other) {
    const auto is_parent = [](std::string_view word) {
      return word == "mother" || word == "father" || word == "mum" || word == "mom" || word == "dad";
    };
    const auto is_move = [](std::string_view word) {
      return starts_with_any(word, {"mov", "reloc"}) || word.find("migra") != std::string_view::npos;
    };
    const auto is_grandparent = [](std::string_view word) {
      return word == "grandmother" || word == "grandfather" || word == "grandparent";
    };
    const auto is_kin = [&](std::string_view word) {
      return is_parent(word) || is_grandparent(word) || word == "parent" || word == "brother" || word == "sister";
    };
    return one == other || (one == "parent" && is_parent(other)) || (other == "parent" && is_parent(one)) ||
           (one == "family" && is_kin(other)) || (other == "family" && is_kin(one)) ||
           (is_grandparent(one) && is_grandparent(other) && (one == "grandparent" || other == "grandparent")) ||
           (is_move(one) && is_move(other));
  };
  return std::find_first_of(first.begin(), first.end(), second.begin(), second.end(), same) != first.end();
}

bool DateFaults::points_back(const MarkedText& text, Span length) {
  constexpr std::uint32_t kReach = 24;  // bytes: "those more than "
  const std::string_view before = text.low(bytes_before(length.begin, kReach));
  const std::size_t those = std::max(before.rfind("those ") + 1, before.rfind("these ") + 1);
  return those > 0 && before.find_first_of(",.;", those) == std::string_view::npos &&
         std::ranges::count(before.substr(those), ' ') < 4;
}

bool DateFaults::is_day_given(const Event& entry, const Stated& other) const {
  constexpr std::uint32_t kReach = 30;  // bytes
  const MarkedText& text = marked(entry);
  const Span lead = bytes_before(other.source.begin, kReach);
  const std::string_view before = text.low(lead);
  return text.words.any(lead, PathWord::graduation) || before.find("degree") != std::string_view::npos ||
         before.find("awarded") != std::string_view::npos || before.find("conferred") != std::string_view::npos;
}

const Event* DateFaults::first_medical_degree() const {
  const Event* degree = nullptr;
  for (const Event& entry : timeline_.entries()) {
    if (!entry.medical_degree || entry.paper || !entry.end) continue;
    if (degree == nullptr || entry.end->days.last < degree->end->days.last) degree = &entry;
  }
  return degree;
}

std::string DateFaults::words(const Event& event, Span span) const { return in_one_line(marked(event).slice(span)); }

std::string DateFaults::dates_as_written(const Event& event) const {
  if (event.start && event.end && event.start->source != event.end->source) {
    return fmt::format("{} to {}", words(event, event.start->source), words(event, event.end->source));
  }
  return words(event, event.date_source());
}

std::string month_words(int month) {
  return fmt::format("{} {}", kMonthNames[month_of_month(month) - 1], year_of_month(month));
}

std::optional<int> years_off(const Event& told, const Event& other) {
  const auto off = [](const Stated& one, const Stated& two) -> std::optional<int> {
    if (!one.date.has_month() || !two.date.has_month() || !one.date.has_year() || !two.date.has_year() ||
        one.date.part != two.date.part)
      return std::nullopt;
    return one.date.year - two.date.year;
  };
  const std::optional<int> years = off(*told.start, *other.start);
  return years == off(*told.end, *other.end) ? years : std::nullopt;
}

std::string DateFaults::name_of(const Event& event) {
  if (event.kind == EventKind::exam) return std::string(to_string(event.sitting.exam));
  if (event.claim) return event.kind == EventKind::gap ? "time away" : "this";
  if (event.title.empty() || event.organization.empty()) return event.title + event.organization;
  return fmt::format("{}, {}", event.title, event.organization);
}

std::string DateFaults::length_fault(const Event& told, Span length, const Event& dated) const {
  return fmt::format("{} is not {}: it is {}", dates_as_written(dated), words(told, length), length_of(dated));
}

Span DateFaults::place_span(const Event& event) {
  if (!event.dated()) return event.length ? event.length_source : event.source;
  return event.date_source();
}

Interval DateFaults::end_of(const Event& told) const {
  return told.end ? told.end->days : Interval{as_of_ - 31, as_of_};
}

bool DateFaults::length_fits(const Duration& length, const Event& told) const {
  if (length.looseness == Looseness::vague) return true;
  const MonthRange meant = months_meant(length);
  const double least = (end_of(told).first - told.start->days.last) / kDaysPerMonth - 0.2;
  const double most = (end_of(told).last - told.start->days.first) / kDaysPerMonth + 1.2;
  const double slack = length.finest == LengthUnit::weeks || length.finest == LengthUnit::days ? 1 : 0.3;
  return meant.least - slack <= most && least <= meant.most + slack;
}

std::string DateFaults::length_of(const Event& told) const {
  const int months = month_number_of(end_of(told).last) - month_number_of(told.start->days.first) + 1;
  return months == 1 ? "one month" : fmt::format("{} months", months);
}

}  // namespace candor
