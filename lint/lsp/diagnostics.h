// Findings and problems as LSP diagnostics. Pure functions: the same finding, the same JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "lint/lsp/client.h"
#include "lint/lsp/linter.h"
#include "lint/lsp/protocol.h"

namespace candor {

// What the JSON of a diagnostic needs beside the finding.
struct DiagnosticContext {
  const Client& client;
  std::string_view working_directory;  // names in findings are relative to it
  std::string_view rules_folder;       // where the shipped packs lie, for codeDescription; empty: nowhere
};

[[nodiscard]] Json diagnostic(const Finding& finding, const LintedText& text, const DiagnosticContext& context);

// All of a text: its findings, or why it could not be read. `text` has what `bytes` say.
[[nodiscard]] Json diagnostics(const LintedText& text, std::string_view bytes, const DiagnosticContext& context);

// Problems of one file (settings, a rule pack), whose content is `bytes`.
[[nodiscard]] Json diagnostics(std::span<const Problem> problems, std::string_view bytes, PositionEncoding encoding);

}  // namespace candor
