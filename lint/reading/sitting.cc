#include "lint/reading/sitting.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "lint/reading/clause.h"

namespace candor {
namespace {

// Words before or behind an exam that make it something else's.
constexpr std::array<std::string_view, 20> kLeadsBeside = {
    " no ",      "without a ", "without my ", "without ",    "missing ", "mock ",       "practice ",
    "before ",   "before my ", "before the ", " about ",     "talk on ", "lecture on ", "class on ",
    "notes on ", "notes for ", "course for ", "started on ", "what ",    "turned to "};
constexpr std::array<std::string_view, 10> kFollowsBeside = {
    " notes", " course", " practice", " mock", " prep", " preparation", " class", " books", " questions", " taught"};
// What comes of an exam some weeks later, and how one learns of it.
constexpr std::array<std::string_view, 6> kOutcomes = {" result", " score", " failure", " report", " fail ", " pass "};
constexpr std::array<std::string_view, 14> kOutcomeComes = {"received", "came",   "arrived",  "opened",  "heard",
                                                            "reached",  "told",   "learned",  "learnt",  "saw",
                                                            "had my",   "posted", "released", "returned"};

// What came to nothing.
constexpr std::array<std::string_view, 9> kNeverSat = {"did not take", "did not sit",     "did not write",
                                                       "wanted to",    "hoped to",        "was to",
                                                       "was due to",   "was supposed to", "never sat"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word_byte(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

struct Score {
  int value = 0;
  Span place;
};

// In order; see sitting_in.
std::vector<Score> scores_in(const MarkedText& text, Span span) {
  const std::string_view low = text.low(span);
  const auto digit = [&](std::size_t at) { return at < low.size() && is_digit(low[at]); };
  const auto dates = text.dates_in(span);
  std::vector<Score> scores;
  for (std::size_t i = 0; i + 3 <= low.size(); ++i) {
    if (!digit(i)) continue;
    const bool alone = i == 0 || !(is_word_byte(low[i - 1]) || low[i - 1] == '.' || low[i - 1] == '/');
    const bool three =
        digit(i + 1) && digit(i + 2) && !digit(i + 3) && !(i + 3 < low.size() && is_word_byte(low[i + 3]));
    const auto at = span.begin + static_cast<std::uint32_t>(i);
    const bool in_date =
        std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.contains(at); });
    const std::string_view next = low.substr(std::min(low.size(), i + 3));
    const bool counts = starts_with_any(next, {" questions", " hours", " cases", " patients", " pages"});
    if (alone && three && !in_date && !counts)
      scores.push_back({(low[i] - '0') * 100 + (low[i + 1] - '0') * 10 + (low[i + 2] - '0'), {at, at + 3}});
    while (digit(i + 1)) ++i;
  }
  return scores;
}

// " on the " between a number and the exam that it is of.
bool leads_on(std::string_view between) {
  return between == " on " || between == " in " || between == " for " || between == " at " || between == " on the " ||
         between == " in the ";
}

// "under the passing line", "two points short of a pass": the mark was not reached.
bool stands_below(const MarkedText& text, Span span, Span pass) {
  constexpr std::uint32_t kReach = 30;  // bytes
  const Span before{std::max(span.begin, bytes_before(pass.begin, kReach).begin), pass.begin};
  const std::vector<WordHit> below = text.words.all(before, PathWord::below);
  return !below.empty() && text.low({below.back().place.end, pass.begin}).find_first_of(",;:.") == std::string::npos;
}

// "June 2023. Passed eight months later", "May 2021, passed on the second attempt": where such words begin behind the
// date of a sitting that was no pass, then.
std::optional<std::uint32_t> passed_later_at(const MarkedText& text, Span span) {
  constexpr std::uint32_t kReach = 48;  // bytes
  const DateExpression* date = text.date_in(span);
  if (date == nullptr) return std::nullopt;
  for (const WordHit& pass : text.words.all({date->source.end, span.end}, PathWord::pass)) {
    const std::string_view between = text.low({date->source.end, pass.place.begin});
    if (text.low(pass.place) != "passed" || between.find_first_of(".;,") == std::string_view::npos) continue;
    const std::uint32_t end = std::min({span.end, pass.place.end + kReach});
    const std::string_view behind = text.low({pass.place.end, end});
    const std::string_view words = behind.substr(0, behind.find_first_of(".;("));
    if (has_any_phrase(words, {"later", "second", "third", "next", "retake", "afterwards", "after that"}))
      return pass.place.begin;
  }
  return std::nullopt;
}

// "244 in Step 2 CK", where the exam's name stands behind what is read.
bool is_of_an_exam_behind(const MarkedText& text, const Score& score, std::uint32_t end) {
  constexpr std::uint32_t kReach = 16;  // bytes
  const auto size = static_cast<std::uint32_t>(text.folded.size());
  const WordHit* exam = text.words.first({score.place.end, std::min(size, score.place.end + kReach)}, PathWord::exam);
  return exam != nullptr && exam->place.begin >= end &&
         is_one_of(text.low({score.place.end, exam->place.begin}), {" in ", " on ", " for ", " in my ", " on my "});
}

// "wearing shoes for the first time | in months"
bool is_after_long(std::string_view behind) {
  constexpr std::array<std::string_view, 4> kLong = {" in days", " in weeks", " in months", " in years"};
  return starts_with_any(behind, kLong);
}

}  // namespace

ExamResult result_in(const MarkedText& text, Span span) {
  if (text.low(span).find("pass/fail") != std::string_view::npos) return ExamResult::unstated;
  const auto follows = [&](const WordHit& hit, std::initializer_list<std::string_view> words) {
    const std::string_view before =
        text.low({std::max(span.begin, bytes_before(hit.place.begin, 9).begin), hit.place.begin});
    return std::ranges::any_of(words, [&](std::string_view word) {
      return before.ends_with(word) && (before.size() == word.size() || before[before.size() - word.size() - 1] == ' ');
    });
  };
  for (const WordHit& fail : text.words.all(span, PathWord::fail)) {
    if (!follows(fail, {"no ", "never ", "without ", "not ", "after my ", "since my "})) return ExamResult::fail;
  }
  for (const WordHit& pass : text.words.all(span, PathWord::pass)) {
    if (follows(pass, {"to "})) continue;  // "210, with 214 to pass"
    if (follows(pass, {"not a ", "no ", "almost ", "nearly ", "without ", "but a "})) return ExamResult::fail;
    return stands_below(text, span, pass.place) ? ExamResult::fail : ExamResult::pass;
  }
  return ExamResult::unstated;
}

int attempt_in(const MarkedText& text, Span span) {
  for (const WordHit& hit : text.words.all(span, PathWord::attempt)) {
    if (is_after_long(std::string_view(text.folded).substr(hit.place.end))) continue;
    if (text.low(hit.place).find('(') != std::string_view::npos) continue;  // "one attempt (5 March 2024)"
    // A bare figure counts only as "#2".
    const bool bare = hit.place.size() == 1;
    if (!bare || (hit.place.begin > span.begin && text.folded[hit.place.begin - 1] == '#')) return hit.value;
  }
  return 0;
}

int score_in(const MarkedText& text, Span span) {
  for (const Score& score : scores_in(text, span)) {
    if (!is_of_an_exam_behind(text, score, span.end)) return score.value;
  }
  return 0;
}

int score_of(const MarkedText& text, Span span, Span exam) {
  const std::vector<WordHit> named = text.words.all(span, PathWord::exam);
  for (const Score& score : scores_in(text, span)) {
    const auto next = std::find_if(named.begin(), named.end(),
                                   [&](const WordHit& hit) { return hit.place.begin > score.place.begin; });
    const bool leads =
        next != named.end() && (next == named.begin() || leads_on(text.low({score.place.end, next->place.begin})));
    if (!leads && next == named.begin()) continue;
    if ((leads ? next : next - 1)->place == exam) return score.value;
  }
  return 0;
}

Sitting sitting_in(const MarkedText& text, Span span) {
  if (const auto later = passed_later_at(text, span)) {
    Sitting sitting = sitting_in(text, {span.begin, *later});
    if (sitting.result == ExamResult::unstated) sitting.result = ExamResult::fail;
    return sitting;
  }
  Sitting sitting;
  if (const WordHit* exam = text.words.first(span, PathWord::exam)) sitting.exam = static_cast<Exam>(exam->value);
  sitting.attempt = attempt_in(text, span);
  sitting.result = result_in(text, span);
  const bool both = text.words.any(span, PathWord::fail) && text.words.any(span, PathWord::pass);
  if (!both || sitting.result == ExamResult::unstated) sitting.score = score_in(text, span);  // else of one of the two
  return sitting;
}

bool is_beside_a_sitting(const MarkedText& text, Span clause, Span name) {
  const std::string_view low = text.low(clause);
  const std::string_view before = text.low({clause.begin, std::max(clause.begin, name.begin)});
  const auto words_behind = std::string_view(text.folded).substr(name.end);
  if (ends_with_any(before, kLeadsBeside) || starts_with_any(words_behind, kFollowsBeside)) return true;
  if (before.ends_with("with ") && words_behind.starts_with(" behind")) return true;
  if (starts_with_any(words_behind, kOutcomes) && has_any_phrase(low, kOutcomeComes)) return true;
  return has_any_phrase(before, kNeverSat);
}

}  // namespace candor
