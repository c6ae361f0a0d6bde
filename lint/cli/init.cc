// candor init: writes a commented candor.toml.
#include <fmt/format.h>

#include <filesystem>
#include <string>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/engine/settings.h"

namespace candor {

int run_init_command(const Arguments& arguments) {
  std::string folder = ".";
  bool force = false;
  bool print = false;
  Parser parser("init", "writes a candor.toml in which every setting is explained");
  parser.optional_argument(folder, "FOLDER", "where to write it (default: the current folder)");
  parser.flag("--force", force, "replace a candor.toml that is there");
  parser.flag("--print", print, "print it, write nothing");
  parser.example("init", "write candor.toml here");
  if (const auto status = parser.parse(arguments)) return *status;

  if (print) return write_stdout(starter_settings()) ? kExitClean : kExitTrouble;
  const std::string path = (std::filesystem::path(folder) / kSettingsFile).lexically_normal().string();
  std::error_code error;
  if (!force && std::filesystem::exists(path, error)) {
    print_problem({path, 0, 0, "is there already; --force replaces it"});
    return kExitTrouble;
  }
  if (!write_file(path, starter_settings())) return kExitTrouble;
  print_note(fmt::format("{} is written", path));
  return kExitClean;
}

}  // namespace candor
