// Packs that come behind a ruleset that is laid out already say what they would say were all read together.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "lint/rule/pack.h"
#include "lint/rule/shipped.h"
#include "tests/support/rules.h"

namespace candor {
namespace {

constexpr std::string_view kBase = R"TOML(
[class.exam]
nouns = ["exam", "board"]
words = ["step 1"]
[class.self]
words = ["i", "my"]
[class.act]
verbs = ["fail", "pass"]
[alike]
late = "late tardy"
[[signal]]
name = "passage.one"
cues = [[0.5, "<exam>"], [0.7, "my <exam>"], [0.2, "<~late>"], [0.1, "again"]]
[[rule]]
id = "base/pair"
message = "m"
patterns = ["<self> <act>", "<exam> <act>", "was"]
unless = ["never"]
[[rule]]
id = "base/limits"
check = "length"
message = "m"
[[limit]]
name = "most"
value = 3
)TOML";

constexpr std::string_view kOwn = R"TOML(
[class.post]
nouns = ["ward", "night shift"]
verbs = ["embed"]
includes = ["exam"]
[class.more]
includes = ["post", "self"]
[fragment]
back = "(came|went)( back)?"
[[rule]]
id = "own/pairs"
message = "m"
patterns = ["<self> <act>", "my <post>", "<self> <post>", "<exam> <act>", "the <more>", "<~late> <post>"]
[[rule]]
id = "own/shapes"
message = "m"
patterns = ["[a-z]+ing", "<back> <0-3> ward", "fail(ed|ure)? <0-4> exams?", "<!self> was", "^again", "night"]
unless = ["re[a-z]+"]
[[rule]]
id = "own/weighed"
message = "m"
threshold = 1
cues = [[0.6, "<exam>"], [0.7, "<past>"], [-0.4, "never"], [0.2, "late"]]
unless-next = ["however"]
quotations = true
scope = "passage"
[[limit]]
name = "most"
value = 4
[[limit]]
name = "least"
value = 1
)TOML";

constexpr std::string_view kProse =
    "I failed the exam again. However, my night shift was late. Again my ward was tardy and boards failed. The ward "
    "embeds my exams. We came back to the ward. \"I passed step 1\", they said. Failing is never read. Late nights "
    "were "
    "reading my Step 1. I came late to a ward, and the failed exams were my night-shift. The board was re-read.";

// By name of the signal: what it says of each sentence, and where.
using Said = std::map<std::string, std::vector<std::string>, std::less<>>;

Said said_of(const RulesetData& ruleset, const Text& text) {
  const PatternBank bank(ruleset);
  SentenceMatcher matcher(bank);
  Said said;
  for (std::size_t s = 0; s < text.document.sentences().size(); ++s) {
    matcher.read(text.document, text.document.sentences()[s], {.quotations = s % 2 == 0});
    for (const SignalHit& hit : matcher.signals()) {
      const std::string_view name = ruleset.signals[hit.signal].name;
      if (name.empty()) continue;  // its place was taken
      const IndexRange tokens =
          hit.strongest == SignalHit::kNoCue ? IndexRange{} : matcher.find(bank.cue(hit.signal, hit.strongest));
      said[std::string(name)].push_back(std::to_string(s) + ": " + std::to_string(hit.score) +
                                        (hit.vetoed ? " vetoed" : "") + " at " + std::to_string(tokens.first) + " to " +
                                        std::to_string(tokens.last));
    }
    for (const std::uint32_t signal : matcher.vetoes_before())
      said[std::string(ruleset.signals[signal].name)].push_back(std::to_string(s) + ": vetoed before");
  }
  return said;
}

std::unique_ptr<OwnedRuleset> behind(const RulesetData& base, std::string_view pack, std::vector<Problem>& problems) {
  return load_packs_behind(base, std::vector<PackFile>{{"own.toml", std::string(pack)}}, {}, problems);
}
Rules together(std::string_view own) {
  return Rules(std::vector<PackFile>{{"pack.toml", std::string(kBase)}, {"own.toml", std::string(own)}});
}

class PackBehindTest : public testing::Test {
 protected:
  std::unique_ptr<OwnedRuleset> behind_base(std::string_view pack) { return behind(base_.data(), pack, problems_); }

  Rules base_{std::string(kBase)};
  std::vector<Problem> problems_;
};

TEST_F(PackBehindTest, SaysWhatAllPacksSayThatAreReadTogether) {
  const auto ruleset = behind_base(kOwn);
  ASSERT_NE(ruleset, nullptr);
  EXPECT_TRUE(problems_.empty());
  const Rules all = together(kOwn);
  ASSERT_EQ(all.said(), std::vector<std::string>{});
  const Text text{std::string(kProse)};
  const Said said = said_of(ruleset->data(), text);
  for (const char* signal : {"passage.one", "base/pair", "own/pairs", "own/shapes", "own/weighed"})
    EXPECT_TRUE(said.contains(signal)) << signal;
  EXPECT_EQ(said, said_of(all.data(), text));
}

TEST_F(PackBehindTest, TheRulesAndLimitsAreThoseOfAllPacks) {
  const auto ruleset = behind_base(kOwn);
  ASSERT_NE(ruleset, nullptr);
  const Rules all = together(kOwn);
  const auto ids = [](const RulesetData& data) {
    std::vector<std::string_view> all_ids;
    for (const RuleData& rule : data.rules) all_ids.push_back(rule.id);
    return all_ids;
  };
  EXPECT_EQ(ids(ruleset->data()), ids(all.data()));
  ASSERT_EQ(ruleset->data().limits.size(), 2U);
  EXPECT_EQ(ruleset->data().limits[0].value, 4);
}

TEST_F(PackBehindTest, ARuleOfTheSameNameTakesThePlaceOfTheOneBefore) {
  constexpr std::string_view kOther = "[[rule]]\nid = \"base/pair\"\nmessage = \"n\"\npatterns = [\"again\"]\n";
  const auto ruleset = behind_base(kOther);
  ASSERT_NE(ruleset, nullptr);
  const Text text{std::string(kProse)};
  EXPECT_EQ(said_of(ruleset->data(), text), said_of(together(kOther).data(), text));
  EXPECT_EQ(PatternBank(ruleset->data()).signal("base/pair"), ruleset->data().rules[1].signal);
}

TEST_F(PackBehindTest, WhatChangesThePacksBeforeHasToBeReadWithThem) {
  for (const char* pack : {"[class.exam]\nwords = [\"quiz\"]\n", "[alike]\nlate = \"slow\"\n",
                           "[[rule]]\nid = \"a/b\"\nmessage = \"m\"\nfitted = true\n"}) {
    EXPECT_EQ(behind_base(pack), nullptr) << pack;
    EXPECT_TRUE(problems_.empty()) << pack;
  }
}

TEST_F(PackBehindTest, ProblemsAreToldWithTheirPlaces) {
  const auto ruleset = behind_base("[[rule]]\nid = \"a/b\"\nmessage = \"m\"\npatterns = [\"<exams>\"]\n");
  ASSERT_NE(ruleset, nullptr);
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_EQ(to_string(problems_[0]),
            "own.toml:4:13: in the pattern \"<exams>\", at character 1: no word class <exams>; did you mean <exam>?");
}

TEST_F(PackBehindTest, BehindTheShippedPacksItSaysWhatAllSayTogether) {
  std::vector<PackFile> packs;
  for (const ShippedPack& pack : shipped_packs()) packs.push_back({std::string(pack.name), std::string(pack.text)});
  // The shipped packs have a class <exam>, which it would add to.
  std::string own = "[class.house-exam]\nnouns = [\"quiz\", \"board\"]\n" + std::string(kOwn);
  for (std::size_t at = own.find("<~late>"); at != std::string::npos; at = own.find("<~late>"))
    own.replace(at, 7, "late");
  packs.push_back({"own.toml", own});
  const auto ruleset = behind(shipped_ruleset(), own, problems_);
  ASSERT_NE(ruleset, nullptr);
  std::vector<std::string> said;
  for (const Problem& problem : problems_) said.push_back(to_string(problem));
  const Rules all(packs);
  EXPECT_EQ(said, all.said());
  const Text text{std::string(kProse)};
  const Said signals = said_of(ruleset->data(), text);
  EXPECT_TRUE(signals.contains("own/weighed"));
  EXPECT_TRUE(signals.contains("topic.gap"));
  EXPECT_EQ(signals, said_of(all.data(), text));
}

}  // namespace
}  // namespace candor
