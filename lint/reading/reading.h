// What candor understood of one text and of one application.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/dates/calendar.h"
#include "lint/reading/passage.h"
#include "lint/reading/section.h"
#include "lint/reading/signals.h"
#include "lint/rule/matcher.h"
#include "lint/source/source.h"
#include "lint/text/document.h"

namespace candor {

struct TextReading {
  Source source;
  Document document;
  std::string local;   // the name as settings' patterns see it
  bool linted = true;  // false: context only, no findings of its own
  std::vector<Section> sections;
  SentenceSignals signals;        // of the rules
  std::vector<Passage> passages;  // in text order, not overlapping

  // The section that holds the block; the last one where none does.
  [[nodiscard]] const Section& section_of(std::uint32_t block) const;
};

struct ApplicationReading {
  std::string root;  // relative to the working directory
  std::vector<TextReading> texts;
  CivilDate as_of;  // the date of the application: what "present" means
};

// Reads a text on its own: document, sections, signals, passages. Thread safe with a matcher of one's own.
// `everything_is_passage`: rules for passages read every sentence, as the examples inside rules want it. `memory`,
// where it is not null, is what earlier readings with this bank left, and takes what this one leaves.
[[nodiscard]] TextReading read_text(Source source, std::string local, std::optional<SectionKind> given,
                                    SentenceMatcher& matcher, const PatternBank& bank,
                                    bool everything_is_passage = false, SentenceMemory* memory = nullptr);

}  // namespace candor
