#include "lint/cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace candor {
namespace {

constexpr std::uint32_t kUsualWidth = 80;
constexpr std::uint32_t kWidest = 120;  // longer lines of prose are hard to read

int descriptor(Stream stream) { return stream == Stream::out ? STDOUT_FILENO : STDERR_FILENO; }

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::uint32_t width_from(std::string_view columns) {
  std::uint32_t width = 0;
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width;
}

std::uint32_t width_of_terminal() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

bool is_terminal(Stream stream) { return ::isatty(descriptor(stream)) == 1; }

std::uint32_t terminal_width() {
  std::uint32_t width = width_from(environment("COLUMNS"));
  if (width == 0) width = width_of_terminal();
  return width == 0 ? kUsualWidth : std::clamp(width, 40U, kWidest);
}

bool wants_color(std::string_view choice, Stream stream) {
  if (choice != "auto") return choice == "always";
  if (!environment("NO_COLOR").empty()) return false;
  if (!environment("FORCE_COLOR").empty()) return environment("FORCE_COLOR") != "0";
  return is_terminal(stream) && environment("TERM") != "dumb";
}

ProgressLine::ProgressLine(bool on)
    : on_(on && is_terminal(Stream::err) && environment("TERM") != "dumb"),
      next_(Clock::now() + std::chrono::seconds(1)) {}

ProgressLine::~ProgressLine() { hide(); }

void ProgressLine::hide() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

void ProgressLine::show(std::size_t done, std::size_t total) {
  if (!on_ || Clock::now() < next_) return;
  next_ = Clock::now() + std::chrono::milliseconds(100);
  shown_ = true;
  fmt::print(stderr, "\r\x1b[K{} of {} applications", done, total);
  std::fflush(stderr);
}

}  // namespace candor
