#include "lint/reading/path_words.h"

#include <algorithm>
#include <array>

#include "lint/reading/path_tokens.h"
#include "lint/reading/plain_letters.h"

namespace candor {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// One blank, hyphen, stop or bracket may stand between the words of a phrase, and one line break with the indent behind
// it; no comma, and no stop that ends a sentence.
bool joins(std::string_view text, std::size_t from, std::size_t to) {
  const std::string_view between = text.substr(from, to - from);
  if (between.size() > 1 && from > 2 && between[0] == '.' && (between[1] == ' ' || between[1] == '\n')) {
    const bool initial = !is_path_word_byte(text, from - 2);
    if (!initial) return false;
  }
  int breaks = 0;
  int hyphens = 0;
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '\n') ++breaks;
    if (c == '-') ++hyphens;
    if (c == ',' || c == ';' || c == '|' || c == '?' || c == '!' || c == '"') return false;
    if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t mark = wide_mark_at(between, i);
      const bool apostrophe = mark == 3 && between[i + 2] == '\x99';
      if (!apostrophe && between[i] != '\xC2') return false;
      i += mark - 1;
    }
  }
  return breaks < 2 && (hyphens == 0 || between.size() == 1) && between.size() < 12;
}

class HitReader {
 public:
  HitReader(std::string_view text, std::string_view folded, ExamKinds beside, std::vector<WordHit>& hits)
      : text_(text), folded_(folded), beside_(beside), hits_(hits) {}

  void read() {
    for (std::size_t at = path_word_begin(text_, 0); at < text_.size();) {
      const std::size_t end = path_word_end(text_, at);
      read_word(at, end);
      at = path_word_begin(text_, end);
    }
    keep_exams_of_their_kind();
  }

 private:
  void read_word(std::size_t at, std::size_t end) {
    const auto phrases = path_phrases_with(folded_.substr(at, end - at));
    if (phrases.empty()) return;
    const std::size_t next = path_word_begin(text_, end);
    for (const PathPhrase& phrase : phrases) {
      const std::size_t stop = match(phrase, end - at, end, next);
      if (stop > 0 && !is_title_above(at, stop)) add(phrase, at, stop);
    }
  }

  // The end of the phrase whose first `matched` bytes end at `end`, or 0. `next`: where the next word begins.
  [[nodiscard]] std::size_t match(const PathPhrase& phrase, std::size_t matched, std::size_t end,
                                  std::size_t next) const {
    while (matched < phrase.text.size()) {
      const std::size_t from = matched + 1;
      if (next == text_.size() || folded_[next] != phrase.text[from]) return 0;  // nearly always
      matched = std::min(phrase.text.find(' ', from), phrase.text.size());
      const std::string_view wanted = phrase.text.substr(from, matched - from);
      if (!folded_.substr(next).starts_with(wanted) || path_word_end(text_, next) != next + wanted.size() ||
          !joins(text_, end, next))
        return 0;
      end = next + wanted.size();
      next = path_word_begin(text_, end);
    }
    return end;
  }

  // "COMLEX-USA" on a line of its own, and "Level 1" that opens the next: two things.
  [[nodiscard]] bool is_title_above(std::size_t begin, std::size_t end) const {
    const std::size_t line_end = text_.substr(begin, end - begin).find('\n');
    if (line_end == std::string_view::npos) return false;
    const std::size_t line = text_.substr(0, begin).rfind('\n') + 1;  // 0 where there is none
    return text_.substr(line, begin - line).find_first_not_of(" \t#*") == std::string_view::npos;
  }

  // Of one list the longest phrase holds: "step 2 ck" before "step 2". Hits come in order of their begin, so that no
  // earlier one of a list reaches farther than its last.
  void add(const PathPhrase& phrase, std::size_t begin, std::size_t end) {
    constexpr std::size_t kReach = 64;  // bytes
    const Span place{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::uint32_t& last = last_[static_cast<std::size_t>(phrase.list)];
    if (last > 0 && hits_[last - 1].place.begin + kReach > begin) {
      WordHit& hit = hits_[last - 1];
      if (hit.place.contains(place)) return;
      if (place.contains(hit.place)) {
        hit.place = place;
        hit.value = phrase.value;
        return;
      }
    }
    hits_.push_back({place, phrase.list, phrase.value});
    last = static_cast<std::uint32_t>(hits_.size());
  }

  // "CK" and "Level 1" are exams only in a text that speaks of the USMLE or of COMLEX.
  void keep_exams_of_their_kind() {
    const auto speaks_of = [&](PathWord mark) {
      return std::any_of(hits_.begin(), hits_.end(), [&](const WordHit& hit) { return hit.list == mark; });
    };
    const bool usmle = beside_.usmle || speaks_of(PathWord::usmle_mark);
    const bool comlex = beside_.comlex || speaks_of(PathWord::comlex_mark);
    std::vector<Span> named;
    for (const WordHit& hit : hits_) {
      if (hit.list == PathWord::exam) named.push_back(hit.place);
    }
    std::erase_if(hits_, [&](const WordHit& hit) {
      if (hit.list != PathWord::exam_usmle && hit.list != PathWord::exam_comlex) return false;
      if (!(hit.list == PathWord::exam_usmle ? usmle : comlex)) return true;
      // The last that begins before its end: those of one list do not hold one another.
      const auto behind = std::ranges::lower_bound(named, hit.place.end, {}, &Span::begin);
      return behind != named.begin() && std::prev(behind)->overlaps(hit.place);
    });
    for (WordHit& hit : hits_) {
      if (hit.list == PathWord::exam_usmle || hit.list == PathWord::exam_comlex) hit.list = PathWord::exam;
    }
  }

  std::string_view text_;
  std::string_view folded_;
  ExamKinds beside_;
  std::vector<WordHit>& hits_;
  std::array<std::uint32_t, static_cast<std::size_t>(PathWord::role) + 1> last_{};  // by list: its last hit and one
};

bool word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80 || c == '\'';
}

// By byte: how rare it is in English, 0 for the blank.
constexpr auto kRarity = [] {
  std::array<std::uint8_t, 256> rarity{};
  rarity.fill(0xFF);
  constexpr std::string_view kCommonFirst = " etaoinshrdlcumwfgypbvkjxqz";
  for (std::size_t i = 0; i < kCommonFirst.size(); ++i)
    rarity[static_cast<unsigned char>(kCommonFirst[i])] = static_cast<std::uint8_t>(i);
  return rarity;
}();

// Where the rarest of the phrase's first bytes stands: a search for it stops seldom.
std::size_t rarest_in(std::string_view phrase) {
  constexpr std::size_t kEnough = 6;
  std::size_t rarest = 0;
  std::uint8_t most = 0;
  for (std::size_t i = 0; i < std::min(phrase.size(), kEnough); ++i) {
    const std::uint8_t rarity = kRarity[static_cast<unsigned char>(phrase[i])];
    if (rarity <= most) continue;
    most = rarity;
    rarest = i;
  }
  return rarest;
}

bool is_generic_word(std::string_view word) {
  return std::ranges::any_of(path_phrases_with(word), [&](const PathPhrase& phrase) {
    return phrase.text == word && phrase.list == PathWord::generic;
  });
}

}  // namespace

Field field_named(std::string_view label) {
  std::string name;
  for (const char c : label) {
    if (c != ' ' && c != '\t' && c != '*' && c != '_' && c != '.') name += lower(c);
  }
  const auto find = [](std::string_view wanted) {
    const auto labels = path_labels();
    const auto at = std::lower_bound(labels.begin(), labels.end(), wanted,
                                     [](const PathLabel& l, std::string_view n) { return l.name < n; });
    return at != labels.end() && at->name == wanted ? at->field : Field::none;
  };
  if (starts_with_any(name, {"degreeconferred", "degreeawarded"})) return Field::award;  // "... by the board"
  const Field field = find(name);
  // "Experience 2"
  const std::size_t numbered = name.find_last_not_of("0123456789") + 1;
  if (field == Field::none && numbered > 0 && numbered < name.size())
    return find(std::string_view(name).substr(0, numbered));
  const std::size_t bracket = name.find('(');  // "Birth date (from the form)", "Título (Degree date)"
  if (field != Field::none || bracket == std::string::npos) return field;
  const Field before = find(std::string_view(name).substr(0, bracket));
  const std::size_t close = name.find(')', bracket);
  if (before != Field::none || close == std::string::npos) return before;
  return find(std::string_view(name).substr(bracket + 1, close - bracket - 1));
}

WordHits::WordHits(std::string_view text) : WordHits(text, lower_copy(text)) {}

ExamKinds exam_kinds_in(std::string_view text) {
  const auto has = [&](std::string_view word) { return text.find(word) != std::string_view::npos; };
  return {has("USMLE") || has("usmle"), has("COMLEX") || has("Comlex") || has("comlex")};
}

WordHits::WordHits(std::string_view text, std::string_view low, ExamKinds beside) {
  HitReader(text, low, beside, hits_).read();
  constexpr std::size_t kFew = 16;
  if (hits_.size() <= kFew) return;
  firsts_.reserve(text.size() / kStretch + 1);
  for (std::uint32_t hit = 0, at = 0; at < text.size(); at += kStretch) {
    while (hit < hits_.size() && hits_[hit].place.begin < at) ++hit;
    firsts_.push_back(hit);
  }
}

std::vector<WordHit>::const_iterator WordHits::from(std::uint32_t place) const {
  auto first = hits_.begin();
  if (!firsts_.empty()) first += firsts_[std::min<std::size_t>(place / kStretch, firsts_.size() - 1)];
  while (first != hits_.end() && first->place.begin < place) ++first;
  return first;
}

std::span<const WordHit> WordHits::within(Span span) const {
  const auto first = from(span.begin);
  auto last = first;
  while (last != hits_.end() && last->place.begin < span.end) ++last;
  return {first, last};
}

const WordHit* WordHits::first(Span span, PathWord list) const {
  for (auto hit = from(span.begin); hit != hits_.end() && hit->place.begin < span.end; ++hit) {
    if (hit->list == list && hit->place.end <= span.end) return &*hit;
  }
  return nullptr;
}

bool WordHits::follows(std::uint32_t place, PathWord list) const {
  const auto hits = within({place + 1, place + 2});
  return std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) { return hit.list == list; });
}

bool WordHits::leads(std::uint32_t place, PathWord list) const {
  constexpr std::uint32_t kReach = 12;  // bytes: the longest phrase that is asked for
  const auto hits = within(bytes_before(place, kReach));
  return std::any_of(hits.begin(), hits.end(),
                     [&](const WordHit& hit) { return hit.list == list && hit.place.end + 1 == place; });
}

bool names_role(const WordHit& hit, Span span) {
  return hit.list == PathWord::role && hit.value != static_cast<std::uint8_t>(Role::none) && hit.place.end <= span.end;
}

std::uint32_t WordHits::roles(Span span) const {
  std::uint32_t roles = 0;
  for (const WordHit& hit : within(span)) {
    if (names_role(hit, span)) roles |= 1U << hit.value;
  }
  return roles;
}

std::vector<WordHit> WordHits::all(Span span, PathWord list) const {
  std::vector<WordHit> found;
  for (const WordHit& hit : within(span)) {
    if (hit.list == list && hit.place.end <= span.end) found.push_back(hit);
  }
  return found;
}

std::string lower_copy(std::string_view text) {
  std::string low(text);
  for (char& c : low) {
    c = lower(c);
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return low;
}

std::string folded_copy(std::string_view text) {
  std::string folded = lower_copy(text);
  const auto next_beyond_ascii = [&](std::size_t from) {
    return static_cast<std::size_t>(std::find_if(folded.begin() + static_cast<std::ptrdiff_t>(from), folded.end(),
                                                 [](char c) { return static_cast<unsigned char>(c) >= 0x80; }) -
                                    folded.begin());
  };
  for (std::size_t at = next_beyond_ascii(0); at < folded.size(); at = next_beyond_ascii(at)) {
    if (const std::size_t mark = wide_mark_at(folded, at); mark > 0) {
      at += mark;
      continue;
    }
    std::size_t begin = at;
    while (begin > 0 && is_path_word_byte(folded, begin - 1)) --begin;
    const std::size_t end = path_word_end(folded, begin);
    const std::string plain = plain_letters(std::string_view(folded).substr(begin, end - begin));
    folded.replace(begin, end - begin, plain + std::string(end - begin - plain.size(), ' '));
    at = std::max(end, at + 1);
  }
  return folded;
}

bool says_name(std::string_view written, std::string_view folded, std::string_view name) {
  for (std::size_t at = find_phrase(folded, name); at != std::string_view::npos;
       at = find_phrase(folded, name, at + 1)) {
    if (is_capital_at(written, at)) return true;
  }
  return false;
}

std::string folded_name(std::string_view name) {
  std::string out;
  for (const char c : folded_copy(name)) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t find_phrase(std::string_view folded, std::string_view phrase, std::size_t from) {
  if (phrase.empty() || folded.size() < phrase.size()) return std::string_view::npos;
  const std::size_t telling = rarest_in(phrase);
  const std::string_view places = folded.substr(0, folded.size() - phrase.size() + telling + 1);  // of its rarest byte
  for (std::size_t at = places.find(phrase[telling], from + telling); at != std::string_view::npos;
       at = places.find(phrase[telling], at + 1)) {
    const std::size_t begin = at - telling;
    if (folded[begin] != phrase.front() || folded.compare(begin, phrase.size(), phrase) != 0) continue;
    const std::size_t end = begin + phrase.size();
    const bool apart = begin == 0 || !word_byte(folded[begin - 1]) || !word_byte(phrase.front());
    if (apart && (end == folded.size() || !word_byte(folded[end]) || !word_byte(phrase.back()))) return begin;
  }
  return std::string_view::npos;
}

std::vector<std::string> telling_words(std::string_view folded) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < folded.size();) {
    if (!word_byte(folded[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < folded.size() &&
           (word_byte(folded[end]) || (folded[end] == '-' && end + 1 < folded.size() && word_byte(folded[end + 1]))))
      ++end;
    std::string word(folded.substr(i, end - i));
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    const bool dash = word.starts_with("\xE2\x80");
    const bool number = dash || std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (word.size() > 1 && !number && !is_generic_word(word) &&
        std::find(words.begin(), words.end(), word) == words.end()) {
      words.push_back(std::move(word));
    }
    i = end;
  }
  return words;
}

std::string initials_of(std::string_view name) {
  std::string initials;
  bool at_word = true;
  for (const char c : name) {
    if (c == ',' || c == '(') break;
    if (at_word && c >= 'A' && c <= 'Z') initials += c;
    at_word = c == ' ' || c == '-' || c == '\'';
  }
  return initials;
}

}  // namespace candor
