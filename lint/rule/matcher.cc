#include "lint/rule/matcher.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "lint/rule/pattern.h"

namespace candor {
namespace {

constexpr float kWeightsPerUnit = 10'000;
constexpr Weight kNoCue = std::numeric_limits<Weight>::min();

Weight weight_of(float number) { return static_cast<Weight>(std::lround(number * kWeightsPerUnit)); }
float number_of(Weight weight) { return static_cast<float>(weight) / kWeightsPerUnit; }

// As "[a-z]*" has it.
bool ends_as_stem(std::string_view ending) {
  return std::all_of(ending.begin(), ending.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' && word[2] <= '9' &&
         word[3] >= '0' && word[3] <= '9';
}

}  // namespace

PatternBank::PatternBank(const RulesetData& ruleset)
    : ruleset_(ruleset), lexicon_(ruleset.lexicon), compiled_(std::make_unique<Compiled[]>(ruleset.patterns.size())) {
  uses_ = Rows<Use>(ruleset.patterns.size(), [&](auto put) {
    for (std::uint32_t s = 0; s < ruleset.signals.size(); ++s) {
      const SignalData& signal = ruleset.signals[s];
      for (const CueData& cue : signal.cues) put(cue.pattern, Use{s, weight_of(cue.weight), Use::Role::cue});
      for (const std::uint32_t p : signal.unless) put(p, Use{s, 0, Use::Role::unless});
      for (const std::uint32_t p : signal.unless_next) put(p, Use{s, 0, Use::Role::unless_next});
    }
  });
  for (const SignalData& signal : ruleset.signals) biases_.push_back(weight_of(signal.bias));
  std::vector<bool> signal_for_passages(ruleset.signals.size(), false);
  for (const RuleData& rule : ruleset.rules) {
    if (rule.signal >= 0) signal_for_passages[static_cast<std::size_t>(rule.signal)] = rule.scope == Scope::passage;
  }
  for (std::uint32_t p = 0; p < ruleset.patterns.size(); ++p) {
    const auto of_passages = [&](const Use& use) { return signal_for_passages[use.signal]; };
    for_passages_.push_back(std::all_of(uses(p).begin(), uses(p).end(), of_passages));
  }
  const auto by_rarest_need = [&](bool single_word) {
    return Rows<std::uint32_t>(ruleset.lexicon.feature_count, [&](auto put) {
      for (std::uint32_t p = 0; p < ruleset.patterns.size(); ++p) {
        const PatternData& pattern = ruleset.patterns[p];
        if (pattern.needs.empty() || pattern.single_word != single_word) continue;
        for (const Feature f : pattern.needs[0]) put(f, p);
      }
    });
  };
  words_ = by_rarest_need(true);
  triggered_ = by_rarest_need(false);
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
    compiled.regex = std::make_unique<RE2>(
        re2::StringPiece(ruleset_.patterns[pattern].regex.data(), ruleset_.patterns[pattern].regex.size()), options);
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
      seen_at_(bank.lexicon().feature_count()),
      places_(bank.lexicon().feature_count()),
      pattern_stamps_(bank.ruleset().patterns.size(), 0),
      signal_slots_(bank.ruleset().signals.size(), 0),
      signal_stamps_(bank.ruleset().signals.size(), 0) {}

void SentenceMatcher::read(const Document& document, const Sentence& sentence, Options options) {
  document_ = &document;
  sentence_ = sentence;
  options_ = options;
  ++generation_;
  annotated_.clear();
  matches_.clear();
  tag(document, sentence);
  match_words();
  match_others();
  gather_signals();
}

void SentenceMatcher::add_feature(Feature feature, std::uint32_t token) {
  features_.push_back(feature);
  SeenAt& seen = seen_at_[feature];
  if (seen.generation != generation_) {
    seen = {generation_, kNoToken};
    seen_.push_back(feature);
  }
  if (seen.token == kNoToken && (options_.quotations || !document_->tokens()[token].quoted)) seen.token = token;
  if (has_places()) places_.add(feature, token - sentence_.tokens.first);
}

void SentenceMatcher::tag(const Document& document, const Sentence& sentence) {
  seen_.clear();
  features_.clear();
  feature_starts_.clear();
  passives_.clear();
  continues_.assign(sentence.tokens.size(), false);
  find_passives(document, sentence, passives_);
  auto passive = passives_.begin();
  place_words();
  for (std::uint32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
    feature_starts_.push_back(static_cast<std::uint32_t>(features_.size()));
    while (passive != passives_.end() && passive->participle < t) ++passive;
    if (passive != passives_.end() && passive->participle == t) add_feature(feature(Builtin::passive), t);
    if (t == sentence.tokens.first) add_feature(feature(Builtin::first), t);
    if (document.tokens()[t].quoted) add_feature(feature(Builtin::quoted), t);
    if (document.tokens()[t].kind != TokenKind::punctuation) tag_token(document, sentence, t);
  }
  feature_starts_.push_back(static_cast<std::uint32_t>(features_.size()));
}

void SentenceMatcher::place_words() {
  places_.clear();
  starts_ = {};
  if (!has_places()) return;
  for (std::uint32_t place = 0; place < sentence_.tokens.size(); ++place) {
    const Token& token = document_->tokens()[sentence_.tokens.first + place];
    places_.add_word(place, document_->folded(token.view), token.kind == TokenKind::punctuation);
    if (options_.quotations || !token.quoted) starts_ |= Places::only(place);
  }
  places_.finish();
}

void SentenceMatcher::tag_token(const Document& document, const Sentence& sentence, std::uint32_t token) {
  const Token& t = document.tokens()[token];
  const std::string_view word = document.folded(t.view);
  if (t.kind == TokenKind::number) {
    add_feature(feature(Builtin::number), token);
    if (is_year(word)) add_feature(feature(Builtin::year), token);
  }
  if (t.capital && token != sentence.tokens.first) add_feature(feature(Builtin::name), token);
  const Lexicon::Hit hit = bank_.lexicon().find(word);
  for (const Feature f : hit.features) add_feature(f, token);
  for (const LexiconTables::Stem& stem : bank_.lexicon().stems_like(word)) {
    if (word.starts_with(stem.text) && ends_as_stem(word.substr(stem.text.size()))) add_feature(stem.feature, token);
  }
  const bool form_is_known =
      std::any_of(hit.features.begin(), hit.features.end(), [](Feature f) { return f <= feature(Builtin::adverb); });
  if (!form_is_known && word.size() > 3) {  // its ending tells
    if (word.ends_with("ed")) {
      add_feature(feature(Builtin::past), token);
      add_feature(feature(Builtin::participle), token);
    } else if (word.ends_with("ing")) {
      add_feature(feature(Builtin::ing), token);
    } else if (word.ends_with("ly")) {
      add_feature(feature(Builtin::adverb), token);
    }
  }
  if (hit.longest_phrase > 1) tag_phrases(document, sentence, token, hit.longest_phrase);
}

// The longest phrase of the lexicon that starts here, and every shorter one.
void SentenceMatcher::tag_phrases(const Document& document, const Sentence& sentence, std::uint32_t token,
                                  std::uint8_t longest) {
  const std::uint32_t begin = document.tokens()[token].view.begin;
  const std::uint32_t last = std::min<std::uint32_t>(token + longest, sentence.tokens.last);
  std::uint32_t words = 1;
  for (std::uint32_t t = token + 1; t < last; ++t) {
    const Lexicon::Hit hit = bank_.lexicon().find(document.folded({begin, document.tokens()[t].view.end}));
    if (hit.features.empty()) continue;
    for (const Feature f : hit.features) {
      if (f < kMostClasses) add_feature(f, token);  // a literal is one word
    }
    words = t - token + 1;
  }
  for (std::uint32_t t = token + 1; t < token + words; ++t) {
    continues_[t - sentence.tokens.first] = true;
    if (has_places()) places_.add_continuation(t - sentence.tokens.first);
  }
}

bool SentenceMatcher::could_match(const PatternData& pattern) const {
  // The first need is what brought the pattern up.
  return std::all_of(pattern.needs.begin() + 1, pattern.needs.end(), [this](std::span<const Feature> any) {
    return std::any_of(any.begin(), any.end(), [this](Feature f) { return has(f); });
  });
}

bool SentenceMatcher::is_first_look(std::uint32_t pattern) {
  if (pattern_stamps_[pattern] == generation_) return false;
  pattern_stamps_[pattern] = generation_;
  return true;
}

IndexRange SentenceMatcher::first_word_of(std::span<const Feature> any, bool with_phrase) const {
  std::uint32_t first = kNoToken;
  for (const Feature f : any) {
    if (has(f)) first = std::min(first, seen_at_[f].token);
  }
  if (first == kNoToken) return {};
  std::uint32_t last = first + 1;
  while (with_phrase && last < sentence_.tokens.last && continues_[last - sentence_.tokens.first]) ++last;
  return {first, last};
}

void SentenceMatcher::match_words() {
  for (const Feature f : seen_) {
    for (const std::uint32_t pattern : bank_.matched_by(f)) {
      if (!is_first_look(pattern)) continue;
      const IndexRange tokens = first_word_of(bank_.ruleset().patterns[pattern].needs[0], f < kMostClasses);
      if (!tokens.empty()) matches_.push_back({pattern, tokens});
    }
  }
}

void SentenceMatcher::match_pair(std::uint32_t pattern) {
  const Feature* pair = bank_.ruleset().patterns[pattern].pair;
  const Places together = places_.second_of_pair(pair[0], pair[1], starts_);
  if (together.empty()) return;
  const std::uint32_t second = together.first();
  // Both take in their phrases: the words that go on one.
  std::uint32_t first = second - 1;
  std::uint32_t last = second + 1;
  for (std::uint32_t i = first; i > 0 && continues_[i]; --i) {
    if (places_.stands(pair[0], i - 1)) first = i - 1;
  }
  while (pair[1] < kMostClasses && last < sentence_.tokens.size() && continues_[last]) ++last;
  matches_.push_back({pattern, {sentence_.tokens.first + first, sentence_.tokens.first + last}});
}

void SentenceMatcher::match_others() {
  const auto is_asked = [this](std::uint32_t pattern) {
    return options_.passage_rules || !bank_.is_for_passages(pattern);
  };
  for (const std::uint32_t pattern : bank_.always()) {
    if (is_asked(pattern)) look_closer(pattern);
  }
  for (const Feature f : seen_) {
    for (const std::uint32_t pattern : bank_.triggered_by(f)) {
      if (is_asked(pattern) && is_first_look(pattern) && could_match(bank_.ruleset().patterns[pattern]))
        look_closer(pattern);
    }
  }
}

void SentenceMatcher::look_closer(std::uint32_t pattern) {
  const PatternData& data = bank_.ruleset().patterns[pattern];
  if (!has_places()) return match_regex(pattern);
  if (data.is_pair) return match_pair(pattern);
  if (!places_.match(data.program, starts_)) return;
  if (data.exact)
    matches_.push_back({pattern, {}});
  else
    match_regex(pattern);
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

void SentenceMatcher::match_regex(std::uint32_t pattern) {
  const IndexRange tokens = find_regex(pattern);
  if (!tokens.empty()) matches_.push_back({pattern, tokens});
}

IndexRange SentenceMatcher::find_regex(std::uint32_t pattern) {
  if (annotated_.empty()) annotate();
  const RE2& regex = bank_.regex(pattern);
  const re2::StringPiece text(annotated_);
  re2::StringPiece found;
  for (std::size_t from = 0; from < annotated_.size();) {
    if (!regex.Match(text, from, annotated_.size(), RE2::UNANCHORED, &found, 1)) return {};
    const auto begin = static_cast<std::uint32_t>(found.data() - annotated_.data());
    const auto end = static_cast<std::uint32_t>(begin + found.size());
    // The match starts at the blank before its first word and ends after the blank behind its last.
    const auto first = std::lower_bound(word_starts_.begin(), word_starts_.end(), begin);
    const auto last = std::lower_bound(word_starts_.begin(), word_starts_.end(), end);
    const IndexRange tokens{sentence_.tokens.first + static_cast<std::uint32_t>(first - word_starts_.begin()),
                            sentence_.tokens.first + static_cast<std::uint32_t>(last - word_starts_.begin())};
    if (tokens.empty()) return {};
    if (options_.quotations || !document_->tokens()[tokens.first].quoted) return tokens;
    from = end - 1;
  }
  return {};
}

void SentenceMatcher::gather_signals() {
  signals_.clear();
  tallies_.clear();
  vetoes_before_.clear();
  for (const PatternMatch& match : matches_) {
    for (const PatternBank::Use& use : bank_.uses(match.pattern)) add_use(use, match);
  }
  for (std::size_t i = 0; i < signals_.size(); ++i) {
    signals_[i].score = number_of(tallies_[i].score);
    signals_[i].strongest = number_of(tallies_[i].strongest);
    locate(signals_[i], tallies_[i]);
  }
}

// Looks up where the strongest cue stands, where that is not known and somebody will ask.
void SentenceMatcher::locate(SignalHit& hit, const Tally& tally) {
  const bool is_there = !hit.vetoed && hit.score >= bank_.ruleset().signals[hit.signal].threshold;
  if (is_there && hit.tokens.empty() && tally.strongest != kNoCue) hit.tokens = find_regex(tally.pattern);
}

void SentenceMatcher::add_use(const PatternBank::Use& use, const PatternMatch& match) {
  using Role = PatternBank::Use::Role;
  if (use.role == Role::unless_next) {
    vetoes_before_.push_back(use.signal);
    return;
  }
  if (signal_stamps_[use.signal] != generation_) {
    signal_stamps_[use.signal] = generation_;
    signal_slots_[use.signal] = static_cast<std::uint32_t>(signals_.size());
    signals_.push_back({use.signal, 0, false, 0, {}});
    tallies_.push_back({bank_.bias(use.signal), kNoCue, 0});
  }
  const std::uint32_t slot = signal_slots_[use.signal];
  if (use.role == Role::unless) {
    signals_[slot].vetoed = true;
    return;
  }
  Tally& tally = tallies_[slot];
  tally.score += use.weight;
  if (use.weight > tally.strongest || (use.weight == tally.strongest && match.pattern < tally.pattern)) {
    tally.strongest = use.weight;
    tally.pattern = match.pattern;
    signals_[slot].tokens = match.tokens;
  }
}

}  // namespace candor
