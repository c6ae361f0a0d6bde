#include "lint/source/read_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "lint/source/open_file.h"

namespace candor {

std::optional<std::string> read_file(const std::string& name, const std::string& path, Problem& problem,
                                     std::size_t most) {
  const auto fail = [&](std::string what) {
    problem = {name, 0, 0, std::move(what)};
    return std::nullopt;
  };
  const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.ok()) {
    if (errno == ENOENT) return fail("no such file or folder");
    return fail(fmt::format("cannot be read: {}", std::strerror(errno)));
  }
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return fail("cannot be read");
  if (!S_ISREG(status.st_mode)) return fail("is not a regular file");
  constexpr std::size_t kGibibyte = std::size_t{1} << 30U;
  if (static_cast<std::size_t>(status.st_size) > most)
    return fail(fmt::format("is larger than {} GiB; split it", (most + 1) / kGibibyte));

  // One byte more than it should have, to see its end; some files have more than they say.
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t filled = 0;
  while (filled <= most) {
    if (filled == bytes.size()) bytes.resize(2 * filled);
    const ssize_t got = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(fmt::format("cannot be read: {}", std::strerror(errno)));
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace candor
