#include "lint/check/layers.h"

#include <algorithm>
#include <optional>
#include <string>

namespace candor {
namespace {

// The rule that speaks when the layer is missing.
std::string rule_for(Topic topic, Layer layer) {
  const std::string_view family = topic == Topic::gap ? "gap" : topic == Topic::discipline ? "discipline" : "layers";
  return std::string(family) + "/missing-" + std::string(to_string(layer));
}

// What to ask of a passage that lacks a layer, where it has another one to start from. The first that fits; the rule's
// own help where none does.
struct Question {
  Topic topic;
  Layer missing;
  std::optional<Layer> there;
  std::string_view words;
};

constexpr Question kQuestions[] = {
    {Topic::exam_failure, Layer::insight, Layer::change,
     "what was wrong with the way of preparing that you changed, and what kept you from seeing it?"},
    {Topic::exam_failure, Layer::insight, Layer::result,
     "you did better later: which part of the first preparation would you change, and why?"},
    {Topic::exam_failure, Layer::insight, std::nullopt, "which part of your preparation would you change, and why?"},
    {Topic::exam_failure, Layer::change, Layer::insight,
     "you name what went wrong: what did you do about it, how often, and with whom?"},
    {Topic::exam_failure, Layer::result, Layer::change,
     "you prepared in a new way: what came of it that a reader can check?"},
    {Topic::clinical, Layer::context, std::nullopt, "how much clinical work was it, where, and how long ago?"},
    {Topic::clinical, Layer::insight, std::nullopt,
     "which choice of your own kept you from patients, and why did you make it?"},
    {Topic::clinical, Layer::change, std::nullopt,
     "what have you done since to be with patients, where, and how often?"},
    {Topic::clinical, Layer::result, std::nullopt,
     "who has seen you work since, and what do they write of it or let you do?"},
    {Topic::path, Layer::context, std::nullopt, "which turn of your path was it, and in which year?"},
    {Topic::path, Layer::insight, std::nullopt, "what in your own application or choice would you change, and why?"},
    {Topic::path, Layer::change, std::nullopt, "what did you do differently after it, where, and for how long?"},
    {Topic::path, Layer::result, std::nullopt,
     "what has come of it that a reader can check: a role, a letter, an evaluation?"},
    {Topic::gap, Layer::responsibility, Layer::reason, "you say why: what did you do in a usual week of that time?"},
    {Topic::gap, Layer::relevance, Layer::responsibility,
     "you say what you did: which of it will you use in residency?"},
    {Topic::discipline, Layer::ownership, Layer::facts,
     "you say what was decided: what was your part in it, in your own words?"},
    {Topic::discipline, Layer::corrective, Layer::ownership,
     "you own your part: what did you do so that it does not happen again?"},
    {Topic::discipline, Layer::record, Layer::corrective,
     "what has held since you did this: evaluations, a role of trust, years without a complaint?"},
};

std::string question_for(const Passage& passage, Layer missing) {
  const auto is_there = [&](Layer layer) {
    return std::ranges::any_of(passage.layers,
                               [&](const LayerReading& other) { return other.layer == layer && other.present; });
  };
  for (const Question& question : kQuestions) {
    if (question.topic == passage.topic && question.missing == missing &&
        (!question.there || is_there(*question.there)))
      return std::string(question.words);
  }
  return {};
}

}  // namespace

void check_layers(const CheckContext& context, FindingSink& sink) {
  for (const TextReading& text : context.application.texts) {
    for (const Passage& passage : text.passages) {
      const Span span = source_of(text.document, passage);
      for (const LayerReading& reading : passage.layers) {
        if (reading.present || reading.layer == Layer::bounded) continue;  // whose ends another text may give: gaps.h
        if (const ActiveRule* rule = context.find(rule_for(passage.topic, reading.layer)))
          sink.add(*rule, text, span, {}, question_for(passage, reading.layer));
      }
    }
  }
}

}  // namespace candor
