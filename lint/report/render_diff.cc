#include "lint/report/render_diff.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/format.h>

#include "lint/report/escape.h"

namespace candor {
namespace {

constexpr std::size_t kContext = 3;  // lines around a change

// Lines with their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// Lines [begin, begin + removed) of the old text become [begin', begin' + added) of the new one.
struct Change {
  std::size_t old_begin;
  std::size_t removed;
  std::size_t new_begin;
  std::size_t added;
};

using Lines = std::vector<std::string_view>;

std::vector<Change> changes_between(const Lines& before, const Lines& after) {
  std::vector<Change> changes;
  if (before.size() == after.size()) {
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (before[i] == after[i]) continue;
      const bool goes_on = !changes.empty() && changes.back().old_begin + changes.back().removed == i;
      if (!goes_on) changes.push_back({i, 0, i, 0});
      ++changes.back().removed;
      ++changes.back().added;
    }
    return changes;
  }
  const auto common = std::ranges::mismatch(before, after);
  const auto first = static_cast<std::size_t>(common.in1 - before.begin());
  const std::size_t most = std::min(before.size(), after.size()) - first;
  std::size_t last = 0;
  while (last < most && before[before.size() - 1 - last] == after[after.size() - 1 - last]) ++last;
  return {{first, before.size() - first - last, first, after.size() - first - last}};
}

void add_lines(std::string& out, char mark, const Lines& lines, std::size_t begin, std::size_t count) {
  for (std::size_t i = begin; i < begin + count; ++i) {
    out += mark;
    out += lines[i];
    if (!lines[i].ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

// "12,3"; an empty range is named by the line before it.
std::string hunk_range(std::size_t begin, std::size_t count) {
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

// Changes [first, last), which are near enough to one another to share their context.
std::string hunk(const Lines& before, const Lines& after, const Change* first, const Change* last) {
  const Change& end = last[-1];
  const std::size_t lead = std::min(kContext, first->old_begin);
  const std::size_t tail = std::min(kContext, before.size() - end.old_begin - end.removed);
  const std::size_t old_begin = first->old_begin - lead;
  const std::size_t new_begin = first->new_begin - lead;
  std::string lines;
  std::size_t at = old_begin;
  for (const Change* change = first; change != last; ++change) {
    add_lines(lines, ' ', before, at, change->old_begin - at);
    add_lines(lines, '-', before, change->old_begin, change->removed);
    add_lines(lines, '+', after, change->new_begin, change->added);
    at = change->old_begin + change->removed;
  }
  add_lines(lines, ' ', before, at, tail);
  return fmt::format("@@ -{} +{} @@\n{}", hunk_range(old_begin, at + tail - old_begin),
                     hunk_range(new_begin, end.new_begin + end.added + tail - new_begin), lines);
}

}  // namespace

std::string render_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines old_lines = lines_of(before);
  const Lines new_lines = lines_of(after);
  const std::vector<Change> changes = changes_between(old_lines, new_lines);
  // A name with a blank ends at a tab.
  const std::string shown = terminal_safe(name) + (name.find(' ') == std::string_view::npos ? "" : "\t");
  std::string out = fmt::format("--- a/{0}\n+++ b/{0}\n", shown);
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t end = i + 1;
    while (end < changes.size() &&
           changes[end].old_begin - changes[end - 1].old_begin - changes[end - 1].removed <= 2 * kContext)
      ++end;
    out += hunk(old_lines, new_lines, &changes[i], &changes[i] + (end - i));
    i = end;
  }
  return out;
}

}  // namespace candor
