#include "lint/check/moves.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// "I moved to Graz in January", while another full-time post elsewhere goes on for months and the one in Graz begins in
// July: the move has the wrong date, or one of the posts.
void check_towns(DateFaults& faults) {
  constexpr Day kApart = 60;
  for (std::uint32_t c = 0; c < faults.timeline().ties.size(); ++c) {
    const std::uint32_t e = faults.entry_count() + c;
    const Event& claim = faults.event(e);
    const std::vector<Tie>& ties = faults.timeline().ties[c];
    // "Graz" may stand for the town or, alone on its line, for the post there.
    const bool placed = !ties.empty() && (ties.front().reason == TieReason::place ||
                                          (!claim.telling && ties.front().reason == TieReason::part_of_name));
    if (!placed || faults.is_faulty(e) || !claim.start || claim.aspect != Aspect::start || claim.expected ||
        faults.marked(claim).words.any(claim.source, PathWord::visit) || claim.relative || !claim.done ||
        (claim.start->date.precision < Precision::season && claim.start->date.portion == Portion::whole))
      continue;
    const Interval moved = claim.start->days;
    std::optional<std::uint32_t> there;
    for (const Tie& tie : ties) {
      const Event& entry = faults.event(tie.entry);
      if (entry.start && (!there || entry.start->days.first < faults.event(*there).start->days.first))
        there = tie.entry;
    }
    if (!there || faults.is_faulty(*there) || faults.event(*there).start->days.first <= moved.last + kApart) continue;
    for (std::uint32_t other = 0; other < faults.entry_count(); ++other) {
      const Event& entry = faults.event(other);
      const bool tied = std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return tie.entry == other; });
      if (tied || entry.load != Load::full_time || entry.point || entry.paper || !entry.start || !entry.end ||
          entry.places.empty() || entry.start->days.last > moved.first || entry.end->days.first < moved.last + kApart)
        continue;
      faults.report_contradiction(e, *there, false);
      break;
    }
  }
}

// "I have lived in Minnesota since March 2022", "from March 2022 I am in Minnesota"
bool lives_since(const Event& claim) {
  const bool from_then = claim.point && claim.aspect == Aspect::start && claim.title == "am";
  return claim.start && (!claim.end || from_then) && is_one_of(claim.title, {"lived", "living", "been", "am"});
}

// "I have lived and worked in Minnesota since March 2022"
bool lives_and_works_since(const DateFaults& faults, const Event& claim) {
  return claim.start && !claim.end && claim.title == "worked" &&
         has_phrase(faults.marked(claim).low(claim.whole), "lived and worked");
}

// "New York" of "New York with my sister", in lower case: the names that the words begin with.
std::string leading_names(std::string_view words) {
  const auto is_name = [&](std::size_t at) { return at < words.size() && words[at] >= 'A' && words[at] <= 'Z'; };
  std::size_t end = 0;
  while (is_name(end)) {
    end = path_word_end(words, end);
    if (end >= words.size() || words[end] != ' ' || !is_name(end + 1)) break;
    ++end;
  }
  return folded_name(words.substr(0, end));
}

// Between which places; empty where it is not said.
struct Move {
  std::string from;
  std::string to;

  [[nodiscard]] bool empty() const { return from.empty() && to.empty(); }
  // To one place, or away from one where only one of them says where to.
  [[nodiscard]] bool is_that_of(const Move& other) const {
    if (!to.empty() && !other.to.empty()) return to == other.to;
    return !from.empty() && from == other.from;
  }
};

constexpr std::string_view kHere = "this city";

// What stands behind the verb: "to Boise", "from Tabriz to Boise", "with him from Ibadan to Leeds".
Move places_of_a_move(const MarkedText& text, Span behind) {
  const std::string_view words = text.slice(behind);
  const auto named = [&](std::string_view lead) {
    for (std::size_t at = words.find(lead); at != std::string_view::npos; at = words.find(lead, at + 1)) {
      const std::size_t name = at + lead.size();
      const auto begin = behind.begin + static_cast<std::uint32_t>(name);
      const DateExpression* const date = text.date_in(behind);
      if (date == nullptr || !date->source.contains(begin)) {
        if (std::string found = leading_names(words.substr(name)); !found.empty()) return found;
      }
    }
    return std::string();
  };
  Move move;
  if (words.find(" from ") != std::string_view::npos) move = {named(" from "), named(" to ")};
  if (!move.empty()) return move;
  constexpr std::string_view kOver = " to the United States, to ";  // "moved to the United States, to Springdale"
  for (const std::string_view lead : {kOver, std::string_view(" to live in "), std::string_view(" to "),
                                      std::string_view(" in ")}) {
    if (!words.starts_with(lead)) continue;
    if (folded_name(words.substr(lead.size(), kHere.size())) == kHere) return {{}, std::string(kHere)};
    return {{}, leading_names(words.substr(lead.size()))};
  }
  return {};
}

// "I came to Minnesota in September 2022", "I have lived in Minnesota since March 2022": where the writer came to live.
// Empty where it is no such thing.
Move move_of(const DateFaults& faults, const Event& claim) {
  const MarkedText& text = faults.marked(claim);
  const bool lives = lives_since(claim) || lives_and_works_since(faults, claim);
  const bool comes =
      claim.point && claim.aspect == Aspect::start &&
      is_one_of(claim.title, {"came", "moved", "arrived", "immigrated", "emigrated", "relocated", "landed"});
  // "..., where my sister lives", "... and my sister lives there", "... to live with my sister"
  const std::string_view all = text.low(claim.source);
  const std::size_t comma = std::min({all.find(", "), all.find(" and my "), all.find(" to live with ")});
  const Span told{claim.source.begin, comma == std::string_view::npos
                                          ? claim.source.end
                                          : claim.source.begin + static_cast<std::uint32_t>(comma)};
  const std::vector<WordHit> visits = text.words.all(told, PathWord::visit);
  const bool visit = std::any_of(visits.begin(), visits.end(), [&](const WordHit& hit) {
    return text.low(hit.place) != "lived" && text.low(hit.place) != "family";
  });
  const Precision least = lives ? Precision::year : Precision::season;
  if (!(lives || comes) || visit || !claim.start || claim.start->date.precision < least || (claim.expected && !lives) ||
      claim.relative)
    return {};
  const std::string_view low = text.low(claim.source);
  const std::size_t verb = find_phrase(low, claim.title);
  if (verb == std::string_view::npos || has_phrase(low, "born")) return {};  // "and our daughter was born in May"
  const auto behind = claim.source.begin + static_cast<std::uint32_t>(verb + claim.title.size());
  return places_of_a_move(text, {behind, claim.source.end});
}

void check_arrivals(DateFaults& faults) {
  constexpr Day kMonths = 45;
  constexpr Day kSeasons = 0;  // ... which are wide by themselves
  constexpr Day kSlip = 700;
  std::vector<std::pair<std::uint32_t, Move>> arrivals;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    Move move = move_of(faults, faults.event(e));
    if (move.to == kHere)  // the one that the text told of before
      move.to = !arrivals.empty() && faults.event(arrivals.back().first).text == faults.event(e).text
                    ? arrivals.back().second.to
                    : std::string();
    if (!move.empty()) arrivals.emplace_back(e, std::move(move));
  }
  for (std::size_t a = 0; a < arrivals.size(); ++a) {
    for (std::size_t b = a + 1; b < arrivals.size(); ++b) {
      const Event& one = faults.event(arrivals[a].first);
      const Event& other = faults.event(arrivals[b].first);
      if (!arrivals[a].second.is_that_of(arrivals[b].second) || faults.is_faulty(arrivals[a].first) ||
          faults.is_faulty(arrivals[b].first) || (one.text == other.text && one.whole.overlaps(other.whole)))
        continue;
      const Interval then = one.start->days;
      const Interval again = other.start->days;
      const bool season =
          one.start->date.precision == Precision::season || other.start->date.precision == Precision::season;
      const Day apart = season ? kSeasons : kMonths;
      if (!then.touches({again.first - apart, again.last + apart}) &&
          then.touches({again.first - kSlip, again.last + kSlip}))
        faults.report_contradiction(arrivals[b].first, arrivals[a].first);
    }
  }
}

// A stay of all the week, told with its beginning.
bool fills_the_week(const Event& entry) {
  return entry.load == Load::full_time && entry.kind != EventKind::gap && !entry.paper && !entry.point &&
         !entry.expected && entry.start;
}

// "I landed in Detroit in January 2020", months after a full-time post there had begun that went on.
void check_arrivals_at_posts(DateFaults& faults) {
  constexpr Day kApart = 75;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    if (faults.is_faulty(e) || !claim.point ||
        !is_one_of(claim.title, {"landed", "arrived", "came", "moved", "relocated"}))
      continue;
    const std::string place = move_of(faults, claim).to;
    if (place.empty() || has_phrase(faults.marked(claim).low(claim.source), "back")) continue;
    const Interval came = claim.start->days;
    for (std::uint32_t there = 0; there < faults.entry_count(); ++there) {
      const Event& post = faults.event(there);
      if (faults.is_faulty(there) || !fills_the_week(post) ||
          std::ranges::find(post.places, place) == post.places.end() || post.start->days.last + kApart >= came.first ||
          faults.end_of(post).first <= came.last + kApart)
        continue;
      faults.report_contradiction(e, there, false);
      break;
    }
  }
}

// Whether the entry's name, place or head has a word of the list.
bool is_placed_in(const DateFaults& faults, const Event& entry, PathWord list) {
  std::string name = entry.organization + ", " + entry.place + ",";
  for (const std::string& place : entry.places) name += " " + place;
  return faults.marked(entry).words.any(entry.source, list) ||
         WordHits(name).any({0, static_cast<std::uint32_t>(name.size())}, list);
}

// "Cleveland, Ohio, USA", "Dayton, OH"
bool is_in_the_us(const DateFaults& faults, const Event& entry) {
  if (is_placed_in(faults, entry, PathWord::united_states) || is_placed_in(faults, entry, PathWord::us_state))
    return true;
  const std::string head =
      entry.organization + ", " + entry.place + ", " + std::string(faults.marked(entry).slice(entry.source));
  for (std::size_t comma = head.find(", "); comma != std::string::npos; comma = head.find(", ", comma + 1)) {
    const std::size_t code = comma + 2;
    if (path_word_end(head, code) != code + 2) continue;
    if (is_one_of(
            std::string_view(head).substr(code, 2),
            {"AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY",
             "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH",
             "OK", "OR", "PA", "PR", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY"}))
      return true;
  }
  return false;
}

// "Novi Sad, Serbia"
bool is_abroad(const DateFaults& faults, const Event& entry) {
  return is_placed_in(faults, entry, PathWord::abroad) && !is_in_the_us(faults, entry);
}

// The full-time stay of which that holds, from well before the days to well behind them: the writer was there.
template <typename Holds>
std::optional<std::uint32_t> stay_around(const DateFaults& faults, Interval days, Holds holds) {
  constexpr Day kBefore = 45;
  constexpr Day kAfter = 75;
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& entry = faults.event(e);
    if (fills_the_week(entry) && entry.start->days.last <= days.first - kBefore &&
        faults.end_of(entry).first >= days.last + kAfter && holds(entry))
      return e;
  }
  return std::nullopt;
}

// What the writer came to live in.
enum class Arrival : std::uint8_t { none, country, state };

// "I moved to the United States in 2021": to live there, and not on a visit.
Arrival arrival_in_the_us(const DateFaults& faults, const Event& claim) {
  const MarkedText& text = faults.marked(claim);
  const std::string_view low = text.low(claim.source);
  const std::size_t verb = claim.title.empty() ? std::string_view::npos : find_phrase(low, claim.title);
  const bool lives = lives_since(claim);
  const bool comes = claim.point && is_one_of(claim.title, {"moved", "came", "arrived", "immigrated", "emigrated",
                                                            "relocated", "landed", "reached", "moving", "coming",
                                                            "arriving", "immigrating", "relocating", "settled"});
  if (!(comes || lives) || !claim.start || claim.aspect != Aspect::start || claim.relative ||
      claim.start->date.precision < Precision::year || verb == std::string_view::npos ||
      (!lives && text.words.any(claim.source, PathWord::visit)))
    return Arrival::none;
  const auto begin = claim.source.begin + static_cast<std::uint32_t>(verb + claim.title.size());
  const Span behind{begin, claim.source.end};
  const WordHit* const country = text.words.first(behind, PathWord::united_states);
  const WordHit* const there = country != nullptr ? country : text.words.first(behind, PathWord::us_state);
  if (there == nullptr) return Arrival::none;
  const std::string_view between = text.low({begin, there->place.begin});
  const bool leads = between.ends_with(" to ") || between.ends_with(" in ") || between.ends_with(" to the ") ||
                     between.ends_with(" in the ") || between == " ";
  if (!leads || between.find_first_of(",;:") != std::string_view::npos) return Arrival::none;
  return country != nullptr ? Arrival::country : Arrival::state;
}

// "I moved from Isfahan to Boston": to a town where the writer has a post in the United States, and none there before.
bool moves_over(const DateFaults& faults, const Event& told) {
  constexpr Day kSlack = 30;
  const std::string_view low = faults.marked(told).low(told.source);
  const std::size_t to = low.find(" to ");
  if (to == std::string_view::npos) return false;
  const std::string_view goal = low.substr(to + 4);
  bool there = false;
  bool before = false;
  bool abroad = false;
  for (const Event& entry : faults.timeline().entries()) {
    if (!fills_the_week(entry)) continue;
    const bool here = is_in_the_us(faults, entry);
    abroad |= is_abroad(faults, entry);
    before |= here && entry.start->days.last + kSlack < told.start->days.first;
    there |= here && std::ranges::any_of(entry.places, [&](const std::string& place) {
               return place.size() > 3 && goal.starts_with(place);
             });
  }
  return there && abroad && !before;
}

// The sentence and the one before it in its paragraph.
Span with_sentence_before(const MarkedText& text, Span sentence) {
  const auto sentences = text.text.document.sentences();
  const auto here = std::ranges::find(sentences, sentence, &Sentence::source);
  const bool first = here == sentences.begin() || here == sentences.end() || std::prev(here)->block != here->block;
  return first ? sentence : hull(std::prev(here)->source, sentence);
}

// Another telling of a move to a place in the United States, months before the one that is told to lead there, or
// behind it where it came from abroad.
std::optional<std::uint32_t> other_arrival(const DateFaults& faults, std::uint32_t e, Interval came) {
  constexpr Day kApart = 75;
  constexpr Day kSlip = 900;
  constexpr Day kSlipOver = 1500;  // ... of who had no place here before
  const Event& claim = faults.event(e);
  for (std::uint32_t other = faults.entry_count(); other < faults.event_count(); ++other) {
    const Event& told = faults.event(other);
    const bool landed = is_one_of(told.title, {"landed", "arrived"});
    const bool moved = landed || is_one_of(told.title, {"moved", "relocated", "immigrated", "emigrated"});
    if (other == e || !moved || !told.point || !told.start || told.aspect != Aspect::start || told.relative ||
        !told.start->date.has_month() || (told.text == claim.text && told.whole == claim.whole))
      continue;
    const bool over = moves_over(faults, told);
    // "My sister lives in New Jersey. We landed in Newark in January"
    const Span where = landed ? with_sentence_before(faults.marked(told), told.whole) : told.source;
    if (!over && !faults.marked(told).words.any(where, PathWord::united_states) &&
        !faults.marked(told).words.any(where, PathWord::us_state))
      continue;
    const Interval then = told.start->days;
    if (came.first > then.last + kApart && came.first < then.last + kSlip) return other;
    if (over && came.last + kApart < then.first && came.last + kSlipOver > then.first) return other;
  }
  return std::nullopt;
}

// The claim names the state that the post is in.
bool shares_a_state(const DateFaults& faults, const Event& claim, const Event& post) {
  const MarkedText& text = faults.marked(claim);
  const WordHit* const state = text.words.first(claim.source, PathWord::us_state);
  if (state == nullptr) return false;
  const std::string name(text.low(state->place));
  return has_phrase(folded_copy(post.organization + ", " + post.place), name) ||
         std::ranges::find(post.places, name) != post.places.end();
}

// ... in the middle of a full-time stay in another country, or months after the writer had a post there.
void check_coming(DateFaults& faults) {
  constexpr Day kApart = 60;
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    const Arrival arrival = arrival_in_the_us(faults, claim);
    if (faults.is_faulty(e) || arrival == Arrival::none) continue;
    const Interval came = claim.start->days;
    std::optional<std::uint32_t> other =
        stay_around(faults, came, [&](const Event& entry) { return is_abroad(faults, entry); });
    const bool country = arrival == Arrival::country;
    for (std::uint32_t here = 0; !other && here < faults.entry_count(); ++here) {
      const Event& post = faults.event(here);
      if (!country && !shares_a_state(faults, claim, post)) continue;  // who lives there may move on to another state
      if (!fills_the_week(post) || post.within_degree || !is_in_the_us(faults, post) ||
          post.start->days.last + kApart >= came.first || faults.end_of(post).last < came.first)
        continue;
      const auto entries = faults.timeline().entries();
      const bool back = std::ranges::any_of(entries, [&](const Event& entry) {
        return fills_the_week(entry) && !is_in_the_us(faults, entry) &&
               faults.end_of(entry).last > post.start->days.last;
      });
      if (!back) other = here;
    }
    if (country && !other) other = other_arrival(faults, e, came);
    if (other && !faults.is_faulty(*other)) faults.report_contradiction(e, *other, false);
  }
}

// "I have lived in Cleveland for five years", counted from the application, where the writer was at a full-time post
// abroad.
void check_living(DateFaults& faults) {
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    if (faults.is_faulty(e) || claim.dated() || !claim.length || claim.length->looseness == Looseness::vague ||
        claim.length->finest < LengthUnit::months || claim.expected)
      continue;
    const MarkedText& text = faults.marked(claim);
    const std::string_view low = text.low(claim.source);
    if (!has_phrase(low, "i have lived in") && !has_phrase(low, "i have been living in")) continue;
    const auto& ties = faults.timeline().ties[e - faults.entry_count()];
    const bool here = text.words.any(claim.source, PathWord::united_states) ||
                      (!ties.empty() && std::ranges::all_of(ties, [&](const Tie& tie) {
                        return tie.reason == TieReason::place && is_in_the_us(faults, faults.event(tie.entry));
                      }));
    if (!here) continue;
    constexpr double kRound = 0.15;     // how roundly it is told
    constexpr double kRoundMonths = 5;  // ... at most
    const auto days = [](double months) { return static_cast<Day>(months * kDaysPerMonth); };
    const auto slack = days(1 + std::min(kRoundMonths, claim.length->in_months() * kRound));
    const Day came = faults.as_of() - days(claim.length->in_months());
    const Interval around{came - slack, came + slack};
    auto there = stay_around(faults, around, [&](const Event& entry) { return is_abroad(faults, entry); });
    if (!there) there = other_arrival(faults, e, around);
    if (!there || faults.is_faulty(*there)) continue;
    const Event& stay = faults.event(*there);
    faults.mark(e);
    const std::string what = stay.claim ? "the move there" : DateFaults::name_of(stay);
    Finding* finding = faults.add("dates/duration-mismatch", claim,
                                  fmt::format("\"{}\" here, but {} is {}", faults.words(claim, claim.length_source),
                                              what, faults.dates_as_written(stay)),
                                  claim.length_source);
    faults.relate(finding, stay, DateFaults::place_span(stay),
                  fmt::format("{} says {}", what, faults.dates_as_written(stay)));
  }
}

// "I left Serbia in March 2020", months before the end of a full-time stay there.
void check_leaving(DateFaults& faults) {
  for (std::uint32_t e = faults.entry_count(); e < faults.event_count(); ++e) {
    const Event& claim = faults.event(e);
    if (faults.is_faulty(e) || claim.title != "left" || claim.aspect != Aspect::end || !claim.end || claim.relative ||
        claim.expected)
      continue;
    const MarkedText& text = faults.marked(claim);
    const std::size_t verb = find_phrase(text.low(claim.source), "left ");
    if (verb == std::string_view::npos) continue;
    const auto begin = claim.source.begin + static_cast<std::uint32_t>(verb) + 5;
    const WordHit* country = text.words.first({begin, claim.source.end}, PathWord::abroad);
    if (country == nullptr || country->place.begin != begin || text.words.any(claim.whole, PathWord::visit)) continue;
    const std::string name(text.low(country->place));
    const auto there = stay_around(faults, claim.end->days, [&](const Event& entry) {
      return has_phrase(folded_copy(entry.organization + ", " + entry.place), name) ||
             has_phrase(faults.marked(entry).low(entry.source), name);
    });
    if (there && !faults.is_faulty(*there)) faults.report_contradiction(e, *there, false);
  }
}

}  // namespace

void check_moves(DateFaults& faults) {
  check_towns(faults);
  check_arrivals(faults);
  check_arrivals_at_posts(faults);
  check_coming(faults);
  check_living(faults);
  check_leaving(faults);
}

}  // namespace candor
