// candor lsp: the language server on stdin and stdout.
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "lint/cli/commands.h"
#include "lint/cli/options.h"
#include "lint/lsp/serve.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

// PREFIX/share/candor/rules, seen from PREFIX/bin/candor; empty where it is not installed.
std::string rules_folder() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return {};
  const std::filesystem::path folder = program.parent_path().parent_path() / "share/candor/rules";
  return std::filesystem::is_directory(folder, error) ? folder.string() : std::string();
}

}  // namespace

int run_lsp_command(const Arguments& arguments) {
  SettingsOptions settings;
  std::optional<std::chrono::year_month_day> as_of;
  bool stdio = true;
  Parser parser("lsp", "serves an editor: the Language Server Protocol 3.17 on stdin and stdout");
  parser.flag("--stdio", stdio, "as many clients say it; there is no other way");
  parser.group("Settings");
  add_settings_options(parser, settings);
  parser.day("--as-of", as_of, "the day that counts as today (default: today)");
  parser.example("lsp", "what an editor starts; 'candor hook NAME' has the set-up for yours");
  if (const auto status = parser.parse(arguments)) return *status;

  if (const std::string_view wrong = clash(settings); !wrong.empty()) return parser.misused(wrong);
  ServerOptions options;
  options.linter.working_directory = absolute_path(".");
  options.linter.config = settings.config.empty() ? std::string() : absolute_path(settings.config);
  options.linter.no_config = settings.no_config;
  options.linter.as_of = as_of;
  options.linter.today = today;
  options.rules_folder = rules_folder();
  return serve(std::move(options), STDIN_FILENO, STDOUT_FILENO);
}

}  // namespace candor
