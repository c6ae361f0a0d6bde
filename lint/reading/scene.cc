#include "lint/reading/scene.h"

#include <algorithm>

#include "lint/reading/entry.h"
#include "lint/reading/entry_names.h"

namespace candor {
namespace {

// "on the last day of 2019": a date, and no day of the writer's.
bool is_of_the_calendar(const MarkedText& text, Span cue) {
  constexpr std::string_view kOf = " of ";
  if (!std::string_view(text.folded).substr(cue.end).starts_with(kOf)) return false;
  const auto behind = cue.end + static_cast<std::uint32_t>(kOf.size());
  return std::any_of(text.dates.begin(), text.dates.end(),
                     [&](const DateExpression& date) { return date.source.contains(behind); });
}

// "the day I started to walk again", "said goodbye to my father", "my first week on call"
bool is_of_something_else(const MarkedText& text, Span cue) {
  constexpr std::uint32_t kLead = 11;  // bytes of "before my "
  std::string_view before = text.low(bytes_before(cue.begin, kLead));
  if (before.ends_with("my ")) before.remove_suffix(std::string_view("my ").size());
  if (ends_with_any(before, {"after ", "before ", "since "})) return true;
  constexpr std::uint32_t kReach = 20;  // bytes
  const auto size = static_cast<std::uint32_t>(text.folded.size());
  const std::string_view after = std::string_view(text.folded).substr(cue.end);
  const bool verb = text.low(cue).find("i ") != std::string_view::npos;
  return (verb && after.starts_with(" to ")) ||
         starts_with_any(after, {" on call", " on night", " of night", " on duty"}) ||
         text.words.any({cue.end, std::min(size, cue.end + kReach)}, PathWord::relative);
}

// The words of the list that tell of a day of the writer's.
std::vector<Span> cues_in(const MarkedText& text, Span span, PathWord list) {
  std::vector<Span> cues;
  for (const WordHit& hit : text.words.all(span, list)) {
    if (!is_of_the_calendar(text, hit.place) && !is_of_something_else(text, hit.place)) cues.push_back(hit.place);
  }
  return cues;
}

// Bytes between two words of a cue: "handed back my Red Cross vest", "my first full ambulance shift".
constexpr std::uint32_t kInner = 24;

// "handed back | my Red Cross | vest", "cleared | the | locker"
void add_handovers(const MarkedText& text, Span span, std::vector<Span>& cues) {
  for (const WordHit& verb : text.words.all(span, PathWord::gives_back)) {
    const Span behind{verb.place.end, std::min(span.end, verb.place.end + kInner)};
    const WordHit* kit = text.words.first(behind, PathWord::kit);
    if (kit == nullptr) continue;
    const std::string_view between = text.low({behind.begin, kit->place.begin});
    const bool mine = between.starts_with(" my ") || (between.starts_with(" the ") && has_phrase(between, "my"));
    if ((mine || (between == " the " && text.low(verb.place).find(' ') != std::string_view::npos)) &&
        between.find_first_of(",;:.") == std::string_view::npos)
      cues.push_back(hull(verb.place, kit->place));
  }
}

// "my first ambulance shift", "the last lesson I gave": a day of the writer's by its number.
void add_counted_days(const MarkedText& text, Span span, std::initializer_list<std::string_view> numbers,
                      std::vector<Span>& cues) {
  for (const WordHit& day : text.words.all(span, PathWord::day_noun)) {
    const Span before{std::max(span.begin, bytes_before(day.place.begin, kInner).begin), day.place.begin};
    const std::string_view words = text.low(before);
    const bool told = std::string_view(text.folded).substr(day.place.end).starts_with(" i ");
    for (const std::string_view number : numbers) {
      const std::size_t at = words.rfind(number);
      if (at == std::string_view::npos) continue;
      const std::string_view inner = words.substr(at + number.size());
      // "my first week on call": of the week
      const bool joined = has_any_phrase(inner, {"on", "of", "in"});
      const bool own = words.substr(0, at).ends_with("my ");
      const bool of_the = told && words.substr(0, at).ends_with("the ");
      const Span cue{before.begin + static_cast<std::uint32_t>(at), day.place.end};
      if ((own || of_the) && !joined && inner.find_first_of(",;:.") == std::string_view::npos &&
          std::ranges::count(inner, ' ') <= 2 && !is_of_the_calendar(text, cue) && !is_of_something_else(text, cue))
        cues.push_back(cue);
    }
  }
}

// In one breath: "my last night as an intern was 30 June 2018".
bool stands_beside(const MarkedText& text, Span cue, Span date) {
  constexpr std::uint32_t kBreath = 80;  // bytes
  const Span between{std::min(cue.end, date.end), std::max(cue.begin, date.begin)};
  if (between.begin > between.end || between.size() > kBreath) return false;
  const std::string_view words = text.low(between);
  if (ends_with_any(words, {"; it was ", "; it was on "})) return true;
  return !has_phrase(words, "and") && words.find(';') == std::string_view::npos;
}

// "It was the end of November 2016, the first rain, and we ..."
bool goes_on(const MarkedText& text, Span next) {
  const std::string_view words = text.low(next);
  return starts_with_any(words, {"it was ", "that was ", "this was ", "the date was ", "it is "});
}

}  // namespace

bool hands_over(const MarkedText& text, Span span) {
  std::vector<Span> cues;
  add_handovers(text, span, cues);
  return !cues.empty() || text.words.any(span, PathWord::handover);
}

std::optional<Event> read_scene(const MarkedText& text, const Sentence& sentence, const Sentence* next) {
  if (text.dates_within(sentence.source).empty() && (next == nullptr || text.dates_within(next->source).empty()))
    return std::nullopt;                                                  // most sentences
  if (text.low(sentence.source).starts_with("if ")) return std::nullopt;  // "If I match, I'll be forty on that morning"
  std::vector<Span> first = cues_in(text, sentence.source, PathWord::first_time);
  std::vector<Span> last = cues_in(text, sentence.source, PathWord::last_time);
  const std::vector<Span> handover = cues_in(text, sentence.source, PathWord::handover);
  last.insert(last.end(), handover.begin(), handover.end());
  if (first.empty()) add_counted_days(text, sentence.source, {"first "}, first);
  if (last.empty()) add_counted_days(text, sentence.source, {"last ", "final "}, last);
  add_handovers(text, sentence.source, last);
  const bool arrives = first.empty() && last.empty() && text.words.any(sentence.source, PathWord::arrival);
  if (!arrives && (first.empty() == last.empty() || !text.words.any(sentence.source, PathWord::self)))
    return std::nullopt;
  if (text.words.any(sentence.source, PathWord::within_stay) || has_phrase(text.low(sentence.source), "lost"))
    return std::nullopt;  // "Three months into residency, in October, I lost my first patient"
  const DateExpression* date = arrives ? nullptr : text.only_time_in(sentence.source);
  const std::vector<Span>& cues = first.empty() ? last : first;
  if (date != nullptr &&
      std::none_of(cues.begin(), cues.end(), [&](Span cue) { return stands_beside(text, cue, date->source); }))
    return std::nullopt;
  if (date == nullptr && text.date_in(sentence.source) == nullptr && next != nullptr && next->block == sentence.block &&
      goes_on(text, next->source)) {
    date = text.only_time_in(next->source);
  }
  if (date == nullptr) return std::nullopt;
  Event event;
  if (!set_dates(*date, event)) return std::nullopt;
  event.claim = event.telling = event.done = event.scene = true;
  event.aspect = last.empty() ? Aspect::start : Aspect::end;
  event.text = text.index;
  event.source = event.whole = sentence.source;
  // "... of my year as chief, and 201 when I gave the notebook to my successor in March": what stands before is of
  // another time.
  const std::size_t before = text.low(sentence.source).find(", and ");
  if (before != std::string_view::npos && !last.empty() &&
      std::ranges::all_of(last, [&](Span cue) { return cue.begin > sentence.source.begin + before; }))
    event.source.begin = sentence.source.begin + static_cast<std::uint32_t>(before) + 2;
  const std::size_t behind = date->source.begin - sentence.source.begin;
  std::size_t stop = std::string_view::npos;
  for (const std::string_view next_step : {";", ", after ", " and drove ", " and flew ", " and moved ", " and came "})
    stop = std::min(stop, text.low(sentence.source).find(next_step, behind));
  if (stop != std::string_view::npos && sentence.source.contains(date->source.begin))
    event.source.end = sentence.source.begin + static_cast<std::uint32_t>(stop);  // what follows is told of another
  event.verb = last.empty() ? "began" : "left";
  event.pointing = text.words.any(sentence.source, PathWord::there) ||
                   (!arrives && !text.words.any(sentence.source, PathWord::organization));
  if (text.words.any(sentence.source, PathWord::graduation)) {
    event.verb = "graduated";
    event.kind = EventKind::education;
    return event;
  }
  event.kind = kind_of(text.words, sentence.source);
  return event;
}

}  // namespace candor
