#include "lint/source/glob.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace candor {
namespace {

constexpr std::string_view kAnyFolders = "**";

// The code point at `i`, which moves behind it. Names of files need not be UTF-8: a stray byte counts as U+FFFD.
UChar32 next_code_point(std::string_view text, std::size_t& i) {
  auto at = static_cast<std::int32_t>(i);
  UChar32 code_point = 0;
  U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(text.data()), at, static_cast<std::int32_t>(text.size()),
                  code_point);
  i = static_cast<std::size_t>(at);
  return code_point;
}

using ClassTest = UBool (*)(UChar32);

// The test behind "[:alpha:]"; null for an unknown name.
ClassTest class_test(std::string_view name) {
  constexpr std::pair<std::string_view, ClassTest> kTests[] = {
      {"alnum", u_isalnum}, {"alpha", u_isalpha}, {"blank", u_isblank}, {"cntrl", u_iscntrl},
      {"digit", u_isdigit}, {"graph", u_isgraph}, {"lower", u_islower}, {"print", u_isprint},
      {"punct", u_ispunct}, {"space", u_isspace}, {"upper", u_isupper}, {"xdigit", u_isxdigit}};
  const auto* found =
      std::find_if(std::begin(kTests), std::end(kTests), [&](auto& test) { return test.first == name; });
  return found == std::end(kTests) ? nullptr : found->second;
}

// One character of a set, escaped or not; nothing where the set ends before it.
std::optional<UChar32> set_character(std::string_view pattern, std::size_t& i) {
  if (i < pattern.size() && pattern[i] == '\\') ++i;
  if (i >= pattern.size()) return std::nullopt;
  return next_code_point(pattern, i);
}

// Reads the set "[...]" that starts at `i`, which moves behind it, and says whether `character` is in it.
// Nothing where the set is malformed.
std::optional<bool> in_set(std::string_view pattern, std::size_t& i, UChar32 character) {
  ++i;
  const bool inverted = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (inverted) ++i;
  bool found = false;
  // A ']' that comes first is a member.
  for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
    if (pattern.substr(i).starts_with("[:")) {
      const std::size_t end = pattern.find(":]", i + 2);
      if (end == std::string_view::npos) return std::nullopt;
      const ClassTest test = class_test(pattern.substr(i + 2, end - i - 2));
      if (test == nullptr) return std::nullopt;
      found = found || test(character) != 0;
      i = end + 2;
      continue;
    }
    const std::optional<UChar32> low = set_character(pattern, i);
    if (!low) return std::nullopt;
    std::optional<UChar32> high = low;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      ++i;
      high = set_character(pattern, i);
      if (!high) return std::nullopt;
    }
    found = found || (*low <= character && character <= *high);
  }
  if (i >= pattern.size()) return std::nullopt;
  ++i;
  return found != inverted;
}

// Matches what stands at `p` (anything but '*') with the character at `t`; moves both behind it on success.
bool match_one(std::string_view pattern, std::size_t& p, std::string_view text, std::size_t& t) {
  std::size_t next_p = p;
  std::size_t next_t = t;
  bool matched = false;
  if (pattern[p] == '?') {
    ++next_p;
    next_code_point(text, next_t);
    matched = true;
  } else if (pattern[p] == '[') {
    matched = in_set(pattern, next_p, next_code_point(text, next_t)).value_or(false);
  } else {
    if (pattern[p] == '\\') ++next_p;
    matched = pattern[next_p++] == text[next_t++];
  }
  if (matched) {
    p = next_p;
    t = next_t;
  }
  return matched;
}

// Whether one segment of a pattern matches one of a path. Only the last '*' is ever tried again: what stands before it
// has matched as early as it can, so that no longer match of an earlier '*' could help. That bounds the time by the
// product of the lengths.
bool match_segment(std::string_view pattern, std::string_view text) {
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t after_star = kNone;
  std::size_t star_end = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      after_star = ++p;
      star_end = t;
    } else if (p < pattern.size() && match_one(pattern, p, text, t)) {
      continue;
    } else if (after_star != kNone) {
      next_code_point(text, star_end);
      p = after_star;
      t = star_end;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

// What is wrong with one segment; empty where nothing is.
std::string_view segment_fault(std::string_view segment) {
  if (segment == ".." || segment == ".")
    return "\".\" and \"..\" match nothing; patterns see what is below their folder";
  for (std::size_t i = 0; i < segment.size();) {
    if (segment[i] == '[') {
      if (!in_set(segment, i, 0)) return "\"[\" without a matching \"]\"; write \"\\[\" for the character itself";
    } else if (segment[i] == '\\') {
      if (i + 1 == segment.size()) return "a backslash escapes nothing";
      i += 2;
    } else {
      ++i;
    }
  }
  return {};
}

std::vector<std::string> split_segments(std::string_view pattern) {
  std::vector<std::string> segments;
  while (!pattern.empty()) {
    const std::size_t slash = std::min(pattern.find('/'), pattern.size());
    const std::string_view segment = pattern.substr(0, slash);
    const bool repeats = segment == kAnyFolders && !segments.empty() && segments.back() == kAnyFolders;
    if (!segment.empty() && !repeats) segments.emplace_back(segment);
    pattern.remove_prefix(std::min(slash + 1, pattern.size()));
  }
  return segments;
}

// Calls `ask(prefix, is_folder)` for every folder above `path` from the top, then for `path`; true as soon as one call
// is.
template <typename Ask>
bool any_prefix(std::string_view path, Ask ask) {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (ask(path.substr(0, slash), true)) return true;
  }
  return ask(path, false);
}

// A line of a .gitignore file without its line end and the blanks that git does not count.
std::string_view trim_line(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Glob> Glob::compile(std::string_view pattern, std::string& why) {
  Glob glob;
  glob.pattern_ = pattern;
  if (pattern.starts_with('!')) {
    glob.negated_ = true;
    pattern.remove_prefix(1);
  }
  if (pattern.ends_with('/')) {
    glob.folders_only_ = true;
    pattern.remove_suffix(1);
  }
  const bool from_top = pattern.find('/') != std::string_view::npos;
  if (pattern.starts_with("./")) pattern.remove_prefix(2);

  glob.segments_ = split_segments(pattern);
  if (glob.segments_.empty()) {
    why = "an empty pattern";
    return std::nullopt;
  }
  for (const std::string& segment : glob.segments_) {
    if (const std::string_view fault = segment_fault(segment); !fault.empty()) {
      why = fault;
      return std::nullopt;
    }
  }
  // "x/**" is everything below x, but not x: any folders and then one more name.
  if (glob.segments_.back() == kAnyFolders) glob.segments_.emplace_back("*");
  if (!from_top && glob.segments_.front() != kAnyFolders) glob.segments_.emplace(glob.segments_.begin(), kAnyFolders);
  return glob;
}

// As match_segment, one level up: "**" is the star, and only the last one is tried again.
bool Glob::matches(std::string_view path, bool is_folder) const {
  if (folders_only_ && !is_folder) return false;
  const auto next_segment = [&](std::size_t from) { return std::min(path.find('/', from), path.size()) + 1; };
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t s = 0;
  std::size_t at = 0;  // where the path's segment starts
  std::size_t after_any = kNone;
  std::size_t any_end = 0;
  while (at < path.size()) {
    if (s < segments_.size() && segments_[s] == kAnyFolders) {
      after_any = ++s;
      any_end = at;
      continue;
    }
    const std::size_t next = next_segment(at);
    if (s < segments_.size() && match_segment(segments_[s], path.substr(at, next - 1 - at))) {
      ++s;
      at = next;
    } else if (after_any != kNone) {
      any_end = next_segment(any_end);
      at = any_end;
      s = after_any;
    } else {
      return false;
    }
  }
  return s == segments_.size();
}

bool Glob::covers(std::string_view path) const {
  return any_prefix(path, [&](std::string_view prefix, bool is_folder) { return matches(prefix, is_folder); });
}

bool GlobList::add(std::string_view pattern, std::string& why) {
  std::optional<Glob> glob = Glob::compile(pattern, why);
  if (!glob) return false;
  globs_.push_back(*std::move(glob));
  return true;
}

void GlobList::add_lines(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::string why;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim_line(text.substr(0, end));
    if (!line.empty() && !line.starts_with('#')) add(line, why);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

GlobList::Match GlobList::judge(std::string_view path, bool is_folder) const {
  const auto last =
      std::find_if(globs_.rbegin(), globs_.rend(), [&](const Glob& glob) { return glob.matches(path, is_folder); });
  if (last == globs_.rend()) return Match::none;
  return last->negated() ? Match::taken_back : Match::matched;
}

bool GlobList::covers(std::string_view path) const {
  return any_prefix(
      path, [&](std::string_view prefix, bool is_folder) { return judge(prefix, is_folder) == Match::matched; });
}

}  // namespace candor
