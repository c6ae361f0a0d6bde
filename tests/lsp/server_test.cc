#include "lint/lsp/server.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/lsp/session.h"

namespace candor {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kPoor =
    "I failed Step 1 in 2019. Mistakes were made, and I had no choice but to retake it.\n";
constexpr std::string_view kCurly = "It\u2019s so.\n";  // eras-text/quotes, and nothing else

int code_of(const Json& response) { return response["error"]["code"]; }

// Lifecycle

TEST(ServerTest, ARequestBeforeInitializeIsRefused) {
  Session session;
  EXPECT_EQ(code_of(session.request("textDocument/hover")), -32002);
  session.open("a.md", kPoor);
  EXPECT_THAT(session.all("textDocument/publishDiagnostics"), IsEmpty()) << "notifications before it are dropped";
}

TEST(ServerTest, InitializeComesOnce) {
  Session session;
  EXPECT_TRUE(session.initialize().contains("result"));
  EXPECT_EQ(code_of(session.request("initialize", {{"capabilities", Json::object()}})), -32600);
}

TEST(ServerTest, AfterShutdownOnlyExitIsTaken) {
  Session session;
  session.initialize();
  EXPECT_TRUE(session.request("shutdown")["result"].is_null());
  EXPECT_EQ(code_of(session.request("textDocument/hover")), -32600);
  EXPECT_EQ(code_of(session.request("shutdown")), -32600);
  session.notify("exit", nullptr);
  EXPECT_EQ(session.server().exit_status(), 0);
}

TEST(ServerTest, ExitWithoutShutdownIsAFailure) {
  Session session;
  session.notify("exit", nullptr);
  EXPECT_EQ(session.server().exit_status(), 1);
}

TEST(ServerTest, AnUnknownMethodIsRefusedAndAnUnknownNotificationIsNot) {
  Session session;
  session.initialize();
  EXPECT_EQ(code_of(session.request("textDocument/rename", Json::object())), -32601);
  EXPECT_EQ(code_of(session.request("$/whatever")), -32601);
  session.sent.clear();
  session.notify("$/setTrace", {{"value", "verbose"}});
  session.notify("textDocument/whatever", Json::object());
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST(ServerTest, WhatIsNoMessageIsAnsweredAndTheSessionGoesOn) {
  Session session;
  session.initialize();
  session.sent.clear();
  session.server().receive("{not json");
  session.server().receive("[1,2]");
  session.server().receive("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"shutdown\"}");
  session.server().receive("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}");
  session.server().receive("\"\xFF\"");
  session.server().receive_malformed("a message without Content-Length");
  session.settle();
  std::vector<int> codes;
  for (const Json& message : session.sent) codes.push_back(code_of(message));
  EXPECT_THAT(codes, testing::UnorderedElementsAre(-32700, -32600, -32600, -32600, -32700, -32700));
  EXPECT_EQ(code_of(session.request("x")), -32601);
}

TEST(ServerTest, DeeplyNestedMessagesDoNoHarm) {
  Session session;
  session.initialize();
  session.server().receive("{\"id\":1,\"method\":\"x\",\"params\":" + std::string(200'000, '[') +
                           std::string(200'000, ']') + "}");
  session.settle();
  EXPECT_EQ(code_of(session.sent.back()), -32601);
}

TEST(ServerTest, ParamsOfTheWrongShapeAreRefused) {
  Session session;
  session.initialize();
  session.open("a.md", kPoor);
  const std::string uri = session.uri("a.md");
  for (const Json& params :
       {Json(), Json(7), Json::object(), Json{{"textDocument", 1}}, Json{{"textDocument", {{"uri", 7}}}},
        Json{{"textDocument", {{"uri", "file:///nowhere.md"}}}}, Json{{"textDocument", {{"uri", uri}}}},
        Json{{"textDocument", {{"uri", uri}}}, {"position", {{"line", -1}, {"character", 0}}}},
        Json{{"textDocument", {{"uri", uri}}}, {"position", {{"line", 1.5}, {"character", 0}}}},
        Json{{"textDocument", {{"uri", uri}}}, {"position", {{"line", "1"}}}}})
    EXPECT_EQ(code_of(session.request("textDocument/hover", params)), -32602) << params;
}

TEST(ServerTest, ACancelledRequestIsAnsweredWithoutBeingDone) {
  Session session;
  session.initialize();
  session.open("a.md", kPoor);
  session.sent.clear();
  for (const Json& id : {Json(71), Json("seventy-two"), Json(73)}) {
    Json request = notification("textDocument/documentSymbol", {{"textDocument", {{"uri", session.uri("a.md")}}}});
    request["id"] = id;
    session.server().receive(request.dump());
  }
  session.server().receive(notification("$/cancelRequest", {{"id", "seventy-two"}}).dump());
  session.server().receive(notification("$/cancelRequest", {{"id", 99}}).dump());
  session.settle();
  ASSERT_EQ(session.sent.size(), 3U);
  EXPECT_EQ(session.sent[0]["id"], "seventy-two");
  EXPECT_EQ(code_of(session.sent[0]), -32800);
  EXPECT_TRUE(session.sent[1].contains("result"));
  EXPECT_TRUE(session.sent[2].contains("result"));
}

TEST(ServerTest, TheEncodingIsAgreedOn) {
  const auto agreed = [](const Json& offered) {
    Session session;
    const Json general = offered.is_null() ? Json::object() : Json{{"positionEncodings", offered}};
    return session.initialize({{"general", general}})["result"]["capabilities"]["positionEncoding"].get<std::string>();
  };
  EXPECT_EQ(agreed(Json::array({"utf-16", "utf-8"})), "utf-8");
  EXPECT_EQ(agreed(Json::array({"utf-32"})), "utf-32");
  EXPECT_EQ(agreed(nullptr), "utf-16");
}

// Pushed diagnostics

TEST(ServerTest, AnOpenedTextIsLintedUnderItsVersion) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  const Json pushed = session.pushed("a.md");
  EXPECT_EQ(pushed["version"], 1);
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"});
  const Json& found = pushed["diagnostics"][0];
  EXPECT_EQ(found["source"], "candor");
  EXPECT_EQ(found["range"], Json::parse(R"({"start":{"line":0,"character":2},"end":{"line":0,"character":3}})"));
  EXPECT_EQ(found["data"]["fingerprint"].get<std::string>().size(), 16U);
}

TEST(ServerTest, AnEditIsLintedUnderItsVersion) {
  Session session;
  session.initialize();
  session.open("a.md", "It is so.\n");
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
  session.change(
      "a.md", 5,
      Json::parse(R"([{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":4}},"text":"\u2019s"}])"));
  EXPECT_EQ(session.pushed("a.md")["version"], 5);
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"});
  session.change("a.md", 6, Json::parse(R"([{"text":"It is so.\n"}])"));
  EXPECT_EQ(session.pushed("a.md")["version"], 6);
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
}

TEST(ServerTest, OfABurstOfEditsTheLastIsLinted) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  session.sent.clear();
  for (int version = 2; version <= 20; ++version) {
    session.server().receive(
        notification("textDocument/didChange", {{"textDocument", {{"uri", session.uri("a.md")}, {"version", version}}},
                                                {"contentChanges", Json::array({{{"text", "It is so.\n"}}})}})
            .dump());
  }
  session.settle();
  ASSERT_EQ(session.sent.size(), 1U);
  EXPECT_EQ(session.pushed("a.md")["version"], 20);
}

TEST(ServerTest, AClosedTextIsClearedAndMayBeClosedTwice) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  session.close("a.md");
  EXPECT_EQ(session.pushed("a.md")["diagnostics"], Json::array());
  session.sent.clear();
  session.close("a.md");
  ASSERT_EQ(session.sent.size(), 1U);
  EXPECT_THAT(session.all("window/logMessage").at(0)["message"].get<std::string>(), HasSubstr("was not open"));
  session.open("a.md", kCurly);
  EXPECT_EQ(session.codes("a.md").size(), 1U);
}

TEST(ServerTest, AnEditOutOfRangeIsMadeAtTheEdgeAndLogged) {
  Session session;
  session.initialize();
  session.open("a.md", "It is so.\n");
  session.change(
      "a.md", 2,
      Json::parse(
          R"([{"range":{"start":{"line":90,"character":0},"end":{"line":95,"character":1}},"text":"It\u2019s."}])"));
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"});
  EXPECT_EQ(session.pushed("a.md")["diagnostics"][0]["range"]["start"]["line"], 1);
  EXPECT_THAT(session.all("window/logMessage").at(0)["message"].get<std::string>(), HasSubstr("beyond the last line"));
}

TEST(ServerTest, AnEditThatMakesNoSenseIsRefusedAndLogged) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  session.sent.clear();
  for (const char* change :
       {R"([{"range":{"start":{"line":-1,"character":0},"end":{"line":0,"character":0}},"text":"x"}])",
        R"([{"range":{},"text":"x"}])", R"([{"text":7}])", R"([{}])", R"("x")"})
    session.change("a.md", 2, Json::parse(change));
  session.change("b.md", 2, Json::parse(R"([{"text":"x"}])"));
  EXPECT_EQ(session.all("window/logMessage").size(), 6U);
  EXPECT_THAT(session.all("textDocument/publishDiagnostics"), IsEmpty());
  session.change(
      "a.md", 3,
      Json::parse(R"([{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"text":"So. "}])"));
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"}) << "the text is as it was before them";
}

TEST(ServerTest, AnEmptyTextIsNoTrouble) {
  Session session;
  session.initialize();
  session.open("a.md", "");
  EXPECT_EQ(session.pushed("a.md")["diagnostics"], Json::array());
}

TEST(ServerTest, AFailureWhileLintingIsLoggedAndTheSessionGoesOn) {
  bool fails = true;
  Session session([&] { return fails ? throw std::runtime_error("no clock") : kToday; });
  session.initialize();
  session.open("a.md", kCurly);
  EXPECT_EQ(session.all("window/logMessage").at(0)["message"], "the texts could not be linted: no clock");
  fails = false;
  session.change("a.md", 2, Json::array({{{"text", kCurly}}}));
  EXPECT_EQ(session.pushed("a.md")["version"], 2);
  EXPECT_THAT(session.codes("a.md"), Contains("eras-text/quotes"));
}

TEST(ServerTest, ATextThatCannotBeReadSaysWhere) {
  Session session;
  session.initialize();
  session.open("a.md", std::string_view("One.\nT\0wo.\n", 11));
  const Json found = session.pushed("a.md")["diagnostics"];
  ASSERT_EQ(found.size(), 1U);
  EXPECT_THAT(found[0]["message"].get<std::string>(), HasSubstr("NUL"));
  EXPECT_EQ(found[0]["range"]["start"], Json::parse(R"({"line":1,"character":1})"));
}

TEST(ServerTest, ATextWithoutAFileStandsAlone) {
  Session session;
  session.initialize();
  session.notify("textDocument/didOpen",
                 {{"textDocument",
                   {{"uri", "untitled:Untitled-1"}, {"languageId", "markdown"}, {"version", 3}, {"text", kCurly}}}});
  const Json pushed = session.all("textDocument/publishDiagnostics").at(0);
  EXPECT_EQ(pushed["uri"], "untitled:Untitled-1");
  EXPECT_EQ(Session::codes_of(pushed["diagnostics"]), std::vector<std::string>{"eras-text/quotes"});
}

TEST(ServerTest, WhatIsNoTextIsLeftAlone) {
  Session session;
  session.initialize();
  session.open("candor.toml", "select = 3\n", "toml");
  session.change("candor.toml", 2, Json::parse(R"([{"text":"x"}])"));
  session.close("candor.toml");
  EXPECT_THAT(session.sent, testing::SizeIs(1)) << "but for the answer to initialize";
}

// One application, several texts

constexpr std::string_view kStatement =
    "I worked as a research assistant at Harbor Clinic from March 2019 to June 2020.\n";
constexpr std::string_view kExperience = "# Experience\n\nResearch assistant, Harbor Clinic, March 2019 - June 2020\n";
constexpr std::string_view kOtherExperience =
    "# Experience\n\nResearch assistant, Harbor Clinic, March 2018 - June 2020\n";

TEST(ServerTest, ADateChangedInOneTextUpdatesTheOthers) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\"]\n");
  session.initialize();
  session.open("personal-statement.md", kStatement);
  session.open("experience.md", kExperience);
  EXPECT_THAT(session.codes("personal-statement.md"), IsEmpty());
  EXPECT_THAT(session.codes("experience.md"), IsEmpty());
  session.sent.clear();
  session.change("experience.md", 2, Json::array({{{"text", kOtherExperience}}}));
  const Json statement = session.pushed("personal-statement.md");
  ASSERT_EQ(Session::codes_of(statement["diagnostics"]), std::vector<std::string>{"dates/contradiction"});
  EXPECT_EQ(statement["version"], 1);
  const Json& related = statement["diagnostics"][0]["relatedInformation"];
  ASSERT_FALSE(related.empty());
  EXPECT_EQ(related[0]["location"]["uri"], session.uri("experience.md"));
  EXPECT_EQ(related[0]["location"]["range"]["start"]["line"], 2);
  session.change("experience.md", 3, Json::array({{{"text", kExperience}}}));
  EXPECT_THAT(session.codes("personal-statement.md"), IsEmpty());
}

TEST(ServerTest, AContradictionIsShownInEveryTextThatItTouches) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\"]\n");
  session.folder.write("personal-statement.md", kStatement);
  session.initialize();
  session.open("experience.md", kOtherExperience);
  const Json alone = session.pushed("experience.md")["diagnostics"];
  ASSERT_EQ(Session::codes_of(alone), std::vector<std::string>{"dates/contradiction"});
  EXPECT_EQ(alone[0]["range"]["start"]["line"], 2);
  EXPECT_EQ(alone[0]["relatedInformation"][0]["location"]["uri"], session.uri("personal-statement.md"));
  session.open("personal-statement.md", kStatement);
  EXPECT_THAT(session.codes("personal-statement.md"), ElementsAre("dates/contradiction"));
  EXPECT_EQ(session.pushed("experience.md")["diagnostics"], alone) << "whatever else is open";
}

TEST(ServerTest, ATextOnDiskTakesPartUntilItIsOpenAndAgainWhenItIsClosed) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\"]\n");
  session.folder.write("experience.md", kOtherExperience);
  session.initialize();
  session.open("personal-statement.md", kStatement);
  EXPECT_THAT(session.codes("personal-statement.md"), ElementsAre("dates/contradiction"));
  EXPECT_TRUE(session.pushed("experience.md").is_null()) << "only open texts are reported";
  session.open("experience.md", kExperience);
  EXPECT_THAT(session.codes("personal-statement.md"), IsEmpty());
  session.close("experience.md");
  EXPECT_THAT(session.codes("personal-statement.md"), ElementsAre("dates/contradiction"));
}

TEST(ServerTest, AChangedFileUpdatesTheTextsThatAreOpen) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\"]\n");
  session.folder.write("experience.md", kExperience);
  session.initialize();
  session.open("personal-statement.md", kStatement);
  EXPECT_THAT(session.codes("personal-statement.md"), IsEmpty());
  session.folder.write("experience.md", kOtherExperience);
  session.notify("workspace/didChangeWatchedFiles",
                 {{"changes", Json::array({{{"uri", session.uri("experience.md")}, {"type", 2}}})}});
  EXPECT_THAT(session.codes("personal-statement.md"), ElementsAre("dates/contradiction"));
}

// Settings

TEST(ServerTest, SettingsChangeOnTheFly) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  EXPECT_EQ(session.codes("a.md").size(), 1U);
  session.folder.write("candor.toml", "ignore = [\"eras-text\"]\n");
  session.notify("workspace/didChangeWatchedFiles",
                 {{"changes", Json::array({{{"uri", session.uri("candor.toml")}, {"type", 1}}})}});
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
}

TEST(ServerTest, TheEditorsOwnSettingsOverride) {
  Session session;
  session.initialize(Json::object(), {{"ignore", Json::array({"eras-text"})}});
  session.open("a.md", kCurly);
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
  session.notify("workspace/didChangeConfiguration", {{"settings", {{"candor", Json::object()}}}});
  EXPECT_EQ(session.codes("a.md").size(), 1U);
  session.notify("workspace/didChangeConfiguration",
                 {{"settings", {{"candor", {{"select", Json::array({"dates"})}, {"nonsense", 1}, {"as-of", "x"}}}}}});
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
  EXPECT_EQ(session.all("window/showMessage").size(), 2U) << "for the two that it does not understand";
}

TEST(ServerTest, AWrongNameInTheEditorsSettingsIsToldOfThese) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\", \"eras-text\"]\nignore = [\"dates\"]\n");
  session.initialize(Json::object(),
                     {{"select", Json::array({"eras-text", "eras-txt"})}, {"ignore", Json::array({"datse"})}});
  session.open("a.md", kCurly);
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"});
  EXPECT_TRUE(session.pushed("candor.toml").is_null()) << "it is as it should be";
  std::vector<std::string> shown;
  for (const Json& message : session.all("window/showMessage")) shown.push_back(message["message"]);
  EXPECT_THAT(shown, ElementsAre(HasSubstr("candor.ignore: unknown category \"datse\""),
                                 HasSubstr("candor.select: unknown category \"eras-txt\"")));
}

TEST(ServerTest, AClientThatAnswersForItsSettingsIsAsked) {
  Session session;
  session.initialize({{"workspace", {{"configuration", true}}}});
  session.open("a.md", kCurly);
  session.sent.clear();
  session.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  ASSERT_EQ(session.all("workspace/configuration").size(), 1U);
  session.send({{"jsonrpc", "2.0"},
                {"id", session.sent.at(0)["id"]},
                {"result", Json::array({{{"ignore", Json::array({"all"})}}})}});
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
}

TEST(ServerTest, AClientThatWatchesFilesIsToldWhich) {
  Session session;
  session.initialize({{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}}});
  ASSERT_EQ(session.all("client/registerCapability").size(), 1U);
  EXPECT_THAT(session.all("client/registerCapability")[0].dump(), HasSubstr("**/*.toml"));
}

TEST(ServerTest, BrokenSettingsAreToldOnceAtTheirPlaceAndTheRestHolds) {
  Session session;
  session.folder.write("candor.toml", "fail-on = \"warning\"\ngap-months = \"three\"\n");
  session.initialize();
  session.open("a.md", kCurly);
  session.change("a.md", 2, Json::array({{{"text", kCurly}}}));
  EXPECT_EQ(session.codes("a.md").size(), 1U);
  ASSERT_EQ(session.all("window/showMessage").size(), 1U);
  EXPECT_THAT(session.all("window/showMessage")[0]["message"].get<std::string>(), HasSubstr("candor.toml:2:"));
  const Json found = session.pushed("candor.toml")["diagnostics"];
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0]["range"]["start"]["line"], 1);
  EXPECT_EQ(found[0]["severity"], 1);

  session.folder.write("candor.toml", "gap-months = 3\n");
  session.notify("workspace/didChangeWatchedFiles", Json::object());
  EXPECT_EQ(session.pushed("candor.toml")["diagnostics"], Json::array());
  EXPECT_EQ(session.all("window/showMessage").size(), 1U);
}

TEST(ServerTest, SettingsThatAreNoTomlLeaveTheDefaults) {
  Session session;
  session.folder.write("candor.toml", "= = =\n\xFF");
  session.initialize();
  session.open("a.md", kCurly);
  EXPECT_EQ(session.codes("a.md"), std::vector<std::string>{"eras-text/quotes"});
  EXPECT_EQ(session.pushed("candor.toml")["diagnostics"].size(), 1U);
}

TEST(ServerTest, ARulePackIsReadAgainWhenItChanges) {
  Session session;
  const auto pack = [](std::string_view word) {
    return "[[rule]]\nid = \"house/word\"\nmessage = \"a word\"\npatterns = [\"" + std::string(word) +
           "\"]\nbad = [\"A " + std::string(word) + ".\"]\ngood = [\"A thing.\"]\n";
  };
  session.folder.write("house.toml", pack("cat"));
  session.folder.write("candor.toml", "rules = [\"house.toml\"]\nselect = [\"house\"]\n");
  session.initialize();
  session.open("a.md", "A horse saw a cat.\n");
  ASSERT_THAT(session.codes("a.md"), ElementsAre("house/word"));
  EXPECT_EQ(session.pushed("a.md")["diagnostics"][0]["range"]["start"]["character"], 14);
  EXPECT_EQ(session.pushed("a.md")["diagnostics"][0]["codeDescription"]["href"], session.uri("house.toml") + "#L1");
  session.folder.write("house.toml", pack("horse"));
  session.notify("workspace/didChangeWatchedFiles", Json::object());
  ASSERT_THAT(session.codes("a.md"), ElementsAre("house/word"));
  EXPECT_EQ(session.pushed("a.md")["diagnostics"][0]["range"]["start"]["character"], 2);
  session.folder.write("house.toml", "[[rule]]\nid = 7\n");
  session.notify("workspace/didChangeWatchedFiles", Json::object());
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
  EXPECT_THAT(session.pushed("house.toml")["diagnostics"], Not(IsEmpty()));
}

TEST(ServerTest, WhatSettingsExcludeIsSilent) {
  Session session;
  session.folder.write("candor.toml", "exclude = [\"drafts/\"]\n");
  session.initialize();
  session.open("drafts/a.md", kCurly);
  EXPECT_EQ(session.pushed("drafts/a.md")["diagnostics"], Json::array());
  EXPECT_TRUE(session
                  .request("textDocument/hover", {{"textDocument", {{"uri", session.uri("drafts/a.md")}}},
                                                  {"position", {{"line", 0}, {"character", 2}}}})["result"]
                  .is_null());
}

// Pulled diagnostics

const Json kPulls = {{"textDocument", {{"diagnostic", Json::object()}}},
                     {"workspace", {{"diagnostics", {{"refreshSupport", true}}}}}};

TEST(ServerTest, AClientThatPullsIsNotPushed) {
  Session session;
  session.initialize(kPulls);
  session.open("a.md", kCurly);
  EXPECT_THAT(session.all("textDocument/publishDiagnostics"), IsEmpty());
  const Json asked = {{"textDocument", {{"uri", session.uri("a.md")}}}};
  const Json full = session.request("textDocument/diagnostic", asked)["result"];
  EXPECT_EQ(full["kind"], "full");
  EXPECT_EQ(Session::codes_of(full["items"]), std::vector<std::string>{"eras-text/quotes"});
  Json again = asked;
  again["previousResultId"] = full["resultId"];
  const Json unchanged = session.request("textDocument/diagnostic", again)["result"];
  EXPECT_EQ(unchanged, (Json{{"kind", "unchanged"}, {"resultId", full["resultId"]}}));
  session.change("a.md", 2, Json::parse(R"([{"text":"It is so.\n"}])"));
  EXPECT_EQ(session.request("textDocument/diagnostic", again)["result"]["items"], Json::array());
}

TEST(ServerTest, AClientThatPullsIsToldWhenSettingsChange) {
  Session session;
  session.initialize(kPulls);
  session.open("a.md", kCurly);
  session.folder.write("candor.toml", "ignore = [\"all\"]\n");
  session.notify("workspace/didChangeWatchedFiles", Json::object());
  EXPECT_EQ(session.all("workspace/diagnostic/refresh").size(), 1U);
  const Json asked = {{"textDocument", {{"uri", session.uri("a.md")}}}};
  EXPECT_EQ(session.request("textDocument/diagnostic", asked)["result"]["items"], Json::array());
}

TEST(ServerTest, TheWorkspaceIsReportedWithWhatIsOpenInPlaceOfFiles) {
  Session session;
  session.folder.write("candor.toml", "applications = [\"people/*\"]\nselect = [\"dates\", \"eras-text\"]\n");
  session.folder.write("people/a/personal-statement.md", kStatement);
  session.folder.write("people/a/experience.md", kExperience);
  session.folder.write("people/b/ps.md", kCurly);
  session.initialize(kPulls);
  session.open("people/a/experience.md", kOtherExperience);
  const Json report = session.request("workspace/diagnostic", {{"previousResultIds", Json::array()}})["result"];
  std::vector<std::string> lines;
  Json known = Json::array();
  for (const Json& item : report["items"]) {
    for (const std::string& code : Session::codes_of(item["items"]))
      lines.push_back(item["uri"].get<std::string>().substr(session.uri("").size()) + " " + item["version"].dump() +
                      " " + code);
    known.push_back({{"uri", item["uri"]}, {"value", item["resultId"]}});
  }
  EXPECT_THAT(lines, Contains("people/a/personal-statement.md null dates/contradiction"));
  EXPECT_THAT(lines, Contains("people/b/ps.md null eras-text/quotes"));
  EXPECT_EQ(report["items"].size(), 3U);
  const Json again = session.request("workspace/diagnostic", {{"previousResultIds", known}})["result"];
  for (const Json& item : again["items"]) EXPECT_EQ(item["kind"], "unchanged") << item;
}

// Questions about a text

TEST(ServerTest, HoverExplainsTheRule) {
  Session session;
  session.initialize({{"textDocument", {{"hover", {{"contentFormat", Json::array({"markdown"})}}}}}});
  session.open("a.md", kCurly);
  const auto hover = [&](int character) {
    return session.request("textDocument/hover", {{"textDocument", {{"uri", session.uri("a.md")}}},
                                                  {"position", {{"line", 0}, {"character", character}}}})["result"];
  };
  const Json found = hover(2);
  EXPECT_EQ(found["contents"]["kind"], "markdown");
  EXPECT_THAT(found["contents"]["value"].get<std::string>(), HasSubstr("Why a reader minds"));
  EXPECT_EQ(found["range"]["start"]["character"], 2);
  EXPECT_TRUE(hover(7).is_null());
}

// Code actions

const Json kTakesActions = {{"textDocument", {{"codeAction", {{"codeActionLiteralSupport", Json::object()}}}}},
                            {"workspace", {{"workspaceEdit", {{"documentChanges", true}}}}}};

Json actions(Session& session, std::string_view name, Json only = nullptr) {
  Json context = {{"diagnostics", Json::array()}};
  if (!only.is_null()) context["only"] = std::move(only);
  return session.request(
      "textDocument/codeAction",
      {{"textDocument", {{"uri", session.uri(name)}}},
       {"range", {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 0}, {"character", 90}}}}},
       {"context", std::move(context)}})["result"];
}

Json titled(const Json& list, std::string_view word) {
  for (const Json& action : list) {
    if (action["title"].get<std::string>().find(word) != std::string::npos) return action;
  }
  return nullptr;
}

// The text after the edits of an action.
std::string edited(std::string bytes, const Json& action) {
  const Json edits = action["edit"]["documentChanges"][0]["edits"];
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
    (void)apply({range_from((*edit)["range"]), (*edit)["newText"]}, PositionEncoding::utf16, bytes);
  return bytes;
}

TEST(ServerTest, ASafeFixIsOfferedAndMends) {
  Session session;
  session.initialize(kTakesActions);
  session.open("a.md", kCurly);
  const Json list = actions(session, "a.md");
  ASSERT_FALSE(list.empty());
  EXPECT_EQ(list[0]["isPreferred"], true);
  EXPECT_EQ(list[0]["diagnostics"][0]["code"], "eras-text/quotes");
  EXPECT_EQ(list[0]["edit"]["documentChanges"][0]["textDocument"]["version"], 1);
  EXPECT_EQ(edited(std::string(kCurly), list[0]), "It's so.\n");
}

TEST(ServerTest, BlanksAreTakenOutWhereAClientCountsUtf16) {
  constexpr std::string_view kText = "It  was \U0001F64F  caf\u00E9  work. \nAnd  more.\n";
  Session session;
  session.initialize(kTakesActions);
  session.open("a.md", kText);
  const Json action = titled(actions(session, "a.md"), "take out the blanks");
  ASSERT_FALSE(action.is_null());
  const Json edits = action["edit"]["documentChanges"][0]["edits"];
  ASSERT_EQ(edits.size(), 5U);
  EXPECT_EQ(edits[2]["range"], Json::parse(R"({"start":{"line":0,"character":16},"end":{"line":0,"character":18}})"));
  EXPECT_EQ(edited(std::string(kText), action), "It was \U0001F64F caf\u00E9 work.\nAnd more.\n");
}

TEST(ServerTest, AllSafeFixesAreOneAction) {
  Session session;
  session.initialize(kTakesActions);
  session.open("a.md", "It\u2019s so, isn\u2019t it?\n");
  const Json list = actions(session, "a.md", Json::array({"source.fixAll"}));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0]["kind"], "source.fixAll.candor");
  EXPECT_EQ(edited("It\u2019s so, isn\u2019t it?\n", list[0]), "It's so, isn't it?\n");
  for (const Json& action : actions(session, "a.md", Json::array({"quickfix"}))) EXPECT_EQ(action["kind"], "quickfix");
}

TEST(ServerTest, AllSafeFixesHoldThoseThatStandBetweenTheEditsOfAnother) {
  constexpr std::string_view kText = "It\u2019s  so.\n\nIsn\u2019t it\u2026\n\nIt  is.\n";
  Session session;
  session.initialize(kTakesActions);
  session.open("a.md", kText);
  const Json list = actions(session, "a.md", Json::array({"source.fixAll"}));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(edited(std::string(kText), list[0]), "It's so.\n\nIsn't it...\n\nIt is.\n");
}

TEST(ServerTest, AFindingCanBeLetStandInTheText) {
  Session session;
  session.initialize(kTakesActions);
  session.open("a.md", kPoor);
  const std::string code = session.codes("a.md").at(0);
  const Json ignore = titled(actions(session, "a.md"), "stand here");
  ASSERT_FALSE(ignore.is_null());
  const std::string text = edited(std::string(kPoor), ignore);
  EXPECT_THAT(text, HasSubstr("<!-- candor: ignore["));
  session.change("a.md", 2, Json::array({{{"text", text}}}));
  EXPECT_THAT(session.codes("a.md"), Not(Contains(code)));
}

TEST(ServerTest, AFindingCanBeLetStandInTheBaseline) {
  Session session;
  session.folder.write("candor.toml", "select = [\"eras-text\"]\n");
  session.initialize(kTakesActions);
  session.open("a.md", kCurly);
  const Json action = titled(actions(session, "a.md"), "candor.baseline.toml");
  ASSERT_FALSE(action.is_null());
  const Json done = session.request("workspace/executeCommand", action["command"]);
  EXPECT_TRUE(done.contains("result")) << done.dump();
  EXPECT_THAT(session.codes("a.md"), IsEmpty());
  session.change("a.md", 2, Json::array({{{"text", "New. It\u2019s so.\n"}}}));
  EXPECT_THAT(session.codes("a.md"), IsEmpty()) << "it stands wherever the sentence stands";
  EXPECT_EQ(code_of(session.request("workspace/executeCommand", action["command"])), -32602) << "it is no longer there";
  EXPECT_EQ(code_of(session.request("workspace/executeCommand", {{"command", "x"}, {"arguments", Json::array()}})),
            -32602);
}

TEST(ServerTest, WhatIsLetStandFromOneTextStandsInTheOthers) {
  Session session;
  session.folder.write("candor.toml", "select = [\"dates\"]\n");
  session.initialize(kTakesActions);
  session.open("personal-statement.md", kStatement);
  session.open("experience.md", kOtherExperience.substr(kOtherExperience.find("Research")));
  const Json action = titled(actions(session, "experience.md"), "candor.baseline.toml");
  ASSERT_FALSE(action.is_null());
  EXPECT_TRUE(session.request("workspace/executeCommand", action["command"]).contains("result"));
  EXPECT_THAT(session.codes("experience.md"), IsEmpty());
  EXPECT_THAT(session.codes("personal-statement.md"), IsEmpty());
}

TEST(ServerTest, ABrokenBaselineIsToldAndNeverWrittenOver) {
  Session session;
  session.folder.write("candor.toml", "select = [\"eras-text\"]\n");
  const std::string path = session.folder.write("candor.baseline.toml", "[[finding]]\nfile = 7\n");
  session.initialize(kTakesActions);
  session.open("a.md", kCurly);
  EXPECT_THAT(session.pushed("candor.baseline.toml")["diagnostics"], Not(IsEmpty()));
  const Json action = titled(actions(session, "a.md"), "candor.baseline.toml");
  EXPECT_EQ(code_of(session.request("workspace/executeCommand", action["command"])), -32603);
  std::ifstream file(path);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "[[finding]]\nfile = 7\n");
}

TEST(ServerTest, AClientThatTakesNoActionsIsOfferedNone) {
  Session session;
  session.initialize();
  session.open("a.md", kCurly);
  EXPECT_EQ(actions(session, "a.md"), Json::array());
}

// Symbols

TEST(ServerTest, SymbolsAreSectionsAndPassagesWithTheirLayers) {
  Session session;
  session.initialize({{"textDocument", {{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}});
  session.open(
      "ps.md",
      "# Personal statement\n\nI failed Step 1 in June 2019 because I misjudged how long I needed. I then built a "
      "schedule of twelve weeks with one question block a day, and I passed in 2020.\n\n# Education\n\nA school.\n");
  const Json symbols =
      session.request("textDocument/documentSymbol", {{"textDocument", {{"uri", session.uri("ps.md")}}}})["result"];
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[0]["name"], "Personal statement");
  EXPECT_EQ(symbols[1]["detail"], "education");
  ASSERT_EQ(symbols[0]["children"].size(), 1U);
  EXPECT_EQ(symbols[0]["children"][0]["name"], "passage: exam-failure");
  EXPECT_THAT(symbols[0]["children"][0]["detail"].get<std::string>(), HasSubstr("context"));
  EXPECT_EQ(symbols[0]["children"][0]["range"]["start"]["line"], 2);
}

TEST(ServerTest, AClientWithoutTreesGetsAListOfSymbols) {
  Session session;
  session.initialize();
  session.open("ps.md", "# Education\n\nA school.\n");
  const Json symbols =
      session.request("textDocument/documentSymbol", {{"textDocument", {{"uri", session.uri("ps.md")}}}})["result"];
  ASSERT_EQ(symbols.size(), 1U);
  EXPECT_EQ(symbols[0]["location"]["uri"], session.uri("ps.md"));
}

}  // namespace
}  // namespace candor
