// English prose of any size, made of the invented sentences of corpus/train: the same on every machine and in every
// run.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace candor::bench {

inline constexpr std::size_t kMegabyte = 1'000'000;
inline constexpr std::size_t kStatementBytes = 6'000;

// One text of about `bytes` bytes: paragraphs of four to seven sentences. `seed` picks and orders them.
[[nodiscard]] std::string prose(std::size_t bytes, std::uint32_t seed);

// Texts of about kStatementBytes each, `bytes` in all. Made once for each size and kept.
[[nodiscard]] const std::vector<std::string>& statements(std::size_t bytes);

}  // namespace candor::bench
