// How texts and the word lists of rules/words are cut into words, so that "part-time" in a list finds "part time" and
// "Part-Time" in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace candor {

// Bytes of a mark that no word holds: curly quotes, dashes, bullets (E2 80 xx), and the no-break space. 0 where a word
// goes on.
[[nodiscard]] constexpr std::size_t wide_mark_at(std::string_view text, std::size_t at) {
  if (at + 2 < text.size() && text[at] == '\xE2' && text[at + 1] == '\x80') return 3;
  if (at + 1 < text.size() && text[at] == '\xC2' && (text[at + 1] == '\xA0' || text[at + 1] == '\xB7')) return 2;
  return 0;
}

[[nodiscard]] constexpr bool is_path_word_byte(std::string_view text, std::size_t at) {
  const char c = text[at];
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  return static_cast<unsigned char>(c) >= 0x80 && wide_mark_at(text, at) == 0;
}

// "2018Daily": merged columns, two words without a blank. Not "AbilityLab", a name.
[[nodiscard]] constexpr bool is_merged_at(std::string_view text, std::size_t at) {
  const auto is_in = [&](std::size_t i, char first, char last) {
    return i < text.size() && text[i] >= first && text[i] <= last;
  };
  return at > 0 && is_in(at - 1, '0', '9') && is_in(at, 'A', 'Z') && is_in(at + 1, 'a', 'z');
}

// The end of the word that starts at `at`; `at` itself where none does.
[[nodiscard]] constexpr std::size_t path_word_end(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  const auto is_lower = [&](char c) { return c >= 'a' && c <= 'z'; };  // most bytes: they need no second look
  while (at < text.size() &&
         (is_lower(text[at]) || (is_path_word_byte(text, at) && !(at > begin && is_merged_at(text, at)))))
    ++at;
  return at;
}

// The next place at or after `at` where a word starts, or the text's end.
[[nodiscard]] constexpr std::size_t path_word_begin(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_path_word_byte(text, at)) {
    const std::size_t mark = wide_mark_at(text, at);
    at += mark > 0 ? mark : 1;
  }
  return at;
}

// Phrases are found by their first word, in a table of this many slots with open addressing.
inline constexpr std::size_t kPathSlots = 16384;
// Four of its letters and its length tell most words apart; reading all of them would cost more than it saves.
[[nodiscard]] constexpr std::size_t path_slot(std::string_view first_word) {
  const std::size_t size = first_word.size();
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(first_word[at]));
  };
  std::uint32_t hash = byte(0) | byte(size / 4) << 8U | byte(size / 2) << 16U | byte(size - 1) << 24U;
  hash = (hash ^ static_cast<std::uint32_t>(size)) * 0x9E3779B1U;
  return (hash ^ hash >> 15U) % kPathSlots;
}
[[nodiscard]] constexpr std::string_view first_path_word(std::string_view phrase) {
  return phrase.substr(0, phrase.find(' '));
}
[[nodiscard]] constexpr bool has_first_path_word(std::string_view phrase, std::string_view word) {
  return phrase.size() >= word.size() && phrase[0] == word[0] &&
         (phrase.size() == word.size() || phrase[word.size()] == ' ') && phrase.starts_with(word);
}

// The words of a phrase with one blank between them.
[[nodiscard]] inline std::string path_phrase(std::string_view phrase) {
  std::string words;
  for (std::size_t at = path_word_begin(phrase, 0); at < phrase.size();) {
    const std::size_t end = path_word_end(phrase, at);
    if (!words.empty()) words += ' ';
    words += phrase.substr(at, end - at);
    at = path_word_begin(phrase, end);
  }
  return words;
}

// "Resident (full time since": a bracket opens in the words and does not close.
[[nodiscard]] constexpr bool opens_bracket(std::string_view words) {
  const std::size_t open = words.rfind('(');
  return open != std::string_view::npos && words.find(')', open) == std::string_view::npos;
}

}  // namespace candor
