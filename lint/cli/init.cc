// candor init: writes a commented candor.toml.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/output.h"
#include "lint/engine/applicant_folders.h"
#include "lint/engine/settings.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

// The names of all texts below a folder, relative to it.
std::vector<std::string> texts_below(const std::string& folder) {
  WalkOptions options;
  options.working_directory = absolute_path(folder);
  const std::string paths[] = {"."};
  std::vector<std::string> names;
  for (FoundText& text : find_texts(paths, options).texts) names.push_back(std::move(text.name));
  return names;
}

}  // namespace

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

  const std::vector<std::string> applications = applicant_patterns(texts_below(folder));
  const std::string settings = starter_settings(applications);
  if (print) return write_stdout(settings) ? kExitClean : kExitTrouble;
  const std::string path = (std::filesystem::path(folder) / kSettingsFile).lexically_normal().string();
  std::error_code error;
  if (!force && std::filesystem::exists(path, error)) {
    print_problem({path, 0, 0, "is there already; --force replaces it"});
    return kExitTrouble;
  }
  if (!write_file(path, settings)) return kExitTrouble;
  print_note(fmt::format("{} is written", path));
  if (!applications.empty())
    print_note(fmt::format("each folder that matches {} is one applicant", fmt::join(applications, ", ")));
  print_note("'candor check' lints; 'candor check --write-baseline' sets aside what is found today");
  return kExitClean;
}

}  // namespace candor
