#include "lint/check/layers.h"

#include <gtest/gtest.h>

#include "tests/check/checked.h"

namespace candor {
namespace {

constexpr const char* kIds[] = {"layers/missing-context",
                                "layers/missing-insight",
                                "layers/missing-change",
                                "layers/missing-result",
                                "gap/missing-reason",
                                "gap/missing-responsibility",
                                "gap/missing-relevance",
                                "gap/missing-recovery",
                                "discipline/missing-facts",
                                "discipline/missing-ownership",
                                "discipline/missing-corrective",
                                "discipline/missing-record"};

std::string pack() {
  std::string pack;
  for (const char* id : kIds) pack += plain_rule(id, "layers");
  return pack;
}

// A passage over these sentences whose layers are all there, or all missing.
Passage passage(Topic topic, IndexRange sentences, bool present) {
  Passage passage;
  passage.topic = topic;
  passage.sentences = sentences;
  for (const Layer layer : layers_of(topic)) passage.layers.push_back({layer, present, 0, 0, {}});
  return passage;
}

// The rules that speak of a passage of the topic that lacks all its layers.
std::vector<std::string> missing(Topic topic) {
  Checked checked(pack());
  checked.add("ps.md", "One. Two.\n").passages = {passage(topic, {0, 2}, false)};
  std::vector<std::string> rules;
  for (const Finding& finding : checked.findings(check_layers)) rules.push_back(finding.rule);
  return rules;
}

TEST(LayersCheck, AnExplanationWithAllLayersIsClean) {
  for (const Topic topic : {Topic::exam_failure, Topic::gap, Topic::discipline, Topic::clinical, Topic::path}) {
    Checked checked(pack());
    checked.add("ps.md", "One. Two.\n").passages = {passage(topic, {0, 2}, true)};
    EXPECT_EQ(checked.lines(check_layers), Lines{}) << to_string(topic);
  }
}

TEST(LayersCheck, EveryTopicAsksForItsOwnLayers) {
  const Lines study = {"layers/missing-context", "layers/missing-insight", "layers/missing-change",
                       "layers/missing-result"};
  for (const Topic topic : {Topic::exam_failure, Topic::clinical, Topic::path}) EXPECT_EQ(missing(topic), study);
  EXPECT_EQ(missing(Topic::gap), (Lines{"gap/missing-reason", "gap/missing-responsibility", "gap/missing-relevance",
                                        "gap/missing-recovery"}));
  EXPECT_EQ(missing(Topic::discipline), (Lines{"discipline/missing-facts", "discipline/missing-ownership",
                                               "discipline/missing-corrective", "discipline/missing-record"}));
  EXPECT_EQ(missing(Topic::none), Lines{});
}

TEST(LayersCheck, OnlyTheMissingLayerIsToldAndOnTheWholePassage) {
  Checked checked(pack());
  Passage exam = passage(Topic::exam_failure, {1, 3}, true);
  exam.layers[2].present = false;
  checked.add("ps.md", "Before. I failed.\nI passed. After.\n").passages = {exam};
  EXPECT_EQ(checked.lines(check_layers), Lines{"ps.md:1:9 layers/missing-change: I failed.\nI passed."});
}

TEST(LayersCheck, AsksWhatThePassageRaises) {
  Checked checked(pack());
  Passage exam = passage(Topic::exam_failure, {0, 2}, true);
  exam.layers[1].present = false;
  Passage gap = passage(Topic::gap, {0, 2}, true);
  gap.layers[1].present = false;
  checked.add("ps.md", "One. Two.\n").passages = {exam, gap};
  const std::vector<Finding> findings = checked.findings(check_layers);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].help,
            "what was wrong with the way of preparing that you changed, and what kept you from seeing it?");
  EXPECT_EQ(findings[1].help, "what then?") << "the rule's own where the passage raises no question";
}

TEST(LayersCheck, ARuleThatIsOffSaysNothing) {
  Checked checked(plain_rule("layers/missing-context", "layers"));
  checked.add("ps.md", "One. Two.\n").passages = {passage(Topic::exam_failure, {0, 2}, false)};
  EXPECT_EQ(checked.findings(check_layers).size(), 1U);
}

TEST(LayersCheck, ATextThatIsContextHasNoFindings) {
  Checked checked(pack());
  TextReading& text = checked.add("ps.md", "One. Two.\n");
  text.passages = {passage(Topic::gap, {0, 2}, false)};
  text.linted = false;
  EXPECT_EQ(checked.lines(check_layers), Lines{});
}

}  // namespace
}  // namespace candor
