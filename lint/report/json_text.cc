#include "lint/report/json_text.h"

#include <algorithm>
#include <string_view>

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

namespace {

// As json_text, without the line break at its end.
std::string dumped(const Json& json) {
  std::string text = json.dump(2, ' ', true, Json::error_handler_t::replace);
  // The library leaves DEL as it is, which JSON allows and some terminals obey.
  for (std::size_t at = 0; (at = text.find('\x7f', at)) != std::string::npos;) text.replace(at, 1, "\\u007f");
  return text;
}

const std::string kHole = R"("\u0000")";  // as it is dumped

}  // namespace

std::string json_text(const nlohmann::ordered_json& document) { return dumped(document) + '\n'; }

nlohmann::ordered_json JsonPieces::hole() { return std::string(1, '\0'); }

void JsonPieces::open(const nlohmann::ordered_json& document) {
  const std::string whole = dumped(document);
  out_ += std::string_view(whole).substr(0, whole.find(kHole));
  const std::size_t line = out_.rfind('\n') + 1;  // 0 where there is none
  indent_.assign(std::min(out_.find_first_not_of(' ', line), out_.size()) - line + 2, ' ');
  open_ = true;
}

void JsonPieces::add(const nlohmann::ordered_json& element) {
  out_ += empty_ ? "[" : ",";
  empty_ = false;
  const std::string text = dumped(element);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out_ += '\n' + indent_;
    out_ += std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
  }
}

void JsonPieces::finish(const nlohmann::ordered_json& document) {
  const std::string whole = json_text(document);
  out_ += empty_ ? "[]" : '\n' + indent_.substr(2) + ']';
  out_ += std::string_view(whole).substr(whole.find(kHole) + kHole.size());
}

}  // namespace candor
