#include "lint/lsp/serve.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>
#include <vector>

#include "lint/lsp/frames.h"
#include "tests/lsp/session.h"

namespace candor {
namespace {

// A pipe whose ends do not block where `flags` say so.
struct Pipe {
  explicit Pipe(int flags) { EXPECT_EQ(::pipe2(ends, flags), 0); }
  ~Pipe() {
    ::close(ends[0]);
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  void close_writing() {
    if (ends[1] >= 0) ::close(ends[1]);
    ends[1] = -1;
  }

  int ends[2] = {-1, -1};
};

TEST(Serve, AnswersAllWhereTheClientsPipesDoNotBlock) {
  constexpr int kRequests = 3000;
  const TemporaryFolder folder;
  Pipe to_server(O_NONBLOCK);
  Pipe from_server(O_NONBLOCK);
  ::fcntl(from_server.ends[1], F_SETPIPE_SZ, 4096);

  std::jthread client([&] {
    for (int id = 1; id <= kRequests; ++id) {
      Json message = notification("textDocument/hover", nullptr);
      message["id"] = id;
      const std::string bytes = framed(message.dump());
      for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = ::write(to_server.ends[1], bytes.data() + at, bytes.size() - at);
        if (count > 0) at += static_cast<std::size_t>(count);
      }
    }
    to_server.close_writing();
  });
  int answers = 0;
  std::jthread reader([&] {
    FrameReader frames;
    char chunk[512];
    for (;;) {
      const ssize_t count = ::read(from_server.ends[0], chunk, sizeof chunk);
      if (count == 0) return;
      if (count < 0) {
        std::this_thread::yield();
        continue;
      }
      frames.feed({chunk, static_cast<std::size_t>(count)});
      while (const auto frame = frames.next()) {
        ASSERT_TRUE(std::holds_alternative<std::string>(*frame));
        EXPECT_EQ(Json::parse(std::get<std::string>(*frame))["id"], ++answers);
      }
    }
  });
  EXPECT_EQ(serve({{folder.path(), {}, false, {}, [] { return kToday; }}, {}}, to_server.ends[0], from_server.ends[1]),
            1)
      << "hung up without 'shutdown'";
  from_server.close_writing();
  client.join();
  reader.join();
  EXPECT_EQ(answers, kRequests);
}

}  // namespace
}  // namespace candor
