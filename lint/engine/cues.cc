#include "lint/engine/cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "lint/rule/inflect.h"
#include "lint/rule/pattern.h"

namespace candor {
namespace {

constexpr std::string_view kSignal = "candidates";

// What a cue must have to be thought of.
constexpr std::size_t kWordSentences = 6;
constexpr std::size_t kPairSentences = 15;
constexpr std::size_t kOftenSentences = 50;  // a word of a pair
constexpr std::size_t kLeastWriters = 3;

constexpr std::size_t kShortestStem = 3;  // "a" has no plural that tells anything

// The words of a sentence with their classes, as names that patterns take: {"failed", "<past>", "<fail>"}.
class Tagger {
 public:
  explicit Tagger(const PatternBank& bank) : matcher_(bank) {
    const auto classes = bank.lexicon().classes();
    for (std::size_t i = 0; i < classes.size(); ++i) {
      names_[class_byte(static_cast<Feature>(i))] = fmt::format("<{}>", classes[i]);
    }
  }

  std::vector<std::vector<std::string>> tags(const Document& document, const Sentence& sentence) {
    matcher_.read(document, sentence);
    const std::string annotated = matcher_.annotated();  // see rule/pattern.h for its form
    std::string_view rest = annotated;
    std::vector<std::vector<std::string>> all;
    for (std::uint32_t token = sentence.tokens.first; token < sentence.tokens.last && !rest.empty(); ++token) {
      rest.remove_prefix(1);
      const std::string_view word = rest.substr(0, rest.find_first_of("{ "));
      std::string_view bytes = rest.substr(word.size(), rest.find(' ', word.size()) - word.size());
      rest.remove_prefix(word.size() + bytes.size());
      std::vector<std::string>& tags = all.emplace_back();
      if (is_plain(word)) tags.emplace_back(word);
      for (const char byte : bytes) {
        if (const auto name = names_.find(byte); name != names_.end()) tags.push_back(name->second);
      }
    }
    return all;
  }

 private:
  static bool is_plain(std::string_view word) {
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  SentenceMatcher matcher_;
  std::map<char, std::string> names_;
};

bool is_class(std::string_view tag) { return tag.front() == '<'; }

// A sentence's words with their names, and who wrote it.
struct TaggedSentence {
  std::uint32_t writer = 0;
  std::vector<std::vector<std::string>> words;
};

std::vector<TaggedSentence> tag(std::span<const WrittenText> texts, const PatternBank& bank) {
  std::vector<TaggedSentence> tagged;
  Tagger tagger(bank);
  for (const WrittenText& text : texts) {
    for (const Sentence& sentence : text.document.sentences())
      tagged.push_back({text.writer, tagger.tags(text.document, sentence)});
  }
  return tagged;
}

// How often something stands in the corpus, and with which writers.
struct Use {
  std::size_t sentences = 0;
  std::set<std::uint32_t> writers;

  [[nodiscard]] bool enough(std::size_t least) const { return sentences >= least && writers.size() >= kLeastWriters; }
};

// `cues_of` gives the set of cues of a sentence's words.
template <typename CuesOf>
std::map<std::string, Use> uses(const std::vector<TaggedSentence>& sentences, CuesOf cues_of) {
  std::map<std::string, Use> uses;
  for (const TaggedSentence& sentence : sentences) {
    for (const std::string& cue : cues_of(sentence.words)) {
      Use& use = uses[cue];
      ++use.sentences;
      use.writers.insert(sentence.writer);
    }
  }
  return uses;
}

std::set<std::string> single_cues(const std::vector<std::vector<std::string>>& words) {
  std::set<std::string> cues;
  for (const auto& names : words) cues.insert(names.begin(), names.end());
  return cues;
}

// Pairs of names that both are among `often`.
std::set<std::string> pair_cues(const std::vector<std::vector<std::string>>& words,
                                const std::set<std::string>& often) {
  std::set<std::string> cues;
  for (std::size_t w = 1; w < words.size(); ++w) {
    for (const std::string& first : words[w - 1]) {
      if (!often.contains(first)) continue;
      for (const std::string& second : words[w]) {
        if (often.contains(second)) cues.insert(fmt::format("{} {}", first, second));
      }
    }
  }
  return cues;
}

}  // namespace

std::vector<Candidate> written_cues(const RulesetData& rules) {
  std::vector<Candidate> cues;
  for (const SignalData& signal : rules.signals) {
    if (signal.name != kSignal) continue;
    for (const CueData& cue : signal.cues) {
      cues.push_back({std::string(rules.patterns[cue.pattern].source), CueKind::written});
    }
  }
  return cues;
}

std::vector<Candidate> common_cues(std::span<const WrittenText> texts, const PatternBank& bank) {
  const std::vector<TaggedSentence> sentences = tag(texts, bank);
  std::vector<Candidate> candidates;
  std::set<std::string> often;
  for (const auto& [cue, use] : uses(sentences, single_cues)) {
    if (use.enough(kWordSentences)) candidates.push_back({cue, is_class(cue) ? CueKind::word_class : CueKind::word});
    if (use.enough(kOftenSentences)) often.insert(cue);
  }
  for (const std::string_view group : bank.lexicon().tables().alike)
    candidates.push_back({fmt::format("<~{}>", group), CueKind::alike});
  for (const auto& [cue, use] : uses(sentences, [&](const auto& words) { return pair_cues(words, often); })) {
    if (use.enough(kPairSentences)) candidates.push_back({cue, CueKind::pair});
  }
  return candidates;
}

void add_families(std::vector<Candidate>& candidates) {
  std::map<std::string, std::uint32_t, std::less<>> words;
  for (std::uint32_t c = 0; c < candidates.size(); ++c) {
    if (candidates[c].kind == CueKind::word) words.emplace(candidates[c].pattern, c);
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> families;  // by base
  std::set<std::uint32_t> taken;
  for (const auto& [base, index] : words) {
    if (base.size() < kShortestStem || taken.contains(index)) continue;
    for (const auto& forms : {inflect_verb(base), inflect_noun(base)}) {
      for (const Inflected& form : forms) {
        const auto word = words.find(form.text);
        if (word != words.end() && taken.insert(word->second).second) families[index].push_back(word->second);
      }
    }
  }
  for (const auto& [base, members] : families) {
    if (members.size() < 2) continue;
    for (const std::uint32_t word : members) candidates[word].family = static_cast<std::uint32_t>(candidates.size());
    candidates.push_back({{}, CueKind::family});
  }
}

std::unique_ptr<OwnedRuleset> load_candidates(std::span<const PackFile> packs, std::span<const Candidate> candidates,
                                              std::vector<Problem>& problems) {
  std::string text = fmt::format("[[signal]]\nname = \"{}\"\ncues = [\n", kSignal);
  for (const Candidate& candidate : candidates) {
    if (candidate.kind != CueKind::family) text += fmt::format("[1, '{}'],\n", candidate.pattern);
  }
  std::vector<PackFile> all(packs.begin(), packs.end());
  all.push_back({"candidates", text + "]\n"});
  return load_packs(all, {}, problems);
}

CueReader::CueReader(const PatternBank& bank, std::span<const Candidate> candidates) : matcher_(bank) {
  std::map<std::string_view, std::uint32_t> columns;
  for (std::uint32_t c = 0; c < candidates.size(); ++c) {
    families_.push_back(candidates[c].family);
    if (candidates[c].kind != CueKind::family) columns.emplace(candidates[c].pattern, c);
  }
  for (const PatternData& pattern : bank.ruleset().patterns) {
    const auto column = columns.find(pattern.source);
    columns_.push_back(column == columns.end() ? kNone : column->second);
  }
}

SparseRow CueReader::row(const Document& document, const Sentence& sentence) {
  matcher_.read(document, sentence);
  SparseRow row;
  for (const std::uint32_t pattern : matcher_.matches()) {
    const std::uint32_t column = columns_[pattern];
    if (column == kNone) continue;
    row.entries.push_back({column, 1});
    if (families_[column] != Candidate::kNoFamily) row.entries.push_back({families_[column], 1});
  }
  std::ranges::sort(row.entries, {}, &SparseRow::Entry::column);
  std::vector<SparseRow::Entry> each;
  for (const SparseRow::Entry& entry : row.entries) {
    if (!each.empty() && each.back().column == entry.column)
      each.back().count += entry.count;
    else
      each.push_back(entry);
  }
  row.entries = std::move(each);
  return row;
}

}  // namespace candor
