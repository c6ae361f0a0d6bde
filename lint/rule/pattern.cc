#include "lint/rule/pattern.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <re2/re2.h>

#include "lint/source/nearest.h"

namespace candor {
namespace {

using Needs = std::vector<std::vector<Feature>>;
using Program = std::vector<PlaceCode>;

// The other words of a phrase: their classes start with '~'.
constexpr std::string_view kPhraseEnd = "(?: [^ {]+\\{~[^ ]*)*";
// A word may be followed by its classes; then comes the blank.
constexpr std::string_view kWordEnd = "(?:\\{[^ ]*)? ";
constexpr std::string_view kSentenceEnd = "(?:[.!?\"')\\]][^ ]* |\xE2\x80\xA6 )*$";

constexpr bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'' || c == '-' ||
         static_cast<unsigned char>(c) >= 0x80;
}
constexpr bool is_quantifier(char c) { return c == '?' || c == '*' || c == '+'; }

// The commonest words of ordinary English, the commonest first: they make poor triggers.
constexpr std::string_view kCommon[] = {
    "the",   "to",  "and", "of",   "a",   "i",   "in",    "my",   "was",  "that", "for", "with", "it",
    "is",    "as",  "on",  "me",   "at",  "had", "from",  "this", "be",   "have", "by",  "not",  "an",
    "but",   "or",  "we",  "were", "are", "he",  "she",   "they", "his",  "her",  "you", "so",   "would",
    "could", "did", "do",  "been", "has", "who", "which", "when", "what", "all",  ",",   "."};
int commonness(std::string_view word) {
  const auto* at = std::find(std::begin(kCommon), std::end(kCommon), word);
  return at == std::end(kCommon) ? 1 : 400 - 6 * static_cast<int>(at - std::begin(kCommon));
}

class Translator {
 public:
  Translator(std::string_view source, const Fragments& fragments, LexiconBuilder& lexicon)
      : source_(source), lexicon_(lexicon) {
    expand(source, fragments, 0);
  }

  bool run(Pattern& pattern, PatternError& error) {
    if (!error_.message.empty()) return fail(error);
    const bool from_start = text_.starts_with('^');
    const bool to_end = text_.ends_with('$') && !text_.ends_with("\\$");
    if (from_start) at_ = 1;
    if (to_end) text_.pop_back();
    regex_ = from_start ? "^ (?:" : " (?:";
    if (from_start) emit(PlaceStep::start);
    // Beside another blank, one at an end asks for what no sentence has: only the regex knows.
    if (text_.compare(at_, 1, " ") == 0 || text_.ends_with(' ') || text_.ends_with(" )")) exact_ = false;
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
    pattern.program = std::move(program_);
    pattern.exact = exact_;
    if (to_end) pattern.program.push_back(code(PlaceStep::end));
    pattern.single_word = !from_start && !to_end && is_single_word();
    if (!from_start && !to_end) pattern.pair = pair();
    std::sort(pattern.needs.begin(), pattern.needs.end(),
              [this](const auto& a, const auto& b) { return cost(a) < cost(b); });
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

  // "failed", "failed|flunked", "(failed|flunked)", "<exam>", "<exam|course>".
  [[nodiscard]] bool is_single_word() const {
    std::string_view text = text_;
    if (text.starts_with('(') && text.ends_with(')')) {
      text.remove_prefix(text.starts_with("(?:") ? 3 : 1);
      text.remove_suffix(1);
    }
    if (text.starts_with('<')) return is_plain_class(text);
    return !text.empty() && !text.starts_with('|') && !text.ends_with('|') &&
           text.find("||") == std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_word_char(c) || c == '|'; });
  }
  // The features of "did not", "<exam> again", "<i> <misjudge>".
  [[nodiscard]] std::vector<Feature> pair() const {
    const std::string_view text = text_;
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return {};
    std::vector<Feature> features;
    for (const std::string_view word : {text.substr(0, blank), text.substr(blank + 1)}) {
      if (const auto f = feature_of_word(word)) features.push_back(*f);
    }
    return features.size() == 2 ? features : std::vector<Feature>();
  }
  [[nodiscard]] std::optional<Feature> feature_of_word(std::string_view word) const {
    if (word.starts_with('<')) {
      if (!is_plain_class(word) || word.find('|') != std::string_view::npos) return std::nullopt;
      const auto& names = lexicon_.class_names();
      const auto at = std::find(names.begin(), names.end(), word.substr(1, word.size() - 2));
      if (at == names.end()) return std::nullopt;
      return static_cast<Feature>(at - names.begin());
    }
    for (const auto& [f, literal] : literal_names_) {
      if (literal == word) return f;
    }
    return std::nullopt;
  }
  // One "<...>" of classes.
  static bool is_plain_class(std::string_view text) {
    const std::string_view inside = text.substr(1, text.size() - 2);
    if (!text.ends_with('>') || inside.find_first_of("<>!&") != std::string_view::npos) return false;
    return !inside.empty() && !(inside[0] >= '0' && inside[0] <= '9');
  }

  [[nodiscard]] std::size_t origin(std::size_t at) const { return text_ == source_ ? at : 0; }

  int cost(const std::vector<Feature>& any) const {
    int sum = 0;
    for (const Feature f : any) {
      if (f < static_cast<Feature>(Builtin::count))
        sum += 200;
      else if (f < kMostClasses)
        sum += class_cost(f);
      else
        sum += commonness(literal_names_.at(f));
    }
    return sum;
  }

  // A class is as common as its common words.
  int class_cost(Feature f) const {
    int sum = 12;
    for (const std::string_view word : kCommon) sum += lexicon_.has_word(f, word) ? commonness(word) : 0;
    return sum;
  }

  // ---- the program
  static constexpr PlaceCode code(PlaceStep step) { return static_cast<PlaceCode>(step); }
  template <typename... Operands>
  void emit(PlaceStep step, Operands... operands) {
    exact_ = exact_ && step != PlaceStep::some;
    program_.push_back(code(step));
    (program_.push_back(static_cast<PlaceCode>(operands)), ...);
  }
  void emit_features(PlaceStep step, const std::vector<Feature>& features) {
    emit(step, features.size());
    program_.insert(program_.end(), features.begin(), features.end());
  }
  void emit_program(const Program& program) {
    program_.push_back(static_cast<PlaceCode>(program.size()));
    program_.insert(program_.end(), program.begin(), program.end());
  }
  // What `read` emits, aside.
  template <typename Read>
  Program aside(Read read) {
    Program outer = std::exchange(program_, {});
    read();
    return std::exchange(program_, std::move(outer));
  }

  Needs alternation() {
    std::vector<Needs> branches;
    std::vector<Program> programs;
    const auto read_branch = [&] { programs.push_back(aside([&] { branches.push_back(sequence()); })); };
    read_branch();
    while (at_ < text_.size() && text_[at_] == '|' && error_.message.empty()) {
      regex_ += text_[at_++];
      read_branch();
    }
    if (branches.size() == 1) {
      program_.insert(program_.end(), programs[0].begin(), programs[0].end());
      return branches[0];
    }
    emit(PlaceStep::either, branches.size());
    for (const Program& program : programs) emit_program(program);
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
      Needs piece;
      const Program program = aside([&] { piece = atom(); });
      const Repeat times = repeat();
      if (times.least > 0) needs.insert(needs.end(), piece.begin(), piece.end());
      if (program.empty()) continue;
      if (times.least == 1 && times.most == 1) {
        program_.insert(program_.end(), program.begin(), program.end());
      } else {
        emit(PlaceStep::repeat, times.least, times.most);
        emit_program(program);
      }
    }
    return needs;
  }

  struct Repeat {
    PlaceCode least = 1;
    PlaceCode most = 1;
  };
  // Copies "?", "*", "+", "{m,n}" and says what they come to; a "?" after another one only asks for the shortest match.
  Repeat repeat() {
    Repeat times;
    for (bool first = true; at_ < text_.size() && (is_quantifier(text_[at_]) || text_[at_] == '{'); first = false) {
      const std::size_t begin = at_;
      at_ = text_[at_] == '{' ? std::min(text_.find('}', at_), text_.size() - 1) + 1 : at_ + 1;
      const std::string_view mark = std::string_view(text_).substr(begin, at_ - begin);
      regex_ += mark;
      if (first) times = times_of(mark);
    }
    return times;
  }
  static Repeat times_of(std::string_view mark) {
    if (mark == "?") return {0, 1};
    if (mark == "*") return {0, kWithoutEnd};
    if (mark == "+") return {1, kWithoutEnd};
    Repeat times{0, 0};
    PlaceCode* into = &times.least;
    for (const char c : mark.substr(1, mark.size() - 2)) {
      if (c == ',')
        into = &times.most;
      else
        *into = static_cast<PlaceCode>(*into * 10 + (c - '0'));
    }
    if (mark.find(',') == std::string_view::npos)
      times.most = times.least;
    else if (mark.ends_with(",}"))
      times.most = kWithoutEnd;
    return times;
  }

  Needs atom() {
    const char c = text_[at_];
    switch (c) {
      case '(':
        return group();
      case '<':
        return angle();
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
        emit(PlaceStep::some);
        return {};
      case '\\':
        regex_ += text_.substr(at_, 2);
        at_ += 2;
        emit(PlaceStep::some);
        return {};
      default:
        return literal();
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
    if (starts_word(begin)) {
      std::vector<std::string> all = spellings(begin);
      if (!all.empty()) {
        // Copied, with groups that capture nothing.
        for (std::size_t i = begin; i < at_; ++i) {
          regex_ += text_[i];
          if (text_[i] == '(' && text_.compare(i + 1, 2, "?:") != 0) regex_ += "?:";
        }
        return words(all);
      }
    }
    while (at_ < text_.size() && is_word_char(text_[at_])) ++at_;
    if (at_ == begin) {  // a mark or "." or "?:"
      const char mark = text_[at_++];
      regex_ += mark;
      if ((mark == ',' || mark == ';' || mark == ':') && starts_word(begin) && ends_word(at_))
        emit(PlaceStep::mark, mark);
      else
        emit(PlaceStep::some);
      return {};
    }
    // The last character may carry a quantifier of its own: "exams*".
    const bool quantified = at_ < text_.size() && (is_quantifier(text_[at_]) || text_[at_] == '{');
    if (quantified && at_ - begin > 1) --at_;
    const std::string word = text_.substr(begin, at_ - begin);
    regex_ += word;
    constexpr std::string_view kAnyEnding = "[a-z]*";
    if (!quantified && starts_word(begin) && text_.compare(at_, kAnyEnding.size(), kAnyEnding) == 0 &&
        ends_word(at_ + kAnyEnding.size()) && word[0] >= 'a' && word[0] <= 'z') {
      regex_ += kAnyEnding;
      at_ += kAnyEnding.size();
      const Feature f = lexicon_.add_stem(word);
      literal_names_[f] = word;
      emit_features(PlaceStep::any, {f});
      return {{f}};
    }
    emit(PlaceStep::some);
    return {};
  }

  // All spellings of the word that starts here: "favou?r(s|ed)?" has six, "hospitali[sz]ed" two. Moves behind it;
  // stays, and returns nothing, where it is not a whole word or has no end of spellings.
  std::vector<std::string> spellings(std::size_t begin) {
    std::size_t at = begin;
    std::vector<std::string> all = spellings_of_part(at, 0);
    const bool usable =
        at > begin && ends_word(at) && !all.empty() && std::find(all.begin(), all.end(), "") == all.end();
    if (!usable) return {};
    at_ = at;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }
  // Up to the end of the word, or of the branch; nothing where there are too many or a regex is needed.
  [[nodiscard]] std::vector<std::string> spellings_of_part(std::size_t& at, int depth) const {
    constexpr std::size_t kMost = 64;
    std::vector<std::string> all{""};
    while (at < text_.size() && text_[at] != ' ' && text_[at] != '|' && text_[at] != ')') {
      std::vector<std::string> piece;
      if (is_word_char(text_[at])) {
        piece.emplace_back(1, text_[at++]);
      } else if (text_[at] == '[') {
        for (++at; at < text_.size() && is_word_char(text_[at]) && text_[at] != '-'; ++at)
          piece.emplace_back(1, text_[at]);
        if (at >= text_.size() || text_[at++] != ']') return {};
      } else if (text_[at] == '(' && at > 0 && depth < 3) {
        at += text_.compare(at, 3, "(?:") == 0 ? 3U : 1U;
        for (;; ++at) {
          const std::vector<std::string> branch = spellings_of_part(at, depth + 1);
          if (branch.empty() || at >= text_.size() || text_[at] == ' ') return {};
          piece.insert(piece.end(), branch.begin(), branch.end());
          if (text_[at] == ')') break;
        }
        ++at;
      } else {
        return {};
      }
      if (at < text_.size() && text_[at] == '?') {
        piece.emplace_back();
        ++at;
      }
      if (at < text_.size() && (is_quantifier(text_[at]) || text_[at] == '{')) return {};
      if (piece.empty() || all.size() * piece.size() > kMost) return {};
      std::vector<std::string> longer;
      for (const std::string& head : all) {
        for (const std::string& tail : piece) longer.push_back(head + tail);
      }
      all = std::move(longer);
    }
    return all;
  }
  Needs words(const std::vector<std::string>& all) {
    std::vector<Feature> any;
    for (const std::string& word : all) {
      const Feature f = lexicon_.add_literal(word);
      literal_names_[f] = word;
      any.push_back(f);
    }
    emit_features(PlaceStep::any, any);
    return {any};
  }

  [[nodiscard]] bool starts_word(std::size_t at) const {
    while (at > 0) {
      char c = text_[at - 1];
      if (c == ' ' || c == '^') return true;
      if (is_quantifier(c)) {
        --at;
        if (at == 0) return false;
        c = text_[at - 1];
        if (c == ' ') return at >= 2 && text_[at - 2] == '?';  // "(has)? ?failed": both may be left out
        if (c != ')') return false;
      }
      if (c == ')') return at >= 2 && text_[at - 2] == ' ';
      if (c == ':' && at >= 3 && text_.compare(at - 3, 3, "(?:") == 0)
        at -= 3;
      else if (c == '(')
        at -= 1;
      else if (c == '|')
        at = group_start(at - 1);
      else
        return false;
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
      emit_features(PlaceStep::none, classes);
      return {};
    }
    if (!both) {
      regex_ += fmt::format("[^ {{]+\\{{[^ ]*[{}][^ ]*{}", bytes(), kPhraseEnd);
      emit_features(PlaceStep::any, classes);
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
    emit_features(PlaceStep::all, classes);
    return needs;
  }

  Needs gap(std::string_view inside, std::size_t open) {
    const bool commas = inside.ends_with(',');
    if (commas) inside.remove_suffix(1);
    const std::size_t dash = inside.find('-');
    const auto is_number = [](std::string_view s) {
      return !s.empty() && s.size() <= 2 &&
             std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (dash == std::string_view::npos || !is_number(inside.substr(0, dash)) || !is_number(inside.substr(dash + 1))) {
      error_ = {origin(open), "a gap is written <0-4> or <0-4,>"};
      return {};
    }
    regex_ += fmt::format("(?:[^ {};:.!?()\\xE2][^ ]* ){{{},{}}}", commas ? "" : ",", inside.substr(0, dash),
                          inside.substr(dash + 1));
    emit(PlaceStep::gap, std::stoi(std::string(inside.substr(0, dash))),
         std::stoi(std::string(inside.substr(dash + 1))), commas);
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
  Program program_;
  bool exact_ = true;
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
