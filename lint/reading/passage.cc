#include "lint/reading/passage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <utility>

#include "lint/dates/expression.h"
#include "lint/reading/chain.h"
#include "lint/reading/section.h"
#include "lint/reading/signals.h"

namespace candor {
namespace {

constexpr std::size_t kTopics = 5;  // all but Topic::none

// In log-odds: whether a second passage begins inside a run of sentences, beside what its first sentence tells. A
// logistic regression over neighbouring passages of corpus/train and of one writer's passages laid end to end.
constexpr float kBorder = 13;                // against it,
constexpr float kBorderAmongOthers = 11.5F;  // in a text of several paragraphs
constexpr float kBorderSentence = 1.85F;     // for it, each sentence on either side,
constexpr std::uint32_t kBorderReach = 3;    // of those nearest
constexpr float kBorderParagraph = 1.3F;
constexpr float kBorderTopic = 0.75F;   // both sides are likeliest of different topics
constexpr float kBorderTopics = 0.12F;  // a part of what they tell more, each for itself, than the whole

// In log-odds. Chosen on corpus/train.
constexpr float kPart = 1.5F;             // what a part of a run has to tell by itself
constexpr float kInterruptionField = 20;  // a text in the interruption field is a passage even when it is one line
constexpr float kEntryField = -2;         // lists of entries seldom explain anything
constexpr float kNever = -1e6F;
constexpr std::uint32_t kDwellingSentences = 2;
constexpr double kShortestGap = 3;  // months
constexpr float kSpeaks = 0.01F;    // what a sentence that carries a part of a layer adds at least

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
      return {};  // dates tell, see has_both_ends
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
    first_ = bank.ruleset().signals[static_cast<std::size_t>(index_)].first;
  }

  // Where the strongest cue stands.
  [[nodiscard]] IndexRange words(std::uint32_t sentence) const { return signals_.words_of(sentence, index_); }
  // What is added once a passage.
  [[nodiscard]] float first() const { return first_; }
  // Log-odds.
  [[nodiscard]] float score(std::uint32_t sentence) const {
    return index_ >= 0 ? signals_.score(sentence, index_) : kNever;  // without the signal, what it reads is never found
  }

 private:
  SignalReader& signals_;
  std::int32_t index_ = -1;
  float first_ = 0;
};

// A signal that speaks for a layer, and what speaks for it in the passage.
class LayerReader {
 public:
  LayerReader(const PatternBank& bank, SignalReader& signals, std::string_view name, Topic topic)
      : own_(bank, signals, name), signal_(bank, name, topic), signals_(signals) {}

  [[nodiscard]] const Reader& own() const { return own_; }
  // Log-odds, of a sentence of the passage.
  [[nodiscard]] float score(std::uint32_t sentence, IndexRange passage) const {
    return own_.score(sentence) + signals_.added(signal_, sentence, passage);
  }

 private:
  Reader own_;
  PassageSignal signal_;
  SignalReader& signals_;
};

float limit(const PatternBank& bank, std::string_view name) {
  for (const LimitData& limit : bank.ruleset().limits) {
    if (limit.name == name) return static_cast<float>(limit.value);
  }
  return 0;
}

// The scores of some signals over a run of sentences. A sentence is asked for all of them before the next one, so that
// it is matched once however long the run is.
class ScoreTable {
 public:
  ScoreTable(std::span<const LayerReader* const> readers, IndexRange passage)
      : first_(passage.first), width_(readers.size()) {
    scores_.reserve(passage.size() * width_);
    for (std::uint32_t s = passage.first; s < passage.last; ++s) {
      for (const LayerReader* reader : readers) scores_.push_back(reader->score(s, passage));
    }
  }

  [[nodiscard]] float of(std::size_t reader, std::uint32_t sentence) const {
    return scores_[(sentence - first_) * width_ + reader];
  }

 private:
  std::uint32_t first_;
  std::size_t width_;
  std::vector<float> scores_;
};

// What each topic comes to over any part of one run of sentences.
class TopicSums {
 public:
  // `openings`: the signals of what the first sentence tells more; `opens`: that of another matter.
  TopicSums(SignalReader& signals, std::span<const Reader> topics, std::span<const std::int32_t> openings,
            const Reader& opens, IndexRange run)
      : first_(run.first), sums_(run.size() + 1), openings_(run.size()) {
    opens_.reserve(run.size());
    for (std::size_t t = 0; t < kTopics; ++t) first_of_[t] = topics[t].first();
    for (std::uint32_t s = run.first; s < run.last; ++s) {
      signals.read_ahead(s);
      for (std::size_t t = 0; t < kTopics; ++t) {
        sums_[s - first_ + 1][t] = sums_[s - first_][t] + topics[t].score(s);
        openings_[s - first_][t] = signals.score(s, openings[t]);
      }
      opens_.push_back(opens.score(s));
    }
  }

  struct Best {
    Topic topic;
    double score;
  };
  // By all its sentences alike: what parts of a run are compared by.
  [[nodiscard]] Best sum(IndexRange part) const {
    return best([&](std::size_t t) { return first_of_[t] + over(part, t); });
  }
  // By its first sentence, too.
  [[nodiscard]] Topic topic(IndexRange part) const {
    return best([&](std::size_t t) { return first_of_[t] + openings_[part.first - first_][t] + over(part, t); }).topic;
  }
  // How likely another matter begins with the sentence: log-odds.
  [[nodiscard]] float opens(std::uint32_t sentence) const { return opens_[sentence - first_]; }

 private:
  [[nodiscard]] double over(IndexRange part, std::size_t topic) const {
    return sums_[part.last - first_][topic] - sums_[part.first - first_][topic];
  }
  template <typename ScoreOf>
  static Best best(ScoreOf score_of) {
    Best best{Topic::none, 0};
    for (std::size_t t = 0; t < kTopics; ++t) {
      const double score = score_of(t);
      if (t == 0 || score > best.score) best = {static_cast<Topic>(t), score};
    }
    return best;
  }

  std::uint32_t first_;
  std::array<double, kTopics> first_of_{};             // what is added once
  std::vector<std::array<double, kTopics>> sums_;      // before each sentence, and behind the last
  std::vector<std::array<double, kTopics>> openings_;  // what a sentence adds where a part begins with it
  std::vector<float> opens_;
};

// `several`: the text has several paragraphs.
ChainPrices prices_of(const PatternBank& bank, bool several) {
  const auto price = [&](std::string_view name) {
    return limit(bank, std::string(name) + (several ? "-among-others" : ""));
  };
  return {price("passage.opening"), price("passage.within-paragraph"), price("passage.opens"),
          limit(bank, "passage.over-paragraphs")};
}

class PassageFinder {
 public:
  PassageFinder(const Document& document, std::span<const Section> sections, SignalReader& signals,
                const PatternBank& bank)
      : document_(document),
        sections_(sections),
        signals_(signals),
        bank_(bank),
        several_(has_several_paragraphs(document)),
        inside_(bank, signals, "passage.inside"),
        names_(bank, signals, "passage.names"),
        opens_(bank, signals, "opens"),
        lasting_(bank, signals, "lasting") {
    for (std::size_t t = 0; t < kTopics; ++t) {
      topics_.emplace_back(bank, signals, "topic." + std::string(kTopicNames[t]));
      openings_.push_back(bank.signal("first.topic." + std::string(kTopicNames[t])));
    }
  }

  std::vector<Passage> find() {
    const ChainPrices prices = prices_of(bank_, several_);
    std::vector<ChainLink> links = chain();
    read_borders(likeliest_runs(links, prices), links);
    const std::vector<IndexRange> runs = likeliest_runs(links, prices);
    std::vector<Passage> passages;
    for (const IndexRange run : runs) {
      const TopicSums topics(signals_, topics_, openings_, opens_, run);
      std::vector<IndexRange> parts;
      by_border(run, topics, parts);
      if (parts.size() > 1) keep_passages(links, prices.opening, parts);
      for (const IndexRange part : parts) passages.push_back(read(part, topics.topic(part)));
    }
    return passages;
  }

 private:
  std::vector<ChainLink> chain() const {
    const auto sentences = document_.sentences();
    std::vector<ChainLink> links(sentences.size());
    std::size_t section = 0;
    for (std::uint32_t s = 0; s < links.size(); ++s) {
      const std::uint32_t block = sentences[s].block;
      while (section + 1 < sections_.size() && !sections_[section].blocks.contains(block)) ++section;
      const float before = prior(sentences[s], sections_[section].kind);
      links[s] = {before + bounded_inside(inside_.score(s)), bounded_names(names_.score(s)),
                  s == 0 || block != sentences[s - 1].block, kMostOpens};
    }
    return links;
  }

  // Asks which sentences begin another matter, in the paragraphs where there could be a passage if all of them did.
  void read_borders(std::span<const IndexRange> runs, std::span<ChainLink> links) const {
    std::uint32_t done = 0;
    for (const IndexRange run : runs) {
      std::uint32_t s = run.first;
      while (s > done && !links[s].starts_paragraph) --s;
      for (; s < links.size() && (s < run.last || !links[s].starts_paragraph); ++s)
        links[s].opens = bounded_opens(opens_.score(s));
      done = s;
    }
  }

  [[nodiscard]] float prior(const Sentence& sentence, SectionKind section) const {
    const BlockKind block = document_.blocks()[sentence.block].kind;
    if (block == BlockKind::heading || block == BlockKind::table_row) return kNever;
    switch (section) {
      case SectionKind::interruption:
        return kInterruptionField;
      case SectionKind::experience:
      case SectionKind::education:
      case SectionKind::exams:
        return block == BlockKind::list_item || !has_full_stop(sentence) ? kNever : kEntryField;
      default:
        return 0;
    }
  }

  // Lines such as "Step 1 | June 2021 | Fail" have none.
  [[nodiscard]] bool has_full_stop(const Sentence& sentence) const {
    const auto tokens = document_.tokens(sentence);
    return std::ranges::any_of(tokens.last(std::min<std::size_t>(tokens.size(), 2)), [&](const Token& token) {
      const std::string_view mark = document_.view(token.view);
      return mark == "." || mark == "!" || mark == "?";
    });
  }

  // One passage, or several back to back.
  void by_border(IndexRange run, const TopicSums& topics, std::vector<IndexRange>& parts) const {
    const std::uint32_t border = border_of(run, topics);
    if (border == run.first) {
      parts.push_back(run);
      return;
    }
    by_border({run.first, border}, topics, parts);
    by_border({border, run.last}, topics, parts);
  }

  // Leaves out the parts of a run that are no passages but what was said before one or after it. One that is left alone
  // pays for the opening by itself.
  static void keep_passages(std::span<const ChainLink> links, float opening, std::vector<IndexRange>& parts) {
    const auto tells_less = [links](float least) {
      return [links, least](IndexRange part) { return earned(links.subspan(part.first, part.size())) <= least; };
    };
    std::erase_if(parts, tells_less(kPart));
    if (parts.size() == 1) std::erase_if(parts, tells_less(opening));
  }
  static float earned(std::span<const ChainLink> part) {
    const float inside = std::accumulate(part.begin(), part.end(), 0.0F,
                                         [](float sum, const ChainLink& link) { return sum + link.inside; });
    return inside + std::ranges::max(part, {}, &ChainLink::names).names;
  }

  // Where a second passage begins; the run's first sentence where there is one passage alone.
  [[nodiscard]] std::uint32_t border_of(IndexRange run, const TopicSums& topics) const {
    const double whole = std::max(topics.sum(run).score, 0.0);
    const float against = several_ ? kBorderAmongOthers : kBorder;
    double best = 0;
    std::uint32_t border = run.first;
    for (std::uint32_t s = run.first + 1; s < run.last; ++s) {
      const TopicSums::Best left = topics.sum({run.first, s});
      const TopicSums::Best right = topics.sum({s, run.last});
      const auto near = std::min(s - run.first, kBorderReach) + std::min(run.last - s, kBorderReach);
      const bool paragraph = document_.sentences()[s].block != document_.sentences()[s - 1].block;
      const double score = topics.opens(s) + kBorderSentence * static_cast<float>(near) +
                           kBorderTopics * (left.score + right.score - whole) +
                           (left.topic != right.topic ? kBorderTopic : 0) + (paragraph ? kBorderParagraph : 0) -
                           against;
      if (score <= best) continue;
      best = score;
      border = s;
    }
    return border;
  }

  // Made when a passage first asks for it.
  const LayerReader& reader_of(std::string_view signal, Topic topic) {
    return layers_.try_emplace({signal, topic}, bank_, signals_, signal, topic).first->second;
  }

  [[nodiscard]] Passage read(IndexRange sentences, Topic topic) {
    Passage passage;
    passage.topic = topic;
    passage.sentences = sentences;
    const auto layers = layers_of(topic);
    std::vector<const LayerReader*> readers;
    for (const Layer layer : layers) readers.push_back(&reader_of(signal_of(layer), topic));
    readers.push_back(&reader_of("reads.circumstance", topic));
    const ScoreTable scores(readers, sentences);
    const auto recovery_at =
        static_cast<std::size_t>(std::ranges::find(layers, Layer::recovery) - layers.begin());  // of a gap alone
    for (std::size_t i = 0; i < layers.size(); ++i) {
      passage.layers.push_back(layers[i] == Layer::bounded
                                   ? read_bounds(sentences, {readers[recovery_at]->own(), scores, recovery_at})
                                   : read_layer(layers[i], {readers[i]->own(), scores, i}, sentences));
    }
    read_dwelling({readers.back()->own(), scores, layers.size()}, passage);
    signals_.read_passage(sentences, topic);
    return passage;
  }

  // One signal over a run of sentences.
  struct Column {
    const Reader& reader;
    const ScoreTable& scores;
    std::size_t index;

    // `opens`: the sentence is the first of its passage.
    [[nodiscard]] float score(std::uint32_t sentence, bool opens = false) const {
      return scores.of(index, sentence) + (opens ? reader.first() : 0);
    }
  };

  [[nodiscard]] LayerReading read_layer(Layer layer, const Column& told, IndexRange passage) const {
    LayerReading reading;
    reading.layer = layer;
    reading.threshold = limit(bank_, "layer." + std::string(to_string(layer)));
    std::vector<float> scores;
    for (std::uint32_t s = passage.first; s < passage.last; ++s) scores.push_back(told.score(s, s == passage.first));
    reading.score = adds_up(layer) ? std::accumulate(scores.begin(), scores.end(), 0.0F) : any_of(scores);
    reading.present = reading.score >= reading.threshold;
    if (!reading.present) return reading;
    // Where none of them carries it alone, the likeliest one shows why.
    const float least = std::min(adds_up(layer) ? kSpeaks : reading.threshold, *std::ranges::max_element(scores));
    for (std::uint32_t s = passage.first; s < passage.last; ++s) {
      if (scores[s - passage.first] >= least)
        reading.evidence.push_back(clause_around(told.reader.words(s), document_.sentences()[s]));
    }
    return reading;
  }

  // Layers of two halves that may stand in two sentences: what happened, and when or why or about what.
  static bool adds_up(Layer layer) { return layer == Layer::context || layer == Layer::facts; }

  // Both ends of a gap, to the month or season: a range, a start and that it lasts to the present, or two ends told
  // apart or one with a length. `recovery`: what is told of the way back has begun with it and not with the gap.
  [[nodiscard]] LayerReading read_bounds(IndexRange sentences, const Column& recovery) const {
    LayerReading reading;
    reading.layer = Layer::bounded;
    std::uint32_t ends = 0;
    bool with_year = false;
    bool lasts = false;
    const float way_back = limit(bank_, "layer.recovery");
    for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
      std::vector<DateExpression> dates;
      find_dates(document_, document_.sentences()[s], DateContext{}, dates);
      const bool is_back = recovery.score(s) >= way_back;
      lasts = lasts || (!is_back && lasting_.score(s) > 0);
      for (const DateExpression& date : dates) {
        lasts = lasts || (date.kind == DateKind::duration && may_last(date.duration));
        const bool goes_on = date.open_end && !is_back;  // to the present, whose year is known
        with_year =
            with_year || goes_on || (date.kind != DateKind::duration && (date.start.has_year() || date.end.has_year()));
        const std::uint32_t told = told_ends(date, is_back);
        if (told == 0) continue;
        ends += told;
        reading.evidence.push_back(date.tokens);
      }
    }
    reading.score = with_year ? static_cast<float>(ends + (lasts ? 1U : 0U)) : 0;
    reading.threshold = 2;
    reading.present = reading.score >= reading.threshold;
    if (!reading.present) reading.evidence.clear();
    return reading;
  }

  // A gap is a matter of months.
  static bool may_last(const Duration& duration) {
    return duration.looseness != Looseness::vague && duration.in_months() >= kShortestGap;
  }

  // How many ends of a gap the expression puts on a calendar.
  static std::uint32_t told_ends(const DateExpression& date, bool is_back) {
    if (date.kind == DateKind::duration) return 0;
    const auto is_fine = [](const PartialDate& side) {
      return side.precision >= Precision::quarter ||
             (side.precision == Precision::year && side.portion != Portion::whole);
    };
    if (date.open_end && !is_fine(date.start)) return 0;
    if (date.open_end) return is_back ? 1 : 2;
    if (date.open_start) return is_fine(date.end) ? 1 : 0;
    if (date.start == date.end) return is_fine(date.start) ? 1 : 0;
    return (is_fine(date.start) ? 1U : 0U) + (is_fine(date.end) ? 1U : 0U);
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

  void read_dwelling(const Column& circumstance, Passage& passage) const {
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
  bool several_;
  Reader inside_;
  Reader names_;
  Reader opens_;
  Reader lasting_;
  std::vector<Reader> topics_;
  std::vector<std::int32_t> openings_;
  std::map<std::pair<std::string_view, Topic>, LayerReader> layers_;  // by signal
};

}  // namespace

float any_of(std::span<const float> log_odds) {
  double none = 0;  // minus the logarithm of the chance that none is
  for (const float one : log_odds) none += std::max(one, 0.0F) + std::log1p(std::exp(-std::abs(double{one})));
  const double any = none + std::log1p(-std::exp(-none));
  return std::max(static_cast<float>(any), *std::ranges::max_element(log_odds));  // where rounding leaves nothing
}

bool has_several_paragraphs(const Document& document) {
  return std::ranges::count(document.blocks(), BlockKind::paragraph, &Block::kind) > 2;
}

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
