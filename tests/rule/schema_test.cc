// The schema that editors complete packs by says what the loader knows.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lint/rule/model.h"
#include "lint/rule/pack.h"
#include "tests/support/places.h"

namespace candor {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

Json schema() {
  std::ifstream stream(source_path("rules/schema/pack.schema.json"));
  return Json::parse(stream);
}
// The schema of a table as pack_keys names it.
Json table(const Json& schema, std::string_view name) {
  return name.empty() ? schema : schema["definitions"][std::string(name)];
}

Names keys(const Json& object) {
  Names names;
  for (const auto& [key, value] : object.items()) names.push_back(key);
  std::sort(names.begin(), names.end());
  return names;
}

TEST(PackSchema, EveryTableHasTheKeysThatTheLoaderKnowsAndNoOther) {
  const Json whole = schema();
  for (const auto& [name, known] : pack_keys()) {
    EXPECT_TRUE(std::is_sorted(known.begin(), known.end())) << name;
    EXPECT_EQ(keys(table(whole, name)["properties"]), Names(known.begin(), known.end())) << "table '" << name << "'";
    EXPECT_EQ(table(whole, name)["additionalProperties"], false) << "table '" << name << "'";
  }
}

TEST(PackSchema, EveryKeyIsDescribed) {
  const Json whole = schema();
  for (const auto& [name, known] : pack_keys()) {
    const Json properties = table(whole, name)["properties"];
    for (const auto& [key, value] : properties.items()) {
      EXPECT_TRUE(value.contains("description")) << name << "." << key;
    }
  }
}

TEST(PackSchema, EveryListOfNamesIsTheLoaders) {
  const Json rule = schema()["definitions"]["rule"]["properties"];
  EXPECT_EQ(rule["check"]["enum"].get<Names>(), Names(std::begin(kCheckKindNames), std::end(kCheckKindNames)));
  EXPECT_EQ(rule["topics"]["items"]["enum"].get<Names>(), Names(std::begin(kTopicNames), std::end(kTopicNames)));
  for (const std::string& severity : rule["severity"]["enum"].get<Names>())
    EXPECT_TRUE(severity_from(severity)) << severity;
  EXPECT_EQ(rule["severity"]["enum"].size(), 3U);
  const Json fact = schema()["definitions"]["exam-fact"]["properties"];
  const Names exams(std::begin(kExamIds) + 1, std::end(kExamIds));
  EXPECT_EQ(fact["exam"]["enum"].get<Names>(), exams);
  EXPECT_EQ(fact["after"]["enum"].get<Names>(), exams);
  EXPECT_EQ(fact["kind"]["enum"].get<Names>(), Names(std::begin(kExamFactKindNames), std::end(kExamFactKindNames)));
  EXPECT_EQ(fact["certainty"]["enum"].get<Names>(), Names(std::begin(kCertainties), std::end(kCertainties)));
}

TEST(PackSchema, WhatTheLoaderWantsIsRequired) {
  const Json definitions = schema()["definitions"];
  EXPECT_EQ(definitions["rule"]["required"], (Names{"id", "message"}));
  EXPECT_EQ(definitions["signal"]["required"], Names{"name"});
  EXPECT_EQ(definitions["exam-fact"]["required"], (Names{"exam", "kind", "says"}));
  EXPECT_EQ(definitions["limit"]["required"], (Names{"name", "value"}));
}

TEST(PackSchema, DefaultsAreTheModels) {
  const Json definitions = schema()["definitions"];
  const RuleData rule;
  EXPECT_EQ(definitions["rule"]["properties"]["enabled"]["default"], rule.enabled);
  EXPECT_EQ(definitions["rule"]["properties"]["quotations"]["default"], rule.quotations);
  EXPECT_EQ(definitions["rule"]["properties"]["severity"]["default"], to_string(rule.severity));
  EXPECT_EQ(definitions["rule"]["properties"]["threshold"]["default"], SignalData().threshold);
  EXPECT_EQ(definitions["signal"]["properties"]["bias"]["default"], SignalData().bias);
}

}  // namespace
}  // namespace candor
