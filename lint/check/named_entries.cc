#include "lint/check/named_entries.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "lint/reading/path_tokens.h"
#include "lint/reading/path_words.h"

namespace candor {
namespace {

// "the stroke registry" of "Miami-Dade Stroke Registry"
std::string last_two_words(std::string_view organization) {
  const std::string name = folded_name(organization.substr(0, organization.find_first_of(",(")));
  const std::size_t last = name.rfind(' ');
  if (last == std::string::npos || last == 0) return {};
  const std::size_t first = name.rfind(' ', last - 1);
  return first == std::string::npos ? std::string() : name.substr(first + 1);
}

// "quit scribing" of a scribe
bool names_its_work(std::string_view folded, std::string_view title) {
  constexpr std::size_t kStem = 5;  // letters
  const std::string_view head = title.substr(title.rfind(' ') + 1);
  const std::size_t at = head.size() < kStem ? std::string_view::npos : folded.find(head.substr(0, kStem));
  return at != std::string_view::npos && at > 0 && folded[at - 1] == ' ' &&
         folded.substr(at, folded.find(' ', at) - at).ends_with("ing");
}

// "the Fresno Fair": something else of that town.
bool leads_another_name(std::string_view written, std::string_view folded, const std::string& town,
                        const Event& entry) {
  const std::size_t at = find_phrase(folded, town);
  if (at == std::string_view::npos) return false;
  const std::size_t next = at + town.size() + 1;
  if (next >= written.size() || written[next - 1] != ' ' || written[next] < 'A' || written[next] > 'Z') return false;
  const std::string word(folded.substr(next, path_word_end(folded, next) - next));
  const auto is_one = [&](const std::string& name) { return name == word; };
  return std::ranges::none_of(entry.names, is_one) && std::ranges::none_of(entry.places, is_one) &&
         !has_phrase(folded_copy(entry.organization), word);
}

}  // namespace

int naming_weight(const MarkedText& text, Span span, const Event& entry) {
  constexpr std::size_t kTelling = 4;  // letters
  const std::string_view written = text.slice(span);
  const std::string_view folded = text.low(span);
  const auto named = [&](const std::string& word) {
    return word.size() >= kTelling && says_name(written, folded, word);
  };
  int weight = 0;
  if (std::any_of(entry.names.begin(), entry.names.end(), named)) weight += 3;
  if (std::ranges::any_of(entry.places, [&](const std::string& town) {
        return named(town) && !leads_another_name(written, folded, town, entry);
      }))
    weight += 2;
  const std::string initials = initials_of(entry.organization.substr(0, entry.organization.find_first_of(",(")));
  if (weight < 3 && initials.size() > 2 && find_phrase(written, initials) != std::string_view::npos) weight += 3;
  const std::string kind = last_two_words(entry.organization);
  if (!kind.empty() && has_phrase(folded, kind)) weight += 3;
  const bool degree = (entry.master_degree && text.words.any(span, PathWord::master_degree)) ||
                      (entry.medical_degree && text.words.any(span, PathWord::medical_degree));
  if (degree) weight += 3;
  const std::string title = folded_role(entry.title);
  const std::size_t service = find_phrase(title, "service");  // "community service officer"
  const bool serves =
      service != std::string::npos && service > 1 && has_phrase(folded, std::string_view(title).substr(0, service + 7));
  if ((title.size() > 2 && has_phrase(folded, title)) || serves)
    weight += 3;
  else if ((roles_in(entry.title) & text.words.roles(span)) != 0 || names_its_work(folded, title))
    weight += 2;
  return weight;
}

bool is_sitting_of(const Event& entry, const WordHit& exam, const Sitting& told) {
  return entry.kind == EventKind::exam && entry.sitting.exam == static_cast<Exam>(exam.value) && entry.start &&
         !entry.expected && entry.start->date.has_month() &&
         (told.result == ExamResult::unstated || entry.sitting.result == ExamResult::unstated ||
          told.result == entry.sitting.result);
}

std::vector<const Event*> named_in(const Timeline& timeline, const MarkedText& text, Span span) {
  std::vector<const Event*> found;
  int most = 2;
  for (const Event& entry : timeline.entries()) {
    if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.paper || entry.point || !entry.start ||
        entry.expected)
      continue;
    const int weight = naming_weight(text, span, entry);
    if (weight < most) continue;
    if (weight > most) found.clear();
    most = weight;
    found.push_back(&entry);
  }
  return found;
}

}  // namespace candor
