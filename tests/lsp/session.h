// A language client inside a test: speaks to a Server in the same process.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lsp/protocol.h"
#include "lint/lsp/server.h"
#include "lint/lsp/uri.h"
#include "tests/support/temporary_folder.h"

namespace candor {

inline constexpr std::chrono::year_month_day kToday{std::chrono::year{2026}, std::chrono::month{9},
                                                    std::chrono::day{15}};

class Session {
 public:
  explicit Session(std::function<std::chrono::year_month_day()> today = [] { return kToday; })
      : server_({{folder.path(), {}, false, {}, std::move(today)}, {}},
                [this](const Json& message) { sent.push_back(Json::parse(dumped(message))); }) {}

  // Sends one message and lets the server work until it has nothing to do.
  void send(const Json& message) {
    server_.receive(message.dump());
    settle();
  }
  void settle() {
    while (server_.work()) {
    }
  }
  void notify(std::string_view method, Json params) { send(notification(method, std::move(params))); }
  // The response.
  Json request(std::string_view method, Json params = nullptr) {
    Json message = notification(method, std::move(params));
    message["id"] = ++last_id_;
    const std::size_t before = sent.size();
    send(message);
    for (std::size_t i = before; i < sent.size(); ++i) {
      if (sent[i].value("id", Json()) == last_id_ && !sent[i].contains("method")) return sent[i];
    }
    return nullptr;
  }

  // What a plain client begins with. `capabilities` as in LSP.
  Json initialize(Json capabilities = Json::object(), Json options = nullptr) {
    Json result = request("initialize", {{"processId", nullptr},
                                         {"rootUri", uri_of_path(folder.path())},
                                         {"capabilities", std::move(capabilities)},
                                         {"initializationOptions", std::move(options)}});
    notify("initialized", Json::object());
    return result;
  }

  [[nodiscard]] std::string uri(std::string_view name) const { return uri_of_path(folder.path(name)); }
  void open(std::string_view name, std::string_view text, std::string_view language = "markdown") {
    notify("textDocument/didOpen",
           {{"textDocument", {{"uri", uri(name)}, {"languageId", language}, {"version", 1}, {"text", text}}}});
  }
  void change(std::string_view name, std::int64_t version, Json changes) {
    notify("textDocument/didChange",
           {{"textDocument", {{"uri", uri(name)}, {"version", version}}}, {"contentChanges", std::move(changes)}});
  }
  void close(std::string_view name) { notify("textDocument/didClose", {{"textDocument", {{"uri", uri(name)}}}}); }

  // The params of the messages with this method, since the last clear.
  [[nodiscard]] std::vector<Json> all(std::string_view method) const {
    std::vector<Json> params;
    for (const Json& message : sent) {
      if (message.value("method", "") == method) params.push_back(message["params"]);
    }
    return params;
  }
  // The last diagnostics that were pushed for the file; null where there are none.
  [[nodiscard]] Json pushed(std::string_view name) const {
    Json last;
    for (const Json& params : all("textDocument/publishDiagnostics")) {
      if (params["uri"] == uri(name)) last = params;
    }
    return last;
  }
  [[nodiscard]] std::vector<std::string> codes(std::string_view name) const {
    return codes_of(pushed(name)["diagnostics"]);
  }
  [[nodiscard]] static std::vector<std::string> codes_of(const Json& diagnostics) {
    std::vector<std::string> codes;
    for (const Json& diagnostic : diagnostics) codes.push_back(diagnostic.value("code", "problem"));
    return codes;
  }

  TemporaryFolder folder;
  std::vector<Json> sent;

 private:
  Server server_;
  int last_id_ = 0;

 public:
  [[nodiscard]] Server& server() { return server_; }
};

}  // namespace candor
