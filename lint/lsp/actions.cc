#include "lint/lsp/actions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "lint/engine/baseline.h"
#include "lint/engine/fix.h"
#include "lint/engine/suppression.h"
#include "lint/text/document.h"

namespace candor {
namespace {

constexpr std::string_view kQuickFix = "quickfix";
constexpr std::string_view kFixAll = "source.fixAll.candor";

// Kinds are a tree: "source" stands for "source.fixAll.candor" too.
bool wants(std::span<const std::string> only, std::string_view kind) {
  return only.empty() || std::any_of(only.begin(), only.end(), [&](const std::string& wanted) {
           return kind == wanted || (kind.starts_with(wanted) && kind.substr(wanted.size()).starts_with('.'));
         });
}

bool touches(const ClientRange& a, const ClientRange& b) { return a.start <= b.end && b.start <= a.end; }

class Actions {
 public:
  Actions(const OpenText& open, const LintedText& text, const DiagnosticContext& context)
      : open_(open), text_(text), context_(context) {}

  Json quick_fixes(const ClientRange& range) {
    Json list = Json::array();
    const auto add = [&](const Finding& finding, std::string title, const char* what, Json how) {
      list.push_back({{"title", std::move(title)},
                      {"kind", kQuickFix},
                      {"diagnostics", Json::array({diagnostic(finding, text_, context_)})},
                      {what, std::move(how)}});
    };
    for (const Finding& finding : text_.findings) {
      if (!touches(to_client(finding.place.range, context_.client.encoding), range)) continue;
      if (finding.fix) {
        add(finding, finding.fix->title, "edit", workspace_edit(text_edits(*finding.fix)));
        list.back()["isPreferred"] = true;
      }
      if (const std::optional<Fix> comment = comment_for(finding))
        add(finding, fmt::format("Let {} stand here", finding.rule), "edit", workspace_edit(text_edits(*comment)));
      if (!open_.path.empty())
        add(finding, fmt::format("Let {} stand: add it to {}", finding.rule, kBaselineFile), "command",
            baseline_command(finding));
    }
    return list;
  }

  // Nothing where there is nothing to mend.
  Json fix_all() const {
    std::vector<Fix> fixes;
    for (const Finding& finding : text_.findings) {
      if (finding.fix) fixes.push_back(*finding.fix);
    }
    const FixesTogether together = fixes_together(fixes);
    Json edits = Json::array();
    for (const Edit* edit : together.edits) edits.push_back(text_edit(*edit));
    if (edits.empty()) return nullptr;
    return {{"title", "Mend all that is safe to mend"}, {"kind", kFixAll}, {"edit", workspace_edit(std::move(edits))}};
  }

 private:
  [[nodiscard]] std::optional<Fix> comment_for(const Finding& finding) {
    if (!is_read_) read();
    if (!source_) return std::nullopt;
    const Span span{finding.place.range.start.offset, finding.place.range.end.offset};
    return ignore_here(*source_, document_, span, finding.rule);
  }

  void read() {
    is_read_ = true;
    Problem ignored;
    source_ = Source::from_bytes(name_of(open_), open_.bytes, ignored);
    if (source_) document_ = read_document(*source_, format_of(source_->name()));
  }

  [[nodiscard]] Json baseline_command(const Finding& finding) const {
    return {{"title", "Add to the baseline"},
            {"command", kAddToBaseline},
            {"arguments",
             Json::array({{{"uri", open_.uri}, {"rule", finding.rule}, {"fingerprint", finding.fingerprint}}})}};
  }

  [[nodiscard]] Json text_edit(const Edit& edit) const {
    return {{"range", to_json(to_client(edit.range, context_.client.encoding))}, {"newText", edit.text}};
  }

  Json text_edits(const Fix& fix) const {
    Json edits = Json::array();
    for (const Edit& edit : fix.edits) edits.push_back(text_edit(edit));
    return edits;
  }

  Json workspace_edit(Json edits) const {
    if (!context_.client.document_changes) return {{"changes", {{open_.uri, std::move(edits)}}}};
    return {{"documentChanges", Json::array({{{"textDocument", {{"uri", open_.uri}, {"version", open_.version}}},
                                              {"edits", std::move(edits)}}})}};
  }

  const OpenText& open_;
  const LintedText& text_;
  const DiagnosticContext& context_;
  // The text as comments need it, read where the first of them is asked for.
  bool is_read_ = false;
  std::optional<Source> source_;  // empty where it is no text
  Document document_;
};

}  // namespace

Json code_actions(const OpenText& open, const LintedText& text, const ClientRange& range,
                  std::span<const std::string> only, const DiagnosticContext& context) {
  Actions actions(open, text, context);
  Json list = wants(only, kQuickFix) ? actions.quick_fixes(range) : Json::array();
  if (wants(only, kFixAll)) {
    if (Json all = actions.fix_all(); !all.is_null()) list.push_back(std::move(all));
  }
  return list;
}

}  // namespace candor
