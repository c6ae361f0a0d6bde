// Whatever is typed, the diagnostics are those of a fresh check of the same text.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/engine/run.h"
#include "lint/lsp/diagnostics.h"
#include "tests/lsp/session.h"

namespace candor {
namespace {

constexpr std::string_view kExperience =
    "# Experience\n\nResearch assistant, Harbor Clinic, March 2019 - June 2020\n\nClerk, Bay Bank, July 2020 - May "
    "2021\n";

// What people type, paste and take out: words that rules look for, dates of the other text, and characters of every
// length in bytes.
constexpr std::string_view kPieces[] = {
    "a",
    " ",
    ".",
    "\n",
    "\n\n",
    ". I ",
    ", ",
    "\u00e9",
    "\u2019",
    "\u2014",
    "\u20ac",
    "\U0001F642",
    "\U0001F469\u200D\u2695\uFE0F",
    "e\u0301",
    "\r\n",
    "# Education\n",
    "- item\n",
    "\"",
    "<!-- ",
    " -->",
    "I failed Step 1 in June 2019. ",
    "Mistakes were made. ",
    "I had no choice but to wait. ",
    "The exam was unfair. ",
    "I worked as a research assistant at Harbor Clinic from March 2018 to June 2020. ",
    "2019",
    "2021",
    "May ",
    "I misjudged the time I needed and built a schedule of twelve weeks. ",
    "I was depressed. ",
    "  "};

class Editing : public testing::TestWithParam<PositionEncoding> {
 protected:
  // A place in the text as the client counts it, counted here anew.
  ClientPosition place(std::size_t offset) const {
    ClientPosition at;
    std::size_t start = 0;
    for (std::size_t i = 0; i < offset; ++i) {
      const bool ends = text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'));
      if (ends) ++at.line, start = i + 1;
    }
    std::string_view before = std::string_view(text_).substr(start, offset - start);
    while (before.ends_with('\r')) before.remove_suffix(1);  // no place lies between CR and LF
    at.character = units_of(before, GetParam());
    return at;
  }

  // A random offset at a code point, never between CR and LF.
  std::size_t somewhere() {
    std::size_t at = random_() % (text_.size() + 1);
    while (at < text_.size() && (text_[at] & 0xC0) == 0x80) ++at;
    if (at > 0 && at < text_.size() && text_[at - 1] == '\r' && text_[at] == '\n') ++at;
    return at;
  }

  // One random edit, made here and as a change for the server.
  Json edit() {
    std::size_t begin = somewhere();
    std::size_t end = random_() % 3 == 0 ? somewhere() : begin;
    if (begin > end) std::swap(begin, end);
    if (end - begin > 200 && text_.size() < 2000) end = begin;
    const std::string piece(random_() % 4 == 0 ? "" : kPieces[random_() % std::size(kPieces)]);
    const Json change = {{"range", to_json(ClientRange{place(begin), place(end)})}, {"text", piece}};
    text_.replace(begin, end - begin, piece);
    return change;
  }

  // What a program that has just been started says of the text.
  Json checked_anew(const Session& session, const Client& client) const {
    if (text_.empty()) return Json::array();
    ApplicationRequest request;
    request.working_directory = session.folder.path();
    request.held = {"personal-statement.md"};
    RunOptions options;
    options.today = kToday;
    options.jobs = 1;
    options.held[session.folder.path("personal-statement.md")] = text_;
    const Report report = run_check(find_applications(request), options);
    LintedText linted;
    linted.findings = report.findings;
    linted.problems = report.problems;
    return diagnostics(linted, text_, {client, session.folder.path(), {}});
  }

  std::mt19937 random_{20'26};
  std::string text_;
};

TEST_P(Editing, DiagnosticsAreThoseOfAFreshCheck) {
  Session session;
  session.folder.write("candor.toml", "ignore = [\"length/field\"]\n");
  session.folder.write("experience.md", kExperience);
  session.initialize({{"general", {{"positionEncodings", Json::array({std::string(to_string(GetParam()))})}}}});
  Client client;
  client.encoding = GetParam();
  text_ = "I worked at Harbor Clinic. \U0001F642\n";
  session.open("personal-statement.md", text_);
  std::size_t with_findings = 0;
  for (int version = 2; version < 336; ++version) {
    session.sent.clear();
    const Json change = edit();
    session.change("personal-statement.md", version, Json::array({change}));
    const Json pushed = session.pushed("personal-statement.md");
    ASSERT_EQ(pushed["version"], version);
    ASSERT_EQ(pushed["diagnostics"].dump(), checked_anew(session, client).dump()) << change << "\n" << text_;
    if (!pushed["diagnostics"].empty()) ++with_findings;
  }
  EXPECT_GT(with_findings, 200U) << "edits that leave nothing to find prove nothing";
}

INSTANTIATE_TEST_SUITE_P(InEveryEncoding, Editing,
                         testing::Values(PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32),
                         [](const auto& test) { return std::string(to_string(test.param)).replace(3, 1, ""); });

}  // namespace
}  // namespace candor
