#include "lint/lsp/serve.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "lint/lsp/frames.h"

namespace candor {
namespace {

constexpr int kHungUp = 1;  // exit status where there was no `shutdown`

// Waits until the descriptor takes or has bytes, or has come to its end; a moment where not `wait`. True where it has.
bool is_ready(int descriptor, short events, bool wait) {
  pollfd one{descriptor, events, 0};
  int count = ::poll(&one, 1, wait ? -1 : 0);
  while (count < 0 && errno == EINTR) count = ::poll(&one, 1, wait ? -1 : 0);
  return count != 0;
}

// Both ends of the conversation. They are the client's too, which may have made them non-blocking.
class Streams {
 public:
  Streams(int in, int out) : in_(in), out_(out) {}

  // True where something can be read at once, its end too; waits for it where `wait`.
  [[nodiscard]] bool ready(bool wait) const { return is_ready(in_, POLLIN, wait); }

  // False at the end.
  bool read_into(FrameReader& frames) {
    const ssize_t count = ::read(in_, chunk_, sizeof chunk_);
    if (count < 0) return errno == EINTR || errno == EAGAIN;
    if (count == 0) return false;
    frames.feed({chunk_, static_cast<std::size_t>(count)});
    return true;
  }

  // A client that no longer reads is noticed when it no longer writes either.
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t count = ::write(out_, bytes.data(), bytes.size());
      if (count < 0 && errno == EAGAIN) is_ready(out_, POLLOUT, true);
      if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (count < 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }

 private:
  int in_;
  int out_;
  char chunk_[65536];
};

void hand_over(FrameReader& frames, Server& server) {
  while (const std::optional<Frame> frame = frames.next()) {
    if (const auto* body = std::get_if<std::string>(&*frame)) {
      server.receive(*body);
    } else {
      server.receive_malformed(std::get<FrameError>(*frame).what);
    }
  }
}

}  // namespace

int serve(ServerOptions options, int in, int out) {
  Streams streams(in, out);
  FrameReader frames;
  Server server(std::move(options), [&](const Json& message) { streams.write(framed(dumped(message))); });
  bool open = true;
  bool busy = false;
  while (!server.exit_status() && (open || busy)) {  // what came before the end is still answered
    if (open && streams.ready(!busy)) {
      open = streams.read_into(frames);
      hand_over(frames, server);
    }
    busy = server.work();
  }
  return server.exit_status().value_or(kHungUp);
}

}  // namespace candor
