// candor lsp as a process, fed through a pipe.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/lsp/frames.h"
#include "lint/lsp/uri.h"
#include "tests/e2e/program.h"
#include "tests/support/temporary_folder.h"

namespace candor {
namespace {

using nlohmann::json;
using testing::HasSubstr;

std::string request(int id, const std::string& method, const json& params = nullptr) {
  return framed(json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}}.dump());
}
std::string notice(const std::string& method, const json& params = nullptr) {
  return framed(json{{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}.dump());
}

class LspTest : public testing::Test {
 protected:
  std::string initialize() const {
    return request(1, "initialize", {{"rootUri", uri_of_path(folder_.path())}, {"capabilities", json::object()}}) +
           notice("initialized", json::object());
  }
  std::string open(const std::string& text) const {
    return notice(
        "textDocument/didOpen",
        {{"textDocument",
          {{"uri", uri_of_path(folder_.path("ps.md"))}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
  }
  Outcome serve(const std::string& input) const { return run_candor({"lsp"}, folder_.path(), input); }
  static std::vector<json> messages(const Outcome& outcome) {
    FrameReader frames;
    frames.feed(outcome.out);
    std::vector<json> all;
    while (const auto frame = frames.next()) all.push_back(json::parse(std::get<std::string>(*frame)));
    return all;
  }

  TemporaryFolder folder_;
  const std::string end_ = request(9, "shutdown") + notice("exit");
};

TEST_F(LspTest, ASessionEndsAsItIsAskedTo) {
  const Outcome outcome = serve(initialize() + open("It\u2019s so.\n") + end_);
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  const std::vector<json> all = messages(outcome);
  ASSERT_GE(all.size(), 2U);
  EXPECT_EQ(all.front()["result"]["serverInfo"]["name"], "candor");
  EXPECT_TRUE(all.back()["result"].is_null());
}

TEST_F(LspTest, AClientThatHangsUpEndsTheSession) {
  EXPECT_EQ(serve("").status, 1);
  EXPECT_EQ(serve(initialize() + "Content-Length: 100\r\n\r\n{").status, 1);
  EXPECT_EQ(serve(initialize() + notice("exit")).status, 1);
}

TEST_F(LspTest, BytesThatAreNoMessageAreAnsweredAndTheSessionGoesOn) {
  for (const std::string noise : {"Content-Length: 99999999999999999999\r\n\r\n{}", "Content-Length: -1\r\n\r\n",
                                  "GET / HTTP/1.1\r\n\r\n", "Content-Type: x\r\n\r\n{}\n"}) {
    const Outcome outcome = serve(noise + initialize() + end_);
    EXPECT_EQ(outcome.status, 0) << noise;
    const std::vector<json> all = messages(outcome);
    ASSERT_EQ(all.size(), 3U) << noise;
    EXPECT_EQ(all[0]["error"]["code"], -32700) << noise;
    EXPECT_TRUE(all[0]["id"].is_null()) << noise;
  }
}

TEST_F(LspTest, OptionsThatClashAreRefused) {
  const Outcome outcome = run_candor({"lsp", "--config", "a.toml", "--no-config"}, folder_.path());
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("exclude each other"));
}

}  // namespace
}  // namespace candor
