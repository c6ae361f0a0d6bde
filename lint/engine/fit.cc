#include "lint/engine/fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <functional>
#include <future>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "lint/engine/chain_fit.h"
#include "lint/engine/cues.h"
#include "lint/engine/logistic.h"
#include "lint/engine/score.h"
#include "lint/reading/passage.h"
#include "lint/text/document.h"

namespace candor {
namespace {

// How much more than others a kind of cue has to tell.
constexpr double kPenalties[] = {0.5, 0.6, 1.0, 0.8, 1.2, 0.9, 1.0, 0.5};  // as CueKind
constexpr double kFewWriters = 3;  // how many times more, for a cue that none of the writers uses
constexpr double kByTopic = 1.4;   // how many times as much, for what a cue tells in one topic alone

// What keeps cues few. Chosen by how well each writer is read by weights fitted on the others: half as much reads them
// no better with twice the cues. (Twice as much for passages and topics finds fewer of them.)
constexpr LogisticOptions kOfSentences{2, 2};
// These two are asked of every sentence: fewer cues, and they find no fewer passages.
constexpr LogisticOptions kOfInside{4, 0.5};
constexpr LogisticOptions kOfNames{6, 0.3};
constexpr LogisticOptions kOfOpenings{4, 1};  // of every sentence of a passage
constexpr LogisticOptions kOfCategories{2, 0.3};
constexpr LogisticOptions kOfTopics{1, 10};
constexpr LogisticOptions kOfPassages{3, 3};  // layers that add up over one

// What a false alarm costs, where what is found earns 1. For F1 over all layers of writers left out it is all the same
// from half of it on; new writers are read with more false alarms than these, so it stands at the upper end.
constexpr double kFalseAlarm = 1.0;
constexpr double kAlike = 0.03;  // of what is missing: so much less does as well

constexpr std::size_t kFolds = 6;  // groups of writers, each read by weights of the others

// A sentence of the corpus, or a run of them that is judged as one.
struct Example {
  std::uint32_t writer = 0;
  Topic topic = Topic::none;
  const LabelledPassage* passage = nullptr;  // nullptr outside of passages
  std::uint32_t text = 0;
  std::uint32_t index = 0;    // of a sentence in its passage
  std::optional<bool> opens;  // whether another matter begins with it; not known everywhere
  bool starts_paragraph = false;
  std::uint8_t categories = 0;  // a bit for each of kSentenceCategories
  SparseRow row;
};

// What one signal has to tell.
struct Plan {
  std::string_view name;
  std::string_view about;
  std::vector<std::string_view> layers;  // whose evidence it is
  bool over_passage = false;             // its scores add up over the passage, and say whether the layer is there
  bool by_topic = false;                 // its layers belong to several topics
};

const std::vector<Plan>& plans() {
  static const std::vector<Plan> kPlans = {
      {"reads.context", "the setback named, with when or a circumstance", {"context"}, true},
      {"reads.own", "a cause or part of the writer's own", {"insight", "ownership"}, false, true},
      {"reads.act", "a specific act", {"change", "responsibility", "corrective"}, false, true},
      {"reads.outcome", "an outcome that can be checked", {"result", "record"}, false, true},
      {"reads.reason", "why there is a gap", {"reason"}, false},
      {"reads.relevance", "what the time built for the field", {"relevance"}, false},
      {"reads.recovery", "the way back to clinical or academic work", {"recovery"}, false},
      {"reads.facts", "what was issued, and about what conduct", {"facts"}, true},
      {"reads.circumstance", "circumstances, feelings or waiting alone", {"dwelling"}, false},
  };
  return kPlans;
}

const LabelledLayer* layer_of(const LabelledPassage& passage, std::string_view name) {
  const auto found = std::ranges::find(passage.layers, name, &LabelledLayer::name);
  return found == passage.layers.end() ? nullptr : &*found;
}

// Whether the sentence carries one of the layers, or half of it.
bool is_evidence(const Example& sentence, std::span<const std::string_view> layers) {
  return std::ranges::any_of(layers, [&](std::string_view name) {
    const LabelledLayer* layer = layer_of(*sentence.passage, name);
    return layer != nullptr && std::ranges::find(layer->evidence, sentence.index) != layer->evidence.end();
  });
}

// The layers, or halves of them, that say what the setback was.
bool names_setback(const Example& sentence) {
  static constexpr std::string_view kLayers[] = {"context", "facts", "bounded", "reason"};
  return is_evidence(sentence, kLayers);
}

// Whether any of the layers is there.
bool is_there(const LabelledPassage& passage, const Plan& plan) {
  return std::ranges::any_of(plan.layers, [&](std::string_view name) {
    const LabelledLayer* layer = layer_of(passage, name);
    return layer != nullptr && !layer->at_fault;
  });
}

// Whether it carries what the plan reads: where a layer is not there, half of it is nothing.
bool carries(const Example& sentence, const Plan& plan) {
  const bool dwelling = plan.layers.front() == kDwelling;  // "there" is the fault
  return is_evidence(sentence, plan.layers) && (dwelling || is_there(*sentence.passage, plan));
}

bool concerns(const LabelledPassage& passage, const Plan& plan) {
  return std::ranges::any_of(plan.layers, [&](std::string_view name) { return layer_of(passage, name) != nullptr; });
}

// The texts of the corpus, read; `labels` are their labels, in the same order.
std::vector<WrittenText> read_texts(const LabelledCorpus& corpus, const FitOptions& options,
                                    std::vector<const LabelledText*>& labels, std::vector<std::string>& writers,
                                    std::vector<Problem>& problems) {
  std::vector<WrittenText> texts;
  for (const LabelledText& text : corpus.texts) {
    const std::string writer = writer_of(text);
    if (std::ranges::find(options.leave_out, writer) != options.leave_out.end()) continue;
    const auto known = std::ranges::find(writers, writer);
    const auto index = static_cast<std::uint32_t>(known - writers.begin());
    if (known == writers.end()) writers.push_back(writer);
    Problem problem;
    const std::optional<Source> source = Source::from_bytes(text.name, text.text, problem);
    if (!source) {
      problems.push_back({text.file, text.line, 0, problem.message});
      continue;
    }
    labels.push_back(&text);
    texts.push_back({index, read_document(*source, format_of(source->name()))});
  }
  return texts;
}

// Examples

void add(SparseRow& sum, const SparseRow& row) {
  for (const SparseRow::Entry& entry : row.entries) {
    const auto at = std::ranges::lower_bound(sum.entries, entry.column, {}, &SparseRow::Entry::column);
    if (at != sum.entries.end() && at->column == entry.column) {
      at->count += entry.count;
    } else {
      sum.entries.insert(at, entry);
    }
  }
}

struct Examples {
  std::vector<Example> sentences;
  std::vector<Example> passages;
  std::vector<bool> several_paragraphs;  // by text
};

// Where a labelled text's sentence stands.
const LabelledPassage* passage_at(const LabelledText& label, Span sentence) {
  const auto found = std::ranges::find_if(
      label.passages, [&](const LabelledPassage& passage) { return passage.span.overlaps(sentence); });
  return found == label.passages.end() ? nullptr : &*found;
}

std::uint8_t categories_at(const LabelledText& label, Span sentence) {
  std::uint8_t categories = 0;
  for (const LabelledSentence& labelled : label.sentences) {
    if (!labelled.span.overlaps(sentence)) continue;
    const auto* const category = std::ranges::find(kSentenceCategories, labelled.category);
    categories |= static_cast<std::uint8_t>(1U << (category - std::begin(kSentenceCategories)));
  }
  return categories;
}

// The first sentence of a passage, the one behind it in its paragraph, and the first of a short text that explains
// nothing begin another matter; those that follow them in a passage or such a text go on.
// `here`: the sentence's passage; `explains_nothing`: its text is short and has none.
std::optional<bool> opens(const Document& document, const LabelledText& label, const Sentence& sentence,
                          const LabelledPassage* here, bool explains_nothing) {
  const bool is_first = &sentence == document.sentences().data();
  if (explains_nothing) return is_first;
  const Sentence* before = is_first ? nullptr : &sentence - 1;
  const LabelledPassage* const last = before == nullptr ? nullptr : passage_at(label, before->source);
  if (here != nullptr) return here != last;
  if (last != nullptr && before->block == sentence.block) return true;
  return std::nullopt;
}

void add_examples(const WrittenText& text, const LabelledText& label, CueReader& cues, Examples& examples) {
  std::map<const LabelledPassage*, std::size_t> passages;  // of examples.passages
  std::map<const LabelledPassage*, std::uint32_t> counts;
  const bool several = has_several_paragraphs(text.document);
  std::uint32_t block = ~0U;
  for (const Sentence& sentence : text.document.sentences()) {
    const BlockKind kind = text.document.blocks()[sentence.block].kind;
    if (kind == BlockKind::heading || kind == BlockKind::table_row) continue;
    Example example;
    example.writer = text.writer;
    example.text = static_cast<std::uint32_t>(examples.several_paragraphs.size());
    example.passage = passage_at(label, sentence.source);
    example.row = cues.row(text.document, sentence);
    example.starts_paragraph = sentence.block != block;
    example.categories = categories_at(label, sentence.source);
    example.opens = opens(text.document, label, sentence, example.passage, !several && label.passages.empty());
    block = sentence.block;
    if (example.passage != nullptr) {
      example.topic = example.passage->topic;
      example.index = counts[example.passage]++;
      const auto [passage, is_new] = passages.try_emplace(example.passage, examples.passages.size());
      if (is_new) {
        examples.passages.push_back(example);
      } else {
        add(examples.passages[passage->second].row, example.row);
      }
    }
    examples.sentences.push_back(std::move(example));
  }
  examples.several_paragraphs.push_back(several);
}

// What speaks in a passage beside a sentence's own cues, in columns of its own behind those of the candidates: where it
// stands in the passage, the classes of the sentences before and after it, and its cues once more by topic, for what
// they tell there alone.
class PassageColumns {
 public:
  // A run of columns that makes a signal of its own.
  struct Part {
    std::string prefix;  // of the signal's name
    std::string_view about;
    std::size_t first = 0;
  };

  explicit PassageColumns(std::span<const Candidate> candidates)
      : columns_(candidates.begin(), candidates.end()), class_of_(candidates.size(), kNone) {
    columns_.resize(first_place() + kBeforePlaces + kAfterPlaces + kSizes, {{}, CueKind::place});
    std::vector<Candidate> classes;
    for (std::uint32_t c = 0; c < candidates.size(); ++c) {
      if (candidates[c].kind != CueKind::word_class) continue;
      class_of_[c] = static_cast<std::uint32_t>(classes.size());
      classes.push_back({candidates[c].pattern, CueKind::neighbour});
    }
    add_part("before.", "what the sentence before tells for it", classes);
    add_part("after.", "what the sentence after tells for it", classes);
    for (const std::string_view topic : kTopicNames) {
      if (topic == to_string(Topic::none)) continue;
      add_part(fmt::format("{}.", topic), "what it tells more, or less, in passages of the topic", candidates);
    }
  }

  // By column.
  [[nodiscard]] std::span<const Candidate> candidates() const { return columns_; }
  // Where a sentence stands: how many stand before it, how many after it, how many there are.
  struct Places {
    std::span<const double> before;
    std::span<const double> after;
    std::span<const double> sentences;
  };
  // Of weights by column.
  [[nodiscard]] Places places(std::span<const double> weights) const {
    return {weights.subspan(first_place(), kBeforePlaces), weights.subspan(first_place() + kBeforePlaces, kAfterPlaces),
            weights.subspan(first_place() + kBeforePlaces + kAfterPlaces, kSizes)};
  }
  // Beside those of the sentence alone, in the order of their columns.
  [[nodiscard]] std::span<const Part> parts() const { return parts_; }
  [[nodiscard]] std::size_t first_by_topic() const { return parts_[kByTopic].first; }

  // The sentences, with all that speaks for them in their rows.
  [[nodiscard]] std::vector<Example> widen(std::span<const Example> sentences) const {
    std::vector<Example> wide(sentences.begin(), sentences.end());
    std::map<const LabelledPassage*, std::uint32_t> sizes;
    for (const Example& sentence : sentences) ++sizes[sentence.passage];
    for (std::size_t e = 0; e < wide.size(); ++e) {
      if (sentences[e].passage == nullptr) continue;
      append_places(sentences[e].index, sizes[sentences[e].passage], wide[e].row);
      const auto is_beside = [&](std::size_t other) { return sentences[other].passage == sentences[e].passage; };
      if (e > 0 && is_beside(e - 1)) append_classes(sentences[e - 1].row, parts_[kBefore].first, wide[e].row);
      if (e + 1 < wide.size() && is_beside(e + 1))
        append_classes(sentences[e + 1].row, parts_[kAfter].first, wide[e].row);
      const std::size_t topic = parts_[kByTopic + static_cast<std::size_t>(sentences[e].topic)].first;
      for (const SparseRow::Entry& entry : sentences[e].row.entries)
        wide[e].row.entries.push_back({static_cast<std::uint32_t>(topic) + entry.column, entry.count});
    }
    return wide;
  }

 private:
  static constexpr std::uint32_t kNone = ~0U;
  static constexpr std::size_t kBefore = 0;
  static constexpr std::size_t kAfter = 1;
  static constexpr std::size_t kByTopic = 2;         // and on, as Topic
  static constexpr std::uint32_t kBeforePlaces = 7;  // 0 to 5 sentences, and more
  static constexpr std::uint32_t kAfterPlaces = 7;
  static constexpr std::uint32_t kSizes = 9;  // 1 to 8 sentences, and more

  [[nodiscard]] std::uint32_t first_place() const { return static_cast<std::uint32_t>(class_of_.size()); }

  void append_places(std::uint32_t index, std::uint32_t size, SparseRow& row) const {
    row.entries.push_back({first_place() + std::min(index, kBeforePlaces - 1)});
    row.entries.push_back({first_place() + kBeforePlaces + std::min(size - index - 1, kAfterPlaces - 1)});
    row.entries.push_back({first_place() + kBeforePlaces + kAfterPlaces + std::min(size, kSizes) - 1});
  }

  void add_part(std::string prefix, std::string_view about, std::span<const Candidate> columns) {
    parts_.push_back({std::move(prefix), about, columns_.size()});
    columns_.insert(columns_.end(), columns.begin(), columns.end());
  }

  void append_classes(const SparseRow& from, std::size_t first, SparseRow& row) const {
    for (const SparseRow::Entry& entry : from.entries) {
      if (class_of_[entry.column] != kNone)
        row.entries.push_back({static_cast<std::uint32_t>(first) + class_of_[entry.column], 1});
    }
  }

  std::vector<Candidate> columns_;
  std::vector<std::uint32_t> class_of_;  // by candidate: its place among the classes
  std::vector<Part> parts_;
};

// The passages, with the cues of their first sentence once more in columns behind those of the candidates: it tells
// most of what the setback is.
std::vector<Example> with_openings(const Examples& examples, std::size_t candidates) {
  std::map<const LabelledPassage*, const SparseRow*> openings;
  for (const Example& sentence : examples.sentences) {
    if (sentence.passage != nullptr) openings.try_emplace(sentence.passage, &sentence.row);
  }
  std::vector<Example> passages = examples.passages;
  for (Example& passage : passages) {
    for (const SparseRow::Entry& entry : openings.at(passage.passage)->entries)
      passage.row.entries.push_back({static_cast<std::uint32_t>(candidates) + entry.column, entry.count});
  }
  return passages;
}

std::vector<Candidate> twice(std::span<const Candidate> candidates) {
  std::vector<Candidate> columns(candidates.begin(), candidates.end());
  columns.insert(columns.end(), candidates.begin(), candidates.end());
  return columns;
}

// Fitting

// Scores of examples by models that have not seen their writer.
struct Judged {
  LogisticModel model;         // fitted on all
  std::vector<double> scores;  // by example, of those that did not take part, too
};

class Fitter {
 public:
  static constexpr std::size_t kAllColumns = ~std::size_t{0};

  // Columns from `first_by_topic` on tell of one topic alone.
  Fitter(std::span<const Example> examples, std::span<const Candidate> candidates, std::size_t writers,
         std::size_t first_by_topic)
      : examples_(examples), writers_(writers) {
    std::vector<std::vector<bool>> users(candidates.size(), std::vector<bool>(writers));
    for (const Example& example : examples) {
      rows_.push_back(example.row);
      for (const SparseRow::Entry& entry : example.row.entries) users[entry.column][example.writer] = true;
    }
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      const double missing = static_cast<double>(std::ranges::count(users[c], false)) / static_cast<double>(writers);
      penalties_.push_back(kPenalties[static_cast<std::size_t>(candidates[c].kind)] * (1 + kFewWriters * missing) *
                           (c < first_by_topic ? 1 : kByTopic));
    }
  }

  // `ask` says whether an example takes part, `is_yes` what it is. Columns from `width` on get no weight.
  template <typename Ask, typename IsYes>
  Judged fit(Ask ask, IsYes is_yes, LogisticOptions options, std::size_t width = kAllColumns) const {
    std::vector<bool> yes(examples_.size());
    const std::size_t folds = std::min(kFolds, writers_);
    std::vector<std::vector<std::uint32_t>> by_fold(folds);
    for (std::uint32_t e = 0; e < examples_.size(); ++e) {
      if (!ask(examples_[e])) continue;
      yes[e] = is_yes(examples_[e]);
      by_fold[examples_[e].writer % folds].push_back(e);
    }
    const std::span<const double> penalties = std::span(penalties_).first(std::min(width, penalties_.size()));
    const auto without = [&](std::size_t fold, LogisticModel start) {
      std::vector<std::uint32_t> chosen;
      for (std::size_t f = 0; f < folds; ++f) {
        if (f != fold) chosen.insert(chosen.end(), by_fold[f].begin(), by_fold[f].end());
      }
      return fit_logistic(rows_, chosen, yes, penalties, options, std::move(start));
    };
    Judged judged;
    judged.model = without(folds, {});
    judged.scores.assign(examples_.size(), 0);
    std::vector<std::future<LogisticModel>> unseen;
    for (std::size_t f = 0; f < folds; ++f) unseen.push_back(std::async(std::launch::async, without, f, judged.model));
    for (std::size_t f = 0; f < folds; ++f) {
      const LogisticModel model = unseen[f].get();
      for (std::size_t e = 0; e < examples_.size(); ++e) {
        if (examples_[e].writer % folds == f) judged.scores[e] = model.score(rows_[e]);
      }
    }
    return judged;
  }

 private:
  std::span<const Example> examples_;
  std::size_t writers_;
  std::vector<SparseRow> rows_;
  std::vector<double> penalties_;
};

constexpr double kFarAway = 100;

// A passage's layer: how much speaks for it, and whether it is there.
struct LayerCase {
  double score = 0;
  bool missing = false;
  std::uint32_t writer = 0;
};

Tally tally_at(const std::vector<LayerCase>& cases, double threshold, std::optional<std::uint32_t> writer = {}) {
  Tally tally;
  for (const LayerCase& one : cases) {
    if (writer && one.writer != *writer) continue;
    const bool said = one.score < threshold;
    if (said && one.missing) ++tally.found;
    if (said && !one.missing) ++tally.false_alarms;
    if (!said && one.missing) ++tally.missed;
  }
  return tally;
}

// The threshold that finds missing layers best, in steps of 0.05: the middle of those that do nearly as well, which
// holds for other writers better than the best one.
double best_threshold(const std::vector<LayerCase>& cases) {
  const auto missing = static_cast<double>(std::ranges::count(cases, true, &LayerCase::missing));
  std::array<double, 241> worth{};
  const auto threshold = [](std::size_t step) { return (static_cast<double>(step) - 120) * 0.05; };
  for (std::size_t step = 0; step < worth.size(); ++step) {
    const Tally tally = tally_at(cases, threshold(step));
    worth[step] = tally.found - kFalseAlarm * tally.false_alarms;
  }
  const double least = *std::ranges::max_element(worth) - kAlike * missing - 1e-9;
  double sum = 0;
  int count = 0;
  for (std::size_t step = 0; step < worth.size(); ++step) {
    if (worth[step] < least) continue;
    sum += threshold(step);
    ++count;
  }
  return sum / count;
}

// Writing it down

constexpr std::string_view kHead =
    "# The weights by which passages and their layers are read: written by `candor fit`, see README.md. Of each signal "
    "the cues\n"
    "# that speak for it come first, then those that speak against it. The sum of cues and bias is a log-odds.\n";

// Each word with what its family tells; the families themselves are not written down.
std::vector<double> with_families(std::span<const double> weights, std::span<const Candidate> candidates) {
  std::vector<double> all(weights.begin(), weights.end());
  for (std::size_t c = 0; c < all.size(); ++c) {
    if (candidates[c].family != Candidate::kNoFamily) all[c] += weights[candidates[c].family];
    if (candidates[c].kind == CueKind::family) all[c] = 0;
  }
  return all;
}

std::string places_text(std::string_view key, std::span<const double> weights) {
  std::string numbers;
  for (const double weight : weights) numbers += fmt::format("{}{:.2f}", numbers.empty() ? "" : ", ", weight);
  return fmt::format("{} = [{}]\n", key, numbers);
}

// `weights` and `candidates` by column; `bias` is the line that says what is added without any cue.
std::string signal_text(std::string_view name, std::string_view about, std::string_view bias,
                        std::span<const double> weights, std::span<const Candidate> candidates, std::size_t& cues) {
  std::vector<std::pair<double, std::size_t>> kept;
  for (std::size_t c = 0; c < weights.size(); ++c) {
    const double weight = std::round(weights[c] * 100) / 100;
    if (std::abs(weight) >= 0.02) kept.emplace_back(weight, c);
  }
  std::ranges::stable_sort(kept, [](const auto& a, const auto& b) { return a.first > b.first; });
  cues = kept.size();
  std::string text = fmt::format("\n[[signal]]\nname = \"{}\"\n# {}; {} cues\n{}threshold = 0.00\ncues = [\n", name,
                                 about, kept.size(), bias);
  for (const auto& [weight, c] : kept) {
    text += fmt::format("  [{:.2f}, '{}'],\n", weight, candidates[c].pattern);
  }
  return text + "]\n";
}

std::string limit_text(std::string_view name, double value) {
  return fmt::format(
      "\n[[limit]]\nname = \"{}\"\nvalue = {:.2f}\ncertainty = \"K\"\n"
      "source = \"fitted on corpus/train, each writer's texts read by weights of the others\"\n",
      name, value);
}

class WeightsWriter {
 public:
  WeightsWriter(const Examples& examples, std::span<const Candidate> candidates, std::vector<std::string> writers)
      : examples_(examples),
        candidates_(candidates),
        columns_(candidates),
        wide_(columns_.widen(examples.sentences)),
        opened_(with_openings(examples, candidates.size())),
        writers_(std::move(writers)),
        sentences_(wide_, columns_.candidates(), writers_.size(), columns_.first_by_topic()),
        passages_(opened_, twice(candidates), writers_.size(), Fitter::kAllColumns) {}

  Fitted write() {
    write_passage(write_openings());
    write_topics();
    for (const Plan& plan : plans()) write_plan(plan);
    for (std::size_t c = 0; c < std::size(kSentenceCategories); ++c) write_category(c);
    figures_ += fmt::format("{:<28}{}  cues {}\n", "all layers", tally_text(all_), cues_);
    for (std::size_t w = 0; w < writers_.size(); ++w) {
      figures_ += fmt::format("  {:<26}{}\n", writers_[w], tally_text(by_writer_[static_cast<std::uint32_t>(w)]));
    }
    return {std::string(kHead) + limits_ + signals_, std::move(figures_)};
  }

 private:
  static std::string tally_text(const Tally& tally) {
    return fmt::format("{:>5}{:>5}{:>5}  F1 {:.3f}", tally.found, tally.missed, tally.false_alarms,
                       tally.f1().value_or(0));
  }

  void keep(std::string_view name, std::string_view about, const LogisticModel& model, bool once) {
    const std::span<const double> weights(model.weights);
    std::string bias = fmt::format("{} = {:.2f}\n", once ? "first" : "bias", model.bias);
    if (weights.size() > candidates_.size()) {
      const PassageColumns::Places places = columns_.places(weights);
      bias += places_text("sentences-before", places.before) + places_text("sentences-after", places.after) +
              places_text("sentences", places.sentences);
    }
    keep_part(name, about, bias, weights.first(candidates_.size()), candidates_);
    const auto parts = columns_.parts();
    for (std::size_t p = 0; p < parts.size() && parts[p].first < weights.size(); ++p) {
      const std::size_t last = p + 1 < parts.size() ? parts[p + 1].first : weights.size();
      keep_part(parts[p].prefix + std::string(name), parts[p].about, "",
                weights.subspan(parts[p].first, last - parts[p].first), columns_.candidates().subspan(parts[p].first));
    }
  }

  void keep_part(std::string_view name, std::string_view about, std::string_view bias, std::span<const double> weights,
                 std::span<const Candidate> candidates) {
    std::size_t cues = 0;
    const std::string text = signal_text(name, about, bias, with_families(weights, candidates), candidates, cues);
    if (cues == 0) return;
    signals_ += text;
    cues_ += cues;
    figures_ += fmt::format("{:<28}{} cues\n", name, cues);
  }

  void write_passage(std::span<const double> opens) {
    const auto in_passage = [](const Example& sentence) { return sentence.passage != nullptr; };
    Judged inside = sentences_.fit([](const Example&) { return true; }, in_passage, kOfInside, candidates_.size());
    Judged names = sentences_.fit([&](const Example& s) { return !in_passage(s) || names_setback(s); }, in_passage,
                                  kOfNames, candidates_.size());
    const std::vector<LabelledChain> chains = chains_of({inside.scores, names.scores, opens});
    const FittedChain chain = fit_chain(chains);
    inside.model.rescale(chain.inside.scale, chain.inside.shift);
    names.model.rescale(chain.names.scale, chain.names.shift);
    keep("passage.inside", "the sentence belongs to the explanation of a setback", inside.model, false);
    keep("passage.names", "it names a setback of the writer's own", names.model, false);
    for (const auto& [prices, where] : {std::pair(chain.prices, ""), std::pair(chain.among_others, "-among-others")}) {
      limits_ += limit_text(fmt::format("passage.opening{}", where), prices.opening);
      limits_ += limit_text(fmt::format("passage.within-paragraph{}", where), prices.within_paragraph);
      limits_ += limit_text(fmt::format("passage.opens{}", where), prices.opens);
    }
    limits_ += limit_text("passage.over-paragraphs", chain.prices.over_paragraphs);
    Tally all;
    std::map<std::uint32_t, Tally> by_writer;
    for (std::size_t t = 0; t < chains.size(); ++t) {
      const Tally tally = passages_found(chains[t], chain);
      all += tally;
      by_writer[text_writers_[t]] += tally;
    }
    figures_ += fmt::format("{:<28}{}\n", "passages", tally_text(all));
    for (const auto& [w, tally] : by_writer) figures_ += fmt::format("  {:<26}{}\n", writers_[w], tally_text(tally));
  }

  // By sentence.
  struct ChainScores {
    std::span<const double> inside;
    std::span<const double> names;
    std::span<const double> opens;
  };
  std::vector<LabelledChain> chains_of(const ChainScores& scores) {
    std::vector<LabelledChain> chains(examples_.several_paragraphs.size());
    text_writers_.resize(chains.size());
    const LabelledPassage* last = nullptr;
    for (std::size_t e = 0; e < examples_.sentences.size(); ++e) {
      const Example& sentence = examples_.sentences[e];
      LabelledChain& chain = chains[sentence.text];
      text_writers_[sentence.text] = sentence.writer;
      const auto s = static_cast<std::uint32_t>(chain.links.size());
      chain.links.push_back({static_cast<float>(scores.inside[e]), static_cast<float>(scores.names[e]),
                             sentence.starts_paragraph, static_cast<float>(scores.opens[e])});
      if (sentence.passage != nullptr && sentence.passage != last) chain.passages.push_back({s, s});
      if (sentence.passage != nullptr) chain.passages.back().last = s + 1;
      last = sentence.passage;
    }
    for (std::size_t t = 0; t < chains.size(); ++t) {
      if (examples_.several_paragraphs[t]) chains[t].kind = LabelledChain::Kind::several_paragraphs;
    }
    add_within_paragraphs(chains);
    return chains;
  }

  // Each short text once more within a paragraph: behind the end of a text of the same writer's that explains nothing,
  // before the beginning of another.
  void add_within_paragraphs(std::vector<LabelledChain>& chains) {
    std::map<std::uint32_t, std::vector<std::size_t>> others;  // by writer
    const std::size_t texts = chains.size();
    const auto is_short = [&](std::size_t t) { return chains[t].kind == LabelledChain::Kind::short_text; };
    for (std::size_t t = 0; t < texts; ++t) {
      if (is_short(t) && chains[t].passages.empty()) others[text_writers_[t]].push_back(t);
    }
    for (std::size_t t = 0; t < texts; ++t) {
      const std::vector<std::size_t>& around = others[text_writers_[t]];
      if (around.empty() || !is_short(t)) continue;
      const std::size_t most = 1 + t % 3;  // sentences before it; as many as make four behind it
      LabelledChain chain{{}, {}, LabelledChain::Kind::among_others};
      const auto before = std::span(chains[around[t % around.size()]].links);
      const auto behind = std::span(chains[around[t / 2 % around.size()]].links);
      std::ranges::copy(before.last(std::min(most, before.size())), std::back_inserter(chain.links));
      const auto first = static_cast<std::uint32_t>(chain.links.size());
      std::ranges::copy(chains[t].links, std::back_inserter(chain.links));
      if (!chains[t].passages.empty())
        chain.passages.push_back({first, static_cast<std::uint32_t>(chain.links.size())});
      std::ranges::copy(behind.first(std::min(4 - most, behind.size())), std::back_inserter(chain.links));
      for (ChainLink& link : chain.links) link.starts_paragraph = &link == chain.links.data();
      chains.push_back(std::move(chain));
      text_writers_.push_back(text_writers_[t]);
    }
  }

  // Returns the scores by sentence.
  std::vector<double> write_openings() {
    const Judged judged = sentences_.fit([](const Example& s) { return s.opens.has_value(); },
                                         [](const Example& s) { return *s.opens; }, kOfOpenings, candidates_.size());
    keep("opens", "another matter begins with it: an explanation, or something else", judged.model, false);
    return judged.scores;
  }

  void write_topics() {
    constexpr std::size_t kTopics = 5;
    std::array<Judged, kTopics> judged;
    for (std::size_t t = 0; t < kTopics; ++t) {
      const auto topic = static_cast<Topic>(t);
      judged[t] = passages_.fit([](const Example&) { return true; },
                                [&](const Example& run) { return run.topic == topic; }, kOfTopics);
      const std::string name = fmt::format("topic.{}", to_string(topic));
      const std::span<const double> weights(judged[t].model.weights);
      keep_part(name, "what the setback is; adds up over the passage",
                fmt::format("first = {:.2f}\n", judged[t].model.bias), weights.first(candidates_.size()), candidates_);
      keep_part(fmt::format("first.{}", name), "what the passage's first sentence tells more", "",
                weights.subspan(candidates_.size()), candidates_);
    }
    std::map<std::uint32_t, std::pair<int, int>> right;
    std::pair<int, int> all;
    std::map<std::pair<Topic, Topic>, int> confused;
    for (std::size_t r = 0; r < examples_.passages.size(); ++r) {
      const Example& run = examples_.passages[r];
      const auto best = std::ranges::max_element(judged, {}, [&](const Judged& j) { return j.scores[r]; });
      const auto topic = static_cast<Topic>(best - judged.begin());
      for (auto* count : {&all, &right[run.writer]}) {
        count->first += topic == run.topic ? 1 : 0;
        ++count->second;
      }
      if (topic != run.topic) ++confused[{run.topic, topic}];
    }
    figures_ += fmt::format("{:<28}{:.3f}\n", "topics right", 1.0 * all.first / all.second);
    for (const auto& [w, count] : right)
      figures_ += fmt::format("  {:<26}{:.3f}\n", writers_[w], 1.0 * count.first / count.second);
    for (const auto& [topics, count] : confused)
      figures_ += fmt::format("  {} read as {}: {}\n", to_string(topics.first), to_string(topics.second), count);
  }

  void write_plan(const Plan& plan) {
    const bool over = plan.over_passage;
    const auto ask = [&](const Example& e) {
      return e.passage != nullptr && e.passage->has_evidence && concerns(*e.passage, plan);
    };
    const Judged judged =
        over ? passages_.fit(
                   ask, [&](const Example& e) { return is_there(*e.passage, plan); }, kOfPassages, candidates_.size())
             : sentences_.fit(
                   ask, [&](const Example& e) { return carries(e, plan); }, kOfSentences,
                   plan.by_topic ? columns_.candidates().size() : columns_.first_by_topic());
    keep(plan.name, plan.about, judged.model, over);
    for (const std::string_view layer : plan.layers) write_layer(plan, layer, judged);
  }

  // A passage has a layer where one of its sentences carries it, and dwells where its third does: more than two.
  std::vector<LayerCase> cases_of(const Plan& plan, std::string_view layer, const Judged& judged) const {
    const std::vector<Example>& examples = plan.over_passage ? examples_.passages : examples_.sentences;
    std::map<const LabelledPassage*, std::pair<LayerCase, std::vector<float>>> found;
    std::vector<const LabelledPassage*> order;
    for (std::size_t e = 0; e < examples.size(); ++e) {
      const Example& example = examples[e];
      if (example.passage == nullptr || !example.passage->has_evidence) continue;
      const LabelledLayer* label = layer_of(*example.passage, layer);
      if (label == nullptr) continue;
      const auto [one, is_new] = found.try_emplace(example.passage);
      if (is_new) order.push_back(example.passage);
      one->second.first = {0, label->at_fault, example.writer};
      one->second.second.push_back(static_cast<float>(judged.scores[e]));
    }
    std::vector<LayerCase> cases;
    for (const LabelledPassage* passage : order) {
      auto& [one, scores] = found[passage];
      one.score = layer == kDwelling ? third_best(scores) : any_of(scores);
      cases.push_back(one);
    }
    return cases;
  }

  static double third_best(std::vector<float>& scores) {
    std::ranges::sort(scores, std::greater<>());
    return scores.size() > 2 ? scores[2] : -kFarAway;
  }

  void write_layer(const Plan& plan, std::string_view layer, const Judged& judged) {
    const bool dwelling = layer == kDwelling;
    std::vector<LayerCase> cases = cases_of(plan, layer, judged);
    if (dwelling) {  // what is there is the fault
      for (LayerCase& one : cases) one.score = -one.score;
    }
    const double threshold = best_threshold(cases);
    limits_ +=
        dwelling ? limit_text("layer.circumstance", -threshold) : limit_text(fmt::format("layer.{}", layer), threshold);
    const Tally tally = tally_at(cases, threshold);
    all_ += tally;
    figures_ += fmt::format("  {:<26}{}  at {:.2f} ", layer, tally_text(tally), threshold);
    for (std::uint32_t w = 0; w < writers_.size(); ++w) {
      const Tally own = tally_at(cases, threshold, w);
      by_writer_[w] += own;
      if (const auto f1 = own.f1()) figures_ += fmt::format(" {:.2f}", *f1);
    }
    figures_ += "\n";
  }

  // The rule of a category that weighs a whole sentence: only sentences of passages are read by it.
  void write_category(std::size_t category) {
    const auto is_yes = [&](const Example& e) { return (e.categories >> category & 1U) != 0; };
    Judged judged = sentences_.fit([](const Example& e) { return e.passage != nullptr; }, is_yes, kOfCategories);
    std::vector<LayerCase> cases;
    for (std::size_t e = 0; e < judged.scores.size(); ++e) {
      const Example& example = examples_.sentences[e];
      if (example.passage != nullptr) cases.push_back({-judged.scores[e], is_yes(example), example.writer});
    }
    const double threshold = best_threshold(cases);
    judged.model.bias += threshold;  // the rule speaks from 0 on
    const std::string name = fmt::format("{}/weighed", kSentenceCategories[category]);
    keep(name, "the sum of what speaks for it", judged.model, false);
    figures_ += fmt::format("  {:<26}{}  at {:.2f} ", "sentences", tally_text(tally_at(cases, threshold)), -threshold);
    for (std::uint32_t w = 0; w < writers_.size(); ++w) {
      if (const auto f1 = tally_at(cases, threshold, w).f1()) figures_ += fmt::format(" {:.2f}", *f1);
    }
    figures_ += "\n";
  }

  const Examples& examples_;
  std::span<const Candidate> candidates_;
  PassageColumns columns_;
  std::vector<Example> wide_;    // the sentences with all that speaks for them in their passage
  std::vector<Example> opened_;  // the passages with what their first sentences tell more
  std::vector<std::string> writers_;
  std::vector<std::uint32_t> text_writers_;  // by text
  Fitter sentences_;
  Fitter passages_;
  std::string limits_;
  std::string signals_;
  std::string figures_;
  std::size_t cues_ = 0;
  Tally all_;
  std::map<std::uint32_t, Tally> by_writer_;
};

}  // namespace

std::string writer_of(const LabelledText& text) {
  const std::filesystem::path file(text.file);
  if (text.line != 0) return file.stem().string();
  // Statements of a folder are by several writers, unnamed: they are dealt out by their last digit.
  const char last = text.id.empty() ? '0' : text.id.back();
  return fmt::format("{}-{}", file.parent_path().filename().string(), 1 + last % 3);
}

Fitted fit_weights(const LabelledCorpus& corpus, std::span<const PackFile> packs, const FitOptions& options,
                   std::vector<Problem>& problems) {
  std::vector<std::string> writers;
  std::vector<const LabelledText*> labels;
  const std::vector<WrittenText> texts = read_texts(corpus, options, labels, writers, problems);
  const auto classes = load_packs(packs, {}, problems);
  std::vector<Candidate> candidates = written_cues(classes->data());
  std::ranges::copy(common_cues(texts, PatternBank(classes->data())), std::back_inserter(candidates));

  add_families(candidates);
  const auto rules = load_candidates(packs, candidates, problems);
  if (!problems.empty()) return {};  // before the fit, which takes a third of an hour
  const PatternBank bank(rules->data());
  CueReader cues(bank, candidates);
  Examples examples;
  for (std::size_t t = 0; t < texts.size(); ++t) add_examples(texts[t], *labels[t], cues, examples);
  return WeightsWriter(examples, candidates, std::move(writers)).write();
}

}  // namespace candor
