#include "lint/reading/section.h"

#include <algorithm>
#include <array>

#include "lint/reading/plain_letters.h"
#include "lint/reading/section_title.h"

namespace candor {
namespace {

struct KindWord {
  std::string_view word;
  SectionKind kind;
};

// Words of headings and file names, the most telling first: "Interruption of medical education" is an interruption. A
// '*' at the end stands for any ending; without one a plural is known.
constexpr KindWord kKindWords[] = {
    {"interrupt*", SectionKind::interruption},
    {"gap", SectionKind::interruption},
    {"leave", SectionKind::interruption},
    {"extended", SectionKind::interruption},
    {"personal statement", SectionKind::personal_statement},
    {"statement", SectionKind::personal_statement},
    {"exam", SectionKind::exams},
    {"examination", SectionKind::exams},
    {"usmle", SectionKind::exams},
    {"comlex", SectionKind::exams},
    {"step", SectionKind::exams},
    {"score", SectionKind::exams},
    {"transcript", SectionKind::exams},
    {"test history", SectionKind::exams},
    {"licens*", SectionKind::exams},
    {"experience", SectionKind::experience},
    {"employment", SectionKind::experience},
    {"work", SectionKind::experience},
    {"research", SectionKind::experience},
    {"volunteer*", SectionKind::experience},
    {"observership", SectionKind::experience},
    {"clinical rotation", SectionKind::experience},
    {"training", SectionKind::experience},
    {"position", SectionKind::experience},
    {"appointment", SectionKind::experience},
    {"posts", SectionKind::experience},
    {"career", SectionKind::experience},
    {"jobs", SectionKind::experience},
    {"military", SectionKind::experience},
    {"service", SectionKind::experience},
    {"internship", SectionKind::experience},
    {"residency", SectionKind::experience},
    {"fellowship", SectionKind::experience},
    {"history", SectionKind::experience},
    {"beruf*", SectionKind::experience},       // German
    {"esperienz*", SectionKind::experience},   // Italian
    {"parcours", SectionKind::experience},     // French
    {"experiencia", SectionKind::experience},  // Spanish and Portuguese
    {"education", SectionKind::education},
    {"educacion", SectionKind::education},
    {"formacion", SectionKind::education},
    {"ausbildung", SectionKind::education},
    {"studium", SectionKind::education},
    {"istruzione", SectionKind::education},
    {"etudes", SectionKind::education},
    {"declaracion", SectionKind::personal_statement},
    {"studies", SectionKind::education},
    {"degree", SectionKind::education},
    {"school", SectionKind::education},
    {"background", SectionKind::experience},
    {"chronolog*", SectionKind::experience},
    {"publication", SectionKind::other},
    {"award", SectionKind::other},
    {"hobb*", SectionKind::other},
    {"language", SectionKind::other},
    {"membership", SectionKind::other},
    {"contact", SectionKind::other},
    {"general information", SectionKind::other},
    {"short answer", SectionKind::other},
    {"geographic", SectionKind::other},
    {"curriculum", SectionKind::other},
    {"resume", SectionKind::other},
    {"cv", SectionKind::other},
    {"entries", SectionKind::other},
};

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool holds_word(std::string_view text, std::string_view word) {
  const bool stem = word.ends_with('*');
  if (stem) word.remove_suffix(1);
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::size_t end = at + word.size();
    if (!stem && end < text.size() && text[end] == 's') ++end;
    const bool starts = at == 0 || !is_letter(text[at - 1]);
    if (starts && (stem || end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

std::optional<SectionKind> kind_in(std::string_view folded) {
  if (holds_word(folded, "study for") || holds_word(folded, "preparation for"))
    return std::nullopt;  // "Study for Step 1": an entry
  for (const KindWord& known : kKindWords) {
    if (holds_word(folded, known.word)) return known.kind;
  }
  return std::nullopt;
}

std::string file_stem(std::string_view file_name) {
  std::string stem(file_name.substr(file_name.rfind('/') + 1));
  stem.erase(std::min(stem.rfind('.'), stem.size()));
  std::transform(stem.begin(), stem.end(), stem.begin(), [](char c) {
    if (c == '-' || c == '_') return ' ';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return stem;
}

// "mar", "sept", "july": by their first letters, so that "marine" is one too; a few such words do no harm.
bool may_be_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
  constexpr std::size_t kLongest = 9;  // bytes of "september"
  return word.size() >= 3 && word.size() <= kLongest && std::ranges::find(kMonths, word.substr(0, 3)) != kMonths.end();
}

// A list of posts and exams under any name: one word in six is a number or a month, or one in ten where nobody says
// "I"; in a statement it is one in twenty.
bool is_full_of_dates(const Document& document) {
  std::size_t words = 0;
  std::size_t dates = 0;
  bool self = false;
  for (const Token& token : document.tokens()) {
    const std::string_view word = document.folded(token.view);
    const bool date = token.kind == TokenKind::number || may_be_month(word);
    dates += date ? 1 : 0;
    words += !date && token.kind == TokenKind::word ? 1 : 0;
    self = self || word == "i" || word == "my";
  }
  return dates * (self ? 5 : 9) > words;
}

SectionKind opening_kind(const Document& document, std::string_view file_name) {
  if (const auto kind = section_kind_of_file(file_name)) return *kind;
  const bool prose = std::any_of(document.blocks().begin(), document.blocks().end(),
                                 [](const Block& b) { return b.tokens.size() > 25; });
  return prose && !is_full_of_dates(document) ? SectionKind::personal_statement : SectionKind::other;
}

}  // namespace

std::optional<SectionKind> section_kind_from(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kSectionKindNames); ++i) {
    if (kSectionKindNames[i] == name) return static_cast<SectionKind>(i);
  }
  return std::nullopt;
}

std::optional<SectionKind> section_kind_of(std::string_view title) { return kind_in(title); }

std::optional<SectionKind> section_kind_of_file(std::string_view file_name) {
  const std::string stem = file_stem(file_name);
  if (stem == "ps" || stem.starts_with("ps ")) return SectionKind::personal_statement;
  return kind_in(stem);
}

std::vector<Section> read_sections(const Document& document, std::string_view file_name,
                                   std::optional<SectionKind> given) {
  std::vector<Section> sections;
  const auto blocks = document.blocks();
  SectionKind kind = given.value_or(opening_kind(document, file_name));
  for (std::uint32_t b = 0; b < blocks.size(); ++b) {
    const bool heading = blocks[b].kind == BlockKind::heading;
    if (heading || sections.empty()) {
      Section section;
      if (heading && !given) kind = kind_in(plain_letters(document.folded(blocks[b].view))).value_or(kind);
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
