// Findings for people: where, what, the words themselves with the part that is meant marked, and what to look at.
//
//   a/statement.md:3:1: warning[layers/missing-insight] the failure is told without a cause in your control
//     |
//   3 | I failed Step 1 in June 2019. The exam was
//     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//     | harder than I expected.
//     |
//     = help: what would you do differently in the first month?
#pragma once

#include <memory>

#include "lint/report/report_writer.h"

namespace candor {

[[nodiscard]] std::unique_ptr<ReportWriter> text_writer(const TextStyle& style);

}  // namespace candor
