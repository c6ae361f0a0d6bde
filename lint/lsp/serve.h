// The language server on two open files, as stdin and stdout are.
#pragma once

#include "lint/lsp/server.h"

namespace candor {

// Serves until the client says `exit` or hangs up; returns the exit status. One thread: before a text is linted,
// everything that the client has sent by then is read, so that a cancellation or a newer edit comes in time.
[[nodiscard]] int serve(ServerOptions options, int in, int out);

}  // namespace candor
