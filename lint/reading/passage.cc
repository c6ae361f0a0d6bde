#include "lint/reading/passage.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include "lint/reading/reading.h"
#include "lint/reading/section.h"

namespace candor {
namespace {

constexpr std::size_t kTopics = 5;  // all but Topic::none

// Log-odds that it costs to open a passage or to close it, and to go over from one topic to the next. Chosen on
// corpus/train, each writer's texts read by a reader fitted on those of the others.
constexpr float kBorder = 3.5F;
constexpr float kBorderAtParagraph = 0.3F * kBorder;  // most passages begin and end with a paragraph
constexpr float kSwitching = 6;
constexpr float kInside = 1;                   // added to "this is a passage": a fitted reader underlines too little
constexpr float kTopicShare = 0.3F;            // how much the topic's own signal adds to it
constexpr float kLeastGain = 9;                // what a passage has to earn that takes less than half of a text
constexpr float kLeastMean = 1.5F;             // and what its sentences have to earn on average
constexpr std::uint32_t kLongestPassage = 12;  // sentences; in corpus/train the longest explanation has ten
constexpr std::uint32_t kAround = 4;  // sentences of the same paragraph, before and after, that may still carry a layer
constexpr float kMostSurprise = 4;    // one sentence alone never decides more than this
constexpr float kInterruptionField = 5;  // a text in the interruption field is a passage even when it is one line
constexpr float kEntryField = -2;        // lists of entries seldom explain anything
constexpr float kNever = -1e6F;
constexpr std::uint32_t kDwellingSentences = 2;

// Which signal of rules/weights.toml speaks for a layer.
std::string_view signal_of(Layer layer) {
  switch (layer) {
    case Layer::context:
      return "reads.context";
    case Layer::insight:
    case Layer::ownership:
      return "reads.own";
    case Layer::change:
    case Layer::responsibility:
    case Layer::corrective:
      return "reads.act";
    case Layer::result:
    case Layer::record:
      return "reads.outcome";
    case Layer::bounded:
      return "reads.bounded";
    case Layer::reason:
      return "reads.reason";
    case Layer::relevance:
      return "reads.relevance";
    case Layer::recovery:
      return "reads.recovery";
    case Layer::facts:
      return "reads.facts";
  }
  return {};
}

// One signal, ready to be asked about any sentence.
class Reader {
 public:
  Reader(const PatternBank& bank, SignalReader& signals, std::string_view name) : signals_(signals) {
    index_ = bank.signal(name);
    if (index_ < 0) return;
    const SignalData& signal = bank.ruleset().signals[static_cast<std::size_t>(index_)];
    bias_ = signal.bias;
    first_ = signal.first;
  }

  [[nodiscard]] const SignalHit* hit(std::uint32_t sentence) const { return signals_.hit(sentence, index_); }
  // Where the strongest cue stands.
  [[nodiscard]] IndexRange words(std::uint32_t sentence) const { return signals_.words_of(sentence, index_); }
  // Log-odds. `opens`: the sentence is the first of its passage.
  [[nodiscard]] float score(std::uint32_t sentence, bool opens = false) const {
    const SignalHit* found = hit(sentence);
    return (found != nullptr ? found->score : bias_) + (opens ? first_ : 0);
  }

 private:
  SignalReader& signals_;
  std::int32_t index_ = -1;
  float bias_ = kNever;  // a ruleset without the signal never finds what it reads
  float first_ = 0;
};

float limit(const PatternBank& bank, std::string_view name) {
  for (const LimitData& limit : bank.ruleset().limits) {
    if (limit.name == name) return static_cast<float>(limit.value);
  }
  return 0;
}

class PassageFinder {
 public:
  PassageFinder(const Document& document, std::span<const Section> sections, SignalReader& signals,
                const PatternBank& bank)
      : document_(document), sections_(sections), signals_(signals), bank_(bank) {}

  std::vector<Passage> find() {
    std::vector<Passage> passages;
    const std::vector<Scores> scores = emissions();
    const std::vector<std::uint8_t> topics = topics_of_sentences(scores);
    for (std::uint32_t s = 0; s < topics.size();) {
      std::uint32_t end = s + 1;
      while (end < topics.size() && topics[end] == topics[s]) ++end;
      if (topics[s] < kTopics && earns_its_place({s, end}, topics[s], scores))
        passages.push_back(read({s, end}, around({s, end}, topics), static_cast<Topic>(topics[s])));
      s = end;
    }
    return passages;
  }

 private:
  using Scores = std::array<float, kTopics + 1>;  // by topic; the last: no passage

  // How likely each sentence is to belong to a passage of each topic, by itself.
  std::vector<Scores> emissions() const {
    const Reader passage(bank_, signals_, "passage");
    std::vector<Reader> topics;
    for (std::size_t t = 0; t < kTopics; ++t)
      topics.emplace_back(bank_, signals_, "topic." + std::string(kTopicNames[t]));
    std::vector<Scores> all(document_.sentences().size());
    std::size_t section = 0;
    for (std::uint32_t s = 0; s < all.size(); ++s) {
      const Block& block = document_.blocks()[document_.sentences()[s].block];
      while (section + 1 < sections_.size() && !sections_[section].blocks.contains(document_.sentences()[s].block))
        ++section;
      const float place = prior(block, sections_[section].kind);
      const float inside = kInside + std::clamp(passage.score(s), -kMostSurprise, kMostSurprise);
      for (std::size_t t = 0; t < kTopics; ++t) all[s][t] = place + inside + kTopicShare * topics[t].score(s);
      all[s][kTopics] = 0;
    }
    return all;
  }

  static float prior(const Block& block, SectionKind section) {
    if (block.kind == BlockKind::heading || block.kind == BlockKind::table_row) return kNever;
    switch (section) {
      case SectionKind::interruption:
        return kInterruptionField;
      case SectionKind::experience:
      case SectionKind::education:
      case SectionKind::exams:
        return block.kind == BlockKind::list_item ? kNever : kEntryField;
      default:
        return 0;
    }
  }

  // The likeliest topic of every sentence, kTopics for none, when opening, closing and changing a passage have their
  // price (the Viterbi algorithm over a chain of sentences).
  std::vector<std::uint8_t> topics_of_sentences(const std::vector<Scores>& emission) const {
    const std::size_t n = emission.size();
    std::vector<std::uint8_t> path(n, kTopics);
    if (n == 0) return path;
    std::vector<std::array<std::uint8_t, kTopics + 1>> from(n);
    Scores best = emission[0];
    for (std::size_t t = 0; t < kTopics; ++t) best[t] -= kBorder;
    for (std::size_t s = 1; s < n; ++s) {
      const bool same_block = document_.sentences()[s].block == document_.sentences()[s - 1].block;
      const float border = same_block ? kBorder : kBorderAtParagraph;
      Scores next{};
      for (std::size_t to = 0; to <= kTopics; ++to) {
        float top = -std::numeric_limits<float>::infinity();
        for (std::size_t at = 0; at <= kTopics; ++at) {
          const float price = at == to ? 0 : at == kTopics || to == kTopics ? border : kSwitching;
          if (best[at] - price <= top) continue;
          top = best[at] - price;
          from[s][to] = static_cast<std::uint8_t>(at);
        }
        next[to] = top + emission[s][to];
      }
      best = next;
    }
    for (std::size_t t = 0; t < kTopics; ++t) best[t] -= kBorderAtParagraph;
    path[n - 1] = static_cast<std::uint8_t>(std::max_element(best.begin(), best.end()) - best.begin());
    for (std::size_t s = n - 1; s > 0; --s) path[s - 1] = from[s][path[s]];
    return path;
  }

  // A text without a setback may sound like one all along, a little: a passage is short, and its sentences speak
  // clearly.
  static bool earns_its_place(IndexRange sentences, std::size_t topic, const std::vector<Scores>& scores) {
    float gain = 0;
    for (std::uint32_t s = sentences.first; s < sentences.last; ++s) gain += scores[s][topic];
    const float mean = gain / static_cast<float>(sentences.size());
    if (mean < kLeastMean || (sentences.size() > kLongestPassage && mean < kInterruptionField)) return false;
    return gain >= kLeastGain || sentences.size() * 2 >= scores.size();
  }

  // The passage and the sentences around it that belong to no other: a layer told there is told.
  IndexRange around(IndexRange sentences, const std::vector<std::uint8_t>& topics) const {
    const auto all = document_.sentences();
    IndexRange wide = sentences;
    while (wide.first > 0 && sentences.first - wide.first < kAround && topics[wide.first - 1] == kTopics &&
           all[wide.first - 1].block == all[sentences.first].block) {
      --wide.first;
    }
    while (wide.last < all.size() && wide.last - sentences.last < kAround && topics[wide.last] == kTopics &&
           all[wide.last].block == all[sentences.last - 1].block) {
      ++wide.last;
    }
    return wide;
  }

  Passage read(IndexRange sentences, IndexRange wide, Topic topic) const {
    Passage passage;
    passage.topic = topic;
    passage.sentences = sentences;
    for (const Layer layer : layers_of(topic)) passage.layers.push_back(read_layer(layer, sentences.first, wide));
    read_dwelling(passage);
    return passage;
  }

  LayerReading read_layer(Layer layer, std::uint32_t opening, IndexRange sentences) const {
    const Reader reader(bank_, signals_, signal_of(layer));
    const float threshold = limit(bank_, "layer." + std::string(to_string(layer)));
    LayerReading reading;
    reading.layer = layer;
    reading.score = kNever;
    for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
      const float score = reader.score(s, s == opening);
      reading.score = std::max(reading.score, score);
      if (score < threshold) continue;
      reading.present = true;
      reading.evidence.push_back(clause_around(reader.words(s), document_.sentences()[s]));
    }
    return reading;
  }

  // The words between the marks on both sides of the strongest cue: enough to see why.
  IndexRange clause_around(IndexRange clause, const Sentence& sentence) const {
    if (clause.empty()) return sentence.tokens;
    const auto is_mark = [&](std::uint32_t token) {
      const Token& t = document_.tokens()[token];
      return t.kind == TokenKind::punctuation && document_.view(t.view) != "'" && document_.view(t.view) != "/";
    };
    while (clause.first > sentence.tokens.first && !is_mark(clause.first - 1)) --clause.first;
    while (clause.last < sentence.tokens.last && !is_mark(clause.last)) ++clause.last;
    return clause;
  }

  void read_dwelling(Passage& passage) const {
    const Reader circumstance(bank_, signals_, "reads.circumstance");
    const float threshold = limit(bank_, "layer.circumstance");
    for (std::uint32_t s = passage.sentences.first; s < passage.sentences.last; ++s) {
      if (circumstance.score(s, s == passage.sentences.first) >= threshold) passage.dwelling_sentences.push_back(s);
    }
    passage.dwelling = passage.dwelling_sentences.size() > kDwellingSentences;
  }

  const Document& document_;
  std::span<const Section> sections_;
  SignalReader& signals_;
  const PatternBank& bank_;
};

}  // namespace

Span source_of(const Document& document, const Passage& passage) {
  const auto sentences = document.sentences();
  return hull(sentences[passage.sentences.first].source, sentences[passage.sentences.last - 1].source);
}

std::span<const Layer> layers_of(Topic topic) {
  static constexpr Layer kStudy[] = {Layer::context, Layer::insight, Layer::change, Layer::result};
  static constexpr Layer kGap[] = {Layer::bounded, Layer::reason, Layer::responsibility, Layer::relevance,
                                   Layer::recovery};
  static constexpr Layer kDiscipline[] = {Layer::facts, Layer::ownership, Layer::corrective, Layer::record};
  switch (topic) {
    case Topic::gap:
      return kGap;
    case Topic::discipline:
      return kDiscipline;
    case Topic::none:
      return {};
    default:
      return kStudy;
  }
}

std::vector<Passage> read_passages(const Document& document, std::span<const Section> sections, SignalReader& signals,
                                   const PatternBank& bank) {
  return PassageFinder(document, sections, signals, bank).find();
}

}  // namespace candor
