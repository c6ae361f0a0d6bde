// What every JSON document of candor has in common.
#pragma once

#include <string>
#include <utility>

#include <nlohmann/json_fwd.hpp>

#include "lint/check/finding.h"

namespace candor {

// {"start": {"line", "column", "offset"}, "end": {...}}
[[nodiscard]] nlohmann::ordered_json to_json(const Range& range);

// The document, indented, with a line break at its end. All that is not ASCII is escaped: a text's bytes cannot steer
// the terminal on which someone looks at the JSON, nor be spoilt by a pipe that is not UTF-8. What is not UTF-8 becomes
// U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& document);

// A document one array of which comes element by element: put together, the pieces are what json_text() makes of the
// whole.
class JsonPieces {
 public:
  // What stands in a document where the array belongs; no text holds it.
  [[nodiscard]] static nlohmann::ordered_json hole();

  [[nodiscard]] bool is_open() const { return open_; }
  // Writes `document`, as far as it is known, up to the hole. REQUIRES: not open.
  void open(const nlohmann::ordered_json& document);
  // REQUIRES: open.
  void add(const nlohmann::ordered_json& element);
  // Writes the rest. REQUIRES: open; up to the hole the document is as it was then.
  void finish(const nlohmann::ordered_json& document);
  // What has been written since the last time.
  [[nodiscard]] std::string take() { return std::exchange(out_, {}); }

 private:
  std::string out_;
  std::string indent_;  // of an element
  bool open_ = false;
  bool empty_ = true;
};

}  // namespace candor
