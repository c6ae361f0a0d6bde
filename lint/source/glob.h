// Patterns for paths, as in a .gitignore file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace candor {

// One pattern, compiled once. Paths are matched whole, with '/' and relative to the folder that the pattern belongs to.
//
//   *        any characters but '/'            ?       one character but '/'
//   [a-z]    one of these                      [!a-z]  one that is none of these; [[:alpha:]] and the like work too
//   **/      any folders, also none            /**     everything below a folder
//   /x  a/x  only from the top                 x       in any folder
//   x/       folders only                      !x      takes back what an earlier pattern of the list matched
//   \*       the character itself
//
// A character is a code point; "//" counts as "/". Time to match grows with pattern length times path length at worst:
// there is no input that makes it explode.
class Glob {
 public:
  // Returns nothing and sets `why` (a lower-case clause without a full stop) where the pattern is empty or malformed.
  [[nodiscard]] static std::optional<Glob> compile(std::string_view pattern, std::string& why);

  // Whether the path itself matches; its parents are not asked (see covers). A leading '!' changes nothing
  // here: see GlobList.
  [[nodiscard]] bool matches(std::string_view path, bool is_folder) const;
  // Whether the file at `path` or one of the folders above it matches.
  [[nodiscard]] bool covers(std::string_view path) const;

  [[nodiscard]] const std::string& pattern() const { return pattern_; }  // as written
  [[nodiscard]] bool negated() const { return negated_; }

  friend bool operator==(const Glob& a, const Glob& b) { return a.pattern_ == b.pattern_; }

 private:
  Glob() = default;

  std::string pattern_;
  std::vector<std::string> segments_;  // between the '/', "**" for any folders; the last is never "**"
  bool negated_ = false;
  bool folders_only_ = false;
};

// Patterns in order; the last that matches a path decides, so that a "!" pattern takes back what an earlier one
// matched.
class GlobList {
 public:
  enum class Match : std::uint8_t { none, matched, taken_back };

  // Adds one pattern; false, with `why` set, where it is malformed.
  bool add(std::string_view pattern, std::string& why);
  // Adds the lines of a .gitignore file: comments, blank lines and, as git does, malformed patterns are passed over.
  void add_lines(std::string_view text);

  // What the list says of the path itself; its parents are not asked.
  [[nodiscard]] Match judge(std::string_view path, bool is_folder) const;
  // Whether the file at `path` or a folder above it is matched. As in git, nothing below a matched folder can be taken
  // back.
  [[nodiscard]] bool covers(std::string_view path) const;

  [[nodiscard]] bool empty() const { return globs_.empty(); }
  [[nodiscard]] const std::vector<Glob>& globs() const { return globs_; }

  friend bool operator==(const GlobList&, const GlobList&) = default;

 private:
  std::vector<Glob> globs_;
};

}  // namespace candor
