#include "lint/source/replace_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lint/source/open_file.h"

namespace candor {
namespace {

int write_in_place(const std::string& path, std::string_view text) {
  OpenFile file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok()) return errno;
  const int error = write_all(file.get(), text);
  return error != 0 ? error : file.close();
}

// Some file systems cannot flush; that is no reason to give up.
int flush(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP ? 0 : errno; }

int keep_owner_and_mode(int descriptor, const struct stat& old) {
  struct stat now {};
  if (::fstat(descriptor, &now) != 0) return errno;
  if ((now.st_uid != old.st_uid || now.st_gid != old.st_gid) && ::fchown(descriptor, old.st_uid, old.st_gid) != 0)
    return errno;
  return ::fchmod(descriptor, old.st_mode & 07777) == 0 ? 0 : errno;
}

// A file beside `path` that nobody else has; its name goes to `draft`.
int open_draft(const std::string& path, std::string& draft) {
  const std::string folder = path.substr(0, path.rfind('/') + 1);
  for (int attempt = 0;; ++attempt) {
    draft = fmt::format("{}.candor-{}-{}.tmp", folder, ::getpid(), attempt);
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
}

int replace(const std::string& path, std::string_view text, const std::optional<struct stat>& old) {
  std::string draft;
  OpenFile file(open_draft(path, draft));
  if (!file.ok()) return errno;
  int error = old ? keep_owner_and_mode(file.get(), *old) : 0;  // before others could read it
  if (error == 0) error = write_all(file.get(), text);
  if (error == 0) error = flush(file.get());
  if (error == 0) error = file.close();
  if (error == 0 && ::rename(draft.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) ::unlink(draft.c_str());
  return error;
}

}  // namespace

bool replace_file(const std::string& name, const std::string& path, std::string_view text, Problem& problem) {
  const auto fail = [&](std::string message) {
    problem = {name, 0, 0, std::move(message)};
    return false;
  };
  const std::unique_ptr<char, void (*)(void*)> real(::realpath(path.c_str(), nullptr), std::free);
  const std::string target = real ? real.get() : path;
  std::optional<struct stat> old(std::in_place);
  if (::stat(target.c_str(), &*old) != 0) old.reset();

  const bool regular = !old || S_ISREG(old->st_mode);
  // Nobody may write it, not even root: that is what its owner wanted.
  if (old && regular && ((old->st_mode & 0222) == 0 || ::access(target.c_str(), W_OK) != 0))
    return fail("cannot be written: it is read-only");
  const int error = regular ? replace(target, text, old) : write_in_place(target, text);
  return error == 0 || fail(fmt::format("cannot be written: {}", std::strerror(error)));
}

}  // namespace candor
