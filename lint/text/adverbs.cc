#include "lint/text/adverbs.h"

#include <algorithm>

#include "lint/text/word_table.h"

namespace candor {
namespace {

// clang-format off
constexpr WordTable kAdverbs({
    "again", "all", "almost", "already", "also", "always", "best", "better", "both", "each", "either", "even", "ever",
    "first", "forever", "further", "hence", "here", "hereby", "herewith", "herself", "himself", "however", "instead",
    "itself", "just", "last", "later", "less", "likewise", "long", "maybe", "meanwhile", "more", "most", "much",
    "myself", "neither", "never", "nevertheless", "next", "nonetheless", "not", "now", "often", "once", "otherwise",
    "ourselves", "overnight", "perhaps", "pretty", "quite", "rather", "seldom", "since", "so", "sometimes", "somewhat",
    "soon", "still", "themselves", "then", "thereafter", "thereby", "therefore", "though", "thus", "today", "together",
    "tonight", "too", "twice", "uh", "um", "very", "well", "yesterday", "yet", "yourself"
});

// Words in -ly that are no adverbs.
constexpr WordTable kNotAdverbs({
    "ally", "anomaly", "apply", "assembly", "belly", "bully", "comply", "family", "fly", "italy", "jelly", "july",
    "multiply", "rally", "rely", "reply", "supply"
});

// None of these begins with another.
constexpr WordTable kPhrases({
    "a bit", "a little", "a lot", "all but", "as a result", "as a rule", "as usual", "as well", "as yet", "at all",
    "at best", "at first", "at last", "at least", "at most", "at once", "at one point", "at some point",
    "at that point", "at that time", "at the time", "at this point", "at times", "by accident", "by and large",
    "by chance", "by far", "by mistake", "by now", "by then", "for a time", "for a while", "for example",
    "for instance", "for now", "for some time", "for the first time", "for the most part", "for the time being",
    "from the start", "in a sense", "in a way", "in addition", "in any case", "in any way", "in effect", "in error",
    "in essence", "in fact", "in full", "in general", "in large part", "in many cases", "in most cases", "in no way",
    "in part", "in person", "in practice", "in principle", "in short", "in some cases", "in the end", "in theory",
    "in this case", "in this way", "in time", "in total", "in turn", "in vain", "kind of", "more or less", "more than",
    "no longer", "of course", "on average", "on occasion", "on time", "once and for all", "once more", "over and over",
    "so far", "sort of", "time and again", "to a degree", "to date", "under no circumstances", "until recently",
    "up to now", "without delay", "without exception"
});
// clang-format on

}  // namespace

bool is_adverb(std::string_view folded_word) {
  if (folded_word.size() > 3 && folded_word.ends_with("ly")) return !kNotAdverbs.holds(folded_word);
  return kAdverbs.holds(folded_word);
}

std::size_t words_of_adverb_phrase(std::string_view folded_text) {
  // Since no phrase begins with another, only the last one that sorts before the text can open it.
  const auto phrases = kPhrases.with_letter_of(folded_text);
  const auto after = std::upper_bound(phrases.begin(), phrases.end(), folded_text);
  if (after == phrases.begin()) return 0;
  const std::string_view phrase = *(after - 1);
  if (!folded_text.starts_with(phrase)) return 0;
  const bool whole_word = folded_text.size() == phrase.size() || folded_text[phrase.size()] == ' ';
  return whole_word ? static_cast<std::size_t>(1 + std::count(phrase.begin(), phrase.end(), ' ')) : 0;
}

}  // namespace candor
