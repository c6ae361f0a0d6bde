#include "lint/reading/entry.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "lint/reading/clause.h"
#include "lint/reading/entry_blocks.h"
#include "lint/reading/entry_names.h"
#include "lint/reading/load.h"
#include "lint/reading/path_tokens.h"
#include "lint/reading/sitting.h"

namespace candor {
namespace {

constexpr std::string_view kSchools[] = {"ssc",
                                         "hsc",
                                         "high school",
                                         "primary school",
                                         "elementary school",
                                         "middle school",
                                         "music school",
                                         "secondary school",
                                         "secondary education",
                                         "gymnasium",
                                         "lyceum",
                                         "liceo",
                                         "lycée",
                                         "abitur",
                                         "matura",
                                         "bagrut",
                                         "a levels",
                                         "a-levels",
                                         "o levels",
                                         "bachillerato",
                                         "matriculation",
                                         "higher secondary",
                                         "school certificate"};

std::optional<Stated> stated(const DateExpression* date) {
  if (date == nullptr || !date->resolved || date->open_start || date->foreign_calendar) return std::nullopt;
  return Stated{date->start, date->start_days, date->source};
}

// School before university: no part of a path whose holes are asked about.
bool is_school(const Event& event) {
  const std::string words = folded_name(event.title + " " + event.organization);
  return has_any_phrase(words, kSchools);
}

class EntryReader {
 public:
  explicit EntryReader(const MarkedText& text) : text_(text) {}

  std::vector<Event> read() {
    const std::vector<Line> lines = read_lines(text_);
    for (const EntryBlock& block : read_blocks(text_, lines)) read_block(block);
    return std::move(events_);
  }

 private:
  void read_block(const EntryBlock& block) {
    const std::vector<FieldValue> values = values_of(text_, block);
    if (block.column > 0) return read_column(block, values);
    if (read_sittings(block, values)) return;
    read_plain(block, values);
  }

  [[nodiscard]] Event blank(const EntryBlock& block) const {
    Event event;
    event.text = text_.index;
    event.source = block.lines.front()->source;
    event.whole = block.source();
    return event;
  }

  // What heads a column of a turned table, and below it what the fields at the rows' heads ask for.
  void read_column(const EntryBlock& block, std::vector<FieldValue> values) {
    if (values.empty() || values.front().field == Field::exam) return read_exam_column(block, values);
    const auto titles = std::ranges::count(values, Field::title, &FieldValue::field);
    if (titles > 1) values.erase(values.begin());  // "A", "B": the columns' names
    if (values.empty()) return;
    Event event = blank(block);
    read_times(block, values, event);
    read_names(text_, block, values, event);
    if (!event.dated() || (event.title.empty() && event.organization.empty())) return;
    event.source = event.whole = values.front().span;
    event.kind = entry_kind(block.section, event);
    mark_entry(text_, event.source, false, event);
    read_load(text_, values, event);
    events_.push_back(std::move(event));
  }

  // An exam, and below it "May 2020", "Fail".
  void read_exam_column(const EntryBlock& block, const std::vector<FieldValue>& values) {
    Event event = blank(block);
    event.kind = EventKind::exam;
    const DateExpression* date = nullptr;
    for (const FieldValue& value : values) {
      const Sitting told = sitting_in(text_, value.span);
      if (value.field == Field::exam) event.sitting.exam = told.exam;
      if (told.result != ExamResult::unstated) event.sitting.result = told.result;
      if (told.score > 0 && value.field != Field::dates) event.sitting.score = told.score;
      if (value.field == Field::attempt) event.sitting.attempt = figure_in(value.span);
      if (date == nullptr) date = text_.date_in(value.span);
    }
    if (event.sitting.exam == Exam::none || date == nullptr) return;
    event.source = event.whole = date->source;
    event.title = to_string(event.sitting.exam);
    event.done = event.sitting.result != ExamResult::unstated || event.sitting.score > 0;
    set_dates(*date, event);
    events_.push_back(std::move(event));
  }

  // ---- exams: one sitting a date. False where the block has no exam that is known.
  bool read_sittings(const EntryBlock& block, const std::vector<FieldValue>& values) {
    const Span whole = block.source();
    const Exam named = exam_of(block, values);
    if (named == Exam::none) return false;
    bool any = false;
    for (const Span piece : pieces_of(block)) {
      Event event = blank(block);
      event.kind = EventKind::exam;
      event.source = event.whole = piece;
      event.sitting = sitting_in(text_, piece);
      if (any && event.sitting.exam == Exam::none && text_.words.any(piece, PathWord::paper))
        continue;  // "(ECFMG certified in 2024)"
      if (!any && event.sitting.exam == Exam::none && is_of_another_exam(piece))
        continue;  // "Physician Licensure Examination: September 2017. USMLE Step 1: ..."
      // "Step 2 CK, 20 August 2024. Passed on 15 April 2025": the first was no pass.
      if (any && event.sitting.exam == Exam::none && event.sitting.result == ExamResult::pass &&
          events_.back().sitting.result == ExamResult::unstated && events_.back().sitting.score == 0) {
        events_.back().sitting.result = ExamResult::fail;
        events_.back().done = true;
      }
      if (event.sitting.exam == Exam::none) event.sitting.exam = any ? events_.back().sitting.exam : named;
      const DateExpression* date = text_.date_in(piece);
      if (date != nullptr) take_exam_in_brackets(piece, date->source, event.sitting);
      for (const FieldValue& value : values) {
        if (value.field == Field::dates && date == nullptr) date = text_.date_in(value.span);
        if (value.field == Field::attempt && event.sitting.attempt == 0) event.sitting.attempt = figure_in(value.span);
      }
      if (date == nullptr && values.size() < 2) continue;
      event.title = to_string(event.sitting.exam);
      const bool told = event.sitting.result != ExamResult::unstated || event.sitting.score > 0;
      event.expected = text_.words.any(piece, PathWord::expected) || is_announced(piece) || was_not_sat(piece) ||
                       (!told && text_.words.any(piece, PathWord::study_verb));  // "February 2027 (registered)"
      event.done = told;
      if (date != nullptr) set_dates(*date, event);
      events_.push_back(std::move(event));
      any = true;
    }
    return any || text_.words.any(whole, PathWord::exam);
  }

  // "24 March 2020: cancelled by the organizer, not taken"
  [[nodiscard]] bool was_not_sat(Span piece) const {
    const std::string_view low = text_.low(piece);
    return has_any_phrase(low, {"not taken", "not sat", "cancelled", "canceled"});
  }
  // "I'm registered for Level 3 in November": the words before the piece, in its sentence.
  [[nodiscard]] bool is_announced(Span piece) const {
    constexpr std::uint32_t kReach = 24;  // bytes
    Span lead = bytes_before(piece.begin, kReach);
    const std::size_t stop = text_.slice(lead).find_last_of(".;\n|");
    if (stop != std::string_view::npos) lead.begin += static_cast<std::uint32_t>(stop) + 1;
    return text_.words.any(lead, PathWord::expected);
  }
  // It names an examination that is not known, and another piece names the one that is.
  [[nodiscard]] bool is_of_another_exam(Span piece) const {
    const std::string_view low = text_.low(piece);
    const std::size_t line = std::min(text_.text.source.bytes().find('\n', piece.end), text_.folded.size());
    return has_any_phrase(low, {"examination", "exam"}) &&
           text_.words.any({piece.end, static_cast<std::uint32_t>(line)}, PathWord::exam);
  }
  // The exam that the block's own words name, or the title above it where the block names nothing else.
  [[nodiscard]] Exam exam_of(const EntryBlock& block, const std::vector<FieldValue>& values) const {
    for (const FieldValue& value : values) {
      if (value.field == Field::note || value.field == Field::place) continue;
      if (value.field == Field::none && is_prose(text_, value.span)) break;
      if (const WordHit* hit = text_.words.first(value.span, PathWord::exam)) {
        const bool head = value.field == Field::exam || value.field == Field::title ||
                          block.section == SectionKind::exams ||
                          (value.field == Field::none && hit->place.begin < value.span.begin + 60);
        const bool about = text_.words.any(value.span, PathWord::gap_title) || names_other_thing(value.span) ||
                           is_studied_for(block, value.span, hit->place);
        if (head && !(about && block.section != SectionKind::exams)) return static_cast<Exam>(hit->value);
      }
      if (value.field == Field::exam) {
        if (const Exam step = step_in(value.span); step != Exam::none) return step;
      }
    }
    if (block.exam == nullptr) return Exam::none;
    const Span whole = block.source();
    if (text_.words.any(whole, PathWord::organization) || text_.words.any(whole, PathWord::paper)) return Exam::none;
    const WordHit* hit = text_.words.first(block.exam->source, PathWord::exam);
    const bool sat = hit != nullptr && !is_studied_for(block, block.exam->source, hit->place);
    return sat ? static_cast<Exam>(hit->value) : Exam::none;
  }
  // "Study for Step 1, July 2021 - February 2022": what took that time.
  [[nodiscard]] bool is_studied_for(const EntryBlock& block, Span value, Span exam) const {
    constexpr std::array<std::string_view, 5> kStudy = {"study for ", "studying for ", "preparation for ",
                                                        "preparing for ", "prep for "};
    std::string_view before = text_.low({value.begin, exam.begin});
    if (before.ends_with("usmle ")) before.remove_suffix(6);
    return ends_with_any(before, kStudy) &&
           std::ranges::any_of(text_.dates_in(block.source()),
                               [](const DateExpression& date) { return date.tells_two_ends(); });
  }
  // "1", "2 CK", "3" below "Step"
  [[nodiscard]] Exam step_in(Span span) const {
    const std::string_view low = text_.low(span);
    if (is_one_of(low, {"1", "i", "one"})) return Exam::step1;
    if (is_one_of(low, {"2", "2 ck", "2ck", "ii", "two", "ck"})) return Exam::step2_ck;
    if (is_one_of(low, {"2 cs", "2cs", "cs"})) return Exam::step2_cs;
    return is_one_of(low, {"3", "iii", "three"}) ? Exam::step3 : Exam::none;
  }
  // "Tutor, Step 1 course": a role that has an exam in its name.
  [[nodiscard]] bool names_other_thing(Span span) const {
    return text_.words.any(span, PathWord::work) || text_.words.any(span, PathWord::organization);
  }

  [[nodiscard]] int figure_in(Span span) const {
    for (const char c : text_.slice(span)) {
      if (c >= '1' && c <= '9') return c - '0';
    }
    return attempt_in(text_, span);
  }

  // "OET: not required (Step 3 passed, February 2025)": what stands in the date's own brackets is dated.
  void take_exam_in_brackets(Span piece, Span date, Sitting& sitting) const {
    const std::string_view before = text_.slice({piece.begin, date.begin});
    const std::size_t open = before.rfind('(');
    if (open == std::string_view::npos || before.find(')', open) != std::string_view::npos) return;
    const Span within{piece.begin + static_cast<std::uint32_t>(open), date.begin};
    if (const WordHit* exam = text_.words.first(within, PathWord::exam)) sitting.exam = static_cast<Exam>(exam->value);
  }
  // A row or a labelled block is one sitting; a line is one, or one a date where it has several.
  [[nodiscard]] std::vector<Span> pieces_of(const EntryBlock& block) const {
    const Span whole = block.source();
    const auto range = text_.dates_in(whole);
    std::vector<Span> dates;
    const auto is_day = [](const DateExpression& date) { return date.start == date.end && !date.open_end; };
    const bool any_day = std::ranges::any_of(
        range, [&](const DateExpression& date) { return date.kind != DateKind::duration && is_day(date); });
    for (const DateExpression& date : range) {
      // "17-AUG-2021   01-JUN-2021 - 31-AUG-2021": the period in which it might be sat
      if (date.kind != DateKind::duration && (is_day(date) || !any_day)) dates.push_back(date.source);
    }
    const bool labelled =
        std::any_of(block.lines.begin(), block.lines.end(), [](const Line* l) { return !l->labels.empty(); });
    const bool several = text_.words.all(whole, PathWord::exam).size() > 1;
    if (dates.size() < 2 || (labelled && !several)) return {whole};
    std::vector<Span> pieces;
    if (lead_their_exams(whole, dates)) {
      for (std::size_t d = 0; d < dates.size(); ++d)
        pieces.push_back({dates[d].begin, d + 1 < dates.size() ? dates[d + 1].begin : whole.end});
      return pieces;
    }
    std::uint32_t from = whole.begin;
    for (std::size_t d = 0; d < dates.size(); ++d) {
      const std::uint32_t limit = d + 1 < dates.size() ? dates[d + 1].begin : whole.end;
      const std::uint32_t cut = d + 1 < dates.size() ? cut_between(dates[d].end, limit) : limit;
      pieces.push_back({from, cut});
      from = cut;
    }
    return pieces;
  }
  // "14.11.2023: USMLE Step 1, pass. 18.03.2025: USMLE Step 2 CK, 242."
  [[nodiscard]] bool lead_their_exams(Span whole, std::span<const Span> dates) const {
    return dates.front().begin < whole.begin + 3 && std::ranges::all_of(dates, [&](Span date) {
             const std::string_view bytes = text_.text.source.bytes();
             std::string_view before = bytes.substr(whole.begin, std::max(whole.begin, date.begin) - whole.begin);
             while (before.ends_with(' ') || before.ends_with('*')) before.remove_suffix(1);
             const bool opens =
                 before.empty() || before.ends_with('.') || before.ends_with(';') || before.ends_with('\n');
             return opens && bytes.substr(date.end).starts_with(":");
           });
  }
  // Between two dates: at the next exam, a semicolon, a line's end, else at what stands right before the second date's
  // result.
  [[nodiscard]] std::uint32_t cut_between(std::uint32_t from, std::uint32_t to) const {
    const std::string_view between = text_.slice({from, to});
    if (const WordHit* exam = text_.words.first({from, to}, PathWord::exam)) return exam->place.begin;
    // "20 May 2025, 231 (ECFMG certified in 2024)": what stands in brackets is of its own.
    if (const std::size_t at = between.rfind('(');
        at != std::string_view::npos && between.find(')', at) == std::string_view::npos)
      return from + static_cast<std::uint32_t>(at);
    for (const char mark : {';', '\n', '|'}) {
      if (const std::size_t at = between.find(mark); at != std::string_view::npos)
        return from + static_cast<std::uint32_t>(at);
    }
    if (const std::size_t at = between.find(". "); at != std::string_view::npos)  // "August 2021. Passed March 2022"
      return from + static_cast<std::uint32_t>(at) + 1;
    if (const std::size_t at = between.rfind(" and "); at != std::string_view::npos)
      return from + static_cast<std::uint32_t>(at);
    if (const std::size_t at = between.rfind(", "); at != std::string_view::npos && at > 2)
      return from + static_cast<std::uint32_t>(at);
    return to;
  }

  // ---- all else
  void read_plain(const EntryBlock& block, const std::vector<FieldValue>& values) {
    Event event = blank(block);
    read_times(block, values, event);
    const Line& first = *block.lines.front();
    add_date_of_head(first, event);
    const bool labelled = std::any_of(values.begin(), values.end(), [](const FieldValue& v) {
      return v.field == Field::organization || v.field == Field::title;
    });
    const bool entry_section = block.section == SectionKind::experience || block.section == SectionKind::education ||
                               block.section == SectionKind::interruption;
    const bool stands_out = first.kind == LineKind::row || first.kind == LineKind::heading;
    if (!event.dated() && (!labelled && !(stands_out && entry_section))) return;
    if (first.kind == LineKind::heading && !event.dated() && !labelled) return;
    if ((first.prose && !labelled) || counts_what_it_dates(block)) return;
    read_names(text_, block, values, event);
    if (event.title.empty() && event.organization.empty()) return;
    event.kind = entry_kind(block.section, event);
    if (event.kind == EventKind::education) add_conferral(event);
    const bool question = event.title.ends_with('?') || event.organization.ends_with('?');
    if (question && event.kind != EventKind::gap) return;  // a form's question
    const Span head = head_of(block, values);
    add_head_words(head, event);
    mark_entry(text_, head, first.papers, event);
    read_load(text_, values, event);
    event.expected = is_expected(head, values, event);
    event.done = text_.words.any(event.whole, PathWord::over) || tells_of_deeds(event);
    const bool languages = event.kind != EventKind::gap && block.section == SectionKind::other && !labelled &&
                           first.kind == LineKind::text &&
                           has_any_phrase(text_.low(first.source), {"language", "languages"});
    if (languages) return;  // "Language. Tamazight (learned from the nurse), English since 2013"
    const bool nothing_known = !text_.words.any(event.whole, PathWord::organization) &&
                               !text_.words.any(event.whole, PathWord::organization_loose) &&
                               !text_.words.any(event.whole, PathWord::degree);
    if (event.kind == EventKind::other && !entry_section && !labelled && !event.paper &&
        (block.lines.size() > 4 ||
         (nothing_known && block.section == SectionKind::other && first.kind == LineKind::text)))
      return;
    events_.push_back(std::move(event));
  }

  // "Reviewed 400 charts from 2010 to 2015.", below the entry of the heading: the years of the charts.
  [[nodiscard]] bool counts_what_it_dates(const EntryBlock& block) const {
    const Line& first = *block.lines.front();
    const DateExpression* date = text_.date_in(first.source);
    return block.heading != nullptr && block.heading != &first && first.kind == LineKind::text && date != nullptr &&
           first.labels.empty() && text_.words.any({first.source.begin, date->source.begin}, PathWord::counted);
  }

  // "Fall 2020: MD", above the ranges of its years: the day of the degree.
  void add_date_of_head(const Line& head, Event& event) const {
    if (!event.dated() || event.date_source().begin < head.source.end) return;
    const DateExpression* own = text_.only_date_in(head.source);
    if (own == nullptr || own->tells_two_ends()) return;
    if (auto when = stated(own)) event.other_dates.push_back(*when);
  }

  // "Degree conferred May 2016.", "Diploma: December 2016", on a line of the entry's own.
  void add_conferral(Event& event) const {
    constexpr std::uint32_t kReach = 28;  // bytes
    if (!event.dated() || event.point) return;
    for (const DateExpression& date : text_.dates_in(event.whole)) {
      const std::string_view before = text_.low(bytes_before(date.source.begin, kReach));
      const std::string_view line = before.substr(before.rfind('\n') + 1);
      const bool given = has_any_phrase(line, {"conferred", "awarded", "granted", "diploma", "title issued"});
      const bool known =
          std::ranges::any_of(event.other_dates, [&](const Stated& other) { return other.source == date.source; });
      if (!given || known || date.tells_two_ends() || event.date_source().contains(date.source)) continue;
      if (auto when = stated(&date)) event.other_dates.push_back(*when);
    }
  }
  // A description in the past: "Taught 64 sessions."
  [[nodiscard]] bool tells_of_deeds(const Event& event) const {
    if (!event.dated()) return false;
    const Span behind{std::min(event.date_source().end, event.whole.end), event.whole.end};
    return text_.words.any(behind, PathWord::act_deed) || text_.words.any(behind, PathWord::act_whole) ||
           text_.words.any(behind, PathWord::act_end);
  }

  // What is not description: the lines up to the first prose, notes left out.
  [[nodiscard]] Span head_of(const EntryBlock& block, const std::vector<FieldValue>& values) const {
    Span head = block.lines.front()->source;
    for (const FieldValue& value : values) {
      if (value.field == Field::note || is_prose(text_, value.span) || value.span.size() > 200) break;
      if (value.span.begin >= head.end && is_undated_sentence(value.span)) break;
      head = hull(head, value.span);
    }
    return head;
  }

  // "Outpatient clinic and home visits with Dr. Ames."
  [[nodiscard]] bool is_undated_sentence(Span span) const {
    constexpr std::ptrdiff_t kBlanks = 4;
    const std::string_view words = text_.slice(span);
    return words.ends_with('.') && std::ranges::count(words, ' ') >= kBlanks && text_.date_in(span) == nullptr;
  }
  // What else the head names: "COVID block", "Bawku".
  void add_head_words(Span head, Event& event) const {
    std::string words(text_.low(head));
    for (const DateExpression& told : text_.dates_in(head)) {  // a month is no place that two entries share
      const Span date = told.source;
      words.replace(date.begin - head.begin, date.size(), date.size(), ' ');
    }
    const std::string title = folded_name(event.title);
    for (std::string& word : telling_words(words)) {
      const std::size_t at = find_phrase(words, word);  // a town has its capital, and is no part of the role
      if (at == std::string::npos || !is_capital_at(text_.slice(head), at) || has_phrase(title, word)) continue;
      if (words.substr(at + word.size()).starts_with(":") && field_named(word) != Field::none) continue;
      const bool known = std::find(event.names.begin(), event.names.end(), word) != event.names.end() ||
                         std::find(event.places.begin(), event.places.end(), word) != event.places.end();
      if (!known) event.places.push_back(std::move(word));
    }
  }

  [[nodiscard]] bool is_expected(Span head, const std::vector<FieldValue>& values, const Event& event) const {
    if (text_.words.any(head, PathWord::expected)) return true;
    // "Present (scheduled to end Nov. 2022)"
    if (event.dated()) {
      const std::uint32_t from = event.date_source().end;
      const std::size_t line = text_.text.source.bytes().find('\n', from);
      const std::uint32_t end =
          std::min({from + 40, event.whole.end, static_cast<std::uint32_t>(std::min(line, text_.folded.size()))});
      if (text_.words.any({event.date_source().end, end}, PathWord::expected)) return true;
    }
    return std::any_of(values.begin(), values.end(), [&](const FieldValue& v) {
      return (v.field == Field::award || v.field == Field::result) && text_.words.any(v.span, PathWord::expected);
    });
  }

  // ---- times
  void read_times(const EntryBlock& block, const std::vector<FieldValue>& values, Event& event) {
    for (const FieldValue& value : values) {
      const DateExpression* date = text_.date_in(value.span);
      if (value.field == Field::start) {
        if (auto when = stated(date)) event.start = when;
        if (date != nullptr && !date->open_end && date->resolved && date->tells_two_ends())
          event.end = Stated{date->end, date->end_days, date->source};
      } else if (value.field == Field::end) {
        read_end(value, date, event);
      } else if (value.field == Field::award) {
        if (auto when = stated(date)) event.other_dates.push_back(*when);
      }
    }
    for (const Field wanted :
         {Field::dates, Field::length, Field::none, Field::title, Field::organization, Field::load, Field::exam}) {
      // "Research assistant (volunteer until January 2025)", "Assistant, lead since May 2024" beside the dates: a range
      // with both its ends before one with its beginning, and that before an end alone.
      for (const Ends told : {Ends::both, Ends::one, Ends::any}) {
        if (event.dated()) break;
        for (const FieldValue& value : values) {
          if (value.field != wanted || (wanted == Field::none && is_prose(text_, value.span)) ||
              !has_range(value.span, told) || (wanted == Field::length && told == Ends::any) ||
              (wanted == Field::none && tells_of_others(value.span)))
            continue;  // "Duration: October 2014 to March 2015 (6 months)"
          if (take_dates(block, values, value, event)) break;
        }
      }
    }
    if (event.point) end_on_next_line(block, event);
    if (!event.dated() && !event.other_dates.empty()) {
      event.start = event.end = event.other_dates.front();
      event.point = true;
      event.other_dates.clear();
    }
    read_length(values, event);
    event.point = event.point || (event.start && event.end && event.start->source == event.end->source &&
                                  event.start->date == event.end->date);
  }

  // "the cohort was recruited in 2008-2011 by others": no dates of the entry's own.
  [[nodiscard]] bool tells_of_others(Span value) const {
    const std::string_view low = text_.low(value);
    return low.ends_with('.') && has_any_phrase(low, {"was", "were"}) && !has_phrase(low, "i");
  }
  // "Oct 2008", and on the line below "Jul 2014", over what it was
  void end_on_next_line(const EntryBlock& block, Event& event) const {
    if (block.lines.size() < 3 || !event.start) return;
    const DateExpression* first = lone_date(*block.lines[0]);
    const DateExpression* second = lone_date(*block.lines[1]);
    if (first == nullptr || second == nullptr || first->source != event.start->source ||
        second->start_days.first < first->start_days.first)
      return;
    event.end = Stated{second->end, second->end_days, second->source};
    event.point = false;
    std::erase_if(event.other_dates, [&](const Stated& other) { return other.source == second->source; });
  }
  // The one date, to the month at least, that is all of the line; or nullptr.
  [[nodiscard]] const DateExpression* lone_date(const Line& line) const {
    constexpr std::uint32_t kMarks = 4;  // bytes
    if (line.dates.size() != 1) return nullptr;
    const DateExpression& date = text_.dates[line.dates.first];
    const bool alone = is_dates_alone(text_, line, kMarks);
    return alone && date.resolved && date.start == date.end && !date.open_end && date.start.has_month() ? &date
                                                                                                        : nullptr;
  }

  // Which ends a range has to tell.
  enum class Ends : std::uint8_t { both, one, any };

  [[nodiscard]] bool has_range(Span value, Ends told) const {
    if (told == Ends::any) return true;
    return std::ranges::any_of(text_.dates_in(value), [&](const DateExpression& d) {
      const bool open = d.open_end && (told == Ends::one || d.to_present);
      return d.kind != DateKind::duration && d.resolved && !d.open_start && (open || d.tells_two_ends());
    });
  }

  void read_end(const FieldValue& value, const DateExpression* date, Event& event) const {
    const std::string_view low = text_.low(value.span);
    event.to_present = has_any_phrase(low, {"present", "current", "ongoing", "now", "to date", "till date", "today",
                                            "currently", "la fecha", "actualidad", "heute"});
    event.end.reset();
    if (event.to_present || date == nullptr || !date->resolved || date->open_end || date->foreign_calendar) return;
    event.end = Stated{date->end, date->end_days, date->source};
  }

  // The first range of the value, one with both its ends before one with its beginning, else its first date.
  bool take_dates(const EntryBlock& block, const std::vector<FieldValue>& values, const FieldValue& value,
                  Event& event) {
    const DateExpression* best = nullptr;
    for (const DateExpression& date : text_.dates_in(value.span)) {
      if (date.kind == DateKind::duration || !date.resolved || date.foreign_calendar) continue;
      if (date.anchor == DateAnchor::as_of && date.tells_two_ends()) continue;  // "in the last year he won"
      const bool point = best != nullptr && best->start == best->end && !best->open_end && !best->open_start;
      const bool since = best != nullptr && best->open_end && !best->to_present;  // "lead since May 2024"
      if (best == nullptr || (point && (date.tells_two_ends() || date.open_end)) || (since && date.to_present) ||
          is_part_in_brackets(value.span, *best, date))
        best = &date;
      if (best == &date && date.tells_two_ends() && !stands_in_brackets(value.span, date)) break;
    }
    if (best == nullptr || !set_dates(*best, event)) return false;
    add_dates(value.span, *best, event);
    if (event.point && tells_end_alone(value.span, best->source)) {
      event.start.reset();
      event.point = false;
      return true;
    }
    if (event.point && goes_on_in_column(event.end->source.end)) {
      event.end.reset();
      event.point = false;
      event.to_present = true;
    }
    if (event.point && value.field == Field::none) {
      if (block.lines.front()->kind == LineKind::row) end_in_next_cell(values, value, event);
    }
    return true;
  }

  [[nodiscard]] bool stands_in_brackets(Span value, const DateExpression& date) const {
    return opens_bracket(text_.slice({value.begin, date.source.begin}));
  }
  // "Assistant (2010-2015), associate (2015-2021), Changwon Hospital, Mar 2010 - Feb 2021": a part of the whole range.
  [[nodiscard]] bool is_part_in_brackets(Span value, const DateExpression& part, const DateExpression& whole) const {
    return part.tells_two_ends() && whole.tells_two_ends() && stands_in_brackets(value, part) &&
           !stands_in_brackets(value, whole) && whole.start_days.first <= part.start_days.last &&
           part.end_days.first <= whole.end_days.last;
  }

  // "Sep 2022 | present"
  [[nodiscard]] bool goes_on_in_column(std::uint32_t end) const {
    std::string_view behind = std::string_view(text_.folded).substr(end);
    const std::size_t next = behind.find_first_not_of(" \t|");
    if (next == std::string_view::npos || next < 2) return false;
    behind.remove_prefix(next);
    return begins_with_word(behind, "present") || begins_with_word(behind, "current") ||
           begins_with_word(behind, "now") || begins_with_word(behind, "ongoing");
  }
  static bool begins_with_word(std::string_view text, std::string_view word) {
    return text.starts_with(word) && path_word_end(text, 0) == word.size();
  }
  // "Resident, Novi Sad: to March 2022", a column of dates with "to March 2022".
  [[nodiscard]] bool tells_end_alone(Span value, Span date) const {
    std::string_view before = text_.low({value.begin, date.begin});
    if (!before.ends_with("to ")) return false;
    before.remove_suffix(3);
    return before.empty() || ends_with_any(before, {": ", ", ", "  "});
  }

  // A table that gives start and end a column each without naming them so.
  void end_in_next_cell(const std::vector<FieldValue>& values, const FieldValue& first, Event& event) const {
    for (const FieldValue& value : values) {
      if (value.span.begin <= first.span.begin || value.field != Field::none) continue;
      const DateExpression* date = text_.date_in(value.span);
      if (date == nullptr || value.span.size() > date->source.size() + 6) continue;
      event.end.reset();
      if (!date->to_present) event.end = stated(date);
      event.to_present = date->to_present;
      event.point = false;
      return;
    }
  }

  // Further dates on the line: "09/2010 - 07/2016, awarded July 2016"; "February 2020, for one year, to the end of
  // 2021".
  void add_dates(Span value, const DateExpression& first, Event& event) {
    for (const DateExpression& date : text_.dates_in(value)) {
      if (&date == &first || date.kind == DateKind::duration || !date.resolved) continue;
      const bool behind = date.source.begin >= first.source.end;
      const std::string_view between = behind ? text_.low({first.source.end, date.source.begin}) : std::string_view();
      const bool years = is_academic_year(first) && is_academic_year(date);
      if (is_finer(date, event)) {
        event.start = Stated{date.start, date.start_days, date.source};
        if (!date.open_end) event.end = Stated{date.end, date.end_days, date.source};
      } else if (behind && !date.open_end && ends_range(between, date, event, years)) {
        event.end = Stated{date.end, date.end_days, date.source};
        event.point = false;
      } else if (auto when = stated(&date)) {
        event.other_dates.push_back(*when);
      }
    }
  }
  // "2018–2021: Resident, Miskolc Hospital, June 2018 – September 2021": the years again, to the month.
  static bool is_finer(const DateExpression& date, const Event& event) {
    return !event.point && event.start && event.end && date.kind == DateKind::period && !date.open_start &&
           !date.open_end && date.start.has_month() && date.end.has_month() &&
           event.start->date.precision == Precision::year && event.end->date.precision == Precision::year &&
           date.start.year == event.start->date.year && date.end.year == event.end->date.year;
  }
  // "2013-14", labelled or not.
  static bool is_academic_year(const DateExpression& date) {
    return date.label == DateLabel::academic_year ||
           (date.start.precision == Precision::year && date.end.precision == Precision::year &&
            date.end.year == date.start.year + 1);
  }
  static bool ends_range(std::string_view between, const DateExpression& date, const Event& event,
                         bool academic_years) {
    if (!event.point && !academic_years && (event.end || event.to_present || !date.open_start)) return false;
    if (!event.start || date.end_days.last <= event.start->days.last || between.size() > 30) return false;
    const bool to = date.open_start || has_any_phrase(between, {"to", "until", "through", "till"});
    // "Started January 2010, graduated December 2016"
    const bool over = event.point && has_any_phrase(between, {"graduated", "finished", "completed", "ended"});
    for (const std::string_view to_come : {"expected ", "anticipated ", "projected ", "exp. "}) {
      if (between.ends_with(to_come)) between.remove_suffix(to_come.size());  // "Aug 2018 - expected May 2027"
    }
    const bool dash =
        between.find_first_not_of(" -,()") == std::string_view::npos && between.find('-') != std::string_view::npos;
    const bool columns =
        event.point && between.size() > 1 && between.find_first_not_of(" |\t") == std::string_view::npos;
    return to || dash || over || columns || between == " – " || between == " — ";
  }

  void read_length(const std::vector<FieldValue>& values, Event& event) const {
    for (const FieldValue& value : values) {
      if (value.field == Field::length_in_months) read_months(value.span, event);
      if (value.field == Field::note || event.length || is_prose(text_, value.span)) continue;
      const DateExpression* length = text_.length_in(value.span);
      // "Obligatory social service (18 months)", in a column of its own
      const bool aside = length != nullptr && event.dated() &&
                         (is_in_brackets_before(*length, event) || is_in_brackets_behind(*length, event));
      if (value.field != Field::dates && value.field != Field::length && !aside && text_.date_in(value.span) == nullptr)
        continue;
      const bool said = value.field == Field::dates || value.field == Field::length ||
                        (length != nullptr && (aside || is_beside_dates(*length, event)));
      if (length != nullptr && said && is_of_the_whole(*length) && !counts_days_of_months(*length, event)) {
        event.length = length->duration;
        event.length_source = length->source;
      }
    }
  }
  // "January 2017 - June 2017, 40 days in all": of the days that one was there.
  static bool counts_days_of_months(const DateExpression& length, const Event& event) {
    return length.duration.finest == LengthUnit::days && event.start && event.start->date.precision != Precision::day;
  }
  // "14" below "Months"
  void read_months(Span value, Event& event) const {
    const Span figures = trimmed(text_, value);
    const std::string_view written = text_.slice(figures);
    int months = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), months);
    constexpr int kMost = 1200;  // a century
    if (error != std::errc{} || end != written.data() + written.size() || months < 1 || months > kMost) return;
    constexpr int kHundredths = 100;
    event.length = Duration{.months = months * kHundredths};
    event.length_source = figures;
  }
  // "Course in tropical medicine (five months), Mirebalais: April 2019 - June 2019"
  [[nodiscard]] bool is_in_brackets_before(const DateExpression& length, const Event& event) const {
    constexpr std::uint32_t kReach = 80;  // bytes
    const std::string_view bytes = text_.text.source.bytes();
    const std::uint32_t end = length.source.end;
    const std::uint32_t date = event.date_source().begin;
    return end < date && date - end < kReach && length.source.begin > 0 && bytes[length.source.begin - 1] == '(' &&
           bytes.substr(end, 1) == ")" && bytes.substr(end, date - end).find('\n') == std::string_view::npos;
  }
  // "06/2023 - 11/2024 | Research fellow (full time; two and a half years)": behind the load, in one line.
  [[nodiscard]] bool is_in_brackets_behind(const DateExpression& length, const Event& event) const {
    constexpr std::uint32_t kReach = 120;  // bytes
    const std::string_view bytes = text_.text.source.bytes();
    const std::uint32_t begin = length.source.begin;
    const std::uint32_t date = event.date_source().end;
    if (date > begin || begin - date > kReach || bytes.substr(length.source.end, 1) != ")") return false;
    const std::string_view between = text_.low({date, begin});
    const std::size_t open = between.rfind('(');
    return open != std::string_view::npos && bytes.substr(date, begin - date).find('\n') == std::string_view::npos &&
           is_one_of(between.substr(open), {"(full time; ", "(full-time; ", "(full time, ", "(full-time, "});
  }
  // Right behind the dates: "November 2021 to May 2022 (fourteen months)".
  [[nodiscard]] bool is_beside_dates(const DateExpression& length, const Event& event) const {
    if (!event.dated()) return false;
    if (length.source.begin < event.date_source().end) return is_in_brackets_before(length, event);
    const Span behind{event.date_source().end, length.source.begin};
    const std::string_view bytes = text_.text.source.bytes();
    if (behind.size() < 60 && bytes[length.source.begin - 1] == '(' && bytes.substr(length.source.end, 1) == ")" &&
        !text_.words.any(behind, PathWord::within_degree))
      return true;  // "08/2017 - 02/2022 Pediatrician (4 years and 7 months)"
    const std::string_view rest = bytes.substr(length.source.end, 1);
    if (behind.size() < 40 && (rest.empty() || rest == "\n") && text_.low(behind).starts_with(", ") &&
        text_.low(behind).ends_with(", ") && text_.words.any(behind, PathWord::part_time))
      return true;  // "Feb. 2021 - Nov. 2023, one morning a week, eighteen months"
    const std::string_view between = text_.low({event.date_source().end, length.source.begin});
    return between.size() < 24 && std::count(between.begin(), between.end(), ' ') < 4 && between.find('-') != 0 &&
           (between.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos ||
            has_any_phrase(between, {"full-time", "for", "total"}));
  }
  // "12-month rotating internship", "six-year programme" name a kind; "three months of surgery", "18 months bench",
  // "six months' leave" are parts.
  [[nodiscard]] bool is_of_the_whole(const DateExpression& length) const {
    if (text_.slice(length.source).find('-') != std::string_view::npos) return false;
    const std::size_t line = std::min(text_.text.source.bytes().find('\n', length.source.end), text_.folded.size());
    std::string_view after = text_.low({length.source.end, static_cast<std::uint32_t>(line)});
    if (after.empty() || after.front() != ' ') return after.find_first_of("'\u2019") != 0;
    after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
    if (after.empty() ||
        !((after.front() >= 'a' && after.front() <= 'z') || (after.front() >= '0' && after.front() <= '9')))
      return true;
    return starts_with_any(after, {"full", "part", "total", "in total", "in all", "altogether"});
  }

  const MarkedText& text_;
  std::vector<Event> events_;
};

// "September 2022 -", with nothing behind the dash.
bool is_left_open(std::string_view behind) {
  behind.remove_prefix(std::min(behind.find_first_not_of(' '), behind.size()));
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (!behind.starts_with(dash)) continue;
    behind.remove_prefix(dash.size());
    const std::size_t stop = behind.find_first_not_of(" *\r");
    const bool column = stop != std::string_view::npos && stop > 2;
    return stop == std::string_view::npos || column ||
           std::string_view("\n|);:,").find(behind[stop]) != std::string_view::npos;
  }
  return false;
}

void open_ranges(const MarkedText& text, std::vector<Event>& entries) {
  for (Event& entry : entries) {
    if (!entry.point || !entry.start || entry.kind == EventKind::exam || entry.paper) continue;
    if (!is_left_open(text.text.source.bytes().substr(entry.start->source.end))) continue;
    entry.end.reset();
    entry.point = false;
    entry.to_present = true;
  }
}

// Two columns out of a PDF: "Pathologist   10/2020 -", and on the next line "Tern Diagnostics   05/2023".
void join_columns(const MarkedText& text, std::vector<Event>& entries) {
  const std::string_view bytes = text.text.source.bytes();
  for (std::size_t e = 0; e < entries.size(); ++e) {
    Event& entry = entries[e];
    if (!entry.point || !entry.start || entry.kind == EventKind::exam) continue;
    const std::uint32_t end = entry.start->source.end;
    const std::size_t line = bytes.find('\n', end);
    if (line == std::string_view::npos) continue;
    const std::string_view rest = bytes.substr(end, line - end);
    if (rest.find_first_not_of(" -\r") != std::string_view::npos || rest.find('-') == std::string_view::npos) continue;
    const std::size_t next_line = std::min(bytes.find('\n', line + 1), bytes.size());
    const std::string_view below = bytes.substr(line + 1, next_line - line - 1);
    if (has_phrase(folded_copy(below), "present")) {
      entry.end.reset();
      entry.to_present = true;
      entry.point = false;
      continue;
    }
    if (e + 1 == entries.size()) continue;
    const Event& next = entries[e + 1];
    if (!next.point || !next.start || next.start->source.begin < line || next.start->source.end > next_line) continue;
    entry.end = next.start;
    entry.point = false;
    entry.whole = hull(entry.whole, next.whole);
    if (entry.organization.empty()) {
      entry.organization = next.organization.empty() ? next.title : next.organization;
      entry.names = next.names;
      entry.places.insert(entry.places.end(), next.places.begin(), next.places.end());
    }
    if (next.load != Load::unstated) entry.load = next.load;
    entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(e) + 1);
  }
}

// "Senior house officer, same hospital", "Nurse manager, same unit": that of the entry before.
void name_same_places(const MarkedText& text, std::vector<Event>& entries) {
  constexpr std::array<std::string_view, 6> kSamePlaces = {"same hospital", "same unit",   "same department",
                                                           "same clinic",   "same center", "same institution"};
  const Event* before = nullptr;
  for (Event& entry : entries) {
    const bool same = starts_with_any(folded_name(entry.organization), {"same ", "the same "}) ||
                      (entry.organization.empty() && has_any_phrase(text.low(entry.source), kSamePlaces));
    if (before != nullptr && same) {
      entry.organization = before->organization;
      entry.names = before->names;
      entry.places.insert(entry.places.end(), before->places.begin(), before->places.end());
    }
    if (!entry.organization.empty() && entry.kind != EventKind::exam) before = &entry;
  }
}

// "Date of birth", over the day; "Born: 9 May 1990", "Nacido el 3 de febrero de 1992".
bool is_a_birth(const MarkedText& text, const Event& entry) {
  constexpr std::uint32_t kReach = 20;  // bytes
  if (field_named(entry.title) == Field::person) return true;
  if (!entry.start || !entry.point) return false;
  const std::string_view before = text.low(bytes_before(entry.start->source.begin, kReach));
  return has_any_phrase(before, {"born", "birth", "nacido", "nacida", "geboren"});
}

// "Rocky Vista University, DO: 07/2019": the degree, which as a word of prose is a verb.
bool names_do_degree(std::string_view head) {
  constexpr std::string_view kDegree = "DO";
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = head.find(kDegree); at != std::string_view::npos; at = head.find(kDegree, at + 1)) {
    const std::size_t end = at + kDegree.size();
    if ((at == 0 || !is_letter(head[at - 1])) && (end == head.size() || !is_letter(head[end]))) return true;
  }
  return false;
}

}  // namespace

bool set_dates(const DateExpression& date, Event& event) {
  constexpr int kOtherCalendar = 2045;  // "Bhadra 2068", in a column of its own
  if (date.kind == DateKind::duration || !date.resolved || date.foreign_calendar ||
      (date.start.has_year() && date.start.year >= kOtherCalendar))
    return false;
  if (!date.open_start) event.start = Stated{date.start, date.start_days, date.source};
  if (!date.open_end) event.end = Stated{date.end, date.end_days, date.source};
  event.to_present = date.to_present;
  // "March of last year" is as good as a year.
  const bool sure = date.anchor == DateAnchor::birth ||
                    (date.anchor == DateAnchor::as_of && date.start.has_month() && date.of_named_year);
  event.relative = date.anchor != DateAnchor::none && !sure;
  event.point = event.start && event.end && date.start == date.end;
  return true;
}

void mark_entry(const MarkedText& text, Span head, bool papers, Event& event) {
  const WordHits title(event.title);
  const Span all = whole_of(event.title);
  // "Internal Medicine (categorical), Boise. PGY-1, PGY-2."
  constexpr std::array<std::string_view, 7> kYears = {"categorical", "pgy-1", "pgy-2", "pgy-3", "pgy1", "pgy2", "pgy3"};
  event.training = (title.any(all, PathWord::training) || has_any_phrase(text.low(head), kYears)) &&
                   !text.words.any(head, PathWord::no_training) && event.kind != EventKind::research;
  event.within_degree =
      text.words.any(head, PathWord::within_degree) && !has_phrase(folded_copy(event.title), "senior house officer");
  event.within_post = text.words.any(head, PathWord::within_post);
  event.master_degree = title.any(all, PathWord::master_degree);
  // "MSc Neuroscience" above its "Dissertation": the degree itself
  if (event.master_degree && event.kind == EventKind::education && !title.any(all, PathWord::within_degree))
    event.within_degree = false;
  const bool other = title.any(all, PathWord::other_degree) && !title.any(all, PathWord::medical_degree);
  event.medical_degree = event.kind == EventKind::education && !event.master_degree && !other &&
                         !title.any(all, PathWord::membership) &&
                         !has_phrase(folded_copy(event.title), "of the medical degree") &&
                         (text.words.any(head, PathWord::medical_degree) || names_do_degree(text.slice(head)));
  event.paper =
      (event.point || !event.start) && (title.any(all, PathWord::honour) || title.any(all, PathWord::paper) ||
                                        (event.kind == EventKind::other && text.words.any(head, PathWord::honour)));
  const bool role =
      title.any(all, PathWord::clinical) || title.any(all, PathWord::research) || title.any(all, PathWord::work);
  const bool course = event.kind == EventKind::education && has_phrase(folded_copy(event.title), "course");
  if (!event.end && !role && !course && !title.any(all, PathWord::degree) && title.any(all, PathWord::paper))
    event.paper = true;  // "ECFMG certified since June 2023"
  // "Licensure: ... posting list, October 2016 to April 2017": months that were spent, whatever stands above them.
  const bool months = event.start && event.end && !event.point && event.start->date.has_month() &&
                      event.end->date.has_month() && !title.any(all, PathWord::paper) &&
                      !title.any(all, PathWord::honour);
  if ((is_school(event) && !role) || (papers && !months)) event.paper = true;
  if (event.paper) event.kind = EventKind::other;
}

// "Degree of Doctor of Medicine conferred: 12 May 2017", on a line of its own: of the one such course.
void attach_conferrals(const MarkedText& text, std::vector<Event>& entries) {
  for (Event& line : entries) {
    const std::string_view low = text.low(line.whole);
    if (!line.point || !line.start || line.kind == EventKind::exam || !has_any_phrase(low, {"conferred", "awarded"}) ||
        !text.words.any(line.whole, PathWord::medical_degree) || text.words.any(line.whole, PathWord::master_degree))
      continue;
    Event* course = nullptr;
    std::size_t courses = 0;
    for (Event& entry : entries) {
      if (&entry == &line || entry.point || !entry.end || !entry.medical_degree || entry.kind != EventKind::education)
        continue;
      course = &entry;
      ++courses;
    }
    if (courses != 1 || line.start->days.last < course->end->days.first) continue;
    course->other_dates.push_back(*line.start);
    line.paper = true;
    line.kind = EventKind::other;
  }
}

std::vector<Event> read_entries(const MarkedText& text) {
  std::vector<Event> entries = EntryReader(text).read();
  std::erase_if(entries, [&](const Event& entry) { return is_a_birth(text, entry); });
  join_columns(text, entries);
  open_ranges(text, entries);
  attach_conferrals(text, entries);
  name_same_places(text, entries);
  return entries;
}

}  // namespace candor
