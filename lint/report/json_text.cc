#include "lint/report/json_text.h"

#include <nlohmann/json.hpp>

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

Json position_json(const Position& position) {
  return {{"line", position.line}, {"column", position.column}, {"offset", position.offset}};
}

}  // namespace

nlohmann::ordered_json to_json(const Range& range) {
  return {{"start", position_json(range.start)}, {"end", position_json(range.end)}};
}

std::string json_text(const nlohmann::ordered_json& document) {
  std::string text = document.dump(2, ' ', true, Json::error_handler_t::replace);
  // The library leaves DEL as it is, which JSON allows and some terminals obey.
  for (std::size_t at = 0; (at = text.find('\x7f', at)) != std::string::npos;) text.replace(at, 1, "\\u007f");
  text += '\n';
  return text;
}

}  // namespace candor
