#include "lint/engine/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

#include "lint/engine/applications.h"
#include "lint/reading/reading.h"
#include "lint/rule/category.h"

namespace candor {
namespace {

std::optional<double> ratio(std::uint32_t part, std::uint32_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

Span span_of(const Range& range) { return {range.start.offset, range.end.offset}; }

// A finding about nothing between two words still touches the sentence it stands in.
bool touches(Span a, Span b) {
  if (a.empty()) return b.begin <= a.begin && a.begin <= b.end;
  return a.overlaps(b);
}

std::uint32_t shared_bytes(Span a, Span b) {
  return a.overlaps(b) ? std::min(a.end, b.end) - std::max(a.begin, b.begin) : 0;
}

// The passage of these that shares the most with `span`, the first where equal; nullptr where none does.
template <typename Passages, typename SpanOf>
auto best_overlap(const Passages& passages, Span span, SpanOf span_of_passage) -> decltype(&*passages.begin()) {
  decltype(&*passages.begin()) best = nullptr;
  std::uint32_t most = 0;
  for (const auto& passage : passages) {
    const std::uint32_t shared = shared_bytes(span_of_passage(passage), span);
    if (shared <= most) continue;
    most = shared;
    best = &passage;
  }
  return best;
}

// A request for the Gregorian date, right wherever it stands: no label tells of it.
constexpr std::string_view kUnlabelledRule = "dates/other-calendar";

bool is_form(const Finding& finding) { return finding.category() == "eras-text" || finding.category() == "length"; }

Tally& tally_of(std::vector<NamedTally>& tallies, std::string_view name) {
  return std::ranges::find(tallies, name, &NamedTally::name)->tally;
}

// Judges the texts of a corpus one after the other.
class Judge {
 public:
  Judge(const Rulebook& rulebook, const ScoreOptions& options)
      : rulebook_(rulebook), options_(options), matcher_(rulebook.bank()) {
    for (const std::string_view category : kSentenceCategories) score_.sentences.push_back({std::string(category), {}});
    for (const std::string_view layer : kLayerNames) score_.layers.push_back({std::string(layer), {}});
    score_.layers.push_back({std::string(kDwelling), {}});
  }

  void judge(const LabelledText& text) {
    Problem problem;
    std::optional<Source> source = Source::from_bytes(text.name, text.text, problem);
    if (!source) {
      score_.problems.push_back({text.file, text.line, 0, problem.message});
      return;
    }
    const Report report = check_one(text.name, text.text, rulebook_, options_.settings, options_.run);
    score_.problems.insert(score_.problems.end(), report.problems.begin(), report.problems.end());
    reading_ = read_text(std::move(*source), text.name, std::nullopt, matcher_, rulebook_.bank());

    ++(text.line == 0 ? score_.statements : score_.passage_records);
    judge_sentences(text, report);
    judge_passages(text);
    judge_layers(text, report);
    if (text.clean_statement) judge_clean(report);
  }

  void judge(const LabelledApplication& application, const std::set<std::string>& categories) {
    const Report report = lint(application);
    ++score_.applications;
    for (const ExpectedFinding& expected : application.expected) {
      const bool found =
          std::ranges::any_of(report.findings, [&](const Finding& finding) { return fulfils(finding, expected); });
      Tally& tally = score_.expected[expected.rule];
      ++(found ? tally.found : tally.missed);
      if (!found) miss(application, expected);
    }
    for (const Finding& finding : report.findings) {
      if (!categories.contains(std::string(finding.category())) || finding.rule == kUnlabelledRule) continue;
      const bool right = std::ranges::any_of(
          application.expected, [&](const ExpectedFinding& expected) { return fulfils(finding, expected); });
      count_alarm(finding.rule, right);
      if (right) continue;
      ++score_.expected[finding.rule].false_alarms;
      score_.faults.push_back(
          {ScoreFault::Kind::false_alarm, finding.rule, application.id, application.file, 0,
           fmt::format("{}:{}: {}", finding.place.file, finding.place.range.start.line, finding.place.excerpt.text),
           finding.message});
    }
  }

  Score take() {
    for (const NamedTally& layer : score_.layers) score_.all_layers += layer.tally;
    for (const auto& [rule, tally] : score_.expected) score_.all_expected += tally;
    return std::move(score_);
  }

 private:
  void judge_sentences(const LabelledText& text, const Report& report) {
    for (const LabelledSentence& label : text.sentences) {
      const bool found = std::ranges::any_of(report.findings, [&](const Finding& finding) {
        return finding.category() == label.category && touches(span_of(finding.place.range), label.span);
      });
      Tally& tally = tally_of(score_.sentences, label.category);
      ++(found ? tally.found : tally.missed);
      if (!found) fault(text, ScoreFault::Kind::missed, label.category, label.span);
    }
    for (const Finding& finding : report.findings) {
      if (std::ranges::find(kSentenceCategories, finding.category()) == std::end(kSentenceCategories)) continue;
      const Span span = span_of(finding.place.range);
      const bool right = std::ranges::any_of(text.sentences, [&](const LabelledSentence& label) {
        return finding.category() == label.category && touches(span, label.span);
      });
      count_alarm(finding.rule, right);
      if (right) continue;
      ++tally_of(score_.sentences, finding.category()).false_alarms;
      fault(text, ScoreFault::Kind::false_alarm, finding.rule, span);
    }
  }

  void judge_passages(const LabelledText& text) {
    const auto label_span = [](const LabelledPassage& label) { return label.span; };
    const auto read_span = [this](const Passage& passage) { return source_of(reading_->document, passage); };
    for (const LabelledPassage& label : text.passages) {
      const Passage* passage = best_overlap(reading_->passages, label.span, read_span);
      if (passage == nullptr) {
        ++score_.passages.missed;
        fault(text, ScoreFault::Kind::missed, "passage", label.span, fmt::format("topic {}", to_string(label.topic)));
        continue;
      }
      ++score_.passages.found;
      if (passage->topic == label.topic) {
        ++score_.right_topics;
      } else {
        fault(text, ScoreFault::Kind::wrong_topic, "passage", source_of(reading_->document, *passage),
              fmt::format("read as {}, labelled {}", to_string(passage->topic), to_string(label.topic)));
      }
    }
    for (const Passage& passage : reading_->passages) {
      if (best_overlap(text.passages, source_of(reading_->document, passage), label_span) != nullptr) continue;
      ++score_.passages.false_alarms;
      fault(text, ScoreFault::Kind::false_alarm, "passage", source_of(reading_->document, passage),
            fmt::format("read as {}", to_string(passage.topic)));
    }
  }

  // A finding speaks of the labelled passage that it shares most with, among those whose topic has such a layer.
  void judge_layers(const LabelledText& text, const Report& report) {
    std::set<std::pair<const LabelledPassage*, std::string_view>> spoken;  // passage and rule
    for (const Finding& finding : report.findings) {
      const std::string_view layer = layer_of_rule(finding.rule);
      if (layer.empty()) continue;
      const Span span = span_of(finding.place.range);
      const LabelledPassage* passage = best_overlap(
          text.passages, span, [&](const LabelledPassage& p) { return has_rule(p, finding.rule) ? p.span : Span{}; });
      if (passage != nullptr) {
        spoken.emplace(passage, finding.rule);
      } else {
        false_layer(text, finding.rule, layer, span);
      }
    }
    for (const LabelledPassage& passage : text.passages) {
      for (const LabelledLayer& label : passage.layers) {
        judge_layer(text, passage, label, spoken.contains({&passage, label.rule}));
      }
    }
  }

  void judge_layer(const LabelledText& text, const LabelledPassage& passage, const LabelledLayer& label, bool spoken) {
    if (spoken && !label.at_fault) return false_layer(text, label.rule, label.name, passage.span);
    if (!label.at_fault) return;
    Tally& tally = tally_of(score_.layers, label.name);
    ++(spoken ? tally.found : tally.missed);
    if (spoken) {
      count_alarm(label.rule, true);
    } else {
      fault(text, ScoreFault::Kind::missed, label.rule, passage.span);
    }
  }

  void false_layer(const LabelledText& text, std::string_view rule, std::string_view layer, Span span) {
    count_alarm(rule, false);
    ++tally_of(score_.layers, layer).false_alarms;
    fault(text, ScoreFault::Kind::false_alarm, rule, span);
  }

  void judge_clean(const Report& report) {
    ++score_.clean_statements;
    score_.clean_findings += static_cast<std::uint32_t>(std::ranges::count_if(report.findings, std::not_fn(is_form)));
  }

  Report lint(const LabelledApplication& application) {
    Report report = run_check(find_application(application, options_.settings), options_.run);
    for (Problem& problem : report.problems) {
      problem.file = application.id + "/" + problem.file;
      score_.problems.push_back(std::move(problem));
    }
    return report;
  }

  static bool touches_place(const Place& place, const ExpectedPlace& expected) {
    return place.file == expected.file && touches(span_of(place.range), expected.span);
  }

  // Of two places that contradict one another either may be the finding's own.
  static bool fulfils(const Finding& finding, const ExpectedFinding& expected) {
    if (finding.rule != expected.rule) return false;
    return std::ranges::any_of(expected.places, [&](const ExpectedPlace& place) {
      return touches_place(finding.place, place) || std::ranges::any_of(finding.related, [&](const Related& related) {
               return touches_place(related.place, place);
             });
    });
  }

  void miss(const LabelledApplication& application, const ExpectedFinding& expected) {
    std::string places;
    for (const ExpectedPlace& place : expected.places) {
      places += fmt::format("{}{}", places.empty() ? "" : ", ", place.file);
    }
    score_.faults.push_back({ScoreFault::Kind::missed, expected.rule, application.id, application.file, 0,
                             std::move(places), expected.why});
  }

  static bool has_rule(const LabelledPassage& passage, std::string_view rule) {
    return std::ranges::find(passage.layers, rule, &LabelledLayer::rule) != passage.layers.end();
  }

  // The whole sentences that `span` stands in.
  [[nodiscard]] std::string_view sentences_around(Span span) const {
    Span around = span;
    for (const Sentence& sentence : reading_->document.sentences()) {
      if (touches(span, sentence.source)) around = hull(around, sentence.source);
    }
    return reading_->source.slice(around);
  }

  void count_alarm(std::string_view rule, bool right) {
    RuleAlarms& alarms = score_.rules[std::string(rule)];
    ++(right ? alarms.right : alarms.wrong);
  }

  void fault(const LabelledText& text, ScoreFault::Kind kind, std::string_view what, Span span, std::string note = {}) {
    score_.faults.push_back(
        {kind, std::string(what), text.id, text.file, text.line, std::string(sentences_around(span)), std::move(note)});
  }

  const Rulebook& rulebook_;
  const ScoreOptions& options_;
  SentenceMatcher matcher_;
  std::optional<TextReading> reading_;  // of the text that is judged
  Score score_;
};

// The categories that applications are judged by.
std::set<std::string> expected_categories(const LabelledCorpus& corpus) {
  std::set<std::string> categories = {"dates"};
  for (const LabelledApplication& application : corpus.applications) {
    for (const ExpectedFinding& expected : application.expected) {
      categories.emplace(category_of(expected.rule));
    }
  }
  return categories;
}

void add_figure(Figures& figures, std::string name, std::optional<double> value) {
  if (value) figures.emplace(std::move(name), *value);
}

}  // namespace

std::optional<double> Tally::precision() const { return ratio(found, found + false_alarms); }
std::optional<double> Tally::recall() const { return ratio(found, found + missed); }
std::optional<double> Tally::f1() const { return ratio(2 * found, 2 * found + missed + false_alarms); }

Tally& Tally::operator+=(const Tally& other) {
  found += other.found;
  missed += other.missed;
  false_alarms += other.false_alarms;
  return *this;
}

ScoreInterval wilson_interval(std::uint32_t hits, std::uint32_t trials) {
  constexpr double kZ = 1.959963984540054;  // two-sided 95 %
  const double n = trials;
  const double share = hits / n;
  const double scale = 1 + kZ * kZ / n;
  const double middle = share + kZ * kZ / (2 * n);
  const double reach = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n));
  return {std::max(0.0, (middle - reach) / scale), std::min(1.0, (middle + reach) / scale)};
}

std::string_view to_string(ScoreFault::Kind kind) {
  switch (kind) {
    case ScoreFault::Kind::missed:
      return "missed";
    case ScoreFault::Kind::false_alarm:
      return "false alarm";
    case ScoreFault::Kind::wrong_topic:
      return "wrong topic";
  }
  return {};
}

std::optional<double> Score::clean_rate() const { return ratio(clean_findings, clean_statements); }
std::optional<double> Score::topic_accuracy() const { return ratio(right_topics, passages.found); }

Score score_corpus(const LabelledCorpus& corpus, const Rulebook& rulebook, const ScoreOptions& options) {
  Judge judge(rulebook, options);
  for (const LabelledText& text : corpus.texts) judge.judge(text);
  const std::set<std::string> categories = expected_categories(corpus);
  for (const LabelledApplication& application : corpus.applications) judge.judge(application, categories);
  Score score = judge.take();
  score.problems.insert(score.problems.begin(), corpus.problems.begin(), corpus.problems.end());
  return score;
}

Figures figures_of(const Score& score) {
  Figures figures;
  for (const NamedTally& category : score.sentences) {
    add_figure(figures, fmt::format("sentences.{}.f1", category.name), category.tally.f1());
  }
  add_figure(figures, "passages.f1", score.passages.f1());
  add_figure(figures, "passages.topic-accuracy", score.topic_accuracy());
  for (const NamedTally& layer : score.layers) {
    add_figure(figures, fmt::format("layers.{}.f1", layer.name), layer.tally.f1());
  }
  add_figure(figures, "layers.all.f1", score.all_layers.f1());
  add_figure(figures, std::string(kCleanRateFigure), score.clean_rate());
  for (const auto& [rule, tally] : score.expected)
    add_figure(figures, fmt::format("applications.{}.f1", rule), tally.f1());
  add_figure(figures, "applications.all.f1", score.all_expected.f1());
  return figures;
}

std::vector<FallenFigure> fallen_figures(const Figures& baseline, const Figures& now) {
  constexpr double kTolerance = 0.001;
  std::vector<FallenFigure> fallen;
  for (const auto& [name, before] : baseline) {
    const auto found = now.find(name);
    if (found == now.end()) {
      fallen.push_back({name, before, std::nullopt});
      continue;
    }
    const double loss = name == kCleanRateFigure ? found->second - before : before - found->second;
    if (loss > kTolerance) fallen.push_back({name, before, found->second});
  }
  return fallen;
}

}  // namespace candor
