#include "lint/report/timeline_picture.h"

#include <algorithm>

namespace candor {
namespace {

bool lies_in(const Place& place, const TextReading& text, Span span) {
  return place.file == text.source.name() &&
         Span{place.range.start.offset, std::max(place.range.end.offset, place.range.start.offset + 1)}.overlaps(span);
}

bool has_problem(const Event& event, const TextReading& text, std::span<const Finding> findings) {
  const Span span = event.dated() ? hull(event.source, event.date_source()) : event.source;
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    if (finding.category() != "dates") return false;
    return lies_in(finding.place, text, span) ||
           std::any_of(finding.related.begin(), finding.related.end(),
                       [&](const Related& other) { return lies_in(other.place, text, span); });
  });
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
  bar.dates = in_one_line(text.source.slice(event.date_source()));
  if (event.start && event.end && event.start->source != event.end->source) {
    bar.dates =
        in_one_line(text.source.slice(event.start->source)) + " - " + in_one_line(text.source.slice(event.end->source));
  }
  if (event.start) bar.start = to_value(event.start->date);
  if (event.end) bar.end = to_value(event.end->date);
  bar.file = text.source.name();
  bar.range = {text.source.position(event.source.begin), text.source.position(event.source.end)};
  return bar;
}

bool is_shown(const Event& event) {
  if (!event.dated()) return false;
  return !event.claim || (event.kind == EventKind::gap && event.start && event.end && !event.point);
}

}  // namespace

TimelinePicture timeline_picture(const ApplicationReading& application, std::span<const Finding> findings) {
  const Timeline timeline = read_timeline(application);
  const Day as_of = day_number(application.as_of);
  TimelinePicture picture;
  picture.root = application.root;
  picture.as_of = month_number_of(as_of);
  for (std::size_t kind = 0; kind < std::size(kEventKindNames); ++kind) {
    TimelineLane lane{std::string(kEventKindNames[kind]), {}};
    for (const Event& event : timeline.events) {
      if (event.kind != static_cast<EventKind>(kind) || !is_shown(event)) continue;
      const TextReading& text = application.texts[event.text];
      lane.bars.push_back(bar_of(event, text, as_of));
      lane.bars.back().problem = has_problem(event, text, findings);
    }
    std::stable_sort(lane.bars.begin(), lane.bars.end(),
                     [](const TimelineBar& a, const TimelineBar& b) { return a.first < b.first; });
    if (!lane.bars.empty()) picture.lanes.push_back(std::move(lane));
  }
  for (const Finding& finding : findings) {
    const bool here = std::any_of(application.texts.begin(), application.texts.end(),
                                  [&](const TextReading& text) { return text.source.name() == finding.place.file; });
    if (finding.category() != "dates" || !here) continue;
    picture.problems.push_back(
        {finding.rule, finding.severity, finding.message, finding.place.file, finding.place.range.start.line});
  }
  return picture;
}

}  // namespace candor
