// Rule packs written inside a test, and what they say of a text.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/matcher.h"
#include "lint/rule/pack.h"
#include "lint/text/document.h"

namespace candor {

// A pack, loaded and ready to match.
struct Rules {
  std::vector<Problem> problems;
  std::unique_ptr<OwnedRuleset> owned;
  std::unique_ptr<PatternBank> bank;

  explicit Rules(std::string pack, PackOptions options = {})
      : Rules(std::vector<PackFile>{{"pack.toml", std::move(pack)}}, options) {}
  explicit Rules(const std::vector<PackFile>& packs, PackOptions options = {}) {
    owned = load_packs(packs, options, problems);
    bank = std::make_unique<PatternBank>(owned->data());
  }

  [[nodiscard]] const RulesetData& data() const { return owned->data(); }
  // Every problem as one line.
  [[nodiscard]] std::vector<std::string> said() const {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) lines.push_back(to_string(problem));
    return lines;
  }
  [[nodiscard]] const RuleData* rule(std::string_view id) const {
    const auto at =
        std::find_if(data().rules.begin(), data().rules.end(), [&](const RuleData& r) { return r.id == id; });
    return at == data().rules.end() ? nullptr : &*at;
  }
};

// A plain text with its sentences.
struct Text {
  Source source;
  Document document;

  explicit Text(std::string bytes, std::string_view name = "text.txt") : source(taken(std::move(bytes))) {
    document = read_document(source, format_of(name));
  }

 private:
  static Source taken(std::string bytes) {
    Problem problem;
    std::optional<Source> source = Source::from_bytes("text.txt", std::move(bytes), problem);
    if (!source) throw std::runtime_error(to_string(problem));
    return *std::move(source);
  }
};

// What the signal makes of a sentence of the text, and where; nothing where no cue and no antipattern speaks.
inline std::optional<SignalHit> signal_hit(const Rules& rules, std::string_view signal, const Text& text,
                                           std::size_t sentence = 0, bool with_quotations = false) {
  SentenceMatcher matcher(*rules.bank);
  matcher.read(text.document, text.document.sentences()[sentence], {.quotations = with_quotations});
  for (SignalHit hit : matcher.signals()) {
    if (rules.data().signals[hit.signal].name != signal) continue;
    if (hit.strongest != SignalHit::kNoCue) hit.tokens = matcher.find(rules.bank->cue(hit.signal, hit.strongest));
    return hit;
  }
  return std::nullopt;
}

}  // namespace candor
