#include "lint/rule/matcher.h"

#include <algorithm>

#include "lint/rule/pattern.h"

namespace candor {
namespace {

// Says every item's bucket twice, once to count and once to fill: compressed rows in one array each.
template <typename Row, typename Visit>
void fill_rows(std::size_t buckets, std::vector<std::uint32_t>& starts, std::vector<Row>& rows, Visit visit_all) {
  starts.assign(buckets + 1, 0);
  visit_all([&](std::size_t bucket, const Row&) { ++starts[bucket + 1]; });
  for (std::size_t i = 1; i <= buckets; ++i) starts[i] += starts[i - 1];
  rows.resize(starts[buckets]);
  std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
  visit_all([&](std::size_t bucket, const Row& row) { rows[next[bucket]++] = row; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' && word[2] <= '9' && word[3] >= '0' &&
         word[3] <= '9';
}

}  // namespace

PatternBank::PatternBank(const RulesetData& ruleset)
    : ruleset_(ruleset), lexicon_(ruleset.lexicon), compiled_(std::make_unique<Compiled[]>(ruleset.patterns.size())) {
  fill_rows(ruleset.patterns.size(), use_starts_, uses_, [&](auto put) {
    for (std::uint32_t s = 0; s < ruleset.signals.size(); ++s) {
      const SignalData& signal = ruleset.signals[s];
      for (const CueData& cue : signal.cues) put(cue.pattern, Use{s, cue.weight, Use::Role::cue});
      for (const std::uint32_t p : signal.unless) put(p, Use{s, 0, Use::Role::unless});
      for (const std::uint32_t p : signal.unless_next) put(p, Use{s, 0, Use::Role::unless_next});
    }
  });
  fill_rows(ruleset.lexicon.feature_count, trigger_starts_, triggered_, [&](auto put) {
    for (std::uint32_t p = 0; p < ruleset.patterns.size(); ++p) {
      if (ruleset.patterns[p].needs.empty()) continue;
      for (const Feature f : ruleset.patterns[p].needs[0]) put(f, p);
    }
  });
  for (std::uint32_t p = 0; p < ruleset.patterns.size(); ++p) {
    if (ruleset.patterns[p].needs.empty()) always_.push_back(p);
  }
}

const RE2& PatternBank::regex(std::uint32_t pattern) const {
  Compiled& compiled = compiled_[pattern];
  std::call_once(compiled.once, [&] {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(1 << 20);
    compiled.regex = std::make_unique<RE2>(re2::StringPiece(ruleset_.patterns[pattern].regex.data(), ruleset_.patterns[pattern].regex.size()), options);
  });
  return *compiled.regex;
}

std::int32_t PatternBank::signal(std::string_view name) const {
  for (std::size_t i = 0; i < ruleset_.signals.size(); ++i) {
    if (ruleset_.signals[i].name == name) return static_cast<std::int32_t>(i);
  }
  return -1;
}

std::int32_t PatternBank::word_class(std::string_view name) const {
  const auto classes = lexicon_.classes();
  const auto at = std::find(classes.begin(), classes.end(), name);
  return at == classes.end() ? -1 : static_cast<std::int32_t>(at - classes.begin());
}

SentenceMatcher::SentenceMatcher(const PatternBank& bank)
    : bank_(bank),
      stamps_(bank.lexicon().feature_count(), 0),
      signal_slots_(bank.ruleset().signals.size(), 0),
      signal_stamps_(bank.ruleset().signals.size(), 0) {}

void SentenceMatcher::read(const Document& document, const Sentence& sentence, bool with_quotations) {
  document_ = &document;
  sentence_ = sentence;
  ++generation_;
  annotated_.clear();
  matches_.clear();
  tag(document, sentence);
  find_candidates();
  for (const std::uint32_t pattern : candidates_) match(pattern, with_quotations);
  gather_signals();
}

void SentenceMatcher::add_feature(Feature feature) {
  features_.push_back(feature);
  if (stamps_[feature] == generation_) return;
  stamps_[feature] = generation_;
  seen_.push_back(feature);
}

void SentenceMatcher::tag(const Document& document, const Sentence& sentence) {
  seen_.clear();
  features_.clear();
  feature_starts_.clear();
  passives_.clear();
  continues_.assign(sentence.tokens.size(), false);
  find_passives(document, sentence, passives_);
  auto passive = passives_.begin();
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
    feature_starts_.push_back(static_cast<std::uint32_t>(features_.size()));
    while (passive != passives_.end() && passive->participle < t) ++passive;
    if (passive != passives_.end() && passive->participle == t) add_feature(feature(Builtin::passive));
    if (t == sentence.tokens.first) add_feature(feature(Builtin::first));
    if (document.tokens()[t].quoted) add_feature(feature(Builtin::quoted));
    if (document.tokens()[t].kind != TokenKind::punctuation) tag_token(document, sentence, t);
  }
  feature_starts_.push_back(static_cast<std::uint32_t>(features_.size()));
}

void SentenceMatcher::tag_token(const Document& document, const Sentence& sentence, std::uint32_t token) {
  const Token& t = document.tokens()[token];
  const std::string_view word = document.folded(t.view);
  if (t.kind == TokenKind::number) {
    add_feature(feature(Builtin::number));
    if (is_year(word)) add_feature(feature(Builtin::year));
  }
  if (t.capital && token != sentence.tokens.first) add_feature(feature(Builtin::name));
  const Lexicon::Hit hit = bank_.lexicon().find(word);
  for (const Feature f : hit.features) add_feature(f);
  if (hit.features.empty() && word.size() > 3) {  // an unknown word tells its form by its ending
    if (word.ends_with("ed")) {
      add_feature(feature(Builtin::past));
      add_feature(feature(Builtin::participle));
    } else if (word.ends_with("ing")) {
      add_feature(feature(Builtin::ing));
    } else if (word.ends_with("ly")) {
      add_feature(feature(Builtin::adverb));
    }
  }
  if (hit.longest_phrase > 1) tag_phrases(document, sentence, token, hit.longest_phrase);
}

// The longest phrase of the lexicon that starts here, and every shorter one.
void SentenceMatcher::tag_phrases(const Document& document, const Sentence& sentence, std::uint32_t token, std::uint8_t longest) {
  const std::uint32_t begin = document.tokens()[token].view.begin;
  const std::uint32_t last = std::min<std::uint32_t>(token + longest, sentence.tokens.last);
  std::uint32_t words = 1;
  for (std::uint32_t t = token + 1; t < last; ++t) {
    const Lexicon::Hit hit = bank_.lexicon().find(document.folded({begin, document.tokens()[t].view.end}));
    if (hit.features.empty()) continue;
    for (const Feature f : hit.features) add_feature(f);
    words = t - token + 1;
  }
  for (std::uint32_t i = 1; i < words; ++i) continues_[token + i - sentence.tokens.first] = true;
}

bool SentenceMatcher::could_match(const PatternData& pattern) const {
  return std::all_of(pattern.needs.begin(), pattern.needs.end(), [this](std::span<const Feature> any) {
    return std::any_of(any.begin(), any.end(), [this](Feature f) { return has(f); });
  });
}

void SentenceMatcher::find_candidates() {
  candidates_.assign(bank_.always().begin(), bank_.always().end());
  for (const Feature f : seen_) {
    for (const std::uint32_t pattern : bank_.triggered_by(f)) {
      if (could_match(bank_.ruleset().patterns[pattern])) candidates_.push_back(pattern);
    }
  }
  std::sort(candidates_.begin(), candidates_.end());
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end()), candidates_.end());
}

void SentenceMatcher::annotate() {
  word_starts_.clear();
  annotated_ = " ";
  for (std::uint32_t i = 0; i < sentence_.tokens.size(); ++i) {
    word_starts_.push_back(static_cast<std::uint32_t>(annotated_.size()));
    annotated_ += document_->word(sentence_.tokens.first + i);
    const std::uint32_t begin = feature_starts_[i];
    const std::uint32_t end = feature_starts_[i + 1];
    const std::size_t tags = annotated_.size();
    annotated_ += '{';
    if (continues_[i]) annotated_ += '~';
    for (std::uint32_t f = begin; f < end; ++f) {
      if (features_[f] < kMostClasses) annotated_ += class_byte(features_[f]);
    }
    std::sort(annotated_.begin() + static_cast<std::ptrdiff_t>(tags) + 1 + (continues_[i] ? 1 : 0), annotated_.end(),
              [](char a, char b) { return static_cast<unsigned char>(a) < static_cast<unsigned char>(b); });
    if (annotated_.size() == tags + 1) annotated_.pop_back();
    annotated_ += ' ';
  }
}

const std::string& SentenceMatcher::annotated() {
  if (annotated_.empty()) annotate();
  return annotated_;
}

void SentenceMatcher::match(std::uint32_t pattern, bool with_quotations) {
  if (annotated_.empty()) annotate();
  const RE2& regex = bank_.regex(pattern);
  const re2::StringPiece text(annotated_);
  re2::StringPiece found;
  for (std::size_t from = 0; from < annotated_.size();) {
    if (!regex.Match(text, from, annotated_.size(), RE2::UNANCHORED, &found, 1)) return;
    const auto begin = static_cast<std::uint32_t>(found.data() - annotated_.data());
    const auto end = static_cast<std::uint32_t>(begin + found.size());
    // The match starts at the blank before its first word and ends after the blank behind its last.
    const auto first = std::lower_bound(word_starts_.begin(), word_starts_.end(), begin);
    const auto last = std::lower_bound(word_starts_.begin(), word_starts_.end(), end);
    const IndexRange tokens{sentence_.tokens.first + static_cast<std::uint32_t>(first - word_starts_.begin()),
                            sentence_.tokens.first + static_cast<std::uint32_t>(last - word_starts_.begin())};
    if (tokens.empty()) return;
    const bool quoted = document_->tokens()[tokens.first].quoted;
    if (!quoted || with_quotations) {
      matches_.push_back({pattern, tokens});
      return;
    }
    from = end - 1;
  }
}

void SentenceMatcher::gather_signals() {
  signals_.clear();
  vetoes_before_.clear();
  for (const PatternMatch& match : matches_) {
    for (const PatternBank::Use& use : bank_.uses(match.pattern)) {
      if (use.role == PatternBank::Use::Role::unless_next) {
        vetoes_before_.push_back(use.signal);
        continue;
      }
      if (signal_stamps_[use.signal] != generation_) {
        signal_stamps_[use.signal] = generation_;
        signal_slots_[use.signal] = static_cast<std::uint32_t>(signals_.size());
        signals_.push_back({use.signal, bank_.ruleset().signals[use.signal].bias, false, -1e9F, {}});
      }
      SignalHit& hit = signals_[signal_slots_[use.signal]];
      if (use.role == PatternBank::Use::Role::unless) {
        hit.vetoed = true;
        continue;
      }
      hit.score += use.weight;
      if (use.weight > hit.strongest) {
        hit.strongest = use.weight;
        hit.tokens = match.tokens;
      }
    }
  }
}

}  // namespace candor
