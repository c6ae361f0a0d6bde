// What JSON-RPC 2.0 and LSP 3.17 fix: error codes, and the shapes that many messages share.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "lint/lsp/positions.h"

namespace candor {

using Json = nlohmann::ordered_json;

enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
};

// What a request is answered with in place of a result.
class RequestError : public std::runtime_error {
 public:
  RequestError(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] ErrorCode code() const { return code_; }

 private:
  ErrorCode code_;
};

enum class MessageType : int { error = 1, warning = 2, info = 3, log = 4 };

[[nodiscard]] Json response(const Json& id, Json result);
[[nodiscard]] Json error_response(const Json& id, ErrorCode code, std::string_view message);
[[nodiscard]] Json notification(std::string_view method, Json params);

// The bytes that are sent. What is not UTF-8 (in a file's name) becomes U+FFFD.
[[nodiscard]] std::string dumped(const Json& message);

[[nodiscard]] Json to_json(const ClientPosition& position);
[[nodiscard]] Json to_json(const ClientRange& range);

// The following throw RequestError (invalid_params) where a message does not have the shape that LSP says.
[[nodiscard]] ClientPosition position_from(const Json& json);
[[nodiscard]] ClientRange range_from(const Json& json);
[[nodiscard]] const Json& member(const Json& object, const char* name);
[[nodiscard]] std::string string_member(const Json& object, const char* name);

// What stands at "/a/b/c" in a message, or null where something on the way is missing.
[[nodiscard]] const Json& at_path(const Json& object, std::string_view path);
[[nodiscard]] bool is_true(const Json& object, std::string_view path);

}  // namespace candor
