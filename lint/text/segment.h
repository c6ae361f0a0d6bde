// Words and sentences of one block's view.
//
// Words follow UAX #29 in spirit and ICU's character properties beyond ASCII, with what statements need on top: "U.S.",
// "Ph.D." and "follow-up" are one word, "ended.Then" is two. ICU's own iterators are not used on this path, for speed;
// a test compares both on plain prose. Sentences: every '.', '!', '?' or '…' is a candidate, decided by what stands on
// both sides: abbreviations and initials before, what can open a sentence after. A sentence keeps its closing quotes
// and brackets, citations ("[3]") and list mark ("1.").
#pragma once

#include <string_view>
#include <vector>

#include "lint/text/document.h"

namespace candor {

// Appends the tokens and sentences of `view` (a span of both texts, which are of equal length) to `tokens` and
// `sentences`. Sets the tokens' view, kind, quoted and capital, and the sentences' tokens; source spans are the
// caller's. A heading or a table row is one sentence. Appends nothing where there is neither word nor number.
void segment(std::string_view text, std::string_view folded, Span view, BlockKind kind, std::vector<Token>& tokens,
             std::vector<Sentence>& sentences);

}  // namespace candor
