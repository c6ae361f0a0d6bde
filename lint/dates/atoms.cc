#include "lint/dates/atoms.h"

#include <algorithm>

namespace candor {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus, arrow, ellipsis; '~' joins ranges too.
char plain_mark(std::string_view mark) {
  if (mark == "\u2010" || mark == "\u2011" || mark == "\u2012" || mark == "\u2013" || mark == "\u2014" ||
      mark == "\u2212" || mark == "\u2192" || mark == "\u2026") {
    return '-';
  }
  if (mark.size() > 1) return 0;
  return mark[0];
}

// Cuts the view of one token into atoms.
class TokenCutter {
 public:
  TokenCutter(const Document& document, std::uint32_t index, bool glued, std::vector<Atom>& atoms)
      : document_(document),
        token_(document.tokens()[index]),
        index_(index),
        glued_(glued),
        atoms_(atoms),
        text_(document.folded(token_.view)) {}

  void cut() {
    if (token_.kind == TokenKind::punctuation) return add_mark(text_.size());
    while (at_ < text_.size()) {
      if (is_digit(text_[at_]))
        cut_number();
      else if (is_letter(text_[at_]))
        cut_word();
      else
        add_mark(1);
    }
  }

 private:
  Atom& add(Lex lex, std::size_t size) {
    Atom& atom = atoms_.emplace_back();
    atom.lex = lex;
    atom.token = index_;
    atom.view.begin = token_.view.begin + static_cast<std::uint32_t>(at_);
    atom.view.end = atom.view.begin + static_cast<std::uint32_t>(size);
    atom.glued = glued_;
    const std::string_view shown = document_.view(atom.view);
    atom.capital = at_ == 0 ? token_.capital : is_upper(shown[0]);
    atom.all_capitals = shown.size() > 1 && std::ranges::all_of(shown, is_upper);
    at_ += size;
    glued_ = true;
    return atom;
  }

  void add_mark(std::size_t size) {
    const char mark = plain_mark(text_.substr(at_, size));
    add(Lex::mark, size).mark = mark == '_' ? '-' : mark;
    if (mark != ',') return;
    // "Step 1,2021-11-18,224": the next cell of a row
    const std::uint32_t behind_year = token_.view.begin + static_cast<std::uint32_t>(at_) + 4;
    const bool year_next = run(at_, is_digit) == 4 && document_.view({behind_year, behind_year + 1}) == "-";
    const std::size_t atoms = atoms_.size();
    const bool behind_date = atoms > 4 && is_date_mark(atoms_[atoms - 3]) && is_date_mark(atoms_[atoms - 5]);
    if (year_next || behind_date) glued_ = false;
  }
  static bool is_date_mark(const Atom& atom) { return atom.mark == '-' || atom.mark == '/'; }

  [[nodiscard]] std::size_t run(std::size_t from, bool (*holds)(char)) const {
    std::size_t end = from;
    while (end < text_.size() && holds(text_[end])) ++end;
    return end - from;
  }

  void cut_number() {
    const std::size_t digits = run(at_, is_digit);
    if (cut_grouped(digits) || cut_decimal(digits)) return;
    const std::int32_t value = value_of(at_, digits);
    const std::string_view rest = text_.substr(at_ + digits);
    const std::size_t letters = run(at_ + digits, is_letter);
    const std::string_view suffix = rest.substr(0, letters);
    if (digits <= 2 && (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th")) {
      add(Lex::ordinal, digits + 2).value = value;
      return;
    }
    const bool round = value % 10 == 0 && (digits == 2 || digits == 4);
    if (round && (suffix == "s" || rest == "'s")) {
      add(Lex::decade, digits + (suffix == "s" ? 1 : 2)).value = value;
      return;
    }
    Atom& atom = add(Lex::number, digits);
    atom.value = value;
    atom.digits = static_cast<std::uint8_t>(std::min<std::size_t>(digits, 100));
    if (rest == "'s") at_ += 2;
    if (is_merged(at_)) glued_ = false;
  }

  // "4,250.75" and "1,020" are amounts, one atom that no date holds.
  bool cut_grouped(std::size_t digits) {
    std::size_t end = at_ + digits;
    if (end >= text_.size() || text_[end] != ',') return false;
    if (glued_ && !atoms_.empty() && is_date_mark(atoms_.back())) return false;  // "OET,2023-09-16,350"
    while (end < text_.size() && text_[end] == ',') {
      if (run(end + 1, is_digit) != 3) return false;
      end += 4;
    }
    if (end < text_.size() && text_[end] == '.') end += 1 + run(end + 1, is_digit);
    add(Lex::other, end - at_);
    return true;
  }

  // "1.5" is a decimal; "2018.4" and "04.2018" may be a month and "11.30.1998" a day, so they stay in pieces.
  bool cut_decimal(std::size_t digits) {
    const std::size_t dot = at_ + digits;
    if (dot + 1 >= text_.size() || text_[dot] != '.' || !is_digit(text_[dot + 1])) return false;
    const std::size_t fraction = run(dot + 1, is_digit);
    const std::size_t end = dot + 1 + fraction;
    const bool second_dot = end + 1 < text_.size() && text_[end] == '.' && is_digit(text_[end + 1]);
    const bool dotted_before = at_ > 0 && text_[at_ - 1] == '.';
    const std::int32_t year = fraction == 4 && digits <= 2 ? value_of(dot + 1, fraction) : 0;
    if (digits == 4 || (year > 1950 && year < 2050) || second_dot || dotted_before) return false;
    const std::int32_t whole = value_of(at_, digits);
    const std::int32_t hundredths = value_of(dot + 1, std::min<std::size_t>(fraction, 2)) * (fraction == 1 ? 10 : 1);
    add(Lex::decimal, end - at_).value = std::min(whole, 100'000) * 100 + hundredths;
    return true;
  }

  // "2018Daily", "PresentDaily": merged columns of a PDF, two words without a blank.
  [[nodiscard]] bool is_merged(std::size_t at) const {
    const std::string_view shown = document_.view(token_.view);
    if (at < 4 || at + 1 >= shown.size() || !is_upper(shown[at]) || !is_letter(shown[at + 1])) return false;
    return is_digit(shown[at - 1]) ||
           (is_letter(shown[at - 1]) && is_letter(shown[at - 2]) && is_letter(shown[at - 3]));
  }

  void cut_word() {
    std::size_t letters = run(at_, is_letter);
    for (std::size_t i = 1; i < letters; ++i) {
      if (!is_merged(at_ + i)) continue;
      cut_letters(i);
      glued_ = false;
      return;
    }
    cut_letters(letters);
  }

  void cut_letters(std::size_t letters) {
    // "u.s." and "e.g" stay whole.
    while (at_ + letters < text_.size() && text_[at_ + letters] == '.') {
      letters += 1 + run(at_ + letters + 1, is_letter);
    }
    const bool digit_next = at_ + letters < text_.size() && is_digit(text_[at_ + letters]);
    const DateWord* word = find_date_word(text_.substr(at_, letters));
    if (digit_next && !(word != nullptr && takes_digit(word->lex))) {
      add(Lex::other, text_.size() - at_);  // "a4", "h1n1", "b12"
      return;
    }
    const std::string_view rest = text_.substr(at_ + letters);
    if (text_.substr(at_) == "aujourd'hui") {
      add(Lex::present, text_.size() - at_);
      return;
    }
    if (opens_french_month(rest, letters)) {
      add(Lex::from, letters + 1);
      glued_ = false;
      return;
    }
    if (!rest.empty() && rest[0] == '\'' && rest != "'s") {
      add(Lex::other, text_.size() - at_);  // "I'll", "don't"
      return;
    }
    Atom& atom = add(Lex::other, letters);
    if (word != nullptr) {
      atom.lex = word->lex;
      atom.value = word->value;
      atom.doubt = word->doubt;
    }
    if (rest == "'s") at_ += 2;
  }

  // "d'octobre 2018"
  [[nodiscard]] bool opens_french_month(std::string_view rest, std::size_t letters) const {
    if (letters != 1 || text_[at_] != 'd' || !rest.starts_with('\'')) return false;
    const DateWord* month = find_date_word(rest.substr(1));
    return month != nullptr && month->lex == Lex::month;
  }

  // Words that a number may be written onto: "Q3", "PGY2", "MS3", "FY19", "Jul2021".
  static bool takes_digit(Lex lex) {
    return lex == Lex::q || lex == Lex::h || lex == Lex::pgy || lex == Lex::medical_school ||
           lex == Lex::academic_short || lex == Lex::graduation_year || lex == Lex::month;
  }

  [[nodiscard]] std::int32_t value_of(std::size_t from, std::size_t digits) const {
    constexpr std::int32_t kTooLarge = 99'999'999;
    std::int32_t value = 0;
    for (std::size_t i = from; i < from + digits; ++i) {
      if (value > kTooLarge / 10) return kTooLarge;
      value = value * 10 + (text_[i] - '0');
    }
    return value;
  }

  const Document& document_;
  const Token& token_;
  std::uint32_t index_;
  bool glued_;
  std::vector<Atom>& atoms_;
  std::string_view text_;
  std::size_t at_ = 0;
};

// "jul 2019 - ago 2021": before a year and behind no length it is agosto.
void read_spanish_august(std::vector<Atom>& atoms) {
  constexpr std::int32_t kAugust = 8;
  for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
    const Atom& year = atoms[i + 1];
    if (atoms[i].lex != Lex::ago || year.lex != Lex::number || year.digits != 4 ||
        (i > 0 && atoms[i - 1].lex != Lex::mark))
      continue;
    atoms[i].lex = Lex::month;
    atoms[i].value = kAugust;
  }
}

// "2020-05 .. 2022-12"
void read_two_dots(std::vector<Atom>& atoms) {
  for (std::size_t i = 0; i + 2 < atoms.size(); ++i) {
    const bool two = atoms[i].mark == '.' && atoms[i + 1].mark == '.' && atoms[i + 1].glued && !atoms[i].glued;
    if (!two || atoms[i + 2].glued) continue;
    atoms[i].mark = '-';
    atoms[i].view.end = atoms[i + 1].view.end;
    atoms.erase(atoms.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
}

bool starts_date(std::string_view folded) {
  if (!may_start_date(folded)) return false;
  const DateWord* word = find_date_word(folded);
  return word != nullptr && word->starts;
}

// A word with inner marks counts when one of its parts does: "mid-November", "year's".
bool has_digit_or_starts_date(std::string_view folded) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    if (is_digit(folded[i])) return true;
    if (folded[i] != '-' && folded[i] != '\'') continue;
    if (starts_date(folded.substr(begin, i - begin))) return true;
    begin = i + 1;
  }
  return starts_date(folded.substr(begin));
}

}  // namespace

bool may_hold_date(const Document& document, const Sentence& sentence) {
  return std::ranges::any_of(document.tokens(sentence), [&](const Token& token) {
    switch (token.kind) {
      case TokenKind::number:
        return true;
      case TokenKind::punctuation:
        return false;
      case TokenKind::word:
        break;
    }
    return has_digit_or_starts_date(document.folded(token.view));
  });
}

void append_atoms(const Document& document, const Sentence& sentence, std::vector<Atom>& atoms) {
  std::uint32_t previous_end = 0;
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& token = document.tokens()[i];
    const bool glued = i > sentence.tokens.first && token.view.begin == previous_end;
    previous_end = token.view.end;
    TokenCutter(document, i, glued, atoms).cut();
  }
  read_spanish_august(atoms);
  read_two_dots(atoms);
}

}  // namespace candor
