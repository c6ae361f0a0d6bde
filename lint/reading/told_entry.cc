#include "lint/reading/told_entry.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/reading/entry.h"
#include "lint/reading/entry_lines.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/load.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// Where the words of a name end: "at Savelugu District Hospital, Northern Region, from January".
constexpr std::string_view kNameEnds[] = {" from ", " since ", " until ", " as ", " for ",
                                          " and ",  " where ", " in ",    " at ", "."};

constexpr std::array<std::string_view, 5> kGoesOn = {"still hold", "still work", "still do", "still there", "still am"};

class ToldEntries {
 public:
  ToldEntries(const MarkedText& text, std::span<const Event> entries, std::vector<Event>& claims, bool letter)
      : text_(text), document_(text.text.document), entries_(entries), claims_(claims), letter_(letter) {}

  std::vector<Event> take() {
    std::vector<Event> told;
    std::vector<bool> taken(claims_.size(), false);
    for (std::size_t c = 0; c < claims_.size(); ++c) {
      if (letter_ && claims_[c].kind == EventKind::exam && claims_[c].dated() && !claims_[c].expected) {
        taken[c] = true;
        told.push_back(sitting_of(claims_[c]));
        continue;
      }
      if (taken[c] || !is_of_a_list(claims_[c])) continue;
      Event event = claims_[c];
      if (c + 1 < claims_.size() && goes_on_with(event, claims_[c + 1])) {
        event.end = claims_[c + 1].end;
        taken[c + 1] = true;
      } else if (!is_a_stay(event)) {
        continue;
      }
      const bool more = c + 1 < claims_.size() && claims_[c + 1].whole == event.whole && claims_[c + 1].start &&
                        !claims_[c + 1].point && is_of_a_list(claims_[c + 1]);
      become_entry(event, told, more);
      if (event.title.empty() && event.organization.empty()) {  // "I have been in Minnesota since March 2025"
        if (c + 1 < claims_.size()) taken[c + 1] = false;
        continue;
      }
      taken[c] = true;
      told.push_back(std::move(event));
    }
    for (std::size_t e = 0; e < told.size(); ++e) {
      told[e].whole.end = block_at(told[e].source).source.end;
      if (e + 1 < told.size()) told[e].whole.end = std::min(told[e].whole.end, told[e + 1].whole.begin);
    }
    std::size_t c = 0;
    std::erase_if(claims_, [&](const Event&) { return taken[c++]; });
    return told;
  }

 private:
  [[nodiscard]] const Sentence& sentence_at(Span span) const {
    const auto all = document_.sentences();
    const auto after = std::upper_bound(all.begin(), all.end(), span.begin,
                                        [](std::uint32_t at, const Sentence& s) { return at < s.source.begin; });
    return after == all.begin() ? *after : *std::prev(after);
  }
  [[nodiscard]] const Block& block_at(Span span) const { return document_.blocks()[sentence_at(span).block]; }

  [[nodiscard]] bool is_of_a_list(const Event& claim) const {
    const bool told = claim.telling || (letter_ && !claim.point && (claim.done || claim.to_present));
    if (!told || claim.expected || claim.relative || claim.away || !claim.start || claim.kind == EventKind::exam ||
        claim.kind == EventKind::gap)
      return false;
    if (letter_) return true;
    const Section& section = text_.text.section_of(sentence_at(claim.source).block);
    if (section.kind != SectionKind::experience && section.kind != SectionKind::education) return false;
    if (folded_copy(section.title).starts_with("my ")) return false;  // a statement's own heading
    return std::none_of(entries_.begin(), entries_.end(),
                        [&](const Event& entry) { return entry.whole.overlaps(claim.source); });
  }
  [[nodiscard]] static Event sitting_of(Event exam) {
    exam.claim = exam.telling = exam.naming = exam.pointing = false;
    exam.whole = exam.source;
    return exam;
  }
  // From a beginning to an end, or "I have worked there since February".
  [[nodiscard]] bool is_a_stay(Event& event) const {
    // "I started in October 2021 and still hold this post"
    const bool goes_on = has_any_phrase(text_.low(event.whole), kGoesOn);
    if (event.point && event.aspect == Aspect::start && goes_on) {
      event.end.reset();
      event.point = false;
      event.to_present = true;
    }
    if (event.point) return false;
    if (!event.end && !event.to_present) event.to_present = text_.words.any(event.source, PathWord::since_now);
    return event.end || event.to_present;
  }
  // "I began in November 2020 at Kaneshie Polyclinic, and worked there until November 2023."
  static bool goes_on_with(const Event& first, const Event& next) {
    return first.point && first.aspect == Aspect::start && next.aspect == Aspect::end && next.end && !next.start &&
           first.whole == next.whole && next.end->days.last > first.start->days.first;
  }

  // `more`: another stay is told in the same sentence: "a senior officer at Mercy from 2018 to 2021, and an intern at
  // Kings in the year before, 2017 to 2018".
  void become_entry(Event& event, const std::vector<Event>& before, bool more) const {
    const Block& block = block_at(event.source);
    Span head{block.source.begin, more ? event.date_source().end : event.whole.end};
    if (!before.empty() && block.source.contains(before.back().source))
      head.begin = std::max(head.begin, before.back().whole.end);
    const Span clause = event.source;
    const bool named = names_a_role(text_.words, clause) || text_.words.any(clause, PathWord::organization) ||
                       text_.words.any(clause, PathWord::degree);
    if (letter_) head = named && clause.contains(event.date_source()) ? clause : event.whole;
    while (head.begin < head.end && text_.slice({head.begin, head.begin + 1}) == " ") ++head.begin;
    event.claim = event.telling = event.naming = event.pointing = event.loose = event.point = false;
    event.aspect = Aspect::whole;
    event.title = title_in(head);
    event.verb.clear();
    event.organization = organization_in(head);
    event.source = event.whole = head;
    read_names_of(head, event);
    const SectionKind section = text_.text.section_of(sentence_at(head).block).kind;
    const EventKind kind = entry_kind(section, event);
    const WordHits title(event.title);
    const bool work = title.any(whole_of(event.title), PathWord::work);
    if (event.kind == EventKind::other || section == SectionKind::education || work) event.kind = kind;
    mark_entry(text_, head, false, event);
    const FieldValue value{Field::none, letter_ ? head : Span{head.begin, block.source.end}};
    read_load(text_, {&value, 1}, event);
  }

  // "House Officer. I did ...", "as a medical officer", "I was a house surgeon"; else what the sentence is about.
  [[nodiscard]] std::string title_in(Span head) const {
    const Sentence& first = sentence_at(head);
    if (first.source.end < head.end && !text_.words.any(first.source, PathWord::self))
      return words(trimmed(text_, first.source));
    const std::string_view low = text_.low(head);
    for (const std::string_view lead :
         {" as a ", " as an ", " as ", " was a ", " was an ", " been a ", " been an ", " was ", " been "}) {
      for (std::size_t at = low.find(lead); at != std::string_view::npos; at = low.find(lead, at + 1)) {
        const Span name = name_from(head.begin + static_cast<std::uint32_t>(at + lead.size()), head.end);
        if (names_a_role(text_.words, name)) return words(name);
      }
    }
    for (const PathWord list :
         {PathWord::training, PathWord::clinical, PathWord::research, PathWord::degree, PathWord::work}) {
      for (const WordHit& hit : text_.words.all(head, list)) {
        const bool meanwhile =
            text_.low({head.begin, hit.place.begin}).ends_with("during ");  // "During medical school I"
        if (!meanwhile) return words(hit.place);
      }
    }
    return {};
  }
  // "at the District Hospital", "joined the Primary Health Centre", "in a department of family medicine".
  [[nodiscard]] std::string organization_in(Span head) const {
    const std::string_view low = text_.low(head);
    for (const std::string_view lead : {" at ", " joined ", " attended ", " with ", " in ", " for "}) {
      for (std::size_t at = low.find(lead); at != std::string_view::npos; at = low.find(lead, at + 1)) {
        Span name = name_from(head.begin + static_cast<std::uint32_t>(at + lead.size()), head.end);
        for (const std::string_view article : {"the ", "a ", "an "}) {
          if (text_.low(name).starts_with(article)) name.begin += static_cast<std::uint32_t>(article.size());
        }
        name = trimmed(text_, name);
        if (text_.words.any(name, PathWord::organization) || text_.words.any(name, PathWord::organization_loose))
          return words(name);
      }
    }
    return {};
  }
  // Up to a mark or a word that a name does not go on with.
  [[nodiscard]] Span name_from(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view low = text_.low({begin, end});
    std::size_t stop = std::min(low.find_first_of(",;:()"), low.size());
    for (const std::string_view word : kNameEnds) stop = std::min(stop, low.find(word));
    return trimmed(text_, {begin, begin + static_cast<std::uint32_t>(stop)});
  }
  [[nodiscard]] std::string words(Span span) const { return in_one_line(text_.slice(span)); }

  // Names have a capital: those of the organization, and of places the others.
  void read_names_of(Span head, Event& event) const {
    const std::string organization = folded_name(event.organization);
    const std::string title = folded_name(event.title);
    const auto dates = text_.dates_in(head);
    const auto is_dated = [&](Span word) {
      return std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.overlaps(word); });
    };
    const IndexRange sentences = block_at(head).sentences;
    for (std::uint32_t s = sentences.first; s < sentences.last; ++s) {
      const Sentence& sentence = document_.sentences()[s];
      for (const Token& token : document_.tokens(sentence)) {
        const bool opens = token.source.begin == sentence.source.begin;
        if (opens || !head.contains(token.source) || !token.capital || token.kind != TokenKind::word ||
            is_dated(token.source))
          continue;
        for (std::string& word : telling_words(text_.low(token.source))) {
          if (word.size() < 2 || has_phrase(title, word)) continue;
          std::vector<std::string>& list = has_phrase(organization, word) ? event.names : event.places;
          if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(std::move(word));
        }
      }
    }
  }

  const MarkedText& text_;
  const Document& document_;
  std::span<const Event> entries_;
  std::vector<Event>& claims_;
  bool letter_;
};

}  // namespace

std::vector<Event> take_told_entries(const MarkedText& text, std::span<const Event> entries, std::vector<Event>& claims,
                                     bool letter) {
  return ToldEntries(text, entries, claims, letter).take();
}

bool tells_a_whole_path(std::span<const Event> claims) {
  constexpr std::ptrdiff_t kStays = 3;
  return std::ranges::count_if(claims, [](const Event& claim) {
           return claim.telling && !claim.point && !claim.relative && !claim.away && claim.start && claim.end &&
                  claim.kind != EventKind::exam && claim.kind != EventKind::gap;
         }) >= kStays;
}

}  // namespace candor
