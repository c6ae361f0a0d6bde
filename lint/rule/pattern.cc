#include "lint/rule/pattern.h"

#include <algorithm>
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
// A mark that stands for itself in a regex, or that '\\' makes stand for itself.
constexpr bool is_plain_mark(char c) { return std::string_view(",;:!\"%&/@#=~_").find(c) != std::string_view::npos; }
constexpr bool is_mark(char c) { return c > ' ' && c < 0x7F && !is_word_char(c) && !(c >= 'A' && c <= 'Z'); }
constexpr bool is_quantifier(char c) { return c == '?' || c == '*' || c == '+'; }

// How common the built-in classes are, on the same scale: the first word stands in every sentence.
constexpr int kBuiltinCosts[] = {400, 400, 250, 300, 250, 250, 200, 200, 60, 300, 30, 150, 600};
static_assert(std::size(kBuiltinCosts) == static_cast<std::size_t>(Builtin::count));

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
    if (text_.find_first_not_of("^$|() ") == std::string::npos) error_ = {0, "there is no word in it"};
    pattern.needs = alternation();
    if (error_.message.empty() && at_ < text_.size()) error_ = {origin(at_), "an unexpected ')'"};
    if (error_.message.empty() && behind_blank_.always)
      error_ = {origin(at_), "a pattern ends with a word; with a blank at its end it never matches"};
    if (behind_blank_.maybe) exact_ = false;
    if (error_.message.empty() && names_alike_ && !exact_)
      error_ = {0, "a group of words used alike (<~NAME>) stands only in patterns that need no regex"};
    if (!error_.message.empty()) return fail(error);
    regex_ += ")";
    regex_ += bare_blank_ ? std::string_view(" ") : kWordEnd;
    if (to_end) regex_ += kSentenceEnd;
    if (!exact_ || text_.find('{') != std::string::npos) try_regex();
    if (!error_.message.empty()) return fail(error);
    pattern.regex = std::move(regex_);
    pattern.program = std::move(program_);
    pattern.exact = exact_;
    if (to_end) pattern.program.push_back(code(PlaceStep::end));
    std::sort(pattern.needs.begin(), pattern.needs.end(),
              [this](const auto& a, const auto& b) { return cost(a) < cost(b); });
    return true;
  }

 private:
  // What the program alone decides is no more than RE2 knows, but for how often it repeats.
  void try_regex() {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_never_capture(true);
    const RE2 compiled(regex_, options);
    if (!compiled.ok()) error_ = {0, fmt::format("RE2 refuses the pattern: {}", compiled.error())};
  }
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
      if (f < static_cast<Feature>(Builtin::count))
        sum += kBuiltinCosts[f];
      else if (f < kMostClasses + lexicon_.alike_names().size())
        sum += class_cost(f);
      else
        sum += literal_names_.at(f).empty() ? 1000 : commonness(literal_names_.at(f));
    }
    return sum;
  }

  // A class is as common as its common words, and the more words it has.
  int class_cost(Feature f) const { return 12 + static_cast<int>(lexicon_.size_of(f) / 2) + lexicon_.commonness_of(f); }

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

  // Whether what was read so far ends behind a blank: on every way through it, on some.
  struct BehindBlank {
    bool always;
    bool maybe;
  };

  Needs alternation() {
    std::vector<Needs> branches;
    std::vector<Program> programs;
    const BehindBlank before = behind_blank_;
    BehindBlank after{true, false};
    const auto read_branch = [&] {
      behind_blank_ = before;
      programs.push_back(aside([&] { branches.push_back(sequence()); }));
      after = {after.always && behind_blank_.always, after.maybe || behind_blank_.maybe};
    };
    read_branch();
    while (at_ < text_.size() && text_[at_] == '|' && error_.message.empty()) {
      regex_ += text_[at_++];
      read_branch();
    }
    behind_blank_ = after;
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
      const BehindBlank before = behind_blank_;
      const Program program = aside([&] { piece = atom(); });
      const Repeat times = repeat();
      if (c == ' ') check_blank(before, times.least > 0);
      if (times.least == 0)
        behind_blank_ = {before.always && behind_blank_.always, before.maybe || behind_blank_.maybe};
      if (times.least > 0) needs.insert(needs.end(), piece.begin(), piece.end());
      if (program.empty()) continue;
      if (times.least == 1 && times.most == 1) {
        program_.insert(program_.end(), program.begin(), program.end());
      } else {
        emit(PlaceStep::repeat, times.least, times.most, times.lazy);
        emit_program(program);
      }
    }
    return needs;
  }

  // A blank behind a blank asks for what no sentence has; where only some way through the pattern comes to that, the
  // program does not know, but the regex does.
  void check_blank(BehindBlank before, bool needed) {
    if (!needed) return;
    if (before.always && error_.message.empty())
      error_ = {origin(at_ - 1), "a blank here never matches: the word before it has ended already"};
    if (before.maybe) exact_ = false;
  }

  struct Repeat {
    PlaceCode least = 1;
    PlaceCode most = 1;
    bool lazy = false;  // fewer before more
  };
  // Copies "?", "*", "+", "{m,n}" and says what they come to; a "?" after another one asks for the shortest match.
  Repeat repeat() {
    Repeat times;
    for (bool first = true; at_ < text_.size() && (is_quantifier(text_[at_]) || text_[at_] == '{'); first = false) {
      const std::size_t begin = at_;
      at_ = text_[at_] == '{' ? std::min(text_.find('}', at_), text_.size() - 1) + 1 : at_ + 1;
      const std::string_view mark = std::string_view(text_).substr(begin, at_ - begin);
      regex_ += mark;
      if (first)
        times = times_of(mark);
      else
        times.lazy = mark == "?";
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
    if (c != ' ' && c != '<') {
      if (std::optional<Needs> whole = word()) return *std::move(whole);
    }
    switch (c) {
      case '(':
        return group();
      case '<':
        return angle();
      case ' ':
        regex_ += bare_blank_ ? std::string_view(" ") : kWordEnd;
        bare_blank_ = false;
        behind_blank_ = {true, true};
        ++at_;
        return {};
      default:
        return piece();
    }
  }

  Needs group() {
    const std::size_t open = at_;
    regex_ += "(?:";
    at_ += text_.compare(at_, 3, "(?:") == 0 ? 3U : 1U;
    Needs needs = alternation();
    if (error_.message.empty() && (at_ >= text_.size() || text_[at_] != ')')) {
      error_ = {origin(open), "a '(' that is never closed"};
      return {};
    }
    if (bare_blank_) error_ = {origin(at_), "a negated class must stand before a blank, not before ')'"};
    if (at_ < text_.size()) regex_ += text_[at_++];
    return needs;
  }

  // A whole word that words of the lexicon can stand for; nothing, and no step taken, where none can.
  std::optional<Needs> word() {
    if (!behind_blank_.always) return std::nullopt;
    const BehindBlank before = std::exchange(behind_blank_, BehindBlank{false, false});
    std::optional<Needs> whole = whole_word();
    if (!whole) behind_blank_ = before;
    return whole;
  }
  std::optional<Needs> whole_word() {
    std::size_t end = at_;
    if (const std::vector<std::string> all = spellings(end); !all.empty()) {
      copy_to(end);
      return words(all);
    }
    // "(has)? ?failed": with its blank it may be left out.
    if (std::vector<std::string> all = spellings_or_none(end); all.size() > 1 && text_.compare(end, 2, " ?") == 0) {
      copy_to(end);
      std::erase(all, "");
      const Program program = aside([&] { words(all); });
      emit(PlaceStep::repeat, 0, 1, 0);
      emit_program(program);
      behind_blank_ = {true, true};
      return Needs{};
    }
    const std::vector<Feature> any = shapes(end);
    if (any.empty()) return std::nullopt;
    copy_to(end);
    emit_features(PlaceStep::any, any);
    return Needs{any};
  }
  // A piece of a word that only the regex understands.
  Needs piece() {
    const std::size_t end = end_of_piece();
    if (text_[at_] == '^' || text_[at_] == '$')
      error_ = {origin(at_), fmt::format("'{}' stands only at the {} of a pattern; here it never matches", text_[at_],
                                         text_[at_] == '^' ? "start" : "end")};
    if (text_[at_] >= 'A' && text_[at_] <= 'Z')
      error_ = {origin(at_), fmt::format("'{}' never matches: words are read in lower case", text_[at_])};
    if (text_[at_] == '[' && (end < at_ + 2 || text_[end - 1] != ']'))
      error_ = {origin(at_), "a '[' that is never closed by ']'"};
    copy_to(end);
    behind_blank_ = {false, false};
    emit(PlaceStep::some);
    return {};
  }
  // Copies the pattern's text into the regex, with groups that capture nothing.
  void copy_to(std::size_t end) {
    for (; at_ < end; ++at_) {
      regex_ += text_[at_];
      if (text_[at_] == '(' && text_.compare(at_ + 1, 2, "?:") != 0) regex_ += "?:";
      if (text_[at_] == '\\' && at_ + 1 < end) regex_ += text_[++at_];
    }
  }
  // After a set, an escape, or a run of word characters: the last of them may carry a quantifier of its own ("exams*").
  [[nodiscard]] std::size_t end_of_piece() const {
    if (text_[at_] == '\\') return std::min(at_ + 2, text_.size());
    if (text_[at_] == '[') return end_of_set();
    std::size_t end = at_;
    while (end < text_.size() && is_word_char(text_[end])) ++end;
    if (end == at_) return at_ + 1;
    const bool quantified = end < text_.size() && (is_quantifier(text_[end]) || text_[end] == '{');
    return quantified && end - at_ > 1 ? end - 1 : end;
  }
  [[nodiscard]] std::size_t end_of_set() const {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != ']') end += text_[end] == '\\' ? 2U : 1U;
    return std::min(end + 1, text_.size());
  }

  // All spellings of the word that starts at `at`: "favou?r(s|ed)?" has six, "hospitali[sz]ed" two. Moves behind it;
  // stays, and returns nothing, where it is not a whole word or has no end of spellings.
  std::vector<std::string> spellings(std::size_t& at) const {
    std::size_t end = at;
    std::vector<std::string> all = spellings_or_none(end);
    if (all.empty() || all[0].empty()) return {};
    at = end;
    return all;
  }
  // The same, where one of them may be no word at all.
  std::vector<std::string> spellings_or_none(std::size_t& at) const {
    std::size_t end = at;
    std::vector<std::string> all = spellings_of_part(text_, end, 0);
    if (end == at || !ends_word(end)) return {};
    at = end;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }
  // Up to the end of the word, or of the branch; nothing where there are too many or a regex is needed.
  static std::vector<std::string> spellings_of_part(std::string_view text, std::size_t& at, int depth) {
    constexpr std::size_t kMost = 128;
    std::vector<std::string> all{""};
    while (at < text.size() && text[at] != ' ' && text[at] != '|' && text[at] != ')' && !opens_with_blank(text, at)) {
      std::vector<std::string> piece;
      if (is_word_char(text[at]) || is_plain_mark(text[at])) {
        piece.emplace_back(1, text[at++]);
      } else if (text[at] == '\\' && at + 1 < text.size() && is_mark(text[at + 1])) {
        piece.emplace_back(1, text[at + 1]);
        at += 2;
      } else if (text[at] == '[') {
        piece = characters_of_set(text, at);
      } else if (text[at] == '(' && depth < 3) {
        at += text.compare(at, 3, "(?:") == 0 ? 3U : 1U;
        for (;; ++at) {
          const std::vector<std::string> branch = spellings_of_part(text, at, depth + 1);
          if (branch.empty() || at >= text.size() || text[at] == ' ') return {};
          piece.insert(piece.end(), branch.begin(), branch.end());
          if (text[at] == ')') break;
        }
        ++at;
      } else {
        return {};
      }
      if (at < text.size() && text[at] == '?') {
        piece.emplace_back();
        ++at;
      }
      if (at < text.size() && (is_quantifier(text[at]) || text[at] == '{')) return {};
      if (piece.empty() || all.size() * piece.size() > kMost) return {};
      std::vector<std::string> longer;
      for (const std::string& head : all) {
        for (const std::string& tail : piece) longer.push_back(head + tail);
      }
      all = std::move(longer);
    }
    return all;
  }
  // Those of "[sz]", "[0-9]", "[.,;]"; nothing where the set is of another kind. Moves behind it.
  static std::vector<std::string> characters_of_set(std::string_view text, std::size_t& at) {
    std::vector<std::string> all;
    const auto in_words = [text](std::size_t i) {
      return i < text.size() && is_word_char(text[i]) && static_cast<unsigned char>(text[i]) < 0x80;
    };
    const auto is_one = [&](std::size_t i) {
      return in_words(i) || (i < text.size() && std::string_view(".,;:!?").find(text[i]) != std::string_view::npos);
    };
    for (++at; is_one(at) && text[at] != '-'; ++at) {
      char last = text[at];
      const char first = last;
      if (in_words(at) && at + 2 < text.size() && text[at + 1] == '-' && in_words(at + 2)) last = text[at += 2];
      for (char c = first; c <= last; ++c) all.emplace_back(1, c);
    }
    if (at >= text.size() || text[at++] != ']') return {};
    return all;
  }
  // "phil[a-z]*", "[a-z]+'s", "(neur|my)[a-z]*itis": spellings, a set that repeats, spellings. Moves behind it; stays,
  // and returns nothing, where it is no such word.
  std::vector<Feature> shapes(std::size_t& at) {
    using Of = LexiconTables::Shape::Of;
    const std::string_view text = text_;
    const std::size_t set = std::min(text.find("[a-z]", at), text.find("[0-9]", at));
    constexpr std::size_t kSet = 5;
    if (set == std::string_view::npos || set + kSet >= text.size()) return {};
    const char times = text[set + kSet];
    if (times != '*' && times != '+') return {};
    std::size_t end = at;
    const std::vector<std::string> prefixes = spellings_of_part(text.substr(0, set), end, 0);
    if (end != set) return {};
    end = set + kSet + 1;
    const std::vector<std::string> suffixes = spellings_of_part(text, end, 0);
    if (!ends_word(end)) return {};
    std::vector<Feature> any;
    for (const std::string& prefix : prefixes) {
      if (prefix.empty() ? times == '*' : (prefix[0] < '0' || prefix[0] > 'z')) return {};
      for (const std::string& suffix : suffixes) {
        const Of of = text[set + 1] == 'a' ? Of::letters : Of::digits;
        any.push_back(lexicon_.add_shape({prefix, suffix, of, times == '+' ? std::uint8_t{1} : std::uint8_t{0}, 0}));
        literal_names_[any.back()] = prefix + suffix;
      }
    }
    at = end;
    return any;
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

  // A group that starts with a blank ends the word before it.
  static bool opens_with_blank(std::string_view text, std::size_t at) {
    return text.substr(at).starts_with("( ") || text.substr(at).starts_with("(?: ");
  }
  [[nodiscard]] bool ends_word(std::size_t at) const {
    while (at < text_.size()) {
      const char c = text_[at];
      if (c == ' ') return true;
      if (c == '(') return opens_with_blank(text_, at);
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
    const bool alike = inside.starts_with('~');
    // A class stands for a whole word: glued to something it does not match.
    std::size_t behind = at_;
    while (behind < text_.size() && is_quantifier(text_[behind])) ++behind;
    if (!behind_blank_.always || !ends_word(behind)) exact_ = false;
    behind_blank_ = {false, false};
    if (alike) return used_alike(inside.substr(1), open);
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

  // No byte of an annotated sentence stands for such a group.
  Needs used_alike(std::string_view name, std::size_t open) {
    names_alike_ = true;
    const std::optional<Feature> known = lexicon_.alike_of(name);
    if (!known) {
      unknown(name, "~", lexicon_.alike_names(), "group of words used alike", open);
      return {};
    }
    const std::vector<Feature> group{*known};
    regex_ += "~" + RE2::QuoteMeta(std::string(name));  // tells patterns apart; the program alone is matched
    emit_features(PlaceStep::any, group);
    return {group};
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
    behind_blank_ = {true, true};
    return {};
  }

  std::optional<Feature> class_feature(std::string_view name, std::size_t open) {
    if (const auto known = lexicon_.class_of(name)) return known;
    unknown(name, "", lexicon_.class_names(), "word class", open);
    return std::nullopt;
  }

  // `mark`: what stands before the name in the brackets.
  void unknown(std::string_view name, std::string_view mark, const std::vector<std::string>& names,
               std::string_view what, std::size_t open) {
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string near = nearest_name(name, known);
    error_ = {origin(open), fmt::format("no {} <{}{}>", what, mark, name)};
    if (!near.empty()) error_.message += fmt::format("; did you mean <{}{}>?", mark, near);
  }

  std::string_view source_;
  LexiconBuilder& lexicon_;
  std::string text_;
  std::string regex_;
  Program program_;
  bool exact_ = true;
  std::size_t at_ = 0;
  BehindBlank behind_blank_{true, true};
  bool names_alike_ = false;  // a group of words used alike
  bool bare_blank_ = false;   // a negated class stands before: its classes must not be passed over
  PatternError error_;
  std::map<Feature, std::string> literal_names_;
};

}  // namespace

bool translate_pattern(std::string_view source, const Fragments& fragments, LexiconBuilder& lexicon, Pattern& pattern,
                       PatternError& error) {
  return Translator(source, fragments, lexicon).run(pattern, error);
}

}  // namespace candor
