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

// Reads sentences, and takes back what a following sentence rejects ("unless-next").
class SignalReader {
 public:
  SignalReader(const Document& document, SentenceMatcher& matcher, const RulesetData& ruleset)
      : document_(document), matcher_(matcher), reads_quotations_(quotation_readers(ruleset)) {}

  // Without the rules for passages, unless `passage_rules`: most sentences stand in none, and those rules are many.
  SentenceSignals read_all(bool passage_rules) {
    signals_.starts.reserve(document_.sentences().size() + 1);
    for (std::uint32_t s = 0; s < document_.sentences().size(); ++s) read(s, passage_rules);
    return finish();
  }

  // The sentences of passages, and those right behind them, again with all rules; the others as they were.
  SentenceSignals read_passages(const SentenceSignals& before, const std::vector<Passage>& passages) {
    std::vector<bool> again(document_.sentences().size(), false);
    for (const Passage& passage : passages) {
      for (std::uint32_t s = passage.sentences.first; s <= passage.sentences.last && s < again.size(); ++s)
        again[s] = true;
    }
    for (std::uint32_t s = 0; s < again.size(); ++s) {
      if (again[s]) {
        read(s, true);
      } else {
        signals_.starts.push_back(static_cast<std::uint32_t>(signals_.hits.size()));
        signals_.hits.insert(signals_.hits.end(), before.of(s).begin(), before.of(s).end());
      }
    }
    return finish();
  }

 private:
  void read(std::uint32_t index, bool passage_rules) {
    const Sentence& sentence = document_.sentences()[index];
    std::vector<SignalHit>& hits = signals_.hits;
    const auto start = static_cast<std::uint32_t>(hits.size());
    signals_.starts.push_back(start);
    matcher_.read(document_, sentence, {.quotations = false, .passage_rules = passage_rules});
    const bool follows = index > 0 && document_.sentences()[index - 1].block == sentence.block;
    for (const std::uint32_t vetoed : matcher_.vetoes_before()) {
      for (std::uint32_t h = follows ? signals_.starts[index - 1] : start; h < start; ++h)
        hits[h].vetoed |= hits[h].signal == vetoed;
    }
    hits.insert(hits.end(), matcher_.signals().begin(), matcher_.signals().end());
    if (!has_quotation(document_, sentence)) return;
    const auto own = hits.begin() + static_cast<std::ptrdiff_t>(start);
    hits.erase(std::remove_if(own, hits.end(), [&](const SignalHit& hit) { return reads_quotations_[hit.signal]; }),
               hits.end());
    matcher_.read(document_, sentence, {.quotations = true, .passage_rules = passage_rules});
    for (const SignalHit& hit : matcher_.signals()) {
      if (reads_quotations_[hit.signal]) hits.push_back(hit);
    }
  }

  SentenceSignals finish() {
    signals_.starts.push_back(static_cast<std::uint32_t>(signals_.hits.size()));
    return std::move(signals_);
  }

  const Document& document_;
  SentenceMatcher& matcher_;
  std::vector<bool> reads_quotations_;
  SentenceSignals signals_;
};

}  // namespace

const Section& TextReading::section_of(std::uint32_t block) const {
  const auto at =
      std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.blocks.contains(block); });
  return at == sections.end() ? sections.back() : *at;
}

TextReading read_text(Source source, std::string local, std::optional<SectionKind> given, SentenceMatcher& matcher,
                      const PatternBank& bank, bool everything_is_passage) {
  Document document = read_document(source, format_of(source.name()));
  std::vector<Section> sections = read_sections(document, source.name(), given);
  SentenceSignals signals = SignalReader(document, matcher, bank.ruleset()).read_all(everything_is_passage);
  std::vector<Passage> passages = read_passages(document, sections, signals, bank);
  if (!passages.empty() && !everything_is_passage) {
    signals = SignalReader(document, matcher, bank.ruleset()).read_passages(signals, passages);
  }
  return {std::move(source),   std::move(document), std::move(local),   true,
          std::move(sections), std::move(signals),  std::move(passages)};
}

}  // namespace candor
