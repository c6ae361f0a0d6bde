// A fixed set of lower-case words, made at compile time and cheap to ask.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace candor {

// Words are grouped by first letter; asking costs a comparison of lengths for each word of one letter.
// Does not compile where a word is out of order or does not start with a to z:
//   constexpr WordTable kColours({"blue", "green", "red"});
template <std::size_t N>
class WordTable {
 public:
  consteval explicit WordTable(const std::string_view (&sorted)[N]) {
    if (!std::is_sorted(sorted, sorted + N)) throw "the words are not sorted";
    std::copy(sorted, sorted + N, words_.begin());
    for (const std::string_view word : words_) ++first_with_letter_[letter(word) + 1];
    for (std::size_t i = 1; i < first_with_letter_.size(); ++i) first_with_letter_[i] += first_with_letter_[i - 1];
    if (first_with_letter_[kLetters] != N) throw "a word does not start with a letter";
  }

  [[nodiscard]] constexpr bool holds(std::string_view word) const {
    const auto group = with_letter_of(word);
    return std::find(group.begin(), group.end(), word) != group.end();
  }

  // The words that share the first letter of `word`, in order.
  [[nodiscard]] constexpr std::span<const std::string_view> with_letter_of(std::string_view word) const {
    const std::size_t at = letter(word);
    if (at == kLetters) return {};
    return std::span(words_).subspan(first_with_letter_[at], first_with_letter_[at + 1] - first_with_letter_[at]);
  }

 private:
  static constexpr std::size_t kLetters = 26;

  // 0 for 'a'; kLetters where `word` does not start with one.
  static constexpr std::size_t letter(std::string_view word) {
    return word.empty() || word[0] < 'a' || word[0] > 'z' ? kLetters : static_cast<std::size_t>(word[0] - 'a');
  }

  std::array<std::string_view, N> words_{};
  std::array<std::size_t, kLetters + 2> first_with_letter_{};  // the last entry counts the words of no letter
};

}  // namespace candor
