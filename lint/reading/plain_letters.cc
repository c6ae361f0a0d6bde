#include "lint/reading/plain_letters.h"

#include <array>
#include <cstdint>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace candor {
namespace {

struct Spelling {
  UChar32 letter;
  std::string_view plain;
};
constexpr std::array<Spelling, 17> kWithoutDecomposition = {{{0xDF, "ss"},
                                                             {0xC6, "ae"},
                                                             {0xE6, "ae"},
                                                             {0xD0, "d"},
                                                             {0xF0, "d"},
                                                             {0xD8, "o"},
                                                             {0xF8, "o"},
                                                             {0xDE, "th"},
                                                             {0xFE, "th"},
                                                             {0x110, "d"},
                                                             {0x111, "d"},
                                                             {0x131, "i"},
                                                             {0x141, "l"},
                                                             {0x142, "l"},
                                                             {0x152, "oe"},
                                                             {0x153, "oe"},
                                                             {0x126, "h"}}};

bool is_mark(UChar32 c) { return c >= 0x300 && c <= 0x36F; }

// The letter without its marks; empty where it is none of the Latin script.
std::string plain(UChar32 c, const icu::Normalizer2* normalizer) {
  for (const Spelling& spelling : kWithoutDecomposition) {
    if (spelling.letter == c) return std::string(spelling.plain);
  }
  icu::UnicodeString parts;
  if (normalizer == nullptr || !normalizer->getDecomposition(c, parts)) return {};
  const UChar32 base = parts.char32At(0);
  if (base >= 'A' && base <= 'Z') return {static_cast<char>(base + ('a' - 'A'))};
  return base >= 'a' && base <= 'z' ? std::string(1, static_cast<char>(base)) : std::string();
}

}  // namespace

std::string plain_letters(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t at = 0; at < size;) {
    const std::int32_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, size, c);
    const bool after_letter = !out.empty() && out.back() >= 'a' && out.back() <= 'z';
    if (is_mark(c) && after_letter) continue;
    const std::string letter = c < 0x80 ? std::string() : plain(c, normalizer);
    out += letter.empty() ? text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(at - begin)) : letter;
  }
  return out;
}

}  // namespace candor
