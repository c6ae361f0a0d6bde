#include "lint/check/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "lint/reading/event_words.h"
#include "lint/reading/timeline.h"

namespace candor {
namespace {

constexpr double kDaysPerMonth = 30.44;
constexpr std::string_view kMonthNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                            "July",    "August",   "September", "October", "November", "December"};

std::string month_words(int month) {
  return fmt::format("{} {}", kMonthNames[month_of_month(month) - 1], year_of_month(month));
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::optional<Day> day_in(std::string_view iso) {
  if (iso.size() != 10) return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    int value = 0;
    for (const char c : iso.substr(at, size)) value = value * 10 + (c - '0');
    return value;
  };
  const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
  return is_real_date(date) ? std::optional(day_number(date)) : std::nullopt;
}

class DatesCheck {
 public:
  DatesCheck(const CheckContext& context, FindingSink& sink)
      : context_(context),
        application_(context.application),
        timeline_(read_timeline(application_)),
        sink_(sink),
        as_of_(day_number(application_.as_of)),
        faulty_(timeline_.events.size(), false) {}

  void run() {
    check_invalid();
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) check_reversed(e);
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) check_exam_facts(e);
    check_birth();
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) check_future(e);
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) check_own_length(e);
    for (std::uint32_t c = 0; c < timeline_.ties.size(); ++c) check_tied(c);
    check_entry_lengths();
    check_entry_pairs();
    check_gap_claims();
    check_overlaps();
    check_gaps();
  }

 private:
  [[nodiscard]] const Event& event(std::uint32_t e) const { return timeline_.events[e]; }
  [[nodiscard]] const TextReading& text_of(const Event& event) const { return application_.texts[event.text]; }
  [[nodiscard]] std::string words(const Event& event, Span span) const {
    return in_one_line(text_of(event).source.slice(span));
  }
  [[nodiscard]] std::string dates_as_written(const Event& event) const {
    if (event.start && event.end && event.start->source != event.end->source) {
      return fmt::format("{} to {}", words(event, event.start->source), words(event, event.end->source));
    }
    return words(event, event.date_source());
  }
  [[nodiscard]] static std::string name_of(const Event& event) {
    if (event.kind == EventKind::exam) return std::string(to_string(event.sitting.exam));
    if (event.claim) return event.kind == EventKind::gap ? "time away" : "this";
    if (event.title.empty() || event.organization.empty()) return event.title + event.organization;
    return fmt::format("{}, {}", event.title, event.organization);
  }
  // Where to point: what tells the date, in prose with its clause.
  [[nodiscard]] static Span place_span(const Event& event) {
    if (!event.dated()) return event.length ? event.length_source : event.source;
    return event.date_source();
  }

  Finding* add(std::string_view rule, const Event& at, std::string message, Span span) {
    const ActiveRule* active = context_.find(rule);
    if (active == nullptr) return nullptr;
    return sink_.add(*active, text_of(at), span, std::move(message));
  }
  void relate(Finding* finding, const Event& other, Span span, std::string message) {
    if (finding != nullptr) finding->related.push_back({place_of(text_of(other), span), std::move(message)});
  }

  // ---- impossible
  void check_invalid() {
    const ActiveRule* rule = context_.find("dates/impossible");
    for (std::uint32_t t = 0; t < timeline_.dates.size(); ++t) {
      const TextReading& text = application_.texts[t];
      for (const DateExpression& date : timeline_.dates[t]) {
        if (date.invalid == InvalidDate::none || date.foreign_calendar) continue;
        mark_faulty(t, date.source);
        if (rule == nullptr) continue;
        const std::string_view why = date.invalid == InvalidDate::no_such_day     ? "is no day of the calendar"
                                     : date.invalid == InvalidDate::no_such_month ? "has no such month"
                                                                                  : "is no year of a person's path";
        sink_.add(*rule, text, date.source, fmt::format("{} {}", in_one_line(text.source.slice(date.source)), why));
      }
    }
  }
  void mark_faulty(std::uint32_t text, Span span) {
    for (std::uint32_t e = 0; e < timeline_.events.size(); ++e) {
      if (event(e).text == text && event(e).whole.overlaps(span)) faulty_[e] = true;
    }
  }

  void check_exam_facts(std::uint32_t e) {
    const Event& sitting = event(e);
    if (sitting.kind != EventKind::exam || faulty_[e] || sitting.expected) return;
    const std::string_view id = kExamIds[static_cast<std::size_t>(sitting.sitting.exam)];
    for (const ExamFactData& fact : context_.bank.ruleset().exam_facts) {
      if (fact.exam != id || faulty_[e]) continue;
      const auto first = day_in(fact.first);
      const auto last = day_in(fact.last);
      if (fact.kind == "given" && sitting.start) {
        if (last && sitting.start->days.first > *last)
          break_fact(e, fact);
        else if (first && sitting.start->days.last < *first)
          break_fact(e, fact);
      } else if (fact.kind == "closed" && sitting.start && first && last) {
        if (sitting.start->days.first >= *first && sitting.start->days.last <= *last) break_fact(e, fact);
      } else if (fact.kind == "no-number" && sitting.sitting.score > 0) {
        const bool after = !first || (sitting.start && sitting.start->days.first >= *first);
        if (after) break_fact(e, fact);
      } else if (fact.kind == "most" && sitting.sitting.score > fact.value) {
        break_fact(e, fact);
      } else if (fact.kind == "fail-below") {
        check_pass_mark(e, fact, first, last);
      } else if (fact.kind == "sat-on" && sitting.start && first && sitting.start->date.has_year() &&
                 sitting.start->date.year == civil_date(*first).year) {
        if (!sitting.start->days.touches({*first - 1, *first + 1})) break_fact(e, fact);
      } else if (fact.kind == "after-degree") {
        check_after_degree(e, fact);
      } else if (fact.kind == "step" && sitting.sitting.score > 0 &&
                 sitting.sitting.score % static_cast<int>(fact.value) != 0) {
        break_fact(e, fact);
      }
    }
  }
  void check_pass_mark(std::uint32_t e, const ExamFactData& fact, std::optional<Day> first, std::optional<Day> last) {
    const Event& sitting = event(e);
    if (!sitting.start || sitting.sitting.score < 100) return;
    if ((first && sitting.start->days.first < *first) || (last && sitting.start->days.last > *last)) return;
    const bool below = sitting.sitting.score < fact.value;
    if ((below && sitting.sitting.result == ExamResult::pass) || (!below && sitting.sitting.result == ExamResult::fail))
      break_fact(e, fact);
  }
  void check_after_degree(std::uint32_t e, const ExamFactData& fact) {
    const Event& sitting = event(e);
    if (!sitting.start) return;
    const Event* degree = nullptr;
    for (const Event& entry : timeline_.entries()) {
      if (entry.kind != EventKind::education || !entry.end) continue;
      const std::string title = folded_copy(entry.title + " " + entry.organization);
      const bool medical = has_phrase(title, "mbbs") || has_phrase(title, "md") ||
                           title.find("medic") != std::string::npos || title.find("m.d") != std::string::npos ||
                           title.find("mb") != std::string::npos;
      if (medical && !has_phrase(title, "pre-medical") &&
          (degree == nullptr || entry.end->days.last < degree->end->days.last))
        degree = &entry;
    }
    if (degree == nullptr || sitting.start->days.last >= degree->end->days.first) return;
    Finding* finding = break_fact(e, fact);
    relate(finding, *degree, degree->end->source, fmt::format("the degree: {}", dates_as_written(*degree)));
  }
  Finding* break_fact(std::uint32_t e, const ExamFactData& fact) {
    faulty_[e] = true;
    const Event& sitting = event(e);
    Finding* finding =
        add("dates/impossible", sitting,
            fmt::format("{}: {}", in_one_line(words(sitting, sitting.dated() ? sitting.date_source() : sitting.source)),
                        fact.says),
            sitting.claim ? hull(place_span(sitting), sitting.source) : sitting.source);
    if (finding != nullptr && fact.certainty != "H" && finding->severity == Severity::error)
      finding->severity = Severity::warning;
    // The same sitting told elsewhere is the same fault.
    for (std::uint32_t other = 0; other < timeline_.events.size(); ++other) {
      const Event& same = event(other);
      if (other == e || same.kind != EventKind::exam || same.sitting.exam != sitting.sitting.exam || faulty_[other])
        continue;
      if (!same.start || !sitting.start || !same.start->days.touches(sitting.start->days)) continue;
      faulty_[other] = true;
      relate(finding, same, place_span(same), "told here too");
    }
    return finding;
  }

  void check_birth() {
    if (!timeline_.birth) return;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = event(e);
      if (faulty_[e] || !entry.start || entry.start->days.last >= timeline_.birth->days.first) continue;
      faulty_[e] = true;
      add("dates/impossible", entry, fmt::format("{} begins before the stated birth", name_of(entry)),
          place_span(entry));
    }
  }

  // ---- reversed
  void check_reversed(std::uint32_t e) {
    const Event& told = event(e);
    if (faulty_[e] || !told.start || !told.end || told.point || told.relative) return;
    if (told.start->days.first <= told.end->days.last) return;
    const bool entry_or_path = !told.claim || told.done || told.kind != EventKind::other;
    if (!entry_or_path) return;
    faulty_[e] = true;
    Finding* finding =
        add("dates/reversed", told, fmt::format("{} ends before it begins: {}", name_of(told), dates_as_written(told)),
            told.start->source);
    if (told.start->source != told.end->source) relate(finding, told, told.end->source, "the end");
  }

  // ---- future
  void check_future(std::uint32_t e) {
    const Event& told = event(e);
    if (faulty_[e] || told.expected || !told.start || told.relative) return;
    if (told.claim && !told.done) return;
    if (told.start->days.first <= as_of_ || told.start->date.precision < Precision::year) return;
    faulty_[e] = true;
    add("dates/future", told,
        fmt::format("told as done, but {} lies after the date of the application", words(told, told.start->source)),
        told.claim ? hull(told.start->source, told.source) : told.start->source);
  }

  // ---- duration-mismatch
  void check_own_length(std::uint32_t e) {
    const Event& told = event(e);
    if (faulty_[e] || !told.length || !told.start || told.point) return;
    if (length_fits(*told.length, told)) return;
    faulty_[e] = true;
    Finding* finding = add(
        "dates/duration-mismatch", told,
        fmt::format("{} is not {}: it is {}", dates_as_written(told), words(told, told.length_source), length_of(told)),
        hull(told.date_source(), told.length_source));
    relate(finding, told, told.length_source, "the length");
  }
  [[nodiscard]] Interval end_of(const Event& told) const {
    return told.end ? told.end->days : Interval{as_of_ - 31, as_of_};
  }
  [[nodiscard]] bool length_fits(const Duration& length, const Event& told) const {
    if (length.looseness == Looseness::vague) return true;
    const MonthRange meant = months_meant(length);
    const double least = (end_of(told).first - told.start->days.last) / kDaysPerMonth - 0.2;
    const double most = (end_of(told).last - told.start->days.first) / kDaysPerMonth + 1.2;
    const double slack = length.finest == LengthUnit::weeks || length.finest == LengthUnit::days ? 1 : 0.3;
    return meant.least - slack <= most && least <= meant.most + slack;
  }
  [[nodiscard]] std::string length_of(const Event& told) const {
    const int months = month_number_of(end_of(told).last) - month_number_of(told.start->days.first) + 1;
    return months == 1 ? "one month" : fmt::format("{} months", months);
  }

  // ---- what a claim and its entries say
  void check_tied(std::uint32_t c) {
    const std::uint32_t e = timeline_.entry_count + c;
    const Event& claim = event(e);
    const std::vector<Tie>& ties = timeline_.ties[c];
    if (ties.empty() || faulty_[e] || claim.expected) return;
    if (std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) { return faulty_[tie.entry]; })) return;
    if (!claim.dated()) return check_tied_length(e, ties);
    const bool all = std::all_of(ties.begin(), ties.end(), [&](const Tie& tie) {
      return event(tie.entry).dated() && dates_contradict(claim, event(tie.entry), as_of_);
    });
    if (!all || claim.relative || !is_telling(claim, ties)) return;
    const std::uint32_t nearest = nearest_of(claim, ties);
    contradiction(e, nearest);
  }
  // A deed at a place is not the role there: "completed an audit at Mercy in 2020".
  [[nodiscard]] static bool is_telling(const Event& claim, const std::vector<Tie>& ties) {
    if (claim.kind == EventKind::exam || claim.kind == EventKind::education) return true;
    if (claim.kind == EventKind::gap) return false;
    if (claim.aspect == Aspect::end)
      return claim.kind != EventKind::other || claim.title == "left" || claim.title == "resigned";
    if (claim.title == "returned" || claim.title == "had" || claim.title == "moved")
      return claim.kind != EventKind::other;
    return claim.kind != EventKind::other || ties.front().reason > TieReason::role;
  }
  [[nodiscard]] std::uint32_t nearest_of(const Event& claim, const std::vector<Tie>& ties) const {
    const auto distance = [&](const Tie& tie) {
      const Stated& mine = claim.start ? *claim.start : *claim.end;
      const Event& entry = event(tie.entry);
      const Stated& other = claim.aspect == Aspect::end && entry.end ? *entry.end
                            : entry.start                            ? *entry.start
                                                                     : *entry.end;
      return std::abs(static_cast<double>(mine.days.first) - static_cast<double>(other.days.first));
    };
    return std::min_element(ties.begin(), ties.end(),
                            [&](const Tie& a, const Tie& b) { return distance(a) < distance(b); })
        ->entry;
  }
  void contradiction(std::uint32_t a, std::uint32_t b) {
    faulty_[a] = faulty_[b] = true;
    const Event& claim = event(a);
    const Event& entry = event(b);
    Finding* finding = add("dates/contradiction", claim,
                           fmt::format("{}: \"{}\" here, \"{}\" in {}", name_of(entry), dates_as_written(claim),
                                       dates_as_written(entry), text_of(entry).source.name()),
                           place_span(claim));
    relate(finding, entry, place_span(entry), fmt::format("{} says {}", name_of(entry), dates_as_written(entry)));
  }

  void check_tied_length(std::uint32_t e, const std::vector<Tie>& ties) {
    const Event& claim = event(e);
    if (!claim.length || claim.length->looseness == Looseness::vague) return;
    if (ties.front().reason < TieReason::part_of_name && claim.title != "spent" && claim.title != "of" &&
        claim.title != "adjective")
      return;
    const bool any_open = std::any_of(
        ties.begin(), ties.end(), [&](const Tie& tie) { return !event(tie.entry).start || event(tie.entry).point; });
    if (any_open) return;
    Event together = event(ties.front().entry);
    for (const Tie& tie : ties) {
      const Event& entry = event(tie.entry);
      if (length_fits(*claim.length, entry)) return;
      if (entry.start->days.first < together.start->days.first) together.start = entry.start;
      if (!entry.end)
        together.end.reset();
      else if (together.end && entry.end->days.last > together.end->days.last)
        together.end = entry.end;
    }
    if (length_fits(*claim.length, together)) return;
    const bool shorter =
        months_meant(*claim.length).most < (end_of(together).first - together.start->days.last) / kDaysPerMonth;
    if (shorter && (claim.title == "for" || claim.title == "adjective" || ties.front().reason == TieReason::role))
      return;
    if (shorter && claim.length->finest != LengthUnit::years && claim.length->in_months() < 3) return;  // a part of it
    faulty_[e] = true;
    const Event& entry = event(ties.front().entry);
    Finding* finding = add("dates/duration-mismatch", claim,
                           fmt::format("{}: \"{}\" here, but {} is {}", name_of(entry),
                                       words(claim, claim.length_source), dates_as_written(entry), length_of(entry)),
                           claim.length_source);
    relate(finding, entry, place_span(entry), fmt::format("{} says {}", name_of(entry), dates_as_written(entry)));
  }

  // "Twenty-nine months of twelve-hour shifts" in the description of an entry.
  void check_entry_lengths() {
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = event(e);
      if (faulty_[e] || !entry.start || entry.point || entry.kind == EventKind::exam) continue;
      for (const DateExpression& date : timeline_.dates[entry.text]) {
        if (date.kind != DateKind::duration || !entry.whole.contains(date.source) ||
            date.source.begin < entry.date_source().end)
          continue;
        if (date.duration.finest < LengthUnit::months || !opens_description(entry, date) ||
            length_fits(date.duration, entry))
          continue;
        faulty_[e] = true;
        Finding* finding = add(
            "dates/duration-mismatch", entry,
            fmt::format("{} is not {}: it is {}", dates_as_written(entry), words(entry, date.source), length_of(entry)),
            date.source);
        relate(finding, entry, place_span(entry), "the dates");
        break;
      }
    }
  }
  [[nodiscard]] bool opens_description(const Event& entry, const DateExpression& date) const {
    const std::string_view bytes = text_of(entry).source.bytes();
    std::string_view before = bytes.substr(entry.whole.begin, date.source.begin - entry.whole.begin);
    while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
    const std::string_view after = bytes.substr(date.source.end, 4);
    const bool opens = before.empty() || before.back() == '\n' || before.back() == '.' || before.back() == '-' ||
                       before.ends_with("Description:");
    return opens && (after.starts_with(" of ") || after.starts_with(" in ") || after.starts_with(" as ") ||
                     after.starts_with(" on "));
  }

  // ---- contradiction between entries: the same role listed twice
  void check_entry_pairs() {
    for (std::uint32_t a = 0; a < timeline_.entry_count; ++a) {
      for (std::uint32_t b = a + 1; b < timeline_.entry_count; ++b) {
        if (faulty_[a] || faulty_[b] || !same_role(event(a), event(b)) || is_listed_again(a, b)) continue;
        if (dates_contradict(event(a), event(b), as_of_)) contradiction(a, b);
      }
    }
  }
  // Two stays at one place are two entries; one stay told in two lists is one.
  [[nodiscard]] bool is_listed_again(std::uint32_t a, std::uint32_t b) const {
    return event(a).text == event(b).text && section_at(event(a)) == section_at(event(b));
  }
  [[nodiscard]] const Section* section_at(const Event& told) const {
    const std::vector<Section>& sections = text_of(told).sections;
    const auto at = std::find_if(sections.begin(), sections.end(),
                                 [&](const Section& s) { return s.source.contains(told.source.begin); });
    return at == sections.end() ? nullptr : &*at;
  }
  [[nodiscard]] static bool same_role(const Event& a, const Event& b) {
    if (a.kind == EventKind::exam || b.kind == EventKind::exam) {
      return a.kind == b.kind && a.point && b.point && a.sitting.exam == b.sitting.exam &&
             a.sitting.result == b.sitting.result && a.sitting.attempt == b.sitting.attempt &&
             (a.sitting.score == 0 || b.sitting.score == 0 || a.sitting.score == b.sitting.score);
    }
    if (!a.dated() || !b.dated() || a.point || b.point || a.title.empty() || b.title.empty()) return false;
    if (!same_organization(a, b)) return false;
    const std::string first = folded_copy(a.title);
    const std::string second = folded_copy(b.title);
    if (first == second) return true;
    for (const std::string_view stem : {"intern", "resid", "house"}) {
      if (first.find(stem) != std::string::npos && second.find(stem) != std::string::npos && is_training(a) &&
          is_training(b))
        return true;
    }
    return false;
  }
  [[nodiscard]] static bool same_organization(const Event& a, const Event& b) {
    if (!a.names.empty() && a.names == b.names) return true;
    const std::string first = initials_of(a.organization);
    const std::string second = initials_of(b.organization);
    return (first.size() > 2 && b.organization == first) || (second.size() > 2 && a.organization == second);
  }

  // ---- contradiction between gaps
  void check_gap_claims() {
    for (std::uint32_t a = 0; a < timeline_.events.size(); ++a) {
      for (std::uint32_t b = a + 1; b < timeline_.events.size(); ++b) {
        const Event& first = event(a);
        const Event& second = event(b);
        if (first.kind != EventKind::gap || second.kind != EventKind::gap || faulty_[a] || faulty_[b]) continue;
        if (first.point || second.point || !first.start || !first.end || !second.start || !second.end) continue;
        if (first.text == second.text && first.whole.overlaps(second.whole)) continue;
        const bool start = first.start->days.touches(second.start->days);
        const bool end = first.end->days.touches(second.end->days);
        if (start != end) contradiction(second.claim ? b : a, second.claim ? a : b);
      }
    }
  }

  // ---- overlap
  void check_overlaps() {
    for (std::uint32_t a = 0; a < timeline_.entry_count; ++a) {
      for (std::uint32_t b = a + 1; b < timeline_.entry_count; ++b) {
        if (!faulty_[a] && !faulty_[b]) check_overlap(a, b);
      }
    }
  }
  void check_overlap(std::uint32_t a, std::uint32_t b) {
    const Event& first = event(a);
    const Event& second = event(b);
    if (first.load != Load::full_time || second.load != Load::full_time || !first.start || !second.start ||
        first.point || second.point)
      return;
    if (first.expected || second.expected || belongs_to_degree(first, second) || belongs_to_degree(second, first))
      return;
    if (same_thing(first, second)) return;
    const bool research = first.kind == EventKind::research || second.kind == EventKind::research;
    if (research && same_organization(first, second)) return;  // research within a post
    const Day from = std::max(first.start->days.last, second.start->days.last);
    const Day to = std::min(end_of(first).first, end_of(second).first);
    if (to - from < 28) return;
    Finding* finding = add("dates/overlap", first,
                           fmt::format("two full-time places at once: {} ({}) and {} ({})", name_of(first),
                                       dates_as_written(first), name_of(second), dates_as_written(second)),
                           place_span(first));
    relate(finding, second, place_span(second), fmt::format("{}, {}", name_of(second), dates_as_written(second)));
  }
  // An internship, thesis, elective or teaching post within a degree is a part of it.
  [[nodiscard]] static bool belongs_to_degree(const Event& part, const Event& degree) {
    if (degree.kind != EventKind::education) return false;
    const std::string title = folded_copy(part.title + " " + part.organization);
    const bool kind = !any_phrase(title,
                                  std::array<std::string_view, 17>{
                                      "intern", "interno", "internship", "thesis", "elective", "rotation", "clerkship",
                                      "exchange", "student", "teaching fellow", "house officer", "clinical year",
                                      "práctica", "visiting", "externship", "within the", "teaching assistant"})
                           .empty();
    const bool research = part.kind == EventKind::research;
    const bool same_place = !part.names.empty() && !degree.names.empty() && part.names.front() == degree.names.front();
    return kind || research || same_place;
  }
  [[nodiscard]] static bool same_thing(const Event& a, const Event& b) {
    return a.title == b.title && a.organization == b.organization;
  }

  // ---- unexplained-gap
  struct Cover {
    int first = 0;  // months
    int last = 0;
    std::uint32_t event = 0;
  };
  // The months that an entry surely leaves nothing of: its earliest start to its latest end.
  [[nodiscard]] std::optional<Cover> cover_of(std::uint32_t e) const {
    const Event& told = event(e);
    if (!told.dated()) return std::nullopt;
    const Interval start = told.start ? told.start->days : told.end->days;
    const Interval end = told.end ? told.end->days : told.start ? Interval{as_of_, as_of_} : start;
    if (told.point) return Cover{month_number_of(start.first), month_number_of(start.last), e};
    return Cover{month_number_of(start.first), month_number_of(end.last), e};
  }

  void check_gaps() {
    if (context_.find("dates/unexplained-gap") == nullptr) return;
    std::vector<Cover> covers;
    for (std::uint32_t e = 0; e < timeline_.entry_count; ++e) {
      const Event& entry = event(e);
      if (entry.kind == EventKind::exam || (entry.kind == EventKind::other && entry.point) || is_paper(entry)) continue;
      if (!entry.dated()) continue;
      if (faulty_[e] && entry.start && entry.end &&
          entry.start->days.first > entry.end->days.last) {  // reversed: either way
        covers.push_back({month_number_of(entry.end->days.first), month_number_of(entry.start->days.last), e});
      } else if (const auto cover = cover_of(e)) {
        covers.push_back(*cover);
      }
    }
    std::sort(covers.begin(), covers.end(), [](const Cover& a, const Cover& b) {
      return std::tie(a.first, a.last, a.event) < std::tie(b.first, b.last, b.event);
    });
    const auto limit = static_cast<int>(context_.limit("gap-months") > 0 ? context_.limit("gap-months") : 3);
    for (std::size_t i = 1, reach = 0; i < covers.size(); ++i) {
      const int empty = covers[i].first - covers[reach].last - 1;
      if (empty > limit) gap(covers[reach], covers[i], empty);
      if (covers[i].last > covers[reach].last) reach = i;
    }
  }
  [[nodiscard]] static bool is_paper(const Event& entry) {
    const std::string title = folded_copy(entry.title);
    return has_phrase(title, "certificate") || has_phrase(title, "certification") || has_phrase(title, "ecfmg") ||
           has_phrase(title, "award") || has_phrase(title, "registration") || has_phrase(title, "license") ||
           has_phrase(title, "certified");
  }

  void gap(const Cover& before, const Cover& after, int empty) {
    if (faulty_[before.event] || faulty_[after.event]) return;
    const Interval hole{first_day_of_month(before.last + 1), last_day_of_month(after.first - 1)};
    if (is_accounted_for(hole)) return;
    const Event& earlier = event(before.event);
    const Event& later = event(after.event);
    const Span end = earlier.end ? earlier.end->source : earlier.start->source;
    Finding* finding =
        add("dates/unexplained-gap", earlier,
            fmt::format("no text tells of the {} months from {} to {}, between {} and {}", empty,
                        month_words(before.last + 1), month_words(after.first - 1), name_of(earlier), name_of(later)),
            end);
    relate(finding, later, later.start->source, fmt::format("{} begins", name_of(later)));
  }

  // Something the writer tells falls into the hole, or a gap is told of without dates.
  [[nodiscard]] bool is_accounted_for(Interval hole) const {
    for (std::uint32_t e = timeline_.entry_count; e < timeline_.events.size(); ++e) {
      const Event& claim = event(e);
      if (claim.kind == EventKind::exam || claim.expected) continue;
      if (!claim.dated()) {
        if (claim.kind == EventKind::gap) return true;
        continue;
      }
      if (claim.point) {
        if (claim.kind == EventKind::gap && claim.start && claim.start->days.touches(hole)) return true;
        continue;
      }
      const Interval told{claim.start ? claim.start->days.first : hole.first,
                          claim.end ? claim.end->days.last : as_of_};
      if (claim.start && claim.end && overlap_in_months(told, hole) * 2 > overlap_in_months(hole, hole)) return true;
    }
    return is_told_otherwise(hole);
  }
  // A range somewhere that was read as neither entry nor claim: not known to be the writer's, but enough not to accuse.
  [[nodiscard]] bool is_told_otherwise(Interval hole) const {
    for (const std::vector<DateExpression>& dates : timeline_.dates) {
      for (const DateExpression& date : dates) {
        if (date.kind != DateKind::period || !date.resolved || date.open_start || date.start == date.end ||
            date.label != DateLabel::none)
          continue;
        const Interval told{date.start_days.first, date.open_end ? as_of_ : date.end_days.last};
        if (overlap_in_months(told, hole) * 2 > overlap_in_months(hole, hole)) return true;
      }
    }
    return false;
  }

  const CheckContext& context_;
  const ApplicationReading& application_;
  Timeline timeline_;
  FindingSink& sink_;
  Day as_of_;
  std::vector<bool> faulty_;  // by event: a finding tells of it already
};

}  // namespace

void check_dates(const CheckContext& context, FindingSink& sink) {
  const bool any = std::any_of(context.rules.begin(), context.rules.end(),
                               [](const ActiveRule& rule) { return rule.rule->check == CheckKind::dates; });
  if (any) DatesCheck(context, sink).run();
}

}  // namespace candor
