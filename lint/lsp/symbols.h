// The outline of a text in an editor: its sections, and in them the passages with the layers that are there and those
// that are missing.
#pragma once

#include <string_view>

#include "lint/lsp/client.h"
#include "lint/lsp/protocol.h"
#include "lint/reading/reading.h"

namespace candor {

// DocumentSymbol[], or SymbolInformation[] for a client that takes no tree.
[[nodiscard]] Json document_symbols(const TextReading& reading, std::string_view uri, const Client& client);

}  // namespace candor
