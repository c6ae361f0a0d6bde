#include "lint/rule/pack.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/rule/shipped.h"
#include "tests/support/rules.h"

namespace candor {
namespace {

using Lines = std::vector<std::string>;

// A whole rule; `more` goes into it.
std::string rule(std::string_view more = "", std::string_view id = "house/late") {
  return "[[rule]]\nid = \"" + std::string(id) + "\"\nmessage = \"late again\"\npatterns = [\"late\"]\n" +
         std::string(more) + "\n";
}
Lines faults(std::string pack, PackOptions options = {}) { return Rules(std::move(pack), options).said(); }

TEST(Pack, ARuleHasWhatItsTableSays) {
  const Rules rules(rule(R"(check = "sentence"
severity = "error"
enabled = false
scope = "passage"
topics = ["gap", "path"]
summary = "a summary"
help = "some help"
finds = "what"
minds = "why"
bad = ["I was late."]
good = ["I was early."])"));
  EXPECT_EQ(rules.said(), Lines{});
  const RuleData* late = rules.rule("house/late");
  ASSERT_NE(late, nullptr);
  EXPECT_EQ(late->severity, Severity::error);
  EXPECT_FALSE(late->enabled);
  EXPECT_EQ(late->scope, Scope::passage);
  EXPECT_EQ(late->topics, (1U << static_cast<unsigned>(Topic::gap)) | (1U << static_cast<unsigned>(Topic::path)));
  EXPECT_EQ(late->summary, "a summary");
  EXPECT_EQ(late->message, "late again");
  EXPECT_EQ(late->help, "some help");
  EXPECT_EQ(late->finds, "what");
  EXPECT_EQ(late->minds, "why");
  ASSERT_EQ(late->bad.size(), 1U);
  EXPECT_EQ(late->bad[0], "I was late.");
  EXPECT_EQ(late->good[0], "I was early.");
  EXPECT_EQ(late->file, "pack.toml");
  EXPECT_EQ(late->line, 1U);
}

TEST(Pack, AFittedRuleAsksOfItsSignalWhatTheRuleSays) {
  const Rules rules(
      "[[rule]]\nid = \"house/weighed\"\nmessage = \"m\"\nfitted = true\nthreshold = 0.4\nunless = [\"early\"]\n\n"
      "[[signal]]\nname = \"house/weighed\"\nbias = -1\ncues = [[2, \"late\"]]\n");
  EXPECT_EQ(rules.said(), Lines{});
  const SignalData& signal = rules.data().signals[static_cast<std::size_t>(rules.rule("house/weighed")->signal)];
  EXPECT_FLOAT_EQ(signal.threshold, 0.4F);
  ASSERT_EQ(signal.unless.size(), 1U);
  EXPECT_EQ(rules.data().patterns[signal.unless[0]].source, "early");
  EXPECT_EQ(signal.cues.size(), 1U);
}

TEST(Pack, WhatIsNotSaidHasItsDefault) {
  const Rules rules(rule());
  const RuleData* late = rules.rule("house/late");
  ASSERT_NE(late, nullptr);
  EXPECT_EQ(late->check, CheckKind::sentence);
  EXPECT_EQ(late->severity, Severity::warning);
  EXPECT_TRUE(late->enabled);
  EXPECT_EQ(late->scope, Scope::anywhere);
  EXPECT_EQ(late->topics, 0xFF);
  const SignalData& signal = rules.data().signals[static_cast<std::size_t>(late->signal)];
  EXPECT_EQ(signal.name, "house/late");
  EXPECT_EQ(signal.threshold, 1);
  EXPECT_EQ(signal.bias, 0);
}

TEST(Pack, RulesAreSortedById) {
  const Rules rules(rule("", "b/x") + rule("", "a/x"));
  ASSERT_EQ(rules.data().rules.size(), 2U);
  EXPECT_EQ(rules.data().rules[0].id, "a/x");
}

TEST(Pack, ALaterRuleTakesThePlaceOfAnEarlierOne) {
  const Rules rules({{"one.toml", rule()},
                     {"two.toml", "[[rule]]\nid = \"house/late\"\nmessage = \"mine\"\npatterns = [\"tardy\"]\n"}});
  ASSERT_EQ(rules.data().rules.size(), 1U);
  EXPECT_EQ(rules.data().rules[0].message, "mine");
  EXPECT_EQ(rules.data().rules[0].file, "two.toml");
  EXPECT_TRUE(signal_hit(rules, "house/late", Text("I was tardy.")));
  EXPECT_FALSE(signal_hit(rules, "house/late", Text("I was late.")));
}

TEST(Pack, ALaterClassAddsWords) {
  const Rules rules(
      {{"one.toml", "[class.tool]\nnouns = [\"log\"]\n[[signal]]\nname = \"s\"\npatterns = [\"<tool>\"]\n"},
       {"two.toml", "[class.tool]\nnouns = [\"planner\"]\n"}});
  EXPECT_EQ(rules.said(), Lines{});
  EXPECT_TRUE(signal_hit(rules, "s", Text("I kept logs.")));
  EXPECT_TRUE(signal_hit(rules, "s", Text("I kept planners.")));
}

TEST(Pack, AClassHoldsTheWordsOfThoseItIncludesHoweverDeep) {
  const Rules rules(R"(
[class.a]
includes = ["b"]
[class.b]
includes = ["c", "a"]
[class.c]
words = ["deep"]
[[signal]]
name = "s"
patterns = ["<a>"])");
  EXPECT_EQ(rules.said(), Lines{});
  EXPECT_TRUE(signal_hit(rules, "s", Text("It was deep.")));
}

TEST(Pack, AClassMayStandInALaterPack) {
  const Rules rules({{"one.toml", "[[signal]]\nname = \"s\"\npatterns = [\"<tool>\"]\n"},
                     {"two.toml", "[class.tool]\nnouns = [\"log\"]\n"}});
  EXPECT_EQ(rules.said(), Lines{});
}

TEST(Pack, AFragmentBelongsToItsPackAlone) {
  const Rules rules({{"one.toml", "[fragment]\nnever = \"(not|never)\"\n"},
                     {"two.toml", "[[signal]]\nname = \"s\"\npatterns = [\"<never>\"]\n"}});
  EXPECT_EQ(rules.said(), Lines{"two.toml:3:13: in the pattern \"<never>\", at character 1: no word class <never>"});
}

TEST(Pack, LimitsHoldByNameAndProfile) {
  const Rules rules(R"(
[[limit]]
name = "most"
value = 7
[[limit]]
name = "most"
profile = "eras-2027"
value = 8
[[limit]]
name = "most"
value = 9.5)");
  ASSERT_EQ(rules.data().limits.size(), 2U);
  EXPECT_EQ(rules.data().limits[0].value, 9.5) << "a later limit of the same name and profile takes the place";
  EXPECT_EQ(rules.data().limits[1].value, 8);
}

TEST(Pack, EvidenceWeighsTheCuesThatAreThere) {
  const Rules rules(
      std::string("[[evidence]]\nrule = \"a/b\"\nbias = -1.5\nleast = 0.5\n[evidence.weights]\nlate = 2\n"
                  "\"off.2\" = 0.25\nearly = -4\n"));
  EXPECT_EQ(rules.said(), Lines{});
  EXPECT_EQ(rules.data().evidence_for("a/c"), nullptr);
  const EvidenceData* evidence = rules.data().evidence_for("a/b");
  ASSERT_NE(evidence, nullptr);
  EXPECT_FLOAT_EQ(evidence->least, 0.5F);
  EXPECT_FLOAT_EQ(evidence->weigh(std::vector<std::string>{}), -1.5F);
  EXPECT_FLOAT_EQ(evidence->weigh(std::vector<std::string>{"off.2", "unheard-of", "late"}), 0.75F);
}

TEST(Pack, LaterEvidenceTakesThePlaceOfEarlier) {
  const Rules rules(
      std::string("[[evidence]]\nrule = \"a/b\"\nbias = 1\nweights = {}\n"
                  "[[evidence]]\nrule = \"a/b\"\nbias = 2\nweights = {}\n"));
  ASSERT_EQ(rules.data().evidence.size(), 1U);
  EXPECT_FLOAT_EQ(rules.data().evidence.front().bias, 2);
}

TEST(Pack, TheSamePatternTwiceIsKeptOnce) {
  const Rules rules(rule("", "a/x") + rule("", "b/x"));
  EXPECT_EQ(rules.data().patterns.size(), 1U);
}

TEST(Pack, StrictWantsBothExamples) {
  EXPECT_EQ(faults(rule(), {.strict = true}),
            Lines{"pack.toml:1:1: rule house/late has no `bad` example; strict mode wants both"});
  EXPECT_EQ(faults(rule("bad = [\"I was late.\"]"), {.strict = true}),
            Lines{"pack.toml:1:1: rule house/late has no `good` example; strict mode wants both"});
  EXPECT_EQ(faults(rule("bad = [\"I was late.\"]\ngood = [\"I was early.\"]"), {.strict = true}), Lines{});
  EXPECT_EQ(Rules(rule(), {.strict = true}).data().rules.size(), 0U) << "it does not load";
}

TEST(Pack, WhatIsBrokenIsLeftOutAndTheRestLoads) {
  const Rules rules("[[rule]]\nid = \"a/x\"\nmessage = \"m\"\npatterns = [\"<nothing>\"]\n" + rule());
  EXPECT_EQ(rules.problems.size(), 1U);
  EXPECT_EQ(rules.rule("a/x"), nullptr);
  EXPECT_NE(rules.rule("house/late"), nullptr);
}

TEST(Pack, ABrokenPackLeavesTheOthers) {
  const Rules rules({{"broken.toml", "= 3"}, {"fine.toml", rule()}});
  EXPECT_EQ(rules.problems.size(), 1U);
  EXPECT_NE(rules.rule("house/late"), nullptr);
}

TEST(Pack, OneBrokenPatternLeavesTheRulesOthers) {
  const Rules rules("[[rule]]\nid = \"a/x\"\nmessage = \"m\"\npatterns = [\"(late\", \"tardy\"]\n");
  EXPECT_EQ(rules.said(),
            Lines{"pack.toml:4:13: in the pattern \"(late\", at character 1: a '(' that is never closed"});
  EXPECT_TRUE(signal_hit(rules, "a/x", Text("I was tardy.")));
}

// Every message, with file, line and column.

struct Fault {
  const char* pack;
  const char* said;
};

class PackFault : public testing::TestWithParam<Fault> {};

TEST_P(PackFault, IsSaidWithFileLineAndColumn) {
  const Lines said = faults(GetParam().pack);
  ASSERT_FALSE(said.empty()) << GetParam().pack;
  EXPECT_EQ(said[0], GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Pack, PackFault,
    testing::Values(
        Fault{"[[rul]]\nid = \"a/b\"", "pack.toml:1:1: unknown key 'rul' in a pack; did you mean 'rule'?"},
        Fault{"zzzzzzzzzz = 1",
              "pack.toml:1:14: unknown key 'zzzzzzzzzz' in a pack; it takes alike, class, evidence, exam-fact, "
              "fragment, limit, "
              "rule, signal"},
        Fault{"[alike]\nexam = 3", "pack.toml:2:8: a group is a text of words with blanks between them"},
        Fault{"alike = 3", "pack.toml:1:9: groups of words used alike stand under [alike]"},
        Fault{"[class.a]\nword = [\"x\"]", "pack.toml:2:8: unknown key 'word' in a class; did you mean 'words'?"},
        Fault{"[[signal]]\nname = \"s\"\ncue = []",
              "pack.toml:3:7: unknown key 'cue' in a signal; did you mean 'cues'?"},
        Fault{"[[limit]]\nname = \"l\"\nvalue = 1\nvalues = 1",
              "pack.toml:4:10: unknown key 'values' in a limit; did you mean 'value'?"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\npattern = [\"x\"]",
              "pack.toml:4:11: unknown key 'pattern' in a rule; did you mean 'patterns'?"},
        Fault{"fragment = 3", "pack.toml:1:12: fragments are one table; write [fragment]"},
        Fault{"[fragment]\na = 3", "pack.toml:2:5: a fragment is a string"},
        Fault{"class = 3", "pack.toml:1:9: word classes are tables; write [class.NAME]"},
        Fault{"[class]\na = 3", "pack.toml:2:5: a class is a table with nouns, verbs, words or includes"},
        Fault{"[class.a]\nwords = \"x\"", "pack.toml:2:9: 'words' is an array of strings"},
        Fault{"[class.a]\nwords = [\"x\", 3]", "pack.toml:2:15: 'words' holds strings only"},
        Fault{"[class.a]\nincludes = [\"exm\"]\n[class.exam]\nwords = [\"x\"]",
              "pack.toml:2:12: no word class 'exm' to include; did you mean 'exam'?"},
        Fault{"[class.a]\nincludes = [\"zzzzzzzz\"]", "pack.toml:2:12: no word class 'zzzzzzzz' to include"},
        Fault{"[rule]\nid = \"a/b\"", "pack.toml:1:1: write [[rule]], with two brackets"},
        Fault{"rule = [1]", "pack.toml:1:9: write [[rule]], with two brackets"},
        Fault{"[[signal]]\npatterns = [\"x\"]", "pack.toml:1:1: a signal needs a name"},
        Fault{"[[signal]]\nname = 3", "pack.toml:2:8: 'name' is a string"},
        Fault{"[[signal]]\nname = \"s\"\nbias = \"x\"", "pack.toml:3:8: 'bias' is a number"},
        Fault{"[[signal]]\nname = \"s\"\nsentences = 3", "pack.toml:3:13: 'sentences' is an array of numbers"},
        Fault{"[[signal]]\nname = \"s\"\nsentences-after = [1, \"x\"]",
              "pack.toml:3:19: 'sentences-after' is an array of numbers"},
        Fault{"[[signal]]\nname = \"s\"\npatterns = \"x\"", "pack.toml:3:12: 'patterns' is an array of patterns"},
        Fault{"[[signal]]\nname = \"s\"\npatterns = [\"x\", 3]", "pack.toml:3:18: a pattern is a string"},
        Fault{"[[signal]]\nname = \"s\"\npatterns = [\"a <b\"]",
              "pack.toml:3:13: in the pattern \"a <b\", at character 3: a '<' that is never closed by '>'"},
        Fault{"[[signal]]\nname = \"s\"\ncues = 3", "pack.toml:3:8: 'cues' is an array of [weight, \"pattern\"]"},
        Fault{"[[signal]]\nname = \"s\"\ncues = [[\"x\", 1]]", "pack.toml:3:9: a cue is [weight, \"pattern\"]"},
        Fault{"[[signal]]\nname = \"s\"\ncues = [3]", "pack.toml:3:9: a cue is [weight, \"pattern\"]"},
        Fault{"[[limit]]\nvalue = 1", "pack.toml:1:1: a limit needs a name"},
        Fault{"[[limit]]\nname = \"l\"", "pack.toml:1:1: a limit needs a number as its value"},
        Fault{"[[limit]]\nname = \"l\"\nvalue = \"7\"", "pack.toml:1:1: a limit needs a number as its value"},
        Fault{"[[evidence]]\nbias = 1", "pack.toml:1:1: evidence needs the rule that it is for"},
        Fault{"[[evidence]]\nrule = \"a/b\"", "pack.toml:1:1: evidence needs a table of weights"},
        Fault{"[[evidence]]\nrule = \"a/b\"\n[evidence.weights]\nlate = \"1\"", "pack.toml:4:8: a weight is a number"},
        Fault{"[[exam-fact]]\nexam = \"step-1\"\nsays = \"x\"", "pack.toml:1:1: an exam fact needs a kind"},
        Fault{"[[exam-fact]]\nexam = \"step-1\"\nkind = \"gone\"",
              "pack.toml:3:8: 'gone' is no kind of exam fact; it is one of given, closed, sat-on, no-number, most, "
              "least, step, fail-below, most-attempts, no-retake, after-degree, after-certificate, after-pass"},
        Fault{"[[exam-fact]]\nexam = \"step-1\"\nkind = \"given\"",
              "pack.toml:1:1: an exam fact needs an exam and what it says"},
        Fault{"[[exam-fact]]\nexam = \"step-1\"\nkind = \"closed\"\nsays = \"x\"\nsource = 3",
              "pack.toml:5:10: 'source' is a string"},
        Fault{"[[exam-fact]]\nexam = \"step-1\"\nkind = \"step\"\nsays = \"x\"",
              "pack.toml:1:1: a step needs a value of 1 or more"},
        Fault{"[[exam-fact]]\nkind = \"closed\"\nexam = \"step1\"\nsays = \"x\"",
              "pack.toml:3:8: unknown exam 'step1', did you mean 'step-1'?"},
        Fault{"[[exam-fact]]\nkind = \"after-pass\"\nexam = \"step-3\"\nsays = \"x\"\nafter = \"step-2ck\"",
              "pack.toml:5:9: unknown exam 'step-2ck', did you mean 'step-2-ck'?"},
        Fault{"[[exam-fact]]\nkind = \"closed\"\nexam = \"step-1\"\nsays = \"x\"\nfirst = \"2023-02-29\"",
              "pack.toml:5:9: '2023-02-29' is no day of the calendar; write it as YYYY-MM-DD"},
        Fault{"[[exam-fact]]\nkind = \"closed\"\nexam = \"step-1\"\nsays = \"x\"\nlast = \"May 2023\"",
              "pack.toml:5:8: 'May 2023' is no day of the calendar; write it as YYYY-MM-DD"},
        Fault{"[[exam-fact]]\nkind = \"closed\"\nexam = \"step-1\"\nsays = \"x\"\ncertainty = \"high\"",
              "pack.toml:5:13: 'high' is no certainty; it is one of H, M, L, K"},
        Fault{"[[rule]]\nid = \"late\"\nmessage = \"m\"",
              "pack.toml:1:1: a rule needs an id of the form \"category/name\", in lower case"},
        Fault{"[[rule]]\nid = \"a/b\"", "pack.toml:1:1: rule a/b has no message"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"", "pack.toml:1:1: rule a/b has neither patterns nor cues"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\npatterns = [\"(x\"]",
              "pack.toml:4:13: in the pattern \"(x\", at character 1: a '(' that is never closed"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\ncheck = \"dats\"",
              "pack.toml:4:9: 'dats' is no kind of check; it is one of sentence, layers, dates, length, repetition, "
              "characters, suppression"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\nseverity = \"fatal\"",
              "pack.toml:4:12: a severity is error, warning or info"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\nscope = \"here\"",
              "pack.toml:4:9: 'here' is no scope; it is one of anywhere, passage"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\ntopics = \"gap\"",
              "pack.toml:4:10: 'topics' is an array of topics"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\ntopics = [\"gaps\"]",
              "pack.toml:4:11: 'gaps' is no topic; it is one of exam-failure, gap, discipline, clinical, path, none"},
        Fault{"[[rule]]\nid = \"a/b\"\nmessage = \"m\"\nenabled = \"no\"",
              "pack.toml:4:11: 'enabled' is true or false"}));

TEST(Pack, AnExamFactWithAFaultDoesNotLoad) {
  std::vector<Problem> problems;
  const PackFile pack{"pack.toml",
                      "[[exam-fact]]\nexam = \"step-1\"\nkind = \"given\"\nsays = \"x\"\nlast = \"2020-02-30\"\n"
                      "[[exam-fact]]\nexam = \"oet\"\nkind = \"given\"\nsays = \"x\"\nlast = \"1970-01-03\"\n"};
  const auto ruleset = load_packs(std::span(&pack, 1), {}, problems);
  EXPECT_EQ(problems.size(), 1U);
  ASSERT_EQ(ruleset->data().exam_facts.size(), 1U);
  EXPECT_EQ(ruleset->data().exam_facts[0].exam, Exam::oet);
  EXPECT_EQ(ruleset->data().exam_facts[0].last, 2);
}

TEST(Pack, WhatIsNoTomlIsSaidWithItsPlace) {
  const Lines said = faults("[[rule]]\nid = \"a/b\nmessage = \"m\"");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].substr(0, 12), "pack.toml:2:");
  EXPECT_NE(said[0].find(": not TOML: "), std::string::npos);
}

TEST(Pack, MoreClassesThanAByteNamesAreRefused) {
  std::string pack;
  for (int i = 0; i < 218; ++i)
    pack += "[class.c" + std::to_string(i) + "]\nwords = [\"w" + std::to_string(i) + "\"]\n";
  const Lines said = faults(pack);
  ASSERT_FALSE(said.empty());
  EXPECT_NE(said[0].find("more than 218 word classes"), std::string::npos);
}

TEST(Pack, TheShippedPacksLoadStrictlyAndGiveTheCompiledRules) {
  std::vector<PackFile> packs;
  for (const ShippedPack& pack : shipped_packs()) packs.push_back({std::string(pack.name), std::string(pack.text)});
  const Rules rules(packs, {.strict = true});
  EXPECT_EQ(rules.said(), Lines{});
  const RulesetData& compiled = shipped_ruleset();
  ASSERT_EQ(rules.data().rules.size(), compiled.rules.size());
  for (std::size_t i = 0; i < compiled.rules.size(); ++i) {
    EXPECT_EQ(rules.data().rules[i].id, compiled.rules[i].id);
    EXPECT_EQ(rules.data().rules[i].message, compiled.rules[i].message);
    EXPECT_EQ(rules.data().rules[i].line, compiled.rules[i].line);
  }
  ASSERT_EQ(rules.data().patterns.size(), compiled.patterns.size());
  for (std::size_t i = 0; i < compiled.patterns.size(); ++i) {
    EXPECT_EQ(compiled.patterns[i].regex, compiled.patterns[i].exact ? "" : rules.data().patterns[i].regex);
    EXPECT_EQ(rules.data().patterns[i].exact, compiled.patterns[i].exact);
  }
  ASSERT_EQ(rules.data().signals.size(), compiled.signals.size());
  for (std::size_t i = 0; i < compiled.signals.size(); ++i) {
    EXPECT_EQ(rules.data().signals[i].threshold, compiled.signals[i].threshold);
    ASSERT_EQ(rules.data().signals[i].cues.size(), compiled.signals[i].cues.size());
    for (std::size_t c = 0; c < compiled.signals[i].cues.size(); ++c) {
      EXPECT_EQ(rules.data().signals[i].cues[c].weight, compiled.signals[i].cues[c].weight);
    }
  }
}

}  // namespace
}  // namespace candor
