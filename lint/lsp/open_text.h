// A text that is open in the editor: what the client last said it holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/positions.h"

namespace candor {

struct OpenText {
  std::string uri;
  std::string path;      // absolute; empty where the URI is no file's ("untitled:Untitled-1")
  std::string language;  // as the client calls it
  std::int64_t version = 0;
  std::string bytes;  // UTF-8
};

// One change of textDocument/didChange: `text` in place of the range, or of everything.
struct TextChange {
  std::optional<ClientRange> range;
  std::string text;
};

// Replaces the range. A place beyond a line's end counts as its end, as LSP has it. Returns what else was amiss, or
// nothing: a line beyond the last counts as the end of the text, and a range from back to front is turned round.
[[nodiscard]] std::string_view apply(const TextChange& change, PositionEncoding encoding, std::string& bytes);

// What findings call it: its path, or for what is no file a name that says how it is read.
[[nodiscard]] std::string name_of(const OpenText& text);

// Whether candor reads it: by its name or, where that says nothing, by its language.
[[nodiscard]] bool is_read(const OpenText& text);

}  // namespace candor
