// An application of a few texts, read into one timeline.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "lint/reading/timeline.h"
#include "tests/support/rules.h"

namespace candor {

class PathTexts {
 public:
  PathTexts() : rules_("") { application_.as_of = {2026, 9, 15}; }

  PathTexts& add(const std::string& name, std::string bytes) {
    Problem problem;
    std::optional<Source> source = Source::from_bytes(name, std::move(bytes), problem);
    if (!source) throw std::runtime_error(to_string(problem));
    SentenceMatcher matcher(*rules_.bank);
    application_.texts.push_back(read_text(*std::move(source), name, std::nullopt, matcher, *rules_.bank));
    return *this;
  }
  [[nodiscard]] const ApplicationReading& application() const { return application_; }
  // REQUIRES: no text is added any more.
  const Timeline& timeline() {
    if (!timeline_) timeline_.emplace(read_timeline(application_));
    return *timeline_;
  }

 private:
  Rules rules_;
  ApplicationReading application_;
  std::optional<Timeline> timeline_;
};

// "clinical: Medical officer, Mercy Hospital 2019-02/2020-08".
inline std::string in_short(const Event& event) {
  std::string words(to_string(event.kind));
  words += ": " + event.title;
  if (!event.organization.empty()) words += ", " + event.organization;
  if (!event.dated()) return words;
  words += " " + (event.start ? to_value(event.start->date) : "..");
  if (event.point) return words;
  return words + "/" + (event.end ? to_value(event.end->date) : "..");
}

inline std::vector<std::string> in_short(std::span<const Event> events) {
  std::vector<std::string> words;
  for (const Event& event : events) words.push_back(in_short(event));
  return words;
}

}  // namespace candor
