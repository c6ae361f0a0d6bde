#include "lint/check/own_lengths.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "lint/reading/clause.h"
#include "lint/reading/path_tokens.h"

namespace candor {
namespace {

// "I passed Step 1 in October 2021 and Step 2 CK in September 2022; for this last I took three weeks off"
bool is_between_exams(const DateFaults& faults, const Event& away) {
  const Span between{std::min(away.start->source.end, away.end->source.begin),
                     std::max(away.start->source.end, away.end->source.begin)};
  return faults.marked(away).words.any(between, PathWord::exam);
}

// The range that was told last before a length, in its sentence or the one before, whole or by its two ends ("I arrived
// in May 2018 and left it in July 2020"); nothing where the last date is none.
struct RangeBefore {
  Event range;
  std::uint32_t claim;  // the last that tells of it, an index of the timeline's events
};
std::optional<RangeBefore> range_told_before(const DateFaults& faults, const Event& told) {
  const auto sentences = faults.text_of(told).document.sentences();
  const auto here =
      std::ranges::lower_bound(sentences, told.whole.begin, {}, [](const Sentence& s) { return s.source.begin; });
  if (here == sentences.end()) return std::nullopt;
  const bool follows = here != sentences.begin() && std::prev(here)->block == here->block;
  const std::uint32_t from = follows ? std::prev(here)->source.begin : here->source.begin;
  const Event* last = nullptr;
  const Event* before = nullptr;
  for (const Event& claim : faults.timeline().claims()) {
    if (claim.text != told.text || claim.kind == EventKind::exam || !claim.dated() || claim.whole.begin < from ||
        claim.date_source().end > told.length_source.begin)
      continue;
    if (last == nullptr || claim.date_source().begin > last->date_source().begin) before = std::exchange(last, &claim);
  }
  if (last == nullptr || last->relative) return std::nullopt;
  const auto index = static_cast<std::uint32_t>(last - faults.timeline().events.data());
  if (last->start && last->end && !last->point) return RangeBefore{*last, index};
  const bool ends = before != nullptr && last->aspect == Aspect::end && last->end && before->aspect == Aspect::start &&
                    before->start && !before->relative && before->start->days.last < last->end->days.first;
  if (!ends) return std::nullopt;
  RangeBefore found{*before, index};
  found.range.end = last->end;
  found.range.point = false;
  return found;
}

// "From April 2007 to June 2022 I was responsible for 2,400 people. In these eleven years I missed four days."
void check_length_of_range_before(DateFaults& faults, const Event& told) {
  const std::optional<RangeBefore> before = range_told_before(faults, told);
  if (!before || faults.is_faulty(before->claim) || faults.length_fits(*told.length, before->range)) return;
  const auto claims = faults.timeline().claims();
  const auto fits_a_tie = [&](std::size_t claim) {
    return std::ranges::any_of(faults.timeline().ties[claim], [&](const Tie& tie) {
      const Event& entry = faults.event(tie.entry);
      return entry.start && !entry.point && faults.length_fits(*told.length, entry);
    });
  };
  if (fits_a_tie(before->claim - faults.entry_count())) return;
  for (std::size_t c = 0; c < claims.size(); ++c) {
    if (claims[c].text != told.text || !claims[c].length || claims[c].length_source != told.length_source) continue;
    if (fits_a_tie(c) || faults.is_faulty(claims[c])) return;
    faults.mark(faults.entry_count() + static_cast<std::uint32_t>(c));
  }
  faults.report_length(told, told.length_source, before->range);
}

void report_own_length(DateFaults& faults, const Event& told, Span length) {
  Finding* finding = faults.add("dates/duration-mismatch", told, faults.length_fault(told, length, told),
                                hull(told.date_source(), length));
  faults.relate(finding, told, length, "the length");
}

void check_lengths_of_ranges_before(DateFaults& faults) {
  for (const MarkedText& text : faults.timeline().texts) {
    for (const Sentence& sentence : text.text.document.sentences()) {
      for (const DateExpression& date : text.dates_in(sentence.source)) {
        if (date.kind != DateKind::duration || date.looseness == Looseness::vague ||
            date.duration.finest < LengthUnit::months || !DateFaults::points_back(text, date.source) ||
            faults.timeline().is_in_an_entry(text.index, sentence.source))
          continue;
        Event told;
        told.claim = true;
        told.text = text.index;
        told.source = told.whole = sentence.source;
        told.length = date.duration;
        told.length_source = date.source;
        check_length_of_range_before(faults, told);
      }
    }
  }
}

// "two of five years": `before` the length a part of it is told.
bool is_out_of(std::string_view before) {
  if (!before.ends_with(" of ")) return false;
  before.remove_suffix(4);
  const std::string_view last = before.substr(before.find_last_of(" ,(") + 1);
  constexpr std::array<std::string_view, 6> kNumbers = {"one", "two", "three", "four", "five", "six"};
  return std::ranges::find(kNumbers, last) != kNumbers.end() || (last.size() == 1 && last[0] >= '1' && last[0] <= '9');
}

// "September 2023 - January 2024. Military service (four weeks), language examination", "After those nine days I worked
// unpaid from July to December".
bool is_of_something_within(const DateFaults& faults, const Event& told) {
  constexpr std::uint32_t kReach = 14;  // bytes
  const MarkedText& text = faults.marked(told);
  const std::string_view behind = std::string_view(text.folded).substr(told.length_source.end);
  const bool weeks = told.length->finest <= LengthUnit::weeks;
  const std::string_view before = text.low(bytes_before(told.length_source.begin, kReach));
  if (is_out_of(before) || ends_with_any(before, {"once in ", "once ", "twice ", "times "})) return true;
  return (weeks && behind.starts_with("),")) || ends_with_any(before, {"after ", "after those ", "after these "});
}

bool is_shorter(const DateFaults& faults, const Duration& length, const Event& entry) {
  return months_meant(length).most < (faults.end_of(entry).first - entry.start->days.last) / kDaysPerMonth;
}

// "a stretch of", "that's just", "(call it": only words that hold a length up to the range beside it.
bool is_apposition(std::string_view between) {
  constexpr std::array<std::string_view, 53> kWords = {
      "a",       "an",    "the",   "that",       "this",    "is",   "it",     "was",   "which", "just",   "only",
      "merely",  "over",  "about", "nearly",     "almost",  "some", "in",     "all",   "for",   "total",  "of",
      "or",      "so",    "call",  "stretch",    "period",  "span", "spell",  "makes", "make",  "to",     "say",
      "lasted",  "no",    "more",  "altogether", "meaning", "than", "less",   "good",  "mere",  "barely", "full",
      "roughly", "whole", "from",  "those",      "these",   "told", "single", "s",     "means"};
  if (between.find_first_of(".;") != std::string_view::npos || between.size() > 48) return false;
  for (std::size_t at = path_word_begin(between, 0); at < between.size();) {
    const std::size_t end = path_word_end(between, at);
    if (std::ranges::find(kWords, between.substr(at, end - at)) == kWords.end()) return false;
    at = path_word_begin(between, end);
  }
  return true;
}

// "July 2021 to June 2022: eighteen months of research", "From May 2016 to October 2018, a stretch of just over a year,
// I", "For eighteen months, from November 2019 to August 2020": a range and a length side by side, whatever the
// sentence tells.
class LengthsBeside {
 public:
  explicit LengthsBeside(DateFaults& faults) : faults_(faults) {}

  void check() {
    for (const MarkedText& text : faults_.timeline().texts) {
      for (const Sentence& sentence : text.text.document.sentences()) {
        const IndexRange dates = text.dates_within(sentence.source);
        if (dates.size() < 2) continue;
        for (std::uint32_t d = dates.first; d + 1 < dates.last; ++d) {
          if (!dates_a_post(text, hull(text.dates[d].source, text.dates[d + 1].source))) check(text, sentence, d);
        }
      }
    }
  }

 private:
  void check(const MarkedText& text, const Sentence& sentence, std::uint32_t d) {
    const bool behind = text.dates[d].kind != DateKind::duration;
    const DateExpression& range = text.dates[behind ? d : d + 1];
    const DateExpression& length = text.dates[behind ? d + 1 : d];
    if (!range.is_range_of_months() || length.kind != DateKind::duration || length.looseness == Looseness::vague ||
        length.anchor != DateAnchor::none || length.duration.finest < LengthUnit::months)
      return;
    const std::string_view between = text.low({text.dates[d].source.end, text.dates[d + 1].source.begin});
    const bool beside =
        is_apposition(between)
            ? behind || leads_to_a_range(between)
            : !behind && names_it_in_between(between, std::string_view(text.folded).substr(range.source.end));
    if (!beside || text.words.follows(length.source.end, PathWord::distance) ||
        text.words.follows(length.source.end, PathWord::no_stay))
      return;
    Event told;
    told.claim = true;
    told.text = text.index;
    told.source = told.whole = sentence.source;
    told.start = Stated{range.start, range.start_days, range.source};
    told.end = Stated{range.end, range.end_days, range.source};
    const std::string_view lead = text.low({sentence.source.begin, length.source.begin});
    const bool of_it = is_out_of(lead) || ends_with_any(lead, {" of its ", " of the ", " of my "});
    if (of_it || faults_.length_fits(length.duration, told) || is_told_of(text, length.source)) return;
    // "six months of service, and then a year of", "eighteen months in the clinic, the rest on the wards"
    const std::string_view rest = std::string_view(text.folded).substr(length.source.end);
    const bool closed = rest.empty() || std::string_view(",.;:)\n").find(rest.front()) != std::string_view::npos ||
                        (between == ": " && rest.starts_with(" of ")) || !behind;
    const std::string_view others = text.low({length.source.end, std::max(length.source.end, sentence.source.end)});
    const bool parts = !rest.starts_with(")") && has_any_phrase(others, {"and", "rest", "each"});
    if (is_shorter(faults_, length.duration, told) && (!closed || parts)) return;
    report_own_length(faults_, told, length.source);
  }
  // One of the two dates an entry, whose own length is read with it; but not the answer about time away.
  [[nodiscard]] bool dates_a_post(const MarkedText& text, Span both) const {
    const auto entries = faults_.timeline().entries();
    return std::ranges::any_of(entries, [&](const Event& entry) {
      const bool answer = entry.kind == EventKind::gap && !entry.length;
      return entry.text == text.index && !answer && entry.dated() && entry.date_source().overlaps(both);
    });
  }
  // "eighteen months of contact tracing (April 2020 to December 2020)", "a year and a half to the program there, from
  // October 2019 to May 2023, and": only what it was stands in between.
  static bool names_it_in_between(std::string_view between, std::string_view behind) {
    constexpr std::ptrdiff_t kMost = 7;  // blanks
    constexpr std::string_view kOpens = " (";
    std::string_view name = between;
    const bool bracket = between.ends_with(kOpens);
    const bool from = ends_with_any(between, {", from ", ", "});
    if (!bracket && !from) return false;
    name = name.substr(0, bracket ? name.size() - kOpens.size() : name.rfind(','));
    const bool closed =
        bracket ? behind.starts_with(")")
                : behind.empty() || std::string_view(",.;:)").find(behind.front()) != std::string_view::npos;
    return closed && starts_with_any(name, {" of ", " to ", " as "}) &&
           name.find_first_of(",.;:()") == std::string_view::npos && std::ranges::count(name, ' ') <= kMost &&
           !has_phrase(name, "and");
  }
  // "eighteen months, from", "six months (", but not "six months in"
  static bool leads_to_a_range(std::string_view between) {
    return between.find_first_of(",(:") != std::string_view::npos || between == " from ";
  }
  // Some claim has the length, and a finding tells of it.
  [[nodiscard]] bool is_told_of(const MarkedText& text, Span length) const {
    const auto claims = faults_.timeline().claims();
    return std::ranges::any_of(claims, [&](const Event& claim) {
      return claim.text == text.index && claim.length_source == length && faults_.is_faulty(claim);
    });
  }

  DateFaults& faults_;
};

// ---- descriptions

// "Notes: Two years in a coronary care unit."
bool ends_in_note_label(std::string_view before) {
  if (!before.ends_with(':')) return false;
  before.remove_suffix(1);
  return field_named(before.substr(before.rfind('\n') + 1)) == Field::note;
}

// "on this job", "in the post", "I held this post"
bool speaks_of_the_post(std::string_view words) {
  constexpr std::array<std::string_view, 4> kPosts = {" post", " job", " role", " position"};
  return std::ranges::any_of(kPosts, [&](std::string_view post) {
    const std::size_t at = words.find(post);
    return at != std::string_view::npos && ends_with_any(words.substr(0, at), {" this", " the"});
  });
}

// "The whole two years there", "I held this post for two years": of no part.
bool tells_of_all(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const std::string_view bytes = faults.text_of(entry).source.bytes();
  const std::string_view before = bytes.substr(entry.whole.begin, date.source.begin - entry.whole.begin);
  const std::string_view after = bytes.substr(date.source.end, 18);
  constexpr std::array<std::string_view, 5> kBefore = {"whole ", "entire ", "these ", "those ", "total "};
  constexpr std::array<std::string_view, 5> kAfter = {" in all", " altogether", " in total", " there", " here"};
  const std::size_t stop = before.find_last_of(".;:\n");
  const bool held =
      before.ends_with(" for ") && stop != std::string_view::npos && speaks_of_the_post(before.substr(stop));
  const bool in_it = starts_with_any(after, {" in ", " on "}) && speaks_of_the_post(after);
  // "The thirty-six months of this residency included"
  const bool of_it = has_any_phrase(before.substr(stop == std::string_view::npos ? 0 : stop), {"The", "the"}) &&
                     after.starts_with(" of this ");
  return held || in_it || of_it || ends_with_any(before, kBefore) || starts_with_any(after, kAfter);
}

// "Six months in the ICU, the rest on the wards": there are other lengths, or a word of parts.
bool is_one_of_parts(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const MarkedText& text = faults.marked(entry);
  const Span behind{date.source.end, entry.whole.end};
  return text.length_in({entry.date_source().end, date.source.begin}) != nullptr || text.length_in(behind) != nullptr ||
         text.words.any(behind, PathWord::part_of) || has_phrase(text.low(behind), "the rest") ||
         has_phrase(text.low(behind), "later");
}

// "Eighteen months.", "Full-time for two years.", but not "Rotated for six months in cardiology", "Was acting head for
// six months", "A year as chief registrar".
bool stands_bare(const MarkedText& text, Span length) {
  constexpr std::uint32_t kReach = 16;  // bytes
  const std::string_view behind = std::string_view(text.folded).substr(length.end);
  const std::string_view before = text.low(bytes_before(length.begin, kReach));
  const bool loaded = ends_with_any(before, {" time for ", "-time for "});
  return (behind.empty() || std::string_view(".,;)\n|").find(behind.front()) != std::string_view::npos) &&
         (loaded || !before.ends_with("for "));
}

// "Built and ran the telephone line for seven years", "Taught anatomy for": a description leaves its "I" out.
bool opens_with_a_deed(std::string_view low) {
  const std::string_view verb = low.substr(0, low.find(' '));
  return (verb.size() > 4 && verb.ends_with("ed")) ||
         is_one_of(verb, {"built", "ran", "led", "taught", "wrote", "kept", "held", "made", "gave", "saw", "set"});
}

// "I led the group every Wednesday for three years": no part of an entry that is shorter.
bool is_longer_than_the_entry(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  constexpr double kMost = 3.5;  // times as long: what is farther off measures something else
  const MarkedText& text = faults.marked(entry);
  const Source& source = text.text.source;
  const std::uint32_t line = source.line(source.line_at(date.source.begin)).begin;
  std::string_view before = text.low({std::max(entry.whole.begin, line), date.source.begin});
  before.remove_prefix(before.find_last_of(".;:") + 1);
  before.remove_prefix(std::min(before.find_first_not_of(" -*"), before.size()));
  std::string_view behind = text.low({date.source.end, std::max(date.source.end, entry.whole.end)});
  behind = behind.substr(0, behind.find_first_of(".\n;"));
  const double stay = static_cast<double>(faults.end_of(entry).last - entry.start->days.first) / kDaysPerMonth;
  const double told = months_meant(date.duration).least;
  const bool deed = before.starts_with("i ") || opens_with_a_deed(before);
  // "Built the line and ran it for seven years", "Enrolled 140 patients in thirty months"
  const bool for_so_long =
      deed && (ends_with_any(before, {" for ", " in "}) || before == "i spent ") && !has_phrase(before, "had");
  // "over thirty months I made 1,200 visits", "In four years with the team I made", "In three years: 212 caesareans"
  const bool leads = (before.empty() || before == "in " || before == "over " || before == "during ") &&
                     (has_phrase(behind, "i") || behind.starts_with(": ")) && !has_phrase(behind, "had");
  return (for_so_long || leads) && told > stay + 1 && told < kMost * stay;
}

// "An 18-month fellowship, daily": what the entry is, at the head of a sentence.
bool is_of_such_a_post(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const MarkedText& text = faults.marked(entry);
  if (text.low(date.source).find('-') == std::string_view::npos) return false;
  const std::string_view before = text.low({entry.whole.begin, date.source.begin});
  const bool opens = ends_with_any(before, {". an ", ". a ", "\nan ", "\na ", ". ", "\n"});
  const std::string_view behind = std::string_view(text.folded).substr(date.source.end);
  const bool program = entry.kind != EventKind::education && starts_with_any(behind, {" program ", " programme "});
  return opens && (program || starts_with_any(behind, {" fellowship", " observership", " post", " contract",
                                                       " internship", " residency", " appointment"}));
}

// The length opens the line or sentence, or the sentence says "Full-time for three years", "the whole two years there",
// "in these two years".
bool opens_description(const DateFaults& faults, const Event& entry, const DateExpression& date) {
  const std::string_view bytes = faults.text_of(entry).source.bytes();
  std::string_view before = bytes.substr(entry.whole.begin, date.source.begin - entry.whole.begin);
  const std::string_view after = bytes.substr(date.source.end, 8);
  if (tells_of_all(faults, entry, date) || is_of_such_a_post(faults, entry, date)) return true;
  for (const std::string_view loose : {"Over ", "About ", "Nearly ", "Almost ", "Roughly ", "Some "}) {
    if (before.ends_with(loose)) before.remove_suffix(loose.size());
  }
  if (ends_with_any(before, {" for ", "For ", "\nfor "})) {
    before.remove_suffix(4);
    const std::size_t cut = before.find_last_of(".\n|:,;");
    const std::string_view words = cut == std::string_view::npos ? before : before.substr(cut + 1);
    return std::count(words.begin(), words.end(), ' ') <= 3;
  }
  while (!before.empty() && (before.back() == ' ' || before.back() == '(' || before.back() == '*'))
    before.remove_suffix(1);
  const bool opens = before.empty() || before.back() == '\n' || before.back() == '.' || before.back() == '-' ||
                     before.back() == '|' || ends_in_note_label(before) || before.ends_with("Description");
  const std::size_t bracket = before.rfind('(');  // "(course of four months)"
  const std::string_view noun = bracket == std::string_view::npos ? std::string_view() : before.substr(bracket + 1);
  if (after.starts_with(")") && (noun == "course of" || noun == "program of" || noun == "programme of" ||
                                 noun == "stay of" || noun == "a total of" || noun == "total of"))
    return true;
  return opens && ((after.starts_with(" of ") && !after.starts_with(" of it") && !after.starts_with(" of th")) ||
                   (after.starts_with(" in ") && !after.starts_with(" in each")) ||
                   starts_with_any(after, {" as ", " on ", " at ", ",", ".", ")", "\n", " |"}));
}

}  // namespace

void check_own_lengths(DateFaults& faults) {
  check_lengths_of_ranges_before(faults);
  for (std::uint32_t e = 0; e < faults.event_count(); ++e) {
    const Event& told = faults.event(e);
    if (faults.is_faulty(e) || !told.length || !told.start || told.point || (!told.end && !told.to_present)) continue;
    if (told.away && (!told.end || told.loose || is_between_exams(faults, told))) continue;
    if (faults.length_fits(*told.length, told) || is_of_something_within(faults, told)) continue;
    faults.mark(e);
    report_own_length(faults, told, told.length_source);
  }
  LengthsBeside(faults).check();
}

void check_description_lengths(DateFaults& faults) {
  for (std::uint32_t e = 0; e < faults.entry_count(); ++e) {
    const Event& entry = faults.event(e);
    if (faults.is_faulty(e) || !entry.start || entry.point || entry.kind == EventKind::exam) continue;
    const MarkedText& text = faults.marked(entry);
    // "July 1, 2022 to June 30, 2023 and July 1, 2023 to June 30, 2024. Full credit for 24 months."
    if (text.count_ranges_in(entry.whole) > 1) continue;
    for (const DateExpression& date : text.dates_in(entry.whole)) {
      if (date.kind != DateKind::duration || date.source.begin < entry.date_source().end) continue;
      const bool longer = is_longer_than_the_entry(faults, entry, date);
      const bool of_all = longer || opens_description(faults, entry, date);
      if (date.duration.finest < LengthUnit::months || !of_all || faults.length_fits(date.duration, entry) ||
          (is_shorter(faults, date.duration, entry) && !tells_of_all(faults, entry, date) &&
           (is_one_of_parts(faults, entry, date) || !stands_bare(text, date.source))))
        continue;
      if (!longer) faults.mark(e);  // a deed's length says nothing of the post's own dates
      faults.report_length(entry, date.source, entry);
      break;
    }
  }
}

}  // namespace candor
