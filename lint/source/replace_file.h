// Giving a file new content as a whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "lint/source/problem.h"

namespace candor {

// Makes `text` the content of the file at `path`: written beside it, flushed to the disk, then renamed over it, so that
// a reader sees the old or the new content and a full disk costs nothing. Mode and owner stay; a link is followed and
// stays a link; what is no regular file (a pipe, a device) is written to. A file that is not there is made.
// False, with `problem` set in the name of `name`, where the file is read-only, the owner cannot be kept or the system
// refuses: the file is then as it was.
[[nodiscard]] bool replace_file(const std::string& name, const std::string& path, std::string_view text,
                                Problem& problem);

}  // namespace candor
