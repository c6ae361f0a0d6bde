#include "lint/reading/section.h"

#include <algorithm>
#include <array>

namespace candor {
namespace {

struct KindWord {
  std::string_view word;
  SectionKind kind;
};

// Words of headings and file names, the most telling first: "Interruption of medical education" is an interruption.
constexpr KindWord kKindWords[] = {
    {"interrupt", SectionKind::interruption},    {"gap", SectionKind::interruption},          {"leave of absence", SectionKind::interruption},
    {"extended", SectionKind::interruption},     {"personal statement", SectionKind::personal_statement},
    {"personal-statement", SectionKind::personal_statement}, {"personal_statement", SectionKind::personal_statement},
    {"statement", SectionKind::personal_statement}, {"exam", SectionKind::exams},             {"usmle", SectionKind::exams},
    {"comlex", SectionKind::exams},              {"step ", SectionKind::exams},               {"scores", SectionKind::exams},
    {"transcript", SectionKind::exams},          {"test history", SectionKind::exams},        {"licens", SectionKind::exams},
    {"experience", SectionKind::experience},     {"employment", SectionKind::experience},     {"work", SectionKind::experience},
    {"research", SectionKind::experience},       {"volunteer", SectionKind::experience},      {"observership", SectionKind::experience},
    {"clinical rotation", SectionKind::experience}, {"training", SectionKind::experience},    {"position", SectionKind::experience},
    {"education", SectionKind::education},       {"degree", SectionKind::education},          {"school", SectionKind::education},
    {"publication", SectionKind::other},         {"award", SectionKind::other},               {"hobb", SectionKind::other},
    {"language", SectionKind::other},            {"membership", SectionKind::other},          {"contact", SectionKind::other},
    {"general information", SectionKind::other}, {"short answer", SectionKind::other},        {"geographic", SectionKind::other},
};

std::optional<SectionKind> kind_in(std::string_view folded) {
  for (const KindWord& known : kKindWords) {
    if (folded.find(known.word) != std::string_view::npos) return known.kind;
  }
  return std::nullopt;
}

std::string file_stem(std::string_view file_name) {
  std::string stem(file_name.substr(file_name.rfind('/') + 1));
  stem.erase(std::min(stem.rfind('.'), stem.size()));
  std::transform(stem.begin(), stem.end(), stem.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return stem;
}

SectionKind opening_kind(const Document& document, std::string_view file_name) {
  const std::string stem = file_stem(file_name);
  if (stem == "ps" || stem.starts_with("ps-") || stem.starts_with("ps_")) return SectionKind::personal_statement;
  if (const auto kind = kind_in(stem)) return *kind;
  const bool prose = std::any_of(document.blocks().begin(), document.blocks().end(), [](const Block& b) { return b.tokens.size() > 25; });
  return prose ? SectionKind::personal_statement : SectionKind::other;
}

}  // namespace

std::optional<SectionKind> section_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kSectionKindNames); ++i) {
    if (kSectionKindNames[i] == name) return static_cast<SectionKind>(i);
  }
  return std::nullopt;
}

std::vector<Section> read_sections(const Document& document, std::string_view file_name, std::optional<SectionKind> given) {
  std::vector<Section> sections;
  const auto blocks = document.blocks();
  SectionKind kind = given.value_or(opening_kind(document, file_name));
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const bool heading = blocks[b].kind == BlockKind::heading;
    if (heading || sections.empty()) {
      Section section;
      if (heading && !given) kind = kind_in(document.folded(blocks[b].view)).value_or(kind);
      section.kind = kind;
      section.source = blocks[b].source;
      section.blocks = {b, b};
      if (heading) section.title = document.view(blocks[b].view);
      sections.push_back(std::move(section));
    }
    sections.back().source = hull(sections.back().source, blocks[b].source);
    sections.back().blocks.last = b + 1;
  }
  return sections;
}

}  // namespace candor
