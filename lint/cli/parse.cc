// candor parse: the raw reading of texts, for those who write rules.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/dates/expression.h"
#include "lint/engine/run.h"
#include "lint/report/escape.h"
#include "lint/report/json_text.h"
#include "lint/rule/pattern.h"
#include "lint/text/passive.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

struct ParseCommand {
  InputOptions input;
  std::string format = "text";
  bool classes = false;
};

struct RawDate {
  Span source;
  std::string_view kind;
  std::string value;
};

// One text, as far as it is shown.
struct RawReading {
  const TextReading* text = nullptr;
  std::size_t application = 0;  // index
  std::vector<Span> sentences;
  std::vector<Span> passives;  // finite ones, auxiliary to participle
  std::vector<RawDate> dates;
};

std::string_view name_of(DateKind kind) {
  constexpr std::string_view kNames[] = {"date", "period", "duration"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::vector<Span> passives_of(const Document& document) {
  std::vector<PassiveClause> clauses;
  for (const Sentence& sentence : document.sentences()) find_passives(document, sentence, clauses);
  std::vector<Span> spans;
  for (const PassiveClause& clause : clauses) {
    if (clause.finite) spans.push_back(document.source_of({clause.auxiliary, clause.participle + 1}));
  }
  return spans;
}

std::vector<RawDate> dates_of(const Document& document, CivilDate as_of) {
  const DateHabits habits = date_habits(document);
  const DateContext context{as_of, habits.day_order, {}, habits.joined_years};
  std::vector<DateExpression> expressions;
  for (const Sentence& sentence : document.sentences()) find_dates(document, sentence, context, expressions);
  std::vector<RawDate> dates;
  dates.reserve(expressions.size());
  for (const DateExpression& date : expressions) dates.push_back({date.source, name_of(date.kind), date.value});
  return dates;
}

RawReading raw_reading(const TextReading& text, CivilDate as_of) {
  RawReading raw;
  raw.text = &text;
  for (const Sentence& sentence : text.document.sentences()) raw.sentences.push_back(sentence.source);
  raw.passives = passives_of(text.document);
  raw.dates = dates_of(text.document, as_of);
  return raw;
}

// As JSON

Json spans_json(const std::vector<Span>& spans) {
  Json list = Json::array();
  for (const Span span : spans) list.push_back({{"start", span.begin}, {"end", span.end}});
  return list;
}

Json reading_json(const RawReading& raw) {
  Json dates = Json::array();
  for (const RawDate& date : raw.dates) {
    dates.push_back(
        {{"start", date.source.begin}, {"end", date.source.end}, {"kind", date.kind}, {"value", date.value}});
  }
  return {{"file", raw.text->source.name()},
          {"sentences", spans_json(raw.sentences)},
          {"passives", spans_json(raw.passives)},
          {"dates", std::move(dates)}};
}

// As text

std::string shown(const Source& source, Span span) { return terminal_safe(source.slice(span)); }

// Names the classes of every word: "failed<past|setback-verb>".
class ClassNamer {
 public:
  explicit ClassNamer(const PatternBank& bank) : matcher_(bank) {
    const auto classes = bank.lexicon().classes();
    for (std::size_t i = 0; i < classes.size(); ++i) names_[class_byte(static_cast<Feature>(i))] = classes[i];
  }

  std::string of(const Document& document, const Sentence& sentence) {
    matcher_.read(document, sentence, {.quotations = true});
    const std::string annotated = matcher_.annotated();  // see rule/pattern.h for its form
    std::string_view rest = annotated;
    std::string text;
    for (std::uint32_t token = sentence.tokens.first; token < sentence.tokens.last && !rest.empty(); ++token) {
      rest.remove_prefix(1);  // the blank before the word
      const std::string_view word = document.word(token);
      rest.remove_prefix(std::min(rest.size(), word.size()));
      const std::string_view tags = rest.substr(0, rest.find(' '));
      rest.remove_prefix(tags.size());
      text += fmt::format("{}{}{}", text.empty() ? "" : " ", terminal_safe(word), names(tags));
    }
    return text;
  }

 private:
  [[nodiscard]] std::string names(std::string_view tags) const {
    std::string list;
    for (const char byte : tags) {
      const auto name = names_.find(byte);
      if (name != names_.end()) list += fmt::format("{}{}", list.empty() ? "" : "|", name->second);
    }
    return list.empty() ? "" : "<" + list + ">";
  }

  SentenceMatcher matcher_;
  std::map<char, std::string_view> names_;
};

std::string sentence_text(const RawReading& raw, std::size_t index, ClassNamer* classes) {
  const Source& source = raw.text->source;
  const Span sentence = raw.sentences[index];
  const Position start = source.position(sentence.begin);
  std::string text =
      fmt::format("{}:{}:{}: {}\n", terminal_safe(source.name()), start.line, start.column, shown(source, sentence));
  for (const Span passive : raw.passives) {
    if (sentence.contains(passive)) text += fmt::format("    passive   {}\n", shown(source, passive));
  }
  for (const RawDate& date : raw.dates) {
    if (!sentence.contains(date.source)) continue;
    text += fmt::format("    {:<9} {} = {}\n", date.kind, shown(source, date.source), terminal_safe(date.value));
  }
  if (classes != nullptr) {
    const Document& document = raw.text->document;
    text += fmt::format("    classes   {}\n", classes->of(document, document.sentences()[index]));
  }
  return text;
}

std::string readings_json(const std::vector<RawReading>& readings) {
  Json files = Json::array();
  for (const RawReading& raw : readings) files.push_back(reading_json(raw));
  return json_text({{"version", 1}, {"files", std::move(files)}});
}

std::string readings_text(const std::vector<RawReading>& readings, const std::vector<ClassNamer*>& classes) {
  std::string text;
  for (const RawReading& raw : readings) {
    for (std::size_t i = 0; i < raw.sentences.size(); ++i) text += sentence_text(raw, i, classes[raw.application]);
  }
  return text;
}

// With the classes of the rules that hold for each application.
std::string readings_with_classes(const std::vector<RawReading>& readings, const Applications& applications) {
  std::vector<Problem> told;  // by run_read()
  std::map<const Settings*, std::pair<std::shared_ptr<const Rulebook>, ClassNamer>> namers;
  std::vector<ClassNamer*> classes;
  for (const Application& application : applications.applications) {
    const Settings& settings = *application.settings;
    auto at = namers.find(&settings);
    if (at == namers.end()) {
      auto rulebook = Rulebook::for_settings(settings, told);
      const PatternBank& bank = rulebook->bank();
      at = namers.try_emplace(&settings, std::move(rulebook), ClassNamer(bank)).first;
    }
    classes.push_back(&at->second.second);
  }
  return readings_text(readings, classes);
}

void declare(Parser& parser, ParseCommand& command) {
  add_input_options(parser, command.input);
  parser.group("Output");
  parser.choice("-f,--format", "FORMAT", command.format, kTextOrJson, "how to print it");
  parser.flag("--classes", command.classes, "show the word classes of every word, as patterns see them");
  parser.example("parse --classes draft.md", "what a rule's pattern can match");
  parser.example("parse --format json draft.md", "sentences, finite passive clauses and dates as byte offsets");
}

// The readings of all linted texts, by file.
std::vector<RawReading> raw_readings(const std::vector<ApplicationReading>& readings) {
  std::vector<RawReading> raw;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const TextReading& text : readings[i].texts) {
      if (!text.linted) continue;
      raw.push_back(raw_reading(text, readings[i].as_of));
      raw.back().application = i;
    }
  }
  std::ranges::stable_sort(raw, {},
                           [](const RawReading& reading) -> const std::string& { return reading.text->source.name(); });
  return raw;
}

}  // namespace

int run_parse_command(const Arguments& arguments) {
  ParseCommand command;
  Parser parser("parse", "shows the raw reading of texts: sentences, finite passive clauses, date expressions");
  declare(parser, command);
  if (const auto status = parser.parse(arguments)) return *status;
  const std::optional<Inputs> inputs = find_inputs(parser, command.input);
  if (!inputs) return kExitTrouble;

  std::vector<Problem> problems;
  const std::vector<ApplicationReading> readings = run_read(inputs->applications, inputs->run, problems);
  const std::vector<RawReading> raw = raw_readings(readings);
  bool written = false;
  if (command.format == "json") {
    written = write_stdout(readings_json(raw));
  } else if (command.classes) {
    written = write_stdout(readings_with_classes(raw, inputs->applications));
  } else {
    written = write_stdout(readings_text(raw, std::vector<ClassNamer*>(readings.size(), nullptr)));
  }
  print_problems(problems);
  return problems.empty() && written ? kExitClean : kExitTrouble;
}

}  // namespace candor
