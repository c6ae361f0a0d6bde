#include "lint/check/check.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "lint/check/characters.h"
#include "lint/check/dates.h"
#include "lint/check/layers.h"
#include "lint/check/length.h"
#include "lint/check/repetition.h"
#include "lint/check/sentence.h"

namespace candor {
namespace {

constexpr std::uint32_t kExcerptBytes = 600;

// The sentence that holds the offset, or nullptr.
const Sentence* sentence_at(const Document& document, std::uint32_t offset) {
  const auto all = document.sentences();
  const auto after = std::upper_bound(all.begin(), all.end(), offset,
                                      [](std::uint32_t o, const Sentence& s) { return o < s.source.begin; });
  if (after == all.begin()) return nullptr;
  const Sentence& sentence = *std::prev(after);
  return offset < sentence.source.end ? &sentence : nullptr;
}

Excerpt excerpt_of(const TextReading& text, Span span) {
  const Source& source = text.source;
  Span shown = source.line(source.line_at(span.begin));
  if (const Sentence* first = sentence_at(text.document, span.begin)) {
    shown = first->source;
    if (const Sentence* last = sentence_at(text.document, span.end > span.begin ? span.end - 1 : span.end))
      shown = hull(shown, last->source);
  }
  shown = hull(shown, {span.begin, std::min(span.end, span.begin + kExcerptBytes)});
  const auto on_boundary = [&](std::uint32_t offset) {
    while (offset < source.bytes().size() && (source.bytes()[offset] & 0xC0) == 0x80) ++offset;
    return offset;
  };
  if (shown.size() > kExcerptBytes) {  // keep the span, and of what stands around it what fits
    const std::uint32_t room = (kExcerptBytes - std::min(span.size(), kExcerptBytes)) / 2;
    shown.begin = on_boundary(std::max(shown.begin, bytes_before(span.begin, room).begin));
    shown.end = on_boundary(std::min(shown.end, shown.begin + kExcerptBytes));
  }
  const Position start = source.position(shown.begin);
  const Span marked{std::max(span.begin, shown.begin) - shown.begin,
                    std::clamp(span.end, shown.begin, shown.end) - shown.begin};
  return {std::string(source.slice(shown)), start.line, start.column, marked};
}

// The normalized sentence, or the line, that stands at the offset.
std::string_view words_at(const TextReading& text, std::uint32_t offset) {
  const Sentence* sentence = sentence_at(text.document, offset);
  return sentence != nullptr ? text.document.folded(sentence->view)
                             : text.source.slice(text.source.line(text.source.line_at(offset)));
}

// Both ends of what a place spans: a date from one line of a form to the next.
std::string words_at_ends(const TextReading& text, Span span) {
  const std::string_view first = words_at(text, span.begin);
  const std::string_view last = words_at(text, span.empty() ? span.begin : span.end - 1);
  return first.data() == last.data() ? std::string(first) : fmt::format("{}\n{}", first, last);
}

// FNV-1a, 64 bits: a name for words that stays the same when the text around them changes.
std::string fingerprint_of(std::string_view first, std::string_view second) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const std::string_view bytes : {first, std::string_view("\n"), second}) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace

const ActiveRule* CheckContext::find(std::string_view id) const {
  const auto at = std::lower_bound(rules.begin(), rules.end(), id,
                                   [](const ActiveRule& a, std::string_view b) { return a.rule->id < b; });
  return at == rules.end() || at->rule->id != id ? nullptr : &*at;
}

Range range_of(const Source& source, Span span) { return {source.position(span.begin), source.position(span.end)}; }

Place place_of(const TextReading& text, Span span) {
  return {text.source.name(), range_of(text.source, span), excerpt_of(text, span)};
}

Finding* FindingSink::add(const ActiveRule& rule, const TextReading& text, Span span, std::string message,
                          std::string help) {
  if (!text.linted) return nullptr;
  Finding* finding = put(rule, text, span, std::move(message), words_at(text, span.begin));
  if (finding != nullptr && !help.empty()) finding->help = std::move(help);
  return finding;
}

Finding* FindingSink::add_across(const ActiveRule& rule, const TextReading& text, Span span, std::string message) {
  return put(rule, text, span, std::move(message), words_at_ends(text, span));
}

Finding* FindingSink::put(const ActiveRule& rule, const TextReading& text, Span span, std::string message,
                          std::string_view sentences) {
  if (context_.ignored(rule.rule->id, text)) return nullptr;
  Finding& finding = out_.emplace_back();
  finding.rule = rule.rule->id;
  finding.severity = rule.severity;
  finding.message = message.empty() ? std::string(rule.rule->message) : std::move(message);
  if (const std::size_t at = finding.message.find("{match}"); at != std::string::npos) {
    std::string words(text.source.slice(span));
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    finding.message.replace(at, 7, words);
  }
  finding.help = rule.rule->help;
  finding.place = place_of(text, span);
  finding.fingerprint = fingerprint_of(rule.rule->id, sentences);
  return &finding;
}

void FindingSink::relate(Finding& finding, const TextReading& text, Span span, std::string message,
                         std::string seen_from_here) {
  finding.related.push_back({place_of(text, span), std::move(message), std::move(seen_from_here)});
  finding.fingerprint = fingerprint_of(finding.fingerprint, words_at_ends(text, span));
}

std::span<const Check> all_checks() {
  static constexpr Check kChecks[] = {check_sentences,  check_layers,     check_dates, check_length,
                                      check_repetition, check_characters, nullptr};
  return kChecks;
}

}  // namespace candor
