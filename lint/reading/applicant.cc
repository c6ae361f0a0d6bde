#include "lint/reading/applicant.h"

#include <algorithm>
#include <string>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = path_word_begin(text, 0); at < text.size();) {
    const std::size_t end = path_word_end(text, at);
    if (end - at > 1) words.push_back(folded_copy(text.substr(at, end - at)));
    at = path_word_begin(text, end);
  }
  std::sort(words.begin(), words.end());
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// The first two words that the one name has and the other has not, on both sides, part two people.
bool is_same_person(const std::string& a, const std::string& b) {
  const std::vector<std::string> first = words_in(a);
  const std::vector<std::string> second = words_in(b);
  std::vector<std::string> common;
  std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(common));
  return common.size() >= std::min<std::size_t>({2, first.size(), second.size()});
}

// The bytes behind the label on its line, up to the next label.
Span value_behind(const MarkedText& text, std::size_t from) {
  const std::string_view bytes = text.text.source.bytes();
  std::size_t end = std::min(bytes.find('\n', from), bytes.size());
  for (const std::string_view label :
       {"Applicant ID", "AAMC ID", "USMLE ID", "Previous", "Most Recent", "  ", "Email", "NRMP"}) {
    end = std::min(end, bytes.substr(0, end).find(label, from));
  }
  while (from < end && (bytes[from] == ' ' || bytes[from] == ':' || bytes[from] == '*')) ++from;
  while (end > from && (bytes[end - 1] == ' ' || bytes[end - 1] == '\r' || bytes[end - 1] == '*')) --end;
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)};
}

// The first place from `from` on where the label stands, or npos. It ends in a colon, which few texts have many of.
std::size_t find_label(std::string_view text, std::string_view label, std::size_t from) {
  const std::size_t before = label.size() - 1;
  for (std::size_t colon = text.find(':', from + before); colon != std::string_view::npos;
       colon = text.find(':', colon + 1)) {
    if (text.substr(colon - before, before) == label.substr(0, before)) return colon - before;
  }
  return std::string_view::npos;
}

class ApplicantReader {
 public:
  ApplicantReader(const MarkedText& text, std::vector<Applicant>& applicants)
      : text_(text), applicants_(applicants), most_(applicants.size() + kMost) {}

  void read() {
    const std::string_view low = text_.folded;
    const std::string_view bytes = text_.text.source.bytes();
    for (const std::string_view label : {"name:", "applicant:", "applicant name:", "full name:"}) {
      for (std::size_t at = find_label(low, label, 0); at < low.size(); at = find_label(low, label, at + 1)) {
        if (starts_line(bytes, at)) add_name(value_behind(text_, at + label.size()));
      }
    }
    // A capital is found sooner than a blank.
    for (std::size_t mark = bytes.find("MyERAS"); mark < bytes.size(); mark = bytes.find("MyERAS", mark + 1)) {
      if (mark == 0 || bytes[mark - 1] != ' ') continue;
      const std::size_t at = mark - 1;
      const std::size_t line = bytes.rfind('\n', at) + 1;
      if (at - line < 60) add_name({static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(at)});
    }
    for (std::size_t at = find_label(low, "aamc id:", 0); at < low.size(); at = find_label(low, "aamc id:", at + 1)) {
      const Span value = value_behind(text_, at + 8);
      const std::string_view words = text_.slice(value);
      const std::string digits(words.substr(0, words.find_first_not_of("0123456789")));
      if (digits.size() >= 6) add({text_.index, value, false, digits});
    }
  }

 private:
  static constexpr std::size_t kMost = 16;  // of one text: more tell nothing more

  static bool starts_line(std::string_view bytes, std::size_t at) {
    while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '*' || bytes[at - 1] == '-' || bytes[at - 1] == '#'))
      --at;
    return at == 0 || bytes[at - 1] == '\n';
  }
  void add_name(Span place) {
    const std::vector<std::string> words = words_in(text_.slice(place));
    if (words.size() >= 2 && words.size() < 7) add({text_.index, place, true, joined(words)});
  }
  void add(Applicant applicant) {
    if (applicants_.size() == most_) return;
    const bool known = std::any_of(applicants_.begin(), applicants_.end(), [&](const Applicant& other) {
      if (other.name != applicant.name) return false;
      return applicant.name ? is_same_person(other.folded, applicant.folded) : other.folded == applicant.folded;
    });
    if (!known) applicants_.push_back(std::move(applicant));
  }

  const MarkedText& text_;
  std::vector<Applicant>& applicants_;
  std::size_t most_;
};

// "- Born 30 September 1989", "Born in Treviso, 22 May 1993": the line's own words.
bool opens_with_birth(std::string_view line) {
  constexpr std::string_view kBorn = "born ";
  std::size_t begin = line.find_first_not_of(" -*#\t");
  // "**PERSONAL** Born": behind a title in bold letters
  if (const std::size_t bold = line.find("** "); line.starts_with("**") && bold != std::string_view::npos)
    begin = bold + 3;
  if (begin == std::string_view::npos || !line.substr(begin).starts_with(kBorn)) return false;
  const std::string_view where = line.substr(begin + kBorn.size());  // up to the date
  return where.empty() || starts_with_any(where, {"on ", "in ", "at "});
}

// "d. 03.05.1992, Rize", "b. 12 May 1990", on one of the first lines.
bool is_birth_by_letter(const MarkedText& text, const DateExpression& date, std::string_view behind) {
  constexpr std::uint32_t kFirstLines = 4;
  behind.remove_prefix(std::min(behind.find_first_not_of(" -*#\t"), behind.size()));
  return date.start.precision == Precision::day && date.start == date.end &&
         is_one_of(behind, {"b. ", "d. ", "geb. ", "né le ", "née le ", "nac. ", "nato il ", "nata il "}) &&
         text.text.source.line_at(date.source.begin) <= kFirstLines;
}

}  // namespace

std::optional<Stated> birth_in(const MarkedText& text) {
  for (const DateExpression& date : text.dates) {
    if (!date.resolved || date.kind == DateKind::duration) continue;
    const Span before = bytes_before(date.source.begin, 30);
    const std::size_t line = text.slice(before).rfind('\n') + 1;  // 0 where there is none
    const std::string_view behind = text.low(before).substr(line);
    if (has_any_phrase(behind, {"birth date", "date of birth", "dob"}) ||
        ends_with_any(behind, {"i was born in ", "i was born on ", "  born ", "birthdate: ", " born: "}) ||
        behind == "born " || behind == "born: " || is_birth_by_letter(text, date, behind) ||
        ((line > 0 || before.begin == 0) && opens_with_birth(behind))) {
      return Stated{date.start, date.start_days, date.source};
    }
  }
  return std::nullopt;
}

void add_applicants(const MarkedText& text, std::vector<Applicant>& applicants) {
  ApplicantReader(text, applicants).read();
}

}  // namespace candor
