#include "lint/reading/tie_context.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "lint/reading/entry_names.h"

namespace candor {
namespace {

// The one entry with a role of the group; nothing where there are more or none.
std::optional<std::uint32_t> only_one_of(const std::vector<EntryNames>& names, std::uint32_t group) {
  std::optional<std::uint32_t> found;
  for (std::uint32_t e = 0; e < names.size(); ++e) {
    if ((names[e].roles & group) == 0) continue;
    if (found) return std::nullopt;
    found = e;
  }
  return found;
}

// "straight after my internship, to serve": what was over by then.
bool is_of_before(std::string_view folded, Span role) {
  std::string_view before = folded.substr(0, role.begin);
  for (const std::string_view own : {"my ", "the ", "an ", "a "}) {
    if (!before.ends_with(own)) continue;
    before.remove_suffix(own.size());
    break;
  }
  const std::string_view behind = folded.substr(role.end);
  return ends_with_any(before, {"after ", "out of "}) &&
         (behind.empty() || behind[0] == ',' || behind[0] == '.' || behind[0] == ';' ||
          starts_with_any(behind, {" i ", " to ", " and "}));
}

TieContext::PlainText plain(const MarkedText& text) {
  TieContext::PlainText plain{std::string(text.text.source.bytes()), {}};
  std::replace_if(
      plain.written.begin(), plain.written.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  for (const std::string_view possessive : {"'s", "\u2019s"}) {
    for (std::size_t at = plain.written.find(possessive); at != std::string::npos;
         at = plain.written.find(possessive, at))
      plain.written.replace(at, possessive.size(), possessive.size(), ' ');
  }
  plain.folded = folded_copy(plain.written);
  for (const WordHit& hit : text.words.all(whole_of(plain.folded), PathWord::role)) {
    if (is_of_before(plain.folded, hit.place))
      plain.folded.replace(hit.place.begin, hit.place.size(), hit.place.size(), '-');
  }
  return plain;
}

// "I came to Penfield as an intern", of the residency there.
bool is_first_year_of(std::uint32_t told, std::uint32_t listed) {
  constexpr std::uint32_t kIntern = role_bit(Role::intern);
  constexpr std::uint32_t kResident = role_bit(Role::resident);
  return told == kIntern && (listed & kResident) != 0;
}

// By their index, sorted.
std::vector<std::uint32_t> texts_with_claims(const Timeline& timeline) {
  std::vector<std::uint32_t> texts;
  for (const Event& claim : timeline.claims()) texts.push_back(claim.text);
  for (const Relation& relation : timeline.relations) texts.push_back(relation.anchor.text);
  std::ranges::sort(texts);
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
  return texts;
}

}  // namespace

TieContext::TieContext(const Timeline& timeline)
    : timeline_(timeline), names_(names_of_entries(timeline)), plain_(timeline.texts.size()) {
  for (std::size_t r = 0; r < only_of_role_.size(); ++r) only_of_role_[r] = only_one_of(names_, 1U << r);
  const std::vector<std::uint32_t> texts = texts_with_claims(timeline);
  mentions_ = find_mentions(timeline.texts, timeline.entries(), texts);
  for (const std::uint32_t text : texts) plain_[text] = plain(timeline.texts[text]);
}

const std::vector<std::vector<std::string>>& TieContext::descriptions() const {
  if (!descriptions_.empty() || timeline_.entry_count == 0) return descriptions_;
  constexpr std::size_t kTelling = 5;  // letters
  std::unordered_map<std::string, std::uint32_t> owners;
  for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
    const Event& entry = timeline_.events[e];
    for (std::string& word : telling_words(timeline_.texts[entry.text].low(entry.whole))) {
      if (word.size() < kTelling) continue;
      const auto [at, added] = owners.try_emplace(std::move(word), e);
      if (!added && at->second != e) at->second = timeline_.entry_count;  // of several
    }
  }
  descriptions_.resize(timeline_.entry_count);
  for (const auto& [word, e] : owners) {
    if (e < timeline_.entry_count) descriptions_[e].push_back(word);
  }
  for (std::vector<std::string>& words : descriptions_) std::sort(words.begin(), words.end());
  return descriptions_;
}

std::size_t TieContext::described_in(const std::vector<std::string>& told, std::uint32_t e) const {
  const std::vector<std::string>& own = descriptions()[e];
  return static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [&](const std::string& word) {
    return std::binary_search(own.begin(), own.end(), word);
  }));
}

std::span<const Mention> TieContext::mentions_within(std::uint32_t text, Span span) const {
  const std::vector<Mention>& all = mentions_[text];
  const auto before = [](const Mention& mention, std::uint32_t at) { return mention.source.begin < at; };
  return {std::lower_bound(all.begin(), all.end(), span.begin, before),
          std::lower_bound(all.begin(), all.end(), span.end, before)};
}

std::span<const Sentence> TieContext::with_sentence_before(const Event& claim) const {
  const auto sentences = marked(claim).text.document.sentences();
  const auto here = std::lower_bound(sentences.begin(), sentences.end(), claim.whole.begin,
                                     [](const Sentence& s, std::uint32_t at) { return s.source.begin < at; });
  if (here == sentences.begin() || here == sentences.end()) return {};
  return {std::prev(here), std::next(here)};
}

bool TieContext::is_known(std::string_view word) const {
  const auto entries = timeline_.entries();
  return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
    return has_phrase(names_[static_cast<std::size_t>(&entry - entries.data())].all, word) ||
           std::find(entry.places.begin(), entry.places.end(), word) != entry.places.end();
  });
}

bool TieContext::names_another_place(const Event& claim) const {
  constexpr std::array<std::string_view, 5> kLeads = {" in ", " at ", " to ", " for ", " left "};
  const MarkedText& text = marked(claim);
  const std::string_view written = text.slice(claim.source);
  for (const std::string_view lead : kLeads) {
    for (std::size_t at = written.find(lead); at != std::string_view::npos; at = written.find(lead, at + 1)) {
      std::size_t begin = at + lead.size();
      if (written.substr(begin).starts_with("the ")) begin += 4;  // "to the United States"
      const std::size_t end = path_word_end(written, begin);
      const Span word{claim.source.begin + static_cast<std::uint32_t>(begin),
                      claim.source.begin + static_cast<std::uint32_t>(end)};
      const bool dated = std::ranges::any_of(text.dates_in(claim.source),
                                             [&](const DateExpression& date) { return date.source.overlaps(word); });
      const bool another =
          lead == " left " || !is_known(folded_name(text.slice(word)));  // a country is left, be it known or not
      if (is_capital_at(written, begin) && !dated && another) return true;
    }
  }
  return false;
}

bool TieContext::is_only_role(std::uint32_t e) const {
  return std::count_if(names_.begin(), names_.end(),
                       [&](const EntryNames& names) { return names.role == names_[e].role; }) == 1;
}

std::uint32_t TieContext::roles_in_play(std::uint32_t text, Span span) const {
  std::uint32_t roles = 0;
  for (const WordHit& hit : timeline_.texts[text].words.within(span)) {
    if (names_role(hit, span) && plain_[text].folded[hit.place.begin] != '-') roles |= 1U << hit.value;
  }
  return roles;
}

ClaimWords TieContext::text_of(const Event& claim, Span span) const {
  const PlainText& text = plain_[claim.text];
  return {std::string_view(text.written).substr(span.begin, span.size()),
          std::string_view(text.folded).substr(span.begin, span.size()),
          0,
          {}};
}

bool TieContext::opens_with_setting(const Event& claim, Span lead) const {
  constexpr std::uint32_t kLongest = 60;  // bytes
  const MarkedText& text = marked(claim);
  const WordHit* setting = text.words.first(lead, PathWord::setting);
  if (setting == nullptr || setting->place.begin != lead.begin || lead.size() > kLongest) return false;
  const std::string_view words = text.low(lead);
  if (words.starts_with("as ") && claim.length) return false;
  if (ends_with_any(words, {"which", "that", "where"})) return false;
  return !(claim.dated() && claim.date_source().begin < lead.end) &&
         !(claim.length && claim.length_source.begin < lead.end);
}

ClaimWords TieContext::words_of(const Event& claim, Span span) const {
  ClaimWords words = text_of(claim, span);
  const std::size_t self = words.folded.find(" i ");
  if (self != std::string::npos &&
      opens_with_setting(claim, {span.begin, span.begin + static_cast<std::uint32_t>(self)})) {
    span.begin += static_cast<std::uint32_t>(self);
    words = text_of(claim, span);
  }
  words.roles = roles_in_play(claim.text, span);
  words.bits = WordBits(words.folded);
  return words;
}

bool TieContext::leaves_it(const Event& claim) const {
  return verb_of(claim) == "left" && has_phrase(marked(claim).low(claim.source), "left it");
}

bool TieContext::is_of_a_training_elsewhere(const ClaimWords& words, std::uint32_t e) const {
  constexpr std::uint32_t kTraining = role_bit(Role::intern) | role_bit(Role::resident);
  const Event& entry = timeline_.events[e];
  return (words.roles & kTraining) != 0 && names_[e].roles == 0 && !entry.training && !entry.within_degree &&
         entry.kind != EventKind::education;
}

bool TieContext::fits(const Event& claim, const ClaimWords& words, std::uint32_t e) const {
  const Event& entry = timeline_.events[e];
  if (words.roles != 0 && names_[e].roles != 0 && (words.roles & names_[e].roles) == 0 &&
      !(claim.dated() && is_first_year_of(words.roles, names_[e].roles)))
    return false;
  // "I left Kharkiv in March": the town
  if (entry.kind == EventKind::education && verb_of(claim) == "left" &&
      !marked(claim).words.any(claim.source, PathWord::education) &&
      !marked(claim).words.any(claim.source, PathWord::organization))
    return false;
  // "I completed an elective at Grady": beside its free clinic
  if (entry.load == Load::part_time && entry.kind != EventKind::education &&
      (words.says("elective") || words.says("rotation") || words.says("clerkship")) &&
      (!entry.within_degree || has_phrase(names_[e].role, "volunteer") || has_phrase(names_[e].role, "member")))
    return false;
  // "I have observed there every Thursday": beside a full-time post, and no part of it.
  if (entry.load == Load::full_time && verb_of(claim) == "observed") return false;
  if (entry.kind == EventKind::education && words.says("finished school") &&
      !has_phrase(names_[e].organization, "school"))
    return false;
  if (claim.kind == EventKind::other) return true;
  if (claim.kind == EventKind::education && entry.kind == EventKind::education &&
      !(verb_of(claim) == "studied" && !marked(claim).words.any(claim.source, PathWord::degree))) {
    const bool master = marked(claim).words.any(claim.source, PathWord::master_degree);
    if (entry.master_degree != master && (entry.master_degree || entry.medical_degree)) return false;
  }
  const bool research = claim.kind == EventKind::research || entry.kind == EventKind::research;
  if (research && claim.kind != entry.kind)
    return entry.kind == EventKind::work || claim.kind == EventKind::work || words.says("fellow") ||
           (words.says("fellowship") && words.folded.find("fellowship exam") == std::string_view::npos);
  return (claim.kind == EventKind::education) == (entry.kind == EventKind::education);
}

bool TieContext::tells_its_work(const Event& claim, std::string_view role) const {
  constexpr std::array<std::string_view, 5> kGerunds = {"scribing", "tutoring", "interpreting", "translating",
                                                        "lecturing"};
  const std::string_view low = marked(claim).low(claim.whole);
  const bool began = verb_of(claim) == "began" || verb_of(claim) == "started" || verb_of(claim) == "been";
  return (is_work_of(claim.verb, role) && !has_phrase(low, "taught me")) ||
         std::ranges::any_of(kGerunds, [&](std::string_view gerund) {
           return (began || gerund == "scribing") && is_work_of(gerund, role) && has_phrase(low, gerund);
         });
}

std::uint32_t TieContext::begin_of(const Event& claim, const ClaimWords& words) const {
  return static_cast<std::uint32_t>(words.folded.data() - plain_[claim.text].folded.data());
}

bool has_entry(const std::vector<Tie>& ties, std::uint32_t e) {
  return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == e; });
}

bool shares_a_subject(const ClaimWords& words, const EntryNames& names) {
  return std::any_of(names.subjects.begin(), names.subjects.end(), [&](const std::string& subject) {
    return words.folded.starts_with(std::string_view(subject).substr(1)) ||
           words.folded.find(subject) != std::string::npos;
  });
}

}  // namespace candor
