#include "lint/reading/entry_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "lint/reading/clause.h"

namespace candor {
namespace {

using Group = std::vector<const Line*>;

bool has_known_label(const Line& line) {
  return std::any_of(line.labels.begin(), line.labels.end(), [](const LabelAt& label) {
    return label.field != Field::note && label.field != Field::place && label.field != Field::load;
  });
}

class BlockReader {
 public:
  BlockReader(const MarkedText& text, std::span<const Line> lines) : text_(text), lines_(lines) {}

  std::vector<EntryBlock> read() {
    for (const Line& line : lines_) {
      if (line.section == SectionKind::personal_statement) {
        finish();
        continue;
      }
      if (line.kind != LineKind::row) end_table();
      take(line);
    }
    end_table();
    finish();
    return std::move(blocks_);
  }

 private:
  void take(const Line& line) {
    switch (line.kind) {
      case LineKind::blank:
        if (ends_at_blank()) finish();
        break;
      case LineKind::title:
        finish();
        heading_ = nullptr;
        exam_ = names_exam(line) ? &line : nullptr;
        break;
      case LineKind::form:
        finish();
        if (text_.low(line.source).starts_with("end of exam")) exam_ = nullptr;
        break;
      case LineKind::heading:
        if (is_stacked(line)) {
          group_.push_back(&line);
          break;
        }
        finish();
        heading_ = &line;
        exam_ = names_exam(line) && !line.has_date ? &line : nullptr;
        group_.push_back(&line);
        break;
      case LineKind::row:
        finish();
        read_row(line);
        break;
      case LineKind::item:
      case LineKind::text:
        if (leads_to_an_exam(line)) {
          finish();
          group_.push_back(&line);
        } else if (is_exam_title(line) && !stands_under_its_date(line)) {
          finish();
          exam_ = &line;
        } else if (is_sitting(line)) {
          finish();
          add({&line});
        } else {
          if (starts_list(line)) finish();
          if (names_a_paper(line)) exam_ = nullptr;
          group_.push_back(&line);
        }
        break;
    }
  }

  // "## Analyst", "### Review Board, Olympia", "#### Nov 2015 – Jul 2020": headings on the way down to one of dates
  // alone.
  [[nodiscard]] bool is_stacked(const Line& line) const {
    if (group_.empty() || group_.back()->kind != LineKind::heading) return false;
    const bool last = &line == &lines_.back();
    const auto dates = [&](const Line& heading) { return heading.kind == LineKind::heading && is_date_only(heading); };
    return dates(line) || (!last && dates(*(&line + 1)));
  }
  [[nodiscard]] bool names_exam(const Line& line) const { return text_.words.any(line.source, PathWord::exam); }

  // "USMLE STEP 2 Clinical Knowledge (CK)" above its table; "- USMLE Step 1" above its attempts.
  [[nodiscard]] bool is_exam_title(const Line& line) const {
    if (names_exam(line) && stands_over_attempts(line)) return true;
    return line.labels.empty() && !line.has_date && line.source.size() < 64 && names_exam(line) && !line.prose &&
           (line.section == SectionKind::exams || line.kind == LineKind::text);
  }
  // "Exam: USMLE Step 1", and below it "Attempt 1: 11/2020, fail"
  [[nodiscard]] bool stands_over_attempts(const Line& line) const {
    return line.labels.size() == 1 && line.labels.front().field == Field::exam && !line.has_date &&
           &line != &lines_.back() && is_attempt(*(&line + 1));
  }
  static bool is_attempt(const Line& line) {
    return line.has_date && !line.has_range && !line.labels.empty() && line.labels.front().field == Field::attempt;
  }
  // "May 23, 2022" below "USMLE Step 1, fail", where the dates stand above their exams: a date alone, and an exam
  // without a date below it.
  [[nodiscard]] bool leads_to_an_exam(const Line& line) const {
    if (&line == &lines_.back() || !is_date_only(line) || line.has_range || group_.size() != 2) return false;
    const Line& next = *(&line + 1);
    return is_date_only(*group_.front()) && names_exam(*group_.back()) && !group_.back()->has_date &&
           names_exam(next) && !next.has_date;
  }
  // "06/05/2021" on the line above, and no name with it
  [[nodiscard]] bool stands_under_its_date(const Line& line) const {
    return group_.size() == 1 && is_date_only(*group_.front()) && !group_.front()->has_range &&
           text_.slice({group_.front()->source.end, line.source.begin}).find("\n\n") == std::string_view::npos;
  }
  // "ECFMG certificate" in a list of exams: the date below it is no sitting.
  [[nodiscard]] bool names_a_paper(const Line& line) const {
    return !line.has_date && !line.prose && line.source.size() < 64 && text_.words.any(line.source, PathWord::paper);
  }
  // A line of its own in a list of exams, with or without the exam's name.
  [[nodiscard]] bool is_sitting(const Line& line) const {
    if (exam_ != nullptr && is_attempt(line)) return true;
    if (line.prose || !line.has_date || has_known_label(line)) return false;
    if (names_exam(line)) return line.section == SectionKind::exams || group_.empty() || !line.has_range;
    return exam_ != nullptr && line.source.size() < 80 && !line.has_range;
  }

  // A blank line parts two entries, but not a heading or a name from what stands under it.
  [[nodiscard]] bool ends_at_blank() const {
    if (group_.empty()) return false;
    if (group_.front()->kind == LineKind::heading) return false;
    const bool dated = std::any_of(group_.begin(), group_.end(), [](const Line* l) { return l->has_date; });
    const bool labelled = std::any_of(group_.begin(), group_.end(), [](const Line* l) { return !l->labels.empty(); });
    const bool prose = std::any_of(group_.begin(), group_.end(), [](const Line* l) { return l->prose; });
    return dated || prose || group_.size() > 2 || (labelled && group_.size() > 1);
  }
  // A name that waits for its dates waits for a date alone, a label or a bullet.
  [[nodiscard]] bool starts_list(const Line& line) const {
    if (group_.empty() || group_.front()->kind == LineKind::heading) return false;
    const Line* last = group_.back();
    const bool blank_between =
        text_.slice({last->source.end, std::max(last->source.end, line.source.begin)}).find("\n\n") !=
        std::string_view::npos;
    if (!blank_between) return false;
    return !(is_date_only(line) || !line.labels.empty() || line.kind == LineKind::item);
  }

  [[nodiscard]] bool is_date_only(const Line& line) const {
    constexpr std::uint32_t kBeside = 10;  // bytes
    return line.has_date && is_dates_alone(text_, line, kBeside);
  }
  [[nodiscard]] bool is_lone_date(const Line& line) const { return is_date_only(line) && !line.has_range; }
  // Has words of its own beside its dates.
  [[nodiscard]] bool has_name(const Line& line) const { return !is_date_only(line) && !line.prose; }

  // ---- tables
  void read_row(const Line& line) {
    const std::string_view row = text_.slice(line.source);
    if (row.find_first_not_of("|-: ") == std::string_view::npos) return;
    const std::vector<Span> cells = cells_of(text_, line.source, line.bar);
    if (!turned_.empty() || heads_turned_table(line, cells) || heads_turned_entries(line, cells)) {
      turned_.push_back(&line);
      return;
    }
    if (columns_.empty()) {
      for (const Span cell : cells) columns_.push_back(column_named(cell));
      const auto known = std::count_if(columns_.begin(), columns_.end(), [](Field f) { return f != Field::none; });
      if (known > 0 && !line.has_date) return;
      if (known == 0) columns_.assign(cells.size(), Field::none);
    }
    EntryBlock block;
    block.lines = {&line};
    block.columns = columns_;
    block.heading = heading_;
    block.exam = exam_row_ != nullptr && repeats_first_cell(cells) ? exam_row_ : exam_;
    block.section = line.section;
    blocks_.push_back(std::move(block));
    if (names_exam(line)) exam_row_ = &line;
  }
  // "| | Step 1 | Step 2 CK |" above "| Date | May 2020 | June 2021 |": an exam a column, a field a row.
  [[nodiscard]] bool heads_turned_table(const Line& line, const std::vector<Span>& cells) const {
    const auto is_exam = [&](Span cell) { return text_.words.any(cell, PathWord::exam); };
    return columns_.empty() && !line.has_date && cells.size() > 2 && !is_exam(cells.front()) &&
           std::all_of(cells.begin() + 1, cells.end(), is_exam);
  }
  // "| | Resident | Observer |" above "| Start | May 2020 | June 2021 |": an entry a column, each row below a field.
  [[nodiscard]] bool heads_turned_entries(const Line& line, const std::vector<Span>& cells) const {
    if (!columns_.empty() || line.has_date || cells.size() < 3) return false;
    std::ptrdiff_t fields = 0;
    bool dated = false;
    for (const Line& row : lines_.subspan(static_cast<std::size_t>(&line - lines_.data()) + 1)) {
      if (row.kind != LineKind::row) break;
      const std::vector<Span> below = cells_of(text_, row.source, row.bar);
      if (text_.slice(row.source).find_first_not_of("|-: ") == std::string_view::npos) continue;
      const Field field = below.empty() ? Field::none : field_named(text_.slice(below.front()));
      if (field == Field::none) return false;
      dated |= field == Field::start || field == Field::end || field == Field::dates;
      ++fields;
    }
    return dated && fields > 1;
  }
  void end_table() {
    const std::size_t columns = turned_.empty() ? 0 : cells_of(text_, turned_[0]->source, turned_[0]->bar).size();
    for (std::uint32_t column = 1; column < columns; ++column) {
      EntryBlock block;
      block.lines = turned_;
      block.column = column;
      block.heading = heading_;
      block.section = turned_[0]->section;
      blocks_.push_back(std::move(block));
    }
    turned_.clear();
    columns_.clear();
    exam_row_ = nullptr;
  }
  // "Step" above "1" and "2 CK", which no label of a line is.
  [[nodiscard]] Field column_named(Span cell) const {
    return is_one_of(text_.low(cell), {"step", "usmle step", "usmle"}) ? Field::exam : field_named(text_.slice(cell));
  }
  // "| USMLE Step 1 | May 2021 | Fail |", and in the row below "| | December 2022 | Pass |".
  [[nodiscard]] bool repeats_first_cell(const std::vector<Span>& cells) const {
    return !cells.empty() &&
           is_one_of(text_.slice(cells.front()), {"", "\"", "''", "\u2033", "\u201D", "do.", "ditto", "same"});
  }

  // ---- groups
  void add(Group lines) {
    if (lines.empty()) return;
    const Group parts = take_parts_of_a_degree(lines);
    EntryBlock block;
    block.heading = heading_;
    block.exam = exam_;
    block.section = lines.front()->section;
    block.lines = std::move(lines);
    blocks_.push_back(std::move(block));
    for (const Line* part : parts) add({part});
  }
  // "- MBBS, Tern University, 2011 - 2018", and below it, further in, "- Internship, Mercy Hospital, Aug 2016 - Jul
  // 2017": an entry of its own.
  [[nodiscard]] Group take_parts_of_a_degree(Group& lines) const {
    const auto is_degree = [&](const Line* line) { return text_.words.any(line->source, PathWord::degree); };
    Group parts;
    if (lines.size() < 2 || lines.front()->section != SectionKind::education || std::ranges::none_of(lines, is_degree))
      return parts;
    const std::uint32_t indent = lines.front()->indent;
    const auto is_part = [&](const Line* line) {
      const WordHit* part = text_.words.first(line->source, PathWord::within_degree);
      return line->kind == LineKind::item && line->indent > indent && line->has_range && part != nullptr &&
             part->place.begin == line->source.begin;
    };
    std::ranges::copy_if(lines, std::back_inserter(parts), is_part);
    std::erase_if(lines, is_part);
    return parts;
  }

  void finish() {
    if (group_.empty()) return;
    const Group group = std::move(group_);
    group_.clear();
    if (group.front()->kind == LineKind::heading) return split_under_heading(group);
    split(group);
  }

  // Lines under a heading are its details, unless several of them are entries of their own.
  void split_under_heading(const Group& group) {
    const Group rest(group.begin() + 1, group.end());
    const auto entries = std::count_if(rest.begin(), rest.end(), [&](const Line* l) {
      return l->has_range && has_name(*l) && !starts_with_date_label(*l);
    });
    const bool labelled = count_label(rest, Field::organization) > 1 || count_label(rest, Field::title) > 1 ||
                          count_label(rest, Field::dates) > 1 || count_label(rest, Field::start) > 1;
    const auto dates = std::count_if(rest.begin(), rest.end(),
                                     [&](const Line* l) { return l->kind == LineKind::text && is_date_only(*l); });
    if ((entries > 1 || labelled || dates > 1) && !group.front()->has_date) return split(rest);
    if (entries == 1 && !group.front()->has_date && !names_a_thing(*group.front())) return split(rest);
    add(group);
  }
  [[nodiscard]] bool names_a_thing(const Line& line) const {
    return text_.words.any(line.source, PathWord::organization) || text_.words.any(line.source, PathWord::clinical) ||
           text_.words.any(line.source, PathWord::work) || text_.words.any(line.source, PathWord::research) ||
           text_.words.any(line.source, PathWord::degree) ||
           text_.slice(line.source).find(',') != std::string_view::npos;
  }
  static bool starts_with_date_label(const Line& line) {
    return !line.labels.empty() &&
           (line.labels.front().field == Field::dates || line.labels.front().field == Field::start);
  }
  static std::ptrdiff_t count_label(const Group& group, Field field) {
    return std::count_if(group.begin(), group.end(), [&](const Line* line) {
      return std::any_of(line->labels.begin(), line->labels.end(),
                         [&](const LabelAt& label) { return label.field == field; });
    });
  }

  void split(const Group& group) {
    const bool labels = std::any_of(group.begin(), group.end(), [](const Line* l) { return has_known_label(*l); });
    const bool bullets = group.front()->kind == LineKind::item;
    if (bullets && !labels) {
      return split_by(
          group,
          [&](std::size_t i, std::size_t) {
            return group[i]->kind == LineKind::item && group[i]->indent <= group.front()->indent;
          },
          [&](Group lines) { add_below(std::move(lines)); });
    }
    const bool indented = std::any_of(group.begin(), group.end(), [&](const Line* l) {
      return l->indent > group.front()->indent && l->kind == LineKind::text;
    });
    // "Shiraz University", and under it, further in, "Attended: ..."
    const bool outlined = std::all_of(group.begin(), group.end(), [&](const Line* l) {
      return l->indent > group.front()->indent || (l->kind == LineKind::text && l->labels.empty());
    });
    if (indented && (!labels || outlined))
      return split_by(
          group,
          [&](std::size_t i, std::size_t) {
            const auto is_indented = [&](const Line& line) { return line.indent > group.front()->indent; };
            // Its dates stand at the end of its second line, those of the line before at its own.
            const bool wrapped = group[i - 1]->has_range && i + 1 < group.size() && is_indented(*group[i + 1]) &&
                                 group[i + 1]->has_range;
            // "2. Ward physician, Mercy Hospital", and below it, further in, its dates
            if (group[i]->kind == LineKind::item)
              return !is_indented(*group[i]) && i + 1 < group.size() && is_indented(*group[i + 1]) &&
                     group[i + 1]->has_range && is_date_only(*group[i + 1]);
            return group[i]->kind == LineKind::text && !is_indented(*group[i]) && !group[i]->prose &&
                   (is_indented(*group[i - 1]) || group[i]->has_range || wrapped);
          },
          [&](Group lines) { lists_entries_below(lines) ? add_below(std::move(lines)) : add(std::move(lines)); });
    if (head_with_details(group)) return add(group);
    split_by_anchors(group);
  }

  // A line of text, and bullets under it of which at most one is an entry.
  [[nodiscard]] bool head_with_details(const Group& group) const {
    if (group.front()->kind != LineKind::text || group.size() < 2 || group[1]->kind != LineKind::item) return false;
    const auto texts =
        std::count_if(group.begin(), group.end(), [](const Line* l) { return l->kind == LineKind::text; });
    const auto entries = std::count_if(group.begin(), group.end(), [&](const Line* l) {
      return l->kind == LineKind::item && l->has_range && has_name(*l) && l->labels.empty();
    });
    return texts == 1 && (entries < 2 || group.front()->has_date);
  }

  // "Work in Haiti", and below it, further in, lines that each have a name and a range.
  [[nodiscard]] bool lists_entries_below(const Group& lines) const {
    return lines.size() > 2 && std::all_of(lines.begin() + 1, lines.end(), [&](const Line* line) {
             return line->kind == LineKind::text && line->has_range && line->labels.empty() && has_name(*line);
           });
  }
  // "- **Cameroon**", and below it, further in, an entry a line: those, under that heading. Else the lines are one
  // entry.
  void add_below(Group lines) {
    const Line& front = *lines.front();
    if (front.has_date || lines.size() < 3 || is_date_only(*lines[1])) return add(std::move(lines));
    const Group rest(lines.begin() + 1, lines.end());
    const std::uint32_t indent = rest.front()->indent;
    const auto entries = std::ranges::count_if(rest, [&](const Line* line) { return line->has_range; });
    const bool nested =
        std::ranges::all_of(rest, [&](const Line* line) { return line->indent >= indent && indent > front.indent; });
    if (!nested || entries < 2) return add(std::move(lines));
    const bool place = text_.words.any(front.source, PathWord::organization);
    const Line* const above = std::exchange(heading_, place ? &front : nullptr);
    split_by(
        rest,
        [&](std::size_t i, std::size_t) {
          const bool opens =
              rest[i]->kind == LineKind::item || (rest[i]->has_range && rest[i]->labels.empty() && has_name(*rest[i]));
          return rest[i]->indent == indent && opens;
        },
        [&](Group nested_lines) { add_below(std::move(nested_lines)); });
    heading_ = above;
  }
  template <typename Starts, typename Take>
  void split_by(const Group& group, Starts starts, Take take) {
    std::size_t from = 0;
    for (std::size_t i = 1; i < group.size(); ++i) {
      if (!starts(i, from)) continue;
      take(Group(group.begin() + static_cast<std::ptrdiff_t>(from), group.begin() + static_cast<std::ptrdiff_t>(i)));
      from = i;
    }
    take(Group(group.begin() + static_cast<std::ptrdiff_t>(from), group.end()));
  }
  template <typename Starts>
  void split_by(const Group& group, Starts starts) {
    split_by(group, starts, [&](Group lines) { add(std::move(lines)); });
  }

  // Without blank lines between entries: each has as many lines of names above its first date or label as the first
  // one.
  void split_by_anchors(const Group& group) {
    std::size_t names = 0;
    while (names < group.size() && !is_anchor(*group[names])) ++names;
    if (names == group.size()) return add(group);
    names = std::min<std::size_t>(names, 3);
    std::vector<std::size_t> starts{0};
    std::size_t last_anchor = 0;
    bool dated = false;
    for (std::size_t i = 0; i < group.size(); ++i) {
      if (!is_anchor(*group[i])) continue;
      const Group current(group.begin() + static_cast<std::ptrdiff_t>(starts.back()),
                          group.begin() + static_cast<std::ptrdiff_t>(i));
      if (i > starts.back() && opens_another(current, *group[i], dated, names > 0)) {
        std::size_t begin = i;
        for (std::size_t n = 0; n < names && begin > last_anchor + 1 && is_name(*group[begin - 1]); ++n) --begin;
        if (begin == i && is_unknown_label_over_dates(group, last_anchor, i)) --begin;
        const bool described = ends_with_stop(*group[i]) && !ends_with_stop(*group[names]);
        if (names == 0 || begin < i || (has_name(*group[i]) && !described)) {
          starts.push_back(begin);
          dated = false;
        }
      }
      last_anchor = i;
      dated = dated || group[i]->has_date;
    }
    for (std::size_t s = 0; s < starts.size(); ++s) {
      const std::size_t end = s + 1 < starts.size() ? starts[s + 1] : group.size();
      add(Group(group.begin() + static_cast<std::ptrdiff_t>(starts[s]),
                group.begin() + static_cast<std::ptrdiff_t>(end)));
    }
  }
  // "Side role: diabetes evening"
  [[nodiscard]] bool has_unknown_label(const Line& line) const {
    constexpr std::size_t kLongest = 24;  // bytes
    return line.kind == LineKind::text && line.labels.empty() && !line.prose &&
           text_.slice(line.source).find(": ") < kLongest;
  }
  // ... between the dates before and its own, where each entry has two lines with a label.
  [[nodiscard]] bool is_unknown_label_over_dates(const Group& group, std::size_t last_anchor, std::size_t dates) const {
    if (dates != last_anchor + 2 || !starts_with_date_label(*group[dates]) ||
        !starts_with_date_label(*group[last_anchor]))
      return false;
    return has_unknown_label(*group[dates - 1]);
  }
  // A label of the load may stand behind the dates: "03/2021 - Present   Frequency: Daily".
  [[nodiscard]] bool is_anchor(const Line& line) const {
    return has_known_label(line) ||
           (line.has_date && !line.prose &&
            (line.labels.empty() || text_.dates[line.dates.first].source.end <= line.labels.front().begin));
  }
  [[nodiscard]] bool is_name(const Line& line) const {
    return !is_anchor(line) && !line.prose && line.labels.empty() && line.kind != LineKind::item &&
           !text_.slice(line.source).ends_with('.');
  }
  // "Return-to-work plans. California licence since 2021."
  [[nodiscard]] bool ends_with_stop(const Line& line) const {
    return text_.dates[line.dates.first].source.begin > line.source.begin && text_.slice(line.source).ends_with('.');
  }
  // The line begins what the entry so far has already.
  [[nodiscard]] bool opens_another(const Group& current, const Line& line, bool dated, bool names_first) const {
    if (has_known_label(line))
      return repeats_label(current, line) ||
             (dated && (names_itself(line) || (has_unknown_label(*current.front()) && !starts_with_date_label(line))));
    if (!dated) return false;
    // "Oct 2008", and on the line below "Jul 2014"
    if (current.size() == 1 && is_lone_date(*current.front()) && is_lone_date(line)) return false;
    // A second date on an indented or bare line belongs to the same thing.
    return line.has_range || !names_first || line.labels.empty();
  }
  static bool names_itself(const Line& line) {
    const Field field = line.labels.front().field;
    return (field == Field::organization && line.has_date) || field == Field::exam;
  }
  static bool repeats_label(const Group& current, const Line& line) {
    const bool undated = std::ranges::none_of(current, [](const Line* l) { return l->has_date; });
    return std::any_of(line.labels.begin(), line.labels.end(), [&](const LabelAt& label) {
      if (label.field == Field::title && undated) return false;  // "Program: ...", "Type of training: Residency"
      return label.field != Field::note && label.field != Field::place && label.field != Field::load &&
             count_label(current, label.field) > 0;
    });
  }

  const MarkedText& text_;
  std::span<const Line> lines_;
  std::vector<EntryBlock> blocks_;
  Group group_;
  const Line* heading_ = nullptr;
  const Line* exam_ = nullptr;
  const Line* exam_row_ = nullptr;  // of a table: the last row that names an exam
  std::vector<Field> columns_;
  Group turned_;  // the rows of a table with an exam or an entry in each column
};

}  // namespace

std::vector<EntryBlock> read_blocks(const MarkedText& text, std::span<const Line> lines) {
  return BlockReader(text, lines).read();
}

}  // namespace candor
