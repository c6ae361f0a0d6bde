#include "lint/check/still_held.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "lint/check/named_entries.h"

namespace candor {
namespace {

// Where the words say that the writer works somewhere at the time of writing: "I still work", "I am currently a"; empty
// where they do not.
Span present_work(Span sentence, std::string_view low) {
  constexpr std::array<std::string_view, 6> kNow = {"i still ",   "i am still ",     "i now ",
                                                    "i am now a", "i am currently ", "i currently "};
  constexpr std::array<std::string_view, 17> kWorks = {
      "work",   "teach",  "serve",     "volunteer",  "coordinate", "practice",   "practise", "tutor",   "give",
      "scribe", "assist", "interpret", "a resident", "a research", "a clinical", "a member", "employed"};
  for (std::size_t self = find_phrase(low, "i"); self != std::string_view::npos;
       self = find_phrase(low, "i", self + 1)) {
    const std::string_view told = low.substr(self);
    const auto now = std::ranges::find_if(kNow, [&](std::string_view words) { return told.starts_with(words); });
    if (now == kNow.end()) continue;
    const std::string_view behind = told.substr(now->size());
    const auto work = std::ranges::find_if(kWorks, [&](std::string_view word) { return behind.starts_with(word); });
    if (work == kWorks.end()) continue;
    const std::string_view rest = behind.substr(work->size());
    if (!now->starts_with("i am") && !rest.starts_with(' ')) continue;  // not "I still worked"
    const auto at = [&](std::size_t place) { return sentence.begin + static_cast<std::uint32_t>(place); };
    return {at(self), at(self + now->size() + work->size())};
  }
  return {};
}

// "at the College of the Marshall Islands", where no other entry is.
bool names_its_place(const Timeline& timeline, const MarkedText& text, Span told, const Event& post) {
  const auto named = [&](const std::string& name) { return says_name(text.slice(told), text.low(told), name); };
  const bool all = !post.names.empty() && std::ranges::all_of(post.names, named);
  return all && std::ranges::none_of(timeline.entries(), [&](const Event& other) {
           return &other != &post && share_a_word(other.names, post.names);
         });
}

// Till the next mark: what the verb is of.
Span clause_from(const MarkedText& text, Span verb, Span sentence) {
  const std::string_view behind = text.low({verb.begin, sentence.end});
  const std::size_t stop = std::min(behind.find_first_of(",;:("), behind.size());
  return {verb.begin, verb.begin + static_cast<std::uint32_t>(stop)};
}

void check(DateFaults& faults, const MarkedText& text, const Sentence& sentence) {
  constexpr int kRoleAndName = 5;
  const std::string_view low = text.low(sentence.source);
  const Span verb = present_work(sentence.source, low);
  if (verb.empty() || faults.timeline().is_in_an_entry(text.index, sentence.source)) return;
  const Span told = clause_from(text, verb, sentence.source);
  const std::vector<const Event*> named = named_in(faults.timeline(), text, told);
  if (named.size() != 1 || !text.dates_within(told).empty()) return;
  const Event& post = *named.front();
  if (naming_weight(text, told, post) < kRoleAndName && !names_its_place(faults.timeline(), text, told, post)) return;
  const bool stays_on = std::ranges::any_of(faults.timeline().entries(), [&](const Event& other) {
    return other.to_present && (share_a_word(other.names, post.names) || other.title == post.title);
  });
  if (post.to_present || !post.end || stays_on || post.kind == EventKind::education || faults.is_faulty(post) ||
      post.end->days.last + DateFaults::kLongOver >= faults.as_of())
    return;
  Event claim;
  claim.text = text.index;
  faults.contradict(claim, faults.words(claim, verb), told, post);
}

}  // namespace

void check_still_held(DateFaults& faults) {
  if (faults.timeline().entries().empty()) return;
  for (const MarkedText& text : faults.timeline().texts) {
    for (const Sentence& sentence : text.text.document.sentences()) check(faults, text, sentence);
  }
}

}  // namespace candor
