// How many terminal columns a text takes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace candor {

// One character as a reader counts them: a base with its accents, an emoji with its parts, a flag, a Hangul syllable.
struct Glyph {
  std::size_t bytes = 0;
  std::uint32_t columns = 0;  // 0, 1 or 2, more only for marks that take room of their own
};

// The character that starts at byte `at`. REQUIRES: at < utf8.size(), on a code point's first byte.
// An unprintable character (see escape.h) has no columns; show it through terminal_safe() first.
[[nodiscard]] Glyph glyph_at(std::string_view utf8, std::size_t at);

[[nodiscard]] std::uint32_t display_width(std::string_view utf8);

}  // namespace candor
