// What a check is given and where it puts what it finds. A kind of check is one pair of files beside this one.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/check/finding.h"
#include "lint/reading/reading.h"
#include "lint/rule/matcher.h"
#include "lint/rule/model.h"

namespace candor {

// A rule as it holds for this application: on, with its severity.
struct ActiveRule {
  const RuleData* rule = nullptr;
  Severity severity = Severity::warning;
};

// What the settings say of limits and rules, without the engine.
struct CheckContext {
  const ApplicationReading& application;
  const PatternBank& bank;
  std::span<const ActiveRule> rules;                    // those that are on, sorted by id
  std::function<double(std::string_view limit)> limit;  // the number that holds; negative where there is none
  std::function<bool(std::string_view rule, const TextReading& text)> ignored;  // per-file ignores
  bool everything_is_passage = false;

  // The rule with this id where it is on, else nullptr.
  [[nodiscard]] const ActiveRule* find(std::string_view id) const;
};

// Collects findings. `span` is in the text's source bytes.
class FindingSink {
 public:
  FindingSink(const CheckContext& context, std::vector<Finding>& out) : context_(context), out_(out) {}

  // Adds a finding of an active rule and returns it for a fix, good until the next one is added; nullptr where the file
  // ignores the rule or the text is context only. `message` replaces the rule's own where it is not empty; "{match}" in
  // it stands for the span's words.
  Finding* add(const ActiveRule& rule, const TextReading& text, Span span, std::string message = {},
               std::string help = {});
  // The same for a finding with places in several texts: in one that is context only, too. What then has no place in a
  // text that is linted is nothing for the report.
  Finding* add_across(const ActiveRule& rule, const TextReading& text, Span span, std::string message = {});
  // Adds a related place; its sentences become part of the finding's fingerprint. See Related.
  static void relate(Finding& finding, const TextReading& text, Span span, std::string message,
                     std::string seen_from_here = {});

 private:
  Finding* put(const ActiveRule& rule, const TextReading& text, Span span, std::string message,
               std::string_view sentences);

  const CheckContext& context_;
  std::vector<Finding>& out_;
};

[[nodiscard]] Range range_of(const Source& source, Span span);
// A place with the sentences (or, beyond prose, the line) around it.
[[nodiscard]] Place place_of(const TextReading& text, Span span);

using Check = void (*)(const CheckContext&, FindingSink&);
// The kinds of check, by CheckKind; nullptr for those that are no pass of their own.
[[nodiscard]] std::span<const Check> all_checks();

}  // namespace candor
