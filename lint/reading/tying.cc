#include "lint/reading/tying.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>

#include "lint/reading/called.h"
#include "lint/reading/clause.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/mention.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// Compared by its size first, unlike a string: every entry asks.
std::string_view verb_of(const Event& claim) { return claim.verb; }
bool gives_up(const Event& claim) { return is_one_of(claim.verb, {"left", "resigned", "quit"}); }

class Tying {
 public:
  explicit Tying(const Timeline& timeline) : timeline_(timeline), names_(names_of_entries(timeline)) {
    for (std::size_t r = 0; r < only_of_role_.size(); ++r) only_of_role_[r] = only_one_of(1U << r);
    for (const MarkedText& text : timeline.texts) plain_.push_back(plain(text));
    mentions_ = find_mentions(timeline.texts, timeline.entries());
  }

  std::vector<std::vector<Tie>> all() {
    std::vector<std::vector<Tie>> ties;
    const Event* last = nullptr;  // claim of a role, tied or not
    for (const Event& claim : timeline_.claims()) {
      ClaimWords words = words_of(claim, claim.source);
      ties.push_back(claim.scene ? described_by(claim) : std::vector<Tie>{});
      if (ties.back().empty()) ties.back() = of(claim, words);
      keep_those_there(claim, ties.back());
      if (ties.back().empty() && arrives_unsaid(claim)) ties.back() = named_last(claim);
      if (ties.back().empty() && follows_a_head(claim)) ties.back() = named_in_head(claim);
      if (ties.back().empty() && ends_what_began(claim)) ties.back() = begun_before(claim, ties);
      if (ties.back().empty() && points_back(claim)) {
        if (!claim.dated()) ties.back() = described_ties(claim, words);  // "the months that I spent in the COVID block"
        if (ties.back().empty()) ties.back() = pointed_by(claim, last);
      }
      if (claim.scene && claim.aspect == Aspect::start && !tells_of_school(claim))  // "my first patient", as a student
        std::erase_if(ties.back(),
                      [&](const Tie& tie) { return timeline_.events[tie.entry].kind == EventKind::education; });
      if (leaves_it(claim))  // of what the sentence before names
        std::erase_if(ties.back(), [&](const Tie& tie) {
          return is_told_before(tie.reason) &&
                 (arrives_elsewhere_first(claim, tie.entry) || naming_just_before(claim, tie.entry) == TieReason::none);
        });
      if (ties.back().empty()) ties.back() = described_ties(claim, words);
      for (Tie& tie : ties.back()) {
        if (tie.reason == TieReason::pointed && is_named_just_before(claim, tie.entry))
          tie.reason = TieReason::part_of_name;
        tie.weight = weight_of(claim, words, tie);
        if (tie.reason == TieReason::part_of_name) tie.weight = std::max(tie.weight, kFirmTie);
      }
      const std::vector<Tie> told = ties.back();
      if (!is_firm(told)) {
        std::vector<Tie> near = near_ties(claim, words);
        if (!near.empty() && (is_told_years_away(claim, told) || has_entry(told, near.front().entry)))
          ties.back() = std::move(near);
      }
      if (claim.kind == EventKind::exam || claim.kind == EventKind::gap) continue;
      const bool moves = claim.aspect == Aspect::start && claim.dated() &&
                         timeline_.texts[claim.text].words.any(claim.source, PathWord::organization);
      std::vector<Tie> dated = dated_ties(claim, told);
      if (dated.empty() && told.empty() && !moves) continue;
      last = &claim;
      last_ties_ = dated.empty() ? told : dated;
    }
    return ties;
  }

 private:
  // `own`: the claim's words; with those of the clause before where these tie it.
  std::vector<Tie> of(const Event& claim, ClaimWords& own) const {
    if (claim.kind == EventKind::exam) return exam_ties(claim);
    if (claim.kind == EventKind::gap) return {};
    std::vector<Tie> ties = organization_ties(claim, own);
    if (ties.empty() || ties.front().reason == TieReason::place) {
      std::vector<Tie> better = degree_ties(claim, own);
      if (better.empty()) better = role_ties(claim, own);
      // "I was resident in Kassel": of a post there, if one is listed, or of one whose place is not.
      const auto is_elsewhere = [&](const Tie& tie) {
        const Event& entry = timeline_.events[tie.entry];
        return !has_entry(ties, tie.entry) && !(entry.names.empty() && entry.places.empty());
      };
      if (!ties.empty()) std::erase_if(better, is_elsewhere);
      if (!better.empty()) ties = std::move(better);
    }
    if (ties.empty() && claim.source.begin > claim.whole.begin &&
        (claim.dated() ? claim.pointing : claim.telling && claim.length && follows_colon(claim))) {
      // "... Mercy, where I stayed until 2021", "My time at Mercy was good: two years of ...": named in the clause
      // before.
      const std::size_t cut = timeline_.texts[claim.text].slice({claim.whole.begin, claim.source.begin}).rfind(';');
      const std::uint32_t from = cut == std::string_view::npos ? 0 : static_cast<std::uint32_t>(cut);
      ClaimWords wider = words_of(claim, {claim.whole.begin + from, claim.source.end});
      ties = organization_ties(claim, wider);
      if (ties.empty()) ties = role_ties(claim, wider);
      if (!ties.empty()) own = wider;
    }
    if (ties.empty() || ties.front().reason == TieReason::role) {
      std::vector<Tie> mentioned = mention_ties(claim, own);
      const bool both =
          std::any_of(mentioned.begin(), mentioned.end(), [&](const Tie& tie) { return has_entry(ties, tie.entry); });
      const bool named = std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
        const std::string& role = names_[tie.entry].role;
        const bool telling = role.find(' ') != std::string::npos || (ties.size() == 1 && is_only_role(tie.entry));
        return telling && has_phrase(own.folded, role);
      });
      if (!mentioned.empty() && !both && !named) return mentioned;  // "I came to the hill, a young doctor"
      if (both) std::erase_if(ties, [&](const Tie& tie) { return !has_entry(mentioned, tie.entry); });
    }
    return ties;
  }
  // "I worked on the vaccine registry": words that one entry alone has, in whatever it says of itself.
  [[nodiscard]] std::vector<Tie> described_ties(const Event& claim, const ClaimWords& words) const {
    std::vector<Tie> ties;
    if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || !(claim.telling || claim.naming)) return ties;
    if (claim.dated() && claim.point && claim.aspect == Aspect::whole && names_another_place(claim)) return ties;
    std::size_t most = claim.dated() ? 1 : 2;
    const std::vector<std::string> told = telling_words(words.folded);
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (!is_post(entry) || !fits(claim, words, e)) continue;
      const std::size_t shared = described_in(told, e);
      if (shared < most) continue;
      if (shared > most) ties.clear();
      most = shared;
      ties.push_back({e, TieReason::described});
    }
    return ties.size() == 1 ? ties : std::vector<Tie>();
  }
  // How many of the words the entry describes itself with, and no other does.
  [[nodiscard]] std::size_t described_in(const std::vector<std::string>& told, std::uint32_t e) const {
    const std::vector<std::string>& own = descriptions()[e];
    return static_cast<std::size_t>(std::count_if(told.begin(), told.end(), [&](const std::string& word) {
      return std::binary_search(own.begin(), own.end(), word);
    }));
  }
  // By entry, sorted; made when first asked for.
  [[nodiscard]] const std::vector<std::vector<std::string>>& descriptions() const {
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
  // "I served on the island for five years."
  [[nodiscard]] std::vector<Tie> mention_ties(const Event& claim, const ClaimWords& words) const {
    std::vector<Tie> ties;
    const MarkedText& text = timeline_.texts[claim.text];
    const auto begin = static_cast<std::uint32_t>(words.folded.data() - plain_[claim.text].folded.data());
    const Span told{std::max(begin, claim.source.begin), claim.source.end};  // without a setting before it
    for (const Mention& mention : mentions_within(claim.text, told)) {
      const std::string_view before = text.low({claim.source.begin, mention.source.begin});
      if (claim.aspect == Aspect::end && before.ends_with("that ") &&
          text.words.any(mention.source, PathWord::organization))
        continue;  // "I left that hospital": the one named last
      for (const std::uint32_t e : mention.entries) {
        if (fits(claim, words, e) && !has_entry(ties, e)) ties.push_back({e, TieReason::mention});
      }
    }
    return ties;
  }
  [[nodiscard]] std::span<const Mention> mentions_within(std::uint32_t text, Span span) const {
    const std::vector<Mention>& all = mentions_[text];
    const auto before = [](const Mention& mention, std::uint32_t at) { return mention.source.begin < at; };
    return {std::lower_bound(all.begin(), all.end(), span.begin, before),
            std::lower_bound(all.begin(), all.end(), span.end, before)};
  }
  // By entry: one past where the span speaks of it last, counted from its begin; 0 where it does not.
  [[nodiscard]] std::vector<std::size_t> last_mentions(std::uint32_t text, Span span) const {
    std::vector<std::size_t> last(timeline_.entry_count, 0);
    for (const Mention& mention : mentions_within(text, span)) {
      for (const std::uint32_t e : mention.entries) last[e] = mention.source.begin - span.begin + 1;
    }
    return last;
  }

  // "The residency at the Rawson. I entered it in June."
  [[nodiscard]] bool is_named_just_before(const Event& claim, std::uint32_t e) const {
    return naming_just_before(claim, e) >= TieReason::part_of_name;
  }
  [[nodiscard]] TieReason naming_just_before(const Event& claim, std::uint32_t e) const {
    const MarkedText& text = timeline_.texts[claim.text];
    if (!claim.dated() || claim.aspect == Aspect::whole || !has_phrase(text.low(claim.source), "it"))
      return TieReason::none;
    const std::span<const Sentence> both = with_sentence_before(claim);
    if (both.empty() || both[0].block != both[1].block) return TieReason::none;
    return name_tie(timeline_.events[e], names_[e], words_of(claim, both[0].source));
  }
  // The sentence before the claim's, and the claim's; none where it is the text's first.
  [[nodiscard]] std::span<const Sentence> with_sentence_before(const Event& claim) const {
    const auto sentences = timeline_.texts[claim.text].text.document.sentences();
    const auto here = std::lower_bound(sentences.begin(), sentences.end(), claim.whole.begin,
                                       [](const Sentence& s, std::uint32_t at) { return s.source.begin < at; });
    if (here == sentences.begin() || here == sentences.end()) return {};
    return {std::prev(here), std::next(here)};
  }
  // ---- by the date alone
  // By a name, or by a role with something beside it.
  static bool is_firm(const std::vector<Tie>& ties) {
    return std::any_of(ties.begin(), ties.end(),
                       [](const Tie& tie) { return tie.reason >= TieReason::part_of_name && tie.weight >= kFirmTie; });
  }
  static bool has_entry(const std::vector<Tie>& ties, std::uint32_t e) {
    return std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == e; });
  }
  // Nothing ties it, or only what was told before does, and is years away from its date.
  [[nodiscard]] bool is_told_years_away(const Event& claim, const std::vector<Tie>& ties) const {
    return std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      return tie.reason == TieReason::pointed && days_apart(claim, timeline_.events[tie.entry]) > kSlip;
    });
  }
  // A slip of the pen is one of months, or of one in the year.
  static constexpr Day kSlip = 400;
  static constexpr Day kSame = 20;  // days between two tellings of one day or month

  // The side of a stay that the claim dates.
  static const std::optional<Stated>& side_of(const Event& event, Aspect aspect) {
    return aspect == Aspect::end ? event.end : event.start;
  }
  // Days between what the claim dates and that side of the entry; more than any slip where one has no such date.
  static Day days_apart(const Event& claim, const Event& entry) {
    const auto& told = side_of(claim, claim.aspect);
    const auto& listed = side_of(entry, claim.aspect);
    if (!told || !listed) return std::numeric_limits<Day>::max();
    return told->days.last < listed->days.first   ? listed->days.first - told->days.last
           : listed->days.last < told->days.first ? told->days.first - listed->days.last
                                                  : 0;
  }
  // Only one who dates a beginning or an end, and to the month.
  [[nodiscard]] bool dates_a_side(const Event& claim) const {
    if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.expected || claim.relative ||
        !claim.point || claim.aspect == Aspect::whole)
      return false;
    const auto& side = side_of(claim, claim.aspect);
    if (!side || side->date.precision < Precision::season) return false;
    if (timeline_.texts[claim.text].words.any(claim.source, PathWord::gap_title)) return false;  // "my break began"
    const MarkedText& text = timeline_.texts[claim.text];
    // "I came to the clinic", "I came to it"
    return claim.telling || (claim.naming && (text.words.any(claim.source, PathWord::organization) ||
                                              has_phrase(text.low(claim.source), "to it")));
  }
  // "I began it in Aleppo in 2008 and finished in Damascus in 2015": the verb has no object but "it".
  [[nodiscard]] bool ends_what_began(const Event& claim) const {
    constexpr std::array<std::string_view, 4> kFinishes = {"finished", "completed", "ended", "concluded"};
    if (claim.aspect != Aspect::end || claim.expected || claim.relative || claim.scene ||
        claim.kind == EventKind::exam || claim.kind == EventKind::gap ||
        std::find(kFinishes.begin(), kFinishes.end(), claim.verb) == kFinishes.end())
      return false;
    const std::string_view low = timeline_.texts[claim.text].low(claim.source);
    const std::size_t verb = claim.verb.empty() ? std::string::npos : find_phrase(low, claim.verb);
    if (verb == std::string_view::npos) return false;
    std::string_view object = low.substr(verb + claim.verb.size());
    while (object.starts_with(" ") || object.starts_with(",")) object.remove_prefix(1);
    return begins_with_one_of(object, {"it ", "it,", "in ", "at ", "on ", "there", "them ", "until ", "the course"});
  }
  static bool begins_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
  }
  // What the claim before tells the beginning of, in the same sentence or the one before.
  [[nodiscard]] std::vector<Tie> begun_before(const Event& claim, const std::vector<std::vector<Tie>>& ties) const {
    const std::size_t at = ties.size() - 1;
    if (at == 0) return {};
    const Event& before = timeline_.claims()[at - 1];
    const std::span<const Sentence> both = with_sentence_before(claim);
    const bool near = before.whole == claim.whole ||
                      (both.size() == 2 && both[0].block == both[1].block && before.whole == both[0].source);
    if (before.text != claim.text || !near || before.aspect != Aspect::start || !before.dated() || before.relative)
      return {};
    std::vector<Tie> begun = ties[at - 1];
    std::erase_if(begun, [&](const Tie& tie) { return timeline_.events[tie.entry].point; });
    return begun;
  }
  // The entry whose beginning or end is nearest to the one that is told, where none has it and nothing tells that one
  // rightly.
  [[nodiscard]] std::vector<Tie> near_ties(const Event& claim, const ClaimWords& words) const {
    const bool bare = is_bare_range(claim);
    if (bare || is_range_of_its_own(claim)) return near_ranges(claim, words, bare);
    if (!dates_a_side(claim) || words.says("clerkships") || is_told_in_a_list(claim) ||
        (claim.aspect == Aspect::start && tells_of_a_year_of_study(words)))
      return {};
    std::optional<std::uint32_t> nearest;
    Day distance = kSlip;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind == EventKind::exam || entry.paper) continue;
      const Day apart = days_apart(claim, entry);
      if (apart <= kSame) return {};
      const bool study = entry.kind == EventKind::education && claim.kind != EventKind::education;
      if (entry.kind == EventKind::gap || entry.point || study || apart > distance || !fits(claim, words, e) ||
          is_of_a_training_elsewhere(words, e))
        continue;
      distance = apart;
      nearest = e;
    }
    if (!nearest || names_another_place(claim) || is_told_rightly(claim, timeline_.events[*nearest]) ||
        is_told_with_another_end(claim, timeline_.events[*nearest]))
      return {};
    return {{*nearest, TieReason::near, kFirmTie}};
  }
  // "I began in January 2025 and continue", below a head of its own.
  [[nodiscard]] bool is_told_in_a_list(const Event& claim) const {
    const std::vector<Section>& sections = timeline_.texts[claim.text].text.sections;
    const auto at = std::ranges::find_if(
        sections, [&](const Section& section) { return section.source.contains(claim.source.begin); });
    const bool lists = std::ranges::any_of(timeline_.entries(), [&](const Event& entry) {
      return entry.text == claim.text && entry.kind != EventKind::gap;
    });
    const WordHits& words = timeline_.texts[claim.text].words;
    const bool named = words.any(claim.source, PathWord::own_noun) || words.any(claim.source, PathWord::there);
    return lists && !named && at != sections.end() &&
           (at->kind == SectionKind::experience || at->kind == SectionKind::education);
  }
  // "I started third year in January"
  static bool tells_of_a_year_of_study(const ClaimWords& words) {
    constexpr std::array<std::string_view, 6> kYears = {"first year",  "second year", "third year",
                                                        "fourth year", "fifth year",  "final year"};
    return std::any_of(kYears.begin(), kYears.end(), [&](std::string_view year) { return words.says(year); });
  }
  // "I was sent to Chania": no entry knows the place.
  [[nodiscard]] bool names_another_place(const Event& claim) const {
    constexpr std::array<std::string_view, 5> kLeads = {" in ", " at ", " to ", " for ", " left "};
    const MarkedText& text = timeline_.texts[claim.text];
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
  // A word of some entry's name or place.
  [[nodiscard]] bool is_known(std::string_view word) const {
    const auto entries = timeline_.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      return has_phrase(names_[static_cast<std::size_t>(&entry - entries.data())].all, word) ||
             std::find(entry.places.begin(), entry.places.end(), word) != entry.places.end();
    });
  }
  // "I arrived in March 2018 and left in July 2020": the other end is not the entry's either, so it is no slip.
  [[nodiscard]] bool is_told_with_another_end(const Event& claim, const Event& entry) const {
    const auto claims = timeline_.claims();
    return std::any_of(claims.begin(), claims.end(), [&](const Event& other) {
      return &other != &claim && other.text == claim.text && other.whole == claim.whole && other.point &&
             other.aspect != Aspect::whole && other.aspect != claim.aspect && days_apart(other, entry) > kSame;
    });
  }
  // "I was with her from January 2018 until the end of 2020": no word says what or where.
  [[nodiscard]] bool is_bare_range(const Event& claim) const {
    if (claim.point || !claim.start || !claim.end || !claim.telling || claim.expected || claim.relative ||
        claim.kind != EventKind::other || claim.start->date.precision < Precision::season)
      return false;
    const MarkedText& text = timeline_.texts[claim.text];
    if (text.words.any(claim.source, PathWord::organization) || text.words.roles(claim.source) != 0) return false;
    const auto dates = text.dates_in(claim.source);
    const auto dated = [&](std::uint32_t at) {
      return std::ranges::any_of(dates, [&](const DateExpression& date) { return date.source.contains(at); });
    };
    for (std::uint32_t at = claim.source.begin + 1; at + 1 < claim.source.end; ++at) {  // a name, but no "I"
      const std::string_view bytes = text.text.source.bytes();
      if (is_capital_at(bytes, at) && bytes[at - 1] == ' ' && bytes[at + 1] >= 'a' && bytes[at + 1] <= 'z' &&
          !dated(at))
        return false;
    }
    return true;
  }
  // A range to the month, whatever it is of, but at no place that no entry knows.
  [[nodiscard]] bool is_range_of_its_own(const Event& claim) const {
    const auto fine = [](const std::optional<Stated>& side) { return side && side->date.has_month(); };
    return !claim.point && fine(claim.start) && fine(claim.end) && (claim.telling || claim.naming) && !claim.expected &&
           !claim.relative && claim.kind != EventKind::exam && claim.kind != EventKind::gap && claim.verb != "lived" &&
           !names_another_place(claim);
  }
  // What the range has beyond the stay is that of another full-time entry.
  [[nodiscard]] bool goes_on_elsewhere(const Event& claim, std::uint32_t e) const {
    const Event& tied = timeline_.events[e];
    const Interval before{claim.start->days.first, tied.start->days.first - 1};
    const Interval after{tied.end->days.last + 1, claim.end->days.last};
    const auto entries = timeline_.entries();
    return std::any_of(entries.begin(), entries.end(), [&](const Event& entry) {
      if (&entry == &tied || entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start ||
          entry.load == Load::part_time)
        return false;
      const Interval stay{entry.start->days.first, entry.end ? entry.end->days.last : Interval::kOpenFuture};
      const auto most_of = [&](Interval beyond) {
        return beyond.first < beyond.last &&
               2 * (std::min(beyond.last, stay.last) - std::max(beyond.first, stay.first)) > beyond.last - beyond.first;
      };
      return most_of(before) || most_of(after);
    });
  }
  // The one entry that has one of its ends, and the other some months off; of a range that is not `bare`, one that is
  // shorter: a part of a stay may begin or end with it.
  [[nodiscard]] std::vector<Tie> near_ranges(const Event& claim, const ClaimWords& words, bool bare) const {
    std::vector<Tie> ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind == EventKind::exam || entry.paper || entry.point || !entry.start || !entry.end) continue;
      const bool start = claim.start->days.touches(entry.start->days);
      const bool end = claim.end->days.touches(entry.end->days);
      if (start && end) return {};
      const auto off = [](const Stated& a, const Stated& b) { return a.days.touches(widened(b.days, kSlip)); };
      const bool one_end = (start && off(*claim.end, *entry.end)) || (end && off(*claim.start, *entry.start));
      const bool longer = start ? claim.end->days.first > entry.end->days.last + kSame
                                : claim.start->days.last + kSame < entry.start->days.first;
      const bool whole = longer && entry.load != Load::part_time && !goes_on_elsewhere(claim, e);
      if (one_end && fits(claim, words, e) && (bare || whole)) ties.push_back({e, TieReason::near, kFirmTie});
    }
    return ties.size() == 1 ? ties : std::vector<Tie>();
  }
  [[nodiscard]] bool is_told_rightly(const Event& claim, const Event& entry) const {
    const auto claims = timeline_.claims();
    return std::any_of(claims.begin(), claims.end(), [&](const Event& other) {
      return &other != &claim && other.text == claim.text && other.aspect == claim.aspect && other.telling &&
             dates_agree(other, entry);
    });
  }

  // The entry in whose description a scene stands.
  [[nodiscard]] std::vector<Tie> described_by(const Event& scene) const {
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.text == scene.text && entry.whole.contains(scene.source)) return {{e, TieReason::pointed}};
    }
    return {};
  }
  [[nodiscard]] bool follows_colon(const Event& claim) const {
    const std::string_view before = timeline_.texts[claim.text].slice({claim.whole.begin, claim.source.begin});
    const std::size_t last = before.find_last_not_of(' ');
    return last != std::string_view::npos && (before[last] == ':' || before.substr(0, last + 1).ends_with("\u2014"));
  }

  static bool is_told_before(TieReason reason) {
    return reason == TieReason::pointed || reason == TieReason::described || reason == TieReason::mention;
  }
  // Each thing that claim and entry have in common counts; none of them decides alone but a name.
  [[nodiscard]] int weight_of(const Event& claim, const ClaimWords& words, const Tie& tie) const {
    const Event& entry = timeline_.events[tie.entry];
    const EntryNames& names = names_[tie.entry];
    TieReason reason = tie.reason;
    if (reason < TieReason::part_of_name && !is_told_before(reason)) reason = name_tie(entry, names, words);
    int weight = reason >= TieReason::exam           ? 5
                 : reason >= TieReason::part_of_name ? 3
                 : reason == TieReason::mention      ? 3
                 : reason == TieReason::described ? (described_in(telling_words(words.folded), tie.entry) > 1 ? 3 : 2)
                 : reason == TieReason::pointed   ? 2
                 : reason == TieReason::place     ? (is_only_post_there(claim, words, tie.entry) ? 3 : 1)
                                                  : 0;
    const bool there = timeline_.texts[claim.text].words.any(claim.source, PathWord::there);
    if (reason == TieReason::pointed && (there || claim.scene || leaves_it(claim) || stays_until(claim, tie.entry)))
      ++weight;
    const bool same_role = (names.roles & words.roles) != 0;
    const bool named_role = (names.role.size() > 3 && says_role(words, names)) || tells_its_work(claim, names.role);
    if (named_role)
      weight += 2;
    else if (same_role)
      weight += 1;
    // "I left general surgery": the one training in it
    const bool leaves =
        entry.training && !same_role && !named_role && shares_a_subject(words, names) && gives_up(claim);
    if (leaves && tie.reason == TieReason::role) weight += 2;
    if ((same_role && is_only_one(tie.entry, words.roles)) || (named_role && is_only_role(tie.entry))) weight += 2;
    if (claim.kind == entry.kind && claim.kind != EventKind::other) weight += 1;
    if (claim.kind == EventKind::other && timeline_.texts[claim.text].words.any(claim.source, PathWord::work_verb))
      weight += 1;
    if (shares_a_subject(words, names)) weight += 1;
    if (!claim.point && shares_an_end(claim, entry)) weight += 1;
    return weight;
  }
  // "... at Mercy. I stayed until October": of what this sentence or the one before names.
  [[nodiscard]] bool stays_until(const Event& claim, std::uint32_t e) const {
    if (claim.aspect != Aspect::end || !claim.telling || claim.start) return false;
    if (timeline_.texts[claim.text].low(claim.end->source).starts_with("by ")) return false;  // "was back by May"
    std::uint32_t from = claim.whole.begin;
    if (const std::span<const Sentence> both = with_sentence_before(claim);
        both.size() == 2 && both[0].block == both[1].block)
      from = both[0].source.begin;
    std::uint32_t named_at = 0;
    return has_entry(named_from(claim, from, named_at), e);
  }
  // "I served in Okigwe until April": no other post was in that town.
  [[nodiscard]] bool is_only_post_there(const Event& claim, const ClaimWords& words, std::uint32_t e) const {
    const WordHits& hits = timeline_.texts[claim.text].words;
    const WordHits verb(claim.verb);
    const bool works =
        hits.any(claim.source, PathWord::work_verb) || verb.any(whole_of(claim.verb), PathWord::work_verb) ||
        (claim.length && claim.telling && hits.any(claim.source, PathWord::own_noun)) || verb_of(claim) == "stayed" ||
        verb_of(claim) == "left" || (claim.telling && verb_of(claim) == "spent") ||
        (claim.telling && claim.point &&
         (verb_of(claim) == "started" || verb_of(claim) == "joined" || verb_of(claim) == "began")) ||
        (claim.telling && !claim.point && hits.any(claim.source, PathWord::own_noun)) ||
        hits.any(claim.source, PathWord::comes_next) || hits.any(claim.source, PathWord::organization) ||
        (!claim.point && shares_an_end(claim, timeline_.events[e]));
    if (!works) return false;
    std::vector<std::string> places = timeline_.events[e].places;
    std::erase_if(places, [&](const std::string& place) { return !names_it(words, place); });
    for (std::uint32_t other = 0; other < timeline_.entry_count; ++other) {
      const Event& entry = timeline_.events[other];
      if (other == e || entry.kind == EventKind::exam || entry.paper || entry.load == Load::part_time) continue;
      if (share_a_word(places, entry.places) || share_a_word(places, entry.names)) return false;
      // "two years a research fellow in Ann Arbor": of the fellowship, whose entry names no town.
      const bool role_of_other = (names_[other].roles & words.roles) != 0 && (names_[e].roles & words.roles) == 0;
      if (role_of_other && entry.places.empty()) return false;
    }
    return true;
  }
  // No other entry has that very role.
  [[nodiscard]] bool is_only_role(std::uint32_t e) const {
    return std::count_if(names_.begin(), names_.end(),
                         [&](const EntryNames& names) { return names.role == names_[e].role; }) == 1;
  }
  // No other entry has a role of that group.
  [[nodiscard]] bool is_only_one(std::uint32_t e, std::uint32_t roles) const {
    for (std::uint32_t other = 0; other < timeline_.entry_count; ++other) {
      if (other != e && (names_[other].roles & roles) != 0) return false;
    }
    return true;
  }
  // The one entry with a role of the group; nothing where there are more or none.
  [[nodiscard]] std::optional<std::uint32_t> only_one_of(std::uint32_t group) const {
    std::optional<std::uint32_t> found;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      if ((names_[e].roles & group) == 0) continue;
      if (found) return std::nullopt;
      found = e;
    }
    return found;
  }
  // "the surgical program" and "Surgery Resident".
  [[nodiscard]] static bool shares_a_subject(const ClaimWords& words, const EntryNames& names) {
    return std::any_of(names.subjects.begin(), names.subjects.end(), [&](const std::string& subject) {
      return words.folded.starts_with(std::string_view(subject).substr(1)) ||
             words.folded.find(subject) != std::string::npos;
    });
  }

  // A text as names are looked for in it, byte for byte.
  struct PlainText {
    std::string written;  // on one line; "St. Damien's" names St. Damien
    std::string folded;
  };
  static PlainText plain(const MarkedText& text) {
    PlainText plain{std::string(text.text.source.bytes()), {}};
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
  // "straight after my internship, to serve": what was over by then.
  static bool is_of_before(std::string_view folded, Span role) {
    std::string_view before = folded.substr(0, role.begin);
    for (const std::string_view own : {"my ", "the ", "an ", "a "}) {
      if (!before.ends_with(own)) continue;
      before.remove_suffix(own.size());
      break;
    }
    const std::string_view behind = folded.substr(role.end);
    return (before.ends_with("after ") || before.ends_with("out of ")) &&
           (behind.empty() || behind[0] == ',' || behind[0] == '.' || behind[0] == ';' || behind.starts_with(" i ") ||
            behind.starts_with(" to ") || behind.starts_with(" and "));
  }
  [[nodiscard]] std::uint32_t roles_in_play(std::uint32_t text, Span span) const {
    std::uint32_t roles = 0;
    for (const WordHit& hit : timeline_.texts[text].words.within(span)) {
      if (names_role(hit, span) && plain_[text].folded[hit.place.begin] != '-') roles |= 1U << hit.value;
    }
    return roles;
  }
  // The words alone, without their roles.
  [[nodiscard]] ClaimWords text_of(const Event& claim, Span span) const {
    const PlainText& text = plain_[claim.text];
    return {std::string_view(text.written).substr(span.begin, span.size()),
            std::string_view(text.folded).substr(span.begin, span.size()),
            0,
            {}};
  }
  [[nodiscard]] ClaimWords words_of(const Event& claim, Span span) const {
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

  // "As a resident I tutored", "After Mercy I worked in Kano for two years": the setting, not what was done. But "as a
  // resident I was for ten months".
  [[nodiscard]] bool opens_with_setting(const Event& claim, Span lead) const {
    constexpr std::uint32_t kLongest = 60;  // bytes
    const MarkedText& text = timeline_.texts[claim.text];
    const WordHit* setting = text.words.first(lead, PathWord::setting);
    if (setting == nullptr || setting->place.begin != lead.begin || lead.size() > kLongest) return false;
    const std::string_view words = text.low(lead);
    if (words.starts_with("as ") && claim.length) return false;
    if (words.ends_with("which") || words.ends_with("that") || words.ends_with("where")) return false;
    return !(claim.dated() && claim.date_source().begin < lead.end) &&
           !(claim.length && claim.length_source.begin < lead.end);
  }

  // "I stayed until 2021", "those fifteen months": the place that was named shortly before.
  [[nodiscard]] bool points_back(const Event& claim) const {
    if (claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.kind == EventKind::education)
      return false;
    const WordHits& words = timeline_.texts[claim.text].words;
    const bool there =
        words.any(claim.source, PathWord::there) || has_phrase(timeline_.texts[claim.text].low(claim.source), "its");
    // "I ran it for five years": a length without a name is that of the place told of last.
    const bool been = verb_of(claim) == "been" && !words.any(claim.source, PathWord::with_person);
    if (claim.length && !claim.dated() && claim.telling && !been && !words.any(claim.source, PathWord::organization) &&
        !words.any(claim.source, PathWord::exam))
      return true;
    if (words.any(claim.source, PathWord::organization) && !there) return false;
    if (verb_of(claim) == "left" && !claim.scene) return there || leaves_it(claim);
    const bool it = claim.dated() && claim.aspect != Aspect::whole &&
                    has_phrase(timeline_.texts[claim.text].low(claim.source), "it");  // "I began it in July"
    // "I worked there" without the word: until when, but not where.
    const bool until = claim.telling && claim.aspect == Aspect::end && !claim.start &&
                       words.any(claim.source, PathWord::work_verb) && words.roles(claim.source) == 0 &&
                       !names_another_place(claim);
    return claim.pointing || it || until || verb_of(claim) == "stayed" || verb_of(claim) == "resigned" ||
           verb_of(claim) == "remained";
  }
  // "I got there in May", "I came by the boat of the second of November": where, the sentence before says.
  [[nodiscard]] bool arrives_unsaid(const Event& claim) const {
    return claim.naming && claim.point && claim.aspect == Aspect::start && !names_another_place(claim) &&
           !timeline_.texts[claim.text].words.any(claim.source, PathWord::visit);
  }
  // "Most meaningful experience: Tiruvallur. For thirty-two months I was": a few words without a verb say where.
  [[nodiscard]] bool follows_a_head(const Event& claim) const {
    constexpr std::uint32_t kLongest = 60;  // bytes
    const std::span<const Sentence> both = with_sentence_before(claim);
    if (both.size() != 2 || both[0].block != both[1].block || both[0].source.size() > kLongest ||
        !(claim.telling || claim.length) || claim.kind == EventKind::exam || claim.kind == EventKind::gap ||
        claim.kind == EventKind::education)
      return false;
    const WordHits& words = timeline_.texts[claim.text].words;
    const auto verb = [&](PathWord list) { return words.any(both[0].source, list); };
    return !words.any(both[0].source, PathWord::self) && !verb(PathWord::act_start) && !verb(PathWord::act_end) &&
           !verb(PathWord::act_arrive) && !verb(PathWord::act_whole);
  }
  // "Mercy had ninety beds. I worked there as a registrar until 2020": of several such posts the one there.
  void keep_those_there(const Event& claim, std::vector<Tie>& ties) const {
    if (ties.size() < 2 || ties.front().reason != TieReason::role || claim.aspect == Aspect::start ||
        !timeline_.texts[claim.text].words.any(claim.source, PathWord::there))
      return;
    const std::vector<Tie> there = named_last(claim);
    if (there.size() != 1 || !has_entry(ties, there.front().entry)) return;
    ties = {{there.front().entry, TieReason::part_of_name}};
  }
  // The entries of the one place that the sentence before names.
  [[nodiscard]] std::vector<Tie> named_last(const Event& claim) const {
    const std::span<const Sentence> both = with_sentence_before(claim);
    std::vector<Tie> ties;
    if (both.empty()) return ties;
    const ClaimWords before = words_of(claim, both[0].source);
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (!is_post(entry) || name_tie(entry, names_[e], before) == TieReason::none) continue;
      if (!ties.empty() && timeline_.events[ties.front().entry].names != entry.names) return {};  // of two places
      ties.push_back({e, TieReason::mention});
    }
    return ties;
  }
  // ... and of several in one town the one whose work it names: "The emergency department in Cali."
  [[nodiscard]] std::vector<Tie> named_in_head(const Event& claim) const {
    const ClaimWords head = words_of(claim, with_sentence_before(claim)[0].source);
    std::vector<Tie> ties = organization_ties(claim, head);
    keep_where(ties, [&](const Tie& tie) { return shares_a_subject(head, names_[tie.entry]); });
    for (Tie& tie : ties) tie.reason = std::max(tie.reason, TieReason::part_of_name);
    return ties;
  }
  // "I arrived in Axum in February and I left it in July": of Axum, which no entry knows.
  [[nodiscard]] bool arrives_elsewhere_first(const Event& claim, std::uint32_t e) const {
    if (claim.source.begin <= claim.whole.begin) return false;
    Event before = claim;
    before.source = {claim.whole.begin, claim.source.begin};
    return name_tie(timeline_.events[e], names_[e], words_of(before, before.source)) == TieReason::none &&
           names_another_place(before);
  }
  [[nodiscard]] bool tells_of_school(const Event& claim) const {
    const MarkedText& text = timeline_.texts[claim.text];
    return text.words.any(claim.whole, PathWord::education) || has_phrase(text.low(claim.whole), "white coat");
  }
  [[nodiscard]] bool leaves_it(const Event& claim) const {
    return verb_of(claim) == "left" && has_phrase(timeline_.texts[claim.text].low(claim.source), "left it");
  }
  // The one entry whose dates the claim has, to the month: what is told next is told of it.
  [[nodiscard]] std::vector<Tie> dated_ties(const Event& claim, const std::vector<Tie>& among) const {
    std::vector<Tie> found;
    if (!claim.dated() || claim.expected || claim.relative || claim.aspect == Aspect::end) return found;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.paper || entry.point) continue;
      const bool tied =
          among.empty() || std::any_of(among.begin(), among.end(), [&](const Tie& tie) { return tie.entry == e; });
      if (tied && dates_agree(claim, entry)) found.push_back({e, TieReason::pointed});
    }
    if (found.size() > 1) found.clear();
    return found;
  }
  // What was told of last, by a claim or by a name.
  [[nodiscard]] std::vector<Tie> pointed_by(const Event& claim, const Event* last) const {
    std::uint32_t named_at = 0;
    std::vector<Tie> ties = named_before(claim, named_at);
    if (last != nullptr && last->text == claim.text && last->source.end + 500 > claim.source.begin &&
        last->source.end >= named_at && last->source.begin < claim.source.begin) {
      ties = last_ties_;
      const ClaimWords own{{}, {}, timeline_.texts[claim.text].words.roles(claim.source) | roles_of_setting(claim), {}};
      const bool works = claim.kind == EventKind::work || claim.kind == EventKind::clinical;
      std::erase_if(ties, [&](const Tie& tie) {
        return is_of_a_training_elsewhere(own, tie.entry) ||
               (works && timeline_.events[tie.entry].kind == EventKind::education);
      });
      for (Tie& tie : ties) tie.reason = TieReason::pointed;
      named_at = last->source.end;
    }
    if (comes_to_another_place(claim, named_at)) return {};
    keep_where(ties, [&](const Tie& tie) {
      return last != nullptr && last->text == claim.text &&
             std::any_of(last_ties_.begin(), last_ties_.end(), [&](const Tie& l) { return l.entry == tie.entry; });
    });
    return ties;
  }
  // "I entered service in a hospital in Sagaing, and I was there for two years": in Sagaing, which no entry knows.
  [[nodiscard]] bool comes_to_another_place(const Event& claim, std::uint32_t named_at) const {
    Event before = claim;
    before.source = {std::max(claim.whole.begin, named_at), claim.source.begin};
    return before.source.begin < before.source.end &&
           timeline_.texts[claim.text].words.any(claim.source, PathWord::there) && names_another_place(before);
  }
  // "As an intern I spent three months there": the roles that stand before the claim.
  [[nodiscard]] std::uint32_t roles_of_setting(const Event& claim) const {
    const MarkedText& text = timeline_.texts[claim.text];
    const bool setting = claim.source.begin > claim.whole.begin && text.low(claim.whole).starts_with("as a");
    return setting ? text.words.roles({claim.whole.begin, claim.source.begin}) : 0;
  }
  // "The residency took three years": of no post without such a word.
  [[nodiscard]] bool is_of_a_training_elsewhere(const ClaimWords& words, std::uint32_t e) const {
    constexpr std::uint32_t kTraining = role_bit(Role::intern) | role_bit(Role::resident);
    const Event& entry = timeline_.events[e];
    return (words.roles & kTraining) != 0 && names_[e].roles == 0 && !entry.training && !entry.within_degree &&
           entry.kind != EventKind::education;
  }
  // The entries whose place stands last before the claim, in its paragraph.
  [[nodiscard]] std::vector<Tie> named_before(const Event& claim, std::uint32_t& named_at) const {
    const MarkedText& text = timeline_.texts[claim.text];
    const std::uint32_t reach = claim.pointing ? 800 : 500;
    std::uint32_t from = bytes_before(claim.source.begin, reach).begin;
    const bool opens_paragraph =
        claim.whole.begin < 2 ||
        text.slice({claim.whole.begin - 2, claim.whole.begin}).find('\n') != std::string_view::npos;
    const std::size_t paragraph = text.slice({from, claim.source.begin}).rfind("\n\n");
    if (paragraph != std::string_view::npos && !(opens_paragraph && claim.pointing)) {
      std::vector<Tie> ties = named_from(claim, from + static_cast<std::uint32_t>(paragraph), named_at);
      if (!ties.empty() || !claim.pointing) return ties;
    }
    return named_from(claim, from, named_at);
  }
  [[nodiscard]] std::vector<Tie> named_from(const Event& claim, std::uint32_t from, std::uint32_t& named_at) const {
    const MarkedText& text = timeline_.texts[claim.text];
    const ClaimWords window = text_of(claim, {from, claim.source.begin});
    const ClaimWords own{{}, {}, text.words.roles(claim.source) | roles_of_setting(claim), {}};
    LastNaming naming(window);
    const std::vector<std::size_t> mentioned = last_mentions(claim.text, {from, claim.source.begin});
    const std::vector<std::size_t> by_role = last_roles(text, {from, claim.source.begin});
    std::vector<Tie> ties;
    std::size_t latest = 0;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (!is_post(entry)) continue;
      if (!fits(claim, own, e) || is_of_a_training_elsewhere(own, e)) continue;
      const std::size_t at = std::max({last_naming(entry, names_[e], naming), by_role[e], mentioned[e]});
      if (at == 0 || at < latest) continue;
      if (at > latest) ties.clear();
      latest = at;
      named_at = from + static_cast<std::uint32_t>(at);
      ties.push_back({e, TieReason::pointed});
    }
    return ties;
  }
  // One past the place where a name stands last in the words, with a capital; looked for once a name.
  class LastNaming {
   public:
    explicit LastNaming(const ClaimWords& words) : words_(words) {}

    [[nodiscard]] std::size_t of(const std::string& name) {
      const auto [at, added] = found_.try_emplace(name, 0);
      if (added) at->second = look_for(name, words_.folded);
      return at->second;
    }
    [[nodiscard]] std::size_t look_for(std::string_view name, std::string_view in) const {
      std::size_t last = 0;
      for (std::size_t at = find_phrase(in, name); at != std::string_view::npos; at = find_phrase(in, name, at + 1)) {
        if (is_capital_at(words_.written, at)) last = at + 1;
      }
      return last;
    }
    // The same for a kind of place ("the mission hospital"), which is no name and has no capital.
    [[nodiscard]] std::size_t of_kind(const std::string& kind) {
      const auto [at, added] = kinds_.try_emplace(kind, 0);
      if (!added) return at->second;
      // Forwards: rfind compares at every byte.
      for (std::size_t found = words_.folded.find(kind); found != std::string::npos;
           found = words_.folded.find(kind, found + 1))
        at->second = found + 1;
      return at->second;
    }
    [[nodiscard]] const ClaimWords& words() const { return words_; }

   private:
    const ClaimWords& words_;
    std::unordered_map<std::string_view, std::size_t> found_;  // views of the entries' names
    std::unordered_map<std::string_view, std::size_t> kinds_;
  };
  // The same for the entry's organization or city; 0 where they are not named.
  static std::size_t last_naming(const Event& entry, const EntryNames& names, LastNaming& window) {
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
  [[nodiscard]] std::vector<std::size_t> last_roles(const MarkedText& text, Span span) const {
    std::vector<std::size_t> last(timeline_.entry_count, 0);
    for (const WordHit& hit : text.words.within(span)) {
      if (hit.list != PathWord::role || hit.place.end > span.end) continue;
      if (const auto e = only_of_role_[hit.value]) last[*e] = hit.place.begin - span.begin + 1;
    }
    return last;
  }

  // ---- exams
  std::vector<Tie> exam_ties(const Event& claim) const {
    std::vector<Tie> ties = exam_ties(claim, true);
    // "I passed Step 1 on the first try", of a pass that is listed as the second
    if (ties.empty() && claim.sitting.attempt > 0 && claim.sitting.result != ExamResult::unstated &&
        timeline_.texts[claim.text].words.any(claim.source, PathWord::exam))
      ties = exam_ties(claim, false);
    return ties;
  }
  std::vector<Tie> exam_ties(const Event& claim, bool by_attempt) const {
    std::vector<Tie> ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind != EventKind::exam || entry.sitting.exam != claim.sitting.exam || !entry.dated()) continue;
      const Sitting& a = claim.sitting;
      const Sitting& b = entry.sitting;
      const int attempt = timeline_.attempt_of(entry);
      if (by_attempt && a.attempt > 0 && attempt > 0 && a.attempt != attempt) continue;
      const ExamResult result = result_of(entry);
      if (a.result != ExamResult::unstated && result != ExamResult::unstated && a.result != result) continue;
      if (a.result == ExamResult::fail && result == ExamResult::unstated) continue;  // lists tell of the pass
      if (a.score > 0 && b.score > 0 && a.score != b.score) continue;
      ties.push_back({e, TieReason::exam});
    }
    return ties;
  }
  // A score without a word about it is a pass.
  static ExamResult result_of(const Event& entry) {
    if (entry.sitting.result != ExamResult::unstated || entry.sitting.score == 0) return entry.sitting.result;
    return ExamResult::pass;
  }
  // ---- roles
  std::vector<Tie> organization_ties(const Event& claim, const ClaimWords& words) const {
    std::vector<Tie> ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind == EventKind::exam || entry.kind == EventKind::gap || entry.paper || !fits(claim, words, e))
        continue;
      TieReason reason = name_tie(entry, names_[e], words);
      if (reason == TieReason::none) continue;
      if ((reason == TieReason::name || reason == TieReason::part_of_name) && names_[e].named_by_place)
        reason = TieReason::place;
      if (reason == TieReason::part_of_name &&
          ((claim.dated() && names_its_town_alone(claim, words, e)) || is_told_by_town(claim, words, e)))
        reason = TieReason::place;
      ties.push_back({e, reason});
    }
    drop_common_kinds(ties, words);
    TieReason best = TieReason::none;
    for (const Tie& tie : ties) best = std::max(best, tie.reason);
    std::erase_if(ties, [&](const Tie& tie) {
      return (best >= TieReason::name && tie.reason < TieReason::name) ||
             (best == TieReason::part_of_name && tie.reason < best);
    });
    keep_where(ties, [&](const Tie& tie) { return is_told_by_more(tie.entry, words); });
    drop_side_posts(claim, ties);
    keep_where(
        ties, [&](const Tie& tie) { return names_[tie.entry].role.size() > 3 && says_role(words, names_[tie.entry]); });
    keep_where(ties, [&](const Tie& tie) { return (names_[tie.entry].roles & words.roles) != 0; });
    keep_where(ties, [&](const Tie& tie) { return claim.kind == timeline_.events[tie.entry].kind; });
    return ties;
  }
  // "the cancer center in Astana": of the entry there, not of the one whose name ends so.
  void drop_common_kinds(std::vector<Tie>& ties, const ClaimWords& words) const {
    const bool town =
        std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return names_town_of(tie.entry, words); });
    if (!town) return;
    std::erase_if(ties, [&](const Tie& tie) {
      const EntryNames& names = names_[tie.entry];
      const std::vector<std::string>& telling = timeline_.events[tie.entry].names;
      return tie.reason == TieReason::part_of_name && !names_town_of(tie.entry, words) &&
             !names.kind_of_place.empty() && words.says(names.kind_of_place) &&
             std::none_of(telling.begin(), telling.end(),
                          [&](const std::string& name) { return names_it(words, name); });
    });
  }
  [[nodiscard]] bool names_town_of(std::uint32_t e, const ClaimWords& words) const {
    const std::vector<std::string>& places = timeline_.events[e].places;
    return std::any_of(places.begin(), places.end(),
                       [&](const std::string& place) { return place.size() > 3 && names_it(words, place); });
  }
  // "two months in Khartoum" beside the University of Khartoum: a town, unless a word for such a place stands by it.
  [[nodiscard]] bool names_its_town_alone(const Event& claim, const ClaimWords& words, std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    const bool town = std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& name) {
      return std::find(entry.places.begin(), entry.places.end(), name) != entry.places.end() && names_it(words, name);
    });
    const bool more = std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& name) {
      return std::find(entry.places.begin(), entry.places.end(), name) == entry.places.end() && words.says(name);
    });
    return town && !more && !says_its_kind(claim, e);
  }
  // "the larger hospital in Khartoum": of Khartoum Teaching Hospital no more than of another one there.
  [[nodiscard]] bool is_told_by_town(const Event& claim, const ClaimWords& words, std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    // "I have been in Dearborn since October", and not "at Dearborn Family Practice"
    const bool lives = words.roles == 0 && (verb_of(claim) == "been" || verb_of(claim) == "lived");
    bool town = false;
    for (const std::string& name : entry.names) {
      const std::size_t at = find_phrase(words.folded, name);
      if (at == std::string::npos) continue;
      const bool stands_alone =  // "Core Trainee in Psychiatry, Leeds"
          std::ranges::any_of(names_, [&](const EntryNames& other) { return other.organization == name; });
      town = words.folded.substr(0, at).ends_with(" in ") && (timeline_.is_a_place(name) || stands_alone || lives);
      if (!town) return false;
    }
    return town;
  }
  // "a year in the hospital in Zrenjanin": of the hospital, not of the hours given to the school there.
  void drop_side_posts(const Event& claim, std::vector<Tie>& ties) const {
    const auto is_side = [&](const Tie& tie) {
      return timeline_.events[tie.entry].load == Load::part_time && !says_its_kind(claim, tie.entry);
    };
    const bool post = std::ranges::any_of(ties, [&](const Tie& tie) {
      return timeline_.events[tie.entry].load != Load::part_time && says_its_kind(claim, tie.entry);
    });
    if (post) std::erase_if(ties, is_side);
  }
  // "the hospital in Zrenjanin": that word stands in its name.
  [[nodiscard]] bool says_its_kind(const Event& claim, std::uint32_t e) const {
    const std::vector<WordHit> kinds = timeline_.texts[claim.text].words.all(claim.source, PathWord::organization);
    return std::ranges::any_of(kinds, [&](const WordHit& kind) {
      return has_phrase(names_[e].organization, timeline_.texts[claim.text].low(kind.place));
    });
  }
  // "the mission hospital in Gulu": two words of its name, whatever their case.
  [[nodiscard]] bool is_told_by_more(std::uint32_t e, const ClaimWords& words) const {
    const std::vector<std::string>& names = timeline_.events[e].names;
    return std::count_if(names.begin(), names.end(), [&](const std::string& name) { return words.says(name); }) > 1;
  }
  // "I came to Penfield as an intern", of the residency there.
  static bool is_first_year_of(std::uint32_t told, std::uint32_t listed) {
    constexpr std::uint32_t kIntern = role_bit(Role::intern);
    constexpr std::uint32_t kResident = role_bit(Role::resident);
    return told == kIntern && (listed & kResident) != 0;
  }
  [[nodiscard]] bool fits(const Event& claim, const ClaimWords& words, std::uint32_t e) const {
    const Event& entry = timeline_.events[e];
    if (words.roles != 0 && names_[e].roles != 0 && (words.roles & names_[e].roles) == 0 &&
        !(claim.dated() && is_first_year_of(words.roles, names_[e].roles)))
      return false;
    // "I left Kharkiv in March": the town
    if (entry.kind == EventKind::education && verb_of(claim) == "left" &&
        !timeline_.texts[claim.text].words.any(claim.source, PathWord::education) &&
        !timeline_.texts[claim.text].words.any(claim.source, PathWord::organization))
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
        !(verb_of(claim) == "studied" && !timeline_.texts[claim.text].words.any(claim.source, PathWord::degree))) {
      const bool master = timeline_.texts[claim.text].words.any(claim.source, PathWord::master_degree);
      if (entry.master_degree != master && (entry.master_degree || entry.medical_degree)) return false;
    }
    const bool research = claim.kind == EventKind::research || entry.kind == EventKind::research;
    if (research && claim.kind != entry.kind)
      return entry.kind == EventKind::work || claim.kind == EventKind::work || words.says("fellow") ||
             (words.says("fellowship") && words.folded.find("fellowship exam") == std::string_view::npos);
    return (claim.kind == EventKind::education) == (entry.kind == EventKind::education);
  }
  template <typename Holds>
  static void keep_where(std::vector<Tie>& ties, Holds holds) {
    if (std::any_of(ties.begin(), ties.end(), holds)) std::erase_if(ties, [&](const Tie& tie) { return !holds(tie); });
  }

  std::vector<Tie> degree_ties(const Event& claim, const ClaimWords& words) const {
    std::vector<Tie> ties;
    if (claim.kind != EventKind::education) return ties;
    const bool studies = words.says("medical student") || verb_of(claim) == "studied" || verb_of(claim) == "attended" ||
                         verb_of(claim) == "enrolled" || claim.verb.empty() || words.says("in medical school") ||
                         words.says("my years") || words.says("medical studies") ||
                         is_one_of(verb_of(claim), {"ran", "lasted", "did", "completed"});
    const WordHits hits(words.folded);
    const Span all = whole_of(words.folded);
    const bool master = hits.any(all, PathWord::master_degree);
    if (claim.aspect == Aspect::whole && !claim.point && claim.dated() && !studies && !master) return ties;
    const bool medical = hits.any(all, PathWord::medical_degree) || hits.any(all, PathWord::graduation) ||
                         words.says("graduating") || words.says("medical student") || words.says("qualified") ||
                         words.says("class of") || words.says("graduate of") || words.says("medical school");
    // "Four years after college I began medical school": what stands behind the verb.
    const std::size_t verb = claim.verb.empty() ? std::string::npos : find_phrase(words.folded, claim.verb);
    const Span told{verb == std::string::npos ? 0 : static_cast<std::uint32_t>(verb), all.end};
    const bool only = hits.any(all, PathWord::degree) && has_one_degree();                        // "my degree"
    const bool doctors = medical && (words.says("diploma of") || words.says("medical diploma"));  // "of MBChB"
    const bool given = claim.aspect == Aspect::end && claim.telling && words.says("diploma");  // "put a red diploma in"
    const bool diploma = doctors || ((words.says("my diploma") || given) && (only || lists_no_diploma()));
    const bool other_school = hits.any(told, PathWord::other_degree) && !diploma;
    if (other_school && !master) return first_degree_ties(words);
    if (!master && !medical && !only && !diploma) return ties;
    if (words.says("the md")) ties = further_degree_ties("m.d.");
    if (!ties.empty()) return ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      if (entry.kind != EventKind::education || !entry.dated() || entry.paper) continue;
      if (master ? entry.master_degree : entry.medical_degree) ties.push_back({e, TieReason::degree});
    }
    return ties;
  }

  // "The MD was three years", of who became a doctor with an MBBS: the posts that are named by it.
  [[nodiscard]] std::vector<Tie> further_degree_ties(std::string_view name) const {
    std::vector<Tie> ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      const std::string title = folded_copy(entry.title);
      if (!title.starts_with(name) && !title.starts_with("md ")) continue;
      if (entry.medical_degree) return {};
      if (entry.training && entry.dated()) ties.push_back({e, TieReason::degree});
    }
    return ties;
  }
  // "my bachelor's", "college": of the one degree that is neither of medicine nor a master's.
  [[nodiscard]] std::vector<Tie> first_degree_ties(const ClaimWords& words) const {
    constexpr std::array<std::string_view, 5> kFirst = {"college", "bachelor", "bachelor's", "bachelors",
                                                        "undergraduate"};
    std::vector<Tie> ties;
    if (std::ranges::none_of(kFirst, [&](std::string_view word) { return words.says(word); })) return ties;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      const WordHits title(entry.title);
      if (entry.kind == EventKind::education && entry.dated() && !entry.paper && !entry.medical_degree &&
          !entry.master_degree && !has_phrase(folded_copy(entry.title), "phd") &&
          title.any(whole_of(entry.title), PathWord::other_degree) &&
          !has_phrase(folded_copy(entry.title), "certificate"))
        ties.push_back({e, TieReason::degree});
    }
    return ties.size() == 1 ? ties : std::vector<Tie>();
  }

  // "my diploma" is the doctor's where no other one is listed.
  [[nodiscard]] bool lists_no_diploma() const {
    return std::ranges::none_of(timeline_.entries(), [](const Event& entry) {
      const std::string title = folded_copy(entry.title);
      return has_phrase(title, "diploma") || has_phrase(title, "high school");
    });
  }
  [[nodiscard]] bool has_one_degree() const {
    const auto entries = timeline_.entries();
    return std::count_if(entries.begin(), entries.end(),
                         [](const Event& entry) { return entry.kind == EventKind::education && !entry.paper; }) == 1;
  }

  std::vector<Tie> role_ties(const Event& claim, const ClaimWords& words) const {
    std::vector<Tie> ties;
    if (claim.kind == EventKind::education) return ties;
    const auto entries = timeline_.entries();
    const bool any_named =
        std::any_of(entries.begin(), entries.end(), [&](const Event& entry) { return names_stay(words, entry); });
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = timeline_.events[e];
      const std::string& role = names_[e].role;
      if (!is_post(entry) || !fits(claim, words, e)) continue;
      const bool named = (role.size() > 4 || !names_[e].service.empty()) && says_role(words, names_[e]);
      if (names_another(words, e, any_named)) continue;
      const bool does = tells_its_work(claim, role);
      const bool left = entry.training && words.roles == 0 && shares_a_subject(words, names_[e]) && gives_up(claim);
      if (named || left || does || (names_[e].roles & words.roles) != 0) ties.push_back({e, TieReason::role});
    }
    return ties;
  }
  // "I was resident in Kassel": of no post that is somewhere else, where others are there.
  [[nodiscard]] bool names_another(const ClaimWords& words, std::uint32_t e, bool any_named) const {
    const Event& tied = timeline_.events[e];
    return any_named && !(tied.names.empty() && tied.places.empty()) && !names_stay(words, tied);
  }
  static bool names_stay(const ClaimWords& words, const Event& entry) {
    const auto named = [&](const std::string& word) { return word.size() > 3 && names_it(words, word); };
    return entry.kind != EventKind::exam && !entry.paper &&
           (std::any_of(entry.names.begin(), entry.names.end(), named) ||
            std::any_of(entry.places.begin(), entry.places.end(), named));
  }
  // "I have been scribing" of a scribe, "I started tutoring" of a tutor, "I taught" of a teacher.
  [[nodiscard]] bool tells_its_work(const Event& claim, std::string_view role) const {
    constexpr std::array<std::string_view, 5> kGerunds = {"scribing", "tutoring", "interpreting", "translating",
                                                          "lecturing"};
    const std::string_view low = timeline_.texts[claim.text].low(claim.whole);
    const bool began = verb_of(claim) == "began" || verb_of(claim) == "started" || verb_of(claim) == "been";
    return (is_work_of(claim.verb, role) && !has_phrase(low, "taught me")) ||
           std::ranges::any_of(kGerunds, [&](std::string_view gerund) {
             return (began || gerund == "scribing") && is_work_of(gerund, role) && has_phrase(low, gerund);
           });
  }

  const Timeline& timeline_;
  std::vector<EntryNames> names_;
  std::array<std::optional<std::uint32_t>, static_cast<std::size_t>(Role::count)> only_of_role_;
  std::vector<PlainText> plain_;                // by text
  std::vector<std::vector<Mention>> mentions_;  // by text
  std::vector<Tie> last_ties_;
  mutable std::vector<std::vector<std::string>> descriptions_;  // see descriptions()
};

}  // namespace

std::vector<std::vector<Tie>> tie_claims(const Timeline& timeline) {
  if (timeline.entries().empty()) return std::vector<std::vector<Tie>>(timeline.claims().size());  // most statements
  return Tying(timeline).all();
}

}  // namespace candor
