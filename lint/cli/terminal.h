// What candor's output goes to.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace candor {

enum class Stream { out, err };

[[nodiscard]] bool is_terminal(Stream stream);

// Columns of the terminal that stdout is, by $COLUMNS where that is set; 80 where it is none.
[[nodiscard]] std::uint32_t terminal_width();

inline constexpr std::string_view kColorChoices[] = {"auto", "always", "never"};

// Whether to colour. `choice` is one of kColorChoices. With "auto": never where $NO_COLOR is set, always where
// $FORCE_COLOR is, else where the stream is a terminal.
[[nodiscard]] bool wants_color(std::string_view choice, Stream stream);

// One line on stderr that says how far a run has come, once it has lasted a second. Gone when this is.
class ProgressLine {
 public:
  // Where stderr is no terminal, or not `on`, shows nothing.
  explicit ProgressLine(bool on);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::size_t done, std::size_t total);
  // Takes the line away, where it is shown, until the next show().
  void hide();

 private:
  using Clock = std::chrono::steady_clock;

  bool on_;
  bool shown_ = false;
  Clock::time_point next_;  // when to show again
};

}  // namespace candor
