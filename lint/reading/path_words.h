// The vocabulary of a path in medicine (rules/words/path.toml), and which of its words stand where in a text.
//
// A text is read once; then a reader asks which words of a list stand in a span of it. Everything is in the bytes of
// the text that was read, whatever its case; a phrase may run over a line break.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/source/span.h"

namespace candor {

// The lists of rules/words/path.toml. `exam`, `attempt`, `role`: the hit's value says which.
enum class PathWord : std::uint8_t {
  organization,
  organization_loose,
  place_noun,
  any_place,
  us_state,
  abroad,
  person_title,
  degree,
  medical_degree,
  master_degree,
  other_degree,
  within_degree,
  within_post,
  out_of_post,
  education,
  clinical,
  research,
  work,
  title_opener,
  part_time,
  full_time,
  distance,
  no_stay,
  each_time,
  self,
  setting,
  since_now,
  unreal,
  with_person,
  with_kin,
  yearly,
  is_called,
  visit,
  comes_next,
  training,
  no_training,
  away,
  away_reason,
  gap_title,
  relative,
  vague_length,
  no_gap,
  pause,
  denial,
  workplace,
  care,
  between,
  filling,
  resumed,
  expected,
  over,
  honour,
  paper,
  usmle_mark,
  comlex_mark,
  registration,
  provisional,
  fail,
  pass,
  below,
  sit,
  study_verb,
  act_start,
  act_arrive,
  act_end,
  act_award,
  act_whole,
  act_deed,
  act_exam,
  own_noun,
  other_actor,
  counted,
  membership,
  part_of,
  besides,
  work_verb,
  qualified,
  part_of_stay,
  within_stay,
  arranged,
  stay_verb,
  takes_me,
  there,
  first_time,
  last_time,
  handover,
  gives_back,
  kit,
  day_noun,
  arrival,
  graduation,
  generic,
  section_title,
  exam,
  exam_usmle,
  exam_comlex,
  attempt,
  role
};

// What somebody is at a place: one of these is not another of them.
enum class Role : std::uint8_t {
  none,
  assistant,
  observer,
  volunteer,
  research,
  student,
  intern,
  resident,
  teacher,
  count
};

// Of a set of roles in one number: its bit.
[[nodiscard]] constexpr std::uint32_t role_bit(Role role) { return 1U << static_cast<unsigned>(role); }

// Names of fields, in an export or at the head of a column.
enum class Field : std::uint8_t {
  none,
  organization,
  title,
  exam,
  dates,
  length,
  length_in_months,
  start,
  end,
  award,
  load,
  result,
  attempt,
  note,
  place,
  person
};

struct PathPhrase {
  std::string_view text;  // its words, with one blank between them
  PathWord list = PathWord::generic;
  std::uint8_t value = 0;
};
// Another word for a post: "internship" of an intern. Both in lower case.
struct SameRole {
  std::string_view role;
  std::string_view word;
};
struct PathLabel {
  std::string_view name;  // without blanks and marks
  Field field = Field::none;
};

// Constant data, sorted. Defined by the build (rules/compile_words.cc).
[[nodiscard]] std::span<const PathPhrase> path_phrases();
// The phrases whose first word this is, a word in lower case. They stand in a row.
[[nodiscard]] std::span<const PathPhrase> path_phrases_with(std::string_view first_word);
[[nodiscard]] std::span<const PathLabel> path_labels();
[[nodiscard]] std::span<const SameRole> same_roles();

// What field a label names, however blanks, marks and case cut it ("Da tes of Atten dance"), or none.
[[nodiscard]] Field field_named(std::string_view label);

struct WordHit {
  Span place;  // in the text that was read
  PathWord list = PathWord::generic;
  std::uint8_t value = 0;
};

// It stands within the span and names a Role, its value.
[[nodiscard]] bool names_role(const WordHit& hit, Span span);

// Which exams a text speaks of: "CK" is one only beside the USMLE, "Level 1" beside COMLEX.
struct ExamKinds {
  bool usmle = false;
  bool comlex = false;
};
// By their names as people write them, in capitals or not.
[[nodiscard]] ExamKinds exam_kinds_in(std::string_view text);

// The known words of one text. Keeps no view of it.
class WordHits {
 public:
  WordHits() = default;
  explicit WordHits(std::string_view text);
  // The same, where its lower_copy() is at hand. `beside`: what the application's other texts speak of.
  WordHits(std::string_view text, std::string_view low, ExamKinds beside = {});

  // The first word of the list that lies within the span; nullptr where none does.
  [[nodiscard]] const WordHit* first(Span span, PathWord list) const;
  [[nodiscard]] bool any(Span span, PathWord list) const { return first(span, list) != nullptr; }
  // All that lie within the span, of every list, in order of their begin.
  [[nodiscard]] std::span<const WordHit> within(Span span) const;
  [[nodiscard]] std::vector<WordHit> all(Span span, PathWord list) const;
  // A word of the list begins right behind the place, or ends right before it; one mark stands between.
  [[nodiscard]] bool follows(std::uint32_t place, PathWord list) const;
  [[nodiscard]] bool leads(std::uint32_t place, PathWord list) const;
  // The roles that are named within the span, a role_bit() each.
  [[nodiscard]] std::uint32_t roles(Span span) const;

 private:
  static constexpr std::uint32_t kStretch = 64;  // bytes

  // The first that begins there or later.
  [[nodiscard]] std::vector<WordHit>::const_iterator from(std::uint32_t place) const;

  std::vector<WordHit> hits_;  // by their begin
  std::vector<std::uint32_t>
      firsts_;  // by stretch of the text: the first hit that begins there or later; of few, empty
};

// Lower case for ASCII; line breaks and tabs become blanks.
[[nodiscard]] std::string lower_copy(std::string_view text);
// The same, as names compare, since people write "Mérida" and "Merida": letters lose their marks, and a word that has
// grown shorter is filled up with blanks, so that all others stay where they are.
[[nodiscard]] std::string folded_copy(std::string_view text);
// folded_copy() with one blank between words and none at the ends.
[[nodiscard]] std::string folded_name(std::string_view name);
// The role that a title opens with, up to its first comma, bracket or semicolon, as folded_name() has it.
[[nodiscard]] inline std::string folded_role(std::string_view title) {
  return folded_name(title.substr(0, title.find_first_of(",(;")));
}
// An organization's name up to its first comma or bracket, as folded_name() has it.
[[nodiscard]] inline std::string folded_organization(std::string_view organization) {
  return folded_name(organization.substr(0, organization.find_first_of(",(")));
}
// The first place at or after `from` where the phrase stands between word boundaries, or npos.
[[nodiscard]] std::size_t find_phrase(std::string_view folded, std::string_view phrase, std::size_t from = 0);
[[nodiscard]] inline bool has_phrase(std::string_view folded, std::string_view phrase) {
  return find_phrase(folded, phrase) != std::string_view::npos;
}
// Whether any of a list stands in the text between word boundaries, opens the text, ends it. The list is a range of
// what converts to std::string_view, or in braces: `has_any_phrase(low, {"my leave", "on leave"})`.
template <typename Phrases = std::initializer_list<std::string_view>>
[[nodiscard]] bool has_any_phrase(std::string_view folded, const Phrases& phrases) {
  return std::ranges::any_of(phrases, [&](std::string_view phrase) { return has_phrase(folded, phrase); });
}
template <typename Words = std::initializer_list<std::string_view>>
[[nodiscard]] bool starts_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}
template <typename Words = std::initializer_list<std::string_view>>
[[nodiscard]] bool ends_with_any(std::string_view text, const Words& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.ends_with(word); });
}

// The roles that a title names, a role_bit() each.
[[nodiscard]] inline std::uint32_t roles_in(std::string_view title) { return WordHits(title).roles(whole_of(title)); }

// A capital at that byte, or a letter beyond ASCII, whose case is not asked for.
[[nodiscard]] inline bool is_capital_at(std::string_view written, std::size_t at) {
  return at < written.size() &&
         ((written[at] >= 'A' && written[at] <= 'Z') || static_cast<unsigned char>(written[at]) >= 0xC3);
}
// Whether the words have the name with a capital. `written`: as the text has them; `folded`: their folded_copy().
[[nodiscard]] bool says_name(std::string_view written, std::string_view folded, std::string_view name);

// Whether two lists of words, or of names, have one in common.
[[nodiscard]] inline bool share_a_word(std::span<const std::string> a, std::span<const std::string> b) {
  return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
}

// The telling words of a name, in order, each once: all but the generic ones and numbers.
[[nodiscard]] std::vector<std::string> telling_words(std::string_view folded);
// "MGH" for "Mercy General Hospital": the capitals of a name's words, up to a comma or bracket.
[[nodiscard]] std::string initials_of(std::string_view name);

}  // namespace candor
