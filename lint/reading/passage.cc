#include "lint/reading/passage.h"

namespace candor {

std::span<const Layer> layers_of(Topic topic) {
  static constexpr Layer kStudy[] = {Layer::context, Layer::insight, Layer::change, Layer::result};
  static constexpr Layer kGap[] = {Layer::bounded, Layer::reason, Layer::responsibility, Layer::relevance, Layer::recovery};
  static constexpr Layer kDiscipline[] = {Layer::facts, Layer::ownership, Layer::corrective, Layer::record};
  switch (topic) {
    case Topic::gap: return kGap;
    case Topic::discipline: return kDiscipline;
    case Topic::none: return {};
    default: return kStudy;
  }
}

std::vector<Passage> read_passages(const Document&, std::span<const Section>, const SentenceSignals&, const PatternBank&) { return {}; }

}  // namespace candor
