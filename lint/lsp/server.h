// The language server: LSP 3.17 messages in, messages out. Knows nothing of streams; see serve.h.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/client.h"
#include "lint/lsp/diagnostics.h"
#include "lint/lsp/linter.h"
#include "lint/lsp/open_text.h"
#include "lint/lsp/protocol.h"

namespace candor {

struct ServerOptions {
  LinterOptions linter;      // the working directory is that of a client that names no folder
  std::string rules_folder;  // where the shipped packs lie; empty: nowhere
};

// One session. Messages wait until work() gets to them, so that a cancelled request is never begun, and texts are
// linted when no message waits: of a burst of edits only the last is.
class Server {
 public:
  using Send = std::function<void(const Json& message)>;

  Server(ServerOptions options, Send send);

  // Takes one message, as it came.
  void receive(std::string_view body);
  // Answers what was no message.
  void receive_malformed(std::string_view what);
  // Works off one message or, where none waits, lints and reports what has changed. False where nothing is to be done.
  bool work();
  // Nothing while the session goes on: 0 after a `shutdown` that came before `exit`, else 1.
  [[nodiscard]] std::optional<int> exit_status() const { return exit_status_; }

 private:
  enum class State { fresh, running, shut_down };
  struct Document {  // NOLINT(bugprone-exception-escape): moving a Json throws nothing
    OpenText text;
    LintedText linted;
    Json pushed;         // the diagnostics that the client was last sent; null before the first
    bool is_due = true;  // something is to be pushed, even where it is the same
  };
  using Handler = Json (Server::*)(const Json& params);
  using Notice = void (Server::*)(const Json& params);
  struct RequestEntry {
    std::string_view method;
    Handler handler;
  };
  struct NotificationEntry {
    std::string_view method;
    Notice handler;
  };
  static const std::vector<RequestEntry>& requests();
  static const std::vector<NotificationEntry>& notifications();

  void dispatch(const Json& message);
  void answer(const Json& id, const std::string& method, const Json& params);
  [[nodiscard]] Json result_of(const std::string& method, const Json& params);
  void notice(const std::string& method, const Json& params);
  void take_response(const Json& message);
  [[nodiscard]] bool cancel(const Json& message);

  // Lifecycle
  Json initialize(const Json& params);
  void initialized(const Json& params);
  Json shutdown(const Json& params);
  void exit(const Json& params);
  void ignore(const Json& params);
  // Texts
  void did_open(const Json& params);
  void did_change(const Json& params);
  void did_close(const Json& params);
  void did_change_configuration(const Json& params);
  void did_change_watched_files(const Json& params);
  void did_change_workspace_folders(const Json& params);
  // Questions
  Json document_diagnostic(const Json& params);
  Json workspace_diagnostic(const Json& params);
  Json hover(const Json& params);
  Json code_action(const Json& params);
  Json document_symbol(const Json& params);
  Json execute_command(const Json& params);

  [[nodiscard]] Json capabilities() const;
  [[nodiscard]] DiagnosticContext context() const;
  [[nodiscard]] std::vector<const OpenText*> open_texts() const;
  [[nodiscard]] std::vector<std::string> folders() const;
  [[nodiscard]] const Finding* narrowest_at(ClientPosition place, std::span<const Finding> findings) const;
  // The open text that the params name; throws RequestError where it is not open.
  [[nodiscard]] Document& document(const Json& params);
  void register_capabilities();
  void use_client_settings(const Json& settings);
  void ask(const std::string& method, Json params, std::function<void(const Json& result)> then);
  void everything_is_stale();
  void lint();
  void push();
  void tell_problems();
  void log(MessageType type, const std::string& message);

  ServerOptions options_;
  Send send_;
  Client client_;
  std::optional<Linter> linter_;  // once the client has said where it works
  State state_ = State::fresh;
  std::optional<int> exit_status_;
  std::deque<Json> waiting_;
  std::map<std::string, Document, std::less<>> documents_;  // by URI
  std::set<std::string, std::less<>> passed_over_;          // URIs of open documents that are no texts
  std::set<std::string> stale_;                             // keys of texts that have changed since they were linted
  std::map<std::string, std::vector<Problem>> told_;        // problems of settings and packs that the client knows
  std::map<std::string, std::function<void(const Json& result)>> asked_;  // by id
  std::uint64_t asked_count_ = 0;
};

}  // namespace candor
