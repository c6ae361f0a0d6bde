// candor outline: what was understood of each application.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/check.h"
#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/terminal.h"
#include "lint/engine/run.h"
#include "lint/report/escape.h"
#include "lint/report/json_text.h"
#include "lint/report/layout.h"
#include "lint/report/timeline_picture.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

// As JSON

Json section_json(const TextReading& text, const Section& section) {
  return {{"kind", to_string(section.kind)},
          {"title", section.title},
          {"file", text.source.name()},
          {"range", to_json(range_of(text.source, section.source))}};
}

// Scores are fitted to two places.
double rounded(float score) { return std::round(static_cast<double>(score) * 100) / 100; }

Json layer_json(const TextReading& text, const LayerReading& layer) {
  Json evidence = Json::array();
  for (const IndexRange tokens : layer.evidence) {
    evidence.push_back(to_json(range_of(text.source, text.document.source_of(tokens))));
  }
  return {{"present", layer.present},
          {"evidence", std::move(evidence)},
          {"score", rounded(layer.score)},
          {"threshold", rounded(layer.threshold)}};
}

Json passage_json(const TextReading& text, const Passage& passage) {
  Json layers = Json::object();
  for (const LayerReading& layer : passage.layers)
    layers[std::string(to_string(layer.layer))] = layer_json(text, layer);
  return {{"topic", to_string(passage.topic)},
          {"file", text.source.name()},
          {"range", to_json(range_of(text.source, source_of(text.document, passage)))},
          {"layers", std::move(layers)}};
}

Json timeline_json(const ApplicationReading& application) {
  Json list = Json::array();
  for (const TimelineLane& lane : timeline_picture(application, {}).lanes) {
    for (const TimelineBar& bar : lane.bars) list.push_back(bar_json(bar, lane.kind));
  }
  return list;
}

Json application_json(const ApplicationReading& application) {
  Json sections = Json::array();
  Json passages = Json::array();
  for (const TextReading& text : application.texts) {
    for (const Section& section : text.sections) sections.push_back(section_json(text, section));
    for (const Passage& passage : text.passages) passages.push_back(passage_json(text, passage));
  }
  return {{"root", application.root},
          {"sections", std::move(sections)},
          {"passages", std::move(passages)},
          {"timeline", timeline_json(application)}};
}

std::string outline_json(const std::vector<ApplicationReading>& applications) {
  Json list = Json::array();
  for (const ApplicationReading& application : applications) list.push_back(application_json(application));
  return json_text({{"version", 1}, {"applications", std::move(list)}});
}

// As text

class OutlineText {
 public:
  explicit OutlineText(bool color) : color_(color), width_(terminal_width()) {}

  void add(const ApplicationReading& application) {
    text_ += look(application.root == "." ? "this folder" : application.root, "1") + "\n";
    for (const TextReading& text : application.texts) add(text);
    text_ += "\n";
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add(const TextReading& text) {
    text_ += fmt::format("  {}\n", terminal_safe(text.source.name()));
    for (const Section& section : text.sections) {
      const Position start = text.source.position(section.source.begin);
      text_ += fmt::format("    {:>4}  section  {}{}\n", start.line, to_string(section.kind),
                           section.title.empty() ? "" : ": " + terminal_safe(section.title));
    }
    for (const Passage& passage : text.passages) add(text, passage);
  }

  void add(const TextReading& text, const Passage& passage) {
    const Span span = source_of(text.document, passage);
    const std::uint32_t sentences = passage.sentences.size();
    text_ += fmt::format("    {:>4}  passage  {}, {} {}{}\n", text.source.line_at(span.begin),
                         look(to_string(passage.topic), "1"), sentences, sentences == 1 ? "sentence" : "sentences",
                         passage.dwelling ? ", dwells" : "");
    for (const LayerReading& layer : passage.layers) {
      text_ += fmt::format("            {} {}{}  {}\n", layer.present ? look("+", "1;32") : look("-", "1;33"),
                           to_string(layer.layer), layer.present ? "" : ": missing",
                           look(fmt::format("score {:.2f}, threshold {:.2f}", layer.score, layer.threshold), "2"));
      for (const IndexRange tokens : layer.evidence) add_evidence(text, tokens);
    }
  }

  // The sentence with the words that speak for the layer marked.
  void add_evidence(const TextReading& text, IndexRange tokens) {
    constexpr std::uint32_t kIndent = 16;
    const Document& document = text.document;
    const Span sentence = document.sentences()[document.tokens()[tokens.first].sentence].source;
    const Span words = document.source_of(tokens);
    const Span marked{words.begin - sentence.begin, std::min(words.end, sentence.end) - sentence.begin};
    const std::vector<Cell> cells = cells_of(text.source.slice(sentence), marked);
    for (const std::span<const Cell> row : rows_of(cells, width_ - kIndent)) {
      text_ += fmt::format("{:{}}{}\n", "", kIndent, row_text(row));
      const std::string underline = row_underline(row, '^');
      if (!underline.empty()) text_ += fmt::format("{:{}}{}\n", "", kIndent, look(underline, "1;36"));
    }
  }

  [[nodiscard]] std::string look(std::string_view words, std::string_view ansi) const {
    return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", ansi, terminal_safe(words)) : terminal_safe(words);
  }

  bool color_;
  std::uint32_t width_;
  std::string text_;
};

std::string outline_text(const std::vector<ApplicationReading>& applications, bool color) {
  OutlineText outline(color);
  for (const ApplicationReading& application : applications) outline.add(application);
  return outline.text();
}

}  // namespace

int run_outline_command(const Arguments& arguments) {
  ShowOptions options;
  Parser parser("outline",
                "shows what was understood: sections, passages with their layers, and the words that speak for each");
  add_show_options(parser, options, kTextOrJson);
  parser.example("outline applicants/a", "sections, passages, and which layers each passage has");
  if (const auto status = parser.parse(arguments)) return *status;
  const std::optional<Inputs> inputs = find_inputs(parser, options.input);
  if (!inputs) return kExitTrouble;
  return show_readings(*inputs, [&](const std::vector<ApplicationReading>& readings) {
    return options.format == "json" ? outline_json(readings)
                                    : outline_text(readings, wants_color(options.color, Stream::out));
  });
}

}  // namespace candor
