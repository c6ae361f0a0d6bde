#include "lint/engine/toml_file.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <unicode/utf8.h>

#include "lint/report/escape.h"
#include "lint/source/read_file.h"

namespace candor {
namespace {

// "Error while parsing key: expected ..." as the rest of a sentence.
std::string fault(const toml::parse_error& error) {
  std::string_view description = error.description();
  constexpr std::string_view kPreamble = "Error while parsing ";
  if (description.starts_with(kPreamble)) description.remove_prefix(kPreamble.size());
  return fmt::format("not TOML: {}", description);
}

}  // namespace

std::optional<toml::table> read_toml(const std::string& name, const std::string& path, std::vector<Problem>& problems) {
  const auto fail = [&](std::string message) {
    problems.push_back({name, 0, 0, std::move(message)});
    return std::nullopt;
  };
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (status.type() == std::filesystem::file_type::not_found) return fail("no such file");
  if (status.type() == std::filesystem::file_type::directory) return fail("is a folder; name the file in it");
  if (status.type() != std::filesystem::file_type::regular) return fail("is not a regular file");
  Problem problem;
  const std::optional<std::string> text = read_file(name, path, problem);
  if (!text) return fail("cannot be read");
  toml::parse_result parsed = toml::parse(*text, name);
  if (parsed) return std::move(parsed).table();
  const toml::source_position at = parsed.error().source().begin;
  problems.push_back({name, at.line, at.column, fault(parsed.error())});
  return std::nullopt;
}

std::vector<TomlEntry> in_file_order(const toml::table& table) {
  std::vector<TomlEntry> entries;
  for (const auto& [key, value] : table) entries.push_back({key.str(), key.source().begin, &value});
  std::sort(entries.begin(), entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
    return std::pair(a.at.line, a.at.column) < std::pair(b.at.line, b.at.column);
  });
  return entries;
}

std::string_view type_name(const toml::node& node) {
  switch (node.type()) {
    case toml::node_type::table:
      return "a table";
    case toml::node_type::array:
      return "a list";
    case toml::node_type::string:
      return "a string";
    case toml::node_type::integer:
      return "a whole number";
    case toml::node_type::floating_point:
      return "a number";
    case toml::node_type::boolean:
      return "true or false";
    case toml::node_type::date:
      return "a date";
    case toml::node_type::time:
      return "a time";
    case toml::node_type::date_time:
      return "a date with a time";
    default:
      return "nothing";
  }
}

std::string toml_string(std::string_view text) {
  std::string toml = "\"";
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
    if (c == '"' || c == '\\') {
      toml += '\\';
      toml += text[begin];
    } else if (c >= 0 && is_unprintable(c)) {  // it would steer a terminal
      toml += c > 0xFFFF ? fmt::format("\\U{:08X}", static_cast<unsigned>(c))
                         : fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      toml += text.substr(begin, at - begin);
    }
  }
  return toml + '"';
}

}  // namespace candor
