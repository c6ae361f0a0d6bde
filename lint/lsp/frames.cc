#include "lint/lsp/frames.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace candor {
namespace {

constexpr std::size_t kLongestHeaderLine = 8192;  // bytes
constexpr std::string_view kContentLength = "content-length:";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), lower);
  return folded;
}

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// "Name: value", as HTTP has it.
bool is_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return (lower(c) >= 'a' && lower(c) <= 'z') || c == '-'; });
}

// A little of what was there, without what could steer a log.
std::string shown(std::string_view text) {
  std::string start(text.substr(0, 40));
  std::replace_if(
      start.begin(), start.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
  return start;
}

}  // namespace

void FrameReader::feed(std::string_view bytes) {
  buffer_.erase(0, at_);
  at_ = 0;
  buffer_ += bytes;
}

std::optional<Frame> FrameReader::next() {
  while (!in_body_) {
    const std::string_view rest = std::string_view(buffer_).substr(at_);
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) {
      if (rest.size() <= kLongestHeaderLine) return std::nullopt;
      at_ += rest.size() - kLongestHeaderLine / 2;
      return lost("a header line that does not end");
    }
    at_ += end + 1;
    if (std::optional<Frame> error = take_header(trimmed(rest.substr(0, end)))) return error;
  }
  return take_body();
}

std::optional<Frame> FrameReader::take_body() {
  if (buffer_.size() - at_ < *length_) return std::nullopt;
  std::string body = buffer_.substr(at_, *length_);
  at_ += *length_;
  length_.reset();
  in_body_ = in_header_ = lost_ = false;
  return body;
}

std::optional<Frame> FrameReader::take_header(std::string_view line) {
  if (line.empty()) {
    in_body_ = length_.has_value();
    if (in_body_ || !in_header_) return std::nullopt;  // blank lines between messages hurt nobody
    in_header_ = false;
    return lost("a message without Content-Length");
  }
  in_header_ = true;
  // In a stretch that was no frame, the next frame may begin right behind a body that nobody asked for.
  const std::size_t at = lower_case(line).rfind(kContentLength);
  if (at != std::string_view::npos) return take_length(trimmed(line.substr(at + kContentLength.size())), at == 0);
  if (is_header(line)) return std::nullopt;
  return lost(fmt::format("'{}' is no header of a message", shown(line)));
}

std::optional<Frame> FrameReader::take_length(std::string_view value, bool at_line_start) {
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  length_.reset();
  if (is_number && length <= kLargestMessage) {
    length_ = length;
    return at_line_start ? std::nullopt : lost("bytes that belong to no message");
  }
  return lost(
      fmt::format("Content-Length is '{}'; it must be a number of at most {} bytes", shown(value), kLargestMessage));
}

std::optional<Frame> FrameReader::lost(std::string what) {
  if (lost_) return std::nullopt;
  lost_ = true;
  return FrameError{std::move(what)};
}

std::string framed(std::string_view body) { return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body); }

}  // namespace candor
