#include "lint/engine/fix.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "lint/source/replace_file.h"
#include "lint/source/source.h"

namespace candor {
namespace {

// More rounds than any chain of fixes needs that uncover one another.
constexpr int kMostRounds = 10;

Span span_of(const Edit& edit) { return {edit.range.start.offset, edit.range.end.offset}; }

// Whether both cannot be made: they share bytes, or put something in at the same place.
bool clash(const Edit& a, const Edit& b) {
  const Span x = span_of(a);
  const Span y = span_of(b);
  return x.overlaps(y) || x.begin == y.begin;
}

bool clashes(const Fix& fix, const std::map<std::uint32_t, const Edit*>& edits) {
  return std::ranges::any_of(fix.edits, [&](const Edit& edit) {
    const auto after = edits.lower_bound(edit.range.start.offset);
    return (after != edits.end() && clash(edit, *after->second)) ||
           (after != edits.begin() && clash(edit, *std::prev(after)->second));
  });
}

// The fixes of each file, in the report's order.
std::map<std::string, std::vector<Fix>> fixes_by_file(const Report& report) {
  std::map<std::string, std::vector<Fix>> fixes;
  for (const Finding& finding : report.findings) {
    if (finding.fix) fixes[finding.place.file].push_back(*finding.fix);
  }
  return fixes;
}

const ApplicationText* find_text(const Applications& applications, std::string_view name) {
  for (const Application& application : applications.applications) {
    for (const ApplicationText& text : application.texts) {
      if (text.linted && text.name == name) return &text;
    }
  }
  return nullptr;
}

// The text as the run sees it; nothing, with `problem` set, where it cannot be read any more.
std::optional<std::string> content_of(const ApplicationText& text, const RunOptions& options, Problem& problem) {
  if (const auto held = options.held.find(text.path); held != options.held.end()) return held->second;
  const std::optional<Source> source = Source::from_file(text.name, text.path, problem);
  return source ? std::optional<std::string>(source->bytes()) : std::nullopt;
}

using FixedTexts = std::map<std::string, FixedText>;  // by name

// Makes the fixes of a report in the texts, and in what the next run is given. Returns how many.
std::uint32_t mend(const Report& report, FixedTexts& texts, RunOptions& options) {
  std::uint32_t made = 0;
  for (const auto& [name, fixes] : fixes_by_file(report)) {
    const auto text = texts.find(name);
    if (text == texts.end()) continue;
    std::uint32_t made_here = 0;
    text->second.after = apply_fixes(text->second.after, fixes, made_here);
    options.held.insert_or_assign(text->second.path, text->second.after);
    made += made_here;
  }
  return made;
}

}  // namespace

FixesTogether fixes_together(std::span<const Fix> fixes) {
  FixesTogether together;
  std::map<std::uint32_t, const Edit*> edits;  // by where they start
  for (const Fix& fix : fixes) {
    if (clashes(fix, edits)) continue;
    for (const Edit& edit : fix.edits) edits.emplace(edit.range.start.offset, &edit);
    ++together.made;
  }
  together.edits.reserve(edits.size());
  for (const auto& [begin, edit] : edits) together.edits.push_back(edit);
  return together;
}

std::string apply_fixes(std::string_view text, std::span<const Fix> fixes, std::uint32_t& made) {
  const FixesTogether together = fixes_together(fixes);
  made = together.made;
  std::string mended;
  std::size_t at = 0;
  for (const Edit* edit : together.edits) {
    mended += text.substr(at, edit->range.start.offset - at);
    mended += edit->text;
    at = edit->range.end.offset;
  }
  return mended += text.substr(at);
}

FixRun run_fix(const Applications& applications, RunOptions options,
               const std::function<Report(const RunOptions&)>& lint) {
  FixRun run;
  run.report = lint(options);
  FixedTexts texts;
  for (const auto& [name, fixes] : fixes_by_file(run.report)) {
    const ApplicationText* text = find_text(applications, name);
    if (text == nullptr) continue;
    Problem problem;
    std::optional<std::string> content = content_of(*text, options, problem);
    if (!content) {
      run.report.problems.push_back(std::move(problem));
      continue;
    }
    options.held.insert_or_assign(text->path, *content);
    texts.emplace(name, FixedText{name, text->path, text->held, *content, *std::move(content)});
  }
  if (texts.empty()) return run;

  // From here on the texts are those in memory, whatever becomes of the files.
  run.report = lint(options);
  for (int round = 0; round < kMostRounds; ++round) {
    const std::uint32_t made = mend(run.report, texts, options);
    if (made == 0) break;
    run.made += made;
    run.report = lint(options);
  }
  for (auto& [name, text] : texts) {
    if (text.before != text.after) run.texts.push_back(std::move(text));
  }
  return run;
}

bool write_fixed(const FixedText& text, Problem& problem) {
  const std::optional<Source> now = Source::from_file(text.name, text.path, problem);
  if (!now) return false;
  if (now->bytes() != text.before) {
    problem = {text.name, 0, 0, "has changed since it was read; it is left as it is now"};
    return false;
  }
  return replace_file(text.name, text.path, text.after, problem);
}

}  // namespace candor
