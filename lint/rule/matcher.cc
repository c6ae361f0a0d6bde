#include "lint/rule/matcher.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "lint/rule/category.h"
#include "lint/rule/pattern.h"

namespace candor {
namespace {

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && word[2] >= '0' && word[2] <= '9' &&
         word[3] >= '0' && word[3] <= '9';
}

// std::popcount calls a function where the processor may lack an instruction for it.
std::uint32_t count_bits(std::uint64_t bits) {
  bits -= (bits >> 1U) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
  bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<std::uint32_t>(bits * 0x0101010101010101U >> 56U);
}

// The name of a signal, by its index.
auto name_in(const RulesetData& ruleset) {
  return [&ruleset](std::uint32_t signal) { return ruleset.signals[signal].name; };
}

}  // namespace

PatternBank::PatternBank(const RulesetData& ruleset)
    : ruleset_(ruleset),
      lexicon_(ruleset.lexicon),
      compiled_(std::make_unique<std::atomic<const RE2*>[]>(ruleset.patterns.size())),
      judges_(ruleset.signals.size()),
      signals_(ruleset.signals.size()) {
  std::iota(signals_.begin(), signals_.end(), 0);
  std::ranges::stable_sort(signals_, {}, name_in(ruleset));
  for (const RuleData& judge : ruleset.rules) {
    if (!judge.fitted) continue;
    for (const RuleData& rule : ruleset.rules) {
      if (rule.signal >= 0 && !rule.fitted && category_of(rule.id) == category_of(judge.id))
        judges_[static_cast<std::size_t>(rule.signal)] = {judge.signal, rule.veto != kNoVeto ? rule.veto : judge.veto};
    }
  }
}

PatternBank::~PatternBank() {
  for (std::size_t p = 0; p < ruleset_.patterns.size(); ++p) delete compiled_[p].load();
}

const RE2& PatternBank::regex(std::uint32_t pattern) const {
  if (const RE2* known = compiled_[pattern].load(std::memory_order_acquire)) return *known;
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  const std::string_view text = ruleset_.patterns[pattern].regex;
  auto made = std::make_unique<const RE2>(re2::StringPiece(text.data(), text.size()), options);
  const RE2* known = nullptr;
  // Two threads may both have made it: the first one's stays.
  if (compiled_[pattern].compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) return *made.release();
  return *known;
}

std::int32_t PatternBank::signal(std::string_view name) const {
  const auto at = std::ranges::lower_bound(signals_, name, {}, name_in(ruleset_));
  return at != signals_.end() && ruleset_.signals[*at].name == name ? static_cast<std::int32_t>(*at) : -1;
}

SentenceMatcher::SentenceMatcher(const PatternBank& bank)
    : bank_(bank),
      memo_(bank.lexicon()),
      words_(bank.lexicon().feature_count()),
      added_(bank.triggers().patterns.size() / 64 + 1) {
  for (const SignalData& signal : bank.ruleset().signals) untold_.push_back({weight_of(signal.bias)});
  for (std::uint32_t s = 0; s < untold_.size(); ++s) signals_of_[bank.triggers().group_of[s]].push_back(s);
  untold_.emplace_back();  // see TriggerTables::uses
}

void SentenceMatcher::read(const Document& document, const Sentence& sentence, Options options) {
  look_up(document, sentence, options.quotations);
  keeps_matches_ = true;
  match(TriggerTables::all_groups());
  keeps_matches_ = false;
}

void SentenceMatcher::match(Groups groups) {
  matches_.clear();
  signals_.clear();
  vetoes_before_.clear();
  tallies_ = untold_;
  each_stretch([&] { match_stretch(groups); });
  tally_entries();
  gather_signals(groups);
}

// ---- words

void SentenceMatcher::look_up(const Document& document, const Sentence& sentence, bool quotations) {
  document_ = &document;
  sentence_ = sentence;
  quotations_ = quotations;
  passives_.clear();
  find_passives(document, sentence, passives_);
  if (!is_long()) look_up_stretch(sentence.tokens);
}

template <typename Visit>
void SentenceMatcher::each_stretch(Visit visit) {
  if (!is_long()) return visit();
  for (std::uint32_t first = sentence_.tokens.first;; first += Places::kMostWords - kOverlap) {
    const std::uint32_t last = std::min(first + Places::kMostWords, sentence_.tokens.last);
    look_up_stretch({first, last});
    visit();
    if (last == sentence_.tokens.last) return;
  }
}

void SentenceMatcher::look_up_stretch(IndexRange tokens) {
  stretch_ = tokens;
  annotated_.clear();
  words_.clear();
  starts_ = {};
  keys_.clear();
  opens_phrase_.clear();
  const auto all = document_->tokens();
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) memo_.expect(keys_.emplace_back(document_->word(t)));
  for (std::uint32_t t = tokens.first; t < tokens.last; ++t) {
    const std::uint32_t place = t - tokens.first;
    const Token& token = all[t];
    const std::string_view word = document_->folded(token.view);
    words_.add_word(place, word, token.kind == TokenKind::punctuation);
    if (quotations_ || !token.quoted) starts_ |= Places::only(place);
    if (token.quoted) words_.add(feature(Builtin::quoted), place);
    look_up_word(t, keys_[place], place);
  }
  if (tokens.first == sentence_.tokens.first) words_.add(feature(Builtin::first), 0);
  for (const PassiveClause& passive : passives_) {
    if (tokens.contains(passive.participle)) words_.add(feature(Builtin::passive), passive.participle - tokens.first);
  }
  for (const std::uint32_t place : opens_phrase_) look_up_phrases(tokens.first + place, place);
  words_.finish(tokens.first == sentence_.tokens.first, tokens.last == sentence_.tokens.last);
}

void SentenceMatcher::look_up_word(std::uint32_t token, WordKey key, std::uint32_t place) {
  const Token& t = document_->tokens()[token];
  const std::string_view word = document_->folded(t.view);
  if (t.kind == TokenKind::punctuation) {  // a mark that some pattern names
    for (const Feature f : bank_.lexicon().find(word, key).features) {
      if (f >= kMostClasses) words_.add(f, place);
    }
    return;
  }
  if (t.kind == TokenKind::number) {
    words_.add(feature(Builtin::number), place);
    if (is_year(word)) words_.add(feature(Builtin::year), place);
  }
  if (t.capital && token != sentence_.tokens.first) words_.add(feature(Builtin::name), place);
  const WordMemo::Word known = memo_.find(word, key);
  for (const Feature f : known.features) words_.add(f, place);
  if (known.goes_on) opens_phrase_.push_back(place);
}

// The longest phrase of the lexicon that starts here, and every shorter one.
void SentenceMatcher::look_up_phrases(std::uint32_t token, std::uint32_t place) {
  const std::uint32_t begin = document_->tokens()[token].view.begin;
  WordKey key = keys_[place];
  std::uint32_t words = 1;
  bool goes_on = true;
  for (std::uint32_t next = place + 1; goes_on && next < stretch_.size(); ++next) {
    key = key.then(keys_[next]);
    const std::uint32_t end = document_->tokens()[stretch_.first + next].view.end;
    const Lexicon::Hit hit = bank_.lexicon().find(document_->folded({begin, end}), key);
    goes_on = hit.goes_on;
    if (hit.features.empty()) continue;
    for (const Feature f : hit.features) {
      if (f < kMostClasses) words_.add(f, place);  // a literal is one word
    }
    words = next - place + 1;
  }
  for (std::uint32_t next = place + 1; next < place + words; ++next) words_.add_continuation(next);
}

// ---- patterns

void SentenceMatcher::match_stretch(Groups groups) {
  for (unsigned left = groups; left != 0; left &= left - 1)
    match_group(static_cast<std::size_t>(std::countr_zero(left)));
}

void SentenceMatcher::match_group(std::size_t group) {
  const TriggerTables& tables = bank_.triggers();
  gather_seconds(group);
  for (const Feature feature : words_.seen()) {
    const TriggerTables::Role& role = tables.role(feature, group);
    const Places places = words_.of(feature) & starts_;
    if (!places.empty()) {
      if (role.entry != TriggerTables::kNoEntry) entries_.push_back(role.entry);
      if (const auto row = tables.row_of(role); !row.empty())
        look_at_pairs(row, words_.behind(places, feature < kMostClasses));
    }
    look_at_triggers(role, places);
  }
  look_at_triggers(tables.role(static_cast<Feature>(bank_.lexicon().feature_count()), group), {});
}

void SentenceMatcher::gather_seconds(std::size_t group) {
  const TriggerTables& tables = bank_.triggers();
  blocks_ = tables.groups[group].width;
  seconds_.assign((stretch_.size() + std::size_t{1}) * blocks_, 0);
  several_.resize(blocks_);
  for (const Feature feature : words_.seen()) {
    const std::size_t column = tables.role(feature, group).column;
    if (column == TriggerTables::kNone) continue;
    const std::uint64_t bit = std::uint64_t{1} << column % 64;
    words_.of(feature).each([&](std::uint32_t place) { seconds_[place * blocks_ + column / 64] |= bit; });
  }
}

// What stands at one of the places, by block.
const std::uint64_t* SentenceMatcher::seconds_at(Places places) {
  if (places.has_one()) return &seconds_[places.first() * blocks_];  // nearly always
  std::ranges::fill(several_, 0);
  places.each([&](std::uint32_t place) {
    for (std::size_t block = 0; block < blocks_; ++block) several_[block] |= seconds_[place * blocks_ + block];
  });
  return several_.data();
}

// `behind`: the places of the words that stand behind one with the row's feature.
void SentenceMatcher::look_at_pairs(std::span<const TriggerTables::Pairs> row, Places behind) {
  const std::uint64_t* const seconds = seconds_at(behind);
  for (const TriggerTables::Pairs& pairs : row) {
    for (std::uint64_t there = seconds[pairs.block] & pairs.columns; there != 0; there &= there - 1) {
      const std::uint64_t before = (there & -there) - 1;  // the columns before the first that is there
      entries_.push_back(pairs.first_entry + count_bits(pairs.columns & before));
    }
  }
}

// `places`: where a match may start with the feature.
void SentenceMatcher::look_at_triggers(const TriggerTables::Role& role, Places places) {
  for (const Trigger& trigger : bank_.triggers().brought_up_by(role)) {
    if (trigger.other != kNoFeature && !words_.has(trigger.other)) continue;
    if (is_added(trigger.entry)) continue;  // another feature brought it up
    const bool matches = trigger.test == Trigger::Test::word
                             ? !places.empty()
                             : program_matches(bank_.ruleset().patterns[trigger.pattern]);
    if (!matches) continue;
    added_[trigger.entry / 64] |= std::uint64_t{1} << trigger.entry % 64;
    entries_.push_back(trigger.entry);
  }
}

// Takes the entries into account and forgets them.
void SentenceMatcher::tally_entries() {
  const TriggerTables& tables = bank_.triggers();
  if (is_long()) {  // a pattern counts once, in however many stretches it matches
    std::sort(entries_.begin(), entries_.end());
    entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
  }
  constexpr std::size_t kAhead = 6;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (i + kAhead < entries_.size()) __builtin_prefetch(tables.uses.data() + tables.first_uses[entries_[i + kAhead]]);
    const std::uint32_t entry = entries_[i];
    added_[entry / 64] = 0;
    if (keeps_matches_) matches_.push_back(tables.patterns[entry]);
    const TriggerTables::Use* end = tables.uses.data() + tables.first_uses[entry + 1];
    for (const auto* use = tables.uses.data() + tables.first_uses[entry]; use != end; use += 2) {
      tally(use[0]);  // by twos, since many patterns speak of two signals
      tally(use[1]);
    }
  }
  entries_.clear();
}

void SentenceMatcher::tally(const TriggerTables::Use& use) {
  Tally& tally = tallies_[use.signal];
  if (use.rank == TriggerTables::kVeto) {
    tally.vetoed = true;
  } else if (use.rank == TriggerTables::kVetoBefore) {
    vetoes_before_.push_back(use.signal);
  } else {
    tally.score += use.weight;
    tally.strongest = std::min(tally.strongest, use.rank);
  }
}

bool SentenceMatcher::program_matches(const PatternData& pattern) {
  const auto has_any = [this](std::span<const Feature> any) {
    return std::any_of(any.begin(), any.end(), [this](Feature f) { return words_.has(f); });
  };
  // The first need is what brought the pattern up.
  const bool could = pattern.needs.size() < 2 || std::all_of(pattern.needs.begin() + 1, pattern.needs.end(), has_any);
  if (!could || !words_.match(pattern.program, starts_)) return false;
  const auto index = static_cast<std::uint32_t>(&pattern - bank_.ruleset().patterns.data());
  return pattern.exact || !find_regex(index).empty();
}

IndexRange SentenceMatcher::find(std::uint32_t pattern) {
  IndexRange found;
  each_stretch([&] {
    if (found.empty()) found = find_in_stretch(pattern);
  });
  return found;
}

IndexRange SentenceMatcher::find_in_stretch(std::uint32_t pattern) {
  const PatternData& data = bank_.ruleset().patterns[pattern];
  if (!data.exact) return find_regex(pattern);
  const IndexRange places = words_.find(data.program, starts_);
  if (places.empty()) return {};
  return {stretch_.first + places.first, stretch_.first + places.last};
}

// ---- regexes

void SentenceMatcher::annotate_stretch() {
  std::vector<std::string> tags(stretch_.size());  // by place
  for (const Feature f : words_.seen()) {
    if (f >= kMostClasses) continue;
    words_.of(f).each([&](std::uint32_t place) { tags[place] += class_byte(f); });
  }
  word_starts_.clear();
  annotated_ = " ";
  for (std::uint32_t place = 0; place < stretch_.size(); ++place) {
    word_starts_.push_back(static_cast<std::uint32_t>(annotated_.size()));
    annotated_ += document_->word(stretch_.first + place);
    std::sort(tags[place].begin(), tags[place].end(),
              [](char a, char b) { return static_cast<unsigned char>(a) < static_cast<unsigned char>(b); });
    if (words_.goes_on(place)) tags[place].insert(0, 1, '~');
    if (!tags[place].empty()) annotated_ += '{' + tags[place];
    annotated_ += ' ';
  }
}

std::string SentenceMatcher::annotated() {
  std::string whole = " ";
  std::uint32_t next = sentence_.tokens.first;
  each_stretch([&] {
    annotate_stretch();
    whole += std::string_view(annotated_).substr(word_starts_[next - stretch_.first]);
    next = stretch_.last;
  });
  return whole;
}

IndexRange SentenceMatcher::find_regex(std::uint32_t pattern) {
  if (annotated_.empty()) annotate_stretch();
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
    const IndexRange places{static_cast<std::uint32_t>(first - word_starts_.begin()),
                            static_cast<std::uint32_t>(last - word_starts_.begin())};
    if (places.empty()) return {};
    if (starts_.contains(places.first)) return {stretch_.first + places.first, stretch_.first + places.last};
    from = end - 1;
  }
  return {};
}

// ---- signals

void SentenceMatcher::gather_signals(Groups groups) {
  for (unsigned left = groups; left != 0; left &= left - 1) {
    for (const std::uint32_t signal : signals_of_[static_cast<std::size_t>(std::countr_zero(left))]) {
      const Tally& tally = tallies_[signal];
      if (tally.strongest == SignalHit::kNoCue && !tally.vetoed) continue;
      signals_.push_back({signal, number_of(tally.score), tally.vetoed, tally.strongest, {}});
    }
  }
}

}  // namespace candor
