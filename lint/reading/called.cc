#include "lint/reading/called.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lint/reading/clause.h"

namespace candor {
namespace {

std::string up_to(std::string_view text, std::string_view marks) {
  std::string out(text.substr(0, text.find_first_of(marks)));
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// "the regional hospital" of "kharkiv regional hospital"; empty where the last word is no common one.
std::string kind_of_place_in(std::string_view organization) {
  const std::size_t last = organization.rfind(' ');
  if (last == std::string_view::npos || last == 0) return {};
  const std::size_t before = organization.rfind(' ', last - 1);
  const std::string_view words = before == std::string_view::npos ? organization : organization.substr(before + 1);
  // "family medicine" is none.
  const WordHits hits(words);
  const auto all = hits.within(whole_of(words));
  const bool place = std::any_of(all.begin(), all.end(), [&](const WordHit& hit) {
    return hit.place.end == words.size() &&
           (hit.list == PathWord::organization || hit.list == PathWord::organization_loose);
  });
  if (!place) return {};
  return telling_words(words).empty() ? "the " + std::string(words) : std::string();
}

// Words of what the role is about, a blank and their first letters each: " surge". A field in the place of a name,
// "Research Associate, Toxicology", tells it too.
std::vector<std::string> subjects_of(const Event& entry) {
  constexpr std::size_t kStem = 5;
  std::vector<std::string> subjects;
  constexpr std::array<std::string_view, 6> kFields = {"logy", "ics", "iatry", "gery", "icine", "thesia"};
  const std::string first = up_to(entry.organization, ",(");
  const bool field = first.find(' ') == std::string::npos && ends_with_any(first, kFields);
  const std::string words = field ? entry.title + ", " + first : entry.title;
  const WordHits roles(words);
  const std::string title = folded_copy(words);
  for (std::size_t at = path_word_begin(title, 0); at < title.size();) {
    const std::size_t end = path_word_end(title, at);
    const Span here{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    const bool role = roles.any(here, PathWord::clinical) || roles.any(here, PathWord::work) ||
                      roles.any(here, PathWord::training) || roles.any(here, PathWord::research) ||
                      roles.any(here, PathWord::education);
    const std::string_view word = std::string_view(title).substr(at, end - at);
    if (!role && word.size() >= kStem && !word.starts_with("medic") && word != "general")
      subjects.push_back(" " + std::string(word.substr(0, kStem)));
    at = path_word_begin(title, end);
  }
  return subjects;
}

// "community service", "national service": a kind of post that has a name of two words.
std::string service_in(std::string_view role) {
  const std::size_t service = find_phrase(role, "service");
  if (service == std::string_view::npos || service < 2) return {};
  const std::size_t before = role.substr(0, service - 1).rfind(' ');
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return std::string(role.substr(begin, service + std::string_view("service").size() - begin));
}

// "internship" and "intern year" of an intern.
std::vector<std::string_view> same_role(std::string_view role) {
  std::vector<std::string_view> words;
  for (const SameRole& same : same_roles()) {
    if (has_phrase(role, same.role)) words.push_back(same.word);
  }
  return words;
}

EntryNames names_of(const Event& entry) {
  EntryNames names;
  const std::string first = up_to(entry.organization, ",(");
  names.all = folded_name(entry.organization + " | " + entry.place + " | " + entry.title);
  names.organization = folded_name(first);
  if (names.organization.starts_with("the ")) names.organization.erase(0, 4);
  const std::string initials = initials_of(first);
  if (initials.size() >= 3) names.abbreviations.push_back(initials);
  const std::size_t open = entry.organization.find('(');
  const std::size_t close = entry.organization.find(')', open == std::string::npos ? 0 : open);
  if (open != std::string::npos && close != std::string::npos && close - open < 12 && close - open > 2) {
    names.abbreviations.push_back(entry.organization.substr(open + 1, close - open - 1));
  }
  for (std::size_t at = 0; at < first.size();) {  // "UAB Division of Pulmonary Medicine", "KEM Hospital"
    const std::size_t end = std::min(first.find(' ', at), first.size());
    const std::string word = first.substr(at, end - at);
    const bool upper =
        word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (upper && first.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
      names.abbreviations.push_back(word);
    at = end + 1;
  }
  names.kind_of_place = kind_of_place_in(names.organization);
  const std::string title = entry.title.substr(0, entry.title.find(" / "));  // "Doctor to the Barrio / Health Officer"
  names.role = folded_name(up_to(title, ",(;"));
  names.role_initials = initials_of(entry.title);
  names.same_role = same_role(names.role + " | " + names.organization);
  names.service = service_in(names.role);
  names.short_role = "as a " + names.role.substr(0, names.role.rfind(' '));
  if (const std::size_t comma = title.find(", "); comma != std::string::npos) {
    const std::string unit = folded_name(up_to(title.substr(comma + 2), ",(;"));
    names.role_of_unit = unit + ' ' + names.role.substr(names.role.rfind(' ') + 1);
  }
  names.roles = roles_in(entry.title);
  names.subjects = subjects_of(entry);
  return names;
}

// Lays the names of all entries side by side.
class EntryCaller {
 public:
  explicit EntryCaller(const Timeline& timeline) : timeline_(timeline) {
    for (const Event& entry : timeline.entries())
      heads_.push_back(folded_name(timeline.texts[entry.text].slice(entry.source)));
  }

  std::vector<EntryNames> read() {
    for (const Event& entry : timeline_.entries()) names_.push_back(names_of(entry));
    std::vector<EntryNames*> common;  // another entry's place is of the same kind
    for (EntryNames& names : names_) {
      if (!names.kind_of_place.empty() && std::any_of(names_.begin(), names_.end(), [&](const EntryNames& other) {
            return other.organization != names.organization && other.kind_of_place == names.kind_of_place;
          }))
        common.push_back(&names);
    }
    for (EntryNames* names : common) names->kind_of_place.clear();
    for (EntryNames& names : names_) {
      if (std::count_if(names_.begin(), names_.end(),
                        [&](const EntryNames& other) { return other.service == names.service; }) > 1)
        names.service.clear();
    }
    const auto serves = [](const EntryNames& names) { return !names.service.empty(); };
    if (std::ranges::count_if(names_, serves) == 1) std::ranges::find_if(names_, serves)->is_the_service = true;
    for (EntryNames& names : names_) {
      names.only_of_its_kind = !names.kind_of_place.empty() && names.kind_of_place.find(' ', 4) != std::string::npos &&
                               std::none_of(names_.begin(), names_.end(), [&](const EntryNames& other) {
                                 return other.organization != names.organization &&
                                        has_phrase(other.organization, names.kind_of_place.substr(4));
                               });
    }
    for (EntryNames& names : names_) {
      names.is_a_kind =
          names.organization.find(' ') != std::string::npos &&
          std::none_of(names_.begin(), names_.end(), [&](const EntryNames& other) {
            return other.organization != names.organization && has_phrase(other.organization, names.organization);
          });
    }
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) names_[e].units = units_of(e);
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      std::erase_if(names_[e].units, [&](const std::string& unit) { return is_unit_elsewhere(unit, e); });
      for (const std::string& word : timeline_.events[e].names) {
        if (word.size() > 4 && !is_elsewhere(word, e)) names_[e].own_words.push_back(word);
      }
      names_[e].named_by_place = is_named_by_place(e);
      names_[e].first_words = first_words_of(e);
      names_[e].head = head_of(e);
      names_[e].tail = tail_of(e);
    }
    return std::move(names_);
  }

 private:
  [[nodiscard]] std::string head_of(std::uint32_t e) const {
    constexpr std::size_t kTelling = 5;  // letters
    const std::string& role = names_[e].role;
    std::string head = role.substr(role.rfind(' ') + 1);
    const auto others = std::count_if(names_.begin(), names_.end(),
                                      [&](const EntryNames& other) { return has_phrase(other.role, head); });
    const WordHits hits(head);
    const Span all = whole_of(head);
    const bool role_word = hits.any(all, PathWord::clinical) || hits.any(all, PathWord::work);
    return head.size() < kTelling || others > 1 || !role_word ? std::string() : head;
  }
  [[nodiscard]] std::string tail_of(std::uint32_t e) const {
    const std::string& role = names_[e].role;
    const std::size_t last = role.rfind(' ');
    const std::size_t before = last == std::string::npos || last == 0 ? last : role.rfind(' ', last - 1);
    if (before == std::string::npos) return {};
    std::string tail = role.substr(before + 1);
    const std::string_view lead = std::string_view(role).substr(0, before);  // "fellow in cardiac surgery" has no tail
    if (ends_with_any(lead, {" in", " of", " for"}) ||
        is_one_of(tail.substr(0, tail.find(' ')), {"in", "of", "for", "and", "at", "the"}))
      return {};
    const auto others =
        std::ranges::count_if(names_, [&](const EntryNames& other) { return has_phrase(other.all, tail); });
    return others > 1 ? std::string() : tail;
  }
  [[nodiscard]] std::uint64_t first_words_of(std::uint32_t e) const {
    const EntryNames& names = names_[e];
    std::uint64_t bits = WordBits::bit_of(names.organization);
    for (const std::string& unit : names.units) bits |= WordBits::bit_of(unit);
    if (!names.kind_of_place.empty()) bits |= WordBits::bit_of(std::string_view(names.kind_of_place).substr(4));
    for (const std::string& name : names.abbreviations) bits |= WordBits::bit_of(folded_copy(name));
    for (const std::string& name : timeline_.events[e].names) bits |= WordBits::bit_of(name);
    for (const std::string& name : timeline_.events[e].places) bits |= WordBits::bit_of(name);
    return bits;
  }
  // "Research Assistant, Digital Slide Group", at a university: two words and more with capitals that end in a word for
  // an organization, and are not of its name.
  [[nodiscard]] std::vector<std::string> units_of(std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    const MarkedText& text = timeline_.texts[entry.text];
    std::vector<std::string> units;
    if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.kind == EventKind::education)
      return units;
    for (const WordHit& hit : text.words.within(entry.source)) {
      if (hit.list != PathWord::organization && hit.list != PathWord::organization_loose) continue;
      if (hit.place.end > entry.source.end || is_letter_behind(text, hit.place.end))
        continue;  // "Community Service Officer"
      const std::string_view head = text.slice({entry.source.begin, hit.place.end});
      std::size_t begin = hit.place.begin - entry.source.begin;
      std::size_t words = is_capital_at(head, begin) ? 1 : 0;
      while (words > 0 && words < 4 && begin > 1 && head[begin - 1] == ' ') {
        const std::size_t blank = head.find_last_of(" \n\t*_|,;:(", begin - 2);
        const std::size_t before = blank == std::string_view::npos ? 0 : blank + 1;
        if (before + 1 >= begin || !is_capital_at(head, before) || !is_path_word_byte(head, begin - 2)) break;
        begin = before;
        ++words;
      }
      if (words < 2) continue;
      std::string unit = folded_name(head.substr(begin));
      if (!has_phrase(names_[e].organization, unit) && !has_phrase(unit, names_[e].organization))
        units.push_back(std::move(unit));
    }
    return units;
  }
  static bool is_letter_behind(const MarkedText& text, std::uint32_t end) {
    const std::string_view bytes = text.text.source.bytes();
    return end + 1 < bytes.size() && bytes[end] == ' ' && is_path_word_byte(bytes, end + 1);
  }
  [[nodiscard]] bool is_unit_elsewhere(const std::string& unit, std::uint32_t e) const {
    for (std::uint32_t other = 0; other < timeline_.entry_count; ++other) {
      if (other != e && has_phrase(heads_[other], unit)) return true;
    }
    return false;
  }
  // Another entry has the word in its name, or any entry in its place.
  [[nodiscard]] bool is_elsewhere(const std::string& word, std::uint32_t e) const {
    for (std::uint32_t other = 0; other < timeline_.entry_count; ++other) {
      const Event& entry = timeline_.events[other];
      const auto has = [&](const std::vector<std::string>& words) {
        return std::find(words.begin(), words.end(), word) != words.end();
      };
      const bool same = names_[other].organization == names_[e].organization;  // two posts at one place
      if (has(entry.places) || (!same && has(entry.names))) return true;
    }
    return false;
  }
  // A city where another entry is too: "Santa Clara".
  [[nodiscard]] bool is_named_by_place(std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    if (entry.names.empty() || entry.names.size() > 2) return false;
    const WordHits hits(entry.organization);
    const Span all = whole_of(entry.organization);
    if (hits.any(all, PathWord::organization) || hits.any(all, PathWord::organization_loose)) return false;
    for (std::uint32_t other = 0; other < timeline_.entry_count; ++other) {
      const std::vector<std::string>& places = timeline_.events[other].places;
      const std::vector<std::string>& names = timeline_.events[other].names;
      const auto has = [&](const std::vector<std::string>& words) {
        return std::find(words.begin(), words.end(), entry.names.front()) != words.end();
      };
      if (other != e && (has(places) || (has(names) && names_[other].organization != names_[e].organization)))
        return true;  // "Christchurch" beside "Christchurch Hospital"
    }
    return false;
  }

  const Timeline& timeline_;
  std::vector<EntryNames> names_;
  std::vector<std::string> heads_;  // folded
};

}  // namespace

std::vector<EntryNames> names_of_entries(const Timeline& timeline) { return EntryCaller(timeline).read(); }

bool names_it(const ClaimWords& words, std::string_view name) {
  return words.bits.may_have(WordBits::bit_of(name)) && says_name(words.written, words.folded, name);
}

TieReason name_tie(const Event& entry, const EntryNames& names, const ClaimWords& words) {
  if (!words.bits.may_have(names.first_words)) return TieReason::none;
  for (const std::string& abbreviation : names.abbreviations) {
    if (find_phrase(words.written, abbreviation) != std::string_view::npos) return TieReason::abbreviation;
  }
  const bool long_name = names.organization.find(' ') != std::string::npos ||
                         (!entry.names.empty() && names.organization == entry.names.front());
  if (names.organization.size() > 3 && long_name && names_it(words, names.organization)) return TieReason::name;
  if (!entry.names.empty()) {
    const bool all = std::all_of(entry.names.begin(), entry.names.end(),
                                 [&](const std::string& word) { return names_it(words, word); });
    if (all) return entry.names.size() > 1 ? TieReason::name : TieReason::part_of_name;
    if (entry.names.front().size() > 3 && names_it(words, entry.names.front())) return TieReason::part_of_name;
    if (std::any_of(names.own_words.begin(), names.own_words.end(),
                    [&](const std::string& word) { return names_it(words, word); }))
      return TieReason::part_of_name;
  }
  if (std::ranges::any_of(names.units, [&](const std::string& unit) { return words.says(unit); }))
    return TieReason::part_of_name;
  if (names.is_a_kind && (words.says("a " + names.organization) || words.says("the " + names.organization)))
    return TieReason::part_of_name;
  if (!names.kind_of_place.empty() && words.says(std::string_view(names.kind_of_place).substr(4)) &&
      (words.says(names.kind_of_place) || words.says("that" + names.kind_of_place.substr(3))))
    return TieReason::part_of_name;
  if (names.only_of_its_kind && words.says("a" + names.kind_of_place.substr(3)))
    return TieReason::part_of_name;  // "in a district hospital"
  const bool place = std::any_of(entry.places.begin(), entry.places.end(), [&](const std::string& word) {
    return (word.size() > 3 || entry.places.size() == 1) && names_it(words, word);  // "Owo"
  });
  return place ? TieReason::place : TieReason::none;
}

bool says_role(const ClaimWords& words, const EntryNames& names) {
  constexpr std::size_t kTelling = 3;  // letters
  const std::string& role = names.role;
  if (names.role_initials.size() >= kTelling && has_phrase(words.written, names.role_initials)) return true;
  if (words.says(role) || words.says(names.short_role) || words.says(names.role_of_unit)) return true;
  if (!names.head.empty() && words.says(names.head)) return true;
  if (!names.tail.empty() && words.says(names.tail)) return true;
  if (!names.service.empty() && words.says(names.service)) return true;
  if (names.is_the_service && words.says("my service")) return true;
  return std::ranges::any_of(names.same_role, [&](std::string_view word) { return words.says(word); });
}

}  // namespace candor
