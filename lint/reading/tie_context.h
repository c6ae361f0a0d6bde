// What every reader of ties asks: the entries by name, the claims' words as names are looked for in them, and whether
// an entry fits a claim at all.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/reading/called.h"
#include "lint/reading/clause.h"
#include "lint/reading/mention.h"
#include "lint/reading/timeline.h"

namespace candor {

// Of one timeline; `e` is an entry's index in Timeline::events. Not for several threads: it remembers what it was
// asked.
class TieContext {
 public:
  // A text as names are looked for in it, byte for byte.
  struct PlainText {
    std::string written;  // on one line; "St. Damien's" names St. Damien
    std::string folded;
  };

  // Keeps a reference to the timeline, whose ties need not be there yet.
  explicit TieContext(const Timeline& timeline);

  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] const Event& entry(std::uint32_t e) const { return timeline_.events[e]; }
  // By entry.
  [[nodiscard]] const std::vector<EntryNames>& names() const { return names_; }
  [[nodiscard]] const EntryNames& names(std::uint32_t e) const { return names_[e]; }
  // The text that the claim stands in.
  [[nodiscard]] const MarkedText& marked(const Event& claim) const { return timeline_.texts[claim.text]; }

  // The words of a span of the claim's text, without a setting before them: "As a resident I tutored".
  [[nodiscard]] ClaimWords words_of(const Event& claim, Span span) const;
  // All of the words, and not their roles.
  [[nodiscard]] ClaimWords text_of(const Event& claim, Span span) const;
  // Where in the claim's text words of it begin.
  [[nodiscard]] std::uint32_t begin_of(const Event& claim, const ClaimWords& words) const;
  // The sentence before the claim's, and the claim's; none where it is the text's first.
  [[nodiscard]] std::span<const Sentence> with_sentence_before(const Event& claim) const;
  // Those that begin within the span of the text, an index in Timeline::texts.
  [[nodiscard]] std::span<const Mention> mentions_within(std::uint32_t text, Span span) const;

  // What is known of both, roles, kind and load, lets the claim tell of the entry.
  [[nodiscard]] bool fits(const Event& claim, const ClaimWords& words, std::uint32_t e) const;
  // "The residency took three years": of no post without such a word.
  [[nodiscard]] bool is_of_a_training_elsewhere(const ClaimWords& words, std::uint32_t e) const;
  // "I was sent to Chania": no entry knows the place.
  [[nodiscard]] bool names_another_place(const Event& claim) const;
  // "I have been scribing" of a scribe, "I started tutoring" of a tutor, "I taught" of a teacher.
  [[nodiscard]] bool tells_its_work(const Event& claim, std::string_view role) const;
  // "I left it in July"
  [[nodiscard]] bool leaves_it(const Event& claim) const;
  // How many of the words the entry describes itself with, and no other does.
  [[nodiscard]] std::size_t described_in(const std::vector<std::string>& told, std::uint32_t e) const;
  // No other entry has that very role.
  [[nodiscard]] bool is_only_role(std::uint32_t e) const;
  // The one entry with that Role; nothing where there are more or none.
  [[nodiscard]] std::optional<std::uint32_t> only_of_role(std::uint8_t role) const { return only_of_role_[role]; }

 private:
  // The roles that are named within the span, without those of what was over by then.
  [[nodiscard]] std::uint32_t roles_in_play(std::uint32_t text, Span span) const;
  // "As a resident I tutored", "After Mercy I worked in Kano for two years": the setting, not what was done. But "as a
  // resident I was for ten months".
  [[nodiscard]] bool opens_with_setting(const Event& claim, Span lead) const;
  // A word of some entry's name or place.
  [[nodiscard]] bool is_known(std::string_view word) const;
  // By entry: the words that it alone describes itself with, sorted; made when first asked for.
  [[nodiscard]] const std::vector<std::vector<std::string>>& descriptions() const;

  const Timeline& timeline_;
  std::vector<EntryNames> names_;
  std::array<std::optional<std::uint32_t>, static_cast<std::size_t>(Role::count)> only_of_role_;
  std::vector<PlainText> plain_;                                // by text; empty where no claim stands in it
  std::vector<std::vector<Mention>> mentions_;                  // likewise
  mutable std::vector<std::vector<std::string>> descriptions_;  // see descriptions()
};

// The claim's verb. A view is compared by its size first, unlike a string: every entry asks.
[[nodiscard]] inline std::string_view verb_of(const Event& claim) { return claim.verb; }
[[nodiscard]] inline bool gives_up(const Event& claim) { return is_one_of(claim.verb, {"left", "resigned", "quit"}); }

[[nodiscard]] bool has_entry(const std::vector<Tie>& ties, std::uint32_t e);
// Keeps those of which that holds; all of them where it holds of none.
template <typename Holds>
void keep_where(std::vector<Tie>& ties, Holds holds) {
  if (std::any_of(ties.begin(), ties.end(), holds)) std::erase_if(ties, [&](const Tie& tie) { return !holds(tie); });
}
// "the surgical program" and "Surgery Resident".
[[nodiscard]] bool shares_a_subject(const ClaimWords& words, const EntryNames& names);

}  // namespace candor
