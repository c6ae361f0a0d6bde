#include "lint/check/told_deeds.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

enum class DeedKind : std::uint8_t { none, raised, opened, defended, passed };

constexpr std::array<std::string_view, 11> kRaised = {"promoted", "appointed", "made me", "became",
                                                      "was made", "named",     "elected", "took over",
                                                      "given",    "gave me",   "was put"};

// By its words; `low`: in lower case.
DeedKind kind_of(std::string_view low) {
  constexpr std::array<std::string_view, 4> kDefended = {"defended", "thesis defence", "thesis defense",
                                                         "obrona doktoratu"};
  constexpr std::array<std::string_view, 9> kPosts = {"head",        "chief",        "deputy",   "lead",  "supervisor",
                                                      "coordinator", "coordination", "director", "charge"};
  constexpr std::array<std::string_view, 10> kOpened = {"opened",   "founded", "co-founded",  "founder", "co-founder",
                                                        "launched", "set up",  "established", "started", "created"};
  if (has_any_phrase(low, kDefended)) return DeedKind::defended;
  if (has_any_phrase(low, kRaised) || has_any_phrase(low, kPosts)) return DeedKind::raised;
  if (has_any_phrase(low, kOpened)) return DeedKind::opened;
  return has_any_phrase(low, {"passed", "cleared"}) ? DeedKind::passed : DeedKind::none;  // an exam that is not known
}

struct Deed {
  DeedKind kind = DeedKind::none;
  std::uint32_t entry = 0;  // that lists it
  Span clause;
  Span date;
  Interval days;
  std::vector<std::string> words;  // what it was done to, sorted
  bool is_post = false;            // no deed is listed but the post that one is raised to, from its first day
};

// The words of the clause that tell something, cut so that "nurse" and "nurses" are one; no date's.
std::vector<std::string> words_of(const MarkedText& text, Span clause) {
  constexpr std::size_t kShortest = 4;  // letters
  constexpr std::size_t kStem = 6;
  constexpr std::array<std::string_view, 16> kSmall = {"that", "with",  "from",  "this", "there", "their",
                                                       "they", "where", "which", "made", "gave",  "given",
                                                       "when", "into",  "than",  "also"};
  std::vector<std::string> words;
  const std::string_view low = text.low(clause);
  for (std::size_t at = path_word_begin(low, 0); at < low.size();) {
    const std::size_t end = path_word_end(low, at);
    const std::string_view word = low.substr(at, end - at);
    const bool dated = text.date_over(clause.begin + static_cast<std::uint32_t>(at)) != nullptr;
    if (!dated && word.size() >= kShortest && std::ranges::find(kSmall, word) == kSmall.end())
      words.emplace_back(word.substr(0, kStem));
    at = path_word_begin(low, end);
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

class ToldDeeds {
 public:
  explicit ToldDeeds(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (std::uint32_t e = 0; e < faults_.entry_count(); ++e) list(e);
    if (listed_.empty()) return;
    for (std::uint32_t c = faults_.entry_count(); c < faults_.event_count(); ++c) {
      if (is_deed(c)) check(c);
    }
  }

 private:
  // ---- what the entries list
  void list(std::uint32_t e) {
    const Event& entry = faults_.event(e);
    if (faults_.is_faulty(e) || entry.kind == EventKind::exam || entry.kind == EventKind::gap || !entry.dated()) return;
    const MarkedText& text = faults_.marked(entry);
    for (const DateExpression& date : text.dates_in(entry.whole)) {
      if (date.kind == DateKind::duration || !date.resolved || date.open_start || date.anchor != DateAnchor::none ||
          !date.start.has_month() || (date.tells_two_ends() && !date.open_end) ||
          entry.date_source().overlaps(date.source))
        continue;
      list(e, text, clause_around(text, entry.whole, date.source), date.source, date.start_days);
    }
    // "Head of the nutrition ward from Mar 2006", "Co-founder, Thursday evening clinic, 10/2019 - present"
    const bool head = entry.start && (!entry.end || entry.point) && !entry.to_present;
    const bool founder = has_any_phrase(text.low(entry.source), {"founder", "co-founder"});
    if (entry.start && entry.start->date.has_month() && (head || founder))
      list(e, text, entry.source, entry.start->source, entry.start->days);
    // "Senior registrar, 07/2021 - 12/2022"
    const std::string role = folded_role(entry.title);
    const bool raised =
        role.find(' ') != std::string::npos && has_any_phrase(role, {"senior", "chief", "head", "lead", "director"});
    if (is_post(entry) && raised && entry.start && entry.start->date.has_month() && !entry.point)
      listed_.push_back({DeedKind::raised, e, entry.source, entry.start->source, entry.start->days, {}, true});
  }
  void list(std::uint32_t e, const MarkedText& text, Span clause, Span date, Interval days) {
    const DeedKind kind = kind_of(text.low(clause));
    if (kind != DeedKind::none) listed_.push_back({kind, e, clause, date, days, words_of(text, clause), false});
  }
  // "I was elected chief resident in March", of a post that begins in July.
  [[nodiscard]] bool is_of_the_post(const Event& claim, const Deed& deed) const {
    constexpr Day kChosenBefore = 300;
    const std::string_view low = faults_.marked(claim).low(claim.source);
    const Event& entry = faults_.event(deed.entry);
    const bool chosen = has_any_phrase(low, {"elected", "named", "appointed", "given"});
    return has_any_phrase(low, kRaised) && has_phrase(low, folded_role(entry.title)) &&
           !(chosen && claim.start->days.touches({deed.days.first - kChosenBefore, deed.days.last}));
  }
  // Between the marks that part it from what stands beside it.
  static Span clause_around(const MarkedText& text, Span whole, Span date) {
    constexpr std::string_view kMarks = ".;\n|()";
    const std::string_view before = text.slice({whole.begin, date.begin});
    const std::size_t begin = before.find_last_of(kMarks);
    const std::string_view behind = text.slice({date.end, std::max(date.end, whole.end)});
    const std::size_t end = std::min(behind.find_first_of(kMarks), behind.size());
    return {begin == std::string_view::npos ? whole.begin : whole.begin + static_cast<std::uint32_t>(begin) + 1,
            date.end + static_cast<std::uint32_t>(end)};
  }

  // ---- what the sentences tell
  [[nodiscard]] bool is_deed(std::uint32_t c) const {
    const Event& claim = faults_.event(c);
    if (faults_.is_faulty(c) || claim.kind == EventKind::exam || claim.kind == EventKind::gap || claim.expected ||
        claim.relative || !claim.start || claim.start->date.precision < Precision::season ||
        !claim.start->date.has_year() || (claim.end && !claim.point))
      return false;
    return has_any_phrase(faults_.marked(claim).low(claim.source), {"i", "me", "my", "we", "us"});
  }
  void check(std::uint32_t c) {
    constexpr Day kSlack = 31;
    const Event& claim = faults_.event(c);
    const MarkedText& text = faults_.marked(claim);
    const DeedKind kind = kind_of(text.low(claim.source));
    if (kind == DeedKind::none || has_phrase(text.low(claim.source), "then")) return;  // "a scribe, then the chief one"
    const std::vector<std::string> words = words_of(text, claim.source);
    const Deed* nearest = nullptr;
    std::size_t most = 0;
    for (const Deed& deed : listed_) {
      const Event& entry = faults_.event(deed.entry);
      if (deed.kind != kind || (entry.text == claim.text && entry.whole.contains(claim.source)) ||
          faults_.is_faulty(deed.entry) || (deed.is_post && !is_of_the_post(claim, deed)))
        continue;
      const bool the_one = deed.is_post ||  // by all of its title
                           (kind == DeedKind::defended && is_only_defence(text.low(claim.source)));
      const std::size_t shared = the_one ? kFewest : shared_words(words, deed);
      if (shared < kFewest) continue;
      // "Since January, as an interpreter, and now as a coordinator": when the post began
      if (claim.start->days.touches(widened(deed.days, kSlack)) ||
          (entry.start && claim.start->days.touches(entry.start->days)) || is_dated_in(entry, *claim.start))
        return;
      if (shared > most) nearest = &deed;
      most = std::max(most, shared);
    }
    if (nearest != nullptr) report(c, *nearest);
  }
  // "I defended my doctorate", "I defended it": the one defence that is listed.
  [[nodiscard]] bool is_only_defence(std::string_view low) const {
    return has_any_phrase(low, {"thesis", "dissertation", "doctorate", "phd", "defended it", "which i defended"}) &&
           std::ranges::count(listed_, DeedKind::defended, &Deed::kind) == 1;
  }
  // "Second MB: March 2013, referred; March 2014, passed"
  [[nodiscard]] bool is_dated_in(const Event& entry, const Stated& told) const {
    return std::ranges::any_of(faults_.marked(entry).dates_in(entry.whole), [&](const DateExpression& date) {
      return date.kind != DateKind::duration && date.resolved && date.start.has_month() &&
             date.start_days.touches(told.days);
    });
  }
  // Those that tell the deed, and not whose place it was.
  [[nodiscard]] std::size_t shared_words(const std::vector<std::string>& words, const Deed& deed) const {
    const Event& entry = faults_.event(deed.entry);
    return static_cast<std::size_t>(std::ranges::count_if(words, [&](const std::string& word) {
      const auto names = [&](const std::string& name) { return name.starts_with(word); };
      return std::ranges::binary_search(deed.words, word) && std::ranges::none_of(entry.names, names) &&
             std::ranges::none_of(entry.places, names);
    }));
  }
  void report(std::uint32_t c, const Deed& deed) {
    const Event& claim = faults_.event(c);
    const Event& entry = faults_.event(deed.entry);
    const std::string told = faults_.dates_as_written(claim);
    const std::string listed = faults_.words(entry, deed.date);
    const std::string what = deed.is_post ? DateFaults::name_of(entry) : "one deed, dated twice";
    const auto message = [&](std::string_view here, std::string_view there, const Event& in) {
      return fmt::format("{}: \"{}\" here, \"{}\" in {}", what, here, there, faults_.text_of(in).source.name());
    };
    faults_.mark(c);
    Finding* finding = faults_.add("dates/contradiction", claim, message(told, listed, entry),
                                   hull(claim.date_source(), claim.source));
    faults_.relate(finding, entry, hull(deed.clause, deed.date),
                   fmt::format("{} says {}", DateFaults::name_of(entry), listed), message(listed, told, claim));
  }

  static constexpr std::size_t kFewest = 2;  // words that two tellings of one deed share

  DateFaults& faults_;
  std::vector<Deed> listed_;
};

}  // namespace

void check_told_deeds(DateFaults& faults) { ToldDeeds(faults).check(); }

}  // namespace candor
