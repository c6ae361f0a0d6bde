// file: URIs, as language clients name documents.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace candor {

// The absolute path of a file URI on this machine; nothing for any other scheme, another host, or bad percent-encoding.
[[nodiscard]] std::optional<std::string> path_of_uri(std::string_view uri);

// REQUIRES: an absolute path.
[[nodiscard]] std::string uri_of_path(std::string_view path);

}  // namespace candor
