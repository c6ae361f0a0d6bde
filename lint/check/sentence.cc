#include "lint/check/sentence.h"

#include <algorithm>
#include <vector>

#include "lint/rule/category.h"

namespace candor {
namespace {

// By signal: the active rule that owns it, or nullptr.
std::vector<const ActiveRule*> rules_by_signal(const CheckContext& context) {
  std::vector<const ActiveRule*> owners(context.bank.ruleset().signals.size(), nullptr);
  for (const ActiveRule& active : context.rules) {
    if (active.rule->signal >= 0) owners[static_cast<std::size_t>(active.rule->signal)] = &active;
  }
  return owners;
}

const Passage* passage_at(const TextReading& text, std::uint32_t sentence) {
  const auto at = std::partition_point(text.passages.begin(), text.passages.end(),
                                       [&](const Passage& p) { return p.sentences.last <= sentence; });
  return at == text.passages.end() || !at->sentences.contains(sentence) ? nullptr : &*at;
}

bool in_scope(const CheckContext& context, const RuleData& rule, const TextReading& text, std::uint32_t sentence) {
  if (rule.scope == Scope::anywhere || context.everything_is_passage) return true;
  const Passage* passage = passage_at(text, sentence);
  return passage != nullptr && (rule.topics >> static_cast<unsigned>(passage->topic) & 1U) != 0;
}

// Whether cues decide only together and the message quotes none of them: then the strongest, "us" for one, says little.
bool speaks_of_sentence(const CheckContext& context, const RuleData& rule) {
  const SignalData& signal = context.bank.ruleset().signals[static_cast<std::size_t>(rule.signal)];
  return rule.message.find("{match}") == std::string_view::npos &&
         std::any_of(signal.cues.begin(), signal.cues.end(),
                     [&](const CueData& cue) { return cue.weight < signal.threshold; });
}

}  // namespace

void check_sentences(const CheckContext& context, FindingSink& sink) {
  struct Candidate {
    const ActiveRule* rule;
    const SignalHit* hit;
  };
  const std::vector<const ActiveRule*> owners = rules_by_signal(context);
  std::vector<Candidate> candidates;
  for (const TextReading& text : context.application.texts) {
    if (!text.linted) continue;
    for (std::uint32_t s = 0; s < text.document.sentences().size(); ++s) {
      candidates.clear();
      for (const SignalHit& hit : text.signals.of(s)) {
        const ActiveRule* rule = owners[hit.signal];
        if (rule == nullptr || hit.vetoed || hit.tokens.empty()) continue;
        if (hit.score < context.bank.ruleset().signals[hit.signal].threshold) continue;
        if (in_scope(context, *rule->rule, text, s)) candidates.push_back({rule, &hit});
      }
      std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        const std::string_view left = category_of(a.rule->rule->id);
        const std::string_view right = category_of(b.rule->rule->id);
        if (left != right) return left < right;
        // What a rule of its own can say in particular is worth more than the sum of all.
        if (a.rule->rule->fitted != b.rule->rule->fitted) return b.rule->rule->fitted;
        return a.hit->score != b.hit->score ? a.hit->score > b.hit->score : a.rule->rule->id < b.rule->rule->id;
      });
      std::string_view told;
      for (const Candidate& candidate : candidates) {
        const std::string_view category = category_of(candidate.rule->rule->id);
        if (category == told) continue;
        told = category;
        sink.add(*candidate.rule, text,
                 speaks_of_sentence(context, *candidate.rule->rule) ? text.document.sentences()[s].source
                                                                    : text.document.source_of(candidate.hit->tokens));
      }
    }
  }
}

}  // namespace candor
