#include "lint/report/timeline_picture.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

namespace candor {
namespace {

bool lies_in(const Place& place, const TextReading& text, Span span) {
  return place.file == text.source.name() &&
         Span{place.range.start.offset, std::max(place.range.end.offset, place.range.start.offset + 1)}.overlaps(span);
}

bool touches(const Finding& finding, const Event& event, const TextReading& text) {
  const Span span = event.dated() ? hull(event.source, event.date_source()) : event.source;
  return lies_in(finding.place, text, span) ||
         std::any_of(finding.related.begin(), finding.related.end(),
                     [&](const Related& other) { return lies_in(other.place, text, span); });
}

// "Aug 2014", "18 Jun 2024", "early 2019", "summer 2021", "2016".
std::string in_short(const PartialDate& date) {
  constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::string_view kSeasons[] = {"spring", "summer", "fall", "winter"};
  constexpr std::string_view kPortions[] = {"", "early ", "mid-", "late ", "start of ", "end of "};
  std::string words(kPortions[static_cast<std::size_t>(date.portion)]);
  switch (date.precision) {
    case Precision::day:
      words += fmt::format("{} ", date.day);
      [[fallthrough]];
    case Precision::month:
      words += fmt::format("{} {}", kMonths[date.part - 1], date.year);
      break;
    case Precision::season:
      words += fmt::format("{} {}", kSeasons[date.part - 1], date.year);
      break;
    case Precision::quarter:
      words += fmt::format("Q{} {}", date.part, date.year);
      break;
    case Precision::half:
      words += fmt::format("{} half of {}", date.part == 1 ? "first" : "second", date.year);
      break;
    case Precision::decade:
      words += fmt::format("{}s", date.year);
      break;
    case Precision::year:
      words += fmt::format("{}", date.year);
      break;
  }
  return words;
}

std::string dates_in_short(const Event& event) {
  const std::string end = event.end ? in_short(event.end->date) : "present";
  if (!event.start) return "until " + end;
  const std::string start = in_short(event.start->date);
  return event.point || start == end ? start : start + " – " + end;
}

// No longer than a label can be, whole characters.
std::string shortened(std::string text) {
  std::size_t end = std::min<std::size_t>(text.size(), 60);
  while (end < text.size() && (text[end] & 0xC0) == 0x80) --end;
  text.resize(end);
  return text;
}

std::string label_of(const Event& event, const TextReading& text) {
  if (event.claim) return shortened(in_one_line(text.source.slice(event.source)));
  if (event.kind == EventKind::exam) {
    std::string label(to_string(event.sitting.exam));
    if (event.sitting.result == ExamResult::fail) label += ", fail";
    return label;
  }
  return event.title + (event.title.empty() || event.organization.empty() ? "" : ", ") + event.organization;
}

TimelineBar bar_of(const Event& event, const TextReading& text, Day as_of) {
  TimelineBar bar;
  bar.label = in_one_line(label_of(event, text));
  bar.first = month_number_of(event.start ? event.start->days.first : event.end->days.first);
  bar.last = event.end ? month_number_of(event.end->days.last) : month_number_of(as_of);
  if (bar.last < bar.first) std::swap(bar.first, bar.last);
  bar.open = !event.end;
  bar.point = event.point;
  bar.hollow = event.kind == EventKind::exam && event.sitting.result == ExamResult::fail;
  bar.dates = dates_in_short(event);
  if (event.start) bar.start = to_value(event.start->date);
  if (event.end) bar.end = to_value(event.end->date);
  bar.file = text.source.name();
  bar.range = {text.source.position(event.source.begin), text.source.position(event.source.end)};
  return bar;
}

// The months between two entries that a finding asks about, as a bar of their own.
class OpenMonths {
 public:
  OpenMonths(const ApplicationReading& application, const Timeline& timeline)
      : application_(application), timeline_(timeline) {}

  [[nodiscard]] std::optional<TimelineBar> bar_of(const Finding& finding) const {
    const bool vague = finding.rule == "dates/vague-gap";
    if (!vague && finding.rule != "dates/unexplained-gap") return std::nullopt;
    if (finding.related.size() < (vague ? 2U : 1U)) return std::nullopt;
    const Event* before = entry_at(vague ? finding.related[0].place : finding.place);
    const Event* after = entry_at(finding.related[vague ? 1 : 0].place);
    if (before == nullptr || after == nullptr) return std::nullopt;
    TimelineBar bar;
    bar.label = vague ? "told without its ends" : "not told of";
    bar.first = month_number_of((before->end ? before->end : before->start)->days.last) + 1;
    bar.last = month_number_of((after->start ? after->start : after->end)->days.first) - 1;
    if (bar.last < bar.first) return std::nullopt;
    const PartialDate start = month_date(year_of_month(bar.first), month_of_month(bar.first));
    const PartialDate end = month_date(year_of_month(bar.last), month_of_month(bar.last));
    bar.dates = in_short(start) + " – " + in_short(end);
    bar.start = to_value(start);
    bar.end = to_value(end);
    bar.file = finding.place.file;
    bar.range = finding.place.range;
    return bar;
  }

 private:
  [[nodiscard]] const Event* entry_at(const Place& place) const {
    for (const Event& entry : timeline_.entries()) {
      if (entry.dated() && lies_in(place, application_.texts[entry.text], entry.date_source())) return &entry;
    }
    return nullptr;
  }

  const ApplicationReading& application_;
  const Timeline& timeline_;
};

bool is_shown(const Event& event) {
  if (!event.dated()) return false;
  return !event.claim || (event.kind == EventKind::gap && event.start && event.end && !event.point);
}

}  // namespace

TimelinePicture timeline_picture(const ApplicationReading& application, std::span<const Finding> findings) {
  const Timeline timeline = read_timeline(application);
  const Day as_of = day_number(application.as_of);
  std::vector<const Finding*> shown;
  TimelinePicture picture;
  picture.root = application.root;
  picture.as_of = month_number_of(as_of);
  for (const Finding& finding : findings) {
    const bool here = std::any_of(application.texts.begin(), application.texts.end(),
                                  [&](const TextReading& text) { return text.source.name() == finding.place.file; });
    if (finding.category() != "dates" || !here) continue;
    shown.push_back(&finding);
    picture.problems.push_back(
        {finding.rule, finding.severity, finding.message, finding.place.file, finding.place.range.start.line});
  }
  const OpenMonths open(application, timeline);
  for (std::size_t kind = 0; kind < std::size(kEventKindNames); ++kind) {
    TimelineLane lane{std::string(kEventKindNames[kind]), {}};
    for (std::uint32_t f = 0; f < shown.size() && static_cast<EventKind>(kind) == EventKind::gap; ++f) {
      if (auto bar = open.bar_of(*shown[f])) {
        bar->problems = {f + 1};
        lane.bars.push_back(*std::move(bar));
      }
    }
    for (const Event& event : timeline.events) {
      if (event.kind != static_cast<EventKind>(kind) || !is_shown(event)) continue;
      const TextReading& text = application.texts[event.text];
      TimelineBar& bar = lane.bars.emplace_back(bar_of(event, text, as_of));
      for (std::uint32_t f = 0; f < shown.size(); ++f) {
        if (touches(*shown[f], event, text) && !open.bar_of(*shown[f])) bar.problems.push_back(f + 1);
      }
    }
    std::stable_sort(lane.bars.begin(), lane.bars.end(),
                     [](const TimelineBar& a, const TimelineBar& b) { return a.first < b.first; });
    if (!lane.bars.empty()) picture.lanes.push_back(std::move(lane));
  }
  return picture;
}

}  // namespace candor
