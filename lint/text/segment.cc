#include "lint/text/segment.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "lint/text/abbreviations.h"

namespace candor {
namespace {

enum class CharClass : std::uint8_t { blank, lower, upper, digit, other, beyond_ascii };

constexpr std::array<CharClass, 256> kByteClass = [] {
  std::array<CharClass, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    table[c] = c >= 0x80              ? CharClass::beyond_ascii
               : c <= ' '             ? CharClass::blank
               : c >= 'a' && c <= 'z' ? CharClass::lower
               : c >= 'A' && c <= 'Z' ? CharClass::upper
               : c >= '0' && c <= '9' ? CharClass::digit
                                      : CharClass::other;
  }
  return table;
}();

CharClass byte_class(char c) { return kByteClass[static_cast<unsigned char>(c)]; }
bool is_letter(CharClass c) { return c == CharClass::lower || c == CharClass::upper; }
bool is_word_char(CharClass c) { return is_letter(c) || c == CharClass::digit; }

struct Char {
  CharClass kind;
  std::uint32_t size;  // bytes
};

Char char_beyond_ascii(std::string_view text, std::uint32_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t i = at;
  UChar32 c = 0;
  U8_NEXT_UNSAFE(bytes, i, c);
  const auto size = static_cast<std::uint32_t>(i - at);
  if (u_isupper(c)) return {CharClass::upper, size};
  if (u_isUAlphabetic(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) return {CharClass::lower, size};
  if (u_isdigit(c)) return {CharClass::digit, size};
  return {u_isUWhiteSpace(c) ? CharClass::blank : CharClass::other, size};
}

Char char_at(std::string_view text, std::uint32_t at) {
  const CharClass kind = byte_class(text[at]);
  return kind == CharClass::beyond_ascii ? char_beyond_ascii(text, at) : Char{kind, 1};
}

// Marks that need a second look.
struct Marks {
  std::vector<std::size_t> stops;  // tokens, counted from the block's first, that a sentence may end or begin at
  bool apostrophe = false;         // some apostrophe stands by itself
};

// Cuts one block's view into words, numbers and punctuation marks.
class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span view) : text_(text), at_(view.begin), end_(view.end) {}

  void run(std::vector<Token>& tokens) {
    const std::size_t first = tokens.size();
    while (at_ < end_) {
      const Char c = char_at(text_, at_);
      if (c.kind == CharClass::blank) {
        at_ += c.size;
        continue;
      }
      Token token;
      token.view.begin = at_;
      if (is_letter(c.kind) && skip_plain_word()) {
        token.capital = c.kind == CharClass::upper;
      } else if (is_word_char(c.kind)) {
        const bool has_letter = skip_word();
        token.kind = has_letter ? TokenKind::word : TokenKind::number;
        token.capital = c.kind == CharClass::upper;
        if (text_[at_ - 1] == '.') marks_.stops.push_back(tokens.size() - first);
      } else {
        token.kind = TokenKind::punctuation;
        const char mark = text_[at_];
        if (mark == '"' && !is_inch_mark()) {
          quoted_ = !quoted_;
          last_quote_ = tokens.size();
        }
        if (mark == '.' || mark == '!' || mark == '?' || c.size > 1) marks_.stops.push_back(tokens.size() - first);
        marks_.apostrophe |= mark == '\'';
        at_ += c.size;
      }
      token.view.end = at_;
      token.quoted = quoted_;
      tokens.push_back(token);
    }
    // A quotation of several paragraphs opens each and closes the last; any other mark without its partner is a slip.
    if (quoted_ && last_quote_ > first) {
      for (std::size_t i = last_quote_; i < tokens.size(); ++i) tokens[i].quoted = false;
    }
  }

  [[nodiscard]] const Marks& marks() const { return marks_; }

 private:
  // Moves over a word of ASCII letters and returns true, where nothing behind it could be part of it: most words.
  bool skip_plain_word() {
    std::uint32_t end = at_ + 1;
    while (end < end_ && is_letter(byte_class(text_[end]))) ++end;
    if (end < end_ && text_[end] != ' ') {
      const CharClass next = byte_class(text_[end]);
      if (next == CharClass::digit || next == CharClass::beyond_ascii) return false;
      if (end + 1 < end_ && text_[end + 1] != ' ') return false;  // a mark that may join two words
    }
    at_ = end;
    return true;
  }

  // What the word read so far is made of; "segments" stand between inner dots.
  struct Word {
    bool has_letter = false;
    bool dotted = false;
    bool short_segments = true;    // every segment has at most three characters: an abbreviation, not an address
    std::uint32_t segment = 0;     // where the last segment starts
    std::uint32_t characters = 0;  // of the last segment
  };

  // Moves over the word or number that starts here; true where it has a letter.
  bool skip_word() {
    Word word;
    word.segment = at_;
    do {
      skip_word_characters(word);
    } while (joins(word));
    // The last dot belongs to "U.S." and "Ph.D.".
    if (word.dotted && word.has_letter && word.short_segments && word.characters <= 3 && at_ < end_ &&
        text_[at_] == '.')
      ++at_;
    return word.has_letter;
  }

  void skip_word_characters(Word& word) {
    while (at_ < end_) {
      CharClass kind = byte_class(text_[at_]);
      std::uint32_t size = 1;
      if (kind == CharClass::beyond_ascii) {
        const Char c = char_beyond_ascii(text_, at_);
        kind = c.kind;
        size = c.size;
      }
      if (!is_word_char(kind)) return;
      word.has_letter |= kind != CharClass::digit;
      ++word.characters;
      at_ += size;
    }
  }

  // Moves over a mark that joins the word to what follows: "don't", "follow-up", "U.S", "3.5", "1,020".
  bool joins(Word& word) {
    if (at_ + 1 >= end_) return false;
    const char mark = text_[at_];
    if (mark != '.' && mark != '\'' && mark != '-' && mark != ',' && mark != '@' && mark != '&' && mark != '_')
      return false;
    const CharClass next = char_at(text_, at_ + 1).kind;
    if (!is_word_char(next)) return false;
    if (mark == ',' && (word.has_letter || next != CharClass::digit)) return false;
    if (mark == '.') {
      if (word.has_letter == (next == CharClass::digit)) return false;
      if (word.has_letter && is_missing_blank(word)) return false;
      word.short_segments &= word.characters <= 3;
      word.dotted = true;
      word.segment = at_ + 1;
      word.characters = 0;
    }
    ++at_;
    return true;
  }

  // "ended.Then" and "Dr.Singh" miss a blank; "example.com", "Ph.D" and "U.S" do not.
  [[nodiscard]] bool is_missing_blank(const Word& word) const {
    if (char_at(text_, at_ + 1).kind != CharClass::upper) return false;
    if (word.characters > 3) return true;
    if (word.characters < 2 || byte_class(text_[at_ - 1]) != CharClass::lower) return false;
    if (byte_class(text_[word.segment]) == CharClass::lower) return true;
    return at_ + 3 < end_ && char_at(text_, at_ + 2).kind == CharClass::lower &&
           char_at(text_, at_ + 3).kind == CharClass::lower;
  }

  // 5'10": closes nothing.
  [[nodiscard]] bool is_inch_mark() const {
    return !quoted_ && at_ > 0 && byte_class(text_[at_ - 1]) == CharClass::digit;
  }

  std::string_view text_;
  std::uint32_t at_;
  std::uint32_t end_;
  bool quoted_ = false;
  std::size_t last_quote_ = 0;  // the token of the last quotation mark
  Marks marks_;
};

// Marks 'such quotations' as quoted. An apostrophe opens one before a letter and after a blank, and closes it before a
// blank; "students'" closes none.
void mark_single_quotations(std::string_view text, std::span<Token> tokens) {
  const auto is_apostrophe = [&](std::size_t i) {
    return tokens[i].kind == TokenKind::punctuation && text[tokens[i].view.begin] == '\'';
  };
  const auto touches_next = [&](std::size_t i) {
    return i + 1 < tokens.size() && tokens[i].view.end == tokens[i + 1].view.begin;
  };
  const auto touches_previous = [&](std::size_t i) { return i > 0 && touches_next(i - 1); };
  const auto opens = [&](std::size_t i) {
    return is_apostrophe(i) && touches_next(i) && tokens[i + 1].kind == TokenKind::word &&
           !(touches_previous(i) && tokens[i - 1].kind != TokenKind::punctuation);
  };
  const auto closes = [&](std::size_t i) {
    if (!is_apostrophe(i) || !touches_previous(i)) return false;
    if (touches_next(i) && tokens[i + 1].kind != TokenKind::punctuation) return false;
    return tokens[i - 1].kind == TokenKind::punctuation || text[tokens[i - 1].view.end - 1] != 's';
  };
  for (std::size_t open = 0; open < tokens.size(); ++open) {
    if (!opens(open)) continue;
    std::size_t close = open + 1;
    while (close < tokens.size() && !closes(close)) {
      if (opens(close)) open = close;  // the one before was no quotation: 'Tis
      ++close;
    }
    if (close == tokens.size()) return;
    for (std::size_t i = open; i < close; ++i) tokens[i].quoted = true;
    open = close;
  }
}

// Decides where sentences end among the tokens of one block.
class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, std::string_view folded, std::span<const Token> tokens,
                   std::span<const std::size_t> stops)
      : text_(text), folded_(folded), tokens_(tokens), stops_(stops), last_word_(tokens.size()) {
    while (last_word_ > 0 && is_punctuation(last_word_ - 1)) --last_word_;
  }

  // The index after the last token of the sentence that starts at `first`. Called in order of `first`.
  [[nodiscard]] std::size_t end_of_sentence(std::size_t first) {
    const std::optional<ListMark> mark = list_mark(first_word(first));
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      if (!mark) {
        i = next_stop(i);
        if (i == tokens_.size()) break;
      }
      if (mark && i > first && starts_next_item(*mark, i)) return i;
      if (i > first && is_bullet(i)) return i;
      if (!ends_with_terminator(i)) continue;
      const std::size_t next = end_of_run(first, i);
      // Marks after the last word belong to its sentence.
      if (next >= last_word_) return tokens_.size();
      if (const std::size_t end = spaced_ellipsis(i); end > 0) {
        if (const std::size_t cut = cut_at_ellipsis(i, end); cut > 0) return cut;
        i = end - 1;
        continue;
      }
      if (is_boundary(first, i, next)) return next;
      i = next - 1;
    }
    return tokens_.size();
  }

 private:
  // "1.", "2)", "a.)" at the start of a sentence.
  struct ListMark {
    std::uint32_t value;  // 1 for "1" and for "a"
    bool digits;
    std::string_view delimiter;
    std::size_t end;  // the token after it
  };

  // The first stop from i on, or the number of tokens.
  [[nodiscard]] std::size_t next_stop(std::size_t i) {
    while (!stops_.empty() && stops_[0] < i) stops_ = stops_.subspan(1);
    return stops_.empty() ? tokens_.size() : stops_[0];
  }

  [[nodiscard]] std::string_view word(std::size_t i) const {
    return folded_.substr(tokens_[i].view.begin, tokens_[i].view.size());
  }
  [[nodiscard]] char first_byte(std::size_t i) const { return text_[tokens_[i].view.begin]; }
  [[nodiscard]] char last_byte(std::size_t i) const { return text_[tokens_[i].view.end - 1]; }
  [[nodiscard]] bool is_punctuation(std::size_t i) const { return tokens_[i].kind == TokenKind::punctuation; }
  [[nodiscard]] bool is_mark(std::size_t i, char mark) const { return is_punctuation(i) && first_byte(i) == mark; }
  [[nodiscard]] bool is_lower_word(std::size_t i) const {
    return tokens_[i].kind == TokenKind::word && !tokens_[i].capital;
  }
  [[nodiscard]] bool is_capital(std::size_t i) const {
    return tokens_[i].kind == TokenKind::word && tokens_[i].capital;
  }

  [[nodiscard]] bool is_terminator(std::size_t i) const {
    if (!is_punctuation(i)) return false;
    const char c = first_byte(i);
    return c == '.' || c == '!' || c == '?' || (c == "…"[0] && word(i) == "…");
  }
  // A terminator, or a word that took one in ("U.S.").
  [[nodiscard]] bool ends_with_terminator(std::size_t i) const {
    return is_punctuation(i) ? is_terminator(i) : last_byte(i) == '.';
  }
  [[nodiscard]] bool is_closer(std::size_t i) const {
    if (!is_punctuation(i)) return false;
    const char c = first_byte(i);
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == '*' || c == '_';
  }
  [[nodiscard]] bool is_bullet(std::size_t i) const {
    if (!is_punctuation(i) || static_cast<unsigned char>(first_byte(i)) < 0x80) return false;
    const std::string_view mark = word(i);
    return mark == "•" || mark == "⁃" || mark == "▪" || mark == "●" || mark == "◦" || mark == "‣";
  }
  // True when no blank stands before token i.
  [[nodiscard]] bool adjacent(std::size_t i) const { return i > 0 && tokens_[i].view.begin == tokens_[i - 1].view.end; }
  [[nodiscard]] bool exists(std::size_t i) const { return i < tokens_.size(); }

  // The first word or number from i on, or a mark where a few marks stand before it: no text is read twice for its
  // sake.
  [[nodiscard]] std::size_t first_word(std::size_t i) const {
    constexpr std::size_t kMostMarks = 8;
    const std::size_t limit = std::min(tokens_.size(), i + kMostMarks);
    while (i < limit && is_punctuation(i)) ++i;
    return i;
  }

  [[nodiscard]] std::optional<ListMark> list_mark(std::size_t i) const {
    if (i + 1 >= tokens_.size() || tokens_[i].view.size() > 2 || !is_punctuation(i + 1) || !adjacent(i + 1))
      return std::nullopt;
    const std::string_view label = word(i);
    ListMark mark{0, tokens_[i].kind == TokenKind::number, {}, i + 1};
    if (mark.digits) {
      for (const char c : label) {
        if (c < '0' || c > '9') return std::nullopt;
        mark.value = mark.value * 10 + static_cast<std::uint32_t>(c - '0');
      }
    } else {
      if (label.size() != 1 || label[0] < 'a' || label[0] > 'z') return std::nullopt;
      mark.value = static_cast<std::uint32_t>(label[0] - 'a') + 1;
    }
    if (is_mark(mark.end, '.')) ++mark.end;
    if (exists(mark.end) && adjacent(mark.end) && is_mark(mark.end, ')')) ++mark.end;
    if (mark.end == i + 1 || !exists(mark.end) || adjacent(mark.end)) return std::nullopt;
    mark.delimiter = text_.substr(tokens_[i].view.end, tokens_[mark.end - 1].view.end - tokens_[i].view.end);
    return mark;
  }

  // "2.)" in a sentence that starts with "1.)". "2." alone would cut "Step 2. Then".
  [[nodiscard]] bool starts_next_item(const ListMark& mark, std::size_t i) const {
    if (is_punctuation(i) || tokens_[i].view.size() > 2 || adjacent(i)) return false;
    const std::optional<ListMark> next = list_mark(i);
    return next && next->digits == mark.digits && next->value == mark.value + 1 && next->delimiter == mark.delimiter &&
           !(next->digits && next->delimiter == ".") && is_capital(next->end);
  }

  // The token after the terminators, closers and citations that go with terminator i.
  [[nodiscard]] std::size_t end_of_run(std::size_t first, std::size_t i) const {
    std::size_t next = i + 1;
    while (exists(next) && adjacent(next) && (is_terminator(next) || is_closer(next))) ++next;
    if (is_mark(first, '[')) return next;  // a list of references
    for (std::size_t end = 0; (end = end_of_citation(next)) > next;) next = end;
    return next;
  }

  // The token after "[12]", "[3, 4]" or "[...]", or `i`.
  [[nodiscard]] std::size_t end_of_citation(std::size_t i) const {
    if (!exists(i) || !is_mark(i, '[')) return i;
    std::size_t end = i + 1;
    while (exists(end) && (tokens_[end].kind == TokenKind::number || is_citation_mark(end))) ++end;
    return exists(end) && end > i + 1 && is_mark(end, ']') ? end + 1 : i;
  }
  [[nodiscard]] bool is_citation_mark(std::size_t i) const {
    return is_punctuation(i) &&
           (first_byte(i) == '.' || first_byte(i) == ',' || first_byte(i) == '-' || word(i) == "–" || word(i) == "…");
  }

  // The token after the dots of ". . ." that start at i, or 0.
  [[nodiscard]] std::size_t spaced_ellipsis(std::size_t i) const {
    std::size_t end = i;
    while (exists(end) && is_mark(end, '.') && (end == i || !adjacent(end))) ++end;
    return end - i >= 3 ? end : 0;
  }
  // Three spaced dots stand for words left out. Four also end a sentence, after the first dot where that stands at the
  // word.
  [[nodiscard]] std::size_t cut_at_ellipsis(std::size_t i, std::size_t end) const {
    if (end - i < 4 || !exists(end) || is_lower_word(end)) return 0;
    return adjacent(i) ? i + 1 : end;
  }

  // Token `end` ends with or is a terminator; `next` is the first token after it and its closers.
  [[nodiscard]] bool is_boundary(std::size_t first, std::size_t end, std::size_t next) const {
    if (const auto mark = list_mark(end > 0 ? end - 1 : end); mark && end - 1 == first_word(first)) return false;
    if (adjacent(next)) return is_missing_blank(end, next);
    if (is_punctuation(next) && !opens_sentence(next)) return false;
    const bool single = next == end + 1;
    if (!ends_like_a_period(end, next))
      return !is_lower_word(next) || (!is_closer(next - 1) && !is_name_with_mark(first, end, next));
    if (is_lower_word(next)) return single && is_plain_word_before(end);
    const bool dotted_word = !is_punctuation(end);
    if (!dotted_word && is_two_dots_alone(end, next)) return false;
    if (!dotted_word && (end == first || !adjacent(end))) return true;
    if (single && !dotted_word && (is_day_with_dot(end, next) || is_range_with_dots(end, next))) return false;
    if (!single && !dotted_word) return !(is_mark(next, '(') && is_ellipsis(end, next));  // "...", ".)"
    return is_boundary_after_word(end, next);
  }

  [[nodiscard]] bool is_boundary_after_word(std::size_t end, std::size_t next) const {
    const bool dotted_word = !is_punctuation(end);
    const std::size_t last_word = dotted_word ? end : end - 1;
    std::string_view w = word(last_word);
    if (dotted_word) w.remove_suffix(1);
    switch (abbreviation(w)) {
      case Abbreviation::before_name:
        return false;
      case Abbreviation::before_number:
        return !is_figure(next);
      case Abbreviation::anywhere:
        return starts_sentence(next);
      case Abbreviation::none:
        break;
    }
    if (dotted_word) return starts_sentence(next);
    const bool initial = w.size() == 1 && tokens_[last_word].capital && w != "i";
    if (initial) return starts_sentence(next);
    return true;
  }

  // "23", "'23"
  [[nodiscard]] bool is_figure(std::size_t at) const {
    const bool shortened = is_mark(at, '\'') || word(at) == "\u2019";
    if (shortened && (at + 1 >= tokens_.size() || !adjacent(at + 1))) return false;
    return tokens_[shortened ? at + 1 : at].kind == TokenKind::number;
  }

  // Whether the run has no '!' or '?'.
  [[nodiscard]] bool ends_like_a_period(std::size_t end, std::size_t next) const {
    for (std::size_t i = end; i < next; ++i) {
      if (is_mark(i, '!') || is_mark(i, '?')) return false;
    }
    return true;
  }
  [[nodiscard]] bool is_ellipsis(std::size_t end, std::size_t next) const {
    return word(end) == "…" || (next > end + 1 && is_mark(end, '.') && is_mark(end + 1, '.'));
  }
  // "Jeopardy! with": a name that brings its own mark.
  [[nodiscard]] bool is_name_with_mark(std::size_t first, std::size_t end, std::size_t next) const {
    return is_mark(end, '!') && next == end + 1 && end > first + 1 && tokens_[end - 1].capital && adjacent(end);
  }
  // A word that a careless writer ended a sentence with, going on in lower case. Abbreviations seldom have four
  // letters.
  [[nodiscard]] bool is_plain_word_before(std::size_t end) const {
    if (!is_mark(end, '.') || end == 0 || !adjacent(end)) return false;
    const std::string_view w = word(end - 1);
    if (tokens_[end - 1].kind == TokenKind::number) return true;
    return tokens_[end - 1].kind == TokenKind::word && w.size() > 1 && abbreviation(w) == Abbreviation::none &&
           w.find('.') == std::string_view::npos && w.find_first_of("aeiouy") != std::string_view::npos;
  }
  // "ended.Then", "ended?Then".
  [[nodiscard]] bool is_missing_blank(std::size_t end, std::size_t next) const {
    if (!is_capital(next) || is_closer(next - 1) || word(next).find('@') != std::string_view::npos) return false;
    if (end == 0 || !adjacent(end) || !is_punctuation(end)) return false;
    if (next > end + 1) return true;
    if (tokens_[end - 1].kind == TokenKind::number && is_roman_month(word(next))) return false;
    const std::string_view w = word(end - 1);
    return w.size() > 1 && !is_punctuation(end - 1) && abbreviation(w) == Abbreviation::none;
  }
  // "on 18. January 2022", "Step 1: 5. June 2021", but not "in the top 5. June 2021 was".
  [[nodiscard]] bool is_day_with_dot(std::size_t end, std::size_t next) const {
    constexpr std::array<std::string_view, 20> kMonths = {
        "january",  "february", "march",  "april",   "may",  "june", "july", "august", "september", "october",
        "november", "december", "januar", "februar", "märz", "mai",  "juni", "juli",   "oktober",   "dezember"};
    constexpr std::array<std::string_view, 9> kBefore = {"on", "the", "from", "to", "since", "until", "by", "am", "ck"};
    const auto is_number = [&](std::size_t i) { return exists(i) && tokens_[i].kind == TokenKind::number; };
    if (!is_number(end - 1) || tokens_[end - 1].view.size() > 2 || !is_number(next + 1)) return false;
    if (tokens_[next + 1].view.size() != 4 || std::ranges::find(kMonths, word(next)) == kMonths.end()) return false;
    if (end < 2) return true;
    const std::size_t lead = end - 2;
    return is_punctuation(lead) || is_number(lead) || std::ranges::find(kBefore, word(lead)) != kBefore.end();
  }
  // "2020-05 .. 2022-12"
  [[nodiscard]] bool is_two_dots_alone(std::size_t end, std::size_t next) const {
    return next == end + 2 && end > 0 && !adjacent(end) && is_mark(end, '.') && is_mark(end + 1, '.') &&
           tokens_[end - 1].kind == TokenKind::number;
  }
  // "06.2025. - 08.2025."
  [[nodiscard]] bool is_range_with_dots(std::size_t end, std::size_t next) const {
    const auto is_dotted = [&](std::size_t i) {
      return exists(i) && tokens_[i].kind == TokenKind::number && word(i).find('.') != std::string_view::npos;
    };
    return is_punctuation(next) && is_dotted(end - 1) && is_dotted(next + 1);
  }
  // "30.XI.2023"
  static bool is_roman_month(std::string_view folded) {
    return folded.substr(0, folded.find('.')).find_first_not_of("ivx") == std::string_view::npos;
  }

  // Whether a punctuation mark after a terminator can open a sentence.
  [[nodiscard]] bool opens_sentence(std::size_t i) const {
    const char c = first_byte(i);
    if (c == '-' || word(i) == "–" || word(i) == "—") {
      const std::size_t next = first_word(i);
      return exists(next) && !is_punctuation(next) && !is_lower_word(next);
    }
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == '*' || c == '#' || c == '_' || c == '$' || c == '~' ||
           static_cast<unsigned char>(c) >= 0x80;
  }
  // A word that rarely follows an abbreviation inside a sentence.
  [[nodiscard]] bool starts_sentence(std::size_t i) const { return is_capital(i) && is_sentence_starter(word(i)); }

  std::string_view text_;
  std::string_view folded_;
  std::span<const Token> tokens_;
  std::span<const std::size_t> stops_;  // those that are still to come
  std::size_t last_word_;               // the index after the last word or number
};

}  // namespace

void segment(std::string_view text, std::string_view folded, Span view, BlockKind kind, std::vector<Token>& tokens,
             std::vector<Sentence>& sentences) {
  const std::size_t base = tokens.size();
  Tokenizer tokenizer(text, view);
  tokenizer.run(tokens);
  const std::span<Token> added = std::span(tokens).subspan(base);
  if (std::none_of(added.begin(), added.end(), [](const Token& t) { return t.kind != TokenKind::punctuation; })) {
    tokens.resize(base);
    return;
  }
  if (tokenizer.marks().apostrophe) mark_single_quotations(text, added);
  if (kind == BlockKind::quotation) {
    for (Token& token : added) token.quoted = true;
  }
  const auto add_sentence = [&](std::size_t first, std::size_t last) {
    Sentence sentence;
    sentence.tokens = {static_cast<std::uint32_t>(base + first), static_cast<std::uint32_t>(base + last)};
    sentences.push_back(sentence);
  };
  if (kind == BlockKind::heading || kind == BlockKind::table_row) return add_sentence(0, added.size());
  SentenceSplitter splitter(text, folded, added, tokenizer.marks().stops);
  for (std::size_t first = 0; first < added.size();) {
    const std::size_t last = splitter.end_of_sentence(first);
    add_sentence(first, last);
    first = last;
  }
}

}  // namespace candor
