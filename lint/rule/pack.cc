#include "lint/rule/pack.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include <toml++/toml.h>

#include "lint/rule/inflect.h"
#include "lint/rule/pattern.h"
#include "lint/source/day.h"
#include "lint/source/nearest.h"

namespace candor {
namespace {

constexpr std::string_view kTopKeys[] = {"alike",    "class", "evidence", "exam-fact",
                                         "fragment", "limit", "rule",     "signal"};
constexpr std::string_view kClassKeys[] = {"about", "includes", "nouns", "verbs", "words"};
constexpr std::string_view kSignalKeys[] = {"bias",      "cues",      "first",           "name",
                                            "patterns",  "sentences", "sentences-after", "sentences-before",
                                            "threshold", "unless",    "unless-next"};
constexpr std::string_view kLimitKeys[] = {"certainty", "name", "profile", "source", "value"};
constexpr std::string_view kEvidenceKeys[] = {"bias", "least", "rule", "weights"};
constexpr std::string_view kExamFactKeys[] = {"after", "certainty", "exam",   "first", "kind",
                                              "last",  "says",      "source", "value"};
constexpr std::string_view kRuleKeys[] = {"bad",        "check",       "cues",     "enabled", "finds",     "fitted",
                                          "good",       "help",        "id",       "message", "minds",     "patterns",
                                          "quotations", "scope",       "severity", "summary", "threshold", "topics",
                                          "unless",     "unless-next", "veto"};

Feature feature_of(Form form) {
  switch (form) {
    case Form::base:
      return feature(Builtin::base);
    case Form::third:
      return feature(Builtin::third);
    case Form::past:
      return feature(Builtin::past);
    case Form::participle:
      return feature(Builtin::participle);
    case Form::ing:
      return feature(Builtin::ing);
    case Form::plural:
      return feature(Builtin::plural);
  }
  return feature(Builtin::base);
}

std::string joined(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

class PackLoader {
 public:
  PackLoader(const PackOptions& options, std::vector<Problem>& problems) : options_(options), problems_(problems) {}
  PackLoader(const RulesetData& base, const PackOptions& options, std::vector<Problem>& problems)
      : options_(options), problems_(problems), base_(&base), lexicon_(base.lexicon) {
    OwnedRuleset& r = *ruleset_;
    r.patterns_.assign(base.patterns.begin(), base.patterns.end());
    r.signals_.assign(base.signals.begin(), base.signals.end());
    r.rules_.assign(base.rules.begin(), base.rules.end());
    r.limits_.assign(base.limits.begin(), base.limits.end());
    r.exam_facts_.assign(base.exam_facts.begin(), base.exam_facts.end());
    r.evidence_.assign(base.evidence.begin(), base.evidence.end());
  }

  std::unique_ptr<OwnedRuleset> load(std::span<const PackFile> packs) {
    const std::size_t told = problems_.size();
    for (const PackFile& pack : packs) parse(pack);
    if (base_ != nullptr && std::ranges::any_of(parsed_, [&](const Parsed& pack) { return changes_base(pack); })) {
      problems_.resize(told);
      return nullptr;
    }
    for (const Parsed& pack : parsed_) declare_classes(pack);
    for (const Parsed& pack : parsed_) read_classes(pack);
    include_classes();
    for (const Parsed& pack : parsed_) read_alike(pack);
    for (const Parsed& pack : parsed_) read_pack(pack);
    return finish();
  }

 private:
  struct Parsed {
    std::string name;
    toml::table table;
    Fragments fragments;
  };
  struct ClassWords {
    std::set<std::string> words;
    std::vector<std::string> includes;
  };

  // See load_packs_behind().
  [[nodiscard]] bool changes_base(const Parsed& pack) const {
    const toml::table* classes = pack.table["class"].as_table();
    const bool adds_to_class =
        classes != nullptr &&
        std::any_of(classes->begin(), classes->end(), [&](const auto& item) { return is_class(item.first.str()); });
    const toml::array* rules = pack.table["rule"].as_array();
    const bool fitted = rules != nullptr && std::any_of(rules->begin(), rules->end(), [](const toml::node& rule) {
                          return rule.is_table() && rule.as_table()->contains("fitted");
                        });
    return adds_to_class || fitted || pack.table.contains("alike");
  }

  // ---- saying what is wrong
  void problem(const Parsed& pack, const toml::node& node, std::string message) {
    const toml::source_position at = node.source().begin;
    problems_.push_back({pack.name, at.line, at.column, std::move(message)});
  }
  void check_keys(const Parsed& pack, const toml::table& table, std::span<const std::string_view> known,
                  std::string_view what) {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      const std::string near = nearest_name(key.str(), known);
      problem(pack, value,
              near.empty() ? fmt::format("unknown key '{}' in a {}; it takes {}", key.str(), what, joined(known))
                           : fmt::format("unknown key '{}' in a {}; did you mean '{}'?", key.str(), what, near));
    }
  }
  template <std::size_t N>
  std::optional<std::size_t> one_of(const Parsed& pack, const toml::node& node, const std::string_view (&names)[N],
                                    std::string_view what) {
    const std::string word = node.value_or(std::string());
    for (std::size_t i = 0; i < N; ++i) {
      if (names[i] == word) return i;
    }
    problem(pack, node, fmt::format("'{}' is no {}; it is one of {}", word, what, joined(names)));
    return std::nullopt;
  }

  // ---- reading values
  void parse(const PackFile& pack) {
    toml::parse_result result = toml::parse(pack.text, pack.name);
    if (!result) {
      const toml::source_position at = result.error().source().begin;
      problems_.push_back({pack.name, at.line, at.column, fmt::format("not TOML: {}", result.error().description())});
      return;
    }
    Parsed& parsed = parsed_.emplace_back(Parsed{pack.name, std::move(result).table(), {}});
    check_keys(parsed, parsed.table, kTopKeys, "pack");
    const toml::node* classes = parsed.table.get("class");
    if (classes != nullptr && !classes->is_table())
      problem(parsed, *classes, "word classes are tables; write [class.NAME]");
    const toml::node* all = parsed.table.get("fragment");
    if (all != nullptr && !all->is_table()) problem(parsed, *all, "fragments are one table; write [fragment]");
    if (const toml::table* fragments = parsed.table["fragment"].as_table()) {
      for (const auto& [name, value] : *fragments) {
        if (const auto text = value.value<std::string>())
          parsed.fragments.emplace(name.str(), *text);
        else
          problem(parsed, value, "a fragment is a string");
      }
    }
  }

  std::vector<std::string> strings(const Parsed& pack, const toml::table& table, std::string_view key) {
    std::vector<std::string> out;
    const toml::node* node = table.get(key);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr) {
      problem(pack, *node, fmt::format("'{}' is an array of strings", key));
      return out;
    }
    for (const toml::node& item : *array) {
      if (const auto text = item.value<std::string>())
        out.push_back(*text);
      else
        problem(pack, item, fmt::format("'{}' holds strings only", key));
    }
    return out;
  }
  std::string_view text(const Parsed& pack, const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    if (const auto value = node->value<std::string>()) return ruleset_->keep(*value);
    problem(pack, *node, fmt::format("'{}' is a string", key));
    return {};
  }
  float number(const Parsed& pack, const toml::table& table, std::string_view key, float otherwise) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    if (const auto value = node->value<double>()) return static_cast<float>(*value);
    problem(pack, *node, fmt::format("'{}' is a number", key));
    return otherwise;
  }
  std::span<const float> numbers(const Parsed& pack, const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return {};
    const toml::array* array = node->as_array();
    std::vector<float>& out = ruleset_->numbers_.emplace_back();
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
      if (const auto value = array->get(i)->value<double>()) out.push_back(static_cast<float>(*value));
    }
    if (array == nullptr || out.size() != array->size())
      problem(pack, *node, fmt::format("'{}' is an array of numbers", key));
    return out;
  }
  // The day as days from 1970-01-01 on.
  std::optional<std::int32_t> day(const Parsed& pack, const toml::table& table, std::string_view key) {
    const std::string_view written = text(pack, table, key);
    if (written.empty()) return std::nullopt;
    if (const auto day = day_from(written)) return std::chrono::sys_days(*day).time_since_epoch().count();
    problem(pack, *table.get(key), fmt::format("'{}' is no day of the calendar; write it as YYYY-MM-DD", written));
    return std::nullopt;
  }
  Exam exam(const Parsed& pack, const toml::table& table, std::string_view key) {
    const std::string_view id = text(pack, table, key);
    const auto at = std::ranges::find(kExamIds, id);
    if (at != std::end(kExamIds)) return static_cast<Exam>(at - std::begin(kExamIds));
    problem(pack, *table.get(key), unknown_name("exam", id, std::span(kExamIds).subspan(1)));
    return Exam::none;
  }
  bool flag(const Parsed& pack, const toml::table& table, std::string_view key, bool otherwise) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return otherwise;
    if (const auto value = node->value<bool>()) return *value;
    problem(pack, *node, fmt::format("'{}' is true or false", key));
    return otherwise;
  }
  template <typename Visit>
  void each_table(const Parsed& pack, std::string_view key, Visit visit) {
    const toml::node* node = pack.table.get(key);
    if (node == nullptr) return;
    const toml::array* array = node->as_array();
    if (array == nullptr) return problem(pack, *node, fmt::format("write [[{}]], with two brackets", key));
    for (const toml::node& item : *array) {
      if (const toml::table* table = item.as_table())
        visit(*table);
      else
        problem(pack, item, fmt::format("write [[{}]], with two brackets", key));
    }
  }

  // ---- word classes
  [[nodiscard]] bool is_class(std::string_view name) const { return lexicon_.class_of(name).has_value(); }
  void declare_classes(const Parsed& pack) {
    const toml::table* classes = pack.table["class"].as_table();
    if (classes == nullptr) return;
    for (const auto& [name, value] : *classes) {
      try {
        lexicon_.add_class(name.str());
      } catch (const std::length_error& error) {
        problem(pack, value, error.what());
        return;
      }
    }
  }
  void read_classes(const Parsed& pack) {
    const toml::table* classes = pack.table["class"].as_table();
    if (classes == nullptr) return;
    for (const auto& [name, value] : *classes) {
      const toml::table* table = value.as_table();
      if (table == nullptr) {
        problem(pack, value, "a class is a table with nouns, verbs, words or includes");
        continue;
      }
      check_keys(pack, *table, kClassKeys, "class");
      if (!is_class(name.str())) continue;  // one too many, told already
      ClassWords& words = classes_[std::string(name.str())];
      const auto add = [&](const std::vector<Inflected>& forms, bool tell_form) {
        for (const Inflected& form : forms) {
          words.words.insert(form.text);
          if (tell_form) lexicon_.add_word(form.text, feature_of(form.form));
        }
      };
      for (const std::string& verb : strings(pack, *table, "verbs")) add(inflect_verb(verb), true);
      for (const std::string& noun : strings(pack, *table, "nouns")) {
        const std::vector<Inflected> forms = inflect_noun(noun);
        add(forms, false);
        lexicon_.add_word(forms[1].text, feature(Builtin::plural));
      }
      for (const std::string& word : strings(pack, *table, "words")) words.words.insert(word);
      for (const std::string& other : strings(pack, *table, "includes")) {
        if (!is_class(other)) {
          const std::vector<std::string_view> names(lexicon_.class_names().begin(), lexicon_.class_names().end());
          const std::string near = nearest_name(other, names);
          problem(pack, *table->get("includes"),
                  fmt::format("no word class '{}' to include{}", other,
                              near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
          continue;
        }
        words.includes.push_back(other);
      }
    }
  }
  // A class holds the words of the classes it includes, however deep.
  void include_classes() {
    for (const auto& [name, own] : classes_) {
      const Feature class_feature = lexicon_.add_class(name);
      std::set<std::string> seen{name};
      std::vector<std::string> open{name};
      while (!open.empty()) {
        const std::string current = std::move(open.back());
        open.pop_back();
        const auto at = classes_.find(current);
        if (at == classes_.end()) {  // one of the base, which has the words of those it includes
          for (const std::string_view word : lexicon_.base_words_of(*lexicon_.class_of(current)))
            lexicon_.add_word(word, class_feature);
          continue;
        }
        for (const std::string& word : at->second.words) lexicon_.add_word(word, class_feature);
        for (const std::string& other : at->second.includes) {
          if (seen.insert(other).second) open.push_back(other);
        }
      }
    }
  }

  // ---- groups of words that are used alike
  void read_alike(const Parsed& pack) {
    const toml::node* groups = pack.table.get("alike");
    if (groups == nullptr) return;
    if (!groups->is_table()) return problem(pack, *groups, "groups of words used alike stand under [alike]");
    for (const auto& [name, words] : *groups->as_table()) {
      const auto text = words.value<std::string_view>();
      if (!text) {
        problem(pack, words, "a group is a text of words with blanks between them");
        continue;
      }
      const Feature group = lexicon_.add_alike(name.str());
      for (std::string_view left = *text; !left.empty();) {
        const std::size_t end = std::min(left.find(' '), left.size());
        if (end > 0) lexicon_.add_word(left.substr(0, end), group);
        left.remove_prefix(std::min(end + 1, left.size()));
      }
    }
  }

  // ---- patterns, signals, rules, limits
  std::optional<std::uint32_t> pattern(const Parsed& pack, const toml::node& node, const std::string& source) {
    Pattern translated;
    PatternError error;
    if (!translate_pattern(source, pack.fragments, lexicon_, translated, error)) {
      problem(pack, node,
              fmt::format("in the pattern \"{}\", at character {}: {}", source, error.offset + 1, error.message));
      return std::nullopt;
    }
    const auto known = pattern_index_.find(translated.regex);
    if (known != pattern_index_.end()) return known->second;
    std::vector<std::span<const Feature>> needs;
    for (std::vector<Feature>& any : translated.needs)
      needs.emplace_back(ruleset_->features_.emplace_back(std::move(any)));
    const auto index = static_cast<std::uint32_t>(ruleset_->patterns_.size());
    pattern_index_.emplace(translated.regex, index);
    ruleset_->patterns_.push_back({ruleset_->keep(source), ruleset_->keep(translated.regex),
                                   ruleset_->needs_.emplace_back(std::move(needs)),
                                   ruleset_->programs_.emplace_back(std::move(translated.program)), translated.exact});
    return index;
  }
  std::span<const std::uint32_t> patterns(const Parsed& pack, const toml::table& table, std::string_view key) {
    std::vector<std::uint32_t>& out = ruleset_->indices_.emplace_back();
    if (const toml::node* node = table.get(key)) {
      const toml::array* array = node->as_array();
      if (array == nullptr) {
        problem(pack, *node, fmt::format("'{}' is an array of patterns", key));
        return out;
      }
      for (const toml::node& item : *array) {
        const auto source = item.value<std::string>();
        if (!source)
          problem(pack, item, "a pattern is a string");
        else if (const auto index = pattern(pack, item, *source))
          out.push_back(*index);
      }
    }
    return out;
  }
  SignalData signal(const Parsed& pack, const toml::table& table, std::string_view name) {
    SignalData signal;
    signal.name = name;
    signal.bias = number(pack, table, "bias", 0);
    signal.first = number(pack, table, "first", 0);
    signal.threshold = number(pack, table, "threshold", 1);
    std::vector<CueData>& cues = ruleset_->cues_.emplace_back();
    for (const std::uint32_t index : patterns(pack, table, "patterns"))
      cues.push_back({index, signal.threshold - signal.bias});
    if (const toml::node* node = table.get("cues")) {
      const toml::array* array = node->as_array();
      if (array == nullptr) problem(pack, *node, "'cues' is an array of [weight, \"pattern\"]");
      for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        const toml::array* cue = array->get(i)->as_array();
        const auto weight = cue != nullptr && cue->size() == 2 ? cue->get(0)->value<double>() : std::nullopt;
        const auto source = cue != nullptr && cue->size() == 2 ? cue->get(1)->value<std::string>() : std::nullopt;
        if (!weight || !source)
          problem(pack, *array->get(i), "a cue is [weight, \"pattern\"]");
        else if (const auto index = pattern(pack, *array->get(i), *source))
          cues.push_back({*index, static_cast<float>(*weight)});
      }
    }
    signal.cues = cues;
    signal.unless = patterns(pack, table, "unless");
    signal.unless_next = patterns(pack, table, "unless-next");
    signal.sentences_before = numbers(pack, table, "sentences-before");
    signal.sentences_after = numbers(pack, table, "sentences-after");
    signal.sentences = numbers(pack, table, "sentences");
    return signal;
  }
  // The index of the signal; makes one that never speaks where there is none yet.
  std::uint32_t signal_named(std::string_view name) {
    std::vector<SignalData>& all = ruleset_->signals_;
    const auto at = std::ranges::find(all, name, &SignalData::name);
    const auto index = static_cast<std::uint32_t>(at - all.begin());
    if (at == all.end()) all.emplace_back().name = name;
    return index;
  }
  // One of the base whose place is taken keeps its cues, which are laid out, but nobody asks for it any more.
  std::uint32_t keep_signal(const SignalData& signal) {
    const std::uint32_t known = signal_named(signal.name);
    if (base_ == nullptr || known >= base_->signals.size()) {
      ruleset_->signals_[known] = signal;
      return known;
    }
    ruleset_->signals_[known].name = {};
    ruleset_->signals_.push_back(signal);
    const auto index = static_cast<std::uint32_t>(ruleset_->signals_.size() - 1);
    for (RuleData& rule : ruleset_->rules_) {
      if (rule.signal == static_cast<std::int32_t>(known)) rule.signal = static_cast<std::int32_t>(index);
    }
    return index;
  }

  void read_pack(const Parsed& pack) {
    each_table(pack, "signal", [&](const toml::table& table) {
      check_keys(pack, table, kSignalKeys, "signal");
      const std::string_view name = text(pack, table, "name");
      if (name.empty()) return problem(pack, table, "a signal needs a name");
      keep_signal(signal(pack, table, name));
    });
    each_table(pack, "exam-fact", [&](const toml::table& table) { read_exam_fact(pack, table); });
    each_table(pack, "evidence", [&](const toml::table& table) { read_evidence(pack, table); });
    each_table(pack, "rule", [&](const toml::table& table) { read_rule(pack, table); });
    each_table(pack, "limit", [&](const toml::table& table) {
      check_keys(pack, table, kLimitKeys, "limit");
      LimitData limit{text(pack, table, "name"), text(pack, table, "profile"), 0, text(pack, table, "certainty"),
                      text(pack, table, "source")};
      if (limit.name.empty()) return problem(pack, table, "a limit needs a name");
      const toml::node* value = table.get("value");
      if (value == nullptr || !value->is_number()) return problem(pack, table, "a limit needs a number as its value");
      limit.value = *value->value<double>();
      put(ruleset_->limits_, limit,
          [&](const LimitData& known) { return known.name == limit.name && known.profile == limit.profile; });
    });
  }

  void read_exam_fact(const Parsed& pack, const toml::table& table) {
    check_keys(pack, table, kExamFactKeys, "exam fact");
    const std::size_t before = problems_.size();
    const toml::node* kind_node = table.get("kind");
    if (kind_node == nullptr) return problem(pack, table, "an exam fact needs a kind");
    const auto kind = one_of(pack, *kind_node, kExamFactKindNames, "kind of exam fact");
    if (!kind) return;
    const ExamFactData fact{exam(pack, table, "exam"),      static_cast<ExamFactKind>(*kind), day(pack, table, "first"),
                            day(pack, table, "last"),       number(pack, table, "value", 0),  text(pack, table, "says"),
                            text(pack, table, "certainty"), exam(pack, table, "after")};
    if (const toml::node* certainty = table.get("certainty")) one_of(pack, *certainty, kCertainties, "certainty");
    (void)text(pack, table, "source");      // told to people who read the pack, and to nobody else
    if (problems_.size() > before) return;  // what does not load has been told
    if (fact.exam == Exam::none || fact.says.empty())
      return problem(pack, table, "an exam fact needs an exam and what it says");
    if (fact.kind == ExamFactKind::after_pass && fact.after == Exam::none)
      return problem(pack, table, "a fact of the kind after-pass needs `after`, the exam that has to be passed before");
    if (fact.kind == ExamFactKind::step && fact.value < 1)
      return problem(pack, table, "a step needs a value of 1 or more");
    ruleset_->exam_facts_.push_back(fact);
  }

  void read_evidence(const Parsed& pack, const toml::table& table) {
    check_keys(pack, table, kEvidenceKeys, "evidence");
    EvidenceData evidence{
        text(pack, table, "rule"), number(pack, table, "bias", 0), number(pack, table, "least", 0), {}};
    if (evidence.rule.empty()) return problem(pack, table, "evidence needs the rule that it is for");
    const toml::node* weights = table.get("weights");
    if (weights == nullptr || !weights->is_table()) return problem(pack, table, "evidence needs a table of weights");
    std::vector<CueWeight>& kept = ruleset_->weights_.emplace_back();
    for (const auto& [cue, weight] : *weights->as_table()) {  // sorted by key
      if (weight.is_number())
        kept.push_back({ruleset_->keep(std::string(cue.str())), *weight.value<float>()});
      else
        problem(pack, weight, "a weight is a number");
    }
    evidence.weights = kept;
    put(ruleset_->evidence_, evidence, [&](const EvidenceData& known) { return known.rule == evidence.rule; });
  }

  void read_rule(const Parsed& pack, const toml::table& table) {
    check_keys(pack, table, kRuleKeys, "rule");
    RuleData rule;
    rule.id = text(pack, table, "id");
    rule.file = ruleset_->keep(pack.name);
    rule.line = table.source().begin.line;
    const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (rule.id.find('/') == std::string_view::npos || std::ranges::any_of(rule.id, is_upper))
      return problem(pack, table, "a rule needs an id of the form \"category/name\", in lower case");
    rule.summary = text(pack, table, "summary");
    rule.message = text(pack, table, "message");
    rule.help = text(pack, table, "help");
    rule.finds = text(pack, table, "finds");
    rule.minds = text(pack, table, "minds");
    rule.enabled = flag(pack, table, "enabled", true);
    rule.quotations = flag(pack, table, "quotations", false);
    rule.fitted = flag(pack, table, "fitted", false);
    if (rule.message.empty()) return problem(pack, table, fmt::format("rule {} has no message", rule.id));
    if (const toml::node* node = table.get("check")) {
      const auto kind = one_of(pack, *node, kCheckKindNames, "kind of check");
      if (!kind) return;
      rule.check = static_cast<CheckKind>(*kind);
    }
    if (const toml::node* node = table.get("severity")) {
      const auto severity = severity_from(node->value_or(std::string()));
      if (!severity) return problem(pack, *node, "a severity is error, warning or info");
      rule.severity = *severity;
    }
    if (const toml::node* node = table.get("scope")) {
      static constexpr std::string_view kScopes[] = {"anywhere", "passage"};
      const auto scope = one_of(pack, *node, kScopes, "scope");
      if (!scope) return;
      rule.scope = static_cast<Scope>(*scope);
    }
    if (const toml::node* node = table.get("topics")) {
      if (!node->is_array()) return problem(pack, *node, "'topics' is an array of topics");
      rule.topics = 0;
      for (const toml::node& item : *node->as_array()) {
        if (const auto topic = one_of(pack, item, kTopicNames, "topic"))
          rule.topics |= static_cast<std::uint8_t>(1U << *topic);
      }
    }
    const auto keep_examples = [&](std::string_view key) {
      std::vector<std::string_view>& out = ruleset_->examples_.emplace_back();
      for (std::string& example : strings(pack, table, key)) out.push_back(ruleset_->keep(std::move(example)));
      return std::span<const std::string_view>(out);
    };
    rule.bad = keep_examples("bad");
    rule.good = keep_examples("good");
    if (options_.strict && (rule.bad.empty() || rule.good.empty())) {
      return problem(pack, table,
                     fmt::format("rule {} has no `{}` example; strict mode wants both", rule.id,
                                 rule.bad.empty() ? "bad" : "good"));
    }
    rule.veto = number(pack, table, "veto", rule.veto);
    if (rule.fitted) {
      rule.signal = static_cast<std::int32_t>(signal_named(rule.id));
      fitted_[rule.signal] = {number(pack, table, "threshold", 0), patterns(pack, table, "unless")};
    } else if (rule.check == CheckKind::sentence) {
      const std::size_t before = problems_.size();
      const SignalData reading = signal(pack, table, rule.id);
      if (reading.cues.empty() && problems_.size() > before) return;  // what does not load has been told
      if (reading.cues.empty())
        return problem(pack, table, fmt::format("rule {} has neither patterns nor cues", rule.id));
      rule.signal = static_cast<std::int32_t>(keep_signal(reading));
    }
    put(ruleset_->rules_, rule, [&](const RuleData& known) { return known.id == rule.id; });
  }

  // In the place of the one that is the same, if there is one.
  template <typename Item, typename Same>
  static void put(std::vector<Item>& all, const Item& item, Same is_same) {
    const auto at = std::ranges::find_if(all, is_same);
    if (at != all.end())
      *at = item;
    else
      all.push_back(item);
  }

  std::unique_ptr<OwnedRuleset> finish() {
    OwnedRuleset& r = *ruleset_;
    for (const auto& [index, asked] : fitted_) {
      SignalData& signal = r.signals_[static_cast<std::size_t>(index)];
      signal.threshold = asked.threshold;
      signal.unless = asked.unless;
    }
    std::sort(r.rules_.begin(), r.rules_.end(), [](const RuleData& a, const RuleData& b) { return a.id < b.id; });
    r.lexicon_ = lexicon_.build();
    r.data_ = {r.lexicon_.tables(), r.patterns_, r.signals_, r.rules_, r.limits_, r.exam_facts_, r.evidence_, {}};
    r.triggers_ = lay_out_triggers(r.data_, base_);
    r.data_.triggers = r.triggers_.tables();
    return std::move(ruleset_);
  }

  const PackOptions& options_;
  std::vector<Problem>& problems_;
  const RulesetData* base_ = nullptr;
  std::deque<Parsed> parsed_;
  LexiconBuilder lexicon_;
  std::map<std::string, ClassWords> classes_;
  std::map<std::string, std::uint32_t, std::less<>> pattern_index_;
  // What a fitted rule asks of its signal, which does not say it itself.
  struct Fitted {
    float threshold = 0;
    std::span<const std::uint32_t> unless;
  };
  std::map<std::int32_t, Fitted> fitted_;  // by signal
  std::unique_ptr<OwnedRuleset> ruleset_ = std::make_unique<OwnedRuleset>();
};

std::map<std::string_view, std::span<const std::string_view>> pack_keys() {
  return {{"", kTopKeys},        {"class", kClassKeys}, {"evidence", kEvidenceKeys}, {"exam-fact", kExamFactKeys},
          {"limit", kLimitKeys}, {"rule", kRuleKeys},   {"signal", kSignalKeys}};
}

std::unique_ptr<OwnedRuleset> load_packs(std::span<const PackFile> packs, const PackOptions& options,
                                         std::vector<Problem>& problems) {
  return PackLoader(options, problems).load(packs);
}

std::unique_ptr<OwnedRuleset> load_packs_behind(const RulesetData& base, std::span<const PackFile> packs,
                                                const PackOptions& options, std::vector<Problem>& problems) {
  return PackLoader(base, options, problems).load(packs);
}

}  // namespace candor
