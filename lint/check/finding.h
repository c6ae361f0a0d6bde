// A finding: what candor says about a text. A value, complete in itself: no renderer ever looks back into the engine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/category.h"
#include "lint/rule/severity.h"
#include "lint/source/source.h"
#include "lint/source/span.h"

namespace candor {

// Half open: `end` is the place after the last code point.
struct Range {
  Position start;
  Position end;

  friend bool operator==(const Range&, const Range&) = default;
};

// Enough of the source to show a reader what is meant: whole sentences or lines around a range, as bytes of the source
// (not escaped).
struct Excerpt {
  std::string text;          // may hold line breaks; at most a few hundred bytes
  std::uint32_t line = 1;    // line of the text's first byte
  std::uint32_t column = 1;  // code-point column of the text's first byte
  Span marked;               // in `text`: the part of the range that lies in it

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

struct Place {
  std::string file;  // relative to the working directory, with '/'
  Range range;
  Excerpt excerpt;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Related {
  Place place;
  std::string message;
  std::string seen_from_here = {};  // the finding's message as it reads at this place; empty where it reads the same

  friend bool operator==(const Related&, const Related&) = default;
};

// Replaces `range` of the finding's own file by `text`.
struct Edit {
  Range range;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

// A mend that never touches the applicant's words. The edits do not overlap and stand in text order.
struct Fix {
  std::string title;
  std::vector<Edit> edits;

  friend bool operator==(const Fix&, const Fix&) = default;
};

struct Finding {
  std::string rule;  // "category/name"
  Severity severity = Severity::warning;
  std::string message;  // one lower-case sentence without a full stop
  std::string help;     // what to look at, often a question; never a sentence to paste
  Place place;
  std::vector<Related> related;
  std::optional<Fix> fix;
  std::string fingerprint;  // 16 hex digits of the rule and the normalized sentences of all places: the same after a
                            // move or a change elsewhere, and from whichever place it is seen
  std::string note = "the other place";  // what is said of the place where the finding is seen from a related one

  [[nodiscard]] std::string_view category() const { return category_of(rule); }

  friend bool operator==(const Finding&, const Finding&) = default;
};

// The order of every report: file, start, rule, then end and message so that it is total.
[[nodiscard]] bool report_order(const Finding& a, const Finding& b);

// The finding as it is shown in the file: as it is where it stands there, else at the first related place there, with
// its own place related in turn (all of them in the order of files) and without a fix. Nothing where no place is in the
// file. Seen from there in another file, it is the same as when seen in that at once.
[[nodiscard]] std::optional<Finding> seen_in(const Finding& finding, std::string_view file);

}  // namespace candor
