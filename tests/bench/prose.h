// English prose of any size, made of the invented texts of corpus/train: the same on every machine and in every run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace candor::bench {

inline constexpr std::size_t kMegabyte = 1'000'000;
inline constexpr std::size_t kStatementBytes = 6'000;

enum class Prose {
  // What people write: paragraphs of the whole statements and of passages that explain no setback, as they stand. About
  // a sixth of the text explains one.
  statements,
  // The worst that can come: sentences of explanations and nothing else, shuffled.
  setbacks,
};

// One text of about `bytes` bytes. `seed` picks and orders the pieces.
[[nodiscard]] std::string prose(Prose kind, std::size_t bytes, std::uint32_t seed);

// Texts of about kStatementBytes each, `bytes` in all. Made once for each size and kept.
[[nodiscard]] const std::vector<std::string>& statements(Prose kind, std::size_t bytes);

}  // namespace candor::bench
