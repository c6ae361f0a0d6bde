// Where a text explains a setback, and which layers of an explanation are there.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lint/rule/matcher.h"
#include "lint/rule/model.h"
#include "lint/source/span.h"
#include "lint/text/document.h"

namespace candor {

class SignalReader;
struct Section;

// The layers of all topics; layers_of says which belong to a topic.
enum class Layer : std::uint8_t {
  context,
  insight,
  change,
  result,  // exam-failure, clinical, path
  bounded,
  reason,
  responsibility,
  relevance,
  recovery,  // gap
  facts,
  ownership,
  corrective,
  record,  // discipline
};
inline constexpr std::string_view kLayerNames[] = {"context",   "insight",        "change",    "result",   "bounded",
                                                   "reason",    "responsibility", "relevance", "recovery", "facts",
                                                   "ownership", "corrective",     "record"};
[[nodiscard]] constexpr std::string_view to_string(Layer layer) { return kLayerNames[static_cast<std::size_t>(layer)]; }

// In the order of corpus/taxonomy.md; empty for Topic::none.
[[nodiscard]] std::span<const Layer> layers_of(Topic topic);

// One layer of one passage.
struct LayerReading {
  Layer layer = Layer::context;
  bool present = false;
  float score = 0;                   // log-odds, of the best sentence or of all together: see rules/README.md
  float threshold = 0;               // from which score it is there
  std::vector<IndexRange> evidence;  // token ranges in the document, in text order; empty where absent
};

struct Passage {
  Topic topic = Topic::none;
  IndexRange sentences;              // in Document::sentences()
  std::vector<LayerReading> layers;  // as layers_of(topic)
  bool dwelling = false;  // more than two sentences carry circumstances, feelings or waiting and nothing else
  std::vector<std::uint32_t> dwelling_sentences;
};

// That at least one of several is so, each for itself ("noisy or", Pearl 1988): log-odds from log-odds, at least one.
[[nodiscard]] float any_of(std::span<const float> log_odds);

// True where a text has paragraphs of its own beside an explanation: most of them will be none.
[[nodiscard]] bool has_several_paragraphs(const Document& document);

// The source bytes from the passage's first sentence to its last.
[[nodiscard]] Span source_of(const Document& document, const Passage& passage);

// Finds the passages of a document from its sentences' signals. Works on the sentences' signals alone (see
// rules/passages.toml for what each signal means). In order, not overlapping.
[[nodiscard]] std::vector<Passage> read_passages(const Document& document, std::span<const Section> sections,
                                                 SignalReader& signals, const PatternBank& bank);

}  // namespace candor
