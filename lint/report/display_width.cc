#include "lint/report/display_width.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lint/report/escape.h"

namespace candor {
namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiStyle = 0xFE0F;  // variation selector 16

struct CodePoint {
  UChar32 value = 0;
  std::size_t end = 0;  // where the next one starts
};

CodePoint decode(std::string_view utf8, std::size_t at) {
  CodePoint c{0, at};
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(utf8.data()), c.end, utf8.size(), c.value);
  return c;
}

std::int32_t grapheme_class(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK); }

std::uint32_t columns_of(UChar32 c) {
  if (c >= ' ' && c <= '~') return 1;
  if (c < 0) return 1;  // terminals show U+FFFD
  if (is_unprintable(c)) return 0;
  if ((U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    default:
      return 1;
  }
}

bool is_hangul_head(std::int32_t grapheme) {
  return grapheme == U_GCB_L || grapheme == U_GCB_V || grapheme == U_GCB_T || grapheme == U_GCB_LV ||
         grapheme == U_GCB_LVT;
}

// Whether `next` belongs to the character that has `last` as its latest code point. The rules that matter for width, of
// Unicode's UAX #29.
bool joins(UChar32 last, UChar32 next, bool lone_flag_half) {
  switch (grapheme_class(next)) {
    case U_GCB_EXTEND:
    case U_GCB_ZWJ:
    case U_GCB_SPACING_MARK:
      return true;
    case U_GCB_V:
    case U_GCB_T:
      return is_hangul_head(grapheme_class(last));
    case U_GCB_REGIONAL_INDICATOR:
      return lone_flag_half;
    default:
      return last == kZeroWidthJoiner && u_hasBinaryProperty(next, UCHAR_EXTENDED_PICTOGRAPHIC) != 0;
  }
}

// What `next` adds to the width of the character it joins.
std::uint32_t added_columns(UChar32 first, UChar32 next, std::uint32_t columns) {
  // Digits, hearts and arrows are narrow as text and wide as emoji.
  if (next == kEmojiStyle) return columns == 1 && u_hasBinaryProperty(first, UCHAR_EMOJI) != 0 ? 1 : 0;
  switch (grapheme_class(next)) {
    case U_GCB_SPACING_MARK:
    case U_GCB_REGIONAL_INDICATOR:
      return columns_of(next);
    default:
      return 0;
  }
}

}  // namespace

Glyph glyph_at(std::string_view utf8, std::size_t at) {
  const auto is_ascii = [&](std::size_t i) { return i == utf8.size() || static_cast<unsigned char>(utf8[i]) < 0x80; };
  const CodePoint first = decode(utf8, at);
  Glyph glyph{first.end - at, columns_of(first.value)};
  if (is_ascii(first.end) || is_unprintable(first.value)) return glyph;

  bool lone_flag_half = grapheme_class(first.value) == U_GCB_REGIONAL_INDICATOR;
  UChar32 last = first.value;
  for (std::size_t end = first.end; !is_ascii(end);) {
    const CodePoint next = decode(utf8, end);
    if (next.value < 0 || !joins(last, next.value, lone_flag_half)) break;
    glyph.columns += added_columns(first.value, next.value, glyph.columns);
    lone_flag_half = false;
    last = next.value;
    end = next.end;
    glyph.bytes = end - at;
  }
  return glyph;
}

std::uint32_t display_width(std::string_view utf8) {
  std::uint32_t columns = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const Glyph glyph = glyph_at(utf8, at);
    columns += glyph.columns;
    at += glyph.bytes;
  }
  return columns;
}

}  // namespace candor
