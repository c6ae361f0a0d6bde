#include "lint/check/layers.h"

#include <string>

namespace candor {
namespace {

// The rule that speaks when the layer is missing.
std::string rule_for(Topic topic, Layer layer) {
  if (layer == Layer::bounded) return "dates/vague-gap";
  const std::string_view family = topic == Topic::gap ? "gap" : topic == Topic::discipline ? "discipline" : "layers";
  return std::string(family) + "/missing-" + std::string(to_string(layer));
}

}  // namespace

void check_layers(const CheckContext& context, FindingSink& sink) {
  for (const TextReading& text : context.application.texts) {
    for (const Passage& passage : text.passages) {
      const Span span = source_of(text.document, passage);
      for (const LayerReading& reading : passage.layers) {
        if (reading.present) continue;
        if (const ActiveRule* rule = context.find(rule_for(passage.topic, reading.layer))) sink.add(*rule, text, span);
      }
    }
  }
}

}  // namespace candor
