// What a Markdown text says to candor in comments: findings that its author has looked at and lets stand.
//
//   <!-- candor: ignore[dates/overlap, length] -- both were part time -->
//       the next block; behind words: that line
//   <!-- candor: disable[eras-text] -->  ...  <!-- candor: enable[eras-text] -->
//       all between; without an end: the rest
//   <!-- candor: file-ignore[length] -->
//       the whole text, wherever it stands
//
// Rules are named as "category/name", "category" or "category/*"; what stands behind "--" is for people. Plain text is
// made to be pasted, comment and all: there a comment is a fault, and candor.baseline.toml (baseline.h) the place.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/check/check.h"
#include "lint/check/finding.h"
#include "lint/source/source.h"
#include "lint/source/span.h"
#include "lint/text/document.h"

namespace candor {

// Takes out of an application's findings those that comments suppress, and adds what is wrong with comments where the
// suppression/* rules are on: `suppression/unused`, `unknown` (a rule or a word that there is not, or a comment in
// plain text) and `blanket` (no rule is named; it suppresses nothing). Returns how many were taken out.
//
// A finding is suppressed where its place or one of its related places touches what the comment covers: a passage in
// any of its blocks, a contradiction at either end. Unused is told of rules alone that are on here; of those that look
// across texts, only where the application is `complete`.
std::uint32_t apply_suppressions(const CheckContext& context, bool complete, std::vector<Finding>& findings);

// The comment that suppresses a rule at a finding, as a fix: above its block, or at the end of the line where a line of
// its own would break a list, table or quotation; in the comment that stands there already, if one does. Nothing for
// plain text, and where the place is not in a block that is read. `span` is the finding's place in the source.
[[nodiscard]] std::optional<Fix> ignore_here(const Source& source, const Document& document, Span span,
                                             std::string_view rule);

// Whether findings of the rule can come of other texts than the one they stand in.
[[nodiscard]] bool looks_across_texts(std::string_view rule);

}  // namespace candor
