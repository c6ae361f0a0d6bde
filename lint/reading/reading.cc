#include "lint/reading/reading.h"

#include <algorithm>
#include <utility>

namespace candor {
namespace {

// By signal: the rule that owns it reads words in quotation marks too.
std::vector<bool> quotation_readers(const RulesetData& ruleset) {
  std::vector<bool> readers(ruleset.signals.size(), false);
  for (const RuleData& rule : ruleset.rules) {
    if (rule.quotations && rule.signal >= 0) readers[static_cast<std::size_t>(rule.signal)] = true;
  }
  return readers;
}

bool has_quotation(const Document& document, const Sentence& sentence) {
  const auto tokens = document.tokens(sentence);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.quoted; });
}

// Reads every sentence. A rule that a following sentence takes back ("unless-next") is vetoed where it stood.
SentenceSignals read_signals(const Document& document, SentenceMatcher& matcher, const RulesetData& ruleset) {
  const std::vector<bool> reads_quotations = quotation_readers(ruleset);
  SentenceSignals signals;
  signals.starts.reserve(document.sentences().size() + 1);
  std::uint32_t previous_start = 0;
  std::uint32_t previous_block = ~0U;
  for (const Sentence& sentence : document.sentences()) {
    const auto start = static_cast<std::uint32_t>(signals.hits.size());
    signals.starts.push_back(start);
    matcher.read(document, sentence);
    if (sentence.block == previous_block) {
      for (const std::uint32_t vetoed : matcher.vetoes_before()) {
        for (std::uint32_t h = previous_start; h < start; ++h)
          signals.hits[h].vetoed |= signals.hits[h].signal == vetoed;
      }
    }
    signals.hits.insert(signals.hits.end(), matcher.signals().begin(), matcher.signals().end());
    if (has_quotation(document, sentence)) {
      matcher.read(document, sentence, true);
      const auto own = signals.hits.begin() + static_cast<std::ptrdiff_t>(start);
      signals.hits.erase(
          std::remove_if(own, signals.hits.end(), [&](const SignalHit& hit) { return reads_quotations[hit.signal]; }),
          signals.hits.end());
      for (const SignalHit& hit : matcher.signals()) {
        if (reads_quotations[hit.signal]) signals.hits.push_back(hit);
      }
    }
    previous_start = start;
    previous_block = sentence.block;
  }
  signals.starts.push_back(static_cast<std::uint32_t>(signals.hits.size()));
  return signals;
}

}  // namespace

const Section& TextReading::section_of(std::uint32_t block) const {
  const auto at =
      std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.blocks.contains(block); });
  return at == sections.end() ? sections.back() : *at;
}

TextReading read_text(Source source, std::string local, std::optional<SectionKind> given, SentenceMatcher& matcher,
                      const PatternBank& bank) {
  Document document = read_document(source, format_of(source.name()));
  std::vector<Section> sections = read_sections(document, source.name(), given);
  SentenceSignals signals = read_signals(document, matcher, bank.ruleset());
  std::vector<Passage> passages = read_passages(document, sections, signals, bank);
  return {std::move(source),   std::move(document), std::move(local),   true,
          std::move(sections), std::move(signals),  std::move(passages)};
}

}  // namespace candor
