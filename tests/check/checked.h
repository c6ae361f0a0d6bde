// Texts read with a test's own rules, and what one kind of check finds in them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/check/check.h"
#include "tests/support/rules.h"

namespace candor {

class Checked {
 public:
  explicit Checked(std::string pack) : rules_(std::move(pack)) {
    for (const Problem& problem : rules_.problems) throw std::runtime_error(to_string(problem));
    for (const RuleData& rule : rules_.data().rules) active_.push_back({&rule, rule.severity});
  }

  // Adds a text to the application. Its passages are those that tests put there.
  TextReading& add(std::string name, std::string bytes) {
    Problem problem;
    std::optional<Source> source = Source::from_bytes(name, std::move(bytes), problem);
    if (!source) throw std::runtime_error(to_string(problem));
    SentenceMatcher matcher(*rules_.bank);
    // With the rules for passages in every sentence: a test puts passages where it wants them.
    application_.texts.push_back(read_text(*std::move(source), name, std::nullopt, matcher, *rules_.bank, true));
    application_.texts.back().passages.clear();
    return application_.texts.back();
  }
  TextReading& text(std::size_t index) { return application_.texts[index]; }

  std::vector<Finding> findings(Check check) const {
    std::vector<Finding> found;
    const CheckContext context{
        application_,
        *rules_.bank,
        active_,
        [this](std::string_view name) {
          const auto at = limits.find(name);
          return at == limits.end() ? -1.0 : at->second;
        },
        [this](std::string_view rule, const TextReading&) { return ignored.contains(std::string(rule)); },
        everything_is_passage};
    FindingSink sink(context, found);
    check(context, sink);
    return found;
  }
  // "file:line:column rule: the words of the range" of every finding.
  std::vector<std::string> lines(Check check) const {
    std::vector<std::string> out;
    for (const Finding& finding : findings(check)) {
      const Position start = finding.place.range.start;
      out.push_back(finding.place.file + ":" + std::to_string(start.line) + ":" + std::to_string(start.column) + " " +
                    finding.rule + ": " + words(finding));
    }
    return out;
  }
  std::string words(const Finding& finding) const {
    for (const TextReading& text : application_.texts) {
      if (text.source.name() != finding.place.file) continue;
      return std::string(text.source.slice({finding.place.range.start.offset, finding.place.range.end.offset}));
    }
    return "?";
  }

  std::map<std::string, double, std::less<>> limits;
  std::set<std::string> ignored;
  bool everything_is_passage = false;

 private:
  Rules rules_;
  std::vector<ActiveRule> active_;
  ApplicationReading application_;
};

using Lines = std::vector<std::string>;

// A rule of a check without patterns.
inline std::string plain_rule(std::string_view id, std::string_view check) {
  return "[[rule]]\nid = \"" + std::string(id) + "\"\nmessage = \"said\"\nhelp = \"what then?\"\ncheck = \"" +
         std::string(check) + "\"\n";
}

}  // namespace candor
