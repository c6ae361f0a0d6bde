#include "lint/lsp/server.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "lint/lsp/actions.h"
#include "lint/lsp/hover.h"
#include "lint/lsp/symbols.h"
#include "lint/lsp/uri.h"
#include "lint/report/tool.h"
#include "lint/source/read_file.h"
#include "lint/source/version.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

constexpr int kIncremental = 2;  // TextDocumentSyncKind

bool is_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

// FNV-1a: the client gives it back to ask whether anything is new.
std::string result_id(const Json& items) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : dumped(items)) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return fmt::format("{:016x}", hash);
}

Json diagnostic_report(Json items, const Json& previous) {
  std::string id = result_id(items);
  if (previous.is_string() && previous.get_ref<const std::string&>() == id)
    return {{"kind", "unchanged"}, {"resultId", std::move(id)}};
  return {{"kind", "full"}, {"resultId", std::move(id)}, {"items", std::move(items)}};
}

std::string content_of(const std::string& path) {
  Problem problem;
  return read_file(path, path, problem).value_or("");
}

OpenText opened(const Json& item) {
  OpenText text;
  text.uri = string_member(item, "uri");
  text.path = path_of_uri(text.uri).value_or("");
  text.language = string_member(item, "languageId");
  text.bytes = string_member(item, "text");
  if (const Json& version = member(item, "version"); version.is_number_integer()) text.version = version;
  return text;
}

std::vector<TextChange> changes_from(const Json& params) {
  const Json& list = member(params, "contentChanges");
  if (!list.is_array()) throw RequestError(ErrorCode::invalid_params, "'contentChanges' must be a list");
  std::vector<TextChange> changes;
  for (const Json& item : list) {
    TextChange& change = changes.emplace_back();
    change.text = string_member(item, "text");
    if (item.contains("range")) change.range = range_from(item["range"]);
  }
  return changes;
}

}  // namespace

Server::Server(ServerOptions options, Send send) : options_(std::move(options)), send_(std::move(send)) {}

const std::vector<Server::RequestEntry>& Server::requests() {
  static const std::vector<RequestEntry> kTable = {
      {"initialize", &Server::initialize},
      {"shutdown", &Server::shutdown},
      {"textDocument/diagnostic", &Server::document_diagnostic},
      {"workspace/diagnostic", &Server::workspace_diagnostic},
      {"textDocument/hover", &Server::hover},
      {"textDocument/codeAction", &Server::code_action},
      {"textDocument/documentSymbol", &Server::document_symbol},
      {"workspace/executeCommand", &Server::execute_command},
  };
  return kTable;
}

const std::vector<Server::NotificationEntry>& Server::notifications() {
  static const std::vector<NotificationEntry> kTable = {
      {"initialized", &Server::initialized},
      {"exit", &Server::exit},
      {"textDocument/didOpen", &Server::did_open},
      {"textDocument/didChange", &Server::did_change},
      {"textDocument/didClose", &Server::did_close},
      {"textDocument/didSave", &Server::ignore},
      {"workspace/didChangeConfiguration", &Server::did_change_configuration},
      {"workspace/didChangeWatchedFiles", &Server::did_change_watched_files},
      {"workspace/didChangeWorkspaceFolders", &Server::did_change_workspace_folders},
  };
  return kTable;
}

// Messages

void Server::receive(std::string_view body) {
  Json message = Json::parse(body, nullptr, false);
  if (message.is_discarded()) {
    send_(error_response(nullptr, ErrorCode::parse_error, "the message is not JSON"));
    return;
  }
  if (!message.is_object()) {
    send_(error_response(nullptr, ErrorCode::invalid_request, "a message is one JSON object"));
    return;
  }
  if (!cancel(message)) waiting_.push_back(std::move(message));
}

void Server::receive_malformed(std::string_view what) { send_(error_response(nullptr, ErrorCode::parse_error, what)); }

// A request that still waits is answered at once; one that is done, or that never was, needs nothing.
bool Server::cancel(const Json& message) {
  if (at_path(message, "/method") != "$/cancelRequest") return false;
  const Json& id = at_path(message, "/params/id");
  const auto request = std::find_if(waiting_.begin(), waiting_.end(), [&](const Json& waiting) {
    return waiting.contains("method") && is_id(id) && at_path(waiting, "/id") == id;
  });
  if (request != waiting_.end()) {
    waiting_.erase(request);
    send_(error_response(id, ErrorCode::request_cancelled, "the client cancelled the request"));
  }
  return true;
}

bool Server::work() {
  if (exit_status_) return false;
  if (!waiting_.empty()) {
    const Json message = std::move(waiting_.front());
    waiting_.pop_front();
    dispatch(message);
    return true;
  }
  const bool is_due = state_ == State::running &&
                      std::any_of(documents_.begin(), documents_.end(), [](const auto& d) { return d.second.is_due; });
  if (!is_due && stale_.empty()) return false;
  try {
    lint();
    push();
  } catch (const std::exception& error) {  // a server that ends takes more from the writer than one that is silent once
    for (auto& [uri, document] : documents_) document.is_due = false;
    log(MessageType::error, fmt::format("the texts could not be linted: {}", error.what()));
  }
  return true;
}

void Server::dispatch(const Json& message) {
  const Json& method = at_path(message, "/method");
  const Json& id = at_path(message, "/id");
  if (method.is_null()) return take_response(message);
  if (!method.is_string() || (message.contains("id") && !is_id(id)))
    return send_(error_response(is_id(id) ? id : Json(), ErrorCode::invalid_request, "the message is no request"));
  const Json& params = at_path(message, "/params");
  if (message.contains("id")) {
    answer(id, method.get<std::string>(), params);
  } else {
    notice(method.get<std::string>(), params);
  }
}

void Server::answer(const Json& id, const std::string& method, const Json& params) {
  try {
    send_(response(id, result_of(method, params)));
  } catch (const RequestError& error) {
    send_(error_response(id, error.code(), error.what()));
  } catch (const std::exception& error) {
    send_(error_response(id, ErrorCode::internal_error, error.what()));
  }
}

Json Server::result_of(const std::string& method, const Json& params) {
  if (state_ == State::fresh && method != "initialize")
    throw RequestError(ErrorCode::server_not_initialized, "the first request is 'initialize'");
  if (state_ == State::shut_down)
    throw RequestError(ErrorCode::invalid_request, "the server has been shut down; only 'exit' can follow");
  if (state_ == State::running && method == "initialize")
    throw RequestError(ErrorCode::invalid_request, "'initialize' comes once");
  const auto entry = std::find_if(requests().begin(), requests().end(),
                                  [&](const RequestEntry& known) { return known.method == method; });
  if (entry == requests().end())
    throw RequestError(ErrorCode::method_not_found, fmt::format("there is no method '{}'", method));
  return (this->*entry->handler)(params);
}

void Server::notice(const std::string& method, const Json& params) {
  if (method != "exit" && state_ != State::running) return;  // as LSP has it: dropped
  const auto entry = std::find_if(notifications().begin(), notifications().end(),
                                  [&](const NotificationEntry& known) { return known.method == method; });
  if (entry == notifications().end()) return;
  try {
    (this->*entry->handler)(params);
  } catch (const std::exception& error) {
    log(MessageType::error, fmt::format("{} is passed over: {}", method, error.what()));
  }
}

void Server::ask(const std::string& method, Json params, std::function<void(const Json& result)> then) {
  const std::string id = fmt::format("candor-{}", ++asked_count_);
  asked_[id] = std::move(then);
  send_({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

void Server::take_response(const Json& message) {
  const Json& id = at_path(message, "/id");
  const auto asked = id.is_string() ? asked_.find(id.get<std::string>()) : asked_.end();
  if (asked == asked_.end()) return;
  const auto then = std::move(asked->second);
  asked_.erase(asked);
  if (message.contains("error")) {
    const Json& why = at_path(message, "/error/message");
    log(MessageType::warning,
        fmt::format("the client cannot do as asked: {}", why.is_string() ? why.get<std::string>() : "no reason"));
  } else if (then) {
    try {
      then(at_path(message, "/result"));
    } catch (const std::exception& error) {
      log(MessageType::error, fmt::format("the client's answer is passed over: {}", error.what()));
    }
  }
}

void Server::log(MessageType type, const std::string& message) {
  send_(notification("window/logMessage", {{"type", static_cast<int>(type)}, {"message", message}}));
}

// Lifecycle

Json Server::initialize(const Json& params) {
  client_ = client_from(params);
  LinterOptions linter = options_.linter;
  if (!client_.folders.empty()) linter.working_directory = client_.folders.front();
  linter_.emplace(std::move(linter));
  std::vector<std::string> complaints;
  linter_->set_client_settings(client_settings_from(at_path(params, "/initializationOptions"), complaints));
  for (const std::string& complaint : complaints) log(MessageType::warning, complaint);
  state_ = State::running;
  return {{"capabilities", capabilities()},
          {"serverInfo", {{"name", std::string(kToolName)}, {"version", std::string(kVersion)}}}};
}

Json Server::capabilities() const {
  return {
      {"positionEncoding", std::string(to_string(client_.encoding))},
      {"textDocumentSync", {{"openClose", true}, {"change", kIncremental}}},
      {"diagnosticProvider",
       {{"identifier", std::string(kToolName)}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}}},
      {"hoverProvider", true},
      {"codeActionProvider", {{"codeActionKinds", Json::array({"quickfix", "source.fixAll.candor"})}}},
      {"executeCommandProvider", {{"commands", Json::array({std::string(kAddToBaseline)})}}},
      {"documentSymbolProvider", {{"label", std::string(kToolName)}}},
      {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}},
  };
}

void Server::initialized(const Json& /*params*/) {
  register_capabilities();
  if (client_.has_configuration) did_change_configuration(nullptr);
}

void Server::register_capabilities() {
  Json list = Json::array();
  if (client_.watches_files) {
    // Settings, rule packs, and the texts that are not open but belong to one that is.
    Json watchers = Json::array();
    for (const char* pattern : {"**/*.toml", "**/.gitignore", "**/*.{md,markdown,txt,text}"})
      watchers.push_back({{"globPattern", pattern}});
    list.push_back({{"id", "candor-files"},
                    {"method", "workspace/didChangeWatchedFiles"},
                    {"registerOptions", {{"watchers", std::move(watchers)}}}});
  }
  if (client_.registers_configuration) {
    list.push_back({{"id", "candor-settings"},
                    {"method", "workspace/didChangeConfiguration"},
                    {"registerOptions", {{"section", std::string(kToolName)}}}});
  }
  if (!list.empty()) ask("client/registerCapability", {{"registrations", std::move(list)}}, {});
}

Json Server::shutdown(const Json& /*params*/) {
  state_ = State::shut_down;
  documents_.clear();
  stale_.clear();
  return nullptr;
}

void Server::exit(const Json& /*params*/) { exit_status_ = state_ == State::shut_down ? 0 : 1; }

void Server::ignore(const Json& /*params*/) {}

// Texts

void Server::did_open(const Json& params) {
  OpenText text = opened(member(params, "textDocument"));
  if (!is_read(text)) {
    passed_over_.insert(text.uri);
    return;
  }
  if (documents_.contains(text.uri)) log(MessageType::warning, fmt::format("{} was open already", text.uri));
  stale_.insert(key_of(text));
  Document& document = documents_[text.uri];
  document.text = std::move(text);
  document.is_due = true;
}

void Server::did_change(const Json& params) {
  const Json& identifier = member(params, "textDocument");
  const std::string uri = string_member(identifier, "uri");
  if (passed_over_.contains(uri)) return;
  const auto at = documents_.find(uri);
  if (at == documents_.end()) throw RequestError(ErrorCode::invalid_params, fmt::format("{} is not open", uri));
  OpenText& text = at->second.text;
  for (const TextChange& change : changes_from(params)) {
    if (const std::string_view amiss = apply(change, client_.encoding, text.bytes); !amiss.empty())
      log(MessageType::warning, fmt::format("{}: {}", uri, amiss));
  }
  if (const Json& version = at_path(identifier, "/version"); version.is_number_integer()) text.version = version;
  at->second.is_due = true;
  stale_.insert(key_of(text));
}

void Server::did_close(const Json& params) {
  const std::string uri = string_member(member(params, "textDocument"), "uri");
  if (passed_over_.erase(uri) > 0) return;
  const auto at = documents_.find(uri);
  if (at == documents_.end()) {
    log(MessageType::warning, fmt::format("{} is closed, but it was not open", uri));
    return;
  }
  const std::string key = key_of(at->second.text);
  documents_.erase(at);
  stale_.erase(key);
  if (!client_.pulls_diagnostics)
    send_(notification("textDocument/publishDiagnostics", {{"uri", uri}, {"diagnostics", Json::array()}}));
  // The others go by what stands in the file from now on.
  for (const auto& [other, document] : documents_) stale_.insert(key_of(document.text));
}

void Server::did_change_configuration(const Json& params) {
  if (!client_.has_configuration) return use_client_settings(at_path(params, "/settings/candor"));
  ask("workspace/configuration", {{"items", Json::array({{{"section", std::string(kToolName)}}})}},
      [this](const Json& result) { use_client_settings(result.is_array() && !result.empty() ? result[0] : Json()); });
}

void Server::use_client_settings(const Json& settings) {
  std::vector<std::string> complaints;
  linter_->set_client_settings(client_settings_from(settings, complaints));
  for (const std::string& complaint : complaints) {
    send_(
        notification("window/showMessage", {{"type", static_cast<int>(MessageType::warning)}, {"message", complaint}}));
  }
  everything_is_stale();
}

void Server::did_change_watched_files(const Json& /*params*/) { everything_is_stale(); }

void Server::did_change_workspace_folders(const Json& params) {
  for (const Json& folder : at_path(params, "/event/removed")) {
    if (const auto path = path_of_uri(string_member(folder, "uri"))) std::erase(client_.folders, *path);
  }
  for (const Json& folder : at_path(params, "/event/added")) {
    if (auto path = path_of_uri(string_member(folder, "uri"))) client_.folders.push_back(*std::move(path));
  }
}

void Server::everything_is_stale() {
  for (const auto& [uri, document] : documents_) stale_.insert(key_of(document.text));
  if (client_.pulls_diagnostics && client_.refreshes_diagnostics) ask("workspace/diagnostic/refresh", nullptr, {});
}

// Linting

std::vector<const OpenText*> Server::open_texts() const {
  std::vector<const OpenText*> texts;
  for (const auto& [uri, document] : documents_) texts.push_back(&document.text);
  return texts;
}

std::vector<std::string> Server::folders() const {
  if (!client_.folders.empty()) return client_.folders;
  return {linter_->options().working_directory};
}

DiagnosticContext Server::context() const {
  return {client_, linter_->options().working_directory, options_.rules_folder};
}

void Server::lint() {
  if (stale_.empty()) return;
  LintedTexts linted = linter_->lint(open_texts(), std::exchange(stale_, {}));
  for (auto& [uri, document] : documents_) {
    if (const auto at = linted.find(key_of(document.text)); at != linted.end()) document.linted = std::move(at->second);
  }
  tell_problems();
}

void Server::push() {
  for (auto& [uri, document] : documents_) {
    if (client_.pulls_diagnostics) {
      document.is_due = false;
      continue;
    }
    Json now = diagnostics(document.linted, document.text.bytes, context());
    if (!std::exchange(document.is_due, false) && now == document.pushed) continue;
    document.pushed = now;
    send_(notification("textDocument/publishDiagnostics",
                       {{"uri", uri}, {"version", document.text.version}, {"diagnostics", std::move(now)}}));
  }
}

// Problems of settings and packs are shown where they stand; those of the editor's own settings stand nowhere. Those of
// other files (a broken link) are logged.
void Server::tell_problems() {
  std::map<std::string, std::vector<Problem>> now;
  for (Problem& problem : linter_->problems()) now[problem.file].push_back(std::move(problem));
  for (const auto& [file, problems] : told_) now.try_emplace(file);
  for (const auto& [file, problems] : now) {
    std::vector<Problem>& before = told_[file];
    if (before == problems) continue;
    before = problems;
    if (file.ends_with(".toml")) {
      const std::string path = absolute_path(file, linter_->options().working_directory);
      send_(notification(
          "textDocument/publishDiagnostics",
          {{"uri", uri_of_path(path)}, {"diagnostics", diagnostics(problems, content_of(path), client_.encoding)}}));
    }
    if (problems.empty()) continue;
    const std::string more = problems.size() > 1 ? fmt::format(" (and {} more)", problems.size() - 1) : "";
    const bool is_shown = file.ends_with(".toml") || file == kSelectSetting || file == kIgnoreSetting;
    send_(notification(is_shown ? "window/showMessage" : "window/logMessage",
                       {{"type", static_cast<int>(MessageType::warning)},
                        {"message", fmt::format("{}{}", to_string(problems.front()), more)}}));
  }
  std::erase_if(told_, [](const auto& entry) { return entry.second.empty(); });
}

// Questions

Server::Document& Server::document(const Json& params) {
  const std::string uri = string_member(member(params, "textDocument"), "uri");
  const auto at = documents_.find(uri);
  if (at == documents_.end()) throw RequestError(ErrorCode::invalid_params, fmt::format("{} is not open", uri));
  lint();
  return at->second;
}

Json Server::document_diagnostic(const Json& params) {
  const Document& asked = document(params);
  return diagnostic_report(diagnostics(asked.linted, asked.text.bytes, context()),
                           at_path(params, "/previousResultId"));
}

Json Server::workspace_diagnostic(const Json& params) {
  lint();
  std::map<std::string, Json> previous;
  for (const Json& known : at_path(params, "/previousResultIds")) {
    if (known.is_object()) previous[string_member(known, "uri")] = at_path(known, "/value");
  }
  const std::vector<const OpenText*> open = open_texts();
  Json items = Json::array();
  for (const auto& [key, linted] : linter_->lint_folders(open, folders())) {
    const auto text =
        std::find_if(open.begin(), open.end(), [&, &name = key](const OpenText* t) { return key_of(*t) == name; });
    const bool is_open = text != open.end();
    const std::string uri = is_open ? (*text)->uri : uri_of_path(key);
    Json report =
        diagnostic_report(diagnostics(linted, is_open ? (*text)->bytes : content_of(key), context()), previous[uri]);
    report["uri"] = uri;
    report["version"] = is_open ? Json((*text)->version) : Json();
    items.push_back(std::move(report));
  }
  tell_problems();
  return {{"items", std::move(items)}};
}

Json Server::hover(const Json& params) {
  const Document& asked = document(params);
  const Finding* finding = narrowest_at(position_from(member(params, "position")), asked.linted.findings);
  if (finding == nullptr) return nullptr;
  const RuleData* rule = asked.linted.rulebook->find(finding->rule);
  return {{"contents",
           {{"kind", client_.markdown_hover ? "markdown" : "plaintext"},
            {"value", hover_text(*finding, rule, client_.markdown_hover)}}},
          {"range", to_json(to_client(finding->place.range, client_.encoding))}};
}

// A finding about a whole passage must not hide that about one of its sentences.
const Finding* Server::narrowest_at(ClientPosition place, std::span<const Finding> findings) const {
  const Finding* narrowest = nullptr;
  const auto size = [](const Finding& f) { return f.place.range.end.offset - f.place.range.start.offset; };
  for (const Finding& finding : findings) {
    const ClientRange range = to_client(finding.place.range, client_.encoding);
    if (place < range.start || range.end < place) continue;
    if (narrowest == nullptr || size(finding) < size(*narrowest)) narrowest = &finding;
  }
  return narrowest;
}

Json Server::code_action(const Json& params) {
  const Document& asked = document(params);
  if (!client_.literal_actions) return Json::array();
  std::vector<std::string> only;
  for (const Json& kind : at_path(params, "/context/only")) {
    if (kind.is_string()) only.push_back(kind.get<std::string>());
  }
  return code_actions(asked.text, asked.linted, range_from(member(params, "range")), only, context());
}

Json Server::execute_command(const Json& params) {
  const std::string command = string_member(params, "command");
  if (command != kAddToBaseline)
    throw RequestError(ErrorCode::invalid_params, fmt::format("there is no command '{}'", command));
  const Json& arguments = member(params, "arguments");
  const Json& argument = arguments.is_array() && !arguments.empty() ? arguments[0] : arguments;
  const std::string rule = string_member(argument, "rule");
  const std::string fingerprint = string_member(argument, "fingerprint");
  const Document& asked = document({{"textDocument", {{"uri", string_member(argument, "uri")}}}});
  const std::vector<Finding>& findings = asked.linted.findings;
  const auto finding = std::find_if(findings.begin(), findings.end(), [&](const Finding& known) {
    return known.rule == rule && known.fingerprint == fingerprint;
  });
  if (finding == findings.end()) throw RequestError(ErrorCode::invalid_params, "the finding is no longer there");
  Problem problem;
  if (!linter_->add_to_baseline(asked.linted, *finding, problem))
    throw RequestError(ErrorCode::internal_error, to_string(problem));
  everything_is_stale();
  return nullptr;
}

Json Server::document_symbol(const Json& params) {
  const OpenText& text = document(params).text;
  Json symbols = Json::array();
  linter_->read(text, [&](const TextReading& reading) { symbols = document_symbols(reading, text.uri, client_); });
  return symbols;
}

}  // namespace candor
