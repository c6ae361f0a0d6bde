// How the view shows a character of the source.
#pragma once

#include <cstdint>

#include <unicode/umachine.h>

namespace candor {

enum class Shown : std::uint8_t { as_it_is, as_blank, as_apostrophe, as_quote, not_at_all };

// For characters beyond ASCII: curly quotes are straightened, special blanks folded, invisible characters dropped.
[[nodiscard]] constexpr Shown shown(UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
      return Shown::as_apostrophe;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      return Shown::as_quote;
    case 0x00AD:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x2060:
    case 0xFEFF:
      return Shown::not_at_all;
    case 0x00A0:
    case 0x202F:
    case 0x205F:
    case 0x3000:
    case 0x2028:
    case 0x2029:
    case 0x0085:
      return Shown::as_blank;
    default:
      return c >= 0x2000 && c <= 0x200A ? Shown::as_blank : Shown::as_it_is;
  }
}

}  // namespace candor
