// GitHub Actions: workflow commands that become annotations, and a page for the job's summary.
#pragma once

#include <string>

#include "lint/report/report.h"

namespace candor {

// GitHub shows ten annotations of each kind a step. Errors come first; what goes beyond ten of a kind is said in plain
// lines of the log, with its number in the last line.
[[nodiscard]] std::string render_github(const Report& report);

// A Markdown table of all findings, for $GITHUB_STEP_SUMMARY. Kept below the megabyte that GitHub takes.
[[nodiscard]] std::string render_github_summary(const Report& report);

}  // namespace candor
