#include "lint/reading/signals.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "lint/reading/sentence_memory.h"

namespace candor {
namespace {

bool has_quotation(const Document& document, const Sentence& sentence) {
  const auto tokens = document.tokens(sentence);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.quoted; });
}

// The number at the place, or the last one where there are fewer; 0 where there is none.
float at_most(std::span<const float> numbers, std::uint32_t place) {
  return numbers.empty() ? 0 : numbers[std::min<std::size_t>(place, numbers.size() - 1)];
}

}  // namespace

PassageSignal::PassageSignal(const PatternBank& bank, std::string_view name, Topic topic)
    : own(bank.signal(name)),
      before(bank.signal(fmt::format("before.{}", name))),
      after(bank.signal(fmt::format("after.{}", name))),
      of_topic(bank.signal(fmt::format("{}.{}", to_string(topic), name))) {}

SignalReader::SignalReader(const Document& document, SentenceMatcher& matcher, const PatternBank& bank,
                           SentenceMemory* memory)
    : document_(document),
      matcher_(matcher),
      bank_(bank),
      memory_(memory),
      owners_(bank.ruleset().signals.size(), Owner::none),
      reads_quotations_(bank.ruleset().signals.size(), false) {
  for (const RuleData& rule : bank.ruleset().rules) {
    if (rule.signal < 0) continue;
    const auto signal = static_cast<std::size_t>(rule.signal);
    owners_[signal] = rule.scope == Scope::passage ? Owner::rule_for_passages : Owner::rule_for_anywhere;
    if (rule.quotations) reads_quotations_[signal] = true;
  }
  anywhere_.sentences.resize(document.sentences().size());
  in_passages_.sentences.resize(document.sentences().size());
}

void SignalReader::Kept::add(std::span<const SignalHit> more) {
  for (const SignalHit& hit : more) {
    hits.push_back(hit);
    places[hit.signal] = static_cast<std::uint16_t>(hits.size());
  }
}

void SignalReader::Kept::clear() {
  for (const SignalHit& hit : hits) places[hit.signal] = 0;
  hits.clear();
  groups = 0;
}

SignalReader::Kept& SignalReader::kept(std::uint32_t sentence) {
  Kept& kept = kept_[sentence % kKept];
  if (kept.sentence != sentence) {
    kept.clear();
    kept.sentence = sentence;
    kept.places.resize(bank_.ruleset().signals.size());
  }
  return kept;
}

void SignalReader::read_groups(std::uint32_t sentence, Groups groups) {
  Kept& kept = this->kept(sentence);
  const auto missing = static_cast<Groups>(groups & ~unsigned{kept.groups});
  if (missing == 0) return;
  kept.groups = static_cast<Groups>(kept.groups | missing);
  read(sentence, missing, scratch_);
  const auto others = std::partition(scratch_.begin(), scratch_.end(), [this](const SignalHit& hit) {
    return owners_[hit.signal] == Owner::rule_for_anywhere;
  });
  kept.add({others, scratch_.end()});
  if ((missing & only_group(kForEverySentence)) == 0 || anywhere_.sentences[sentence]) return;
  anywhere_.sentences[sentence] = true;
  keep(sentence, {scratch_.begin(), others}, anywhere_);
}

void SignalReader::read_ahead(std::uint32_t sentence) { read_groups(sentence, TriggerTables::all_groups()); }

const SignalHit* SignalReader::hit(std::uint32_t sentence, std::int32_t signal) {
  if (signal < 0) return nullptr;
  read_groups(sentence, only_group(bank_.triggers().group_of[static_cast<std::size_t>(signal)]));
  const Kept& kept = this->kept(sentence);
  const std::uint16_t place = kept.places[static_cast<std::size_t>(signal)];
  return place == 0 ? nullptr : &kept.hits[place - 1U];
}

float SignalReader::score(std::uint32_t sentence, std::int32_t signal) {
  if (signal < 0) return 0;
  const SignalHit* found = hit(sentence, signal);
  return found != nullptr ? found->score : bank_.ruleset().signals[static_cast<std::size_t>(signal)].bias;
}

float SignalReader::added(const PassageSignal& signal, std::uint32_t sentence, IndexRange passage) {
  float sum = score(sentence, signal.of_topic);
  if (signal.own >= 0) {
    const SignalData& own = bank_.ruleset().signals[static_cast<std::size_t>(signal.own)];
    sum += at_most(own.sentences_before, sentence - passage.first);
    sum += at_most(own.sentences_after, passage.last - sentence - 1);
    sum += at_most(own.sentences, passage.size() - 1);
  }
  if (sentence > passage.first) sum += score(sentence - 1, signal.before);
  if (sentence + 1 < passage.last) sum += score(sentence + 1, signal.after);
  return sum;
}

IndexRange SignalReader::words_of(std::uint32_t sentence, std::int32_t signal) {
  const SignalHit* found = hit(sentence, signal);
  return found == nullptr ? IndexRange{} : find(sentence, *found);
}

SentenceSignals SignalReader::read_rules(const std::vector<bool>& in_passage) {
  SentenceSignals signals;
  signals.starts.reserve(in_passage.size() + 1);
  for (std::uint32_t s = 0; s < in_passage.size(); ++s) {
    signals.starts.push_back(static_cast<std::uint32_t>(signals.hits.size()));
    const auto append = [&](const RulesRead& rules) {
      if (const auto found = rules.found.find(s); found != rules.found.end())
        signals.hits.insert(signals.hits.end(), found->second.begin(), found->second.end());
    };
    if (!anywhere_.sentences[s]) read_groups(s, only_group(kForEverySentence));
    append(anywhere_);
    if (!in_passage[s]) continue;
    if (!in_passages_.sentences[s]) {
      std::vector<SignalHit> said = say_in_passage(s);
      judge(s, said);
    }
    append(in_passages_);
  }
  signals.starts.push_back(static_cast<std::uint32_t>(signals.hits.size()));
  return signals;
}

void SignalReader::read_passage(IndexRange passage, Topic topic) {
  std::vector<PassageSignal> fitted;
  for (const RuleData& rule : bank_.ruleset().rules) {
    if (rule.fitted && rule.scope == Scope::passage) fitted.emplace_back(bank_, rule.id, topic);
  }
  for (std::uint32_t s = passage.first; s < passage.last; ++s) {
    std::vector<SignalHit> said = say_in_passage(s);
    for (const PassageSignal& signal : fitted) {
      const auto hit = std::ranges::find(said, static_cast<std::uint32_t>(signal.own), &SignalHit::signal);
      if (hit != said.end()) hit->score += added(signal, s, passage);
    }
    judge(s, said);
  }
}

std::vector<SignalHit> SignalReader::say_in_passage(std::uint32_t sentence) {
  read_groups(sentence, only_group(kForPassages));
  std::vector<SignalHit> said;
  std::ranges::copy_if(kept(sentence).hits, std::back_inserter(said),
                       [this](const SignalHit& hit) { return owners_[hit.signal] == Owner::rule_for_passages; });
  return said;
}

void SignalReader::judge(std::uint32_t sentence, std::span<SignalHit> said) {
  in_passages_.sentences[sentence] = true;
  veto_by_fitted(said);
  keep(sentence, said, in_passages_);
}

void SignalReader::keep(std::uint32_t sentence, std::span<const SignalHit> hits, RulesRead& rules) {
  for (const SignalHit& hit : hits) {
    if (!is_there(hit)) continue;
    SignalHit& kept = rules.found[sentence].emplace_back(hit);
    kept.tokens = find(sentence, hit);
  }
}

IndexRange SignalReader::find(std::uint32_t sentence, const SignalHit& hit) {
  if (hit.strongest == SignalHit::kNoCue) return {};
  look_up(sentence, reads_quotations_[hit.signal]);
  return matcher_.find(bank_.cue(hit.signal, hit.strongest));
}

void SignalReader::veto_by_fitted(std::span<SignalHit> hits) const {
  for (SignalHit& hit : hits) {
    const PatternBank::Judge judge = bank_.judge(hit.signal);
    if (judge.signal < 0 || !is_there(hit)) continue;
    const auto says = std::ranges::find(hits, static_cast<std::uint32_t>(judge.signal), &SignalHit::signal);
    const float score =
        says != hits.end() ? says->score : bank_.ruleset().signals[static_cast<std::size_t>(judge.signal)].bias;
    hit.vetoed |= score < judge.least;
  }
}

bool SignalReader::is_there(const SignalHit& hit) const {
  return !hit.vetoed && hit.score >= bank_.ruleset().signals[hit.signal].threshold;
}

void SignalReader::look_up(std::uint32_t sentence, bool quotations) {
  if (looked_up_ == sentence && with_quotations_ == quotations) return;
  looked_up_ = sentence;
  with_quotations_ = quotations;
  matcher_.look_up(document_, document_.sentences()[sentence], quotations);
}

SignalReader::Said SignalReader::match(std::uint32_t sentence, Groups groups, bool quotations) {
  if (memory_ != nullptr) return remember(sentence, groups, quotations);
  look_up(sentence, quotations);
  matcher_.match(groups);
  return {matcher_.signals(), matcher_.vetoes_before()};
}

SignalReader::Said SignalReader::remember(std::uint32_t sentence, Groups groups, bool quotations) {
  remembered_ = {};
  for (std::uint8_t group = 0; group < kGroups; ++group) {
    if ((groups & only_group(group)) == 0) continue;
    SentenceSaid& said = memory_->of(document_, document_.sentences()[sentence], quotations, group);
    if (!said.known) {
      look_up(sentence, quotations);
      matcher_.match(only_group(group));
      said.known = true;
      said.signals.assign(matcher_.signals().begin(), matcher_.signals().end());
      said.vetoes_before.assign(matcher_.vetoes_before().begin(), matcher_.vetoes_before().end());
    }
    std::ranges::copy(said.signals, std::back_inserter(remembered_.signals));
    std::ranges::copy(said.vetoes_before, std::back_inserter(remembered_.vetoes_before));
  }
  return {remembered_.signals, remembered_.vetoes_before};
}

void SignalReader::read(std::uint32_t sentence, Groups groups, std::vector<SignalHit>& hits) {
  const Said said = match(sentence, groups, false);
  hits.assign(said.signals.begin(), said.signals.end());
  const auto those_with = [&](bool TriggerTables::Group::*has) {
    Groups with = 0;
    for (std::size_t g = 0; g < kGroups; ++g) {
      if (bank_.triggers().groups[g].*has) with = static_cast<Groups>(with | (groups & only_group(g)));
    }
    return with;
  };
  const Groups quotations = those_with(&TriggerTables::Group::quotations);
  if (quotations != 0 && has_quotation(document_, document_.sentences()[sentence]))
    read_quotations(sentence, quotations, hits);
  const Groups vetoes = those_with(&TriggerTables::Group::vetoes_before);
  if (vetoes != 0) veto_by_next(sentence, vetoes, hits);
}

// The sentence again, for the signals that read words in quotation marks.
void SignalReader::read_quotations(std::uint32_t sentence, Groups groups, std::vector<SignalHit>& hits) {
  std::erase_if(hits, [&](const SignalHit& hit) { return reads_quotations_[hit.signal]; });
  for (const SignalHit& hit : match(sentence, groups, true).signals) {
    if (reads_quotations_[hit.signal]) hits.push_back(hit);
  }
}

// Takes back what the next sentence of the paragraph rejects ("unless-next").
void SignalReader::veto_by_next(std::uint32_t sentence, Groups groups, std::span<SignalHit> hits) {
  const auto sentences = document_.sentences();
  const std::uint32_t next = sentence + 1;
  if (next == sentences.size() || sentences[next].block != sentences[sentence].block) return;
  const bool asks = std::any_of(hits.begin(), hits.end(), [this](const SignalHit& hit) {
    return is_there(hit) && !bank_.ruleset().signals[hit.signal].unless_next.empty();
  });
  if (!asks) return;
  for (const std::uint32_t vetoed : match(next, groups, false).vetoes_before) {
    for (SignalHit& hit : hits) hit.vetoed |= hit.signal == vetoed;
  }
}

}  // namespace candor
