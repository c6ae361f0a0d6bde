// What the rule packs say of the sentences of one document.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "lint/reading/sentence_memory.h"
#include "lint/rule/matcher.h"
#include "lint/rule/model.h"
#include "lint/text/document.h"

namespace candor {

// What the rules found: the signals of rules that are there, sentence by sentence, in one array.
struct SentenceSignals {
  std::vector<SignalHit> hits;
  std::vector<std::uint32_t> starts;  // by sentence, and one at the end

  [[nodiscard]] std::span<const SignalHit> of(std::uint32_t sentence) const {
    return std::span(hits).subspan(starts[sentence], starts[sentence + 1] - starts[sentence]);
  }
};

// A signal, and those that add to it in a passage of the topic: "before.NAME" and "after.NAME" of the sentences beside
// one, "TOPIC.NAME" of the sentence itself. -1 for those that the ruleset does not have.
struct PassageSignal {
  PassageSignal(const PatternBank& bank, std::string_view name, Topic topic);

  std::int32_t own;
  std::int32_t before;
  std::int32_t after;
  std::int32_t of_topic;
};

// Reads signals when somebody asks, and only the group that is asked for: most sentences stand in no passage, and most
// signals speak of passages. Asking on in text order is cheap: what the last few sentences said is kept.
class SignalReader {
 public:
  // All must outlive the reader. `memory`, where it is not null: of earlier readings with this bank; begun.
  SignalReader(const Document& document, SentenceMatcher& matcher, const PatternBank& bank,
               SentenceMemory* memory = nullptr);

  // What the signal (an index of the ruleset) makes of the sentence; nullptr where no cue and no antipattern speaks.
  // Good until the next call.
  [[nodiscard]] const SignalHit* hit(std::uint32_t sentence, std::int32_t signal);

  // In log-odds: the signal's bias where no cue speaks; 0 without the signal.
  [[nodiscard]] float score(std::uint32_t sentence, std::int32_t signal);
  // What the others add to the signal's own score in a sentence of the passage.
  [[nodiscard]] float added(const PassageSignal& signal, std::uint32_t sentence, IndexRange passage);

  // Where the signal's strongest cue stands in the sentence (tokens in the document); empty where it has none there.
  [[nodiscard]] IndexRange words_of(std::uint32_t sentence, std::int32_t signal);

  // Reads all that will be asked of a sentence of a passage: cheaper at once, while its words are looked up.
  void read_ahead(std::uint32_t sentence);

  // Reads the rules for passages in those of a passage. The fitted ones go by its topic and the sentences beside, too.
  void read_passage(IndexRange passage, Topic topic);

  // What the rules find: those for anywhere in every sentence, those for passages in the sentences that
  // `in_passage` (by sentence) names, be they of a passage that was read or not.
  [[nodiscard]] SentenceSignals read_rules(const std::vector<bool>& in_passage);

 private:
  static constexpr std::uint32_t kKept = 256;  // sentences: nearly all statements
  struct Kept {
    std::uint32_t sentence = ~0U;
    Groups groups = 0;  // that were read
    std::vector<SignalHit> hits;
    std::vector<std::uint16_t> places;  // by signal: its hit's index and one; 0 without one

    void add(std::span<const SignalHit> more);
    void clear();
  };
  // Whose signal it is.
  enum class Owner : std::uint8_t { none, rule_for_anywhere, rule_for_passages };

  struct RulesRead {
    std::vector<bool> sentences;                            // those that were read
    std::map<std::uint32_t, std::vector<SignalHit>> found;  // by sentence
  };

  void look_up(std::uint32_t sentence, bool quotations);
  // What the groups' signals say of the sentence, vetoes by the next one aside. Good until the next call.
  struct Said {
    std::span<const SignalHit> signals;
    std::span<const std::uint32_t> vetoes_before;
  };
  [[nodiscard]] Said match(std::uint32_t sentence, Groups groups, bool quotations);
  // The same, where earlier readings are remembered.
  [[nodiscard]] Said remember(std::uint32_t sentence, Groups groups, bool quotations);
  // Sets `hits` to what the groups' signals say of the sentence.
  void read(std::uint32_t sentence, Groups groups, std::vector<SignalHit>& hits);
  void read_quotations(std::uint32_t sentence, Groups groups, std::vector<SignalHit>& hits);
  void veto_by_next(std::uint32_t sentence, Groups groups, std::span<SignalHit> hits);
  // Keeps those that are there, each with its place.
  void keep(std::uint32_t sentence, std::span<const SignalHit> hits, RulesRead& rules);
  [[nodiscard]] IndexRange find(std::uint32_t sentence, const SignalHit& hit);
  [[nodiscard]] bool is_there(const SignalHit& hit) const;
  // Takes back what the fitted rule of the category holds to be most unlikely.
  void veto_by_fitted(std::span<SignalHit> hits) const;
  Kept& kept(std::uint32_t sentence);
  // Reads those of the groups that nobody has asked for yet: what the rules for anywhere say into `anywhere_`, the rest
  // into what is kept of the sentence.
  void read_groups(std::uint32_t sentence, Groups groups);
  // What those for passages say before anything is added.
  [[nodiscard]] std::vector<SignalHit> say_in_passage(std::uint32_t sentence);
  // Keeps of what was said of a sentence of a passage all that is there.
  void judge(std::uint32_t sentence, std::span<SignalHit> said);

  const Document& document_;
  SentenceMatcher& matcher_;
  const PatternBank& bank_;
  SentenceMemory* memory_;
  std::vector<Owner> owners_;           // by signal
  std::vector<bool> reads_quotations_;  // by signal: the rule that owns it reads words in quotation marks too
  std::uint32_t looked_up_ = ~0U;       // the sentence that the matcher holds
  bool with_quotations_ = false;
  std::array<Kept, kKept> kept_;
  RulesRead anywhere_;
  RulesRead in_passages_;
  std::vector<SignalHit> scratch_;
  SentenceSaid remembered_;
};

}  // namespace candor
