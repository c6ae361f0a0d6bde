#include "lint/reading/scene.h"

#include <algorithm>

#include "lint/reading/entry.h"
#include "lint/reading/entry_names.h"

namespace candor {
namespace {

bool speaks_of_self(const MarkedText& text, Span span) {
  const std::string_view words = text.low(span);
  return has_phrase(words, "i") || has_phrase(words, "my") || has_phrase(words, "me");
}

// The one date to the month or season in the span; nullptr where there is none or another.
const DateExpression* only_date_in(const MarkedText& text, Span span) {
  const DateExpression* found = nullptr;
  const IndexRange range = text.dates_within(span);
  for (std::uint32_t d = range.first; d < range.last; ++d) {
    const DateExpression& date = text.dates[d];
    if (date.kind == DateKind::duration) continue;
    if (found != nullptr) return nullptr;
    found = &date;
  }
  const bool fine = found != nullptr && found->resolved && found->anchor == DateAnchor::none && !found->open_start &&
                    !found->open_end && found->start == found->end && found->precision() >= Precision::season;
  return fine ? found : nullptr;
}

// In one breath: "my last night as an intern was 30 June 2018".
bool stands_beside(const MarkedText& text, Span cue, Span date) {
  constexpr std::uint32_t kBreath = 80;  // bytes
  const Span between{std::min(cue.end, date.end), std::max(cue.begin, date.begin)};
  if (between.begin > between.end || between.size() > kBreath) return false;
  const std::string_view words = text.low(between);
  if (words.ends_with("; it was ") || words.ends_with("; it was on ")) return true;
  return !has_phrase(words, "and") && words.find(';') == std::string_view::npos;
}

// "It was the end of November 2016, the first rain, and we ..."
bool goes_on(const MarkedText& text, Span next) {
  const std::string_view words = text.low(next);
  return words.starts_with("it was ") || words.starts_with("that was ") || words.starts_with("this was ") ||
         words.starts_with("the date was ") || words.starts_with("it is ");
}

}  // namespace

std::optional<Event> read_scene(const MarkedText& text, const Sentence& sentence, const Sentence* next) {
  const WordHit* first = text.words.first(sentence.source, PathWord::first_time);
  const WordHit* last = text.words.first(sentence.source, PathWord::last_time);
  if ((first == nullptr) == (last == nullptr) || !speaks_of_self(text, sentence.source)) return std::nullopt;
  const DateExpression* date = only_date_in(text, sentence.source);
  if (date != nullptr && !stands_beside(text, (first != nullptr ? first : last)->place, date->source))
    return std::nullopt;
  if (date == nullptr && text.date_in(sentence.source) == nullptr && next != nullptr && next->block == sentence.block &&
      goes_on(text, next->source)) {
    date = only_date_in(text, next->source);
  }
  if (date == nullptr) return std::nullopt;
  Event event;
  if (!set_dates(*date, event)) return std::nullopt;
  event.claim = event.telling = event.done = true;
  event.aspect = first != nullptr ? Aspect::start : Aspect::end;
  event.text = text.index;
  event.source = event.whole = sentence.source;
  event.title = first != nullptr ? "began" : "left";
  if (text.words.any(sentence.source, PathWord::graduation)) {
    event.title = "graduated";
    event.kind = EventKind::education;
    return event;
  }
  event.kind = kind_of(text.words, sentence.source);
  return event;
}

}  // namespace candor
