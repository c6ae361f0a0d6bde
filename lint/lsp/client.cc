#include "lint/lsp/client.h"

#include <fmt/format.h>

#include "lint/engine/settings.h"
#include "lint/lsp/uri.h"
#include "lint/source/day.h"

namespace candor {
namespace {

std::vector<std::string> strings_of(const Json& json) {
  std::vector<std::string> strings;
  for (const Json& item : json) {
    if (item.is_string()) strings.push_back(item.get<std::string>());
  }
  return strings;
}

bool are_strings(const Json& json) { return json.is_array() && strings_of(json).size() == json.size(); }

std::vector<std::string> folders_of(const Json& params) {
  std::vector<std::string> folders;
  const auto add = [&](const Json& uri) {
    if (!uri.is_string()) return;
    if (auto path = path_of_uri(uri.get_ref<const std::string&>())) folders.push_back(*std::move(path));
  };
  const Json& listed = at_path(params, "/workspaceFolders");
  if (listed.is_array()) {
    for (const Json& folder : listed) add(at_path(folder, "/uri"));
  }
  if (folders.empty()) add(at_path(params, "/rootUri"));
  return folders;
}

bool offers(const Json& list, std::string_view word) {
  return list.is_array() && std::find(list.begin(), list.end(), Json(word)) != list.end();
}

}  // namespace

Client client_from(const Json& initialize_params) {
  const Json& can = at_path(initialize_params, "/capabilities");
  Client client;
  const Json& encodings = at_path(can, "/general/positionEncodings");
  if (encodings.is_array()) client.encoding = choose_encoding(strings_of(encodings));
  if (const Json& push = at_path(can, "/textDocument/publishDiagnostics"); push.is_object()) {
    client.related_information = is_true(push, "/relatedInformation");
    client.code_description = is_true(push, "/codeDescriptionSupport");
    client.diagnostic_data = is_true(push, "/dataSupport");
  }
  client.pulls_diagnostics = at_path(can, "/textDocument/diagnostic").is_object();
  client.refreshes_diagnostics = is_true(can, "/workspace/diagnostics/refreshSupport");
  client.markdown_hover = offers(at_path(can, "/textDocument/hover/contentFormat"), "markdown");
  client.symbol_tree = is_true(can, "/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
  client.literal_actions = at_path(can, "/textDocument/codeAction/codeActionLiteralSupport").is_object();
  client.document_changes = is_true(can, "/workspace/workspaceEdit/documentChanges");
  client.has_configuration = is_true(can, "/workspace/configuration");
  client.watches_files = is_true(can, "/workspace/didChangeWatchedFiles/dynamicRegistration");
  client.registers_configuration = is_true(can, "/workspace/didChangeConfiguration/dynamicRegistration");
  client.folders = folders_of(initialize_params);
  return client;
}

ClientSettings client_settings_from(const Json& json, std::vector<std::string>& complaints) {
  ClientSettings settings;
  if (json.is_null()) return settings;
  if (!json.is_object()) {
    complaints.emplace_back("the editor's settings for candor must be an object");
    return settings;
  }
  for (const auto& [key, value] : json.items()) {
    const auto must_be = [&, name = key](std::string_view what) {
      complaints.push_back(fmt::format("the editor's setting candor.{} must be {}", name, what));
    };
    if (key == "config") {
      value.is_string() ? void(settings.config = value.get<std::string>()) : must_be("the path of a candor.toml");
    } else if (key == "select" || key == "ignore") {
      if (!are_strings(value)) {
        must_be("a list of rules or categories");
      } else if (key == "select") {
        settings.select = strings_of(value);
      } else {
        settings.ignore = strings_of(value);
      }
    } else if (key == "as-of") {
      if (value.is_string()) settings.as_of = day_from(value.get_ref<const std::string&>());
      if (!settings.as_of) must_be("a day as YYYY-MM-DD");
    } else {
      complaints.push_back(
          fmt::format("the editor's setting candor.{} is unknown; there are config, select, ignore and as-of", key));
    }
  }
  return settings;
}

}  // namespace candor
