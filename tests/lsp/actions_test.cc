#include "lint/lsp/actions.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "lint/lsp/client.h"

namespace candor {
namespace {

TEST(ActionsTest, ALongTextIsReadOnceForAllItsFindings) {
  OpenText open;
  open.uri = "untitled:Untitled-1";
  open.language = "markdown";
  LintedText text;
  for (std::uint32_t line = 1; line <= 1000; ++line) {
    Finding& finding = text.findings.emplace_back();
    finding.rule = "eras-text/quotes";
    finding.place.range.start = {line, 1, static_cast<std::uint32_t>(open.bytes.size()), 1, 1};
    finding.place.range.end = finding.place.range.start;
    for (int i = 0; i < 10; ++i) open.bytes += "It is a sentence of a text that is a long one, one of many like it. ";
    open.bytes += '\n';
  }
  const Client client;
  const auto start = std::chrono::steady_clock::now();
  const Json list = code_actions(open, text, {{0, 0}, {1000, 0}}, {}, {client, "/", ""});
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  EXPECT_EQ(list.size(), 1000U);
}

}  // namespace
}  // namespace candor
