#include "lint/reading/reading.h"

#include <algorithm>
#include <utility>

#include "lint/reading/sentence_memory.h"

namespace candor {
namespace {

// By sentence: it stands in a passage, so that the rules for passages read it.
std::vector<bool> in_passages(const Document& document, const std::vector<Passage>& passages, bool everything) {
  std::vector<bool> in(document.sentences().size(), everything);
  for (const Passage& passage : passages) {
    for (std::uint32_t s = passage.sentences.first; s < passage.sentences.last; ++s) in[s] = true;
  }
  return in;
}

}  // namespace

const Section& TextReading::section_of(std::uint32_t block) const {
  // They cover every block, in order.
  const auto at = std::ranges::partition_point(sections, [&](const Section& s) { return s.blocks.last <= block; });
  return at == sections.end() ? sections.back() : *at;
}

TextReading read_text(Source source, std::string local, std::optional<SectionKind> given, SentenceMatcher& matcher,
                      const PatternBank& bank, bool everything_is_passage, SentenceMemory* memory) {
  Document document = read_document(source, format_of(source.name()));
  std::vector<Section> sections = read_sections(document, source.name(), given);
  if (memory != nullptr) memory->begin();
  SignalReader reader(document, matcher, bank, memory);
  std::vector<Passage> passages = read_passages(document, sections, reader, bank);
  SentenceSignals signals = reader.read_rules(in_passages(document, passages, everything_is_passage));
  return {std::move(source),   std::move(document), std::move(local),   true,
          std::move(sections), std::move(signals),  std::move(passages)};
}

}  // namespace candor
