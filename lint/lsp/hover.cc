#include "lint/lsp/hover.h"

#include <span>
#include <string_view>

#include <fmt/format.h>

#include "lint/report/escape.h"

namespace candor {
namespace {

// Titles, paragraphs and lists, in either form.
class Page {
 public:
  explicit Page(bool markdown) : markdown_(markdown) {}

  void paragraph(std::string_view text) {
    if (!text.empty()) add(shown(text));
  }
  void part(std::string_view title, std::string_view text) {
    if (!text.empty()) add(fmt::format("{} {}", strong(title), shown(text)));
  }
  void example(std::string_view title, std::span<const std::string_view> texts) {
    if (!texts.empty()) part(title, texts[0]);
  }
  void heading(std::string_view text) { add(strong(text)); }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  void add(const std::string& paragraph) {
    if (!text_.empty()) text_ += "\n\n";
    text_ += paragraph;
  }
  [[nodiscard]] std::string strong(std::string_view text) const {
    return markdown_ ? fmt::format("**{}**", markdown_escaped(text)) : std::string(text);
  }
  [[nodiscard]] std::string shown(std::string_view text) const {
    return markdown_ ? markdown_escaped(text) : std::string(text);
  }

  bool markdown_;
  std::string text_;
};

}  // namespace

std::string hover_text(const Finding& finding, const RuleData* rule, bool markdown) {
  Page page(markdown);
  page.heading(fmt::format("{}: {}", to_string(finding.severity), finding.rule));
  page.paragraph(finding.message);
  page.paragraph(finding.help);
  if (rule == nullptr) return page.text();
  page.part("What it finds:", rule->finds.empty() ? rule->summary : rule->finds);
  page.part("Why a reader minds:", rule->minds);
  page.example("Bad:", rule->bad);
  page.example("Good:", rule->good);
  return page.text();
}

}  // namespace candor
