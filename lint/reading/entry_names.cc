#include "lint/reading/entry_names.h"

#include <algorithm>
#include <array>
#include <string>

namespace candor {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// A part of a line between marks.
struct Part {
  Span span;
  std::size_t line = 0;  // of the values it stands in, from 0
  bool bracketed = false;
};

class NameReader {
 public:
  NameReader(const MarkedText& text, const EntryBlock& block, const std::vector<FieldValue>& values, Event& event)
      : text_(text), block_(block), values_(values), event_(event) {}

  void read() {
    for (const FieldValue& value : values_) {
      if (value.field == Field::organization && event_.organization.empty()) read_organization(value.span);
      if ((value.field == Field::title || value.field == Field::exam) && event_.title.empty())
        event_.title = without_dates(value.span);
      if (value.field == Field::place && event_.place.empty()) event_.place = words(value.span);
    }
    if (event_.title.empty()) read_title_in_type();
    if (event_.organization.empty() || event_.title.empty()) read_parts();
    if (event_.organization.empty()) read_organization_in_title();
    const std::size_t comma = event_.organization.find(',');
    event_.names = telling_words(folded_copy(event_.organization.substr(0, comma)));
    if (comma != std::string::npos) event_.place += " " + event_.organization.substr(comma + 1);
    event_.places = telling_words(folded_copy(event_.place));
  }

 private:
  [[nodiscard]] std::string words(Span span) const { return std::string(text_.slice(trimmed(text_, span))); }

  // The words of the span without its dates.
  [[nodiscard]] std::string without_dates(Span span) const {
    std::string out;
    std::uint32_t from = span.begin;
    for (const DateExpression& date : text_.dates_in(span)) {
      if (date.kind == DateKind::duration) continue;
      out += text_.slice({from, date.source.begin});
      from = date.source.end;
    }
    out += text_.slice({from, span.end});
    const auto strip = [](char c) { return c == ' ' || c == ',' || c == '*' || c == '(' || c == '-' || c == ':'; };
    while (!out.empty() && strip(out.back())) out.pop_back();
    while (!out.empty() && strip(out.front())) out.erase(0, 1);
    return out;
  }

  // "Type: Residency, psychiatry", where no other field says what it was.
  void read_title_in_type() {
    constexpr std::string_view kType = "type:";
    for (const FieldValue& value : values_) {
      if (value.field != Field::note || value.span.empty()) continue;
      std::string_view before = text_.low(bytes_before(value.span.begin, 8));
      while (before.ends_with(' ') || before.ends_with('*')) before.remove_suffix(1);
      const bool role =
          text_.words.any(value.span, PathWord::training) || text_.words.any(value.span, PathWord::clinical);
      if (before.ends_with(kType) && role) event_.title = words(value.span);
    }
  }

  // An export's own field; a merged column may have left the title on it.
  void read_organization(Span span) {
    const std::vector<Part> parts = parts_of(span, 0);
    event_.organization = words(span);
    for (const Part& part : parts) {
      if (part.span.begin > span.begin && part.span.begin > 0 && is_glued(part.span.begin)) {
        event_.organization = words({span.begin, part.span.begin});
        if (event_.title.empty()) event_.title = without_dates({part.span.begin, span.end});
        return;
      }
    }
  }

  // "Program: Cardiology, Heart Institute": the field holds both.
  void read_organization_in_title() {
    for (const FieldValue& value : values_) {
      if (value.field != Field::title) continue;
      std::vector<Part> parts;
      append(parts, value.span, 0);
      const std::size_t organization = parts.size() > 1 ? organization_among(parts, 0) : parts.size();
      if (organization == parts.size()) return;
      event_.title = words(parts.front().span);
      event_.organization = words(parts[organization].span);
      add_place(parts, organization, 0);
      return;
    }
  }

  // ---- names without labels
  [[nodiscard]] std::vector<Part> parts_with(const Line* heading) const {
    std::vector<Part> parts;
    std::size_t line = 0;
    if (heading != nullptr) append(parts, heading->source, line++);
    for (const FieldValue& value : values_) {
      if (value.field != Field::none || line > 3) continue;
      if (is_prose(text_, value.span) && !parts.empty()) break;
      append(parts, value.span, line++);
    }
    return parts;
  }
  // What it was and where: "Work and training" above it is no name of it.
  [[nodiscard]] bool tells_all(const std::vector<Part>& parts) const {
    const std::size_t title = title_among(parts);
    return title < parts.size() && std::ranges::any_of(parts, [&](const Part& part) {
             return &part != &parts[title] && !part.bracketed && is_capital(part.span.begin) && is_organization(part);
           });
  }
  // "History of study and work" above "Phlebotomist, hospital laboratory, Louisville": it names no place, and the entry
  // has a name and more.
  [[nodiscard]] bool is_title_of_a_list(const Line& heading, const std::vector<Part>& parts) const {
    return parts.size() > 2 && !text_.words.any(heading.source, PathWord::organization) &&
           text_.slice(heading.source).find(',') == std::string_view::npos;
  }
  void read_parts() {
    const Line* heading = block_.heading;
    std::vector<Part> parts = parts_with(nullptr);
    if (heading != nullptr && heading != block_.lines.front() && !tells_all(parts) &&
        !is_title_of_a_list(*heading, parts))
      parts = parts_with(heading);
    if (parts.empty()) return;
    std::size_t title = event_.title.empty() ? title_among(parts) : parts.size();
    std::size_t organization = event_.organization.empty() ? organization_among(parts, title) : parts.size();
    if (title == parts.size() && event_.title.empty()) {  // no word tells: the first part that is not the organization
      for (std::size_t p = parts.size(); p-- > 0;) {
        if (p != organization) title = p;
      }
    }
    if (title < parts.size()) event_.title = words(parts[title].span);
    if (organization < parts.size()) {
      event_.organization = words(parts[organization].span);
      add_short_name(parts, organization);
      add_place(parts, organization, title);
    }
  }

  [[nodiscard]] bool has(const Part& part, PathWord word) const { return text_.words.any(part.span, word); }
  [[nodiscard]] bool is_role(const Part& part) const {
    return has(part, PathWord::clinical) || has(part, PathWord::work) || has(part, PathWord::research) ||
           has(part, PathWord::degree) || text_.low(part.span).find("student") != std::string_view::npos ||
           has(part, PathWord::gap_title);
  }
  // "Master of Public Health" has such a word, and is none.
  [[nodiscard]] bool is_organization(const Part& part) const {
    return has(part, PathWord::organization) && !opens_with_degree(part);
  }
  [[nodiscard]] bool opens_with_degree(const Part& part) const {
    const WordHit* degree = text_.words.first(part.span, PathWord::degree);
    return degree != nullptr && degree->place.begin == part.span.begin &&
           std::string_view(text_.folded).substr(degree->place.end).starts_with(" of ");
  }

  [[nodiscard]] std::size_t title_among(const std::vector<Part>& parts) const {
    std::size_t loose = parts.size();
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (!is_role(parts[p]) || (is_organization(parts[p]) && !ends_in_role(parts[p]))) continue;
      if (!is_state(parts, p) && !is_field(parts, p)) return is_described_behind(parts, p) ? 0 : p;
      loose = std::min(loose, p);
    }
    return loose;
  }
  // "**House parent**, Lantern House (2015 - 2016). Care of six boys": the bold name is the title, whatever the
  // description behind the dates has.
  [[nodiscard]] bool is_described_behind(const std::vector<Part>& parts, std::size_t p) const {
    return p > 1 && parts[p].line == parts[0].line && !is_organization(parts[0]) &&
           text_.slice(bytes_before(parts[0].span.begin, 2)) == "**" &&
           text_.date_in({parts[1].span.begin, parts[p].span.begin}) != nullptr &&
           text_.slice(bytes_before(parts[p].span.begin, 2)) == ". ";
  }
  // "Bone Health Unit, Baltimore, MD": no degree.
  [[nodiscard]] bool is_state(const std::vector<Part>& parts, std::size_t p) const {
    return p > 1 && parts[p].span.size() == 2 && parts[p - 2].line == parts[p].line && !is_role(parts[p - 1]);
  }
  // "San Joaquin Renal Research" beside "Clinical research coordinator".
  [[nodiscard]] bool is_field(const std::vector<Part>& parts, std::size_t p) const {
    return has(parts[p], PathWord::research) && !has(parts[p], PathWord::clinical) && !has(parts[p], PathWord::work) &&
           !has(parts[p], PathWord::degree);
  }
  // "Hospital medical officer": the last word that is known tells.
  [[nodiscard]] bool ends_in_role(const Part& part) const {
    std::uint32_t organization = 0;
    std::uint32_t role = 0;
    for (const WordHit& hit : text_.words.within(part.span)) {
      if (hit.list == PathWord::organization) organization = hit.place.end;
      if (hit.list == PathWord::clinical || hit.list == PathWord::work || hit.list == PathWord::degree)
        role = hit.place.end;
    }
    return role > organization && role + 1 >= part.span.end;
  }

  // "Lacor Children's Ward"
  [[nodiscard]] bool ends_in(const Part& part, PathWord word) const {
    const std::vector<WordHit> hits = text_.words.all(part.span, word);
    return std::any_of(hits.begin(), hits.end(), [&](const WordHit& hit) { return hit.place.end == part.span.end; });
  }

  // What stands in a sentence below the title is description, unless there is no other.
  [[nodiscard]] std::size_t organization_among(const std::vector<Part>& parts, std::size_t title) const {
    const auto is_described = [&](std::size_t p) {
      return title < parts.size() && parts[p].line != parts[title].line && is_in_a_sentence(parts[p].span);
    };
    const std::size_t found = organization_where(parts, title, [&](std::size_t p) { return !is_described(p); });
    return found < parts.size() ? found : organization_where(parts, title, is_described);
  }
  template <typename May>
  [[nodiscard]] std::size_t organization_where(const std::vector<Part>& parts, std::size_t title, May may) const {
    const auto first = [&](auto holds) {
      for (std::size_t p = 0; p < parts.size(); ++p) {
        if (p != title && !parts[p].bracketed && may(p) && holds(p)) return p;
      }
      return parts.size();
    };
    const auto capital = [&](std::size_t p) { return is_capital(parts[p].span.begin); };
    std::size_t found = first([&](std::size_t p) { return capital(p) && is_organization(parts[p]); });
    if (found == parts.size())
      found = first([&](std::size_t p) { return is_organization(parts[p]) && !is_role(parts[p]); });
    if (found == parts.size())
      found = first([&](std::size_t p) {
        return capital(p) && has(parts[p], PathWord::organization_loose) &&
               (!is_role(parts[p]) || ends_in(parts[p], PathWord::organization_loose));
      });
    if (found == parts.size())  // "resident doctor, burn unit, Basra"
      found = first([&](std::size_t p) {
        return p == title + 1 && p + 1 < parts.size() && parts[p].line == parts[title].line && !is_role(parts[p]) &&
               ends_in(parts[p], PathWord::organization_loose);
      });
    if (found == parts.size() && title < parts.size())
      found = first([&](std::size_t p) { return p < title && capital(p) && is_field(parts, p); });
    if (found == parts.size() && title < parts.size())  // the next line, else the next part
      found =
          first([&](std::size_t p) { return parts[p].line > parts[title].line && capital(p) && !is_role(parts[p]); });
    if (found == parts.size() && title < parts.size())
      found = first([&](std::size_t p) { return capital(p) && !is_role(parts[p]) && p > title; });
    if (found == parts.size() && title < parts.size())
      found =
          first([&](std::size_t p) { return parts[p].line < parts[title].line && capital(p) && !is_role(parts[p]); });
    if (found == parts.size()) found = first([&](std::size_t p) { return p > 0 && capital(p); });
    return found;
  }
  // "Enrolled 140 patients; second author of two papers."
  [[nodiscard]] bool is_in_a_sentence(Span part) const {
    constexpr std::ptrdiff_t kBlanks = 4;
    const std::string_view bytes = text_.text.source.bytes();
    const std::size_t before = bytes.substr(0, part.begin).rfind('\n');
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(bytes.find('\n', part.end), bytes.size());
    std::string_view words = bytes.substr(begin, end - begin);
    while (words.ends_with(' ') || words.ends_with('\r')) words.remove_suffix(1);
    return words.ends_with('.') && std::ranges::count(words, ' ') >= kBlanks;
  }
  [[nodiscard]] bool is_capital(std::uint32_t at) const { return is_capital_at(text_.text.source.bytes(), at); }

  // "(LUTH)" right behind the name.
  void add_short_name(const std::vector<Part>& parts, std::size_t organization) {
    if (organization + 1 >= parts.size() || !parts[organization + 1].bracketed) return;
    const std::string_view alias = text_.slice(parts[organization + 1].span);
    const bool upper =
        std::count_if(alias.begin(), alias.end(), is_upper) >= 2 && alias.find(' ') == std::string_view::npos;
    if (upper && alias.size() < 10) event_.organization += " (" + std::string(alias) + ")";
  }
  void add_place(const std::vector<Part>& parts, std::size_t organization, std::size_t title) {
    for (std::size_t p = organization + 1; p < parts.size(); ++p) {
      if (p == title || parts[p].line != parts[organization].line || parts[p].bracketed) break;
      if (is_role(parts[p])) break;
      event_.place += (event_.place.empty() ? "" : ", ") + words(parts[p].span);
    }
  }

  // ---- parts of a line
  void append(std::vector<Part>& parts, Span span, std::size_t line) const {
    for (Part part : parts_of(span, line)) {
      part.span = trimmed(text_, part.span);
      if (part.span.size() > 1 && std::any_of(text_.slice(part.span).begin(), text_.slice(part.span).end(), [](char c) {
            return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0xC3;
          }))
        parts.push_back(part);
    }
  }

  [[nodiscard]] std::vector<Part> parts_of(Span span, std::size_t line) const {
    std::vector<Part> parts;
    std::uint32_t from = span.begin;
    bool bracketed = false;
    const IndexRange dates = text_.dates_within(span);
    std::uint32_t date = dates.first;
    for (std::uint32_t at = span.begin; at < span.end;) {
      while (date < dates.last && (text_.dates[date].kind == DateKind::duration || text_.dates[date].source.end <= at))
        ++date;
      std::uint32_t skip = 0;
      if (date < dates.last && text_.dates[date].source.begin == at)
        skip = text_.dates[date].source.size();
      else
        skip = mark_at(at, from, span.end);
      if (skip == 0 && !(at > from && (is_glued(at) || opens_title(span, from, at)))) {
        ++at;
        continue;
      }
      if (at > from) parts.push_back({{from, at}, line, bracketed});
      if (skip > 0) bracketed = text_.text.source.bytes()[at] == '(';
      from = at + skip;
      at = std::max(from, at + 1);
    }
    if (from < span.end) parts.push_back({{from, span.end}, line, bracketed});
    return parts;
  }
  // Bytes of a mark that parts names.
  [[nodiscard]] std::uint32_t mark_at(std::uint32_t at, std::uint32_t from, std::uint32_t end) const {
    const std::string_view rest = text_.text.source.bytes().substr(at, end - at);
    if (is_lower(rest.front()) || is_upper(rest.front())) return 0;  // most bytes
    for (const std::string_view mark : {", ", " | ", " – ", " — ", " - ", "(",   ")",  "  ", "\t", ". ",
                                        "; ", ": ",  "**",  " @ ", " · ", " • ", "\n", "_ ", "* ", " / "}) {
      if (!rest.starts_with(mark)) continue;
      if (mark == ". " && at - from < 4) return 0;  // "St. Mary", "Dr. X"
      return static_cast<std::uint32_t>(mark.size());
    }
    // "at" before a name.
    for (const std::string_view at_name : {" at ", " at the "}) {
      if (rest.starts_with(at_name) && rest.size() > at_name.size() && is_upper(rest[at_name.size()]))
        return static_cast<std::uint32_t>(at_name.size());
    }
    return 0;
  }
  // "ErbilPulmonologist": merged columns.
  [[nodiscard]] bool is_glued(std::uint32_t at) const {
    const std::string_view bytes = text_.text.source.bytes();
    if (at == 0 || !is_upper(bytes[at])) return false;
    const char before = bytes[at - 1];
    if (!is_lower(before) && before != ')') return false;
    return opener_at(at) != nullptr;
  }
  [[nodiscard]] const WordHit* opener_at(std::uint32_t at) const {
    for (const WordHit& hit : text_.words.within({at, at + 1})) {
      if (hit.list == PathWord::title_opener) return &hit;
    }
    return nullptr;
  }
  // "UT Health San Antonio Research Fellow": a title behind a name, without a mark between them.
  [[nodiscard]] bool opens_title(Span span, std::uint32_t from, std::uint32_t at) const {
    const std::string_view bytes = text_.text.source.bytes();
    if (bytes[at - 1] != ' ' || !is_upper(bytes[at]) || opener_at(at) == nullptr) return false;
    while (from < at && bytes[from] == ' ') ++from;
    if (const WordHit* const grade = opener_at(from); grade != nullptr && grade->place.end + 1 == at)
      return false;  // "Senior | House Officer"
    std::uint32_t end = at;
    while (end < span.end && mark_at(end, from, span.end) == 0) ++end;
    const Part before{{from, at}, 0, false};
    const Part behind{{at, end}, 0, false};
    return is_role(behind) && !is_organization(behind) && !is_role(before) && before.span.size() > 3 &&
           !telling_words(text_.low(before.span)).empty() &&
           (end == span.end || is_organization(before) || from > span.begin);
  }

  const MarkedText& text_;
  const EntryBlock& block_;
  const std::vector<FieldValue>& values_;
  Event& event_;
};

}  // namespace

std::vector<FieldValue> values_of(const MarkedText& text, const EntryBlock& block) {
  std::vector<FieldValue> values;
  for (const Line* line : block.lines) {
    if (line->kind == LineKind::row) {
      const std::vector<Span> cells = cells_of(text, line->source, line->bar);
      if (block.column > 0) {
        if (block.column >= cells.size()) continue;
        const bool head = line == block.lines.front();
        const bool exam = head && text.words.any(cells[block.column], PathWord::exam);
        values.push_back({exam   ? Field::exam
                          : head ? Field::title
                                 : field_named(text.slice(cells[0])),
                          cells[block.column]});
        continue;
      }
      for (std::size_t c = 0; c < cells.size(); ++c) {
        const Field field = c < block.columns.size() ? block.columns[c] : Field::none;
        const bool side = field == Field::start || field == Field::end;
        if (side && c > 0 && block.columns[c - 1] == field)  // a column for the month, and one for the year
          values.back().span = hull(values.back().span, cells[c]);
        else
          values.push_back({field, cells[c]});
      }
      continue;
    }
    if (line->labels.empty()) {
      const Span head = entry_head(text, line->source);
      values.push_back({Field::none, head.empty() ? line->source : head});
      if (!head.empty()) values.push_back({Field::note, {head.end, line->source.end}});
      continue;
    }
    if (line->labels.front().begin > line->source.begin + 3)
      values.push_back({Field::none, {line->source.begin, line->labels.front().begin}});
    for (std::size_t l = 0; l < line->labels.size(); ++l) {
      const std::uint32_t end = l + 1 < line->labels.size() ? line->labels[l + 1].begin : line->source.end;
      values.push_back({line->labels[l].field, {std::min(line->labels[l].value, end), end}});
    }
  }
  return values;
}

void read_names(const MarkedText& text, const EntryBlock& block, const std::vector<FieldValue>& values, Event& event) {
  NameReader(text, block, values, event).read();
}

bool is_work_of(std::string_view verb, std::string_view role) {
  constexpr std::array<std::string_view, 9> kWorkers = {"tutor",      "lecturer",     "scribe",
                                                        "observer",   "observership", "interpreter",
                                                        "translator", "coordinator",  "volunteer"};
  constexpr std::array<std::string_view, 5> kTeachers = {"teacher", "tutor", "lecturer", "demonstrator", "instructor"};
  constexpr std::size_t kStem = 5;  // letters that the worker and the verb share
  return (verb == "taught" && has_any_phrase(role, kTeachers)) ||
         std::ranges::any_of(kWorkers, [&](std::string_view worker) {
           return verb.starts_with(worker.substr(0, kStem)) && has_phrase(role, worker);
         });
}

// "Doctor of Medicine" names no doctor.
bool names_clinical_work(const WordHits& words, Span span) {
  if (!words.any(span, PathWord::clinical)) return false;
  const std::vector<WordHit> degrees = words.all(span, PathWord::degree);
  return degrees.empty() || std::ranges::any_of(words.all(span, PathWord::clinical), [&](const WordHit& hit) {
           return std::ranges::none_of(degrees, [&](const WordHit& degree) {
             return degree.place.contains(hit.place) && degree.place.size() > hit.place.size();
           });
         });
}

bool names_a_role(const WordHits& words, Span span) {
  return words.any(span, PathWord::clinical) || words.any(span, PathWord::work) ||
         words.any(span, PathWord::research) || words.any(span, PathWord::training);
}

EventKind kind_of(const WordHits& words, Span span) {
  if (words.any(span, PathWord::research)) return EventKind::research;
  if (names_clinical_work(words, span)) return EventKind::clinical;
  if (words.any(span, PathWord::education)) return EventKind::education;
  if (words.any(span, PathWord::work)) return EventKind::work;
  return EventKind::other;
}

namespace {

bool teaches(const std::string& organization) {
  const std::string folded = folded_copy(organization);
  return folded.find("universi") != std::string::npos || folded.find("facult") != std::string::npos ||
         has_any_phrase(folded, {"academy", "college"});
}

// "Doctor of Medicine", "MBBS", "MD, with honours", "Postgraduate Diploma in Clinical Epidemiology": the degree and its
// subject, whatever one with it may be called. `words` of the title.
bool opens_with_degree(const WordHits& title, Span all, std::string_view words) {
  const WordHit* degree = title.first(all, PathWord::degree);
  if (degree == nullptr) return false;
  const std::string_view lead = words.substr(0, degree->place.begin);
  if (!lead.empty() && lead != "postgraduate " && lead != "graduate " && lead != "executive " && lead != "advanced ")
    return false;
  const std::string_view behind = words.substr(degree->place.end);
  if (starts_with_any(behind, {" in ", " of "}) && !title.any({degree->place.end, all.end}, PathWord::training))
    return true;
  const WordHit* role = title.first(all, PathWord::clinical);  // "Médico general de zona"
  if (role != nullptr && role->place.begin == 0 && role->place.size() >= degree->place.size()) return false;
  const Span rest{degree->place.end, all.end};
  return !title.any(rest, PathWord::training) && kind_of(title, rest) == EventKind::other;
}

}  // namespace

EventKind entry_kind(SectionKind section, const Event& event) {
  if (section == SectionKind::interruption) return EventKind::gap;
  const WordHits title(event.title);
  const WordHits organization(event.organization);
  const Span all = whole_of(event.title);
  const Span place = whole_of(event.organization);
  // "Medical school extended or interrupted: Yes. Leave of absence", "Interruption of training: Yes"
  if (has_any_phrase(folded_copy(event.organization), {"interrupted", "interruption", "interruptions"}))
    return EventKind::gap;
  const EventKind told = kind_of(title, all);
  if (title.any(all, PathWord::gap_title) && !organization.any(place, PathWord::organization) &&
      (told == EventKind::other || title.any(all, PathWord::exam) || has_phrase(folded_copy(event.title), "leave")))
    return EventKind::gap;
  // "Leave of absence from medical school"
  const WordHit* leave = organization.first(place, PathWord::gap_title);
  if (event.title.empty() && leave != nullptr && leave->place.begin == 0 &&
      has_any_phrase(folded_copy(event.organization), {"leave", "gap year"}))
    return EventKind::gap;
  const bool degree = title.any(all, PathWord::degree);
  if (section == SectionKind::education && told == EventKind::clinical && !title.any(all, PathWord::training) &&
      teaches(event.organization))
    return EventKind::education;  // "Physician (Master of Medicine), Medical University"
  // "Research assistant, Whitcomb University", in a list of all time since medical school
  if (section == SectionKind::education && (told == EventKind::research || told == EventKind::work) && !degree &&
      !title.any(all, PathWord::education))
    return told;
  if (section == SectionKind::education)
    return degree || told != EventKind::clinical || title.any(all, PathWord::education) ? EventKind::education : told;
  if (section == SectionKind::exams)
    return degree && event.start && event.end && !event.point ? EventKind::education : EventKind::other;
  if (opens_with_degree(title, all, folded_copy(event.title))) return EventKind::education;
  // "Medicine (with the internship)", of a university
  const WordHit* studied = title.first(all, PathWord::medical_degree);
  if (studied != nullptr && studied->place.begin == 0 && teaches(event.organization) &&
      (roles_in(event.title.substr(0, event.title.find('('))) == 0))
    return EventKind::education;
  if (has_phrase(folded_copy(event.title), "medical student") || (degree && told == EventKind::other))
    return EventKind::education;
  const bool of_students = title.any(all, PathWord::work) && !degree;  // "Chief Student Coordinator"
  if (told == EventKind::education && (of_students || title.any(all, PathWord::part_time)))
    return EventKind::work;  // ... a students' club
  if (told != EventKind::other) return told;
  // "MBBS University of Benin", where a form has both in one line
  const WordHit* opening = organization.first(place, PathWord::degree);
  if (opening != nullptr && opening->place.begin == 0 && teaches(event.organization)) return EventKind::education;
  const EventKind usual = section == SectionKind::experience ? EventKind::work : EventKind::other;
  const EventKind by_place = kind_of(organization, place);
  return by_place != EventKind::other ? by_place : usual;
}

}  // namespace candor
