#include "lint/lsp/uri.h"

#include "lint/report/escape.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0 || high + low == 0) return std::nullopt;  // no path holds a NUL
    bytes += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return bytes;
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file:";
  constexpr std::string_view kLocalhost = "localhost";
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    if (uri.starts_with(kLocalhost)) uri.remove_prefix(kLocalhost.size());
  }
  if (!uri.starts_with('/')) return std::nullopt;
  const std::optional<std::string> path = percent_decoded(uri);
  if (!path) return std::nullopt;
  return absolute_path(*path);
}

std::string uri_of_path(std::string_view path) { return "file://" + uri_path(path); }

}  // namespace candor
