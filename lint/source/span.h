// A range of bytes. Every later thing (word, sentence, passage, evidence, date, finding) is spans plus meaning.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace candor {

// Bytes [begin, end) of one text, counted from 0. Which text (the source's bytes or the normalized view) is
// said where a span is declared. Texts are smaller than 4 GiB (see kLargestSource).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // True when the two share at least one byte.
  [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// All bytes of the text.
[[nodiscard]] constexpr Span whole_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

// The `count` bytes before the offset, fewer at the start of the text.
[[nodiscard]] constexpr Span bytes_before(std::uint32_t offset, std::uint32_t count) {
  return {offset > count ? offset - count : 0, offset};
}

// The smallest span that holds both.
[[nodiscard]] constexpr Span hull(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// Items [first, last) of one array: the tokens of a sentence, the sentences of a block.
struct IndexRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }
  [[nodiscard]] constexpr bool empty() const { return first == last; }
  [[nodiscard]] constexpr bool contains(std::uint32_t index) const { return first <= index && index < last; }

  friend constexpr auto operator<=>(const IndexRange&, const IndexRange&) = default;
};

}  // namespace candor
