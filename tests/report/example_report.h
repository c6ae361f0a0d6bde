// One invented report that has a bit of everything: what all golden files show.
#pragma once

#include <string_view>

#include "lint/check/finding.h"
#include "lint/report/report.h"
#include "lint/source/source.h"

namespace candor {

// The only place of `quote` in the source, with the lines around it as its excerpt.
[[nodiscard]] Place place_of(const Source& source, std::string_view quote);

// A source in memory. The text must be one that candor reads.
[[nodiscard]] Source source_of(std::string_view name, std::string_view text);

[[nodiscard]] Report example_report();

// Findings counted, files and rules taken from the findings.
[[nodiscard]] Report report_of(std::vector<Finding> findings);

}  // namespace candor
