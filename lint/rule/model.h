// What rule packs say, as plain read-only data: compiled into the program from rules/*.toml, or made from a
// repository's own packs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lint/rule/exam.h"
#include "lint/rule/lexicon.h"
#include "lint/rule/places.h"
#include "lint/rule/severity.h"
#include "lint/rule/triggers.h"

namespace candor {

// Setbacks, in the order of corpus/taxonomy.md.
enum class Topic : std::uint8_t { exam_failure, gap, discipline, clinical, path, none };
inline constexpr std::string_view kTopicNames[] = {"exam-failure", "gap", "discipline", "clinical", "path", "none"};
[[nodiscard]] constexpr std::string_view to_string(Topic topic) { return kTopicNames[static_cast<std::size_t>(topic)]; }

struct PatternData {
  std::string_view source;                          // as the author wrote it
  std::string_view regex;                           // see Pattern::regex; may be empty where `exact`
  std::span<const std::span<const Feature>> needs;  // see Pattern::needs; the rarest first
  std::span<const PlaceCode> program;               // see Pattern::program
  bool exact = false;
};

// A pattern that speaks for (or against) a signal.
struct CueData {
  std::uint32_t pattern = 0;  // index into RulesetData::patterns
  float weight = 0;
};

// A named reading of a sentence: the sum of the weights of the cues that match, 0 where an antipattern matches.
struct SignalData {
  std::string_view name;  // a rule's id, or "topic.gap", "layer.insight", ... for the reading of passages
  float bias = 0;         // added to every sentence
  float first = 0;        // added where the sentence is the first of a passage
  float threshold = 1;    // the signal is there from this sum on
  std::span<const CueData> cues;
  std::span<const std::uint32_t> unless;       // antipatterns in the same sentence
  std::span<const std::uint32_t> unless_next;  // antipatterns in the sentence after it
  // Added to a sentence of a passage by how many of its sentences stand before it and after it (from 0), and by how
  // many there are (from 1). The last number of each stands for more, too; none adds nothing.
  std::span<const float> sentences_before;
  std::span<const float> sentences_after;
  std::span<const float> sentences;
};

// Which kind of check reads a rule. Every kind is code, one pair of files in lint/check/.
enum class CheckKind : std::uint8_t { sentence, layers, dates, length, repetition, characters, suppression };
inline constexpr std::string_view kCheckKindNames[] = {"sentence",   "layers",     "dates",      "length",
                                                       "repetition", "characters", "suppression"};

enum class Scope : std::uint8_t { anywhere, passage };

inline constexpr float kNoVeto = -1e6F;

struct RuleData {
  std::string_view id;
  CheckKind check = CheckKind::sentence;
  Severity severity = Severity::warning;
  bool enabled = true;  // off by default where false
  Scope scope = Scope::anywhere;
  std::uint8_t topics = 0xFF;  // bit by Topic: passages the rule reads (scope passage)
  bool quotations = false;     // also reads words in quotation marks
  bool fitted = false;         // its cues are the fitted signal of its name: it judges the whole sentence
  // Of a fitted rule: below this score no rule of its category with scope passage speaks. Of such a rule itself: what
  // it asks of the fitted one in place of that.
  float veto = kNoVeto;
  std::int32_t signal = -1;  // index into RulesetData::signals; -1 for checks without patterns
  std::string_view summary;  // one line
  std::string_view message;  // "{match}" stands for the words found
  std::string_view help;
  std::string_view finds;  // what it finds
  std::string_view minds;  // why a reader minds
  std::span<const std::string_view> bad;
  std::span<const std::string_view> good;
  std::string_view file;   // the pack's file name
  std::uint32_t line = 0;  // of the rule in it
};

// How sure a number or fact is: "H" official, "M" secondary, "L" weak, "K" unverified.
inline constexpr std::string_view kCertainties[] = {"H", "M", "L", "K"};

// A number a check goes by: an ERAS limit, a length.
struct LimitData {
  std::string_view name;     // "personal-statement", "dwelling-sentences", ...
  std::string_view profile;  // application service and season, "eras-2027"; "" where it holds for all
  double value = 0;
  std::string_view certainty;  // see kCertainties
  std::string_view source;
};

// What a fact says of an exam; rules/exam-facts.toml tells what each means.
enum class ExamFactKind : std::uint8_t {
  given,
  closed,
  sat_on,
  no_number,
  most,
  least,
  step,
  fail_below,
  most_attempts,
  no_retake,
  after_degree,
  after_certificate,
  after_pass
};
inline constexpr std::string_view kExamFactKindNames[] = {
    "given",         "closed",    "sat-on",       "no-number",         "most",      "least", "step", "fail-below",
    "most-attempts", "no-retake", "after-degree", "after-certificate", "after-pass"};

// What is known of an exam: when it was given, what numbers it has.
struct ExamFactData {
  Exam exam = Exam::none;
  ExamFactKind kind = ExamFactKind::given;
  std::optional<std::int32_t> first;  // first and last day on which it holds, as days since 1970-01-01; nothing: no
  std::optional<std::int32_t> last;   // such bound
  double value = 0;
  std::string_view says;       // the fact in words
  std::string_view certainty;  // as in LimitData; only "H" makes errors
  Exam after = Exam::none;     // kind after_pass: the exam that has to be passed before
};

struct CueWeight {
  std::string_view cue;
  float weight = 0;  // in log-odds
};

// What speaks for a fault, and what against it, where no single cue decides: fitted on labelled applications. The check
// of the rule knows which cues there are (check/claim_cues.h).
struct EvidenceData {
  std::string_view rule;
  float bias = 0;
  float least = 0;                     // the rule speaks where bias and weights come to this
  std::span<const CueWeight> weights;  // sorted by cue

  // Bias and weights of these cues; those that have no weight count for nothing.
  [[nodiscard]] float weigh(std::span<const std::string> cues) const;
};

struct RulesetData {
  LexiconTables lexicon;
  std::span<const PatternData> patterns;
  std::span<const SignalData> signals;
  std::span<const RuleData> rules;  // sorted by id
  std::span<const LimitData> limits;
  std::span<const ExamFactData> exam_facts;
  std::span<const EvidenceData> evidence;
  TriggerTables triggers;

  // The evidence for this rule, or nullptr.
  [[nodiscard]] const EvidenceData* evidence_for(std::string_view rule) const;
};

}  // namespace candor
