// Build tool: reads the word lists of rules/words and writes them as constant C++ data.
//   compile_words OUT.cc PATH.toml
// Exits 1 and says file:line:column on any problem.

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/os.h>

#include <toml++/toml.h>

#include "lint/reading/path_tokens.h"

namespace {

struct Entry {
  std::string text;
  std::string list;   // the enumerator
  std::string value;  // a C++ expression
  friend auto operator<=>(const Entry&, const Entry&) = default;
};

class WordCompiler {
 public:
  explicit WordCompiler(std::string path) : path_(std::move(path)) {}

  int run(const char* out) {
    const toml::parse_result parsed = toml::parse_file(path_);
    if (!parsed) {
      problem(parsed.error().source(), std::string(parsed.error().description()));
      return 1;
    }
    for (const auto& [key, node] : parsed.table()) read_table(key.str(), node);
    if (failed_) return 1;
    write(out);
    return 0;
  }

 private:
  void problem(const toml::source_region& at, const std::string& what) {
    fmt::print(stderr, "{}:{}:{}: {}\n", path_, at.begin.line, at.begin.column, what);
    failed_ = true;
  }
  static std::string enumerator(std::string_view name) {
    std::string out(name);
    std::replace(out.begin(), out.end(), '-', '_');
    return out;
  }

  void read_table(std::string_view table, const toml::node& node) {
    if (!node.is_table()) return problem(node.source(), fmt::format("'{}' is no table", table));
    for (const auto& [key, words] : *node.as_table()) {
      const std::string name(key.str());
      if (!words.is_array()) {
        problem(words.source(), fmt::format("'{}' is no array of words", name));
        continue;
      }
      for (const toml::node& word : *words.as_array()) {
        const auto text = word.value<std::string>();
        if (!text || text->empty())
          problem(word.source(), "a word is a string that is not empty");
        else if (table == "words")
          add(word, *text, enumerator(name), "0");
        else if (table == "exams" || table == "exams-usmle" || table == "exams-comlex")
          add(word, *text,
              table == "exams"         ? "exam"
              : table == "exams-usmle" ? "exam_usmle"
                                       : "exam_comlex",
              fmt::format("kExam(\"{}\")", name));
        else if (table == "attempts")
          add(word, *text, "attempt", name);
        else if (table == "roles")
          add(word, *text, "role", fmt::format("static_cast<std::uint8_t>(Role::{})", enumerator(name)));
        else if (table == "labels")
          labels_[*text] = enumerator(name);
        else if (table == "same-role")
          same_roles_.emplace(name, *text);
        else
          problem(word.source(), fmt::format("unknown table '{}'", table));
      }
    }
  }
  void add(const toml::node& node, const std::string& text, const std::string& list, const std::string& value) {
    std::string phrase = candor::path_phrase(text);
    if (phrase.empty()) return problem(node.source(), "a phrase without a letter or digit");
    phrases_.push_back({std::move(phrase), list, value});
  }

  void write(const char* path) {
    std::sort(phrases_.begin(), phrases_.end());
    phrases_.erase(std::unique(phrases_.begin(), phrases_.end()), phrases_.end());
    fmt::ostream out = fmt::output_file(path);
    out.print(
        "// Made by rules/compile_words.cc. Do not edit.\n#include <array>\n#include \"lint/reading/event.h\"\n"
        "#include \"lint/reading/path_tokens.h\"\n#include \"lint/reading/path_words.h\"\n\nnamespace candor "
        "{{\nnamespace {{\n"
        "consteval std::uint8_t kExam(std::string_view id) {{\n"
        "  for (std::size_t e = 0; e < std::size(kExamIds); ++e) {{\n"
        "    if (kExamIds[e] == id) return static_cast<std::uint8_t>(e);\n  }}\n"
        "  throw \"no such exam\";\n}}\nconstexpr PathPhrase kPhrases[] = {{\n");
    for (const Entry& entry : phrases_)
      out.print("{{\"{}\", PathWord::{}, {}}},\n", entry.text, entry.list, entry.value);
    out.print("}};\nconstexpr PathLabel kLabels[] = {{\n");
    for (const auto& [name, field] : labels_) out.print("{{\"{}\", Field::{}}},\n", name, field);
    out.print("}};\nconstexpr SameRole kSameRoles[] = {{\n");
    for (const auto& [role, word] : same_roles_) out.print("{{\"{}\", \"{}\"}},\n", role, word);
    out.print(
        "}};\nstatic_assert(2 * std::size(kPhrases) < kPathSlots);\n"
        "// The phrases with one first word, and how many bytes that has.\n"
        "struct FirstWord {{\n  std::uint16_t first = 0;\n  std::uint16_t count = 0;\n  std::uint16_t size = 0;\n}};\n"
        "constexpr auto kFirstWords = [] {{\n  std::array<FirstWord, std::size(kPhrases)> words{{}};\n"
        "  std::size_t count = 0;\n"
        "  for (std::size_t p = 0; p < std::size(kPhrases); ++count) {{\n"
        "    const std::string_view word = first_path_word(kPhrases[p].text);\n"
        "    std::size_t end = p;\n"
        "    while (end < std::size(kPhrases) && has_first_path_word(kPhrases[end].text, word)) ++end;\n"
        "    words[count] = {{static_cast<std::uint16_t>(p), static_cast<std::uint16_t>(end - p), "
        "static_cast<std::uint16_t>(word.size())}};\n    p = end;\n  }}\n  return words;\n}}();\n"
        "// A first word's index and one. Small, since most words of a text stop here.\n"
        "constexpr auto kSlots = [] {{\n  std::array<std::uint16_t, kPathSlots> slots{{}};\n"
        "  for (std::size_t w = 0; w < kFirstWords.size() && kFirstWords[w].count > 0; ++w) {{\n"
        "    std::size_t slot = path_slot(first_path_word(kPhrases[kFirstWords[w].first].text));\n"
        "    while (slots[slot] != 0) slot = (slot + 1) % kPathSlots;\n"
        "    slots[slot] = static_cast<std::uint16_t>(w + 1);\n  }}\n  return slots;\n}}();\n"
        "}}  // namespace\n\nstd::span<const PathPhrase> path_phrases() {{ return kPhrases; }}\n"
        "std::span<const PathPhrase> path_phrases_with(std::string_view first_word) {{\n"
        "  for (std::size_t slot = path_slot(first_word); kSlots[slot] != 0; slot = (slot + 1) % kPathSlots) {{\n"
        "    const FirstWord& found = kFirstWords[kSlots[slot] - std::size_t{{1}}];\n"
        "    if (found.size == first_word.size() && kPhrases[found.first].text.starts_with(first_word))\n"
        "      return std::span(kPhrases).subspan(found.first, found.count);\n  }}\n  return {{}};\n}}\n"
        "std::span<const PathLabel> path_labels() {{ return kLabels; }}\n"
        "std::span<const SameRole> same_roles() {{ return kSameRoles; }}\n\n}}  // namespace candor\n");
  }

  std::string path_;
  bool failed_ = false;
  std::vector<Entry> phrases_;
  std::map<std::string, std::string> labels_;
  std::set<std::pair<std::string, std::string>> same_roles_;  // a role, another word for it
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: compile_words OUT.cc PATH.toml\n");
    return 2;
  }
  return WordCompiler(argv[2]).run(argv[1]);
}
