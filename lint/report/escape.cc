#include "lint/report/escape.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace candor {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// Calls `visit(code_point, bytes)` for each code point; `code_point` is negative where the bytes are not UTF-8.
template <typename Visit>
void for_each_code_point(std::string_view text, Visit visit) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(data, at, text.size(), c);
    visit(c, text.substr(begin, at - begin));
  }
}

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

void append_visible(std::string& out, UChar32 c) {
  if (c == '\n') {
    out += "\\n";
  } else if (c == '\r') {
    out += "\\r";
  } else if (c == '\t') {
    out += "\\t";
  } else if (c < 0x80) {
    fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<std::uint32_t>(c));
  } else {
    fmt::format_to(std::back_inserter(out), "\\u{{{:x}}}", static_cast<std::uint32_t>(c));
  }
}

bool is_forbidden_in_xml(UChar32 c) {
  return c < 0 || (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

// Replaces each byte for which `replacement(c)` is not empty.
template <typename Replacement>
std::string with_bytes_replaced(std::string_view text, Replacement replacement) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const std::string_view other = replacement(c);
    if (other.empty()) {
      out += c;
    } else {
      out += other;
    }
  }
  return out;
}

std::string_view github_data_escape(char c) {
  switch (c) {
    case '%':
      return "%25";
    case '\r':
      return "%0D";
    case '\n':
      return "%0A";
    default:
      return {};
  }
}

std::string_view github_property_escape(char c) {
  switch (c) {
    case ':':
      return "%3A";
    case ',':
      return "%2C";
    default:
      return github_data_escape(c);
  }
}

std::string_view xml_entity(UChar32 c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&apos;";
    default:
      return {};
  }
}

}  // namespace

bool is_unprintable(UChar32 code_point) {
  if (code_point >= ' ' && code_point <= '~') return false;
  // Unicode's grapheme classes put together exactly what has no glyph of its own and joins no other: controls,
  // separators and format characters, with the bidi controls among them.
  switch (u_getIntPropertyValue(code_point, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_CONTROL:
    case U_GCB_CR:
    case U_GCB_LF:
      return true;
    default:
      return false;
  }
}

std::string terminal_safe(std::string_view text) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (c < 0) {
      for (const char byte : bytes)
        fmt::format_to(std::back_inserter(out), "\\x{:02x}", static_cast<unsigned char>(byte));
    } else if (is_unprintable(c)) {
      append_visible(out, c);
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string github_data(std::string_view text) { return with_bytes_replaced(text, github_data_escape); }

std::string github_property(std::string_view text) { return with_bytes_replaced(text, github_property_escape); }

std::string xml_escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_code_point(text, [&](UChar32 c, std::string_view bytes) {
    if (is_forbidden_in_xml(c)) {
      out += kReplacement;
    } else if (const std::string_view entity = xml_entity(c); !entity.empty()) {
      out += entity;
    } else if (is_unprintable(c)) {
      fmt::format_to(std::back_inserter(out), "&#x{:x};", static_cast<std::uint32_t>(c));
    } else {
      out += bytes;
    }
  });
  return out;
}

std::string markdown_escaped(std::string_view text) {
  std::string out;
  for (const char c : terminal_safe(text)) {
    if (c == '<') {
      out += "&lt;";  // GitHub reads "\<" as a backslash and a tag in some places
      continue;
    }
    if (std::string_view("\\`*_{}[]()#|~>&!").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string uri_path(std::string_view path) {
  const auto is_kept = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~/").find(c) != std::string_view::npos;
  };
  std::string out;
  out.reserve(path.size());
  for (const char c : path) {
    if (is_kept(c)) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace candor
