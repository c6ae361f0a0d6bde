#include "lint/check/finding.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace candor {

bool report_order(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.place.file, f.place.range.start.offset, f.rule, f.place.range.end.offset, f.message);
  };
  return key(a) < key(b);
}

std::optional<Finding> seen_in(const Finding& finding, std::string_view file) {
  if (finding.place.file == file) return finding;
  const auto there =
      std::ranges::find_if(finding.related, [&](const Related& related) { return related.place.file == file; });
  if (there == finding.related.end()) return std::nullopt;
  Finding seen = finding;
  Related& other = seen.related[static_cast<std::size_t>(there - finding.related.begin())];
  std::swap(seen.place, other.place);
  std::swap(seen.note, other.message);
  if (!other.seen_from_here.empty()) std::swap(seen.message, other.seen_from_here);
  std::ranges::stable_sort(seen.related, {}, [](const Related& related) {
    return std::tie(related.place.file, related.place.range.start.offset);
  });
  seen.fix.reset();
  return seen;
}

}  // namespace candor
