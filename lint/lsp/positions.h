// Places as a language client counts them: lines from 0, and in a line from 0 the units of the encoding that client and
// server agreed on.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/check/finding.h"
#include "lint/source/source.h"

namespace candor {

enum class PositionEncoding : std::uint8_t { utf8, utf16, utf32 };
[[nodiscard]] std::string_view to_string(PositionEncoding encoding);

// What the client offers, in its own order of preference: UTF-8 where it is among them, which costs neither side
// anything; else the first that is known; UTF-16, which every client must know, where there is none.
[[nodiscard]] PositionEncoding choose_encoding(std::span<const std::string> offered);

struct ClientPosition {
  std::uint32_t line = 0;
  std::uint32_t character = 0;

  // clang-tidy 14 takes a defaulted <=> for a comparison with a pointer.
  friend auto operator<=>(const ClientPosition&, const ClientPosition&) = default;  // NOLINT(modernize-use-nullptr)
};

struct ClientRange {
  ClientPosition start;
  ClientPosition end;  // exclusive

  friend bool operator==(const ClientRange&, const ClientRange&) = default;
};

[[nodiscard]] ClientPosition to_client(const Position& position, PositionEncoding encoding);
[[nodiscard]] ClientRange to_client(const Range& range, PositionEncoding encoding);

// The bytes that so many units at the start of a line take: at most the line's own, and never a part of a code point.
[[nodiscard]] std::uint32_t bytes_of_units(std::string_view line, std::uint32_t units, PositionEncoding encoding);
// The units that these bytes are.
[[nodiscard]] std::uint32_t units_of(std::string_view utf8, PositionEncoding encoding);

}  // namespace candor
