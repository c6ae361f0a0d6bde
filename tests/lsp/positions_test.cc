#include "lint/lsp/positions.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/check/check.h"
#include "lint/lsp/uri.h"

namespace candor {
namespace {

using Names = std::vector<std::string>;

TEST(PositionsTest, Utf8IsTakenWhereItIsOffered) {
  EXPECT_EQ(choose_encoding(Names{"utf-16", "utf-8"}), PositionEncoding::utf8);
  EXPECT_EQ(choose_encoding(Names{"utf-32", "utf-16"}), PositionEncoding::utf32);
  EXPECT_EQ(choose_encoding(Names{"ebcdic", "utf-16"}), PositionEncoding::utf16);
  EXPECT_EQ(choose_encoding(Names{"ebcdic"}), PositionEncoding::utf16);
  EXPECT_EQ(choose_encoding(Names{}), PositionEncoding::utf16);
}

// a, e with an accent (2 bytes), a Euro sign (3 bytes), a face (4 bytes, 2 units of UTF-16), b
const std::string kLine = "a\u00e9\u20ac\U0001F642b";

TEST(PositionsTest, UnitsAreCountedInEachEncoding) {
  EXPECT_EQ(units_of(kLine, PositionEncoding::utf8), 11U);
  EXPECT_EQ(units_of(kLine, PositionEncoding::utf16), 6U);
  EXPECT_EQ(units_of(kLine, PositionEncoding::utf32), 5U);
}

TEST(PositionsTest, UnitsBecomeBytesAtCodePoints) {
  const auto bytes = [](PositionEncoding encoding) {
    std::vector<std::uint32_t> all;
    for (std::uint32_t units = 0; units < 8; ++units) all.push_back(bytes_of_units(kLine, units, encoding));
    return all;
  };
  EXPECT_EQ(bytes(PositionEncoding::utf8), (std::vector<std::uint32_t>{0, 1, 1, 3, 3, 3, 6, 6}));
  EXPECT_EQ(bytes(PositionEncoding::utf16), (std::vector<std::uint32_t>{0, 1, 3, 6, 6, 10, 11, 11}))
      << "a place within a pair is that of the pair, one beyond the line is its end";
  EXPECT_EQ(bytes(PositionEncoding::utf32), (std::vector<std::uint32_t>{0, 1, 3, 6, 10, 11, 11, 11}));
}

TEST(PositionsTest, BytesThatAreNoUtf8DoNotLeadBeyondTheLine) {
  EXPECT_EQ(bytes_of_units("\xF0", 9, PositionEncoding::utf16), 1U);
  EXPECT_EQ(bytes_of_units("a\xE2", 9, PositionEncoding::utf32), 2U);
}

TEST(PositionsTest, PlacesOfASourceAreThoseOfTheClient) {
  Problem problem;
  const auto source = Source::from_bytes("a.md", "first\r\n" + kLine + "\n", problem);
  ASSERT_TRUE(source.has_value());
  const Range range = range_of(*source, {7 + 6, 7 + 10});  // the face
  EXPECT_EQ(to_client(range, PositionEncoding::utf8), (ClientRange{{1, 6}, {1, 10}}));
  EXPECT_EQ(to_client(range, PositionEncoding::utf16), (ClientRange{{1, 3}, {1, 5}}));
  EXPECT_EQ(to_client(range, PositionEncoding::utf32), (ClientRange{{1, 3}, {1, 4}}));
}

TEST(UriTest, PathsComeBack) {
  for (const std::string path : {"/a/b.md", "/with space/100%/\u00e9\U0001F642.md", "/q?a#b;c.md", "/"})
    EXPECT_EQ(path_of_uri(uri_of_path(path)), path);
  EXPECT_EQ(uri_of_path("/a b/\u00e9.md"), "file:///a%20b/%C3%A9.md");
}

TEST(UriTest, UrisOfAnyClientAreRead) {
  EXPECT_EQ(path_of_uri("file:///a/./b/../c.md"), "/a/c.md");
  EXPECT_EQ(path_of_uri("file://localhost/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:/a.md"), "/a.md");
  EXPECT_EQ(path_of_uri("file:///a%3ab.md#L3"), "/a:b.md");
}

TEST(UriTest, WhatIsNoFileHereHasNoPath) {
  for (const char* uri : {"untitled:Untitled-1", "file://host/share/a.md", "file:///a%", "file:///a%2", "file:///a%zz",
                          "file:///a%00b", "http://x/a.md", "", "file:a.md"})
    EXPECT_EQ(path_of_uri(uri), std::nullopt) << uri;
}

}  // namespace
}  // namespace candor
