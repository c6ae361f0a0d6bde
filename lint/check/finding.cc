#include "lint/check/finding.h"

#include <tuple>

namespace candor {

bool report_order(const Finding& a, const Finding& b) {
  const auto key = [](const Finding& f) {
    return std::tie(f.place.file, f.place.range.start.offset, f.rule, f.place.range.end.offset, f.message);
  };
  return key(a) < key(b);
}

}  // namespace candor
