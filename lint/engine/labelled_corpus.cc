#include "lint/engine/labelled_corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "lint/engine/settings.h"
#include "lint/reading/passage.h"
#include "lint/source/day.h"
#include "lint/source/nearest.h"
#include "lint/source/read_file.h"
#include "lint/source/source.h"
#include "lint/source/walk.h"

namespace candor {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kGoldFile = "gold.json";

constexpr std::string_view kEvidenceKey = "evidence";

// The names of the sentence categories in a *.jsonl record, in the order of kSentenceCategories.
constexpr std::string_view kSentenceKeys[] = {"blame", "oversharing", "passive"};

std::optional<Topic> topic_from(std::string_view name) {
  const auto found = std::ranges::find(kTopicNames, name);
  if (found == std::end(kTopicNames)) return std::nullopt;
  return static_cast<Topic>(found - std::begin(kTopicNames));
}

std::string shortened(std::string_view text) {
  constexpr std::size_t kEnough = 60;
  return text.size() <= kEnough ? std::string(text) : std::string(text.substr(0, kEnough)) + "...";
}

// The first place of `quote` in `text`, from `from` on.
std::optional<Span> find_quote(std::string_view text, std::string_view quote, std::size_t from = 0) {
  if (quote.empty()) return std::nullopt;
  const std::size_t begin = text.find(quote, from);
  if (begin == std::string_view::npos) return std::nullopt;
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + quote.size())};
}

// One record of labels. Its getters tell what is wrong with it and go on with an empty value; ok() says whether all was
// well.
class Record {
 public:
  // `line` is where the record stands; 0 finds the line of what is wrong in `source`, the whole file.
  Record(std::string file, std::uint32_t line, std::string_view source, std::vector<Problem>& problems)
      : file_(std::move(file)), line_(line), source_(source), problems_(problems) {}

  [[nodiscard]] bool ok() const { return ok_; }

  // Parses the source.
  json parse() {
    try {
      return json::parse(source_);
    } catch (const json::parse_error& error) {
      const std::size_t offset = std::min(error.byte == 0 ? 0 : error.byte - 1, source_.size());
      const std::size_t line_start = source_.substr(0, offset).rfind('\n') + 1;
      fail_at(line_ != 0 ? line_ : line_of(offset), static_cast<std::uint32_t>(offset - line_start + 1),
              "this is not valid JSON");
      return json::object();
    }
  }

  // `where` is a string of the record, to find its line.
  void fail(const std::string& message, std::string_view where = {}) {
    std::uint32_t line = line_;
    if (line == 0) {
      const std::string written = json(where).dump();
      const std::size_t offset = where.empty() ? std::string_view::npos : source_.find(written);
      line = offset == std::string_view::npos ? 1 : line_of(offset);
    }
    fail_at(line, 0, message);
  }

  std::string text(const json& object, std::string_view key) {
    const json* value = member(object, key);
    if (value != nullptr && value->is_string()) return value->get<std::string>();
    fail(fmt::format("'{}' should be a string", key), key);
    return {};
  }

  std::optional<bool> flag(const json& object, std::string_view key) {
    const json* value = member(object, key);
    if (value != nullptr && value->is_boolean()) return value->get<bool>();
    fail(fmt::format("'{}' should be true or false", key), key);
    return std::nullopt;
  }

  const json& list(const json& object, std::string_view key) {
    static const json kEmpty = json::array();
    const json* value = member(object, key);
    if (value != nullptr && value->is_array()) return *value;
    fail(fmt::format("'{}' should be a list", key), key);
    return kEmpty;
  }

  const json& table(const json& object, std::string_view key) {
    static const json kEmpty = json::object();
    const json* value = member(object, key);
    if (value != nullptr && value->is_object()) return *value;
    fail(fmt::format("'{}' should be an object", key), key);
    return kEmpty;
  }

  // Where the sentence stands in the text; an empty span where it does not.
  Span quote(std::string_view text, const std::string& sentence, std::size_t from = 0) {
    if (const std::optional<Span> found = find_quote(text, sentence, from)) return *found;
    fail(fmt::format("the text does not hold '{}'", shortened(sentence)), sentence);
    return {};
  }

  // The layers of a passage, as labelled.
  std::vector<LabelledLayer> layers(const json& labels, Topic topic) {
    std::vector<std::string_view> names;
    for (const Layer layer : layers_of(topic)) names.push_back(to_string(layer));
    if (topic != Topic::none) names.push_back(kDwelling);
    for (const auto& [name, value] : labels.items()) {
      if (std::ranges::find(names, name) == names.end()) {
        fail(fmt::format("{} of topic '{}'", unknown_name("layer", name, names), to_string(topic)), name);
      }
    }
    std::vector<LabelledLayer> layers;
    for (const std::string_view name : names) {
      if (const std::optional<bool> there = flag(labels, name)) {
        layers.push_back({name, rule_of_layer(topic, name), name == kDwelling ? *there : !*there, {}});
      }
    }
    return layers;
  }

  // The sentences that carry each layer. A record need not have them.
  void evidence(const json& object, LabelledPassage& passage) {
    if (member(object, kEvidenceKey) == nullptr) return;
    passage.has_evidence = true;
    const json& labels = table(object, kEvidenceKey);
    for (LabelledLayer& layer : passage.layers) {
      if (member(labels, layer.name) == nullptr) continue;
      for (const json& sentence : list(labels, layer.name)) {
        if (sentence.is_number_unsigned()) {
          layer.evidence.push_back(sentence.get<std::uint32_t>());
        } else {
          fail(fmt::format("'{}' should be a list of sentence numbers", layer.name), layer.name);
        }
      }
    }
  }

  Topic topic(const json& object) {
    const std::string name = text(object, "topic");
    if (const std::optional<Topic> topic = topic_from(name)) return *topic;
    if (!name.empty()) fail(unknown_name("topic", name, kTopicNames), name);
    return Topic::none;
  }

 private:
  static const json* member(const json& object, std::string_view key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }

  std::uint32_t line_of(std::size_t offset) const {
    return static_cast<std::uint32_t>(std::ranges::count(source_.substr(0, offset), '\n') + 1);
  }

  void fail_at(std::uint32_t line, std::uint32_t column, const std::string& message) {
    ok_ = false;
    problems_.push_back({file_, line, column, message});
  }

  std::string file_;
  std::uint32_t line_;
  std::string_view source_;
  std::vector<Problem>& problems_;
  bool ok_ = true;
};

// Reads labels without asking whether the bytes are a text that candor lints.
std::optional<std::string> read_bytes(const fs::path& path, std::vector<Problem>& problems) {
  const std::string name = path.generic_string();
  Problem problem;
  std::optional<std::string> bytes = read_file(name, name, problem);
  if (!bytes) problems.push_back({name, 0, 0, "the file cannot be read"});
  return bytes;
}

// *.jsonl

std::optional<LabelledText> read_passage(const std::string& file, std::uint32_t line, std::string_view source,
                                         std::vector<Problem>& problems) {
  Record record(file, line, source, problems);
  const json value = record.parse();
  if (!record.ok()) return std::nullopt;

  LabelledText text;
  text.id = record.text(value, "id");
  text.file = file;
  text.line = line;
  text.name = text.id + ".txt";
  text.text = record.text(value, "text");
  for (std::size_t i = 0; i < std::size(kSentenceKeys); ++i) {
    for (const json& sentence : record.list(value, kSentenceKeys[i])) {
      if (!sentence.is_string()) {
        record.fail(fmt::format("'{}' should be a list of sentences", kSentenceKeys[i]));
        continue;
      }
      text.sentences.push_back(
          {std::string(kSentenceCategories[i]), record.quote(text.text, sentence.get<std::string>())});
    }
  }
  const Topic topic = record.topic(value);
  std::vector<LabelledLayer> layers = record.layers(record.table(value, "layers"), topic);
  if (topic != Topic::none) {
    text.passages.push_back({topic, {0, static_cast<std::uint32_t>(text.text.size())}, std::move(layers)});
    record.evidence(value, text.passages.back());
  }
  if (!record.ok()) return std::nullopt;
  return text;
}

void read_passages_file(const fs::path& path, LabelledCorpus& corpus) {
  const std::optional<std::string> bytes = read_bytes(path, corpus.problems);
  if (!bytes) return;
  std::string_view rest = *bytes;
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const std::string_view record = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), record.size() + 1));
    if (record.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (auto text = read_passage(path.generic_string(), line, record, corpus.problems)) {
      corpus.texts.push_back(std::move(*text));
    }
  }
}

// NAME.md with NAME.json

bool has_all_layers(const LabelledPassage& passage) {
  return std::ranges::none_of(passage.layers, &LabelledLayer::at_fault);
}

std::optional<LabelledPassage> read_statement_passage(Record& record, const json& value, std::string_view text) {
  LabelledPassage passage;
  passage.topic = record.topic(value);
  const Span first = record.quote(text, record.text(value, "first"));
  const Span last = record.quote(text, record.text(value, "last"), first.begin);
  passage.span = {first.begin, last.end};
  passage.layers = record.layers(record.table(value, "layers"), passage.topic);
  record.evidence(value, passage);
  if (!record.ok()) return std::nullopt;
  return passage;
}

void read_statement(const fs::path& labels, const fs::path& path, LabelledCorpus& corpus) {
  const std::optional<std::string> bytes = read_bytes(labels, corpus.problems);
  const std::optional<std::string> text_bytes = read_bytes(path, corpus.problems);
  if (!bytes || !text_bytes) return;

  Record record(labels.generic_string(), 0, *bytes, corpus.problems);
  const json value = record.parse();
  if (!record.ok()) return;

  LabelledText text;
  text.id = labels.stem().string();
  text.file = labels.generic_string();
  text.name = path.filename().string();
  text.text = *text_bytes;
  for (const json& offence : record.list(value, "offences")) {
    const std::string category = record.text(offence, "category");
    if (std::ranges::find(kSentenceCategories, category) == std::end(kSentenceCategories)) {
      record.fail(unknown_name("category", category, kSentenceCategories), category);
    }
    text.sentences.push_back({category, record.quote(text.text, record.text(offence, "quote"))});
  }
  for (const json& passage : record.list(value, "passages")) {
    if (auto read = read_statement_passage(record, passage, text.text)) text.passages.push_back(std::move(*read));
  }
  const auto band = value.find("band");
  text.clean_statement = (band != value.end() && *band == "clean") ||
                         (text.sentences.empty() && std::ranges::all_of(text.passages, has_all_layers));
  if (record.ok()) corpus.texts.push_back(std::move(text));
}

// The text beside NAME.json.
std::optional<fs::path> text_beside(const fs::path& labels) {
  for (const std::string_view ending : {".md", ".markdown", ".txt", ".text"}) {
    fs::path text = labels;
    text.replace_extension(ending);
    std::error_code error;
    if (fs::is_regular_file(text, error)) return text;
  }
  return std::nullopt;
}

// gold.json

ExpectedPlace read_place(Record& record, const json& value, const fs::path& folder) {
  ExpectedPlace place;
  place.file = record.text(value, "file");
  const std::string quote = record.text(value, "quote");
  std::vector<Problem> unreadable;
  const std::optional<std::string> bytes = read_bytes(folder / place.file, unreadable);
  if (!bytes || bytes->empty()) {
    record.fail(fmt::format("there is no text '{}' in this folder", place.file), place.file);
  } else {
    place.span = record.quote(*bytes, quote);
  }
  return place;
}

void read_application(const fs::path& gold, LabelledCorpus& corpus) {
  const std::optional<std::string> bytes = read_bytes(gold, corpus.problems);
  if (!bytes) return;
  Record record(gold.generic_string(), 0, *bytes, corpus.problems);
  const json value = record.parse();
  if (!record.ok()) return;

  LabelledApplication application;
  application.file = gold.generic_string();
  application.folder = absolute_path(gold.parent_path().string());
  application.id = fs::path(application.folder).filename().string();
  if (value.is_object() && value.contains("as_of")) {
    const std::string day = record.text(value, "as_of");
    application.as_of = day_from(day);
    if (!application.as_of) record.fail(fmt::format("'as_of' should be a day as 2026-09-15, not '{}'", day), day);
  }
  for (const json& expected : record.list(value, "expected")) {
    ExpectedFinding finding;
    finding.rule = record.text(expected, "rule");
    for (const json& place : record.list(expected, "in")) {
      finding.places.push_back(read_place(record, place, gold.parent_path()));
    }
    if (expected.is_object() && expected.contains("why")) finding.why = record.text(expected, "why");
    application.expected.push_back(std::move(finding));
  }
  if (record.ok()) corpus.applications.push_back(std::move(application));
}

// A file of labels; any other file is passed over.
void read_labels(const fs::path& path, LabelledCorpus& corpus) {
  if (path.extension() == ".jsonl") return read_passages_file(path, corpus);
  if (path.filename() == kGoldFile) return read_application(path, corpus);
  if (path.extension() != ".json") return;
  if (const std::optional<fs::path> text = text_beside(path)) read_statement(path, *text, corpus);
}

// The files below a folder, sorted. A folder with a gold.json is an application: it has no other labels.
void list_labels(const fs::path& folder, std::vector<fs::path>& files, std::vector<Problem>& problems) {
  std::error_code error;
  if (fs::is_regular_file(folder / kGoldFile, error)) {
    files.push_back(folder / kGoldFile);
    return;
  }
  std::vector<fs::path> entries;
  for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (!entry->path().filename().string().starts_with('.')) entries.push_back(entry->path());
  }
  if (error) {
    problems.push_back({folder.generic_string(), 0, 0, "the folder cannot be read"});
    return;
  }
  std::ranges::sort(entries);
  for (const fs::path& entry : entries) {
    if (fs::is_directory(entry, error) && !fs::is_symlink(entry, error)) {
      list_labels(entry, files, problems);
    } else {
      files.push_back(entry);
    }
  }
}

}  // namespace

std::string rule_of_layer(Topic topic, std::string_view layer) {
  if (layer == kDwelling) return "length/dwelling";
  if (layer == to_string(Layer::bounded)) return "dates/vague-gap";
  const std::string_view category = topic == Topic::gap ? "gap" : topic == Topic::discipline ? "discipline" : "layers";
  return fmt::format("{}/missing-{}", category, layer);
}

std::string_view layer_of_rule(std::string_view rule) {
  if (rule == "length/dwelling") return kDwelling;
  if (rule == "dates/vague-gap") return to_string(Layer::bounded);
  for (const std::string_view prefix : {"layers/missing-", "gap/missing-", "discipline/missing-"}) {
    if (rule.starts_with(prefix)) return rule.substr(prefix.size());
  }
  return {};
}

LabelledCorpus read_labelled_corpus(const std::string& path) {
  LabelledCorpus corpus;
  std::error_code error;
  std::vector<fs::path> files;
  if (fs::is_directory(path, error)) {
    list_labels(path, files, corpus.problems);
  } else if (fs::exists(path, error)) {
    files.emplace_back(path);
  } else {
    corpus.problems.push_back({path, 0, 0, "no such file or folder"});
  }
  for (const fs::path& file : files) read_labels(file.lexically_normal(), corpus);
  return corpus;
}

Applications find_application(const LabelledApplication& labelled, const Settings& settings) {
  ApplicationRequest request;
  request.paths = {"."};
  request.working_directory = labelled.folder;
  request.respect_gitignore = false;
  std::error_code error;
  if (!std::filesystem::exists(labelled.folder + "/" + std::string(kSettingsFile), error)) request.settings = settings;
  request.adjust = [&](Settings& adjusted) {
    if (labelled.as_of) adjusted.as_of = labelled.as_of;
  };
  return find_applications(request);
}

}  // namespace candor
