#include "lint/reading/ties_told_before.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "lint/reading/ties_by_words.h"

namespace candor {
namespace {

// By entry: one past where the span speaks of it last, counted from its begin; 0 where it does not.
std::vector<std::size_t> last_mentions(const TieContext& context, std::uint32_t text, Span span) {
  std::vector<std::size_t> last(context.timeline().entry_count, 0);
  for (const Mention& mention : context.mentions_within(text, span)) {
    for (const std::uint32_t e : mention.entries) last[e] = mention.source.begin - span.begin + 1;
  }
  return last;
}

// "I began it in Aleppo in 2008 and finished in Damascus in 2015": the verb has no object but "it".
bool ends_what_began(const TieContext& context, const Event& claim) {
  constexpr std::array<std::string_view, 4> kFinishes = {"finished", "completed", "ended", "concluded"};
  if (claim.aspect != Aspect::end || claim.expected || claim.relative || claim.scene || claim.kind == EventKind::exam ||
      claim.kind == EventKind::gap || std::find(kFinishes.begin(), kFinishes.end(), claim.verb) == kFinishes.end())
    return false;
  const std::string_view low = context.marked(claim).low(claim.source);
  const std::size_t verb = claim.verb.empty() ? std::string::npos : find_phrase(low, claim.verb);
  if (verb == std::string_view::npos) return false;
  std::string_view object = low.substr(verb + claim.verb.size());
  while (starts_with_any(object, {" ", ","})) object.remove_prefix(1);
  return starts_with_any(object, {"it ", "it,", "in ", "at ", "on ", "there", "them ", "until ", "the course"});
}

// "As an intern I spent three months there": the roles that stand before the claim.
std::uint32_t roles_of_setting(const TieContext& context, const Event& claim) {
  const MarkedText& text = context.marked(claim);
  const bool setting = claim.source.begin > claim.whole.begin && text.low(claim.whole).starts_with("as a");
  return setting ? text.words.roles({claim.whole.begin, claim.source.begin}) : 0;
}

// One past the place where a name stands last in the words, with a capital; looked for once a name.
class LastNaming {
 public:
  explicit LastNaming(const ClaimWords& words) : words_(words) {}

  std::size_t of(const std::string& name) {
    const auto [at, added] = found_.try_emplace(name, 0);
    if (added) at->second = look_for(name, words_.folded);
    return at->second;
  }
  std::size_t look_for(std::string_view name, std::string_view in) const {
    std::size_t last = 0;
    for (std::size_t at = find_phrase(in, name); at != std::string_view::npos; at = find_phrase(in, name, at + 1)) {
      if (is_capital_at(words_.written, at)) last = at + 1;
    }
    return last;
  }
  // The same for a kind of place ("the mission hospital"), which is no name and has no capital.
  std::size_t of_kind(const std::string& kind) {
    const auto [at, added] = kinds_.try_emplace(kind, 0);
    if (!added) return at->second;
    // Forwards: rfind compares at every byte.
    for (std::size_t found = words_.folded.find(kind); found != std::string::npos;
         found = words_.folded.find(kind, found + 1))
      at->second = found + 1;
    return at->second;
  }
  const ClaimWords& words() const { return words_; }

 private:
  const ClaimWords& words_;
  std::unordered_map<std::string_view, std::size_t> found_;  // views of the entries' names
  std::unordered_map<std::string_view, std::size_t> kinds_;
};

// The same for the entry's organization or city; 0 where they are not named.
std::size_t last_naming(const Event& entry, const EntryNames& names, LastNaming& window) {
  std::size_t last = 0;
  if (!names.kind_of_place.empty()) last = window.of_kind(names.kind_of_place);
  for (const std::string& abbreviation : names.abbreviations)
    last = std::max(last, window.look_for(abbreviation, window.words().written));
  for (const std::vector<std::string>* list : {&entry.names, &entry.places}) {
    for (const std::string& name : *list) {
      if (name.size() > 3) last = std::max(last, window.of(name));
    }
  }
  return last;
}

// By entry: the same for its role, where no other entry has it: "the year of internship".
std::vector<std::size_t> last_roles(const TieContext& context, const MarkedText& text, Span span) {
  std::vector<std::size_t> last(context.timeline().entry_count, 0);
  for (const WordHit& hit : text.words.within(span)) {
    if (hit.list != PathWord::role || hit.place.end > span.end) continue;
    if (const auto e = context.only_of_role(hit.value)) last[*e] = hit.place.begin - span.begin + 1;
  }
  return last;
}

std::vector<Tie> named_from(const TieContext& context, const Event& claim, std::uint32_t from,
                            std::uint32_t& named_at) {
  const MarkedText& text = context.marked(claim);
  const ClaimWords window = context.text_of(claim, {from, claim.source.begin});
  const ClaimWords own{{}, {}, text.words.roles(claim.source) | roles_of_setting(context, claim), {}};
  LastNaming naming(window);
  const std::vector<std::size_t> mentioned = last_mentions(context, claim.text, {from, claim.source.begin});
  const std::vector<std::size_t> by_role = last_roles(context, text, {from, claim.source.begin});
  std::vector<Tie> ties;
  std::size_t latest = 0;
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (!is_post(entry)) continue;
    if (!context.fits(claim, own, e) || context.is_of_a_training_elsewhere(own, e)) continue;
    const std::size_t at = std::max({last_naming(entry, context.names(e), naming), by_role[e], mentioned[e]});
    if (at == 0 || at < latest) continue;
    if (at > latest) ties.clear();
    latest = at;
    named_at = from + static_cast<std::uint32_t>(at);
    ties.push_back({e, TieReason::pointed});
  }
  return ties;
}

// "in that hospital"
bool points_at_a_place(const MarkedText& text, Span span) {
  constexpr std::uint32_t kReach = 6;  // bytes
  return std::ranges::any_of(text.words.all(span, PathWord::organization), [&](const WordHit& hit) {
    return ends_with_any(text.low(bytes_before(hit.place.begin, kReach)), {" that ", " this "});
  });
}

// "I stayed until 2021", "those fifteen months": the place that was named shortly before.
bool points_back(const TieContext& context, const Event& claim) {
  if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.kind == EventKind::education) return false;
  const WordHits& words = context.marked(claim).words;
  const bool there = words.any(claim.source, PathWord::there) ||
                     has_phrase(context.marked(claim).low(claim.source), "its") ||
                     points_at_a_place(context.marked(claim), claim.source);
  // "I ran it for five years": a length without a name is that of the place told of last.
  const bool been = verb_of(claim) == "been" && !words.any(claim.source, PathWord::with_person);
  if (claim.length && !claim.dated() && claim.telling && !been &&
      (there || !words.any(claim.source, PathWord::organization)) && !words.any(claim.source, PathWord::exam))
    return true;
  if (words.any(claim.source, PathWord::organization) && !there) return false;
  if (verb_of(claim) == "left" && !claim.scene) return there || context.leaves_it(claim);
  const bool it = claim.dated() && claim.aspect != Aspect::whole &&
                  has_phrase(context.marked(claim).low(claim.source), "it");  // "I began it in July"
  // "I worked there" without the word: until when, but not where.
  const bool until = claim.telling && claim.aspect == Aspect::end && !claim.start &&
                     words.any(claim.source, PathWord::work_verb) && words.roles(claim.source) == 0 &&
                     !context.names_another_place(claim);
  return claim.pointing || it || until || verb_of(claim) == "stayed" || verb_of(claim) == "resigned" ||
         verb_of(claim) == "remained";
}

// "I got there in May", "I came by the boat of the second of November": where, the sentence before says.
bool arrives_unsaid(const TieContext& context, const Event& claim) {
  return claim.naming && claim.point && claim.aspect == Aspect::start && !context.names_another_place(claim) &&
         !context.marked(claim).words.any(claim.source, PathWord::visit);
}

// "Most meaningful experience: Tiruvallur. For thirty-two months I was": a few words without a verb say where.
bool follows_a_head(const TieContext& context, const Event& claim) {
  constexpr std::uint32_t kLongest = 60;  // bytes
  const std::span<const Sentence> both = context.with_sentence_before(claim);
  if (both.size() != 2 || both[0].block != both[1].block || both[0].source.size() > kLongest ||
      !(claim.telling || claim.length) || claim.kind == EventKind::exam || claim.kind == EventKind::gap ||
      claim.kind == EventKind::education)
    return false;
  const WordHits& words = context.marked(claim).words;
  const auto verb = [&](PathWord list) { return words.any(both[0].source, list); };
  return !words.any(both[0].source, PathWord::self) && !verb(PathWord::act_start) && !verb(PathWord::act_end) &&
         !verb(PathWord::act_arrive) && !verb(PathWord::act_whole);
}

// The entries of the one place that the sentence before names.
std::vector<Tie> named_last(const TieContext& context, const Event& claim) {
  const std::span<const Sentence> both = context.with_sentence_before(claim);
  std::vector<Tie> ties;
  if (both.empty()) return ties;
  const ClaimWords before = context.words_of(claim, both[0].source);
  for (std::uint32_t e = 0; e < context.timeline().entry_count; ++e) {
    const Event& entry = context.entry(e);
    if (!is_post(entry) || name_tie(entry, context.names(e), before) == TieReason::none) continue;
    if (!ties.empty() && context.entry(ties.front().entry).names != entry.names) return {};  // of two places
    ties.push_back({e, TieReason::mention});
  }
  return ties;
}

// ... and of several in one town the one whose work it names: "The emergency department in Cali."
std::vector<Tie> named_in_head(const TieContext& context, const Event& claim) {
  const ClaimWords head = context.words_of(claim, context.with_sentence_before(claim)[0].source);
  std::vector<Tie> ties = organization_ties(context, claim, head);
  keep_where(ties, [&](const Tie& tie) { return shares_a_subject(head, context.names(tie.entry)); });
  for (Tie& tie : ties) tie.reason = std::max(tie.reason, TieReason::part_of_name);
  return ties;
}

// "I entered service in a hospital in Sagaing, and I was there for two years": in Sagaing, which no entry knows.
bool comes_to_another_place(const TieContext& context, const Event& claim, std::uint32_t named_at) {
  Event before = claim;
  before.source = {std::max(claim.whole.begin, named_at), claim.source.begin};
  return before.source.begin < before.source.end && context.marked(claim).words.any(claim.source, PathWord::there) &&
         context.names_another_place(before);
}

// The entries whose place stands last before the claim, in its paragraph.
std::vector<Tie> named_before(const TieContext& context, const Event& claim, std::uint32_t& named_at) {
  const MarkedText& text = context.marked(claim);
  const std::uint32_t reach = claim.pointing ? 800 : 500;
  std::uint32_t from = bytes_before(claim.source.begin, reach).begin;
  const bool opens_paragraph =
      claim.whole.begin < 2 ||
      text.slice({claim.whole.begin - 2, claim.whole.begin}).find('\n') != std::string_view::npos;
  const std::size_t paragraph = text.slice({from, claim.source.begin}).rfind("\n\n");
  if (paragraph != std::string_view::npos && !(opens_paragraph && claim.pointing)) {
    std::vector<Tie> ties = named_from(context, claim, from + static_cast<std::uint32_t>(paragraph), named_at);
    if (!ties.empty() || !claim.pointing) return ties;
  }
  return named_from(context, claim, from, named_at);
}

TieReason naming_just_before(const TieContext& context, const Event& claim, std::uint32_t e) {
  const MarkedText& text = context.marked(claim);
  const bool stays = claim.length && !claim.dated() && is_one_of(claim.verb, {"stayed", "remained"});
  const bool it = claim.dated() && claim.aspect != Aspect::whole && has_phrase(text.low(claim.source), "it");
  if (!stays && !it) return TieReason::none;
  const std::span<const Sentence> both = context.with_sentence_before(claim);
  if (both.empty() || both[0].block != both[1].block) return TieReason::none;
  return name_tie(context.entry(e), context.names(e), context.words_of(claim, both[0].source));
}

// "I arrived in Axum in February and I left it in July": of Axum, which no entry knows.
bool arrives_elsewhere_first(const TieContext& context, const Event& claim, std::uint32_t e) {
  if (claim.source.begin <= claim.whole.begin) return false;
  Event before = claim;
  before.source = {claim.whole.begin, claim.source.begin};
  return name_tie(context.entry(e), context.names(e), context.words_of(before, before.source)) == TieReason::none &&
         context.names_another_place(before);
}

// What the claim before tells the beginning of, in the same sentence or the one before.
std::vector<Tie> begun_before(const TieContext& context, const Event& claim, std::span<const std::vector<Tie>> told) {
  if (told.empty()) return {};
  const Event& before = context.timeline().claims()[told.size() - 1];
  const std::span<const Sentence> both = context.with_sentence_before(claim);
  const bool near = before.whole == claim.whole ||
                    (both.size() == 2 && both[0].block == both[1].block && before.whole == both[0].source);
  if (before.text != claim.text || !near || before.aspect != Aspect::start || !before.dated() || before.relative)
    return {};
  std::vector<Tie> begun = told.back();
  std::erase_if(begun, [&](const Tie& tie) { return context.entry(tie.entry).point; });
  return begun;
}

// What was told of last, by a claim or by a name.
std::vector<Tie> pointed_by(const TieContext& context, const Event& claim, const ToldLast& last) {
  std::uint32_t named_at = 0;
  std::vector<Tie> ties = named_before(context, claim, named_at);
  if (last.claim != nullptr && last.claim->text == claim.text && last.claim->source.end + 500 > claim.source.begin &&
      last.claim->source.end >= named_at && last.claim->source.begin < claim.source.begin) {
    ties = last.ties;
    const ClaimWords own{
        {}, {}, context.marked(claim).words.roles(claim.source) | roles_of_setting(context, claim), {}};
    const bool works = claim.kind == EventKind::work || claim.kind == EventKind::clinical;
    std::erase_if(ties, [&](const Tie& tie) {
      return context.is_of_a_training_elsewhere(own, tie.entry) ||
             (works && context.entry(tie.entry).kind == EventKind::education);
    });
    for (Tie& tie : ties) tie.reason = TieReason::pointed;
    named_at = last.claim->source.end;
  }
  if (comes_to_another_place(context, claim, named_at)) return {};
  keep_where(ties, [&](const Tie& tie) {
    return last.claim != nullptr && last.claim->text == claim.text && has_entry(last.ties, tie.entry);
  });
  return ties;
}

}  // namespace

std::vector<Tie> arrival_ties(const TieContext& context, const Event& claim) {
  return arrives_unsaid(context, claim) ? named_last(context, claim) : std::vector<Tie>();
}

std::vector<Tie> head_ties(const TieContext& context, const Event& claim) {
  return follows_a_head(context, claim) ? named_in_head(context, claim) : std::vector<Tie>();
}

std::vector<Tie> finishing_ties(const TieContext& context, const Event& claim, std::span<const std::vector<Tie>> told) {
  return ends_what_began(context, claim) ? begun_before(context, claim, told) : std::vector<Tie>();
}

std::vector<Tie> pointed_ties(const TieContext& context, const Event& claim, const ClaimWords& words,
                              const ToldLast& last) {
  if (!points_back(context, claim)) return {};
  if (!claim.dated()) {  // "the months that I spent in the COVID block"
    if (std::vector<Tie> described = described_ties(context, claim, words); !described.empty()) return described;
  }
  return pointed_by(context, claim, last);
}

void keep_those_there(const TieContext& context, const Event& claim, std::vector<Tie>& ties) {
  if (ties.size() < 2 || ties.front().reason != TieReason::role || claim.aspect == Aspect::start ||
      !context.marked(claim).words.any(claim.source, PathWord::there))
    return;
  const std::vector<Tie> there = named_last(context, claim);
  if (there.size() != 1 || !has_entry(ties, there.front().entry)) return;
  ties = {{there.front().entry, TieReason::part_of_name}};
}

bool is_named_just_before(const TieContext& context, const Event& claim, std::uint32_t e) {
  return naming_just_before(context, claim, e) >= TieReason::part_of_name;
}

bool is_left_elsewhere(const TieContext& context, const Event& claim, std::uint32_t e) {
  return arrives_elsewhere_first(context, claim, e) || naming_just_before(context, claim, e) == TieReason::none;
}

bool stays_until(const TieContext& context, const Event& claim, std::uint32_t e) {
  if (claim.aspect != Aspect::end || !claim.telling || claim.start) return false;
  if (context.marked(claim).low(claim.end->source).starts_with("by ")) return false;  // "was back by May"
  std::uint32_t from = claim.whole.begin;
  if (const std::span<const Sentence> both = context.with_sentence_before(claim);
      both.size() == 2 && both[0].block == both[1].block)
    from = both[0].source.begin;
  std::uint32_t named_at = 0;
  return has_entry(named_from(context, claim, from, named_at), e);
}

}  // namespace candor
