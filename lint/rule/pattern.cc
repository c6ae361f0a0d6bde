#include "lint/rule/pattern.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>
#include <re2/re2.h>

#include "lint/source/nearest.h"

namespace candor {
namespace {

using Needs = std::vector<std::vector<Feature>>;

// The other words of a phrase: their classes start with '~'.
constexpr std::string_view kPhraseEnd = "(?: [^ {]+\\{~[^ ]*)*";
// A word may be followed by its classes; then comes the blank.
constexpr std::string_view kWordEnd = "(?:\\{[^ ]*)? ";
constexpr std::string_view kSentenceEnd = "(?:[.!?\"')\\]][^ ]* |\xE2\x80\xA6 )*$";

constexpr bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_quantifier(char c) { return c == '?' || c == '*' || c == '+'; }

// How often one of these words stands in ordinary English, in parts per thousand: common words make poor triggers.
int commonness(std::string_view word) {
  static constexpr std::string_view kCommon[] = {"the", "to",  "and", "of",   "a",    "i",   "in",   "my",   "was", "that", "for", "with", "it",
                                                 "is",  "as",  "on",  "me",   "at",   "had", "from", "this", "be",  "have", "by",  "not",  "an",
                                                 "but", "or",  "we",  "were", "are",  "he",  "she",  "they", "his", "her",  "you", "so",   "would",
                                                 "could", "did", "do", "been", "has",  "who", "which", "when", "what", "all", ",", "."};
  const auto* at = std::find(std::begin(kCommon), std::end(kCommon), word);
  return at == std::end(kCommon) ? 1 : 400 - 6 * static_cast<int>(at - std::begin(kCommon));
}

class Translator {
 public:
  Translator(std::string_view source, const Fragments& fragments, LexiconBuilder& lexicon) : source_(source), lexicon_(lexicon) {
    expand(source, fragments, 0);
  }

  bool run(Pattern& pattern, PatternError& error) {
    if (!error_.message.empty()) return fail(error);
    const bool from_start = text_.starts_with('^');
    const bool to_end = text_.ends_with('$') && !text_.ends_with("\\$");
    if (from_start) at_ = 1;
    if (to_end) text_.pop_back();
    regex_ = from_start ? "^ (?:" : " (?:";
    pattern.needs = alternation();
    if (error_.message.empty() && at_ < text_.size()) error_ = {origin(at_), "an unexpected ')'"};
    if (!error_.message.empty()) return fail(error);
    regex_ += ")";
    regex_ += bare_blank_ ? std::string_view(" ") : kWordEnd;
    if (to_end) regex_ += kSentenceEnd;
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_never_capture(true);
    const RE2 compiled(regex_, options);
    if (!compiled.ok()) {
      error_ = {0, fmt::format("RE2 refuses the pattern: {}", compiled.error())};
      return fail(error);
    }
    pattern.regex = std::move(regex_);
    std::sort(pattern.needs.begin(), pattern.needs.end(), [this](const auto& a, const auto& b) { return cost(a) < cost(b); });
    return true;
  }

 private:
  bool fail(PatternError& error) {
    error = error_;
    return false;
  }

  // Puts fragments in place.
  void expand(std::string_view source, const Fragments& fragments, int depth) {
    for (std::size_t i = 0; i < source.size();) {
      const std::size_t close = source[i] == '<' ? source.find('>', i) : std::string_view::npos;
      const auto fragment =
          close == std::string_view::npos ? fragments.end() : fragments.find(source.substr(i + 1, close - i - 1));
      if (fragment == fragments.end()) {
        text_ += source[i++];
        continue;
      }
      if (depth > 8) {
        error_ = {0, fmt::format("fragment <{}> contains itself", fragment->first)};
        return;
      }
      text_ += "(?:";
      expand(fragment->second, fragments, depth + 1);
      text_ += ")";
      i = close + 1;
    }
  }

  [[nodiscard]] std::size_t origin(std::size_t at) const { return text_ == source_ ? at : 0; }

  int cost(const std::vector<Feature>& any) const {
    int sum = 0;
    for (const Feature f : any) {
      if (f < static_cast<Feature>(Builtin::count)) sum += 200;
      else if (f < kMostClasses) sum += 12;
      else sum += commonness(literal_names_.at(f));
    }
    return sum;
  }

  Needs alternation() {
    std::vector<Needs> branches;
    branches.push_back(sequence());
    while (at_ < text_.size() && text_[at_] == '|' && error_.message.empty()) {
      regex_ += text_[at_++];
      branches.push_back(sequence());
    }
    if (branches.size() == 1) return branches[0];
    std::vector<Feature> any;
    for (const Needs& branch : branches) {
      if (branch.empty()) return {};
      const auto& best = *std::min_element(branch.begin(), branch.end(),
                                           [this](const auto& a, const auto& b) { return cost(a) < cost(b); });
      any.insert(any.end(), best.begin(), best.end());
    }
    std::sort(any.begin(), any.end());
    any.erase(std::unique(any.begin(), any.end()), any.end());
    return {any};
  }

  Needs sequence() {
    Needs needs;
    while (at_ < text_.size() && error_.message.empty()) {
      const char c = text_[at_];
      if (c == '|' || c == ')') break;
      const Needs piece = atom();
      if (!skip_optional_quantifier()) needs.insert(needs.end(), piece.begin(), piece.end());
    }
    return needs;
  }

  // Copies "?", "*", "+", "{m,n}" and says whether what stands before may be left out.
  bool skip_optional_quantifier() {
    bool optional = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_quantifier(c)) {
        optional |= c != '+';
        regex_ += text_[at_++];
      } else if (c == '{') {
        optional |= text_.substr(at_, 2) == "{0";
        do regex_ += text_[at_];
        while (at_ < text_.size() && text_[at_++] != '}');
      } else {
        break;
      }
    }
    return optional;
  }

  Needs atom() {
    const char c = text_[at_];
    switch (c) {
      case '(': return group();
      case '<': return angle();
      case ' ':
        regex_ += bare_blank_ ? std::string_view(" ") : kWordEnd;
        bare_blank_ = false;
        ++at_;
        return {};
      case '[':
        do {
          if (text_[at_] == '\\' && at_ + 1 < text_.size()) regex_ += text_[at_++];
          regex_ += text_[at_];
        } while (at_ < text_.size() && text_[at_++] != ']');
        return {};
      case '\\':
        regex_ += text_.substr(at_, 2);
        at_ += 2;
        return {};
      default: return literal();
    }
  }

  Needs group() {
    const std::size_t open = at_;
    regex_ += text_.substr(at_, 1);
    ++at_;
    if (text_.compare(at_, 2, "?:") != 0) regex_ += "?:";
    Needs needs = alternation();
    if (error_.message.empty() && (at_ >= text_.size() || text_[at_] != ')')) {
      error_ = {origin(open), "a '(' that is never closed"};
      return {};
    }
    if (bare_blank_) error_ = {origin(at_), "a negated class must stand before a blank, not before ')'"};
    if (at_ < text_.size()) regex_ += text_[at_++];
    return needs;
  }

  // A run of word characters: a need where it is a whole word.
  Needs literal() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_word_char(text_[at_])) ++at_;
    if (at_ == begin) {  // a mark or "." or "?:"
      regex_ += text_[at_++];
      return {};
    }
    // The last character may carry a quantifier of its own: "exams?".
    const bool quantified = at_ < text_.size() && (is_quantifier(text_[at_]) || text_[at_] == '{');
    if (quantified && at_ - begin > 1) --at_;
    const std::string word = text_.substr(begin, at_ - begin);
    regex_ += word;
    if (quantified || !starts_word(begin) || !ends_word(at_)) return {};
    const Feature f = lexicon_.add_literal(word);
    literal_names_[f] = word;
    return {{f}};
  }

  [[nodiscard]] bool starts_word(std::size_t at) const {
    while (at > 0) {
      char c = text_[at - 1];
      if (c == ' ' || c == '^') return true;
      if (is_quantifier(c)) {
        --at;
        if (at == 0) return false;
        c = text_[at - 1];
        if (c != ')') return false;
      }
      if (c == ')') return at >= 2 && text_[at - 2] == ' ';
      if (c == ':' && at >= 3 && text_.compare(at - 3, 3, "(?:") == 0) at -= 3;
      else if (c == '(') at -= 1;
      else if (c == '|') at = group_start(at - 1);
      else return false;
    }
    return true;
  }
  // The offset of the '(' (or "(?:") of the group that holds `at`, or 0.
  [[nodiscard]] std::size_t group_start(std::size_t at) const {
    int depth = 0;
    while (at > 0) {
      --at;
      if (text_[at] == ')') ++depth;
      if (text_[at] == '(' && depth-- == 0) return at;
    }
    return 0;
  }
  [[nodiscard]] bool ends_word(std::size_t at) const {
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == ' ') return true;
      if (c == '(') return at + 1 < text_.size() && (text_[at + 1] == ' ' || text_.compare(at + 1, 3, "?: ") == 0);
      if (c == '|') {
        int depth = 0;
        while (at < text_.size() && !(text_[at] == ')' && depth == 0)) {
          if (text_[at] == '(') ++depth;
          if (text_[at] == ')') --depth;
          ++at;
        }
        continue;
      }
      if (c != ')') return false;
      ++at;
      while (at < text_.size() && is_quantifier(text_[at])) ++at;
    }
    return true;
  }

  Needs angle() {
    const std::size_t open = at_;
    const std::size_t close = text_.find('>', at_);
    if (close == std::string::npos) {
      error_ = {origin(open), "a '<' that is never closed by '>'"};
      return {};
    }
    std::string_view inside = std::string_view(text_).substr(open + 1, close - open - 1);
    at_ = close + 1;
    if (!inside.empty() && inside[0] >= '0' && inside[0] <= '9') return gap(inside, open);
    const bool negated = inside.starts_with('!');
    if (negated) inside.remove_prefix(1);
    const bool both = inside.find('&') != std::string_view::npos;
    std::vector<Feature> classes;
    while (true) {
      const std::size_t end = std::min(inside.find_first_of("|&"), inside.size());
      const std::optional<Feature> f = class_feature(inside.substr(0, end), open);
      if (!f) return {};
      classes.push_back(*f);
      if (end == inside.size()) break;
      inside.remove_prefix(end + 1);
    }
    const auto bytes = [&] {
      std::string set;
      for (const Feature f : classes) set += fmt::format("\\x{:02X}", static_cast<unsigned char>(class_byte(f)));
      return set;
    };
    if (negated) {
      regex_ += fmt::format("[^ {{]+(?:\\{{[^ {}]*)?", bytes());
      bare_blank_ = true;
      return {};
    }
    if (!both) {
      regex_ += fmt::format("[^ {{]+\\{{[^ ]*[{}][^ ]*{}", bytes(), kPhraseEnd);
      return {classes};
    }
    std::sort(classes.begin(), classes.end());
    regex_ += "[^ {]+\\{[^ ]*";
    Needs needs;
    for (const Feature f : classes) {
      regex_ += fmt::format("\\x{:02X}[^ ]*", static_cast<unsigned char>(class_byte(f)));
      needs.push_back({f});
    }
    regex_ += kPhraseEnd;
    return needs;
  }

  Needs gap(std::string_view inside, std::size_t open) {
    const bool commas = inside.ends_with(',');
    if (commas) inside.remove_suffix(1);
    const std::size_t dash = inside.find('-');
    const auto is_number = [](std::string_view s) {
      return !s.empty() && s.size() <= 2 && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (dash == std::string_view::npos || !is_number(inside.substr(0, dash)) || !is_number(inside.substr(dash + 1))) {
      error_ = {origin(open), "a gap is written <0-4> or <0-4,>"};
      return {};
    }
    regex_ += fmt::format("(?:[^ {};:.!?()\\xE2][^ ]* ){{{},{}}}", commas ? "" : ",", inside.substr(0, dash), inside.substr(dash + 1));
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;  // the gap brings its own blanks
    return {};
  }

  std::optional<Feature> class_feature(std::string_view name, std::size_t open) {
    const auto& names = lexicon_.class_names();
    const auto at = std::find(names.begin(), names.end(), name);
    if (at != names.end()) return static_cast<Feature>(at - names.begin());
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string near = nearest_name(name, known);
    error_ = {origin(open), near.empty() ? fmt::format("no word class <{}>", name)
                                         : fmt::format("no word class <{}>; did you mean <{}>?", name, near)};
    return std::nullopt;
  }

  std::string_view source_;
  LexiconBuilder& lexicon_;
  std::string text_;
  std::string regex_;
  std::size_t at_ = 0;
  bool bare_blank_ = false;  // a negated class stands before: its classes must not be passed over
  PatternError error_;
  std::map<Feature, std::string> literal_names_;
};

}  // namespace

bool translate_pattern(std::string_view source, const Fragments& fragments, LexiconBuilder& lexicon, Pattern& pattern,
                       PatternError& error) {
  return Translator(source, fragments, lexicon).run(pattern, error);
}

}  // namespace candor
