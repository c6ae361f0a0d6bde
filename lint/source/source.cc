#include "lint/source/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <unicode/utf8.h>

namespace candor {
namespace {

// The first byte that starts no well-formed UTF-8 sequence (RFC 3629), or the size where there is none.
std::size_t first_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t i = 0;
  while (i < size) {
    // Eight ASCII bytes at once: most of what people write.
    std::uint64_t word = 0;
    while (i + 8 <= size && (std::memcpy(&word, data + i, 8), (word & 0x8080808080808080U) == 0)) i += 8;
    if (i == size) break;
    const std::int32_t start = i;
    UChar32 code_point = 0;
    U8_NEXT(data, i, size, code_point);
    if (code_point < 0) return static_cast<std::size_t>(start);
  }
  return bytes.size();
}

std::vector<std::uint32_t> find_line_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (static_cast<unsigned char>(bytes[i]) > '\r') continue;
    const bool ends_line = bytes[i] == '\n' || (bytes[i] == '\r' && !bytes.substr(i + 1).starts_with('\n'));
    if (ends_line) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

struct FileDescriptor {
  int fd;
  explicit FileDescriptor(int descriptor) : fd(descriptor) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() {
    if (fd >= 0) ::close(fd);
  }
};

}  // namespace

std::optional<Source> Source::from_bytes(std::string name, std::string bytes, Problem& problem) {
  const auto fail = [&](std::string message) {
    problem = {name, 0, 0, std::move(message)};
    return std::nullopt;
  };
  if (bytes.empty()) return fail("is empty; there is no text to lint");
  if (bytes.size() >= kLargestSource) return fail("is larger than 2 GiB; split it");

  Source source;
  source.line_starts_ = find_line_starts(bytes);
  const auto fail_at = [&](std::size_t offset, std::string message) {
    const auto next = std::upper_bound(source.line_starts_.begin(), source.line_starts_.end(), offset);
    problem = {name, static_cast<std::uint32_t>(next - source.line_starts_.begin()),
               static_cast<std::uint32_t>(offset - *std::prev(next)) + 1, std::move(message)};
    return std::nullopt;
  };
  if (const std::size_t at = first_invalid_utf8(bytes); at < bytes.size()) {
    return fail_at(at, fmt::format("byte 0x{:02X} is not valid UTF-8; save the text as UTF-8",
                                   static_cast<unsigned char>(bytes[at])));
  }
  if (const std::size_t at = bytes.find('\0'); at != std::string::npos) {
    return fail_at(at, "a NUL byte; this is not a text file");
  }
  for (std::size_t i = 0; i < source.line_starts_.size(); ++i) {
    const std::size_t end = i + 1 < source.line_starts_.size() ? source.line_starts_[i + 1] : bytes.size();
    if (end - source.line_starts_[i] > kLongestLine) {
      return fail_at(source.line_starts_[i], "a line of more than 16 MiB; break the text into paragraphs");
    }
  }
  source.name_ = std::move(name);
  source.bytes_ = std::move(bytes);
  return source;
}

std::optional<Source> Source::from_file(std::string name, const std::string& path, Problem& problem) {
  const auto fail = [&](const char* what) {
    problem = {name, 0, 0, what};
    return std::nullopt;
  };
  const FileDescriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  if (file.fd < 0) {
    if (errno == ENOENT) return fail("no such file or folder");
    return fail(fmt::format("cannot be read: {}", std::strerror(errno)).c_str());
  }
  struct stat status {};
  if (::fstat(file.fd, &status) != 0) return fail("cannot be read");
  if (!S_ISREG(status.st_mode)) return fail("is not a regular file");

  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(file.fd, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(fmt::format("cannot be read: {}", std::strerror(errno)).c_str());
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return from_bytes(std::move(name), std::move(bytes), problem);
}

Span Source::line(std::uint32_t line) const {
  const std::uint32_t begin = line_starts_[line - 1];
  std::uint32_t end = line < line_count() ? line_starts_[line] : static_cast<std::uint32_t>(bytes_.size());
  while (end > begin && (bytes_[end - 1] == '\n' || bytes_[end - 1] == '\r')) --end;
  return {begin, end};
}

Position Source::position(std::uint32_t offset) const {
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::uint32_t start = *std::prev(next);
  return {static_cast<std::uint32_t>(next - line_starts_.begin()),
          count_code_points(bytes().substr(start, offset - start)) + 1, offset, offset - start + 1};
}

std::uint32_t count_code_points(std::string_view utf8) {
  return static_cast<std::uint32_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::uint32_t count_utf16_units(std::string_view utf8) {
  // A code point beyond the BMP takes four bytes in UTF-8 and two units in UTF-16.
  return count_code_points(utf8) + static_cast<std::uint32_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
           return static_cast<unsigned char>(c) >= 0xF0;
         }));
}

}  // namespace candor
