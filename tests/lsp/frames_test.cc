#include "lint/lsp/frames.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace candor {
namespace {

// What the bytes come to, errors as "error: ...", when they arrive `chunk` bytes at a time.
std::vector<std::string> read(std::string_view bytes, std::size_t chunk = 1'000'000) {
  FrameReader reader;
  std::vector<std::string> all;
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    reader.feed(bytes.substr(at, chunk));
    while (const std::optional<Frame> frame = reader.next()) {
      const auto* body = std::get_if<std::string>(&*frame);
      all.push_back(body != nullptr ? *body : "error: " + std::get<FrameError>(*frame).what);
    }
  }
  return all;
}

using Frames = std::vector<std::string>;

TEST(FramesTest, BodiesComeOutWholeHoweverTheBytesArrive) {
  const std::string bytes = framed("{\"a\":1}") + framed("") + framed("two\r\n\r\nlines \xF0\x9F\x99\x82");
  const Frames expected = {"{\"a\":1}", "", "two\r\n\r\nlines \xF0\x9F\x99\x82"};
  for (const std::size_t chunk : {1U, 2U, 3U, 7U, 1000U}) EXPECT_EQ(read(bytes, chunk), expected) << chunk;
}

TEST(FramesTest, HeadersMayComeInAnyOrderCaseAndLineEnd) {
  EXPECT_EQ(read("content-LENGTH:2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}"),
            Frames{"{}"});
  EXPECT_EQ(read("Content-Type: x\nContent-Length:  2  \n\n{}"), Frames{"{}"});
}

TEST(FramesTest, ABodyThatIsNotAllThereIsWaitedFor) { EXPECT_EQ(read("Content-Length: 10\r\n\r\n{}"), Frames{}); }

TEST(FramesTest, AHugeLengthIsRefusedAndTheNextMessageIsRead) {
  const Frames frames = read("Content-Length: 99999999999999999999999\r\n\r\n{\"a\": 1}" + framed("{}"));
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0],
            "error: Content-Length is '99999999999999999999999'; it must be a number of at most 67108864 bytes");
  EXPECT_EQ(frames[1], "{}");
  EXPECT_EQ(read("Content-Length: 67108865\r\n\r\n" + framed("{}")).back(), "{}");
}

TEST(FramesTest, ALengthThatIsNoNumberIsRefusedAndTheNextMessageIsRead) {
  for (const char* length : {"-5", "ten", "", "1e3", "0x10", "5 5"}) {
    const Frames frames = read("Content-Length: " + std::string(length) + "\r\n\r\n{\"method\":\"x\"}" + framed("{}"));
    ASSERT_EQ(frames.size(), 2U) << length;
    EXPECT_EQ(frames[0].substr(0, 6), "error:") << length;
    EXPECT_EQ(frames[1], "{}") << length;
  }
}

TEST(FramesTest, AMessageWithoutLengthIsToldOnceAndTheNextIsRead) {
  EXPECT_EQ(read("Content-Type: x\r\n\r\n{\"a\":1}\n{\"b\":2}\n" + framed("{}")),
            (Frames{"error: a message without Content-Length", "{}"}));
}

TEST(FramesTest, WhatIsNoHeaderIsShownWithoutItsControls) {
  EXPECT_EQ(read("\x1b[31mGET / HTTP/1.1\r\n" + framed("{}")),
            (Frames{"error: '?[31mGET / HTTP/1.1' is no header of a message", "{}"}));
}

TEST(FramesTest, ALineThatNeverEndsDoesNotFillTheMemory) {
  FrameReader reader;
  std::size_t errors = 0;
  for (int i = 0; i < 10'000; ++i) {
    reader.feed(std::string(10'000, 'x'));
    while (reader.next()) ++errors;
  }
  EXPECT_EQ(errors, 1U);
  reader.feed(framed("{}"));
  const std::optional<Frame> frame = reader.next();
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(std::get<std::string>(*frame), "{}");
}

TEST(FramesTest, BlankLinesBetweenMessagesHurtNobody) {
  EXPECT_EQ(read("\r\n\n" + framed("{}") + "\n\r\n" + framed("[]")), (Frames{"{}", "[]"}));
}

TEST(FramesTest, WhateverComesAMessageBehindItIsRead) {
  std::mt19937 random(7);
  const std::string alphabet = "Content-Length: 0123456789\r\n{}\":\xFF\xC3";
  for (int round = 0; round < 2000; ++round) {
    std::string noise;
    for (std::size_t i = random() % 60; i > 0; --i) noise += alphabet[random() % alphabet.size()];
    if (read(noise + "\n").size() > 0 && read(noise + "\n").back().substr(0, 6) != "error:") continue;  // a message
    const Frames frames = read(noise + "\n" + framed("last"), 1 + random() % 9);
    if (frames.empty()) continue;  // the noise announced a body, which "last" is part of
    EXPECT_TRUE(frames.back() == "last" || frames.back().substr(0, 6) != "error:") << noise;
  }
}

}  // namespace
}  // namespace candor
