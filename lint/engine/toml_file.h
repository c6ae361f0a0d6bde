// What reading candor.toml and candor.baseline.toml have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "lint/source/problem.h"

namespace candor {

// The table that the file at `path` holds. Nothing, with a problem in the name of `name`, where it cannot be read or is
// not TOML.
[[nodiscard]] std::optional<toml::table> read_toml(const std::string& name, const std::string& path,
                                                   std::vector<Problem>& problems);

struct TomlEntry {
  std::string_view key;
  toml::source_position at;
  const toml::node* value;
};
// The entries of a table as the author ordered them; toml++ sorts them by key. They borrow from the table.
[[nodiscard]] std::vector<TomlEntry> in_file_order(const toml::table& table);

// "a list", "a whole number": what a message calls the node.
[[nodiscard]] std::string_view type_name(const toml::node& node);

// The text as a TOML string, in double quotes.
[[nodiscard]] std::string toml_string(std::string_view text);

}  // namespace candor
