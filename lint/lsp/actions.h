// What an editor offers to do about findings.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lint/lsp/diagnostics.h"
#include "lint/lsp/open_text.h"

namespace candor {

// Lets a finding stand in the baseline. Its argument: {"uri", "rule", "fingerprint"}.
inline constexpr std::string_view kAddToBaseline = "candor.addToBaseline";

// CodeAction[] for the findings that touch `range`: the safe fix of each, a comment that lets it stand here, its place
// in the baseline; and all safe fixes of the text at once. `only` has the kinds that the client wants; empty: all.
[[nodiscard]] Json code_actions(const OpenText& open, const LintedText& text, const ClientRange& range,
                                std::span<const std::string> only, const DiagnosticContext& context);

}  // namespace candor
