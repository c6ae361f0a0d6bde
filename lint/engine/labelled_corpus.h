// A labelled corpus: texts, and what people say is wrong in them. This is what `candor score` measures against.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/engine/applications.h"
#include "lint/rule/model.h"
#include "lint/source/problem.h"
#include "lint/source/span.h"

namespace candor {

// The categories whose labels are sentences.
inline constexpr std::string_view kSentenceCategories[] = {"blame-shifting", "over-sharing", "passive-framing"};

// The layer that is a fault where it is there.
inline constexpr std::string_view kDwelling = "dwelling";

struct LabelledSentence {
  std::string category;  // one of kSentenceCategories
  Span span;             // in the text
};

struct LabelledLayer {
  std::string_view name;                // of Layer, or kDwelling
  std::string rule;                     // that should speak where it is at fault: "layers/missing-context"
  bool at_fault = false;                // missing; dwelling: there
  std::vector<std::uint32_t> evidence;  // sentences that carry it, or half of it, from 0; dwelling: circumstance alone
};

struct LabelledPassage {
  Topic topic = Topic::none;
  Span span;                          // in the text
  std::vector<LabelledLayer> layers;  // all of the topic's, dwelling last
  bool has_evidence = false;          // its layers name the sentences that carry them
};

// A passage of a *.jsonl file, or a whole statement (NAME.md with NAME.json beside it).
struct LabelledText {
  std::string id;
  std::string file;        // that holds the labels, as the corpus was named
  std::uint32_t line = 0;  // of the record in a *.jsonl file, otherwise 0
  std::string name;        // what the text is linted as
  std::string text;
  std::vector<LabelledSentence> sentences;  // in the order of the labels
  std::vector<LabelledPassage> passages;
  bool clean_statement = false;  // a whole statement in which there is nothing to find
};

struct ExpectedPlace {
  std::string file;  // relative to the application's folder
  Span span;
};

struct ExpectedFinding {
  std::string rule;
  std::vector<ExpectedPlace> places;
  std::string why;
};

// A folder with a gold.json.
struct LabelledApplication {
  std::string id;      // the folder's name
  std::string file;    // its gold.json, as the corpus was named
  std::string folder;  // absolute
  std::optional<std::chrono::year_month_day> as_of;
  std::vector<ExpectedFinding> expected;
};

struct LabelledCorpus {
  std::vector<LabelledText> texts;                // sorted by file, then line
  std::vector<LabelledApplication> applications;  // sorted by file
  std::vector<Problem> problems;                  // a broken record is told here and left out
};

// Reads all labels at or below `path`, a folder or one file of labels. Texts without labels are passed over.
[[nodiscard]] LabelledCorpus read_labelled_corpus(const std::string& path);

// The rule that tells of a layer at fault in a passage of the topic; `layer` may be kDwelling.
[[nodiscard]] std::string rule_of_layer(Topic topic, std::string_view layer);
// The layer that a rule tells of, or empty.
[[nodiscard]] std::string_view layer_of_rule(std::string_view rule);

// The texts of a labelled application, of the day that its labels give. `settings` hold where its folder has none: not
// those of a folder above, which speak of the corpus as a whole.
[[nodiscard]] Applications find_application(const LabelledApplication& labelled, const Settings& settings);

}  // namespace candor
