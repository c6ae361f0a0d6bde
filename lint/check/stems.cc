#include "lint/check/stems.h"

#include <algorithm>
#include <array>

#include "lint/dates/words.h"
#include "lint/reading/path_words.h"

namespace candor {
namespace {

bool is_common(std::string_view word) {
  constexpr std::array<std::string_view, 40> kCommon = {
      "about",   "after",   "again", "along", "always", "became", "because", "before", "began",  "being",
      "could",   "during",  "every", "first", "found",  "having", "never",   "other",  "others", "people",
      "since",   "started", "still", "their", "there",  "these",  "thing",   "those",  "though", "three",
      "through", "until",   "where", "which", "while",  "whose",  "without", "would",  "opened", "patients"};
  return std::ranges::find(kCommon, word) != kCommon.end();
}

}  // namespace

std::vector<std::string> stems_of(std::string_view folded) {
  constexpr std::size_t kShortest = 5;  // letters
  constexpr std::size_t kStem = 7;
  std::vector<std::string> stems;
  for (const std::string& word : telling_words(folded)) {
    if (word.size() >= kShortest && find_date_word(word) == nullptr && !is_common(word))
      stems.push_back(word.substr(0, kStem));
  }
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

}  // namespace candor
