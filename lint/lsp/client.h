// What the client can do and wants, as it says in `initialize` and later.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lsp/positions.h"
#include "lint/lsp/protocol.h"

namespace candor {

// What the server goes by of ClientCapabilities.
struct Client {
  PositionEncoding encoding = PositionEncoding::utf16;
  // A client that says nothing of diagnostics is sent all that there is.
  bool related_information = true;
  bool code_description = true;
  bool diagnostic_data = true;
  bool pulls_diagnostics = false;
  bool refreshes_diagnostics = false;
  bool markdown_hover = false;
  bool symbol_tree = false;
  bool literal_actions = false;  // takes CodeAction; otherwise it would want commands, and there are none
  bool document_changes = false;
  bool has_configuration = false;
  bool watches_files = false;            // by dynamic registration
  bool registers_configuration = false;  // the same for workspace/didChangeConfiguration
  std::vector<std::string> folders;      // absolute paths of the workspace
};

[[nodiscard]] Client client_from(const Json& initialize_params);

// What problems call the editor's own settings.
inline constexpr std::string_view kSelectSetting = "candor.select";
inline constexpr std::string_view kIgnoreSetting = "candor.ignore";

// What the editor's own settings override in every candor.toml: keys as in that file, and "config".
struct ClientSettings {
  std::string config;  // a candor.toml that holds for all texts; empty: the nearest one of each
  std::optional<std::vector<std::string>> select;
  std::vector<std::string> ignore;
  std::optional<std::chrono::year_month_day> as_of;

  friend bool operator==(const ClientSettings&, const ClientSettings&) = default;
};

// Reads the object that stands under "candor" in the editor's settings; null stands for none. What it does not
// understand is told in `complaints` and left out.
[[nodiscard]] ClientSettings client_settings_from(const Json& json, std::vector<std::string>& complaints);

}  // namespace candor
