// What --help shows.
#pragma once

#include <string>

#include "lint/cli/parser.h"

namespace candor {

[[nodiscard]] std::string command_help(const CommandHelp& command);

}  // namespace candor
