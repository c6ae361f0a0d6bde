// Which lines of the texts have changed since a git revision, for a report of what is new alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/report/report.h"
#include "lint/source/problem.h"

namespace candor {

// Lines [first, last] of a text as it is now, counted from 1. Where lines were only taken out, the two that met.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 1;

  friend bool operator==(const LineRange&, const LineRange&) = default;
};

// By the text's name, sorted. A text that is not there has not changed.
using ChangedLines = std::map<std::string, std::vector<LineRange>, std::less<>>;

// Asks the git program, without a shell, what differs between the revision and the working tree, for every repository
// that the texts lie in. A text that git does not track has changed as a whole; one that was renamed, where it differs.
// Nothing, with `problem` set, where git fails or does not know the revision, and where a text is in no repository.
// Settings of the repository that would run other programs are passed over.
[[nodiscard]] std::optional<ChangedLines> changed_lines(const Applications& applications, const std::string& revision,
                                                        Problem& problem);

// Leaves in the report the findings that touch a changed line, with their own place or a related one.
void keep_changed(const ChangedLines& changed, Report& report);

}  // namespace candor
