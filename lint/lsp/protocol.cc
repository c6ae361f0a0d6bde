#include "lint/lsp/protocol.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include <fmt/format.h>

namespace candor {
namespace {

std::uint32_t count_from(const Json& object, const char* name) {
  const Json& value = member(object, name);
  if (!value.is_number_integer() || (!value.is_number_unsigned() && value.get<std::int64_t>() < 0))
    throw RequestError(ErrorCode::invalid_params, fmt::format("'{}' must be a whole number from 0 on", name));
  return static_cast<std::uint32_t>(
      std::min<std::uint64_t>(value.get<std::uint64_t>(), std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

Json response(const Json& id, Json result) { return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}; }

Json error_response(const Json& id, ErrorCode code, std::string_view message) {
  return {
      {"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", std::string(message)}}}};
}

Json notification(std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", std::string(method)}, {"params", std::move(params)}};
}

std::string dumped(const Json& message) { return message.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json to_json(const ClientPosition& position) { return {{"line", position.line}, {"character", position.character}}; }

Json to_json(const ClientRange& range) { return {{"start", to_json(range.start)}, {"end", to_json(range.end)}}; }

ClientPosition position_from(const Json& json) { return {count_from(json, "line"), count_from(json, "character")}; }

ClientRange range_from(const Json& json) {
  return {position_from(member(json, "start")), position_from(member(json, "end"))};
}

const Json& member(const Json& object, const char* name) {
  const auto at = object.is_object() ? object.find(name) : object.end();
  if (at == object.end()) throw RequestError(ErrorCode::invalid_params, fmt::format("'{}' is missing", name));
  return *at;
}

std::string string_member(const Json& object, const char* name) {
  const Json& value = member(object, name);
  if (!value.is_string()) throw RequestError(ErrorCode::invalid_params, fmt::format("'{}' must be a string", name));
  return value.get<std::string>();
}

const Json& at_path(const Json& object, std::string_view path) {
  static const Json kNull;
  const Json* at = &object;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view name = path.substr(0, path.find('/'));
    path.remove_prefix(name.size());
    const auto next = at->is_object() ? at->find(std::string(name)) : at->end();
    if (next == at->end()) return kNull;
    at = &*next;
  }
  return *at;
}

bool is_true(const Json& object, std::string_view path) {
  const Json& value = at_path(object, path);
  return value.is_boolean() && value.get<bool>();
}

}  // namespace candor
