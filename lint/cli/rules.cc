// candor rules and candor explain: what the rules are, and why.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/cli/commands.h"
#include "lint/cli/exit_status.h"
#include "lint/cli/options.h"
#include "lint/cli/output.h"
#include "lint/cli/terminal.h"
#include "lint/engine/run.h"
#include "lint/report/escape.h"
#include "lint/report/json_text.h"
#include "lint/report/layout.h"
#include "lint/rule/category.h"
#include "lint/rule/model.h"
#include "lint/source/nearest.h"

namespace candor {
namespace {

using Json = nlohmann::ordered_json;

struct RulesCommand {
  std::string format = "text";
  SettingsOptions settings;
};

// A rule under the settings that hold here.
std::string_view level_of(const RuleData& rule, const Settings& settings) {
  return is_on(settings, rule.id, rule.enabled) ? to_string(severity_of(settings, rule.id, rule.severity)) : "off";
}

// candor rules

std::string rules_text(const Rulebook& rulebook, const Settings& settings) {
  std::size_t id_width = 0;
  for (const RuleData& rule : rulebook.data().rules) id_width = std::max(id_width, rule.id.size());
  std::string text;
  std::string_view category;
  for (const RuleData& rule : rulebook.data().rules) {
    if (!category.empty() && category_of(rule.id) != category) text += "\n";
    category = category_of(rule.id);
    text += fmt::format("{:<{}}  {:<8} {}\n", terminal_safe(rule.id), id_width, level_of(rule, settings),
                        terminal_safe(rule.summary));
  }
  return text;
}

Json strings_json(std::span<const std::string_view> strings) {
  Json list = Json::array();
  for (const std::string_view string : strings) list.push_back(string);
  return list;
}

std::string rules_json(const Rulebook& rulebook, const Settings& settings) {
  Json rules = Json::array();
  for (const RuleData& rule : rulebook.data().rules) {
    rules.push_back({{"rule", rule.id},
                     {"category", category_of(rule.id)},
                     {"severity", to_string(severity_of(settings, rule.id, rule.severity))},
                     {"enabled", is_on(settings, rule.id, rule.enabled)},
                     {"summary", rule.summary},
                     {"finds", rule.finds},
                     {"minds", rule.minds},
                     {"help", rule.help},
                     {"bad", strings_json(rule.bad)},
                     {"good", strings_json(rule.good)}});
  }
  return json_text({{"version", 1}, {"rules", std::move(rules)}});
}

// candor explain

// Prints titled parts, in colour where the terminal takes it.
class Page {
 public:
  explicit Page(bool color) : color_(color), width_(terminal_width()) {}

  void heading(std::string_view text) { text_ += bold(text) + "\n"; }

  void part(std::string_view title, std::string_view paragraph) {
    if (paragraph.empty()) return;
    text_ += "\n" + bold(title) + "\n";
    add(paragraph, "  ", "  ");
  }

  // Each on lines of its own, with a mark before it.
  void examples(std::string_view title, std::span<const std::string_view> texts, std::string_view mark) {
    if (texts.empty()) return;
    text_ += "\n" + bold(title) + "\n";
    for (const std::string_view text : texts) add(text, fmt::format("  {} ", mark), "    ");
  }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  [[nodiscard]] std::string bold(std::string_view text) const {
    return color_ ? fmt::format("\x1b[1m{}\x1b[0m", terminal_safe(text)) : terminal_safe(text);
  }

  // Line breaks of the paragraph hold.
  void add(std::string_view paragraph, std::string_view first, std::string_view others) {
    std::string_view indent = first;
    while (!paragraph.empty()) {
      const std::string_view line = paragraph.substr(0, paragraph.find('\n'));
      paragraph.remove_prefix(std::min(paragraph.size(), line.size() + 1));
      for (const std::string& row : wrapped(line, width_ - static_cast<std::uint32_t>(others.size()))) {
        text_ += fmt::format("{}{}\n", indent, row);
        indent = others;
      }
      if (line.empty()) text_ += "\n";
    }
  }

  bool color_;
  std::uint32_t width_;
  std::string text_;
};

// How sure a number or a fact is.
std::string_view certainty_text(std::string_view certainty) {
  if (certainty == "H") return "official";
  if (certainty == "M") return "from secondary sources";
  if (certainty == "L") return "from a weak source";
  return "not verified";
}

// The limits of fields and passages; those that `candor fit` chose are named "family.name".
std::vector<LimitData> limits_of(const Rulebook& rulebook, const Settings& settings) {
  std::vector<LimitData> limits;
  std::ranges::copy_if(rulebook.data().limits, std::back_inserter(limits), [&](const LimitData& limit) {
    return limit.name.find('.') == std::string_view::npos &&
           (limit.profile.empty() || limit.profile == settings.profile);
  });
  return limits;
}

// The data that a rule goes by, a line each, with how sure they are.
std::string data_text(const RuleData& rule, const Rulebook& rulebook, const Settings& settings) {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
  };
  if (rule.check == CheckKind::length) {
    for (const LimitData& limit : limits_of(rulebook, settings))
      add(fmt::format("{} {}: {}; {}", limit.name, limit.value, certainty_text(limit.certainty), limit.source));
  } else if (rule.id == "dates/impossible") {
    for (const ExamFactData& fact : rulebook.data().exam_facts)
      add(fmt::format("{} ({})", fact.says, certainty_text(fact.certainty)));
  }
  return fmt::format("{}", fmt::join(lines, "\n"));
}

// The settings that change what a rule does, as lines of a candor.toml.
std::string settings_text(const RuleData& rule, const Rulebook& rulebook, const Settings& settings) {
  std::string text = fmt::format("ignore = [\"{0}\"]\n[severity]\n\"{0}\" = \"{1}\"   # or \"off\"", rule.id,
                                 to_string(severity_of(settings, rule.id, rule.severity)));
  switch (rule.check) {
    case CheckKind::dates:
      text = fmt::format("as-of = \"2026-09-15\"\ngap-months = {}\n{}", settings.gap_months, text);
      break;
    case CheckKind::length:
      text = fmt::format("profile = \"{}\"\n{}\n[limits]", settings.profile, text);
      for (const LimitData& limit : limits_of(rulebook, settings))
        text += fmt::format("\n{} = {}", limit.name, limit.value);
      break;
    case CheckKind::layers:
      text += "\n[sections]\n\"answers.md\" = \"interruption\"";
      break;
    case CheckKind::sentence:
    case CheckKind::repetition:
    case CheckKind::characters:
    case CheckKind::suppression:
      break;
  }
  return text;
}

std::string explanation(const RuleData& rule, const Rulebook& rulebook, const Settings& settings) {
  Page page(wants_color("auto", Stream::out));
  page.heading(fmt::format("{} ({})", rule.id, level_of(rule, settings)));
  page.part("What it finds", rule.finds.empty() ? rule.summary : rule.finds);
  page.part("Why a reader minds", rule.minds);
  page.examples("Bad", rule.bad, "-");
  page.examples("Good", rule.good, "+");
  page.part("What to do", rule.help);
  page.part("What it goes by", data_text(rule, rulebook, settings));
  page.part("Settings (candor.toml)", settings_text(rule, rulebook, settings));
  return page.text();
}

// The rules of a category, for "explain dates".
std::string category_text(std::string_view category, const Rulebook& rulebook, const Settings& settings) {
  std::string text;
  for (const RuleData& rule : rulebook.data().rules) {
    if (!selects(category, rule.id)) continue;
    text += fmt::format("{:<30}  {:<8} {}\n", terminal_safe(rule.id), level_of(rule, settings),
                        terminal_safe(rule.summary));
  }
  return text;
}

// Rules and categories.
std::vector<std::string_view> names_in(const Rulebook& rulebook) {
  std::vector<std::string_view> names = rulebook.rule_ids();
  for (const RuleData& rule : rulebook.data().rules) {
    if (names.back() != category_of(rule.id)) names.push_back(category_of(rule.id));
  }
  return names;
}

int finish(const std::string& text, const std::vector<Problem>& problems) {
  const bool written = write_stdout(text);
  print_problems(problems);
  return problems.empty() && written ? kExitClean : kExitTrouble;
}

}  // namespace

int run_rules_command(const Arguments& arguments) {
  RulesCommand command;
  Parser parser("rules", "lists every rule with its category, severity and one line");
  parser.choice("-f,--format", "FORMAT", command.format, kTextOrJson, "how to print it");
  parser.group("Settings");
  add_settings_options(parser, command.settings);
  parser.example("rules", "all rules, as the settings of this folder have them");
  if (const auto status = parser.parse(arguments)) return *status;

  std::vector<Problem> problems;
  const Settings settings = settings_here(command.settings, problems);
  const auto rulebook = Rulebook::for_settings(settings, problems);
  return finish(command.format == "json" ? rules_json(*rulebook, settings) : rules_text(*rulebook, settings), problems);
}

int run_explain_command(const Arguments& arguments) {
  std::string name;
  SettingsOptions options;
  Parser parser("explain", "says what a rule finds, why a reader minds, and what to write in its place");
  parser.argument(name, "RULE", "a rule as in 'candor rules', or a category");
  parser.group("Settings");
  add_settings_options(parser, options);
  parser.example("explain layers/missing-insight", "one rule");
  parser.example("explain dates", "the rules of a category");
  if (const auto status = parser.parse(arguments)) return *status;

  std::vector<Problem> problems;
  const Settings settings = settings_here(options, problems);
  const auto rulebook = Rulebook::for_settings(settings, problems);
  if (const RuleData* rule = rulebook->find(name)) return finish(explanation(*rule, *rulebook, settings), problems);
  const std::string list = category_text(name, *rulebook, settings);
  if (list.empty()) problems.push_back({"", 0, 0, unknown_name("rule", name, names_in(*rulebook))});
  return finish(list, problems);
}

}  // namespace candor
