// Build tool: reads rule packs and writes them as constant C++ data, so that starting the program costs nothing.
//   compile_packs OUT.cc PACK.toml...
// Exits 1 and says file:line:column on any problem in a pack.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/os.h>

#include "lint/rule/pack.h"

namespace {

using candor::RulesetData;

// A C++ string literal, in pieces: every byte that is not plain ASCII as an octal escape.
std::string literal(std::string_view text) {
  std::string out = "\"";
  std::size_t column = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\' || c == '?' || byte < 0x20 || byte >= 0x7F) {
      out += fmt::format("\\{:03o}", byte);
    } else {
      out += c;
    }
    if (++column % 160 == 0) out += "\"\n\"";
  }
  return out + "\"sv";
}

std::string day(std::optional<std::int32_t> days) { return days ? fmt::to_string(*days) : "std::nullopt"; }

class Writer {
 public:
  explicit Writer(const char* path) : out_(fmt::output_file(path)) {}

  void write(const RulesetData& data, const std::vector<candor::PackFile>& packs) {
    out_.print(
        "// Made by rules/compile_packs.cc. Do not edit.\n#include \"lint/rule/shipped.h\"\n\n"
        "namespace candor {{\nnamespace {{\nusing namespace std::string_view_literals;\n");
    lexicon(data.lexicon);
    patterns(data.patterns);
    signals(data.signals);
    rules(data.rules);
    limits(data.limits);
    exam_facts(data.exam_facts);
    evidence(data.evidence);
    triggers(data.triggers);
    out_.print("constexpr ShippedPack kPacks[] = {{\n");
    for (const candor::PackFile& pack : packs) out_.print("{{{}, {}}},\n", literal(pack.name), literal(pack.text));
    out_.print(
        "}};\n"
        "constexpr RulesetData kRuleset = {{{{kWords, kSlots, kTags, {}, kFeatures, kClasses, {}, {}}}, kPatterns, "
        "kSignals, "
        "kRules, kLimits, kExamFacts, kEvidence, {{kSignalGroups, kGroupOf, kRoles, kPairs, kTriggers, "
        "kEntryPatterns, kFirstUses, kUses, kFirstCues, kRankedCues}}}};\n"
        "}}  // namespace\n\nconst RulesetData& shipped_ruleset() {{ return kRuleset; }}\n"
        "std::span<const ShippedPack> shipped_packs() {{ return kPacks; }}\n\n}}  // namespace candor\n",
        span_of(data.lexicon.shapes.empty(), "kShapes"), span_of(data.lexicon.alike.empty(), "kAlike"),
        data.lexicon.feature_count);
  }

 private:
  template <typename T>
  void numbers(std::string_view type, std::string_view name, std::span<const T> values) {
    out_.print("constexpr {} {}[] = {{{}}};\n", type, name, fmt::join(values, ","));
  }
  void names(std::string_view name, std::span<const std::string_view> values) {
    if (values.empty()) return;
    out_.print("constexpr std::string_view {}[] = {{\n", name);
    for (const std::string_view value : values) out_.print("{},\n", literal(value));
    out_.print("}};\n");
  }
  // A span of an array that may be empty.
  static std::string span_of(bool empty, const std::string& name) { return empty ? "{}" : name; }

  void lexicon(const candor::LexiconTables& tables) {
    out_.print("constexpr std::string_view kWords = {};\n", literal(tables.words));
    out_.print("constexpr LexiconTables::Slot kSlots[] = {{\n");
    for (const auto& s : tables.slots) {
      if (s.key == 0)
        out_.print("{{}},");
      else
        out_.print("{{{}u,{},{},{},{},{:d},{:d}}},\n", s.key, s.text, s.features, s.text_size, s.feature_count,
                   s.goes_on, s.key_is_text);
    }
    out_.print("}};\n");
    numbers("std::uint8_t", "kTags", tables.tags);
    if (!tables.shapes.empty()) {
      out_.print("constexpr LexiconTables::Shape kShapes[] = {{\n");
      for (const auto& shape : tables.shapes) {
        out_.print("{{{}, {}, LexiconTables::Shape::Of{{{}}}, {}, {}}},\n", literal(shape.prefix),
                   literal(shape.suffix), static_cast<int>(shape.of), shape.least, shape.feature);
      }
      out_.print("}};\n");
    }
    numbers("Feature", "kFeatures", tables.features);
    names("kClasses", tables.classes);
    names("kAlike", tables.alike);
  }

  // Lists of numbers one after the other in one array: thousands of small arrays take minutes to compile.
  template <typename T>
  class Lists {
   public:
    explicit Lists(std::string name) : name_(std::move(name)) {}
    // The list as a span of the array.
    std::string add(std::span<const T> list) {
      const std::size_t at = all_.size();
      all_.insert(all_.end(), list.begin(), list.end());
      return list.empty() ? "{}" : fmt::format("{{{} + {}, {}}}", name_, at, list.size());
    }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::span<const T> all() const { return all_; }

   private:
    std::string name_;
    std::vector<T> all_;
  };

  void patterns(std::span<const candor::PatternData> all) {
    Lists<candor::Feature> features("kNeeded");
    Lists<candor::PlaceCode> programs("kPrograms");
    std::vector<std::string> needs;
    std::string rows;
    for (const candor::PatternData& pattern : all) {
      const std::size_t first_need = needs.size();
      for (const auto need : pattern.needs) needs.push_back(features.add(need));
      rows += fmt::format(
          "{{{}, {}, {}, {}, {}}},\n", literal(pattern.source), pattern.exact ? "{}" : literal(pattern.regex),
          pattern.needs.empty() ? "{}" : fmt::format("{{kNeeds + {}, {}}}", first_need, pattern.needs.size()),
          programs.add(pattern.program), pattern.exact);
    }
    numbers("Feature", features.name(), features.all());
    numbers("PlaceCode", programs.name(), programs.all());
    out_.print("constexpr std::span<const Feature> kNeeds[] = {{{}}};\n", fmt::join(needs, ",\n"));
    out_.print("constexpr PatternData kPatterns[] = {{\n{}}};\n", rows);
  }

  void floats(std::string_view name, std::span<const float> all) {
    if (!all.empty()) out_.print("constexpr float {}[] = {{{:#}f}};\n", name, fmt::join(all, "f, "));
  }

  void signals(std::span<const candor::SignalData> all) {
    for (std::size_t s = 0; s < all.size(); ++s) {
      if (!all[s].cues.empty()) {
        out_.print("constexpr CueData kCues{}[] = {{", s);
        for (const candor::CueData& cue : all[s].cues) out_.print("{{{},{:#}f}},", cue.pattern, cue.weight);
        out_.print("}};\n");
      }
      floats(fmt::format("kBefore{}", s), all[s].sentences_before);
      floats(fmt::format("kAfter{}", s), all[s].sentences_after);
      floats(fmt::format("kSentences{}", s), all[s].sentences);
      if (!all[s].unless.empty()) numbers("std::uint32_t", fmt::format("kUnless{}", s), all[s].unless);
      if (!all[s].unless_next.empty()) numbers("std::uint32_t", fmt::format("kUnlessNext{}", s), all[s].unless_next);
    }
    out_.print("constexpr SignalData kSignals[] = {{\n");
    for (std::size_t s = 0; s < all.size(); ++s) {
      out_.print("{{{}, {:#}f, {:#}f, {:#}f, {}, {}, {}, {}, {}, {}}},\n", literal(all[s].name), all[s].bias,
                 all[s].first, all[s].threshold, span_of(all[s].cues.empty(), fmt::format("kCues{}", s)),
                 span_of(all[s].unless.empty(), fmt::format("kUnless{}", s)),
                 span_of(all[s].unless_next.empty(), fmt::format("kUnlessNext{}", s)),
                 span_of(all[s].sentences_before.empty(), fmt::format("kBefore{}", s)),
                 span_of(all[s].sentences_after.empty(), fmt::format("kAfter{}", s)),
                 span_of(all[s].sentences.empty(), fmt::format("kSentences{}", s)));
    }
    out_.print("}};\n");
  }

  void examples(std::string_view prefix, std::size_t index, std::span<const std::string_view> texts) {
    if (texts.empty()) return;
    out_.print("constexpr std::string_view k{}{}[] = {{", prefix, index);
    for (const std::string_view text : texts) out_.print("{},\n", literal(text));
    out_.print("}};\n");
  }

  void rules(std::span<const candor::RuleData> all) {
    for (std::size_t r = 0; r < all.size(); ++r) {
      examples("Bad", r, all[r].bad);
      examples("Good", r, all[r].good);
    }
    out_.print("constexpr RuleData kRules[] = {{\n");
    for (std::size_t i = 0; i < all.size(); ++i) {
      const candor::RuleData& r = all[i];
      out_.print(
          "{{{}, CheckKind{{{}}}, Severity{{{}}}, {}, Scope{{{}}}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, "
          "{}}},\n",
          literal(r.id), static_cast<int>(r.check), static_cast<int>(r.severity), r.enabled, static_cast<int>(r.scope),
          r.topics, r.quotations, r.fitted, fmt::format("{:.4f}F", r.veto), r.signal, literal(r.summary),
          literal(r.message), literal(r.help), literal(r.finds), literal(r.minds),
          span_of(r.bad.empty(), fmt::format("kBad{}", i)), span_of(r.good.empty(), fmt::format("kGood{}", i)),
          literal(r.file), r.line);
    }
    out_.print("}};\n");
  }

  void limits(std::span<const candor::LimitData> all) {
    out_.print("constexpr LimitData kLimits[] = {{\n");
    for (const candor::LimitData& limit : all) {
      out_.print("{{{}, {}, {}, {}, {}}},\n", literal(limit.name), literal(limit.profile), limit.value,
                 literal(limit.certainty), literal(limit.source));
    }
    out_.print("}};\n");
  }

  void exam_facts(std::span<const candor::ExamFactData> all) {
    out_.print("constexpr ExamFactData kExamFacts[] = {{\n");
    for (const candor::ExamFactData& fact : all) {
      out_.print("{{Exam{{{}}}, ExamFactKind{{{}}}, {}, {}, {}, {}, {}, Exam{{{}}}}},\n", static_cast<int>(fact.exam),
                 static_cast<int>(fact.kind), day(fact.first), day(fact.last), fact.value, literal(fact.says),
                 literal(fact.certainty), static_cast<int>(fact.after));
    }
    out_.print("}};\n");
  }

  void evidence(std::span<const candor::EvidenceData> all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      out_.print("constexpr CueWeight kWeights{}[] = {{\n", i);
      for (const candor::CueWeight& cue : all[i].weights)
        out_.print("{{{}, {:.4f}F}},\n", literal(cue.cue), cue.weight);
      out_.print("}};\n");
    }
    out_.print("constexpr EvidenceData kEvidence[] = {{\n");
    for (std::size_t i = 0; i < all.size(); ++i)
      out_.print("{{{}, {:.4f}F, {:.4f}F, kWeights{}}},\n", literal(all[i].rule), all[i].bias, all[i].least, i);
    out_.print("}};\n");
  }

  void triggers(const candor::TriggerTables& tables) {
    out_.print("constexpr TriggerTables::Group kSignalGroups[] = {{\n");
    for (const auto& g : tables.groups)
      out_.print("{{{},{},{},{}}},\n", g.first_role, g.width, g.vetoes_before, g.quotations);
    out_.print("}};\n");
    numbers("std::uint8_t", "kGroupOf", tables.group_of);
    out_.print("constexpr TriggerTables::Role kRoles[] = {{\n");
    for (const auto& r : tables.roles)
      out_.print("{{{}u,{},{},{}}},\n", r.entry, r.first_trigger, r.first_pairs, r.column);
    out_.print("}};\nconstexpr TriggerTables::Pairs kPairs[] = {{\n");
    for (const auto& p : tables.pairs) out_.print("{{{}u,{},{}}},\n", p.columns, p.first_entry, p.block);
    out_.print("}};\n");
    out_.print("constexpr Trigger kTriggers[] = {{\n");
    for (const candor::Trigger& t : tables.triggers)
      out_.print("{{{},{},{},Trigger::Test{{{}}}}},\n", t.pattern, t.entry, t.other, static_cast<int>(t.test));
    out_.print("}};\nconstexpr TriggerTables::Use kUses[] = {{\n");
    for (const auto& u : tables.uses) out_.print("{{{},{},{}}},\n", u.signal, u.rank, u.weight);
    out_.print("}};\n");
    numbers("std::uint32_t", "kEntryPatterns", tables.patterns);
    numbers("std::uint32_t", "kFirstUses", tables.first_uses);
    numbers("std::uint32_t", "kFirstCues", tables.first_cues);
    numbers("std::uint32_t", "kRankedCues", tables.cues);
  }

  fmt::ostream out_;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: compile_packs OUT.cc PACK.toml...\n");
    return 2;
  }
  std::vector<candor::PackFile> packs;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    std::string name = argv[i];
    packs.push_back({name.substr(name.rfind('/') + 1), std::move(text)});
  }
  std::vector<candor::Problem> problems;
  const auto ruleset = candor::load_packs(packs, {.strict = true}, problems);
  for (const candor::Problem& problem : problems) fmt::print(stderr, "{}\n", to_string(problem));
  if (!problems.empty()) return 1;
  Writer(argv[1]).write(ruleset->data(), packs);
  return 0;
}
