// The base protocol of LSP: header lines, an empty line, and a body of as many bytes as Content-Length says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace candor {

inline constexpr std::size_t kLargestMessage = std::size_t{64} << 20;  // bytes; a larger one is no message of an editor

// What was there in place of a message; one lower-case sentence.
struct FrameError {
  std::string what;

  friend bool operator==(const FrameError&, const FrameError&) = default;
};
using Frame = std::variant<std::string, FrameError>;  // a body, or what is wrong

// Takes bytes as they come and gives frames. Whatever comes, it goes on: after bytes that are no frame it looks for the
// next Content-Length. Keeps no more than one message, and of a line that never ends only its tail.
class FrameReader {
 public:
  void feed(std::string_view bytes);
  // The next frame, or nothing where more bytes are needed. A stretch that makes no sense is told once.
  [[nodiscard]] std::optional<Frame> next();

 private:
  std::optional<Frame> take_body();
  std::optional<Frame> take_header(std::string_view line);
  std::optional<Frame> take_length(std::string_view value, bool at_line_start);
  std::optional<Frame> lost(std::string what);

  std::string buffer_;
  std::size_t at_ = 0;  // in buffer_: what stands before it has been taken
  std::optional<std::size_t> length_;
  bool in_body_ = false;
  bool in_header_ = false;  // some line of a header has been read
  bool lost_ = false;       // and that has been told
};

// The bytes that carry a body.
[[nodiscard]] std::string framed(std::string_view body);

}  // namespace candor
